//! The settings, each effective at once.

use eframe::egui::{
    self, Align, Align2, CornerRadius, Layout, Rect, Sense, Slider, Stroke, StrokeKind, Ui,
    WidgetInfo, WidgetType, vec2,
};

use super::look::{Look, Weight, button, choice_ui, elided, focus_ring, paint_middle};
use super::sheet::sheet_ui;
use crate::model::Language;
use crate::text::{Text, keeping, sheets as words, shell, terms::Named as _};
use crate::ui::cx::{Outbox, Request};
use crate::ui::settings::{FilteredOut, Settings, ThemeChoice};
use crate::ui::theme::{self, icons};

/// What the sheet remembers while it is open.
#[derive(Debug, Default)]
pub(super) struct SettingsSheet {
    /// The size of text while the slider moves: the screen grows when it is let go.
    percent: Option<u16>,
}

/// Draws the settings; says whether the user closes them.
pub(super) fn settings_ui(
    look: Look<'_>,
    ctx: &egui::Context,
    sheet: &mut SettingsSheet,
    out: &mut Outbox,
) -> bool {
    sheet_ui(look, ctx, look.say(words::SETTINGS), 600.0, |ui| {
        let mut settings = look.settings.clone();
        ui.spacing_mut().item_spacing.y = 6.0;
        language_and_theme_ui(look, ui, &mut settings);
        text_size_ui(look, ui, sheet, &mut settings);
        let contrast = (words::CONTRAST, words::CONTRAST_HINT);
        switch_ui(look, ui, contrast, &mut settings.contrast);
        let motion = (words::MOTION, words::MOTION_HINT);
        switch_ui(look, ui, motion, &mut settings.motion);
        let minimap = (words::MINIMAP, words::MINIMAP_HINT);
        switch_ui(look, ui, minimap, &mut settings.minimap);
        let mut vanish = settings.filtered_out == FilteredOut::Vanish;
        switch_ui(look, ui, (words::VANISH, words::VANISH_HINT), &mut vanish);
        settings.filtered_out = if vanish {
            FilteredOut::Vanish
        } else {
            FilteredOut::Fade
        };
        let recent = (words::RECENT, words::RECENT_HINT);
        switch_ui(look, ui, recent, &mut settings.keep_recent);
        let versions = (keeping::KEEP_VERSIONS, keeping::KEEP_VERSIONS_HINT);
        switch_ui(look, ui, versions, &mut settings.keep_versions);
        ui.spacing_mut().interact_size.y = 34.0;
        ui.horizontal(|ui| {
            ui.add_space(32.0);
            if button(look, ui, look.say(words::FORGET), Weight::Plain).clicked() {
                out.send(Request::ForgetRecent);
            }
            if button(look, ui, look.say(keeping::WIPE), Weight::Plain).clicked() {
                out.send(Request::WipeRecovery);
            }
        });
        ui.add_space(10.0);
        if settings != *look.settings {
            out.send(Request::Settings(Box::new(settings)));
        }
    })
}

fn language_and_theme_ui(look: Look<'_>, ui: &mut Ui, settings: &mut Settings) {
    row_ui(look, ui, words::LANGUAGE, |ui| {
        let options = [Language::Dutch, Language::English]
            .map(|language| (language, language.word(look.language())));
        if let Some(language) = choice_ui(look, ui, settings.language, &options) {
            settings.language = language;
        }
    });
    row_ui(look, ui, words::THEME, |ui| {
        let options = [
            (ThemeChoice::System, look.say(words::AS_SYSTEM)),
            (ThemeChoice::Light, look.say(shell::LIGHT)),
            (ThemeChoice::Dark, look.say(shell::DARK)),
        ];
        if let Some(theme) = choice_ui(look, ui, settings.theme, &options) {
            settings.theme = theme;
        }
    });
}

/// Draws a word with what is chosen beside it, or below it where there is no room.
fn row_ui(look: Look<'_>, ui: &mut Ui, label: Text, control: impl FnOnce(&mut Ui)) {
    let word = egui::RichText::new(look.say(label))
        .font(theme::semibold(theme::HEAD))
        .color(look.theme.ink);
    if ui.available_width() > 430.0 {
        ui.horizontal(|ui| {
            let size = vec2(150.0, 34.0);
            let middle = Layout::left_to_right(Align::Center);
            ui.allocate_ui_with_layout(size, middle, |ui| {
                ui.set_min_width(size.x);
                ui.label(word);
            });
            control(ui);
        });
    } else {
        ui.label(word);
        control(ui);
    }
    ui.add_space(4.0);
}

/// Draws a box to tick with a word and a remark below it; all of it can be clicked.
fn switch_ui(look: Look<'_>, ui: &mut Ui, (label, hint): (Text, Text), on: &mut bool) {
    let theme = look.theme;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 46.0), Sense::click());
    if response.clicked() {
        *on = !*on;
    }
    let ticked = *on;
    response
        .widget_info(|| WidgetInfo::selected(WidgetType::Checkbox, true, ticked, look.say(label)));
    let area = rect.expand2(vec2(8.0, 0.0));
    if response.hovered() {
        ui.painter()
            .rect_filled(area, CornerRadius::same(8), theme.soft);
    }
    focus_ring(look, ui, area.shrink(2.0), &response);
    let tick = Rect::from_min_size(rect.min + vec2(0.0, 5.0), vec2(20.0, 20.0));
    let (fill, stroke) = if ticked {
        (theme.accent, theme.accent)
    } else {
        (theme.panel, theme.faint)
    };
    ui.painter().rect(
        tick,
        CornerRadius::same(5),
        fill,
        Stroke::new(1.5, stroke),
        StrokeKind::Inside,
    );
    if ticked {
        ui.painter().text(
            tick.center(),
            Align2::CENTER_CENTER,
            icons::CHECK,
            theme::icon(16.0),
            theme.on_accent,
        );
    }
    let room = rect.width() - 32.0;
    let left = rect.left() + 32.0;
    let font = theme::medium(theme::BODY);
    let word = elided(ui, look.say(label), font, theme.ink, room);
    paint_middle(ui, left, tick.center().y, word);
    let font = theme::regular(theme::REMARK);
    let remark = elided(ui, look.say(hint), font, theme.dim, room);
    paint_middle(ui, left, rect.top() + 35.0, remark);
}

fn text_size_ui(look: Look<'_>, ui: &mut Ui, sheet: &mut SettingsSheet, settings: &mut Settings) {
    row_ui(look, ui, words::TEXT_SIZE, |ui| {
        let mut percent = sheet.percent.unwrap_or(settings.text_percent);
        ui.spacing_mut().slider_width = 200.0;
        let slider = Slider::new(&mut percent, Settings::TEXT.0..=Settings::TEXT.1)
            .step_by(10.0)
            .suffix(" %");
        let response = ui
            .add(slider)
            .on_hover_text(look.say(words::TEXT_SIZE_HINT));
        let held = response.dragged() || response.is_pointer_button_down_on();
        if held {
            sheet.percent = Some(percent);
        } else {
            sheet.percent = None;
            settings.text_percent = percent;
        }
    });
    ui.add_space(6.0);
}
