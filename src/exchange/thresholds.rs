//! Reads the weights and thresholds of the advice from RON.

use serde::Deserialize;

use crate::analysis::{EvidenceWeights, Thresholds};

/// The file that comes with the program.
pub const SHIPPED: &str = include_str!("../../assets/advice.ron");

/// Why a file with thresholds is refused.
#[derive(Debug, thiserror::Error)]
pub enum ThresholdsError {
    /// The text is not what it should be.
    #[error("thresholds, line {line}, column {column}")]
    Form {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What the parser says.
        #[source]
        source: ron::error::SpannedError,
    },
    /// A number is not finite, or negative.
    #[error("a threshold is negative or no number")]
    Value,
}

/// Reads weights and thresholds from the text of a RON file.
pub fn read_thresholds(text: &str) -> Result<Thresholds, ThresholdsError> {
    let file: File = ron::from_str(text).map_err(|source| ThresholdsError::Form {
        line: source.span.start.line,
        column: source.span.start.col,
        source,
    })?;
    let read = Thresholds::from(file);
    let anchored = read.shared_half > read.shared_some && read.shared_some > read.shared_none;
    if anchored && numbers(&read).iter().all(|x| x.is_finite() && *x >= 0.0) {
        Ok(read)
    } else {
        Err(ThresholdsError::Value)
    }
}

fn numbers(t: &Thresholds) -> [f64; 23] {
    let w = &t.weights;
    [
        w.kind,
        w.values,
        w.interest,
        w.circle,
        w.frame,
        t.label_at,
        t.moderate_at,
        t.strong_at,
        t.shared_none,
        t.shared_some - t.shared_none,
        t.shared_half - t.shared_some,
        t.strong_tie,
        t.need_weak,
        t.need_none,
        t.power_gap,
        t.low_need,
        t.missed_priority,
        t.fixed_partner_share,
        t.loose_share,
        t.loose_gain,
        t.loud_power,
        t.loud_share,
        t.loud_times,
    ]
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Advice")]
struct File {
    weights: Weights,
    labels: Labels,
    shared: Shared,
    circle_steps: usize,
    strong_tie: f64,
    need: NeedFile,
    power_gap: f64,
    low_need: f64,
    missed: Missed,
    flags: Flags,
    asked_first: usize,
    ranks: Ranks,
    check: Check,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Weights {
    kind: f64,
    values: f64,
    interest: f64,
    circle: f64,
    frame: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Labels {
    label: f64,
    moderate: f64,
    strong: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shared {
    none: f64,
    some: f64,
    half: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NeedFile {
    weak_tie: f64,
    no_tie: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Missed {
    within: usize,
    priority: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Flags {
    pairs: usize,
    fixed_partner_share: f64,
    loose_share: f64,
    loose_gain: f64,
    loud_power: f64,
    loud_share: f64,
    loud_times: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ranks {
    from_actors: usize,
    from_ties: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Check {
    flips_up_to: usize,
    draws: usize,
    seed: u64,
}

impl From<File> for Thresholds {
    fn from(file: File) -> Self {
        Self {
            weights: EvidenceWeights {
                kind: file.weights.kind,
                values: file.weights.values,
                interest: file.weights.interest,
                circle: file.weights.circle,
                frame: file.weights.frame,
            },
            label_at: file.labels.label,
            moderate_at: file.labels.moderate,
            strong_at: file.labels.strong,
            shared_none: file.shared.none,
            shared_some: file.shared.some,
            shared_half: file.shared.half,
            circle_steps: file.circle_steps,
            strong_tie: file.strong_tie,
            need_weak: file.need.weak_tie,
            need_none: file.need.no_tie,
            power_gap: file.power_gap,
            low_need: file.low_need,
            missed_within: file.missed.within,
            missed_priority: file.missed.priority,
            flag_pairs: file.flags.pairs,
            fixed_partner_share: file.flags.fixed_partner_share,
            loose_share: file.flags.loose_share,
            loose_gain: file.flags.loose_gain,
            loud_power: file.flags.loud_power,
            loud_share: file.flags.loud_share,
            loud_times: file.flags.loud_times,
            asked_first: file.asked_first,
            ranks_from_actors: file.ranks.from_actors,
            ranks_from_ties: file.ranks.from_ties,
            flips_up_to: file.check.flips_up_to,
            draws: file.check.draws,
            seed: file.check.seed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_file_holds_the_default_numbers() {
        assert_eq!(read_thresholds(SHIPPED).unwrap(), Thresholds::default());
    }

    #[test]
    fn a_misspelt_or_impossible_threshold_is_refused() {
        let misspelt = SHIPPED.replace("strong_tie", "strong_tye");
        assert!(matches!(
            read_thresholds(&misspelt),
            Err(ThresholdsError::Form { .. })
        ));
        let negative = SHIPPED.replace("strong_tie: 2.0", "strong_tie: -2.0");
        assert!(matches!(
            read_thresholds(&negative),
            Err(ThresholdsError::Value)
        ));
    }
}
