//! Looks through a file before the parser does, which sets no bounds of its own.
//!
//! A file of 16 MB can hold millions of empty entities, or switch on an extension of the parser that takes half a minute.
//! Whatever passes here is parsed in time and memory that follow from its size.

use super::fault::Fault;
use super::lex::{Lexer, Token};
use crate::model::limits;

/// How deep brackets may stand in each other.
const DEPTH: usize = 32;
/// How long a text may be: four times that of a text of a map, room for what is kept aside.
const TEXT: usize = limits::KEPT;
/// How long a number may be.
const NUMBER: usize = 48;
/// How long a word may be.
const WORD: usize = 256;
/// How many values a file may hold; a fully annotated map at the limits of the model has fewer.
const VALUES: usize = 4_000_000;
/// How deep comments may stand in each other.
const COMMENTS: usize = 8;

/// What the guard saw of a text that may reach the parser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Seen {
    /// Where the map ends: behind its closing bracket, or at the end of the text.
    pub(super) end: usize,
    /// Whether the map was closed.
    pub(super) closed: bool,
    /// Where the first text starts that holds a line end as it is.
    pub(super) broken_text: Option<usize>,
}

/// Looks for what must not reach the parser, and gives it with the byte where it stands; stops behind the map.
pub(super) fn guard(source: &str) -> Result<Seen, (Fault, usize)> {
    let mut lexer = Lexer::new(source, 0);
    let mut depth = 0usize;
    let mut values = 0usize;
    loop {
        let next = lexer.next();
        if lexer.comment_depth > COMMENTS {
            return Err((Fault::DeepComment { limit: COMMENTS }, lexer.at()));
        }
        let Some((start, token)) = next.map_err(|fault| (fault, lexer.at()))? else {
            return Ok(seen(&lexer, false));
        };
        let closed = token == Token::Close && depth == 1;
        values += usize::from(is_value(token));
        let fault = match token {
            Token::Open => {
                depth += 1;
                (depth > DEPTH).then_some(Fault::TooDeep { limit: DEPTH })
            }
            Token::Close if depth == 0 => Some(Fault::Unbalanced),
            Token::Close => {
                depth -= 1;
                None
            }
            Token::Comma | Token::Colon => None,
            Token::Text(length) => (length > TEXT).then_some(Fault::LongText { limit: TEXT }),
            Token::Number(number) => {
                (number.len() > NUMBER).then_some(Fault::LongNumber { limit: NUMBER })
            }
            Token::Word(word) => (word.len() > WORD).then_some(Fault::LongWord { limit: WORD }),
            Token::Hash => skip_attribute(source, &mut lexer).err(),
            Token::Other(sign) => merge_mark(source, start, sign).then_some(Fault::MergeMarks),
        };
        let fault = fault.or((values > VALUES).then_some(Fault::TooManyValues { limit: VALUES }));
        if let Some(fault) = fault {
            return Err((fault, start));
        }
        if closed {
            return Ok(seen(&lexer, true));
        }
    }
}

fn seen(lexer: &Lexer<'_>, closed: bool) -> Seen {
    Seen {
        closed,
        end: lexer.at(),
        broken_text: lexer.broken_text,
    }
}

fn is_value(token: Token<'_>) -> bool {
    match token {
        Token::Open | Token::Text(_) | Token::Number(_) | Token::Word(_) => true,
        Token::Close | Token::Comma | Token::Colon | Token::Hash | Token::Other(_) => false,
    }
}

/// Lets the one attribute pass that changes nothing here.
fn skip_attribute<'a>(source: &'a str, lexer: &mut Lexer<'a>) -> Result<(), Fault> {
    let rest = source.get(lexer.at()..).unwrap_or_default();
    let attribute = rest.split_inclusive(']').next().unwrap_or_default();
    let bare: String = attribute
        .chars()
        .take(200)
        .filter(|letter| !letter.is_whitespace() && *letter != ',')
        .collect();
    if bare != "![enable(implicit_some)]" {
        return Err(Fault::Attribute);
    }
    let broken_text = lexer.broken_text;
    *lexer = Lexer::new(source, lexer.at() + attribute.len());
    lexer.broken_text = broken_text;
    Ok(())
}

/// Says whether a sign starts a line of seven of them, as programs write that merge texts.
fn merge_mark(source: &str, start: usize, sign: char) -> bool {
    let before = source.get(..start).unwrap_or_default();
    let line = source.get(start..).unwrap_or_default();
    matches!(sign, '<' | '=' | '>' | '|')
        && (before.is_empty() || before.ends_with('\n'))
        && line
            .chars()
            .take(7)
            .filter(|letter| *letter == sign)
            .count()
            == 7
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(source: &str) -> Option<Fault> {
        guard(source).err().map(|(fault, _)| fault)
    }

    #[test]
    fn deep_nesting_is_refused_and_the_limit_itself_is_not() {
        let nested = |depth: usize| "(".repeat(depth) + &")".repeat(depth);
        assert_eq!(fault(&nested(32)), None);
        assert_eq!(fault(&nested(33)), Some(Fault::TooDeep { limit: 32 }));
        assert!(fault(&"[".repeat(10_000_000)).is_some());
    }

    #[test]
    fn brackets_in_texts_and_comments_do_not_count() {
        let many = "(".repeat(100);
        for source in [
            format!("\"{many}\""),
            format!("r#\"{many}\"\"#"),
            format!("/* {many} */ 1"),
            format!("// {many}\n1"),
            format!("b\"{many}\""),
            "'(' '\\'' '\\u{28}'".to_owned(),
        ] {
            assert_eq!(fault(&source), None, "{source}");
        }
    }

    #[test]
    fn only_the_harmless_attribute_passes() {
        assert_eq!(fault("#![enable(implicit_some)]\n()"), None);
        assert_eq!(fault("#![ enable( implicit_some, ) ]()"), None);
        assert_eq!(
            fault("#![enable(unwrap_variant_newtypes)]()"),
            Some(Fault::Attribute)
        );
        assert_eq!(fault("#![type = \"x\"]()"), Some(Fault::Attribute));
    }

    #[test]
    fn marks_of_a_merge_are_known_by_their_line() {
        assert_eq!(fault("(\n<<<<<<< mine\n"), Some(Fault::MergeMarks));
        assert_eq!(fault("(\n=======\n"), Some(Fault::MergeMarks));
        assert_eq!(fault("(a: \"\n=======\n\")"), None);
    }

    #[test]
    fn long_numbers_words_and_texts_and_deep_comments_are_refused() {
        assert!(matches!(
            fault(&"1".repeat(1_000_000)),
            Some(Fault::LongNumber { .. })
        ));
        assert!(matches!(
            fault(&"a".repeat(300)),
            Some(Fault::LongWord { .. })
        ));
        assert!(matches!(
            fault(&format!("\"{}\"", "a".repeat(600_000))),
            Some(Fault::LongText { .. })
        ));
        assert!(matches!(
            fault(&("/*".repeat(9) + &"*/".repeat(9))),
            Some(Fault::DeepComment { .. })
        ));
        assert!(fault(&"/*".repeat(1_000_000)).is_some());
    }

    #[test]
    fn a_text_of_a_map_is_never_too_long_whatever_it_holds() {
        let worst = "\\u{200b}".repeat(limits::TEXT / 3);
        assert_eq!(fault(&format!("\"{worst}\"")), None);
    }
}
