//! What the loader must do with each kind of input, one row after the other, in both languages and on the command line.
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests stop the test as the tests themselves do"
)]

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use krachtenveld::storage::{self, print_document, read, read_windows_1252};
use sha2::{Digest as _, Sha256};

const V1: &str = include_str!("fixtures/v1.krachtenveld.ron");

/// A row: what goes in, and what must come out.
struct Row {
    name: &'static str,
    bytes: Vec<u8>,
    /// Whether it opens.
    opens: bool,
    /// Whether saving may write over the file.
    in_place: bool,
    /// Where it is told, when it has a place.
    at: Option<(u64, u64)>,
    /// What is said.
    nl: &'static str,
    en: &'static str,
    /// What must still be there after saving.
    kept: &'static str,
}

fn map(inside: &str) -> String {
    format!(
        "// Krachtenveld - kaartbestand v1\n(format: \"krachtenveld\", version: 1, min_reader: 1, \
         id: \"d-0000000000000001\", title: \"Proef\", language: nl,\n{inside}\n)\n"
    )
}

fn actor(inside: &str) -> String {
    map(&format!(
        "actors: [(id: \"a-0000000000000001\", name: \"Jan de Boer\",\n{inside}),\n\
         (id: \"a-0000000000000002\", name: \"Piet\")],"
    ))
}

fn refused(
    name: &'static str,
    bytes: impl Into<Vec<u8>>,
    at: Option<(u64, u64)>,
    nl: &'static str,
    en: &'static str,
) -> Row {
    Row {
        name,
        bytes: bytes.into(),
        opens: false,
        in_place: false,
        at,
        nl,
        en,
        kept: "",
    }
}

fn opened(
    name: &'static str,
    bytes: impl Into<Vec<u8>>,
    at: Option<(u64, u64)>,
    (nl, en): (&'static str, &'static str),
    kept: &'static str,
) -> Row {
    Row {
        name,
        bytes: bytes.into(),
        opens: true,
        in_place: true,
        at,
        nl,
        en,
        kept,
    }
}

fn nested(depth: usize) -> String {
    map(&format!("x: {}1{},", "[".repeat(depth), "]".repeat(depth)))
}

fn repeated(piece: &dyn Fn(usize) -> String, count: usize) -> String {
    (0..count).map(piece).collect::<Vec<_>>().concat()
}

/// What is refused as a whole.
#[expect(clippy::too_many_lines, reason = "a table of rows")]
fn whole_files() -> Vec<Row> {
    let whole = map("");
    let half = whole.len() / 2;
    let zeros = [&whole.as_bytes()[..half], &[0; 300]].concat();
    let foreign = [
        ("zip", "PK\u{3}\u{4}rest", "een zipbestand", "a zip file"),
        (
            "docx",
            "PK\u{3}\u{4}[Content_Types].xml",
            "kantoordocument",
            "office document",
        ),
        ("pdf", "%PDF-1.7", "een PDF", "a PDF"),
        ("html", "<!DOCTYPE html><html>", "webpagina", "web page"),
        ("age", "age-encryption.org/v1", "verzegeld", "sealed"),
        ("json", "{\"elements\": []}", "JSON", "JSON"),
        (
            "mail",
            "Received: by x\nMIME-Version: 1.0\n",
            "opgeslagen mail",
            "saved mail",
        ),
    ];
    let mut rows: Vec<Row> = foreign
        .into_iter()
        .map(|(name, text, nl, en)| refused(name, text, None, nl, en))
        .collect();
    rows.extend([
        refused(
            "17 MB",
            vec![b' '; 17 << 20],
            None,
            "17 MB, en er past hooguit 16 MB",
            "17 MB, and a map holds at most 16 MB",
        ),
        refused("empty", "", None, "leeg", "empty"),
        refused("blanks", " \r\n", None, "leeg", "empty"),
        refused("zeros", vec![0; 500], None, "nullen", "zeros"),
        refused("zero tail", zeros, Some((2, 39)), "beschadigd", "damaged"),
        refused(
            "gzip",
            [0x1f, 0x8b, 8, 0, 0xff],
            None,
            "ingepakt",
            "compressed",
        ),
        refused("png", *b"\x89PNG\r\n\x1a\n", None, "plaatje", "picture"),
        refused(
            "Windows-1252",
            whole
                .replace("Proef", "Caf\u{e9}")
                .chars()
                .map(|letter| letter as u8)
                .collect::<Vec<u8>>(),
            Some((2, 90)),
            "UTF-8",
            "UTF-8",
        ),
        refused(
            "quoted",
            whole.replace('\n', "\n> ").replacen("//", "> //", 1),
            Some((1, 1)),
            "geciteerde",
            "quoted",
        ),
        refused(
            "escaped",
            whole.replace('"', "&quot;"),
            Some((2, 10)),
            "bijlage",
            "attachment",
        ),
        refused(
            "round quotes",
            whole.replace("\"krachtenveld\"", "\u{201c}krachtenveld\u{201d}"),
            Some((2, 10)),
            "tekstverwerker",
            "word processor",
        ),
        refused(
            "forwarded",
            format!("Beste Jan,\n\n{whole}"),
            Some((3, 1)),
            "doorgestuurde",
            "forwarded",
        ),
        refused(
            "attribute",
            format!("#![enable(unwrap_newtypes)]\n{whole}"),
            Some((1, 1)),
            "(#!)",
            "(#!)",
        ),
        refused(
            "merge markers",
            map("<<<<<<< mine\ntitle: \"a\",\n======="),
            Some((3, 1)),
            "onopgeloste samenvoeging",
            "unresolved merge",
        ),
        refused("cut short", whole[..half].to_owned(), Some((2, 39)), "", ""),
        refused(
            "needs newer",
            whole.replace("min_reader: 1", "min_reader: 9"),
            Some((2, 38)),
            "nieuwere versie",
            "newer version",
        ),
    ]);
    rows
}

