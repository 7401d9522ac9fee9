//! What the map is for.

use eframe::egui::{self, Ui};

use super::actor::number_ui;
use super::{field_id, name_of};
use crate::edit::{Edit, Entry, PurposeChange};
use crate::model::{Bounds, Goal, Note, Pause, Unknown, ValueId};
use crate::text::inspector::{actor as actor_words, answer, map as words};
use crate::ui::widget::{
    Choice, Field, ListLook, Look, Pen, Picked, Picker, actor_choices, block_ui, date_ui, field_ui,
    fold_ui, icon, icon_button_ui, inset, label_ui, note_ui, pick_from_ui, pick_ui,
    quiet_button_ui, remark_ui, toggle_ui, words_ui,
};

fn set(change: PurposeChange) -> Edit {
    Edit::Purpose(change)
}

/// Draws the question in one sentence and the values that are wanted.
pub(super) fn purpose_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let cx = pen.cx;
    let now = cx.now();
    let purpose = &now.purpose;
    block_ui(pen, ui, pen.say(words::PURPOSE), |pen, ui| {
        let id = field_id("purpose", "sentence");
        let label = pen.say(words::ISSUE_SENTENCE);
        let note = &purpose.issue_sentence;
        note_ui(pen, ui, id, label, Look::Text, note, &|note| {
            set(PurposeChange::IssueSentence(note))
        });
        label_ui(pen.theme(), ui, pen.say(words::VALUES_WANTED));
        for (place, value) in purpose.values.iter().enumerate() {
            wanted_ui(pen, ui, place, *value);
        }
        let choices: Vec<Choice<ValueId>> = now
            .values
            .iter()
            .filter(|value| !purpose.values.contains(&value.id))
            .map(|value| Choice {
                label: value.name.clone(),
                what: value.id,
            })
            .collect();
        let picker = Picker {
            id: field_id("purpose", "add value"),
            label: pen.say(words::VALUES_WANTED),
            shown: pen.say(answer::ADD),
            clear: None,
            own: true,
        };
        let picked = pick_ui(pen, ui, picker, &choices);
        if let Some(edit) = picked.and_then(|picked| wanted(pen, picked)) {
            pen.edit(edit);
        }
    });
}

/// Gives the edit that wants a value more, a new one where its name was typed.
fn wanted(pen: &mut Pen<'_>, picked: Picked<ValueId>) -> Option<Edit> {
    let mut values = pen.cx.now().purpose.values.clone();
    match picked {
        Picked::One(value) => {
            values.push(value);
            Some(set(PurposeChange::Values(values)))
        }
        Picked::New(name) => {
            let value = super::map_lists::new_value(pen.out.fresh_id(), name);
            values.push(value.id);
            Some(Edit::Many(vec![
                Edit::Value(Entry::Put(Box::new(value))),
                set(PurposeChange::Values(values)),
            ]))
        }
        Picked::Cleared => None,
    }
}

fn wanted_ui(pen: &mut Pen<'_>, ui: &mut Ui, place: usize, value: ValueId) {
    let now = pen.cx.now();
    let values = &now.purpose.values;
    let name = now.values.get(value).map_or("–", |value| &value.name);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        number_ui(pen, ui, place + 1, egui::Sense::hover());
        ui.add_space(8.0);
        let room = (ui.available_width() - 60.0).max(60.0);
        ui.allocate_ui(egui::vec2(room, 28.0), |ui| {
            ui.set_min_width(room);
            ui.add(egui::Label::new(name).wrap());
        });
        let up = actor_words::of(pen.say(actor_words::EARLIER), name);
        if icon_button_ui(pen.theme(), ui, icon::UP, &up).clicked() && place > 0 {
            let mut values = values.clone();
            values.swap(place, place - 1);
            pen.edit(set(PurposeChange::Values(values)));
        }
        let remove = actor_words::of(pen.say(answer::REMOVE), name);
        if icon_button_ui(pen.theme(), ui, icon::REMOVE, &remove).clicked() {
            let mut values = values.clone();
            values.retain(|one| *one != value);
            pen.edit(set(PurposeChange::Values(values)));
        }
    });
}

/// Draws problem, reasons, bounds, dates, initiator and pause.
pub(super) fn more_purpose_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let purpose = &pen.cx.now().purpose;
    let given = [&purpose.problem, &purpose.why, &purpose.whereto]
        .into_iter()
        .filter(|note| !note.is_empty())
        .count()
        + usize::from(purpose.bounds != Bounds::default())
        + usize::from(purpose.horizon.is_some())
        + usize::from(purpose.review.is_some())
        + usize::from(purpose.initiator.is_some())
        + usize::from(purpose.paused.is_some());
    let count = answer::filled(given, pen.cx.language());
    fold_ui(pen, ui, words::MORE_PURPOSE, &count, false, |pen, ui| {
        type Set = fn(Note) -> PurposeChange;
        let notes: [(_, &Note, Set); 3] = [
            (words::PROBLEM, &purpose.problem, PurposeChange::Problem),
            (words::WHY, &purpose.why, PurposeChange::Why),
            (words::WHERETO, &purpose.whereto, PurposeChange::Whereto),
        ];
        for (label, note, change) in notes {
            let id = field_id("purpose", label.nl);
            let label = pen.say(label);
            note_ui(pen, ui, id, label, Look::Text, note, &|note| {
                set(change(note))
            });
        }
        bounds_ui(pen, ui);
        let id = field_id("purpose", "horizon");
        let label = pen.say(words::HORIZON);
        date_ui(pen, ui, id, label, purpose.horizon, &|date| {
            set(PurposeChange::Horizon(date))
        });
        let id = field_id("purpose", "review");
        let label = pen.say(words::REVIEW);
        date_ui(pen, ui, id, label, purpose.review, &|date| {
            set(PurposeChange::Review(date))
        });
        initiator_ui(pen, ui);
        pause_ui(pen, ui);
    });
}

