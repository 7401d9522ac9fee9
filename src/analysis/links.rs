//! Links worth making: what a tie between two strangers would add.

use crate::analysis::brokerage::{BrokerRole, chance, standard};
use crate::analysis::numbers::{count, descending};
use crate::analysis::structure::{Distances, UNREACHABLE};
use crate::analysis::views::Views;

/// A pair without a tie, and what a tie would add.
#[derive(Clone, Debug, PartialEq)]
pub struct MissingLink {
    /// The smaller number of the pair.
    pub i: usize,
    /// The larger number of the pair.
    pub j: usize,
    /// The gain in global efficiency; `None` where it was not computed.
    pub gain: Option<f64>,
    /// The gain over the largest gain; 0 where there is none or none was computed.
    pub relative: f64,
    /// The steps between the two now, `None` without a path.
    pub steps: Option<usize>,
    /// The common contacts, who can introduce, with their role between the two.
    pub brokers: Vec<(usize, Option<BrokerRole>)>,
    /// The sum over common contacts of 1/(their number of ties).
    pub resource_allocation: f64,
    /// Whether both stand in one group; `None` where a group is not known.
    pub same_group: Option<bool>,
    /// How far the number of common contacts lies from chance.
    pub brokers_z: Option<f64>,
}

/// All pairs without a tie.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MissingLinks {
    /// The expected number of common contacts under chance.
    pub expected: f64,
    /// Its standard deviation.
    pub sd: f64,
    /// The pairs, the largest gain first, then common contacts, then numbers.
    pub links: Vec<MissingLink>,
    /// How many pairs have no computed gain.
    pub not_computed: usize,
}

/// Up to this number of actors every gain is computed.
pub const ALL_GAINS_UP_TO: usize = 150;
/// Above it only for this many pairs, those with the highest harmonic sums.
pub const GAINS_ABOVE: usize = 2_000;
/// Up to this number of actors every pair without a tie is listed.
pub const ALL_PAIRS_UP_TO: usize = 400;
/// Above it only the pairs among this many actors, those with the highest harmonic sums.
pub const NEAREST: usize = 300;

/// Computes what every missing tie of the undirected view would add.
///
/// *Formula.* Gain = global efficiency with the tie minus without it; the new
/// distance of u and v is the least of the old one and the two ways over the
/// new tie. Relative gain = gain / largest gain.
/// *Range.* From 0. *Edge cases.* Works when the field is in pieces; below two
/// actors the list is empty; above 150 actors only the 2,000 pairs with the
/// highest harmonic sums are computed and the rest is `None`; above 400 only
/// pairs among the 300 actors with the highest harmonic sums are listed.
/// *In a session.* "What a new tie would bring nearer"; a large gain is not
/// the same as feasible or wanted.
pub fn missing_links(
    views: &Views,
    distances: &Distances,
    groups: &[Option<usize>],
    go_on: &dyn Fn() -> bool,
) -> MissingLinks {
    let n = views.n();
    let mut pairs = untied_pairs(views, distances);
    let n_computed = rank_for_gains(&mut pairs, distances);
    let density = if n > 1 {
        2.0 * count(views.undirected.edge_count()) / (count(n) * (count(n) - 1.0))
    } else {
        0.0
    };
    let (expected, sd) = chance(n, density);
    let mut links: Vec<MissingLink> = Vec::with_capacity(pairs.len());
    let mut gains = Gains::new(distances);
    for (place, &(i, j)) in pairs.iter().enumerate() {
        if place.is_multiple_of(64) && !go_on() {
            break;
        }
        let gain = (place < n_computed).then(|| gains.of(i, j));
        let mut link = unmeasured(views, distances, groups, (i, j));
        link.gain = gain;
        link.brokers_z = standard(count(link.brokers.len()), expected, sd);
        links.push(link);
    }
    finish(links, expected, sd)
}

fn finish(mut links: Vec<MissingLink>, expected: f64, sd: f64) -> MissingLinks {
    let largest = links.iter().filter_map(|l| l.gain).fold(0.0, f64::max);
    for link in &mut links {
        link.relative = match link.gain {
            Some(gain) if largest > 0.0 => gain / largest,
            Some(_) | None => 0.0,
        };
    }
    links.sort_by(|a, b| {
        descending(a.gain.unwrap_or(-1.0), b.gain.unwrap_or(-1.0))
            .then(b.brokers.len().cmp(&a.brokers.len()))
            .then((a.i, a.j).cmp(&(b.i, b.j)))
    });
    MissingLinks {
        expected,
        sd,
        not_computed: links.iter().filter(|l| l.gain.is_none()).count(),
        links,
    }
}

/// The pairs without a tie that are listed.
fn untied_pairs(views: &Views, distances: &Distances) -> Vec<(usize, usize)> {
    let n = views.n();
    let mut listed: Vec<usize> = (0..n).collect();
    if n > ALL_PAIRS_UP_TO {
        let harmonic: Vec<f64> = (0..n).map(|v| distances.harmonic(v)).collect();
        listed.sort_by(|a, b| descending(harmonic[*a], harmonic[*b]).then(a.cmp(b)));
        listed.truncate(NEAREST);
        listed.sort_unstable();
    }
    let mut pairs = Vec::new();
    for (place, &i) in listed.iter().enumerate() {
        let others = listed[place + 1..].iter();
        pairs.extend(
            others
                .map(|&j| (i, j))
                .filter(|&(i, j)| !views.u.tied(i, j)),
        );
    }
    pairs
}

