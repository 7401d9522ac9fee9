//! The answers to the questions of lenses.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{EnumAccess, VariantAccess, Visitor};

use super::context::Context;
use super::declare::file_struct;
use super::fields::InFile;
use super::lists::{Entry, Pair, listed, map_as_list};
use super::word::{VariantName, only, unknown_word};
use crate::model::{Answer, LensValue, Triangle};
use crate::storage::form::Tree;
use crate::storage::read::Fault;

file_struct! {
    new
    /// The answer to a question of a lens.
    LensEntry by LensEntryFile, "Answer" {
        field: String [must],
        answer: Answer<LensValue>,
    }
}

impl Entry<String, Answer<LensValue>> for LensEntry {
    fn split(self) -> (String, Answer<LensValue>) {
        (self.field, self.answer)
    }

    fn tree_of<'a>(field: &'a String, answer: &'a Answer<LensValue>) -> Tree<'a> {
        Tree::Struct(vec![
            ("field".into(), field.tree()),
            ("answer".into(), answer.tree()),
        ])
    }
}

map_as_list! { String => Answer<LensValue> as LensEntry; }

listed! { LensValue }

impl InFile for LensValue {
    fn read<'de, D: Deserializer<'de>>(source: D, cx: &Context<'de>) -> Result<Self, D::Error> {
        source.deserialize_enum("", &[], LensValueVisitor(cx))
    }

    fn tree(&self) -> Tree<'_> {
        match self {
            Self::Scale(step) => Tree::variant("Scale", vec![step.tree()]),
            Self::Choice(code) => Tree::variant("Choice", vec![code.tree()]),
            Self::Choices(codes) => Tree::variant("Choices", vec![codes.tree()]),
            Self::Ranked(codes) => Tree::variant("Ranked", vec![codes.tree()]),
            Self::Short(text) => Tree::variant("Short", vec![text.tree()]),
            Self::Long(note) => Tree::variant("Long", vec![note.tree()]),
            Self::Date(date) => Tree::variant("Date", vec![date.tree()]),
            Self::Actors(actors) => Tree::variant("Actors", vec![actors.tree()]),
            Self::Triangle(triangle) => {
                let share = |share| Tree::Int(i64::from(share));
                Tree::variant("Triangle", triangle.shares().map(share).into())
            }
            Self::NowAndWanted(now, wanted) => {
                Tree::variant("NowAndWanted", vec![now.tree(), wanted.tree()])
            }
        }
    }
}

struct LensValueVisitor<'a, 'de>(&'a Context<'de>);

/// The kinds of answers, which are the kinds of fields.
pub(super) const LENS_KINDS: [&str; 10] = [
    "Scale",
    "Choice",
    "Choices",
    "Ranked",
    "Short",
    "Long",
    "Date",
    "Actors",
    "Triangle",
    "NowAndWanted",
];

impl<'de> Visitor<'de> for LensValueVisitor<'_, 'de> {
    type Value = LensValue;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the answer of a lens")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<LensValue, A::Error> {
        let cx = self.0;
        let (word, rest) = data.variant_seed(VariantName)?;
        let value = match word {
            "Scale" => only(rest, cx).map(LensValue::Scale),
            "Choice" => only(rest, cx).map(LensValue::Choice),
            "Choices" => only(rest, cx).map(LensValue::Choices),
            "Ranked" => only(rest, cx).map(LensValue::Ranked),
            "Short" => only(rest, cx).map(LensValue::Short),
            "Long" => only(rest, cx).map(LensValue::Long),
            "Date" => only(rest, cx).map(LensValue::Date),
            "Actors" => only(rest, cx).map(LensValue::Actors),
            "Triangle" => triangle(rest, cx),
            "NowAndWanted" => rest
                .tuple_variant(2, Pair(cx, PhantomData))
                .map(|(now, wanted)| LensValue::NowAndWanted(Box::new(now), Box::new(wanted))),
            _ => Err(cx.fail(unknown_word(word, &LENS_KINDS))),
        }?;
        if value.sound() {
            Ok(value)
        } else {
            Err(cx.fail(Fault::Unsound))
        }
    }
}

/// Reads three shares, which stand bare within the name.
fn triangle<'de, A: VariantAccess<'de>>(
    access: A,
    cx: &Context<'de>,
) -> Result<LensValue, A::Error> {
    struct Shares;

    impl<'de> Visitor<'de> for Shares {
        type Value = [u16; 3];

        fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            out.write_str("three shares")
        }

        fn visit_seq<L: serde::de::SeqAccess<'de>>(
            self,
            mut list: L,
        ) -> Result<[u16; 3], L::Error> {
            let mut shares = [0; 3];
            for share in &mut shares {
                // Too few shares make no whole, which is refused after this.
                *share = list.next_element()?.unwrap_or_default();
            }
            Ok(shares)
        }
    }

    let shares = access.tuple_variant(3, Shares)?;
    Triangle::new(shares)
        .map(LensValue::Triangle)
        .ok_or_else(|| cx.fail(Fault::Unsound))
}
