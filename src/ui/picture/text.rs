//! Words, as elements that stay words.
//!
//! Each row of a layout is one text element; a change of font, format or tab begins a new piece
//! with a place of its own, so that nothing drifts where a reader lacks our fonts.

use eframe::egui::{
    Color32, FontFamily, Galley, Pos2, Rect, Stroke,
    epaint::{
        TextShape,
        text::{Glyph, PlacedRow, TextFormat},
    },
};
use unicode_segmentation::UnicodeSegmentation as _;

use super::{
    halo::Halo,
    notation::{attribute, escaped, is_clear, measure, paint},
    outline, shape,
    sheet::{OTHER_FONTS, Reader, rect_attributes},
};
use crate::ui::theme::fonts::{self, FontSource, ICON_FAMILY, TEXT_FAMILY};

/// egui lowers the icons by this part of their size.
const ICON_DROP: f32 = 0.05;

/// Where a text is painted, its rim excepted.
pub(super) fn bounds(text: &TextShape) -> Rect {
    text.visual_bounding_rect().expand(1.0)
}

/// Writes a text with its backgrounds, its rim and its lines.
pub(super) fn write(text: &TextShape, halo: Option<&Halo>, reader: Reader, out: &mut String) {
    if text.opacity_factor <= 0.0 || text.galley.is_empty() {
        return;
    }
    let rows = rows(text);
    let turn = shape::turned(text.angle, text.pos).map(|turn| turn.to_string());
    if let Some(turn) = &turn {
        out.push_str(&format!("<g transform=\"{turn}\">\n"));
    }
    for row in &rows {
        backgrounds(row, text, out);
    }
    // Our renderers paint the rim and the words from one element, so that the words are found
    // once. Few other programs can, and would paint the rim over the words.
    let (apart, together) = match reader {
        Reader::Elsewhere => (halo, None),
        Reader::Ourselves => (None, halo),
    };
    if let Some(halo) = apart {
        out.push_str("<g aria-hidden=\"true\" style=\"user-select:none;pointer-events:none\"");
        halo_attributes(halo, text.opacity_factor, out);
        out.push_str(">\n");
        for row in &rows {
            row_element(row, text, reader, Ink::Inherited, out);
        }
        out.push_str("</g>\n");
    }
    for row in &rows {
        let ink = together.map_or(Ink::Own, Ink::OwnOnHalo);
        row_element(row, text, reader, ink, out);
        lines(row, text, out);
    }
    if turn.is_some() {
        out.push_str("</g>\n");
    }
}

/// What paints the letters.
#[derive(Clone, Copy)]
enum Ink<'a> {
    Own,
    OwnOnHalo(&'a Halo),
    Inherited,
}

/// A row of the layout in page coordinates, as if the text were not turned.
struct TextRow<'a> {
    rect: Rect,
    pieces: Vec<Piece<'a>>,
}

/// Letters of one row that share a font and a format.
struct Piece<'a> {
    words: String,
    format: &'a TextFormat,
    font: &'static FontSource,
    start: Pos2,
    width: f32,
    rect: Rect,
    scale: f32,
}

fn rows(text: &TextShape) -> Vec<TextRow<'_>> {
    let galley = &*text.galley;
    let letters = Letters::of(galley);
    let mut next_letter = 0;
    galley
        .rows
        .iter()
        .map(|placed| {
            let scale = scale_of(placed);
            let origin = text.pos + placed.pos.to_vec2();
            let pieces = pieces(placed, next_letter, &letters, origin, scale);
            next_letter += placed.char_count_including_newline().0;
            TextRow {
                rect: Rect::from_min_size(origin, placed.row.size),
                pieces,
            }
        })
        .collect()
}

/// The letters of a layout with their formats, by their number.
struct Letters<'a> {
    galley: &'a Galley,
    letters: Vec<(usize, char)>,
    /// Which letters begin a cluster; the others belong to the one before.
    starts: Vec<bool>,
    complete: bool,
}

