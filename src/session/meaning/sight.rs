//! The map as one actor sees it: of whom it speaks, and with what words.

use std::collections::{BTreeMap, BTreeSet};

use super::mention::mentions;
use crate::model::{Actor, ActorId, Content, Note};
use crate::session::Item;

/// Where words of an actor stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// What it calls the issue.
    CallsIt,
    /// Its own words, literally.
    Quote,
    /// How it sees the situation.
    Sees,
    /// Why it sees it so.
    Because,
}

impl Part {
    /// Every part, in the order in which they are asked.
    pub const ALL: [Self; 4] = [Self::CallsIt, Self::Quote, Self::Sees, Self::Because];

    /// Gives the words of an actor.
    pub fn of(self, actor: &Actor) -> &Note {
        let seen = &actor.perspective;
        match self {
            Self::CallsIt => &seen.calls_it,
            Self::Quote => &seen.quote,
            Self::Sees => &seen.sees,
            Self::Because => &seen.because,
        }
    }
}

/// The map as one actor sees it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sight {
    /// Of whom it speaks, with its open words about each; the words that only name somebody are not repeated.
    pub spoken_of: BTreeMap<ActorId, Option<String>>,
    /// What stands out: itself, of whom it speaks, and the relations among them that it speaks of.
    pub items: BTreeSet<Item>,
    /// How many of its words are private.
    pub n_private: usize,
    /// Whether nothing of it was asked yet.
    pub empty: bool,
}

/// Gives the open words of an actor about the situation.
pub fn open_words(actor: &Actor) -> impl Iterator<Item = (Part, &str)> {
    let parts = Part::ALL.into_iter();
    parts.filter_map(|part| {
        let text = part.of(actor).open_text()?.trim();
        (!text.is_empty()).then_some((part, text))
    })
}

/// Gives who is named in a text, besides one.
fn named_in(now: &Content, text: &str, but: ActorId) -> BTreeSet<ActorId> {
    now.actors
        .iter()
        .filter(|other| other.id != but)
        .filter(|other| {
            mentions(text, &other.name) || (!other.short.is_empty() && mentions(text, &other.short))
        })
        .map(|other| other.id)
        .collect()
}

/// Gives the map as an actor sees it.
pub fn sight(now: &Content, of: ActorId) -> Sight {
    let Some(actor) = now.actors.get(of) else {
        return Sight::default();
    };
    let seen = &actor.perspective;
    let mut spoken_of: BTreeMap<ActorId, Option<String>> = BTreeMap::new();
    let mut together: BTreeSet<(ActorId, ActorId)> = BTreeSet::new();
    let mut n_private = 0;
    for (other, note) in &seen.sees_other {
        match note.open_text().map(str::trim) {
            Some(text) if !text.is_empty() && now.actors.contains(*other) => {
                spoken_of.insert(*other, Some(text.to_owned()));
                for third in named_in(now, text, of) {
                    spoken_of.entry(third).or_default();
                    together.insert(pair(*other, third));
                }
            }
            Some(_) => {}
            None => n_private += usize::from(!note.is_empty()),
        }
    }
    for (_, text) in open_words(actor) {
        let named = named_in(now, text, of);
        for one in &named {
            spoken_of.entry(*one).or_default();
            together.extend(named.range(..*one).map(|other| pair(*one, *other)));
        }
    }
    n_private += Part::ALL
        .iter()
        .map(|part| part.of(actor))
        .filter(|note| note.private && !note.is_empty())
        .count();
    together.extend(spoken_of.keys().map(|other| pair(of, *other)));
    let relations = now
        .relations
        .iter()
        .filter(|relation| together.contains(&pair(relation.from, relation.to)));
    let items = std::iter::once(of)
        .chain(spoken_of.keys().copied())
        .map(Item::Actor)
        .chain(relations.map(|relation| Item::Relation(relation.id)))
        .collect();
    let empty = n_private == 0 && spoken_of.is_empty() && open_words(actor).next().is_none();
    Sight {
        spoken_of,
        items,
        n_private,
        empty,
    }
}

fn pair(one: ActorId, other: ActorId) -> (ActorId, ActorId) {
    (one.min(other), one.max(other))
}
