//! Everything that can be ordered.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use crate::merge::{self};
use crate::model::{Document, DocumentId, IdSource, Language};
use crate::session::Automatic;
use crate::storage::{self, Fs as _, MapSeal, SaveError, SystemFs, Version, Work as Unfinished};
use crate::ui::keeper::{Claim, Deed, Ending, SharedRecovery, Watched, lock};
use crate::ui::picture::{MapPicture, ReportFile};
use crate::ui::private_jobs::lay_beside;
use crate::ui::settings::{Settings, SettingsFile};

use super::disk::{load, read_settings_file, save, write_picture, write_report};
use super::{
    Done, EarlierVersion, Folders, Jobs, LoadError, Loaded, Offer, Recent, SaveOrder, SavedMap,
};

impl Jobs {
    /// Reads what the user set, or what fits the system when there is nothing yet.
    pub fn read_settings(folders: &Folders) -> Settings {
        read_settings_file(folders).settings()
    }

    /// Keeps what the user set.
    pub fn keep_settings(&self, settings: &Settings, recent: &[Recent]) {
        let file = SettingsFile::of(settings, recent);
        let path = self.folders.settings.clone();
        self.work(move || {
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder).ok()?;
            }
            // Settings that cannot be kept are no reason to disturb a session.
            std::fs::write(&path, file.text()).ok()?;
            None
        });
    }

    /// Opens a file.
    pub fn load(&self, path: PathBuf) {
        self.work(move || {
            let mut loaded = load(path);
            if let Loaded::Map {
                document,
                automatic,
                ..
            } = &mut loaded
            {
                *automatic = Automatic::of(document);
            }
            Some(Done::Loaded(Box::new(loaded)))
        });
    }

    /// Reads a map to lay beside the open one, and finds what both come from.
    pub(crate) fn beside(
        &self,
        path: PathBuf,
        mine: Arc<Document>,
        aim: crate::ui::shell::Aim,
        seal: Option<Arc<MapSeal>>,
    ) {
        let root = self.folders.bases();
        self.work(move || {
            let beside = lay_beside(mine, load(path), aim, &root, seal.as_deref());
            Some(Done::Beside(Box::new(beside)))
        });
    }

    /// Keeps a map that was opened or saved as a possible base; where that fails a merge does without.
    pub(crate) fn keep_base(&self, document: &Arc<Document>, seal: Option<Arc<MapSeal>>) {
        let (document, root) = (Arc::clone(document), self.folders.bases());
        self.work(move || {
            match seal {
                None => storage::keep_base(&SystemFs, &root, &document).ok()?,
                Some(seal) => {
                    storage::keep_closed_base(&SystemFs, &root, &document, &seal).ok()?;
                }
            }
            None
        });
    }

    /// Saves a map; refuses when the file is another than expected.
    pub fn save(&self, order: SaveOrder) {
        let (claims, locks) = (self.claims.clone(), self.folders.locks());
        let recovery = self.folders.recovery.clone();
        self.work(move || {
            let mut ids = IdSource::new(order.seed);
            let revised =
                storage::with_new_revision(&order.document, order.before.as_deref(), &mut ids);
            let result = match claims.claim(&locks, &order.path) {
                Claim::Elsewhere => Err(SaveError::OpenElsewhere {
                    path: order.path.clone(),
                }),
                Claim::Ours(_) | Claim::Unknown => {
                    let saved = save(&order, &revised, &recovery);
                    saved.map(|saved| (revised, saved.fingerprint))
                }
            };
            Some(Done::Saved(Box::new(SavedMap {
                path: order.path,
                written: order.document,
                expected: order.expected,
                result,
            })))
        });
    }

    /// Reads a lens.
    pub fn open_lens(&self, path: PathBuf) {
        self.work(move || {
            let read = match SystemFs.read(&path) {
                Ok(bytes) => storage::read_lens(&bytes).map_err(LoadError::from),
                Err(error) => Err(LoadError::Disk(error)),
            };
            Some(Done::LensRead(path, Box::new(read)))
        });
    }

    /// Saves the text of a lens.
    pub fn save_lens(&self, path: PathBuf, text: String) {
        self.work(move || {
            let saved = std::fs::write(&path, text);
            Some(Done::LensSaved(path, saved))
        });
    }

    /// Saves a picture of a map.
    pub fn picture(&self, path: PathBuf, document: &Arc<Document>, look: MapPicture) {
        let document = Arc::clone(document);
        self.work(move || {
            Some(Done::Pictured(
                write_picture(&path, &document, &look).map(|()| path),
            ))
        });
    }

    /// Saves the course page of a map.
    pub fn report(
        &self,
        path: PathBuf,
        form: ReportFile,
        document: &Arc<Document>,
        language: Language,
    ) {
        let document = Arc::clone(document);
        self.work(move || {
            Some(Done::Reported(
                write_report(&path, form, &document, language).map(|()| path),
            ))
        });
    }

    /// Opens the recovery store of a map; the number tells this run of the program from others.
    pub(crate) fn open_recovery(
        &self,
        document: DocumentId,
        instance: u64,
        seal: Option<Arc<MapSeal>>,
    ) -> SharedRecovery {
        let store = SharedRecovery::default();
        self.keep(Deed::Open(Arc::clone(&store), document, instance, seal));
        store
    }

    /// Keeps a snapshot.
    pub(crate) fn snapshot(&self, store: &SharedRecovery, work: Unfinished) {
        *lock(&self.unsaved) = Some((Arc::clone(store), work.clone()));
        self.keep(Deed::Snapshot(Arc::clone(store), work));
    }

    /// Drops the snapshots of a map that was saved as it is.
    pub(crate) fn clear_recovery(&self, store: &SharedRecovery) {
        *lock(&self.unsaved) = None;
        self.keep(Deed::Clear(Arc::clone(store)));
    }

    /// Closes the recovery store of a map.
    pub(crate) fn finish_recovery(&self, store: &SharedRecovery, ending: Ending) {
        *lock(&self.unsaved) = None;
        self.keep(Deed::Finish(Arc::clone(store), ending));
    }

    /// Restores unsaved work.
    pub fn restore(&self, offer: &Offer) {
        self.keep(Deed::Restore(offer.clone()));
    }

    /// Throws unsaved work away.
    pub fn discard(&self, offer: &Offer) {
        self.keep(Deed::Discard(offer.clone()));
    }

    /// Throws all unsaved work away that no window has open.
    pub fn wipe(&self) {
        self.keep(Deed::Wipe);
    }

    /// Watches the file of the open map, or none.
    pub(crate) fn watch(&self, watched: Option<Watched>) {
        self.keep(Deed::Watch(watched));
    }

    /// Looks now whether another program changed the watched file.
    pub(crate) fn look(&self) {
        self.keep(Deed::Look);
    }

    /// Claims a file for this window.
    pub(crate) fn claim(&self, path: &Path) {
        let (claims, locks) = (self.claims.clone(), self.folders.locks());
        let wanted = path.to_owned();
        self.work(move || {
            let claim = claims.claim(&locks, &wanted);
            Some(Done::Claimed(wanted, claim))
        });
    }

    /// Looks for copies that a synchroniser left beside a map, and clears what a killed program left there.
    pub(crate) fn look_beside(&self, path: &Path, document: &Arc<Document>) {
        let (path, document) = (path.to_owned(), Arc::clone(document));
        self.work(move || {
            if let Some(folder) = path.parent() {
                storage::sweep(&SystemFs, folder, SystemTime::now());
            }
            let copies = storage::conflict_copies(&SystemFs, &path, &document);
            (!copies.is_empty()).then_some(Done::Copies(path, copies))
        });
    }

    /// Keeps a map as an earlier version; where that fails the map itself is safe in its file.
    pub(crate) fn keep_version(&self, document: &Arc<Document>, seal: Option<Arc<MapSeal>>) {
        let (document, root) = (Arc::clone(document), self.folders.versions());
        self.work(move || {
            let (seal, now) = (seal.as_deref(), SystemTime::now());
            storage::keep_version(&SystemFs, &root, &document, seal, now).ok()?;
            None
        });
    }

    /// Reads the newest version of a map that anybody can read.
    pub(crate) fn newest_version(&self, document: DocumentId) {
        let root = self.folders.versions();
        self.work(move || {
            let versions = storage::versions(&SystemFs, &root, document);
            versions.iter().find_map(|version| {
                let kept = storage::read_version(&SystemFs, version, None).ok()?;
                Some(Done::KeptVersion(version.time, Arc::new(kept)))
            })
        });
    }

    /// Reads the earlier versions of a map and what they differ in.
    pub(crate) fn versions(&self, document: &Arc<Document>, seal: Option<Arc<MapSeal>>) {
        let (document, root) = (Arc::clone(document), self.folders.versions());
        self.work(move || {
            let read = |version: &Version| {
                let earlier = storage::read_version(&SystemFs, version, seal.as_deref()).ok()?;
                Some(EarlierVersion {
                    time: version.time,
                    changes: merge::compare(&earlier, &document),
                    document: Arc::new(earlier),
                })
            };
            let versions = storage::versions(&SystemFs, &root, document.id);
            Some(Done::Versions(versions.iter().filter_map(read).collect()))
        });
    }
}
