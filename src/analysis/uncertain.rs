//! Uncertain answers: seeded draws of the field as it might be.

use crate::analysis::field::Field;
use crate::analysis::numbers::{count, ranks, ratio};
use crate::analysis::random::Draws;
use crate::analysis::robustness::RankedBy;
use crate::analysis::views::{Csr, Views};

/// How a ranking spreads over the draws.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spread {
    /// The number of draws.
    pub draws: usize,
    /// Per actor the share of draws in which it ranks 1 to 3.
    pub top3: Vec<Option<f64>>,
    /// Per actor the rank that 5 % of the draws stay below.
    pub low: Vec<Option<usize>>,
    /// Per actor the rank that 5 % of the draws go above.
    pub high: Vec<Option<usize>>,
}

/// The draws, one at a time: the caller shows progress and may stop.
///
/// *Definition.* A tie with confidence c is kept with probability c; several
/// ties of one pair are kept each by itself. An absent tie is added with
/// probability (1 - c) times the density, c the smaller confidence of the two
/// actors. *Edge cases.* With confidence 1 throughout there is no spread. The
/// same seed gives the same result. *In a session.* "In so many of a hundred
/// cases this actor is among the first three."
#[derive(Clone, Debug)]
pub struct UncertainAnswers {
    n: usize,
    ranked_by: RankedBy,
    chances: Vec<((usize, usize), f64)>,
    draws: Draws,
    done: usize,
    all: usize,
    /// Per actor how often it had each rank, rank 1 first.
    seen: Vec<Vec<usize>>,
}

impl UncertainAnswers {
    /// Prepares `all` draws from a seed.
    pub fn new(field: &Field, views: &Views, ranked_by: RankedBy, all: usize, seed: u64) -> Self {
        let n = field.n();
        Self {
            n,
            ranked_by,
            chances: chances(field, views),
            draws: Draws::new(seed),
            done: 0,
            all,
            seen: vec![vec![0; n]; n],
        }
    }

    /// Makes the next draw; false when all were made.
    pub fn step(&mut self) -> bool {
        if self.done >= self.all {
            return false;
        }
        let mut pairs = Vec::new();
        for &(pair, chance) in &self.chances {
            if chance >= 1.0 || self.draws.unit() < chance {
                pairs.push(pair);
            }
        }
        let values = self.ranked_by.values(&Csr::plain(self.n, &pairs));
        for (seen, rank) in self.seen.iter_mut().zip(ranks(&values)) {
            seen[rank - 1] += 1;
        }
        self.done += 1;
        true
    }

    /// The number of draws made and the number of all.
    pub const fn progress(&self) -> (usize, usize) {
        (self.done, self.all)
    }

    /// What was found so far.
    pub fn result(&self) -> Spread {
        let top = |seen: &[usize]| seen.iter().take(3).sum::<usize>();
        Spread {
            draws: self.done,
            top3: self
                .seen
                .iter()
                .map(|seen| ratio(count(top(seen)), count(self.done)))
                .collect(),
            low: self.quantiles(0.05),
            high: self.quantiles(0.95),
        }
    }

    fn quantiles(&self, share: f64) -> Vec<Option<usize>> {
        let wanted = share * count(self.done);
        self.seen
            .iter()
            .map(|seen| {
                let mut reached = 0;
                (0..seen.len()).find_map(|place| {
                    reached += seen[place];
                    (reached > 0 && count(reached) >= wanted).then_some(place + 1)
                })
            })
            .collect()
    }
}

/// The chance that each pair is tied; pairs without any chance are left out.
fn chances(field: &Field, views: &Views) -> Vec<((usize, usize), f64)> {
    let n = field.n();
    let mut absent: std::collections::BTreeMap<(usize, usize), f64> =
        views.pairs().into_iter().map(|pair| (pair, 1.0)).collect();
    for tie in field.counted_ties().filter(|tie| tie.sign.carries()) {
        let pair = (tie.source.min(tie.target), tie.source.max(tie.target));
        if let Some(none) = absent.get_mut(&pair) {
            *none *= 1.0 - tie.confidence.clamp(0.0, 1.0);
        }
    }
    let all = count(n) * (count(n) - 1.0) / 2.0;
    let density = ratio(count(absent.len()), all).unwrap_or(0.0);
    let sure = |v: usize| field.actors[v].confidence.unwrap_or(1.0).clamp(0.0, 1.0);
    let mut out = Vec::new();
    for i in 0..n {
        for j in i + 1..n {
            let chance = match absent.get(&(i, j)) {
                Some(none) => 1.0 - none,
                None => (1.0 - sure(i).min(sure(j))) * density,
            };
            if chance > 0.0 {
                out.push(((i, j), chance));
            }
        }
    }
    out
}
