//! What the pointer does: select, drag, draw a relation, take in a rectangle, shift, zoom.

use eframe::egui::{
    CursorIcon, Key, Modifiers, PointerButton, Pos2, Rect, Response, Shape, Stroke, StrokeKind, Ui,
};

use super::paint::{self, Brush, Emphasis};
use super::projection::NodeMark;
use super::scene::{ActorDrawn, Scene};
use super::{Canvas, Hover, arrange, looking, shifts, texts, units};
use crate::edit::Edit;
use crate::model::{ActorId, Relation, TextId};
use crate::session::{Item, Selection};
use crate::ui::command::Command;
use crate::ui::cx::{Cx, Outbox, Request};

/// How far in and out of its outline the rim of an actor reaches, in points of the screen.
const RIM: (f32, f32) = (4.0, 5.0);
/// Actors smaller than this on the screen have no rim, so that they can still be dragged.
const RIM_FROM: f32 = 12.0;
/// How near to a line counts as on it.
const NEAR_LINE: f32 = 6.0;
/// By how much a notch of the wheel zooms.
const WHEEL: f32 = 0.0035;

/// What is being done with the pointer.
#[derive(Debug, Default)]
pub(super) enum Gesture {
    /// Nothing.
    #[default]
    Idle,
    /// Dragging actors.
    Moving {
        /// Where it began, on the map.
        from: Pos2,
        /// Who moves, and where they stood.
        starts: Vec<(ActorId, Pos2)>,
        /// Whether they moved at all.
        moved: bool,
    },
    /// Drawing a relation.
    Relating {
        /// From whom.
        from: ActorId,
        /// Where the pointer is.
        at: Pos2,
        /// Whom it would reach.
        to: Option<ActorId>,
    },
    /// Dragging a text on the map, or the end of its arrow.
    Writing {
        /// Which.
        text: TextId,
        /// What of it.
        part: texts::Part,
        /// Where it began, on the map.
        from: Pos2,
        /// Whether it moved at all.
        moved: bool,
    },
    /// Dragging actors to the place of an answer.
    Scoring(arrange::Scoring),
    /// Taking in a rectangle.
    Banding {
        /// Where it began, on the screen.
        from: Pos2,
        /// Where the pointer is.
        to: Pos2,
    },
    /// Shifting the map.
    Shifting,
    /// Broken off; the button is still down.
    BrokenOff,
}

/// What lies under a point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Hit {
    /// An actor.
    Actor(ActorId),
    /// The rim of an actor.
    Rim(ActorId),
    /// Something else.
    Item(Item),
    /// The bare map.
    Nothing,
}

impl Hit {
    /// Gives what would be selected.
    pub(super) fn item(self) -> Option<Item> {
        match self {
            Self::Actor(actor) | Self::Rim(actor) => Some(Item::Actor(actor)),
            Self::Item(item) => Some(item),
            Self::Nothing => None,
        }
    }
}

/// Finds what lies under a point of the screen.
pub(super) fn hit(canvas: &Canvas, screen_pos: Pos2) -> Hit {
    let (Some(scene), Some(projection)) = (canvas.scene(), canvas.projection()) else {
        return Hit::Nothing;
    };
    let zoom = canvas.camera.zoom();
    let at = canvas.camera.map_from_screen(screen_pos);
    if let Some(mark) = projection.actor_at(at, RIM.1 / zoom) {
        return if on_rim(scene, &mark, at, zoom) {
            Hit::Rim(mark.actor)
        } else {
            Hit::Actor(mark.actor)
        };
    }
    let item = paint::item_at(scene, at).or_else(|| projection.line_at(at, NEAR_LINE / zoom));
    item.map_or(Hit::Nothing, Hit::Item)
}

fn on_rim(scene: &Scene, mark: &NodeMark, at: Pos2, zoom: f32) -> bool {
    let size = mark.figure.bounds(0.0).size().min_elem() / 2.0 * zoom;
    let inner = RIM.0.min(size * 0.3);
    let halo = scene.actor(mark.actor).map_or(0.0, ActorDrawn::halo);
    size >= RIM_FROM && halo >= 0.0 && !mark.figure.contains(at, -inner / zoom)
}

