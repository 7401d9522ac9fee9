//! The evidence of one pair, and the lean that it adds up to.

use crate::analysis::field::FieldActor;
use crate::analysis::similarity::{interest_similarity, ruzicka};
use crate::analysis::thresholds::{EvidenceWeights, Thresholds};

/// One of the five kinds of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvidenceKind {
    /// Kind and sphere.
    Kind,
    /// Shared values.
    Values,
    /// Positions on the issues.
    Interest,
    /// Circles of the network.
    Circle,
    /// Frames.
    Frame,
}

impl EvidenceKind {
    /// All kinds, in the order in which they are shown.
    pub const ALL: [Self; 5] = [
        Self::Kind,
        Self::Values,
        Self::Interest,
        Self::Circle,
        Self::Frame,
    ];
}

impl EvidenceWeights {
    /// The weight of one kind of evidence.
    pub const fn get(&self, kind: EvidenceKind) -> f64 {
        match kind {
            EvidenceKind::Kind => self.kind,
            EvidenceKind::Values => self.values,
            EvidenceKind::Interest => self.interest,
            EvidenceKind::Circle => self.circle,
            EvidenceKind::Frame => self.frame,
        }
    }

    /// The sum of all weights.
    pub fn total(&self) -> f64 {
        EvidenceKind::ALL.iter().map(|k| self.get(*k)).sum()
    }
}

/// How alike the two are, each from 0 to 1; unknown is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Likeness {
    /// Same kind 1, same sphere 0.75, other sphere 0.
    pub kind: Option<f64>,
    /// Weighted Jaccard of the values.
    pub values: Option<f64>,
    /// Likeness of positions.
    pub interest: Option<f64>,
    /// Weighted Jaccard of the frames.
    pub frame: Option<f64>,
}

/// The evidence of one pair, each from -1 to 1; unknown is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Evidence {
    /// Kind and sphere.
    pub kind: Option<f64>,
    /// Shared values.
    pub values: Option<f64>,
    /// Positions on the issues.
    pub interest: Option<f64>,
    /// Circles of the network.
    pub circle: Option<f64>,
    /// Frames.
    pub frame: Option<f64>,
}

impl Evidence {
    /// The value of one kind of evidence.
    pub const fn get(&self, kind: EvidenceKind) -> Option<f64> {
        match kind {
            EvidenceKind::Kind => self.kind,
            EvidenceKind::Values => self.values,
            EvidenceKind::Interest => self.interest,
            EvidenceKind::Circle => self.circle,
            EvidenceKind::Frame => self.frame,
        }
    }

    /// The same evidence without one kind.
    #[must_use]
    pub const fn without(mut self, kind: EvidenceKind) -> Self {
        match kind {
            EvidenceKind::Kind => self.kind = None,
            EvidenceKind::Values => self.values = None,
            EvidenceKind::Interest => self.interest = None,
            EvidenceKind::Circle => self.circle = None,
            EvidenceKind::Frame => self.frame = None,
        }
        self
    }

    /// The lean: the weighted mean of the known evidence, `None` when nothing is known.
    pub fn lean(&self, weights: &EvidenceWeights) -> Option<f64> {
        let (mut sum, mut known) = (0.0, 0.0);
        for kind in EvidenceKind::ALL {
            if let Some(value) = self.get(kind) {
                sum += weights.get(kind) * value;
                known += weights.get(kind);
            }
        }
        (known > 0.0).then(|| sum / known)
    }

    /// The share of the weight that is known, 0 to 1.
    pub fn coverage(&self, weights: &EvidenceWeights) -> f64 {
        let known: f64 = EvidenceKind::ALL
            .iter()
            .filter(|k| self.get(**k).is_some())
            .map(|k| weights.get(*k))
            .sum();
        if weights.total() > 0.0 {
            known / weights.total()
        } else {
            0.0
        }
    }
}

/// Gathers the evidence of a pair that lies `steps` apart on the undirected view.
pub(super) fn evidence(
    a: &FieldActor,
    b: &FieldActor,
    circles: (Option<usize>, Option<usize>),
    steps: Option<usize>,
    settings: &Thresholds,
) -> (Likeness, Evidence) {
    let likeness = Likeness {
        kind: kind_likeness(a, b),
        values: ruzicka(a.values.as_ref(), b.values.as_ref()),
        interest: interest_similarity(a, b),
        frame: ruzicka(a.frames.as_ref(), b.frames.as_ref()),
    };
    let circle = match circles {
        (Some(x), Some(y)) if x == y => Some(1.0),
        (Some(_), Some(_)) if steps.is_some_and(|d| d <= settings.circle_steps) => Some(0.0),
        (Some(_), Some(_)) => Some(-1.0),
        (Some(_) | None, Some(_) | None) => None,
    };
    let evidence = Evidence {
        kind: likeness.kind.map(|k| 2.0 * k - 1.0),
        values: likeness.values.map(|s| anchored(s, settings)),
        interest: likeness.interest.map(|i| 2.0 * i - 1.0),
        circle,
        frame: likeness.frame.map(|s| anchored(s, settings)),
    };
    (likeness, evidence)
}

fn kind_likeness(a: &FieldActor, b: &FieldActor) -> Option<f64> {
    if a.kind.is_some() && a.kind == b.kind {
        return Some(1.0);
    }
    let (x, y) = (a.group.as_ref()?, b.group.as_ref()?);
    Some(if x == y { 0.75 } else { 0.0 })
}

/// Sets a likeness of tags between its anchors: -1 none, 0 some, +1 half shared.
fn anchored(s: f64, settings: &Thresholds) -> f64 {
    let some = settings.shared_some;
    let value = if s < some {
        (s - some) / (some - settings.shared_none)
    } else {
        (s - some) / (settings.shared_half - some)
    };
    value.clamp(-1.0, 1.0)
}
