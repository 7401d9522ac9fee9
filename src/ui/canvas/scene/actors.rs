//! The actors of a scene: shape, size, outline, doubt.

use eframe::egui::{Vec2, vec2};

use super::{ActorDrawn, Naming, Outline, Plan, Spots, Standing, naming};
use std::collections::BTreeMap;

use crate::model::{Actor, ActorId, Answer, Content, Shown};
use crate::session::arrange::Arranged;
use crate::ui::canvas::figure::{Figure, Form};
use crate::ui::canvas::looking::Mark;
use crate::ui::canvas::names;
use crate::ui::canvas::units::{narrow, real};

/// The radius of an actor whose power is not shown or not asked.
const USUAL: f32 = 31.5;
/// The room round the name in a pill, to the size of its letters.
const PILL_ROOM: Vec2 = vec2(0.8, 0.5);

/// Makes the actors, by identity.
pub(super) fn drawn(plan: &Plan<'_>) -> Vec<ActorDrawn> {
    let mut degrees = BTreeMap::new();
    for relation in plan.now.relations.iter() {
        *degrees.entry(relation.from).or_insert(0_usize) += 1;
        *degrees.entry(relation.to).or_insert(0) += 1;
    }
    let numbers: BTreeMap<ActorId, usize> = match plan.spots {
        Spots::List => numbered(plan.now, plan.laid.map(|laid| laid.arranged))
            .into_iter()
            .enumerate()
            .map(|(index, actor)| (actor.id, index + 1))
            .collect(),
        Spots::BesideAndInPills | Spots::Beside => BTreeMap::new(),
    };
    plan.now
        .actors
        .iter()
        .map(|actor| {
            let degree = degrees.get(&actor.id).copied().unwrap_or_default();
            one(plan, actor, degree, numbers.get(&actor.id).copied())
        })
        .collect()
}

/// Makes some of the actors, where numbers stand for no names.
pub(super) fn some(plan: &Plan<'_>, ids: &[ActorId]) -> Option<Vec<ActorDrawn>> {
    let mut degrees: BTreeMap<ActorId, usize> = ids.iter().map(|id| (*id, 0)).collect();
    for relation in plan.now.relations.iter() {
        for end in [relation.from, relation.to] {
            if let Some(degree) = degrees.get_mut(&end) {
                *degree += 1;
            }
        }
    }
    degrees
        .iter()
        .map(|(id, degree)| Some(one(plan, plan.now.actors.get(*id)?, *degree, None)))
        .collect()
}

/// Gives the actors who have a number in the order of their names: in a view without those in its tray.
pub(crate) fn numbered<'a>(now: &'a Content, arranged: Option<&Arranged>) -> Vec<&'a Actor> {
    let placed = |actor: &&Actor| arranged.is_none_or(|it| !it.waits(actor.id));
    let mut actors: Vec<&Actor> = now.actors.iter().filter(placed).collect();
    actors.sort_by_cached_key(|actor| (actor.label().to_lowercase(), actor.id));
    actors
}

/// Gives the names that numbers stand for; none where names stand beside their shapes.
pub(super) fn listing(plan: &Plan<'_>) -> Vec<String> {
    if plan.spots != Spots::List || plan.laid.is_some() || !plan.looks.shows(Shown::Names) {
        return Vec::new();
    }
    let names = numbered(plan.now, None).into_iter();
    names
        .map(|actor| names::wrap(actor.label(), 60, 1))
        .collect()
}

fn one(plan: &Plan<'_>, actor: &Actor, degree: usize, number: Option<usize>) -> ActorDrawn {
    let looks = plan.looks;
    let arena = plan.now.arena_of(actor);
    let fold = looks.folds.get(&actor.id);
    let paint = looks.paint.as_ref().filter(|_| fold.is_none());
    let mark = mark(plan, actor);
    let name_inside = match plan.spots {
        Spots::BesideAndInPills => arena.is_none(),
        Spots::Beside => false,
        Spots::List => number.is_some(),
    };
    let name = named(plan, actor, number, mark.as_ref().filter(|_| name_inside));
    // Measuring takes long, so that a name beside its shape is measured once it gets a place.
    let name_size = if name_inside && !name.is_empty() {
        (plan.measure)(&name)
    } else {
        Vec2::ZERO
    };
    let power = power(plan, actor);
    let measured = paint.and_then(|paint| paint.radius(actor.id));
    let wanted = plan
        .radius
        .or(measured)
        .unwrap_or_else(|| power.map_or(USUAL, |power| 15.0 + 5.5 * power));
    let radius = if number.is_some() && plan.laid.is_none() {
        wanted.max(name_size.length() * 0.62)
    } else {
        wanted
    };
    let form = match arena {
        Some(arena) => Form::of(arena),
        None if name_inside && plan.laid.is_some() => Form::Pill(vec2(radius * 1.1, radius * 0.8)),
        None if name_inside => Form::Pill(pill(name_size, plan.font)),
        None => Form::Pill(vec2(radius, radius * 0.55)),
    };
    let centre = plan.places.get(&actor.id).copied().unwrap_or_default();
    let standing = standing(plan, actor);
    let candidate = looks.at_work() && actor.candidate;
    let weight = real(degree).min(400.0) + power.unwrap_or(3.0) * 4.0;
    ActorDrawn {
        id: actor.id,
        arena,
        figure: within(
            plan,
            Figure {
                form,
                centre,
                radius,
            },
        ),
        outline: outline(plan, actor),
        doubt: looks.at_work() && doubt(plan, actor),
        standing,
        candidate,
        name,
        name_inside,
        priority: first(standing) + whole(weight),
        mark,
        folded: fold.is_some(),
        weak: paint.is_some_and(|paint| paint.weak_actors.contains(&actor.id)),
    }
}

