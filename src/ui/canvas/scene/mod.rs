//! What stands on the map and where: actors, ties, rings, names and texts, without colours and without a camera.
//!
//! A [`Scene`] is made from the map by what may be seen of it ([`Looks`]); what may not be seen is not in it. It is
//! kept until the map, what is shown or the step of the text size changes.

mod actors;
mod concave;
pub(crate) mod naming;
mod rings;
mod ties;
mod touched;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use eframe::egui::{Pos2, Rect, Vec2};

pub(crate) use actors::numbered;
pub(crate) use naming::NUMBER_RADIUS;
pub(crate) use touched::Touched;

use super::figure::Figure;
use super::looking::{Mark, Paint};
use super::looks::Looks;
use crate::model::{ActorId, Arena, Content, Mode, TextId};
use crate::placement::route::Lane;
use crate::session::Item;
use crate::session::arrange::Arranged;

/// What the outline of an actor tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outline {
    /// Only the arena: no position is shown.
    Arena,
    /// In favour, 1 to 3.
    For(u8),
    /// Has objections, 1 to 3.
    Against(u8),
    /// Neither.
    Neutral,
    /// Nobody asked.
    NotAsked,
}

/// How the official in focus and those beside stand out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Like all others.
    Plain,
    /// The hoofdpersoon.
    Focal,
    /// One of the kopgroep.
    Vanguard,
}

/// An actor as it is drawn.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts of an actor, each drawn in its own way"
)]
pub(crate) struct ActorDrawn {
    /// Who.
    pub(crate) id: ActorId,
    /// Its arena, where it was asked.
    pub(crate) arena: Option<Arena>,
    /// Its shape.
    pub(crate) figure: Figure,
    /// What its outline tells.
    pub(crate) outline: Outline,
    /// Whether it is uncertain or people differ.
    pub(crate) doubt: bool,
    /// How it stands out.
    pub(crate) standing: Standing,
    /// Whether it is not at the table yet.
    pub(crate) candidate: bool,
    /// The name as it is broken over lines; empty where no names are shown.
    pub(crate) name: String,
    /// Whether it stands in the shape.
    pub(crate) name_inside: bool,
    /// How much its name matters when there is no room for all.
    pub(crate) priority: i32,
    /// What is written in it, and its fill, where it is painted by something.
    pub(crate) mark: Option<Mark>,
    /// Whether it stands for several.
    pub(crate) folded: bool,
    /// Whether the field breaks without it, where that is shown.
    pub(crate) weak: bool,
}

/// A line between two actors: a relation, a leg of a bridge, or the tie that a role towards one actor makes.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "five independent facts of a line, each drawn in its own way"
)]
pub(crate) struct Strand {
    /// What a click on it selects.
    pub(crate) item: Item,
    /// Both ends.
    pub(crate) ends: [ActorId; 2],
    /// Its middle line, from rim to rim.
    pub(crate) line: Vec<Pos2>,
    /// The line as it is drawn: the same, or a zigzag.
    pub(crate) drawn: Vec<Pos2>,
    /// Which of the lines between both ends it is.
    pub(crate) lane: Lane,
    /// Its start, what pulls it aside, and its end.
    pub(crate) curve: [Pos2; 3],
    /// The rectangle that holds it.
    pub(crate) bounds: Rect,
    /// How wide, at 100 %.
    pub(crate) width: f32,
    /// Whether it is informal.
    pub(crate) dashed: bool,
    /// Whether it is a conflict.
    pub(crate) conflict: bool,
    /// Whether it points at its end.
    pub(crate) arrow: bool,
    /// The role it stands for.
    pub(crate) mode: Option<Mode>,
    /// The number of its bridge, and where that stands.
    pub(crate) number: Option<(usize, Pos2)>,
    /// Whether the role is for later.
    pub(crate) later: bool,
    /// Whether the field breaks without it, where that is shown.
    pub(crate) weak: bool,
}

/// What fills a ring.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Filling {
    /// The ring is round on all sides: all within it.
    Whole,
    /// The ring bends inwards: discs round the members and bands between them.
    Parts {
        /// Discs with their radius.
        blobs: Vec<(Pos2, f32)>,
        /// The middles of bands.
        bands: Vec<[Pos2; 2]>,
        /// Half the width of bands.
        half_width: f32,
    },
}

