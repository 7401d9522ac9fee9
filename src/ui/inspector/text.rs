//! The inspector of a free text on the map.

use eframe::egui::Ui;

use super::{field_id, name_of, subject};
use crate::edit::{Edit, Entry};
use crate::model::{Arrow, MapText};
use crate::text::inspector::relation as words;
use crate::ui::widget::{
    Look, Pen, Picked, Picker, actor_choices, block_ui, note_ui, pick_from_ui, quiet_button_ui,
    rule_ui,
};

/// Draws the inspector of a text on the map.
pub(super) fn text_ui(pen: &mut Pen<'_>, ui: &mut Ui, text: &MapText) {
    let cx = pen.cx;
    let put = |after: MapText| Edit::Text(Entry::Put(Box::new(after)));
    subject::title_ui(pen, ui, pen.say(words::TEXT), "");
    block_ui(pen, ui, "", |pen, ui| {
        let id = field_id(text.id, "text");
        let label = pen.say(words::TEXT);
        note_ui(pen, ui, id, label, Look::Text, &text.note, &|note| {
            put(MapText {
                note,
                ..text.clone()
            })
        });
    });
    block_ui(pen, ui, pen.say(words::ARROW), |pen, ui| {
        let shown = match text.arrow {
            Some(Arrow::Actor(actor)) => name_of(cx, actor),
            Some(Arrow::Place(_)) => pen.say(words::ARROW_TO_PLACE),
            None => pen.say(words::NO_ARROW),
        };
        let picker = Picker {
            id: field_id(text.id, "arrow"),
            label: pen.say(words::ARROW),
            shown,
            clear: Some(pen.say(words::NO_ARROW)),
            own: false,
        };
        let choices = || actor_choices(cx.now().actors.iter());
        let arrow = match pick_from_ui(pen, ui, picker, choices) {
            Some(Picked::One(actor)) => Some(Arrow::Actor(actor)),
            Some(Picked::Cleared) => None,
            Some(Picked::New(_)) | None => return,
        };
        pen.edit(put(MapText {
            arrow,
            ..text.clone()
        }));
    });
    rule_ui(pen.theme(), ui);
    if quiet_button_ui(pen.theme(), ui, pen.say(words::DELETE_TEXT)).clicked() {
        pen.edit(Edit::Text(Entry::Remove(text.id)));
    }
}
