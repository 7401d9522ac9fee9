//! Words of the inspector of an actor.

use crate::model::Language;

words! {
    NAME: "Naam", "Name";
    NAME_NEEDED: "Een naam is nodig", "A name is needed";
    SHORT: "Kort label op de kaart", "Short label on the map";
    ARENA: "Arena", "Arena";
    ARENA_UNASKED: "Arena?", "Arena?";
    KIND: "Soort", "Kind";
    KIND_UNASKED: "Soort?", "Kind?";
    NO_KIND: "Geen soort", "No kind";
    OWN_WORDS: "In eigen woorden", "In its own words";
    MORE_WORDS: "Ziet, omdat, noemt het", "Sees, because, calls it";
    SEES: "Ziet", "Sees";
    BECAUSE: "Omdat", "Because";
    CALLS_IT: "Noemt het", "Calls it";
    INTERESTS: "Belangen", "Interests";
    NEW_INTEREST: "Nieuw belang, Enter voegt toe", "New interest, Enter adds";
    INTEREST: "Belang", "Interest";
    HIDDEN: "Verborgen belang", "Hidden interest";
    HIDDEN_TOGGLE: "Verborgen (privé)", "Hidden (private)";
    DEPTH: "Hoe diep het ligt", "How deep it lies";
    VALUE_SERVED: "Waarde", "Value";
    NO_VALUE: "Geen waarde", "No value";
    EARLIER: "Hoger", "Higher";
    LATER: "Lager", "Lower";
    POSITION: "Positie", "Position";
    NO_ISSUE: "Nog geen vraagstuk: voeg er een toe bij de kaart", "No issue yet: add one to the map";
    OBJECTS: "heeft bezwaren", "has objections";
    SUPPORTS: "trekt mee", "in favour";
    FORCES: "Invloed, betrokkenheid", "Power, involvement";
    POWER: "Invloed", "Power";
    INVOLVEMENT: "Betrokkenheid", "Involvement";
    SALIENCE: "Prioriteit", "Priority";
    LEGITIMACY: "Terecht aan tafel", "Rightly at the table";
    URGENCY: "Dringend", "Urgent";
    PARTICIPATION: "Doet mee", "Takes part";
    OPENNESS: "Openheid voor anderen", "Openness to others";
    PARTICIPATION_KEY: "1 meeweten · 2 meedenken · 3 meedoen · 4 meebeslissen", "1 kept informed · 2 thinks along · 3 takes part · 4 decides along";
    VALUES: "Waarden", "Values";
    CREATES: "maakt deze waarde al", "already makes this value";
    NO_VALUES: "De kaart heeft nog geen waarden", "The map has no values yet";
    FRAMES: "Invalshoeken", "Angles";
    ADD_FRAME: "Voeg een invalshoek toe", "Add an angle";
    LEARNING: "Leren, door de actor zelf gezegd", "Learning, as the actor says it";
    RELATEDNESS: "Hoort erbij", "Belongs";
    AUTONOMY: "Heeft iets in te brengen", "Has something to bring";
    COMPETENCE: "Voelt zich toegerust", "Feels equipped";
    SENSITIVITIES: "Gevoeligheden", "Sensitivities";
    SENSITIVITY: "Gevoeligheid", "Sensitivity";
    NEW_SENSITIVITY: "Nieuwe gevoeligheid, Enter voegt toe", "New sensitivity, Enter adds";
    HEAT: "Hoe heet", "How hot";
    SAID_ALOUD: "Hardop gezegd", "Said aloud";
    ACKNOWLEDGED: "Erkend", "Acknowledged";
    TRAITS: "Kenmerken", "Features";
    FORM: "Vorm", "Form";
    INSIDE: "Binnen de eigen organisatie", "Inside the own organisation";
    INSIDE_BY_ARENA: "Volgt de arena", "Follows the arena";
    CONNECTED: "Verbonden partij (wettelijk)", "Connected party (legal)";
    CANDIDATE: "Hoort aan tafel, is er nog niet", "Should be at the table, is not yet";
    LEVEL: "Niveau", "Level";
    TALENTS: "Talenten", "Talents";
    TAGS: "Labels", "Tags";
    AREA: "Gebied", "Area";
    PORTFOLIO: "Portefeuille", "Portfolio";
    NOTES: "Notities", "Notes";
    NEW_NOTE: "Nieuwe notitie, Enter voegt toe", "New note, Enter adds";
    NOTE: "Notitie", "Note";
    SEES_OTHERS: "Hoe deze actor anderen ziet", "How this actor sees others";
    ADD_OTHER: "Kies een andere actor", "Choose another actor";
    RELATIONS: "Relaties", "Relations";
    GROUPS: "Groepen", "Groups";
    ADD_TO_GROUP: "Voeg toe aan een groep", "Add to a group";
    DELETE: "Verwijder deze actor", "Remove this actor";
}

/// Says how many sensitivities there are.
pub(crate) fn sensitivities(count: usize, language: Language) -> String {
    match (language, count) {
        (Language::Dutch, 1) => "1 gevoeligheid".to_owned(),
        (Language::Dutch, _) => format!("{count} gevoeligheden"),
        (Language::English, 1) => "1 sensitivity".to_owned(),
        (Language::English, _) => format!("{count} sensitivities"),
    }
}

/// Says how hot a sensitivity is, and what was done with it.
pub(crate) fn heat(heat: i8, aloud: bool, acknowledged: bool, language: Language) -> String {
    let (hot, said, known) = match language {
        Language::Dutch => ("heet", "hardop gezegd", "erkend"),
        Language::English => ("heat", "said aloud", "acknowledged"),
    };
    let mut parts = Vec::new();
    if heat > 0 {
        parts.push(format!("{hot} {heat}"));
    }
    if aloud {
        parts.push(said.to_owned());
    }
    if acknowledged {
        parts.push(known.to_owned());
    }
    parts.join(" · ")
}

/// Names the field of an interest.
pub(crate) fn interest(number: usize, language: Language) -> String {
    format!("{} {number}", INTEREST.get(language))
}

/// Names the field of a sensitivity.
pub(crate) fn sensitivity(number: usize, language: Language) -> String {
    format!("{} {number}", SENSITIVITY.get(language))
}

/// Names the field of a note.
pub(crate) fn note(number: usize, language: Language) -> String {
    format!("{} {number}", NOTE.get(language))
}

/// Names the block of the position on an issue.
pub(crate) fn position_on(issue: &str, language: Language) -> String {
    format!("{} · {issue}", POSITION.get(language))
}

/// Names the field that tells how an actor sees another.
pub(crate) fn sees_other(other: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Over {other}"),
        Language::English => format!("Of {other}"),
    }
}

/// Names a button for one thing.
pub(crate) fn of(what: &str, name: &str) -> String {
    format!("{what}: {name}")
}
