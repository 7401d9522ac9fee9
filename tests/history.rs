//! Random edits: every rule keeps holding, and undo and redo are inverses.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where something is missing"
)]

use std::sync::Arc;

use jiff::civil::Date;
use krachtenveld::edit::{
    ActorChange, Edit, Entry, GroupChange, ListChange, MapChange, PurposeChange, RelationChange,
    RoleChange,
};
use krachtenveld::model::{
    Actor, ActorId, Answer, Arena, Certainty, Course, Direction, Document, Entity, Form, Frame,
    Group, Heat, Holding, IdSource, Identity, Interest, Issue, Judged, Language, Level3, Mode,
    Moment, MomentState, Note, Place, Position, Relation, RoleChoice, Scope, Score, Sensitivity,
    Style, Target, Term, Tone, Unknown, Value,
};
use krachtenveld::session::{Outcome, Session};
use proptest::prelude::*;

/// Draws numbers that proptest shrinks: the bytes are the choices.
struct Choices<'a> {
    bytes: std::slice::Iter<'a, u8>,
    ids: IdSource,
}

impl Choices<'_> {
    fn below(&mut self, bound: usize) -> usize {
        usize::from(self.bytes.next().copied().unwrap_or(0)) % bound.max(1)
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        let index = self.below(all.len());
        all.get(index).copied()
    }

    fn fresh<I: Identity>(&mut self) -> I {
        self.ids.fresh()
    }

    fn score<const LOW: i8, const HIGH: i8>(&mut self) -> Answer<Score<LOW, HIGH>> {
        match self.below(5) {
            0 => Answer::NotAsked,
            1 => Answer::None,
            2 => Answer::given(Score::nearest(i64::try_from(self.below(9)).unwrap() - 4)),
            3 => {
                let voices = (0..=self.below(4))
                    .map(|_| Score::nearest(i64::try_from(self.below(9)).unwrap() - 4));
                Judged::of_voices(voices.collect()).map_or(Answer::NotAsked, Answer::Given)
            }
            _ => {
                let mut judged = Judged::new(Score::LOWEST);
                judged.certainty = self.one_of(&Certainty::ALL);
                judged.private = true;
                judged.date = Some(Date::constant(2026, 5, 12));
                Answer::Given(judged)
            }
        }
    }

    fn note(&mut self) -> Note {
        match self.below(3) {
            0 => Note::default(),
            1 => Note::new("Wij willen vooraf gehoord worden"),
            _ => Note::private("Oud zeer uit 2014"),
        }
    }
}

fn ids<T: Entity>(all: impl Iterator<Item = T>) -> Vec<T::Id> {
    all.map(|entity| entity.id()).collect()
}

