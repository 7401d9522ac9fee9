//! From where a map is looked at: all of it beside its legend, or as much as can be read.

use eframe::egui::{Pos2, Rect, Ui, Vec2, vec2};

use super::camera::{fitting, inset};
use super::scene::Scene;
use super::stage::{MANY, refresh};
use super::{Canvas, MARGIN, arrange, legend, listing, wall};
use crate::model::ActorId;
use crate::ui::cx::Cx;
use crate::ui::shell::VIEW_SWITCH;
use crate::ui::theme;

/// Down to this share of the zoom at which all shapes fit, names are given more room.
const SMALLEST_SHARE: f32 = 0.7;
/// Where the whole of a map of few actors would be smaller than this, a part of it is shown.
const LEAST_FIT: f32 = 0.2;
/// The zoom of that part.
const SMALL_WINDOW: f32 = 0.8;
/// The room that a name takes round its actor, to the size of its letters.
const NAME_ROOM: Vec2 = vec2(22.0, 14.0);
/// The zoom of a map that would fit larger.
const LARGEST_FIT: f32 = 1.35;

/// Shows the whole map beside the legend, or under it where that leaves more room.
pub(super) fn fit(cx: &Cx<'_>, ui: &Ui, canvas: &mut Canvas, rect: Rect) {
    canvas.listed = false;
    if canvas.laid.is_some() {
        arrange::look(cx, canvas, rect);
        refresh(cx, ui, canvas);
        return;
    }
    look_at_all(cx, ui, canvas, free(cx, ui, canvas, rect));
    // In a picture nobody can zoom in: where names have no room, numbers and a list take their place.
    let crowded = canvas
        .scene()
        .is_some_and(|scene| scene.homeless * 4 > scene.actors.len());
    if canvas.picture && crowded && cx.now().actors.len() <= MANY {
        canvas.listed = true;
        refresh(cx, ui, canvas);
        let label = theme::LABEL * cx.text_scale();
        let share = listing::share(cx.now().actors.len(), rect.height() * 0.85, label);
        let list = rect.width() * share;
        let left = inset(rect, 0.0, 0.0, list, 0.0);
        look_at_all(cx, ui, canvas, free(cx, ui, canvas, left));
    }
}

/// The room that the quick line takes at the bottom of the map.
pub(super) const QUICK_LINE: f32 = 72.0;

/// Gives what lies under the switch between the views; a picture has none.
pub(super) fn below_switch(rect: Rect, picture: bool) -> Rect {
    if picture {
        rect
    } else {
        inset(rect, 0.0, VIEW_SWITCH - 2.0 * theme::STEP, 0.0, 0.0)
    }
}

/// Gives the room for the map.
fn free(cx: &Cx<'_>, ui: &Ui, canvas: &Canvas, rect: Rect) -> Rect {
    let rect = below_switch(rect, canvas.picture);
    let staged = canvas.staged.as_ref().filter(|_| cx.view.legend);
    let legend = staged.map_or(0.0, |staged| {
        legend::width(cx, ui, &staged.legend, rect, canvas.picture)
    });
    let top = wall::picture_title_height(cx, rect.width(), canvas.picture);
    // The quick line stands at the bottom of the window.
    let bottom = if canvas.picture { MARGIN.y } else { QUICK_LINE };
    let all = inset(rect, MARGIN.x, MARGIN.y + top, MARGIN.x, bottom);
    let beside = inset(all, legend, 0.0, 0.0, 0.0);
    if beside.width() > all.width() * 0.45 {
        beside
    } else {
        all
    }
}

/// Gives a frame with room for the names of actors who were put outside it.
pub(super) fn around(frame: Rect, centres: &[Pos2], font: f32) -> Rect {
    let outside = centres.iter().filter(|at| !frame.contains(**at));
    outside.fold(frame, |all, at| {
        all.union(Rect::from_center_size(*at, font * NAME_ROOM))
    })
}

/// Finds the largest zoom at which everything fits and names stand at their actors.
///
/// Names keep their size on the screen and stay within the room, so it is found by trying.
fn look_at_all(cx: &Cx<'_>, ui: &Ui, canvas: &mut Canvas, free: Rect) {
    canvas.frame = None;
    refresh(cx, ui, canvas);
    let Some(mut solid) = canvas.scene().and_then(Scene::solid) else {
        canvas.camera.look_at(Pos2::ZERO, free.center(), 1.0);
        return;
    };
    let many = cx.now().actors.len() > MANY;
    let mut zoom = fitting(solid.size(), free.size()).min(LARGEST_FIT);
    let least = zoom * SMALLEST_SHARE;
    // Free texts keep their size: below this they would fill a small window alone.
    let floor = least.min(fitting(spread(canvas), free.size())) * 0.6;
    if !many && !canvas.picture && floor < LEAST_FIT {
        look_at_some(cx, ui, canvas, free);
        return;
    }
    let mut best: Option<(usize, f32, Pos2)> = None;
    for _ in 0..if many { 4 } else { 12 } {
        look_within(cx, ui, canvas, free, (solid.center(), zoom));
        let Some(scene) = canvas.scene() else { return };
        solid = scene.solid().unwrap_or(solid);
        let fits = fitting(solid.size(), free.size());
        if fits < zoom * 0.995 && fits > floor {
            zoom = fits;
            continue;
        }
        let frame = canvas.frame.unwrap_or(Rect::EVERYTHING);
        let trouble = if many { 0 } else { scene.trouble(frame) };
        if best.is_none_or(|(least, ..)| trouble < least) {
            best = Some((trouble, zoom, solid.center()));
        }
        zoom *= 0.94;
        if trouble == 0 || zoom < least {
            break;
        }
    }
    if let Some((_, zoom, centre)) = best {
        look_within(cx, ui, canvas, free, (centre, zoom));
    }
}

