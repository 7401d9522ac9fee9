//! Moments (dated states of a map) and scenes (slides for the wall).

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use super::actor::Place;
use super::answer::{Note, Term, Unknown};
use super::document::Content;
use super::id::{GroupId, IssueId, MomentId, SceneId};
use super::table::entities;
use super::terms::{Arena, Arrangement, Kind, MomentState};

/// A dated state of the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    /// Its identity.
    pub id: MomentId,
    /// Its name.
    pub name: String,
    /// When.
    pub date: Option<Date>,
    /// What it shows.
    pub state: MomentState,
    /// All entities as they were; shared with others in memory.
    pub content: Arc<Content>,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

entities! { Moment: MomentId; Scene: SceneId; }

/// Which actors a scene shows; an empty set shows all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Only these arenas.
    pub arenas: BTreeSet<Term<Arena>>,
    /// Only these kinds.
    pub kinds: BTreeSet<Term<Kind>>,
    /// Only members of these groups.
    pub groups: BTreeSet<GroupId>,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

/// A part of the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ViewRect {
    /// The upper left corner.
    pub from: Place,
    /// The lower right corner.
    pub to: Place,
}

/// Something that the wall can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shown {
    /// Names of actors.
    Names,
    /// Relations, all alike.
    Relations,
    /// Positions: a judgement.
    Position,
    /// Power as size: a judgement.
    Power,
    /// Conflict: a judgement.
    Conflict,
    /// Roles, bridges and rings: a judgement.
    Roles,
    /// Own words: a judgement.
    OwnWords,
}

impl Shown {
    /// Everything the wall can show.
    pub const ALL: [Self; 7] = [
        Self::Names,
        Self::Relations,
        Self::Position,
        Self::Power,
        Self::Conflict,
        Self::Roles,
        Self::OwnWords,
    ];

    /// Says whether it is a judgement, off until switched on.
    pub fn judgement(self) -> bool {
        !matches!(self, Self::Names | Self::Relations)
    }

    /// Gives what the wall shows unless said otherwise: no judgement.
    pub fn on_the_wall() -> BTreeSet<Self> {
        Self::ALL
            .into_iter()
            .filter(|shown| !shown.judgement())
            .collect()
    }
}

/// A slide (*dia*).
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Its identity.
    pub id: SceneId,
    /// Its name.
    pub name: String,
    /// How the actors are arranged.
    pub arrangement: Arrangement,
    /// The issue in focus.
    pub issue: Option<IssueId>,
    /// Which actors.
    pub filter: Filter,
    /// Which part of the map.
    pub view: Option<ViewRect>,
    /// What the wall shows.
    pub shows: BTreeSet<Shown>,
    /// For the presenter only.
    pub note: Note,
    /// Fields of a newer version.
    pub unknown: Unknown,
}
