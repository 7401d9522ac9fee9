//! What was kept aside goes back to where it stood.

use super::actor::{ActorNote, HoldingEntry, PositionEntry};
use super::content::PARTS;
use super::context::{Context, Mode};
use super::fields::{InFile, Read};
use crate::model::{ActorId, Document, GoalId, RawEntity, Target, ValueId};
use crate::storage::form::Tree;
use crate::storage::read::parser;

/// The names of the lists of a map in the order of printing, for one that must be made anew.
const ORDER: &[&str] = &[
    "moments",
    "scenes",
    "lenses_on",
    "own_lenses",
    "session",
    "silenced",
    "not_same",
    "pseudonyms",
    "unreadable",
    "dangling",
    "alternatives",
];

/// Puts what could not be read, or points at what is not there, back in its lists; what has no list any more stands
/// under `unreadable` or `dangling`.
pub(super) fn write_back<'a>(mut tree: Tree<'a>, document: &'a Document) -> Tree<'a> {
    for (name, kept) in [
        ("unreadable", &document.unreadable),
        ("dangling", &document.dangling),
    ] {
        let mut homeless = Vec::new();
        for entity in kept.iter() {
            if !put(&mut tree, entity) {
                homeless.push(InFile::tree(entity));
            }
        }
        if !homeless.is_empty()
            && let Some(fields) = tree.fields_mut()
        {
            let place = place_of(fields.iter().map(|(field, _)| field.as_ref()), name);
            fields.insert(place, (name.into(), Tree::List(homeless)));
        }
    }
    tree
}

/// The lists whose entries are read one by one, so that any text may stand in them.
const ENTITY_LISTS: &[&str] = &[
    "issues",
    "values",
    "arenas",
    "kinds",
    "glossary",
    "actors",
    "relations",
    "groups",
    "factors",
    "roles",
    "courses",
    "actions",
    "log",
    "questions",
    "texts",
    "moments",
    "scenes",
    "own_lenses",
    "pseudonyms",
    "alternatives",
];

/// The parts that stand on their own, so that one that cannot be read stands in their place as it is.
const SINGLES: &[&str] = &[
    "purpose",
    "focal",
    "lens",
    "lenses_on",
    "session",
    "silenced",
    "not_same",
];

/// Puts one entity back; says whether its list was found and takes it.
fn put<'a>(tree: &mut Tree<'a>, entity: &'a RawEntity) -> bool {
    let raw = entity.raw.as_str();
    let path: Vec<&str> = entity.list.split('/').collect();
    let (owner, path) = match path.as_slice() {
        ["moments", id, rest @ ..] if !rest.is_empty() => {
            let Some(moment) = entity_mut(tree, "moments", id) else {
                return false;
            };
            (moment, rest)
        }
        path => (tree, path),
    };
    match *path {
        [list] if ENTITY_LISTS.contains(&list) => valid(raw) && push(owner, list, raw),
        [field] if SINGLES.contains(&field) => valid(raw) && put_single(owner, field, raw),
        ["vanguard"] if reads::<ActorId>(raw) => push(owner, "vanguard", raw),
        ["no_relation"] if reads::<(ActorId, ActorId)>(raw) => push(owner, "no_relation", raw),
        [field @ ("vanguard" | "no_relation")] => valid(raw) && put_single(owner, field, raw),
        ["purpose", "values"] => {
            reads::<ValueId>(raw)
                && owner
                    .field_mut("purpose")
                    .is_some_and(|purpose| push(purpose, "values", raw))
        }
        [list, id, field] => {
            fits(field, raw)
                && entity_mut(owner, list, id).is_some_and(|owner| push(owner, field, raw))
        }
        ["actors", id, "perspective", "sees_other"] => {
            reads::<ActorNote>(raw)
                && entity_mut(owner, "actors", id)
                    .and_then(|actor| actor.field_mut("perspective"))
                    .is_some_and(|perspective| push(perspective, "sees_other", raw))
        }
        _ => false,
    }
}

/// Says whether a list of an entity takes such a text; anything else would make the whole entity unreadable.
fn fits(field: &str, raw: &str) -> bool {
    match field {
        "positions" => reads::<PositionEntry>(raw),
        "values" => reads::<HoldingEntry>(raw),
        "members" | "agreed_by" => reads::<ActorId>(raw),
        "targets" => reads::<Target>(raw),
        "agreement" => reads::<GoalId>(raw),
        _ => false,
    }
}

fn valid(raw: &str) -> bool {
    ron::value::RawValue::from_ron(raw).is_ok()
}

fn reads<T: InFile>(raw: &str) -> bool {
    let cx = Context::new(raw, Mode::Strict);
    parser().from_str_seed(raw, Read::<T>::new(&cx)).is_ok()
}

fn entity_mut<'t, 'a>(owner: &'t mut Tree<'a>, list: &str, id: &str) -> Option<&'t mut Tree<'a>> {
    match owner.field_mut(list)? {
        Tree::List(items) => items.iter_mut().find(|item| item.has("id", id)),
        _ => None,
    }
}

/// Puts a part back in its place, unless there is another by now.
fn put_single<'a>(owner: &mut Tree<'a>, name: &str, raw: &'a str) -> bool {
    if owner.field_mut(name).is_some() {
        return false;
    }
    insert(owner, name, Tree::Raw(raw.into()))
}

fn insert<'a>(owner: &mut Tree<'a>, name: &str, value: Tree<'a>) -> bool {
    let Some(fields) = owner.fields_mut() else {
        return false;
    };
    let place = place_of(fields.iter().map(|(field, _)| field.as_ref()), name);
    fields.insert(place, (name.to_owned().into(), value));
    true
}

fn push<'a>(owner: &mut Tree<'a>, list: &str, raw: &'a str) -> bool {
    let raw = Tree::Raw(raw.into());
    if let Some(field) = owner.field_mut(list) {
        let Tree::List(items) = field else {
            return false;
        };
        items.push(raw);
        return true;
    }
    insert(owner, list, Tree::List(vec![raw]))
}

/// Finds where a new field stands: after the last of those that come before it.
fn place_of<'f>(fields: impl Iterator<Item = &'f str> + Clone, name: &str) -> usize {
    let rank = |name: &str| PARTS.iter().chain(ORDER).position(|known| *known == name);
    let own = rank(name);
    fields
        .clone()
        .enumerate()
        .filter(|(_, field)| rank(field).is_some_and(|rank| Some(rank) < own))
        .map(|(place, _)| place + 1)
        .last()
        .unwrap_or_else(|| fields.count())
}
