//! On how many answers a result rests, and how many are missing.

use crate::analysis::field::Field;

/// Answers that a result used, and answers it would have used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Answers that are known.
    pub used: usize,
    /// Answers that are not known.
    pub missing: usize,
}

impl Answers {
    const fn of(used: usize, asked: usize) -> Self {
        Self {
            used,
            missing: asked.saturating_sub(used),
        }
    }

    const fn and(self, other: Self) -> Self {
        Self {
            used: self.used + other.used,
            missing: self.missing + other.missing,
        }
    }

    /// The share that is missing; `None` when nothing was to be asked.
    pub fn share_missing(self) -> Option<f64> {
        use crate::analysis::numbers::{count, ratio};
        ratio(count(self.missing), count(self.used + self.missing))
    }
}

/// Counts pairs: with a tie or asked without one, and not asked.
///
/// A missing link is not a missing answer; the share not asked stands next to
/// every ranking of the network.
pub fn pair_answers(field: &Field) -> Answers {
    let n = field.n();
    let order = |a: usize, b: usize| (a.min(b), a.max(b));
    let known: std::collections::BTreeSet<(usize, usize)> = field
        .counted_ties()
        .map(|tie| order(tie.source, tie.target))
        .chain(
            field
                .asked_without_tie
                .iter()
                .filter(|(a, b)| a != b && *a < n && *b < n)
                .map(|(a, b)| order(*a, *b)),
        )
        .collect();
    Answers::of(known.len(), n * n.saturating_sub(1) / 2)
}

/// Counts the answers about actors that the role advice uses.
pub fn advice_answers(field: &Field) -> Answers {
    let mut out = Answers::default();
    for actor in &field.actors {
        let asked = [
            actor.kind.is_some() || actor.group.is_some(),
            actor.values.is_some(),
            actor.frames.is_some(),
            actor.involvement.is_some(),
        ];
        let used = asked.iter().filter(|known| **known).count();
        out = out.and(Answers::of(used, asked.len()));
        let positions = (0..field.issues.len())
            .filter(|k| actor.position(*k).is_some())
            .count();
        out = out.and(Answers::of(positions, field.issues.len()));
    }
    out
}

/// Counts the answers that the force field of an issue uses.
pub fn force_answers(field: &Field, issue: usize) -> Answers {
    field.actors.iter().fold(Answers::default(), |sum, actor| {
        let known = [actor.position(issue), actor.power, actor.salience_of(issue)];
        sum.and(Answers::of(known.iter().flatten().count(), 3))
    })
}

/// Counts the answers that the learning profile uses.
pub fn need_answers(field: &Field) -> Answers {
    field.actors.iter().fold(Answers::default(), |sum, actor| {
        sum.and(Answers::of(actor.needs.known().len(), 3))
    })
}
