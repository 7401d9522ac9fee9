//! Who may be forgotten, and how roles came to be, in the window: by visible label, in both languages.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where something is missing"
)]
#![cfg(feature = "desktop")]

use std::path::Path;

use eframe::egui::{Event, Key, Modifiers, accesskit::Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use jiff::civil::date;
use krachtenveld::model::{
    Actor, Arena, Content, Document, Language, Mode, Note, RoleChoice, RoleState, Scope, Style,
    Term,
};
use krachtenveld::session::filter::Question;
use krachtenveld::storage;
use krachtenveld::ui::{App, Overlay, Panel, ScriptedDialogs};

#[path = "support/window.rs"]
mod opened;

struct Window {
    harness: Harness<'static, App>,
    language: Language,
    _folder: tempfile::TempDir,
}

fn example() -> Document {
    let text = storage::built_in::find("tweedeling").unwrap().text;
    storage::read(text.as_bytes()).unwrap().document
}

fn write(folder: &Path, document: &Document) -> std::path::PathBuf {
    let path = folder.join("kaart.krachtenveld.ron");
    std::fs::write(&path, storage::print_document(document)).unwrap();
    path
}

impl Window {
    fn open(language: Language, document: &Document) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = write(folder.path(), document);
        let mut harness = opened::open(
            folder.path(),
            language,
            vec2(1280.0, 4000.0),
            ScriptedDialogs::default(),
            Some(&path),
        );
        harness.run_steps(5);
        Self {
            harness,
            language,
            _folder: folder,
        }
    }

    fn say(&self, nl: &'static str, en: &'static str) -> &'static str {
        match self.language {
            Language::Dutch => nl,
            Language::English => en,
        }
    }

    fn key(&mut self, key: Key) {
        self.harness.key_press_modifiers(Modifiers::NONE, key);
        self.harness.run_steps(3);
    }

    fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.harness.run_steps(3);
    }

    /// Types in the field with this label and leaves it with Enter.
    fn enter(&mut self, label: &str, text: &str) {
        let field = self.harness.get_by_role_and_label(Role::TextInput, label);
        field.focus();
        self.harness.run_steps(2);
        self.harness.event(Event::Text(text.to_owned()));
        self.harness.run_steps(2);
        self.key(Key::Enter);
    }

    fn app(&self) -> &App {
        self.harness.state()
    }

    fn document(&self) -> &Document {
        self.app().session().unwrap().document()
    }

    fn now(&self) -> &Content {
        &self.document().now
    }

    fn actor(&self, name: &str) -> Option<&Actor> {
        self.now().actors.iter().find(|actor| actor.name == name)
    }

    fn shows(&self, label: &str) -> bool {
        self.harness.query_by_label(label).is_some()
    }

    fn undo(&mut self) {
        let modifiers = Modifiers::COMMAND;
        // A field with the focus keeps the keys of undo for itself.
        self.key(Key::Escape);
        self.harness.key_press_modifiers(modifiers, Key::Z);
        self.harness.run_steps(3);
    }
}

#[test]
fn a_name_typed_in_a_list_is_an_actor_in_it_at_once_and_one_step_of_undo() {
    for language in [Language::Dutch, Language::English] {
        let mut window = Window::open(language, &example());
        window.key(Key::F3);
        assert_eq!(window.app().view().panel, Panel::Forgotten);
        let field = window.say(
            "Nog iemand die ervan weet?",
            "Somebody else who knows about it?",
        );
        window.enter(field, "Buurtdokters; Wijkagent");
        for name in ["Buurtdokters", "Wijkagent"] {
            let label = window.say("weet ervan", "knows about it");
            assert_eq!(window.actor(name).unwrap().tags, [label]);
            assert!(window.shows(name));
        }
        window.undo();
        assert_eq!(window.actor("Buurtdokters"), None);
        assert_eq!(window.actor("Wijkagent"), None);
    }
}

#[test]
fn an_arena_with_nobody_is_asked_for_until_it_is_silenced_and_can_come_back() {
    for language in [Language::Dutch, Language::English] {
        let mut document = example();
        let media: Vec<_> = document
            .now
            .actors
            .iter()
            .filter(|actor| document.now.arena_of(actor) == Some(Arena::Media))
            .map(|actor| actor.id)
            .collect();
        for actor in media {
            document = document
                .apply(&krachtenveld::edit::Edit::RemoveActor(actor))
                .unwrap();
        }
        let mut window = Window::open(language, &document);
        window.key(Key::F3);
        window.click("Media");
        window.enter(
            window.say("Wie van Media?", "Who of Media?"),
            "Streekomroep",
        );
        let arena = window.actor("Streekomroep").unwrap().arena.value().cloned();
        assert_eq!(arena, Some(Term::BuiltIn(Arena::Media)));
        window.enter(window.say("Wie van Media?", "Who of Media?"), "Dorpsblad");
        assert!(window.shows("Dorpsblad, Streekomroep"));
        window.undo();
        let only = window.say("Alleen Streekomroep", "Only Streekomroep");
        assert!(window.shows(only));
        window.click(window.say("Zet stil: Media · arena", "Silence: Media · arena"));
        assert!(!window.shows(only));
        assert!(window.document().silenced.contains("forgotten.arena.media"));
        window.click(window.say("Stil gezet", "Silenced"));
        window.click(window.say("Vraag weer: Media · arena", "Ask again: Media · arena"));
        assert!(window.document().silenced.is_empty());
        assert!(window.shows(only));
    }
}

