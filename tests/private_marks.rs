//! Planted private marks: none is in anything that leaves, unless that was chosen.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where something is missing"
)]
#![cfg(feature = "desktop")]

use std::cell::Cell;
use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::SystemTime;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, OutputCommand, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use jiff::civil::date;
use krachtenveld::lens::Catalogue;
use krachtenveld::model::{
    Action, ActionStatus, Actor, ActorId, Answer, Arena, Arrangement, Course, Direction, Document,
    FieldKind, Goal, Group, IdSource, Interest, Issue, Judged, Language, LensSubject, LensValue,
    Level3, LogEntry, LogKind, MapText, Mode, Moment, MomentState, Note, Place, Question, Relation,
    RoleChoice, Scene, Scope, Score, Sensitivity, Shown, Signal, Stance, Target, Term, Unknown,
    Value,
};
use krachtenveld::share::{Level, Named, Terms, redact, texts};
use krachtenveld::storage::{self, MapSeal, Passphrase, Recovery, SystemFs, Work, print_document};
use krachtenveld::ui::picture::MapPicture;
use krachtenveld::ui::{
    App, Dialogs, FileAnswer, FileQuestion, Folders, Jobs, ReportFile, ScriptedDialogs, Settings,
    Start, write_picture, write_report,
};

/// Plants marks and counts them.
#[derive(Default)]
struct Planter(Cell<usize>);

impl Planter {
    fn text(&self) -> String {
        self.0.set(self.0.get() + 1);
        format!("MERK{:03}", self.0.get())
    }

    fn note(&self) -> Note {
        Note::private(self.text())
    }

    fn given<T>(&self, value: T) -> Answer<T> {
        Answer::Given(Judged {
            source: self.text(),
            private: true,
            ..Judged::new(value)
        })
    }
}

