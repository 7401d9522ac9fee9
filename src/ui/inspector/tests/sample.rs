//! A filled map to look at and to test with.

use jiff::civil::Date;

use crate::model::{
    Actor, Answer, Arena, Certainty, Document, Group, Holding, Interest, Issue, Judged, Kind,
    Language, Level3, Mode, Note, Position, Relation, RelationKind, RoleChoice, Scope, Sensitivity,
    Term, Tone, Unknown, Value,
};
use crate::model::{ActorId, GroupId, IdSource, IssueId, RelationId, RoleId};

/// A map with the identities that tests need.
pub(super) struct Sample {
    pub(super) document: Document,
    pub(super) official: ActorId,
    pub(super) platform: ActorId,
    pub(super) housing: ActorId,
    pub(super) relation: RelationId,
    pub(super) group: GroupId,
    pub(super) role: RoleId,
    pub(super) issue: IssueId,
}

pub(super) const TODAY: Date = Date::constant(2026, 5, 14);
pub(super) const SECRET: &str = "De wethouder beloofde in 2019 iets anders";

fn actor(ids: &mut IdSource, name: &str, arena: Arena, kind: Kind) -> Actor {
    let mut actor = Actor::new(ids.fresh(), name);
    actor.arena = Answer::given(Term::BuiltIn(arena));
    actor.kind = Some(Term::BuiltIn(kind));
    actor
}

/// Makes the map.
pub(super) fn sample() -> Sample {
    let mut ids = IdSource::new(11);
    let mut document = Document::new(ids.fresh(), Language::Dutch);
    document.title = "Tweedeling in de stad".to_owned();
    let issue: IssueId = ids.fresh();
    document.now.issues.put(Issue {
        id: issue,
        name: "Welvaartsagenda voor de wijken".to_owned(),
        description: Note::default(),
        agreement: std::collections::BTreeSet::new(),
        unknown: Unknown::default(),
    });
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
    let mut platform = actor(
        &mut ids,
        "Bewonersplatform",
        Arena::Residents,
        Kind::ResidentsGroup,
    );
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
    platform.power = Answer::given(crate::model::Level5::nearest(2));
    platform.involvement = Answer::given(crate::model::Level5::nearest(5));
    platform.values.insert(
        value.id,
        Holding {
            importance: Level3::HIGHEST,
            creates: true,
            certainty: None,
            unknown: Unknown::default(),
        },
    );
    platform.sensitivities = vec![Sensitivity::new(SECRET)];
    let mut relation = Relation::new(ids.fresh(), housing.id, platform.id);
    relation.tone = Tone::Conflict;
    relation.kind = Some(Term::BuiltIn(RelationKind::Information));
    relation.strength = Answer::given(Level3::nearest(2));
    relation.starred = true;
    relation.purpose = Note::new("Samen bepalen welke straat het eerst aan de beurt is");
    let mut role = RoleChoice::new(
        ids.fresh(),
        official.id,
        Scope::Pair(platform.id, housing.id),
        Mode::Verbinden,
    );
    role.reason = Note::new("zij spreken niet dezelfde taal");
    role.date = Some(Date::constant(2026, 5, 12));
    let mut group = Group::new(ids.fresh(), "Wonen, welzijn, onderwijs");
    group.members.extend([housing.id, platform.id, official.id]);
    group.agreed_by.extend([housing.id, official.id]);
    let mut ring = RoleChoice::new(
        ids.fresh(),
        official.id,
        Scope::Group(group.id),
        Mode::Regie,
    );
    ring.reason = Note::new("één planning voor drie organisaties");
    let found = Sample {
        official: official.id,
        platform: platform.id,
        housing: housing.id,
        relation: relation.id,
        group: group.id,
        role: role.id,
        issue,
        document: Document::new(ids.fresh(), Language::Dutch),
    };
    let now = &mut document.now;
    now.values.put(value);
    now.focal = Some(official.id);
    now.actors = [official, housing, platform].into_iter().collect();
    now.relations = [relation].into_iter().collect();
    now.groups = [group].into_iter().collect();
    now.roles = [role, ring].into_iter().collect();
    Sample { document, ..found }
}
