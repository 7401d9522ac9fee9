//! Places and answers are each other's inverse, and nobody hides.

use jiff::civil::Date;
use proptest::prelude::*;

use super::*;
use crate::model::Document;
use crate::model::{
    Actor, Answer, DocumentId, IdSource, Identity as _, Issue, Language, Level5, Participation,
    Position, Unknown,
};

const ROOM: Room = Room {
    width: 880.0,
    height: 560.0,
    scale: 1.0,
    sums: 72.0,
    listing: None,
};

fn map(rows: &[(i64, i64, i64)]) -> (Document, IssueId) {
    let mut ids = IdSource::new(7);
    let mut document = Document::new(DocumentId::from_bits(1), Language::Dutch);
    let issue: IssueId = ids.fresh();
    document.now.issues.put(Issue {
        id: issue,
        name: "Zwembad".to_owned(),
        description: crate::model::Note::default(),
        agreement: BTreeSet::default(),
        unknown: Unknown::default(),
    });
    for (index, (position, power, ring)) in rows.iter().enumerate() {
        let mut actor = Actor::new(ids.fresh(), format!("Actor {index}"));
        actor.power = Answer::given(Level5::nearest(*power));
        actor.involvement = Answer::given(Level5::nearest(6 - *power));
        actor.participation = Answer::given(Participation::nearest(*ring));
        document.now.actors.put(actor.clone());
        let change =
            crate::edit::ActorChange::Position(issue, Answer::given(Position::nearest(*position)));
        document = document
            .apply(&crate::edit::Edit::Actor(actor.id, change))
            .unwrap();
    }
    (document, issue)
}

fn all(issue: IssueId) -> [Wanted; 3] {
    [
        Wanted::Forces(Some(issue)),
        Wanted::Matrix,
        Wanted::Rings(Centre::Focal),
    ]
}

proptest! {
    #[test]
    fn where_an_actor_stands_is_what_it_answered(
        rows in prop::collection::vec((-3_i64..=3, 1_i64..=5, 1_i64..=4), 1..24),
    ) {
        let (document, issue) = map(&rows);
        for wanted in all(issue) {
            let arranged = Arranged::new(&document.now, &wanted, ROOM);
            for actor in document.now.actors.iter() {
                let reading = arranged.reading(arranged.spots[&actor.id].at).unwrap();
                let edits = told(actor, &wanted, reading, None, Date::ZERO);
                let mut after = document.clone();
                for edit in &edits {
                    after = after.apply(edit).unwrap();
                }
                prop_assert!(!edits.is_empty());
                prop_assert_eq!(&after, &document);
            }
        }
    }

    #[test]
    fn nobody_hides_behind_another(
        rows in prop::collection::vec((-3_i64..=3, 1_i64..=5, 1_i64..=4), 1..24),
    ) {
        let (document, issue) = map(&rows);
        for wanted in all(issue) {
            let arranged = Arranged::new(&document.now, &wanted, ROOM);
            prop_assert_eq!(arranged.spots.len(), rows.len());
            let spots: Vec<_> = arranged.spots.values().collect();
            for (index, one) in spots.iter().enumerate() {
                for other in &spots[index + 1..] {
                    prop_assert!(one.at.distance(other.at) > 1.2 * arranged.radius, "{:?}", wanted);
                }
            }
        }
    }
}

#[test]
fn a_score_of_three_stands_in_the_lower_quadrant() {
    let (document, _) = map(&[(0, 3, 1)]);
    let arranged = Arranged::new(&document.now, &Wanted::Matrix, ROOM);
    let Furniture::Matrix(field) = &arranged.furniture else {
        panic!("no matrix");
    };
    let at = arranged.spots.values().next().unwrap().at;
    let monitor = field.quadrants[2];
    assert_eq!(monitor.part, QuadrantPart::Monitor);
    assert!(monitor.area.contains(at));
}

#[test]
fn the_strongest_force_stands_first_and_the_official_apart() {
    let (mut document, issue) = map(&[(1, 1, 1), (-3, 5, 1), (2, 3, 1)]);
    let salience = crate::edit::ActorChange::Salience;
    for actor in document.now.actors.ids().collect::<Vec<_>>() {
        let five = Answer::given(crate::model::Salience::nearest(5));
        document = document
            .apply(&crate::edit::Edit::Actor(actor, salience(issue, five)))
            .unwrap();
    }
    let strongest = document
        .now
        .actors
        .iter()
        .find(|actor| actor.name == "Actor 1");
    let strongest = strongest.unwrap().id;
    let weakest = document
        .now
        .actors
        .iter()
        .find(|actor| actor.name == "Actor 0");
    document.now.focal = Some(weakest.unwrap().id);
    let arranged = Arranged::new(&document.now, &Wanted::Forces(Some(issue)), ROOM);
    let Furniture::Forces(field) = &arranged.furniture else {
        panic!("no forces");
    };
    assert_eq!(field.rows[0].actor, Some(strongest));
    assert_eq!(field.rows[0].force, Some(-3.0));
    assert_eq!(field.rows.len(), 2);
    assert_eq!(arranged.tray[0].waiting, Waiting::NotCounted);
}

#[test]
fn dragging_with_a_start_makes_a_span_of_two_voices() {
    let (document, issue) = map(&[(1, 1, 1)]);
    let actor = document.now.actors.iter().next().unwrap();
    let wanted = Wanted::Forces(Some(issue));
    let edits = told(
        actor,
        &wanted,
        Reading::Position(3),
        Some(Reading::Position(-1)),
        Date::ZERO,
    );
    let after = document.apply(&edits[0]).unwrap();
    let answer = after
        .now
        .actors
        .get(actor.id)
        .unwrap()
        .position(issue)
        .clone();
    let (low, high) = answer.judged().unwrap().span().unwrap();
    assert_eq!((low.get(), high.get()), (-1, 3));
}

#[test]
fn an_empty_map_has_room_for_everything_to_come() {
    let document = Document::new(DocumentId::from_bits(1), Language::Dutch);
    for wanted in [
        Wanted::Forces(None),
        Wanted::Matrix,
        Wanted::Rings(Centre::Focal),
    ] {
        let arranged = Arranged::new(&document.now, &wanted, ROOM);
        assert!(arranged.spots.is_empty() && arranged.tray.is_empty());
        assert!(arranged.field.width() > 100.0 && arranged.field.height() > 100.0);
    }
}
