//! What things mean to whom, in the window by visible label: perspectives, words, shared interests, listening, values.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where something is missing"
)]
#![cfg(feature = "desktop")]

use std::collections::BTreeSet;

use eframe::egui::{Event, Key, Modifiers, PointerButton, Vec2, accesskit::Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use krachtenveld::model::{Actor, Document, Language};
use krachtenveld::session::arrange::Centre;
use krachtenveld::storage;
use krachtenveld::ui::{App, Panel, ScriptedDialogs};

#[path = "support/window.rs"]
mod opened;

struct Window {
    harness: Harness<'static, App>,
    _folder: tempfile::TempDir,
}

fn example() -> Document {
    let text = storage::built_in::find("tweedeling").unwrap().text;
    storage::read(text.as_bytes()).unwrap().document
}

impl Window {
    fn new(document: &Document, language: Language) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kaart.krachtenveld.ron");
        std::fs::write(&path, storage::print_document(document)).unwrap();
        let mut harness = opened::open(
            folder.path(),
            language,
            vec2(1280.0, 2000.0),
            ScriptedDialogs::default(),
            Some(&path),
        );
        harness.run_steps(5);
        Self {
            harness,
            _folder: folder,
        }
    }

    fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run_steps(3);
    }

    fn text(&mut self, text: &str) {
        self.harness.event(Event::Text(text.to_owned()));
        self.harness.run_steps(3);
    }

    /// Finds a command or actor by its words and takes it.
    fn run(&mut self, words: &str) {
        self.key(Modifiers::COMMAND, Key::K);
        self.text(words);
        self.key(Modifiers::NONE, Key::Enter);
        self.harness.run_steps(3);
    }

    fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.harness.run_steps(4);
    }

    fn undo(&mut self) {
        self.key(Modifiers::NONE, Key::Escape);
        self.key(Modifiers::COMMAND, Key::Z);
    }

    fn sees(&self, words: &str) -> bool {
        self.harness
            .query_all_by_label_contains(words)
            .next()
            .is_some()
    }

    fn document(&self) -> &Document {
        self.harness.state().session().unwrap().document()
    }

    fn actor(&self, name: &str) -> &Actor {
        let mut actors = self.document().now.actors.iter();
        actors.find(|actor| actor.name == name).unwrap()
    }

    fn type_in(&mut self, label: &str, text: &str) {
        let find = |role| {
            let mut all = self.harness.query_all_by_role_and_label(role, label);
            all.next().map(|node| node.focus())
        };
        find(Role::TextInput)
            .or_else(|| find(Role::MultilineTextInput))
            .unwrap();
        self.harness.run_steps(2);
        self.key(Modifiers::COMMAND, Key::A);
        self.text(text);
        self.key(Modifiers::NONE, Key::Tab);
        self.harness.run_steps(3);
    }

    fn n_steps(&self) -> usize {
        self.harness.state().session().unwrap().history().len()
    }
}

#[test]
fn the_map_is_seen_as_an_actor_sees_it_until_escape() {
    for (language, look, banner) in [
        (
            Language::Dutch,
            "Kijk als Bewonersplatform",
            "U kijkt als Bewonersplatform, die dit ‘Blijven wonen waar je woont’ noemt",
        ),
        (
            Language::English,
            "Look as Bewonersplatform",
            "You look as Bewonersplatform, who calls this ‘Blijven wonen waar je woont’",
        ),
    ] {
        let mut window = Window::new(&example(), language);
        window.run("Bewonersplatform");
        window.click(look);
        assert!(window.sees(banner));
        let actor = window.actor("Bewonersplatform");
        let said: Vec<String> = actor
            .perspective
            .sees_other
            .values()
            .filter_map(|note| note.open_text())
            .map(str::to_owned)
            .collect();
        for words in &said {
            assert!(window.sees(words), "{words}");
        }
        assert_eq!(window.harness.state().view().eyes, Some(actor.id));
        window.key(Modifiers::NONE, Key::Escape);
        assert!(!window.sees(banner));
        assert_eq!(window.n_steps(), 0);
    }
}

