//! The six views through the window: selection, table by keys, paste with a preview, and the wall.
#![cfg(feature = "desktop")]
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where something is missing"
)]

use std::path::Path;

use eframe::egui::{Event, Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use krachtenveld::model::{Actor, ActorId, Document, Language};
use krachtenveld::ui::{App, ScriptedDialogs};

#[path = "support/window.rs"]
mod opened;

struct Window<'a> {
    harness: Harness<'a, App>,
    language: Language,
}

impl Window<'_> {
    fn open(folder: &Path, language: Language, map: &str) -> Self {
        let path = folder.join("kaart.krachtenveld.ron");
        std::fs::copy(format!("examples/{map}.krachtenveld.ron"), &path).unwrap();
        let harness = opened::open(
            folder,
            language,
            vec2(1440.0, 900.0),
            ScriptedDialogs::default(),
            Some(&path),
        );
        let mut window = Self { harness, language };
        window.steps(6);
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
        self.steps(4);
    }

    fn plain(&mut self, key: Key) {
        self.key(Modifiers::NONE, key);
    }

    fn text(&mut self, text: &str) {
        self.harness.event(Event::Text(text.to_owned()));
        self.steps(3);
    }

    fn paste(&mut self, text: &str) {
        self.harness.event(Event::Paste(text.to_owned()));
        self.steps(4);
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

    fn focus(&mut self, label: &str) {
        self.harness.get_by_label(label).focus();
        self.steps(3);
    }

    fn document(&self) -> &Document {
        self.harness.state().session().unwrap().document()
    }

    fn selected(&self) -> Vec<ActorId> {
        let session = self.harness.state().session().unwrap();
        session.selection().actors().collect()
    }

    fn actor(&self, name: &str) -> &Actor {
        let mut actors = self.document().now.actors.iter();
        actors.find(|actor| actor.name == name).unwrap()
    }

    fn table(&mut self) {
        self.key(Modifiers::COMMAND, Key::Num5);
    }
}

#[test]
fn all_views_keep_the_selection_and_every_actor() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open(folder.path(), Language::Dutch, "tweedeling");
    window.key(Modifiers::COMMAND, Key::K);
    window.text("Woningcorporatie");
    window.plain(Key::Enter);
    let before = window.document().clone();
    let chosen = window.selected();
    assert_eq!(chosen.len(), 1);
    for view in [
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
        Key::Num1,
    ] {
        window.key(Modifiers::COMMAND, view);
        assert_eq!(window.selected(), chosen, "{view:?}");
        assert_eq!(window.document(), &before, "{view:?}");
    }
}

/// Walks through the table by the keys and changes a cell, in one step.
fn table_by_keys(language: Language) {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open(folder.path(), language, "tweedeling");
    window.table();
    let cell = |window: &Window<'_>, nl: &'static str, en: &'static str, name: &str| {
        format!("{}: {name}", window.say(nl, en))
    };
    let first = cell(&window, "Invloed", "Power", "Woningcorporatie");
    let beside = cell(&window, "Betrokkenheid", "Involvement", "Woningcorporatie");
    window.focus(&first);
    window.plain(Key::ArrowRight);
    assert_eq!(window.focused(), beside);
    window.plain(Key::ArrowLeft);
    assert_eq!(window.focused(), first);
    let before = window.document().clone();
    // Typing replaces what stands there, Escape leaves it as it was and keeps the cell.
    window.text("1");
    window.plain(Key::Escape);
    assert_eq!(window.document(), &before);
    assert_eq!(window.focused(), first);
    window.text("1");
    window.plain(Key::Enter);
    let power = |window: &Window<'_>| window.actor("Woningcorporatie").power.number();
    assert_eq!(power(&window), Some(1.0));
    // Enter went to the row beneath, in the same column.
    let head = window.say("Invloed: ", "Power: ");
    assert!(window.focused().starts_with(head), "{}", window.focused());
    assert_ne!(window.focused(), first);
    window.plain(Key::ArrowUp);
    assert_eq!(window.focused(), first);
    // F2 goes on with what stands there.
    window.plain(Key::F2);
    window.text(" 3");
    window.plain(Key::Enter);
    assert_eq!(power(&window), Some(3.0), "of the voices 1 and 3");
    window.plain(Key::Escape);
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(power(&window), Some(1.0));
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.document().now, before.now);
}

