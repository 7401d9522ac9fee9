//! The views in which a place means something.

use eframe::egui::{Key, Modifiers, Pos2, vec2};

use super::gestures::Bench;
use super::scenes::clashes;
use crate::model::{Arrangement, Document};
use crate::session::arrange::Furniture;
use crate::ui::view::View;

fn example(name: &str) -> Document {
    let example = crate::storage::built_in::find(name).unwrap();
    crate::storage::read(example.text.as_bytes())
        .unwrap()
        .document
}

fn bench(arrangement: Arrangement, size: (f32, f32)) -> Bench {
    let view = View {
        arrangement,
        ..View::default()
    };
    Bench::with(example("tweedeling"), size, view)
}

fn cell(bench: &Bench, power: i8, involvement: i8) -> Pos2 {
    let canvas = bench.canvas();
    let laid = canvas.laid.as_ref().unwrap();
    let Furniture::Matrix(field) = &laid.arranged.furniture else {
        panic!("no matrix");
    };
    let at = field.cell(power, involvement).centre();
    canvas
        .camera
        .screen_from_map(crate::ui::canvas::units::pos(at))
}

#[test]
fn a_drag_in_the_matrix_sets_both_scores_in_one_step() {
    let mut bench = bench(Arrangement::Matrix, (1100.0, 700.0));
    let before = bench.document();
    let from = bench.screen_of("Woningcorporatie");
    let to = cell(&bench, 2, 1);
    bench.drag(from, to);
    let actor = bench.actor("Woningcorporatie");
    let after = bench.document();
    let moved = after.now.actors.get(actor).unwrap();
    assert_eq!(moved.power.number(), Some(2.0));
    assert_eq!(moved.involvement.number(), Some(1.0));
    bench.state.borrow_mut().session.undo();
    assert_eq!(bench.document(), before);
}

#[test]
fn a_drag_to_the_tray_takes_the_answer_back_and_out_of_it_gives_one() {
    let mut bench = bench(Arrangement::Matrix, (1100.0, 700.0));
    let actor = bench.actor("Woningcorporatie");
    let waiting = bench.screen_of("Huisartsenkring");
    let from = bench.screen_of("Woningcorporatie");
    bench.drag(from, waiting + vec2(30.0, 0.0));
    let after = bench.document();
    assert!(!after.now.actors.get(actor).unwrap().power.asked());
    bench.harness.run_steps(2);
    let from = bench.screen_of("Woningcorporatie");
    let to = cell(&bench, 4, 5);
    bench.drag(from, to);
    let again = bench.document();
    let again = again.now.actors.get(actor).unwrap();
    assert_eq!(again.power.number(), Some(4.0));
    assert_eq!(again.involvement.number(), Some(5.0));
}

#[test]
fn a_drag_along_the_forces_sets_the_position() {
    let mut bench = bench(Arrangement::Forces, (1100.0, 700.0));
    let issue = bench.document().now.issues.iter().next().unwrap().id;
    let actor = bench.actor("Technologiebedrijf");
    let from = bench.screen_of("Technologiebedrijf");
    let unit = {
        let canvas = bench.canvas();
        let Furniture::Forces(field) = &canvas.laid.as_ref().unwrap().arranged.furniture else {
            panic!("no forces");
        };
        crate::ui::canvas::units::narrow(field.unit)
    };
    let position = |bench: &Bench| {
        let document = bench.document();
        let actor = document.now.actors.get(actor).unwrap();
        actor.position(issue).number().unwrap()
    };
    let before = position(&bench);
    bench.drag(from, from + vec2(2.0 * unit, 4.0));
    assert!((position(&bench) - before - 2.0).abs() < 1e-9);
}

#[test]
fn arrows_with_alt_change_the_answers_by_a_step() {
    let mut bench = bench(Arrangement::Rings, (1100.0, 700.0));
    let at = bench.screen_of("Hogeschool");
    bench.click(at);
    let actor = bench.actor("Hogeschool");
    let ring = |bench: &Bench| {
        let document = bench.document();
        let actor = document.now.actors.get(actor).unwrap();
        actor.participation.number().unwrap()
    };
    let before = ring(&bench);
    bench
        .harness
        .key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
    bench.harness.run_steps(2);
    assert!((ring(&bench) - before - 1.0).abs() < 1e-9);
}

#[test]
fn every_view_of_every_example_keeps_all_actors_and_names_off_each_other() {
    for example in crate::storage::built_in::examples() {
        let document = crate::storage::read(example.text.as_bytes())
            .unwrap()
            .document;
        for arrangement in [Arrangement::Forces, Arrangement::Matrix, Arrangement::Rings] {
            let view = View {
                arrangement,
                ..View::default()
            };
            let bench = Bench::with(document.clone(), (1540.0, 1000.0), view);
            let canvas = bench.canvas();
            let scene = canvas.scene().unwrap();
            assert_eq!(scene.actors.len(), document.now.actors.len());
            let told = format!("{} {arrangement:?}", example.name);
            assert_eq!(clashes(scene), Vec::<String>::new(), "{told}");
            assert_eq!(scene.labels.len(), scene.actors.len(), "{told}");
            let seen = canvas.camera.screen_rect(scene.bounds().unwrap());
            assert!(canvas.rect.unwrap().contains_rect(seen), "{told}: {seen}");
        }
    }
}

#[test]
fn the_legend_tells_what_a_view_puts_under_the_actors_and_nothing_that_is_not_there() {
    for (arrangement, there, absent) in [
        (
            Arrangement::Forces,
            ["plaats: positie, −3 tot +3", "factor: geen actor"],
            "hoger: meer invloed",
        ),
        (
            Arrangement::Matrix,
            ["hoger: meer invloed", "trekt mee"],
            "grootte: invloed",
        ),
        (
            Arrangement::Rings,
            ["dichter bij het midden: doet meer mee", "taartpunt: arena"],
            "kring: regie",
        ),
    ] {
        let words = super::looking::legend_words(&bench(arrangement, (1100.0, 700.0)));
        for row in there {
            assert!(words.iter().any(|it| it == row), "{row} in {words:?}");
        }
        assert!(
            !words.iter().any(|it| it == absent),
            "{absent} in {words:?}"
        );
    }
}
