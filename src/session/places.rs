//! Where actors stand on the network while nobody put them somewhere by hand.

use std::collections::BTreeMap;

use crate::edit::{Edit, EditError};
use crate::model::{Actor, ActorId, Document, Place};
use crate::placement::{self, Arranging, Link, Network, Node, Point};

/// The seed of every automatic placing: the same map gives the same picture.
const SEED: u64 = 1;
/// How wide a letter of a label is at 14 points, semibold, on the average.
const LETTER: f64 = 7.8;
/// How high a line of a label is.
const LINE: f64 = 18.0;
/// How many letters stand on a line of a label before it is broken.
const LINE_LETTERS: usize = 18;
/// The width and height that a map has in a window of modest size, beside its panels.
const WINDOW: (f64, f64) = (780.0, 560.0);
/// What names at the edge and one newcomer add to the width and height of a map.
const EDGE: (f64, f64) = (240.0, 120.0);
/// The width by the height of the frame that a placing fills.
const ASPECT: f64 = 1.4;

/// How many pairs a tidying looks at before it asks whether to go on.
const PAIRS: usize = 100_000;

/// The automatic places of the actors that have none of their own.
#[derive(Debug, Default)]
pub struct Automatic(BTreeMap<ActorId, Place>);

impl Automatic {
    /// Places the actors of a map that was opened; takes up to a second for the largest.
    pub fn of(document: &Document) -> Self {
        if document
            .now
            .actors
            .iter()
            .all(|actor| actor.place.is_some())
        {
            return Self::default();
        }
        Self(arranged(document, |actor| actor.place))
    }

    pub(super) fn get(&self, actor: ActorId) -> Option<Place> {
        self.0.get(&actor).copied()
    }

    /// Keeps what it has and places whoever came without a place, such as by undo.
    pub(super) fn following(mut self, document: &Document) -> Self {
        let homeless = |actor: &Actor| actor.place.is_none() && !self.0.contains_key(&actor.id);
        if document.now.actors.iter().any(homeless) {
            let places = arranged(document, |actor| actor.place.or_else(|| self.get(actor.id)));
            self.0.extend(places);
        }
        self
    }

    /// Adds to an edit the places that go with it: a free one for every new actor, and where the network changes, the
    /// present one for everybody placed automatically. Gives as well the map with both.
    pub(super) fn with_places(
        &self,
        before: &Document,
        edit: Edit,
    ) -> Result<(Edit, Document), EditError> {
        let after = before.apply(&edit)?;
        if matches!(edit, Edit::Place(_)) {
            return Ok((edit, after));
        }
        let added: Vec<ActorId> = after
            .now
            .actors
            .iter()
            .filter(|actor| actor.place.is_none() && !before.now.actors.contains(actor.id))
            .map(|actor| actor.id)
            .collect();
        let known = |actor: &Actor| actor.place.or_else(|| self.get(actor.id));
        let mut places: Vec<(ActorId, Option<Place>)> = Vec::new();
        if !added.is_empty() || network_differs(before, &after) {
            let automatic = after
                .now
                .actors
                .iter()
                .filter(|actor| actor.place.is_none());
            places
                .extend(automatic.filter_map(|actor| Some((actor.id, Some(self.get(actor.id)?)))));
        }
        if before.now.actors.is_empty() || added.len() > before.now.actors.len() {
            let arranged = arranged(&after, known);
            places.extend(
                added
                    .iter()
                    .map(|actor| (*actor, arranged.get(actor).copied())),
            );
        } else {
            places.extend(free_places(&after, &added, known));
        }
        if places.is_empty() {
            return Ok((edit, after));
        }
        let places = Edit::Place(places);
        let after = after.apply(&places)?;
        Ok((Edit::Many(vec![edit, places]), after))
    }
}

/// Says whether automatic placing would see another network.
fn network_differs(before: &Document, after: &Document) -> bool {
    let (old, new) = (&before.now, &after.now);
    old.focal != new.focal
        || old.relations.len() != new.relations.len()
        || old.actors.len() != new.actors.len()
        || old
            .actors
            .iter()
            .zip(new.actors.iter())
            .any(|(one, other)| {
                one.id != other.id
                    || one.label() != other.label()
                    || one.arena != other.arena
                    || one.power != other.power
            })
        || old
            .relations
            .iter()
            .zip(new.relations.iter())
            .any(|(one, other)| (one.from, one.to) != (other.from, other.to))
}

/// Gives the middle of the map.
pub(super) fn origin() -> Place {
    Place::default()
}

/// Gives the radius of an actor in map units, equal where power is not asked or does not count.
pub fn radius_of(actor: &Actor) -> f64 {
    15.0 + 5.5 * actor.power.number().unwrap_or(3.0)
}

/// Guesses the width and height of the label of an actor in map units.
pub fn label_size(label: &str) -> (f64, f64) {
    let letters = label.chars().count();
    let lines = letters.div_ceil(LINE_LETTERS).clamp(1, 3);
    (
        to_f64(letters.clamp(1, LINE_LETTERS)) * LETTER,
        to_f64(lines) * LINE,
    )
}

