//! A map as a whole: comparing two, merging three.

use std::collections::BTreeSet;

use super::field::Field;
use super::item::{Choices, Item, Outcome, Spot, Subject};
use super::said::Said;
use super::walk::{Part, Walk};
use crate::model::{Content, Document, Problem, RevisionId};

/// One difference between two maps; `None` stands for what is not there.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Where.
    pub spot: Spot,
    /// What the first map says.
    pub before: Option<Said>,
    /// What the second map says.
    pub after: Option<Said>,
    /// Whether either is private.
    pub private: bool,
}

/// Lists every difference between two maps.
pub fn compare(before: &Document, after: &Document) -> Vec<Change> {
    let choices = Choices::new();
    let mut walk = Walk::new(&choices);
    document(Some(before), before, after, &mut walk);
    changes(walk.items)
}

/// Lists every difference between two states, such as the current one and a moment.
pub fn compare_states(before: &Content, after: &Content) -> Vec<Change> {
    let choices = Choices::new();
    let mut walk = Walk::new(&choices);
    Content::merge(Some(before), before, after, &mut walk);
    changes(walk.items)
}

fn changes(items: Vec<Item>) -> Vec<Change> {
    items
        .into_iter()
        .map(|item| Change {
            spot: item.spot,
            before: item.mine,
            after: item.theirs,
            private: item.private,
        })
        .collect()
}

/// Two versions of a map laid side by side with what they have in common.
#[derive(Debug, Clone, PartialEq)]
pub struct Merge {
    base: Option<Document>,
    mine: Document,
    theirs: Document,
    items: Vec<Item>,
}

impl Merge {
    /// Compares two versions with their base; without one only additions go by themselves.
    pub fn new(base: Option<Document>, mine: Document, theirs: Document) -> Self {
        let choices = Choices::new();
        let mut walk = Walk::new(&choices);
        document(base.as_ref(), &mine, &theirs, &mut walk);
        let items = walk.items;
        Self {
            base,
            mine,
            theirs,
            items,
        }
    }

    /// Gives the common base, where it is known.
    pub fn base(&self) -> Option<&Document> {
        self.base.as_ref()
    }

    /// Gives the open map.
    pub fn mine(&self) -> &Document {
        &self.mine
    }

    /// Gives the other map.
    pub fn theirs(&self) -> &Document {
        &self.theirs
    }

    /// Lists every difference.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Lists what both changed differently.
    pub fn clashes(&self) -> impl Iterator<Item = &Item> {
        self.items
            .iter()
            .filter(|item| item.outcome == Outcome::Clash)
    }

    /// Gives the merged map, with what was chosen; refused when it breaks a rule that the open map keeps.
    pub fn document(&self, choices: &Choices) -> Result<Document, Problem> {
        let mut walk = Walk::new(choices);
        let merged = document(self.base.as_ref(), &self.mine, &self.theirs, &mut walk);
        let found = merged.problems();
        if !found.is_empty() {
            let (mine, theirs) = (self.mine.problems(), self.theirs.problems());
            let old = |problem: &Problem| mine.contains(problem) || theirs.contains(problem);
            if let Some(problem) = found.into_iter().find(|problem| !old(problem)) {
                return Err(problem);
            }
        }
        Ok(merged)
    }

    /// Counts what taking the merged map over does to the open one.
    pub fn tally(&self) -> Tally {
        let touching = self.items.iter().filter(|item| item.touches_mine());
        Tally::of(touching.map(|item| {
            let clash = item.outcome == Outcome::Clash;
            (
                &item.spot,
                item.mine.is_some(),
                item.theirs.is_some(),
                clash,
            )
        }))
    }
}

/// How many entities are new, changed and taken out, and how many fields clash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// New entities.
    pub added: usize,
    /// Entities of which something changed; the map as a whole counts as one.
    pub changed: usize,
    /// Fields that both sides changed differently.
    pub clashes: usize,
    /// Entities that were taken out.
    pub removed: usize,
}

