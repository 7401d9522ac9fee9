//! The pictures that a lens asks for.

use std::fmt;

use serde::Deserializer;
use serde::de::{EnumAccess, VariantAccess as _, Visitor};

use super::context::Context;
use super::declare::file_struct;
use super::fields::{InFile, Struct};
use super::word::{VariantName, unknown_word};
use crate::model::{Bilingual, LensFigure};
use crate::storage::form::Tree;

file_struct! {
    new
    /// Scales as spokes.
    Radar by RadarFile, "Radar" {
        title: Bilingual,
        fields: Vec<String>,
    }
}

file_struct! {
    new
    /// Answers in a triangle.
    OneField by OneFieldFile, "Triangle" {
        field: String [must],
    }
}

impl InFile for LensFigure {
    fn read<'de, D: Deserializer<'de>>(source: D, cx: &Context<'de>) -> Result<Self, D::Error> {
        source.deserialize_enum("", &[], FigureVisitor(cx))
    }

    fn tree(&self) -> Tree<'_> {
        match self {
            Self::Radar { title, fields } => {
                let mut parts = Vec::new();
                if !title.left_out() {
                    parts.push(("title".into(), title.tree()));
                }
                if !fields.left_out() {
                    parts.push(("fields".into(), fields.tree()));
                }
                Tree::Variant("Radar", Box::new(Tree::Struct(parts)))
            }
            Self::Triangle { field } => Tree::Variant(
                "Triangle",
                Box::new(Tree::Struct(vec![("field".into(), field.tree())])),
            ),
        }
    }
}

struct FigureVisitor<'a, 'de>(&'a Context<'de>);

impl<'de> Visitor<'de> for FigureVisitor<'_, 'de> {
    type Value = LensFigure;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a picture of answers")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<LensFigure, A::Error> {
        let cx = self.0;
        let (word, rest) = data.variant_seed(VariantName)?;
        match word {
            "Radar" => {
                let radar: Radar = rest.struct_variant(&[], Struct::<RadarFile>::new(cx))?;
                Ok(LensFigure::Radar {
                    title: radar.title,
                    fields: radar.fields,
                })
            }
            "Triangle" => {
                let one: OneField = rest.struct_variant(&[], Struct::<OneFieldFile>::new(cx))?;
                Ok(LensFigure::Triangle { field: one.field })
            }
            _ => Err(cx.fail(unknown_word(word, &["Radar", "Triangle"]))),
        }
    }
}
