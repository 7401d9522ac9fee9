//! What stands under and around the actors: axes, arrows, quadrants, rings, trays and sums.

use std::f64::consts::TAU;
use std::sync::Arc;

use eframe::egui::{
    Align2, Color32, CornerRadius, FontId, Galley, Painter, Pos2, Rect, Shape, Stroke, StrokeKind,
    Ui, pos2, vec2,
};

use super::{Laid, letters};
use crate::analysis::forces::{Counted, Factors, Side, force_field};
use crate::analysis::{Analysis, FieldOf, Thresholds, field_of_content};
use crate::model::IssueId;
use crate::placement::Point;
use crate::session::arrange::{
    Arranged, Centre, ForceRow, ForcesField, Furniture, MatrixField, QuadrantPart, RingsField,
    Waiting, Wanted,
};
use crate::text::advice::{Telling, force_lines};
use crate::text::arrange as words;
use crate::text::terms::Named as _;
use crate::ui::canvas::camera::Camera;
use crate::ui::canvas::units::{narrow, pos, rect};
use crate::ui::canvas::{Canvas, camera::inset};
use crate::ui::cx::Cx;
use crate::ui::theme;

/// How wide the name of a factor is at most, at 100 %.
const FACTOR: f32 = 216.0;

/// What furniture is painted with.
struct Pen<'a> {
    cx: &'a Cx<'a>,
    painter: Painter,
    camera: &'a Camera,
    /// By how much everything is larger than at 100 % and zoom 1.
    scale: f32,
}

impl Pen<'_> {
    fn at(&self, point: Point) -> Pos2 {
        self.camera.screen_from_map(pos(point))
    }

    fn area(&self, area: crate::placement::Rect) -> Rect {
        self.camera.screen_rect(rect(area))
    }

    fn font(&self, font: fn(f32) -> FontId, size: f32) -> FontId {
        // Stepped, so that zooming does not fill the texture with letters of every size.
        font((size * self.scale * 4.0).round() / 4.0)
    }

    fn text(&self, at: Pos2, anchor: Align2, text: &str, font: FontId, ink: Color32) -> Rect {
        self.painter.text(at, anchor, text, font, ink)
    }

    fn wrapped(&self, text: &str, font: FontId, ink: Color32, width: f32) -> Arc<Galley> {
        self.painter
            .layout(text.to_owned(), font, ink, width.max(20.0))
    }
}

/// The sums of a force field, told once for each layout.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sums {
    lean: String,
    sides: String,
    against: f64,
    inside: f64,
    outside: f64,
    factors: f64,
}

/// Reckons and tells the sums of an issue: the official left out, inside and outside apart.
pub(super) fn sums(cx: &Cx<'_>, now: &crate::model::Content, issue: IssueId) -> Option<Sums> {
    let of: FieldOf = field_of_content(now);
    let number = of.issue_number(issue)?;
    let (analysis, settings) = (Analysis::default(), Thresholds::default());
    let telling = Telling {
        field: &of.field,
        analysis: &analysis,
        settings: &settings,
        language: cx.language(),
    };
    let lines = force_lines(&telling, number);
    let only = |side, factors| {
        let counted = Counted {
            factors,
            side,
            ..Counted::ON_SCREEN
        };
        force_field(&of.field, number, counted)
    };
    let all = force_field(&of.field, number, Counted::ON_SCREEN);
    let inside = only(Side::Inside, Factors::LeftOut);
    let outside = only(Side::Outside, Factors::LeftOut);
    Some(Sums {
        lean: lines.lean,
        sides: lines.sides.join(" · "),
        against: all.restraining,
        inside: inside.driving,
        outside: outside.driving,
        factors: (all.driving - inside.driving - outside.driving).max(0.0),
    })
}

/// Paints what stands under the actors.
pub(in crate::ui::canvas) fn under_ui(cx: &Cx<'_>, ui: &Ui, canvas: &Canvas, seen: Rect) {
    let Some(laid) = &canvas.laid else { return };
    let pen = Pen {
        cx,
        painter: ui.painter_at(seen),
        camera: &canvas.camera,
        scale: letters(cx, canvas.picture) * canvas.camera.zoom(),
    };
    tray_ui(&pen, &laid.arranged);
    match &laid.arranged.furniture {
        Furniture::Forces(field) => forces_ui(&pen, laid, field),
        Furniture::Matrix(field) => matrix_ui(&pen, &laid.arranged, field),
        Furniture::Rings(field) => rings_ui(&pen, laid, field),
    }
}

