//! Who is on the map where the problem leads, and who where the value leads.

use std::collections::BTreeSet;

use crate::model::{Actor, ActorId, Content, InterestKind, IssueId};

/// Who is on the map, by what leads.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Leads {
    /// Only where the problem leads.
    pub only_problem: BTreeSet<ActorId>,
    /// Either way.
    pub both: BTreeSet<ActorId>,
    /// Only where the value leads.
    pub only_value: BTreeSet<ActorId>,
    /// Neither way so far.
    pub neither: BTreeSet<ActorId>,
}

impl Leads {
    /// Gives all where the problem leads.
    pub fn problem(&self) -> BTreeSet<ActorId> {
        self.only_problem.union(&self.both).copied().collect()
    }

    /// Gives all where the value leads.
    pub fn value(&self) -> BTreeSet<ActorId> {
        self.only_value.union(&self.both).copied().collect()
    }
}

/// Compares the problem map with the value map; the hoofdpersoon stands on both.
///
/// The problem brings in who takes a position on the issue, gives it priority, or named what it is against or for. The
/// value brings in who weighs a wanted value, makes it already, or has an interest in it.
pub fn leads(now: &Content, issue: Option<IssueId>) -> Leads {
    let mut out = Leads::default();
    for actor in now.actors.iter().filter(|it| now.focal != Some(it.id)) {
        let list = match (by_problem(actor, issue), by_value(now, actor)) {
            (true, true) => &mut out.both,
            (true, false) => &mut out.only_problem,
            (false, true) => &mut out.only_value,
            (false, false) => &mut out.neither,
        };
        list.insert(actor.id);
    }
    out
}

fn by_problem(actor: &Actor, issue: Option<IssueId>) -> bool {
    let open = |number: Option<f64>, private: bool| number.filter(|_| !private);
    let taken = issue.is_some_and(|issue| {
        let (position, salience) = (actor.position(issue), actor.salience(issue));
        open(position.number(), position.private()).is_some_and(|it| it.abs() > 0.0)
            || open(salience.number(), salience.private()).is_some_and(|it| it >= 3.0)
    });
    let named = actor.interests.iter().any(|interest| match interest.kind {
        InterestKind::Position => !interest.hidden,
        InterestKind::Interest | InterestKind::Drive | InterestKind::Value => false,
    });
    taken || named
}

fn by_value(now: &Content, actor: &Actor) -> bool {
    let wanted = &now.purpose.values;
    let held = actor.values.iter().any(|(value, held)| {
        wanted.contains(value) && (held.creates || held.importance.get() >= 2)
    });
    let linked = actor.interests.iter().any(|interest| {
        !interest.hidden && interest.value.is_some_and(|value| wanted.contains(&value))
    });
    held || linked
}
