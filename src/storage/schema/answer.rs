//! Answers, judgements, notes and terms.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{self, EnumAccess, MapAccess, VariantAccess as _, Visitor};

use super::context::Context;
use super::declare::{file_fields, file_struct};
use super::fields::{InFile, Struct, push_unknown};
use super::lists::Listed;
use super::scalar::{DateText, composed};
use super::word::{Coded, VariantName, only, unknown_word};
use crate::model::{Answer, Certainty, Judged, Note, Term, limits};
use crate::storage::form::Tree;
use crate::storage::read::Fault;

impl Coded for Certainty {
    fn by_word(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|certainty| certainty.its_word() == word)
    }

    fn its_word(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Likely => "likely",
            Self::Guess => "guess",
        }
    }

    fn words() -> Vec<&'static str> {
        Self::ALL.into_iter().map(Self::its_word).collect()
    }
}

/// How sure something is; printed bare, since it is never anything but optional.
impl InFile for Certainty {
    fn read<'de, D: Deserializer<'de>>(source: D, cx: &Context<'de>) -> Result<Self, D::Error> {
        source.deserialize_enum("", &[], super::word::Word(cx, PhantomData))
    }

    fn tree(&self) -> Tree<'_> {
        Tree::word(self.its_word())
    }

    fn optional_tree(&self) -> Tree<'_> {
        self.tree()
    }
}

file_struct! {
    JudgedFile<T>: Judged, "Given", unknown {
        value: T [must],
        voices: Vec<T>,
        certainty: Option<Certainty>,
        source: String,
        date: DateText,
        private: bool,
    }
}

impl<T: Listed> InFile for Answer<T> {
    fn read<'de, D: Deserializer<'de>>(source: D, cx: &Context<'de>) -> Result<Self, D::Error> {
        source.deserialize_enum("", &[], AnswerVisitor(cx, PhantomData))
    }

    fn tree(&self) -> Tree<'_> {
        match self {
            Self::NotAsked => Tree::word("NotAsked"),
            Self::None => Tree::word("None"),
            Self::Given(judged) => Tree::Variant("Given", Box::new(judged.tree())),
        }
    }

    fn left_out(&self) -> bool {
        !self.asked()
    }

    fn absent() -> Option<Self> {
        Some(Self::NotAsked)
    }
}

struct AnswerVisitor<'a, 'de, T>(&'a Context<'de>, PhantomData<T>);

impl<'de, T: Listed> Visitor<'de> for AnswerVisitor<'_, 'de, T> {
    type Value = Answer<T>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Given or None")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Answer<T>, A::Error> {
        let (word, rest) = data.variant_seed(VariantName)?;
        match word {
            "NotAsked" => rest.unit_variant().map(|()| Answer::NotAsked),
            "None" => rest.unit_variant().map(|()| Answer::None),
            "Given" => rest
                .struct_variant(&[], Struct::<JudgedFile<T>>::new(self.0))
                .map(Answer::Given),
            _ => Err(self
                .0
                .fail(unknown_word(word, &["Given", "None", "NotAsked"]))),
        }
    }
}

file_fields! {
    NoteFile: Note, "Note", unknown {
        text: String,
        private: bool,
    }
}

impl InFile for Note {
    fn read<'de, D: Deserializer<'de>>(source: D, cx: &Context<'de>) -> Result<Self, D::Error> {
        source.deserialize_any(NoteVisitor(cx))
    }

    fn tree(&self) -> Tree<'_> {
        if !self.private && self.unknown.fields().is_empty() {
            return self.text.tree();
        }
        let mut fields = Vec::new();
        if !self.text.is_empty() {
            fields.push(("text".into(), self.text.tree()));
        }
        if self.private {
            fields.push(("private".into(), self.private.tree()));
        }
        push_unknown(&mut fields, &self.unknown);
        Tree::Struct(fields)
    }

    fn left_out(&self) -> bool {
        self.text.is_empty() && !self.private && self.unknown.fields().is_empty()
    }

    fn absent() -> Option<Self> {
        Some(Self::default())
    }
}

struct NoteVisitor<'a, 'de>(&'a Context<'de>);

impl<'de> Visitor<'de> for NoteVisitor<'_, 'de> {
    type Value = Note;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a text")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Note, E> {
        if text.len() > limits::TEXT {
            return Err(self.0.fail(Fault::TooLong {
                limit: limits::TEXT,
            }));
        }
        Ok(Note::new(composed(text)))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Note, A::Error> {
        Struct::<NoteFile>::new(self.0).visit_map(map)
    }
}

impl<B: Coded> InFile for Term<B> {
    fn read<'de, D: Deserializer<'de>>(source: D, cx: &Context<'de>) -> Result<Self, D::Error> {
        source.deserialize_enum("", &[], TermVisitor(cx, PhantomData))
    }

    fn tree(&self) -> Tree<'_> {
        match self {
            Self::BuiltIn(term) => Tree::word(term.its_word()),
            Self::Own(name) => Tree::variant("Own", vec![name.tree()]),
        }
    }
}

impl<B: Coded> Listed for Term<B> {}

struct TermVisitor<'a, 'de, B>(&'a Context<'de>, PhantomData<B>);

impl<'de, B: Coded> Visitor<'de> for TermVisitor<'_, 'de, B> {
    type Value = Term<B>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a word or Own")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Term<B>, A::Error> {
        let (word, rest) = data.variant_seed(VariantName)?;
        if word == "Own" {
            return only(rest, self.0).map(Term::Own);
        }
        let term = B::by_word(word).ok_or_else(|| self.0.fail(unknown_word(word, &B::words())))?;
        rest.unit_variant()?;
        Ok(Term::BuiltIn(term))
    }
}
