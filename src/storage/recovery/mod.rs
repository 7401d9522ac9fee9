//! Recovery: what was done since the last save survives a crash and a power cut.
//!
//! Each open map has a folder of its own in the user's data folder, never beside the map and never in a folder that the
//! system cleans. Every snapshot is a whole map with a last line that proves it complete; the two newest are kept. A
//! lock that the system frees when the program ends tells the folders of running programs from those left behind.
//! Undo history is not kept. Everything here may run on another thread; nothing here starts one.

mod found;
mod snapshot;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::fs::{Fs, Lock};
use super::read::ReadError;
use super::save::{SaveError, save_error};
use super::{MapSeal, UnsealError};
use crate::model::{Document, DocumentId};

pub use found::{Offer, Offers, Origin, Restored, discard, offers, restore, restore_sealed, wipe};
use snapshot::{seal, seal_closed};

/// The file whose lock says that a program is running.
const LOCK: &str = "lock";
/// The file that says that the user let the work go.
const CLOSED: &str = "closed";
/// The file with the key of the snapshots of a sealed map, itself sealed with the passphrase.
const KEY: &str = "key.age";

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

/// What a snapshot keeps.
#[derive(Debug, Clone, PartialEq)]
pub struct Work {
    /// The map, with what is being typed in its fields.
    pub document: Arc<Document>,
    /// Where it was saved, when it ever was.
    pub path: Option<PathBuf>,
    /// The SHA-256 of the file that the work goes on from.
    pub file: Option<[u8; 32]>,
    /// What is being typed in the quick line.
    pub line: String,
}

impl Work {
    /// Gives a map to keep, with where it was saved.
    pub fn new(document: Arc<Document>, path: Option<PathBuf>) -> Self {
        Self {
            document,
            path,
            file: None,
            line: String::new(),
        }
    }
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

    /// Keeps the work as it is now; gives the number of the snapshot once it is on the disk.
    pub fn snapshot(&mut self, work: &Work) -> Result<u64, SaveError> {
        let number = self.next;
        self.next += 1;
        let file = self.folder.join(file_name(number));
        let failed = |error| save_error(error, &file);
        let bytes = match &self.seal {
            None => seal(work, number),
            Some(key) => seal_closed(work, number, key).map_err(SaveError::NotSealed)?,
        };
        if let Err(error) = self.fs.write_new(&file, &bytes, None) {
            drop(self.fs.remove(&file));
            return Err(failed(error));
        }
        self.fs.sync_dir(&self.folder).map_err(failed)?;
        self.drop_older_than_two();
        Ok(number)
    }

    /// Gives the file of a snapshot.
    pub fn file_of(&self, number: u64) -> PathBuf {
        self.folder.join(file_name(number))
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

    /// Ends keeping snapshots after a save.
    pub fn finish(mut self) {
        self.clear();
        self.go();
    }

    /// Ends keeping snapshots of work that the user lets go: it can be brought back for a week.
    pub fn let_go(mut self) {
        let found = numbered(&*self.fs, &self.folder);
        if found.is_ok_and(|found| found.is_empty()) {
            self.go();
            return;
        }
        // Without the mark it is offered as work of a crash, which loses nothing either.
        drop(self.fs.write_new(&self.folder.join(CLOSED), b"", None));
        drop(self.fs.sync_dir(&self.folder));
        self.lock = None;
    }

    fn go(&mut self) {
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
