//! Looking back at earlier versions of the open map, and going back to one.

use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use jiff::tz::TimeZone;

use super::{After, App};
use crate::edit::{Edit, WholeChange};
use crate::merge::Merge;
use crate::model::Document;
use crate::session::Session;
use crate::text::keeping as words;
use crate::ui::cx::Request;
use crate::ui::jobs::EarlierVersion;
use crate::ui::shell::{About, Aim, Beside, VersionDeed, Versions};
use crate::ui::view::Overlay;

impl App {
    /// Reads the earlier versions, to be shown.
    pub(super) fn show_versions(&mut self) {
        if let Some(map) = &self.map {
            self.versions = None;
            self.jobs
                .versions(map.session.committed(), map.seal.clone());
            let reading = words::READING.get(self.settings.language);
            self.view.message = Some(reading.to_owned());
        }
    }

    /// Shows the earlier versions that were read.
    pub(super) fn take_versions(&mut self, versions: Vec<EarlierVersion>) {
        let timed = versions.into_iter().map(|version| {
            let when =
                jiff::Timestamp::try_from(version.time).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
            (TimeZone::system().to_datetime(when), version)
        });
        self.versions = Some(Versions(timed.collect()));
        self.view.message = None;
        if self.map.is_some() {
            self.view.overlay = Some(Overlay::Versions);
        }
    }

    /// Does something with an earlier version.
    pub(super) fn with_version(&mut self, deed: VersionDeed, place: usize) {
        let language = self.settings.language;
        let found = self.versions.as_ref().and_then(|all| all.0.get(place));
        let (Some((when, version)), Some(map)) = (found, &self.map) else {
            return;
        };
        let document = Arc::clone(&version.document);
        let name = words::version_of(&words::moment(*when, self.today, language), language);
        match deed {
            VersionDeed::Compare => {
                let mine = map.session.committed().as_ref();
                let merge = Merge::new(Some(mine.clone()), mine.clone(), document.as_ref().clone());
                self.beside = Some(Beside::new(name, Aim::Compare, merge));
                self.view.overlay = Some(Overlay::Beside);
            }
            VersionDeed::PutBack => {
                let mut document = document.as_ref().clone();
                document
                    .lineage
                    .clone_from(&map.session.committed().lineage);
                self.change(Edit::Whole(WholeChange::PutBack, Box::new(document)));
                self.view.overlay = None;
                if !self.refuses_change() {
                    self.view.message = Some(words::IS_PUT_BACK.get(language).to_owned());
                }
            }
            VersionDeed::Copy => self.leave_for(After::OpenCopy(document)),
        }
    }

    /// Looks whether an earlier version of a file that does not open was kept.
    pub(super) fn look_for_version(&self, path: &Path) {
        let known = self.recent.iter().find(|recent| recent.path == path);
        if let Some(id) = known.and_then(|recent| recent.id.parse().ok()) {
            self.jobs.newest_version(id);
        }
    }

    /// Offers the newest version of a file that does not open.
    pub(super) fn offer_version(&mut self, time: SystemTime, document: Arc<Document>) {
        let language = self.settings.language;
        let when = jiff::Timestamp::try_from(time).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        let when = TimeZone::system().to_datetime(when);
        let text = words::open_kept(&words::moment(when, self.today, language), language);
        let button = (text, Request::OpenKept(document));
        self.notices.add_button(About::Opening, button);
    }

    /// Opens an earlier version as a map without a file.
    pub(super) fn open_copy(&mut self, document: &Document) {
        let session = Session::unsaved(document.clone(), self.out.fresh_seed());
        self.show_map(session, None, None);
        self.keep_again();
    }
}
