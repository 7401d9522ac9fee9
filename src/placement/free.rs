//! A place for one new actor, while everybody else stays.

use crate::placement::block::cover;
use crate::placement::geometry::{Point, Rect, segments_cross};
use crate::placement::graph::sane_length;
use crate::placement::grid::Grid;
use crate::placement::number::real;
use crate::placement::polish::DIRECTIONS;
use crate::placement::{IDEAL_LENGTH, Network};

/// The price of a relation through an actor or name, and of two relations that cross.
const THROUGH: f64 = 0.8;
const CROSSING: f64 = 0.2;

/// Finds the best free place for the node at `index`, and moves nothing else.
///
/// It lies near the nodes it is linked to; without links beside the members of its arena;
/// without those beside the map. It covers no other node or label. What `places` holds at
/// `index`, if anything, plays no part, nor do nodes whose place is no number.
pub fn free_place(network: &Network, places: &[Point], index: usize) -> Point {
    if index >= network.nodes.len() {
        return Point::default();
    }
    let scene = Scene::new(network, places, index);
    if scene.others.is_empty() {
        return Point::default();
    }
    if scene.near.is_empty() {
        let arena: Vec<Point> = scene.of_arena(network, index);
        if arena.is_empty() {
            return scene.beside();
        }
        let middle = arena.iter().fold(Point::default(), |sum, &p| sum + p);
        let hubs = [middle * (1.0 / real(arena.len()))];
        return scene.around(&hubs, 0.0);
    }
    let middle = scene.near.iter().fold(Point::default(), |sum, n| sum + n.0);
    let mut hubs = vec![middle * (1.0 / real(scene.near.len()))];
    hubs.extend(scene.near.iter().take(3).map(|near| near.0));
    let reach = if scene.near.len() == 1 { 0.7 } else { 0.0 };
    scene.around(&hubs, reach * scene.unit)
}

/// Everything the new node has to reckon with.
struct Scene {
    cover: Rect,
    aspect: f64,
    unit: f64,
    /// The covers of the other nodes, and whether anything is linked to them.
    others: Vec<(Rect, Membership)>,
    places: Vec<Point>,
    indices: Vec<usize>,
    /// The nodes it is linked to: place, own index, wanted length.
    near: Vec<(Point, usize, f64)>,
    /// The relations among the others.
    lines: Vec<(Point, Point)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Membership {
    Linked,
    Single,
}

impl Scene {
    fn new(network: &Network, places: &[Point], index: usize) -> Self {
        let n = network.nodes.len();
        let at = |i: usize| {
            let known = places
                .get(i)
                .filter(|p| i < n && i != index && p.is_finite());
            known.map(|p| p.sane())
        };
        let mut near: Vec<(Point, usize, f64)> = Vec::new();
        let mut lines = Vec::new();
        let mut linked = vec![Membership::Single; n];
        let mut lengths = Vec::new();
        for link in &network.links {
            let wanted = sane_length(link.length);
            match (at(link.a), at(link.b)) {
                (Some(a), Some(b)) if link.a != link.b => {
                    lines.push((a, b));
                    lengths.push(a.distance(b) / wanted);
                    linked[link.a] = Membership::Linked;
                    linked[link.b] = Membership::Linked;
                }
                (Some(a), None) if link.b == index => near.push((a, link.a, wanted)),
                (None, Some(b)) if link.a == index => near.push((b, link.b, wanted)),
                (Some(_) | None, Some(_) | None) => {}
            }
        }
        near.sort_by(|p, q| p.1.cmp(&q.1).then(p.2.total_cmp(&q.2)));
        near.dedup_by_key(|p| p.1);
        let middle = lengths.len() / 2;
        let typical = (!lengths.is_empty())
            .then(|| *lengths.select_nth_unstable_by(middle, f64::total_cmp).1);
        let indices: Vec<usize> = (0..n).filter(|&i| at(i).is_some()).collect();
        let others = indices
            .iter()
            .filter_map(|&i| Some((cover(network, i).shifted(at(i)?), linked[i])));
        Self {
            cover: cover(network, index),
            aspect: network.frame(),
            unit: typical.unwrap_or(IDEAL_LENGTH).clamp(120.0, 260.0),
            others: others.collect(),
            places: indices.iter().filter_map(|&i| at(i)).collect(),
            indices,
            near,
            lines,
        }
    }

    fn of_arena(&self, network: &Network, index: usize) -> Vec<Point> {
        let arena = network.nodes[index].gather;
        let members = self.indices.iter().zip(&self.places);
        members
            .filter(|&(&i, _)| arena.is_some() && network.nodes[i].gather == arena)
            .map(|(_, &place)| place)
            .collect()
    }

