//! Work beside the window: reading, saving, recovery, pictures and the settings. The only part of the window that
//! touches files.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use eframe::egui;

use super::background::When;
use super::picture::{
    MapPicture, PictureError, ReportFile, course_report, map_drawing, pdf, png, svg,
};
use super::settings::{Settings, SettingsFile};
use crate::model::{Document, DocumentId, IdSource, Language};
use crate::session::Automatic;
use crate::storage::{
    self, Fingerprint, Fs as _, Noticed, ReadError, Recovery, RecoveryError, SaveError, SystemFs,
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
    fn bases(&self) -> PathBuf {
        self.recovery.with_file_name("bases")
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
    /// What the welcome screen shows: unsaved work and recent files.
    Offers(Vec<Offer>, Vec<Recent>),
    /// A map to lay beside the open one was read or not.
    Beside(Box<BesideMap>),
    /// Unsaved work was restored or not.
    Restored(Result<(Box<Document>, Offer), RecoveryError>),
    /// A snapshot could not be kept.
    SnapshotFailed(SaveError),
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

/// The recovery store of the open map; empty once it was closed.
pub(crate) type SharedRecovery = Arc<Mutex<Option<Recovery>>>;

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
    /// Random bits for the revision.
    pub seed: u64,
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

type Work = Box<dyn FnOnce() -> Option<Done> + Send>;

/// Does work beside the window, in the order in which it was asked.
pub struct Jobs {
    folders: Folders,
    hand: Hand,
    done: Receiver<Done>,
    report: Sender<Done>,
    wake: Arc<Mutex<Option<egui::Context>>>,
}

/// Who does the work.
enum Hand {
    /// A thread of its own.
    Thread(Option<Sender<Work>>, Option<JoinHandle<()>>),
    /// Whoever asks, at once: for tests.
    AtOnce,
}

impl Jobs {
    /// Works on a thread.
    pub fn threaded(folders: Folders) -> Self {
        let mut jobs = Self::at_once(folders);
        let (send, receive) = channel::<Work>();
        let (report, wake) = (jobs.report.clone(), Arc::clone(&jobs.wake));
        let spawned = std::thread::Builder::new()
            .name("files".to_owned())
            .stack_size(8 << 20)
            .spawn(move || {
                for work in receive {
                    if let Some(done) = work() {
                        // When the window is gone nobody waits for reports.
                        drop(report.send(done));
                        let wake = wake.lock().unwrap_or_else(PoisonError::into_inner);
                        if let Some(ctx) = wake.as_ref() {
                            ctx.request_repaint();
                        }
                    }
                }
            });
        if let Ok(thread) = spawned {
            jobs.hand = Hand::Thread(Some(send), Some(thread));
        }
        jobs
    }

    /// Works at once, before the call returns: for tests.
    pub fn at_once(folders: Folders) -> Self {
        let (report, done) = channel();
        Self {
            folders,
            hand: Hand::AtOnce,
            done,
            report,
            wake: Arc::default(),
        }
    }

    /// Says where other work beside the window is to be done.
    pub(crate) fn when(&self) -> When {
        match self.hand {
            Hand::Thread(..) => When::InBackground,
            Hand::AtOnce => When::AtOnce,
        }
    }

    /// Wakes this window when work is done.
    pub fn wake_with(&mut self, ctx: &egui::Context) {
        let mut wake = self.wake.lock().unwrap_or_else(PoisonError::into_inner);
        if wake.is_none() {
            *wake = Some(ctx.clone());
        }
    }

    /// Gives the work that was finished since the last call.
    pub fn finished(&mut self) -> Vec<Done> {
        self.done.try_iter().collect()
    }

    /// Waits for all work that was asked.
    pub fn finish(&mut self) {
        if let Hand::Thread(send, thread) = &mut self.hand {
            drop(send.take());
            if let Some(thread) = thread.take() {
                // A panic there was told already; there is nobody left to tell.
                drop(thread.join());
            }
        }
    }

    fn work(&self, work: impl FnOnce() -> Option<Done> + Send + 'static) {
        let done = match &self.hand {
            Hand::Thread(Some(send), _) => match send.send(Box::new(work)) {
                Ok(()) => None,
                Err(back) => back.0(),
            },
            Hand::Thread(None, _) | Hand::AtOnce => work(),
        };
        if let Some(done) = done {
            // The receiver lives as long as this.
            drop(self.report.send(done));
        }
    }

    /// Looks for unsaved work and recent files.
    pub fn begin(&self) {
        let folders = self.folders.clone();
        self.work(move || {
            let offers = storage::offers(&SystemFs, &folders.recovery);
            Some(Done::Offers(offers, read_settings_file(&folders).recent))
        });
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
    pub(crate) fn beside(&self, path: PathBuf, mine: Arc<Document>, aim: super::shell::Aim) {
        let root = self.folders.bases();
        self.work(move || {
            let theirs = load(path);
            let base = match &theirs {
                Loaded::Map { document, .. } => {
                    storage::find_base(&SystemFs, &root, &mine, document)
                }
                Loaded::Absent { .. } | Loaded::Failed { .. } => None,
            };
            Some(Done::Beside(Box::new(BesideMap {
                mine,
                theirs,
                base,
                aim,
            })))
        });
    }

    /// Keeps a map that was opened or saved as a possible base; where that fails a merge does without.
    pub(crate) fn keep_base(&self, document: &Arc<Document>) {
        let (document, root) = (Arc::clone(document), self.folders.bases());
        self.work(move || {
            storage::keep_base(&SystemFs, &root, &document).ok()?;
            None
        });
    }

    /// Saves a map; refuses when the file is another than expected.
    pub fn save(&self, order: SaveOrder) {
        self.work(move || {
            let mut ids = IdSource::new(order.seed);
            let revised =
                storage::with_new_revision(&order.document, order.before.as_deref(), &mut ids);
            let result = save(&order, &revised).map(|saved| (revised, saved.fingerprint));
            Some(Done::Saved(Box::new(SavedMap {
                path: order.path,
                written: order.document,
                result,
            })))
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
    pub fn open_recovery(&self, document: DocumentId, instance: u64) -> SharedRecovery {
        let store: SharedRecovery = Arc::default();
        let (shared, root) = (Arc::clone(&store), self.folders.recovery.clone());
        self.work(
            move || match Recovery::open(Arc::new(SystemFs), &root, document, instance) {
                Ok(recovery) => {
                    *lock(&shared) = Some(recovery);
                    None
                }
                Err(error) => Some(Done::SnapshotFailed(error)),
            },
        );
        store
    }

    /// Keeps a snapshot.
    pub fn snapshot(&self, store: &SharedRecovery, document: &Arc<Document>, path: Option<&Path>) {
        let (store, document, path) = (
            Arc::clone(store),
            Arc::clone(document),
            path.map(Path::to_owned),
        );
        self.work(move || {
            let mut store = lock(&store);
            store
                .as_mut()
                .and_then(|recovery| recovery.snapshot(&document, path.as_deref()).err())
                .map(Done::SnapshotFailed)
        });
    }

    /// Drops the snapshots of a map that was saved as it is.
    pub fn clear_recovery(&self, store: &SharedRecovery) {
        let store = Arc::clone(store);
        self.work(move || {
            if let Some(recovery) = lock(&store).as_mut() {
                recovery.clear();
            }
            None
        });
    }

    /// Closes the recovery store of a map.
    pub fn finish_recovery(&self, store: &SharedRecovery) {
        let store = Arc::clone(store);
        self.work(move || {
            if let Some(recovery) = lock(&store).take() {
                recovery.finish();
            }
            None
        });
    }

    /// Restores unsaved work and lets go of what it was kept in.
    pub fn restore(&self, offer: &Offer) {
        let offer = offer.clone();
        self.work(move || {
            Some(Done::Restored(
                storage::restore(&SystemFs, &offer).map(|document| (Box::new(document), offer)),
            ))
        });
    }

    /// Throws unsaved work away.
    pub fn discard(&self, offer: &Offer) {
        let offer = offer.clone();
        self.work(move || {
            storage::discard(&SystemFs, &offer);
            None
        });
    }
}

fn lock(store: &SharedRecovery) -> std::sync::MutexGuard<'_, Option<Recovery>> {
    store.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Saves a map; without a file expected there must be none.
fn save(order: &SaveOrder, revised: &Document) -> Result<storage::Saved, SaveError> {
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
    storage::save(&order.path, revised, &SystemFs, expected)
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
        Err(error) => Loaded::Failed {
            path,
            error: error.into(),
        },
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
