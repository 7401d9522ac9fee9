//! The folded rest of an actor: features, how it sees others, relations, groups, notes.

use eframe::egui::{self, Ui};

use super::actor::count_of;
use super::{field_id, name_of, notes, subject};
use crate::edit::{ActorChange, Edit, GroupChange};
use crate::model::{Actor, Form, Group, GroupId, Level, Note, Relation, Tone};
use crate::session::{Item, Selection};
use crate::text::inspector::answer::{filled, lower};
use crate::text::inspector::{actor as words, relation as relation_words};
use crate::text::terms::{self, Named as _};
use crate::ui::cx::Request;
use crate::ui::widget::{
    Choice, ListLook, Look, Pen, Picked, Picker, Segment, actor_choices, chip_ui, fold_ui,
    label_ui, note_ui, pick_from_ui, pick_ui, quiet_button_ui, segments_ui, toggle_ui, words_ui,
};

/// Draws form, place in the organisation, level and lists of words.
pub(super) fn features_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    let lists = [
        (words::TALENTS, &actor.talents),
        (words::TAGS, &actor.tags),
        (words::AREA, &actor.area),
        (words::PORTFOLIO, &actor.portfolio),
    ];
    let given = lists.iter().filter(|(_, list)| !list.is_empty()).count()
        + usize::from(actor.form.is_some())
        + usize::from(actor.inside.is_some())
        + usize::from(actor.connected_party)
        + usize::from(actor.candidate)
        + usize::from(!actor.level.is_empty());
    let count = filled(given, pen.cx.language());
    let changes = [
        ActorChange::Talents,
        ActorChange::Tags,
        ActorChange::Area,
        ActorChange::Portfolio,
    ];
    fold_ui(pen, ui, words::TRAITS, &count, false, |pen, ui| {
        if actor.short.is_empty() && actor.name.chars().count() <= 24 {
            subject::short_ui(pen, ui, actor);
        }
        form_ui(pen, ui, actor);
        place_ui(pen, ui, actor);
        level_ui(pen, ui, actor);
        for ((label, list), change) in lists.into_iter().zip(changes) {
            let id = field_id(actor.id, label.nl);
            let label = pen.say(label);
            words_ui(pen, ui, id, label, ListLook::Commas, list, &|list| {
                Edit::Actor(actor.id, change(list))
            });
        }
    });
}

fn form_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    let language = pen.cx.language();
    label_ui(pen.theme(), ui, pen.say(words::FORM));
    let forms: Vec<_> = Form::ALL
        .iter()
        .map(|form| Segment {
            label: form.word(language),
            chosen: actor.form == Some(*form),
        })
        .collect();
    let clicked = segments_ui(pen.theme(), ui, &forms);
    if let Some(form) = clicked.and_then(|place| Form::ALL.get(place).copied()) {
        let form = Some(form).filter(|form| actor.form != Some(*form));
        pen.edit(Edit::Actor(actor.id, ActorChange::Form(form)));
    }
}

fn place_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    use crate::text::inspector::answer::yes_no;
    label_ui(pen.theme(), ui, pen.say(words::INSIDE));
    let choices = [None, Some(true), Some(false)];
    let segments = choices.map(|inside| Segment {
        label: inside.map_or(pen.say(words::INSIDE_BY_ARENA), |yes| pen.say(yes_no(yes))),
        chosen: actor.inside == inside,
    });
    let clicked = segments_ui(pen.theme(), ui, &segments);
    if let Some(inside) = clicked.and_then(|place| choices.get(place).copied())
        && inside != actor.inside
    {
        pen.edit(Edit::Actor(actor.id, ActorChange::Inside(inside)));
    }
    let label = pen.say(words::CONNECTED);
    if let Some(on) = toggle_ui(pen.theme(), ui, label, actor.connected_party) {
        pen.edit(Edit::Actor(actor.id, ActorChange::ConnectedParty(on)));
    }
    let label = pen.say(words::CANDIDATE);
    if let Some(on) = toggle_ui(pen.theme(), ui, label, actor.candidate) {
        pen.edit(Edit::Actor(actor.id, ActorChange::Candidate(on)));
    }
}

fn level_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    let language = pen.cx.language();
    label_ui(pen.theme(), ui, pen.say(words::LEVEL));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        for level in Level::ALL {
            let on = actor.level.contains(level);
            if chip_ui(pen.theme(), ui, level.word(language), on).clicked() {
                let mut levels = actor.level.clone();
                if on {
                    levels.retain(|one| one != level);
                } else {
                    levels.push(*level);
                    levels.sort_unstable();
                }
                pen.edit(Edit::Actor(actor.id, ActorChange::Level(levels)));
            }
        }
    });
}

