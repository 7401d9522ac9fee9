//! The views in which a place means something, on the canvas: what stands where, the furniture under the actors, the
//! switch above the map, and dragging that answers.

mod about;
mod drag;
mod furniture;
mod glide;

use std::sync::Arc;

use eframe::egui::{Rect, Ui, Vec2, vec2};

use super::Canvas;
use super::camera::inset;
use super::sight::QUICK_LINE;
use super::units::narrow;
use super::wall::picture_title_height;
use crate::model::{Arrangement, Content, Language};
use crate::session::arrange::{Arranged, Centre, Furniture, Listing, Room, Wanted};
use crate::ui::cx::{Cx, Outbox};
use crate::ui::shell::VIEW_SWITCH;
use crate::ui::theme;

pub(crate) use about::hint;
pub(super) use drag::{Scoring, begin, feedback, finish, follow_pointer, step};
pub(super) use furniture::{list_ui, over_ui, under_ui};
pub(super) use glide::{Glide, glide};

/// A view as it was laid out last, and what from.
#[derive(Debug, Clone)]
pub(super) struct Laid {
    generation: u64,
    seen: u64,
    pub(super) wanted: Wanted,
    room: Room,
    pub(super) arranged: Arc<Arranged>,
    /// How many letters stand on a line of a name.
    pub(super) letters: usize,
    /// The names that the numbers in the actors stand for; none where names stand beside their actors.
    list: Vec<furniture::Listed>,
    /// The sums of the forces in words.
    sums: Option<furniture::Sums>,
    language: Language,
    /// Grows with every layout.
    pub(super) serial: u64,
}

impl Laid {
    /// Says whether names stand in a list.
    pub(super) fn listed(&self) -> bool {
        self.room.listing.is_some()
    }

    /// Gives the first name in the list, and where it stands.
    #[cfg(test)]
    pub(super) fn first_listed(&self) -> Option<(crate::model::ActorId, Rect)> {
        self.list.first().and_then(furniture::Listed::spot)
    }
}

/// How far a list of names may reach down beside the quick line, and how wide that line stays at the least.
const BESIDE_LINE: f32 = QUICK_LINE - 14.0;
const LEAST_LINE: f32 = 320.0;
/// In a smaller window only a part of a view is seen.
const LEAST_ROOM: Vec2 = vec2(620.0, 360.0);

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

/// Lays the view out anew where something it was made from changed; says whether it was.
pub(super) fn lay_out(cx: &Cx<'_>, ui: &Ui, canvas: &mut Canvas, rect: Rect) -> bool {
    let Some(wanted) = wanted(cx) else {
        canvas.laid = None;
        return false;
    };
    let free = free(cx, rect, canvas.picture);
    let least = if canvas.picture {
        Vec2::ZERO
    } else {
        LEAST_ROOM
    };
    let size = free.size().max(least);
    let scale = f64::from(letters(cx, canvas.picture));
    let room = Room::new(f64::from(size.x), f64::from(size.y), scale);
    let (generation, seen) = (cx.session.generation(), canvas.seen.serial());
    let serial = canvas.laid.as_ref().map_or(0, |laid| laid.serial);
    let fresh = canvas.laid.as_ref().is_some_and(|laid| {
        let same_room = (laid.room.width, laid.room.height, laid.room.scale)
            == (room.width, room.height, room.scale);
        laid.generation == generation
            && laid.seen == seen
            && laid.wanted == wanted
            && laid.language == cx.language()
            && same_room
    });
    if fresh {
        return false;
    }
    let now = canvas.seen.now(cx);
    let sums = match &wanted {
        Wanted::Forces(Some(issue)) => furniture::sums(cx, now, *issue),
        Wanted::Forces(None) | Wanted::Matrix | Wanted::Rings(_) => None,
    };
    let room = with_sums(cx, ui, now, (&wanted, sums.as_ref()), room);
    let arranged = Arc::new(Arranged::new(now, &wanted, room));
    canvas.laid = Some(Laid {
        sums,
        language: cx.language(),
        generation,
        seen,
        wanted,
        room,
        arranged,
        letters: LETTERS,
        list: Vec::new(),
        serial: serial + 1,
    });
    true
}

/// Gives a room that keeps the height free that the sums in words take.
fn with_sums(
    cx: &Cx<'_>,
    ui: &Ui,
    now: &Content,
    (wanted, sums): (&Wanted, Option<&furniture::Sums>),
    room: Room,
) -> Room {
    let Some(sums) = sums else {
        return room;
    };
    let Furniture::Forces(field) = Arranged::new(now, wanted, room).furniture else {
        return room;
    };
    let size = (narrow(field.sums.width()), narrow(room.scale));
    let high = furniture::sums_height(cx, ui.painter(), sums, size);
    Room {
        sums: f64::from(high) + 6.0,
        ..room
    }
}