/// Makes a map with a private mark in every place that can be private.
#[expect(clippy::too_many_lines, reason = "every place is filled")]
fn planted() -> (Document, usize) {
    let plant = Planter::default();
    let mut ids = IdSource::new(5);
    let mut map = Document::new(ids.fresh(), Language::Dutch);
    "Wijkagenda".clone_into(&mut map.title);
    let issue = Issue {
        id: ids.fresh(),
        name: "Welvaart".to_owned(),
        description: plant.note(),
        agreement: BTreeSet::new(),
        unknown: Unknown::default(),
    };
    let value = Value {
        id: ids.fresh(),
        name: "Gelijke kansen".to_owned(),
        meaning: plant.note(),
        unknown: Unknown::default(),
    };
    let (issue_id, mut all) = (issue.id, Vec::<ActorId>::new());
    let now = &mut map.now;
    now.issues.put(issue);
    now.values.put(value);
    for (name, arena) in [
        ("Procesregisseur", Arena::Officials),
        ("Gemeenteraad", Arena::Governing),
        ("Woningcorporatie", Arena::Institutions),
    ] {
        let mut actor = Actor::new(ids.fresh(), name);
        actor.arena = Answer::given(Term::BuiltIn(arena));
        actor.power = plant.given(Score::nearest(4));
        actor.involvement = plant.given(Score::nearest(2));
        actor.openness = plant.given(Score::nearest(3));
        actor.positions.insert(
            issue_id,
            Stance {
                position: plant.given(Score::nearest(-2)),
                salience: plant.given(Score::nearest(5)),
                unknown: Unknown::default(),
            },
        );
        actor.perspective.sees = plant.note();
        actor.perspective.because = plant.note();
        actor.perspective.quote = plant.note();
        actor.perspective.calls_it = plant.note();
        if let Some(other) = all.first() {
            actor.perspective.sees_other.insert(*other, plant.note());
        }
        actor.interests.push(Interest {
            hidden: true,
            source: plant.text(),
            ..Interest::new(plant.text())
        });
        actor.sensitivities.push(Sensitivity::new(plant.text()));
        actor.notes.push(plant.note());
        actor.lens.insert(
            "eigen.vraag".to_owned(),
            Answer::given(LensValue::Long(plant.note())),
        );
        all.push(actor.id);
        now.actors.put(actor);
    }
    let mut relation = Relation::new(ids.fresh(), all[0], all[1]);
    relation.starred = true;
    relation.purpose = plant.note();
    relation.expect_of_us = plant.note();
    relation.expect_of_them = plant.note();
    relation.strength = plant.given(Score::nearest(3));
    relation.notes.push(plant.note());
    relation.sensitivities.push(Sensitivity::new(plant.text()));
    relation.signals.push(Signal {
        date: None,
        level: Level3::LOWEST,
        text: plant.note(),
        who_acts: String::new(),
        settled: false,
        unknown: Unknown::default(),
    });
    now.relations.put(relation);
    let mut group = Group::new(ids.fresh(), "Kring");
    group.members.extend([all[1], all[2]]);
    group.sensitivities.push(Sensitivity::new(plant.text()));
    now.groups.put(group);
    let mut role = RoleChoice::new(
        ids.fresh(),
        all[0],
        Scope::Pair(all[1], all[2]),
        Mode::Verbinden,
    );
    role.reason = plant.note();
    role.alternative = plant.note();
    now.roles.put(role);
    now.courses.put(Course {
        id: ids.fresh(),
        target: Target::Actor(all[1]),
        direction: Direction::ALL[0],
        keep: plant.note(),
        room_given: None,
        room_taken: None,
        reason: plant.note(),
        date: None,
        unknown: Unknown::default(),
    });
    now.actions.put(Action {
        id: ids.fresh(),
        text: plant.note(),
        owner: String::new(),
        targets: BTreeSet::new(),
        due: None,
        status: ActionStatus::ALL[0],
        way: None,
        unknown: Unknown::default(),
    });
    now.log.put(LogEntry {
        id: ids.fresh(),
        date: None,
        kind: LogKind::ALL[0],
        text: plant.note(),
        hypothesis: plant.note(),
        result: plant.note(),
        lesson: plant.note(),
        unknown: Unknown::default(),
    });
    now.questions.put(Question {
        id: ids.fresh(),
        text: plant.note(),
        who_might_know: String::new(),
        answered: false,
        unknown: Unknown::default(),
    });
    now.texts.put(MapText {
        id: ids.fresh(),
        note: plant.note(),
        place: Place::new(10.0, 10.0).unwrap(),
        arrow: None,
        unknown: Unknown::default(),
    });
    let purpose = Arc::make_mut(&mut now.purpose);
    purpose.issue_sentence = plant.note();
    purpose.problem = plant.note();
    purpose.why = plant.note();
    purpose.whereto = plant.note();
    purpose.agreement.put(Goal {
        id: ids.fresh(),
        text: plant.note(),
        reference: String::new(),
        horizon: None,
        unknown: Unknown::default(),
    });
    now.focal = Some(all[0]);
    plant_private_questions(&plant, &mut map, all[0]);
    map.scenes.put(Scene {
        id: ids.fresh(),
        name: "Eerste dia".to_owned(),
        arrangement: Arrangement::Network,
        issue: None,
        filter: krachtenveld::model::Filter::default(),
        view: None,
        shows: Shown::on_the_wall(),
        note: plant.note(),
        unknown: Unknown::default(),
    });
    map.moments.put(Moment {
        id: ids.fresh(),
        name: "Later".to_owned(),
        date: None,
        state: MomentState::ALL[0],
        content: Arc::new(map.now.clone()),
        unknown: Unknown::default(),
    });
    (map, plant.0.get())
}

/// Answers every private question of the built-in lenses; nothing but the lens says that the answer is private.
fn plant_private_questions(plant: &Planter, map: &mut Document, actor: ActorId) {
    for lens in storage::built_in_lenses() {
        for field in lens.fields.iter().filter(|field| field.private) {
            let value = match field.kind {
                FieldKind::Short => LensValue::Short(plant.text()),
                FieldKind::Long => LensValue::Long(Note::new(plant.text())),
                _ => continue,
            };
            let (key, answer) = (format!("{}.{}", lens.id, field.id), Answer::given(value));
            map.lenses_on.insert(lens.id.clone());
            match field.subject {
                LensSubject::Actor => {
                    map.now.actors.update(actor, |actor| {
                        actor.lens.insert(key, answer);
                    });
                }
                LensSubject::Relation => map.now.relations.update_all(|relation| {
                    relation.lens.insert(key.clone(), answer.clone());
                }),
                LensSubject::Role => map.now.roles.update_all(|role| {
                    role.lens.insert(key.clone(), answer.clone());
                }),
                LensSubject::Group => map.now.groups.update_all(|group| {
                    group.lens.insert(key.clone(), answer.clone());
                }),
                LensSubject::Map => {
                    map.now.lens.insert(key, answer);
                }
            }
        }
    }
}

