//! Tests of the map on the screen.

use std::collections::BTreeSet;

use crate::model::{
    Actor, ActorId, Answer, Arena, Document, DocumentId, Group, IdSource, Identity as _, Issue,
    Judged, Language, Level5, Mode, Note, Position, Relation, RoleChoice, Scope, Stance, Term,
    Tone,
};

/// Makes a map like the first sketch of how the program looks.
pub(super) fn sketch() -> Document {
    let mut ids = IdSource::new(5);
    let mut document = Document::new(DocumentId::from_bits(1), Language::Dutch);
    document.title = "Tweedeling in de stad".to_owned();
    let now = &mut document.now;
    let issue = Issue {
        id: ids.fresh(),
        name: "Welvaartsagenda voor de wijken".to_owned(),
        description: Note::default(),
        agreement: BTreeSet::new(),
        unknown: crate::model::Unknown::default(),
    };
    let rows: [(&str, Option<Arena>, i8, Option<i8>, (f64, f64)); 16] = [
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
    let mut made: Vec<ActorId> = Vec::new();
    for (name, arena, power, position, (x, y)) in rows {
        let mut actor = Actor::new(ids.fresh(), name);
        actor.arena = arena.map_or(Answer::NotAsked, |it| Answer::given(Term::BuiltIn(it)));
        actor.power = Answer::given(Level5::new(power).unwrap());
        actor.place = crate::model::Place::new(x, y);
        if let Some(position) = position {
            let mut judged = Judged::new(Position::new(position).unwrap());
            if position == -1 {
                judged.certainty = Some(crate::model::Certainty::Guess);
            }
            let stance = Stance {
                position: Answer::Given(judged),
                ..Stance::default()
            };
            actor.positions.insert(issue.id, stance);
        }
        made.push(actor.id);
        now.actors.put(actor);
    }
    now.issues.put(issue);
    now.focal = Some(made[2]);
    now.vanguard.insert(made[3]);
    let ties = [
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
    for (from, to, strength) in ties {
        let mut relation = Relation::new(ids.fresh(), made[from], made[to]);
        if strength < 0 {
            relation.tone = Tone::Conflict;
        } else {
            relation.strength = Answer::given(crate::model::Level3::new(strength).unwrap());
        }
        relation.mutual = to != 14;
        if to == 10 {
            relation.formal = Some(crate::model::Formality::Informal);
        }
        now.relations.put(relation);
    }
    let mut group = Group::new(ids.fresh(), "wonen, welzijn, onderwijs");
    group.members = [made[6], made[7], made[8]].into();
    group.agreed_by = [made[6], made[7]].into();
    let ring = Scope::Group(group.id);
    now.groups.put(group);
    for (scope, mode) in [
        (Scope::Pair(made[9], made[12]), Mode::Verbinden),
        (Scope::Pair(made[6], made[11]), Mode::Verbinden),
        (ring, Mode::Regie),
    ] {
        now.roles
            .put(RoleChoice::new(ids.fresh(), made[2], scope, mode));
    }
    document
}

#[test]
fn throwaway_picture() {
    use crate::ui::picture::{MapPicture, map_drawing, png};
    let document = sketch();
    for (name, options) in [
        ("work", MapPicture::default()),
        (
            "dark",
            MapPicture {
                theme: crate::ui::theme::ThemeName::Dark,
                size: (1280, 720),
                ..MapPicture::default()
            },
        ),
        (
            "wall",
            MapPicture {
                wall: Some(crate::model::Shown::on_the_wall()),
                size: (1920, 1080),
                ..MapPicture::default()
            },
        ),
        (
            "big",
            MapPicture {
                text_percent: 200,
                ..MapPicture::default()
            },
        ),
    ] {
        let start = std::time::Instant::now();
        let drawing = map_drawing(&document, &options);
        eprintln!("{name} {:?}", start.elapsed());
        std::fs::write(format!("/tmp/cv-{name}.png"), png(&drawing, 1.0).unwrap()).unwrap();
    }
}
