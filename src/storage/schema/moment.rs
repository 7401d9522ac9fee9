//! Moments and scenes.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::de::{self, MapAccess};

use super::content::{ContentFile, PARTS, push_content};
use super::context::Context;
use super::declare::{file_fields, file_struct};
use super::fields::{FileFields, InFile as _, push_unknown};
use super::items::InStruct;
use super::lists::listed;
use super::scalar::{DateText, Name};
use super::word::{Coded, bare_words};
use crate::model::{
    Arena, Arrangement, Content, Filter, GroupId, IssueId, Kind, Moment, MomentId, MomentState,
    Note, Place, Scene, SceneId, Shown, Term, Unknown, ViewRect,
};
use crate::storage::form::{Fields, Tree};
use crate::storage::read::Fault;

/// A moment as it stood in a file, before what it shares is looked up.
pub(crate) struct MomentParts {
    /// What it has besides its entities.
    pub(crate) head: MomentHead,
    /// Its entities.
    pub(crate) content: ContentFile,
}

/// What a moment has besides its entities.
pub(crate) struct MomentHead {
    pub(crate) id: MomentId,
    pub(crate) name: String,
    pub(crate) date: Option<Date>,
    pub(crate) state: MomentState,
    pub(crate) same: Vec<String>,
    pub(crate) unknown: Unknown,
}

file_fields! {
    MomentHeadFile: MomentHead, "Moment", unknown {
        id: MomentId [id],
        name: Name [always],
        date: DateText,
        state: MomentState = MomentState::Later,
        same: Vec<String>,
    }
}

/// The fields of a moment while they are read.
#[derive(Default)]
pub(crate) struct MomentFile {
    head: MomentHeadFile,
    content: ContentFile,
}

impl FileFields for MomentFile {
    type Whole = MomentParts;

    const NAME: &'static str = "Moment";
    const KEEPS: bool = true;

    fn take<'de, A: MapAccess<'de>>(
        &mut self,
        field: &'de str,
        map: &mut A,
        cx: &Context<'de>,
    ) -> Result<bool, A::Error> {
        Ok(self.head.take(field, map, cx)? || self.content.take(field, map, cx)?)
    }

    fn keeps_apart(field: &str) -> bool {
        PARTS.contains(&field)
    }

    fn left(&self) -> Vec<&'static str> {
        let mut left = self.head.left();
        left.extend(self.content.left());
        left
    }

    fn finish<E: de::Error>(self, unknown: Unknown, cx: &Context<'_>) -> Result<MomentParts, E> {
        let head: MomentHead = self.head.finish(unknown, cx)?;
        // A name that is not known would be lost; the moment is kept as it stands.
        if let Some(name) = head
            .same
            .iter()
            .find(|name| !PARTS.contains(&name.as_str()))
        {
            let found = name.clone();
            return Err(cx.fail_field(
                "same",
                Fault::UnknownWord {
                    suggestion: super::fields::nearest(&found, PARTS),
                    found,
                },
            ));
        }
        Ok(MomentParts {
            head,
            content: self.content,
        })
    }
}

impl InStruct for MomentParts {
    type File = MomentFile;
}

/// Gives the tree of a moment, without what the current state has as well.
pub(crate) fn moment_tree<'a>(moment: &'a Moment, now: &'a Content) -> Tree<'a> {
    let mut fields: Fields<'a> = vec![
        ("id".into(), moment.id.tree()),
        ("name".into(), moment.name.tree()),
    ];
    if moment.date.is_some() {
        fields.push(("date".into(), moment.date.tree()));
    }
    if moment.state != MomentState::Later {
        fields.push(("state".into(), moment.state.tree()));
    }
    let place = fields.len();
    let same = push_content(&mut fields, &moment.content, Some(now));
    if !same.is_empty() {
        let names = same.into_iter().map(Tree::text).collect();
        fields.insert(place, ("same".into(), Tree::List(names)));
    }
    push_unknown(&mut fields, &moment.unknown);
    Tree::Block(fields)
}

file_struct! {
    FilterFile: Filter, "Filter", unknown {
        arenas: BTreeSet<Term<Arena>>,
        kinds: BTreeSet<Term<Kind>>,
        groups: BTreeSet<GroupId>,
    }
}

file_struct! {
    ViewRectFile: ViewRect, "View" {
        from: Place,
        to: Place,
    }
}

impl Coded for Shown {
    fn by_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shown| shown.its_word() == word)
    }

    fn its_word(self) -> &'static str {
        match self {
            Self::Names => "names",
            Self::Relations => "relations",
            Self::Position => "position",
            Self::Power => "power",
            Self::Conflict => "conflict",
            Self::Roles => "roles",
            Self::OwnWords => "own_words",
        }
    }

    fn words() -> Vec<&'static str> {
        Self::ALL.into_iter().map(Self::its_word).collect()
    }
}

bare_words! { Shown }
listed! { Shown }

file_struct! {
    SceneFile: Scene, "Scene", unknown {
        id: SceneId [id],
        name: Name [always],
        arrangement: Arrangement = Arrangement::Network,
        issue: Option<IssueId>,
        filter: Filter,
        view: Option<ViewRect>,
        shows: BTreeSet<Shown> = Shown::on_the_wall(),
        note: Note,
    }
}
