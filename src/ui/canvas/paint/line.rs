//! Paints what runs between and round actors: relations, bridges, rings, leader lines.

use eframe::egui::{Color32, Pos2, Shape, Stroke, epaint::PathShape};

use super::Brush;
use crate::model::Mode;
use crate::session::Item;
use crate::ui::canvas::scene::{Filling, NUMBER_RADIUS, Ring, Scene, Strand};
use crate::ui::canvas::units::real;
use crate::ui::theme::Theme;

/// The whole width of a double line, and of the light line within it.
const DOUBLE: (f32, f32) = (6.0, 2.4);
/// How strongly the colour of a ring fills it.
const TINT: f32 = 0.06;
/// How much is left of the colour of a role for later.
const LATER: f32 = 0.6;

/// Gives the colour of a role.
pub(super) fn role_colour(theme: &Theme, mode: Mode) -> Color32 {
    match mode {
        Mode::Verbinden => theme.bridge,
        Mode::Regie => theme.regie,
        Mode::Coordinatie => theme.coordination,
    }
}

/// Gives two lines side by side.
pub(crate) fn double_line(
    path: &[Pos2],
    closed: bool,
    colours: (Color32, Color32),
    pen: f32,
) -> [Shape; 2] {
    let line = |stroke: Stroke| {
        if closed {
            Shape::closed_line(path.to_vec(), stroke)
        } else {
            Shape::line(path.to_vec(), stroke)
        }
    };
    [
        line(Stroke::new(DOUBLE.0 * pen, colours.0)),
        line(Stroke::new(DOUBLE.1 * pen, colours.1)),
    ]
}

/// Paints the fillings of all rings, then their lines.
pub(super) fn rings(scene: &Scene, brush: &Brush<'_>, out: &mut Vec<Shape>) {
    let seen = |ring: &&Ring| brush.sees(eframe::egui::Rect::from_points(&ring.outline));
    for ring in scene.rings.iter().filter(seen) {
        filling(ring, brush, out);
    }
    for ring in scene.rings.iter().filter(seen) {
        ring_line(ring, brush, out);
    }
}

fn ring_colour(ring: &Ring, brush: &Brush<'_>) -> Color32 {
    let theme = brush.theme;
    let colour = ring
        .mode
        .map_or(theme.faint, |mode| role_colour(theme, mode));
    let part = if ring.later { LATER } else { 1.0 };
    brush.colour(brush.lighter(colour, part), false)
}

fn filling(ring: &Ring, brush: &Brush<'_>, out: &mut Vec<Shape>) {
    let colour = brush.lighter(ring_colour(ring, brush), TINT);
    match &ring.filling {
        Filling::Whole => {
            let path = ring.outline.iter().map(|at| brush.at(*at)).collect();
            out.push(PathShape::convex_polygon(path, colour, Stroke::NONE).into());
        }
        Filling::Parts {
            blobs,
            bands,
            half_width,
        } => {
            for [from, to] in bands {
                let stroke = Stroke::new(brush.length(half_width * 2.0), colour);
                out.push(Shape::line_segment(
                    [brush.at(*from), brush.at(*to)],
                    stroke,
                ));
            }
            for (centre, radius) in blobs {
                let radius = brush.length(*radius);
                out.push(Shape::circle_filled(brush.at(*centre), radius, colour));
            }
        }
    }
}

fn ring_line(ring: &Ring, brush: &Brush<'_>, out: &mut Vec<Shape>) {
    let mut path: Vec<Pos2> = ring.outline.iter().map(|at| brush.at(*at)).collect();
    let colour = ring_colour(ring, brush);
    if ring.item.is_some_and(|item| brush.is_selected(item)) {
        let glow = brush.lighter(brush.theme.accent, 0.35);
        out.push(Shape::closed_line(path.clone(), brush.stroke(11.0, glow)));
    }
    match ring.mode {
        Some(Mode::Regie) if !ring.later => {
            let colours = (colour, brush.theme.canvas);
            out.extend(double_line(&path, true, colours, brush.pen));
        }
        Some(Mode::Regie) => {
            path.extend(path.first().copied());
            let pen = brush.pen;
            let whole = brush.stroke(DOUBLE.0, colour);
            out.extend(Shape::dashed_line(&path, whole, 3.0 * pen, 5.0 * pen));
            let within = brush.stroke(DOUBLE.1, brush.theme.canvas);
            out.push(Shape::line(path, within));
        }
        Some(Mode::Coordinatie) => {
            path.extend(path.first().copied());
            let dash = if ring.later { (2.5, 6.0) } else { (9.0, 6.0) };
            let stroke = brush.stroke(2.4, colour);
            let (dash, gap) = (dash.0 * brush.pen, dash.1 * brush.pen);
            out.extend(Shape::dashed_line(&path, stroke, dash, gap));
        }
        None if ring.item.is_none() => {
            path.extend(path.first().copied());
            let stroke = brush.stroke(1.8, colour);
            let (dash, gap) = (2.0 * brush.pen, 4.5 * brush.pen);
            out.extend(Shape::dashed_line(&path, stroke, dash, gap));
        }
        Some(Mode::Verbinden) | None => {
            out.push(Shape::closed_line(
                path,
                brush.stroke(1.2, brush.lighter(colour, 0.5)),
            ));
        }
    }
}

