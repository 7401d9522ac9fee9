//! Everything that draws: the window, and the pictures made from the same drawing.

pub mod picture;
pub mod theme;