/// The columns of a list take no more than leaves this part of the width to the view; a window can be shifted.
const LEAST_FIELD: f64 = 0.42;
const LEAST_FIELD_IN_WINDOW: f64 = 0.62;
/// How many columns a list has at most.
const MOST_COLUMNS: usize = 3;

/// How many letters stand on a line of a name, and where there is little room.
const LETTERS: usize = 18;
const FEW_LETTERS: usize = 15;

/// Breaks names over shorter lines; says whether that could help.
pub(super) fn shorten(canvas: &mut Canvas) -> bool {
    let Some(laid) = &mut canvas.laid else {
        return false;
    };
    laid.letters = FEW_LETTERS;
    laid.serial += 1;
    !matches!(laid.wanted, Wanted::Forces(_))
}

/// Puts numbers on the actors and their names in a list beside the view, because names have no room.
pub(super) fn list(cx: &Cx<'_>, ui: &Ui, canvas: &mut Canvas) {
    let Some(mut laid) = canvas.laid.take() else {
        return;
    };
    let now = canvas.seen.now(cx);
    let least = if canvas.picture {
        LEAST_FIELD
    } else {
        LEAST_FIELD_IN_WINDOW
    };
    for columns in 1..=MOST_COLUMNS {
        let listing = Listing {
            digits: f64::from(digits(cx, canvas.picture)),
            columns,
        };
        let listed = Room {
            listing: Some(listing),
            ..laid.room
        };
        let room = with_sums(cx, ui, now, (&laid.wanted, laid.sums.as_ref()), listed);
        let mut arranged = Arranged::new(now, &laid.wanted, room);
        if columns > 1 && arranged.field.width() < least * room.width {
            break;
        }
        let below = if canvas.picture { 0.0 } else { BESIDE_LINE };
        let foot = narrow(room.height) + below;
        let (list, reach) = furniture::listed(ui.painter(), now, &arranged, (room, foot));
        let fits = reach <= foot;
        if !fits {
            arranged.whole.max.y = arranged.whole.max.y.max(f64::from(reach));
        }
        laid.list = list;
        laid.room = room;
        laid.arranged = Arc::new(arranged);
        if fits {
            break;
        }
    }
    laid.serial += 1;
    canvas.laid = Some(laid);
}

/// Gives the part of the canvas that a list of names leaves to the quick line, where it stands beside it.
pub(super) fn beside_list(cx: &Cx<'_>, canvas: &Canvas, rect: Rect) -> Rect {
    let Some(laid) = canvas.laid.as_ref().filter(|laid| laid.listed()) else {
        return rect;
    };
    let room = narrow(laid.room.height);
    let mut lowest = laid.list.iter().filter_map(furniture::Listed::foot);
    let columns = laid.arranged.columns.iter();
    let left = columns.map(|it| narrow(it.min.x)).reduce(f32::min);
    match left {
        Some(left) if lowest.any(|foot| foot > room) => {
            let right = free(cx, rect, canvas.picture).left() + left;
            rect.with_max_x(right.max(rect.left() + LEAST_LINE).min(rect.right()))
        }
        Some(_) | None => rect,
    }
}

/// The size of the digits in the actors, to that of names.
const DIGITS: f32 = 0.6;

/// Gives the size of the digits in the actors where their names stand in a list: never below the least for letters.
pub(super) fn digits(cx: &Cx<'_>, picture: bool) -> f32 {
    let scale = cx.text_scale();
    let (label, least) = if picture {
        (theme::LABEL * scale, theme::REMARK)
    } else {
        (theme::LABEL, theme::REMARK / scale.max(0.1))
    };
    (label * DIGITS).max(least)
}

/// Says whether the names of a view have too little room, or the view itself.
pub(super) fn crowded(canvas: &Canvas) -> bool {
    let Some(laid) = &canvas.laid else {
        return false;
    };
    let homeless = canvas.scene().is_some_and(|scene| scene.homeless > 0);
    let high = canvas.picture && laid.arranged.whole.height() > laid.room.height + 1.0;
    homeless || high
}

/// Draws above the view what it is about.
pub(super) fn above_ui(cx: &Cx<'_>, ui: &mut Ui, canvas: &Canvas, rect: Rect, out: &mut Outbox) {
    if canvas.laid.is_some() {
        about::about_ui(cx, ui, free(cx, rect, false), out);
    }
}

/// Gives what the names of a view keep off.
pub(super) fn boxes(laid: &Laid) -> Vec<Rect> {
    furniture::boxes(&laid.arranged, narrow(laid.room.scale))
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
        let size = vec2(narrow(whole.width()), narrow(whole.height()));
        let zoom = super::camera::fitting(size, free.size()).min(1.0);
        let left = free.left() + (free.width() - size.x * zoom) / 2.0;
        let corner = eframe::egui::pos2(left, free.top());
        canvas.camera.look_at(origin, corner, zoom);
    }
}
