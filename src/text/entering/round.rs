//! Words of one question for all actors.

use super::super::Text;
use crate::model::Language;

/// Closes a sheet.
pub(crate) const CLOSE: Text = Text::new("Sluit", "Close");
/// The title of the sheet.
pub(crate) const ROUND: Text =
    Text::new("Eén vraag voor alle actoren", "One question for all actors");
/// The field for voices.
pub(crate) const VOICES: Text = Text::new(
    "Typ een antwoord of meer stemmen",
    "Type an answer or several voices",
);
/// How voices are typed, for a scale with a sign.
pub(crate) const VOICES_SIGNED: Text = Text::new(
    "Bijvoorbeeld +2, of vier stemmen: 3 3 2 -1. Een streepje: gevraagd, geen.",
    "For example +2, or four voices: 3 3 2 -1. A dash: asked, none.",
);
/// How voices are typed, for a scale without a sign.
pub(crate) const VOICES_PLAIN: Text = Text::new(
    "Bijvoorbeeld 4, of drie stemmen: 4 4 2. Een streepje: gevraagd, geen.",
    "For example 4, or three voices: 4 4 2. A dash: asked, none.",
);
/// How an arena is typed.
pub(crate) const ARENA_TYPED: Text = Text::new(
    "Typ het begin van de arena. Een streepje: gevraagd, geen.",
    "Type the beginning of the arena. A dash: asked, none.",
);
/// The arena that was typed is not known.
pub(crate) const ARENA_UNKNOWN: Text = Text::new("Geen arena begint zo", "No arena begins so");
/// Asked, and there is none.
pub(crate) const ASKED_NONE: Text = Text::new("Gevraagd, geen", "Asked, none");
/// Leaves the question open.
pub(crate) const SKIP: Text = Text::new("Sla over", "Skip");
/// The actor before.
pub(crate) const PREVIOUS: Text = Text::new("Vorige", "Previous");
/// The actor after.
pub(crate) const NEXT: Text = Text::new("Volgende", "Next");
/// Whether those not asked come first.
pub(crate) const OPEN_FIRST: Text = Text::new(
    "Eerst wie nog niet gevraagd is",
    "First who was not asked yet",
);
/// How sure the answer is.
pub(crate) const CERTAINTY: Text = Text::new("Hoe zeker?", "How sure?");
/// An answer that is private.
pub(crate) const PRIVATE_ANSWER: Text = Text::new(
    "Er is een privé antwoord. Een nieuw antwoord blijft privé.",
    "There is a private answer. A new answer stays private.",
);
/// There are no actors.
pub(crate) const NO_ACTORS: Text = Text::new(
    "Er staan nog geen actoren op de kaart. Typ er eerst een paar.",
    "There are no actors on the map yet. Type a few first.",
);
/// There is no issue yet.
pub(crate) const NAME_ISSUE: Text = Text::new(
    "Waarover gaat het? Geef het vraagstuk een naam.",
    "What is it about? Give the issue a name.",
);
/// The field for the name of the issue.
pub(crate) const ISSUE_NAME: Text = Text::new("Naam van het vraagstuk", "Name of the issue");
/// Makes the issue.
pub(crate) const MAKE_ISSUE: Text = Text::new("Leg dit vraagstuk vast", "Set this issue");
/// The end of a round.
pub(crate) const DONE: Text = Text::new("Iedereen is langs geweest", "Everybody has had a turn");
/// What to do after a round.
pub(crate) const DONE_NEXT: Text = Text::new(
    "Kies hierboven een andere vraag, of ga terug naar de kaart.",
    "Choose another question above, or go back to the map.",
);
/// Back to the map.
pub(crate) const BACK: Text = Text::new("Naar de kaart", "To the map");
/// Once more through all actors.
pub(crate) const AGAIN: Text = Text::new("Nog een keer", "Once more");

/// The words of one question.
pub(crate) struct QuestionWords {
    /// Its short name.
    pub(crate) name: Text,
    /// What it asks, without the actor.
    pub(crate) why: Text,
    /// What the lowest answer means.
    pub(crate) low: Text,
    /// What the highest answer means.
    pub(crate) high: Text,
}

