//! Every concept of the method has a home in the program, or says that it has none yet and why.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where something is missing"
)]
#![cfg(feature = "desktop")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use krachtenveld::analysis::{Thresholds, field_of};
use krachtenveld::exchange::measures_json::measures;
use krachtenveld::model::{Lens, LensFigure};
use krachtenveld::share::Level;
use krachtenveld::storage::{built_in, built_in_lenses, print_document, read};
use krachtenveld::ui::commands;
use serde::Deserialize;
use serde_json::Value;

#[path = "concepts/edits.rs"]
mod edits;
#[path = "concepts/fields.rs"]
mod fields;

/// A concept of the method.
#[derive(Debug, Deserialize)]
struct Concept {
    number: usize,
    title: String,
    homes: Vec<Home>,
}

/// Where a concept lives.
#[derive(Debug, Deserialize)]
enum Home {
    Field(String),
    LensField(String),
    LensCheck(String),
    Figure(String),
    Analysis(String),
    View(String),
    Command(String),
    Report(String),
    Share(String),
    Example(String),
    Template(String),
    Script(String),
    Open(Box<Self>, String),
}

fn concepts() -> Vec<Concept> {
    ron::from_str(include_str!("fixtures/concepts.ron")).unwrap()
}

/// What the program has, gathered once.
struct Program {
    changed: BTreeSet<String>,
    lens_fields: BTreeSet<String>,
    checks: BTreeSet<String>,
    figures: BTreeSet<String>,
    analysis: BTreeMap<String, BTreeSet<String>>,
    commands: BTreeSet<String>,
}

impl Program {
    fn gathered() -> Self {
        Self {
            changed: changed_by_the_window(),
            lens_fields: of_lenses(|lens| {
                lens.fields.iter().map(|field| field.id.clone()).collect()
            }),
            checks: of_lenses(|lens| lens.checks.iter().map(|check| check.id.clone()).collect()),
            figures: of_lenses(|lens| lens.figures.iter().flat_map(in_figure).collect()),
            analysis: results(),
            commands: commands().map(|command| format!("{command:?}")).collect(),
        }
    }

    fn has(&self, home: &Home) -> bool {
        match home {
            Home::Field(path) => self.changed.contains(path),
            Home::LensField(name) => self.lens_fields.contains(name),
            Home::LensCheck(name) => self.checks.contains(name),
            Home::Figure(name) => self.figures.contains(name),
            Home::Analysis(name) => {
                let (name, part) = name.split_once('.').unwrap_or((name, ""));
                let parts = self.analysis.get(name);
                parts.is_some_and(|parts| part.is_empty() || parts.contains(part))
            }
            Home::View(name) => self.commands.contains(&format!("Show({name})")),
            Home::Command(name) => self.commands.contains(name),
            Home::Report(kind) => written(kind),
            Home::Share(level) => Level::ALL
                .iter()
                .any(|known| format!("{known:?}") == *level),
            Home::Example(name) => built_in::examples().any(|map| map.name == name),
            Home::Template(name) => built_in::templates().any(|map| map.name == name),
            Home::Script(name) => script(name),
            Home::Open(home, _) => self.has(home),
        }
    }
}

/// Lists the parts of a map that an edit changes which the window makes.
fn changed_by_the_window() -> BTreeSet<String> {
    let text = include_str!("fixtures/full.krachtenveld.ron");
    let document = read(text.as_bytes()).unwrap().document;
    let before = fields::fields(&print_document(&document));
    let window = window_code();
    let mut changed = BTreeSet::new();
    for (path, edit) in edits::edits(&document) {
        let after = document.apply(&edit).unwrap();
        let after = fields::fields(&print_document(&after));
        assert!(before.contains_key(path), "no map has {path}");
        assert_ne!(before.get(path), after.get(path), "{edit:?} leaves {path}");
        let variant = edits::variant(&edit);
        let made = window.match_indices(&variant).any(|(at, _)| {
            !window[at + variant.len()..].starts_with(|sign: char| sign.is_alphanumeric())
        });
        if made {
            changed.insert(path.to_owned());
        }
    }
    changed
}

