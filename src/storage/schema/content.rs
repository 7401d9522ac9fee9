//! The entities of one state: what the map and each of its moments hold.
//!
//! A moment says only what differs from the current state. A whole part that is equal is named in `same`; an entity
//! that is equal stands as its identity alone.

use std::collections::btree_map::Entry as Slot;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::de::MapAccess;

use super::context::{Context, Found, Step};
use super::declare::file_struct;
use super::fields::{InFile, Read, twice};
use super::items::{InStruct, Item, Salvaged};
use super::lists::Entry;
use super::scalar::id_of;
use crate::model::{
    Action, Actor, ActorId, Content, Course, Entity, Factor, Goal, Group, Issue, LensAnswers, List,
    LogEntry, MapText, Note, OwnTerm, Purpose, Question, RawEntity, Relation, RoleChoice, Table,
    Value,
};
use crate::storage::form::{Fields, Tree};
use crate::storage::read::Notice;

/// Where a state is being put together.
pub(crate) struct Site<'a, 'de> {
    /// What is noticed.
    pub(crate) cx: &'a Context<'de>,
    /// The path to the state.
    pub(crate) path: Vec<Step<'de>>,
    /// What stands before the name of a list: nothing, or the moment.
    pub(crate) prefix: String,
    /// What points at what is not there.
    pub(crate) dangling: Vec<RawEntity>,
}

impl<'de> Site<'_, 'de> {
    /// Notes something at a path within the state.
    pub(crate) fn notice(&self, notice: Notice, steps: impl IntoIterator<Item = Step<'de>>) {
        let mut path = self.path.clone();
        path.extend(steps);
        self.cx.found.borrow_mut().push(Found {
            notice,
            path,
            at: None,
            kept: None,
        });
    }

    /// Keeps something that points at what is not there; it was noted just before.
    pub(crate) fn keep(&mut self, list: &str, raw: String) {
        let entity = RawEntity {
            list: format!("{}{list}", self.prefix),
            raw,
        };
        if let Some(found) = self.cx.found.borrow_mut().last_mut() {
            found.kept.get_or_insert_with(|| entity.clone());
        }
        self.dangling.push(entity);
    }

    /// Gives the place of the moment whose state this is.
    fn moment(&self) -> Option<usize> {
        self.path.get(1).and_then(Step::index)
    }
}

/// A part of a state.
pub(crate) trait Part: Sized + PartialEq {
    /// How it stands in a file.
    type File: InFile;

    /// Makes it of what stood in the file.
    fn of_file(
        file: Self::File,
        name: &'static str,
        base: Option<&Self>,
        site: &mut Site<'_, '_>,
    ) -> Self;

    /// Gives its tree, without what the current state has as well; `None` when it is empty.
    fn part_tree(&self, base: Option<&Self>) -> Option<Tree<'_>>;
}

macro_rules! content {
    ($($field:ident: $type:ty,)*) => {
        /// The parts of a state while they are read.
        #[derive(Default)]
        pub(crate) struct ContentFile {
            $($field: Option<<$type as Part>::File>,)*
        }

        impl ContentFile {
            /// Reads the value of a field; gives back `false` when the field is not known.
            pub(crate) fn take<'de, A: MapAccess<'de>>(
                &mut self,
                field: &'de str,
                map: &mut A,
                cx: &Context<'de>,
            ) -> Result<bool, A::Error> {
                match field {
                    $(stringify!($field) => {
                        if self.$field.is_some() {
                            return Err(twice(field, cx));
                        }
                        self.$field = Some(map.next_value_seed(Read::new(cx))?);
                    })*
                    _ => return Ok(false),
                }
                Ok(true)
            }

            /// Lists the known fields that did not come by.
            pub(crate) fn left(&self) -> Vec<&'static str> {
                let mut left = Vec::new();
                $(if self.$field.is_none() {
                    left.push(stringify!($field));
                })*
                left
            }

            /// Makes the state; parts named in `same` are those of the current state.
            pub(crate) fn finish(
                self,
                same: &[String],
                base: Option<&Content>,
                site: &mut Site<'_, '_>,
            ) -> Content {
                Content {
                    $($field: match (self.$field, base) {
                        (Some(file), base) => <$type as Part>::of_file(
                            file,
                            stringify!($field),
                            base.map(|base| &base.$field),
                            site,
                        ),
                        (None, Some(base)) if same.iter().any(|name| name == stringify!($field)) => {
                            base.$field.clone()
                        }
                        (None, Some(_) | None) => <$type>::default(),
                    },)*
                }
            }
        }

        /// The names of all parts.
        pub(crate) const PARTS: &[&str] = &[$(stringify!($field),)*];

        /// Adds the parts of a state to the fields of a file; gives back the names of those equal to the current state.
        pub(crate) fn push_content<'a>(
            fields: &mut Fields<'a>,
            content: &'a Content,
            base: Option<&'a Content>,
        ) -> Vec<&'static str> {
            let mut same = Vec::new();
            $(match content.$field.part_tree(base.map(|base| &base.$field)) {
                None => {}
                Some(_) if base.is_some_and(|base| base.$field == content.$field) => {
                    same.push(stringify!($field));
                }
                Some(tree) => fields.push((stringify!($field).into(), tree)),
            })*
            same
        }
    };
}

