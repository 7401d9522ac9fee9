//! What points at what is not there is taken off the map and kept, to be written back where it stood.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::actor::{ActorNote, HoldingEntry, PositionEntry};
use super::content::Site;
use super::document::in_order;
use super::fields::InFile as _;
use super::loose::{loose_entity, loose_entries, loose_field, loose_ids, loose_raw, missing};
use crate::model::{
    Actor, ActorId, Arrow, Content, Entity, Group, RoleChoice, Scope, Target, Unknown,
};
use crate::storage::form::print_value;

/// Takes loose ends off a state. A single reference is kept with the unknown fields of its owner; the rest goes to
/// the site.
pub(super) fn settle(
    mut content: Content,
    unknown: &mut Unknown,
    site: &mut Site<'_, '_>,
) -> Content {
    settle_purpose(&mut content, site);
    settle_actors(&mut content, site);
    settle_groups(&mut content, site);
    settle_relations(&mut content, site);
    settle_roles(&mut content, site);
    settle_work(&mut content, site);
    settle_glossary(&mut content, site);
    if let Some(focal) = content.focal.filter(|id| !content.actors.contains(*id)) {
        loose_field(site, unknown, "focal", &focal, &[]);
        content.focal = None;
    }
    let actors = &content.actors;
    let there = |id: &ActorId| actors.contains(*id);
    loose_ids(site, &mut content.vanguard, there, "vanguard", "");
    content
}

/// Gives those that a change made different.
fn changed<'t, T: Entity + PartialEq + 't>(
    entities: impl Iterator<Item = &'t T>,
    mut change: impl FnMut(&mut T),
) -> Vec<T> {
    entities
        .filter_map(|before| {
            let mut after = before.clone();
            change(&mut after);
            (after != *before).then_some(after)
        })
        .collect()
}

fn settle_purpose(content: &mut Content, site: &mut Site<'_, '_>) {
    let (values, actors) = (&content.values, &content.actors);
    let purpose = &content.purpose;
    let initiator = purpose.initiator.filter(|id| !actors.contains(*id));
    let loose: Vec<_> = purpose
        .values
        .iter()
        .copied()
        .filter(|id| !values.contains(*id))
        .collect();
    if initiator.is_some() || !loose.is_empty() {
        let purpose = Arc::make_mut(&mut content.purpose);
        for value in &loose {
            missing(site, "values", value, &["purpose"]);
            site.keep("purpose/values", format!("\"{value}\""));
        }
        purpose.values.retain(|value| !loose.contains(value));
        if let Some(initiator) = initiator {
            loose_field(
                site,
                &mut purpose.unknown,
                "initiator",
                &initiator,
                &["purpose"],
            );
            purpose.initiator = None;
        }
    }
    let goals = &content.purpose.agreement;
    let fixed = changed(content.issues.iter(), |issue| {
        let owner = format!("issues/{}/", issue.id);
        let there = |goal: &_| goals.contains(*goal);
        loose_ids(site, &mut issue.agreement, there, "agreement", &owner);
    });
    for issue in fixed {
        content.issues.put(issue);
    }
}

fn settle_actors(content: &mut Content, site: &mut Site<'_, '_>) {
    let fixed = changed(content.actors.iter(), |actor| {
        settle_actor(actor, content, site);
    });
    for actor in fixed {
        content.actors.put(actor);
    }
}

fn settle_actor(actor: &mut Actor, content: &Content, site: &mut Site<'_, '_>) {
    let id = actor.id.to_string();
    loose_entries::<PositionEntry, _, _>(
        site,
        &mut actor.positions,
        |issue| content.issues.contains(*issue),
        &format!("actors/{id}/positions"),
    );
    loose_entries::<HoldingEntry, _, _>(
        site,
        &mut actor.values,
        |value| content.values.contains(*value),
        &format!("actors/{id}/values"),
    );
    loose_entries::<ActorNote, _, _>(
        site,
        &mut actor.perspective.sees_other,
        |other| content.actors.contains(*other),
        &format!("actors/{id}/perspective/sees_other"),
    );
    for interest in &mut actor.interests {
        if let Some(value) = interest.value.filter(|id| !content.values.contains(*id)) {
            let owner = ["actors", id.as_str(), "interests"];
            loose_field(site, &mut interest.unknown, "value", &value, &owner);
            interest.value = None;
        }
    }
}

fn settle_groups(content: &mut Content, site: &mut Site<'_, '_>) {
    let (actors, values, issues) = (&content.actors, &content.values, &content.issues);
    let groups = changed(content.groups.iter(), |group: &mut Group| {
        let id = group.id.to_string();
        let owner = format!("groups/{id}/");
        let there = |actor: &ActorId| actors.contains(*actor);
        loose_ids(site, &mut group.members, there, "members", &owner);
        let members = &group.members;
        let agreed = |actor: &ActorId| members.contains(actor);
        loose_ids(site, &mut group.agreed_by, agreed, "agreed_by", &owner);
        if let Some(value) = group.shared_value.filter(|id| !values.contains(*id)) {
            let owner = ["groups", id.as_str()];
            loose_field(site, &mut group.unknown, "shared_value", &value, &owner);
            group.shared_value = None;
        }
    });
    let factors = changed(content.factors.iter(), |factor| {
        let id = factor.id.to_string();
        if let Some(issue) = factor.issue.filter(|id| !issues.contains(*id)) {
            let owner = ["factors", id.as_str()];
            loose_field(site, &mut factor.unknown, "issue", &issue, &owner);
            factor.issue = None;
        }
    });
    for group in groups {
        content.groups.put(group);
    }
    for factor in factors {
        content.factors.put(factor);
    }
}

