//! What the map means to whom: how actors see it, what words and values are to them, and whose own words bear a claim.
//!
//! Everything reads a [`Content`](crate::model::Content) and gives plain results; private words are counted and never
//! given, hidden interests are left out.

pub mod beside;
pub mod glossary;
pub mod ladder;
pub mod leads;
pub mod listening;
pub mod makers;
mod mention;
pub mod shared;
pub mod sight;
pub mod values;

#[cfg(test)]
mod tests;

pub use mention::{mentions, speaks_of};
