//! Words about what was noticed when a map was opened.

use super::{Text, error};
use crate::model::Language;
use crate::storage::{Fate, Noticed};

/// The title of the sheet.
pub(crate) const TITLE: Text = Text::new("Verslag van het openen", "Report of opening");
/// The button that shows the sheet.
pub(crate) const SHOW: Text = Text::new("Bekijk het verslag", "See the report");
/// The button that copies the sheet as text.
pub(crate) const COPY: Text = Text::new("Kopieer als tekst", "Copy as text");
/// Above what could not be read.
pub(crate) const IN_THE_FILE: Text =
    Text::new("Zo staat het in het bestand", "As it stands in the file");
/// Said when it was copied.
pub(crate) const COPIED: Text = Text::new("Verslag gekopieerd", "Report copied");

/// Names what happened with the data of a group of notices.
pub(crate) fn group(fate: Fate) -> Text {
    match fate {
        Fate::NotRead => Text::new("Niet gelezen", "Not read"),
        Fate::Aside => Text::new(
            "Niet op de kaart, wel bewaard in het bestand",
            "Not on the map, but kept in the file",
        ),
        Fate::Replaced => Text::new("Vervangen", "Replaced"),
        Fate::Kept => Text::new("Bewaard", "Kept"),
    }
}

/// Says how much was noticed.
pub(crate) fn summary(count: usize, language: Language) -> String {
    match (count, language) {
        (1, Language::Dutch) => "Bij het openen viel één ding op".to_owned(),
        (_, Language::Dutch) => format!("Bij het openen vielen {count} dingen op"),
        (1, Language::English) => "One thing was noticed when opening".to_owned(),
        (_, Language::English) => format!("{count} things were noticed when opening"),
    }
}

/// Gives the whole report as text, one notice per line.
pub(crate) fn whole(notices: &[Noticed], language: Language) -> String {
    let lines = notices
        .iter()
        .map(|noticed| error::notice(noticed, language) + "\n");
    lines.collect()
}
