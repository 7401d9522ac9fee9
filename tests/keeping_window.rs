//! What keeps a map safe, through the window by visible labels: recovery, earlier versions, other windows and programs.
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests stop the test as the tests themselves do"
)]
#![cfg(feature = "desktop")]

use std::path::{Path, PathBuf};

use eframe::egui::{Event, Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use krachtenveld::model::{Actor, ActorId, Document, IdSource, Language};
use krachtenveld::storage::{self, print_document, read};
use krachtenveld::ui::{App, Dialogs, FileAnswer, FileQuestion, ScriptedDialogs};

#[path = "support/window.rs"]
mod opened;

const BOTH: [Language; 2] = [Language::Dutch, Language::English];

/// A folder with a map in it, and the folder of the program beside it.
struct Case {
    folder: tempfile::TempDir,
    actor: ActorId,
    language: Language,
}

impl Case {
    fn new(language: Language) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut ids = IdSource::new(11);
        let mut document = Document::new(ids.fresh(), Language::Dutch);
        "Wijk Zuid".clone_into(&mut document.title);
        let actor = Actor::new(ids.fresh(), "Woningcorporatie");
        let id = actor.id;
        document.now.actors.put(actor);
        document
            .now
            .actors
            .put(Actor::new(ids.fresh(), "Gemeenteraad"));
        let document = storage::with_new_revision(&document, None, &mut ids);
        let case = Self {
            folder,
            actor: id,
            language,
        };
        case.write(&document);
        case
    }

    fn say(&self, nl: &'static str, en: &'static str) -> &'static str {
        match self.language {
            Language::Dutch => nl,
            Language::English => en,
        }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("wijk.krachtenveld.ron")
    }

    fn on_disk(&self) -> Document {
        read(&std::fs::read(self.path()).unwrap()).unwrap().document
    }

    fn write(&self, document: &Document) {
        std::fs::write(self.path(), print_document(document)).unwrap();
    }

    /// Changes the file as another program does.
    fn change_on_disk(&self, change: impl FnOnce(&mut Document)) {
        let mut document = self.on_disk();
        change(&mut document);
        let document = storage::with_new_revision(
            &document,
            Some(&self.on_disk()),
            &mut IdSource::new(document.lineage.len() as u64 + 900),
        );
        self.write(&document);
    }

    fn open(&self, path: Option<&Path>) -> Window {
        self.open_with(path, ScriptedDialogs::default())
    }

    fn open_with(&self, path: Option<&Path>, dialogs: impl Dialogs + 'static) -> Window {
        let harness = opened::open(
            &self.folder.path().join("data"),
            self.language,
            vec2(1280.0, 720.0),
            dialogs,
            path,
        );
        let mut window = Window { harness };
        window.steps(4);
        window
    }

    fn window(&self) -> Window {
        self.open(Some(&self.path()))
    }
}

struct Window {
    harness: Harness<'static, App>,
}

impl Window {
    fn steps(&mut self, count: usize) {
        self.harness.run_steps(count);
    }

    /// Lets so much time pass that the window looks at its file again.
    fn wait(&mut self) {
        self.steps(14);
    }

    fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.steps(3);
    }

    fn text(&mut self, text: &str) {
        self.harness.event(Event::Text(text.to_owned()));
        self.steps(2);
    }

    fn add(&mut self, name: &str) {
        self.text(name);
        self.key(Modifiers::NONE, Key::Enter);
        self.key(Modifiers::NONE, Key::Escape);
    }

    fn command(&mut self, name: &str) {
        self.key(Modifiers::COMMAND, Key::K);
        self.text(name);
        self.key(Modifiers::NONE, Key::Enter);
        self.steps(3);
    }

    fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.steps(4);
    }

    fn sees(&self, label: &str) -> bool {
        self.harness.query_by_label_contains(label).is_some()
    }

    fn document(&self) -> &Document {
        self.harness.state().session().unwrap().document()
    }

    fn names(&self) -> Vec<String> {
        let actors = self.document().now.actors.iter();
        actors.map(|actor| actor.name.clone()).collect()
    }

    fn has(&self, name: &str) -> bool {
        self.names().iter().any(|known| known == name)
    }

    fn dirty(&self) -> bool {
        self.harness.state().session().unwrap().dirty()
    }
}

