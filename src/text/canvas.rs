//! Words on and around the map.

use super::Text;
use super::terms::Named as _;
use crate::model::{Language, Mode};

/// Shown in the middle of a map without actors.
pub(crate) const EMPTY: Text = Text::new("Typ een naam om te beginnen", "Type a name to begin");
/// Two examples of what can be typed.
pub(crate) const EMPTY_EXAMPLES: Text = Text::new(
    "Bijvoorbeeld Wethouder Jansen of Raad - Corporatie",
    "For example Alderman Jansen or Council - Housing association",
);
/// In place of a text on the map that is private.
pub(crate) const PRIVATE_TEXT: Text = Text::new("1 privétekst", "1 private text");

/// The head of the legend, and the name of the button that opens it.
pub(crate) const LEGEND: Text = Text::new("Legenda", "Legend");
/// The name of the button that closes the legend.
pub(crate) const HIDE_LEGEND: Text = Text::new("Legenda inklappen", "Hide the legend");
/// The outline of somebody in favour.
pub(crate) const IN_FAVOUR: Text = Text::new("trekt mee", "in favour");
/// The outline of somebody with objections.
pub(crate) const OBJECTS: Text = Text::new("heeft bezwaren", "has objections");
/// The outline of somebody in between.
pub(crate) const NEUTRAL: Text = Text::new("neutraal", "neutral");
/// The outline of somebody whose position is not known.
pub(crate) const POSITION_NOT_ASKED: Text =
    Text::new("positie niet gevraagd", "position not asked");
/// The pill of somebody whose arena is not known.
pub(crate) const ARENA_NOT_ASKED: Text = Text::new("arena niet gevraagd", "arena not asked");
/// The mark of doubt.
pub(crate) const DOUBT: Text = Text::new("onzeker of oneens", "uncertain or divided");
/// The hoofdpersoon.
pub(crate) const FOCAL: Text = Text::new("hoofdpersoon", "official in focus");
/// The kopgroep.
pub(crate) const VANGUARD: Text = Text::new("kopgroep", "vanguard");
/// Somebody who is not at the table yet.
pub(crate) const CANDIDATE: Text = Text::new("nog niet aan tafel", "not at the table yet");
/// A bridge.
pub(crate) const BRIDGE: Text = Text::new("brug tussen twee", "bridge between two");
/// A tie of verbinden with one actor.
pub(crate) const BRIDGE_TIE: Text = Text::new("lijn: verbinden", "line: bridging");
/// A ring.
pub(crate) const RING: Text = Text::new("kring: regie", "ring: directing");
/// A tie of regie with one actor.
pub(crate) const RING_TIE: Text = Text::new("lijn: regie", "line: directing");
/// A ring of coördinatie.
pub(crate) const COORDINATION: Text = Text::new("kring: coördinatie", "ring: coordinating");
/// A tie of coördinatie with one actor.
pub(crate) const COORDINATION_TIE: Text = Text::new("lijn: coördinatie", "line: coordinating");
/// A role that comes later.
pub(crate) const LATER: Text = Text::new("lichter: later", "lighter: later");
/// A group without a role.
pub(crate) const GROUP: Text = Text::new("groep", "group");
/// A conflict.
pub(crate) const CONFLICT: Text = Text::new("conflict", "conflict");
/// An informal relation.
pub(crate) const INFORMAL: Text = Text::new("informeel", "informal");
/// A relation that runs one way.
pub(crate) const ONE_WAY: Text = Text::new("eenrichting", "one way");
/// What the width of a relation tells.
pub(crate) const WIDTH: Text = Text::new("dikte: sterkte", "width: strength");
/// What the size of an actor tells.
pub(crate) const SIZE: Text = Text::new("grootte: invloed", "size: power");

/// What a new text on the map says until it is changed.
pub(crate) const NEW_TEXT: Text = Text::new("Tekst", "Text");
/// In a menu: put a text on the map.
pub(crate) const ADD_TEXT: Text = Text::new("Zet hier een tekst", "Put a text here");

