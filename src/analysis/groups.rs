//! Ties within and across groups: the E-I index.

use crate::analysis::numbers::{count, ratio};
use crate::analysis::views::{Csr, Views};

/// The balance of ties across and within groups.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EiIndex {
    /// Per actor, `None` without ties that can be judged.
    pub per_actor: Vec<Option<f64>>,
    /// Ties across groups.
    pub external: usize,
    /// Ties within a group.
    pub internal: usize,
    /// Over the whole field, `None` without ties that can be judged.
    pub overall: Option<f64>,
}

/// Computes the E-I index on the undirected view.
///
/// *Formula.* (E - I) / (E + I), E ties across groups and I within.
/// *Range.* -1 (purely inward) to 1 (purely across). *Edge cases.* Ties with an
/// end of unknown group do not count; none left gives `None`.
/// *Source.* Krackhardt and Stern 1988. *In a session.* Whether a sphere looks
/// inward or outward.
pub fn ei_index(views: &Views, groups: &[Option<usize>]) -> EiIndex {
    let n = views.n();
    let mut sums = (0, 0);
    let mut per_actor = Vec::with_capacity(n);
    for v in 0..n {
        let (external, internal) = split(&views.u, v, groups);
        per_actor.push(index(external, internal));
        sums = (sums.0 + external, sums.1 + internal);
    }
    let (external, internal) = (sums.0 / 2, sums.1 / 2);
    EiIndex {
        per_actor,
        external,
        internal,
        overall: index(external, internal),
    }
}

fn split(u: &Csr, v: usize, groups: &[Option<usize>]) -> (usize, usize) {
    let group = |actor: usize| groups.get(actor).copied().flatten();
    let (mut external, mut internal) = (0, 0);
    for &w in u.row(v) {
        if let (Some(a), Some(b)) = (group(v), group(w as usize)) {
            if a == b {
                internal += 1;
            } else {
                external += 1;
            }
        }
    }
    (external, internal)
}

fn index(external: usize, internal: usize) -> Option<f64> {
    let (e, i) = (count(external), count(internal));
    ratio(e - i, e + i)
}
