//! Weaves two changed versions of a text word by word, as diff3 does (Khanna, Kunal and Pierce 2007).

use std::ops::Range;

/// Most pairs of words that are compared; a larger difference counts as one replaced piece.
const PAIRS: usize = 1_000_000;

/// Gives the text with the changes of both sides; `None` where they touch the same words.
pub(super) fn weave(base: &str, mine: &str, theirs: &str) -> Option<String> {
    let (base, mine, theirs) = (words(base), words(mine), words(theirs));
    let mut ours = pieces(&base, &mine).into_iter().peekable();
    let mut others = pieces(&base, &theirs).into_iter().peekable();
    let mut woven = String::new();
    let mut done = 0;
    loop {
        let next = match (ours.peek(), others.peek()) {
            (Some(one), Some(other)) if one.touches(other) => {
                // The same change on both sides is taken once.
                if one.base != other.base
                    || mine.get(one.side.clone()) != theirs.get(other.side.clone())
                {
                    return None;
                }
                others.next();
                ours.next().map(|piece| (piece, &mine))
            }
            (Some(one), Some(other)) if other.base.start < one.base.start => {
                others.next().map(|piece| (piece, &theirs))
            }
            (Some(_), _) => ours.next().map(|piece| (piece, &mine)),
            (None, _) => others.next().map(|piece| (piece, &theirs)),
        };
        let Some((piece, side)) = next else {
            break;
        };
        woven.extend(base.get(done..piece.base.start)?.iter().copied());
        woven.extend(side.get(piece.side.clone())?.iter().copied());
        done = piece.base.end;
    }
    woven.extend(base.get(done..)?.iter().copied());
    Some(woven)
}

/// Says how alike two texts are: the share of words they have in common, 0 to 1.
pub(super) fn likeness(one: &str, other: &str) -> f64 {
    let bare = |text: &str| {
        let mut found: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        found.sort_unstable();
        found
    };
    let (one, other) = (bare(one), bare(other));
    let all = one.len() + other.len();
    if all == 0 {
        return 1.0;
    }
    let mut left = other.iter().peekable();
    let mut common = 0_u32;
    for word in &one {
        while left.peek().is_some_and(|candidate| *candidate < word) {
            left.next();
        }
        if left.peek() == Some(&word) {
            left.next();
            common += 1;
        }
    }
    let all = u32::try_from(all).unwrap_or(u32::MAX);
    2.0 * f64::from(common) / f64::from(all)
}

/// Cuts a text into words, each with the white space after it.
fn words(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut in_space = false;
    for (place, letter) in text.char_indices() {
        if in_space && !letter.is_whitespace() {
            found.extend(text.get(start..place));
            start = place;
        }
        in_space = letter.is_whitespace();
    }
    if start < text.len() {
        found.extend(text.get(start..));
    }
    found
}

/// A run of words of the base and what a side has in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    base: Range<usize>,
    side: Range<usize>,
}

impl Piece {
    /// Says whether two changes overlap or lie next to each other.
    fn touches(&self, other: &Self) -> bool {
        self.base.start <= other.base.end && other.base.start <= self.base.end
    }
}

/// Lists the replaced runs of words, in their order.
fn pieces(base: &[&str], side: &[&str]) -> Vec<Piece> {
    let shorter = base.len().min(side.len());
    let head = (0..shorter)
        .take_while(|place| base.get(*place) == side.get(*place))
        .count();
    let tail = (0..shorter - head)
        .take_while(|place| base.get(base.len() - 1 - place) == side.get(side.len() - 1 - place))
        .count();
    let (base_end, side_end) = (base.len() - tail, side.len() - tail);
    let middle = |words: &[&str], end: usize| -> Vec<String> {
        words
            .get(head..end)
            .unwrap_or_default()
            .iter()
            .map(|word| (*word).to_owned())
            .collect()
    };
    let (old, new) = (middle(base, base_end), middle(side, side_end));
    if old.is_empty() && new.is_empty() {
        return Vec::new();
    }
    if old.len().saturating_mul(new.len()) > PAIRS {
        return vec![Piece {
            base: head..base_end,
            side: head..side_end,
        }];
    }
    between(&common(&old, &new), old.len(), new.len())
        .into_iter()
        .map(|piece| Piece {
            base: piece.base.start + head..piece.base.end + head,
            side: piece.side.start + head..piece.side.end + head,
        })
        .collect()
}

/// Gives the runs between pairs that are equal.
fn between(pairs: &[(usize, usize)], old: usize, new: usize) -> Vec<Piece> {
    let mut found = Vec::new();
    let (mut old_done, mut new_done) = (0, 0);
    for (in_old, in_new) in pairs.iter().copied().chain([(old, new)]) {
        if in_old > old_done || in_new > new_done {
            found.push(Piece {
                base: old_done..in_old,
                side: new_done..in_new,
            });
        }
        (old_done, new_done) = (in_old + 1, in_new + 1);
    }
    found
}

/// Gives the pairs of a longest common sequence.
pub(super) fn common<T: PartialEq>(old: &[T], new: &[T]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    let mut lengths = vec![0_u32; (old.len() + 1) * width];
    let at = |lengths: &[u32], row: usize, column: usize| {
        lengths.get(row * width + column).copied().unwrap_or(0)
    };
    for (row, one) in old.iter().enumerate().rev() {
        for (column, other) in new.iter().enumerate().rev() {
            let length = if one == other {
                at(&lengths, row + 1, column + 1) + 1
            } else {
                at(&lengths, row + 1, column).max(at(&lengths, row, column + 1))
            };
            if let Some(slot) = lengths.get_mut(row * width + column) {
                *slot = length;
            }
        }
    }
    let mut pairs = Vec::new();
    let (mut row, mut column) = (0, 0);
    while let (Some(one), Some(other)) = (old.get(row), new.get(column)) {
        if one == other {
            pairs.push((row, column));
            (row, column) = (row + 1, column + 1);
        } else if at(&lengths, row + 1, column) >= at(&lengths, row, column + 1) {
            row += 1;
        } else {
            column += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_of_different_words_are_woven_and_of_the_same_words_are_not() {
        let base = "Wil snel bouwen op het veld achter de kerk.";
        let mine = "Wil niet snel bouwen op het veld achter de kerk.";
        let theirs = "Wil snel bouwen op het veld achter de oude kerk.";
        assert_eq!(
            weave(base, mine, theirs).as_deref(),
            Some("Wil niet snel bouwen op het veld achter de oude kerk.")
        );
        assert_eq!(
            weave(
                base,
                mine,
                "Wil liever snel bouwen op het veld achter de kerk."
            ),
            None
        );
        assert_eq!(weave(base, base, theirs).as_deref(), Some(theirs));
        assert_eq!(weave(base, theirs, theirs).as_deref(), Some(theirs));
    }

    #[test]
    fn a_text_is_cut_into_words_without_losing_a_letter() {
        for text in ["", " ", "een", "  een  twee\n\ndrie ", "één—twee"] {
            assert_eq!(words(text).concat(), text);
        }
    }

    #[test]
    fn texts_of_the_same_words_are_alike() {
        assert!((likeness("Wil snel bouwen", "wil bouwen snel") - 1.0).abs() < 1e-9);
        assert!(likeness("Wil snel bouwen", "Wil langzaam bouwen") > 0.6);
        assert!(likeness("Parkeren", "Groen") < 0.1);
    }
}
