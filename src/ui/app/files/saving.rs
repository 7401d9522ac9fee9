//! Saving, and what came of it.

use std::path::Path;
use std::sync::Arc;

use super::name_of;
use crate::storage::{self, Noticed};
use crate::text;
use crate::ui::app::not_saved::InPlace;
use crate::ui::app::sealed::is_sealed_name;
use crate::ui::app::{After, App, OpenMap};
use crate::ui::dialogs::FileQuestion;
use crate::ui::jobs::{ExpectedFile, SaveOrder, SavedMap, WayToSave};
use crate::ui::keeper::Ending;
use crate::ui::shell::About;

impl App {
    /// Saves to the file of the map, or asks for one.
    pub(in crate::ui::app) fn save(&mut self, after: After) {
        match self.map.as_ref().map(|map| map.path.clone()) {
            Some(Some(_)) if self.is_of_newer() => self.newer_question = Some(after),
            Some(Some(path)) if !self.spares_the_file() && !self.on_a_copy() => {
                self.save_to(&path, after, Overwrite::No);
            }
            Some(Some(_) | None) => {
                self.ask_file(FileQuestion::SaveMap(self.proposed_name()), after);
            }
            None => {}
        }
    }

    /// Says whether the file holds something that the map does not, so that it is not written over.
    fn spares_the_file(&self) -> bool {
        let mut report = self.view.report.iter();
        report.any(|noticed| noticed.notice.spares_the_file())
    }

    /// Says whether a newer version of the program made the file, and nobody agreed yet to write it.
    fn is_of_newer(&self) -> bool {
        let newer = |noticed: &Noticed| matches!(noticed.notice, storage::Notice::Newer { .. });
        let agreed = self.map.as_ref().is_none_or(|map| map.over_newer);
        !agreed && self.view.report.iter().any(newer)
    }

    /// Says whether another window has the file open; the status line tells why another name is asked.
    fn on_a_copy(&mut self) -> bool {
        let copy = self.map.as_ref().is_some_and(OpenMap::elsewhere);
        if copy {
            let why = text::keeping::ON_A_COPY.get(self.settings.language);
            self.view.message = Some(why.to_owned());
        }
        copy
    }

    /// Saves to the file of the map, whatever is there.
    pub(in crate::ui::app) fn save_over(&mut self) {
        if let Some(path) = self.map.as_ref().and_then(|map| map.path.clone()) {
            self.save_to(&path, After::Nothing, Overwrite::Yes);
        }
    }

    pub(super) fn save_to(&mut self, path: &Path, after: After, overwrite: Overwrite) {
        let seed = self.out.fresh_seed();
        let Some(map) = &mut self.map else { return };
        let same_file = map.path.as_deref() == Some(path);
        let expected = match (overwrite, same_file, map.fingerprint) {
            (Overwrite::Yes, _, _) | (Overwrite::No, false, _) => ExpectedFile::Any,
            (Overwrite::No, true, Some(fingerprint)) => ExpectedFile::Same(fingerprint),
            (Overwrite::No, true, None) => ExpectedFile::Absent,
        };
        self.order_save(path, after, expected, WayToSave::Replace, seed);
    }

    pub(in crate::ui::app) fn order_save(
        &mut self,
        path: &Path,
        after: After,
        expected: ExpectedFile,
        way: WayToSave,
        seed: u64,
    ) {
        let Some(map) = &mut self.map else { return };
        map.saving = true;
        let document = Arc::clone(map.session.committed());
        let before = map.fingerprint.map(|_| Arc::clone(map.session.saved()));
        self.after_save = Some(after);
        self.notices.settle(About::Saving);
        self.notices.settle(About::Leaving);
        self.only_in_place = None;
        self.jobs.save(SaveOrder {
            path: path.to_owned(),
            document,
            before,
            expected,
            way,
            seed,
            seal: map.seal.clone().filter(|_| is_sealed_name(path)),
        });
    }

    pub(super) fn take_saved(&mut self, saved: SavedMap) {
        let SavedMap {
            path,
            written,
            expected,
            result,
        } = saved;
        let after = self.after_save.take().unwrap_or(After::Nothing);
        let language = self.settings.language;
        let Some(map) = &mut self.map else { return };
        map.saving = false;
        match result {
            Ok((document, fingerprint)) => {
                map.session.mark_saved(&written, document);
                if map.seal.is_some() && !is_sealed_name(&path) {
                    // From now on this is a plain map, and kept as one.
                    map.seal = None;
                    self.jobs.finish_recovery(&map.recovery, Ending::Saved);
                    let id = map.session.committed().id;
                    let seed = self.out.fresh_seed();
                    map.recovery = self.jobs.open_recovery(id, seed, None);
                }
                self.jobs.keep_base(map.session.saved(), map.seal.clone());
                if self.settings.keep_versions {
                    let seal = map.seal.clone();
                    self.jobs.keep_version(map.session.saved(), seal);
                }
                map.fingerprint = Some(fingerprint);
                let moved = map.path.as_ref() != Some(&path);
                if moved {
                    map.claim = None;
                }
                map.path = Some(path.clone());
                let all = Arc::make_mut(&mut self.view.report);
                all.retain(|noticed| !noticed.notice.spares_the_file());
                if moved || map.claim.is_none() {
                    self.claim_file();
                }
                self.notices.settle(About::Disk);
                self.watch_file();
                self.keep_again();
                self.snapshot();
                self.view.message = Some(text::files::saved_as(&name_of(&path), language));
                self.remember(&path);
                self.go_on(after);
            }
            Err(error) => {
                let file = InPlace {
                    path,
                    after,
                    expected,
                };
                self.save_failed(file, &error);
            }
        }
    }
}

/// Whether a file that changed meanwhile is written over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Overwrite {
    Yes,
    No,
}
