//! Names: how they are cleaned, compared and found.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::{Found, Subject};
use crate::model::{Actor, ActorId, Content};

/// Cleans a name or short text: composed, trimmed, one space between words, no control characters.
pub fn clean(text: &str) -> String {
    // Plain letters are composed already.
    if text.is_ascii() {
        tidied(text.chars())
    } else {
        tidied(text.nfc())
    }
}

fn tidied(letters: impl Iterator<Item = char>) -> String {
    let kept: String = letters
        .map(|letter| if letter.is_whitespace() { ' ' } else { letter })
        .filter(|letter| !letter.is_control() && !turns_direction(*letter))
        .collect();
    let mut cleaned = String::with_capacity(kept.len());
    for word in kept.split_whitespace() {
        if !cleaned.is_empty() {
            cleaned.push(' ');
        }
        cleaned.push_str(word);
    }
    cleaned
}

/// Says whether a character only turns the direction of what follows, which can disguise a name.
fn turns_direction(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Folds a text for comparing: small letters without accents, one space between words.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return clean(&text.to_ascii_lowercase());
    }
    let bare: String = text
        .nfkd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .collect();
    clean(&bare)
}

/// The names of a map, folded once.
pub(super) struct Names {
    all: Vec<(String, ActorId)>,
    whole: BTreeMap<String, ActorId>,
}

impl Names {
    pub(super) fn of(now: &Content) -> Self {
        let mut all = Vec::new();
        for actor in now.actors.iter() {
            all.push((fold(&actor.name), actor.id));
            if !actor.short.is_empty() {
                all.push((fold(&actor.short), actor.id));
            }
        }
        // Of two actors with the same name the first counts.
        let whole = all.iter().rev().cloned().collect();
        Self { all, whole }
    }

    pub(super) fn exact(&self, name: &str) -> Option<ActorId> {
        self.whole.get(&fold(name)).copied()
    }

    /// Finds who a short name means: the whole name, else the only one that begins so, else the only one that holds it.
    fn meant(&self, name: &str) -> Option<Found> {
        let folded = fold(name);
        if folded.is_empty() {
            return None;
        }
        if let Some(actor) = self.whole.get(&folded) {
            return Some(Found {
                actor: *actor,
                exact: true,
            });
        }
        let only = |test: &dyn Fn(&str) -> bool| -> Option<ActorId> {
            let mut hits = self.all.iter().filter(|(name, _)| test(name));
            let first = hits.next()?.1;
            hits.all(|(_, actor)| *actor == first).then_some(first)
        };
        only(&|name| name.starts_with(&folded))
            .or_else(|| only(&|name| name.contains(&folded)))
            .map(|actor| Found {
                actor,
                exact: false,
            })
    }

    /// Finds an actor with a name much like this one.
    fn near(&self, name: &str) -> Option<ActorId> {
        let folded = fold(name);
        let length = folded.chars().count();
        let most = match length {
            0..4 => return None,
            4..9 => 1,
            _ => 2,
        };
        // Beyond some length a small difference is no slip of the finger that anyone would see.
        if length > 80 {
            return None;
        }
        self.all
            .iter()
            .filter(|(other, _)| other.len().abs_diff(folded.len()) <= 2 * most)
            .find(|(other, _)| strsim::osa_distance(other, &folded) <= most)
            .map(|(_, actor)| *actor)
    }

    /// Gives the subject of a line of one actor: only a whole name means one of the map.
    pub(super) fn actor(&self, subject: &mut Subject) {
        subject.found = self
            .exact(&subject.name)
            .map(|actor| Found { actor, exact: true });
        if subject.found.is_none() {
            subject.near = self.near(&subject.name);
        }
    }

    /// Gives the subject at an end of a relation: part of a name will do.
    pub(super) fn end(&self, subject: &mut Subject) {
        subject.found = self.meant(&subject.name);
        if subject.found.is_none() {
            let folded = fold(&subject.name);
            let beginning = self
                .all
                .iter()
                .find(|(name, _)| !folded.is_empty() && name.starts_with(&folded));
            subject.near = self
                .near(&subject.name)
                .or_else(|| beginning.map(|(_, actor)| *actor));
        }
    }
}

/// Lists actors whose names begin with a text, then those that hold it, at most so many; for completing a name.
pub fn completions<'a>(now: &'a Content, text: &str, most: usize) -> Vec<&'a Actor> {
    let folded = fold(text);
    if folded.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(bool, String, &Actor)> = now
        .actors
        .iter()
        .filter_map(|actor| {
            let name = fold(&actor.name);
            let begins = name.starts_with(&folded) || fold(&actor.short).starts_with(&folded);
            (begins || name.contains(&folded)).then_some((!begins, name, actor))
        })
        .collect();
    found.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
    found
        .into_iter()
        .take(most)
        .map(|(_, _, actor)| actor)
        .collect()
}
