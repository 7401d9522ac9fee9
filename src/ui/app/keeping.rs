//! What keeps the open map safe: snapshots with what is being typed, its file watched, and copies beside it told of.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui;

use super::files::name_of;
use super::{App, OpenMap};
use crate::edit::{Edit, WholeChange};
use crate::merge::{Merge, same_content};
use crate::model::Document;
use crate::storage::{Fingerprint, Work};
use crate::text::keeping as words;
use crate::ui::command::Command;
use crate::ui::cx::{DiskAnswer, Request};
use crate::ui::keeper::{Claim, Ending, OnDisk, Watched};
use crate::ui::shell::{About, Aim, Beside, Notice};
use crate::ui::view::Overlay;
use crate::ui::widget::Typed;

/// How many seconds lie between two looks at the file, where no thread looks.
const LOOK: f64 = 2.0;
/// How many seconds leaving waits for a disk.
const PATIENCE: f64 = 5.0;

/// What was kept last of the open map.
#[derive(Debug, Clone, Default)]
pub(in crate::ui) struct Kept {
    document: Option<Arc<Document>>,
    typed: u64,
    path: Option<PathBuf>,
    /// Whether the store holds something.
    written: bool,
}

/// What keeping remembers between frames.
#[derive(Debug, Default)]
pub(super) struct Keeping {
    /// The version that another program wrote, until somebody decides.
    disk: Option<(PathBuf, Fingerprint, Arc<Document>)>,
    /// Whether that version lies beside the open map to be merged.
    merging: bool,
    /// Whether it is to be merged as soon as it was read.
    merge_next: bool,
    looked: f64,
    focused: bool,
    leaving_since: Option<f64>,
}

/// What is to be done about another version of the open map in its file.
enum Changed {
    /// Nothing more.
    Done,
    /// It is another map.
    AnotherMap,
    /// Somebody must choose.
    Ask,
}

impl OpenMap {
    /// Says how keeping snapshots of it ends.
    pub(super) fn ending(&self) -> Ending {
        if self.session.dirty() || self.kept.written {
            Ending::LetGo
        } else {
            Ending::Saved
        }
    }

    /// Says whether another window has its file open.
    pub(super) fn elsewhere(&self) -> bool {
        matches!(self.claim, Some(Claim::Elsewhere))
    }
}

impl App {
    /// Begins to keep a map that was opened: its version, its claim, its file watched.
    pub(super) fn begin_keeping(&mut self) {
        self.keeping = Keeping::default();
        let Some(map) = &mut self.map else { return };
        map.kept = Kept {
            document: Some(Arc::clone(map.session.committed())),
            typed: Typed::default().stamp(),
            path: map.path.clone(),
            written: false,
        };
        if map.fingerprint.is_some() && self.settings.keep_versions {
            self.jobs
                .keep_version(map.session.saved(), map.seal.clone());
        }
        self.claim_file();
        self.watch_file();
        if let Some(map) = &self.map
            && let Some(path) = map.path.as_ref().filter(|_| map.fingerprint.is_some())
        {
            self.jobs.look_beside(path, map.session.saved());
        }
    }

    /// Claims the file of the open map for this window.
    pub(super) fn claim_file(&self) {
        if let Some(map) = &self.map
            && let Some(path) = &map.path
            && map.fingerprint.is_some()
        {
            self.jobs.claim(path);
        }
    }

    /// Watches the file of the open map as it was read or written last.
    pub(super) fn watch_file(&self) {
        let watched = self.map.as_ref().and_then(|map| {
            Some(Watched {
                path: map.path.clone()?,
                fingerprint: map.fingerprint?,
            })
        });
        self.jobs.watch(watched);
    }

    /// Looks at the file when the window gets the focus, and now and then where no thread does.
    pub(super) fn look_at_file(&mut self, ctx: &egui::Context) {
        let (time, focused) = ctx.input(|input| (input.time, input.focused));
        let came = focused && !self.keeping.focused;
        let due = self.jobs.looks_when_asked() && time > self.keeping.looked + LOOK;
        self.keeping.focused = focused;
        let saving = self.map.as_ref().is_none_or(|map| map.saving);
        if (came || due) && !saving {
            self.keeping.looked = time;
            self.jobs.look();
            if let Some(map) = &self.map
                && map.elsewhere()
            {
                self.claim_file();
            }
        }
    }

