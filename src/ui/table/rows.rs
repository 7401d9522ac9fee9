//! Which rows stand in the table, and in what order.

use std::collections::BTreeSet;

use super::column::{About, Column, Said, in_order};
use crate::model::{Actor, ActorId, Arena, Content};
use crate::session::quick::fold;

/// Which way a column is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// The lowest first.
    Up,
    /// The highest first.
    Down,
}

/// What decides which rows are shown and how.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Wish {
    /// What is searched.
    pub(super) search: String,
    /// Only rows in which a shown column has no answer.
    pub(super) missing: bool,
    /// The sorted column; without one the order of the map.
    pub(super) sort: Option<(Column, Way)>,
    /// Only actors of these arenas, none for not asked; of all where it is empty.
    pub(super) arenas: BTreeSet<Option<Arena>>,
}

impl Wish {
    /// Sorts by a column upwards, then downwards, then by the order of the map.
    pub(super) fn sort_by(&mut self, column: Column) {
        self.sort = match self.sort {
            Some((sorted, Way::Up)) if sorted == column => Some((column, Way::Down)),
            Some((sorted, Way::Down)) if sorted == column => None,
            Some(_) | None => Some((column, Way::Up)),
        };
    }
}

/// Gives the rows; those without an answer in the sorted column always come last.
pub(super) fn rows(columns: &[Column], wish: &Wish, about: About<'_>) -> Vec<ActorId> {
    let About { now, language, .. } = about;
    let search = fold(&wish.search);
    let said = |actor: &Actor, column: Column| column.said(actor, about);
    let fits = |actor: &&Actor| {
        let found = search.is_empty()
            || fold(&actor.short).contains(&search)
            || columns
                .iter()
                .any(|column| fold(&said(actor, *column).typed(language)).contains(&search));
        let missing = !wish.missing
            || columns
                .iter()
                .any(|column| said(actor, *column) == Said::Unasked);
        let arena = wish.arenas.is_empty() || wish.arenas.contains(&now.arena_of(actor));
        found && missing && arena
    };
    let mut actors: Vec<&Actor> = in_order(now).into_iter().filter(fits).collect();
    if let Some((column, way)) = wish.sort {
        let key = |actor: &&Actor| match said(actor, column) {
            Said::Score(value, _) => (0, value, String::new()),
            Said::Words(words) => (0, 0, fold(&words)),
            Said::None => (1, 0, String::new()),
            Said::Unasked | Said::Private => (2, 0, String::new()),
        };
        actors.sort_by_cached_key(key);
        if way == Way::Down {
            let known = actors.iter().take_while(|actor| key(actor).0 == 0).count();
            let (first, _) = actors.split_at_mut(known);
            first.reverse();
        }
    }
    actors.into_iter().map(|actor| actor.id).collect()
}

/// Gives the rows after an edit: nobody moves, who is gone goes, who was not on the map before stands at the end.
pub(super) fn kept(before: &[ActorId], known: &BTreeSet<ActorId>, now: &Content) -> Vec<ActorId> {
    let still = |actor: &ActorId| now.actors.contains(*actor);
    let new = now.actors.ids().filter(|actor| !known.contains(actor));
    before.iter().copied().filter(still).chain(new).collect()
}
