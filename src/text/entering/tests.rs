//! What lines mean, in both languages.

use proptest::prelude::*;

use super::lexicon;
use crate::edit::Edit;
use crate::model::{
    Actor, Arena, Content, Document, IdSource, Kind, Language, Level3, Note, Relation, Term, Tone,
    Unknown, Value,
};
use crate::session::quick::{
    Chip, ChipId, ChipKind, Choices, Ground, Made, Says, TieWay, Trouble, Understood, understand,
};

/// A map with Raad, Gemeenteraad Oost, Woningcorporatie, Bewonersplatform, Fonds X and the value Schone lucht.
fn map() -> Document {
    let mut ids = IdSource::new(11);
    let mut document = Document::new(ids.fresh(), Language::Dutch);
    for name in [
        "Raad",
        "Gemeente Ede",
        "Woningcorporatie",
        "Bewonersplatform",
        "Café Zuid",
    ] {
        document.now.actors.put(Actor::new(ids.fresh(), name));
    }
    document.now.values.put(Value {
        id: ids.fresh(),
        name: "Schone lucht".to_owned(),
        meaning: Note::default(),
        unknown: Unknown::default(),
    });
    document
}

fn read(line: &str) -> (Document, Understood) {
    let document = map();
    let understood = understand(line, &document.now, &lexicon());
    (document, understood)
}

fn place(
    document: &Document,
    understood: &Understood,
    choices: &Choices,
) -> Result<Document, Trouble> {
    let ground = Ground {
        now: &document.now,
        issue: None,
        new_issue: "Vraagstuk",
    };
    let Made { edit, .. } = understood.made(choices, ground, &mut IdSource::new(99))?;
    Ok(edit.map_or_else(|| document.clone(), |edit| document.apply(&edit).unwrap()))
}

fn placed(line: &str) -> Document {
    let (document, understood) = read(line);
    place(&document, &understood, &Choices::default()).unwrap()
}

fn named<'a>(now: &'a Content, name: &str) -> &'a Actor {
    now.actors
        .iter()
        .find(|actor| actor.name == name)
        .unwrap_or_else(|| panic!("no {name} in {:?}", names(now)))
}

fn names(now: &Content) -> Vec<&str> {
    now.actors.iter().map(|actor| actor.name.as_str()).collect()
}

/// Writes what a line means in short.
fn meaning(line: &str) -> String {
    let (document, understood) = read(line);
    if let Some(trouble) = &understood.trouble {
        return format!("{trouble:?}");
    }
    let mut words: Vec<String> = Vec::new();
    for (place, subject) in understood.subjects.iter().enumerate() {
        let name = match subject.found {
            Some(found) => format!("={}", document.now.actors.get(found.actor).unwrap().name),
            None => subject.name.clone(),
        };
        words.push(name);
        let details = &subject.details;
        if let Some(arena) = &details.arena {
            let code = arena.term.built_in().map_or("own", Arena::code);
            words.push(format!("{}{code}", if arena.guessed { "?" } else { "@" }));
        }
        if let Some(Term::BuiltIn(kind)) = &details.kind {
            words.push(format!("/{}", kind.code()));
        }
        if details.focal {
            words.push("*".to_owned());
        }
        words.extend(
            details
                .voices
                .iter()
                .map(|voice| format!("{:+}", voice.get())),
        );
        words.extend(details.power.map(|power| format!("!{}", power.get())));
        words.extend(details.involvement.map(|level| format!("~{}", level.get())));
        for value in &details.values {
            let new = if value.found.is_some() { "" } else { "+" };
            words.push(format!("#{new}{}", value.name));
        }
        words.extend(details.quote.iter().map(|quote| format!("\"{quote}\"")));
        if let Some(tie) = understood.ties.get(place) {
            let way = match (tie.way, tie.conflict) {
                (_, true) => "x",
                (TieWay::Mutual, false) => "-",
                (TieWay::Forward, false) => ">",
                (TieWay::Backward, false) => "<",
            };
            words.push(way.to_owned());
        }
    }
    words.extend(
        understood
            .strength
            .map(|strength| format!("s{}", strength.get())),
    );
    words.join(" ")
}

#[track_caller]
fn check(line: &str, expected: &str) {
    assert_eq!(meaning(line), expected, "for {line:?}");
}