/// What is refused for a limit.
#[expect(clippy::too_many_lines, reason = "a table of rows")]
fn limits() -> Vec<Row> {
    let long = "x".repeat(65 * 1024);
    let longer = "x".repeat(257 * 1024);
    let actors = repeated(
        &|count| format!("(id:\"a-{count:016}\",name:\"x\"),"),
        5_001,
    );
    let relations = repeated(
        &|_| "(from:\"a-0000000000000001\",to:\"a-0000000000000002\"),".to_owned(),
        20_001,
    );
    let unknown = repeated(&|count| format!("x{count}: 1,"), 65);
    let comment = format!("{}{}", "/*".repeat(9), "*/".repeat(9));
    vec![
        refused("depth", nested(40), Some((3, 35)), "dieper", "deep"),
        refused(
            "values",
            map(&format!("x: [{}],", "(),".repeat(4_000_001))),
            None,
            "4000000",
            "4000000",
        ),
        refused(
            "string",
            map(&format!("x: \"{longer}\",")),
            Some((3, 4)),
            "262144",
            "262144",
        ),
        refused(
            "number",
            map(&format!("x: {},", "1".repeat(49))),
            Some((3, 4)),
            "48",
            "48",
        ),
        refused(
            "word",
            map(&format!("x: {},", "a".repeat(257))),
            Some((3, 4)),
            "256",
            "256",
        ),
        refused("comments", map(&comment), None, "opmerkingen", "comments"),
        refused(
            "actors",
            map(&format!("actors: [{actors}],")),
            None,
            "5000",
            "5000",
        ),
        refused(
            "relations",
            map(&format!("relations: [{relations}],")),
            None,
            "20000",
            "20000",
        ),
        refused("unknown fields", actor(&unknown), None, "64", "64"),
        refused(
            "note",
            actor(&format!("notes: [\"{long}\"],")),
            None,
            "65536",
            "65536",
        ),
        refused(
            "twice",
            actor("short: \"a\",\nshort: \"b\","),
            Some((5, 1)),
            "regel 4, kolom 1",
            "line 4, column 1",
        ),
    ]
}

