//! Holds every measure beside the reference values, field by field and by id.

mod reference {
    pub(crate) mod compare;
    pub(crate) mod functions;
    pub(crate) mod graphs;
}

use std::path::{Path, PathBuf};

use serde_json::Value;

use reference::compare::Tally;
use reference::{functions, graphs};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/reference")
}

fn load(folder: &Path, name: &str) -> Value {
    let path = folder.join(format!("{name}.json"));
    let Ok(text) = std::fs::read_to_string(&path) else {
        panic!("cannot read {}", path.display());
    };
    match serde_json::from_str(&text) {
        Ok(value) => value,
        Err(fault) => panic!("{}: {fault}", path.display()),
    }
}

#[expect(
    clippy::print_stdout,
    reason = "the number of comparisons is the proof"
)]
fn report(name: &str, tally: &Tally) {
    println!("{name}: {} comparisons", tally.compared());
    let faults = tally.faults();
    let shown: Vec<_> = faults.iter().take(20).collect();
    assert!(
        faults.is_empty(),
        "{name}: {} faults: {shown:#?}",
        faults.len()
    );
}

fn check_graph(folder: &Path, name: &str) {
    let mut tally = Tally::default();
    graphs::compare_graph(&load(folder, name), &mut tally);
    assert!(tally.compared() > 100, "{name} compared next to nothing");
    report(name, &tally);
}

#[test]
fn karate_meets_its_reference_values() {
    check_graph(&fixtures(), "karate");
}

#[test]
fn karate_weighted_meets_its_reference_values() {
    check_graph(&fixtures(), "karate_weighted");
}

#[test]
fn florentine_meets_its_reference_values() {
    check_graph(&fixtures(), "florentine");
}

#[test]
fn kite_meets_its_reference_values() {
    check_graph(&fixtures(), "kite");
}

#[test]
fn davis_meets_its_reference_values() {
    check_graph(&fixtures(), "davis");
    let mut tally = Tally::default();
    functions::events(&load(&fixtures(), "davis"), &mut tally);
    report("davis, events", &tally);
}

#[test]
fn lesmis_meets_its_reference_values() {
    check_graph(&fixtures(), "lesmis");
}

#[test]
fn case_city_meets_its_reference_values() {
    check_graph(&fixtures(), "case_city");
}

#[test]
fn the_command_line_meets_the_reference_values() {
    use krachtenveld::exchange::field_json::field_from_value;
    let path = fixtures().join("case_city.json");
    let args = ["analyse".into(), path.into_os_string(), "--json".into()];
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut streams = krachtenveld::cli::Streams {
        out: &mut out,
        err: &mut err,
    };
    let language = krachtenveld::model::Language::Dutch;
    krachtenveld::cli::run(args.to_vec(), 1, language, &mut streams).unwrap();
    let found: Value = serde_json::from_slice(&out).unwrap();
    let graph = load(&fixtures(), "case_city");
    let mut tally = Tally::default();
    graphs::compare_found(
        &graph,
        found["reference"].as_object().unwrap(),
        &field_from_value(&graph).unwrap(),
        &mut tally,
    );
    assert!(tally.compared() > 1000);
    report("case_city on the command line", &tally);
}

#[test]
fn every_edge_case_meets_its_reference_values() {
    let file = load(&fixtures(), "edge_cases");
    let Some(list) = file["graphs"].as_array() else {
        panic!("no graphs");
    };
    assert_eq!(list.len(), 19);
    for graph in list {
        let mut tally = Tally::default();
        graphs::compare_graph(graph, &mut tally);
        report(graph["name"].as_str().unwrap_or("?"), &tally);
    }
}

#[test]
fn graphs_outside_the_repository_meet_their_reference_values() {
    let Some(folder) = std::env::var_os("KRACHTENVELD_REFERENCE") else {
        return;
    };
    for name in ["knoke", "strike", "tribes"] {
        check_graph(Path::new(&folder), name);
    }
}

#[test]
fn mactor_meets_its_reference_values() {
    let mut tally = Tally::default();
    functions::mactor_tables(&load(&fixtures(), "mactor_airport"), &mut tally);
    report("mactor_airport", &tally);
}

#[test]
fn opinions_meet_their_reference_values() {
    let mut tally = Tally::default();
    functions::opinions(&load(&fixtures(), "opinion_fj"), &mut tally);
    report("opinion_fj", &tally);
}

#[test]
fn positions_meet_their_reference_values() {
    let mut tally = Tally::default();
    functions::positions(&load(&fixtures(), "positions_ec"), &mut tally);
    report("positions_ec", &tally);
}

#[test]
fn value_profiles_meet_their_reference_values() {
    let mut tally = Tally::default();
    functions::value_profiles(&load(&fixtures(), "values_schwartz"), &mut tally);
    report("values_schwartz", &tally);
}

#[test]
fn a_changed_reference_value_is_seen() {
    let mut file = load(&fixtures(), "kite");
    file["reference"]["betweenness"]["values"][7] = serde_json::json!(14.001);
    let mut tally = Tally::default();
    graphs::compare_graph(&file, &mut tally);
    assert_eq!(tally.faults().len(), 1, "{:?}", tally.faults());
}
