//! Which pairs of nodes want which distance, and how much.

use crate::placement::Network;
use crate::placement::graph::{Neighbours, TOGETHER};
use crate::placement::number::{narrow, real, short, whole};
use crate::placement::random::Random;

/// Up to this many nodes every pair counts; above, every node counts against pivots.
const ALL_PAIRS: usize = 1_500;
/// How much nearer the members of one arena are asked to stand, and others further.
const GATHERED: f32 = 0.82;
const APART: f32 = 1.06;

/// One pair, the distance it wants, and how eagerly.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Term {
    pub(crate) a: u32,
    pub(crate) b: u32,
    pub(crate) distance: f32,
    pub(crate) weight: f32,
}

/// One pivot with the distance that every node wants to it, and how eagerly.
///
/// The pivot itself stays while others move; where the distance is of no account, the
/// eagerness is 0.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) pivot: usize,
    pub(crate) distances: Vec<f32>,
    pub(crate) weights: Vec<f32>,
}

/// Everything the descent has to work on.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wishes {
    pub(crate) terms: Vec<Term>,
    pub(crate) rows: Vec<Row>,
}

impl Wishes {
    /// Says whether every pair counts, and not only pairs with pivots.
    pub(crate) fn all_pairs(&self) -> bool {
        self.rows.is_empty()
    }
}

/// Collects the terms, some sources at a time.
#[derive(Clone, Debug)]
pub(crate) struct Collecting {
    neighbours: Neighbours,
    sources: Sources,
    done: usize,
    terms: Vec<Term>,
}

#[derive(Clone, Debug)]
enum Sources {
    Everyone,
    Pivots {
        order: Vec<usize>,
        distances: Vec<Vec<f32>>,
    },
}

impl Collecting {
    pub(crate) fn new(neighbours: Neighbours, random: &mut Random) -> Self {
        let n = neighbours.len();
        let sources = if n <= ALL_PAIRS {
            Sources::Everyone
        } else {
            let mut order: Vec<usize> = (0..n).collect();
            random.shuffle(&mut order);
            order.truncate(n_pivots(n));
            Sources::Pivots {
                order,
                distances: Vec::new(),
            }
        };
        Self {
            neighbours,
            sources,
            done: 0,
            terms: Vec::new(),
        }
    }

    /// Looks from [`TOGETHER`] more sources; tells whether all have been seen.
    pub(crate) fn step(&mut self, network: &Network) -> bool {
        let n = self.neighbours.len();
        let (from, to) = (self.done, self.done + TOGETHER);
        self.done = to;
        match &mut self.sources {
            Sources::Everyone => {
                let sources: Vec<usize> = (from..to.min(n)).collect();
                let rows = self.neighbours.distances_from(&sources);
                for (source, row) in sources.into_iter().zip(rows) {
                    pairs_from(network, source, &row, &mut self.terms);
                }
                to >= n
            }
            Sources::Pivots { order, distances } => {
                let sources = order.get(from..to.min(order.len())).unwrap_or_default();
                distances.extend(self.neighbours.distances_from(sources));
                to >= order.len()
            }
        }
    }

    /// Gives the terms and rows, in no special order.
    pub(crate) fn finish(self, network: &Network) -> Wishes {
        let mut terms = self.terms;
        let rows = match self.sources {
            Sources::Everyone => Vec::new(),
            Sources::Pivots { order, distances } => {
                near_terms(network, &self.neighbours, &mut terms);
                pivot_rows(network, &order, distances)
            }
        };
        Wishes { terms, rows }
    }
}

fn n_pivots(n: usize) -> usize {
    whole(14.0 * real(n).sqrt()).clamp(200, 1_000)
}

fn gathered(network: &Network, a: usize, b: usize, distance: f32) -> f32 {
    match (network.nodes[a].gather, network.nodes[b].gather) {
        (Some(one), Some(other)) if one == other => distance * GATHERED,
        (Some(_), Some(_)) => distance * APART,
        (None, _) | (_, None) => distance,
    }
}

fn term(network: &Network, a: usize, b: usize, distance: f32) -> Term {
    Term {
        a: short(a),
        b: short(b),
        distance: gathered(network, a, b, distance),
        weight: 1.0 / (distance * distance),
    }
}

fn pairs_from(network: &Network, from: usize, distances: &[f32], terms: &mut Vec<Term>) {
    for (to, &distance) in distances.iter().enumerate().take(from) {
        if distance.is_finite() {
            terms.push(term(network, from, to, distance));
        }
    }
}

fn near_terms(network: &Network, neighbours: &Neighbours, terms: &mut Vec<Term>) {
    for a in 0..neighbours.len() {
        for &(b, length) in neighbours.at(a) {
            if (b as usize) < a {
                terms.push(term(network, a, b as usize, length));
            }
        }
    }
}

/// A pivot stands for the nodes of its region that are at most half as far from it as the other
/// end of the pair is (Ortmann, Klimenta and Brandes, 2017).
fn pivot_rows(network: &Network, order: &[usize], distances: Vec<Vec<f32>>) -> Vec<Row> {
    let regions = regions(network.nodes.len(), &distances);
    let mut rows = Vec::with_capacity(order.len());
    for ((&pivot, region), mut distances) in order.iter().zip(&regions).zip(distances) {
        let mut weights = vec![0.0; distances.len()];
        for (node, (distance, weight)) in distances.iter_mut().zip(&mut weights).enumerate() {
            if node == pivot || !distance.is_finite() || network.fixed(node).is_some() {
                *distance = 0.0;
                continue;
            }
            let within = region.partition_point(|&d| d <= *distance / 2.0);
            *weight = narrow(real(within)) / (*distance * *distance);
            *distance = gathered(network, node, pivot, *distance);
        }
        rows.push(Row {
            pivot,
            distances,
            weights,
        });
    }
    rows
}

/// Gives for each pivot the sorted distances of the nodes that are nearer to it than to others.
fn regions(n: usize, distances: &[Vec<f32>]) -> Vec<Vec<f32>> {
    let mut nearest = vec![(f32::INFINITY, usize::MAX); n];
    for (index, row) in distances.iter().enumerate() {
        for (best, &distance) in nearest.iter_mut().zip(row) {
            if distance < best.0 {
                *best = (distance, index);
            }
        }
    }
    let mut members: Vec<Vec<f32>> = vec![Vec::new(); distances.len()];
    for (distance, index) in nearest {
        if let Some(list) = members.get_mut(index) {
            list.push(distance);
        }
    }
    for list in &mut members {
        list.sort_by(f32::total_cmp);
    }
    members
}
