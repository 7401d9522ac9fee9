//! Every sentence, in Dutch and English.
//!
//! A [`Text`] is a pair of fixed sentences; what holds numbers or names is a function with an exhaustive `match` on
//! the language. No keys, no files: a missing translation does not compile.

use crate::model::Language;

/// One sentence in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Text {
    /// In Dutch.
    pub(crate) nl: &'static str,
    /// In English.
    pub(crate) en: &'static str,
}

impl Text {
    /// Makes a pair of sentences.
    pub(crate) const fn new(nl: &'static str, en: &'static str) -> Self {
        Self { nl, en }
    }

    /// Gives the sentence in a language.
    pub(crate) const fn get(self, language: Language) -> &'static str {
        match language {
            Language::Dutch => self.nl,
            Language::English => self.en,
        }
    }
}

pub(crate) mod advice;
pub(crate) mod arrange;
pub(crate) mod canvas;
pub(crate) mod cli;
pub(crate) mod command;
pub(crate) mod compare;
pub(crate) mod count;
pub(crate) mod course;
pub(crate) mod edits;
pub(crate) mod entering;
pub(crate) mod error;
pub(crate) mod files;
pub(crate) mod forgotten;
pub(crate) mod inspector;
pub(crate) mod keeping;
pub(crate) mod lens;
pub(crate) mod looking;
pub(crate) mod meaning;
pub(crate) mod privacy;
pub(crate) mod report;
pub(crate) mod roles;
pub(crate) mod scenario;
pub(crate) mod share;
pub(crate) mod sheets;
pub(crate) mod shell;
pub(crate) mod table;
pub(crate) mod terms;
pub(crate) mod welcome;
