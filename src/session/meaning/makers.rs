//! What an actor does for a value, and who could be asked because it makes that value already.

use crate::edit::{ActorChange, Edit, ListChange};
use crate::model::{
    Actor, ActorId, Certainty, Content, Holding, IdSource, Interest, Level3, Unknown, ValueId,
};
use crate::session::quick::{clean, fold};

/// What making a value says of its weight to the maker, while nobody asked: the middle, as a guess.
fn made() -> Holding {
    Holding {
        importance: Level3::nearest(2),
        creates: true,
        certainty: Some(Certainty::Guess),
        unknown: Unknown::default(),
    }
}

fn held(now: &Content, actor: ActorId, value: ValueId) -> Option<&Holding> {
    now.actors.get(actor)?.values.get(&value)
}

fn set(actor: ActorId, value: ValueId, holding: Option<Holding>) -> Edit {
    Edit::Actor(actor, ActorChange::Value(value, holding))
}

/// Gives the edit that weighs a value for an actor; no weight is not asked.
pub fn weighed(now: &Content, actor: ActorId, value: ValueId, weight: Option<i8>) -> Edit {
    let before = held(now, actor, value);
    let after = weight.and_then(Level3::new).map(|importance| {
        before.map_or_else(
            || Holding {
                importance,
                creates: false,
                certainty: None,
                unknown: Unknown::default(),
            },
            |before| Holding {
                importance,
                certainty: None,
                ..before.clone()
            },
        )
    });
    set(actor, value, after)
}

/// Gives the weight that follows: not asked, 1, 2, 3, and not asked again.
pub fn next_weight(weight: Option<i8>) -> Option<i8> {
    match weight {
        None => Some(1),
        Some(weight) if weight < 3 => Some(weight + 1),
        Some(_) => None,
    }
}

/// Gives the edit that says whether an actor already makes a value.
pub fn making(now: &Content, actor: ActorId, value: ValueId, creates: bool) -> Edit {
    let after = match held(now, actor, value) {
        Some(before) => Some(Holding {
            creates,
            ..before.clone()
        }),
        None => creates.then(made),
    };
    set(actor, value, after)
}

/// Gives the open interest of an actor in a value, with its place: the reason in its own words.
pub fn reason(actor: &Actor, value: ValueId) -> Option<(usize, &Interest)> {
    let mut interests = actor.interests.iter().enumerate();
    interests.find(|(_, it)| !it.hidden && it.value == Some(value))
}

/// Gives the edit that keeps why a value matters to an actor, as an interest in its own words.
pub fn reasoned(actor: &Actor, value: ValueId, text: &str) -> Edit {
    let change = match reason(actor, value) {
        Some((place, _)) if text.trim().is_empty() => ListChange::Remove(place),
        Some((place, before)) => ListChange::Set(
            place,
            Interest {
                text: text.trim().to_owned(),
                ..before.clone()
            },
        ),
        None => ListChange::Add(Interest {
            value: Some(value),
            ..Interest::new(text.trim())
        }),
    };
    Edit::Actor(actor.id, ActorChange::Interest(change))
}

/// Gives the one change that puts those who make a value already on the map, in grey; who is there already is said to
/// make it. Names stand apart by commas or semicolons.
pub fn candidates(now: &Content, value: ValueId, names: &str, ids: &mut IdSource) -> Option<Edit> {
    let mut seen: Vec<String> = Vec::new();
    let mut edits = Vec::new();
    for name in names.split([',', ';', '\n']).map(clean) {
        if name.is_empty() || seen.contains(&fold(&name)) {
            continue;
        }
        seen.push(fold(&name));
        let there = now.actors.iter().find(|actor| {
            fold(&actor.name) == fold(&name)
                || (!actor.short.is_empty() && fold(&actor.short) == fold(&name))
        });
        if let Some(actor) = there {
            edits.push(making(now, actor.id, value, true));
        } else {
            let mut actor = Actor::new(ids.fresh(), name);
            actor.candidate = true;
            actor.values.insert(value, made());
            edits.push(Edit::AddActor(Box::new(actor)));
        }
    }
    (!edits.is_empty()).then_some(Edit::Many(edits))
}

/// Gives the candidates, those who make a value first.
pub fn waiting(now: &Content, value: Option<ValueId>) -> Vec<&Actor> {
    let mut out: Vec<&Actor> = now.actors.iter().filter(|actor| actor.candidate).collect();
    let makes = |actor: &Actor| {
        let held = value.and_then(|value| actor.values.get(&value));
        held.is_some_and(|held| held.creates)
    };
    out.sort_by_key(|actor| (!makes(actor), actor.id));
    out
}

/// Gives the edit that gives a candidate its seat at the table.
pub fn confirmed(actor: ActorId) -> Edit {
    Edit::Actor(actor, ActorChange::Candidate(false))
}

/// Gives the edit that takes a candidate off the map again.
pub fn dropped(actor: ActorId) -> Edit {
    Edit::RemoveActor(actor)
}
