//! The map as a graph of `egui_graphs`: its payloads are small copies, its indices are found by our identities.
//!
//! The graph is used for what is where and who is next to whom; painting and gestures are our own, since
//! `GraphView::show` asks for another frame without end.

use std::collections::BTreeMap;

use eframe::egui::{Pos2, Rect, Shape, Vec2};
use egui_graphs::{DisplayEdge, DisplayNode, DrawContext, EdgeProps, Graph, Node, NodeProps};
use petgraph::Directed;
use petgraph::stable_graph::{EdgeIndex, NodeIndex};

use super::figure::Figure;
use super::scene::{Scene, Touched};
use super::units::real;
use crate::model::ActorId;
use crate::session::Item;

/// An actor as the graph knows it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NodeMark {
    /// Who.
    pub(crate) actor: ActorId,
    /// What it looks like and where it stands.
    pub(crate) figure: Figure,
}

/// A line as the graph knows it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct EdgeMark {
    /// What a click on it selects.
    pub(crate) item: Item,
    curve: [Pos2; 3],
    bounds: Rect,
}

/// Knows whether a point lies in an actor; draws nothing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NodeShape(Figure);

/// Knows how far a point lies from a line; draws nothing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct EdgeShape(EdgeMark);

/// The graph of a map.
pub(crate) type MapGraph = Graph<NodeMark, EdgeMark, Directed, u32, NodeShape, EdgeShape>;

impl From<NodeProps<NodeMark>> for NodeShape {
    fn from(props: NodeProps<NodeMark>) -> Self {
        Self(props.payload.figure)
    }
}

impl DisplayNode<NodeMark, EdgeMark, Directed, u32> for NodeShape {
    fn closest_boundary_point(&self, dir: Vec2) -> Pos2 {
        self.0.centre + dir.normalized() * self.0.reach()
    }

    fn shapes(&mut self, _ctx: &DrawContext<'_>) -> Vec<Shape> {
        Vec::new()
    }

    fn update(&mut self, state: &NodeProps<NodeMark>) {
        self.0 = state.payload.figure;
    }

    fn is_inside(&self, pos: Pos2) -> bool {
        self.0.contains(pos, 0.0)
    }
}

impl From<EdgeProps<EdgeMark>> for EdgeShape {
    fn from(props: EdgeProps<EdgeMark>) -> Self {
        Self(props.payload)
    }
}

/// How near to a line counts as on it, in units of the map.
const ON_LINE: f32 = 6.0;
/// How far an outline may reach beyond the rectangle of its shape, to its radius.
const LEEWAY: f32 = 0.3;
/// In how many pieces a line is looked at.
const PIECES: usize = 12;

impl DisplayEdge<NodeMark, EdgeMark, Directed, u32, NodeShape> for EdgeShape {
    fn shapes(
        &mut self,
        _start: &Node<NodeMark, EdgeMark, Directed, u32, NodeShape>,
        _end: &Node<NodeMark, EdgeMark, Directed, u32, NodeShape>,
        _ctx: &DrawContext<'_>,
    ) -> Vec<Shape> {
        Vec::new()
    }

    fn update(&mut self, state: &EdgeProps<EdgeMark>) {
        self.0 = state.payload;
    }

    fn is_inside(
        &self,
        _start: &Node<NodeMark, EdgeMark, Directed, u32, NodeShape>,
        _end: &Node<NodeMark, EdgeMark, Directed, u32, NodeShape>,
        pos: Pos2,
    ) -> bool {
        self.0.distance(pos, ON_LINE).is_some()
    }
}

impl EdgeMark {
    /// Gives how far a point lies from the line, where it is nearer than `most`.
    fn distance(&self, at: Pos2, most: f32) -> Option<f32> {
        if !self.bounds.expand(most).contains(at) {
            return None;
        }
        let [start, control, end] = self.curve;
        let on_curve = |t: f32| start.lerp(control, t).lerp(control.lerp(end, t), t);
        let mut nearest = f32::INFINITY;
        let mut before = start;
        for piece in 1..=PIECES {
            let here = on_curve(real(piece) / real(PIECES));
            nearest = nearest.min(to_segment(at, before, here));
            before = here;
        }
        (nearest <= most).then_some(nearest)
    }
}

fn to_segment(at: Pos2, a: Pos2, b: Pos2) -> f32 {
    let along = b - a;
    let square = along.length_sq();
    let t = if square > 1e-9 {
        ((at - a).dot(along) / square).clamp(0.0, 1.0)
    } else {
        0.0
    };
    at.distance(a + along * t)
}

