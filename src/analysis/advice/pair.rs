//! The advice on one pair, and on all pairs of the official in focus.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::advice::competences::{Facts, competences};
use crate::analysis::advice::evidence::{Evidence, EvidenceKind, evidence};
use crate::analysis::advice::row::{
    Cell, GfRole, Label, PairAdvice, Placement, Relation, StrengthWord,
};
use crate::analysis::brokerage::BrokerRole;
use crate::analysis::field::{Field, FieldActor, Sign, sphere};
use crate::analysis::links::MissingLinks;
use crate::analysis::numbers::descending;
use crate::analysis::structure::Distances;
use crate::analysis::thresholds::Thresholds;
use crate::analysis::views::Views;

/// What the advice rests on beside the field itself.
#[derive(Clone, Copy, Debug)]
pub struct Context<'field> {
    /// The field.
    pub field: &'field Field,
    /// Its views.
    pub views: &'field Views,
    /// Steps on the undirected view.
    pub distances: &'field Distances,
    /// The missing links with their gains.
    pub links: &'field MissingLinks,
    /// The circle of every actor.
    pub circles: &'field [Option<usize>],
    /// Weights and thresholds.
    pub settings: &'field Thresholds,
}

/// Advises on every pair without the official.
///
/// *Definition.* Lean = weighted mean of the known evidence; regie from
/// `label_at` up, verbinden from minus that down, mixed between. Priority =
/// need times stake; power is left out on purpose. *Edge cases.* No official:
/// the pair part without access and role. In fields of more than 400 actors only
/// tied pairs, pairs with a chosen role and the listed missing links are advised on. Below three actors, or two without
/// an official: empty. *In a session.* Which two first, directing or
/// connecting, on which evidence, and on which single answer it hangs.
pub fn advise(cx: &Context<'_>) -> Vec<PairAdvice> {
    advise_while(cx, &|| true)
}

/// Advises as [`advise`]; the list is incomplete when `go_on` answered false.
pub fn advise_while(cx: &Context<'_>, go_on: &dyn Fn() -> bool) -> Vec<PairAdvice> {
    let n = cx.field.n();
    let official = cx.field.official();
    let gains: BTreeMap<(usize, usize), f64> = cx
        .links
        .links
        .iter()
        .map(|link| ((link.i, link.j), link.relative))
        .collect();
    let relations = relations(cx.field, cx.settings);
    let chosen = cx.field.annotated_pairs();
    let pairs: BTreeSet<(usize, usize)> = gains
        .keys()
        .chain(relations.keys())
        .chain(chosen.keys())
        .copied()
        .filter(|(i, j)| official != Some(*i) && official != Some(*j))
        .collect();
    if n < 3 {
        return Vec::new();
    }
    let mut rows: Vec<PairAdvice> = pairs
        .into_iter()
        .enumerate()
        .take_while(|(place, _)| !place.is_multiple_of(512) || go_on())
        .map(|(_, pair)| {
            let relation = relations.get(&pair).copied().unwrap_or(Relation::None);
            let gain = gains.get(&pair).copied().unwrap_or(0.0);
            advise_pair(cx, pair, relation, gain)
        })
        .collect();
    rows.sort_by(|a, b| {
        descending(a.priority, b.priority)
            .then(descending(a.strength_value, b.strength_value))
            .then((a.i, a.j).cmp(&(b.i, b.j)))
    });
    let mut seen: BTreeMap<Label, usize> = BTreeMap::new();
    for (place, row) in rows.iter_mut().enumerate() {
        let within = seen.entry(row.label).or_insert(0);
        *within += 1;
        row.rank = place + 1;
        row.rank_in_label = *within;
    }
    rows
}

/// How every tied pair stands: one conflict makes the pair a conflict.
fn relations(field: &Field, settings: &Thresholds) -> BTreeMap<(usize, usize), Relation> {
    let mut out: BTreeMap<(usize, usize), Relation> = BTreeMap::new();
    for tie in field.counted_ties() {
        let pair = (tie.source.min(tie.target), tie.source.max(tie.target));
        let found = if tie.sign == Sign::Negative {
            Relation::Negative
        } else if tie.weight >= settings.strong_tie {
            Relation::Strong
        } else {
            Relation::Weak
        };
        let entry = out.entry(pair).or_insert(found);
        *entry = match (*entry, found) {
            (Relation::Negative, _) | (_, Relation::Negative) => Relation::Negative,
            (Relation::Strong, _) | (_, Relation::Strong) => Relation::Strong,
            (Relation::Weak | Relation::None, _) => Relation::Weak,
        };
    }
    out
}

/// How alike two actors are for the two lists of links: (lean + 1) / 2.
pub fn likeness_of(row: &PairAdvice) -> Option<f64> {
    row.lean.map(|lean| f64::midpoint(lean, 1.0))
}

fn label_of(lean: Option<f64>, settings: &Thresholds) -> Label {
    match lean {
        None => Label::Unknown,
        Some(l) if l >= settings.label_at - 1e-12 => Label::Regie,
        Some(l) if l <= -settings.label_at + 1e-12 => Label::Verbinden,
        Some(_) => Label::Mixed,
    }
}

fn strength_word(value: f64, settings: &Thresholds) -> StrengthWord {
    if value >= settings.strong_at - 1e-12 {
        StrengthWord::Strong
    } else if value >= settings.moderate_at - 1e-12 {
        StrengthWord::Moderate
    } else {
        StrengthWord::Weak
    }
}

