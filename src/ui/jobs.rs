//! Work beside the window: reading, saving, recovery, pictures and the settings. The only part of the window that
//! touches files.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::SystemTime;

use eframe::egui;

use super::background::When;
use super::keeper::{
    Claim, Claims, Deed, Ending, Keeping, OnDisk, Queue, SharedRecovery, Unsaved, Watched, lock,
};
use super::picture::{
    MapPicture, PictureError, ReportFile, course_report, map_drawing, pdf, png, svg,
};
use super::private_jobs::{Private, lay_beside};
use super::settings::{Settings, SettingsFile};
use crate::merge::{self, Change};
use crate::model::{Document, DocumentId, IdSource, Language};
use crate::session::Automatic;
use crate::storage::{
    self, Fingerprint, Fs as _, LoadedLens, MapSeal, Noticed, Offers, ReadError, RecoveryError,
    Restored, SaveError, SystemFs, UnsealError, Version, Work as Unfinished,
};

pub(crate) use super::settings::Recent;
pub(crate) use storage::Offer;

/// Where the program keeps what is not a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// The file of the settings.
    pub settings: PathBuf,
    /// The folder of the recovery snapshots.
    pub recovery: PathBuf,
}

impl Folders {
    /// Gives the folders of the user, as the system wants them; the present folder where it has none.
    pub fn of_user() -> Self {
        match directories::ProjectDirs::from("nl", "krachtenveld", "krachtenveld") {
            Some(dirs) => Self {
                settings: dirs.config_dir().join("settings.ron"),
                recovery: dirs.data_local_dir().join("recovery"),
            },
            None => Self {
                settings: PathBuf::from("settings.ron"),
                recovery: PathBuf::from("recovery"),
            },
        }
    }

    /// Gives the folder of the bases, beside that of the snapshots.
    pub(super) fn bases(&self) -> PathBuf {
        self.recovery.with_file_name("bases")
    }

    /// Gives the folder of the earlier versions of maps.
    pub(crate) fn versions(&self) -> PathBuf {
        self.recovery.with_file_name("versions")
    }

    /// Gives the folder of the locks of open files.
    fn locks(&self) -> PathBuf {
        self.recovery.with_file_name("locks")
    }

    /// Gives the folder of what is noted when the program falls.
    pub(crate) fn falls(&self) -> PathBuf {
        self.recovery.with_file_name("crashes")
    }

