//! Stakeholder force-field mapping.

pub mod placement;
