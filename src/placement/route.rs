//! How relations bend: quadratic curves between discs, fanned out and led round others.

use crate::placement::LABEL_GAP;
use crate::placement::geometry::{Point, Rect, segment_distance};
use crate::placement::grid::Grid;
use crate::placement::number::{real, whole};

/// The usual bend of a relation, as a part of its length.
pub const BEND: f64 = 0.06;
/// The room kept between a curve and a disc or name that it passes.
const PASSING: f64 = 5.0;
/// The least distance between the middles of parallel relations.
const LANE: f64 = 22.0;
/// Points along a curve at which its surroundings are looked at.
const SAMPLES: u32 = 24;
/// Straight pieces of a curve while looking for what stands in its way.
const N_PIECES: u32 = 14;
/// The price of bending more than usual, for a bend as long as the relation itself.
const BEND_PRICE: f64 = 2.0;

/// Everything relations should keep off, findable by place.
#[derive(Clone, Debug)]
pub struct Surroundings {
    discs: Vec<(Point, f64)>,
    boxes: Vec<Rect>,
    grid: Grid,
}

impl Surroundings {
    /// Notes discs (centre and radius) and boxes, such as names.
    pub fn new(discs: &[(Point, f64)], boxes: &[Rect]) -> Self {
        let discs: Vec<(Point, f64)> = discs.iter().map(|d| (d.0.sane(), d.1.max(0.0))).collect();
        let boxes: Vec<Rect> = boxes
            .iter()
            .map(|b| Rect::new(b.min.sane(), b.max.sane()))
            .collect();
        let mut rects: Vec<Rect> = discs
            .iter()
            .map(|&(centre, radius)| Rect::around(centre, radius * 2.0, radius * 2.0))
            .collect();
        rects.extend(&boxes);
        let rects: Vec<Rect> = rects.iter().map(|rect| rect.expand(PASSING)).collect();
        let grid = Grid::over(&rects);
        Self { discs, boxes, grid }
    }

    /// Prices what a curve runs through, as far as `most`; its own discs do not count, and the
    /// names under them hardly.
    fn hits(&self, curve: &Curve, ends: [(Point, f64); 2], most: f64) -> f64 {
        let mut seen: Vec<usize> = Vec::new();
        let mut hits = 0.0;
        let mut before = curve.at(0.0);
        for i in 1..=N_PIECES {
            let here = curve.at(f64::from(i) / f64::from(N_PIECES));
            let around = Rect::new(before, before).union(&Rect::new(here, here));
            self.grid.any(&around, |id| {
                if !seen.contains(&id) {
                    let price = self.price(id, before, here, ends);
                    if price > 0.0 {
                        seen.push(id);
                        hits += price;
                    }
                }
                hits >= most
            });
            if hits >= most {
                break;
            }
            before = here;
        }
        hits
    }

    fn price(&self, id: usize, a: Point, b: Point, ends: [(Point, f64); 2]) -> f64 {
        if let Some(&(centre, radius)) = self.discs.get(id) {
            let own = ends.iter().any(|end| end.0.distance(centre) < 0.5);
            let near = segment_distance(centre, a, b);
            if !own && near < radius + PASSING {
                return 1.0;
            }
        } else if let Some(name) = self.boxes.get(id - self.discs.len())
            && name.expand(PASSING / 2.0).clip(a, b).is_some()
        {
            let wide = name.expand(LABEL_GAP * 2.0);
            let own = ends.iter().any(|end| wide.touches_disc(end.0, end.1));
            return if own { 0.06 } else { 0.6 };
        }
        0.0
    }
}

/// Which of the parallel relations between the same two actors this is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lane {
    /// The number of this relation, from 0.
    pub index: usize,
    /// How many there are.
    pub count: usize,
}

impl Lane {
    /// The only relation between two actors.
    pub const ONLY: Self = Self { index: 0, count: 1 };
}

/// A quadratic curve from rim to rim.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Curve {
    /// Where it starts, on the rim of the first disc.
    pub start: Point,
    /// The point that pulls it aside.
    pub control: Point,
    /// Where it ends, on the rim of the second disc.
    pub end: Point,
}

/// Bends a relation between two discs, round what stands in its way when that can be.
///
/// Lanes bend to the same side whichever of the two discs comes first. A relation of a disc
/// with itself becomes a loop above it.
pub fn route(
    from: (Point, f64),
    to: (Point, f64),
    lane: Lane,
    surroundings: &Surroundings,
) -> Curve {
    let from = (from.0.sane(), from.1.max(0.0));
    let to = (to.0.sane(), to.1.max(0.0));
    let length = from.0.distance(to.0);
    if length < 1e-6 {
        return own_loop(from, lane);
    }
    let mut best = (f64::INFINITY, curve(from, to, BEND));
    let tries = bends(lane, length);
    let usual = tries.first().copied().unwrap_or(BEND).abs();
    for bend in tries {
        let curve = curve(from, to, bend);
        let odd = BEND_PRICE * (bend.abs() - usual).abs() + if bend < 0.0 { 0.02 } else { 0.0 };
        let hits = surroundings.hits(&curve, [from, to], best.0 - odd);
        if hits + odd < best.0 {
            best = (hits + odd, curve);
        }
        if hits <= 0.0 {
            break;
        }
    }
    best.1
}

