//! A cell of a question of a lens: a scale or a choice is changed in place, what takes more room in the inspector.

use eframe::egui::Ui;

use super::cell::{Row, field_id, label, menu_ui};
use super::column::Column;
use crate::edit::Edit;
use crate::lens::{LensPlace, Question, QuestionKey, answer_at};
use crate::model::{Actor, Answer, FieldKind, LensValue};
use crate::session::lens::{answer_edit, with_value};
use crate::session::{Item, Selection};
use crate::text::lens::{number, say};
use crate::ui::cx::Request;
use crate::ui::widget::{Choice, Field, Look, Pen, Picked, field_ui, quiet_button_ui};

/// Draws the cell.
pub(super) fn lens_cell_ui(pen: &mut Pen<'_>, ui: &mut Ui, key: QuestionKey, row: Row<'_>) {
    let cx = pen.cx;
    let Some(question) = cx.catalogue().question(key.name()) else {
        return;
    };
    let column = Column::Lens(key);
    let language = cx.language();
    match &question.field.kind {
        FieldKind::Scale { low, high, .. } => {
            let steps = (*low..=*high).take(21);
            let choices: Vec<Choice<LensValue>> = steps
                .map(|step| Choice {
                    label: number(step, *low < 0),
                    what: LensValue::Scale(step),
                })
                .collect();
            pick(pen, ui, (column, question), row, &choices);
        }
        FieldKind::Choice(options) => {
            let choices: Vec<Choice<LensValue>> = options
                .iter()
                .map(|option| Choice {
                    label: say(&option.label, language).to_owned(),
                    what: LensValue::Choice(option.code.clone()),
                })
                .collect();
            pick(pen, ui, (column, question), row, &choices);
        }
        FieldKind::Short => short_ui(pen, ui, (column, question), row),
        FieldKind::Choices(_)
        | FieldKind::Ranked(_)
        | FieldKind::Long
        | FieldKind::Date
        | FieldKind::Actors
        | FieldKind::Triangle(_)
        | FieldKind::NowAndWanted(_) => {
            let told = column.said(row.actor, row.about).typed(language);
            let told = if told.is_empty() {
                "–".to_owned()
            } else {
                told
            };
            if quiet_button_ui(pen.theme(), ui, &told).clicked() {
                let item = Item::Actor(row.actor.id);
                pen.send(Request::Select(Selection::one(item)));
                pen.send(Request::Lens(question.lens.id.clone()));
            }
        }
    }
}

/// Gives the edit of all targets; a private answer among them stays as it is.
fn all(
    pen: &Pen<'_>,
    question: Question<'_>,
    targets: &[&Actor],
    value: Option<&LensValue>,
) -> Edit {
    let name = question.name();
    let edits = targets.iter().filter_map(|actor| {
        let place = LensPlace::Actor(actor.id);
        let before = answer_at(pen.cx.now(), place, &name, question.field);
        if before.private() {
            return None;
        }
        let after = match value {
            Some(value) => with_value(&before, value.clone(), Vec::new(), pen.cx.today),
            None => Answer::NotAsked,
        };
        Some(answer_edit(place, question, after))
    });
    let mut edits: Vec<Edit> = edits.collect();
    match (edits.len(), edits.pop()) {
        (1, Some(edit)) => edit,
        (_, last) => {
            edits.extend(last);
            Edit::Many(edits)
        }
    }
}

fn pick(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    (column, question): (Column, Question<'_>),
    row: Row<'_>,
    choices: &[Choice<LensValue>],
) {
    let edit = match menu_ui(pen, ui, column, row, false, choices) {
        Some(Picked::One(value)) => all(pen, question, row.targets, Some(&value)),
        Some(Picked::Cleared) => all(pen, question, row.targets, None),
        Some(Picked::New(_)) | None => return,
    };
    pen.edit(edit);
}

fn short_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    (column, question): (Column, Question<'_>),
    row: Row<'_>,
) {
    let label = label(pen, column, row);
    let name = question.name();
    let place = LensPlace::Actor(row.actor.id);
    let answer = answer_at(pen.cx.now(), place, &name, question.field);
    let text = match answer.value() {
        Some(LensValue::Short(text)) => text.clone(),
        _ => String::new(),
    };
    let field = Field::new(field_id(row.actor, column), &label, Look::Line).hint("–");
    let cx = pen.cx;
    let targets = row.targets;
    field_ui(pen, ui, field, &text, |typed, _| {
        let value = LensValue::Short(typed);
        let edits = targets.iter().map(|actor| {
            let place = LensPlace::Actor(actor.id);
            let before = answer_at(cx.now(), place, &name, question.field);
            let after = with_value(&before, value.clone(), Vec::new(), cx.today);
            answer_edit(place, question, after)
        });
        let mut edits: Vec<Edit> = edits.collect();
        Ok(if edits.len() == 1 {
            edits.remove(0)
        } else {
            Edit::Many(edits)
        })
    });
}
