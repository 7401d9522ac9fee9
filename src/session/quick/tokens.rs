//! A line cut into words, quotes and signs.

use super::names::clean;
use super::{Tie, TieWay};

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A word as it stands.
    Word(String),
    /// Words in double quotes.
    Quote(String),
    /// A value in double quotes after its sign.
    Value(String),
}

fn opens_quote(letter: char) -> bool {
    matches!(letter, '"' | '“' | '„' | '«')
}

fn closes_quote(letter: char) -> bool {
    matches!(letter, '"' | '”' | '“' | '»')
}

pub(super) fn tokens(line: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter == ' ' {
            continue;
        }
        if opens_quote(letter) {
            let text: String = letters
                .by_ref()
                .take_while(|next| !closes_quote(*next))
                .collect();
            tokens.push(Token::Quote(clean(&text)));
        } else if letter == '#' && letters.peek().copied().is_some_and(opens_quote) {
            letters.next();
            let text: String = letters
                .by_ref()
                .take_while(|next| !closes_quote(*next))
                .collect();
            tokens.push(Token::Value(clean(&text)));
        } else {
            let rest = letters.by_ref().take_while(|next| *next != ' ');
            tokens.push(Token::Word(std::iter::once(letter).chain(rest).collect()));
        }
    }
    tokens
}

/// Reads a word that stands for a relation.
pub(super) fn tie(token: &Token) -> Option<Tie> {
    let Token::Word(word) = token else {
        return None;
    };
    let (way, conflict) = match word.as_str() {
        "-" | "–" | "—" | "<>" | "<->" | "↔" => (TieWay::Mutual, false),
        ">" | "->" | "→" => (TieWay::Forward, false),
        "<" | "<-" | "←" => (TieWay::Backward, false),
        "x" | "×" => (TieWay::Mutual, true),
        _ => return None,
    };
    Some(Tie {
        way,
        conflict,
        found: None,
    })
}

/// Cuts a line at its relations. A cross at the end is part of a name; another sign there waits for a second name.
pub(super) fn cut(tokens: &[Token]) -> (Vec<&[Token]>, Vec<Tie>) {
    let (mut parts, mut ties) = (Vec::new(), Vec::new());
    let mut start = 0;
    for (index, token) in tokens.iter().enumerate() {
        let Some(tie) = tie(token) else {
            continue;
        };
        let last = index + 1 == tokens.len();
        if index > start && !(last && tie.conflict) {
            parts.push(tokens.get(start..index).unwrap_or_default());
            ties.push(tie);
            start = index + 1;
        }
    }
    parts.push(tokens.get(start..).unwrap_or_default());
    (parts, ties)
}
