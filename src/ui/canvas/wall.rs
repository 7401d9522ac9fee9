//! The map on the wall: as large as the wall allows, with nothing but what may be seen.

use std::collections::BTreeMap;

use eframe::egui::{Pos2, Rect, Ui, Vec2, pos2, vec2};

use super::camera::inset;
use super::listing;
use super::looks::Looks;
use super::scene::{Plan, Scene, Spots};
use super::units::real;
use crate::model::{ActorId, Content, Document};
use crate::text::shell::UNTITLED;
use crate::ui::cx::Cx;
use crate::ui::theme;

/// The width of lines to the size of letters at 100 %.
pub(super) const PEN: f32 = 0.68;
/// The radius of actors to the size of letters.
const RADIUS: f32 = 1.02;
/// The size of the title to the size of letters.
const TITLE: f32 = 1.25;
/// The width of a bold letter to its size, on the average; rather too wide than too narrow.
const LETTER: f32 = 0.58;
/// The same for a whole sentence, whose spaces are narrow.
const TITLE_LETTER: f32 = 0.555;
/// How far the title of a picture stands from the edges.
const PICTURE_EDGE: f32 = 20.0;
/// How far the title stands from the edges, to the size of letters.
const EDGE: f32 = 1.4;
/// How much wider than high a map may be stretched.
const STRETCH: f32 = 1.7;
/// How far places are evened out, from not at all to one distance between all neighbours.
const EVENING: [f32; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];

/// How large shapes are to their usual size, and where names stand, the best first.
const ATTEMPTS: [(f32, Spots); 4] = [
    (1.0, Spots::BesideAndInPills),
    (1.0, Spots::Beside),
    (0.8, Spots::Beside),
    (0.62, Spots::Beside),
];
/// Above this many actors not everything is tried.
const MANY: usize = 80;

/// Gives the question the map is about, or else its title; nothing private.
pub(crate) fn title(document: &Document) -> Option<&str> {
    document
        .now
        .purpose
        .issue_sentence
        .open_text()
        .or_else(|| (!document.title.is_empty()).then_some(document.title.as_str()))
}

/// Draws the title at the top left, large.
pub(super) fn title_ui(cx: &Cx<'_>, ui: &Ui, rect: Rect) {
    let label = Looks::wall_label(rect.height());
    let words = title(cx.document()).unwrap_or(cx.say(UNTITLED));
    title_at(cx, ui, rect, words, (label * TITLE, label * EDGE, 2));
}

/// A page lower than this has a small title.
const LOW_PAGE: f32 = 480.0;

/// Gives how high the title of a picture of the working view is, in a width.
pub(super) fn picture_title_height(cx: &Cx<'_>, width: f32, picture: bool) -> f32 {
    match title(cx.document()) {
        Some(words) if picture => {
            let size = theme::SUBJECT * cx.text_scale();
            size * (0.4 + 1.3 * real(title_rows(words, size, width - 2.0 * PICTURE_EDGE)))
        }
        Some(_) | None => 0.0,
    }
}

/// Draws the title of a picture of the working view.
pub(crate) fn picture_title_ui(cx: &Cx<'_>, ui: &Ui, rect: Rect) {
    if let Some(words) = title(cx.document()) {
        let size = theme::SUBJECT * cx.text_scale();
        let rows = title_rows(words, size, rect.width() - 2.0 * PICTURE_EDGE);
        title_at(cx, ui, rect, words, (size, PICTURE_EDGE, rows));
    }
}

/// Draws the title of a page of words, smaller where the page is low; gives how much of the page it takes.
pub(crate) fn page_title_ui(cx: &Cx<'_>, ui: &Ui, rect: Rect) -> f32 {
    let Some(words) = title(cx.document()) else {
        return PICTURE_EDGE * 0.5;
    };
    let size = if rect.height() < LOW_PAGE {
        theme::BODY
    } else {
        theme::SUBJECT
    };
    let rows = title_rows(words, size, rect.width() - 2.0 * PICTURE_EDGE);
    let high = title_at(cx, ui, rect, words, (size, PICTURE_EDGE, rows));
    PICTURE_EDGE * 0.8 + high + 4.0
}

/// Gives how many rows a title takes in a width, three at most.
fn title_rows(words: &str, size: f32, width: f32) -> usize {
    let fit = width / (size * TITLE_LETTER);
    let (mut rows, mut used) = (1, 0.0);
    for word in words.split_whitespace() {
        let letters = real(word.chars().count());
        if used > 0.0 && used + 1.0 + letters > fit {
            rows += 1;
            used = letters;
        } else {
            used += letters + if used > 0.0 { 1.0 } else { 0.0 };
        }
    }
    rows.min(3)
}

/// Paints a title; gives how high it is.
fn title_at(
    cx: &Cx<'_>,
    ui: &Ui,
    rect: Rect,
    words: &str,
    (size, edge, rows): (f32, f32, usize),
) -> f32 {
    let mut job = eframe::egui::text::LayoutJob::simple(
        words.to_owned(),
        theme::bold(size),
        cx.theme.ink,
        (rect.width() - 2.0 * edge).max(size),
    );
    job.wrap.max_rows = rows;
    let galley = ui.painter().layout_job(job);
    let at = rect.min + vec2(edge, edge * 0.8);
    let high = galley.size().y;
    ui.painter().galley(at, galley, cx.theme.ink);
    high
}

