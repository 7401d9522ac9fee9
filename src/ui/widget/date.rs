//! A date that is typed.

use eframe::egui::{Id, Ui};
use jiff::civil::Date;

use super::{Field, Look, Pen, field_ui, label_ui};
use crate::edit::Edit;
use crate::text::inspector::date as words;

/// Draws a date to type; what is no date is said beneath.
pub(crate) fn date_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    id: Id,
    label: &str,
    date: Option<Date>,
    set: &dyn Fn(Option<Date>) -> Edit,
) {
    label_ui(pen.theme(), ui, label);
    let language = pen.cx.language();
    let value = date
        .map(|date| words::written(date, language))
        .unwrap_or_default();
    let field = Field::new(id, label, Look::Line).hint(pen.say(words::HINT));
    let today = pen.cx.today;
    field_ui(pen, ui, field, &value, |typed, _| {
        if typed.is_empty() {
            return Ok(set(None));
        }
        words::read(&typed, today)
            .map(|date| set(Some(date)))
            .ok_or_else(|| words::not_a_date(language))
    });
}