/// Draws how the actor sees each other one of whom it is known, and a menu for the next.
pub(super) fn sees_others_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    let cx = pen.cx;
    let set = |other, note| Edit::Actor(actor.id, ActorChange::SeesOther(other, note));
    let added_id = field_id(actor.id, "sees other");
    let added: Option<crate::model::ActorId> = ui.data(|data| data.get_temp(added_id));
    let seen = &actor.perspective.sees_other;
    let blank = Note::default();
    let others = seen.keys().copied();
    let others = others.chain(added.filter(|other| !seen.contains_key(other)));
    for other in others {
        let label = words::sees_other(name_of(cx, other), cx.language());
        let id = field_id((actor.id, other), "sees");
        let note = seen.get(&other).unwrap_or(&blank);
        note_ui(pen, ui, id, &label, Look::Text, note, &|note| {
            set(other, note)
        });
    }
    let choices = || {
        let others = cx.now().actors.iter();
        actor_choices(others.filter(|it| it.id != actor.id && !seen.contains_key(&it.id)))
    };
    let picker = Picker {
        id: added_id.with("menu"),
        label: pen.say(words::SEES_OTHERS),
        shown: pen.say(words::ADD_OTHER),
        clear: None,
        own: false,
    };
    label_ui(pen.theme(), ui, pen.say(words::SEES_OTHERS));
    if let Some(Picked::One(other)) = pick_from_ui(pen, ui, picker, choices) {
        ui.data_mut(|data| data.insert_temp(added_id, other));
    }
}

/// Draws the relations of an actor; a click selects one.
pub(super) fn ties_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    let now = pen.cx.now();
    let relations: Vec<&Relation> = now.relations_of(actor.id).collect();
    let count = count_of(relations.len(), pen);
    fold_ui(pen, ui, words::RELATIONS, &count, false, |pen, ui| {
        for relation in relations {
            let line = tie_in_words(pen, relation, actor);
            if quiet_button_ui(pen.theme(), ui, &line).clicked() {
                let item = Item::Relation(relation.id);
                pen.send(Request::Select(Selection::one(item)));
            }
        }
    });
}

fn tie_in_words(pen: &Pen<'_>, relation: &Relation, actor: &Actor) -> String {
    let language = pen.cx.language();
    let other = relation.other_end(actor.id).unwrap_or(relation.to);
    let name = name_of(pen.cx, other);
    let arrow = match (relation.mutual, relation.from == actor.id) {
        (true, _) => "–",
        (false, true) => "→",
        (false, false) => "←",
    };
    let kind = relation
        .kind
        .as_ref()
        .map(|kind| lower(terms::term(kind, language)));
    let tone = (relation.tone == Tone::Conflict).then(|| lower(relation.tone.word(language)));
    let starred = relation
        .starred
        .then(|| lower(pen.say(relation_words::STARRED)));
    let parts = [Some(format!("{arrow} {name}")), kind, tone, starred];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Draws the groups of an actor, with a menu to join one.
pub(super) fn groups_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    let now = pen.cx.now();
    let groups: Vec<&Group> = now.groups_of(actor.id).map(|(_, group)| group).collect();
    let count = count_of(groups.len(), pen);
    fold_ui(pen, ui, words::GROUPS, &count, false, |pen, ui| {
        for group in &groups {
            if quiet_button_ui(pen.theme(), ui, &group.name).clicked() {
                let item = Item::Group(group.id);
                pen.send(Request::Select(Selection::one(item)));
            }
        }
        let id = field_id(actor.id, "add to group");
        if let Some(edit) = join_ui(pen, ui, id, &[actor.id]) {
            pen.edit(edit);
        }
    });
}

/// Draws a menu that adds actors to a group, or to a new one that is typed.
pub(super) fn join_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    id: egui::Id,
    actors: &[crate::model::ActorId],
) -> Option<Edit> {
    let choices: Vec<Choice<GroupId>> = pen
        .cx
        .now()
        .groups
        .iter()
        .filter(|group| !actors.iter().all(|actor| group.members.contains(actor)))
        .map(|group| Choice {
            label: group.name.clone(),
            what: group.id,
        })
        .collect();
    let picker = Picker {
        id,
        label: pen.say(words::ADD_TO_GROUP),
        shown: pen.say(words::ADD_TO_GROUP),
        clear: None,
        own: true,
    };
    match pick_ui(pen, ui, picker, &choices)? {
        Picked::One(group) => {
            let join = |actor: &crate::model::ActorId| {
                Edit::Group(group, GroupChange::Member(*actor, true))
            };
            Some(Edit::Many(actors.iter().map(join).collect()))
        }
        Picked::New(name) => {
            let mut group = Group::new(pen.out.fresh_id(), name);
            group.members.extend(actors);
            Some(Edit::AddGroup(Box::new(group)))
        }
        Picked::Cleared => None,
    }
}

/// Draws the notes of an actor.
pub(super) fn notes_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    let id = field_id(actor.id, "notes");
    notes::notes_ui(pen, ui, id, &actor.notes, &|change| {
        Edit::Actor(actor.id, ActorChange::Note(change))
    });
}
