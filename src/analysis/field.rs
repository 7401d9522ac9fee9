//! The only input of every measure: actors, ties, issues and what was annotated.

use std::collections::BTreeMap;

/// Tags with an importance of 1 to 3.
pub type Tags = BTreeMap<String, f64>;

/// A field of actors and ties, ready to be measured.
///
/// Actors are numbered by their place in `actors`; ties and annotations name
/// those numbers. Everything that is not known is `None`, never 0.
/// Ties to an actor that does not exist, ties of an actor to itself and ties
/// whose weight is not a positive number are ignored by every measure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Field {
    /// The name of the field; measures do not use it.
    pub name: String,
    /// Whether the direction of a tie means something.
    pub directed: bool,
    /// The actors.
    pub actors: Vec<FieldActor>,
    /// The ties; several per pair are allowed.
    pub ties: Vec<FieldTie>,
    /// The names of the issues, in the order of the actors' positions.
    pub issues: Vec<String>,
    /// The actor in focus (*hoofdpersoon*), for whom advice is given.
    pub focal: Option<usize>,
    /// The role that the official chose for a pair.
    pub annotated: Vec<AnnotatedRole>,
    /// Forces that are not actors.
    pub factors: Vec<FieldFactor>,
    /// Pairs of which the answer is known to be "no tie".
    pub asked_without_tie: Vec<(usize, usize)>,
}

/// One actor with everything that the measures can use.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FieldActor {
    /// The name.
    pub label: String,
    /// The kind, finer than the sphere (wethouder, raad, corporatie and so on).
    pub kind: Option<String>,
    /// The sphere (*arena*), the group of all brokerage measures.
    pub group: Option<String>,
    /// Inside the own organisation; `None` follows the sphere.
    pub inside: Option<bool>,
    /// Influence, 1 to 5.
    pub power: Option<f64>,
    /// Involvement, 1 to 5; the methods call it interest.
    pub involvement: Option<f64>,
    /// Whether the actor's claim is recognised.
    pub legitimacy: Option<bool>,
    /// Whether the actor's claim is pressing.
    pub urgency: Option<bool>,
    /// Values with importance.
    pub values: Option<Tags>,
    /// Frames (*invalshoeken*) with importance.
    pub frames: Option<Tags>,
    /// Position per issue, -3 to 3; a missing end of the list counts as unknown.
    pub positions: Vec<Option<f64>>,
    /// Salience per issue, 0 to 5; missing counts as no force.
    pub salience: Vec<Option<f64>>,
    /// Self-reported learning needs.
    pub needs: Needs,
    /// Openness to others, 0 to 1; missing counts as one half.
    pub openness: Option<f64>,
    /// Certainty of the answers about this actor, above 0 to 1; missing counts as 1.
    pub confidence: Option<f64>,
    /// The circle the actor belongs to, when it was found before.
    pub circle: Option<usize>,
}

/// How far the three basic needs are met, each 1 to 5, by the actor's own word.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Needs {
    /// Belonging (*hoort erbij*).
    pub relatedness: Option<f64>,
    /// Having a say (*heeft iets in te brengen*).
    pub autonomy: Option<f64>,
    /// Being equipped (*voelt zich toegerust*).
    pub competence: Option<f64>,
}

/// One tie between two actors.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FieldTie {
    /// The actor it comes from.
    pub source: usize,
    /// The actor it goes to.
    pub target: usize,
    /// The strength, more than 0 (on screen 1 to 3).
    pub weight: f64,
    /// Its tone.
    pub sign: Sign,
    /// The certainty of the answer, above 0 to 1.
    pub confidence: f64,
}

/// The tone of a tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// A conflict; it never carries paths, brokerage or influence.
    Negative,
    /// Neither; it carries paths and vanishes from the signed view.
    Neutral,
    /// Cooperation.
    Positive,
}

/// A force that is not an actor, such as money or a law.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldFactor {
    /// The name.
    pub name: String,
    /// The issue it works on.
    pub issue: usize,
    /// The force, -3 to 3.
    pub force: f64,
    /// The weight, 1 to 5; it stands in the place of power.
    pub weight: f64,
}

/// The two roles between which the advice weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Directing actors that are alike.
    Regie,
    /// Connecting actors that differ.
    Verbinden,
}

