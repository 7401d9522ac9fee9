//! Our own file: what a map is on disk, how it is read without trust, written without loss, and recovered after a crash.
//!
//! [`read`] turns bytes into a map and a list of what was noticed; [`print_document`] gives the canonical text.

pub mod built_in;
mod form;
mod read;
mod schema;

use crate::model::Document;

pub use read::{Expected, Fault, Foreign, Loaded, Notice, Noticed, ReadError, Spot, read};

/// The first line of every file: for people, and for programs that guess what a file is.
const FIRST_LINE: &str = "// Krachtenveld - kaartbestand v1\n";

/// Gives the canonical text of a map: the same map gives the same bytes everywhere.
pub fn print_document(document: &Document) -> String {
    let mut text = FIRST_LINE.to_owned();
    text.push_str(&form::print(&schema::document_tree(document)));
    text
}
