//! The three views of a field, and the flat form that the heavy measures walk.

use petgraph::graph::{DiGraph, NodeIndex, UnGraph};
use petgraph::visit::EdgeRef as _;

use crate::analysis::Field;
use crate::analysis::numbers::short;

/// The three views of a field; every measure names the one it uses.
///
/// * *Undirected*: two actors are tied when any tie that is no conflict exists
///   in either direction; weights of both directions are summed.
/// * *Directed*: the ties that are no conflict; an undirected field gives both
///   directions.
/// * *Signed*: undirected sum of sign times weight; pairs whose sum is zero
///   are dropped.
#[derive(Clone, Debug, Default)]
pub struct Views {
    /// The undirected view.
    pub undirected: UnGraph<(), f64, u32>,
    /// The directed view.
    pub directed: DiGraph<(), f64, u32>,
    /// The signed view; an edge holds the signed sum.
    pub signed: UnGraph<(), f64, u32>,
    /// The undirected view, flat.
    pub u: Csr,
    /// The directed view, flat.
    pub d: Csr,
    /// The directed view turned round, flat.
    pub d_reversed: Csr,
    /// The signed view, flat.
    pub s: Csr,
}

impl Views {
    /// Makes the three views of a field.
    pub fn of(field: &Field) -> Self {
        let n = field.n();
        let (mut both, mut arcs, mut signs) = (Vec::new(), Vec::new(), Vec::new());
        for tie in field.counted_ties() {
            let (s, t) = (tie.source, tie.target);
            let pair = (s.min(t), s.max(t));
            let factor = tie.sign.factor();
            if factor != 0.0 {
                signs.push((pair, factor * tie.weight));
            }
            if tie.sign.carries() {
                both.push((pair, tie.weight));
                arcs.push(((s, t), tie.weight));
                if !field.directed {
                    arcs.push(((t, s), tie.weight));
                }
            }
        }
        let (both, arcs) = (summed(both), summed(arcs));
        let mut signs = summed(signs);
        signs.retain(|(_, weight)| *weight != 0.0);
        let reversed = summed(arcs.iter().map(|&((s, t), w)| ((t, s), w)).collect());
        Self {
            u: Csr::undirected(n, &both),
            d: Csr::directed(n, &arcs),
            d_reversed: Csr::directed(n, &reversed),
            s: Csr::undirected(n, &signs),
            undirected: un_graph(n, &both),
            directed: di_graph(n, &arcs),
            signed: un_graph(n, &signs),
        }
    }

    /// The number of actors.
    pub fn n(&self) -> usize {
        self.u.n()
    }

    /// The pairs of the undirected view, the smaller number first, in order.
    pub fn pairs(&self) -> Vec<(usize, usize)> {
        edges(&self.undirected).map(|(i, j, _)| (i, j)).collect()
    }

    /// The signed pairs with their signed weight, in order.
    pub fn signed_pairs(&self) -> Vec<(usize, usize, f64)> {
        edges(&self.signed).collect()
    }

    /// Whether two actors are tied in the undirected view.
    pub fn tied(&self, i: usize, j: usize) -> bool {
        self.u.tied(i, j)
    }
}

/// Walks the edges of an undirected view with the smaller number first.
pub(crate) fn edges(
    graph: &UnGraph<(), f64, u32>,
) -> impl Iterator<Item = (usize, usize, f64)> + '_ {
    graph.edge_references().map(|edge| {
        let (a, b) = (edge.source().index(), edge.target().index());
        (a.min(b), a.max(b), *edge.weight())
    })
}

/// One entry of an edge list: the two ends and the weight.
pub(crate) type Entry = ((usize, usize), f64);

/// Sorts an edge list and sums parallel entries in the order they were given.
fn summed(mut list: Vec<Entry>) -> Vec<Entry> {
    list.sort_by_key(|(ends, _)| *ends);
    let mut out: Vec<Entry> = Vec::with_capacity(list.len());
    for (ends, weight) in list {
        match out.last_mut() {
            Some((last, sum)) if *last == ends => *sum += weight,
            Some(_) | None => out.push((ends, weight)),
        }
    }
    out
}

fn un_graph(n: usize, list: &[Entry]) -> UnGraph<(), f64, u32> {
    let mut graph = UnGraph::with_capacity(n, list.len());
    for _ in 0..n {
        graph.add_node(());
    }
    for &((a, b), weight) in list {
        graph.add_edge(NodeIndex::new(a), NodeIndex::new(b), weight);
    }
    graph
}

fn di_graph(n: usize, list: &[Entry]) -> DiGraph<(), f64, u32> {
    let mut graph = DiGraph::with_capacity(n, list.len());
    for _ in 0..n {
        graph.add_node(());
    }
    for &((a, b), weight) in list {
        graph.add_edge(NodeIndex::new(a), NodeIndex::new(b), weight);
    }
    graph
}

/// Neighbours in one flat array (compressed sparse rows).
///
/// Row `v` holds the neighbours of actor `v` in ascending order, and their
/// weights beside them. Made from a checked list, so every entry names an
/// actor that exists.
#[derive(Clone, Debug, PartialEq)]
pub struct Csr {
    offsets: Vec<u32>,
    targets: Vec<u32>,
    weights: Vec<f64>,
}

