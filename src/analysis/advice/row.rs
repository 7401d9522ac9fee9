//! What an advice on a pair says: its words, and the row that holds them.

use crate::analysis::advice::competences::CompetenceAdvice;
use crate::analysis::advice::evidence::{Evidence, EvidenceKind, Likeness};

/// What the evidence leans to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Label {
    /// The two are alike: direct.
    Regie,
    /// The two are unlike: connect.
    Verbinden,
    /// The evidence points both ways (*gemengd*).
    Mixed,
    /// Nothing is known (*onbekend*).
    Unknown,
}

/// How strong an advice is, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StrengthWord {
    /// *Zwak*.
    Weak,
    /// *Redelijk*.
    Moderate,
    /// *Sterk*.
    Strong,
}

/// How the two stand towards each other now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// Any conflict between them.
    Negative,
    /// No tie.
    None,
    /// A tie that is not strong.
    Weak,
    /// A strong tie.
    Strong,
}

/// The cell of the table of tie and likeness.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// Tied and alike (*coalitie*).
    Coalition,
    /// Tied and unlike (*brug*).
    Bridge,
    /// Not tied and alike (*gemiste band*).
    MissedBond,
    /// Not tied and unlike (*kloof*).
    Gap,
    /// A conflict.
    Conflict,
}

/// Where the pair stands as seen from the administration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Placement {
    /// Both in government or the civil service.
    Internal,
    /// One governs, the other stands outside.
    PoliticalExternal,
    /// One is a civil servant, the other stands outside.
    CivilExternal,
    /// Both stand outside.
    ExternalExternal,
}

/// The role that the official would have between the two, tied or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GfRole {
    /// All three in one sphere.
    Coordinator,
    /// Both others in one sphere, the official outside.
    Itinerant,
    /// The official shares the sphere of one of them.
    RepresentativeOrGatekeeper,
    /// Three spheres.
    Liaison,
}

/// The official's way in to the pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WayIn {
    /// Tied to both.
    Own,
    /// With a colleague who is tied to a missing side.
    WithColleague,
    /// Make contact first.
    ContactFirst,
    /// Through the alderman and the clerk: never round the council.
    ThroughCouncilChannel,
}

/// The advice on one pair, with everything it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct PairAdvice {
    /// The smaller number of the pair.
    pub i: usize,
    /// The larger number of the pair.
    pub j: usize,
    /// How alike the two are.
    pub likeness: Likeness,
    /// The evidence.
    pub evidence: Evidence,
    /// The weighted mean of the evidence, -1 to 1; `None` when nothing is known.
    pub lean: Option<f64>,
    /// The share of the evidence that is known.
    pub coverage: f64,
    /// The smaller confidence of the two.
    pub confidence: f64,
    /// What it leans to.
    pub label: Label,
    /// |lean| times coverage times confidence.
    pub strength_value: f64,
    /// The same in words.
    pub strength: StrengthWord,
    /// Every answer whose removal changes the label.
    pub pivotal: Vec<EvidenceKind>,
    /// Steps between the two, `None` without a path.
    pub steps: Option<usize>,
    /// How they stand towards each other.
    pub relation: Relation,
    /// The cell of tie and likeness.
    pub cell: Cell,
    /// The relative gain of a tie between them, 0 where they are tied.
    pub gain_relative: f64,
    /// How much a role is needed, 0 to 1.
    pub need: f64,
    /// How much is at stake for both, 0 to 1.
    pub stake: f64,
    /// Need times stake; the order of the list.
    pub priority: f64,
    /// The official's role by spheres; `None` where a sphere is unknown.
    pub gf_role: Option<GfRole>,
    /// Where the pair stands.
    pub placement: Placement,
    /// How many of the two the official is tied to.
    pub access: usize,
    /// Colleagues with a tie to a missing side, the best first.
    pub team: Vec<usize>,
    /// Others who already connect the two.
    pub other_brokers: Vec<usize>,
    /// Whether the council or its clerk is one of the two.
    pub with_council: bool,
    /// What it asks of the official.
    pub competences: Vec<CompetenceAdvice>,
    /// The place in the whole list, from 1.
    pub rank: usize,
    /// The place among the pairs with the same label, from 1.
    pub rank_in_label: usize,
}

impl PairAdvice {
    /// The way in by ties alone, as the reference values have it.
    pub const fn way_by_ties(&self) -> WayIn {
        if self.access == 2 {
            WayIn::Own
        } else if self.team.is_empty() {
            WayIn::ContactFirst
        } else {
            WayIn::WithColleague
        }
    }

    /// The way in to show: never round the council.
    pub const fn way_in(&self) -> WayIn {
        if self.with_council {
            WayIn::ThroughCouncilChannel
        } else {
            self.way_by_ties()
        }
    }

    /// Whether spheres (structure) and evidence (content) point to different roles.
    pub fn structure_disagrees(&self, same_sphere: Option<bool>) -> bool {
        match (self.label, same_sphere) {
            (Label::Regie, Some(same)) => !same,
            (Label::Verbinden, Some(same)) => same,
            (Label::Mixed | Label::Unknown, _) | (_, None) => false,
        }
    }
}
