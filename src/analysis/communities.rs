//! Circles (*kringen*): parts of the field with more ties within than chance gives.

use std::collections::BTreeMap;

use crate::analysis::numbers::short;
use crate::analysis::random::Draws;
use crate::analysis::views::{Csr, Entry};

/// The circles that were found, not given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Circles {
    /// The circle of every actor, numbered by first member; isolates have none.
    pub of_actor: Vec<Option<usize>>,
    /// The number of circles.
    pub n_circles: usize,
    /// Modularity of the partition; `None` without ties.
    pub modularity: Option<f64>,
}

/// Below this modularity there are no clear circles.
pub const CLEAR_FROM: f64 = 0.2;
/// The number of seeded runs of which the best is kept.
pub const RUNS: u64 = 20;

impl Circles {
    /// Whether the circles are clear enough to speak of.
    pub fn clear(&self) -> bool {
        self.modularity.is_some_and(|q| q >= CLEAR_FROM)
    }
}

/// Finds circles by the Louvain method on the weighted undirected view.
///
/// *Definition.* A partition with high modularity, resolution 1, the best of 20
/// seeded runs, each followed by moving single actors until nothing improves.
/// *Range.* Modularity -0.5 to 1. *Edge cases.* No ties: no circles and `None`;
/// an isolate belongs to no circle. The same seed gives the same circles, but
/// other partitions can be as good. *Source.* Blondel and others 2008.
/// *In a session.* "These circles were found; compare them with the spheres."
pub fn circles(u: &Csr, seed: u64) -> Circles {
    circles_while(u, seed, &|| true)
}

/// Finds circles as [`circles`]; stops after the run in which `go_on` answers false.
pub fn circles_while(u: &Csr, seed: u64, go_on: &dyn Fn() -> bool) -> Circles {
    let n = u.n();
    if u.entries() == 0 {
        return Circles {
            of_actor: vec![None; n],
            n_circles: 0,
            modularity: None,
        };
    }
    let mut best: Option<(f64, Vec<usize>)> = None;
    for run in (0..RUNS).take_while(|run| *run == 0 || go_on()) {
        let mut draws = Draws::new(seed.wrapping_add(run));
        let found = one_run(u, &mut draws);
        let q = modularity(u, &found).unwrap_or(f64::NEG_INFINITY);
        if best.as_ref().is_none_or(|(top, _)| q > top + 1e-12) {
            best = Some((q, found));
        }
    }
    let (q, found) = best.unwrap_or_default();
    let mut numbers = BTreeMap::new();
    let of_actor = (0..n)
        .map(|v| {
            (u.degree(v) > 0).then(|| {
                let next = numbers.len();
                *numbers.entry(found[v]).or_insert(next)
            })
        })
        .collect();
    Circles {
        of_actor,
        n_circles: numbers.len(),
        modularity: Some(q),
    }
}

/// Computes modularity of a partition on a weighted undirected view.
///
/// *Formula.* Sum over parts of in/2m - (k/2m)², in twice the weight inside, k
/// the summed strength. *Edge cases.* `None` without ties.
pub fn modularity(u: &Csr, part: &[usize]) -> Option<f64> {
    let total: f64 = (0..u.n()).map(|v| u.strength(v)).sum();
    if total == 0.0 {
        return None;
    }
    let mut inside: BTreeMap<usize, f64> = BTreeMap::new();
    let mut strength: BTreeMap<usize, f64> = BTreeMap::new();
    for v in 0..u.n() {
        *strength.entry(part[v]).or_default() += u.strength(v);
        for (w, weight) in u.weighted_row(v) {
            if part[w] == part[v] {
                *inside.entry(part[v]).or_default() += weight;
            }
        }
    }
    let within: f64 = inside.values().map(|x| x / total).sum();
    let expected: f64 = strength.values().map(|k| (k / total).powi(2)).sum();
    Some(within - expected)
}

