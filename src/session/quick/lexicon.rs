//! The words by which a line is understood; the layer `text` fills them.

use super::names::fold;
use crate::model::{Arena, Content, Kind, Term};

/// The words of the languages, all folded by [`fold`].
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    /// Names of arenas.
    pub arenas: Vec<(String, Arena)>,
    /// Names of kinds.
    pub kinds: Vec<(String, Kind)>,
    /// Words in a name that give away its kind or arena.
    pub hints: Vec<Hint>,
    /// Heads of columns in a pasted table.
    pub heads: Vec<(String, Column)>,
}

/// A word in a name that gives away its kind or arena.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The word, folded.
    pub word: String,
    /// What part of a word it must be.
    pub part: WordPart,
    /// The kind it gives away.
    pub kind: Option<Kind>,
    /// The arena it gives away.
    pub arena: Arena,
}

/// What part of a word a hint must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordPart {
    /// The whole word.
    Whole,
    /// Its end, or the whole: the last part of a compound says what it is.
    End,
    /// Its beginning, or the whole.
    Start,
}

/// A column of a pasted table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The name.
    Name,
    /// The arena.
    Arena,
    /// The kind.
    Kind,
}

impl Hint {
    fn fits(&self, word: &str) -> bool {
        match self.part {
            WordPart::Whole => word == self.word,
            WordPart::End => word.ends_with(&self.word),
            WordPart::Start => word.starts_with(&self.word),
        }
    }
}

impl Lexicon {
    /// Finds the arena that begins with a text: own arenas of the map first, whole names before beginnings.
    pub fn arena(&self, text: &str, now: &Content) -> Option<Term<Arena>> {
        let text = fold(text);
        if text.is_empty() {
            return None;
        }
        let own = || now.arenas.iter().map(|own| (fold(&own.name), &own.name));
        let exact_own = own().find(|(folded, _)| *folded == text);
        let whole = self.arenas.iter().find(|(word, _)| *word == text);
        let begins = self.arenas.iter().find(|(word, _)| word.starts_with(&text));
        exact_own
            .map(|(_, name)| Term::Own(name.clone()))
            .or_else(|| whole.map(|(_, arena)| Term::BuiltIn(*arena)))
            .or_else(|| {
                own()
                    .find(|(folded, _)| folded.starts_with(&text))
                    .map(|(_, name)| Term::Own(name.clone()))
            })
            .or_else(|| begins.map(|(_, arena)| Term::BuiltIn(*arena)))
    }

    /// Says whether more words could follow a text within the name of an arena.
    pub(super) fn arena_goes_on(&self, text: &str, now: &Content) -> bool {
        let text = fold(text);
        self.arenas.iter().any(|(word, _)| word.starts_with(&text))
            || now
                .arenas
                .iter()
                .any(|own| fold(&own.name).starts_with(&text))
    }

    /// Finds a kind by its whole name.
    pub fn kind(&self, text: &str, now: &Content) -> Option<Term<Kind>> {
        let text = fold(text);
        let own = now.kinds.iter().find(|own| fold(&own.name) == text);
        own.map(|own| Term::Own(own.name.clone())).or_else(|| {
            let found = self.kinds.iter().find(|(word, _)| *word == text);
            found.map(|(_, kind)| Term::BuiltIn(*kind))
        })
    }

    /// Guesses from a name what sort of actor it is: the longest word that gives it away, the first of equals.
    pub fn guess(&self, name: &str) -> Option<&Hint> {
        let folded = fold(name);
        let words: Vec<&str> = folded
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .take(24)
            .collect();
        let mut best: Option<&Hint> = None;
        for word in words {
            for hint in self.hints.iter().filter(|hint| hint.fits(word)) {
                if best.is_none_or(|best| hint.word.len() > best.word.len()) {
                    best = Some(hint);
                }
            }
        }
        best
    }

    /// Reads the head of a column.
    pub(super) fn head(&self, text: &str) -> Option<Column> {
        let text = fold(text);
        let found = self.heads.iter().find(|(word, _)| *word == text);
        found.map(|(_, column)| *column)
    }
}
