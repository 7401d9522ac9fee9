//! Lenses: every one that is built in is sound, and a damaged one is refused with its place.
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests stop the test as the tests themselves do"
)]

#[path = "support/documents.rs"]
mod documents;

use std::collections::BTreeSet;

use krachtenveld::edit::Edit;
use krachtenveld::lens::{
    Catalogue, LensPlace, LensTrouble, MOST, Question, answer_at, attention, faults, radar,
    silence_code, silenced, spread, triangles,
};
use krachtenveld::model::{
    Actor, ActorId, Answer, Bilingual, Condition, CoreField, Document, FieldKind, IdSource,
    Language, Lens, LensCheck, LensField, LensFigure, LensOption, LensSubject, LensValue, Relation,
    Unknown,
};
use krachtenveld::session::lens::answer_edit;
use krachtenveld::storage::{BUILT_IN_LENSES, Fault, built_in_lenses, print_lens, read_lens};

use proptest::prelude::{ProptestConfig, prop_assert, proptest};

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

fn texts_of(lens: &Lens) -> Vec<&Bilingual> {
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
    let option = |count: usize| {
        format!(r#"(code: "c{count}", label: (nl: "a", en: "b"), help: (nl: "a", en: "b"))"#)
    };
    let options: Vec<String> = (0..10_000).map(option).collect();
    let options = options.join(",");
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
        if let Ok(loaded) = read_lens(&SMALL.as_bytes()[..end]) {
            assert_eq!(loaded.lens.id, "wijk");
        }
    }
}

/// Two actors with a relation, and answers to a lens.
struct Field {
    document: Document,
    one: ActorId,
    other: ActorId,
}

impl Field {
    fn new() -> Self {
        let mut ids = IdSource::new(8);
        let mut document = Document::new(ids.fresh(), Language::Dutch);
        let (one, other) = (
            Actor::new(ids.fresh(), "Raad"),
            Actor::new(ids.fresh(), "Buurt"),
        );
        let pair = (one.id, other.id);
        let tie = Relation::new(ids.fresh(), one.id, other.id);
        document.now.actors.put(one);
        document.now.actors.put(other);
        document.now.relations.put(tie);
        Self {
            document,
            one: pair.0,
            other: pair.1,
        }
    }

    fn say(&mut self, actor: ActorId, field: &str, value: LensValue) {
        let name = format!("proef.{field}");
        self.document.now.actors.update(actor, |actor| {
            actor.lens.insert(name, Answer::given(value));
        });
    }

    /// Gives how often a check with this condition speaks.
    fn speaks(&self, subject: LensSubject, when: Condition) -> usize {
        let scale = || FieldKind::Scale {
            low: 1,
            high: 5,
            low_label: Bilingual::default(),
            high_label: Bilingual::default(),
        };
        let field = |id: &str, kind: FieldKind| LensField {
            id: id.to_owned(),
            subject: LensSubject::Actor,
            label: Bilingual::default(),
            help: Bilingual::default(),
            kind,
            private: false,
            bind: None,
        };
        let lens = Lens {
            id: "proef".to_owned(),
            title: Bilingual::default(),
            about: Bilingual::default(),
            source: String::new(),
            front: false,
            figures: Vec::new(),
            fields: vec![
                field("a", scale()),
                field("b", scale()),
                field("pair", FieldKind::NowAndWanted(Box::new(scale()))),
                field("word", FieldKind::Choice(Vec::new())),
            ],
            checks: vec![LensCheck {
                id: "c".to_owned(),
                subject,
                when,
                asks: Bilingual::default(),
            }],
            unknown: Unknown::default(),
        };
        attention(&self.document, [&lens]).len()
    }
}

fn named(name: &str) -> String {
    name.to_owned()
}

#[test]
fn each_condition_speaks_where_it_holds_and_nowhere_else() {
    use Condition::{
        All, Any, AtLeast, AtMost, EndsApart, EndsDiffer, Gap, Is, Lowest, Missing, Neither,
    };
    use LensSubject::{Actor, Relation};
    let mut field = Field::new();
    let (one, other) = (field.one, field.other);
    assert_eq!(field.speaks(Actor, Missing(named("a"))), 2);
    field.say(one, "a", LensValue::Scale(2));
    field.say(other, "a", LensValue::Scale(4));
    assert_eq!(field.speaks(Actor, Missing(named("a"))), 0);
    assert_eq!(field.speaks(Actor, AtMost(named("a"), 2)), 1);
    assert_eq!(field.speaks(Actor, AtLeast(named("a"), 2)), 2);
    assert_eq!(field.speaks(Relation, EndsDiffer(named("a"))), 1);
    assert_eq!(field.speaks(Relation, EndsApart(named("a"), 2)), 1);
    assert_eq!(field.speaks(Relation, EndsApart(named("a"), 3)), 0);
    assert_eq!(field.speaks(Actor, EndsDiffer(named("a"))), 0);
    assert_eq!(field.speaks(Actor, Lowest(named("a"), vec![named("b")])), 0);
    field.say(one, "b", LensValue::Scale(3));
    assert_eq!(field.speaks(Actor, Lowest(named("a"), vec![named("b")])), 1);
    let pair = |now, wanted| {
        LensValue::NowAndWanted(
            Box::new(LensValue::Scale(now)),
            Box::new(LensValue::Scale(wanted)),
        )
    };
    field.say(one, "pair", pair(1, 4));
    assert_eq!(field.speaks(Actor, Gap(named("pair"), 3)), 1);
    assert_eq!(field.speaks(Actor, Gap(named("pair"), 4)), 0);
    assert_eq!(field.speaks(Actor, AtMost(named("pair"), 1)), 1);
    field.say(other, "word", LensValue::Choice(named("x")));
    assert_eq!(field.speaks(Actor, Is(named("word"), named("x"))), 1);
    let low = || AtMost(named("a"), 2);
    let high = || AtLeast(named("a"), 4);
    assert_eq!(field.speaks(Actor, All(vec![low(), high()])), 0);
    assert_eq!(field.speaks(Actor, Any(vec![low(), high()])), 2);
    assert_eq!(field.speaks(Actor, Neither(vec![low()])), 1);
    assert_eq!(field.speaks(Actor, Missing(named("nowhere"))), 0);
}

