//! A ring along the shortest way from member to member, for where a tight convex ring would hold others too.
//!
//! The ring is the line at which a field of distances to the members and to bands between them has one value,
//! found square by square on a grid (marching squares).

use std::collections::BTreeMap;

use crate::placement::Point;
use crate::ui::canvas::units::whole;

/// How many squares the longer side of the grid has at most.
const SQUARES: f64 = 160.0;
/// The half width of the bands between members, before the margin.
const BAND: f64 = 4.0;

/// A ring and the bands between members that it follows.
pub(super) struct Hugging {
    /// The ring.
    pub(super) outline: Vec<Point>,
    /// From member to member.
    pub(super) bands: Vec<(Point, Point)>,
    /// Half the width of the bands.
    pub(super) half_width: f64,
}

/// Gives the ring, or nothing where it cannot be one line.
pub(super) fn hugging(discs: &[(Point, f64)], margin: f64) -> Option<Hugging> {
    let bands = tree(discs);
    let reach = discs.iter().map(|disc| disc.1).fold(0.0, f64::max) + margin * 2.0;
    let (mut low, mut high) = (discs.first()?.0, discs.first()?.0);
    for (centre, _) in discs {
        low = Point::new(low.x.min(centre.x), low.y.min(centre.y));
        high = Point::new(high.x.max(centre.x), high.y.max(centre.y));
    }
    let low = low - Point::new(reach, reach);
    let size = high + Point::new(reach, reach) - low;
    let step = (size.x.max(size.y) / SQUARES).max(3.0);
    let distance = |at: Point| {
        let discs = discs
            .iter()
            .map(|(centre, radius)| centre.distance(at) - radius);
        let bands = bands.iter().map(|(a, b)| to_segment(at, *a, *b) - BAND);
        discs.chain(bands).fold(f64::INFINITY, f64::min) - margin
    };
    let grid = Grid { low, step };
    let outline = joined(&grid.pieces(size, &distance))?;
    Some(Hugging {
        outline,
        bands,
        half_width: BAND + margin,
    })
}

/// Gives the shortest tree between the members, by Prim.
fn tree(discs: &[(Point, f64)]) -> Vec<(Point, Point)> {
    let mut inside: Vec<Point> = discs.iter().take(1).map(|disc| disc.0).collect();
    let mut outside: Vec<Point> = discs.iter().skip(1).map(|disc| disc.0).collect();
    let mut bands = Vec::new();
    while !outside.is_empty() {
        let nearest = outside
            .iter()
            .enumerate()
            .flat_map(|(index, there)| inside.iter().map(move |here| (index, *here, *there)))
            .min_by(|one, other| {
                let length = |pair: &(usize, Point, Point)| pair.1.distance(pair.2);
                length(one).total_cmp(&length(other))
            });
        let Some((index, here, there)) = nearest else {
            break;
        };
        outside.swap_remove(index);
        inside.push(there);
        bands.push((here, there));
    }
    bands
}

fn to_segment(at: Point, a: Point, b: Point) -> f64 {
    let along = b - a;
    let square = along.dot(along);
    let t = if square > 1e-9 {
        ((at - a).dot(along) / square).clamp(0.0, 1.0)
    } else {
        0.0
    };
    at.distance(a + along * t)
}

/// An edge of the grid: its column and row, and whether it lies or stands.
type Edge = (u32, u32, bool);

struct Grid {
    low: Point,
    step: f64,
}

impl Grid {
    fn at(&self, column: u32, row: u32) -> Point {
        self.low + Point::new(f64::from(column), f64::from(row)) * self.step
    }

    /// Gives the pieces of the line, from edge to edge, with where they cross those edges.
    fn pieces(&self, size: Point, distance: &dyn Fn(Point) -> f64) -> Vec<[(Edge, Point); 2]> {
        let count = |length: f64| whole(length / self.step) + 1;
        let (columns, rows) = (count(size.x), count(size.y));
        let row_of = |row: u32| -> Vec<f64> {
            (0..=columns)
                .map(|column| distance(self.at(column, row)))
                .collect()
        };
        let mut pieces = Vec::new();
        let mut above = row_of(0);
        for row in 0..rows {
            let below = row_of(row + 1);
            let squares = above.windows(2).zip(below.windows(2)).zip(0..columns);
            for ((top, bottom), column) in squares {
                if let ([a, b], [d, c]) = (top, bottom) {
                    self.square((column, row), [*a, *b, *c, *d], &mut pieces);
                }
            }
            above = below;
        }
        pieces
    }

    fn square(
        &self,
        (column, row): (u32, u32),
        [a, b, c, d]: [f64; 4],
        pieces: &mut Vec<[(Edge, Point); 2]>,
    ) {
        let corner = [
            self.at(column, row),
            self.at(column + 1, row),
            self.at(column + 1, row + 1),
            self.at(column, row + 1),
        ];
        let sides = [
            ((column, row, true), corner[0], corner[1], a, b),
            ((column + 1, row, false), corner[1], corner[2], b, c),
            ((column, row + 1, true), corner[2], corner[3], c, d),
            ((column, row, false), corner[3], corner[0], d, a),
        ];
        let crossed: Vec<(Edge, Point)> = sides
            .into_iter()
            .filter(|side| (side.3 < 0.0) != (side.4 < 0.0))
            .map(|(edge, from, to, near, far)| (edge, from.towards(to, near / (near - far))))
            .collect();
        for pair in crossed.chunks_exact(2) {
            if let [one, other] = pair {
                pieces.push([*one, *other]);
            }
        }
    }
}

/// Joins pieces to the longest closed line among them.
fn joined(pieces: &[[(Edge, Point); 2]]) -> Option<Vec<Point>> {
    let mut ends: BTreeMap<Edge, Vec<(Edge, Point)>> = BTreeMap::new();
    for [one, other] in pieces {
        ends.entry(one.0).or_default().push(*other);
        ends.entry(other.0).or_default().push(*one);
    }
    let mut longest: Vec<Point> = Vec::new();
    while let Some((&start, _)) = ends.first_key_value() {
        let mut line = Vec::new();
        let mut here = start;
        while let Some(next) = ends.remove(&here) {
            let onward = next.iter().find(|(edge, _)| ends.contains_key(edge));
            let step = onward.or_else(|| next.first());
            if let Some((edge, at)) = step {
                line.push(*at);
                here = *edge;
            }
        }
        if line.len() > longest.len() {
            longest = line;
        }
    }
    (longest.len() > 8).then_some(longest)
}
