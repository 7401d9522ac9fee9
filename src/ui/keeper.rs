//! Keeps what was not saved yet, on a thread of its own, and watches the file of the open map.
//!
//! Of several snapshots that wait only the last is written, so that typing never waits for a slow disk.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use super::jobs::{BroughtBack, Done, Folders};
use crate::model::{Document, DocumentId};
use crate::storage::{
    self, Fingerprint, Fs as _, MapSeal, Offer, Recovery, SaveError, SystemFs, Work, canonical,
};

/// How long lies between two looks at the file of the open map.
const LOOK: Duration = Duration::from_secs(2);
/// How long a file may be gone while another program replaces it.
const REPLACING: Duration = Duration::from_millis(300);

/// The recovery store of the open map; empty once it was closed.
pub(crate) type SharedRecovery = Arc<Mutex<Option<Recovery>>>;

/// The last work that was not saved, for when the program falls.
pub(crate) type Unsaved = Arc<Mutex<Option<(SharedRecovery, Work)>>>;

/// How keeping snapshots ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// All is in the file.
    Saved,
    /// The user let the changes go.
    LetGo,
}

/// The file of the open map, as it was read or written last.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Watched {
    /// Where it stands.
    pub path: PathBuf,
    /// Its state.
    pub fingerprint: Fingerprint,
}

/// What another program did to the file of the open map.
#[derive(Debug)]
pub enum OnDisk {
    /// It holds another version.
    Changed(Box<Document>, Fingerprint),
    /// It is sealed, and must be opened to see what it holds.
    Sealed(Vec<u8>, Fingerprint),
    /// It is sealed with something else than the open map.
    Locked,
    /// It holds no map any more.
    Broken,
    /// It is gone.
    Gone,
}

/// Something to be done by the keeper, in the order in which it was asked.
pub(crate) enum Deed {
    Open(SharedRecovery, DocumentId, u64, Option<Arc<MapSeal>>),
    Snapshot(SharedRecovery, Work),
    Clear(SharedRecovery),
    Finish(SharedRecovery, Ending),
    Discard(Offer),
    Restore(Offer),
    List,
    Wipe,
    Watch(Option<Watched>),
    Look,
}

/// What the keeper does its work with.
pub(crate) struct Keeping {
    folders: Folders,
    watched: Option<Watched>,
    told: Option<Told>,
}

/// What was told of the watched file already.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Told {
    Changed([u8; 32]),
    Broken([u8; 32]),
    Gone,
}

impl Keeping {
    pub(crate) fn new(folders: Folders) -> Self {
        Self {
            folders,
            watched: None,
            told: None,
        }
    }

    /// Does one thing.
    pub(crate) fn act(&mut self, deed: Deed) -> Option<Done> {
        match deed {
            Deed::Open(store, document, instance, seal) => {
                match self.open(document, instance, seal) {
                    Ok(recovery) => {
                        *lock(&store) = Some(recovery);
                        None
                    }
                    Err(error) => Some(Done::SnapshotFailed(error)),
                }
            }
            Deed::Snapshot(store, work) => snapshot(&store, &work).map(Done::SnapshotFailed),
            Deed::Clear(store) => {
                if let Some(recovery) = lock(&store).as_mut() {
                    recovery.clear();
                }
                None
            }
            Deed::Finish(store, ending) => {
                let recovery = lock(&store).take();
                match (recovery, ending) {
                    (Some(recovery), Ending::Saved) => recovery.finish(),
                    (Some(recovery), Ending::LetGo) => recovery.let_go(),
                    (None, _) => {}
                }
                None
            }
            Deed::Discard(offer) => {
                storage::discard(&SystemFs, &offer);
                None
            }
            Deed::Restore(offer) => Some(Done::Restored(
                storage::restore(&SystemFs, &offer)
                    .map(|restored| Box::new(BroughtBack::new(restored, offer, None))),
            )),
            Deed::List => {
                let now = SystemTime::now();
                let offers = storage::offers(&SystemFs, &self.folders.recovery, now);
                Some(Done::Offers(offers))
            }
            Deed::Wipe => {
                storage::wipe(&SystemFs, &self.folders.recovery);
                self.act(Deed::List)
            }
            Deed::Watch(watched) => {
                if self.watched != watched {
                    self.watched = watched;
                    self.told = None;
                }
                None
            }
            Deed::Look => self.look(),
        }
    }

