//! Words of the window around the map.

use super::{Text, count};
use crate::model::Language;

/// The name of the program.
pub(crate) const PROGRAM: Text = Text::new("Krachtenveld", "Krachtenveld");
/// Shown as the title of a map without one.
pub(crate) const UNTITLED: Text = Text::new("Kaart zonder titel", "Untitled map");
/// Closes a panel that covers the map.
pub(crate) const BACK_TO_MAP: Text = Text::new("Terug naar de kaart", "Back to the map");
/// All menus in one, where there is little room.
pub(crate) const MENU: Text = Text::new("Menu", "Menu");
/// The menu of files.
pub(crate) const MENU_FILE: Text = Text::new("Bestand", "File");
/// The menu of changes.
pub(crate) const MENU_EDIT: Text = Text::new("Bewerken", "Edit");
/// The menu of what is seen.
pub(crate) const MENU_VIEW: Text = Text::new("Weergave", "View");
/// The menu of the session.
pub(crate) const MENU_SESSION: Text = Text::new("Sessie", "Session");
/// The menu of help.
pub(crate) const MENU_HELP: Text = Text::new("Help", "Help");
/// The map is in its file as it is.
pub(crate) const SAVED: Text = Text::new("opgeslagen", "saved");
/// The map differs from its file.
pub(crate) const UNSAVED: Text = Text::new("niet opgeslagen", "not saved");
/// The map has no file yet.
pub(crate) const NEVER_SAVED: Text = Text::new("nog niet opgeslagen", "not saved yet");
/// The field in the top bar, and its hint in the palette.
pub(crate) const SEARCH: Text = Text::new("Zoek of geef een opdracht", "Search or give a command");
/// Nothing was found.
pub(crate) const NOTHING_FOUND: Text = Text::new(
    "Niets gevonden. Probeer een deel van een naam, of > voor alleen opdrachten.",
    "Nothing found. Try a part of a name, or > for commands only.",
);
/// Beside a found actor.
pub(crate) const AN_ACTOR: Text = Text::new("actor", "actor");
/// Beside a found relation.
pub(crate) const A_RELATION: Text = Text::new("relatie", "relation");
/// Beside a found group.
pub(crate) const A_GROUP: Text = Text::new("groep", "group");
/// Beside a found issue.
pub(crate) const AN_ISSUE: Text = Text::new("vraagstuk", "issue");
/// Beside a recent file.
pub(crate) const A_FILE: Text = Text::new("recent", "recent");
/// Closes a sheet.
pub(crate) const CLOSE: Text = Text::new("Sluiten", "Close");

/// Closes a notice: which of how many.
pub(crate) fn close_notice(place: usize, of: usize, language: Language) -> String {
    match (of, language) {
        (0 | 1, Language::Dutch) => "Sluit deze melding".to_owned(),
        (0 | 1, Language::English) => "Close this message".to_owned(),
        (_, Language::Dutch) => format!("Sluit melding {place} van {of}"),
        (_, Language::English) => format!("Close message {place} of {of}"),
    }
}

/// Says how many notices wait behind those that are seen.
pub(crate) fn more_notices(n: usize, language: Language) -> String {
    match language {
        Language::Dutch => format!("en nog {n} hierachter"),
        Language::English => format!("and {n} more behind"),
    }
}
/// Light.
pub(crate) const LIGHT: Text = Text::new("Licht", "Light");
/// Dark.
pub(crate) const DARK: Text = Text::new("Donker", "Dark");
/// What a click on the size of the text does.
pub(crate) const TEXT_SIZE_HINT: Text = Text::new(
    "Tekstgrootte kiezen in de instellingen",
    "Choose the text size in the settings",
);
/// What a click on the theme does.
pub(crate) const THEME_HINT: Text = Text::new("Wissel licht en donker", "Switch light and dark");
/// What a click on the language does.
pub(crate) const LANGUAGE_HINT: Text =
    Text::new("Switch to English", "Zet het scherm in het Nederlands");

/// Gives what undo would do, by the name of the step.
pub(crate) fn undo(step: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Maak ongedaan: {step}"),
        Language::English => format!("Undo: {step}"),
    }
}

/// Gives what redo would do, by the name of the step.
pub(crate) fn redo(step: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Doe opnieuw: {step}"),
        Language::English => format!("Redo: {step}"),
    }
}

/// What the map holds, for the status line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Tally {
    /// Actors.
    pub(crate) actors: usize,
    /// Relations.
    pub(crate) relations: usize,
    /// Bridges: verbinden between two.
    pub(crate) bridges: usize,
    /// Rings: groups with a role.
    pub(crate) rings: usize,
    /// Actors whose position on the issue in focus was not asked; `None` without an issue.
    pub(crate) positions_not_asked: Option<usize>,
}

/// Tells what the map holds; what there is none of stays unsaid, save for actors and relations.
pub(crate) fn tally(tally: Tally, language: Language) -> String {
    let mut parts = vec![
        count::actors(tally.actors, language),
        count::relations(tally.relations, language),
    ];
    if tally.bridges > 0 {
        parts.push(count::bridges(tally.bridges, language));
    }
    if tally.rings > 0 {
        parts.push(count::rings(tally.rings, language));
    }
    match tally.positions_not_asked {
        Some(n) if n > 0 => parts.push(count::positions_not_asked(n, language)),
        Some(_) | None => {}
    }
    parts.join(" · ")
}

/// Names the switch between the views where it is a menu.
pub(crate) const VIEW_SWITCH: Text = Text::new("Weergave", "View");
