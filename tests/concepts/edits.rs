//! One edit for every part of a map that is a home of a concept.

use std::fmt::Debug;
use std::str::FromStr;

use krachtenveld::edit::{
    ActorChange, Edit, Entry, GroupChange, ListChange, MapChange, PurposeChange, RelationChange,
    RoleChange,
};
use krachtenveld::model::{
    Action, ActionStatus, Actor, Answer, Arena, Bounds, Course, Direction, Document, Entity,
    Interest, InterestKind, Issue, List, LogEntry, LogKind, Mode, Note, OwnTerm, Question,
    RoleState, Score, Style, Unknown,
};

/// Gives the edits by the part of the map that each changes, for the map that uses every field.
pub(crate) fn edits(document: &Document) -> Vec<(&'static str, Edit)> {
    let mut edits = Vec::new();
    of_actors(document, &mut edits);
    of_relations(&mut edits);
    of_groups_and_roles(&mut edits);
    of_the_purpose(&mut edits);
    of_lists(document, &mut edits);
    of_the_map(document, &mut edits);
    edits
}

/// Gives the name that an edit has in the code of the window.
pub(crate) fn variant(edit: &Edit) -> String {
    fn head(value: &impl Debug) -> String {
        let text = format!("{value:?}");
        text.chars()
            .take_while(|sign| sign.is_alphanumeric())
            .collect()
    }
    match edit {
        Edit::Actor(_, change) => format!("ActorChange::{}", head(change)),
        Edit::Relation(_, change) => format!("RelationChange::{}", head(change)),
        Edit::Group(_, change) => format!("GroupChange::{}", head(change)),
        Edit::Role(_, change) => format!("RoleChange::{}", head(change)),
        Edit::Map(change) => format!("MapChange::{}", head(change)),
        Edit::Purpose(change) => format!("PurposeChange::{}", head(change)),
        other => format!("Edit::{}", head(other)),
    }
}

