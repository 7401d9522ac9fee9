//! What everything around the map is drawn with, and the small parts that all of it shares.

use std::sync::Arc;

use eframe::egui::{
    self, Color32, CornerRadius, Frame, Galley, Margin, Pos2, Rect, Response, Sense, Stroke, Ui,
    WidgetInfo, WidgetType, text::LayoutJob, text::TextWrapping, vec2,
};

use crate::model::Language;
use crate::text::Text;
use crate::ui::settings::Settings;
use crate::ui::theme::{self, Theme};

/// What a sheet is drawn with; there need not be a map.
#[derive(Clone, Copy)]
pub(crate) struct Look<'a> {
    /// The colours.
    pub theme: &'a Theme,
    /// What the user set.
    pub settings: &'a Settings,
}

impl Look<'_> {
    /// Gives the language of the interface.
    pub(crate) fn language(&self) -> Language {
        self.settings.language
    }

    /// Gives a sentence in the language of the interface.
    pub(crate) fn say(&self, text: Text) -> &'static str {
        text.get(self.settings.language)
    }
}

/// Lays out one line of text that ends in `…` where it would not fit.
pub(super) fn elided(
    ui: &Ui,
    text: &str,
    font: egui::FontId,
    colour: Color32,
    width: f32,
) -> Arc<Galley> {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, colour);
    job.wrap = TextWrapping::truncate_at_width(width.max(0.0));
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Paints a galley so that its middle lies on a height.
pub(super) fn paint_middle(ui: &Ui, left: f32, middle: f32, galley: Arc<Galley>) {
    let pos = egui::pos2(left, middle - galley.size().y / 2.0);
    ui.painter().galley(pos, galley, Color32::PLACEHOLDER);
}

/// How a button weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// The one that is meant.
    Main,
    /// Another one.
    Plain,
    /// In the line of text.
    Quiet,
}

/// Draws a button with a word.
pub(super) fn button(look: Look<'_>, ui: &mut Ui, text: &str, weight: Weight) -> Response {
    let theme = look.theme;
    let (fill, ink, font) = match weight {
        Weight::Main => (theme.accent, theme.on_accent, theme::medium(theme::BODY)),
        Weight::Plain => (theme.field, theme.ink, theme::medium(theme::BODY)),
        Weight::Quiet => (
            Color32::TRANSPARENT,
            theme.dim,
            theme::regular(theme::REMARK),
        ),
    };
    let padding = match weight {
        Weight::Main | Weight::Plain => vec2(16.0, 8.0),
        Weight::Quiet => vec2(8.0, 6.0),
    };
    let most = ui.available_width().max(40.0) - 2.0 * padding.x;
    let galley = elided(ui, text, font, ink, most);
    let size = galley.size() + 2.0 * padding;
    let size = vec2(size.x, size.y.max(theme::ROW));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, ui.is_enabled(), text));
    let lit = response.hovered() || response.has_focus();
    let fill = match weight {
        Weight::Main if lit => fill.gamma_multiply(0.88),
        Weight::Plain | Weight::Quiet if lit => theme.soft,
        Weight::Main | Weight::Plain | Weight::Quiet => fill,
    };
    ui.painter().rect_filled(rect, CornerRadius::same(8), fill);
    focus_ring(look, ui, rect, &response);
    let left = rect.center().x - galley.size().x / 2.0;
    paint_middle(ui, left, rect.center().y, galley);
    response
}

/// Draws a button with an icon; its label is told to those who cannot see it.
pub(super) fn icon_button(look: Look<'_>, ui: &mut Ui, icon: &str, label: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(32.0, 32.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, ui.is_enabled(), label));
    if response.hovered() || response.has_focus() {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(8), look.theme.soft);
    }
    focus_ring(look, ui, rect, &response);
    ui.painter().text(
        rect.center(),
        egui::Align2::CENTER_CENTER,
        icon,
        theme::icon(18.0),
        look.theme.dim,
    );
    response.on_hover_text(label)
}

/// Draws a ring round what has the focus.
pub(super) fn focus_ring(look: Look<'_>, ui: &Ui, rect: Rect, response: &Response) {
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect.expand(2.0),
            CornerRadius::same(10),
            Stroke::new(2.0, look.theme.accent),
            egui::StrokeKind::Outside,
        );
    }
}

/// Draws one of several words to choose from, side by side; gives the one that was chosen.
pub(super) fn choice_ui<T: Copy + PartialEq>(
    look: Look<'_>,
    ui: &mut Ui,
    chosen: T,
    options: &[(T, &str)],
) -> Option<T> {
    let mut picked = None;
    let frame = Frame::new()
        .fill(look.theme.field)
        .corner_radius(9)
        .inner_margin(Margin::same(2));
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(2.0, 2.0);
        ui.horizontal_wrapped(|ui| {
            for (option, word) in options {
                if option_ui(look, ui, word, *option == chosen).clicked() {
                    picked = Some(*option);
                }
            }
        });
    });
    picked
}

fn option_ui(look: Look<'_>, ui: &mut Ui, word: &str, chosen: bool) -> Response {
    let theme = look.theme;
    let (fill, ink) = if chosen {
        (theme.accent, theme.on_accent)
    } else {
        (Color32::TRANSPARENT, theme.ink)
    };
    let galley = elided(ui, word, theme::medium(14.0), ink, 400.0);
    let size = vec2(galley.size().x + 24.0, theme::ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::RadioButton, true, chosen, word));
    let fill = if response.hovered() && !chosen {
        theme.soft
    } else {
        fill
    };
    ui.painter().rect_filled(rect, CornerRadius::same(7), fill);
    focus_ring(look, ui, rect, &response);
    let left = rect.center().x - galley.size().x / 2.0;
    paint_middle(ui, left, rect.center().y, galley);
    response
}

/// Draws keys as caps from a right edge to the left; gives where they begin.
pub(super) fn key_caps(look: Look<'_>, ui: &Ui, right: Pos2, keys: &[&str]) -> f32 {
    let mut edge = right.x;
    for key in keys.iter().rev() {
        let galley = elided(ui, key, theme::medium(12.5), look.theme.dim, 120.0);
        let width = (galley.size().x + 12.0).max(22.0);
        let rect = Rect::from_min_size(egui::pos2(edge - width, right.y - 11.0), vec2(width, 22.0));
        ui.painter().rect(
            rect,
            CornerRadius::same(5),
            look.theme.panel,
            Stroke::new(1.0, look.theme.hairline),
            egui::StrokeKind::Inside,
        );
        let left = rect.center().x - galley.size().x / 2.0;
        paint_middle(ui, left, right.y, galley);
        edge -= width + 3.0;
    }
    edge
}