/// Zooms with the wheel or two fingers, shifts with the middle or right button or Space.
pub(super) fn navigate(ui: &Ui, canvas: &mut Canvas, response: &Response) {
    let pointer = ui.input(|input| input.pointer.latest_pos());
    let within = response.contains_pointer();
    if let Some(at) = pointer.filter(|_| within) {
        let (scroll, pinch) = ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta()));
        let factor = pinch * (scroll.y * WHEEL).exp();
        if (factor - 1.0).abs() > 1e-4 {
            canvas.camera.zoom_at(at, factor);
        }
    }
    let drags = [PointerButton::Middle, PointerButton::Secondary];
    let by_button = drags
        .into_iter()
        .any(|button| shifts(button) && response.dragged_by(button));
    if by_button || matches!(canvas.gesture, Gesture::Shifting) {
        canvas.camera.pan_by(response.drag_delta());
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    }
}

/// Follows the pointer: what it is on, and what it does.
pub(super) fn act(
    cx: &Cx<'_>,
    ui: &Ui,
    canvas: &mut Canvas,
    response: &Response,
    out: &mut Outbox,
) {
    hover(ui, canvas, response);
    if response.drag_started_by(PointerButton::Primary) {
        response.request_focus();
        canvas.focus_seen = false;
        begin(cx, ui, canvas, out);
    }
    if ui.input(|input| input.key_pressed(Key::Escape)) {
        break_off(canvas, out);
    }
    if response.dragged_by(PointerButton::Primary) {
        go_on(cx, canvas, response, out);
    }
    if response.drag_stopped_by(PointerButton::Primary) {
        end(cx, ui, canvas, out);
    }
    if response.clicked() {
        response.request_focus();
        canvas.focus_seen = false;
        let at = response.interact_pointer_pos();
        if let Some(at) = at {
            let item = hit(canvas, at).item();
            if !looking::unfold(cx, canvas, item, out)
                && !looking::stands_for_several(canvas, cx, item)
            {
                click(cx, item, modifiers(ui), out);
            }
        }
    }
    if response.double_clicked()
        && let Some(at) = response.interact_pointer_pos()
        && hit(canvas, at).item().is_some()
    {
        out.send(Request::Run(Command::Inspector));
    }
}

fn modifiers(ui: &Ui) -> Modifiers {
    ui.input(|input| input.modifiers)
}

/// Selects, adds to what is selected, or selects nothing.
pub(super) fn click(cx: &Cx<'_>, item: Option<Item>, held: Modifiers, out: &mut Outbox) {
    let before = cx.session.selection();
    let adds = held.shift || held.command;
    let selection = match item {
        Some(item) if adds => before.clone().toggled(item),
        Some(item) => Selection::one(item),
        None if adds => return,
        None => Selection::default(),
    };
    if selection != *before {
        out.send(Request::Select(selection));
    }
}

fn hover(ui: &Ui, canvas: &mut Canvas, response: &Response) {
    let pointer = ui.input(|input| input.pointer.hover_pos());
    let idle = matches!(canvas.gesture, Gesture::Idle);
    let at = pointer.filter(|_| idle && response.contains_pointer());
    canvas.hovered = match at.map(|at| hit(canvas, at)) {
        Some(Hit::Actor(actor)) => Hover::Actor(actor),
        Some(Hit::Rim(actor)) => Hover::Rim(actor),
        Some(Hit::Item(item)) => Hover::Item(item),
        Some(Hit::Nothing) | None => Hover::Nothing,
    };
    match canvas.hovered {
        Hover::Rim(_) => ui.ctx().set_cursor_icon(CursorIcon::Crosshair),
        Hover::Actor(_) | Hover::Item(_) => ui.ctx().set_cursor_icon(CursorIcon::PointingHand),
        Hover::Nothing => {}
    }
}

