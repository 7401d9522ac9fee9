//! The rows of the table, and what is copied of them.

use proptest::prelude::*;

use super::column::{About, Column, Said};
use super::paste::{Anchor, Plan};
use super::read::Reader;
use super::rows::{Way, Wish, rows};
use super::{copy, sheet_text};
use crate::edit::Edit;
use crate::lens::Catalogue;
use crate::model::{
    Actor, ActorId, Answer, Arena, Content, Document, IdSource, Interest, Judged, Language, Level5,
    Note, Term,
};

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

fn none() -> &'static Catalogue {
    static NONE: std::sync::OnceLock<Catalogue> = std::sync::OnceLock::new();
    NONE.get_or_init(Catalogue::default)
}

fn about(now: &Content) -> About<'_> {
    About {
        now,
        catalogue: none(),
        issue: None,
        language: Language::Dutch,
    }
}

fn names(now: &Content, wish: &Wish) -> Vec<String> {
    rows(&Column::ALL, wish, about(now))
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
    let none = Content::default();
    for column in [Column::Quote, Column::Power] {
        let said = column.said(&actor, about(&none));
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

fn sheet(text: &str) -> Vec<Vec<String>> {
    sheet_text::cells(text)
}

#[test]
fn a_sheet_is_read_with_its_quotes_lines_and_semicolons() {
    assert_eq!(
        sheet("Naam\tCitaat\r\n\"Raad\"\t\"twee\nregels en \"\"zo\"\"\"\r\n"),
        [["Naam", "Citaat"], ["Raad", "twee\nregels en \"zo\""]]
    );
    assert_eq!(
        sheet("Naam;Invloed\nRaad;4\n"),
        [["Naam", "Invloed"], ["Raad", "4"]]
    );
    assert_eq!(sheet("'=1+1\t\"open"), [["=1+1", "\"open"]]);
    assert!(sheet_text::is_sheet("a\nb") && !sheet_text::is_sheet("een naam\n"));
}

/// Plans a paste on a map; the first issue is in focus.
fn plan(document: &Document, text: &str, anchor: &Anchor) -> Plan {
    let lexicon = crate::text::entering::lexicon();
    let reader = Reader {
        about: About {
            now: &document.now,
            catalogue: none(),
            issue: document.now.issues.first().map(|issue| issue.id),
            language: Language::Dutch,
        },
        lexicon: &lexicon,
        today: jiff::civil::Date::ZERO,
    };
    Plan::new(
        &sheet(text),
        anchor,
        document,
        &reader,
        &mut IdSource::new(9),
    )
}

fn example() -> Document {
    let text = include_str!("../../../examples/tweedeling.krachtenveld.ron");
    crate::storage::read(text.as_bytes()).unwrap().document
}

fn pasted(document: &Document, plan: &Plan) -> Document {
    document.apply(&Edit::Many(plan.edits.clone())).unwrap()
}

fn named<'a>(document: &'a Document, name: &str) -> &'a Actor {
    let mut actors = document.now.actors.iter();
    actors.find(|actor| actor.name == name).unwrap()
}

#[test]
fn what_is_pasted_is_told_before_it_changes_and_nothing_else_does() {
    let document = example();
    let known = document.now.actors.iter().next().unwrap();
    let text = format!(
        "Naam\tInvloed\tArena\tMascotte\tPositie\n{}\t2 4\tkennis\thond\t-3\nDorpsraad\t9\tInwoners\t\t2\n\t5\n",
        known.name
    );
    let plan = plan(&document, &text, &Anchor::default());
    assert_eq!(
        plan.columns,
        [Column::Name, Column::Power, Column::Arena, Column::Position]
    );
    assert_eq!(plan.strange, ["Mascotte"]);
    assert_eq!((plan.new, plan.changed), (1, 1));
    let faults: Vec<(usize, Option<Column>)> = plan
        .faults
        .iter()
        .map(|fault| (fault.row, fault.cell))
        .collect();
    assert_eq!(faults, [(3, Some(Column::Power)), (4, Some(Column::Name))]);
    let after = pasted(&document, &plan);
    let changed = named(&after, &known.name);
    assert_eq!(changed.power.number(), Some(2.0), "the lower of two voices");
    assert_eq!(
        changed.arena.value(),
        Some(&Term::BuiltIn(Arena::Knowledge))
    );
    let new = named(&after, "Dorpsraad");
    assert_eq!(new.power, Answer::NotAsked);
    assert_eq!(after.now.actors.len(), document.now.actors.len() + 1);
    for actor in document
        .now
        .actors
        .iter()
        .filter(|actor| actor.id != known.id)
    {
        assert_eq!(after.now.actors.get(actor.id), Some(actor));
    }
}