/// A role that the official chose for a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnnotatedRole {
    /// One of the two actors.
    pub i: usize,
    /// The other.
    pub j: usize,
    /// The chosen role.
    pub role: Role,
}

impl Sign {
    /// The tone as a factor: -1, 0 or 1.
    pub const fn factor(self) -> f64 {
        match self {
            Self::Negative => -1.0,
            Self::Neutral => 0.0,
            Self::Positive => 1.0,
        }
    }

    /// Whether the tie can carry paths and influence.
    pub const fn carries(self) -> bool {
        match self {
            Self::Negative => false,
            Self::Neutral | Self::Positive => true,
        }
    }
}

impl Role {
    /// The other role.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::Regie => Self::Verbinden,
            Self::Verbinden => Self::Regie,
        }
    }
}

impl FieldActor {
    /// The position on an issue, where it is known.
    pub fn position(&self, issue: usize) -> Option<f64> {
        self.positions.get(issue).copied().flatten()
    }

    /// The salience of an issue, where it is known.
    pub fn salience_of(&self, issue: usize) -> Option<f64> {
        self.salience.get(issue).copied().flatten()
    }

    /// Whether the actor stands inside the own organisation.
    pub fn stands_inside(&self) -> bool {
        let by_sphere = matches!(
            self.group.as_deref(),
            Some(sphere::GOVERNMENT | sphere::CIVIL)
        );
        self.inside.unwrap_or(by_sphere)
    }

    /// Whether the actor is the council or its clerk, who are never passed by.
    pub fn is_council(&self) -> bool {
        matches!(self.kind.as_deref(), Some("raad" | "griffie"))
    }
}

/// The codes of the spheres that a rule names.
pub mod sphere {
    /// Elected government (*bestuur en politiek*).
    pub const GOVERNMENT: &str = "bestuur";
    /// The civil service (*ambtelijk*).
    pub const CIVIL: &str = "ambtelijk";
    /// Knowledge institutes (*kennis*).
    pub const KNOWLEDGE: &str = "kennis";
    /// Residents (*samenleving*).
    pub const SOCIETY: &str = "samenleving";
}

impl Field {
    /// The number of actors.
    pub const fn n(&self) -> usize {
        self.actors.len()
    }

    /// The actor in focus, when it exists.
    pub fn official(&self) -> Option<usize> {
        self.focal.filter(|&f| f < self.actors.len())
    }

    /// Walks the ties that count: between two different actors that exist, with a positive weight.
    pub fn counted_ties(&self) -> impl Iterator<Item = &FieldTie> {
        let n = self.actors.len();
        self.ties.iter().filter(move |tie| {
            tie.source < n
                && tie.target < n
                && tie.source != tie.target
                && tie.weight.is_finite()
                && tie.weight > 0.0
        })
    }

    /// Whether any tie has another weight than 1.
    #[expect(clippy::float_cmp, reason = "a weight that was never set is exactly 1")]
    pub fn weighted(&self) -> bool {
        self.ties.iter().any(|tie| tie.weight != 1.0)
    }

    /// Whether any tie is a conflict.
    pub fn signed(&self) -> bool {
        self.ties.iter().any(|tie| tie.sign == Sign::Negative)
    }

    /// Numbers the groups: `None` where an actor's group is not known.
    pub fn group_numbers(&self) -> Vec<Option<usize>> {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        self.actors
            .iter()
            .map(|actor| {
                actor.group.as_deref().map(|name| {
                    let next = seen.len();
                    *seen.entry(name).or_insert(next)
                })
            })
            .collect()
    }

    /// A copy with one more cooperative tie of weight 1, for a what-if.
    #[must_use]
    pub fn with_tie(&self, source: usize, target: usize) -> Self {
        let mut changed = self.clone();
        changed.ties.push(FieldTie {
            source,
            target,
            weight: 1.0,
            sign: Sign::Positive,
            confidence: 1.0,
        });
        changed
    }

    /// The annotated role per pair, the smaller number first; the last one of a pair counts.
    pub fn annotated_pairs(&self) -> BTreeMap<(usize, usize), Role> {
        self.annotated
            .iter()
            .filter(|a| a.i != a.j && a.i.max(a.j) < self.actors.len())
            .map(|a| ((a.i.min(a.j), a.i.max(a.j)), a.role))
            .collect()
    }
}
