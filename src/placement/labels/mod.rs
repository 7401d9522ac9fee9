//! One pass that puts every label on the map without a conflict.
//!
//! Labels are set in order of priority, each in the cheapest spot that is free: under its disc,
//! above it, at a side, at a corner, and then further away with a leader line. Discs, boxes and
//! other labels are never covered; relations only where there is nothing better. Where labels
//! fare badly, they choose again before others of the same priority.

mod board;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;

use crate::placement::geometry::{Point, Rect};
use crate::placement::labels::board::Board;

/// Labels that fared badly may choose earlier, so often, and only on maps of this size.
const RETRIES: usize = 2;
const MOST_RETRIED: usize = 300;

/// The side of its disc where a label goes by preference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// Under the disc.
    #[default]
    Below,
    /// Over the disc.
    Above,
    /// To its right.
    Right,
    /// To its left.
    Left,
}

/// What happens to a label that finds no room nearby.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Crowded {
    /// It is left out.
    Hide,
    /// It goes to the nearest free spot within the bounds, however far.
    #[default]
    Search,
}

/// Where a label may stand.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Home {
    /// Anywhere, if need be far away with a leader line.
    #[default]
    Anywhere,
    /// At its disc.
    Close,
    /// Within a box, if need be away from its disc.
    Within(Rect),
    /// Within a row, at the preferred side of its disc and nowhere else.
    Row(Rect),
}

/// One label and the disc it belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Anchor {
    /// The middle of the disc.
    pub centre: Point,
    /// The radius of the disc; 0 for a label at a bare point.
    pub radius: f64,
    /// Width and height of the label; a label without size gets no place.
    pub size: (f64, f64),
    /// Labels with a higher priority choose first.
    pub priority: i32,
    /// Where it goes by preference.
    pub side: Side,
    /// Where it may stand.
    pub home: Home,
}

/// Where a label goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// The box of the label.
    pub rect: Rect,
    /// The line from the rim of its disc to the label, when the label stands away from it.
    pub leader: Option<(Point, Point)>,
}

/// All labels of a picture and all they have to keep off.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LabelPass {
    /// The labels; their own discs count as obstacles for all.
    pub anchors: Vec<Anchor>,
    /// More discs that may not be covered.
    pub discs: Vec<(Point, f64)>,
    /// Boxes that may not be covered.
    pub boxes: Vec<Rect>,
    /// Relations as lines of straight pieces; covered only where there is nothing better.
    pub lines: Vec<Vec<Point>>,
    /// What every label has to stay within.
    pub bounds: Option<Rect>,
    /// What happens to a label without room nearby.
    pub crowded: Crowded,
}

impl LabelPass {
    /// Places all labels, in the order of the anchors; nothing for a label that has no room.
    pub fn place(&self) -> Vec<Option<Placed>> {
        let mut order: Vec<usize> = (0..self.anchors.len()).collect();
        order.sort_by_key(|&i| (Reverse(self.anchors[i].priority), i));
        let mut best = self.place_in(&order);
        for _ in 0..RETRIES {
            if trouble(&best) == 0 || self.anchors.len() > MOST_RETRIED {
                break;
            }
            order.sort_by_key(|&i| (Reverse(self.anchors[i].priority), ease(best[i].as_ref()), i));
            let again = self.place_in(&order);
            if trouble(&again) >= trouble(&best) {
                break;
            }
            best = again;
        }
        best
    }

    fn place_in(&self, order: &[usize]) -> Vec<Option<Placed>> {
        let mut board = Board::new(self);
        for &index in order {
            board.set(index);
        }
        board.into_placed()
    }
}

/// Tells how well a label fared: 0 left out, 1 far away, 2 at its disc.
fn ease(placed: Option<&Placed>) -> usize {
    match placed {
        None => 0,
        Some(placed) if placed.leader.is_some() => 1,
        Some(_) => 2,
    }
}

fn trouble(placed: &[Option<Placed>]) -> usize {
    let of_one = |placed: &Option<Placed>| match ease(placed.as_ref()) {
        0 => 10,
        1 => 1,
        _ => 0,
    };
    placed.iter().map(of_one).sum()
}
