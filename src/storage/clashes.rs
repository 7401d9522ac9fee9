//! Clashes that nobody settled yet: kept in the map as the text of the version that does not stand, and settled later.
//!
//! An alternative names an entity (`a-…`, or `m-…/a-…` within a moment, or nothing for the map) and a field by the names
//! of a file, such as `positions/i-…/position` or `notes/"text"`. An empty text says that the field, or without a
//! field the entity, is not there.

use std::sync::Arc;

use super::form::{Tree, print_value};
use super::schema::document_tree;
use super::{Notice, Noticed, print_document, read};
use crate::merge::{Field, Item, Merge, Outcome, Spot, Step, Subject};
use crate::model::{Alternative, Content, Document, Unknown};

/// Says why an alternative cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettleError {
    /// There is no alternative at this place.
    #[error("there is no alternative {0}")]
    NoAlternative(usize),
    /// What it is about is not in the map any more.
    #[error("{0} is not in the map")]
    Gone(String),
    /// Its text does not fit in the map as it is now.
    #[error("the text of the alternative does not fit in the map")]
    Unfit,
}

/// Keeps what does not stand of these clashes in the merged map; an order of a list is not kept.
pub fn keep_alternatives(mut merged: Document, merge: &Merge, open: &[&Item]) -> Document {
    for item in open.iter().filter(|item| item.outcome == Outcome::Clash) {
        let other = if item.result == item.theirs && item.mine != item.theirs {
            merge.mine()
        } else {
            merge.theirs()
        };
        if item.spot.last_field() == Some(Field::Order) {
            continue;
        }
        let alternative = Alternative {
            entity: entity(&item.spot),
            field: field(&item.spot.path),
            raw: raw(other, &item.spot).unwrap_or_default(),
            unknown: Unknown::default(),
        };
        if !merged.alternatives.contains(&alternative) {
            Arc::make_mut(&mut merged.alternatives).push(alternative);
        }
    }
    merged
}

/// Counts what was not understood; a field that is not known is kept as it stands.
fn faults(notices: &[Noticed]) -> usize {
    let known = |it: &&Noticed| !matches!(it.notice, Notice::UnknownField { .. });
    notices.iter().filter(known).count()
}

/// Gives the map with an alternative in the place of what stands, and without the alternative.
pub fn settle(document: &Document, place: usize) -> Result<Document, SettleError> {
    let found = document
        .alternatives
        .get(place)
        .ok_or(SettleError::NoAlternative(place))?;
    let (moment, entity) = match found.entity.split_once('/') {
        Some((moment, entity)) => (Some(moment), entity),
        None => (None, found.entity.as_str()),
    };
    let gone = || SettleError::Gone(found.entity.clone());
    let moment = match moment {
        None => None,
        Some(id) => {
            let id = id.parse().map_err(|_no_id| gone())?;
            Some(document.moments.get(id).ok_or_else(gone)?)
        }
    };
    let content = moment.map_or(&document.now, |moment| moment.content.as_ref());
    let alone = if moment.is_some() || !entity.is_empty() {
        alone(document, content)
    } else {
        let mut bare = document.clone();
        bare.moments = crate::model::List::default();
        bare.alternatives = Arc::default();
        bare
    };
    let before = read(print_document(&alone).as_bytes()).map_err(|_unread| SettleError::Unfit)?;
    let mut tree = document_tree(&alone);
    replace(&mut tree, entity, &found.field, &found.raw).ok_or_else(gone)?;
    let text = format!("{}{}", super::FIRST_LINE, super::form::print(&tree));
    let after = read(text.as_bytes()).map_err(|_unread| SettleError::Unfit)?;
    // A part that went with what is taken out is no fault; a text that is not understood is.
    if !found.raw.is_empty() && faults(&after.notices) > faults(&before.notices) {
        return Err(SettleError::Unfit);
    }
    let mut settled = document.clone();
    match moment {
        Some(moment) => {
            let mut moment = moment.clone();
            moment.content = Arc::new(after.document.now);
            settled.moments.put(moment);
        }
        None if entity.is_empty() => {
            let moments = settled.moments;
            let alternatives = settled.alternatives;
            settled = after.document;
            (settled.moments, settled.alternatives) = (moments, alternatives);
            settled.lineage.clone_from(&document.lineage);
        }
        None => settled.now = after.document.now,
    }
    Arc::make_mut(&mut settled.alternatives).remove(place);
    Ok(settled)
}

/// Gives a map that holds nothing but a state.
fn alone(document: &Document, content: &Content) -> Document {
    let mut alone = Document::new(document.id, document.language);
    alone.now = content.clone();
    alone
}

