//! Recovery: what was done since the last save survives a crash and a power cut.
//!
//! Each open map has a folder of its own in the user's data folder, never beside the map and never in a folder that the
//! system cleans. Every snapshot is a whole map with a last line that proves it complete; the two newest are kept. A
//! lock that the system frees when the program ends tells the folders of running programs from those left behind.
//! Undo history is not kept. Everything here may run on another thread; nothing here starts one.

mod snapshot;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::SystemTime;

use super::fs::{Fs, Lock};
use super::read::{ReadError, read};
use super::save::{SaveError, save_error};
use super::{MapSeal, Passphrase, UnsealError};
use crate::model::{Document, DocumentId};

use snapshot::{Snapshot, seal, seal_closed};

/// The file whose lock says that a program is running.
const LOCK: &str = "lock";
/// The file with the key of the snapshots of a sealed map, itself sealed with the passphrase.
const KEY: &str = "key.age";

/// Gives the folder of the recovery store of this user; `None` where the system names none.
pub fn recovery_root() -> Option<PathBuf> {
    directories::ProjectDirs::from("nl", "", "krachtenveld")
        .map(|folders| folders.data_local_dir().join("recovery"))
}

/// Why a map was not recovered.
#[derive(Debug, thiserror::Error)]
pub enum RecoveryError {
    /// The snapshot is not there any more or cannot be read from the disk.
    #[error("{source}: {}", path.display())]
    Io {
        /// What the system said.
        source: io::Error,
        /// The snapshot.
        path: PathBuf,
    },
    /// The snapshot is damaged.
    #[error("the snapshot is damaged: {}", path.display())]
    Damaged {
        /// The snapshot.
        path: PathBuf,
    },
    /// The snapshot is of a sealed map and does not open with this passphrase.
    #[error("{source}: {}", path.display())]
    Sealed {
        /// Why not.
        source: UnsealError,
        /// The snapshot.
        path: PathBuf,
    },
    /// The snapshot holds no map.
    #[error("{source}: {}", path.display())]
    Unreadable {
        /// What is wrong with it.
        source: ReadError,
        /// The snapshot.
        path: PathBuf,
    },
}

/// The snapshots of one open map.
pub struct Recovery {
    fs: Arc<dyn Fs>,
    folder: PathBuf,
    next: u64,
    lock: Option<Lock>,
    seal: Option<Arc<MapSeal>>,
}

impl std::fmt::Debug for Recovery {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Recovery")
            .field("folder", &self.folder)
            .field("next", &self.next)
            .finish_non_exhaustive()
    }
}

impl Recovery {
    /// Starts keeping snapshots of a map; `instance` tells this run of the program from others.
    pub fn open(
        fs: Arc<dyn Fs>,
        root: &Path,
        document: DocumentId,
        instance: u64,
    ) -> Result<Self, SaveError> {
        let folder = root.join(format!("{document}-{instance:016x}"));
        let failed = |error| save_error(error, &folder);
        fs.create_dir(&folder).map_err(failed)?;
        let lock = fs.try_lock(&folder.join(LOCK)).map_err(failed)?;
        // A torn snapshot of an earlier run keeps its number.
        let next = numbered(&*fs, &folder)
            .map_err(failed)?
            .last()
            .map_or(1, |(number, _)| number + 1);
        Ok(Self {
            fs,
            folder,
            next,
            lock,
            seal: None,
        })
    }

    /// Closes every snapshot from now on for the key of a sealed map; the key lies beside them, sealed.
    pub fn sealed(mut self, seal: Arc<MapSeal>) -> Result<Self, SaveError> {
        self.clear();
        let file = self.folder.join(KEY);
        let failed = |error| save_error(error, &file);
        if self.fs.stat(&file).is_ok() {
            self.fs.remove(&file).map_err(failed)?;
        }
        self.fs
            .write_new(&file, seal.key().as_bytes(), None)
            .map_err(failed)?;
        self.seal = Some(seal);
        Ok(self)
    }

