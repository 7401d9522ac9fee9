//! The measures of ties as JSON.

use serde_json::{Map, Value, json};

use crate::analysis::balance::{balance, signed_modularity};
use crate::analysis::betweenness::{Direction, betweenness, betweenness_by_cost, normalised};
use crate::analysis::brokerage::{BrokerRole, brokered_pairs, undirected_counts};
use crate::analysis::brokerage_chance::{directed_chance, undirected_chance};
use crate::analysis::brokerage_totals::brokerage_totals;
use crate::analysis::camps::{Camps, Certainty, Cost, EXACT_UP_TO, camps};
use crate::analysis::centrality::{
    closeness, degrees, eigenvector, harmonic, page_rank, strengths,
};
use crate::analysis::communities::modularity;
use crate::analysis::holes::{Holes, Strength, holes, new_contacts};
use crate::analysis::links::MissingLink;
use crate::analysis::robustness::{Moves, OneWrongAnswer, RankedBy};
use crate::analysis::structure::Distances;
use crate::analysis::whole::Analysis;
use crate::analysis::{Csr, Field, Thresholds};
use crate::exchange::codes;
use crate::exchange::measures_json::{CHECK_UP_TO, Measures};

/// Above this number of actors the list of brokered pairs is left out.
const BROKERED_UP_TO: usize = 36;

pub(super) fn add(out: &mut Measures, field: &Field, analysis: &Analysis, settings: &Thresholds) {
    add_structure(out, field, analysis);
    add_centrality(out, field, analysis);
    if field.directed {
        add_directed(out, analysis);
    }
    add_holes(out, "", &analysis.holes);
    if field.weighted() {
        let weighted = holes(&analysis.views.u, Strength::Counted);
        add_holes(out, "_weighted", &weighted);
    }
    add_brokerage(out, field, analysis);
    add_groups(out, analysis);
    if field.signed() {
        add_signed(out, analysis, settings);
    }
    add_links(out, field, analysis);
}

fn add_structure(out: &mut Measures, field: &Field, analysis: &Analysis) {
    let s = &analysis.structure;
    out.add(
        "structure",
        json!({
            "n": s.n,
            "m_undirected": s.pairs,
            "m_directed": field.directed.then_some(s.arcs),
            "density_undirected": s.density,
            "density_directed": s.density_directed.filter(|_| field.directed),
            "components": s.components,
            "isolates": s.isolates,
            "articulation_points": s.articulation_points,
            "bridges": s.bridges,
            "global_efficiency": s.efficiency,
        }),
    );
}

fn main_view<'view>(field: &Field, analysis: &'view Analysis) -> (&'view Csr, Direction) {
    if field.directed {
        (&analysis.views.d, Direction::Directed)
    } else {
        (&analysis.views.u, Direction::Undirected)
    }
}

fn add_centrality(out: &mut Measures, field: &Field, analysis: &Analysis) {
    let (view, direction) = main_view(field, analysis);
    out.add("degree", analysis.degree.clone());
    out.add("strength", analysis.strength.clone());
    let raw = match direction {
        Direction::Directed => betweenness(view, direction),
        Direction::Undirected => analysis.betweenness.clone(),
    };
    out.add("betweenness_normalised", normalised(&raw, direction));
    out.add("betweenness", raw);
    if field.weighted() {
        out.add("betweenness_cost", betweenness_by_cost(view, direction));
    }
    out.add("closeness", closeness(&analysis.distances));
    out.add("harmonic", analysis.harmonic.clone());
    out.add("pagerank", page_rank(view));
    let u = &analysis.views.u;
    if let Some(vector) = eigenvector(&u.unweighted()) {
        out.add("eigenvector", vector);
    }
    if let Some(vector) = eigenvector(u).filter(|_| field.weighted()) {
        out.add("eigenvector_weighted", vector);
    }
}

fn add_directed(out: &mut Measures, analysis: &Analysis) {
    let (d, reversed) = (&analysis.views.d, &analysis.views.d_reversed);
    out.add("in_degree", degrees(reversed));
    out.add("out_degree", degrees(d));
    out.add("in_strength", strengths(reversed));
    out.add("out_strength", strengths(d));
    out.add("betweenness_undirected_view", analysis.betweenness.clone());
    for (suffix, view) in [("_in", reversed), ("_out", d)] {
        let distances = Distances::of(view);
        out.add(&format!("closeness{suffix}"), closeness(&distances));
        out.add(&format!("harmonic{suffix}"), harmonic(&distances));
    }
}