/// A ring round some actors: a role towards them, or just a group.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Ring {
    /// What a click on its name selects; nothing for a circle that was found.
    pub(crate) item: Option<Item>,
    /// The role; nothing for a group without one.
    pub(crate) mode: Option<Mode>,
    /// Whether the role is for later.
    pub(crate) later: bool,
    /// The ring, closed.
    pub(crate) outline: Vec<Pos2>,
    /// What fills it.
    pub(crate) filling: Filling,
    /// Its name with who agreed.
    pub(crate) name: String,
    /// Where the name stands.
    pub(crate) name_rect: Option<Rect>,
}

/// The name of an actor beside its shape.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Label {
    /// Whose name.
    pub(crate) actor: ActorId,
    /// Where it stands.
    pub(crate) rect: Rect,
    /// The line to its actor when it stands away from it.
    pub(crate) leader: Option<[Pos2; 2]>,
}

/// A free text on the map.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TextDrawn {
    /// Which.
    pub(crate) id: TextId,
    /// Its words, or a word that says it is private.
    pub(crate) words: String,
    /// Whether it is folded because it is private.
    pub(crate) folded: bool,
    /// Where it stands.
    pub(crate) rect: Rect,
    /// Where its arrow points.
    pub(crate) arrow: Option<Pos2>,
    /// How far before that the arrow ends.
    pub(crate) short: f32,
}

/// Everything that is drawn of a map.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Scene {
    /// The actors, by identity.
    pub(crate) actors: Vec<ActorDrawn>,
    /// The lines between them, from back to front.
    pub(crate) strands: Vec<Strand>,
    /// The rings, the widest first.
    pub(crate) rings: Vec<Ring>,
    /// The names beside the shapes.
    pub(crate) labels: Vec<Label>,
    /// The free texts.
    pub(crate) texts: Vec<TextDrawn>,
    /// The names that numbers in the shapes stand for, where names have no room.
    pub(crate) listing: Vec<String>,
    /// The size of letters, in the units of the map.
    pub(crate) font: f32,
    /// Whether size means power and people differ in it.
    pub(crate) sized: bool,
    /// How many names found no room, or only far away; in a view also those that are cut short.
    pub(crate) homeless: usize,
    /// What actors are painted by, where it is not as usual.
    pub(crate) paint: Option<Arc<Paint>>,
    index: BTreeMap<ActorId, usize>,
    /// The lines that carry a number.
    numbered: Vec<usize>,
}

/// Which names are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Naming {
    /// All, with a leader line where there is no room.
    All,
    /// All that find room nearby.
    Roomy,
    /// Only so many of those that matter most.
    Most(usize),
}

/// Where names stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spots {
    /// Beside shapes, and in the pills of who has no arena.
    BesideAndInPills,
    /// Beside all shapes; pills are small.
    Beside,
    /// In a list; the shapes hold numbers.
    List,
}

/// A view that is not the network, as names and lines need to know it.
#[derive(Debug, Clone)]
pub(crate) struct Laid<'a> {
    /// Where everybody stands.
    pub(crate) arranged: &'a Arranged,
    /// Whose relations are seen.
    pub(crate) ties: Option<&'a BTreeSet<ActorId>>,
    /// What names keep off.
    pub(crate) boxes: Vec<Rect>,
    /// How many letters stand on a line of a name.
    pub(crate) letters: usize,
}

/// What a scene is made from.
#[derive(Clone, Copy)]
pub(crate) struct Plan<'a> {
    /// The map.
    pub(crate) now: &'a Content,
    /// Where everybody stands.
    pub(crate) places: &'a BTreeMap<ActorId, Pos2>,
    /// What may be seen.
    pub(crate) looks: &'a Looks,
    /// The size of letters, in the units of the map.
    pub(crate) font: f32,
    /// The radius of every actor where size means nothing; from the scores where this is not set.
    pub(crate) radius: Option<f32>,
    /// Which names are shown.
    pub(crate) naming: Naming,
    /// Where names stand.
    pub(crate) spots: Spots,
    /// The view in which they stand, where it is not the network.
    pub(crate) laid: Option<&'a Laid<'a>>,
    /// What names must stay within.
    pub(crate) within: Option<Rect>,
    /// Where names are placed; everywhere where this is not set.
    pub(crate) window: Option<Rect>,
    /// Gives the size of words at the size of letters.
    pub(crate) measure: &'a dyn Fn(&str) -> Vec2,
}

/// Above this many actors lines no longer go round what stands in their way.
const DETOURS: usize = 150;

