//! Free texts under the pointer and the keys: moved as a whole, or by the end of their arrow.

use eframe::egui::{Pos2, Shape, Stroke, Vec2};

use super::paint::Brush;
use super::scene::{Scene, TextDrawn};
use super::{Canvas, units};
use crate::edit::{Edit, Entry};
use crate::model::{ActorId, Arrow, Content, MapText, TextId};
use crate::session::Item;
use crate::ui::cx::{Cx, Outbox, Request};

/// How large the handle at the end of an arrow is on the screen.
const HANDLE: f32 = 6.0;
/// How near to it counts as on it.
const NEAR: f32 = 11.0;
/// How far a new arrow first reaches beyond its text.
const FIRST: Vec2 = Vec2::new(34.0, 22.0);

/// What of a text is dragged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Part {
    /// The text, from where it stood.
    Whole(Pos2),
    /// The end of its arrow.
    Arrow,
}

/// Gives where the handle of an arrow is: at its end, else where a new one would begin.
fn handle(text: &TextDrawn) -> Pos2 {
    match text.arrow {
        Some(target) => {
            let from = text.rect.expand(4.0).clamp(target);
            let away = target - from;
            let room = away.length().max(1e-3);
            from + away * ((room - text.short).max(room * 0.3) / room)
        }
        None => text.rect.right_bottom() + Vec2::splat(4.0),
    }
}

/// Finds the handle of the selected text under a point of the screen.
pub(super) fn handle_at(cx: &Cx<'_>, canvas: &Canvas, screen_pos: Pos2) -> Option<TextId> {
    let Some(Item::Text(id)) = cx.session.selection().single() else {
        return None;
    };
    let text = canvas.scene()?.texts.iter().find(|text| text.id == id)?;
    let at = canvas.camera.screen_from_map(handle(text));
    (at.distance(screen_pos) <= NEAR).then_some(id)
}

/// Gives the edit that puts a text, or the end of its arrow, elsewhere.
pub(super) fn moved(
    now: &Content,
    id: TextId,
    part: Part,
    (from, to): (Pos2, Pos2),
    on: Option<ActorId>,
) -> Option<Edit> {
    let text = now.texts.get(id)?;
    let after = match part {
        Part::Whole(start) => MapText {
            place: units::place(start + (to - from)),
            ..text.clone()
        },
        Part::Arrow => MapText {
            arrow: Some(on.map_or_else(|| Arrow::Place(units::place(to)), Arrow::Actor)),
            ..text.clone()
        },
    };
    Some(Edit::Text(Entry::Put(Box::new(after))))
}

/// Moves the selected texts by keys.
pub(super) fn nudged(cx: &Cx<'_>, by: Vec2) -> Vec<Edit> {
    let texts = selected(cx);
    texts
        .map(|text| {
            let place = units::place(units::pos_of_place(text.place) + by);
            let after = MapText {
                place,
                ..text.clone()
            };
            Edit::Text(Entry::Put(Box::new(after)))
        })
        .collect()
}

/// Moves the ends of the arrows of the selected texts by keys; a text without an arrow gets one.
pub(super) fn nudge_arrows(cx: &Cx<'_>, canvas: &Canvas, by: Vec2, out: &mut Outbox) {
    let Some(scene) = canvas.scene() else {
        return;
    };
    let edits: Vec<Edit> = selected(cx)
        .filter_map(|text| {
            let drawn = scene.texts.iter().find(|it| it.id == text.id)?;
            let at = match text.arrow {
                Some(_) => handle(drawn) + by,
                None => handle(drawn) + FIRST,
            };
            let after = MapText {
                arrow: Some(Arrow::Place(units::place(at))),
                ..text.clone()
            };
            Some(Edit::Text(Entry::Put(Box::new(after))))
        })
        .collect();
    if !edits.is_empty() {
        out.send(Request::Edit(Edit::Many(edits)));
    }
}

fn selected<'a>(cx: &'a Cx<'_>) -> impl Iterator<Item = &'a MapText> {
    cx.session.selection().iter().filter_map(|item| match item {
        Item::Text(id) => cx.now().texts.get(id),
        Item::Actor(_) | Item::Relation(_) | Item::Group(_) | Item::Role(_) => None,
    })
}

/// Draws the handle of the selected text.
pub(super) fn handle_shapes(scene: &Scene, brush: &Brush<'_>, out: &mut Vec<Shape>) {
    let Some(Item::Text(id)) = brush.selection.single() else {
        return;
    };
    if let Some(text) = scene.texts.iter().find(|text| text.id == id) {
        let at = brush.at(handle(text));
        let stroke = Stroke::new(2.0, brush.theme.accent);
        out.push(Shape::circle_filled(at, HANDLE, brush.theme.canvas));
        out.push(Shape::circle_stroke(at, HANDLE, stroke));
    }
}
