use std::collections::BTreeSet;
use std::path::PathBuf;

use eframe::egui::{Event, Id, Key, Memory, Modifiers, TextEdit, Ui};
use egui_kittest::{Harness, kittest::Queryable as _};
use jiff::civil::date;

use super::*;
use crate::edit::{ActorChange, Edit};
use crate::model::{
    Actor, ActorId, Answer, Document, DocumentId, Group, IdSource, Identity as _, Issue, Language,
    Mode, Note, Position, Relation, RoleChoice, Scope, Sensitivity, Unknown,
};
use crate::session::{Item, Selection, Session};
use crate::ui::command::{Command, shortcut_pressed};
use crate::ui::settings::{Settings, ThemeChoice};
use crate::ui::theme::{Theme, ThemeName, fonts};
use crate::ui::view::View;

/// A window without a canvas that keeps what is asked for.
struct Stage {
    session: Session,
    settings: Settings,
    view: View,
    theme: Theme,
    shell: Shell,
    welcome: Welcome,
    asked: Vec<Request>,
    elsewhere: String,
}

impl Stage {
    fn new(session: Session) -> Self {
        Self {
            session,
            settings: Settings::default(),
            view: View::default(),
            theme: Theme::new(ThemeName::Light),
            shell: Shell::default(),
            welcome: Welcome::default(),
            asked: Vec::new(),
            elsewhere: String::new(),
        }
    }

    fn map_ui(&mut self, ui: &mut Ui) {
        let mut out = Outbox::new(1);
        let cx = Cx {
            session: &self.session,
            theme: &self.theme,
            settings: &self.settings,
            view: &self.view,
            today: date(2026, 3, 4),
        };
        if let Some(command) = shortcut_pressed(ui.ctx(), Some(&cx)) {
            out.send(Request::Run(command));
        }
        top_bar_ui(&cx, ui, &mut self.shell, &mut out);
        status_ui(&cx, ui, &mut out);
        let field = TextEdit::singleline(&mut self.elsewhere).id(Id::new("elsewhere"));
        ui.add(field);
        overlay_ui(&cx, ui, &mut self.shell, &mut out);
        self.take(&mut out);
    }

    fn welcome_ui(&mut self, ui: &mut Ui) {
        let mut out = Outbox::new(1);
        let examples = [
            BuiltIn {
                stem: "tweedeling",
                title: "Tweedeling in de stad".to_owned(),
                line: "Een wethouder met haast, sceptische collega’s en twee wijken die uit elkaar groeien.".to_owned(),
            },
            BuiltIn {
                stem: "energietransitie",
                title: "Van het gas af".to_owned(),
                line: "Een gemeente en haar verbonden partijen zoeken wie waarover gaat.".to_owned(),
            },
            BuiltIn {
                stem: "arbeidsmigranten",
                title: "Nieuwe buren".to_owned(),
                line: "Arbeidsmigranten in een kleine stad; het hele college is erbij betrokken.".to_owned(),
            },
        ];
        let templates =
            [("leeg", "Leeg"), ("sociaal", "Sociaal domein")].map(|(stem, title)| BuiltIn {
                stem,
                title: title.to_owned(),
                line: String::new(),
            });
        let recent = [Recent {
            path: PathBuf::from("/kaarten/zuid.krachtenveld.ron"),
            title: "Wijkaanpak Zuid".to_owned(),
            day: date(2026, 3, 1),
        }];
        let recovery = [Recovery {
            title: "Wijkaanpak Zuid".to_owned(),
            when: date(2026, 3, 4).at(14, 32, 0, 0),
            let_go: false,
            differences: Some(3),
        }];
        let cx = WelcomeCx {
            theme: &self.theme,
            settings: &self.settings,
            overlay: self.view.overlay,
            today: date(2026, 3, 4),
            recent: &recent,
            recovery: &recovery,
            templates: &templates,
            examples: &examples,
        };
        welcome_ui(&cx, ui, &mut self.welcome, &mut out);
        self.take(&mut out);
    }

    fn take(&mut self, out: &mut Outbox) {
        for request in out.take() {
            if let Request::Overlay(overlay) = &request {
                self.view.overlay = *overlay;
            }
            if let Request::Settings(settings) = &request {
                self.settings = (**settings).clone();
            }
            if request == Request::Run(Command::Palette) {
                self.view.overlay = Some(Overlay::Palette);
            }
            self.asked.push(request);
        }
    }
}

