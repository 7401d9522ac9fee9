//! From bytes to a map.

use ron::Options;
use ron::extensions::Extensions;

use super::fault::Subject;
use super::fault::{Expected, Fault, Notice, Noticed, ReadError, Spot};
use super::guard::guard;
use super::lex::Lexer;
use super::place::{Places, line_and_column};
use super::sniff::{text_of, windows_1252};
use crate::model::{Document, limits};
use crate::storage::schema::{Context, Found, Mode, Step, WholeMap, is_part};

/// Most notices whose place is looked up, so that a hostile file costs no more than a second.
const PLACES: usize = 20_000;

/// A map that was read, with what was noticed on the way.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The map.
    pub document: Document,
    /// What was kept, repaired or noticed, in the order in which it was found.
    pub notices: Vec<Noticed>,
}

impl Loaded {
    /// Says whether saving must leave the file alone, because it holds something that the map does not.
    pub fn spares_the_file(&self) -> bool {
        self.notices
            .iter()
            .any(|noticed| noticed.notice.spares_the_file())
    }
}

/// Reads a map. Faults of form refuse the file; faults of meaning are repaired or kept aside, and reported.
pub fn read(bytes: &[u8]) -> Result<Loaded, ReadError> {
    if bytes.len() > limits::FILE {
        return Err(ReadError::too_big(bytes.len()));
    }
    let sniffed = text_of(bytes).map_err(|(fault, at)| of_bytes(bytes, fault, at))?;
    let mut loaded = read_text(&sniffed.text, sniffed.zeros)?;
    if sniffed.utf16 {
        loaded.notices.insert(0, of_file(Notice::Utf16));
    }
    Ok(loaded)
}

/// Reads a map whose bytes are no UTF-8 as Windows-1252, because the user asked for it.
pub fn read_windows_1252(bytes: &[u8]) -> Result<Loaded, ReadError> {
    if bytes.len() > limits::FILE {
        return Err(ReadError::too_big(bytes.len()));
    }
    let mut loaded = read(windows_1252(bytes).as_bytes())?;
    loaded.notices.insert(0, of_file(Notice::Windows1252));
    Ok(loaded)
}

/// Gives some lines of a file that read differently as Windows-1252, with their numbers, to be judged by the user.
pub fn windows_1252_lines(bytes: &[u8], most: usize) -> Vec<(usize, String)> {
    let text = windows_1252(
        bytes
            .get(..bytes.len().min(limits::FILE))
            .unwrap_or_default(),
    );
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.is_ascii())
        .take(most)
        .map(|(number, line)| (number + 1, line.trim().chars().take(120).collect()))
        .collect()
}

fn of_file(notice: Notice) -> Noticed {
    Noticed {
        notice,
        spot: None,
        subject: None,
    }
}

/// Reads the text of a map; `zeros` followed it in the file.
fn read_text(text: &str, zeros: bool) -> Result<Loaded, ReadError> {
    let places = Places::new(text);
    let at = |fault, at| ReadError {
        fault,
        spot: Some(Box::new(places.spot_at(at))),
    };
    let seen = guard(text);
    if zeros && seen.as_ref().map_or(true, |seen| !seen.closed) {
        return Err(at(Fault::ZeroTail, text.len()));
    }
    let seen = seen.map_err(|(fault, place)| at(fault, place))?;
    let (map, rest) = text.split_at(seen.end.min(text.len()));
    let mut loaded = parse(map)?;
    let mut first = Vec::new();
    if let Some(start) = trailing(rest) {
        first.push((
            Notice::Trailing {
                text: excerpt(rest, start),
            },
            map.len() + start,
        ));
    } else if zeros {
        let text = String::new();
        first.push((Notice::Trailing { text }, map.len() + rest.len()));
    }
    if let Some(place) = seen.broken_text {
        first.push((Notice::BrokenText, place));
    }
    for (notice, place) in first {
        let spot = Some(places.spot_at(place));
        let subject = None;
        loaded.notices.insert(
            0,
            Noticed {
                notice,
                spot,
                subject,
            },
        );
    }
    Ok(loaded)
}

