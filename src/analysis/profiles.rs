//! Grids, classes and sums over profiles: Mendelow, Mitchell, feasibility and forecast.

use crate::analysis::field::{Field, FieldActor};
use crate::analysis::numbers::{count, ratio};

/// A quarter of the grid of power and interest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quadrant {
    /// Much power, much interest.
    ManageClosely,
    /// Much power, little interest.
    KeepSatisfied,
    /// Little power, much interest.
    KeepInformed,
    /// Little of both.
    Monitor,
}

/// An actor's place on the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GridPlace {
    /// The quarter.
    pub quadrant: Quadrant,
    /// Whether one of the two scores lies within half a point of the middle.
    pub near_boundary: bool,
}

/// The middle of a scale of 1 to 5; more than this is high.
pub const MIDDLE: f64 = 3.0;

/// Places an actor on the grid of power and interest.
///
/// *Definition.* High is more than 3 on 1 to 5. *Edge cases.* A missing score:
/// outside the grid. *Source.* As taught since Johnson and Scholes; Mendelow's
/// own paper (1981) sets power against dynamism. *In a session.* A place on
/// the grid is a first question, no recipe.
pub fn mendelow(actor: &FieldActor) -> Option<GridPlace> {
    let (power, interest) = (actor.power?, actor.involvement?);
    let quadrant = match (power > MIDDLE, interest > MIDDLE) {
        (true, true) => Quadrant::ManageClosely,
        (true, false) => Quadrant::KeepSatisfied,
        (false, true) => Quadrant::KeepInformed,
        (false, false) => Quadrant::Monitor,
    };
    let near = |x: f64| (x - MIDDLE).abs() <= 0.5;
    Some(GridPlace {
        quadrant,
        near_boundary: near(power) || near(interest),
    })
}

/// A class of stakeholder by power, legitimacy and urgency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StakeholderClass {
    /// None of the three.
    NonStakeholder,
    /// Power alone.
    Dormant,
    /// Legitimacy alone.
    Discretionary,
    /// Urgency alone.
    Demanding,
    /// Power and legitimacy.
    Dominant,
    /// Power and urgency; never shown as a verdict about a person.
    Dangerous,
    /// Legitimacy and urgency.
    Dependent,
    /// All three.
    Definitive,
}

impl StakeholderClass {
    /// How many of the three the class has.
    pub const fn salience(self) -> usize {
        match self {
            Self::NonStakeholder => 0,
            Self::Dormant | Self::Discretionary | Self::Demanding => 1,
            Self::Dominant | Self::Dangerous | Self::Dependent => 2,
            Self::Definitive => 3,
        }
    }
}

/// Classes an actor after Mitchell, Agle and Wood (1997).
///
/// *Definition.* Power counts from 4 up. *Edge cases.* Anything missing: `None`.
pub fn mitchell(actor: &FieldActor) -> Option<StakeholderClass> {
    let (power, legitimate, urgent) = (actor.power?, actor.legitimacy?, actor.urgency?);
    Some(match (power >= 4.0, legitimate, urgent) {
        (false, false, false) => StakeholderClass::NonStakeholder,
        (true, false, false) => StakeholderClass::Dormant,
        (false, true, false) => StakeholderClass::Discretionary,
        (false, false, true) => StakeholderClass::Demanding,
        (true, true, false) => StakeholderClass::Dominant,
        (true, false, true) => StakeholderClass::Dangerous,
        (false, true, true) => StakeholderClass::Dependent,
        (true, true, true) => StakeholderClass::Definitive,
    })
}

/// How feasible an issue looks.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Feasibility {
    /// Actors in favour.
    pub supporters: usize,
    /// Actors against.
    pub opponents: usize,
    /// Actors with position 0.
    pub not_mobilised: usize,
    /// Sum of power times position over three times the power, -1 to 1.
    pub feasibility: Option<f64>,
}

