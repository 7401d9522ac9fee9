//! Everything that is shown beside a map, computed in one go.

use crate::analysis::advice::{
    BaseRate, Context, Mismatch, PairAdvice, ProcessFlags, advise_while, base_rate, likeness_of,
    mismatches, process_flags,
};
use crate::analysis::betweenness::{BetweennessRun, Direction};
use crate::analysis::brokerage::{Brokerage, Place, brokerage, place};
use crate::analysis::centrality::{degrees, harmonic, strengths};
use crate::analysis::communities::{Circles, circles_while};
use crate::analysis::field::Field;
use crate::analysis::forces::{Counted, Forces, force_field};
use crate::analysis::groups::{EiIndex, ei_index};
use crate::analysis::holes::{Holes, Strength, holes};
use crate::analysis::links::{MissingLinks, TwoLists, missing_links, two_lists};
use crate::analysis::needs::{NeedsProfile, needs_profile};
use crate::analysis::structure::{Distances, Structure, structure};
use crate::analysis::thresholds::Thresholds;
use crate::analysis::views::Views;

/// What follows from a field, as far as a session shows it.
///
/// The one-wrong-answer check ([`crate::analysis::robustness`]), the draws
/// ([`crate::analysis::uncertain`]) and what is kept behind *Methode* are
/// computed apart, on request.
#[derive(Clone, Debug, Default)]
pub struct Analysis {
    /// The three views.
    pub views: Views,
    /// Steps between actors.
    pub distances: Distances,
    /// Components and weak spots.
    pub structure: Structure,
    /// The group of every actor as a number.
    pub groups: Vec<Option<usize>>,
    /// The number of ties, undirected view.
    pub degree: Vec<usize>,
    /// The summed weight, undirected view.
    pub strength: Vec<f64>,
    /// Betweenness, undirected view.
    pub betweenness: Vec<f64>,
    /// Harmonic closeness, undirected view.
    pub harmonic: Vec<f64>,
    /// Room to move, unweighted.
    pub holes: Vec<Holes>,
    /// Brokerage, directed view.
    pub brokerage: Brokerage,
    /// Regie and verbinden by place, per actor.
    pub places: Vec<Place>,
    /// Ties within and across groups.
    pub ei: EiIndex,
    /// The circles that were found.
    pub circles: Circles,
    /// The circles that the advice used: given ones where the field has any.
    pub circles_used: Vec<Option<usize>>,
    /// Links worth making.
    pub links: MissingLinks,
    /// The same in two lists, by the lean of the advice.
    pub lists: TwoLists,
    /// Advice on every pair, the most needed first.
    pub advice: Vec<PairAdvice>,
    /// The base rate of the advice.
    pub base_rate: BaseRate,
    /// The official's choices beside the advice.
    pub mismatches: Vec<Mismatch>,
    /// Flags on the process.
    pub flags: ProcessFlags,
    /// Per issue the forces as on screen.
    pub forces: Vec<Forces>,
    /// The learning profile.
    pub needs: NeedsProfile,
    /// Whether the field is large enough to rank anybody.
    pub ranked: bool,
}

/// Computes everything a session shows.
///
/// `go_on` is asked between steps and inside the long ones; when it answers
/// false the result is `None` within a few milliseconds.
pub fn analyse(field: &Field, settings: &Thresholds, go_on: &dyn Fn() -> bool) -> Option<Analysis> {
    let views = Views::of(field);
    let distances = Distances::of_while(&views.u, go_on)?;
    let groups = field.group_numbers();
    let mut run = BetweennessRun::new(&views.u, Direction::Undirected);
    while run.step() {
        if run.progress().0.is_multiple_of(64) && !go_on() {
            return None;
        }
    }
    let betweenness = run.finish();
    let brokerage = brokerage(&views.d, &groups);
    go_on().then_some(())?;
    let found = circles_while(&views.u, settings.seed, go_on);
    let circles_used = given_or_found(field, &found);
    go_on().then_some(())?;
    let links = missing_links(&views, &distances, &groups, go_on);
    go_on().then_some(())?;
    let mut out = Analysis {
        structure: structure(&views, &distances),
        degree: degrees(&views.u),
        strength: strengths(&views.u),
        betweenness,
        harmonic: harmonic(&distances),
        holes: holes(&views.u, Strength::Ignored),
        places: brokerage.raw.iter().map(place).collect(),
        ei: ei_index(&views, &groups),
        forces: (0..field.issues.len())
            .map(|k| force_field(field, k, Counted::ON_SCREEN))
            .collect(),
        needs: needs_profile(&field.actors, settings.low_need),
        ranked: ranked(field, &views, settings),
        views,
        distances,
        groups,
        brokerage,
        circles: found,
        circles_used,
        links,
        ..Analysis::default()
    };
    go_on().then_some(())?;
    out.add_advice(field, settings, go_on);
    go_on().then_some(out)
}

impl Analysis {
    /// What the advice rests on, for more advice on the same field.
    pub fn context<'field>(
        &'field self,
        field: &'field Field,
        settings: &'field Thresholds,
    ) -> Context<'field> {
        Context {
            field,
            views: &self.views,
            distances: &self.distances,
            links: &self.links,
            circles: &self.circles_used,
            settings,
        }
    }

    fn add_advice(&mut self, field: &Field, settings: &Thresholds, go_on: &dyn Fn() -> bool) {
        let annotated = field.annotated_pairs();
        let official = field.official().and_then(|f| self.places.get(f));
        let official = official.copied().unwrap_or_default();
        let cx = self.context(field, settings);
        let rows = advise_while(&cx, go_on);
        let flags = process_flags(&cx, &rows, &annotated, official);
        let leans: std::collections::BTreeMap<(usize, usize), f64> = rows
            .iter()
            .filter_map(|row| Some(((row.i, row.j), likeness_of(row)?)))
            .collect();
        self.lists = two_lists(&self.links, &|i, j| leans.get(&(i, j)).copied());
        self.mismatches = mismatches(&rows, &annotated, settings);
        self.base_rate = base_rate(field, &rows);
        self.flags = flags;
        self.advice = rows;
    }
}

/// Circles that came with the field win from those found.
pub fn given_or_found(field: &Field, found: &Circles) -> Vec<Option<usize>> {
    if field.actors.iter().any(|a| a.circle.is_some()) {
        return field.actors.iter().map(|a| a.circle).collect();
    }
    found.of_actor.clone()
}

/// Whether a field is large enough to rank: small ones show values only.
pub fn ranked(field: &Field, views: &Views, settings: &Thresholds) -> bool {
    field.n() >= settings.ranks_from_actors
        && views.undirected.edge_count() >= settings.ranks_from_ties
}
