//! Copies that leave, sealed maps, persons, anonymising and removing through the window, by visible labels.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where something is missing"
)]
#![cfg(feature = "desktop")]

use std::path::{Path, PathBuf};

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use jiff::civil::date;
use krachtenveld::model::{
    Actor, Answer, Document, Form, IdSource, Interest, Language, LensValue, Note, Relation, Score,
    Sensitivity,
};
use krachtenveld::storage::{self, Passphrase};
use krachtenveld::ui::{App, FileAnswer, ScriptedDialogs};

#[path = "support/window.rs"]
mod opened;

const SECRET: &str = "Vijf geheime woorden op de fiets 91";
const PRIVATE: &str = "PRIVENOTITIE";

fn map() -> Document {
    let mut ids = IdSource::new(11);
    let mut document = Document::new(ids.fresh(), Language::Dutch);
    "Wijkagenda".clone_into(&mut document.title);
    let mut jan = Actor::new(ids.fresh(), "Jan de Boer");
    jan.form = Some(Form::Person);
    jan.power = Answer::given(Score::nearest(3));
    jan.perspective.quote = Note::new("Wij willen eerst een plan zien");
    jan.notes.push(Note::private(PRIVATE));
    // Only the lens says that this is private.
    jan.lens.insert(
        "exposure.relief".to_owned(),
        Answer::given(LensValue::Short(PRIVATE.to_owned())),
    );
    jan.sensitivities
        .push(Sensitivity::new("Zit met een burn-out thuis"));
    let mut raad = Actor::new(ids.fresh(), "Gemeenteraad");
    raad.notes.push(Note::new("Vraag het aan De Boer"));
    raad.interests.push(Interest::new("Rust in de wijk"));
    let tie = Relation::new(ids.fresh(), jan.id, raad.id);
    document.now.actors.put(jan);
    document.now.actors.put(raad);
    document.now.relations.put(tie);
    storage::with_new_revision(&document, None, &mut ids)
}

struct Case {
    folder: tempfile::TempDir,
}

impl Case {
    fn new() -> Self {
        let case = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        case.write("wijk.krachtenveld.ron", &map());
        case
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, document: &Document) {
        std::fs::write(self.path(name), storage::print_document(document)).unwrap();
    }

    fn read(&self, name: &str) -> String {
        let bytes = std::fs::read(self.path(name)).unwrap();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn open(&self, language: Language, name: &str, answers: &[&str]) -> Window {
        let answers = answers
            .iter()
            .map(|name| FileAnswer::Chosen(self.path(name)));
        Window::open(
            self.folder.path(),
            language,
            answers.collect(),
            &self.path(name),
        )
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
        self.text(name);
        self.harness.key_press(Key::Enter);
        self.harness.run_steps(6);
    }

    fn text(&mut self, text: &str) {
        self.harness.event(Event::Text(text.to_owned()));
        self.harness.run_steps(2);
    }

    fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.harness.run_steps(6);
    }

    fn fill(&mut self, role: Role, label: &str, text: &str) {
        self.harness.get_by_role_and_label(role, label).focus();
        self.harness.run_steps(2);
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        self.harness.run_steps(2);
        self.text(text);
    }

    fn sees(&self, label: &str) -> bool {
        self.harness.query_all_by_label(label).next().is_some()
    }

    fn sees_part(&self, label: &str) -> bool {
        self.harness
            .query_all_by_label_contains(label)
            .next()
            .is_some()
    }

    fn document(&self) -> &Document {
        self.harness.state().session().unwrap().document()
    }

    fn undo(&mut self) {
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        self.harness.run_steps(4);
    }
}

fn jan(document: &Document) -> &Actor {
    document
        .now
        .actors
        .iter()
        .find(|actor| actor.name == "Jan de Boer")
        .unwrap()
}

