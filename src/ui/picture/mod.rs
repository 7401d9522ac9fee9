//! Turns what egui draws into files, without a display.
//!
//! A [`Drawing`] holds the shapes of one pass of an [`egui::Context`]; [`svg`] writes them as
//! elements that other programs can edit, [`png`] and [`pdf`] go through the same writer with
//! our own fonts. Equal drawings give equal bytes: there is no date, path, author or system
//! font in any of them.
//!
//! One point of egui is one pixel of CSS, so three quarters of a point of print.

mod course_page;
mod halo;
mod map;
mod notation;
mod outline;
mod output;
mod pieces;
mod shape;
mod sheet;
mod text;

#[cfg(test)]
mod tests;

use std::{error::Error, mem};

use eframe::egui::{self, Color32, Pos2, RawInput, Rect, Ui, Vec2, epaint::ClippedShape};
use thiserror::Error;

pub use course_page::{ReportFile, course_report};
pub use halo::halo;
pub use map::{MapPicture, map_drawing};
pub use output::{ReportForm, pdf, png, report_fonts, report_picture};

/// The longest side of a PNG, in pixels.
pub const MAX_PIXELS: f32 = 16_384.0;

/// The shapes of one pass, and the page that they stand on.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// What egui painted, from back to front.
    pub shapes: Vec<ClippedShape>,
    /// The size of the page, in points; its corner is the origin.
    pub size: Vec2,
    /// The colour of the page.
    pub background: Color32,
}

/// Why a picture could not be made.
#[derive(Debug, Error)]
pub enum PictureError {
    /// The page is empty, not finite, or larger than [`MAX_PIXELS`].
    #[error("a picture of {width} by {height} pixels cannot be made")]
    Size {
        /// Width in pixels.
        width: f32,
        /// Height in pixels.
        height: f32,
    },
    /// Our own SVG could not be read back.
    #[error("the drawing could not be read back")]
    Svg(#[from] resvg::usvg::Error),
    /// The pixels could not be packed.
    #[error("the pixels could not be written as PNG")]
    Png(#[source] Box<dyn Error + Send + Sync>),
    /// The page could not be written.
    #[error(transparent)]
    Pdf(#[from] crate::export::PdfError),
}

impl Drawing {
    /// Runs a context without a window and keeps what it draws.
    ///
    /// The context must have its fonts and style. It is run twice, so that sizes which egui
    /// learns from a first pass have settled and animations have ended. Letters are placed on a
    /// grid of `pixels_per_point`; 4 makes them exact enough for print.
    pub fn from_ui(
        context: &egui::Context,
        size: Vec2,
        pixels_per_point: f32,
        background: Color32,
        mut add_contents: impl FnMut(&mut Ui),
    ) -> Self {
        let mut shapes = Vec::new();
        for time in [0.0, 60.0] {
            let mut input = RawInput {
                screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)),
                time: Some(time),
                ..RawInput::default()
            };
            if let Some(viewport) = input.viewports.get_mut(&input.viewport_id) {
                viewport.native_pixels_per_point = Some(pixels_per_point);
            }
            let mut output = context.run_ui(input, &mut add_contents);
            shapes = mem::take(&mut output.shapes);
            output.drop_without_applying_deltas();
        }
        Self {
            shapes,
            size,
            background,
        }
    }

    /// Gives the drawing enlarged, page and all.
    #[must_use]
    pub fn scaled(mut self, by: f32) -> Self {
        for ClippedShape { clip_rect, shape } in &mut self.shapes {
            *clip_rect = *clip_rect * by;
            shape.scale(by);
        }
        self.size *= by;
        self
    }

    fn page(&self) -> Rect {
        Rect::from_min_size(Pos2::ZERO, self.size)
    }
}

/// Writes a drawing as SVG for other programs.
///
/// Text stays text, in Inter or the nearest font that the reader has, stretched to the width it
/// has with us. Icons become outlines, since no reader has their font.
pub fn svg(drawing: &Drawing) -> String {
    sheet::write(drawing, sheet::Reader::Elsewhere)
}