fn settle_relations(content: &mut Content, site: &mut Site<'_, '_>) {
    let actors = &content.actors;
    let loose: BTreeMap<_, _> = content
        .relations
        .iter()
        .filter_map(|relation| {
            let ends = [relation.from, relation.to];
            let end = ends.into_iter().find(|end| !actors.contains(*end));
            // A relation of an actor with itself means nothing; it points at no other.
            let end = end.or((relation.from == relation.to).then_some(relation.to));
            end.map(|end| (relation.id, end))
        })
        .collect();
    for relation in content.relations.iter() {
        if let Some(end) = loose.get(&relation.id) {
            loose_entity(site, "relations", relation, end);
        }
    }
    content
        .relations
        .retain(|relation| !loose.contains_key(&relation.id));

    let pairs: BTreeSet<_> = content.no_relation.iter().copied().map(in_order).collect();
    let sound = |(one, other): &(ActorId, ActorId)| {
        one != other && actors.contains(*one) && actors.contains(*other)
    };
    for pair in pairs.iter().filter(|pair| !sound(pair)) {
        let lost = if actors.contains(pair.0) {
            pair.1
        } else {
            pair.0
        };
        missing(site, "no_relation", &lost, &["no_relation"]);
        site.keep("no_relation", print_value(&pair.tree(), 2));
    }
    let kept: BTreeSet<_> = pairs.into_iter().filter(sound).collect();
    if kept != *content.no_relation {
        content.no_relation = Arc::new(kept);
    }
}

fn settle_roles(content: &mut Content, site: &mut Site<'_, '_>) {
    let lost = |role: &RoleChoice| {
        let actor = |id: ActorId| (!content.actors.contains(id)).then(|| id.to_string());
        actor(role.official).or_else(|| match role.scope {
            Scope::Pair(one, other) => actor(one).or_else(|| actor(other)),
            Scope::Actor(id) => actor(id),
            Scope::Group(id) => (!content.groups.contains(id)).then(|| id.to_string()),
        })
    };
    let mut loose = BTreeSet::new();
    for role in content.roles.iter() {
        if let Some(reference) = lost(role) {
            loose.insert(role.id);
            loose_entity(site, "roles", role, &reference);
        }
    }
    content.roles.retain(|role| !loose.contains(&role.id));
    let actors = &content.actors;
    let roles = changed(content.roles.iter(), |role| {
        let owner = format!("roles/{}/", role.id);
        let there = |actor: &ActorId| actors.contains(*actor);
        loose_ids(site, &mut role.agreed_by, there, "agreed_by", &owner);
    });
    for role in roles {
        content.roles.put(role);
    }
}

/// Gives the identity that a target names, when it is not there.
fn lost_target(content: &Content, target: Target) -> Option<String> {
    match target {
        Target::Actor(id) => (!content.actors.contains(id)).then(|| id.to_string()),
        Target::Relation(id) => (!content.relations.contains(id)).then(|| id.to_string()),
        Target::Group(id) => (!content.groups.contains(id)).then(|| id.to_string()),
        Target::Issue(id) => (!content.issues.contains(id)).then(|| id.to_string()),
        Target::Goal(id) => (!content.purpose.agreement.contains(id)).then(|| id.to_string()),
    }
}

fn settle_work(content: &mut Content, site: &mut Site<'_, '_>) {
    let mut loose = BTreeSet::new();
    for course in content.courses.iter() {
        if let Some(reference) = lost_target(content, course.target) {
            loose.insert(course.id);
            loose_entity(site, "courses", course, &reference);
        }
    }
    let actions = changed(content.actions.iter(), |action| {
        let path = format!("actions/{}/targets", action.id);
        let targets = std::mem::take(&mut action.targets);
        for target in targets {
            if let Some(reference) = lost_target(content, target) {
                let steps: Vec<&str> = path.split('/').collect();
                missing(site, "targets", &reference, &steps);
                site.keep(&path, print_value(&target.tree(), 4));
            } else {
                action.targets.insert(target);
            }
        }
    });
    let texts = changed(content.texts.iter(), |text| {
        let id = text.id.to_string();
        if let Some(Arrow::Actor(actor)) = text.arrow
            && !content.actors.contains(actor)
        {
            let raw = format!("Some(Actor(\"{actor}\"))");
            loose_raw(site, &mut text.unknown, "arrow", raw, &["texts", &id]);
            text.arrow = None;
        }
    });
    content.courses.retain(|course| !loose.contains(&course.id));
    for action in actions {
        content.actions.put(action);
    }
    for text in texts {
        content.texts.put(text);
    }
}

fn settle_glossary(content: &mut Content, site: &mut Site<'_, '_>) {
    let loose: Vec<(String, ActorId)> = content
        .glossary
        .iter()
        .flat_map(|(word, meanings)| meanings.keys().map(move |actor| (word.clone(), *actor)))
        .filter(|(_, actor)| !content.actors.contains(*actor))
        .collect();
    for (word, actor) in loose {
        let glossary = Arc::make_mut(&mut content.glossary);
        if let Some(note) = glossary
            .get_mut(&word)
            .and_then(|known| known.remove(&actor))
        {
            missing(site, "glossary", &actor, &["glossary"]);
            let raw = print_value(
                &<ActorNote as super::lists::Entry<_, _>>::tree_of(&actor, &note),
                2,
            );
            site.keep(&format!("glossary/{word}"), raw);
        }
    }
}
