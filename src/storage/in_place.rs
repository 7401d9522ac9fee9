//! Saving over the file itself, where nothing can be put in its place: only when the user chooses so.
//!
//! A whole copy of what is to be written stands in the recovery store first, brought to the disk: when the power fails
//! half-way, the next start offers it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::fs::Fs;
use super::save::{Target, check_target, checked_text, save_error, sealed_text, sync_folder};
use super::{Fingerprint, MapSeal, Recovery, SaveError, Saved, Work};
use crate::model::Document;

/// Where the copy is kept while a file is written over.
#[derive(Debug, Clone, Copy)]
pub struct CopyFirst<'a> {
    /// The recovery store.
    pub root: &'a Path,
    /// Tells this copy from other stores of the same map.
    pub instance: u64,
}

/// Saves a map over its own file, after a copy in the recovery store. With a fingerprint the file must still have that
/// content. When writing fails the old content is put back where that goes, and the copy stays and is named.
pub fn save_in_place(
    path: &Path,
    document: &Document,
    seal: Option<&Arc<MapSeal>>,
    fs: &Arc<dyn Fs>,
    expected: Option<&Fingerprint>,
    copy: CopyFirst<'_>,
) -> Result<Saved, SaveError> {
    let text = match seal {
        None => checked_text(document)?,
        Some(seal) => sealed_text(document, seal)?,
    };
    let target = fs.resolve(path).map_err(|error| save_error(error, path))?;
    let durable = match check_target(&target, text.as_bytes(), &**fs, expected)? {
        Target::SameContent => sync_folder(&target, &**fs),
        Target::Other => {
            write_over(&target, document, &text, (seal, fs, copy))?;
            true
        }
    };
    let modified = fs.stat(&target).ok().and_then(|stat| stat.modified);
    Ok(Saved {
        fingerprint: Fingerprint::of(text.as_bytes(), modified),
        durable,
    })
}

fn write_over(
    target: &Path,
    document: &Document,
    text: &str,
    (seal, fs, copy): (Option<&Arc<MapSeal>>, &Arc<dyn Fs>, CopyFirst<'_>),
) -> Result<(), SaveError> {
    let before = fs.read(target).map_err(|error| save_error(error, target))?;
    let (kept, file) = keep_copy(target, document, seal, fs, copy)
        .map_err(|error| SaveError::NoCopyFirst(Box::new(error)))?;
    if fs.overwrite(target, text.as_bytes()).is_err() {
        return Err(SaveError::BrokenInPlace {
            path: target.to_owned(),
            copy: file,
            as_before: put_back(target, &before, &**fs),
        });
    }
    kept.finish();
    Ok(())
}

/// Keeps a copy of what is to be written; gives its store and its file.
fn keep_copy(
    target: &Path,
    document: &Document,
    seal: Option<&Arc<MapSeal>>,
    fs: &Arc<dyn Fs>,
    copy: CopyFirst<'_>,
) -> Result<(Recovery, PathBuf), SaveError> {
    let mut kept = Recovery::open(Arc::clone(fs), copy.root, document.id, copy.instance)?;
    if let Some(seal) = seal {
        kept = kept.sealed(Arc::clone(seal))?;
    }
    let work = Work::new(Arc::new(document.clone()), Some(target.to_owned()));
    let number = kept.snapshot(&work)?;
    let file = kept.file_of(number);
    Ok((kept, file))
}

/// Puts the old content back after a write that failed; says whether it stands there.
fn put_back(target: &Path, before: &[u8], fs: &dyn Fs) -> bool {
    let holds = || fs.read(target).is_ok_and(|found| found == before);
    holds() || fs.overwrite(target, before).is_ok() && holds()
}