type Edits = Vec<(&'static str, Edit)>;

/// Gives the identity with a number, as in the map that uses every field.
fn id<T: FromStr>(letter: char, number: u8) -> T
where
    T::Err: Debug,
{
    format!("{letter}-{number:016}").parse().unwrap()
}

fn words() -> Note {
    Note::new("Anders dan het was")
}

#[expect(clippy::too_many_lines, reason = "one entry for each part of a map")]
fn of_actors(document: &Document, edits: &mut Edits) {
    let one: &Actor = document.now.actors.get(id('a', 1)).unwrap();
    let interest = |change: fn(&mut Interest)| {
        let mut interest = one.interests[0].clone();
        change(&mut interest);
        ActorChange::Interest(ListChange::Set(0, interest))
    };
    let changes = [
        ("actors.arena", ActorChange::Arena(Answer::None)),
        ("actors.kind", ActorChange::Kind(None)),
        ("actors.inside", ActorChange::Inside(Some(true))),
        ("actors.connected_party", ActorChange::ConnectedParty(false)),
        ("actors.candidate", ActorChange::Candidate(false)),
        ("actors.power", ActorChange::Power(Answer::None)),
        ("actors.involvement", ActorChange::Involvement(Answer::None)),
        (
            "actors.positions.position",
            ActorChange::Position(id('i', 1), Answer::given(Score::nearest(2))),
        ),
        (
            "actors.participation",
            ActorChange::Participation(Answer::None),
        ),
        ("actors.values", ActorChange::Value(id('w', 1), None)),
        (
            "actors.interests.text",
            interest(|interest| interest.text = "Rust".into()),
        ),
        (
            "actors.interests.kind",
            interest(|interest| interest.kind = InterestKind::Position),
        ),
        (
            "actors.interests.value",
            interest(|interest| interest.value = None),
        ),
        (
            "actors.interests.source",
            interest(|interest| interest.source = "Gesprek".into()),
        ),
        (
            "actors.interests.certainty",
            interest(|interest| interest.certainty = None),
        ),
        (
            "actors.interests.hidden",
            interest(|interest| interest.hidden = false),
        ),
        ("actors.perspective.sees", ActorChange::Sees(words())),
        ("actors.perspective.because", ActorChange::Because(words())),
        ("actors.perspective.quote", ActorChange::Quote(words())),
        ("actors.perspective.calls_it", ActorChange::CallsIt(words())),
        (
            "actors.perspective.sees_other",
            ActorChange::SeesOther(id('a', 2), words()),
        ),
        (
            "actors.learning.relatedness",
            ActorChange::Relatedness(Answer::None),
        ),
        (
            "actors.learning.autonomy",
            ActorChange::Autonomy(Answer::None),
        ),
        (
            "actors.learning.competence",
            ActorChange::Competence(Answer::None),
        ),
        (
            "actors.sensitivities",
            ActorChange::Sensitivity(ListChange::Remove(0)),
        ),
        ("actors.talents", ActorChange::Talents(Vec::new())),
        ("actors.tags", ActorChange::Tags(Vec::new())),
        ("actors.area", ActorChange::Area(Vec::new())),
        ("actors.level", ActorChange::Level(Vec::new())),
        ("actors.portfolio", ActorChange::Portfolio(Vec::new())),
        ("actors.notes", ActorChange::Note(ListChange::Remove(0))),
    ];
    edits.extend(changes.map(|(path, change)| (path, Edit::Actor(one.id, change))));
}

fn of_relations(edits: &mut Edits) {
    let changes = [
        ("relations.formal", RelationChange::Formal(None)),
        ("relations.starred", RelationChange::Starred(false)),
        ("relations.purpose", RelationChange::Purpose(words())),
        (
            "relations.expect_of_us",
            RelationChange::ExpectOfUs(words()),
        ),
        (
            "relations.expect_of_them",
            RelationChange::ExpectOfThem(words()),
        ),
        ("relations.met", RelationChange::Met(Answer::None)),
        (
            "relations.signals",
            RelationChange::Signal(ListChange::Remove(0)),
        ),
        (
            "relations.sensitivities",
            RelationChange::Sensitivity(ListChange::Remove(0)),
        ),
    ];
    edits.extend(changes.map(|(path, change)| (path, Edit::Relation(id('r', 1), change))));
}

fn of_groups_and_roles(edits: &mut Edits) {
    let changes = [
        ("groups.members", GroupChange::Member(id('a', 1), false)),
        ("groups.shared_value", GroupChange::SharedValue(None)),
        ("groups.from", GroupChange::From(None)),
        ("groups.until", GroupChange::Until(None)),
        ("groups.agreed_by", GroupChange::Agreed(id('a', 2), false)),
        (
            "groups.sensitivities",
            GroupChange::Sensitivity(ListChange::Remove(0)),
        ),
    ];
    edits.extend(changes.map(|(path, change)| (path, Edit::Group(id('g', 1), change))));
    let changes = [
        ("roles.mode", RoleChange::Mode(Mode::Regie)),
        ("roles.also", RoleChange::Also(Style::Regulate, true)),
        ("roles.phase", RoleChange::Phase(None)),
        ("roles.state", RoleChange::State(RoleState::Now)),
        ("roles.reason", RoleChange::Reason(words())),
        ("roles.alternative", RoleChange::Alternative(words())),
        ("roles.agreed_by", RoleChange::Agreed(id('a', 2), false)),
        ("roles.competences", RoleChange::Competences(Vec::new())),
        ("roles.date", RoleChange::Date(None)),
    ];
    edits.extend(changes.map(|(path, change)| (path, Edit::Role(id('c', 1), change))));
}

fn of_the_purpose(edits: &mut Edits) {
    let changes = [
        (
            "purpose.issue_sentence",
            PurposeChange::IssueSentence(words()),
        ),
        ("purpose.problem", PurposeChange::Problem(words())),
        ("purpose.values", PurposeChange::Values(Vec::new())),
        ("purpose.why", PurposeChange::Why(words())),
        ("purpose.whereto", PurposeChange::Whereto(words())),
        (
            "purpose.agreement",
            PurposeChange::Goal(Entry::Remove(id('l', 1))),
        ),
        (
            "purpose.bounds.fixed",
            PurposeChange::Bounds(Bounds::default()),
        ),
        (
            "purpose.bounds.negotiable",
            PurposeChange::Bounds(Bounds::default()),
        ),
        (
            "purpose.bounds.free",
            PurposeChange::Bounds(Bounds::default()),
        ),
        ("purpose.horizon", PurposeChange::Horizon(None)),
        ("purpose.review", PurposeChange::Review(None)),
        ("purpose.initiator", PurposeChange::Initiator(None)),
        ("purpose.paused.reason", PurposeChange::Paused(None)),
        ("purpose.paused.restart", PurposeChange::Paused(None)),
    ];
    edits.extend(changes.map(|(path, change)| (path, Edit::Purpose(change))));
}

/// Gives the first of a list, changed.
fn changed<T: Entity + Clone>(list: &List<T>, change: impl FnOnce(&mut T)) -> Entry<T> {
    let mut first = list.first().unwrap().clone();
    change(&mut first);
    Entry::Put(Box::new(first))
}

#[expect(clippy::too_many_lines, reason = "one entry for each part of a map")]
fn of_lists(document: &Document, edits: &mut Edits) {
    let now = &document.now;
    let issue = |change: fn(&mut Issue)| Edit::Issue(changed(&now.issues, change));
    let course = |change: fn(&mut Course)| Edit::Course(changed(&now.courses, change));
    let action = |change: fn(&mut Action)| Edit::Action(changed(&now.actions, change));
    let log = |change: fn(&mut LogEntry)| Edit::Log(changed(&now.log, change));
    let question = |change: fn(&mut Question)| Edit::Question(changed(&now.questions, change));
    edits.extend([
        ("issues.name", issue(|issue| issue.name = "Anders".into())),
        (
            "issues.description",
            issue(|issue| issue.description = words()),
        ),
        (
            "issues.agreement",
            issue(|issue| issue.agreement = [].into()),
        ),
        ("values", Edit::Value(Entry::Remove(id('w', 1)))),
        (
            "courses.direction",
            course(|course| course.direction = Direction::LetGo),
        ),
        ("courses.keep", course(|course| course.keep = words())),
        (
            "courses.room_given",
            course(|course| course.room_given = None),
        ),
        (
            "courses.room_taken",
            course(|course| course.room_taken = None),
        ),
        ("actions.text", action(|action| action.text = words())),
        (
            "actions.owner",
            action(|action| action.owner = "Anna".into()),
        ),
        (
            "actions.targets",
            action(|action| action.targets = [].into()),
        ),
        ("actions.due", action(|action| action.due = None)),
        (
            "actions.status",
            action(|action| action.status = ActionStatus::Done),
        ),
        ("actions.way", action(|action| action.way = None)),
        ("log.kind", log(|entry| entry.kind = LogKind::Decision)),
        ("log.hypothesis", log(|entry| entry.hypothesis = words())),
        ("log.result", log(|entry| entry.result = words())),
        ("log.lesson", log(|entry| entry.lesson = words())),
        (
            "questions.text",
            question(|question| question.text = words()),
        ),
        (
            "questions.who_might_know",
            question(|question| question.who_might_know = "Griffie".into()),
        ),
        (
            "questions.answered",
            question(|question| question.answered = false),
        ),
        ("texts", Edit::Text(Entry::Remove(id('x', 1)))),
        ("moments", Edit::Moment(Entry::Remove(id('m', 1)))),
    ]);
}

fn of_the_map(document: &Document, edits: &mut Edits) {
    let own = OwnTerm {
        name: "Muziek".into(),
        arena: Arena::Residents,
        unknown: Unknown::default(),
    };
    let mut lens = document.own_lenses[0].clone();
    lens.id = "another".into();
    let changes = [
        ("focal", MapChange::Focal(None)),
        ("vanguard", MapChange::Vanguard(id('a', 2), false)),
        ("arenas", MapChange::OwnArena(own.clone())),
        ("kinds", MapChange::OwnKind(own)),
        (
            "glossary",
            MapChange::Meaning("regie".into(), id('a', 1), words()),
        ),
        ("own_lenses", MapChange::OwnLens(Box::new(lens))),
    ];
    edits.extend(changes.map(|(path, change)| (path, Edit::Map(change))));
}
