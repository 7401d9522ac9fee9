//! The program's main job through the window, by the keyboard alone and by visible labels, in both languages.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where something is missing"
)]
#![cfg(feature = "desktop")]

use std::path::Path;

use eframe::egui::{Event, Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use krachtenveld::model::{Direction, Language, Mode, Scope};
use krachtenveld::storage;
use krachtenveld::ui::{App, FileAnswer, ScriptedDialogs};

#[path = "support/window.rs"]
mod opened;

struct Window<'a> {
    harness: Harness<'a, App>,
    language: Language,
}

impl Window<'_> {
    fn open(
        folder: &Path,
        language: Language,
        answers: Vec<FileAnswer>,
        path: Option<&Path>,
    ) -> Self {
        let harness = opened::open(
            folder,
            language,
            vec2(1440.0, 900.0),
            ScriptedDialogs::new(answers),
            path,
        );
        let mut window = Self { harness, language };
        window.steps(4);
        window
    }

    fn say(&self, nl: &'static str, en: &'static str) -> &'static str {
        match self.language {
            Language::Dutch => nl,
            Language::English => en,
        }
    }

    fn steps(&mut self, count: usize) {
        self.harness.run_steps(count);
    }

    fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.steps(3);
    }

    fn text(&mut self, text: &str) {
        self.harness.event(Event::Text(text.to_owned()));
        self.steps(2);
    }

    fn line(&mut self, line: &str) {
        self.text(line);
        self.key(Modifiers::NONE, Key::Enter);
    }

    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the type of a node has no short name here"
    )]
    fn focused(&self) -> String {
        self.harness
            .query_all_by(|node| node.is_focused())
            .find_map(|node| node.accesskit_node().label())
            .unwrap_or_default()
    }

    /// Walks with Tab until the focus is on what carries this label.
    fn tab_to(&mut self, label: &str) {
        let mut seen = Vec::new();
        for _ in 0..120 {
            if self.focused() == label {
                return;
            }
            self.key(Modifiers::NONE, Key::Tab);
            seen.push(self.focused());
        }
        panic!("no way to {label} by Tab, only: {seen:#?}");
    }

    fn select(&mut self, name: &str, modifiers: Modifiers) {
        self.key(Modifiers::COMMAND, Key::K);
        self.text(name);
        self.key(modifiers, Key::Enter);
    }

    fn app(&self) -> &App {
        self.harness.state()
    }

    fn document(&self) -> &krachtenveld::model::Document {
        self.app().session().unwrap().document()
    }

    fn actor(&self, name: &str) -> &krachtenveld::model::Actor {
        self.document()
            .now
            .actors
            .iter()
            .find(|actor| actor.name == name)
            .unwrap()
    }
}

const ACTORS: [&str; 11] = [
    "Procesregisseur @ambt *",
    "Wethouder Sociaal @best",
    "Gemeenteraad @best",
    "Woningcorporatie @inst",
    "Welzijnsorganisatie @inst",
    "Scholengroep @inst",
    "Bewonersplatform @inw",
    "Technologiebedrijf @bedr",
    "Hogeschool @ken",
    "Stadskrant @med",
    "Economische Zaken @ambt",
];

const ACTORS_EN: [&str; 11] = [
    "Procesregisseur @civil *",
    "Wethouder Sociaal @gov",
    "Gemeenteraad @gov",
    "Woningcorporatie @inst",
    "Welzijnsorganisatie @inst",
    "Scholengroep @inst",
    "Bewonersplatform @resi",
    "Technologiebedrijf @busi",
    "Hogeschool @know",
    "Stadskrant @med",
    "Economische Zaken @civil",
];

const RELATIONS: [&str; 6] = [
    "Procesregisseur - Wethouder Sociaal",
    "Wethouder Sociaal - Gemeenteraad",
    "Woningcorporatie - Welzijnsorganisatie",
    "Woningcorporatie - Scholengroep",
    "Woningcorporatie x Bewonersplatform",
    "Procesregisseur - Economische Zaken",
];

