//! Distance, prestige and eigenvector scores of single actors.

use crate::analysis::numbers::{count, ratio};
use crate::analysis::structure::{Distances, components};
use crate::analysis::views::Csr;

/// Counts the ties of every actor.
pub fn degrees(view: &Csr) -> Vec<usize> {
    (0..view.n()).map(|v| view.degree(v)).collect()
}

/// Sums the tie weights of every actor.
pub fn strengths(view: &Csr) -> Vec<f64> {
    (0..view.n()).map(|v| view.strength(v)).collect()
}

/// Computes harmonic closeness: the sum of 1/distance to all others.
///
/// *Range.* 0 to n-1; divide by n-1 to show. *Edge cases.* An isolate has 0;
/// it works when the field is in pieces. *Source.* Boldi and Vigna 2014.
/// *In a session.* How near an actor is to everybody.
/// On a directed view distances run from the actor along the arcs.
pub fn harmonic(distances: &Distances) -> Vec<f64> {
    (0..distances.n()).map(|v| distances.harmonic(v)).collect()
}

/// Computes closeness after Wasserman and Faust.
///
/// *Formula.* (r-1)/(sum of distances) times (r-1)/(n-1), r the number that can
/// be reached, the actor included. *Range.* 0 to 1, isolates 0.
/// Kept for tests; harmonic closeness is what is shown.
pub fn closeness(distances: &Distances) -> Vec<f64> {
    let n = distances.n();
    (0..n)
        .map(|v| {
            let (mut reached, mut total) = (0_usize, 0_usize);
            for w in (0..n).filter(|&w| w != v) {
                if let Some(steps) = distances.steps(v, w) {
                    reached += 1;
                    total += steps;
                }
            }
            let r = count(reached);
            ratio(r * r, count(total) * (count(n) - 1.0)).unwrap_or(0.0)
        })
        .collect()
}

/// The share of attention that follows ties in `PageRank`.
pub const PAGE_RANK_DAMPING: f64 = 0.85;

/// Computes `PageRank`: prestige handed on along weighted ties.
///
/// *Formula.* With damping 0.85 the attention follows ties by weight, the rest
/// jumps to anybody alike; an actor without outgoing ties spreads alike.
/// *Range.* Above 0, sum 1: an isolate keeps a little. *Edge cases.* No actors
/// give an empty list. *Source.* Page and others 1998. petgraph's version has
/// no weights and another treatment of dead ends.
pub fn page_rank(view: &Csr) -> Vec<f64> {
    let n = view.n();
    if n == 0 {
        return Vec::new();
    }
    let uniform = 1.0 / count(n);
    let totals = strengths(view);
    let mut rank = vec![uniform; n];
    for _ in 0..10_000 {
        let dangling: f64 = (0..n).filter(|&v| totals[v] == 0.0).map(|v| rank[v]).sum();
        let base = (PAGE_RANK_DAMPING * dangling + 1.0 - PAGE_RANK_DAMPING) * uniform;
        let mut next = vec![base; n];
        for v in 0..n {
            for (w, weight) in view.weighted_row(v) {
                next[w] += PAGE_RANK_DAMPING * rank[v] * weight / totals[v];
            }
        }
        let change: f64 = next.iter().zip(&rank).map(|(a, b)| (a - b).abs()).sum();
        rank = next;
        if change < 1e-14 {
            break;
        }
    }
    rank
}

/// Computes eigenvector centrality on an undirected view.
///
/// *Definition.* The positive vector of norm 1 that the tie matrix stretches
/// most. *Edge cases.* `None` unless the view is connected and has three
/// actors, or when 20,000 rounds do not settle it. Kept for tests.
pub fn eigenvector(view: &Csr) -> Option<Vec<f64>> {
    let n = view.n();
    if n < 3 || components(view).len() != 1 {
        return None;
    }
    let shift = strengths(view).into_iter().fold(0.0, f64::max) / 2.0;
    let mut vector = vec![1.0 / count(n).sqrt(); n];
    for _ in 0..20_000 {
        let mut next: Vec<f64> = (0..n)
            .map(|v| {
                let pulled: f64 = view.weighted_row(v).map(|(w, x)| x * vector[w]).sum();
                pulled + shift * vector[v]
            })
            .collect();
        let norm = next.iter().map(|x| x * x).sum::<f64>().sqrt();
        for x in &mut next {
            *x /= norm;
        }
        let change = next
            .iter()
            .zip(&vector)
            .map(|(a, b)| (a - b).abs())
            .fold(0.0, f64::max);
        vector = next;
        if change < 1e-13 {
            return Some(vector);
        }
    }
    None
}
