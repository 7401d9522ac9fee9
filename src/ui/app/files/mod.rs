//! Opening, saving and closing; unsaved work is always asked about.

mod choosing;
mod leaving;
mod saving;

pub(super) use choosing::file_name;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::model::{Document, IdSource};
use crate::session::Session;
use crate::storage::{self, Fingerprint, MapSeal, Noticed, Restored};
use crate::text;
use crate::ui::advice::Advice;
use crate::ui::app::{App, OpenMap, Opening};
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::course::Course;
use crate::ui::cx::{PrivacyDeed, Request};
use crate::ui::inspector::Inspector;
use crate::ui::jobs::{BroughtBack, Done, LoadError, Loaded};
use crate::ui::private_jobs::SealedFile;
use crate::ui::shell::{About, Notice, PrivacySheets};
use crate::ui::table::Table;
use crate::ui::view::View;

impl App {
    /// Opens a file, or begins a new map at a path where there is none.
    pub(super) fn open_path(&mut self, path: PathBuf) {
        self.notices.settle(About::Opening);
        self.notices.settle(About::Returned);
        self.opening = Opening::Asked;
        self.jobs.load(path);
    }

    fn open_built_in(&mut self, name: &str) {
        let Some(built_in) = storage::built_in::find(name) else {
            return;
        };
        if let Ok(loaded) = storage::read(built_in.text.as_bytes()) {
            let mut ids = IdSource::new(self.out.fresh_seed());
            let document = crate::session::begin::from_built_in(loaded.document, &mut ids);
            self.show_new(document, None);
        }
    }

    /// Shows a map that has no file yet.
    pub(super) fn show_new(&mut self, document: Document, path: Option<PathBuf>) {
        let session = Session::new(document, self.out.fresh_seed());
        self.show_map(session, path, None);
    }

    pub(super) fn show_map(
        &mut self,
        session: Session,
        path: Option<PathBuf>,
        fingerprint: Option<Fingerprint>,
    ) {
        self.show_map_with(session, path, fingerprint, None);
    }

    /// Shows a map that is sealed with something, or with nothing.
    pub(super) fn show_map_with(
        &mut self,
        session: Session,
        path: Option<PathBuf>,
        fingerprint: Option<Fingerprint>,
        seal: Option<Arc<MapSeal>>,
    ) {
        self.let_map_go();
        self.notices.leave_map();
        self.only_in_place = None;
        let recovery =
            self.jobs
                .open_recovery(session.document().id, self.out.fresh_seed(), seal.clone());
        self.jobs.keep_base(session.committed(), seal.clone());
        self.privacy = PrivacySheets::default();
        self.returned = None;
        self.map = Some(OpenMap {
            session,
            path,
            fingerprint,
            recovery,
            saving: false,
            kept: super::keeping::Kept::default(),
            claim: None,
            seal,
            over_newer: false,
        });
        self.view = View {
            legend: self.view.legend,
            ..View::default()
        };
        self.canvas = Canvas::default();
        self.canvas.focus();
        self.inspector = Inspector::default();
        self.advice = Advice::default();
        self.course = Course::default();
        self.table = Table::default();
        self.unsaved_question = None;
        self.changed_file = None;
        self.after_save = None;
        self.begin_keeping();
    }

    /// Ends keeping snapshots of the open map; what was not saved can be brought back for a week.
    fn let_map_go(&mut self) {
        self.snapshot();
        if let Some(map) = self.map.take() {
            self.jobs.finish_recovery(&map.recovery, map.ending());
        }
    }

    pub(super) fn take_done(&mut self, done: Done) {
        match done {
            Done::Loaded(loaded) => self.take_loaded(*loaded),
            Done::Saved(saved) => self.take_saved(*saved),
            Done::Beside(beside) => self.take_beside(*beside),
            Done::Private(private) => self.take_private(*private),
            Done::Pictured(Ok(path)) => {
                self.view.message = Some(text::files::picture_saved(
                    &name_of(&path),
                    self.settings.language,
                ));
            }
            Done::LensRead(path, read) => self.take_lens(&name_of(&path), *read),
            Done::LensSaved(path, Ok(())) => {
                let language = self.settings.language;
                self.view.message = Some(text::lens::saved(&name_of(&path), language));
            }
            Done::LensSaved(path, Err(error)) => {
                let language = self.settings.language;
                self.tell(text::lens::not_saved(&name_of(&path), &error, language));
            }
            Done::Reported(Ok(path)) => {
                let language = self.settings.language;
                self.view.message = Some(text::course::page_saved(&name_of(&path), language));
            }
            Done::Reported(Err(error)) => self.tell(text::error::report(
                &error.to_string(),
                self.settings.language,
            )),
            Done::Pictured(Err(error)) => self.tell(text::error::picture(
                &error.to_string(),
                self.settings.language,
            )),
            Done::Recent(recent) => {
                self.recent = recent;
                self.shell.recent = self.recent.iter().map(crate::ui::jobs::shown).collect();
            }
            Done::Offers(offers) => self.take_offers(offers),
            Done::Restored(Ok(restored)) => self.show_restored(*restored),
            Done::Restored(Err(error)) => {
                self.tell(text::error::recovery(&error, self.settings.language));
            }
            Done::SnapshotFailed(error) => self.no_snapshot(&error),
            Done::OnDisk(path, seen) => self.take_on_disk(path, seen),
            Done::Claimed(path, claim) => self.take_claim(&path, claim),
            Done::Copies(path, copies) => self.take_copies(&path, &copies),
            Done::Versions(versions) => self.take_versions(versions),
            Done::KeptVersion(time, document) => self.offer_version(time, document),
            Done::Fell => self.fell(),
        }
    }