/// Gives where something stands behind the map that is no blank and no comment.
pub(super) fn trailing(rest: &str) -> Option<usize> {
    let mut lexer = Lexer::new(rest, 0);
    let whole = lexer.skip_blanks().is_ok() && lexer.at() >= rest.len();
    (!whole).then(|| lexer.at())
}

fn excerpt(rest: &str, start: usize) -> String {
    let rest = rest.get(start..).unwrap_or_default();
    rest.lines()
        .next()
        .unwrap_or_default()
        .chars()
        .take(60)
        .collect()
}

pub(super) fn of_bytes(bytes: &[u8], fault: Fault, at: usize) -> ReadError {
    let placed = matches!(fault, Fault::NotUtf8 | Fault::Nul | Fault::Mangled(_));
    let spot = placed.then(|| {
        let before = String::from_utf8_lossy(bytes.get(..at).unwrap_or_default());
        let (line, column) = line_and_column(&before, before.len());
        Box::new(Spot {
            line,
            column,
            ..Spot::default()
        })
    });
    ReadError { fault, spot }
}

/// Gives the parser: a field that may be absent may be written with and without `Some`.
pub(in crate::storage) fn parser() -> Options {
    // The guard bounds the depth to less than this; `RawValue` has this limit of its own.
    Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_recursion_limit(128)
}

fn parse(text: &str) -> Result<Loaded, ReadError> {
    let strict = Context::new(text, Mode::Strict);
    let error = match parser().from_str_seed(text, WholeMap(&strict)) {
        Ok(document) => return Ok(report(document, &strict)),
        Err(error) => error,
    };
    // Slower, but one bad entity does not cost the map.
    let salvage = Context::new(text, Mode::Salvage);
    match parser().from_str_seed(text, WholeMap(&salvage)) {
        Ok(document) => Ok(report(document, &salvage)),
        // The same fault again: the first round knows better in what entity it stands.
        Err(again) if again.span == error.span => Err(refuse(text, &strict, &error)),
        Err(again) => Err(refuse(text, &salvage, &again)),
    }
}

fn report(document: Document, cx: &Context<'_>) -> Loaded {
    Loaded {
        document,
        notices: noticed(cx),
    }
}

/// Gives what was noticed, with its places.
pub(super) fn noticed(cx: &Context<'_>) -> Vec<Noticed> {
    let mut places = Places::new(cx.source);
    let found = cx.found.take();
    found
        .into_iter()
        .enumerate()
        .map(|(count, found)| {
            let spot = (count < PLACES).then(|| places.spot(&found.path, found.at));
            let subject = subject(cx, &found);
            Noticed {
                notice: found.notice,
                spot,
                subject,
            }
        })
        .collect()
}

