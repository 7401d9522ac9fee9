//! Prints a tree: the same value gives the same bytes on every system and in every version.

use std::fmt::Write as _;

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use super::tree::{Fields, Tree};

/// Most characters of a line that holds more than one field.
const WIDTH: usize = 100;

/// Gives the text of a value at the outer left, with a line end.
pub(crate) fn print(tree: &Tree<'_>) -> String {
    let mut text = print_value(tree, 0);
    text.push('\n');
    text
}

/// Gives the text of a value whose first line stands elsewhere and whose other lines are indented.
pub(crate) fn print_value(tree: &Tree<'_>, depth: usize) -> String {
    let mut printer = Printer {
        out: String::new(),
        line_start: 0,
    };
    printer.out.push_str(&" ".repeat(depth * 4));
    let head = printer.out.len();
    printer.value(tree, depth, 0);
    printer.out.split_off(head)
}

/// What is printed and where its last line starts.
struct Printer {
    out: String,
    line_start: usize,
}

impl Printer {
    /// Prints a value; `after` characters must still fit behind it.
    fn value(&mut self, tree: &Tree<'_>, depth: usize, after: usize) {
        let used = self
            .out
            .get(self.line_start..)
            .map_or(0, |line| line.chars().count());
        let mut line = Line {
            out: String::new(),
            room: WIDTH.saturating_sub(used + after),
        };
        if line.value(tree).is_some() {
            self.out.push_str(&line.out);
            return;
        }
        match tree {
            Tree::Struct(fields) | Tree::Block(fields) => self.fields(fields, depth),
            Tree::Tuple(items) => match items.as_slice() {
                // What a name holds stands within its brackets, without a step to the right.
                [only] => {
                    self.out.push('(');
                    self.value(only, depth, after + 1);
                    self.out.push(')');
                }
                items => self.items('(', items, ')', depth),
            },
            Tree::List(items) => self.items('[', items, ']', depth),
            Tree::Variant(name, held) => {
                self.out.push_str(name);
                self.value(held, depth, after);
            }
            Tree::Text(_) | Tree::Word(_) | Tree::Int(_) | Tree::Float(_) | Tree::Raw(_) => {
                scalar(&mut self.out, tree);
                if let Some(end) = self.out.rfind('\n') {
                    self.line_start = self.line_start.max(end + 1);
                }
            }
        }
    }

    fn fields(&mut self, fields: &Fields<'_>, depth: usize) {
        self.out.push('(');
        for (name, value) in fields {
            self.new_line(depth + 1);
            push_name(&mut self.out, name);
            self.out.push_str(": ");
            self.value(value, depth + 1, 1);
            self.out.push(',');
        }
        self.new_line(depth);
        self.out.push(')');
    }

    fn items(&mut self, open: char, items: &[Tree<'_>], close: char, depth: usize) {
        self.out.push(open);
        for item in items {
            self.new_line(depth + 1);
            self.value(item, depth + 1, 1);
            self.out.push(',');
        }
        self.new_line(depth);
        self.out.push(close);
    }

    fn new_line(&mut self, depth: usize) {
        self.out.push('\n');
        self.line_start = self.out.len();
        for _ in 0..depth {
            self.out.push_str("    ");
        }
    }
}

/// A value tried on one line.
struct Line {
    out: String,
    room: usize,
}

impl Line {
    /// Prints a value; `None` when it does not fit or must not stand on one line.
    fn value(&mut self, tree: &Tree<'_>) -> Option<()> {
        match tree {
            Tree::Block(_) => None,
            Tree::Struct(fields) => {
                self.put("(")?;
                for (place, (name, value)) in fields.iter().enumerate() {
                    if place > 0 {
                        self.put(", ")?;
                    }
                    let mut named = String::new();
                    push_name(&mut named, name);
                    self.put(&named)?;
                    self.put(": ")?;
                    self.value(value)?;
                }
                self.put(")")
            }
            Tree::Tuple(items) => self.items("(", items, ")"),
            Tree::List(items) if items.iter().any(Tree::breaks_a_list) => None,
            Tree::List(items) => self.items("[", items, "]"),
            Tree::Variant(name, held) => {
                self.put(name)?;
                self.value(held)
            }
            Tree::Text(_) | Tree::Word(_) | Tree::Int(_) | Tree::Float(_) | Tree::Raw(_) => {
                if let Tree::Raw(raw) = tree
                    && raw.contains('\n')
                {
                    return None;
                }
                let mut text = String::new();
                scalar(&mut text, tree);
                self.put(&text)
            }
        }
    }

