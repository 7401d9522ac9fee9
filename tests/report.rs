//! What the window tells of a file that is not as it should be.
#![cfg(feature = "desktop")]

use std::path::Path;

use eframe::egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use jiff::civil::date;
use krachtenveld::model::Language;
use krachtenveld::ui::{App, FileAnswer, Folders, Jobs, ScriptedDialogs, Settings, Start};

const MAP: &str = "(format: \"krachtenveld\", version: 1, id: \"d-0000000000000001\", title: \"Proef\",\n\
    actors: [(id: \"a-0000000000000001\", name: \"Jan de Boer\", pover: Given(value: 4)),\n\
    (id: \"a-0000000000000002\", name: \"Piet\", tags: [1])])\n";

fn window(
    folder: &Path,
    language: Language,
    path: &Path,
    answers: Vec<FileAnswer>,
) -> Harness<'static, App> {
    let app = App::new(Start {
        settings: Settings {
            language,
            motion: false,
            ..Settings::default()
        },
        jobs: Jobs::at_once(Folders::within(folder)),
        dialogs: Box::new(ScriptedDialogs::new(answers)),
        today: date(2026, 5, 12),
        seed: 42,
        path: Some(path.to_owned()),
    });
    let mut harness = Harness::builder()
        .with_size(vec2(1280.0, 720.0))
        .build_ui_state(
            |ui, app: &mut App| {
                app.logic(ui.ctx());
                app.ui(ui);
            },
            app,
        );
    harness.run_steps(4);
    harness
}

#[test]
fn the_report_lists_what_was_noticed_and_leads_to_the_actor() {
    for (language, show, group) in [
        (
            Language::Dutch,
            "Bekijk het verslag",
            "Niet op de kaart, wel bewaard in het bestand · 1",
        ),
        (
            Language::English,
            "See the report",
            "Not on the map, but kept in the file · 1",
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kaart.txt");
        std::fs::write(&path, MAP).unwrap();
        let mut harness = window(folder.path(), language, &path, Vec::new());
        harness.get_by_label(show).click();
        harness.run_steps(4);
        harness.get_by_label(group);
        // What could not be read is seen as it stands in the file.
        harness.get_by_label("(id: \"a-0000000000000002\", name: \"Piet\", tags: [1])");
        // The value of a misspelt field is moved by one click, and that can be undone.
        let session = harness.state().session().unwrap();
        let before = session.document().clone();
        harness
            .get_by_label(match language {
                Language::Dutch => "Zet de waarde in `power`",
                Language::English => "Put the value in `power`",
            })
            .click();
        harness.run_steps(4);
        let power = |harness: &Harness<'static, App>| {
            let document = harness.state().session().unwrap().document();
            let actors: Vec<_> = document.now.actors.iter().collect();
            actors[0].power.number()
        };
        assert_eq!(power(&harness), Some(4.0));
        harness.key_press(Key::Escape);
        harness.run_steps(4);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        harness.run_steps(4);
        assert_eq!(harness.state().session().unwrap().document(), &before);
        drop(harness);
        let mut harness = window(folder.path(), language, &path, Vec::new());
        harness.get_by_label(show).click();
        harness.run_steps(4);
        harness.get_by_label_contains("Jan de Boer’, ").click();
        harness.run_steps(4);
        let session = harness.state().session().unwrap();
        assert_eq!(session.selection().len(), 1);
        assert!(harness.query_by_label(group).is_none());
    }
}

#[test]
fn a_broken_file_leaves_the_open_map_its_history_and_its_selection() {
    let folder = tempfile::tempdir().unwrap();
    let (good, bad) = (
        folder.path().join("goed.ron"),
        folder.path().join("fout.ron"),
    );
    std::fs::write(&good, MAP).unwrap();
    std::fs::write(&bad, &MAP[..60]).unwrap();
    let answers = vec![FileAnswer::Chosen(bad)];
    let mut harness = window(folder.path(), Language::Dutch, &good, answers);
    let before = std::sync::Arc::clone(harness.state().session().unwrap().committed());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run_steps(3);
    let selection = harness.state().session().unwrap().selection().clone();
    assert!(!selection.is_empty());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::O);
    harness.run_steps(6);
    harness.get_by_label_contains("fout.ron gaat niet open");
    let session = harness.state().session().unwrap();
    assert!(std::sync::Arc::ptr_eq(session.committed(), &before));
    assert_eq!(session.selection(), &selection);
}

#[test]
fn saving_a_map_with_text_behind_it_asks_for_another_name() {
    let folder = tempfile::tempdir().unwrap();
    let (first, copy) = (
        folder.path().join("mail.ron"),
        folder.path().join("kopie.ron"),
    );
    let text = format!("{MAP}Vertrouwelijk.\n");
    std::fs::write(&first, &text).unwrap();
    let answers = vec![FileAnswer::Chosen(copy.clone())];
    let mut harness = window(folder.path(), Language::Dutch, &first, answers);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run_steps(6);
    assert_eq!(std::fs::read_to_string(&first).unwrap(), text);
    assert!(
        std::fs::read_to_string(&copy)
            .unwrap()
            .contains("Jan de Boer")
    );
}

#[test]
fn saving_over_the_file_of_a_newer_version_is_asked_once() {
    for (language, ask, yes, cancel) in [
        (
            Language::Dutch,
            "Dit bestand is van een nieuwere versie van Krachtenveld",
            "Sla toch hier op",
            "Annuleren",
        ),
        (
            Language::English,
            "This file is of a newer version of Krachtenveld",
            "Save here all the same",
            "Cancel",
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("nieuwer.ron");
        let text = MAP.replace("version: 1,", "version: 99,");
        std::fs::write(&path, &text).unwrap();
        let mut harness = window(folder.path(), language, &path, Vec::new());
        let mut save = |title: &str| {
            harness.get_by_label_contains("Proef");
            harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
            harness.run_steps(6);
            let asked = harness.query_by_label(ask).is_some();
            if asked {
                harness.get_by_label(title).click();
                harness.run_steps(6);
            }
            (asked, std::fs::read_to_string(&path).unwrap())
        };
        assert_eq!(save(cancel), (true, text));
        let (asked, saved) = save(yes);
        assert!(asked && saved.contains("version: 99") && saved.contains("pover"));
        assert!(!save(yes).0);
    }
}
