//! The fonts, the same in the window and in every picture.
//!
//! Nothing is read from the system, so that a map looks alike on all machines.
//! Inter comes in five cuts; each is followed by the fonts that hold what Inter lacks.

use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};

use eframe::egui::{
    FontData, FontDefinitions, FontFamily,
    epaint::text::{Fonts, TextOptions},
};

/// The family name of medium weight, for [`FontFamily::Name`].
pub const MEDIUM: &str = "medium";
/// The family name of semibold weight, for [`FontFamily::Name`].
pub const SEMIBOLD: &str = "semibold";
/// The family name of bold weight, for [`FontFamily::Name`].
pub const BOLD: &str = "bold";
/// The family name of the italic cut, for [`FontFamily::Name`].
pub const ITALIC: &str = "italic";
/// The family name of the icons, as `egui_material_icons` asks for it.
pub const ICONS: &str = egui_material_icons::FONT_FAMILY;

/// How far an icon stands below where its font puts it, in heights of a letter: in the middle of a line of text.
pub const ICON_DROP: f32 = 0.05;

/// The CSS family of all text that Inter holds.
pub const TEXT_FAMILY: &str = "Inter";
/// The CSS family of the icons.
pub const ICON_FAMILY: &str = "Material Symbols Rounded Filled";

const REGULAR: &str = "regular";
const HEBREW: &str = "hebrew";
const ARABIC: &str = "arabic";

/// One font file, with what a style sheet calls it.
#[derive(Clone, Copy, Debug)]
pub struct FontSource {
    /// The name under which egui knows the file.
    pub name: &'static str,
    /// The family as CSS and the file itself name it.
    pub family: &'static str,
    /// The CSS weight, 400 for regular.
    pub weight: u16,
    /// Whether this is an italic cut.
    pub italic: bool,
    /// Whether its letters are written from right to left.
    pub right_to_left: bool,
    /// The content of the file.
    pub bytes: &'static [u8],
}

static PLAIN: FontSource = FontSource {
    name: REGULAR,
    family: TEXT_FAMILY,
    weight: 400,
    italic: false,
    right_to_left: false,
    bytes: include_bytes!("../../../assets/fonts/Inter-Regular.otf"),
};

/// The fonts for [`eframe::egui::Context::set_fonts`].
///
/// `Proportional` and `Monospace` are Inter regular; the names [`MEDIUM`], [`SEMIBOLD`],
/// [`BOLD`], [`ITALIC`] and [`ICONS`] are families of their own.
pub fn definitions() -> FontDefinitions {
    let mut definitions = FontDefinitions::empty();
    for source in sources() {
        let mut data = FontData::from_static(source.bytes);
        if source.name == ICONS {
            data.tweak.y_offset_factor = ICON_DROP;
        }
        definitions
            .font_data
            .insert(source.name.to_owned(), Arc::new(data));
    }
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        definitions.families.insert(family, chain(REGULAR));
    }
    for name in [MEDIUM, SEMIBOLD, BOLD, ITALIC, ICONS] {
        definitions
            .families
            .insert(FontFamily::Name(name.into()), chain(name));
    }
    definitions
}

/// All font files, the ones for text first.
pub fn sources() -> &'static [FontSource] {
    &SOURCES
}

/// The regular text font.
pub fn plain() -> &'static FontSource {
    SOURCES.first().unwrap_or(&PLAIN)
}

/// What a style sheet calls a family: its CSS name, its weight and whether it is italic.
///
/// An unknown family is taken for the regular text font.
pub fn family_of(family: &FontFamily) -> (&'static str, u16, bool) {
    let source = primary(family);
    (source.family, source.weight, source.italic)
}

/// The font that egui takes for a letter in a family, or nothing when no font holds it.
pub fn source_of(family: &FontFamily, letter: char) -> Option<&'static FontSource> {
    let primary = primary(family);
    let holders = HOLDERS.get(&letter)?;
    let first = if primary.family == ICON_FAMILY && holders.iter().any(|name| name == ICONS) {
        ICONS
    } else {
        holders.first()?.as_str()
    };
    if first == REGULAR && primary.family == TEXT_FAMILY {
        return Some(primary);
    }
    SOURCES.iter().find(|source| source.name == first)
}

/// The fonts after Inter, in the order in which they are asked.
const FALLBACKS: [&str; 6] = [HEBREW, ARABIC, "math", "symbols", "emoji", ICONS];

