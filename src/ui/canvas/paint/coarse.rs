//! What is drawn by the thousand: plain lines, small shapes and dots, written straight into the mesh.
//!
//! Edges fade over one pixel, as those of all other shapes do.

use std::f32::consts::{PI, TAU};

use eframe::egui::{Color32, Mesh, Pos2, Rect, Stroke, Vec2, epaint::Vertex, epaint::WHITE_UV};

use super::Brush;
use super::actor::{self, DOT};
use super::line;
use crate::ui::canvas::figure::{Figure, Form};
use crate::ui::canvas::scene::{ActorDrawn, Strand};
use crate::ui::canvas::units::real;

/// A shape larger than this on the screen is drawn as on a map of few.
const SMALL: f32 = 10.0;
/// The outline of a shape smaller than this is drawn whole: its dashes would hide what it is.
const BROKEN: f32 = 7.0;
/// The corners of a dot, and of a small disc.
const DOT_SIDES: usize = 6;
const DISC_SIDES: usize = 14;
/// How much further out than its sides the corners of a square without its points go when it grows.
const CUT_OUT: f32 = 1.1;
/// How far the edge of a dot fades inwards and outwards.
const FADE: f32 = 0.5;
/// A line wider than this has an inside.
const THIN: f32 = 1.4;

/// Draws a line that has nothing but a colour; says whether it was that plain.
pub(super) fn line(
    strand: &Strand,
    brush: &Brush<'_>,
    (mesh, path): (&mut Mesh, &mut Vec<Pos2>),
    pixel: f32,
) -> bool {
    if !line::is_plain(strand, brush) {
        return false;
    }
    let pen = Pen::new(line::plain(strand, brush, path), pixel);
    let seen = brush.seen.expand(pen.half);
    let mut before = None;
    for (index, at) in path.iter().enumerate() {
        let from = path.get(index.saturating_sub(1)).unwrap_or(at);
        let to = path.get(index + 1).unwrap_or(at);
        // Of a line that runs through what is seen, only the pieces there count.
        let on = seen.intersects(Rect::from_two_pos(*at, *to));
        if !on && before.is_none() {
            continue;
        }
        let first = pen.cross(mesh, *at, (*to - *from).normalized().rot90());
        if let Some(before) = before {
            pen.join(mesh, before, first);
        }
        before = on.then_some(first);
    }
    true
}

/// A stroke, cut across: it fades to both sides.
struct Pen {
    half: f32,
    /// Half the width of what does not fade, where there is any.
    inner: Option<f32>,
    colour: Color32,
}

impl Pen {
    fn new(stroke: Stroke, pixel: f32) -> Self {
        let width = stroke.width;
        let thick = width > THIN;
        Self {
            half: if thick {
                f32::midpoint(width, pixel)
            } else {
                width.max(pixel)
            },
            inner: thick.then_some((width - pixel) / 2.0),
            colour: if width < pixel {
                stroke.color.gamma_multiply(width / pixel)
            } else {
                stroke.color
            },
        }
    }

    /// Makes the corners at a point; gives the number of the first.
    fn cross(&self, mesh: &mut Mesh, at: Pos2, side: Vec2) -> u32 {
        let first = corner_count(mesh);
        corner(mesh, at - side * self.half, Color32::TRANSPARENT);
        if let Some(inner) = self.inner {
            corner(mesh, at - side * inner, self.colour);
            corner(mesh, at + side * inner, self.colour);
        } else {
            corner(mesh, at, self.colour);
        }
        corner(mesh, at + side * self.half, Color32::TRANSPARENT);
        first
    }

    /// Fills between the corners at two points.
    fn join(&self, mesh: &mut Mesh, before: u32, after: u32) {
        let n_bands = if self.inner.is_some() { 3 } else { 2 };
        for across in 0..n_bands {
            let (one, other) = (before + across, after + across);
            mesh.indices
                .extend([one, one + 1, other, other, one + 1, other + 1]);
        }
    }
}

/// Draws an actor that is small on the screen and tells nothing but its arena and position; says whether it was that.
pub(super) fn actor(actor: &ActorDrawn, brush: &Brush<'_>, mesh: &mut Mesh, pixel: f32) -> bool {
    let radius = brush.length(actor.figure.radius);
    if radius >= SMALL || !actor::is_plain(actor, brush) {
        return false;
    }
    if radius < DOT {
        let (centre, size, colour) = actor::dot(actor, brush);
        dot(mesh, centre, size, colour);
        return true;
    }
    let (fill, stroke, dashes) = actor::look(actor, brush);
    let figure = actor::seen(&actor.figure, brush);
    let (middle, spokes) = spokes(&figure);
    let half = stroke.width / 2.0;
    let inner = (half - pixel / 2.0).max(0.0);
    if let Some(dashes) = dashes.filter(|_| radius >= BROKEN) {
        let edge = pixel / 2.0;
        let bands = [(-edge, fill), (edge, Color32::TRANSPARENT)];
        star(mesh, middle, &spokes, &bands);
        let corners: Vec<Pos2> = spokes.iter().map(|spoke| spoke.at(middle, 0.0)).collect();
        broken(mesh, &corners, stroke, (dashes, brush.pen, pixel));
    } else {
        let bands = [
            (-half - pixel / 2.0, fill),
            (-inner, stroke.color),
            (inner, stroke.color),
            (half + pixel / 2.0, Color32::TRANSPARENT),
        ];
        star(mesh, middle, &spokes, &bands);
    }
    true
}

