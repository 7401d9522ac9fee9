//! Words of the table.

use super::{Text, count};
use crate::model::Language;

/// The search field.
pub(crate) const SEARCH: Text = Text::new("Zoek in de tabel", "Search the table");
/// Shows only rows without an answer.
pub(crate) const MISSING: Text = Text::new("Alleen wat nog ontbreekt", "Only what is missing");
/// Copies the rows.
pub(crate) const COPY: Text = Text::new("Kopieer als tabel", "Copy as table");
/// Opens the list of columns.
pub(crate) const COLUMNS: Text = Text::new("Kolommen", "Columns");
/// In the cell of a private answer.
pub(crate) const PRIVATE: Text = Text::new("Privé", "Private");
/// An answer: asked, and there is none.
pub(crate) const NONE: Text = Text::new("geen", "none");
/// The table has no rows because there are no actors.
pub(crate) const EMPTY: Text = Text::new(
    "Er staan nog geen actoren op de kaart. Typ er een paar, of plak een lijst op de kaart.",
    "There are no actors on the map yet. Type a few, or paste a list on the map.",
);
/// No row fits the search.
pub(crate) const NO_ROWS: Text = Text::new("Geen actor past hierbij", "No actor fits this");

/// Says how many rows are shown.
pub(crate) fn shown(shown: usize, all: usize, language: Language) -> String {
    let all = count::actors(all, language);
    match language {
        Language::Dutch => format!("{shown} van {all}"),
        Language::English => format!("{shown} of {all}"),
    }
}

/// Says how many rows an edit changes.
pub(crate) fn together(n: usize, language: Language) -> String {
    match language {
        Language::Dutch => format!("Een wijziging geldt voor de {n} gekozen actoren"),
        Language::English => format!("A change holds for the {n} chosen actors"),
    }
}

/// Says how many rows were copied.
pub(crate) fn copied(n: usize, language: Language) -> String {
    let rows = count::of(
        n,
        Text::new("rij", "row"),
        Text::new("rijen", "rows"),
        language,
    );
    match language {
        Language::Dutch => format!("{rows} gekopieerd, zonder privéteksten"),
        Language::English => format!("{rows} copied, without private texts"),
    }
}

/// Names a cell.
pub(crate) fn cell(column: &str, actor: &str) -> String {
    format!("{column}: {actor}")
}

/// Names the button that selects a row.
pub(crate) fn select(actor: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Kies {actor}"),
        Language::English => format!("Choose {actor}"),
    }
}
