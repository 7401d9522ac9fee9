//! Words of a shared interest: whose own words bear it.

use crate::model::Language;
use crate::session::meaning::shared::Backing;

words! {
    ABOUT: "Wie zegt zelf dat dit een gezamenlijk belang is? Alleen eigen woorden tellen, geen scores.", "Who says itself that this is a shared interest? Only own words count, no scores.";
    /// Where no values are there.
    NO_VALUES: "De kaart heeft nog geen waarden. Begin bij Van probleem naar waarde, of voeg ze toe bij de kaart.", "The map has no values yet. Begin at From problem to value, or add them to the map.";
    VALUE: "Waarde", "Value";
    OF: "Van wie", "Of whom";
    EVERYBODY: "Iedereen op de kaart", "Everybody on the map";
    /// Over those who bear it.
    BEARS: "Zegt het zelf", "Says so itself";
    /// Over those who do not.
    DOES_NOT: "Nog niet in eigen woorden", "Not in its own words yet";
    ASK: "Vraag het", "Ask";
    /// How words are recognised.
    RECOGNISED: "Herkend aan de woorden van de waarde, aan een belang dat ernaar verwijst of aan de betekenis in de woordenlijst. Verborgen belangen en privéteksten tellen niet mee.", "Recognised by the words of the value, by an interest that refers to it or by its meaning in the glossary. Hidden interests and private texts do not count.";
    /// Lights up who bears it.
    LIGHT_UP: "Licht op wie het zelf zegt", "Light up who says so";
    SCORED: "kreeg wel een score, zei het niet zelf", "got a score, did not say so itself";
    PRIVATE: "de woorden zijn privé", "its words are private";
    NOT_ASKED: "nog niet gevraagd", "not asked yet";
    ELSEWHERE: "zegt iets anders", "says something else";
    INTEREST: "belang", "interest";
    MEANING: "verstaat eronder", "means by it";
}

/// Says how many bear the claim with their own words.
pub(crate) fn told(n_bear: usize, all: usize, value: &str, language: Language) -> String {
    match (language, n_bear) {
        (Language::Dutch, 0) => {
            format!(
                "Niemand van de {all} zegt zelf dat ‘{value}’ het belang is: nu is het een veronderstelling"
            )
        }
        (Language::Dutch, _) if n_bear == all => {
            format!("Alle {all} zeggen zelf dat ‘{value}’ hun belang is")
        }
        (Language::Dutch, 1) => format!("1 van de {all} zegt zelf dat ‘{value}’ het belang is"),
        (Language::Dutch, _) => {
            format!("{n_bear} van de {all} zeggen zelf dat ‘{value}’ het belang is")
        }
        (Language::English, 0) => {
            format!(
                "None of the {all} says itself that ‘{value}’ is the interest: for now it is assumed"
            )
        }
        (Language::English, _) if n_bear == all => {
            format!("All {all} say themselves that ‘{value}’ is their interest")
        }
        (Language::English, 1) => {
            format!("1 of the {all} says itself that ‘{value}’ is the interest")
        }
        (Language::English, _) => {
            format!("{n_bear} of the {all} say themselves that ‘{value}’ is the interest")
        }
    }
}

/// Says what an actor says itself, quoting it literally.
pub(crate) fn backing(backing: &Backing, language: Language) -> String {
    let quoted = |text: &str| format!("‘{}’", text.trim());
    match backing {
        Backing::Words(text) => quoted(text),
        Backing::Interest(text) => format!("{}: {}", INTEREST.get(language), quoted(text)),
        Backing::Meaning(text) => format!("{}: {}", MEANING.get(language), quoted(text)),
        Backing::Elsewhere(text) => format!("{}: {}", ELSEWHERE.get(language), quoted(text)),
        Backing::OnlyScored => SCORED.get(language).to_owned(),
        Backing::Private => PRIVATE.get(language).to_owned(),
        Backing::NotAsked => NOT_ASKED.get(language).to_owned(),
    }
}
