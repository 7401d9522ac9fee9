//! How each part of the model stands in a file: what is read, what is written, what a missing field means.
//!
//! The model knows nothing of files. `file_struct!` declares the file's side of every struct once; from that come a
//! struct of optional fields, a serde visitor that fills it and keeps what it does not know, its conversion to the
//! model, and the tree for the printer. A field that is forgotten here does not compile.
//!
//! Not used: `serde(flatten)` (refuses the syntax of structs) and `ron::Value` (loses the names of enums).

mod actor;
mod answer;
mod content;
mod context;
mod declare;
mod document;
mod document_tree;
mod fields;
mod items;
mod lens;
mod lens_answer;
mod lens_figure;
mod lists;
mod loose;
mod moment;
mod purpose;
mod relation;
mod role;
mod scalar;
mod settle;
mod word;
mod write_back;

pub(crate) use context::{Context, Found, Mode, Step};
pub(crate) use document::WholeMap;
pub(crate) use document_tree::document_tree;
pub(crate) use fields::{InFile, Read};

/// Says whether a name is one of the parts of a state, rather than of a moment itself.
pub(crate) fn is_part(name: &str) -> bool {
    content::PARTS.contains(&name)
}
