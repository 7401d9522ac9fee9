//! Between the exact places of the map and the numbers that egui draws with.

use eframe::egui::{Pos2, Rect, pos2};

use crate::model::Place;
use crate::placement;

/// Turns a length into the precision of the screen.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the screen needs no more than the precision of a f32"
)]
pub(crate) fn narrow(value: f64) -> f32 {
    value as f32
}

/// Gives a point of placement as egui writes it.
pub(crate) fn pos(point: placement::Point) -> Pos2 {
    pos2(narrow(point.x), narrow(point.y))
}

/// Gives a point of egui as placement writes it.
pub(crate) fn point(pos: Pos2) -> placement::Point {
    placement::Point::new(f64::from(pos.x), f64::from(pos.y))
}

/// Gives a place of the model as egui writes it.
pub(crate) fn pos_of_place(place: Place) -> Pos2 {
    pos2(narrow(place.x()), narrow(place.y()))
}

/// Gives a place of the model, the middle of the map for what lies out of reach.
pub(crate) fn place(pos: Pos2) -> Place {
    Place::new(f64::from(pos.x), f64::from(pos.y)).unwrap_or_default()
}

/// Gives a rectangle of placement as egui writes it.
pub(crate) fn rect(rect: placement::Rect) -> Rect {
    Rect::from_min_max(pos(rect.min), pos(rect.max))
}

/// Gives a rectangle of egui as placement writes it.
pub(crate) fn area(rect: Rect) -> placement::Rect {
    placement::Rect::new(point(rect.min), point(rect.max))
}

/// Turns a small count into a number to reckon with.
pub(crate) fn real(count: usize) -> f32 {
    u16::try_from(count).map_or(f32::from(u16::MAX), f32::from)
}

/// Rounds down to a count; what is negative becomes 0, what is far too much becomes the most.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, and that is wanted"
)]
pub(crate) fn whole(value: f64) -> u32 {
    value as u32
}
