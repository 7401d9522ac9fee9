//! Words of the roles as outcome: by phase, open, rubbing, agreed, taken back.

use super::Text;
use super::inspector::date;
use super::terms::Named as _;
use crate::model::{Language, Mode, Phase, Style};
use crate::session::roles::{Owner, Pointer, Rub};

/// The subject of the panel.
pub(crate) const TITLE: Text = Text::new("Rolkeuzes", "Role choices");
/// Closes the panel.
pub(crate) const CLOSE: Text = Text::new("Sluit rolkeuzes", "Close role choices");
/// There is no hoofdpersoon.
pub(crate) const NO_FOCAL: Text = Text::new(
    "Er is nog geen hoofdpersoon: kies een actor en maak die hoofdpersoon",
    "There is no official in focus yet: choose an actor and make it the official",
);
/// No role was chosen.
pub(crate) const NONE: Text = Text::new(
    "Er is nog geen rol gekozen. Kies er een bij een actor, of bespreek een brug tussen twee.",
    "No role was chosen yet. Choose one at an actor, or talk about a bridge between two.",
);
/// The head of choices without a phase.
pub(crate) const NO_PHASE: Text = Text::new("Zonder fase", "Without a phase");
/// The head of starred relations without a role.
pub(crate) const OPEN: Text = Text::new("Met ster, nog zonder rol", "Starred, no role yet");
/// Says what that head means.
pub(crate) const OPEN_ABOUT: Text = Text::new(
    "Hier werkt de groep aan. Welke rol past?",
    "The group works on these. Which role fits?",
);
/// No starred relation lacks a role.
pub(crate) const OPEN_NONE: Text = Text::new(
    "Elke relatie met een ster heeft een rol",
    "Every starred relation has a role",
);
/// No relation is starred.
pub(crate) const NO_STARS: Text = Text::new(
    "Nog geen relatie heeft een ster. Geef een ster aan waar de groep aan werkt.",
    "No relation is starred yet. Star what the group works on.",
);
/// The head of roles that rub.
pub(crate) const RUBS: Text = Text::new("Kan wringen", "May clash");
/// Nothing rubs.
pub(crate) const RUBS_NONE: Text =
    Text::new("Geen rollen die elkaar bijten", "No roles that clash");
/// The head of who agreed.
pub(crate) const CONSENT: Text = Text::new("Akkoord met regie", "Agreed to directing");
/// There is no regie.
pub(crate) const CONSENT_NONE: Text = Text::new(
    "Er is nog geen regie gekozen",
    "No directing was chosen yet",
);
/// Everybody agreed.
pub(crate) const CONSENT_ALL: Text = Text::new("Iedereen is akkoord", "Everybody agreed");
/// How to note that somebody agrees.
pub(crate) const AGREE_HINT: Text = Text::new(
    "Klik op een naam zodra die ja zegt",
    "Click a name once they say yes",
);
/// The head of what was taken back.
pub(crate) const WITHDRAWN: Text = Text::new("Teruggenomen", "Taken back");
/// Takes the standing choice back.
pub(crate) const TAKE_BACK: Text = Text::new("Neem deze keuze terug", "Take this choice back");

/// The head of the three questions.
pub(crate) const HELP: Text = Text::new(
    "Regie, verbinden of coördinatie? Drie vragen",
    "Directing, bridging or coordinating? Three questions",
);
/// Says that the answers are not kept.
pub(crate) const HELP_ABOUT: Text = Text::new(
    "Om samen over te denken. Deze antwoorden worden niet bewaard.",
    "To think about together. These answers are not kept.",
);
/// The first question.
pub(crate) const ALIKE: Text = Text::new(
    "Zijn deze partijen gelijksoortig of ongelijksoortig?",
    "Are these parties alike or unlike?",
);
/// An answer to the first question.
pub(crate) const IS_ALIKE: Text = Text::new("Gelijksoortig", "Alike");
/// The other answer to the first question.
pub(crate) const IS_UNLIKE: Text = Text::new("Ongelijksoortig", "Unlike");
/// The second question.
pub(crate) const TOGETHER: Text = Text::new(
    "Moeten zij samen handelen, of alleen tijd en informatie afstemmen?",
    "Must they act together, or only tune time and information?",
);
/// An answer to the second question.
pub(crate) const ACT: Text = Text::new("Samen handelen", "Act together");
/// The other answer to the second question.
pub(crate) const TUNE: Text = Text::new("Alleen afstemmen", "Only tune");
/// The third question.
pub(crate) const OWNER: Text = Text::new("Van wie is het resultaat?", "Who owns the result?");

/// Names an answer to the third question.
pub(crate) const fn owner(owner: Owner) -> Text {
    match owner {
        Owner::Each => Text::new("Ieder het eigen deel", "Each their own part"),
        Owner::Together => Text::new("Samen", "Together"),
        Owner::Us => Text::new("Van ons", "Ours"),
    }
}