/// Every file of the store, as text.
fn store(folder: &Path) -> String {
    let mut all = String::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            all.push_str(&store(&path));
        } else if !path.to_string_lossy().contains("wijk") {
            all.push_str(&String::from_utf8_lossy(&std::fs::read(path).unwrap()));
        }
    }
    all
}

#[test]
#[expect(clippy::too_many_lines, reason = "out and back is one story")]
fn a_copy_leaves_without_the_private_layer_and_comes_back_without_taking_it_out() {
    for (language, send, for_whom, seal, save, ready) in [
        (
            Language::Dutch,
            "Stuur een kopie",
            "Voor wie is de kopie?",
            "Verzegelen met een wachtwoord",
            "Kopie opslaan…",
            "De kopie staat klaar: uit.krachtenveld.ron",
        ),
        (
            Language::English,
            "Send a copy",
            "Who is the copy for?",
            "Seal with a passphrase",
            "Save the copy…",
            "The copy is ready: uit.krachtenveld.ron",
        ),
    ] {
        let case = Case::new();
        let before = case.read("wijk.krachtenveld.ron");
        let mut window = case.open(
            language,
            "wijk.krachtenveld.ron",
            &["uit.krachtenveld.ron", "uit.krachtenveld.ron"],
        );
        window.command(send);
        assert!(window.sees("Wij willen eerst een plan zien"));
        assert!(!window.sees(PRIVATE));
        window.fill(Role::TextInput, for_whom, "Provincie");
        window.click(seal);
        window.click(save);
        assert!(window.sees(ready));
        let copy = case.read("uit.krachtenveld.ron");
        assert!(!copy.contains(PRIVATE) && copy.contains("Jan de Boer"));
        assert_eq!(case.read("wijk.krachtenveld.ron"), before);
        assert!(!window.harness.state().session().unwrap().dirty());
        // The colleague changes the copy and sends it back.
        let sent = storage::read(copy.as_bytes()).unwrap().document;
        let mut theirs = sent.clone();
        let id = jan(&theirs).id;
        theirs.now.actors.update(id, |actor| {
            actor.power = Answer::given(Score::nearest(5));
        });
        let theirs = storage::with_new_revision(&theirs, Some(&sent), &mut IdSource::new(77));
        case.write("uit.krachtenveld.ron", &theirs);
        window.harness.key_press(Key::Escape);
        window.harness.run_steps(4);
        window
            .harness
            .key_press_modifiers(Modifiers::COMMAND, Key::O);
        window.harness.run_steps(6);
        window.click(match language {
            Language::Dutch => "Samenvoegen met de open kaart",
            Language::English => "Merge with the open map",
        });
        window.click(match language {
            Language::Dutch => "Neem over",
            Language::English => "Take over",
        });
        let merged = window.document();
        assert_eq!(jan(merged).power, Answer::given(Score::nearest(5)));
        assert_eq!(jan(merged).notes, [Note::private(PRIVATE)]);
        assert!(merged.alternatives.is_empty());
    }
}

#[test]
fn a_copy_without_names_that_comes_back_is_merged_under_the_own_names() {
    let case = Case::new();
    let mut window = case.open(
        Language::Dutch,
        "wijk.krachtenveld.ron",
        &["uit.krachtenveld.ron", "uit.krachtenveld.ron"],
    );
    window.command("Stuur een kopie");
    window.click("Zonder namen");
    window.click("Verzegelen met een wachtwoord");
    window.click("Kopie opslaan…");
    let copy = case.read("uit.krachtenveld.ron");
    for gone in ["Jan", "Boer", PRIVATE, "plan zien", "Wijkagenda"] {
        assert!(!copy.contains(gone), "{gone}");
    }
    assert_eq!(window.document().pseudonyms.len(), 2);
    let sent = storage::read(copy.as_bytes()).unwrap().document;
    let mut theirs = sent.clone();
    let first = theirs.now.relations.ids().next().unwrap();
    theirs
        .now
        .relations
        .update(first, |relation| relation.starred = true);
    let theirs = storage::with_new_revision(&theirs, Some(&sent), &mut IdSource::new(77));
    case.write("uit.krachtenveld.ron", &theirs);
    window.harness.key_press(Key::Escape);
    window.harness.run_steps(4);
    // The key made the map unsaved; what comes back is asked for all the same.
    window.command("Samenvoegen met");
    window.click("Neem over");
    let merged = window.document();
    assert_eq!(merged.now.actors.len(), 2);
    assert_eq!(merged.now.relations.len(), 1);
    assert!(merged.now.relations.iter().all(|relation| relation.starred));
    assert_eq!(jan(merged).notes, [Note::private(PRIVATE)]);
}