    /// Shows restored work as not saved, going on from its file where that is still the same.
    pub(super) fn show_restored(&mut self, back: BroughtBack) {
        let BroughtBack {
            restored:
                Restored {
                    document,
                    saved,
                    line,
                },
            automatic,
            offer,
            seal,
        } = back;
        let (saved, fingerprint) = saved.unzip();
        let seed = self.out.fresh_seed();
        let session = Session::unsaved_since(document, automatic, saved, seed);
        self.show_map_with(session, offer.path.clone(), fingerprint, seal);
        if !line.is_empty() {
            self.entering.start_with(&line);
        }
        // The old snapshot goes only once the map has one of its own.
        self.keep_again();
        self.snapshot();
        self.jobs.discard(&offer);
    }

    fn take_loaded(&mut self, loaded: Loaded) {
        let language = self.settings.language;
        self.opening = Opening::No;
        match loaded {
            Loaded::Map {
                path,
                document,
                fingerprint,
                notices,
                automatic,
            } => {
                if self.is_returned(&path, &document) {
                    self.offer_merge(path, fingerprint, (*document, automatic));
                    return;
                }
                self.show_map(
                    Session::placed(*document, automatic, self.seed),
                    Some(path.clone()),
                    Some(fingerprint),
                );
                self.tell_notices(&notices);
                self.view.report = Arc::new(notices);
                self.remember(&path);
                self.notice_retention();
            }
            Loaded::Sealed { path, bytes } => self.ask_passphrase(SealedFile {
                path,
                bytes: Arc::new(bytes),
                beside: None,
            }),
            Loaded::Absent { path } => {
                let mut ids = IdSource::new(self.out.fresh_seed());
                let document = crate::session::begin::from_value("", language, &mut ids);
                self.show_new(document, Some(path));
            }
            Loaded::Failed { path, error } => {
                let reason = super::sealed::reason(&error, language);
                let line = text::error::load(&name_of(&path), &reason, language);
                self.tell_about(About::Opening, line);
                if matches!(&error, LoadError::Content(_)) {
                    self.look_for_version(&path);
                }
                let other_letters = matches!(
                    &error,
                    LoadError::Content(error) if error.fault == storage::Fault::NotUtf8
                );
                if other_letters {
                    let words = text::privacy::AS_WINDOWS.get(language).to_owned();
                    let deed = Request::Privacy(PrivacyDeed::AsWindows(path));
                    self.notices.add_button(About::Opening, (words, deed));
                }
            }
        }
    }

    pub(super) fn tell(&mut self, line: String) {
        self.tell_about(About::Other, line);
    }

    pub(super) fn tell_about(&mut self, about: About, line: String) {
        self.notices.tell(Notice::plain(about, line));
    }

    /// Tells in one sentence what was noticed when a map was opened, with the way to the rest.
    pub(super) fn tell_notices(&mut self, notices: &[Noticed]) {
        let language = self.settings.language;
        let sentence = match notices {
            [] => return,
            [only] => text::error::notice(only, language),
            all => text::report::summary(all.len(), language),
        };
        let words = text::report::SHOW.get(language).to_owned();
        self.notices.tell(Notice {
            about: About::Opening,
            sentence,
            buttons: vec![(words, Request::Run(Command::Report))],
        });
    }

    pub(super) fn remember(&mut self, path: &Path) {
        let sealed = self.map.as_ref().is_some_and(|map| map.seal.is_some());
        let title = if sealed {
            // What a sealed map is about does not stand in the settings.
            name_of(path)
        } else {
            self.session()
                .map(|session| session.document().title.clone())
                .unwrap_or_default()
        };
        let id = self
            .session()
            .map(|session| session.document().id.to_string())
            .unwrap_or_default();
        if self.settings.keep_recent {
            self.recent.retain(|recent| recent.path != path);
            self.recent.insert(
                0,
                crate::ui::jobs::Recent {
                    path: path.to_owned(),
                    title,
                    day: self.today.to_string(),
                    id,
                },
            );
            self.recent.truncate(10);
            self.shell.recent = self.recent.iter().map(crate::ui::jobs::shown).collect();
        }
        self.keep_settings();
    }

    pub(super) fn discard(&mut self, offer: usize) {
        if offer < self.offers.len() {
            let offer = self.offers.remove(offer);
            self.jobs.discard(&offer);
        }
    }
}

pub(super) fn name_of(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}
