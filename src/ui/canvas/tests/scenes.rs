//! What is in a scene, and that names keep off each other.

use eframe::egui::{Pos2, Rect};

use super::fixture::{by_name, random, sketch};
use super::gestures::Bench;
use crate::edit::Edit;
use crate::model::{Actor, IdSource, Mode, Place, Shown};
use crate::session::Session;
use crate::storage::{self, built_in};
use crate::ui::canvas::figure::{Form, inside};
use crate::ui::canvas::scene::{Outline, Scene, Standing};

/// Lists what lies over what it should keep off.
pub(super) fn clashes(scene: &Scene) -> Vec<String> {
    let mut found = Vec::new();
    let name = |id| scene.actor(id).map_or("", |actor| actor.name.as_str());
    for (index, label) in scene.labels.iter().enumerate() {
        for other in scene.labels.iter().skip(index + 1) {
            if label.rect.shrink(0.5).intersects(other.rect.shrink(0.5)) {
                found.push(format!("{} and {}", name(label.actor), name(other.actor)));
            }
        }
        for actor in &scene.actors {
            if covers(label.rect.shrink(0.5), actor.figure) {
                found.push(format!("{} on {}", name(label.actor), actor.name));
            }
        }
    }
    found
}

fn covers(label: Rect, figure: crate::ui::canvas::figure::Figure) -> bool {
    let outline = figure.outline(0.0);
    outline.iter().any(|at| label.contains(*at)) || inside(&outline, label.center())
}

#[test]
fn the_graph_keeps_every_actor_and_every_line() {
    let document = sketch();
    let bench = Bench::new(document.clone(), (1200.0, 800.0));
    let canvas = bench.canvas();
    let projection = canvas.projection().unwrap();
    for actor in document.now.actors.ids() {
        assert!(projection.keeps(actor));
    }
    // Two bridges with two banks each.
    assert_eq!(projection.counts(), (16, 19 + 4));
}

#[test]
fn the_working_view_shows_judgements() {
    let bench = Bench::new(sketch(), (1200.0, 800.0));
    let canvas = bench.canvas();
    let scene = canvas.scene().unwrap();
    let document = bench.document();
    let actor = |name: &str| scene.actor(by_name(&document, name)).unwrap();
    assert_eq!(actor("Wethouder Sociaal").outline, Outline::For(3));
    assert_eq!(actor("Technologiebedrijf").outline, Outline::Against(1));
    assert_eq!(actor("Gemeenteraad").outline, Outline::Neutral);
    assert_eq!(actor("Stadskrant").outline, Outline::NotAsked);
    assert!(actor("Technologiebedrijf").doubt);
    assert_eq!(actor("Procesregisseur").standing, Standing::Focal);
    assert!(matches!(
        actor("Huisartsenkring").figure.form,
        Form::Pill(_)
    ));
    let bridges = scene.strands.iter().filter_map(|strand| strand.number);
    let numbers: Vec<usize> = bridges.map(|(number, _)| number).collect();
    assert_eq!(numbers, [1, 1, 2, 2]);
    assert_eq!(scene.rings[0].mode, Some(Mode::Regie));
    assert!(scene.rings[0].name.ends_with("2 van 3 akkoord"));
}

#[test]
fn the_wall_shows_no_judgement() {
    let bench = Bench::on_the_wall(sketch(), (1920.0, 1080.0), Shown::on_the_wall());
    let canvas = bench.canvas();
    let scene = canvas.scene().unwrap();
    let radius = scene.actors[0].figure.radius;
    for actor in &scene.actors {
        assert!((actor.figure.radius - radius).abs() < 1e-3);
        assert_eq!(actor.outline, Outline::Arena);
        assert!(!actor.doubt && !actor.candidate);
    }
    assert!(scene.rings.is_empty());
    assert_eq!(scene.strands.len(), 19);
    for strand in &scene.strands {
        assert!((strand.width - scene.strands[0].width).abs() < 1e-6);
        assert!(!strand.conflict && !strand.dashed && strand.mode.is_none());
    }
    let size = canvas.rect.unwrap().size();
    assert!(scene.font >= size.y / 27.0);
    let screen = Rect::from_min_size(Pos2::ZERO, size);
    assert!(
        screen.contains_rect(scene.bounds().unwrap()),
        "{:?}",
        scene.bounds()
    );
    assert_eq!(clashes(scene), Vec::<String>::new());
}

