//! What of the map is shown, and how large: the working view, or what the wall may see.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::looking::Paint;
use crate::model::{ActorId, IssueId, Language, Shown};
use crate::session::looking::Folded;
use crate::ui::theme;

/// For whom the map is drawn.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Audience {
    /// The people at work: everything, with what is private folded.
    Work,
    /// A picture of the working view: without a trace of what is private.
    Picture,
    /// The wall: only what is in the set.
    Wall(BTreeSet<Shown>),
}

/// What of the map is shown, and how large.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Looks {
    /// For whom.
    pub(crate) audience: Audience,
    /// The issue in focus.
    pub(crate) issue: Option<IssueId>,
    /// The language of the words on the map.
    pub(crate) language: Language,
    /// The size of a label on the screen.
    pub(crate) label: f32,
    /// Which way of looking at the map, by its number.
    pub(crate) seen: u64,
    /// Who are drawn as one.
    pub(crate) folds: Arc<BTreeMap<ActorId, Folded>>,
    /// What actors are painted by, where it is not as usual.
    pub(crate) paint: Option<Arc<Paint>>,
}

/// Labels on the wall are at least this part of its height.
const WALL_LABEL: f32 = 1.0 / 27.0;
/// How many letters stand on a line of a label.
const LINE_LETTERS: usize = 18;
/// How many on the wall, where letters are large.
const WALL_LETTERS: usize = 15;

impl Looks {
    /// Gives the size of labels on a wall of this height.
    pub(crate) fn wall_label(height: f32) -> f32 {
        // A hair more, so that rounding never makes it less.
        (height * WALL_LABEL * 1.01).max(1.0)
    }

    /// Says whether something may be seen.
    pub(crate) fn shows(&self, what: Shown) -> bool {
        match &self.audience {
            Audience::Work | Audience::Picture => true,
            Audience::Wall(shown) => shown.contains(&what),
        }
    }

    /// Says whether the map is on the wall.
    pub(crate) fn on_the_wall(&self) -> bool {
        matches!(self.audience, Audience::Wall(_))
    }

    /// Says whether what is no judgement and yet not for the wall may be seen: doubt, candidates, texts on the map.
    pub(crate) fn at_work(&self) -> bool {
        !self.on_the_wall()
    }

    /// Says whether the size of actors tells their power.
    pub(crate) fn power_as_size(&self) -> bool {
        self.paint.as_ref().is_none_or(|paint| paint.size.is_none())
    }

    /// Gives how many letters stand on a line of a label.
    pub(crate) fn letters(&self) -> usize {
        if self.on_the_wall() {
            WALL_LETTERS
        } else {
            LINE_LETTERS
        }
    }

    /// Gives the size of labels to that of labels at 100 %.
    pub(crate) fn text_scale(&self) -> f32 {
        self.label / theme::LABEL
    }
}
