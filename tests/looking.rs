//! How a map is looked at: filter, focus, paths, folds and what differs from a scenario. Nothing of it changes the map.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where something is missing"
)]

use std::collections::BTreeSet;

use krachtenveld::model::{
    Actor, ActorId, Answer, Arena, Content, Group, GroupId, Identity as _, Issue, IssueId, Judged,
    Kind, Level5, Note, Place, Position, Relation, RelationId, RelationKind, Stance, Term, Tone,
    Unknown,
};
use krachtenveld::session::Item;
use krachtenveld::session::difference::{Difference, differences};
use krachtenveld::session::filter::{Filter, Question, matches, matching};
use krachtenveld::session::looking::{Focus, Fold, Looking, around, fold, path};

fn id(number: u128) -> ActorId {
    ActorId::from_bits(number)
}

/// Six actors: 1 – 2 – 3 – 4 in a row, 5 in conflict with 2, 6 alone; 1, 2 and 3 are a group.
fn field() -> Content {
    let mut now = Content::default();
    let issue = Issue {
        id: IssueId::from_bits(1),
        name: "Wonen".to_owned(),
        description: Note::default(),
        agreement: BTreeSet::new(),
        unknown: Unknown::default(),
    };
    now.issues.put(issue);
    for number in 1..=6 {
        let mut actor = Actor::new(id(number), format!("Actor {number}"));
        let arena = if number <= 3 {
            Arena::Officials
        } else {
            Arena::Residents
        };
        if number < 6 {
            actor.arena = Answer::given(Term::BuiltIn(arena));
            actor.power = Answer::given(Level5::nearest(i64::try_from(number).unwrap()));
        }
        if number == 4 {
            actor.kind = Some(Term::BuiltIn(Kind::School));
        }
        now.actors.put(actor);
    }
    for (number, (from, to)) in [(1, 2), (2, 3), (3, 4), (5, 2)].into_iter().enumerate() {
        let mut relation = Relation::new(RelationId::from_bits(number as u128), id(from), id(to));
        relation.tone = if from == 5 {
            Tone::Conflict
        } else {
            Tone::Neutral
        };
        if to == 4 {
            relation.kind = Some(Term::BuiltIn(RelationKind::Money));
        }
        now.relations.put(relation);
    }
    let mut group = Group::new(GroupId::from_bits(1), "Kring");
    group.members = [id(1), id(2), id(3)].into();
    now.groups.put(group);
    now
}

fn ids(numbers: &[u128]) -> BTreeSet<ActorId> {
    numbers.iter().map(|number| id(*number)).collect()
}

#[test]
fn a_filter_lets_through_who_meets_every_condition() {
    let now = field();
    let check = |filter: Filter, expected: &[u128]| {
        let found = matching(&now, &filter, Some(IssueId::from_bits(1)));
        assert_eq!(found, ids(expected), "{filter:?}");
        for actor in now.actors.iter() {
            let one = matches(&now, &filter, Some(IssueId::from_bits(1)), actor);
            assert_eq!(one, found.contains(&actor.id), "{filter:?}");
        }
    };
    let empty = Filter::default;
    check(empty(), &[1, 2, 3, 4, 5, 6]);
    let arenas = [Term::BuiltIn(Arena::Residents)].into();
    check(Filter { arenas, ..empty() }, &[4, 5]);
    let kinds = [Term::BuiltIn(Kind::School)].into();
    check(Filter { kinds, ..empty() }, &[4]);
    let groups = [GroupId::from_bits(1)].into();
    check(Filter { groups, ..empty() }, &[1, 2, 3]);
    let relation_kinds = [Term::BuiltIn(RelationKind::Money)].into();
    check(
        Filter {
            relation_kinds,
            ..empty()
        },
        &[3, 4],
    );
    let missing = [Question::Arena, Question::Power].into();
    check(Filter { missing, ..empty() }, &[6]);
    let scores = [(Question::Power, (2, 4))].into();
    let arenas = [Term::BuiltIn(Arena::Residents)].into();
    check(
        Filter {
            arenas,
            scores,
            ..empty()
        },
        &[4],
    );
    let missing = [Question::Position].into();
    check(Filter { missing, ..empty() }, &[1, 2, 3, 4, 5, 6]);
}

#[test]
fn a_private_score_is_not_found_by_its_number() {
    let mut now = field();
    now.actors.update(id(1), |actor| {
        let mut judged = Judged::new(Level5::HIGHEST);
        judged.private = true;
        actor.power = Answer::Given(judged);
    });
    let filter = Filter {
        scores: [(Question::Power, (1, 5))].into(),
        ..Filter::default()
    };
    assert!(!matching(&now, &filter, None).contains(&id(1)));
}

