//! Maps to test with.

use crate::model::{
    Actor, ActorId, Answer, Arena, Certainty, Document, DocumentId, Formality, Group, IdSource,
    Identity as _, Issue, Judged, Language, Level3, Level5, Mode, Note, Place, Position, Relation,
    RoleChoice, Scope, Stance, Term, Tone, Unknown,
};

/// Name, arena, power, position and place of an actor.
type Row = (&'static str, Option<Arena>, i8, Option<i8>, (f64, f64));

/// The actors of a small town.
const ACTORS: [Row; 16] = [
    (
        "Wethouder Sociaal",
        Some(Arena::Governing),
        5,
        Some(3),
        (650.0, 130.0),
    ),
    (
        "Gemeenteraad",
        Some(Arena::Governing),
        5,
        Some(0),
        (390.0, 150.0),
    ),
    (
        "Procesregisseur",
        Some(Arena::Officials),
        3,
        Some(2),
        (600.0, 440.0),
    ),
    (
        "Wijkmanager",
        Some(Arena::Officials),
        2,
        Some(2),
        (400.0, 360.0),
    ),
    (
        "Economische Zaken",
        Some(Arena::Officials),
        3,
        Some(-1),
        (880.0, 215.0),
    ),
    (
        "Jeugd en Zorg",
        Some(Arena::Officials),
        2,
        Some(1),
        (800.0, 520.0),
    ),
    (
        "Woningcorporatie",
        Some(Arena::Institutions),
        4,
        Some(2),
        (300.0, 600.0),
    ),
    (
        "Welzijnsorganisatie",
        Some(Arena::Institutions),
        2,
        Some(3),
        (430.0, 740.0),
    ),
    (
        "Scholengroep",
        Some(Arena::Institutions),
        3,
        Some(1),
        (200.0, 470.0),
    ),
    (
        "Technologiebedrijf",
        Some(Arena::Market),
        4,
        Some(-1),
        (1010.0, 385.0),
    ),
    (
        "MKB-kring",
        Some(Arena::Market),
        2,
        Some(1),
        (1040.0, 560.0),
    ),
    (
        "Bewonersplatform",
        Some(Arena::Residents),
        1,
        Some(2),
        (640.0, 690.0),
    ),
    (
        "Buurtinitiatief Zuid",
        Some(Arena::Residents),
        1,
        Some(3),
        (820.0, 770.0),
    ),
    (
        "Hogeschool",
        Some(Arena::Knowledge),
        2,
        Some(1),
        (960.0, 700.0),
    ),
    ("Stadskrant", Some(Arena::Media), 3, None, (215.0, 300.0)),
    ("Huisartsenkring", None, 3, None, (1010.0, 130.0)),
];

/// Both ends and the strength of a relation; below zero it is a conflict.
const TIES: [(usize, usize, i8); 19] = [
    (2, 0, 3),
    (0, 1, 2),
    (0, 4, 2),
    (2, 3, 2),
    (2, 5, 2),
    (6, 7, 2),
    (6, 8, 1),
    (6, 11, -1),
    (9, 10, 2),
    (9, 4, 3),
    (11, 12, 3),
    (7, 11, 2),
    (13, 10, 1),
    (13, 12, 1),
    (3, 11, 2),
    (3, 6, 1),
    (1, 14, 1),
    (14, 8, 1),
    (2, 4, 1),
];

/// Makes a map like the first sketch of how the program looks.
pub(super) fn sketch() -> Document {
    let mut ids = IdSource::new(5);
    let mut document = empty();
    document.title = "Tweedeling in de stad".to_owned();
    let issue = Issue {
        id: ids.fresh(),
        name: "Welvaartsagenda voor de wijken".to_owned(),
        description: Note::default(),
        agreement: std::collections::BTreeSet::new(),
        unknown: Unknown::default(),
    };
    let mut made: Vec<ActorId> = Vec::new();
    for (name, arena, power, position, (x, y)) in ACTORS {
        let mut actor = Actor::new(ids.fresh(), name);
        actor.arena = arena.map_or(Answer::NotAsked, |it| Answer::given(Term::BuiltIn(it)));
        actor.power = Answer::given(Level5::new(power).unwrap());
        actor.place = Place::new(x, y);
        if let Some(position) = position {
            let mut judged = Judged::new(Position::new(position).unwrap());
            judged.certainty = (position < 0).then_some(Certainty::Guess);
            let stance = Stance {
                position: Answer::Given(judged),
                ..Stance::default()
            };
            actor.positions.insert(issue.id, stance);
        }
        made.push(actor.id);
        document.now.actors.put(actor);
    }
    document.now.issues.put(issue);
    document.now.focal = Some(made[2]);
    document.now.vanguard.insert(made[3]);
    relate(&mut document, &made, &mut ids);
    choose(&mut document, &made, &mut ids);
    document
}

fn relate(document: &mut Document, made: &[ActorId], ids: &mut IdSource) {
    for (from, to, strength) in TIES {
        let mut relation = Relation::new(ids.fresh(), made[from], made[to]);
        if strength < 0 {
            relation.tone = Tone::Conflict;
        } else {
            relation.strength = Answer::given(Level3::new(strength).unwrap());
        }
        relation.mutual = to != 14;
        relation.formal = (to == 10).then_some(Formality::Informal);
        document.now.relations.put(relation);
    }
}

fn choose(document: &mut Document, made: &[ActorId], ids: &mut IdSource) {
    let mut group = Group::new(ids.fresh(), "wonen, welzijn, onderwijs");
    group.members = [made[6], made[7], made[8]].into();
    group.agreed_by = [made[6], made[7]].into();
    let ring = Scope::Group(group.id);
    document.now.groups.put(group);
    for (scope, mode) in [
        (Scope::Pair(made[9], made[12]), Mode::Verbinden),
        (Scope::Pair(made[6], made[11]), Mode::Verbinden),
        (ring, Mode::Regie),
    ] {
        let role = RoleChoice::new(ids.fresh(), made[2], scope, mode);
        document.now.roles.put(role);
    }
}

/// Makes a map without anything.
pub(super) fn empty() -> Document {
    Document::new(DocumentId::from_bits(1), Language::Dutch)
}

/// Makes a map of actors that nobody placed, with some relations between them.
pub(super) fn random(
    n_actors: usize,
    n_relations: usize,
    name: impl Fn(usize) -> String,
) -> Document {
    seeded(7, n_actors, n_relations, name)
}

/// Makes a map of actors that nobody placed, another one for every seed.
pub(super) fn seeded(
    mut seed: usize,
    n_actors: usize,
    n_relations: usize,
    name: impl Fn(usize) -> String,
) -> Document {
    let mut ids = IdSource::new(11);
    let mut document = empty();
    let mut draw = |below: usize| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below.max(1)
    };
    let made: Vec<ActorId> = (0..n_actors)
        .map(|index| {
            let mut actor = Actor::new(ids.fresh(), name(index));
            if draw(6) > 0 {
                let arena = Arena::ALL[draw(Arena::ALL.len())];
                actor.arena = Answer::given(Term::BuiltIn(arena));
            }
            actor.power = Answer::given(Level5::nearest(i64::try_from(draw(5)).unwrap() + 1));
            let id = actor.id;
            document.now.actors.put(actor);
            id
        })
        .collect();
    for _ in 0..n_relations {
        let (from, to) = (made[draw(n_actors)], made[draw(n_actors)]);
        if from != to {
            document
                .now
                .relations
                .put(Relation::new(ids.fresh(), from, to));
        }
    }
    document.now.focal = made.first().copied();
    document
}

/// Finds an actor by name.
pub(super) fn by_name(document: &Document, name: &str) -> ActorId {
    let mut actors = document.now.actors.iter();
    actors.find(|actor| actor.name == name).unwrap().id
}
