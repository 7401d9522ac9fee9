//! A fault of the program costs a panel at most: the map stays, and the window says what happened.

use std::panic::{AssertUnwindSafe, catch_unwind};

use eframe::egui;

use super::App;
use crate::model::Arrangement;
use crate::session::Selection;
use crate::text::keeping as words;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::cx::Request;
use crate::ui::shell::{About, Look, Notice, fallen_ui};
use crate::ui::view::Panel;

/// After how many faults in a row the window draws nothing but the way out.
const MOST: u8 = 2;

impl App {
    /// Draws a frame; a fault in it is told in the next one.
    pub(super) fn draw(&mut self, ui: &mut egui::Ui) {
        if self.falls >= MOST {
            let look = Look {
                theme: &self.theme,
                settings: &self.settings,
            };
            fallen_ui(look, ui, &mut self.out);
            self.questions(ui);
            return;
        }
        if self.guarded(|app| app.frame(ui)) {
            self.falls = 0;
        }
    }

    /// Does something; says whether it went without a fault.
    pub(super) fn guarded(&mut self, act: impl FnOnce(&mut Self)) -> bool {
        let done = catch_unwind(AssertUnwindSafe(|| act(self))).is_ok();
        if !done {
            self.fell();
        }
        done
    }

    /// Puts away what may be at fault and tells of it.
    pub(super) fn fell(&mut self) {
        self.falls = self.falls.saturating_add(1);
        self.view.overlay = None;
        self.beside = None;
        self.path_sheet = None;
        if self.falls > 1 {
            self.view.arrangement = Arrangement::Network;
            self.view.panel = Panel::Inspector;
            self.view.lit.clear();
            self.canvas = Canvas::default();
            if let Some(map) = &mut self.map {
                map.session.cancel();
                map.session.select(Selection::default());
            }
        }
        self.keep_again();
        let language = self.settings.language;
        self.notices.tell(Notice {
            about: About::Fault,
            sentence: words::FELL.get(language).to_owned(),
            buttons: vec![(
                words::SAVE_ELSEWHERE.get(language).to_owned(),
                Request::Run(Command::SaveAs),
            )],
        });
    }
}