static SOURCES: LazyLock<Vec<FontSource>> = LazyLock::new(|| {
    let inter = |name, weight, italic, bytes| FontSource {
        name,
        family: TEXT_FAMILY,
        weight,
        italic,
        right_to_left: false,
        bytes,
    };
    let fallback = |name, family, bytes| FontSource {
        name,
        family,
        weight: 400,
        italic: false,
        right_to_left: matches!(name, HEBREW | ARABIC),
        bytes,
    };
    vec![
        PLAIN,
        inter(
            MEDIUM,
            500,
            false,
            include_bytes!("../../../assets/fonts/Inter-Medium.otf"),
        ),
        inter(
            SEMIBOLD,
            600,
            false,
            include_bytes!("../../../assets/fonts/Inter-SemiBold.otf"),
        ),
        inter(
            BOLD,
            700,
            false,
            include_bytes!("../../../assets/fonts/Inter-Bold.otf"),
        ),
        inter(
            ITALIC,
            400,
            true,
            include_bytes!("../../../assets/fonts/Inter-Italic.otf"),
        ),
        fallback(
            HEBREW,
            "Noto Sans Hebrew",
            include_bytes!("../../../assets/fonts/NotoSansHebrew-Regular.ttf"),
        ),
        fallback(
            ARABIC,
            "Noto Sans Arabic",
            include_bytes!("../../../assets/fonts/NotoSansArabic-Regular.ttf"),
        ),
        fallback(
            "math",
            "Noto Sans Math",
            include_bytes!("../../../assets/fonts/NotoSansMath-Regular.ttf"),
        ),
        fallback(
            "symbols",
            "Noto Sans Symbols2",
            include_bytes!("../../../assets/fonts/NotoSansSymbols2-Regular.ttf"),
        ),
        fallback(
            "emoji",
            "Noto Emoji",
            include_bytes!("../../../assets/fonts/NotoEmoji-Regular.ttf"),
        ),
        fallback(
            ICONS,
            ICON_FAMILY,
            include_bytes!("../../../assets/fonts/MaterialSymbolsRounded-Filled.ttf"),
        ),
    ]
});

/// Which fonts hold a letter, in the order in which egui asks them.
///
/// The cuts of Inter hold the same letters, so one family answers for all.
static HOLDERS: LazyLock<BTreeMap<char, Vec<String>>> = LazyLock::new(|| {
    let mut fonts = Fonts::new(TextOptions::default(), definitions());
    let view = fonts.with_pixels_per_point(1.0);
    view.fonts
        .font(&FontFamily::Proportional)
        .characters()
        .clone()
});

fn chain(first: &str) -> Vec<String> {
    let mut names = vec![first.to_owned()];
    if first == ICONS {
        names.push(REGULAR.to_owned());
    }
    let rest = FALLBACKS.iter().filter(|name| **name != first);
    names.extend(rest.map(|name| (*name).to_owned()));
    names
}

fn primary(family: &FontFamily) -> &'static FontSource {
    let name = match family {
        FontFamily::Proportional | FontFamily::Monospace => REGULAR,
        FontFamily::Name(name) => name.as_ref(),
    };
    let found = SOURCES.iter().find(|source| source.name == name);
    found.unwrap_or(plain())
}

#[cfg(test)]
mod tests {
    use eframe::egui::FontFamily;

    use super::{BOLD, ICON_FAMILY, ICONS, ITALIC, MEDIUM, SEMIBOLD, family_of, source_of};
    use super::{definitions, sources};
    use crate::ui::theme::icons;

    fn name(name: &str) -> FontFamily {
        FontFamily::Name(name.into())
    }

    #[test]
    fn each_family_has_its_cut_and_all_fallbacks() {
        let definitions = definitions();
        let families = definitions.families;
        for family in [FontFamily::Proportional, FontFamily::Monospace] {
            assert_eq!(families[&family].len(), 7);
        }
        for cut in [MEDIUM, SEMIBOLD, BOLD, ITALIC, ICONS] {
            let chain = &families[&name(cut)];
            assert_eq!(chain[0], cut);
            assert_eq!(chain.len(), 7);
            assert!(
                chain
                    .iter()
                    .all(|font| definitions.font_data.contains_key(font))
            );
        }
    }

    #[test]
    fn a_style_sheet_finds_the_same_cut() {
        let mut database = fontdb::Database::new();
        for source in sources() {
            database.load_font_data(source.bytes.to_vec());
        }
        assert_eq!(database.len(), sources().len());
        for (face, source) in database.faces().zip(sources()) {
            assert_eq!(face.families[0].0, source.family);
            assert_eq!(face.weight.0, source.weight, "{}", source.name);
            assert_eq!(
                face.style == fontdb::Style::Italic,
                source.italic,
                "{}",
                source.name
            );
        }
    }

    #[test]
    fn families_have_css_names() {
        assert_eq!(family_of(&FontFamily::Proportional), ("Inter", 400, false));
        assert_eq!(family_of(&name(SEMIBOLD)), ("Inter", 600, false));
        assert_eq!(family_of(&name(ITALIC)), ("Inter", 400, true));
        assert_eq!(family_of(&name(ICONS)), (ICON_FAMILY, 400, false));
        assert_eq!(family_of(&name("unknown")), ("Inter", 400, false));
    }

    #[test]
    fn letters_of_all_our_languages_have_a_font() {
        let font = |family: &FontFamily, letter| source_of(family, letter).map(|font| font.name);
        for letter in "aZ09éïßøŁčğșŹİαΩЖя€–—“”…→←✓•½²".chars() {
            assert_eq!(font(&name(BOLD), letter), Some(BOLD), "{letter}");
        }
        assert_eq!(font(&name(BOLD), 'ש'), Some("hebrew"));
        assert_eq!(font(&FontFamily::Proportional, 'م'), Some("arabic"));
        assert_eq!(font(&FontFamily::Proportional, '😀'), Some("emoji"));
        for icon in icons::ALL.iter().flat_map(|icon| icon.chars()) {
            assert_eq!(font(&name(ICONS), icon), Some(ICONS), "{icon:?}");
        }
        assert_eq!(font(&FontFamily::Proportional, '漢'), None);
    }
}