/// Paints what stands over the canvas in a picture: what the view is about.
pub(in crate::ui::canvas) fn over_ui(cx: &Cx<'_>, ui: &Ui, canvas: &Canvas, seen: Rect) {
    if !canvas.picture || canvas.laid.is_none() {
        return;
    }
    let scale = letters(cx, true);
    let free = super::free(cx, seen, true);
    let told = super::about::told(cx);
    let font = theme::semibold(theme::BODY * scale);
    let at = free.left_top() - vec2(0.0, 8.0 * scale);
    let painter = ui.painter_at(seen);
    if let Some((label, chosen)) = told {
        let label = painter.text(
            at,
            Align2::LEFT_BOTTOM,
            format!("{label}  "),
            theme::regular(theme::BODY * scale),
            cx.theme.dim,
        );
        let beside = pos2(label.right(), at.y);
        painter.text(beside, Align2::LEFT_BOTTOM, chosen, font, cx.theme.ink);
    }
    if let Some(hint) = super::about::reading(cx) {
        let font = theme::regular(theme::REMARK * scale);
        let foot = seen.left_bottom() + vec2(20.0, -12.0);
        painter.text(foot, Align2::LEFT_BOTTOM, cx.say(hint), font, cx.theme.dim);
    }
}

fn tray_ui(pen: &Pen<'_>, arranged: &Arranged) {
    for section in &arranged.tray {
        let area = pen.area(section.area);
        let theme = pen.cx.theme;
        let stroke = Stroke::new(1.0, theme.hairline);
        let round = CornerRadius::same(10);
        pen.painter
            .rect(area, round, theme.panel, stroke, StrokeKind::Inside);
        let head = match section.waiting {
            Waiting::NotAsked => words::NOT_ASKED,
            Waiting::NotCounted => words::NOT_COUNTED,
        };
        let text = words::section(head, section.count, pen.cx.language());
        let font = pen.font(theme::semibold, theme::REMARK);
        let at = area.left_top() + vec2(12.0, 9.0) * pen.scale;
        pen.text(at, Align2::LEFT_TOP, &text, font, theme.dim);
    }
}