/// Gives the bends to try, the usual one first.
fn bends(lane: Lane, length: f64) -> Vec<f64> {
    if lane.count <= 1 {
        let other = [BEND, -BEND, 0.12, -0.12, 0.19, -0.19, 0.27, -0.27];
        return other.to_vec();
    }
    // The middle of a curve lies half as far aside as its control point.
    let between = (LANE / length).clamp(BEND, 0.4);
    let middle = (real(lane.count) - 1.0) / 2.0;
    let usual = (real(lane.index.min(lane.count - 1)) - middle) * between;
    [0.0, 0.1, -0.1, 0.2, -0.2]
        .iter()
        .map(|more| usual + more)
        .collect()
}

/// Makes the curve whose middle lies `bend` of its length aside, clipped at both rims.
fn curve(from: (Point, f64), to: (Point, f64), bend: f64) -> Curve {
    let along = to.0 - from.0;
    let forward = along.x > 0.0 || (along.x >= 0.0 && along.y >= 0.0);
    let side = if forward { bend } else { -bend };
    let middle = from.0.towards(to.0, 0.5);
    let whole = Curve {
        start: from.0,
        control: middle - along.turned() * (2.0 * side),
        end: to.0,
    };
    let room = along.length();
    let (first, second) = if from.1 + to.1 < room * 0.98 {
        (from.1, to.1)
    } else {
        // Discs that touch or overlap still show a short line between their middles.
        let share = room * 0.4 / (from.1 + to.1).max(1e-9);
        (from.1 * share, to.1 * share)
    };
    let leave = whole.rim(whole.start, first, (0.0, 0.5));
    let enter = whole.rim(whole.end, second, (1.0, 0.5));
    whole.part(leave, enter)
}

fn own_loop(disc: (Point, f64), lane: Lane) -> Curve {
    let (centre, radius) = disc;
    let rise = radius * 2.6 + 30.0 + 14.0 * real(lane.index.min(20));
    Curve {
        start: centre + Point::new(-radius * 0.6, -radius * 0.8),
        control: centre + Point::new(0.0, -rise),
        end: centre + Point::new(radius * 0.6, -radius * 0.8),
    }
}

impl Curve {
    /// Gives the point at part `t` of the curve, from 0 to 1.
    pub fn at(&self, t: f64) -> Point {
        let first = self.start.towards(self.control, t);
        first.towards(self.control.towards(self.end, t), t)
    }

    /// Gives the direction in which the curve runs at part `t`, of length 1.
    pub fn tangent(&self, t: f64) -> Point {
        let way = (self.control - self.start) * (1.0 - t) + (self.end - self.control) * t;
        if way.length() > 1e-9 {
            way.direction()
        } else {
            (self.end - self.start).direction()
        }
    }

    /// Gives the curve as `n_pieces` straight pieces.
    pub fn polyline(&self, n_pieces: u32) -> Vec<Point> {
        let n = n_pieces.clamp(1, 10_000);
        (0..=n)
            .map(|i| self.at(f64::from(i) / f64::from(n)))
            .collect()
    }

    /// Gives the length of the curve.
    pub fn length(&self) -> f64 {
        let points = self.polyline(SAMPLES);
        points
            .windows(2)
            .map(|pair| pair[0].distance(pair[1]))
            .sum()
    }

    /// Gives a zigzag along the curve; it starts and ends on the curve itself.
    ///
    /// A conflict is drawn with amplitude 6 and period 18.
    pub fn zigzag(&self, amplitude: f64, period: f64) -> Vec<Point> {
        let period = if period.is_finite() {
            period.max(2.0)
        } else {
            18.0
        };
        let n_turns = whole(self.length() / period * 2.0).clamp(2, 4_000);
        let mut points = vec![self.start];
        for turn in 1..n_turns {
            let t = self.t_at(real(turn) / real(n_turns));
            let aside = if turn % 2 == 1 { amplitude } else { -amplitude };
            points.push(self.at(t) + self.tangent(t).turned() * aside);
        }
        points.push(self.end);
        points
    }

    /// Gives the part of the curve that lies between two values of `t`.
    #[must_use]
    pub fn part(&self, from: f64, to: f64) -> Self {
        // The blossom of the curve at `from` and `to` is the control point between them.
        let first = self.start.towards(self.control, from);
        let second = self.control.towards(self.end, from);
        Self {
            start: self.at(from),
            control: first.towards(second, to),
            end: self.at(to),
        }
    }