    /// Hands in everything that is being typed.
    pub(super) fn hand_in(&mut self) {
        self.inspector.hand_in(&mut self.out);
        self.advice.hand_in(&mut self.out);
        self.course.hand_in(&mut self.out);
        self.table.hand_in(&mut self.out);
        self.asked.forgotten.hand_in(&mut self.out);
        self.meaning.hand_in(&mut self.out);
        for request in self.out.take() {
            self.apply(request);
        }
    }

    /// Hands the map, with what is being typed, to the recovery store when it changed.
    pub(super) fn snapshot(&mut self) {
        let mut typed = Typed::default();
        self.inspector.typed(&mut typed);
        self.advice.typed(&mut typed);
        self.course.typed(&mut typed);
        self.table.typed(&mut typed);
        self.asked.forgotten.typed(&mut typed);
        self.meaning.typed(&mut typed);
        typed.line(self.entering.typed());
        let Some(map) = &mut self.map else { return };
        let committed = map.session.committed();
        let same = map.kept.document.as_ref();
        if same.is_some_and(|kept| Arc::ptr_eq(kept, committed))
            && map.kept.typed == typed.stamp()
            && map.kept.path == map.path
        {
            return;
        }
        let worth = map.session.dirty() || !typed.is_empty();
        let before = std::mem::take(&mut map.kept);
        map.kept = Kept {
            document: Some(Arc::clone(committed)),
            typed: typed.stamp(),
            path: map.path.clone(),
            written: worth,
        };
        if worth {
            let work = Work {
                document: typed.within(committed),
                path: map.path.clone(),
                file: map.fingerprint.map(|print| print.hash),
                line: typed.the_line().to_owned(),
            };
            self.jobs.snapshot(&map.recovery, work);
        } else if before.written {
            self.jobs.clear_recovery(&map.recovery);
        }
    }

    /// Lets the next frame keep the map whatever was kept before.
    pub(super) fn keep_again(&mut self) {
        if let Some(map) = &mut self.map {
            map.kept.document = None;
            map.kept.written = true;
        }
    }

    /// Takes over or tells of what another program did to the file of the open map.
    pub(super) fn take_on_disk(&mut self, path: PathBuf, seen: OnDisk) {
        let language = self.settings.language;
        let name = name_of(&path);
        let merge_next = std::mem::take(&mut self.keeping.merge_next);
        let Some(map) = &self.map else { return };
        let ours = match (&seen, map.fingerprint) {
            (OnDisk::Changed(_, seen) | OnDisk::Sealed(_, seen), Some(known)) => {
                known.same_content(seen)
            }
            (
                OnDisk::Changed(..)
                | OnDisk::Sealed(..)
                | OnDisk::Locked
                | OnDisk::Broken
                | OnDisk::Gone,
                _,
            ) => false,
        };
        if map.path.as_ref() != Some(&path) || map.saving || ours {
            return;
        }
        let save_as = (
            words::SAVE_ELSEWHERE.get(language).to_owned(),
            Request::Run(Command::SaveAs),
        );
        let (sentence, buttons) = match seen {
            OnDisk::Changed(document, print) => {
                match self.take_changed(path, Arc::new(*document), print, merge_next) {
                    Changed::Done => return,
                    Changed::AnotherMap => (words::another_map(&name, language), vec![save_as]),
                    Changed::Ask => (words::changed(&name, language), self.disk_buttons()),
                }
            }
            OnDisk::Sealed(bytes, print) => {
                // The sentence comes once it was opened, which takes a moment.
                self.keeping.merge_next = merge_next;
                self.jobs.open_on_disk(path, bytes, print, map.seal.clone());
                return;
            }
            OnDisk::Locked => (words::locked(&name, language), vec![save_as]),
            OnDisk::Broken => (words::broken(&name, language), vec![save_as]),
            OnDisk::Gone => {
                let anew = words::SAVE_ANEW.get(language).to_owned();
                let anew = (anew, Request::Disk(DiskAnswer::SaveAnew));
                (words::gone(&name, language), vec![anew, save_as])
            }
        };
        self.notices.tell(Notice {
            about: About::Disk,
            sentence,
            buttons,
        });
    }

