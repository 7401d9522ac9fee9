//! How the map is looked at: what steps back or vanishes, what is folded into one, what actors are painted by, and
//! what helps to find the way: the card at the pointer and the small map.
//!
//! The map itself stays as it is. What is looked at becomes another [`Content`] that the scene is made from, and a
//! [`Paint`] of what a calculation gives; both are kept until the map or the way of looking changes. On the wall
//! nothing of it is on.

mod card;
mod minimap;
mod paint;
mod told;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Canvas;
use crate::model::{ActorId, Content, IssueId, Language, Place};
use crate::session::looking::{Fold, Folded, FoldedMap, Looking, fold};
use crate::session::meaning::sight::{Sight, sight};
use crate::session::{Item, Selection};
use crate::text::looking as words;
use crate::text::terms::Named as _;
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::painting::{Measured, PaintBy};
use crate::ui::settings::FilteredOut;

pub(super) use card::{Card, card_ui};
pub(super) use minimap::{Dots, minimap_ui};
pub(crate) use paint::{Coloured, Fill, Mark, Paint, STEPS, Scaled};
pub(super) use told::line_label;

/// What the map is looked at with, to see whether it changed.
#[derive(Debug, Clone, PartialEq)]
struct Key {
    generation: u64,
    issue: Option<IssueId>,
    language: Language,
    looking: Looking,
    eyes: Option<ActorId>,
    out: FilteredOut,
    paint: PaintBy,
    measured: Option<Arc<Measured>>,
}

/// The map as it is looked at.
#[derive(Debug, Default)]
pub(super) struct Seen {
    key: Option<Key>,
    /// Grows with every change.
    serial: u64,
    /// What is drawn, where it is not the map as it is.
    folded: Option<FoldedMap>,
    /// What stands out; all where nothing is set.
    clear: Option<BTreeSet<Item>>,
    folds: Arc<BTreeMap<ActorId, Folded>>,
    paint: Option<Arc<Paint>>,
    /// What the actor sees as who the map is looked at.
    sight: Option<Sight>,
}

impl Seen {
    /// Makes everything anew in the next frame.
    pub(super) fn forget(&mut self) {
        *self = Self {
            serial: self.serial + 1,
            ..Self::default()
        };
    }

    /// Gives what is drawn.
    pub(super) fn now<'a>(&'a self, cx: &'a Cx<'_>) -> &'a Content {
        self.folded.as_ref().map_or(cx.now(), |it| &it.content)
    }

    /// Says whether the map is drawn as it is, with nobody left out or folded.
    pub(super) fn as_it_is(&self) -> bool {
        self.folded.is_none()
    }

    /// Gives where everybody who is drawn stands.
    pub(super) fn places(&self, cx: &Cx<'_>) -> BTreeMap<ActorId, Place> {
        let Some(folded) = &self.folded else {
            return cx.session.places();
        };
        let of = |actor| cx.session.place(actor);
        folded
            .content
            .actors
            .ids()
            .map(|actor| (actor, folded.place(actor, of).unwrap_or_else(|| of(actor))))
            .collect()
    }

    /// Gives what stands out; all where nothing is set.
    pub(super) fn clear(&self) -> Option<&BTreeSet<Item>> {
        self.clear.as_ref()
    }

    /// Gives a number that grows with every change of what is looked at.
    pub(super) fn serial(&self) -> u64 {
        self.serial
    }

    /// Gives what decides how large the legend is: what is painted by, and whether it is there yet.
    pub(super) fn painted(&self) -> Option<(PaintBy, bool)> {
        let key = self.key.as_ref()?;
        Some((key.paint, key.measured.is_some())).filter(|(paint, _)| !paint.usual())
    }

    /// Gives who are drawn as one.
    pub(super) fn folds(&self) -> &Arc<BTreeMap<ActorId, Folded>> {
        &self.folds
    }

    /// Gives what the actor sees as who the map is looked at.
    pub(super) fn sight(&self) -> Option<&Sight> {
        self.sight.as_ref()
    }

    /// Gives what actors are painted by.
    pub(super) fn paint(&self) -> Option<&Arc<Paint>> {
        self.paint.as_ref()
    }
}

/// Takes over how the map is looked at.
pub(super) fn follow(cx: &Cx<'_>, canvas: &mut Canvas) {
    let as_oneself = cx.view.looking.plain() && cx.view.eyes.is_none();
    let usual = as_oneself && cx.view.paint.usual();
    if cx.on_the_wall() || usual {
        if canvas.seen.key.is_some() {
            canvas.seen = Seen {
                serial: canvas.seen.serial + 1,
                ..Seen::default()
            };
        }
        return;
    }
    let key = Key {
        generation: cx.session.generation(),
        issue: cx.issue().map(|issue| issue.id),
        language: cx.language(),
        looking: cx.view.looking.clone(),
        eyes: cx.view.eyes,
        out: cx.settings.filtered_out,
        paint: cx.view.paint,
        measured: cx.view.measured.clone(),
    };
    if canvas.seen.key.as_ref() == Some(&key) {
        return;
    }
    canvas.seen = made(cx, key, canvas.seen.serial + 1);
}

