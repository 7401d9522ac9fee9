//! The map for who cannot see it: a named region, and a node for every actor.

use eframe::egui::{
    Id, Modifiers, Rect, Response, Sense, Ui, WidgetInfo, WidgetType, accesskit::Action,
};

use super::{Canvas, gestures, keyboard, looking};
use crate::model::ActorId;
use crate::session::Item;
use crate::text::{canvas as words, terms};
use crate::ui::cx::{Cx, Outbox};

/// Above this many actors only those on screen that matter most would help anybody; the search field does more.
const MOST_NODES: usize = 300;
/// How many neighbours are named.
const MOST_NEIGHBOURS: usize = 12;

/// Gives the identity of the node of something on the map.
pub(super) fn id_of(canvas: Id, item: Item) -> Id {
    canvas.with(item)
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
        let id = id_of(response.id, Item::Actor(actor.id));
        let node = ui.interact(rect, id, sense);
        node.widget_info(|| {
            WidgetInfo::labeled(WidgetType::Button, true, label(cx, canvas, actor.id))
        });
        ui.ctx()
            .accesskit_node_builder(id, |node| node.add_action(Action::Click));
        if ui.input(|input| input.has_accesskit_action_request(id, Action::Click)) {
            let item = Some(Item::Actor(actor.id));
            if !looking::unfold(cx, canvas, item, out) {
                gestures::click(cx, item, Modifiers::NONE, out);
            }
        }
    }
    for (item, rect, label) in others(cx, canvas) {
        other(cx, ui, canvas, response, (item, rect, label), out);
    }
}

/// Names one thing that is no actor, and takes a click that comes without a pointer.
fn other(
    cx: &Cx<'_>,
    ui: &Ui,
    canvas: &Canvas,
    response: &Response,
    (item, rect, label): (Item, Rect, String),
    out: &mut Outbox,
) {
    let rect = canvas.camera.screen_rect(rect).intersect(response.rect);
    let sense = if cx.session.selection().single() == Some(item) {
        Sense::FOCUSABLE
    } else {
        Sense::HOVER
    };
    let id = id_of(response.id, item);
    let node = ui.interact(rect, id, sense);
    node.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &label));
    ui.ctx()
        .accesskit_node_builder(id, |node| node.add_action(Action::Click));
    if ui.input(|input| input.has_accesskit_action_request(id, Action::Click)) {
        gestures::click(cx, Some(item), Modifiers::NONE, out);
    }
}

/// Lists relations, bridges, rings and texts, each once, with where they are and what they are called.
fn others(cx: &Cx<'_>, canvas: &Canvas) -> Vec<(Item, Rect, String)> {
    let Some(scene) = canvas.scene() else {
        return Vec::new();
    };
    let mut out: Vec<(Item, Rect, String)> = Vec::new();
    for strand in &scene.strands {
        if let Some((_, rect, _)) = out.iter_mut().find(|(item, ..)| *item == strand.item) {
            *rect = rect.union(strand.bounds);
        } else {
            let label = looking::line_label(cx, canvas, strand.item);
            out.push((strand.item, strand.bounds, label));
        }
    }
    for ring in &scene.rings {
        if let Some(item) = ring.item {
            let label = ring.name.replace('\n', " ");
            out.push((item, Rect::from_points(&ring.outline), label));
        }
    }
    for text in &scene.texts {
        let label = words::text_label(cx.language(), &text.words.replace('\n', " "));
        out.push((Item::Text(text.id), text.rect, label));
    }
    out
}

fn label(cx: &Cx<'_>, canvas: &Canvas, id: ActorId) -> String {
    if let Some(label) = looking::folded_label(cx, canvas, id) {
        return label;
    }
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
