//! The mark of the program: three shapes of arenas, joined by a bridge.

use eframe::egui::{Pos2, Rect, Shape, Stroke, Ui, pos2};

use crate::model::Arena;
use crate::ui::theme::Theme;

/// Paints the mark in a square, as `assets/icon/krachtenveld.svg` draws it.
pub(super) fn paint(theme: &Theme, ui: &Ui, rect: Rect) {
    let unit = rect.width() / 256.0;
    let at = |x: f32, y: f32| rect.min + eframe::egui::vec2(x, y) * unit;
    let bridge = Stroke::new(20.0 * unit, theme.bridge);
    let painter = ui.painter();
    painter.line_segment([at(72.0, 84.0), at(128.0, 180.0)], bridge);
    painter.line_segment([at(128.0, 180.0), at(190.0, 92.0)], bridge);
    let shape = |arena, points: Vec<Pos2>| {
        let colours = theme.arena(Some(arena));
        let stroke = Stroke::new(12.0 * unit, colours.stroke);
        Shape::convex_polygon(points, colours.tint, stroke)
    };
    let polygon = |centre: Pos2, radius: f32, corners: u8, turn: f32| {
        (0..corners)
            .map(|corner| {
                let part = f32::from(corner) / f32::from(corners);
                let angle = turn + part * std::f32::consts::TAU;
                centre + eframe::egui::vec2(angle.cos(), angle.sin()) * radius * unit
            })
            .collect::<Vec<_>>()
    };
    painter.add(shape(
        Arena::Governing,
        polygon(at(72.0, 80.0), 50.0, 6, 0.0),
    ));
    let up = -std::f32::consts::FRAC_PI_2;
    painter.add(shape(
        Arena::Residents,
        polygon(at(190.0, 86.0), 46.0, 5, up),
    ));
    let officials = theme.arena(Some(Arena::Officials));
    let centre = at(128.0, 186.0);
    painter.circle(
        centre,
        44.0 * unit,
        officials.tint,
        Stroke::new(12.0 * unit, officials.stroke),
    );
    painter.circle_filled(centre, 13.0 * unit, theme.ink);
}

/// Gives the middle of the top of a square of this size, centred on a place.
pub(super) fn square(centre: Pos2, size: f32) -> Rect {
    Rect::from_center_size(pos2(centre.x, centre.y), eframe::egui::vec2(size, size))
}