    /// Takes over another version of the file where that needs no answer.
    fn take_changed(
        &mut self,
        path: PathBuf,
        document: Arc<Document>,
        print: Fingerprint,
        merge_next: bool,
    ) -> Changed {
        let Some(map) = &self.map else {
            return Changed::Done;
        };
        if document.id != map.session.document().id {
            return Changed::AnotherMap;
        }
        if same_content(&document, map.session.committed()) {
            self.adopt(&document, print);
            return Changed::Done;
        }
        let quiet = !map.session.dirty() && !map.session.previewing();
        let name = name_of(&path);
        self.keeping.disk = Some((path, print, document));
        if quiet {
            self.take_disk();
            self.view.message = Some(words::read_again(&name, self.settings.language));
        } else if merge_next {
            self.merge_disk();
        } else if self.changed_file.is_none() {
            return Changed::Ask;
        }
        Changed::Done
    }

    fn disk_buttons(&self) -> Vec<(String, Request)> {
        [
            (words::MERGE, DiskAnswer::Merge),
            (words::TAKE_FILE, DiskAnswer::Take),
            (words::KEEP_MINE, DiskAnswer::Keep),
        ]
        .map(|(text, answer)| {
            let text = text.get(self.settings.language).to_owned();
            (text, Request::Disk(answer))
        })
        .into()
    }

    /// Follows what was decided about the version on the disk.
    pub(super) fn answer_disk(&mut self, answer: DiskAnswer) {
        self.notices.settle(About::Disk);
        self.notices.settle(About::Saving);
        match answer {
            DiskAnswer::Merge => self.merge_disk(),
            DiskAnswer::Take => self.take_disk(),
            DiskAnswer::Keep => {
                // The next save replaces the other version, which stays among the earlier ones.
                if let Some((_, print, document)) = self.keeping.disk.take() {
                    self.keep_theirs(&document);
                    if let Some(map) = &mut self.map {
                        map.fingerprint = Some(print);
                    }
                    self.watch_file();
                }
            }
            DiskAnswer::SaveAnew => self.save_over(),
        }
    }

    /// Reads the version on the disk to merge it, after a save that it refused.
    pub(super) fn merge_from_disk(&mut self) {
        self.keeping.merge_next = true;
        if self.keeping.disk.is_some() {
            self.keeping.merge_next = false;
            self.merge_disk();
        } else {
            // What was told is told again, and a file that was never read is another one.
            let watched = self.map.as_ref().and_then(|map| {
                Some(Watched {
                    path: map.path.clone()?,
                    fingerprint: map
                        .fingerprint
                        .unwrap_or_else(|| Fingerprint::of(b"", None)),
                })
            });
            self.jobs.watch(None);
            self.jobs.watch(watched);
            self.jobs.look();
        }
    }

    fn merge_disk(&mut self) {
        let (Some((path, _, theirs)), Some(map)) = (&self.keeping.disk, &self.map) else {
            return;
        };
        let base = map.session.saved().as_ref().clone();
        let mine = map.session.committed().as_ref().clone();
        // Work that was restored without its file has no past to compare with.
        let base = map.fingerprint.map(|_| base);
        let merge = Merge::new(base, mine, theirs.as_ref().clone());
        self.beside = Some(Beside::new(name_of(path), Aim::Merge, merge));
        self.view.overlay = Some(Overlay::Beside);
        self.keeping.merging = true;
    }

    /// Forgets that the version on the disk was to be merged, when its sheet is closed.
    pub(super) fn leave_merge(&mut self) {
        self.keeping.merging = false;
    }

