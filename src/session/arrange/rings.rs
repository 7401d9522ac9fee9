//! Rings: how far an actor takes part is how near to the middle it stands, its arena is its sector.

use std::collections::{BTreeMap, BTreeSet};
use std::f64::consts::{PI, TAU};

use super::{Arranged, Centre, Furniture, Reading, Room, Spot, Waiting, nearest, open, real, tray};
use crate::model::{ActorId, Arena, Content};
use crate::placement::labels::Side;
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

fn sectors(now: &Content, who: &[ActorId]) -> Vec<Sector> {
    let mut counts: BTreeMap<(bool, Option<Arena>), usize> = BTreeMap::new();
    for actor in who.iter().filter_map(|actor| now.actors.get(*actor)) {
        let arena = now.arena_of(actor);
        *counts.entry((arena.is_none(), arena)).or_default() += 1;
    }
    let all: f64 = counts
        .values()
        .map(|count| real(*count).max(1.0).sqrt())
        .sum();
    let mut from = 0.0;
    counts
        .into_iter()
        .map(|((_, arena), count)| {
            let to = from + TAU * real(count).max(1.0).sqrt() / all.max(1e-9);
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
    let right = if tray.is_empty() {
        room.width
    } else {
        room.width - tray::width(room) - 14.0
    };
    let height = room.height.max(160.0);
    let who: Vec<ActorId> = placed.iter().map(|(actor, _)| *actor).collect();
    let field = RingsField {
        middle: Point::new(right / 2.0, height / 2.0 + 4.0),
        reach: (
            (right / 2.0 - 96.0 * scale).max(60.0),
            (height / 2.0 - 34.0 * scale).max(50.0),
        ),
        sectors: sectors(now, &who),
        taken: in_middle.is_some(),
    };
    let radius = spread(now, &field, &placed, scale, &mut spots);
    if let Some(focal) = in_middle {
        let spot = Spot {
            at: field.middle,
            side: Side::Below,
        };
        spots.insert(focal, spot);
    }
    Arranged {
        spots,
        radius,
        whole: Rect::new(Point::new(0.0, 0.0), Point::new(room.width, height)),
        field: Rect::new(Point::new(0.0, 0.0), Point::new(right, height)),
        tray,
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
            // The names of the rings stand where sectors meet.
            let edge = ((sector.to - sector.from) * 0.2).min(0.14);
            let step = (sector.to - sector.from - 2.0 * edge) / real(here.len().max(1));
            let out = RingsField::middle_of(score);
            let arc = step * out * field.reach.0.min(field.reach.1);
            if here.len() > 1 {
                radius = radius.min(arc * 0.42).max(5.0);
            }
            for (index, actor) in here.into_iter().enumerate() {
                let angle = sector.from + edge + step * (real(index) + 0.5);
                let side = match angle.rem_euclid(TAU) {
                    angle if (0.25 * PI..0.75 * PI).contains(&angle) => Side::Right,
                    angle if (1.25 * PI..1.75 * PI).contains(&angle) => Side::Left,
                    _ => Side::Below,
                };
                spots.insert(
                    actor,
                    Spot {
                        at: field.at(angle, out),
                        side,
                    },
                );
            }
        }
    }
    radius
}
