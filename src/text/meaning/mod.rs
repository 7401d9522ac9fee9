//! Words of perspectives, the glossary, shared interests, listening, and of values in the place of problems.

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $nl:literal, $en:literal;)*) => {$(
        $(#[$doc])*
        pub(crate) const $name: $crate::text::Text = $crate::text::Text::new($nl, $en);
    )*};
}

macro_rules! command {
    ($($(#[$doc:meta])* $name:ident: ($nl:literal, $en:literal), ($also_nl:literal, $also_en:literal);)*) => {$(
        $(#[$doc])*
        pub(crate) const $name: $crate::text::command::Words = $crate::text::command::Words {
            text: $crate::text::Text::new($nl, $en),
            also: $crate::text::Text::new($also_nl, $also_en),
        };
    )*};
}

pub(crate) mod listening;
pub(crate) mod perspective;
pub(crate) mod shared;
pub(crate) mod value;

use crate::model::Language;

command! {
    /// Two perspectives.
    PERSPECTIVES: ("Twee perspectieven", "Two perspectives"),
        ("naast elkaar kijk ziet eigen woorden", "side by side view sees own words");
    /// The glossary.
    GLOSSARY: ("Wat woorden betekenen", "What words mean"),
        ("woordenlijst begrippen betekenis taal", "glossary terms meaning language");
    /// Shared interest.
    SHARED: ("Gezamenlijk belang", "Shared interest"),
        ("eigen woorden gedeeld claim overlap", "own words claim overlap");
    /// The values.
    VALUES: ("Waarden en actoren", "Values and actors"),
        ("matrix bijdrage spanning wie maakt dit al", "matrix contribution tension who makes this");
    /// The why ladder.
    LADDER: ("Van probleem naar waarde", "From problem to value"),
        ("waarom ladder doelkaart drijfveer", "why ladder purpose drive");
    /// Problem map and value map.
    LEADS: ("Probleemkaart en waardenkaart", "Problem map and value map"),
        ("vergelijk wie staat erop leidt", "compare who leads");
    /// The map as an actor sees it.
    LOOK_AS: ("Kijk als deze actor", "Look as this actor"),
        ("perspectief ogen blik", "perspective eyes view");
    /// Listening.
    LISTEN: ("Luisterstand", "Listening mode"),
        ("luisteren alleen woorden scores vast", "listen only words scores locked");
    /// The neighbourhood in the centre.
    OUTSIDE_IN: ("Van buiten naar binnen", "From outside in"),
        ("buurt in het midden wijk inwoners", "neighbourhood in the centre residents");
}

words! {
    /// The pages on perspectives.
    PERSPECTIVES_TAB: "Perspectieven", "Perspectives";
    GLOSSARY_TAB: "Woorden", "Words";
    SHARED_TAB: "Gezamenlijk belang", "Shared interest";
    /// The pages on values.
    VALUES_TAB: "Waarden", "Values";
    LADDER_TAB: "Waarom?", "Why?";
    LEADS_TAB: "Wie doet mee", "Who takes part";
    /// Closes the panel.
    CLOSE: "Sluit dit paneel", "Close this panel";
    /// Said from outside in where nobody lives on the map yet.
    NO_RESIDENTS: "Er staat nog geen buurt of inwoner op de kaart: voeg die eerst toe", "There is no neighbourhood or resident on the map yet: add one first";
    /// The neighbourhood, where no area has a name.
    NEIGHBOURHOOD: "De buurt", "The neighbourhood";
    /// Said when the official stands in the middle again.
    INSIDE_OUT: "De hoofdpersoon staat weer in het midden", "The official in focus is in the middle again";
    /// Lights actors up on the map.
    LIGHT_UP: "Licht op de kaart op", "Light up on the map";
}

/// Says that the neighbourhood stands in the middle.
pub(crate) fn outside_in(area: &str, n_actors: usize, language: Language) -> String {
    match (language, n_actors) {
        (Language::Dutch, 1) => {
            format!("{area} staat in het midden: 1 actor van daar, met wie daar direct aan raakt")
        }
        (Language::Dutch, _) => format!(
            "{area} staat in het midden: {n_actors} actoren van daar, met wie daar direct aan raakt"
        ),
        (Language::English, 1) => {
            format!("{area} is in the middle: 1 actor from there, with who is next to it")
        }
        (Language::English, _) => {
            format!(
                "{area} is in the middle: {n_actors} actors from there, with who is next to them"
            )
        }
    }
}

/// Joins names in a sentence.
pub(crate) fn names(names: &[&str], language: Language) -> String {
    let and = match language {
        Language::Dutch => "en",
        Language::English => "and",
    };
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} {and} {last}", most.join(", ")),
    }
}
