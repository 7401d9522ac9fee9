//! Whose own words bear a shared interest (*gezamenlijk belang*), and whose do not.

use std::collections::BTreeSet;

use super::mention::speaks_of;
use super::sight::open_words;
use crate::model::{Actor, ActorId, Content, GroupId, ValueId};
use crate::session::quick::fold;

/// A value that is said to be shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Claim {
    /// The value.
    pub value: ValueId,
    /// Of whom it is said: a group, or everybody on the map where it is wanted.
    pub of: Option<GroupId>,
}

/// What an actor says itself of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Backing {
    /// Its own words speak of it.
    Words(String),
    /// It named an interest in it.
    Interest(String),
    /// It says what the value means to it.
    Meaning(String),
    /// Others say that it weighs this value; its own words do not.
    OnlyScored,
    /// It speaks, but of something else.
    Elsewhere(String),
    /// All its words are private.
    Private,
    /// It was not asked yet.
    NotAsked,
}

impl Backing {
    /// Says whether the claim rests on the actor's own words.
    pub fn bears(&self) -> bool {
        match self {
            Self::Words(_) | Self::Interest(_) | Self::Meaning(_) => true,
            Self::OnlyScored | Self::Elsewhere(_) | Self::Private | Self::NotAsked => false,
        }
    }
}

/// Gives the claims of the map: the shared values of groups, then the values that the map wants for everybody.
pub fn claims(now: &Content) -> Vec<Claim> {
    let of_groups = now.groups.iter().filter_map(|group| {
        Some(Claim {
            value: group.shared_value?,
            of: Some(group.id),
        })
    });
    let of_all = now.purpose.values.iter().map(|value| Claim {
        value: *value,
        of: None,
    });
    of_groups
        .chain(of_all)
        .filter(|claim| now.values.contains(claim.value))
        .collect()
}

/// Gives of whom a claim is made; who is not at the table yet claims nothing.
pub fn concerned(now: &Content, claim: Claim) -> BTreeSet<ActorId> {
    match claim.of {
        Some(group) => now
            .groups
            .get(group)
            .map(|group| group.members.clone())
            .unwrap_or_default(),
        None => now
            .actors
            .iter()
            .filter(|actor| !actor.candidate)
            .map(|actor| actor.id)
            .collect(),
    }
}

/// Gives what each says itself, who bears the claim first.
pub fn backing(now: &Content, claim: Claim) -> Vec<(ActorId, Backing)> {
    let mut out: Vec<(ActorId, Backing)> = concerned(now, claim)
        .into_iter()
        .filter_map(|id| Some((id, of_actor(now, now.actors.get(id)?, claim.value))))
        .collect();
    out.sort_by_key(|(_, backing)| rank(backing));
    out
}

fn rank(backing: &Backing) -> u8 {
    match backing {
        Backing::Words(_) => 0,
        Backing::Interest(_) => 1,
        Backing::Meaning(_) => 2,
        Backing::Elsewhere(_) => 3,
        Backing::OnlyScored => 4,
        Backing::Private => 5,
        Backing::NotAsked => 6,
    }
}

/// Gives what one actor says itself of a value.
pub fn of_actor(now: &Content, actor: &Actor, value: ValueId) -> Backing {
    let name = now.values.get(value).map_or("", |value| value.name.trim());
    if let Some((_, text)) = open_words(actor).find(|(_, text)| speaks_of(text, name)) {
        return Backing::Words(text.to_owned());
    }
    let mut interests = actor.interests.iter().filter(|it| !it.hidden);
    let linked = interests.find(|it| it.value == Some(value) || speaks_of(&it.text, name));
    if let Some(interest) = linked {
        return Backing::Interest(interest.text.clone());
    }
    if let Some(meaning) = meaning(now, actor.id, name) {
        return Backing::Meaning(meaning.to_owned());
    }
    if let Some((_, text)) = open_words(actor).last() {
        return Backing::Elsewhere(text.to_owned());
    }
    if actor.values.contains_key(&value) {
        return Backing::OnlyScored;
    }
    let seen = &actor.perspective;
    let notes = [&seen.sees, &seen.because, &seen.quote, &seen.calls_it];
    if notes.into_iter().any(|note| !note.is_empty()) {
        Backing::Private
    } else {
        Backing::NotAsked
    }
}

fn meaning<'a>(now: &'a Content, actor: ActorId, name: &str) -> Option<&'a str> {
    let wanted = fold(name);
    let found = now.glossary.iter().find(|(word, _)| fold(word) == wanted);
    let text = found?.1.get(&actor)?.open_text()?;
    (!text.trim().is_empty()).then_some(text)
}
