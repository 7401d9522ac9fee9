//! Lists, sets and maps: entry by entry, by identity, by key, or by text.

use std::collections::{BTreeMap, BTreeSet};

use super::item::{Step, Subject};
use super::order::order;
use super::said::Said;
use super::walk::{Part, Walk, Whole, presence};
use super::words::{common, likeness};
use crate::model::{Entity, List, Table, Unknown};

/// An entity that is merged by its identity.
pub(super) trait Known: Entity + Part {
    /// Gives it as a subject.
    fn subject(id: Self::Id) -> Subject;
}

impl<T: Known> Part for Table<T> {
    fn merge(base: Option<&Self>, mine: &Self, theirs: &Self, walk: &mut Walk<'_>) -> Self {
        if mine.shares(theirs) && base.is_some_and(|base| base.shares(mine)) {
            return mine.clone();
        }
        let ids: BTreeSet<T::Id> = mine
            .ids()
            .chain(theirs.ids())
            .chain(base.into_iter().flat_map(Self::ids))
            .collect();
        let mut merged = mine.clone();
        for id in ids {
            let before = base.and_then(|base| base.get(id));
            match entity(before, mine.get(id), theirs.get(id), id, walk) {
                Some(entity) if mine.get(id) == Some(&entity) => {}
                Some(entity) => merged.put(entity),
                None => {
                    merged.remove(id);
                }
            }
        }
        merged
    }
}

impl<T: Known> Part for List<T> {
    fn merge(base: Option<&Self>, mine: &Self, theirs: &Self, walk: &mut Walk<'_>) -> Self {
        let ids = |list: &Self| -> Vec<T::Id> { list.iter().map(T::id).collect() };
        let (of_mine, of_theirs) = (ids(mine), ids(theirs));
        let of_base = base.map(ids);
        let all: BTreeSet<T::Id> = of_mine
            .iter()
            .chain(&of_theirs)
            .chain(of_base.iter().flatten())
            .copied()
            .collect();
        let by_id = |list: &Self| -> BTreeMap<T::Id, T> {
            list.iter()
                .map(|entity| (entity.id(), entity.clone()))
                .collect()
        };
        let (in_mine, in_theirs) = (by_id(mine), by_id(theirs));
        let in_base = base.map(by_id).unwrap_or_default();
        let mut merged: BTreeMap<T::Id, T> = BTreeMap::new();
        for id in all {
            let found = entity(
                in_base.get(&id),
                in_mine.get(&id),
                in_theirs.get(&id),
                id,
                walk,
            );
            merged.extend(found.map(|entity| (id, entity)));
        }
        let stays: BTreeSet<T::Id> = merged.keys().copied().collect();
        order(of_base.as_deref(), &of_mine, &of_theirs, &stays, walk)
            .into_iter()
            .filter_map(|id| merged.remove(&id))
            .collect()
    }
}

fn entity<T: Known>(
    base: Option<&T>,
    mine: Option<&T>,
    theirs: Option<&T>,
    id: T::Id,
    walk: &mut Walk<'_>,
) -> Option<T> {
    if mine == theirs && base == mine {
        return mine.cloned();
    }
    walk.at(T::subject(id), |walk| {
        presence(base, mine, theirs, (&Said::Here, false), walk)
    })
}

/// Something that stands in a list without an identity.
pub(super) trait Listed: Whole {
    /// Gives the text by which it is found again.
    fn key(&self) -> String;
}

/// What an entry is called within its list: its text, and which of several with that text.
type Key = (String, usize);

/// Merges lists of entries that are found again by their key alone: ordered sets.
pub(super) fn keyed<T: Listed>(
    base: Option<&[T]>,
    mine: &[T],
    theirs: &[T],
    walk: &mut Walk<'_>,
) -> Vec<T> {
    if mine == theirs && base.is_some_and(|base| base == mine) {
        return mine.to_vec();
    }
    let base = base.map(|base| (numbered(base), base));
    let base = base.as_ref().map(|(keys, list)| (keys.as_slice(), *list));
    merge_keyed(
        base,
        (&numbered(mine), mine),
        (&numbered(theirs), theirs),
        walk,
    )
}

/// Merges lists of texts with what stands behind them, which are found again also when their text changed.
pub(super) fn aligned<T: Listed>(
    base: Option<&[T]>,
    mine: &[T],
    theirs: &[T],
    walk: &mut Walk<'_>,
) -> Vec<T> {
    if mine == theirs && base.is_some_and(|base| base == mine) {
        return mine.to_vec();
    }
    let before = base.unwrap_or_default();
    let before_keys = numbered(before);
    let of_mine = keys_by(before, &before_keys, mine);
    let of_theirs = keys_by(before, &before_keys, theirs);
    let base = base.map(|base| (before_keys.as_slice(), base));
    merge_keyed(base, (&of_mine, mine), (&of_theirs, theirs), walk)
}

