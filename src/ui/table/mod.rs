//! The view Table.

use eframe::egui::{Align2, Ui};

use crate::text::command::TABLE;
use crate::ui::cx::{Cx, Outbox};
use crate::ui::theme;

/// What the view remembers between frames.
#[derive(Debug, Default)]
pub(crate) struct Table;

/// Draws the view in what is left.
pub(crate) fn table_ui(cx: &Cx<'_>, ui: &mut Ui, _table: &mut Table, _out: &mut Outbox) {
    let rect = ui.available_rect_before_wrap();
    let at = rect.min + eframe::egui::vec2(4.0 * theme::STEP, theme::STEP);
    ui.painter().rect_filled(rect, 0.0, cx.theme.canvas);
    let font = theme::bold(theme::SUBJECT);
    let head = cx.say(TABLE.text);
    ui.painter()
        .text(at, Align2::LEFT_TOP, head, font, cx.theme.ink);
}
