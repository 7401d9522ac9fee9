//! The lines of a scene: relations, bridges with two banks or more, and roles towards one actor.

use std::collections::BTreeMap;

use eframe::egui::{Pos2, Rect};

use super::{ActorDrawn, Plan, Scene, Strand};
use crate::model::{ActorId, Formality, Mode, Relation, RoleChoice, RoleState, Scope, Shown, Tone};
use crate::placement::route::{Curve, Lane, Surroundings, route};
use crate::session::Item;
use crate::ui::canvas::figure::inside;
use crate::ui::canvas::units::{narrow, point, pos};

/// The width of a relation of strength 1, 2 and 3.
const WIDTHS: [f32; 3] = [1.6, 2.6, 4.0];
/// The width of every relation where strength is not shown.
const PLAIN_WIDTH: f32 = 1.9;
/// The width of a conflict.
const CONFLICT_WIDTH: f32 = 2.8;
/// The width of a bridge.
const BRIDGE_WIDTH: f32 = 5.0;
/// The room between a line and the shape where it ends.
const GAP: f32 = 2.5;

/// Makes all lines: relations first, roles over them.
pub(super) fn drawn(plan: &Plan<'_>, scene: &Scene) -> Vec<Strand> {
    let mut sketches = Vec::new();
    if plan.looks.shows(Shown::Relations) {
        let seen = |it: &&Relation| {
            let ties = plan.laid.and_then(|laid| laid.ties);
            ties.is_none_or(|ties| ties.contains(&it.from) || ties.contains(&it.to))
        };
        let relations = plan.now.relations.iter().filter(seen);
        sketches.extend(relations.map(|it| relation(plan, it)));
    }
    if plan.looks.shows(Shown::Roles) && plan.laid.is_none() {
        roles(plan, &mut sketches);
    }
    let lanes = lanes(&sketches);
    let surroundings = surroundings(scene);
    let mut rims = BTreeMap::new();
    sketches
        .into_iter()
        .zip(lanes)
        .filter_map(|(sketch, lane)| {
            let sketch = Strand { lane, ..sketch };
            routed(sketch, scene, &surroundings, &mut rims)
        })
        .collect()
}

/// Makes a line anew between where its ends stand now, where lines run straight on.
pub(super) fn again(
    strand: &Strand,
    scene: &Scene,
    rims: &mut BTreeMap<ActorId, Rim>,
) -> Option<Strand> {
    routed(strand.clone(), scene, &Surroundings::new(&[], &[]), rims)
}

/// Lays a line from rim to rim; the rims of shapes are remembered.
fn routed(
    sketch: Strand,
    scene: &Scene,
    surroundings: &Surroundings,
    rims: &mut BTreeMap<ActorId, Rim>,
) -> Option<Strand> {
    let [from, to] = sketch.ends;
    let (one, other) = (scene.actor(from)?, scene.actor(to)?);
    let curve = route(
        (point(one.figure.centre), 0.0),
        (point(other.figure.centre), 0.0),
        sketch.lane,
        surroundings,
    );
    for end in [one, other] {
        rims.entry(end.id).or_insert_with(|| Rim::of(end));
    }
    let curve = clipped(&curve, rims.get(&from)?, rims.get(&to)?);
    Some(laid(sketch, &curve))
}

/// What lines end at: the outline of a shape with some room, and two discs round its middle, one within and one
/// without, that spare looking at the outline.
pub(super) struct Rim {
    outline: Vec<Pos2>,
    middle: Pos2,
    within: f32,
    without: f32,
}

impl Rim {
    fn of(actor: &ActorDrawn) -> Self {
        let outline = actor.figure.outline(gap(actor));
        let middle = actor.figure.centre;
        let next = outline.iter().cycle().skip(1);
        let sides = outline.iter().zip(next);
        let within = sides
            .map(|(one, other)| to_side(middle, *one, *other))
            .fold(f32::INFINITY, f32::min);
        let corners = outline.iter().map(|corner| corner.distance(middle));
        Self {
            without: corners.fold(0.0, f32::max) * (1.0 + SURE),
            within: within * (1.0 - SURE),
            middle,
            outline,
        }
    }

    fn holds(&self, at: Pos2) -> bool {
        let away = self.middle.distance(at);
        away < self.within || (away <= self.without && inside(&self.outline, at))
    }
}

/// By how much of their radius the discs of a rim are drawn in and out, so that rounding decides nothing.
const SURE: f32 = 1e-4;

