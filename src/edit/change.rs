//! The edits, field by field.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::model::{
    Action, Actor, ActorId, Answer, Arena, Bounds, Course, Document, Entity, Factor, Form,
    Formality, Frame, Goal, Group, GroupId, Holding, Interest, Issue, IssueId, Kind, Language,
    Lens, LensValue, Level, Level3, Level5, LogEntry, MapText, Meta, Mode, Moment, Note, OwnTerm,
    Participation, Pause, Phase, Place, Position, Question, Relation, RelationId, RelationKind,
    RoleChoice, RoleId, RoleState, Salience, Scene, Scope, ScriptPosition, Sensitivity, Signal,
    Style, Tenths, Term, Tone, Value, ValueId,
};

/// One change of a list that has no identities.
#[derive(Debug, Clone, PartialEq)]
pub enum ListChange<T> {
    /// Adds at the end.
    Add(T),
    /// Replaces the entry at a place.
    Set(usize, T),
    /// Takes out the entry at a place.
    Remove(usize),
    /// Moves the entry at the first place to the second.
    Move(usize, usize),
}

/// One change of a list of entities.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry<T: Entity> {
    /// Adds an entity, or replaces the one with the same identity.
    Put(Box<T>),
    /// Takes an entity out.
    Remove(T::Id),
    /// Moves an entity to a place in the order.
    Move(T::Id, usize),
}

/// One change of an actor.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    missing_docs,
    reason = "each variant sets the field of the same name, documented in the model"
)]
pub enum ActorChange {
    Name(String),
    Short(String),
    Arena(Answer<Term<Arena>>),
    Kind(Option<Term<Kind>>),
    Form(Option<Form>),
    Inside(Option<bool>),
    ConnectedParty(bool),
    Candidate(bool),
    Power(Answer<Level5>),
    Involvement(Answer<Level5>),
    Legitimacy(Answer<bool>),
    Urgency(Answer<bool>),
    Position(IssueId, Answer<Position>),
    Salience(IssueId, Answer<Salience>),
    Participation(Answer<Participation>),
    Openness(Answer<Tenths>),
    Value(ValueId, Option<Holding>),
    Frame(Term<Frame>, Option<Level3>),
    Interest(ListChange<Interest>),
    Sees(Note),
    Because(Note),
    Quote(Note),
    CallsIt(Note),
    SeesOther(ActorId, Note),
    Relatedness(Answer<Level5>),
    Autonomy(Answer<Level5>),
    Competence(Answer<Level5>),
    Sensitivity(ListChange<Sensitivity>),
    Talents(Vec<String>),
    Tags(Vec<String>),
    Area(Vec<String>),
    Level(Vec<Level>),
    Portfolio(Vec<String>),
    Note(ListChange<Note>),
    Lens(String, Answer<LensValue>),
}

/// One change of a relation.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    missing_docs,
    reason = "each variant sets the field of the same name, documented in the model"
)]
pub enum RelationChange {
    Mutual(bool),
    Turn,
    Kind(Option<Term<RelationKind>>),
    Strength(Answer<Level3>),
    Tone(Tone),
    Formal(Option<Formality>),
    Starred(bool),
    Purpose(Note),
    ExpectOfUs(Note),
    ExpectOfThem(Note),
    Met(Answer<bool>),
    Signal(ListChange<Signal>),
    Sensitivity(ListChange<Sensitivity>),
    Note(ListChange<Note>),
    Lens(String, Answer<LensValue>),
}

/// One change of a group.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    missing_docs,
    reason = "each variant sets the field of the same name, documented in the model"
)]
pub enum GroupChange {
    Name(String),
    Member(ActorId, bool),
    SharedValue(Option<ValueId>),
    From(Option<Date>),
    Until(Option<Date>),
    Agreed(ActorId, bool),
    Sensitivity(ListChange<Sensitivity>),
    Lens(String, Answer<LensValue>),
}

/// One change of a role choice.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    missing_docs,
    reason = "each variant sets the field of the same name, documented in the model"
)]
pub enum RoleChange {
    Scope(Scope),
    Mode(Mode),
    Also(Style, bool),
    Phase(Option<Phase>),
    State(RoleState),
    Reason(Note),
    Alternative(Note),
    Agreed(ActorId, bool),
    Competences(Vec<String>),
    Date(Option<Date>),
    Lens(String, Answer<LensValue>),
}

