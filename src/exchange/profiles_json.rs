//! The measures of profiles, and the role advice, as JSON.

use serde_json::{Map, Value, json};

use crate::analysis::advice::{PairAdvice, ProcessFlag};
use crate::analysis::forces::{Counted, Forces, force_field};
use crate::analysis::mactor::{self, Mactor, mactor};
use crate::analysis::needs::{Need, NeedSpread, NeedsProfile};
use crate::analysis::opinion::{Influence, attention, first_opinions, influence, openness};
use crate::analysis::profiles::{
    StakeholderClass, feasibility, issue_forecast, mendelow, mitchell,
};
use crate::analysis::similarity::similarities;
use crate::analysis::whole::Analysis;
use crate::analysis::{Field, Thresholds};
use crate::exchange::codes;
use crate::exchange::measures_json::{Measures, TABLES_UP_TO};

pub(super) fn add(out: &mut Measures, field: &Field, analysis: &Analysis, settings: &Thresholds) {
    add_advice(out, analysis);
    add_classes(out, field);
    add_issues(out, field);
    out.add("sdt", needs(&analysis.needs));
    if field.n() <= TABLES_UP_TO {
        add_tables(out, field);
    }
    out.add("settings", self::settings(settings));
}

pub(super) fn add_advice(out: &mut Measures, analysis: &Analysis) {
    let rows: Vec<Value> = analysis.advice.iter().map(pair).collect();
    let order =
        "priority, then strength_value (both rounded to 12 decimals, descending), then i, j";
    out.add_with("role_advice", json!({ "order": order }), rows);
    let rows: Vec<Value> = analysis
        .mismatches
        .iter()
        .map(|m| {
            json!({
                "i": m.i,
                "j": m.j,
                "annotated": m.annotated.map(codes::role),
                "advice": codes::label(m.advice),
                "verdict": codes::verdict(m.verdict),
            })
        })
        .collect();
    out.add("mismatch", rows);
    let flags = &analysis.flags;
    let flag = |f: ProcessFlag| json!({ "share": f.share, "flag": f.up });
    out.add(
        "process_flags",
        json!({
            "vaste_partner": flag(flags.fixed_partner),
            "los_netwerken": flag(flags.loose_networking),
            "grootste_stem": {
                "share": flags.loudest_voice.share,
                "expected": flags.loudest_expected,
                "flag": flags.loudest_voice.up,
            },
            "position_gives": {
                "regie": flags.place.regie,
                "verbinden": flags.place.verbinden,
                "balance": flags.place.balance,
            },
            "asked_in_top10": {
                "regie": flags.asked.regie,
                "verbinden": flags.asked.verbinden,
                "gemengd": flags.asked.mixed,
                "onbekend": flags.asked.unknown,
            },
        }),
    );
}

fn pair(row: &PairAdvice) -> Value {
    let (like, evidence) = (&row.likeness, &row.evidence);
    let competences: Vec<Value> = row
        .competences
        .iter()
        .map(|c| {
            json!({
                "competence": codes::competence(c.competence),
                "because": codes::reason(&c.reason),
            })
        })
        .collect();
    let pivotal: Vec<&str> = row.pivotal.iter().map(|k| codes::evidence(*k)).collect();
    json!({
        "i": row.i,
        "j": row.j,
        "similarity": {
            "kind": like.kind,
            "values": like.values,
            "interest": like.interest,
            "frame": like.frame,
        },
        "evidence": {
            "kind": evidence.kind,
            "values": evidence.values,
            "interest": evidence.interest,
            "circle": evidence.circle,
            "frame": evidence.frame,
        },
        "lean": row.lean,
        "coverage": row.coverage,
        "confidence": row.confidence,
        "label": codes::label(row.label),
        "strength_value": row.strength_value,
        "strength": codes::strength(row.strength),
        "pivotal": pivotal,
        "distance": row.steps,
        "relation": codes::relation(row.relation),
        "cell": codes::cell(row.cell),
        "gain_relative": row.gain_relative,
        "need": row.need,
        "stake": row.stake,
        "priority": row.priority,
        "gf_role": row.gf_role.map(codes::gf_role),
        "placement": codes::placement(row.placement),
        "access": row.access,
        "team": row.team,
        "other_brokers": row.other_brokers,
        "mode": codes::way_in(row.way_by_ties()),
        "way_in": codes::way_in(row.way_in()),
        "competences": competences,
        "rank": row.rank,
        "rank_in_label": row.rank_in_label,
    })
}

fn add_classes(out: &mut Measures, field: &Field) {
    let grid: Vec<Value> = field
        .actors
        .iter()
        .map(|actor| {
            let place = mendelow(actor);
            json!({
                "quadrant": place.map(|p| codes::quadrant(p.quadrant)),
                "near_boundary": place.map(|p| p.near_boundary),
            })
        })
        .collect();
    out.add("mendelow", grid);
    let classes: Vec<Value> = field
        .actors
        .iter()
        .map(|actor| {
            let class = mitchell(actor);
            json!({
                "class": class.map(codes::class),
                "salience": class.map(StakeholderClass::salience),
            })
        })
        .collect();
    out.add("mitchell", classes);
}