    /// Gives folders within another one, for tests.
    pub fn within(folder: &Path) -> Self {
        Self {
            settings: folder.join("settings.ron"),
            recovery: folder.join("recovery"),
        }
    }
}

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
    pub(super) fn new(restored: Restored, offer: Offer, seal: Option<Arc<MapSeal>>) -> Self {
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
    pub aim: super::shell::Aim,
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

type Work = Box<dyn FnOnce() -> Option<Done> + Send>;

/// Does work beside the window, in the order in which it was asked.
pub struct Jobs {
    folders: Folders,
    hand: Hand,
    done: Receiver<Done>,
    report: Sender<Done>,
    wake: Arc<Mutex<Option<egui::Context>>>,
    claims: Claims,
    unsaved: Unsaved,
    busy: Arc<AtomicUsize>,
    abandoned: bool,
}

/// Who does the work.
enum Hand {
    /// Threads of their own: one for files, one that keeps what was not saved yet.
    Threads(Threads),
    /// Whoever asks, at once: for tests.
    AtOnce(Mutex<Keeping>),
}

struct Threads {
    send: Option<Sender<Work>>,
    queue: Queue,
    running: Vec<JoinHandle<()>>,
}

impl Jobs {
    /// Works on threads.
    pub fn threaded(folders: Folders) -> Self {
        let mut jobs = Self::at_once(folders.clone());
        let (send, receive) = channel::<Work>();
        let report = jobs.reporter();
        let busy = Arc::clone(&jobs.busy);
        let files = thread("files", move || {
            for work in receive {
                if let Some(done) = guarded(work) {
                    report(done);
                }
                busy.fetch_sub(1, Ordering::SeqCst);
            }
        });
        let queue = Queue::default();
        let (theirs, report) = (queue.clone(), jobs.reporter());
        let keeper = thread("keeper", move || theirs.work(Keeping::new(folders), report));
        if let (Ok(files), Ok(keeper)) = (files, keeper) {
            jobs.hand = Hand::Threads(Threads {
                send: Some(send),
                queue,
                running: vec![files, keeper],
            });
        }
        jobs
    }

    /// Works at once, before the call returns: for tests.
    pub fn at_once(folders: Folders) -> Self {
        let (report, done) = channel();
        Self {
            hand: Hand::AtOnce(Mutex::new(Keeping::new(folders.clone()))),
            folders,
            done,
            report,
            wake: Arc::default(),
            claims: Claims::default(),
            unsaved: Unsaved::default(),
            busy: Arc::default(),
            abandoned: false,
        }
    }

    /// Gives what reports finished work and wakes the window.
    fn reporter(&self) -> impl Fn(Done) + Send + 'static {
        let (report, wake) = (self.report.clone(), Arc::clone(&self.wake));
        move |done| {
            // When the window is gone nobody waits for reports.
            drop(report.send(done));
            if let Some(ctx) = lock(&wake).as_ref() {
                ctx.request_repaint();
            }
        }
    }

    /// Says where other work beside the window is to be done.
    pub(crate) fn when(&self) -> When {
        match self.hand {
            Hand::Threads(_) => When::InBackground,
            Hand::AtOnce(_) => When::AtOnce,
        }
    }

    /// Wakes this window when work is done.
    pub fn wake_with(&mut self, ctx: &egui::Context) {
        let mut wake = lock(&self.wake);
        if wake.is_none() {
            *wake = Some(ctx.clone());
        }
    }

    /// Gives the work that was finished since the last call.
    pub fn finished(&mut self) -> Vec<Done> {
        self.done.try_iter().collect()
    }

    /// Says whether work that was asked is not done yet.
    pub fn busy(&self) -> bool {
        let keeping = match &self.hand {
            Hand::Threads(threads) => threads.queue.busy(),
            Hand::AtOnce(_) => 0,
        };
        !self.abandoned && keeping + self.busy.load(Ordering::SeqCst) > 0
    }

    /// Waits no longer for work that hangs on a disk that does not answer.
    pub(crate) fn abandon(&mut self) {
        self.abandoned = true;
    }

    /// Says whether nothing looks at the file of the open map unless it is asked to.
    pub(crate) fn looks_when_asked(&self) -> bool {
        matches!(self.hand, Hand::AtOnce(_))
    }

    /// Waits for all work that was asked, unless it hangs on a disk that does not answer.
    pub fn finish(&mut self) {
        if let Hand::Threads(threads) = &mut self.hand {
            drop(threads.send.take());
            threads.queue.close();
            let patience = std::time::Duration::from_secs(if self.abandoned { 0 } else { 5 });
            let until = std::time::Instant::now() + patience;
            for thread in threads.running.drain(..) {
                while !thread.is_finished() && std::time::Instant::now() < until {
                    std::thread::sleep(std::time::Duration::from_millis(5));
                }
                if thread.is_finished() {
                    // A panic there was told already; there is nobody left to tell.
                    drop(thread.join());
                }
            }
        }
    }

    /// Gives where the program keeps what is not a map.
    pub(super) fn folders(&self) -> Folders {
        self.folders.clone()
    }

    pub(super) fn work(&self, work: impl FnOnce() -> Option<Done> + Send + 'static) {
        let done = match &self.hand {
            Hand::Threads(Threads {
                send: Some(send), ..
            }) => {
                self.busy.fetch_add(1, Ordering::SeqCst);
                match send.send(Box::new(work)) {
                    Ok(()) => None,
                    Err(back) => {
                        self.busy.fetch_sub(1, Ordering::SeqCst);
                        back.0()
                    }
                }
            }
            Hand::Threads(Threads { send: None, .. }) | Hand::AtOnce(_) => work(),
        };
        if let Some(done) = done {
            // The receiver lives as long as this.
            drop(self.report.send(done));
        }
    }

    fn keep(&self, deed: Deed) {
        match &self.hand {
            Hand::Threads(threads) => threads.queue.push(deed),
            Hand::AtOnce(keeping) => {
                if let Some(done) = lock(keeping).act(deed) {
                    // The receiver lives as long as this.
                    drop(self.report.send(done));
                }
            }
        }
    }

    /// Keeps the work and notes the fault from now on whenever a part of the program panics.
    pub fn watch_falls(&self) {
        super::fall::watch(self.unsaved(), self.folders.falls());
    }

    /// Gives the last work that was not saved, for when the program falls.
    pub(crate) fn unsaved(&self) -> Unsaved {
        Arc::clone(&self.unsaved)
    }

    /// Looks for unsaved work and recent files.
    pub fn begin(&self) {
        let folders = self.folders.clone();
        self.work(move || {
            let recent = read_settings_file(&folders).recent;
            let folders = recent.iter().filter_map(|recent| recent.path.parent());
            sweep(folders.map(Path::to_owned).collect());
            Some(Done::Recent(recent))
        });
        self.keep(Deed::List);
    }

    /// Reads what the user set, or what fits the system when there is nothing yet.
    pub fn read_settings(folders: &Folders) -> Settings {
        read_settings_file(folders).settings()
    }

    /// Keeps what the user set.
    pub fn keep_settings(&self, settings: &Settings, recent: &[Recent]) {
        let file = SettingsFile::of(settings, recent);
        let path = self.folders.settings.clone();
        self.work(move || {
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder).ok()?;
            }
            // Settings that cannot be kept are no reason to disturb a session.
            std::fs::write(&path, file.text()).ok()?;
            None
        });
    }

    /// Opens a file.
    pub fn load(&self, path: PathBuf) {
        self.work(move || {
            let mut loaded = load(path);
            if let Loaded::Map {
                document,
                automatic,
                ..
            } = &mut loaded
            {
                *automatic = Automatic::of(document);
            }
            Some(Done::Loaded(Box::new(loaded)))
        });
    }

    /// Reads a map to lay beside the open one, and finds what both come from.
    pub(crate) fn beside(
        &self,
        path: PathBuf,
        mine: Arc<Document>,
        aim: super::shell::Aim,
        seal: Option<Arc<MapSeal>>,
    ) {
        let root = self.folders.bases();
        self.work(move || {
            let beside = lay_beside(mine, load(path), aim, &root, seal.as_deref());
            Some(Done::Beside(Box::new(beside)))
        });
    }

    /// Keeps a map that was opened or saved as a possible base; where that fails a merge does without.
    pub(crate) fn keep_base(&self, document: &Arc<Document>, seal: Option<Arc<MapSeal>>) {
        let (document, root) = (Arc::clone(document), self.folders.bases());
        self.work(move || {
            match seal {
                None => storage::keep_base(&SystemFs, &root, &document).ok()?,
                Some(seal) => {
                    storage::keep_closed_base(&SystemFs, &root, &document, &seal).ok()?;
                }
            }
            None
        });
    }

    /// Saves a map; refuses when the file is another than expected.
    pub fn save(&self, order: SaveOrder) {
        let (claims, locks) = (self.claims.clone(), self.folders.locks());
        let recovery = self.folders.recovery.clone();
        self.work(move || {
            let mut ids = IdSource::new(order.seed);
            let revised =
                storage::with_new_revision(&order.document, order.before.as_deref(), &mut ids);
            let result = match claims.claim(&locks, &order.path) {
                Claim::Elsewhere => Err(SaveError::OpenElsewhere {
                    path: order.path.clone(),
                }),
                Claim::Ours(_) | Claim::Unknown => {
                    let saved = save(&order, &revised, &recovery);
                    saved.map(|saved| (revised, saved.fingerprint))
                }
            };
            Some(Done::Saved(Box::new(SavedMap {
                path: order.path,
                written: order.document,
                expected: order.expected,
                result,
            })))
        });
    }

    /// Reads a lens.
    pub fn open_lens(&self, path: PathBuf) {
        self.work(move || {
            let read = match SystemFs.read(&path) {
                Ok(bytes) => storage::read_lens(&bytes).map_err(LoadError::from),
                Err(error) => Err(LoadError::Disk(error)),
            };
            Some(Done::LensRead(path, Box::new(read)))
        });
    }

    /// Saves the text of a lens.
    pub fn save_lens(&self, path: PathBuf, text: String) {
        self.work(move || {
            let saved = std::fs::write(&path, text);
            Some(Done::LensSaved(path, saved))
        });
    }

    /// Saves a picture of a map.
    pub fn picture(&self, path: PathBuf, document: &Arc<Document>, look: MapPicture) {
        let document = Arc::clone(document);
        self.work(move || {
            Some(Done::Pictured(
                write_picture(&path, &document, &look).map(|()| path),
            ))
        });
    }

    /// Saves the course page of a map.
    pub fn report(
        &self,
        path: PathBuf,
        form: ReportFile,
        document: &Arc<Document>,
        language: Language,
    ) {
        let document = Arc::clone(document);
        self.work(move || {
            Some(Done::Reported(
                write_report(&path, form, &document, language).map(|()| path),
            ))
        });
    }

    /// Opens the recovery store of a map; the number tells this run of the program from others.
    pub(crate) fn open_recovery(
        &self,
        document: DocumentId,
        instance: u64,
        seal: Option<Arc<MapSeal>>,
    ) -> SharedRecovery {
        let store = SharedRecovery::default();
        self.keep(Deed::Open(Arc::clone(&store), document, instance, seal));
        store
    }

    /// Keeps a snapshot.
    pub(crate) fn snapshot(&self, store: &SharedRecovery, work: Unfinished) {
        *lock(&self.unsaved) = Some((Arc::clone(store), work.clone()));
        self.keep(Deed::Snapshot(Arc::clone(store), work));
    }

    /// Drops the snapshots of a map that was saved as it is.
    pub(crate) fn clear_recovery(&self, store: &SharedRecovery) {
        *lock(&self.unsaved) = None;
        self.keep(Deed::Clear(Arc::clone(store)));
    }

    /// Closes the recovery store of a map.
    pub(crate) fn finish_recovery(&self, store: &SharedRecovery, ending: Ending) {
        *lock(&self.unsaved) = None;
        self.keep(Deed::Finish(Arc::clone(store), ending));
    }

    /// Restores unsaved work.
    pub fn restore(&self, offer: &Offer) {
        self.keep(Deed::Restore(offer.clone()));
    }

    /// Throws unsaved work away.
    pub fn discard(&self, offer: &Offer) {
        self.keep(Deed::Discard(offer.clone()));
    }

    /// Throws all unsaved work away that no window has open.
    pub fn wipe(&self) {
        self.keep(Deed::Wipe);
    }

    /// Watches the file of the open map, or none.
    pub(crate) fn watch(&self, watched: Option<Watched>) {
        self.keep(Deed::Watch(watched));
    }

    /// Looks now whether another program changed the watched file.
    pub(crate) fn look(&self) {
        self.keep(Deed::Look);
    }

    /// Claims a file for this window.
    pub(crate) fn claim(&self, path: &Path) {
        let (claims, locks) = (self.claims.clone(), self.folders.locks());
        let wanted = path.to_owned();
        self.work(move || {
            let claim = claims.claim(&locks, &wanted);
            Some(Done::Claimed(wanted, claim))
        });
    }

    /// Looks for copies that a synchroniser left beside a map, and clears what a killed program left there.
    pub(crate) fn look_beside(&self, path: &Path, document: &Arc<Document>) {
        let (path, document) = (path.to_owned(), Arc::clone(document));
        self.work(move || {
            if let Some(folder) = path.parent() {
                storage::sweep(&SystemFs, folder, SystemTime::now());
            }
            let copies = storage::conflict_copies(&SystemFs, &path, &document);
            (!copies.is_empty()).then_some(Done::Copies(path, copies))
        });
    }

    /// Keeps a map as an earlier version; where that fails the map itself is safe in its file.
    pub(crate) fn keep_version(&self, document: &Arc<Document>, seal: Option<Arc<MapSeal>>) {
        let (document, root) = (Arc::clone(document), self.folders.versions());
        self.work(move || {
            let (seal, now) = (seal.as_deref(), SystemTime::now());
            storage::keep_version(&SystemFs, &root, &document, seal, now).ok()?;
            None
        });
    }

    /// Reads the newest version of a map that anybody can read.
    pub(crate) fn newest_version(&self, document: DocumentId) {
        let root = self.folders.versions();
        self.work(move || {
            let versions = storage::versions(&SystemFs, &root, document);
            versions.iter().find_map(|version| {
                let kept = storage::read_version(&SystemFs, version, None).ok()?;
                Some(Done::KeptVersion(version.time, Arc::new(kept)))
            })
        });
    }

    /// Reads the earlier versions of a map and what they differ in.
    pub(crate) fn versions(&self, document: &Arc<Document>, seal: Option<Arc<MapSeal>>) {
        let (document, root) = (Arc::clone(document), self.folders.versions());
        self.work(move || {
            let read = |version: &Version| {
                let earlier = storage::read_version(&SystemFs, version, seal.as_deref()).ok()?;
                Some(EarlierVersion {
                    time: version.time,
                    changes: merge::compare(&earlier, &document),
                    document: Arc::new(earlier),
                })
            };
            let versions = storage::versions(&SystemFs, &root, document.id);
            Some(Done::Versions(versions.iter().filter_map(read).collect()))
        });
    }
}

