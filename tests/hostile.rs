//! A valid map that uses every field, changed by a seeded generator into hundreds of hostile files.
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests stop the test as the tests themselves do"
)]

use std::time::{Duration, Instant};

use krachtenveld::model::Document;
use krachtenveld::storage::{print_document, read};

const FULL: &str = include_str!("fixtures/full.krachtenveld.ron");

/// How many files are made.
const FILES: u64 = 450;

/// Random numbers that are the same everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(sides.max(1)).unwrap()).unwrap()
    }

    fn of<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        &things[self.roll(things.len())]
    }
}

/// What was done to a file, and the text that must survive when it opens.
struct Hostile {
    what: &'static str,
    text: Vec<u8>,
    kept: Option<String>,
}

/// The lines that hold one field and its value.
fn fields(lines: &[&str]) -> Vec<usize> {
    (5..lines.len())
        .filter(|line| {
            let text = lines[*line].trim();
            text.ends_with(',')
                && text.contains(": ")
                && text.starts_with(|first: char| first.is_ascii_lowercase())
        })
        .collect()
}

fn with_line(lines: &[&str], place: usize, line: &str) -> Vec<u8> {
    let mut lines: Vec<&str> = lines.to_vec();
    lines[place] = line;
    (lines.join("\n") + "\n").into_bytes()
}

#[expect(
    clippy::too_many_lines,
    reason = "one arm for each way to damage a file"
)]
fn hostile(seed: u64) -> Hostile {
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let lines: Vec<&str> = FULL.lines().collect();
    let fields = fields(&lines);
    let place = *dice.of(&fields);
    let line = lines[place];
    let (name, value) = line.split_once(": ").unwrap();
    let plain = |what, text: String| Hostile {
        what,
        text: text.into_bytes(),
        kept: None,
    };
    let line_of = |what, text: String, kept: Option<String>| Hostile {
        what,
        text: with_line(&lines, place, &text),
        kept,
    };
    match seed % 18 {
        0 => {
            let letter = char::from(b'a' + u8::try_from(dice.roll(26)).unwrap());
            let field = format!("{}{letter}x9", name.trim());
            line_of("misspelt field", format!("{field}: {value}"), Some(field))
        }
        1 => line_of(
            "unknown field",
            format!("zz{seed}: Odd(a: 1, /* c */ b: [\"{seed}\"]), {line}"),
            Some(format!("zz{seed}: Odd(a: 1, /* c */ b: [\"{seed}\"])")),
        ),
        2 => {
            let wrong = *dice.of(&[
                "Weird",
                "Given(value: 3.5e999)",
                "(((1)))",
                "{\"a\": 1}",
                "NaN",
                "-1",
                "\"text\"",
                "[1, \"a\"]",
                "Some(Some(None))",
                "true",
            ]);
            line_of("wrong value", format!("{name}: {wrong},"), None)
        }
        3 => line_of("field twice", format!("{line}\n{line}"), None),
        4 => line_of("field gone", String::new(), None),
        5 => {
            let number = *dice.of(&[
                "99",
                "-99",
                "1e400",
                "NaN",
                "inf",
                "99999999999999999999",
                "0x10",
                "1,5",
                "- 1",
            ]);
            let digits = |text: &str| text.replace(|letter: char| letter.is_ascii_digit(), number);
            line_of("numbers", format!("{name}: {}", digits(value)), None)
        }
        6 => {
            let mut bytes = FULL.as_bytes().to_vec();
            bytes.truncate(dice.roll(FULL.len()));
            Hostile {
                what: "cut short",
                text: bytes,
                kept: None,
            }
        }
        7 => {
            let mut bytes = FULL.as_bytes().to_vec();
            for _ in 0..=dice.roll(4) {
                let at = dice.roll(bytes.len());
                bytes[at] = u8::try_from(dice.roll(256)).unwrap();
            }
            Hostile {
                what: "bytes changed",
                text: bytes,
                kept: None,
            }
        }
        8 => {
            let mark = *dice.of(&["<<<<<<< mine", "=======", ">>>>>>> theirs", "||||||| base"]);
            line_of("merge marks", format!("{line}\n{mark}"), None)
        }
        9 => {
            let depth = 1 + dice.roll(200_000);
            line_of(
                "deep",
                format!("{line}\nzz: {}{},", "[".repeat(depth), "]".repeat(depth)),
                None,
            )
        }
        10 => {
            let piece = *dice.of(&["(),", "[],", "\"\",", "1,", "(id:\"x\"),"]);
            let list = *dice.of(&["actors", "relations", "zz", "log", "roles"]);
            plain(
                "many",
                FULL.replacen(
                    "    actors: [",
                    &format!(
                        "    {list}x: [1],\n    {list}: [{}],\n    actors: [",
                        piece.repeat(1 + dice.roll(60_000))
                    ),
                    1,
                ),
            )
        }
        11 => {
            let sign = *dice.of(&[
                "\u{202e}",
                "\u{200b}",
                "\u{0}",
                "\u{feff}",
                "e\u{301}",
                "\u{1f3f4}",
                "\u{2028}",
                "\\u{202e}",
            ]);
            let at = line.rfind('"').unwrap_or(line.len() - 1);
            let mut changed = line.to_owned();
            changed.insert_str(at, sign);
            line_of("odd signs", changed, None)
        }
        12 => {
            let ids: Vec<&str> = FULL
                .split('"')
                .filter(|word| word.len() == 18 && word.as_bytes()[1] == b'-')
                .collect();
            let (one, other) = (*dice.of(&ids), *dice.of(&ids));
            plain("identities", FULL.replacen(one, other, 1 + dice.roll(3)))
        }
        13 => {
            let tail = *dice.of(&[
                "\0\0\0\0",
                "Deze mail is vertrouwelijk.",
                "(a: 1)",
                "-- \n\"x",
                ")",
                "#![enable(x)]",
            ]);
            plain("something after it", format!("{FULL}{tail}"))
        }
        14 => {
            let head = *dice.of(&[
                "#![enable(unwrap_variant_newtypes)]\n",
                "#![type = \"x\"]\n",
                "> ",
                "\u{feff}",
                "Beste Jan,\n",
                "/*/*/*/*/*/*/*/*/*/*",
            ]);
            plain("something before it", format!("{head}{FULL}"))
        }
        15 => {
            let from = place.min(lines.len() - 8);
            let mut moved = lines.clone();
            let taken: Vec<&str> = moved.splice(from..from + 1 + dice.roll(7), []).collect();
            let to = dice.roll(moved.len());
            moved.splice(to..to, taken);
            plain("lines moved", moved.join("\n"))
        }
        16 => {
            let long = "x".repeat(1 << (10 + dice.roll(12)));
            line_of("long text", format!("{line}\nzz: \"{long}\","), None)
        }
        _ => {
            let word = *dice.of(&["Given(", "Some(", "[", "(id:"]);
            plain(
                "unknown word",
                FULL.replacen(word, "Onbekend(", 1 + dice.roll(6)),
            )
        }
    }
}

