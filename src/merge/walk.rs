//! The walk over three versions: where it is, what was chosen, what was found; and what it does with a single value.

use super::field::Field;
use super::item::{Choices, Item, Outcome, Side, Spot, Step, Subject};
use super::said::Said;
use crate::model::MomentId;

/// A part of the model that three versions of it are merged into one, field by field.
pub(super) trait Part: Clone + PartialEq {
    /// Merges three versions; without a base nothing is known of what stood before.
    fn merge(base: Option<&Self>, mine: &Self, theirs: &Self, walk: &mut Walk<'_>) -> Self;
}

/// A value that is taken from one side as a whole, or woven of both.
pub(super) trait Whole: Clone + PartialEq {
    /// Gives it in a form that can be told.
    fn said(&self) -> Said;

    /// Says whether it is private.
    fn private(&self) -> bool {
        false
    }

    /// Says whether it stands for nothing filled in.
    fn blank(&self) -> bool {
        false
    }

    /// Gives the value with the changes of both sides; `None` when they do not fit together.
    fn weave(_base: Option<&Self>, _mine: &Self, _theirs: &Self) -> Option<Self> {
        None
    }
}

impl<T: Whole> Part for T {
    fn merge(base: Option<&Self>, mine: &Self, theirs: &Self, walk: &mut Walk<'_>) -> Self {
        if mine == theirs {
            if base.is_some_and(|base| base != mine) {
                walk.found(base, mine, theirs, mine, Outcome::Both);
            }
            return mine.clone();
        }
        let (outcome, automatic) = match base {
            Some(base) if base == mine => (Outcome::Theirs, theirs.clone()),
            Some(base) if base == theirs => (Outcome::Mine, mine.clone()),
            // Without a base only what is filled in on one side is sure to be new.
            None if mine.blank() => (Outcome::Theirs, theirs.clone()),
            None if theirs.blank() => (Outcome::Mine, mine.clone()),
            Some(_) | None => match T::weave(base, mine, theirs) {
                Some(woven) => (Outcome::Woven, woven),
                // What was edited is kept where the other side took it away.
                None if mine.blank() => (Outcome::Clash, theirs.clone()),
                None => (Outcome::Clash, mine.clone()),
            },
        };
        walk.found(base, mine, theirs, &automatic, outcome);
        match walk.chosen() {
            Some(Side::Mine) => mine.clone(),
            Some(Side::Theirs) => theirs.clone(),
            None => automatic,
        }
    }
}

impl<T: Part> Part for std::sync::Arc<T> {
    fn merge(base: Option<&Self>, mine: &Self, theirs: &Self, walk: &mut Walk<'_>) -> Self {
        if Self::ptr_eq(mine, theirs) && base.is_some_and(|base| Self::ptr_eq(base, mine)) {
            return mine.clone();
        }
        let merged = T::merge(base.map(AsRef::as_ref), mine, theirs, walk);
        if merged == **mine {
            mine.clone()
        } else {
            Self::new(merged)
        }
    }
}

impl<T: Whole> Whole for Option<T> {
    fn said(&self) -> Said {
        self.as_ref().map_or(Said::Nothing, T::said)
    }

    fn private(&self) -> bool {
        self.as_ref().is_some_and(T::private)
    }

    fn blank(&self) -> bool {
        self.is_none()
    }

    fn weave(base: Option<&Self>, mine: &Self, theirs: &Self) -> Option<Self> {
        match (mine, theirs) {
            (Some(mine), Some(theirs)) => {
                T::weave(base.and_then(Self::as_ref), mine, theirs).map(Some)
            }
            (None, _) | (_, None) => None,
        }
    }
}

/// Where the walk is and what it found.
#[derive(Debug)]
pub(super) struct Walk<'a> {
    pub(super) moment: Option<MomentId>,
    pub(super) subject: Subject,
    pub(super) path: Vec<Step>,
    pub(super) choices: &'a Choices,
    pub(super) items: Vec<Item>,
}

impl<'a> Walk<'a> {
    /// Starts at the map.
    pub(super) fn new(choices: &'a Choices) -> Self {
        Self {
            moment: None,
            subject: Subject::Map,
            path: Vec::new(),
            choices,
            items: Vec::new(),
        }
    }

    /// Starts again at the same place, with nothing found yet.
    pub(super) fn fork(&self) -> Self {
        Self {
            moment: self.moment,
            subject: self.subject,
            path: self.path.clone(),
            choices: self.choices,
            items: Vec::new(),
        }
    }

