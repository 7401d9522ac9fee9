//! A lens from a file, without a line of code, everywhere in the window.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where something is missing"
)]
#![cfg(feature = "desktop")]

use std::fs;
use std::path::{Path, PathBuf};

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use krachtenveld::model::{Actor, Answer, Document, IdSource, Language, LensValue, Relation};
use krachtenveld::storage;
use krachtenveld::ui::{App, FileAnswer, ScriptedDialogs};

#[path = "support/window.rs"]
mod opened;

const LENS: &str = r#"Lens(
    id: "wijk",
    title: (nl: "Wijkbril", en: "Neighbourhood lens"),
    about: (nl: "Neem deze bril in de wijk.", en: "Take this lens in the neighbourhood."),
    source: "Wij",
    front: true,
    fields: [
        (
            id: "thuis",
            subject: actor,
            label: (nl: "Thuisgevoel", en: "At home"),
            help: (nl: "Voelt het hier als thuis?", en: "Does it feel like home here?"),
            kind: Scale(low: 1, high: 5, low_label: (nl: "nee", en: "no"), high_label: (nl: "ja", en: "yes")),
        ),
        (
            id: "geheim",
            subject: actor,
            label: (nl: "Oud zeer", en: "Old pain"),
            help: (nl: "Wat doet nog pijn?", en: "What still hurts?"),
            kind: Short,
            private: true,
        ),
    ],
    checks: [
        (
            id: "laag",
            subject: actor,
            when: AtMost("thuis", 2),
            asks: (nl: "Wat is hier nodig?", en: "What is needed here?"),
        ),
    ],
)
"#;

struct Window<'a> {
    harness: Harness<'a, App>,
    language: Language,
}

impl Window<'_> {
    fn open(folder: &Path, language: Language, answers: Vec<FileAnswer>, map: &Path) -> Self {
        let harness = opened::open(
            folder,
            language,
            vec2(1920.0, 1600.0),
            ScriptedDialogs::new(answers),
            Some(map),
        );
        let mut window = Self { harness, language };
        window.harness.run_steps(4);
        window
    }

    fn say(&self, nl: &'static str, en: &'static str) -> &'static str {
        match self.language {
            Language::Dutch => nl,
            Language::English => en,
        }
    }

    fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run_steps(3);
    }

    fn text(&mut self, text: &str) {
        self.harness.event(Event::Text(text.to_owned()));
        self.harness.run_steps(3);
    }

    fn run(&mut self, command: &str) {
        self.key(Modifiers::COMMAND, Key::K);
        self.text(command);
        self.key(Modifiers::NONE, Key::Enter);
    }

    fn click(&mut self, role: Role, label: &str) {
        self.harness.get_by_role_and_label(role, label).click();
        self.harness.run_steps(4);
    }

    /// Clicks a button that may have to be scrolled to, as a screen reader does.
    fn press(&mut self, label: &str) {
        self.harness
            .get_by_role_and_label(Role::Button, label)
            .click_accesskit();
        self.harness.run_steps(4);
    }

    fn sees(&self, part: &str) -> bool {
        self.harness
            .query_all_by_label_contains(part)
            .next()
            .is_some()
    }

    fn document(&self) -> &Document {
        self.harness.state().session().unwrap().document()
    }

    fn answers(&self) -> Vec<i32> {
        let actors = self.document().now.actors.iter();
        let answers = actors.filter_map(|actor| actor.lens.get("wijk.thuis"));
        let steps = answers.filter_map(|answer| match answer.value() {
            Some(LensValue::Scale(step)) => Some(*step),
            _ => None,
        });
        steps.collect()
    }
}

fn map_in(folder: &Path) -> PathBuf {
    let mut ids = IdSource::new(3);
    let mut document = Document::new(ids.fresh(), Language::Dutch);
    "Wijk".clone_into(&mut document.title);
    let raad = Actor::new(ids.fresh(), "Gemeenteraad");
    let buurt = Actor::new(ids.fresh(), "Buurtvereniging");
    let tie = Relation::new(ids.fresh(), raad.id, buurt.id);
    document.now.actors.put(raad);
    document.now.actors.put(buurt);
    document.now.relations.put(tie);
    let path = folder.join("wijk.krachtenveld.ron");
    fs::write(&path, storage::print_document(&document)).unwrap();
    path
}

