//! Listening first: while it is on only words go in, and every score stays as it is.

use std::collections::BTreeMap;

use crate::model::{
    Actor, Answer, Content, Factor, Group, Holding, Interest, LensAnswers, LensValue, Relation,
    Sensitivity,
};

/// Says whether a change leaves every score, scale and choice as it was; words, names and places may differ, and what is
/// taken out takes its own scores along.
pub fn only_words(before: &Content, after: &Content) -> bool {
    let actors = after.actors.iter().all(|actor| {
        let blank = || Actor::new(actor.id, "");
        let was = before.actors.get(actor.id).cloned().unwrap_or_else(blank);
        actor_keeps(&was, actor)
    });
    let relations = after.relations.iter().all(|relation| {
        let blank = || Relation::new(relation.id, relation.from, relation.to);
        let was = before.relations.get(relation.id).cloned();
        relation_keeps(&was.unwrap_or_else(blank), relation)
    });
    let groups = after.groups.iter().all(|group| {
        let blank = || Group::new(group.id, "");
        let was = before.groups.get(group.id).cloned();
        group_keeps(&was.unwrap_or_else(blank), group)
    });
    let factors = after.factors.iter().all(|factor| {
        let was = before.factors.get(factor.id);
        factor_keeps(was, factor)
    });
    let roles = after.roles.iter().all(|role| {
        let was = before.roles.get(role.id);
        was.is_some_and(|was| was.mode == role.mode && was.scope == role.scope)
    });
    let courses = after.courses.iter().all(|course| {
        let was = before.courses.get(course.id);
        was.is_some_and(|was| was.direction == course.direction && was.target == course.target)
    });
    actors
        && relations
        && groups
        && factors
        && roles
        && courses
        && lens_keeps(&before.lens, &after.lens)
}

fn actor_keeps(before: &Actor, after: &Actor) -> bool {
    let Actor {
        id: _,
        name: _,
        short: _,
        arena: _,
        kind: _,
        form: _,
        inside: _,
        connected_party: _,
        candidate: _,
        power,
        involvement,
        legitimacy,
        urgency,
        positions,
        participation,
        openness,
        values,
        frames,
        interests,
        perspective: _,
        learning,
        sensitivities,
        talents: _,
        tags: _,
        area: _,
        level: _,
        portfolio: _,
        notes: _,
        place: _,
        lens,
        unknown: _,
    } = after;
    *power == before.power
        && *involvement == before.involvement
        && *legitimacy == before.legitimacy
        && *urgency == before.urgency
        && *positions == before.positions
        && *participation == before.participation
        && *openness == before.openness
        && values_keep(&before.values, values)
        && *frames == before.frames
        && *learning == before.learning
        && certainties_keep(&before.interests, interests)
        && heats_keep(&before.sensitivities, sensitivities)
        && lens_keeps(&before.lens, lens)
}

/// A value that is taken off the map takes its weights along.
fn values_keep<K: Ord>(before: &BTreeMap<K, Holding>, after: &BTreeMap<K, Holding>) -> bool {
    after
        .iter()
        .all(|(value, held)| before.get(value) == Some(held))
}

fn certainties_keep(before: &[Interest], after: &[Interest]) -> bool {
    within(
        before.iter().filter_map(|it| it.certainty),
        after.iter().filter_map(|it| it.certainty),
    )
}

fn heats_keep(before: &[Sensitivity], after: &[Sensitivity]) -> bool {
    let hot = |it: &Sensitivity| Some(it.heat.get()).filter(|heat| *heat > 0);
    within(before.iter().filter_map(hot), after.iter().filter_map(hot))
}

/// Says whether all of the second were among the first.
fn within<T: PartialEq>(first: impl Iterator<Item = T>, second: impl Iterator<Item = T>) -> bool {
    let mut left: Vec<T> = first.collect();
    second.into_iter().all(|one| {
        let place = left.iter().position(|other| *other == one);
        place.is_some_and(|place| {
            left.swap_remove(place);
            true
        })
    })
}

fn relation_keeps(before: &Relation, after: &Relation) -> bool {
    after.strength == before.strength
        && after.tone == before.tone
        && after.met == before.met
        && within(
            before.signals.iter().map(|signal| signal.level),
            after.signals.iter().map(|signal| signal.level),
        )
        && heats_keep(&before.sensitivities, &after.sensitivities)
        && lens_keeps(&before.lens, &after.lens)
}

fn group_keeps(before: &Group, after: &Group) -> bool {
    after.agreed_by.is_subset(&before.agreed_by)
        && heats_keep(&before.sensitivities, &after.sensitivities)
        && lens_keeps(&before.lens, &after.lens)
}

fn factor_keeps(before: Option<&Factor>, after: &Factor) -> bool {
    let (force, weight) = before.map_or((&Answer::NotAsked, &Answer::NotAsked), |before| {
        (&before.force, &before.weight)
    });
    after.force == *force && after.weight == *weight
}

fn lens_keeps(before: &LensAnswers, after: &LensAnswers) -> bool {
    let scored = |answers: &LensAnswers| -> LensAnswers {
        let all = answers.iter().filter(|(_, answer)| !in_words(answer));
        all.map(|(field, answer)| (field.clone(), answer.clone()))
            .collect()
    };
    scored(before) == scored(after)
}

fn in_words(answer: &Answer<LensValue>) -> bool {
    answer.value().is_some_and(|value| match value {
        LensValue::Short(_) | LensValue::Long(_) => true,
        LensValue::Scale(_)
        | LensValue::Choice(_)
        | LensValue::Choices(_)
        | LensValue::Ranked(_)
        | LensValue::Date(_)
        | LensValue::Actors(_)
        | LensValue::Triangle(_)
        | LensValue::NowAndWanted(..) => false,
    })
}
