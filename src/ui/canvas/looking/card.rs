//! The card that tells of what the pointer is on, without covering it.

use eframe::egui::{Area, Frame, Id, Margin, Order, Pos2, Rect, RichText, Stroke, Ui, Vec2, vec2};

use super::told::{Told, Weight, told};
use crate::model::ActorId;
use crate::session::Item;
use crate::ui::canvas::gestures::Gesture;
use crate::ui::canvas::scene::Scene;
use crate::ui::canvas::{Canvas, Hover};
use crate::ui::cx::Cx;
use crate::ui::theme;

/// How long the pointer rests before the card comes, in seconds.
const DELAY: f64 = 0.45;
/// How wide the card is at most.
const WIDTH: f32 = 260.0;
/// The room between the card and what it tells of.
const AWAY: f32 = 12.0;

/// What the pointer rests on, and since when.
#[derive(Debug, Default)]
pub(in crate::ui::canvas) struct Card {
    on: Option<Item>,
    since: f64,
    size: Vec2,
}

/// Draws the card once the pointer has rested.
pub(in crate::ui::canvas) fn card_ui(cx: &Cx<'_>, ui: &Ui, canvas: &mut Canvas, rect: Rect) {
    let idle = matches!(canvas.gesture, Gesture::Idle) && cx.view.overlay.is_none();
    let on = match canvas.hovered {
        Hover::Actor(actor) => Some(Item::Actor(actor)),
        Hover::Item(item) => Some(item),
        Hover::Rim(_) | Hover::Nothing => None,
    };
    let (now, pressed) = ui.input(|input| (input.time, input.pointer.any_down()));
    if on != canvas.card.on || !idle || pressed {
        canvas.card = Card {
            on,
            since: now,
            size: Vec2::ZERO,
        };
    }
    let Some(on) = on.filter(|_| idle && !pressed) else {
        return;
    };
    let left = DELAY - (now - canvas.card.since);
    if left > 0.0 {
        let wait = std::time::Duration::from_secs_f64(left);
        ui.ctx().request_repaint_after(wait);
        return;
    }
    let Some(told) = told(cx, canvas, on) else {
        return;
    };
    let Some(keep_off) = area(canvas, on, ui) else {
        return;
    };
    let known = canvas.card.size;
    let size = if known.x > 0.0 {
        known
    } else {
        vec2(WIDTH, 120.0)
    };
    let at = spot(rect, &keep_off, &others(canvas), size);
    let Some(at) = at else {
        return;
    };
    let area = Area::new(Id::new("card"))
        .order(Order::Tooltip)
        .interactable(false)
        .fixed_pos(at);
    let shown = area.show(ui.ctx(), |ui| {
        // Unseen until its size is known, so that it never jumps.
        if known == Vec2::ZERO {
            ui.set_opacity(0.0);
        }
        told_ui(cx, ui, &told);
    });
    if canvas.card.size != shown.response.rect.size() {
        canvas.card.size = shown.response.rect.size();
        ui.ctx().request_repaint();
    }
}

fn told_ui(cx: &Cx<'_>, ui: &mut Ui, told: &Told) {
    Frame::new()
        .fill(cx.theme.panel)
        .stroke(Stroke::new(1.0, cx.theme.hairline))
        .corner_radius(10.0)
        .inner_margin(Margin::symmetric(14, 10))
        .show(ui, |ui| {
            ui.set_max_width(WIDTH - 28.0);
            ui.spacing_mut().item_spacing.y = 3.0;
            let head = RichText::new(&told.head).font(theme::semibold(theme::BODY));
            ui.label(head.color(cx.theme.ink));
            for (line, weight) in &told.lines {
                let colour = match weight {
                    Weight::Plain => cx.theme.ink,
                    Weight::Remark => cx.theme.dim,
                    Weight::Private => cx.theme.private_text,
                };
                let text = RichText::new(line).font(theme::regular(theme::REMARK));
                ui.label(text.color(colour));
            }
        });
}

/// Gives what the card keeps off, on the screen.
fn area(canvas: &Canvas, on: Item, ui: &Ui) -> Option<Vec<Rect>> {
    let scene = canvas.scene()?;
    let screen = |rect: Rect| canvas.camera.screen_rect(rect);
    match on {
        Item::Actor(actor) => {
            let mut rects: Vec<Rect> = of_actor(scene, actor).into_iter().map(screen).collect();
            rects.extend(shown_below(canvas, actor, ui));
            Some(rects)
        }
        Item::Relation(_) | Item::Role(_) => {
            let strand = scene.strands.iter().find(|strand| strand.item == on)?;
            let mut rects: Vec<Rect> = Vec::new();
            for end in strand.ends {
                rects.extend(of_actor(scene, end));
            }
            let mut rects: Vec<Rect> = rects.into_iter().map(screen).collect();
            let at = ui.input(|input| input.pointer.hover_pos())?;
            rects.insert(0, Rect::from_center_size(at, Vec2::splat(28.0)));
            Some(rects)
        }
        Item::Group(_) | Item::Text(_) => None,
    }
}

