//! Points, rectangles and segments on the map, y downwards.

use std::ops::{Add, Mul, Sub};

/// A place on the map, in map units.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

impl Point {
    /// Makes a point from its two coordinates.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// Gives the distance to another point.
    pub fn distance(self, other: Self) -> f64 {
        (other - self).length()
    }

    /// Gives the distance to the origin.
    pub fn length(self) -> f64 {
        self.dot(self).sqrt()
    }

    /// Gives the inner product with another vector.
    pub fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y
    }

    /// Gives the vector a quarter turn further, from right to down.
    #[must_use]
    pub fn turned(self) -> Self {
        Self::new(-self.y, self.x)
    }

    /// Gives the vector of length 1 in the same direction; to the right when there is no direction.
    #[must_use]
    pub fn direction(self) -> Self {
        let length = self.length();
        if length > 1e-12 && length.is_finite() {
            self * (1.0 / length)
        } else {
            Self::new(1.0, 0.0)
        }
    }

    /// Gives the point at part `t` of the way to another point.
    #[must_use]
    pub fn towards(self, other: Self, t: f64) -> Self {
        self + (other - self) * t
    }

    /// Tells whether both coordinates are ordinary numbers.
    pub fn is_finite(self) -> bool {
        self.x.is_finite() && self.y.is_finite()
    }

    /// Replaces what is no usable number by 0 and holds the rest within ten million units.
    pub(crate) fn sane(self) -> Self {
        let hold = |v: f64| {
            if v.is_finite() {
                v.clamp(-1e7, 1e7)
            } else {
                0.0
            }
        };
        Self::new(hold(self.x), hold(self.y))
    }
}

impl Add for Point {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }
}

impl Sub for Point {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y)
    }
}

impl Mul<f64> for Point {
    type Output = Self;
    fn mul(self, factor: f64) -> Self {
        Self::new(self.x * factor, self.y * factor)
    }
}

/// An upright rectangle on the map.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// The corner at the top left.
    pub min: Point,
    /// The corner at the bottom right.
    pub max: Point,
}

impl Rect {
    /// Makes a rectangle from its top left and bottom right corners.
    pub const fn new(min: Point, max: Point) -> Self {
        Self { min, max }
    }

    /// Makes a rectangle of a size around a point.
    pub fn around(centre: Point, width: f64, height: f64) -> Self {
        let half = Point::new(width / 2.0, height / 2.0);
        Self::new(centre - half, centre + half)
    }

    /// Gives the width.
    pub fn width(&self) -> f64 {
        self.max.x - self.min.x
    }

    /// Gives the height.
    pub fn height(&self) -> f64 {
        self.max.y - self.min.y
    }

    /// Gives the point in the middle.
    pub fn centre(&self) -> Point {
        self.min.towards(self.max, 0.5)
    }

    /// Tells whether two rectangles share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.min.x < other.max.x
            && other.min.x < self.max.x
            && self.min.y < other.max.y
            && other.min.y < self.max.y
    }

    /// Tells whether a point lies inside or on the edge.
    pub fn contains(&self, point: Point) -> bool {
        self.min.x <= point.x
            && point.x <= self.max.x
            && self.min.y <= point.y
            && point.y <= self.max.y
    }

    /// Tells whether another rectangle lies wholly inside.
    pub fn encloses(&self, other: &Self) -> bool {
        self.contains(other.min) && self.contains(other.max)
    }

    /// Gives the rectangle grown by a margin on all sides.
    #[must_use]
    pub fn expand(&self, margin: f64) -> Self {
        let by = Point::new(margin, margin);
        Self::new(self.min - by, self.max + by)
    }

    /// Gives the smallest rectangle that holds both.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self::new(
            Point::new(self.min.x.min(other.min.x), self.min.y.min(other.min.y)),
            Point::new(self.max.x.max(other.max.x), self.max.y.max(other.max.y)),
        )
    }

    /// Gives the rectangle moved by a vector.
    #[must_use]
    pub fn shifted(&self, by: Point) -> Self {
        Self::new(self.min + by, self.max + by)
    }

    /// Gives the point of the rectangle that is nearest to a point.
    pub fn nearest(&self, point: Point) -> Point {
        Point::new(
            point.x.max(self.min.x).min(self.max.x),
            point.y.max(self.min.y).min(self.max.y),
        )
    }

    /// Tells whether the rectangle comes within `radius` of a point.
    pub fn touches_disc(&self, centre: Point, radius: f64) -> bool {
        let gap = self.nearest(centre) - centre;
        gap.dot(gap) < radius * radius
    }

    /// Gives the part of a segment, from 0 to 1, that lies inside.
    pub fn clip(&self, a: Point, b: Point) -> Option<(f64, f64)> {
        let along = b - a;
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        let sides = [
            (-along.x, a.x - self.min.x),
            (along.x, self.max.x - a.x),
            (-along.y, a.y - self.min.y),
            (along.y, self.max.y - a.y),
        ];
        for (speed, room) in sides {
            if speed.abs() < 1e-12 {
                if room < 0.0 {
                    return None;
                }
            } else if speed < 0.0 {
                enter = enter.max(room / speed);
            } else {
                leave = leave.min(room / speed);
            }
        }
        (enter < leave).then_some((enter, leave))
    }

    /// Gives the smallest rectangle that holds all, or nothing when there are none.
    pub fn of_all(rects: impl IntoIterator<Item = Self>) -> Option<Self> {
        rects.into_iter().reduce(|all, one| all.union(&one))
    }
}

/// Gives the distance from a point to a segment.
pub(crate) fn segment_distance(point: Point, a: Point, b: Point) -> f64 {
    let along = b - a;
    let square = along.dot(along);
    let t = if square > 1e-12 {
        ((point - a).dot(along) / square).clamp(0.0, 1.0)
    } else {
        0.0
    };
    point.distance(a + along * t)
}

/// Tells whether two segments cross in a point inside both.
pub(crate) fn segments_cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    let side = |p: Point, q: Point, r: Point| (q - p).turned().dot(r - p);
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}
