//! Reports as bytes, made of a document, texts, and pictures that are handed in.
//!
//! What a report says is gathered first, without a trace of what is private; every form of it (a page, a web page,
//! plain text) is written from that. No files, no window: who calls decides where the bytes go.

pub mod course;
#[cfg(feature = "desktop")]
mod letters;
#[cfg(feature = "desktop")]
mod pdf;

#[cfg(feature = "desktop")]
pub use letters::Fonts;
#[cfg(feature = "desktop")]
pub use pdf::{PdfError, pdf};

/// A picture that stands in a report, as SVG.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportPicture {
    /// The SVG element.
    pub svg: String,
    /// Its width in its own units.
    pub width: f32,
    /// Its height in its own units.
    pub height: f32,
}

/// Gives a text with everything escaped that XML and HTML give a meaning, and nothing that XML forbids.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}
