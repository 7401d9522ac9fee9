//! The rings of a scene: regie and coördinatie round a group or a pair, and groups without a role.

use std::collections::BTreeSet;

use eframe::egui::{Pos2, Rect};

use super::{Filling, Plan, Ring, Scene, concave};
use crate::model::{ActorId, Group, Mode, RoleChoice, RoleState, Scope, Shown};
use crate::placement::hull;
use crate::session::Item;
use crate::text::canvas as words;
use crate::ui::canvas::names;
use crate::ui::canvas::units::{area, narrow, point, pos, rect};

/// The room between the members and their ring.
const MARGIN: f32 = 15.0;
/// The same for a group without a role, which may lie round a ring.
const SOFT_MARGIN: f32 = 21.0;
/// The same for a circle that was found, which may lie round both.
const FOUND_MARGIN: f32 = 27.0;

/// Makes all rings, those of groups without a role first.
pub(super) fn drawn(plan: &Plan<'_>, scene: &Scene) -> Vec<Ring> {
    let circles = plan
        .looks
        .paint
        .iter()
        .any(|it| it.circles.iter().len() > 0);
    let none = plan.now.groups.is_empty() && plan.now.roles.is_empty() && !circles;
    if none || !plan.looks.shows(Shown::Roles) || plan.laid.is_some() {
        return Vec::new();
    }
    let mut taken: Vec<Rect> = scene
        .actors
        .iter()
        .map(|actor| actor.figure.bounds(3.0))
        .chain(scene.texts.iter().map(|text| text.rect))
        .chain(scene.numbers())
        .collect();
    let mut rings = Vec::new();
    let played = || {
        let roles = plan.now.roles.iter();
        roles.filter(|role| role.state != RoleState::Earlier)
    };
    let with_role: BTreeSet<_> = played()
        .filter_map(|role| match role.scope {
            Scope::Group(group) => Some(group),
            Scope::Actor(_) | Scope::Pair(..) => None,
        })
        .collect();
    for group in plan.now.groups.iter() {
        if !with_role.contains(&group.id) && plan.looks.at_work() {
            rings.extend(soft(plan, scene, group, &mut taken));
        }
    }
    for (name, members) in plan.looks.paint.iter().flat_map(|paint| &paint.circles) {
        rings.extend(found(plan, scene, (name, members), &mut taken));
    }
    for role in played() {
        rings.extend(of_role(plan, scene, role, &mut taken));
    }
    rings
}

fn soft(plan: &Plan<'_>, scene: &Scene, group: &Group, taken: &mut Vec<Rect>) -> Option<Ring> {
    let Outlined { outline, filling } = outlined(scene, &group.members, SOFT_MARGIN)?;
    let name = broken(plan, &group.name);
    let name_rect = name_place(plan, &name, &outline, taken);
    Some(Ring {
        item: Some(Item::Group(group.id)),
        mode: None,
        later: false,
        outline,
        filling,
        name,
        name_rect,
    })
}

/// Makes the ring of a circle that was found.
fn found(
    plan: &Plan<'_>,
    scene: &Scene,
    (name, members): (&str, &BTreeSet<ActorId>),
    taken: &mut Vec<Rect>,
) -> Option<Ring> {
    let Outlined { outline, filling } = outlined(scene, members, FOUND_MARGIN)?;
    let name = broken(plan, name);
    let name_rect = name_place(plan, &name, &outline, taken);
    Some(Ring {
        item: None,
        mode: None,
        later: false,
        outline,
        filling,
        name,
        name_rect,
    })
}

fn of_role(
    plan: &Plan<'_>,
    scene: &Scene,
    role: &RoleChoice,
    taken: &mut Vec<Rect>,
) -> Option<Ring> {
    if role.mode == Mode::Verbinden {
        return None;
    }
    let (members, agreed, name) = match role.scope {
        Scope::Actor(_) => return None,
        Scope::Pair(one, other) => (BTreeSet::from([one, other]), role.agreed_by.clone(), ""),
        Scope::Group(group) => {
            let group = plan.now.groups.get(group)?;
            let agreed = group.agreed_by.union(&role.agreed_by).copied().collect();
            (group.members.clone(), agreed, group.name.as_str())
        }
    };
    let n_agreed = agreed.intersection(&members).count();
    let name = words::ring_name(
        plan.looks.language,
        role.mode,
        name,
        n_agreed,
        members.len(),
    );
    let name = broken(plan, &name);
    let Outlined { outline, filling } = outlined(scene, &members, MARGIN)?;
    let name_rect = name_place(plan, &name, &outline, taken);
    Some(Ring {
        item: Some(Item::Role(role.id)),
        mode: Some(role.mode),
        later: role.state == RoleState::Later,
        outline,
        filling,
        name,
        name_rect,
    })
}

/// A ring and what fills it.
struct Outlined {
    outline: Vec<Pos2>,
    filling: Filling,
}

/// Gives a ring that hugs its members: the tightest round one where nobody else stands in it, else one along the
/// shortest way from member to member.
fn outlined(scene: &Scene, members: &BTreeSet<ActorId>, margin: f32) -> Option<Outlined> {
    let discs: Vec<_> = members
        .iter()
        .filter_map(|member| scene.actor(*member))
        .map(|actor| {
            let bounds = actor.figure.bounds(0.0);
            let reach = f64::from(actor.figure.reach().max(bounds.width() / 2.0));
            (point(actor.figure.centre), reach)
        })
        .collect();
    if discs.is_empty() {
        return None;
    }
    let margin = f64::from(margin);
    let convex = hull::hull(&discs, &[], margin);
    let intruders = scene.actors.iter().any(|actor| {
        !members.contains(&actor.id) && hull::inside(&convex, point(actor.figure.centre))
    });
    let hugging = intruders
        .then(|| concave::hugging(&discs, margin))
        .flatten();
    let Some(hugging) = hugging else {
        return Some(Outlined {
            outline: convex.into_iter().map(pos).collect(),
            filling: Filling::Whole,
        });
    };
    let blobs = discs
        .iter()
        .map(|(centre, radius)| (pos(*centre), narrow(radius + margin)));
    let bands = hugging.bands.iter().map(|(a, b)| [pos(*a), pos(*b)]);
    Some(Outlined {
        outline: hugging.outline.into_iter().map(pos).collect(),
        filling: Filling::Parts {
            blobs: blobs.collect(),
            bands: bands.collect(),
            half_width: narrow(hugging.half_width),
        },
    })
}

/// Breaks the name of a ring over lines, the shorter the larger letters are.
fn broken(plan: &Plan<'_>, name: &str) -> String {
    let letters = if plan.looks.text_scale() > 1.3 {
        22
    } else {
        30
    };
    names::wrap(name, letters, names::LINES)
}

fn name_place(
    plan: &Plan<'_>,
    name: &str,
    outline: &[Pos2],
    taken: &mut Vec<Rect>,
) -> Option<Rect> {
    if name.is_empty() {
        return None;
    }
    let size = (plan.measure)(name);
    let points: Vec<_> = outline.iter().map(|at| point(*at)).collect();
    let obstacles: Vec<_> = taken.iter().map(|rect| area(*rect)).collect();
    let size = (f64::from(size.x), f64::from(size.y));
    let bounds = plan.within.map(area);
    let found = hull::name_place(&points, size, &obstacles, bounds)
        .or_else(|| hull::name_place(&points, size, &obstacles, None));
    let found = found.map(rect);
    taken.extend(found);
    found
}
