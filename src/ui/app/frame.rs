//! One frame: which panels stand where.

use eframe::egui::{self, Align2, Frame, Key, Modifiers, Panel};

use super::{App, PathSheet};
use crate::ui::canvas::canvas_ui;
use crate::ui::cx::{Cx, Request};
use crate::ui::dialogs::FileQuestion;
use crate::ui::view::Overlay;
use crate::ui::{command, entering, inspector, shell};

/// The width of the inspector, and the least of it on a narrow window.
const INSPECTOR: f32 = 372.0;
/// The least that the map keeps.
const LEAST_MAP: f32 = 300.0;

impl App {
    pub(super) fn frame(&mut self, ui: &mut egui::Ui) {
        if self.map.is_none() {
            self.welcome(ui);
        } else if self.view.wall.is_some() {
            self.wall(ui);
        } else {
            self.workplace(ui);
        }
        self.questions(ui);
    }

    fn welcome(&mut self, ui: &mut egui::Ui) {
        let cx = shell::WelcomeCx {
            theme: &self.theme,
            settings: &self.settings,
            recent: &self.recent,
            offers: &self.offers,
            today: self.today,
        };
        let quiet = self.unsaved_question.is_some() || self.path_sheet.is_some();
        Panel::bottom("welcome-notice").show_separator_line(false).frame(Frame::NONE).show(ui, |ui| {
            if let Some(notice) = &self.notice {
                let lines: Vec<&str> = notice.lines.iter().map(String::as_str).collect();
                if shell::notice_bar_ui(&self.theme, self.settings.language, ui, &lines, &[]).is_some() {
                    self.notice = None;
                }
            }
        });
        egui::CentralPanel::default().frame(Frame::NONE.fill(self.theme.canvas)).show(ui, |ui| {
            if quiet {
                ui.disable();
            }
            shell::welcome_ui(&cx, ui, &mut self.shell, &mut self.out);
        });
        self.sheets_without_map(ui);
        self.keys_without_map(ui);
    }

    /// Shows the sheets that need no map: settings, keys, about.
    fn sheets_without_map(&mut self, ui: &mut egui::Ui) {
        if matches!(self.view.overlay, Some(Overlay::Settings | Overlay::Shortcuts | Overlay::About)) {
            let empty = crate::session::Session::new(
                crate::model::Document::new(self.out.fresh_id(), self.settings.language),
                self.seed,
            );
            let cx = Cx {
                session: &empty,
                theme: &self.theme,
                settings: &self.settings,
                view: &self.view,
                today: self.today,
            };
            shell::overlay_ui(&cx, ui, &mut self.shell, &mut self.out);
        }
    }

    fn keys_without_map(&mut self, ui: &egui::Ui) {
        use command::Command;
        let keys = [
            (Modifiers::COMMAND, Key::O, Command::Open),
            (Modifiers::COMMAND, Key::N, Command::New),
            (Modifiers::COMMAND, Key::Comma, Command::Settings),
            (Modifiers::COMMAND, Key::Q, Command::Quit),
            (Modifiers::NONE, Key::F1, Command::Shortcuts),
        ];
        for (modifiers, key, command) in keys {
            if ui.input_mut(|input| input.consume_key(modifiers, key)) {
                self.out.send(Request::Run(command));
            }
        }
        if ui.input(|input| input.key_pressed(Key::Escape)) && self.view.overlay.is_some() {
            self.out.send(Request::Overlay(None));
        }
    }

