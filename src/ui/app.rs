//! The window as a whole.

/// The program with its window.
#[derive(Debug, Default)]
pub struct App {}
