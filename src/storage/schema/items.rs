//! Lists of entities: one that cannot be read is kept aside as it stood, and a moment names those it shares.

use std::fmt;
use std::marker::PhantomData;

use ron::value::RawValue;
use serde::Deserializer;
use serde::de::{self, MapAccess, SeqAccess, Visitor};

use super::context::{Context, Found, Kept, Mode, Step};
use super::fields::{FileFields, InFile, Read, Struct};
use crate::model::limits;
use crate::storage::form::Tree;
use crate::storage::read::{Fault, Notice, fault_of, offset_of, parser};

/// A list, each item with the place it had in the file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Salvaged<T>(pub(crate) Vec<(usize, T)>);

impl<T> Salvaged<T> {
    /// Gives the items without their places.
    pub(crate) fn into_items(self) -> Vec<T> {
        self.0.into_iter().map(|(_, item)| item).collect()
    }
}

impl<T: InFile> InFile for Salvaged<T> {
    fn read<'de, D: Deserializer<'de>>(source: D, cx: &Context<'de>) -> Result<Self, D::Error> {
        source.deserialize_seq(List(cx, PhantomData)).map(Self)
    }

    fn tree(&self) -> Tree<'_> {
        Tree::List(self.0.iter().map(|(_, item)| item.tree()).collect())
    }

    fn left_out(&self) -> bool {
        self.0.is_empty()
    }

    fn absent() -> Option<Self> {
        Some(Self(Vec::new()))
    }
}

struct List<'a, 'de, T>(&'a Context<'de>, PhantomData<T>);

impl<'de, T: InFile> Visitor<'de> for List<'_, 'de, T> {
    type Value = Vec<(usize, T)>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let cx = self.0;
        let limit = cx.list_limit();
        let mut items = Vec::new();
        for index in 0.. {
            let next = cx.at(Step::Index(index), || match cx.mode {
                Mode::Strict => list
                    .next_element_seed(Read::new(cx))
                    .map(|next| next.map(Some)),
                Mode::Salvage => list
                    .next_element::<&'de RawValue>()?
                    .map(|raw| read_alone(raw.get_ron(), cx))
                    .transpose(),
            })?;
            match next {
                Some(_) if index == limit => return Err(cx.fail(Fault::TooMany { limit })),
                Some(Some(item)) => items.push((index, item)),
                Some(None) => {}
                None => break,
            }
        }
        Ok(items)
    }
}

/// Reads one entity on its own; when that fails, keeps its text.
fn read_alone<'de, T: InFile, E: de::Error>(
    raw: &'de str,
    cx: &Context<'de>,
) -> Result<Option<T>, E> {
    let before = Before::now(cx);
    let error = match parser().from_str_seed(raw, Read::<T>::new(cx)) {
        Ok(item) => return Ok(Some(item)),
        Err(error) => error,
    };
    let trouble = before.back_to(cx, raw, &error.code, error.span.end);
    trouble.keep(raw, cx)?;
    Ok(None)
}

/// How much was noticed before something was tried.
pub(super) struct Before {
    depth: usize,
    found: usize,
    kept: usize,
}

/// What went wrong, and where.
pub(super) struct Trouble<'de> {
    pub(super) fault: Fault,
    path: Vec<Step<'de>>,
    at: Option<usize>,
}

impl Before {
    /// Remembers how much was noticed until now.
    pub(super) fn now(cx: &Context<'_>) -> Self {
        Self {
            depth: cx.path.borrow().len(),
            found: cx.found.borrow().len(),
            kept: cx.kept.borrow().len(),
        }
    }

    /// Forgets what was noticed since, and says what went wrong.
    pub(super) fn back_to<'de>(
        self,
        cx: &Context<'de>,
        raw: &'de str,
        error: &ron::Error,
        end: ron::error::Position,
    ) -> Trouble<'de> {
        let path = cx.path.borrow().clone();
        cx.path.borrow_mut().truncate(self.depth);
        cx.found.borrow_mut().truncate(self.found);
        cx.kept.borrow_mut().truncate(self.kept);
        let (fault, at) = match cx.take_fault() {
            Some(fault) => (fault, None),
            None => (
                fault_of(error),
                offset_of(cx.source, raw, end.line, end.col),
            ),
        };
        Trouble { fault, path, at }
    }
}

impl<'de> Trouble<'de> {
    /// Keeps the text that cannot be read; a field that stands twice and what is too large refuse the file all the same.
    pub(super) fn keep<E: de::Error>(mut self, raw: &'de str, cx: &Context<'de>) -> Result<(), E> {
        let refused = matches!(
            self.fault,
            Fault::DuplicateField { .. }
                | Fault::TooManyUnknown { .. }
                | Fault::TooLong {
                    limit: limits::TEXT
                }
        );
        if raw.len() > limits::KEPT {
            self.fault = Fault::LongText {
                limit: limits::KEPT,
            };
        }
        if refused || raw.len() > limits::KEPT {
            return Err(self.refuse(cx));
        }
        let list = list_name(&cx.path.borrow());
        let notice = cx.found.borrow().len();
        cx.found.borrow_mut().push(Found {
            notice: Notice::Unreadable {
                list,
                fault: self.fault,
            },
            path: self.path,
            at: self.at,
            kept: None,
        });
        let text = RawValue::from_ron(raw).map_or(raw, |raw| raw.trim().get_ron());
        cx.kept.borrow_mut().push(Kept {
            raw: text.into(),
            path: cx.path.borrow().clone(),
            notice,
        });
        Ok(())
    }

    /// Refuses the file.
    pub(super) fn refuse<E: de::Error>(self, cx: &Context<'de>) -> E {
        *cx.path.borrow_mut() = self.path;
        cx.fail(self.fault)
    }
}

fn list_name(path: &[Step<'_>]) -> String {
    path.iter()
        .rev()
        .find_map(|step| match step {
            Step::Field(name) => Some((*name).to_owned()),
            Step::Index(_) | Step::Id(_) => None,
        })
        .unwrap_or_default()
}

/// Something that stands in a file as a struct.
pub(crate) trait InStruct: Sized {
    /// Its fields while they are read.
    type File: FileFields<Whole = Self>;
}

/// An entity, or the identity of the one that the current state has.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Item<T> {
    /// The same as in the current state.
    Same(String),
    /// Written out.
    Own(T),
}

impl<T: InStruct> InFile for Item<T> {
    fn read<'de, D: Deserializer<'de>>(source: D, cx: &Context<'de>) -> Result<Self, D::Error> {
        source.deserialize_any(ItemVisitor(cx, PhantomData))
    }

    fn tree(&self) -> Tree<'_> {
        match self {
            Self::Same(id) => Tree::text(id.as_str()),
            // Entities are printed from the model; see `content`.
            Self::Own(_) => Tree::Struct(Vec::new()),
        }
    }
}

struct ItemVisitor<'a, 'de, T>(&'a Context<'de>, PhantomData<T>);

impl<'de, T: InStruct> Visitor<'de> for ItemVisitor<'_, 'de, T> {
    type Value = Item<T>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(T::File::NAME)
    }

    fn visit_str<E: de::Error>(self, id: &str) -> Result<Item<T>, E> {
        Ok(Item::Same(id.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Item<T>, A::Error> {
        Struct::<T::File>::new(self.0).visit_map(map).map(Item::Own)
    }
}
