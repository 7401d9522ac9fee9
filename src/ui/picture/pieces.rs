//! Cuts a laid out text into pieces that each have one font, one format and one place.
//!
//! A layout knows its glyphs as they stand, from left to right, but no longer their fonts and
//! formats. Both are found again here the way egui found them: cluster by cluster, in the first
//! font of the family that holds the letter. Where glyphs and letters cannot be counted off
//! against each other, as with words from right to left, the fonts tell which belong together.

use std::ptr;

use eframe::egui::{
    Galley, Pos2, Rect,
    epaint::{
        TextShape,
        text::{Glyph, PlacedRow, TextFormat},
    },
};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::ui::theme::fonts::{self, FontSource, ICON_DROP, ICON_FAMILY};

/// What egui draws for a letter that no font holds.
pub(super) const MISSING: char = '◻';

/// A row of the layout in page coordinates, as if the text were not turned.
pub(super) struct TextRow<'a> {
    pub(super) rect: Rect,
    pub(super) pieces: Vec<Piece<'a>>,
}

/// Letters of one row that share a font and a format.
pub(super) struct Piece<'a> {
    pub(super) words: String,
    pub(super) format: &'a TextFormat,
    pub(super) face: Face,
    /// The left end of the baseline.
    pub(super) start: Pos2,
    pub(super) rect: Rect,
    /// How much the text was enlarged after its layout.
    pub(super) scale: f32,
}

/// The font of a letter.
#[derive(Clone, Copy)]
pub(super) struct Face {
    pub(super) font: &'static FontSource,
    /// False when no font holds the letter; then `font` is the one of [`MISSING`].
    pub(super) holds_letter: bool,
}

/// A letter as typed.
struct Letter<'a> {
    typed: char,
    format: &'a TextFormat,
    face: Face,
}

/// Where a row stands.
#[derive(Clone, Copy)]
struct Place {
    origin: Pos2,
    scale: f32,
}

/// Cuts a text into rows of pieces.
pub(super) fn rows(text: &TextShape) -> Vec<TextRow<'_>> {
    let galley = &*text.galley;
    let letters = letters(galley);
    let n_drawn: usize = galley
        .rows
        .iter()
        .map(|row| row.char_count_including_newline().0)
        .sum();
    let can_count = n_drawn == letters.len() || galley.elided;
    let n_breaks = letters.iter().filter(|letter| letter.typed == '\n').count();
    let rows_are_lines = galley.rows.len() == n_breaks + 1;

    let mut rest = letters.as_slice();
    let mut rows = Vec::with_capacity(galley.rows.len());
    for placed in &galley.rows {
        let place = Place {
            origin: text.pos + placed.pos.to_vec2(),
            scale: scale_of(placed),
        };
        let (mut pieces, n_used) = if can_count {
            let pieces = counted_pieces(rest, placed, place, galley.elided);
            (pieces, placed.char_count_including_newline().0)
        } else if rows_are_lines {
            let line = rest.split(|letter| letter.typed == '\n').next();
            let line = line.unwrap_or_default();
            (matched_pieces(line, placed, place), line.len() + 1)
        } else {
            let format = letters.first().map(|letter| letter.format);
            let pieces = format.map(|format| drawn_pieces(format, placed, place));
            (pieces.unwrap_or_default(), 0)
        };
        pieces.retain(|piece| piece.rect.is_finite());
        rest = rest.get(n_used..).unwrap_or_default();
        rows.push(TextRow {
            rect: Rect::from_min_size(place.origin, placed.row.size),
            pieces,
        });
    }
    rows
}

/// Pieces of a row whose glyphs stand one to one for its letters.
fn counted_pieces<'a>(
    letters: &[Letter<'a>],
    placed: &PlacedRow,
    place: Place,
    elided: bool,
) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    for (index, glyph) in placed.row.glyphs.iter().enumerate() {
        let Some(letter) = letters.get(index).or(letters.last()) else {
            continue;
        };
        if elided && letter.typed != glyph.chr {
            // The sign that stands for what was left out.
            add_letter(&mut pieces, &Letter::new(glyph.chr, letter.format), place);
        } else {
            add_letter(&mut pieces, letter, place);
        }
        if let Some(piece) = pieces.last_mut() {
            piece.cover(glyph, place);
        }
    }
    pieces
}

/// Pieces of a row that is one whole line, with the glyphs found by their fonts.
fn matched_pieces<'a>(line: &[Letter<'a>], placed: &PlacedRow, place: Place) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    for letter in line {
        add_letter(&mut pieces, letter, place);
    }
    let mut current = 0;
    for glyph in placed.row.glyphs.iter().filter(|glyph| is_drawn(glyph)) {
        let ahead = pieces.iter().skip(current).position(|piece| {
            let face = Face::of(piece.format, glyph.chr);
            ptr::eq(face.font, piece.face.font)
        });
        current += ahead.unwrap_or_default();
        if let Some(piece) = pieces.get_mut(current) {
            piece.cover(glyph, place);
        }
    }
    pieces
}