#[test]
fn a_silenced_check_is_quiet_at_its_place_or_everywhere() {
    let lens = built_in_lenses()
        .iter()
        .find(|lens| lens.id == "ownership")
        .unwrap();
    let mut field = Field::new();
    for actor in [field.one, field.other] {
        let leaving = Answer::given(LensValue::Choice(named("leaving")));
        field.document.now.actors.update(actor, |actor| {
            actor.lens.insert(named("ownership.commitment"), leaving);
        });
    }
    let about = |document: &Document| {
        let found = attention(document, [lens.as_ref()]);
        found
            .iter()
            .filter(|one| one.check.id == "about_to_leave")
            .count()
    };
    assert_eq!(about(&field.document), 2);
    let place = LensPlace::Actor(field.one);
    let check = lens
        .checks
        .iter()
        .find(|check| check.id == "about_to_leave")
        .unwrap();
    field
        .document
        .silenced
        .insert(silence_code(lens, check, Some(place)));
    assert_eq!(about(&field.document), 1);
    field
        .document
        .silenced
        .insert(silence_code(lens, check, None));
    assert_eq!(about(&field.document), 0);
    assert_eq!(silenced(&field.document, [lens.as_ref()]).len(), 2);
}

#[test]
fn what_the_core_keeps_is_read_and_written_there() {
    let mut lens = read_lens(SMALL.as_bytes()).unwrap().lens;
    lens.fields[0].bind = Some(CoreField::Autonomy);
    assert_eq!(faults(&lens), []);
    let mut field = Field::new();
    let question = Question {
        lens: &lens,
        field: &lens.fields[0],
    };
    let place = LensPlace::Actor(field.one);
    let edit = answer_edit(place, question, Answer::given(LensValue::Scale(4)));
    field.document = field.document.apply(&edit).unwrap();
    let actor = field.document.now.actors.get(field.one).unwrap();
    assert_eq!(actor.learning.autonomy.number(), Some(4.0));
    assert!(actor.lens.is_empty());
    let read = answer_at(&field.document.now, place, "wijk.thuis", &lens.fields[0]);
    assert_eq!(read.value(), Some(&LensValue::Scale(4)));
    lens.fields[0].private = true;
    assert!(
        faults(&lens)
            .iter()
            .any(|fault| fault.trouble == LensTrouble::PrivateBind)
    );
}

#[test]
fn a_lens_of_the_map_makes_no_private_question_public() {
    let mut private = read_lens(SMALL.as_bytes()).unwrap().lens;
    private.fields[0].private = true;
    let open = read_lens(SMALL.as_bytes()).unwrap().lens;
    let catalogue = Catalogue::of(&[std::sync::Arc::new(private)], &[open]);
    assert!(catalogue.question("wijk.thuis").unwrap().field.private);
    assert_eq!(catalogue.private_questions().len(), 1);
}

#[test]
fn a_lens_of_the_map_that_is_unsound_is_set_aside_and_stops_nothing() {
    let broken = SMALL.replace("AtMost(\"thuis\"", "AtMost(\"elders\"");
    let lens = read_lens(broken.as_bytes()).unwrap().lens;
    let catalogue = Catalogue::of(built_in_lenses(), std::slice::from_ref(&lens));
    assert!(catalogue.get("wijk").is_none());
    assert_eq!(catalogue.unsound().count(), 1);
    let mut field = Field::new();
    field.document.lenses_on.insert(named("wijk"));
    assert!(attention(&field.document, catalogue.on(&field.document)).is_empty());
    assert!(attention(&field.document, [&lens]).is_empty());
}

#[test]
fn an_actor_that_is_taken_out_is_taken_out_of_the_answers() {
    let mut field = Field::new();
    let (one, other) = (field.one, field.other);
    field.say(one, "who", LensValue::Actors(vec![other, one]));
    let after = field.document.apply(&Edit::RemoveActor(other)).unwrap();
    let answers = &after.now.actors.get(one).unwrap().lens;
    let answer = &answers["proef.who"];
    assert_eq!(answer.value(), Some(&LensValue::Actors(vec![one])));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_lens_and_no_answer_stops_the_evaluation(document in documents::documents()) {
        for lens in document.own_lenses.iter() {
            let told = faults(lens);
            prop_assert!(told.len() <= MOST);
            drop(attention(&document, [lens]));
            drop(silenced(&document, [lens]));
            for field in &lens.fields {
                let found = spread(&document.now, lens, field, true);
                prop_assert!(found.bars.len() <= MOST);
                drop(triangles(&document.now, lens, field, true));
            }
            let all: Vec<String> = lens.fields.iter().map(|field| field.id.clone()).collect();
            drop(radar(&document.now, lens, &all, true, |_| true));
        }
        drop(Catalogue::of(built_in_lenses(), &document.own_lenses));
    }
}
