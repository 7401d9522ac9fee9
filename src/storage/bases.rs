//! The base of every file that was opened or saved, so that a map that comes back finds what both sides come from.
//!
//! Bases stand in the data folder of the user, with rights for the user alone, named by map and revision. The newest
//! of each map are kept; what is older than the kept ones goes when another comes.

use std::io;
use std::path::{Path, PathBuf};

use super::fs::Fs;
use super::{place_file, print_document, read};
use crate::model::{Document, DocumentId};

/// How many bases of one map are kept.
const KEPT: usize = 20;

/// Keeps a map as a possible base; a map without a revision has none to be found by.
pub fn keep_base(fs: &dyn Fs, root: &Path, document: &Document) -> io::Result<()> {
    let Some(revision) = document.lineage.last() else {
        return Ok(());
    };
    let folder = folder(root, document.id);
    let path = folder.join(format!("{revision}.ron"));
    if fs.stat(&path).is_ok() {
        return Ok(());
    }
    fs.create_dir(&folder)?;
    place_file(fs, &path, print_document(document).as_bytes())?;
    forget_old(fs, &folder, &path)
}

fn forget_old(fs: &dyn Fs, folder: &Path, newest: &Path) -> io::Result<()> {
    let mut bases: Vec<(Option<std::time::SystemTime>, PathBuf)> = fs
        .list(folder)?
        .into_iter()
        .filter(|path| path != newest && path.extension().is_some_and(|kind| kind == "ron"))
        .map(|path| (fs.stat(&path).ok().and_then(|stat| stat.modified), path))
        .collect();
    bases.sort();
    let surplus = (bases.len() + 1).saturating_sub(KEPT);
    for (_, path) in bases.iter().take(surplus) {
        fs.remove(path)?;
    }
    Ok(())
}

/// Finds the newest kept revision that both maps come from.
pub fn find_base(fs: &dyn Fs, root: &Path, mine: &Document, theirs: &Document) -> Option<Document> {
    let folder = folder(root, mine.id);
    mine.lineage
        .iter()
        .rev()
        .filter(|revision| theirs.lineage.contains(revision))
        .find_map(|revision| {
            let bytes = fs.read(&folder.join(format!("{revision}.ron"))).ok()?;
            let document = read(&bytes).ok()?.document;
            (document.lineage.last() == Some(revision)).then_some(document)
        })
}

/// Forgets every base of a map.
pub fn forget_bases(fs: &dyn Fs, root: &Path, document: DocumentId) -> io::Result<()> {
    let folder = folder(root, document);
    for path in fs.list(&folder)? {
        fs.remove(&path)?;
    }
    fs.remove_dir(&folder)
}

fn folder(root: &Path, document: DocumentId) -> PathBuf {
    root.join(document.to_string())
}
