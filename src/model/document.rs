//! The map as a whole.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::actor::Actor;
use super::answer::{Answer, Note, Term, Unknown};
use super::id::{ActorId, DocumentId, GoalId, GroupId, IssueId, RevisionId, RoleId, ValueId};
use super::lens::{Lens, LensAnswers};
use super::moment::{Moment, Scene};
use super::relation::{Factor, Group, Relation};
use super::role::{Action, Course, LogEntry, MapText, Question, RoleChoice, Scope};
use super::table::{List, Table, entities};
use super::terms::{Arena, Language, Mode, RoleState};

/// Why a map is kept; all optional.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meta {
    /// What it is kept for.
    pub purpose_of_keeping: String,
    /// Until when it is kept.
    pub retention: Option<Date>,
    /// Whose it is.
    pub organisation: String,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

/// A goal of the agreement that the map serves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// Its identity.
    pub id: GoalId,
    /// What was agreed.
    pub text: Note,
    /// Where it stands.
    pub reference: String,
    /// Until when.
    pub horizon: Option<Date>,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

/// What is fixed, what can be talked about, what is free.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bounds {
    /// Fixed.
    pub fixed: Vec<String>,
    /// Negotiable.
    pub negotiable: Vec<String>,
    /// Free.
    pub free: Vec<String>,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

/// The work rests.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pause {
    /// Why.
    pub reason: Note,
    /// What must be so to go on.
    pub restart: Note,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

/// What the map is for (*doelkaart*).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Purpose {
    /// The question in one sentence.
    pub issue_sentence: Note,
    /// The problem as it was put.
    pub problem: Note,
    /// What we want to realise, the weightiest first.
    pub values: Vec<ValueId>,
    /// Why.
    pub why: Note,
    /// Where to.
    pub whereto: Note,
    /// The goals of the agreement.
    pub agreement: List<Goal>,
    /// What is fixed and what is free.
    pub bounds: Bounds,
    /// Until when results are wanted.
    pub horizon: Option<Date>,
    /// When the map is looked at again.
    pub review: Option<Date>,
    /// Who started it.
    pub initiator: Option<ActorId>,
    /// Set while the work rests.
    pub paused: Option<Pause>,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

/// What is at issue (*vraagstuk*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Its identity.
    pub id: IssueId,
    /// Its name.
    pub name: String,
    /// What it is.
    pub description: Note,
    /// The goals it serves.
    pub agreement: BTreeSet<GoalId>,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

/// What is worth realising (*waarde*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// Its identity.
    pub id: ValueId,
    /// Its name.
    pub name: String,
    /// What it means here.
    pub meaning: Note,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

entities! { Goal: GoalId; Issue: IssueId; Value: ValueId; }

/// An own arena or kind and the built-in arena it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnTerm {
    /// Its name.
    pub name: String,
    /// Where it belongs.
    pub arena: Arena,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

/// All entities of one state of the map: what moments copy.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Content {
    /// What the map is for.
    pub purpose: Arc<Purpose>,
    /// The issues.
    pub issues: List<Issue>,
    /// The values.
    pub values: List<Value>,
    /// Arenas beside the built-in ones.
    pub arenas: Arc<Vec<OwnTerm>>,
    /// Kinds beside the built-in ones.
    pub kinds: Arc<Vec<OwnTerm>>,
    /// What a word means to each actor.
    pub glossary: Arc<BTreeMap<String, BTreeMap<ActorId, Note>>>,
    /// The actors.
    pub actors: Table<Actor>,
    /// The relations.
    pub relations: Table<Relation>,
    /// Pairs of whom was asked and who have no relation; the lower identity first.
    pub no_relation: Arc<BTreeSet<(ActorId, ActorId)>>,
    /// The groups.
    pub groups: Table<Group>,
    /// Forces that are no actors.
    pub factors: List<Factor>,
    /// The role choices, the oldest first.
    pub roles: List<RoleChoice>,
    /// The courses.
    pub courses: List<Course>,
    /// The actions.
    pub actions: List<Action>,
    /// The log.
    pub log: List<LogEntry>,
    /// The open questions.
    pub questions: List<Question>,
    /// Free texts on the map.
    pub texts: List<MapText>,
    /// The *hoofdpersoon*: the official in focus.
    pub focal: Option<ActorId>,
    /// The other officials of the *kopgroep*.
    pub vanguard: BTreeSet<ActorId>,
    /// Answers of lenses for the map as a whole.
    pub lens: LensAnswers,
}

/// Where a guided session stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptPosition {
    /// The code of the script.
    pub script: String,
    /// The step, counted from 0.
    pub step: u16,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

/// What of a file could not be read, kept as it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawEntity {
    /// The list it stood in, such as `actors`.
    pub list: String,
    /// Its text, byte for byte.
    pub raw: String,
}

/// A clash of two versions that nobody settled yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternative {
    /// The identity of the entity, or empty for the map.
    pub entity: String,
    /// The field.
    pub field: String,
    /// What the other version says, byte for byte.
    pub raw: String,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

