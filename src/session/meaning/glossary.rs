//! One word, and what it means to each.

use std::collections::BTreeSet;

use super::mention::speaks_of;
use super::sight::open_words;
use crate::model::{ActorId, Content};
use crate::session::quick::fold;

/// How far the meanings of a word lie apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Apart {
    /// At least two mean something else by it.
    Other,
    /// Only one was asked, or none.
    One,
    /// All who were asked mean the same.
    Same,
}

/// A word with what it means to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'a> {
    /// The word.
    pub word: &'a str,
    /// Who was asked, those whose meaning is private too.
    pub asked: Vec<ActorId>,
    /// How far the meanings lie apart; private ones do not count.
    pub apart: Apart,
    /// Who uses the word in its own words and was not asked what it means.
    pub unasked: Vec<ActorId>,
}

/// Gives the words of the map, those with other meanings first.
pub fn words(now: &Content) -> Vec<Word<'_>> {
    let mut out: Vec<Word<'_>> = now
        .glossary
        .iter()
        .map(|(word, meanings)| {
            let texts = meanings.values().filter_map(|note| note.open_text());
            let open: Vec<String> = texts.map(fold).filter(|text| !text.is_empty()).collect();
            let different: BTreeSet<&String> = open.iter().collect();
            let apart = match (open.len(), different.len()) {
                (0 | 1, _) => Apart::One,
                (_, 1) => Apart::Same,
                _ => Apart::Other,
            };
            let uses = |actor: &&crate::model::Actor| {
                !meanings.contains_key(&actor.id)
                    && open_words(actor).any(|(_, text)| speaks_of(text, word))
            };
            Word {
                word,
                asked: meanings.keys().copied().collect(),
                apart,
                unasked: now.actors.iter().filter(uses).map(|it| it.id).collect(),
            }
        })
        .collect();
    out.sort_by_key(|word| (word.apart, word.word));
    out
}
