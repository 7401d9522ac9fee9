//! The file: what was written is read back, what is not known is kept, what is wrong is said.
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests stop the test as the tests themselves do"
)]

use krachtenveld::model::Document;
use krachtenveld::storage::{
    Expected, Fault, Loaded, Notice, Noticed, ReadError, print_document, read,
};
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

#[path = "support/documents.rs"]
mod documents;

const FULL: &str = include_str!("fixtures/full.krachtenveld.ron");
const FUTURE: &str = include_str!("fixtures/future.krachtenveld.ron");

/// A small map with room for what a test puts in.
fn map(inside: &str) -> String {
    format!(
        "// Krachtenveld - kaartbestand v1\n(format: \"krachtenveld\", version: 1, min_reader: 1, \
         id: \"d-0000000000000001\", title: \"Proef\", language: nl,\n{inside}\n)\n"
    )
}

fn actors(inside: &str) -> String {
    map(&format!(
        "actors: [(id: \"a-0000000000000001\", name: \"Jan de Boer\",\n{inside}), \
         (id: \"a-0000000000000002\", name: \"Piet\")],"
    ))
}

/// Gives so many fields that no version knows.
fn unknown_fields(count: u32) -> String {
    let fields: Vec<String> = (0..count).map(|count| format!("x{count}: 1,")).collect();
    fields.concat()
}

fn loaded(text: &str) -> Loaded {
    read(text.as_bytes()).unwrap()
}

fn refused(text: &str) -> ReadError {
    read(text.as_bytes()).unwrap_err()
}

/// Gives the notices, and checks that the map, printed and read again, is the same map.
fn noticed(text: &str) -> (Document, Vec<Noticed>) {
    let Loaded { document, notices } = loaded(text);
    assert_eq!(document.problems(), []);
    let printed = print_document(&document);
    let again = loaded(&printed);
    assert_eq!(again.document, document, "{printed}");
    assert_eq!(print_document(&again.document), printed);
    (document, notices)
}

#[test]
fn the_golden_file_is_printed_as_it_was_read() {
    let (document, notices) = noticed(FULL);
    let printed = print_document(&document);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        let file = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/fixtures/full.krachtenveld.ron"
        );
        std::fs::write(file, &printed).unwrap();
    }
    let differing = printed
        .lines()
        .zip(FULL.lines())
        .find(|(one, other)| one != other);
    assert_eq!(differing, None);
    assert!(printed == FULL);
    let unknown = |noticed: &Noticed| matches!(noticed.notice, Notice::UnknownField { .. });
    assert!(notices.iter().all(unknown), "{notices:?}");
    assert_eq!(notices.len(), 37);
}

#[test]
fn the_golden_file_is_plain_ron() {
    ron::from_str::<ron::Value>(FULL).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_map_is_read_back_as_it_was_and_printed_the_same(document in documents::documents()) {
        prop_assert_eq!(document.problems(), vec![]);
        let printed = print_document(&document);
        let loaded = read(printed.as_bytes()).map_err(|error| {
            proptest::test_runner::TestCaseError::fail(format!("{error}\n{printed}"))
        })?;
        prop_assert!(loaded.document == document, "{}", printed);
        prop_assert_eq!(print_document(&loaded.document), printed);
    }

    #[test]
    fn a_damaged_file_never_panics_and_what_opens_is_sound(
        place in 0..FULL.len(), byte in proptest::prelude::any::<u8>(), length in 0usize..40
    ) {
        let mut bytes = FULL.as_bytes().to_vec();
        let end = (place + length).min(bytes.len());
        bytes.splice(place..end, [byte]);
        if let Ok(loaded) = read(&bytes) {
            prop_assert_eq!(loaded.document.problems(), vec![]);
            let printed = print_document(&loaded.document);
            let again = read(printed.as_bytes()).map_err(|error| {
                proptest::test_runner::TestCaseError::fail(format!("{error}\n{printed}"))
            })?;
            prop_assert_eq!(print_document(&again.document), printed);
        }
    }
}

