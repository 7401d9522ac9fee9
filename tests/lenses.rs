//! Lenses: every one that is built in is sound, and a damaged one is refused with its place.

use std::collections::BTreeSet;

use krachtenveld::lens::{LensTrouble, faults};
use krachtenveld::model::{Bilingual, FieldKind, LensFigure, LensOption};
use krachtenveld::storage::{BUILT_IN_LENSES, Fault, built_in_lenses, print_lens, read_lens};

#[test]
fn every_lens_that_is_built_in_is_read_strictly_and_sound() {
    assert!(!BUILT_IN_LENSES.is_empty());
    let mut codes = BTreeSet::new();
    for (name, text) in BUILT_IN_LENSES {
        let loaded = read_lens(text.as_bytes()).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(loaded.notices.is_empty(), "{name}: {:?}", loaded.notices);
        let told: Vec<String> = loaded
            .faults
            .iter()
            .map(|(fault, spot)| format!("{}:{}: {:?}", spot.line, spot.column, fault.trouble))
            .collect();
        assert!(told.is_empty(), "{name}: {told:#?}");
        let lens = loaded.lens;
        assert_eq!(*name, format!("{}.lens.ron", lens.id));
        assert!(codes.insert(lens.id.clone()), "{name} stands twice");
        assert!(!lens.source.trim().is_empty(), "{name} names no source");
        assert!(
            texts_of(&lens)
                .iter()
                .all(|text| !text.nl.is_empty() && !text.en.is_empty())
        );
        let again = read_lens(print_lens(&lens).as_bytes()).unwrap();
        assert_eq!(again.lens, lens, "{name}");
    }
    assert_eq!(built_in_lenses().len(), BUILT_IN_LENSES.len());
}

fn texts_of(lens: &krachtenveld::model::Lens) -> Vec<&Bilingual> {
    fn of_kind<'a>(kind: &'a FieldKind, texts: &mut Vec<&'a Bilingual>) {
        let of_options = |options: &'a [LensOption]| {
            options
                .iter()
                .flat_map(|option| [&option.label, &option.help])
        };
        match kind {
            FieldKind::Scale {
                low_label,
                high_label,
                ..
            } => texts.extend([low_label, high_label]),
            FieldKind::Choice(options)
            | FieldKind::Choices(options)
            | FieldKind::Ranked(options) => {
                texts.extend(of_options(options));
            }
            FieldKind::Triangle(corners) => texts.extend(corners),
            FieldKind::NowAndWanted(kind) => of_kind(kind, texts),
            FieldKind::Short | FieldKind::Long | FieldKind::Date | FieldKind::Actors => {}
        }
    }
    let mut texts = vec![&lens.title, &lens.about];
    for field in &lens.fields {
        texts.extend([&field.label, &field.help]);
        of_kind(&field.kind, &mut texts);
    }
    texts.extend(lens.checks.iter().map(|check| &check.asks));
    for figure in &lens.figures {
        match figure {
            LensFigure::Radar { title, .. } => texts.push(title),
            LensFigure::Triangle { .. } => {}
        }
    }
    texts
}

const SMALL: &str = r#"Lens(
    id: "wijk",
    title: (nl: "Wijk", en: "Neighbourhood"),
    about: (nl: "Voor de wijk.", en: "For the neighbourhood."),
    source: "Wij",
    fields: [
        (
            id: "thuis",
            subject: actor,
            label: (nl: "Thuis", en: "At home"),
            help: (nl: "Voelt het als thuis?", en: "Does it feel like home?"),
            kind: Scale(low: 1, high: 5, low_label: (nl: "nee", en: "no"), high_label: (nl: "ja", en: "yes")),
        ),
    ],
    checks: [
        (
            id: "laag",
            subject: actor,
            when: All([AtMost("thuis", 2)]),
            asks: (nl: "Wat is nodig?", en: "What is needed?"),
        ),
    ],
)
"#;

/// Reads a damaged lens and gives what is wrong with it and where.
fn damaged(from: &str, to: &str) -> Vec<(LensTrouble, usize, usize)> {
    assert!(SMALL.contains(from), "{from}");
    let loaded = read_lens(SMALL.replace(from, to).as_bytes()).unwrap();
    loaded
        .faults
        .into_iter()
        .map(|(fault, spot)| (fault.trouble, spot.line, spot.column))
        .collect()
}

#[test]
fn a_sound_lens_has_no_faults() {
    let loaded = read_lens(SMALL.as_bytes()).unwrap();
    assert_eq!(loaded.faults, []);
    assert_eq!(faults(&loaded.lens), []);
}