#[expect(clippy::too_many_lines, reason = "one arm for each kind of edit")]
fn edit(document: &Document, choices: &mut Choices<'_>) -> Option<Edit> {
    let now = &document.now;
    let actors: Vec<ActorId> = now.actors.ids().collect();
    let actor = choices.one_of(&actors);
    let relations: Vec<_> = now.relations.ids().collect();
    let groups: Vec<_> = now.groups.ids().collect();
    let roles = ids(now.roles.iter().cloned());
    let issues = ids(now.issues.iter().cloned());
    let values = ids(now.values.iter().cloned());
    Some(match choices.below(22) {
        0..=2 => Edit::AddActor(Box::new(Actor::new(choices.fresh(), "Nieuwe actor"))),
        3 => Edit::RemoveActor(actor?),
        4..=5 => Edit::AddRelation(Box::new(Relation::new(
            choices.fresh(),
            actor?,
            choices.one_of(&actors)?,
        ))),
        6 => Edit::RemoveRelation(choices.one_of(&relations)?),
        7 => {
            let mut group = Group::new(choices.fresh(), "Kring");
            group.members.extend(actors.iter().take(3));
            group
                .agreed_by
                .extend(actor.filter(|_| choices.below(2) == 0));
            Edit::AddGroup(Box::new(group))
        }
        8 => Edit::RemoveGroup(choices.one_of(&groups)?),
        9 => {
            let scope = match choices.below(3) {
                0 => Scope::Pair(actor?, choices.one_of(&actors)?),
                1 => Scope::Group(choices.one_of(&groups)?),
                _ => Scope::Actor(choices.one_of(&actors)?),
            };
            let mode = choices.one_of(Mode::ALL)?;
            Edit::AddRole(Box::new(RoleChoice::new(
                choices.fresh(),
                actor?,
                scope,
                mode,
            )))
        }
        10 => Edit::Issue(if choices.below(3) == 0 {
            Entry::Remove(choices.one_of(&issues)?)
        } else {
            Entry::Put(Box::new(Issue {
                id: choices.fresh(),
                name: "Wonen".to_owned(),
                description: choices.note(),
                agreement: std::collections::BTreeSet::default(),
                unknown: Unknown::default(),
            }))
        }),
        11 => Edit::Value(if choices.below(3) == 0 {
            Entry::Remove(choices.one_of(&values)?)
        } else {
            let unknown = Unknown::default();
            Entry::Put(Box::new(Value {
                id: choices.fresh(),
                name: "Nabijheid".to_owned(),
                meaning: Note::default(),
                unknown,
            }))
        }),
        12 => Edit::Place(vec![(actor?, Place::new(1.5, -2.25))]),
        13 => Edit::Map(match choices.below(5) {
            0 => MapChange::Title("Kaart".to_owned()),
            1 => MapChange::Focal(actor),
            2 => MapChange::Vanguard(actor?, choices.below(2) == 0),
            3 => MapChange::Meaning("regie".to_owned(), actor?, choices.note()),
            _ => MapChange::NoRelation(actor?, choices.one_of(&actors)?, true),
        }),
        14 => Edit::Purpose(match choices.below(3) {
            0 => PurposeChange::Values(values.clone()),
            1 => PurposeChange::Initiator(actor),
            _ => PurposeChange::Why(choices.note()),
        }),
        15 => Edit::Relation(
            choices.one_of(&relations)?,
            match choices.below(5) {
                0 => RelationChange::Strength(choices.score()),
                1 => RelationChange::Tone(Tone::Conflict),
                2 => RelationChange::Turn,
                3 => RelationChange::Mutual(false),
                _ => RelationChange::Purpose(choices.note()),
            },
        ),
        16 => Edit::Group(
            choices.one_of(&groups)?,
            match choices.below(3) {
                0 => GroupChange::Member(actor?, false),
                1 => GroupChange::Agreed(actor?, true),
                _ => GroupChange::Member(actor?, true),
            },
        ),
        17 => Edit::Role(
            choices.one_of(&roles)?,
            match choices.below(3) {
                0 => RoleChange::Also(Style::Facilitate, choices.below(2) == 0),
                1 => RoleChange::Agreed(actor?, true),
                _ => RoleChange::Reason(choices.note()),
            },
        ),
        18 => Edit::Course(Entry::Put(Box::new(Course {
            id: choices.fresh(),
            target: choices
                .one_of(&groups)
                .map_or(Target::Actor(actor?), Target::Group),
            direction: Direction::GoAlong,
            keep: choices.note(),
            room_given: None,
            room_taken: None,
            reason: Note::default(),
            date: None,
            unknown: Unknown::default(),
        }))),
        19 => Edit::Moment(Entry::Put(Box::new(Moment {
            id: choices.fresh(),
            name: "Begin".to_owned(),
            date: None,
            state: MomentState::Now,
            content: Arc::new(now.clone()),
            unknown: Unknown::default(),
        }))),
        20 => Edit::Many(vec![
            Edit::Map(MapChange::Title("Samen".to_owned())),
            Edit::Actor(actor?, ActorChange::Name("Samen".to_owned())),
        ]),
        _ => Edit::Actor(actor?, actor_change(choices, &issues, &values)?),
    })
}

fn actor_change(
    choices: &mut Choices<'_>,
    issues: &[krachtenveld::model::IssueId],
    values: &[krachtenveld::model::ValueId],
) -> Option<ActorChange> {
    Some(match choices.below(12) {
        0 => ActorChange::Arena(Answer::given(Term::BuiltIn(choices.one_of(Arena::ALL)?))),
        1 => ActorChange::Power(choices.score()),
        2 => ActorChange::Involvement(choices.score()),
        3 => ActorChange::Position(choices.one_of(issues)?, choices.score()),
        4 => ActorChange::Salience(choices.one_of(issues)?, choices.score()),
        5 => ActorChange::Value(
            choices.one_of(values)?,
            (choices.below(2) == 0).then(|| Holding {
                importance: Level3::HIGHEST,
                creates: true,
                certainty: None,
                unknown: Unknown::default(),
            }),
        ),
        6 => ActorChange::Frame(
            Term::BuiltIn(Frame::Cost),
            (choices.below(2) == 0).then_some(Level3::LOWEST),
        ),
        7 => ActorChange::Interest(match choices.below(3) {
            0 => ListChange::Remove(choices.below(3)),
            1 => ListChange::Move(choices.below(3), choices.below(3)),
            _ => ListChange::Add(Interest::new("Betaalbaar wonen")),
        }),
        8 => ActorChange::Sensitivity(ListChange::Add(Sensitivity {
            heat: Heat::HIGHEST,
            ..Sensitivity::new("Voelt zich gepasseerd")
        })),
        9 => ActorChange::Quote(choices.note()),
        10 => ActorChange::Form(choices.one_of(Form::ALL)),
        _ => ActorChange::Candidate(choices.below(2) == 0),
    })
}