fn add_holes(out: &mut Measures, suffix: &str, list: &[Holes]) {
    let column = |of: fn(&Holes) -> Option<f64>| list.iter().map(of).collect::<Vec<_>>();
    out.add(&format!("constraint{suffix}"), column(|h| h.constraint));
    out.add(
        &format!("effective_size{suffix}"),
        column(|h| h.effective_size),
    );
    out.add(&format!("efficiency{suffix}"), column(|h| h.efficiency));
    out.add(&format!("hierarchy{suffix}"), column(|h| h.hierarchy));
}

fn add_brokerage(out: &mut Measures, field: &Field, analysis: &Analysis) {
    let (groups, arcs) = (&analysis.groups, analysis.structure.arcs);
    let raw = &analysis.brokerage.raw;
    let columns: Vec<&str> = BrokerRole::ALL
        .into_iter()
        .map(codes::broker_role)
        .chain(["total"])
        .collect();
    out.add_with("gf_raw", json!({ "columns": columns }), json!(raw));
    out.add("gf_partial", json!(analysis.brokerage.partial));
    let chance = directed_chance(raw, groups, arcs);
    out.add("gf_expected", json!(chance.expected));
    out.add("gf_sd", json!(chance.sd));
    out.add("gf_z", json!(chance.z));
    if !field.directed {
        let counts: Vec<_> = raw.iter().map(undirected_counts).collect();
        let chance = undirected_chance(raw, groups, arcs);
        out.add_with(
            "gf_undirected_raw",
            json!({ "columns": [
                "coordinator", "itinerant", "representative_or_gatekeeper", "liaison", "total",
            ] }),
            json!(counts),
        );
        out.add("gf_undirected_expected", json!(chance.expected));
        out.add("gf_undirected_sd", json!(chance.sd));
        out.add("gf_undirected_z", json!(chance.z));
    }
    let places: Vec<Value> = analysis
        .places
        .iter()
        .map(|p| json!([p.regie, p.verbinden, p.balance]))
        .collect();
    out.add("regie_verbinden", places);
    if field.directed && (3..=BROKERED_UP_TO).contains(&field.n()) {
        add_brokered(out, analysis);
    }
}

fn add_brokered(out: &mut Measures, analysis: &Analysis) {
    let views = &analysis.views;
    let found = brokered_pairs(&views.d, &views.d_reversed, &analysis.groups);
    let rows: Vec<Value> = found
        .pairs
        .iter()
        .map(|pair| {
            let brokers: Vec<Value> = pair
                .brokers
                .iter()
                .map(|(v, role)| json!([v, role.map(codes::broker_role)]))
                .collect();
            json!([pair.a, pair.b, brokers, pair.z])
        })
        .collect();
    let params = json!({
        "columns": ["a", "b", "brokers with role", "z of their number"],
        "expected": found.expected,
        "sd": found.sd,
    });
    out.add_with("gf_pairs", params, rows);
    if let Some(totals) = brokerage_totals(&views.d, &analysis.groups) {
        out.add(
            "gf_global",
            json!({
                "raw": totals.raw,
                "expected": totals.expected,
                "sd": totals.sd,
                "z": totals.z,
            }),
        );
    }
}

fn add_groups(out: &mut Measures, analysis: &Analysis) {
    let ei = &analysis.ei;
    out.add(
        "ei_index",
        json!({
            "per_actor": ei.per_actor,
            "external": ei.external,
            "internal": ei.internal,
            "overall": ei.overall,
        }),
    );
    let u = &analysis.views.u;
    out.add(
        "communities",
        json!({
            "modularity_of_groups": modularity(u, &numbered(&analysis.groups)),
            "best_known_modularity": analysis.circles.modularity,
            "best_known_partition": numbered(&analysis.circles.of_actor),
        }),
    );
}

/// A partition in which everybody without a part is a part alone, numbered by first member.
fn numbered(parts: &[Option<usize>]) -> Vec<usize> {
    let mut seen: std::collections::BTreeMap<(Option<usize>, usize), usize> =
        std::collections::BTreeMap::new();
    parts
        .iter()
        .enumerate()
        .map(|(v, part)| {
            let next = seen.len();
            let alone = if part.is_none() { v } else { 0 };
            *seen.entry((*part, alone)).or_insert(next)
        })
        .collect()
}