/// One level of the method: a view whose actors may hold weight inside themselves.
#[derive(Debug)]
struct Level {
    rows: Csr,
    loops: Vec<f64>,
    strength: Vec<f64>,
    total: f64,
}

impl Level {
    fn first(u: &Csr) -> Self {
        let strength: Vec<f64> = (0..u.n()).map(|v| u.strength(v)).collect();
        Self {
            rows: u.clone(),
            loops: vec![0.0; u.n()],
            total: strength.iter().sum(),
            strength,
        }
    }

    /// Moves actors to the neighbouring part that gains most until none gains.
    fn settle(&self, part: &mut [usize], draws: &mut Draws) -> bool {
        let n = self.rows.n();
        let mut sums = vec![0.0; n];
        for v in 0..n {
            sums[part[v]] += self.strength[v];
        }
        let mut order: Vec<usize> = (0..n).collect();
        draws.shuffle(&mut order);
        let mut weight_to = vec![0.0; n];
        let mut touched: Vec<usize> = Vec::new();
        let mut moved = false;
        for _ in 0..100 {
            let mut moved_now = false;
            for &v in &order {
                let home = part[v];
                for (w, weight) in self.rows.weighted_row(v) {
                    if weight_to[part[w]] == 0.0 {
                        touched.push(part[w]);
                    }
                    weight_to[part[w]] += weight;
                }
                sums[home] -= self.strength[v];
                let gain = |c: usize, to: f64| to - sums[c] * self.strength[v] / self.total;
                let mut best = (home, gain(home, weight_to[home]));
                for &c in &touched {
                    let found = gain(c, weight_to[c]);
                    if found > best.1 + 1e-12 {
                        best = (c, found);
                    }
                }
                sums[best.0] += self.strength[v];
                part[v] = best.0;
                moved_now |= best.0 != home;
                for c in touched.drain(..) {
                    weight_to[c] = 0.0;
                }
            }
            moved |= moved_now;
            if !moved_now {
                break;
            }
        }
        moved
    }

    /// Joins every part to one actor of the next level.
    fn joined(&self, part: &[usize], n_parts: usize) -> Self {
        let mut loops = vec![0.0; n_parts];
        let mut between: BTreeMap<(usize, usize), f64> = BTreeMap::new();
        for v in 0..self.rows.n() {
            loops[part[v]] += self.loops[v];
            for (w, weight) in self.rows.weighted_row(v) {
                if part[v] == part[w] {
                    loops[part[v]] += weight;
                } else {
                    *between.entry((part[v], part[w])).or_default() += weight;
                }
            }
        }
        let arcs: Vec<Entry> = between.into_iter().collect();
        let rows = Csr::directed(n_parts, &arcs);
        let strength = (0..n_parts).map(|c| rows.strength(c) + loops[c]).collect();
        Self {
            rows,
            loops,
            strength,
            total: self.total,
        }
    }
}

fn one_run(u: &Csr, draws: &mut Draws) -> Vec<usize> {
    let n = u.n();
    let mut whole: Vec<usize> = (0..n).collect();
    let mut level = Level::first(u);
    loop {
        let mut part: Vec<usize> = (0..level.rows.n()).collect();
        let moved = level.settle(&mut part, draws);
        let n_parts = renumber(&mut part);
        for c in &mut whole {
            *c = part[*c];
        }
        if !moved || n_parts == level.rows.n() {
            break;
        }
        level = level.joined(&part, n_parts);
    }
    Level::first(u).settle(&mut whole, draws);
    whole
}

/// Numbers parts by their first member and says how many there are.
fn renumber(part: &mut [usize]) -> usize {
    let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
    for c in part.iter_mut() {
        let next = numbers.len();
        *c = *numbers.entry(*c).or_insert(next);
    }
    debug_assert!(u32::try_from(numbers.len()).is_ok_and(|k| k == short(numbers.len())));
    numbers.len()
}