#[test]
fn work_of_a_program_that_was_killed_is_offered_and_restored_on_its_own_path() {
    for language in BOTH {
        let case = Case::new(language);
        let mut window = case.window();
        window.add("Fietsersbond");
        window.text("Half getypt");
        // Dropped without leaving: the system frees the lock as at a kill.
        drop(window);
        let mut window = case.open(None);
        assert!(window.sees(case.say(
            "niet-opgeslagen werk in ‘Wijk Zuid’",
            "unsaved work in ‘Wijk Zuid’"
        )));
        window.click(case.say("Herstellen", "Restore"));
        assert!(window.has("Fietsersbond"));
        assert!(window.dirty());
        assert!(
            window
                .harness
                .query_all_by_value("Half getypt")
                .next()
                .is_some(),
            "the quick line holds what was being typed"
        );
        window.key(Modifiers::NONE, Key::Escape);
        window.key(Modifiers::COMMAND, Key::S);
        assert_eq!(
            case.on_disk().now.actors.len(),
            3,
            "saved without a question"
        );
        drop(window);
        let window = case.open(None);
        assert!(!window.sees("Wijk Zuid’"), "nothing is left to restore");
    }
}

#[test]
fn what_is_being_typed_in_a_field_is_in_the_recovery_copy() {
    let case = Case::new(Language::Dutch);
    let mut window = case.window();
    window.harness.get_by_label("Titel van de kaart").focus();
    window.steps(2);
    window.text(" en Noord");
    assert_eq!(window.document().title, "Wijk Zuid", "not an edit yet");
    drop(window);
    let mut window = case.open(None);
    window.click("Herstellen");
    assert!(window.document().title.contains("en Noord"));
}

#[test]
fn what_was_closed_without_saving_can_be_brought_back() {
    for language in BOTH {
        let case = Case::new(language);
        let mut window = case.window();
        window.add("Fietsersbond");
        window.key(Modifiers::COMMAND, Key::W);
        window.click(case.say("Niet opslaan", "Do not save"));
        assert!(window.sees(case.say(
            "Gesloten zonder op te slaan: ‘Wijk Zuid’",
            "Closed without saving: ‘Wijk Zuid’"
        )));
        assert!(window.sees(case.say("met het bestand", "with the file")));
        window.click(case.say("Herstellen", "Restore"));
        assert!(window.has("Fietsersbond"));
        window.key(Modifiers::COMMAND, Key::Z);
        window.key(Modifiers::COMMAND, Key::W);
        window.click(case.say("Niet opslaan", "Do not save"));
        window.click(case.say("Weggooien", "Discard"));
        drop(window);
        assert!(!case.open(None).sees("Wijk Zuid’"));
    }
}

#[test]
fn undoing_all_leaves_nothing_to_restore() {
    let case = Case::new(Language::Dutch);
    let mut window = case.window();
    window.add("Fietsersbond");
    window.key(Modifiers::COMMAND, Key::Z);
    assert!(!window.dirty());
    drop(window);
    assert!(!case.open(None).sees("Wijk Zuid’"));
}

