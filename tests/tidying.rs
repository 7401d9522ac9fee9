//! Tidying a large map: beside the window, one step of undo, broken off by Escape, and never over a newer map.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where something is missing"
)]
#![cfg(feature = "desktop")]

use std::path::Path;

use eframe::egui::{Event, Key, Modifiers, vec2};
use egui_kittest::Harness;
use jiff::civil::date;
use krachtenveld::model::{
    Actor, ActorId, Document, DocumentId, IdSource, Identity as _, Language, Place, Relation,
};
use krachtenveld::session::Session;
use krachtenveld::storage;
use krachtenveld::ui::{App, Folders, Jobs, ScriptedDialogs, Settings, Start};

/// Makes a chain of actors on one line, each placed by hand.
fn chain(n: u64) -> Document {
    let mut ids = IdSource::new(3);
    let mut document = Document::new(DocumentId::from_bits(1), Language::Dutch);
    let mut made: Vec<ActorId> = Vec::new();
    for number in 0..n {
        let mut actor = Actor::new(ids.fresh(), format!("Partij {number}"));
        let along = f64::from(u32::try_from(number).unwrap());
        actor.place = Place::new(along * 150.0, 0.0);
        made.push(actor.id);
        document.now.actors.put(actor);
    }
    for pair in made.windows(2) {
        let relation = Relation::new(ids.fresh(), pair[0], pair[1]);
        document.now.relations.put(relation);
    }
    document
}

struct Window<'a>(Harness<'a, App>);

impl Window<'_> {
    fn open(folder: &Path, document: &Document, threaded: bool) -> Self {
        let path = folder.join("map.krachtenveld.ron");
        std::fs::write(&path, storage::print_document(document)).unwrap();
        let folders = Folders::within(folder);
        let app = App::new(Start {
            settings: Settings {
                language: Language::English,
                ..Settings::default()
            },
            jobs: if threaded {
                Jobs::threaded(folders)
            } else {
                Jobs::at_once(folders)
            },
            dialogs: Box::new(ScriptedDialogs::new(Vec::new())),
            today: date(2026, 5, 12),
            seed: 42,
            path: Some(path),
        });
        let harness = Harness::builder()
            .with_size(vec2(1280.0, 720.0))
            .build_ui_state(
                |ui, app: &mut App| {
                    app.logic(ui.ctx());
                    app.ui(ui);
                },
                app,
            );
        let mut window = Self(harness);
        window.until(|app| app.session().is_some());
        window.0.run_steps(3);
        window
    }

    fn until(&mut self, done: impl Fn(&App) -> bool) {
        for _ in 0..2_000 {
            self.0.run_steps(1);
            if done(self.0.state()) {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        panic!("never came about");
    }

    fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.0.key_press_modifiers(modifiers, key);
        self.0.run_steps(1);
    }

    fn tidy(&mut self) {
        self.key(Modifiers::COMMAND, Key::K);
        self.0.run_steps(1);
        self.0.event(Event::Text("tidy".to_owned()));
        self.0.run_steps(1);
        self.key(Modifiers::NONE, Key::Enter);
    }

    fn session(&self) -> &Session {
        self.0.state().session().unwrap()
    }

    fn places(&self) -> Vec<Place> {
        self.session().places().into_values().collect()
    }

    fn message(&self) -> String {
        self.0.state().view().message.clone().unwrap_or_default()
    }
}

#[test]
fn a_large_map_is_tidied_in_one_step_that_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    for threaded in [false, true] {
        let mut window = Window::open(folder.path(), &chain(160), threaded);
        let before = window.places();
        window.tidy();
        window.until(|app| app.session().is_some_and(|it| it.history().len() == 1));
        window.0.run_steps(2);
        let after = window.places();
        let stayed = before.iter().zip(&after).filter(|(a, b)| a == b);
        assert_eq!(stayed.count(), 0);
        let mut twice = Session::new(chain(160), 9);
        let edit = twice.tidy(&[]);
        twice.apply(edit).unwrap();
        assert_eq!(after, twice.places().into_values().collect::<Vec<_>>());
        window.key(Modifiers::COMMAND, Key::Z);
        window.0.run_steps(2);
        assert_eq!(window.places(), before);
    }
}

#[test]
fn escape_breaks_a_tidying_off_and_nobody_is_moved() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open(folder.path(), &chain(900), true);
    let before = window.places();
    window.tidy();
    assert!(window.message().contains("Escape"), "{}", window.message());
    window.0.run_steps(2);
    window.key(Modifiers::NONE, Key::Escape);
    assert_eq!(window.message(), "Stopped; nobody was moved");
    window.0.run_steps(20);
    assert_eq!(window.places(), before);
}