/// One change of what the map is for.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    missing_docs,
    reason = "each variant sets the field of the same name, documented in the model"
)]
pub enum PurposeChange {
    IssueSentence(Note),
    Problem(Note),
    Values(Vec<ValueId>),
    Why(Note),
    Whereto(Note),
    Goal(Entry<Goal>),
    Bounds(Bounds),
    Horizon(Option<Date>),
    Review(Option<Date>),
    Initiator(Option<ActorId>),
    Paused(Option<Pause>),
}

/// One change of the map as a whole.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    missing_docs,
    reason = "each variant sets the field of the same name, documented in the model"
)]
pub enum MapChange {
    Title(String),
    Language(Language),
    Meta(Meta),
    Focal(Option<ActorId>),
    Vanguard(ActorId, bool),
    OwnArena(OwnTerm),
    RemoveOwnArena(String),
    OwnKind(OwnTerm),
    RemoveOwnKind(String),
    Meaning(String, ActorId, Note),
    RemoveWord(String),
    NoRelation(ActorId, ActorId, bool),
    Lens(String, Answer<LensValue>),
    LensOn(String, bool),
    OwnLens(Box<Lens>),
    RemoveOwnLens(String),
    Session(Option<ScriptPosition>),
    Silenced(String, bool),
    NotSame(ActorId, ActorId, bool),
    Pseudonyms(BTreeSet<(ActorId, String)>),
    RemoveUnreadable(usize),
    RemoveDangling(usize),
    RemoveAlternative(usize),
}

/// How a map as a whole became another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WholeChange {
    /// Another version was merged into it.
    Merged,
    /// The other side of a clash was taken.
    Settled,
    /// Names and texts were replaced.
    Anonymised,
    /// Two actors were made one.
    Joined,
    /// An earlier version was put back.
    PutBack,
    /// The file was changed by another program and read again.
    ReadAgain,
    /// The value of a field that was misspelt in the file went to the field that was meant.
    FieldMoved,
}

/// One change of a map, in one step of undo.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Several changes as one; none of them when one is refused.
    Many(Vec<Self>),
    /// Changes the map as a whole.
    Map(MapChange),
    /// Changes what the map is for.
    Purpose(PurposeChange),
    /// Adds an actor.
    AddActor(Box<Actor>),
    /// Changes an actor.
    Actor(ActorId, ActorChange),
    /// Takes out an actor with all that hangs on it.
    RemoveActor(ActorId),
    /// Puts actors somewhere on the network; `None` gives a place back to the automatic placing.
    Place(Vec<(ActorId, Option<Place>)>),
    /// Adds a relation.
    AddRelation(Box<Relation>),
    /// Changes a relation.
    Relation(RelationId, RelationChange),
    /// Takes out a relation.
    RemoveRelation(RelationId),
    /// Adds a group.
    AddGroup(Box<Group>),
    /// Changes a group.
    Group(GroupId, GroupChange),
    /// Takes out a group with the roles towards it.
    RemoveGroup(GroupId),
    /// Adds a role choice.
    AddRole(Box<RoleChoice>),
    /// Changes a role choice.
    Role(RoleId, RoleChange),
    /// Takes out a role choice.
    RemoveRole(RoleId),
    /// Changes the issues.
    Issue(Entry<Issue>),
    /// Changes the values.
    Value(Entry<Value>),
    /// Changes the factors.
    Factor(Entry<Factor>),
    /// Changes the courses.
    Course(Entry<Course>),
    /// Changes the actions.
    Action(Entry<Action>),
    /// Changes the log.
    Log(Entry<LogEntry>),
    /// Changes the open questions.
    Question(Entry<Question>),
    /// Changes the texts on the map.
    Text(Entry<MapText>),
    /// Changes the moments.
    Moment(Entry<Moment>),
    /// Changes the scenes.
    Scene(Entry<Scene>),
    /// Puts another map in the place of this one, worked out beforehand.
    Whole(WholeChange, Box<Document>),
}

impl Edit {
    /// Gives what names this edit: of several the first that is no placing.
    #[must_use]
    pub fn leading(&self) -> &Self {
        match self {
            Self::Many(edits) => edits
                .iter()
                .find(|edit| !matches!(edit, Self::Place(_)))
                .or_else(|| edits.first())
                .map_or(self, Self::leading),
            _ => self,
        }
    }
}
