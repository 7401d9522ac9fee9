//! The sums of a force field: in words, and as one bar.

use std::sync::Arc;

use eframe::egui::{
    Color32, CornerRadius, Galley, Painter, Rect, Stroke, StrokeKind, Vec2, pos2, vec2,
};

use super::Pen;
use crate::analysis::forces::{Counted, Factors, Side, force_field};
use crate::analysis::{Analysis, FieldOf, Thresholds, field_of_content};
use crate::model::IssueId;
use crate::text::Text;
use crate::text::advice::{Telling, force_lines};
use crate::text::arrange as words;
use crate::ui::canvas::camera::inset;
use crate::ui::canvas::units::narrow;
use crate::ui::cx::Cx;
use crate::ui::theme::{self, Theme};

/// The sums of a force field, told once for each layout.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::ui::canvas::arrange) struct Sums {
    lean: String,
    sides: String,
    against: f64,
    inside: f64,
    outside: f64,
    factors: f64,
}

/// Reckons and tells the sums of an issue: the official left out, inside and outside apart.
pub(in crate::ui::canvas::arrange) fn sums(
    cx: &Cx<'_>,
    now: &crate::model::Content,
    issue: IssueId,
) -> Option<Sums> {
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

/// The room within the card at the sides, and above and below, at 100 %.
const PAD: Vec2 = vec2(16.0, 10.0);
/// From this width on the bar stands beside the words, at 100 %.
const BESIDE: f32 = 640.0;
/// The height of the bar, and the room between the words and the bar, at 100 %.
const BAR: f32 = 20.0;
const GAP: f32 = 8.0;
/// The side of the square before a word under the bar, at 100 %.
const SQUARE: f32 = 10.0;

/// A part of the bar: how large, in which colour, and what it means.
struct Part {
    sum: f64,
    ink: Color32,
    word: Arc<Galley>,
}

/// The words of the sums, laid out in a width.
struct Told {
    lean: Arc<Galley>,
    sides: Arc<Galley>,
    parts: Vec<Part>,
    /// Whether the bar stands beside the words.
    beside: bool,
    /// How wide the words are.
    words: f32,
    scale: f32,
}

impl Told {
    fn new(cx: &Cx<'_>, painter: &Painter, sums: &Sums, (width, scale): (f32, f32)) -> Self {
        let within = (width - 2.0 * PAD.x * scale).max(40.0);
        let beside = width >= BESIDE * scale;
        let words = if beside { within * 0.56 } else { within };
        let theme = cx.theme;
        let lay = |text: &str, size: f32, strong: bool, ink, wide| {
            let size = super::stepped(size * scale);
            let font = if strong {
                theme::semibold(size)
            } else {
                theme::regular(size)
            };
            painter.layout(text.to_owned(), font, ink, wide)
        };
        let parts = parts(sums, theme)
            .into_iter()
            .filter(|(sum, ..)| *sum > 0.0)
            .map(|(sum, ink, text)| Part {
                sum,
                ink,
                word: lay(cx.say(text), theme::REMARK, false, theme.dim, f32::INFINITY),
            })
            .collect();
        Self {
            lean: lay(&sums.lean, theme::BODY, true, theme.ink, words),
            sides: lay(&sums.sides, theme::REMARK, false, theme.dim, words),
            parts,
            beside,
            words,
            scale,
        }
    }

    fn bar_width(&self, width: f32) -> f32 {
        let within = (width - 2.0 * PAD.x * self.scale).max(40.0);
        if self.beside {
            within - self.words - 24.0 * self.scale
        } else {
            within
        }
    }

    /// Gives where the words under a bar stand, and how high all of them are.
    fn flow(&self, width: f32) -> (Vec<Vec2>, f32) {
        let lead = (SQUARE + 5.0) * self.scale;
        let mut at = Vec2::ZERO;
        let mut spots = Vec::new();
        let mut high = 0.0_f32;
        for part in &self.parts {
            let size = part.word.size();
            if at.x > 0.0 && at.x + lead + size.x > width {
                at = vec2(0.0, at.y + size.y + 2.0 * self.scale);
            }
            spots.push(at);
            at.x += lead + size.x + 10.0 * self.scale;
            high = high.max(at.y + size.y);
        }
        (spots, high)
    }

    fn words_height(&self) -> f32 {
        self.lean.size().y + 3.0 * self.scale + self.sides.size().y
    }

    fn height(&self, width: f32) -> f32 {
        let (_, flow) = self.flow(self.bar_width(width));
        let bar = if self.parts.is_empty() {
            0.0
        } else {
            (BAR + 6.0) * self.scale + flow
        };
        let within = if self.beside {
            self.words_height().max(bar)
        } else {
            self.words_height() + GAP * self.scale + bar
        };
        within + 2.0 * PAD.y * self.scale
    }
}

fn parts(sums: &Sums, theme: &Theme) -> [(f64, Color32, Text); 4] {
    let light = theme.canvas.lerp_to_gamma(theme.support, 0.55);
    [
        (sums.against, theme.objection, words::SUM_AGAINST),
        (sums.inside, light, words::SUM_INSIDE),
        (sums.outside, theme.support, words::SUM_OUTSIDE),
        (sums.factors, theme.faint, words::SUM_FACTORS),
    ]
}

/// Gives how high the sums are in a width, where letters are so much larger than at 100 %.
pub(in crate::ui::canvas::arrange) fn height(
    cx: &Cx<'_>,
    painter: &Painter,
    sums: &Sums,
    (width, scale): (f32, f32),
) -> f32 {
    Told::new(cx, painter, sums, (width, scale)).height(width)
}

/// Paints the sums on their card.
pub(super) fn sums_ui(pen: &Pen<'_>, area: Rect, sums: &Sums) {
    let theme = pen.cx.theme;
    let scale = pen.scale;
    let stroke = Stroke::new(1.0, theme.hairline);
    let round = CornerRadius::same(12);
    pen.painter
        .rect(area, round, theme.panel, stroke, StrokeKind::Inside);
    let pad = PAD * scale;
    let within = inset(area, pad.x, pad.y, pad.x, pad.y);
    let told = Told::new(pen.cx, &pen.painter, sums, (area.width(), scale));
    let below = within.min + vec2(0.0, told.lean.size().y + 3.0 * scale);
    let foot = within.min.y + told.words_height() + GAP * scale;
    pen.painter
        .galley(within.min, Arc::clone(&told.lean), theme.ink);
    pen.painter
        .galley(below, Arc::clone(&told.sides), theme.dim);
    let wide = told.bar_width(area.width());
    let corner = if told.beside {
        pos2(within.right() - wide, within.top() + 3.0 * scale)
    } else {
        pos2(within.left(), foot)
    };
    let bar = Rect::from_min_size(corner, vec2(wide, BAR * scale));
    bar_ui(pen, &told, bar);
}

/// Paints the sums as one bar: what holds back, and what drives inside, outside and by factors.
fn bar_ui(pen: &Pen<'_>, told: &Told, bar: Rect) {
    let all: f64 = told.parts.iter().map(|part| part.sum).sum();
    if all <= 0.0 || bar.width() < 20.0 {
        return;
    }
    let (spots, _) = told.flow(bar.width());
    let square = SQUARE * told.scale;
    let mut left = bar.left();
    for (part, spot) in told.parts.iter().zip(spots) {
        let wide = bar.width() * narrow(part.sum / all);
        let right = (left + wide - 1.5).max(left + 1.0);
        let area = Rect::from_min_max(pos2(left, bar.top()), pos2(right, bar.bottom()));
        let round = CornerRadius::same(2);
        pen.painter.rect_filled(area, round, part.ink);
        left += wide;
        let at = bar.left_bottom() + vec2(0.0, 6.0 * told.scale) + spot;
        let middle = at + vec2(square / 2.0, part.word.size().y / 2.0);
        let sign = Rect::from_center_size(middle, Vec2::splat(square));
        pen.painter.rect_filled(sign, round, part.ink);
        let word = at + vec2(square + 5.0 * told.scale, 0.0);
        pen.painter
            .galley(word, Arc::clone(&part.word), pen.cx.theme.dim);
    }
}
