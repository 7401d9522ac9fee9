//! How everything looks: fonts, colours, sizes and icons.

pub mod fonts;
