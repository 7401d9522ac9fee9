//! Entering by visible labels, in both languages.

use eframe::egui::{self, Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{Entering, bridge_talk_ui, quick_line_ui, round_ui};
use crate::edit::{Edit, Entry, MapChange};
use crate::model::{
    Actor, ActorId, Answer, Arena, Certainty, Content, Document, Group, IdSource, Issue, Language,
    Mode, Note, Scope, Term, Unknown, Value,
};
use crate::session::Session;
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::settings::Settings;
use crate::ui::theme::{Theme, ThemeName, fonts};
use crate::ui::view::{Overlay, View};

/// A small window with what entering needs, that applies what is asked.
pub(super) struct Bench {
    pub(super) session: Session,
    pub(super) settings: Settings,
    pub(super) view: View,
    pub(super) theme: Theme,
    pub(super) entering: Entering,
    out: Outbox,
    said: Vec<String>,
}

impl Bench {
    pub(super) fn new(document: Document, language: Language) -> Self {
        Self {
            session: Session::new(document, 3),
            settings: Settings {
                language,
                ..Settings::default()
            },
            view: View::default(),
            theme: Theme::new(ThemeName::Light),
            entering: Entering::default(),
            out: Outbox::new(8),
            said: Vec::new(),
        }
    }

    pub(super) fn ui(&mut self, ui: &mut egui::Ui) {
        let cx = Cx {
            session: &self.session,
            theme: &self.theme,
            settings: &self.settings,
            view: &self.view,
            today: jiff::civil::date(2026, 5, 12),
        };
        quick_line_ui(&cx, ui, &mut self.entering, &mut self.out);
        match self.view.overlay {
            Some(Overlay::Round) => round_ui(&cx, ui, &mut self.entering, &mut self.out),
            Some(Overlay::BridgeTalk(..)) => {
                bridge_talk_ui(&cx, ui, &mut self.entering, &mut self.out);
            }
            _ => {}
        }
        for request in self.out.take() {
            match request {
                Request::Edit(edit) => {
                    self.session.apply(edit).unwrap();
                }
                Request::Select(selection) => self.session.select(selection),
                Request::Overlay(overlay) => self.view.overlay = overlay,
                Request::Issue(issue) => self.view.issue = Some(issue),
                Request::Say(text) => self.said.push(text),
                _ => {}
            }
        }
    }

    fn now(&self) -> &Content {
        &self.session.document().now
    }

    fn actor(&self, name: &str) -> &Actor {
        let found = self.now().actors.iter().find(|actor| actor.name == name);
        found.unwrap_or_else(|| panic!("no {name}"))
    }

    fn steps(&self) -> usize {
        self.session.history().len()
    }
}

/// A map with four actors, a hoofdpersoon, an issue, a shared value and private words.
pub(super) fn map() -> (Document, [ActorId; 4]) {
    let mut ids = IdSource::new(21);
    let mut document = Document::new(ids.fresh(), Language::Dutch);
    let value = Value {
        id: ids.fresh(),
        name: "Leefbaarheid".to_owned(),
        meaning: Note::default(),
        unknown: Unknown::default(),
    };
    let names = [
        ("Procesregisseur", Some(Arena::Officials)),
        ("Woningcorporatie", Some(Arena::Institutions)),
        ("Bewonersplatform", Some(Arena::Residents)),
        ("Stadskrant", None),
    ];
    let actors = names.map(|(name, arena)| {
        let mut actor = Actor::new(ids.fresh(), name);
        actor.arena = arena.map_or(Answer::NotAsked, |arena| {
            Answer::given(Term::BuiltIn(arena))
        });
        if name == "Bewonersplatform" {
            actor.perspective.quote = Note::new("Vraag ons een keer vooraf.");
            actor.perspective.sees = Note::private("Zij vertrouwen de wethouder niet");
        }
        document.now.actors.put(actor.clone());
        actor.id
    });
    document.now.focal = Some(actors[0]);
    document.now.values.put(value);
    document.now.issues.put(Issue {
        id: ids.fresh(),
        name: "Welvaartsagenda".to_owned(),
        description: Note::default(),
        agreement: std::collections::BTreeSet::new(),
        unknown: Unknown::default(),
    });
    (document, actors)
}

fn harness(bench: Bench) -> Harness<'static, Bench> {
    let mut ready = false;
    let mut harness = Harness::builder()
        .with_size(egui::vec2(960.0, 1100.0))
        .build_ui_state(
            move |ui, bench: &mut Bench| {
                if ready {
                    bench.ui(ui);
                } else {
                    ui.ctx().set_fonts(fonts::definitions());
                    bench.theme.apply(ui.ctx());
                    ready = true;
                }
            },
            bench,
        );
    harness.run_steps(3);
    harness
}

