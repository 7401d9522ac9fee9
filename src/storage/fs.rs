//! The file system as far as we need it, so that a test can let any step fail.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::model::limits;

/// What is known of a file without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stat {
    /// Its size in bytes.
    pub length: u64,
    /// When it was last changed, where the system tells.
    pub modified: Option<SystemTime>,
    /// Whether it is a file, rather than a folder, a pipe or a device.
    pub file: bool,
    /// Whether it is marked as not to be written.
    pub read_only: bool,
}

/// Holds a lock until it is dropped; the system frees it when the program ends in whatever way.
pub struct Lock(#[expect(dead_code, reason = "held, not looked at")] Option<File>);

impl Lock {
    /// Makes a lock that holds no file of the system, for file systems in memory.
    pub fn in_memory() -> Self {
        Self(None)
    }
}

impl std::fmt::Debug for Lock {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Lock")
    }
}

/// The file system.
pub trait Fs: Send + Sync {
    /// Reads a file; one that is larger than any map is read no further than one byte beyond that.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// Writes a file that must not exist, with the rights of another where given and else for the user alone, and
    /// waits until its content is on the disk.
    fn write_new(&self, path: &Path, bytes: &[u8], like: Option<&Path>) -> io::Result<()>;

    /// Writes over a file that is there, and waits until its content is on the disk; half of it may stand there when
    /// this fails.
    fn overwrite(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// Says whether a file that is there may be written over.
    fn can_overwrite(&self, path: &Path) -> bool;

    /// Puts a file in the place of another.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Waits until the names in a folder are on the disk.
    fn sync_dir(&self, folder: &Path) -> io::Result<()>;

    /// Takes a file away.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Takes an empty folder away.
    fn remove_dir(&self, folder: &Path) -> io::Result<()>;

    /// Tells of a file without reading it.
    fn stat(&self, path: &Path) -> io::Result<Stat>;

    /// Lists what is in a folder.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;

    /// Makes a folder and those above it, for the user alone.
    fn create_dir(&self, folder: &Path) -> io::Result<()>;

    /// Gives the file that a link points at; a path that is no link as it is.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;

    /// Takes a lock; `None` when another program has it.
    fn try_lock(&self, path: &Path) -> io::Result<Option<Lock>>;

    /// Waits before another try.
    fn pause(&self, time: Duration);
}

/// The file system of the computer.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemFs;

impl Fs for SystemFs {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        // A pipe would hang, a device would never end.
        if !fs::metadata(path)?.is_file() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        let most = u64::try_from(limits::FILE).unwrap_or(u64::MAX);
        let mut bytes = Vec::new();
        File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn write_new(&self, path: &Path, bytes: &[u8], like: Option<&Path>) -> io::Result<()> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt as _;
            options.mode(0o600);
        }
        let mut file = options.open(path)?;
        // The rights of a file that is not there are no reason to fail.
        if let Some(rights) = like.and_then(|like| fs::metadata(like).ok()) {
            file.set_permissions(rights.permissions())?;
        }
        file.write_all(bytes)?;
        file.sync_all()
    }

    fn overwrite(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = OpenOptions::new().write(true).open(path)?;
        file.write_all(bytes)?;
        file.set_len(u64::try_from(bytes.len()).unwrap_or(u64::MAX))?;
        file.sync_all()
    }

    fn can_overwrite(&self, path: &Path) -> bool {
        OpenOptions::new().write(true).open(path).is_ok()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn sync_dir(&self, folder: &Path) -> io::Result<()> {
        // Windows cannot open a folder like this, and writes names through on its own.
        if cfg!(unix) {
            File::open(folder)?.sync_all()
        } else {
            Ok(())
        }
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_dir(&self, folder: &Path) -> io::Result<()> {
        fs::remove_dir(folder)
    }

    fn stat(&self, path: &Path) -> io::Result<Stat> {
        let found = fs::metadata(path)?;
        Ok(Stat {
            length: found.len(),
            modified: found.modified().ok(),
            file: found.is_file(),
            read_only: found.permissions().readonly(),
        })
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        fs::read_dir(folder)?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect()
    }

    fn create_dir(&self, folder: &Path) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::DirBuilderExt as _;
            builder.mode(0o700);
        }
        builder.create(folder)
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        match fs::symlink_metadata(path) {
            Ok(found) if found.is_symlink() => fs::canonicalize(path),
            Ok(_) => Ok(path.to_owned()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(path.to_owned()),
            Err(error) => Err(error),
        }
    }

    fn try_lock(&self, path: &Path) -> io::Result<Option<Lock>> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt as _;
            options.mode(0o600);
        }
        let file = options.open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Lock(Some(file)))),
            Err(fs::TryLockError::WouldBlock) => Ok(None),
            Err(fs::TryLockError::Error(error)) => Err(error),
        }
    }

    fn pause(&self, time: Duration) {
        std::thread::sleep(time);
    }
}
