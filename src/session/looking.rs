//! How the map is looked at: filter, focus, paths and groups folded into one. Nothing of it is in the file.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::filter::{Filter, matching, of_kinds};
use super::selection::Item;
use crate::model::{
    Actor, ActorId, Answer, Arena, Arrow, Content, GroupId, IssueId, Place, Relation, RoleChoice,
    Scope, Term, Tone,
};

/// Some actors and who stands near them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Focus {
    /// In the middle.
    pub centre: BTreeSet<ActorId>,
    /// How many steps away still counts.
    pub steps: u8,
}

/// Actors that are drawn as one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fold {
    /// The members of a group.
    Group(GroupId),
    /// All of an arena.
    Arena(Arena),
}

/// How the map is looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Looking {
    /// Who is let through.
    pub filter: Filter,
    /// Who stands in the middle.
    pub focus: Option<Focus>,
    /// What is drawn as one.
    pub folded: BTreeSet<Fold>,
}

impl Looking {
    /// Says whether the whole map is seen as it is.
    pub fn plain(&self) -> bool {
        self.filter.is_empty() && self.focus.is_none() && self.folded.is_empty()
    }

    /// Gives the actors that stand out; nothing where all do.
    pub fn actors(&self, now: &Content, issue: Option<IssueId>) -> Option<BTreeSet<ActorId>> {
        let filtered = (!self.filter.is_empty()).then(|| matching(now, &self.filter, issue));
        let near = self
            .focus
            .as_ref()
            .map(|focus| around(now, &focus.centre, focus.steps));
        match (filtered, near) {
            (None, None) => None,
            (Some(only), None) | (None, Some(only)) => Some(only),
            (Some(one), Some(other)) => Some(one.intersection(&other).copied().collect()),
        }
    }

    /// Gives the actors and relations that stand out; nothing where all do.
    pub fn items(&self, now: &Content, issue: Option<IssueId>) -> Option<BTreeSet<Item>> {
        let actors = self.actors(now, issue)?;
        let relations = now.relations.iter().filter(|it| {
            actors.contains(&it.from) && actors.contains(&it.to) && of_kinds(&self.filter, it)
        });
        let relations: Vec<Item> = relations.map(|it| Item::Relation(it.id)).collect();
        Some(
            actors
                .into_iter()
                .map(Item::Actor)
                .chain(relations)
                .collect(),
        )
    }
}

/// Gives some actors and who stands at most so many steps away, along relations in whatever direction.
pub fn around(now: &Content, centre: &BTreeSet<ActorId>, steps: u8) -> BTreeSet<ActorId> {
    let mut found: BTreeSet<ActorId> = centre
        .iter()
        .copied()
        .filter(|actor| now.actors.contains(*actor))
        .collect();
    for _ in 0..steps {
        let near: Vec<ActorId> = now
            .relations
            .iter()
            .filter_map(
                |it| match (found.contains(&it.from), found.contains(&it.to)) {
                    (true, false) => Some(it.to),
                    (false, true) => Some(it.from),
                    (true, true) | (false, false) => None,
                },
            )
            .collect();
        found.extend(near);
    }
    found
}

/// Finds a shortest way between two actors along relations in whatever direction, both ends included.
pub fn path(now: &Content, from: ActorId, to: ActorId) -> Option<Vec<ActorId>> {
    let mut near: BTreeMap<ActorId, BTreeSet<ActorId>> = BTreeMap::new();
    for relation in now.relations.iter() {
        near.entry(relation.from).or_default().insert(relation.to);
        near.entry(relation.to).or_default().insert(relation.from);
    }
    let mut came_from: BTreeMap<ActorId, ActorId> = BTreeMap::new();
    let mut waiting = VecDeque::from([from]);
    while let Some(here) = waiting.pop_front() {
        if here == to {
            let mut way = vec![to];
            let mut at = to;
            while at != from {
                at = *came_from.get(&at)?;
                way.push(at);
            }
            way.reverse();
            return Some(way);
        }
        for next in near.get(&here).into_iter().flatten() {
            if *next != from && !came_from.contains_key(next) {
                came_from.insert(*next, here);
                waiting.push_back(*next);
            }
        }
    }
    None
}

/// Actors that are drawn as one, under the identity of the first of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    /// What they are folded by.
    pub fold: Fold,
    /// Who they are.
    pub members: BTreeSet<ActorId>,
}

/// A map with some of its actors drawn as one.
#[derive(Debug, Clone, PartialEq)]
pub struct FoldedMap {
    /// What is drawn.
    pub content: Content,
    /// Who are drawn as one, by the actor that stands for them.
    pub folds: BTreeMap<ActorId, Folded>,
}

impl FoldedMap {
    /// Gives the middle of those who are drawn as one.
    pub fn place(&self, actor: ActorId, place: impl Fn(ActorId) -> Place) -> Option<Place> {
        let folded = self.folds.get(&actor)?;
        let places: Vec<Place> = folded.members.iter().map(|it| place(*it)).collect();
        let n = f64::from(u32::try_from(places.len()).ok()?.max(1));
        let sum = |of: fn(Place) -> f64| places.iter().map(|it| of(*it)).sum::<f64>();
        Place::new(sum(Place::x) / n, sum(Place::y) / n)
    }
}

