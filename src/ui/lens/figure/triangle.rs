//! The triangle of three shares.

use std::sync::Arc;

use eframe::egui::{self, Align, Galley, Pos2, Rect, Shape, Stroke, Ui, vec2};

use crate::ui::lens::disc;
use crate::ui::theme::{self, Theme};
use crate::ui::widget::quiet_button_ui;

/// Height to width of a triangle with equal sides.
const HEIGHT: f32 = 0.866;
/// The room on both sides of the triangle for a point at a corner.
const SIDE: f32 = 14.0;

/// Gives the corners in a rectangle: the upper one, the left one, the right one.
pub(in crate::ui::lens) fn corners_of(rect: Rect) -> [Pos2; 3] {
    let inside = rect.shrink2(vec2(SIDE, 10.0));
    [
        inside.center_top(),
        inside.left_bottom(),
        inside.right_bottom(),
    ]
}

/// Gives the point of three shares.
pub(in crate::ui::lens) fn point_of(rect: Rect, shares: [u16; 3]) -> Pos2 {
    let [a, b, c] = corners_of(rect);
    let [first, second, third] = shares.map(|share| f32::from(share) / 1000.0);
    let sum = a.to_vec2() * first + b.to_vec2() * second + c.to_vec2() * third;
    sum.to_pos2()
}

/// Draws the empty triangle with the names of its corners; gives where the triangle stands.
pub(in crate::ui::lens) fn frame_ui(
    theme: &Theme,
    ui: &mut Ui,
    wide: f32,
    [top, left, right]: [&str; 3],
) -> Rect {
    let full = ui.available_width();
    let font = theme::medium(theme::REMARK);
    let layout = |words: &str, room: f32, halign: Align| -> Arc<Galley> {
        let mut job =
            egui::text::LayoutJob::simple(words.to_owned(), font.clone(), theme.ink, room);
        job.halign = halign;
        ui.painter().layout_job(job)
    };
    let above = layout(top, full, Align::LEFT);
    let half = (wide / 2.0 - 6.0).max(40.0);
    let one = layout(left, half, Align::LEFT);
    let other = layout(right, half, Align::RIGHT);
    let below = one.size().y.max(other.size().y);
    let height = (wide - 2.0 * SIDE) * HEIGHT + 20.0;
    let size = vec2(full, above.size().y + height + below + 4.0);
    let (_, whole) = ui.allocate_space(size);
    let at = egui::pos2(whole.left(), whole.top() + above.size().y);
    let rect = Rect::from_min_size(at, vec2(wide, height));
    paint_frame(theme, ui, rect);
    let painter = ui.painter();
    let middle = rect.center().x - above.size().x / 2.0;
    let start = middle.clamp(
        whole.left(),
        (whole.right() - above.size().x).max(whole.left()),
    );
    painter.galley(egui::pos2(start, whole.top()), above, theme.ink);
    painter.galley(rect.left_bottom(), one, theme.ink);
    painter.galley(rect.right_bottom(), other, theme.ink);
    rect
}

/// Paints the triangle with lines at each fifth.
fn paint_frame(theme: &Theme, ui: &Ui, rect: Rect) {
    let corners = corners_of(rect);
    let painter = ui.painter();
    painter.add(Shape::convex_polygon(
        corners.to_vec(),
        theme.field,
        Stroke::new(1.2 * theme.outline, theme.faint),
    ));
    let line = Stroke::new(0.8 * theme.outline, theme.hairline);
    for fifth in [200, 400, 600, 800] {
        let rest = 1000 - fifth;
        let ends = [
            ([fifth, rest, 0], [fifth, 0, rest]),
            ([rest, fifth, 0], [0, fifth, rest]),
            ([rest, 0, fifth], [0, rest, fifth]),
        ];
        for (from, to) in ends {
            painter.line_segment([point_of(rect, from), point_of(rect, to)], line);
        }
    }
}

/// One answer in the triangle of all.
pub(in crate::ui::lens) struct Dot<'a> {
    /// Whose.
    pub(in crate::ui::lens) name: &'a str,
    /// How it is now.
    pub(in crate::ui::lens) now: [u16; 3],
    /// How it is wanted.
    pub(in crate::ui::lens) wanted: Option<[u16; 3]>,
}

/// Draws every answer in one triangle, each with its number; gives the one that was clicked.
pub(in crate::ui::lens) fn dots_ui(
    theme: &Theme,
    ui: &mut Ui,
    wide: f32,
    corners: [&str; 3],
    dots: &[Dot<'_>],
) -> Option<usize> {
    let rect = frame_ui(theme, ui, wide, corners);
    let mut clicked = None;
    let painter = ui.painter().clone();
    for dot in dots {
        if let Some(wanted) = dot.wanted.filter(|wanted| *wanted != dot.now) {
            let ends = (point_of(rect, dot.now), point_of(rect, wanted));
            arrow(&painter, theme, ends);
        }
    }
    for (index, dot) in dots.iter().enumerate() {
        let at = point_of(rect, dot.now);
        let spot = Rect::from_center_size(at, vec2(20.0, 20.0));
        let id = ui.id().with(("dot", index));
        let response = ui.interact(spot, id, egui::Sense::click());
        response
            .widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, dot.name));
        painter.circle_filled(at, 11.5, theme.panel);
        disc(&painter, theme, at, index + 1);
        if response.has_focus() || response.hovered() {
            let ring = Stroke::new(1.5 * theme.outline, theme.accent);
            painter.circle_stroke(at, 13.0, ring);
        }
        if response.on_hover_text(dot.name).clicked() {
            clicked = Some(index);
        }
    }
    for (index, dot) in dots.iter().enumerate() {
        let line = format!("{}  {}", index + 1, dot.name);
        if quiet_button_ui(theme, ui, &line).clicked() {
            clicked = Some(index);
        }
    }
    clicked
}

fn arrow(painter: &egui::Painter, theme: &Theme, (from, to): (Pos2, Pos2)) {
    let way = to - from;
    let stroke = Stroke::new(1.6 * theme.outline, theme.accent.gamma_multiply(0.6));
    painter.line_segment([from, to], stroke);
    if way.length() < 14.0 {
        return;
    }
    let along = way.normalized();
    let across = vec2(-along.y, along.x);
    let tip = to;
    let foot = to - along * 9.0;
    painter.add(Shape::convex_polygon(
        vec![tip, foot + across * 4.5, foot - across * 4.5],
        theme.accent.gamma_multiply(0.6),
        Stroke::NONE,
    ));
}