/// Weighs positions by power (after `PolicyMaker`, Reich and Cooper).
///
/// *Edge cases.* Actors without position or power do not count; none left: `None`.
pub fn feasibility(actors: &[FieldActor], issue: usize) -> Feasibility {
    let mut out = Feasibility::default();
    let (mut weighed, mut power_sum) = (0.0, 0.0);
    for actor in actors {
        let (Some(position), Some(power)) = (actor.position(issue), actor.power) else {
            continue;
        };
        if position > 0.0 {
            out.supporters += 1;
        } else if position < 0.0 {
            out.opponents += 1;
        } else {
            out.not_mobilised += 1;
        }
        weighed += power * position;
        power_sum += power;
    }
    out.feasibility = ratio(weighed, 3.0 * power_sum);
    out
}

/// The two middles of a weighed field.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Forecast {
    /// The weighted mean (*compromis*).
    pub mean: Option<f64>,
    /// The weighted median (*meerderheid*); only shown with its flip test.
    pub median: Option<f64>,
}

/// Computes the weighted mean and median of positions.
///
/// *Formula.* The median is the position at which half of the weight is
/// reached; at exactly half the mean of the two. *Edge cases.* No weight: `None`.
pub fn forecast(positions: &[f64], weights: &[f64]) -> Forecast {
    let total: f64 = weights.iter().sum();
    let sum: f64 = positions.iter().zip(weights).map(|(x, w)| x * w).sum();
    Forecast {
        mean: ratio(sum, total),
        median: weighted_median(positions, weights),
    }
}

fn weighted_median(positions: &[f64], weights: &[f64]) -> Option<f64> {
    let mut points: Vec<(f64, f64)> = positions
        .iter()
        .zip(weights)
        .filter(|(_, w)| **w > 0.0)
        .map(|(x, w)| (*x, *w))
        .collect();
    points.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let total: f64 = points.iter().map(|(_, w)| w).sum();
    let mut reached = 0.0;
    for (k, (x, w)) in points.iter().enumerate() {
        reached += w;
        if (reached - total / 2.0).abs() <= 1e-12 * total {
            let next = points[k + 1..].iter().map(|(y, _)| *y).find(|y| y > x);
            return Some(f64::midpoint(*x, next.unwrap_or(*x)));
        }
        if reached > total / 2.0 {
            return Some(*x);
        }
    }
    points.last().map(|(x, _)| *x)
}

/// The positions of an issue with their weights, power times salience.
pub fn weighed_positions(field: &Field, issue: usize) -> (Vec<f64>, Vec<f64>) {
    field
        .actors
        .iter()
        .filter_map(|actor| {
            let power = actor.power.filter(|p| *p != 0.0)?;
            let salience = actor.salience_of(issue).unwrap_or(0.0);
            Some((actor.position(issue)?, power * salience))
        })
        .unzip()
}

/// Computes the forecast of an issue.
pub fn issue_forecast(field: &Field, issue: usize) -> Forecast {
    let (positions, weights) = weighed_positions(field, issue);
    forecast(&positions, &weights)
}

/// The share of one-step changes of salience that move the median.
///
/// *Edge cases.* `None` without a median. *In a session.* The median may only
/// be shown together with this number.
pub fn median_flips(field: &Field, issue: usize) -> Option<f64> {
    let base = issue_forecast(field, issue).median?;
    let (mut variants, mut moved) = (0, 0);
    let mut varied = field.clone();
    for id in 0..field.n() {
        let Some(salience) = field.actors[id].salience_of(issue) else {
            continue;
        };
        for step in [-1.0, 1.0] {
            if !(0.0..=5.0).contains(&(salience + step)) {
                continue;
            }
            if let Some(entry) = varied.actors[id].salience.get_mut(issue) {
                *entry = Some(salience + step);
            }
            variants += 1;
            let median = issue_forecast(&varied, issue).median;
            moved += usize::from(median.is_none_or(|m| (m - base).abs() > 1e-9));
            varied.actors[id] = field.actors[id].clone();
        }
    }
    ratio(count(moved), count(variants))
}