/// Gives how high the title of the wall is, in a width.
pub(super) fn head(now: &Content, width: f32, label: f32) -> f32 {
    let letters = now
        .purpose
        .issue_sentence
        .open_text()
        .map_or(0, |text| text.chars().count());
    let wide = f32::from(u16::try_from(letters).unwrap_or(u16::MAX)) * label * TITLE * LETTER;
    let rows = if wide > width - 2.0 * label * EDGE {
        2.0
    } else {
        1.0
    };
    label * (TITLE * 1.25 * rows + EDGE * 1.1)
}

/// Makes the scene of the wall: the map stretched over it, evened out where names have no room, and with numbers and a
/// list beside it where nothing else helps.
pub(super) fn scene(plan: &Plan<'_>, size: Vec2) -> Scene {
    let all = Rect::from_min_size(Pos2::ZERO, size);
    let head = head(plan.now, size.x, plan.looks.label);
    let edge = plan.looks.label * 0.6;
    let within = inset(all, edge, head, edge, edge);
    let attempts = if plan.places.len() > MANY {
        &ATTEMPTS[..1]
    } else {
        &ATTEMPTS[..]
    };
    let mut best: Option<(usize, Scene)> = None;
    for (smaller, spots) in attempts {
        for evening in EVENING {
            let scene = attempt(plan, within, *smaller, *spots, evening);
            let trouble = scene.homeless + crowding(&scene);
            if trouble == 0 {
                return scene;
            }
            if best.as_ref().is_none_or(|(least, _)| trouble < *least) {
                best = Some((trouble, scene));
            }
        }
    }
    match best {
        Some((trouble, scene)) if trouble * 8 <= plan.places.len() => scene,
        Some(_) | None => numbered(plan, within),
    }
}

/// Makes the scene with numbers in the shapes, beside room for the list.
fn numbered(plan: &Plan<'_>, within: Rect) -> Scene {
    let share = listing::share(plan.places.len(), within.height(), plan.looks.label);
    let room = inset(within, 0.0, 0.0, within.width() * share, 0.0);
    let tries = EVENING.map(|evening| attempt(plan, room, 0.8, Spots::List, evening));
    tries.into_iter().min_by_key(crowding).unwrap_or_default()
}

fn attempt(plan: &Plan<'_>, within: Rect, smaller: f32, spots: Spots, evening: f32) -> Scene {
    let label = plan.looks.label;
    let radius = label * RADIUS * smaller;
    let below = match spots {
        Spots::BesideAndInPills | Spots::Beside => label * 1.6,
        Spots::List => 0.0,
    };
    let side = radius * 1.6;
    let room = inset(within, side, radius * 1.2, side, radius * 1.2 + below);
    let places = spread(plan.places, room, evening);
    Scene::new(&Plan {
        places: &places,
        radius: Some(radius),
        within: Some(within),
        spots,
        ..*plan
    })
}

/// Counts the actors that stand over one another.
fn crowding(scene: &Scene) -> usize {
    let actors = &scene.actors;
    actors
        .iter()
        .enumerate()
        .map(|(index, one)| {
            let others = actors.iter().skip(index + 1);
            others
                .filter(|other| {
                    let room = one.figure.bounds(one.halo());
                    room.intersects(other.figure.bounds(other.halo()))
                })
                .count()
        })
        .sum()
}

/// Spreads places over a room; who stood left of or above another still does.
fn spread(places: &BTreeMap<ActorId, Pos2>, room: Rect, evening: f32) -> BTreeMap<ActorId, Pos2> {
    let points: Vec<Pos2> = places.values().copied().collect();
    let bounds = Rect::from_points(&points);
    if points.len() < 2 || !bounds.is_finite() {
        return places.keys().map(|id| (*id, room.center())).collect();
    }
    let even = |values: Vec<f32>| evened(&values, evening);
    let across = even(points.iter().map(|at| at.x).collect());
    let down = even(points.iter().map(|at| at.y).collect());
    let share = bounds.size().max(vec2(1.0, 1.0));
    // Not stretched out of all shape, except as far as it is evened out.
    let scale = vec2(room.width() / share.x, room.height() / share.y);
    let most = 1.0 + (STRETCH - 1.0) * (1.0 + evening);
    let used = vec2(
        scale.x.min(scale.y * most) * share.x,
        scale.y.min(scale.x * most) * share.y,
    );
    let corner = room.center() - used / 2.0;
    let spots = across.into_iter().zip(down);
    places
        .keys()
        .zip(spots)
        .map(|(id, (x, y))| (*id, pos2(corner.x + x * used.x, corner.y + y * used.y)))
        .collect()
}

/// Gives values from 0 to 1 in the same order, between their own distances and equal ones.
fn evened(values: &[f32], evening: f32) -> Vec<f32> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f32::total_cmp);
    sorted.dedup();
    let low = sorted.first().copied().unwrap_or_default();
    let span = sorted.last().copied().unwrap_or_default() - low;
    if span <= 0.0 {
        return vec![0.5; values.len()];
    }
    let steps = real(sorted.len() - 1);
    values
        .iter()
        .map(|value| {
            let rank = real(sorted.partition_point(|other| other < value)) / steps;
            let own = (value - low) / span;
            own + (rank - own) * evening
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evening_out_keeps_the_order() {
        let values = [5.0, 1.0, 1.2, 9.0, 1.1];
        for evening in EVENING {
            let evened = evened(&values, evening);
            for (one, first) in values.iter().zip(&evened) {
                for (other, second) in values.iter().zip(&evened) {
                    assert_eq!(one < other, first < second, "{evening}");
                }
            }
        }
    }
}
