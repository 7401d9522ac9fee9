//! The force field after Lewin (1951): what drives and what restrains an issue.

use crate::analysis::field::Field;
use crate::analysis::numbers::{count, mean, ratio};
use crate::analysis::structure::Distances;
use crate::analysis::views::Views;

/// Whether the official counts among the forces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Official {
    /// Counted with everybody.
    Counted,
    /// Left out, as on screen.
    LeftOut,
}

/// Whether forces that are not actors count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Factors {
    /// Counted: weight in place of power, salience 5.
    Counted,
    /// Left out.
    LeftOut,
}

/// Which actors of the field count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Everybody.
    All,
    /// Those inside the own organisation.
    Inside,
    /// Those outside it.
    Outside,
}

/// Who counts in a force field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The official.
    pub official: Official,
    /// The forces that are not actors.
    pub factors: Factors,
    /// Inside, outside or all; factors count as outside.
    pub side: Side,
}

impl Counted {
    /// Everybody and no factors, as the reference values count.
    pub const EVERYBODY: Self = Self {
        official: Official::Counted,
        factors: Factors::LeftOut,
        side: Side::All,
    };

    /// What the screen shows: the official left out, factors in.
    pub const ON_SCREEN: Self = Self {
        official: Official::LeftOut,
        factors: Factors::Counted,
        side: Side::All,
    };
}

/// The sums of a force field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Forces {
    /// One force per actor that counts, 0 where a part is unknown.
    pub forces: Vec<f64>,
    /// The sum of the driving forces.
    pub driving: f64,
    /// The sum of the restraining forces, as a positive number.
    pub restraining: f64,
    /// Driving minus restraining.
    pub net: f64,
    /// Driving plus restraining.
    pub tension: f64,
    /// Net over tension, -1 to 1; `None` without any force.
    pub balance: Option<f64>,
    /// The fewest forces of the stronger side whose loss takes the sign away.
    pub to_tip: usize,
    /// Actors that count whose position is not known.
    pub unknown: Vec<usize>,
}

/// Sums given forces.
pub fn sums(forces: &[f64]) -> Forces {
    let driving: f64 = forces.iter().filter(|f| **f > 0.0).sum();
    let restraining: f64 = -forces.iter().filter(|f| **f < 0.0).sum::<f64>();
    let net = driving - restraining;
    let mut stronger: Vec<f64> = forces
        .iter()
        .filter(|f| **f * net > 0.0)
        .map(|f| f.abs())
        .collect();
    stronger.sort_by(|a, b| b.total_cmp(a));
    let (mut left, mut to_tip) = (net.abs(), 0);
    for force in stronger {
        if left <= 1e-12 {
            break;
        }
        left -= force;
        to_tip += 1;
    }
    Forces {
        driving,
        restraining: restraining.max(0.0),
        net,
        tension: driving + restraining,
        balance: ratio(net, driving + restraining),
        to_tip: if net.abs() > 1e-12 { to_tip } else { 0 },
        forces: forces.to_vec(),
        unknown: Vec::new(),
    }
}

/// Computes the force field of an issue.
///
/// *Formula.* Force = position times power/5 times salience/5; driving is the
/// sum of the positive forces, restraining of the negative ones; net, tension
/// and balance follow. *Range.* A force lies in -3 to 3. *Edge cases.* An
/// unknown position counts as 0 and is listed; unknown power or salience is no
/// force. *Source.* Lewin 1951. *In a session.* Less restraint gives the same
/// net at lower tension than more drive; of two options with equal net prefer
/// the lower tension.
pub fn force_field(field: &Field, issue: usize, counted: Counted) -> Forces {
    let official = field.official();
    let mut forces = Vec::with_capacity(field.n());
    let mut unknown = Vec::new();
    for (id, actor) in field.actors.iter().enumerate() {
        let out = counted.official == Official::LeftOut && official == Some(id);
        let aside = match counted.side {
            Side::All => false,
            Side::Inside => !actor.stands_inside(),
            Side::Outside => actor.stands_inside(),
        };
        if out || aside {
            forces.push(0.0);
            continue;
        }
        if actor.position(issue).is_none() {
            unknown.push(id);
        }
        let power = actor.power.unwrap_or(0.0) / 5.0;
        let salience = actor.salience_of(issue).unwrap_or(0.0) / 5.0;
        forces.push(actor.position(issue).unwrap_or(0.0) * power * salience);
    }
    if counted.factors == Factors::Counted && counted.side != Side::Inside {
        let factors = field.factors.iter().filter(|f| f.issue == issue);
        forces.extend(factors.map(|f| f.force * f.weight / 5.0));
    }
    let mut out = sums(&forces);
    out.unknown = unknown;
    out
}