/// Paints all lines between actors.
pub(super) fn strands(scene: &Scene, brush: &Brush<'_>, out: &mut Vec<Shape>) {
    for strand in scene.strands.iter().filter(|it| brush.sees(it.bounds)) {
        one(strand, brush, out);
    }
}

/// Gives the colour of a line.
fn colour_of(strand: &Strand, brush: &Brush<'_>) -> Color32 {
    let theme = brush.theme;
    let lit = brush.is_line_lit(strand);
    let colour = match strand.mode {
        Some(mode) => role_colour(theme, mode),
        None if strand.conflict => theme.conflict,
        None => theme.relation,
    };
    let colour = if strand.later {
        brush.lighter(colour, LATER)
    } else {
        colour
    };
    brush.colour(colour, lit)
}

/// Says whether a line has nothing but a colour and a width.
pub(super) fn is_plain(strand: &Strand, brush: &Brush<'_>) -> bool {
    let marked = strand.arrow || strand.dashed || strand.later || strand.weak;
    let role = matches!(strand.mode, Some(Mode::Regie | Mode::Coordinatie));
    !marked && !role && !brush.is_selected(strand.item)
}

/// Gives the stroke of a plain line, and its path in room that is used again.
pub(super) fn plain(strand: &Strand, brush: &Brush<'_>, path: &mut Vec<Pos2>) -> Stroke {
    follow(strand, brush, path);
    brush.stroke(strand.width, colour_of(strand, brush))
}

/// Paints one line.
pub(super) fn one(strand: &Strand, brush: &Brush<'_>, out: &mut Vec<Shape>) {
    let theme = brush.theme;
    let colour = colour_of(strand, brush);
    let mut path = path_of(strand, brush);
    if brush.is_selected(strand.item) {
        let glow = brush.lighter(theme.accent, 0.35);
        let stroke = brush.stroke(strand.width + 7.0, glow);
        out.push(Shape::line(path.clone(), stroke));
    }
    let stroke = brush.stroke(strand.width, colour);
    if strand.arrow {
        out.extend(arrow_head(&mut path, stroke));
    }
    let pen = brush.pen;
    let dashes = if strand.later {
        Some((2.0, 5.0))
    } else if strand.mode == Some(Mode::Coordinatie) {
        Some((9.0, 6.0))
    } else if strand.dashed {
        Some((7.0, 5.0))
    } else {
        None
    };
    if let Some((dash, gap)) = dashes {
        out.extend(Shape::dashed_line(&path, stroke, dash * pen, gap * pen));
    } else if strand.mode == Some(Mode::Regie) {
        out.extend(double_line(&path, false, (colour, theme.canvas), pen));
    } else {
        out.push(Shape::line(path, stroke));
    }
    if strand.weak {
        weak_spot(strand, brush, out);
    }
}

/// Draws two strokes across a line that holds the field together.
fn weak_spot(strand: &Strand, brush: &Brush<'_>, out: &mut Vec<Shape>) {
    let middle = strand.line.len() / 2;
    let before = strand.line.get(middle.saturating_sub(1));
    let (Some(from), Some(to)) = (before, strand.line.get(middle)) else {
        return;
    };
    let along = (brush.at(*to) - brush.at(*from)).normalized();
    let side = along.rot90() * 9.0 * brush.pen;
    let stroke = brush.stroke(2.2, brush.theme.ink);
    for away in [-3.0, 3.0] {
        let at = brush.at(*from) + along * away * brush.pen;
        out.push(Shape::line_segment([at - side, at + side], stroke));
    }
}

/// How long a piece of a bent line is on the screen before more pieces help.
const PIECE: f32 = 12.0;
/// How far a line among many may stray from its bend, in points of the screen.
const STRAY: f32 = 0.6;

/// Gives a line as it is on the screen, with no more points than can be seen.
fn path_of(strand: &Strand, brush: &Brush<'_>) -> Vec<Pos2> {
    let mut path = Vec::new();
    follow(strand, brush, &mut path);
    path
}

