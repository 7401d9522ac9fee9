//! Another map beside the open one, through the window by visible labels, in both languages.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where something is missing"
)]
#![cfg(feature = "desktop")]

use std::path::Path;

use eframe::egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use krachtenveld::model::{
    Actor, ActorId, Answer, Document, IdSource, Language, Level5, Place, Score,
};
use krachtenveld::storage;
use krachtenveld::ui::{App, FileAnswer, ScriptedDialogs};

#[path = "support/window.rs"]
mod opened;

/// A map that was sent, edited on both sides, and came back.
struct Case {
    folder: tempfile::TempDir,
    actor: ActorId,
}

fn score(number: i64) -> Answer<Level5> {
    Answer::given(Score::nearest(number))
}

impl Case {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut ids = IdSource::new(11);
        let mut base = Document::new(ids.fresh(), Language::Dutch);
        let mut actor = Actor::new(ids.fresh(), "Woningcorporatie");
        actor.power = score(3);
        let id = actor.id;
        base.now.actors.put(actor);
        let mut other = Actor::new(ids.fresh(), "Gemeenteraad");
        other.involvement = score(2);
        let second = other.id;
        base.now.actors.put(other);
        let base = storage::with_new_revision(&base, None, &mut ids);
        let mut mine = base.clone();
        mine.now.actors.update(id, |actor| actor.power = score(2));
        let mut theirs = base.clone();
        theirs.now.actors.update(id, |actor| actor.power = score(5));
        theirs
            .now
            .actors
            .update(second, |actor| actor.involvement = score(4));
        theirs
            .now
            .actors
            .put(Actor::new(ids.fresh(), "Fietsersbond"));
        let mine = storage::with_new_revision(&mine, Some(&base), &mut ids);
        let theirs = storage::with_new_revision(&theirs, Some(&base), &mut ids);
        for (name, document) in [("base", &base), ("mine", &mine), ("theirs", &theirs)] {
            let path = folder.path().join(format!("{name}.krachtenveld.ron"));
            std::fs::write(path, storage::print_document(document)).unwrap();
        }
        Self { folder, actor: id }
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(format!("{name}.krachtenveld.ron"))
    }

    /// Lets the other version place its new actor, and take one out.
    fn place_the_new_one_and_take_one_out(&self) {
        let bytes = std::fs::read(self.path("theirs")).unwrap();
        let mut theirs = storage::read(&bytes).unwrap().document;
        let is_new = |actor: &&Actor| actor.name == "Fietsersbond";
        let new = theirs.now.actors.iter().find(is_new).unwrap().id;
        theirs
            .now
            .actors
            .update(new, |actor| actor.place = Place::new(160.0, 90.0));
        theirs.now.actors.remove(self.actor);
        std::fs::write(self.path("theirs"), storage::print_document(&theirs)).unwrap();
    }

    /// Opens the base, so that it is known, and then a version of it.
    fn window(&self, name: &str, language: Language, answer: &str) -> Window {
        drop(Window::open(
            self.folder.path(),
            language,
            Vec::new(),
            &self.path("base"),
        ));
        let answers = vec![FileAnswer::Chosen(self.path(answer))];
        Window::open(self.folder.path(), language, answers, &self.path(name))
    }
}

struct Window {
    harness: Harness<'static, App>,
}

impl Window {
    fn open(folder: &Path, language: Language, answers: Vec<FileAnswer>, path: &Path) -> Self {
        let harness = opened::open(
            folder,
            language,
            vec2(1280.0, 720.0),
            ScriptedDialogs::new(answers),
            Some(path),
        );
        let mut window = Self { harness };
        window.harness.run_steps(4);
        window
    }

    fn command(&mut self, name: &str) {
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
        self.harness.run_steps(3);
        self.harness
            .event(eframe::egui::Event::Text(name.to_owned()));
        self.harness.run_steps(2);
        self.harness.key_press(Key::Enter);
        self.harness.run_steps(6);
    }

    fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.harness.run_steps(4);
    }

    /// Says whether something that holds one text also holds another.
    fn tells(&self, of: &str, word: &str) -> bool {
        let mut found = self.harness.query_all_by_label_contains(of);
        found.any(|node| {
            let node = node.accesskit_node();
            let told = node.label().or(node.value()).unwrap_or_default();
            told.contains(word)
        })
    }

    fn document(&self) -> &Document {
        self.harness.state().session().unwrap().document()
    }

    fn power(&self, actor: ActorId) -> &Answer<Level5> {
        &self.document().now.actors.get(actor).unwrap().power
    }

    fn undo(&mut self) {
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        self.harness.run_steps(4);
    }
}

