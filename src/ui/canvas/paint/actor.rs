//! Paints actors: shape, outline, rings, selection.

use eframe::egui::{
    Color32, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2,
    epaint::{PathShape, RectShape},
};

use super::Brush;
use crate::model::Arena;
use crate::session::Item;
use crate::ui::canvas::figure::{Figure, Form};
use crate::ui::canvas::looking::{Fill, STEPS};
use crate::ui::canvas::scene::{ActorDrawn, Outline, Scene, Standing};
use crate::ui::theme::Theme;

/// How far outside an actor its selection runs.
const SELECTED: f32 = 6.0;

/// Among very many, an actor smaller than this on the screen is a dot.
pub(super) const DOT: f32 = 3.0;

/// How an actor answers to the pointer or the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Emphasis {
    /// The pointer is on it.
    Hovered,
    /// The pointer is on its rim, where a relation is drawn from, or a drawn relation would end here.
    Rim,
}

/// Says whether an actor can be seen.
pub(super) fn is_seen(actor: &ActorDrawn, brush: &Brush<'_>) -> bool {
    brush.sees(actor.figure.bounds(actor.halo() + SELECTED))
}

/// Says whether nothing of an actor lies outside what is seen.
pub(super) fn is_seen_whole(actor: &ActorDrawn, brush: &Brush<'_>) -> bool {
    brush.sees_all(actor.figure.bounds(actor.halo() + SELECTED))
}

/// Paints all actors.
pub(super) fn actors(scene: &Scene, brush: &Brush<'_>, out: &mut Vec<Shape>) {
    for actor in scene.actors.iter().filter(|it| is_seen(it, brush)) {
        one(actor, brush, out);
    }
}

/// Says whether nothing is told of an actor but its arena and position.
pub(super) fn is_plain(actor: &ActorDrawn, brush: &Brush<'_>) -> bool {
    let marked = actor.candidate || actor.folded || actor.weak || actor.mark.is_some();
    let chosen = brush.glows(actor.id) || brush.is_selected(Item::Actor(actor.id));
    actor.standing == Standing::Plain && !marked && !chosen
}

/// Gives an actor too small to tell its shape: its middle, and as large as its outline, in the colour of that.
pub(super) fn dot(actor: &ActorDrawn, brush: &Brush<'_>) -> (Pos2, f32, Color32) {
    let theme = brush.theme;
    let colour = match actor.outline {
        Outline::Arena => theme.arena(actor.arena).stroke,
        Outline::For(_) => theme.support,
        Outline::Against(_) => theme.objection,
        Outline::Neutral | Outline::NotAsked => theme.faint,
    };
    (
        brush.at(actor.figure.centre),
        brush.length(actor.figure.reach()).max(0.75),
        brush.colour(colour, brush.is_lit(actor.id)),
    )
}

/// Gives the fill and the outline of an actor who is at the table, and how that outline is broken.
pub(super) fn look(actor: &ActorDrawn, brush: &Brush<'_>) -> (Color32, Stroke, Option<(f32, f32)>) {
    let theme = brush.theme;
    let colours = theme.arena(actor.arena);
    let (width, colour, dashes) = match actor.outline {
        Outline::Arena => (1.9, colours.stroke, None),
        Outline::For(score) => (wide(score), theme.support, None),
        Outline::Neutral => (2.0, theme.faint, None),
        Outline::Against(score) => (wide(score), theme.objection, Some((6.0, 4.0))),
        Outline::NotAsked => (2.0, theme.faint, Some((1.8, 3.8))),
    };
    let lit = brush.is_lit(actor.id);
    let stroke = brush.stroke(width * theme.outline, brush.colour(colour, lit));
    let mark = actor.mark.as_ref().and_then(|mark| mark.fill);
    let tint = mark.map_or(colours.tint, |fill| filled(theme, fill));
    (brush.colour(tint, lit), stroke, dashes)
}

/// Gives the width of an outline that tells a position.
fn wide(score: u8) -> f32 {
    2.0 + 0.9 * f32::from(score)
}

