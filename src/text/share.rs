//! Sentences about copies that leave, and about sealed maps.

use super::Text;
use super::terms::Named as _;
use crate::model::Language;
use crate::share::{Named, Part, Redacted};
use crate::storage::{SealError, UnsealError};

/// Said of a sealed map by a command that cannot read it.
pub(crate) const SEALED: Text = Text::new(
    "deze kaart is met een wachtwoord verzegeld. Open haar met: krachtenveld unseal IN -o UIT",
    "this map is sealed with a passphrase. Open it with: krachtenveld unseal IN -o OUT",
);
/// Asks for a passphrase.
pub(crate) const ASK: Text = Text::new(
    "Wachtwoord (zichtbaar tijdens het typen):",
    "Passphrase (visible while typing):",
);
/// Said of an empty passphrase.
pub(crate) const EMPTY: Text = Text::new("Het wachtwoord is leeg.", "The passphrase is empty.");
/// Said of a passphrase that is guessed too soon.
pub(crate) const WEAK: Text = Text::new(
    "Dit wachtwoord is snel te raden. Neem er een van zes losse woorden.",
    "This passphrase is soon guessed. Take one of six separate words.",
);
/// Said of a sealed copy.
pub(crate) const OTHER_WAY: Text = Text::new(
    "Geef het wachtwoord langs een andere weg door, zoals de telefoon.",
    "Pass the passphrase on by another way, such as the telephone.",
);
/// Said of a copy without names.
pub(crate) const RECOGNISABLE: Text = Text::new(
    "Let op: een kleine kaart blijft herkenbaar aan wie met wie verbonden is.",
    "Note: a small map stays recognisable by who is tied to whom.",
);
/// Said where the key is kept.
pub(crate) const KEY_KEPT: Text = Text::new(
    "Wie wie is, staat alleen in uw eigen kaart",
    "Who is who stands in your own map alone",
);
/// Said where the key could not be kept.
pub(crate) const KEY_LOST: Text = Text::new(
    "De kopie is er, maar wie wie is kon niet in uw eigen kaart worden bewaard.",
    "The copy was made, but who is who could not be kept in your own map.",
);

/// Gives the word for something with a made-up name.
pub(crate) fn named(named: Named, language: Language) -> String {
    let text = match named {
        Named::Actor(Some(kind), _) => kind.text(),
        Named::Actor(None, Some(_) | None) => Text::new("Actor", "Actor"),
        Named::Group => Text::new("Groep", "Group"),
        Named::Moment => Text::new("Moment", "Moment"),
        Named::Scene => Text::new("Dia", "Slide"),
    };
    text.get(language).to_owned()
}

/// Says what stayed behind, with counts.
pub(crate) fn stayed(redacted: &Redacted, language: Language) -> String {
    let parts: Vec<String> = redacted
        .gone
        .iter()
        .map(|(part, count)| format!("{} ({count})", self::part(*part).get(language)))
        .collect();
    match (parts.is_empty(), language) {
        (true, Language::Dutch) => "Er is niets achtergebleven.".to_owned(),
        (true, Language::English) => "Nothing stayed behind.".to_owned(),
        (false, Language::Dutch) => format!("Achtergebleven: {}", parts.join(", ")),
        (false, Language::English) => format!("Stayed behind: {}", parts.join(", ")),
    }
}

