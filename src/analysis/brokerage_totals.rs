//! Brokerage summed over all brokers, beside what chance would give.

use crate::analysis::brokerage::{BrokerRole, COLUMNS, TOTAL, standard};
use crate::analysis::numbers::count;
use crate::analysis::views::Csr;

/// The totals of a whole field.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct BrokerageTotals {
    /// The counts, per role and in total.
    pub raw: [usize; COLUMNS],
    /// The expected counts.
    pub expected: [f64; COLUMNS],
    /// Their exact standard deviations.
    pub sd: [f64; COLUMNS],
    /// (raw - expected) / sd; `None` where there is no spread.
    pub z: [Option<f64>; COLUMNS],
}

/// Above this number of actors the totals are not computed: the cost is n to the fourth.
pub const UP_TO: usize = 36;

/// First, broker and second of one brokered pair.
type Triple = (usize, usize, usize);

/// Computes the totals with their exact spread under chance.
///
/// *Null model.* A random directed graph with the observed density, groups
/// fixed; the variance sums over all pairs of triples that share a dyad.
/// *Edge cases.* `None` below three and above 36 actors. sna's own deviation of
/// the totals is a little too large. *In a session.* Not shown; the E-I index is.
pub fn brokerage_totals(view: &Csr, groups: &[Option<usize>]) -> Option<BrokerageTotals> {
    let n = view.n();
    if !(3..=UP_TO).contains(&n) {
        return None;
    }
    let density = count(view.entries()) / (count(n) * (count(n) - 1.0));
    let hit = density * density * (1.0 - density);
    let role = |(a, v, b): Triple| {
        let group = |x: usize| groups.get(x).copied().flatten();
        BrokerRole::of(group(a), group(v), group(b)).map(BrokerRole::column)
    };
    let mut out = BrokerageTotals::default();
    let mut variance = [0.0; COLUMNS];
    for triple in triples(n) {
        let brokers = brokered(view, triple);
        let own = role(triple);
        for column in own.into_iter().chain([TOTAL]) {
            out.expected[column] += hit;
            out.raw[column] += usize::from(brokers);
        }
        for other in sharing_a_dyad(triple, n) {
            let together = both(triple, other, density) - hit * hit;
            variance[TOTAL] += together;
            if let Some(column) = own.filter(|_| own == role(other)) {
                variance[column] += together;
            }
        }
    }
    out.sd = variance.map(|x| x.max(0.0).sqrt());
    for column in 0..COLUMNS {
        let raw = count(out.raw[column]);
        out.z[column] = standard(raw, out.expected[column], out.sd[column]);
    }
    Some(out)
}

fn triples(n: usize) -> impl Iterator<Item = Triple> {
    (0..n)
        .flat_map(move |a| (0..n).flat_map(move |v| (0..n).map(move |b| (a, v, b))))
        .filter(|(a, v, b)| a != v && v != b && a != b)
}

/// The triples that share a dyad with this one, itself included.
fn sharing_a_dyad((a, v, b): Triple, n: usize) -> Vec<Triple> {
    let mut out = Vec::with_capacity(9 * n);
    for (x, y) in [(a, v), (v, b), (a, b)] {
        for z in (0..n).filter(|z| *z != x && *z != y) {
            out.extend([(x, y, z), (z, x, y), (x, z, y)]);
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// Whether the middle one brokers between the two others.
fn brokered(view: &Csr, (first, broker, second): Triple) -> bool {
    view.tied(first, broker) && view.tied(broker, second) && !view.tied(first, second)
}

/// The chance that both triples are brokered.
fn both(one: Triple, other: Triple, density: f64) -> f64 {
    let mut present: Vec<(usize, usize)> = [one, other]
        .iter()
        .flat_map(|t| [(t.0, t.1), (t.1, t.2)])
        .collect();
    let mut absent: Vec<(usize, usize)> = [one, other].iter().map(|t| (t.0, t.2)).collect();
    for list in [&mut present, &mut absent] {
        list.sort_unstable();
        list.dedup();
    }
    if present.iter().any(|dyad| absent.contains(dyad)) {
        return 0.0;
    }
    let product =
        |list: &[(usize, usize)], chance: f64| -> f64 { list.iter().map(|_| chance).product() };
    product(&present, density) * product(&absent, 1.0 - density)
}
