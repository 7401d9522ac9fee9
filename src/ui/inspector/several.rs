//! The inspector of several things at once: what they share, set for all in one edit.

use eframe::egui::Ui;

use super::{features, field_id, subject};
use crate::edit::{ActorChange, Edit, Entry, MapChange};
use crate::model::{Actor, Answer, Position, Term};
use crate::session::Item;
use crate::text::inspector::{actor as actor_words, relation as words};
use crate::text::terms;
use crate::ui::command::Command;
use crate::ui::cx::Request;
use crate::ui::view::Overlay;
use crate::ui::widget::{
    Pen, Picked, Picker, Scale, ScaleLook, answer_row_ui, block_ui, head_ui, pick_ui,
    quiet_button_ui, remark_ui, rule_ui, scale_ui,
};

/// Draws the inspector of several things.
pub(super) fn several_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let cx = pen.cx;
    let selection = cx.session.selection();
    let actors: Vec<&Actor> = selection
        .actors()
        .filter_map(|actor| cx.now().actors.get(actor))
        .collect();
    let others = selection.len() - actors.len();
    let title = words::chosen(actors.len(), others, cx.language());
    let names: Vec<&str> = actors.iter().map(|actor| actor.name.as_str()).collect();
    subject::title_ui(pen, ui, &title, &names.join(", "));
    if !actors.is_empty() {
        block_ui(pen, ui, pen.say(words::ALL_AT_ONCE), |pen, ui| {
            terms_ui(pen, ui, &actors);
            scores_ui(pen, ui, &actors);
        });
        together_ui(pen, ui, &actors);
    }
    rule_ui(pen.theme(), ui);
    if quiet_button_ui(pen.theme(), ui, pen.say(words::DELETE_ALL)).clicked() {
        let edits = selection.iter().map(removal).collect();
        pen.edit(Edit::Many(edits));
    }
}

fn removal(item: Item) -> Edit {
    match item {
        Item::Actor(id) => Edit::RemoveActor(id),
        Item::Relation(id) => Edit::RemoveRelation(id),
        Item::Group(id) => Edit::RemoveGroup(id),
        Item::Role(id) => Edit::RemoveRole(id),
        Item::Text(id) => Edit::Text(Entry::Remove(id)),
    }
}

/// Gives what all have in common, or nothing where they differ.
fn shared<'a, T: PartialEq>(mut all: impl Iterator<Item = &'a T>) -> Option<&'a T> {
    let first = all.next()?;
    all.all(|one| one == first).then_some(first)
}

fn for_all(actors: &[&Actor], change: &dyn Fn() -> ActorChange) -> Vec<Edit> {
    actors
        .iter()
        .map(|actor| Edit::Actor(actor.id, change()))
        .collect()
}

fn terms_ui(pen: &mut Pen<'_>, ui: &mut Ui, actors: &[&Actor]) {
    let language = pen.cx.language();
    ui.horizontal_wrapped(|ui| {
        let arena = shared(actors.iter().map(|actor| &actor.arena));
        let shown = match arena.map(Answer::value) {
            Some(Some(arena)) => terms::term(arena, language),
            Some(None) => pen.say(actor_words::ARENA_UNASKED),
            None => pen.say(words::VARIOUS),
        };
        let picker = Picker {
            id: field_id("several", "arena"),
            label: pen.say(actor_words::ARENA),
            shown,
            clear: None,
            own: true,
        };
        remark_ui(pen.theme(), ui, pen.say(actor_words::ARENA));
        let choices = subject::arena_choices(pen);
        if let Some(picked) = pick_ui(pen, ui, picker, &choices)
            && let Some((mut edits, arena)) = named(picked, |name| {
                MapChange::OwnArena(subject::own_term(name, None))
            })
        {
            edits.extend(for_all(actors, &|| {
                ActorChange::Arena(Answer::given(arena.clone()))
            }));
            pen.edit(Edit::Many(edits));
        }
    });
    ui.horizontal_wrapped(|ui| {
        let kind = shared(actors.iter().map(|actor| &actor.kind));
        let shown = match kind {
            Some(Some(kind)) => terms::term(kind, language),
            Some(None) => pen.say(actor_words::KIND_UNASKED),
            None => pen.say(words::VARIOUS),
        };
        let picker = Picker {
            id: field_id("several", "kind"),
            label: pen.say(actor_words::KIND),
            shown,
            clear: None,
            own: true,
        };
        remark_ui(pen.theme(), ui, pen.say(actor_words::KIND));
        let choices = subject::kind_choices(pen, None);
        if let Some(picked) = pick_ui(pen, ui, picker, &choices)
            && let Some((mut edits, kind)) = named(picked, |name| {
                MapChange::OwnKind(subject::own_term(name, None))
            })
        {
            edits.extend(for_all(actors, &|| ActorChange::Kind(Some(kind.clone()))));
            pen.edit(Edit::Many(edits));
        }
    });
}

