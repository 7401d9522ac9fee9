//! Opening, saving and closing; unsaved work is always asked about.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui;

use super::not_saved::InPlace;
use super::sealed::is_sealed_name;
use super::{After, App, OpenMap, Opening, PathSheet};
use crate::model::{Arrangement, Document, IdSource};
use crate::session::Session;
use crate::storage::{self, Fingerprint, MapSeal, Noticed, Restored};
use crate::text;
use crate::ui::advice::Advice;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::course::Course;
use crate::ui::cx::{PrivacyDeed, Request};
use crate::ui::dialogs::{FileAnswer, FileQuestion};
use crate::ui::inspector::Inspector;
use crate::ui::jobs::{
    BroughtBack, Done, ExpectedFile, LoadError, Loaded, SaveOrder, SavedMap, WayToSave,
};
use crate::ui::keeper::Ending;
use crate::ui::picture::ReportFile;
use crate::ui::private_jobs::SealedFile;
use crate::ui::shell::{About, Answered, Notice, PrivacySheets, Question};
use crate::ui::table::Table;
use crate::ui::view::View;

impl App {
    /// Leaves the open map for something else; asks about unsaved work first.
    pub(super) fn leave_for(&mut self, after: After) {
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
    pub(super) fn answer(&mut self, answer: Answered) {
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
    pub(super) fn question(&self) -> Option<Question> {
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

    fn go_on(&mut self, after: After) {
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

    fn close(&mut self) {
        self.let_map_go();
        self.jobs.watch(None);
        self.view = View::default();
        self.notices.leave_map();
        self.view.message = None;
        self.jobs.begin();
    }

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

    /// Saves to the file of the map, or asks for one.
    pub(super) fn save(&mut self, after: After) {
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
    pub(super) fn save_over(&mut self) {
        if let Some(path) = self.map.as_ref().and_then(|map| map.path.clone()) {
            self.save_to(&path, After::Nothing, Overwrite::Yes);
        }
    }

    fn save_to(&mut self, path: &Path, after: After, overwrite: Overwrite) {
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

    pub(super) fn order_save(
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

    fn take_saved(&mut self, saved: SavedMap) {
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

    pub(super) fn discard(&mut self, offer: usize) {
        if offer < self.offers.len() {
            let offer = self.offers.remove(offer);
            self.jobs.discard(&offer);
        }
    }

    /// Asks for a path with the dialog of the system.
    pub(super) fn ask_file(&mut self, question: FileQuestion, after: After) {
        if self.dialogs.open() {
            return;
        }
        let folder = self
            .map
            .as_ref()
            .and_then(|map| map.path.as_ref())
            .and_then(|path| path.parent());
        let folder = folder.map(Path::to_owned);
        let title = match question {
            FileQuestion::OpenMap => text::files::OPEN_TITLE,
            FileQuestion::SaveMap(_) => text::files::SAVE_TITLE,
            FileQuestion::SaveCopy(_) => text::privacy::SAVE_TITLE,
            FileQuestion::SavePicture(_) => text::files::PICTURE_TITLE,
            FileQuestion::SaveCoursePage(_) => text::course::SAVE_TITLE,
            FileQuestion::OpenLens => text::lens::OPEN_TITLE,
            FileQuestion::SaveLens(_) => text::lens::SAVE_TITLE,
        };
        self.dialogs.ask(
            &question,
            title.get(self.settings.language),
            folder.as_deref(),
        );
        self.asking = Some((question, after));
    }

    pub(super) fn take_dialog_answer(&mut self) {
        let Some(answer) = self.dialogs.answer() else {
            return;
        };
        let Some((question, after)) = self.asking.take() else {
            return;
        };
        match answer {
            FileAnswer::Chosen(path) => self.take_path(&question, path, after),
            FileAnswer::Cancelled => {}
            FileAnswer::Unavailable => {
                let name = match &question {
                    FileQuestion::OpenMap | FileQuestion::OpenLens => String::new(),
                    FileQuestion::SaveMap(name)
                    | FileQuestion::SaveLens(name)
                    | FileQuestion::SaveCopy(name)
                    | FileQuestion::SavePicture(name)
                    | FileQuestion::SaveCoursePage(name) => name.clone(),
                };
                let text = crate::ui::jobs::home_path(&name);
                self.path_sheet = Some(PathSheet {
                    question,
                    after,
                    text,
                });
            }
        }
    }

    pub(super) fn take_path(&mut self, question: &FileQuestion, path: PathBuf, after: After) {
        match question {
            FileQuestion::OpenMap => match (after, &self.map) {
                (After::Beside(aim), Some(map)) => {
                    let mine = Arc::clone(map.session.committed());
                    self.jobs.beside(path, mine, aim, map.seal.clone());
                }
                (_, _) => self.open_path(path),
            },
            FileQuestion::SaveMap(_) => {
                let sealed = self.map.as_ref().is_some_and(|map| map.seal.is_some());
                let path = with_extension(path, sealed);
                if sealed && !is_sealed_name(&path) {
                    self.plain_question = Some((path, after));
                    return;
                }
                // The dialog of the system asked before it gave the name of a file that is there.
                self.save_to(&path, after, Overwrite::Yes);
            }
            FileQuestion::SaveCopy(_) => self.save_copy(path),
            FileQuestion::SavePicture(_) => self.save_picture(path),
            FileQuestion::SaveCoursePage(_) => self.save_course_page(path),
            FileQuestion::OpenLens => self.jobs.open_lens(path),
            FileQuestion::SaveLens(_) => self.save_lens(path, &after),
        }
    }

    /// Saves the course page in the form that the name ends in, else as PDF.
    fn save_course_page(&mut self, path: PathBuf) {
        let Some(map) = &self.map else { return };
        let (path, form) = if let Some(form) = ReportFile::of(&path) {
            (path, form)
        } else {
            let mut longer = path.into_os_string();
            longer.push(".pdf");
            (longer.into(), ReportFile::Pdf)
        };
        let document = map.session.committed();
        self.jobs
            .report(path, form, document, self.settings.language);
    }

    pub(super) fn course_page_name(&self) -> String {
        let page = text::course::PAGE.get(self.settings.language);
        format!("{} - {page}.pdf", self.plain_title())
    }

    fn save_picture(&mut self, path: PathBuf) {
        let Some(map) = &self.map else { return };
        let look = crate::ui::picture::MapPicture {
            size: (1600, 1000),
            theme: if self.theme.dark {
                crate::ui::theme::ThemeName::Dark
            } else {
                crate::ui::theme::ThemeName::Light
            },
            text_percent: 100,
            wall: None,
            language: self.settings.language,
            issue: self.view.issue,
            legend: self.view.legend,
            arrangement: match self.view.arrangement {
                Arrangement::Table => Arrangement::Network,
                shown => shown,
            },
        };
        self.jobs.picture(path, map.session.committed(), look);
    }

    pub(super) fn proposed_name(&self) -> String {
        let sealed = self.map.as_ref().is_some_and(|map| map.seal.is_some());
        let ending = if sealed { "age" } else { "ron" };
        format!("{}.krachtenveld.{ending}", self.plain_title())
    }

    pub(super) fn picture_name(&self) -> String {
        format!("{}.png", self.plain_title())
    }

    fn plain_title(&self) -> String {
        let title = self
            .session()
            .map(|session| session.document().title.clone())
            .unwrap_or_default();
        let plain = file_name(&title);
        if plain.is_empty() {
            text::files::FILE_NAME
                .get(self.settings.language)
                .to_owned()
        } else {
            plain
        }
    }

    pub(super) fn take_dropped_files(&mut self, ctx: &egui::Context) {
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

    pub(super) fn take_close_request(&mut self, ctx: &egui::Context) {
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
    pub(super) fn end_now(&mut self) {
        self.jobs.abandon();
        self.quitting = true;
    }

    /// Puts the title of the map in the bar of the window.
    pub(super) fn title(&mut self, ctx: &egui::Context) {
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

/// Whether a file that changed meanwhile is written over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Overwrite {
    Yes,
    No,
}

pub(super) fn name_of(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// Gives a path the extension of a map unless it has one that the program opens.
fn with_extension(path: PathBuf, sealed: bool) -> PathBuf {
    let name = name_of(&path).to_lowercase();
    if sealed && is_sealed_name(&path) {
        return path;
    }
    if [".ron", ".krachtenveld", ".txt"]
        .iter()
        .any(|known| name.ends_with(known))
    {
        return path;
    }
    let mut longer = path.into_os_string();
    longer.push(if sealed {
        ".krachtenveld.age"
    } else {
        ".krachtenveld.ron"
    });
    longer.into()
}

/// Gives a title as the name of a file: without what some system refuses in names.
pub(super) fn file_name(title: &str) -> String {
    let plain: String = title
        .chars()
        .map(|letter| {
            if letter.is_control() || "<>:\"/\\|?*".contains(letter) {
                ' '
            } else {
                letter
            }
        })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let short: String = words.join(" ").chars().take(80).collect();
    short.trim_end_matches(['.', ' ']).to_owned()
}
