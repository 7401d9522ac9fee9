//! The edits behind commands on what is selected.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::selection::{Item, Selection};
use crate::edit::Edit;
use crate::model::{
    Actor, ActorId, Content, Group, GroupId, IdSource, MapText, Mode, Place, Relation, RelationId,
    RoleChoice, RoleId, Scope, limits,
};

/// How far a copy stands from what it was made of.
const SHIFT: f64 = 48.0;

/// Gives the edit that takes out what is selected; relations and roles that hang on it go with it.
pub fn delete(selection: &Selection, now: &Content) -> Option<Edit> {
    let edits: Vec<Edit> = selection
        .iter()
        .filter_map(|item| match item {
            Item::Actor(id) => now.actors.contains(id).then_some(Edit::RemoveActor(id)),
            Item::Relation(id) => now
                .relations
                .contains(id)
                .then_some(Edit::RemoveRelation(id)),
            Item::Group(id) => now.groups.contains(id).then_some(Edit::RemoveGroup(id)),
            Item::Role(id) => now.roles.contains(id).then_some(Edit::RemoveRole(id)),
            Item::Text(id) => now
                .texts
                .contains(id)
                .then_some(Edit::Text(crate::edit::Entry::Remove(id))),
        })
        .collect();
    one_or_many(edits)
}

/// Gives the edit that copies the selected actors and texts, with the relations among those actors, and selects the
/// copies.
pub fn duplicate(
    selection: &Selection,
    now: &Content,
    places: &BTreeMap<ActorId, Place>,
    ids: &mut IdSource,
) -> Option<(Edit, Selection)> {
    let mut names: BTreeSet<String> = now.actors.iter().map(|actor| actor.name.clone()).collect();
    let mut copies: BTreeMap<ActorId, ActorId> = BTreeMap::new();
    let mut edits = Vec::new();
    let mut selected = Vec::new();
    for actor in selection.actors().filter_map(|id| now.actors.get(id)) {
        let mut copy: Actor = actor.clone();
        copy.id = ids.fresh();
        copy.name = free_name(&actor.name, &mut names);
        copy.place = places.get(&actor.id).copied().or(actor.place).map(shifted);
        copies.insert(actor.id, copy.id);
        selected.push(Item::Actor(copy.id));
        edits.push(Edit::AddActor(Box::new(copy)));
    }
    for relation in now.relations.iter() {
        if let (Some(from), Some(to)) = (copies.get(&relation.from), copies.get(&relation.to)) {
            let mut copy: Relation = relation.clone();
            copy.id = ids.fresh();
            (copy.from, copy.to) = (*from, *to);
            edits.push(Edit::AddRelation(Box::new(copy)));
        }
    }
    for item in selection.iter() {
        if let Item::Text(id) = item
            && let Some(text) = now.texts.get(id)
        {
            let copy = MapText {
                id: ids.fresh(),
                place: shifted(text.place),
                ..text.clone()
            };
            selected.push(Item::Text(copy.id));
            edits.push(Edit::Text(crate::edit::Entry::Put(Box::new(copy))));
        }
    }
    Some((one_or_many(edits)?, selected.into_iter().collect()))
}

/// Gives the edit that relates two actors, and the relation.
pub fn relate(one: ActorId, other: ActorId, ids: &mut IdSource) -> (Edit, RelationId) {
    let relation = Relation::new(ids.fresh(), one, other);
    let id = relation.id;
    (Edit::AddRelation(Box::new(relation)), id)
}

/// Gives the edit that makes a group of actors with the regie of the hoofdpersoon, who is no member of it.
///
/// `None` without hoofdpersoon, or with fewer than two members.
pub fn ring(
    actors: impl IntoIterator<Item = ActorId>,
    now: &Content,
    name: &str,
    today: Date,
    ids: &mut IdSource,
) -> Option<(Edit, GroupId, RoleId)> {
    let official = now.focal?;
    let members: BTreeSet<ActorId> = actors
        .into_iter()
        .filter(|actor| *actor != official && now.actors.contains(*actor))
        .collect();
    if members.len() < 2 {
        return None;
    }
    let mut group = Group::new(ids.fresh(), name);
    group.members = members;
    group.from = Some(today);
    let mut role = RoleChoice::new(ids.fresh(), official, Scope::Group(group.id), Mode::Regie);
    role.date = Some(today);
    let (group_id, role_id) = (group.id, role.id);
    let edit = Edit::Many(vec![
        Edit::AddGroup(Box::new(group)),
        Edit::AddRole(Box::new(role)),
    ]);
    Some((edit, group_id, role_id))
}

fn one_or_many(mut edits: Vec<Edit>) -> Option<Edit> {
    match edits.len() {
        0 => None,
        1 => edits.pop(),
        _ => Some(Edit::Many(edits)),
    }
}