/// Pieces of the glyphs as they stand, for rows that fit no line.
fn drawn_pieces<'a>(format: &'a TextFormat, placed: &PlacedRow, place: Place) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    for glyph in placed.row.glyphs.iter().filter(|glyph| is_drawn(glyph)) {
        add_letter(&mut pieces, &Letter::new(glyph.chr, format), place);
        if let Some(piece) = pieces.last_mut() {
            piece.cover(glyph, place);
        }
    }
    for piece in &mut pieces {
        if piece.face.font.right_to_left {
            piece.words = piece.words.chars().rev().collect();
        }
    }
    pieces
}

/// The letters of a layout with their formats and fonts.
fn letters(galley: &Galley) -> Vec<Letter<'_>> {
    let job = &galley.job;
    let mut sections = job.sections.iter().peekable();
    let mut letters = Vec::with_capacity(job.text.len());
    for (start, cluster) in job.text.grapheme_indices(true) {
        while sections
            .next_if(|section| section.byte_range.end.0 <= start)
            .is_some()
        {}
        let Some(section) = sections.peek() else {
            break;
        };
        let base = cluster.chars().next().unwrap_or(' ');
        let face = Face::of(&section.format, base);
        letters.extend(cluster.chars().map(|typed| Letter {
            typed,
            format: &section.format,
            face,
        }));
    }
    letters
}

/// Adds a letter to the last piece, or begins a piece with it.
fn add_letter<'a>(pieces: &mut Vec<Piece<'a>>, letter: &Letter<'a>, place: Place) {
    let is_tab = |letter: char| letter == '\t';
    let last = pieces.last_mut().filter(|piece| {
        ptr::eq(piece.format, letter.format)
            && ptr::eq(piece.face.font, letter.face.font)
            && piece.face.holds_letter == letter.face.holds_letter
            && piece.words.ends_with(is_tab) == is_tab(letter.typed)
    });
    if let Some(piece) = last {
        piece.words.push(letter.typed);
    } else {
        pieces.push(Piece {
            words: letter.typed.to_string(),
            format: letter.format,
            face: letter.face,
            start: Pos2::ZERO,
            rect: Rect::NOTHING,
            scale: place.scale,
        });
    }
}

/// Whether a glyph is more than a place for the cursor.
fn is_drawn(glyph: &Glyph) -> bool {
    glyph.advance_width > 0.0 || !glyph.uv_rect.is_nothing()
}

/// How much a layer was enlarged after its text was laid out.
///
/// egui then enlarges what it paints, and leaves the glyphs of the layout as they were.
fn scale_of(placed: &PlacedRow) -> f32 {
    let vertices = &placed.row.visuals.mesh.vertices;
    let glyphs = placed.row.glyphs.iter();
    let tallest = glyphs
        .filter(|glyph| !glyph.uv_rect.is_nothing())
        .max_by(|one, other| one.uv_rect.size.y.total_cmp(&other.uv_rect.size.y));
    let measured = tallest.and_then(|glyph| {
        let first = usize::try_from(glyph.first_vertex).ok()?;
        let top = vertices.get(first)?.pos.y;
        let bottom = vertices.get(first + 2)?.pos.y;
        Some((bottom - top).abs() / glyph.uv_rect.size.y)
    });
    measured
        .filter(|scale| scale.is_finite() && *scale > 0.0 && (scale - 1.0).abs() > 0.001)
        .unwrap_or(1.0)
}

impl Piece<'_> {
    fn cover(&mut self, glyph: &Glyph, place: Place) {
        let Place { origin, scale } = place;
        let rect = glyph.logical_rect();
        let rect = Rect::from_min_size(origin + rect.min.to_vec2() * scale, rect.size() * scale);
        if !self.rect.is_finite() {
            self.start = origin + glyph.pos.to_vec2() * scale;
            if self.face.font.family == ICON_FAMILY {
                self.start.y += ICON_DROP * self.format.font_id.size * scale;
            }
        }
        self.rect = self.rect.union(rect);
    }
}

impl<'a> Letter<'a> {
    fn new(typed: char, format: &'a TextFormat) -> Self {
        let face = Face::of(format, typed);
        Self {
            typed,
            format,
            face,
        }
    }
}

impl Face {
    fn of(format: &TextFormat, letter: char) -> Self {
        let family = &format.font_id.family;
        if letter.is_whitespace() || letter.is_control() {
            let font = fonts::source_of(family, ' ');
            return Self {
                font: font.unwrap_or(fonts::plain()),
                holds_letter: true,
            };
        }
        let found = fonts::source_of(family, letter);
        let shown = found.or_else(|| fonts::source_of(family, MISSING));
        Self {
            font: shown.unwrap_or(fonts::plain()),
            holds_letter: found.is_some(),
        }
    }
}
