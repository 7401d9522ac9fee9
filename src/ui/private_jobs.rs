//! Work beside the window on sealed maps, copies that leave, and copies that must go.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use zeroize::Zeroizing;

use super::jobs::{BesideMap, BroughtBack, Done, Jobs, LoadError, Loaded, Offer};
use super::keeper::OnDisk;
use super::shell::Aim;
use crate::model::{Document, DocumentId};
use crate::session::Automatic;
use crate::share;
use crate::storage::{
    self, CopyKind, Fingerprint, Fs as _, KeptCopy, MapSeal, Noticed, Passphrase, RecoveryError,
    SaveError, SealError, SystemFs,
};

/// The file of a sealed map, and what it is opened for.
#[derive(Debug, Clone)]
pub(crate) struct SealedFile {
    /// Where it stands.
    pub(crate) path: PathBuf,
    /// What it holds.
    pub(crate) bytes: Arc<Vec<u8>>,
    /// The open map that it is laid beside, and to what end; else it is opened.
    pub(crate) beside: Option<(Arc<Document>, Aim, Option<Arc<MapSeal>>)>,
}

/// A sealed map that was opened.
#[derive(Debug)]
pub struct Opened {
    /// Where it stands.
    pub path: PathBuf,
    /// What it holds.
    pub document: Document,
    /// The state of the file.
    pub fingerprint: Fingerprint,
    /// What was noticed.
    pub notices: Vec<Noticed>,
    /// The automatic places of who has none, where it is opened.
    pub automatic: Automatic,
    /// What it is sealed with.
    pub seal: Arc<MapSeal>,
}

/// Why a copy was not made.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// It was not sealed.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// It was not saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// Finished work on sealed maps and copies.
#[derive(Debug)]
pub enum Private {
    /// A sealed map was opened or not.
    Opened(Result<Box<Opened>, LoadError>),
    /// Unsaved work on a sealed map was restored or not.
    Restored(Result<Box<BroughtBack>, RecoveryError>),
    /// A copy was saved or not.
    Sent(Result<PathBuf, SendError>),
    /// A copy was sealed for the clipboard or not.
    Sealed(Result<String, SendError>),
    /// Where a map is kept.
    Copies(Vec<KeptCopy>),
    /// How many copies went, and which stayed.
    Removed(usize, Vec<PathBuf>),
    /// In which other maps a name occurs, and how often; `None` where a map was not searched.
    FoundIn(Vec<(String, Option<usize>)>),
    /// A map that is no UTF-8 was read as Windows-1252 or not.
    Windows(
        PathBuf,
        Result<(Box<Document>, Automatic, Vec<Noticed>), LoadError>,
    ),
}

/// A copy that leaves.
#[derive(Debug, Clone)]
pub(crate) struct Outgoing {
    /// The copy.
    pub(crate) copy: Arc<Document>,
    /// The map it was made of.
    pub(crate) own: DocumentId,
    /// The identities of the copy with those of the map, where they differ.
    pub(crate) ids: BTreeMap<String, String>,
    /// What it is sealed with.
    pub(crate) passphrase: Option<Passphrase>,
    /// What the map it was made of is sealed with.
    pub(crate) seal: Option<Arc<MapSeal>>,
    /// Set when the user thinks better of it.
    pub(crate) cancel: Arc<AtomicBool>,
}

impl Outgoing {
    fn text(&self) -> Result<Zeroizing<String>, SendError> {
        let plain = Zeroizing::new(storage::print_document(&self.copy));
        Ok(match &self.passphrase {
            None => plain,
            Some(passphrase) => {
                Zeroizing::new(storage::seal(plain.as_bytes(), passphrase, &self.cancel)?)
            }
        })
    }

    /// Keeps what the copy is known by when it comes back; without that a merge takes only additions by itself.
    fn remember(&self, root: &Path) {
        let (own, copy, seal) = (self.own, &self.copy, self.seal.as_deref());
        drop(storage::keep_sent_base(&SystemFs, root, own, copy, seal));
        if !self.ids.is_empty() {
            drop(storage::keep_sent_ids(
                &SystemFs, root, own, copy, &self.ids, seal,
            ));
        }
    }
}

