//! Where the name of a person occurs in a map: as an actor, and inside every text.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::told::{Told, texts};
use crate::model::Document;

/// Words of a name that say nothing of who it is.
pub(super) const COMMON: &[&str] = &[
    "de",
    "den",
    "der",
    "het",
    "ten",
    "ter",
    "van",
    "von",
    "el",
    "al",
    "la",
    "le",
    "the",
    "of",
    "drs",
    "mr",
    "mrs",
    "ms",
    "ir",
    "ing",
    "dr",
    "prof",
    "dhr",
    "mw",
    "heer",
    "mevrouw",
    "meneer",
    "wethouder",
    "burgemeester",
    "raadslid",
    "directeur",
    "secretaris",
    "alderman",
    "mayor",
    "councillor",
    "director",
];

/// A text in which a name occurs.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention<'a> {
    /// Where, and the text.
    pub told: Told<'a>,
    /// Whether the whole name stands there, rather than a part of it.
    pub whole: bool,
}

/// Folds a text to small words without accents, one space before, between and after them.
pub(super) fn folded_words(text: &str) -> String {
    // Plain letters have no accents to take off.
    if text.is_ascii() {
        words_of(text.chars())
    } else {
        words_of(text.nfkd().filter(|letter| !is_combining_mark(*letter)))
    }
}

fn words_of(letters: impl Iterator<Item = char>) -> String {
    let mut folded = String::with_capacity(letters.size_hint().0 + 2);
    folded.push(' ');
    for letter in letters {
        if letter.is_alphanumeric() || letter == '-' {
            folded.extend(letter.to_lowercase());
        } else if !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    if !folded.ends_with(' ') {
        folded.push(' ');
    }
    folded
}

/// Finds every text of a map in which a name occurs, whole or by the last of its words that says who it is.
pub fn mentions<'a>(document: &'a Document, name: &str) -> Vec<Mention<'a>> {
    let whole = folded_words(name);
    if whole.trim().is_empty() {
        return Vec::new();
    }
    let part = whole
        .split_whitespace()
        .rfind(|word| word.chars().count() > 2 && !COMMON.contains(word))
        .map(|word| format!(" {word} "));
    texts(document)
        .into_iter()
        .filter_map(|told| {
            let text = folded_words(told.text);
            let stands = text.contains(&whole);
            let partly = part.as_ref().is_some_and(|part| text.contains(part));
            (stands || partly).then_some(Mention {
                told,
                whole: stands,
            })
        })
        .collect()
}
