//! How wide words are, and where lines break.

use std::collections::BTreeMap;
use std::sync::Arc;

use fontdb::Database;
use ttf_parser::Face;
use unicode_segmentation::UnicodeSegmentation as _;

/// How wide a letter counts that our text font lacks, in its size.
const UNKNOWN: f32 = 0.7;
/// A line is filled a little less than it could be, since neighbouring letters may push each other apart.
const SLACK: f32 = 0.985;

/// The fonts that a page is set in.
pub struct Fonts {
    database: Arc<Database>,
    cuts: BTreeMap<u16, Face<'static>>,
}

impl Fonts {
    /// Takes all fonts for drawing, and the cuts of the text font, by weight, for measuring.
    pub fn new(
        database: Arc<Database>,
        cuts: impl IntoIterator<Item = (u16, &'static [u8])>,
    ) -> Self {
        let cuts = cuts
            .into_iter()
            .filter_map(|(weight, bytes)| Some((weight, Face::parse(bytes, 0).ok()?)))
            .collect();
        Self { database, cuts }
    }

    /// Gives the fonts for drawing.
    pub(super) fn database(&self) -> Arc<Database> {
        Arc::clone(&self.database)
    }

    /// Gives the width of a text on one line.
    pub(super) fn width(&self, text: &str, weight: u16, size: f32) -> f32 {
        let face = self.cuts.get(&weight).or_else(|| self.cuts.values().next());
        let advance = |letter: char| {
            let known = face.and_then(|face| {
                let glyph = face.glyph_index(letter)?;
                let units = f32::from(face.units_per_em());
                Some(f32::from(face.glyph_hor_advance(glyph)?) / units)
            });
            known.unwrap_or(UNKNOWN)
        };
        text.chars().map(advance).sum::<f32>() * size
    }

    /// Breaks a text into lines; a word longer than a line is broken within.
    pub(super) fn lines(&self, text: &str, room: f32, weight: u16, size: f32) -> Vec<String> {
        let room = room * SLACK;
        let fits = |line: &str| self.width(line, weight, size) <= room;
        let mut lines = Vec::new();
        let mut line = String::new();
        for word in text.split_whitespace() {
            let longer = if line.is_empty() {
                word.to_owned()
            } else {
                format!("{line} {word}")
            };
            if fits(&longer) {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            for letter in word.graphemes(true) {
                if !line.is_empty() && !fits(&format!("{line}{letter}")) {
                    lines.push(std::mem::take(&mut line));
                }
                line.push_str(letter);
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }
}