fn clean(bytes: &[u8], what: &str) {
    let text = String::from_utf8_lossy(bytes);
    let found = text.split_once("MERK").map(|(_, rest)| rest);
    let around: Option<String> = found.map(|rest| rest.chars().take(60).collect());
    assert!(around.is_none(), "{what}: {around:?}");
}

fn files(folder: &Path, what: &str) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, what);
        } else {
            clean(
                &std::fs::read(&path).unwrap(),
                &format!("{what} {}", path.display()),
            );
        }
    }
}

#[test]
fn no_planted_mark_is_in_a_copy_and_all_are_in_a_full_one() {
    let (map, count) = planted();
    assert!(count >= 50, "{count}");
    assert_eq!(map.problems(), Vec::new());
    let words = |named: Named| format!("{named:?}").chars().take(5).collect::<String>();
    let private = Catalogue::of(storage::built_in_lenses(), &[]).private_questions();
    assert!(private.len() >= 10, "{private:?}");
    for level in Level::ALL {
        let copy = redact(
            &map,
            &Terms {
                level,
                seed: 3,
                words: &words,
                private_questions: &private,
            },
        );
        let text = print_document(&copy.document);
        if level == Level::Full {
            for number in 1..=count {
                assert!(text.contains(&format!("MERK{number:03}")), "{number}");
            }
        } else {
            clean(text.as_bytes(), level.code());
        }
        // What the preview lists is every text that stands in the file.
        let told: HashSet<&str> = texts(&copy.document).iter().map(|told| told.text).collect();
        if level == Level::Full {
            for number in 1..=count {
                assert!(
                    told.contains(format!("MERK{number:03}").as_str()),
                    "{number}"
                );
            }
        }
    }
}

#[test]
fn who_does_not_say_which_questions_are_private_lets_their_answers_out() {
    let (map, _) = planted();
    let words = |_: Named| String::new();
    let terms = Terms {
        level: Level::WithoutPrivate,
        seed: 3,
        words: &words,
        private_questions: &BTreeSet::new(),
    };
    let text = print_document(&redact(&map, &terms).document);
    assert!(text.contains("MERK"), "the marks prove nothing");
}

#[test]
fn no_planted_mark_is_in_a_copy_that_the_command_line_makes() {
    let (map, count) = planted();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kaart.krachtenveld.ron");
    std::fs::write(&path, print_document(&map)).unwrap();
    for level in Level::ALL {
        let out = folder.path().join(format!("{}.ron", level.code()));
        let said = Command::new(env!("CARGO_BIN_EXE_krachtenveld"))
            .args(["share", path.to_str().unwrap(), "-o"])
            .arg(&out)
            .args(["--redact", level.code()])
            .output()
            .unwrap();
        assert!(said.status.success(), "{said:?}");
        let text = std::fs::read(&out).unwrap();
        if level == Level::Full {
            let marks = String::from_utf8_lossy(&text).matches("MERK").count();
            assert!(marks >= count, "{marks}");
        } else {
            clean(&text, level.code());
            clean(&said.stdout, "what is said");
            clean(&said.stderr, "what is said");
        }
    }
}

#[test]
fn no_planted_mark_is_in_a_picture_or_report() {
    let (map, _) = planted();
    let folder = tempfile::tempdir().unwrap();
    for arrangement in [
        Arrangement::Network,
        Arrangement::Forces,
        Arrangement::Matrix,
        Arrangement::Rings,
    ] {
        for wall in [None, Some(Shown::on_the_wall()), Some(Shown::ALL.into())] {
            let look = MapPicture {
                arrangement,
                wall,
                ..MapPicture::default()
            };
            let path = folder.path().join("kaart.svg");
            write_picture(&path, &map, &look).unwrap();
            clean(&std::fs::read(&path).unwrap(), &format!("{arrangement:?}"));
        }
    }
    for ending in ["png", "pdf"] {
        let path = folder.path().join(format!("kaart.{ending}"));
        write_picture(&path, &map, &MapPicture::default()).unwrap();
    }
    for (form, ending) in [
        (ReportFile::Pdf, "pdf"),
        (ReportFile::Html, "html"),
        (ReportFile::Markdown, "md"),
    ] {
        for language in [Language::Dutch, Language::English] {
            let path = folder.path().join(format!("verslag.{ending}"));
            write_report(&path, form, &map, language).unwrap();
        }
    }
    files(folder.path(), "picture or report");
}

