use std::collections::BTreeSet;
use std::sync::Arc;

use super::beside::two_sights;
use super::glossary::{Apart, words};
use super::ladder::Ladder;
use super::leads::leads;
use super::listening::only_words;
use super::makers;
use super::shared::{Backing, Claim, backing, claims};
use super::sight::sight;
use super::values::Grid;
use super::{mentions, speaks_of};
use crate::edit::{ActorChange, Edit, RelationChange};
use crate::model::{
    Actor, ActorId, Answer, Content, Document, DocumentId, Group, GroupId, Holding, IdSource,
    Identity as _, Interest, InterestKind, Issue, IssueId, Language, Level3, Level5, Note,
    Position, Relation, RelationId, Tone, Unknown, Value, ValueId,
};
use crate::session::{Item, Session};

fn actor(bits: u128) -> ActorId {
    ActorId::from_bits(bits)
}

const ALDERMAN: u128 = 1;
const HOUSING: u128 = 2;
const RESIDENTS: u128 = 3;

fn value() -> ValueId {
    ValueId::from_bits(1)
}

fn issue() -> IssueId {
    IssueId::from_bits(1)
}

fn document() -> Document {
    let mut document = Document::new(DocumentId::from_bits(1), Language::Dutch);
    for (bits, name) in [
        (ALDERMAN, "Wethouder Wonen"),
        (HOUSING, "Woonstad"),
        (RESIDENTS, "Bewonersraad"),
    ] {
        document.now.actors.put(Actor::new(actor(bits), name));
    }
    document.now.values.put(Value {
        id: value(),
        name: "Betaalbaar wonen".to_owned(),
        meaning: Note::default(),
        unknown: Unknown::default(),
    });
    document.now.issues.put(Issue {
        id: issue(),
        name: "Sloop".to_owned(),
        description: Note::default(),
        agreement: BTreeSet::new(),
        unknown: Unknown::default(),
    });
    let relation = Relation::new(RelationId::from_bits(1), actor(HOUSING), actor(RESIDENTS));
    document.now.relations.put(relation);
    document
}

fn change(document: &mut Document, bits: u128, change: impl FnOnce(&mut Actor)) {
    assert!(document.now.actors.update(actor(bits), change));
}

fn holding(weight: i8, creates: bool) -> Holding {
    Holding {
        importance: Level3::new(weight).unwrap(),
        creates,
        certainty: None,
        unknown: Unknown::default(),
    }
}

#[test]
fn a_name_is_found_as_a_whole_word_only() {
    assert!(mentions("Met WOONSTAD praten wij nooit.", "Woonstad"));
    assert!(!mentions("De woonstadsvisie", "Woonstad"));
    assert!(!mentions("Iets", ""));
}

#[test]
fn a_value_is_found_in_other_forms_of_its_words() {
    assert!(speaks_of(
        "Wonen moet betaalbare blijven",
        "Betaalbaar wonen"
    ));
    assert!(!speaks_of("Wonen is mooi", "Betaalbaar wonen"));
    assert!(!speaks_of("De en het", "de het"));
}

#[test]
fn an_actor_sees_itself_and_of_whom_it_speaks() {
    let mut document = document();
    change(&mut document, RESIDENTS, |actor| {
        actor.perspective.quote = Note::new("Woonstad luistert niet");
        actor.perspective.because = Note::private("De wethouder wonen ook niet");
    });
    let seen = sight(&document.now, actor(RESIDENTS));
    let expected = BTreeSet::from([
        Item::Actor(actor(RESIDENTS)),
        Item::Actor(actor(HOUSING)),
        Item::Relation(RelationId::from_bits(1)),
    ]);
    assert_eq!(seen.items, expected);
    assert_eq!(seen.n_private, 1);
    assert!(!seen.empty);
    assert!(sight(&document.now, actor(ALDERMAN)).empty);
}

#[test]
fn private_words_about_somebody_are_counted_and_not_given() {
    let mut document = document();
    change(&mut document, RESIDENTS, |it| {
        let note = Note::private("niet te vertrouwen");
        it.perspective.sees_other.insert(actor(HOUSING), note);
    });
    let seen = sight(&document.now, actor(RESIDENTS));
    assert!(seen.spoken_of.is_empty());
    assert_eq!(seen.n_private, 1);
}

#[test]
fn two_sights_tell_what_only_one_of_them_sees() {
    let mut document = document();
    change(&mut document, RESIDENTS, |it| {
        it.perspective.calls_it = Note::new("Sloop");
        it.perspective.sees = Note::new("De Wethouder Wonen beslist over ons");
    });
    change(&mut document, HOUSING, |it| {
        it.perspective.calls_it = Note::new("Vernieuwing");
    });
    let found = two_sights(&document.now, actor(RESIDENTS), actor(HOUSING));
    assert_eq!(found.only_first, BTreeSet::from([actor(ALDERMAN)]));
    assert!(found.only_second.is_empty() && found.both.is_empty());
    assert!(found.other_name);
}

