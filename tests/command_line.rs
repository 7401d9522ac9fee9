//! The program itself on the command line: what it prints, where, and how it ends.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where something is missing"
)]

use std::path::Path;
use std::process::{Command, Output};

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_krachtenveld"))
        .args(args)
        .env_remove("DISPLAY")
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

const EXAMPLE: &str = "examples/tweedeling.krachtenveld.ron";

#[test]
fn every_example_passes_the_strict_check() {
    let examples: Vec<String> = std::fs::read_dir("examples")
        .unwrap()
        .map(|entry| entry.unwrap().path().to_str().unwrap().to_owned())
        .collect();
    let mut args = vec!["check", "--strict", "--lang", "nl"];
    args.extend(examples.iter().map(String::as_str));
    let output = run(&args);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(text(&output.stdout).lines().count(), examples.len());
}

#[test]
fn a_map_cut_short_is_refused_with_line_and_column() {
    let folder = tempfile::tempdir().unwrap();
    let short = folder.path().join("kort.krachtenveld.ron");
    let whole = std::fs::read(EXAMPLE).unwrap();
    for part in [3, 5, 10] {
        std::fs::write(&short, &whole[..whole.len() * part / 11]).unwrap();
        let output = run(&["check", path(&short), "--lang", "nl"]);
        assert_eq!(output.status.code(), Some(1));
        let told = text(&output.stderr);
        assert!(
            told.contains("Regel ") && told.contains(", kolom "),
            "{told}"
        );
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn show_gives_the_canonical_text_and_changes_no_byte_of_an_example() {
    let output = run(&["show", EXAMPLE]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(output.stdout, std::fs::read(EXAMPLE).unwrap());
}

#[test]
fn an_unknown_field_is_told_kept_and_fails_only_the_strict_check() {
    let folder = tempfile::tempdir().unwrap();
    let map = folder.path().join("later.krachtenveld.ron");
    let raw = "mood: Happy(w: 3, /* hi */ x: 2)";
    let whole = std::fs::read_to_string(EXAMPLE).unwrap();
    let changed = whole.replacen(
        "            name: ",
        &format!("            {raw},\n            name: "),
        1,
    );
    assert_ne!(whole, changed);
    std::fs::write(&map, changed).unwrap();
    let output = run(&["check", path(&map), "--lang", "en"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(
        text(&output.stdout).contains("`mood`"),
        "{}",
        text(&output.stdout)
    );
    assert_eq!(
        run(&["check", "--strict", path(&map)]).status.code(),
        Some(1)
    );
    assert!(text(&run(&["show", path(&map)]).stdout).contains(raw));
}

#[test]
fn a_new_map_opens_and_nothing_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let map = folder.path().join("nieuw.krachtenveld.ron");
    assert_eq!(
        run(&["new", path(&map), "--template", "sociaal-domein"])
            .status
            .code(),
        Some(0)
    );
    let first = std::fs::read(&map).unwrap();
    assert_eq!(
        run(&["check", "--strict", path(&map)]).status.code(),
        Some(0)
    );
    assert_eq!(run(&["new", path(&map)]).status.code(), Some(1));
    assert_eq!(std::fs::read(&map).unwrap(), first);
    let other = folder.path().join("ander.krachtenveld.ron");
    assert_eq!(
        run(&["new", path(&other), "--template", "bestaat-niet"])
            .status
            .code(),
        Some(2)
    );
}

#[test]
fn two_new_maps_of_one_template_are_not_the_same_map() {
    let folder = tempfile::tempdir().unwrap();
    let id = |name: &str| {
        let map = folder.path().join(name);
        assert_eq!(
            run(&["new", path(&map), "--template", "leeg"])
                .status
                .code(),
            Some(0)
        );
        let text = std::fs::read_to_string(&map).unwrap();
        text.lines()
            .find(|line| line.trim_start().starts_with("id: \"d-"))
            .unwrap()
            .to_owned()
    };
    assert_ne!(id("een.ron"), id("twee.ron"));
}

#[test]
fn a_wrong_call_ends_with_two_and_says_what_is_wrong() {
    for (args, told) in [
        (vec!["check"], "MAP"),
        (vec!["check", "--nonsense", EXAMPLE], "--nonsense"),
        (vec!["show", EXAMPLE, "more"], "more"),
        (vec!["--lang", "fr"], "fr"),
    ] {
        let output = run(&args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(
            text(&output.stderr).contains(told),
            "{args:?}: {}",
            text(&output.stderr)
        );
    }
}

#[test]
fn a_file_that_is_something_else_is_named_for_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    for (bytes, told) in [
        (b"PK\x03\x04rest".to_vec(), "zip"),
        (b"%PDF-1.7 rest".to_vec(), "PDF"),
        (vec![], "leeg"),
        (vec![0; 500], "nullen"),
    ] {
        let file = folder.path().join("vreemd.ron");
        std::fs::write(&file, bytes).unwrap();
        let output = run(&["check", path(&file), "--lang", "nl"]);
        assert_eq!(output.status.code(), Some(1));
        assert!(
            text(&output.stderr).contains(told),
            "{}",
            text(&output.stderr)
        );
    }
    let output = run(&["check", path(folder.path()), "--lang", "nl"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stderr).contains("geen bestand"),
        "{}",
        text(&output.stderr)
    );
}

#[cfg(feature = "desktop")]
mod pictures {
    use super::*;

    #[test]
    fn a_picture_is_made_without_a_display_and_twice_the_same() {
        let folder = tempfile::tempdir().unwrap();
        for kind in ["svg", "png", "pdf"] {
            let made: Vec<Vec<u8>> = ["een", "twee"]
                .iter()
                .map(|name| {
                    let out = folder.path().join(format!("{name}.{kind}"));
                    let output = run(&["picture", EXAMPLE, "-o", path(&out), "--size", "1200x800"]);
                    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
                    std::fs::read(&out).unwrap()
                })
                .collect();
            assert!(made[0].len() > 10_000);
            assert_eq!(made[0], made[1]);
        }
    }

    #[test]
    fn a_view_that_is_a_judgement_does_not_go_on_the_wall() {
        let output = run(&[
            "picture",
            EXAMPLE,
            "-o",
            "niets.svg",
            "--wall",
            "--view",
            "matrix",
        ]);
        assert_eq!(output.status.code(), Some(2));
        assert!(!Path::new("niets.svg").exists());
    }
}