#[test]
fn an_earlier_version_is_compared_put_back_in_one_step_and_opened_as_a_copy() {
    for language in BOTH {
        let case = Case::new(language);
        let mut window = case.window();
        window.add("Fietsersbond");
        window.key(Modifiers::COMMAND, Key::S);
        assert!(!window.dirty());
        let versions = case.say("Eerdere versies", "Earlier versions");
        window.command(versions);
        assert!(window.sees(case.say("zoals de kaart nu is", "as the map is now")));
        assert!(window.sees(case.say("Actor Fietsersbond toegevoegd", "Actor Fietsersbond added")));
        window.click(case.say("Verschillen", "Differences"));
        assert!(window.sees(case.say(
            "Actor Fietsersbond verwijderd",
            "Actor Fietsersbond removed"
        )));
        window.key(Modifiers::NONE, Key::Escape);
        window.command(versions);
        window.click(case.say("Zet terug", "Put back"));
        assert!(!window.has("Fietsersbond"));
        assert!(window.dirty());
        window.key(Modifiers::COMMAND, Key::Z);
        assert!(window.has("Fietsersbond"));
        assert!(!window.dirty());
        window.command(versions);
        window.click(case.say("Open als kopie", "Open as a copy"));
        assert!(!window.has("Fietsersbond"));
        assert!(window.dirty(), "a copy is not in a file yet");
        assert_eq!(case.on_disk().now.actors.len(), 3, "the file is as it was");
    }
}

#[test]
fn a_clean_map_follows_its_file_and_that_can_be_undone() {
    for language in BOTH {
        let case = Case::new(language);
        let mut window = case.window();
        case.change_on_disk(|document| {
            document.now.actors.update(case.actor, |actor| {
                "Corporatie De Brug".clone_into(&mut actor.name);
            });
        });
        window.wait();
        assert!(window.has("Corporatie De Brug"));
        assert!(!window.dirty());
        assert!(window.sees(case.say("opnieuw gelezen", "read again")));
        window.key(Modifiers::COMMAND, Key::Z);
        assert!(window.has("Woningcorporatie"));
    }
}

#[test]
fn a_file_changed_under_unsaved_work_is_merged_by_one_click() {
    for language in BOTH {
        let case = Case::new(language);
        let mut window = case.window();
        window.add("Fietsersbond");
        case.change_on_disk(|document| {
            document.now.actors.update(case.actor, |actor| {
                "Corporatie De Brug".clone_into(&mut actor.name);
            });
        });
        window.wait();
        assert!(window.has("Woningcorporatie"), "nothing changes by itself");
        assert!(window.sees(case.say(
            "is buiten dit venster gewijzigd",
            "was changed outside this window"
        )));
        window.click(case.say("Samenvoegen…", "Merge…"));
        window.click(case.say("Neem over", "Take over"));
        assert!(window.has("Fietsersbond") && window.has("Corporatie De Brug"));
        window.key(Modifiers::COMMAND, Key::S);
        assert!(!window.dirty(), "saved without a question");
        assert_eq!(case.on_disk().now.actors.len(), 3);
    }
}

#[test]
fn of_two_versions_the_file_may_be_taken_or_what_is_here_kept() {
    for (take, label) in [
        (true, "Neem wat in het bestand staat"),
        (false, "Houd wat hier staat"),
    ] {
        let case = Case::new(Language::Dutch);
        let mut window = case.window();
        window.add("Fietsersbond");
        case.change_on_disk(|document| document.title = "Anders".to_owned());
        window.wait();
        window.click(label);
        assert_eq!(window.has("Fietsersbond"), !take);
        assert_eq!(window.dirty(), !take);
        if take {
            window.key(Modifiers::COMMAND, Key::Z);
            assert!(window.has("Fietsersbond"), "nothing is lost");
        } else {
            window.key(Modifiers::COMMAND, Key::S);
            assert_eq!(case.on_disk().title, "Wijk Zuid");
        }
    }
}

#[test]
fn saving_over_a_changed_file_asks_and_can_merge() {
    let case = Case::new(Language::English);
    let mut window = case.window();
    window.add("Fietsersbond");
    case.change_on_disk(|document| document.title = "Anders".to_owned());
    window.key(Modifiers::COMMAND, Key::S);
    assert!(window.sees("The file was changed by another program meanwhile"));
    assert_eq!(case.on_disk().title, "Anders");
    window.click("Merge…");
    window.click("Take over");
    assert!(window.has("Fietsersbond"));
    assert_eq!(window.document().title, "Anders");
}

