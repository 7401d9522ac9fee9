//! Where names and free texts stand, off actors and off each other.

use eframe::egui::{Pos2, Rect};

use super::{ActorDrawn, Label, Laid, Naming, Plan, Scene, TextDrawn};
use crate::model::{Actor, Arrow, MapText};
use crate::placement::LABEL_GAP;
use crate::placement::labels::{Anchor, Crowded, Home, LabelPass, Placed, Side};
use crate::session::arrange::Spot;
use crate::text::canvas as words;
use crate::ui::canvas::figure::Form;
use crate::ui::canvas::looks::Audience;
use crate::ui::canvas::names;
use crate::ui::canvas::units::{area, narrow, point, pos, pos_of_place, rect};

/// How many letters stand on a line of a free text, and how many lines it has.
const TEXT_LETTERS: usize = 28;
const TEXT_LINES: usize = 8;
/// The room between the arrow of a text and the actor it points at.
const ARROW_GAP: f32 = 5.0;
/// How far beyond the part of the map in which names are placed shapes are minded.
const AROUND: f32 = 240.0;
/// The radius of the disc with the number of a bridge, at 100 %.
pub(crate) const NUMBER_RADIUS: f32 = 11.0;

/// The height of a line of a name to the size of its letters.
const LINE: f32 = 1.22;
/// How many lines a name has at most in a row.
const ROW_LINES: f32 = 2.0;
/// Names are not cut shorter than this, as long as there is another way.
const ENOUGH: usize = 26;
/// Of so many names one may stand away from its actor in a view.
const AWAY: usize = 6;

/// Breaks the name of an actor over lines as the place it has in a view asks.
pub(super) fn in_view(plan: &Plan<'_>, laid: &Laid<'_>, actor: &Actor) -> String {
    let usual = || names::wrap(actor.label(), laid.letters, names::LINES);
    let Some(spot) = laid.arranged.spots.get(&actor.id) else {
        return usual();
    };
    let Home::Row(row) = spot.home else {
        return usual();
    };
    let keep = (laid.arranged.radius * 1.1 + 8.0).max(spot.reach) + LABEL_GAP;
    let wide = match spot.side {
        Side::Left => spot.at.x - keep - row.min.x,
        Side::Right | Side::Below | Side::Above => row.max.x - spot.at.x - keep,
    };
    let n_lines = ((narrow(row.height()) + 2.0) / (plan.font * LINE)).clamp(1.0, ROW_LINES);
    fitted(plan, actor.label(), narrow(wide), n_lines >= ROW_LINES)
}

/// Breaks a name over lines of at most a width: one where it can.
fn fitted(plan: &Plan<'_>, name: &str, wide: f32, two: bool) -> String {
    let one = names::wrap(name, 2 * ENOUGH, 1);
    if (plan.measure)(&one).x <= wide {
        return one;
    }
    let n_lines = if two { 2 } else { 1 };
    let mut words = one;
    for letters in (4..=2 * ENOUGH).rev() {
        words = names::wrap(name, letters, n_lines);
        if (plan.measure)(&words).x <= wide {
            break;
        }
    }
    words
}

/// Counts the names that stand badly: nowhere, away from their actor, and in a view also those that are cut short.
fn badly(plan: &Plan<'_>, actors: &[&ActorDrawn], placed: &[Option<Placed>]) -> usize {
    let nowhere = placed.iter().filter(|spot| spot.is_none()).count();
    let away = placed.iter().flatten().filter(|it| it.leader.is_some());
    let Some(laid) = plan.laid else {
        return nowhere + away.count();
    };
    let cut = actors.iter().filter(|actor| {
        let label = plan.now.actors.get(actor.id).map_or("", Actor::label);
        let shown = actor.name.chars().count();
        let short = shown < label.chars().count().min(ENOUGH);
        short && actor.name.ends_with('…') && !laid.arranged.waits(actor.id)
    });
    nowhere + cut.count() + away.count().saturating_sub(actors.len() / AWAY)
}

/// Places the free texts: those that may be seen, at their own place.
pub(super) fn texts(plan: &Plan<'_>, scene: &Scene) -> Vec<TextDrawn> {
    if plan.looks.on_the_wall() || plan.laid.is_some() {
        return Vec::new();
    }
    let texts = plan.now.texts.iter();
    texts
        .filter_map(|text| free_text(plan, scene, text))
        .collect()
}

fn free_text(plan: &Plan<'_>, scene: &Scene, text: &MapText) -> Option<TextDrawn> {
    let folded = text.note.private;
    if folded && plan.looks.audience != Audience::Work || text.note.is_empty() {
        return None;
    }
    let words = if folded {
        words::PRIVATE_TEXT.get(plan.looks.language).to_owned()
    } else {
        names::wrap(&text.note.text, TEXT_LETTERS, TEXT_LINES)
    };
    let size = (plan.measure)(&words);
    let arrow = text.arrow.and_then(|arrow| match arrow {
        Arrow::Place(place) => Some((pos_of_place(place), 0.0)),
        Arrow::Actor(actor) => {
            let actor = scene.actor(actor)?;
            let reach = actor.figure.bounds(actor.halo()).size().max_elem() / 2.0;
            Some((actor.figure.centre, reach + ARROW_GAP))
        }
    });
    Some(TextDrawn {
        id: text.id,
        words,
        folded,
        rect: Rect::from_center_size(pos_of_place(text.place), size),
        arrow: arrow.map(|(at, _)| at),
        short: arrow.map_or(0.0, |(_, short)| short),
    })
}

