//! The built-in maps: they open without a remark, are in canonical form, and are as rich as a newcomer needs.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where something is missing"
)]

use krachtenveld::model::{Answer, Document, Mode, Scope};
use krachtenveld::storage::{built_in, print_document, read};

fn opened(text: &str) -> Document {
    let loaded = read(text.as_bytes()).unwrap();
    assert_eq!(loaded.notices, vec![]);
    loaded.document
}

#[test]
fn every_built_in_map_opens_without_a_remark_and_is_printed_as_it_stands() {
    for map in built_in::ALL {
        let document = opened(map.text);
        assert_eq!(
            print_document(&document),
            map.text,
            "{} is not in canonical form",
            map.name
        );
        assert_eq!(document.problems(), vec![], "{}", map.name);
        assert!(!document.title.is_empty());
    }
}

#[test]
fn the_examples_show_what_the_program_is_for() {
    assert!(built_in::examples().count() >= 6);
    for map in built_in::examples() {
        let document = opened(map.text);
        let (now, name) = (&document.now, map.name);
        assert!(
            (12..=25).contains(&now.actors.len()),
            "{name}: {} actors",
            now.actors.len()
        );
        assert!(now.focal.is_some(), "{name}: no hoofdpersoon");
        let bridges = now
            .roles
            .iter()
            .filter(|role| role.mode == Mode::Verbinden && matches!(role.scope, Scope::Pair(..)));
        assert!(bridges.count() >= 1, "{name}: no bridge");
        assert!(
            now.roles.iter().all(|role| !role.reason.is_empty()),
            "{name}: a role without a reason"
        );
        let ring = now
            .roles
            .iter()
            .any(|role| role.mode == Mode::Regie && matches!(role.scope, Scope::Group(_)));
        assert!(ring, "{name}: no regie ring");
        let words = now
            .actors
            .iter()
            .filter(|actor| !actor.perspective.quote.is_empty())
            .count();
        assert!(words * 2 > now.actors.len(), "{name}: few own words");
        assert!(
            now.actors
                .iter()
                .any(|actor| !actor.sensitivities.is_empty()),
            "{name}: no sensitivity"
        );
        let stances = || now.actors.iter().flat_map(|actor| actor.positions.values());
        assert!(
            stances().any(|stance| stance
                .position
                .judged()
                .is_some_and(|judged| judged.span().is_some())),
            "{name}"
        );
        assert!(
            now.actors.iter().any(|actor| actor.candidate),
            "{name}: no candidate"
        );
        let unasked = now.actors.iter().any(|actor| {
            now.issues
                .iter()
                .any(|issue| *actor.position(issue.id) == Answer::NotAsked)
        });
        assert!(unasked, "{name}: every position was asked");
    }
}

#[test]
fn the_templates_are_the_four_that_are_promised() {
    let names: Vec<&str> = built_in::templates()
        .map(|template| template.name)
        .collect();
    assert_eq!(
        names,
        [
            "leeg",
            "sociaal-domein",
            "energietransitie",
            "burgerinitiatief"
        ]
    );
    for template in built_in::templates() {
        assert!(opened(template.text).now.focal.is_some());
    }
}