#[test]
fn a_filter_goes_to_a_slide_and_back_as_far_as_a_slide_holds_it() {
    let filter = Filter {
        arenas: [Term::BuiltIn(Arena::Media)].into(),
        groups: [GroupId::from_bits(1)].into(),
        missing: [Question::Power].into(),
        ..Filter::default()
    };
    assert_eq!(filter.n_on(), 3);

    let back = Filter::from(&filter.for_scene());
    assert_eq!(back.arenas, filter.arenas);
    assert_eq!(back.groups, filter.groups);
    assert!(back.missing.is_empty());
}

#[test]
fn a_focus_counts_steps_along_relations_in_whatever_direction() {
    let now = field();
    assert_eq!(around(&now, &ids(&[1]), 1), ids(&[1, 2]));
    assert_eq!(around(&now, &ids(&[1]), 2), ids(&[1, 2, 3, 5]));
    assert_eq!(around(&now, &ids(&[6]), 2), ids(&[6]));
    let looking = Looking {
        focus: Some(Focus {
            centre: ids(&[3]),
            steps: 1,
        }),
        ..Looking::default()
    };
    let items = looking.items(&now, None).unwrap();
    assert!(items.contains(&Item::Actor(id(4))) && !items.contains(&Item::Actor(id(5))));
    assert_eq!(
        items
            .iter()
            .filter(|it| matches!(it, Item::Relation(_)))
            .count(),
        2
    );
}

#[test]
fn a_path_is_a_shortest_one_or_none() {
    let now = field();
    assert_eq!(
        path(&now, id(1), id(4)),
        Some(vec![id(1), id(2), id(3), id(4)])
    );
    assert_eq!(path(&now, id(5), id(5)), Some(vec![id(5)]));
    assert_eq!(path(&now, id(1), id(6)), None);
}

#[test]
fn a_folded_group_keeps_its_relations_outwards_and_stands_in_the_middle() {
    let now = field();
    let group = Fold::Group(GroupId::from_bits(1));
    let made = fold(&now, &[group].into(), |_, n| format!("Kring van {n}"));
    assert_eq!(made.content.actors.len(), 4);
    let one = made.content.actors.get(id(1)).unwrap();
    assert_eq!(one.name, "Kring van 3");
    assert_eq!(one.arena.value(), Some(&Term::BuiltIn(Arena::Officials)));
    let relations: Vec<_> = made
        .content
        .relations
        .iter()
        .map(|it| (it.from, it.to, it.tone))
        .collect();
    assert_eq!(relations.len(), 2, "one to 4, one conflict with 5");
    assert!(made.content.groups.is_empty());
    let at = |actor: ActorId| Place::new(if actor == id(3) { 30.0 } else { 0.0 }, 0.0).unwrap();
    assert_eq!(made.place(id(1), at), Place::new(10.0, 0.0));
    assert_eq!(made.place(id(4), at), None);
    assert_eq!(now, field(), "the map itself stays");
}

#[test]
fn the_hoofdpersoon_is_never_folded_and_two_groups_share_nobody() {
    let mut now = field();
    now.focal = Some(id(1));
    let mut other = Group::new(GroupId::from_bits(2), "Ander");
    other.members = [id(3), id(4), id(5)].into();
    now.groups.put(other);
    let wanted = [
        Fold::Group(GroupId::from_bits(1)),
        Fold::Group(GroupId::from_bits(2)),
    ]
    .into();
    let made = fold(&now, &wanted, |_, _| String::new());
    let all: Vec<ActorId> = made
        .folds
        .values()
        .flat_map(|it| it.members.iter().copied())
        .collect();
    assert_eq!(all.len(), all.iter().collect::<BTreeSet<_>>().len());
    assert!(!all.contains(&id(1)));
    assert!(made.content.actors.contains(id(1)));
}

#[test]
fn what_differs_is_told_once_and_a_place_is_no_difference() {
    let before = field();
    let mut after = before.clone();
    let issue = IssueId::from_bits(1);
    after
        .actors
        .update(id(1), |actor| actor.place = Place::new(5.0, 5.0));
    assert_eq!(differences(&before, &after), Vec::new());
    after
        .relations
        .put(Relation::new(RelationId::from_bits(9), id(1), id(6)));
    after.relations.remove(RelationId::from_bits(0));
    after.actors.update(id(2), |actor| {
        let position = Answer::given(Position::new(2).unwrap());
        let stance = Stance {
            position,
            ..Stance::default()
        };
        actor.positions.insert(issue, stance);
    });
    let found = differences(&before, &after);
    assert_eq!(found.len(), 3);
    assert!(found.contains(&Difference::RelationMore(id(1), id(6))));
    assert!(found.contains(&Difference::RelationLess(id(1), id(2))));
    let position = Difference::Position {
        actor: id(2),
        issue,
        before: None,
        after: Some(2),
    };
    assert!(found.contains(&position));
}
