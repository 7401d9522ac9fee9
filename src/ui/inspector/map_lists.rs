//! The lists of the map: issues, values, factors.

use eframe::egui::{self, Key, Modifiers, Ui};

use super::actor::count_of;
use super::field_id;
use crate::edit::{Edit, Entry};
use crate::model::{Answer, Entity, Factor, Issue, IssueId, List, Note, Unknown, Value, ValueId};
use crate::text::inspector::{actor as actor_words, answer, map as words};
use crate::ui::cx::Request;
use crate::ui::theme;
use crate::ui::widget::{
    Choice, Field, Look, Pen, Picked, Picker, Scale, ScaleLook, answer_row_ui, chip_ui, field_ui,
    fold_ui, icon, icon_button_ui, inset, note_ui, pick_ui, toggle_ui,
};

/// Makes a value of which only the name is known.
pub(super) fn new_value(id: ValueId, name: String) -> Value {
    Value {
        id,
        name,
        meaning: Note::default(),
        unknown: Unknown::default(),
    }
}

/// One entry of a list of named things.
struct Row<'a> {
    id: egui::Id,
    label: &'a str,
    name: &'a str,
    place: usize,
    last: usize,
}

/// What was done with a row.
enum RowChange {
    Rename(String),
    Move(usize),
    Remove,
}

/// Draws the name of an entry with buttons for its order; Alt and an arrow move it too.
fn named_row_ui(pen: &mut Pen<'_>, ui: &mut Ui, row: &Row<'_>, edit: &dyn Fn(RowChange) -> Edit) {
    if ui.memory(|memory| memory.has_focus(row.id)) {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
        let to = if pressed(Key::ArrowUp) {
            row.place.checked_sub(1)
        } else if pressed(Key::ArrowDown) {
            Some(row.place + 1).filter(|to| *to <= row.last)
        } else {
            None
        };
        if let Some(to) = to {
            pen.edit(edit(RowChange::Move(to)));
        }
    }
    let needed = pen.say(actor_words::NAME_NEEDED);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 11.0;
        let room = (ui.available_width() - 3.0 * theme::ROW).max(60.0);
        ui.allocate_ui(egui::vec2(room, theme::ROW), |ui| {
            let field = Field::new(row.id, row.label, Look::Entry);
            field_ui(pen, ui, field, row.name, |name, _| {
                if name.is_empty() {
                    Err(needed.to_owned())
                } else {
                    Ok(edit(RowChange::Rename(name)))
                }
            });
        });
        let of = |pen: &Pen<'_>, word| actor_words::of(pen.say(word), row.name);
        let theme = pen.theme();
        let up = icon_button_ui(theme, ui, icon::UP, &of(pen, actor_words::EARLIER));
        if let Some(to) = row.place.checked_sub(1).filter(|_| up.clicked()) {
            pen.edit(edit(RowChange::Move(to)));
        }
        let more = answer::more(row.name, pen.cx.language());
        if icon_button_ui(theme, ui, icon::MORE, &more).clicked() {
            pen.memory.toggle_detail(row.id);
        }
        let remove = icon_button_ui(theme, ui, icon::REMOVE, &of(pen, answer::REMOVE));
        if remove.clicked() {
            pen.edit(edit(RowChange::Remove));
        }
    });
}

pub(super) fn add_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    label: crate::text::Text,
    make: impl FnOnce(String, &mut crate::ui::cx::Outbox) -> Edit,
) {
    let field = Field::new(field_id("map", label.nl), pen.say(label), Look::Add);
    field_ui(pen, ui, field, "", |text, out| Ok(make(text, out)));
}

pub(super) fn put<T: Entity>(entity: T) -> Entry<T> {
    Entry::Put(Box::new(entity))
}

/// Gives the change of a list that a row asks for.
fn entry_of<T: Entity>(
    entity: &T,
    change: RowChange,
    rename: impl FnOnce(&mut T, String),
) -> Entry<T> {
    match change {
        RowChange::Rename(name) => {
            let mut after = entity.clone();
            rename(&mut after, name);
            put(after)
        }
        RowChange::Move(to) => Entry::Move(entity.id(), to),
        RowChange::Remove => Entry::Remove(entity.id()),
    }
}

fn row<'a, T: Entity>(
    list: &List<T>,
    place: usize,
    id: egui::Id,
    label: &'a str,
    name: &'a str,
) -> Row<'a> {
    Row {
        id,
        label,
        name,
        place,
        last: list.len().saturating_sub(1),
    }
}

/// Draws the issues; the one in focus is marked.
pub(super) fn issues_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let cx = pen.cx;
    let issues = &cx.now().issues;
    let count = count_of(issues.len(), pen);
    let focus = cx.issue().map(|issue| issue.id);
    fold_ui(pen, ui, words::ISSUES, &count, false, |pen, ui| {
        for (place, issue) in issues.iter().enumerate() {
            let id = field_id(issue.id, "name");
            let label = pen.say(words::ISSUE);
            let line = row(issues, place, id, label, &issue.name);
            named_row_ui(pen, ui, &line, &|change| {
                Edit::Issue(entry_of(issue, change, |issue, name| issue.name = name))
            });
            let chosen = focus == Some(issue.id);
            if chip_ui(pen.theme(), ui, pen.say(words::FOCUS), chosen).clicked() {
                pen.send(Request::Issue(issue.id));
            }
            if pen.memory.detail == Some(id) {
                inset(ui, |ui| description_ui(pen, ui, issue));
            }
        }
        add_ui(pen, ui, words::NEW_ISSUE, |name, out| {
            Edit::Issue(put(Issue {
                id: out.fresh_id(),
                name,
                description: Note::default(),
                agreement: std::collections::BTreeSet::new(),
                unknown: Unknown::default(),
            }))
        });
    });
}

