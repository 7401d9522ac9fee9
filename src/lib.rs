//! Stakeholder force-field mapping.

#[cfg(feature = "desktop")]
pub mod ui;