fn begin(cx: &Cx<'_>, ui: &Ui, canvas: &mut Canvas, out: &mut Outbox) {
    let (origin, space, held) = ui.input(|input| {
        (
            input.pointer.press_origin(),
            input.key_down(Key::Space),
            input.modifiers,
        )
    });
    let Some(origin) = origin else {
        return;
    };
    let from = canvas.camera.map_from_screen(origin);
    if let Some(text) = texts::handle_at(cx, canvas, origin).filter(|_| !space) {
        canvas.gesture = Gesture::Writing {
            text,
            part: texts::Part::Arrow,
            from,
            moved: false,
        };
        return;
    }
    canvas.gesture = match hit(canvas, origin) {
        _ if space => Gesture::Shifting,
        Hit::Rim(from) if canvas.laid.is_none() => Gesture::Relating {
            from,
            at: origin,
            to: None,
        },
        Hit::Actor(actor) | Hit::Rim(actor) => moving(cx, canvas, actor, (origin, held), out),
        Hit::Item(Item::Text(text)) if cx.now().texts.contains(text) => {
            out.send(Request::Select(Selection::one(Item::Text(text))));
            let place = cx.now().texts.get(text).map(|text| text.place);
            let start = place.map(units::pos_of_place).unwrap_or_default();
            Gesture::Writing {
                text,
                part: texts::Part::Whole(start),
                from,
                moved: false,
            }
        }
        Hit::Item(Item::Text(_) | Item::Relation(_) | Item::Group(_) | Item::Role(_))
        | Hit::Nothing => Gesture::Banding {
            from: origin,
            to: origin,
        },
        Hit::Item(Item::Actor(_)) => Gesture::Idle,
    };
}

/// Begins to move an actor with all that is selected, or all it stands for.
fn moving(
    cx: &Cx<'_>,
    canvas: &Canvas,
    actor: ActorId,
    (origin, held): (Pos2, Modifiers),
    out: &mut Outbox,
) -> Gesture {
    let selected = cx.session.selection();
    let movers: Vec<ActorId> = if selected.contains(Item::Actor(actor)) {
        selected.actors().collect()
    } else if held.shift || held.command {
        let added = selected.clone().toggled(Item::Actor(actor));
        out.send(Request::Select(added.clone()));
        added.actors().collect()
    } else {
        let movers = looking::members(canvas, actor);
        let items = movers.iter().map(|actor| Item::Actor(*actor));
        out.send(Request::Select(items.collect()));
        movers
    };
    if canvas.laid.is_some() {
        let scoring = arrange::begin(canvas, actor, movers, origin);
        return scoring.map_or(Gesture::Idle, Gesture::Scoring);
    }
    let starts = movers
        .into_iter()
        .map(|actor| (actor, units::pos_of_place(cx.session.place(actor))));
    Gesture::Moving {
        from: canvas.camera.map_from_screen(origin),
        starts: starts.collect(),
        moved: false,
    }
}

fn go_on(cx: &Cx<'_>, canvas: &mut Canvas, response: &Response, out: &mut Outbox) {
    let Some(pointer) = response.interact_pointer_pos() else {
        return;
    };
    let reached = match hit(canvas, pointer) {
        Hit::Actor(actor) | Hit::Rim(actor) | Hit::Item(Item::Actor(actor)) => Some(actor),
        Hit::Item(_) | Hit::Nothing => None,
    };
    match &mut canvas.gesture {
        Gesture::Moving {
            from,
            starts,
            moved,
        } => {
            if response.drag_delta() == eframe::egui::Vec2::ZERO && *moved {
                return;
            }
            let by = canvas.camera.map_from_screen(pointer) - *from;
            *moved = true;
            let places = starts
                .iter()
                .map(|(actor, start)| (*actor, Some(units::place(*start + by))))
                .collect();
            out.send(Request::Preview(Edit::Place(places)));
        }
        Gesture::Relating { from, at, to } => {
            *at = pointer;
            *to = reached.filter(|actor| actor != from);
        }
        Gesture::Writing {
            text,
            part,
            from,
            moved,
        } => {
            if response.drag_delta() == eframe::egui::Vec2::ZERO {
                return;
            }
            *moved = true;
            let to = canvas.camera.map_from_screen(pointer);
            let edit = texts::moved(cx.now(), *text, *part, (*from, to), reached);
            if let Some(edit) = edit {
                out.send(Request::Preview(edit));
            }
        }
        Gesture::Scoring(scoring) => {
            arrange::follow_pointer(scoring, canvas.camera.map_from_screen(pointer));
        }
        Gesture::Banding { to, .. } => *to = pointer,
        Gesture::Idle | Gesture::Shifting | Gesture::BrokenOff => {}
    }
}

