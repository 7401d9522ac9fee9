//! Whether names stand where their actors belong in the views in which a place means something: in their own quadrant,
//! on their own row, at their own shape; else numbers stand on the actors and all names in a list.

use eframe::egui::{Key, Modifiers, Pos2, Rect, Vec2, vec2};

use super::fixture::{by_name, seeded};
use super::gestures::Bench;
use super::legible::{drawn, letters};
use super::scenes::clashes;
use super::views::answered;
use crate::model::{Arrangement, Document};
use crate::placement::labels::Home;
use crate::session::arrange::Furniture;
use crate::storage::{self, built_in};
use crate::ui::canvas::Canvas;
use crate::ui::canvas::scene::Label;
use crate::ui::canvas::units::{point, rect};
use crate::ui::theme;
use crate::ui::view::View;

const PLACED: [Arrangement; 3] = [Arrangement::Forces, Arrangement::Matrix, Arrangement::Rings];

/// Says where a name strays from its actor; nothing where it stands well.
fn astray(canvas: &Canvas, label: &Label) -> Option<String> {
    let arranged = &canvas.laid.as_ref().unwrap().arranged;
    let spot = arranged.spots[&label.actor];
    let own = match (&arranged.furniture, spot.home) {
        (_, Home::Row(row)) => {
            let middle = point(label.rect.center());
            (middle.y - spot.at.y).abs() < row.height() / 2.0 && row.contains(middle)
        }
        (Furniture::Matrix(field), _) => {
            let quadrants = field.quadrants.iter().map(|it| rect(it.area));
            let mut mine = quadrants.filter(|it| {
                it.contains(Pos2::new(
                    crate::ui::canvas::units::narrow(spot.at.x),
                    crate::ui::canvas::units::narrow(spot.at.y),
                ))
            });
            mine.any(|it| it.expand(0.5).contains_rect(label.rect))
        }
        (Furniture::Rings(_) | Furniture::Forces(_), _) => label.leader.is_none(),
    };
    (!own).then(|| format!("{:?} stands astray at {}", label.actor, label.rect))
}

/// Lists what is wrong with the names of a view.
fn faults(canvas: &Canvas, document: &Document) -> Vec<String> {
    let scene = canvas.scene().unwrap();
    let laid = canvas.laid.as_ref().unwrap();
    let mut faults = clashes(scene);
    faults.extend(scene.labels.iter().filter_map(|it| astray(canvas, it)));
    for actor in &scene.actors {
        let named = scene.labels.iter().any(|label| label.actor == actor.id);
        let numbered = laid.listed() && (actor.name_inside || laid.arranged.waits(actor.id));
        if !named && !numbered {
            let name = document.now.actors.get(actor.id).unwrap().label();
            faults.push(format!("{name} has neither a name nor a number"));
        }
    }
    faults
}

/// Checks a picture: what is above, and from its shapes that all names are there, within the page and large enough.
fn check(told: &str, document: &Document, arrangement: Arrangement, (size, percent): (Vec2, u16)) {
    let (canvas, drawing) = drawn(document, arrangement, (size, percent));
    let mut faults = faults(&canvas, document);
    let mut words = Vec::new();
    for clipped in &drawing.shapes {
        letters(&clipped.shape, &mut words);
    }
    let scale = f32::from(percent) / 100.0;
    for actor in document.now.actors.iter() {
        let name = actor.label();
        let there = words.iter().any(|(size, words)| {
            words.replace('\n', " ") == name && *size >= theme::LABEL * scale - 0.5
        });
        if !there && name.chars().count() <= 26 {
            faults.push(format!("‘{name}’ stands nowhere in full"));
        }
    }
    for (size, words) in &words {
        if words.chars().count() > 2 && *size < theme::REMARK * scale - 0.5 {
            faults.push(format!("‘{words}’ is small: {size}"));
        }
    }
    let page = Rect::from_min_size(Pos2::ZERO, size);
    let bounds = canvas.scene().unwrap().bounds().unwrap();
    let bounds = canvas.camera.screen_rect(bounds);
    if !page.expand(1.0).contains_rect(bounds) {
        faults.push(format!("it stands outside the page: {bounds}"));
    }
    assert_eq!(
        faults,
        Vec::<String>::new(),
        "{told}, {arrangement:?}, {percent} %"
    );
}

