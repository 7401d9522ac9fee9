//! The order of a list of which both sides changed the entries.

use std::collections::{BTreeMap, BTreeSet};

use super::field::Field;
use super::item::{Outcome, Side};
use super::said::Said;
use super::walk::Walk;

/// Gives the order of the entries that stay; a difference of order is noted.
///
/// What only one side has follows what it followed there. Where both sides put something in the same place, the order
/// of the keys decides, so that it does not matter which side is which.
pub(super) fn order<K: Ord + Clone>(
    base: Option<&[K]>,
    mine: &[K],
    theirs: &[K],
    stays: &BTreeSet<K>,
    walk: &mut Walk<'_>,
) -> Vec<K> {
    let of_mine: BTreeSet<&K> = mine.iter().collect();
    let of_theirs: BTreeSet<&K> = theirs.iter().collect();
    let shared = |key: &&K| of_mine.contains(key) && of_theirs.contains(key);
    let in_mine: Vec<&K> = mine.iter().filter(shared).collect();
    let in_theirs: Vec<&K> = theirs.iter().filter(shared).collect();
    let side = if in_mine == in_theirs {
        Side::Mine
    } else {
        let outcome = outcome(base, &in_mine, &in_theirs);
        walk.field(Field::Order, |walk| {
            walk.items.push(super::item::Item {
                spot: walk.spot(),
                base: Some(Said::Here),
                mine: Some(Said::Here),
                theirs: Some(Said::Here),
                result: Some(Said::Here),
                outcome,
                private: false,
            });
            walk.chosen()
        })
        .unwrap_or(if outcome == Outcome::Theirs {
            Side::Theirs
        } else {
            Side::Mine
        })
    };
    let backbone = match side {
        Side::Mine => in_mine,
        Side::Theirs => in_theirs,
    };
    let backbone: Vec<&K> = backbone
        .into_iter()
        .filter(|key| stays.contains(key))
        .collect();
    let fixed: BTreeSet<&K> = backbone.iter().copied().collect();
    let after_mine = runs(mine, &fixed, stays);
    let after_theirs = runs(theirs, &fixed, stays);
    let mut ordered = Vec::new();
    for anchor in [None].into_iter().chain(backbone.into_iter().map(Some)) {
        ordered.extend(anchor.cloned());
        let mut both: Vec<&Vec<&K>> = [after_mine.get(&anchor), after_theirs.get(&anchor)]
            .into_iter()
            .flatten()
            .collect();
        both.sort_by_key(|run| run.first().copied());
        ordered.extend(both.into_iter().flatten().map(|key| (*key).clone()));
    }
    ordered
}

/// Says whose order holds for what all have.
fn outcome<K: Ord>(base: Option<&[K]>, mine: &[&K], theirs: &[&K]) -> Outcome {
    let Some(base) = base else {
        return Outcome::Clash;
    };
    let of_base: BTreeSet<&K> = base.iter().collect();
    let shared: BTreeSet<&K> = mine.iter().copied().collect();
    let before: Vec<&K> = base.iter().filter(|key| shared.contains(key)).collect();
    let known = |side: &[&K]| -> bool {
        side.iter()
            .copied()
            .filter(|key| of_base.contains(key))
            .eq(before.iter().copied())
    };
    match (known(mine), known(theirs)) {
        (true, false) => Outcome::Theirs,
        (false, true) => Outcome::Mine,
        (true, true) | (false, false) => Outcome::Clash,
    }
}

/// Gives what stays besides the fixed keys, by the fixed key it follows.
fn runs<'a, K: Ord>(
    side: &'a [K],
    fixed: &BTreeSet<&K>,
    stays: &BTreeSet<K>,
) -> BTreeMap<Option<&'a K>, Vec<&'a K>> {
    let mut found: BTreeMap<Option<&K>, Vec<&K>> = BTreeMap::new();
    let mut anchor = None;
    for key in side.iter().filter(|key| stays.contains(key)) {
        if fixed.contains(key) {
            anchor = Some(key);
        } else {
            found.entry(anchor).or_default().push(key);
        }
    }
    found
}
