//! What differs between two states of a map, as far as it can be told in plain sentences.

use std::collections::BTreeSet;

use crate::model::{
    Actor, ActorId, Answer, Content, IssueId, Position, Relation, RoleChoice, RoleState, Scope,
};

/// One thing that differs; names are found in the state that has them.
#[derive(Debug, Clone, PartialEq)]
pub enum Difference {
    /// An actor more.
    ActorMore(ActorId),
    /// An actor less.
    ActorLess(ActorId),
    /// A relation more, between these two.
    RelationMore(ActorId, ActorId),
    /// A relation less.
    RelationLess(ActorId, ActorId),
    /// A relation of another kind, strength or tone.
    RelationOther(ActorId, ActorId),
    /// Another position on an issue.
    Position {
        /// Whose.
        actor: ActorId,
        /// On what.
        issue: IssueId,
        /// The position in the first state; nothing where it was not given.
        before: Option<i8>,
        /// The position in the second.
        after: Option<i8>,
    },
    /// Something else of an actor; what is private stays unsaid.
    ActorOther(ActorId),
    /// A role more.
    RoleMore(Box<RoleChoice>),
    /// A role less.
    RoleLess(Box<RoleChoice>),
}

/// Lists what the second state has otherwise than the first. Where everybody stands on the network is no difference.
pub fn differences(before: &Content, after: &Content) -> Vec<Difference> {
    let mut out = Vec::new();
    if !before.actors.shares(&after.actors) {
        actors(before, after, &mut out);
    }
    if !before.relations.shares(&after.relations) {
        relations(before, after, &mut out);
    }
    for role in played(after) {
        if !before.roles.iter().any(|it| same_role(it, role)) {
            out.push(Difference::RoleMore(Box::new(role.clone())));
        }
    }
    for role in played(before) {
        if !after.roles.iter().any(|it| same_role(it, role)) {
            out.push(Difference::RoleLess(Box::new(role.clone())));
        }
    }
    out
}

/// Walks the choices that are played or wanted; what was taken back is history and no difference.
fn played(content: &Content) -> impl Iterator<Item = &RoleChoice> {
    let roles = content.roles.iter();
    roles.filter(|role| role.state != RoleState::Earlier)
}

fn actors(before: &Content, after: &Content, out: &mut Vec<Difference>) {
    for actor in after.actors.iter() {
        match before.actors.get(actor.id) {
            None => out.push(Difference::ActorMore(actor.id)),
            Some(was) => {
                let found = out.len();
                positions(was, actor, out);
                if found == out.len() && otherwise(was, actor) {
                    out.push(Difference::ActorOther(actor.id));
                }
            }
        }
    }
    let gone = before.actors.ids().filter(|id| !after.actors.contains(*id));
    out.extend(gone.map(Difference::ActorLess));
}

fn positions(was: &Actor, is: &Actor, out: &mut Vec<Difference>) {
    let issues: BTreeSet<IssueId> = was
        .positions
        .keys()
        .chain(is.positions.keys())
        .copied()
        .collect();
    for issue in issues {
        let (before, after) = (was.position(issue), is.position(issue));
        let score = |answer: &Answer<Position>| answer.value().map(|position| position.get());
        if score(before) != score(after) && !before.private() && !after.private() {
            out.push(Difference::Position {
                actor: is.id,
                issue,
                before: score(before),
                after: score(after),
            });
        }
    }
}

/// Says whether two states of an actor differ in more than where it stands.
fn otherwise(was: &Actor, is: &Actor) -> bool {
    let mut was = was.clone();
    was.place = is.place;
    was != *is
}

fn relations(before: &Content, after: &Content, out: &mut Vec<Difference>) {
    for relation in after.relations.iter() {
        match before.relations.get(relation.id) {
            None => out.push(Difference::RelationMore(relation.from, relation.to)),
            Some(was) if !same_relation(was, relation) => {
                out.push(Difference::RelationOther(relation.from, relation.to));
            }
            Some(_) => {}
        }
    }
    let gone = before.relations.iter();
    let gone = gone.filter(|it| !after.relations.contains(it.id));
    out.extend(gone.map(|it| Difference::RelationLess(it.from, it.to)));
}

fn same_relation(one: &Relation, other: &Relation) -> bool {
    let facts = |it: &Relation| (it.from, it.to, it.mutual, it.tone, it.formal, it.starred);
    facts(one) == facts(other) && one.kind == other.kind && one.strength == other.strength
}

fn same_role(one: &RoleChoice, other: &RoleChoice) -> bool {
    let facts = |it: &RoleChoice| (it.official, it.mode, it.state);
    facts(one) == facts(other) && crate::model::same_scope(one.scope, other.scope)
}

/// Gives the actors whom a difference is about, to be lit up.
pub fn concerned(difference: &Difference) -> Vec<ActorId> {
    match difference {
        Difference::ActorMore(actor)
        | Difference::ActorLess(actor)
        | Difference::ActorOther(actor)
        | Difference::Position { actor, .. } => vec![*actor],
        Difference::RelationMore(one, other)
        | Difference::RelationLess(one, other)
        | Difference::RelationOther(one, other) => vec![*one, *other],
        Difference::RoleMore(role) | Difference::RoleLess(role) => match role.scope {
            Scope::Actor(actor) => vec![role.official, actor],
            Scope::Pair(one, other) => vec![role.official, one, other],
            Scope::Group(_) => vec![role.official],
        },
    }
}
