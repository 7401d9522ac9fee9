//! Structs: the macro that declares them and the visitor that reads them.

use std::fmt;
use std::marker::PhantomData;

use ron::error::Position;
use ron::value::RawValue;
use serde::Deserializer;
use serde::de::{self, DeserializeSeed, MapAccess, Visitor};

use super::context::{Context, Mode, Step};
use super::items::Before;
use crate::model::{RawField, Unknown};
use crate::storage::form::Tree;
use crate::storage::read::{Fault, Notice, parser};

/// Most unknown fields that one struct keeps.
const UNKNOWN: usize = 64;

/// A value that can stand in a file.
pub(crate) trait InFile: Sized {
    /// Reads the value.
    fn read<'de, D: Deserializer<'de>>(source: D, cx: &Context<'de>) -> Result<Self, D::Error>;

    /// Gives the value as it will be printed.
    fn tree(&self) -> Tree<'_>;

    /// Says whether a field with this value is left out.
    fn left_out(&self) -> bool {
        false
    }

    /// Gives the value of a field that is left out; `None` when it must be there.
    fn absent() -> Option<Self> {
        None
    }

    /// Gives the value as it is printed where it is optional.
    fn optional_tree(&self) -> Tree<'_> {
        Tree::variant("Some", vec![self.tree()])
    }
}

/// Reads a value with the context at hand.
pub(crate) struct Read<'a, 'de, T>(&'a Context<'de>, PhantomData<T>);

impl<'a, 'de, T> Read<'a, 'de, T> {
    /// Prepares to read.
    pub(crate) fn new(cx: &'a Context<'de>) -> Self {
        Self(cx, PhantomData)
    }
}

impl<'de, T: InFile> DeserializeSeed<'de> for Read<'_, 'de, T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<T, D::Error> {
        T::read(source, self.0)
    }
}

/// The fields of a struct while they are read.
pub(crate) trait FileFields: Default {
    /// What they make together.
    type Whole;

    /// The name that may stand before the bracket.
    const NAME: &'static str;

    /// Whether unknown fields are kept; where not, one is a fault.
    const KEEPS: bool;

    /// Reads the value of a field; gives back `false` when the field is not known.
    fn take<'de, A: MapAccess<'de>>(
        &mut self,
        field: &'de str,
        map: &mut A,
        cx: &Context<'de>,
    ) -> Result<bool, A::Error>;

    /// Says whether a field is kept as it stands when it cannot be read.
    fn keeps_apart(_: &str) -> bool {
        false
    }

    /// Lists the known fields that did not come by.
    fn left(&self) -> Vec<&'static str>;