fn merge_keyed<T: Listed>(
    base: Option<(&[Key], &[T])>,
    mine: (&[Key], &[T]),
    theirs: (&[Key], &[T]),
    walk: &mut Walk<'_>,
) -> Vec<T> {
    fn by_key<'a, T>((keys, list): (&[Key], &'a [T])) -> BTreeMap<Key, &'a T> {
        keys.iter().cloned().zip(list).collect()
    }
    let (in_mine, in_theirs) = (by_key(mine), by_key(theirs));
    let in_base = base.map(by_key).unwrap_or_default();
    let keys: BTreeSet<&Key> = in_mine
        .keys()
        .chain(in_theirs.keys())
        .chain(in_base.keys())
        .collect();
    let mut merged: BTreeMap<Key, T> = BTreeMap::new();
    for key in keys {
        let (before, ours, others) = (in_base.get(key), in_mine.get(key), in_theirs.get(key));
        let versions = [before, ours, others];
        let private = versions.iter().flatten().any(|entry| entry.private());
        let Some(said) = versions
            .iter()
            .rev()
            .flatten()
            .next()
            .map(|entry| entry.said())
        else {
            continue;
        };
        let step = Step::Entry(key.0.clone(), key.1);
        let found = walk.within(step, |walk| {
            presence(
                before.copied(),
                ours.copied(),
                others.copied(),
                (&said, private),
                walk,
            )
        });
        merged.extend(found.map(|entry| (key.clone(), entry)));
    }
    let stays = merged.keys().cloned().collect();
    order(base.map(|(keys, _)| keys), mine.0, theirs.0, &stays, walk)
        .into_iter()
        .filter_map(|key| merged.remove(&key))
        .collect()
}

/// Gives each entry its key and which of several with that key it is.
fn numbered<T: Listed>(list: &[T]) -> Vec<Key> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    list.iter()
        .map(|entry| {
            let count = seen.entry(entry.key()).or_insert(0);
            *count += 1;
            (entry.key(), *count)
        })
        .collect()
}

/// Most pairs of entries that are compared word by word.
const PAIRS: usize = 10_000;
/// How alike two texts must be to be one entry that was changed.
const ALIKE: f64 = 0.5;

/// Gives the entries of a side their keys: that of the base for one that comes from there.
fn keys_by<T: Listed>(base: &[T], base_keys: &[Key], side: &[T]) -> Vec<Key> {
    let mut from: Vec<Option<usize>> = vec![None; side.len()];
    let mut left: BTreeSet<usize> = (0..base.len()).collect();
    let mut take = |from: &mut Vec<Option<usize>>, old: usize, new: usize| {
        if let Some(slot) = from.get_mut(new)
            && slot.is_none()
            && left.remove(&old)
        {
            *slot = Some(old);
        }
    };
    let texts = |list: &[T]| -> Vec<String> { list.iter().map(T::key).collect() };
    let (old_texts, new_texts) = (texts(base), texts(side));
    if base.len().saturating_mul(side.len()) <= 1_000_000 {
        for (old, new) in common(&old_texts, &new_texts) {
            take(&mut from, old, new);
        }
    }
    for (old, new) in same(&old_texts, &new_texts) {
        take(&mut from, old, new);
    }
    for (old, new) in alike(&old_texts, &new_texts, &from) {
        take(&mut from, old, new);
    }
    let mut used: BTreeSet<Key> = base_keys.iter().cloned().collect();
    from.into_iter()
        .zip(new_texts)
        .map(|(old, text)| {
            if let Some(key) = old.and_then(|old| base_keys.get(old)) {
                return key.clone();
            }
            let mut key = (text, 1);
            while !used.insert(key.clone()) {
                key.1 += 1;
            }
            key
        })
        .collect()
}

/// Pairs equal texts, the first with the first.
fn same(old: &[String], new: &[String]) -> Vec<(usize, usize)> {
    let mut places: BTreeMap<&String, Vec<usize>> = BTreeMap::new();
    for (place, text) in old.iter().enumerate().rev() {
        places.entry(text).or_default().push(place);
    }
    new.iter()
        .enumerate()
        .filter_map(|(place, text)| Some((places.get_mut(text)?.pop()?, place)))
        .collect()
}

