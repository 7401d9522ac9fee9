//! Words of the inspector of the map, its courses and its actions.

use crate::model::Language;

words! {
    TITLE: "Titel van de kaart", "Title of the map";
    PURPOSE: "Waar deze kaart voor is", "What this map is for";
    ISSUE_SENTENCE: "Het vraagstuk in één zin", "The question in one sentence";
    VALUES_WANTED: "Welke waarde willen jullie realiseren?", "Which value do you want to realise?";
    NEW_VALUE: "Nieuwe waarde, Enter voegt toe", "New value, Enter adds";
    VALUE: "Waarde", "Value";
    MEANING: "Wat betekent het hier", "What does it mean here";
    PROBLEM: "Het probleem zoals het gesteld is", "The problem as it was put";
    WHY: "Waarom", "Why";
    WHERETO: "Waartoe", "To what end";
    MORE_PURPOSE: "Probleem, waarom, kaders, doelen", "Problem, why, bounds, goals";
    FIXED: "Ligt vast, één per regel", "Fixed, one per line";
    NEGOTIABLE: "Bespreekbaar, één per regel", "Negotiable, one per line";
    FREE: "Vrij, één per regel", "Free, one per line";
    GOALS: "Doelen van de afspraak", "Goals of the agreement";
    NEW_GOAL: "Nieuw doel, Enter voegt toe", "New goal, Enter adds";
    GOAL: "Doel", "Goal";
    REFERENCE: "Waar het staat", "Where it stands";
    HORIZON: "Resultaat voor", "Results by";
    REVIEW: "Opnieuw bekijken op", "Look again on";
    INITIATOR: "Initiatiefnemer", "Initiator";
    NOBODY: "Niemand", "Nobody";
    CHOOSE: "Kies een actor", "Choose an actor";
    PAUSED: "Het werk ligt stil", "The work rests";
    PAUSE_REASON: "Waarom het stilligt", "Why it rests";
    RESTART: "Wat er nodig is om verder te gaan", "What is needed to go on";
    PEOPLE: "Hoofdpersoon en kopgroep", "Official in focus and vanguard";
    FOCAL: "Hoofdpersoon", "Official in focus";
    VANGUARD: "Kopgroep", "Vanguard";
    ADD_VANGUARD: "Voeg iemand toe aan de kopgroep", "Add somebody to the vanguard";
    ISSUES: "Vraagstukken", "Issues";
    ISSUE: "Vraagstuk", "Issue";
    NEW_ISSUE: "Nieuw vraagstuk, Enter voegt toe", "New issue, Enter adds";
    DESCRIPTION: "Omschrijving", "Description";
    FOCUS: "In beeld", "In focus";
    VALUES: "Waarden", "Values";
    FACTORS: "Factoren", "Factors";
    FACTOR: "Factor", "Factor";
    NEW_FACTOR: "Nieuwe factor, Enter voegt toe", "New factor, Enter adds";
    FORCE: "Remt of stuwt", "Holds back or drives";
    HOLDS_BACK: "remt", "holds back";
    DRIVES: "stuwt", "drives";
    WEIGHT: "Hoe zwaar", "How heavy";
    ALL_ISSUES: "Alle vraagstukken", "All issues";
    OWN_TERMS: "Eigen arena’s en soorten", "Own arenas and kinds";
    NEW_OWN_ARENA: "Nieuwe arena, Enter voegt toe", "New arena, Enter adds";
    NEW_OWN_KIND: "Nieuwe soort, Enter voegt toe", "New kind, Enter adds";
    OWN_ARENAS: "Eigen arena’s, met de arena waar ze bij horen", "Own arenas, with the arena they belong to";
    OWN_KINDS: "Eigen soorten, met de arena waar ze bij horen", "Own kinds, with the arena they belong to";
    GLOSSARY: "Woorden en wat ze betekenen", "Words and what they mean";
    NEW_WORD: "Nieuw woord", "New word";
    ADD_MEANING: "Wat betekent het voor…", "What does it mean to…";
    COURSES: "Koers", "Course";
    KEEP: "Wat we in de hand houden", "What we keep in hand";
    NO_COURSES: "Nog geen koers gekozen", "No course chosen yet";
    REASON: "Reden", "Reason";
    COURSE_NONE: "Nog geen", "None yet";
    ACTIONS: "Acties", "Actions";
    ACTION: "Actie", "Action";
    NEW_ACTION: "Nieuwe actie, Enter voegt toe", "New action, Enter adds";
    OWNER: "Wie", "Who";
    DUE: "Wanneer klaar", "Done by";
    COURSE_AND_ACTIONS: "Koers en acties", "Course and actions";
    LOG: "Logboek", "Log";
    LOG_ENTRY: "Wat er gebeurde", "What happened";
    NEW_LOG: "Wat er gebeurde, Enter voegt toe", "What happened, Enter adds";
    HYPOTHESIS: "Wat we verwachtten", "What we expected";
    RESULT: "Wat eruit kwam", "What came of it";
    LESSON: "Wat we leerden", "What we learnt";
    QUESTIONS: "Open vragen", "Open questions";
    QUESTION: "Vraag", "Question";
    NEW_QUESTION: "Nieuwe vraag, Enter voegt toe", "New question, Enter adds";
    WHO_KNOWS: "Wie het kan weten", "Who might know";
    ANSWERED: "Beantwoord", "Answered";
    META: "Over dit bestand", "About this file";
    PURPOSE_OF_KEEPING: "Waarvoor het bewaard wordt", "What it is kept for";
    RETENTION: "Bewaren tot", "Keep until";
    ORGANISATION: "Organisatie", "Organisation";
    MISSING: "Wat nog niet gevraagd is", "What has not been asked yet";
    ALL_ASKED: "Alles is gevraagd", "Everything has been asked";
}

/// Counts the actors and relations of a map.
pub(crate) fn size(actors: usize, relations: usize, language: Language) -> String {
    let (actor, relation) = match (language, actors, relations) {
        (Language::Dutch, 1, 1) => ("actor", "relatie"),
        (Language::Dutch, 1, _) => ("actor", "relaties"),
        (Language::Dutch, _, 1) => ("actoren", "relatie"),
        (Language::Dutch, _, _) => ("actoren", "relaties"),
        (Language::English, 1, 1) => ("actor", "relation"),
        (Language::English, 1, _) => ("actor", "relations"),
        (Language::English, _, 1) => ("actors", "relation"),
        (Language::English, _, _) => ("actors", "relations"),
    };
    format!("{actors} {actor} · {relations} {relation}")
}

/// Says of how many actors something was not asked.
pub(crate) fn missing(what: &str, missing: usize, all: usize, language: Language) -> String {
    match language {
        Language::Dutch => format!("{what}: bij {missing} van {all} actoren nog niet gevraagd"),
        Language::English => format!("{what}: not asked yet of {missing} of {all} actors"),
    }
}

/// Says of how many actors something is not there yet.
pub(crate) fn without(what: &str, missing: usize, all: usize, language: Language) -> String {
    match language {
        Language::Dutch => format!("{what}: bij {missing} van {all} actoren nog leeg"),
        Language::English => format!("{what}: still empty for {missing} of {all} actors"),
    }
}