/// Gives what a notice is about: by identity, since the map will change while the report is read.
fn subject(cx: &Context<'_>, found: &Found<'_>) -> Option<Subject> {
    if let Some(kept) = &found.kept {
        return Some(Subject::Kept(kept.clone()));
    }
    let words =
        |steps: &[Step<'_>]| -> Vec<String> { steps.iter().map(ToString::to_string).collect() };
    let (moment, rest) = match found.path.as_slice() {
        [Step::Field("moments"), step, rest @ ..] if matches!(rest.first(), Some(Step::Field(list)) if is_part(list)) => {
            (Some(cx.identity(None, "moments", step)?), rest)
        }
        rest => (None, rest),
    };
    match rest {
        [
            Step::Field(list),
            step @ (Step::Index(_) | Step::Id(_)),
            path @ ..,
        ] => {
            let index = match found.path.first() {
                Some(Step::Field("moments")) => found.path.get(1).and_then(Step::index),
                Some(_) | None => None,
            };
            let index = index.filter(|_| moment.is_some());
            Some(Subject::Entity {
                id: cx.identity(index, list, step)?,
                moment,
                list: (*list).to_owned(),
                path: words(path),
            })
        }
        path => Some(Subject::Map(words(path))),
    }
}

/// Says why the text was refused, and where.
pub(super) fn refuse(text: &str, cx: &Context<'_>, error: &ron::error::SpannedError) -> ReadError {
    let mut places = Places::new(text);
    let path = cx.path.borrow();
    let Some(fault) = cx.take_fault() else {
        let at = offset_of(text, text, error.span.end.line, error.span.end.col);
        return ReadError {
            fault: fault_of(&error.code),
            spot: Some(Box::new(places.spot(&path, at))),
        };
    };
    let (fault, at) = match fault {
        Fault::DuplicateField { field, .. } => {
            let owner = path.split_last().map_or(&[][..], |(_, owner)| owner);
            let twice = places.all_of_field(owner, &field);
            let (first_line, first_column) =
                line_and_column(text, twice.first().copied().unwrap_or_default());
            let fault = Fault::DuplicateField {
                field,
                first_line,
                first_column,
            };
            (fault, twice.get(1).copied())
        }
        other => (other, None),
    };
    ReadError {
        fault,
        spot: Some(Box::new(places.spot(&path, at))),
    }
}

/// Gives the byte in the whole text of a line and a column in a part of it.
pub(in crate::storage) fn offset_of(
    whole: &str,
    part: &str,
    line: usize,
    column: usize,
) -> Option<usize> {
    // The part was borrowed from the whole, so its address says where it starts.
    let base = (part.as_ptr() as usize).checked_sub(whole.as_ptr() as usize)?;
    let mut start = 0;
    for _ in 1..line {
        start += part.get(start..)?.find('\n')? + 1;
    }
    let rest = part.get(start..)?;
    let letter = rest.char_indices().nth(column.saturating_sub(1));
    let within = letter.map_or(rest.len(), |(place, _)| place);
    Some(base + start + within)
}

/// Gives the kind of an error of the parser.
pub(in crate::storage) fn fault_of(error: &ron::Error) -> Fault {
    use ron::Error;
    let expected = match error {
        Error::Eof => return Fault::Ended,
        Error::TrailingCharacters => return Fault::Trailing,
        Error::ExceededRecursionLimit => return Fault::TooDeep { limit: 32 },
        Error::ExpectedDifferentStructName { expected, found } => {
            return Fault::OtherStruct {
                expected: (*expected).to_owned(),
                found: found.clone(),
            };
        }
        Error::ExpectedComma => Expected::Comma,
        Error::ExpectedMapColon => Expected::Colon,
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) | Error::ExpectedOption => {
            Expected::Open
        }
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => Expected::Close,
        Error::ExpectedArray => Expected::OpenList,
        Error::ExpectedArrayEnd => Expected::CloseList,
        Error::ExpectedString => Expected::Text,
        Error::ExpectedStringEnd => Expected::TextEnd,
        Error::InvalidEscape(_) => Expected::Escape,
        Error::ExpectedIdentifier
        | Error::InvalidIdentifier(_)
        | Error::SuggestRawIdentifier(_)
        | Error::ExpectedStructName(_) => Expected::Name,
        Error::ExpectedInteger
        | Error::IntegerOutOfBounds
        | Error::InvalidIntegerDigit { .. }
        | Error::UnderscoreAtBeginning => Expected::Integer,
        Error::ExpectedFloat | Error::FloatUnderscore => Expected::Number,
        Error::ExpectedBoolean => Expected::Boolean,
        Error::UnclosedBlockComment | Error::UnclosedLineComment => Expected::CommentEnd,
        Error::UnexpectedChar(_)
        | Error::ExpectedRawValue
        | Error::ExpectedUnit
        | Error::ExpectedMap
        | Error::ExpectedMapEnd
        | Error::ExpectedChar
        | Error::InvalidValueForType { .. }
        | Error::ExpectedDifferentLength { .. } => Expected::Value,
        // The parser may get new kinds; its own sentence is better than none.
        other => return Fault::Other(other.to_string()),
    };
    Fault::Expected(expected)
}
