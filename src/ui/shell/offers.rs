//! The maps that can be opened without asking for a file.

use std::path::PathBuf;

use jiff::civil::{Date, DateTime};

/// A map that was open before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Recent {
    /// Where it is.
    pub path: PathBuf,
    /// Its title.
    pub title: String,
    /// When it was last open.
    pub day: Date,
}

/// Unsaved work that can be brought back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Recovery {
    /// The title of the map.
    pub title: String,
    /// When it was last changed.
    pub when: DateTime,
    /// Whether the user closed it without saving, rather than that the program ended.
    pub let_go: bool,
    /// How many differences there are with the file, where that can be read.
    pub differences: Option<usize>,
}

/// A map that is built in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BuiltIn {
    /// The name of its file, without ending.
    pub stem: &'static str,
    /// Its title.
    pub title: String,
    /// What it is about, in one line; empty for a template.
    pub line: String,
}
