//! Rings: how far an actor takes part is how near to the middle it stands, its arena is its sector.

use std::collections::{BTreeMap, BTreeSet};
use std::f64::consts::{PI, TAU};

use super::{Arranged, Centre, Furniture, Reading, Room, Spot, Waiting, nearest, open, real, tray};
use crate::model::{ActorId, Arena, Content};
use crate::placement::labels::{Home, Side};
use crate::placement::{Point, Rect};

/// The part of an arena.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sector {
    /// Which; nothing for actors whose arena was not asked.
    pub arena: Option<Arena>,
    /// Where it begins, in radians clockwise from the top.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
}

/// The circles and sectors.
#[derive(Debug, Clone, PartialEq)]
pub struct RingsField {
    /// The middle.
    pub middle: Point,
    /// Half the width and height of the outermost ring.
    pub reach: (f64, f64),
    /// The sectors, clockwise.
    pub sectors: Vec<Sector>,
    /// Whether an actor stands in the middle.
    pub taken: bool,
}

/// How far out the middle of the ring of a score from 4 to 1 is, and where that ring ends.
const MIDDLES: [f64; 4] = [0.32, 0.54, 0.75, 0.93];
const ENDS: [f64; 4] = [0.43, 0.65, 0.85, 1.0];
/// How far the middle reaches.
pub(super) const CORE: f64 = 0.2;
const RADIUS: f64 = 15.0;
/// How far out and in neighbours stand of the middle of their ring where it is full.
const ASIDE: [f64; 4] = [0.045, 0.05, 0.045, 0.03];
/// How far the sectors follow what they need, from all alike to wholly.
const EVENING: f64 = 0.75;
/// Half the width of the name of a ring, at 100 %.
pub(super) const RING_NAME: f64 = 46.0;

impl RingsField {
    /// Gives the point at an angle and a distance from the middle, 1 at the outermost ring.
    pub fn at(&self, angle: f64, out: f64) -> Point {
        Point::new(
            self.middle.x + angle.sin() * out * self.reach.0,
            self.middle.y - angle.cos() * out * self.reach.1,
        )
    }

    /// Gives where the ring of a score ends, 1 at the outermost.
    pub fn end(score: i8) -> f64 {
        usize::try_from(4 - score)
            .ok()
            .and_then(|index| ENDS.get(index))
            .copied()
            .unwrap_or(1.0)
    }

    /// Gives how far out the middle of the ring of a score is.
    pub fn middle_of(score: i8) -> f64 {
        usize::try_from(4 - score)
            .ok()
            .and_then(|index| MIDDLES.get(index))
            .copied()
            .unwrap_or(1.0)
    }

    /// Gives how far the middle reaches.
    pub fn core() -> f64 {
        CORE
    }

    pub(super) fn reading(&self, at: Point) -> Option<Reading> {
        let across = (at.x - self.middle.x) / self.reach.0.max(1e-6);
        let down = (at.y - self.middle.y) / self.reach.1.max(1e-6);
        let out = across.hypot(down);
        (out.is_finite() && out <= 1.3).then(|| {
            let score = [4, 3, 2].into_iter().find(|score| out <= Self::end(*score));
            Reading::Ring(score.unwrap_or(1))
        })
    }
}

/// Divides the circle over the arenas, by the room that their fullest ring needs.
fn sectors(now: &Content, placed: &[(ActorId, i8)]) -> Vec<Sector> {
    let mut needs: BTreeMap<(bool, Option<Arena>), [f64; 4]> = BTreeMap::new();
    for (actor, score) in placed {
        let Some(actor) = now.actors.get(*actor) else {
            continue;
        };
        let arena = now.arena_of(actor);
        let need = needs.entry((arena.is_none(), arena)).or_default();
        let ring = usize::try_from(4 - score)
            .ok()
            .and_then(|at| need.get_mut(at));
        if let Some(ring) = ring {
            *ring += 1.0 / RingsField::middle_of(*score);
        }
    }
    let weight = |need: &[f64; 4]| need.iter().copied().fold(1.0, f64::max).powf(EVENING);
    let all: f64 = needs.values().map(weight).sum();
    let mut from = 0.0;
    needs
        .into_iter()
        .map(|((_, arena), need)| {
            let to = from + TAU * weight(&need) / all.max(1e-9);
            let sector = Sector { arena, from, to };
            from = to;
            sector
        })
        .collect()
}