/// Starts a thread with room for deep files.
fn thread(name: &str, work: impl FnOnce() + Send + 'static) -> std::io::Result<JoinHandle<()>> {
    std::thread::Builder::new()
        .name(name.to_owned())
        .stack_size(8 << 20)
        .spawn(work)
}

/// Does work; a fault of the program in it is told, and the work after it goes on.
fn guarded(work: Work) -> Option<Done> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Some(Done::Fell))
}

/// Saves a map; without a file expected there must be none.
fn save(
    order: &SaveOrder,
    revised: &Document,
    recovery: &Path,
) -> Result<storage::Saved, SaveError> {
    let expected = match &order.expected {
        ExpectedFile::Any => None,
        ExpectedFile::Same(fingerprint) => Some(fingerprint),
        ExpectedFile::Absent => {
            if let Ok(bytes) = SystemFs.read(&order.path) {
                let found = Fingerprint::of(&bytes, None);
                return Err(SaveError::ChangedOnDisk {
                    found,
                    path: order.path.clone(),
                });
            }
            None
        }
    };
    if order.way == WayToSave::InPlace {
        let copy = storage::CopyFirst {
            root: recovery,
            instance: order.seed,
        };
        let (fs, seal): (Arc<dyn storage::Fs>, _) = (Arc::new(SystemFs), order.seal.as_ref());
        return storage::save_in_place(&order.path, revised, seal, &fs, expected, copy);
    }
    match &order.seal {
        None => storage::save(&order.path, revised, &SystemFs, expected),
        Some(seal) => storage::save_sealed(&order.path, revised, seal, &SystemFs, expected),
    }
}

