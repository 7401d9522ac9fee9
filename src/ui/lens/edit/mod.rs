//! The editors of the ten kinds of answers.

mod actors;
mod options;
mod ranked;
mod steps;
mod triangle;

use eframe::egui::{Id, Ui};

use crate::edit::Edit;
use crate::model::{FieldKind, LensValue, Note};
use crate::text::inspector::answer as answer_words;
use crate::text::lens as words;
use crate::ui::widget::{Field, Look, Pen, date_ui, field_ui, label_ui, note_ui};

/// What an editor is called and how it stands.
#[derive(Clone, Copy)]
pub(super) struct Part<'a> {
    /// Its identity.
    pub(super) id: Id,
    /// The question.
    pub(super) label: &'a str,
    /// Whether what is typed is private.
    pub(super) private: bool,
    /// The lowest and highest voice, where voices differ.
    pub(super) span: Option<(i32, i32)>,
    /// The edit that takes the answer away, where it can be.
    pub(super) clear: Option<&'a Edit>,
}

/// Draws the editor of a kind.
pub(super) fn part_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    part: Part<'_>,
    kind: &FieldKind,
    value: Option<&LensValue>,
    set: &dyn Fn(LensValue) -> Edit,
) {
    match kind {
        FieldKind::Scale {
            low,
            high,
            low_label,
            high_label,
        } => {
            let step = match value {
                Some(LensValue::Scale(step)) => Some(*step),
                _ => None,
            };
            let ends = (low_label, high_label);
            steps::steps_ui(pen, ui, part, (*low, *high), ends, step, set);
        }
        FieldKind::Choice(all) => options::choice_ui(pen, ui, part, all, value, set),
        FieldKind::Choices(all) => options::choices_ui(pen, ui, part, all, value, set),
        FieldKind::Ranked(all) => ranked::ranked_ui(pen, ui, part, all, value, set),
        FieldKind::Short => short_ui(pen, ui, part, value, set),
        FieldKind::Long => long_ui(pen, ui, part, value, set),
        FieldKind::Date => day_ui(pen, ui, part, value, set),
        FieldKind::Actors => actors::actors_ui(pen, ui, part, value, set),
        FieldKind::Triangle(corners) => {
            triangle::triangle_ui(pen, ui, part, corners, value, set);
        }
        FieldKind::NowAndWanted(kind) => pair_ui(pen, ui, part, kind, value, set),
    }
}

/// Draws now and wanted; the first answer stands for both until the other is changed.
fn pair_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    part: Part<'_>,
    kind: &FieldKind,
    value: Option<&LensValue>,
    set: &dyn Fn(LensValue) -> Edit,
) {
    if matches!(kind, FieldKind::NowAndWanted(_)) {
        return;
    }
    let (now, wanted) = match value {
        Some(LensValue::NowAndWanted(now, wanted)) => (Some(now.as_ref()), Some(wanted.as_ref())),
        _ => (None, None),
    };
    let pair = |now: LensValue, wanted: LensValue| {
        set(LensValue::NowAndWanted(Box::new(now), Box::new(wanted)))
    };
    let set_now = |value: LensValue| match wanted {
        Some(wanted) => pair(value, wanted.clone()),
        None => pair(value.clone(), blank(&value)),
    };
    let set_wanted = |value: LensValue| match now {
        Some(now) => pair(now.clone(), value),
        None => pair(blank(&value), value),
    };
    let halves: [(_, _, &dyn Fn(LensValue) -> Edit); 2] = [
        (words::NOW, now, &set_now),
        (words::WANTED, wanted, &set_wanted),
    ];
    for (text, value, set) in halves {
        let name = pen.say(text);
        label_ui(pen.theme(), ui, name);
        let label = format!("{}: {}", part.label, answer_words::lower(name));
        let half = Part {
            id: part.id.with(text.nl),
            label: &label,
            span: None,
            ..part
        };
        part_ui(pen, ui, half, kind, value, set);
    }
}

/// Gives what stands on the other side of a pair of which one side was answered: nothing where that can be, else the
/// same.
fn blank(value: &LensValue) -> LensValue {
    match value {
        LensValue::Choices(_) => LensValue::Choices(Vec::new()),
        LensValue::Ranked(_) => LensValue::Ranked(Vec::new()),
        LensValue::Actors(_) => LensValue::Actors(Vec::new()),
        LensValue::Short(_) => LensValue::Short(String::new()),
        LensValue::Long(note) => LensValue::Long(Note {
            text: String::new(),
            ..note.clone()
        }),
        other => other.clone(),
    }
}

fn short_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    part: Part<'_>,
    value: Option<&LensValue>,
    set: &dyn Fn(LensValue) -> Edit,
) {
    let text = match value {
        Some(LensValue::Short(text)) => text.as_str(),
        _ => "",
    };
    let hint = pen.say(answer_words::WRITE);
    let mut field = Field::new(part.id, part.label, Look::Line).hint(hint);
    if part.private {
        field = field.concealed();
    }
    field_ui(pen, ui, field, text, |typed, _| {
        Ok(set(LensValue::Short(typed)))
    });
}

fn long_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    part: Part<'_>,
    value: Option<&LensValue>,
    set: &dyn Fn(LensValue) -> Edit,
) {
    let blank = Note {
        private: part.private,
        ..Note::default()
    };
    let note = match value {
        Some(LensValue::Long(note)) => note,
        _ => &blank,
    };
    if part.private {
        // The band above covers the whole answer; a second one within it would only be in the way.
        let hint = pen.say(answer_words::WRITE);
        let field = Field::new(part.id, part.label, Look::Text)
            .hint(hint)
            .concealed();
        field_ui(pen, ui, field, &note.text, |text, _| {
            Ok(set(LensValue::Long(Note {
                text,
                ..note.clone()
            })))
        });
        return;
    }
    note_ui(pen, ui, part.id, "", Look::Text, note, &|note| {
        set(LensValue::Long(note))
    });
}

fn day_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    part: Part<'_>,
    value: Option<&LensValue>,
    set: &dyn Fn(LensValue) -> Edit,
) {
    let day = match value {
        Some(LensValue::Date(day)) => Some(*day),
        _ => None,
    };
    let nothing = Edit::Many(Vec::new());
    let clear = part.clear.unwrap_or(&nothing);
    date_ui(pen, ui, part.id, part.label, day, &|day| {
        day.map_or_else(|| clear.clone(), |day| set(LensValue::Date(day)))
    });
}
