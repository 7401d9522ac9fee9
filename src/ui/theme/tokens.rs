//! The colours of a theme, read from the file that is built in.

use std::collections::BTreeMap;

use eframe::egui::Color32;
use serde::{Deserialize, Deserializer, de::Error as _};

use crate::model::Arena;

/// Which colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum ThemeName {
    /// Light.
    #[default]
    Light,
    /// Dark.
    Dark,
    /// High contrast on white.
    ContrastLight,
    /// High contrast on black.
    ContrastDark,
}

impl ThemeName {
    /// Every theme.
    pub const ALL: [Self; 4] = [
        Self::Light,
        Self::Dark,
        Self::ContrastLight,
        Self::ContrastDark,
    ];

    fn source(self) -> &'static str {
        match self {
            Self::Light => include_str!("../../../assets/theme/light.ron"),
            Self::Dark => include_str!("../../../assets/theme/dark.ron"),
            Self::ContrastLight => include_str!("../../../assets/theme/contrast_light.ron"),
            Self::ContrastDark => include_str!("../../../assets/theme/contrast_dark.ron"),
        }
    }
}

/// The colours of an arena.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct ArenaColours {
    /// Of the outline.
    #[serde(deserialize_with = "colour")]
    pub stroke: Color32,
    /// Of the fill.
    #[serde(deserialize_with = "colour")]
    pub tint: Color32,
}

macro_rules! theme {
    ($($(#[$doc:meta])* $field:ident,)*) => {
        /// The colours of everything; each means one thing.
        #[derive(Debug, Clone, PartialEq, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Theme {
            $($(#[$doc])* #[serde(deserialize_with = "colour")] pub $field: Color32,)*
            /// By how much outlines are wider than usual.
            pub outline: f32,
            /// Whether it is light on dark.
            pub dark: bool,
            arenas: BTreeMap<String, ArenaColours>,
        }

        impl Theme {
            fn blank() -> Self {
                Self { $($field: Color32::GRAY,)* outline: 1.0, dark: false, arenas: BTreeMap::new() }
            }
        }
    };
}

theme! {
    /// The map.
    canvas,
    /// Panels and dialogs.
    panel,
    /// Lines between blocks.
    hairline,
    /// Fields to type in.
    field,
    /// Quiet buttons and rows.
    soft,
    /// Text.
    ink,
    /// Remarks.
    dim,
    /// The quietest text.
    faint,
    /// Buttons, selection, focus.
    accent,
    /// Text on the accent.
    on_accent,
    /// Relations.
    relation,
    /// Bridges: verbinden.
    bridge,
    /// Rings: regie.
    regie,
    /// Rings: coördinatie.
    coordination,
    /// Conflict.
    conflict,
    /// In favour.
    support,
    /// Has objections.
    objection,
    /// The band of something private.
    private_band,
    /// Text on that band.
    private_text,
    /// Text on a mark in the colour of a role.
    on_mark,
    /// The fill of an actor whose arena was not asked.
    unasked_tint,
}

impl Theme {
    /// Gives a theme by its name.
    pub fn new(name: ThemeName) -> Self {
        // The files are built in and a test reads all four.
        ron::from_str(name.source()).unwrap_or_else(|_| Self::blank())
    }

    /// Gives the colours of an arena, or quiet ones where it was not asked.
    pub fn arena(&self, arena: Option<Arena>) -> ArenaColours {
        arena
            .and_then(|arena| self.arenas.get(arena.code()).copied())
            .unwrap_or(ArenaColours {
                stroke: self.faint,
                tint: self.unasked_tint,
            })
    }
}

fn colour<'de, D: Deserializer<'de>>(from: D) -> Result<Color32, D::Error> {
    let text = String::deserialize(from)?;
    Color32::from_hex(&text)
        .map_err(|error| D::Error::custom(format!("{text} is no colour: {error:?}")))
}

#[cfg(test)]
mod tests {
    use super::super::steps::contrast;
    use super::*;

    fn check(name: ThemeName, what: &str, one: Color32, other: Color32, least: f64) {
        let found = contrast(one, other);
        assert!(
            found >= least,
            "{name:?}: {what} has a contrast of {found:.2}, needs {least}"
        );
    }

    #[test]
    fn all_text_keeps_a_contrast_of_four_and_a_half() {
        for name in ThemeName::ALL {
            let theme = Theme::new(name);
            assert_eq!(theme.arenas.len(), Arena::ALL.len());
            let grounds = [theme.canvas, theme.panel, theme.field, theme.soft];
            for ground in grounds {
                check(name, "ink", theme.ink, ground, 4.5);
                check(name, "dim", theme.dim, ground, 4.5);
            }
            check(name, "faint", theme.faint, theme.panel, 4.5);
            check(name, "faint on the map", theme.faint, theme.canvas, 4.5);
            check(name, "on the accent", theme.on_accent, theme.accent, 4.5);
            check(name, "private", theme.private_text, theme.private_band, 4.5);
            for role in [theme.bridge, theme.regie, theme.conflict] {
                check(name, "role in words", role, theme.panel, 4.5);
                check(name, "role on the map", role, theme.canvas, 4.5);
                check(name, "number on a mark", theme.on_mark, role, 4.5);
            }
            for arena in Arena::ALL {
                check(
                    name,
                    "sign in an actor",
                    theme.ink,
                    theme.arena(Some(*arena)).tint,
                    4.5,
                );
            }
        }
    }

    #[test]
    fn every_graphic_that_means_something_keeps_a_contrast_of_three() {
        for name in ThemeName::ALL {
            let theme = Theme::new(name);
            for graphic in [
                theme.relation,
                theme.coordination,
                theme.support,
                theme.objection,
                theme.accent,
            ] {
                check(name, "graphic", graphic, theme.canvas, 3.0);
            }
            for arena in Arena::ALL {
                let colours = theme.arena(Some(*arena));
                check(name, "arena", colours.stroke, theme.canvas, 3.0);
                check(name, "arena on its fill", colours.stroke, colours.tint, 3.0);
                check(
                    name,
                    "support on the fill",
                    theme.support,
                    colours.tint,
                    3.0,
                );
                check(
                    name,
                    "objection on the fill",
                    theme.objection,
                    colours.tint,
                    3.0,
                );
            }
        }
    }
}
