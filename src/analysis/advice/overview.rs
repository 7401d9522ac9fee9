//! The base rate, and the pairs that depart from it: no headline over the whole field.

use crate::analysis::advice::row::{Label, PairAdvice};
use crate::analysis::field::Field;
use crate::analysis::numbers::{count, ratio};

/// How pairs fall within and across spheres.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct BaseRate {
    /// Pairs whose two spheres are known and differ.
    pub across: usize,
    /// Those of them that ask for verbinden.
    pub across_verbinden: usize,
    /// Pairs within one sphere.
    pub within: usize,
    /// Those of them that ask for regie.
    pub within_regie: usize,
    /// The share of pairs across spheres that ask for verbinden.
    pub share_across_verbinden: Option<f64>,
    /// The share of pairs within a sphere that ask for regie.
    pub share_within_regie: Option<f64>,
}

/// Why a pair stands out from what is usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Departure {
    /// One sphere, and yet it asks for verbinden.
    WithinAsksVerbinden,
    /// Two spheres, and yet it asks for regie.
    AcrossAsksRegie,
    /// Its label hangs on one answer.
    HangsOnOneAnswer,
}

/// Counts labels within and across spheres.
///
/// *In a session.* "Across spheres it is usually verbinden": the line against
/// which departures stand out.
pub fn base_rate(field: &Field, rows: &[PairAdvice]) -> BaseRate {
    let mut out = BaseRate::default();
    for row in rows {
        match same_sphere(field, row) {
            Some(true) => {
                out.within += 1;
                out.within_regie += usize::from(row.label == Label::Regie);
            }
            Some(false) => {
                out.across += 1;
                out.across_verbinden += usize::from(row.label == Label::Verbinden);
            }
            None => {}
        }
    }
    out.share_across_verbinden = ratio(count(out.across_verbinden), count(out.across));
    out.share_within_regie = ratio(count(out.within_regie), count(out.within));
    out
}

/// Names why a pair departs from the base rate; empty when it does not.
pub fn departures(field: &Field, row: &PairAdvice) -> Vec<Departure> {
    let mut out = Vec::new();
    match (same_sphere(field, row), row.label) {
        (Some(true), Label::Verbinden) => out.push(Departure::WithinAsksVerbinden),
        (Some(false), Label::Regie) => out.push(Departure::AcrossAsksRegie),
        (Some(_) | None, _) => {}
    }
    if !row.pivotal.is_empty() {
        out.push(Departure::HangsOnOneAnswer);
    }
    out
}

/// Whether the two stand in one sphere; `None` where a sphere is not known.
pub fn same_sphere(field: &Field, row: &PairAdvice) -> Option<bool> {
    let group = |v: usize| field.actors.get(v)?.group.as_ref();
    Some(group(row.i)? == group(row.j)?)
}
