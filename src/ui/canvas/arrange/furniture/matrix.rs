//! What stands under the matrix: the quadrants with their names, and the axes.

use eframe::egui::{Align2, CornerRadius, Rect, Stroke, StrokeKind, pos2, vec2};

use super::Pen;
use crate::session::arrange::{Arranged, MatrixField, QuadrantPart};
use crate::text::arrange as words;
use crate::ui::canvas::units::{narrow, rect};
use crate::ui::theme;

pub(super) fn matrix_ui(pen: &Pen<'_>, arranged: &Arranged, field: &MatrixField) {
    let theme = pen.cx.theme;
    for (index, quadrant) in field.quadrants.iter().enumerate() {
        let area = pen.area(quadrant.area);
        let fill = if index == 1 || index == 2 {
            theme.panel
        } else {
            theme.field
        };
        let stroke = Stroke::new(1.0, theme.hairline);
        pen.painter.rect(
            area,
            CornerRadius::same(10),
            fill,
            stroke,
            StrokeKind::Inside,
        );
        let [name, means] = match quadrant.part {
            QuadrantPart::KeepSatisfied => words::KEEP_SATISFIED,
            QuadrantPart::ManageClosely => words::MANAGE_CLOSELY,
            QuadrantPart::Monitor => words::MONITOR,
            QuadrantPart::KeepInformed => words::KEEP_INFORMED,
        };
        let at = area.left_top() + vec2(14.0, 9.0) * pen.scale;
        let wide = area.width() - 22.0 * pen.scale;
        let lay = |text: &str, font, ink, rows| {
            let text = text.to_owned();
            let mut job = eframe::egui::text::LayoutJob::simple(text, font, ink, wide.max(20.0));
            job.wrap.max_rows = rows;
            pen.painter.layout_job(job)
        };
        let font = pen.font(theme::semibold, theme::BODY);
        let name = lay(pen.cx.say(name), font, theme.ink, 1);
        let below = at + vec2(0.0, name.size().y + 1.0);
        pen.painter.galley(at, name, theme.ink);
        let font = pen.font(theme::regular, theme::REMARK);
        let means = lay(pen.cx.say(means), font, theme.dim, 2);
        let head = narrow(field.head) * pen.camera.zoom();
        if below.y + means.size().y <= area.top() + head + 2.0 {
            pen.painter.galley(below, means, theme.dim);
        }
    }
    let area = pen.area(arranged.field);
    let font = pen.font(theme::semibold, theme::REMARK);
    let across = format!("{} →", pen.cx.say(words::INVOLVEMENT));
    let foot = area.center_bottom() + vec2(0.0, 6.0 * pen.scale);
    pen.text(foot, Align2::CENTER_TOP, &across, font.clone(), theme.dim);
    let up = format!("{} →", pen.cx.say(words::POWER));
    let galley = pen.wrapped(&up, font, theme.dim, f32::INFINITY);
    let size = galley.size();
    let at = pos2(
        area.left() - size.y - 6.0 * pen.scale,
        area.center().y + size.x / 2.0,
    );
    let turned = eframe::egui::epaint::TextShape::new(at, galley, theme.dim)
        .with_angle(-std::f32::consts::FRAC_PI_2);
    pen.painter.add(turned);
}

/// Gives the boxes that names keep off: the names of the quadrants.
pub(super) fn boxes(field: &MatrixField) -> Vec<Rect> {
    let heads = field.quadrants.iter().map(|quadrant| {
        let area = rect(quadrant.area);
        let high = narrow(field.head) - 6.0;
        Rect::from_min_size(area.min, vec2(area.width().min(high * 6.0), high))
    });
    heads.collect()
}