impl<'a> Letters<'a> {
    fn of(galley: &'a Galley) -> Self {
        let text = &galley.job.text;
        let letters: Vec<(usize, char)> = text.char_indices().collect();
        let mut starts = Vec::with_capacity(letters.len());
        for cluster in text.graphemes(true) {
            for (index, _) in cluster.chars().enumerate() {
                starts.push(index == 0);
            }
        }
        let drawn: usize = galley
            .rows
            .iter()
            .map(|row| row.char_count_including_newline().0)
            .sum();
        Self {
            complete: drawn == letters.len(),
            galley,
            letters,
            starts,
        }
    }

    /// The letter as typed; the layout knows right-to-left letters only as they stand.
    fn letter(&self, index: usize, glyph: &Glyph) -> char {
        match self.letters.get(index) {
            Some((_, letter)) if self.complete => *letter,
            Some(_) | None => glyph.chr,
        }
    }

    fn starts_cluster(&self, index: usize) -> bool {
        !self.complete || self.starts.get(index).copied().unwrap_or(true)
    }

    fn format(&self, index: usize) -> Option<&'a TextFormat> {
        let last = self.letters.len().checked_sub(1)?;
        let (byte, _) = self.letters.get(index.min(last))?;
        let mut sections = self.galley.job.sections.iter();
        let section = sections
            .find(|section| *byte < section.byte_range.end.0)
            .or(self.galley.job.sections.last())?;
        Some(&section.format)
    }
}

fn pieces<'a>(
    placed: &PlacedRow,
    first_letter: usize,
    letters: &Letters<'a>,
    origin: Pos2,
    scale: f32,
) -> Vec<Piece<'a>> {
    let mut pieces: Vec<Piece<'a>> = Vec::new();
    let mut joined = false;
    for (offset, glyph) in placed.row.glyphs.iter().enumerate() {
        let index = first_letter + offset;
        let letter = letters.letter(index, glyph);
        let Some(format) = letters.format(index) else {
            continue;
        };
        if letter == '\t' {
            joined = false;
            continue;
        }
        let rect = glyph.logical_rect();
        let rect = Rect::from_min_size(origin + rect.min.to_vec2() * scale, rect.size() * scale);
        let extends = joined
            && pieces.last().is_some_and(|piece| {
                std::ptr::eq(piece.format, format)
                    && (!letters.starts_cluster(index)
                        || piece.font.name == font_of(format, letter).name)
            });
        if !extends {
            let mut start = origin + glyph.pos.to_vec2() * scale;
            let font = font_of(format, letter);
            if font.family == ICON_FAMILY {
                start.y += ICON_DROP * format.font_id.size * scale;
            }
            pieces.push(Piece {
                words: String::new(),
                format,
                font,
                start,
                width: 0.0,
                rect,
                scale,
            });
        }
        if let Some(piece) = pieces.last_mut() {
            piece.words.push(letter);
            piece.rect = piece.rect.union(rect);
            // Trailing space has a width of its own only between pieces.
            piece.width = piece.rect.width();
        }
        joined = true;
    }
    pieces
}

fn font_of(format: &TextFormat, letter: char) -> &'static FontSource {
    let family = &format.font_id.family;
    fonts::source_of(family, letter)
        .or_else(|| fonts::source_of(family, 'x'))
        .or_else(|| fonts::source_of(&FontFamily::Proportional, 'x'))
        .unwrap_or(&fonts::PLAIN)
}

/// How much a layer was enlarged after its text was laid out.
///
/// egui then enlarges what it paints, and leaves the letters of the layout as they were.
fn scale_of(placed: &PlacedRow) -> f32 {
    let vertices = &placed.row.visuals.mesh.vertices;
    let widest = placed
        .row
        .glyphs
        .iter()
        .filter(|glyph| !glyph.uv_rect.is_nothing())
        .max_by(|one, other| one.uv_rect.size.y.total_cmp(&other.uv_rect.size.y));
    let measured = widest.and_then(|glyph| {
        let first = usize::try_from(glyph.first_vertex).ok()?;
        let top = vertices.get(first)?.pos.y;
        let bottom = vertices.get(first + 2)?.pos.y;
        Some((bottom - top).abs() / glyph.uv_rect.size.y)
    });
    match measured {
        Some(scale) if scale.is_finite() && (scale - 1.0).abs() > 0.001 && scale > 0.0 => scale,
        Some(_) | None => 1.0,
    }
}

