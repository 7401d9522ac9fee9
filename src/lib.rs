//! Stakeholder force-field mapping.

pub mod edit;
pub mod model;
