//! The sheet that asks for a path, where the system has no dialog for files.

use eframe::egui::{self, Frame, Id, Key, Margin, Modal, RichText, Stroke, TextEdit};

use super::PathSheet;
use crate::text::{files as words, sheets};
use crate::ui::dialogs::FileQuestion;
use crate::ui::shell::Look;
use crate::ui::theme;

/// Draws the sheet; gives whether the path holds once the user decided.
pub(super) fn path_sheet_ui(
    look: Look<'_>,
    ctx: &egui::Context,
    sheet: &mut PathSheet,
) -> Option<bool> {
    let opening = matches!(
        sheet.question,
        FileQuestion::OpenMap | FileQuestion::OpenLens
    );
    let head = if opening {
        words::PATH_OPEN
    } else {
        words::PATH_SAVE
    };
    let frame = Frame::popup(&ctx.global_style())
        .fill(look.theme.panel)
        .stroke(Stroke::new(1.0, look.theme.hairline))
        .corner_radius(14)
        .inner_margin(Margin::symmetric(24, 20));
    let modal = Modal::new(Id::new("path sheet"))
        .frame(frame)
        .show(ctx, |ui| {
            ui.set_width((ctx.content_rect().width() - 80.0).min(520.0));
            ui.label(RichText::new(look.say(head)).font(theme::bold(18.0)));
            ui.label(RichText::new(look.say(words::PATH_WHY)).color(look.theme.dim));
            let label = ui.label(look.say(words::PATH));
            let field = ui
                .add(TextEdit::singleline(&mut sheet.text).desired_width(f32::INFINITY))
                .labelled_by(label.id);
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if !field.has_focus() && ui.memory(|memory| memory.focused().is_none()) {
                field.request_focus();
            }
            ui.horizontal(|ui| {
                let verb = if opening { words::OPEN } else { sheets::SAVE };
                let agreed = ui.button(look.say(verb)).clicked() || entered;
                let left = ui.button(look.say(sheets::CANCEL)).clicked();
                match (agreed && !sheet.text.trim().is_empty(), left) {
                    (true, _) => Some(true),
                    (false, true) => Some(false),
                    (false, false) => None,
                }
            })
            .inner
        });
    let escaped = ctx.input(|input| input.key_pressed(Key::Escape));
    modal.inner.or(escaped.then_some(false))
}