#[test]
fn a_sealed_copy_opens_with_its_passphrase_alone_and_leaves_nothing_in_plain() {
    let case = Case::new();
    let mut window = case.open(
        Language::Dutch,
        "wijk.krachtenveld.ron",
        &["wijk-voor-u.krachtenveld.age"],
    );
    window.command("Stuur een kopie");
    window.click("Alles");
    window.fill(Role::PasswordInput, "Wachtwoord", "kort");
    assert!(window.sees_part("te snel te raden"));
    window.fill(Role::PasswordInput, "Wachtwoord", SECRET);
    assert!(window.sees("Bel het wachtwoord door. Mail het niet, ook niet apart."));
    window.click("Kopie opslaan…");
    let sealed = std::fs::read(case.path("wijk-voor-u.krachtenveld.age")).unwrap();
    assert!(sealed.starts_with(b"-----BEGIN AGE ENCRYPTED FILE-----"));
    drop(window);
    // The receiver has a store of its own.
    let other = tempfile::tempdir().unwrap();
    let path = other.path().join("wijk-voor-u.krachtenveld.age");
    std::fs::write(&path, &sealed).unwrap();
    let mut window = Window::open(other.path(), Language::English, Vec::new(), &path);
    assert!(window.sees("This map is sealed"));
    window.fill(Role::PasswordInput, "Passphrase", "iets anders");
    window.click("Open the map");
    assert!(window.sees("The passphrase does not fit. Mind hyphens and capitals."));
    window.fill(Role::PasswordInput, "Passphrase", SECRET);
    window.click("Open the map");
    assert_eq!(jan(window.document()).notes, [Note::private(PRIVATE)]);
    // A change is kept for recovery, and saved, sealed.
    window.command("Select all actors");
    window.command("Duplicate");
    assert_eq!(window.document().now.actors.len(), 4);
    let kept = store(other.path());
    assert!(kept.contains("-----BEGIN AGE") && !kept.contains("Jan de Boer"));
    assert!(!kept.contains(PRIVATE) && !kept.contains("Wijkagenda"));
    window
        .harness
        .key_press_modifiers(Modifiers::COMMAND, Key::S);
    window.harness.run_steps(6);
    let again = std::fs::read(&path).unwrap();
    assert_ne!(again, sealed);
    let no = std::sync::atomic::AtomicBool::new(false);
    let plain = storage::unseal(&again, &Passphrase::from(SECRET), &no).unwrap();
    assert_eq!(storage::read(&plain).unwrap().document.now.actors.len(), 4);
    let kept = store(other.path());
    assert!(!kept.contains(PRIVATE) && !kept.contains("Jan de Boer"));
}

#[test]
fn what_no_passphrase_opens_is_refused_before_one_is_asked() {
    let case = Case::new();
    let header = format!(
        "age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 30\n{}\n--- {}\n0123456789abcdef",
        "A".repeat(43),
        "A".repeat(43)
    );
    std::fs::write(case.path("zwaar.age"), header).unwrap();
    let window = case.open(Language::Dutch, "zwaar.age", &[]);
    assert!(!window.sees("Deze kaart is verzegeld"));
    assert!(window.sees_part("werkfactor 30, hooguit 18"));
}

