//! Finds where something stands in a file, in lines and columns and in words.

use std::collections::HashMap;

use super::fault::Spot;
use super::lex::{Lexer, Token};
use crate::storage::schema::Step;

/// A part of a bracketed value.
#[derive(Debug, Clone, Copy)]
struct Child<'a> {
    /// The name of the field, in a struct.
    name: Option<&'a str>,
    /// Where the field or item starts.
    start: usize,
    /// Where its value starts.
    value: usize,
}

/// Finds places in one text; each bracketed value is looked through once.
#[derive(Debug)]
pub(super) struct Places<'a> {
    source: &'a str,
    children: HashMap<usize, Vec<Child<'a>>>,
    /// Where each line starts.
    lines: Vec<usize>,
}

impl<'a> Places<'a> {
    /// Prepares to look through a text.
    pub(super) fn new(source: &'a str) -> Self {
        let ends = source.match_indices('\n').map(|(end, _)| end + 1);
        Self {
            source,
            children: HashMap::new(),
            lines: std::iter::once(0).chain(ends).collect(),
        }
    }

    /// Gives the place of a byte.
    pub(super) fn spot_at(&self, at: usize) -> Spot {
        let (line, column) = self.line_and_column(at);
        Spot {
            line,
            column,
            ..Spot::default()
        }
    }

