//! What stands around the map: menus, status line, search and commands, sheets, the welcome screen.

use eframe::egui;

use super::cx::{Cx, Outbox};

/// What the shell remembers between frames.
#[derive(Debug, Default)]
pub struct Shell {}

/// Draws the bar with menus, title and search field.
pub fn top_bar_ui(_cx: &Cx<'_>, _ui: &mut egui::Ui, _shell: &mut Shell, _out: &mut Outbox) {}

/// Draws the status line.
pub fn status_ui(_cx: &Cx<'_>, _ui: &mut egui::Ui, _out: &mut Outbox) {}

/// Draws the sheet that is open.
pub fn overlay_ui(_cx: &Cx<'_>, _ui: &mut egui::Ui, _shell: &mut Shell, _out: &mut Outbox) {}