impl Jobs {
    /// Opens a sealed map with a passphrase.
    pub(crate) fn unseal(&self, file: SealedFile, passphrase: Passphrase, cancel: Arc<AtomicBool>) {
        let root = self.folders().bases();
        self.work(move || {
            let opened = open_sealed(&file, &passphrase, &cancel, &root);
            Some(match (file.beside, opened) {
                (Some((mine, aim, seal)), Ok(opened)) => {
                    let theirs = Loaded::Map {
                        path: file.path,
                        document: Box::new(opened.document),
                        fingerprint: opened.fingerprint,
                        notices: opened.notices,
                        automatic: Automatic::default(),
                    };
                    Done::Beside(Box::new(lay_beside(
                        mine,
                        theirs,
                        aim,
                        &root,
                        seal.as_deref(),
                    )))
                }
                (_, opened) => Done::Private(Box::new(Private::Opened(opened.map(Box::new)))),
            })
        });
    }

    /// Opens what another program wrote over a sealed map, with what the open map is sealed with.
    pub(crate) fn open_on_disk(
        &self,
        path: PathBuf,
        bytes: Vec<u8>,
        print: Fingerprint,
        seal: Option<Arc<MapSeal>>,
    ) {
        self.work(move || {
            Some(Done::OnDisk(
                path,
                seen_on_disk(&bytes, print, seal.as_deref()),
            ))
        });
    }

    /// Restores unsaved work on a sealed map.
    pub(crate) fn restore_sealed(
        &self,
        offer: Offer,
        passphrase: Passphrase,
        cancel: Arc<AtomicBool>,
    ) {
        self.work(move || {
            let restored = storage::restore_sealed(&SystemFs, &offer, &passphrase, &cancel);
            let restored = restored.map(|(restored, path, seal)| {
                let (offer, seal) = (Offer { path, ..offer }, Some(Arc::new(seal)));
                Box::new(BroughtBack::new(restored, offer, seal))
            });
            Some(Done::Private(Box::new(Private::Restored(restored))))
        });
    }

    /// Saves a copy that leaves, and keeps what it is known by when it comes back.
    pub(crate) fn send_copy(&self, path: PathBuf, outgoing: Outgoing) {
        let root = self.folders().bases();
        self.work(move || {
            let sent = outgoing.text().and_then(|text| {
                storage::save_text(&path, &text, &SystemFs)?;
                outgoing.remember(&root);
                Ok(path)
            });
            Some(Done::Private(Box::new(Private::Sent(sent))))
        });
    }

    /// Seals a copy for the clipboard.
    pub(crate) fn seal_copy(&self, outgoing: Outgoing) {
        let root = self.folders().bases();
        self.work(move || {
            let sealed = outgoing.text().map(|text| {
                outgoing.remember(&root);
                text.as_str().to_owned()
            });
            Some(Done::Private(Box::new(Private::Sealed(sealed))))
        });
    }

    /// Lists where a map is kept.
    pub(crate) fn list_copies(&self, document: DocumentId, path: Option<PathBuf>) {
        let folders = self.folders();
        let store = [
            (CopyKind::Recovery, folders.recovery.clone()),
            (CopyKind::Backup, folders.versions()),
            (CopyKind::Base, folders.bases()),
        ];
        self.work(move || {
            let found = storage::kept_copies(&SystemFs, path.as_deref(), &store, document);
            Some(Done::Private(Box::new(Private::Copies(found))))
        });
    }

    /// Removes copies; what is in use stays.
    pub(crate) fn remove_copies(&self, copies: Vec<KeptCopy>) {
        self.work(move || {
            let (mut gone, mut left) = (0, Vec::new());
            for copy in copies {
                match storage::remove_copy(&SystemFs, &copy) {
                    Ok(()) => gone += 1,
                    Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                    Err(_) => left.push(copy.path),
                }
            }
            Some(Done::Private(Box::new(Private::Removed(gone, left))))
        });
    }