    /// A quadratic curve this flat is walked almost evenly; the table corrects the rest.
    fn t_at(&self, share: f64) -> f64 {
        let points = self.polyline(SAMPLES);
        let wanted = self.length() * share;
        let mut so_far = 0.0;
        for (index, pair) in points.windows(2).enumerate() {
            let piece = pair[0].distance(pair[1]);
            if so_far + piece >= wanted && piece > 0.0 {
                let within = (wanted - so_far) / piece;
                return (real(index) + within) / f64::from(SAMPLES);
            }
            so_far += piece;
        }
        1.0
    }

    /// Finds where the curve passes a rim, between one end and the middle.
    fn rim(&self, centre: Point, radius: f64, between: (f64, f64)) -> f64 {
        let (mut inside, mut outside) = between;
        if radius <= 0.0 {
            // Nothing lies in a disc without size.
            return (0..24).fold(outside, |outside, _| f64::midpoint(inside, outside));
        }
        if self.at(outside).distance(centre) < radius {
            return inside;
        }
        for _ in 0..24 {
            let t = f64::midpoint(inside, outside);
            if self.at(t).distance(centre) < radius {
                inside = t;
            } else {
                outside = t;
            }
        }
        outside
    }
}

/// Counts how many discs a curve runs through, its own ends apart.
pub fn discs_crossed(curve: &Curve, ends: [Point; 2], discs: &[(Point, f64)]) -> usize {
    let points = curve.polyline(SAMPLES);
    let through = |&&(centre, radius): &&(Point, f64)| {
        ends.iter().all(|end| end.distance(centre) >= 0.5)
            && points.windows(2).any(|pair| {
                let near = segment_distance(centre, pair[0], pair[1]);
                near < radius
            })
    };
    discs.iter().filter(through).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FROM: (Point, f64) = (Point::new(0.0, 0.0), 20.0);
    const TO: (Point, f64) = (Point::new(300.0, 0.0), 30.0);

    fn empty() -> Surroundings {
        Surroundings::new(&[], &[])
    }

    #[test]
    fn a_relation_starts_and_ends_on_the_rims_and_bends_by_six_hundredths() {
        let curve = route(FROM, TO, Lane::ONLY, &empty());
        assert!((curve.start.distance(FROM.0) - 20.0).abs() < 1e-3);
        assert!((curve.end.distance(TO.0) - 30.0).abs() < 1e-3);
        let aside = curve.at(0.5).y.abs();
        assert!((aside - 18.0).abs() < 1.0, "{aside}");
    }

    #[test]
    fn a_relation_bends_away_from_a_disc_on_its_way() {
        for y in [-20.0, -8.0, 0.0, 8.0, 20.0] {
            let third = (Point::new(150.0, y), 20.0);
            let surroundings = Surroundings::new(&[FROM, TO, third], &[]);
            let curve = route(FROM, TO, Lane::ONLY, &surroundings);
            assert_eq!(discs_crossed(&curve, [FROM.0, TO.0], &[third]), 0, "{y}");
        }
    }

    #[test]
    fn parallel_relations_keep_apart_whichever_way_they_run() {
        for count in 2..5 {
            let middle = |index: usize| {
                let lane = Lane { index, count };
                let (a, b) = if index.is_multiple_of(2) {
                    (FROM, TO)
                } else {
                    (TO, FROM)
                };
                route(a, b, lane, &empty()).at(0.5)
            };
            for one in 0..count {
                for other in 0..one {
                    assert!(middle(one).distance(middle(other)) > 12.0);
                }
            }
        }
    }

    #[test]
    fn a_zigzag_starts_and_ends_on_its_curve_and_swings_about_it() {
        let curve = route(FROM, TO, Lane::ONLY, &empty());
        let zigzag = curve.zigzag(6.0, 18.0);
        assert_eq!(zigzag.first(), Some(&curve.start));
        assert_eq!(zigzag.last(), Some(&curve.end));
        let fine = curve.polyline(400);
        for point in &zigzag[1..zigzag.len() - 1] {
            let off = fine.iter().map(|p| p.distance(*point));
            let off = off.fold(f64::INFINITY, f64::min);
            assert!((off - 6.0).abs() < 0.5, "{off}");
        }
        let n_turns = real(zigzag.len() - 1);
        assert!((curve.length() / n_turns * 2.0 - 18.0).abs() < 2.0);
    }

    #[test]
    fn discs_that_touch_coincide_or_are_no_numbers_still_give_a_curve() {
        let near = (Point::new(10.0, 0.0), 30.0);
        let odd = (Point::new(f64::NAN, 0.0), f64::NAN);
        for to in [near, FROM, odd] {
            let curve = route(FROM, to, Lane::ONLY, &empty());
            let points = curve.zigzag(6.0, 0.0);
            assert!(points.iter().all(|p| p.is_finite()));
            assert!(curve.length() > 0.0);
        }
    }

    #[test]
    fn the_tangent_follows_the_curve() {
        let curve = route(FROM, TO, Lane::ONLY, &empty());
        let step = (curve.at(0.31) - curve.at(0.29)).direction();
        assert!(step.distance(curve.tangent(0.3)) < 0.01);
    }
}
