//! What was silenced on this map, to be brought back.

use eframe::egui::Ui;

use super::Seen;
use crate::edit::{Edit, MapChange};
use crate::session::forgotten::Prompt;
use crate::text::forgotten as words;
use crate::ui::widget::{Pen, fold_ui, quiet_button_ui};

/// Draws what was silenced, folded; nothing where nothing was.
pub(super) fn silenced_ui(pen: &mut Pen<'_>, ui: &mut Ui, seen: &Seen) {
    if seen.silenced.is_empty() {
        return;
    }
    let count = seen.silenced.len().to_string();
    fold_ui(pen, ui, words::SILENCED, &count, false, |pen, ui| {
        let language = pen.cx.language();
        for prompt in &seen.silenced {
            if quiet_button_ui(pen.theme(), ui, &words::back(*prompt, language)).clicked() {
                pen.edit(asked_again(*prompt));
            }
        }
        if seen.silenced.len() > 1
            && quiet_button_ui(pen.theme(), ui, pen.say(words::ALL_BACK)).clicked()
        {
            let edits = seen.silenced.iter().copied().map(asked_again);
            pen.edit(Edit::Many(edits.collect()));
        }
    });
}

fn asked_again(prompt: Prompt) -> Edit {
    Edit::Map(MapChange::Silenced(prompt.code(), false))
}
