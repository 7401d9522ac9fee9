//! Words of the bridge talk.

use super::super::Text;
use crate::model::{Language, Mode};

/// The title of the sheet.
pub(crate) const TALK: Text = Text::new("Brug bespreken", "Talk about a bridge");
/// What the sheet is for.
pub(crate) const TALK_WHY: Text = Text::new(
    "Eerst hun eigen woorden en wat ze delen, dan pas uw rol.",
    "First their own words and what they share, and only then your role.",
);
/// One of the two is not there any more.
pub(crate) const TALK_GONE: Text = Text::new(
    "Kies op de kaart twee actoren om een brug te bespreken.",
    "Choose two actors on the map to talk about a bridge.",
);
/// The head of the own words.
pub(crate) const OWN_WORDS: Text = Text::new("In eigen woorden", "In their own words");
/// The head of how they see it.
pub(crate) const SEES: Text = Text::new("Hoe zij het zien", "How they see it");
/// An arena that was not asked.
pub(crate) const ARENA_OPEN: Text = Text::new("arena nog niet gevraagd", "arena not asked yet");
/// How to read what is private.
pub(crate) const HOLD: Text = Text::new("houd ingedrukt om te lezen", "hold to read");
/// What private means.
pub(crate) const PRIVATE_MEANS: Text = Text::new(
    "Privé: niet op de muur, wel in dit bestand",
    "Private: not on the wall, but in this file",
);
/// The head of the shared value.
pub(crate) const SHARED: Text = Text::new("De waarde die ze delen", "The value they share");
/// No value is shared yet.
pub(crate) const SHARED_NONE: Text = Text::new(
    "Nog geen waarde die beiden noemen. Welke zou het kunnen zijn?",
    "No value that both name yet. Which could it be?",
);
/// The field for a new value.
pub(crate) const NEW_VALUE: Text = Text::new("Of typ een nieuwe waarde", "Or type a new value");
/// The question of likeness.
pub(crate) const LIKE: Text = Text::new("Gelijksoortig of ongelijksoortig?", "Like or unlike?");
/// Two arenas.
pub(crate) const LIKE_OTHER_ARENA: Text = Text::new(
    "Andere arena: over arena’s heen is het meestal verbinden. U weet of dat hier ook zo is.",
    "Another arena: across arenas it is mostly bridging. You know whether that holds here.",
);
/// One arena.
pub(crate) const LIKE_SAME_ARENA: Text = Text::new(
    "Zelfde arena: vaak gelijksoortig, en dan kan regie passen. U weet of dat hier ook zo is.",
    "The same arena: often alike, and then directing can fit. You know whether that holds here.",
);
/// One arena and one kind.
pub(crate) const LIKE_SAME_KIND: Text = Text::new(
    "Zelfde arena en zelfde soort: meestal gelijksoortig. U weet of dat hier ook zo is.",
    "The same arena and the same kind: mostly alike. You know whether that holds here.",
);
/// An arena is not known.
pub(crate) const LIKE_UNKNOWN: Text = Text::new(
    "De arena is nog niet van beiden bekend. Wat ziet u zelf?",
    "The arena of both is not known yet. What do you see yourself?",
);
/// The head of the role.
pub(crate) const ROLE: Text = Text::new("Welke rol kiest u?", "Which role do you choose?");
/// The head of the reason.
pub(crate) const REASON: Text = Text::new("Waarom deze rol?", "Why this role?");
/// The head of the alternative.
pub(crate) const ALTERNATIVE: Text =
    Text::new("Wat overwoog u nog meer?", "What else did you think of?");
/// The head of who agreed.
pub(crate) const AGREED: Text = Text::new("Wie is akkoord?", "Who agreed?");
/// Records the talk.
pub(crate) const RECORD: Text = Text::new("Leg vast", "Record");
/// What is missing to record a role.
pub(crate) const CHOOSE_ROLE: Text = Text::new(
    "Kies een rol om die vast te leggen",
    "Choose a role to record it",
);
/// There is no hoofdpersoon.
pub(crate) const CHOOSE_FOCAL: Text = Text::new(
    "Wie speelt de rol? Kies eerst de hoofdpersoon.",
    "Who plays the role? Choose the official in focus first.",
);
/// The field for a hoofdpersoon that is not on the map.
pub(crate) const NEW_FOCAL: Text = Text::new("Of typ een naam", "Or type a name");
/// Adds the hoofdpersoon.
pub(crate) const ADD_FOCAL: Text =
    Text::new("Dit is de hoofdpersoon", "This is the official in focus");
/// The role is between these two.
pub(crate) const SCOPE_PAIR: Text = Text::new("Alleen deze twee", "Only these two");
/// To whom the regie applies.
pub(crate) const SCOPE: Text = Text::new("Regie over wie?", "Directing whom?");
/// A role was recorded before.
pub(crate) const THERE: Text = Text::new(
    "Er is al een rol voor deze twee; wat u verandert komt ervoor in de plaats.",
    "There is a role for these two already; what you change replaces it.",
);

/// Says what a role asks, in one line.
pub(crate) fn mode_means(mode: Mode) -> Text {
    match mode {
        Mode::Verbinden => Text::new(
            "tussen ongelijksoortigen staan, zodat zij elkaar verstaan",
            "standing between unlike actors, so that they understand each other",
        ),
        Mode::Regie => Text::new(
            "gelijksoortigen samen één kant op laten werken",
            "having like actors work in one direction together",
        ),
        Mode::Coordinatie => Text::new(
            "tijd en informatie afstemmen, ieder houdt het eigen werk",
            "tuning time and information, while all keep their own work",
        ),
    }
}

/// Names the group as a scope.
pub(crate) fn scope_group(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("De groep {name}"),
        Language::English => format!("The group {name}"),
    }
}

/// Says who plays the role, and when it is recorded.
pub(crate) fn played_by(name: &str, date: &str) -> String {
    format!("{name} · {date}")
}

/// Writes a day.
pub(crate) fn date(date: jiff::civil::Date, language: Language) -> String {
    const MONTHS: [Text; 12] = [
        Text::new("januari", "January"),
        Text::new("februari", "February"),
        Text::new("maart", "March"),
        Text::new("april", "April"),
        Text::new("mei", "May"),
        Text::new("juni", "June"),
        Text::new("juli", "July"),
        Text::new("augustus", "August"),
        Text::new("september", "September"),
        Text::new("oktober", "October"),
        Text::new("november", "November"),
        Text::new("december", "December"),
    ];
    let month = usize::try_from(date.month() - 1)
        .ok()
        .and_then(|month| MONTHS.get(month));
    let month = month.map_or("", |month| month.get(language));
    format!("{} {month} {}", date.day(), date.year())
}

/// Labels a field of one of the two.
pub(crate) fn field_of(field: &str, name: &str) -> String {
    format!("{field} · {name}")
}

/// Tells how many private texts there are.
pub(crate) fn private_texts(count: usize, language: Language) -> String {
    match (language, count) {
        (Language::Dutch, 1) => "1 privé tekst".to_owned(),
        (Language::Dutch, _) => format!("{count} privé teksten"),
        (Language::English, 1) => "1 private text".to_owned(),
        (Language::English, _) => format!("{count} private texts"),
    }
}
