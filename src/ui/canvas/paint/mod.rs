//! Paints a scene through a camera, in the colours of a theme.
//!
//! Everything but words becomes shapes that the window keeps as one mesh; words are laid out anew in every frame,
//! since egui may move letters to another place in its texture.

mod actor;
mod coarse;
mod line;
mod words;

use eframe::egui::{
    Color32, Mesh, Pos2, Rect, Shape, Stroke,
    epaint::{TessellationOptions, Tessellator},
};

pub(crate) use actor::{Emphasis, emphasis, filled, shape_alone, swatch};
pub(crate) use coarse::dot;
pub(crate) use line::double_line;
pub(crate) use words::{item_at, layout, words};

use super::camera::Camera;
use super::scene::{Scene, Strand};
use crate::model::ActorId;
use crate::session::{Item, Selection};
use crate::ui::theme::Theme;
use std::collections::BTreeSet;
use std::ops::Range;

/// How much is left of a colour that steps back.
const FADED: f32 = 0.28;

/// What is painted with: colours, the eye, and what stands out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Brush<'a> {
    /// The colours.
    pub(crate) theme: &'a Theme,
    /// The eye.
    pub(crate) camera: &'a Camera,
    /// What is selected.
    pub(crate) selection: &'a Selection,
    /// Who is lit up; all others step back.
    pub(crate) lit: &'a BTreeSet<ActorId>,
    /// What a filter or focus lets stand out; all others step back.
    pub(crate) clear: Option<&'a BTreeSet<Item>>,
    /// By how much lines are wider than usual.
    pub(crate) pen: f32,
    /// What is seen of the screen.
    pub(crate) seen: Rect,
    /// Whether there is so much that what nobody can tell apart is drawn coarsely.
    pub(crate) crowded: bool,
}

impl Brush<'_> {
    /// Gives where a point of the map is on the screen.
    pub(crate) fn at(&self, map_pos: Pos2) -> Pos2 {
        self.camera.screen_from_map(map_pos)
    }

    /// Gives how long a length of the map is on the screen.
    pub(crate) fn length(&self, map: f32) -> f32 {
        map * self.camera.zoom()
    }

    /// Says whether something of a rectangle of the map can be seen.
    pub(crate) fn sees(&self, map: Rect) -> bool {
        self.camera
            .screen_rect(map)
            .expand(24.0)
            .intersects(self.seen)
    }

    /// Says whether nothing of a rectangle of the map lies outside what is seen.
    pub(crate) fn sees_all(&self, map: Rect) -> bool {
        self.seen.contains_rect(self.camera.screen_rect(map))
    }

    /// Makes an outline or line.
    pub(crate) fn stroke(&self, width: f32, colour: Color32) -> Stroke {
        Stroke::new((width * self.pen).max(0.75), colour)
    }

    /// Lets a colour step back where others are lit up.
    pub(crate) fn colour(&self, colour: Color32, lit: bool) -> Color32 {
        if lit || (self.lit.is_empty() && self.clear.is_none()) {
            colour
        } else {
            self.lighter(colour, FADED)
        }
    }

    /// Mixes a colour into that of the map.
    pub(crate) fn lighter(&self, colour: Color32, part: f32) -> Color32 {
        self.theme.canvas.lerp_to_gamma(colour, part)
    }

    /// Says whether an actor is lit up.
    pub(crate) fn glows(&self, actor: ActorId) -> bool {
        self.lit.contains(&actor)
    }

    /// Says whether an actor keeps its colours while others step back.
    pub(crate) fn is_lit(&self, actor: ActorId) -> bool {
        if self.lit.is_empty() {
            let clear = |clear: &BTreeSet<Item>| clear.contains(&Item::Actor(actor));
            self.clear.is_some_and(clear)
        } else {
            self.lit.contains(&actor)
        }
    }

    /// Says whether a line keeps its colours while others step back.
    pub(crate) fn is_line_lit(&self, strand: &Strand) -> bool {
        let by_itself = match (strand.item, self.clear) {
            (Item::Relation(_), Some(clear)) if self.lit.is_empty() => clear.contains(&strand.item),
            _ => true,
        };
        by_itself && strand.ends.iter().all(|end| self.is_lit(*end))
    }

    /// Says whether something is selected.
    pub(crate) fn is_selected(&self, item: Item) -> bool {
        self.selection.contains(item)
    }
}

/// Gives the shapes of everything but words, from back to front.
pub(crate) fn shapes(scene: &Scene, brush: &Brush<'_>) -> Vec<Shape> {
    let mut out = solid(scene, brush);
    out.extend(over(scene, brush));
    out
}