impl Tally {
    /// Counts changes.
    pub fn of_changes(changes: &[Change]) -> Self {
        Self::of(changes.iter().map(|change| {
            (
                &change.spot,
                change.before.is_some(),
                change.after.is_some(),
                false,
            )
        }))
    }

    /// Says whether nothing differs.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn of<'a>(items: impl Iterator<Item = (&'a Spot, bool, bool, bool)>) -> Self {
        let mut tally = Self::default();
        let mut changed: BTreeSet<_> = BTreeSet::new();
        for (spot, before, after, clash) in items {
            if clash {
                tally.clashes += 1;
            } else if spot.whole() && after && !before {
                tally.added += 1;
            } else if spot.whole() && before && !after {
                tally.removed += 1;
            } else {
                changed.insert((spot.moment, spot.subject));
            }
        }
        tally.changed = changed.len();
        tally
    }
}

fn document(
    base: Option<&Document>,
    mine: &Document,
    theirs: &Document,
    walk: &mut Walk<'_>,
) -> Document {
    macro_rules! field {
        ($field:ident: $name:ident) => {
            walk.field(Field::$name, |walk| {
                Part::merge(
                    base.map(|base| &base.$field),
                    &mine.$field,
                    &theirs.$field,
                    walk,
                )
            })
        };
    }
    Document {
        id: mine.id,
        version: mine.version.max(theirs.version),
        lineage: lineage(base, mine, theirs),
        title: field!(title: Title),
        language: field!(language: Language),
        meta: field!(meta: Meta),
        now: walk.at(Subject::Map, |walk| {
            Part::merge(base.map(|base| &base.now), &mine.now, &theirs.now, walk)
        }),
        moments: field!(moments: Moments),
        scenes: field!(scenes: Scenes),
        lenses_on: field!(lenses_on: LensesOn),
        own_lenses: field!(own_lenses: OwnLenses),
        session: field!(session: Session),
        silenced: field!(silenced: Silenced),
        not_same: field!(not_same: NotSame),
        pseudonyms: field!(pseudonyms: Pseudonyms),
        unreadable: field!(unreadable: Unreadable),
        dangling: field!(dangling: Dangling),
        alternatives: field!(alternatives: Alternatives),
        unknown: field!(unknown: Unknown),
    }
}

/// Gives the revisions that both come from: the newest of both sides fit in, whatever their number.
fn lineage(base: Option<&Document>, mine: &Document, theirs: &Document) -> Vec<RevisionId> {
    if mine.lineage == theirs.lineage || base.is_some_and(|base| base.lineage == theirs.lineage) {
        return mine.lineage.clone();
    }
    if base.is_some_and(|base| base.lineage == mine.lineage) {
        return theirs.lineage.clone();
    }
    let shared = |revision: &&RevisionId| mine.lineage.contains(revision);
    let mut both: Vec<RevisionId> = theirs.lineage.iter().filter(shared).copied().collect();
    let only = |side: &Document, other: &Document| -> Vec<RevisionId> {
        let own: Vec<RevisionId> = side
            .lineage
            .iter()
            .filter(|revision| !other.lineage.contains(revision))
            .copied()
            .collect();
        own.iter()
            .skip(own.len().saturating_sub(Document::LINEAGE / 2))
            .copied()
            .collect()
    };
    both.extend(only(theirs, mine));
    both.extend(only(mine, theirs));
    both.drain(..both.len().saturating_sub(Document::LINEAGE));
    both
}

/// Gives the newest revision that two maps both come from.
pub fn common_revision(mine: &Document, theirs: &Document) -> Option<RevisionId> {
    mine.lineage
        .iter()
        .rev()
        .find(|revision| theirs.lineage.contains(revision))
        .copied()
}

/// Says whether two maps hold the same, whatever their history.
pub fn same_content(one: &Document, other: &Document) -> bool {
    let mut bare = other.clone();
    bare.lineage.clone_from(&one.lineage);
    bare.version = one.version;
    bare == *one
}
