//! Filter, focus, folds, paint, cards and the keys that walk along relations, in a window without a display.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use eframe::egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable as _;

use super::fixture::sketch;
use super::gestures::Bench;
use crate::analysis::measure::Measure;
use crate::model::{
    Arena, Arrow, Identity as _, MapText, Note, Place, Shown, Term, TextId, Unknown,
};
use crate::session::Item;
use crate::session::looking::{Focus, Fold, Looking};
use crate::ui::canvas::legend::{Legend, Means};
use crate::ui::painting::{Measured, PaintBy, Source};
use crate::ui::settings::FilteredOut;
use crate::ui::view::View;

fn officials() -> Looking {
    let mut looking = Looking::default();
    let official = Term::BuiltIn(Arena::Officials);
    looking.filter.arenas.insert(official);
    looking
}

fn bench(looking: Looking) -> Bench {
    let view = View {
        looking,
        ..View::default()
    };
    Bench::with(sketch(), (1400.0, 900.0), view)
}

fn names(bench: &Bench) -> BTreeSet<String> {
    let canvas = bench.canvas();
    let scene = canvas.scene().unwrap();
    scene.actors.iter().map(|it| it.name.clone()).collect()
}

#[test]
fn a_filter_fades_the_rest_and_moves_nobody() {
    let plain = bench(Looking::default());
    let bench = bench(officials());
    assert_eq!(names(&plain), names(&bench));
    for name in ["Wijkmanager", "Gemeenteraad", "Hogeschool"] {
        assert_eq!(plain.place(name), bench.place(name));
    }
    let canvas = bench.canvas();
    let clear = canvas.seen.clear().unwrap();
    let actors = clear.iter().filter(|item| matches!(item, Item::Actor(_)));
    assert_eq!(actors.count(), 4);
    assert!(clear.contains(&Item::Actor(bench.actor("Wijkmanager"))));
    assert!(!clear.contains(&Item::Actor(bench.actor("Gemeenteraad"))));
    drop(canvas);
    assert_eq!(bench.n_steps(), 0);
}

#[test]
fn a_filter_can_leave_the_rest_out() {
    let mut bench = bench(officials());
    bench.state.borrow_mut().settings.filtered_out = FilteredOut::Vanish;
    bench.harness.run_steps(2);
    assert_eq!(names(&bench).len(), 4);
    let canvas = bench.canvas();
    let (_, n_lines) = canvas.projection().unwrap().counts();
    assert_eq!(n_lines, canvas.scene().unwrap().strands.len());
}

#[test]
fn a_focus_keeps_who_is_one_step_away() {
    let plain = bench(Looking::default());
    let focus = Focus {
        centre: [plain.actor("Stadskrant")].into(),
        steps: 1,
    };
    let bench = bench(Looking {
        focus: Some(focus),
        ..Looking::default()
    });
    let canvas = bench.canvas();
    let clear = canvas.seen.clear().unwrap();
    for (name, near) in [
        ("Stadskrant", true),
        ("Gemeenteraad", true),
        ("Wijkmanager", false),
    ] {
        assert_eq!(
            clear.contains(&Item::Actor(bench.actor(name))),
            near,
            "{name}"
        );
    }
}

#[test]
fn a_folded_group_is_one_shape_that_a_click_unfolds() {
    let group = sketch().now.groups.ids().next().unwrap();
    let mut bench = bench(Looking {
        folded: [Fold::Group(group)].into(),
        ..Looking::default()
    });
    let (at, n_actors) = {
        let canvas = bench.canvas();
        let scene = canvas.scene().unwrap();
        let one = scene.actors.iter().find(|actor| actor.folded).unwrap();
        assert_eq!(one.mark.as_ref().unwrap().words, "3");
        assert!(scene.rings.is_empty(), "its ring became a line");
        (
            canvas.camera.screen_from_map(one.figure.centre),
            scene.actors.len(),
        )
    };
    assert_eq!(n_actors, 16 - 2);
    bench.click(at);
    bench.harness.run_steps(2);
    assert!(bench.state.borrow().view.looking.folded.is_empty());
    assert_eq!(names(&bench).len(), 16);
    assert_eq!(
        bench.selection().actors().count(),
        3,
        "who was folded is selected"
    );
    assert_eq!(bench.n_steps(), 0, "nothing of it is in the map");
}

