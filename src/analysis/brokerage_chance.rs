//! What brokerage chance alone would give: expected counts, spread and z.

use crate::analysis::brokerage::{COLUMNS, PLAIN_COLUMNS, TOTAL, standard, undirected_counts};
use crate::analysis::numbers::count;

/// Expected counts, spread and z-scores of every actor.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chance<const C: usize> {
    /// The expected counts.
    pub expected: Vec<[f64; C]>,
    /// The standard deviations.
    pub sd: Vec<[f64; C]>,
    /// (raw - expected) / sd; `None` where there is no spread.
    pub z: Vec<[Option<f64>; C]>,
}

/// The number of alters per group around one broker.
#[derive(Debug)]
struct Alters {
    /// Alters in the broker's own group; `None` when that group is unknown.
    own: Option<f64>,
    /// Sizes of the other known groups.
    others: Vec<f64>,
    /// All alters, known group or not.
    all: f64,
}

impl Alters {
    fn around(group: Option<usize>, sizes: &[f64], n: usize) -> Self {
        let others = sizes
            .iter()
            .enumerate()
            .filter(|(g, _)| Some(*g) != group)
            .map(|(_, size)| *size)
            .collect();
        Self {
            own: group.map(|g| sizes.get(g).copied().unwrap_or(1.0) - 1.0),
            others,
            all: (count(n) - 1.0).max(0.0),
        }
    }

    /// The sum over the other groups of their size times `pairs_each`.
    fn over_others(&self, pairs_each: impl Fn(f64) -> f64) -> f64 {
        self.others
            .iter()
            .map(|&size| size * pairs_each(size))
            .sum()
    }
}

const fn doubles(k: f64) -> f64 {
    k * (k - 1.0)
}

/// The size of a role's set of pairs, and the sum of k(k-1) over its members.
type Moments = (f64, f64);

fn ordered(alters: &Alters) -> [Moments; COLUMNS] {
    let all = (
        alters.all * (alters.all - 1.0),
        2.0 * alters.all * doubles(alters.all - 1.0),
    );
    let mut out = [(0.0, 0.0); COLUMNS];
    out[TOTAL] = all;
    let Some(own) = alters.own else { return out };
    let rest: f64 = alters.others.iter().sum();
    let mixed = (own * rest, own * doubles(rest) + rest * doubles(own));
    out[0] = (own * (own - 1.0), 2.0 * own * doubles(own - 1.0));
    out[1] = (
        alters.over_others(|s| s - 1.0),
        2.0 * alters.over_others(|s| doubles(s - 1.0)),
    );
    out[2] = mixed;
    out[3] = mixed;
    out[4] = (
        alters.over_others(|s| rest - s),
        2.0 * alters.over_others(|s| doubles(rest - s)),
    );
    out
}

fn unordered(alters: &Alters) -> [Moments; PLAIN_COLUMNS] {
    let [coordinator, itinerant, mixed, _, liaison, total] = ordered(alters);
    let half = |(size, members): Moments| (size / 2.0, members / 2.0);
    [
        half(coordinator),
        half(itinerant),
        mixed,
        half(liaison),
        half(total),
    ]
}

/// Computes expectation, spread and z of the ordered counts.
///
/// *Null model.* A random directed graph with the observed density p, groups
/// fixed: expected |M| p²(1-p), M the ordered pairs of alters of the role;
/// variance |M| q(1-q) + p³(1-p)³ (sum of k(k-1) over first and last members).
/// *Edge cases.* No spread: z is `None`. Equal to sna's `exp.nli`, `sd.nli`, `z.nli`.
/// *In a session.* Only as words: more often than chance, as chance, less often.
pub fn directed_chance(
    raw: &[[usize; COLUMNS]],
    groups: &[Option<usize>],
    arcs: usize,
) -> Chance<COLUMNS> {
    standardised(raw, groups, arcs, ordered)
}

/// Computes expectation, spread and z of the unordered counts.
///
/// As [`directed_chance`] for a random undirected graph; using the directed
/// spread on an undirected map makes z too large.
pub fn undirected_chance(
    raw: &[[usize; COLUMNS]],
    groups: &[Option<usize>],
    arcs: usize,
) -> Chance<PLAIN_COLUMNS> {
    let counts: Vec<[usize; PLAIN_COLUMNS]> = raw.iter().map(undirected_counts).collect();
    standardised(&counts, groups, arcs, unordered)
}

fn standardised<const C: usize>(
    raw: &[[usize; C]],
    groups: &[Option<usize>],
    arcs: usize,
    moments: impl Fn(&Alters) -> [Moments; C],
) -> Chance<C> {
    let n = raw.len();
    let density = if n > 1 {
        count(arcs) / (count(n) * (count(n) - 1.0))
    } else {
        0.0
    };
    let hit = density * density * (1.0 - density);
    let both = (density * (1.0 - density)).powi(3);
    let sizes = group_sizes(groups);
    let mut out = Chance {
        expected: Vec::with_capacity(n),
        sd: Vec::with_capacity(n),
        z: Vec::with_capacity(n),
    };
    for (v, counts) in raw.iter().enumerate() {
        let group = groups.get(v).copied().flatten();
        let sets = moments(&Alters::around(group, &sizes, n));
        let expected = sets.map(|(size, _)| size.max(0.0) * hit);
        let sd =
            sets.map(|(size, members)| (size * hit * (1.0 - hit) + both * members).max(0.0).sqrt());
        let mut z = [None; C];
        for k in 0..C {
            z[k] = standard(count(counts[k]), expected[k], sd[k]);
        }
        out.expected.push(expected);
        out.sd.push(sd);
        out.z.push(z);
    }
    out
}

fn group_sizes(groups: &[Option<usize>]) -> Vec<f64> {
    let n_groups = groups.iter().flatten().max().map_or(0, |g| g + 1);
    let mut sizes = vec![0.0; n_groups];
    for &g in groups.iter().flatten() {
        sizes[g] += 1.0;
    }
    sizes
}

/// How a z-score is told in a session: never as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AgainstChance {
    /// z of -2 or lower.
    ClearlyLess,
    /// z from -2 to -1.
    SomewhatLess,
    /// z between -1 and 1.
    AsChance,
    /// z from 1 to 2.
    SomewhatMore,
    /// z of 2 or higher.
    ClearlyMore,
}

impl AgainstChance {
    /// The word for a z-score.
    pub fn of(z: f64) -> Self {
        if z >= 2.0 {
            Self::ClearlyMore
        } else if z >= 1.0 {
            Self::SomewhatMore
        } else if z > -1.0 {
            Self::AsChance
        } else if z > -2.0 {
            Self::SomewhatLess
        } else {
            Self::ClearlyLess
        }
    }
}
