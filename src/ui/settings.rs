//! What the user set, kept in a file of its own.

use serde::{Deserialize, Serialize};

use crate::model::Language;

/// Light, dark or as the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThemeChoice {
    /// As the system.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// What the user set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The language of the interface.
    pub language: Language,
    /// Light or dark.
    pub theme: ThemeChoice,
    /// High contrast.
    pub contrast: bool,
    /// The size of all text, 100 to 300 %.
    pub text_percent: u16,
    /// Whether things may move to show where they went.
    pub motion: bool,
    /// Whether recent files are remembered.
    pub keep_recent: bool,
}

impl Settings {
    /// The smallest and largest size of text in percent.
    pub const TEXT: (u16, u16) = (100, 300);
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Language::Dutch,
            theme: ThemeChoice::System,
            contrast: false,
            text_percent: 100,
            motion: true,
            keep_recent: true,
        }
    }
}
