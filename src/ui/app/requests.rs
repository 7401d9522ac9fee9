//! Applying what panels asked for.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{After, App};
use crate::edit::{Edit, EditError};
use crate::session::Outcome;
use crate::text;
use crate::ui::cx::Request;
use crate::ui::shell::Notice;
use crate::ui::view::{Overlay, Panel};

impl App {
    #[expect(clippy::too_many_lines, reason = "one arm for each request")]
    pub(super) fn apply(&mut self, request: Request) {
        match request {
            Request::Edit(edit) => self.change(edit),
            Request::Preview(_) | Request::Commit if self.refuses_change() => {}
            Request::Preview(edit) => self.preview(edit),
            Request::Commit => self.commit(),
            Request::Cancel => {
                if let Some(map) = &mut self.map {
                    map.session.cancel();
                }
            }
            Request::Select(selection) => {
                self.view.lit.clear();
                if let Some(aside) = &mut self.aside {
                    aside.session.select(selection);
                } else if let Some(map) = &mut self.map {
                    map.session.select(selection);
                }
            }
            Request::Run(command) => {
                // What is being typed belongs to the map that the command works on.
                self.inspector.hand_in(&mut self.out);
                self.advice.hand_in(&mut self.out);
                self.meaning.hand_in(&mut self.out);
                self.course.hand_in(&mut self.out);
                self.table.hand_in(&mut self.out);
                for request in self.out.take() {
                    self.apply(request);
                }
                self.run_command(command);
            }
            Request::Overlay(overlay) => self.show_overlay(overlay),
            Request::Panel(panel) => {
                if panel != Panel::Moments {
                    self.look_at(None);
                }
                self.view.panel = panel;
            }
            Request::Issue(issue) => self.view.issue = Some(issue),
            Request::Arrange(arrangement) => self.view.arrangement = arrangement,
            Request::Centre(centre) => self.view.centre = centre,
            Request::LightUp(actors) => {
                self.canvas.show_actors(&actors);
                self.view.lit = actors.into_iter().collect::<BTreeSet<_>>();
            }
            Request::LookAt(moment) => self.look_at(moment),
            Request::Eyes(eyes) => self.look_as(eyes),
            Request::Looking(looking) => self.view.looking = *looking,
            Request::Paint(paint) => self.view.paint = paint,
            Request::Settings(settings) => self.set(*settings),
            Request::Open(path) => self.leave_for(After::Open(path)),
            Request::OpenBuiltIn(name) => self.leave_for(After::OpenBuiltIn(name)),
            Request::NewFromValue(value) => self.leave_for(After::NewFromValue(value)),
            Request::Say(message) => self.view.message = Some(message),
            Request::QuickText(text) => self.entering.start_with(&text),
            Request::Restore(offer) => self.leave_for(After::Restore(offer)),
            Request::Discard(offer) => self.discard(offer),
            Request::ForgetRecent => {
                self.recent.clear();
                self.shell.recent.clear();
                self.keep_settings();
            }
            Request::DismissNotice => self.notice = None,
            Request::MergeReturned => self.merge_returned(),
            Request::OpenReturned => self.open_returned(),
        }
    }

    fn preview(&mut self, edit: Edit) {
        if self.refuses_score(&edit) {
            return;
        }
        let map = self.map.as_mut();
        let done = map.map_or(Ok(()), |map| map.session.preview(edit));
        self.refused(done.err());
    }

    fn commit(&mut self) {
        let map = self.map.as_mut();
        let done = map.map_or(Ok(Outcome::Same), |map| map.session.commit());
        self.refused(done.err());
    }

    /// Makes a change; a refused one is told in words.
    pub(super) fn change(&mut self, edit: Edit) {
        if self.refuses_change() || self.refuses_score(&edit) {
            return;
        }
        let Some(map) = &mut self.map else { return };
        let done = map.session.apply(edit);
        if matches!(done, Ok(Outcome::Changed)) {
            self.view.message = None;
        }
        self.refused(done.err());
    }

    fn refused(&mut self, error: Option<EditError>) {
        if let Some(error) = error {
            let line = text::error::edit(&error, self.settings.language);
            self.notice = Some(Notice {
                sentence: line,
                buttons: Vec::new(),
            });
        }
    }

    fn show_overlay(&mut self, overlay: Option<Overlay>) {
        let closed = overlay.is_none() && self.view.overlay.is_some();
        self.view.overlay = overlay;
        if overlay != Some(Overlay::Beside) {
            self.beside = None;
        }
        if closed {
            self.canvas.focus();
        }
    }

    /// Changes the settings and keeps them.
    pub(super) fn set(&mut self, settings: crate::ui::settings::Settings) {
        if !settings.keep_recent {
            self.recent.clear();
            self.shell.recent.clear();
        }
        self.settings = settings;
        self.keep_settings();
    }

    pub(super) fn keep_settings(&mut self) {
        self.jobs.keep_settings(&self.settings, &self.recent);
    }

    /// Hands the committed map to the recovery store when it changed.
    pub(super) fn snapshot(&mut self) {
        let Some(map) = &mut self.map else { return };
        if Arc::ptr_eq(map.session.committed(), &map.snapshot) {
            return;
        }
        map.snapshot = Arc::clone(map.session.committed());
        if map.session.dirty() {
            self.jobs
                .snapshot(&map.recovery, &map.snapshot, map.path.as_deref());
        }
    }
}