#[test]
fn names_of_twenty_five_actors_keep_off_actors_and_each_other() {
    let name = |index: usize| {
        format!(
            "Organisatie {} nummer {index}",
            ["Noord", "Zuidoost"][index % 2]
        )
    };
    let bench = Bench::new(random(25, 45, name), (1600.0, 1000.0));
    let canvas = bench.canvas();
    let scene = canvas.scene().unwrap();
    assert_eq!(clashes(scene), Vec::<String>::new());
    let pills = scene
        .actors
        .iter()
        .filter(|actor| matches!(actor.figure.form, Form::Pill(_)));
    assert_eq!(scene.labels.len() + pills.count(), 25);
}

#[test]
fn nothing_is_too_odd_to_be_drawn() {
    let long = |_| "Een heel lange naam ".repeat(25);
    let odd = |index: usize| {
        [
            "مجلس المدينة",
            "עיריית העיר",
            "👩‍🚒🧑🏽‍🎨 buurt",
            "\u{202e}draai\u{200b}om",
            "",
            "\n\t",
        ][index % 6]
            .to_owned()
    };
    let plain = |index: usize| format!("Actor {index}");
    let documents = [
        super::fixture::empty(),
        random(1, 0, plain),
        random(12, 20, long),
        random(12, 20, odd),
        random(300, 900, plain),
    ];
    for document in documents {
        for size in [(800.0, 600.0), (300.0, 200.0)] {
            drop(Bench::new(document.clone(), size));
        }
        let shown = Shown::ALL.into_iter().collect();
        drop(Bench::on_the_wall(document, (800.0, 600.0), shown));
    }
}

#[test]
fn the_whole_of_every_example_fits_beside_its_legend() {
    for example in built_in::examples() {
        let document = storage::read(example.text.as_bytes()).unwrap().document;
        for size in [(922.0, 640.0), (1560.0, 990.0)] {
            let bench = Bench::new(document.clone(), size);
            let canvas = bench.canvas();
            let scene = canvas.scene().unwrap();
            let seen = canvas.camera.screen_rect(scene.bounds().unwrap());
            let room = canvas.rect.unwrap().shrink(8.0);
            assert!(
                room.contains_rect(seen),
                "{} at {size:?}: {seen} in {room}",
                example.name
            );
            assert_eq!(clashes(scene), Vec::<String>::new(), "{}", example.name);
        }
    }
}

#[test]
fn who_is_added_stands_clear_of_who_is_there() {
    for map in built_in::examples() {
        let document = storage::read(map.text.as_bytes()).unwrap().document;
        let mut session = Session::new(document, 0);
        let mut ids = IdSource::new(5);
        let mut added = Vec::new();
        for name in [
            "Sportclub De Meeuwen",
            "Fietsersbond",
            "Buurtkamer",
            "Omroep",
        ] {
            let actor = Actor::new(ids.fresh(), name);
            added.push(actor.id);
            session.apply(Edit::AddActor(Box::new(actor))).unwrap();
        }
        let bench = Bench::new(session.document().clone(), (1060.0, 780.0));
        let canvas = bench.canvas();
        let scene = canvas.scene().unwrap();
        for newcomer in scene.actors.iter().filter(|one| added.contains(&one.id)) {
            let room = newcomer.figure.bounds(0.0);
            let mut others = scene.actors.iter().filter(|one| one.id != newcomer.id);
            let under = others.find(|one| one.figure.bounds(0.0).intersects(room));
            let of = under.map(|one| &one.name);
            assert_eq!(of, None, "{} in {}", newcomer.name, map.name);
            let mut labels = scene.labels.iter();
            let under = labels.find(|label| covers(label.rect, newcomer.figure));
            let of = under
                .and_then(|label| scene.actor(label.actor))
                .map(|one| &one.name);
            assert_eq!(of, None, "{} in {}", newcomer.name, map.name);
        }
    }
}

#[test]
fn who_is_added_out_of_sight_comes_into_it_and_the_rest_stays() {
    let size = (1_200.0, 800.0);
    let mut bench = Bench::new(sketch(), size);
    let mut actor = Actor::new(IdSource::new(5).fresh(), "Omroep");
    actor.place = Place::new(1_000.0, 100.0);
    let id = actor.id;
    let edit = Edit::AddActor(Box::new(actor));
    {
        let mut state = bench.state.borrow_mut();
        state.session.apply(edit).unwrap();
        state.canvas.show_actors(&[id]);
    }
    bench.harness.run_steps(3);
    let canvas = bench.canvas();
    let page = Rect::from_min_size(Pos2::ZERO, size.into());
    let scene = canvas.scene().unwrap();
    assert!(scene.actor(id).is_some());
    for one in &scene.actors {
        let seen = canvas.camera.screen_rect(one.figure.bounds(0.0));
        assert!(page.contains_rect(seen), "{} at {seen:?}", one.name);
    }
}
