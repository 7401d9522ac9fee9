//! Bare words and the names of variants.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{self, DeserializeSeed, EnumAccess, VariantAccess as _, Visitor};

use super::context::Context;
use super::fields::{InFile, Read, nearest};
use crate::model;
use crate::storage::read::Fault;

/// Something that stands in a file as a bare word.
pub(super) trait Coded: Copy {
    /// Finds it by its word.
    fn by_word(word: &str) -> Option<Self>;

    /// Gives its word.
    fn its_word(self) -> &'static str;

    /// Lists all words, for suggestions.
    fn words() -> Vec<&'static str>;
}

macro_rules! codes {
    ($($code:ident)*) => {$(
        impl Coded for model::$code {
            fn by_word(word: &str) -> Option<Self> {
                Self::from_code(word)
            }

            fn its_word(self) -> &'static str {
                self.code()
            }

            fn words() -> Vec<&'static str> {
                Self::ALL.iter().map(|code| code.code()).collect()
            }
        }
    )*};
}
codes! {
    ActionStatus Arena Arrangement Direction Form Formality Frame InterestKind Kind Language Level LogKind Mode
    MomentState Phase RelationKind RoleState Style Tone Way
}

/// Reads the name of a variant as it stands.
pub(super) struct VariantName;

impl<'de> DeserializeSeed<'de> for VariantName {
    type Value = &'de str;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<&'de str, D::Error> {
        source.deserialize_identifier(self)
    }
}

impl<'de> Visitor<'de> for VariantName {
    type Value = &'de str;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a word")
    }

    fn visit_borrowed_str<E: de::Error>(self, word: &'de str) -> Result<&'de str, E> {
        Ok(word)
    }
}

/// Reads a bare word.
pub(super) struct Word<'a, 'de, T>(pub(super) &'a Context<'de>, pub(super) PhantomData<T>);

impl<'de, T: Coded> Visitor<'de> for Word<'_, 'de, T> {
    type Value = T;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a word")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<T, A::Error> {
        let (word, rest) = data.variant_seed(VariantName)?;
        let found = T::by_word(word).ok_or_else(|| self.0.fail(unknown_word(word, &T::words())))?;
        rest.unit_variant()?;
        Ok(found)
    }
}

/// Says that a word is not known.
pub(super) fn unknown_word(word: &str, known: &[&str]) -> Fault {
    Fault::UnknownWord {
        found: word.to_owned(),
        suggestion: nearest(word, known),
    }
}

/// Implements reading and writing for what stands as a bare word.
macro_rules! bare_words {
    ($($type:ty)*) => {$(
        impl $crate::storage::schema::InFile for $type {
            fn read<'de, D: ::serde::Deserializer<'de>>(
                source: D,
                cx: &$crate::storage::schema::Context<'de>,
            ) -> Result<Self, D::Error> {
                let visitor = $crate::storage::schema::word::Word(cx, ::std::marker::PhantomData);
                source.deserialize_enum("", &[], visitor)
            }

            fn tree(&self) -> $crate::storage::form::Tree<'_> {
                $crate::storage::form::Tree::word(
                    $crate::storage::schema::word::Coded::its_word(*self),
                )
            }
        }
    )*};
}
pub(super) use bare_words;

bare_words! {
    model::ActionStatus model::Arena model::Arrangement model::Direction model::Form model::Formality model::Frame
    model::InterestKind model::Kind model::Language model::Level model::LogKind model::Mode model::MomentState
    model::Phase model::RelationKind model::RoleState model::Style model::Tone model::Way
}

/// Reads the only value of a named tuple.
pub(super) fn only<'de, T: InFile, A: de::VariantAccess<'de>>(
    access: A,
    cx: &Context<'de>,
) -> Result<T, A::Error> {
    access.newtype_variant_seed(Read::new(cx))
}