pub(super) fn arranged(now: &Content, centre: &Centre, room: Room) -> Arranged {
    let scale = room.scale;
    let in_middle = now.focal.filter(|_| *centre == Centre::Focal);
    let (mut placed, mut unasked) = (Vec::new(), Vec::new());
    for actor in now
        .actors
        .iter()
        .filter(|actor| Some(actor.id) != in_middle)
    {
        match open(&actor.participation) {
            Some(score) => placed.push((actor.id, nearest(score, 1, 4))),
            None => unasked.push(actor.id),
        }
    }
    let mut spots = BTreeMap::new();
    let tray = tray::fill(room, &[(Waiting::NotAsked, unasked)], &mut spots);
    let right = tray.right;
    let height = room.height.max(160.0);
    let field = RingsField {
        middle: Point::new(right / 2.0, height / 2.0 + 4.0),
        reach: (
            (right / 2.0 - 96.0 * scale).max(60.0),
            (height / 2.0 - 34.0 * scale).max(50.0),
        ),
        sectors: sectors(now, &placed),
        taken: in_middle.is_some(),
    };
    let radius = spread(now, &field, &placed, scale, &mut spots);
    if let Some(focal) = in_middle {
        let spot = Spot {
            at: field.middle,
            side: Side::Below,
            home: Home::Close,
            reach: 0.0,
        };
        spots.insert(focal, spot);
    }
    Arranged {
        spots,
        radius,
        whole: Rect::new(
            Point::new(0.0, 0.0),
            Point::new(room.width, height.max(tray.bottom)),
        ),
        field: Rect::new(Point::new(0.0, 0.0), Point::new(right, height)),
        tray: tray.sections,
        columns: tray.columns,
        furniture: Furniture::Rings(field),
        fixed: in_middle.into_iter().collect::<BTreeSet<_>>(),
    }
}

/// Spreads the actors of each ring over their sector; gives the radius that leaves room for all.
fn spread(
    now: &Content,
    field: &RingsField,
    placed: &[(ActorId, i8)],
    scale: f64,
    spots: &mut BTreeMap<ActorId, Spot>,
) -> f64 {
    let mut radius = RADIUS * scale.min(1.6);
    let least_reach = field.reach.0.min(field.reach.1);
    for sector in &field.sectors {
        for score in 1..=4 {
            let here: Vec<ActorId> = placed
                .iter()
                .filter(|(actor, at)| {
                    let arena = now.actors.get(*actor).and_then(|actor| now.arena_of(actor));
                    *at == score && arena == sector.arena
                })
                .map(|(actor, _)| *actor)
                .collect();
            let (from, to) = stretch(field, sector, score, scale);
            let step = (to - from) / real(here.len().max(1));
            let out = RingsField::middle_of(score);
            let arc = step * out * least_reach;
            let aside = aside(score, here.len(), arc, radius);
            if here.len() > 1 {
                let apart = arc.hypot(2.0 * aside * least_reach);
                radius = radius.min(apart * 0.44).max(5.0);
            }
            for (index, actor) in here.into_iter().enumerate() {
                let angle = from + step * (real(index) + 0.5);
                let by = if index % 2 == 0 { aside } else { -aside };
                let spot = Spot {
                    at: field.at(angle, out + by),
                    side: side(angle),
                    home: Home::Close,
                    reach: 0.0,
                };
                spots.insert(actor, spot);
            }
        }
    }
    radius
}

/// Gives how far the actors of a ring stand in and out by turns: not at all where there is room.
fn aside(score: i8, count: usize, arc: f64, radius: f64) -> f64 {
    let most = usize::try_from(4 - score)
        .ok()
        .and_then(|index| ASIDE.get(index))
        .copied()
        .unwrap_or(0.0);
    if count > 1 && arc < 3.4 * radius {
        most
    } else {
        0.0
    }
}

/// Gives the angles between which the actors of a ring stand in a sector: off its edges, and off the names of the
/// rings, that stand where the first sector begins.
fn stretch(field: &RingsField, sector: &Sector, score: i8, scale: f64) -> (f64, f64) {
    let wide = sector.to - sector.from;
    let edge = (wide * 0.2).min(0.14);
    let across = RING_NAME * scale + (RADIUS + 4.0) * scale.min(1.6);
    let reach = RingsField::middle_of(score) * field.reach.0;
    let named = (across / reach.max(1.0)).min(1.0).asin().min(wide * 0.45);
    let from = if sector.from < 1e-9 {
        edge.max(named)
    } else {
        edge
    };
    let to = if sector.to > TAU - 1e-9 {
        edge.max(named)
    } else {
        edge
    };
    (sector.from + from, sector.to - to)
}

/// Gives the side on which the name of who stands at an angle goes.
fn side(angle: f64) -> Side {
    match angle.rem_euclid(TAU) {
        angle if (0.25 * PI..0.75 * PI).contains(&angle) => Side::Right,
        angle if (1.25 * PI..1.75 * PI).contains(&angle) => Side::Left,
        _ => Side::Below,
    }
}
