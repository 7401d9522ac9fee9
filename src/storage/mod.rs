//! Our own file: what a map is on disk, how it is read without trust, written without loss, and recovered after a crash.
//!
//! [`read()`] turns bytes into a map and a list of what was noticed; [`print_document`] gives the canonical text; [`save()`]
//! writes it so that neither a crash nor a power cut costs a map; [`Recovery`] keeps what was not saved yet.

mod bases;
pub mod built_in;
mod clashes;
mod form;
mod fs;
mod lenses;
mod lineage;
mod read;
mod recovery;
mod save;
mod schema;
mod seal;

use crate::model::Document;
pub(crate) use form::invisible;

pub use bases::{find_base, forget_bases, keep_base};
pub use clashes::{SettleError, keep_alternatives, settle};
pub use fs::{Fs, Lock, Stat, SystemFs};
pub use lenses::{BUILT_IN_LENSES, built_in_lenses, print_lens};
pub use lineage::with_new_revision;
pub use read::{
    Expected, Fate, Fault, Foreign, Loaded, LoadedLens, Mangled, Notice, Noticed, ReadError, Spot,
    Subject, read, read_lens, read_windows_1252, windows_1252_lines,
};
pub use recovery::{Offer, Recovery, RecoveryError, discard, offers, recovery_root, restore, wipe};
pub use save::{Fingerprint, SaveError, Saved, save, save_text};
pub use seal::{Passphrase, SealError, UnsealError, generated, is_sealed, seal, strength, unseal};

/// The first line of every file: for people, and for programs that guess what a file is.
const FIRST_LINE: &str = "// Krachtenveld - kaartbestand v1\n";

/// Gives the canonical text of a map: the same map gives the same bytes everywhere.
pub fn print_document(document: &Document) -> String {
    let mut text = FIRST_LINE.to_owned();
    text.push_str(&form::print(&schema::document_tree(document)));
    text
}
