//! Sets separate parts side by side within the frame, and single actors in rows.

use crate::placement::geometry::{Point, Rect};
use crate::placement::number::{real, whole};

/// The room between two parts.
const BETWEEN: f64 = 30.0;
/// So many parts are fitted into corners; the rest stands in rows below.
const MOST_FITTED: usize = 40;

/// Gives for each part the shift that sets it free of the others; `taken` does not move.
pub(crate) fn pack(parts: &[Rect], taken: Option<Rect>, aspect: f64) -> Vec<Point> {
    let mut set: Vec<Rect> = taken.into_iter().collect();
    let mut shifts = Vec::with_capacity(parts.len());
    for part in parts.iter().take(MOST_FITTED) {
        let corner = best_corner(part, &set, aspect);
        let shift = corner - part.min;
        set.push(part.shifted(shift));
        shifts.push(shift);
    }
    let all = Rect::of_all(set).unwrap_or_default();
    let rest = parts.get(MOST_FITTED..).unwrap_or_default();
    shifts.extend(rows(rest, &all, aspect));
    shifts
}

fn best_corner(part: &Rect, set: &[Rect], aspect: f64) -> Point {
    let Some(all) = Rect::of_all(set.iter().copied()) else {
        return Point::default() - Point::new(part.width() / 2.0, part.height() / 2.0);
    };
    let (width, height) = (part.width(), part.height());
    let mut best = (f64::INFINITY, Point::new(all.min.x, all.max.y + BETWEEN));
    for rect in set {
        let right = rect.max.x + BETWEEN;
        let left = rect.min.x - BETWEEN - width;
        let below = rect.max.y + BETWEEN;
        let above = rect.min.y - BETWEEN - height;
        let corners = [
            (right, rect.min.y),
            (right, rect.centre().y - height / 2.0),
            (right, rect.max.y - height),
            (rect.min.x, below),
            (rect.centre().x - width / 2.0, below),
            (rect.max.x - width, below),
            (left, rect.min.y),
            (left, rect.max.y - height),
            (rect.min.x, above),
            (rect.max.x - width, above),
        ];
        for (x, y) in corners {
            let spot = Rect::new(Point::new(x, y), Point::new(x + width, y + height));
            let near = spot.expand(BETWEEN - 0.01);
            if set.iter().any(|other| other.overlaps(&near)) {
                continue;
            }
            let whole_map = all.union(&spot);
            let size = (whole_map.width() / aspect).max(whole_map.height());
            let price = size + 0.02 * spot.centre().distance(all.centre());
            if price < best.0 {
                best = (price, spot.min);
            }
        }
    }
    best.1
}

/// Sets parts in rows under what stands already.
fn rows(parts: &[Rect], all: &Rect, aspect: f64) -> Vec<Point> {
    let area: f64 = parts
        .iter()
        .map(|p| (p.width() + BETWEEN) * (p.height() + BETWEEN))
        .sum();
    let width = all.width().max((area * aspect).sqrt() * 0.7);
    let mut next = Point::new(all.min.x, all.max.y + BETWEEN);
    let mut row_height = 0.0_f64;
    let mut shifts = Vec::with_capacity(parts.len());
    for part in parts {
        if next.x > all.min.x && next.x + part.width() > all.min.x + width {
            next = Point::new(all.min.x, next.y + row_height + BETWEEN);
            row_height = 0.0;
        }
        shifts.push(next - part.min);
        next.x += part.width() + BETWEEN;
        row_height = row_height.max(part.height());
    }
    shifts
}

/// Sets single actors on a neat grid: rows under the largest part or columns beside it,
/// whichever fills the frame better; alone they fill the shape of the frame.
pub(crate) fn singles(covers: &[Rect], largest: Option<Rect>, aspect: f64) -> Vec<Point> {
    let step = covers.iter().fold(Point::new(1.0, 1.0), |most, cover| {
        Point::new(most.x.max(cover.width()), most.y.max(cover.height()))
    });
    let n = covers.len().max(1);
    let as_frame = whole((real(n) * aspect * step.y / step.x).sqrt().ceil()).clamp(1, n);
    let n_columns = largest.map_or(as_frame, |largest| {
        let under = whole(largest.width() / step.x).clamp(as_frame.div_ceil(2), n);
        let n_high = whole(largest.height() / step.y).clamp(1, n);
        let beside = n.div_ceil(n_high);
        let height = largest.height() + real(n.div_ceil(under)) * step.y;
        let width = largest.width() + real(beside) * step.x;
        let size_under = height.max(largest.width() / aspect);
        let size_beside = (width / aspect).max(largest.height());
        if size_beside < size_under && beside <= as_frame.max(2) {
            beside
        } else {
            under
        }
    });
    // Rows are filled evenly, so that the last one is not left with a single actor.
    let n_rows = n.div_ceil(n_columns);
    let n_columns = n.div_ceil(n_rows);
    (0..covers.len())
        .map(|i| Point::new(real(i % n_columns) * step.x, real(i / n_columns) * step.y))
        .collect()
}
