//! Compares one graph file with what the program makes of it.

use serde_json::{Map, Value};

use krachtenveld::analysis::communities::modularity;
use krachtenveld::analysis::{Field, Thresholds, Views};
use krachtenveld::exchange::field_json::field_from_value;
use krachtenveld::exchange::measures_json::measures;

use super::compare::{Length, Tally};

const USUAL: f64 = 1e-9;
const LOOSER: f64 = 1e-7;

/// The tolerance of a measure, or `None` where the file only explains a difference.
fn tolerance(measure: &str) -> Option<f64> {
    match measure {
        "betweenness_cost_networkx" => None,
        "betweenness"
        | "betweenness_undirected_view"
        | "betweenness_cost"
        | "eigenvector"
        | "eigenvector_weighted" => Some(LOOSER),
        _ => Some(USUAL),
    }
}

/// Compares every measure of one graph.
pub(crate) fn compare_graph(graph: &Value, tally: &mut Tally) {
    let field = match field_from_value(graph) {
        Ok(field) => field,
        Err(fault) => panic!("{fault}"),
    };
    let Some(found) = measures(&field, &Thresholds::default(), &|| true) else {
        panic!("stopped without being asked");
    };
    compare_found(graph, &found, &field, tally);
}

/// Compares every measure of one graph with values that were found elsewhere.
pub(crate) fn compare_found(
    graph: &Value,
    found: &Map<String, Value>,
    field: &Field,
    tally: &mut Tally,
) {
    let Some(expected) = graph["reference"].as_object() else {
        panic!("no reference");
    };
    for (measure, entry) in expected {
        if let Some(within) = tolerance(measure) {
            compare_measure(measure, entry, found, field, within, tally);
        }
    }
    for absent in [
        "eigenvector",
        "eigenvector_weighted",
        "gf_pairs",
        "balance",
        "robustness",
    ] {
        let here = expected.contains_key(absent);
        tally.check(found.contains_key(absent) == here, || {
            format!("{absent}: given in one file only")
        });
    }
}

fn compare_measure(
    measure: &str,
    entry: &Value,
    found: &Map<String, Value>,
    field: &Field,
    within: f64,
    tally: &mut Tally,
) {
    let expected = &entry["values"];
    let own = found
        .get(measure)
        .map_or(&Value::Null, |own| &own["values"]);
    match measure {
        "communities" => communities(expected, own, field, tally),
        "balance" => balance(expected, own, field, tally),
        "similarity" if field.issues.is_empty() => {}
        "missing_links" => {
            tally.value(measure, expected, own, within, Length::Beginning);
            for key in ["unconnected_pairs", "brokers_expected", "brokers_sd"] {
                let mine = found
                    .get(measure)
                    .map_or(&Value::Null, |m| &m["params"][key]);
                tally.value(key, &entry["params"][key], mine, within, Length::Same);
            }
        }
        "gf_pairs" => {
            tally.value(measure, expected, own, within, Length::Same);
            for key in ["expected", "sd"] {
                let mine = found
                    .get(measure)
                    .map_or(&Value::Null, |m| &m["params"][key]);
                tally.value(key, &entry["params"][key], mine, within, Length::Same);
            }
        }
        "focal_contacts" => tally.value(measure, expected, own, within, Length::Beginning),
        _ => tally.value(measure, expected, own, within, Length::Same),
    }
}

/// Partitions are not unique: the modularity counts, and that it is that of the partition.
fn communities(expected: &Value, own: &Value, field: &Field, tally: &mut Tally) {
    let key = "modularity_of_groups";
    tally.value(key, &expected[key], &own[key], USUAL, Length::Same);
    let best = expected["best_known_modularity"].as_f64();
    let found = own["best_known_modularity"].as_f64();
    tally.check(best.is_some() == found.is_some(), || {
        format!("communities: expected {best:?}, found {found:?}")
    });
    let (Some(best), Some(found)) = (best, found) else {
        return;
    };
    tally.check(found >= best - 0.01, || {
        format!("communities: expected at least {best} - 0.01, found {found}")
    });
    if let Some(optimal) = expected["optimal_modularity"].as_f64() {
        tally.check(found <= optimal + USUAL, || {
            format!("communities: {found} is above the optimum {optimal}")
        });
    }
    let part = numbers(&own["best_known_partition"]);
    let claimed = modularity(&Views::of(field).u, &part).unwrap_or(f64::NAN);
    tally.number("modularity of the partition", claimed, found, USUAL);
}

fn numbers(list: &Value) -> Vec<usize> {
    let Some(list) = list.as_array() else {
        panic!("no list");
    };
    list.iter()
        .filter_map(|x| x.as_u64().and_then(|x| usize::try_from(x).ok()))
        .collect()
}

/// A split may differ, its cost may not.
fn balance(expected: &Value, own: &Value, field: &Field, tally: &mut Tally) {
    let Some(keys) = expected.as_object() else {
        panic!("balance is no object");
    };
    for (key, value) in keys.iter().filter(|(key, _)| !key.ends_with("example")) {
        let place = format!("balance.{key}");
        tally.value(&place, value, &own[key], USUAL, Length::Same);
    }
    for (camps, cost, weighted) in [
        ("camps_example", "frustration", false),
        ("camps_weighted_example", "frustration_weighted", true),
    ] {
        let camp = numbers(&own[camps]);
        tally.check(camp.len() == field.n(), || format!("{camps}: wrong length"));
        let found: f64 = Views::of(field)
            .signed_pairs()
            .into_iter()
            .filter(|(a, b, w)| (camp[*a] == camp[*b]) == (*w < 0.0))
            .map(|(_, _, w)| if weighted { w.abs() } else { 1.0 })
            .sum();
        tally.number(
            camps,
            expected[cost].as_f64().unwrap_or(f64::NAN),
            found,
            USUAL,
        );
    }
}