fn forces_ui(pen: &Pen<'_>, laid: &Laid, field: &ForcesField) {
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
    for (position, anchor, text, ink) in ends {
        let [top, _] = line(field.x(position));
        let at = top - vec2(0.0, 24.0 * pen.scale);
        pen.text(at, anchor, pen.cx.say(text), font.clone(), ink);
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
        sums_ui(pen, pen.area(field.sums), sums);
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
    if let Some((low, high)) = row.span {
        let y = row.y + laid.arranged.radius + 3.0;
        let span = [low, high].map(|at| pen.at(Point::new(field.x(at), y)));
        pen.painter
            .line_segment(span, Stroke::new(3.0 * scale, ink.gamma_multiply(0.5)));
    }
    let direction = if row.position < 0.0 { -1.0 } else { 1.0 };
    let reach = match row.factor {
        Some(_) => 0.0,
        None => narrow(laid.arranged.radius) * 1.25 * pen.camera.zoom(),
    };
    let tip = end - vec2(direction * (reach + 3.0 * scale), 0.0);
    let long = (tip.x - zero.x) * direction;
    if row.position.abs() > 0.01 && long > 6.0 {
        arrow_ui(pen, (zero, tip, direction), row.force, field, ink);
    }
    factor_ui(pen, field, row, (end, ink));
}

/// Paints the box of a factor with its name.
fn factor_ui(pen: &Pen<'_>, field: &ForcesField, row: &ForceRow, (end, ink): (Pos2, Color32)) {
    let (theme, scale) = (pen.cx.theme, pen.scale);
    let Some(factor) = row.factor.and_then(|id| pen.cx.now().factors.get(id)) else {
        return;
    };
    let font = pen.font(theme::semibold, theme::REMARK);
    let wide = FACTOR * scale;
    let mut job = eframe::egui::text::LayoutJob::simple(factor.name.clone(), font, theme.ink, wide);
    job.wrap.max_rows = 1;
    let galley = pen.painter.layout_job(job);
    let high = narrow(field.row) * pen.camera.zoom() - 3.0;
    let size = vec2(
        galley.size().x + 16.0 * scale,
        high.min(galley.size().y + 8.0 * scale),
    );
    let left = if row.position < 0.0 {
        end.x - size.x
    } else {
        end.x
    };
    let area = Rect::from_min_size(pos2(left, end.y - size.y / 2.0), size);
    pen.painter
        .rect_filled(area, CornerRadius::same(4), theme.panel);
    let corners = [
        area.left_top(),
        area.right_top(),
        area.right_bottom(),
        area.left_bottom(),
        area.left_top(),
    ];
    pen.painter.extend(Shape::dashed_line(
        &corners,
        Stroke::new(1.6, ink),
        6.0,
        4.0,
    ));
    let at = area.center() - galley.size() / 2.0;
    pen.painter.galley(at, galley, theme.ink);
}

fn arrow_ui(
    pen: &Pen<'_>,
    (from, tip, direction): (Pos2, Pos2, f32),
    force: Option<f64>,
    field: &ForcesField,
    ink: Color32,
) {
    let room = narrow(field.row) * pen.camera.zoom();
    let soft = pen.cx.theme.canvas.lerp_to_gamma(ink, 0.78);
    let Some(force) = force else {
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

fn sums_ui(pen: &Pen<'_>, area: Rect, sums: &Sums) {
    let theme = pen.cx.theme;
    let scale = pen.scale;
    let stroke = Stroke::new(1.0, theme.hairline);
    pen.painter.rect(
        area,
        CornerRadius::same(12),
        theme.panel,
        stroke,
        StrokeKind::Inside,
    );
    let within = inset(area, 16.0 * scale, 10.0 * scale, 16.0 * scale, 8.0 * scale);
    let wide = (within.width() * 0.55).max(60.0);
    let font = pen.font(theme::semibold, theme::BODY);
    let lean = pen.wrapped(&sums.lean, font, theme.ink, wide);
    let below = within.min + vec2(0.0, lean.size().y + 3.0 * scale);
    pen.painter.galley(within.min, lean, theme.ink);
    let font = pen.font(theme::regular, theme::REMARK);
    let mut job = eframe::egui::text::LayoutJob::simple(sums.sides.clone(), font, theme.dim, wide);
    job.wrap.max_rows = if below.y > within.min.y + 26.0 * scale {
        1
    } else {
        2
    };
    let sides = pen.painter.layout_job(job);
    pen.painter.galley(below, sides, theme.dim);
    let bar = Rect::from_min_max(
        pos2(
            within.left() + wide + 24.0 * scale,
            within.top() + 4.0 * scale,
        ),
        pos2(within.right(), within.top() + 24.0 * scale),
    );
    bar_ui(pen, bar, sums);
}

/// Paints the sums as one bar: what holds back, and what drives inside, outside and by factors.
fn bar_ui(pen: &Pen<'_>, bar: Rect, sums: &Sums) {
    let theme = pen.cx.theme;
    let light = theme.canvas.lerp_to_gamma(theme.support, 0.55);
    let parts = [
        (sums.against, theme.objection, words::SUM_AGAINST),
        (sums.inside, light, words::SUM_INSIDE),
        (sums.outside, theme.support, words::SUM_OUTSIDE),
        (sums.factors, theme.faint, words::SUM_FACTORS),
    ];
    let all: f64 = parts.iter().map(|(sum, ..)| sum).sum();
    if all <= 0.0 || bar.width() < 60.0 {
        return;
    }
    let font = pen.font(theme::regular, theme::REMARK);
    let mut left = bar.left();
    let mut free_from = bar.left();
    for (sum, ink, text) in parts {
        let wide = bar.width() * narrow(sum / all);
        if wide < 0.5 {
            continue;
        }
        let part = Rect::from_min_max(pos2(left, bar.top()), pos2(left + wide - 1.5, bar.bottom()));
        pen.painter.rect_filled(part, CornerRadius::same(2), ink);
        let galley = pen.wrapped(pen.cx.say(text), font.clone(), theme.dim, f32::INFINITY);
        let at = left.max(free_from).min(bar.right() - galley.size().x);
        if at >= free_from - 0.5 {
            free_from = at + galley.size().x + 8.0;
            let spot = pos2(at, bar.bottom() + 4.0 * pen.scale);
            pen.painter.galley(spot, galley, theme.dim);
        }
        left += wide;
    }
}

fn matrix_ui(pen: &Pen<'_>, arranged: &Arranged, field: &MatrixField) {
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
        let font = pen.font(theme::semibold, theme::BODY);
        let name = pen.text(at, Align2::LEFT_TOP, pen.cx.say(name), font, theme.ink);
        let below = name.left_bottom() + vec2(0.0, 1.0);
        let font = pen.font(theme::regular, theme::REMARK);
        pen.text(below, Align2::LEFT_TOP, pen.cx.say(means), font, theme.dim);
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

fn rings_ui(pen: &Pen<'_>, laid: &Laid, field: &RingsField) {
    let theme = pen.cx.theme;
    let circle = |out: f64| -> Vec<Pos2> {
        let angles = (0..96_u8).map(|step| f64::from(step) / 96.0 * TAU);
        angles.map(|angle| pen.at(field.at(angle, out))).collect()
    };
    for score in 1..=4_i8 {
        let fill = if score % 2 == 0 {
            theme.panel
        } else {
            theme.field
        };
        let stroke = Stroke::new(1.0, theme.hairline);
        let points = circle(RingsField::end(score));
        pen.painter.add(Shape::convex_polygon(points, fill, stroke));
    }
    for sector in &field.sectors {
        if field.sectors.len() > 1 {
            let ends = [RingsField::core(), 1.0].map(|out| pen.at(field.at(sector.from, out)));
            pen.painter
                .line_segment(ends, Stroke::new(1.0, theme.hairline));
        }
        sector_name_ui(pen, field, sector);
    }
    for score in 1..=4_i8 {
        let out = RingsField::end(score) - 0.012;
        let first = field.sectors.first().map_or(0.0, |sector| sector.from);
        let at = pen.at(field.at(first, out)) + vec2(0.0, 2.0);
        let ring = usize::try_from(score - 1)
            .ok()
            .and_then(|index| words::RINGS.get(index));
        let text = ring.map_or("", |ring| pen.cx.say(*ring));
        let font = pen.font(theme::medium, theme::REMARK);
        let galley = pen.wrapped(text, font, theme.dim, f32::INFINITY);
        let spot = Align2::CENTER_TOP.anchor_size(at, galley.size());
        let halo = spot.expand2(vec2(5.0, 0.0));
        let fill = if score % 2 == 0 {
            theme.panel
        } else {
            theme.field
        };
        pen.painter.rect_filled(halo, CornerRadius::same(4), fill);
        pen.painter.galley(spot.min, galley, theme.dim);
    }
    if !field.taken {
        middle_ui(pen, laid, field);
    }
}

/// Gives which side of the name of a sector touches the rings.
fn sector_anchor(angle: f64) -> Align2 {
    let (sine, cosine) = (angle.sin(), angle.cos());
    if sine > 0.35 {
        Align2::LEFT_CENTER
    } else if sine < -0.35 {
        Align2::RIGHT_CENTER
    } else if cosine > 0.0 {
        Align2::CENTER_BOTTOM
    } else {
        Align2::CENTER_TOP
    }
}

fn sector_name_ui(pen: &Pen<'_>, field: &RingsField, sector: &crate::session::arrange::Sector) {
    let theme = pen.cx.theme;
    let name = sector
        .arena
        .map_or(pen.cx.say(words::OTHER_ARENA), |arena| {
            arena.word(pen.cx.language())
        });
    let ink = sector
        .arena
        .map_or(theme.dim, |arena| theme.arena(Some(arena)).stroke);
    let middle = f64::midpoint(sector.from, sector.to);
    let at = pen.at(field.at(middle, 1.03));
    let anchor = sector_anchor(middle);
    let font = pen.font(theme::semibold, theme::REMARK);
    let wide = 92.0 * pen.scale;
    let galley = pen.wrapped(name, font, ink, wide);
    let spot = anchor.anchor_size(at, galley.size());
    pen.painter.galley(spot.min, galley, ink);
}

/// Paints what stands in the middle where no actor does.
fn middle_ui(pen: &Pen<'_>, laid: &Laid, field: &RingsField) {
    let theme = pen.cx.theme;
    let name = match &laid.wanted {
        Wanted::Rings(Centre::Value(value)) => pen
            .cx
            .now()
            .values
            .get(*value)
            .map(|value| value.name.clone()),
        Wanted::Rings(Centre::Area(area)) => Some(area.clone()),
        Wanted::Rings(Centre::Focal) | Wanted::Forces(_) | Wanted::Matrix => None,
    };
    let Some(name) = name else { return };
    let middle = pen.at(field.middle);
    let wide = narrow(field.reach.0 * RingsField::core()) * 1.7 * pen.camera.zoom();
    let font = pen.font(theme::bold, theme::BODY);
    let galley = pen.wrapped(&name, font, theme.on_accent, wide.max(90.0));
    let size = galley.size() + vec2(24.0, 16.0) * pen.scale;
    let area = Rect::from_center_size(middle, size);
    let round = CornerRadius::same(14);
    pen.painter.rect_filled(area, round, theme.accent);
    let spot = area.center() - galley.size() / 2.0;
    pen.painter.galley(spot, galley, theme.on_accent);
}

/// Gives the boxes that names keep off: arrows, factors, the names of quadrants and rings.
pub(super) fn boxes(arranged: &Arranged, scale: f32) -> Vec<Rect> {
    match &arranged.furniture {
        Furniture::Forces(field) => field
            .rows
            .iter()
            .map(|row| {
                let end = field.x(row.position);
                let wide = f64::from((FACTOR + 18.0) * scale);
                let half = if row.factor.is_some() {
                    14.0
                } else {
                    field.row * 0.3
                };
                let (left, right) = match row.factor {
                    Some(_) if row.position < 0.0 => (end - wide, field.zero),
                    Some(_) => (field.zero, end + wide),
                    None => (field.zero.min(end), field.zero.max(end)),
                };
                rect(crate::placement::Rect::new(
                    Point::new(left, row.y - half),
                    Point::new(right, row.y + half),
                ))
            })
            .filter(|area| area.width() > 1.0)
            .collect(),
        Furniture::Matrix(field) => field
            .quadrants
            .iter()
            .flat_map(|quadrant| {
                let area = rect(quadrant.area);
                let high = narrow(field.head) - 6.0;
                let head = Rect::from_min_size(area.min, vec2(area.width().min(high * 6.0), high));
                // Names do not stand astride the edges of a quadrant.
                let thin = vec2(1.0, 1.0);
                let right = Rect::from_min_max(area.right_top() - thin, area.max + thin);
                let left = Rect::from_min_max(area.min - thin, area.left_bottom() + thin);
                let foot = Rect::from_min_max(area.left_bottom() - thin, area.max + thin);
                [head, left, right, foot]
            })
            .collect(),
        Furniture::Rings(field) => {
            let mut boxes: Vec<Rect> = field
                .sectors
                .iter()
                .map(|sector| {
                    let middle = f64::midpoint(sector.from, sector.to);
                    let size = vec2(96.0, 32.0) * scale;
                    let at = pos(field.at(middle, 1.03));
                    // A name of an actor beside that of an arena would read as one.
                    sector_anchor(middle)
                        .anchor_size(at, size)
                        .expand(6.0 * scale)
                })
                .collect();
            let first = field.sectors.first().map_or(0.0, |sector| sector.from);
            boxes.extend((1..=4_i8).map(|score| {
                let at = pos(field.at(first, RingsField::end(score) - 0.012));
                Align2::CENTER_TOP.anchor_size(at, vec2(84.0, 19.0) * scale)
            }));
            boxes
        }
    }
}