#[test]
fn the_table_is_walked_and_changed_by_keys() {
    table_by_keys(Language::Dutch);
    table_by_keys(Language::English);
}

/// Pastes rows, looks at what they would change, and takes them over in one step.
fn paste_with_preview(language: Language) {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open(folder.path(), language, "tweedeling");
    window.table();
    let before = window.document().clone();
    let rows = "Naam\tInvloed\tMascotte\nWoningcorporatie\t1\thond\nDorpsraad\tveel\t\n";
    window.paste(rows);
    let title = window.say("Plakken in de tabel", "Paste in the table");
    assert!(window.harness.query_by_label(title).is_some());
    assert_eq!(
        window.document(),
        &before,
        "nothing changes before it is agreed to"
    );
    let strange = window.say(
        "Niet herkend en niet overgenomen: Mascotte",
        "Not recognised and left out: Mascotte",
    );
    assert!(window.harness.query_by_label(strange).is_some());
    window.plain(Key::Escape);
    assert!(window.harness.query_by_label(title).is_none());
    assert_eq!(window.document(), &before);
    window.paste(rows);
    let take = window.say("Neem 2 actoren over", "Take over 2 actors");
    window.harness.get_by_label(take).click();
    window.steps(4);
    assert!(window.harness.query_by_label(title).is_none());
    assert_eq!(window.actor("Woningcorporatie").power.number(), Some(1.0));
    assert!(window.actor("Dorpsraad").power.value().is_none());
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.document().now, before.now, "one step");
}

#[test]
fn a_paste_is_shown_first_and_is_one_step() {
    paste_with_preview(Language::Dutch);
    paste_with_preview(Language::English);
}

#[test]
fn the_wall_shows_the_network_says_so_and_gives_the_view_back() {
    for language in [Language::Dutch, Language::English] {
        let folder = tempfile::tempdir().unwrap();
        let mut window = Window::open(folder.path(), language, "tweedeling");
        let told = window.say(
            "Op de muur staat het netwerk. Met Escape bent u terug in uw weergave.",
            "The wall shows the network. Escape brings you back to your view.",
        );
        window.plain(Key::F5);
        assert!(window.harness.query_by_label(told).is_none());
        window.plain(Key::Escape);
        for view in [Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6] {
            window.key(Modifiers::COMMAND, view);
            window.plain(Key::F5);
            assert!(window.harness.query_by_label(told).is_some(), "{view:?}");
            window.steps(400);
            assert!(window.harness.query_by_label(told).is_none(), "it fades");
            window.plain(Key::Escape);
        }
        let search = window.say("Wat is onze koers?", "What is our course?");
        assert!(window.harness.query_by_label(search).is_some());
    }
}

#[test]
fn only_the_network_is_tidied() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open(folder.path(), Language::Dutch, "tweedeling");
    let before = window.document().clone();
    let told = "Netjes schikt het netwerk opnieuw";
    for view in [Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6] {
        window.key(Modifiers::COMMAND, view);
        assert!(window.harness.query_by_label_contains(told).is_none());
        window.key(Modifiers::COMMAND, Key::T);
        assert_eq!(window.document(), &before);
        let said = window.harness.query_by_label_contains(told);
        assert!(said.is_some(), "{view:?} says what tidying would do");
    }
    window.key(Modifiers::COMMAND, Key::Num1);
    window.key(Modifiers::COMMAND, Key::T);
    assert_ne!(window.document(), &before);
}