fn follow(strand: &Strand, brush: &Brush<'_>, path: &mut Vec<Pos2>) {
    let plain = strand.conflict && brush.length(6.0) < 1.5;
    let points = if plain { &strand.line } else { &strand.drawn };
    let zigzag = strand.conflict && !plain;
    let stride = if zigzag {
        1
    } else if brush.crowded {
        coarse_stride(strand, points.len(), brush)
    } else {
        stride(strand, points.len(), brush)
    };
    path.clear();
    path.extend(points.iter().step_by(stride).map(|at| brush.at(*at)));
    let last = points.last().map(|at| brush.at(*at));
    if let Some(last) = last.filter(|last| path.last() != Some(last)) {
        path.push(last);
    }
}

fn stride(strand: &Strand, n_points: usize, brush: &Brush<'_>) -> usize {
    let size = brush.length(strand.bounds.size().length());
    let mut stride = 1;
    while size / real(n_points.max(1)) * real(stride * 2) < PIECE && stride < 32 {
        stride *= 2;
    }
    stride
}

/// Gives a stride with which nobody sees that points are left out, for maps of very many lines.
fn coarse_stride(strand: &Strand, n_points: usize, brush: &Brush<'_>) -> usize {
    let [start, control, end] = strand.curve;
    let bend = brush.length(control.distance(start.lerp(end, 0.5)) / 2.0);
    let n_pieces = n_points.saturating_sub(1);
    let enough = |stride: usize| bend <= STRAY * (real(n_pieces) / real(stride)).powi(2);
    let strides = 2..=n_pieces;
    strides.rev().find(|stride| enough(*stride)).unwrap_or(1)
}

/// Gives the head of an arrow at the end of a path, and takes its length off the path.
fn arrow_head(path: &mut Vec<Pos2>, stroke: Stroke) -> Option<Shape> {
    let tip = *path.last()?;
    let size = 7.0 + 1.6 * stroke.width;
    while path.len() > 1 && path.last().is_some_and(|at| at.distance(tip) < size * 0.8) {
        path.pop();
    }
    let back = (*path.last()? - tip).normalized();
    if back == eframe::egui::Vec2::ZERO {
        return None;
    }
    path.push(tip + back * size * 0.8);
    let side = back.rot90() * size * 0.42;
    let corners = vec![tip, tip + back * size + side, tip + back * size - side];
    Some(PathShape::convex_polygon(corners, stroke.color, Stroke::NONE).into())
}

/// Paints the discs with the numbers of bridges.
pub(super) fn numbers(scene: &Scene, brush: &Brush<'_>, out: &mut Vec<Shape>) {
    let radius = brush.length(NUMBER_RADIUS * scene.text_scale());
    for strand in scene.numbered() {
        let (Some((_, at)), Some(mode)) = (strand.number, strand.mode) else {
            continue;
        };
        let lit = brush.is_line_lit(strand);
        let colour = brush.colour(role_colour(brush.theme, mode), lit);
        let rim = brush.stroke(2.5, brush.theme.canvas);
        let centre = brush.at(at);
        out.push(Shape::circle_filled(
            centre,
            radius + rim.width / 2.0,
            rim.color,
        ));
        out.push(Shape::circle_filled(centre, radius, colour));
    }
}

/// Paints the lines from names to their actors.
pub(super) fn leaders(scene: &Scene, brush: &Brush<'_>, out: &mut Vec<Shape>) {
    for label in &scene.labels {
        if let Some(ends) = label.leader.filter(|_| brush.sees(label.rect.expand(60.0))) {
            let colour = brush.colour(brush.theme.faint, brush.is_lit(label.actor));
            let ends = ends.map(|at| brush.at(at));
            out.push(Shape::line_segment(ends, brush.stroke(1.0, colour)));
        }
    }
}

/// Paints the arrows of free texts.
pub(super) fn arrows_of_texts(scene: &Scene, brush: &Brush<'_>, out: &mut Vec<Shape>) {
    for text in &scene.texts {
        if brush.is_selected(Item::Text(text.id)) {
            let rect = brush.camera.screen_rect(text.rect).expand(5.0);
            let stroke = brush.stroke(2.0, brush.theme.accent);
            let kind = eframe::egui::StrokeKind::Outside;
            out.push(Shape::rect_stroke(rect, 6.0, stroke, kind));
        } else if text.folded {
            let rect = brush.camera.screen_rect(text.rect).expand(4.0);
            out.push(Shape::rect_filled(rect, 6.0, brush.theme.private_band));
        }
        let Some(target) = text.arrow else {
            continue;
        };
        let from = text.rect.expand(4.0).clamp(target);
        let away = target - from;
        let room = away.length();
        if room > 1.0 {
            // An arrow to an actor ends before its shape.
            let end = from + away * ((room - text.short).max(room * 0.3) / room);
            let stroke = brush.stroke(1.3, brush.colour(brush.theme.dim, false));
            let mut path = vec![brush.at(from), brush.at(end)];
            out.extend(arrow_head(&mut path, stroke));
            out.push(Shape::line(path, stroke));
        }
    }
}
