//! Pixels and pages, drawn from the SVG with our own fonts only.

use std::sync::{Arc, LazyLock};

use fontdb::{Database, Source};
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree},
};

use super::{
    Drawing, MAX_PIXELS, PictureError,
    sheet::{self, Reader},
};
use crate::export::{self, Fonts, ReportPicture};
use crate::ui::theme::fonts as theme_fonts;

/// Print points in one point of egui.
const PRINT_POINTS: f32 = 0.75;

/// Writes a drawing as PNG, `scale` pixels to a point.
pub fn png(drawing: &Drawing, scale: f32) -> Result<Vec<u8>, PictureError> {
    let (width, height) = (drawing.size.x * scale, drawing.size.y * scale);
    let size_error = || PictureError::Size { width, height };
    let (columns, rows) = pixels(width).zip(pixels(height)).ok_or_else(size_error)?;
    let tree = tree(drawing)?;
    let mut pixmap = Pixmap::new(columns, rows).ok_or_else(size_error)?;
    let transform = Transform::from_scale(scale, scale);
    resvg::render(&tree, transform, &mut pixmap.as_mut());
    pixmap
        .encode_png()
        .map_err(|error| PictureError::Png(Box::new(error)))
}

/// Writes a drawing as a PDF of one page, with text that can be searched and copied.
pub fn pdf(drawing: &Drawing, title: &str) -> Result<Vec<u8>, PictureError> {
    let tree = tree(drawing)?;
    let size = drawing.size * PRINT_POINTS;
    Ok(export::pdf(&tree, (size.x, size.y), title)?)
}

/// Our fonts, for the pages of reports.
pub fn report_fonts() -> Fonts {
    let cuts = theme_fonts::sources()
        .iter()
        .filter(|source| source.family == theme_fonts::TEXT_FAMILY && !source.italic)
        .map(|source| (source.weight, source.bytes));
    Fonts::new(fonts(), cuts)
}

/// Who draws a picture in a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportForm {
    /// A page of print, drawn here.
    Print,
    /// A web page, drawn by a browser.
    Web,
}

/// Gives a drawing as it stands in a report.
pub fn report_picture(drawing: &Drawing, form: ReportForm) -> ReportPicture {
    let reader = match form {
        ReportForm::Print => Reader::Ourselves,
        ReportForm::Web => Reader::Elsewhere,
    };
    ReportPicture {
        svg: sheet::write(drawing, reader),
        width: drawing.size.x,
        height: drawing.size.y,
    }
}

/// The drawing as our own renderers read it.
pub(super) fn tree(drawing: &Drawing) -> Result<Tree, PictureError> {
    let options = Options {
        fontdb: fonts(),
        ..Options::default()
    };
    let source = sheet::write(drawing, Reader::Ourselves);
    Ok(Tree::from_str(&source, &options)?)
}

/// Our fonts and no others.
pub(super) fn fonts() -> Arc<Database> {
    static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
        let mut database = Database::new();
        for source in theme_fonts::sources() {
            database.load_font_source(Source::Binary(Arc::new(source.bytes)));
        }
        database.set_sans_serif_family(theme_fonts::TEXT_FAMILY);
        database.set_serif_family(theme_fonts::TEXT_FAMILY);
        database.set_monospace_family(theme_fonts::TEXT_FAMILY);
        Arc::new(database)
    });
    Arc::clone(&FONTS)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked to lie between 1 and MAX_PIXELS"
)]
fn pixels(length: f32) -> Option<u32> {
    let rounded = length.round();
    (1.0..=MAX_PIXELS)
        .contains(&rounded)
        .then_some(rounded as u32)
}
