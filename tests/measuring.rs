//! `analyse` and `advise` in the program itself: maps and fields, words and JSON, and what is refused.

use std::path::Path;

use krachtenveld::cli::{Ending, Streams, run};
use krachtenveld::model::Language;
use serde_json::Value;

const MAP: &str = "examples/tweedeling.krachtenveld.ron";
const FIELD: &str = "tests/fixtures/reference/case_city.json";

struct Answer {
    ending: Ending,
    out: String,
    err: String,
}

#[expect(clippy::unwrap_used, reason = "a test may stop here")]
fn call(args: &[&str]) -> Answer {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = args.iter().map(Into::into).collect();
    let mut streams = Streams {
        out: &mut out,
        err: &mut err,
    };
    let outcome = run(args, 1, Language::Dutch, &mut streams).unwrap();
    Answer {
        ending: outcome.ending,
        out: String::from_utf8(out).unwrap(),
        err: String::from_utf8(err).unwrap(),
    }
}

#[expect(clippy::unwrap_used, reason = "a test may stop here")]
fn json(args: &[&str]) -> Value {
    let answer = call(args);
    assert_eq!(answer.ending, Ending::Done, "{}", answer.err);
    serde_json::from_str(&answer.out).unwrap()
}

#[test]
fn advise_gives_every_pair_of_the_case_with_its_label() {
    let text = std::fs::read_to_string(FIELD).unwrap();
    let file: Value = serde_json::from_str(&text).unwrap();
    let labels = |value: &Value| -> Vec<(u64, u64, String)> {
        value["reference"]["role_advice"]["values"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| {
                let number = |key: &str| row[key].as_u64().unwrap();
                (
                    number("i"),
                    number("j"),
                    row["label"].as_str().unwrap().to_owned(),
                )
            })
            .collect()
    };
    let found = labels(&json(&["advise", FIELD, "--json"]));
    assert_eq!(found.len(), 91);
    assert_eq!(found, labels(&file));
}

#[test]
fn a_map_gives_the_measures_with_its_names() {
    let value = json(&["analyse", MAP, "--json"]);
    let nodes = value["nodes"].as_array().unwrap();
    assert!(nodes.len() >= 12);
    assert!(
        nodes
            .iter()
            .all(|node| !node["label"].as_str().unwrap().is_empty())
    );
    let between = value["reference"]["betweenness"]["values"]
        .as_array()
        .unwrap();
    assert_eq!(between.len(), nodes.len());
    let advice = json(&["advise", MAP, "--json"]);
    let n = nodes.len() - 1;
    let rows = advice["reference"]["role_advice"]["values"]
        .as_array()
        .unwrap();
    assert_eq!(rows.len(), n * (n - 1) / 2);
}

#[test]
fn without_json_both_answers_read_as_a_mail_in_both_languages() {
    for (command, dutch, english) in [
        ("analyse", "Wie verbindt anderen", "Who connects others"),
        (
            "advise",
            "Wie met wie? Advies voor",
            "Who with whom? Advice for",
        ),
    ] {
        let nl = call(&[command, MAP, "--lang", "nl"]).out;
        assert!(nl.contains(dutch), "{nl}");
        assert!(
            nl.trim_end()
                .ends_with("één ander antwoord kan de volgorde veranderen.")
        );
        let en = call(&[command, MAP, "--lang", "en"]).out;
        assert!(en.contains(english), "{en}");
    }
}

#[test]
fn another_official_is_found_by_name_whatever_the_capitals() {
    let answer = call(&["advise", FIELD, "--official", "wijkmanager"]);
    assert_eq!(answer.ending, Ending::Done, "{}", answer.err);
    assert!(answer.out.contains("Advies voor Wijkmanager"));
    let answer = call(&["advise", FIELD, "--official", "Niemand"]);
    assert_eq!(answer.ending, Ending::Refused);
    assert!(
        answer.err.contains("Er is geen actor met de naam Niemand"),
        "{}",
        answer.err
    );
    assert!(answer.out.is_empty());
}

#[test]
fn what_is_no_field_is_refused_in_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let check = |path: &Path, said: &str| {
        let answer = call(&["analyse", path.to_str().unwrap(), "--lang", "nl"]);
        assert_eq!(answer.ending, Ending::Refused);
        assert!(answer.err.contains(said), "{}", answer.err);
        assert!(answer.out.is_empty());
    };
    std::fs::write(path("half.json"), "{\"nodes\": [").unwrap();
    check(&path("half.json"), "dit is geen JSON");
    std::fs::write(path("empty.json"), "{}").unwrap();
    check(&path("empty.json"), "nodes ontbreekt");
    std::fs::write(
        path("wrong.json"),
        "{\"nodes\": [{\"power\": 9}], \"edges\": []}",
    )
    .unwrap();
    check(&path("wrong.json"), "een getal van 1 tot en met 5");
    check(&path("absent.json"), "dit bestand is er niet");
    std::fs::write(path("other.ron"), "geen kaart").unwrap();
    check(&path("other.ron"), "other.ron");
}
