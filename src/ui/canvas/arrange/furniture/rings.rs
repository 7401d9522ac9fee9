//! What stands under the rings: the rings and sectors with their names, and the middle.

use std::f64::consts::TAU;

use eframe::egui::{Align2, CornerRadius, Pos2, Rect, Shape, Stroke, vec2};

use super::{Laid, Pen};
use crate::session::arrange::{Centre, RingsField, Wanted};
use crate::text::arrange as words;
use crate::text::terms::Named as _;
use crate::ui::canvas::units::{narrow, pos};
use crate::ui::theme;

pub(super) fn rings_ui(pen: &Pen<'_>, laid: &Laid, field: &RingsField) {
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

/// Gives the boxes that names keep off: the names of sectors and rings.
pub(super) fn boxes(field: &RingsField, scale: f32) -> Vec<Rect> {
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
