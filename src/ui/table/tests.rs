//! The rows of the table, and what is copied of them.

use proptest::prelude::*;

use super::column::{Column, Reading, Said};
use super::copy;
use super::rows::{Way, Wish, rows};
use crate::lens::Catalogue;
use crate::model::{Actor, Answer, Content, IdSource, Judged, Language, Level5, Note};

fn content(powers: &[(&str, Option<i8>)]) -> Content {
    let mut now = Content::default();
    let mut ids = IdSource::new(5);
    for (name, power) in powers {
        let mut actor = Actor::new(ids.fresh(), *name);
        if let Some(power) = power {
            actor.power = Answer::given(Level5::nearest(i64::from(*power)));
        }
        now.actors.put(actor);
    }
    now
}

fn reading<'a>(now: &'a Content, catalogue: &'a Catalogue) -> Reading<'a> {
    Reading {
        now,
        catalogue,
        issue: None,
        language: Language::Dutch,
    }
}

fn names(now: &Content, wish: &Wish) -> Vec<String> {
    let catalogue = Catalogue::default();
    rows(now, &Column::ALL, wish, reading(now, &catalogue))
        .into_iter()
        .map(|id| now.actors.get(id).unwrap().name.clone())
        .collect()
}

#[test]
fn who_was_not_asked_comes_last_whichever_way_a_column_is_sorted() {
    let now = content(&[("Raad", Some(5)), ("Buurt", None), ("School", Some(2))]);
    let mut wish = Wish::default();
    wish.sort_by(Column::Power);
    assert_eq!(names(&now, &wish), ["School", "Raad", "Buurt"]);
    wish.sort_by(Column::Power);
    assert_eq!(wish.sort, Some((Column::Power, Way::Down)));
    assert_eq!(names(&now, &wish), ["Raad", "School", "Buurt"]);
    wish.sort_by(Column::Power);
    assert_eq!(wish.sort, None);
}

#[test]
fn a_search_finds_a_name_without_its_accents() {
    let now = content(&[("Coöperatie", None), ("Raad", None)]);
    let wish = Wish {
        search: "cooper".to_owned(),
        ..Wish::default()
    };
    assert_eq!(names(&now, &wish), ["Coöperatie"]);
}

#[test]
fn what_is_private_is_neither_shown_nor_copied_nor_found() {
    let mut actor = Actor::new(IdSource::new(2).fresh(), "Raad");
    actor.perspective.quote = Note::private("Geheim");
    actor.power = Answer::Given(Judged {
        private: true,
        ..Judged::new(Level5::nearest(4))
    });
    for column in [Column::Quote, Column::Power] {
        let said = column.said(&actor, reading(&Content::default(), &Catalogue::default()));
        assert_eq!(said, Said::Private);
        assert_eq!(said.typed(Language::Dutch), "");
    }
    let mut now = Content::default();
    now.actors.put(actor);
    let wish = Wish {
        search: "geheim".to_owned(),
        ..Wish::default()
    };
    assert!(names(&now, &wish).is_empty());
}

#[test]
fn no_copied_cell_is_a_formula() {
    assert_eq!(copy::cell("=1+1"), "'=1+1");
    assert_eq!(copy::cell("@naam"), "'@naam");
    assert_eq!(copy::cell("-3"), "-3");
    assert_eq!(copy::cell("-3 -2"), "'-3 -2");
    assert_eq!(copy::cell("een\ttab"), "\"een\ttab\"");
}

proptest! {
    #[test]
    fn a_copied_cell_never_breaks_its_row(text in "\\PC*") {
        let line = copy::rows([vec![text.clone(), "x".to_owned()]]);
        let quoted = line.starts_with('"');
        prop_assert!(quoted || line.matches('\t').count() == 1);
        prop_assert!(!copy::cell(&text).starts_with(['=', '@']));
    }
}
