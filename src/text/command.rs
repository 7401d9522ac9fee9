//! What the commands are called, and by what other words somebody may look for them.

use super::Text;

/// The words of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Words {
    /// What it is called.
    pub(crate) text: Text,
    /// Other words for it, to find it by.
    pub(crate) also: Text,
}

const fn words(nl: &'static str, en: &'static str, also: (&'static str, &'static str)) -> Words {
    Words {
        text: Text::new(nl, en),
        also: Text::new(also.0, also.1),
    }
}

pub(crate) const NEW: Words = words("Nieuwe kaart", "New map", ("leeg beginnen", "blank start"));
pub(crate) const OPEN: Words = words("Openen…", "Open…", ("bestand laden", "load file"));
pub(crate) const SAVE: Words = words("Opslaan", "Save", ("bewaren", "store keep"));
pub(crate) const COMPARE_WITH: Words = words(
    "Vergelijken met…",
    "Compare with…",
    ("verschillen", "differences"),
);
pub(crate) const MERGE_WITH: Words = words(
    "Samenvoegen met…",
    "Merge with…",
    ("versies bijeen", "versions together"),
);
pub(crate) const CLASHES: Words = words(
    "Open botsingen…",
    "Unsettled clashes…",
    ("samenvoegen", "merge"),
);
pub(crate) const SAVE_AS: Words = words(
    "Opslaan als…",
    "Save as…",
    ("bewaren kopie andere naam", "copy other name"),
);
pub(crate) const EXPORT_PICTURE: Words = words(
    "Afbeelding opslaan…",
    "Save picture…",
    ("exporteren plaatje svg png pdf", "export image svg png pdf"),
);
pub(crate) const CLOSE_MAP: Words = words(
    "Kaart sluiten",
    "Close map",
    ("startscherm welkom", "welcome start screen"),
);
pub(crate) const QUIT: Words = words("Afsluiten", "Quit", ("stoppen einde", "exit leave"));
pub(crate) const UNDO: Words = words("Maak ongedaan", "Undo", ("terug herstel", "back revert"));
pub(crate) const REDO: Words = words("Doe opnieuw", "Redo", ("vooruit herhaal", "again forward"));
pub(crate) const DELETE: Words =
    words("Verwijderen", "Delete", ("wissen weghalen", "remove erase"));
pub(crate) const DUPLICATE: Words = words("Dupliceren", "Duplicate", ("kopie verdubbelen", "copy"));
pub(crate) const SELECT_ALL: Words = words(
    "Alle actoren selecteren",
    "Select all actors",
    ("alles kiezen", "everything choose"),
);
pub(crate) const QUICK_LINE: Words = words(
    "Actor of relatie typen",
    "Type an actor or relation",
    (
        "toevoegen nieuw invoeren snelregel",
        "add new enter quick line",
    ),
);
pub(crate) const RELATE: Words = words(
    "Relatie leggen tussen twee actoren",
    "Relate two actors",
    ("verbind lijn toevoegen", "connect tie line add"),
);
pub(crate) const MAKE_RING: Words = words(
    "Kring maken: regie",
    "Make a ring: directing",
    ("groep coalitie regiekring", "group coalition"),
);
pub(crate) const BRIDGE_TALK: Words = words(
    "Brug bespreken…",
    "Talk about a bridge…",
    ("verbinden rol gesprek", "bridging role conversation"),
);
pub(crate) const ADVICE: Words = words(
    "Wie met wie?",
    "Who with whom?",
    (
        "advies regie verbinden krachten",
        "advice directing bridging forces",
    ),
);
/// The round.
pub(crate) const ROUND: Words = words(
    "Eén vraag voor alle actoren…",
    "One question for all actors…",
    (
        "ronde positie invloed betrokkenheid scores",
        "round position power involvement scores",
    ),
);
pub(crate) const INSPECTOR: Words = words(
    "Naar het paneel rechts",
    "Go to the panel at the right",
    ("eigenschappen velden", "properties fields"),
);
pub(crate) const NETWORK: Words = words("Netwerk", "Network", ("weergave kaart", "view map"));
pub(crate) const TIDY: Words = words(
    "Netjes",
    "Tidy",
    ("ordenen schikken opruimen", "arrange layout clean"),
);
pub(crate) const FIT: Words = words(
    "Hele kaart in beeld",
    "Fit the whole map",
    ("passend zoom overzicht", "zoom overview"),
);
pub(crate) const ZOOM_IN: Words = words(
    "Inzoomen",
    "Zoom in",
    ("groter dichterbij", "larger closer"),
);
pub(crate) const ZOOM_OUT: Words = words(
    "Uitzoomen",
    "Zoom out",
    ("kleiner verder weg", "smaller farther"),
);
pub(crate) const LEGEND: Words = words("Legenda", "Legend", ("uitleg betekenis", "key meaning"));
pub(crate) const PRESENT: Words = words(
    "Presenteren",
    "Present",
    (
        "muur projecteren volledig scherm",
        "wall project full screen",
    ),
);
pub(crate) const PALETTE: Words = words(
    "Zoeken of opdracht geven…",
    "Search or give a command…",
    ("vind actor", "find actor"),
);
pub(crate) const SETTINGS: Words = words(
    "Instellingen…",
    "Settings…",
    (
        "voorkeuren taal thema donker licht contrast tekstgrootte",
        "preferences language theme dark light contrast text size",
    ),
);
pub(crate) const SHORTCUTS: Words = words(
    "Toetsen…",
    "Keys…",
    ("sneltoetsen hulp gebaren", "shortcuts help gestures"),
);
pub(crate) const ABOUT: Words = words(
    "Over Krachtenveld…",
    "About Krachtenveld…",
    ("versie licenties", "version licences"),
);
pub(crate) const SWITCH_LANGUAGE: Words = words(
    "Switch to English",
    "Naar het Nederlands",
    (
        "taal engels language english",
        "language dutch taal nederlands",
    ),
);