/// Folds groups and arenas into one actor each; `name` says what that one is called. The hoofdpersoon stays apart, and
/// who is alone is not folded.
pub fn fold(
    now: &Content,
    wanted: &BTreeSet<Fold>,
    name: impl Fn(&Fold, usize) -> String,
) -> FoldedMap {
    let mut folds: BTreeMap<ActorId, Folded> = BTreeMap::new();
    let mut stands_for: BTreeMap<ActorId, ActorId> = BTreeMap::new();
    for fold in wanted {
        let of: BTreeSet<ActorId> = match fold {
            Fold::Group(group) => now
                .groups
                .get(*group)
                .map(|group| group.members.clone())
                .unwrap_or_default(),
            Fold::Arena(arena) => now
                .actors
                .iter()
                .filter(|actor| now.arena_of(actor) == Some(*arena))
                .map(|actor| actor.id)
                .collect(),
        };
        let free = |actor: &ActorId| {
            now.focal != Some(*actor)
                && now.actors.contains(*actor)
                && !stands_for.contains_key(actor)
        };
        let members: BTreeSet<ActorId> = of.into_iter().filter(free).collect();
        if members.len() < 2 {
            continue;
        }
        if let Some(first) = members.first().copied() {
            stands_for.extend(members.iter().map(|member| (*member, first)));
            let fold = fold.clone();
            folds.insert(first, Folded { fold, members });
        }
    }
    let mut content = now.clone();
    for (first, folded) in &folds {
        let mut one = Actor::new(*first, name(&folded.fold, folded.members.len()));
        one.arena = common_arena(now, &folded.members);
        for member in &folded.members {
            content.actors.remove(*member);
        }
        content.actors.put(one);
    }
    if !folds.is_empty() {
        let to = |actor: ActorId| stands_for.get(&actor).copied().unwrap_or(actor);
        rewire(now, &mut content, &folds, &to);
    }
    FoldedMap { content, folds }
}

fn common_arena(now: &Content, members: &BTreeSet<ActorId>) -> Answer<Term<Arena>> {
    let mut arenas = members
        .iter()
        .filter_map(|member| now.actors.get(*member))
        .map(|actor| now.arena_of(actor));
    let first = arenas.next().flatten();
    match first.filter(|first| arenas.all(|arena| arena == Some(*first))) {
        Some(arena) => Answer::given(Term::BuiltIn(arena)),
        None => Answer::NotAsked,
    }
}

/// Leads everything that named a folded actor to the one that stands for it.
fn rewire(
    now: &Content,
    content: &mut Content,
    folds: &BTreeMap<ActorId, Folded>,
    to: &dyn Fn(ActorId) -> ActorId,
) {
    content.relations = crate::model::Table::default();
    for relation in merged(now, to) {
        content.relations.put(relation);
    }
    let folded_groups: BTreeMap<GroupId, ActorId> = folds
        .iter()
        .filter_map(|(first, folded)| match folded.fold {
            Fold::Group(group) => Some((group, *first)),
            Fold::Arena(_) => None,
        })
        .collect();
    content
        .groups
        .retain(|group| !folded_groups.contains_key(&group.id));
    content.groups.update_all(|group| {
        group.members = group.members.iter().map(|it| to(*it)).collect();
        group.agreed_by = group.agreed_by.iter().map(|it| to(*it)).collect();
    });
    content
        .roles
        .retain(|role| role_scope(role, &folded_groups, to).is_some());
    content.roles.update_all(|role| {
        if let Some(scope) = role_scope(role, &folded_groups, to) {
            role.scope = scope;
        }
        role.official = to(role.official);
    });
    content.texts.update_all(|text| {
        if let Some(Arrow::Actor(actor)) = &mut text.arrow {
            *actor = to(*actor);
        }
    });
    content.vanguard = content.vanguard.iter().map(|it| to(*it)).collect();
}

fn role_scope(
    role: &RoleChoice,
    groups: &BTreeMap<GroupId, ActorId>,
    to: &dyn Fn(ActorId) -> ActorId,
) -> Option<Scope> {
    match role.scope {
        Scope::Actor(actor) => Some(Scope::Actor(to(actor))),
        Scope::Group(group) => Some(
            groups
                .get(&group)
                .map_or(Scope::Group(group), |actor| Scope::Actor(*actor)),
        ),
        Scope::Pair(one, other) => {
            let (one, other) = (to(one), to(other));
            (one != other).then_some(Scope::Pair(one, other))
        }
    }
}

/// Gives the relations between those who are left: one for each pair and tone where something was folded.
fn merged(now: &Content, to: &dyn Fn(ActorId) -> ActorId) -> Vec<Relation> {
    let mut out: Vec<Relation> = Vec::new();
    let mut index: BTreeMap<(ActorId, ActorId, bool), usize> = BTreeMap::new();
    for relation in now.relations.iter() {
        let (from, end) = (to(relation.from), to(relation.to));
        if (from, end) == (relation.from, relation.to) {
            out.push(relation.clone());
            continue;
        }
        if from == end {
            continue;
        }
        let conflict = relation.tone == Tone::Conflict;
        let key = (from.min(end), from.max(end), conflict);
        if let Some(one) = index.get(&key).and_then(|place| out.get_mut(*place)) {
            one.mutual |= relation.mutual || one.from != from;
            let stronger = relation.strength.number() > one.strength.number();
            if stronger && !relation.strength.private() {
                one.strength = relation.strength.clone();
            }
            if one.formal != relation.formal {
                one.formal = None;
            }
            continue;
        }
        index.insert(key, out.len());
        let mut one = Relation::new(relation.id, from, end);
        one.mutual = relation.mutual;
        one.tone = relation.tone;
        one.formal = relation.formal;
        if !relation.strength.private() {
            one.strength = relation.strength.clone();
        }
        out.push(one);
    }
    out
}
