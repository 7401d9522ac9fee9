//! Paints words: names, numbers, question marks, names of rings, free texts.

use std::sync::Arc;

use eframe::egui::{
    Align, Color32, FontId, Galley, Pos2, Rect, Shape, Ui,
    epaint::text::{LayoutJob, TextFormat, TextWrapping},
};

use super::{Brush, line::role_colour};
use crate::session::Item;
use crate::ui::canvas::figure::Form;
use crate::ui::canvas::scene::{ActorDrawn, Scene, Standing};
use crate::ui::picture::halo;
use crate::ui::theme;

/// The rim of words, to their size.
const RIM: f32 = 0.16;
/// The size of what is written in an actor to that of its name.
const MARK: f32 = 0.88;
/// Words smaller than this on the screen are left out.
const SMALLEST: f32 = 6.5;

/// Lays out words that are already broken over lines, in the middle of their place.
pub(crate) fn layout(ui: &Ui, words: &str, font: FontId, colour: Color32) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(words.to_owned(), TextFormat::simple(font, colour));
    job.halign = Align::Center;
    job.wrap = TextWrapping::no_max_width();
    ui.painter().layout_job(job)
}

/// Gives the words of a scene, over everything else; those that find no room are given for who stands out.
pub(crate) fn words(
    ui: &Ui,
    scene: &Scene,
    brush: &Brush<'_>,
    extra: &[&ActorDrawn],
) -> Vec<Shape> {
    let mut out = Vec::new();
    let size = if brush.crowded {
        stepped(brush.camera.stepped(scene.font))
    } else {
        stepped(brush.length(scene.font))
    };
    let pen = Pen { ui, brush, size };
    if size >= SMALLEST {
        for ring in &scene.rings {
            if let Some(rect) = ring.name_rect {
                let colour = ring
                    .mode
                    .map_or(brush.theme.dim, |mode| role_colour(brush.theme, mode));
                let colour = brush.colour(colour, false);
                let font = theme::bold(size);
                pen.with_halo(&ring.name, rect, font, colour, &mut out);
            }
        }
        for text in &scene.texts {
            let colour = if text.folded {
                brush.theme.private_text
            } else {
                brush.theme.dim
            };
            pen.with_halo(
                &text.words,
                text.rect,
                theme::medium(size),
                colour,
                &mut out,
            );
        }
    }
    in_actors(scene, &pen, &mut out);
    numbers(scene, &pen, &mut out);
    if size >= SMALLEST {
        for label in &scene.labels {
            if let Some(actor) = scene.actor(label.actor) {
                pen.name(actor, label.rect, &mut out);
            }
        }
    }
    for actor in extra {
        let named = scene.labels.iter().any(|label| label.actor == actor.id);
        if !named && !actor.name_inside && size >= SMALLEST {
            let below = actor
                .figure
                .bounds(actor.halo() + 4.0 / brush.camera.zoom());
            let at = below.center_bottom();
            pen.name(actor, Rect::from_min_max(at, at), &mut out);
        }
    }
    out
}

/// Rounds the size of letters, so that few sizes are laid out while zooming.
fn stepped(size: f32) -> f32 {
    (size * 2.0).round() / 2.0
}

struct Pen<'a> {
    ui: &'a Ui,
    brush: &'a Brush<'a>,
    size: f32,
}

impl Pen<'_> {
    fn with_halo(
        &self,
        words: &str,
        rect: Rect,
        font: FontId,
        colour: Color32,
        out: &mut Vec<Shape>,
    ) {
        if words.is_empty() || !self.brush.sees(rect) {
            return;
        }
        let rim = font.size * RIM;
        let galley = layout(self.ui, words, font, colour);
        let at = self.brush.camera.screen_rect(rect).center_top();
        out.extend(halo(&galley, at, colour, self.brush.theme.canvas, rim));
    }

    fn name(&self, actor: &ActorDrawn, rect: Rect, out: &mut Vec<Shape>) {
        let ink = if actor.candidate {
            self.brush.theme.dim
        } else {
            self.brush.theme.ink
        };
        let colour = self.brush.colour(ink, self.brush.is_lit(actor.id));
        self.with_halo(&actor.name, rect, theme::semibold(self.size), colour, out);
    }

    fn plain(&self, words: &str, at: Pos2, font: FontId, colour: Color32, out: &mut Vec<Shape>) {
        let galley = layout(self.ui, words, font, colour);
        let at = at - eframe::egui::vec2(0.0, galley.size().y / 2.0);
        out.push(Shape::galley(at, galley, colour));
    }
}

