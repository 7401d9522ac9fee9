//! Roles as outcome: what is played in each phase and how it came to be, what was taken back, who agreed, and what
//! asks for a look.

mod clash;
#[cfg(test)]
mod tests;
mod thinking;

use std::collections::BTreeSet;

pub use clash::{Clash, Rub, clashes};
pub use thinking::{Owner, Pointer, Thinking};

use jiff::civil::Date;

use crate::edit::{Edit, RoleChange};
use crate::model::{
    ActorId, Content, Document, Mode, Moment, MomentState, Phase, Relation, RoleChoice, RoleId,
    RoleState, Scope, same_scope,
};

/// Says whether a choice is only a click of today, with nothing said about it: changing it is a correction.
fn slip(role: &RoleChoice, today: Date) -> bool {
    role.date == Some(today)
        && role.reason.is_empty()
        && role.alternative.is_empty()
        && role.agreed_by.is_empty()
        && role.also.is_empty()
}

/// Gives the edit by which an official chooses a mode towards somebody, or none any more.
///
/// What was chosen before stays as history, unless it was a slip of today.
pub fn choose(
    now: &Content,
    (official, scope): (ActorId, Scope),
    mode: Option<Mode>,
    today: Date,
    fresh: RoleId,
) -> Option<Edit> {
    let standing = now.roles.iter().rev().find(|role| {
        role.official == official && role.state == RoleState::Now && same_scope(role.scope, scope)
    });
    match (mode, standing) {
        (None, None) => None,
        (None, Some(role)) => Some(taken_back(role, today)),
        (Some(mode), Some(role)) if role.mode == mode => None,
        (Some(mode), Some(role)) => Some(rechosen(role, mode, today, fresh)),
        (Some(mode), None) => {
            let mut role = RoleChoice::new(fresh, official, scope, mode);
            role.date = Some(today);
            Some(Edit::AddRole(Box::new(role)))
        }
    }
}

/// Gives the edit that takes a choice back: it becomes history, a slip goes.
pub fn taken_back(role: &RoleChoice, today: Date) -> Edit {
    if slip(role, today) {
        Edit::RemoveRole(role.id)
    } else {
        Edit::Role(role.id, RoleChange::State(RoleState::Earlier))
    }
}

/// Says whether another mode corrects a choice, since it is a slip or does not hold now.
pub fn corrects(role: &RoleChoice, today: Date) -> bool {
    slip(role, today) || role.state != RoleState::Now
}

/// Gives the edit that puts another mode in the place of a choice, which becomes history; a slip is corrected.
pub fn rechosen(role: &RoleChoice, mode: Mode, today: Date, fresh: RoleId) -> Edit {
    if corrects(role, today) {
        return Edit::Many(vec![
            Edit::Role(role.id, RoleChange::Mode(mode)),
            Edit::Role(role.id, RoleChange::Date(Some(today))),
        ]);
    }
    let mut next = RoleChoice::new(fresh, role.official, role.scope, mode);
    next.phase = role.phase;
    next.date = Some(today);
    Edit::Many(vec![
        Edit::Role(role.id, RoleChange::State(RoleState::Earlier)),
        Edit::AddRole(Box::new(next)),
    ])
}

/// A choice that holds or is wanted, with what went before it.
#[derive(Debug, Clone, PartialEq)]
pub struct Played<'a> {
    /// The choice.
    pub role: &'a RoleChoice,
    /// What was chosen before towards the same, the newest first.
    pub before: Vec<&'a RoleChoice>,
}

/// The choices of one phase; none is a choice without a phase.
#[derive(Debug, Clone, PartialEq)]
pub struct Part<'a> {
    /// The phase.
    pub phase: Option<Phase>,
    /// Its choices, in the order in which they were made.
    pub played: Vec<Played<'a>>,
}

fn alike(one: &RoleChoice, other: &RoleChoice) -> bool {
    one.official == other.official && same_scope(one.scope, other.scope)
}

/// Says whether a choice holds: now, and not followed by another one for the same phase.
fn holds(now: &Content, place: usize, role: &RoleChoice) -> bool {
    let mut later = now.roles.iter().skip(place + 1);
    role.state == RoleState::Now
        && !later.any(|it| it.state == RoleState::Now && it.phase == role.phase && alike(it, role))
}

/// Lists the choices that hold or are wanted, phase by phase with those of no phase first, each with its history.
pub fn by_phase(now: &Content) -> Vec<Part<'_>> {
    let heads: Vec<(usize, &RoleChoice)> = now
        .roles
        .iter()
        .enumerate()
        .filter(|(place, role)| role.state == RoleState::Later || holds(now, *place, role))
        .collect();
    let is_head = |role: &RoleChoice| heads.iter().any(|(_, head)| head.id == role.id);
    let played = |head: &'_ RoleChoice| -> Vec<&RoleChoice> {
        let first = heads
            .iter()
            .find(|(_, other)| other.state == RoleState::Now && alike(other, head));
        // History hangs on the choice of its own phase, else on the first that holds.
        let mine = |role: &&RoleChoice| {
            let own = heads.iter().any(|(_, other)| {
                other.state == RoleState::Now && other.phase == role.phase && alike(other, role)
            });
            let here = if own {
                role.phase == head.phase
            } else {
                first.is_some_and(|(_, first)| first.id == head.id)
            };
            head.state == RoleState::Now && alike(role, head) && !is_head(role) && here
        };
        now.roles.iter().rev().filter(mine).collect()
    };
    let phases = [None]
        .into_iter()
        .chain(Phase::ALL.iter().copied().map(Some));
    phases
        .map(|phase| Part {
            phase,
            played: heads
                .iter()
                .filter(|(_, head)| head.phase == phase)
                .map(|(_, head)| Played {
                    role: head,
                    before: played(head),
                })
                .collect(),
        })
        .filter(|part| !part.played.is_empty())
        .collect()
}

