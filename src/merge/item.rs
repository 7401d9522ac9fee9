//! Where two maps differ, and how it ends.

use std::collections::BTreeMap;

use super::field::Field;
use super::said::Said;
use crate::model::{
    ActionId, ActorId, CourseId, FactorId, Frame, GoalId, GroupId, IssueId, LogId, MomentId,
    QuestionId, RelationId, RoleId, SceneId, Term, TextId, ValueId,
};

/// One of the two versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The open map.
    Mine,
    /// The other one.
    Theirs,
}

impl Side {
    /// Gives the other side.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Mine => Self::Theirs,
            Self::Theirs => Self::Mine,
        }
    }
}

/// What a difference is about: an entity, or the map as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(
    missing_docs,
    reason = "each is the entity of the same name, documented in the model"
)]
pub enum Subject {
    Map,
    Issue(IssueId),
    Value(ValueId),
    Goal(GoalId),
    Actor(ActorId),
    Relation(RelationId),
    Group(GroupId),
    Factor(FactorId),
    Role(RoleId),
    Course(CourseId),
    Action(ActionId),
    Log(LogId),
    Question(QuestionId),
    Text(TextId),
    Moment(MomentId),
    Scene(SceneId),
}

/// One step from a subject to a field.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// A field of a struct.
    Field(Field),
    /// What is kept for an actor.
    Actor(ActorId),
    /// What is kept for an issue.
    Issue(IssueId),
    /// What is kept for a value.
    Value(ValueId),
    /// What is kept for an angle.
    Frame(Term<Frame>),
    /// What is kept under a word or a code.
    Word(String),
    /// An entry of a list without identities, by its text, and which of several with that text.
    Entry(String, usize),
}

/// A place in a map that two versions can fill differently.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// The moment it lies in; `None` is the current state.
    pub moment: Option<MomentId>,
    /// What it is about.
    pub subject: Subject,
    /// The way to the field; empty for the subject itself.
    pub path: Vec<Step>,
}

impl Spot {
    /// Says whether it is an entity as a whole: whether it is there.
    pub fn whole(&self) -> bool {
        self.path.is_empty()
    }

    /// Gives the field it starts with.
    pub fn field(&self) -> Option<Field> {
        self.path.iter().find_map(|step| match step {
            Step::Field(field) => Some(*field),
            Step::Actor(_)
            | Step::Issue(_)
            | Step::Value(_)
            | Step::Frame(_)
            | Step::Word(_)
            | Step::Entry(..) => None,
        })
    }

    /// Gives the field it ends with.
    pub fn last_field(&self) -> Option<Field> {
        self.path.iter().rev().find_map(|step| match step {
            Step::Field(field) => Some(*field),
            Step::Actor(_)
            | Step::Issue(_)
            | Step::Value(_)
            | Step::Frame(_)
            | Step::Word(_)
            | Step::Entry(..) => None,
        })
    }
}

/// How a difference ends when nobody chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Only the open map changed it.
    Mine,
    /// Only the other map changed it.
    Theirs,
    /// Both changed it in the same way.
    Both,
    /// Both changed it, and both changes fit together.
    Woven,
    /// Both changed it differently; what stands is one of the two.
    Clash,
}

/// One difference between versions of a map; `None` stands for what is not there.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Where.
    pub spot: Spot,
    /// What stood before.
    pub base: Option<Said>,
    /// What the open map says.
    pub mine: Option<Said>,
    /// What the other map says.
    pub theirs: Option<Said>,
    /// What stands when nobody chooses.
    pub result: Option<Said>,
    /// How that came about.
    pub outcome: Outcome,
    /// Whether any of these is private.
    pub private: bool,
}

impl Item {
    /// Says whether taking the merged map over changes the open one here.
    pub fn touches_mine(&self) -> bool {
        match self.outcome {
            Outcome::Theirs | Outcome::Woven | Outcome::Clash => true,
            Outcome::Mine | Outcome::Both => false,
        }
    }
}

/// Which side was chosen, for the places where somebody chose.
pub type Choices = BTreeMap<Spot, Side>;