    /// The map alone, as large as the screen.
    fn wall(&mut self, ui: &mut egui::Ui) {
        let leave = ui.input_mut(|input| {
            input.consume_key(Modifiers::NONE, Key::Escape) || input.consume_key(Modifiers::NONE, Key::F5)
        });
        if let Some(map) = &self.map {
            let cx = Cx {
                session: &map.session,
                theme: &self.theme,
                settings: &self.settings,
                view: &self.view,
                today: self.today,
            };
            let frame = Frame::NONE.fill(self.theme.canvas);
            egui::CentralPanel::default().frame(frame).show(ui, |ui| {
                canvas_ui(&cx, ui, &mut self.canvas, &mut self.out);
            });
        }
        if leave {
            self.stop_presenting(ui.ctx());
        } else if !ui.input(|input| input.viewport().fullscreen.unwrap_or(false)) {
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::Fullscreen(true));
        }
    }

    fn workplace(&mut self, ui: &mut egui::Ui) {
        let Some(map) = &self.map else { return };
        let cx = Cx {
            session: &map.session,
            theme: &self.theme,
            settings: &self.settings,
            view: &self.view,
            today: self.today,
        };
        let out = &mut self.out;
        let file = shell::FileState { saved: !map.session.dirty(), has_file: map.path.is_some(), saving: map.saving };
        Panel::top("top").frame(Frame::NONE.fill(cx.theme.panel)).exact_size(48.0).resizable(false).show(ui, |ui| {
            shell::top_bar_ui(&cx, ui, file, &mut self.shell, out);
        });
        Panel::bottom("status").frame(Frame::NONE.fill(cx.theme.panel)).resizable(false).show(ui, |ui| {
            shell::status_ui(&cx, ui, self.message.as_deref(), out);
        });
        let room = ui.available_width();
        let width = INSPECTOR.min((room - LEAST_MAP).max(room * 0.4));
        Panel::right("inspector").frame(Frame::NONE.fill(cx.theme.panel)).exact_size(width).resizable(false).show(
            ui,
            |ui| inspector::inspector_ui(&cx, ui, &mut self.inspector, out),
        );
        let mut closed = None;
        egui::CentralPanel::default().frame(Frame::NONE.fill(cx.theme.canvas)).show(ui, |ui| {
            if let Some(notice) = &self.notice {
                let lines: Vec<&str> = notice.lines.iter().map(String::as_str).collect();
                let mut buttons = Vec::new();
                if notice.save_as {
                    buttons.push(shell::NoticeButton::SaveAs);
                }
                if notice.overwrite {
                    buttons.push(shell::NoticeButton::Overwrite);
                }
                closed = shell::notice_bar_ui(cx.theme, cx.language(), ui, &lines, &buttons);
            }
            let map_rect = ui.available_rect_before_wrap();
            canvas_ui(&cx, ui, &mut self.canvas, out);
            let mut above = ui.new_child(egui::UiBuilder::new().max_rect(map_rect).id_salt("quick-line"));
            entering::quick_line_ui(&cx, &mut above, &mut self.entering, out);
        });
        match cx.view.overlay {
            None => {}
            Some(Overlay::Round) => entering::round_ui(&cx, ui, &mut self.entering, out),
            Some(Overlay::BridgeTalk(..)) => entering::bridge_talk_ui(&cx, ui, &mut self.entering, out),
            Some(Overlay::Palette | Overlay::Shortcuts | Overlay::Settings | Overlay::About) => {
                shell::overlay_ui(&cx, ui, &mut self.shell, out);
            }
        }
        if self.unsaved_question.is_none() && self.path_sheet.is_none() {
            if let Some(command) = command::shortcut_pressed(ui.ctx(), &cx) {
                out.send(Request::Run(command));
            }
            if cx.view.overlay.is_some() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
                out.send(Request::Overlay(None));
            }
        }
        if let Some(action) = closed {
            self.answer_notice(action);
        }
    }

    /// Shows the question about unsaved work and the sheet for a path, over everything.
    fn questions(&mut self, ui: &egui::Ui) {
        if self.unsaved_question.is_some() {
            let title = self.map.as_ref().map(|map| map.session.document().title.clone()).unwrap_or_default();
            if let Some(answer) = shell::ask_ui(&self.theme, self.settings.language, ui, &title) {
                self.answer_unsaved(answer);
            }
        }
        if let Some(mut sheet) = self.path_sheet.take() {
            match shell::path_sheet_ui(&self.theme, self.settings.language, ui, &mut sheet.text, purpose(&sheet)) {
                None => self.path_sheet = Some(sheet),
                Some(false) => {}
                Some(true) => self.take_path(&sheet.question, sheet.text.into(), sheet.after),
            }
        }
        if let Some(message) = self.dropping(ui) {
            let painter = ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Foreground, egui::Id::new("drop")));
            let rect = ui.ctx().content_rect();
            painter.rect_filled(rect, 0.0, self.theme.canvas.gamma_multiply(0.85));
            let font = crate::ui::theme::bold(22.0);
            painter.text(rect.center(), Align2::CENTER_CENTER, message, font, self.theme.ink);
        }
    }

    fn dropping(&self, ui: &egui::Ui) -> Option<&'static str> {
        let hovering = ui.input(|input| !input.raw.hovered_files.is_empty());
        hovering.then(|| crate::text::shell::DROP_TO_OPEN.get(self.settings.language))
    }
}

fn purpose(sheet: &PathSheet) -> shell::PathPurpose {
    match sheet.question {
        FileQuestion::OpenMap => shell::PathPurpose::Open,
        FileQuestion::SaveMap(_) | FileQuestion::SavePicture(_) => shell::PathPurpose::Save,
    }
}