fn to_f64(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

/// Gives the network of a map as placing sees it, its actors in the order of their identities.
pub fn network_of(document: &Document, place: impl Fn(&Actor) -> Option<Place>) -> Network {
    let now = &document.now;
    let index: BTreeMap<ActorId, usize> = now
        .actors
        .ids()
        .enumerate()
        .map(|(index, id)| (id, index))
        .collect();
    let nodes = now.actors.iter().map(|actor| Node {
        radius: radius_of(actor),
        label: label_size(actor.label()),
        inside: now.arena_of(actor).is_none(),
        place: place(actor).map(point),
        gather: now.arena_of(actor).map(|arena| arena as u32),
    });
    let links = now.relations.iter().filter_map(|relation| {
        Some(Link {
            a: *index.get(&relation.from)?,
            b: *index.get(&relation.to)?,
            length: 1.0,
        })
    });
    Network {
        nodes: nodes.collect(),
        links: links.collect(),
        focal: now.focal.and_then(|focal| index.get(&focal).copied()),
        aspect: ASPECT,
    }
}

fn point(place: Place) -> Point {
    Point {
        x: place.x(),
        y: place.y(),
    }
}

fn place(point: Point) -> Place {
    Place::new(point.x, point.y).unwrap_or_else(origin)
}

/// Places everybody; who has a place keeps it.
fn arranged(
    document: &Document,
    known: impl Fn(&Actor) -> Option<Place>,
) -> BTreeMap<ActorId, Place> {
    let network = network_of(document, known);
    let points = placement::arrange(&network, SEED);
    document
        .now
        .actors
        .ids()
        .zip(points.into_iter().map(place))
        .collect()
}

/// How much larger than on paper a name is among these places, when all of them are to be seen in one window.
///
/// Names stay readable when a wide map is drawn small; whoever is added must keep clear of them as they are seen.
fn shrinking(places: impl Iterator<Item = Place>) -> f64 {
    let (mut least, mut most) = ((f64::MAX, f64::MAX), (f64::MIN, f64::MIN));
    for place in places {
        least = (least.0.min(place.x()), least.1.min(place.y()));
        most = (most.0.max(place.x()), most.1.max(place.y()));
    }
    ((most.0 - least.0 + EDGE.0) / WINDOW.0)
        .max((most.1 - least.1 + EDGE.1) / WINDOW.1)
        .clamp(1.0, 2.5)
}

/// Gives each of the added actors the best free place, one after the other.
fn free_places(
    document: &Document,
    added: &[ActorId],
    known: impl Fn(&Actor) -> Option<Place>,
) -> Vec<(ActorId, Option<Place>)> {
    let mut network = network_of(document, &known);
    let wider = shrinking(document.now.actors.iter().filter_map(&known));
    for node in &mut network.nodes {
        node.radius *= wider;
        let room = if node.inside {
            placement::PILL
        } else {
            (0.0, 0.0)
        };
        let grown = |size: f64, room: f64| (size + 2.0 * room) * wider - 2.0 * room;
        node.label = (grown(node.label.0, room.0), grown(node.label.1, room.1));
    }
    // A place that is no number keeps whoever waits for its turn out of the reckoning.
    let nowhere = Point {
        x: f64::NAN,
        y: f64::NAN,
    };
    let mut points: Vec<Point> = document
        .now
        .actors
        .iter()
        .map(|actor| known(actor).map_or(nowhere, point))
        .collect();
    let mut found = Vec::new();
    for (index, actor) in document
        .now
        .actors
        .ids()
        .enumerate()
        .filter(|(_, actor)| added.contains(actor))
    {
        let free = placement::free_place(&network, &points, index);
        if let Some(slot) = points.get_mut(index) {
            *slot = free;
        }
        found.push((actor, Some(place(free))));
    }
    found
}

/// A tidying that is under way, apart from its map: everybody but some gets a new automatic place.
#[derive(Debug)]
pub struct Tidying {
    actors: Vec<ActorId>,
    arranging: Arranging,
}

impl Tidying {
    pub(super) fn new(document: &Document, keep: &[ActorId]) -> Self {
        let kept = |actor: &Actor| actor.place.filter(|_| keep.contains(&actor.id));
        Self {
            actors: document.now.actors.ids().collect(),
            arranging: Arranging::new(&network_of(document, kept), SEED),
        }
    }

    /// Does a piece of the work; says whether it is done.
    pub fn step(&mut self) -> bool {
        self.arranging.step(PAIRS)
    }

    /// Gives the edit that puts everybody where they stand now.
    pub fn edit(&self) -> Edit {
        let places = self.arranging.places().into_iter().map(place);
        let actors = self.actors.iter().copied();
        Edit::Place(actors.zip(places.map(Some)).collect())
    }
}
