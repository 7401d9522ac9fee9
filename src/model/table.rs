//! Collections that share what did not change: a copy of a map costs a few pointers.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::id::Identity;

/// Something with an identity of its own.
pub trait Entity: Clone {
    /// The kind of its identity.
    type Id: Identity;

    /// Gives its identity, which never changes.
    fn id(&self) -> Self::Id;
}

/// Entities sorted by identity.
#[derive(Debug, Clone)]
pub struct Table<T: Entity>(Arc<BTreeMap<T::Id, Arc<T>>>);

impl<T: Entity> Default for Table<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T: Entity + PartialEq> PartialEq for Table<T> {
    /// What is shared is equal and is not looked into.
    fn eq(&self, other: &Self) -> bool {
        let pairs = || self.0.iter().zip(other.0.iter());
        self.shares(other)
            || self.len() == other.len()
                && pairs().all(|((one, a), (two, b))| one == two && alike(a, b))
    }
}

fn alike<T: PartialEq>(one: &Arc<T>, other: &Arc<T>) -> bool {
    Arc::ptr_eq(one, other) || one == other
}

impl<T: Entity> Table<T> {
    /// Finds an entity.
    pub fn get(&self, id: T::Id) -> Option<&T> {
        self.0.get(&id).map(AsRef::as_ref)
    }

    /// Says whether an entity is there.
    pub fn contains(&self, id: T::Id) -> bool {
        self.0.contains_key(&id)
    }

    /// Gives the number of entities.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Says whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Walks the entities in order of identity.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator {
        self.0.values().map(AsRef::as_ref)
    }

    /// Walks the identities in order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = T::Id> + ExactSizeIterator {
        self.0.keys().copied()
    }

    /// Puts an entity in, in place of one with the same identity.
    pub fn put(&mut self, entity: T) {
        Arc::make_mut(&mut self.0).insert(entity.id(), Arc::new(entity));
    }

    /// Takes an entity out; says whether it was there.
    pub fn remove(&mut self, id: T::Id) -> bool {
        self.contains(id) && Arc::make_mut(&mut self.0).remove(&id).is_some()
    }

    /// Keeps the entities for which the test holds.
    pub fn retain(&mut self, test: impl Fn(&T) -> bool) {
        if self.iter().any(|entity| !test(entity)) {
            Arc::make_mut(&mut self.0).retain(|_, entity| test(entity));
        }
    }

    /// Changes one entity; an entity that stays equal stays shared. Says whether it was there.
    pub fn update(&mut self, id: T::Id, change: impl FnOnce(&mut T)) -> bool
    where
        T: PartialEq,
    {
        let Some(before) = self.get(id) else {
            return false;
        };
        let mut after = before.clone();
        change(&mut after);
        if after != *before {
            self.put(after);
        }
        true
    }

    /// Changes every entity; those that stay equal stay shared.
    pub fn update_all(&mut self, change: impl Fn(&mut T))
    where
        T: PartialEq,
    {
        let ids: Vec<T::Id> = self.ids().collect();
        for id in ids {
            self.update(id, &change);
        }
    }

    /// Says whether both are the very same memory.
    pub fn shares(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// Gives the identities of the entities that are not shared with another table of the same identities, in order;
    /// nothing where the identities differ.
    pub fn unshared(&self, other: &Self) -> Option<Vec<T::Id>> {
        if self.shares(other) {
            return Some(Vec::new());
        }
        if self.len() != other.len() || !self.ids().eq(other.ids()) {
            return None;
        }
        let pairs = self.0.iter().zip(other.0.values());
        let unshared = pairs.filter(|((_, one), other)| !Arc::ptr_eq(one, other));
        Some(unshared.map(|((id, _), _)| *id).collect())
    }
}

impl<T: Entity> FromIterator<T> for Table<T> {
    fn from_iter<I: IntoIterator<Item = T>>(entities: I) -> Self {
        Self(Arc::new(
            entities
                .into_iter()
                .map(|entity| (entity.id(), Arc::new(entity)))
                .collect(),
        ))
    }
}

/// Entities in an order of their own.
#[derive(Debug, Clone)]
pub struct List<T: Entity>(Arc<Vec<Arc<T>>>);

impl<T: Entity> Default for List<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T: Entity + PartialEq> PartialEq for List<T> {
    /// What is shared is equal and is not looked into.
    fn eq(&self, other: &Self) -> bool {
        let same = |(a, b): (&Arc<T>, &Arc<T>)| alike(a, b);
        Arc::ptr_eq(&self.0, &other.0)
            || self.len() == other.len() && self.0.iter().zip(other.0.iter()).all(same)
    }
}

impl<T: Entity> List<T> {
    /// Finds an entity.
    pub fn get(&self, id: T::Id) -> Option<&T> {
        self.iter().find(|entity| entity.id() == id)
    }

    /// Says whether an entity is there.
    pub fn contains(&self, id: T::Id) -> bool {
        self.get(id).is_some()
    }

    /// Gives the place of an entity in the order.
    pub fn index_of(&self, id: T::Id) -> Option<usize> {
        self.iter().position(|entity| entity.id() == id)
    }

    /// Gives the first entity.
    pub fn first(&self) -> Option<&T> {
        self.0.first().map(AsRef::as_ref)
    }

    /// Gives the number of entities.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Says whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Walks the entities in their order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator {
        self.0.iter().map(AsRef::as_ref)
    }

    /// Puts an entity in the place of one with the same identity, else at the end.
    pub fn put(&mut self, entity: T) {
        let index = self.index_of(entity.id());
        let list = Arc::make_mut(&mut self.0);
        match index.and_then(|index| list.get_mut(index)) {
            Some(slot) => *slot = Arc::new(entity),
            None => list.push(Arc::new(entity)),
        }
    }

    /// Takes an entity out; says whether it was there.
    pub fn remove(&mut self, id: T::Id) -> bool {
        let Some(index) = self.index_of(id) else {
            return false;
        };
        Arc::make_mut(&mut self.0).remove(index);
        true
    }

    /// Moves an entity to a place in the order, the last when the place lies beyond; says whether it was there.
    pub fn move_to(&mut self, id: T::Id, place: usize) -> bool {
        let Some(index) = self.index_of(id) else {
            return false;
        };
        let target = place.min(self.len() - 1);
        if index != target {
            let list = Arc::make_mut(&mut self.0);
            let entity = list.remove(index);
            list.insert(target, entity);
        }
        true
    }

    /// Keeps the entities for which the test holds.
    pub fn retain(&mut self, test: impl Fn(&T) -> bool) {
        if self.iter().any(|entity| !test(entity)) {
            Arc::make_mut(&mut self.0).retain(|entity| test(entity));
        }
    }

    /// Changes every entity; those that stay equal stay shared.
    pub fn update_all(&mut self, change: impl Fn(&mut T))
    where
        T: PartialEq,
    {
        let changed: Vec<T> = self
            .iter()
            .filter_map(|before| {
                let mut after = before.clone();
                change(&mut after);
                (after != *before).then_some(after)
            })
            .collect();
        for entity in changed {
            self.put(entity);
        }
    }
}

impl<T: Entity> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(entities: I) -> Self {
        Self(Arc::new(entities.into_iter().map(Arc::new).collect()))
    }
}

macro_rules! entities {
    ($($name:ty: $id:ty;)*) => {$(
        impl $crate::model::Entity for $name {
            type Id = $id;

            fn id(&self) -> $id {
                self.id
            }
        }
    )*};
}
pub(super) use entities;
