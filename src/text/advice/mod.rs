//! What the analysis says, in sentences: pairs, forces, the field as a whole, and the mail that holds all of it.
//!
//! Words before numbers, questions before verdicts. Nothing here advises to weaken or pass by anybody.

mod change;
mod fault;
mod forces;
mod mail;
pub(crate) mod method;
mod pair;
pub(crate) mod panel;
mod whole;
mod words;

#[cfg(test)]
mod tests;

pub(crate) use change::change_lines;
pub(crate) use fault::{field_fault, no_official, too_large};
pub(crate) use forces::{ForceLines, force_lines};
pub(crate) use mail::{advise_mail, analyse_mail};
pub(crate) use pair::{EvidenceRow, Says};
pub(crate) use whole::{based_on, estimates};
pub(crate) use words::{competence, label, mode_lower, strength};

use crate::analysis::{Analysis, Field, Thresholds};
use crate::model::Language;

/// What the sentences are told of.
#[derive(Clone, Copy)]
pub(crate) struct Telling<'a> {
    /// The field.
    pub(crate) field: &'a Field,
    /// What follows from it.
    pub(crate) analysis: &'a Analysis,
    /// The weights and thresholds.
    pub(crate) settings: &'a Thresholds,
    /// The language of the sentences.
    pub(crate) language: Language,
}

impl Telling<'_> {
    /// Gives the name of an actor.
    pub(crate) fn name(&self, actor: usize) -> &str {
        self.field
            .actors
            .get(actor)
            .map_or("", |found| found.label.as_str())
    }

    /// Gives the names of some actors as one text.
    pub(crate) fn names(&self, actors: &[usize]) -> String {
        let names: Vec<&str> = actors.iter().map(|actor| self.name(*actor)).collect();
        listing(&names, self.language)
    }

    /// Gives the names of a pair.
    pub(crate) fn both(&self, i: usize, j: usize) -> String {
        format!("{} – {}", self.name(i), self.name(j))
    }

    fn say(&self, nl: impl Into<String>, en: impl Into<String>) -> String {
        either(self.language, nl, en)
    }
}

/// Gives one of two sentences.
fn either(language: Language, nl: impl Into<String>, en: impl Into<String>) -> String {
    match language {
        Language::Dutch => nl.into(),
        Language::English => en.into(),
    }
}

/// Joins names: `a, b en c`.
fn listing(names: &[&str], language: Language) -> String {
    let and = match language {
        Language::Dutch => " en ",
        Language::English => " and ",
    };
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{}{and}{last}", first.join(", ")),
    }
}

/// Gives a number with the word that fits it, such as `1 actor` or `2 actoren`.
fn counted(number: usize, one: &str, more: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { more })
}

/// Gives a share as whole percents.
fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// Gives a number with decimals, as the language writes them.
pub(crate) fn decimal(number: f64, places: usize, language: Language) -> String {
    let written = format!("{number:.places$}");
    match language {
        Language::Dutch => written.replace('.', ","),
        Language::English => written,
    }
}

/// Begins a sentence with a capital.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
