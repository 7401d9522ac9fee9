//! Words of the quick line.

use super::super::Text;
use crate::model::{Language, limits};
use crate::session::quick::{TieWay, Trouble};

/// The name of the field.
pub(crate) const FIELD: Text = Text::new("Typ een actor of relatie", "Type an actor or relation");
/// What the field understands, at its right.
pub(crate) const HINT: Text = Text::new(
    "Enter: plaats · A - B: relatie",
    "Enter: place · A - B: relation",
);
/// The same while a relation is typed.
pub(crate) const HINT_RELATION: Text =
    Text::new("Enter: leg de relatie", "Enter: add the relation");
/// The same while the line speaks of an actor that is there.
pub(crate) const HINT_EXISTING: Text = Text::new("Enter: werk bij", "Enter: update");
/// The head of the chips of arenas.
pub(crate) const ARENA: Text = Text::new("Arena?", "Arena?");
/// More arenas.
pub(crate) const MORE: Text = Text::new("Meer arena’s", "More arenas");
/// The chip of the hoofdpersoon.
pub(crate) const FOCAL: Text = Text::new("Hoofdpersoon", "Official in focus");
/// The chip of a conflict.
pub(crate) const CONFLICT: Text = Text::new("Conflict", "Conflict");
/// An issue made for a position on a map without one.
pub(crate) const NEW_ISSUE: Text = Text::new("Het vraagstuk", "The issue");
/// How to turn a chip.
pub(crate) const TURN: Text = Text::new(
    "Klik om dit wel of niet mee te nemen",
    "Click to take this along or not",
);
/// How to choose an arena by key.
pub(crate) const ARENA_KEYS: Text = Text::new(
    "Alt+1 tot Alt+8, of Ctrl+pijl naar links en rechts",
    "Alt+1 to Alt+8, or Ctrl+left and right arrow",
);
/// All was so already.
pub(crate) const NOTHING_NEW: Text =
    Text::new("Dit staat al zo op de kaart", "The map says so already");
/// Drops a pasted list.
pub(crate) const DROP_LIST: Text = Text::new("Laat vallen", "Drop");

/// Gives the head of a pasted list.
pub(crate) fn names_recognised(count: usize, language: Language) -> String {
    match (language, count) {
        (Language::Dutch, 1) => "1 naam herkend".to_owned(),
        (Language::Dutch, _) => format!("{count} namen herkend"),
        (Language::English, 1) => "1 name recognised".to_owned(),
        (Language::English, _) => format!("{count} names recognised"),
    }
}

/// The button that places a pasted list.
pub(crate) fn place_names(count: usize, language: Language) -> String {
    match language {
        Language::Dutch => format!("Plaats {count}"),
        Language::English => format!("Place {count}"),
    }
}

/// Says how many names are left out.
pub(crate) fn doubles(count: usize, language: Language) -> String {
    match (language, count) {
        (Language::Dutch, 1) => "1 stond er al en wordt overgeslagen".to_owned(),
        (Language::Dutch, _) => format!("{count} stonden er al en worden overgeslagen"),
        (Language::English, 1) => "1 is there already and is left out".to_owned(),
        (Language::English, _) => format!("{count} are there already and are left out"),
    }
}

/// Says how many names follow that are not shown.
pub(crate) fn and_more(count: usize, language: Language) -> String {
    match language {
        Language::Dutch => format!("en nog {count}"),
        Language::English => format!("and {count} more"),
    }
}

/// The chip of an actor that is there.
pub(crate) fn found(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("{name}: staat al op de kaart"),
        Language::English => format!("{name}: already on the map"),
    }
}

/// The chip of an actor with a name much like what was typed.
pub(crate) fn near(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Bedoelt u {name}?"),
        Language::English => format!("Do you mean {name}?"),
    }
}

/// The chip of a new actor at the end of a relation.
pub(crate) fn new_end(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("{name}: nieuw"),
        Language::English => format!("{name}: new"),
    }
}

/// The chip of a relation.
pub(crate) fn tie(way: TieWay, there: bool, language: Language) -> String {
    let relation = match (way, language) {
        (TieWay::Mutual, Language::Dutch) => "Relatie",
        (TieWay::Mutual, Language::English) => "Relation",
        (TieWay::Forward, Language::Dutch) => "Relatie, één kant op →",
        (TieWay::Forward, Language::English) => "Relation, one way →",
        (TieWay::Backward, Language::Dutch) => "Relatie, één kant op ←",
        (TieWay::Backward, Language::English) => "Relation, one way ←",
    };
    match (there, language) {
        (false, _) => relation.to_owned(),
        (true, Language::Dutch) => format!("{relation}: is er al, wordt bijgewerkt"),
        (true, Language::English) => format!("{relation}: is there, will be updated"),
    }
}