#[test]
fn nobody_looks_through_other_eyes_on_the_wall() {
    let mut window = Window::new(&example(), Language::Dutch);
    window.run("Bewonersplatform");
    window.click("Kijk als Bewonersplatform");
    window.key(Modifiers::NONE, Key::F5);
    assert!(window.harness.state().view().wall.is_some());
    assert!(!window.sees("U kijkt als"));
    assert!(!window.sees("Het plan ligt er al"));
}

#[test]
fn two_perspectives_stand_side_by_side_and_are_filled_in_place() {
    let mut window = Window::new(&example(), Language::Dutch);
    window.run("Twee perspectieven");
    assert!(window.sees("andere naam"));
    assert!(window.sees("Wethouder Sociaal · Hoe noemt u het?"));
    window.type_in("Bewonersplatform · Hoe noemt u het?", "Wij blijven hier");
    let seen = &window.actor("Bewonersplatform").perspective;
    assert_eq!(seen.calls_it.text, "Wij blijven hier");
    assert_eq!(window.n_steps(), 1);
    window.undo();
    let seen = &window.actor("Bewonersplatform").perspective;
    assert_eq!(seen.calls_it.text, "Blijven wonen waar je woont");
}

#[test]
fn two_who_were_not_asked_are_an_invitation() {
    let mut document = example();
    document.now.actors.update_all(|actor| {
        actor.perspective = krachtenveld::model::Perspective::default();
    });
    let mut window = Window::new(&document, Language::English);
    window.run("Two perspectives");
    assert!(window.sees("Nothing asked yet. Ask both"));
}

#[test]
fn the_same_word_with_another_meaning_stands_out_and_is_changed_in_place() {
    let mut window = Window::new(&example(), Language::Dutch);
    window.run("Wat woorden betekenen");
    assert!(window.sees("zelfde woord, andere betekenis"));
    window.type_in("Stadskrant · de wijk", "De hele stad");
    let meanings = &window.document().now.glossary["de wijk"];
    assert!(meanings.values().any(|note| note.text == "De hele stad"));
    window.undo();
    let meanings = &window.document().now.glossary["de wijk"];
    assert!(meanings.values().all(|note| note.text != "De hele stad"));
}

#[test]
fn a_shared_interest_quotes_who_says_so_itself() {
    let mut window = Window::new(&example(), Language::Dutch);
    window.run("Gezamenlijk belang");
    assert!(window.sees("zeggen zelf dat ‘Werk met perspectief’ hun belang is"));
    assert!(window.sees("‘Een praktijkplek voor studenten’"));
    window.click("Licht op wie het zelf zegt");
    assert_eq!(window.harness.state().view().lit.len(), 4);
}

/// Everything of a map that is a score, as text.
fn scores(document: &Document) -> String {
    let mut lines = Vec::new();
    for actor in document.now.actors.iter() {
        lines.push(format!(
            "{:?}",
            (
                (&actor.power, &actor.involvement, &actor.positions),
                (&actor.participation, &actor.openness, &actor.values),
                (&actor.frames, &actor.learning, &actor.legitimacy),
                &actor.urgency,
            )
        ));
    }
    for relation in document.now.relations.iter() {
        lines.push(format!("{:?}", (&relation.strength, relation.tone)));
    }
    lines.join("\n")
}