#[test]
fn a_file_that_is_gone_or_no_map_any_more_costs_nothing() {
    for language in BOTH {
        let case = Case::new(language);
        let mut window = case.window();
        window.add("Fietsersbond");
        std::fs::write(case.path(), "half a ma").unwrap();
        window.wait();
        assert!(window.sees(case.say("gaat niet meer open", "does not open any more")));
        std::fs::remove_file(case.path()).unwrap();
        window.wait();
        assert!(window.sees(case.say("staat niet meer op zijn plek", "no longer in its place")));
        window.click(case.say("Sla hier opnieuw op", "Save here again"));
        assert!(!window.dirty());
        assert_eq!(case.on_disk().now.actors.len(), 3);
    }
}

#[test]
fn a_second_window_shows_a_copy_follows_the_file_and_does_not_save_over_it() {
    for language in BOTH {
        let case = Case::new(language);
        let mut first = case.window();
        let elsewhere = case.folder.path().join("kopie.krachtenveld.ron");
        let answers = ScriptedDialogs::new([FileAnswer::Chosen(elsewhere.clone())]);
        let mut second = case.open_with(Some(&case.path()), answers);
        assert!(second.sees(case.say("al open in een ander venster", "open in another window")));
        first.add("Fietsersbond");
        first.key(Modifiers::COMMAND, Key::S);
        second.wait();
        assert!(second.has("Fietsersbond"), "it follows the first");
        second.add("Ondernemersvereniging");
        second.key(Modifiers::COMMAND, Key::S);
        assert_eq!(case.on_disk().now.actors.len(), 3);
        assert!(elsewhere.exists());
        assert!(!second.dirty());
    }
}

#[test]
fn when_the_first_window_closes_the_second_saves_to_the_file_again() {
    let case = Case::new(Language::Dutch);
    let first = case.window();
    let mut second = case.window();
    assert!(second.sees("al open in een ander venster"));
    drop(first);
    second.wait();
    second.add("Ondernemersvereniging");
    second.key(Modifiers::COMMAND, Key::S);
    assert_eq!(case.on_disk().now.actors.len(), 3);
}

#[test]
fn a_conflict_copy_beside_the_map_is_offered_to_be_merged() {
    for language in BOTH {
        let case = Case::new(language);
        let mut copy = case.on_disk();
        copy.now
            .actors
            .put(Actor::new(IdSource::new(5).fresh(), "Buurtvereniging"));
        let beside = case.folder.path().join("wijk.krachtenveld-PC-JANSEN.ron");
        std::fs::write(beside, print_document(&copy)).unwrap();
        let mut window = case.window();
        assert!(window.sees(case.say(
            "bij het synchroniseren is ontstaan",
            "that synchronising left"
        )));
        window.click(case.say("Samenvoegen…", "Merge…"));
        window.click(case.say("Neem over", "Take over"));
        assert!(window.has("Buurtvereniging"));
    }
}

#[test]
fn a_save_that_fails_says_why_and_goes_through_once_the_cause_is_gone() {
    for language in BOTH {
        let case = Case::new(language);
        let mut window = case.window();
        window.add("Fietsersbond");
        let away = case.folder.path().join("weg.ron");
        std::fs::rename(case.path(), &away).unwrap();
        std::fs::create_dir(case.path()).unwrap();
        window.key(Modifiers::COMMAND, Key::S);
        assert!(window.dirty());
        assert!(window.sees(case.say("is geen bestand", "is no file")));
        std::fs::remove_dir(case.path()).unwrap();
        std::fs::rename(&away, case.path()).unwrap();
        window.key(Modifiers::COMMAND, Key::S);
        assert!(!window.dirty());
    }
}

