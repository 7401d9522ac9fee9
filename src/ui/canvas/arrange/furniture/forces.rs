//! What stands under the forces: the axis, an arrow for each force, the boxes of factors.

use eframe::egui::{Align2, Color32, CornerRadius, Pos2, Rect, Shape, Stroke, pos2, vec2};

use super::{Laid, Pen, sums};
use crate::placement::Point;
use crate::session::arrange::{ForceRow, ForcesField};
use crate::text::arrange as words;
use crate::ui::canvas::units::narrow;
use crate::ui::theme;

/// The room on both sides of the name of a factor, at 100 %.
const FACTOR_PAD: f32 = 8.0;
/// What stands in the boxes of factors where their names stand in a list.
pub(super) const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

pub(super) fn forces_ui(pen: &Pen<'_>, laid: &Laid, field: &ForcesField) {
    let theme = pen.cx.theme;
    let line = |x: f64| {
        let top = pen.at(Point::new(x, field.rows_from));
        let bottom = pen.at(Point::new(x, field.rows_to));
        [top, bottom]
    };
    let font = pen.font(theme::medium, theme::REMARK);
    for position in -3..=3_i8 {
        let [top, bottom] = line(field.x(f64::from(position)));
        let stroke = if position == 0 {
            Stroke::new(2.4 * pen.scale.max(0.6), theme.ink)
        } else {
            Stroke::new(1.0, theme.hairline)
        };
        pen.painter.line_segment([top, bottom], stroke);
        let sign = if position > 0 { "+" } else { "" };
        let at = top - vec2(0.0, 4.0 * pen.scale);
        let text = format!("{sign}{position}");
        pen.text(at, Align2::CENTER_BOTTOM, &text, font.clone(), theme.dim);
    }
    let font = pen.font(theme::bold, theme::BODY);
    let ends = [
        (-3.0, Align2::CENTER_BOTTOM, words::AGAINST, theme.objection),
        (3.0, Align2::CENTER_BOTTOM, words::FOR, theme.support),
    ];
    let edges = [0.0, field.right].map(|x| pen.at(Point::new(x, 0.0)).x);
    for (position, anchor, text, ink) in ends {
        let [top, _] = line(field.x(position));
        let at = top - vec2(0.0, 24.0 * pen.scale);
        let galley = pen.wrapped(pen.cx.say(text), font.clone(), ink, f32::INFINITY);
        let spot = anchor.anchor_size(at, galley.size());
        let last = (edges[1] - galley.size().x).max(edges[0]);
        let left = spot.left().clamp(edges[0], last);
        pen.painter.galley(pos2(left, spot.top()), galley, ink);
    }
    for row in &field.rows {
        row_ui(pen, laid, field, row);
    }
    if pen.cx.issue().is_none() {
        let middle = pen.at(laid.arranged.field.centre());
        let font = pen.font(theme::regular, theme::BODY);
        pen.text(
            middle,
            Align2::CENTER_CENTER,
            pen.cx.say(words::NO_ISSUE),
            font,
            theme.dim,
        );
    }
    if let Some(sums) = &laid.sums {
        sums::sums_ui(pen, pen.area(field.sums), sums);
    }
}

/// Paints one force: an arrow from 0 as wide as the force, and for a factor its box.
fn row_ui(pen: &Pen<'_>, laid: &Laid, field: &ForcesField, row: &ForceRow) {
    let theme = pen.cx.theme;
    let ink = if row.position < 0.0 {
        theme.objection
    } else {
        theme.support
    };
    let scale = pen.scale;
    let (zero, end) = (
        pen.at(Point::new(field.zero, row.y)),
        pen.at(Point::new(field.x(row.position), row.y)),
    );
    let direction = if row.position < 0.0 { -1.0 } else { 1.0 };
    let reach = match row.factor {
        Some(_) => 0.0,
        None => narrow(laid.arranged.radius) * 1.25 * pen.camera.zoom(),
    };
    let tip = end - vec2(direction * (reach + 3.0 * scale), 0.0);
    let long = (tip.x - zero.x) * direction;
    if row.position.abs() > 0.01 && long > 6.0 {
        arrow_ui(pen, (zero, tip, direction), row, field, ink);
    }
    if let Some(span) = row.span {
        span_ui(pen, field, row.y, span);
    }
    if laid.listed() {
        letter_ui(pen, field, row, (end, ink));
    } else {
        factor_ui(pen, field, row, (end, ink));
    }
}