/// A small map: three actors, one asked for its position, a bridge, a ring.
fn session() -> (Session, [ActorId; 3]) {
    let mut ids = IdSource::new(11);
    let mut document = Document::new(DocumentId::from_bits(1), Language::Dutch);
    document.title = "Tweedeling in de stad".to_owned();
    let issue = Issue {
        id: ids.fresh(),
        name: "Welvaartsagenda voor de wijken".to_owned(),
        description: Note::default(),
        agreement: BTreeSet::new(),
        unknown: Unknown::default(),
    };
    let (issue_id, actors) = (issue.id, [ids.fresh(), ids.fresh(), ids.fresh()]);
    document.now.issues.put(issue);
    for (id, name) in actors
        .into_iter()
        .zip(["Procesregisseur", "Wijkréünie", "Corporatie"])
    {
        let mut actor = Actor::new(id, name);
        actor
            .sensitivities
            .push(Sensitivity::new("verborgenverhaal"));
        document.now.actors.put(actor);
    }
    let [focal, reunion, housing] = actors;
    document.now.focal = Some(focal);
    document
        .now
        .relations
        .put(Relation::new(ids.fresh(), reunion, housing));
    let mut group = Group::new(ids.fresh(), "Wonen en welzijn");
    group.members.extend([reunion, housing]);
    let scopes = [Scope::Pair(reunion, housing), Scope::Group(group.id)];
    document.now.groups.put(group);
    for (scope, mode) in scopes.into_iter().zip([Mode::Verbinden, Mode::Regie]) {
        document
            .now
            .roles
            .put(RoleChoice::new(ids.fresh(), focal, scope, mode));
    }
    let mut session = Session::new(document, 3);
    let position = Answer::given(Position::nearest(2));
    let change = ActorChange::Position(issue_id, position);
    session.apply(Edit::Actor(housing, change)).unwrap();
    (session, actors)
}

fn harness(stage: Stage, draw: fn(&mut Stage, &mut Ui)) -> Harness<'static, Stage> {
    let mut first = true;
    let mut harness = Harness::builder()
        .with_size([1000.0, 700.0])
        .build_ui_state(
            move |ui, stage: &mut Stage| {
                if first {
                    ui.ctx().set_fonts(fonts::definitions());
                    first = false;
                    stage.theme.apply(ui.ctx());
                    return;
                }
                draw(stage, ui);
            },
            stage,
        );
    harness.run_steps(3);
    harness
}

fn on_the_map() -> Harness<'static, Stage> {
    harness(Stage::new(session().0), Stage::map_ui)
}

#[test]
fn the_menu_tells_what_undo_would_undo() {
    let mut harness = on_the_map();
    harness.get_by_label("Bewerken").click();
    harness.run_steps(3);
    harness
        .get_by_label("Maak ongedaan: positie van Corporatie")
        .click();
    harness.run_steps(2);
    assert_eq!(harness.state().asked, [Request::Run(Command::Undo)]);
}

#[test]
fn what_cannot_be_done_is_in_the_menu_and_does_nothing() {
    let mut harness = on_the_map();
    harness.get_by_label("Bewerken").click();
    harness.run_steps(3);
    harness.get_by_label("Doe opnieuw").click();
    harness.run_steps(2);
    assert_eq!(harness.state().asked, []);
}

#[test]
fn the_palette_finds_an_actor_without_its_accents_and_lights_it_up() {
    let (session, [_, reunion, _]) = session();
    let mut harness = harness(Stage::new(session), Stage::map_ui);
    let elsewhere = Id::new("elsewhere");
    harness
        .ctx
        .memory_mut(|memory| memory.request_focus(elsewhere));
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run_steps(3);
    harness.event(Event::Text("reun".to_owned()));
    harness.run_steps(2);
    harness.get_by_label("Wijkréünie");
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    let select = Request::Select(Selection::one(Item::Actor(reunion)));
    let wanted = [select, Request::LightUp(vec![reunion])];
    assert!(harness.state().asked.ends_with(&wanted));
    assert_eq!(harness.ctx.memory(Memory::focused), Some(elsewhere));
}

