//! The base of every file that was opened or saved, so that a map that comes back finds what both sides come from.
//!
//! Bases stand in the data folder of the user, with rights for the user alone, named by map and revision. The newest
//! of each map are kept; what is older than the kept ones goes when another comes.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use zeroize::Zeroizing;

use super::fs::Fs;
use super::{MapSeal, Passphrase, SealError, place_file, print_document, read};
use crate::model::{Document, DocumentId};

/// How many bases of one map are kept.
const KEPT: usize = 20;

/// The file with the key that the bases of a sealed map are closed for.
const KEY: &str = "key.age";

/// Keeps a map as a possible base; a map without a revision has none to be found by.
pub fn keep_base(fs: &dyn Fs, root: &Path, document: &Document) -> io::Result<()> {
    keep(fs, root, document.id, document, "ron", None)
}

/// Keeps a sealed map as a possible base, closed for its key.
pub fn keep_closed_base(
    fs: &dyn Fs,
    root: &Path,
    document: &Document,
    seal: &MapSeal,
) -> io::Result<()> {
    keep(fs, root, document.id, document, "age", Some(seal))
}

/// Keeps a copy that leaves as the base of what comes back, by the identity of the map that it was made of.
pub fn keep_sent_base(
    fs: &dyn Fs,
    root: &Path,
    own: DocumentId,
    copy: &Document,
    seal: Option<&MapSeal>,
) -> io::Result<()> {
    let ending = if seal.is_some() {
        "sent.age"
    } else {
        "sent.ron"
    };
    keep(fs, root, own, copy, ending, seal)
}

fn keep(
    fs: &dyn Fs,
    root: &Path,
    own: DocumentId,
    document: &Document,
    ending: &str,
    seal: Option<&MapSeal>,
) -> io::Result<()> {
    let Some(revision) = document.lineage.last() else {
        return Ok(());
    };
    let folder = folder(root, own);
    let path = folder.join(format!("{revision}.{ending}"));
    if fs.stat(&path).is_ok() {
        return Ok(());
    }
    let plain = Zeroizing::new(print_document(document));
    let text = match seal {
        None => plain,
        Some(seal) => Zeroizing::new(seal.close(plain.as_bytes()).map_err(io::Error::other)?),
    };
    put(fs, &folder, &path, text.as_bytes())?;
    forget_old(fs, &folder, &path)
}

fn put(fs: &dyn Fs, folder: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs.create_dir(folder)?;
    place_file(fs, path, bytes)
}

/// Gives the seal of a map that was opened with a passphrase: with the key that its bases are closed for, or a new one.
pub fn map_seal(
    fs: &dyn Fs,
    root: &Path,
    document: DocumentId,
    passphrase: &Passphrase,
    cancel: &AtomicBool,
) -> Result<MapSeal, SealError> {
    let folder = folder(root, document);
    let path = folder.join(KEY);
    let known = fs
        .read(&path)
        .ok()
        .and_then(|key| MapSeal::from_key(&key, passphrase.clone(), cancel).ok());
    if let Some(seal) = known {
        return Ok(seal);
    }
    let seal = MapSeal::new(passphrase.clone(), cancel)?;
    // Without its key in the store a merge does without a base.
    drop(put(fs, &folder, &path, seal.key().as_bytes()));
    Ok(seal)
}

fn forget_old(fs: &dyn Fs, folder: &Path, newest: &Path) -> io::Result<()> {
    let mut bases: Vec<(Option<std::time::SystemTime>, PathBuf)> = fs
        .list(folder)?
        .into_iter()
        .filter(|path| path != newest && is_base(path))
        .map(|path| (fs.stat(&path).ok().and_then(|stat| stat.modified), path))
        .collect();
    bases.sort();
    let surplus = (bases.len() + 1).saturating_sub(KEPT);
    for (_, path) in bases.iter().take(surplus) {
        fs.remove(path)?;
    }
    Ok(())
}

fn is_base(path: &Path) -> bool {
    let ending = path.extension();
    ending.is_some_and(|ending| ending == "ron" || ending == "age") && !path.ends_with(KEY)
}

/// Finds the newest kept revision that both maps come from.
pub fn find_base(fs: &dyn Fs, root: &Path, mine: &Document, theirs: &Document) -> Option<Document> {
    find_base_with(fs, root, mine, theirs, None)
}

/// Finds the newest kept revision that both maps come from, also among what is closed for a key; a copy that was sent
/// counts as one.
pub fn find_base_with(
    fs: &dyn Fs,
    root: &Path,
    mine: &Document,
    theirs: &Document,
    seal: Option<&MapSeal>,
) -> Option<Document> {
    let folder = folder(root, mine.id);
    let plain = |name: String| fs.read(&folder.join(name)).ok().map(Zeroizing::new);
    let closed = |name: String| seal?.open(&fs.read(&folder.join(name)).ok()?).ok();
    theirs.lineage.iter().rev().find_map(|revision| {
        // A copy that was sent is nobody's past but that of what comes back.
        let own = mine.lineage.contains(revision);
        let bytes = own
            .then(|| plain(format!("{revision}.ron")).or_else(|| closed(format!("{revision}.age"))))
            .flatten()
            .or_else(|| plain(format!("{revision}.sent.ron")))
            .or_else(|| closed(format!("{revision}.sent.age")))?;
        let document = read(&bytes).ok()?.document;
        (document.lineage.last() == Some(revision)).then_some(document)
    })
}

/// Keeps the identities of a copy that was sent without names, each with the one in the map it was made of.
pub fn keep_sent_ids(
    fs: &dyn Fs,
    root: &Path,
    own: DocumentId,
    copy: &Document,
    ids: &BTreeMap<String, String>,
    seal: Option<&MapSeal>,
) -> io::Result<()> {
    let Some(revision) = copy.lineage.last() else {
        return Ok(());
    };
    let mut lines = String::new();
    for (theirs, mine) in ids {
        lines.push_str(theirs);
        lines.push(' ');
        lines.push_str(mine);
        lines.push('\n');
    }
    let lines = match seal {
        None => lines,
        Some(seal) => seal.close(lines.as_bytes()).map_err(io::Error::other)?,
    };
    let folder = folder(root, own);
    put(
        fs,
        &folder,
        &folder.join(format!("{revision}.ids")),
        lines.as_bytes(),
    )
}

/// Finds the identities of a copy that came back, where this map sent it.
pub fn find_sent_ids(
    fs: &dyn Fs,
    root: &Path,
    own: DocumentId,
    returned: &Document,
    seal: Option<&MapSeal>,
) -> Option<BTreeMap<String, String>> {
    let folder = folder(root, own);
    let bytes = returned
        .lineage
        .iter()
        .rev()
        .find_map(|revision| fs.read(&folder.join(format!("{revision}.ids"))).ok())?;
    let opened = seal.and_then(|seal| seal.open(&bytes).ok());
    let text = std::str::from_utf8(opened.as_ref().map_or(&bytes, |opened| opened)).ok()?;
    let pairs = text.lines().filter_map(|line| line.split_once(' '));
    Some(
        pairs
            .map(|(theirs, mine)| (theirs.to_owned(), mine.to_owned()))
            .collect(),
    )
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