/// Says what the answers point to.
pub(crate) fn points_to(pointer: Pointer, language: Language) -> String {
    let word = |mode: Mode| mode.word(language).to_lowercase();
    match (pointer, language) {
        (Pointer::Open, Language::Dutch) => {
            "Beantwoord de eerste twee vragen; dan volgt een richting.".to_owned()
        }
        (Pointer::Open, Language::English) => {
            "Answer the first two questions; then a direction follows.".to_owned()
        }
        (Pointer::To(mode), Language::Dutch) => {
            format!(
                "Dit wijst naar {}: {}. U kiest.",
                word(mode),
                why(mode, language)
            )
        }
        (Pointer::To(mode), Language::English) => {
            format!(
                "This points to {}: {}. You choose.",
                word(mode),
                why(mode, language)
            )
        }
        (Pointer::Between(one, other), Language::Dutch) => format!(
            "Dit wijst naar {} ({}), maar van wie het resultaat is past meer bij {}. Wat weegt hier?",
            word(one),
            why(one, language),
            word(other)
        ),
        (Pointer::Between(one, other), Language::English) => format!(
            "This points to {} ({}), yet who owns the result fits {} better. What matters here?",
            word(one),
            why(one, language),
            word(other)
        ),
    }
}

fn why(mode: Mode, language: Language) -> &'static str {
    let text = match mode {
        Mode::Regie => Text::new(
            "gelijksoortige partijen die samen handelen",
            "like parties that act together",
        ),
        Mode::Verbinden => Text::new(
            "ongelijksoortige partijen die elkaar nodig hebben",
            "unlike parties that need each other",
        ),
        Mode::Coordinatie => Text::new(
            "afstemmen, terwijl ieder zelf handelt",
            "tuning, while each acts for itself",
        ),
    };
    text.get(language)
}

/// Heads a phase, or the choices without one.
pub(crate) fn phase(phase: Option<Phase>, alone: bool, language: Language) -> &'static str {
    match phase {
        Some(phase) => phase.word(language),
        // Where no phase is used at all, a head that says so would only be noise.
        None if alone => Text::new("Gekozen", "Chosen").get(language),
        None => NO_PHASE.get(language),
    }
}

/// Tells of an earlier choice.
pub(crate) fn earlier(mode: Mode, rest: &str, language: Language) -> String {
    let word = mode.word(language).to_lowercase();
    match language {
        Language::Dutch => format!("Eerder {word} · {rest}"),
        Language::English => format!("Earlier {word} · {rest}"),
    }
}

/// Says in which kept moment a choice still held.
pub(crate) fn seen_in(name: &str, day: Option<jiff::civil::Date>, language: Language) -> String {
    let day = day.map(|day| date::written(day, language));
    let told = match (name.trim().is_empty(), day) {
        (false, Some(day)) => format!("{name}, {day}"),
        (false, None) => name.to_owned(),
        (true, Some(day)) => day,
        (true, None) => "–".to_owned(),
    };
    match language {
        Language::Dutch => format!("gold nog in {told}"),
        Language::English => format!("still held in {told}"),
    }
}

/// Counts who agreed.
pub(crate) fn agreed_of(agreed: usize, all: usize, language: Language) -> String {
    match language {
        Language::Dutch => format!("{agreed} van {all} akkoord"),
        Language::English => format!("{agreed} of {all} agreed"),
    }
}

/// Says of somebody that it agrees, for who does not see the click.
pub(crate) fn agrees(who: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("{who} is akkoord"),
        Language::English => format!("{who} agrees"),
    }
}

/// Chooses a mode for a relation, for who does not see where the button stands.
pub(crate) fn choose_for(names: &str, mode: Mode, language: Language) -> String {
    format!("{}: {names}", mode.word(language))
}

/// Tells what rubs, as a question.
pub(crate) fn rubs(rub: Rub, language: Language) -> String {
    let text = match rub {
        Rub::Styles(Style::Finance, Style::Mediate) => Text::new(
            "Wie betaalt, bemiddelt niet vanzelf onpartijdig. Wie kan dat hier doen?",
            "Who pays does not mediate impartially as a matter of course. Who could do that here?",
        ),
        Rub::Styles(Style::Authority | Style::Regulate, Style::Mediate) => Text::new(
            "Wie beslist over regels en toestemming, staat niet vanzelf tussen partijen in. Wie bemiddelt?",
            "Who decides on rules and permission does not stand between parties as a matter of course. Who mediates?",
        ),
        Rub::Styles(Style::Authority | Style::Regulate, Style::Facilitate) => Text::new(
            "Wie helpt, beoordeelt straks ook. Is voor iedereen duidelijk wanneer welke pet op is?",
            "Who helps will also judge. Is it clear to all which hat is on when?",
        ),
        Rub::Styles(_, Style::LetGo) => Text::new(
            "Loslaten en toch de lijnen uitzetten: wat blijft er echt vrij?",
            "Letting go and still setting the lines: what is really left free?",
        ),
        Rub::Styles(..) => Text::new(
            "Gaan deze twee tegelijk, of na elkaar?",
            "Do these two go at once, or one after the other?",
        ),
        Rub::RegieAndBridge => Text::new(
            "Regie over dezelfde twee tussen wie u ook de brug bent. Wie kiest u te zijn, en wanneer?",
            "Directing the same two between whom you are the bridge. Which do you choose to be, and when?",
        ),
    };
    text.get(language).to_owned()
}

/// Names what rubs.
pub(crate) fn rub_name(rub: Rub, language: Language) -> String {
    match rub {
        Rub::Styles(one, other) => {
            let (one, other) = (one.word(language), other.word(language).to_lowercase());
            match language {
                Language::Dutch => format!("{one} en {other}"),
                Language::English => format!("{one} and {other}"),
            }
        }
        Rub::RegieAndBridge => Text::new("Regie en verbinden", "Directing and bridging")
            .get(language)
            .to_owned(),
    }
}
