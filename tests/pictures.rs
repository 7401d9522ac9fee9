//! Pictures and the course page on the command line: every view, every example, nothing private.
#![cfg(feature = "desktop")]
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where something is missing"
)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use krachtenveld::model::{Answer, Document, Judged, Level5, Note};
use krachtenveld::storage::{print_document, read};

const VIEWS: [&str; 6] = ["network", "forces", "matrix", "rings", "table", "course"];
const MARK: &str = "Geheim7f3";

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_krachtenveld"))
        .args(args)
        .env_remove("DISPLAY")
        .output()
        .unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn examples() -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> = std::fs::read_dir("examples")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    all.sort();
    assert_eq!(all.len(), 6);
    all
}

fn example(name: &str) -> Document {
    let text = std::fs::read(format!("examples/{name}.krachtenveld.ron")).unwrap();
    read(&text).unwrap().document
}

/// Makes everything private that can be, with a mark in every text of it.
fn with_secrets(mut document: Document) -> Document {
    let now = &mut document.now;
    now.courses.update_all(|course| {
        course.reason = Note::private(MARK);
        course.keep = Note::private(MARK);
    });
    now.actions
        .update_all(|action| action.text = Note::private(MARK));
    now.questions
        .update_all(|question| question.text = Note::private(MARK));
    now.roles
        .update_all(|role| role.reason = Note::private(MARK));
    std::sync::Arc::make_mut(&mut now.purpose).issue_sentence = Note::private(MARK);
    let ids: Vec<_> = now.actors.ids().collect();
    for id in ids {
        now.actors.update(id, |actor| {
            actor.notes.push(Note::private(MARK));
            actor.perspective.quote = Note::private(MARK);
            actor.perspective.sees = Note::private(MARK);
            actor.power = Answer::Given(Judged {
                private: true,
                source: MARK.to_owned(),
                ..Judged::new(Level5::nearest(4))
            });
        });
    }
    document
}

fn kept(folder: &Path, document: &Document) -> PathBuf {
    let map = folder.join("kaart.krachtenveld.ron");
    std::fs::write(&map, print_document(document)).unwrap();
    map
}

/// Gives the words of a picture, row by row.
fn words(svg: &str) -> Vec<String> {
    svg.split("<text")
        .skip(1)
        .filter_map(|part| {
            let text = part.split_once('>')?.1.split("</text>").next()?;
            let mut plain = String::new();
            let mut inside = false;
            for letter in text.chars() {
                match letter {
                    '<' => inside = true,
                    '>' => inside = false,
                    _ if !inside => plain.push(letter),
                    _ => {}
                }
            }
            Some(plain)
        })
        .collect()
}

#[test]
fn every_view_of_every_example_has_a_picture() {
    let folder = tempfile::tempdir().unwrap();
    for map in examples() {
        let document = read(&std::fs::read(&map).unwrap()).unwrap().document;
        for view in VIEWS {
            let out = folder.path().join("uit.svg");
            let args = ["picture", path(&map), "-o", path(&out), "--view", view];
            let output = run(&[&args[..], &["--size", "1920x1080", "--lang", "nl"]].concat());
            assert_eq!(output.status.code(), Some(0), "{view}: {}", told(&output));
            let svg = std::fs::read_to_string(&out).unwrap();
            assert!(svg.contains("width=\"1920\" height=\"1080\""));
            if view == "table" {
                let words = words(&svg);
                for actor in document.now.actors.iter() {
                    let first = actor.name.split(' ').next().unwrap();
                    let found = words.iter().any(|word| word.starts_with(first));
                    assert!(found, "{} in {words:?}", actor.name);
                }
            }
        }
    }
}

#[test]
fn every_view_is_drawn_in_every_theme_and_in_large_letters() {
    let folder = tempfile::tempdir().unwrap();
    let map = "examples/energietransitie.krachtenveld.ron";
    for view in VIEWS {
        let mut made = Vec::new();
        for theme in ["light", "dark", "contrast"] {
            let out = folder.path().join("uit.svg");
            let args = ["picture", map, "-o", path(&out), "--view", view];
            let output = run(&[&args[..], &["--theme", theme, "--text", "200"]].concat());
            assert_eq!(output.status.code(), Some(0), "{view}: {}", told(&output));
            made.push(std::fs::read_to_string(&out).unwrap());
        }
        assert!(made[0] != made[1] && made[1] != made[2], "{view}");
    }
}