impl Scene {
    /// Makes the scene of a map.
    pub(crate) fn new(plan: &Plan<'_>) -> Self {
        let actors = actors::drawn(plan);
        let index = actors
            .iter()
            .enumerate()
            .map(|(index, actor)| (actor.id, index))
            .collect();
        let mut scene = Self {
            sized: sized(&actors) && plan.radius.is_none() && plan.looks.power_as_size(),
            listing: actors::listing(plan),
            actors,
            index,
            font: plan.font,
            paint: plan.looks.paint.clone(),
            ..Self::default()
        };
        scene.strands = ties::drawn(plan, &scene);
        ties::spread_numbers(
            &mut scene.strands,
            2.2 * NUMBER_RADIUS * plan.font / crate::ui::theme::LABEL,
        );
        let strands = scene.strands.iter().enumerate();
        let numbered = strands.filter(|(_, strand)| strand.number.is_some());
        scene.numbered = numbered.map(|(index, _)| index).collect();
        scene.texts = naming::texts(plan, &scene);
        scene.rings = rings::drawn(plan, &scene);
        let (labels, homeless) = naming::labels(plan, &scene);
        scene.labels = labels;
        scene.homeless = homeless;
        scene
    }

    /// Makes the scene for another size of letters, with shapes and lines as they stand.
    ///
    /// Only right where no shape follows the size of its name.
    pub(crate) fn renamed(mut self, plan: &Plan<'_>) -> Self {
        self.font = plan.font;
        self.texts = naming::texts(plan, &self);
        self.rings = rings::drawn(plan, &self);
        let (labels, homeless) = naming::labels(plan, &self);
        self.labels = labels;
        self.homeless = homeless;
        self
    }

    /// Finds an actor.
    pub(crate) fn actor(&self, id: ActorId) -> Option<&ActorDrawn> {
        self.actors.get(*self.index.get(&id)?)
    }

    /// Gives the lines that carry a number.
    pub(crate) fn numbered(&self) -> impl Iterator<Item = &Strand> {
        let numbered = self.numbered.iter();
        numbered.filter_map(|index| self.strands.get(*index))
    }

    /// Gives the middles of all actors.
    pub(crate) fn centres(&self) -> Vec<Pos2> {
        let actors = self.actors.iter();
        actors.map(|actor| actor.figure.centre).collect()
    }

    /// Gives the rectangle that holds all that does not make way: shapes, rings and free texts; nothing when there is
    /// nothing.
    pub(crate) fn solid(&self) -> Option<Rect> {
        let actors = self
            .actors
            .iter()
            .map(|actor| actor.figure.bounds(actor.halo()));
        let rings = self
            .rings
            .iter()
            .map(|ring| Rect::from_points(&ring.outline).expand(3.0));
        let texts = self.texts.iter().map(|text| text.rect);
        actors
            .chain(rings)
            .chain(texts)
            .filter(Rect::is_finite)
            .reduce(Rect::union)
    }

    /// Counts the names that stand badly: away from their actor, or of a ring and not wholly within a frame.
    pub(crate) fn trouble(&self, frame: Rect) -> usize {
        let names = self.rings.iter().filter_map(|ring| ring.name_rect);
        self.homeless + names.filter(|name| !frame.contains_rect(*name)).count()
    }

    /// Gives the rectangle that holds everything, or nothing when there is nothing.
    #[cfg(test)]
    pub(crate) fn bounds(&self) -> Option<Rect> {
        let labels = self.labels.iter().map(|label| label.rect);
        let names = self.rings.iter().filter_map(|ring| ring.name_rect);
        self.solid()
            .into_iter()
            .chain(labels)
            .chain(names)
            .filter(Rect::is_finite)
            .reduce(Rect::union)
    }

    /// Gives how much the names are bigger than usual, in the units of the map.
    pub(crate) fn text_scale(&self) -> f32 {
        self.font / crate::ui::theme::LABEL
    }

    /// Gives where the discs with the numbers of bridges stand.
    fn numbers(&self) -> impl Iterator<Item = Rect> {
        let side = 2.0 * NUMBER_RADIUS * self.text_scale();
        self.numbered()
            .filter_map(|strand| strand.number)
            .map(move |(_, at)| Rect::from_center_size(at, Vec2::splat(side)))
    }

    /// Says whether there are so many actors that lines are drawn straight on.
    pub(crate) fn crowded(&self) -> bool {
        self.actors.len() > DETOURS
    }
}

impl ActorDrawn {
    /// Gives how far rings round the shape reach beyond it.
    pub(crate) fn halo(&self) -> f32 {
        match self.standing {
            Standing::Focal => 8.0,
            Standing::Vanguard => 6.0,
            Standing::Plain => 2.0,
        }
    }
}

fn sized(actors: &[ActorDrawn]) -> bool {
    let mut radii = actors.iter().map(|actor| actor.figure.radius);
    radii
        .next()
        .is_some_and(|first| radii.any(|radius| (radius - first).abs() > 0.1))
}
