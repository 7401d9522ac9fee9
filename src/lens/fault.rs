//! What can be wrong with the definition of a lens.

use crate::model::Language;

/// A step of the way to a part of a definition, as it stands in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LensStep {
    /// A field of a struct.
    Field(&'static str),
    /// An item of a list or the value within a name, counted from 0.
    Index(usize),
}

/// Something that is wrong, with the way to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LensFault {
    /// What.
    pub trouble: LensTrouble,
    /// Where.
    pub path: Vec<LensStep>,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LensTrouble {
    /// A code is empty or holds other signs than small letters, digits, `-` and `_`.
    BadCode(String),
    /// A code stands twice.
    Twice(String),
    /// A text is not there in a language.
    NoText(Language),
    /// A text is too long to show.
    LongText(usize),
    /// There are no questions.
    NoFields,
    /// There is nothing to choose from, or nothing to hold.
    Nothing,
    /// There are too many of something.
    TooMany(usize),
    /// The lowest step is not below the highest.
    NoSteps,
    /// The scale has too many steps.
    ManySteps(i64),
    /// A pair of now and wanted holds such a pair.
    PairInPair,
    /// No question has this code.
    UnknownField(String),
    /// The question is asked of something else than the check speaks of.
    OtherSubject(String),
    /// The question has another kind of answer than the condition needs.
    OtherKind(String),
    /// The scale has no such step.
    NoSuchStep(i32),
    /// The question has no such option.
    NoSuchOption(String),
    /// A difference of less than one step is none.
    NoDifference,
    /// Conditions stand too deep in each other.
    TooDeep(usize),
    /// What the core keeps is asked of actors, in this kind of answer.
    BadBind,
    /// The core keeps this openly, so the question cannot be private.
    PrivateBind,
    /// A web needs at least so many spokes.
    FewSpokes(usize),
}