#[test]
fn two_copies_edited_differently_are_merged_in_one_step_and_undone() {
    let case = Case::new();
    let mut window = case.window("mine", Language::Dutch, "theirs");
    let before = window.document().clone();
    window.command("Samenvoegen met");
    window
        .harness
        .get_by_label("1 nieuw, 1 gewijzigd, 1 botsing");
    assert_eq!(
        window.document(),
        &before,
        "nothing changes before it is taken over"
    );
    window.click("Andere kaart: invloed · 5");
    window.click("Neem over");
    assert_eq!(window.document().now.actors.len(), 3);
    assert_eq!(window.power(case.actor), &score(5));
    assert!(window.document().alternatives.is_empty());
    window.undo();
    assert_eq!(window.document(), &before);
}

#[test]
fn cancelling_a_merge_leaves_all_as_it_was() {
    let case = Case::new();
    let mut window = case.window("mine", Language::English, "theirs");
    let before = window.document().clone();
    window.command("Merge with");
    window.click("All of the other map");
    window.click("Cancel");
    assert_eq!(window.document(), &before);
    assert!(window.harness.query_by_label("Take over").is_none());
}

#[test]
fn a_clash_that_nobody_decides_stays_in_the_map_and_is_settled_later_by_one_click() {
    let case = Case::new();
    let mut window = case.window("mine", Language::English, "theirs");
    window.command("Merge with");
    window.click("Take over");
    assert_eq!(window.power(case.actor), &score(2));
    assert_eq!(window.document().alternatives.len(), 1);
    window
        .harness
        .get_by_label("Woningcorporatie: power from 2 to 5");
    window.click("Take the other version");
    assert_eq!(window.power(case.actor), &score(5));
    assert!(window.document().alternatives.is_empty());
    window.harness.key_press(Key::Escape);
    window.harness.run_steps(4);
    window.undo();
    assert_eq!(window.document().alternatives.len(), 1);
    assert_eq!(window.power(case.actor), &score(2));
}

#[test]
fn comparing_lists_sentences_and_a_map_does_not_differ_from_itself() {
    let case = Case::new();
    let mut window = case.window("base", Language::Dutch, "theirs");
    window.command("Vergelijken met");
    window
        .harness
        .get_by_label("Gemeenteraad: betrokkenheid van 2 naar 4");
    window.harness.get_by_label("Actor Fietsersbond toegevoegd");
    let mut window = case.window("base", Language::English, "base");
    window.command("Compare with");
    window.harness.get_by_label("no differences");
}

#[test]
fn signs_on_the_map_tell_what_differs_there_and_go_with_the_light() {
    for (language, command, show, words) in [
        (
            Language::Dutch,
            "Vergelijken met",
            "Toon op de kaart",
            ["daar anders", "alleen daar", "niet daar", "botsing"],
        ),
        (
            Language::English,
            "Compare with",
            "Show on the map",
            ["different there", "only there", "not there", "clash"],
        ),
    ] {
        let case = Case::new();
        case.place_the_new_one_and_take_one_out();
        let mut window = case.window("base", language, "theirs");
        let before = window.document().clone();
        window.command(command);
        window.click(show);
        assert!(window.tells("Gemeenteraad", words[0]));
        assert!(window.tells("Fietsersbond: ", words[1]));
        assert!(window.tells("Woningcorporatie", words[2]));
        assert!(window.tells("+ ", words[1]), "the line below explains them");
        assert_eq!(window.document(), &before, "nothing changed");
        window.harness.key_press(Key::Escape);
        window.harness.run_steps(4);
        assert!(!window.tells("Gemeenteraad", words[0]));
        assert!(!window.tells("Fietsersbond: ", words[1]));
        // A clash is shown when versions are merged.
        let case = Case::new();
        let mut window = case.window("mine", language, "theirs");
        window.command(match language {
            Language::Dutch => "Samenvoegen met",
            Language::English => "Merge with",
        });
        window.click(show);
        assert!(window.tells("Woningcorporatie", words[3]));
    }
}

#[test]
fn opening_another_version_of_the_open_map_offers_to_merge_it() {
    let case = Case::new();
    for (language, offer, done) in [
        (
            Language::Dutch,
            "Samenvoegen met de open kaart",
            "Neem over",
        ),
        (Language::English, "Merge with the open map", "Take over"),
    ] {
        let mut window = case.window("mine", language, "theirs");
        let before = window.document().clone();
        window
            .harness
            .key_press_modifiers(Modifiers::COMMAND, Key::O);
        window.harness.run_steps(6);
        assert_eq!(window.document(), &before, "the open map stays");
        window.click(offer);
        window.click(done);
        assert_eq!(window.document().now.actors.len(), 3);
        assert_eq!(window.power(case.actor), &score(2));
        window.undo();
        window.harness.key_press(Key::Escape);
        window.harness.run_steps(4);
    }
}