fn quick(language: Language) -> Harness<'static, Bench> {
    let mut bench = Bench::new(map().0, language);
    bench.entering.start_with("");
    harness(bench)
}

fn type_line(harness: &mut Harness<'static, Bench>, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    harness.run_steps(2);
}

fn press(harness: &mut Harness<'static, Bench>, key: Key) {
    harness.key_press(key);
    harness.run_steps(3);
}

#[test]
fn a_typed_line_is_placed_by_enter_and_the_field_keeps_the_focus() {
    for (language, label) in [
        (Language::Dutch, "Typ een actor of relatie"),
        (Language::English, "Type an actor or relation"),
    ] {
        let mut harness = quick(language);
        assert!(harness.get_by_label(label).is_focused());
        type_line(&mut harness, "Wethouder Jansen +2");
        press(&mut harness, Key::Enter);
        let bench = harness.state();
        let jansen = bench.actor("Wethouder Jansen");
        assert_eq!(bench.now().arena_of(jansen), Some(Arena::Governing));
        assert_eq!(jansen.positions.len(), 1);
        assert_eq!((bench.steps(), bench.session.selection().len()), (1, 1));
        assert!(harness.get_by_label(label).is_focused());
        type_line(&mut harness, "Jansen x Stadskrant");
        press(&mut harness, Key::Enter);
        assert_eq!(harness.state().now().relations.len(), 1);
        assert_eq!(harness.state().now().actors.len(), 5);
    }
}

#[test]
fn the_arena_is_changed_by_a_click_or_a_key() {
    let mut harness = quick(Language::Dutch);
    type_line(&mut harness, "Wethouder Jansen");
    harness.get_by_label("Ambtelijk").click();
    harness.run_steps(3);
    press(&mut harness, Key::Enter);
    let bench = harness.state();
    assert_eq!(
        bench.now().arena_of(bench.actor("Wethouder Jansen")),
        Some(Arena::Officials)
    );
    type_line(&mut harness, "Huisartsenkring");
    harness.key_press_modifiers(Modifiers::ALT, Key::Num7);
    harness.run_steps(2);
    harness.get_by_label("✓ Zorg").click();
    harness.run_steps(3);
    press(&mut harness, Key::Enter);
    let bench = harness.state();
    let kring = bench.actor("Huisartsenkring");
    assert_eq!(bench.now().arena_of(kring), Some(Arena::Knowledge));
    assert_eq!(kring.kind, None);
}

#[test]
fn escape_empties_the_line_and_then_leaves_it() {
    let label = "Typ een actor of relatie";
    let mut harness = quick(Language::Dutch);
    type_line(&mut harness, "Jansen");
    press(&mut harness, Key::Escape);
    assert!(harness.get_by_label(label).is_focused());
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().steps(), 0);
    press(&mut harness, Key::Escape);
    assert!(!harness.get_by_label(label).is_focused());
}

#[test]
fn several_pasted_lines_are_shown_and_placed_as_one_step() {
    let mut harness = quick(Language::Dutch);
    let names: Vec<String> = (1..=20)
        .map(|number| format!("- Naam nr{number}"))
        .collect();
    harness.event(Event::Paste(format!("{}\nStadskrant", names.join("\n"))));
    harness.run_steps(3);
    harness.get_by_label("20 namen herkend");
    harness.get_by_label("1 stond er al en wordt overgeslagen");
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().now().actors.len(), 24);
    assert_eq!(harness.state().steps(), 1);
}