/// Paints the box of a factor with the letter that its name has in the list.
fn letter_ui(pen: &Pen<'_>, field: &ForcesField, row: &ForceRow, (end, ink): (Pos2, Color32)) {
    let factors = field.rows.iter().filter(|it| it.factor.is_some());
    let Some(at) = factors
        .zip(LETTERS.chars())
        .find(|(it, _)| it.factor == row.factor)
        .map(|(_, letter)| letter)
        .filter(|_| row.factor.is_some())
    else {
        return;
    };
    let high = narrow(row.high) * pen.camera.zoom() - 3.0;
    let size = vec2(high * 1.2, high);
    let left = if row.position < 0.0 {
        end.x - size.x
    } else {
        end.x
    };
    let area = Rect::from_min_size(pos2(left, end.y - size.y / 2.0), size);
    box_ui(pen, area, ink);
    let font = theme::semibold(super::stepped(high * 0.6));
    let ink = pen.cx.theme.ink;
    pen.text(
        area.center(),
        Align2::CENTER_CENTER,
        &at.to_string(),
        font,
        ink,
    );
}

/// Paints the dashed box of a factor.
fn box_ui(pen: &Pen<'_>, area: Rect, ink: Color32) {
    let round = CornerRadius::same(4);
    pen.painter.rect_filled(area, round, pen.cx.theme.panel);
    let corners = [
        area.left_top(),
        area.right_top(),
        area.right_bottom(),
        area.left_bottom(),
        area.left_top(),
    ];
    let stroke = Stroke::new(1.6, ink);
    pen.painter
        .extend(Shape::dashed_line(&corners, stroke, 6.0, 4.0));
}

/// Paints how far the voices differ: a thin line from the lowest to the highest, with a stop at both ends.
fn span_ui(pen: &Pen<'_>, field: &ForcesField, y: f64, (low, high): (f64, f64)) {
    let ends = [low, high].map(|at| pen.at(Point::new(field.x(at), y)));
    let stroke = Stroke::new(1.6 * pen.scale.max(0.8), pen.cx.theme.dim);
    pen.painter.line_segment(ends, stroke);
    for end in ends {
        let half = vec2(0.0, 4.0 * pen.scale.max(0.8));
        pen.painter.line_segment([end - half, end + half], stroke);
    }
}

/// Paints the box of a factor with its name.
fn factor_ui(pen: &Pen<'_>, field: &ForcesField, row: &ForceRow, (end, ink): (Pos2, Color32)) {
    let (theme, scale) = (pen.cx.theme, pen.scale);
    let Some(factor) = row.factor.and_then(|id| pen.cx.now().factors.get(id)) else {
        return;
    };
    let font = pen.font(theme::semibold, theme::REMARK);
    let pad = FACTOR_PAD * scale;
    let high = narrow(row.high) * pen.camera.zoom() - 4.0;
    let edges = [0.0, field.right].map(|x| pen.at(Point::new(x, row.y)).x);
    let room = if row.position < 0.0 {
        end.x - edges[0]
    } else {
        edges[1] - end.x
    };
    let wide = (room - 2.0 * pad).max(24.0);
    let mut job = eframe::egui::text::LayoutJob::simple(factor.name.clone(), font, theme.ink, wide);
    let line = pen.line(theme::REMARK);
    job.wrap.max_rows = if high >= 2.0 * line { 2 } else { 1 };
    let galley = pen.painter.layout_job(job);
    let size = galley.size() + vec2(2.0 * pad, (high - galley.size().y).clamp(0.0, 8.0 * scale));
    let left = if row.position < 0.0 {
        end.x - size.x
    } else {
        end.x
    };
    let area = Rect::from_min_size(pos2(left, end.y - size.y / 2.0), size);
    box_ui(pen, area, ink);
    let at = area.center() - galley.size() / 2.0;
    pen.painter.galley(at, galley, theme.ink);
}

fn arrow_ui(
    pen: &Pen<'_>,
    (from, tip, direction): (Pos2, Pos2, f32),
    row: &ForceRow,
    field: &ForcesField,
    ink: Color32,
) {
    let room = narrow(field.row) * pen.camera.zoom();
    let soft = pen.cx.theme.canvas.lerp_to_gamma(ink, 0.78);
    let Some(force) = row.force else {
        // Power or priority is not known: that there is a force, not how large.
        let dots = Shape::dashed_line(&[from, tip], Stroke::new(1.4, ink), 3.0, 4.0);
        pen.painter.extend(dots);
        return;
    };
    let width = (narrow(force.abs()) / 3.0 * room * 0.72).max(1.6);
    let head = (width * 0.55 + 4.0).min(room * 0.5);
    let long = ((tip.x - from.x) * direction).max(1.0);
    let neck = tip.x - direction * head.min(long);
    let body = Rect::from_two_pos(
        pos2(from.x, from.y - width / 2.0),
        pos2(neck, from.y + width / 2.0),
    );
    pen.painter.rect_filled(body, CornerRadius::ZERO, soft);
    let half = width / 2.0 + head * 0.45;
    let points = vec![pos2(neck, from.y - half), tip, pos2(neck, from.y + half)];
    pen.painter
        .add(Shape::convex_polygon(points, soft, Stroke::NONE));
}
