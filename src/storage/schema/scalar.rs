//! Single values: texts, numbers, identities, dates, places.

use jiff::civil::Date;
use serde::Deserializer;
use serde::de;
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use super::context::Context;
use super::fields::InFile;
use crate::model::{self, Identity, Place, Score, limits};
use crate::storage::form::{Tree, invisible};
use crate::storage::read::{Fault, Notice};

impl InFile for bool {
    fn read<'de, D: Deserializer<'de>>(source: D, _: &Context<'de>) -> Result<Self, D::Error> {
        <Self as de::Deserialize>::deserialize(source)
    }

    fn tree(&self) -> Tree<'_> {
        Tree::word(if *self { "true" } else { "false" })
    }

    fn left_out(&self) -> bool {
        !self
    }

    fn absent() -> Option<Self> {
        Some(false)
    }
}

macro_rules! whole_numbers {
    ($($number:ty)*) => {$(
        impl InFile for $number {
            fn read<'de, D: Deserializer<'de>>(source: D, _: &Context<'de>) -> Result<Self, D::Error> {
                <Self as de::Deserialize>::deserialize(source)
            }

            fn tree(&self) -> Tree<'_> {
                Tree::Int(i64::from(*self))
            }
        }
    )*};
}
whole_numbers! { i32 u32 u16 }

/// Reads a text in composed form, and hands it on.
fn read_text<'de, D: Deserializer<'de>>(source: D) -> Result<String, D::Error> {
    <String as de::Deserialize>::deserialize(source).map(|text| composed(&text))
}

/// Gives a text in composed form, so that equal texts are equal.
pub(super) fn composed(text: &str) -> String {
    if is_nfc(text) {
        text.to_owned()
    } else {
        text.nfc().collect()
    }
}

impl InFile for String {
    fn read<'de, D: Deserializer<'de>>(source: D, cx: &Context<'de>) -> Result<Self, D::Error> {
        let text = read_text(source)?;
        if text.len() > limits::TEXT {
            return Err(cx.fail(Fault::TooLong {
                limit: limits::TEXT,
            }));
        }
        Ok(text)
    }

    fn tree(&self) -> Tree<'_> {
        Tree::text(self.as_str())
    }

    fn left_out(&self) -> bool {
        self.is_empty()
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }
}

/// A text of any length: what was kept of other versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Anything(pub(crate) String);

impl From<Anything> for String {
    fn from(text: Anything) -> Self {
        text.0
    }
}

impl InFile for Anything {
    fn read<'de, D: Deserializer<'de>>(source: D, _: &Context<'de>) -> Result<Self, D::Error> {
        <String as de::Deserialize>::deserialize(source).map(Self)
    }

    fn tree(&self) -> Tree<'_> {
        Tree::text(self.0.as_str())
    }

    fn absent() -> Option<Self> {
        Some(Self(String::new()))
    }
}

/// A name: shorter than a text, and on the map.
pub(crate) struct Name(String);

impl From<Name> for String {
    fn from(name: Name) -> Self {
        name.0
    }
}

impl InFile for Name {
    fn read<'de, D: Deserializer<'de>>(source: D, cx: &Context<'de>) -> Result<Self, D::Error> {
        let name = read_text(source)?;
        if name.len() > limits::NAME && name.chars().count() > limits::NAME {
            return Err(cx.fail(Fault::TooLong {
                limit: limits::NAME,
            }));
        }
        if name.chars().any(invisible) {
            cx.notice(Notice::Invisible);
        }
        Ok(Self(name))
    }

    fn tree(&self) -> Tree<'_> {
        Tree::text(self.0.as_str())
    }

    fn absent() -> Option<Self> {
        Some(Self(String::new()))
    }
}

macro_rules! identities {
    ($($id:ident)*) => {$(
        impl InFile for model::$id {
            fn read<'de, D: Deserializer<'de>>(
                source: D,
                cx: &Context<'de>,
            ) -> Result<Self, D::Error> {
                let text = <String as de::Deserialize>::deserialize(source)?;
                Ok(id_of(&text, cx))
            }

            fn tree(&self) -> Tree<'_> {
                Tree::text(self.to_string())
            }
        }
    )*};
}
identities! {
    ActionId ActorId CourseId DocumentId FactorId GoalId GroupId IssueId LogId MomentId QuestionId RelationId RevisionId
    RoleId SceneId TextId ValueId
}