#[test]
fn a_name_gives_away_kind_and_arena_in_both_languages() {
    check("Wethouder Jansen", "Wethouder Jansen ?bestuur /wethouder");
    check("Mayor Smith", "Mayor Smith ?bestuur /burgemeester");
    check("Gemeenteraad", "Gemeenteraad ?bestuur /raad");
    check(
        "Residents of Oak Street",
        "Residents of Oak Street ?samenleving /bewonersgroep",
    );
    check(
        "Housing association North",
        "Housing association North ?maatschappelijk /corporatie",
    );
    check(
        "Huurdersbelang",
        "Huurdersbelang ?samenleving /bewonersgroep",
    );
    check("Cliëntenraad", "Cliëntenraad ?samenleving");
    check(
        "Basisschool de Brug",
        "Basisschool de Brug ?maatschappelijk /school",
    );
    check("Hogeschool Noord", "Hogeschool Noord ?kennis /hogeschool");
    check("Stadskrant", "Stadskrant ?media /krant");
    check("MKB-kring", "MKB-kring ?markt /ondernemers");
    check("Jansen", "Jansen");
    check("Beraad", "Beraad");
}

#[test]
fn an_arena_is_named_by_its_beginning() {
    check("Jansen @markt", "Jansen @markt");
    check("Jansen @bedr", "Jansen @markt");
    check("Jansen @Bestuur en politiek", "Jansen @bestuur");
    check("Smith @resid", "Smith @samenleving");
    check("Jansen @MÉDIA", "Jansen @media");
    check(
        "Wethouder Jansen @kennis",
        "Wethouder Jansen @kennis /wethouder",
    );
    check("Jansen @qqq", "UnknownArena(\"qqq\")");
    check("Jansen @", "Jansen");
    check("jan@ede.nl", "jan@ede.nl");
}

#[test]
fn signs_and_numbers_are_read_apart_from_the_name() {
    check("Jansen *", "Jansen *");
    check("*Jansen", "Jansen *");
    check("Jansen +2", "Jansen +2");
    check("Jansen −1", "Jansen -1");
    check("Jansen 0", "Jansen +0");
    check("Jansen +3 +3 +2 -1", "Jansen +3 +3 +2 -1");
    check("Jansen +3 3 2 -1", "Jansen +3 +3 +2 -1");
    check("Jansen !4 ~5 -2", "Jansen -2 !4 ~5");
    check("Jansen +5", "PositionRange");
    check("Jansen !9", "LevelRange");
    check("Jansen ~0", "LevelRange");
    check("Fase 2", "Fase 2");
    check("Groep 3 4", "Groep 3 4");
    check("Covid-19", "Covid-19");
    check("+31612345678", "+31612345678");
    check("+2", "NoName");
    check("Yes!", "Yes!");
}

#[test]
fn values_are_found_by_their_beginning_or_are_new() {
    check("Jansen #schone", "Jansen #Schone lucht");
    check("Jansen #schone lucht +1", "Jansen +1 #Schone lucht");
    check("Jansen #rust", "Jansen #+rust");
    check("Jansen #\"korte lijnen\" !2", "Jansen !2 #+korte lijnen");
    check("Jansen #", "Jansen");
}

#[test]
fn words_in_quotes_are_own_words() {
    check(
        "Jansen \"Het plan ligt er al\"",
        "Jansen \"Het plan ligt er al\"",
    );
    check("Jansen “Ask us first” +2", "Jansen +2 \"Ask us first\"");
    check("Jansen \"nog niet dicht", "Jansen \"nog niet dicht\"");
    check("'s-Hertogenbosch", "'s-Hertogenbosch");
}

#[test]
fn a_line_between_two_names_is_a_relation() {
    check("Raad - Woningcorporatie", "=Raad - =Woningcorporatie");
    check("raad – woning", "=Raad - =Woningcorporatie");
    check("Raad — cafe", "=Raad - =Café Zuid");
    check("Raad > platform", "=Raad > =Bewonersplatform");
    check("Raad -> Ede", "=Raad > =Gemeente Ede");
    check("Raad < Jansen", "=Raad < Jansen");
    check(
        "corporatie x bewoners",
        "=Woningcorporatie x =Bewonersplatform",
    );
    check("corporatie × Jansen !3", "=Woningcorporatie x Jansen s3");
    check("Raad +2 - Jansen @markt", "=Raad +2 - Jansen @markt");
    check("Raad - Jansen - Ede", "=Raad - Jansen - =Gemeente Ede");
    check("Raad - ", "OneEnd");
    check("Raad - Raad", "SameEnds");
    check("Jansen - JANSEN", "SameEnds");
    check("Raad - Jansen !5", "StrengthRange");
}