/// Gives where on the screen the name stands that is shown only because the pointer is there.
fn shown_below(canvas: &Canvas, actor: ActorId, ui: &Ui) -> Option<Rect> {
    let scene = canvas.scene()?;
    let drawn = scene.actor(actor)?;
    let named = scene.labels.iter().any(|label| label.actor == actor);
    if named || drawn.name_inside {
        return None;
    }
    let shape = canvas.camera.screen_rect(drawn.figure.bounds(drawn.halo()));
    let on_map = canvas.sizes.of(ui, &drawn.name) * scene.text_scale();
    let size = on_map * canvas.camera.zoom();
    let middle = shape.center_bottom() + vec2(0.0, 4.0 + size.y / 2.0);
    Some(Rect::from_center_size(middle, size))
}

/// Gives where an actor and its name stand on the map.
fn of_actor(scene: &Scene, actor: ActorId) -> Vec<Rect> {
    let shape = scene
        .actor(actor)
        .map(|actor| actor.figure.bounds(actor.halo()));
    let name = scene.labels.iter().find(|label| label.actor == actor);
    shape
        .into_iter()
        .chain(name.map(|label| label.rect))
        .collect()
}

/// Gives where all actors and their names stand on the screen.
fn others(canvas: &Canvas) -> Vec<Rect> {
    let Some(scene) = canvas.scene() else {
        return Vec::new();
    };
    let shapes = scene.actors.iter().map(|actor| actor.figure.bounds(0.0));
    let names = scene.labels.iter().map(|label| label.rect);
    shapes
        .chain(names)
        .map(|rect| canvas.camera.screen_rect(rect))
        .collect()
}

/// Finds a place for a card beside the first rectangle, off all of them and within the canvas, over as few others as
/// can be.
fn spot(within: Rect, keep_off: &[Rect], others: &[Rect], size: Vec2) -> Option<Pos2> {
    let around = keep_off.first().copied()?;
    let together = keep_off.iter().copied().reduce(Rect::union)?;
    let within = within.shrink(8.0);
    let beside = |rect: Rect| {
        let (left, right) = (rect.min.x - AWAY - size.x, rect.max.x + AWAY);
        let (above, below) = (rect.min.y - AWAY - size.y, rect.max.y + AWAY);
        let middle = rect.center() - size / 2.0;
        [
            Pos2::new(right, middle.y),
            Pos2::new(left, middle.y),
            Pos2::new(middle.x, below),
            Pos2::new(middle.x, above),
            Pos2::new(right, below),
            Pos2::new(left, below),
            Pos2::new(right, above),
            Pos2::new(left, above),
        ]
    };
    let kept = |at: Pos2| {
        let slide = Rect::from_min_size(at, size);
        let by = vec2(
            (within.min.x - slide.min.x).max(0.0) - (slide.max.x - within.max.x).max(0.0),
            (within.min.y - slide.min.y).max(0.0) - (slide.max.y - within.max.y).max(0.0),
        );
        at + by
    };
    let free = |at: &Pos2| {
        let card = Rect::from_min_size(*at, size);
        within.expand(1.0).contains_rect(card) && keep_off.iter().all(|it| !it.intersects(card))
    };
    let spots = beside(around).into_iter().chain(beside(together));
    let covered = |at: &Pos2| {
        let card = Rect::from_min_size(*at, size);
        others.iter().filter(|it| it.intersects(card)).count()
    };
    spots.map(kept).filter(free).min_by_key(covered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_never_covers_what_it_tells_of() {
        let within = Rect::from_min_size(Pos2::ZERO, vec2(900.0, 600.0));
        let size = vec2(240.0, 130.0);
        for x in 0_u8..=18 {
            for y in 0_u8..=12 {
                let at = Pos2::new(f32::from(x) * 50.0, f32::from(y) * 50.0);
                let shape = Rect::from_center_size(at, vec2(60.0, 60.0));
                let name =
                    Rect::from_min_size(shape.center_bottom() - vec2(60.0, 0.0), vec2(120.0, 36.0));
                let found = spot(within, &[shape, name], &[], size).unwrap();
                let card = Rect::from_min_size(found, size);
                assert!(!card.intersects(shape) && !card.intersects(name), "{at:?}");
                assert!(within.contains_rect(card), "{at:?}");
            }
        }
    }

    #[test]
    fn without_room_there_is_no_card() {
        let within = Rect::from_min_size(Pos2::ZERO, vec2(200.0, 100.0));
        let all = within.shrink(10.0);
        assert_eq!(spot(within, &[all], &[], vec2(240.0, 130.0)), None);
    }
}