    /// Goes one step further for a while.
    pub(super) fn within<R>(&mut self, step: Step, go: impl FnOnce(&mut Self) -> R) -> R {
        self.path.push(step);
        let result = go(self);
        self.path.pop();
        result
    }

    /// Goes into a field for a while.
    pub(super) fn field<R>(&mut self, field: Field, go: impl FnOnce(&mut Self) -> R) -> R {
        self.within(Step::Field(field), go)
    }

    /// Goes to an entity for a while.
    pub(super) fn at<R>(&mut self, subject: Subject, go: impl FnOnce(&mut Self) -> R) -> R {
        let subject = std::mem::replace(&mut self.subject, subject);
        let path = std::mem::take(&mut self.path);
        let result = go(self);
        (self.subject, self.path) = (subject, path);
        result
    }

    /// Gives the place where the walk is.
    pub(super) fn spot(&self) -> Spot {
        Spot {
            moment: self.moment,
            subject: self.subject,
            path: self.path.clone(),
        }
    }

    /// Gives what was chosen here.
    pub(super) fn chosen(&self) -> Option<Side> {
        if self.choices.is_empty() {
            return None;
        }
        self.choices.get(&self.spot()).copied()
    }

    /// Notes a difference of a value.
    fn found<T: Whole>(
        &mut self,
        base: Option<&T>,
        mine: &T,
        theirs: &T,
        result: &T,
        outcome: Outcome,
    ) {
        let private = mine.private() || theirs.private() || base.is_some_and(T::private);
        self.items.push(Item {
            spot: self.spot(),
            base: base.map(T::said),
            mine: Some(mine.said()),
            theirs: Some(theirs.said()),
            result: Some(result.said()),
            outcome,
            private,
        });
    }

    /// Notes that something is there on one side only.
    pub(super) fn presence(&mut self, there: There, said: &Said, private: bool, outcome: Outcome) {
        let told = |present: bool| present.then(|| said.clone());
        let result = match outcome {
            Outcome::Mine | Outcome::Both | Outcome::Woven => there.mine,
            Outcome::Theirs => there.theirs,
            // What was edited is kept.
            Outcome::Clash => true,
        };
        self.items.push(Item {
            spot: self.spot(),
            base: told(there.base),
            mine: told(there.mine),
            theirs: told(there.theirs),
            result: told(result),
            outcome,
            private,
        });
    }
}

/// In which versions something is there.
#[derive(Debug, Clone, Copy)]
pub(super) struct There {
    pub(super) base: bool,
    pub(super) mine: bool,
    pub(super) theirs: bool,
}

/// Merges something that may be missing on one side, and says what is left of it.
///
/// Taken out on one side and changed on the other is a clash, and the changed one stays.
pub(super) fn presence<V: Part>(
    base: Option<&V>,
    mine: Option<&V>,
    theirs: Option<&V>,
    (said, private): (&Said, bool),
    walk: &mut Walk<'_>,
) -> Option<V> {
    let there = There {
        base: base.is_some(),
        mine: mine.is_some(),
        theirs: theirs.is_some(),
    };
    let (only, side) = match (mine, theirs) {
        (Some(mine), Some(theirs)) => return Some(V::merge(base, mine, theirs, walk)),
        (None, None) => {
            if there.base {
                walk.presence(there, said, private, Outcome::Both);
            }
            return None;
        }
        (Some(only), None) => (only, Side::Mine),
        (None, Some(only)) => (only, Side::Theirs),
    };
    let outcome = match (base, side) {
        (None, Side::Mine) => Outcome::Mine,
        (None, Side::Theirs) => Outcome::Theirs,
        // The side where it is gone changed it, when the other left it as it was.
        (Some(base), Side::Mine) if base == only => Outcome::Theirs,
        (Some(base), Side::Theirs) if base == only => Outcome::Mine,
        (Some(_), _) => Outcome::Clash,
    };
    walk.presence(there, said, private, outcome);
    let stays = match walk.chosen() {
        Some(chosen) => chosen == side,
        None => match outcome {
            Outcome::Mine => side == Side::Mine,
            Outcome::Theirs => side == Side::Theirs,
            Outcome::Both | Outcome::Woven | Outcome::Clash => true,
        },
    };
    stays.then(|| only.clone())
}