/// What happens to a force field when one answer moves one step.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ForceSteps {
    /// The number of variants tried.
    pub variants: usize,
    /// The lowest net force among them and the answers as given.
    pub net_low: f64,
    /// The highest net force.
    pub net_high: f64,
    /// The share of variants in which the field leans the other way or not at all.
    pub share_turned: Option<f64>,
}

/// Moves every known position, power and salience of an issue one step up and down.
///
/// *In a session.* Whether one estimate that is a step off would turn the field.
pub fn force_steps(field: &Field, issue: usize, counted: Counted) -> ForceSteps {
    let base = force_field(field, issue, counted).net;
    let mut out = ForceSteps {
        net_low: base,
        net_high: base,
        ..ForceSteps::default()
    };
    let mut turned = 0;
    let mut varied = field.clone();
    for id in 0..field.n() {
        for change in steps_of(field, id, issue) {
            change.apply(&mut varied, id, issue);
            let net = force_field(&varied, issue, counted).net;
            varied.actors[id] = field.actors[id].clone();
            out.variants += 1;
            out.net_low = out.net_low.min(net);
            out.net_high = out.net_high.max(net);
            turned += usize::from(net.abs() <= 1e-12 || net * base < 0.0);
        }
    }
    out.share_turned = ratio(count(turned), count(out.variants));
    out
}

#[derive(Clone, Copy)]
enum Step {
    Position(f64),
    Power(f64),
    Salience(f64),
}

impl Step {
    fn apply(self, field: &mut Field, id: usize, issue: usize) {
        let actor = &mut field.actors[id];
        match self {
            Self::Position(x) => set(&mut actor.positions, issue, x),
            Self::Power(x) => actor.power = Some(x),
            Self::Salience(x) => set(&mut actor.salience, issue, x),
        }
    }
}

fn set(list: &mut [Option<f64>], issue: usize, x: f64) {
    if let Some(entry) = list.get_mut(issue) {
        *entry = Some(x);
    }
}

fn steps_of(field: &Field, id: usize, issue: usize) -> Vec<Step> {
    let actor = &field.actors[id];
    let moved = |value: Option<f64>, low: f64, high: f64| {
        value
            .into_iter()
            .flat_map(|x| [x - 1.0, x + 1.0])
            .filter(move |x| (low..=high).contains(x))
            .collect::<Vec<_>>()
    };
    let positions = moved(actor.position(issue), -3.0, 3.0).into_iter();
    let powers = moved(actor.power, 1.0, 5.0).into_iter();
    let saliences = moved(actor.salience_of(issue), 0.0, 5.0).into_iter();
    positions
        .map(Step::Position)
        .chain(powers.map(Step::Power))
        .chain(saliences.map(Step::Salience))
        .collect()
}

/// How the two sides of an issue hang together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sides {
    /// The actors with a positive position.
    pub supporters: Vec<usize>,
    /// The actors with a negative position.
    pub opponents: Vec<usize>,
    /// The share of pairs on one side that is tied; `None` without such pairs.
    pub cohesion: Option<f64>,
    /// Pairs on one side without any path between them (*stille medestanders*).
    pub silent_allies: Vec<(usize, usize)>,
}

/// Tells which actors stand on one side of an issue and whether they are tied.
pub fn sides(field: &Field, views: &Views, distances: &Distances, issue: usize) -> Sides {
    let of_sign = |sign: f64| -> Vec<usize> {
        (0..field.n())
            .filter(|&v| {
                field.actors[v]
                    .position(issue)
                    .is_some_and(|x| x * sign > 0.0)
            })
            .collect()
    };
    let mut out = Sides {
        supporters: of_sign(1.0),
        opponents: of_sign(-1.0),
        ..Sides::default()
    };
    let mut tied = Vec::new();
    for side in [&out.supporters, &out.opponents] {
        for (k, &i) in side.iter().enumerate() {
            for &j in &side[k + 1..] {
                tied.push(f64::from(u8::from(views.tied(i, j))));
                if distances.steps(i, j).is_none() {
                    out.silent_allies.push((i, j));
                }
            }
        }
    }
    out.cohesion = mean(&tied);
    out
}
