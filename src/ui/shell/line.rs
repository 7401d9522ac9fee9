//! A line that does something: icon, words, a remark, keys; in menus and in the palette.

use eframe::egui::{self, CornerRadius, Response, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

use super::look::{Look, elided, focus_ring, key_caps, paint_middle};
use crate::ui::theme;

/// The height of a line.
pub(super) const HEIGHT: f32 = 32.0;
/// Where the words begin.
const INDENT: f32 = 38.0;

/// A line that does something.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    /// Its icon.
    pub(super) icon: &'static str,
    /// Its words.
    pub(super) text: String,
    /// A remark after the words.
    pub(super) remark: String,
    /// Its keys.
    pub(super) keys: Vec<&'static str>,
    /// Whether it can be chosen now.
    pub(super) enabled: bool,
    /// Whether it is the one that Enter chooses.
    pub(super) marked: bool,
}

impl Line {
    /// Gives the width that shows all of it.
    pub(super) fn width(&self, ui: &Ui) -> f32 {
        let text = |words: &str, font| {
            elided(ui, words, font, egui::Color32::BLACK, f32::INFINITY)
                .size()
                .x
        };
        let keys: f32 = self
            .keys
            .iter()
            .map(|key| text(key, theme::medium(12.5)) + 15.0)
            .sum();
        let remark = if self.remark.is_empty() {
            0.0
        } else {
            text(&self.remark, theme::regular(theme::REMARK)) + 16.0
        };
        INDENT + text(&self.text, theme::regular(theme::BODY)) + 32.0 + keys + 12.0 + remark
    }
}

/// Draws a line over the whole width.
pub(super) fn line_ui(look: Look<'_>, ui: &mut Ui, line: &Line) -> Response {
    let sense = if line.enabled {
        Sense::click()
    } else {
        Sense::hover()
    };
    let size = vec2(ui.available_width(), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, sense);
    response.widget_info(|| {
        WidgetInfo::selected(WidgetType::Button, line.enabled, line.marked, &line.text)
    });
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let theme = look.theme;
    let lit = line.marked || (line.enabled && (response.hovered() || response.has_focus()));
    if lit {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(7), theme.soft);
    }
    focus_ring(look, ui, rect.shrink(3.0), &response);
    // What cannot be done is greyed by colour and by being lighter; assistants hear it as disabled.
    let (ink, dim) = if line.enabled {
        (theme.ink, theme.dim)
    } else {
        let faded = theme.faint.gamma_multiply(0.75);
        (faded, faded)
    };
    let middle = rect.center().y;
    ui.painter().text(
        pos2(rect.left() + 20.0, middle),
        egui::Align2::CENTER_CENTER,
        line.icon,
        theme::icon(17.0),
        dim,
    );
    let keys_left = if line.keys.is_empty() {
        rect.right() - 8.0
    } else {
        key_caps(look, ui, pos2(rect.right() - 8.0, middle), &line.keys)
    };
    let left = rect.left() + INDENT;
    let room = keys_left - left - 10.0;
    let galley = elided(ui, &line.text, theme::regular(theme::BODY), ink, room);
    let rest = room - galley.size().x - 12.0;
    let remark_left = left + galley.size().x + 12.0;
    paint_middle(ui, left, middle, galley);
    if !line.remark.is_empty() && rest > 40.0 {
        let font = theme::regular(theme::REMARK);
        let remark = elided(ui, &line.remark, font, dim, rest);
        paint_middle(ui, remark_left, middle, remark);
    }
    response
}
