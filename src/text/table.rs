//! Words of the table.

use super::{Text, count};
use crate::model::Language;

/// Answers to a lens are not pasted.
pub(crate) const LENS_BY_HAND: Text = Text::new(
    "Antwoorden bij een bril plakt u niet; kies ze in de cel.",
    "Answers to a lens are not pasted; choose them in the cell.",
);
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

/// The page of the table has no rows because there are no actors.
pub(crate) const NO_ACTORS: Text = Text::new(
    "Er staan nog geen actoren op de kaart",
    "There are no actors on the map yet",
);

/// Says how many actors did not fit on a page.
pub(crate) fn more_actors(n: usize, language: Language) -> String {
    let actors = count::actors(n, language);
    match language {
        Language::Dutch => format!("en nog {actors}"),
        Language::English => format!("and {n} more {}", if n == 1 { "actor" } else { "actors" }),
    }
}

/// Says how many columns did not fit on a page.
pub(crate) fn columns_left_out(n: usize, language: Language) -> String {
    count::of(
        n,
        Text::new("kolom past hier niet", "column does not fit here"),
        Text::new("kolommen passen hier niet", "columns do not fit here"),
        language,
    )
}

/// Says how many answers nobody gave yet.
pub(crate) fn unasked(n: usize, language: Language) -> String {
    count::of(
        n,
        Text::new("antwoord ontbreekt nog (–)", "answer is missing (–)"),
        Text::new("antwoorden ontbreken nog (–)", "answers are missing (–)"),
        language,
    )
}

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

/// Shows only rows of some arenas.
pub(crate) const ARENAS: Text = Text::new("Arena's", "Arenas");
/// An arena that was not asked.
pub(crate) const NO_ARENA: Text = Text::new("Arena niet gevraagd", "Arena not asked");
/// Shows all arenas again.
pub(crate) const ALL_ARENAS: Text = Text::new("Alle arena's", "All arenas");
/// Takes rows from the clipboard.
pub(crate) const PASTE: Text = Text::new("Plak uit een spreadsheet", "Paste from a spreadsheet");
/// The title of the sheet before a paste.
pub(crate) const PASTE_TITLE: Text = Text::new("Plakken in de tabel", "Paste in the table");
/// Closes that sheet and changes nothing.
pub(crate) const CANCEL: Text = Text::new("Annuleren", "Cancel");
/// The head of the changes.
pub(crate) const WHAT_CHANGES: Text = Text::new("Dit verandert er", "What changes");
/// A paste changes nothing.
pub(crate) const NOTHING_TO_PASTE: Text = Text::new(
    "Er verandert niets aan de kaart",
    "Nothing changes on the map",
);
/// Beside the name of an actor that a paste adds.
pub(crate) const NEW: Text = Text::new("nieuw op de kaart", "new on the map");
/// A private answer is not overwritten.
pub(crate) const PRIVATE_STAYS: Text = Text::new(
    "privé: dit blijft zoals het is",
    "private: this stays as it is",
);
/// A pasted row has no name.
pub(crate) const ROW_WITHOUT_NAME: Text =
    Text::new("deze rij heeft geen naam", "this row has no name");
/// A pasted row falls beneath the last row of the table.
pub(crate) const NO_ROW: Text = Text::new(
    "hier staat geen actor in de tabel; plak met een kolom Naam",
    "there is no actor in the table here; paste with a column Name",
);
/// A name is too long.
pub(crate) const NAME_TOO_LONG: Text = Text::new("deze naam is te lang", "this name is too long");
/// How the cells are reached by keys.
pub(crate) const KEYS: Text = Text::new(
    "Pijltjes lopen door de cellen · typen of F2 wijzigt · Enter bevestigt · Escape laat zoals het was",
    "Arrows walk through the cells · typing or F2 changes · Enter confirms · Escape leaves as it was",
);

/// Says how many answers are missing in a column.
pub(crate) fn missing_in(n: usize, language: Language) -> String {
    let open = Text::new("open", "open");
    count::of(n, open, open, language)
}

/// Names the arenas that are shown.
pub(crate) fn some_arenas(n: usize, language: Language) -> String {
    count::of(
        n,
        Text::new("arena", "arena"),
        Text::new("arena's", "arenas"),
        language,
    )
}

/// Says that a word means nothing here.
pub(crate) fn unknown_word(word: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("‘{word}’ is hier niet bekend"),
        Language::English => format!("‘{word}’ is not known here"),
    }
}

/// Says that a word is neither yes nor no.
pub(crate) fn yes_or_no(word: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("‘{word}’ is geen ja of nee"),
        Language::English => format!("‘{word}’ is not yes or no"),
    }
}

/// Says that the map has no such value.
pub(crate) fn no_value(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("de kaart heeft geen waarde ‘{name}’"),
        Language::English => format!("the map has no value ‘{name}’"),
    }
}

/// Says that a name does not tell who is meant.
pub(crate) fn several_named(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("er zijn meer actoren die ‘{name}’ heten"),
        Language::English => format!("more than one actor is called ‘{name}’"),
    }
}

/// Says which columns were recognised.
pub(crate) fn recognised(columns: &[&str], language: Language) -> String {
    let columns = columns.join(", ");
    match language {
        Language::Dutch => format!("Herkende kolommen: {columns}"),
        Language::English => format!("Recognised columns: {columns}"),
    }
}

/// Says which heads name no column.
pub(crate) fn strange(heads: &[String], language: Language) -> String {
    let heads = heads.join(", ");
    match language {
        Language::Dutch => format!("Niet herkend en niet overgenomen: {heads}"),
        Language::English => format!("Not recognised and left out: {heads}"),
    }
}

/// Says how many actors are new, change and stay the same.
pub(crate) fn pasted(new: usize, changed: usize, same: usize, language: Language) -> String {
    let actors = |n| count::actors(n, language);
    match language {
        Language::Dutch => format!(
            "{} nieuw · {changed} gewijzigd · {same} gelijk gebleven",
            actors(new)
        ),
        Language::English => {
            format!("{} new · {changed} changed · {same} unchanged", actors(new))
        }
    }
}

/// The head of what cannot be read.
pub(crate) fn unreadable(n: usize, language: Language) -> String {
    count::of(
        n,
        Text::new(
            "cel of rij is niet te lezen en blijft zoals die was",
            "cell or row cannot be read and stays as it was",
        ),
        Text::new(
            "cellen of rijen zijn niet te lezen en blijven zoals ze waren",
            "cells or rows cannot be read and stay as they were",
        ),
        language,
    )
}

/// Tells what cannot be read, where and why.
pub(crate) fn fault(row: usize, column: Option<&str>, why: &str, language: Language) -> String {
    let row = match language {
        Language::Dutch => format!("Rij {row}"),
        Language::English => format!("Row {row}"),
    };
    match column {
        Some(column) => format!("{row}, {column}: {why}"),
        None => format!("{row}: {why}"),
    }
}

/// The button that makes a paste.
pub(crate) fn paste_so_many(new: usize, changed: usize, language: Language) -> String {
    let rows = count::actors(new + changed, language);
    match language {
        Language::Dutch => format!("Neem {rows} over"),
        Language::English => format!("Take over {rows}"),
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
