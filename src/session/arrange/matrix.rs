//! The grid of power by involvement, as taught since Johnson and Scholes and named after Mendelow: snapped to scores,
//! without the official in focus, border cases in the lower cell.

use std::collections::{BTreeMap, BTreeSet};

use super::{Arranged, Furniture, Reading, Room, Spot, Waiting, nearest, open, real, tray};
use crate::model::{ActorId, Content};
use crate::placement::labels::{Home, Side};
use crate::placement::{Point, Rect};

/// A quadrant; high is above 3 on 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuadrantPart {
    /// Much power, little involved.
    KeepSatisfied,
    /// Much power, much involved.
    ManageClosely,
    /// Little power, little involved.
    Monitor,
    /// Little power, much involved.
    KeepInformed,
}

/// A quadrant on the screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quadrant {
    /// Which.
    pub part: QuadrantPart,
    /// Where.
    pub area: Rect,
}

/// The quadrants and what is beside them.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixField {
    /// The four quadrants.
    pub quadrants: [Quadrant; 4],
    /// The room for the names of a quadrant, at its top.
    pub head: f64,
}

/// The room for the names of the axes and of a quadrant, at 100 %.
const AXIS: f64 = 26.0;
const HEAD: f64 = 46.0;
const NARROW: f64 = 236.0;
const NARROW_HEAD: f64 = 62.0;
const GAP: f64 = 6.0;
const RADIUS: f64 = 16.0;
/// How far names keep from the edges of a quadrant.
const EDGE: f64 = 3.0;

impl MatrixField {
    fn new(area: Rect, head: f64) -> Self {
        let middle = area.centre();
        let half = GAP / 2.0;
        let part = |part, left: bool, top: bool| {
            let (x0, x1) = if left {
                (area.min.x, middle.x - half)
            } else {
                (middle.x + half, area.max.x)
            };
            let (y0, y1) = if top {
                (area.min.y, middle.y - half)
            } else {
                (middle.y + half, area.max.y)
            };
            Quadrant {
                part,
                area: Rect::new(Point::new(x0, y0), Point::new(x1, y1)),
            }
        };
        Self {
            quadrants: [
                part(QuadrantPart::KeepSatisfied, true, true),
                part(QuadrantPart::ManageClosely, false, true),
                part(QuadrantPart::Monitor, true, false),
                part(QuadrantPart::KeepInformed, false, false),
            ],
            head,
        }
    }

    fn quadrant(&self, power: i8, involvement: i8) -> Rect {
        let [satisfied, closely, monitor, informed] = self.quadrants;
        match (power > 3, involvement > 3) {
            (true, false) => satisfied.area,
            (true, true) => closely.area,
            (false, false) => monitor.area,
            (false, true) => informed.area,
        }
    }

    /// Gives the cell of two scores.
    pub fn cell(&self, power: i8, involvement: i8) -> Rect {
        let area = self.quadrant(power, involvement);
        let top = area.min.y + self.head;
        let parts = |score: i8| if score > 3 { (2.0, 4) } else { (3.0, 1) };
        let (n_columns, first_column) = parts(involvement);
        let (n_rows, first_row) = parts(power);
        let (wide, high) = (area.width() / n_columns, (area.max.y - top) / n_rows);
        let x = area.min.x + wide * f64::from(involvement - first_column);
        let y = area.max.y - high * f64::from(power - first_row + 1);
        Rect::new(Point::new(x, y), Point::new(x + wide, y + high))
    }

    pub(super) fn reading(&self, at: Point) -> Reading {
        let distance = |(power, involvement): &(i8, i8)| {
            let middle = self.cell(*power, *involvement).centre();
            let cell = self.cell(*power, *involvement);
            let across = ((at.x - middle.x) / cell.width().max(1e-6)).abs();
            let down = ((at.y - middle.y) / cell.height().max(1e-6)).abs();
            across.max(down)
        };
        let cells = (1..=5).flat_map(|power| (1..=5).map(move |involvement| (power, involvement)));
        let best = cells.min_by(|one, other| distance(one).total_cmp(&distance(other)));
        let (power, involvement) = best.unwrap_or((3, 3));
        Reading::Grid { power, involvement }
    }
}