#[test]
fn a_file_from_the_future_opens_and_loses_nothing() {
    let (document, notices) = noticed(FUTURE);
    assert_eq!(document.version, 2);
    assert!(
        notices
            .iter()
            .any(|noticed| noticed.notice == Notice::Newer { version: 2 })
    );
    let printed = print_document(&document);
    for kept in [
        "version: 2",
        "climate: Warm(degrees: 2)",
        "militair",
        "Ladder(",
        "swarms: [",
        "hologram",
        "r-0000000000000009",
    ] {
        assert!(printed.contains(kept), "{kept} in\n{printed}");
    }
    let unreadable: Vec<&str> = document
        .unreadable
        .iter()
        .map(|entity| entity.list.as_str())
        .collect();
    assert_eq!(
        unreadable,
        ["actors", "moments/m-0000000000000001/actors", "roles"]
    );
}

#[test]
fn a_truncated_file_is_refused_with_its_place() {
    for part in 1..200 {
        let mut end = FULL.len() * part / 200;
        while !FULL.is_char_boundary(end) {
            end -= 1;
        }
        let error = refused(&FULL[..end]);
        let spot = error
            .spot
            .unwrap_or_else(|| panic!("{:?} at {end}", error.fault));
        assert!(spot.line >= 1 && spot.column >= 1);
        assert!(spot.line <= FULL[..end].lines().count() + 1);
    }
}

#[test]
fn a_misspelt_field_is_kept_and_its_right_name_is_suggested() {
    let text = actors("pover: Given(value: 4),");
    let (document, notices) = noticed(&text);
    let [noticed] = notices.as_slice() else {
        panic!("{notices:?}");
    };
    assert_eq!(
        noticed.notice,
        Notice::UnknownField {
            field: "pover".to_owned(),
            suggestion: Some("power".to_owned()),
        }
    );
    let spot = noticed.spot.as_ref().unwrap();
    assert_eq!((spot.line, spot.column), (4, 1));
    assert_eq!(spot.list.as_deref(), Some("actors"));
    assert_eq!(spot.index, Some(0));
    assert_eq!(spot.name.as_deref(), Some("Jan de Boer"));
    assert_eq!(spot.field, "pover");
    assert!(print_document(&document).contains("pover: Given(value: 4),"));
}

#[test]
fn a_field_that_stands_twice_is_refused_with_both_places() {
    let error = refused(&actors("power: None,\npower: Given(value: 2),"));
    assert_eq!(
        error.fault,
        Fault::DuplicateField {
            field: "power".to_owned(),
            first_line: 4,
            first_column: 1,
        }
    );
    let spot = error.spot.unwrap();
    assert_eq!((spot.line, spot.column), (5, 1));
    assert_eq!(spot.name.as_deref(), Some("Jan de Boer"));
}

#[test]
fn a_number_out_of_range_becomes_the_nearest_and_is_listed() {
    let (document, notices) = noticed(&actors(
        "power: Given(value: 9), participation: Given(value: -4), place: (NaN, 3.0),",
    ));
    let actor = document.now.actors.iter().next().unwrap();
    assert_eq!(actor.power.number(), Some(5.0));
    assert_eq!(actor.participation.number(), Some(1.0));
    assert_eq!(actor.place, None);
    let fields: Vec<&str> = notices
        .iter()
        .map(|noticed| noticed.spot.as_ref().unwrap().field.as_str())
        .collect();
    assert_eq!(fields, ["power.value", "participation.value", "place"]);
    assert!(
        notices
            .iter()
            .all(|noticed| matches!(noticed.notice, Notice::OutOfRange { .. }))
    );
}

#[test]
fn an_unknown_word_costs_one_actor_and_not_the_map() {
    let text = actors("kind: Some(wethouders),");
    let (document, notices) = noticed(&text);
    assert_eq!(document.now.actors.len(), 1);
    assert_eq!(document.unreadable.len(), 1);
    let [noticed] = notices.as_slice() else {
        panic!("{notices:?}");
    };
    assert_eq!(
        noticed.notice,
        Notice::Unreadable {
            list: "actors".to_owned(),
            fault: Fault::UnknownWord {
                found: "wethouders".to_owned(),
                suggestion: Some("wethouder".to_owned()),
            },
        }
    );
    let spot = noticed.spot.as_ref().unwrap();
    assert_eq!((spot.line, spot.column), (4, 1));
    assert_eq!(spot.name.as_deref(), Some("Jan de Boer"));
    assert_eq!(spot.field, "kind");
    assert!(print_document(&document).contains("kind: Some(wethouders)"));
}

