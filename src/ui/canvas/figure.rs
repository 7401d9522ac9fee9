//! The shape that an actor has: one for every arena, and a pill while the arena was not asked.

use std::f32::consts::{FRAC_PI_2, PI, TAU};

use eframe::egui::{Pos2, Rect, Vec2, pos2, vec2};

use super::units::real;
use crate::model::Arena;

/// The kind of a shape.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Form {
    /// Six sides, flat on top: government and politics.
    Hexagon,
    /// Round: the civil service.
    Circle,
    /// Seven sides: other authorities.
    Heptagon,
    /// A square with rounded corners: institutions.
    Square,
    /// A square on its corner: businesses.
    Diamond,
    /// Five sides: residents.
    Pentagon,
    /// Three sides: knowledge.
    Triangle,
    /// Eight sides, flat on top: media.
    Octagon,
    /// A lying pill of this half size: not asked.
    Pill(Vec2),
}

/// A shape that stands somewhere.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Figure {
    /// What shape.
    pub(crate) form: Form,
    /// Its middle.
    pub(crate) centre: Pos2,
    /// Its size.
    pub(crate) radius: f32,
}

/// How much of a square its corners are rounded, as a part of its radius.
const CORNER: f32 = 0.25;
/// How many points go round a circle.
const ROUND: usize = 56;

impl Form {
    /// Gives the shape of an arena.
    pub(crate) fn of(arena: Arena) -> Self {
        match arena {
            Arena::Governing => Self::Hexagon,
            Arena::Officials => Self::Circle,
            Arena::Government => Self::Heptagon,
            Arena::Institutions => Self::Square,
            Arena::Market => Self::Diamond,
            Arena::Residents => Self::Pentagon,
            Arena::Knowledge => Self::Triangle,
            Arena::Media => Self::Octagon,
        }
    }

    /// Gives sides, size of the corners to the radius, turn, and how far the middle is moved down.
    pub(crate) fn polygon(self) -> Option<(usize, f32, f32, f32)> {
        match self {
            Self::Hexagon => Some((6, 1.06, 0.0, 0.0)),
            Self::Heptagon => Some((7, 1.06, -FRAC_PI_2, 0.0)),
            Self::Diamond => Some((4, 1.16, 0.0, 0.0)),
            Self::Pentagon => Some((5, 1.1, -FRAC_PI_2, 0.04)),
            Self::Triangle => Some((3, 1.25, -FRAC_PI_2, 0.2)),
            Self::Octagon => Some((8, 1.04, PI / 8.0, 0.0)),
            Self::Circle | Self::Square | Self::Pill(_) => None,
        }
    }
}

impl Figure {
    /// Gives the radius of a disc that holds the shape as far as labels and lines mind it.
    pub(crate) fn reach(&self) -> f32 {
        match self.form {
            Form::Circle => self.radius,
            Form::Hexagon | Form::Heptagon | Form::Octagon => self.radius * 1.06,
            Form::Square | Form::Pentagon | Form::Triangle => self.radius * 1.1,
            Form::Diamond => self.radius * 1.16,
            Form::Pill(half) => half.y,
        }
    }

    /// Gives the rectangle round the shape, grown by a margin.
    pub(crate) fn bounds(&self, grow: f32) -> Rect {
        let half = match self.form {
            Form::Pill(half) => half,
            Form::Hexagon
            | Form::Circle
            | Form::Heptagon
            | Form::Square
            | Form::Diamond
            | Form::Pentagon
            | Form::Triangle
            | Form::Octagon => Vec2::splat(self.reach()),
        };
        Rect::from_center_size(self.centre, (half + Vec2::splat(grow)) * 2.0)
    }

    /// Gives half the side and the corner of a shape that is a rounded rectangle.
    pub(crate) fn rounded(&self, grow: f32) -> Option<(Vec2, f32)> {
        match self.form {
            Form::Square => Some((
                Vec2::splat(self.radius * 0.9 + grow),
                self.radius * CORNER + grow * 0.6,
            )),
            Form::Pill(half) => Some((half + Vec2::splat(grow), half.y + grow)),
            Form::Hexagon
            | Form::Circle
            | Form::Heptagon
            | Form::Diamond
            | Form::Pentagon
            | Form::Triangle
            | Form::Octagon => None,
        }
    }

    /// Gives the outline, `grow` further out on all sides; clockwise, the first point not repeated.
    pub(crate) fn outline(&self, grow: f32) -> Vec<Pos2> {
        if let Some((half, corner)) = self.rounded(grow) {
            return rounded_rect(self.centre, half, corner);
        }
        let (sides, size, turn, down) = self.form.polygon().unwrap_or((ROUND, 1.0, 0.0, 0.0));
        let half_angle = PI / real(sides);
        let reach = (self.radius * size + grow / half_angle.cos()).max(0.0);
        let middle = self.centre + vec2(0.0, self.radius * down);
        (0..sides)
            .map(|corner| middle + Vec2::angled(turn + TAU * real(corner) / real(sides)) * reach)
            .collect()
    }

    /// Says whether a point lies in the shape, or not further out than `grow`.
    pub(crate) fn contains(&self, at: Pos2, grow: f32) -> bool {
        if !self.bounds(grow + self.radius * 0.3).contains(at) {
            return false;
        }
        if self.form == Form::Circle {
            return self.centre.distance(at) <= self.radius + grow;
        }
        inside(&self.outline(grow), at)
    }
}

/// Says whether a point lies in a closed outline.
pub(crate) fn inside(outline: &[Pos2], at: Pos2) -> bool {
    let next = outline.iter().cycle().skip(1);
    let crossed = outline.iter().zip(next).filter(|(a, b)| {
        (a.y > at.y) != (b.y > at.y) && at.x < a.x + (b.x - a.x) * (at.y - a.y) / (b.y - a.y)
    });
    crossed.count() % 2 == 1
}

fn rounded_rect(centre: Pos2, half: Vec2, corner: f32) -> Vec<Pos2> {
    let corner = corner.min(half.x).min(half.y).max(0.0);
    let inner = half - Vec2::splat(corner);
    let corners = [
        (pos2(1.0, 1.0), 0.0),
        (pos2(-1.0, 1.0), FRAC_PI_2),
        (pos2(-1.0, -1.0), PI),
        (pos2(1.0, -1.0), PI + FRAC_PI_2),
    ];
    let mut points = Vec::with_capacity(36);
    for (side, from) in corners {
        let middle = centre + vec2(inner.x * side.x, inner.y * side.y);
        for step in 0_u8..=8 {
            points.push(middle + Vec2::angled(from + FRAC_PI_2 * f32::from(step) / 8.0) * corner);
        }
    }
    points
}