fn end(cx: &Cx<'_>, ui: &Ui, canvas: &mut Canvas, out: &mut Outbox) {
    match std::mem::take(&mut canvas.gesture) {
        Gesture::Moving { moved, .. } | Gesture::Writing { moved, .. } => {
            out.send(if moved {
                Request::Commit
            } else {
                Request::Cancel
            });
        }
        Gesture::Relating {
            from, to: Some(to), ..
        } => {
            let id = out.fresh_id();
            out.edit(Edit::AddRelation(Box::new(Relation::new(id, from, to))));
            out.send(Request::Select(Selection::one(Item::Relation(id))));
        }
        Gesture::Scoring(scoring) => {
            let spans = modifiers(ui).shift;
            arrange::finish(cx, canvas, &scoring, spans, out);
        }
        Gesture::Banding { from, to } => {
            let band = Rect::from_two_pos(from, to);
            let adds = modifiers(ui);
            let before = cx.session.selection();
            let kept = before.iter().filter(|_| adds.shift || adds.command);
            let actors = canvas.scene().into_iter().flat_map(|scene| &scene.actors);
            let caught = actors
                .filter(|actor| band.contains(canvas.camera.screen_from_map(actor.figure.centre)))
                .map(|actor| Item::Actor(actor.id));
            let selection: Selection = kept.chain(caught).collect();
            if selection != *before {
                out.send(Request::Select(selection));
            }
        }
        Gesture::Relating { to: None, .. }
        | Gesture::Idle
        | Gesture::Shifting
        | Gesture::BrokenOff => {}
    }
}

fn break_off(canvas: &mut Canvas, out: &mut Outbox) {
    match canvas.gesture {
        Gesture::Moving { .. } | Gesture::Writing { .. } => {
            out.send(Request::Cancel);
            canvas.gesture = Gesture::BrokenOff;
        }
        Gesture::Relating { .. } | Gesture::Scoring(_) | Gesture::Banding { .. } => {
            canvas.gesture = Gesture::BrokenOff;
        }
        Gesture::Idle | Gesture::Shifting | Gesture::BrokenOff => {}
    }
}

/// Gives the shapes that answer to the pointer.
pub(super) fn feedback(
    canvas: &Canvas,
    scene: &Scene,
    brush: &Brush<'_>,
    hovered: Option<&ActorDrawn>,
) -> Vec<Shape> {
    let mut out = Vec::new();
    if let Some(actor) = hovered {
        let emphasis = match canvas.hovered {
            Hover::Rim(_) => Emphasis::Rim,
            Hover::Actor(_) | Hover::Item(_) | Hover::Nothing => Emphasis::Hovered,
        };
        paint::emphasis(actor, emphasis, brush, &mut out);
    }
    match &canvas.gesture {
        Gesture::Relating { from, at, to } => {
            let ends = (scene.actor(*from), to.and_then(|to| scene.actor(to)));
            if let (Some(start), target) = ends {
                paint::emphasis(start, Emphasis::Rim, brush, &mut out);
                let end = target.map_or(*at, |actor| brush.at(actor.figure.centre));
                let line = [brush.at(start.figure.centre), end];
                out.push(Shape::line_segment(
                    line,
                    Stroke::new(2.6, brush.theme.accent),
                ));
                if let Some(target) = target {
                    paint::emphasis(target, Emphasis::Rim, brush, &mut out);
                }
            }
        }
        Gesture::Banding { from, to } => {
            let band = Rect::from_two_pos(*from, *to);
            let fill = brush.theme.accent.gamma_multiply(0.08);
            let stroke = Stroke::new(1.2, brush.theme.accent);
            out.push(Shape::rect_filled(band, 2.0, fill));
            out.push(Shape::rect_stroke(band, 2.0, stroke, StrokeKind::Inside));
        }
        Gesture::Idle
        | Gesture::Moving { .. }
        | Gesture::Scoring(_)
        | Gesture::Writing { .. }
        | Gesture::Shifting
        | Gesture::BrokenOff => {}
    }
    texts::handle_shapes(scene, brush, &mut out);
    out
}
