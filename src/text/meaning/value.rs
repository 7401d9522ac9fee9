//! Words of values: the matrix, who makes them, the why ladder, and who takes part by what leads.

use crate::model::{InterestKind, Language};
use crate::session::meaning::values::Cell;
use crate::text::Text;

words! {
    ABOUT: "Klik op een vakje: hoe zwaar weegt dit, en maakt de actor het al?", "Click a cell: how much does it weigh, and does the actor make it already?";
    NO_VALUES: "De kaart heeft nog geen waarden. Wat willen wij hier samen maken?", "The map has no values yet. What do we want to make here together?";
    NO_ACTORS: "Er zijn nog geen actoren", "There are no actors yet";
    NEW_VALUE: "Nieuwe waarde, Enter voegt toe", "New value, Enter adds";
    FROM_PROBLEM: "Begin bij het probleem", "Begin with the problem";
    /// The signs of the matrix.
    KEY_WEIGHT: "weegt 1 tot 3", "weighs 1 to 3";
    KEY_MAKES: "maakt dit al", "makes this already";
    KEY_STRAIN: "spanning", "tension";
    KEY_GUESS: "gok", "guess";
    KEYS: "Pijltjes lopen door de vakjes, 0 tot 3 weegt, M is maakt dit al", "Arrows walk the cells, 0 to 3 weighs, M is makes this already";
    WEIGHT: "Hoe zwaar weegt dit", "How much does this weigh";
    NOT_ASKED: "Niet gevraagd", "Not asked";
    WEIGHT_1: "1 een beetje", "1 a little";
    WEIGHT_2: "2 zwaar", "2 heavily";
    WEIGHT_3: "3 het zwaarst", "3 most";
    MAKES: "Maakt deze waarde al", "Makes this value already";
    REASON: "Waarom, in eigen woorden", "Why, in its own words";
    WHO_MAKES: "Wie maakt dit al?", "Who makes this already?";
    WHO_MAKES_ABOUT: "Namen, met een komma ertussen. Wie nog niet op de kaart staat, komt erop in grijs en telt nog niet mee.", "Names, with commas between. Who is not on the map yet comes on it in grey and does not count yet.";
    NOBODY_MAKES: "Nog niemand op de kaart maakt dit. Wie buiten de kaart wel?", "Nobody on the map makes this yet. Who outside it does?";
    CANDIDATES: "Nog niet aan tafel", "Not at the table yet";
    CONFIRM: "Aan tafel", "To the table";
    DROP: "Laat vallen", "Drop";
    CANDIDATE_ABOUT: "Staat in grijs op de kaart en telt niet mee in het advies", "Is on the map in grey and does not count in the advice";
    TENSION: "Spanning", "Tension";
    OVERLAP: "Overlap", "Overlap";
    /// The ladder.
    LADDER_ABOUT: "Vraag bij elk antwoord opnieuw waarom, tot er een waarde staat die mensen delen", "Ask why at every answer again, until there is a value that people share";
    OF: "Van wie", "Of whom";
    OF_MAP: "Van de kaart", "Of the map";
    PROBLEM: "Wat is het probleem?", "What is the problem?";
    WHY_FIRST: "Waarom is dat een probleem?", "Why is that a problem?";
    WHY_AGAIN: "Waarom is dat belangrijk?", "Why does that matter?";
    WORTH: "Wat is het waard: welke waarde staat hier op het spel?", "What is it worth: which value is at stake here?";
    WHY: "Waarom?", "Why?";
    TURN: "Zet om in waarden", "Turn into values";
    TURN_MISSING: "Nodig: een probleem en minstens één waarde", "Needed: a problem and at least one value";
    WANTED: "Wat wij willen realiseren", "What we want to realise";
    START_AGAIN: "Begin opnieuw", "Start again";
    TURNED: "Het probleem staat nu bij de waarden die erachter liggen", "The problem now stands with the values behind it";
    /// Problem map and value map.
    LEADS_ABOUT: "Wie staat op de kaart als het probleem leidt, en wie als de waarde leidt?", "Who is on the map when the problem leads, and who when the value leads?";
    PROBLEM_LEADS: "Als het probleem leidt", "When the problem leads";
    VALUE_LEADS: "Als de waarde leidt", "When the value leads";
    ONLY_PROBLEM: "Alleen bij het probleem", "Only with the problem";
    ONLY_VALUE: "Komt erbij door de waarde", "Comes in through the value";
    EITHER: "Bij allebei", "With both";
    NEITHER: "Bij geen van beide", "With neither";
    LEADS_HOW: "Het probleem brengt wie een positie of hoge prioriteit heeft bij het vraagstuk, of een standpunt als belang noemt. De waarde brengt wie een gewenste waarde zwaar weegt, al maakt of er een belang bij noemt.", "The problem brings in who has a position or high priority on the issue, or names a standpoint as interest. The value brings in who weighs a wanted value heavily, makes it already or names an interest in it.";
    NO_WANTED: "Er is nog geen waarde gekozen die wij willen realiseren", "No value that we want to realise has been chosen yet";
}

