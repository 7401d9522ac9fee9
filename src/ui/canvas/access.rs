//! The map for who cannot see it: a named region, and a node for every actor.

use eframe::egui::{Id, Modifiers, Response, Sense, Ui, WidgetInfo, WidgetType, accesskit::Action};

use super::{Canvas, gestures, keyboard};
use crate::model::ActorId;
use crate::session::Item;
use crate::text::{canvas as words, terms};
use crate::ui::cx::{Cx, Outbox};

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

/// Names the region and its actors; takes clicks that come without a pointer.
pub(super) fn describe(
    cx: &Cx<'_>,
    ui: &Ui,
    canvas: &Canvas,
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
    for actor in &scene.actors {
        let rect = canvas.camera.screen_rect(actor.figure.bounds(0.0));
        let rect = rect.intersect(response.rect);
        // Only one stop for Tab: arrows walk from there. The pointer is left to the map itself.
        let sense = if current == Some(actor.id) {
            Sense::FOCUSABLE
        } else {
            Sense::HOVER
        };
        let id = id_of(response.id, actor.id);
        let node = ui.interact(rect, id, sense);
        node.widget_info(|| {
            WidgetInfo::labeled(WidgetType::Button, true, label(cx, canvas, actor.id))
        });
        ui.ctx()
            .accesskit_node_builder(id, |node| node.add_action(Action::Click));
        if ui.input(|input| input.has_accesskit_action_request(id, Action::Click)) {
            gestures::click(cx, Some(Item::Actor(actor.id)), Modifiers::NONE, out);
        }
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