fn advise_pair(
    cx: &Context<'_>,
    (i, j): (usize, usize),
    relation: Relation,
    gain: f64,
) -> PairAdvice {
    let settings = cx.settings;
    let (a, b) = (&cx.field.actors[i], &cx.field.actors[j]);
    let circle = |v: usize| cx.circles.get(v).copied().flatten();
    let steps = cx.distances.steps(i, j);
    let (likeness, evidence) = evidence(a, b, (circle(i), circle(j)), steps, settings);
    let lean = evidence.lean(&settings.weights);
    let label = label_of(lean, settings);
    let coverage = evidence.coverage(&settings.weights);
    let confidence = a.confidence.unwrap_or(1.0).min(b.confidence.unwrap_or(1.0));
    let strength_value = lean.map_or(0.0, |l| l.abs() * coverage * confidence);
    let need = match relation {
        Relation::Negative => 1.0,
        Relation::None => settings.need_none + (1.0 - settings.need_none) * gain,
        Relation::Weak => settings.need_weak,
        Relation::Strong => 0.0,
    };
    let stake = (involved(a) * involved(b)).sqrt();
    let access = access(cx, i, j);
    PairAdvice {
        i,
        j,
        likeness,
        evidence,
        lean,
        coverage,
        confidence,
        label,
        strength_value,
        strength: strength_word(strength_value, settings),
        pivotal: pivotal(&evidence, label, settings),
        steps,
        relation,
        cell: cell(relation, lean.is_some_and(|l| l > 0.0)),
        gain_relative: gain,
        need,
        stake,
        priority: need * stake,
        gf_role: gf_role(cx.field, i, j),
        placement: placement(a, b),
        with_council: a.is_council() || b.is_council(),
        competences: competences(
            &Facts {
                label,
                a: (i, a),
                b: (j, b),
                likeness,
                relation,
                access: access.reached,
                has_team: !access.team.is_empty(),
            },
            settings,
        ),
        access: access.reached,
        team: access.team,
        other_brokers: access.other_brokers,
        rank: 0,
        rank_in_label: 0,
    }
}

fn involved(actor: &FieldActor) -> f64 {
    actor.involvement.map_or(0.5, |h| (h / 5.0).max(0.0))
}

fn pivotal(evidence: &Evidence, label: Label, settings: &Thresholds) -> Vec<EvidenceKind> {
    EvidenceKind::ALL
        .into_iter()
        .filter(|kind| {
            evidence.get(*kind).is_some()
                && label_of(evidence.without(*kind).lean(&settings.weights), settings) != label
        })
        .collect()
}

const fn cell(relation: Relation, alike: bool) -> Cell {
    match (relation, alike) {
        (Relation::Negative, _) => Cell::Conflict,
        (Relation::None, true) => Cell::MissedBond,
        (Relation::None, false) => Cell::Gap,
        (Relation::Weak | Relation::Strong, true) => Cell::Coalition,
        (Relation::Weak | Relation::Strong, false) => Cell::Bridge,
    }
}

fn placement(a: &FieldActor, b: &FieldActor) -> Placement {
    let groups = [a.group.as_deref(), b.group.as_deref()];
    let has = |code| groups.contains(&Some(code));
    let inside = |g: Option<&str>| matches!(g, Some(sphere::GOVERNMENT | sphere::CIVIL));
    if groups.iter().all(|g| inside(*g)) {
        Placement::Internal
    } else if has(sphere::GOVERNMENT) {
        Placement::PoliticalExternal
    } else if has(sphere::CIVIL) {
        Placement::CivilExternal
    } else {
        Placement::ExternalExternal
    }
}

fn gf_role(field: &Field, i: usize, j: usize) -> Option<GfRole> {
    let numbers: BTreeMap<&str, usize> = [i, j, field.official()?]
        .iter()
        .filter_map(|v| field.actors[*v].group.as_deref())
        .zip(0..)
        .collect();
    let number = |v: usize| numbers.get(field.actors[v].group.as_deref()?).copied();
    let role = BrokerRole::of(number(i), number(field.official()?), number(j))?;
    Some(match role {
        BrokerRole::Coordinator => GfRole::Coordinator,
        BrokerRole::Itinerant => GfRole::Itinerant,
        BrokerRole::Representative | BrokerRole::Gatekeeper => GfRole::RepresentativeOrGatekeeper,
        BrokerRole::Liaison => GfRole::Liaison,
    })
}

#[derive(Default)]
struct Access {
    reached: usize,
    team: Vec<usize>,
    other_brokers: Vec<usize>,
}

fn access(cx: &Context<'_>, i: usize, j: usize) -> Access {
    let shared = cx.views.u.shared(i, j);
    let Some(official) = cx.field.official() else {
        return Access {
            other_brokers: shared,
            ..Access::default()
        };
    };
    let missing: Vec<usize> = [i, j]
        .into_iter()
        .filter(|v| !cx.views.tied(official, *v))
        .collect();
    let own = &cx.field.actors[official].group;
    let mut team: Vec<(usize, bool, usize)> = Vec::new();
    for side in &missing {
        for &c in cx.views.u.row(*side) {
            let c = c as usize;
            let known = team.iter().any(|(_, _, other)| *other == c);
            let same = own.is_some() && cx.field.actors[c].group == *own;
            if [i, j, official].contains(&c) || known || !same {
                continue;
            }
            let sides = missing.iter().filter(|v| cx.views.tied(c, **v)).count();
            team.push((2 - sides, !cx.views.tied(official, c), c));
        }
    }
    team.sort_unstable();
    Access {
        reached: 2 - missing.len(),
        team: team.into_iter().map(|(_, _, c)| c).collect(),
        other_brokers: shared.into_iter().filter(|v| *v != official).collect(),
    }
}
