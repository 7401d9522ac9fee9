//! The official's own choice beside the advice: differences are questions.

use std::collections::BTreeMap;

use crate::analysis::advice::row::{Label, PairAdvice, Relation, StrengthWord};
use crate::analysis::field::Role;
use crate::analysis::thresholds::Thresholds;

/// How the chosen role stands to the advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// No role chosen where one is much needed (*gemist*).
    Missed,
    /// The evidence cannot carry an opinion (*onvoldoende onderbouwd*).
    Unfounded,
    /// Regie chosen for unlike actors (*grip op ongelijksoortig*).
    GripOnUnlike,
    /// Verbinden chosen for alike actors (*bemiddelen waar regie kan*).
    MediatingAlike,
    /// The choice fits.
    Fitting,
    /// The choice fits, but the tie is strong already.
    FittingAlreadyStrong,
}

/// One pair where choice and advice meet or differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// The smaller number of the pair.
    pub i: usize,
    /// The larger number of the pair.
    pub j: usize,
    /// The chosen role.
    pub annotated: Option<Role>,
    /// The advice.
    pub advice: Label,
    /// How they stand to each other.
    pub verdict: Verdict,
}

/// Holds the official's choices beside the advice, in the order of the advice.
pub fn mismatches(
    rows: &[PairAdvice],
    annotated: &BTreeMap<(usize, usize), Role>,
    settings: &Thresholds,
) -> Vec<Mismatch> {
    rows.iter()
        .filter_map(|row| {
            let chosen = annotated.get(&(row.i, row.j)).copied();
            Some(Mismatch {
                i: row.i,
                j: row.j,
                annotated: chosen,
                advice: row.label,
                verdict: verdict(row, chosen, settings)?,
            })
        })
        .collect()
}

fn verdict(row: &PairAdvice, chosen: Option<Role>, settings: &Thresholds) -> Option<Verdict> {
    let weak = row.strength == StrengthWord::Weak;
    let advised = match row.label {
        Label::Regie => Some(Role::Regie),
        Label::Verbinden => Some(Role::Verbinden),
        Label::Mixed | Label::Unknown => None,
    };
    match (chosen, advised) {
        (None, Some(_)) => {
            let high = row.rank_in_label <= settings.missed_within
                && row.priority >= settings.missed_priority - 1e-12;
            (high && !weak).then_some(Verdict::Missed)
        }
        (None, None) => None,
        (Some(_), None) => Some(Verdict::Unfounded),
        (Some(_), Some(_)) if weak => Some(Verdict::Unfounded),
        (Some(Role::Regie), Some(Role::Verbinden)) => Some(Verdict::GripOnUnlike),
        (Some(Role::Verbinden), Some(Role::Regie)) => Some(Verdict::MediatingAlike),
        (Some(Role::Regie), Some(Role::Regie)) | (Some(Role::Verbinden), Some(Role::Verbinden)) => {
            Some(match row.relation {
                Relation::Strong => Verdict::FittingAlreadyStrong,
                Relation::Negative | Relation::None | Relation::Weak => Verdict::Fitting,
            })
        }
    }
}
