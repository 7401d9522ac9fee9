//! The signs of the legend.

use eframe::egui::{Color32, Pos2, Rect, Shape, Stroke, Vec2, vec2};

use super::{Color, Dashes, Sign};
use crate::ui::canvas::looking::Fill;
use crate::ui::canvas::paint;
use crate::ui::theme::Theme;

/// How wide a sign is.
pub(super) const SIGN: f32 = 22.0;

fn colour(theme: &Theme, color: Color) -> Color32 {
    match color {
        Color::Support => theme.support,
        Color::Objection => theme.objection,
        Color::Faint => theme.faint,
        Color::Bridge => theme.bridge,
        Color::Coordination => theme.coordination,
        Color::Relation => theme.relation,
    }
}

/// Gives the shapes of a sign round a middle; a mark of doubt is a letter and not drawn here.
pub(super) fn shapes(theme: &Theme, sign: Sign, middle: Pos2, scale: f32) -> Vec<Shape> {
    let half = SIGN / 2.0 * scale;
    let ends = [middle - vec2(half, 0.0), middle + vec2(half, 0.0)];
    let ring = |radius: f32, width: f32, ink: Color32| {
        Shape::circle_stroke(middle, radius * scale, Stroke::new(width * scale, ink))
    };
    match sign {
        Sign::Arena(arena) => vec![paint::swatch(theme, arena, middle, 8.0 * scale)],
        Sign::Shape(arena) => vec![paint::shape_alone(theme, arena, middle, 8.0 * scale)],
        Sign::Line(color, width, dashes) => {
            let stroke = Stroke::new(f32::from(width) / 10.0 * scale, colour(theme, color));
            let (dash, gap) = match dashes {
                Dashes::Solid => return vec![Shape::line_segment(ends, stroke)],
                Dashes::Dashed => (6.0, 3.0),
                Dashes::Dotted => (1.8, 3.4),
            };
            Shape::dashed_line(&ends, stroke, dash * scale, gap * scale)
        }
        Sign::Focal => vec![
            ring(8.0, 1.6, theme.ink),
            Shape::circle_filled(middle, 2.6 * scale, theme.ink),
        ],
        Sign::Vanguard => vec![ring(8.0, 1.2, theme.dim), ring(5.0, 1.6, theme.faint)],
        Sign::Candidate => candidate(theme, middle, scale),
        Sign::Double => {
            paint::double_line(&ends, false, (theme.regie, theme.panel), scale).to_vec()
        }
        Sign::Zigzag => {
            let heights = [0.0, -4.5, 4.5, -4.5, 0.0];
            let across = [-1.0, -0.5, 0.0, 0.5, 1.0];
            let path = across
                .iter()
                .zip(heights)
                .map(|(x, y)| middle + vec2(half * x, y * scale))
                .collect();
            vec![Shape::line(path, Stroke::new(2.4 * scale, theme.conflict))]
        }
        Sign::Arrow => arrow(theme, middle, scale),
        Sign::Fill(fill) => filling(theme, fill, middle, scale),
        Sign::Stack => stack(theme, middle, scale),
        Sign::WeakActor => candidate_ring(middle, scale, Stroke::new(2.0 * scale, theme.ink)),
        Sign::Bridge => vec![
            Shape::line_segment(ends, Stroke::new(4.0 * scale, theme.bridge)),
            Shape::circle_filled(middle, 6.5 * scale, theme.panel),
            Shape::circle_filled(middle, 5.5 * scale, theme.bridge),
        ],
        Sign::Force(color) => force(theme, color, ends, scale),
        Sign::Factor => factor(theme, middle, scale),
        Sign::WeakTie => weak_tie(theme, middle, ends, scale),
        Sign::Doubt | Sign::None => Vec::new(),
    }
}

fn force(theme: &Theme, color: Color, [from, to]: [Pos2; 2], scale: f32) -> Vec<Shape> {
    let ink = theme.canvas.lerp_to_gamma(colour(theme, color), 0.78);
    let neck = to - vec2(8.0 * scale, 0.0);
    let (body, head) = (vec2(0.0, 3.5 * scale), vec2(0.0, 6.5 * scale));
    vec![
        Shape::rect_filled(Rect::from_two_pos(from - body, neck + body), 0.0, ink),
        Shape::convex_polygon(vec![neck - head, to, neck + head], ink, Stroke::NONE),
    ]
}

fn factor(theme: &Theme, middle: Pos2, scale: f32) -> Vec<Shape> {
    let area = Rect::from_center_size(middle, vec2(SIGN, 11.0) * scale);
    let corners = [
        area.left_top(),
        area.right_top(),
        area.right_bottom(),
        area.left_bottom(),
        area.left_top(),
    ];
    Shape::dashed_line(&corners, Stroke::new(1.4, theme.dim), 4.0, 2.6)
}

fn filling(theme: &Theme, fill: Fill, middle: Pos2, scale: f32) -> Vec<Shape> {
    let stroke = Stroke::new(1.6 * theme.outline, theme.faint);
    let fill = paint::filled(theme, fill);
    vec![
        Shape::circle_filled(middle, 7.5 * scale, fill),
        Shape::circle_stroke(middle, 7.5 * scale, stroke),
    ]
}

fn stack(theme: &Theme, middle: Pos2, scale: f32) -> Vec<Shape> {
    let stroke = Stroke::new(1.4 * scale, theme.dim);
    let one = |away: f32| {
        let at = middle + vec2(away, -away) * scale;
        [
            Shape::circle_filled(at, 6.0 * scale, theme.panel),
            Shape::circle_stroke(at, 6.0 * scale, stroke),
        ]
    };
    [4.0, 2.0, 0.0].into_iter().flat_map(one).collect()
}

fn weak_tie(theme: &Theme, middle: Pos2, ends: [Pos2; 2], scale: f32) -> Vec<Shape> {
    let line = Stroke::new(2.0 * scale, theme.relation);
    let across = Stroke::new(2.0 * scale, theme.ink);
    let side = vec2(0.0, 5.0 * scale);
    let stroke = |x: f32| {
        let at = middle + vec2(x * scale, 0.0);
        Shape::line_segment([at - side, at + side], across)
    };
    vec![Shape::line_segment(ends, line), stroke(-2.0), stroke(2.0)]
}

fn candidate(theme: &Theme, middle: Pos2, scale: f32) -> Vec<Shape> {
    candidate_ring(middle, scale, Stroke::new(1.3 * scale, theme.faint))
}

fn candidate_ring(middle: Pos2, scale: f32, stroke: Stroke) -> Vec<Shape> {
    let points: Vec<Pos2> = (0_u8..=24)
        .map(|step| {
            let angle = std::f32::consts::TAU * f32::from(step) / 24.0;
            middle + Vec2::angled(angle) * 7.5 * scale
        })
        .collect();
    Shape::dashed_line(&points, stroke, 3.0, 2.6)
}

fn arrow(theme: &Theme, middle: Pos2, scale: f32) -> Vec<Shape> {
    let half = SIGN / 2.0 * scale;
    let tip = middle + vec2(half, 0.0);
    let back = tip - vec2(8.0 * scale, 0.0);
    let side = vec2(0.0, 4.0 * scale);
    let stroke = Stroke::new(1.8 * scale, theme.relation);
    let head = vec![tip, back + side, back - side];
    vec![
        Shape::line_segment([middle - vec2(half, 0.0), back], stroke),
        Shape::convex_polygon(head, theme.relation, Stroke::NONE),
    ]
}
