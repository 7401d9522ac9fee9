//! Which pairs of nodes want which distance, and how much.

use crate::placement::Network;
use crate::placement::graph::Neighbours;
use crate::placement::number::{narrow, real, short, whole};
use crate::placement::random::Random;

/// Up to this many nodes every pair counts; above, every node counts against pivots.
const ALL_PAIRS: usize = 1_500;
/// How much nearer the members of one arena are asked to stand, and others further.
const GATHERED: f32 = 0.82;
const APART: f32 = 1.06;

/// One pair and the distance it wants; each end has its own eagerness to move.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Term {
    pub(crate) a: u32,
    pub(crate) b: u32,
    pub(crate) distance: f32,
    pub(crate) weight_a: f32,
    pub(crate) weight_b: f32,
}

/// Collects the terms, some sources at a time.
#[derive(Clone, Debug)]
pub(crate) struct Collecting {
    neighbours: Neighbours,
    sources: Sources,
    done: usize,
    terms: Vec<Term>,
    buffer: Vec<f32>,
}

#[derive(Clone, Debug)]
enum Sources {
    Everyone,
    Pivots {
        order: Vec<usize>,
        is_pivot: Vec<bool>,
        rows: Vec<Vec<f32>>,
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
            let mut is_pivot = vec![false; n];
            for &pivot in &order {
                is_pivot[pivot] = true;
            }
            Sources::Pivots {
                order,
                is_pivot,
                rows: Vec::new(),
            }
        };
        Self {
            neighbours,
            sources,
            done: 0,
            terms: Vec::new(),
            buffer: Vec::new(),
        }
    }

    /// Looks from one more source; tells whether all have been seen.
    pub(crate) fn step(&mut self, network: &Network) -> bool {
        let n = self.neighbours.len();
        match &mut self.sources {
            Sources::Everyone => {
                if self.done < n {
                    self.neighbours.distances(self.done, &mut self.buffer);
                    pairs_from(network, self.done, &self.buffer, &mut self.terms);
                }
                self.done += 1;
                self.done >= n
            }
            Sources::Pivots { order, rows, .. } => {
                if let Some(&pivot) = order.get(self.done) {
                    self.neighbours.distances(pivot, &mut self.buffer);
                    rows.push(self.buffer.clone());
                }
                self.done += 1;
                self.done >= order.len()
            }
        }
    }

    /// Gives the terms, in no special order.
    pub(crate) fn finish(self, network: &Network) -> Vec<Term> {
        let mut terms = self.terms;
        if let Sources::Pivots {
            order,
            is_pivot,
            rows,
        } = self.sources
        {
            near_terms(network, &self.neighbours, &mut terms);
            pivot_terms(network, &order, &is_pivot, &rows, &mut terms);
        }
        terms
    }
}

fn n_pivots(n: usize) -> usize {
    whole(3.0 * real(n).sqrt()).clamp(100, 300)
}

fn gathered(network: &Network, a: usize, b: usize, distance: f32) -> f32 {
    match (network.nodes[a].gather, network.nodes[b].gather) {
        (Some(one), Some(other)) if one == other => distance * GATHERED,
        (Some(_), Some(_)) => distance * APART,
        (None, _) | (_, None) => distance,
    }
}

fn term(network: &Network, a: usize, b: usize, distance: f32, parts: (f32, f32)) -> Term {
    let weight = 1.0 / (distance * distance);
    Term {
        a: short(a),
        b: short(b),
        distance: gathered(network, a, b, distance),
        weight_a: weight * parts.0,
        weight_b: weight * parts.1,
    }
}

fn pairs_from(network: &Network, from: usize, distances: &[f32], terms: &mut Vec<Term>) {
    for (to, &distance) in distances.iter().enumerate().take(from) {
        if distance.is_finite() {
            terms.push(term(network, from, to, distance, (1.0, 1.0)));
        }
    }
}

fn near_terms(network: &Network, neighbours: &Neighbours, terms: &mut Vec<Term>) {
    for a in 0..neighbours.len() {
        for &(b, length) in neighbours.at(a) {
            if (b as usize) < a {
                terms.push(term(network, a, b as usize, length, (1.0, 1.0)));
            }
        }
    }
}

/// A pivot stands for the nodes of its region that are at most half as far from it as the other
/// end of the pair is (Ortmann, Klimenta and Brandes, 2017).
fn pivot_terms(
    network: &Network,
    order: &[usize],
    is_pivot: &[bool],
    rows: &[Vec<f32>],
    terms: &mut Vec<Term>,
) {
    let n = network.nodes.len();
    let mut region = vec![(f32::INFINITY, usize::MAX); n];
    for (index, row) in rows.iter().enumerate() {
        for (node, &distance) in row.iter().enumerate() {
            if distance < region[node].0 {
                region[node] = (distance, index);
            }
        }
    }
    let mut members: Vec<Vec<f32>> = vec![Vec::new(); order.len()];
    for &(distance, index) in &region {
        if let Some(list) = members.get_mut(index) {
            list.push(distance);
        }
    }
    for list in &mut members {
        list.sort_by(f32::total_cmp);
    }
    let stands_for = |index: usize, distance: f32| {
        let within = members[index].partition_point(|&d| d <= distance / 2.0);
        narrow(real(within))
    };
    let index_of: std::collections::BTreeMap<usize, usize> =
        order.iter().enumerate().map(|(i, &p)| (p, i)).collect();
    for (index, row) in rows.iter().enumerate() {
        let pivot = order[index];
        for (node, &distance) in row.iter().enumerate() {
            let both = is_pivot[node];
            if node == pivot || !distance.is_finite() || (both && node < pivot) {
                continue;
            }
            let back = if both {
                index_of
                    .get(&node)
                    .map_or(0.0, |&i| stands_for(i, distance))
            } else {
                0.0
            };
            terms.push(term(
                network,
                node,
                pivot,
                distance,
                (stands_for(index, distance), back),
            ));
        }
    }
}