#[test]
fn no_planted_mark_is_in_the_recovery_of_a_sealed_map() {
    let (map, _) = planted();
    let folder = tempfile::tempdir().unwrap();
    let no = AtomicBool::new(false);
    let seal = Arc::new(MapSeal::new(Passphrase::from("zes losse woorden"), &no).unwrap());
    let mut recovery = Recovery::open(Arc::new(SystemFs), folder.path(), map.id, 1)
        .unwrap()
        .sealed(Arc::clone(&seal))
        .unwrap();
    recovery
        .snapshot(&Work::new(Arc::new(map.clone()), None))
        .unwrap();
    let map = storage::with_new_revision(&map, None, &mut IdSource::new(1));
    storage::keep_closed_base(&SystemFs, &folder.path().join("bases"), &map, &seal).unwrap();
    files(folder.path(), "recovery");
}

#[test]
fn no_planted_mark_is_in_what_the_command_line_says() {
    let (map, _) = planted();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kaart.krachtenveld.ron");
    std::fs::write(&path, print_document(&map)).unwrap();
    let mut other = map.clone();
    other.now.actors.update_all(|actor| {
        actor.notes.clear();
        actor.perspective.quote = Note::default();
        actor.power = Answer::NotAsked;
    });
    let changed = folder.path().join("anders.krachtenveld.ron");
    std::fs::write(&changed, print_document(&other)).unwrap();
    let (path, changed) = (path.to_str().unwrap(), changed.to_str().unwrap());
    for call in [
        vec!["check", path],
        vec!["analyse", path],
        vec!["analyse", path, "--json"],
        vec!["advise", path],
        vec!["advise", path, "--json"],
        vec!["compare", path, changed],
        vec!["compare", changed, path, "--json"],
    ] {
        let said = Command::new(env!("CARGO_BIN_EXE_krachtenveld"))
            .args(&call)
            .output()
            .unwrap();
        clean(&said.stdout, &format!("{call:?}"));
        clean(&said.stderr, &format!("{call:?}"));
    }
}

