//! Lenses that came with a map.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{EnumAccess, VariantAccess, Visitor};

use super::context::Context;
use super::declare::file_struct;
use super::fields::{InFile, Read, Struct};
use super::lens_answer::LENS_KINDS;
use super::lists::{Pair, listed};
use super::word::{Coded, VariantName, bare_words, only, unknown_word};
use crate::model::{
    Bilingual, Condition, CoreField, FieldKind, Lens, LensCheck, LensField, LensFigure, LensOption,
    LensSubject,
};
use crate::storage::form::Tree;
use crate::storage::read::Fault;

listed! { LensField LensFigure LensCheck LensOption Condition Bilingual }

file_struct! {
    BilingualFile: Bilingual, "Text" {
        nl: String,
        en: String,
    }
}

file_struct! {
    LensFile: Lens, "Lens", unknown {
        id: String [must],
        title: Bilingual,
        about: Bilingual,
        source: String,
        front: bool,
        figures: Vec<LensFigure>,
        fields: Vec<LensField>,
        checks: Vec<LensCheck>,
    }
}

file_struct! {
    LensFieldFile: LensField, "Field" {
        id: String [must],
        subject: LensSubject,
        label: Bilingual,
        help: Bilingual,
        kind: FieldKind,
        private: bool,
        bind: Option<CoreField>,
    }
}

file_struct! {
    LensOptionFile: LensOption, "Option" {
        code: String [must],
        label: Bilingual,
        help: Bilingual,
    }
}

file_struct! {
    LensCheckFile: LensCheck, "Check" {
        id: String [must],
        subject: LensSubject,
        when: Condition,
        asks: Bilingual,
    }
}

macro_rules! own_words {
    ($($code:ident { $($name:ident = $word:literal,)* })*) => {$(
        impl Coded for $code {
            fn by_word(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$name),)*
                    _ => None,
                }
            }

            fn its_word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }

            fn words() -> Vec<&'static str> {
                vec![$($word,)*]
            }
        }
    )*};
}

own_words! {
    LensSubject {
        Actor = "actor",
        Relation = "relation",
        Role = "role",
        Group = "group",
        Map = "map",
    }
    CoreField {
        Relatedness = "relatedness",
        Autonomy = "autonomy",
        Competence = "competence",
        Participation = "participation",
        Talents = "talents",
    }
}

bare_words! { LensSubject CoreField }

file_struct! {
    new
    /// The steps of a scale.
    Steps by StepsFile, "Scale" {
        low: i32,
        high: i32,
        low_label: Bilingual,
        high_label: Bilingual,
    }
}

impl InFile for FieldKind {
    fn read<'de, D: Deserializer<'de>>(source: D, cx: &Context<'de>) -> Result<Self, D::Error> {
        source.deserialize_enum("", &[], FieldKindVisitor(cx))
    }

    fn tree(&self) -> Tree<'_> {
        match self {
            Self::Scale {
                low,
                high,
                low_label,
                high_label,
            } => {
                let mut fields = vec![("low".into(), low.tree()), ("high".into(), high.tree())];
                for (name, label) in [("low_label", low_label), ("high_label", high_label)] {
                    if !label.left_out() {
                        fields.push((name.into(), label.tree()));
                    }
                }
                Tree::Variant("Scale", Box::new(Tree::Struct(fields)))
            }
            Self::Choice(options) => Tree::variant("Choice", vec![options.tree()]),
            Self::Choices(options) => Tree::variant("Choices", vec![options.tree()]),
            Self::Ranked(options) => Tree::variant("Ranked", vec![options.tree()]),
            Self::Short => Tree::word("Short"),
            Self::Long => Tree::word("Long"),
            Self::Date => Tree::word("Date"),
            Self::Actors => Tree::word("Actors"),
            Self::Triangle(corners) => Tree::variant(
                "Triangle",
                vec![Tree::List(corners.iter().map(InFile::tree).collect())],
            ),
            Self::NowAndWanted(kind) => Tree::variant("NowAndWanted", vec![kind.tree()]),
        }
    }
}

struct FieldKindVisitor<'a, 'de>(&'a Context<'de>);