/// Looks at the middle of a map that would be a knot if all of it were to be seen: at the official in focus, if there
/// is one.
fn look_at_some(cx: &Cx<'_>, ui: &Ui, canvas: &mut Canvas, free: Rect) {
    let focal = cx.now().focal;
    let scene = canvas.scene();
    let found = focal.and_then(|focal| Some(scene?.actor(focal)?.figure.centre));
    let middle = found.or_else(|| Some(scene?.solid()?.center()));
    let at = middle.unwrap_or_default();
    canvas.camera.look_at(at, free.center(), SMALL_WINDOW);
    refresh(cx, ui, canvas);
}

/// Gives how far the actors are spread.
fn spread(canvas: &Canvas) -> Vec2 {
    let centres = canvas.scene().map(Scene::centres).unwrap_or_default();
    let bounds = Rect::from_points(&centres);
    if bounds.is_finite() {
        bounds.size()
    } else {
        Vec2::ZERO
    }
}

/// Looks at a point of the map, with names kept within the room.
fn look_within(cx: &Cx<'_>, ui: &Ui, canvas: &mut Canvas, free: Rect, (at, zoom): (Pos2, f32)) {
    canvas.camera.look_at(at, free.center(), zoom);
    canvas.frame = Some(Rect::from_min_max(
        canvas.camera.map_from_screen(free.min),
        canvas.camera.map_from_screen(free.max),
    ));
    refresh(cx, ui, canvas);
}

/// Up to which zoom an actor who is looked for is too small.
const SMALL: f32 = 0.3;

/// Gives the frame round some actors.
fn bounds_of(canvas: &Canvas, actors: &[ActorId]) -> Option<Rect> {
    let scene = canvas.scene()?;
    actors
        .iter()
        .filter_map(|actor| scene.actor(*actor))
        .map(|actor| actor.figure.bounds(actor.halo()))
        .reduce(Rect::union)
}

/// Gives the room in which an actor is seen: not under the legend or the quick line.
fn clear(cx: &Cx<'_>, ui: &Ui, canvas: &Canvas, rect: Rect) -> Rect {
    if canvas.laid.is_some() {
        inset(
            rect,
            2.0 * MARGIN.x,
            2.0 * MARGIN.y,
            2.0 * MARGIN.x,
            3.0 * MARGIN.y,
        )
    } else {
        free(cx, ui, canvas, rect).expand(MARGIN.x)
    }
}

/// Steps back until everybody is in sight, however small.
pub(super) fn take_in(cx: &Cx<'_>, ui: &Ui, canvas: &mut Canvas, rect: Rect) {
    let free = free(cx, ui, canvas, rect);
    // Names keep their size, so that they need more of the map once it is smaller.
    for _ in 0..2 {
        let Some(solid) = canvas.scene().and_then(Scene::solid) else {
            return;
        };
        let zoom = fitting(solid.size(), free.size()).min(canvas.camera.zoom());
        look_within(cx, ui, canvas, free, (solid.center(), zoom));
    }
}

/// Says whether one of the actors is out of sight.
pub(super) fn is_hidden(
    cx: &Cx<'_>,
    ui: &Ui,
    canvas: &Canvas,
    (rect, actors): (Rect, &[ActorId]),
) -> bool {
    let room = clear(cx, ui, canvas, rect);
    bounds_of(canvas, actors)
        .is_some_and(|bounds| !room.contains_rect(canvas.camera.screen_rect(bounds)))
}

/// Brings actors into sight; does nothing where they are seen, and large enough.
pub(super) fn show(cx: &Cx<'_>, ui: &Ui, canvas: &mut Canvas, (rect, actors): (Rect, &[ActorId])) {
    let Some(bounds) = bounds_of(canvas, actors) else {
        return;
    };
    let zoom = canvas.camera.zoom();
    if !is_hidden(cx, ui, canvas, (rect, actors)) && zoom > SMALL {
        return;
    }
    let room = clear(cx, ui, canvas, rect);
    let wanted = if zoom > SMALL { zoom } else { SMALL_WINDOW };
    let zoom = fitting(bounds.size(), room.size()).min(wanted);
    canvas.camera.look_at(bounds.center(), room.center(), zoom);
}
