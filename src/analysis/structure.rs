//! Parts of the field: components, weak spots, density and distances.

use std::collections::VecDeque;

use petgraph::algo::articulation_points::articulation_points;
use petgraph::algo::bridges::bridges;
use petgraph::visit::EdgeRef as _;

use crate::analysis::numbers::{count, ratio};
use crate::analysis::views::{Csr, Views};

/// The parts of a field and the places where it can break.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Structure {
    /// The number of actors.
    pub n: usize,
    /// The number of tied pairs.
    pub pairs: usize,
    /// The number of arcs of the directed view.
    pub arcs: usize,
    /// The share of all pairs that is tied; `None` below two actors.
    pub density: Option<f64>,
    /// The share of all ordered pairs that has an arc; `None` below two actors.
    pub density_directed: Option<f64>,
    /// The components, the largest first, equal ones by their first member.
    pub components: Vec<Vec<usize>>,
    /// The actors without any tie.
    pub isolates: Vec<usize>,
    /// The actors whose loss breaks a component.
    pub articulation_points: Vec<usize>,
    /// The ties whose loss breaks a component.
    pub bridges: Vec<(usize, usize)>,
    /// The mean of 1/distance over all ordered pairs; see [`Distances::efficiency`].
    pub efficiency: Option<f64>,
}

/// Finds components, isolates and weak spots on the undirected view.
///
/// *Definition.* An articulation point is an actor, a bridge a tie, without
/// which a component falls apart (Tarjan 1974; petgraph's conventions match).
/// *Range.* Lists of actors; density 0 to 1, `None` below two actors.
/// *Edge cases.* No actors: every list empty. An isolate is a component of one.
/// *In a session.* "If this actor drops out, the field breaks into parts."
pub fn structure(views: &Views, distances: &Distances) -> Structure {
    let n = views.n();
    let pairs = views.undirected.edge_count();
    let arcs = views.directed.edge_count();
    let all = count(n) * (count(n) - 1.0);
    let mut cuts: Vec<usize> = articulation_points(&views.undirected)
        .into_iter()
        .map(petgraph::graph::NodeIndex::index)
        .collect();
    cuts.sort_unstable();
    let mut spans: Vec<(usize, usize)> = bridges(&views.undirected)
        .map(|edge| {
            let (a, b) = (edge.source().index(), edge.target().index());
            (a.min(b), a.max(b))
        })
        .collect();
    spans.sort_unstable();
    Structure {
        n,
        pairs,
        arcs,
        density: (n > 1).then(|| ratio(2.0 * count(pairs), all)).flatten(),
        density_directed: (n > 1).then(|| ratio(count(arcs), all)).flatten(),
        components: components(&views.u),
        isolates: (0..n).filter(|&v| views.u.degree(v) == 0).collect(),
        articulation_points: cuts,
        bridges: spans,
        efficiency: distances.efficiency(),
    }
}

/// Lists the components, the largest first, equal sizes by their first member.
pub fn components(view: &Csr) -> Vec<Vec<usize>> {
    let n = view.n();
    let mut seen = vec![false; n];
    let mut out: Vec<Vec<usize>> = Vec::new();
    for start in 0..n {
        if seen[start] {
            continue;
        }
        seen[start] = true;
        let mut part = vec![start];
        let mut next = 0;
        while let Some(&v) = part.get(next) {
            next += 1;
            for &w in view.row(v) {
                let w = w as usize;
                if !seen[w] {
                    seen[w] = true;
                    part.push(w);
                }
            }
        }
        part.sort_unstable();
        out.push(part);
    }
    out.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    out
}

/// How many pieces the component of an actor falls into when the actor drops out.
pub fn pieces_without(view: &Csr, actor: usize) -> usize {
    let mut seen = vec![false; view.n()];
    let mut pieces = 0;
    if actor >= view.n() {
        return 0;
    }
    seen[actor] = true;
    for &start in view.row(actor) {
        if seen[start as usize] {
            continue;
        }
        pieces += 1;
        let mut queue = VecDeque::from([start]);
        seen[start as usize] = true;
        while let Some(v) = queue.pop_front() {
            for &w in view.row(v as usize) {
                if !seen[w as usize] {
                    seen[w as usize] = true;
                    queue.push_back(w);
                }
            }
        }
    }
    pieces
}

/// The number that stands for "no path".
pub(crate) const UNREACHABLE: u16 = u16::MAX;

/// Steps between every two actors, by breadth-first search from each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Distances {
    n: usize,
    steps: Vec<u16>,
}

impl Distances {
    /// Counts the steps on a view; in a directed view from row to target.
    pub fn of(view: &Csr) -> Self {
        Self::of_while(view, &|| true).unwrap_or_default()
    }

    /// Counts the steps; `None` when `go_on` answered false.
    pub fn of_while(view: &Csr, go_on: &dyn Fn() -> bool) -> Option<Self> {
        let n = view.n();
        let mut steps = vec![UNREACHABLE; n * n];
        let mut queue: Vec<u32> = Vec::with_capacity(n);
        for (source, row) in steps.chunks_mut(n.max(1)).enumerate() {
            if source.is_multiple_of(64) && !go_on() {
                return None;
            }
            breadth_first(view, source, row, &mut queue);
        }
        Some(Self { n, steps })
    }

    /// The number of actors.
    pub const fn n(&self) -> usize {
        self.n
    }

    /// The steps from `i` to `j`, `None` without a path.
    pub fn steps(&self, i: usize, j: usize) -> Option<usize> {
        let d = *self.steps.get(i * self.n + j)?;
        (d != UNREACHABLE).then_some(d as usize)
    }

    pub(crate) fn row(&self, i: usize) -> &[u16] {
        &self.steps[i * self.n..(i + 1) * self.n]
    }

    /// Computes the global efficiency.
    ///
    /// *Formula.* The mean of 1/d over all ordered pairs; no path counts as 0.
    /// *Range.* 0 to 1; `None` below two actors.
    /// *Source.* Latora and Marchiori 2001. *In a session.* How near everybody is
    /// to everybody; it works when the field is in pieces.
    pub fn efficiency(&self) -> Option<f64> {
        if self.n < 2 {
            return None;
        }
        let sum: f64 = (0..self.n).map(|i| self.harmonic(i)).sum();
        ratio(sum, count(self.n) * (count(self.n) - 1.0))
    }

    /// Sums 1/d from one actor to all others.
    pub(crate) fn harmonic(&self, i: usize) -> f64 {
        self.row(i)
            .iter()
            .filter(|&&d| d != 0 && d != UNREACHABLE)
            .map(|&d| 1.0 / f64::from(d))
            .sum()
    }
}

/// Fills `row` with the steps from `source`.
pub(crate) fn breadth_first(view: &Csr, source: usize, row: &mut [u16], queue: &mut Vec<u32>) {
    row.fill(UNREACHABLE);
    queue.clear();
    if source >= view.n() {
        return;
    }
    row[source] = 0;
    queue.push(crate::analysis::numbers::short(source));
    let mut next = 0;
    while let Some(&v) = queue.get(next) {
        next += 1;
        let further = row[v as usize].saturating_add(1);
        for &w in view.row(v as usize) {
            if row[w as usize] == UNREACHABLE {
                row[w as usize] = further;
                queue.push(w);
            }
        }
    }
}
