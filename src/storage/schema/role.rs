//! Roles, courses, actions, the log, questions and texts on the map.

use std::collections::BTreeSet;
use std::fmt;

use serde::Deserializer;
use serde::de::{EnumAccess, VariantAccess as _, Visitor};

use super::context::Context;
use super::declare::file_struct;
use super::fields::InFile;
use super::lists::{Listed, Pair};
use super::scalar::DateText;
use super::word::{VariantName, only, unknown_word};
use crate::model::{
    Action, ActionId, ActionStatus, ActorId, Arrow, Course, CourseId, Direction, LensAnswers,
    LogEntry, LogId, LogKind, MapText, Mode, Note, Phase, Place, Question, QuestionId, RoleChoice,
    RoleId, RoleState, Scope, Style, Target, Tenths, TextId, Way,
};
use crate::storage::form::Tree;

file_struct! {
    RoleFile: RoleChoice, "Role", unknown {
        id: RoleId [id],
        official: ActorId,
        scope: Scope,
        mode: Mode,
        also: BTreeSet<Style>,
        phase: Option<Phase>,
        state: RoleState = RoleState::Now,
        reason: Note,
        alternative: Note,
        agreed_by: BTreeSet<ActorId>,
        competences: Vec<String>,
        date: DateText,
        lens: LensAnswers,
    }
}

file_struct! {
    CourseFile: Course, "Course", unknown {
        id: CourseId [id],
        target: Target,
        direction: Direction,
        keep: Note,
        room_given: Option<Tenths>,
        room_taken: Option<Tenths>,
        reason: Note,
        date: DateText,
    }
}

file_struct! {
    ActionFile: Action, "Action", unknown {
        id: ActionId [id],
        text: Note,
        owner: String,
        targets: BTreeSet<Target>,
        due: DateText,
        status: ActionStatus = ActionStatus::Open,
        way: Option<Way>,
    }
}

file_struct! {
    LogFile: LogEntry, "LogEntry", unknown {
        id: LogId [id],
        date: DateText,
        kind: LogKind = LogKind::Talk,
        text: Note,
        hypothesis: Note,
        result: Note,
        lesson: Note,
    }
}

file_struct! {
    QuestionFile: Question, "Question", unknown {
        id: QuestionId [id],
        text: Note,
        who_might_know: String,
        answered: bool,
    }
}

file_struct! {
    MapTextFile: MapText, "Text", unknown {
        id: TextId [id],
        note: Note,
        place: Place,
        arrow: Option<Arrow>,
    }
}

/// Reads a value that is a name with what it holds.
macro_rules! named_values {
    ($($whole:ident by $visitor:ident { $($name:ident,)* $(; $pair:ident)? })*) => {$(
        impl InFile for $whole {
            fn read<'de, D: Deserializer<'de>>(
                source: D,
                cx: &Context<'de>,
            ) -> Result<Self, D::Error> {
                source.deserialize_enum("", &[], $visitor(cx))
            }

            fn tree(&self) -> Tree<'_> {
                match self {
                    $(Self::$name(held) => Tree::variant(stringify!($name), vec![held.tree()]),)*
                    $(Self::$pair(one, other) => {
                        Tree::variant(stringify!($pair), vec![one.tree(), other.tree()])
                    })?
                }
            }
        }

        struct $visitor<'a, 'de>(&'a Context<'de>);

        impl<'de> Visitor<'de> for $visitor<'_, 'de> {
            type Value = $whole;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(concat!($(stringify!($name), " ",)*))
            }

            fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<$whole, A::Error> {
                let (word, rest) = data.variant_seed(VariantName)?;
                match word {
                    $(stringify!($name) => only(rest, self.0).map($whole::$name),)*
                    $(stringify!($pair) => rest
                        .tuple_variant(2, Pair(self.0, std::marker::PhantomData))
                        .map(|(one, other)| $whole::$pair(one, other)),)?
                    _ => Err(self.0.fail(unknown_word(
                        word,
                        &[$(stringify!($name),)* $(stringify!($pair),)?],
                    ))),
                }
            }
        }
    )*};
}

named_values! {
    Scope by ScopeVisitor { Group, Actor, ; Pair }
    Target by TargetVisitor { Actor, Relation, Group, Issue, Goal, }
    Arrow by ArrowVisitor { Place, Actor, }
}

impl Listed for Target {}