/// The chip of a position; the numbers come signed.
pub(crate) fn position(numbers: &str, issue: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Positie {numbers} op {issue}"),
        Language::English => format!("Position {numbers} on {issue}"),
    }
}

/// The chip of a position on an issue that is made for it.
pub(crate) fn position_new(numbers: &str, issue: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Positie {numbers} op {issue} (nieuw)"),
        Language::English => format!("Position {numbers} on {issue} (new)"),
    }
}

/// The chip of power.
pub(crate) fn power(number: i8, language: Language) -> String {
    match language {
        Language::Dutch => format!("Invloed {number}"),
        Language::English => format!("Power {number}"),
    }
}

/// The chip of involvement.
pub(crate) fn involvement(number: i8, language: Language) -> String {
    match language {
        Language::Dutch => format!("Betrokkenheid {number}"),
        Language::English => format!("Involvement {number}"),
    }
}

/// The chip of the strength of a relation.
pub(crate) fn strength(number: i8, language: Language) -> String {
    match language {
        Language::Dutch => format!("Sterkte {number}"),
        Language::English => format!("Strength {number}"),
    }
}

/// The chip of a value.
pub(crate) fn value(name: &str, new: bool, language: Language) -> String {
    match (language, new) {
        (Language::Dutch, false) => format!("Waarde {name}"),
        (Language::Dutch, true) => format!("Waarde {name} (nieuw)"),
        (Language::English, false) => format!("Value {name}"),
        (Language::English, true) => format!("Value {name} (new)"),
    }
}

/// Words in quotation marks.
pub(crate) fn quoted(text: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("‘{text}’"),
        Language::English => format!("“{text}”"),
    }
}

/// Says why a line cannot be placed.
pub(crate) fn trouble(trouble: &Trouble, language: Language) -> String {
    let dutch = language == Language::Dutch;
    let fixed = |nl: &str, en: &str| if dutch { nl.to_owned() } else { en.to_owned() };
    match trouble {
        Trouble::NoName => fixed("Typ er een naam bij", "Type a name with it"),
        Trouble::OneEnd => fixed(
            "Typ ook de naam van de ander",
            "Type the name of the other as well",
        ),
        Trouble::SameEnds => fixed(
            "Een relatie heeft twee verschillende actoren nodig",
            "A relation needs two different actors",
        ),
        Trouble::NameTooLong { length } if dutch => format!(
            "Deze naam heeft {length} tekens. Er passen er {} in een naam.",
            limits::NAME
        ),
        Trouble::NameTooLong { length } => format!(
            "This name has {length} characters. A name holds {}.",
            limits::NAME
        ),
        Trouble::TextTooLong => fixed("Deze tekst is te lang", "This text is too long"),
        Trouble::TooManyActors if dutch => {
            format!("Er passen {} actoren op een kaart", limits::ACTORS)
        }
        Trouble::TooManyActors => format!("A map holds {} actors", limits::ACTORS),
        Trouble::TooManyRelations if dutch => {
            format!("Er passen {} relaties op een kaart", limits::RELATIONS)
        }
        Trouble::TooManyRelations => format!("A map holds {} relations", limits::RELATIONS),
        Trouble::TooManyValues if dutch => {
            format!("Er passen {} waarden op een kaart", limits::LIST)
        }
        Trouble::TooManyValues => format!("A map holds {} values", limits::LIST),
        Trouble::PositionRange => fixed(
            "Een positie loopt van −3 tot +3",
            "A position runs from −3 to +3",
        ),
        Trouble::LevelRange => fixed(
            "Invloed en betrokkenheid lopen van 1 tot 5",
            "Power and involvement run from 1 to 5",
        ),
        Trouble::StrengthRange => fixed(
            "De sterkte van een relatie loopt van 1 tot 3",
            "The strength of a relation runs from 1 to 3",
        ),
        Trouble::UnknownArena(text) if dutch => format!("Geen arena begint met “{text}”"),
        Trouble::UnknownArena(text) => format!("No arena begins with “{text}”"),
    }
}