/// Gives the code of the window without its tests.
fn window_code() -> String {
    fn gather(folder: &Path, code: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.file_stem().is_some_and(|stem| stem == "tests") {
                continue;
            }
            if path.is_dir() {
                gather(&path, code);
            } else {
                code.push_str(&fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut code = String::new();
    gather(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui"),
        &mut code,
    );
    code
}

fn of_lenses(parts: fn(&Lens) -> Vec<String>) -> BTreeSet<String> {
    let lenses = built_in_lenses().iter();
    lenses
        .flat_map(|lens| {
            parts(lens)
                .into_iter()
                .map(|part| format!("{}.{part}", lens.id))
        })
        .collect()
}

fn in_figure(figure: &LensFigure) -> Vec<String> {
    match figure {
        LensFigure::Radar { fields, .. } => fields.clone(),
        LensFigure::Triangle { field } => vec![field.clone()],
    }
}

/// Lists the results on the examples by name, each with the names inside it.
fn results() -> BTreeMap<String, BTreeSet<String>> {
    fn gather(value: &Value, names: &mut BTreeSet<String>) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    if !value.is_null() {
                        names.insert(name.clone());
                    }
                    gather(value, names);
                }
            }
            Value::Array(items) => {
                for item in items {
                    gather(item, names);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let mut results: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for map in built_in::examples() {
        let document = read(map.text.as_bytes()).unwrap().document;
        let field = field_of(&document).field;
        for (name, value) in measures(&field, &Thresholds::default(), &|| true).unwrap() {
            gather(&value, results.entry(name).or_default());
        }
    }
    results
}

/// Says whether the program writes a report of a kind.
fn written(kind: &str) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("rapport.md");
    let map = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/kopgroep.krachtenveld.ron");
    let output = Command::new(env!("CARGO_BIN_EXE_krachtenveld"))
        .arg("report")
        .arg(map)
        .args(["--kind", kind, "--out"])
        .arg(&out)
        .output()
        .unwrap();
    output.status.success() && out.exists()
}

/// Says whether there is a guided session of a name.
fn script(name: &str) -> bool {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/scripts");
    fs::read_dir(folder).is_ok_and(|entries| {
        entries
            .filter_map(Result::ok)
            .any(|entry| entry.file_name().to_string_lossy().split('.').next() == Some(name))
    })
}

#[test]
fn the_concepts_are_numbered_from_1_to_118_and_each_has_a_home() {
    let concepts = concepts();
    let numbers: Vec<usize> = concepts.iter().map(|concept| concept.number).collect();
    assert_eq!(numbers, (1..=118).collect::<Vec<_>>());
    for concept in &concepts {
        assert!(!concept.title.is_empty());
        assert!(!concept.homes.is_empty(), "{} has no home", concept.number);
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "what is open is worth reading")]
fn every_home_is_there_and_what_is_open_is_not() {
    let program = Program::gathered();
    let mut wrong = Vec::new();
    let (mut open, mut homeless) = (Vec::new(), 0);
    for concept in &concepts() {
        let missing = concept
            .homes
            .iter()
            .filter(|home| matches!(home, Home::Open(..)));
        if missing.count() == concept.homes.len() {
            homeless += 1;
        }
        for home in &concept.homes {
            let place = format!("{} {}: {home:?}", concept.number, concept.title);
            match home {
                Home::Open(..) if program.has(home) => wrong.push(format!("is there: {place}")),
                Home::Open(_, reason) => {
                    assert!(!reason.is_empty(), "{place} has no reason");
                    open.push(place);
                }
                _ if !program.has(home) => wrong.push(format!("is not there: {place}")),
                _ => {}
            }
        }
    }
    println!(
        "{} homes are open, {homeless} concepts have no other:",
        open.len()
    );
    for place in &open {
        println!("  {place}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_question_of_a_lens_belongs_to_a_lens_that_a_concept_names() {
    let named: BTreeSet<String> = concepts()
        .iter()
        .flat_map(|concept| &concept.homes)
        .filter_map(|home| match home {
            Home::LensField(name) => name.split_once('.').map(|(lens, _)| lens.to_owned()),
            _ => None,
        })
        .collect();
    let built_in: BTreeSet<String> = built_in_lenses()
        .iter()
        .map(|lens| lens.id.clone())
        .collect();
    assert_eq!(named, built_in);
}