/// Names how deep a rung lies.
pub(crate) const fn depth(kind: InterestKind) -> Text {
    match kind {
        InterestKind::Position => Text::new("Standpunt", "Position"),
        InterestKind::Interest => Text::new("Belang", "Interest"),
        InterestKind::Drive => Text::new("Drijfveer", "Drive"),
        InterestKind::Value => Text::new("Waarde", "Value"),
    }
}

/// Gives the question of a rung.
pub(crate) const fn question(place: usize) -> Text {
    match place {
        0 => PROBLEM,
        1 => WHY_FIRST,
        _ => WHY_AGAIN,
    }
}

/// Names the field of a rung, the same question told apart by its number.
pub(crate) fn rung(place: usize, language: Language) -> String {
    let question = question(place).get(language);
    if place < 2 {
        question.to_owned()
    } else {
        format!("{question} ({})", place + 1)
    }
}

/// Tells a cell in words.
pub(crate) fn cell(actor: &str, value: &str, cell: Cell, language: Language) -> String {
    let mut parts = vec![match (language, cell.importance) {
        (Language::Dutch, None) => "niet gevraagd".to_owned(),
        (Language::Dutch, Some(weight)) => format!("weegt {weight}"),
        (Language::English, None) => "not asked".to_owned(),
        (Language::English, Some(weight)) => format!("weighs {weight}"),
    }];
    if cell.creates {
        parts.push(KEY_MAKES.get(language).to_owned());
    }
    if cell.strained {
        parts.push(KEY_STRAIN.get(language).to_owned());
    }
    if cell.guess {
        parts.push(KEY_GUESS.get(language).to_owned());
    }
    format!("{actor}, {value}: {}", parts.join(", "))
}

/// Says where a value strains.
pub(crate) fn strain(heavy: &str, light: &str, conflict: bool, language: Language) -> String {
    let told = match language {
        Language::Dutch => format!("weegt zwaar voor {heavy} en licht voor {light}"),
        Language::English => format!("weighs heavily for {heavy} and lightly for {light}"),
    };
    match (conflict, language) {
        (false, _) => told,
        (true, Language::Dutch) => format!("{told}; zij hebben al een conflict"),
        (true, Language::English) => format!("{told}; they are in conflict already"),
    }
}

/// Says how many weigh a value heavily, and in how many arenas.
pub(crate) fn overlap(n_weigh: usize, n_arenas: usize, language: Language) -> String {
    match (language, n_weigh) {
        (Language::Dutch, 0) => "Nog niemand weegt dit zwaar".to_owned(),
        (Language::Dutch, 1) => "1 actor weegt dit zwaar".to_owned(),
        (Language::Dutch, _) if n_arenas > 1 => {
            format!("{n_weigh} actoren in {n_arenas} arena’s wegen dit zwaar")
        }
        (Language::Dutch, _) => format!("{n_weigh} actoren in één arena wegen dit zwaar"),
        (Language::English, 0) => "Nobody weighs this heavily yet".to_owned(),
        (Language::English, 1) => "1 actor weighs this heavily".to_owned(),
        (Language::English, _) if n_arenas > 1 => {
            format!("{n_weigh} actors in {n_arenas} arenas weigh this heavily")
        }
        (Language::English, _) => format!("{n_weigh} actors in one arena weigh this heavily"),
    }
}

/// Says who makes a value.
pub(crate) fn makers(names: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Maken dit al: {names}"),
        Language::English => format!("Make this already: {names}"),
    }
}

/// Names the field for who makes a value.
pub(crate) fn who_makes(value: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Wie maakt ‘{value}’ al?"),
        Language::English => format!("Who makes ‘{value}’ already?"),
    }
}

/// Names a choice about one actor.
pub(crate) fn of(choice: &str, name: &str) -> String {
    format!("{choice}: {name}")
}

/// Tells the difference between the two maps.
pub(crate) fn difference(more: usize, less: usize, both: usize, language: Language) -> String {
    match language {
        Language::Dutch => {
            let more = match more {
                0 => "komt er niemand bij".to_owned(),
                1 => "komt er 1 actor bij".to_owned(),
                _ => format!("komen er {more} actoren bij"),
            };
            let less = match less {
                0 => "valt er niemand weg".to_owned(),
                1 => "valt er 1 weg".to_owned(),
                _ => format!("vallen er {less} weg"),
            };
            format!("Als de waarde leidt, {more} en {less}; {both} staan er hoe dan ook.")
        }
        Language::English => {
            let more = match more {
                0 => "nobody comes in".to_owned(),
                1 => "1 actor comes in".to_owned(),
                _ => format!("{more} actors come in"),
            };
            let less = match less {
                0 => "nobody drops out".to_owned(),
                1 => "1 drops out".to_owned(),
                _ => format!("{less} drop out"),
            };
            format!("When the value leads, {more} and {less}; {both} are there either way.")
        }
    }
}