/// Gives the name with the first number from 2 on that no other actor has, such as "Raad (2)".
fn free_name(name: &str, taken: &mut BTreeSet<String>) -> String {
    let stem = without_number(name);
    let mut number = 2_usize;
    loop {
        let tail = format!(" ({number})");
        let room = limits::NAME.saturating_sub(tail.chars().count());
        let start: String = stem.chars().take(room).collect();
        let candidate = format!("{start}{tail}");
        if taken.insert(candidate.clone()) {
            return candidate;
        }
        number += 1;
    }
}

fn without_number(name: &str) -> &str {
    let inner = name
        .strip_suffix(')')
        .and_then(|name| name.rsplit_once(" ("));
    match inner {
        Some((stem, number))
            if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            stem
        }
        _ => name,
    }
}

fn shifted(place: Place) -> Place {
    Place::new(place.x() + SHIFT, place.y() + SHIFT).unwrap_or(place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Language};

    fn map() -> (Document, Vec<ActorId>, IdSource) {
        let mut ids = IdSource::new(5);
        let mut document = Document::new(ids.fresh(), Language::Dutch);
        let mut actors = Vec::new();
        for name in ["Raad", "Corporatie", "Bewoners"] {
            let actor = Actor::new(ids.fresh(), name);
            actors.push(actor.id);
            document = document.apply(&Edit::AddActor(Box::new(actor))).unwrap();
        }
        let (edit, _) = relate(actors[0], actors[1], &mut ids);
        (document.apply(&edit).unwrap(), actors, ids)
    }

    #[test]
    fn deleting_an_actor_and_its_relation_is_one_edit_that_applies() {
        let (document, actors, _) = map();
        let relation = document.now.relations.ids().next().unwrap();
        for selection in [
            Selection::one(Item::Actor(actors[0])),
            Selection::one(Item::Actor(actors[0])).toggled(Item::Relation(relation)),
        ] {
            let edit = delete(&selection, &document.now).unwrap();
            let after = document.apply(&edit).unwrap();
            assert_eq!(after.now.actors.len(), 2);
            assert!(after.now.relations.is_empty());
        }
        assert_eq!(delete(&Selection::default(), &document.now), None);
    }

    #[test]
    fn a_copy_has_a_number_stands_beside_and_keeps_the_relations_among_copies() {
        let (document, actors, mut ids) = map();
        let selection: Selection = [Item::Actor(actors[0]), Item::Actor(actors[1])]
            .into_iter()
            .collect();
        let place = Place::new(10.0, 20.0).unwrap();
        let places = BTreeMap::from([(actors[0], place)]);
        let (edit, selected) = duplicate(&selection, &document.now, &places, &mut ids).unwrap();
        let after = document.apply(&edit).unwrap();
        assert_eq!(after.now.actors.len(), 5);
        assert_eq!(after.now.relations.len(), 2);
        let copy = |name: &str| after.now.actors.iter().find(|actor| actor.name == name);
        assert_eq!(copy("Raad (2)").unwrap().place, Place::new(58.0, 68.0));
        assert_eq!(selected.len(), 2);
        let again = duplicate(&selected, &after.now, &places, &mut ids).unwrap();
        let after = after.apply(&again.0).unwrap();
        assert!(
            after
                .now
                .actors
                .iter()
                .any(|actor| actor.name == "Raad (3)")
        );
    }

    #[test]
    fn a_copy_of_the_longest_name_is_not_too_long() {
        let (document, actors, mut ids) = map();
        let name = "é".repeat(limits::NAME);
        let change = crate::edit::ActorChange::Name(name);
        let document = document.apply(&Edit::Actor(actors[0], change)).unwrap();
        let selection = Selection::one(Item::Actor(actors[0]));
        let (edit, _) = duplicate(&selection, &document.now, &BTreeMap::new(), &mut ids).unwrap();
        assert!(document.apply(&edit).is_ok());
    }

    #[test]
    fn a_ring_needs_a_hoofdpersoon_and_two_members() {
        let (mut document, actors, mut ids) = map();
        let today = jiff::civil::date(2026, 5, 12);
        let ring_of = |document: &Document, members: &[ActorId], ids: &mut IdSource| {
            ring(members.iter().copied(), &document.now, "Wonen", today, ids)
        };
        assert_eq!(ring_of(&document, &actors, &mut ids), None);
        document.now.focal = Some(actors[2]);
        assert_eq!(ring_of(&document, &actors[1..], &mut ids), None);
        let (edit, group, role) = ring_of(&document, &actors, &mut ids).unwrap();
        let after = document.apply(&edit).unwrap();
        assert_eq!(after.now.groups.get(group).unwrap().members.len(), 2);
        assert_eq!(after.now.roles.get(role).unwrap().mode, Mode::Regie);
        assert!(after.problems().is_empty());
    }
}
