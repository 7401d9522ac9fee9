//! What a change to the field would change: two analyses side by side.

use std::collections::BTreeMap;

use crate::analysis::advice::{Label, PairAdvice};
use crate::analysis::whole::Analysis;

/// A value before and after.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change<T> {
    /// Before.
    pub before: T,
    /// After.
    pub after: T,
}

/// A pair whose advice would change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AdviceChange {
    /// The smaller number of the pair.
    pub i: usize,
    /// The larger number of the pair.
    pub j: usize,
    /// What it leans to.
    pub label: Change<Label>,
    /// Its place in the whole list.
    pub rank: Change<usize>,
}

/// Everything that differs between two fields with the same actors.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    /// Mean nearness of everybody to everybody.
    pub efficiency: Change<Option<f64>>,
    /// The number of components.
    pub components: Change<usize>,
    /// Actors whose loss breaks the field, before and no longer after.
    pub no_longer_weak: Vec<usize>,
    /// Actors whose loss breaks the field after, and not before.
    pub newly_weak: Vec<usize>,
    /// Pairs that come nearer to each other.
    pub pairs_nearer: usize,
    /// Pairs that come further apart.
    pub pairs_further: usize,
    /// Actors whose betweenness changes, the largest change first.
    pub betweenness: Vec<(usize, Change<f64>)>,
    /// Per issue the net force.
    pub net: Vec<Change<f64>>,
    /// Per issue the tension.
    pub tension: Vec<Change<f64>>,
    /// Pairs whose label or rank changes, in the order of the new advice.
    pub advice: Vec<AdviceChange>,
}

/// Holds two analyses side by side.
///
/// *In a session.* A tie is added to a copy ([`crate::analysis::Field::with_tie`])
/// and both are analysed; of two options with equal net force prefer the lower
/// tension. Actors beyond the smaller of the two fields are left out.
pub fn changes(before: &Analysis, after: &Analysis) -> Changes {
    let (nearer, further) = moved_pairs(before, after);
    let old = &before.structure.articulation_points;
    let new = &after.structure.articulation_points;
    let missing = |from: &[usize], other: &[usize]| {
        from.iter()
            .copied()
            .filter(|v| !other.contains(v))
            .collect()
    };
    let forces = || before.forces.iter().zip(&after.forces);
    Changes {
        efficiency: change(before.structure.efficiency, after.structure.efficiency),
        components: change(
            before.structure.components.len(),
            after.structure.components.len(),
        ),
        no_longer_weak: missing(old, new),
        newly_weak: missing(new, old),
        pairs_nearer: nearer,
        pairs_further: further,
        betweenness: betweenness(before, after),
        net: forces().map(|(a, b)| change(a.net, b.net)).collect(),
        tension: forces()
            .map(|(a, b)| change(a.tension, b.tension))
            .collect(),
        advice: advice(&before.advice, &after.advice),
    }
}

const fn change<T: Copy>(before: T, after: T) -> Change<T> {
    Change { before, after }
}

fn moved_pairs(before: &Analysis, after: &Analysis) -> (usize, usize) {
    let n = before.distances.n().min(after.distances.n());
    let (mut nearer, mut further) = (0, 0);
    for i in 0..n {
        for j in i + 1..n {
            let old = before.distances.steps(i, j).unwrap_or(usize::MAX);
            let new = after.distances.steps(i, j).unwrap_or(usize::MAX);
            nearer += usize::from(new < old);
            further += usize::from(new > old);
        }
    }
    (nearer, further)
}

fn betweenness(before: &Analysis, after: &Analysis) -> Vec<(usize, Change<f64>)> {
    let mut out: Vec<(usize, Change<f64>)> = before
        .betweenness
        .iter()
        .zip(&after.betweenness)
        .map(|(a, b)| change(*a, *b))
        .enumerate()
        .filter(|(_, c)| (c.after - c.before).abs() > 1e-9)
        .collect();
    let size = |c: &Change<f64>| (c.after - c.before).abs();
    out.sort_by(|a, b| size(&b.1).total_cmp(&size(&a.1)).then(a.0.cmp(&b.0)));
    out
}

fn advice(before: &[PairAdvice], after: &[PairAdvice]) -> Vec<AdviceChange> {
    let old: BTreeMap<(usize, usize), &PairAdvice> =
        before.iter().map(|row| ((row.i, row.j), row)).collect();
    after
        .iter()
        .filter_map(|row| {
            let was = old.get(&(row.i, row.j))?;
            Some(AdviceChange {
                i: row.i,
                j: row.j,
                label: change(was.label, row.label),
                rank: change(was.rank, row.rank),
            })
        })
        .filter(|c| c.label.before != c.label.after || c.rank.before != c.rank.after)
        .collect()
}