#[test]
fn enter_in_one_frame_with_the_last_letters_loses_none_of_them() {
    let mut harness = quick(Language::Dutch);
    type_line(&mut harness, "Sport");
    harness.event(Event::Text("club".to_owned()));
    harness.key_press(Key::Enter);
    harness.run_steps(4);
    assert_eq!(harness.state().actor("Sportclub").name, "Sportclub");
}

#[test]
fn what_is_wrong_is_said_and_the_line_stays() {
    let mut harness = quick(Language::English);
    type_line(&mut harness, "Stadskrant - ");
    press(&mut harness, Key::Enter);
    harness.get_by_label("Type the name of the other as well");
    assert_eq!(harness.state().steps(), 0);
    type_line(&mut harness, "Jans");
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().now().relations.len(), 1);
}

#[test]
fn a_name_is_completed_while_a_relation_is_typed() {
    let mut harness = quick(Language::Dutch);
    type_line(&mut harness, "Jansen - s");
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().steps(), 0);
    press(&mut harness, Key::Enter);
    let bench = harness.state();
    let relation = bench.now().relations.iter().next().unwrap();
    assert!(relation.touches(bench.actor("Stadskrant").id));
}

#[test]
fn a_round_takes_typed_voices_and_goes_on() {
    let mut bench = Bench::new(map().0, Language::Dutch);
    bench.view.overlay = Some(Overlay::Round);
    let mut harness = harness(bench);
    harness.get_by_label("1 van 4 · 4 nog niet gevraagd");
    type_line(&mut harness, "3 3 2 -1");
    press(&mut harness, Key::Enter);
    type_line(&mut harness, "9");
    press(&mut harness, Key::Enter);
    harness.get_by_label("Typ getallen van −3 tot 3, met een spatie ertussen");
    press(&mut harness, Key::Backspace);
    type_line(&mut harness, "-");
    press(&mut harness, Key::Enter);
    harness.get_by_label("Gok").click();
    harness.run_steps(3);
    press(&mut harness, Key::ArrowRight);
    press(&mut harness, Key::ArrowRight);
    press(&mut harness, Key::Enter);
    harness.get_by_label("Sla over").click();
    harness.run_steps(3);
    harness.get_by_label("2 actoren hebben een antwoord");
    let bench = harness.state();
    let issue = bench.now().issues.first().unwrap().id;
    let judged = |name: &str| bench.actor(name).position(issue).judged().unwrap();
    assert_eq!(judged("Bewonersplatform").voices.len(), 4);
    assert_eq!(judged("Bewonersplatform").value.get(), 2);
    assert_eq!(
        *bench.actor("Procesregisseur").position(issue),
        Answer::None
    );
    assert_eq!(judged("Stadskrant").value.get(), 1);
    assert_eq!(judged("Stadskrant").certainty, Some(Certainty::Guess));
    assert_eq!(
        *bench.actor("Woningcorporatie").position(issue),
        Answer::NotAsked
    );
    assert_eq!(bench.steps(), 3);
}

#[test]
fn a_round_asks_for_the_issue_first() {
    let mut document = map().0;
    let issue = document.now.issues.first().unwrap().id;
    document = document.apply(&Edit::Issue(Entry::Remove(issue))).unwrap();
    let mut bench = Bench::new(document, Language::English);
    bench.view.overlay = Some(Overlay::Round);
    let mut harness = harness(bench);
    type_line(&mut harness, "Housing");
    press(&mut harness, Key::Enter);
    harness.get_by_label("Where does this actor stand on “Housing”?");
    harness.get_by_label("+3").click();
    harness.run_steps(3);
    assert_eq!(harness.state().steps(), 2);
}

#[test]
fn an_arena_is_answered_by_its_beginning() {
    let mut bench = Bench::new(map().0, Language::Dutch);
    bench.view.overlay = Some(Overlay::Round);
    let mut harness = harness(bench);
    harness.get_by_label("Arena").click();
    harness.run_steps(3);
    type_line(&mut harness, "med");
    press(&mut harness, Key::Enter);
    let bench = harness.state();
    assert_eq!(
        bench.now().arena_of(bench.actor("Stadskrant")),
        Some(Arena::Media)
    );
}

