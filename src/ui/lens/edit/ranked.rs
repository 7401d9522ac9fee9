//! Options in order: the first is the weightiest.

use eframe::egui::{self, Align, Layout, Ui};

use super::Part;
use super::options::{chips_ui, choices_of, help_ui};
use crate::edit::Edit;
use crate::model::{LensOption, LensValue};
use crate::text::inspector::answer as answer_words;
use crate::text::lens::{self as words, say};
use crate::ui::lens::disc;
use crate::ui::theme;
use crate::ui::widget::{Pen, Picked, Picker, icon, icon_button_ui, pick_ui};

/// Draws what was put in order with buttons to move it, and what can be added.
pub(super) fn ranked_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    part: Part<'_>,
    options: &[LensOption],
    value: Option<&LensValue>,
    set: &dyn Fn(LensValue) -> Edit,
) {
    let order: Vec<String> = match value {
        Some(LensValue::Ranked(codes)) => codes.clone(),
        _ => Vec::new(),
    };
    let mut after = order.clone();
    for (place, code) in order.iter().enumerate() {
        row_ui(pen, ui, options, place, code, &mut after);
    }
    let rest: Vec<LensOption> = options
        .iter()
        .filter(|option| !order.contains(&option.code))
        .cloned()
        .collect();
    if rest.len() > 12 {
        let choices = choices_of(pen, rest.iter());
        let picker = Picker {
            id: part.id,
            label: part.label,
            shown: pen.say(words::ADD_OPTION),
            clear: None,
            own: false,
        };
        after.extend(pick_ui(pen, ui, picker, &choices).and_then(Picked::one));
    } else {
        after.extend(chips_ui(pen, ui, &rest, &[]));
    }
    if after != order {
        pen.edit(set(LensValue::Ranked(after)));
    }
    help_ui(pen, ui, part.id, options, &[]);
}

fn row_ui(
    pen: &Pen<'_>,
    ui: &mut Ui,
    options: &[LensOption],
    place: usize,
    code: &str,
    after: &mut Vec<String>,
) {
    let language = pen.cx.language();
    let theme = pen.theme();
    let label = options
        .iter()
        .find(|option| option.code == code)
        .map_or(code, |option| say(&option.label, language));
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(22.0, theme::ROW), egui::Sense::hover());
        disc(ui.painter(), theme, rect.center(), place + 1);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let remove = format!("{}: {label}", answer_words::REMOVE.get(language));
            if icon_button_ui(theme, ui, icon::REMOVE, &remove).clicked() {
                after.retain(|one| one != code);
            }
            let higher = format!("{}: {label}", words::HIGHER.get(language));
            if place > 0 && icon_button_ui(theme, ui, icon::UP, &higher).clicked() {
                after.swap(place, place - 1);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let text = egui::RichText::new(label).font(theme::regular(theme::BODY));
                ui.add(egui::Label::new(text.color(theme.ink)).wrap());
            });
        });
    });
}