    /// Opens the recovery store of a map, closed for its key where it is sealed.
    fn open(
        &self,
        document: DocumentId,
        instance: u64,
        seal: Option<Arc<MapSeal>>,
    ) -> Result<Recovery, SaveError> {
        let root = &self.folders.recovery;
        let recovery = Recovery::open(Arc::new(SystemFs), root, document, instance)?;
        match seal {
            None => Ok(recovery),
            Some(seal) => recovery.sealed(seal),
        }
    }

    /// Looks whether another program changed the watched file; tells each change once.
    fn look(&mut self) -> Option<Done> {
        let watched = self.watched.as_mut()?;
        let (told, seen) = look_at(watched, self.told)?;
        if self.told == Some(told) {
            return None;
        }
        self.told = Some(told);
        Some(Done::OnDisk(watched.path.clone(), seen))
    }
}

/// Looks at a file; `None` when it is as it was or cannot be looked at, such as on a network that is away for a moment.
fn look_at(watched: &mut Watched, told: Option<Told>) -> Option<(Told, OnDisk)> {
    let gone = |error: &std::io::Error| error.kind() == std::io::ErrorKind::NotFound;
    let mut found = SystemFs.stat(&watched.path);
    if found.as_ref().is_err_and(gone) && told != Some(Told::Gone) {
        SystemFs.pause(REPLACING);
        found = SystemFs.stat(&watched.path);
    }
    let stat = match found {
        Ok(stat) => stat,
        Err(error) if gone(&error) => return Some((Told::Gone, OnDisk::Gone)),
        Err(_) => return None,
    };
    if !watched.fingerprint.may_differ(&stat) {
        return None;
    }
    let mut bytes = SystemFs.read(&watched.path).ok()?;
    let mut loaded = whole(&bytes);
    if loaded.is_none() && told != Some(Told::Broken(Fingerprint::of(&bytes, None).hash)) {
        // Another program may be in the middle of writing it.
        SystemFs.pause(REPLACING);
        bytes = SystemFs.read(&watched.path).ok()?;
        loaded = whole(&bytes);
    }
    let seen = Fingerprint::of(&bytes, stat.modified);
    if seen.same_content(&watched.fingerprint) {
        watched.fingerprint = seen;
        return None;
    }
    Some(match loaded {
        Some(Whole::Plain(document)) => (Told::Changed(seen.hash), OnDisk::Changed(document, seen)),
        Some(Whole::Sealed) => (Told::Changed(seen.hash), OnDisk::Sealed(bytes, seen)),
        None => (Told::Broken(seen.hash), OnDisk::Broken),
    })
}

/// A file that is not half written.
enum Whole {
    /// A map that anybody reads.
    Plain(Box<Document>),
    /// A sealed one.
    Sealed,
}

fn whole(bytes: &[u8]) -> Option<Whole> {
    if storage::is_sealed(bytes) {
        return storage::hopeless(bytes).is_none().then_some(Whole::Sealed);
    }
    let loaded = storage::read(bytes).ok()?;
    Some(Whole::Plain(Box::new(loaded.document)))
}

/// Keeps a snapshot; gives the error where that failed.
fn snapshot(store: &SharedRecovery, work: &Work) -> Option<SaveError> {
    lock(store)
        .as_mut()
        .and_then(|recovery| recovery.snapshot(work).err())
}