#[test]
fn a_hyphen_or_a_cross_within_a_name_is_no_relation() {
    check(
        "MKB-kring Noord-Oost",
        "MKB-kring Noord-Oost ?markt /ondernemers",
    );
    check("Fonds X", "Fonds X");
    check("Fonds x", "Fonds x");
    check("Xantippe", "Xantippe");
    check("Project X Zuid", "Project X Zuid");
    check("- Raad", "=Raad");
}

#[test]
fn a_name_that_is_there_is_changed_and_not_doubled() {
    check("RAAD +2", "=Raad +2");
    check("cafe zuid !3", "=Café Zuid !3");
    let after = placed("Raad +2 !4");
    assert_eq!(after.now.actors.len(), 5);
    let issue = after.now.issues.first().unwrap();
    assert_eq!(issue.name, "Vraagstuk");
    let raad = named(&after.now, "Raad");
    assert_eq!(raad.position(issue.id).number(), Some(2.0));
    assert_eq!(raad.position(issue.id).judged().unwrap().certainty, None);
    assert_eq!(raad.power.number(), Some(4.0));
}

#[test]
fn a_name_much_like_another_is_asked_about() {
    let (document, understood) = read("Woningcorporati");
    let near = understood.single().unwrap().near.unwrap();
    assert_eq!(
        document.now.actors.get(near).unwrap().name,
        "Woningcorporatie"
    );
    let mut choices = Choices::default();
    assert_eq!(
        place(&document, &understood, &choices)
            .unwrap()
            .now
            .actors
            .len(),
        6
    );
    choices.turn(ChipId {
        subject: 0,
        kind: ChipKind::Near,
    });
    assert_eq!(
        place(&document, &understood, &choices)
            .unwrap()
            .now
            .actors
            .len(),
        5
    );
}

#[test]
fn a_piece_that_is_turned_off_is_left_out() {
    let (document, understood) = read("Wethouder Jansen +3 +1");
    let kinds = |chip: &Chip| chip.id.kind;
    let chips: Vec<ChipKind> = understood.chips().iter().map(kinds).collect();
    assert_eq!(chips, [ChipKind::Arena, ChipKind::Kind, ChipKind::Position]);
    let after = place(&document, &understood, &Choices::default()).unwrap();
    let jansen = named(&after.now, "Wethouder Jansen");
    assert_eq!(jansen.kind, Some(Term::BuiltIn(Kind::Alderman)));
    assert_eq!(jansen.positions.len(), 1);
    let mut choices = Choices::default();
    for chip in understood.chips() {
        choices.turn(chip.id);
    }
    let after = place(&document, &understood, &choices).unwrap();
    let jansen = named(&after.now, "Wethouder Jansen");
    assert_eq!((jansen.kind.is_none(), jansen.positions.len()), (true, 0));
    assert!(!jansen.arena.asked());
}

#[test]
fn an_arena_can_be_chosen_before_placing() {
    let (document, understood) = read("Huisartsenkring");
    let mut choices = Choices::default();
    choices
        .arenas
        .insert(0, Some(Term::BuiltIn(Arena::Knowledge)));
    let after = place(&document, &understood, &choices).unwrap();
    let arena = &named(&after.now, "Huisartsenkring").arena;
    assert_eq!(arena.value(), Some(&Term::BuiltIn(Arena::Knowledge)));
}

#[test]
fn a_relation_makes_the_ends_that_are_not_there() {
    let after = placed("Raad x Boerenbond !2 *");
    assert_eq!(after.now.actors.len(), 6);
    let relation: &Relation = after.now.relations.iter().next().unwrap();
    assert_eq!(relation.tone, Tone::Conflict);
    assert_eq!(relation.strength.value(), Level3::new(2).as_ref());
    assert_eq!(relation.to, named(&after.now, "Boerenbond").id);
    assert_eq!(after.now.focal, Some(relation.to));
    let again = understand("boerenbond > raad", &after.now, &lexicon());
    assert!(
        matches!(again.chips().get(1).map(|chip| &chip.says), Some(Says::Tie(tie)) if tie.found.is_some())
    );
    let after = place(&after, &again, &Choices::default()).unwrap();
    assert_eq!(after.now.relations.len(), 1);
    let relation = after.now.relations.iter().next().unwrap();
    assert_eq!(
        (relation.from, relation.mutual),
        (named(&after.now, "Boerenbond").id, false)
    );
}