/// Gives the text of a version at a spot; `None` when nothing stands there.
fn raw(document: &Document, spot: &Spot) -> Option<String> {
    let content = match spot.moment {
        None => &document.now,
        Some(moment) => &document.moments.get(moment)?.content,
    };
    let mut bare = document.clone();
    bare.now = content.clone();
    if spot.moment.is_some() || !matches!(spot.subject, Subject::Moment(_)) {
        bare.moments = crate::model::List::default();
    }
    let mut tree = document_tree(&bare);
    let id = subject_id(spot.subject);
    let mut at = if id.is_empty() {
        &mut tree
    } else {
        entity_in(&mut tree, &id)?
    };
    if spot.last_field() == Some(Field::Ends) {
        let ends =
            ["from", "to"].map(|name| at.field_mut(name).cloned().map(|end| (name.into(), end)));
        return Some(print_value(
            &Tree::Struct(ends.into_iter().flatten().collect()),
            0,
        ));
    }
    for part in parts(&field(&spot.path)) {
        at = step(at, &part)?;
    }
    Some(print_value(at, 0))
}

fn entity(spot: &Spot) -> String {
    let id = subject_id(spot.subject);
    match spot.moment {
        None => id,
        Some(moment) => format!("{moment}/{id}"),
    }
}

fn subject_id(subject: Subject) -> String {
    match subject {
        Subject::Map => String::new(),
        Subject::Issue(id) => id.to_string(),
        Subject::Value(id) => id.to_string(),
        Subject::Goal(id) => id.to_string(),
        Subject::Actor(id) => id.to_string(),
        Subject::Relation(id) => id.to_string(),
        Subject::Group(id) => id.to_string(),
        Subject::Factor(id) => id.to_string(),
        Subject::Role(id) => id.to_string(),
        Subject::Course(id) => id.to_string(),
        Subject::Action(id) => id.to_string(),
        Subject::Log(id) => id.to_string(),
        Subject::Question(id) => id.to_string(),
        Subject::Text(id) => id.to_string(),
        Subject::Moment(id) => id.to_string(),
        Subject::Scene(id) => id.to_string(),
    }
}

/// Writes a path by the names of a file.
fn field(path: &[Step]) -> String {
    // A field of a newer version stands among the known ones.
    if let Some(place) = path
        .iter()
        .position(|step| *step == Step::Field(Field::Unknown))
    {
        let (way, rest) = path.split_at(place);
        let name = rest.iter().find_map(|step| match step {
            Step::Entry(name, _) => Some(name.as_str()),
            _ => None,
        });
        let way = field(way);
        let name = name.unwrap_or_default();
        return if way.is_empty() {
            name.to_owned()
        } else {
            format!("{way}/{name}")
        };
    }
    let part = |step: &Step| match step {
        Step::Field(field) => field.code().to_owned(),
        Step::Actor(id) => id.to_string(),
        Step::Issue(id) => id.to_string(),
        Step::Value(id) => id.to_string(),
        Step::Frame(crate::model::Term::BuiltIn(frame)) => frame.code().to_owned(),
        Step::Frame(crate::model::Term::Own(name)) | Step::Word(name) => format!("\"{name}\""),
        Step::Entry(text, 1) => format!("\"{text}\""),
        Step::Entry(text, nth) => format!("\"{text}\"{nth}"),
    };
    path.iter().map(part).collect::<Vec<_>>().join("/")
}

/// Takes a written path apart; what stands in quotes may hold a slash.
fn parts(field: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut quoted = false;
    for letter in field.chars() {
        quoted ^= letter == '"';
        match found.last_mut() {
            Some(last) if letter != '/' || quoted => last.push(letter),
            Some(_) | None => found.push(String::new()),
        }
    }
    found.retain(|part| !part.is_empty());
    found
}

/// Finds the entity of an identity anywhere in a tree.
fn entity_in<'t, 'a>(tree: &'t mut Tree<'a>, id: &str) -> Option<&'t mut Tree<'a>> {
    if tree.has("id", id) {
        return Some(tree);
    }
    match tree {
        Tree::Struct(fields) | Tree::Block(fields) => fields
            .iter_mut()
            .find_map(|(_, value)| entity_in(value, id)),
        Tree::List(items) => items.iter_mut().find_map(|item| entity_in(item, id)),
        Tree::Tuple(_)
        | Tree::Text(_)
        | Tree::Word(_)
        | Tree::Int(_)
        | Tree::Float(_)
        | Tree::Raw(_)
        | Tree::Variant(..) => None,
    }
}

