//! A file system in memory that fails at a chosen step, and forgets at a power cut what was not brought to the disk.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{ErrorKind, Result};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, SystemTime};

use krachtenveld::storage::{Fs, Lock, Stat};

/// What a step that fails does, and whether later ones fail as well.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Failure {
    /// The step, counted from 1.
    pub(crate) step: usize,
    /// What the system says.
    pub(crate) kind: ErrorKind,
    /// How many steps fail, from that one on.
    pub(crate) times: usize,
}

/// What was done to the disk, in order.
#[derive(Debug, Clone)]
pub(crate) enum Done {
    /// A new file was written; brought to the disk or not.
    Written(PathBuf, Arc<Vec<u8>>, Synced),
    /// A file was cut to nothing and written again, in place; brought to the disk or not.
    InPlace(PathBuf, Arc<Vec<u8>>, Synced),
    /// A file was put in the place of another.
    Renamed(PathBuf, PathBuf),
    /// A file was taken away.
    Removed(PathBuf),
    /// The names in a folder were brought to the disk.
    Names(PathBuf),
}

/// Whether the content of a file was brought to the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Synced {
    Yes,
    No,
}

#[derive(Debug, Default)]
struct State {
    log: Vec<Done>,
    files: BTreeMap<PathBuf, Arc<Vec<u8>>>,
    /// The names and content that a power cut leaves.
    on_disk: BTreeMap<PathBuf, Arc<Vec<u8>>>,
    read_only: BTreeSet<PathBuf>,
    /// Folders in which no file may be made, and none put in the place of another.
    closed: BTreeSet<PathBuf>,
    locked: BTreeSet<PathBuf>,
    steps: usize,
    clock: u64,
    changed: BTreeMap<PathBuf, u64>,
    failure: Option<Failure>,
    paused: Duration,
}

/// A file system in memory.
#[derive(Debug, Clone, Default)]
pub(crate) struct MemFs(Arc<Mutex<State>>);

impl MemFs {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    /// Puts a file in place, on the disk at once.
    pub(crate) fn put(&self, path: impl AsRef<Path>, bytes: &[u8]) {
        let mut state = self.state();
        let bytes = Arc::new(bytes.to_vec());
        let path = path.as_ref().to_owned();
        state.on_disk.insert(path.clone(), bytes.clone());
        state.files.insert(path.clone(), bytes);
        state.touch(&path);
    }

    /// Gives the content of a file.
    pub(crate) fn get(&self, path: impl AsRef<Path>) -> Option<Vec<u8>> {
        let state = self.state();
        state.files.get(path.as_ref()).map(|bytes| bytes.to_vec())
    }

    /// Makes a file system that holds these files, all of them on the disk.
    pub(crate) fn holding(files: &BTreeMap<PathBuf, Arc<Vec<u8>>>) -> Self {
        Self(Arc::new(Mutex::new(State {
            files: files.clone(),
            on_disk: files.clone(),
            ..State::default()
        })))
    }

    /// Gives all files.
    pub(crate) fn files(&self) -> BTreeMap<PathBuf, Arc<Vec<u8>>> {
        self.state().files.clone()
    }

    /// Gives what was done to the disk so far.
    pub(crate) fn log(&self) -> Vec<Done> {
        self.state().log.clone()
    }

    /// Writes a file as careless programs do: in place, and without waiting for the disk.
    pub(crate) fn write_in_place(&self, path: &Path, bytes: &[u8]) {
        let mut state = self.state();
        let bytes = Arc::new(bytes.to_vec());
        state
            .log
            .push(Done::InPlace(path.to_owned(), bytes.clone(), Synced::No));
        state.files.insert(path.to_owned(), bytes);
        state.touch(path);
    }

    /// Writes a new file without waiting for the disk.
    pub(crate) fn write_without_waiting(&self, path: &Path, bytes: &[u8]) {
        let mut state = self.state();
        let bytes = Arc::new(bytes.to_vec());
        let done = Done::Written(path.to_owned(), bytes.clone(), Synced::No);
        state.log.push(done);
        state.files.insert(path.to_owned(), bytes);
        state.touch(path);
    }

    /// Lists all files.
    pub(crate) fn names(&self) -> Vec<PathBuf> {
        self.state().files.keys().cloned().collect()
    }

    /// Marks a file as not to be written.
    pub(crate) fn set_read_only(&self, path: impl AsRef<Path>) {
        self.state().read_only.insert(path.as_ref().to_owned());
    }

    /// Lets nothing be made in a folder; what is there may still be written.
    pub(crate) fn close_folder(&self, folder: impl AsRef<Path>) {
        self.state().closed.insert(folder.as_ref().to_owned());
    }

    /// Lets a step fail.
    pub(crate) fn fail(&self, failure: Option<Failure>) {
        let mut state = self.state();
        state.steps = 0;
        state.failure = failure;
    }

    /// Gives the number of steps since a failure was chosen.
    pub(crate) fn steps(&self) -> usize {
        self.state().steps
    }

    /// Gives how long was waited in all.
    pub(crate) fn paused(&self) -> Duration {
        self.state().paused
    }

    /// Frees a lock, as the system does when a program ends.
    pub(crate) fn end_program(&self) {
        self.state().locked.clear();
    }

    /// Gives what a power cut leaves: names that were not brought to the disk are lost, or not.
    pub(crate) fn after_power_cut(&self, names_kept: bool) -> Self {
        let state = self.state();
        let files = if names_kept {
            &state.files
        } else {
            &state.on_disk
        };
        Self(Arc::new(Mutex::new(State {
            files: files.clone(),
            on_disk: files.clone(),
            ..State::default()
        })))
    }

