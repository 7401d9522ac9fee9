//! Words of the inspectors of a relation, a group, a text on the map and of several things at once.

use crate::model::Language;

words! {
    RELATION: "Relatie", "Relation";
    MUTUAL: "Wederzijds", "Mutual";
    ONE_WAY: "Eén kant op", "One way";
    TURN: "Draai om", "Turn around";
    DIRECTION: "Richting", "Direction";
    KIND: "Waar het over gaat", "What it is about";
    KIND_UNASKED: "Kies een soort", "Choose a kind";
    NO_KIND: "Geen soort", "No kind";
    STRENGTH: "Sterkte", "Strength";
    TONE: "Toon", "Tone";
    CHANNEL: "Kanaal", "Channel";
    STARRED: "We werken hieraan", "We work on this";
    PURPOSE: "Doel van de relatie", "What the relation is for";
    EXPECT_OF_US: "Wat verwacht de ander van ons", "What the other expects of us";
    EXPECT_OF_THEM: "Wat verwachten wij van de ander", "What we expect of the other";
    MET: "Verwachtingen komen uit", "Expectations are met";
    SIGNALS: "Signalen", "Signals";
    SIGNAL: "Signaal", "Signal";
    NEW_SIGNAL: "Nieuw signaal, Enter voegt toe", "New signal, Enter adds";
    LEVEL: "Ernst", "How serious";
    WHO_ACTS: "Wie pakt het op", "Who acts on it";
    SETTLED: "Afgehandeld", "Settled";
    DELETE: "Verwijder deze relatie", "Remove this relation";
    GROUP: "Groep", "Group";
    GROUP_NAME: "Naam van de groep", "Name of the group";
    MEMBERS: "Leden", "Members";
    ADD_MEMBER: "Voeg een lid toe", "Add a member";
    AGREED: "akkoord", "agreed";
    FROM: "Sinds", "Since";
    UNTIL: "Tot", "Until";
    WHEN: "Wanneer en waarvoor", "When and what for";
    DELETE_GROUP: "Verwijder deze groep", "Remove this group";
    TEXT: "Tekst op de kaart", "Text on the map";
    ARROW: "Pijl naar", "Arrow to";
    NO_ARROW: "Geen pijl", "No arrow";
    ARROW_TO_PLACE: "Een plek op de kaart", "A place on the map";
    DELETE_TEXT: "Verwijder deze tekst", "Remove this text";
    ALL_AT_ONCE: "Voor alle gekozen actoren", "For all chosen actors";
    VARIOUS: "verschillend", "various";
    MAKE_RING: "Maak een kring (regie)", "Make a ring (directing)";
    BRIDGE_TALK: "Brug bespreken…", "Discuss a bridge…";
    RELATE: "Leg een relatie", "Add a relation";
    DELETE_ALL: "Verwijder wat gekozen is", "Remove what is chosen";
}

/// Says how many members agreed.
pub(crate) fn agreed(yes: usize, all: usize, language: Language) -> String {
    match language {
        Language::Dutch => format!("{yes} van {all} akkoord"),
        Language::English => format!("{yes} of {all} agreed"),
    }
}

/// Says between whom a relation runs.
pub(crate) fn ends(from: &str, to: &str, mutual: bool) -> String {
    if mutual {
        format!("{from} – {to}")
    } else {
        format!("{from} → {to}")
    }
}

/// Says how many things are chosen.
pub(crate) fn chosen(actors: usize, others: usize, language: Language) -> String {
    match (language, actors, others) {
        (Language::Dutch, _, 0) => format!("{actors} actoren gekozen"),
        (Language::Dutch, 0, _) => format!("{others} onderdelen gekozen"),
        (Language::Dutch, 1, _) => format!("1 actor en {others} andere gekozen"),
        (Language::Dutch, _, _) => format!("{actors} actoren en {others} andere gekozen"),
        (Language::English, _, 0) => format!("{actors} actors chosen"),
        (Language::English, 0, _) => format!("{others} things chosen"),
        (Language::English, 1, _) => format!("1 actor and {others} others chosen"),
        (Language::English, _, _) => format!("{actors} actors and {others} others chosen"),
    }
}

/// Names the field of a signal.
pub(crate) fn signal(number: usize, language: Language) -> String {
    format!("{} {number}", SIGNAL.get(language))
}