/// Gives how far a point lies from a side of an outline.
fn to_side(at: Pos2, one: Pos2, other: Pos2) -> f32 {
    let along = other - one;
    let share = (at - one).dot(along) / along.length_sq().max(1e-12);
    at.distance(one + along * share.clamp(0.0, 1.0))
}

fn gap(actor: &ActorDrawn) -> f32 {
    GAP + actor.halo() - 2.0
}

fn surroundings(scene: &Scene) -> Surroundings {
    if scene.crowded() {
        return Surroundings::new(&[], &[]);
    }
    let discs: Vec<_> = scene
        .actors
        .iter()
        .map(|actor| {
            (
                point(actor.figure.centre),
                f64::from(actor.figure.reach() + actor.halo()),
            )
        })
        .collect();
    Surroundings::new(&discs, &[])
}

fn relation(plan: &Plan<'_>, relation: &Relation) -> Strand {
    let looks = plan.looks;
    let conflict = looks.shows(Shown::Conflict) && relation.tone == Tone::Conflict;
    let strength = relation
        .strength
        .judged()
        .filter(|judged| looks.at_work() && !judged.private)
        .map_or(1, |judged| judged.value.get());
    let width = if looks.on_the_wall() {
        PLAIN_WIDTH
    } else {
        let index = usize::try_from(strength - 1).unwrap_or_default();
        WIDTHS.get(index).copied().unwrap_or(PLAIN_WIDTH)
    };
    Strand {
        width: if conflict { CONFLICT_WIDTH } else { width },
        dashed: looks.at_work() && relation.formal == Some(Formality::Informal),
        conflict,
        arrow: !relation.mutual,
        weak: looks.paint.as_ref().is_some_and(|paint| {
            let pair = (
                relation.from.min(relation.to),
                relation.from.max(relation.to),
            );
            paint.weak_pairs.contains(&pair)
        }),
        ..strand(Item::Relation(relation.id), relation.from, relation.to)
    }
}

fn strand(item: Item, from: ActorId, to: ActorId) -> Strand {
    Strand {
        item,
        ends: [from, to],
        line: Vec::new(),
        drawn: Vec::new(),
        lane: Lane::ONLY,
        curve: [Pos2::ZERO; 3],
        bounds: Rect::NOTHING,
        width: PLAIN_WIDTH,
        dashed: false,
        conflict: false,
        arrow: false,
        mode: None,
        number: None,
        later: false,
        weak: false,
    }
}

/// Adds the lines of all roles; the last of several towards the same counts.
fn roles(plan: &Plan<'_>, sketches: &mut Vec<Strand>) {
    let mut number = 0;
    let played = |role: &&RoleChoice| role.state != RoleState::Earlier;
    for role in plan.now.roles.iter().filter(played) {
        match role.scope {
            Scope::Actor(actor) => tie(role, actor, sketches),
            Scope::Pair(one, other) if role.mode == Mode::Verbinden => {
                number += 1;
                bridge(role, number, [one, other], sketches);
            }
            Scope::Group(group) if role.mode == Mode::Verbinden => {
                if let Some(group) = plan.now.groups.get(group) {
                    number += 1;
                    bridge(role, number, group.members.iter().copied(), sketches);
                }
            }
            Scope::Pair(..) | Scope::Group(_) => {}
        }
    }
}

fn bridge(
    role: &RoleChoice,
    number: usize,
    banks: impl IntoIterator<Item = ActorId>,
    sketches: &mut Vec<Strand>,
) {
    for bank in banks.into_iter().filter(|bank| *bank != role.official) {
        sketches.push(Strand {
            width: BRIDGE_WIDTH,
            mode: Some(Mode::Verbinden),
            number: Some((number, Pos2::ZERO)),
            later: role.state == RoleState::Later,
            ..strand(Item::Role(role.id), role.official, bank)
        });
    }
}

/// Styles the only relation between official and actor, or adds a line where there is none or more.
fn tie(role: &RoleChoice, actor: ActorId, sketches: &mut Vec<Strand>) {
    if actor == role.official {
        return;
    }
    let joins = |it: &Strand| {
        it.mode.is_none()
            && !it.conflict
            && (it.ends == [role.official, actor] || it.ends == [actor, role.official])
    };
    let width = match role.mode {
        Mode::Verbinden | Mode::Regie => BRIDGE_WIDTH,
        Mode::Coordinatie => WIDTHS[1],
    };
    let later = role.state == RoleState::Later;
    let mut found = sketches.iter_mut().filter(|it| joins(it));
    if let (Some(only), None) = (found.next(), found.next()) {
        only.mode = Some(role.mode);
        only.width = width;
        only.later = later;
        return;
    }
    sketches.push(Strand {
        width,
        mode: Some(role.mode),
        later,
        ..strand(Item::Role(role.id), role.official, actor)
    });
}

