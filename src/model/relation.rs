//! A relation between two actors, and a group of actors.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::actor::Sensitivity;
use super::answer::{Answer, Level3, Level5, Note, Position, Term, Unknown};
use super::id::{ActorId, FactorId, GroupId, IssueId, RelationId, ValueId};
use super::lens::LensAnswers;
use super::table::entities;
use super::terms::{Formality, RelationKind, Tone};

/// Something noticed about a relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signal {
    /// When.
    pub date: Option<Date>,
    /// How serious.
    pub level: Level3,
    /// What.
    pub text: Note,
    /// Who acts on it.
    pub who_acts: String,
    /// Whether it was settled.
    pub settled: bool,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

/// A tie between two actors; several between the same two are allowed.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    /// Its identity.
    pub id: RelationId,
    /// Where it starts.
    pub from: ActorId,
    /// Where it ends.
    pub to: ActorId,
    /// Whether it runs both ways.
    pub mutual: bool,
    /// What it is about.
    pub kind: Option<Term<RelationKind>>,
    /// How strong; counts as 1 while not asked.
    pub strength: Answer<Level3>,
    /// Cooperative, neutral or conflict.
    pub tone: Tone,
    /// Through what channel.
    pub formal: Option<Formality>,
    /// Whether the group works on this one.
    pub starred: bool,
    /// What it is for.
    pub purpose: Note,
    /// What the other expects of us.
    pub expect_of_us: Note,
    /// What we expect of the other.
    pub expect_of_them: Note,
    /// Whether the expectations are met.
    pub met: Answer<bool>,
    /// What was noticed.
    pub signals: Vec<Signal>,
    /// What hurts.
    pub sensitivities: Vec<Sensitivity>,
    /// Free notes.
    pub notes: Vec<Note>,
    /// Answers to the questions of lenses.
    pub lens: LensAnswers,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

entities! { Relation: RelationId; Group: GroupId; Factor: FactorId; }

impl Relation {
    /// Makes a mutual relation of which nothing else is known.
    pub fn new(id: RelationId, from: ActorId, to: ActorId) -> Self {
        Self {
            id,
            from,
            to,
            mutual: true,
            kind: None,
            strength: Answer::NotAsked,
            tone: Tone::Neutral,
            formal: None,
            starred: false,
            purpose: Note::default(),
            expect_of_us: Note::default(),
            expect_of_them: Note::default(),
            met: Answer::NotAsked,
            signals: Vec::new(),
            sensitivities: Vec::new(),
            notes: Vec::new(),
            lens: LensAnswers::new(),
            unknown: Unknown::default(),
        }
    }

    /// Says whether the relation touches an actor.
    pub fn touches(&self, actor: ActorId) -> bool {
        self.from == actor || self.to == actor
    }

    /// Gives the other end, seen from one of the two.
    pub fn other_end(&self, actor: ActorId) -> Option<ActorId> {
        if self.from == actor {
            Some(self.to)
        } else if self.to == actor {
            Some(self.from)
        } else {
            None
        }
    }

    /// Says whether the relation joins these two, in whatever direction.
    pub fn joins(&self, one: ActorId, other: ActorId) -> bool {
        (self.from == one && self.to == other) || (self.from == other && self.to == one)
    }
}

/// A coalition or another group of actors.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Its identity.
    pub id: GroupId,
    /// Its name.
    pub name: String,
    /// Who belongs to it.
    pub members: BTreeSet<ActorId>,
    /// The value its members share.
    pub shared_value: Option<ValueId>,
    /// Since when.
    pub from: Option<Date>,
    /// Until when.
    pub until: Option<Date>,
    /// The members who said yes.
    pub agreed_by: BTreeSet<ActorId>,
    /// What hurts.
    pub sensitivities: Vec<Sensitivity>,
    /// Answers to the questions of lenses.
    pub lens: LensAnswers,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

impl Group {
    /// Makes an empty group.
    pub fn new(id: GroupId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            members: BTreeSet::new(),
            shared_value: None,
            from: None,
            until: None,
            agreed_by: BTreeSet::new(),
            sensitivities: Vec::new(),
            lens: LensAnswers::new(),
            unknown: Unknown::default(),
        }
    }
}

/// A force that is no actor: money, law, time.
#[derive(Debug, Clone, PartialEq)]
pub struct Factor {
    /// Its identity.
    pub id: FactorId,
    /// Its name.
    pub name: String,
    /// The issue it bears on.
    pub issue: Option<IssueId>,
    /// Holds back (negative) or drives (positive).
    pub force: Answer<Position>,
    /// How much it weighs.
    pub weight: Answer<Level5>,
    /// Fields of a newer version.
    pub unknown: Unknown,
}