    /// Keeps a map as it is now; gives the number of the snapshot once it is on the disk.
    pub fn snapshot(&mut self, document: &Document, path: Option<&Path>) -> Result<u64, SaveError> {
        let number = self.next;
        self.next += 1;
        let file = self.folder.join(file_name(number));
        let failed = |error| save_error(error, &file);
        let bytes = match &self.seal {
            None => seal(document, path, number),
            Some(key) => {
                seal_closed(document, path, number, key).map_err(SaveError::NotSealed)?
            }
        };
        if let Err(error) = self.fs.write_new(&file, &bytes, None) {
            drop(self.fs.remove(&file));
            return Err(failed(error));
        }
        self.fs.sync_dir(&self.folder).map_err(failed)?;
        self.drop_older_than_two();
        Ok(number)
    }

    /// Drops the snapshots after a save; the next change makes a new one.
    pub fn clear(&mut self) {
        if let Ok(found) = numbered(&*self.fs, &self.folder) {
            for (_, file) in found {
                // What stays is older than the saved map, and is recognised as such.
                drop(self.fs.remove(&file));
            }
        }
    }

    /// Ends keeping snapshots, after a save or when the user lets the changes go.
    pub fn finish(mut self) {
        self.clear();
        self.lock = None;
        drop(self.fs.remove(&self.folder.join(KEY)));
        drop(self.fs.remove(&self.folder.join(LOCK)));
        drop(self.fs.remove_dir(&self.folder));
    }

    fn drop_older_than_two(&self) {
        if let Ok(found) = numbered(&*self.fs, &self.folder) {
            for (_, file) in found.iter().rev().skip(2) {
                drop(self.fs.remove(file));
            }
        }
    }
}

fn file_name(number: u64) -> String {
    format!("rec-{number:010}.ron")
}

/// Lists the snapshots of a folder by number.
fn numbered(fs: &dyn Fs, folder: &Path) -> io::Result<Vec<(u64, PathBuf)>> {
    let mut found: Vec<_> = fs
        .list(folder)?
        .into_iter()
        .filter_map(|file| {
            let name = file.file_name()?.to_str()?;
            let number = name.strip_prefix("rec-")?.strip_suffix(".ron")?;
            Some((number.parse().ok()?, file))
        })
        .collect();
    found.sort_unstable();
    Ok(found)
}

/// A map that can be recovered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Its title.
    pub title: String,
    /// When the snapshot was made, where the system tells.
    pub time: Option<SystemTime>,
    /// Where the map was saved, when it ever was.
    pub path: Option<PathBuf>,
    /// Its identity.
    pub document: DocumentId,
    /// The snapshot.
    pub file: PathBuf,
    /// Whether it is of a sealed map, so that its passphrase is asked; its title and path are not known before.
    pub sealed: bool,
}

/// Lists what programs that ended without saving left behind. What is identical to the saved map is deleted.
pub fn offers(fs: &dyn Fs, root: &Path) -> Vec<Offer> {
    // A store that cannot be read offers nothing.
    let mut folders = fs.list(root).unwrap_or_default();
    folders.sort_unstable();
    folders
        .iter()
        .filter_map(|folder| offer(fs, folder))
        .collect()
}

fn offer(fs: &dyn Fs, folder: &Path) -> Option<Offer> {
    // A running program holds the lock.
    let _lock = fs.try_lock(&folder.join(LOCK)).ok()??;
    let snapshots = numbered(fs, folder).ok()?;
    let best = snapshots
        .iter()
        .rev()
        .find_map(|(number, file)| Snapshot::open(fs, file, *number).ok());
    let Some(best) = best else {
        if let Some(offer) = sealed_offer(fs, folder, &snapshots) {
            return Some(offer);
        }
        if snapshots.is_empty() {
            remove_folder(fs, folder);
        }
        return None;
    };
    if best.is_saved(fs) {
        remove_folder(fs, folder);
        return None;
    }
    Some(Offer {
        title: best.document.title.clone(),
        time: fs.stat(&best.file).ok().and_then(|stat| stat.modified),
        path: best.path,
        document: best.document.id,
        file: best.file,
        sealed: false,
    })
}

