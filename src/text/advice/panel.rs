//! The words of the panel *Wie met wie?*.

use crate::model::Language;
use crate::text::Text;

/// The subject of the panel.
pub(crate) const TITLE: Text = Text::new("Wie met wie?", "Who with whom?");
/// The head of the left list.
pub(crate) const VERBINDEN: Text = Text::new("Verbinden", "Bridging");
/// The head of the right list.
pub(crate) const REGIE: Text = Text::new("Regie", "Directing");
/// The third answer.
pub(crate) const COORDINATION: Text = Text::new("Coördinatie", "Coordinating");
/// Beside the head of the left list.
pub(crate) const UNLIKE: Text = Text::new("ongelijksoortige actoren", "unlike actors");
/// Beside the head of the right list.
pub(crate) const ALIKE: Text = Text::new("gelijksoortige actoren", "like actors");
/// Said of an empty list.
pub(crate) const NO_PAIRS: Text = Text::new("Geen paren", "No pairs");
/// Shows the rest of the lists.
pub(crate) const MORE: Text = Text::new("Meer paren", "More pairs");
/// Shows only the beginning of the lists.
pub(crate) const FEWER: Text = Text::new("Minder paren", "Fewer pairs");
/// Before the competences.
pub(crate) const ASKS: Text = Text::new("Vraagt van u", "Asks of you");
/// Before the way in.
pub(crate) const WAY_IN: Text = Text::new("Ingang", "Way in");
/// Before where the pair stands.
pub(crate) const PLACE: Text = Text::new("Plek", "Place");
/// Under the question.
pub(crate) const REASON_AND_DATE: Text = Text::new(
    "Elke keuze krijgt een reden en een datum.",
    "Every choice gets a reason and a date.",
);
/// The field of the reason.
pub(crate) const REASON: Text = Text::new("Waarom kiest u dit?", "Why do you choose this?");
/// Shows what a new relation changes.
pub(crate) const TRY: Text = Text::new("Probeer op de kaart", "Try on the map");
/// Closes what a new relation changes.
pub(crate) const STOP_TRYING: Text = Text::new("Sluit de proef", "Close the trial");
/// Keeps the what-if.
pub(crate) const KEEP: Text = Text::new("Bewaar als scenario", "Keep as scenario");
/// The quiet questions on the process.
pub(crate) const FLAGS: Text = Text::new("Vragen bij het proces", "Questions on the process");
/// Said while a newer map is reckoned.
pub(crate) const RECKONING_AGAIN: Text = Text::new(
    "De kaart is veranderd; ik reken opnieuw…",
    "The map has changed; I am reckoning again…",
);
/// Said while the first result is reckoned.
pub(crate) const RECKONING: Text = Text::new("Ik reken…", "I am reckoning…");
/// Asks for a hoofdpersoon.
pub(crate) const NO_FOCAL: Text = Text::new(
    "Voor wie is het advies? Kies de hoofdpersoon.",
    "For whom is the advice? Choose the official in focus.",
);
/// Said of a map without actors.
pub(crate) const NO_ACTORS: Text = Text::new(
    "Er staan nog geen actoren op de kaart.",
    "There are no actors on the map yet.",
);
/// Said of a map with too few actors for a pair.
pub(crate) const NO_PAIR: Text = Text::new(
    "Voor een paar zijn naast de hoofdpersoon twee actoren nodig.",
    "A pair needs two actors besides the official in focus.",
);
/// Asks to choose a pair.
pub(crate) const CHOOSE_PAIR: Text = Text::new(
    "Kies een paar om te zien waarop het advies rust.",
    "Choose a pair to see what the advice rests on.",
);
/// Closes the panel.
pub(crate) const CLOSE: Text = Text::new("Sluit Wie met wie?", "Close Who with whom?");

/// Names a scenario after the relation that it tries.
pub(crate) fn scenario(one: &str, other: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Wat als: {one} – {other}"),
        Language::English => format!("What if: {one} – {other}"),
    }
}

/// Heads what a new relation changes.
pub(crate) fn if_tied(one: &str, other: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Als er een relatie komt tussen {one} en {other}"),
        Language::English => format!("If {one} and {other} get a relation"),
    }
}

/// Says that a role was recorded.
pub(crate) fn recorded(role: &str, pair: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Gekozen: {role}, voor {pair}"),
        Language::English => format!("Chosen: {role}, for {pair}"),
    }
}

/// Says that a scenario was kept.
pub(crate) fn kept(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Bewaard als scenario: {name}"),
        Language::English => format!("Kept as scenario: {name}"),
    }
}

/// Heads the forces with the issue in focus.
pub(crate) fn forces_of(issue: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Krachten bij {issue}"),
        Language::English => format!("Forces on {issue}"),
    }
}
