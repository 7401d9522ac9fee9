//! Earlier versions of a map: its last saves, and one of each day for two weeks.
//!
//! They stand in the data folder of the user, with rights for the user alone, and never beside the map: a folder that is
//! shared or synchronised holds the map and nothing else. Those of a sealed map are closed for its key.

use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::fs::Fs;
use super::read::read;
use super::recovery::RecoveryError;
use super::{MapSeal, UnsealError, hex, place_file, print_document};
use crate::model::{Document, DocumentId};

/// How many of the newest are kept, whenever they were made.
const NEWEST: usize = 5;
/// For how many days the newest of the day is kept.
const DAYS: u64 = 14;
const DAY: u64 = 24 * 60 * 60;
/// The ending of a version that stands there in plain.
const PLAIN: &str = "ron";
/// The ending of a version that is closed for the key of its map.
const CLOSED: &str = "age";

/// An earlier version of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// When it was saved or opened.
    pub time: SystemTime,
    /// Where it is kept.
    pub file: PathBuf,
}

impl Version {
    /// Says whether it is closed for the key of a sealed map.
    fn closed(&self) -> bool {
        self.file.extension().is_some_and(|ending| ending == CLOSED)
    }
}

/// Keeps a map as it was saved or opened, closed where it is sealed; what the newest version says already is not kept
/// again.
pub fn keep_version(
    fs: &dyn Fs,
    root: &Path,
    document: &Document,
    seal: Option<&MapSeal>,
    now: SystemTime,
) -> io::Result<()> {
    let plain = Zeroizing::new(print_document(document));
    let kept = versions(fs, root, document.id);
    let newest = kept.first().and_then(|version| bytes_of(fs, version, seal));
    if newest.is_some_and(|bytes| bytes.as_slice() == plain.as_bytes()) {
        return Ok(());
    }
    let (text, ending) = match seal {
        None => (plain, PLAIN),
        Some(seal) => {
            let closed = seal.close(plain.as_bytes()).map_err(io::Error::other)?;
            (Zeroizing::new(closed), CLOSED)
        }
    };
    let folder = folder(root, document.id);
    fs.create_dir(&folder)?;
    let path = folder.join(file_name(seconds(now), text.as_bytes(), ending));
    place_file(fs, &path, text.as_bytes())?;
    for file in surplus(&versions(fs, root, document.id), now) {
        fs.remove(&file)?;
    }
    Ok(())
}

/// Lists the earlier versions of a map, the newest first.
pub fn versions(fs: &dyn Fs, root: &Path, document: DocumentId) -> Vec<Version> {
    // A folder that is not there holds no versions.
    let mut found: Vec<Version> = fs
        .list(&folder(root, document))
        .unwrap_or_default()
        .into_iter()
        .filter_map(|file| {
            let (name, ending) = file.file_name()?.to_str()?.rsplit_once('.')?;
            (ending == PLAIN || ending == CLOSED).then_some(())?;
            let (seconds, _) = name.split_once('-')?;
            let since = Duration::from_secs(seconds.parse().ok()?);
            let time = SystemTime::UNIX_EPOCH.checked_add(since)?;
            Some(Version { time, file })
        })
        .collect();
    found.sort_by(|one, other| (other.time, &other.file).cmp(&(one.time, &one.file)));
    found
}

/// Gives what an earlier version holds, opened where it is closed.
fn bytes_of(fs: &dyn Fs, version: &Version, seal: Option<&MapSeal>) -> Option<Zeroizing<Vec<u8>>> {
    let bytes = fs.read(&version.file).ok()?;
    match (version.closed(), seal) {
        (false, _) => Some(Zeroizing::new(bytes)),
        (true, Some(seal)) => seal.open(&bytes).ok(),
        (true, None) => None,
    }
}

/// Reads an earlier version; one that is closed opens with the key of its map alone.
pub fn read_version(
    fs: &dyn Fs,
    version: &Version,
    seal: Option<&MapSeal>,
) -> Result<Document, RecoveryError> {
    let path = || version.file.clone();
    let mut bytes = Zeroizing::new(fs.read(&version.file).map_err(|source| RecoveryError::Io {
        source,
        path: path(),
    })?);
    if version.closed() {
        let seal = seal.ok_or_else(|| RecoveryError::Sealed {
            source: UnsealError::WrongPassphrase,
            path: path(),
        })?;
        bytes = seal.open(&bytes).map_err(|source| RecoveryError::Sealed {
            source,
            path: path(),
        })?;
    }
    let loaded = read(&bytes).map_err(|source| RecoveryError::Unreadable {
        source,
        path: path(),
    })?;
    Ok(loaded.document)
}

/// Chooses what is not kept any longer; the versions come with the newest first.
fn surplus(versions: &[Version], now: SystemTime) -> Vec<PathBuf> {
    let today = seconds(now) / DAY;
    let mut day_before = None;
    let mut surplus = Vec::new();
    for (place, version) in versions.iter().enumerate() {
        let day = seconds(version.time) / DAY;
        let newest_of_day = day_before != Some(day);
        day_before = Some(day);
        let of_these_weeks = day + DAYS > today;
        if place >= NEWEST && !(newest_of_day && of_these_weeks) {
            surplus.push(version.file.clone());
        }
    }
    surplus
}

fn seconds(time: SystemTime) -> u64 {
    time.duration_since(SystemTime::UNIX_EPOCH)
        .map_or(0, |since| since.as_secs())
}

fn file_name(seconds: u64, text: &[u8], ending: &str) -> String {
    let hash = Sha256::digest(text);
    let (start, _) = hash.split_at(4);
    format!("{seconds:012}-{}.{ending}", hex(start))
}

fn folder(root: &Path, document: DocumentId) -> PathBuf {
    root.join(document.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hours: u64) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000 / DAY * DAY + hours * 3600)
    }

    #[test]
    fn the_last_saves_stay_and_one_of_each_day_for_two_weeks() {
        let hours: Vec<u64> = (0..40 * 8).map(|step| step * 3).collect();
        let versions: Vec<Version> = hours
            .iter()
            .rev()
            .map(|hour| Version {
                time: at(*hour),
                file: PathBuf::from(hour.to_string()),
            })
            .collect();
        let now = at(*hours.last().unwrap());
        let gone = surplus(&versions, now);
        let stayed: Vec<_> = versions
            .iter()
            .filter(|version| !gone.contains(&version.file))
            .collect();
        assert_eq!(stayed.len(), NEWEST + 13);
        assert_eq!(stayed[0].time, now);
        let days: std::collections::BTreeSet<u64> = stayed
            .iter()
            .map(|version| seconds(version.time) / DAY)
            .collect();
        assert_eq!(days.len(), 14);
    }
}
