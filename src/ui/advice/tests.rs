//! What the panel shows and asks for when its rows and buttons are used.

use eframe::egui;
use egui_kittest::{Harness, kittest::Queryable as _};
use jiff::civil::Date;

use super::{Advice, advice_ui};
use crate::analysis::advice::{Departure, departures};
use crate::analysis::{Thresholds, analyse, field_of};
use crate::edit::{Edit, Entry};
use crate::model::{Document, Language, Mode, MomentState, Scope};
use crate::session::Session;
use crate::storage;
use crate::text::advice::{Telling, estimates};
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::settings::Settings;
use crate::ui::theme::{self, Theme, ThemeName};
use crate::ui::view::{Panel, View};

const TODAY: Date = jiff::civil::date(2026, 3, 12);

fn example() -> Document {
    let text = storage::built_in::find("tweedeling").unwrap().text;
    storage::read(text.as_bytes()).unwrap().document
}

struct Desk {
    session: Session,
    advice: Advice,
    out: Outbox,
    theme: Theme,
    settings: Settings,
    view: View,
    sent: Vec<Request>,
    dressed: bool,
}

impl Desk {
    fn new(document: Document, language: Language) -> Self {
        Self {
            session: Session::new(document, 5),
            advice: Advice::at_once(),
            out: Outbox::new(3),
            theme: Theme::new(ThemeName::Light),
            settings: Settings {
                language,
                ..Settings::default()
            },
            view: View::default(),
            sent: Vec::new(),
            dressed: false,
        }
    }

    fn frame(&mut self, ui: &mut egui::Ui) {
        if !self.dressed {
            ui.ctx().set_fonts(theme::fonts::definitions());
            self.theme.apply(ui.ctx());
            self.dressed = true;
            return;
        }
        let cx = Cx {
            session: &self.session,
            theme: &self.theme,
            settings: &self.settings,
            view: &self.view,
            today: TODAY,
        };
        advice_ui(&cx, ui, &mut self.advice, &mut self.out);
        for request in self.out.take() {
            self.sent.push(request.clone());
            match request {
                Request::Edit(edit) => {
                    self.session.apply(edit).unwrap();
                }
                Request::Select(selection) => self.session.select(selection),
                _ => {}
            }
        }
    }
}

fn window(document: Document, language: Language) -> Harness<'static, Desk> {
    let mut harness = Harness::builder()
        .with_size(egui::vec2(560.0, 1600.0))
        .build_ui_state(
            |ui, desk: &mut Desk| desk.frame(ui),
            Desk::new(document, language),
        );
    harness.run_steps(3);
    harness
}

/// Tells the first row of the left list as the panel labels it, with its two actors.
fn first_row(document: &Document, language: Language) -> (String, Scope) {
    let of = field_of(document);
    let settings = Thresholds::default();
    let analysis = analyse(&of.field, &settings, &|| true).unwrap();
    let telling = Telling {
        field: &of.field,
        analysis: &analysis,
        settings: &settings,
        language,
    };
    let label = crate::analysis::advice::Label::Verbinden;
    let place = crate::analysis::advice::listed(&of.field, &analysis, label)[0];
    let row = &analysis.advice[place];
    let scope = Scope::Pair(of.actors[row.i], of.actors[row.j]);
    (format!("{}, ", telling.both(row.i, row.j)), scope)
}

fn click(harness: &mut Harness<'static, Desk>, label: &str) {
    harness.get_by_label(label).click();
    harness.run_steps(3);
}

#[test]
fn a_click_on_a_row_selects_the_pair_and_lights_it_up() {
    for language in [Language::Dutch, Language::English] {
        let (label, scope) = first_row(&example(), language);
        let mut harness = window(example(), language);
        harness.get_by_label_contains(&label).click();
        harness.run_steps(3);
        let Scope::Pair(a, b) = scope else {
            panic!("no pair");
        };
        let desk = harness.state();
        let selected: Vec<_> = desk.session.selection().actors().collect();
        assert!(selected.len() == 2 && selected.contains(&a) && selected.contains(&b));
        let lit = desk.sent.iter().find_map(|request| match request {
            Request::LightUp(lit) => Some(lit),
            _ => None,
        });
        assert!(lit.is_some_and(|lit| lit.contains(&a) && lit.contains(&b)));
    }
}