#[test]
fn the_same_word_with_another_meaning_stands_first() {
    let mut document = document();
    let glossary = Arc::make_mut(&mut document.now.glossary);
    let mut put = |word: &str, bits: u128, text: &str| {
        let meanings = glossary.entry(word.to_owned()).or_default();
        meanings.insert(actor(bits), Note::new(text));
    };
    put("buurt", HOUSING, "onze woningen");
    put("buurt", RESIDENTS, "Onze  woningen");
    put("vernieuwing", HOUSING, "nieuwe woningen");
    put("vernieuwing", RESIDENTS, "weg moeten");
    change(&mut document, ALDERMAN, |it| {
        it.perspective.quote = Note::new("Zonder vernieuwing gaat het niet");
    });
    let found = words(&document.now);
    let told: Vec<_> = found.iter().map(|it| (it.word, it.apart)).collect();
    assert_eq!(
        told,
        [("vernieuwing", Apart::Other), ("buurt", Apart::Same)]
    );
    assert_eq!(found[0].unasked, [actor(ALDERMAN)]);
}

fn group(document: &mut Document) {
    let mut group = Group::new(GroupId::from_bits(1), "Alliantie");
    group.members = BTreeSet::from([actor(ALDERMAN), actor(HOUSING), actor(RESIDENTS)]);
    group.shared_value = Some(value());
    document.now.groups.put(group);
}