    fn step(&self) -> Result<MutexGuard<'_, State>> {
        let mut state = self.state();
        state.steps += 1;
        let step = state.steps;
        match state.failure {
            Some(failure) if (failure.step..failure.step + failure.times).contains(&step) => {
                Err(failure.kind.into())
            }
            Some(_) | None => Ok(state),
        }
    }
}

impl State {
    fn refuses(&self, path: &Path) -> bool {
        path.parent()
            .is_some_and(|folder| self.closed.contains(folder))
    }

    fn touch(&mut self, path: &Path) {
        self.clock += 1;
        self.changed.insert(path.to_owned(), self.clock);
    }
}

impl Fs for MemFs {
    fn read(&self, path: &Path) -> Result<Vec<u8>> {
        let state = self.step()?;
        let bytes = state.files.get(path).ok_or(ErrorKind::NotFound)?;
        Ok(bytes.to_vec())
    }

    fn write_new(&self, path: &Path, bytes: &[u8], _: Option<&Path>) -> Result<()> {
        match self.step() {
            Ok(mut state) => {
                if state.files.contains_key(path) {
                    return Err(ErrorKind::AlreadyExists.into());
                }
                if state.refuses(path) {
                    return Err(ErrorKind::PermissionDenied.into());
                }
                let bytes = Arc::new(bytes.to_vec());
                let done = Done::Written(path.to_owned(), bytes.clone(), Synced::Yes);
                state.log.push(done);
                state.files.insert(path.to_owned(), bytes);
                state.touch(path);
                Ok(())
            }
            Err(error) => {
                // A full disk leaves half a file.
                let half = Arc::new(bytes[..bytes.len() / 2].to_vec());
                let mut state = self.state();
                if !state.files.contains_key(path) && !state.refuses(path) {
                    let done = Done::Written(path.to_owned(), half.clone(), Synced::No);
                    state.log.push(done);
                    state.files.insert(path.to_owned(), half);
                }
                Err(error)
            }
        }
    }

    fn overwrite(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        let (result, written) = match self.step() {
            Ok(state) => {
                drop(state);
                (Ok(()), bytes)
            }
            // A full disk leaves half of it.
            Err(error) => (Err(error), &bytes[..bytes.len() / 2]),
        };
        let mut state = self.state();
        if !state.files.contains_key(path) {
            return Err(ErrorKind::NotFound.into());
        }
        if state.read_only.contains(path) {
            return Err(ErrorKind::PermissionDenied.into());
        }
        let bytes = Arc::new(written.to_vec());
        let synced = if result.is_ok() {
            Synced::Yes
        } else {
            Synced::No
        };
        let done = Done::InPlace(path.to_owned(), bytes.clone(), synced);
        state.log.push(done);
        if synced == Synced::Yes && state.on_disk.contains_key(path) {
            state.on_disk.insert(path.to_owned(), bytes.clone());
        }
        state.files.insert(path.to_owned(), bytes);
        state.touch(path);
        result
    }

    fn can_overwrite(&self, path: &Path) -> bool {
        self.step()
            .is_ok_and(|state| state.files.contains_key(path) && !state.read_only.contains(path))
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<()> {
        let mut state = self.step()?;
        if state.refuses(from) || state.refuses(to) {
            return Err(ErrorKind::PermissionDenied.into());
        }
        let bytes = state.files.remove(from).ok_or(ErrorKind::NotFound)?;
        state.files.insert(to.to_owned(), bytes);
        state.touch(to);
        let done = Done::Renamed(from.to_owned(), to.to_owned());
        state.log.push(done);
        Ok(())
    }

    fn sync_dir(&self, folder: &Path) -> Result<()> {
        let mut state = self.step()?;
        state.log.push(Done::Names(folder.to_owned()));
        state.on_disk = state.files.clone();
        Ok(())
    }

    fn remove(&self, path: &Path) -> Result<()> {
        let mut state = self.step()?;
        state.files.remove(path).ok_or(ErrorKind::NotFound)?;
        state.log.push(Done::Removed(path.to_owned()));
        Ok(())
    }

    fn remove_dir(&self, _: &Path) -> Result<()> {
        self.step().map(drop)
    }

    fn stat(&self, path: &Path) -> Result<Stat> {
        let state = self.step()?;
        let bytes = state.files.get(path).ok_or(ErrorKind::NotFound)?;
        let clock = state.changed.get(path).copied().unwrap_or_default();
        Ok(Stat {
            length: bytes.len() as u64,
            modified: Some(SystemTime::UNIX_EPOCH + Duration::from_secs(clock)),
            file: true,
            read_only: state.read_only.contains(path),
        })
    }

    fn list(&self, folder: &Path) -> Result<Vec<PathBuf>> {
        let state = self.step()?;
        let inside: BTreeSet<PathBuf> = state
            .files
            .keys()
            .filter_map(|file| {
                let first = file.strip_prefix(folder).ok()?.components().next()?;
                Some(folder.join(first))
            })
            .collect();
        Ok(inside.into_iter().collect())
    }

    fn create_dir(&self, _: &Path) -> Result<()> {
        self.step().map(drop)
    }

    fn resolve(&self, path: &Path) -> Result<PathBuf> {
        self.step().map(|_| path.to_owned())
    }

    fn try_lock(&self, path: &Path) -> Result<Option<Lock>> {
        let mut state = self.step()?;
        state.files.entry(path.to_owned()).or_default();
        let free = state.locked.insert(path.to_owned());
        Ok(free.then(Lock::in_memory))
    }

    fn pause(&self, time: Duration) {
        self.state().paused += time;
    }
}
