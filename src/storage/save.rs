//! Saving: after it the file is the old map or the new one, whatever happens on the way.
//!
//! A temporary file in the same folder is written and brought to the disk, put in the place of the map, and the folder is
//! brought to the disk as well: each of these steps keeps a power cut from costing a map or the last save.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::time::{Duration, SystemTime};

use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::fs::{Fs, Stat};
use super::{MapSeal, ReadError, SealError, print_document, read};
use crate::model::{Document, limits};

/// How often a file is tried that another program holds.
const TRIES: u32 = 10;
/// How long lies between two tries; together three seconds.
const BETWEEN: Duration = Duration::from_millis(333);

/// Tells whether a file on the disk is still the one that was read or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint {
    /// Its size in bytes.
    pub length: u64,
    /// When it was last changed, where the system tells.
    pub modified: Option<SystemTime>,
    /// The SHA-256 of its content.
    pub hash: [u8; 32],
}

impl Fingerprint {
    /// Takes the fingerprint of a file that was read.
    pub fn of(bytes: &[u8], modified: Option<SystemTime>) -> Self {
        Self {
            length: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            modified,
            hash: Sha256::digest(bytes).into(),
        }
    }

    /// Says whether the content is the same, whenever it was written.
    pub fn same_content(&self, other: &Self) -> bool {
        self.length == other.length && self.hash == other.hash
    }

    /// Says at a glance whether a file may have changed; then its content decides.
    pub fn may_differ(&self, stat: &Stat) -> bool {
        self.length != stat.length || self.modified != stat.modified
    }
}

/// What a save did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saved {
    /// The fingerprint of the file as it is now.
    pub fingerprint: Fingerprint,
    /// Whether a power cut right now would keep it; some network folders cannot promise that.
    pub durable: bool,
}

/// Why a map was not saved; the file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// What would be written could not be read again.
    #[error("the map would not open again: {0}")]
    Unreadable(ReadError),
    /// What would be written is not what is on the screen.
    #[error("the map would open as another one")]
    Different,
    /// The map is larger than the loader reads.
    #[error("the map is {bytes} bytes, at most {limit} can be opened")]
    TooBig {
        /// How large it is.
        bytes: usize,
        /// How large it may be.
        limit: usize,
    },
    /// The map could not be sealed.
    #[error(transparent)]
    NotSealed(SealError),
    /// Another program changed the file.
    #[error("the file was changed by another program: {}", path.display())]
    ChangedOnDisk {
        /// The file as it is now.
        found: Fingerprint,
        /// The file.
        path: PathBuf,
    },
    /// The file is not there any more.
    #[error("the file is gone: {}", path.display())]
    Vanished {
        /// The file.
        path: PathBuf,
    },
    /// The folder is not there.
    #[error("the folder is not there: {}", path.display())]
    NoFolder {
        /// The file.
        path: PathBuf,
    },
    /// What stands at the path is no file.
    #[error("this is no file: {}", path.display())]
    NotAFile {
        /// The path.
        path: PathBuf,
    },
    /// The disk or the quota is full.
    #[error("the disk is full: {}", path.display())]
    DiskFull {
        /// The file.
        path: PathBuf,
    },
    /// The file or the disk must not be written.
    #[error("the file is read-only: {}", path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// The user may not write here.
    #[error("no permission to write: {}", path.display())]
    Permission {
        /// The file.
        path: PathBuf,
    },
    /// No file can be made beside it, or put in its place; it can be written over itself, which the user must choose.
    #[error("the file can be written only in place: {}", path.display())]
    OnlyInPlace {
        /// The file.
        path: PathBuf,
    },
    /// The copy that must stand in the store before a file is written over could not be made.
    #[error("no copy could be made first: {0}")]
    NoCopyFirst(Box<Self>),
    /// Writing over the file itself failed.
    #[error("the file could not be written: {}; a copy is {}", path.display(), copy.display())]
    BrokenInPlace {
        /// The file.
        path: PathBuf,
        /// Where a whole copy stands of what was to be written.
        copy: PathBuf,
        /// Whether the file holds what it held before.
        as_before: bool,
    },
    /// Another program holds the file.
    #[error("another program holds the file: {}", path.display())]
    Busy {
        /// The file.
        path: PathBuf,
    },
    /// Another window has the file open.
    #[error("another window has the file open: {}", path.display())]
    OpenElsewhere {
        /// The file.
        path: PathBuf,
    },
    /// The name is too long for the system, or holds what it does not allow.
    #[error("the system does not take this name: {}", path.display())]
    BadName {
        /// The file.
        path: PathBuf,
    },
    /// Something else went wrong.
    #[error("{source}: {}", path.display())]
    Io {
        /// What the system said.
        source: io::Error,
        /// The file.
        path: PathBuf,
    },
}

