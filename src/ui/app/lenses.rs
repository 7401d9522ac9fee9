//! The lenses that a map can use, and lenses from and to files.

use std::path::PathBuf;
use std::sync::Arc;

use super::{After, App};
use crate::session::lens::bring_in;
use crate::storage::{LoadedLens, print_lens};
use crate::text::lens as words;
use crate::ui::dialogs::FileQuestion;
use crate::ui::jobs::LoadError;
use crate::ui::view::{Panel, catalogue_of};

impl App {
    /// Makes the catalogue anew when the map has other lenses of its own.
    pub(super) fn follow_lenses(&mut self) {
        let own = self
            .seen_session()
            .map(|session| Arc::clone(&session.document().own_lenses))
            .unwrap_or_default();
        let same =
            Arc::ptr_eq(&own, &self.lenses_of) || (own.is_empty() && self.lenses_of.is_empty());
        if same {
            return;
        }
        self.view.lenses = catalogue_of(&own);
        self.lenses_of = own;
    }

    /// Shows a lens in the inspector.
    pub(super) fn show_lens(&mut self, lens: String) {
        self.view.panel = Panel::Inspector;
        self.panel_over_map = true;
        self.inspector.open_lens(lens);
    }

    /// Asks where a lens will stand.
    pub(super) fn ask_to_save_lens(&mut self, lens: &str) {
        if self.view.lenses.get(lens).is_some() {
            let question = FileQuestion::SaveLens(format!("{lens}.lens.ron"));
            self.ask_file(question, After::SaveLens(lens.to_owned()));
        }
    }

    /// Saves a lens in a file.
    pub(super) fn save_lens(&mut self, path: PathBuf, after: &After) {
        let After::SaveLens(id) = after else { return };
        let Some(lens) = self.view.lenses.get(id) else {
            return;
        };
        let path = if path.extension().is_none() {
            path.with_extension("lens.ron")
        } else {
            path
        };
        self.jobs.save_lens(path, print_lens(lens));
    }

    /// Takes a lens that was read into the map, or says why not.
    pub(super) fn take_lens(&mut self, name: &str, read: Result<LoadedLens, LoadError>) {
        let language = self.settings.language;
        let refused = |sentence: &str| words::refused(name, sentence, language);
        let loaded = match read {
            Ok(loaded) => loaded,
            Err(LoadError::Disk(error)) => {
                let sentence = crate::text::error::disk(&error, language);
                self.tell(crate::text::error::load(name, &sentence, language));
                return;
            }
            Err(LoadError::Sealed(error)) => {
                self.tell(refused(&crate::text::share::unseal(&error, language)));
                return;
            }
            Err(LoadError::Content(error)) => {
                self.tell(refused(&crate::text::error::read(&error, language)));
                return;
            }
        };
        if !loaded.faults.is_empty() {
            self.tell(refused(&words::faults_of_file(&loaded.faults, language)));
            return;
        }
        let Some(map) = &self.map else { return };
        let edit = bring_in(map.session.document(), &loaded.lens);
        self.change(edit);
        self.follow_lenses();
        let title = words::say(&loaded.lens.title, language);
        self.view.message = Some(words::loaded(title, language));
        self.view.panel = Panel::Lenses;
    }
}
