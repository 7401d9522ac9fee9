//! A menu with a search field: terms, actors, values.

use eframe::egui::{
    self, Id, Key, Popup, PopupCloseBehavior, Sense, Stroke, Ui, WidgetInfo, WidgetType,
};

use super::Pen;
use crate::model::{Actor, ActorId};
use crate::text::inspector::answer as words;
use crate::ui::theme::{self, Theme, icons};

/// One thing that can be picked.
#[derive(Debug, Clone)]
pub(crate) struct Choice<T> {
    /// What it is called.
    pub(crate) label: String,
    /// What it is.
    pub(crate) what: T,
}

/// A menu to pick from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Picker<'a> {
    /// Its identity.
    pub(crate) id: Id,
    /// What it picks, for who does not see it.
    pub(crate) label: &'a str,
    /// What stands on it.
    pub(crate) shown: &'a str,
    /// The row that clears, where it can be cleared.
    pub(crate) clear: Option<&'a str>,
    /// Whether a new name can be typed.
    pub(crate) own: bool,
}

/// What was picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Picked<T> {
    /// One of the choices.
    One(T),
    /// Nothing.
    Cleared,
    /// A new name.
    New(String),
}

impl<T> Picked<T> {
    /// Gives the choice; nothing where it was cleared.
    pub(crate) fn one(self) -> Option<T> {
        match self {
            Self::One(choice) => Some(choice),
            Self::Cleared | Self::New(_) => None,
        }
    }
}

/// Draws a button with a menu of choices; gives what was picked.
pub(crate) fn pick_ui<T: Clone>(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    picker: Picker<'_>,
    choices: &[Choice<T>],
) -> Option<Picked<T>> {
    pick_from_ui(pen, ui, picker, || choices)
}

/// Draws a picker whose choices are made only while they are seen; gives what was picked.
pub(crate) fn pick_from_ui<T: Clone, C: AsRef<[Choice<T>]>>(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    picker: Picker<'_>,
    choices: impl FnOnce() -> C,
) -> Option<Picked<T>> {
    let button = button_ui(pen.theme(), ui, picker);
    let popup = Popup::menu(&button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(260.0);
    let clicked = button.clicked();
    let shown = popup.show(|ui| menu_ui(pen, ui, picker, choices().as_ref(), clicked));
    let picked = shown.and_then(|shown| shown.inner);
    if picked.is_some() {
        Popup::close_id(ui.ctx(), Popup::default_response_id(&button));
        button.request_focus();
    }
    picked
}

fn button_ui(theme: &Theme, ui: &mut Ui, picker: Picker<'_>) -> egui::Response {
    let most = (ui.available_width() - 20.0).max(60.0);
    let mut job = egui::text::LayoutJob::simple(
        picker.shown.to_owned(),
        theme::regular(theme::REMARK),
        theme.dim,
        most,
    );
    job.wrap.max_rows = 2;
    let galley = ui.painter().layout_job(job);
    let size = egui::vec2(galley.size().x + 16.0, galley.size().y.max(theme::ROW));
    let (_, rect) = ui.allocate_space(size);
    let response = ui.interact(rect, picker.id, Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(WidgetType::ComboBox, true, picker.label);
        info.current_text_value = Some(picker.shown.to_owned());
        info
    });
    let painter = ui.painter();
    let lively = response.hovered() || response.has_focus();
    if lively {
        let line = if response.has_focus() {
            Stroke::new(1.5 * theme.outline, theme.accent)
        } else {
            Stroke::NONE
        };
        painter.rect(
            rect.expand2(egui::vec2(6.0, 0.0)),
            7.0,
            theme.field,
            line,
            egui::StrokeKind::Inside,
        );
    }
    let ink = if lively { theme.ink } else { theme.dim };
    let at = egui::pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    painter.galley_with_override_text_color(at, galley, ink);
    painter.text(
        rect.right_center(),
        egui::Align2::RIGHT_CENTER,
        icons::DOWN,
        theme::icon(14.0),
        theme.faint,
    );
    response
}

fn menu_ui<T: Clone>(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    picker: Picker<'_>,
    choices: &[Choice<T>],
    opened: bool,
) -> Option<Picked<T>> {
    let theme = pen.theme();
    let search_id = picker.id.with("search");
    let mut search: String = if opened {
        String::new()
    } else {
        ui.data(|data| data.get_temp(search_id)).unwrap_or_default()
    };
    let mut picked = None;
    ui.set_width(250.0);
    if picker.own || choices.len() > 8 {
        picked = search_ui(pen, ui, picker, choices, &mut search, opened);
        ui.data_mut(|data| data.insert_temp(search_id, search.clone()));
    }
    egui::ScrollArea::vertical()
        .max_height(260.0)
        .show(ui, |ui| {
            if let Some(clear) = picker.clear.filter(|_| search.is_empty()) {
                let row = egui::RichText::new(clear).color(theme.dim);
                if ui.add(egui::Button::new(row).frame(false)).clicked() {
                    picked = Some(Picked::Cleared);
                }
            }
            for choice in choices.iter().filter(|choice| fits(&choice.label, &search)) {
                let row = egui::RichText::new(&choice.label).color(theme.ink);
                if ui.add(egui::Button::new(row).frame(false).wrap()).clicked() {
                    picked = Some(Picked::One(choice.what.clone()));
                }
            }
            let known = choices
                .iter()
                .any(|choice| choice.label.to_lowercase() == search.trim().to_lowercase());
            if picker.own && !search.trim().is_empty() && !known {
                let row = words::add_own(search.trim(), pen.cx.language());
                if ui.add(egui::Button::new(row).frame(false).wrap()).clicked() {
                    picked = Some(Picked::New(search.trim().to_owned()));
                }
            }
        });
    picked
}

/// Draws the search field; Enter picks the first that fits, or the new name.
fn search_ui<T: Clone>(
    pen: &Pen<'_>,
    ui: &mut Ui,
    picker: Picker<'_>,
    choices: &[Choice<T>],
    search: &mut String,
    opened: bool,
) -> Option<Picked<T>> {
    let hint = pen.say(if picker.own {
        words::SEARCH_OR_TYPE
    } else {
        words::SEARCH
    });
    let id = picker.id.with("search field");
    let field = ui.add(
        egui::TextEdit::singleline(search)
            .id(id)
            .hint_text(hint)
            .desired_width(f32::INFINITY)
            .margin(egui::Margin::symmetric(8, 5)),
    );
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_label(hint));
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if opened {
        field.request_focus();
    }
    if !entered {
        return None;
    }
    let name = search.trim();
    let found = choices
        .iter()
        .find(|choice| choice.label.to_lowercase() == name.to_lowercase())
        .or_else(|| choices.iter().find(|choice| fits(&choice.label, name)));
    match found {
        Some(choice) if !name.is_empty() => Some(Picked::One(choice.what.clone())),
        None if picker.own && !name.is_empty() => Some(Picked::New(name.to_owned())),
        Some(_) | None => None,
    }
}

fn fits(label: &str, search: &str) -> bool {
    label.to_lowercase().contains(&search.trim().to_lowercase())
}

/// Gives actors to pick from, by name.
pub(crate) fn actor_choices<'a>(actors: impl Iterator<Item = &'a Actor>) -> Vec<Choice<ActorId>> {
    let mut choices: Vec<Choice<ActorId>> = actors
        .map(|actor| Choice {
            label: actor.name.clone(),
            what: actor.id,
        })
        .collect();
    choices.sort_by_cached_key(|choice| choice.label.to_lowercase());
    choices
}
