//! What is selected: view state, not in the file and not undone.

use std::collections::BTreeSet;

use crate::model::{ActorId, Content, GroupId, RelationId, RoleId, TextId};

/// Something that can be selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// An actor.
    Actor(ActorId),
    /// A relation.
    Relation(RelationId),
    /// A group.
    Group(GroupId),
    /// A role choice.
    Role(RoleId),
    /// A text on the map.
    Text(TextId),
}

/// The selected items; empty means the map itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection(BTreeSet<Item>);

impl Selection {
    /// Selects one item.
    pub fn one(item: Item) -> Self {
        Self(BTreeSet::from([item]))
    }

    /// Gives the item when exactly one is selected.
    pub fn single(&self) -> Option<Item> {
        if self.0.len() == 1 {
            self.0.first().copied()
        } else {
            None
        }
    }

    /// Says whether an item is selected.
    pub fn contains(&self, item: Item) -> bool {
        self.0.contains(&item)
    }

    /// Says whether nothing is selected.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Gives the number of selected items.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Walks the selected items.
    pub fn iter(&self) -> impl Iterator<Item = Item> {
        self.0.iter().copied()
    }

    /// Walks the selected actors.
    pub fn actors(&self) -> impl Iterator<Item = ActorId> {
        self.0.iter().filter_map(|item| match item {
            Item::Actor(actor) => Some(*actor),
            Item::Relation(_) | Item::Group(_) | Item::Role(_) | Item::Text(_) => None,
        })
    }

    /// Gives the selection with an item more, or less when it was there.
    #[must_use]
    pub fn toggled(mut self, item: Item) -> Self {
        if !self.0.remove(&item) {
            self.0.insert(item);
        }
        self
    }

    /// Gives the selection without what is not in a map.
    #[must_use]
    pub(super) fn within(mut self, now: &Content) -> Self {
        self.0.retain(|item| match item {
            Item::Actor(id) => now.actors.contains(*id),
            Item::Relation(id) => now.relations.contains(*id),
            Item::Group(id) => now.groups.contains(*id),
            Item::Role(id) => now.roles.contains(*id),
            Item::Text(id) => now.texts.contains(*id),
        });
        self
    }
}

impl FromIterator<Item> for Selection {
    fn from_iter<I: IntoIterator<Item = Item>>(items: I) -> Self {
        Self(items.into_iter().collect())
    }
}