/// Reads an identity; another text stands for an identity made of it, so that references to it still meet.
pub(super) fn id_of<I: Identity>(text: &str, cx: &Context<'_>) -> I {
    text.parse().unwrap_or_else(|_: model::IdError| {
        let id: I = Context::id_for(&text);
        if cx.at_own_id() {
            cx.notice(Notice::BadId {
                found: text.to_owned(),
                used: id.to_string(),
            });
        }
        id
    })
}

impl<const LOW: i8, const HIGH: i8> InFile for Score<LOW, HIGH> {
    fn read<'de, D: Deserializer<'de>>(source: D, cx: &Context<'de>) -> Result<Self, D::Error> {
        let number = <i64 as de::Deserialize>::deserialize(source)?;
        let score = Self::nearest(number);
        if i64::from(score.get()) != number {
            cx.notice(Notice::OutOfRange {
                found: number.to_string(),
                used: score.get().to_string(),
            });
        }
        Ok(score)
    }

    fn tree(&self) -> Tree<'_> {
        Tree::Int(i64::from(self.get()))
    }
}

/// A date, or what stood in its place.
pub(crate) struct DateText(Option<Date>);

impl From<DateText> for Option<Date> {
    fn from(date: DateText) -> Self {
        date.0
    }
}

impl InFile for DateText {
    fn read<'de, D: Deserializer<'de>>(source: D, cx: &Context<'de>) -> Result<Self, D::Error> {
        let text = <Option<String> as de::Deserialize>::deserialize(source)?;
        Ok(Self(text.and_then(|text| {
            let date = text.parse().ok();
            if date.is_none() {
                cx.notice(Notice::BadDate { found: text });
            }
            date
        })))
    }

    fn tree(&self) -> Tree<'_> {
        self.0
            .as_ref()
            .map_or_else(|| Tree::word("None"), InFile::tree)
    }

    fn absent() -> Option<Self> {
        Some(Self(None))
    }
}

impl InFile for Date {
    fn read<'de, D: Deserializer<'de>>(source: D, cx: &Context<'de>) -> Result<Self, D::Error> {
        let text = <String as de::Deserialize>::deserialize(source)?;
        let date = text.parse().ok();
        date.ok_or_else(|| cx.fail(Fault::Unsound))
    }

    fn tree(&self) -> Tree<'_> {
        Tree::text(self.to_string())
    }

    fn optional_tree(&self) -> Tree<'_> {
        self.tree()
    }
}

/// A place, or nothing when the numbers were none.
pub(crate) struct PlaceText(Option<Place>);

impl From<PlaceText> for Option<Place> {
    fn from(place: PlaceText) -> Self {
        place.0
    }
}

impl InFile for PlaceText {
    fn read<'de, D: Deserializer<'de>>(source: D, cx: &Context<'de>) -> Result<Self, D::Error> {
        Ok(Self(
            match <Option<(f64, f64)> as de::Deserialize>::deserialize(source)? {
                Some((x, y)) => {
                    let place = Place::new(x, y);
                    if place.is_none() {
                        cx.notice(far_away(x, y, ""));
                    }
                    place
                }
                None => None,
            },
        ))
    }

    fn tree(&self) -> Tree<'_> {
        self.0
            .as_ref()
            .map_or_else(|| Tree::word("None"), InFile::tree)
    }

    fn absent() -> Option<Self> {
        Some(Self(None))
    }
}

fn far_away(x: f64, y: f64, used: &str) -> Notice {
    Notice::OutOfRange {
        found: format!("({x}, {y})"),
        used: used.to_owned(),
    }
}

impl InFile for Place {
    fn read<'de, D: Deserializer<'de>>(source: D, cx: &Context<'de>) -> Result<Self, D::Error> {
        let (x, y) = <(f64, f64) as de::Deserialize>::deserialize(source)?;
        if let Some(place) = Self::new(x, y) {
            return Ok(place);
        }
        let near = |number: f64| {
            if number.is_nan() {
                0.0
            } else {
                number.clamp(-Self::FARTHEST, Self::FARTHEST)
            }
        };
        let place = Self::new(near(x), near(y)).ok_or_else(|| cx.fail(Fault::Unsound))?;
        cx.notice(far_away(x, y, &format!("({}, {})", place.x(), place.y())));
        Ok(place)
    }

    fn tree(&self) -> Tree<'_> {
        Tree::Tuple(vec![Tree::Float(self.x()), Tree::Float(self.y())])
    }

    fn optional_tree(&self) -> Tree<'_> {
        self.tree()
    }
}
