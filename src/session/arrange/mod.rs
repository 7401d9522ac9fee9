//! Where actors stand in the views in which a place means something, and which answer a place means: forces (Lewin),
//! matrix (Mendelow) and rings (participation by arena).
//!
//! Pure geometry: a room goes in, spots and furniture come out. The same map and room give the same spots.

mod answers;
mod forces;
mod matrix;
mod rings;
#[cfg(test)]
mod tests;
mod tray;

use std::collections::{BTreeMap, BTreeSet};

pub use answers::{Reading, step, told};
pub use forces::{ForceRow, ForcesField};
pub use matrix::{MatrixField, Quadrant, QuadrantPart};
pub use rings::{RingsField, Sector};
pub use tray::{Section, Waiting};

use crate::model::{ActorId, Answer, Content, IssueId, Score, ValueId};
use crate::placement::labels::{Home, Side};
use crate::placement::{Point, Rect};

/// What stands in the middle of the rings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Centre {
    /// The official in focus.
    #[default]
    Focal,
    /// A value.
    Value(ValueId),
    /// A neighbourhood or area.
    Area(String),
}

/// Which view is laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// Forces on an issue.
    Forces(Option<IssueId>),
    /// Power by involvement.
    Matrix,
    /// Participation by arena.
    Rings(Centre),
}

/// The room for a view, in units of the map at zoom 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// By how much letters are larger than at 100 %.
    pub scale: f64,
    /// The height of the sums in words below the forces.
    pub sums: f64,
    /// What takes the place of names where these have no room.
    pub listing: Option<Listing>,
}

impl Room {
    /// Makes a room in which names stand beside their actors.
    pub fn new(width: f64, height: f64, scale: f64) -> Self {
        Self {
            width,
            height,
            scale,
            sums: forces::SUMS * scale,
            listing: None,
        }
    }
}

/// Numbers on the actors, and their names in a list beside the view.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Listing {
    /// The height of the digits.
    pub digits: f64,
    /// Over how many columns the list is spread.
    pub columns: usize,
}

/// Where an actor stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// Its middle.
    pub at: Point,
    /// Where its name goes by preference.
    pub side: Side,
    /// Where its name may stand.
    pub home: Home,
    /// How far its name keeps from its middle; 0 where only its shape counts.
    pub reach: f64,
}

/// What else is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Furniture {
    /// The axis, arrows and factors.
    Forces(ForcesField),
    /// The quadrants.
    Matrix(MatrixField),
    /// The circles and sectors.
    Rings(RingsField),
}

/// A view, laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct Arranged {
    /// Where everybody stands.
    pub spots: BTreeMap<ActorId, Spot>,
    /// The radius of every actor.
    pub radius: f64,
    /// The whole, from the origin; it can be higher than the room.
    pub whole: Rect,
    /// The part in which a place is an answer.
    pub field: Rect,
    /// Who waits beside it, in named sections.
    pub tray: Vec<Section>,
    /// The columns for a list of names, the first one below the tray; none where names stand beside their actors.
    pub columns: Vec<Rect>,
    /// What else is drawn.
    pub furniture: Furniture,
    /// Who stands there without an answer that could be given by dragging.
    pub fixed: BTreeSet<ActorId>,
}

impl Arranged {
    /// Lays a view out.
    pub fn new(now: &Content, wanted: &Wanted, room: Room) -> Self {
        match wanted {
            Wanted::Forces(issue) => forces::arranged(now, *issue, room),
            Wanted::Matrix => matrix::arranged(now, room),
            Wanted::Rings(centre) => rings::arranged(now, centre, room),
        }
    }

    /// Says whether an actor waits in the tray.
    pub fn waits(&self, actor: ActorId) -> bool {
        let spot = self.spots.get(&actor);
        spot.is_some_and(|spot| self.tray.iter().any(|it| it.area.contains(spot.at)))
    }

    /// Gives the answer that a place means; nothing where a place means nothing.
    pub fn reading(&self, at: Point) -> Option<Reading> {
        let in_tray = self
            .tray
            .iter()
            .any(|section| section.waiting == Waiting::NotAsked && section.area.contains(at));
        if in_tray || (at.x > self.field.max.x + 24.0 && !self.tray.is_empty()) {
            return Some(Reading::NotAsked);
        }
        let within = self.field.nearest(at);
        match &self.furniture {
            Furniture::Forces(field) => Some(field.reading(within)),
            Furniture::Matrix(field) => Some(field.reading(within)),
            Furniture::Rings(field) => field.reading(at),
        }
    }
}

/// Gives the number of an answer that may be shown.
fn open<const LOW: i8, const HIGH: i8>(answer: &Answer<Score<LOW, HIGH>>) -> Option<f64> {
    answer.number().filter(|_| !answer.private())
}

/// Turns a count into a number to reckon with.
fn real(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

/// Gives the step of a scale nearest to a number.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the number is rounded and kept within the scale first"
)]
fn nearest(number: f64, low: i8, high: i8) -> i8 {
    let bounded = number.round().clamp(f64::from(low), f64::from(high));
    if bounded.is_finite() {
        bounded as i8
    } else {
        low
    }
}