/// Places the names; gives as well how many found no room nearby.
pub(super) fn labels(plan: &Plan<'_>, scene: &Scene) -> (Vec<Label>, usize) {
    let outside = |index: &usize| {
        scene.actors.get(*index).is_some_and(|actor| {
            let near = plan
                .window
                .is_none_or(|room| room.contains(actor.figure.centre));
            near && !actor.name.is_empty() && !actor.name_inside
        })
    };
    let mut named: Vec<usize> = (0..scene.actors.len()).filter(outside).collect();
    let priority = |index: &usize| scene.actors.get(*index).map_or(0, |actor| actor.priority);
    if let Naming::Most(count) = plan.naming {
        named.sort_by_key(|index| (std::cmp::Reverse(priority(index)), *index));
        named.truncate(count);
        named.sort_unstable();
    }
    let actors: Vec<_> = named
        .iter()
        .filter_map(|index| scene.actors.get(*index))
        .collect();
    let spot = |actor: &ActorDrawn| {
        let laid = plan.laid?;
        laid.arranged.spots.get(&actor.id)
    };
    let pass = LabelPass {
        anchors: actors
            .iter()
            .map(|actor| anchor(plan, actor, spot(actor)))
            .collect(),
        discs: nameless(plan, scene, &named),
        boxes: boxes(plan, scene),
        lines: lines(scene),
        bounds: plan.within.map(area),
        crowded: match plan.naming {
            Naming::All => Crowded::Search,
            Naming::Roomy | Naming::Most(_) => Crowded::Hide,
        },
    };
    let placed = pass.place();
    let homeless = badly(plan, &actors, &placed);
    let labels = actors
        .iter()
        .zip(placed)
        .filter_map(|(actor, spot)| {
            let spot = spot?;
            Some(Label {
                actor: actor.id,
                rect: rect(spot.rect),
                leader: spot.leader.map(|(from, to)| [pos(from), pos(to)]),
            })
        })
        .collect();
    (labels, homeless)
}

/// Gives an actor as its name sees it.
fn anchor(plan: &Plan<'_>, actor: &ActorDrawn, spot: Option<&Spot>) -> Anchor {
    let size = (plan.measure)(&actor.name);
    Anchor {
        centre: point(actor.figure.centre),
        radius: reach(actor, spot),
        size: (f64::from(size.x), f64::from(size.y)),
        priority: actor.priority,
        side: spot.map_or(Side::Below, |spot| spot.side),
        home: spot.map_or(Home::Anywhere, |spot| spot.home),
    }
}

/// Gives how far a name keeps from the middle of its shape: in a row it stands at the side of it.
fn reach(actor: &ActorDrawn, spot: Option<&Spot>) -> f64 {
    let size = actor.figure.bounds(actor.halo()).size() / 2.0;
    let in_row = spot.filter(|spot| matches!(spot.home, Home::Row(_)));
    let shape = if in_row.is_some() { size.x } else { size.y };
    f64::from(shape).max(spot.map_or(0.0, |spot| spot.reach))
}

/// Gives the discs of actors whose name is not placed and that are no pills.
fn nameless(
    plan: &Plan<'_>,
    scene: &Scene,
    named: &[usize],
) -> Vec<(crate::placement::Point, f64)> {
    scene
        .actors
        .iter()
        .enumerate()
        .filter(|(index, actor)| {
            let reach = actor.figure.reach() + actor.halo();
            let near = plan.window.is_none_or(|room| {
                let round = room.expand(AROUND + reach);
                round.contains(actor.figure.centre)
            });
            near && named.binary_search(index).is_err()
                && !matches!(actor.figure.form, Form::Pill(_))
        })
        .map(|(_, actor)| {
            (
                point(actor.figure.centre),
                f64::from(actor.figure.reach() + actor.halo()),
            )
        })
        .collect()
}

/// Gives all that is no disc and may not be covered.
fn boxes(plan: &Plan<'_>, scene: &Scene) -> Vec<crate::placement::Rect> {
    let furniture = plan.laid.map(|laid| laid.boxes.clone()).unwrap_or_default();
    let pills = scene
        .actors
        .iter()
        .filter(|actor| matches!(actor.figure.form, Form::Pill(_)))
        .map(|actor| actor.figure.bounds(actor.halo()));
    let rings = scene.rings.iter().filter_map(|ring| ring.name_rect);
    let texts = scene.texts.iter().map(|text| text.rect);
    pills
        .chain(rings)
        .chain(texts)
        .chain(scene.numbers())
        .chain(furniture)
        .map(area)
        .collect()
}

/// Gives the lines that names keep off where they can; none where there are too many.
fn lines(scene: &Scene) -> Vec<Vec<crate::placement::Point>> {
    if scene.crowded() {
        return Vec::new();
    }
    let arrows = scene.texts.iter().filter_map(|text| {
        let target = text.arrow?;
        Some(vec![point(text.rect.clamp(target)), point(target)])
    });
    let along = |line: &Vec<Pos2>| line.iter().map(|at| point(*at)).collect();
    scene
        .strands
        .iter()
        .map(|strand| along(&strand.line))
        .chain(scene.rings.iter().map(|ring| along(&ring.outline)))
        .chain(arrows)
        .collect()
}