#[test]
fn while_listening_no_score_can_be_set_through_the_window() {
    let mut window = Window::new(&example(), Language::Dutch);
    let before = scores(window.document());
    window.run("Luisterstand");
    assert!(window.sees("Luisterstand: eerst luisteren"));
    window.run("Bewonersplatform");
    // Every scale of the inspector, by pointer and by key.
    let folds = ["Invloed, betrokkenheid", "Waarden", "Invalshoeken"];
    for fold in folds {
        if let Some(head) = window.harness.query_by_role_and_label(Role::Button, fold) {
            head.click();
        } else if let Some(head) = window.harness.query_all_by_label(fold).next() {
            head.click();
        }
        window.harness.run_steps(3);
    }
    let labels: BTreeSet<String> = window
        .harness
        .query_all_by_role(Role::Slider)
        .filter_map(|node| node.accesskit_node().label())
        .collect();
    assert!(labels.len() > 3, "{labels:?}");
    for label in &labels {
        let find = |window: &Window, act: &dyn Fn(egui_kittest::Node<'_>)| {
            let mut all = window
                .harness
                .query_all_by_role_and_label(Role::Slider, label);
            if let Some(node) = all.next() {
                act(node);
            }
        };
        find(&window, &|node| node.click());
        window.harness.run_steps(3);
        find(&window, &|node| node.focus());
        window.harness.run_steps(2);
        window.key(Modifiers::NONE, Key::Num2);
    }
    assert_eq!(scores(window.document()), before);
    // The matrix of values, the quick line with a score, and redo.
    window.run("Waarden en actoren");
    window.click("Griffie, Gelijke kansen: niet gevraagd");
    window.key(Modifiers::NONE, Key::Num3);
    assert!(window.sees("scores, posities en keuzes staan vast"));
    assert_eq!(scores(window.document()), before);
    // Words still go in.
    window.run("Twee perspectieven");
    window.type_in("Bewonersplatform · Hoe noemt u het?", "Wij blijven hier");
    let seen = &window.actor("Bewonersplatform").perspective;
    assert_eq!(seen.calls_it.text, "Wij blijven hier");
    assert_eq!(scores(window.document()), before);
    window.click("Klaar met luisteren");
    assert!(!window.sees("Luisterstand: eerst luisteren"));
    window.run("Waarden en actoren");
    window.click("Griffie, Gelijke kansen: niet gevraagd");
    assert_ne!(scores(window.document()), before);
}

/// Drags an actor over the map.
fn drag(window: &mut Window, name: &str, by: Vec2) {
    let from = {
        let mut nodes = window.harness.query_all_by_role(Role::Button);
        let found = nodes.find(|node| {
            let label = node.accesskit_node().label();
            label.is_some_and(|label| label.starts_with(name))
        });
        found.unwrap().rect().center()
    };
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.harness.event(Event::PointerMoved(from));
    window.harness.run_steps(2);
    window.harness.event(button(from, true));
    window.harness.run_steps(2);
    for part in [0.3, 0.7, 1.0] {
        window.harness.event(Event::PointerMoved(from + by * part));
        window.harness.run_steps(2);
    }
    window.harness.event(button(from + by, false));
    window.harness.run_steps(4);
}

#[test]
fn while_listening_no_drag_sets_a_score() {
    let mut window = Window::new(&example(), Language::Dutch);
    let before = scores(window.document());
    window.click("Matrix");
    window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    assert!(window.sees("Luisterstand: eerst luisteren"));
    drag(&mut window, "Woningcorporatie", vec2(-200.0, 500.0));
    assert_eq!(scores(window.document()), before);
    assert!(window.sees("scores, posities en keuzes staan vast"));
    window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    drag(&mut window, "Woningcorporatie", vec2(-200.0, 500.0));
    assert_ne!(scores(window.document()), before);
    // What was scored before cannot be taken back while listening either.
    let scored = scores(window.document());
    window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    window.undo();
    assert_eq!(scores(window.document()), scored);
}

#[test]
fn the_matrix_is_filled_by_keys_alone_and_undone() {
    let mut window = Window::new(&example(), Language::Dutch);
    window.run("Waarden en actoren");
    window.click("Griffie, Gelijke kansen: niet gevraagd");
    assert!(window.sees("Griffie, Gelijke kansen: weegt 1"));
    window.key(Modifiers::NONE, Key::Num3);
    assert!(window.sees("Griffie, Gelijke kansen: weegt 3"));
    window.key(Modifiers::NONE, Key::M);
    assert!(window.sees("Griffie, Gelijke kansen: weegt 3, maakt dit al"));
    window.key(Modifiers::NONE, Key::ArrowRight);
    window.key(Modifiers::NONE, Key::Num2);
    assert!(window.sees("Griffie, Betaalbaar en goed wonen: weegt 2"));
    assert_eq!(window.n_steps(), 4);
    window.type_in("Waarom, in eigen woorden", "Iedereen moet kunnen wonen");
    let griffie = window.actor("Griffie");
    assert!(
        griffie
            .interests
            .iter()
            .any(|it| it.text == "Iedereen moet kunnen wonen")
    );
    for _ in 0..5 {
        window.undo();
    }
    assert!(window.sees("Griffie, Gelijke kansen: niet gevraagd"));
}

