//! What the size and colour of actors follow, and what a calculation lays over the map. View state, never in the file
//! and never on the wall.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::measure::Measure;
use crate::lens::QuestionKey;
use crate::model::ActorId;

/// What the size or the colour of actors follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Source {
    /// Power as size, arena as colour.
    #[default]
    Usual,
    /// A measure.
    Measure(Measure),
    /// The groups of the map; a colour only, since a group has no size to give.
    Groups,
    /// The answers to a question of a lens.
    Question(QuestionKey),
}

/// How actors are painted and what is laid over the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PaintBy {
    /// What the size follows.
    pub size: Source,
    /// What the colour follows.
    pub colour: Source,
    /// Whether circles that were found stand on the map.
    pub circles: bool,
    /// Whether the spots where the field can break stand on the map.
    pub weak_spots: bool,
}

impl PaintBy {
    /// Says whether anything must be reckoned for it.
    pub fn reckoned(self) -> bool {
        let measure = |source: Source| matches!(source, Source::Measure(_));
        measure(self.size) || measure(self.colour) || self.circles || self.weak_spots
    }

    /// Says whether the map is painted as usual.
    pub fn usual(self) -> bool {
        self == Self::default()
    }
}

/// What was reckoned for one state of the map.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Measured {
    /// Whether it holds for the map as it is now.
    pub current: bool,
    /// The values of the measures that are painted; `None` where a measure is not defined.
    pub values: BTreeMap<Measure, BTreeMap<ActorId, Option<f64>>>,
    /// The circles that were found; none where there are no clear ones.
    pub circles: Vec<BTreeSet<ActorId>>,
    /// The actors whose loss breaks the field.
    pub weak_actors: BTreeSet<ActorId>,
    /// The pairs whose tie holds the field together, the lower identity first.
    pub weak_pairs: BTreeSet<(ActorId, ActorId)>,
}
