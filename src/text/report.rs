//! Words about what was noticed when a map was opened.

use super::{Text, error};
use crate::model::Language;
use crate::storage::{Fate, Notice, Noticed, Subject};

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

/// A field of an entity that was misspelt in the file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Misspelt<'a> {
    /// The list of the entity.
    pub(crate) list: &'a str,
    /// The identity of the entity.
    pub(crate) id: &'a str,
    /// What stands in the file.
    pub(crate) from: &'a str,
    /// What was meant.
    pub(crate) to: &'a str,
}

/// Gives the field that a notice is about, where its value can be moved to the one that was meant.
pub(crate) fn misspelt(noticed: &Noticed) -> Option<Misspelt<'_>> {
    let Notice::UnknownField {
        field,
        suggestion: Some(to),
    } = &noticed.notice
    else {
        return None;
    };
    let Some(Subject::Entity {
        moment: None,
        list,
        id,
        path,
    }) = &noticed.subject
    else {
        return None;
    };
    (path.len() <= 1).then_some(Misspelt {
        list,
        id,
        from: field,
        to,
    })
}

/// Moves the value of a misspelt field.
pub(crate) fn move_to(field: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Zet de waarde in `{field}`"),
        Language::English => format!("Put the value in `{field}`"),
    }
}

/// Says that the value was moved.
pub(crate) fn is_moved(field: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("De waarde staat nu in `{field}`. Ongedaan maken kan."),
        Language::English => format!("The value is in `{field}` now. This can be undone."),
    }
}

/// Said when the value is none that the field takes.
pub(crate) const DOES_NOT_FIT: Text = Text::new(
    "De waarde past niet in dat veld; ze blijft bewaard zoals ze in het bestand staat.",
    "The value does not fit in that field; it stays kept as it stands in the file.",
);

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