#[test]
fn anonymising_is_one_step_that_can_be_undone() {
    let case = Case::new();
    for (language, command, title) in [
        (Language::Dutch, "Kaart anonimiseren…", "Kaart anonimiseren"),
        (Language::English, "Anonymise the map…", "Anonymise the map"),
    ] {
        let mut window = case.open(language, "wijk.krachtenveld.ron", &[]);
        let before = window.document().clone();
        window.command(command);
        assert_eq!(window.document(), &before);
        let verbs: Vec<_> = window.harness.query_all_by_label(title).collect();
        verbs.last().unwrap().click();
        window.harness.run_steps(6);
        let text = storage::print_document(window.document());
        for gone in ["Jan", "Boer", PRIVATE, "plan zien", "burn-out"] {
            assert!(!text.contains(gone), "{gone}");
        }
        assert_eq!(window.document().id, before.id);
        assert_eq!(window.document().title, "Wijkagenda");
        assert_eq!(window.document().now.relations.len(), 1);
        window.undo();
        assert_eq!(window.document(), &before);
    }
}

#[test]
fn removing_a_map_takes_its_copies_along_and_says_what_it_cannot_reach() {
    let case = Case::new();
    let mut window = case.open(Language::Dutch, "wijk.krachtenveld.ron", &[]);
    assert!(store(case.folder.path()).contains(PRIVATE));
    window.command("Verwijder kaart en kopieën…");
    assert!(window.sees("De kaart zelf"));
    assert!(window.sees("Versies om mee samen te voegen"));
    assert!(window.sees("Wat het programma niet bereikt"));
    let verbs: Vec<_> = window
        .harness
        .query_all_by_label("Verwijder kaart en kopieën")
        .collect();
    verbs.last().unwrap().click();
    window.harness.run_steps(4);
    assert!(case.path("wijk.krachtenveld.ron").exists());
    window.click("Zeker weten: verwijder");
    assert!(window.harness.state().session().is_none());
    assert!(!case.path("wijk.krachtenveld.ron").exists());
    let left = store(case.folder.path());
    assert!(!left.contains(PRIVATE) && !left.contains("Wijkagenda"));
    assert!(window.sees_part("Verwijderd van"));
}

#[test]
fn a_person_is_found_as_an_actor_and_inside_texts() {
    let case = Case::new();
    let mut window = case.open(Language::Dutch, "wijk.krachtenveld.ron", &[]);
    window.command("Zoek een persoon");
    window.text("jan de boer");
    assert!(window.sees("Jan de Boer staat als actor op de kaart: 1 relatie, 0 groepen"));
    assert!(window.sees("1 keer gevonden, en 1 keer een deel van de naam"));
    assert!(window.sees("Vraag het aan De Boer"));
    window.fill(Role::TextInput, "Naam", "Piet");
    assert!(window.sees("Deze naam staat nergens in de kaart."));
}

#[test]
fn a_map_past_its_date_asks_gently_and_may_be_kept_for_another_year() {
    let case = Case::new();
    let mut map = map();
    std::sync::Arc::make_mut(&mut map.meta).retention = Some(date(2026, 5, 1));
    case.write("wijk-oud.krachtenveld.ron", &map);
    let mut window = case.open(Language::Dutch, "wijk-oud.krachtenveld.ron", &[]);
    window.click("Nog 12 maanden bewaren");
    assert_eq!(window.document().meta.retention, Some(date(2027, 5, 12)));
    assert!(!window.sees_part("bewaartermijn van deze kaart is voorbij"));
}

#[test]
fn a_file_in_other_letters_can_be_read_as_windows_1252() {
    let case = Case::new();
    let text = storage::print_document(&map()).replace("Wijkagenda", "Één wijk");
    let bytes: Vec<u8> = text
        .chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap())
        .collect();
    std::fs::write(case.path("wijk-oud.krachtenveld.ron"), bytes).unwrap();
    let mut window = case.open(Language::English, "wijk-oud.krachtenveld.ron", &[]);
    assert!(window.harness.state().session().is_none());
    window.click("Read as Windows-1252");
    assert_eq!(window.document().title, "Één wijk");
    assert!(window.harness.state().session().unwrap().dirty());
}

