//! What was not saved or kept: why, with the ways out; also over the file itself, when the user chooses so.

use std::path::PathBuf;

use super::files::name_of;
use super::{After, App};
use crate::storage::{Offers, SaveError};
use crate::text;
use crate::ui::command::Command;
use crate::ui::cx::{DiskAnswer, Request};
use crate::ui::jobs::{ExpectedFile, WayToSave};
use crate::ui::shell::{About, Notice};

/// A file that was to be saved, and how: kept for when it can be written only in place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct InPlace {
    pub(super) path: PathBuf,
    pub(super) after: After,
    pub(super) expected: ExpectedFile,
}

impl App {
    /// Tells why a map was not saved, with the ways out.
    pub(super) fn save_failed(&mut self, file: InPlace, error: &SaveError) {
        let language = self.settings.language;
        if matches!(error, SaveError::ChangedOnDisk { .. }) {
            self.changed_file = Some((file.path, file.after));
            return;
        }
        let again = match error {
            SaveError::Vanished { .. } => Some((
                text::keeping::SAVE_ANEW,
                Request::Disk(DiskAnswer::SaveAnew),
            )),
            SaveError::DiskFull { .. }
            | SaveError::ReadOnly { .. }
            | SaveError::Permission { .. }
            | SaveError::NoFolder { .. }
            | SaveError::Busy { .. }
            | SaveError::NoCopyFirst(_)
            | SaveError::BrokenInPlace { .. }
            | SaveError::Io { .. } => Some((text::keeping::RETRY, Request::Run(Command::Save))),
            SaveError::OnlyInPlace { .. } => Some((text::keeping::IN_PLACE, Request::AskInPlace)),
            SaveError::Unreadable(_)
            | SaveError::Different
            | SaveError::TooBig { .. }
            | SaveError::ChangedOnDisk { .. }
            | SaveError::NotAFile { .. }
            | SaveError::NotSealed(_)
            | SaveError::OpenElsewhere { .. }
            | SaveError::BadName { .. } => None,
        };
        let elsewhere = (text::sheets::SAVE_COPY, Request::Run(Command::SaveAs));
        let buttons = again.into_iter().chain([elsewhere]);
        self.notices.tell(Notice {
            about: About::Saving,
            sentence: text::error::save(&name_of(&file.path), error, language),
            buttons: buttons
                .map(|(text, request)| (text.get(language).to_owned(), request))
                .collect(),
        });
        if matches!(error, SaveError::OnlyInPlace { .. }) {
            self.only_in_place = Some(file);
        }
    }

    /// Asks whether a file is to be written over itself.
    pub(super) fn ask_in_place(&mut self) {
        self.in_place_question = self.only_in_place.is_some();
    }

    /// Writes over the file itself, as the user chose after the risk was told.
    pub(super) fn save_in_place(&mut self, file: InPlace) {
        let seed = self.out.fresh_seed();
        let InPlace {
            path,
            after,
            expected,
        } = file;
        self.order_save(&path, after, expected, WayToSave::InPlace, seed);
    }

    /// Shows what can be brought back, and tells of what was too old.
    pub(super) fn take_offers(&mut self, offers: Offers) {
        self.offers = offers.offers;
        if offers.expired > 0 {
            let line = text::keeping::expired(offers.expired, self.settings.language);
            self.tell_about(About::Store, line);
        }
    }

    /// Tells once that no recovery copies can be kept.
    pub(super) fn no_snapshot(&mut self, error: &SaveError) {
        if !self.snapshot_failed {
            self.snapshot_failed = true;
            let line = text::error::snapshot(error, self.settings.language);
            self.tell_about(About::Store, line);
        }
    }
}
