//! Soft outlines round a group of actors, and a free spot for the name of the group.

use crate::placement::geometry::{Point, Rect};
use crate::placement::number::real;
use crate::placement::polish::DIRECTIONS;

/// The room between an outline and its name.
const NAME_GAP: f64 = 8.0;

/// Draws a rounded convex outline round discs and boxes, with a margin.
///
/// The answer is a closed line without its first point repeated, clockwise on the screen, with
/// points at most some 6 degrees of arc apart; empty when there is nothing to go round.
pub fn hull(discs: &[(Point, f64)], boxes: &[Rect], margin: f64) -> Vec<Point> {
    let margin = if margin.is_finite() {
        margin.clamp(0.0, 1e4)
    } else {
        0.0
    };
    let circle = circle();
    let mut points = Vec::new();
    for &(centre, radius) in discs {
        let radius = if radius.is_finite() {
            radius.clamp(0.0, 1e4)
        } else {
            0.0
        };
        let rim = circle
            .iter()
            .map(|&d| centre.sane() + d * (radius + margin));
        points.extend(rim);
    }
    for rect in boxes {
        let (min, max) = (rect.min.sane(), rect.max.sane());
        for corner in [min, max, Point::new(min.x, max.y), Point::new(max.x, min.y)] {
            points.extend(circle.iter().map(|&d| corner + d * margin));
        }
    }
    convex(points)
}

/// Gives 64 directions, made from the sixteen by halving the angles between them.
fn circle() -> Vec<Point> {
    let mut directions = DIRECTIONS.to_vec();
    let upper = |d: &Point| d.y < 0.0 || (d.y <= 0.0 && d.x > 0.0);
    directions.sort_by(|p, q| {
        upper(q).cmp(&upper(p)).then_with(|| {
            let turn = p.turned().dot(*q);
            0.0_f64.total_cmp(&turn)
        })
    });
    for _ in 0..2 {
        let next = directions.iter().cycle().skip(1);
        let halves = directions
            .iter()
            .zip(next)
            .flat_map(|(&one, &two)| [one, (one + two).direction()])
            .collect();
        directions = halves;
    }
    directions
}

/// The convex hull of points by a monotone chain.
fn convex(mut points: Vec<Point>) -> Vec<Point> {
    points.sort_by(|p, q| p.x.total_cmp(&q.x).then(p.y.total_cmp(&q.y)));
    points.dedup_by(|p, q| p.distance(*q) < 1e-9);
    if points.len() < 3 {
        return points;
    }
    let chain = |points: &mut dyn Iterator<Item = Point>| {
        let mut chain: Vec<Point> = Vec::new();
        for point in points {
            while let [.., a, b] = chain[..] {
                if (b - a).turned().dot(point - b) > 1e-9 {
                    break;
                }
                chain.pop();
            }
            chain.push(point);
        }
        chain.pop();
        chain
    };
    let mut hull = chain(&mut points.iter().copied());
    hull.extend(chain(&mut points.iter().rev().copied()));
    hull
}

/// Finds the box for the name of an outline: outside it, free of the obstacles, within the bounds.
///
/// Below is tried first, then above and the sides, then further away; there is no answer when
/// there is no room within the bounds.
pub fn name_place(
    outline: &[Point],
    size: (f64, f64),
    obstacles: &[Rect],
    bounds: Option<Rect>,
) -> Option<Rect> {
    let all = Rect::of_all(outline.iter().map(|&p| Rect::new(p.sane(), p.sane())))?;
    let size = Point::new(size.0, size.1).sane();
    let (width, height) = (size.x.clamp(0.0, 1e4), size.y.clamp(0.0, 1e4));
    let fits = |rect: &Rect| {
        bounds.is_none_or(|bounds| bounds.encloses(rect))
            && !obstacles.iter().any(|other| other.overlaps(rect))
            && !crosses(outline, &rect.expand(NAME_GAP / 2.0))
    };
    for ring in 0..40_u32 {
        let away = NAME_GAP + f64::from(ring) * height.max(8.0) * 0.5;
        let below = all.max.y + away + height / 2.0;
        let above = all.min.y - away - height / 2.0;
        for level in [below, above] {
            for share in [0.5, 0.3, 0.7, 0.1, 0.9, 0.0, 1.0] {
                let x = all.min.x + all.width() * share;
                let snug = snug(
                    outline,
                    Point::new(x, level),
                    all.centre(),
                    away + height / 2.0,
                );
                for centre in [snug, Point::new(x, level)] {
                    let rect = Rect::around(centre, width, height);
                    if fits(&rect) {
                        return Some(rect);
                    }
                }
            }
        }
        let right = all.max.x + away + width / 2.0;
        let left = all.min.x - away - width / 2.0;
        for x in [right, left] {
            for part in 0..=4_u32 {
                let y = all.min.y + all.height() * real(part as usize) / 4.0;
                let rect = Rect::around(Point::new(x, y), width, height);
                if fits(&rect) {
                    return Some(rect);
                }
            }
        }
    }
    None
}

