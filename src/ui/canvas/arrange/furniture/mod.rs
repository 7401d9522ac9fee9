//! What stands under and around the actors: axes, arrows, quadrants, rings, trays and sums.

mod forces;
mod listing;
mod matrix;
mod rings;
mod sums;

use std::sync::Arc;

use eframe::egui::{
    Align2, Color32, CornerRadius, FontId, Galley, Painter, Pos2, Rect, Stroke, StrokeKind, Ui,
    pos2, vec2,
};

use super::{Laid, letters};
use crate::placement::Point;
use crate::session::arrange::{Arranged, Furniture, Waiting};
use crate::text::arrange as words;
use crate::ui::canvas::Canvas;
use crate::ui::canvas::camera::Camera;
use crate::ui::canvas::units::{pos, rect};
use crate::ui::cx::Cx;
use crate::ui::theme;

pub(in crate::ui::canvas) use listing::list_ui;
pub(super) use listing::{Listed, listed};
pub(super) use sums::{Sums, height as sums_height, sums};

/// Rounds the size of letters, so that zooming does not fill the texture with letters of every size.
fn stepped(size: f32) -> f32 {
    (size * 4.0).round() / 4.0
}

/// The height of a line to the size of its letters.
const LINE: f32 = 1.25;

/// What furniture is painted with.
struct Pen<'a> {
    cx: &'a Cx<'a>,
    painter: Painter,
    camera: &'a Camera,
    /// By how much everything is larger than at 100 % and zoom 1.
    scale: f32,
}

impl Pen<'_> {
    fn at(&self, point: Point) -> Pos2 {
        self.camera.screen_from_map(pos(point))
    }

    fn area(&self, area: crate::placement::Rect) -> Rect {
        self.camera.screen_rect(rect(area))
    }

    fn font(&self, font: fn(f32) -> FontId, size: f32) -> FontId {
        font(stepped(size * self.scale))
    }

    /// Gives the height of a line of letters.
    fn line(&self, size: f32) -> f32 {
        stepped(size * self.scale) * LINE
    }

    fn text(&self, at: Pos2, anchor: Align2, text: &str, font: FontId, ink: Color32) -> Rect {
        self.painter.text(at, anchor, text, font, ink)
    }

    fn wrapped(&self, text: &str, font: FontId, ink: Color32, width: f32) -> Arc<Galley> {
        self.painter
            .layout(text.to_owned(), font, ink, width.max(20.0))
    }
}

/// Paints what stands under the actors.
pub(in crate::ui::canvas) fn under_ui(cx: &Cx<'_>, ui: &Ui, canvas: &Canvas, seen: Rect) {
    let Some(laid) = &canvas.laid else { return };
    let pen = Pen {
        cx,
        painter: ui.painter_at(seen),
        camera: &canvas.camera,
        scale: letters(cx, canvas.picture) * canvas.camera.zoom(),
    };
    tray_ui(&pen, &laid.arranged);
    listing::paint(&pen, canvas, laid);
    match &laid.arranged.furniture {
        Furniture::Forces(field) => forces::forces_ui(&pen, laid, field),
        Furniture::Matrix(field) => matrix::matrix_ui(&pen, &laid.arranged, field),
        Furniture::Rings(field) => rings::rings_ui(&pen, laid, field),
    }
}

/// Paints what stands over the canvas in a picture: what the view is about.
pub(in crate::ui::canvas) fn over_ui(cx: &Cx<'_>, ui: &Ui, canvas: &Canvas, seen: Rect) {
    if !canvas.picture || canvas.laid.is_none() {
        return;
    }
    let scale = letters(cx, true);
    let free = super::free(cx, seen, true);
    let told = super::about::told(cx);
    let font = theme::semibold(theme::BODY * scale);
    let at = free.left_top() - vec2(0.0, 8.0 * scale);
    let painter = ui.painter_at(seen);
    if let Some((label, chosen)) = told {
        let label = painter.text(
            at,
            Align2::LEFT_BOTTOM,
            format!("{label}  "),
            theme::regular(theme::BODY * scale),
            cx.theme.dim,
        );
        let beside = pos2(label.right(), at.y);
        painter.text(beside, Align2::LEFT_BOTTOM, chosen, font, cx.theme.ink);
    }
    if let Some(hint) = super::about::reading(cx) {
        let font = theme::regular(theme::REMARK * scale);
        let foot = seen.left_bottom() + vec2(20.0, -12.0);
        painter.text(foot, Align2::LEFT_BOTTOM, cx.say(hint), font, cx.theme.dim);
    }
}

fn tray_ui(pen: &Pen<'_>, arranged: &Arranged) {
    for section in &arranged.tray {
        let area = pen.area(section.area);
        let theme = pen.cx.theme;
        let stroke = Stroke::new(1.0, theme.hairline);
        let round = CornerRadius::same(10);
        pen.painter
            .rect(area, round, theme.panel, stroke, StrokeKind::Inside);
        let head = match section.waiting {
            Waiting::NotAsked => words::NOT_ASKED,
            Waiting::NotCounted => words::NOT_COUNTED,
        };
        let text = words::section(head, section.count, pen.cx.language());
        let font = pen.font(theme::semibold, theme::REMARK);
        let at = area.left_top() + vec2(12.0, 9.0) * pen.scale;
        pen.text(at, Align2::LEFT_TOP, &text, font, theme.dim);
    }
}

/// Gives the boxes that names keep off: the names of quadrants and rings.
pub(super) fn boxes(arranged: &Arranged, scale: f32) -> Vec<Rect> {
    match &arranged.furniture {
        // Names stand in their rows, and nothing else stands there.
        Furniture::Forces(_) => Vec::new(),
        Furniture::Matrix(field) => matrix::boxes(field),
        Furniture::Rings(field) => rings::boxes(field, scale),
    }
}
