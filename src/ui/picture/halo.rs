//! A rim in the colour of the canvas, which keeps words readable above lines.
//!
//! On screen the rim is the same text painted around itself, which costs a few hundred
//! triangles and no texture. A picture knows it again by that pattern and writes one stroke.

use std::{f32::consts::TAU, sync::Arc};

use eframe::egui::{
    Color32, Galley, Pos2, Rect, Shape, Vec2,
    epaint::{TextShape, text::LayoutJob},
};

/// More copies than this make a rim, fewer are chance.
const FEWEST_COPIES: usize = 4;
/// A copy further away than this is a shadow or another label.
const WIDEST: f32 = 12.0;

/// The rim of a text, as a picture writes it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Halo {
    pub(super) color: Color32,
    pub(super) width: f32,
}

/// Paints a text with a rim of `width` points around its letters.
///
/// The rim comes first, then the text; `color` paints the parts of the galley that have no
/// colour of their own. Give all shapes to one painter in this order, and a picture writes the
/// rim as a stroke instead of as copies.
pub fn halo(
    galley: &Arc<Galley>,
    pos: Pos2,
    color: Color32,
    halo_color: Color32,
    width: f32,
) -> Vec<Shape> {
    let text = TextShape::new(pos, Arc::clone(galley), color);
    let copies = if width <= 0.0 {
        0
    } else if width <= 1.5 {
        8
    } else if width <= 3.0 {
        12
    } else {
        20
    };
    let mut shapes: Vec<Shape> = (0_u8..copies)
        .map(|step| {
            let angle = TAU * f32::from(step) / f32::from(copies);
            let mut copy = text.clone().with_override_text_color(halo_color);
            copy.pos += Vec2::angled(angle) * width;
            Shape::Text(copy)
        })
        .collect();
    shapes.push(Shape::Text(text));
    shapes
}

impl Halo {
    /// The rim with which a list of shapes begins, and how many copies it takes.
    ///
    /// The text itself follows after the copies.
    pub(super) fn at_start_of(shapes: &[(Rect, &Shape)]) -> Option<(Self, usize)> {
        let (clip, first) = text_of(shapes.first()?)?;
        let color = first.override_text_color?;
        let length = shapes
            .iter()
            .take_while(|item| {
                text_of(item).is_some_and(|(other_clip, text)| {
                    other_clip == clip
                        && same_words(text, first)
                        && text.override_text_color == Some(color)
                })
            })
            .count();
        let (last_clip, last) = text_of(shapes.get(length)?)?;
        if length < FEWEST_COPIES || last_clip != clip || !same_words(last, first) {
            return None;
        }
        let width = shapes
            .iter()
            .take(length)
            .filter_map(text_of)
            .map(|(_, text)| text.pos.distance(last.pos))
            .fold(0.0, f32::max);
        (width > 0.0 && width <= WIDEST).then_some((Self { color, width }, length))
    }
}

fn text_of<'a>((clip, shape): &(Rect, &'a Shape)) -> Option<(Rect, &'a TextShape)> {
    if let Shape::Text(text) = shape {
        Some((*clip, text))
    } else {
        None
    }
}

/// Whether two texts are one layout; moving a layer copies galleys but never their job.
fn same_words(one: &TextShape, other: &TextShape) -> bool {
    let job = |text: &TextShape| -> Arc<LayoutJob> { Arc::clone(&text.galley.job) };
    Arc::ptr_eq(&job(one), &job(other)) && (one.angle - other.angle).abs() < 1e-4
}
