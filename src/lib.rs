//! Stakeholder force-field mapping.

pub mod analysis;
pub mod cli;
pub mod edit;
pub mod exchange;
mod locale;
pub mod model;
pub mod placement;
pub mod session;
pub mod storage;
mod text;
#[cfg(feature = "desktop")]
pub mod ui;

pub use locale::system_language;