/// Gives what is written in an actor: how many it stands for, or the value it is painted by.
fn mark(plan: &Plan<'_>, actor: &Actor) -> Option<Mark> {
    if let Some(fold) = plan.looks.folds.get(&actor.id) {
        return Some(Mark {
            words: fold.members.len().to_string(),
            fill: None,
        });
    }
    plan.looks.paint.as_ref()?.mark(actor.id)
}

/// Gives the name as it is broken over lines, or the number that stands for it; a mark in the same shape follows it.
fn named(plan: &Plan<'_>, actor: &Actor, number: Option<usize>, mark: Option<&Mark>) -> String {
    let name = match number {
        _ if !plan.looks.shows(Shown::Names) => String::new(),
        Some(number) => number.to_string(),
        None => match plan.laid {
            // In a view with a list the tray writes its names itself.
            Some(_) if plan.spots == Spots::List => String::new(),
            Some(laid) => naming::in_view(plan, laid, actor),
            None => names::wrap(actor.label(), plan.looks.letters(), names::LINES),
        },
    };
    match mark {
        Some(mark) => format!("{name}\n{}", mark.words),
        None => name,
    }
}

/// Lets the name of the hoofdpersoon come before all others.
fn first(standing: Standing) -> i32 {
    match standing {
        Standing::Focal => 10_000,
        Standing::Vanguard | Standing::Plain => 0,
    }
}

fn standing(plan: &Plan<'_>, actor: &Actor) -> Standing {
    if plan.now.focal == Some(actor.id) {
        Standing::Focal
    } else if plan.looks.at_work() && plan.now.vanguard.contains(&actor.id) {
        Standing::Vanguard
    } else {
        Standing::Plain
    }
}

/// Keeps a shape within what may be drawn on: a pill is wider than the room that is kept for shapes.
fn within(plan: &Plan<'_>, figure: Figure) -> Figure {
    let Some(room) = plan.within.filter(|_| plan.naming == Naming::All) else {
        return figure;
    };
    let half = figure.bounds(0.0).size() / 2.0;
    let room = room.shrink2(half.min(room.size() / 2.0));
    Figure {
        centre: room.clamp(figure.centre),
        ..figure
    }
}

fn pill(name: Vec2, font: f32) -> Vec2 {
    let half = name / 2.0 + PILL_ROOM * font;
    vec2(half.x.max(font * 1.6), half.y.max(font))
}

/// Gives the power that size tells; nothing where it is not shown, not asked or private.
fn power(plan: &Plan<'_>, actor: &Actor) -> Option<f32> {
    if !plan.looks.shows(Shown::Power) || actor.power.private() {
        return None;
    }
    actor.power.number().map(narrow)
}

fn outline(plan: &Plan<'_>, actor: &Actor) -> Outline {
    if plan.looks.folds.contains_key(&actor.id) {
        return Outline::Arena;
    }
    let issue = plan
        .looks
        .issue
        .filter(|_| plan.looks.shows(Shown::Position));
    let Some(issue) = issue else {
        return Outline::Arena;
    };
    match actor.position(issue) {
        Answer::NotAsked => Outline::NotAsked,
        Answer::None => Outline::Neutral,
        Answer::Given(judged) if judged.private => Outline::Arena,
        Answer::Given(judged) => {
            let score = judged.value.get();
            match score.signum() {
                1 => Outline::For(score.unsigned_abs()),
                -1 => Outline::Against(score.unsigned_abs()),
                _ => Outline::Neutral,
            }
        }
    }
}

fn doubt(plan: &Plan<'_>, actor: &Actor) -> bool {
    plan.looks.issue.is_some_and(|issue| {
        let position = actor.position(issue);
        position.doubtful() && !position.private()
    })
}

/// Rounds a weight of a name to an order.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the cast saturates, and an order needs no more"
)]
fn whole(weight: f32) -> i32 {
    (weight * 10.0) as i32
}
