//! Who has no place in a view: in a named tray beside it.

use std::collections::BTreeMap;

use super::{Room, Spot, real};
use crate::model::ActorId;
use crate::placement::labels::Side;
use crate::placement::{Point, Rect};

/// Why an actor waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waiting {
    /// Its answer was not asked, or there is none.
    NotAsked,
    /// It does not count here: the official in focus.
    NotCounted,
}

/// A part of the tray.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Why these wait.
    pub waiting: Waiting,
    /// The whole of it, with the room for its name.
    pub area: Rect,
    /// How many wait here.
    pub count: usize,
}

/// The height of the name of a section, and of an actor in it, at 100 %.
const HEAD: f64 = 34.0;
const ROW: f64 = 34.0;
const GAP: f64 = 12.0;

/// Gives the width of a tray in a room.
pub(super) fn width(room: Room) -> f64 {
    (206.0 * room.scale).min(room.width * 0.3)
}

/// Puts actors in a tray at the right of a room; gives the sections.
pub(super) fn fill(
    room: Room,
    groups: &[(Waiting, Vec<ActorId>)],
    spots: &mut BTreeMap<ActorId, Spot>,
) -> Vec<Section> {
    let filled: Vec<_> = groups.iter().filter(|(_, who)| !who.is_empty()).collect();
    let n_all: usize = filled.iter().map(|(_, who)| who.len()).sum();
    let head = HEAD * room.scale;
    let heads = real(filled.len()) * (head + GAP);
    let row = ((room.height - heads) / real(n_all.max(1))).clamp(14.0, ROW * room.scale);
    let left = room.width - width(room);
    let mut top = 0.0;
    filled
        .into_iter()
        .map(|(waiting, who)| {
            for (index, actor) in who.iter().enumerate() {
                let y = top + head + row * (real(index) + 0.5);
                let at = Point::new(left + 30.0 * room.scale.min(1.5), y);
                spots.insert(
                    *actor,
                    Spot {
                        at,
                        side: Side::Right,
                    },
                );
            }
            let bottom = top + head + row * real(who.len()) + 4.0;
            let area = Rect::new(Point::new(left, top), Point::new(room.width, bottom));
            top = bottom + GAP;
            Section {
                waiting: *waiting,
                area,
                count: who.len(),
            }
        })
        .collect()
}