/// Puts the pairs whose gain is computed first and says how many they are.
fn rank_for_gains(pairs: &mut [(usize, usize)], distances: &Distances) -> usize {
    if distances.n() <= ALL_GAINS_UP_TO {
        return pairs.len();
    }
    let harmonic: Vec<f64> = (0..distances.n()).map(|v| distances.harmonic(v)).collect();
    pairs.sort_by(|a, b| {
        descending(harmonic[a.0] + harmonic[a.1], harmonic[b.0] + harmonic[b.1]).then(a.cmp(b))
    });
    pairs.len().min(GAINS_ABOVE)
}

fn unmeasured(
    views: &Views,
    distances: &Distances,
    groups: &[Option<usize>],
    (i, j): (usize, usize),
) -> MissingLink {
    let group = |v: usize| groups.get(v).copied().flatten();
    let shared = views.u.shared(i, j);
    MissingLink {
        i,
        j,
        gain: None,
        relative: 0.0,
        steps: distances.steps(i, j),
        resource_allocation: shared.iter().map(|&v| 1.0 / count(views.u.degree(v))).sum(),
        same_group: group(i).zip(group(j)).map(|(a, b)| a == b),
        brokers: shared
            .into_iter()
            .map(|v| (v, BrokerRole::of(group(i), group(v), group(j))))
            .collect(),
        brokers_z: None,
    }
}

/// Computes gains pair by pair, with the scratch lists it needs.
///
/// Only actors that come nearer to `j` over the new tie, paired with actors
/// that come nearer to `i`, can gain; all others are passed by.
#[derive(Debug)]
struct Gains<'field> {
    distances: &'field Distances,
    inverse: Vec<f64>,
    near_i: Vec<(usize, usize)>,
    near_j: Vec<(usize, usize)>,
}

impl<'field> Gains<'field> {
    fn new(distances: &'field Distances) -> Self {
        let inverse = (0..=distances.n() + 1)
            .map(|d| if d == 0 { 0.0 } else { 1.0 / count(d) })
            .collect();
        Self {
            distances,
            inverse,
            near_i: Vec::new(),
            near_j: Vec::new(),
        }
    }

    fn of(&mut self, i: usize, j: usize) -> f64 {
        let n = self.distances.n();
        let (to_i, to_j) = (self.distances.row(i), self.distances.row(j));
        self.near_i.clear();
        self.near_j.clear();
        for (u, (&a, &b)) in to_i.iter().zip(to_j).enumerate() {
            if a != UNREACHABLE && a.saturating_add(1) < b {
                self.near_i.push((u, a as usize));
            }
            if b != UNREACHABLE && b.saturating_add(1) < a {
                self.near_j.push((u, b as usize));
            }
        }
        let mut sum = 0.0;
        for &(u, a) in &self.near_i {
            let row = self.distances.row(u);
            for &(v, b) in &self.near_j {
                let over = a + 1 + b;
                let now = row[v];
                if now == UNREACHABLE {
                    sum += self.inverse[over];
                } else if over < now as usize {
                    sum += self.inverse[over] - self.inverse[now as usize];
                }
            }
        }
        2.0 * sum / (count(n) * (count(n) - 1.0))
    }
}

/// One row of the two lists: a missing tie with its score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ListedLink {
    /// The smaller number of the pair.
    pub i: usize,
    /// The larger number of the pair.
    pub j: usize,
    /// Relative gain times likeness (regie) or unlikeness (bridge).
    pub score: f64,
}

/// Missing ties in two lists, for they never belong in one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TwoLists {
    /// Alike actors without a tie: a missed bond (*gemiste band*), for regie.
    pub regie: Vec<ListedLink>,
    /// Unlike actors without a tie: a gap (*kloof*), for a bridge.
    pub bridge: Vec<ListedLink>,
}

/// Splits missing ties by likeness s: gain times s, and gain times 1-s.
///
/// *Edge cases.* Pairs of unknown likeness stand in neither list.
pub fn two_lists(links: &MissingLinks, likeness: &dyn Fn(usize, usize) -> Option<f64>) -> TwoLists {
    let mut out = TwoLists::default();
    for link in &links.links {
        let Some(s) = likeness(link.i, link.j) else {
            continue;
        };
        let (i, j) = (link.i, link.j);
        out.regie.push(ListedLink {
            i,
            j,
            score: link.relative * s,
        });
        out.bridge.push(ListedLink {
            i,
            j,
            score: link.relative * (1.0 - s),
        });
    }
    for list in [&mut out.regie, &mut out.bridge] {
        list.sort_by(|a, b| descending(a.score, b.score).then((a.i, a.j).cmp(&(b.i, b.j))));
    }
    out
}
