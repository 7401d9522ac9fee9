//! What the work is asked for, and what it says when it is done.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::SystemTime;

use crate::merge::Change;
use crate::model::Document;
use crate::session::Automatic;
use crate::storage::{
    Fingerprint, LoadedLens, MapSeal, Noticed, Offers, ReadError, RecoveryError, Restored,
    SaveError, UnsealError,
};
use crate::ui::keeper::{Claim, OnDisk};
use crate::ui::picture::PictureError;
use crate::ui::private_jobs::Private;

use super::{Offer, Recent};

/// What could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The file cannot be read from the disk.
    #[error("cannot read the file: {0}")]
    Disk(std::io::Error),
    /// The content is no map.
    #[error(transparent)]
    Content(#[from] ReadError),
    /// It is sealed and does not open with what was typed.
    #[error(transparent)]
    Sealed(UnsealError),
}

/// What came of opening a file.
#[derive(Debug)]
pub enum Loaded {
    /// A map.
    Map {
        /// Where it stands.
        path: PathBuf,
        /// What it holds.
        document: Box<Document>,
        /// The state of the file.
        fingerprint: Fingerprint,
        /// What was repaired or kept aside.
        notices: Vec<Noticed>,
        /// The automatic places of who has none, where they were asked for.
        automatic: Automatic,
    },
    /// A map that is sealed with a passphrase.
    Sealed {
        /// Where it stands.
        path: PathBuf,
        /// What the file holds.
        bytes: Vec<u8>,
    },
    /// There is no file at this path: a new map begins.
    Absent {
        /// Where it will stand.
        path: PathBuf,
    },
    /// It cannot be opened.
    Failed {
        /// Where it stands.
        path: PathBuf,
        /// Why.
        error: LoadError,
    },
}

/// What came of saving.
#[derive(Debug)]
pub struct SavedMap {
    /// Where it stands.
    pub path: PathBuf,
    /// What was handed in.
    pub written: Arc<Document>,
    /// Which file was to be there.
    pub expected: ExpectedFile,
    /// What was written, with its revision, and the state of the file.
    pub result: Result<(Document, Fingerprint), SaveError>,
}

/// Why a picture was not saved.
#[derive(Debug, thiserror::Error)]
pub enum PictureJobError {
    /// It could not be made.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// It could not be written.
    #[error("cannot write: {0}")]
    Disk(#[from] std::io::Error),
    /// The name ends in no known kind of picture.
    #[error("unknown kind of picture")]
    Kind,
}

/// Finished work.
#[derive(Debug)]
pub enum Done {
    /// A file was opened or not.
    Loaded(Box<Loaded>),
    /// A map was saved or not.
    Saved(Box<SavedMap>),
    /// A report was saved or not.
    Reported(Result<PathBuf, PictureJobError>),
    /// A picture was saved or not.
    Pictured(Result<PathBuf, PictureJobError>),
    /// The unsaved work that can be brought back.
    Offers(Offers),
    /// The recent files.
    Recent(Vec<Recent>),
    /// A map to lay beside the open one was read or not.
    Beside(Box<BesideMap>),
    /// Work on sealed maps and copies.
    Private(Box<Private>),
    /// A lens was read or not.
    LensRead(PathBuf, Box<Result<LoadedLens, LoadError>>),
    /// A lens was saved or not.
    LensSaved(PathBuf, std::io::Result<()>),
    /// Unsaved work was restored or not.
    Restored(Result<Box<BroughtBack>, RecoveryError>),
    /// A snapshot could not be kept.
    SnapshotFailed(SaveError),
    /// Another program changed the file of the open map.
    OnDisk(PathBuf, OnDisk),
    /// A file is ours to write, or another window has it open.
    Claimed(PathBuf, Claim),
    /// A synchroniser left copies beside the open map.
    Copies(PathBuf, Vec<PathBuf>),
    /// The earlier versions of the open map.
    Versions(Vec<EarlierVersion>),
    /// The newest version that was kept of a file that does not open.
    KeptVersion(SystemTime, Arc<Document>),
    /// Work was broken off by a fault of the program.
    Fell,
}

/// An earlier version of the open map.
#[derive(Debug)]
pub struct EarlierVersion {
    /// When it was saved or opened.
    pub time: SystemTime,
    /// What it holds.
    pub document: Arc<Document>,
    /// What differs between it and the open map.
    pub changes: Vec<Change>,
}

/// Unsaved work that was brought back.
#[derive(Debug)]
pub struct BroughtBack {
    /// What it holds.
    pub restored: Restored,
    /// The automatic places of who has none.
    pub automatic: Automatic,
    /// As what it was offered.
    pub offer: Offer,
    /// What its map is sealed with.
    pub seal: Option<Arc<MapSeal>>,
}

impl BroughtBack {
    /// Places who has no place, before the window gets it.
    pub(in crate::ui) fn new(restored: Restored, offer: Offer, seal: Option<Arc<MapSeal>>) -> Self {
        Self {
            automatic: Automatic::of(&restored.document),
            restored,
            offer,
            seal,
        }
    }
}

/// A map to lay beside the open one.
#[derive(Debug)]
pub struct BesideMap {
    /// The open map.
    pub mine: Arc<Document>,
    /// The other one.
    pub theirs: Loaded,
    /// What both come from, where it was kept.
    pub base: Option<Document>,
    /// What is to be done.
    pub aim: crate::ui::shell::Aim,
}

/// What a save is to be.
#[derive(Debug)]
pub struct SaveOrder {
    /// Where the map will stand.
    pub path: PathBuf,
    /// The map.
    pub document: Arc<Document>,
    /// The map as it was saved last, to see whether this is a new revision.
    pub before: Option<Arc<Document>>,
    /// Which file may be there.
    pub expected: ExpectedFile,
    /// In which way the file is written.
    pub way: WayToSave,
    /// Random bits for the revision.
    pub seed: u64,
    /// What the file is sealed with.
    pub seal: Option<Arc<MapSeal>>,
}

/// Which file may be in the place where a map is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExpectedFile {
    /// Any, or none: the user agreed.
    Any,
    /// None.
    Absent,
    /// The one that was read or written last.
    Same(Fingerprint),
}

/// In which way a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayToSave {
    /// A new file is put in its place.
    Replace,
    /// The file itself is written over, after a copy in the recovery store.
    InPlace,
}
