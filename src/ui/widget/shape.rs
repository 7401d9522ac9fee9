//! The shape of an arena, and the disc with the number of a bridge.

use std::f32::consts::TAU;

use eframe::egui::{self, Align2, Color32, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2};

use crate::model::Arena;
use crate::ui::theme::{self, Theme};

/// Gives the shape of an arena round a centre; a grey pill where it was not asked.
pub(crate) fn arena_shape(theme: &Theme, arena: Option<Arena>, centre: Pos2, radius: f32) -> Shape {
    let colours = theme.arena(arena);
    let stroke = Stroke::new(1.7 * theme.outline, colours.stroke);
    let fill = colours.tint;
    match arena {
        None => rounded(centre, Vec2::new(2.3, 1.3) * radius, radius, fill, stroke),
        Some(Arena::Officials) => egui::epaint::CircleShape {
            center: centre,
            radius,
            fill,
            stroke,
        }
        .into(),
        Some(Arena::Institutions) => rounded(
            centre,
            Vec2::splat(1.7 * radius),
            0.3 * radius,
            fill,
            stroke,
        ),
        Some(Arena::Governing) => polygon(centre, radius, 6, TAU / 12.0, fill, stroke),
        Some(Arena::Government) => polygon(centre, radius, 7, 0.0, fill, stroke),
        Some(Arena::Market) => polygon(centre, 1.1 * radius, 4, 0.0, fill, stroke),
        Some(Arena::Residents) => polygon(centre, 1.05 * radius, 5, 0.0, fill, stroke),
        Some(Arena::Knowledge) => polygon(
            centre + egui::vec2(0.0, 0.15 * radius),
            1.15 * radius,
            3,
            0.0,
            fill,
            stroke,
        ),
        Some(Arena::Media) => polygon(centre, radius, 8, TAU / 16.0, fill, stroke),
    }
}

fn rounded(centre: Pos2, size: Vec2, corner: f32, fill: Color32, stroke: Stroke) -> Shape {
    egui::epaint::RectShape::new(
        Rect::from_center_size(centre, size),
        corner,
        fill,
        stroke,
        StrokeKind::Middle,
    )
    .into()
}

/// Gives a regular polygon whose first corner stands at the top, turned by an angle.
fn polygon(
    centre: Pos2,
    radius: f32,
    corners: u8,
    turn: f32,
    fill: Color32,
    stroke: Stroke,
) -> Shape {
    let points = (0..corners)
        .map(|corner| {
            let angle = TAU * f32::from(corner) / f32::from(corners) + turn - TAU / 4.0;
            centre + radius * Vec2::angled(angle)
        })
        .collect();
    Shape::convex_polygon(points, fill, stroke)
}

/// Paints a disc with a number in it.
pub(crate) fn number_disc(
    painter: &egui::Painter,
    theme: &Theme,
    centre: Pos2,
    fill: Color32,
    number: &str,
) {
    painter.circle_filled(centre, 10.0, fill);
    painter.text(
        centre,
        Align2::CENTER_CENTER,
        number,
        theme::bold(12.5),
        theme.on_mark,
    );
}
