//! The fonts, the same in the window and in every picture.
//!
//! Nothing is read from the system, so that a map looks alike on all machines.
//! Inter comes in five cuts; each is followed by the fonts that hold what Inter lacks.

use std::{
    borrow::Cow,
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

/// The CSS family of all text that Inter holds.
pub const TEXT_FAMILY: &str = "Inter";
/// The CSS family of the icons.
pub const ICON_FAMILY: &str = "Material Symbols Rounded Filled";

const REGULAR: &str = "regular";

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
    /// The content of the file.
    pub bytes: &'static [u8],
}

/// The regular text font, for when a family has no font of its own.
pub static PLAIN: FontSource = FontSource {
    name: REGULAR,
    family: TEXT_FAMILY,
    weight: 400,
    italic: false,
    bytes: include_bytes!("../../../assets/fonts/Inter-Regular.otf"),
};

/// The fonts for [`eframe::egui::Context::set_fonts`].
///
/// `Proportional` and `Monospace` are Inter regular; the names [`MEDIUM`], [`SEMIBOLD`],
/// [`BOLD`], [`ITALIC`] and [`ICONS`] are families of their own.
pub fn definitions() -> FontDefinitions {
    let mut definitions = FontDefinitions::empty();
    for source in sources() {
        let data = if source.name == ICONS {
            egui_material_icons::font_insert().data
        } else {
            FontData::from_static(source.bytes)
        };
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
const FALLBACKS: [&str; 6] = ["hebrew", "arabic", "math", "symbols", "emoji", ICONS];

static SOURCES: LazyLock<Vec<FontSource>> = LazyLock::new(|| {
    let inter = |name, weight, italic, bytes| FontSource {
        name,
        family: TEXT_FAMILY,
        weight,
        italic,
        bytes,
    };
    let fallback = |name, family, bytes| FontSource {
        name,
        family,
        weight: 400,
        italic: false,
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
            "hebrew",
            "Noto Sans Hebrew",
            include_bytes!("../../../assets/fonts/NotoSansHebrew-Regular.ttf"),
        ),
        fallback(
            "arabic",
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
        fallback(ICONS, ICON_FAMILY, icon_bytes()),
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

/// The icon font, which its crate hands out only inside a registration.
fn icon_bytes() -> &'static [u8] {
    match egui_material_icons::font_insert().data.font {
        Cow::Borrowed(bytes) => bytes,
        Cow::Owned(bytes) => bytes.leak(),
    }
}

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
    found.or(SOURCES.first()).unwrap_or(&PLAIN)
}