/// Gives the peak of the memory of this process in bytes, where the system tells.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes * 1024)
}

/// Says what the map holds that another does not, apart from what a notice can tell.
fn same(one: &Document, other: &Document) -> bool {
    print_document(one) == print_document(other)
}

#[test]
#[expect(clippy::print_stdout, reason = "the counts are worth reading")]
fn no_hostile_file_panics_hangs_passes_in_silence_or_loses_what_it_held() {
    let original = read(FULL.as_bytes()).unwrap();
    let usual = original.notices.len();
    let (mut refused, mut told, mut equal, mut plain) = (0, 0, 0, 0);
    let mut slowest = Duration::ZERO;
    for seed in 0..FILES {
        let Hostile { what, text, kept } = hostile(seed);
        let start = Instant::now();
        let loaded = read(&text);
        let took = start.elapsed();
        slowest = slowest.max(took);
        // Unoptimised code runs several times slower than what is shipped.
        assert!(
            took < Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 2 }),
            "{what}, seed {seed}: {took:?}"
        );
        let Ok(loaded) = loaded else {
            refused += 1;
            continue;
        };
        assert_eq!(loaded.document.problems(), [], "{what}, seed {seed}");
        let printed = print_document(&loaded.document);
        let again =
            read(printed.as_bytes()).unwrap_or_else(|error| panic!("{what}, seed {seed}: {error}"));
        assert!(again.document == loaded.document, "{what}, seed {seed}");
        if let Some(kept) = kept {
            assert!(printed.contains(&kept), "{what}, seed {seed}: {kept}");
        }
        if loaded.notices.len() > usual
            || loaded.notices.iter().any(|noticed| {
                !original
                    .notices
                    .iter()
                    .any(|known| known.notice == noticed.notice)
            })
        {
            told += 1;
        } else if same(&loaded.document, &original.document) {
            equal += 1;
        } else {
            // A valid change of what a field says: another number, another letter, a field left out.
            assert!(
                matches!(
                    what,
                    "wrong value"
                        | "field gone"
                        | "numbers"
                        | "bytes changed"
                        | "odd signs"
                        | "lines moved"
                        | "identities"
                ),
                "{what}, seed {seed} passed in silence"
            );
            plain += 1;
        }
    }
    let memory = peak().map_or(0, |bytes| bytes >> 20);
    println!(
        "{FILES} files: {refused} refused, {told} told, {equal} the same map, {plain} valid other maps; slowest {slowest:?}, peak {memory} MB"
    );
    assert!(memory < 512, "{memory} MB");
    assert!(refused + told > FILES / 2);
}
