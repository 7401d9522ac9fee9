//! Words about files, pictures and steps.

use super::{Text, edits, shell};
use crate::model::Language;
use crate::session::Step;

/// The title of the dialog that opens.
pub(crate) const OPEN_TITLE: Text = Text::new("Kaart openen", "Open a map");
/// The title of the dialog that saves.
pub(crate) const SAVE_TITLE: Text = Text::new("Kaart opslaan", "Save the map");
/// The title of the dialog that saves a picture.
pub(crate) const PICTURE_TITLE: Text = Text::new("Plaatje opslaan", "Save a picture");
/// The name of a file for a map without a title.
pub(crate) const FILE_NAME: Text = Text::new("kaart", "map");
/// Shown while a file is being opened.
pub(crate) const OPENING: Text = Text::new("De kaart wordt geopend…", "Opening the map…");
/// Shown while a file is held over the window.
pub(crate) const DROP_TO_OPEN: Text = Text::new("Laat los om te openen", "Let go to open");
/// The name of a ring until it gets one.
pub(crate) const NEW_RING: Text = Text::new("Nieuwe kring", "New ring");
/// Said when a ring cannot be made.
pub(crate) const RING_NEEDS: Text = Text::new(
    "Een kring vraagt twee actoren of meer, en een hoofdpersoon die regie voert",
    "A ring needs two actors or more, and an official in focus who directs",
);
/// The head of the sheet for a path.
pub(crate) const PATH_OPEN: Text = Text::new(
    "Welk bestand wilt u openen?",
    "Which file do you want to open?",
);
/// The head of the sheet for a path.
pub(crate) const PATH_SAVE: Text = Text::new("Waar wilt u opslaan?", "Where do you want to save?");
/// Why the sheet is there.
pub(crate) const PATH_WHY: Text = Text::new(
    "Dit systeem heeft geen venster om een bestand te kiezen. Typ het pad.",
    "This system has no window to choose a file in. Type the path.",
);
/// The label of the field for a path.
pub(crate) const PATH: Text = Text::new("Pad", "Path");
/// The button that opens.
pub(crate) const OPEN: Text = Text::new("Openen", "Open");

/// Says that a map was saved.
pub(crate) fn saved_as(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Opgeslagen als {name}"),
        Language::English => format!("Saved as {name}"),
    }
}

/// Says that a picture was saved.
pub(crate) fn picture_saved(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Plaatje opgeslagen als {name}"),
        Language::English => format!("Picture saved as {name}"),
    }
}

/// Gives the title of the window.
pub(crate) fn window_title(title: &str, changed: bool, language: Language) -> String {
    let title = if title.is_empty() {
        shell::UNTITLED.get(language)
    } else {
        title
    };
    let mark = if changed { "• " } else { "" };
    format!("{mark}{title} – {}", shell::PROGRAM.get(language))
}

/// Says which step was undone or made again.
pub(crate) fn stepped(step: &Step, undone: bool, language: Language) -> String {
    let name = edits::name(step, language);
    match (undone, language) {
        (true, Language::Dutch) => format!("Ongedaan gemaakt: {name}"),
        (false, Language::Dutch) => format!("Opnieuw gedaan: {name}"),
        (true, Language::English) => format!("Undone: {name}"),
        (false, Language::English) => format!("Done again: {name}"),
    }
}
