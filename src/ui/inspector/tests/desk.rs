//! The inspector in a window of its own, with a session behind it.

use eframe::egui::{self, Key, Modifiers, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable as _};

use super::super::{Inspector, inspector_ui};
use super::sample::{Sample, TODAY, sample};
use crate::edit::Edit;
use crate::model::Language;
use crate::session::{Item, Selection, Session};
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::settings::Settings;
use crate::ui::theme::{self, Theme, ThemeName};
use crate::ui::view::View;

pub(super) struct Desk {
    pub(super) session: Session,
    inspector: Inspector,
    out: Outbox,
    theme: Theme,
    settings: Settings,
    pub(super) view: View,
    sent: Vec<Request>,
    dressed: bool,
}

impl Desk {
    fn new(sample: Sample, selection: Selection, language: Language) -> Self {
        let mut session = Session::new(sample.document, 5);
        session.select(selection);
        let settings = Settings {
            language,
            ..Settings::default()
        };
        Self {
            session,
            inspector: Inspector::default(),
            out: Outbox::new(3),
            theme: Theme::new(ThemeName::Light),
            settings,
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
        inspector_ui(&cx, ui, &mut self.inspector, &mut self.out);
        for request in self.out.take() {
            self.sent.push(request.clone());
            match request {
                Request::Edit(edit) => {
                    self.session.apply(edit).unwrap();
                }
                Request::Preview(edit) => self.session.preview(edit).unwrap(),
                Request::Commit => {
                    self.session.commit().unwrap();
                }
                Request::Cancel => self.session.cancel(),
                Request::Select(selection) => self.session.select(selection),
                _ => {}
            }
        }
    }

    pub(super) fn edits(&self) -> Vec<&Edit> {
        self.sent
            .iter()
            .filter_map(|request| match request {
                Request::Edit(edit) => Some(edit),
                _ => None,
            })
            .collect()
    }

    pub(super) fn n_steps(&self) -> usize {
        self.session.history().len()
    }
}

pub(super) fn window(
    pick: impl Fn(&Sample) -> Item,
    language: Language,
    prepare: impl Fn(&mut Sample),
) -> Harness<'static, Desk> {
    let mut sample = sample();
    prepare(&mut sample);
    let selection = Selection::one(pick(&sample));
    let desk = Desk::new(sample, selection, language);
    let mut harness = Harness::builder()
        .with_size(egui::vec2(380.0, 2200.0))
        .build_ui_state(|ui, desk: &mut Desk| desk.frame(ui), desk);
    harness.run_steps(3);
    harness
}

pub(super) fn actor_window(language: Language) -> Harness<'static, Desk> {
    window(|sample| Item::Actor(sample.platform), language, |_| ())
}

pub(super) fn type_in(harness: &mut Harness<'static, Desk>, role: Role, label: &str, text: &str) {
    harness.get_by_role_and_label(role, label).focus();
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run_steps(1);
    harness.get_by_role_and_label(role, label).type_text(text);
    harness.run_steps(2);
}
