//! Rows of cells as a spreadsheet puts them on the clipboard.

/// Reads rows of cells: separated by tabs, else by semicolons where most lines have one; a cell in quotes may hold
/// tabs, lines and doubled quotes. Rows without a word are left out.
pub(super) fn cells(text: &str) -> Vec<Vec<String>> {
    let separator = separator(text);
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut letters = text.trim_start_matches('\u{feff}').chars().peekable();
    loop {
        let quoted = letters.peek() == Some(&'"');
        let (cell, end) = if quoted {
            quoted_cell(&mut letters, separator)
        } else {
            plain_cell(&mut letters, separator)
        };
        row.push(unguarded(&cell));
        if end == End::Cell {
            continue;
        }
        rows.push(std::mem::take(&mut row));
        if end == End::Text {
            break;
        }
    }
    rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    rows
}

/// Says whether a text is more than one cell.
pub(super) fn is_sheet(text: &str) -> bool {
    let text = text.trim_end_matches(['\n', '\r']);
    text.contains(['\t', '\n', '\r'])
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Cell,
    Row,
    Text,
}

type Letters<'a> = std::iter::Peekable<std::str::Chars<'a>>;

fn separator(text: &str) -> char {
    if text.contains('\t') {
        return '\t';
    }
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let (with, all) = lines.fold((0, 0), |(with, all), line| {
        (with + usize::from(line.contains(';')), all + 1)
    });
    if 2 * with > all { ';' } else { '\t' }
}

fn plain_cell(letters: &mut Letters<'_>, separator: char) -> (String, End) {
    let mut cell = String::new();
    loop {
        match letters.next() {
            None => return (cell, End::Text),
            Some('\r') => {
                letters.next_if_eq(&'\n');
                return (cell, End::Row);
            }
            Some('\n') => return (cell, End::Row),
            Some(letter) if letter == separator => return (cell, End::Cell),
            Some(letter) => cell.push(letter),
        }
    }
}

fn quoted_cell(letters: &mut Letters<'_>, separator: char) -> (String, End) {
    let start = letters.clone();
    letters.next();
    let mut cell = String::new();
    loop {
        match letters.next() {
            // A quote that is never closed is a word like any other.
            None => {
                *letters = start;
                return plain_cell(letters, separator);
            }
            Some('"') if letters.next_if_eq(&'"').is_some() => cell.push('"'),
            Some('"') => break,
            Some(letter) => cell.push(letter),
        }
    }
    let (rest, end) = plain_cell(letters, separator);
    cell.push_str(&rest);
    (cell, end)
}

/// Takes off the sign that keeps a spreadsheet from reading a word as a formula.
fn unguarded(cell: &str) -> String {
    let cell = cell.trim();
    let bare = cell
        .strip_prefix('\'')
        .filter(|rest| rest.starts_with(['=', '+', '-', '@', '\'', '\t', '\r']));
    bare.unwrap_or(cell).to_owned()
}