#[expect(clippy::too_many_lines, reason = "one walk through the whole window")]
fn everywhere(language: Language) {
    let folder = tempfile::tempdir().unwrap();
    let map = map_in(folder.path());
    let lens = folder.path().join("wijk.lens.ron");
    fs::write(&lens, LENS).unwrap();
    let answers = vec![FileAnswer::Chosen(lens)];
    let mut window = Window::open(folder.path(), language, answers, &map);

    window.run(window.say("Bril openen", "Open a lens"));
    assert!(window.document().lenses_on.contains("wijk"));
    assert_eq!(window.document().own_lenses.len(), 1);
    let title = window.say("Wijkbril", "Neighbourhood lens");
    assert!(window.sees(title), "the lens stands in the choice");
    assert!(window.sees(window.say("Neem deze bril in de wijk.", "Take this lens")));

    // The inspector.
    window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::B);
    window.run("Gemeenteraad");
    window.click(Role::Button, title);
    let question = window.say("Thuisgevoel", "At home");
    window
        .harness
        .get_by_role_and_label(Role::Slider, question)
        .focus();
    window.harness.run_steps(2);
    window.text("2");
    assert_eq!(window.answers(), [2]);
    window.key(Modifiers::COMMAND, Key::Z);
    assert!(window.answers().is_empty(), "one step of undo");
    let step = window.say("thuisgevoel van Gemeenteraad", "at home of Gemeenteraad");
    assert!(window.sees(step), "the step has the name of its question");
    window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(window.answers(), [2]);

    // What asks for attention, and its silence.
    window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::G);
    let asks = window.say("Wat is hier nodig?", "What is needed here?");
    assert!(window.sees(asks));
    window.click(
        Role::Button,
        window.say("Stil hier: Gemeenteraad", "Silence here: Gemeenteraad"),
    );
    assert!(!window.sees(asks));
    assert_eq!(window.document().silenced.len(), 1);
    window.key(Modifiers::COMMAND, Key::Z);
    assert!(window.sees(asks));

    // The picture, and the map painted by it with a legend.
    window.run(window.say("Beeld van de brillen", "Picture of the lenses"));
    assert!(window.sees(question));
    assert!(
        !window.sees(window.say("Oud zeer", "Old pain")),
        "what is private has no picture"
    );
    window.click(
        Role::Button,
        window.say("Kleur op de kaart", "Colour on the map"),
    );
    let high = window.say("5 ja", "5 yes");
    assert!(window.sees(high), "the legend tells the ends of the scale");

    // The filter.
    window.run("Filter");
    assert!(window.sees(question));
    window.press(window.say("niet gevraagd", "not asked"));
    let shown = krachtenveld::session::filter::matching(
        &window.document().now,
        &window.harness.state().view().looking.filter,
        None,
    );
    assert_eq!(shown.len(), 1);
    window.key(Modifiers::NONE, Key::Escape);

    // One question for all actors: the open one comes first, a digit answers and goes on.
    window.key(Modifiers::NONE, Key::F7);
    window.click(Role::Button, title);
    window.text("4");
    let mut answers = window.answers();
    answers.sort_unstable();
    assert_eq!(answers, [2, 4]);
    window.key(Modifiers::NONE, Key::Escape);

    // The table.
    window.run(window.say("Tabel", "Table"));
    window.click(Role::Button, window.say("Kolommen", "Columns"));
    assert!(window.sees(question));
}

#[test]
fn a_lens_from_a_file_is_everywhere_in_dutch() {
    everywhere(Language::Dutch);
}

#[test]
fn a_lens_from_a_file_is_everywhere_in_english() {
    everywhere(Language::English);
}

#[test]
fn a_damaged_lens_is_told_with_its_line_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let map = map_in(folder.path());
    let wrong = folder.path().join("wrong.lens.ron");
    fs::write(
        &wrong,
        LENS.replace("AtMost(\"thuis\"", "AtMost(\"elders\""),
    )
    .unwrap();
    let broken = folder.path().join("broken.lens.ron");
    fs::write(&broken, LENS.replace("Scale(", "Schaal(")).unwrap();
    let answers = vec![FileAnswer::Chosen(wrong), FileAnswer::Chosen(broken)];
    let mut window = Window::open(folder.path(), Language::Dutch, answers, &map);
    window.run("Bril openen");
    assert!(window.sees("Regel 28, kolom 26"), "the place is told");
    window.run("Bril openen");
    assert!(window.sees("Regel 13"), "the place is told");
    assert!(window.document().own_lenses.is_empty());
}

#[test]
fn a_lens_is_saved_as_a_file_that_opens_again() {
    let folder = tempfile::tempdir().unwrap();
    let map = map_in(folder.path());
    let saved = folder.path().join("bewaard.lens.ron");
    let answers = vec![FileAnswer::Chosen(saved.clone())];
    let mut window = Window::open(folder.path(), Language::Dutch, answers, &map);
    window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::B);
    window.click(Role::Button, "Meer over eigenaarschap");
    window.click(Role::Button, "Opslaan als bestand…");
    let loaded = storage::read_lens(&fs::read(&saved).unwrap()).unwrap();
    assert_eq!(loaded.lens.id, "ownership");
    assert!(loaded.faults.is_empty());
    assert!(window.sees("Bril opgeslagen als bewaard.lens.ron"));
}

#[test]
fn a_private_question_leaves_no_trace_in_the_name_of_its_step() {
    let folder = tempfile::tempdir().unwrap();
    let map = map_in(folder.path());
    let lens = folder.path().join("wijk.lens.ron");
    fs::write(&lens, LENS).unwrap();
    let answers = vec![FileAnswer::Chosen(lens)];
    let mut window = Window::open(folder.path(), Language::Dutch, answers, &map);
    window.run("Bril openen");
    window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::B);
    window.run("Gemeenteraad");
    window.click(Role::Button, "Wijkbril");
    window
        .harness
        .get_by_role_and_label(Role::TextInput, "Oud zeer")
        .focus();
    window.harness.run_steps(2);
    window.text("Het conflict van toen");
    window.key(Modifiers::NONE, Key::Tab);
    let private = |window: &Window<'_>| {
        let mut actors = window.document().now.actors.iter();
        let answer = actors.find_map(|actor| actor.lens.get("wijk.geheim"));
        answer.is_some_and(Answer::private)
    };
    assert!(private(&window));
    assert!(!window.sees("Het conflict van toen"));
    window.key(Modifiers::COMMAND, Key::Z);
    assert!(
        !window.sees("Oud zeer van"),
        "the name of a step tells no private question"
    );
}
