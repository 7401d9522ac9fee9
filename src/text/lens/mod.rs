//! Words about lenses: what is in the definitions in the language at hand, what answers say, what is wrong with a lens.

mod fault;
mod report;
mod value;

pub(crate) use fault::{faults_of_file, trouble};
pub(crate) use report::report;
pub(crate) use value::{place, short_value, value};

use super::Text;
use crate::model::{Bilingual, Language, LensSubject};

macro_rules! words {
    ($($name:ident: $nl:literal, $en:literal;)*) => {$(
        pub(crate) const $name: Text = Text::new($nl, $en);
    )*};
}

words! {
    LENSES: "Brillen", "Lenses";
    CHOOSE: "Kies brillen", "Choose lenses";
    CHOOSE_TAB: "Kiezen", "Choose";
    PICTURE_TAB: "Beeld", "Picture";
    ATTENTION_TAB: "Aandacht", "Attention";
    CLOSE: "Sluit de brillen", "Close the lenses";
    ABOUT: "Een bril is een handvol extra vragen. Zet er weinig aan: alleen wat het gesprek nu helpt.", "A lens is a handful of extra questions. Switch on few: only what helps the talk now.";
    MORE: "Meer brillen", "More lenses";
    OWN: "Van deze kaart zelf", "Of this map itself";
    LOAD: "Bril openen…", "Open a lens…";
    SAVE: "Opslaan als bestand…", "Save as a file…";
    REMOVE: "Haal uit de kaart", "Take out of the map";
    UNSOUND: "Deze bril hoort bij de kaart, maar is niet te gebruiken.", "This lens belongs to the map, but cannot be used.";
    OTHER_VERSION: "hoort bij deze kaart", "belongs to this map";
    CORE_VALUES: "De waarden zelf staan bij elke actor onder ‘Waarden’; daar is geen bril voor nodig.", "The values themselves stand with every actor under ‘Values’; no lens is needed for those.";
    NOW: "Nu", "Now";
    WANTED: "Gewenst", "Wanted";
    EXPLAIN: "Uitleg bij de keuzes", "What the choices mean";
    EXPLAIN_LESS: "Uitleg weg", "Hide what they mean";
    PRIVATE_QUESTION: "Privé vraag: het antwoord blijft van de muur, uit plaatjes en uit kopieën.", "Private question: the answer stays off the wall, out of pictures and out of copies.";
    OLD_FORM: "Dit antwoord past niet meer bij de vraag:", "This answer no longer fits the question:";
    CLEAR_OLD: "Wis het oude antwoord", "Clear the old answer";
    ADD_ACTOR: "Voeg een actor toe", "Add an actor";
    ADD_OPTION: "Kies er een bij", "Choose another";
    PICK: "Kies", "Choose";
    NO_CHOICE: "Geen keuze", "No choice";
    HIGHER: "Hoger in de volgorde", "Higher in the order";
    NOTHING_ON: "Er staat nog geen bril aan.", "No lens is on yet.";
    NOTHING_HERE: "De brillen die aan staan, vragen hier niets.", "The lenses that are on ask nothing here.";
    ALL_QUIET: "Geen van de brillen vraagt nu aandacht.", "None of the lenses asks for attention now.";
    SILENCE: "Stil hier", "Silence here";
    SILENCE_ALL: "Stil overal", "Silence everywhere";
    SHOW_SILENT: "Toon wat stil is", "Show what is silent";
    HIDE_SILENT: "Verberg wat stil is", "Hide what is silent";
    SPEAK: "Laat weer spreken", "Let it speak again";
    ANSWER: "Naar het antwoord", "To the answer";
    COPY: "Kopieer als tekst", "Copy as text";
    COPIED: "Gekopieerd, zonder wat privé is", "Copied, without what is private";
    PAINT_COLOUR: "Kleur op de kaart", "Colour on the map";
    PAINT_SIZE: "Grootte op de kaart", "Size on the map";
    MIDDLE: "middelste antwoord", "middle answer";
    RANGE: "laagste tot hoogste", "lowest to highest";
    QUESTION: "Vraag uit een bril", "Question of a lens";
    EVERYBODY: "Iedereen", "Everybody";
    PAIR_LEGEND: "■ nu · □ gewenst", "■ now · □ wanted";
    NEXT_ACTOR: "Volgende actor", "Next actor";
    OPEN_TITLE: "Bril openen", "Open a lens";
    SAVE_TITLE: "Bril opslaan", "Save a lens";
    NOT_ASKED: "niet gevraagd", "not asked";
    NONE: "gevraagd, er is er geen", "asked, there is none";
    PRIVATE: "privé", "private";
    THE_MAP: "De kaart als geheel", "The map as a whole";
    FILTER_MISSING: "niet gevraagd", "not asked";
}

/// Gives a text of a lens in a language.
pub(crate) fn say(text: &Bilingual, language: Language) -> &str {
    match language {
        Language::Dutch => &text.nl,
        Language::English => &text.en,
    }
}

/// Says of what a question is asked.
pub(crate) fn subject(subject: LensSubject) -> Text {
    match subject {
        LensSubject::Actor => Text::new("per actor", "for each actor"),
        LensSubject::Relation => Text::new("per relatie", "for each relation"),
        LensSubject::Role => Text::new("per rolkeuze", "for each role choice"),
        LensSubject::Group => Text::new("per groep", "for each group"),
        LensSubject::Map => Text::new("voor de hele kaart", "for the whole map"),
    }
}