#[test]
fn who_is_folded_moves_together() {
    let group = sketch().now.groups.ids().next().unwrap();
    let mut bench = bench(Looking {
        folded: [Fold::Group(group)].into(),
        ..Looking::default()
    });
    let before = (bench.place("Woningcorporatie"), bench.place("Scholengroep"));
    let at = {
        let canvas = bench.canvas();
        let scene = canvas.scene().unwrap();
        let one = scene.actors.iter().find(|actor| actor.folded).unwrap();
        canvas.camera.screen_from_map(one.figure.centre)
    };
    bench.drag(at, at + vec2(60.0, 30.0));
    let after = (bench.place("Woningcorporatie"), bench.place("Scholengroep"));
    let (one, other) = (after.0 - before.0, after.1 - before.1);
    assert!(
        (one - other).length() < 0.1 && one.length() > 20.0,
        "{one:?} {other:?}"
    );
    assert_eq!(bench.n_steps(), 1);
}

fn painted(current: bool) -> View {
    let document = sketch();
    let values: BTreeMap<_, _> = document
        .now
        .actors
        .ids()
        .zip(0_u32..)
        .map(|(actor, number)| (actor, (number > 0).then(|| f64::from(number))))
        .collect();
    View {
        paint: PaintBy {
            size: Source::Measure(Measure::Between),
            colour: Source::Measure(Measure::Between),
            ..PaintBy::default()
        },
        measured: Some(Arc::new(Measured {
            current,
            values: [(Measure::Between, values)].into(),
            ..Measured::default()
        })),
        ..View::default()
    }
}

pub(super) fn legend_words(bench: &Bench) -> Vec<String> {
    let canvas = bench.canvas();
    let language = crate::model::Language::Dutch;
    let arranged = canvas.laid.as_ref().map(|laid| laid.arranged.as_ref());
    Legend::of(canvas.scene().unwrap(), arranged, language)
        .blocks
        .into_iter()
        .flatten()
        .map(|row| match row.means {
            Means::Fixed(text) => text.get(language).to_owned(),
            Means::Made(words) => words,
        })
        .collect()
}

#[test]
fn the_legend_says_what_is_painted_and_when_it_is_of_an_older_map() {
    let bench = Bench::with(sketch(), (1400.0, 1000.0), painted(true));
    let words = legend_words(&bench);
    for row in [
        "kleur: tussenpositie",
        "15,0, de hoogste",
        "1,0, de laagste",
        "– niet te bepalen",
        "grootte: tussenpositie, 1,0 tot 15,0",
    ] {
        assert!(words.iter().any(|it| it == row), "{row} in {words:?}");
    }
    assert!(!words.iter().any(|it| it == "grootte: invloed"));
    assert!(!words.iter().any(|it| it.contains("herrekend")));
    let older = Bench::with(sketch(), (1400.0, 1000.0), painted(false));
    assert!(
        legend_words(&older)
            .iter()
            .any(|it| it.contains("herrekend"))
    );
}

#[test]
fn nothing_of_it_is_on_the_wall() {
    let view = View {
        wall: Some(Shown::on_the_wall()),
        looking: officials(),
        ..painted(true)
    };
    let bench = Bench::with(sketch(), (1600.0, 900.0), view);
    let canvas = bench.canvas();
    let scene = canvas.scene().unwrap();
    assert_eq!(scene.actors.len(), 16);
    assert!(scene.paint.is_none() && canvas.seen.clear().is_none());
    assert!(
        scene
            .actors
            .iter()
            .all(|actor| actor.mark.is_none() && !actor.weak)
    );
}

#[test]
fn found_circles_and_weak_spots_stand_on_the_map_with_their_words() {
    let document = sketch();
    let actors: Vec<_> = document.now.actors.ids().collect();
    let tie = document.now.relations.iter().next().unwrap();
    let pair = (tie.from.min(tie.to), tie.from.max(tie.to));
    let view = View {
        paint: PaintBy {
            circles: true,
            weak_spots: true,
            ..PaintBy::default()
        },
        measured: Some(Arc::new(Measured {
            current: true,
            circles: vec![actors[..4].iter().copied().collect()],
            weak_actors: [actors[5]].into(),
            weak_pairs: [pair].into(),
            ..Measured::default()
        })),
        ..View::default()
    };
    let bench = Bench::with(document, (1400.0, 1000.0), view);
    let words = legend_words(&bench);
    assert!(words.contains(&"kring: gevonden, niet opgegeven".to_owned()));
    let canvas = bench.canvas();
    let scene = canvas.scene().unwrap();
    assert_eq!(
        scene
            .rings
            .iter()
            .filter(|ring| ring.item.is_none())
            .count(),
        1
    );
    assert_eq!(scene.actors.iter().filter(|actor| actor.weak).count(), 1);
    assert!(scene.strands.iter().any(|strand| strand.weak));
}

