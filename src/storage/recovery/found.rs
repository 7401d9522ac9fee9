//! What programs that are gone left behind: offered, restored, and thrown away in time.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::time::{Duration, SystemTime};

use super::snapshot::{self, Snapshot, Unsealed};
use super::{CLOSED, KEY, LOCK, RecoveryError, numbered};
use crate::merge;
use crate::model::{Document, DocumentId};
use crate::storage::fs::Fs;
use crate::storage::read::read;
use crate::storage::save::Fingerprint;
use crate::storage::{MapSeal, Passphrase};

/// How long work that the user let go can be brought back.
const CLOSED_FOR: Duration = Duration::from_hours(7 * 24);
/// How long work of a crash is kept when nobody asks for it.
const LEFT_FOR: Duration = Duration::from_hours(30 * 24);

/// How work came to be left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The program ended without being asked to.
    Crash,
    /// The user closed the map without saving.
    LetGo,
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
    /// How it came to be left.
    pub origin: Origin,
    /// How many differences there are with the saved map, where it can be read.
    pub differences: Option<usize>,
    /// Whether it is of a sealed map, so that its passphrase is asked; its title and path are not known before.
    pub sealed: bool,
}

/// What can be recovered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offers {
    /// Work of crashes first, then what was let go; the newest first.
    pub offers: Vec<Offer>,
    /// How much work of crashes was thrown away because nobody asked for it in a month.
    pub expired: usize,
}

/// Work that was restored.
#[derive(Debug)]
pub struct Restored {
    /// The map.
    pub document: Document,
    /// The file that the work goes on from, where it is still as it was then.
    pub saved: Option<(Document, Fingerprint)>,
    /// What was being typed in the quick line.
    pub line: String,
}

/// Lists what programs that are gone left behind. What is identical to the saved map is deleted, and what is too old.
pub fn offers(fs: &dyn Fs, root: &Path, now: SystemTime) -> Offers {
    let mut all = Offers::default();
    // A store that cannot be read offers nothing.
    for folder in fs.list(root).unwrap_or_default() {
        let Some(offer) = offer(fs, &folder) else {
            continue;
        };
        let age = offer.time.and_then(|time| now.duration_since(time).ok());
        let most = match offer.origin {
            Origin::Crash => LEFT_FOR,
            Origin::LetGo => CLOSED_FOR,
        };
        if age.is_some_and(|age| age > most) {
            discard(fs, &offer);
            all.expired += usize::from(offer.origin == Origin::Crash);
        } else {
            all.offers.push(offer);
        }
    }
    let rank = |offer: &Offer| (offer.origin == Origin::LetGo, std::cmp::Reverse(offer.time));
    all.offers
        .sort_by(|one, other| (rank(one), &one.file).cmp(&(rank(other), &other.file)));
    all
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
    let saved = best.path.as_ref().and_then(|path| fs.read(path).ok());
    let saved = saved.and_then(|bytes| read(&bytes).ok());
    if let Some(saved) = &saved
        && best.line.is_empty()
        && merge::same_content(&saved.document, &best.document)
    {
        remove_folder(fs, folder);
        return None;
    }
    Some(Offer {
        title: best.document.title.clone(),
        time: fs.stat(&best.file).ok().and_then(|stat| stat.modified),
        differences: saved.map(|saved| merge::compare(&saved.document, &best.document).len()),
        path: best.path,
        document: best.document.id,
        file: best.file,
        origin: origin(fs, folder),
        sealed: false,
    })
}

fn origin(fs: &dyn Fs, folder: &Path) -> Origin {
    if fs.stat(&folder.join(CLOSED)).is_ok() {
        Origin::LetGo
    } else {
        Origin::Crash
    }
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
        origin: origin(fs, folder),
        differences: None,
        sealed: true,
    })
}

/// Gives the work of an offer that is sealed, with the path where it was saved and its seal.
pub fn restore_sealed(
    fs: &dyn Fs,
    offer: &Offer,
    passphrase: &Passphrase,
    cancel: &AtomicBool,
) -> Result<(Restored, Option<PathBuf>, MapSeal), RecoveryError> {
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
    let text = snapshot::unseal(&bytes).ok_or_else(|| RecoveryError::Damaged { path: path() })?;
    let key = fs.read(&offer.file.with_file_name(KEY)).map_err(io)?;
    let seal = MapSeal::from_key(&key, passphrase.clone(), cancel).map_err(sealed)?;
    let plain = seal.open(text.map.as_bytes()).map_err(sealed)?;
    let body =
        std::str::from_utf8(&plain).map_err(|_not_text| RecoveryError::Damaged { path: path() })?;
    let inside = Unsealed::apart(body, 0);
    let loaded = read(inside.map.as_bytes()).map_err(|source| RecoveryError::Unreadable {
        source,
        path: path(),
    })?;
    let restored = Restored {
        document: loaded.document,
        // What is in the file is not looked at: it is sealed as well.
        saved: None,
        line: inside.line,
    };
    Ok((restored, inside.path, seal))
}

/// Gives the map of an offer, to be opened as not saved. The snapshot stays until it is discarded.
pub fn restore(fs: &dyn Fs, offer: &Offer) -> Result<Restored, RecoveryError> {
    let bytes = fs.read(&offer.file).map_err(|source| RecoveryError::Io {
        source,
        path: offer.file.clone(),
    })?;
    let text = snapshot::unseal(&bytes).ok_or_else(|| RecoveryError::Damaged {
        path: offer.file.clone(),
    })?;
    let loaded = read(text.map.as_bytes()).map_err(|source| RecoveryError::Unreadable {
        source,
        path: offer.file.clone(),
    })?;
    Ok(Restored {
        document: loaded.document,
        saved: text
            .path
            .as_ref()
            .zip(text.file)
            .and_then(|(path, hash)| saved(fs, path, hash)),
        line: text.line,
    })
}

/// Gives the file that the work goes on from, where nobody changed it since.
fn saved(fs: &dyn Fs, path: &Path, hash: [u8; 32]) -> Option<(Document, Fingerprint)> {
    let bytes = fs.read(path).ok()?;
    let modified = fs.stat(path).ok().and_then(|stat| stat.modified);
    let found = Fingerprint::of(&bytes, modified);
    (found.hash == hash).then_some(())?;
    Some((read(&bytes).ok()?.document, found))
}

/// Removes what an offer stands for, after it was restored and kept elsewhere or the user threw it away.
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