#[test]
fn a_shared_interest_rests_on_own_words_only() {
    let mut document = document();
    group(&mut document);
    change(&mut document, RESIDENTS, |it| {
        it.perspective.quote = Note::new("Wij willen betaalbaar wonen, hier");
    });
    change(&mut document, HOUSING, |it| {
        it.values.insert(value(), holding(3, false));
        it.interests.push(Interest {
            hidden: true,
            value: Some(value()),
            ..Interest::new("verkoop van huizen")
        });
    });
    let claim = claims(&document.now)[0];
    assert_eq!(claim.of, Some(GroupId::from_bits(1)));
    let found = backing(&document.now, claim);
    let expected = [
        (
            actor(RESIDENTS),
            Backing::Words("Wij willen betaalbaar wonen, hier".to_owned()),
        ),
        (actor(HOUSING), Backing::OnlyScored),
        (actor(ALDERMAN), Backing::NotAsked),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_claim_of_the_whole_map_leaves_candidates_out() {
    let mut document = document();
    change(&mut document, HOUSING, |it| it.candidate = true);
    let claim = Claim {
        value: value(),
        of: None,
    };
    assert_eq!(backing(&document.now, claim).len(), 2);
}

#[test]
fn a_value_strains_between_who_deal_with_each_other() {
    let mut document = document();
    change(&mut document, HOUSING, |it| {
        it.values.insert(value(), holding(1, true));
    });
    change(&mut document, RESIDENTS, |it| {
        it.values.insert(value(), holding(3, false));
    });
    change(&mut document, ALDERMAN, |it| {
        it.values.insert(value(), holding(1, false));
    });
    let grid = Grid::of(&document.now);
    let column = grid.column(value()).unwrap();
    assert_eq!(column.makers, [actor(HOUSING)]);
    assert_eq!(column.weigh, [actor(RESIDENTS)]);
    assert_eq!(column.strains.len(), 1);
    assert!(grid.cell(actor(HOUSING), value()).strained);
    assert!(!grid.cell(actor(ALDERMAN), value()).strained);
}

#[test]
fn the_ladder_turns_a_problem_into_values_in_one_step() {
    let mut session = Session::new(document(), 1);
    let ladder = Ladder {
        of: None,
        rungs: vec![
            "Te weinig huizen".into(),
            "Mensen trekken weg".into(),
            String::new(),
        ],
        values: vec![
            "betaalbaar wonen".into(),
            "Buurt die blijft".into(),
            " ".into(),
        ],
    };
    let edit = ladder
        .turned(&session.document().now, &mut IdSource::new(3))
        .unwrap();
    session.apply(edit).unwrap();
    let now = &session.document().now;
    assert_eq!(now.purpose.problem.text, "Te weinig huizen");
    assert_eq!(now.purpose.why.text, "Mensen trekken weg");
    assert_eq!(now.purpose.values.len(), 2);
    assert_eq!(now.purpose.values[0], value());
    assert_eq!(session.history().len(), 1);
    session.undo();
    assert_eq!(*session.document(), document());
}

#[test]
fn the_ladder_of_an_actor_becomes_its_interests() {
    let mut session = Session::new(document(), 1);
    let ladder = Ladder {
        of: Some(actor(RESIDENTS)),
        rungs: vec![
            "Geen sloop".into(),
            "Hier blijven".into(),
            "Thuis zijn".into(),
        ],
        values: vec!["Betaalbaar wonen".into()],
    };
    let edit = ladder
        .turned(&session.document().now, &mut IdSource::new(3))
        .unwrap();
    session.apply(edit).unwrap();
    let now = &session.document().now;
    let interests = &now.actors.get(actor(RESIDENTS)).unwrap().interests;
    let kinds: Vec<_> = interests.iter().map(|it| it.kind).collect();
    let expected = [
        InterestKind::Position,
        InterestKind::Interest,
        InterestKind::Drive,
        InterestKind::Value,
    ];
    assert_eq!(kinds, expected);
    assert!(now.purpose.values.is_empty());
}

#[test]
fn a_ladder_without_a_value_changes_nothing() {
    let ladder = Ladder {
        rungs: vec!["Te weinig huizen".into()],
        ..Ladder::default()
    };
    assert!(
        ladder
            .turned(&Content::default(), &mut IdSource::new(1))
            .is_none()
    );
}

#[test]
fn who_makes_a_value_is_added_in_grey_and_confirmed_or_dropped() {
    let mut session = Session::new(document(), 1);
    let now = &session.document().now;
    let edit = makers::candidates(now, value(), "woonstad, Kerk; kerk", &mut IdSource::new(7));
    session.apply(edit.unwrap()).unwrap();
    let now = &session.document().now;
    assert_eq!(now.actors.len(), 4);
    assert!(now.actors.get(actor(HOUSING)).unwrap().values[&value()].creates);
    let waiting = makers::waiting(now, Some(value()));
    let church = waiting[0].id;
    assert_eq!((waiting.len(), waiting[0].name.as_str()), (1, "Kerk"));
    session.apply(makers::confirmed(church)).unwrap();
    assert!(!session.document().now.actors.get(church).unwrap().candidate);
    session.undo();
    session.apply(makers::dropped(church)).unwrap();
    assert_eq!(session.document().now.actors.len(), 3);
}

#[test]
fn a_reason_is_an_interest_in_the_value() {
    let mut session = Session::new(document(), 1);
    let of = |session: &Session| session.document().now.actors.get(actor(HOUSING)).cloned();
    let edit = makers::reasoned(&of(&session).unwrap(), value(), "Onze taak");
    session.apply(edit).unwrap();
    let after = of(&session).unwrap();
    assert_eq!(makers::reason(&after, value()).unwrap().1.text, "Onze taak");
    session
        .apply(makers::reasoned(&after, value(), ""))
        .unwrap();
    assert!(of(&session).unwrap().interests.is_empty());
}

#[test]
fn the_problem_and_the_value_bring_others_in() {
    let mut document = document();
    Arc::make_mut(&mut document.now.purpose)
        .values
        .push(value());
    change(&mut document, HOUSING, |it| {
        it.positions.entry(issue()).or_default().position =
            Answer::given(Position::new(2).unwrap());
    });
    change(&mut document, RESIDENTS, |it| {
        it.values.insert(value(), holding(1, true));
    });
    let found = leads(&document.now, Some(issue()));
    assert_eq!(found.only_problem, BTreeSet::from([actor(HOUSING)]));
    assert_eq!(found.only_value, BTreeSet::from([actor(RESIDENTS)]));
    assert_eq!(found.neither, BTreeSet::from([actor(ALDERMAN)]));
}

#[test]
fn while_listening_words_go_in_and_scores_do_not() {
    let document = document();
    let check = |edit: Edit, allowed: bool| {
        let after = document.apply(&edit).unwrap();
        assert_eq!(only_words(&document.now, &after.now), allowed, "{edit:?}");
    };
    let of = |change| Edit::Actor(actor(HOUSING), change);
    check(of(ActorChange::Quote(Note::new("Wij bouwen"))), true);
    check(of(ActorChange::Name("Woonstad Zuid".into())), true);
    check(
        of(ActorChange::Interest(crate::edit::ListChange::Add(
            Interest::new("huur"),
        ))),
        true,
    );
    check(Edit::AddActor(Box::new(Actor::new(actor(9), "Kerk"))), true);
    check(Edit::RemoveActor(actor(HOUSING)), true);
    let power = Answer::given(Level5::new(4).unwrap());
    check(of(ActorChange::Power(power.clone())), false);
    check(of(ActorChange::Involvement(Answer::None)), false);
    check(
        of(ActorChange::Position(
            issue(),
            Answer::given(Position::new(-1).unwrap()),
        )),
        false,
    );
    check(
        of(ActorChange::Value(value(), Some(holding(2, true)))),
        false,
    );
    check(
        Edit::Relation(
            RelationId::from_bits(1),
            RelationChange::Tone(Tone::Conflict),
        ),
        false,
    );
    let mut scored = Actor::new(actor(9), "Kerk");
    scored.power = power;
    check(Edit::AddActor(Box::new(scored)), false);
}
