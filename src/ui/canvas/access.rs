//! The map for who cannot see it: a named region, and a node for every actor.

use eframe::egui::{Id, Response, Sense, Ui, WidgetInfo, WidgetType};

use super::{Canvas, gestures, keyboard};
use crate::model::ActorId;
use crate::session::Item;
use crate::text::{canvas as words, terms};
use crate::ui::command::Command;
use crate::ui::cx::{Cx, Outbox, Request};

/// Above this many actors only those on screen that matter most would help anybody; the search field does more.
const MOST_NODES: usize = 300;
/// How many neighbours are named.
const MOST_NEIGHBOURS: usize = 12;

/// Gives the identity of the node of an actor.
pub(super) fn id_of(canvas: Id, actor: ActorId) -> Id {
    canvas.with(actor)
}

/// Names the region alone.
pub(super) fn describe_wall(cx: &Cx<'_>, response: &Response) {
    let n_actors = cx.now().actors.len();
    let label = words::map_label(cx.language(), n_actors);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Other, true, &label));
}

/// Names the region and its actors; takes clicks on them.
pub(super) fn describe(
    cx: &Cx<'_>,
    ui: &Ui,
    canvas: &mut Canvas,
    response: &Response,
    out: &mut Outbox,
) {
    describe_wall(cx, response);
    let Some(scene) = canvas.scene() else {
        return;
    };
    if scene.actors.len() > MOST_NODES {
        return;
    }
    let current = keyboard::current(cx);
    let mut clicked = None;
    for actor in &scene.actors {
        let rect = canvas.camera.screen_rect(actor.figure.bounds(0.0));
        let rect = rect.intersect(response.rect);
        // Only one stop for Tab: arrows walk from there.
        let sense = if current == Some(actor.id) {
            Sense::click()
        } else {
            Sense::CLICK
        };
        let node = ui.interact(rect, id_of(response.id, actor.id), sense);
        node.widget_info(|| {
            WidgetInfo::labeled(WidgetType::Button, true, label(cx, canvas, actor.id))
        });
        if node.clicked() || node.secondary_clicked() {
            clicked = Some((actor.id, node));
        }
    }
    if let Some((actor, node)) = clicked {
        take_click(cx, ui, canvas, (actor, &node), response, out);
    }
}

/// Treats a click on a node as one on the map; a click without a pointer selects the actor.
fn take_click(
    cx: &Cx<'_>,
    ui: &Ui,
    canvas: &mut Canvas,
    (actor, node): (ActorId, &Response),
    response: &Response,
    out: &mut Outbox,
) {
    let under = node
        .interact_pointer_pos()
        .map(|at| gestures::hit(canvas, at).item());
    let item = under.unwrap_or(Some(Item::Actor(actor)));
    if node.secondary_clicked() {
        return;
    }
    response.request_focus();
    canvas.focus_seen = false;
    let held = ui.input(|input| input.modifiers);
    gestures::click(cx, item, held, out);
    if node.double_clicked() && item.is_some() {
        out.send(Request::Run(Command::Inspector));
    }
}

fn label(cx: &Cx<'_>, canvas: &Canvas, id: ActorId) -> String {
    let now = cx.now();
    let Some(actor) = now.actors.get(id) else {
        return String::new();
    };
    let arena = actor
        .arena
        .value()
        .map(|arena| terms::term(arena, cx.language()));
    let near = canvas
        .projection()
        .map(|projection| projection.neighbours(id))
        .unwrap_or_default();
    let names: Vec<&str> = near
        .iter()
        .take(MOST_NEIGHBOURS)
        .filter_map(|other| now.actors.get(*other))
        .map(crate::model::Actor::label)
        .collect();
    let n_relations = now.relations_of(id).count();
    words::actor_label(cx.language(), &actor.name, arena, n_relations, &names)
}