/// Draws a small disc.
pub(crate) fn dot(mesh: &mut Mesh, centre: Pos2, radius: f32, colour: Color32) {
    let bands = [(-FADE, colour), (FADE, Color32::TRANSPARENT)];
    star(mesh, centre, &regular(DOT_SIDES, 0.0, radius), &bands);
}

/// A corner of a small shape, seen from its middle.
#[derive(Debug, Clone, Copy)]
struct Spoke {
    way: Vec2,
    length: f32,
    /// How much further out the corner goes than the sides when the shape grows.
    out: f32,
}

impl Spoke {
    fn at(&self, middle: Pos2, grow: f32) -> Pos2 {
        middle + self.way * (self.length + grow * self.out).max(0.0)
    }
}

/// Gives the middle and the corners of a shape; round corners become two.
fn spokes(figure: &Figure) -> (Pos2, Vec<Spoke>) {
    if figure.form == Form::Circle {
        return (figure.centre, regular(DISC_SIDES, 0.0, figure.radius));
    }
    if let Some((sides, size, turn, down)) = figure.form.polygon() {
        let middle = figure.centre + Vec2::new(0.0, figure.radius * down);
        return (middle, regular(sides, turn, figure.radius * size));
    }
    let (half, round) = figure.rounded(0.0).unwrap_or_default();
    let cut = (round * 0.6).min(half.x).min(half.y);
    let quarter = [
        Vec2::new(half.x, half.y - cut),
        Vec2::new(half.x - cut, half.y),
    ];
    let turned = |sign: Vec2, order: [usize; 2]| order.map(|index| quarter[index] * sign);
    let corners = [
        turned(Vec2::new(1.0, 1.0), [0, 1]),
        turned(Vec2::new(-1.0, 1.0), [1, 0]),
        turned(Vec2::new(-1.0, -1.0), [0, 1]),
        turned(Vec2::new(1.0, -1.0), [1, 0]),
    ];
    let spoke = |corner: Vec2| Spoke {
        way: corner.normalized(),
        length: corner.length(),
        out: CUT_OUT,
    };
    let spokes = corners.into_iter().flatten().map(spoke);
    (figure.centre, spokes.collect())
}

fn regular(sides: usize, turn: f32, length: f32) -> Vec<Spoke> {
    let out = 1.0 / (PI / real(sides)).cos();
    (0..sides)
        .map(|corner| Spoke {
            way: Vec2::angled(turn + TAU * real(corner) / real(sides)),
            length,
            out,
        })
        .collect()
}

/// Draws bands of colour round a middle, from the inside out; the innermost is filled.
fn star(mesh: &mut Mesh, middle: Pos2, spokes: &[Spoke], bands: &[(f32, Color32)]) {
    let first = corner_count(mesh);
    for (grow, colour) in bands {
        for spoke in spokes {
            corner(mesh, spoke.at(middle, *grow), *colour);
        }
    }
    let n = u32::try_from(spokes.len()).unwrap_or(0);
    for step in 2..n {
        mesh.indices.extend([first, first + step - 1, first + step]);
    }
    for band in 1..u32::try_from(bands.len()).unwrap_or(0) {
        let (inside, outside) = (first + (band - 1) * n, first + band * n);
        for step in 0..n {
            let next = (step + 1) % n;
            mesh.indices.extend([
                inside + step,
                outside + step,
                inside + next,
                inside + next,
                outside + step,
                outside + next,
            ]);
        }
    }
}

/// Draws a closed line in dashes, each a band that fades to both sides.
fn broken(
    mesh: &mut Mesh,
    corners: &[Pos2],
    stroke: Stroke,
    (dashes, pen, pixel): ((f32, f32), f32, f32),
) {
    let next = corners.iter().cycle().skip(1);
    let sides: Vec<(Pos2, Pos2)> = corners.iter().copied().zip(next.copied()).collect();
    let length: f32 = sides.iter().map(|(from, to)| from.distance(*to)).sum();
    let (dash, gap) = actor::whole_dashes(length, dashes, pen);
    if dash + gap <= 0.0 || !length.is_finite() {
        return;
    }
    let ink = Pen::new(stroke, pixel);
    // How far the dash that runs, or the gap after it, still goes.
    let (mut on, mut left) = (true, dash);
    for (from, to) in sides {
        let side = from.distance(to);
        let way = (to - from).normalized();
        let mut done = 0.0;
        while done < side {
            let piece = left.min(side - done);
            if on {
                let before = ink.cross(mesh, from + way * done, way.rot90());
                let after = ink.cross(mesh, from + way * (done + piece), way.rot90());
                ink.join(mesh, before, after);
            }
            done += piece;
            left -= piece;
            if left <= 1e-3 {
                on = !on;
                left = if on { dash } else { gap }.max(1e-2);
            }
        }
    }
}

fn corner_count(mesh: &Mesh) -> u32 {
    u32::try_from(mesh.vertices.len()).unwrap_or(u32::MAX)
}

fn corner(mesh: &mut Mesh, pos: Pos2, color: Color32) {
    mesh.vertices.push(Vertex {
        pos,
        uv: WHITE_UV,
        color,
    });
}