#[test]
fn a_role_chosen_beside_the_advice_is_recorded_with_reason_and_date_as_one_step() {
    let mut document = example();
    document.now.roles = crate::model::List::default();
    let (label, scope) = first_row(&document, Language::Dutch);
    let mut harness = window(document, Language::Dutch);
    harness.get_by_label_contains(&label).click();
    harness.run_steps(3);
    let reason = harness.get_by_label("Waarom kiest u dit?");
    reason.focus();
    harness.run_steps(2);
    harness
        .get_by_label("Waarom kiest u dit?")
        .type_text("Samen eerst luisteren");
    harness.run_steps(2);
    click(&mut harness, "Coördinatie");
    let desk = harness.state();
    let roles: Vec<_> = desk.session.document().now.roles.iter().collect();
    assert_eq!(roles.len(), 1);
    assert_eq!((roles[0].scope, roles[0].mode), (scope, Mode::Coordinatie));
    assert_eq!(roles[0].reason.text, "Samen eerst luisteren");
    assert_eq!(roles[0].date, Some(TODAY));
    assert_eq!(desk.session.history().len(), 1);
    click(&mut harness, "Coördinatie");
    assert_eq!(
        harness.state().session.history().len(),
        1,
        "the same choice is no step"
    );
}

#[test]
fn a_what_if_is_kept_as_a_scenario_and_changes_no_relation_now() {
    let (label, _) = first_row(&example(), Language::Dutch);
    let mut harness = window(example(), Language::Dutch);
    let before = harness.state().session.document().now.relations.len();
    harness.get_by_label_contains(&label).click();
    harness.run_steps(3);
    click(&mut harness, "Probeer op de kaart");
    click(&mut harness, "Bewaar als scenario");
    let desk = harness.state();
    assert_eq!(desk.session.document().now.relations.len(), before);
    let kept = desk.sent.iter().find_map(|request| match request {
        Request::Edit(Edit::Moment(Entry::Put(moment))) => Some(moment),
        _ => None,
    });
    let kept = kept.unwrap();
    assert_eq!(kept.state, MomentState::Scenario);
    assert_eq!(kept.content.relations.len(), before + 1);
}

#[test]
fn every_figure_of_the_foot_follows_from_the_map() {
    let of = field_of(&example());
    let harness = window(example(), Language::Dutch);
    let line = estimates(of.asked, of.unknown, Language::Dutch);
    harness.get_by_label(&line);
}

#[test]
fn the_first_example_has_pairs_that_depart_from_what_is_usual() {
    let of = field_of(&example());
    let settings = Thresholds::default();
    let analysis = analyse(&of.field, &settings, &|| true).unwrap();
    let departing = analysis
        .advice
        .iter()
        .filter(|row| {
            departures(&of.field, row)
                .iter()
                .any(|d| *d != Departure::HangsOnOneAnswer)
        })
        .count();
    assert!(departing >= 2, "{departing}");
}

#[test]
fn without_a_hoofdpersoon_the_panel_asks_for_one() {
    let mut document = example();
    let focal = document.now.focal.take().unwrap();
    let name = document.now.actors.get(focal).unwrap().name.clone();
    let mut harness = window(document, Language::Dutch);
    click(&mut harness, &name);
    assert_eq!(harness.state().session.document().now.focal, Some(focal));
}

#[test]
fn a_small_map_has_no_order() {
    let mut document = example();
    document.now.relations.retain(|_| false);
    let harness = window(document, Language::English);
    harness.get_by_label_contains("there is no order");
    assert!(harness.get_all_by_label_contains(" – ").count() > 1);
}

