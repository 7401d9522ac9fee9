//! Words that may tell of special personal data: a hint to think twice, never a verdict.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::person::folded_words;

/// A kind of data that the law guards more than others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Special {
    /// Health.
    Health,
    /// Race or ethnic origin.
    Origin,
    /// Religion or belief.
    Religion,
    /// Political opinions.
    Politics,
    /// Membership of a trade union.
    Union,
    /// Sexual orientation.
    Sexuality,
    /// Crimes and convictions.
    Crime,
    /// The citizen service number.
    Number,
}

/// The code of the hint among what a map silences.
pub const SILENCE: &str = "special-data";

const WORDS: &str = include_str!("../../assets/special-words.txt");

impl Special {
    fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "health" => Self::Health,
            "origin" => Self::Origin,
            "religion" => Self::Religion,
            "politics" => Self::Politics,
            "union" => Self::Union,
            "sexuality" => Self::Sexuality,
            "crime" => Self::Crime,
            "number" => Self::Number,
            _ => return None,
        })
    }
}

/// Gives each kind with the words as they are looked for: a space before, and one after unless any ending will do.
fn words() -> &'static [(Special, String)] {
    static ALL: OnceLock<Vec<(Special, String)>> = OnceLock::new();
    ALL.get_or_init(|| {
        WORDS
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| {
                let (code, word) = line.split_once(": ")?;
                let kind = Special::from_code(code)?;
                let wanted = match word.strip_suffix('*') {
                    Some(start) => folded_words(start).trim_end().to_owned(),
                    None => folded_words(word),
                };
                Some((kind, wanted))
            })
            .collect()
    })
}

type ByStart = BTreeMap<[u8; 2], Vec<&'static (Special, String)>>;

/// Gives the words by the two letters after their space: a large map has many texts and few of them begin so.
fn by_start() -> &'static ByStart {
    static ALL: OnceLock<ByStart> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all = ByStart::new();
        for entry in words() {
            if let [_, first, second, ..] = entry.1.as_bytes() {
                all.entry([*first, *second]).or_default().push(entry);
            }
        }
        all
    })
}

/// Gives the kinds of special data that a text may tell of.
pub fn special(text: &str) -> BTreeSet<Special> {
    if text.is_empty() {
        return BTreeSet::new();
    }
    let text = folded_words(text);
    let mut found = BTreeSet::new();
    for (at, _) in text.match_indices(' ') {
        let rest = text.get(at..).unwrap_or_default();
        let [_, first, second, ..] = rest.as_bytes() else {
            continue;
        };
        for (kind, word) in by_start().get(&[*first, *second]).into_iter().flatten() {
            if rest.starts_with(word.as_str()) {
                found.insert(*kind);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_where_it_stands_and_in_the_middle_of_a_text() {
        for (kind, word) in words() {
            assert!(word.starts_with(' ') && word.len() > 2, "{word:?}");
            for text in [word.clone(), format!("Zij zegt: {word}, en nog wat")] {
                assert!(special(&text).contains(kind), "{text}");
            }
        }
    }

    #[test]
    fn words_of_both_languages_are_noticed_and_common_ones_are_not() {
        assert!(words().len() > 80);
        let one = |text: &str| special(text).into_iter().collect::<Vec<_>>();
        assert_eq!(one("Zit met een Burn-out thuis"), [Special::Health]);
        assert_eq!(one("on sick leave since May"), [Special::Health]);
        assert_eq!(
            one("Is moslima en lid van de vakbond"),
            [Special::Religion, Special::Union]
        );
        assert_eq!(one("MOSLIM"), [Special::Religion]);
        assert_eq!(one("Lid van D66."), [Special::Politics]);
        assert_eq!(one("heeft een strafblad"), [Special::Crime]);
        for common in [
            "Ik denk dat de raad het plan wil",
            "Het ziekenhuis doet mee",
            "Heeft vertrouwen in de wethouder",
            "De politieke partij in de raad",
            "",
        ] {
            assert_eq!(one(common), [], "{common}");
        }
    }
}
