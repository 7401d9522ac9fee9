//! The web: a spoke for each scale, the middle answer now filled, what is wanted as a line.

use std::f32::consts::TAU;

use eframe::egui::{self, Align, Align2, Pos2, Rect, Sense, Shape, Stroke, Ui, Vec2, vec2};

use crate::lens::RadarSpoke;
use crate::model::Language;
use crate::text::lens::say;
use crate::ui::lens::{narrow, real};
use crate::ui::theme::{self, Theme};

/// The widest a label beside the web may be.
const LABEL: f32 = 96.0;
/// The rings of the web, the outer one first.
const RINGS: [f32; 4] = [1.0, 0.75, 0.5, 0.25];

/// Draws a web.
pub(in crate::ui::lens) fn radar_ui(
    theme: &Theme,
    ui: &mut Ui,
    spokes: &[RadarSpoke<'_>],
    title: &str,
    language: Language,
) {
    let wide = ui.available_width().min(420.0);
    let radius = ((wide - 2.0 * LABEL - 20.0) / 2.0).clamp(56.0, 108.0);
    let height = 2.0 * radius + 92.0;
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Image, true, title));
    let centre = rect.center();
    let painter = ui.painter();
    let n = spokes.len();
    let direction = |index: usize| Vec2::angled(TAU * (real(index) / real(n) - 0.25));
    let at = |index: usize, share: f32| centre + direction(index) * (radius * share);
    // The ground comes first, the rings within over it.
    for ring in RINGS {
        let path: Vec<Pos2> = (0..n).map(|index| at(index, ring)).collect();
        if ring < 1.0 {
            let stroke = Stroke::new(theme.outline, theme.hairline);
            painter.add(Shape::closed_line(path, stroke));
        } else {
            let stroke = Stroke::new(theme.outline, theme.faint);
            painter.add(Shape::convex_polygon(path, theme.field, stroke));
        }
    }
    for index in 0..n {
        let stroke = Stroke::new(theme.outline, theme.hairline);
        painter.line_segment([centre, at(index, 1.0)], stroke);
    }
    for (index, spoke) in spokes.iter().enumerate() {
        if let Some((low, high)) = spoke.range.filter(|(low, high)| low < high) {
            let span = [at(index, narrow(low)), at(index, narrow(high))];
            let stroke = Stroke::new(7.0, theme.accent.gamma_multiply(0.22));
            painter.line_segment(span, stroke);
        }
    }
    outline(ui, theme, spokes, &at);
    for (index, spoke) in spokes.iter().enumerate() {
        let words = say(&spoke.field.label, language);
        label(
            ui,
            theme,
            words,
            spoke.now.is_some(),
            (at(index, 1.0), direction(index)),
            rect,
        );
    }
}

/// Paints the middle answers: joined where neighbours both have one, so that what was not asked stays open.
fn outline(ui: &Ui, theme: &Theme, spokes: &[RadarSpoke<'_>], at: &dyn Fn(usize, f32) -> Pos2) {
    let painter = ui.painter();
    let n = spokes.len();
    let centre = at(0, 0.0);
    let points = |of: &dyn Fn(&RadarSpoke<'_>) -> Option<f64>| -> Vec<Option<Pos2>> {
        spokes
            .iter()
            .enumerate()
            .map(|(index, spoke)| of(spoke).map(|share| at(index, narrow(share))))
            .collect()
    };
    let now = points(&|spoke| spoke.now);
    let wanted = points(&|spoke| spoke.wanted);
    let pairs = |points: &[Option<Pos2>]| -> Vec<[Pos2; 2]> {
        (0..n)
            .filter_map(|index| {
                let one = points.get(index).copied().flatten()?;
                let other = points.get((index + 1) % n).copied().flatten()?;
                Some([one, other])
            })
            .collect()
    };
    for [one, other] in pairs(&now) {
        let fill = theme.accent.gamma_multiply(0.18);
        painter.add(Shape::convex_polygon(
            vec![centre, one, other],
            fill,
            Stroke::NONE,
        ));
    }
    for segment in pairs(&now) {
        painter.line_segment(segment, Stroke::new(2.2 * theme.outline, theme.accent));
    }
    for segment in pairs(&wanted) {
        let stroke = Stroke::new(1.8 * theme.outline, theme.ink);
        painter.extend(Shape::dashed_line(&segment, stroke, 6.0, 4.0));
    }
    for point in now.into_iter().flatten() {
        painter.circle(point, 4.5, theme.accent, Stroke::new(1.2, theme.panel));
    }
    for point in wanted.into_iter().flatten() {
        painter.circle(point, 4.0, theme.panel, Stroke::new(1.6, theme.ink));
    }
}

/// Paints the name of a spoke beyond its end.
fn label(
    ui: &Ui,
    theme: &Theme,
    words: &str,
    known: bool,
    (end, direction): (Pos2, Vec2),
    within: Rect,
) {
    let ink = if known { theme.ink } else { theme.dim };
    let (anchor, halign) = if direction.x > 0.3 {
        (Align2::LEFT_CENTER, Align::LEFT)
    } else if direction.x < -0.3 {
        (Align2::RIGHT_CENTER, Align::LEFT)
    } else if direction.y < 0.0 {
        (Align2::CENTER_BOTTOM, Align::LEFT)
    } else {
        (Align2::CENTER_TOP, Align::LEFT)
    };
    let room = if direction.x.abs() > 0.3 {
        LABEL
    } else {
        170.0
    };
    let mut job =
        egui::text::LayoutJob::simple(words.to_owned(), theme::medium(theme::REMARK), ink, room);
    job.halign = halign;
    job.wrap.max_rows = 3;
    let galley = ui.painter().layout_job(job);
    let spot = anchor.anchor_size(end + direction * 10.0, galley.size());
    let x = spot.left().clamp(
        within.left(),
        (within.right() - spot.width()).max(within.left()),
    );
    ui.painter().galley(egui::pos2(x, spot.top()), galley, ink);
}