    /// Makes the whole.
    fn finish<E: de::Error>(self, unknown: Unknown, cx: &Context<'_>) -> Result<Self::Whole, E>;
}

/// Reads a struct.
pub(crate) struct Struct<'a, 'de, F>(&'a Context<'de>, PhantomData<F>);

impl<'a, 'de, F> Struct<'a, 'de, F> {
    /// Prepares to read.
    pub(crate) fn new(cx: &'a Context<'de>) -> Self {
        Self(cx, PhantomData)
    }
}

impl<'de, F: FileFields> Visitor<'de> for Struct<'_, 'de, F> {
    type Value = F::Whole;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(F::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<F::Whole, A::Error> {
        let cx = self.0;
        let mut fields = F::default();
        let mut unknown: Vec<(&'de str, &'de RawValue)> = Vec::new();
        while let Some(field) = map.next_key::<&'de str>()? {
            cx.at(Step::Field(field), || {
                if cx.mode == Mode::Salvage && F::keeps_apart(field) {
                    return take_alone(&mut fields, field, &mut map, &mut unknown, cx);
                }
                if fields.take(field, &mut map, cx)? {
                    return Ok(());
                }
                if !F::KEEPS {
                    let suggestion = nearest(field, &fields.left());
                    let field = field.to_owned();
                    return Err(cx.fail(Fault::UnknownField { field, suggestion }));
                }
                if unknown.iter().any(|(name, _)| *name == field) {
                    return Err(twice(field, cx));
                }
                if unknown.len() == UNKNOWN {
                    return Err(cx.fail(Fault::TooManyUnknown { limit: UNKNOWN }));
                }
                unknown.push((field, map.next_value()?));
                Ok(())
            })?;
        }
        let known = if unknown.is_empty() {
            Vec::new()
        } else {
            fields.left()
        };
        for (field, _) in &unknown {
            let suggestion = nearest(field, &known);
            cx.notice_field(
                field,
                Notice::UnknownField {
                    field: (*field).to_owned(),
                    suggestion,
                },
            );
        }
        fields.finish(kept(&unknown), cx)
    }
}

/// Reads one field on its own; when that fails, keeps its text.
fn take_alone<'de, F: FileFields, A: MapAccess<'de>>(
    fields: &mut F,
    field: &'de str,
    map: &mut A,
    unknown: &mut Vec<(&'de str, &'de RawValue)>,
    cx: &Context<'de>,
) -> Result<(), A::Error> {
    let raw = map.next_value::<&'de RawValue>()?;
    let before = Before::now(cx);
    let mut alone = Alone {
        raw: raw.get_ron(),
        end: Position { line: 1, col: 1 },
    };
    match fields.take(field, &mut alone, cx) {
        Ok(true) => Ok(()),
        Ok(false) if unknown.iter().any(|(name, _)| *name == field) => Err(twice(field, cx)),
        Ok(false) if unknown.len() == UNKNOWN => {
            Err(cx.fail(Fault::TooManyUnknown { limit: UNKNOWN }))
        }
        Ok(false) => {
            unknown.push((field, raw));
            Ok(())
        }
        Err(error) => {
            let trouble = before.back_to(cx, raw.get_ron(), &error, alone.end);
            if matches!(trouble.fault, Fault::TooMany { .. }) {
                return Err(trouble.refuse(cx));
            }
            trouble.keep(raw.get_ron(), cx)
        }
    }
}

/// The value of one field, to be read on its own.
struct Alone<'de> {
    raw: &'de str,
    end: Position,
}

impl<'de> MapAccess<'de> for Alone<'de> {
    type Error = ron::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        _: K,
    ) -> Result<Option<K::Value>, ron::Error> {
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, ron::Error> {
        parser().from_str_seed(self.raw, seed).map_err(|error| {
            self.end = error.span.end;
            error.code
        })
    }
}

/// Gives the error for a field that stands twice; the place of the first is found when the error is shown.
pub(super) fn twice<'de, E: de::Error>(field: &'de str, cx: &Context<'de>) -> E {
    cx.fail(Fault::DuplicateField {
        field: field.to_owned(),
        first_line: 0,
        first_column: 0,
    })
}

fn kept(unknown: &[(&str, &RawValue)]) -> Unknown {
    Unknown::new(
        unknown
            .iter()
            .map(|(name, raw)| RawField {
                name: (*name).to_owned(),
                raw: raw.trim().get_ron().to_owned(),
            })
            .collect(),
    )
}

/// Gives the known name that differs by at most two letters.
pub(super) fn nearest(name: &str, known: &[&str]) -> Option<String> {
    // Longer than any name of ours: comparing would only cost time.
    if name.len() > 64 {
        return None;
    }
    known
        .iter()
        .map(|known| (strsim::osa_distance(name, known), *known))
        .filter(|(distance, known)| *distance <= 2 && *distance < known.len())
        .min()
        .map(|(_, known)| known.to_owned())
}

/// Adds the unknown fields; one that is known by now was overwritten by an edit.
pub(super) fn push_unknown<'a>(
    fields: &mut crate::storage::form::Fields<'a>,
    unknown: &'a Unknown,
) {
    for field in unknown.fields() {
        if !fields.iter().any(|(name, _)| *name == field.name) {
            fields.push((
                field.name.as_str().into(),
                Tree::Raw(field.raw.as_str().into()),
            ));
        }
    }
}

/// Gives the value of a field that did not come by, or says that it must be there.
pub(super) fn missing<T: InFile, E: de::Error>(
    field: &'static str,
    cx: &Context<'_>,
) -> Result<T, E> {
    T::absent().ok_or_else(|| {
        cx.fail(Fault::Missing {
            field: field.to_owned(),
        })
    })
}