#[expect(clippy::too_many_lines, reason = "a workshop is one story")]
fn whole_job(language: Language) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("wijken.krachtenveld.ron");
    let mut window = Window::open(
        folder.path(),
        language,
        vec![FileAnswer::Chosen(file.clone())],
        None,
    );

    // A map begins from a value.
    window.line("Gelijke kansen");
    assert_eq!(
        window
            .document()
            .now
            .values
            .first()
            .map(|value| value.name.as_str()),
        Some("Gelijke kansen")
    );

    // Who there is, and what ties them.
    for line in if language == Language::Dutch {
        ACTORS
    } else {
        ACTORS_EN
    } {
        window.line(line);
    }
    assert_eq!(window.document().now.actors.len(), 11);
    assert!(window.document().now.focal.is_some());
    assert!(
        window
            .document()
            .now
            .actors
            .iter()
            .all(|actor| actor.arena.asked())
    );
    for line in RELATIONS {
        window.line(line);
    }
    assert_eq!(window.document().now.relations.len(), 6);
    assert_eq!(window.document().now.actors.len(), 11);
    window.key(Modifiers::NONE, Key::Escape);
    window.key(Modifiers::NONE, Key::Escape);

    // Own words and an interest for three.
    for name in ["Woningcorporatie", "Bewonersplatform", "Wethouder Sociaal"] {
        window.select(name, Modifiers::NONE);
        window.key(Modifiers::NONE, Key::F6);
        window.tab_to(window.say("In eigen woorden", "In its own words"));
        window.text("Het plan ligt er al als wij mogen komen.");
        window.tab_to(window.say("Nieuw belang, Enter voegt toe", "New interest, Enter adds"));
        window.line("Betaalbaar wonen in de eigen buurt");
        let actor = window.actor(name);
        assert_eq!(
            actor.perspective.quote.text,
            "Het plan ligt er al als wij mogen komen."
        );
        assert_eq!(actor.interests.len(), 1);
        window.key(Modifiers::NONE, Key::Escape);
    }

    // A position for all, with voices that differ.
    window.key(Modifiers::NONE, Key::F7);
    window.line("Welvaartsagenda");
    for answer in [
        "2", "3", "1", "3 3 2 -1", "2", "-", "-2 -1", "1", "0", "1", "-1",
    ] {
        window.line(answer);
    }
    window.key(Modifiers::NONE, Key::Escape);
    let issue = window.document().now.issues.first().unwrap().id;
    let stances: Vec<_> = window
        .document()
        .now
        .actors
        .iter()
        .map(|actor| actor.position(issue).clone())
        .collect();
    assert!(
        stances.iter().all(krachtenveld::model::Answer::asked),
        "{stances:?}"
    );
    let divided = stances.iter().filter(|answer| {
        answer
            .judged()
            .is_some_and(|judged| judged.span().is_some())
    });
    assert_eq!(divided.count(), 2);

    // The official's role towards one actor.
    window.select("Economische Zaken", Modifiers::NONE);
    window.key(Modifiers::NONE, Key::F6);
    window.tab_to(window.say("Verbinden", "Bridging"));
    window.key(Modifiers::NONE, Key::Space);
    assert!(
        window
            .document()
            .now
            .roles
            .iter()
            .any(|role| matches!(role.scope, Scope::Actor(_)))
    );
    window.key(Modifiers::NONE, Key::Escape);

    // A bridge of two, with a reason.
    window.select("Woningcorporatie", Modifiers::NONE);
    window.select("Bewonersplatform", Modifiers::SHIFT);
    window.key(Modifiers::COMMAND, Key::B);
    window.tab_to(window.say("Verbinden", "Bridging"));
    window.key(Modifiers::NONE, Key::Space);
    window.tab_to(window.say("Waarom deze rol?", "Why this role?"));
    window.text("Zij spreken niet dezelfde taal");
    window.tab_to(window.say("Leg vast", "Record"));
    window.key(Modifiers::NONE, Key::Space);
    let bridge = window
        .document()
        .now
        .roles
        .iter()
        .find(|role| matches!(role.scope, Scope::Pair(..)))
        .unwrap();
    assert_eq!(
        (bridge.mode, bridge.reason.text.as_str()),
        (Mode::Verbinden, "Zij spreken niet dezelfde taal")
    );
    window.key(Modifiers::NONE, Key::Escape);

    // A ring of three, with who agreed.
    window.select("Woningcorporatie", Modifiers::NONE);
    window.select("Welzijnsorganisatie", Modifiers::SHIFT);
    window.select("Scholengroep", Modifiers::SHIFT);
    window.key(Modifiers::COMMAND, Key::G);
    let ring = window.document().now.groups.iter().next().unwrap();
    assert_eq!(ring.members.len(), 3);
    window.key(Modifiers::NONE, Key::F6);
    window.tab_to("Scholengroep");
    window.key(Modifiers::NONE, Key::Space);
    assert_eq!(
        window
            .document()
            .now
            .groups
            .iter()
            .next()
            .unwrap()
            .agreed_by
            .len(),
        1
    );
    window.key(Modifiers::NONE, Key::Escape);
    window.key(Modifiers::NONE, Key::Escape);

    // Five steps back and forth.
    let whole = window.document().clone();
    for _ in 0..5 {
        window.key(Modifiers::COMMAND, Key::Z);
    }
    assert_ne!(*window.document(), whole);
    for _ in 0..5 {
        window.key(Modifiers::COMMAND, Key::Y);
    }
    assert_eq!(*window.document(), whole);

    // Saved, read back, and no name of a place in it but what was typed.
    window.key(Modifiers::COMMAND, Key::S);
    window.steps(3);
    let bytes = std::fs::read(&file).unwrap();
    let loaded = storage::read(&bytes).unwrap();
    assert_eq!(loaded.notices, vec![]);
    assert_eq!(loaded.document.now, whole.now);
    assert!(!window.app().session().unwrap().dirty());

    // Saving once more changes no byte.
    window.key(Modifiers::COMMAND, Key::S);
    window.steps(3);
    assert_eq!(std::fs::read(&file).unwrap(), bytes);
}

