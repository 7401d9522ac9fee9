//! Words, as elements that stay words.
//!
//! Each row of a layout is one text element; a change of font, format or tab begins a new piece
//! with a place of its own, so that nothing drifts where a reader lacks our fonts.

use std::{borrow::Cow, iter};

use eframe::egui::{
    Color32, Pos2, Rect, Stroke,
    epaint::{TextShape, text::TextFormat},
};

use super::{
    halo::Halo,
    notation::{attribute, escaped, is_clear, measure, paint},
    outline,
    pieces::{self, MISSING, Piece, TextRow},
    shape,
    sheet::{OTHER_FONTS, Reader, rect_attributes},
};
use crate::ui::theme::fonts::{ICON_FAMILY, TEXT_FAMILY};

/// Where a text is painted, its rim excepted.
pub(super) fn bounds(text: &TextShape) -> Rect {
    text.visual_bounding_rect().expand(1.0)
}

/// Writes a text with its backgrounds, its rim and its lines.
pub(super) fn write(text: &TextShape, halo: Option<Halo>, reader: Reader, out: &mut String) {
    if text.opacity_factor <= 0.0 || text.galley.is_empty() {
        return;
    }
    let rows = pieces::rows(text);
    let turn = shape::turned(text.angle, text.pos);
    if let Some(turn) = &turn {
        out.push_str("<g");
        attribute(out, "transform", turn);
        out.push_str(">\n");
    }
    for row in &rows {
        backgrounds(row, text, out);
    }
    if let Some(halo) = halo {
        out.push_str("<g aria-hidden=\"true\" style=\"user-select:none;pointer-events:none\"");
        halo_attributes(halo, text.opacity_factor, out);
        out.push_str(">\n");
        for row in &rows {
            match reader {
                Reader::Elsewhere => row_element(row, text, reader, Ink::Inherited, out),
                // A page holds no words twice. One element cannot paint both: in PDF each
                // letter would paint its rim over the letter before.
                Reader::Ourselves => outlines(&row.pieces, text, Ink::Inherited, out),
            }
        }
        out.push_str("</g>\n");
    }
    for row in &rows {
        row_element(row, text, reader, Ink::Own, out);
        lines(row, text, out);
    }
    if turn.is_some() {
        out.push_str("</g>\n");
    }
}

/// What paints the letters.
#[derive(Clone, Copy)]
enum Ink {
    Own,
    Inherited,
}

fn row_element(row: &TextRow<'_>, text: &TextShape, reader: Reader, ink: Ink, out: &mut String) {
    let (icons, words): (Vec<_>, Vec<_>) = row
        .pieces
        .iter()
        .filter(|piece| !piece.words.trim().is_empty())
        .partition(|piece| piece.face.font.family == ICON_FAMILY);
    outlines(icons, text, ink, out);
    let Some((first, more)) = words.split_first() else {
        return;
    };
    out.push_str("<text");
    if more.is_empty() {
        piece_attributes(first, text, reader, ink, out);
        out.push('>');
        out.push_str(&escaped(written(first, reader).trim_end()));
    } else {
        out.push('>');
        for (index, piece) in words.iter().enumerate() {
            out.push_str("<tspan");
            piece_attributes(piece, text, reader, ink, out);
            out.push('>');
            let words = written(piece, reader);
            let is_last = index == more.len();
            out.push_str(&escaped(if is_last { words.trim_end() } else { &words }));
            out.push_str("</tspan>");
        }
    }
    out.push_str("</text>\n");
}

/// Writes pieces as paths.
fn outlines<'a>(
    pieces: impl IntoIterator<Item = &'a Piece<'a>>,
    text: &TextShape,
    ink: Ink,
    out: &mut String,
) {
    for piece in pieces {
        let mut element = "<text".to_owned();
        piece_attributes(piece, text, Reader::Ourselves, Ink::Inherited, &mut element);
        element.push('>');
        element.push_str(&escaped(written(piece, Reader::Ourselves).trim_end()));
        element.push_str("</text>");
        let data = outline::path_data(&element);
        if !data.is_empty() {
            out.push_str("<path");
            attribute(out, "d", &data);
            ink_attributes(piece, text, ink, out);
            out.push_str("/>\n");
        }
    }
}

