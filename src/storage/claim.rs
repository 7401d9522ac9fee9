//! Which running program has a map open, so that two windows do not save over each other.
//!
//! The lock stands in the data folder of the user under a number made of the path: nothing stands beside the map, no
//! name is written anywhere, and the system frees the lock when a program ends in whatever way.

use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::fs::{Fs, Lock};
use super::hex;

/// Claims a file for this program; `None` when another one has it open.
pub fn claim(fs: &dyn Fs, root: &Path, path: &Path) -> io::Result<Option<Lock>> {
    fs.create_dir(root)?;
    fs.try_lock(&root.join(name(&canonical(fs, path))))
}

/// Gives a path as it is the same in every program.
pub fn canonical(fs: &dyn Fs, path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    // What cannot be looked at keeps its own name.
    fs.resolve(&path).unwrap_or(path)
}

fn name(path: &Path) -> String {
    let text = path.to_string_lossy();
    let text = if cfg!(windows) {
        text.to_lowercase()
    } else {
        text.into_owned()
    };
    let hash = Sha256::digest(text.as_bytes());
    let (start, _) = hash.split_at(16);
    format!("{}.lock", hex(start))
}
