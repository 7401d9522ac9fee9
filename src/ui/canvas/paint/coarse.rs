//! What is drawn by the thousand: plain lines, small shapes and dots, written straight into the mesh.
//!
//! Edges fade over one pixel, as those of all other shapes do.

use eframe::egui::{Color32, Mesh, Pos2, Rect, Vec2, epaint::Vertex, epaint::WHITE_UV};

use super::Brush;
use super::actor::{self, DOT};
use super::line;
use crate::ui::canvas::figure::{Figure, Form};
use crate::ui::canvas::scene::{ActorDrawn, Strand};
use crate::ui::canvas::units::real;

/// A shape larger than this on the screen is drawn as on a map of few.
const SMALL: f32 = 10.0;
/// The corners of a dot, and of a small disc.
const DOT_SIDES: usize = 6;
const DISC_SIDES: usize = 14;
/// How far the edge of a dot fades inwards and outwards.
const FADE: f32 = 0.5;
/// A line wider than this has an inside.
const THIN: f32 = 1.4;

/// Draws a line that has nothing but a colour; says whether it was that plain.
pub(super) fn line(strand: &Strand, brush: &Brush<'_>, mesh: &mut Mesh, pixel: f32) -> bool {
    if !line::is_plain(strand, brush) {
        return false;
    }
    let (path, stroke) = line::plain(strand, brush);
    let half = if stroke.width <= THIN {
        stroke.width.max(pixel)
    } else {
        f32::midpoint(stroke.width, pixel)
    };
    let inner = (stroke.width > THIN).then_some((stroke.width - pixel) / 2.0);
    let colour = if stroke.width < pixel {
        stroke.color.gamma_multiply(stroke.width / pixel)
    } else {
        stroke.color
    };
    let seen = brush.seen.expand(half);
    let mut before = None;
    for (index, at) in path.iter().enumerate() {
        let from = path.get(index.saturating_sub(1)).unwrap_or(at);
        let to = path.get(index + 1).unwrap_or(at);
        // Of a line that runs through what is seen, only the pieces there count.
        let on = seen.intersects(Rect::from_two_pos(*at, *to));
        if !on && before.is_none() {
            continue;
        }
        let side = (*to - *from).normalized().rot90();
        let first = corner_count(mesh);
        corner(mesh, *at - side * half, Color32::TRANSPARENT);
        if let Some(inner) = inner {
            corner(mesh, *at - side * inner, colour);
            corner(mesh, *at + side * inner, colour);
        } else {
            corner(mesh, *at, colour);
        }
        corner(mesh, *at + side * half, Color32::TRANSPARENT);
        let n_across = corner_count(mesh) - first;
        if let Some(before) = before {
            for across in 0..n_across - 1 {
                quad(mesh, before + across, first + across);
            }
        }
        before = on.then_some(first);
    }
    true
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
    let Some((fill, stroke)) = actor::solid(actor, brush) else {
        return false;
    };
    let figure = actor::seen(&actor.figure, brush);
    let Some((sides, size, turn, down)) = corners(&figure) else {
        return false;
    };
    let directions = ring(sides, turn);
    // The corners lie further out than the sides by this factor.
    let out = 1.0 / (std::f32::consts::PI / real(sides)).cos();
    let reach = figure.radius * size;
    let away = |by: f32| (reach + by * out).max(0.0);
    let half = stroke.width / 2.0;
    let inner = (half - pixel / 2.0).max(0.0);
    let bands = [
        (away(-half - pixel / 2.0), fill),
        (away(-inner), stroke.color),
        (away(inner), stroke.color),
        (away(half + pixel / 2.0), Color32::TRANSPARENT),
    ];
    let middle = figure.centre + Vec2::new(0.0, figure.radius * down);
    star(mesh, middle, &directions, &bands);
    true
}

/// Draws a small disc.
pub(crate) fn dot(mesh: &mut Mesh, centre: Pos2, radius: f32, colour: Color32) {
    let bands = [
        ((radius - FADE).max(0.0), colour),
        (radius + FADE, Color32::TRANSPARENT),
    ];
    star(mesh, centre, &ring(DOT_SIDES, 0.0), &bands);
}

/// Gives the number of corners, how far out they lie, how they are turned and how far the middle lies down.
fn corners(figure: &Figure) -> Option<(usize, f32, f32, f32)> {
    if figure.form == Form::Circle {
        Some((DISC_SIDES, 1.0, 0.0, 0.0))
    } else {
        figure.form.polygon()
    }
}

fn ring(sides: usize, turn: f32) -> Vec<Vec2> {
    (0..sides)
        .map(|corner| Vec2::angled(turn + std::f32::consts::TAU * real(corner) / real(sides)))
        .collect()
}

/// Draws bands of colour round a middle, from the inside out; the innermost is filled.
fn star(mesh: &mut Mesh, middle: Pos2, directions: &[Vec2], bands: &[(f32, Color32)]) {
    let first = corner_count(mesh);
    for (away, colour) in bands {
        for direction in directions {
            corner(mesh, middle + *direction * *away, *colour);
        }
    }
    let n = u32::try_from(directions.len()).unwrap_or(0);
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

/// Fills between two neighbours across a line and the two after them.
fn quad(mesh: &mut Mesh, before: u32, after: u32) {
    mesh.indices
        .extend([before, before + 1, after, after, before + 1, after + 1]);
}
