use std::collections::BTreeSet;

use eframe::egui::{Event, Key, KeyboardShortcut, Modifiers, RawInput};

use super::*;

#[test]
fn no_two_commands_share_a_key() {
    let mut seen: Vec<(KeyboardShortcut, Command)> = Vec::new();
    for row in rows() {
        for keys in row.keys {
            let clash = seen.iter().find(|(other, _)| other == keys);
            assert!(clash.is_none(), "{:?} and {clash:?}", row.command);
            seen.push((*keys, row.command));
        }
    }
}

#[test]
fn every_command_has_one_row_and_words_in_both_languages() {
    let mut commands = BTreeSet::new();
    for row in rows() {
        assert!(commands.insert(row.command), "{:?} twice", row.command);
        for language in [Language::Dutch, Language::English] {
            assert!(!row.text(language).is_empty());
            assert!(!row.words.also.get(language).is_empty());
        }
        assert!(super::row(row.command).is_some());
    }
}

#[test]
fn no_command_hangs_on_a_single_letter() {
    let plain = rows().iter().flat_map(|row| row.keys);
    for keys in plain.filter(|keys| keys.modifiers == Modifiers::NONE) {
        let name = keys.logical_key.name();
        assert!(name.chars().count() > 1, "{name} alone is a command");
    }
}

fn pressed(modifiers: Modifiers, key: Key) -> Option<Command> {
    let ctx = eframe::egui::Context::default();
    let input = RawInput {
        events: vec![Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        }],
        ..RawInput::default()
    };
    let mut found = None;
    ctx.run_ui(input, |ui| {
        let pressed = shortcut_pressed(ui.ctx(), None);
        found = found.or(pressed);
    })
    .drop_without_applying_deltas();
    found
}

#[test]
fn the_welcome_screen_knows_the_keys_that_need_no_map() {
    assert_eq!(pressed(Modifiers::COMMAND, Key::O), Some(Command::Open));
    assert_eq!(pressed(Modifiers::NONE, Key::F1), Some(Command::Shortcuts));
    assert_eq!(pressed(Modifiers::COMMAND, Key::S), None);
    assert_eq!(pressed(Modifiers::NONE, Key::Delete), None);
}

#[test]
fn keys_are_written_as_on_the_keyboard() {
    let keys = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
    assert_eq!(keys_text(keys, false), ["Ctrl", "Shift", "S"]);
    assert_eq!(keys_text(keys, true), ["⌘", "⇧", "S"]);
}