/// Paints what stands in actors: the names of pills and the marks of doubt.
fn in_actors(scene: &Scene, pen: &Pen<'_>, out: &mut Vec<Shape>) {
    let brush = pen.brush;
    let actors = scene.actors.iter();
    let written = |it: &&ActorDrawn| it.name_inside || it.doubt || it.mark.is_some();
    for actor in actors.filter(|it| written(it) && brush.sees(it.figure.bounds(20.0))) {
        let ink = brush.colour(brush.theme.ink, brush.is_lit(actor.id));
        let centre = brush.at(actor.figure.centre);
        if actor.name_inside && pen.size >= SMALLEST {
            pen.plain(&actor.name, centre, theme::semibold(pen.size), ink, out);
        }
        let (at, size) = doubt_at(actor, brush, pen.size);
        match &actor.mark {
            Some(mark) if !actor.name_inside => {
                let small = stepped(pen.size * MARK);
                if small >= SMALLEST {
                    pen.plain(&mark.words, centre, theme::semibold(small), ink, out);
                }
                if actor.doubt && small >= SMALLEST {
                    let reach = brush.length(actor.figure.reach()) + small * 0.45;
                    let beside = centre + eframe::egui::vec2(reach, -reach) * 0.8;
                    pen.plain("?", beside, theme::bold(small), ink, out);
                }
            }
            Some(_) | None => {
                if actor.doubt && size >= SMALLEST {
                    pen.plain("?", at, theme::bold(size), ink, out);
                }
            }
        }
    }
}

/// Gives where a mark of doubt stands: in the middle, or beside it where something stands there.
fn doubt_at(actor: &ActorDrawn, brush: &Brush<'_>, size: f32) -> (Pos2, f32) {
    let centre = brush.at(actor.figure.centre);
    let radius = brush.length(actor.figure.radius);
    if let Form::Pill(half) = actor.figure.form {
        let right = brush.length(half.x) + size * 0.7;
        return (centre + eframe::egui::vec2(right, 0.0), size * 1.2);
    }
    if actor.name_inside {
        let away = eframe::egui::vec2(radius * 0.9, -radius * 0.9);
        return (centre + away, size);
    }
    if actor.standing == Standing::Focal {
        return (
            centre + eframe::egui::vec2(radius * 0.58, -radius * 0.1),
            radius * 0.6,
        );
    }
    (centre, (radius * 0.55).max(size * 0.9))
}

fn numbers(scene: &Scene, pen: &Pen<'_>, out: &mut Vec<Shape>) {
    let brush = pen.brush;
    let size = stepped(pen.size * 13.0 / 14.0);
    if size < SMALLEST {
        return;
    }
    for strand in scene.numbered() {
        if let Some((number, at)) = strand.number.filter(|_| brush.sees(strand.bounds)) {
            let colour = brush.theme.on_mark;
            pen.plain(
                &number.to_string(),
                brush.at(at),
                theme::bold(size),
                colour,
                out,
            );
        }
    }
}

/// Says whether a point of the map lies on words, and whose they are.
pub(crate) fn item_at(scene: &Scene, map_pos: Pos2) -> Option<Item> {
    let labels = scene.labels.iter().rev();
    let label = labels
        .filter(|label| label.rect.contains(map_pos))
        .map(|label| Item::Actor(label.actor))
        .next();
    let texts = || scene.texts.iter().find(|text| text.rect.contains(map_pos));
    let rings = || {
        let on_name = |rect: Rect| rect.expand(3.0).contains(map_pos);
        scene
            .rings
            .iter()
            .find(|ring| ring.name_rect.is_some_and(on_name))
    };
    label
        .or_else(|| texts().map(|text| Item::Text(text.id)))
        .or_else(|| rings().and_then(|ring| ring.item))
}
