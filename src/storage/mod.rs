//! Our own file: what a map is on disk, how it is read without trust, written without loss, and recovered after a crash.
//!
//! [`read()`] turns bytes into a map and a list of what was noticed; [`print_document`] gives the canonical text; [`save()`]
//! writes it so that neither a crash nor a power cut costs a map; [`Recovery`] keeps what was not saved yet.

mod bases;
pub mod built_in;
mod claim;
mod clashes;
mod copies;
mod form;
mod fs;
mod in_place;
mod lenses;
mod lineage;
mod litter;
mod misspelt;
mod read;
mod recovery;
mod save;
mod schema;
mod seal;
mod versions;

use std::io;
use std::path::Path;

use crate::model::Document;
pub(crate) use form::invisible;

pub use bases::{
    find_base, find_base_with, find_sent_ids, forget_bases, keep_base, keep_closed_base,
    keep_sent_base, keep_sent_ids, map_seal,
};
pub use claim::{canonical, claim};
pub use clashes::{SettleError, keep_alternatives, settle};
pub use copies::{CopyKind, KeptCopy, kept_copies, remove_copy};
pub use fs::{Fs, Lock, Stat, SystemFs};
pub use in_place::{CopyFirst, save_in_place};
pub use lenses::{BUILT_IN_LENSES, built_in_lenses, print_lens};
pub use lineage::{as_sent, with_new_revision};
pub use litter::{conflict_copies, sweep};
pub use misspelt::move_unknown;
pub use read::{
    Expected, Fate, Fault, Foreign, Loaded, LoadedLens, Mangled, Notice, Noticed, ReadError, Spot,
    Subject, read, read_lens, read_windows_1252, windows_1252_lines,
};
pub use recovery::{
    Offer, Offers, Origin, Recovery, RecoveryError, Restored, Work, discard, offers, restore,
    restore_sealed, wipe,
};
pub use save::{Fingerprint, SaveError, Saved, save, save_sealed, save_text};
pub use seal::{
    MapSeal, Passphrase, SealError, UnsealError, generated, hopeless, is_sealed, seal, strength,
    unseal,
};
pub use versions::{Version, keep_version, read_version, versions};

/// The first line of every file: for people, and for programs that guess what a file is.
const FIRST_LINE: &str = "// Krachtenveld - kaartbestand v1\n";

/// Gives the canonical text of a map: the same map gives the same bytes everywhere.
pub fn print_document(document: &Document) -> String {
    let mut text = FIRST_LINE.to_owned();
    text.push_str(&form::print(&schema::document_tree(document)));
    text
}

/// Puts a file of ours in place, whole or not at all.
fn place_file(fs: &dyn Fs, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let waiting = path.with_extension("tmp");
    if fs.stat(&waiting).is_ok() {
        fs.remove(&waiting)?;
    }
    if let Err(error) = fs.write_new(&waiting, bytes, None) {
        // Half a file is of no use to anybody.
        drop(fs.remove(&waiting));
        return Err(error);
    }
    fs.rename(&waiting, path)?;
    match path.parent() {
        Some(folder) => fs.sync_dir(folder),
        None => Ok(()),
    }
}

/// Writes bytes as hexadecimal digits.
fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(u32::from(digit), 16))
        .collect()
}
