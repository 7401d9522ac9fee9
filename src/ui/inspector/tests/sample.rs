//! A filled map to look at and to test with.

use jiff::civil::Date;

use crate::model::{
    Actor, Answer, Arena, Certainty, Document, Group, Holding, Interest, Issue, Judged, Kind,
    Language, Level3, Level5, Mode, Note, Position, Relation, RelationKind, RoleChoice, Scope,
    Sensitivity, Term, Tone, Unknown, Value, ValueId,
};
use crate::model::{ActorId, GroupId, IdSource, IssueId, RelationId, RoleId};

/// A map with the identities that tests need.
pub(super) struct Sample {
    pub(super) document: Document,
    pub(super) platform: ActorId,
    pub(super) housing: ActorId,
    pub(super) relation: RelationId,
    pub(super) group: GroupId,
    pub(super) role: RoleId,
}

pub(super) const TODAY: Date = Date::constant(2026, 5, 14);
pub(super) const SECRET: &str = "De wethouder beloofde in 2019 iets anders";

fn actor(ids: &mut IdSource, name: &str, arena: Arena, kind: Kind) -> Actor {
    let mut actor = Actor::new(ids.fresh(), name);
    actor.arena = Answer::given(Term::BuiltIn(arena));
    actor.kind = Some(Term::BuiltIn(kind));
    actor
}

fn platform(ids: &mut IdSource, issue: IssueId, value: ValueId) -> Actor {
    let kind = Kind::ResidentsGroup;
    let mut platform = actor(ids, "Bewonersplatform", Arena::Residents, kind);
    platform.perspective.quote =
        Note::new("Het plan ligt er al als wij mogen komen. Vraag ons een keer vooraf.");
    platform.interests = vec![
        Interest::new("Betaalbaar wonen in de eigen buurt"),
        Interest::new("Meepraten vóór het plan er is"),
    ];
    let voices = [2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 3, 3];
    let voices = voices.into_iter().filter_map(Position::new).collect();
    if let Some(mut judged) = Judged::of_voices(voices) {
        judged.certainty = Some(Certainty::Likely);
        let stance = platform.positions.entry(issue).or_default();
        stance.position = Answer::Given(judged);
    }
    platform.power = Answer::given(Level5::nearest(2));
    platform.involvement = Answer::given(Level5::nearest(5));
    let holding = Holding {
        importance: Level3::HIGHEST,
        creates: true,
        certainty: None,
        unknown: Unknown::default(),
    };
    platform.values.insert(value, holding);
    platform.sensitivities = vec![Sensitivity::new(SECRET)];
    platform
}

fn relation(ids: &mut IdSource, from: ActorId, to: ActorId) -> Relation {
    let mut relation = Relation::new(ids.fresh(), from, to);
    relation.tone = Tone::Conflict;
    relation.kind = Some(Term::BuiltIn(RelationKind::Information));
    relation.strength = Answer::given(Level3::nearest(2));
    relation.starred = true;
    relation.purpose = Note::new("Samen bepalen welke straat het eerst aan de beurt is");
    relation
}

fn issue(id: IssueId) -> Issue {
    Issue {
        id,
        name: "Welvaartsagenda voor de wijken".to_owned(),
        description: Note::default(),
        agreement: std::collections::BTreeSet::new(),
        unknown: Unknown::default(),
    }
}

/// Makes the map.
pub(super) fn sample() -> Sample {
    let mut ids = IdSource::new(11);
    let mut document = Document::new(ids.fresh(), Language::Dutch);
    document.title = "Tweedeling in de stad".to_owned();
    let issue = issue(ids.fresh());
    let value = Value {
        id: ids.fresh(),
        name: "Bestaanszekerheid".to_owned(),
        meaning: Note::new("Elke maand rond kunnen komen"),
        unknown: Unknown::default(),
    };
    let official = actor(
        &mut ids,
        "Procesregisseur",
        Arena::Officials,
        Kind::Official,
    );
    let housing = actor(
        &mut ids,
        "Woningcorporatie",
        Arena::Institutions,
        Kind::Housing,
    );
    let platform = platform(&mut ids, issue.id, value.id);
    let relation = relation(&mut ids, housing.id, platform.id);
    let scope = Scope::Pair(platform.id, housing.id);
    let mut role = RoleChoice::new(ids.fresh(), official.id, scope, Mode::Verbinden);
    role.reason = Note::new("zij spreken niet dezelfde taal");
    role.date = Some(Date::constant(2026, 5, 12));
    let mut group = Group::new(ids.fresh(), "Wonen, welzijn, onderwijs");
    group.members.extend([housing.id, platform.id, official.id]);
    group.agreed_by.extend([housing.id, official.id]);
    let scope = Scope::Group(group.id);
    let mut ring = RoleChoice::new(ids.fresh(), official.id, scope, Mode::Regie);
    ring.reason = Note::new("één planning voor drie organisaties");
    let (found, now) = ((platform.id, housing.id), &mut document.now);
    let (relation_id, group_id, role_id) = (relation.id, group.id, role.id);
    now.issues.put(issue);
    now.values.put(value);
    now.focal = Some(official.id);
    now.actors = [official, housing, platform].into_iter().collect();
    now.relations = [relation].into_iter().collect();
    now.groups = [group].into_iter().collect();
    now.roles = [role, ring].into_iter().collect();
    Sample {
        document,
        platform: found.0,
        housing: found.1,
        relation: relation_id,
        group: group_id,
        role: role_id,
    }
}