fn add_signed(out: &mut Measures, analysis: &Analysis, settings: &Thresholds) {
    let views = &analysis.views;
    let found = balance(views);
    let split = camps(&views.s, Cost::PerTie, settings.seed);
    let weighted = camps(&views.s, Cost::ByWeight, settings.seed);
    let camp = |c: &Camps| c.camp.iter().map(|x| u8::from(*x)).collect::<Vec<_>>();
    out.add(
        "balance",
        json!({
            "positive": found.positive,
            "negative": found.negative,
            "triads_by_number_of_negative_ties": found.triads,
            "triads": found.triads.iter().sum::<usize>(),
            "balanced_triad_share": found.balanced_share,
            "walk_balance": found.walk_balance,
            "frustration": split.frustration,
            "frustration_is_exact": split.certainty == Certainty::Exact,
            "frustration_share": split.share,
            "frustration_normalised": split.normalised,
            "camps_example": camp(&split),
            "number_of_optimal_splits": splits_of_everybody(&split),
            "always_frustrated": split.always_misfit,
            "frustration_weighted": weighted.frustration,
            "camps_weighted_example": camp(&weighted),
            "unbalanced_triads_per_actor": found.unbalanced,
        }),
    );
    let signed = signed_modularity(views, &analysis.groups);
    out.add(
        "signed_modularity",
        json!({
            "q_positive": signed.positive,
            "q_negative": signed.negative,
            "q_signed": signed.signed,
        }),
    );
}

/// The number of best splits when actors without signed ties may stand in either camp.
fn splits_of_everybody(camps: &Camps) -> Option<usize> {
    if camps.camp.len() > EXACT_UP_TO {
        return None;
    }
    let free = u32::try_from(camps.free).ok()?;
    camps.n_best?.checked_mul(2_usize.checked_pow(free)?)
}

pub(super) fn add_links(out: &mut Measures, field: &Field, analysis: &Analysis) {
    let found = &analysis.links;
    let rows: Vec<Value> = found.links.iter().map(link).collect();
    out.add_with(
        "missing_links",
        json!({
            "unconnected_pairs": found.links.len(),
            "not_computed": found.not_computed,
            "order": "gain descending (rounded to 12 decimals), then common contacts descending, then i, j",
            "brokers_expected": found.expected,
            "brokers_sd": found.sd,
        }),
        rows,
    );
    let Some(official) = field.official() else {
        out.add("focal_contacts", Vec::<Value>::new());
        return;
    };
    let contacts = new_contacts(&analysis.views.u, official);
    let groups = &analysis.groups;
    let rows: Vec<Value> = contacts
        .contacts
        .iter()
        .map(|c| {
            json!({
                "contact": c.contact,
                "constraint_after": c.constraint_after,
                "drop": c.drop,
                "redundancy": c.shared,
                "same_group": groups[official].zip(groups[c.contact]).map(|(a, b)| a == b),
            })
        })
        .collect();
    out.add(
        "focal_contacts",
        json!({
            "focal": official,
            "constraint_now": contacts.constraint_now,
            "contacts": rows,
        }),
    );
}

fn link(link: &MissingLink) -> Value {
    let brokers: Map<String, Value> = link
        .brokers
        .iter()
        .map(|(v, role)| (v.to_string(), json!(role.map(codes::plain_broker_role))))
        .collect();
    json!({
        "i": link.i,
        "j": link.j,
        "gain": link.gain,
        "distance": link.steps,
        "common": link.brokers.len(),
        "resource_allocation": link.resource_allocation,
        "same_group": link.same_group,
        "brokers": brokers,
        "gain_relative": link.relative,
        "brokers_z": link.brokers_z,
    })
}

pub(super) fn add_robustness(
    out: &mut Measures,
    analysis: &Analysis,
    settings: &Thresholds,
    go_on: &dyn Fn() -> bool,
) -> Option<()> {
    let views = &analysis.views;
    if views.u.entries() == 0 || views.n() > CHECK_UP_TO {
        return Some(());
    }
    let mut check = OneWrongAnswer::new(views, RankedBy::Betweenness, settings.flips_up_to);
    while check.step() {
        go_on().then_some(())?;
    }
    let found = check.result();
    let mut values = Map::new();
    values.insert("rank".to_owned(), json!(found.rank));
    values.insert("drop_one_tie".to_owned(), moves(&found.drop_one));
    if let Some(flip) = &found.flip_one {
        values.insert("flip_one_answer".to_owned(), moves(flip));
    }
    out.add("robustness", values);
    Some(())
}

fn moves(moves: &Moves) -> Value {
    json!({
        "perturbations": moves.variants,
        "rank_low": moves.low,
        "rank_high": moves.high,
        "share_top1_changes": moves.share_top1_changes,
        "share_top3_same": moves.share_top3_same,
        "mean_kendall_tau_b": moves.mean_tau,
    })
}
