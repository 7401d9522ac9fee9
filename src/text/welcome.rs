//! Words of the welcome screen.

use jiff::civil::{Date, DateTime};

use super::{Text, count};
use crate::model::Language;

/// The way into a new map.
pub(crate) const QUESTION: Text = Text::new(
    "Welke waarde willen jullie realiseren?",
    "Which value do you want to realise?",
);
/// An example in the empty field.
pub(crate) const HINT: Text = Text::new(
    "Bijvoorbeeld: betaalbaar wonen in de eigen buurt",
    "For example: affordable homes in one’s own neighbourhood",
);
/// Starts the map.
pub(crate) const START: Text = Text::new("Begin", "Start");
/// Before the templates.
pub(crate) const TEMPLATES: Text =
    Text::new("Of begin met een sjabloon", "Or start from a template");
/// The recent files and opening.
pub(crate) const GO_ON: Text = Text::new("Verder met", "Go on with");
/// Opens a file.
pub(crate) const OPEN: Text = Text::new("Openen…", "Open…");
/// The examples.
pub(crate) const EXAMPLES: Text = Text::new("Voorbeelden om in te kijken", "Examples to look into");
/// There are no recent files.
pub(crate) const NO_RECENT: Text = Text::new(
    "Kaarten die u opent, staan hier de volgende keer",
    "Maps that you open are here next time",
);
/// Brings unsaved work back.
pub(crate) const RESTORE: Text = Text::new("Herstellen", "Restore");
/// Throws unsaved work away.
pub(crate) const DISCARD: Text = Text::new("Weggooien", "Discard");

/// Offers unsaved work.
pub(crate) fn recovery(title: &str, when: DateTime, today: Date, language: Language) -> String {
    let day = count::days_ago(days_between(when.date(), today), language);
    let time = format!("{:02}:{:02}", when.hour(), when.minute());
    match language {
        Language::Dutch => {
            format!("Er is niet-opgeslagen werk in ‘{title}’ van {day}, {time}")
        }
        Language::English => format!("There is unsaved work in ‘{title}’ from {day}, {time}"),
    }
}

/// Tells how long ago a map was opened.
pub(crate) fn age(day: Date, today: Date, language: Language) -> String {
    count::days_ago(days_between(day, today), language)
}

fn days_between(from: Date, until: Date) -> i32 {
    from.until(until).map_or(0, |span| span.get_days())
}
