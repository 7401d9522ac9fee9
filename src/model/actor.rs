//! An actor with all that people say of it.

use std::collections::BTreeMap;

use super::answer::{
    Answer, Certainty, Heat, Level3, Level5, Note, Participation, Position, Salience, Tenths, Term,
    Unknown,
};
use super::id::{ActorId, IssueId, ValueId};
use super::lens::LensAnswers;
use super::table::entities;
use super::terms::{Arena, Form, Frame, InterestKind, Kind, Level};

/// A place on the network in map units, to a hundredth; y grows downwards.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Place {
    x: f64,
    y: f64,
}

impl Place {
    /// How far from the origin a place may lie.
    pub const FARTHEST: f64 = 1e6;

    /// Makes a place, rounded to a hundredth; `None` for what is no number or too far away.
    pub fn new(x: f64, y: f64) -> Option<Self> {
        let round = |number: f64| {
            // Adding 0.0 turns -0.0 into 0.0, which is written shorter.
            (number.is_finite() && number.abs() <= Self::FARTHEST)
                .then(|| (number * 100.0).round() / 100.0 + 0.0)
        };
        Some(Self {
            x: round(x)?,
            y: round(y)?,
        })
    }

    /// Gives the distance to the right of the origin.
    pub fn x(self) -> f64 {
        self.x
    }

    /// Gives the distance below the origin.
    pub fn y(self) -> f64 {
        self.y
    }
}

/// What an actor holds of one issue.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Stance {
    /// Against or in favour.
    pub position: Answer<Position>,
    /// How much the issue matters (*prioriteit*).
    pub salience: Answer<Salience>,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

/// What a value is to an actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding {
    /// How important it is.
    pub importance: Level3,
    /// Whether the actor already makes this value.
    pub creates: bool,
    /// How sure this is.
    pub certainty: Option<Certainty>,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

/// What an actor has at stake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interest {
    /// In plain words.
    pub text: String,
    /// How deep it lies.
    pub kind: InterestKind,
    /// The value it serves.
    pub value: Option<ValueId>,
    /// Where it comes from.
    pub source: String,
    /// How sure it is.
    pub certainty: Option<Certainty>,
    /// A hidden agenda: private.
    pub hidden: bool,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

impl Interest {
    /// Makes an open interest.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            kind: InterestKind::Interest,
            value: None,
            source: String::new(),
            certainty: None,
            hidden: false,
            unknown: Unknown::default(),
        }
    }
}

/// How an actor sees the situation, in its own words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Perspective {
    /// How it sees the situation.
    pub sees: Note,
    /// Why it sees it so.
    pub because: Note,
    /// Its own words, literally.
    pub quote: Note,
    /// What it would call the issue.
    pub calls_it: Note,
    /// How it sees others.
    pub sees_other: BTreeMap<ActorId, Note>,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

/// What an actor says of its own learning.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Learning {
    /// Belongs to it (*hoort erbij*).
    pub relatedness: Answer<Level5>,
    /// Has something to bring (*heeft iets in te brengen*).
    pub autonomy: Answer<Level5>,
    /// Feels equipped (*voelt zich toegerust*).
    pub competence: Answer<Level5>,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

/// Something that hurts or is delicate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sensitivity {
    /// What it is; private unless said otherwise.
    pub note: Note,
    /// How hot it is.
    pub heat: Heat,
    /// Whether it was said aloud.
    pub said_aloud: bool,
    /// Whether it was acknowledged.
    pub acknowledged: bool,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

impl Sensitivity {
    /// Makes a private sensitivity.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            note: Note::private(text),
            heat: Heat::LOWEST,
            said_aloud: false,
            acknowledged: false,
            unknown: Unknown::default(),
        }
    }
}

/// Somebody or something that acts.
#[derive(Debug, Clone, PartialEq)]
pub struct Actor {
    /// Its identity.
    pub id: ActorId,
    /// Its name, at most 2,000 characters.
    pub name: String,
    /// A short label for the map.
    pub short: String,
    /// Where it belongs.
    pub arena: Answer<Term<Arena>>,
    /// What sort of actor it is.
    pub kind: Option<Term<Kind>>,
    /// Person, group or organisation.
    pub form: Option<Form>,
    /// Inside the own organisation; unset follows the arena.
    pub inside: Option<bool>,
    /// A legal *verbonden partij*.
    pub connected_party: bool,
    /// Should be at the table and is not yet: drawn grey.
    pub candidate: bool,
    /// How much it can make happen.
    pub power: Answer<Level5>,
    /// How much it is concerned.
    pub involvement: Answer<Level5>,
    /// Whether its claim is legitimate.
    pub legitimacy: Answer<bool>,
    /// Whether its claim is urgent.
    pub urgency: Answer<bool>,
    /// What it holds of each issue.
    pub positions: BTreeMap<IssueId, Stance>,
    /// How far it takes part: the ring.
    pub participation: Answer<Participation>,
    /// How open it is to others, in tenths.
    pub openness: Answer<Tenths>,
    /// What each value is to it.
    pub values: BTreeMap<ValueId, Holding>,
    /// From what angles it looks.
    pub frames: BTreeMap<Term<Frame>, Level3>,
    /// What it has at stake, the weightiest first.
    pub interests: Vec<Interest>,
    /// How it sees the situation.
    pub perspective: Perspective,
    /// What it says of its own learning.
    pub learning: Learning,
    /// What hurts.
    pub sensitivities: Vec<Sensitivity>,
    /// What it is good at.
    pub talents: Vec<String>,
    /// Free labels.
    pub tags: Vec<String>,
    /// Where it works.
    pub area: Vec<String>,
    /// At what levels it works.
    pub level: Vec<Level>,
    /// What it is responsible for.
    pub portfolio: Vec<String>,
    /// Free notes.
    pub notes: Vec<Note>,
    /// Where it was put on the network; `None` is automatic.
    pub place: Option<Place>,
    /// Answers to the questions of lenses.
    pub lens: LensAnswers,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

entities! { Actor: ActorId; }

impl Actor {
    /// Makes an actor of whom only the name is known.
    pub fn new(id: ActorId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            short: String::new(),
            arena: Answer::NotAsked,
            kind: None,
            form: None,
            inside: None,
            connected_party: false,
            candidate: false,
            power: Answer::NotAsked,
            involvement: Answer::NotAsked,
            legitimacy: Answer::NotAsked,
            urgency: Answer::NotAsked,
            positions: BTreeMap::new(),
            participation: Answer::NotAsked,
            openness: Answer::NotAsked,
            values: BTreeMap::new(),
            frames: BTreeMap::new(),
            interests: Vec::new(),
            perspective: Perspective::default(),
            learning: Learning::default(),
            sensitivities: Vec::new(),
            talents: Vec::new(),
            tags: Vec::new(),
            area: Vec::new(),
            level: Vec::new(),
            portfolio: Vec::new(),
            notes: Vec::new(),
            place: None,
            lens: LensAnswers::new(),
            unknown: Unknown::default(),
        }
    }

    /// Gives the label of the map: the short one where there is one.
    pub fn label(&self) -> &str {
        if self.short.is_empty() {
            &self.name
        } else {
            &self.short
        }
    }

    /// Gives the position on an issue.
    pub fn position(&self, issue: IssueId) -> &Answer<Position> {
        self.positions
            .get(&issue)
            .map_or(&Answer::NotAsked, |stance| &stance.position)
    }

    /// Gives the priority of an issue.
    pub fn salience(&self, issue: IssueId) -> &Answer<Salience> {
        self.positions
            .get(&issue)
            .map_or(&Answer::NotAsked, |stance| &stance.salience)
    }
}