fn empty(seed: u64) -> Session {
    Session::new(
        Document::new(IdSource::new(seed).fresh(), Language::Dutch),
        seed,
    )
}

/// Makes the edits that the bytes choose; gives the session and the map after every step.
fn played(bytes: &[u8]) -> (Session, Vec<Arc<Document>>) {
    let mut session = empty(11);
    let mut choices = Choices {
        bytes: bytes.iter(),
        ids: IdSource::new(77),
    };
    let mut states = vec![Arc::clone(session.committed())];
    while choices.bytes.len() > 0 {
        let Some(edit) = edit(session.document(), &mut choices) else {
            continue;
        };
        let steps = session.history().len();
        match session.apply(edit) {
            Ok(Outcome::Changed) => states.push(Arc::clone(session.committed())),
            Ok(Outcome::Same) => assert_eq!(session.history().len(), steps),
            Err(_) => assert_eq!(session.committed(), states.last().unwrap()),
        }
    }
    (session, states)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn random_edits_keep_every_rule(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let (session, states) = played(&bytes);
        for state in &states {
            prop_assert_eq!(state.problems(), vec![]);
        }
        prop_assert_eq!(session.history().len() + 1, states.len());
    }

    #[test]
    fn undo_and_redo_are_inverses(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let (mut session, states) = played(&bytes);
        for state in states.iter().rev().skip(1) {
            prop_assert!(session.undo().is_some());
            prop_assert_eq!(session.committed(), state);
        }
        prop_assert!(session.undo().is_none());
        for state in states.iter().skip(1) {
            prop_assert!(session.redo().is_some());
            prop_assert_eq!(session.committed(), state);
        }
        prop_assert!(session.redo().is_none());
    }
}

#[test]
fn the_limits_hold_for_edits() {
    let mut session = empty(1);
    let id = session.fresh_id();
    let long = "x".repeat(2_001);
    assert!(
        session
            .apply(Edit::AddActor(Box::new(Actor::new(id, long))))
            .is_err()
    );
    session
        .apply(Edit::AddActor(Box::new(Actor::new(id, "x".repeat(2_000)))))
        .unwrap();
    let text = Note::new("x".repeat(64 * 1024 + 1));
    assert!(
        session
            .apply(Edit::Actor(id, ActorChange::Quote(text)))
            .is_err()
    );
    let loop_id = session.fresh_id();
    assert!(
        session
            .apply(Edit::AddRelation(Box::new(Relation::new(loop_id, id, id))))
            .is_err()
    );
    assert!(
        session
            .apply(Edit::AddActor(Box::new(Actor::new(id, "Dubbel"))))
            .is_err()
    );
}

#[test]
fn more_actors_than_fit_are_refused_all_together() {
    let mut document = Document::new(IdSource::new(1).fresh(), Language::Dutch);
    let mut ids = IdSource::new(2);
    for _ in 0..4_999 {
        let mut actor = Actor::new(ids.fresh(), "Actor");
        actor.place = Place::new(0.0, 0.0);
        document.now.actors.put(actor);
    }
    let place = |mut actor: Actor| {
        actor.place = Place::new(1.0, 1.0);
        Edit::AddActor(Box::new(actor))
    };
    let two = Edit::Many(vec![
        place(Actor::new(ids.fresh(), "A")),
        place(Actor::new(ids.fresh(), "B")),
    ]);
    assert!(document.apply(&two).is_err());
    assert!(document.apply(&place(Actor::new(ids.fresh(), "A"))).is_ok());
}

#[test]
fn a_thousand_steps_can_always_be_undone() {
    let mut session = empty(3);
    let id = session.fresh_id();
    session
        .apply(Edit::AddActor(Box::new(Actor::new(id, "Raad"))))
        .unwrap();
    let issue = session.fresh_id();
    let issue_entity = Issue {
        id: issue,
        name: "Wonen".to_owned(),
        description: Note::default(),
        agreement: std::collections::BTreeSet::default(),
        unknown: Unknown::default(),
    };
    session
        .apply(Edit::Issue(Entry::Put(Box::new(issue_entity))))
        .unwrap();
    for step in 0..1_100_i64 {
        let long = Note::new(format!("{step} {}", "x".repeat(60_000)));
        session
            .apply(Edit::Actor(id, ActorChange::Quote(long)))
            .unwrap();
        let position = Position::nearest(step % 7 - 3);
        session
            .apply(Edit::Actor(
                id,
                ActorChange::Position(issue, Answer::given(position)),
            ))
            .unwrap();
    }
    assert!(session.history().len() >= 1_000);
    for _ in 0..1_000 {
        assert!(session.undo().is_some());
    }
}
