//! The self-determination profile: belonging, having a say, being equipped.

use crate::analysis::field::{FieldActor, Needs};
use crate::analysis::numbers::{count, mean, ratio, rounded};

/// One of the three basic needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Belonging (*verbondenheid*).
    Relatedness,
    /// Having a say (*autonomie*).
    Autonomy,
    /// Being equipped (*competentie*).
    Competence,
}

impl Need {
    /// All three, in the order that settles ties.
    pub const ALL: [Self; 3] = [Self::Relatedness, Self::Autonomy, Self::Competence];
}

impl Needs {
    /// The score of one need.
    pub const fn get(&self, need: Need) -> Option<f64> {
        match need {
            Need::Relatedness => self.relatedness,
            Need::Autonomy => self.autonomy,
            Need::Competence => self.competence,
        }
    }

    /// The scores that are known.
    pub fn known(&self) -> Vec<f64> {
        Need::ALL.iter().filter_map(|n| self.get(*n)).collect()
    }
}

/// The profile of one actor.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ActorNeeds {
    /// The mean of the known scores.
    pub mean: Option<f64>,
    /// The needs that score 2 or lower.
    pub low: Vec<Need>,
    /// Whether the known scores lie two or more apart (*scheef*).
    pub uneven: bool,
    /// Whether all three are known.
    pub complete: bool,
}

/// The profile of one need over all actors.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct NeedSpread {
    /// The number of answers; below three only dots are shown.
    pub answers: usize,
    /// Their mean.
    pub mean: Option<f64>,
    /// Their population standard deviation.
    pub sd: Option<f64>,
    /// The share that scores low.
    pub share_low: Option<f64>,
    /// Whether the answers lie apart (standard deviation of 1 or more).
    pub divided: bool,
}

/// The profile of a process; there is no overall score, for it would hide a starved need.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NeedsProfile {
    /// Per actor.
    pub per_actor: Vec<ActorNeeds>,
    /// Per need, in the order of [`Need::ALL`].
    pub process: [NeedSpread; 3],
    /// The need with the lowest mean.
    pub bottleneck: Option<Need>,
}

/// Computes the self-determination profile of a process.
///
/// *Definition.* Means, spread and share of low answers per need, on 1 to 5;
/// the bottleneck has the lowest mean (ties: relatedness, autonomy, competence).
/// *Edge cases.* No answers: `None` throughout. *Source.* Deci and Ryan 2000;
/// self-report only, never an official's score of others. *In a session.*
/// Questions to the process, not scores of people.
pub fn needs_profile(actors: &[FieldActor], low_at: f64) -> NeedsProfile {
    let per_actor = actors.iter().map(|a| of_actor(&a.needs, low_at)).collect();
    let process = Need::ALL.map(|need| {
        let answers: Vec<f64> = actors.iter().filter_map(|a| a.needs.get(need)).collect();
        spread(&answers, low_at)
    });
    let bottleneck = Need::ALL
        .into_iter()
        .zip(&process)
        .filter_map(|(need, spread)| Some((need, rounded(spread.mean?))))
        .min_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)))
        .map(|(need, _)| need);
    NeedsProfile {
        per_actor,
        process,
        bottleneck,
    }
}

fn of_actor(needs: &Needs, low_at: f64) -> ActorNeeds {
    let known = needs.known();
    let high = known.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let low = known.iter().copied().fold(f64::INFINITY, f64::min);
    ActorNeeds {
        mean: mean(&known),
        low: Need::ALL
            .into_iter()
            .filter(|n| needs.get(*n).is_some_and(|x| x <= low_at))
            .collect(),
        uneven: known.len() >= 2 && high - low >= 2.0,
        complete: known.len() == 3,
    }
}

fn spread(answers: &[f64], low_at: f64) -> NeedSpread {
    let middle = mean(answers);
    let sd = middle.and_then(|m| {
        let squares: Vec<f64> = answers.iter().map(|x| (x - m).powi(2)).collect();
        mean(&squares).map(f64::sqrt)
    });
    let low = answers.iter().filter(|x| **x <= low_at).count();
    NeedSpread {
        answers: answers.len(),
        mean: middle,
        sd,
        share_low: ratio(count(low), count(answers.len())),
        divided: sd.is_some_and(|x| x >= 1.0),
    }
}
