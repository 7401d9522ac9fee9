//! The views in which a place means something, on the canvas: what stands where, the furniture under the actors, the
//! switch above the map, and dragging that answers.

mod about;
mod drag;
mod furniture;
mod glide;

use std::sync::Arc;

use eframe::egui::{Rect, Ui, vec2};

use super::Canvas;
use super::camera::inset;
use super::stage::QUICK_LINE;
use super::wall::picture_title_height;
use crate::model::{Arrangement, Language};
use crate::session::arrange::{Arranged, Centre, Room, Wanted};
use crate::ui::cx::{Cx, Outbox};
use crate::ui::shell::VIEW_SWITCH;

pub(crate) use about::hint;
pub(super) use drag::{Scoring, begin, feedback, finish, follow_pointer, step};
pub(super) use furniture::{over_ui, under_ui};
pub(super) use glide::{Glide, glide};

/// A view as it was laid out last, and what from.
#[derive(Debug, Clone)]
pub(super) struct Laid {
    generation: u64,
    seen: u64,
    pub(super) wanted: Wanted,
    room: Room,
    pub(super) arranged: Arc<Arranged>,
    /// The sums of the forces in words.
    sums: Option<furniture::Sums>,
    language: Language,
    /// Grows with every layout.
    pub(super) serial: u64,
}

/// Gives what is to be laid out; nothing for the network, and on the wall.
pub(super) fn wanted(cx: &Cx<'_>) -> Option<Wanted> {
    if cx.on_the_wall() {
        return None;
    }
    match cx.view.arrangement {
        Arrangement::Forces => Some(Wanted::Forces(cx.issue().map(|issue| issue.id))),
        Arrangement::Matrix => Some(Wanted::Matrix),
        Arrangement::Rings => Some(Wanted::Rings(centre(cx))),
        Arrangement::Network | Arrangement::Table | Arrangement::Course => None,
    }
}

/// Gives what stands in the middle of the rings: what was chosen, as long as it is there.
pub(super) fn centre(cx: &Cx<'_>) -> Centre {
    match &cx.view.centre {
        Centre::Value(value) if !cx.now().values.contains(*value) => Centre::Focal,
        chosen => chosen.clone(),
    }
}

/// Gives the part of the canvas that a view is laid out in.
pub(super) fn free(cx: &Cx<'_>, rect: Rect, picture: bool) -> Rect {
    let title = picture_title_height(cx, rect.width(), picture);
    let above = if picture { 14.0 } else { VIEW_SWITCH };
    let scale = letters(cx, picture);
    // The issue, or what stands in the middle, is told above the view.
    let told = match cx.view.arrangement {
        Arrangement::Forces | Arrangement::Rings => 30.0 * scale,
        Arrangement::Matrix | Arrangement::Network | Arrangement::Table | Arrangement::Course => {
            4.0
        }
    };
    let below = if picture { 34.0 * scale } else { QUICK_LINE };
    inset(rect, 20.0, title + above + told, 20.0, below)
}

/// Gives by how much letters are larger than the window makes them: a picture has no zoom of its own.
pub(super) fn letters(cx: &Cx<'_>, picture: bool) -> f32 {
    if picture { cx.text_scale() } else { 1.0 }
}

/// Lays the view out anew where something it was made from changed.
pub(super) fn lay_out(cx: &Cx<'_>, canvas: &mut Canvas, rect: Rect) {
    let Some(wanted) = wanted(cx) else {
        canvas.laid = None;
        return;
    };
    let free = free(cx, rect, canvas.picture);
    let room = Room {
        width: f64::from(free.width()),
        height: f64::from(free.height()),
        scale: f64::from(letters(cx, canvas.picture)),
    };
    let (generation, seen) = (cx.session.generation(), canvas.seen.serial());
    let serial = canvas.laid.as_ref().map_or(0, |laid| laid.serial);
    let fresh = canvas.laid.as_ref().is_some_and(|laid| {
        laid.generation == generation
            && laid.seen == seen
            && laid.wanted == wanted
            && laid.language == cx.language()
            && laid.room == room
    });
    if fresh {
        return;
    }
    let arranged = Arc::new(Arranged::new(canvas.seen.now(cx), &wanted, room));
    let sums = match &wanted {
        Wanted::Forces(Some(issue)) => furniture::sums(cx, canvas.seen.now(cx), *issue),
        Wanted::Forces(None) | Wanted::Matrix | Wanted::Rings(_) => None,
    };
    canvas.laid = Some(Laid {
        sums,
        language: cx.language(),
        generation,
        seen,
        wanted,
        room,
        arranged,
        serial: serial + 1,
    });
}

/// Draws above the view what it is about.
pub(super) fn above_ui(cx: &Cx<'_>, ui: &mut Ui, canvas: &Canvas, rect: Rect, out: &mut Outbox) {
    if canvas.laid.is_some() {
        about::about_ui(cx, ui, free(cx, rect, false), out);
    }
}

/// Gives what the names of a view keep off.
pub(super) fn boxes(laid: &Laid) -> Vec<Rect> {
    furniture::boxes(&laid.arranged, super::units::narrow(laid.room.scale))
}

/// Looks at a view as it was laid out: the whole of its width, from its top.
pub(super) fn look(cx: &Cx<'_>, canvas: &mut Canvas, rect: Rect) {
    let free = free(cx, rect, canvas.picture);
    let origin = eframe::egui::Pos2::ZERO;
    canvas.frame = None;
    canvas.camera.look_at(origin, free.min, 1.0);
    if canvas.picture
        && let Some(laid) = &canvas.laid
    {
        // In a picture nobody can shift: what is higher than the room is made smaller.
        let whole = laid.arranged.whole;
        let size = vec2(
            super::units::narrow(whole.width()),
            super::units::narrow(whole.height()),
        );
        let zoom = super::camera::fitting(size, free.size()).min(1.0);
        let left = free.left() + (free.width() - size.x * zoom) / 2.0;
        let corner = eframe::egui::pos2(left, free.top());
        canvas.camera.look_at(origin, corner, zoom);
    }
}
