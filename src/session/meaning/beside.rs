//! Two perspectives beside each other.

use std::collections::BTreeSet;

use super::sight::{Part, open_words, sight};
use crate::model::{Actor, ActorId, Content};
use crate::session::quick::fold;

/// Two perspectives beside each other: what they share and what only one of them sees.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TwoSights {
    /// Both speak of these, leaving the two themselves out.
    pub both: BTreeSet<ActorId>,
    /// Only the first speaks of these.
    pub only_first: BTreeSet<ActorId>,
    /// Only the second speaks of these.
    pub only_second: BTreeSet<ActorId>,
    /// Whether both name the issue and do so with other words.
    pub other_name: bool,
}

/// Lays two perspectives beside each other.
pub fn two_sights(now: &Content, first: ActorId, second: ActorId) -> TwoSights {
    let of = |actor: ActorId| -> BTreeSet<ActorId> {
        let mut spoken: BTreeSet<ActorId> = sight(now, actor).spoken_of.into_keys().collect();
        spoken.remove(&first);
        spoken.remove(&second);
        spoken
    };
    let name = |actor: ActorId| {
        let actor = now.actors.get(actor)?;
        let text = Part::CallsIt.of(actor).open_text()?;
        Some(fold(text)).filter(|text| !text.is_empty())
    };
    let (one, other) = (of(first), of(second));
    let names = (name(first), name(second));
    TwoSights {
        both: one.intersection(&other).copied().collect(),
        only_first: one.difference(&other).copied().collect(),
        only_second: other.difference(&one).copied().collect(),
        other_name: matches!(&names, (Some(one), Some(other)) if one != other),
    }
}

/// Gives the two whose perspectives are most worth laying beside each other: who said most, of two arenas where that can
/// be.
pub fn most_told(now: &Content) -> Vec<ActorId> {
    let told = |actor: &Actor| open_words(actor).count() + actor.perspective.sees_other.len();
    let mut actors: Vec<&Actor> = now.actors.iter().filter(|actor| told(actor) > 0).collect();
    actors.sort_by_key(|actor| (std::cmp::Reverse(told(actor)), actor.id));
    let Some(first) = actors.first().copied() else {
        return Vec::new();
    };
    let elsewhere = |actor: &&&Actor| now.arena_of(actor) != now.arena_of(first);
    let second = actors.iter().skip(1).find(elsewhere).or(actors.get(1));
    std::iter::once(first)
        .chain(second.copied())
        .map(|actor| actor.id)
        .collect()
}
