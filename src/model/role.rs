//! What the official chooses and does: roles, courses, actions, the log, open questions, texts on the map.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::actor::Place;
use super::answer::{Note, Tenths, Unknown};
use super::id::{
    ActionId, ActorId, CourseId, GoalId, GroupId, IssueId, LogId, QuestionId, RelationId, RoleId,
    TextId,
};
use super::lens::LensAnswers;
use super::table::entities;
use super::terms::{ActionStatus, Direction, LogKind, Mode, Phase, RoleState, Style, Way};

/// Towards whom a role is played.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Between two actors.
    Pair(ActorId, ActorId),
    /// Towards a group.
    Group(GroupId),
    /// Towards one actor.
    Actor(ActorId),
}

/// A role that the official chose, with the reason.
#[derive(Debug, Clone, PartialEq)]
pub struct RoleChoice {
    /// Its identity.
    pub id: RoleId,
    /// Who plays the role.
    pub official: ActorId,
    /// Towards whom.
    pub scope: Scope,
    /// Regie, verbinden or coördinatie.
    pub mode: Mode,
    /// What the official does besides.
    pub also: BTreeSet<Style>,
    /// In what phase.
    pub phase: Option<Phase>,
    /// Now, later or no more.
    pub state: RoleState,
    /// Why this role.
    pub reason: Note,
    /// What else was thought of.
    pub alternative: Note,
    /// Who agreed.
    pub agreed_by: BTreeSet<ActorId>,
    /// What it asks of the official.
    pub competences: Vec<String>,
    /// When it was chosen.
    pub date: Option<Date>,
    /// Answers to the questions of lenses.
    pub lens: LensAnswers,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

entities! {
    RoleChoice: RoleId;
    Course: CourseId;
    Action: ActionId;
    LogEntry: LogId;
    Question: QuestionId;
    MapText: TextId;
}

impl RoleChoice {
    /// Makes a choice without a reason yet.
    pub fn new(id: RoleId, official: ActorId, scope: Scope, mode: Mode) -> Self {
        Self {
            id,
            official,
            scope,
            mode,
            also: BTreeSet::new(),
            phase: None,
            state: RoleState::Now,
            reason: Note::default(),
            alternative: Note::default(),
            agreed_by: BTreeSet::new(),
            competences: Vec::new(),
            date: None,
            lens: LensAnswers::new(),
            unknown: Unknown::default(),
        }
    }
}

/// At what a course, an action or a text aims.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// An actor.
    Actor(ActorId),
    /// A relation.
    Relation(RelationId),
    /// A group.
    Group(GroupId),
    /// An issue.
    Issue(IssueId),
    /// A goal of the agreement.
    Goal(GoalId),
}

/// Steer, go along or let go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// Its identity.
    pub id: CourseId,
    /// At what it aims: an actor, relation, group or issue.
    pub target: Target,
    /// Steer, go along or let go.
    pub direction: Direction,
    /// What we keep in hand.
    pub keep: Note,
    /// How much room we give.
    pub room_given: Option<Tenths>,
    /// How much room we take.
    pub room_taken: Option<Tenths>,
    /// Why.
    pub reason: Note,
    /// When it was chosen.
    pub date: Option<Date>,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// Its identity.
    pub id: ActionId,
    /// What is to be done.
    pub text: Note,
    /// Who does it.
    pub owner: String,
    /// For what actors, relations and goals.
    pub targets: BTreeSet<Target>,
    /// When it must be done.
    pub due: Option<Date>,
    /// How far it is.
    pub status: ActionStatus,
    /// As it always went, or a new way.
    pub way: Option<Way>,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

/// What happened, was tried or was learnt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogEntry {
    /// Its identity.
    pub id: LogId,
    /// When.
    pub date: Option<Date>,
    /// What sort of entry.
    pub kind: LogKind,
    /// What happened.
    pub text: Note,
    /// What was expected of an experiment.
    pub hypothesis: Note,
    /// What came of it; failed is a result.
    pub result: Note,
    /// What was learnt.
    pub lesson: Note,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

/// An open question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its identity.
    pub id: QuestionId,
    /// The question.
    pub text: Note,
    /// Who might know.
    pub who_might_know: String,
    /// Whether it was answered.
    pub answered: bool,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

/// Where the arrow of a text points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Arrow {
    /// To a place on the map.
    Place(Place),
    /// To an actor.
    Actor(ActorId),
}

/// A free text on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct MapText {
    /// Its identity.
    pub id: TextId,
    /// The text.
    pub note: Note,
    /// Where it stands.
    pub place: Place,
    /// Where its arrow points.
    pub arrow: Option<Arrow>,
    /// Fields of a newer version.
    pub unknown: Unknown,
}