#[test]
fn leaving_asks_about_unsaved_work_also_about_what_is_being_typed() {
    let case = Case::new(Language::Dutch);
    let mut window = case.window();
    window.harness.get_by_label("Titel van de kaart").focus();
    window.steps(2);
    window.text("!");
    window.key(Modifiers::COMMAND, Key::Q);
    assert!(!window.harness.state().quitting());
    window.click("Opslaan");
    assert!(window.harness.state().quitting());
    assert!(case.on_disk().title.contains('!'));
}

/// A dialog that falls over a fault of the program, as any part may.
struct Falling;

impl Dialogs for Falling {
    fn ask(&mut self, _question: &FileQuestion, _title: &str, _folder: Option<&Path>) {
        panic!("a fault that a test made");
    }

    fn answer(&mut self) -> Option<FileAnswer> {
        None
    }

    fn open(&self) -> bool {
        false
    }
}

#[test]
fn a_fault_of_the_program_costs_nothing_and_is_told() {
    for language in BOTH {
        let case = Case::new(language);
        let mut window = case.open_with(Some(&case.path()), Falling);
        window.add("Fietsersbond");
        window.key(Modifiers::COMMAND, Key::O);
        window.click(case.say("Niet opslaan", "Do not save"));
        assert!(window.sees(case.say(
            "Er ging iets mis in het programma",
            "Something went wrong in the program"
        )));
        assert!(window.has("Fietsersbond"));
        window.key(Modifiers::COMMAND, Key::S);
        assert!(!window.dirty(), "the window goes on");
        assert_eq!(case.on_disk().now.actors.len(), 3);
    }
}

#[test]
fn earlier_versions_can_be_switched_off_and_recovery_copies_cleared() {
    let case = Case::new(Language::Dutch);
    let mut window = case.window();
    window.add("Fietsersbond");
    window.key(Modifiers::COMMAND, Key::W);
    window.click("Niet opslaan");
    window.click("Instellingen");
    window.click("Eerdere versies bewaren");
    window.click("Wis alle herstelkopieën");
    window.key(Modifiers::NONE, Key::Escape);
    assert!(!window.sees("Gesloten zonder op te slaan"));
    drop(window);
    let mut window = case.window();
    window.command("Instellingen");
    window.click("Eerdere versies bewaren");
    window.key(Modifiers::NONE, Key::Escape);
    window.command("Eerdere versies");
    assert!(window.sees("Eerdere versies worden niet bewaard"));
}

#[test]
fn what_is_told_stands_beside_what_was_told_before_and_each_is_closed_on_its_own() {
    for language in BOTH {
        let case = Case::new(language);
        let mut copy = case.on_disk();
        copy.now
            .actors
            .put(Actor::new(IdSource::new(5).fresh(), "Buurtvereniging"));
        let beside = case.folder.path().join("wijk.krachtenveld-PC-JANSEN.ron");
        std::fs::write(beside, print_document(&copy)).unwrap();
        let mut window = case.window();
        window.add("Fietsersbond");
        case.change_on_disk(|document| document.title = "Anders".to_owned());
        window.wait();
        let copies = case.say(
            "bij het synchroniseren is ontstaan",
            "that synchronising left",
        );
        let changed = case.say(
            "is buiten dit venster gewijzigd",
            "was changed outside this window",
        );
        assert!(window.sees(copies) && window.sees(changed));
        // A newer one about the same file takes the place of the older one.
        std::fs::remove_file(case.path()).unwrap();
        window.wait();
        let gone = case.say("staat niet meer op zijn plek", "no longer in its place");
        assert!(window.sees(copies) && window.sees(gone) && !window.sees(changed));
        window.click(case.say("Sluit melding 2 van 2", "Close message 2 of 2"));
        assert!(!window.sees(copies) && window.sees(gone));
        // The keyboard reaches it, and Escape closes it.
        window.key(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::M);
        assert!(
            window
                .harness
                .get_by_label(case.say("Sla hier opnieuw op", "Save here again"))
                .is_focused()
        );
        window.key(Modifiers::NONE, Key::Escape);
        assert!(!window.sees(gone));
        assert!(window.has("Fietsersbond"), "nothing else was closed");
    }
}