/// A choice that was taken back.
#[derive(Debug, Clone, PartialEq)]
pub struct Withdrawn<'a> {
    /// The choice.
    pub role: &'a RoleChoice,
    /// The newest kept moment in which it held; none where nothing tells.
    pub seen: Option<&'a Moment>,
}

/// Lists the choices that were taken back without another in their place, and those that only a kept moment knows.
pub fn withdrawn(document: &Document) -> Vec<Withdrawn<'_>> {
    let now = &document.now;
    let follows = |role: &RoleChoice| {
        now.roles
            .iter()
            .any(|it| it.state == RoleState::Now && it.id != role.id && alike(it, role))
    };
    let mut moments: Vec<&Moment> = document
        .moments
        .iter()
        .filter(|it| matches!(it.state, MomentState::Now | MomentState::SessionEnd))
        .collect();
    moments.sort_by_key(|it| std::cmp::Reverse(it.date));
    let seen = |id: RoleId| {
        moments.iter().copied().find(|moment| {
            let role = moment.content.roles.get(id);
            role.is_some_and(|role| role.state == RoleState::Now)
        })
    };
    let mut out: Vec<Withdrawn<'_>> = now
        .roles
        .iter()
        .rev()
        .filter(|role| role.state == RoleState::Earlier && !follows(role))
        .map(|role| Withdrawn {
            role,
            seen: seen(role.id),
        })
        .collect();
    let mut told = BTreeSet::new();
    for moment in moments.iter().copied() {
        let gone = moment.content.roles.iter().filter(|role| {
            role.state == RoleState::Now && !now.roles.contains(role.id) && there(now, role)
        });
        for role in gone.filter(|role| !follows(role)) {
            if told.insert(role.id) {
                out.push(Withdrawn {
                    role,
                    seen: Some(moment),
                });
            }
        }
    }
    out
}

/// Says whether everybody that a choice is about is still on the map.
fn there(now: &Content, role: &RoleChoice) -> bool {
    now.actors.contains(role.official)
        && match role.scope {
            Scope::Actor(actor) => now.actors.contains(actor),
            Scope::Pair(one, other) => now.actors.contains(one) && now.actors.contains(other),
            Scope::Group(group) => now.groups.contains(group),
        }
}

/// Gives towards whom the hoofdpersoon would choose a role for a relation.
pub fn scope_of(now: &Content, relation: &Relation) -> Scope {
    match now.focal.and_then(|focal| relation.other_end(focal)) {
        Some(other) => Scope::Actor(other),
        None => Scope::Pair(relation.from, relation.to),
    }
}

/// Lists the relations that the group works on and for which the hoofdpersoon chose no role: none of the two itself,
/// and none of a group of both.
pub fn without_role(now: &Content) -> Vec<&Relation> {
    if now.focal.is_none() {
        return Vec::new();
    }
    let in_group = |relation: &Relation| {
        now.groups.iter().any(|group| {
            let both = [relation.from, relation.to];
            both.iter().all(|end| group.members.contains(end))
                && now.role_towards(Scope::Group(group.id)).is_some()
        })
    };
    now.relations
        .iter()
        .filter(|relation| {
            relation.starred
                && now.role_towards(scope_of(now, relation)).is_none()
                && !in_group(relation)
        })
        .collect()
}

/// Gives who meets a choice.
pub fn met_by(now: &Content, role: &RoleChoice) -> BTreeSet<ActorId> {
    let mut met = match role.scope {
        Scope::Actor(actor) => BTreeSet::from([actor]),
        Scope::Pair(one, other) => BTreeSet::from([one, other]),
        Scope::Group(group) => now
            .groups
            .get(group)
            .map(|group| group.members.clone())
            .unwrap_or_default(),
    };
    met.remove(&role.official);
    met
}

/// Who agreed to a regie.
#[derive(Debug, Clone, PartialEq)]
pub struct Consent<'a> {
    /// The choice.
    pub role: &'a RoleChoice,
    /// Who agreed, to the choice or to the group.
    pub agreed: Vec<ActorId>,
    /// Who did not yet.
    pub open: Vec<ActorId>,
}

/// Lists each regie that holds, with who agreed and who did not yet.
pub fn consents(now: &Content) -> Vec<Consent<'_>> {
    now.roles
        .iter()
        .enumerate()
        .filter(|(place, role)| role.mode == Mode::Regie && holds(now, *place, role))
        .map(|(_, role)| {
            let of_group = match role.scope {
                Scope::Group(group) => now.groups.get(group).map(|group| &group.agreed_by),
                Scope::Pair(..) | Scope::Actor(_) => None,
            };
            let said = |actor: &ActorId| {
                role.agreed_by.contains(actor)
                    || of_group.is_some_and(|agreed| agreed.contains(actor))
            };
            let (agreed, open) = met_by(now, role).into_iter().partition(said);
            Consent { role, agreed, open }
        })
        .collect()
}
