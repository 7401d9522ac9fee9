//! Who has no place in a view: in a named tray beside it.

use std::collections::BTreeMap;

use super::{Room, Spot, real};
use crate::model::ActorId;
use crate::placement::labels::{Home, Side};
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
const ROW: f64 = 36.0;
/// The height of an actor above a list of names, at 100 %.
const ROW_ABOVE_LIST: f64 = 30.0;
/// Lower than this a row has no room for a name, at 100 %.
const LEAST_ROW: f64 = 19.0;
const GAP: f64 = 12.0;
/// Between the tray and the field.
const ASIDE: f64 = 14.0;

/// What stands at the right of a view.
pub(super) struct Tray {
    /// Who waits, in named sections.
    pub(super) sections: Vec<Section>,
    /// The columns for a list of names.
    pub(super) columns: Vec<Rect>,
    /// Where the field ends.
    pub(super) right: f64,
    /// How far down it reaches.
    pub(super) bottom: f64,
}

/// Gives the width of a tray in a room.
fn width(room: Room) -> f64 {
    (206.0 * room.scale).min(room.width * 0.32)
}

/// Puts actors in a tray at the right of a room; gives the sections, and the columns of a list below and beside them.
pub(super) fn fill(
    room: Room,
    groups: &[(Waiting, Vec<ActorId>)],
    spots: &mut BTreeMap<ActorId, Spot>,
) -> Tray {
    let filled: Vec<_> = groups.iter().filter(|(_, who)| !who.is_empty()).collect();
    let n_columns = room.listing.map_or(0, |listing| listing.columns.max(1));
    let wide = width(room);
    let used = real(n_columns.max(1)) * (wide + GAP) - GAP;
    let left = room.width - used;
    let n_all: usize = filled.iter().map(|(_, who)| who.len()).sum();
    let head = HEAD * room.scale;
    let heads = real(filled.len()) * (head + GAP);
    let least = LEAST_ROW * room.scale;
    let most = match room.listing {
        Some(_) => ROW_ABOVE_LIST,
        None => ROW,
    };
    let row = ((room.height - heads) / real(n_all.max(1))).clamp(least, most * room.scale);
    let mut top = 0.0;
    let mut sections = Vec::new();
    for (waiting, who) in filled {
        for (index, actor) in who.iter().enumerate() {
            let from = top + head + row * real(index);
            let at = Point::new(left + 30.0 * room.scale.min(1.5), from + row * 0.5);
            let home = Rect::new(
                Point::new(left, from),
                Point::new(left + wide - 4.0, from + row),
            );
            let spot = Spot {
                at,
                side: Side::Right,
                home: Home::Row(home),
                reach: 0.0,
            };
            spots.insert(*actor, spot);
        }
        let bottom = top + head + row * real(who.len()) + 4.0;
        sections.push(Section {
            waiting: *waiting,
            area: Rect::new(Point::new(left, top), Point::new(left + wide, bottom)),
            count: who.len(),
        });
        top = bottom + GAP;
    }
    let columns = (0..n_columns).map(|column| {
        let x = left + real(column) * (wide + GAP);
        let from = if column == 0 { top } else { 0.0 };
        let to = room.height.max(from + least);
        Rect::new(Point::new(x, from), Point::new(x + wide, to))
    });
    let alone = sections.is_empty() && n_columns == 0;
    Tray {
        columns: columns.collect(),
        right: if alone { room.width } else { left - ASIDE },
        bottom: (top - GAP).max(0.0),
        sections,
    }
}
