//! Why the command line cannot measure something.

use super::either;
use crate::exchange::field_json::{Expected, FieldJsonError};
use crate::model::Language;

/// Says why a file is no field.
pub(crate) fn field_fault(error: &FieldJsonError, language: Language) -> String {
    match error {
        FieldJsonError::Syntax { line, column, .. } => either(
            language,
            format!("regel {line}, kolom {column}: dit is geen JSON"),
            format!("line {line}, column {column}: this is no JSON"),
        ),
        FieldJsonError::Missing { place } => either(
            language,
            format!("{place} ontbreekt"),
            format!("{place} is missing"),
        ),
        FieldJsonError::Wrong { expected, place } => {
            let what = expected_word(*expected, language);
            either(
                language,
                format!("bij {place} hoort {what}"),
                format!("at {place} belongs {what}"),
            )
        }
        FieldJsonError::TooMany { limit, place } => either(
            language,
            format!("bij {place} passen er hooguit {limit}"),
            format!("at {place} at most {limit} fit"),
        ),
    }
}

fn expected_word(expected: Expected, language: Language) -> String {
    let (nl, en) = match expected {
        Expected::Object => ("een object", "an object"),
        Expected::List => ("een lijst", "a list"),
        Expected::Text => ("een tekst", "a text"),
        Expected::Boolean => ("true of false", "true or false"),
        Expected::Actor => ("het nummer van een actor", "the number of an actor"),
        Expected::Issue => ("het nummer van een vraagstuk", "the number of an issue"),
        Expected::OwnPlace => (
            "de plaats van de actor in de lijst",
            "the place of the actor in the list",
        ),
        Expected::Whole => ("een heel getal vanaf 0", "a whole number from 0"),
        Expected::Sign => ("-1, 0 of 1", "-1, 0 or 1"),
        Expected::Role => ("\"regie\" of \"verbinden\"", "\"regie\" or \"verbinden\""),
        Expected::Between { low, high } => {
            return either(
                language,
                format!("een getal van {low} tot en met {high}"),
                format!("a number from {low} to {high}"),
            );
        }
        Expected::Positive => ("een getal boven 0", "a number above 0"),
    };
    either(language, nl, en)
}

/// Says that nobody has this name, and who there is.
pub(crate) fn no_official(name: &str, names: &[&str], language: Language) -> String {
    let shown = names.get(..names.len().min(20)).unwrap_or(names).join(", ");
    let more = if names.len() > 20 { ", …" } else { "" };
    either(
        language,
        format!("Er is geen actor met de naam {name}. Wel: {shown}{more}."),
        format!("There is no actor with the name {name}. There are: {shown}{more}."),
    )
}

/// Says that a file is too large to be a field.
pub(crate) fn too_large(limit: u64, language: Language) -> String {
    let most = limit / (1024 * 1024);
    either(
        language,
        format!("dit bestand is te groot: een veld heeft hooguit {most} MB"),
        format!("this file is too large: a field has at most {most} MB"),
    )
}