#[test]
fn several_lines_are_several_actors() {
    let after = placed(
        "1. Wethouder Jansen\n- raad\n\n• MKB-kring @markt\n2) MKB-KRING\r\n* Fonds X\n  – Jansen - wethouder",
    );
    let new: Vec<&str> = names(&after.now)
        .into_iter()
        .filter(|name| map().now.actors.iter().all(|old| old.name != *name))
        .collect();
    assert_eq!(new.len(), 4, "{new:?}");
    for name in [
        "Wethouder Jansen",
        "MKB-kring",
        "Fonds X",
        "Jansen - wethouder",
    ] {
        assert!(new.contains(&name), "{name} not in {new:?}");
    }
    let (_, understood) = read("raad\nMKB\nmkb");
    assert_eq!((understood.subjects.len(), understood.doubles), (1, 2));
    assert!(read("Raad\n\n").1.single().is_some());
}

#[test]
fn a_pasted_table_has_columns() {
    for table in [
        "Naam\tArena\tSoort\nKompas\tInstellingen\tZorg\nDe Brug\t\tSchool\n\"Kring, Oost\"\tbedr\t",
        "soort;naam;arena\nZorg;Kompas;Institutions\nschool;De Brug;\n;Kring, Oost;Businesses",
    ] {
        let after = placed(table);
        assert_eq!(after.now.actors.len(), 8, "{table}");
        let arena = |name: &str| after.now.arena_of(named(&after.now, name));
        assert_eq!(arena("Kompas"), Some(Arena::Institutions));
        assert_eq!(arena("De Brug"), Some(Arena::Institutions));
        assert_eq!(arena("Kring, Oost"), Some(Arena::Market));
        assert_eq!(
            named(&after.now, "Kompas").kind,
            Some(Term::BuiltIn(Kind::Care))
        );
    }
}

#[test]
fn names_are_cleaned_and_limited() {
    check("  Jan\u{0007}   de\u{a0}Wit ", "Jan de Wit");
    check("Jose\u{301}", "José");
    let (_, understood) = read(&"a".repeat(2_001));
    assert_eq!(
        understood.trouble,
        Some(Trouble::NameTooLong { length: 2_001 })
    );
    assert_eq!(read(&"é".repeat(2_000)).1.trouble, None);
    assert!(read("").1.is_empty());
    assert!(read(" \n \t ").1.is_empty());
}

#[test]
fn more_actors_than_fit_are_refused_in_words() {
    let lines: Vec<String> = (0..5_000)
        .map(|number| format!("Actor nr{number}"))
        .collect();
    let (_, understood) = read(&lines.join("\n"));
    assert_eq!(understood.trouble, Some(Trouble::TooManyActors));
}

#[test]
fn nothing_new_is_no_edit() {
    let (document, understood) = read("Raad");
    let ground = Ground {
        now: &document.now,
        issue: None,
        new_issue: "",
    };
    let made = understood
        .made(&Choices::default(), ground, &mut IdSource::new(1))
        .unwrap();
    assert_eq!((made.edit, made.selection.len()), (None::<Edit>, 1));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_is_typed_never_panics_and_its_edit_applies(
        words in prop::collection::vec(
            prop_oneof![
                Just("Raad".to_owned()), Just("woning".to_owned()), Just("x".to_owned()),
                Just("-".to_owned()), Just(">".to_owned()), Just("+2".to_owned()),
                Just("0".to_owned()), Just("#schone".to_owned()), Just("\"".to_owned()),
                Just("*".to_owned()), Just("!2".to_owned()), Just("@m".to_owned()),
                Just("\n".to_owned()), Just("\t".to_owned()), Just(";".to_owned()),
                "\\PC{0,6}", ".{0,4}",
            ],
            0..10,
        ),
        glue in prop_oneof![Just(" "), Just("")],
        turned in prop::collection::vec(any::<bool>(), 12),
    ) {
        let (document, understood) = read(&words.join(glue));
        let mut choices = Choices::default();
        for (chip, turn) in understood.chips().into_iter().zip(turned) {
            if turn {
                choices.turn(chip.id);
            }
        }
        if let Ok(after) = place(&document, &understood, &choices) {
            prop_assert!(after.problems().is_empty());
        }
    }
}
