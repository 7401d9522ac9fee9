//! The built-in maps: they open without a remark, are in canonical form, and are as rich as a newcomer needs.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where something is missing"
)]

use std::collections::BTreeSet;

use krachtenveld::lens::{Catalogue, answers_of, attention, fits, places};
use krachtenveld::model::{Answer, Document, LensSubject, Mode, Scope};
use krachtenveld::storage::{built_in, built_in_lenses, print_document, read};

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
fn the_examples_answer_the_questions_of_at_least_four_lenses_in_their_own_form() {
    for map in built_in::examples() {
        let (document, name) = (opened(map.text), map.name);
        let lenses = Catalogue::of(built_in_lenses(), &document.own_lenses);
        assert!(document.lenses_on.len() >= 4, "{name}");
        let mut answered = BTreeSet::new();
        for subject in [
            LensSubject::Actor,
            LensSubject::Relation,
            LensSubject::Role,
            LensSubject::Group,
            LensSubject::Map,
        ] {
            for place in places(&document.now, subject) {
                for (key, answer) in answers_of(&document.now, place).unwrap() {
                    let question = lenses.question(key).unwrap();
                    let (lens, field) = (question.lens, question.field);
                    assert!(document.lenses_on.contains(&lens.id), "{name}: {key}");
                    assert_eq!(field.subject, subject, "{name}: {key}");
                    assert_eq!(field.bind, None, "{name}: {key} is kept in the core");
                    if let Some(value) = answer.value() {
                        assert!(fits(&field.kind, value), "{name}: {key}: {value:?}");
                        assert!(answer.private() || !field.private, "{name}: {key}");
                        answered.insert(lens.id.clone());
                    }
                }
            }
        }
        assert_eq!(answered, document.lenses_on, "{name}");
    }
}

#[test]
fn the_checks_of_the_lenses_speak_on_the_examples() {
    let mut speaking = BTreeSet::new();
    for map in built_in::examples() {
        let (document, name) = (opened(map.text), map.name);
        let lenses = Catalogue::of(built_in_lenses(), &document.own_lenses);
        let found = attention(&document, lenses.on(&document));
        let by_lens: BTreeSet<&str> = found.iter().map(|one| one.lens.id.as_str()).collect();
        assert!(by_lens.len() >= 4, "{name}: only {by_lens:?} speak");
        assert!((8..=60).contains(&found.len()), "{name}: {}", found.len());
        assert!(found.iter().any(|one| !one.private), "{name}");
        speaking.extend(
            found
                .iter()
                .map(|one| format!("{}.{}", one.lens.id, one.check.id)),
        );
    }
    assert!(speaking.len() >= 40, "only {speaking:?} speak");
}

#[test]
fn the_examples_tell_how_at_least_two_actors_see_it_and_why() {
    for map in built_in::examples() {
        let document = opened(map.text);
        let told = document.now.actors.iter().filter(|actor| {
            let told = &actor.perspective;
            !told.sees.is_empty() && !told.because.is_empty() && !told.calls_it.is_empty()
        });
        assert!(told.count() >= 2, "{}", map.name);
        let others = document
            .now
            .actors
            .iter()
            .filter(|actor| !actor.perspective.sees_other.is_empty());
        assert!(others.count() >= 1, "{}", map.name);
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
