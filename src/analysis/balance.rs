//! Structural balance on the signed view: triads, walk balance and signed modularity.

use std::collections::BTreeMap;

use crate::analysis::matrix::{Matrix, symmetric_eigenvalues};
use crate::analysis::numbers::{count, defined, ratio};
use crate::analysis::views::Views;

/// How balanced the signed view is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Balance {
    /// The number of positive pairs.
    pub positive: usize,
    /// The number of negative pairs.
    pub negative: usize,
    /// Triads by their number of negative ties.
    pub triads: [usize; 4],
    /// The share of triads with 0 or 2 negative ties; `None` without triads.
    pub balanced_share: Option<f64>,
    /// Per actor the number of unbalanced triads: *zit klem tussen*.
    pub unbalanced: Vec<usize>,
    /// Walk balance; `None` where it was not computed or no actor exists.
    pub walk_balance: Option<f64>,
}

/// Above this number of actors walk balance is not computed.
pub const WALKS_UP_TO: usize = 150;

/// Counts balanced and unbalanced triads.
///
/// *Definition.* A triad is balanced with 0 or 2 negative ties (Heider;
/// Cartwright and Harary 1956). Walk balance is sum exp(eigenvalues of S) over
/// sum exp(eigenvalues of |S|), signs only (Estrada 2019), up to 150 actors.
/// *Range.* Shares 0 to 1. *Edge cases.* No triads: share `None`.
/// *In a session.* Who is caught between two who are in conflict.
pub fn balance(views: &Views) -> Balance {
    let n = views.n();
    let pairs = views.signed_pairs();
    let mut out = Balance {
        unbalanced: vec![0; n],
        ..Balance::default()
    };
    for &(a, b, weight) in &pairs {
        if weight > 0.0 {
            out.positive += 1;
        } else {
            out.negative += 1;
        }
        for c in views.s.shared(a, b).into_iter().filter(|&c| c > b) {
            let signs = [weight, views.s.weight(a, c), views.s.weight(b, c)];
            let negative = signs.iter().filter(|w| **w < 0.0).count();
            out.triads[negative] += 1;
            if negative % 2 == 1 {
                for v in [a, b, c] {
                    out.unbalanced[v] += 1;
                }
            }
        }
    }
    let all: usize = out.triads.iter().sum();
    out.balanced_share = ratio(count(out.triads[0] + out.triads[2]), count(all));
    out.walk_balance = walk_balance(n, &pairs);
    out
}

fn walk_balance(n: usize, pairs: &[(usize, usize, f64)]) -> Option<f64> {
    if n == 0 || n > WALKS_UP_TO {
        return None;
    }
    let matrix = |sign: fn(f64) -> f64| {
        let mut a: Matrix = vec![vec![0.0; n]; n];
        for &(i, j, weight) in pairs {
            a[i][j] = sign(weight);
            a[j][i] = sign(weight);
        }
        a
    };
    let signed = symmetric_eigenvalues(matrix(f64::signum));
    let plain = symmetric_eigenvalues(matrix(|_| 1.0));
    let top = plain.iter().copied().fold(0.0, f64::max);
    let sum = |values: &[f64]| values.iter().map(|x| (x - top).exp()).sum::<f64>();
    defined(sum(&signed) / sum(&plain))
}

/// Modularity with signs for a given partition.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SignedModularity {
    /// Modularity of the positive ties, 0 without any.
    pub positive: f64,
    /// Modularity of the negative ties, 0 without any.
    pub negative: f64,
    /// The two weighed by their strength; `None` without ties.
    pub signed: Option<f64>,
}

/// Computes modularity with signs (Gomez, Jensen and Arenas 2009).
///
/// *Formula.* (W+ Q+ - W- Q-) / (W+ + W-), W the summed weighted degrees. A good
/// split has positive ties inside and negative ones between.
pub fn signed_modularity(views: &Views, groups: &[Option<usize>]) -> SignedModularity {
    let pairs = views.signed_pairs();
    let (positive, weight_positive) = one_sign(&pairs, groups, 1.0);
    let (negative, weight_negative) = one_sign(&pairs, groups, -1.0);
    SignedModularity {
        positive,
        negative,
        signed: ratio(
            weight_positive * positive - weight_negative * negative,
            weight_positive + weight_negative,
        ),
    }
}

fn one_sign(pairs: &[(usize, usize, f64)], groups: &[Option<usize>], sign: f64) -> (f64, f64) {
    let group = |v: usize| groups.get(v).copied().flatten();
    let mut strength: BTreeMap<Option<usize>, f64> = BTreeMap::new();
    let (mut total, mut inside) = (0.0, 0.0);
    for &(a, b, weight) in pairs.iter().filter(|(_, _, w)| w * sign > 0.0) {
        *strength.entry(group(a)).or_default() += weight.abs();
        *strength.entry(group(b)).or_default() += weight.abs();
        total += 2.0 * weight.abs();
        if group(a) == group(b) {
            inside += 2.0 * weight.abs();
        }
    }
    if total == 0.0 {
        return (0.0, 0.0);
    }
    let expected: f64 = strength.values().map(|k| (k / total).powi(2)).sum();
    (inside / total - expected, total)
}