/// Saves a map. With a fingerprint the file must still have that content; without one it is written whatever is there.
pub fn save(
    path: &Path,
    document: &Document,
    fs: &dyn Fs,
    expected: Option<&Fingerprint>,
) -> Result<Saved, SaveError> {
    let text = checked_text(document)?;
    save_bytes(path, text.as_bytes(), fs, expected)
}

/// Saves a text that is no map, such as a sealed one, as safely as a map; whatever is there is replaced.
pub fn save_text(path: &Path, text: &str, fs: &dyn Fs) -> Result<Saved, SaveError> {
    save_bytes(path, text.as_bytes(), fs, None)
}

fn save_bytes(
    path: &Path,
    bytes: &[u8],
    fs: &dyn Fs,
    expected: Option<&Fingerprint>,
) -> Result<Saved, SaveError> {
    let target = fs.resolve(path).map_err(|error| save_error(error, path))?;
    let there = check_target(&target, bytes, fs, expected)?;
    let durable = match there {
        Target::SameContent => sync_folder(&target, fs),
        Target::Other => replace(&target, bytes, fs)?,
    };
    let modified = fs.stat(&target).ok().and_then(|stat| stat.modified);
    Ok(Saved {
        fingerprint: Fingerprint::of(bytes, modified),
        durable,
    })
}

/// Saves a map sealed with its passphrase, as safely as a plain one.
pub fn save_sealed(
    path: &Path,
    document: &Document,
    seal: &MapSeal,
    fs: &dyn Fs,
    expected: Option<&Fingerprint>,
) -> Result<Saved, SaveError> {
    save_bytes(path, sealed_text(document, seal)?.as_bytes(), fs, expected)
}

/// Prints a map, makes sure that it opens again as the same, and seals it.
pub(super) fn sealed_text(document: &Document, seal: &MapSeal) -> Result<String, SaveError> {
    let text = Zeroizing::new(checked_text(document)?);
    super::seal(text.as_bytes(), seal.passphrase(), &AtomicBool::new(false))
        .map_err(SaveError::NotSealed)
}

/// Prints a map and makes sure that it opens again as the same.
pub(super) fn checked_text(document: &Document) -> Result<String, SaveError> {
    let text = print_document(document);
    if text.len() > limits::FILE {
        return Err(SaveError::TooBig {
            bytes: text.len(),
            limit: limits::FILE,
        });
    }
    let loaded = read(text.as_bytes()).map_err(SaveError::Unreadable)?;
    // Text that was not composed is printed composed, so the models may differ where the texts do not.
    if loaded.document == *document || print_document(&loaded.document) == text {
        Ok(text)
    } else {
        Err(SaveError::Different)
    }
}

/// What is at the place of a map.
pub(super) enum Target {
    /// Exactly what would be written.
    SameContent,
    /// Something else, or nothing.
    Other,
}

pub(super) fn check_target(
    target: &Path,
    text: &[u8],
    fs: &dyn Fs,
    expected: Option<&Fingerprint>,
) -> Result<Target, SaveError> {
    let path = || target.to_owned();
    let stat = match fs.stat(target) {
        Ok(stat) => stat,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return match expected {
                Some(_) => Err(SaveError::Vanished { path: path() }),
                None => Ok(Target::Other),
            };
        }
        Err(error) => return Err(save_error(error, target)),
    };
    if !stat.file {
        return Err(SaveError::NotAFile { path: path() });
    }
    if stat.read_only {
        return Err(SaveError::ReadOnly { path: path() });
    }
    let found = patiently(fs, || fs.read(target)).map_err(|error| save_error(error, target))?;
    if found == text {
        return Ok(Target::SameContent);
    }
    let found = Fingerprint::of(&found, stat.modified);
    match expected {
        Some(expected) if !expected.same_content(&found) => Err(SaveError::ChangedOnDisk {
            found,
            path: path(),
        }),
        Some(_) | None => Ok(Target::Other),
    }
}

