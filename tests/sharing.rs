//! Copies that leave: what is private is not in them.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where something is missing"
)]

use std::collections::BTreeSet;
use std::sync::Arc;

use krachtenveld::model::Document;
use krachtenveld::share::{Level, Named, Redacted, Terms, redact, rejoin};
use krachtenveld::storage::{print_document, read};
use proptest::prelude::*;

#[path = "support/documents.rs"]
mod documents;

const FULL: &str = include_str!("fixtures/full.krachtenveld.ron");

fn copy(document: &Document, level: Level) -> Redacted {
    let words = |named: Named| match named {
        Named::Actor(..) => "Actor".to_owned(),
        Named::Group => "Groep".to_owned(),
        Named::Moment => "Moment".to_owned(),
        Named::Scene => "Dia".to_owned(),
    };
    redact(
        document,
        &Terms {
            level,
            seed: 7,
            words: &words,
            private_questions: &BTreeSet::new(),
        },
    )
}

/// Plants a mark in every private text of a map and gives the marks.
fn planted() -> (Document, Vec<String>) {
    let mut marks = Vec::new();
    let mut text = String::new();
    for line in FULL.split_inclusive('\n') {
        if line.contains("private: true") && line.contains("(text: \"") {
            let mark = format!("MERK{:03}", marks.len());
            text.push_str(&line.replacen("(text: \"", &format!("(text: \"{mark} "), 1));
            marks.push(mark);
        } else {
            text.push_str(line);
        }
    }
    (read(text.as_bytes()).unwrap().document, marks)
}

#[test]
fn no_private_mark_is_in_a_copy_at_any_level_but_full() {
    let (document, marks) = planted();
    assert!(marks.len() >= 6, "{}", marks.len());
    let full = print_document(&copy(&document, Level::Full).document);
    assert!(marks.iter().all(|mark| full.contains(mark)));
    for level in [Level::WithoutPrivate, Level::Pseudonyms, Level::Structure] {
        let text = print_document(&copy(&document, level).document);
        assert!(!text.contains("MERK"), "{level:?}: {text}");
    }
}

#[test]
fn a_returned_copy_without_names_gets_its_names_again() {
    let mut own = read(FULL.as_bytes()).unwrap().document;
    let sent = copy(&own, Level::Pseudonyms);
    own.pseudonyms.clone_from(&sent.key);
    let (joined, known) = rejoin(&sent.document, &own);
    assert_eq!(known, sent.key.len());
    let ids = |document: &Document| document.now.actors.ids().collect::<Vec<_>>();
    assert_eq!(ids(&joined), ids(&own));
    assert_eq!(joined.problems(), Vec::new());
    for actor in own.now.actors.iter() {
        assert_eq!(joined.now.actors.get(actor.id).unwrap().name, actor.name);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_copy_is_sound_opens_again_and_names_no_identity_of_the_map(document in documents::documents()) {
        for level in Level::ALL {
            let redacted = copy(&document, level);
            let text = print_document(&redacted.document);
            prop_assert_eq!(redacted.document.problems(), Vec::new());
            prop_assert!(read(text.as_bytes()).is_ok());
            prop_assert!(redacted.document.pseudonyms.is_empty());
            if level != Level::Full {
                // A question of an own lens may be private; its answers are not there.
                let mut answers = redacted.document.clone();
                answers.own_lenses = Arc::default();
                prop_assert!(!print_document(&answers).contains("private: true"));
                prop_assert!(redacted.document.unreadable.is_empty());
                prop_assert!(redacted.document.alternatives.is_empty());
            }
            if level.nameless() {
                for id in document.now.actors.ids() {
                    prop_assert!(!text.contains(&id.to_string()));
                }
                prop_assert!(!text.contains(&document.id.to_string()));
            }
        }
    }
}
