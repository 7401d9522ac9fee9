//! One wrong answer: how far a ranking moves when a single tie was answered otherwise.

use crate::analysis::betweenness::{Direction, betweenness};
use crate::analysis::centrality::{degrees, harmonic};
use crate::analysis::numbers::{count, kendall_tau_b, ranks, ratio};
use crate::analysis::structure::Distances;
use crate::analysis::views::{Csr, Views};

/// A ranking that is shown, all on the undirected view and without weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RankedBy {
    /// Betweenness.
    Betweenness,
    /// Harmonic closeness.
    Harmonic,
    /// The number of ties.
    Degree,
}

impl RankedBy {
    /// The values of the ranking on a view.
    pub fn values(self, view: &Csr) -> Vec<f64> {
        match self {
            Self::Betweenness => betweenness(view, Direction::Undirected),
            Self::Harmonic => harmonic(&Distances::of(view)),
            Self::Degree => degrees(view).into_iter().map(count).collect(),
        }
    }
}

/// How far one set of variants moves a ranking.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moves {
    /// The number of variants tried.
    pub variants: usize,
    /// Per actor the best rank, that of the answers as given included.
    pub low: Vec<usize>,
    /// Per actor the worst rank.
    pub high: Vec<usize>,
    /// The share of variants with others on rank 1.
    pub share_top1_changes: Option<f64>,
    /// The share of variants with the same actors on ranks 1 to 3.
    pub share_top3_same: Option<f64>,
    /// The mean of Kendall's tau-b with the ranking as given.
    pub mean_tau: Option<f64>,
}

/// How firm a ranking is, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Firmness {
    /// The top never changes (*vast*).
    Firm,
    /// It changes in at most 5 % (*vrij vast*).
    FairlyFirm,
    /// It changes in at most 20 % (*wankel*).
    Shaky,
    /// It changes more often (*niet te zeggen*).
    CannotSay,
}

impl Moves {
    /// The word for this ranking; `None` without variants.
    pub fn firmness(&self) -> Option<Firmness> {
        let share = self.share_top1_changes?;
        Some(if share <= 0.0 {
            Firmness::Firm
        } else if share <= 0.05 {
            Firmness::FairlyFirm
        } else if share <= 0.2 {
            Firmness::Shaky
        } else {
            Firmness::CannotSay
        })
    }

    /// The actors whose interval overlaps that of the first: they stand on top together.
    pub fn together_on_top(&self) -> Vec<usize> {
        let Some(&reach) = self.high.iter().min() else {
            return Vec::new();
        };
        (0..self.low.len())
            .filter(|&v| self.low[v] <= reach)
            .collect()
    }
}

/// What the check found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Robustness {
    /// The ranks with the answers as given.
    pub rank: Vec<usize>,
    /// Every tie left out in turn.
    pub drop_one: Moves,
    /// Every answer turned in turn, absent ties included; `None` in large fields.
    pub flip_one: Option<Moves>,
}

/// The check itself, one variant at a time: the caller shows progress and may stop.
///
/// *Definition.* Every tie of the undirected view is left out in turn and, in
/// fields of up to `flips_up_to` actors, every absent tie added in turn; the
/// ranking is recomputed each time. *Edge cases.* No ties: no variants, shares
/// `None`. *Source.* Borgatti, Carley and Krackhardt 2006. *In a session.* The
/// interval of ranks is drawn, not the rank.
#[derive(Clone, Debug)]
pub struct OneWrongAnswer {
    n: usize,
    ranked_by: RankedBy,
    ties: Vec<(usize, usize)>,
    absent: Vec<(usize, usize)>,
    flips: bool,
    base: Vec<f64>,
    rank: Vec<usize>,
    done: usize,
    dropped: Tally,
    flipped: Tally,
}

#[derive(Clone, Debug, Default)]
struct Tally {
    variants: usize,
    low: Vec<usize>,
    high: Vec<usize>,
    top1: usize,
    top3: usize,
    tau: f64,
}

impl OneWrongAnswer {
    /// Prepares the check; the ranking as given is computed here.
    pub fn new(views: &Views, ranked_by: RankedBy, flips_up_to: usize) -> Self {
        let n = views.n();
        let ties = views.pairs();
        let flips = n <= flips_up_to;
        let absent = if flips {
            (0..n)
                .flat_map(|i| (i + 1..n).map(move |j| (i, j)))
                .filter(|&(i, j)| !views.tied(i, j))
                .collect()
        } else {
            Vec::new()
        };
        let base = ranked_by.values(&Csr::plain(n, &ties));
        let rank = ranks(&base);
        let tally = Tally {
            low: rank.clone(),
            high: rank.clone(),
            ..Tally::default()
        };
        Self {
            n,
            ranked_by,
            ties,
            absent,
            flips,
            base,
            rank,
            done: 0,
            dropped: tally.clone(),
            flipped: tally,
        }
    }

    /// Tries the next variant; false when all were tried.
    pub fn step(&mut self) -> bool {
        let (n_ties, done) = (self.ties.len(), self.done);
        let varied: Vec<(usize, usize)> = if done < n_ties {
            let others = self.ties.iter().enumerate().filter(|(k, _)| *k != done);
            others.map(|(_, pair)| *pair).collect()
        } else if let Some(added) = self.absent.get(done - n_ties) {
            self.ties.iter().copied().chain([*added]).collect()
        } else {
            return false;
        };
        let values = self.ranked_by.values(&Csr::plain(self.n, &varied));
        if done < n_ties {
            self.dropped.add(&self.base, &self.rank, &values);
        }
        self.flipped.add(&self.base, &self.rank, &values);
        self.done += 1;
        true
    }

    /// The number of variants tried and the number of all.
    pub fn progress(&self) -> (usize, usize) {
        (self.done, self.ties.len() + self.absent.len())
    }

    /// What was found so far; complete when every step was taken.
    pub fn result(&self) -> Robustness {
        Robustness {
            rank: self.rank.clone(),
            drop_one: self.dropped.moves(),
            flip_one: self.flips.then(|| self.flipped.moves()),
        }
    }
}

impl Tally {
    fn add(&mut self, base: &[f64], base_rank: &[usize], values: &[f64]) {
        let rank = ranks(values);
        for (v, r) in rank.iter().enumerate() {
            self.low[v] = self.low[v].min(*r);
            self.high[v] = self.high[v].max(*r);
        }
        let same = |upto: usize| {
            rank.iter()
                .zip(base_rank)
                .all(|(a, b)| (*a <= upto) == (*b <= upto))
        };
        self.variants += 1;
        self.top1 += usize::from(!same(1));
        self.top3 += usize::from(same(3));
        self.tau += kendall_tau_b(base, values).unwrap_or(1.0);
    }

    fn moves(&self) -> Moves {
        let all = count(self.variants);
        Moves {
            variants: self.variants,
            low: self.low.clone(),
            high: self.high.clone(),
            share_top1_changes: ratio(count(self.top1), all),
            share_top3_same: ratio(count(self.top3), all),
            mean_tau: ratio(self.tau, all),
        }
    }
}