#[test]
fn the_palette_does_not_find_by_private_text() {
    let mut harness = on_the_map();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run_steps(3);
    harness.event(Event::Text("verborgenverhaal".to_owned()));
    harness.run_steps(2);
    harness.get_by_label_contains("Niets gevonden");
}

#[test]
fn settings_change_the_language_at_once() {
    let mut harness = on_the_map();
    harness.state_mut().view.overlay = Some(Overlay::Settings);
    harness.run_steps(3);
    harness.get_by_label("Instellingen");
    harness.get_by_label("English").click();
    harness.run_steps(3);
    harness.get_by_label("Settings");
    harness.get_by_label("Dark").click();
    harness.run_steps(2);
    assert_eq!(harness.state().settings.theme, ThemeChoice::Dark);
}

#[test]
fn the_status_line_counts_in_both_languages() {
    let mut harness = on_the_map();
    harness.get_by_label("3 actoren · 1 relatie · 1 brug · 1 kring · 1 positie niet gevraagd");
    harness.get_by_label("NL").click();
    harness.run_steps(3);
    harness.get_by_label("3 actors · 1 relation · 1 bridge · 1 ring · 1 position not asked");
}

#[test]
fn enter_on_the_welcome_screen_starts_a_map_from_the_value() {
    let mut harness = harness(Stage::new(session().0), Stage::welcome_ui);
    harness.event(Event::Text("Nabijheid".to_owned()));
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    assert_eq!(
        harness.state().asked,
        [Request::NewFromValue("Nabijheid".to_owned())]
    );
}

#[test]
fn the_welcome_screen_restores_and_opens_examples() {
    let mut harness = harness(Stage::new(session().0), Stage::welcome_ui);
    harness.get_by_label("Herstellen").click();
    harness.run_steps(2);
    harness.get_by_label("Van het gas af").click();
    harness.run_steps(2);
    assert_eq!(
        harness.state().asked,
        [
            Request::Restore(0),
            Request::OpenBuiltIn("energietransitie")
        ]
    );
}

#[test]
fn the_sheet_of_keys_names_every_command_with_a_key() {
    let mut harness = on_the_map();
    harness.state_mut().view.overlay = Some(Overlay::Shortcuts);
    harness.run_steps(3);
    harness.get_by_label("Ctrl Shift S: Opslaan als");
    harness.get_by_label("F5: Presenteren");
    harness.get_by_label("Raad - Corporatie: een relatie");
}

#[test]
fn every_package_that_is_built_in_stands_among_the_licences() {
    let manifest = include_str!("../../../Cargo.toml");
    let from = manifest.find("[dependencies]").unwrap();
    let until = manifest.find("[dev-dependencies]").unwrap();
    let named = manifest[from..until]
        .lines()
        .filter(|line| !line.starts_with(['#', '[']))
        .filter_map(|line| line.split_once(" = "));
    let listed: Vec<&str> = about::LICENCES.split([',', '\n']).map(str::trim).collect();
    for (name, _) in named {
        assert!(listed.contains(&name), "{name} is not among the licences");
    }
}

/// A question on its own, with the answer it got.
fn asked(keys: &[Key]) -> Option<Answered> {
    let theme = Theme::new(ThemeName::Light);
    let settings = Settings::default();
    let question = Question::Unsaved("Zuid".to_owned());
    let mut fonts_set = false;
    let mut harness = Harness::builder().build_ui_state(
        move |ui, answer: &mut Option<Answered>| {
            if !fonts_set {
                ui.ctx().set_fonts(fonts::definitions());
                fonts_set = true;
                return;
            }
            let look = Look {
                theme: &theme,
                settings: &settings,
            };
            if answer.is_none() {
                *answer = ask_ui(look, ui.ctx(), &question);
            }
        },
        None,
    );
    harness.run_steps(3);
    for key in keys {
        harness.key_press(*key);
        harness.run_steps(2);
    }
    *harness.state()
}

#[test]
fn enter_on_the_question_saves_and_escape_goes_back() {
    assert_eq!(asked(&[]), None);
    assert_eq!(asked(&[Key::Enter]), Some(Answered::Save));
    assert_eq!(asked(&[Key::Tab, Key::Enter]), Some(Answered::Drop));
    assert_eq!(asked(&[Key::Escape]), Some(Answered::Cancel));
}
