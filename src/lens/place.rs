//! Where on a map a question is asked.

use crate::model::{
    ActorId, Content, GroupId, LensAnswers, LensSubject, RelationId, RoleId, Scope,
};

/// Something of which a question can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LensPlace {
    /// The map as a whole.
    Map,
    /// An actor.
    Actor(ActorId),
    /// A relation.
    Relation(RelationId),
    /// A group.
    Group(GroupId),
    /// A role choice.
    Role(RoleId),
}

impl LensPlace {
    /// Gives what kind of thing it is.
    pub fn subject(self) -> LensSubject {
        match self {
            Self::Map => LensSubject::Map,
            Self::Actor(_) => LensSubject::Actor,
            Self::Relation(_) => LensSubject::Relation,
            Self::Group(_) => LensSubject::Group,
            Self::Role(_) => LensSubject::Role,
        }
    }

    /// Gives its identity as text; empty for the map.
    pub fn id(self) -> String {
        match self {
            Self::Map => String::new(),
            Self::Actor(id) => id.to_string(),
            Self::Relation(id) => id.to_string(),
            Self::Group(id) => id.to_string(),
            Self::Role(id) => id.to_string(),
        }
    }
}

/// Lists every place of a kind, in the order of the map.
pub fn places(content: &Content, subject: LensSubject) -> Vec<LensPlace> {
    match subject {
        LensSubject::Map => vec![LensPlace::Map],
        LensSubject::Actor => content.actors.ids().map(LensPlace::Actor).collect(),
        LensSubject::Relation => content.relations.ids().map(LensPlace::Relation).collect(),
        LensSubject::Group => content.groups.ids().map(LensPlace::Group).collect(),
        LensSubject::Role => content
            .roles
            .iter()
            .map(|role| LensPlace::Role(role.id))
            .collect(),
    }
}

/// Says whether a place belongs to a group: a member, a relation between two members, a role towards it.
pub fn within(content: &Content, group: GroupId, place: LensPlace) -> bool {
    let Some(found) = content.groups.get(group) else {
        return false;
    };
    let member = |actor: &ActorId| found.members.contains(actor);
    match place {
        LensPlace::Map => false,
        LensPlace::Actor(actor) => member(&actor),
        LensPlace::Relation(id) => content
            .relations
            .get(id)
            .is_some_and(|relation| member(&relation.from) && member(&relation.to)),
        LensPlace::Group(id) => id == group,
        LensPlace::Role(id) => match content.roles.get(id).map(|role| role.scope) {
            Some(Scope::Pair(one, other)) => member(&one) && member(&other),
            Some(Scope::Group(id)) => id == group,
            Some(Scope::Actor(actor)) => member(&actor),
            None => false,
        },
    }
}

/// Gives the answers that are kept at a place.
pub fn answers_of(content: &Content, place: LensPlace) -> Option<&LensAnswers> {
    match place {
        LensPlace::Map => Some(&content.lens),
        LensPlace::Actor(id) => content.actors.get(id).map(|actor| &actor.lens),
        LensPlace::Relation(id) => content.relations.get(id).map(|relation| &relation.lens),
        LensPlace::Group(id) => content.groups.get(id).map(|group| &group.lens),
        LensPlace::Role(id) => content.roles.get(id).map(|role| &role.lens),
    }
}