#[test]
fn names_stand_where_their_actors_belong_in_every_size_of_text() {
    for map in built_in::examples() {
        let document = storage::read(map.text.as_bytes()).unwrap().document;
        for arrangement in PLACED {
            for percent in [100, 150, 200] {
                let size = vec2(1920.0, 1080.0);
                check(map.name, &document, arrangement, (size, percent));
            }
            check(map.name, &document, arrangement, (vec2(1280.0, 720.0), 100));
        }
    }
}

#[test]
fn names_of_twenty_random_maps_stand_where_their_actors_belong() {
    let parts = [
        "Gemeente",
        "Stichting",
        "Platform",
        "Wijkraad",
        "Coöperatie",
    ];
    for seed in 1..=20_usize {
        let name = |index: usize| {
            let part = parts[(index * 7 + seed) % parts.len()];
            format!("{part} {}", index + 1)
        };
        let document = answered(seeded(seed * 977, 40, 60, name), seed);
        for arrangement in PLACED {
            let told = format!("random map {seed}");
            check(&told, &document, arrangement, (vec2(1920.0, 1080.0), 100));
        }
    }
}

#[test]
fn names_stand_where_their_actors_belong_in_a_window_of_every_size() {
    // The canvas beside the panel: at 100 % in 1280 × 720 and 1920 × 1080, and at 200 % in the same windows.
    for size in [
        (920.0, 640.0),
        (1500.0, 1000.0),
        (680.0, 430.0),
        (330.0, 260.0),
    ] {
        for map in built_in::examples() {
            let document = storage::read(map.text.as_bytes()).unwrap().document;
            for arrangement in PLACED {
                let view = View {
                    arrangement,
                    ..View::default()
                };
                let bench = Bench::with(document.clone(), size, view);
                let faults = faults(&bench.canvas(), &document);
                let told = format!("{}, {arrangement:?}, {size:?}", map.name);
                assert_eq!(faults, Vec::<String>::new(), "{told}");
            }
        }
    }
}

#[test]
fn a_click_on_a_name_in_the_list_selects_its_actor() {
    let map = built_in::find("tweedeling").unwrap();
    let document = storage::read(map.text.as_bytes()).unwrap().document;
    let view = View {
        arrangement: Arrangement::Matrix,
        ..View::default()
    };
    let mut bench = Bench::with(document, (680.0, 430.0), view);
    assert!(bench.canvas().laid.as_ref().unwrap().listed());
    let (actor, at) = {
        let canvas = bench.canvas();
        let laid = canvas.laid.as_ref().unwrap();
        let (actor, area) = laid.first_listed().unwrap();
        (actor, canvas.camera.screen_rect(area).center())
    };
    bench.click(at);
    let selection = bench.selection();
    assert_eq!(selection.actors().collect::<Vec<_>>(), [actor]);
    let power = |bench: &Bench| {
        bench
            .document()
            .now
            .actors
            .get(actor)
            .unwrap()
            .power
            .number()
    };
    let before = power(&bench);
    let keys = &mut bench.harness;
    keys.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
    keys.run_steps(2);
    assert_ne!(power(&bench), before, "the keys go to the map");
}

#[test]
fn a_name_that_strays_is_seen() {
    let map = built_in::find("tweedeling").unwrap();
    let document = storage::read(map.text.as_bytes()).unwrap().document;
    let size = vec2(1920.0, 1080.0);
    for (arrangement, by) in [
        (Arrangement::Forces, vec2(0.0, 40.0)),
        (Arrangement::Matrix, vec2(-620.0, 0.0)),
        (Arrangement::Matrix, vec2(0.0, 420.0)),
    ] {
        let (canvas, _) = drawn(&document, arrangement, (size, 100));
        let scene = canvas.scene().unwrap();
        let who = by_name(&document, "Wethouder Sociaal");
        let label = scene.labels.iter().find(|it| it.actor == who).unwrap();
        assert_eq!(astray(&canvas, label), None);
        let moved = Label {
            rect: label.rect.translate(by),
            ..label.clone()
        };
        assert!(astray(&canvas, &moved).is_some(), "{arrangement:?} {by:?}");
    }
}