    /// Gives the place of what a path points at, or of the last part of it that is there; `at` is more exact.
    pub(super) fn spot(&mut self, path: &[Step<'_>], at: Option<usize>) -> Spot {
        let (start, _) = self.walk(path);
        let (line, column) = self.line_and_column(at.unwrap_or(start));
        let mut spot = Spot {
            line,
            column,
            ..Spot::default()
        };
        self.words(path, &mut spot);
        spot
    }

    /// Gives the line and the column, in characters, of a byte.
    fn line_and_column(&self, at: usize) -> (usize, usize) {
        let at = self.source.floor_char_boundary(at);
        let line = self.lines.partition_point(|start| *start <= at);
        let start = self.lines.get(line.saturating_sub(1)).copied();
        let before = self.source.get(start.unwrap_or_default()..at);
        (line, before.unwrap_or_default().chars().count() + 1)
    }

    /// Gives the places where a field of the struct at a path stands.
    pub(super) fn all_of_field(&mut self, path: &[Step<'_>], field: &str) -> Vec<usize> {
        let (_, value) = self.walk(path);
        self.children_of(value)
            .iter()
            .filter(|child| child.name == Some(field))
            .map(|child| child.start)
            .collect()
    }

    /// Gives the start of what a path points at, and the start of its value.
    fn walk(&mut self, path: &[Step<'_>]) -> (usize, usize) {
        let mut lexer = Lexer::new(self.source, 0);
        let mut here = (0, 0);
        while let Ok(Some((start, token))) = lexer.next() {
            // An attribute or a name may stand before the map itself.
            if token == Token::Open
                && self
                    .source
                    .get(start..)
                    .is_some_and(|map| map.starts_with('('))
            {
                here = (start, start);
                break;
            }
        }
        for step in path {
            let Some(child) = self.child(here.1, step) else {
                break;
            };
            here = (child.start, child.value);
        }
        here
    }

    fn child(&mut self, parent: usize, step: &Step<'_>) -> Option<Child<'a>> {
        let children = self.children_of(parent);
        match step {
            Step::Field(name) => children
                .iter()
                .rev()
                .find(|child| child.name == Some(*name))
                .copied(),
            Step::Index(index) => children.get(*index).copied(),
            Step::Id(id) => {
                let quoted = format!("\"{id}\"");
                let children = children.to_vec();
                children.into_iter().find(|child| {
                    let own = self.child(child.value, &Step::Field("id"));
                    let own = own.and_then(|own| self.source.get(own.value..));
                    own.is_some_and(|own| own.starts_with(&quoted))
                })
            }
        }
    }

    /// Reads a field that is a text.
    fn text_field(&mut self, parent: usize, name: &str) -> Option<String> {
        let child = self.child(parent, &Step::Field(name))?;
        let mut lexer = Lexer::new(self.source, child.value);
        let (start, token) = lexer.next().ok()??;
        let Token::Text(_) = token else {
            return None;
        };
        ron::from_str(self.source.get(start..lexer.at())?).ok()
    }

    fn children_of(&mut self, parent: usize) -> &[Child<'a>] {
        if !self.children.contains_key(&parent) {
            let found = find_children(self.source, parent);
            self.children.insert(parent, found);
        }
        self.children.get(&parent).map_or(&[], Vec::as_slice)
    }

    /// Says in words where a path leads.
    fn words(&mut self, path: &[Step<'_>], spot: &mut Spot) {
        let mut rest = path;
        let mut walked = 0;
        if let [Step::Field("moments"), index, Step::Field(list), after @ ..] = path
            && !after.is_empty()
            && crate::storage::schema::is_part(list)
        {
            spot.moment = self.name_of(&[Step::Field("moments"), index.clone()]);
            rest = path.get(2..).unwrap_or_default();
            walked = 2;
        }
        if let [Step::Field(list), step @ (Step::Index(_) | Step::Id(_)), ..] = rest {
            spot.list = Some((*list).to_owned());
            spot.index = match step {
                Step::Index(index) => Some(*index),
                Step::Field(_) | Step::Id(_) => None,
            };
            walked += 2;
            spot.name = self.name_of(path.get(..walked).unwrap_or_default());
        }
        spot.field = path
            .iter()
            .skip(walked)
            .map(|step| match step {
                Step::Field(name) => (*name).to_owned(),
                Step::Index(index) => (index + 1).to_string(),
                Step::Id(id) => id.clone(),
            })
            .collect::<Vec<_>>()
            .join(".");
    }

    /// Gives the name of an entity, or whatever tells it best from others.
    fn name_of(&mut self, path: &[Step<'_>]) -> Option<String> {
        let (_, value) = self.walk(path);
        ["name", "title", "word", "text", "id"]
            .into_iter()
            .find_map(|field| self.text_field(value, field))
            .filter(|name| !name.is_empty())
    }
}

/// Lists the parts of a bracketed value; of `Some(…)` those of what it holds.
fn find_children(source: &str, parent: usize) -> Vec<Child<'_>> {
    let mut lexer = Lexer::new(source, parent);
    let mut name = None;
    loop {
        match lexer.next() {
            Ok(Some((_, Token::Word(word)))) => name = Some(word),
            Ok(Some((_, Token::Open))) => break,
            Ok(Some(_) | None) | Err(_) => return Vec::new(),
        }
    }
    let children = parts(source, &mut lexer);
    match (name, children.as_slice()) {
        (Some("Some"), [only]) if only.name.is_none() => find_children(source, only.value),
        _ => children,
    }
}

fn parts<'a>(source: &'a str, lexer: &mut Lexer<'a>) -> Vec<Child<'a>> {
    let mut children = Vec::new();
    let mut depth = 0usize;
    let mut fresh = true;
    while let Ok(Some((start, token))) = lexer.next() {
        if token == Token::Close && depth == 0 {
            break;
        }
        if fresh {
            children.push(child(source, start, token, lexer));
            fresh = false;
        }
        match token {
            Token::Open => depth += 1,
            Token::Close => depth -= 1,
            Token::Comma if depth == 0 => fresh = true,
            Token::Comma
            | Token::Colon
            | Token::Text(_)
            | Token::Number(_)
            | Token::Word(_)
            | Token::Hash
            | Token::Other(_) => {}
        }
    }
    children
}

/// Takes a part apart into its name and its value.
fn child<'a>(source: &'a str, start: usize, token: Token<'a>, lexer: &Lexer<'a>) -> Child<'a> {
    let mut ahead = lexer.clone();
    if let Token::Word(word) = token
        && let Ok(Some((_, Token::Colon))) = ahead.next()
        && ahead.skip_blanks().is_ok()
    {
        return Child {
            name: Some(word.strip_prefix("r#").unwrap_or(word)),
            start,
            value: ahead.at().min(source.len()),
        };
    }
    Child {
        name: None,
        start,
        value: start,
    }
}

/// Gives the line and the column, in characters, of a byte.
pub(super) fn line_and_column(source: &str, at: usize) -> (usize, usize) {
    let before = source
        .get(..source.floor_char_boundary(at))
        .unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = before.matches('\n').count() + 1;
    let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
    (line, column)
}
