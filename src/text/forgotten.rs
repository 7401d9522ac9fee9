//! Words of *Wie zijn we vergeten?*: five lists, arenas, levels, and answers nobody was asked for.

use super::Text;
use super::entering::trouble;
use super::looking::question;
use super::terms::Named as _;
use crate::model::Language;
use crate::session::forgotten::{Five, Labels, Prompt, Refusal};

/// The subject of the panel.
pub(crate) const TITLE: Text = Text::new("Wie zijn we vergeten?", "Who did we forget?");
/// What the panel is and is not.
pub(crate) const ABOUT: Text = Text::new(
    "Vragen om bij stil te staan. Niets hoeft. Wat hier niet speelt, zet u stil.",
    "Questions to pause at. Nothing is required. Silence what does not matter here.",
);
/// Closes the panel.
pub(crate) const CLOSE: Text = Text::new("Sluit deze vragen", "Close these questions");
/// Whether new names are not at the table yet.
pub(crate) const CANDIDATE: Text = Text::new(
    "Zet nieuwe namen grijs: nog niet aan tafel",
    "Make new names grey: not at the table yet",
);
/// How several names are typed.
pub(crate) const SEVERAL: Text = Text::new(
    "Meer namen? Zet er een puntkomma tussen.",
    "More names? Put a semicolon between them.",
);
/// The head of the arenas.
pub(crate) const ARENAS: Text = Text::new("Per arena", "By arena");
/// The head of the levels.
pub(crate) const LEVELS: Text = Text::new("Per niveau", "By level");
/// The head of the questions.
pub(crate) const ANSWERS: Text = Text::new("Nog niet gevraagd", "Not asked yet");
/// Asks all actors.
pub(crate) const ASK: Text = Text::new("Vraag nu", "Ask now");
/// Filters to whom was not asked.
pub(crate) const SHOW: Text = Text::new("Toon wie", "Show who");
/// Takes that filter off.
pub(crate) const SHOWN: Text = Text::new("Toon weer alles", "Show all again");
/// Nobody is in a list.
pub(crate) const NOBODY: Text = Text::new("Nog niemand", "Nobody yet");
/// Every arena has two or more.
pub(crate) const ARENAS_FULL: Text = Text::new(
    "In elke arena staan er twee of meer",
    "Every arena has two or more",
);
/// Every level has two or more.
pub(crate) const LEVELS_FULL: Text = Text::new(
    "Op elk niveau staan er twee of meer",
    "Every level has two or more",
);
/// Everybody was asked everything.
pub(crate) const ALL_ASKED: Text = Text::new(
    "Iedereen is alles gevraagd",
    "Everybody was asked everything",
);
/// There are no actors.
pub(crate) const NO_ACTORS: Text = Text::new(
    "Zodra er actoren staan, is hier te zien wat nog niet gevraagd is",
    "As soon as there are actors, this tells what was not asked yet",
);
/// Needs an issue first.
pub(crate) const NO_ISSUE: Text = Text::new(
    "Kies eerst waarover het gaat; de ronde vraagt ernaar",
    "First choose what it is about; the round asks for it",
);
/// The head of what was silenced.
pub(crate) const SILENCED: Text = Text::new("Stil gezet", "Silenced");
/// Brings everything back.
pub(crate) const ALL_BACK: Text = Text::new("Vraag alles weer", "Ask everything again");
/// All was so already.
pub(crate) const THERE: Text = Text::new("Staat hier al bij", "Is here already");

/// The labels by which an actor is in a list, the first in the language that is written.
pub(crate) const fn labels(language: Language) -> Labels<'static> {
    match language {
        Language::Dutch => Labels {
            helps: &["kan helpen", "can help"],
            knows: &["weet ervan", "knows about it"],
        },
        Language::English => Labels {
            helps: &["can help", "kan helpen"],
            knows: &["knows about it", "weet ervan"],
        },
    }
}

/// Asks for a list.
pub(crate) const fn asks(list: Five) -> Text {
    match list {
        Five::Decides => Text::new("Wie beslist?", "Who decides?"),
        Five::Affected => Text::new("Wie raakt het?", "Who is affected?"),
        Five::Helps => Text::new("Wie kan helpen?", "Who can help?"),
        Five::Blocks => Text::new("Wie kan het tegenhouden?", "Who can block it?"),
        Five::Knows => Text::new("Wie weet ervan?", "Who knows about it?"),
    }
}

