//! All measures and the role advice, of a map or of a field in JSON.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use serde_json::{Value, json};

use super::{Ending, Streams, open};
use crate::analysis::answers::advice_answers;
use crate::analysis::{
    Analysis, Field, FieldOf, Role, Thresholds, analyse as all_measures, chosen_role, field_of,
};
use crate::cli::call::Measure;
use crate::exchange::field_json::read_field;
use crate::exchange::measures_json;
use crate::exchange::thresholds::{SHIPPED, read_thresholds};
use crate::model::{ActorId, Document, Language, Mode, Scope};
use crate::text;
use crate::text::advice::Telling;

/// The largest JSON file that is read, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;

/// What is measured.
struct Input {
    field: Field,
    /// The role chosen per pair, coördinatie included.
    chosen: BTreeMap<(usize, usize), Mode>,
    /// Answers used and not given.
    answers: (usize, usize),
}

/// Gives all measures: as JSON in the shape of the reference files, or in words.
pub(super) fn analyse(
    measure: &Measure,
    language: Language,
    streams: &mut Streams<'_>,
) -> io::Result<Ending> {
    let Some(input) = input(measure, language, streams)? else {
        return Ok(Ending::Refused);
    };
    let settings = settings();
    if measure.json {
        let file = measures_json::graph_file(&input.field, &settings, &|| true);
        write_json(&file.unwrap_or_default(), streams)?;
        return Ok(Ending::Done);
    }
    if let Some(analysis) = all_measures(&input.field, &settings, &|| true) {
        let telling = Telling {
            field: &input.field,
            analysis: &analysis,
            settings: &settings,
            language,
        };
        write!(
            streams.out,
            "{}",
            text::advice::analyse_mail(&telling, input.answers)
        )?;
    }
    Ok(Ending::Done)
}

/// Gives the role advice with what stands beside it: as JSON, or in words.
pub(super) fn advise(
    measure: &Measure,
    language: Language,
    streams: &mut Streams<'_>,
) -> io::Result<Ending> {
    let Some(input) = input(measure, language, streams)? else {
        return Ok(Ending::Refused);
    };
    let settings = settings();
    let Some(analysis) = all_measures(&input.field, &settings, &|| true) else {
        return Ok(Ending::Refused);
    };
    if measure.json {
        write_json(&advice_json(&input.field, &analysis), streams)?;
        return Ok(Ending::Done);
    }
    let telling = Telling {
        field: &input.field,
        analysis: &analysis,
        settings: &settings,
        language,
    };
    let chosen = |i: usize, j: usize| input.chosen.get(&(i.min(j), i.max(j))).copied();
    write!(
        streams.out,
        "{}",
        text::advice::advise_mail(&telling, &chosen, input.answers)
    )?;
    Ok(Ending::Done)
}

fn advice_json(field: &Field, analysis: &Analysis) -> Value {
    let nodes: Vec<Value> = field
        .actors
        .iter()
        .enumerate()
        .map(|(id, actor)| json!({ "id": id, "label": actor.label }))
        .collect();
    json!({
        "format": "krachtenveld-reference/1",
        "name": field.name,
        "focal": field.official(),
        "nodes": nodes,
        "reference": measures_json::advice(analysis, field),
    })
}

fn write_json(value: &Value, streams: &mut Streams<'_>) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *streams.out, value)?;
    writeln!(streams.out)
}

/// The weights and thresholds that come with the program.
fn settings() -> Thresholds {
    read_thresholds(SHIPPED).unwrap_or_default()
}

/// Reads a map or a field; a refusal is told on standard error.
fn input(
    measure: &Measure,
    language: Language,
    streams: &mut Streams<'_>,
) -> io::Result<Option<Input>> {
    let found = if begins_as_json(&measure.path) {
        of_json(measure, language, streams)?
    } else {
        match open(&measure.path, language, streams)? {
            Some(loaded) => of_map(loaded.document, measure.official.as_deref(), language),
            None => return Ok(None),
        }
    };
    match found {
        Ok(input) => Ok(Some(input)),
        Err(why) => {
            writeln!(streams.err, "{}: {why}", measure.path.display())?;
            Ok(None)
        }
    }
}