/// Paints how an actor answers.
pub(crate) fn emphasis(
    actor: &ActorDrawn,
    emphasis: Emphasis,
    brush: &Brush<'_>,
    out: &mut Vec<Shape>,
) {
    let figure = seen(&actor.figure, brush);
    let away = brush.length(actor.halo());
    let (grow, width) = match emphasis {
        Emphasis::Hovered => (away + 3.0, 1.4),
        Emphasis::Rim => (away + 1.5, 4.0),
    };
    let colour = brush.lighter(brush.theme.accent, 0.55);
    outline(
        &figure,
        grow,
        Color32::TRANSPARENT,
        Stroke::new(width, colour),
        out,
    );
}

/// Paints one actor.
pub(super) fn one(actor: &ActorDrawn, brush: &Brush<'_>, out: &mut Vec<Shape>) {
    let figure = seen(&actor.figure, brush);
    let lit = brush.is_lit(actor.id);
    if brush.glows(actor.id) {
        let glow = brush.lighter(brush.theme.accent, 0.16);
        outline(&figure, 14.0 * brush.pen, glow, Stroke::NONE, out);
    }
    if actor.folded {
        behind(actor, &figure, brush, out);
    }
    body(actor, &figure, brush, out);
    if actor.weak {
        let away = brush.length(actor.halo() + 4.0).max(5.0);
        let grown = Figure {
            radius: figure.radius + away,
            ..figure
        };
        let stroke = brush.stroke(2.2, brush.colour(brush.theme.ink, lit));
        dashed(&grown, stroke, (3.0, 6.0), brush.pen, out);
    }
    let ink = brush.colour(brush.theme.ink, lit);
    match actor.standing {
        Standing::Plain => {}
        Standing::Vanguard => {
            let stroke = brush.stroke(1.3, brush.colour(brush.theme.dim, lit));
            let away = brush.length(5.5).max(3.5);
            outline(&figure, away, Color32::TRANSPARENT, stroke, out);
        }
        Standing::Focal => {
            let away = brush.length(6.0).max(4.0);
            outline(
                &figure,
                away,
                Color32::TRANSPARENT,
                brush.stroke(2.0, ink),
                out,
            );
            if !actor.name_inside && actor.mark.is_none() {
                out.push(Shape::circle_filled(
                    figure.centre,
                    figure.radius * 0.28,
                    ink,
                ));
            }
        }
    }
    if brush.is_selected(Item::Actor(actor.id)) {
        let away = brush.length(actor.halo() - 2.0).max(0.0) + SELECTED * brush.pen.max(0.8);
        let stroke = brush.stroke(3.0, brush.theme.accent);
        outline(&figure, away, Color32::TRANSPARENT, stroke, out);
    }
}

fn body(actor: &ActorDrawn, figure: &Figure, brush: &Brush<'_>, out: &mut Vec<Shape>) {
    let theme = brush.theme;
    if actor.candidate {
        let lit = brush.is_lit(actor.id);
        let fill = brush.colour(brush.lighter(theme.unasked_tint, 0.55), lit);
        let stroke = brush.stroke(1.3, brush.colour(theme.faint, lit));
        outline(figure, 0.0, fill, Stroke::NONE, out);
        dashed(figure, stroke, (4.0, 3.5), brush.pen, out);
        return;
    }
    let (fill, stroke, dashes) = look(actor, brush);
    if let Some(dashes) = dashes {
        outline(figure, 0.0, fill, Stroke::NONE, out);
        dashed(figure, stroke, dashes, brush.pen, out);
    } else {
        outline(figure, 0.0, fill, stroke, out);
    }
}

/// Draws the outlines of two more behind one that stands for several.
fn behind(actor: &ActorDrawn, figure: &Figure, brush: &Brush<'_>, out: &mut Vec<Shape>) {
    let colours = brush.theme.arena(actor.arena);
    let lit = brush.is_lit(actor.id);
    let stroke = brush.stroke(1.5, brush.colour(colours.stroke, lit));
    let fill = brush.colour(colours.tint, lit);
    for away in [8.0, 4.0] {
        let by = Vec2::new(away, -away) * brush.pen;
        let moved = Figure {
            centre: figure.centre + by,
            ..*figure
        };
        outline(&moved, 0.0, fill, stroke, out);
    }
}