#[test]
fn the_main_job_is_done_by_the_keyboard_alone_in_dutch() {
    whole_job(Language::Dutch);
}

#[test]
fn the_main_job_is_done_by_the_keyboard_alone_in_english() {
    whole_job(Language::English);
}

/// Moves a card by the keyboard: out of the tray to a column, one column on, and back by undo.
fn course_by_keys(language: Language) {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open(folder.path(), language, Vec::new(), None);
    window.key(Modifiers::COMMAND, Key::N);
    window.line("Gemeenteraad");
    window.key(Modifiers::NONE, Key::Escape);
    window.key(Modifiers::COMMAND, Key::Num6);
    let waiting = window.say(
        "Gemeenteraad: nog zonder koers",
        "Gemeenteraad: no course yet",
    );
    window.harness.get_by_label(waiting).focus();
    window.steps(3);
    window.key(Modifiers::ALT, Key::ArrowRight);
    let directions = |window: &Window<'_>| {
        let courses = window.document().now.courses.iter();
        courses.map(|course| course.direction).collect::<Vec<_>>()
    };
    assert_eq!(directions(&window), [Direction::Steer]);
    let steered = window.say("Gemeenteraad: sturen", "Gemeenteraad: steer");
    window.harness.get_by_label(steered).focus();
    window.steps(3);
    window.key(Modifiers::ALT, Key::ArrowRight);
    assert_eq!(directions(&window), [Direction::GoAlong]);
    let along = window.say("Gemeenteraad: meebewegen", "Gemeenteraad: go along");
    window.harness.get_by_label(along).focus();
    window.steps(3);
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(directions(&window), [Direction::Steer]);
}

#[test]
fn a_card_moves_between_the_columns_by_the_keyboard_in_both_languages() {
    course_by_keys(Language::Dutch);
    course_by_keys(Language::English);
}

/// Types a score in the table for two chosen actors at once, and takes it back in one step.
fn table_together(language: Language) {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open(folder.path(), language, Vec::new(), None);
    window.key(Modifiers::COMMAND, Key::N);
    window.line("Gemeenteraad");
    window.line("Scholengroep");
    window.key(Modifiers::NONE, Key::Escape);
    window.key(Modifiers::COMMAND, Key::A);
    window.key(Modifiers::COMMAND, Key::Num5);
    let cell = window.say("Invloed: Gemeenteraad", "Power: Gemeenteraad");
    window.harness.get_by_label(cell).focus();
    window.steps(3);
    window.text("4 4 2");
    window.key(Modifiers::NONE, Key::Enter);
    let powers = |window: &Window<'_>| {
        ["Gemeenteraad", "Scholengroep"].map(|name| window.actor(name).power.number())
    };
    assert_eq!(powers(&window), [Some(4.0), Some(4.0)]);
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(powers(&window), [None, None]);
}

#[test]
fn a_score_typed_in_the_table_holds_for_all_chosen_actors_in_one_step() {
    table_together(Language::Dutch);
    table_together(Language::English);
}
