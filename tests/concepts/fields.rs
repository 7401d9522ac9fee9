//! The parts of a map as its file names them.

use std::collections::BTreeMap;

/// Gives what stands under every path of names, such as `actors.power`, in the order of the file.
pub(crate) fn fields(text: &str) -> BTreeMap<String, Vec<String>> {
    let tokens = tokens(text);
    let mut reader = Reader {
        tokens: &tokens,
        at: 0,
        found: BTreeMap::new(),
    };
    reader.value("");
    reader.found
}

/// Cuts a text in names, strings and single signs; comments and space are left out.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if first == '"' {
            string_length(rest)
        } else if names(first) {
            rest.find(|sign| !names(sign)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (token, after) = rest.split_at(length);
        if !token.starts_with("//") && !token.starts_with("/*") {
            tokens.push(token);
        }
        rest = after.trim_start();
    }
    tokens
}

fn names(sign: char) -> bool {
    sign.is_alphanumeric() || "_-+.#".contains(sign)
}

fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (at, sign) in text.char_indices().skip(1) {
        match sign {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

struct Reader<'a> {
    tokens: &'a [&'a str],
    at: usize,
    found: BTreeMap<String, Vec<String>>,
}

impl Reader<'_> {
    fn peek(&self, ahead: usize) -> &str {
        self.tokens.get(self.at + ahead).copied().unwrap_or("")
    }

    /// Reads one value, with the fields in it.
    fn value(&mut self, path: &str) {
        match self.peek(0) {
            "(" | "[" | "{" => self.items(path),
            _ => {
                self.at += 1;
                if self.peek(0) == "(" {
                    self.items(path);
                }
            }
        }
    }

    fn items(&mut self, path: &str) {
        self.at += 1;
        while !matches!(self.peek(0), ")" | "]" | "}" | "") {
            if self.peek(1) == ":" {
                let name = self.peek(0).to_owned();
                self.at += 2;
                self.field(path, &name);
            } else {
                self.value(path);
            }
            if self.peek(0) == "," {
                self.at += 1;
            }
        }
        self.at += 1;
    }

    fn field(&mut self, path: &str, name: &str) {
        let path = match path {
            "" => name.to_owned(),
            path => format!("{path}.{name}"),
        };
        let from = self.at;
        self.value(&path);
        let to = self.at.min(self.tokens.len());
        let text = self.tokens[from..to].concat();
        self.found.entry(path).or_default().push(text);
    }
}
