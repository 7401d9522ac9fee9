//! Lenses (*brillen*): optional question sets as data, and the answers to them.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::answer::{Answer, Note, Unknown};
use super::id::ActorId;

/// Three shares in thousandths that make a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Triangle([u16; 3]);

impl Triangle {
    /// Makes a triangle; shares that do not sum to 1,000 give `None`.
    pub fn new(shares: [u16; 3]) -> Option<Self> {
        let sum: u32 = shares.iter().copied().map(u32::from).sum();
        (sum == 1000).then_some(Self(shares))
    }

    /// Gives the three shares in thousandths.
    pub fn shares(self) -> [u16; 3] {
        self.0
    }
}

/// The answer to a question of a lens, by the kind of its field.
#[derive(Debug, Clone, PartialEq)]
pub enum LensValue {
    /// A step on a scale.
    Scale(i32),
    /// One option, by its code.
    Choice(String),
    /// Several options.
    Choices(Vec<String>),
    /// Options in order, the weightiest first.
    Ranked(Vec<String>),
    /// A short text.
    Short(String),
    /// A long text that can be private.
    Long(Note),
    /// A date.
    Date(Date),
    /// Actors of this map.
    Actors(Vec<ActorId>),
    /// Three shares.
    Triangle(Triangle),
    /// How it is now and how it is wanted; neither is such a pair itself.
    NowAndWanted(Box<Self>, Box<Self>),
}

impl LensValue {
    /// Says whether a pair of now and wanted holds no pair itself.
    pub fn sound(&self) -> bool {
        match self {
            Self::NowAndWanted(now, wanted) => !now.paired() && !wanted.paired(),
            Self::Scale(_)
            | Self::Choice(_)
            | Self::Choices(_)
            | Self::Ranked(_)
            | Self::Short(_)
            | Self::Long(_)
            | Self::Date(_)
            | Self::Actors(_)
            | Self::Triangle(_) => true,
        }
    }

    fn paired(&self) -> bool {
        matches!(self, Self::NowAndWanted(..))
    }
}

/// Answers by `lens_id.field_id`.
pub type LensAnswers = BTreeMap<String, Answer<LensValue>>;

/// A text in both languages of the interface.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Bilingual {
    /// In Dutch.
    pub nl: String,
    /// In English.
    pub en: String,
}

/// What a question of a lens is asked of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LensSubject {
    /// Every actor.
    Actor,
    /// Every relation.
    Relation,
    /// Every role choice.
    Role,
    /// Every group.
    Group,
    /// The map as a whole.
    Map,
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LensOption {
    /// Its code in answers.
    pub code: String,
    /// What it is called.
    pub label: Bilingual,
    /// What it means.
    pub help: Bilingual,
}

/// The kind of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    /// Steps from low to high, each end with a word.
    Scale {
        /// The lowest step.
        low: i32,
        /// The highest step.
        high: i32,
        /// What the lowest means.
        low_label: Bilingual,
        /// What the highest means.
        high_label: Bilingual,
    },
    /// One of these.
    Choice(Vec<LensOption>),
    /// Any of these.
    Choices(Vec<LensOption>),
    /// These, in order.
    Ranked(Vec<LensOption>),
    /// A short text.
    Short,
    /// A long text.
    Long,
    /// A date.
    Date,
    /// Actors of the map.
    Actors,
    /// Three shares of these.
    Triangle([Bilingual; 3]),
    /// Now and wanted, of another kind.
    NowAndWanted(Box<Self>),
}

/// A core field that a question of a lens shows in its own words; nothing is stored twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CoreField {
    /// Self-reported relatedness.
    Relatedness,
    /// Self-reported autonomy.
    Autonomy,
    /// Self-reported competence.
    Competence,
    /// The ring.
    Participation,
    /// What an actor is good at.
    Talents,
}

/// One question of a lens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LensField {
    /// Its code within the lens.
    pub id: String,
    /// What it is asked of.
    pub subject: LensSubject,
    /// What it is called.
    pub label: Bilingual,
    /// What it asks.
    pub help: Bilingual,
    /// What can be answered.
    pub kind: FieldKind,
    /// Whether answers are private.
    pub private: bool,
    /// The core field it shows.
    pub bind: Option<CoreField>,
}

/// What must hold for a check to speak.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// The field has no answer.
    Missing(String),
    /// The field is at most this step.
    AtMost(String, i32),
    /// The field is at least this step.
    AtLeast(String, i32),
    /// The field is this option.
    Is(String, String),
    /// The field is the lowest of these.
    Lowest(String, Vec<String>),
    /// The field differs between both ends of a relation.
    EndsDiffer(String),
    /// The scale of both ends of a relation is at least so many steps apart.
    EndsApart(String, i32),
    /// Now and wanted are at least so many steps apart; for what has no steps any difference counts.
    Gap(String, i32),
    /// All hold.
    All(Vec<Self>),
    /// One holds.
    Any(Vec<Self>),
    /// None holds.
    Neither(Vec<Self>),
}

/// A check of a lens: a condition and what it asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LensCheck {
    /// Its code within the lens.
    pub id: String,
    /// Of what it speaks.
    pub subject: LensSubject,
    /// When it speaks.
    pub when: Condition,
    /// What it asks.
    pub asks: Bilingual,
}

/// A picture of the answers that a lens asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LensFigure {
    /// Scales as spokes round a middle.
    Radar {
        /// What it is called.
        title: Bilingual,
        /// The fields, in the order of the spokes.
        fields: Vec<String>,
    },
    /// Every answer of a triangle in one triangle.
    Triangle {
        /// The field.
        field: String,
    },
}

/// A question set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lens {
    /// Its code.
    pub id: String,
    /// What it is called.
    pub title: Bilingual,
    /// When to take it.
    pub about: Bilingual,
    /// Where it comes from.
    pub source: String,
    /// Whether it stands up front; the others stand under *more*.
    pub front: bool,
    /// The pictures it asks for.
    pub figures: Vec<LensFigure>,
    /// Its questions.
    pub fields: Vec<LensField>,
    /// Its checks.
    pub checks: Vec<LensCheck>,
    /// Fields of a newer version.
    pub unknown: Unknown,
}
