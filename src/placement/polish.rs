//! Small moves that take actors off the relations of others and relations off each other.

use crate::placement::block::Block;
use crate::placement::geometry::{Point, Rect, segments_cross};
use crate::placement::number::{real, whole};

/// So many comparisons may be spent; large maps get fewer tries, the largest none.
const EFFORT: f64 = 1_500_000.0;
const MOST_SWEEPS: usize = 6;
/// The price of a relation that runs through an actor or a name, and of two that cross.
const THROUGH: f64 = 1.4;
const CROSSING: f64 = 0.45;

/// Sixteen directions, as points on a circle.
pub(crate) const DIRECTIONS: [Point; 16] = {
    const A: f64 = 0.923_879_532_511_286_7;
    const B: f64 = std::f64::consts::FRAC_1_SQRT_2;
    const C: f64 = 0.382_683_432_365_089_8;
    [
        Point::new(0.0, 1.0),
        Point::new(1.0, 0.0),
        Point::new(0.0, -1.0),
        Point::new(-1.0, 0.0),
        Point::new(B, B),
        Point::new(B, -B),
        Point::new(-B, -B),
        Point::new(-B, B),
        Point::new(C, A),
        Point::new(A, C),
        Point::new(A, -C),
        Point::new(C, -A),
        Point::new(-C, -A),
        Point::new(-A, -C),
        Point::new(-A, C),
        Point::new(-C, A),
    ]
};

/// Tries small moves of each node in turn and keeps those that make the picture clearer.
pub(crate) fn polish(block: &Block, unit: f64, places: &mut [Point]) {
    let n = real(places.len());
    let m = real(block.links.len());
    if places.len() < 3 || block.links.is_empty() {
        return;
    }
    let degree = 2.0 * m / n;
    let per_try = degree * (n + m) + m + n;
    let tries = EFFORT / per_try / n;
    let sweeps = whole(tries / 32.0).min(MOST_SWEEPS);
    if sweeps == 0 {
        return;
    }
    let Some(bounds) = Rect::of_all((0..places.len()).map(|i| block.covers[i].shifted(places[i])))
    else {
        return;
    };
    let picture = Picture {
        block,
        unit,
        start: places.to_vec(),
        bounds: bounds.expand(1.0),
        ends: block.ends_by_node(),
    };
    for _ in 0..sweeps {
        if !sweep(&picture, places) {
            return;
        }
    }
}

struct Picture<'a> {
    block: &'a Block,
    unit: f64,
    start: Vec<Point>,
    bounds: Rect,
    ends: Vec<Vec<usize>>,
}

fn sweep(picture: &Picture<'_>, places: &mut [Point]) -> bool {
    let mut improved = false;
    for node in 0..places.len() {
        if !picture.block.moves[node] {
            continue;
        }
        let here = places[node];
        let mut best = (picture.cost(places, node, here) - 0.05, here);
        for reach in [0.22, 0.6] {
            for direction in DIRECTIONS {
                let there = here + direction * (reach * picture.unit);
                if best.0 > 0.0 && picture.free(places, node, there) {
                    let cost = picture.cost(places, node, there);
                    if cost < best.0 {
                        best = (cost, there);
                    }
                }
            }
        }
        improved |= best.1 != here;
        places[node] = best.1;
    }
    improved
}

impl Picture<'_> {
    fn free(&self, places: &[Point], node: usize, at: Point) -> bool {
        let rect = self.block.covers[node].shifted(at);
        self.bounds.encloses(&rect)
            && (0..places.len())
                .all(|other| other == node || !self.cover(places, other).overlaps(&rect))
    }

    fn cover(&self, places: &[Point], node: usize) -> Rect {
        self.block.covers[node].shifted(places[node])
    }

    /// Prices a place: lines through boxes, crossings, odd lengths, and how far it strays.
    fn cost(&self, places: &[Point], node: usize, at: Point) -> f64 {
        let own = self.block.covers[node].shifted(at);
        let mut cost = 0.0;
        for &index in &self.ends[node] {
            let link = self.block.links[index];
            let other = if link.0 == node { link.1 } else { link.0 };
            let end = places[other];
            let odd = at.distance(end) / self.unit - link.2;
            cost += 0.35 * odd * odd;
            for third in (0..places.len()).filter(|&i| i != node && i != other) {
                if self.cover(places, third).clip(at, end).is_some() {
                    cost += THROUGH;
                }
            }
            for &(a, b, _) in &self.block.links {
                let apart = ![a, b].contains(&node) && ![a, b].contains(&other);
                if apart && segments_cross(at, end, places[a], places[b]) {
                    cost += CROSSING;
                }
            }
        }
        for &(a, b, _) in &self.block.links {
            if a != node && b != node && own.clip(places[a], places[b]).is_some() {
                cost += THROUGH;
            }
        }
        let stray = at.distance(self.start[node]) / self.unit;
        cost + 0.25 * stray * stray
    }
}