#[test]
fn a_missing_answer_is_asked_of_all_or_shown_on_the_map_with_one_click() {
    for language in [Language::Dutch, Language::English] {
        let mut document = example();
        let all: Vec<_> = document.now.actors.ids().collect();
        for actor in all {
            document.now.actors.update(actor, |actor| {
                actor.power = krachtenveld::model::Answer::NotAsked;
            });
        }
        let mut window = Window::open(language, &document);
        window.key(Key::F3);
        window.click(window.say("Invloed: Toon wie", "Power: Show who"));
        let missing = &window.app().view().looking.filter.missing;
        assert!(missing.contains(&Question::Power));
        window.click(window.say("Invloed: Toon weer alles", "Power: Show all again"));
        assert!(window.app().view().looking.filter.is_empty());
        window.click(window.say("Invloed: Vraag nu", "Power: Ask now"));
        assert_eq!(window.app().view().overlay, Some(Overlay::Round));
        assert!(window.shows(window.say(
            "Hoeveel kan deze actor laten gebeuren of tegenhouden?",
            "How much can this actor make happen or hold up?",
        )));
    }
}

#[test]
fn nothing_of_either_panel_is_on_the_wall() {
    for key in [Key::F3, Key::F4] {
        let mut window = Window::open(Language::Dutch, &example());
        window.key(key);
        window.key(Key::F5);
        for label in ["Wie beslist?", "Akkoord met regie", "Rolkeuzes"] {
            assert!(!window.shows(label), "{label}");
        }
    }
}

/// Gives a map with one choice of the hoofdpersoon, made before today, towards a group and towards one actor.
fn with_roles() -> Document {
    let mut document = example();
    let mut ids = krachtenveld::model::IdSource::new(7);
    let now = &mut document.now;
    let official = now.focal.unwrap();
    let kept: Vec<_> = now.roles.iter().map(|role| role.id).collect();
    for role in kept {
        now.roles.remove(role);
    }
    let others = now.actors.ids().filter(|id| *id != official);
    let two: Vec<_> = others.take(2).collect();
    let mut role = RoleChoice::new(
        ids.fresh(),
        official,
        Scope::Pair(two[0], two[1]),
        Mode::Regie,
    );
    role.date = Some(date(2026, 3, 4));
    role.reason = Note::new("zij vroegen erom");
    role.also.extend([Style::Finance, Style::Mediate]);
    now.roles.put(role);
    document
}

#[test]
fn role_choices_tell_what_rubs_and_who_agreed() {
    for language in [Language::Dutch, Language::English] {
        let mut window = Window::open(language, &with_roles());
        window.key(Key::F4);
        assert_eq!(window.app().view().panel, Panel::Roles);
        assert!(window.shows(window.say("Financiering en bemiddeling", "Funding and mediation")));
        let role = window.now().roles.iter().next().unwrap().clone();
        let Scope::Pair(one, _) = role.scope else {
            panic!("a pair");
        };
        let name = window.now().actors.get(one).unwrap().name.clone();
        let agrees = match language {
            Language::Dutch => format!("{name} is akkoord"),
            Language::English => format!("{name} agrees"),
        };
        assert!(window.shows(window.say("0 van 2 akkoord", "0 of 2 agreed")));
        window.click(&agrees);
        let role = window.now().roles.get(role.id).unwrap();
        assert!(role.agreed_by.contains(&one));
        assert!(window.shows(window.say("1 van 2 akkoord", "1 of 2 agreed")));
    }
}

#[test]
fn a_choice_that_is_taken_back_stays_as_history() {
    for language in [Language::Dutch, Language::English] {
        let mut window = Window::open(language, &with_roles());
        window.key(Key::F4);
        let role = window.now().roles.iter().next().unwrap().id;
        let line = {
            let Scope::Pair(one, other) = window.now().roles.get(role).unwrap().scope else {
                panic!("a pair");
            };
            let name = |id| window.now().actors.get(id).unwrap().name.clone();
            match language {
                Language::Dutch => format!("naar {} en {}: regie", name(one), name(other)),
                Language::English => {
                    format!("towards {} and {}: directing", name(one), name(other))
                }
            }
        };
        window
            .harness
            .get_all_by_label(&line)
            .next()
            .unwrap()
            .click();
        window.harness.run_steps(3);
        window.click(window.say("Neem deze keuze terug", "Take this choice back"));
        let state = window.now().roles.get(role).unwrap().state;
        assert_eq!(state, RoleState::Earlier);
        assert!(window.shows(window.say("Teruggenomen", "Taken back")));
        assert!(window.shows(&line));
    }
}

#[test]
fn a_starred_relation_without_a_role_gets_one_in_the_panel() {
    for (language, mode) in [
        (Language::Dutch, "Verbinden"),
        (Language::English, "Bridging"),
    ] {
        let mut document = with_roles();
        let all: Vec<_> = document.now.relations.ids().collect();
        for (place, id) in all.into_iter().enumerate() {
            document
                .now
                .relations
                .update(id, |relation| relation.starred = place == 0);
        }
        for role in document
            .now
            .roles
            .iter()
            .map(|role| role.id)
            .collect::<Vec<_>>()
        {
            document.now.roles.remove(role);
        }
        let mut window = Window::open(language, &document);
        window.key(Key::F4);
        window.click(mode);
        let role = window.now().roles.iter().next().unwrap();
        assert_eq!(role.mode, Mode::Verbinden);
        assert_eq!(role.date, Some(date(2026, 5, 12)));
        let done = window.say(
            "Elke relatie met een ster heeft een rol",
            "Every starred relation has a role",
        );
        assert!(window.shows(done));
    }
}