    /// After a merge with the version on the disk the next save may replace it.
    pub(super) fn merged(&mut self, edit: &Edit) {
        if !self.keeping.merging || !matches!(edit, Edit::Whole(WholeChange::Merged, _)) {
            return;
        }
        self.keeping.merging = false;
        if let Some((_, print, document)) = self.keeping.disk.take() {
            self.keep_theirs(&document);
            if let Some(map) = &mut self.map {
                map.fingerprint = Some(print);
            }
            self.watch_file();
        }
    }

    /// Takes the version on the disk as one step that can be undone; view and selection stay.
    fn take_disk(&mut self) {
        let Some((_, print, document)) = self.keeping.disk.take() else {
            return;
        };
        let Some(map) = &mut self.map else { return };
        let whole = Box::new(document.as_ref().clone());
        let done = map
            .session
            .apply(Edit::Whole(WholeChange::ReadAgain, whole));
        if let Err(error) = done {
            let line = crate::text::error::edit(&error, self.settings.language);
            self.tell(line);
            return;
        }
        self.adopt(&document, print);
    }

    /// Holds that the file says what the map says.
    fn adopt(&mut self, document: &Arc<Document>, print: Fingerprint) {
        let Some(map) = &mut self.map else { return };
        let committed = Arc::clone(map.session.committed());
        map.session
            .mark_saved(&committed, document.as_ref().clone());
        map.fingerprint = Some(print);
        self.jobs.keep_base(document, map.seal.clone());
        self.keep_theirs(document);
        self.watch_file();
    }

    fn keep_theirs(&self, document: &Arc<Document>) {
        if self.settings.keep_versions {
            let seal = self.map.as_ref().and_then(|map| map.seal.clone());
            self.jobs.keep_version(document, seal);
        }
    }

    /// Takes the answer whether the file is ours to write.
    pub(super) fn take_claim(&mut self, path: &Path, claim: Claim) {
        let language = self.settings.language;
        let Some(map) = &mut self.map else { return };
        if map.path.as_deref() != Some(path) {
            return;
        }
        let before = map.elsewhere();
        map.claim = Some(claim);
        match (before, map.elsewhere()) {
            (false, true) => self.notices.tell(Notice::plain(
                About::Elsewhere,
                words::elsewhere(&name_of(path), language),
            )),
            (true, false) => {
                self.notices.settle(About::Elsewhere);
                self.view.message = Some(words::OURS_AGAIN.get(language).to_owned());
            }
            (false, false) | (true, true) => {}
        }
    }

    /// Tells of copies that a synchroniser left beside the open map.
    pub(super) fn take_copies(&mut self, path: &Path, copies: &[PathBuf]) {
        let language = self.settings.language;
        let ours = self.map.as_ref().and_then(|map| map.path.as_deref()) == Some(path);
        let Some(first) = copies.first().filter(|_| ours) else {
            return;
        };
        self.notices.tell(Notice {
            about: About::Copies,
            sentence: words::copies(&name_of(first), copies.len(), language),
            buttons: vec![(
                words::MERGE.get(language).to_owned(),
                Request::MergeCopy(first.clone()),
            )],
        });
    }

    /// Lays a copy beside the open map to be merged.
    pub(super) fn merge_copy(&mut self, copy: PathBuf) {
        self.notices.settle(About::Copies);
        if let Some(map) = &self.map {
            let mine = Arc::clone(map.session.committed());
            self.jobs.beside(copy, mine, Aim::Merge, map.seal.clone());
        }
    }

    /// Says whether all is written, so that the program may end; tells when a disk does not answer.
    pub(super) fn may_leave(&mut self, ctx: &egui::Context) -> bool {
        if !self.jobs.busy() {
            self.keeping.leaving_since = None;
            return true;
        }
        let time = ctx.input(|input| input.time);
        let since = *self.keeping.leaving_since.get_or_insert(time);
        ctx.request_repaint();
        if time - since < PATIENCE {
            return false;
        }
        self.keeping.leaving_since = None;
        self.quitting = false;
        let language = self.settings.language;
        self.notices.tell(Notice {
            about: About::Leaving,
            sentence: words::STILL_WRITING.get(language).to_owned(),
            buttons: vec![(
                words::QUIT_ANYWAY.get(language).to_owned(),
                Request::QuitAnyway,
            )],
        });
        false
    }
}
