//! One part of the network that is laid out by itself and then packed beside the others.

use crate::placement::geometry::{Point, Rect};
use crate::placement::graph::sane_length;
use crate::placement::number::real;
use crate::placement::overlap::{Crowd, free_of_overlap};
use crate::placement::polish::polish;
use crate::placement::{CLEARANCE, IDEAL_LENGTH, Network};

/// The most that a part is made wider or flatter to fill the frame.
const MOST_STRETCH: f64 = 1.7;

/// With a smaller share of the surface than this for the covers, a part is shrunk, this far.
const LEAST_SHARE: f64 = 0.3;
const MOST_SHRUNK: f64 = 0.85;

/// Nodes with their covers and the links among them, numbered anew.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    /// The numbers of the nodes in the network.
    pub(crate) members: Vec<usize>,
    /// The room of each node around its place, with half the clearance on each side.
    pub(crate) covers: Vec<Rect>,
    /// Who may move.
    pub(crate) moves: Vec<bool>,
    /// The links, with the distance they want in units.
    pub(crate) links: Vec<(usize, usize, f64)>,
}

impl Block {
    pub(crate) fn new(network: &Network, members: Vec<usize>) -> Self {
        let mut local = vec![usize::MAX; network.nodes.len()];
        for (index, &member) in members.iter().enumerate() {
            local[member] = index;
        }
        let at = |node: usize| local.get(node).copied().filter(|&i| i != usize::MAX);
        let links = network
            .links
            .iter()
            .filter(|link| link.a != link.b)
            .filter_map(|link| Some((at(link.a)?, at(link.b)?, sane_length(link.length))))
            .collect();
        Self {
            covers: members.iter().map(|&i| cover(network, i)).collect(),
            moves: members
                .iter()
                .map(|&i| network.fixed(i).is_none())
                .collect(),
            links,
            members,
        }
    }

    /// Gives for each node the links that end there.
    pub(crate) fn ends_by_node(&self) -> Vec<Vec<usize>> {
        let mut ends = vec![Vec::new(); self.members.len()];
        for (index, link) in self.links.iter().enumerate() {
            ends[link.0].push(index);
            ends[link.1].push(index);
        }
        ends
    }

    /// Gives the rectangle that holds all covers.
    pub(crate) fn bounds(&self, places: &[Point]) -> Rect {
        let covers = self.covers.iter().zip(places);
        Rect::of_all(covers.map(|(cover, &place)| cover.shifted(place))).unwrap_or_default()
    }

    /// Turns, stretches and grows a block in which nobody was placed by hand.
    pub(crate) fn fit(&self, aspect: f64, turn: Turn, places: &mut [Point]) {
        if places.len() >= 2 {
            if turn == Turn::Allowed {
                turn_to_fit(aspect, places);
            }
            stretch(aspect, places);
            self.grow(places);
        }
    }

    /// Frees the nodes of each other, and where it can of relations that run through them.
    pub(crate) fn free(&self, places: &mut [Point]) {
        let crowd = Crowd {
            covers: &self.covers,
            moves: &self.moves,
        };
        free_of_overlap(crowd, places);
        polish(self, self.typical_length(places), places);
    }

    fn typical_length(&self, places: &[Point]) -> f64 {
        let mut lengths: Vec<f64> = self
            .links
            .iter()
            .map(|&(a, b, wanted)| places[a].distance(places[b]) / wanted)
            .collect();
        lengths.sort_by(f64::total_cmp);
        let middle = lengths.get(lengths.len() / 2).copied();
        middle.unwrap_or(IDEAL_LENGTH).clamp(60.0, 2_000.0)
    }

    /// Grows the whole until the covers can have their share of its surface, or shrinks it
    /// a little when there is far more room than they need.
    fn grow(&self, places: &mut [Point]) {
        let needed: f64 = self.covers.iter().map(|c| c.width() * c.height()).sum();
        let bounds = self.bounds(places);
        let share = needed / (bounds.width() * bounds.height()).max(1.0);
        let most = if places.len() > 100 { 0.33 } else { 0.42 };
        let factor = if share < LEAST_SHARE {
            (share / LEAST_SHARE).sqrt().max(MOST_SHRUNK)
        } else {
            (share / most).sqrt().clamp(1.0, 50.0)
        };
        for place in places {
            *place = *place * factor;
        }
    }
}

/// Whether a layout may be turned to fit its frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    /// Nobody knows the layout yet.
    Allowed,
    /// People know where things are.
    Kept,
}

/// Gives the cover of a node around its place with half the clearance on each side.
pub(crate) fn cover(network: &Network, node: usize) -> Rect {
    network.nodes[node]
        .cover(Point::default())
        .expand(CLEARANCE / 2.0)
}

fn extent(places: &[Point]) -> Point {
    let all = Rect::of_all(places.iter().map(|&p| Rect::new(p, p))).unwrap_or_default();
    Point::new(all.width(), all.height())
}

/// Tries twelve angles over half a turn and keeps the one that fills the frame best.
fn turn_to_fit(aspect: f64, places: &mut [Point]) {
    // The cosine and sine of fifteen degrees.
    let turn = Point::new(0.965_925_826_289_068_3, 0.258_819_045_102_520_76);
    let mut turned = places.to_vec();
    let mut best = f64::INFINITY;
    for _ in 0..12 {
        let size = extent(&turned);
        let needed = (size.x / aspect).max(size.y);
        if needed < best * 0.999 {
            best = needed;
            places.copy_from_slice(&turned);
        }
        for place in &mut turned {
            *place = Point::new(
                place.x * turn.x - place.y * turn.y,
                place.x * turn.y + place.y * turn.x,
            );
        }
    }
}

fn stretch(aspect: f64, places: &mut [Point]) {
    let size = extent(places);
    let ratio = aspect * size.y.max(1.0) / size.x.max(1.0);
    let by = ratio.clamp(1.0 / MOST_STRETCH, MOST_STRETCH).sqrt();
    for place in places.iter_mut() {
        *place = Point::new(place.x * by, place.y / by);
    }
    let middle = places.iter().fold(Point::default(), |sum, &p| sum + p);
    let middle = middle * (1.0 / real(places.len().max(1)));
    for place in places.iter_mut() {
        *place = *place - middle;
    }
}
