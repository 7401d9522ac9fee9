//! Where things stand: pure geometry, without a clock, threads or chance from the system.
//!
//! [`arrange`] lays out a whole network by its graph distances (stochastic gradient descent on
//! stress, the best of some tries), packs its separate parts, and then frees actors and labels of each other.
//! [`Arranging`] does the same in steps, for a program that shows the work or stops it.
//! [`free_place`] finds a place for one new actor and moves nobody.
//! [`labels`] puts names on the map, [`route`] bends relations, [`hull`] draws round groups.
//!
//! One unit is one pixel at zoom 1 and 100 % text; y grows downwards.
//! The same input and seed give the same output, to the last bit.
//! What is out of reach (a relation to nobody, a coordinate that is no number) is left out.

mod arranging;
mod block;
mod descent;
mod free;
mod geometry;
mod graph;
mod grid;
pub mod hull;
pub mod labels;
mod measure;
mod number;
mod overlap;
mod pack;
mod polish;
mod random;
pub mod route;
mod terms;
#[cfg(test)]
mod tests;

pub use arranging::{Arranging, arrange, spread};
pub use free::free_place;
pub use geometry::{Point, Rect};
pub use measure::stress;

/// The length of a relation that leaves room for the names at both ends.
pub const IDEAL_LENGTH: f64 = 170.0;

/// The room between the rim of an actor and the name under it.
pub const LABEL_GAP: f64 = 4.0;

/// The room that is kept between an actor with its name and the next one.
pub const CLEARANCE: f64 = 12.0;

/// How far a pill reaches beyond its label, to each side and up and down.
pub const PILL: (f64, f64) = (14.0, 8.0);

/// One actor: a disc with a label under it, or a pill with a label inside.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Node {
    /// The radius of the disc.
    pub radius: f64,
    /// Width and height of the label.
    pub label: (f64, f64),
    /// Whether the label stands in the middle, in a pill of its size, instead of under the disc.
    pub inside: bool,
    /// The place where somebody put it; it stays exactly there.
    pub place: Option<Point>,
    /// The arena, whose members are gently gathered.
    pub gather: Option<u32>,
}

impl Node {
    /// Gives the rectangle that shape and label cover when the node stands at a place.
    pub fn cover(&self, at: Point) -> Rect {
        let size = |v: f64| {
            if v.is_finite() {
                v.clamp(0.0, 1e4)
            } else {
                0.0
            }
        };
        let radius = size(self.radius);
        let (width, height) = (size(self.label.0), size(self.label.1));
        if self.inside && width > 0.0 && height > 0.0 {
            let half = Point::new(width / 2.0 + PILL.0, height / 2.0 + PILL.1);
            return Rect::new(at - half, at + half);
        }
        let half = radius.max(width / 2.0);
        let below = if width > 0.0 && height > 0.0 {
            LABEL_GAP + height
        } else {
            0.0
        };
        Rect::new(
            at - Point::new(half, radius),
            at + Point::new(half, radius + below),
        )
    }
}

/// One relation between two nodes, by their index.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// One end.
    pub a: usize,
    /// The other end.
    pub b: usize,
    /// The desired length, as a factor: 1 is usual.
    pub length: f64,
}

impl Link {
    /// Makes a relation of the usual length.
    pub const fn new(a: usize, b: usize) -> Self {
        Self { a, b, length: 1.0 }
    }
}

/// What is laid out: nodes, links and the frame they should fill.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Network {
    /// The actors.
    pub nodes: Vec<Node>,
    /// The relations.
    pub links: Vec<Link>,
    /// The node that is placed first, with all it is connected to.
    pub focal: Option<usize>,
    /// Width by height of the frame; 1.4 when it is no usable number.
    pub aspect: f64,
}

impl Network {
    /// Gives the shape of the frame, held within what can be filled.
    pub(crate) fn frame(&self) -> f64 {
        if self.aspect.is_finite() && self.aspect > 0.0 {
            self.aspect.clamp(0.3, 4.0)
        } else {
            1.4
        }
    }

    /// Gives the place where a node was put by hand, when that is a usable place.
    pub(crate) fn fixed(&self, node: usize) -> Option<Point> {
        self.nodes
            .get(node)
            .and_then(|n| n.place)
            .filter(|place| place.is_finite())
    }
}