#[test]
fn no_planted_mark_is_copied_from_the_table_or_seen_there() {
    let (map, _) = planted();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kaart.krachtenveld.ron");
    std::fs::write(&path, print_document(&map)).unwrap();
    let app = App::new(Start {
        settings: Settings {
            motion: false,
            ..Settings::default()
        },
        jobs: Jobs::at_once(Folders::within(folder.path())),
        dialogs: Box::new(ScriptedDialogs::new([])),
        today: date(2026, 5, 12),
        seed: 42,
        path: Some(path),
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
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num5);
    harness.run_steps(4);
    harness.get_by_label("Kopieer als tabel").click();
    let mut copied = String::new();
    for _ in 0..4 {
        harness.step();
        for command in &harness.output().platform_output.commands {
            if let OutputCommand::CopyText(text) = command {
                copied.push_str(text);
            }
        }
    }
    assert!(copied.contains("Gemeenteraad"), "{copied}");
    clean(copied.as_bytes(), "the table");
    harness.event(Event::PointerGone);
    assert!(harness.query_all_by_label_contains("MERK").next().is_none());
}

/// Says where the worker works; without it the worker does nothing.
const FALLS: &str = "KRACHTENVELD_TEST_MARKS";
const SECRET: &str = "vijf losse woorden op een fiets 91";

/// A dialog that falls, with a name from the map in what it says.
struct Falling;

impl Dialogs for Falling {
    fn ask(&mut self, _question: &FileQuestion, _title: &str, _folder: Option<&Path>) {
        panic!("a fault with MERK999 in it");
    }

    fn answer(&mut self) -> Option<FileAnswer> {
        None
    }

    fn open(&self) -> bool {
        false
    }
}

fn is_sealed_home(home: &Path) -> bool {
    home.join("kaart.krachtenveld.age").exists()
}

/// Works on a map with marks in its window, saves, works on, types, and falls over a fault.
#[test]
fn a_worker_falls_over_a_map_with_marks() {
    let Ok(home) = std::env::var(FALLS) else {
        return;
    };
    let home = PathBuf::from(home);
    let sealed = is_sealed_home(&home);
    let ending = if sealed { "age" } else { "ron" };
    let jobs = Jobs::at_once(Folders::within(&home.join("data")));
    jobs.watch_falls();
    let app = App::new(Start {
        settings: Settings {
            language: Language::English,
            motion: false,
            ..Settings::default()
        },
        jobs,
        dialogs: Box::new(Falling),
        today: date(2026, 5, 12),
        seed: 42,
        path: Some(home.join(format!("kaart.krachtenveld.{ending}"))),
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
    if sealed {
        let field = harness.get_by_role_and_label(Role::PasswordInput, "Passphrase");
        field.focus();
        harness.run_steps(2);
        harness.event(Event::Text(SECRET.to_owned()));
        harness.run_steps(2);
        harness.get_by_label("Open the map").click();
        harness.run_steps(6);
    }
    for name in ["MERK901", "MERK902"] {
        harness.event(Event::Text(name.to_owned()));
        harness.run_steps(2);
        harness.key_press(Key::Enter);
        harness.run_steps(3);
        harness.key_press(Key::Escape);
        harness.run_steps(3);
        if name == "MERK901" {
            harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
            harness.run_steps(6);
        }
    }
    harness.event(Event::Text("MERK903".to_owned()));
    harness.run_steps(3);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::O);
    harness.run_steps(3);
    harness.get_by_label("Do not save").click();
    harness.run_steps(4);
    let told = harness.query_by_label_contains("Something went wrong in the program");
    assert!(told.is_some(), "it did not fall");
}

/// Lets a worker fall; gives where it worked.
fn fallen(sealed: bool) -> tempfile::TempDir {
    let (map, _) = planted();
    let home = tempfile::tempdir().unwrap();
    let text = print_document(&map);
    if sealed {
        let no = AtomicBool::new(false);
        let text = storage::seal(text.as_bytes(), &Passphrase::from(SECRET), &no).unwrap();
        std::fs::write(home.path().join("kaart.krachtenveld.age"), text).unwrap();
    } else {
        std::fs::write(home.path().join("kaart.krachtenveld.ron"), text).unwrap();
    }
    let worked = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "a_worker_falls_over_a_map_with_marks"])
        .env(FALLS, home.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(worked.success());
    let notes = std::fs::read_dir(home.path().join("data/crashes")).unwrap();
    assert!(notes.count() > 0, "no note was made");
    home
}

#[test]
fn no_planted_mark_is_in_what_a_fall_leaves_of_a_sealed_map_and_all_come_back() {
    let home = fallen(true);
    files(home.path(), "sealed");
    let data = home.path().join("data");
    for kept in ["recovery", "versions", "bases", "crashes"] {
        let found = std::fs::read_dir(data.join(kept)).unwrap();
        assert!(found.count() > 0, "nothing was kept in {kept}");
    }
    let found = storage::offers(&SystemFs, &data.join("recovery"), SystemTime::now()).offers;
    let no = AtomicBool::new(false);
    let secret = Passphrase::from(SECRET);
    let (restored, _, _) = storage::restore_sealed(&SystemFs, &found[0], &secret, &no).unwrap();
    assert_eq!(restored.line, "MERK903");
    let text = print_document(&restored.document);
    let (_, count) = planted();
    for number in (1..=count).chain([901, 902]) {
        assert!(text.contains(&format!("MERK{number:03}")), "{number}");
    }
}

#[test]
fn the_same_search_finds_the_marks_of_a_plain_map_and_none_in_its_notes_and_settings() {
    let home = fallen(false);
    let data = home.path().join("data");
    files(&data.join("crashes"), "crash notes");
    clean(
        &std::fs::read(data.join("settings.ron")).unwrap(),
        "settings",
    );
    for kept in ["recovery", "versions", "bases"] {
        let folder = data.join(kept);
        let found = std::panic::catch_unwind(|| files(&folder, kept));
        assert!(found.is_err(), "the search finds nothing in {kept}");
    }
}