fn lanes(sketches: &[Strand]) -> Vec<Lane> {
    let pair = |it: &Strand| {
        let [one, other] = it.ends;
        (one.min(other), one.max(other))
    };
    let mut counts: BTreeMap<(ActorId, ActorId), usize> = BTreeMap::new();
    let index: Vec<usize> = sketches
        .iter()
        .map(|it| {
            let count = counts.entry(pair(it)).or_default();
            *count += 1;
            *count - 1
        })
        .collect();
    sketches
        .iter()
        .zip(index)
        .map(|(it, index)| Lane {
            index,
            count: counts.get(&pair(it)).copied().unwrap_or(1),
        })
        .collect()
}

/// Cuts a curve from middle to middle off at the rims of both shapes.
fn clipped(curve: &Curve, from: &Rim, to: &Rim) -> Curve {
    let leave = edge(curve, from, 0.0, 0.5);
    let enter = edge(curve, to, 1.0, 0.5);
    if enter - leave > 0.02 {
        curve.part(leave, enter)
    } else {
        curve.part(0.4, 0.6)
    }
}

/// Finds where a curve leaves an outline between one end and its middle.
fn edge(curve: &Curve, rim: &Rim, end: f64, middle: f64) -> f64 {
    let (mut within, mut without) = (end, middle);
    if rim.holds(pos(curve.at(without))) {
        return middle;
    }
    for _ in 0..11 {
        let t = f64::midpoint(within, without);
        if rim.holds(pos(curve.at(t))) {
            within = t;
        } else {
            without = t;
        }
    }
    without
}

/// Where along its line the number of a bridge may stand, the best first.
const NUMBER_SPOTS: [f32; 7] = [0.5, 0.4, 0.6, 0.31, 0.69, 0.23, 0.77];

/// Moves the numbers of bridges along their lines until none covers another.
pub(super) fn spread_numbers(strands: &mut [Strand], room: f32) {
    let mut taken: Vec<Pos2> = Vec::new();
    for strand in strands {
        let Strand {
            number: Some((_, at)),
            line,
            ..
        } = strand
        else {
            continue;
        };
        let nearest = |spot: Pos2| {
            taken
                .iter()
                .map(|other| other.distance(spot))
                .fold(f32::INFINITY, f32::min)
        };
        let spots = NUMBER_SPOTS.map(|share| along(line, share).unwrap_or(*at));
        let free = spots.iter().copied().find(|spot| nearest(*spot) >= room);
        let widest = || {
            let wide = |one: &Pos2, other: &Pos2| nearest(*one).total_cmp(&nearest(*other));
            spots.iter().copied().max_by(wide)
        };
        if let Some(spot) = free.or_else(widest) {
            *at = spot;
        }
        taken.push(*at);
    }
}

/// Gives the point at a share of the pieces of a line.
fn along(line: &[Pos2], share: f32) -> Option<Pos2> {
    let last = line.len().checked_sub(1)?;
    let at = share * f32::from(u16::try_from(last).ok()?);
    let before = line
        .iter()
        .zip(line.iter().skip(1))
        .zip(0_u16..)
        .find(|(_, index)| f32::from(*index) + 1.0 >= at)?;
    let ((from, to), index) = before;
    Some(*from + (*to - *from) * (at - f32::from(index)))
}

fn laid(mut sketch: Strand, curve: &Curve) -> Strand {
    let span = narrow(curve.start.distance(curve.end));
    let n_pieces = if span < 60.0 {
        6
    } else if span < 400.0 {
        14
    } else {
        26
    };
    sketch.line = curve.polyline(n_pieces).into_iter().map(pos).collect();
    sketch.drawn = if sketch.conflict {
        curve.zigzag(6.0, 18.0).into_iter().map(pos).collect()
    } else {
        sketch.line.clone()
    };
    sketch.bounds = Rect::from_points(&sketch.drawn);
    sketch.curve = [pos(curve.start), pos(curve.control), pos(curve.end)];
    if let Some((_, at)) = &mut sketch.number {
        *at = pos(curve.at(0.5));
    }
    sketch
}
