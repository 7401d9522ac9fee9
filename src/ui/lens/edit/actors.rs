//! Actors of the map.

use eframe::egui::Ui;

use super::Part;
use crate::edit::Edit;
use crate::model::{ActorId, LensValue};
use crate::text::inspector::{actor as actor_words, answer as answer_words};
use crate::text::lens as words;
use crate::ui::widget::{Pen, Picked, Picker, actor_choices, icon, icon_button_ui, pick_ui};

/// Draws the actors that were named, and a menu for the next.
pub(super) fn actors_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    part: Part<'_>,
    value: Option<&LensValue>,
    set: &dyn Fn(LensValue) -> Edit,
) {
    let now = pen.cx.now();
    let named: &[ActorId] = match value {
        Some(LensValue::Actors(actors)) => actors,
        _ => &[],
    };
    let mut after = named.to_vec();
    for id in named {
        let name = now.actors.get(*id).map_or("–", |actor| actor.name.as_str());
        ui.horizontal(|ui| {
            let remove = actor_words::of(pen.say(answer_words::REMOVE), name);
            if icon_button_ui(pen.theme(), ui, icon::REMOVE, &remove).clicked() {
                after.retain(|one| one != id);
            }
            ui.label(name);
        });
    }
    let others = now.actors.iter().filter(|actor| !named.contains(&actor.id));
    let choices = actor_choices(others);
    let picker = Picker {
        id: part.id,
        label: part.label,
        shown: pen.say(words::ADD_ACTOR),
        clear: None,
        own: false,
    };
    if let Some(Picked::One(actor)) = pick_ui(pen, ui, picker, &choices) {
        after.push(actor);
    }
    if after != named {
        pen.edit(set(LensValue::Actors(after)));
    }
}
