//! Finding by parts of words, whatever the accents, capitals or order.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// Something to look for, in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Query {
    words: Vec<String>,
}

impl Query {
    /// Reads what was typed.
    pub(super) fn new(typed: &str) -> Self {
        let words = fold(typed);
        Self {
            words: words.split_whitespace().map(str::to_owned).collect(),
        }
    }

    /// Says whether nothing is looked for.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Gives how well a name, or the further words for it, fits; `None` when a word fits nowhere.
    pub(super) fn fits(&self, name: &str, further: &[&str]) -> Option<i32> {
        let name_folded = fold(name);
        let further: Vec<String> = further.iter().map(|text| fold(text)).collect();
        let mut total = 0;
        for word in &self.words {
            let in_name = fit(word, &name_folded, true);
            let beside = further
                .iter()
                .filter_map(|text| fit(word, text, false))
                .max()
                .map(|score| score / 2);
            total += in_name.max(beside)?;
        }
        let length = i32::try_from(name_folded.chars().count()).unwrap_or(i32::MAX);
        Some(total * 4 - length.min(60))
    }
}

/// Gives how well a word fits a text: at its start, at the start of a word, inside, or letter by letter.
fn fit(word: &str, text: &str, by_letters: bool) -> Option<i32> {
    if text.starts_with(word) {
        return Some(100);
    }
    let starts = |part: &str| part.starts_with(word);
    if text
        .split(|letter: char| !letter.is_alphanumeric())
        .any(starts)
    {
        return Some(80);
    }
    if text.contains(word) {
        return Some(50);
    }
    if by_letters && word.chars().count() >= 3 {
        return letters_in_order(word, text);
    }
    None
}

/// Gives how well the letters of a word follow each other in a text, when they lie close enough.
fn letters_in_order(word: &str, text: &str) -> Option<i32> {
    let mut places = Vec::new();
    let mut letters = text.chars().enumerate();
    for letter in word.chars() {
        let (place, _) = letters.find(|(_, other)| *other == letter)?;
        places.push(place);
    }
    let spread = places.last()? - places.first()? + 1;
    let spare = spread.saturating_sub(places.len());
    (spare <= 2 * places.len()).then(|| 30 - i32::try_from(spare).unwrap_or(30).min(25))
}

/// Gives a text in small letters without accents.
fn fold(text: &str) -> String {
    text.nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, name: &str, found: bool) {
        assert_eq!(
            Query::new(typed).fits(name, &[]).is_some(),
            found,
            "{typed} in {name}"
        );
    }

    #[test]
    fn parts_of_words_are_found_without_accents_and_in_any_order() {
        check("reunie", "Wijkréünie", true);
        check("COOP", "Coöperatie Zuid", true);
        check("zuid coo", "Coöperatie Zuid", true);
        check("wthd", "Wethouder", true);
        check("zuid noord", "Coöperatie Zuid", false);
        check("xyz", "Wethouder", false);
    }

    #[test]
    fn the_start_of_a_name_goes_before_the_middle_of_one() {
        let query = Query::new("wijk");
        assert!(query.fits("Wijkmanager", &[]) > query.fits("Bewonerswijk", &[]));
        assert!(query.fits("Wijkmanager", &[]) > query.fits("Manager", &["wijk"]));
    }
}