/// Takes one step of a path.
fn step<'t, 'a>(tree: &'t mut Tree<'a>, part: &str) -> Option<&'t mut Tree<'a>> {
    match tree {
        Tree::Struct(_) | Tree::Block(_) => tree.field_mut(part.trim_matches('"')),
        Tree::List(items) => {
            let place = place(items, part)?;
            items.get_mut(place)
        }
        Tree::Tuple(_)
        | Tree::Text(_)
        | Tree::Word(_)
        | Tree::Int(_)
        | Tree::Float(_)
        | Tree::Raw(_)
        | Tree::Variant(..) => None,
    }
}

/// Finds an entry of a list by the text that it starts with.
fn place(items: &[Tree<'_>], part: &str) -> Option<usize> {
    let (text, nth) = match part
        .strip_prefix('"')
        .and_then(|part| part.rsplit_once('"'))
    {
        Some((text, nth)) => (text, nth.parse().unwrap_or(1)),
        None => (part, 1),
    };
    let mut matching = items
        .iter()
        .enumerate()
        .filter(|(_, item)| first_text(item) == Some(text))
        .map(|(place, _)| place);
    matching.nth(nth - 1)
}

fn first_text<'t>(tree: &'t Tree<'_>) -> Option<&'t str> {
    match tree {
        Tree::Text(text) | Tree::Word(text) => Some(text),
        Tree::Struct(fields) | Tree::Block(fields) => {
            fields.iter().find_map(|(_, value)| first_text(value))
        }
        Tree::Tuple(items) | Tree::List(items) => items.iter().find_map(first_text),
        Tree::Variant(_, held) => first_text(held),
        Tree::Int(_) | Tree::Float(_) | Tree::Raw(_) => None,
    }
}

/// Puts a text in the place of what stands at a path; an empty one takes it out.
fn replace<'a>(tree: &mut Tree<'a>, entity: &str, field: &str, raw: &'a str) -> Option<()> {
    let parts = parts(field);
    let Some((last, way)) = parts.split_last() else {
        return take_out(tree, entity).then_some(());
    };
    let mut at = if entity.is_empty() {
        tree
    } else {
        entity_in(tree, entity)?
    };
    if last == Field::Ends.code() {
        let inside = raw.trim().trim_start_matches('(').trim_end_matches(')');
        for part in inside.split(',') {
            let (name, end) = part.split_once(':')?;
            let slot = at.field_mut(name.trim())?;
            *slot = Tree::Raw(end.trim().into());
        }
        return Some(());
    }
    for (number, part) in way.iter().enumerate() {
        // A list or a part of a struct that was left out until now begins empty.
        let keyed = parts
            .get(number + 1)
            .is_some_and(|next| next.starts_with('"') || next.contains('-'));
        if let Some(fields) = at.fields_mut()
            && !fields.iter().any(|(name, _)| name == part)
        {
            let empty = if keyed {
                Tree::List(Vec::new())
            } else {
                Tree::Struct(Vec::new())
            };
            fields.push((part.clone().into(), empty));
        }
        at = step(at, part)?;
    }
    put(at, last, raw)
}

/// Puts a text in a struct or a list, in the place of what stands there.
fn put<'a>(at: &mut Tree<'a>, last: &str, raw: &'a str) -> Option<()> {
    let value = Tree::Raw(raw.into());
    match at {
        Tree::Struct(fields) | Tree::Block(fields) => {
            let name = last.trim_matches('"');
            let old = fields.iter().position(|(field, _)| field == name);
            match (old, raw.is_empty()) {
                (Some(old), true) => {
                    fields.remove(old);
                }
                (Some(old), false) => fields.get_mut(old)?.1 = value,
                (None, true) => {}
                (None, false) => fields.push((name.to_owned().into(), value)),
            }
        }
        Tree::List(items) => match (place(items, last), raw.is_empty()) {
            (Some(old), true) => {
                items.remove(old);
            }
            (Some(old), false) => *items.get_mut(old)? = value,
            (None, true) => {}
            (None, false) => items.push(value),
        },
        Tree::Tuple(_)
        | Tree::Text(_)
        | Tree::Word(_)
        | Tree::Int(_)
        | Tree::Float(_)
        | Tree::Raw(_)
        | Tree::Variant(..) => return None,
    }
    Some(())
}

/// Takes an entity out of the list it stands in.
fn take_out(tree: &mut Tree<'_>, id: &str) -> bool {
    match tree {
        Tree::Struct(fields) | Tree::Block(fields) => {
            fields.iter_mut().any(|(_, value)| take_out(value, id))
        }
        Tree::List(items) => match items.iter().position(|item| item.has("id", id)) {
            Some(place) => {
                items.remove(place);
                true
            }
            None => items.iter_mut().any(|item| take_out(item, id)),
        },
        Tree::Tuple(_)
        | Tree::Text(_)
        | Tree::Word(_)
        | Tree::Int(_)
        | Tree::Float(_)
        | Tree::Raw(_)
        | Tree::Variant(..) => false,
    }
}