/// Puts a new text in the place of a file; says whether a power cut would keep it.
fn replace(target: &Path, text: &[u8], fs: &dyn Fs) -> Result<bool, SaveError> {
    let temporary =
        write_temporary(target, text, fs).map_err(|error| refused(error, target, fs))?;
    if let Err(error) = patiently(fs, || fs.rename(&temporary, target)) {
        drop(fs.remove(&temporary));
        return Err(refused(error, target, fs));
    }
    Ok(sync_folder(target, fs))
}

/// Names why a file cannot be put in the place of another; where that one can be written over itself, says so.
fn refused(source: io::Error, target: &Path, fs: &dyn Fs) -> SaveError {
    let of_the_folder = matches!(
        source.kind(),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
    );
    if of_the_folder && fs.can_overwrite(target) {
        return SaveError::OnlyInPlace {
            path: target.to_owned(),
        };
    }
    save_error(source, target)
}

/// Writes a temporary file beside a file. The synchroniser of Microsoft leaves `.tmp` alone.
fn write_temporary(target: &Path, text: &[u8], fs: &dyn Fs) -> io::Result<PathBuf> {
    let mut last = io::ErrorKind::AlreadyExists.into();
    for attempt in 0..100_u32 {
        let temporary = target.with_file_name(temporary_name(text, attempt));
        match fs.write_new(&temporary, text, Some(target)) {
            Ok(()) => return Ok(temporary),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => last = error,
            Err(error) => {
                // Half a file of a full disk is of no use to anybody.
                drop(fs.remove(&temporary));
                return Err(error);
            }
        }
    }
    Err(last)
}

/// Gives a name that hardly anything else has.
fn temporary_name(text: &[u8], attempt: u32) -> String {
    const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let mut hash = Sha256::new();
    hash.update(text);
    hash.update(std::process::id().to_le_bytes());
    hash.update(attempt.to_le_bytes());
    let letters = hash
        .finalize()
        .iter()
        .take(6)
        .filter_map(|byte| LETTERS.get(usize::from(byte & 31)).copied())
        .map(char::from)
        .collect::<String>();
    format!("~kv-{letters}.tmp")
}

pub(super) fn sync_folder(target: &Path, fs: &dyn Fs) -> bool {
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        Some(_) | None => Path::new("."),
    };
    fs.sync_dir(folder).is_ok()
}

/// Tries again while another program, such as a virus scanner or a synchroniser, holds a file.
fn patiently<T>(fs: &dyn Fs, mut act: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    for _ in 1..TRIES {
        match act() {
            Err(error) if held_by_another(&error) => fs.pause(BETWEEN),
            done => return done,
        }
    }
    act()
}

fn held_by_another(error: &io::Error) -> bool {
    // On Windows: sharing violation, lock violation, and the access denied that a rename gives in their stead.
    let windows = cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33));
    windows || error.kind() == io::ErrorKind::ResourceBusy
}

/// Names what went wrong.
pub(super) fn save_error(source: io::Error, path: &Path) -> SaveError {
    let path = path.to_owned();
    match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            SaveError::DiskFull { path }
        }
        io::ErrorKind::ReadOnlyFilesystem => SaveError::ReadOnly { path },
        io::ErrorKind::ResourceBusy => SaveError::Busy { path },
        _ if held_by_another(&source) => SaveError::Busy { path },
        io::ErrorKind::PermissionDenied => SaveError::Permission { path },
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => SaveError::NoFolder { path },
        io::ErrorKind::IsADirectory => SaveError::NotAFile { path },
        io::ErrorKind::InvalidFilename | io::ErrorKind::InvalidInput => SaveError::BadName { path },
        _ => SaveError::Io { source, path },
    }
}