#[test]
fn double_actors_are_suggested_and_made_one_only_by_a_choice() {
    let case = Case::new();
    let mut ids = IdSource::new(3);
    let mut double = map();
    double
        .now
        .actors
        .put(Actor::new(ids.fresh(), "De gemeenteraad"));
    case.write("wijk-dubbel.krachtenveld.ron", &double);
    let mut window = case.open(Language::Dutch, "wijk-dubbel.krachtenveld.ron", &[]);
    window.command("Dubbele actoren zoeken…");
    assert_eq!(window.document().now.actors.len(), 3);
    window.click("Dezelfde: houd ‘Gemeenteraad’");
    assert_eq!(window.document().now.actors.len(), 2);
    assert!(window.sees("Geen namen die op elkaar lijken."));
    window.harness.key_press(Key::Escape);
    window.harness.run_steps(4);
    window.undo();
    window.command("Dubbele actoren zoeken…");
    window.click("Niet dezelfde");
    assert_eq!(window.document().now.actors.len(), 3);
    assert_eq!(window.document().not_same.len(), 1);
}

/// Writes a sealed map as another program does.
fn write_sealed(path: &Path, document: &Document, secret: &str) {
    let no = std::sync::atomic::AtomicBool::new(false);
    let text = storage::print_document(document);
    let text = storage::seal(text.as_bytes(), &Passphrase::from(secret), &no).unwrap();
    std::fs::write(path, text).unwrap();
}

#[test]
fn a_sealed_map_has_earlier_versions_and_follows_its_file_with_nothing_in_plain() {
    for language in [Language::Dutch, Language::English] {
        let say = |nl, en| match language {
            Language::Dutch => nl,
            Language::English => en,
        };
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("wijk.krachtenveld.age");
        write_sealed(&path, &map(), SECRET);
        let mut window = Window::open(folder.path(), language, Vec::new(), &path);
        let field = say("Wachtwoord", "Passphrase");
        window.fill(Role::PasswordInput, field, SECRET);
        window.click(say("Open de kaart", "Open the map"));
        window.text("Fietsersbond");
        window.harness.key_press(Key::Enter);
        window.harness.run_steps(3);
        window.harness.key_press(Key::Escape);
        window.harness.run_steps(3);
        window
            .harness
            .key_press_modifiers(Modifiers::COMMAND, Key::S);
        window.harness.run_steps(6);
        window.command(say("Eerdere versies", "Earlier versions"));
        assert!(window.sees_part(say(
            "Actor Fietsersbond toegevoegd",
            "Actor Fietsersbond added"
        )));
        window.click(say("Zet terug", "Put back"));
        assert_eq!(window.document().now.actors.len(), 2);
        window.undo();
        assert_eq!(window.document().now.actors.len(), 3);
        // Another program saves it with the same passphrase, and then with another.
        let mut theirs = window.document().clone();
        "Wijkagenda twee".clone_into(&mut theirs.title);
        write_sealed(&path, &theirs, SECRET);
        window.harness.run_steps(16);
        assert_eq!(window.document().title, "Wijkagenda twee");
        assert!(!window.harness.state().session().unwrap().dirty());
        write_sealed(&path, &theirs, "heel andere woorden op een rij 17");
        window.harness.run_steps(16);
        assert!(window.sees_part(say(
            "met een ander wachtwoord verzegeld",
            "sealed with another passphrase"
        )));
        let kept = store(folder.path());
        assert!(kept.contains("-----BEGIN AGE") && !kept.contains("Jan de Boer"));
        assert!(!kept.contains(PRIVATE) && !kept.contains("Wijkagenda"));
    }
}
