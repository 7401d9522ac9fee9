//! The map for who cannot see it: a named region, and a node for every actor.

use eframe::egui::{
    Id, Modifiers, Rect, Response, Sense, Ui, WidgetInfo, WidgetType, accesskit::Action,
};

use std::collections::BTreeMap;

use super::scene::Scene;
use super::{Canvas, gestures, keyboard, looking};
use crate::model::ActorId;
use crate::session::Item;
use crate::text::{canvas as words, compare, terms};
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
    for (item, rect) in others(scene) {
        other(cx, ui, canvas, response, (item, rect), out);
    }
}

/// Names one thing that is no actor, and takes a click that comes without a pointer.
fn other(
    cx: &Cx<'_>,
    ui: &Ui,
    canvas: &Canvas,
    response: &Response,
    (item, rect): (Item, Rect),
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
    node.widget_info(|| {
        WidgetInfo::labeled(WidgetType::Button, true, other_label(cx, canvas, item))
    });
    ui.ctx()
        .accesskit_node_builder(id, |node| node.add_action(Action::Click));
    if ui.input(|input| input.has_accesskit_action_request(id, Action::Click)) {
        gestures::click(cx, Some(item), Modifiers::NONE, out);
    }
}

/// Lists relations, bridges, rings and texts, each once, with where they are.
fn others(scene: &Scene) -> Vec<(Item, Rect)> {
    let mut out: Vec<(Item, Rect)> = Vec::with_capacity(scene.strands.len());
    let mut found: BTreeMap<Item, usize> = BTreeMap::new();
    for strand in &scene.strands {
        let index = *found.entry(strand.item).or_insert(out.len());
        match out.get_mut(index) {
            Some((_, rect)) => *rect = rect.union(strand.bounds),
            None => out.push((strand.item, strand.bounds)),
        }
    }
    for ring in &scene.rings {
        if let Some(item) = ring.item {
            out.push((item, Rect::from_points(&ring.outline)));
        }
    }
    for text in &scene.texts {
        out.push((Item::Text(text.id), text.rect));
    }
    out
}

/// Gives what one thing that is no actor is called.
fn other_label(cx: &Cx<'_>, canvas: &Canvas, item: Item) -> String {
    let Some(scene) = canvas.scene() else {
        return String::new();
    };
    if scene.strands.iter().any(|strand| strand.item == item) {
        return looking::line_label(cx, canvas, item);
    }
    let mut rings = scene.rings.iter();
    if let Some(ring) = rings.find(|ring| ring.item == Some(item)) {
        return ring.name.replace('\n', " ");
    }
    let mut texts = scene.texts.iter();
    let text = texts.find(|text| Item::Text(text.id) == item);
    text.map_or_else(String::new, |text| {
        words::text_label(cx.language(), &text.words.replace('\n', " "))
    })
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
    let label = words::actor_label(cx.language(), &actor.name, arena, n_relations, &names);
    let mark = cx.view.marks.signs.get(&id);
    match mark.filter(|_| cx.view.lit.contains(&id)) {
        Some(mark) => format!("{label}; {}", compare::mark(mark.sign(), cx.language())),
        None => label,
    }
}