    /// Searches other maps for a name.
    pub(crate) fn search_maps(&self, maps: Vec<(PathBuf, String)>, name: String) {
        self.work(move || {
            let found = maps.into_iter().map(|(path, title)| {
                let places = SystemFs
                    .read(&path)
                    .ok()
                    .and_then(|bytes| storage::read(&bytes).ok())
                    .map(|loaded| share::mentions(&loaded.document, &name).len());
                (title, places)
            });
            let found = found.filter(|(_, places)| *places != Some(0)).collect();
            Some(Done::Private(Box::new(Private::FoundIn(found))))
        });
    }

    /// Reads a map that is no UTF-8 as Windows-1252.
    pub(crate) fn load_windows(&self, path: PathBuf) {
        self.work(move || {
            let loaded = SystemFs
                .read(&path)
                .map_err(LoadError::Disk)
                .and_then(|bytes| {
                    let loaded = storage::read_windows_1252(&bytes)?;
                    let automatic = Automatic::of(&loaded.document);
                    Ok((Box::new(loaded.document), automatic, loaded.notices))
                });
            Some(Done::Private(Box::new(Private::Windows(path, loaded))))
        });
    }

    /// Lays a map that was read already beside the open one.
    pub(crate) fn beside_read(
        &self,
        theirs: Loaded,
        mine: Arc<Document>,
        aim: Aim,
        seal: Option<Arc<MapSeal>>,
    ) {
        let root = self.folders().bases();
        self.work(move || {
            Some(Done::Beside(Box::new(lay_beside(
                mine,
                theirs,
                aim,
                &root,
                seal.as_deref(),
            ))))
        });
    }
}

fn seen_on_disk(bytes: &[u8], print: Fingerprint, seal: Option<&MapSeal>) -> OnDisk {
    let Some(seal) = seal else {
        return OnDisk::Locked;
    };
    match storage::unseal(bytes, seal.passphrase(), &AtomicBool::new(false)) {
        Ok(plain) => match storage::read(&plain) {
            Ok(loaded) => OnDisk::Changed(Box::new(loaded.document), print),
            Err(_) => OnDisk::Broken,
        },
        Err(storage::UnsealError::WrongPassphrase) => OnDisk::Locked,
        Err(_) => OnDisk::Broken,
    }
}

fn open_sealed(
    file: &SealedFile,
    passphrase: &Passphrase,
    cancel: &AtomicBool,
    root: &Path,
) -> Result<Opened, LoadError> {
    let plain = storage::unseal(&file.bytes, passphrase, cancel).map_err(LoadError::Sealed)?;
    let loaded = storage::read(&plain)?;
    let seal = storage::map_seal(&SystemFs, root, loaded.document.id, passphrase, cancel)
        .map_err(|_stopped| LoadError::Sealed(storage::UnsealError::Cancelled))?;
    let modified = SystemFs
        .stat(&file.path)
        .ok()
        .and_then(|stat| stat.modified);
    Ok(Opened {
        path: file.path.clone(),
        automatic: match file.beside {
            None => Automatic::of(&loaded.document),
            Some(_) => Automatic::default(),
        },
        document: loaded.document,
        fingerprint: Fingerprint::of(&file.bytes, modified),
        notices: loaded.notices,
        seal: Arc::new(seal),
    })
}

/// Finds what two maps come from; a copy without names that came back gets its names and identities again.
pub(super) fn lay_beside(
    mine: Arc<Document>,
    theirs: Loaded,
    aim: Aim,
    root: &Path,
    seal: Option<&MapSeal>,
) -> BesideMap {
    let Loaded::Map {
        path,
        document,
        fingerprint,
        notices,
        automatic,
    } = theirs
    else {
        return BesideMap {
            mine,
            theirs,
            base: None,
            aim,
        };
    };
    let mut base = storage::find_base_with(&SystemFs, root, &mine, &document, seal);
    let mut document = document;
    if let Some(ids) = storage::find_sent_ids(&SystemFs, root, mine.id, &document, seal) {
        base = base.map(|base| share::rejoin_by(&base, &mine, &ids).0);
        *document = share::rejoin_by(&document, &mine, &ids).0;
    }
    BesideMap {
        mine,
        theirs: Loaded::Map {
            path,
            document,
            fingerprint,
            notices,
            automatic,
        },
        base,
        aim,
    }
}
