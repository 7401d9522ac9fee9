//! Buttons: segments of which one is chosen, chips, quiet words, icons.

use eframe::egui::{
    self, Align2, Color32, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType,
};

use crate::ui::theme::{self, Theme};

/// How wide an icon is in its column.
pub(crate) const ICON: f32 = 17.0;

/// Draws an icon that can be clicked; its meaning shows when pointed at.
pub(crate) fn icon_button_ui(theme: &Theme, ui: &mut Ui, icon: &str, label: &str) -> Response {
    // The glyph stands flush with the column; what can be hit is as wide as it is high.
    let (id, rect) = ui.allocate_space(egui::vec2(ICON, theme::ROW));
    let side = (theme::ROW - ICON) / 2.0;
    let rect = rect.expand2(egui::vec2(side, 0.0));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, label));
    paint_press(theme, ui, rect, &response);
    let colour = if response.hovered() || response.has_focus() {
        theme.ink
    } else {
        theme.faint
    };
    ui.painter().text(
        rect.center(),
        Align2::CENTER_CENTER,
        icon,
        theme::icon(ICON - 1.0),
        colour,
    );
    response.on_hover_text(label)
}

fn paint_press(theme: &Theme, ui: &Ui, rect: egui::Rect, response: &Response) {
    if response.hovered() || response.has_focus() {
        let line = if response.has_focus() {
            Stroke::new(1.5 * theme.outline, theme.accent)
        } else {
            Stroke::NONE
        };
        ui.painter()
            .rect(rect, 7.0, theme.field, line, StrokeKind::Inside);
    }
}

/// Draws words that can be clicked.
pub(crate) fn quiet_button_ui(theme: &Theme, ui: &mut Ui, label: &str) -> Response {
    let galley = ui.painter().layout(
        label.to_owned(),
        theme::medium(theme::REMARK),
        theme.dim,
        ui.available_width().max(80.0),
    );
    let size = egui::vec2(galley.size().x, galley.size().y.max(theme::ROW));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, label));
    paint_press(theme, ui, rect.expand2(egui::vec2(8.0, 0.0)), &response);
    let colour = if response.hovered() || response.has_focus() {
        theme.ink
    } else {
        theme.dim
    };
    let left = egui::pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    ui.painter()
        .galley_with_override_text_color(left, galley, colour);
    response
}

/// Draws a word in a rounded field.
pub(crate) fn chip_ui(theme: &Theme, ui: &mut Ui, label: &str, chosen: bool) -> Response {
    let (fill, ink) = if chosen {
        (theme.accent, theme.on_accent)
    } else {
        (theme.field, theme.ink)
    };
    let most = ui.available_width().max(60.0) - 24.0;
    let galley = ui
        .painter()
        .layout(label.to_owned(), theme::medium(theme::REMARK), ink, most);
    let size = egui::vec2(
        galley.size().x + 24.0,
        (galley.size().y + 8.0).max(theme::ROW),
    );
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::SelectableLabel, true, chosen, label));
    let line = if response.has_focus() || response.hovered() {
        Stroke::new(1.5 * theme.outline, theme.accent)
    } else {
        Stroke::NONE
    };
    ui.painter()
        .rect(rect, 14.0, fill, line, StrokeKind::Inside);
    let at = rect.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, ink);
    response
}

/// One of several choices.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Segment<'a> {
    /// What it is called.
    pub(crate) label: &'a str,
    /// Whether it is the chosen one.
    pub(crate) chosen: bool,
}

