//! Ways to keep what points at what is not there.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use super::content::Site;
use super::context::Step;
use super::fields::InFile;
use super::lists::Entry;
use crate::model::{Entity, RawField, Unknown};
use crate::storage::form::print_value;
use crate::storage::read::Notice;

/// Notes that something points at what is not there.
pub(super) fn missing(site: &Site<'_, '_>, list: &str, reference: &dyn Display, path: &[&str]) {
    // The names of fields are known here, and the identity comes second.
    let steps = path.iter().enumerate().filter_map(|(place, part)| {
        if place == 1 {
            return Some(Step::Id((*part).to_owned()));
        }
        field_named(part).map(Step::Field)
    });
    let notice = Notice::Dangling {
        list: list.to_owned(),
        reference: reference.to_string(),
    };
    site.notice(notice, steps);
}

/// Gives the lasting name of a field that can hold a loose end.
fn field_named(name: &str) -> Option<&'static str> {
    const NAMES: &[&str] = &[
        "actors",
        "agreed_by",
        "agreement",
        "arrow",
        "courses",
        "actions",
        "factors",
        "focal",
        "from",
        "glossary",
        "groups",
        "initiator",
        "interests",
        "issue",
        "issues",
        "members",
        "no_relation",
        "official",
        "perspective",
        "positions",
        "purpose",
        "relations",
        "roles",
        "scope",
        "sees_other",
        "shared_value",
        "target",
        "targets",
        "texts",
        "to",
        "value",
        "values",
        "vanguard",
    ];
    NAMES.iter().find(|known| **known == name).copied()
}

/// Keeps a single reference as an unknown field of its owner, which writes it back.
pub(super) fn loose_field(
    site: &Site<'_, '_>,
    unknown: &mut Unknown,
    field: &str,
    reference: &dyn Display,
    owner: &[&str],
) {
    loose_raw(site, unknown, field, format!("\"{reference}\""), owner);
}

pub(super) fn loose_raw(
    site: &Site<'_, '_>,
    unknown: &mut Unknown,
    field: &str,
    raw: String,
    owner: &[&str],
) {
    let path: Vec<&str> = owner.iter().copied().chain([field]).collect();
    missing(site, field, &raw.trim_matches('"'), &path);
    let mut fields = unknown.fields().to_vec();
    fields.push(RawField {
        name: field.to_owned(),
        raw,
    });
    *unknown = Unknown::new(fields);
}

/// Takes unknown identities out of a set, and keeps each under a path.
pub(super) fn loose_ids<I: Display + Ord + Copy>(
    site: &mut Site<'_, '_>,
    set: &mut BTreeSet<I>,
    there: impl Fn(&I) -> bool,
    field: &str,
    owner: &str,
) {
    let loose: Vec<I> = set.iter().copied().filter(|id| !there(id)).collect();
    for id in loose {
        set.remove(&id);
        let path = format!("{owner}{field}");
        missing(site, field, &id, &path.split('/').collect::<Vec<_>>());
        site.keep(&path, format!("\"{id}\""));
    }
}

/// Takes unknown keys out of a map, and keeps each entry under a path.
pub(super) fn loose_entries<E, K, V>(
    site: &mut Site<'_, '_>,
    map: &mut BTreeMap<K, V>,
    there: impl Fn(&K) -> bool,
    path: &str,
) where
    E: Entry<K, V>,
    K: Display + Ord + Copy,
{
    let loose: Vec<K> = map.keys().copied().filter(|key| !there(key)).collect();
    for key in loose {
        if let Some(value) = map.remove(&key) {
            let steps: Vec<&str> = path.split('/').collect();
            missing(site, steps.last().unwrap_or(&""), &key, &steps);
            site.keep(path, print_value(&E::tree_of(&key, &value), 4));
        }
    }
}

/// Takes an entity off the map, and keeps it in its list.
pub(super) fn loose_entity<T: Entity + InFile>(
    site: &mut Site<'_, '_>,
    list: &str,
    entity: &T,
    reference: &dyn Display,
) {
    missing(site, list, reference, &[list, &entity.id().to_string()]);
    site.keep(list, print_value(&entity.tree().block(), 2));
}