    fn items(&mut self, open: &str, items: &[Tree<'_>], close: &str) -> Option<()> {
        self.put(open)?;
        for (place, item) in items.iter().enumerate() {
            if place > 0 {
                self.put(", ")?;
            }
            self.value(item)?;
        }
        self.put(close)
    }

    fn put(&mut self, text: &str) -> Option<()> {
        // Bytes are at least as many as characters, so most texts need no count.
        let width = if text.len() <= self.room {
            text.chars().count()
        } else {
            text.chars().take(self.room + 1).count()
        };
        self.room = self.room.checked_sub(width)?;
        self.out.push_str(text);
        Some(())
    }
}

fn push_name(out: &mut String, name: &str) {
    let plain = name
        .chars()
        .all(|letter| letter.is_alphanumeric() || letter == '_')
        && !name.starts_with(|letter: char| letter.is_numeric());
    if !plain {
        out.push_str("r#");
    }
    out.push_str(name);
}

fn scalar(out: &mut String, tree: &Tree<'_>) {
    match tree {
        Tree::Text(text) => push_text(out, text),
        Tree::Word(word) | Tree::Raw(word) => out.push_str(word),
        Tree::Int(number) => push_display(out, number),
        Tree::Float(number) => push_float(out, *number),
        Tree::Struct(_) | Tree::Block(_) | Tree::Tuple(_) | Tree::List(_) | Tree::Variant(..) => {}
    }
}

fn push_display(out: &mut String, value: &impl std::fmt::Display) {
    // Writing to a string cannot fail.
    if write!(out, "{value}").is_err() {
        debug_assert!(false, "a string takes every text");
    }
}

/// Prints the shortest decimals that read back as the same number; the model holds no NaN and no infinity.
fn push_float(out: &mut String, number: f64) {
    let number = if number.is_finite() { number } else { 0.0 };
    let start = out.len();
    push_display(out, &number);
    if !out.get(start..).is_some_and(|text| text.contains('.')) {
        out.push_str(".0");
    }
}

fn push_text(out: &mut String, text: &str) {
    out.push('"');
    if is_nfc(text) {
        text.chars().for_each(|letter| push_char(out, letter));
    } else {
        text.nfc().for_each(|letter| push_char(out, letter));
    }
    out.push('"');
}

fn push_char(out: &mut String, letter: char) {
    match letter {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        _ if invisible(letter) => {
            out.push_str("\\u{");
            if write!(out, "{:x}", u32::from(letter)).is_err() {
                debug_assert!(false, "a string takes every text");
            }
            out.push('}');
        }
        _ => out.push(letter),
    }
}

/// Says whether a character cannot be seen or changes how others are shown: controls, bidi marks, zero width, soft
/// hyphen, byte order mark, line and paragraph separator, tags.
pub(crate) fn invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}'
                | '\u{61c}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{2069}'
                | '\u{feff}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_escapes_what_cannot_be_seen_and_nothing_else() {
        let shown = print(&Tree::text(
            "é \"x\\y\"\n\u{202e}\u{200b}\u{7}e\u{301} ĳ 🙂",
        ));
        assert_eq!(
            shown,
            "\"é \\\"x\\\\y\\\"\\n\\u{202e}\\u{200b}\\u{7}é ĳ 🙂\"\n"
        );
        let read: String = ron::from_str(&shown).unwrap();
        assert_eq!(read, "é \"x\\y\"\n\u{202e}\u{200b}\u{7}é ĳ 🙂");
    }

    #[test]
    fn floats_are_short_and_always_floats() {
        for (number, shown) in [(12.5, "12.5\n"), (-40.0, "-40.0\n"), (0.1, "0.1\n")] {
            assert_eq!(print(&Tree::Float(number)), shown);
        }
    }

    #[test]
    fn a_list_of_structs_stands_on_its_own_lines_and_a_short_list_on_one() {
        let item = |number| Tree::Struct(vec![("a".into(), Tree::Int(number))]);
        let tree = Tree::Block(vec![
            ("short".into(), Tree::List(vec![Tree::Int(1), Tree::Int(2)])),
            ("long".into(), Tree::List(vec![item(1), item(2)])),
        ]);
        assert_eq!(
            print(&tree),
            "(\n    short: [1, 2],\n    long: [\n        (a: 1),\n        (a: 2),\n    ],\n)\n"
        );
    }

    #[test]
    fn what_does_not_fit_in_a_hundred_columns_is_broken() {
        let longest = |length: usize| {
            let words = ["x".repeat(40), "x".repeat(length)].map(Tree::text);
            let tree = Tree::Block(vec![("a".into(), Tree::List(words.into()))]);
            print(&tree).lines().map(str::len).max().unwrap()
        };
        assert_eq!(longest(43), 99);
        assert_eq!(longest(44), 100);
        assert!(longest(45) < 60);
    }
}
