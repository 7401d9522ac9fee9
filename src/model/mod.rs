//! The model: a map and its parts, without files, windows, clocks or randomness.
//!
//! Words, code beside screen: actor (*actor*), arena (*arena*), kind (*soort*), focal (*hoofdpersoon*), vanguard
//! (*kopgroep*), relation (*relatie*), group (*groep*), factor (*factor*), issue (*vraagstuk*), position (*positie*),
//! salience (*prioriteit*), power (*invloed*), involvement (*betrokkenheid*), interest (*belang*), value (*waarde*),
//! frame (*invalshoek*), perspective (*perspectief*), sensitivity (*gevoeligheid*), role choice (*rolkeuze*), course
//! (*koers*), lens (*bril*), moment (*moment*), scene (*dia*), arrangement (*weergave*).
//!
//! A [`Document`] is a value: changing it gives another one that shares what stayed the same. Relations, groups and
//! choices point at each other by identity; [`Document::problems`] lists every rule that is broken, and the layer
//! `edit` lets none be broken.

mod actor;
mod answer;
mod document;
mod id;
mod invariant;
mod lens;
mod lens_weight;
pub mod limits;
mod loose;
mod moment;
mod relation;
mod role;
mod table;
mod terms;
mod weight;

pub use actor::{Actor, Holding, Interest, Learning, Perspective, Place, Sensitivity, Stance};
pub use answer::{
    Answer, Certainty, Heat, Judged, Level3, Level5, Note, Participation, Position, RawField,
    Salience, Score, Tenths, Term, Unknown,
};
pub use document::{
    Alternative, Bounds, Content, Document, FORMAT_VERSION, Goal, Issue, Meta, OwnTerm, Pause,
    Purpose, RawEntity, ScriptPosition, Value, same_scope,
};
pub use id::{
    ActionId, ActorId, CourseId, DocumentId, FactorId, GoalId, GroupId, IdError, IdSource,
    Identity, IssueId, LogId, MomentId, QuestionId, RelationId, RevisionId, RoleId, SceneId,
    TextId, ValueId,
};
pub use invariant::Problem;
pub use lens::{
    Bilingual, Condition, CoreField, FieldKind, Lens, LensAnswers, LensCheck, LensField,
    LensFigure, LensOption, LensSubject, LensValue, Triangle,
};
pub use moment::{Filter, Moment, Scene, Shown, ViewRect};
pub use relation::{Factor, Group, Relation, Signal};
pub use role::{Action, Arrow, Course, LogEntry, MapText, Question, RoleChoice, Scope, Target};
pub use table::{Entity, List, Table};
pub use terms::{
    ActionStatus, Arena, Arrangement, Direction, Form, Formality, Frame, InterestKind, Kind,
    Language, Level, LogKind, Mode, MomentState, Phase, RelationKind, RoleState, Style, Tone, Way,
};