/// Draws choices beside each other, or in two columns where they do not fit; gives the one that was clicked.
pub(crate) fn segments_ui(theme: &Theme, ui: &mut Ui, segments: &[Segment<'_>]) -> Option<usize> {
    let font = theme::medium(theme::REMARK);
    let galleys: Vec<_> = segments
        .iter()
        .map(|segment| {
            let ink = if segment.chosen {
                theme.on_accent
            } else {
                theme.ink
            };
            ui.painter()
                .layout_no_wrap(segment.label.to_owned(), font.clone(), ink)
        })
        .collect();
    let widths: Vec<f32> = galleys
        .iter()
        .map(|galley| galley.size().x + 18.0)
        .collect();
    let (per_row, widths) = arrange(&widths, ui.available_width());
    let rows = segments.len().div_ceil(per_row);
    let width: f32 = widths.iter().take(per_row).sum();
    let size = egui::vec2(width, as_float(rows) * theme::ROW);
    let (rect, whole) = ui.allocate_exact_size(size, Sense::hover());
    ui.painter().rect_filled(rect, 8.0, theme.field);
    let mut clicked = None;
    let mut x = rect.left();
    let cells = segments.iter().zip(galleys).zip(widths);
    for (place, ((segment, galley), wide)) in cells.enumerate() {
        let (row, column) = (place / per_row, place % per_row);
        if column == 0 {
            x = rect.left();
        }
        let cell = egui::Rect::from_min_size(
            egui::pos2(x, rect.top() + as_float(row) * theme::ROW),
            egui::vec2(wide, theme::ROW),
        );
        x += wide;
        if segment_ui(theme, ui, whole.id.with(place), cell, *segment, galley).clicked() {
            clicked = Some(place);
        }
    }
    clicked
}

/// Says how many segments stand in a row and how wide each is: one row where they fit, else columns.
fn arrange(natural: &[f32], full: f32) -> (usize, Vec<f32>) {
    let count = natural.len().max(1);
    let sum: f32 = natural.iter().sum();
    if sum <= full {
        let spare = (full - sum).min(sum * 0.25) / as_float(count);
        return (count, natural.iter().map(|wide| wide + spare).collect());
    }
    let widest = natural.iter().copied().fold(0.0, f32::max);
    let per_row = if 2.0 * widest <= full { 2 } else { 1 };
    (per_row, vec![full / as_float(per_row); count])
}

fn segment_ui(
    theme: &Theme,
    ui: &Ui,
    id: egui::Id,
    cell: egui::Rect,
    segment: Segment<'_>,
    galley: std::sync::Arc<egui::Galley>,
) -> Response {
    let response = ui.interact(cell, id, Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(
            WidgetType::SelectableLabel,
            true,
            segment.chosen,
            segment.label,
        )
    });
    let (fill, ink) = if segment.chosen {
        (theme.accent, theme.on_accent)
    } else if response.hovered() {
        (theme.soft, theme.ink)
    } else {
        (Color32::TRANSPARENT, theme.ink)
    };
    let line = if response.has_focus() {
        Stroke::new(1.5 * theme.outline, theme.accent)
    } else {
        Stroke::NONE
    };
    ui.painter()
        .rect(cell.shrink(2.0), 6.0, fill, line, StrokeKind::Outside);
    let at = cell.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, ink);
    response
}

#[expect(clippy::cast_precision_loss, reason = "a handful of segments")]
fn as_float(number: usize) -> f32 {
    number as f32
}

/// Draws a word with a box that can be ticked; gives the new state when it was clicked.
pub(crate) fn toggle_ui(theme: &Theme, ui: &mut Ui, label: &str, on: bool) -> Option<bool> {
    let room = (ui.available_width() - 26.0).max(60.0);
    let galley = ui.painter().layout(
        label.to_owned(),
        theme::regular(theme::BODY),
        theme.ink,
        room,
    );
    let size = egui::vec2(galley.size().x + 26.0, galley.size().y.max(theme::ROW));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::Checkbox, true, on, label));
    let painter = ui.painter();
    let square = egui::Rect::from_center_size(
        egui::pos2(rect.left() + 8.5, rect.center().y),
        egui::Vec2::splat(17.0),
    );
    let lively = response.hovered() || response.has_focus();
    let (fill, edge) = if on {
        (theme.accent, theme.accent)
    } else {
        (theme.panel, if lively { theme.accent } else { theme.faint })
    };
    let line = Stroke::new(1.4 * theme.outline, edge);
    painter.rect(square, 5.0, fill, line, StrokeKind::Inside);
    if on {
        let corner = |x: f32, y: f32| square.min + egui::vec2(x, y);
        let tick = vec![corner(4.2, 8.8), corner(7.4, 12.0), corner(12.8, 5.4)];
        painter.line(tick, Stroke::new(2.0, theme.on_accent));
    }
    if response.has_focus() {
        let ring = Stroke::new(1.5 * theme.outline, theme.accent);
        painter.rect_stroke(square.expand(3.0), 7.0, ring, StrokeKind::Outside);
    }
    let at = egui::pos2(rect.left() + 26.0, rect.center().y - galley.size().y / 2.0);
    painter.galley(at, galley, theme.ink);
    response.clicked().then_some(!on)
}