    fn is_free(&self, at: Point) -> bool {
        let rect = self.cover.shifted(at);
        self.others.iter().all(|other| !other.0.overlaps(&rect))
    }

    /// Looks in widening rings around the hubs, and a while further once a place was found.
    fn around(&self, hubs: &[Point], from: f64) -> Point {
        let stride = self.unit * 0.3;
        let mut best: Option<(f64, Point)> = None;
        let mut rings_left = 6;
        for ring in 0..2_000_u32 {
            let reach = from + stride * f64::from(ring);
            for &hub in hubs {
                for direction in DIRECTIONS {
                    let place = hub + direction * reach;
                    if self.is_free(place) {
                        let cost = self.cost(place) + 1e-3 * reach / self.unit;
                        if best.is_none_or(|b| cost < b.0) {
                            best = Some((cost, place));
                        }
                    }
                }
            }
            if best.is_some() {
                rings_left -= 1;
                if rings_left == 0 {
                    break;
                }
            }
        }
        best.map_or_else(|| self.beside(), |b| b.1)
    }

    /// Prices a free place: odd lengths of its relations, and lines that run through something.
    fn cost(&self, at: Point) -> f64 {
        let own = self.cover.shifted(at);
        let mut cost = 0.0;
        for &(end, node, wanted) in &self.near {
            let odd = at.distance(end) / self.unit - wanted;
            cost += odd * odd;
            let through =
                |&(other, rect): &(&usize, Rect)| *other != node && rect.clip(at, end).is_some();
            let rects = self.others.iter().map(|other| other.0);
            let hits = self.indices.iter().zip(rects).filter(through).count();
            let crossed = |line: &&(Point, Point)| segments_cross(at, end, line.0, line.1);
            let crossings = self.lines.iter().filter(crossed).count();
            cost += THROUGH * real(hits) + CROSSING * real(crossings);
        }
        let lies_on = |line: &&(Point, Point)| own.clip(line.0, line.1).is_some();
        cost += THROUGH * real(self.lines.iter().filter(lies_on).count());
        if self.near.is_empty() {
            let wide = own.expand(self.unit * 0.2);
            let crowd = self.others.iter().filter(|o| o.0.overlaps(&wide)).count();
            cost += 0.05 * real(crowd);
        }
        cost
    }

    /// Finds a place next to the map, in rows with others that have no relations either.
    fn beside(&self) -> Point {
        let covers: Vec<Rect> = self.others.iter().map(|other| other.0).collect();
        let grid = Grid::over(&covers);
        let is_free = |rect: &Rect| !grid.any(rect, |other| covers[other].overlaps(rect));
        let all = Rect::of_all(covers.iter().copied()).unwrap_or_default();
        let linked = self.others.iter().filter(|o| o.1 == Membership::Linked);
        let core = Rect::of_all(linked.map(|o| o.0));
        let own = self.cover;
        let edges = core.unwrap_or(all);
        let mut spots = Vec::new();
        for rect in covers.iter().chain([&edges]) {
            spots.push(Point::new(rect.max.x, rect.min.y) - own.min);
            spots.push(Point::new(rect.min.x, rect.max.y) - own.min);
        }
        spots.push(Point::new(all.min.x, all.max.y) - own.min);
        spots.push(Point::new(all.max.x, all.min.y) - own.min);
        let outside = |rect: &Rect| core.is_none_or(|core| !core.overlaps(rect));
        let mut best = (f64::INFINITY, Point::new(all.min.x, all.max.y) - own.min);
        for spot in spots {
            let rect = own.shifted(spot);
            let grown = all.union(&rect);
            let size = (grown.width() / self.aspect).max(grown.height());
            let reading = 1e-3 * (spot.y - all.min.y) + 1e-4 * (spot.x - all.min.x);
            // Whether it is free takes longest to see, so that only a better spot is asked.
            if size + reading < best.0 && outside(&rect) && is_free(&rect) {
                best = (size + reading, spot);
            }
        }
        best.1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::placement::{Link, Node};

    #[test]
    fn a_node_whose_place_is_no_number_takes_no_room_and_draws_nobody() {
        let node = Node {
            radius: 20.0,
            label: (90.0, 18.0),
            ..Node::default()
        };
        let network = Network {
            nodes: vec![node; 3],
            links: vec![Link::new(0, 2), Link::new(1, 2)],
            focal: None,
            aspect: 1.4,
        };
        let far = Point::new(5_000.0, 5_000.0);
        let places = [far, Point::new(f64::NAN, f64::NAN)];
        let place = free_place(&network, &places, 2);
        assert!(place.distance(far) < 400.0);
        let nobody = [Point::new(f64::NAN, 0.0); 2];
        assert_eq!(free_place(&network, &nobody, 2), Point::default());
    }
}