#[test]
fn a_wrong_type_within_an_actor_is_kept_with_its_place() {
    let (document, notices) = noticed(&actors("tags: [1],"));
    assert_eq!(document.unreadable.len(), 1);
    let spot = notices[0].spot.as_ref().unwrap();
    assert_eq!((spot.line, spot.column), (4, 8));
    assert!(matches!(
        notices[0].notice,
        Notice::Unreadable {
            fault: Fault::Expected(Expected::Text),
            ..
        }
    ));
}

#[test]
fn a_part_that_cannot_be_read_is_kept_and_costs_no_other() {
    let text = actors("power: None,").replace(
        "actors:",
        "purpose: (why: 3), focal: 4, vanguard: Some(5), session: Later(1),\nactors:",
    );
    let (document, notices) = noticed(&text);
    assert_eq!(document.now.actors.len(), 2);
    assert_eq!((document.unreadable.len(), notices.len()), (4, 4));
    let printed = print_document(&document);
    for kept in [
        "purpose: (why: 3),",
        "focal: 4,",
        "vanguard: Some(5),",
        "session: Later(1),",
    ] {
        assert!(printed.contains(kept), "{kept} in\n{printed}");
    }
    let mut document = document;
    document.now.focal = document.now.actors.ids().next();
    let printed = print_document(&document);
    assert!(
        printed.contains("(list: \"focal\", raw: \"4\")"),
        "{printed}"
    );
    assert_eq!(loaded(&printed).document, document);
}

#[test]
fn a_second_entity_with_the_same_identity_gets_its_own() {
    let text = map(
        "actors: [(id: \"a-0000000000000001\", name: \"Een\"), (id: \"a-0000000000000001\", name: \"Twee\")],",
    );
    let (document, notices) = noticed(&text);
    let names: Vec<&str> = document
        .now
        .actors
        .iter()
        .map(|actor| actor.name.as_str())
        .collect();
    assert_eq!(names.len(), 2);
    assert!(names.contains(&"Een") && names.contains(&"Twee"));
    assert!(matches!(notices[0].notice, Notice::DuplicateId { .. }));
    assert_eq!(loaded(&text).document, document);
}

#[test]
fn identities_of_another_form_still_meet() {
    let (document, notices) = noticed(&map(
        "actors: [(id: \"jan\", name: \"Jan\"), (id: \"piet\", name: \"Piet\")],\n\
         relations: [(id: \"r-0000000000000001\", from: \"jan\", to: \"piet\")],\n\
         focal: \"jan\",",
    ));
    assert_eq!(document.now.relations.len(), 1);
    assert!(document.now.focal.is_some());
    assert_eq!(notices.len(), 2);
    assert!(matches!(notices[0].notice, Notice::BadId { .. }));
}