/// A map (*kaart*): the current state, its moments and scenes, and what belongs to the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Its identity.
    pub id: DocumentId,
    /// The version of the file it came from, never lowered when saved.
    pub version: u32,
    /// The last 8 revisions, the newest last.
    pub lineage: Vec<RevisionId>,
    /// Its title.
    pub title: String,
    /// The language of the content.
    pub language: Language,
    /// Why it is kept.
    pub meta: Arc<Meta>,
    /// The current state.
    pub now: Content,
    /// Other states.
    pub moments: List<Moment>,
    /// Slides.
    pub scenes: List<Scene>,
    /// The lenses that are on, by code.
    pub lenses_on: BTreeSet<String>,
    /// Lenses that came with the map.
    pub own_lenses: Arc<Vec<Lens>>,
    /// Where a guided session stands.
    pub session: Option<ScriptPosition>,
    /// Checks and prompts that were silenced.
    pub silenced: BTreeSet<String>,
    /// Pairs of actors that are no duplicates; the lower identity first.
    pub not_same: BTreeSet<(ActorId, ActorId)>,
    /// Who is who in a pseudonymised copy; only in the sender's own file.
    pub pseudonyms: BTreeMap<ActorId, String>,
    /// Entities that could not be read.
    pub unreadable: Arc<Vec<RawEntity>>,
    /// Entities that refer to what is not there.
    pub dangling: Arc<Vec<RawEntity>>,
    /// Unsettled clashes.
    pub alternatives: Arc<Vec<Alternative>>,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

/// The version of the file format that this program writes.
pub const FORMAT_VERSION: u32 = 1;

impl Document {
    /// How many revisions a map remembers.
    pub const LINEAGE: usize = 8;

    /// Makes an empty map.
    pub fn new(id: DocumentId, language: Language) -> Self {
        Self {
            id,
            version: FORMAT_VERSION,
            lineage: Vec::new(),
            title: String::new(),
            language,
            meta: Arc::default(),
            now: Content::default(),
            moments: List::default(),
            scenes: List::default(),
            lenses_on: BTreeSet::new(),
            own_lenses: Arc::default(),
            session: None,
            silenced: BTreeSet::new(),
            not_same: BTreeSet::new(),
            pseudonyms: BTreeMap::new(),
            unreadable: Arc::default(),
            dangling: Arc::default(),
            alternatives: Arc::default(),
            unknown: Unknown::default(),
        }
    }
}

impl Content {
    /// Gives the built-in arena an actor belongs to, where it is known.
    pub fn arena_of(&self, actor: &Actor) -> Option<Arena> {
        match actor.arena.value()? {
            Term::BuiltIn(arena) => Some(*arena),
            Term::Own(name) => self
                .arenas
                .iter()
                .find(|own| own.name == *name)
                .map(|own| own.arena),
        }
    }

    /// Says whether an actor is inside the own organisation.
    pub fn inside(&self, actor: &Actor) -> bool {
        actor
            .inside
            .unwrap_or_else(|| self.arena_of(actor).is_some_and(Arena::usually_inside))
    }

    /// Walks the relations of an actor.
    pub fn relations_of(&self, actor: ActorId) -> impl Iterator<Item = &Relation> {
        self.relations
            .iter()
            .filter(move |relation| relation.touches(actor))
    }

    /// Gives the newest role of the hoofdpersoon now towards a scope; pairs match in both orders.
    pub fn role_towards(&self, scope: Scope) -> Option<&RoleChoice> {
        let official = self.focal?;
        self.roles.iter().rev().find(|role| {
            role.official == official
                && role.state == RoleState::Now
                && same_scope(role.scope, scope)
        })
    }

    /// Gives the number of a bridge as the map shows it: its place among all bridges, counted from 1.
    pub fn bridge_number(&self, role: RoleId) -> Option<usize> {
        let bridges = self.roles.iter().filter(|role| {
            role.mode == Mode::Verbinden
                && role.state != RoleState::Earlier
                && !matches!(role.scope, Scope::Actor(_))
        });
        let place = bridges.map(|bridge| bridge.id).position(|id| id == role)?;
        Some(place + 1)
    }

    /// Gives the newest answer of a question that all actors have the same way.
    pub fn answers<'a, T: 'a>(
        &'a self,
        field: impl Fn(&'a Actor) -> &'a Answer<T>,
    ) -> impl Iterator<Item = (&'a Actor, &'a Answer<T>)> {
        self.actors.iter().map(move |actor| (actor, field(actor)))
    }

    /// Lists the groups an actor belongs to.
    pub fn groups_of(&self, actor: ActorId) -> impl Iterator<Item = (GroupId, &Group)> {
        self.groups
            .iter()
            .filter(move |group| group.members.contains(&actor))
            .map(|group| (group.id, group))
    }
}

/// Says whether two scopes are the same, pairs in whatever order.
pub fn same_scope(one: Scope, other: Scope) -> bool {
    match (one, other) {
        (Scope::Pair(a, b), Scope::Pair(c, d)) => (a, b) == (c, d) || (a, b) == (d, c),
        (Scope::Group(_) | Scope::Actor(_) | Scope::Pair(..), _) => one == other,
    }
}