fn row_element(
    row: &TextRow<'_>,
    text: &TextShape,
    reader: Reader,
    ink: Ink<'_>,
    out: &mut String,
) {
    let (icons, words): (Vec<_>, Vec<_>) = row
        .pieces
        .iter()
        .filter(|piece| !piece.words.trim().is_empty())
        .partition(|piece| reader == Reader::Elsewhere && piece.font.family == ICON_FAMILY);
    for piece in icons {
        let size = piece.format.font_id.size * piece.scale;
        let data = outline::path_data(&piece.words, piece.font.family, size, piece.start);
        if !data.is_empty() {
            out.push_str("<path");
            attribute(out, "d", &data);
            ink_attributes(piece, text, ink, out);
            out.push_str("/>\n");
        }
    }
    let Some((first, more)) = words.split_first() else {
        return;
    };
    out.push_str("<text");
    if more.is_empty() {
        piece_attributes(first, text, reader, ink, out);
        out.push('>');
        out.push_str(&escaped(first.words.trim_end()));
    } else {
        out.push('>');
        let last = more.len();
        for (index, piece) in words.iter().enumerate() {
            out.push_str("<tspan");
            piece_attributes(piece, text, reader, ink, out);
            out.push('>');
            let words = if index == last {
                piece.words.trim_end()
            } else {
                &piece.words
            };
            out.push_str(&escaped(words));
            out.push_str("</tspan>");
        }
    }
    out.push_str("</text>\n");
}

fn piece_attributes(
    piece: &Piece<'_>,
    text: &TextShape,
    reader: Reader,
    ink: Ink<'_>,
    out: &mut String,
) {
    let Piece {
        format,
        font,
        start,
        ..
    } = piece;
    measure(out, "x", start.x);
    measure(out, "y", start.y);
    if font.family != TEXT_FAMILY {
        let family = font.family;
        attribute(out, "font-family", &format!("'{family}',{OTHER_FONTS}"));
    }
    measure(out, "font-size", format.font_id.size * piece.scale);
    if font.weight != 400 {
        attribute(out, "font-weight", &font.weight.to_string());
    }
    if font.italic || format.italics {
        attribute(out, "font-style", "italic");
    }
    if format.extra_letter_spacing != 0.0 {
        let spacing = format.extra_letter_spacing * piece.scale;
        measure(out, "letter-spacing", spacing);
    }
    let trimmed = piece.words.trim_end().chars().count() == piece.words.chars().count();
    if reader == Reader::Elsewhere && trimmed && piece.words.chars().count() > 1 {
        measure(out, "textLength", piece.width);
        attribute(out, "lengthAdjust", "spacingAndGlyphs");
    }
    ink_attributes(piece, text, ink, out);
}

fn ink_attributes(piece: &Piece<'_>, text: &TextShape, ink: Ink<'_>, out: &mut String) {
    let color = || {
        let own = text.override_text_color.unwrap_or(piece.format.color);
        shown(own, text)
    };
    match ink {
        Ink::Own => paint(out, "fill", color()),
        Ink::OwnOnHalo(halo) => {
            paint(out, "fill", color());
            paint(
                out,
                "stroke",
                halo.color.gamma_multiply(text.opacity_factor),
            );
            measure(out, "stroke-width", halo.width * 2.0);
            attribute(out, "stroke-linejoin", "round");
            attribute(out, "paint-order", "stroke");
        }
        Ink::Inherited => {}
    }
}

fn halo_attributes(halo: &Halo, opacity: f32, out: &mut String) {
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
