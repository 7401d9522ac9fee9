//! Where this computer keeps a map: the file, and every copy in the store.

use std::io;
use std::path::{Path, PathBuf};

use super::fs::Fs;
use crate::model::DocumentId;

/// What a copy is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CopyKind {
    /// The file of the map itself.
    Map,
    /// Snapshots of unsaved work.
    Recovery,
    /// Earlier versions.
    Backup,
    /// What merges compare with: versions that were opened, saved or sent.
    Base,
}

/// A file or folder in which a map is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptCopy {
    /// What it is for.
    pub kind: CopyKind,
    /// Where it stands.
    pub path: PathBuf,
    /// How many files that is.
    pub files: usize,
    /// How many bytes they take.
    pub bytes: u64,
}

/// Lists where a map is kept: its file, and what the folders of the store hold of it.
pub fn kept_copies(
    fs: &dyn Fs,
    map: Option<&Path>,
    store: &[(CopyKind, PathBuf)],
    document: DocumentId,
) -> Vec<KeptCopy> {
    let mut found = Vec::new();
    if let Some(path) = map
        && let Ok(stat) = fs.stat(path)
    {
        found.push(KeptCopy {
            kind: CopyKind::Map,
            path: path.to_owned(),
            files: 1,
            bytes: stat.length,
        });
    }
    let name = document.to_string();
    for (kind, root) in store {
        let mut folders = fs.list(root).unwrap_or_default();
        folders.sort_unstable();
        let of_map = folders.into_iter().filter(|folder| {
            let found = folder.file_name().and_then(|found| found.to_str());
            found.is_some_and(|found| {
                found == name
                    || found
                        .strip_prefix(&name)
                        .is_some_and(|rest| rest.starts_with(['-', '.']))
            })
        });
        for path in of_map {
            let files = fs.list(&path).unwrap_or_default();
            let bytes = files
                .iter()
                .filter_map(|file| fs.stat(file).ok())
                .map(|stat| stat.length)
                .sum();
            found.push(KeptCopy {
                kind: *kind,
                path,
                files: files.len(),
                bytes,
            });
        }
    }
    found
}

/// Removes a copy; what a running program holds stays, and is told as an error.
pub fn remove_copy(fs: &dyn Fs, copy: &KeptCopy) -> io::Result<()> {
    match copy.kind {
        CopyKind::Map => fs.remove(&copy.path),
        CopyKind::Recovery | CopyKind::Backup | CopyKind::Base => {
            let lock = copy.path.join("lock");
            if fs.stat(&lock).is_ok() && fs.try_lock(&lock)?.is_none() {
                return Err(io::ErrorKind::ResourceBusy.into());
            }
            if fs.stat(&copy.path).is_ok_and(|stat| stat.file) {
                return fs.remove(&copy.path);
            }
            for file in fs.list(&copy.path)? {
                fs.remove(&file)?;
            }
            fs.remove_dir(&copy.path)
        }
    }
}