/// Keeps the last work while the program falls; waits a moment for a store that is being opened or written.
pub(crate) fn flush(unsaved: &Unsaved) {
    let Some((store, work)) = lock(unsaved).take() else {
        return;
    };
    for _ in 0..100 {
        if let Ok(mut recovery) = store.try_lock()
            && let Some(recovery) = recovery.as_mut()
        {
            // Nothing more can be done where this fails.
            drop(recovery.snapshot(&work));
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// What waits for the keeper.
#[derive(Default)]
struct Waiting {
    deeds: VecDeque<Deed>,
    closed: bool,
}

/// The keeper seen from the window.
#[derive(Clone, Default)]
pub(crate) struct Queue {
    waiting: Arc<(Mutex<Waiting>, Condvar)>,
    busy: Arc<AtomicUsize>,
}

impl Queue {
    /// Asks for something; a snapshot takes the place of one of the same map that still waits.
    pub(crate) fn push(&self, deed: Deed) {
        let (waiting, bell) = &*self.waiting;
        let mut waiting = lock(waiting);
        if let Deed::Snapshot(store, _) = &deed
            && let Some(Deed::Snapshot(last, _)) = waiting.deeds.back()
            && Arc::ptr_eq(store, last)
        {
            waiting.deeds.pop_back();
            self.busy.fetch_sub(1, Ordering::SeqCst);
        }
        self.busy.fetch_add(1, Ordering::SeqCst);
        waiting.deeds.push_back(deed);
        bell.notify_one();
    }

    /// Says how much is not done yet.
    pub(crate) fn busy(&self) -> usize {
        self.busy.load(Ordering::SeqCst)
    }

    /// Lets the keeper end once all is done.
    pub(crate) fn close(&self) {
        let (waiting, bell) = &*self.waiting;
        lock(waiting).closed = true;
        bell.notify_one();
    }

    /// Works until the queue is closed and empty; looks at the watched file when there is nothing else to do.
    pub(crate) fn work(&self, mut keeping: Keeping, report: impl Fn(Done)) {
        while let Some(deed) = self.next() {
            let looking = matches!(deed, Deed::Look);
            match catch_unwind(AssertUnwindSafe(|| keeping.act(deed))) {
                Ok(Some(done)) => report(done),
                Ok(None) => {}
                Err(_) => report(Done::Fell),
            }
            if !looking {
                self.busy.fetch_sub(1, Ordering::SeqCst);
            }
        }
    }

    /// Waits for the next thing to do; `None` when there will be no more.
    fn next(&self) -> Option<Deed> {
        let (waiting, bell) = &*self.waiting;
        let mut waiting = lock(waiting);
        loop {
            if let Some(deed) = waiting.deeds.pop_front() {
                return Some(deed);
            }
            if waiting.closed {
                return None;
            }
            let (again, timeout) = bell
                .wait_timeout(waiting, LOOK)
                .unwrap_or_else(PoisonError::into_inner);
            waiting = again;
            if timeout.timed_out() && waiting.deeds.is_empty() && !waiting.closed {
                return Some(Deed::Look);
            }
        }
    }
}

/// A claim of this program on a file, for as long as its map is open.
type OurClaim = (PathBuf, std::sync::Weak<storage::Lock>);

/// The files that this program has open, so that a map opened again in the same window is still its own.
#[derive(Clone, Default)]
pub(crate) struct Claims(Arc<Mutex<Vec<OurClaim>>>);

impl Claims {
    /// Claims a file; `None` when another program has it open, or the system has no locks to give.
    pub(crate) fn claim(&self, root: &Path, path: &Path) -> Claim {
        let path = canonical(&SystemFs, path);
        let mut claims = lock(&self.0);
        claims.retain(|(_, claim)| claim.strong_count() > 0);
        let ours = claims.iter().find(|(claimed, _)| *claimed == path);
        if let Some(ours) = ours.and_then(|(_, claim)| claim.upgrade()) {
            return Claim::Ours(ours);
        }
        match storage::claim(&SystemFs, root, &path) {
            Ok(Some(claim)) => {
                let claim = Arc::new(claim);
                claims.push((path, Arc::downgrade(&claim)));
                Claim::Ours(claim)
            }
            Ok(None) => Claim::Elsewhere,
            // Without locks the fingerprint of the file still keeps two windows from overwriting each other.
            Err(_) => Claim::Unknown,
        }
    }
}

/// Whether this program may write a file.
#[derive(Debug, Clone)]
pub enum Claim {
    /// Nobody else has it open.
    Ours(Arc<storage::Lock>),
    /// Another window has it open.
    Elsewhere,
    /// The system has no locks to give.
    Unknown,
}

/// Locks; a thread that fell left nothing half done that is not written again.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