/// Offers the newest whole snapshot of a sealed map.
fn sealed_offer(fs: &dyn Fs, folder: &Path, snapshots: &[(u64, PathBuf)]) -> Option<Offer> {
    let name = folder.file_name()?.to_str()?;
    let document = name.rsplit_once('-')?.0.parse().ok()?;
    let whole = |number: u64, file: &Path| {
        let bytes = fs.read(file).ok()?;
        let text = snapshot::unseal(&bytes)?;
        (text.is(number) && text.closed()).then_some(())
    };
    let (_, file) = snapshots
        .iter()
        .rev()
        .find(|(number, file)| whole(*number, file).is_some())?;
    Some(Offer {
        title: String::new(),
        time: fs.stat(file).ok().and_then(|stat| stat.modified),
        path: None,
        document,
        file: file.clone(),
        sealed: true,
    })
}

/// Gives the map of an offer that is sealed, with the path where it was saved and its seal.
pub fn restore_sealed(
    fs: &dyn Fs,
    offer: &Offer,
    passphrase: &Passphrase,
    cancel: &AtomicBool,
) -> Result<(Document, Option<PathBuf>, MapSeal), RecoveryError> {
    let path = || offer.file.clone();
    let io = |source| RecoveryError::Io {
        source,
        path: path(),
    };
    let sealed = |source| RecoveryError::Sealed {
        source,
        path: path(),
    };
    let bytes = fs.read(&offer.file).map_err(io)?;
    let text =
        snapshot::unseal(&bytes).ok_or_else(|| RecoveryError::Damaged { path: path() })?;
    let key = fs.read(&offer.file.with_file_name(KEY)).map_err(io)?;
    let seal = MapSeal::from_key(&key, passphrase.clone(), cancel).map_err(sealed)?;
    let plain = seal.open(text.map.as_bytes()).map_err(sealed)?;
    let body = std::str::from_utf8(&plain)
        .map_err(|_not_text| RecoveryError::Damaged { path: path() })?;
    let (map, saved) = snapshot::map_and_path(body);
    let loaded = read(map.as_bytes()).map_err(|source| RecoveryError::Unreadable {
        source,
        path: path(),
    })?;
    Ok((loaded.document, saved, seal))
}

/// Gives the map of an offer, to be opened as not saved. The snapshot stays until it is discarded.
pub fn restore(fs: &dyn Fs, offer: &Offer) -> Result<Document, RecoveryError> {
    let bytes = fs.read(&offer.file).map_err(|source| RecoveryError::Io {
        source,
        path: offer.file.clone(),
    })?;
    let text = snapshot::unseal(&bytes).ok_or_else(|| RecoveryError::Damaged {
        path: offer.file.clone(),
    })?;
    read(text.map.as_bytes())
        .map(|loaded| loaded.document)
        .map_err(|source| RecoveryError::Unreadable {
            source,
            path: offer.file.clone(),
        })
}

/// Removes what an offer stands for, after it was restored and kept elsewhere or the user let it go.
pub fn discard(fs: &dyn Fs, offer: &Offer) {
    if let Some(folder) = offer.file.parent() {
        remove_folder(fs, folder);
    }
}

/// Removes the snapshots of all maps that no running program has open.
pub fn wipe(fs: &dyn Fs, root: &Path) {
    for folder in fs.list(root).unwrap_or_default() {
        if matches!(fs.try_lock(&folder.join(LOCK)), Ok(Some(_))) {
            remove_folder(fs, &folder);
        }
    }
}

fn remove_folder(fs: &dyn Fs, folder: &Path) {
    for file in fs.list(folder).unwrap_or_default() {
        // What cannot be removed now is found again at the next start.
        drop(fs.remove(&file));
    }
    drop(fs.remove_dir(folder));
}