#[test]
fn a_value_lights_up_who_makes_it_and_takes_in_who_does_so_elsewhere() {
    let mut window = Window::new(&example(), Language::Dutch);
    window.run("Waarden en actoren");
    let head = window.harness.query_all_by_label("Gelijke kansen").next();
    head.unwrap().click();
    window.harness.run_steps(4);
    let lit = &window.harness.state().view().lit;
    assert!(lit.contains(&window.actor("Scholengroep").id));
    let n_actors = window.document().now.actors.len();
    let field = "Wie maakt ‘Gelijke kansen’ al?";
    window.type_in(field, "Voedselbank, Speeltuinvereniging");
    assert_eq!(window.document().now.actors.len(), n_actors + 2);
    assert!(window.actor("Voedselbank").candidate);
    assert_eq!(window.n_steps(), 1);
    window.click("Aan tafel: Voedselbank");
    assert!(!window.actor("Voedselbank").candidate);
    window.click("Laat vallen: Speeltuinvereniging");
    assert_eq!(window.document().now.actors.len(), n_actors + 1);
    for _ in 0..3 {
        window.undo();
    }
    assert_eq!(window.document().now.actors.len(), n_actors);
}

#[test]
fn the_ladder_turns_a_problem_into_values_in_one_step() {
    for (language, page, value, turn) in [
        (
            Language::Dutch,
            "Van probleem naar waarde",
            "Waarde 1",
            "Zet om in waarden",
        ),
        (
            Language::English,
            "From problem to value",
            "Value 1",
            "Turn into values",
        ),
    ] {
        let mut window = Window::new(&example(), language);
        window.run(page);
        let why = match language {
            Language::Dutch => "Waarom is dat een probleem?",
            Language::English => "Why is that a problem?",
        };
        window.type_in(why, "Kinderen krijgen ongelijke kansen");
        window.type_in(value, "Samen oud worden");
        window.click(turn);
        assert_eq!(window.n_steps(), 1);
        let now = &window.document().now;
        let last = now.purpose.values.last().unwrap();
        assert_eq!(now.values.get(*last).unwrap().name, "Samen oud worden");
        assert!(now.purpose.why.text.contains("ongelijke kansen"));
        window.undo();
        assert_eq!(
            window.document().now.values.len(),
            example().now.values.len()
        );
    }
}

#[test]
fn the_problem_map_and_the_value_map_are_compared_and_lit_up() {
    let mut window = Window::new(&example(), Language::Dutch);
    window.run("Probleemkaart en waardenkaart");
    assert!(window.sees("Als de waarde leidt, komen er 2 actoren bij"));
    window.click("Komt erbij door de waarde · 2");
    assert_eq!(window.harness.state().view().lit.len(), 2);
}

#[test]
fn the_neighbourhood_comes_in_the_middle_and_leaves_it_again() {
    let mut window = Window::new(&example(), Language::Dutch);
    window.run("Van buiten naar binnen");
    let view = window.harness.state().view();
    assert!(matches!(view.centre, Centre::Area(_)));
    assert!(view.looking.focus.is_some());
    window.run("Van buiten naar binnen");
    let view = window.harness.state().view();
    assert_eq!(view.centre, Centre::Focal);
    assert!(view.looking.focus.is_none());
}

#[test]
fn the_panel_closes_and_the_inspector_comes_back() {
    let mut window = Window::new(&example(), Language::Dutch);
    window.run("Waarden en actoren");
    assert_ne!(window.harness.state().view().panel, Panel::Inspector);
    window.click("Sluit dit paneel");
    assert_eq!(window.harness.state().view().panel, Panel::Inspector);
}