/// The letters, or what stands for letters that we have no font for.
///
/// Another reader may have one.
fn written<'a>(piece: &'a Piece<'_>, reader: Reader) -> Cow<'a, str> {
    if piece.face.holds_letter || reader == Reader::Elsewhere {
        Cow::Borrowed(&piece.words)
    } else {
        let n_letters = piece.words.chars().count();
        Cow::Owned(iter::repeat_n(MISSING, n_letters).collect())
    }
}

fn piece_attributes(
    piece: &Piece<'_>,
    text: &TextShape,
    reader: Reader,
    ink: Ink,
    out: &mut String,
) {
    let Piece {
        format,
        face,
        start,
        scale,
        rect,
        words,
    } = piece;
    let font = face.font;
    measure(out, "x", start.x);
    measure(out, "y", start.y);
    let ours = face.holds_letter || reader == Reader::Ourselves;
    if font.family != TEXT_FAMILY && ours {
        let family = font.family;
        attribute(out, "font-family", &format!("'{family}',{OTHER_FONTS}"));
    }
    measure(out, "font-size", format.font_id.size * scale);
    if font.weight != 400 {
        attribute(out, "font-weight", &font.weight.to_string());
    }
    if font.italic || format.italics {
        attribute(out, "font-style", "italic");
    }
    if format.extra_letter_spacing != 0.0 {
        let spacing = format.extra_letter_spacing * scale;
        measure(out, "letter-spacing", spacing);
    }
    let has_space_behind = words.ends_with(char::is_whitespace);
    if reader == Reader::Elsewhere && !has_space_behind && words.chars().count() > 1 {
        measure(out, "textLength", rect.width());
        attribute(out, "lengthAdjust", "spacingAndGlyphs");
    }
    ink_attributes(piece, text, ink, out);
}

fn ink_attributes(piece: &Piece<'_>, text: &TextShape, ink: Ink, out: &mut String) {
    match ink {
        Ink::Own => {
            let own = text.override_text_color.unwrap_or(piece.format.color);
            paint(out, "fill", shown(own, text));
        }
        Ink::Inherited => {}
    }
}

fn halo_attributes(halo: Halo, opacity: f32, out: &mut String) {
    let color = halo.color.gamma_multiply(opacity);
    paint(out, "fill", color);
    paint(out, "stroke", color);
    measure(out, "stroke-width", halo.width * 2.0);
    attribute(out, "stroke-linejoin", "round");
}

/// A colour of the layout as it is painted.
fn shown(color: Color32, text: &TextShape) -> Color32 {
    let color = if color == Color32::PLACEHOLDER {
        text.fallback_color
    } else {
        color
    };
    if text.opacity_factor < 1.0 {
        color.gamma_multiply(text.opacity_factor)
    } else {
        color
    }
}

fn backgrounds(row: &TextRow<'_>, text: &TextShape, out: &mut String) {
    for piece in &row.pieces {
        let color = shown(piece.format.background, text);
        if !is_clear(color) {
            out.push_str("<rect");
            rect_attributes(out, piece.rect.expand(piece.format.expand_bg));
            paint(out, "fill", color);
            out.push_str("/>\n");
        }
    }
}

/// Underlines and strike-throughs.
fn lines(row: &TextRow<'_>, text: &TextShape, out: &mut String) {
    let mut rule = |from: f32, to: f32, y: f32, stroke: Stroke| {
        let stroke = Stroke::new(stroke.width, shown(stroke.color, text));
        shape::line([Pos2::new(from, y), Pos2::new(to, y)], stroke, out);
    };
    for piece in &row.pieces {
        let TextFormat {
            underline,
            strikethrough,
            ..
        } = piece.format;
        let rect = piece.rect;
        rule(rect.left(), rect.right(), rect.bottom(), *underline);
        rule(rect.left(), rect.right(), rect.center().y, *strikethrough);
    }
    rule(
        row.rect.left(),
        row.rect.right(),
        row.rect.bottom(),
        text.underline,
    );
}