/// Names what stays behind.
pub(super) fn part(part: Part) -> Text {
    match part {
        Part::PrivateTexts => Text::new("privéteksten", "private texts"),
        Part::PrivateAnswers => Text::new("privéantwoorden", "private answers"),
        Part::HiddenInterests => Text::new("verborgen belangen", "hidden interests"),
        Part::Sensitivities => Text::new("gevoeligheden", "sensitivities"),
        Part::PresenterNotes => {
            Text::new("notities voor wie presenteert", "notes for the presenter")
        }
        Part::Names => Text::new("namen van actoren", "names of actors"),
        Part::FreeTexts => Text::new("vrije teksten", "free texts"),
        Part::Sources => Text::new("bronnen", "sources"),
        Part::Answers => Text::new("antwoorden en oordelen", "answers and judgements"),
        Part::Entities => Text::new(
            "vraagstukken, waarden, rollen en ander werk",
            "issues, values, roles and other work",
        ),
        Part::Moments => Text::new("momenten en dia’s", "moments and slides"),
        Part::Lenses => Text::new("eigen brillen", "own lenses"),
        Part::Meta => Text::new("gegevens over het bewaren", "what is said of keeping"),
        Part::Choices => Text::new("keuzes tijdens het werk", "choices while working"),
        Part::Key => Text::new(
            "namen in de sleutel van een eerdere kopie",
            "names in the key of an earlier copy",
        ),
        Part::Unknown => Text::new(
            "onderdelen die deze versie niet kent",
            "parts that this version does not know",
        ),
        Part::Alternatives => Text::new("onbesliste botsingen", "unsettled clashes"),
    }
}

/// Says that a copy was made.
pub(crate) fn copied(path: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("{path} is een kopie om te versturen"),
        Language::English => format!("{path} is a copy to send"),
    }
}

/// Says that a map was opened.
pub(crate) fn unsealed(path: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("{path} is geopend en staat nu zonder wachtwoord op de schijf"),
        Language::English => {
            format!("{path} was opened and now stands on the disk without a passphrase")
        }
    }
}

/// Says why a copy was not sealed.
pub(crate) fn seal(error: &SealError, language: Language) -> &'static str {
    match error {
        SealError::Cancelled => Text::new("Het verzegelen is gestopt.", "Sealing was stopped."),
        SealError::Failed(_) => Text::new(
            "De kopie kon niet worden verzegeld; er is niets geschreven.",
            "The copy could not be sealed; nothing was written.",
        ),
    }
    .get(language)
}

/// Says why a sealed map was not opened.
pub(crate) fn unseal(error: &UnsealError, language: Language) -> String {
    match error {
        UnsealError::Cancelled => {
            Text::new("Het openen is gestopt.", "Opening was stopped.").get(language).to_owned()
        }
        UnsealError::NotSealed => Text::new(
            "Dit bestand is niet verzegeld; het opent zonder wachtwoord.",
            "This file is not sealed; it opens without a passphrase.",
        )
        .get(language)
        .to_owned(),
        UnsealError::NoPassphrase => Text::new(
            "Dit bestand is voor een sleutel verzegeld en opent niet met een wachtwoord. Vraag om een kopie met een wachtwoord.",
            "This file is sealed for a key and does not open with a passphrase. Ask for a copy with a passphrase.",
        )
        .get(language)
        .to_owned(),
        UnsealError::WrongPassphrase => Text::new(
            "Het wachtwoord past niet. Let op streepjes en hoofdletters.",
            "The passphrase does not fit. Mind hyphens and capitals.",
        )
        .get(language)
        .to_owned(),
        UnsealError::Damaged => Text::new(
            "Het verzegelde bestand is beschadigd of niet compleet; met geen enkel wachtwoord opent het. Vraag om een nieuwe kopie.",
            "The sealed file is damaged or cut short; no passphrase opens it. Ask for another copy.",
        )
        .get(language)
        .to_owned(),
        UnsealError::TooMuchWork { found, limit } => match language {
            Language::Dutch => format!(
                "Openen vraagt te veel van deze computer: werkfactor {found}, hooguit {limit}. Een gewone kopie vraagt dit niet."
            ),
            Language::English => format!(
                "Opening asks too much of this computer: work factor {found}, at most {limit}. A common copy does not ask this."
            ),
        },
        UnsealError::TooBig { limit } => {
            let megabytes = limit / (1024 * 1024);
            match language {
                Language::Dutch => format!("Hier komt meer uit dan er in een kaart past: hooguit {megabytes} MB."),
                Language::English => format!("More comes out than a map holds: at most {megabytes} MB."),
            }
        }
        UnsealError::UnknownWay => Text::new(
            "Dit bestand is verzegeld op een manier die deze versie niet kent.",
            "This file is sealed in a way that this version does not know.",
        )
        .get(language)
        .to_owned(),
    }
}
