//! Words of perspectives and of the glossary.

use crate::model::Language;
use crate::session::meaning::glossary::Apart;
use crate::session::meaning::sight::Part;
use crate::text::Text;

words! {
    /// What the panel is for.
    ABOUT: "Leg twee actoren naast elkaar, in hun eigen woorden", "Lay two actors beside each other, in their own words";
    /// The first of two.
    FIRST: "Eerste actor", "First actor";
    /// The second of two.
    SECOND: "Tweede actor", "Second actor";
    CHOOSE: "Kies een actor", "Choose an actor";
    /// Where there are no two actors yet.
    TOO_FEW: "Zet eerst twee actoren op de kaart", "Put two actors on the map first";
    /// Where nobody was asked.
    INVITE: "Nog niets gevraagd. Vraag beiden: wat ziet u gebeuren, waarom is dat zo, en hoe zou u het noemen? Noteer letterlijk wat zij zeggen.", "Nothing asked yet. Ask both: what do you see happening, why is that so, and what would you call it? Note literally what they say.";
    /// The sign of another name.
    OTHER_NAME: "andere naam", "other name";
    /// How the two see each other.
    EACH_OTHER: "Over elkaar", "About each other";
    ADD_OTHER: "Vraag naar een ander", "Ask about another";
    /// An empty answer.
    ASK: "Nog niet gevraagd", "Not asked yet";
    /// Looks as one of them.
    LOOK_AS: "Kijk als", "Look as";
    /// Of whom they speak.
    SPEAKS_OF: "Over wie zij spreken", "Of whom they speak";
    NOBODY: "niemand", "nobody";
    /// Leaves the eyes of another.
    LEAVE: "Kijk weer als uzelf (Esc)", "Look as yourself again (Esc)";
    /// Writes down words.
    NOTE_WORDS: "Noteer woorden", "Note words";
    /// What the glossary is for.
    GLOSSARY_ABOUT: "Hetzelfde woord kan voor ieder iets anders zijn. Vraag het, en zet de betekenissen naast elkaar.", "The same word can be something else to each. Ask, and put the meanings side by side.";
    /// No words yet.
    GLOSSARY_EMPTY: "Nog geen woorden. Welk woord valt vaak, terwijl niemand vraagt wat het betekent?", "No words yet. Which word is often used while nobody asks what it means?";
    /// Who uses a word without being asked.
    ALSO_USED: "Gebruikt dit woord ook, vraag wat het betekent", "Uses this word too, ask what it means";
}

/// Names what an actor says.
pub(crate) const fn part(part: Part) -> Text {
    match part {
        Part::CallsIt => Text::new("Hoe noemt u het?", "What would you call it?"),
        Part::Quote => Text::new("In eigen woorden", "In their own words"),
        Part::Sees => Text::new("Wat ziet u gebeuren?", "What do you see happening?"),
        Part::Because => Text::new("Waarom is dat zo?", "Why is that so?"),
    }
}

/// Says how far the meanings of a word lie apart.
pub(crate) const fn apart(apart: Apart) -> Text {
    match apart {
        Apart::Other => Text::new("zelfde woord, andere betekenis", "same word, other meaning"),
        Apart::Same => Text::new("zelfde betekenis", "same meaning"),
        Apart::One => Text::new("nog niet naast elkaar", "not side by side yet"),
    }
}

/// Says through whose eyes the map is seen.
pub(crate) fn banner(name: &str, calls_it: Option<&str>, language: Language) -> String {
    match (language, calls_it) {
        (Language::Dutch, Some(it)) => format!("U kijkt als {name}, die dit ‘{it}’ noemt"),
        (Language::Dutch, None) => format!("U kijkt als {name}"),
        (Language::English, Some(it)) => format!("You look as {name}, who calls this ‘{it}’"),
        (Language::English, None) => format!("You look as {name}"),
    }
}

/// Says what is lit while looking as an actor.
pub(crate) fn lit(n_others: usize, n_private: usize, language: Language) -> String {
    let others = match (language, n_others) {
        (Language::Dutch, 0) => "spreekt over niemand op de kaart".to_owned(),
        (Language::Dutch, 1) => "spreekt over 1 ander".to_owned(),
        (Language::Dutch, _) => format!("spreekt over {n_others} anderen"),
        (Language::English, 0) => "speaks of nobody on the map".to_owned(),
        (Language::English, 1) => "speaks of 1 other".to_owned(),
        (Language::English, _) => format!("speaks of {n_others} others"),
    };
    match (language, n_private) {
        (_, 0) => others,
        (Language::Dutch, 1) => format!("{others} · 1 tekst is privé"),
        (Language::Dutch, _) => format!("{others} · {n_private} teksten zijn privé"),
        (Language::English, 1) => format!("{others} · 1 text is private"),
        (Language::English, _) => format!("{others} · {n_private} texts are private"),
    }
}

/// Says that an actor was not asked yet.
pub(crate) fn not_asked(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("{name} is nog niet gevraagd. Hoe ziet {name} dit?"),
        Language::English => format!("{name} was not asked yet. How does {name} see this?"),
    }
}

/// Says of whom only one of two speaks.
pub(crate) fn only(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Alleen {name}"),
        Language::English => format!("Only {name}"),
    }
}

/// Of whom both speak.
pub(crate) const BOTH: Text = Text::new("Beiden", "Both");

/// Names a field: what is asked, and of whom.
pub(crate) fn field(question: &str, name: &str) -> String {
    format!("{name} · {question}")
}

/// Names the question how one sees another.
pub(crate) fn about(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Over {name}"),
        Language::English => format!("About {name}"),
    }
}

/// Looks as an actor.
pub(crate) fn look_as(name: &str, language: Language) -> String {
    format!("{} {name}", LOOK_AS.get(language))
}