pub(super) fn arranged(now: &Content, room: Room) -> Arranged {
    let mut cells: BTreeMap<(i8, i8), Vec<ActorId>> = BTreeMap::new();
    let (mut unasked, mut apart) = (Vec::new(), Vec::new());
    for actor in now.actors.iter() {
        if now.focal == Some(actor.id) {
            apart.push(actor.id);
            continue;
        }
        match open(&actor.power).zip(open(&actor.involvement)) {
            Some((power, involvement)) => cells
                .entry((nearest(power, 1, 5), nearest(involvement, 1, 5)))
                .or_default()
                .push(actor.id),
            None => unasked.push(actor.id),
        }
    }
    let scale = room.scale;
    let mut spots = BTreeMap::new();
    let fixed: BTreeSet<ActorId> = apart.iter().copied().collect();
    let waiting = [(Waiting::NotAsked, unasked), (Waiting::NotCounted, apart)];
    let tray = tray::fill(room, &waiting, &mut spots);
    let axis = AXIS * scale;
    let area = Rect::new(
        Point::new(axis, 0.0),
        Point::new(tray.right, (room.height - axis).max(120.0)),
    );
    // In a narrow quadrant what its name means takes two lines.
    let narrow = area.width() / 2.0 < NARROW * scale;
    let head = if narrow { NARROW_HEAD } else { HEAD };
    let field = MatrixField::new(area, head * scale);
    let radius = fill(&field, &cells, room, &mut spots);
    Arranged {
        spots,
        radius,
        whole: Rect::new(
            Point::new(0.0, 0.0),
            Point::new(
                room.width,
                room.height.max(area.max.y + axis).max(tray.bottom),
            ),
        ),
        field: area,
        tray: tray.sections,
        columns: tray.columns,
        furniture: Furniture::Matrix(field),
        fixed,
    }
}

/// Puts actors in their cells; gives the radius that leaves room for all.
fn fill(
    field: &MatrixField,
    cells: &BTreeMap<(i8, i8), Vec<ActorId>>,
    room: Room,
    spots: &mut BTreeMap<ActorId, Spot>,
) -> f64 {
    let scale = room.scale;
    let mut radius = RADIUS * scale.min(1.6);
    // Numbers take less room beside each other than names.
    let (wide, share) = match room.listing {
        Some(_) => (1.1, 0.42),
        None => (2.6, 0.34),
    };
    for ((power, involvement), who) in cells {
        let cell = field.cell(*power, *involvement);
        let grid = Grid::of(cell, who.len(), wide);
        let quadrant = field.quadrant(*power, *involvement);
        let below_head = Point::new(quadrant.min.x, quadrant.min.y + field.head - 4.0);
        let within = Rect::new(below_head, quadrant.max).expand(-EDGE);
        radius = radius.min(grid.spacing() * share).max(5.0);
        let side = if grid.high < 62.0 * scale {
            Side::Right
        } else {
            Side::Below
        };
        for (index, actor) in who.iter().enumerate() {
            let at = grid.at(index);
            let spot = Spot {
                at,
                side,
                home: Home::Within(within),
                reach: 0.0,
            };
            spots.insert(*actor, spot);
        }
    }
    radius
}

/// The places of those who share a cell, so that nobody hides.
struct Grid {
    cell: Rect,
    n_columns: usize,
    n: usize,
    wide: f64,
    high: f64,
}

impl Grid {
    fn of(cell: Rect, n: usize, wide: f64) -> Self {
        // Names are wide: of all ways to fill the cell the one that leaves them the most room.
        let best = (1..=n.max(1)).max_by(|one, other| {
            let roomy = |n_columns: usize| {
                let n_rows = n.div_ceil(n_columns);
                (cell.width() / real(n_columns) / wide).min(cell.height() / real(n_rows))
            };
            roomy(*one).total_cmp(&roomy(*other)).then(other.cmp(one))
        });
        let n_columns = best.unwrap_or(1);
        let n_rows = n.div_ceil(n_columns).max(1);
        Self {
            cell,
            n_columns,
            n,
            wide: cell.width() / real(n_columns),
            high: cell.height() / real(n_rows),
        }
    }

    fn spacing(&self) -> f64 {
        self.wide.min(self.high)
    }

    fn at(&self, index: usize) -> Point {
        let (row, column) = (index / self.n_columns, index % self.n_columns);
        let in_row = (self.n - row * self.n_columns).min(self.n_columns);
        let indent = (real(self.n_columns) - real(in_row)) * self.wide / 2.0;
        Point::new(
            self.cell.min.x + indent + self.wide * (real(column) + 0.5),
            self.cell.min.y + self.high * (real(row) + 0.42),
        )
    }
}