#[test]
fn what_points_at_nothing_is_kept_where_it_stood_and_heals() {
    let loose = "issues: [(id: \"i-0000000000000001\", name: \"X\")],\n\
        actors: [(id: \"a-0000000000000001\", name: \"Een\", positions: [\
        (issue: \"i-0000000000000002\", position: Given(value: 2))], interests: [(text: \"y\", value: \
        \"w-0000000000000001\")])],\n\
        relations: [(id: \"r-0000000000000001\", from: \"a-0000000000000001\", to: \"a-0000000000000002\")],\n\
        groups: [(id: \"g-0000000000000001\", name: \"G\", members: [\"a-0000000000000003\"], agreed_by: \
        [\"a-0000000000000001\"], shared_value: \"w-0000000000000009\")],\n\
        roles: [(id: \"c-0000000000000001\", official: \"a-0000000000000009\", scope: Actor(\
        \"a-0000000000000001\"), mode: regie)],\n\
        courses: [(id: \"k-0000000000000001\", target: Relation(\"r-0000000000000001\"), direction: sturen)],\n\
        actions: [(id: \"t-0000000000000001\", text: \"Doen\", targets: [Goal(\"l-0000000000000001\")])],\n\
        texts: [(id: \"x-0000000000000001\", note: \"N\", place: (1.0, 2.0), arrow: Actor(\"a-0000000000000008\"))],\n\
        glossary: [(word: \"regie\", meanings: [(actor: \"a-0000000000000007\", note: \"Sturen\")])],\n\
        focal: \"a-0000000000000006\", vanguard: [\"a-0000000000000005\"],\n\
        no_relation: [(\"a-0000000000000004\", \"a-0000000000000001\")],\n\
        purpose: (values: [\"w-0000000000000002\"], initiator: \"a-0000000000000002\"),";
    let (document, notices) = noticed(&map(loose));
    assert!(document.now.relations.is_empty());
    assert_eq!(document.now.focal, None);
    let dangling = |noticed: &Noticed| matches!(noticed.notice, Notice::Dangling { .. });
    assert!(notices.iter().all(dangling), "{notices:#?}");
    assert_eq!(notices.len(), 16);
    let printed = print_document(&document);
    for digit in 1..=9 {
        assert!(
            printed.contains(&format!("a-000000000000000{digit}")),
            "{digit} in\n{printed}"
        );
    }
    for kept in [
        "i-0000000000000002",
        "w-0000000000000002",
        "l-0000000000000001",
    ] {
        assert!(printed.contains(kept), "{kept} in\n{printed}");
    }
    let healed = printed.replace(
        "actors: [",
        "actors: [(id: \"a-0000000000000002\", name: \"Twee\"),",
    );
    let healed = loaded(&healed).document;
    assert_eq!(healed.now.relations.len(), 1);
    assert_eq!(healed.now.courses.len(), 1);
    assert!(healed.now.purpose.initiator.is_some());
}

#[test]
fn a_reference_that_was_lost_is_forgotten_once_the_user_gives_another() {
    let text = actors("").replace("actors:", "focal: \"a-0000000000000009\", actors:");
    let mut document = loaded(&text).document;
    assert!(print_document(&document).contains("a-0000000000000009"));
    document.now.focal = document.now.actors.ids().next();
    let printed = print_document(&document);
    assert!(!printed.contains("a-0000000000000009"));
    loaded(&printed);
}

#[test]
fn a_name_that_is_too_long_costs_its_actor_only() {
    let (document, _) = noticed(&actors(&format!("short: \"{}\",", "x".repeat(2001))));
    assert_eq!(
        (document.now.actors.len(), document.unreadable.len()),
        (1, 1)
    );
    let (document, notices) = noticed(&actors(&format!("short: \"{}\",", "é".repeat(2000))));
    assert_eq!((document.now.actors.len(), notices.len()), (2, 0));
}

#[test]
fn a_missing_identity_or_title_is_made_up_and_noticed() {
    let (document, notices) =
        noticed("(format: \"krachtenveld\", version: 1, actors: [(name: \"Jan\")])");
    assert_eq!(document.now.actors.len(), 1);
    let missing: Vec<String> = notices
        .into_iter()
        .filter_map(|noticed| match noticed.notice {
            Notice::Missing { field } => Some(field),
            _ => None,
        })
        .collect();
    assert_eq!(missing, ["id", "id", "title"]);
}

#[test]
fn sloppy_but_valid_files_open_without_a_word() {
    let text =
        actors("power: Given(voices: [2, 4], value: 4,), kind: raad, /* een /* dubbel */ ja */");
    let crlf = text.replace('\n', "\r\n");
    let marked = format!("\u{feff}{text}\n\n");
    let attribute = format!("#![enable(implicit_some)]\n{text}");
    let named = text
        .replace("\n(format", "\nMap(format")
        .replace("[(id", "[Actor(id");
    let expected = loaded(&text);
    assert_eq!(expected.notices, []);
    for text in [crlf, marked, attribute, named] {
        assert_eq!(loaded(&text), expected, "{text}");
    }
}