/// Gives a recent file as the window shows it.
pub(crate) fn shown(recent: &Recent) -> super::shell::Recent {
    super::shell::Recent {
        path: recent.path.clone(),
        title: recent.title.clone(),
        day: recent.day.parse().unwrap_or(jiff::civil::Date::ZERO),
    }
}

/// Gives the path of a file in the home of the user, as a proposal.
pub(crate) fn home_path(name: &str) -> String {
    let home = directories::UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
    home.map_or_else(
        || name.to_owned(),
        |home| home.join(name).to_string_lossy().into_owned(),
    )
}

fn read_settings_file(folders: &Folders) -> SettingsFile {
    std::fs::read_to_string(&folders.settings)
        .map(|text| SettingsFile::read(&text))
        .unwrap_or_default()
}

/// Clears what killed programs left in these folders, apart: one that is on a network may not answer for long.
fn sweep(folders: BTreeSet<PathBuf>) {
    let sweeping = move || {
        for folder in folders {
            storage::sweep(&SystemFs, &folder, SystemTime::now());
        }
    };
    // What is not cleared now is found again at the next start.
    drop(
        std::thread::Builder::new()
            .name("sweep".to_owned())
            .spawn(sweeping),
    );
}

fn load(path: PathBuf) -> Loaded {
    let bytes = match SystemFs.read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Loaded::Absent { path };
        }
        Err(error) => {
            return Loaded::Failed {
                path,
                error: LoadError::Disk(error),
            };
        }
    };
    match storage::read(&bytes) {
        Ok(loaded) => {
            let modified = SystemFs.stat(&path).ok().and_then(|stat| stat.modified);
            let fingerprint = Fingerprint::of(&bytes, modified);
            Loaded::Map {
                path,
                document: Box::new(loaded.document),
                fingerprint,
                notices: loaded.notices,
                automatic: Automatic::default(),
            }
        }
        Err(_) if storage::is_sealed(&bytes) => Loaded::Sealed { path, bytes },
        Err(error) => {
            let length = SystemFs.stat(&path).map_or(0, |stat| stat.length);
            Loaded::Failed {
                path,
                error: error.of_length(length).into(),
            }
        }
    }
}

/// Writes a picture of a map, of the kind that the name ends in.
pub fn write_picture(
    path: &Path,
    document: &Document,
    look: &MapPicture,
) -> Result<(), PictureJobError> {
    let drawing = map_drawing(document, look);
    let kind = path
        .extension()
        .map(|extension| extension.to_string_lossy().to_lowercase());
    let bytes = match kind.as_deref() {
        Some("svg") => svg(&drawing).into_bytes(),
        Some("png") => png(&drawing, 1.0)?,
        Some("pdf") => pdf(&drawing, &document.title)?,
        _ => return Err(PictureJobError::Kind),
    };
    Ok(std::fs::write(path, bytes)?)
}

/// Writes the course page of a map.
pub fn write_report(
    path: &Path,
    form: ReportFile,
    document: &Document,
    language: Language,
) -> Result<(), PictureJobError> {
    let bytes = course_report(document, form, language)?;
    Ok(std::fs::write(path, bytes)?)
}
