//! A grid of cells that finds what lies near without looking at everything.

use crate::placement::geometry::{Point, Rect};
use crate::placement::number::{real, short, whole};

const NONE: u32 = u32::MAX;
const MOST_CELLS: f64 = 65_536.0;

/// Remembers numbered rectangles by the cells they touch.
///
/// What lies outside the bounds counts as lying in the cells at the border.
#[derive(Clone, Debug)]
pub(crate) struct Grid {
    origin: Point,
    per_unit: f64,
    columns: usize,
    rows: usize,
    heads: Vec<u32>,
    entries: Vec<(u32, u32)>,
}

impl Grid {
    /// Makes an empty grid; the cells grow when there would be too many of them.
    pub(crate) fn new(bounds: Rect, cell: f64) -> Self {
        let width = bounds.width().max(1.0);
        let height = bounds.height().max(1.0);
        let mut cell = cell.max(1.0);
        let n_cells = (width / cell + 1.0) * (height / cell + 1.0);
        if n_cells > MOST_CELLS {
            cell = (cell * (n_cells / MOST_CELLS).sqrt())
                .max(width / 32_768.0)
                .max(height / 32_768.0);
        }
        let columns = whole(width / cell) + 1;
        let rows = whole(height / cell) + 1;
        Self {
            origin: bounds.min,
            per_unit: 1.0 / cell,
            columns,
            rows,
            heads: vec![NONE; columns * rows],
            entries: Vec::new(),
        }
    }

    /// Makes a grid over rectangles that are numbered by their order.
    pub(crate) fn over(rects: &[Rect]) -> Self {
        let bounds = Rect::of_all(rects.iter().copied()).unwrap_or_default();
        let n = real(rects.len().max(1));
        let side = rects.iter().map(|r| r.width().max(r.height())).sum::<f64>() / n;
        let mut grid = Self::new(bounds, side);
        for (index, rect) in rects.iter().enumerate() {
            grid.insert(short(index), rect);
        }
        grid
    }

    /// Gives the side of one cell.
    pub(crate) fn cell(&self) -> f64 {
        1.0 / self.per_unit
    }

    /// Notes that something covers a rectangle.
    pub(crate) fn insert(&mut self, id: u32, rect: &Rect) {
        let (left, top, right, bottom) = self.span(rect);
        for row in top..=bottom {
            for column in left..=right {
                let cell = row * self.columns + column;
                self.entries.push((id, self.heads[cell]));
                self.heads[cell] = short(self.entries.len() - 1);
            }
        }
    }

    /// Calls `found` for everything that may touch a rectangle, some things more than once,
    /// until it answers that it has seen enough; tells whether it did.
    pub(crate) fn any(&self, rect: &Rect, mut found: impl FnMut(usize) -> bool) -> bool {
        let (left, top, right, bottom) = self.span(rect);
        for row in top..=bottom {
            for column in left..=right {
                let mut entry = self.heads[row * self.columns + column];
                while entry != NONE {
                    let (id, next) = self.entries[entry as usize];
                    if found(id as usize) {
                        return true;
                    }
                    entry = next;
                }
            }
        }
        false
    }

    fn span(&self, rect: &Rect) -> (usize, usize, usize, usize) {
        let column = |x: f64| whole((x - self.origin.x) * self.per_unit).min(self.columns - 1);
        let row = |y: f64| whole((y - self.origin.y) * self.per_unit).min(self.rows - 1);
        (
            column(rect.min.x),
            row(rect.min.y),
            column(rect.max.x),
            row(rect.max.y),
        )
    }
}
