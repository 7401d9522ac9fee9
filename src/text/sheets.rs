//! Words of the sheets: settings, keys, about, questions.

use super::Text;
use crate::model::Language;

/// The settings.
pub(crate) const SETTINGS: Text = Text::new("Instellingen", "Settings");
/// The language of the screen.
pub(crate) const LANGUAGE: Text = Text::new("Taal", "Language");
/// Light or dark.
pub(crate) const THEME: Text = Text::new("Thema", "Theme");
/// As the system.
pub(crate) const AS_SYSTEM: Text = Text::new("Als systeem", "As system");
/// High contrast.
pub(crate) const CONTRAST: Text = Text::new("Hoog contrast", "High contrast");
/// What high contrast does.
pub(crate) const CONTRAST_HINT: Text = Text::new(
    "Sterkere kleuren en dikkere lijnen",
    "Stronger colours and thicker lines",
);
/// The size of all text.
pub(crate) const TEXT_SIZE: Text = Text::new("Tekstgrootte", "Text size");
/// What the size of text does.
pub(crate) const TEXT_SIZE_HINT: Text = Text::new(
    "Geldt voor alles op het scherm",
    "Applies to everything on screen",
);
/// Motion.
pub(crate) const MOTION: Text = Text::new("Beweging", "Motion");
/// What motion does.
pub(crate) const MOTION_HINT: Text = Text::new(
    "Laat even zien waar actoren naartoe gaan",
    "Shows briefly where actors go",
);
/// The small map.
pub(crate) const MINIMAP: Text = Text::new("Overzichtskaartje", "Overview map");
/// What the small map is for.
pub(crate) const MINIMAP_HINT: Text = Text::new(
    "Rechtsonder, zodra de kaart groter is dan het beeld",
    "At the bottom right, once the map is larger than what is seen",
);
/// What becomes of who is filtered out.
pub(crate) const VANISH: Text = Text::new(
    "Laat weg wie niet door het filter komt",
    "Leave out who does not pass the filter",
);
/// What becomes of them otherwise.
pub(crate) const VANISH_HINT: Text = Text::new(
    "Uit: de rest vervaagt en blijft staan",
    "Off: the rest fades and stays in place",
);
/// Recent files.
pub(crate) const RECENT: Text = Text::new("Recente bestanden onthouden", "Remember recent files");
/// What remembering does.
pub(crate) const RECENT_HINT: Text = Text::new(
    "Titel en plaats, alleen op deze computer",
    "Title and place, on this computer only",
);
/// Forgets the recent files.
pub(crate) const FORGET: Text = Text::new("Wis lijst", "Clear list");

/// The keys.
pub(crate) const KEYS: Text = Text::new("Toetsen en gebaren", "Keys and gestures");
/// The gestures on the map.
pub(crate) const ON_THE_MAP: Text = Text::new("Op de kaart", "On the map");
/// The grammar of the quick line.
pub(crate) const QUICK_LINE: Text = Text::new("In de snelregel", "In the quick line");

/// What a gesture does: how, and what happens.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Gesture {
    /// How.
    pub(crate) how: Text,
    /// What happens.
    pub(crate) what: Text,
}

const fn gesture(how: (&'static str, &'static str), what: (&'static str, &'static str)) -> Gesture {
    Gesture {
        how: Text::new(how.0, how.1),
        what: Text::new(what.0, what.1),
    }
}

/// The gestures on the map.
pub(crate) const GESTURES: &[Gesture] = &[
    gesture(
        ("Typen", "Type"),
        ("begint een actor of relatie", "starts an actor or relation"),
    ),
    gesture(
        ("Sleep een actor", "Drag an actor"),
        ("zet hem elders neer", "puts it elsewhere"),
    ),
    gesture(
        ("Sleep vanaf de rand", "Drag from the rim"),
        ("legt een relatie", "draws a relation"),
    ),
    gesture(
        ("Sleep over leeg vlak", "Drag over empty space"),
        ("selecteert met een kader", "selects with a frame"),
    ),
    gesture(
        ("Rechts slepen", "Right-drag"),
        ("schuift de kaart", "moves the map"),
    ),
    gesture(
        ("Shift klik", "Shift-click"),
        ("selecteert er een bij", "adds one to the selection"),
    ),
    gesture(
        ("Ctrl+K, Shift+Enter", "Ctrl+K, Shift+Enter"),
        ("selecteert er een bij", "adds one to the selection"),
    ),
    gesture(
        ("Scrollen of knijpen", "Scroll or pinch"),
        ("zoomt in en uit", "zooms in and out"),
    ),
    gesture(
        ("Pijltoetsen", "Arrow keys"),
        ("lopen langs het netwerk", "walk the network"),
    ),
    gesture(
        ("Alt+pijltoetsen", "Alt+arrow keys"),
        ("verzet wat gekozen is", "moves what is selected"),
    ),
    gesture(
        ("Alt+Shift+pijltoetsen", "Alt+Shift+arrow keys"),
        ("verzet de pijl van een tekst", "moves the arrow of a text"),
    ),
    gesture(
        ("Alt+Enter", "Alt+Enter"),
        (
            "loopt langs de relaties van een actor",
            "walks the relations of an actor",
        ),
    ),
    gesture(
        ("Enter", "Enter"),
        (
            "gaat naar het paneel rechts",
            "goes to the panel at the right",
        ),
    ),
    gesture(
        ("Esc", "Esc"),
        (
            "breekt af, of stopt presenteren",
            "cancels, or stops presenting",
        ),
    ),
];

