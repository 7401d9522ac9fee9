//! A list of words, typed with commas between them or one per line.

use eframe::egui::{Id, Ui};

use super::{Field, Look, Pen, field_ui, label_ui};
use crate::edit::Edit;

/// How a list of words is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ListLook {
    /// With commas between the words.
    Commas,
    /// One per line.
    Lines,
}

/// Draws a list of words as one field.
pub(crate) fn words_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    id: Id,
    label: &str,
    look: ListLook,
    list: &[String],
    set: &dyn Fn(Vec<String>) -> Edit,
) {
    label_ui(pen.theme(), ui, label);
    let (between, field_look) = match look {
        ListLook::Commas => (", ", Look::Text),
        ListLook::Lines => ("\n", Look::Text),
    };
    let value = list.join(between);
    let field = Field::new(id, label, field_look).hint("–");
    field_ui(pen, ui, field, &value, |typed, _| {
        let marks: &[char] = match look {
            ListLook::Commas => &[',', ';', '\n'],
            ListLook::Lines => &['\n'],
        };
        let parts = typed.split(marks).map(str::trim);
        Ok(set(parts
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()))
    });
}
