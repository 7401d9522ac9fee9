//! Made-up names, and the names of actors inside other names.

use std::collections::{BTreeMap, BTreeSet};

use super::Named;
use crate::model::{ActorId, Content, Document, Form, IdSource, Term};

/// A name of an actor found in the name of something else.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// What was found.
    pub found: String,
    /// The name it stands in.
    pub within: String,
}

/// Gives the states of a map: the current one and those of its moments.
pub(super) fn states(document: &Document) -> impl Iterator<Item = &Content> {
    std::iter::once(&document.now).chain(
        document
            .moments
            .iter()
            .map(|moment| moment.content.as_ref()),
    )
}

/// Draws a made-up name for every actor; those of an earlier copy stay the same.
pub(super) fn pseudonyms(
    document: &Document,
    words: &dyn Fn(Named) -> String,
    ids: &mut IdSource,
) -> BTreeMap<ActorId, String> {
    let mut bases: BTreeMap<ActorId, String> = BTreeMap::new();
    for content in states(document) {
        for actor in content.actors.iter() {
            bases.entry(actor.id).or_insert_with(|| {
                let kind = actor.kind.as_ref().and_then(Term::built_in);
                // A private arena must not come back in the name.
                let arena = Some(actor)
                    .filter(|actor| !actor.arena.private())
                    .and_then(|actor| content.arena_of(actor));
                words(Named::Actor(kind, arena))
            });
        }
    }
    let mut taken: BTreeSet<String> = document.pseudonyms.values().cloned().collect();
    let mut drawn: Vec<(u64, ActorId)> = bases.keys().map(|id| (ids.seed(), *id)).collect();
    drawn.sort_unstable();
    let mut next: BTreeMap<String, usize> = BTreeMap::new();
    let mut key = BTreeMap::new();
    for (_, id) in drawn {
        if let Some(known) = document.pseudonyms.get(&id) {
            key.insert(id, known.clone());
            continue;
        }
        let base = bases.get(&id).cloned().unwrap_or_default();
        let number = next.entry(base.clone()).or_default();
        let name = loop {
            let name = format!("{base} {}", letters(*number));
            *number += 1;
            if taken.insert(name.clone()) {
                break name;
            }
        };
        key.insert(id, name);
    }
    key
}

/// Counts in letters: A to Z, AA, AB.
fn letters(mut number: usize) -> String {
    let mut letters = Vec::new();
    loop {
        let letter = u8::try_from(number % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        if number < 26 {
            break;
        }
        number = number / 26 - 1;
    }
    letters.iter().rev().collect()
}

/// Replaces the names of actors in a text.
pub(super) struct Mask {
    /// What is looked for, the longest first, and what comes in its place.
    needles: Vec<(Vec<char>, String)>,
}

impl Mask {
    /// Gathers the names of all actors: whole, short, and the parts of a person's name.
    pub(super) fn new(document: &Document, key: &BTreeMap<ActorId, String>) -> Self {
        let mut needles: BTreeMap<Vec<char>, String> = BTreeMap::new();
        for actor in states(document).flat_map(|content| content.actors.iter()) {
            let Some(made_up) = key.get(&actor.id) else {
                continue;
            };
            let whole = [actor.name.as_str(), actor.short.as_str()];
            let parts = actor
                .name
                .split(|letter: char| !letter.is_alphanumeric() && letter != '-')
                .filter(|part| {
                    actor.form == Some(Form::Person)
                        && part.chars().count() > 2
                        && part.chars().next().is_some_and(char::is_uppercase)
                });
            for name in whole.into_iter().chain(parts) {
                let needle: Vec<char> = name.trim().chars().map(folded).collect();
                if !needle.is_empty() {
                    needles.entry(needle).or_insert_with(|| made_up.clone());
                }
            }
        }
        let mut needles: Vec<_> = needles.into_iter().collect();
        needles.sort_by_key(|(needle, _)| std::cmp::Reverse(needle.len()));
        Self { needles }
    }

    /// Replaces every name by the made-up one.
    pub(super) fn apply(&self, text: &str) -> String {
        let mut masked = String::new();
        self.walk(text, |piece| match piece {
            Piece::Letter(letter) => masked.push(letter),
            Piece::Name(_, made_up) => masked.push_str(made_up),
        });
        masked
    }

    fn walk(&self, text: &str, mut see: impl FnMut(Piece<'_>)) {
        let letters: Vec<char> = text.chars().collect();
        let mut place = 0;
        while let Some(letter) = letters.get(place) {
            if let Some((length, made_up)) = self.at(&letters, place) {
                let found = letters.iter().skip(place).take(length).collect();
                see(Piece::Name(found, made_up));
                place += length;
            } else {
                see(Piece::Letter(*letter));
                place += 1;
            }
        }
    }

    fn at(&self, letters: &[char], place: usize) -> Option<(usize, &str)> {
        let in_word = |place: Option<usize>| {
            place
                .and_then(|place| letters.get(place))
                .is_some_and(|letter| letter.is_alphanumeric())
        };
        if in_word(place.checked_sub(1)) && in_word(Some(place)) {
            return None;
        }
        self.needles.iter().find_map(|(needle, made_up)| {
            let end = place + needle.len();
            let there = letters.get(place..end)?;
            let same = there
                .iter()
                .zip(needle)
                .all(|(letter, wanted)| folded(*letter) == *wanted);
            let whole = !(in_word(end.checked_sub(1)) && in_word(Some(end)));
            (same && whole).then_some((needle.len(), made_up.as_str()))
        })
    }
}

enum Piece<'a> {
    Letter(char),
    Name(String, &'a str),
}

fn folded(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

/// Lists the names of actors inside the names that stay in a copy without names.
pub fn hits(document: &Document) -> Vec<Hit> {
    let key = states(document)
        .flat_map(|content| content.actors.iter())
        .map(|actor| (actor.id, String::new()))
        .collect();
    let mask = Mask::new(document, &key);
    let mut found = BTreeSet::new();
    for content in states(document) {
        let names = content
            .issues
            .iter()
            .map(|issue| &issue.name)
            .chain(content.values.iter().map(|value| &value.name))
            .chain(content.factors.iter().map(|factor| &factor.name))
            .chain(content.arenas.iter().map(|term| &term.name))
            .chain(content.kinds.iter().map(|term| &term.name));
        for name in names {
            mask.walk(name, |piece| {
                if let Piece::Name(part, _) = piece {
                    found.insert(Hit {
                        found: part,
                        within: name.clone(),
                    });
                }
            });
        }
    }
    found.into_iter().collect()
}
