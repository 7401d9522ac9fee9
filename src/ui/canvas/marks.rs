//! Signs at the actors in which another version of the map differs, while they are lit up.

use eframe::egui::{Align2, CornerRadius, Rect, Stroke, StrokeKind, Ui, Vec2};

use super::Canvas;
use crate::ui::cx::Cx;
use crate::ui::theme;
use crate::ui::view::Mark;

/// The side of a sign on the screen.
const SIDE: f32 = 20.0;

/// Paints a sign at the upper right of each actor that is lit up and marked.
pub(super) fn marks_ui(cx: &Cx<'_>, ui: &Ui, canvas: &Canvas, rect: Rect) {
    let Some(scene) = canvas.scene() else { return };
    let painter = ui.painter_at(rect);
    for (actor, mark) in &cx.view.marks {
        let Some(drawn) = scene.actor(*actor).filter(|_| cx.view.lit.contains(actor)) else {
            continue;
        };
        let middle = canvas.camera.screen_from_map(drawn.figure.centre);
        let away = drawn.figure.radius * canvas.camera.zoom() * 0.8;
        let at = middle + Vec2::new(away, -away);
        let plate = Rect::from_center_size(at, Vec2::splat(SIDE));
        let (fill, ink) = match mark {
            Mark::Changed => (cx.theme.panel, cx.theme.ink),
            Mark::Clash => (cx.theme.conflict, cx.theme.panel),
            Mark::Gone => (cx.theme.field, cx.theme.dim),
        };
        let line = Stroke::new(1.5 * cx.theme.outline, cx.theme.ink);
        painter.rect(plate, CornerRadius::same(6), fill, line, StrokeKind::Inside);
        painter.text(
            plate.center(),
            Align2::CENTER_CENTER,
            mark.sign(),
            theme::bold(15.0),
            ink,
        );
    }
}