/// Gives the shapes that stay as they are when letters grow: rings, lines and actors.
fn solid(scene: &Scene, brush: &Brush<'_>) -> Vec<Shape> {
    let mut out = Vec::new();
    line::rings(scene, brush, &mut out);
    line::strands(scene, brush, &mut out);
    line::arrows_of_texts(scene, brush, &mut out);
    actor::actors(scene, brush, &mut out);
    out
}

/// Gives the shapes that belong to words and stand over the others.
pub(crate) fn over(scene: &Scene, brush: &Brush<'_>) -> Vec<Shape> {
    let mut out = Vec::new();
    line::leaders(scene, brush, &mut out);
    line::numbers(scene, brush, &mut out);
    out
}

/// Some of the shapes of a map: what the window makes and keeps by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// All of them, where they are few.
    Whole,
    /// What lies under the lines.
    Rings,
    /// Lines by their number.
    Strands(Range<usize>),
    /// The arrows of free texts.
    Texts,
    /// Actors by their number.
    Actors(Range<usize>),
}

/// How many lines and actors make a piece.
const STRANDS: usize = 256;
const ACTORS: usize = 128;

/// Gives the pieces of a scene from back to front.
pub(crate) fn pieces(scene: &Scene, crowded: bool) -> Vec<Piece> {
    if !crowded {
        return vec![Piece::Whole];
    }
    let parts = |all: usize, most: usize| {
        let starts = (0..all).step_by(most);
        starts.map(move |from| from..all.min(from + most))
    };
    std::iter::once(Piece::Rings)
        .chain(parts(scene.strands.len(), STRANDS).map(Piece::Strands))
        .chain(std::iter::once(Piece::Texts))
        .chain(parts(scene.actors.len(), ACTORS).map(Piece::Actors))
        .collect()
}

/// Makes the mesh of a piece; says as well whether it holds all of the piece, or only what is seen of it.
pub(crate) fn mesh(
    piece: &Piece,
    scene: &Scene,
    brush: &Brush<'_>,
    pixels_per_point: f32,
) -> (Mesh, bool) {
    let mut maker = MeshMaker::new(brush, pixels_per_point);
    let pixel = 1.0 / pixels_per_point;
    let mut all = false;
    match piece {
        Piece::Whole => maker.add(solid(scene, brush)),
        Piece::Rings => {
            let mut shapes = Vec::new();
            line::rings(scene, brush, &mut shapes);
            maker.add(shapes);
        }
        Piece::Texts => {
            let mut shapes = Vec::new();
            line::arrows_of_texts(scene, brush, &mut shapes);
            maker.add(shapes);
        }
        Piece::Strands(range) => {
            let strands = scene.strands.get(range.clone()).unwrap_or_default();
            all = strands.iter().all(|it| brush.sees_all(it.bounds));
            let mut path = Vec::new();
            for strand in strands.iter().filter(|it| brush.sees(it.bounds)) {
                if !coarse::line(strand, brush, (&mut maker.mesh, &mut path), pixel) {
                    let mut shapes = Vec::new();
                    line::one(strand, brush, &mut shapes);
                    maker.add(shapes);
                }
            }
        }
        Piece::Actors(range) => {
            let actors = scene.actors.get(range.clone()).unwrap_or_default();
            all = actors.iter().all(|it| actor::is_seen_whole(it, brush));
            for actor in actors.iter().filter(|it| actor::is_seen(it, brush)) {
                if !coarse::actor(actor, brush, &mut maker.mesh, pixel) {
                    let mut shapes = Vec::new();
                    actor::one(actor, brush, &mut shapes);
                    maker.add(shapes);
                }
            }
        }
    }
    (maker.mesh, all)
}

/// Turns shapes into one mesh.
struct MeshMaker {
    tessellator: Tessellator,
    mesh: Mesh,
}

impl MeshMaker {
    fn new(brush: &Brush<'_>, pixels_per_point: f32) -> Self {
        let options = TessellationOptions {
            prerasterized_discs: false,
            ..TessellationOptions::default()
        };
        let mut tessellator = Tessellator::new(pixels_per_point, options, [1, 1], Vec::new());
        tessellator.set_clip_rect(brush.seen);
        Self {
            tessellator,
            mesh: Mesh::default(),
        }
    }

    fn add(&mut self, shapes: impl IntoIterator<Item = Shape>) {
        for shape in shapes {
            self.tessellator.tessellate_shape(shape, &mut self.mesh);
        }
    }
}
