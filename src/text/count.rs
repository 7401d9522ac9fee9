//! Numbers of things, with the right plural.

use super::Text;
use crate::model::Language;

/// Gives a number with the word for one or for several.
pub(crate) fn of(n: usize, one: Text, several: Text, language: Language) -> String {
    let word = if n == 1 { one } else { several };
    format!("{n} {}", word.get(language))
}

/// Gives a number of actors.
pub(crate) fn actors(n: usize, language: Language) -> String {
    of(
        n,
        Text::new("actor", "actor"),
        Text::new("actoren", "actors"),
        language,
    )
}

/// Gives a number of relations.
pub(crate) fn relations(n: usize, language: Language) -> String {
    of(
        n,
        Text::new("relatie", "relation"),
        Text::new("relaties", "relations"),
        language,
    )
}

/// Gives a number of bridges.
pub(crate) fn bridges(n: usize, language: Language) -> String {
    of(
        n,
        Text::new("brug", "bridge"),
        Text::new("bruggen", "bridges"),
        language,
    )
}

/// Gives a number of rings.
pub(crate) fn rings(n: usize, language: Language) -> String {
    of(
        n,
        Text::new("kring", "ring"),
        Text::new("kringen", "rings"),
        language,
    )
}

/// Gives a number of things that are not all of one kind.
pub(crate) fn parts(n: usize, language: Language) -> String {
    of(
        n,
        Text::new("onderdeel", "part"),
        Text::new("onderdelen", "parts"),
        language,
    )
}

/// Gives a number of positions nobody asked for.
pub(crate) fn positions_not_asked(n: usize, language: Language) -> String {
    of(
        n,
        Text::new("positie niet gevraagd", "position not asked"),
        Text::new("posities niet gevraagd", "positions not asked"),
        language,
    )
}

/// Says how long ago a day was, in words.
pub(crate) fn days_ago(days: i32, language: Language) -> String {
    match (days, language) {
        (i32::MIN..=0, Language::Dutch) => "vandaag".to_owned(),
        (i32::MIN..=0, Language::English) => "today".to_owned(),
        (1, Language::Dutch) => "gisteren".to_owned(),
        (1, Language::English) => "yesterday".to_owned(),
        (2..=13, Language::Dutch) => format!("{days} dagen geleden"),
        (2..=13, Language::English) => format!("{days} days ago"),
        (14..=59, Language::Dutch) => format!("{} weken geleden", days / 7),
        (14..=59, Language::English) => format!("{} weeks ago", days / 7),
        (60.., Language::Dutch) => format!("{} maanden geleden", days / 30),
        (60.., Language::English) => format!("{} months ago", days / 30),
    }
}

/// Says how many more there are than fit.
pub(crate) fn more(n: usize, language: Language) -> String {
    match language {
        Language::Dutch => format!("en nog {n}"),
        Language::English => format!("and {n} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_singular_and_the_rest_plural() {
        for (n, nl, en) in [
            (0, "0 bruggen", "0 bridges"),
            (1, "1 brug", "1 bridge"),
            (2, "2 bruggen", "2 bridges"),
        ] {
            assert_eq!(bridges(n, Language::Dutch), nl);
            assert_eq!(bridges(n, Language::English), en);
        }
        assert_eq!(
            positions_not_asked(1, Language::Dutch),
            "1 positie niet gevraagd"
        );
        assert_eq!(actors(12, Language::Dutch), "12 actoren");
    }
}
