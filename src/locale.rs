//! The language of the system.

use crate::model::Language;

/// Gives Dutch where the system speaks Dutch or does not say, else English.
pub fn system_language() -> Language {
    match sys_locale::get_locale() {
        Some(locale) if !locale.to_lowercase().starts_with("nl") => Language::English,
        Some(_) | None => Language::Dutch,
    }
}