content! {
    purpose: Arc<Purpose>,
    issues: List<Issue>,
    values: List<Value>,
    arenas: Arc<Vec<OwnTerm>>,
    kinds: Arc<Vec<OwnTerm>>,
    glossary: Arc<BTreeMap<String, BTreeMap<ActorId, Note>>>,
    actors: Table<Actor>,
    relations: Table<Relation>,
    no_relation: Arc<BTreeSet<(ActorId, ActorId)>>,
    groups: Table<Group>,
    factors: List<Factor>,
    roles: List<RoleChoice>,
    courses: List<Course>,
    actions: List<Action>,
    log: List<LogEntry>,
    questions: List<Question>,
    texts: List<MapText>,
    focal: Option<ActorId>,
    vanguard: BTreeSet<ActorId>,
    lens: LensAnswers,
}

/// Implements a part that stands in a file just as it is.
macro_rules! plain_parts {
    ($($type:ty as $file:ty, $into:expr;)*) => {$(
        impl Part for $type {
            type File = $file;

            fn of_file(
                file: $file,
                _: &'static str,
                _: Option<&Self>,
                _: &mut Site<'_, '_>,
            ) -> Self {
                $into(file)
            }

            fn part_tree(&self, _: Option<&Self>) -> Option<Tree<'_>> {
                (!InFile::left_out(self)).then(|| InFile::tree(self).block())
            }
        }
    )*};
}

plain_parts! {
    Arc<Purpose> as Purpose, Self::new;
    Arc<Vec<OwnTerm>> as Salvaged<OwnTerm>, |file: Salvaged<_>| Self::new(file.into_items());
    Arc<BTreeSet<(ActorId, ActorId)>> as BTreeSet<(ActorId, ActorId)>, Self::new;
    Option<ActorId> as Self, std::convert::identity;
    BTreeSet<ActorId> as Self, std::convert::identity;
    LensAnswers as Self, std::convert::identity;
}

/// Lets something shared stand in a file as what it shares; it is read before it is shared.
impl<T: InFile> InFile for Arc<T> {
    fn read<'de, D: serde::Deserializer<'de>>(
        source: D,
        cx: &Context<'de>,
    ) -> Result<Self, D::Error> {
        T::read(source, cx).map(Self::new)
    }

    fn tree(&self) -> Tree<'_> {
        T::tree(self)
    }

    fn left_out(&self) -> bool {
        T::left_out(self)
    }

    fn absent() -> Option<Self> {
        T::absent().map(Self::new)
    }
}

impl Part for Arc<BTreeMap<String, BTreeMap<ActorId, Note>>> {
    type File = Salvaged<GlossaryEntry>;

    fn of_file(
        file: Self::File,
        name: &'static str,
        _: Option<&Self>,
        site: &mut Site<'_, '_>,
    ) -> Self {
        let mut glossary = BTreeMap::new();
        for (index, entry) in file.0 {
            match glossary.entry(entry.word) {
                Slot::Vacant(slot) => {
                    slot.insert(entry.meanings);
                }
                Slot::Occupied(slot) => {
                    let word = slot.key().clone();
                    let tree = GlossaryEntry::tree_of(&word, &entry.meanings);
                    let raw = crate::storage::form::print_value(&tree, 2);
                    let notice = Notice::DuplicateKey { key: word };
                    site.notice(notice, [Step::Field(name), Step::Index(index)]);
                    site.keep(name, raw);
                }
            }
        }
        Self::new(glossary)
    }