#[test]
fn a_condition_on_a_field_that_is_not_there_has_its_line_and_column() {
    let found = damaged(r#"AtMost("thuis", 2)"#, r#"AtMost("elders", 2)"#);
    let trouble = LensTrouble::UnknownField("elders".into());
    assert_eq!(found, [(trouble, 19, 31)]);
}

#[test]
fn a_missing_language_has_its_line_and_column() {
    let found = damaged(r#"(nl: "Thuis", en: "At home")"#, r#"(nl: "Thuis")"#);
    assert_eq!(found.len(), 1);
    assert!(
        matches!(found[0], (LensTrouble::NoText(_), 10, 13)),
        "{found:?}"
    );
}

#[test]
fn a_step_outside_the_scale_and_a_scale_without_steps_are_faults() {
    let found = damaged(r#"AtMost("thuis", 2)"#, r#"AtMost("thuis", 9)"#);
    assert!(
        matches!(found[..], [(LensTrouble::NoSuchStep(9), 19, _)]),
        "{found:?}"
    );
    let found = damaged("low: 1, high: 5", "low: 5, high: 5");
    assert!(
        found
            .iter()
            .any(|(trouble, ..)| *trouble == LensTrouble::NoSteps)
    );
    let found = damaged("low: 1, high: 5", "low: -2147483648, high: 2147483647");
    assert!(
        matches!(found[..], [(LensTrouble::ManySteps(_), 12, _)]),
        "{found:?}"
    );
}

#[test]
fn ten_thousand_options_are_refused_with_their_place() {
    let options: String = (0..10_000)
        .map(|count| {
            format!(r#"(code: "c{count}", label: (nl: "a", en: "b"), help: (nl: "a", en: "b")),"#)
        })
        .collect();
    let lens = SMALL
        .replace(
            r#"Scale(low: 1, high: 5, low_label: (nl: "nee", en: "no"), high_label: (nl: "ja", en: "yes"))"#,
            &format!("Choice([{options}])"),
        )
        .replace(r#"All([AtMost("thuis", 2)])"#, r#"Is("thuis", "c3")"#);
    let loaded = read_lens(lens.as_bytes()).unwrap();
    let found: Vec<_> = loaded
        .faults
        .iter()
        .map(|(fault, spot)| (&fault.trouble, spot.line))
        .collect();
    assert_eq!(found, [(&LensTrouble::TooMany(200), 12)]);
}

#[test]
fn conditions_too_deep_in_each_other_are_refused() {
    let deep = format!(
        "{}{}{}",
        "All([".repeat(9),
        r#"Missing("thuis")"#,
        "])".repeat(9)
    );
    let found = damaged(r#"All([AtMost("thuis", 2)])"#, &deep);
    assert!(
        matches!(found[..], [(LensTrouble::TooDeep(8), 19, _)]),
        "{found:?}"
    );
    let deeper = format!(
        "{}{}{}",
        "All([".repeat(900),
        r#"Missing("thuis")"#,
        "])".repeat(900)
    );
    let lens = SMALL.replace(r#"All([AtMost("thuis", 2)])"#, &deeper);
    let error = read_lens(lens.as_bytes()).unwrap_err();
    assert!(matches!(error.fault, Fault::TooDeep { .. }), "{error}");
    assert_eq!(error.spot.unwrap().line, 19);
}

#[test]
fn what_is_no_lens_is_refused_with_its_place() {
    let error = read_lens(SMALL.replace("AtMost", "AtMots").as_bytes()).unwrap_err();
    assert_eq!(error.spot.unwrap().line, 19);
    let error = read_lens(SMALL.replace("subject: actor", "subject: actr").as_bytes()).unwrap_err();
    assert!(matches!(error.fault, Fault::UnknownWord { .. }));
    for bytes in [
        &b""[..],
        b"\0\0\0",
        b"(",
        b"Map(format: \"krachtenveld\")",
        b"PK\x03\x04",
        b"\xff\xfe",
    ] {
        assert!(read_lens(bytes).is_err());
    }
}

#[test]
fn every_cut_of_a_lens_is_refused_without_a_panic() {
    for end in (0..SMALL.len()).filter(|end| SMALL.is_char_boundary(*end)) {
        if let Ok(loaded) = read_lens(SMALL[..end].as_bytes()) {
            assert_eq!(loaded.lens.id, "wijk");
        }
    }
}