type Part = fn(&mut Bounds) -> &mut Vec<String>;

fn bounds_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let bounds = &pen.cx.now().purpose.bounds;
    let parts: [(_, &Vec<String>, Part); 3] = [
        (words::FIXED, &bounds.fixed, |bounds| &mut bounds.fixed),
        (words::NEGOTIABLE, &bounds.negotiable, |bounds| {
            &mut bounds.negotiable
        }),
        (words::FREE, &bounds.free, |bounds| &mut bounds.free),
    ];
    for (label, list, part) in parts {
        let id = field_id("bounds", label.nl);
        let label = pen.say(label);
        words_ui(pen, ui, id, label, ListLook::Lines, list, &|list| {
            let mut after = bounds.clone();
            *part(&mut after) = list;
            set(PurposeChange::Bounds(after))
        });
    }
}

fn initiator_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let cx = pen.cx;
    let now = cx.now();
    ui.horizontal_wrapped(|ui| {
        remark_ui(pen.theme(), ui, pen.say(words::INITIATOR));
        let picker = Picker {
            id: field_id("purpose", "initiator"),
            label: pen.say(words::INITIATOR),
            shown: now
                .purpose
                .initiator
                .map_or(pen.say(words::CHOOSE), |actor| name_of(cx, actor)),
            clear: Some(pen.say(words::NOBODY)),
            own: false,
        };
        let choices = || actor_choices(now.actors.iter());
        match pick_from_ui(pen, ui, picker, choices) {
            Some(Picked::One(actor)) => pen.edit(set(PurposeChange::Initiator(Some(actor)))),
            Some(Picked::Cleared) => pen.edit(set(PurposeChange::Initiator(None))),
            Some(Picked::New(_)) | None => {}
        }
    });
}

fn pause_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let paused = &pen.cx.now().purpose.paused;
    let label = pen.say(words::PAUSED);
    if let Some(on) = toggle_ui(pen.theme(), ui, label, paused.is_some()) {
        pen.edit(set(PurposeChange::Paused(on.then(Pause::default))));
    }
    let Some(pause) = paused else { return };
    let id = field_id("purpose", "pause reason");
    let label = pen.say(words::PAUSE_REASON);
    note_ui(pen, ui, id, label, Look::Text, &pause.reason, &|reason| {
        set(PurposeChange::Paused(Some(Pause {
            reason,
            ..pause.clone()
        })))
    });
    let id = field_id("purpose", "restart");
    let label = pen.say(words::RESTART);
    note_ui(pen, ui, id, label, Look::Text, &pause.restart, &|restart| {
        set(PurposeChange::Paused(Some(Pause {
            restart,
            ..pause.clone()
        })))
    });
}

/// Draws the goals of the agreement.
pub(super) fn goals_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let goals = &pen.cx.now().purpose.agreement;
    let count = super::actor::count_of(goals.len(), pen);
    fold_ui(pen, ui, words::GOALS, &count, false, |pen, ui| {
        for goal in goals.iter() {
            goal_ui(pen, ui, goal);
        }
        let label = pen.say(words::NEW_GOAL);
        let field = Field::new(field_id("goals", "new"), label, Look::Add);
        field_ui(pen, ui, field, "", |text, out| {
            Ok(put_goal(Goal {
                id: out.fresh_id(),
                text: Note::new(text),
                reference: String::new(),
                horizon: None,
                unknown: Unknown::default(),
            }))
        });
    });
}

fn put_goal(goal: Goal) -> Edit {
    set(PurposeChange::Goal(Entry::Put(Box::new(goal))))
}

fn goal_ui(pen: &mut Pen<'_>, ui: &mut Ui, goal: &Goal) {
    let id = field_id(goal.id, "goal");
    let label = pen.say(words::GOAL);
    note_ui(pen, ui, id, label, Look::Text, &goal.text, &|text| {
        put_goal(Goal {
            text,
            ..goal.clone()
        })
    });
    inset(ui, |ui| {
        let label = pen.say(words::REFERENCE);
        let field = Field::new(id.with("reference"), label, Look::Remark);
        field_ui(pen, ui, field, &goal.reference, |reference, _| {
            Ok(put_goal(Goal {
                reference,
                ..goal.clone()
            }))
        });
        let label = pen.say(words::HORIZON);
        date_ui(pen, ui, id.with("horizon"), label, goal.horizon, &|date| {
            put_goal(Goal {
                horizon: date,
                ..goal.clone()
            })
        });
        if quiet_button_ui(pen.theme(), ui, pen.say(answer::REMOVE)).clicked() {
            pen.edit(set(PurposeChange::Goal(Entry::Remove(goal.id))));
        }
    });
}
