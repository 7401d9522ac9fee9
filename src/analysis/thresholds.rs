//! The numbers of the advice: weights and thresholds, shown on request and printed with exports.

/// Weights and thresholds of the role advice and its checks.
///
/// They are a starting point for pilot use, not findings. `assets/advice.ron`
/// holds the same numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Thresholds {
    /// The weights of the five kinds of evidence.
    pub weights: EvidenceWeights,
    /// A lean from here up is regie, from minus this down verbinden.
    pub label_at: f64,
    /// A strength from here up is *redelijk*.
    pub moderate_at: f64,
    /// A strength from here up is *sterk*.
    pub strong_at: f64,
    /// Likeness of tags that counts as nothing shared (-1).
    pub shared_none: f64,
    /// Likeness of tags that counts for neither (0).
    pub shared_some: f64,
    /// Likeness of tags that counts as fully shared (+1).
    pub shared_half: f64,
    /// Actors of another circle within this many steps count as 0.
    pub circle_steps: usize,
    /// A tie of this weight or more is strong.
    pub strong_tie: f64,
    /// The need for a role where the tie is weak.
    pub need_weak: f64,
    /// The need where there is no tie and nothing to gain.
    pub need_none: f64,
    /// Power that differs this much asks for a counterweight.
    pub power_gap: f64,
    /// A need of the learning profile at or below this is low.
    pub low_need: f64,
    /// Within this place of its label a pair without a role can be missed.
    pub missed_within: usize,
    /// The priority from which a pair without a role can be missed.
    pub missed_priority: f64,
    /// The number of pairs from which process flags speak.
    pub flag_pairs: usize,
    /// The share of regie pairs with one actor that flags a fixed partner.
    pub fixed_partner_share: f64,
    /// The share of aimless bridges that flags loose networking.
    pub loose_share: f64,
    /// A missing tie with less relative gain than this is aimless.
    pub loose_gain: f64,
    /// Power from here up is a loud voice.
    pub loud_power: f64,
    /// The share of tie strength with loud voices that flags them.
    pub loud_share: f64,
    /// How many times their share of the field that must be.
    pub loud_times: f64,
    /// The number of first pairs that tell what the field asks.
    pub asked_first: usize,
    /// Fewer actors than this: values without ranks.
    pub ranks_from_actors: usize,
    /// Fewer tied pairs than this: values without ranks.
    pub ranks_from_ties: usize,
    /// Up to this many actors every absent tie is tried in the one-wrong-answer check.
    pub flips_up_to: usize,
    /// The number of draws for uncertain answers.
    pub draws: usize,
    /// The seed of everything that draws.
    pub seed: u64,
}

/// The weights of the five kinds of evidence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EvidenceWeights {
    /// Kind and sphere.
    pub kind: f64,
    /// Shared values.
    pub values: f64,
    /// Positions on the issues.
    pub interest: f64,
    /// Circles of the network.
    pub circle: f64,
    /// Frames.
    pub frame: f64,
}

impl Default for EvidenceWeights {
    fn default() -> Self {
        Self {
            kind: 4.0,
            values: 3.0,
            interest: 2.0,
            circle: 2.0,
            frame: 1.0,
        }
    }
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            weights: EvidenceWeights::default(),
            label_at: 0.2,
            moderate_at: 0.25,
            strong_at: 0.5,
            shared_none: 0.0,
            shared_some: 0.2,
            shared_half: 0.5,
            circle_steps: 2,
            strong_tie: 2.0,
            need_weak: 0.4,
            need_none: 0.5,
            power_gap: 2.0,
            low_need: 2.0,
            missed_within: 3,
            missed_priority: 0.3,
            flag_pairs: 3,
            fixed_partner_share: 0.6,
            loose_share: 0.5,
            loose_gain: 0.25,
            loud_power: 4.0,
            loud_share: 0.6,
            loud_times: 1.5,
            asked_first: 10,
            ranks_from_actors: 5,
            ranks_from_ties: 4,
            flips_up_to: 40,
            draws: 200,
            seed: 1,
        }
    }
}
