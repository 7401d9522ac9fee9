//! What a version says at one place, in a form that can be told in words.

use jiff::civil::Date;

use super::field::Field;
use crate::model::{
    ActionStatus, ActorId, Arena, Arrangement, Arrow, Certainty, Direction, Form, Formality, Frame,
    GoalId, GroupId, InterestKind, IssueId, Kind, Language, LensValue, Level, LogKind, Mode,
    MomentState, Phase, Place, RelationKind, RoleState, Scope, Shown, Style, Target, Term, Tone,
    ValueId, Way,
};

/// A value of the model.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    missing_docs,
    reason = "most are the type of the same name, documented in the model"
)]
pub enum Said {
    /// Not asked, not filled in, not there.
    Nothing,
    /// Asked, and there is none.
    AskedNone,
    /// An entity that is there, or an order of a list.
    Here,
    Text(String),
    Number(i64),
    Yes(bool),
    Date(Date),
    Arena(Term<Arena>),
    Kind(Term<Kind>),
    RelationKind(Term<RelationKind>),
    Frame(Term<Frame>),
    Form(Form),
    InterestKind(InterestKind),
    Level(Level),
    Tone(Tone),
    Formality(Formality),
    Mode(Mode),
    Style(Style),
    Phase(Phase),
    RoleState(RoleState),
    Direction(Direction),
    ActionStatus(ActionStatus),
    Way(Way),
    LogKind(LogKind),
    MomentState(MomentState),
    Arrangement(Arrangement),
    Language(Language),
    Certainty(Certainty),
    Shown(Shown),
    Actor(ActorId),
    Actors(ActorId, ActorId),
    Issue(IssueId),
    Value(ValueId),
    Goal(GoalId),
    Group(GroupId),
    Target(Target),
    Scope(Scope),
    Place(Place),
    Arrow(Arrow),
    Lens(LensValue),
    /// A value with what stands behind it.
    With(Box<Self>, Vec<(Field, Self)>),
    /// Something too involved to tell.
    Involved,
}

impl Said {
    /// Gives what it says first, without what stands behind it.
    pub fn head(&self) -> &Self {
        match self {
            Self::With(head, _) => head,
            Self::Nothing
            | Self::AskedNone
            | Self::Here
            | Self::Text(_)
            | Self::Number(_)
            | Self::Yes(_)
            | Self::Date(_)
            | Self::Arena(_)
            | Self::Kind(_)
            | Self::RelationKind(_)
            | Self::Frame(_)
            | Self::Form(_)
            | Self::InterestKind(_)
            | Self::Level(_)
            | Self::Tone(_)
            | Self::Formality(_)
            | Self::Mode(_)
            | Self::Style(_)
            | Self::Phase(_)
            | Self::RoleState(_)
            | Self::Direction(_)
            | Self::ActionStatus(_)
            | Self::Way(_)
            | Self::LogKind(_)
            | Self::MomentState(_)
            | Self::Arrangement(_)
            | Self::Language(_)
            | Self::Certainty(_)
            | Self::Shown(_)
            | Self::Actor(_)
            | Self::Actors(..)
            | Self::Issue(_)
            | Self::Value(_)
            | Self::Goal(_)
            | Self::Group(_)
            | Self::Target(_)
            | Self::Scope(_)
            | Self::Place(_)
            | Self::Arrow(_)
            | Self::Lens(_)
            | Self::Involved => self,
        }
    }

    /// Gives what stands behind it.
    pub fn details(&self) -> &[(Field, Self)] {
        if let Self::With(_, details) = self {
            details
        } else {
            &[]
        }
    }

    /// Says whether nothing was filled in.
    pub fn is_nothing(&self) -> bool {
        match self.head() {
            Self::Nothing => true,
            Self::Text(text) => text.is_empty(),
            _ => false,
        }
    }
}