#[test]
fn only_the_network_goes_on_the_wall() {
    let folder = tempfile::tempdir().unwrap();
    for map in examples() {
        let out = folder.path().join("muur.svg");
        let output = run(&["picture", path(&map), "-o", path(&out), "--wall"]);
        assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    }
    let map = "examples/tweedeling.krachtenveld.ron";
    for view in VIEWS.into_iter().filter(|view| *view != "network") {
        let out = folder.path().join("niets.svg");
        let args = ["picture", map, "-o", path(&out), "--wall", "--lang", "nl"];
        let output = run(&[&args[..], &["--view", view]].concat());
        assert_eq!(output.status.code(), Some(2), "{view}");
        assert!(told(&output).contains("muur"), "{}", told(&output));
        assert!(!out.exists());
    }
}

#[test]
fn a_view_that_does_not_exist_is_a_wrong_call() {
    let output = run(&[
        "picture",
        "examples/tweedeling.krachtenveld.ron",
        "-o",
        "niets.svg",
        "--view",
        "taart",
    ]);
    assert_eq!(output.status.code(), Some(2));
    let told = told(&output);
    assert!(VIEWS.iter().all(|view| told.contains(view)), "{told}");
    assert!(!Path::new("niets.svg").exists());
}

#[test]
fn no_picture_of_any_view_shows_what_is_private() {
    let folder = tempfile::tempdir().unwrap();
    let map = kept(folder.path(), &with_secrets(example("energietransitie")));
    for view in VIEWS {
        let out = folder.path().join("uit.svg");
        let output = run(&["picture", path(&map), "-o", path(&out), "--view", view]);
        assert_eq!(output.status.code(), Some(0), "{view}: {}", told(&output));
        let svg = std::fs::read_to_string(&out).unwrap();
        assert!(!svg.contains(MARK), "{view}");
    }
}

#[test]
fn the_course_page_is_written_in_every_form_and_holds_nothing_private() {
    let folder = tempfile::tempdir().unwrap();
    let open = "examples/tweedeling.krachtenveld.ron";
    let secret = kept(folder.path(), &with_secrets(example("tweedeling")));
    for (form, start) in [("pdf", "%PDF-"), ("html", "<!DOCTYPE html>"), ("md", "# ")] {
        let out = folder.path().join(format!("koers.{form}"));
        let report = |map: &str| {
            let args = ["report", map, "-o", path(&out), "--kind", "course"];
            let output = run(&[&args[..], &["--lang", "nl"]].concat());
            assert_eq!(output.status.code(), Some(0), "{form}: {}", told(&output));
            std::fs::read(&out).unwrap()
        };
        let told = report(open);
        let text = String::from_utf8_lossy(&told).into_owned();
        assert!(
            text.to_lowercase().starts_with(&start.to_lowercase()),
            "{form}"
        );
        assert_eq!(told, report(open), "twice the same");
        if form == "pdf" {
            assert_eq!(n_pages(&text), 1);
            assert!(text.contains("/MediaBox [0 0 595") || text.contains("/MediaBox[0 0 595"));
        } else {
            for word in ["Sturen", "Meebewegen", "Loslaten"] {
                assert!(text.contains(word), "{form}: {word}");
            }
        }
        let hidden = report(path(&secret));
        assert!(!String::from_utf8_lossy(&hidden).contains(MARK), "{form}");
    }
}

fn n_pages(pdf: &str) -> usize {
    let count = |what: &str| pdf.matches(what).count();
    count("/Type /Page") + count("/Type/Page") - count("/Type /Pages") - count("/Type/Pages")
}

#[test]
fn a_report_of_another_kind_or_form_is_a_wrong_call_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let map = "examples/tweedeling.krachtenveld.ron";
    let out = folder.path().join("koers.pdf");
    for (kind, name) in [("taart", "koers.pdf"), ("course", "koers.docx")] {
        let out = folder.path().join(name);
        let args = ["report", map, "-o", path(&out), "--kind", kind];
        let output = run(&[&args[..], &["--lang", "nl"]].concat());
        assert_eq!(output.status.code(), Some(2), "{kind}, {name}");
        let told = told(&output);
        assert!(told.lines().next().unwrap().ends_with('.'), "{told}");
        assert!(!out.exists());
    }
    let output = run(&["report", "niets.ron", "-o", path(&out), "--kind", "course"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!out.exists());
}
