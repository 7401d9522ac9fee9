//! Sealed maps: their passphrase is asked, and kept in memory as long as the map is open.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::App;
use super::files::name_of;
use crate::model::Language;
use crate::session::Session;
use crate::storage::{self, RecoveryError, UnsealError};
use crate::text::{self, privacy as words};
use crate::ui::jobs::{BroughtBack, LoadError, Offer};
use crate::ui::private_jobs::{Opened, SealedFile};
use crate::ui::shell::{About, PassphraseAim, PassphraseSheet, Typed};

impl App {
    /// Asks for the passphrase of a sealed file; one that no passphrase opens is refused at once.
    pub(super) fn ask_passphrase(&mut self, file: SealedFile) {
        let language = self.settings.language;
        let name = name_of(&file.path);
        if let Some(error) = storage::hopeless(&file.bytes) {
            let why = text::share::unseal(&error, language);
            self.tell_about(About::Opening, text::error::load(&name, &why, language));
            return;
        }
        self.passphrase = Some(PassphraseSheet::new(PassphraseAim::File(file), name));
    }

    /// Asks for the passphrase of unsaved work.
    pub(super) fn ask_passphrase_of(&mut self, offer: Offer) {
        let name = words::SEALED_MAP.get(self.settings.language).to_owned();
        let aim = PassphraseAim::Restore(Box::new(offer));
        self.passphrase = Some(PassphraseSheet::new(aim, name));
    }

    /// Follows what was typed in the sheet for a passphrase.
    pub(super) fn take_typed(&mut self, typed: Typed) {
        let passphrase = match typed {
            Typed::Left => {
                self.passphrase = None;
                return;
            }
            Typed::Passphrase(passphrase) => passphrase,
        };
        let Some(sheet) = &mut self.passphrase else {
            return;
        };
        let cancel = Arc::new(AtomicBool::new(false));
        sheet.working = Some(Arc::clone(&cancel));
        sheet.error = None;
        match sheet.aim.clone() {
            PassphraseAim::File(file) => self.jobs.unseal(file, passphrase, cancel),
            PassphraseAim::Restore(offer) => {
                self.jobs.restore_sealed(*offer, passphrase, cancel);
            }
        }
    }

    pub(super) fn take_unsealed(&mut self, result: Result<Box<Opened>, LoadError>) {
        let language = self.settings.language;
        match result {
            Ok(opened) => {
                // Whoever stopped it meanwhile wants the open map.
                if self.passphrase.take().is_some() {
                    self.show_opened(*opened);
                }
            }
            Err(error) => {
                let why = reason(&error, language);
                self.passphrase_failed(&error, why);
            }
        }
    }

    fn passphrase_failed(&mut self, error: &LoadError, why: String) {
        if matches!(error, LoadError::Sealed(UnsealError::Cancelled)) {
            return;
        }
        if let Some(sheet) = &mut self.passphrase {
            sheet.working = None;
            sheet.error = Some(why);
        }
    }

    pub(super) fn take_restored(&mut self, result: Result<Box<BroughtBack>, RecoveryError>) {
        match result {
            Ok(restored) => {
                if self.passphrase.take().is_some() {
                    self.show_restored(*restored);
                }
            }
            Err(error) => {
                let why = text::error::recovery(&error, self.settings.language);
                if let Some(sheet) = &mut self.passphrase {
                    sheet.working = None;
                    sheet.error = Some(why);
                }
            }
        }
    }

    fn show_opened(&mut self, opened: Opened) {
        let Opened {
            path,
            document,
            fingerprint,
            notices,
            automatic,
            seal,
        } = opened;
        if self.is_returned(&path, &document) {
            self.offer_merge(path, fingerprint, (document, automatic));
            return;
        }
        let session = Session::placed(document, automatic, self.seed);
        self.show_map_with(session, Some(path.clone()), Some(fingerprint), Some(seal));
        self.tell_notices(&notices);
        self.view.report = Arc::new(notices);
        let told = words::OPENED_SEALED.get(self.settings.language);
        self.view.message = Some(told.to_owned());
        self.remember(&path);
        self.notice_retention();
    }
}

/// Says why a file does not open.
pub(super) fn reason(error: &LoadError, language: Language) -> String {
    match error {
        LoadError::Disk(error) => text::error::disk(error, language),
        LoadError::Content(error) => text::error::read(error, language),
        LoadError::Sealed(error) => text::share::unseal(error, language),
    }
}

/// Says whether a map at this path is saved sealed.
pub(super) fn is_sealed_name(path: &Path) -> bool {
    name_of(path).to_lowercase().ends_with(".age")
}