fn description_ui(pen: &mut Pen<'_>, ui: &mut Ui, issue: &Issue) {
    let id = field_id(issue.id, "description");
    let label = pen.say(words::DESCRIPTION);
    let note = &issue.description;
    note_ui(pen, ui, id, label, Look::Text, note, &|description| {
        Edit::Issue(put(Issue {
            description,
            ..issue.clone()
        }))
    });
    let goals = &pen.cx.now().purpose.agreement;
    for goal in goals.iter().filter(|goal| !goal.text.private) {
        let on = issue.agreement.contains(&goal.id);
        if let Some(on) = toggle_ui(pen.theme(), ui, &goal.text.text, on) {
            let mut after = issue.clone();
            if on {
                after.agreement.insert(goal.id);
            } else {
                after.agreement.remove(&goal.id);
            }
            pen.edit(Edit::Issue(put(after)));
        }
    }
}

/// Draws the values with what they mean here.
pub(super) fn values_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let values = &pen.cx.now().values;
    let count = count_of(values.len(), pen);
    fold_ui(pen, ui, words::VALUES, &count, false, |pen, ui| {
        for (place, value) in values.iter().enumerate() {
            let id = field_id(value.id, "name");
            let label = pen.say(words::VALUE);
            let line = row(values, place, id, label, &value.name);
            named_row_ui(pen, ui, &line, &|change| {
                Edit::Value(entry_of(value, change, |value, name| value.name = name))
            });
            if pen.memory.detail == Some(id) || !value.meaning.is_empty() {
                inset(ui, |ui| {
                    let id = field_id(value.id, "meaning");
                    let label = pen.say(words::MEANING);
                    note_ui(pen, ui, id, label, Look::Text, &value.meaning, &|meaning| {
                        Edit::Value(put(Value {
                            meaning,
                            ..value.clone()
                        }))
                    });
                });
            }
        }
        add_ui(pen, ui, words::NEW_VALUE, |name, out| {
            Edit::Value(put(new_value(out.fresh_id(), name)))
        });
    });
}

/// Draws the forces that are no actors.
pub(super) fn factors_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let cx = pen.cx;
    let factors = &cx.now().factors;
    let count = count_of(factors.len(), pen);
    fold_ui(pen, ui, words::FACTORS, &count, false, |pen, ui| {
        for (place, factor) in factors.iter().enumerate() {
            let id = field_id(factor.id, "name");
            let label = pen.say(words::FACTOR);
            let line = row(factors, place, id, label, &factor.name);
            named_row_ui(pen, ui, &line, &|change| {
                Edit::Factor(entry_of(factor, change, |factor, name| factor.name = name))
            });
            if pen.memory.detail == Some(id) {
                inset(ui, |ui| factor_ui(pen, ui, factor));
            }
        }
        let issue = cx.issue().map(|issue| issue.id);
        add_ui(pen, ui, words::NEW_FACTOR, |name, out| {
            Edit::Factor(put(Factor {
                id: out.fresh_id(),
                name,
                issue,
                force: Answer::NotAsked,
                weight: Answer::NotAsked,
                unknown: Unknown::default(),
            }))
        });
    });
}

fn factor_ui(pen: &mut Pen<'_>, ui: &mut Ui, factor: &Factor) {
    let with = |change: &dyn Fn(&mut Factor)| {
        let mut after = factor.clone();
        change(&mut after);
        Edit::Factor(put(after))
    };
    let force = Scale {
        id: field_id(factor.id, "force"),
        label: pen.say(words::FORCE),
        look: ScaleLook::Track,
    };
    let ends = (pen.say(words::HOLDS_BACK), pen.say(words::DRIVES));
    answer_row_ui(pen, ui, force, Some(ends), &factor.force, &|answer| {
        with(&|after| after.force = answer.clone())
    });
    let weight = Scale {
        id: field_id(factor.id, "weight"),
        label: pen.say(words::WEIGHT),
        look: ScaleLook::Steps,
    };
    answer_row_ui(pen, ui, weight, None, &factor.weight, &|answer| {
        with(&|after| after.weight = answer.clone())
    });
    if let Some(picked) = issue_of_ui(pen, ui, factor) {
        let issue = picked.one();
        pen.edit(with(&|after| after.issue = issue));
    }
}

fn issue_of_ui(pen: &mut Pen<'_>, ui: &mut Ui, factor: &Factor) -> Option<Picked<IssueId>> {
    let issues = &pen.cx.now().issues;
    let shown = factor
        .issue
        .and_then(|issue| issues.get(issue))
        .map_or(pen.say(words::ALL_ISSUES), |issue| issue.name.as_str());
    let picker = Picker {
        id: field_id(factor.id, "issue"),
        label: pen.say(words::ISSUE),
        shown,
        clear: Some(pen.say(words::ALL_ISSUES)),
        own: false,
    };
    let choices: Vec<Choice<IssueId>> = issues
        .iter()
        .map(|issue| Choice {
            label: issue.name.clone(),
            what: issue.id,
        })
        .collect();
    pick_ui(pen, ui, picker, &choices)
}