#[test]
fn of_a_file_that_a_power_cut_broke_the_newest_version_is_offered() {
    for language in BOTH {
        let case = Case::new(language);
        let mut window = case.window();
        window.add("Fietsersbond");
        window.key(Modifiers::COMMAND, Key::S);
        drop(window);
        let length = std::fs::read(case.path()).unwrap().len();
        for broken in [Vec::new(), vec![0; length]] {
            std::fs::write(case.path(), broken).unwrap();
            let mut window = case.window();
            assert!(window.sees(case.say("gaat niet open", "does not open")));
            let offer = case.say("Open de bewaarde versie van", "Open the version kept");
            window.harness.get_by_label_contains(offer).click();
            window.steps(4);
            assert!(window.has("Fietsersbond") && window.dirty());
        }
        std::fs::write(case.path(), "").unwrap();
        let other = case.folder.path().join("onbekend.ron");
        std::fs::write(&other, "").unwrap();
        let window = case.open(Some(&other));
        assert!(!window.sees(case.say("Open de bewaarde", "Open the version kept")));
    }
}

/// A folder in which nothing can be made while this lives, though what is there can be written.
#[cfg(target_os = "linux")]
struct ClosedFolder(PathBuf);

#[cfg(target_os = "linux")]
impl ClosedFolder {
    /// Closes a folder; `None` where this system does not keep it closed.
    fn new(folder: &Path) -> Option<Self> {
        let closed = Self(folder.to_owned());
        closed.set("+i", 0o555);
        std::fs::write(folder.join("proef"), "x")
            .is_err()
            .then_some(closed)
    }

    fn set(&self, flag: &str, mode: u32) {
        use std::os::unix::fs::PermissionsExt as _;
        let done = std::process::Command::new("chattr")
            .arg(flag)
            .arg(&self.0)
            .stderr(std::process::Stdio::null())
            .status();
        if !done.is_ok_and(|status| status.success()) {
            drop(std::fs::set_permissions(
                &self.0,
                std::fs::Permissions::from_mode(mode),
            ));
        }
    }
}

#[cfg(target_os = "linux")]
impl Drop for ClosedFolder {
    fn drop(&mut self) {
        self.set("-i", 0o755);
    }
}

#[cfg(target_os = "linux")]
#[test]
#[expect(clippy::print_stdout, reason = "what is skipped is told")]
fn in_a_closed_folder_the_file_is_written_in_place_only_after_the_risk_was_told() {
    for language in BOTH {
        let case = Case::new(language);
        let mut window = case.window();
        let Some(closed) = ClosedFolder::new(case.folder.path()) else {
            println!("skipped 2 saves in a closed folder: nothing keeps it closed here");
            return;
        };
        window.add("Fietsersbond");
        window.key(Modifiers::COMMAND, Key::S);
        assert!(window.dirty());
        assert!(window.sees(case.say(
            "mag geen nieuw bestand worden gemaakt",
            "no new file may be made"
        )));
        assert_eq!(case.on_disk().now.actors.len(), 2, "nothing by itself");
        let in_place = case.say("Toch in dit bestand…", "In this file all the same…");
        window.click(in_place);
        assert!(window.sees(case.say("half geschreven", "half written")));
        window.click(case.say("Annuleren", "Cancel"));
        assert_eq!(case.on_disk().now.actors.len(), 2);
        window.click(in_place);
        window.click(case.say("Schrijf in het bestand", "Write in the file"));
        assert!(!window.dirty());
        assert_eq!(case.on_disk().now.actors.len(), 3);
        assert!(!window.sees(case.say(
            "mag geen nieuw bestand worden gemaakt",
            "no new file may be made"
        )));
        drop(closed);
        drop(window);
        assert!(
            !case.open(None).sees("Wijk Zuid’"),
            "nothing is left to restore"
        );
    }
}