/// Makes an object with one entry per issue.
fn per_issue(field: &Field, value: impl Fn(usize) -> Value) -> Map<String, Value> {
    field
        .issues
        .iter()
        .enumerate()
        .map(|(k, name)| (name.clone(), value(k)))
        .collect()
}

fn add_issues(out: &mut Measures, field: &Field) {
    let counted = Counted::EVERYBODY;
    out.add(
        "force_field",
        per_issue(field, |k| forces(&force_field(field, k, counted))),
    );
    out.add(
        "feasibility",
        per_issue(field, |k| {
            let found = feasibility(&field.actors, k);
            json!({
                "supporters": found.supporters,
                "opponents": found.opponents,
                "not_mobilised": found.not_mobilised,
                "feasibility": found.feasibility,
            })
        }),
    );
    out.add(
        "forecast",
        per_issue(field, |k| {
            let found = issue_forecast(field, k);
            json!({ "weighted_mean": found.mean, "weighted_median": found.median })
        }),
    );
}

fn forces(found: &Forces) -> Value {
    json!({
        "forces": found.forces,
        "driving": found.driving,
        "restraining": found.restraining,
        "net": found.net,
        "tension": found.tension,
        "balance": found.balance,
        "actors_to_neutralise_to_tip": found.to_tip,
    })
}

fn needs(profile: &NeedsProfile) -> Value {
    let per_actor: Vec<Value> = profile
        .per_actor
        .iter()
        .map(|a| {
            let low: Vec<&str> = a.low.iter().map(|n| codes::need(*n)).collect();
            json!({ "mean": a.mean, "low": low, "uneven": a.uneven, "complete": a.complete })
        })
        .collect();
    let spread = |s: &NeedSpread| {
        json!({
            "answers": s.answers,
            "mean": s.mean,
            "sd": s.sd,
            "share_low": s.share_low,
            "divided": s.divided,
        })
    };
    let process: Map<String, Value> = Need::ALL
        .into_iter()
        .zip(&profile.process)
        .map(|(need, s)| (codes::need(need).to_owned(), spread(s)))
        .collect();
    json!({
        "per_actor": per_actor,
        "process": process,
        "bottleneck": profile.bottleneck.map(codes::need),
    })
}

fn add_tables(out: &mut Measures, field: &Field) {
    let rows: Vec<Value> = similarities(&field.actors)
        .into_iter()
        .map(|s| json!([s.i, s.j, s.values, s.values_cosine, s.frames, s.interest]))
        .collect();
    let columns = json!({ "columns": [
        "i", "j", "values weighted Jaccard", "values cosine", "frames weighted Jaccard",
        "interest similarity",
    ] });
    out.add_with("similarity", columns, rows);
    let w = attention(field);
    let settled = influence(&w, &openness(field));
    out.add("influence_matrix", json!(w));
    out.add(
        "opinion",
        per_issue(field, |k| {
            opinion(settled.as_ref(), &first_opinions(field, k))
        }),
    );
    let tables = mactor(&mactor::direct_influence(field), &mactor::positions(field));
    out.add("mactor", tables.as_ref().map_or(Value::Null, mactor_value));
}

fn opinion(settled: Option<&Influence>, first: &[f64]) -> Value {
    json!({
        "y0": first,
        "final": settled.map(|s| s.final_opinions(first)),
        "leverage": settled.map(|s| &s.leverage),
    })
}

/// Gives the tables of MACTOR under their own names.
pub(super) fn mactor_value(m: &Mactor) -> Value {
    let mut out = Map::new();
    for (name, value) in [
        ("MDII", json!(m.mdii)),
        ("I", json!(m.influence)),
        ("D", json!(m.dependence)),
        ("feedback", json!(m.feedback)),
        ("r", json!(m.r)),
        ("r_star", json!(m.r_star)),
        ("net_scale", json!(m.net_scale)),
        ("net_scale_sum", json!(m.net_scale_sum)),
        ("MMDII", json!(m.mmdii)),
        ("IM", json!(m.im)),
        ("DM", json!(m.dm)),
        ("q_star", json!(m.q_star)),
        ("MAO1", json!(m.mao1)),
        ("MAO3", json!(m.mao3)),
    ] {
        out.insert(name.to_owned(), value);
    }
    for (order, a) in m.orders.iter().enumerate() {
        for (name, value) in [
            ("convergence", json!(a.convergence)),
            ("divergence", json!(a.divergence)),
            ("degree_of_convergence", json!(a.degree_of_convergence)),
            ("ambivalence", json!(a.ambivalence)),
            ("mobilisation_actor", json!(a.mobilisation)),
            ("objective_for", json!(a.objective_for)),
            ("objective_against", json!(a.objective_against)),
        ] {
            out.insert(format!("{name}{}", order + 1), value);
        }
    }
    Value::Object(out)
}

/// The weights and thresholds that the advice used.
fn settings(settings: &Thresholds) -> Value {
    let w = &settings.weights;
    json!({
        "weights": {
            "kind": w.kind,
            "values": w.values,
            "interest": w.interest,
            "circle": w.circle,
            "frame": w.frame,
        },
        "label_at": settings.label_at,
        "moderate_at": settings.moderate_at,
        "strong_at": settings.strong_at,
        "anchors": [settings.shared_none, settings.shared_some, settings.shared_half],
    })
}