#[test]
fn alt_enter_walks_the_relations_of_an_actor() {
    let mut bench = bench(Looking::default());
    let at = bench.screen_of("Stadskrant");
    bench.click(at);
    let mut walked = Vec::new();
    for _ in 0..3 {
        bench
            .harness
            .key_press_modifiers(Modifiers::ALT, Key::Enter);
        bench.harness.run_steps(2);
        walked.push(bench.selection().single().unwrap());
    }
    let touches = |item: &Item| match item {
        Item::Relation(id) => {
            let document = bench.document();
            let relation = document.now.relations.get(*id).unwrap();
            relation.touches(bench.actor("Stadskrant"))
        }
        _ => false,
    };
    assert!(walked.iter().all(touches), "{walked:?}");
    assert_ne!(walked[0], walked[1]);
    assert_eq!(walked[0], walked[2], "it has two relations");
}

#[test]
fn a_relation_is_a_node_with_both_ends_and_its_strength() {
    let bench = bench(Looking::default());
    bench
        .harness
        .get_by_label_contains("Procesregisseur – Wethouder Sociaal, sterk");
    bench
        .harness
        .get_by_label_contains("Regie: wonen, welzijn, onderwijs");
}

fn with_text() -> (Bench, TextId) {
    let mut document = sketch();
    let id = TextId::from_bits(5);
    document.now.texts.put(MapText {
        id,
        note: Note::new("Let op"),
        place: Place::new(560.0, 240.0).unwrap(),
        arrow: None,
        unknown: Unknown::default(),
    });
    (Bench::new(document, (1400.0, 900.0)), id)
}

fn text(bench: &Bench, id: TextId) -> MapText {
    bench.document().now.texts.get(id).unwrap().clone()
}

#[test]
fn a_text_and_the_end_of_its_arrow_are_dragged_as_one_step_each() {
    let (mut bench, id) = with_text();
    let centre = |bench: &Bench| {
        let canvas = bench.canvas();
        let text = canvas.scene().unwrap().texts[0].rect;
        canvas.camera.screen_rect(text)
    };
    let at = centre(&bench).center();
    bench.drag(at, at + vec2(40.0, 20.0));
    let moved = text(&bench, id).place;
    assert!(moved.x() > 570.0 && moved.y() > 245.0, "{moved:?}");
    assert_eq!(bench.n_steps(), 1);
    let handle = centre(&bench).right_bottom() + vec2(4.0, 4.0);
    let to = bench.screen_of("Gemeenteraad");
    bench.drag(handle, to);
    let council = bench.actor("Gemeenteraad");
    assert_eq!(text(&bench, id).arrow, Some(Arrow::Actor(council)));
    assert_eq!(bench.n_steps(), 2);
}

#[test]
fn a_text_and_its_arrow_move_by_keys() {
    let (mut bench, id) = with_text();
    bench.harness.run_steps(1);
    let at = {
        let canvas = bench.canvas();
        let rect = canvas.scene().unwrap().texts[0].rect;
        canvas.camera.screen_rect(rect).center()
    };
    bench.click(at);
    let before = text(&bench, id).place;
    bench
        .harness
        .key_press_modifiers(Modifiers::ALT, Key::ArrowRight);
    bench.harness.run_steps(2);
    assert!((text(&bench, id).place.x() - before.x() - 10.0).abs() < 0.01);
    let with_shift = Modifiers::ALT.plus(Modifiers::SHIFT);
    bench
        .harness
        .key_press_modifiers(with_shift, Key::ArrowDown);
    bench.harness.run_steps(2);
    assert!(matches!(text(&bench, id).arrow, Some(Arrow::Place(_))));
    assert_eq!(bench.n_steps(), 2);
}
