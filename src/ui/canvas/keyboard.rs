//! What the keys do while they go to the map: walk, nudge, open, start the quick line.

use eframe::egui::{Event, EventFilter, Id, Key, Modifiers, Response, Ui, Vec2, vec2};

use super::scene::Scene;
use super::{Canvas, access, units};
use crate::edit::Edit;
use crate::model::ActorId;
use crate::session::{Item, Selection};
use crate::ui::command::Command;
use crate::ui::cx::{Cx, Outbox, Request};

/// How far an arrow with Alt moves actors, in units of the map.
const NUDGE: f32 = 10.0;
/// How much a step aside counts against a step ahead.
const ASIDE: f32 = 2.2;

/// The arrow keys and where they point.
const ARROWS: [(Key, Vec2); 4] = [
    (Key::ArrowLeft, vec2(-1.0, 0.0)),
    (Key::ArrowRight, vec2(1.0, 0.0)),
    (Key::ArrowUp, vec2(0.0, -1.0)),
    (Key::ArrowDown, vec2(0.0, 1.0)),
];

/// Takes the keys that go to the map.
pub(super) fn act(
    cx: &Cx<'_>,
    ui: &Ui,
    canvas: &mut Canvas,
    response: &Response,
    out: &mut Outbox,
) {
    let actor_id = current(cx).map(|actor| access::id_of(response.id, actor));
    let focused = ui.memory(eframe::egui::Memory::focused);
    let own = |id: Id| id == response.id || Some(id) == actor_id;
    let quiet = cx.view.overlay.is_none();
    if !quiet || focused.is_some_and(|id| !own(id)) {
        return;
    }
    if let Some(id) = focused {
        ui.memory_mut(|memory| {
            memory.set_focus_lock_filter(
                id,
                EventFilter {
                    tab: false,
                    horizontal_arrows: true,
                    vertical_arrows: true,
                    escape: true,
                },
            );
        });
        if ui.input(|input| input.key_pressed(Key::Tab)) {
            canvas.focus_seen = true;
        }
        for (key, direction) in ARROWS {
            arrow(cx, ui, canvas, response, (key, direction), out);
        }
        let plain_enter = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        if plain_enter && !cx.session.selection().is_empty() {
            out.send(Request::Run(Command::Inspector));
        }
    }
    typed(ui, out);
}

/// Gives the actor at which a walk starts.
pub(super) fn current(cx: &Cx<'_>) -> Option<ActorId> {
    cx.session.selection().actors().last()
}

fn arrow(
    cx: &Cx<'_>,
    ui: &Ui,
    canvas: &mut Canvas,
    response: &Response,
    (key, direction): (Key, Vec2),
    out: &mut Outbox,
) {
    if ui.input_mut(|input| input.consume_key(Modifiers::ALT, key)) {
        nudge(cx, direction * NUDGE, out);
    } else if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
        canvas.focus_seen = true;
        if let Some(next) = next(cx, canvas, direction) {
            out.send(Request::Select(Selection::one(Item::Actor(next))));
            canvas.show_actors(&[next]);
            let id = access::id_of(response.id, next);
            ui.memory_mut(|memory| memory.request_focus(id));
        }
    }
}

fn nudge(cx: &Cx<'_>, by: Vec2, out: &mut Outbox) {
    let places: Vec<_> = cx
        .session
        .selection()
        .actors()
        .map(|actor| {
            let at = units::pos_of_place(cx.session.place(actor)) + by;
            (actor, Some(units::place(at)))
        })
        .collect();
    if !places.is_empty() {
        out.edit(Edit::Place(places));
    }
}

/// Finds the next actor in a direction: along a relation where there is one, else whoever is nearest.
fn next(cx: &Cx<'_>, canvas: &Canvas, direction: Vec2) -> Option<ActorId> {
    let (scene, projection) = (canvas.scene()?, canvas.projection()?);
    let Some(from) = current(cx) else {
        return cx
            .now()
            .focal
            .or_else(|| scene.actors.first().map(|actor| actor.id));
    };
    let near = projection.neighbours(from);
    nearest(scene, from, direction, near.into_iter()).or_else(|| {
        let everybody = scene.actors.iter().map(|actor| actor.id);
        nearest(scene, from, direction, everybody)
    })
}

fn nearest(
    scene: &Scene,
    from: ActorId,
    direction: Vec2,
    among: impl Iterator<Item = ActorId>,
) -> Option<ActorId> {
    let start = scene.actor(from)?.figure.centre;
    among
        .filter(|actor| *actor != from)
        .filter_map(|actor| {
            let way = scene.actor(actor)?.figure.centre - start;
            let ahead = way.dot(direction);
            let aside = (way - direction * ahead).length();
            // A quarter of the compass belongs to each arrow.
            (ahead > 0.0 && ahead >= aside * 0.999).then_some((ahead + ASIDE * aside, actor))
        })
        .min_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, actor)| actor)
}

/// Sends what is typed to the quick line.
fn typed(ui: &Ui, out: &mut Outbox) {
    let typed: String = ui.input(|input| {
        let texts = input.events.iter().filter_map(|event| {
            if let Event::Text(text) | Event::Paste(text) = event {
                Some(text.as_str())
            } else {
                None
            }
        });
        texts.collect()
    });
    if !typed.trim().is_empty() {
        out.send(Request::Run(Command::QuickLine));
        out.send(Request::QuickText(typed));
    }
}