impl<'de> Visitor<'de> for FieldKindVisitor<'_, 'de> {
    type Value = FieldKind;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the kind of a field")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<FieldKind, A::Error> {
        let cx = self.0;
        let (word, rest) = data.variant_seed(VariantName)?;
        match word {
            "Scale" => {
                let steps: Steps = rest.struct_variant(&[], Struct::<StepsFile>::new(cx))?;
                Ok(FieldKind::Scale {
                    low: steps.low,
                    high: steps.high,
                    low_label: steps.low_label,
                    high_label: steps.high_label,
                })
            }
            "Choice" => only(rest, cx).map(FieldKind::Choice),
            "Choices" => only(rest, cx).map(FieldKind::Choices),
            "Ranked" => only(rest, cx).map(FieldKind::Ranked),
            "Short" => rest.unit_variant().map(|()| FieldKind::Short),
            "Long" => rest.unit_variant().map(|()| FieldKind::Long),
            "Date" => rest.unit_variant().map(|()| FieldKind::Date),
            "Actors" => rest.unit_variant().map(|()| FieldKind::Actors),
            "Triangle" => {
                let corners: Vec<Bilingual> = rest.newtype_variant_seed(Read::new(cx))?;
                let corners = <[Bilingual; 3]>::try_from(corners).ok();
                corners
                    .map(FieldKind::Triangle)
                    .ok_or_else(|| cx.fail(Fault::Unsound))
            }
            "NowAndWanted" => only(rest, cx).map(FieldKind::NowAndWanted),
            _ => Err(cx.fail(unknown_word(word, &LENS_KINDS))),
        }
    }
}

impl InFile for Condition {
    fn read<'de, D: Deserializer<'de>>(source: D, cx: &Context<'de>) -> Result<Self, D::Error> {
        source.deserialize_enum("", &[], ConditionVisitor(cx))
    }

    fn tree(&self) -> Tree<'_> {
        match self {
            Self::Missing(field) => Tree::variant("Missing", vec![field.tree()]),
            Self::AtMost(field, step) => Tree::variant("AtMost", vec![field.tree(), step.tree()]),
            Self::AtLeast(field, step) => Tree::variant("AtLeast", vec![field.tree(), step.tree()]),
            Self::Is(field, code) => Tree::variant("Is", vec![field.tree(), code.tree()]),
            Self::Lowest(field, others) => {
                Tree::variant("Lowest", vec![field.tree(), others.tree()])
            }
            Self::EndsDiffer(field) => Tree::variant("EndsDiffer", vec![field.tree()]),
            Self::EndsApart(field, steps) => {
                Tree::variant("EndsApart", vec![field.tree(), steps.tree()])
            }
            Self::Gap(field, steps) => Tree::variant("Gap", vec![field.tree(), steps.tree()]),
            Self::All(parts) => Tree::variant("All", vec![parts.tree()]),
            Self::Any(parts) => Tree::variant("Any", vec![parts.tree()]),
            Self::Neither(parts) => Tree::variant("Neither", vec![parts.tree()]),
        }
    }
}

struct ConditionVisitor<'a, 'de>(&'a Context<'de>);

impl ConditionVisitor<'_, '_> {
    const WORDS: [&'static str; 11] = [
        "Missing",
        "AtMost",
        "AtLeast",
        "Is",
        "Lowest",
        "EndsDiffer",
        "EndsApart",
        "Gap",
        "All",
        "Any",
        "Neither",
    ];
}

impl<'de> Visitor<'de> for ConditionVisitor<'_, 'de> {
    type Value = Condition;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a condition")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Condition, A::Error> {
        let cx = self.0;
        let (word, rest) = data.variant_seed(VariantName)?;
        match word {
            "Missing" => only(rest, cx).map(Condition::Missing),
            "AtMost" => pair(rest, cx).map(|(field, step)| Condition::AtMost(field, step)),
            "AtLeast" => pair(rest, cx).map(|(field, step)| Condition::AtLeast(field, step)),
            "Is" => pair(rest, cx).map(|(field, code)| Condition::Is(field, code)),
            "Lowest" => pair(rest, cx).map(|(field, others)| Condition::Lowest(field, others)),
            "EndsDiffer" => only(rest, cx).map(Condition::EndsDiffer),
            "EndsApart" => pair(rest, cx).map(|(field, steps)| Condition::EndsApart(field, steps)),
            "Gap" => pair(rest, cx).map(|(field, steps)| Condition::Gap(field, steps)),
            "All" => only(rest, cx).map(Condition::All),
            "Any" => only(rest, cx).map(Condition::Any),
            "Neither" => only(rest, cx).map(Condition::Neither),
            _ => Err(cx.fail(unknown_word(word, &Self::WORDS))),
        }
    }
}

fn pair<'de, One: InFile, Other: InFile, A: VariantAccess<'de>>(
    access: A,
    cx: &Context<'de>,
) -> Result<(One, Other), A::Error> {
    access.tuple_variant(2, Pair(cx, PhantomData))
}
