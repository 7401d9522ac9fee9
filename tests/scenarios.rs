//! A kept scenario in the window: looked at on the map, told in sentences, never changed, and taken out.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where something is missing"
)]
#![cfg(feature = "desktop")]

use std::path::Path;
use std::sync::Arc;

use eframe::egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use jiff::civil::date;
use krachtenveld::model::{Document, IdSource, Language, Moment, MomentState, Relation, Unknown};
use krachtenveld::storage;
use krachtenveld::ui::{App, ScriptedDialogs};

#[path = "support/window.rs"]
mod opened;

/// Writes the first example with one scenario: a relation more, and the press gone.
fn map_with_scenario(folder: &Path) -> std::path::PathBuf {
    let text = storage::built_in::find("tweedeling").unwrap().text;
    let mut document = storage::read(text.as_bytes()).unwrap().document;
    let mut ids = IdSource::new(99);
    let mut content = document.now.clone();
    let find = |document: &Document, name: &str| {
        let mut actors = document.now.actors.iter();
        actors.find(|actor| actor.name == name).unwrap().id
    };
    let (one, other) = (find(&document, "Wijkmanager"), find(&document, "MKB-kring"));
    content
        .relations
        .put(Relation::new(ids.fresh(), one, other));
    document.moments.put(Moment {
        id: ids.fresh(),
        name: "Met de ondernemers".to_owned(),
        date: Some(date(2026, 3, 4)),
        state: MomentState::Scenario,
        content: Arc::new(content),
        unknown: Unknown::default(),
    });
    let path = folder.join("kaart.krachtenveld.ron");
    std::fs::write(&path, storage::print_document(&document)).unwrap();
    path
}

fn window(folder: &Path, path: &Path) -> Harness<'static, App> {
    let mut harness = opened::open(
        folder,
        Language::Dutch,
        vec2(1440.0, 900.0),
        ScriptedDialogs::default(),
        Some(path),
    );
    harness.run_steps(5);
    harness
}

fn key(harness: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(3);
}

fn click(harness: &mut Harness<'_, App>, label: &str) {
    harness.get_by_label(label).click();
    harness.run_steps(3);
}

#[test]
fn a_scenario_is_looked_at_without_changing_the_map() {
    let folder = tempfile::tempdir().unwrap();
    let path = map_with_scenario(folder.path());
    let mut window = window(folder.path(), &path);
    let before = window.state().session().unwrap().document().clone();
    key(&mut window, Modifiers::NONE, Key::F9);
    click(&mut window, "Met de ondernemers");
    window.get_by_label_contains("U bekijkt scenario ‘Met de ondernemers’");
    window.get_by_label("Erbij: relatie Wijkmanager – MKB-kring");
    key(&mut window, Modifiers::COMMAND, Key::A);
    key(&mut window, Modifiers::NONE, Key::Delete);
    key(&mut window, Modifiers::COMMAND, Key::T);
    window.get_by_label_contains("ga terug naar nu");
    assert_eq!(*window.state().session().unwrap().document(), before);
    key(&mut window, Modifiers::NONE, Key::Escape);
    assert!(
        window
            .query_by_label_contains("U bekijkt scenario")
            .is_none()
    );
    assert_eq!(window.state().view().aside, None);
    assert!(!window.state().session().unwrap().dirty());
}

#[test]
fn a_scenario_is_deleted_and_undo_brings_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = map_with_scenario(folder.path());
    let mut window = window(folder.path(), &path);
    key(&mut window, Modifiers::NONE, Key::F9);
    click(&mut window, "Met de ondernemers");
    click(&mut window, "Verwijder dit scenario");
    let count = |window: &Harness<'_, App>| {
        let session = window.state().session();
        session.unwrap().document().moments.len()
    };
    assert_eq!(count(&window), 0);
    window.get_by_label_contains("Er is nog geen scenario bewaard");
    key(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(count(&window), 1);
}

#[test]
fn a_filter_counts_its_conditions_and_tells_how_many_actors_are_left() {
    let folder = tempfile::tempdir().unwrap();
    let path = map_with_scenario(folder.path());
    let mut window = window(folder.path(), &path);
    click(&mut window, "Filter");
    // The legend names the arena too; the filter stands over it.
    let chips = window.get_all_by_label("Inwoners");
    chips.last().unwrap().click();
    window.run_steps(3);
    window.get_by_label("Filter · 1");
    window.get_by_label_contains("2 van 18 actoren · ");
    click(&mut window, "Alles tonen");
    assert!(window.query_by_label("Filter · 1").is_none());
    key(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().view().overlay, None);
    assert!(!window.state().session().unwrap().dirty());
}

#[test]
fn the_shortest_path_is_told_with_its_length() {
    let folder = tempfile::tempdir().unwrap();
    let path = map_with_scenario(folder.path());
    let mut window = window(folder.path(), &path);
    for (name, held) in [
        ("Stadskrant", Modifiers::NONE),
        ("Griffie", Modifiers::SHIFT),
    ] {
        key(&mut window, Modifiers::COMMAND, Key::K);
        window.event(eframe::egui::Event::Text(name.to_owned()));
        window.run_steps(2);
        key(&mut window, held, Key::Enter);
    }
    key(&mut window, Modifiers::COMMAND, Key::P);
    let state = window.state();
    let chosen = state.session().unwrap().selection().actors().count();
    assert_eq!(chosen, 2, "{:?}", state.view().message);
    window.get_by_label_contains("Kortste pad, 2 stappen: ");
    window.get_by_label_contains(" – Gemeenteraad – ");
    assert_eq!(window.state().view().lit.len(), 3);
    key(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.state().view().lit.is_empty());
}