/// Gives the picked term, with the edit that makes it known where it is new.
fn named<B>(
    picked: Picked<Term<B>>,
    own: impl FnOnce(&str) -> MapChange,
) -> Option<(Vec<Edit>, Term<B>)> {
    match picked {
        Picked::One(term) => Some((Vec::new(), term)),
        Picked::New(name) => Some((vec![Edit::Map(own(&name))], Term::Own(name))),
        Picked::Cleared => None,
    }
}

fn scores_ui(pen: &mut Pen<'_>, ui: &mut Ui, actors: &[&Actor]) {
    let unasked = Answer::NotAsked;
    let power = shared(actors.iter().map(|actor| &actor.power)).unwrap_or(&unasked);
    let scale = |label: &'static str, look, id| Scale {
        id: field_id("several", id),
        label,
        look,
    };
    let label = pen.say(actor_words::POWER);
    let steps = scale(label, ScaleLook::Steps, "power");
    answer_row_ui(pen, ui, steps, None, power, &|answer| {
        Edit::Many(for_all(actors, &|| ActorChange::Power(answer.clone())))
    });
    let Some(issue) = pen.cx.issue() else { return };
    ui.add_space(8.0);
    head_ui(
        pen.theme(),
        ui,
        &actor_words::position_on(&issue.name, pen.cx.language()),
    );
    let label = pen.say(actor_words::POSITION);
    let track = scale(label, ScaleLook::Track, "position");
    let ends = (
        pen.say(actor_words::OBJECTS),
        pen.say(actor_words::SUPPORTS),
    );
    let set = |answer: Answer<Position>| {
        Edit::Many(for_all(actors, &|| {
            ActorChange::Position(issue.id, answer.clone())
        }))
    };
    if let Some(position) = shared(actors.iter().map(|actor| actor.position(issue.id))) {
        answer_row_ui(pen, ui, track, Some(ends), position, &set);
    } else {
        scale_ui(pen, ui, track, &Answer::NotAsked, &set);
        remark_ui(pen.theme(), ui, pen.say(words::VARIOUS));
    }
}

fn together_ui(pen: &mut Pen<'_>, ui: &mut Ui, actors: &[&Actor]) {
    let ids: Vec<_> = actors.iter().map(|actor| actor.id).collect();
    block_ui(pen, ui, "", |pen, ui| {
        if let [one, other] = ids.as_slice() {
            let label = pen.say(words::BRIDGE_TALK);
            if quiet_button_ui(pen.theme(), ui, label).clicked() {
                pen.send(Request::Overlay(Some(Overlay::BridgeTalk(*one, *other))));
            }
            let label = pen.say(words::RELATE);
            if quiet_button_ui(pen.theme(), ui, label).clicked() {
                pen.send(Request::Run(Command::Relate));
            }
        }
        if ids.len() > 1 && quiet_button_ui(pen.theme(), ui, pen.say(words::MAKE_RING)).clicked() {
            pen.send(Request::Run(Command::MakeRing));
        }
        let id = field_id("several", "group");
        if let Some(edit) = features::join_ui(pen, ui, id, &ids) {
            pen.edit(edit);
        }
    });
}