/// What opens.
fn repaired() -> Vec<Row> {
    let whole = actor("");
    let mut after = opened(
        "disclaimer",
        format!("{whole}\nDeze mail is vertrouwelijk (\"let's\").\n"),
        Some((8, 1)),
        ("na de laatste haak", "after the last bracket"),
        "",
    );
    after.in_place = false;
    let mut zeros = opened(
        "whole map, zero tail",
        [whole.as_bytes(), &[0; 64]].concat(),
        None,
        ("nullen", "zeros"),
        "",
    );
    zeros.in_place = false;
    let silent = ("", "");
    let utf16: Vec<u8> = whole.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let positions = "positions: [(issue: \"i-0000000000000001\", position: Given(value: 2)),\n\
         (issue: \"i-0000000000000001\", position: Given(value: -3))],";
    let issue = |text: String| {
        text.replace(
            "actors:",
            "issues: [(id: \"i-0000000000000001\", name: \"V\")], actors:",
        )
    };
    vec![
        after,
        zeros,
        opened("BOM", format!("\u{feff}{whole}\n\n"), None, silent, ""),
        opened("CRLF", whole.replace('\n', "\r\n"), None, silent, ""),
        opened("implicit_some", format!("#![enable(implicit_some)]\n{whole}"), None, silent, ""),
        opened("UTF-16", utf16, None, ("UTF-16", "UTF-16"), ""),
        opened("NaN", actor("place: (NaN, 1.0),"), Some((4, 1)), ("buiten de schaal", "outside the scale"), ""),
        opened("out of range", actor("power: Given(value: 9),"), Some((4, 14)), ("5 is gebruikt", "5 is used"), "value: 5"),
        opened("same id", whole.replace("0002", "0001"), Some((5, 1)), ("Relaties blijven bij de eerste", "Relations stay with the first"), "Piet"),
        opened("same key", issue(actor(positions)), Some((5, 1)), ("de tweede is apart bewaard", "the second is kept aside"), "value: -3"),
        opened("unknown field", actor("pover: Given(value: 4),"), Some((4, 1)), ("actor ‘Jan de Boer’: veld `pover` bestaat niet. Bedoelde u `power`? De waarde is bewaard.", "there is no field `pover`. Did you mean `power`? The value is kept."), "pover: Given(value: 4)"),
        opened("unknown variant", actor("kind: Some(wethouders),"), Some((4, 1)), ("Bedoelde u `wethouder`", "Did you mean `wethouder`"), "Some(wethouders)"),
        opened("wrong type", actor("tags: [1],"), Some((4, 8)), ("niet te lezen en ongewijzigd bewaard", "kept as it is"), "tags: [1]"),
        opened("missing field", whole.replace("name: \"Piet\"", ""), Some((5, 1)), ("`name` ontbreekt", "`name` is missing"), ""),
        opened("unknown id", whole.replace("],\n", "], relations: [(id: \"r-0000000000000001\", from: \"a-0000000000000001\", to: \"a-0000000000000009\")],\n"), None, ("en dat is er niet", "which is not there"), "a-0000000000000009"),
        opened("newer", whole.replace("version: 1", "version: 7"), Some((2, 26)), ("nieuwere versie", "newer version"), "version: 7"),
        opened("no version", whole.replace("version: 1, ", ""), Some((2, 1)), ("noemt geen versie", "names no version"), "version: 1"),
        opened("older", whole.replace("version: 1", "version: 0"), Some((2, 26)), ("oudere versie", "older version"), "version: 1"),
        opened("invisible", whole.replace("Piet", "Pi\\u{202e}et"), Some((5, 28)), ("onzichtbare tekens", "invisible characters"), "Pi\\u{202e}et"),
        opened("very long name", actor(&format!("short: \"{}\",", "x".repeat(2001))), None, ("2000", "2000"), "xxxx"),
        opened("broken by a mail program", actor("notes: [\"een\ntwee\"],"), Some((4, 9)), ("mailprogramma", "mail program"), "een\\ntwee"),
        opened("by hand", actor("short: r\"a\", /* ja */ kind: raad, power: Given(value: 0x4),"), None, silent, "value: 4"),
    ]
}

/// Runs the check of the program itself, and gives its exit, its answer and its complaint.
fn check(path: &Path, language: &str) -> (Option<i32>, serde_json::Value, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_krachtenveld"))
        .args(["check", "--json", "--lang", language])
        .arg(path)
        .env_remove("DISPLAY")
        .output()
        .unwrap();
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let complaint = String::from_utf8(output.stderr).unwrap();
    (output.status.code(), answer[0].clone(), complaint)
}