/// Says whether a file begins as a JSON object; one that cannot be read does not.
fn begins_as_json(path: &Path) -> bool {
    let mut start = Vec::new();
    let read = File::open(path).and_then(|file| file.take(4096).read_to_end(&mut start));
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&start);
    read.is_ok() && start.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
}

fn of_json(
    measure: &Measure,
    language: Language,
    streams: &mut Streams<'_>,
) -> io::Result<Result<Input, String>> {
    let mut bytes = Vec::new();
    let read =
        File::open(&measure.path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
    if let Err(error) = read {
        writeln!(streams.err, "{error}")?;
        return Ok(Err(text::cli::NO_FILE.get(language).to_owned()));
    }
    if bytes.len() as u64 > LARGEST {
        return Ok(Err(text::advice::too_large(LARGEST, language)));
    }
    let content = String::from_utf8_lossy(&bytes);
    let field = match read_field(content.trim_start_matches('\u{feff}')) {
        Ok(field) => field,
        Err(error) => return Ok(Err(text::advice::field_fault(&error, language))),
    };
    Ok(of_field(field, measure.official.as_deref(), language))
}

/// Takes a field as it is, for another official where one is named.
fn of_field(mut field: Field, official: Option<&str>, language: Language) -> Result<Input, String> {
    if let Some(name) = official {
        let labels: Vec<&str> = field
            .actors
            .iter()
            .map(|actor| actor.label.as_str())
            .collect();
        let Some(number) = named(&labels, name) else {
            return Err(text::advice::no_official(name, &labels, language));
        };
        if field.focal != Some(number) {
            // The roles in the file are choices of the official that it names.
            field.annotated.clear();
        }
        field.focal = Some(number);
    }
    let answers = advice_answers(&field);
    let chosen = field
        .annotated_pairs()
        .into_iter()
        .map(|(pair, role)| {
            let mode = match role {
                Role::Regie => Mode::Regie,
                Role::Verbinden => Mode::Verbinden,
            };
            (pair, mode)
        })
        .collect();
    Ok(Input {
        field,
        chosen,
        answers: (answers.used, answers.missing),
    })
}

/// Takes a map, for another official where one is named.
fn of_map(
    mut document: Document,
    official: Option<&str>,
    language: Language,
) -> Result<Input, String> {
    if let Some(name) = official {
        let actors: Vec<(ActorId, &str, &str)> = document
            .now
            .actors
            .iter()
            .map(|actor| (actor.id, actor.name.as_str(), actor.label()))
            .collect();
        let names: Vec<&str> = actors.iter().map(|(_, name, _)| *name).collect();
        let labels: Vec<&str> = actors.iter().map(|(_, _, label)| *label).collect();
        let found = named(&names, name).or_else(|| named(&labels, name));
        let Some((id, _, _)) = found.and_then(|number| actors.get(number)) else {
            return Err(text::advice::no_official(name, &names, language));
        };
        document.now.focal = Some(*id);
    }
    let of = field_of(&document);
    Ok(Input {
        chosen: chosen_pairs(&document, &of),
        answers: (of.asked, of.unknown),
        field: of.field,
    })
}

/// Gives the role chosen for every pair that a role of the map can be about.
fn chosen_pairs(document: &Document, of: &FieldOf) -> BTreeMap<(usize, usize), Mode> {
    let now = &document.now;
    let mut pairs: BTreeSet<(usize, usize)> = of.field.annotated_pairs().into_keys().collect();
    // Coördinatie annotates no pair and is told all the same.
    pairs.extend(now.roles.iter().filter_map(|role| match role.scope {
        Scope::Pair(a, b) => {
            let (i, j) = (of.number(a)?, of.number(b)?);
            Some((i.min(j), i.max(j)))
        }
        Scope::Group(_) | Scope::Actor(_) => None,
    }));
    pairs
        .into_iter()
        .filter_map(|(i, j)| {
            let role = chosen_role(now, *of.actors.get(i)?, *of.actors.get(j)?)?;
            Some(((i, j), role.mode))
        })
        .collect()
}

/// Finds a name among others, whatever its capitals.
fn named(names: &[&str], name: &str) -> Option<usize> {
    let name = name.trim();
    let exact = names.iter().position(|other| other.trim() == name);
    let lower = name.to_lowercase();
    exact.or_else(|| {
        names
            .iter()
            .position(|other| other.trim().to_lowercase() == lower)
    })
}
