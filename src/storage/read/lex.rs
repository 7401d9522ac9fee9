//! Splits the text of a file into words, brackets and texts, without reading them.
//!
//! The guard counts these before the parser starts, and the places of faults are found with them afterwards.

use super::fault::{Expected, Fault};

/// A piece of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// A comma.
    Comma,
    /// A colon.
    Colon,
    /// A text between quotes; the number of bytes it holds, escapes counted as what they stand for.
    Text(usize),
    /// A number.
    Number(&'a str),
    /// A word.
    Word(&'a str),
    /// The sign that starts an attribute.
    Hash,
    /// Anything else.
    Other(char),
}

/// Walks the pieces of a text.
#[derive(Debug, Clone)]
pub(super) struct Lexer<'a> {
    source: &'a str,
    at: usize,
    /// The deepest nesting of comments seen.
    pub(super) comment_depth: usize,
    /// Where the first text starts that holds a line end as it is.
    pub(super) broken_text: Option<usize>,
}

impl<'a> Lexer<'a> {
    /// Starts at a byte.
    pub(super) fn new(source: &'a str, at: usize) -> Self {
        Self {
            source,
            at,
            comment_depth: 0,
            broken_text: None,
        }
    }

    /// Gives the byte where the next piece starts or the walk stopped.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    fn rest(&self) -> &'a str {
        self.source.get(self.at..).unwrap_or_default()
    }

    /// Skips blanks and comments.
    pub(super) fn skip_blanks(&mut self) -> Result<(), Fault> {
        loop {
            let rest = self.rest();
            let text = rest.trim_start_matches(blank);
            self.at += rest.len() - text.len();
            if text.starts_with("//") {
                self.at += text.find('\n').map_or(text.len(), |end| end + 1);
            } else if text.starts_with("/*") {
                self.skip_block_comment()?;
            } else {
                return Ok(());
            }
        }
    }

    fn skip_block_comment(&mut self) -> Result<(), Fault> {
        let start = self.at;
        let bytes = self.source.as_bytes();
        let mut depth = 0;
        while let Some(pair) = bytes.get(self.at..self.at + 2) {
            match pair {
                b"/*" => {
                    depth += 1;
                    self.comment_depth = self.comment_depth.max(depth);
                    self.at += 2;
                }
                b"*/" => {
                    depth -= 1;
                    self.at += 2;
                    if depth == 0 {
                        return Ok(());
                    }
                }
                _ => self.at += 1,
            }
        }
        self.at = start;
        Err(Fault::Expected(Expected::CommentEnd))
    }

    /// Gives the next piece and the byte where it starts.
    pub(super) fn next(&mut self) -> Result<Option<(usize, Token<'a>)>, Fault> {
        self.skip_blanks()?;
        let start = self.at;
        let Some(first) = self.rest().chars().next() else {
            return Ok(None);
        };
        let token = match first {
            '(' | '[' | '{' => self.one(Token::Open),
            ')' | ']' | '}' => self.one(Token::Close),
            ',' => self.one(Token::Comma),
            ':' => self.one(Token::Colon),
            '#' => self.one(Token::Hash),
            '"' => self.text(1)?,
            '\'' => self.character()?,
            _ if wordy(first) => self.word()?,
            other => {
                self.at += other.len_utf8();
                Token::Other(other)
            }
        };
        Ok(Some((start, token)))
    }

    fn one(&mut self, token: Token<'a>) -> Token<'a> {
        self.at += 1;
        token
    }

    /// Skips a text whose opening quote ends so many bytes further.
    fn text(&mut self, opening: usize) -> Result<Token<'a>, Fault> {
        let start = self.at;
        let bytes = self.source.as_bytes();
        let mut at = self.at + opening;
        let mut length = 0;
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'"' => {
                    self.at = at + 1;
                    return Ok(Token::Text(length));
                }
                b'\\' => {
                    at += 2;
                    length += 1;
                    if bytes.get(at - 1) == Some(&b'u') {
                        let skipped = bytes.iter().skip(at).take(10);
                        let code = skipped
                            .take_while(|byte| **byte != b'}' && **byte != b'"')
                            .count();
                        length += utf8_length(self.source.get(at..at + code)) - 1;
                        at += code;
                    }
                }
                b'\n' => {
                    self.broken_text.get_or_insert(start);
                    at += 1;
                    length += 1;
                }
                _ => {
                    at += 1;
                    length += 1;
                }
            }
        }
        self.at = start;
        Err(Fault::Expected(Expected::TextEnd))
    }

    /// Skips a text without escapes, from its first `#` or quote.
    fn raw_text(&mut self, opening: usize) -> Result<Option<Token<'a>>, Fault> {
        let after = self.rest().get(opening..).unwrap_or_default();
        let hashes = after.bytes().take_while(|byte| *byte == b'#').count();
        if after.as_bytes().get(hashes) != Some(&b'"') {
            return Ok(None);
        }
        let inside = after.get(hashes + 1..).unwrap_or_default();
        let end = format!("\"{}", "#".repeat(hashes));
        let Some(length) = inside.find(&end) else {
            return Err(Fault::Expected(Expected::TextEnd));
        };
        self.at += opening + hashes + 1 + length + end.len();
        Ok(Some(Token::Text(length)))
    }

    fn character(&mut self) -> Result<Token<'a>, Fault> {
        let rest = self.rest();
        let mut letters = rest.char_indices().skip(1);
        let escaped = matches!(letters.next(), Some((_, '\\')));
        if escaped {
            letters.next();
        }
        for (place, letter) in letters.take(12) {
            if letter == '\'' {
                self.at += place + 1;
                return Ok(Token::Text(place));
            }
        }
        Err(Fault::Expected(Expected::TextEnd))
    }

    fn word(&mut self) -> Result<Token<'a>, Fault> {
        let rest = self.rest();
        for (start, quoted) in [("r", true), ("br", true), ("b", false)] {
            let Some(after) = rest.strip_prefix(start) else {
                continue;
            };
            if quoted && after.starts_with(['"', '#']) {
                if let Some(token) = self.raw_text(start.len())? {
                    return Ok(token);
                }
                // A raw name: the sign belongs to the word.
                let name = after.trim_start_matches('#');
                let skipped = rest.len() - name.len();
                let length = skipped + name.find(|letter| !wordy(letter)).unwrap_or(name.len());
                self.at += length.max(1);
                return Ok(Token::Word(rest.get(..length).unwrap_or_default()));
            }
            if !quoted && after.starts_with('"') {
                return self.text(2);
            }
            if !quoted && after.starts_with('\'') {
                self.at += 1;
                return self.character();
            }
        }
        let length = rest.find(|letter| !wordy(letter)).unwrap_or(rest.len());
        let word = rest.get(..length).unwrap_or_default();
        self.at += length;
        let number =
            word.starts_with(|first: char| first.is_ascii_digit() || "+-.".contains(first));
        Ok(if number {
            Token::Number(word)
        } else {
            Token::Word(word)
        })
    }
}

/// Gives the bytes of the character that an escape stands for, by what follows `\u`.
fn utf8_length(code: Option<&str>) -> usize {
    let digits = code.and_then(|code| code.strip_prefix('{'));
    let number = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
    // The longest character takes four bytes.
    number.and_then(char::from_u32).map_or(4, char::len_utf8)
}

/// The blanks of the format.
fn blank(letter: char) -> bool {
    matches!(
        letter,
        ' ' | '\t'..='\r' | '\u{85}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}'
    )
}

/// Letters, digits and what numbers hold.
fn wordy(letter: char) -> bool {
    letter.is_ascii_alphanumeric()
        || matches!(letter, '_' | '.' | '+' | '-')
        || (!letter.is_ascii() && !blank(letter))
}