#[test]
fn nothing_of_it_stands_on_the_wall() {
    let mut desk = Desk::new(example(), Language::Dutch);
    desk.view.wall = Some(std::collections::BTreeSet::new());
    let mut harness = Harness::builder()
        .with_size(egui::vec2(560.0, 900.0))
        .build_ui_state(|ui, desk: &mut Desk| desk.frame(ui), desk);
    harness.run_steps(3);
    assert!(harness.query_by_label("Wie met wie?").is_none());
}

#[test]
fn the_method_shows_intervals_and_the_way_back_closes_it() {
    let mut harness = window(example(), Language::Dutch);
    click(&mut harness, "Methode");
    harness.get_by_label_contains("De volgorde naar tussenpositie is");
    click(&mut harness, "Contacten");
    click(&mut harness, "Terug naar Wie met wie?");
    harness.get_by_label("Wie met wie?");
}

#[test]
fn the_way_out_asks_for_the_inspector() {
    let mut harness = window(example(), Language::Dutch);
    click(&mut harness, "Sluit Wie met wie?");
    assert!(
        harness
            .state()
            .sent
            .contains(&Request::Panel(Panel::Inspector))
    );
}

/// Gives the numbers of a sentence in their order.
fn numbers(sentence: &str) -> Vec<usize> {
    sentence
        .split(|letter: char| !letter.is_ascii_digit())
        .filter_map(|digits| digits.parse().ok())
        .collect()
}

/// Gives the first visible sentence that begins in a certain way.
fn sentence(harness: &Harness<'static, Desk>, begins: &str) -> String {
    let nodes = harness.get_all_by_label_contains(begins);
    let labels = nodes.filter_map(|node| {
        use egui_kittest::kittest::NodeT as _;
        node.accesskit_node()
            .label()
            .or(node.accesskit_node().value())
    });
    labels
        .into_iter()
        .find(|label| label.contains(begins))
        .unwrap()
}

#[test]
fn the_forces_in_words_follow_from_the_positions_on_the_map() {
    let document = example();
    let harness = window(document.clone(), Language::Dutch);
    let now = &document.now;
    let issue = now.issues.first().unwrap().id;
    let count = |inside: bool, test: &dyn Fn(Option<f64>) -> bool| {
        let at_the_table = now.actors.iter().filter(|it| !it.candidate);
        let others = at_the_table.filter(|it| now.focal != Some(it.id));
        others
            .filter(|actor| now.inside(actor) == inside)
            .filter(|actor| test(actor.position(issue).number()))
            .count()
    };
    for (begins, inside) in [
        ("Binnen de eigen organisatie: ", true),
        ("Daarbuiten: ", false),
    ] {
        let told = sentence(&harness, begins);
        let along = count(inside, &|x| x.is_some_and(|x| x > 0.0));
        let objecting = count(inside, &|x| x.is_some_and(|x| x < 0.0));
        let unknown = count(inside, &|x| x.is_none());
        let expected: Vec<usize> = [along, objecting, unknown]
            .into_iter()
            .filter(|n| *n > 0)
            .collect();
        assert_eq!(numbers(&told), expected, "{told}");
    }
}

#[test]
fn the_base_rate_in_words_follows_from_the_pairs_and_their_arenas() {
    use crate::analysis::advice::Label;
    let document = example();
    let harness = window(document.clone(), Language::Dutch);
    let of = field_of(&document);
    let analysis = analyse(&of.field, &Thresholds::default(), &|| true).unwrap();
    let arena = |number: usize| {
        let actor = document.now.actors.get(of.actors[number]).unwrap();
        document.now.arena_of(actor)
    };
    let (mut across, mut within) = ((0, 0), (0, 0));
    for row in &analysis.advice {
        let (Some(one), Some(other)) = (arena(row.i), arena(row.j)) else {
            continue;
        };
        let (counted, label) = if one == other {
            (&mut within, Label::Regie)
        } else {
            (&mut across, Label::Verbinden)
        };
        counted.1 += 1;
        counted.0 += usize::from(row.label == label);
    }
    let told = sentence(&harness, "Over arena’s heen is het meestal verbinden");
    assert_eq!(
        numbers(&told)[..4],
        [across.0, across.1, within.0, within.1],
        "{told}"
    );
}
