//! The course page with the picture of the network that stands on it.

use std::path::Path;
use std::sync::Arc;

use super::{
    Drawing, MapPicture, PictureError, ReportForm, map_drawing, report_fonts, report_picture,
};
use crate::export::course::{a4_pdf, course_page, html, markdown};
use crate::model::{Document, Language, Note, Shown};

/// In what form a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportFile {
    /// A page of print.
    Pdf,
    /// A web page of one file.
    Html,
    /// Plain text with marks.
    Markdown,
}

impl ReportFile {
    /// Gives the form that the name of a file ends in.
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_string_lossy().to_lowercase();
        match ending.as_str() {
            "pdf" => Some(Self::Pdf),
            "html" | "htm" => Some(Self::Html),
            "md" => Some(Self::Markdown),
            _ => None,
        }
    }
}

/// The size at which the network is drawn for a page.
const SIZE: (u32, u32) = (760, 500);

/// Draws the network as the wall shows it, with the bridges and rings: no position, no power, nothing private.
fn network(document: &Document, language: Language) -> Option<Drawing> {
    if document.now.actors.is_empty() {
        return None;
    }
    let mut wall = Shown::on_the_wall();
    wall.insert(Shown::Roles);
    let look = MapPicture {
        size: SIZE,
        wall: Some(wall),
        language,
        legend: false,
        ..MapPicture::default()
    };
    // The page says itself what it is about: a blank in place of the sentence leaves it out of the picture.
    let mut bare = document.clone();
    let purpose = Arc::make_mut(&mut bare.now.purpose);
    purpose.issue_sentence = Note::new("\u{a0}");
    Some(map_drawing(&bare, &look))
}

/// Writes the course page of a map as bytes; the same map gives the same bytes.
pub fn course_report(
    document: &Document,
    form: ReportFile,
    language: Language,
) -> Result<Vec<u8>, PictureError> {
    let page = course_page(document, language);
    let picture = |form| {
        let drawing = network(document, language)?;
        Some(report_picture(&drawing, form))
    };
    Ok(match form {
        ReportFile::Pdf => {
            let picture = picture(ReportForm::Print);
            a4_pdf(&page, picture.as_ref(), &report_fonts())?
        }
        ReportFile::Html => html(&page, picture(ReportForm::Web).as_ref()).into_bytes(),
        ReportFile::Markdown => markdown(&page).into_bytes(),
    })
}
