//! Foreign formats: fields as JSON, and the numbers of the advice as RON.
//!
//! Reading refuses bad input with a typed error that names the place; nothing
//! read here becomes a document.

mod codes;
pub mod field_json;
pub mod measures_json;
mod network_json;
mod profiles_json;
pub mod thresholds;
