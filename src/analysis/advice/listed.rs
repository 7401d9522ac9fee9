//! The two lists of a session: which pairs come first, and why there.

use crate::analysis::advice::overview::{Departure, departures};
use crate::analysis::advice::row::{Label, PairAdvice, Relation};
use crate::analysis::field::Field;
use crate::analysis::whole::Analysis;

/// Lists the pairs with a label, as their places in the advice, in the order in which a session shows them.
///
/// What departs from the base rate comes first, then what hangs on one answer, then the rest, each in the order of the
/// advice; a pair that only hangs on one answer and is tied strongly already stays with the rest. A field too small to
/// rank is listed by the names of the two.
pub fn listed(field: &Field, analysis: &Analysis, label: Label) -> Vec<usize> {
    let mut out: Vec<usize> = (0..analysis.advice.len())
        .filter(|k| analysis.advice[*k].label == label)
        .collect();
    if analysis.ranked {
        out.sort_by_key(|k| (order(field, &analysis.advice[*k]), *k));
    } else {
        let name = |v: usize| field.actors[v].label.as_str();
        out.sort_by_key(|k| (name(analysis.advice[*k].i), name(analysis.advice[*k].j)));
    }
    out
}

fn order(field: &Field, row: &PairAdvice) -> u8 {
    let found = departures(field, row);
    let departs = found.iter().any(|departure| match departure {
        Departure::WithinAsksVerbinden | Departure::AcrossAsksRegie => true,
        Departure::HangsOnOneAnswer => false,
    });
    if departs {
        0
    } else if !found.is_empty() && row.relation != Relation::Strong {
        1
    } else {
        2
    }
}