/// Position.
pub(crate) const POSITION: QuestionWords = QuestionWords {
    name: Text::new("Positie", "Position"),
    why: Text::new(
        "Luister eerst naar wat de actor zelf zegt; het cijfer komt als laatste.",
        "Listen first to what the actor says itself; the number comes last.",
    ),
    low: Text::new("heeft bezwaren", "has objections"),
    high: Text::new("trekt mee", "is in favour"),
};
/// Priority.
pub(crate) const SALIENCE: QuestionWords = QuestionWords {
    name: Text::new("Prioriteit", "Priority"),
    why: Text::new(
        "Vraag wat er voor de actor op het spel staat, en schat dan hoe zwaar het weegt.",
        "Ask what is at stake for the actor, and then estimate how much it matters.",
    ),
    low: Text::new("speelt niet", "does not matter"),
    high: Text::new("gaat voor alles", "comes before all"),
};
/// Power.
pub(crate) const POWER: QuestionWords = QuestionWords {
    name: Text::new("Invloed", "Power"),
    why: Text::new(
        "Noem eerst een voorbeeld van wat de actor liet gebeuren of tegenhield.",
        "First name an example of what the actor made happen or held up.",
    ),
    low: Text::new("weinig invloed", "little power"),
    high: Text::new("veel invloed", "much power"),
};
/// Involvement.
pub(crate) const INVOLVEMENT: QuestionWords = QuestionWords {
    name: Text::new("Betrokkenheid", "Involvement"),
    why: Text::new(
        "Denk aan wat de actor merkt van het vraagstuk, ook als die er niets over zegt.",
        "Think of what the actor notices of the issue, even when it says nothing about it.",
    ),
    low: Text::new("weinig belang bij", "little at stake"),
    high: Text::new("veel belang bij", "much at stake"),
};
/// Participation.
pub(crate) const PARTICIPATION: QuestionWords = QuestionWords {
    name: Text::new("Meedoen", "Taking part"),
    why: Text::new(
        "Het gaat om hoe het nu is; wat u wilt, komt later.",
        "This is about how it is now; what you want comes later.",
    ),
    low: Text::new("hoort ervan", "hears of it"),
    high: Text::new("beslist mee", "decides along"),
};
/// Arena.
pub(crate) const ARENA_QUESTION: QuestionWords = QuestionWords {
    name: Text::new("Arena", "Arena"),
    why: Text::new(
        "Kies de plek van waaruit de actor hier optreedt.",
        "Choose the place from which the actor acts here.",
    ),
    low: Text::new("", ""),
    high: Text::new("", ""),
};

/// The steps of participation.
pub(crate) const RINGS: [Text; 4] = [
    Text::new("Hoort ervan", "Hears of it"),
    Text::new("Denkt mee", "Thinks along"),
    Text::new("Doet mee", "Takes part"),
    Text::new("Beslist mee", "Decides along"),
];

/// Asks for the position of an actor on an issue.
pub(crate) fn ask_position(issue: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Hoe staat deze actor tegenover {issue}?"),
        Language::English => format!("Where does this actor stand on {issue}?"),
    }
}

/// Asks for the priority of an issue to an actor.
pub(crate) fn ask_salience(issue: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Hoe zwaar weegt {issue} voor deze actor?"),
        Language::English => format!("How much does {issue} matter to this actor?"),
    }
}

/// Asks for power.
pub(crate) const ASK_POWER: Text = Text::new(
    "Hoeveel kan deze actor laten gebeuren of tegenhouden?",
    "How much can this actor make happen or hold up?",
);
/// Asks for involvement.
pub(crate) const ASK_INVOLVEMENT: Text = Text::new(
    "Hoeveel raakt dit deze actor?",
    "How much does this touch this actor?",
);
/// Asks for participation.
pub(crate) const ASK_PARTICIPATION: Text = Text::new(
    "Hoe ver doet deze actor mee?",
    "How far does this actor take part?",
);
/// Asks for the arena.
pub(crate) const ASK_ARENA: Text = Text::new(
    "Waar hoort deze actor bij?",
    "Where does this actor belong?",
);

/// Tells how far the round is.
pub(crate) fn progress(at: usize, all: usize, open: usize, language: Language) -> String {
    match (language, open) {
        (Language::Dutch, 0) => format!("{at} van {all} · iedereen is gevraagd"),
        (Language::Dutch, _) => format!("{at} van {all} · {open} nog niet gevraagd"),
        (Language::English, 0) => format!("{at} of {all} · everybody was asked"),
        (Language::English, _) => format!("{at} of {all} · {open} not asked yet"),
    }
}

/// Tells what voices differ.
pub(crate) fn divided(voices: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("oneens: {voices}"),
        Language::English => format!("divided: {voices}"),
    }
}

/// Sums up how many answered, said none, differ, and were not asked.
pub(crate) fn summary(
    given: usize,
    none: usize,
    divided: usize,
    open: usize,
    language: Language,
) -> Vec<String> {
    let mut lines = Vec::new();
    let dutch = language == Language::Dutch;
    lines.push(match (dutch, given) {
        (true, 1) => "1 actor heeft een antwoord".to_owned(),
        (true, _) => format!("{given} actoren hebben een antwoord"),
        (false, 1) => "1 actor has an answer".to_owned(),
        (false, _) => format!("{given} actors have an answer"),
    });
    if none > 0 {
        lines.push(if dutch {
            format!("bij {none} gevraagd, en er is geen")
        } else {
            format!("{none} were asked, and there is none")
        });
    }
    if divided > 0 {
        lines.push(if dutch {
            format!("bij {divided} lopen de stemmen uiteen: daar zit een gesprek")
        } else {
            format!("for {divided} the voices differ: there is a talk in that")
        });
    }
    if open > 0 {
        lines.push(if dutch {
            format!("{open} nog niet gevraagd")
        } else {
            format!("{open} not asked yet")
        });
    }
    lines
}

/// Says that a number lies outside the scale.
pub(crate) fn outside(low: i8, high: i8, language: Language) -> String {
    let low = if low < 0 {
        format!("−{}", low.unsigned_abs())
    } else {
        low.to_string()
    };
    match language {
        Language::Dutch => format!("Typ getallen van {low} tot {high}, met een spatie ertussen"),
        Language::English => format!("Type numbers from {low} to {high}, with a space between"),
    }
}
