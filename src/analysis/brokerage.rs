//! Brokerage after Gould and Fernandez (1989): who stands between whom, and as what.

use crate::analysis::numbers::{count, ratio};
use crate::analysis::views::Csr;

/// The role of a broker, by the groups of the three.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BrokerRole {
    /// All three in one group (A-A-A): regie.
    Coordinator,
    /// Both others in one group, the broker outside it (A-B-A): regie.
    Itinerant,
    /// The broker shares the group of the first (A-A-B): verbinden.
    Representative,
    /// The broker shares the group of the second (A-B-B): verbinden.
    Gatekeeper,
    /// Three different groups (A-B-C): verbinden.
    Liaison,
}

impl BrokerRole {
    /// All roles, in the order of the columns.
    pub const ALL: [Self; 5] = [
        Self::Coordinator,
        Self::Itinerant,
        Self::Representative,
        Self::Gatekeeper,
        Self::Liaison,
    ];

    /// The role of `v` between `a` and `b`; `None` where a group is not known.
    pub fn of(a: Option<usize>, v: Option<usize>, b: Option<usize>) -> Option<Self> {
        let (a, v, b) = (a?, v?, b?);
        Some(match (a == v, v == b, a == b) {
            (true, true, _) => Self::Coordinator,
            (_, _, true) => Self::Itinerant,
            (true, false, false) => Self::Representative,
            (false, true, false) => Self::Gatekeeper,
            (false, false, false) => Self::Liaison,
        })
    }

    /// The place of the column.
    pub const fn column(self) -> usize {
        match self {
            Self::Coordinator => 0,
            Self::Itinerant => 1,
            Self::Representative => 2,
            Self::Gatekeeper => 3,
            Self::Liaison => 4,
        }
    }
}

/// The number of columns: five roles and their total.
pub const COLUMNS: usize = 6;
/// The column of the total.
pub const TOTAL: usize = 5;
/// The columns of an undirected table: representative and gatekeeper are one.
pub const PLAIN_COLUMNS: usize = 5;

/// Brokerage of every actor.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Brokerage {
    /// Ordered pairs brokered, per role and in total.
    pub raw: Vec<[usize; COLUMNS]>,
    /// The same, each pair shared out over its brokers.
    pub partial: Vec<[f64; COLUMNS]>,
}

/// How often an actor stands between alike and between unlike others.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// Pairs alike (coordinator and itinerant).
    pub regie: usize,
    /// Pairs unlike (representative, gatekeeper and liaison).
    pub verbinden: usize,
    /// (regie - verbinden) / (regie + verbinden); `None` without any.
    pub balance: Option<f64>,
}

/// Counts the pairs that every actor brokers on the directed view.
///
/// *Definition.* v brokers for the ordered pair (a, b) when a reaches v, v
/// reaches b and a does not reach b itself; the groups give the role. In
/// `partial` a pair gives 1/(its number of brokers) to each of them: equal to
/// the raw count means irreplaceable.
/// *Range.* From 0. *Edge cases.* One group: only coordinators; an actor whose
/// group is unknown adds to totals only. *Source.* Gould and Fernandez 1989.
/// *In a session.* "So often between alike actors (regie), so often between
/// unlike ones (verbinden): a place in the network, no judgement of conduct."
pub fn brokerage(d: &Csr, groups: &[Option<usize>]) -> Brokerage {
    let n = d.n();
    let mut out = Brokerage {
        raw: vec![[0; COLUMNS]; n],
        partial: vec![[0.0; COLUMNS]; n],
    };
    let mut brokers = vec![0_u32; n];
    let mut touched: Vec<usize> = Vec::new();
    for a in 0..n {
        count_brokers(d, a, &mut brokers, &mut touched);
        for &v in d.row(a) {
            let v = v as usize;
            for &b in d.row(v) {
                let b = b as usize;
                if b == a || d.tied(a, b) {
                    continue;
                }
                let part = 1.0 / f64::from(brokers[b].max(1));
                out.raw[v][TOTAL] += 1;
                out.partial[v][TOTAL] += part;
                if let Some(role) =
                    BrokerRole::of(group(groups, a), group(groups, v), group(groups, b))
                {
                    out.raw[v][role.column()] += 1;
                    out.partial[v][role.column()] += part;
                }
            }
        }
        for b in touched.drain(..) {
            brokers[b] = 0;
        }
    }
    out
}

