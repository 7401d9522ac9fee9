//! The heads of the columns: a click sorts; how many answers are missing stands beneath the name.

use eframe::egui::{self, Rect, Sense, Stroke, Ui, UiBuilder, WidgetInfo, WidgetType, pos2, vec2};

use super::column::Column;
use super::rows::Way;
use super::{AIR, SHAPE, Table};
use crate::text::table as words;
use crate::ui::theme;
use crate::ui::widget::{Pen, icon};

/// How high the heads are.
pub(super) const HEAD: f32 = 46.0;

/// Draws the heads over the rows; a click sorts.
pub(super) fn heads_ui(
    pen: &Pen<'_>,
    ui: &mut Ui,
    table: &mut Table,
    columns: &[Column],
    (seen, left, names): (Rect, f32, f32),
) {
    let theme = pen.theme();
    let band = Rect::from_min_size(seen.min, vec2(seen.width(), HEAD));
    let line = Stroke::new(1.5 * theme.outline, theme.hairline);
    ui.painter().hline(band.x_range(), band.bottom(), line);
    let mut left = left;
    for column in columns {
        let is_name = *column == Column::Name;
        let wide = if is_name { names } else { column.width() };
        let from = if is_name { seen.left() } else { left };
        left += wide;
        let clip = if is_name {
            Rect::from_min_size(band.min, vec2(names, HEAD))
        } else {
            Rect::from_min_max(band.min + vec2(names, 0.0), band.max)
        };
        let area = Rect::from_min_size(pos2(from, band.top()), vec2(wide, HEAD));
        if clip.intersects(area) {
            head_ui(pen, ui, table, *column, (area, clip));
        }
    }
}

fn head_ui(
    pen: &Pen<'_>,
    ui: &mut Ui,
    table: &mut Table,
    column: Column,
    (area, clip): (Rect, Rect),
) {
    let theme = pen.theme();
    let label = column.label(pen.cx);
    let id = egui::Id::new(("table head", column));
    let mut within = ui.new_child(UiBuilder::new().max_rect(area).id_salt(id));
    within.set_clip_rect(clip.intersect(ui.clip_rect()));
    let response = within.interact(area, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, label));
    let painter = within.painter();
    if response.hovered() || response.has_focus() {
        painter.rect_filled(area.shrink2(vec2(2.0, 3.0)), 7.0, theme.field);
    }
    let set_in = if column == Column::Name { SHAPE } else { AIR };
    let font = theme::semibold(theme::REMARK);
    let room = area.width() - set_in - AIR - 16.0;
    let mut job = egui::text::LayoutJob::simple(label.to_owned(), font, theme.ink, room.max(20.0));
    let missing = table.missing.get(&column).copied().unwrap_or(0);
    job.wrap.max_rows = if missing > 0 { 1 } else { 2 };
    let galley = painter.layout_job(job);
    let middle = if missing > 0 {
        area.top() + 16.0
    } else {
        area.center().y
    };
    let at = pos2(area.left() + set_in, middle - galley.size().y / 2.0);
    let right = at.x + galley.size().x;
    painter.galley(at, galley, theme.ink);
    if let Some((_, way)) = table.wish.sort.filter(|(sorted, _)| *sorted == column) {
        let sign = match way {
            Way::Up => icon::UP,
            Way::Down => icon::DOWN,
        };
        let beside = pos2(right + 2.0, middle);
        let font = theme::icon(14.0);
        painter.text(beside, egui::Align2::LEFT_CENTER, sign, font, theme.ink);
    }
    if missing > 0 {
        let told = words::missing_in(missing, pen.cx.language());
        let at = pos2(area.left() + set_in, area.top() + 33.0);
        let font = theme::regular(theme::REMARK);
        painter.text(at, egui::Align2::LEFT_CENTER, told, font, theme.dim);
    }
    let clicked = response.clicked();
    response.on_hover_text(label);
    if clicked {
        table.wish.sort_by(column);
    }
}
