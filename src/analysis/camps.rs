//! Two camps: how few ties stand in the way of a field split in two.

use crate::analysis::numbers::{count, ratio};
use crate::analysis::random::Draws;
use crate::analysis::views::Csr;

/// Whether a split is known to be the best one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// All splits were tried.
    Exact,
    /// Found by search: the number is an upper bound (*hoogstens*).
    AtMost,
}

/// What a misfitting tie costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cost {
    /// Every tie 1.
    PerTie,
    /// Its weight.
    ByWeight,
}

/// The split in two camps with the fewest misfits.
#[derive(Clone, Debug, PartialEq)]
pub struct Camps {
    /// Whether all splits were tried.
    pub certainty: Certainty,
    /// The summed cost of the ties that do not fit (frustration).
    pub frustration: f64,
    /// The share of the signed ties; `None` without ties.
    pub share: Option<f64>,
    /// 1 - 2L/m, 0 to 1; `None` without ties.
    pub normalised: Option<f64>,
    /// The camp of every actor in one of the best splits.
    pub camp: Vec<bool>,
    /// The ties that do not fit in any of the best splits.
    pub always_misfit: Vec<(usize, usize)>,
    /// The number of best splits of the tied actors; `None` when not exact.
    pub n_best: Option<usize>,
    /// The actors without a signed tie, who can stand in either camp.
    pub free: usize,
}

/// Up to this number of tied actors every split is tried.
pub const EXACT_UP_TO: usize = 20;
const STARTS: u64 = 50;

/// Finds the split in two camps that the fewest ties contradict.
///
/// *Definition.* Frustration L: the least cost of ties to change so that ties
/// inside a camp are positive and ties between camps negative. *Range.* From 0;
/// normalised 1 - 2L/m in 0 to 1. *Edge cases.* No signed ties: L = 0, shares
/// `None`. Exact up to 20 tied actors, above that the best of 50 seeded
/// searches. *Source.* Harary 1959; Aref and Wilson 2018. *In a session.* The
/// misfitting ties are where movement is possible, or where it chafes.
pub fn camps(s: &Csr, cost: Cost, seed: u64) -> Camps {
    let n = s.n();
    let active: Vec<usize> = (0..n).filter(|&v| s.degree(v) > 0).collect();
    let split = Split::new(s, cost);
    let found = if active.len() <= EXACT_UP_TO {
        split.every(&active)
    } else {
        split.searched(&active, seed)
    };
    let m: f64 = match cost {
        Cost::PerTie => count(s.entries()) / 2.0,
        Cost::ByWeight => (0..n).map(|v| absolute(s, v)).sum::<f64>() / 2.0,
    };
    Camps {
        certainty: found.certainty,
        frustration: found.cost,
        share: ratio(found.cost, m),
        normalised: ratio(2.0 * found.cost, m).map(|x| 1.0 - x),
        camp: found.camp,
        always_misfit: found.misfits,
        n_best: match found.certainty {
            Certainty::Exact => Some(found.n_best),
            Certainty::AtMost => None,
        },
        free: n - active.len(),
    }
}

fn absolute(s: &Csr, v: usize) -> f64 {
    s.weighted_row(v).map(|(_, w)| w.abs()).sum()
}

struct Split<'view> {
    s: &'view Csr,
    cost: Cost,
}

struct Found {
    certainty: Certainty,
    cost: f64,
    camp: Vec<bool>,
    misfits: Vec<(usize, usize)>,
    n_best: usize,
}

impl<'view> Split<'view> {
    const fn new(s: &'view Csr, cost: Cost) -> Self {
        Self { s, cost }
    }

    fn price(&self, weight: f64) -> f64 {
        match self.cost {
            Cost::PerTie => 1.0,
            Cost::ByWeight => weight.abs(),
        }
    }

    /// The change in cost when one actor changes camp.
    fn change(&self, v: usize, camp: &[bool]) -> f64 {
        self.s
            .weighted_row(v)
            .map(|(w, weight)| {
                let misfit = (camp[v] == camp[w]) == (weight < 0.0);
                if misfit {
                    -self.price(weight)
                } else {
                    self.price(weight)
                }
            })
            .sum()
    }

    fn misfits(&self, camp: &[bool]) -> Vec<(usize, usize)> {
        let mut out = Vec::new();
        for v in 0..self.s.n() {
            for (w, weight) in self.s.weighted_row(v).filter(|(w, _)| *w > v) {
                if (camp[v] == camp[w]) == (weight < 0.0) {
                    out.push((v, w));
                }
            }
        }
        out
    }

    fn cost_of(&self, camp: &[bool]) -> f64 {
        self.misfits(camp)
            .into_iter()
            .map(|(v, w)| self.price(self.s.weight(v, w)))
            .sum()
    }

    /// Tries every split of the tied actors, changing one actor at a time.
    fn every(&self, active: &[usize]) -> Found {
        let mut camp = vec![false; self.s.n()];
        let mut cost = self.cost_of(&camp);
        let mut best = Found {
            certainty: Certainty::Exact,
            cost,
            misfits: self.misfits(&camp),
            camp: camp.clone(),
            n_best: 1,
        };
        let free = active.len().saturating_sub(1);
        for step in 1..(1_u64 << free) {
            let turned = active[1 + step.trailing_zeros() as usize];
            cost += self.change(turned, &camp);
            camp[turned] = !camp[turned];
            if cost < best.cost - 1e-9 {
                best.cost = cost;
                best.camp.clone_from(&camp);
                best.misfits = self.misfits(&camp);
                best.n_best = 1;
            } else if cost <= best.cost + 1e-9 {
                best.n_best += 1;
                let s = self.s;
                best.misfits
                    .retain(|&(v, w)| (camp[v] == camp[w]) == (s.weight(v, w) < 0.0));
            }
        }
        best.cost = self.cost_of(&best.camp);
        best
    }

    /// Searches from seeded starts, each time turning actors while that helps.
    fn searched(&self, active: &[usize], seed: u64) -> Found {
        let mut best: Option<(f64, Vec<bool>)> = None;
        for start in 0..STARTS {
            let mut draws = Draws::new(seed.wrapping_add(start));
            let mut camp = vec![false; self.s.n()];
            for &v in active {
                camp[v] = start > 0 && draws.unit() < 0.5;
            }
            self.improve(active, &mut camp);
            let cost = self.cost_of(&camp);
            if best.as_ref().is_none_or(|(least, _)| cost < least - 1e-9) {
                best = Some((cost, camp));
            }
        }
        let (cost, camp) = best.unwrap_or_default();
        Found {
            certainty: Certainty::AtMost,
            cost,
            misfits: self.misfits(&camp),
            camp,
            n_best: 1,
        }
    }

    fn improve(&self, active: &[usize], camp: &mut [bool]) {
        for _ in 0..1_000 {
            let mut turned = false;
            for &v in active {
                if self.change(v, camp) < -1e-9 {
                    camp[v] = !camp[v];
                    turned = true;
                }
            }
            if !turned {
                break;
            }
        }
    }
}
