//! What lies around: temporary files of a program that was killed, and copies that a synchroniser made of a map.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::fs::Fs;
use super::read::read;
use super::seal::is_sealed;
use crate::merge::same_content;
use crate::model::Document;

/// A temporary file younger than this may be of a program that is saving.
const AGE: Duration = Duration::from_hours(24);
/// Most copies that are looked into.
const COPIES: usize = 20;

/// Removes our temporary files older than a day from a folder; says how many.
pub fn sweep(fs: &dyn Fs, folder: &Path, now: SystemTime) -> usize {
    let old = |path: &PathBuf| {
        let modified = fs.stat(path).ok().and_then(|stat| stat.modified);
        modified.is_some_and(|time| now.duration_since(time).is_ok_and(|age| age > AGE))
    };
    // A folder that cannot be read has nothing to be cleaned.
    let listed = fs.list(folder).unwrap_or_default();
    listed
        .into_iter()
        .filter(|path| is_ours(path) && old(path))
        .filter(|path| fs.remove(path).is_ok())
        .count()
}

fn is_ours(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    let middle = name.and_then(|name| name.strip_prefix("~kv-")?.strip_suffix(".tmp"));
    middle.is_some_and(|middle| middle.len() == 6)
}

/// Lists the copies that a synchroniser made beside a map when two computers changed it, and that still differ from it.
/// Of a sealed copy only the bytes can be compared.
pub fn conflict_copies(fs: &dyn Fs, path: &Path, document: &Document) -> Vec<PathBuf> {
    let (Some(folder), Some(name)) = (path.parent(), file_name(path)) else {
        return Vec::new();
    };
    let mut found: Vec<PathBuf> = fs
        .list(folder)
        .unwrap_or_default()
        .into_iter()
        .filter(|other| file_name(other).is_some_and(|other| is_conflict_copy(name, other)))
        .take(COPIES)
        .filter(|other| {
            let Ok(bytes) = fs.read(other) else {
                return false;
            };
            if is_sealed(&bytes) {
                return fs
                    .read(path)
                    .is_ok_and(|mine| is_sealed(&mine) && mine != bytes);
            }
            read(&bytes).is_ok_and(|other| {
                other.document.id == document.id && !same_content(&other.document, document)
            })
        })
        .collect();
    found.sort_unstable();
    found
}

fn file_name(path: &Path) -> Option<&str> {
    path.file_name()?.to_str()
}

/// Says whether a name is one that a synchroniser gives to a copy of a file of another name.
fn is_conflict_copy(of: &str, name: &str) -> bool {
    let stem = of.split_once('.').map_or(of, |(stem, _)| stem);
    let kind = of.rsplit_once('.').map_or("", |(_, kind)| kind);
    let Some(rest) = name.strip_prefix(stem) else {
        return false;
    };
    if name == of || !name.ends_with(kind) {
        return false;
    }
    let lower = rest.to_lowercase();
    let marked = [
        "conflicted copy",
        "conflicterende kopie",
        "conflict copy",
        ".sync-conflict-",
        "case conflict",
        "_conf(",
    ]
    .iter()
    .any(|mark| lower.contains(mark));
    marked || names_a_computer(rest) || is_numbered(rest)
}

/// Says whether what was added is the name of a computer, as the synchroniser of Microsoft adds it.
fn names_a_computer(rest: &str) -> bool {
    // It stands before the last ending: `kaart-PC01.ron`, `kaart.krachtenveld-PC01.ron`.
    let before = rest.rsplit_once('.').map_or(rest, |(before, _)| before);
    let Some((_, added)) = before.split_once('-') else {
        return false;
    };
    let added = added.split_once('.').map_or(added, |(added, _)| added);
    (3..=15).contains(&added.len())
        && added.chars().any(|letter| letter.is_ascii_uppercase())
        && added
            .chars()
            .all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '-')
}

/// Says whether a number in brackets was added, as ` (1)`.
fn is_numbered(rest: &str) -> bool {
    let Some((_, after)) = rest.split_once(" (") else {
        return false;
    };
    after
        .split_once(')')
        .is_some_and(|(number, _)| number.len() < 3 && number.parse::<u8>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_synchronisers_are_known_and_others_are_not() {
        let of = "wijk zuid.krachtenveld.ron";
        for name in [
            "wijk zuid.krachtenveld-PC-JANSEN.ron",
            "wijk zuid-LAPTOP7.krachtenveld.ron",
            "wijk zuid (conflicted copy 2026-11-01 104500).krachtenveld.ron",
            "wijk zuid.krachtenveld (Jans conflicterende kopie 2026-11-01).ron",
            "wijk zuid.krachtenveld.sync-conflict-20261101-104500-ABCDEFG.ron",
            "wijk zuid.krachtenveld (1).ron",
            "wijk zuid (2).krachtenveld.ron",
        ] {
            assert!(is_conflict_copy(of, name), "{name}");
        }
        for name in [
            of,
            "wijk zuid-oud.krachtenveld.ron",
            "wijk zuid - voor Jan.krachtenveld.ron",
            "wijk zuidoost.krachtenveld.ron",
            "wijk noord-PC01.krachtenveld.ron",
            "wijk zuid (2026).krachtenveld.ron",
            "wijk zuid-PC01.png",
        ] {
            assert!(!is_conflict_copy(of, name), "{name}");
        }
    }
}
