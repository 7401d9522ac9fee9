//! Pictures of many answers: a web of scales and a triangle of shares.

pub(super) mod radar;
pub(super) mod triangle;
