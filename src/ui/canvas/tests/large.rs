//! Maps of very many: quick, and no different for that.

use std::sync::Arc;

use eframe::egui::{Event, Mesh, Pos2, pos2, vec2};

use super::fixture::random;
use super::gestures::Bench;
use crate::edit::{ActorChange, Edit};
use crate::model::{Answer, Arena, Place, Term};
use crate::session::{Item, Selection};
use crate::ui::canvas::gestures::{Hit, hit};
use crate::ui::canvas::scene::Scene;

fn many() -> Bench {
    Bench::new(
        random(700, 2_000, |index| format!("Partij {index}")),
        (1_400.0, 900.0),
    )
}

fn zoom(bench: &mut Bench, at: Pos2, factor: f32) {
    bench.harness.event(Event::PointerMoved(at));
    bench.harness.event(Event::Zoom(factor));
    bench.harness.run_steps(1);
}

#[test]
fn a_large_map_moves_as_it_is_and_is_drawn_anew_at_rest() {
    let mut bench = many();
    let corners = |bench: &Bench| bench.canvas().kept.as_ref().unwrap().shown();
    let before = corners(&bench);
    assert!(before.0 && before.1 > 20_000, "{before:?}");
    zoom(&mut bench, pos2(700.0, 450.0), 1.1);
    let moving = corners(&bench);
    assert!(!moving.0, "drawn anew while it moves");
    assert_eq!(moving.1, before.1);
    bench.harness.run_steps(3);
    let rest = corners(&bench);
    assert!(rest.0, "not drawn anew at rest");
}

/// Gives what is drawn, and the shapes as they are shown.
fn drawn(bench: &Bench) -> (Scene, Arc<Mesh>) {
    let canvas = bench.canvas();
    let mesh = canvas.kept.as_ref().unwrap().whole();
    (canvas.scene().unwrap().clone(), mesh)
}

/// Checks that what is drawn is what it would be if nothing were kept.
fn is_as_if_made_whole(bench: &mut Bench) {
    let kept = drawn(bench);
    bench.state.borrow_mut().canvas.look_elsewhere();
    bench.harness.run_steps(1);
    let anew = drawn(bench);
    assert!(kept.0 == anew.0, "another scene");
    assert!(kept.1 == anew.1, "other shapes");
}

#[test]
fn what_was_made_in_pieces_is_at_rest_as_if_it_was_made_whole() {
    let mut bench = many();
    is_as_if_made_whole(&mut bench);
    for factor in [1.2, 1.3, 1.4, 0.5, 0.9] {
        zoom(&mut bench, pos2(500.0, 300.0), factor);
    }
    bench.harness.run_steps(8);
    // What names were measured for other sizes of letters is left aside.
    let kept = drawn(&bench).1;
    bench.state.borrow_mut().canvas.look_elsewhere();
    bench.harness.run_steps(1);
    assert!(kept == drawn(&bench).1, "other shapes");
}

#[test]
fn an_actor_that_moves_or_changes_shows_it_in_the_next_frame() {
    let mut bench = many();
    let ids: Vec<_> = bench.document().now.actors.ids().collect();
    let before = drawn(&bench).1;
    let place = Place::new(120.0, -340.0);
    let edit = Edit::Place(vec![(ids[3], place), (ids[650], place)]);
    bench.state.borrow_mut().session.preview(edit).unwrap();
    bench.harness.run_steps(1);
    assert!(drawn(&bench).1 != before, "nothing moved");
    is_as_if_made_whole(&mut bench);
    bench.state.borrow_mut().session.cancel();
    bench.harness.run_steps(1);
    assert!(drawn(&bench).1 == before, "not back where it was");
    let arena = Answer::given(Term::BuiltIn(Arena::Media));
    let edit = Edit::Many(vec![
        Edit::Actor(ids[9], ActorChange::Name("Een heel andere naam".to_owned())),
        Edit::Actor(ids[9], ActorChange::Arena(arena)),
    ]);
    bench.state.borrow_mut().session.apply(edit).unwrap();
    bench.harness.run_steps(1);
    assert!(drawn(&bench).1 != before, "nothing changed");
    is_as_if_made_whole(&mut bench);
}

#[test]
fn what_is_selected_shows_it_in_the_next_frame() {
    let mut bench = many();
    let before = drawn(&bench).1;
    let ids: Vec<_> = bench.document().now.actors.ids().collect();
    let relation = bench.document().now.relations.ids().nth(40).unwrap();
    for items in [
        vec![Item::Actor(ids[5])],
        vec![Item::Actor(ids[5]), Item::Relation(relation)],
        vec![],
    ] {
        let none = items.is_empty();
        let selection: Selection = items.into_iter().collect();
        bench.state.borrow_mut().session.select(selection);
        bench.harness.run_steps(1);
        assert_eq!(drawn(&bench).1 == before, none);
        is_as_if_made_whole(&mut bench);
    }
}

#[test]
fn zooming_far_draws_anew_what_comes_into_sight() {
    let mut bench = many();
    for factor in [1.5, 1.5, 1.5, 0.3, 0.5] {
        zoom(&mut bench, pos2(500.0, 300.0), factor);
        let canvas = bench.canvas();
        assert!(
            canvas
                .kept
                .as_ref()
                .unwrap()
                .holds(canvas.rect.unwrap(), &canvas.camera)
        );
    }
}

#[test]
fn the_pointer_finds_whom_a_look_at_everybody_finds() {
    let mut bench = many();
    zoom(&mut bench, pos2(700.0, 450.0), 3.0);
    let canvas = bench.canvas();
    let scene = canvas.scene().unwrap();
    let mut n_found = 0;
    for step in 0..4_000_u16 {
        let at = pos2(f32::from(step % 80) * 17.0, f32::from(step / 80) * 17.0);
        let map = canvas.camera.map_from_screen(at);
        let mut topmost = scene.actors.iter().rev();
        let looked = topmost.find(|it| it.figure.contains(map, 0.0));
        if let Some(actor) = looked {
            n_found += 1;
            let found = hit(&canvas, at);
            assert!(
                found == Hit::Actor(actor.id) || found == Hit::Rim(actor.id),
                "{at:?}: {found:?}"
            );
        }
    }
    assert!(n_found > 50, "{n_found}");
}

#[test]
fn names_of_a_large_map_stand_wherever_one_looks_closely() {
    let mut bench = many();
    for at in [pos2(300.0, 300.0), pos2(1_000.0, 600.0)] {
        for _ in 0..6 {
            zoom(&mut bench, at, 1.5);
        }
        bench.harness.run_steps(2);
        {
            let canvas = bench.canvas();
            let scene = canvas.scene().unwrap();
            let rect = canvas.rect.unwrap();
            let seen = |at: Pos2| {
                rect.shrink(40.0)
                    .contains(canvas.camera.screen_from_map(at))
            };
            let there = scene.actors.iter().filter(|it| seen(it.figure.centre));
            let named = |id| scene.labels.iter().any(|label| label.actor == id);
            let (with, without): (Vec<_>, Vec<_>) = there.partition(|it| named(it.id));
            assert!(with.len() > 9 * without.len(), "{} without", without.len());
            assert!(scene.labels.len() < 300, "{}", scene.labels.len());
        }
        for _ in 0..6 {
            zoom(&mut bench, at + vec2(3.0, 2.0), 1.0 / 1.5);
        }
    }
}
