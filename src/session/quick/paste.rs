//! Several pasted lines: a list of names, or a table of name, arena and kind.

use std::collections::BTreeSet;

use super::lexicon::{Column, Lexicon};
use super::line::Reader;
use super::names::{Names, clean, fold};
use super::{SaidArena, Subject, Understood};
use crate::model::{Content, Term, limits};

/// Says whether a text is a list: more than one line with something on it, or a row of a table.
pub(super) fn is_list(text: &str) -> bool {
    text.trim().contains('\t') || lines(text).nth(1).is_some()
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r', '\u{2028}', '\u{2029}'])
        .filter(|line| line.chars().any(|letter| !letter.is_whitespace()))
}

pub(super) fn understand_list(
    text: &str,
    now: &Content,
    lexicon: &Lexicon,
    names: &Names,
) -> Understood {
    let reader = Reader { now, lexicon };
    let separator = separator(text);
    let mut columns = vec![Some(Column::Name), Some(Column::Arena), Some(Column::Kind)];
    let mut understood = Understood {
        list: true,
        ..Understood::default()
    };
    let mut seen = BTreeSet::new();
    for (row, line) in lines(text).enumerate() {
        let cells = cells(line, separator);
        if row == 0
            && let Some(heads) = header(&cells, lexicon)
        {
            columns = heads;
            continue;
        }
        let Some(subject) = subject(&cells, &columns, &reader) else {
            continue;
        };
        if names.exact(&subject.name).is_some() || !seen.insert(fold(&subject.name)) {
            understood.doubles += 1;
        } else if understood.subjects.len() <= limits::ACTORS {
            understood.subjects.push(subject);
        }
    }
    understood
}

/// Gives what stands between columns: a tab, else a semicolon on most lines.
fn separator(text: &str) -> Option<char> {
    if text.contains('\t') {
        return Some('\t');
    }
    let (with, all) = lines(text).fold((0, 0), |(with, all), line| {
        (with + usize::from(line.contains(';')), all + 1)
    });
    (2 * with > all).then_some(';')
}

fn cells(line: &str, separator: Option<char>) -> Vec<String> {
    let line = without_bullet(line.trim_start_matches(' '));
    match separator {
        Some(separator) => line
            .split(separator)
            .map(|cell| clean(unquoted(cell)))
            .collect(),
        None => vec![clean(line)],
    }
}

/// Takes the quotes off a cell that a spreadsheet put them round.
fn unquoted(cell: &str) -> &str {
    let cell = cell.trim();
    cell.strip_prefix('"')
        .and_then(|cell| cell.strip_suffix('"'))
        .unwrap_or(cell)
}

/// Takes a bullet or a number off the beginning of a line.
fn without_bullet(line: &str) -> &str {
    let mut letters = line.chars();
    if letters
        .next()
        .is_some_and(|first| "-–—•●◦▪‣·*○■".contains(first))
    {
        let rest = letters.as_str();
        if rest.starts_with(char::is_whitespace) {
            return rest.trim_start();
        }
    }
    let rest = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let digits = line.len() - rest.len();
    let marked = rest.strip_prefix(['.', ')']);
    match marked {
        Some(rest) if (1..=4).contains(&digits) && rest.starts_with(char::is_whitespace) => {
            rest.trim_start()
        }
        _ => line,
    }
}

/// Reads the first row as heads of columns: one of them must be that of the name.
fn header(cells: &[String], lexicon: &Lexicon) -> Option<Vec<Option<Column>>> {
    let heads: Vec<Option<Column>> = cells.iter().map(|cell| lexicon.head(cell)).collect();
    heads.contains(&Some(Column::Name)).then_some(heads)
}

fn subject(cells: &[String], columns: &[Option<Column>], reader: &Reader<'_>) -> Option<Subject> {
    let cell = |wanted: Column| {
        let index = columns.iter().position(|column| *column == Some(wanted))?;
        cells.get(index).filter(|cell| !cell.is_empty())
    };
    let text = cell(Column::Name)?;
    let read = reader.cell(text);
    let mut subject = read.subject;
    if read.trouble.is_some() || subject.name.is_empty() {
        subject = Subject {
            name: text.clone(),
            ..Subject::default()
        };
    }
    if let Some(term) =
        cell(Column::Arena).and_then(|arena| reader.lexicon.arena(arena, reader.now))
    {
        subject.details.arena = Some(SaidArena {
            term,
            guessed: false,
        });
    }
    if let Some(kind) = cell(Column::Kind).and_then(|kind| reader.lexicon.kind(kind, reader.now)) {
        if let (None, Term::BuiltIn(kind)) = (&subject.details.arena, &kind) {
            subject.details.arena = Some(SaidArena {
                term: Term::BuiltIn(kind.arena()),
                guessed: true,
            });
        }
        subject.details.kind = Some(kind);
    }
    reader.guess(&mut subject);
    Some(subject)
}
