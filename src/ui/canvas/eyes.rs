//! The words of an actor beside those of whom it speaks, while the map is looked at as that actor.

use eframe::egui::{
    self, FontId, Rect, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType, vec2,
};

use super::Canvas;
use super::sight::below_switch;
use crate::model::ActorId;
use crate::session::meaning::sight::{Sight, open_words};
use crate::ui::cx::Cx;
use crate::ui::theme;

/// The widest words stand before they break.
const WIDE: f32 = 210.0;
/// How many lines there are at most; the panel holds the rest.
const LINES: usize = 4;
/// The air round words.
const AIR: Vec2 = vec2(10.0, 6.0);
/// How far words stand from whom they are about, and further where that is taken.
const AWAY: [f32; 3] = [12.0, 44.0, 90.0];

struct Said {
    about: ActorId,
    words: String,
}

fn said(cx: &Cx<'_>, of: ActorId, sight: &Sight) -> Vec<Said> {
    let own = cx.now().actors.get(of).and_then(|actor| {
        let mut all = open_words(actor);
        let first = all.next();
        let literal = all.find(|(part, _)| *part == crate::session::meaning::sight::Part::Quote);
        literal.or(first).map(|(_, text)| text.to_owned())
    });
    let own = own.map(|words| Said { about: of, words });
    let others = sight.spoken_of.iter().filter_map(|(about, words)| {
        Some(Said {
            about: *about,
            words: words.clone()?,
        })
    });
    own.into_iter().chain(others).collect()
}

/// Draws the words beside the actors.
pub(super) fn eyes_ui(cx: &Cx<'_>, ui: &Ui, canvas: &Canvas, rect: Rect) {
    let (Some(of), Some(sight), Some(scene)) = (cx.view.eyes, canvas.seen.sight(), canvas.scene())
    else {
        return;
    };
    let camera = &canvas.camera;
    let screen = |actor: ActorId| {
        let drawn = scene.actor(actor)?;
        Some(camera.screen_rect(drawn.figure.bounds(drawn.halo())))
    };
    let lit = std::iter::once(of).chain(sight.spoken_of.keys().copied());
    let mut taken: Vec<Rect> = lit.clone().filter_map(screen).collect();
    let lit: Vec<ActorId> = lit.collect();
    let labels = scene
        .labels
        .iter()
        .filter(|label| lit.contains(&label.actor));
    taken.extend(labels.map(|label| camera.screen_rect(label.rect)));
    let within = below_switch(rect, false).shrink(8.0);
    let font = theme::italic(theme::BODY);
    for said in said(cx, of, sight) {
        let Some(figure) = screen(said.about).filter(|it| rect.intersects(*it)) else {
            continue;
        };
        let galley = layout(cx, ui, &said.words, font.clone());
        let size = galley.size() + 2.0 * AIR;
        let place = best(figure, size, within, &taken);
        taken.push(place);
        let painter = ui.painter_at(rect);
        painter.extend(bubble(cx, place, figure));
        painter.galley(place.min + AIR, galley, cx.theme.ink);
        let id = egui::Id::new(("eyes", said.about));
        let response = ui.interact(place, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &said.words));
    }
}

fn layout(cx: &Cx<'_>, ui: &Ui, words: &str, font: FontId) -> std::sync::Arc<egui::Galley> {
    let mut job = egui::text::LayoutJob::simple(format!("‘{words}’"), font, cx.theme.ink, WIDE);
    job.wrap.max_rows = LINES;
    ui.painter().layout_job(job)
}

/// Finds the place near a figure where words cover least.
fn best(figure: Rect, size: Vec2, within: Rect, taken: &[Rect]) -> Rect {
    let mut found = (f32::INFINITY, figure);
    for (far, away) in AWAY.into_iter().enumerate() {
        for turn in DIRECTIONS {
            let reach = (figure.size() + size) / 2.0 + Vec2::splat(away);
            let centre = figure.center() + turn * reach;
            let place = Rect::from_center_size(centre, size);
            let covered: f32 = taken.iter().map(|other| overlap(place, *other)).sum();
            let outside = size.x * size.y - overlap(place, within);
            let order = away * 1.5 + if far == 0 { 0.0 } else { 20.0 };
            let cost = covered + 20.0 * outside + order;
            if cost < found.0 {
                found = (cost, place);
            }
        }
    }
    found.1
}

const DIRECTIONS: [Vec2; 8] = [
    vec2(1.0, -0.35),
    vec2(-1.0, -0.35),
    vec2(0.0, -1.0),
    vec2(0.0, 1.0),
    vec2(1.0, 0.8),
    vec2(-1.0, 0.8),
    vec2(1.0, -1.0),
    vec2(-1.0, -1.0),
];

fn overlap(one: Rect, other: Rect) -> f32 {
    let both = one.intersect(other);
    if both.is_positive() { both.area() } else { 0.0 }
}

/// Gives the field under words and the line that leads to whom they are about.
fn bubble(cx: &Cx<'_>, place: Rect, figure: Rect) -> Vec<Shape> {
    let theme = cx.theme;
    let line = Stroke::new(1.2 * theme.outline, theme.dim);
    let from = place.clamp(figure.center());
    let to = figure.center();
    let towards = (to - from).normalized();
    let edge = to - towards * (figure.width().min(figure.height()) / 2.0);
    vec![
        Shape::line_segment([from, edge], line),
        egui::epaint::RectShape::new(place, 9.0, theme.panel, line, StrokeKind::Inside).into(),
    ]
}
