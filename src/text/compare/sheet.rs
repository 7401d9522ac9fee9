//! Words of the sheets that compare and merge maps, and of the commands of the command line.

use super::{Names, value};
use crate::merge::{Item, Said};
use crate::model::Language;
use crate::text::Text;

macro_rules! words {
    ($($name:ident: $nl:literal, $en:literal;)*) => {$(
        pub(crate) const $name: Text = Text::new($nl, $en);
    )*};
}

words! {
    COMPARE_TITLE: "Verschillen", "Differences";
    MERGE_TITLE: "Samenvoegen", "Merge";
    NO_DIFFERENCES: "Er zijn geen verschillen: beide kaarten zeggen hetzelfde.", "There are no differences: both maps say the same.";
    NOTHING_NEW: "De andere kaart voegt niets toe aan de open kaart.", "The other map adds nothing to the open map.";
    WITHOUT_BASE: "Een gedeelde vorige versie is niet gevonden. Wat alleen in de open kaart staat, blijft staan.", "No earlier version in common was found. What is only in the open map stays.";
    OTHER_MAP: "Dit is een andere kaart, geen versie van de open kaart.", "This is another map, no version of the open one.";
    FIELD: "Wat", "What";
    MINE: "Open kaart", "Open map";
    RESULT: "Wordt", "Becomes";
    THEIRS: "Andere kaart", "Other map";
    KEEP_MINE: "Houd de open kaart", "Keep the open map";
    TAKE_THEIRS: "Neem de andere kaart", "Take the other map";
    ALL_MINE: "Alles van de open kaart", "All of the open map";
    ALL_THEIRS: "Alles van de andere kaart", "All of the other map";
    AUTOMATIC: "Zoals voorgesteld", "As proposed";
    TAKE_OVER: "Neem over", "Take over";
    CANCEL: "Annuleer", "Cancel";
    COPY_REPORT: "Kopieer het verslag", "Copy the report";
    TAKEN_OVER_OPEN: "Samengevoegd; open botsingen blijven in de kaart", "Merged; unsettled clashes stay in the map";
    CLASHES_TITLE: "Open botsingen", "Unsettled clashes";
    CLASHES_INTRO: "Beide versies zeggen hier iets anders. Zo staat er wat de andere versie zou wijzigen.", "Both versions say something else here. This is what the other version would change.";
    NO_CLASHES: "Er zijn geen open botsingen.", "There are no unsettled clashes.";
    LEAVE_AS_IT_IS: "Houd wat er staat", "Keep what is there";
    TAKE_OTHER: "Neem de andere versie", "Take the other version";
    UNFIT: "Deze andere versie past niet meer in de kaart.", "This other version does not fit in the map any more.";
    MERGE_RETURNED: "Samenvoegen met de open kaart", "Merge with the open map";
    OPEN_RETURNED: "Openen in plaats van de open kaart", "Open instead of the open map";
    CLASH: "botsing", "clash";
    NOT_THERE: "staat er niet", "is not there";
    THERE: "staat er", "is there";
    PRIVATE_VALUE: "privé", "private";
    CHANGED_VALUE: "een andere inhoud", "other content";
    SHOW_ON_MAP: "Toon op de kaart", "Show on the map";
    TAKEN_OVER: "Samengevoegd", "Merged";
}

/// How many actors that only the other map has are named.
const ADDED: usize = 4;

/// Says what a sign at an actor means.
pub(crate) fn mark(sign: &str, language: Language) -> &'static str {
    match sign {
        "!" => Text::new("botsing", "clash"),
        "~" => Text::new("daar anders", "different there"),
        "+" => Text::new("alleen daar", "only there"),
        _ => Text::new("niet daar", "not there"),
    }
    .get(language)
}

/// Explains the signs that stand on the map, and names who is only in the other one.
pub(crate) fn marked<'a>(
    signs: impl Iterator<Item = &'a str>,
    added: impl Iterator<Item = &'a str>,
    language: Language,
) -> String {
    let signs: std::collections::BTreeSet<&str> = signs.collect();
    let words = |sign| format!("{sign} {}", mark(sign, language));
    let mut told: Vec<String> = signs.into_iter().map(words).collect();
    let added: Vec<&str> = added.collect();
    let mut names: Vec<String> = added.iter().take(ADDED).map(ToString::to_string).collect();
    if added.len() > ADDED {
        names.push(crate::text::keeping::and_more(
            added.len() - ADDED,
            language,
        ));
    }
    if !names.is_empty() {
        told.push(format!("{}: {}", words("+"), names.join(", ")));
    }
    told.join(" · ")
}

/// Gives one of the versions of an item for its column; private ones are not told.
pub(crate) fn column(item: &Item, said: Option<&Said>, names: &Names<'_>) -> String {
    let language = names.language;
    match said {
        None => NOT_THERE.get(language).to_owned(),
        Some(Said::Here) if item.spot.whole() => THERE.get(language).to_owned(),
        Some(said) if item.private && !said.is_nothing() => PRIVATE_VALUE.get(language).to_owned(),
        Some(said) => value::value(said, item.spot.last_field(), names)
            .unwrap_or_else(|| CHANGED_VALUE.get(language).to_owned()),
    }
}

/// Says that a clash stayed: what stands and what the other version says.
pub(crate) fn clash(item: &Item, names: &Names<'_>) -> String {
    let what = super::item(item, names);
    match names.language {
        Language::Dutch => format!("botsing · {what}"),
        Language::English => format!("clash · {what}"),
    }
}

/// Says that a map was written after a merge.
pub(crate) fn merged(path: &str, summary: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("{path}: samengevoegd; {summary}"),
        Language::English => format!("{path}: merged; {summary}"),
    }
}

/// Names the file that the open map is compared with.
pub(crate) fn with_file(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("De open kaart naast {name}"),
        Language::English => format!("The open map beside {name}"),
    }
}

/// Says that a file holds another version of the open map.
pub(crate) fn returned(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("{name} is een andere versie van de open kaart."),
        Language::English => format!("{name} is another version of the open map."),
    }
}

/// Names the field of an item within the table of its subject.
pub(crate) fn row(item: &Item, names: &Names<'_>) -> String {
    let language = names.language;
    if item.spot.whole() {
        return match (&item.mine, &item.theirs) {
            (None, _) => Text::new("nieuw", "new"),
            (Some(_), _) => Text::new("verwijderd", "removed"),
        }
        .get(language)
        .to_owned();
    }
    super::label(&item.spot, names)
}
