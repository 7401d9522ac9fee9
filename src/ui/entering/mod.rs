//! Entering while people talk: the quick line, one question for all actors, the bridge talk.

use eframe::egui;

use super::cx::{Cx, Outbox};

/// What entering remembers between frames.
#[derive(Debug, Default)]
pub struct Entering {}

/// Draws the quick line at the bottom of the map.
pub fn quick_line_ui(
    _cx: &Cx<'_>,
    _ui: &mut egui::Ui,
    _entering: &mut Entering,
    _out: &mut Outbox,
) {
}

/// Draws the sheet of one question for all actors.
pub fn round_ui(_cx: &Cx<'_>, _ui: &mut egui::Ui, _entering: &mut Entering, _out: &mut Outbox) {}

/// Draws the talk about a bridge.
pub fn bridge_talk_ui(
    _cx: &Cx<'_>,
    _ui: &mut egui::Ui,
    _entering: &mut Entering,
    _out: &mut Outbox,
) {
}

impl Entering {
    /// Begins a line.
    pub fn start_with(&mut self, _text: &str) {}
}
