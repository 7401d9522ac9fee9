//! What a bridge talk records: one edit, one step of undo.

use super::bridge_talk::Talk;
use crate::edit::{ActorChange, Edit, Entry, RoleChange};
use crate::model::{
    Actor, ActorId, Content, Group, GroupId, Holding, Level3, Mode, Note, RoleChoice, RoleId,
    Scope, Unknown, Value, ValueId,
};
use crate::session::roles;
use crate::ui::cx::{Cx, Outbox};

/// The value that the two share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum SharedValue {
    /// One of the map.
    Known(ValueId),
    /// A new one, by its name.
    New(String),
}

/// Lists the values that both hold, the ones that weigh most first.
pub(super) fn shared_values<'a>(now: &'a Content, one: &Actor, other: &Actor) -> Vec<&'a Value> {
    let mut shared: Vec<(i8, &Value)> = now
        .values
        .iter()
        .filter_map(|value| {
            let one = one.values.get(&value.id)?.importance.get();
            let other = other.values.get(&value.id)?.importance.get();
            Some((one + other, value))
        })
        .collect();
    shared.sort_by_key(|(weight, _)| -weight);
    shared.into_iter().map(|(_, value)| value).collect()
}

/// Lists the groups that both belong to.
pub(super) fn groups(now: &Content, one: ActorId, other: ActorId) -> Vec<&Group> {
    now.groups
        .iter()
        .filter(|group| group.members.contains(&one) && group.members.contains(&other))
        .collect()
}

/// Gives the scope of the role: the group, else the one beside the hoofdpersoon, else the pair.
pub(super) fn scope(now: &Content, one: ActorId, other: ActorId, group: Option<GroupId>) -> Scope {
    match group {
        Some(group) => Scope::Group(group),
        None if now.focal == Some(one) => Scope::Actor(other),
        None if now.focal == Some(other) => Scope::Actor(one),
        None => Scope::Pair(one, other),
    }
}

/// Gives the edit of all that changed, and the role; `None` when nothing did.
pub(super) fn record(
    cx: &Cx<'_>,
    talk: &Talk,
    both: [&Actor; 2],
    official: ActorId,
    out: &mut Outbox,
) -> Option<(Edit, Option<RoleId>)> {
    let mut edits = Vec::new();
    let drafts = both.into_iter().zip(talk.quotes.iter().zip(&talk.sees));
    for (actor, (quote, sees)) in drafts {
        let seen = &actor.perspective;
        let quote = changed(&seen.quote, quote).map(ActorChange::Quote);
        let sees = changed(&seen.sees, sees).map(ActorChange::Sees);
        edits.extend(
            quote
                .into_iter()
                .chain(sees)
                .map(|change| Edit::Actor(actor.id, change)),
        );
    }
    if let Some(value) = &talk.value {
        edits.extend(share(value, both, out));
    }
    let mut role = None;
    if let Some(mode) = talk.mode {
        let group = talk.group.filter(|_| mode == Mode::Regie);
        let scope = scope(cx.now(), both[0].id, both[1].id, group);
        let there = talk.role.and_then(|id| cx.now().roles.get(id));
        let (edit, id) = match there {
            Some(there) if there.mode != mode && !roles::corrects(there, cx.today) => {
                // What was chosen before stays as history; a reason that was not changed was that of it.
                let (mut added, id) = add_role(cx, talk, official, mode, scope, out);
                added.insert(0, roles::taken_back(there, cx.today));
                if talk.reason.trim() == there.reason.text {
                    added.push(Edit::Role(id, RoleChange::Reason(Note::default())));
                }
                (added, id)
            }
            Some(there) => (change_role(cx, talk, there, mode, scope), there.id),
            None => add_role(cx, talk, official, mode, scope, out),
        };
        edits.extend(edit);
        role = Some(id);
    }
    (!edits.is_empty()).then_some((Edit::Many(edits), role))
}

/// Gives the note with other words; `None` when they are the same, or private and so not shown.
fn changed(note: &Note, text: &str) -> Option<Note> {
    let text = text.trim();
    let hidden = note.private && !note.is_empty();
    (!hidden && note.text != text && text.len() <= crate::model::limits::TEXT).then(|| Note {
        text: text.to_owned(),
        ..note.clone()
    })
}

/// Lets both hold a value; who holds it already keeps how much.
fn share(value: &SharedValue, both: [&Actor; 2], out: &mut Outbox) -> Vec<Edit> {
    let mut edits = Vec::new();
    let id = match value {
        SharedValue::Known(id) => *id,
        SharedValue::New(name) => {
            let id = out.fresh_id();
            edits.push(Edit::Value(Entry::Put(Box::new(Value {
                id,
                name: name.clone(),
                meaning: Note::default(),
                unknown: Unknown::default(),
            }))));
            id
        }
    };
    for actor in both
        .into_iter()
        .filter(|actor| !actor.values.contains_key(&id))
    {
        let holding = Holding {
            importance: Level3::nearest(2),
            creates: false,
            certainty: None,
            unknown: Unknown::default(),
        };
        edits.push(Edit::Actor(actor.id, ActorChange::Value(id, Some(holding))));
    }
    edits
}

fn add_role(
    cx: &Cx<'_>,
    talk: &Talk,
    official: ActorId,
    mode: Mode,
    scope: Scope,
    out: &mut Outbox,
) -> (Vec<Edit>, RoleId) {
    let mut role = RoleChoice::new(out.fresh_id(), official, scope, mode);
    role.reason = changed(&role.reason, &talk.reason).unwrap_or_default();
    role.alternative = changed(&role.alternative, &talk.alternative).unwrap_or_default();
    role.agreed_by.clone_from(&talk.agreed);
    role.date = Some(cx.today);
    let id = role.id;
    (vec![Edit::AddRole(Box::new(role))], id)
}

/// Lists what differs from the role as it is; a change of it gets the date of today.
fn change_role(
    cx: &Cx<'_>,
    talk: &Talk,
    there: &RoleChoice,
    mode: Mode,
    scope: Scope,
) -> Vec<Edit> {
    let mut changes = Vec::new();
    if there.mode != mode {
        changes.push(RoleChange::Mode(mode));
    }
    if !crate::model::same_scope(there.scope, scope) {
        changes.push(RoleChange::Scope(scope));
    }
    changes.extend(changed(&there.reason, &talk.reason).map(RoleChange::Reason));
    changes.extend(changed(&there.alternative, &talk.alternative).map(RoleChange::Alternative));
    let differ = there.agreed_by.symmetric_difference(&talk.agreed);
    changes.extend(differ.map(|actor| RoleChange::Agreed(*actor, talk.agreed.contains(actor))));
    if !changes.is_empty() {
        changes.push(RoleChange::Date(Some(cx.today)));
    }
    changes
        .into_iter()
        .map(|change| Edit::Role(there.id, change))
        .collect()
}
