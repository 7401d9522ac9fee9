//! What the user set, kept in a file of its own.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::locale::system_language;
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

/// What becomes of actors that a filter leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FilteredOut {
    /// They fade.
    #[default]
    Fade,
    /// They are gone.
    Vanish,
}

/// What draws the window.
///
/// Office desktops have one or the other: OpenGL is often missing on Windows over a remote desktop, and the graphics
/// interface of the system on an old machine. Linux always has OpenGL, if need be without a graphics card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Renderer {
    /// Through the graphics interface of the system: Direct3D or Metal.
    Wgpu,
    /// Through OpenGL.
    Glow,
}

impl Renderer {
    /// Those of this system, the best first.
    pub const ALL: &[Self] = &[
        #[cfg(any(windows, target_os = "macos"))]
        Self::Wgpu,
        Self::Glow,
    ];

    /// Gives those of this system, the one that worked before first.
    pub fn in_order(worked: Option<Self>) -> Vec<Self> {
        let mut order = Self::ALL.to_vec();
        order.sort_by_key(|one| Some(*one) != worked);
        order
    }
}

/// What the user set.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own on the sheet of settings"
)]
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
    /// Whether earlier versions of maps are kept.
    pub keep_versions: bool,
    /// What becomes of actors that a filter leaves out.
    pub filtered_out: FilteredOut,
    /// Whether a small map helps where the map is larger than what is seen.
    pub minimap: bool,
    /// The renderer that worked the last time.
    pub renderer: Option<Renderer>,
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
            keep_versions: true,
            filtered_out: FilteredOut::Fade,
            minimap: true,
            renderer: None,
        }
    }
}

/// A file that was opened or saved before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// Where it stands.
    pub path: PathBuf,
    /// The title of its map.
    #[serde(default)]
    pub title: String,
    /// The day when it was last open, as year-month-day.
    #[serde(default)]
    pub day: String,
    /// The identity of its map, by which earlier versions are found when the file is broken.
    #[serde(default)]
    pub id: String,
}

/// The file of the settings: what is missing or cannot be read is as at first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own on the sheet of settings"
)]
pub(crate) struct SettingsFile {
    language: Option<String>,
    theme: ThemeChoice,
    contrast: bool,
    text_percent: Option<u16>,
    still: bool,
    forget_recent: bool,
    without_versions: bool,
    filtered_out: FilteredOut,
    without_minimap: bool,
    renderer: Option<Renderer>,
    /// The recent files, the newest first.
    pub recent: Vec<Recent>,
}

impl SettingsFile {
    /// Makes the file of what the user set.
    pub(crate) fn of(settings: &Settings, recent: &[Recent]) -> Self {
        Self {
            language: Some(settings.language.code().to_owned()),
            theme: settings.theme,
            contrast: settings.contrast,
            text_percent: Some(settings.text_percent),
            still: !settings.motion,
            forget_recent: !settings.keep_recent,
            without_versions: !settings.keep_versions,
            filtered_out: settings.filtered_out,
            without_minimap: !settings.minimap,
            renderer: settings.renderer,
            recent: recent.to_vec(),
        }
    }

    /// Reads the text of a file.
    pub(crate) fn read(text: &str) -> Self {
        ron::from_str(text).unwrap_or_default()
    }

    /// Gives the text of the file.
    pub(crate) fn text(&self) -> String {
        ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::new().new_line("\n"))
            .unwrap_or_default()
    }

    /// Gives what the user set; the language of the system where none was chosen.
    pub(crate) fn settings(&self) -> Settings {
        let (least, most) = Settings::TEXT;
        Settings {
            language: self
                .language
                .as_deref()
                .and_then(Language::from_code)
                .unwrap_or_else(system_language),
            theme: self.theme,
            contrast: self.contrast,
            text_percent: self.text_percent.unwrap_or(least).clamp(least, most),
            motion: !self.still,
            keep_recent: !self.forget_recent,
            keep_versions: !self.without_versions,
            filtered_out: self.filtered_out,
            minimap: !self.without_minimap,
            renderer: self.renderer,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read_back_as_they_were_kept() {
        let settings = Settings {
            language: Language::English,
            theme: ThemeChoice::Dark,
            contrast: true,
            text_percent: 150,
            motion: false,
            keep_recent: false,
            keep_versions: false,
            filtered_out: FilteredOut::Vanish,
            minimap: false,
            renderer: Some(Renderer::Glow),
        };
        let recent = [Recent {
            path: PathBuf::from("/maps/wijk.ron"),
            title: "Wijk".to_owned(),
            day: "2026-05-12".to_owned(),
            id: "d-0000000000000001".to_owned(),
        }];
        let file = SettingsFile::read(&SettingsFile::of(&settings, &recent).text());
        assert_eq!(
            (file.settings(), file.recent.as_slice()),
            (settings, recent.as_slice())
        );
    }

    #[test]
    fn a_damaged_file_gives_the_settings_of_the_first_time() {
        assert_eq!(
            SettingsFile::read("(language: Some(\"nl\", oops"),
            SettingsFile::default()
        );
        let odd = SettingsFile::read("(text_percent: Some(9000), new_field: 3)");
        assert_eq!(odd.settings().text_percent, 300);
    }

    #[test]
    fn the_renderer_that_worked_comes_first_and_only_those_of_this_system_are_tried() {
        assert_eq!(Renderer::in_order(None), Renderer::ALL);
        let order = Renderer::in_order(Some(Renderer::Glow));
        assert_eq!(order.first(), Some(&Renderer::Glow));
        for worked in [None, Some(Renderer::Glow), Some(Renderer::Wgpu)] {
            let mut order = Renderer::in_order(worked);
            order.retain(|one| Renderer::ALL.contains(one));
            assert_eq!(order.len(), Renderer::ALL.len());
        }
    }
}
