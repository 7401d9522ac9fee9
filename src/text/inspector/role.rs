//! Words of role choices.

use crate::model::{Language, Mode};
use crate::text::terms::Named as _;

words! {
    NONE_YET: "Nog geen", "None yet";
    ROLE: "Rol", "Role";
    REASON: "Reden", "Reason";
    NO_FOCAL: "Kies eerst een hoofdpersoon: de rol is van hem of haar", "Choose the official in focus first: the role is theirs";
    MAKE_FOCAL: "Maak hoofdpersoon", "Make official in focus";
    IS_FOCAL: "Dit is de hoofdpersoon", "This is the official in focus";
    NOT_FOCAL: "Niet meer de hoofdpersoon", "No longer the official in focus";
    VANGUARD: "In de kopgroep", "In the vanguard";
    BRIDGES: "Bruggen en kringen", "Bridges and rings";
    NO_ROLES: "Nog geen rol gekozen", "No role chosen yet";
    ALTERNATIVE: "Wat we ook overwogen", "What else we considered";
    AGREED_BY: "Wie akkoord is", "Who agreed";
    ALSO: "Ook", "Also";
    PHASE: "Fase", "Phase";
    WHEN: "Nu of later", "Now or later";
    COMPETENCES: "Wat dit vraagt van de hoofdpersoon, één per regel", "What this asks of the official, one per line";
    DATE: "Gekozen op", "Chosen on";
    DELETE: "Verwijder deze keuze", "Remove this choice";
    MORE: "Meer over deze keuze", "More about this choice";
}

/// Heads the role of the official towards somebody.
pub(crate) fn role_of(official: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Rol van {official}"),
        Language::English => format!("Role of {official}"),
    }
}

/// Says in a line with whom and what.
pub(crate) fn with(names: &str, mode: Mode, language: Language) -> String {
    let word = mode.word(language).to_lowercase();
    match language {
        Language::Dutch => format!("met {names}: {word}"),
        Language::English => format!("with {names}: {word}"),
    }
}

/// Says in a line in which group and what.
pub(crate) fn within(group: &str, mode: Mode, language: Language) -> String {
    format!("in {group}: {}", mode.word(language).to_lowercase())
}

/// Says in a line towards whom and what.
pub(crate) fn towards(names: &str, mode: Mode, language: Language) -> String {
    let word = mode.word(language).to_lowercase();
    match language {
        Language::Dutch => format!("naar {names}: {word}"),
        Language::English => format!("towards {names}: {word}"),
    }
}

/// Says between whom a role is played.
pub(crate) fn between(one: &str, other: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Tussen {one} en {other}"),
        Language::English => format!("Between {one} and {other}"),
    }
}

/// Says towards what group a role is played.
pub(crate) fn towards_group(group: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Naar de groep {group}"),
        Language::English => format!("Towards the group {group}"),
    }
}

/// Says towards which actor a role is played.
pub(crate) fn towards_actor(actor: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Naar {actor}"),
        Language::English => format!("Towards {actor}"),
    }
}

/// Says who plays a role and which.
pub(crate) fn plays(official: &str, mode: Mode, language: Language) -> String {
    format!("{official} · {}", mode.word(language).to_lowercase())
}

/// Names two actors.
pub(crate) fn both(one: &str, other: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("{one} en {other}"),
        Language::English => format!("{one} and {other}"),
    }
}

/// Tells the reason of a choice.
pub(crate) fn reason(reason: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("reden: {reason}"),
        Language::English => format!("reason: {reason}"),
    }
}

/// Says that there is no reason yet.
pub(crate) const fn no_reason(language: Language) -> &'static str {
    match language {
        Language::Dutch => "nog geen reden",
        Language::English => "no reason yet",
    }
}

/// Says that the reason is private.
pub(crate) const fn private_reason(language: Language) -> &'static str {
    match language {
        Language::Dutch => "reden is privé",
        Language::English => "reason is private",
    }
}
