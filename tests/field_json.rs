//! Reading a field from JSON: what is taken, and what is refused where.

use serde_json::{Value, json};

use krachtenveld::analysis::{Field, Sign, Thresholds};
use krachtenveld::exchange::field_json::{
    FieldJsonError, MAX_ACTORS, field_from_value, read_field,
};
use krachtenveld::exchange::measures_json::measures;

fn small() -> Value {
    json!({
        "name": "small",
        "directed": true,
        "focal": 1,
        "issues": ["square"],
        "nodes": [
            { "id": 0, "label": "Raad", "kind": "raad", "group": "bestuur", "power": 5,
              "positions": [2], "salience": [null] },
            { "id": 1, "label": "Ambtenaar", "group": "ambtelijk" },
            { "id": 2, "label": "Bewoners", "values": { "rust": 3 } },
        ],
        "edges": [
            { "s": 0, "t": 1, "w": 2, "sign": 1 },
            { "s": 1, "t": 2, "w": 1, "sign": 0 },
            { "s": 0, "t": 2, "w": 1, "sign": -1 },
        ],
        "annotated_roles": [{ "i": 2, "j": 0, "role": "verbinden" }],
        "factors": [{ "name": "geld", "issue": 0, "force": -2, "weight": 4 }],
        "asked_without_tie": [[0, 1]],
    })
}

fn taken(value: &Value) -> Field {
    match field_from_value(value) {
        Ok(field) => field,
        Err(fault) => panic!("{fault}"),
    }
}

#[test]
fn everything_in_the_file_arrives() {
    let field = taken(&small());
    assert_eq!(field.official(), Some(1));
    assert_eq!(field.actors[0].power, Some(5.0));
    assert_eq!(field.actors[0].position(0), Some(2.0));
    assert_eq!(field.actors[0].salience_of(0), None);
    assert_eq!(field.actors[1].position(0), None);
    assert!(field.actors[0].is_council());
    assert_eq!(field.ties[1].sign, Sign::Neutral);
    assert_eq!(field.ties[2].sign, Sign::Negative);
    assert_eq!(field.annotated_pairs().len(), 1);
    assert_eq!(field.factors[0].name, "geld");
    assert_eq!(field.asked_without_tie, [(0, 1)]);
}

/// Changes the small file at a JSON pointer and tells what the reader says.
fn refused(pointer: &str, value: Value) -> String {
    let mut file = small();
    match file.pointer_mut(pointer) {
        Some(place) => *place = value,
        None => panic!("no {pointer}"),
    }
    match field_from_value(&file) {
        Ok(_) => panic!("{pointer} was taken"),
        Err(fault) => fault.to_string(),
    }
}

#[test]
fn a_refused_actor_is_named_with_what_was_expected() {
    for (pointer, value, said) in [
        ("/nodes", json!(3), "expected a list at nodes"),
        ("/nodes/1", json!(3), "expected an object at nodes[1]"),
        (
            "/nodes/1/id",
            json!(0),
            "expected the place of the actor in the list at nodes[1].id",
        ),
        (
            "/nodes/0/label",
            json!(3),
            "expected a text at nodes[0].label",
        ),
        (
            "/nodes/0/power",
            json!(9),
            "expected a number from 1 to 5 at nodes[0].power",
        ),
        (
            "/nodes/0/positions",
            json!([1, 1]),
            "more than 1 entries at nodes[0].positions",
        ),
        (
            "/nodes/0/positions/0",
            json!(4),
            "expected a number from -3 to 3 at nodes[0].positions[0]",
        ),
        (
            "/nodes/2/values/rust",
            json!("veel"),
            "expected a number from 0 to 3 at nodes[2].values.rust",
        ),
    ] {
        assert_eq!(refused(pointer, value), said);
    }
}

#[test]
fn a_refused_tie_or_role_is_named_with_what_was_expected() {
    for (pointer, value, said) in [
        (
            "/edges/0/t",
            json!(3),
            "expected the number of an actor at edges[0].t",
        ),
        (
            "/edges/0/t",
            json!(-1),
            "expected the number of an actor at edges[0].t",
        ),
        (
            "/edges/0/w",
            json!(0),
            "expected a number above 0 at edges[0].w",
        ),
        (
            "/edges/0/sign",
            json!(0.5),
            "expected -1, 0 or 1 at edges[0].sign",
        ),
        (
            "/focal",
            json!(3),
            "expected the number of an actor at focal",
        ),
        (
            "/directed",
            json!("ja"),
            "expected true or false at directed",
        ),
        (
            "/annotated_roles/0/role",
            json!("samen"),
            "expected \"regie\" or \"verbinden\" at annotated_roles[0].role",
        ),
        (
            "/factors/0/issue",
            json!(1),
            "expected the number of an issue at factors[0].issue",
        ),
        (
            "/asked_without_tie/0",
            json!([0]),
            "expected the number of an actor at asked_without_tie[0]",
        ),
    ] {
        assert_eq!(refused(pointer, value), said);
    }
}

#[test]
fn what_must_be_there_is_named_when_it_is_not() {
    let missing = |text: &str| match read_field(text) {
        Err(FieldJsonError::Missing { place }) => place,
        Err(fault) => panic!("{fault}"),
        Ok(_) => panic!("taken"),
    };
    assert_eq!(missing("{}"), "nodes");
    assert_eq!(missing(r#"{"nodes": []}"#), "edges");
    assert_eq!(
        missing(r#"{"nodes": [{}], "edges": [{"s": 0}]}"#),
        "edges[0].t"
    );
}

#[test]
fn a_broken_file_is_refused_with_line_and_column() {
    let Err(FieldJsonError::Syntax { line, column, .. }) = read_field("{\n  \"nodes\": [,]\n}")
    else {
        panic!("taken");
    };
    assert_eq!((line, column), (2, 13));
    let deep = "[".repeat(100_000);
    assert!(matches!(
        read_field(&deep),
        Err(FieldJsonError::Syntax { .. })
    ));
}

#[test]
fn more_actors_than_a_map_holds_are_refused() {
    let file = json!({ "nodes": vec![json!({}); MAX_ACTORS + 1], "edges": [] });
    assert!(matches!(
        field_from_value(&file),
        Err(FieldJsonError::TooMany { .. })
    ));
}

#[test]
fn a_pair_with_the_council_goes_through_the_council_channel() {
    let found = measures(&taken(&small()), &Thresholds::default(), &|| true);
    let Some(found) = found else {
        panic!("stopped");
    };
    let row = &found["role_advice"]["values"][0];
    assert_eq!(row["way_in"], json!("via_wethouder_en_griffie"));
    assert_eq!(row["mode"], json!("zelf"));
}
