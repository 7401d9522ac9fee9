use super::*;
use crate::analysis::advice::{Label, PairAdvice};
use crate::analysis::{Field, FieldActor, FieldTie, Sign, analyse};
use crate::exchange::field_json::read_field;
use crate::model::Mode;

const CITY: &str = include_str!("../../../tests/fixtures/reference/case_city.json");

struct Told {
    field: Field,
    analysis: Analysis,
    settings: Thresholds,
}

impl Told {
    fn of(field: Field) -> Self {
        let settings = Thresholds::default();
        let analysis = analyse(&field, &settings, &|| true).unwrap();
        Self {
            field,
            analysis,
            settings,
        }
    }

    fn city() -> Self {
        Self::of(read_field(CITY).unwrap())
    }

    fn in_language(&self, language: Language) -> Telling<'_> {
        Telling {
            field: &self.field,
            analysis: &self.analysis,
            settings: &self.settings,
            language,
        }
    }

    fn row(&self, one: &str, other: &str) -> &PairAdvice {
        let number = |name: &str| {
            self.field
                .actors
                .iter()
                .position(|a| a.label == name)
                .unwrap()
        };
        let (a, b) = (number(one), number(other));
        let pair = (a.min(b), a.max(b));
        self.analysis
            .advice
            .iter()
            .find(|row| (row.i, row.j) == pair)
            .unwrap()
    }
}

/// A field with a council, so that a way round it would show.
fn small() -> Field {
    let actor = |label: &str, group: &str, kind: &str| FieldActor {
        label: label.to_owned(),
        group: Some(group.to_owned()),
        kind: Some(kind.to_owned()),
        ..FieldActor::default()
    };
    let tie = |source, target| FieldTie {
        source,
        target,
        weight: 1.0,
        sign: Sign::Positive,
        confidence: 1.0,
    };
    Field {
        name: "Klein".to_owned(),
        actors: vec![
            actor("Regisseur", "ambtelijk", "ambtenaar"),
            actor("Raad", "bestuur", "raad"),
            actor("Platform", "samenleving", "bewonersgroep"),
        ],
        ties: vec![tie(0, 1), tie(0, 2)],
        focal: Some(0),
        ..Field::default()
    }
}

#[test]
fn a_pair_with_the_council_goes_through_alderman_and_clerk() {
    let told = Told::of(small());
    let row = told.row("Raad", "Platform");
    assert_eq!(
        told.in_language(Language::Dutch).way_in(row),
        "loopt via wethouder en griffie"
    );
    assert_eq!(
        told.in_language(Language::English).way_in(row),
        "goes through alderman and council clerk"
    );
}

#[test]
fn a_small_field_is_told_without_an_order() {
    let told = Told::of(small());
    let telling = told.in_language(Language::Dutch);
    assert!(
        telling
            .what_comes_first()
            .starts_with("Met minder dan 5 actoren of 4 relaties")
    );
    assert!(!analyse_mail(&telling, (3, 1)).contains("kortste routes"));
}

#[test]
fn the_fixed_line_counts_answers_with_the_right_plural() {
    assert_eq!(
        based_on(1, 0, Language::Dutch),
        "Gebaseerd op 1 antwoord, 0 onbekend; één ander antwoord kan de volgorde veranderen."
    );
    assert_eq!(
        based_on(41, 6, Language::English),
        "Based on 41 answers, 6 unknown; one other answer can change the order."
    );
}

#[test]
fn evidence_says_what_is_known_how_it_weighs_and_what_it_speaks_for() {
    let told = Told::of(small());
    let rows = told
        .in_language(Language::Dutch)
        .evidence(told.row("Raad", "Platform"));
    let (arena, values) = (&rows[0], &rows[1]);
    assert_eq!(arena.what, "bestuur en politiek naast inwoners");
    assert_eq!(
        (arena.weight.as_str(), arena.says),
        ("telt zwaar", Says::Verbinden)
    );
    assert_eq!(arena.says_word, "vóór verbinden");
    assert_eq!(values.says_word, "onbekend");
}

#[test]
fn a_choice_that_differs_from_the_advice_is_a_question() {
    let told = Told::city();
    let telling = told.in_language(Language::Dutch);
    let differs = told
        .analysis
        .mismatches
        .iter()
        .find(|found| found.verdict == crate::analysis::advice::Verdict::GripOnUnlike)
        .unwrap();
    let row = told
        .analysis
        .advice
        .iter()
        .find(|row| (row.i, row.j) == (differs.i, differs.j))
        .unwrap();
    assert_eq!(
        telling.question(row, Some(Mode::Regie)),
        "U koos hier regie. Regie past hier minder vanzelf. Wat kiest u?"
    );
}

#[test]
fn the_base_rate_follows_from_the_rows() {
    let told = Told::city();
    let rate = &told.analysis.base_rate;
    let line = told.in_language(Language::Dutch).base_rate();
    assert!(line.contains(&format!("{} van {}", rate.across_verbinden, rate.across)));
    let labels = told
        .analysis
        .advice
        .iter()
        .filter(|row| row.label == Label::Verbinden);
    assert_eq!(labels.count(), 68);
}

#[test]
fn no_sentence_of_the_mails_uses_a_word_that_stays_off_the_screen() {
    let told = Told::city();
    let off = [
        "sfeer",
        "onvoldoende",
        "twee kampen",
        "tevreden houden",
        "zienswijze",
        "weerstand",
        "dangerous",
        "NaN",
        "staat er tussen",
        " lens",
    ];
    for language in [Language::Dutch, Language::English] {
        let telling = told.in_language(language);
        let chosen = |_: usize, _: usize| Some(Mode::Regie);
        let text = analyse_mail(&telling, (10, 2)) + &advise_mail(&telling, &chosen, (10, 2));
        for word in off {
            assert!(!text.contains(word), "{word} stands in {text}");
        }
    }
}

#[test]
fn every_evidence_row_is_told_in_both_languages_without_gaps() {
    let told = Told::city();
    for row in &told.analysis.advice {
        let dutch = told.in_language(Language::Dutch).evidence(row);
        let english = told.in_language(Language::English).evidence(row);
        for line in dutch.iter().chain(&english) {
            assert!(!line.what.trim().is_empty(), "{line:?}");
        }
        assert!(!told.in_language(Language::Dutch).reason(row).is_empty());
        assert!(!told.in_language(Language::English).way_in(row).is_empty());
    }
}

#[test]
fn a_what_if_tells_what_comes_nearer() {
    let told = Told::city();
    let link = &told.analysis.links.links[0];
    let field = told.field.with_tie(link.i, link.j);
    let after = analyse(&field, &told.settings, &|| true).unwrap();
    let lines = change_lines(&told.in_language(Language::Dutch), &after, link.i, link.j);
    assert!(lines[0].contains("dichter bij elkaar"), "{lines:?}");
    assert!(!lines[0].starts_with("Niemand"), "{lines:?}");
}