/// Says from what a list is made, and what who is added gets.
pub(crate) const fn made_of(list: Five) -> Text {
    match list {
        Five::Decides => Text::new(
            "Staat bij meedoen op ‘beslist mee’. Wie u toevoegt ook, als gok.",
            "Has ‘decides along’ as participation. Who you add gets it too, as a guess.",
        ),
        Five::Affected => Text::new(
            "Betrokkenheid 4 of 5. Wie u toevoegt krijgt 4, als gok.",
            "Involvement 4 or 5. Who you add gets 4, as a guess.",
        ),
        Five::Helps => Text::new(
            "Heeft een talent, maakt een waarde, of draagt het label ‘kan helpen’.",
            "Has a talent, makes a value, or carries the label ‘can help’.",
        ),
        Five::Blocks => Text::new(
            "Invloed 4 of 5: kan het, wil het misschien niet. Wie u toevoegt krijgt 4, als gok.",
            "Power 4 or 5: could, and may not want to. Who you add gets 4, as a guess.",
        ),
        Five::Knows => Text::new(
            "Arena Kennis, of het label ‘weet ervan’: ook wie het meemaakt, weet.",
            "Arena Knowledge, or the label ‘knows about it’: who lives it knows too.",
        ),
    }
}

/// Asks for one more name in a list, arena or level.
pub(crate) fn one_more(prompt: Prompt, language: Language) -> String {
    match (prompt, language) {
        (Prompt::List(list), Language::Dutch) => {
            let who = match list {
                Five::Decides => "die beslist",
                Five::Affected => "die het raakt",
                Five::Helps => "die kan helpen",
                Five::Blocks => "die het kan tegenhouden",
                Five::Knows => "die ervan weet",
            };
            format!("Nog iemand {who}?")
        }
        (Prompt::List(list), Language::English) => {
            let who = match list {
                Five::Decides => "who decides",
                Five::Affected => "who is affected",
                Five::Helps => "who can help",
                Five::Blocks => "who can block it",
                Five::Knows => "who knows about it",
            };
            format!("Somebody else {who}?")
        }
        (Prompt::Arena(_) | Prompt::Level(_) | Prompt::Answers(_), Language::Dutch) => {
            format!("Wie van {}?", name(prompt, language))
        }
        (Prompt::Arena(_) | Prompt::Level(_) | Prompt::Answers(_), Language::English) => {
            format!("Who of {}?", name(prompt, language))
        }
    }
}

/// Names a prompt.
pub(crate) fn name(prompt: Prompt, language: Language) -> &'static str {
    match prompt {
        Prompt::List(list) => asks(list).get(language),
        Prompt::Arena(arena) => arena.word(language),
        Prompt::Level(level) => level.word(language),
        Prompt::Answers(about) => question(about).get(language),
    }
}

/// Names a prompt among others of all sorts.
pub(crate) fn full_name(prompt: Prompt, language: Language) -> String {
    let name = name(prompt, language);
    let sort = match prompt {
        Prompt::List(_) => return name.to_owned(),
        Prompt::Arena(_) => Text::new("arena", "arena"),
        Prompt::Level(_) => Text::new("niveau", "level"),
        Prompt::Answers(_) => Text::new("niet gevraagd", "not asked"),
    };
    format!("{name} · {}", sort.get(language))
}

/// Says who is alone in an arena or at a level.
pub(crate) fn only(who: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Alleen {who}"),
        Language::English => format!("Only {who}"),
    }
}

/// Silences a prompt.
pub(crate) fn silence(prompt: Prompt, language: Language) -> String {
    let name = full_name(prompt, language);
    match language {
        Language::Dutch => format!("Zet stil: {name}"),
        Language::English => format!("Silence: {name}"),
    }
}

/// Brings a prompt back.
pub(crate) fn back(prompt: Prompt, language: Language) -> String {
    let name = full_name(prompt, language);
    match language {
        Language::Dutch => format!("Vraag weer: {name}"),
        Language::English => format!("Ask again: {name}"),
    }
}

/// Asks a question to all.
pub(crate) fn ask_about(prompt: Prompt, language: Language) -> String {
    format!("{}: {}", name(prompt, language), ASK.get(language))
}

/// Shows of whom a question was not asked.
pub(crate) fn show_about(prompt: Prompt, shown: bool, language: Language) -> String {
    let text = if shown { SHOWN } else { SHOW };
    format!("{}: {}", name(prompt, language), text.get(language))
}

/// Counts of how many a question was not asked.
pub(crate) fn open_of(open: usize, all: usize, language: Language) -> String {
    match language {
        Language::Dutch => format!("{open} van {all}"),
        Language::English => format!("{open} of {all}"),
    }
}

/// Says of how many no level was filled in.
pub(crate) fn levels_open(open: usize, all: usize, language: Language) -> String {
    match language {
        Language::Dutch => format!("Van {open} van {all} actoren is het niveau niet ingevuld"),
        Language::English => format!("Of {open} of {all} actors the level is not filled in"),
    }
}

/// Says why a name cannot be added.
pub(crate) fn refused(refusal: &Refusal, who: &str, language: Language) -> String {
    match (refusal, language) {
        (Refusal::Line(found), _) => trouble(found, language),
        (Refusal::Answered(_), Language::Dutch) => {
            format!("{who} heeft al een ander antwoord. Wijzig dat bij {who} zelf.")
        }
        (Refusal::Answered(_), Language::English) => {
            format!("{who} has another answer already. Change it at {who}.")
        }
    }
}
