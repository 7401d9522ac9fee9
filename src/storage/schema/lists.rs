//! Options, lists, sets, pairs, and maps that stand as lists of structs.

use std::collections::btree_map::Entry as Slot;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{self, SeqAccess, Visitor};

use super::context::{Context, Step};
use super::fields::{InFile, Read};
use crate::model::{Interest, Note, Sensitivity, limits};
use crate::storage::form::{Tree, print_value};
use crate::storage::read::{Fault, Notice};

impl<T: InFile> InFile for Option<T> {
    fn read<'de, D: Deserializer<'de>>(source: D, cx: &Context<'de>) -> Result<Self, D::Error> {
        source.deserialize_option(Maybe(cx, PhantomData))
    }

    fn tree(&self) -> Tree<'_> {
        self.as_ref()
            .map_or_else(|| Tree::word("None"), T::optional_tree)
    }

    fn left_out(&self) -> bool {
        self.is_none()
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

struct Maybe<'a, 'de, T>(&'a Context<'de>, PhantomData<T>);

impl<'de, T: InFile> Visitor<'de> for Maybe<'_, 'de, T> {
    type Value = Option<T>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a value or None")
    }

    fn visit_none<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, source: D) -> Result<Self::Value, D::Error> {
        T::read(source, self.0).map(Some)
    }
}

impl<T: InFile> InFile for Box<T> {
    fn read<'de, D: Deserializer<'de>>(source: D, cx: &Context<'de>) -> Result<Self, D::Error> {
        T::read(source, cx).map(Self::new)
    }

    fn tree(&self) -> Tree<'_> {
        T::tree(self)
    }
}

/// Reads a list item by item.
struct Items<'a, 'de, T>(&'a Context<'de>, usize, PhantomData<T>);

impl<'de, T: InFile> Visitor<'de> for Items<'_, 'de, T> {
    type Value = Vec<T>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
        let cx = self.0;
        let mut items = Vec::new();
        loop {
            let next = cx.at(Step::Index(items.len()), || {
                list.next_element_seed(Read::<T>::new(cx))
            })?;
            match next {
                Some(_) if items.len() == self.1 => {
                    return Err(cx.fail(Fault::TooMany { limit: self.1 }));
                }
                Some(item) => items.push(item),
                None => return Ok(items),
            }
        }
    }
}

/// Reads a list of at most so many items.
fn read_list<'de, T: InFile, D: Deserializer<'de>>(
    source: D,
    cx: &Context<'de>,
    limit: usize,
) -> Result<Vec<T>, D::Error> {
    source.deserialize_seq(Items(cx, limit, PhantomData))
}

/// Something that stands in plain lists.
pub(super) trait Listed: InFile {
    /// Most items of such a list; where the model names no limit, the whole file is the limit.
    const MOST: usize = usize::MAX;
}

impl<T: Listed> InFile for Vec<T> {
    fn read<'de, D: Deserializer<'de>>(source: D, cx: &Context<'de>) -> Result<Self, D::Error> {
        read_list(source, cx, T::MOST)
    }

    fn tree(&self) -> Tree<'_> {
        Tree::List(self.iter().map(T::tree).collect())
    }

    fn left_out(&self) -> bool {
        self.is_empty()
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }
}

impl<T: Listed + Ord> InFile for BTreeSet<T> {
    fn read<'de, D: Deserializer<'de>>(source: D, cx: &Context<'de>) -> Result<Self, D::Error> {
        Ok(read_list(source, cx, T::MOST)?.into_iter().collect())
    }

    fn tree(&self) -> Tree<'_> {
        Tree::List(self.iter().map(T::tree).collect())
    }

    fn left_out(&self) -> bool {
        self.is_empty()
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }
}

impl Listed for Interest {
    const MOST: usize = limits::LIST;
}
impl Listed for Note {
    const MOST: usize = limits::LIST;
}
impl Listed for Sensitivity {
    const MOST: usize = limits::LIST;
}

macro_rules! listed {
    ($($type:ty)*) => {$(
        impl $crate::storage::schema::lists::Listed for $type {}
    )*};
}
pub(super) use listed;

