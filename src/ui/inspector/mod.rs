//! The panel at the right: what is selected, field by field.

use eframe::egui;

use super::cx::{Cx, Outbox};

/// What the inspector remembers between frames.
#[derive(Debug, Default)]
pub struct Inspector {}

/// Draws the inspector of what is selected.
pub fn inspector_ui(
    _cx: &Cx<'_>,
    _ui: &mut egui::Ui,
    _inspector: &mut Inspector,
    _out: &mut Outbox,
) {
}

impl Inspector {
    /// Takes the keys.
    pub fn take_focus(&mut self) {}
}
