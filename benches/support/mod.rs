//! What the benches share: the graphs that the budgets are measured on, and the time that work takes.

use std::collections::BTreeSet;
use std::time::Instant;

/// A series of pseudo-random numbers for the benchmark graphs.
#[derive(Debug)]
pub(crate) struct Series(pub(crate) u64);

impl Series {
    /// Gives a number below a limit.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let high = self.0 >> 33;
        usize::try_from(high).unwrap_or(0) % limit.max(1)
    }
}

/// A graph of actors in groups.
#[derive(Debug)]
pub(crate) struct Graph {
    /// The group of each actor.
    pub(crate) group: Vec<usize>,
    /// The pairs that are tied, the lower number first.
    pub(crate) pairs: Vec<(usize, usize)>,
}

/// Makes a graph: n actors in n/20 random groups, each tie within its group with chance 0.8, no doubles.
pub(crate) fn graph(n: usize, n_ties: usize, series: &mut Series) -> Graph {
    let n_groups = (n / 20).max(2);
    let group: Vec<usize> = (0..n).map(|_| series.below(n_groups)).collect();
    let mut members = vec![Vec::new(); n_groups];
    for (actor, group) in group.iter().enumerate() {
        members[*group].push(actor);
    }
    let mut pairs = BTreeSet::new();
    let mut tries = 0;
    while pairs.len() < n_ties && tries < 100 * n_ties {
        tries += 1;
        let a = series.below(n);
        let near = &members[group[a]];
        let b = if series.below(10) < 8 {
            near[series.below(near.len())]
        } else {
            series.below(n)
        };
        if a != b {
            pairs.insert((a.min(b), a.max(b)));
        }
    }
    Graph {
        group,
        pairs: pairs.into_iter().collect(),
    }
}

/// Times one piece of work, in milliseconds.
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let start = Instant::now();
    let made = std::hint::black_box(work());
    (start.elapsed().as_secs_f64() * 1_000.0, made)
}

/// Gives the median of some times.
pub(crate) fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}
