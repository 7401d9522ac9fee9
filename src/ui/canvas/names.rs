//! How a name is broken over the lines of a label.

use unicode_segmentation::UnicodeSegmentation as _;

/// How many lines a label has at most.
pub(crate) const LINES: usize = 3;

/// Breaks a text over at most `n_lines` lines of about `letters` letters; what is left becomes an ellipsis.
pub(crate) fn wrap(name: &str, letters: usize, n_lines: usize) -> String {
    let letters = letters.max(4);
    let mut lines: Vec<String> = Vec::new();
    let mut count = 0;
    for piece in pieces(name, letters, n_lines * letters) {
        let length = piece.graphemes(true).count();
        match lines.last_mut() {
            Some(line) if count + 1 + length <= letters => {
                line.push(' ');
                line.push_str(piece);
                count += 1 + length;
            }
            Some(_) | None => {
                if lines.len() >= n_lines {
                    elide(&mut lines, letters);
                    break;
                }
                lines.push(piece.to_owned());
                count = length;
            }
        }
    }
    lines.join("\n")
}

/// Gives the words of a name; one that is far too long in pieces.
fn pieces(name: &str, letters: usize, most: usize) -> Vec<&str> {
    let longest = letters + letters / 3;
    let mut pieces = Vec::new();
    for mut word in name.split_whitespace() {
        while word.graphemes(true).nth(longest).is_some() {
            let cut = word
                .grapheme_indices(true)
                .nth(letters)
                .map_or(word.len(), |(index, _)| index);
            let (head, tail) = word.split_at(cut);
            pieces.push(head);
            word = tail;
            if pieces.len() > most {
                return pieces;
            }
        }
        pieces.push(word);
    }
    pieces
}

fn elide(lines: &mut [String], letters: usize) {
    if let Some(last) = lines.last_mut() {
        let kept: String = last
            .graphemes(true)
            .take(letters.saturating_sub(1))
            .collect();
        *last = format!("{}…", kept.trim_end());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_stays_on_one_line() {
        assert_eq!(wrap("Wethouder Sociaal", 18, LINES), "Wethouder Sociaal");
        assert_eq!(
            wrap("Welzijnsorganisatie", 18, LINES),
            "Welzijnsorganisatie"
        );
    }

    #[test]
    fn a_long_name_gets_three_lines_and_an_ellipsis() {
        let wrapped = wrap(&"woord ".repeat(90), 18, LINES);
        assert_eq!(wrapped.lines().count(), 3);
        assert!(wrapped.ends_with('…'), "{wrapped}");
        assert!(wrap(&"x".repeat(500), 18, LINES).ends_with('…'));
    }

    #[test]
    fn a_letter_of_several_marks_is_never_cut() {
        let family = "👨‍👩‍👧‍👦".repeat(60);
        for line in wrap(&family, 18, LINES).trim_end_matches('…').lines() {
            assert_eq!(line.len() % "👨‍👩‍👧‍👦".len(), 0);
        }
    }
}
