//! What a typed or pasted line means: actors, relations and what is said of them.
//!
//! [`understand`] reads a line and changes nothing; [`Understood::chips`] tells what was understood, piece by piece, so
//! that each piece can be switched off; [`Understood::made`] gives the edit. The words of a language come in as a
//! [`Lexicon`].

mod chips;
mod edits;
mod lexicon;
mod line;
mod names;
mod paste;
mod tokens;

pub use chips::{Chip, ChipId, ChipKind, Choices, Says};
pub use edits::{Ground, Made};
pub use lexicon::{Column, Hint, Lexicon, WordPart};
pub use names::{clean, completions, fold};

use crate::model::{
    ActorId, Arena, Content, Kind, Level3, Level5, Position, RelationId, Term, ValueId, limits,
};
use names::Names;

/// What a line means.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Understood {
    /// The actors that are spoken of, in the order of the line.
    pub subjects: Vec<Subject>,
    /// The relations, each between a subject and the next.
    pub ties: Vec<Tie>,
    /// How strong the relations are.
    pub strength: Option<Level3>,
    /// Whether this is a list of actors, pasted.
    pub list: bool,
    /// How many names of a list are left out, since they are there already.
    pub doubles: usize,
    /// Why the line cannot be placed so.
    pub trouble: Option<Trouble>,
}

/// An actor that a line speaks of.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Subject {
    /// The name as it was typed, cleaned.
    pub name: String,
    /// The actor of the map that is meant.
    pub found: Option<Found>,
    /// An actor of the map with a name much like it.
    pub near: Option<ActorId>,
    /// What the line says of it.
    pub details: Details,
}

/// An actor of the map that a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// The actor.
    pub actor: ActorId,
    /// Whether the whole name was typed.
    pub exact: bool,
}

/// What a line says of an actor.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Details {
    /// Its arena.
    pub arena: Option<SaidArena>,
    /// Its kind, guessed from its name or read from a column.
    pub kind: Option<Term<Kind>>,
    /// Whether it is the hoofdpersoon.
    pub focal: bool,
    /// Its position on the issue in focus, a voice each.
    pub voices: Vec<Position>,
    /// Its power.
    pub power: Option<Level5>,
    /// Its involvement.
    pub involvement: Option<Level5>,
    /// What it values.
    pub values: Vec<SaidValue>,
    /// Its own words.
    pub quote: Option<String>,
}

/// An arena, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidArena {
    /// The arena.
    pub term: Term<Arena>,
    /// Whether it was guessed from the name.
    pub guessed: bool,
}

/// A value that a line names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidValue {
    /// Its name.
    pub name: String,
    /// The value of the map that is meant; `None` is a new one.
    pub found: Option<ValueId>,
}

/// A relation that a line names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tie {
    /// Which way it runs.
    pub way: TieWay,
    /// Whether it is a conflict.
    pub conflict: bool,
    /// The relation of the map that these two already have.
    pub found: Option<RelationId>,
}

/// Which way a relation runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TieWay {
    /// Both ways.
    Mutual,
    /// From the first to the second.
    Forward,
    /// From the second to the first.
    Backward,
}

/// Why a line cannot be placed as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// There is no name.
    NoName,
    /// A relation has one end.
    OneEnd,
    /// A relation ends where it starts.
    SameEnds,
    /// A name is too long.
    NameTooLong {
        /// How many characters it has.
        length: usize,
    },
    /// A text is too long.
    TextTooLong,
    /// No more actors fit.
    TooManyActors,
    /// No more relations fit.
    TooManyRelations,
    /// No more values fit.
    TooManyValues,
    /// A position lies outside −3 to 3.
    PositionRange,
    /// Power or involvement lies outside 1 to 5.
    LevelRange,
    /// A strength lies outside 1 to 3.
    StrengthRange,
    /// No arena begins so.
    UnknownArena(String),
}

impl Understood {
    /// Says whether there is nothing to place.
    pub fn is_empty(&self) -> bool {
        self.subjects.is_empty() && self.trouble.is_none()
    }

    /// Gives the actor when the line speaks of exactly one.
    pub fn single(&self) -> Option<&Subject> {
        match self.subjects.as_slice() {
            [subject] if !self.list => Some(subject),
            _ => None,
        }
    }
}

/// Reads a line, or several pasted ones.
pub fn understand(line: &str, now: &Content, lexicon: &Lexicon) -> Understood {
    // An empty line speaks of nobody: the names of a large map are not looked through for it.
    let names = if line.trim().is_empty() {
        Names::of(&Content::default())
    } else {
        Names::of(now)
    };
    let mut understood = if paste::is_list(line) {
        paste::understand_list(line, now, lexicon, &names)
    } else {
        line::understand_line(line, now, lexicon, &names)
    };
    if understood.trouble.is_none() {
        understood.trouble = understood.limit(now);
    }
    understood
}

impl Understood {
    /// Gives the limit that the line would pass.
    fn limit(&self, now: &Content) -> Option<Trouble> {
        let length = self
            .subjects
            .iter()
            .flat_map(|subject| {
                let values = subject.details.values.iter().map(|value| &value.name);
                std::iter::once(&subject.name).chain(values)
            })
            .map(|name| name.chars().count())
            .max()
            .unwrap_or_default();
        if length > limits::NAME {
            return Some(Trouble::NameTooLong { length });
        }
        let quotes = self
            .subjects
            .iter()
            .filter_map(|one| one.details.quote.as_ref());
        if quotes.into_iter().any(|quote| quote.len() > limits::TEXT) {
            return Some(Trouble::TextTooLong);
        }
        // Counted as if all were new, since a chip can make them so.
        if now.actors.len() + self.subjects.len() > limits::ACTORS
            && self.subjects.iter().any(|subject| subject.found.is_none())
        {
            return Some(Trouble::TooManyActors);
        }
        if now.relations.len() + self.ties.len() > limits::RELATIONS && !self.ties.is_empty() {
            return Some(Trouble::TooManyRelations);
        }
        let values = self.subjects.iter().flat_map(|one| &one.details.values);
        let new_values = values.filter(|value| value.found.is_none()).count();
        if new_values > 0 && now.values.len() + new_values > limits::LIST {
            return Some(Trouble::TooManyValues);
        }
        None
    }
}