/// Says how many of the questions of a lens were answered.
pub(crate) fn answered(count: usize, all: usize, language: Language) -> String {
    match language {
        Language::Dutch => format!("{count} van {all}"),
        Language::English => format!("{count} of {all}"),
    }
}

/// Says how many questions and checks a lens has.
pub(crate) fn size(fields: usize, checks: usize, language: Language) -> String {
    match (language, fields, checks) {
        (Language::Dutch, 1, 1) => "1 vraag, 1 controle".to_owned(),
        (Language::Dutch, 1, _) => format!("1 vraag, {checks} controles"),
        (Language::Dutch, _, 1) => format!("{fields} vragen, 1 controle"),
        (Language::Dutch, _, _) => format!("{fields} vragen, {checks} controles"),
        (Language::English, 1, 1) => "1 question, 1 check".to_owned(),
        (Language::English, 1, _) => format!("1 question, {checks} checks"),
        (Language::English, _, 1) => format!("{fields} questions, 1 check"),
        (Language::English, _, _) => format!("{fields} questions, {checks} checks"),
    }
}

/// Says how many answers a spread rests on.
pub(crate) fn counts(
    (given, none, not_asked, private): (usize, usize, usize, usize),
    language: Language,
) -> String {
    let dutch = language == Language::Dutch;
    let mut parts = vec![match (dutch, given) {
        (true, 1) => "1 antwoord".to_owned(),
        (true, _) => format!("{given} antwoorden"),
        (false, 1) => "1 answer".to_owned(),
        (false, _) => format!("{given} answers"),
    }];
    for (count, text) in [
        (none, Text::new("gevraagd, geen", "asked, none")),
        (not_asked, NOT_ASKED),
        (private, PRIVATE),
    ] {
        if count > 0 {
            parts.push(format!("{count} {}", text.get(language)));
        }
    }
    parts.join(" · ")
}

/// Says how many notices are silent.
pub(crate) fn silent(count: usize, language: Language) -> String {
    match (language, count) {
        (Language::Dutch, 1) => "1 melding is stil".to_owned(),
        (Language::Dutch, _) => format!("{count} meldingen zijn stil"),
        (Language::English, 1) => "1 notice is silent".to_owned(),
        (Language::English, _) => format!("{count} notices are silent"),
    }
}

/// Says how many notices rest on private answers.
pub(crate) fn private_notices(count: usize, language: Language) -> String {
    match (language, count) {
        (Language::Dutch, 1) => "1 melding over wat privé is".to_owned(),
        (Language::Dutch, _) => format!("{count} meldingen over wat privé is"),
        (Language::English, 1) => "1 notice about what is private".to_owned(),
        (Language::English, _) => format!("{count} notices about what is private"),
    }
}

/// Says how many notices there are.
pub(crate) fn notices(count: usize, language: Language) -> String {
    match (language, count) {
        (Language::Dutch, 0) => ALL_QUIET.nl.to_owned(),
        (Language::English, 0) => ALL_QUIET.en.to_owned(),
        (Language::Dutch, 1) => "1 vraag om bij stil te staan".to_owned(),
        (Language::Dutch, _) => format!("{count} vragen om bij stil te staan"),
        (Language::English, 1) => "1 question to dwell on".to_owned(),
        (Language::English, _) => format!("{count} questions to dwell on"),
    }
}

/// Says that there are more notices than are shown.
pub(crate) fn and_more(count: usize, language: Language) -> String {
    match language {
        Language::Dutch => format!("en nog {count}"),
        Language::English => format!("and {count} more"),
    }
}

/// Says that a lens was loaded into the map.
pub(crate) fn loaded(title: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("De bril ‘{title}’ staat in de kaart en staat aan"),
        Language::English => format!("The lens ‘{title}’ is in the map and on"),
    }
}

/// Says that a lens was saved.
pub(crate) fn saved(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Bril opgeslagen als {name}"),
        Language::English => format!("Lens saved as {name}"),
    }
}

/// Says that a lens could not be saved.
pub(crate) fn not_saved(name: &str, error: &std::io::Error, language: Language) -> String {
    match language {
        Language::Dutch => format!("De bril is niet opgeslagen als {name}: {error}"),
        Language::English => format!("The lens was not saved as {name}: {error}"),
    }
}

/// Says of what a lens that cannot be used is, with its first fault.
pub(crate) fn refused(name: &str, sentence: &str, language: Language) -> String {
    match language {
        Language::Dutch => {
            format!("{name} is geen bril die het programma kan gebruiken. {sentence}")
        }
        Language::English => format!("{name} is no lens that the program can use. {sentence}"),
    }
}

/// Says that numbers outside the scale were typed.
pub(crate) fn outside(low: i32, high: i32, language: Language) -> String {
    let (low, high) = (number(low, false), number(high, false));
    match language {
        Language::Dutch => format!("Typ getallen van {low} tot {high}, met een spatie ertussen"),
        Language::English => format!("Type numbers from {low} to {high}, with a space between"),
    }
}

/// Gives a step as it is written: with a sign on a scale that runs through zero.
pub(crate) fn number(step: i32, signed: bool) -> String {
    if step < 0 {
        format!("−{}", step.unsigned_abs())
    } else if signed && step > 0 {
        format!("+{step}")
    } else {
        step.to_string()
    }
}