impl Default for Csr {
    fn default() -> Self {
        Self {
            offsets: vec![0],
            targets: Vec::new(),
            weights: Vec::new(),
        }
    }
}

impl Csr {
    /// Makes rows from arcs; arcs outside 0..n are left out.
    pub(crate) fn directed(n: usize, arcs: &[Entry]) -> Self {
        let known = |&&((s, t), _): &&Entry| s < n && t < n;
        let mut offsets = vec![0_u32; n + 1];
        for ((s, _), _) in arcs.iter().filter(known) {
            offsets[s + 1] += 1;
        }
        for v in 0..n {
            offsets[v + 1] += offsets[v];
        }
        let total = offsets[n] as usize;
        let (mut targets, mut weights) = (vec![0_u32; total], vec![0.0; total]);
        let mut next = offsets.clone();
        for &((s, t), weight) in arcs.iter().filter(known) {
            let place = next[s] as usize;
            targets[place] = short(t);
            weights[place] = weight;
            next[s] += 1;
        }
        let mut csr = Self {
            offsets,
            targets,
            weights,
        };
        csr.sort_rows();
        csr
    }

    /// Makes rows from pairs, each pair in both directions.
    pub(crate) fn undirected(n: usize, pairs: &[Entry]) -> Self {
        let arcs: Vec<Entry> = pairs
            .iter()
            .flat_map(|&((a, b), weight)| [((a, b), weight), ((b, a), weight)])
            .collect();
        Self::directed(n, &arcs)
    }

    /// Makes rows without weights from pairs.
    pub(crate) fn plain(n: usize, pairs: &[(usize, usize)]) -> Self {
        let list: Vec<Entry> = pairs.iter().map(|&pair| (pair, 1.0)).collect();
        Self::undirected(n, &list)
    }

    fn sort_rows(&mut self) {
        for v in 0..self.n() {
            let (from, to) = self.range(v);
            let row = &self.targets[from..to];
            if row.is_sorted() {
                continue;
            }
            let mut order: Vec<(u32, f64)> = row
                .iter()
                .copied()
                .zip(self.weights[from..to].iter().copied())
                .collect();
            order.sort_by_key(|(target, _)| *target);
            for (k, (target, weight)) in order.into_iter().enumerate() {
                self.targets[from + k] = target;
                self.weights[from + k] = weight;
            }
        }
    }

    fn range(&self, v: usize) -> (usize, usize) {
        (self.offsets[v] as usize, self.offsets[v + 1] as usize)
    }

    /// The number of actors.
    pub fn n(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }

    /// The number of entries: arcs, or twice the pairs of an undirected view.
    pub fn entries(&self) -> usize {
        self.targets.len()
    }

    /// The place in the flat array where a row begins.
    pub(crate) fn start(&self, v: usize) -> usize {
        self.offsets[v] as usize
    }

    /// The neighbours of an actor, ascending.
    pub fn row(&self, v: usize) -> &[u32] {
        let (from, to) = self.range(v);
        &self.targets[from..to]
    }

    /// The neighbours of an actor with their weights.
    pub fn weighted_row(&self, v: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        let (from, to) = self.range(v);
        self.targets[from..to]
            .iter()
            .zip(&self.weights[from..to])
            .map(|(&target, &weight)| (target as usize, weight))
    }

    /// The number of neighbours.
    pub fn degree(&self, v: usize) -> usize {
        self.row(v).len()
    }

    /// The summed weight of an actor's row.
    pub fn strength(&self, v: usize) -> f64 {
        self.weighted_row(v).map(|(_, weight)| weight).sum()
    }

    /// Whether the row of `i` holds `j`.
    pub fn tied(&self, i: usize, j: usize) -> bool {
        self.row(i).binary_search(&short(j)).is_ok()
    }

    /// The weight from `i` to `j`, 0 without an entry.
    pub fn weight(&self, i: usize, j: usize) -> f64 {
        self.row(i)
            .binary_search(&short(j))
            .map_or(0.0, |place| self.weights[self.start(i) + place])
    }

    /// The neighbours that two rows share, ascending.
    pub fn shared(&self, i: usize, j: usize) -> Vec<usize> {
        let (mut a, mut b) = (self.row(i), self.row(j));
        let mut out = Vec::new();
        while let ([x, rest_a @ ..], [y, rest_b @ ..]) = (a, b) {
            match x.cmp(y) {
                std::cmp::Ordering::Less => a = rest_a,
                std::cmp::Ordering::Greater => b = rest_b,
                std::cmp::Ordering::Equal => {
                    out.push(*x as usize);
                    a = rest_a;
                    b = rest_b;
                }
            }
        }
        out
    }

    /// The same rows with every weight 1.
    #[must_use]
    pub fn unweighted(&self) -> Self {
        Self {
            offsets: self.offsets.clone(),
            targets: self.targets.clone(),
            weights: vec![1.0; self.weights.len()],
        }
    }
}
