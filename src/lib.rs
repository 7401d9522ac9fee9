//! Stakeholder force-field mapping.

pub mod model;
