//! A page of PDF from an SVG.

use krilla::Document;
use krilla::geom::Size;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla_svg::{SurfaceExt as _, SvgSettings};
use resvg::usvg::Tree;
use thiserror::Error;

/// Why a page of PDF could not be made.
#[derive(Debug, Error)]
pub enum PdfError {
    /// The page is empty or too large.
    #[error("a page of {width} by {height} points cannot be made")]
    Size {
        /// Width in points of print.
        width: f32,
        /// Height in points of print.
        height: f32,
    },
    /// The page cannot be read back.
    #[error("the page could not be read back")]
    Svg(#[from] resvg::usvg::Error),
    /// The page could not be written.
    #[error("the page could not be written as PDF: {reason:?}")]
    Write {
        /// What the PDF writer says.
        reason: Box<krilla::error::KrillaError>,
    },
}

/// Writes an SVG as a PDF of one page, with text that can be searched and copied; no date, no author.
pub fn pdf(tree: &Tree, (width, height): (f32, f32), title: &str) -> Result<Vec<u8>, PdfError> {
    let size_error = || PdfError::Size { width, height };
    let size = Size::from_wh(width, height).ok_or_else(size_error)?;
    let mut document = Document::new();
    document.set_metadata(Metadata::new().title(title.to_owned()));
    let mut page = document.start_page_with(PageSettings::new(size));
    let mut surface = page.surface();
    let drawn = surface.draw_svg(tree, size, SvgSettings::default());
    surface.finish();
    page.finish();
    drawn.ok_or_else(size_error)?;
    document.finish().map_err(|reason| PdfError::Write {
        reason: Box::new(reason),
    })
}