/// Pairs texts that are much alike, the most alike first.
fn alike(old: &[String], new: &[String], from: &[Option<usize>]) -> Vec<(usize, usize)> {
    let taken: BTreeSet<usize> = from.iter().flatten().copied().collect();
    let old: Vec<(usize, &String)> = old
        .iter()
        .enumerate()
        .filter(|(place, _)| !taken.contains(place))
        .collect();
    let new: Vec<(usize, &String)> = new
        .iter()
        .enumerate()
        .filter(|(place, _)| from.get(*place).is_some_and(Option::is_none))
        .collect();
    if old.len().saturating_mul(new.len()) > PAIRS {
        return Vec::new();
    }
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (before, one) in &old {
        for (after, other) in &new {
            let alike = likeness(one, other);
            if alike >= ALIKE {
                pairs.push((alike, *before, *after));
            }
        }
    }
    pairs.sort_by(|one, other| {
        other
            .0
            .total_cmp(&one.0)
            .then((one.1, one.2).cmp(&(other.1, other.2)))
    });
    pairs.into_iter().map(|(_, old, new)| (old, new)).collect()
}

impl<T: Listed + Ord> Part for BTreeSet<T> {
    fn merge(base: Option<&Self>, mine: &Self, theirs: &Self, walk: &mut Walk<'_>) -> Self {
        if mine == theirs && base == Some(mine) {
            return mine.clone();
        }
        let list = |set: &Self| -> Vec<T> { set.iter().cloned().collect() };
        let base = base.map(list);
        keyed(base.as_deref(), &list(mine), &list(theirs), walk)
            .into_iter()
            .collect()
    }
}

impl Part for Unknown {
    fn merge(base: Option<&Self>, mine: &Self, theirs: &Self, walk: &mut Walk<'_>) -> Self {
        if mine == theirs && base == Some(mine) {
            return mine.clone();
        }
        let base = base.map(Self::fields);
        Self::new(keyed(base, mine.fields(), theirs.fields(), walk))
    }
}

/// What a map is keyed by.
pub(super) trait Keyed: Ord + Clone {
    /// Gives the step to what is kept under it.
    fn step(&self) -> Step;
}

/// Merges maps of values that may be missing.
pub(super) fn optional<K: Keyed, V: Whole>(
    base: Option<&BTreeMap<K, V>>,
    mine: &BTreeMap<K, V>,
    theirs: &BTreeMap<K, V>,
    walk: &mut Walk<'_>,
) -> BTreeMap<K, V> {
    if mine == theirs && base == Some(mine) {
        return mine.clone();
    }
    keys(base, mine, theirs)
        .into_iter()
        .filter_map(|key| {
            let of = |map: &BTreeMap<K, V>| map.get(key).cloned();
            let before = base.map(of);
            let value = walk.within(key.step(), |walk| {
                Part::merge(before.as_ref(), &of(mine), &of(theirs), walk)
            })?;
            Some((key.clone(), value))
        })
        .collect()
}

/// Merges maps of parts where a missing one says the same as an empty one.
pub(super) fn with_default<K: Keyed, V: Part + Default>(
    base: Option<&BTreeMap<K, V>>,
    mine: &BTreeMap<K, V>,
    theirs: &BTreeMap<K, V>,
    walk: &mut Walk<'_>,
) -> BTreeMap<K, V> {
    if mine == theirs && base == Some(mine) {
        return mine.clone();
    }
    let empty = V::default();
    keys(base, mine, theirs)
        .into_iter()
        .filter_map(|key| {
            let before = base.map(|base| base.get(key).unwrap_or(&empty));
            let (ours, others) = (mine.get(key), theirs.get(key));
            let value = walk.within(key.step(), |walk| {
                V::merge(
                    before,
                    ours.unwrap_or(&empty),
                    others.unwrap_or(&empty),
                    walk,
                )
            });
            // An entry that says nothing is kept by the same rule as any other value.
            let bare = |entry: Option<&V>| entry == Some(&empty);
            let kept = match base.map(|base| bare(base.get(key))) {
                Some(before) if before == bare(ours) => bare(others),
                Some(_) => bare(ours),
                None => bare(ours) || bare(others),
            };
            (kept || value != empty).then(|| (key.clone(), value))
        })
        .collect()
}

fn keys<'a, K: Ord, V>(
    base: Option<&'a BTreeMap<K, V>>,
    mine: &'a BTreeMap<K, V>,
    theirs: &'a BTreeMap<K, V>,
) -> BTreeSet<&'a K> {
    mine.keys()
        .chain(theirs.keys())
        .chain(base.into_iter().flat_map(BTreeMap::keys))
        .collect()
}