#[test]
fn utf_16_opens_with_a_notice() {
    let text = actors("notes: [\"één\"],");
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut found = read(&bytes).unwrap();
    assert_eq!(found.notices.remove(0).notice, Notice::Utf16);
    assert_eq!(found, loaded(&text));
}

#[test]
fn errors_of_form_name_their_place_and_their_entity() {
    let error = refused(&actors("power: Given(value: 4)\n tags: []"));
    let spot = error.spot.clone().unwrap();
    assert_eq!(error.fault, Fault::Expected(Expected::Comma));
    assert_eq!((spot.line, spot.column), (5, 2));
    assert_eq!(spot.name.as_deref(), Some("Jan de Boer"));
    let error = refused(&map("").replace("title: \"Proef\"", "title: 3"));
    assert_eq!(error.fault, Fault::Expected(Expected::Text));
    assert_eq!(error.spot.unwrap().field, "title");
    assert_eq!(
        refused("(format: \"iets\", actors: 3)").fault,
        Fault::NotOurs {
            found: "iets".to_owned()
        }
    );
    let newest = map("").replace("min_reader: 1", "min_reader: 7");
    assert_eq!(refused(&newest).fault, Fault::TooNew { needed: 7 });
}

#[test]
fn hostile_files_are_refused_quickly() {
    let cases = [
        map(&format!("notes: {}1{},", "[".repeat(40), "]".repeat(40))),
        map(&format!("x: {},", "1".repeat(1_000_000))),
        map(&format!("actors: [{}],", "(),".repeat(5_001))),
        map(&format!("x: {},", "a".repeat(1_000_000))),
        map(&"[".repeat(1_000_000)),
        map(&format!("x: [{}],", "(),".repeat(4_000_001))),
        format!("#![enable(unwrap_variant_newtypes)]\n{}", map("")),
        map("<<<<<<< mine\ntitle: \"a\",\n=======\n"),
        map(&unknown_fields(65)),
    ];
    for text in &cases {
        let error = refused(text);
        assert!(error.spot.is_some(), "{:?}", error.fault);
    }
    assert!(matches!(
        read(&vec![b' '; 17 << 20]).unwrap_err().fault,
        Fault::TooBig { .. }
    ));
    // Valid, however wide: a list of many unknown fields in many actors.
    let many = actors(&unknown_fields(64));
    assert_eq!(loaded(&many).notices.len(), 64);
}

#[test]
fn a_moment_says_only_what_differs() {
    let document = loaded(FULL).document;
    let mut moment = document.moments.first().unwrap().clone();
    moment.content = std::sync::Arc::new(document.now.clone());
    let mut document = document;
    document.moments.put(moment);
    let printed = print_document(&document);
    assert!(printed.contains("same: [\n"));
    assert_eq!(printed.matches("name: \"Wethouder Jansen\"").count(), 1);
    assert_eq!(loaded(&printed).document, document);
}

#[test]
fn a_shared_entity_that_is_gone_is_kept() {
    let text = actors("").replace(
        "],\n",
        "], moments: [(id: \"m-0000000000000001\", name: \"Later\", actors: [\"a-0000000000000001\", \
         \"a-0000000000000005\"])],\n",
    );
    let (document, notices) = noticed(&text);
    let moment = document.moments.first().unwrap();
    assert_eq!(moment.content.actors.len(), 1);
    assert!(matches!(notices[0].notice, Notice::Dangling { .. }));
    assert_eq!(
        notices[0].spot.as_ref().unwrap().moment.as_deref(),
        Some("Later")
    );
    assert!(print_document(&document).contains("\"a-0000000000000005\""));
}

#[test]
fn text_is_composed_when_it_is_read() {
    let document = loaded(&actors("short: \"Zoe\u{308}\",")).document;
    assert_eq!(document.now.actors.iter().next().unwrap().short, "Zoë");
}
