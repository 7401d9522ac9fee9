//! Stakeholder force-field mapping.

pub mod model;
pub mod storage;
