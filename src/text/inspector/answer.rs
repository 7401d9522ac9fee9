//! Words around an answer: scores, voices, certainty, what is private.

use crate::model::Language;
use crate::text::Text;

words! {
    NOT_ASKED: "niet gevraagd", "not asked";
    NONE: "gevraagd, er is er geen", "asked, there is none";
    NOT_ASKED_CHOICE: "Niet gevraagd", "Not asked";
    NONE_CHOICE: "Gevraagd, geen", "Asked, none";
    CLEAR: "Wissen", "Clear";
    SOURCE: "Bron", "Source";
    DATE: "Datum", "Date";
    PRIVATE: "Privé", "Private";
    VOICES: "Stemmen in de zaal", "Voices in the room";
    HOLD: "houd ingedrukt om te lezen", "hold to read";
    PRIVATE_TRUTH: "Privé: niet op de muur, wel in dit bestand", "Private: not on the wall, but in this file";
    EDIT: "Bewerk", "Edit";
    COVER: "Dek weer af", "Cover again";
    CONCEALED: "afgedekt · klik om te bewerken", "covered · click to edit";
    WRITE: "Schrijf hier", "Write here";
    ADD: "Voeg toe", "Add";
    REMOVE: "Verwijder", "Remove";
    NOTHING: "geen", "none";
    SEARCH: "Zoek", "Search";
    SEARCH_OR_TYPE: "Zoek of typ een eigen naam", "Search or type a name of your own";
}

/// Gives a score as it is written: with a sign on a scale that runs through zero.
pub(crate) fn score(number: i8, signed: bool) -> String {
    if number < 0 {
        format!("−{}", number.unsigned_abs())
    } else if signed && number > 0 {
        format!("+{number}")
    } else {
        number.to_string()
    }
}

/// Says what the voices hold, those of the most first; nothing where there are none.
pub(crate) fn voices(voices: &[i8], signed: bool, language: Language) -> Option<String> {
    let mut counts: Vec<(i8, usize)> = Vec::new();
    for voice in voices {
        match counts.iter_mut().find(|(value, _)| value == voice) {
            Some((_, count)) => *count += 1,
            None => counts.push((*voice, 1)),
        }
    }
    let most = *counts
        .iter()
        .max_by_key(|(value, count)| (*count, *value))?;
    let mut rest: Vec<i8> = counts.iter().map(|(value, _)| *value).collect();
    rest.retain(|value| *value != most.0);
    rest.sort_unstable();
    let n_rest = voices.len() - most.1;
    let first = sees(most.1, &score(most.0, signed), language);
    if rest.is_empty() {
        return Some(first);
    }
    let or = match language {
        Language::Dutch => " of ",
        Language::English => " or ",
    };
    let others: Vec<String> = rest.iter().map(|value| score(*value, signed)).collect();
    let second = sees(n_rest, &others.join(or), language);
    Some(match language {
        Language::Dutch => format!("oneens: {first}, {second}"),
        Language::English => format!("divided: {first}, {second}"),
    })
}

fn sees(count: usize, what: &str, language: Language) -> String {
    match (language, count) {
        (Language::Dutch, 1) => format!("1 ziet {what}"),
        (Language::Dutch, _) => format!("{count} zien {what}"),
        (Language::English, 1) => format!("1 sees {what}"),
        (Language::English, _) => format!("{count} see {what}"),
    }
}

/// Says where an answer comes from.
pub(crate) fn source(source: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("bron: {source}"),
        Language::English => format!("source: {source}"),
    }
}

/// Names the button with the rest of an answer.
pub(crate) fn more(label: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Meer over {}", lower(label)),
        Language::English => format!("More about {}", lower(label)),
    }
}

/// Names the field in which voices are typed.
pub(crate) fn voices_of(label: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Stemmen voor {}", lower(label)),
        Language::English => format!("Voices for {}", lower(label)),
    }
}

/// Says what can be typed as voices.
pub(crate) fn bad_voices(low: i8, high: i8, language: Language) -> String {
    let (low, high) = (score(low, false), score(high, false));
    match language {
        Language::Dutch => {
            format!("Typ gehele getallen van {low} tot {high}, met spaties ertussen")
        }
        Language::English => {
            format!("Type whole numbers from {low} to {high}, with spaces between them")
        }
    }
}

/// Names the lock of a text that is private.
pub(crate) fn make_open(label: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("{label}: maak openbaar"),
        Language::English => format!("{label}: make open"),
    }
}

/// Names the lock of a text that is open.
pub(crate) fn make_private(label: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("{label}: maak privé"),
        Language::English => format!("{label}: make private"),
    }
}

/// Gives yes or no.
pub(crate) const fn yes_no(yes: bool) -> Text {
    if yes {
        Text::new("Ja", "Yes")
    } else {
        Text::new("Nee", "No")
    }
}

/// Offers to add a name that is not in a list.
pub(crate) fn add_own(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Voeg ‘{name}’ toe"),
        Language::English => format!("Add ‘{name}’"),
    }
}

/// Says how many parts are filled in.
pub(crate) fn filled(count: usize, language: Language) -> String {
    match (language, count) {
        (Language::Dutch, 0) => "nog leeg".to_owned(),
        (Language::English, 0) => "still empty".to_owned(),
        (Language::Dutch, _) => format!("{count} ingevuld"),
        (Language::English, _) => format!("{count} filled in"),
    }
}

/// Gives a word as it stands within a sentence.
pub(crate) fn lower(word: &str) -> String {
    let mut letters = word.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn voices_that_differ_are_told_with_the_most_first() {
        let many = [1, 2, 2, 2, 3];
        assert_eq!(
            voices(&many, true, Language::Dutch).as_deref(),
            Some("oneens: 3 zien +2, 2 zien +1 of +3")
        );
        assert_eq!(
            voices(&[-1, 2, 3, 3], true, Language::English).as_deref(),
            Some("divided: 2 see +3, 2 see −1 or +2")
        );
    }

    #[test]
    fn voices_that_agree_are_no_disagreement() {
        assert_eq!(voices(&[], true, Language::Dutch), None);
        assert_eq!(
            voices(&[2, 2], true, Language::Dutch).as_deref(),
            Some("2 zien +2")
        );
    }
}