#[test]
fn what_is_copied_and_pasted_again_changes_nothing() {
    for map in crate::storage::built_in::examples() {
        let document = crate::storage::read(map.text.as_bytes()).unwrap().document;
        let about = About {
            now: &document.now,
            catalogue: none(),
            issue: document.now.issues.first().map(|issue| issue.id),
            language: Language::Dutch,
        };
        let head = Column::ALL
            .map(|column| column.text().nl.to_owned())
            .to_vec();
        let rows = document.now.actors.iter().map(|actor| {
            let cell = |column: Column| column.said(actor, about).typed(Language::Dutch);
            Column::ALL.map(cell).to_vec()
        });
        let text = copy::rows(std::iter::once(head).chain(rows));
        let plan = plan(&document, &text, &Anchor::default());
        assert_eq!(plan.lines, [], "{}", map.name);
        assert_eq!(plan.faults, [], "{}", map.name);
        assert_eq!(plan.columns.len(), Column::ALL.len());
        assert_eq!(plan.same, document.now.actors.len());
    }
}

#[test]
fn an_empty_cell_and_a_private_answer_stay_as_they_are() {
    let mut document = example();
    let id = document.now.actors.ids().next().unwrap();
    document.now.actors.update(id, |actor| {
        actor.power = Answer::given(Level5::nearest(4));
        actor.perspective.quote = Note::private("Geheim");
    });
    let name = document.now.actors.get(id).unwrap().name.clone();
    let text = format!("Naam\tInvloed\tIn eigen woorden\n{name}\t\tOpen woorden\n");
    let plan = plan(&document, &text, &Anchor::default());
    assert_eq!(plan.lines, []);
    assert_eq!(plan.faults.len(), 1);
    assert!(plan.is_idle());
}

#[test]
fn cells_without_heads_fill_the_table_from_the_chosen_cell_on() {
    let document = example();
    let order: Vec<ActorId> = document.now.actors.ids().collect();
    let anchor = Anchor {
        actors: order[1..3].to_vec(),
        columns: vec![Column::Power, Column::Involvement],
    };
    let plan = plan(&document, "1\t5\n2\t4\n3\t3\n", &anchor);
    let after = pasted(&document, &plan);
    let scores = |id: ActorId| {
        let actor = after.now.actors.get(id).unwrap();
        (actor.power.number(), actor.involvement.number())
    };
    assert_eq!(scores(order[1]), (Some(1.0), Some(5.0)));
    assert_eq!(scores(order[2]), (Some(2.0), Some(4.0)));
    assert_eq!(plan.faults.len(), 1, "the third row has no actor");
}

#[test]
fn values_angles_and_interests_are_typed_as_a_list() {
    let mut document = example();
    let id = document.now.actors.ids().next().unwrap();
    document.now.actors.update(id, |actor| {
        actor.interests = vec![
            Interest::new("rust"),
            Interest {
                hidden: true,
                ..Interest::new("Geheim")
            },
            Interest::new("geld"),
        ];
    });
    let name = document.now.actors.get(id).unwrap().name.clone();
    let value = document.now.values.first().unwrap().name.clone();
    let text = format!(
        "Naam\tBelangen\tInvalshoeken\tWaarden\tNiveau\n{name}\tgeld; tijd; ruimte\tKosten 3; Zorg\t{value} 1\tBuurt; Rijk\n"
    );
    let plan = plan(&document, &text, &Anchor::default());
    assert_eq!(plan.faults, []);
    let after = pasted(&document, &plan);
    let actor = after.now.actors.get(id).unwrap();
    let interests: Vec<&str> = actor
        .interests
        .iter()
        .map(|one| one.text.as_str())
        .collect();
    assert_eq!(interests, ["tijd", "Geheim", "geld", "ruimte"]);
    assert_eq!(actor.frames.len(), 2);
    assert_eq!(actor.values.len(), 1);
    assert_eq!(actor.level.len(), 2);
}

proptest! {
    #[test]
    fn no_paste_breaks_anything(text in "[\\PC\t\n\";]{0,80}") {
        let document = example();
        let plan = plan(&document, &format!("Naam\tInvloed\tWaarden\n{text}"), &Anchor::default());
        let after = pasted(&document, &plan);
        prop_assert_eq!(after.now.actors.len(), document.now.actors.len() + plan.new);
    }
}