listed! { bool String crate::model::ActorId crate::model::GoalId crate::model::GroupId crate::model::RevisionId
crate::model::ValueId crate::model::Style crate::model::Level }

impl<const LOW: i8, const HIGH: i8> Listed for crate::model::Score<LOW, HIGH> {}

impl<A: InFile, B: InFile> InFile for (A, B) {
    fn read<'de, D: Deserializer<'de>>(source: D, cx: &Context<'de>) -> Result<Self, D::Error> {
        source.deserialize_tuple(2, Pair(cx, PhantomData))
    }

    fn tree(&self) -> Tree<'_> {
        Tree::Tuple(vec![self.0.tree(), self.1.tree()])
    }
}

impl<A: InFile, B: InFile> Listed for (A, B) {}

pub(super) struct Pair<'a, 'de, T>(pub(super) &'a Context<'de>, pub(super) PhantomData<T>);

impl<'de, A: InFile, B: InFile> Visitor<'de> for Pair<'_, 'de, (A, B)> {
    type Value = (A, B);

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a pair")
    }

    fn visit_seq<L: SeqAccess<'de>>(self, mut list: L) -> Result<(A, B), L::Error> {
        let cx = self.0;
        let first = cx.at(Step::Index(0), || list.next_element_seed(Read::new(cx)))?;
        let second = cx.at(Step::Index(1), || list.next_element_seed(Read::new(cx)))?;
        match (first, second) {
            (Some(first), Some(second)) => Ok((first, second)),
            (None | Some(_), None | Some(_)) => Err(cx.fail(Fault::Unsound)),
        }
    }
}

/// A struct that stands for a key and its value.
pub(super) trait Entry<K, V>: InFile {
    /// Takes it apart.
    fn split(self) -> (K, V);

    /// Gives the tree of a key and its value.
    fn tree_of<'a>(key: &'a K, value: &'a V) -> Tree<'a>;
}

/// Reads a list of keys and values; the second value of a key is kept aside.
pub(super) fn read_map<'de, E, K, V, D>(
    source: D,
    cx: &Context<'de>,
) -> Result<BTreeMap<K, V>, D::Error>
where
    E: Entry<K, V>,
    K: Ord,
    D: Deserializer<'de>,
{
    let mut map = BTreeMap::new();
    let entries = read_list::<E, D>(source, cx, usize::MAX)?;
    for (index, entry) in entries.into_iter().enumerate() {
        let (key, value) = entry.split();
        let slot = match map.entry(key) {
            Slot::Vacant(slot) => {
                slot.insert(value);
                continue;
            }
            Slot::Occupied(slot) => slot,
        };
        let tree = E::tree_of(slot.key(), &value);
        let raw = print_value(&tree, 4);
        let key = match &tree {
            Tree::Struct(fields) => fields.first().map(|(_, key)| print_value(key, 0)),
            _ => None,
        };
        let key = key.unwrap_or_default().trim_matches('"').to_owned();
        cx.notice_and_keep(Notice::DuplicateKey { key }, Step::Index(index), raw.into());
    }
    Ok(map)
}

/// Lets a map stand as a list of structs.
macro_rules! map_as_list {
    ($($key:ty => $value:ty as $entry:ty;)*) => {$(
        impl $crate::storage::schema::InFile for ::std::collections::BTreeMap<$key, $value> {
            fn read<'de, D: ::serde::Deserializer<'de>>(
                source: D,
                cx: &$crate::storage::schema::Context<'de>,
            ) -> Result<Self, D::Error> {
                $crate::storage::schema::lists::read_map::<$entry, _, _, _>(source, cx)
            }

            fn tree(&self) -> $crate::storage::form::Tree<'_> {
                use $crate::storage::schema::lists::Entry as _;
                $crate::storage::form::Tree::List(
                    self.iter().map(|(key, value)| <$entry>::tree_of(key, value)).collect(),
                )
            }

            fn left_out(&self) -> bool {
                self.is_empty()
            }

            fn absent() -> Option<Self> {
                Some(Self::new())
            }
        }
    )*};
}
pub(super) use map_as_list;