fn check_row(row: &Row, folder: &Path) {
    let path = folder.join("kaart.txt");
    std::fs::write(&path, &row.bytes).unwrap();
    for (language, words) in [("nl", row.nl), ("en", row.en)] {
        let name = format!("{} in {language}", row.name);
        let (exit, answer, complaint) = check(&path, language);
        assert_eq!(
            exit,
            Some(i32::from(!row.opens)),
            "{name}: {complaint}{answer}"
        );
        assert_eq!(answer["opens"], row.opens, "{name}");
        let told = if row.opens {
            assert_eq!(answer["saves_in_place"], row.in_place, "{name}");
            let notices = answer["notices"].as_array().unwrap();
            assert_eq!(notices.is_empty(), words.is_empty(), "{name}: {notices:?}");
            notices.first().cloned().unwrap_or_default()
        } else {
            assert!(complaint.contains(words), "{name}: {complaint}");
            answer
        };
        let text = told["text"].as_str().unwrap_or_default();
        assert!(text.contains(words), "{name}: {text}");
        if let Some((line, column)) = row.at {
            let found = (told["line"].as_u64(), told["column"].as_u64());
            assert_eq!(found, (Some(line), Some(column)), "{name}: {text}");
        }
    }
    let loaded = read(&row.bytes);
    assert_eq!(loaded.is_ok(), row.opens, "{}", row.name);
    if let Ok(loaded) = loaded {
        let printed = print_document(&loaded.document);
        assert!(printed.contains(row.kept), "{}: {printed}", row.name);
        let again = read(printed.as_bytes()).unwrap();
        assert!(again.document == loaded.document, "{}: {printed}", row.name);
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "the count is worth reading")]
fn every_kind_of_input_does_what_the_format_says_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let rows: Vec<Row> = whole_files()
        .into_iter()
        .chain(limits())
        .chain(repaired())
        .collect();
    let failed: Vec<&str> = rows
        .iter()
        .filter(|row| std::panic::catch_unwind(|| check_row(row, folder.path())).is_err())
        .map(|row| row.name)
        .collect();
    println!("{} rows", rows.len());
    assert!(failed.is_empty(), "{failed:?}");
}

#[test]
fn what_is_no_file_or_far_too_large_is_told_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let huge = folder.path().join("groot.ron");
    std::fs::File::create(&huge)
        .unwrap()
        .set_len(1 << 30)
        .unwrap();
    let mut cases = vec![
        (folder.path().to_owned(), "geen bestand"),
        (huge, "1024 MB, en er past hooguit 16 MB"),
        (folder.path().join("weg.ron"), ""),
    ];
    let pipe = folder.path().join("pijp");
    if Command::new("mkfifo")
        .arg(&pipe)
        .status()
        .is_ok_and(|made| made.success())
    {
        cases.push((pipe, "geen bestand"));
    }
    for (path, words) in cases {
        let start = Instant::now();
        let (exit, _, complaint) = check(&path, "nl");
        assert_eq!(exit, Some(1), "{complaint}");
        assert!(complaint.contains(words), "{complaint}");
        assert!(start.elapsed() < Duration::from_secs(5), "{complaint}");
    }
}

#[test]
fn a_file_in_windows_1252_opens_as_a_copy_when_the_user_asks() {
    let bytes: Vec<u8> = actor("short: \"caf\u{e9}\",")
        .chars()
        .map(|letter| letter as u8)
        .collect();
    assert!(read(&bytes).is_err());
    let lines = storage::windows_1252_lines(&bytes, 5);
    assert_eq!(lines, [(4, "short: \"caf\u{e9}\",),".to_owned())]);
    let loaded = read_windows_1252(&bytes).unwrap();
    assert!(loaded.spares_the_file());
    assert_eq!(
        loaded.document.now.actors.iter().next().unwrap().short,
        "caf\u{e9}"
    );
}

#[test]
fn the_file_of_the_first_version_is_never_edited_and_opens_and_saves_as_it_was() {
    let digest = Sha256::digest(V1.as_bytes());
    let digest = digest
        .iter()
        .fold(String::new(), |all, byte| format!("{all}{byte:02x}"));
    assert_eq!(
        digest,
        "c3c08b5748cc5878eb0c9288711c0c6baa66d9b4738859d8807e5b6f38cd1ba3"
    );
    let loaded = read(V1.as_bytes()).unwrap();
    let printed = print_document(&loaded.document);
    for line in V1.lines() {
        assert!(printed.contains(line.trim()), "{line}");
    }
}