/// In the menu of an actor: open it.
pub(crate) const OPEN_INSPECTOR: Text = Text::new("Bekijk en vul in", "View and fill in");
/// In a menu: take out.
pub(crate) const DELETE: Text = Text::new("Verwijder", "Delete");
/// In a menu: copy.
pub(crate) const DUPLICATE: Text = Text::new("Dupliceer", "Duplicate");
/// In a menu: add a relation between the two selected actors.
pub(crate) const RELATE: Text = Text::new("Leg een relatie", "Add a relation");
/// In a menu: talk about a bridge between the two selected actors.
pub(crate) const BRIDGE_TALK: Text = Text::new("Brug bespreken…", "Discuss a bridge…");
/// In a menu: make a ring of the selected actors.
pub(crate) const MAKE_RING: Text = Text::new("Maak een kring", "Make a ring");
/// In a menu: add an actor.
pub(crate) const ADD: Text = Text::new("Voeg een actor toe", "Add an actor");
/// In a menu: select everybody.
pub(crate) const SELECT_ALL: Text = Text::new("Selecteer alle actoren", "Select all actors");
/// In a menu: bring everything into sight.
pub(crate) const FIT: Text = Text::new("Toon de hele kaart", "Show the whole map");
/// In a menu: tidy the network.
pub(crate) const TIDY: Text = Text::new("Zet netjes neer", "Tidy up");
/// While a large network is tidied beside the window.
pub(crate) const TIDYING: Text = Text::new(
    "De kaart wordt netjes neergezet; Escape breekt af",
    "Tidying the map; Escape stops it",
);
/// A tidying was broken off.
pub(crate) const TIDYING_BROKEN_OFF: Text = Text::new(
    "Afgebroken; niemand is verplaatst",
    "Stopped; nobody was moved",
);
/// A tidying came too late.
pub(crate) const TIDYING_TOO_LATE: Text = Text::new(
    "De kaart veranderde intussen; niemand is verplaatst",
    "The map changed meanwhile; nobody was moved",
);

/// Names a ring: the role, its group, and who agreed.
pub(crate) fn ring_name(
    language: Language,
    mode: Mode,
    group: &str,
    n_agreed: usize,
    n_members: usize,
) -> String {
    let mode = mode.word(language);
    let head = if group.is_empty() {
        mode.to_owned()
    } else {
        format!("{mode}: {group}")
    };
    match language {
        Language::Dutch => format!("{head} · {n_agreed} van {n_members} akkoord"),
        Language::English => format!("{head} · {n_agreed} of {n_members} agreed"),
    }
}

/// Names the map for who cannot see it.
pub(crate) fn map_label(language: Language, n_actors: usize) -> String {
    match (language, n_actors) {
        (Language::Dutch, 1) => "Kaart met 1 actor".to_owned(),
        (Language::Dutch, _) => format!("Kaart met {n_actors} actoren"),
        (Language::English, 1) => "Map with 1 actor".to_owned(),
        (Language::English, _) => format!("Map with {n_actors} actors"),
    }
}

/// Names an actor for who cannot see the map: name, arena, relations and with whom.
pub(crate) fn actor_label(
    language: Language,
    name: &str,
    arena: Option<&str>,
    n_relations: usize,
    neighbours: &[&str],
) -> String {
    let arena = arena.unwrap_or_else(|| ARENA_NOT_ASKED.get(language));
    let relations = match (language, n_relations) {
        (Language::Dutch, 1) => "1 relatie".to_owned(),
        (Language::Dutch, _) => format!("{n_relations} relaties"),
        (Language::English, 1) => "1 relation".to_owned(),
        (Language::English, _) => format!("{n_relations} relations"),
    };
    let mut label = format!("{name}, {arena}, {relations}");
    if !neighbours.is_empty() {
        label.push_str(match language {
            Language::Dutch => ": met ",
            Language::English => ": with ",
        });
        label.push_str(&neighbours.join(", "));
    }
    label
}

/// Names a text on the map for who cannot see it.
pub(crate) fn text_label(language: Language, words: &str) -> String {
    match language {
        Language::Dutch => format!("Tekst: {words}"),
        Language::English => format!("Text: {words}"),
    }
}
