//! The mark of the program: three shapes of arenas, joined by a bridge.

use eframe::egui::{Pos2, Rect, Shape, Stroke, Ui, vec2};

use crate::model::Arena;
use crate::ui::theme::Theme;

/// Paints the mark in a square, as `assets/icon/krachtenveld.svg` draws it.
pub(super) fn paint(theme: &Theme, ui: &Ui, rect: Rect) {
    let unit = rect.width() / 256.0;
    let at = |x: f32, y: f32| rect.min + vec2(x, y) * unit;
    let bridge = Stroke::new(18.0 * unit, theme.bridge);
    let painter = ui.painter();
    painter.line_segment([at(70.0, 78.0), at(128.0, 188.0)], bridge);
    painter.line_segment([at(128.0, 188.0), at(186.0, 80.0)], bridge);
    let shape = |arena, points: Vec<Pos2>| {
        let colours = theme.arena(Some(arena));
        let stroke = Stroke::new(11.0 * unit, colours.stroke);
        Shape::convex_polygon(points, colours.tint, stroke)
    };
    let polygon = |centre: Pos2, radius: f32, corners: u8, turn: f32| {
        (0..corners)
            .map(|corner| {
                let part = f32::from(corner) / f32::from(corners);
                let angle = turn + part * std::f32::consts::TAU;
                centre + vec2(angle.cos(), angle.sin()) * radius * unit
            })
            .collect::<Vec<_>>()
    };
    painter.add(shape(
        Arena::Governing,
        polygon(at(70.0, 78.0), 42.0, 6, 0.0),
    ));
    let up = -std::f32::consts::FRAC_PI_2;
    painter.add(shape(
        Arena::Residents,
        polygon(at(186.0, 82.0), 42.0, 5, up),
    ));
    let officials = theme.arena(Some(Arena::Officials));
    let centre = at(128.0, 190.0);
    painter.circle(
        centre,
        36.0 * unit,
        officials.tint,
        Stroke::new(11.0 * unit, officials.stroke),
    );
    painter.circle_filled(centre, 12.0 * unit, theme.ink);
}