#[test]
fn a_bridge_talk_records_words_value_role_and_reason_as_one_step() {
    let (document, actors) = map();
    let mut bench = Bench::new(document, Language::Dutch);
    bench.view.overlay = Some(Overlay::BridgeTalk(actors[1], actors[2]));
    let mut harness = harness(bench);
    assert!(
        harness
            .query_by_label("Zij vertrouwen de wethouder niet")
            .is_none()
    );
    harness.get_by_label("1 privé tekst");
    harness.get_by_label("Leefbaarheid").click();
    harness.run_steps(2);
    harness
        .get_by_label("In eigen woorden · Woningcorporatie")
        .focus();
    harness.run_steps(2);
    type_line(&mut harness, "Eerst bouwen");
    harness.get_by_label("Verbinden").click();
    harness.run_steps(2);
    let reason = harness.get_all_by_label("Waarom deze rol?").last().unwrap();
    reason.focus();
    harness.run_steps(2);
    type_line(&mut harness, "Zij spreken niet dezelfde taal");
    harness.get_by_label("Leg vast").click();
    harness.run_steps(3);
    let bench = harness.state();
    assert_eq!((bench.steps(), bench.view.overlay), (1, None));
    let role = bench
        .now()
        .role_towards(Scope::Pair(actors[2], actors[1]))
        .unwrap();
    assert_eq!((role.mode, role.official), (Mode::Verbinden, actors[0]));
    assert_eq!(role.reason.text, "Zij spreken niet dezelfde taal");
    assert_eq!(role.date, Some(jiff::civil::date(2026, 5, 12)));
    let words = |id: ActorId| &bench.now().actors.get(id).unwrap().perspective;
    assert_eq!(words(actors[1]).quote.text, "Eerst bouwen");
    assert!(words(actors[2]).sees.private);
    let value = bench.now().values.first().unwrap().id;
    for actor in &actors[1..3] {
        let held = bench.now().actors.get(*actor).unwrap().values.get(&value);
        assert_eq!(held.unwrap().importance.get(), 2);
    }
}

#[test]
fn regie_over_a_pair_of_one_group_can_be_over_the_group() {
    let (mut document, actors) = map();
    let mut group = Group::new(IdSource::new(4).fresh(), "Wonen");
    group.members.extend([actors[1], actors[2]]);
    let id = group.id;
    document.now.groups.put(group);
    let mut bench = Bench::new(document, Language::English);
    bench.view.overlay = Some(Overlay::BridgeTalk(actors[1], actors[2]));
    let mut harness = harness(bench);
    harness.get_by_label("Directing").click();
    harness.run_steps(2);
    harness.get_by_label("The group Wonen").click();
    harness.run_steps(2);
    harness.get_by_label("Record").click();
    harness.run_steps(3);
    assert!(
        harness
            .state()
            .now()
            .role_towards(Scope::Group(id))
            .is_some()
    );
}

#[test]
fn a_bridge_talk_asks_for_the_hoofdpersoon_first() {
    let (mut document, actors) = map();
    document = document.apply(&Edit::Map(MapChange::Focal(None))).unwrap();
    let mut bench = Bench::new(document, Language::Dutch);
    bench.view.overlay = Some(Overlay::BridgeTalk(actors[1], actors[2]));
    let mut harness = harness(bench);
    assert!(harness.query_by_label("Leg vast").is_none());
    harness.get_by_label("Procesregisseur").click();
    harness.run_steps(3);
    assert_eq!(harness.state().now().focal, Some(actors[0]));
    harness.get_by_label("Leg vast");
}

#[test]
fn on_the_wall_nothing_of_it_shows() {
    let (document, actors) = map();
    let mut bench = Bench::new(document, Language::Dutch);
    bench.view.wall = Some(std::collections::BTreeSet::new());
    bench.entering.start_with("Jansen");
    for overlay in [Overlay::Round, Overlay::BridgeTalk(actors[1], actors[2])] {
        bench.view.overlay = Some(overlay);
        let harness = harness(bench);
        assert!(harness.query_by_label_contains("Typ").is_none());
        assert!(harness.query_by_label_contains("Sluit").is_none());
        bench = harness.into_state();
    }
}
