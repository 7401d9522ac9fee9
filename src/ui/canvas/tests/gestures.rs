//! What the pointer and the keys do, in a window without a display.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Vec2, vec2};
use egui_kittest::{Harness, kittest::Queryable as _};

use super::fixture::{by_name, sketch};
use crate::model::{ActorId, Document, Shown};
use crate::session::{Item, Selection, Session};
use crate::ui::canvas::{Canvas, canvas_ui};
use crate::ui::command::Command;
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::settings::Settings;
use crate::ui::theme::{Theme, ThemeName, fonts};
use crate::ui::view::View;

/// A map, a canvas, and what the canvas asked for.
pub(super) struct State {
    pub(super) session: Session,
    pub(super) canvas: Canvas,
    outbox: Outbox,
    pub(super) view: View,
    pub(super) settings: Settings,
    ran: Vec<Request>,
}

/// A canvas that can be touched.
pub(super) struct Bench {
    pub(super) harness: Harness<'static>,
    pub(super) state: Rc<RefCell<State>>,
}

impl State {
    fn ui(&mut self, ui: &mut eframe::egui::Ui, theme: &Theme) {
        let cx = Cx {
            session: &self.session,
            theme,
            settings: &self.settings,
            view: &self.view,
            today: jiff::civil::Date::ZERO,
        };
        canvas_ui(&cx, ui, &mut self.canvas, &mut self.outbox);
        for request in self.outbox.take() {
            self.ran.push(request.clone());
            match request {
                Request::Edit(edit) => drop(self.session.apply(edit).unwrap()),
                Request::Preview(edit) => self.session.preview(edit).unwrap(),
                Request::Commit => drop(self.session.commit().unwrap()),
                Request::Cancel => self.session.cancel(),
                Request::Select(selection) => self.session.select(selection),
                Request::Looking(looking) => self.view.looking = *looking,
                _ => {}
            }
        }
    }
}

impl Bench {
    pub(super) fn new(document: Document, size: (f32, f32)) -> Self {
        Self::with(document, size, View::default())
    }

    pub(super) fn on_the_wall(
        document: Document,
        size: (f32, f32),
        shown: BTreeSet<Shown>,
    ) -> Self {
        let view = View {
            wall: Some(shown),
            ..View::default()
        };
        Self::with(document, size, view)
    }

    pub(super) fn with(document: Document, size: (f32, f32), view: View) -> Self {
        let state = Rc::new(RefCell::new(State {
            session: Session::new(document, 3),
            canvas: Canvas::default(),
            outbox: Outbox::new(4),
            view,
            settings: Settings::default(),
            ran: Vec::new(),
        }));
        let theme = Theme::new(ThemeName::Light);
        let shared = Rc::clone(&state);
        let mut fresh = true;
        let mut harness = Harness::builder()
            .with_size(vec2(size.0, size.1))
            .build_ui(move |ui| {
                if std::mem::take(&mut fresh) {
                    ui.ctx().set_fonts(fonts::definitions());
                    return;
                }
                shared.borrow_mut().ui(ui, &theme);
            });
        harness.run_steps(3);
        Self { harness, state }
    }

