//! Work beside the window: reading, saving, recovery, pictures and the settings. The only part of the window that
//! touches files.

mod disk;
mod done;
mod orders;

pub(crate) use disk::{home_path, shown};
use disk::{read_settings_file, sweep};
pub use disk::{write_picture, write_report};
pub(super) use done::{
    BesideMap, BroughtBack, Done, EarlierVersion, ExpectedFile, LoadError, Loaded, PictureJobError,
    SaveOrder, SavedMap, WayToSave,
};

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use eframe::egui;

use crate::storage::{self};
use crate::ui::background::When;
use crate::ui::keeper::{Claims, Deed, Keeping, Queue, Unsaved, lock};

pub(crate) use crate::ui::settings::Recent;
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
