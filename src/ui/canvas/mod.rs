//! The map on the screen.

use eframe::egui;

use super::cx::{Cx, Outbox};

/// What the canvas remembers between frames.
#[derive(Debug, Default)]
pub struct Canvas {}

/// Draws the map and takes its gestures.
pub fn canvas_ui(_cx: &Cx<'_>, ui: &mut egui::Ui, _canvas: &mut Canvas, _out: &mut Outbox) {
    ui.allocate_space(ui.available_size());
}