    pub(super) fn canvas(&self) -> std::cell::Ref<'_, Canvas> {
        std::cell::Ref::map(self.state.borrow(), |state| &state.canvas)
    }

    pub(super) fn document(&self) -> Document {
        self.state.borrow().session.document().clone()
    }

    pub(super) fn actor(&self, name: &str) -> ActorId {
        by_name(&self.document(), name)
    }

    pub(super) fn screen_of(&self, name: &str) -> Pos2 {
        let actor = self.actor(name);
        self.canvas().screen_of(actor).unwrap()
    }

    pub(super) fn drag(&mut self, from: Pos2, to: Pos2) {
        self.harness.hover_at(from);
        self.harness.step();
        self.press(from, true);
        for part in [0.3, 0.6, 1.0] {
            self.harness.hover_at(from.lerp(to, part));
            self.harness.step();
        }
        self.press(to, false);
        self.harness.run_steps(2);
    }

    fn press(&mut self, at: Pos2, pressed: bool) {
        self.harness.event(Event::PointerButton {
            pos: at,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        self.harness.step();
    }

    pub(super) fn click(&mut self, at: Pos2) {
        self.harness.hover_at(at);
        self.harness.step();
        self.press(at, true);
        self.press(at, false);
        self.harness.step();
    }

    pub(super) fn selection(&self) -> Selection {
        self.state.borrow().session.selection().clone()
    }

    pub(super) fn place(&self, name: &str) -> Pos2 {
        let actor = self.actor(name);
        crate::ui::canvas::units::pos_of_place(self.state.borrow().session.place(actor))
    }

    pub(super) fn n_steps(&self) -> usize {
        let state = &mut *self.state.borrow_mut();
        let mut count = 0;
        while state.session.undo().is_some() {
            count += 1;
        }
        for _ in 0..count {
            state.session.redo();
        }
        count
    }

    fn ran(&self, request: &Request) -> bool {
        self.state.borrow().ran.contains(request)
    }
}

fn bench() -> Bench {
    Bench::new(sketch(), (1400.0, 900.0))
}

#[test]
fn a_click_selects_and_makes_no_step() {
    let mut bench = bench();
    let at = bench.screen_of("Wijkmanager");
    bench.click(at);
    let wijkmanager = Item::Actor(bench.actor("Wijkmanager"));
    assert_eq!(bench.selection(), Selection::one(wijkmanager));
    assert_eq!(bench.n_steps(), 0);
    bench.click(at + vec2(0.0, -90.0));
    assert!(bench.selection().is_empty());
}

#[test]
fn a_click_on_a_line_selects_the_relation() {
    let mut bench = bench();
    let middle = {
        let canvas = bench.canvas();
        let strand = &canvas.scene().unwrap().strands[1];
        (canvas.camera.screen_from_map(strand.line[7]), strand.item)
    };
    bench.click(middle.0);
    assert_eq!(bench.selection().single(), Some(middle.1));
}

#[test]
fn dragging_moves_all_that_is_selected_in_one_step() {
    let mut bench = bench();
    let both = ["Wijkmanager", "Gemeenteraad"].map(|name| Item::Actor(bench.actor(name)));
    bench
        .state
        .borrow_mut()
        .session
        .select(both.into_iter().collect());
    let before = ["Wijkmanager", "Gemeenteraad", "Stadskrant"].map(|name| bench.place(name));
    let at = bench.screen_of("Wijkmanager");
    bench.drag(at, at + vec2(60.0, 40.0));
    let zoom = bench.canvas().camera.zoom();
    let by = vec2(60.0, 40.0) / zoom;
    let after = ["Wijkmanager", "Gemeenteraad", "Stadskrant"].map(|name| bench.place(name));
    assert!(
        (after[0] - before[0] - by).length() < 1.0,
        "{before:?} {after:?}"
    );
    assert!((after[1] - before[1] - by).length() < 1.0);
    assert_eq!(after[2], before[2]);
    assert_eq!(bench.n_steps(), 1);
}

#[test]
fn escape_puts_a_dragged_actor_back() {
    let mut bench = bench();
    let before = bench.place("Wijkmanager");
    let at = bench.screen_of("Wijkmanager");
    bench.harness.hover_at(at);
    bench.harness.step();
    bench.press(at, true);
    bench.harness.hover_at(at + vec2(50.0, 0.0));
    bench.harness.run_steps(2);
    assert_ne!(bench.place("Wijkmanager"), before);
    bench.harness.key_press(Key::Escape);
    bench.harness.run_steps(2);
    bench.press(at + vec2(50.0, 0.0), false);
    assert_eq!(bench.place("Wijkmanager"), before);
    assert_eq!(bench.n_steps(), 0);
}

#[test]
fn dragging_from_the_rim_draws_a_relation() {
    let mut bench = bench();
    let radius = {
        let canvas = bench.canvas();
        let actor = canvas
            .scene()
            .unwrap()
            .actor(bench.actor("Jeugd en Zorg"))
            .unwrap();
        actor.figure.radius * canvas.camera.zoom()
    };
    let from = bench.screen_of("Jeugd en Zorg") + Vec2::angled(0.4) * radius;
    let to = bench.screen_of("MKB-kring");
    bench.drag(from, to + vec2(2.0, 3.0));
    let document = bench.document();
    let ends = (bench.actor("Jeugd en Zorg"), bench.actor("MKB-kring"));
    let made = document
        .now
        .relations
        .iter()
        .find(|it| it.joins(ends.0, ends.1))
        .unwrap();
    assert_eq!(bench.selection().single(), Some(Item::Relation(made.id)));
    bench.drag(from, from + vec2(30.0, -60.0));
    assert_eq!(bench.document().now.relations.len(), 20);
}

#[test]
fn a_rectangle_takes_in_who_stands_in_it() {
    let mut bench = bench();
    let (one, other) = (
        bench.screen_of("Scholengroep"),
        bench.screen_of("Welzijnsorganisatie"),
    );
    bench.drag(one - vec2(60.0, 60.0), other + vec2(40.0, 50.0));
    let found: BTreeSet<ActorId> = bench.selection().actors().collect();
    let wanted = ["Scholengroep", "Woningcorporatie", "Welzijnsorganisatie"];
    assert_eq!(found, wanted.map(|name| bench.actor(name)).into());
}

#[test]
fn arrows_walk_along_relations_and_enter_opens() {
    let mut bench = bench();
    let at = bench.screen_of("Procesregisseur");
    bench.click(at);
    bench.harness.key_press(Key::ArrowRight);
    bench.harness.run_steps(2);
    assert_eq!(
        bench.selection().single(),
        Some(Item::Actor(bench.actor("Jeugd en Zorg")))
    );
    bench
        .harness
        .key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
    bench.harness.run_steps(2);
    assert_eq!(bench.n_steps(), 1);
    bench.harness.key_press(Key::Enter);
    bench.harness.run_steps(2);
    assert!(bench.ran(&Request::Run(Command::Inspector)));
    bench.harness.event(Event::Text("W".to_owned()));
    bench.harness.run_steps(2);
    assert!(bench.ran(&Request::QuickText("W".to_owned())));
}

#[test]
fn every_actor_can_be_found_by_its_name() {
    let mut bench = bench();
    bench
        .harness
        .get_by_label_contains("MKB-kring, Bedrijven, 2 relaties")
        .click();
    bench.harness.run_steps(3);
    assert_eq!(
        bench.selection().single(),
        Some(Item::Actor(bench.actor("MKB-kring")))
    );
    assert!(
        bench
            .harness
            .query_by_label("Kaart met 16 actoren")
            .is_some()
    );
}

#[test]
fn an_untouched_map_asks_for_no_frame() {
    let mut bench = bench();
    bench.harness.run_steps(3);
    let output = bench.harness.output();
    let delays = output
        .viewport_output
        .values()
        .map(|view| view.repaint_delay);
    assert!(delays.min().unwrap() > std::time::Duration::from_secs(1));
}
