//! What the keys do while they go to the map: walk, nudge, open, start the quick line.

use eframe::egui::{Event, EventFilter, Id, Key, Modifiers, Response, Ui, Vec2, vec2};

use super::scene::Scene;
use super::{Canvas, access, arrange, looking, texts, units};
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
    let actor_id = match cx.session.selection().single() {
        Some(item) => Some(access::id_of(response.id, item)),
        None => current(cx).map(|actor| access::id_of(response.id, Item::Actor(actor))),
    };
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
        walk_relations(cx, ui, canvas, response, out);
        let plain_enter = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let on = current(cx).map(Item::Actor);
        if plain_enter && looking::unfold(cx, canvas, on, out) {
            return;
        }
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

/// Steps with Alt and Enter through all that hangs on the actor where the walk stands: relations, bridges, rings and
/// texts; with Shift the other way. Without an actor it steps through the texts of the map.
fn walk_relations(
    cx: &Cx<'_>,
    ui: &Ui,
    canvas: &mut Canvas,
    response: &Response,
    out: &mut Outbox,
) {
    let with_shift = Modifiers::ALT.plus(Modifiers::SHIFT);
    let back = ui.input_mut(|input| input.consume_key(with_shift, Key::Enter));
    let on = ui.input_mut(|input| input.consume_key(Modifiers::ALT, Key::Enter));
    if !back && !on {
        return;
    }
    let here = current(cx).or(canvas.walk);
    let Some(items) = canvas.scene().map(|scene| hanging(scene, here)) else {
        return;
    };
    let single = cx.session.selection().single();
    let place = items.iter().position(|item| Some(*item) == single);
    let next = match (place, back) {
        (None, false) => items.first(),
        (Some(place), false) => items.get(place + 1).or_else(|| items.first()),
        (None | Some(0), true) => items.last(),
        (Some(place), true) => items.get(place - 1),
    };
    if let Some(next) = next {
        canvas.walk = here;
        canvas.focus_seen = true;
        out.send(Request::Select(Selection::one(*next)));
        let id = access::id_of(response.id, *next);
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}

/// Lists what hangs on an actor, each once; without an actor the texts.
fn hanging(scene: &Scene, actor: Option<ActorId>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let Some(actor) = actor else {
        items.extend(scene.texts.iter().map(|text| Item::Text(text.id)));
        return items;
    };
    let strands = scene.strands.iter();
    let lines = strands
        .filter(|it| it.ends.contains(&actor))
        .map(|it| it.item);
    let around = |outline: &[eframe::egui::Pos2]| {
        let centre = scene.actor(actor).map(|actor| actor.figure.centre);
        centre.is_some_and(|at| super::figure::inside(outline, at))
    };
    let rings = scene.rings.iter().filter(|ring| around(&ring.outline));
    for item in lines.chain(rings.filter_map(|ring| ring.item)) {
        if !items.contains(&item) {
            items.push(item);
        }
    }
    items
}

fn arrow(
    cx: &Cx<'_>,
    ui: &Ui,
    canvas: &mut Canvas,
    response: &Response,
    (key, direction): (Key, Vec2),
    out: &mut Outbox,
) {
    let with_shift = Modifiers::ALT.plus(Modifiers::SHIFT);
    if ui.input_mut(|input| input.consume_key(with_shift, key)) {
        texts::nudge_arrows(cx, canvas, direction * NUDGE, out);
    } else if ui.input_mut(|input| input.consume_key(Modifiers::ALT, key)) {
        if !arrange::step(cx, canvas, direction, out) {
            nudge(cx, direction * NUDGE, out);
        }
    } else if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
        canvas.focus_seen = true;
        if let Some(next) = next(cx, canvas, direction) {
            out.send(Request::Select(Selection::one(Item::Actor(next))));
            canvas.show_actors(&[next]);
            canvas.walk = None;
            let id = access::id_of(response.id, Item::Actor(next));
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
    let mut edits = texts::nudged(cx, by);
    if !places.is_empty() {
        edits.insert(0, Edit::Place(places));
    }
    match edits.pop() {
        Some(only) if edits.is_empty() => out.edit(only),
        Some(last) => {
            edits.push(last);
            out.edit(Edit::Many(edits));
        }
        None => {}
    }
}

/// Finds the next actor in a direction: along a relation where there is one, else whoever is nearest.
fn next(cx: &Cx<'_>, canvas: &Canvas, direction: Vec2) -> Option<ActorId> {
    let (scene, projection) = (canvas.scene()?, canvas.projection()?);
    let Some(from) = current(cx).or(canvas.walk) else {
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
