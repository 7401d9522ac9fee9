//! From bytes to a map.

use ron::Options;
use ron::extensions::Extensions;

use super::fault::{Expected, Fault, Notice, Noticed, ReadError, Spot};
use super::guard::guard;
use super::place::{Places, line_and_column};
use super::sniff::text_of;
use crate::model::{Document, limits};
use crate::storage::schema::{Context, Found, Mode, WholeMap};

/// Most notices whose place is looked up; each costs a look at the whole text.
const PLACES: usize = 500;

/// A map that was read, with what was noticed on the way.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The map.
    pub document: Document,
    /// What was kept, repaired or noticed, in the order in which it was found.
    pub notices: Vec<Noticed>,
}

/// Reads a map. Faults of form refuse the file; faults of meaning are repaired or kept aside, and reported.
pub fn read(bytes: &[u8]) -> Result<Loaded, ReadError> {
    if bytes.len() > limits::FILE {
        return Err(ReadError::too_big(bytes.len()));
    }
    let (text, utf16) = text_of(bytes).map_err(|(fault, at)| of_bytes(bytes, fault, at))?;
    guard(&text).map_err(|(fault, at)| ReadError {
        fault,
        spot: Some(Box::new(Places::new(&text).spot_at(at))),
    })?;
    let mut loaded = parse(&text)?;
    if utf16 {
        let notice = Notice::Utf16;
        loaded.notices.insert(0, Noticed { notice, spot: None });
    }
    Ok(loaded)
}

fn of_bytes(bytes: &[u8], fault: Fault, at: usize) -> ReadError {
    let spot = matches!(fault, Fault::NotUtf8 | Fault::Nul).then(|| {
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
    let mut places = Places::new(cx.source);
    let found = cx.found.take();
    let notices = found
        .into_iter()
        .enumerate()
        .map(|(count, Found { notice, path, at })| Noticed {
            notice,
            spot: (count < PLACES).then(|| places.spot(&path, at)),
        })
        .collect();
    Loaded { document, notices }
}

/// Says why the text was refused, and where.
fn refuse(text: &str, cx: &Context<'_>, error: &ron::error::SpannedError) -> ReadError {
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
