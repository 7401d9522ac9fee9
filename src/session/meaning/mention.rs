//! Finds a name or a value in somebody's words.

use crate::session::quick::fold;

/// Words that carry no meaning of their own in the name of a value.
const SMALL: [&str; 24] = [
    "aan", "als", "and", "bij", "dat", "de", "den", "der", "een", "en", "for", "het", "in", "met",
    "naar", "of", "om", "op", "te", "the", "to", "van", "voor", "with",
];
/// A word at least so long is also found in another form.
const INFLECTED: usize = 5;

fn tokens(text: &str) -> Vec<String> {
    fold(text)
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|token| !token.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Says whether a name stands in a text, word for word and whatever its capitals and accents.
pub fn mentions(text: &str, name: &str) -> bool {
    let (text, name) = (tokens(text), tokens(name));
    !name.is_empty() && text.windows(name.len()).any(|part| part == name)
}

/// Says whether a text speaks of a value: all words of its name that carry meaning stand in it, in whatever form.
pub fn speaks_of(text: &str, value: &str) -> bool {
    let text = tokens(text);
    let words: Vec<String> = tokens(value)
        .into_iter()
        .filter(|word| !SMALL.contains(&word.as_str()))
        .collect();
    let said = |word: &String| text.iter().any(|token| same_stem(token, word));
    !words.is_empty() && words.iter().all(said)
}

fn same_stem(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let n_letters = other.chars().count();
    if n_letters < INFLECTED {
        return false;
    }
    let stem: String = other.chars().take((n_letters - 2).max(INFLECTED)).collect();
    one.starts_with(&stem)
}