fn made(cx: &Cx<'_>, key: Key, serial: u64) -> Seen {
    let looking = &key.looking;
    let filter = looking.filter.clone().within(cx.now());
    let looking = Looking {
        filter,
        ..looking.clone()
    };
    let sight = key.eyes.map(|eyes| sight(cx.now(), eyes));
    let out = match &sight {
        Some(_) => FilteredOut::Fade,
        None => key.out,
    };
    let items = match &sight {
        Some(sight) => Some(sight.items.clone()),
        None => looking.items(cx.now(), key.issue),
    };
    let mut content = None;
    if let (Some(items), FilteredOut::Vanish) = (&items, out) {
        content = Some(only(cx.now(), items));
    }
    let mut folds = BTreeMap::new();
    if !looking.folded.is_empty() || content.is_some() {
        let now = content.as_ref().unwrap_or(cx.now());
        let name = |of: &Fold, _| fold_name(cx, of);
        let made = fold(now, &looking.folded, name);
        folds.clone_from(&made.folds);
        content = Some(made.content);
    }
    let clear = match out {
        FilteredOut::Vanish => None,
        FilteredOut::Fade => {
            items.map(|items| through_folds(cx.now(), content.as_ref(), &folds, items))
        }
    };
    let paint = (!key.paint.usual()).then(|| {
        let now = content.as_ref().unwrap_or(cx.now());
        Arc::new(Paint::of(cx, now, key.paint, key.measured.as_deref()))
    });
    Seen {
        serial,
        clear,
        folded: content.map(|content| FoldedMap {
            content,
            folds: folds.clone(),
        }),
        folds: Arc::new(folds),
        paint,
        sight,
        key: Some(key),
    }
}

/// Gives the name of what is folded into one.
pub(super) fn fold_name(cx: &Cx<'_>, of: &Fold) -> String {
    match of {
        Fold::Group(group) => cx
            .now()
            .groups
            .get(*group)
            .map(|group| group.name.clone())
            .unwrap_or_default(),
        Fold::Arena(arena) => arena.word(cx.language()).to_owned(),
    }
}

fn only(now: &Content, items: &BTreeSet<Item>) -> Content {
    let mut content = now.clone();
    content
        .actors
        .retain(|actor| items.contains(&Item::Actor(actor.id)));
    content
        .relations
        .retain(|relation| items.contains(&Item::Relation(relation.id)));
    let there = &content.actors;
    content.groups.retain(|group| {
        let mut members = group.members.iter();
        members.any(|member| there.contains(*member))
    });
    content
}

/// Lets one that stands for several stand out where any of them does.
fn through_folds(
    now: &Content,
    drawn: Option<&Content>,
    folds: &BTreeMap<ActorId, Folded>,
    items: BTreeSet<Item>,
) -> BTreeSet<Item> {
    let Some(drawn) = drawn.filter(|_| !folds.is_empty()) else {
        return items;
    };
    let to = |actor: ActorId| {
        let mut found = folds.iter();
        found
            .find(|(_, folded)| folded.members.contains(&actor))
            .map_or(actor, |(first, _)| *first)
    };
    let mut pairs = BTreeSet::new();
    let mut out = BTreeSet::new();
    for item in &items {
        match item {
            Item::Actor(actor) => {
                out.insert(Item::Actor(to(*actor)));
            }
            Item::Relation(relation) => {
                if let Some(it) = now.relations.get(*relation) {
                    let (from, end) = (to(it.from), to(it.to));
                    pairs.insert((from.min(end), from.max(end)));
                }
            }
            Item::Group(_) | Item::Role(_) | Item::Text(_) => {}
        }
    }
    let lit = drawn
        .relations
        .iter()
        .filter(|it| pairs.contains(&(it.from.min(it.to), it.from.max(it.to))));
    out.extend(lit.map(|it| Item::Relation(it.id)));
    out
}

/// Unfolds what a click or key fell on; says whether there was anything to unfold.
pub(super) fn unfold(cx: &Cx<'_>, canvas: &Canvas, item: Option<Item>, out: &mut Outbox) -> bool {
    let Some(Item::Actor(actor)) = item else {
        return false;
    };
    let Some(folded) = canvas.seen.folds.get(&actor) else {
        return false;
    };
    let mut looking = cx.view.looking.clone();
    looking.folded.remove(&folded.fold);
    out.send(Request::Looking(Box::new(looking)));
    let members = folded.members.iter().map(|member| Item::Actor(*member));
    out.send(Request::Select(members.collect::<Selection>()));
    true
}

/// Says whether a line is drawn for several relations, or for one of somebody who is folded.
pub(super) fn stands_for_several(canvas: &Canvas, cx: &Cx<'_>, item: Option<Item>) -> bool {
    let (Some(Item::Relation(id)), Some(folded)) = (item, &canvas.seen.folded) else {
        return false;
    };
    let drawn = folded.content.relations.get(id);
    let real = cx.now().relations.get(id);
    match (drawn, real) {
        (Some(drawn), Some(real)) => (drawn.from, drawn.to) != (real.from, real.to),
        (Some(_) | None, _) => false,
    }
}

/// Names one that stands for several, for who cannot see the map.
pub(super) fn folded_label(cx: &Cx<'_>, canvas: &Canvas, actor: ActorId) -> Option<String> {
    let folded = canvas.seen.folds.get(&actor)?;
    let name = fold_name(cx, &folded.fold);
    let n_members = folded.members.len();
    Some(words::folded_label(&name, n_members, cx.language()))
}

/// Gives who moves along with an actor: all it stands for.
pub(super) fn members(canvas: &Canvas, actor: ActorId) -> Vec<ActorId> {
    canvas.seen.folds.get(&actor).map_or_else(
        || vec![actor],
        |folded| folded.members.iter().copied().collect(),
    )
}
