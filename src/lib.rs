//! Stakeholder force-field mapping.

pub mod analysis;
pub mod edit;
pub mod exchange;
pub mod model;
pub mod placement;
pub mod session;
pub mod storage;
mod text;
#[cfg(feature = "desktop")]
pub mod ui;
