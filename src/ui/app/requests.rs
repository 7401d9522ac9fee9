//! Applying what panels asked for.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{After, App};
use crate::edit::{Edit, EditError};
use crate::model::{ActorId, Document};
use crate::session::Outcome;
use crate::text;
use crate::ui::cx::Request;
use crate::ui::shell::{About, Notice};
use crate::ui::view::{Marks, Overlay, Panel};

/// Up to how many actors a map stays in sight as a whole while it grows.
const WHOLE: usize = 300;

impl App {
    #[expect(clippy::too_many_lines, reason = "one arm for each request")]
    pub(super) fn apply(&mut self, request: Request) {
        match request {
            Request::Edit(edit) => {
                self.merged(&edit);
                self.change(edit);
            }
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
                self.hand_in();
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
            Request::Mark(marks) => {
                self.apply(Request::LightUp(marks.signs.keys().copied().collect()));
                self.view.lit.extend(marks.added.keys());
                self.view.marks = *marks;
            }
            Request::LightUp(actors) => {
                self.view.marks = Marks::default();
                self.canvas.show_actors(&actors);
                self.view.lit = actors.into_iter().collect::<BTreeSet<_>>();
            }
            Request::LookAt(moment) => self.look_at(moment),
            Request::Ask(question) => {
                self.entering.ask(question);
                self.show_overlay(Some(Overlay::Round));
            }
            Request::Eyes(eyes) => self.look_as(eyes),
            Request::Looking(looking) => self.view.looking = *looking,
            Request::Lens(lens) => self.show_lens(lens),
            Request::SaveLens(lens) => self.ask_to_save_lens(&lens),
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
            Request::DismissNotice(number) => self.notices.dismiss(number),
            Request::SettleNotice(about) => self.notices.settle(about),
            Request::MoveField(noticed) => self.move_field(&noticed),
            Request::OpenKept(document) => self.leave_for(After::OpenCopy(document)),
            Request::FocusMap => self.canvas.focus(),
            Request::MergeReturned => self.merge_returned(),
            Request::OpenReturned => self.open_returned(),
            Request::Privacy(deed) => self.do_privacy(deed),
            Request::Many(requests) => {
                for request in requests {
                    self.apply(request);
                }
            }
            Request::Disk(answer) => self.answer_disk(answer),
            Request::MergeCopy(copy) => self.merge_copy(copy),
            Request::Version(deed, place) => self.with_version(deed, place),
            Request::WipeRecovery => {
                self.jobs.wipe();
                let wiped = text::keeping::WIPED.get(self.settings.language);
                self.view.message = Some(wiped.to_owned());
            }
            Request::GoOn => {
                self.falls = 0;
                self.notices.settle(About::Fault);
            }
            Request::AskInPlace => self.ask_in_place(),
            Request::QuitAnyway => self.end_now(),
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
        let before = Arc::clone(map.session.committed());
        let done = map.session.apply(edit);
        if matches!(done, Ok(Outcome::Changed)) {
            self.view.message = None;
            let added = newcomers(&before, map.session.committed());
            if !added.is_empty() {
                self.canvas.show_actors(&added);
            }
        }
        self.refused(done.err());
    }

    fn refused(&mut self, error: Option<EditError>) {
        if let Some(error) = error {
            let line = text::error::edit(&error, self.settings.language);
            self.notices.tell(Notice::plain(About::Change, line));
        }
    }

    fn show_overlay(&mut self, overlay: Option<Overlay>) {
        let closed = overlay.is_none() && self.view.overlay.is_some();
        self.view.overlay = overlay;
        if overlay != Some(Overlay::Beside) {
            self.beside = None;
            self.leave_merge();
        }
        if !matches!(overlay, Some(Overlay::Privacy(_))) {
            // What was made of the map, and a passphrase, do not stay in memory.
            self.privacy = crate::ui::shell::PrivacySheets::default();
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
}

/// Gives who is in a map and was not before; nobody in a large one, which is not seen as a whole.
fn newcomers(before: &Document, after: &Document) -> Vec<ActorId> {
    let (old, new) = (&before.now.actors, &after.now.actors);
    if new.len() <= old.len() || new.len() > WHOLE {
        return Vec::new();
    }
    new.ids().filter(|id| !old.contains(*id)).collect()
}