/// Moves a spot above or below an outline towards it, until it is `away` from the line there.
fn snug(outline: &[Point], spot: Point, centre: Point, away: f64) -> Point {
    let reach = outline
        .iter()
        .zip(outline.iter().cycle().skip(1))
        .filter(|(a, b)| a.x.min(b.x) <= spot.x && spot.x <= a.x.max(b.x))
        .map(|(a, b)| {
            let run = b.x - a.x;
            let t = if run.abs() > 1e-9 {
                (spot.x - a.x) / run
            } else {
                0.0
            };
            a.towards(*b, t).y
        })
        .filter(|&y| (y > centre.y) == (spot.y > centre.y));
    let y = if spot.y > centre.y {
        reach.reduce(f64::max).map_or(spot.y, |y| y + away)
    } else {
        reach.reduce(f64::min).map_or(spot.y, |y| y - away)
    };
    Point::new(spot.x, y)
}

fn crosses(outline: &[Point], rect: &Rect) -> bool {
    let next = outline.iter().cycle().skip(1);
    outline
        .iter()
        .zip(next)
        .any(|(&a, &b)| rect.clip(a, b).is_some())
        || inside(outline, rect.centre())
}

/// Tells whether a point lies inside a closed outline.
pub fn inside(outline: &[Point], point: Point) -> bool {
    let next = outline.iter().cycle().skip(1);
    let crossed = outline.iter().zip(next).filter(|(a, b)| {
        (a.y > point.y) != (b.y > point.y)
            && point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y)
    });
    crossed.count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    const DISCS: [(Point, f64); 3] = [
        (Point::new(0.0, 0.0), 20.0),
        (Point::new(200.0, 30.0), 30.0),
        (Point::new(80.0, 160.0), 25.0),
    ];

    #[test]
    fn an_outline_holds_every_disc_with_its_margin() {
        let outline = hull(&DISCS, &[], 15.0);
        for (centre, radius) in DISCS {
            let nearest = outline
                .iter()
                .zip(outline.iter().cycle().skip(1))
                .map(|(&a, &b)| crate::placement::geometry::segment_distance(centre, a, b))
                .fold(f64::INFINITY, f64::min);
            assert!(inside(&outline, centre));
            assert!((nearest - radius - 15.0).abs() < 0.5, "{nearest}");
        }
    }

    #[test]
    fn an_outline_is_convex_and_round() {
        let outline = hull(&DISCS, &[], 15.0);
        let n = outline.len();
        assert!(n > 40);
        for i in 0..n {
            let (a, b, c) = (outline[i], outline[(i + 1) % n], outline[(i + 2) % n]);
            let (one, two) = ((b - a).direction(), (c - b).direction());
            assert!(one.turned().dot(two) > -1e-9);
            assert!(one.dot(two) > 0.97, "a corner of more than 14 degrees");
        }
    }

    #[test]
    fn an_outline_holds_boxes_too_and_survives_odd_input() {
        let name = Rect::around(Point::new(0.0, 40.0), 120.0, 18.0);
        let outline = hull(&DISCS[..1], &[name], 4.0);
        assert!(inside(&outline, name.min) && inside(&outline, name.max));
        assert!(hull(&[], &[], 3.0).is_empty());
        let odd = hull(&[(Point::new(f64::NAN, 1.0), f64::NAN)], &[], f64::NAN);
        assert!(odd.iter().all(|p| p.is_finite()));
    }

    #[test]
    fn the_name_stands_free_of_the_outline_and_of_obstacles() {
        let outline = hull(&DISCS, &[], 15.0);
        let all = Rect::new(Point::new(-40.0, -40.0), Point::new(250.0, 205.0));
        let below = Rect::new(Point::new(-500.0, 150.0), Point::new(500.0, 400.0));
        for obstacles in [vec![], vec![below]] {
            let name = name_place(&outline, (120.0, 16.0), &obstacles, None).unwrap();
            assert!(!obstacles.iter().any(|o| o.overlaps(&name)));
            assert!(!outline.iter().any(|&p| name.contains(p)));
            assert!(!inside(&outline, name.centre()));
            assert!(all.nearest(name.centre()).distance(name.centre()) < 60.0);
        }
        assert_eq!(name_place(&outline, (120.0, 16.0), &[], Some(all)), None);
        assert_eq!(name_place(&[], (120.0, 16.0), &[], None), None);
    }
}