/// Gives the colour of a fill that does not tell the arena.
pub(crate) fn filled(theme: &Theme, fill: Fill) -> Color32 {
    match fill {
        Fill::Step(step) => theme.step(step, STEPS),
        Fill::Group(number) => theme.group(number),
        Fill::Undefined => theme.canvas,
    }
}

/// Gives a shape as it is on the screen.
pub(super) fn seen(figure: &Figure, brush: &Brush<'_>) -> Figure {
    Figure {
        form: match figure.form {
            Form::Pill(half) => Form::Pill(half * brush.camera.zoom()),
            Form::Hexagon
            | Form::Circle
            | Form::Heptagon
            | Form::Square
            | Form::Diamond
            | Form::Pentagon
            | Form::Triangle
            | Form::Octagon => figure.form,
        },
        centre: brush.at(figure.centre),
        radius: brush.length(figure.radius),
    }
}

fn outline(figure: &Figure, grow: f32, fill: Color32, stroke: Stroke, out: &mut Vec<Shape>) {
    if figure.form == Form::Circle {
        let circle = eframe::egui::epaint::CircleShape {
            center: figure.centre,
            radius: figure.radius + grow,
            fill,
            stroke,
        };
        out.push(circle.into());
    } else if let Some((half, corner)) = figure.rounded(grow) {
        let rect = Rect::from_center_size(figure.centre, half * 2.0);
        out.push(RectShape::new(rect, corner, fill, stroke, StrokeKind::Middle).into());
    } else {
        out.push(PathShape::convex_polygon(figure.outline(grow), fill, stroke).into());
    }
}

/// Shapes smaller than this on the screen have no dashes that can be told apart.
const DASHED_FROM: f32 = 4.0;

fn dashed(figure: &Figure, stroke: Stroke, dash: (f32, f32), pen: f32, out: &mut Vec<Shape>) {
    if figure.radius < DASHED_FROM {
        outline(figure, 0.0, Color32::TRANSPARENT, stroke, out);
        return;
    }
    let mut path: Vec<Pos2> = figure.outline(0.0);
    path.extend(path.first().copied());
    let length: f32 = path
        .windows(2)
        .map(|pair| match pair {
            [a, b] => a.distance(*b),
            _ => 0.0,
        })
        .sum();
    let (dash, gap) = whole_dashes(length, dash, pen);
    out.extend(Shape::dashed_line(&path, stroke, dash, gap));
}

/// Gives the length of dashes and gaps of which a whole number fits, so that the last dash does not run into the first.
pub(super) fn whole_dashes(length: f32, dash: (f32, f32), pen: f32) -> (f32, f32) {
    let period = (dash.0 + dash.1) * pen;
    let count = (length / period).round().max(3.0);
    let stretch = length / (count * period);
    (dash.0 * pen * stretch, dash.1 * pen * stretch)
}

/// Paints the sign of an arena, as in lists and legends.
pub(crate) fn swatch(theme: &Theme, arena: Option<Arena>, centre: Pos2, radius: f32) -> Shape {
    let colours = theme.arena(arena);
    sign(
        arena,
        (centre, radius),
        theme.outline,
        (colours.tint, colours.stroke),
    )
}

/// Paints the shape of an arena in no colour of its own.
pub(crate) fn shape_alone(theme: &Theme, arena: Option<Arena>, centre: Pos2, radius: f32) -> Shape {
    let colours = (theme.panel, theme.faint);
    sign(arena, (centre, radius), theme.outline, colours)
}

fn sign(
    arena: Option<Arena>,
    (centre, radius): (Pos2, f32),
    width: f32,
    (tint, stroke): (Color32, Color32),
) -> Shape {
    let form = arena.map_or(Form::Pill(Vec2::new(radius * 1.25, radius * 0.7)), Form::of);
    let figure = Figure {
        form,
        centre,
        radius,
    };
    let mut out = Vec::new();
    outline(
        &figure,
        0.0,
        tint,
        Stroke::new(1.8 * width, stroke),
        &mut out,
    );
    Shape::Vec(out)
}
