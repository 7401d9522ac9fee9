//! What must go with something that is taken out.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::answer::Answer;
use super::document::Content;
use super::id::ActorId;
use super::lens::{LensAnswers, LensValue};
use super::role::{Arrow, Scope, Target};

impl Content {
    /// Takes out everything that points at what is not there any more, and gives back a sound state.
    pub(crate) fn without_loose_ends(mut self) -> Self {
        let actors: BTreeSet<ActorId> = self.actors.ids().collect();
        let there = |actor: &ActorId| actors.contains(actor);
        self.relations
            .retain(|relation| there(&relation.from) && there(&relation.to));
        self.groups.update_all(|group| {
            group.members.retain(there);
            let members = group.members.clone();
            group.agreed_by.retain(|actor| members.contains(actor));
        });
        self.drop_loose_roles(&actors);
        if self
            .no_relation
            .iter()
            .any(|(one, other)| !there(one) || !there(other))
        {
            Arc::make_mut(&mut self.no_relation).retain(|(one, other)| there(one) && there(other));
        }
        if self
            .glossary
            .values()
            .any(|meanings| meanings.keys().any(|actor| !there(actor)))
        {
            let glossary = Arc::make_mut(&mut self.glossary);
            for meanings in glossary.values_mut() {
                meanings.retain(|actor, _| there(actor));
            }
        }
        self.focal = self.focal.filter(there);
        self.vanguard.retain(there);
        self.drop_loose_fields(&actors);
        self.drop_loose_answers(&actors);
        self
    }

    fn drop_loose_roles(&mut self, actors: &BTreeSet<ActorId>) {
        let there = |actor: &ActorId| actors.contains(actor);
        let groups = self.groups.clone();
        self.roles.retain(|role| {
            there(&role.official)
                && match role.scope {
                    Scope::Pair(one, other) => there(&one) && there(&other),
                    Scope::Group(group) => groups.contains(group),
                    Scope::Actor(actor) => there(&actor),
                }
        });
        self.roles.update_all(|role| role.agreed_by.retain(there));
        let state = self.clone();
        let stands = |target: &Target| {
            let mut missing = Vec::new();
            state.need_target(&mut missing, "", *target);
            missing.is_empty()
        };
        self.courses.retain(|course| stands(&course.target));
        self.actions
            .update_all(|action| action.targets.retain(stands));
        self.texts.update_all(|text| {
            if matches!(text.arrow, Some(Arrow::Actor(actor)) if !there(&actor)) {
                text.arrow = None;
            }
        });
    }

    fn drop_loose_answers(&mut self, actors: &BTreeSet<ActorId>) {
        let answered = self.actors.iter().filter(|actor| !actor.lens.is_empty());
        for actor in answered.map(|actor| actor.id).collect::<Vec<_>>() {
            self.actors
                .update(actor, |actor| tighten(&mut actor.lens, actors));
        }
        let answered = self.relations.iter().filter(|tie| !tie.lens.is_empty());
        for relation in answered.map(|tie| tie.id).collect::<Vec<_>>() {
            self.relations
                .update(relation, |tie| tighten(&mut tie.lens, actors));
        }
        self.groups
            .update_all(|group| tighten(&mut group.lens, actors));
        self.roles
            .update_all(|role| tighten(&mut role.lens, actors));
        tighten(&mut self.lens, actors);
    }

    fn drop_loose_fields(&mut self, actors: &BTreeSet<ActorId>) {
        let (issues, values) = (self.issues.clone(), self.values.clone());
        self.actors.update_all(|actor| {
            actor.positions.retain(|issue, _| issues.contains(*issue));
            actor.values.retain(|value, _| values.contains(*value));
            actor
                .perspective
                .sees_other
                .retain(|other, _| actors.contains(other));
            for interest in &mut actor.interests {
                interest.value = interest.value.filter(|value| values.contains(*value));
            }
        });
        self.groups.update_all(|group| {
            group.shared_value = group.shared_value.filter(|value| values.contains(*value));
        });
        self.factors.update_all(|factor| {
            factor.issue = factor.issue.filter(|issue| issues.contains(*issue));
        });
        let goals = self.purpose.agreement.clone();
        self.issues
            .update_all(|issue| issue.agreement.retain(|goal| goals.contains(*goal)));
        let loose = self
            .purpose
            .values
            .iter()
            .any(|value| !values.contains(*value))
            || self
                .purpose
                .initiator
                .is_some_and(|actor| !actors.contains(&actor));
        if loose {
            let purpose = Arc::make_mut(&mut self.purpose);
            purpose.values.retain(|value| values.contains(*value));
            purpose.initiator = purpose.initiator.filter(|actor| actors.contains(actor));
        }
    }
}

/// Takes out of the answers to lenses the actors that are not there.
fn tighten(answers: &mut LensAnswers, actors: &BTreeSet<ActorId>) {
    for answer in answers.values_mut() {
        if let Answer::Given(judged) = answer {
            keep(&mut judged.value, actors);
        }
    }
}

fn keep(value: &mut LensValue, actors: &BTreeSet<ActorId>) {
    match value {
        LensValue::Actors(named) => named.retain(|actor| actors.contains(actor)),
        LensValue::NowAndWanted(now, wanted) => {
            keep(now, actors);
            keep(wanted, actors);
        }
        _ => {}
    }
}