fn count_brokers(d: &Csr, a: usize, brokers: &mut [u32], touched: &mut Vec<usize>) {
    for &v in d.row(a) {
        for &b in d.row(v as usize) {
            let b = b as usize;
            if brokers[b] == 0 {
                touched.push(b);
            }
            brokers[b] += 1;
        }
    }
}

fn group(groups: &[Option<usize>], v: usize) -> Option<usize> {
    groups.get(v).copied().flatten()
}

/// Sums the roles of one actor to regie and verbinden.
pub fn place(raw: &[usize; COLUMNS]) -> Place {
    let [
        coordinator,
        itinerant,
        representative,
        gatekeeper,
        liaison,
        _,
    ] = *raw;
    let (regie, verbinden) = (
        coordinator + itinerant,
        representative + gatekeeper + liaison,
    );
    Place {
        regie,
        verbinden,
        balance: ratio(
            count(regie) - count(verbinden),
            count(regie) + count(verbinden),
        ),
    }
}

/// The counts of unordered pairs, for undirected maps: half of the ordered ones.
pub fn undirected_counts(raw: &[usize; COLUMNS]) -> [usize; PLAIN_COLUMNS] {
    let [
        coordinator,
        itinerant,
        representative,
        gatekeeper,
        liaison,
        total,
    ] = *raw;
    [
        coordinator / 2,
        itinerant / 2,
        usize::midpoint(representative, gatekeeper),
        liaison / 2,
        total / 2,
    ]
}

/// An ordered pair without a tie, with those who stand between.
#[derive(Clone, Debug, PartialEq)]
pub struct BrokeredPair {
    /// The first of the pair.
    pub a: usize,
    /// The second of the pair.
    pub b: usize,
    /// The brokers with their roles, `None` where a group is not known.
    pub brokers: Vec<(usize, Option<BrokerRole>)>,
    /// How far their number lies from chance; `None` where chance has no spread.
    pub z: Option<f64>,
}

/// The brokered pairs beside what chance would give.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BrokeredPairs {
    /// The expected number of brokers of a pair.
    pub expected: f64,
    /// The standard deviation of that number.
    pub sd: f64,
    /// The pairs that have a broker, in order.
    pub pairs: Vec<BrokeredPair>,
}

/// Lists every ordered pair without an arc that has a broker.
///
/// *Null model.* The number of brokers is Binomial(n-2, density squared);
/// z = (number - expected) / sd. *Edge cases.* Below three actors: empty.
/// *In a session.* "This one already connects these two."
pub fn brokered_pairs(d: &Csr, reversed: &Csr, groups: &[Option<usize>]) -> BrokeredPairs {
    let n = d.n();
    if n < 3 {
        return BrokeredPairs::default();
    }
    let density = count(d.entries()) / (count(n) * (count(n) - 1.0));
    let (expected, sd) = chance(n, density);
    let mut pairs = Vec::new();
    for a in 0..n {
        for b in 0..n {
            if a == b || d.tied(a, b) {
                continue;
            }
            let brokers: Vec<(usize, Option<BrokerRole>)> = common(d.row(a), reversed.row(b))
                .map(|v| {
                    let role = BrokerRole::of(group(groups, a), group(groups, v), group(groups, b));
                    (v, role)
                })
                .collect();
            if !brokers.is_empty() {
                let z = standard(count(brokers.len()), expected, sd);
                pairs.push(BrokeredPair { a, b, brokers, z });
            }
        }
    }
    BrokeredPairs {
        expected,
        sd,
        pairs,
    }
}

/// The expected number of brokers of a pair, and its standard deviation.
pub(crate) fn chance(n: usize, density: f64) -> (f64, f64) {
    let p = density * density;
    let expected = if n > 2 { (count(n) - 2.0) * p } else { 0.0 };
    (expected, (expected * (1.0 - p)).max(0.0).sqrt())
}

/// Standardises a value; `None` where the spread is nil.
pub(crate) fn standard(value: f64, expected: f64, sd: f64) -> Option<f64> {
    (sd > 1e-12).then(|| (value - expected) / sd)
}

fn common<'rows>(a: &'rows [u32], b: &'rows [u32]) -> impl Iterator<Item = usize> + 'rows {
    a.iter()
        .filter(|v| b.binary_search(v).is_ok())
        .map(|&v| v as usize)
}
