//! Leaving a map for another, and the program: nothing unsaved goes unasked.

use eframe::egui;

use super::name_of;
use super::saving::Overwrite;
use crate::text;
use crate::ui::app::{After, App};
use crate::ui::dialogs::FileQuestion;
use crate::ui::shell::{Answered, Question};
use crate::ui::view::View;

impl App {
    /// Leaves the open map for something else; asks about unsaved work first.
    pub(in crate::ui::app) fn leave_for(&mut self, after: After) {
        self.hand_in();
        self.view.overlay = None;
        let unsaved = self.map.as_ref().is_some_and(|map| map.session.dirty());
        if unsaved && after != After::Nothing {
            self.unsaved_question = Some(after);
        } else {
            self.go_on(after);
        }
    }

    /// Follows the answer to the question that was shown.
    pub(in crate::ui::app) fn answer(&mut self, answer: Answered) {
        let after = self.unsaved_question.take().unwrap_or(After::Nothing);
        let changed = self.changed_file.take();
        let plain = self.plain_question.take();
        self.in_place_question = false;
        let newer = self.newer_question.take();
        match answer {
            Answered::Save => self.save(after),
            Answered::Merge => self.merge_from_disk(),
            Answered::Drop => self.go_on(after),
            Answered::SaveCopy => self.ask_file(FileQuestion::SaveMap(self.proposed_name()), after),
            Answered::Overwrite => {
                if let Some((path, after)) = changed {
                    self.save_to(&path, after, Overwrite::Yes);
                }
            }
            Answered::SavePlain => {
                if let Some((path, after)) = plain {
                    self.save_to(&path, after, Overwrite::Yes);
                }
            }
            Answered::SaveSealed => {
                let after = plain.map_or(After::Nothing, |(_, after)| after);
                self.ask_file(FileQuestion::SaveMap(self.proposed_name()), after);
            }
            Answered::OverNewer => {
                if let Some(map) = &mut self.map {
                    map.over_newer = true;
                }
                self.save(newer.unwrap_or(After::Nothing));
            }
            Answered::InPlace => {
                if let Some(file) = self.only_in_place.take() {
                    self.save_in_place(file);
                }
            }
            Answered::Cancel => {}
        }
    }

    /// Gives the question that must be answered first.
    pub(in crate::ui::app) fn question(&self) -> Option<Question> {
        let title = || {
            let title = self
                .session()
                .map(|session| session.document().title.clone())
                .unwrap_or_default();
            if title.is_empty() {
                text::shell::UNTITLED.get(self.settings.language).to_owned()
            } else {
                title
            }
        };
        let in_place = self.only_in_place.as_ref();
        if let Some(file) = in_place.filter(|_| self.in_place_question) {
            Some(Question::InPlace(name_of(&file.path)))
        } else if self.newer_question.is_some() {
            Some(Question::Newer(title()))
        } else if let Some((path, _)) = &self.plain_question {
            Some(Question::Plain(name_of(path)))
        } else if self.changed_file.is_some() {
            Some(Question::Changed(title()))
        } else {
            self.unsaved_question
                .as_ref()
                .map(|_| Question::Unsaved(title()))
        }
    }

    pub(super) fn go_on(&mut self, after: After) {
        match after {
            After::Nothing | After::Beside(_) | After::SaveLens(_) => {}
            After::Close => self.close(),
            After::Quit => self.quitting = true,
            After::AskOpen => self.ask_file(FileQuestion::OpenMap, After::Nothing),
            After::Open(path) => self.open_path(path),
            After::OpenBuiltIn(name) => self.open_built_in(name),
            After::NewFromValue(value) => self.begin_from_value(&value),
            After::New => self.begin_from_value(""),
            After::OpenCopy(document) => self.open_copy(&document),
            After::Restore(offer) => match self.offers.get(offer) {
                Some(offer) if offer.sealed => self.ask_passphrase_of(offer.clone()),
                Some(offer) => self.jobs.restore(offer),
                None => {}
            },
        }
    }

    pub(super) fn close(&mut self) {
        self.let_map_go();
        self.jobs.watch(None);
        self.view = View::default();
        self.notices.leave_map();
        self.view.message = None;
        self.jobs.begin();
    }

    pub(in crate::ui::app) fn take_dropped_files(&mut self, ctx: &egui::Context) {
        let dropped = ctx.input(|input| {
            input
                .raw
                .dropped_files
                .first()
                .map(|file| file.path().to_owned())
        });
        if let Some(path) = dropped {
            self.leave_for(After::Open(path));
        }
    }

    pub(in crate::ui::app) fn take_close_request(&mut self, ctx: &egui::Context) {
        if ctx.input(|input| input.viewport().close_requested()) && !self.quitting {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.leave_for(After::Quit);
        }
        if self.quitting && self.may_leave(ctx) {
            if self.map.is_some() {
                self.let_map_go();
                ctx.request_repaint();
            } else {
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
    }

    /// Ends the program though not all is written.
    pub(in crate::ui::app) fn end_now(&mut self) {
        self.jobs.abandon();
        self.quitting = true;
    }

    /// Puts the title of the map in the bar of the window.
    pub(in crate::ui::app) fn title(&mut self, ctx: &egui::Context) {
        let language = self.settings.language;
        let title = match &self.map {
            None => text::shell::PROGRAM.get(language).to_owned(),
            Some(map) => text::files::window_title(
                &map.session.document().title,
                map.session.dirty(),
                language,
            ),
        };
        if self.window_title != title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.window_title = title;
        }
    }
}
