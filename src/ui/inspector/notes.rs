//! A list of free notes, each of which may be private.

use eframe::egui::{Id, Ui};

use super::actor::count_of;
use crate::edit::{Edit, ListChange};
use crate::model::Note;
use crate::text::inspector::{actor as words, answer};
use crate::ui::widget::{Field, Look, Pen, field_ui, fold_ui, note_ui, quiet_button_ui};

/// Draws the notes of something.
pub(super) fn notes_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    id: Id,
    notes: &[Note],
    set: &dyn Fn(ListChange<Note>) -> Edit,
) {
    let count = count_of(notes.len(), pen);
    fold_ui(pen, ui, words::NOTES, &count, false, |pen, ui| {
        for (place, note) in notes.iter().enumerate() {
            let label = words::note(place + 1, pen.cx.language());
            note_ui(pen, ui, id.with(place), &label, Look::Text, note, &|note| {
                if note.is_empty() {
                    set(ListChange::Remove(place))
                } else {
                    set(ListChange::Set(place, note))
                }
            });
            if quiet_button_ui(pen.theme(), ui, pen.say(answer::REMOVE)).clicked() {
                pen.edit(set(ListChange::Remove(place)));
            }
        }
        let field = Field::new(id.with("new"), pen.say(words::NEW_NOTE), Look::Add);
        field_ui(pen, ui, field, "", |text, _| {
            Ok(set(ListChange::Add(Note::new(text))))
        });
    });
}