/// The grammar of the quick line: what is typed is the same in both languages but for names.
pub(crate) const GRAMMAR: &[Gesture] = &[
    gesture(
        ("Wethouder Jansen", "Alderman Jansen"),
        ("een actor", "an actor"),
    ),
    gesture(
        ("Raad - Corporatie", "Council - Housing"),
        ("een relatie", "a relation"),
    ),
    gesture(
        ("Corporatie x Bewoners", "Housing x Residents"),
        ("een conflict", "a conflict"),
    ),
    gesture(("@zorg", "@care"), ("arena of soort", "arena or kind")),
    gesture(("*", "*"), ("hoofdpersoon", "official in focus")),
    gesture(("+2  -1", "+2  -1"), ("positie", "position")),
    gesture(("!4", "!4"), ("invloed", "power")),
    gesture(("~5", "~5"), ("betrokkenheid", "involvement")),
    gesture(("#nabijheid", "#nearness"), ("waarde", "value")),
    gesture(
        ("Meer regels plakken", "Paste several lines"),
        ("meer actoren ineens", "several actors at once"),
    ),
];

/// About the program.
pub(crate) const ABOUT: Text = Text::new("Over Krachtenveld", "About Krachtenveld");
/// What the program is for, in one sentence.
pub(crate) const WHAT_FOR: Text = Text::new(
    "Breng in kaart met wie u te maken hebt, wat hen beweegt, en of u verbindt of regie neemt.",
    "Map with whom you deal, what moves them, and whether you bridge or direct.",
);
/// The licence of the program.
pub(crate) const LICENCE: Text = Text::new(
    "Vrije software onder de licentie EUPL-1.2",
    "Free software under the licence EUPL-1.2",
);
/// Where maps stay.
pub(crate) const STAYS_HERE: Text = Text::new(
    "Werkt zonder netwerk: kaarten blijven op deze computer",
    "Works without a network: maps stay on this computer",
);
/// What is built in.
pub(crate) const BUILT_IN: Text = Text::new(
    "Wat erin zit, met licenties",
    "What is built in, with licences",
);

/// Gives the version.
pub(crate) fn version(number: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Versie {number}"),
        Language::English => format!("Version {number}"),
    }
}

/// Asks about unsaved work.
pub(crate) const ASK_UNSAVED: Text =
    Text::new("Opslaan voor u verdergaat?", "Save before you go on?");
/// Asks about a file that another program changed.
pub(crate) const ASK_CHANGED: Text = Text::new(
    "Het bestand is intussen door een ander programma gewijzigd",
    "The file was changed by another program meanwhile",
);

/// Tells what is lost without saving.
pub(crate) fn unsaved_remark(title: &str, language: Language) -> String {
    match language {
        Language::Dutch => {
            format!("De laatste wijzigingen in ‘{title}’ staan nog niet in een bestand.")
        }
        Language::English => format!("The last changes in ‘{title}’ are not in a file yet."),
    }
}

/// Tells what saving would do to the other version.
pub(crate) fn changed_remark(title: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!(
            "Samenvoegen laat eerst zien wat er verschilt. Overschrijven vervangt de andere versie van ‘{title}’; een kopie ernaast bewaart allebei."
        ),
        Language::English => {
            format!(
                "Merging shows first what differs. Overwriting replaces the other version of ‘{title}’; a copy beside it keeps both."
            )
        }
    }
}

/// Saves.
pub(crate) const SAVE: Text = Text::new("Opslaan", "Save");
/// Goes on without saving.
pub(crate) const DO_NOT_SAVE: Text = Text::new("Niet opslaan", "Do not save");
/// Goes back.
pub(crate) const CANCEL: Text = Text::new("Annuleren", "Cancel");
/// Saves over another version.
pub(crate) const OVERWRITE: Text = Text::new("Overschrijven", "Overwrite");
/// Saves beside another version.
pub(crate) const SAVE_COPY: Text = Text::new("Bewaar als kopie…", "Save as a copy…");