    fn part_tree(&self, _: Option<&Self>) -> Option<Tree<'_>> {
        let entry = |(word, meanings)| GlossaryEntry::tree_of(word, meanings);
        (!self.is_empty()).then(|| Tree::List(self.iter().map(entry).collect()))
    }
}

/// An entity that can be given another identity.
pub(crate) trait Renamed: Entity {
    /// Gives it another identity.
    #[must_use]
    fn renamed(self, id: Self::Id) -> Self;
}

macro_rules! renamed {
    ($($entity:ty)*) => {$(
        impl Renamed for $entity {
            fn renamed(mut self, id: Self::Id) -> Self {
                self.id = id;
                self
            }
        }
    )*};
}
renamed! {
    Action Actor Course Factor Goal Group Issue LogEntry MapText Question Relation RoleChoice Value
}

/// Puts the entities of a list together: shared ones from the current state, a second one under a new identity.
pub(crate) fn gather<T: Renamed>(
    items: Salvaged<Item<T>>,
    name: &'static str,
    shared: impl Fn(T::Id) -> Option<T>,
    site: &mut Site<'_, '_>,
) -> Vec<T> {
    let mut seen = BTreeSet::new();
    let mut entities = Vec::with_capacity(items.0.len());
    for (index, item) in items.0 {
        let steps = [Step::Field(name), Step::Index(index)];
        let mut entity = match item {
            Item::Own(entity) => entity,
            Item::Same(id) => {
                if let Some(entity) = shared(id_of(&id, site.cx)) {
                    entity
                } else {
                    let notice = Notice::Dangling {
                        list: name.to_owned(),
                        reference: id.clone(),
                    };
                    site.notice(notice, steps);
                    site.keep(name, crate::storage::form::print_value(&Tree::text(id), 0));
                    continue;
                }
            }
        };
        if !seen.insert(entity.id()) {
            let id = entity.id();
            let used = site.cx.new_id_unlike(&seen);
            seen.insert(used);
            entity = entity.renamed(used);
            site.notice(
                Notice::DuplicateId {
                    id: id.to_string(),
                    used: used.to_string(),
                },
                steps,
            );
        }
        site.cx.remember(site.moment(), name, index, &entity.id());
        entities.push(entity);
    }
    entities
}

macro_rules! entity_parts {
    ($($list:ident)*) => {$(
        impl<T> Part for $list<T>
        where
            T: Renamed + InFile + InStruct + PartialEq,
        {
            type File = Salvaged<Item<T>>;

            fn of_file(
                file: Self::File,
                name: &'static str,
                base: Option<&Self>,
                site: &mut Site<'_, '_>,
            ) -> Self {
                let shared = |id| base.and_then(|base| base.get(id)).cloned();
                gather(file, name, shared, site).into_iter().collect()
            }

            fn part_tree(&self, base: Option<&Self>) -> Option<Tree<'_>> {
                let shared =
                    |entity: &T| base.and_then(|base| base.get(entity.id())) == Some(entity);
                (!self.is_empty()).then(|| {
                    Tree::List(
                        self.iter()
                            .map(|entity| {
                                if shared(entity) {
                                    Tree::text(entity.id().to_string())
                                } else {
                                    entity.tree().block()
                                }
                            })
                            .collect(),
                    )
                })
            }
        }
    )*};
}
entity_parts! { Table List }

file_struct! {
    new
    /// A word and what it means to each actor.
    GlossaryEntry by GlossaryFile, "Word" {
        word: String [must],
        meanings: BTreeMap<ActorId, Note>,
    }
}

impl Entry<String, BTreeMap<ActorId, Note>> for GlossaryEntry {
    fn split(self) -> (String, BTreeMap<ActorId, Note>) {
        (self.word, self.meanings)
    }

    fn tree_of<'a>(word: &'a String, meanings: &'a BTreeMap<ActorId, Note>) -> Tree<'a> {
        let mut fields: Fields<'a> = vec![("word".into(), word.tree())];
        if !meanings.is_empty() {
            fields.push(("meanings".into(), meanings.tree()));
        }
        Tree::Struct(fields)
    }
}
