//! The measures of an actor by name, to list them, sort by them and draw by them.

use crate::analysis::centrality::page_rank;
use crate::analysis::field::Field;
use crate::analysis::numbers::count;
use crate::analysis::whole::Analysis;

/// A measure that every actor has a value of, or none where it is not defined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// The number of contacts, conflicts left out.
    Contacts,
    /// The summed strength of those contacts.
    Strength,
    /// Betweenness: shortest routes between others that run over the actor.
    Between,
    /// Harmonic closeness over the number of others: how near to everybody.
    Near,
    /// Burt's constraint: how far the contacts know each other.
    Bound,
    /// Brokerage between alike actors.
    Regie,
    /// Brokerage between unlike actors.
    Verbinden,
    /// `PageRank`: attention that flows along ties.
    Attention,
}

impl Measure {
    /// Every measure, the plainest first.
    pub const ALL: [Self; 8] = [
        Self::Contacts,
        Self::Strength,
        Self::Between,
        Self::Near,
        Self::Bound,
        Self::Regie,
        Self::Verbinden,
        Self::Attention,
    ];

    /// Gives how many decimals its values are shown with.
    pub fn decimals(self) -> usize {
        match self {
            Self::Contacts | Self::Regie | Self::Verbinden | Self::Strength => 0,
            Self::Between => 1,
            Self::Near | Self::Bound => 2,
            Self::Attention => 3,
        }
    }

    /// Gives the value of every actor by its number; `None` where it is not defined.
    ///
    /// Brokerage counts a pair once, also where no tie has a direction.
    pub fn values(self, field: &Field, analysis: &Analysis) -> Vec<Option<f64>> {
        // Without direction the measure counts each pair twice.
        let times = if field.directed { 1 } else { 2 };
        let all = |values: &[f64]| values.iter().copied().map(Some).collect();
        match self {
            Self::Contacts => analysis.degree.iter().map(|n| Some(count(*n))).collect(),
            Self::Strength => all(&analysis.strength),
            Self::Between => all(&analysis.betweenness),
            Self::Near => {
                let others = field.n().saturating_sub(1);
                let share = |value: &f64| (others > 0).then(|| value / count(others));
                analysis.harmonic.iter().map(share).collect()
            }
            Self::Bound => analysis.holes.iter().map(|it| it.constraint).collect(),
            Self::Regie => {
                let places = analysis.places.iter();
                places.map(|it| Some(count(it.regie / times))).collect()
            }
            Self::Verbinden => {
                let places = analysis.places.iter();
                places.map(|it| Some(count(it.verbinden / times))).collect()
            }
            Self::Attention => all(&page_rank(&analysis.views.d)),
        }
    }
}
