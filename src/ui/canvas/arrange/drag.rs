//! Dragging that answers: where an actor is dropped is what it is told to have answered.

use eframe::egui::{
    Align2, Color32, CornerRadius, Pos2, Shape, Stroke, StrokeKind, Ui, Vec2, vec2,
};

use crate::edit::Edit;
use crate::model::{ActorId, Language};
use crate::session::arrange::{Reading, told};
use crate::text::arrange as words;
use crate::ui::canvas::paint::Brush;
use crate::ui::canvas::scene::Scene;
use crate::ui::canvas::units::{point, pos};
use crate::ui::canvas::{Canvas, keyboard, paint};
use crate::ui::cx::{Cx, Outbox};
use crate::ui::theme;

/// Who is dragged, from where, and how far.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::ui::canvas) struct Scoring {
    /// Who, the one under the pointer first.
    who: Vec<ActorId>,
    /// Where it began, on the map.
    from: Pos2,
    /// How far it went, on the map.
    by: Vec2,
}

/// Begins a drag; nothing where none of them can be told an answer here.
pub(in crate::ui::canvas) fn begin(
    canvas: &Canvas,
    grabbed: ActorId,
    movers: Vec<ActorId>,
    origin: Pos2,
) -> Option<Scoring> {
    let laid = canvas.laid.as_ref()?;
    let free = |actor: &ActorId| !laid.arranged.fixed.contains(actor);
    let mut who: Vec<ActorId> = movers.into_iter().filter(free).collect();
    who.sort_by_key(|actor| *actor != grabbed);
    (!who.is_empty()).then(|| Scoring {
        who,
        from: canvas.camera.map_from_screen(origin),
        by: Vec2::ZERO,
    })
}

/// Follows the pointer.
pub(in crate::ui::canvas) fn follow_pointer(scoring: &mut Scoring, at: Pos2) {
    scoring.by = at - scoring.from;
}

fn reading(canvas: &Canvas, actor: ActorId, by: Vec2) -> Option<Reading> {
    let laid = canvas.laid.as_ref()?;
    let start = pos(laid.arranged.spots.get(&actor)?.at);
    laid.arranged.reading(point(start + by))
}

/// Ends a drag: one step of undo, with Shift a span from the old answer to the new one.
pub(in crate::ui::canvas) fn finish(
    cx: &Cx<'_>,
    canvas: &Canvas,
    scoring: &Scoring,
    spans: bool,
    out: &mut Outbox,
) {
    let Some(laid) = canvas.laid.as_ref() else {
        return;
    };
    let edits: Vec<Edit> = scoring
        .who
        .iter()
        .filter_map(|id| Some((cx.now().actors.get(*id)?, reading(canvas, *id, scoring.by)?)))
        .flat_map(|(actor, to)| {
            let from = reading(canvas, actor.id, Vec2::ZERO);
            if from == Some(to) {
                return Vec::new();
            }
            let from = from.filter(|from| spans && *from != Reading::NotAsked);
            told(actor, &laid.wanted, to, from, cx.today)
        })
        .collect();
    send(edits, out);
}

/// Moves the answers of the selected actors one step: right and left, up and down.
pub(in crate::ui::canvas) fn step(
    cx: &Cx<'_>,
    canvas: &Canvas,
    direction: Vec2,
    out: &mut Outbox,
) -> bool {
    let Some(laid) = canvas.laid.as_ref() else {
        return false;
    };
    let sign = |part: f32| {
        if part > 0.5 {
            1
        } else if part < -0.5 {
            -1
        } else {
            0
        }
    };
    let by = (sign(direction.x), sign(-direction.y));
    let chosen: Vec<ActorId> = cx.session.selection().actors().collect();
    let who = if chosen.is_empty() {
        keyboard::current(cx).into_iter().collect()
    } else {
        chosen
    };
    let edits = who
        .into_iter()
        .filter(|actor| !laid.arranged.fixed.contains(actor))
        .filter_map(|actor| cx.now().actors.get(actor))
        .filter_map(|actor| {
            let to = crate::session::arrange::step(actor, &laid.wanted, by)?;
            Some(told(actor, &laid.wanted, to, None, cx.today))
        })
        .flatten()
        .collect();
    send(edits, out);
    true
}

fn send(mut edits: Vec<Edit>, out: &mut Outbox) {
    match edits.len() {
        0 => {}
        1 => out.edit(edits.remove(0)),
        _ => out.edit(Edit::Many(edits)),
    }
}

/// Tells an answer in few words.
fn telling(reading: Reading, language: Language) -> String {
    match reading {
        Reading::Position(value) => words::position(value, language),
        Reading::Grid { power, involvement } => words::grid(power, involvement, language),
        Reading::Ring(score) => usize::try_from(score - 1)
            .ok()
            .and_then(|index| words::RINGS.get(index))
            .map_or_else(String::new, |ring| ring.get(language).to_owned()),
        Reading::NotAsked => words::TAKEN_BACK.get(language).to_owned(),
    }
}

/// Draws those who are dragged where they would be, with the answer beside the pointer.
pub(in crate::ui::canvas) fn feedback(
    cx: &Cx<'_>,
    ui: &Ui,
    canvas: &Canvas,
    scoring: &Scoring,
    (scene, brush): (&Scene, &Brush<'_>),
) -> Vec<Shape> {
    let mut moved = Scene::default();
    for actor in scoring.who.iter().filter_map(|id| scene.actor(*id)) {
        let mut actor = actor.clone();
        actor.figure.centre += scoring.by;
        moved.actors.push(actor);
    }
    let mut shapes = paint::shapes(&moved, brush);
    let first = scoring.who.first().copied();
    let told = first.and_then(|actor| reading(canvas, actor, scoring.by));
    let (Some(told), Some(actor)) = (told, moved.actors.first()) else {
        return shapes;
    };
    let painter = ui.painter();
    let font = theme::medium(theme::BODY);
    let galley = painter.layout_no_wrap(telling(told, cx.language()), font, cx.theme.on_accent);
    let size = galley.size() + vec2(22.0, 14.0);
    let beside =
        brush.at(actor.figure.centre) + vec2(brush.length(actor.figure.reach()) + 12.0, 0.0);
    let mut card = Align2::LEFT_CENTER.anchor_size(beside, size);
    if card.right() > brush.seen.right() - 6.0 {
        let before =
            brush.at(actor.figure.centre) - vec2(brush.length(actor.figure.reach()) + 12.0, 0.0);
        card = Align2::RIGHT_CENTER.anchor_size(before, size);
    }
    shapes.push(Shape::rect_filled(
        card,
        CornerRadius::same(8),
        cx.theme.accent,
    ));
    let rim = Stroke::new(1.0, cx.theme.canvas);
    shapes.push(Shape::rect_stroke(
        card,
        CornerRadius::same(8),
        rim,
        StrokeKind::Outside,
    ));
    shapes.push(Shape::galley(
        card.min + vec2(11.0, 7.0),
        galley,
        Color32::PLACEHOLDER,
    ));
    shapes
}