/// The graph of a map, and who is where in it.
#[derive(Default)]
pub(crate) struct Projection {
    graph: MapGraph,
    index: BTreeMap<ActorId, NodeIndex<u32>>,
    /// The room of every actor and of every line, close together: the pointer is compared with all of them.
    actors: Vec<(Rect, NodeIndex<u32>)>,
    lines: Vec<(Rect, EdgeIndex<u32>)>,
}

impl std::fmt::Debug for Projection {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            out,
            "Projection of {} actors and {} lines",
            self.graph.node_count(),
            self.graph.edge_count()
        )
    }
}

impl Projection {
    /// Makes the graph of a scene.
    pub(crate) fn new(scene: &Scene) -> Self {
        let mut projection = Self::default();
        for actor in &scene.actors {
            let mark = NodeMark {
                actor: actor.id,
                figure: actor.figure,
            };
            let index = projection
                .graph
                .add_node_custom(mark, |node| node.set_location(actor.figure.centre));
            projection.index.insert(actor.id, index);
            let room = actor.figure.bounds(actor.figure.radius * LEEWAY);
            projection.actors.push((room, index));
        }
        for strand in &scene.strands {
            let [from, to] = strand.ends;
            let ends = projection.index.get(&from).zip(projection.index.get(&to));
            if let Some((&from, &to)) = ends {
                let mark = EdgeMark {
                    item: strand.item,
                    curve: strand.curve,
                    bounds: strand.bounds,
                };
                let index = projection.graph.add_edge_custom(from, to, mark, |_| {});
                projection.lines.push((strand.bounds, index));
            }
        }
        projection
    }

    /// Takes over actors and lines that were made anew in a scene of the same actors and lines.
    pub(crate) fn touch(&mut self, scene: &Scene, touched: &Touched) {
        for number in &touched.actors {
            let (Some(actor), Some((room, index))) =
                (scene.actors.get(*number), self.actors.get_mut(*number))
            else {
                continue;
            };
            *room = actor.figure.bounds(actor.figure.radius * LEEWAY);
            if let Some(node) = self.graph.node_mut(*index) {
                node.payload_mut().figure = actor.figure;
                *node.display_mut() = NodeShape(actor.figure);
                node.set_location(actor.figure.centre);
            }
        }
        for number in &touched.strands {
            let (Some(strand), Some((room, index))) =
                (scene.strands.get(*number), self.lines.get_mut(*number))
            else {
                continue;
            };
            *room = strand.bounds;
            if let Some(edge) = self.graph.edge_mut(*index) {
                let mark = edge.payload_mut();
                mark.curve = strand.curve;
                mark.bounds = strand.bounds;
                *edge.display_mut() = EdgeShape(*edge.payload());
            }
        }
    }

    /// Finds the actor at a point of the map, the topmost first; `grow` is how far beyond its rim still counts.
    pub(crate) fn actor_at(&self, map_pos: Pos2, grow: f32) -> Option<NodeMark> {
        let near: Vec<NodeMark> = self
            .actors
            .iter()
            .filter(|(room, _)| room.expand(grow).contains(map_pos))
            .filter_map(|(_, index)| self.graph.node(*index))
            .map(|node| *node.payload())
            .collect();
        let within = |most: f32| {
            let mut topmost = near.iter().rev();
            topmost.find(|mark| mark.figure.contains(map_pos, most))
        };
        within(0.0).or_else(|| within(grow)).copied()
    }

    /// Finds the line nearest to a point of the map, not further than `most`.
    pub(crate) fn line_at(&self, map_pos: Pos2, most: f32) -> Option<Item> {
        let near = self
            .lines
            .iter()
            .filter(|(room, _)| room.expand(most).contains(map_pos))
            .filter_map(|(_, index)| self.graph.edge(*index))
            .map(egui_graphs::Edge::payload)
            .filter_map(|mark| Some((mark.distance(map_pos, most)?, mark.item)));
        near.min_by(|one, other| one.0.total_cmp(&other.0))
            .map(|(_, item)| item)
    }

    /// Gives who has a line to an actor.
    pub(crate) fn neighbours(&self, actor: ActorId) -> Vec<ActorId> {
        let Some(&index) = self.index.get(&actor) else {
            return Vec::new();
        };
        let near = self.graph.g().neighbors_undirected(index);
        let mut found: Vec<ActorId> = near.filter_map(|index| self.actor_of(index)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    fn actor_of(&self, index: NodeIndex<u32>) -> Option<ActorId> {
        self.graph.node(index).map(|node| node.payload().actor)
    }

    #[cfg(test)]
    pub(crate) fn keeps(&self, actor: ActorId) -> bool {
        self.index
            .get(&actor)
            .is_some_and(|index| self.actor_of(*index) == Some(actor))
    }

    #[cfg(test)]
    pub(crate) fn counts(&self) -> (usize, usize) {
        (self.graph.node_count(), self.graph.edge_count())
    }
}
