//! File dialogs of the system behind a trait, so that a script can answer in their place.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// What a dialog asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileQuestion {
    /// Which map to open.
    OpenMap,
    /// Where to save a map; the proposed name of the file.
    SaveMap(String),
    /// Where to save a copy that leaves; the proposed name of the file.
    SaveCopy(String),
    /// Where to save a picture; the proposed name of the file.
    SavePicture(String),
    /// Where to save the course page; the proposed name of the file.
    SaveCoursePage(String),
    /// Which lens to open.
    OpenLens,
    /// Where to save a lens; the proposed name of the file.
    SaveLens(String),
}

/// How a dialog ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileAnswer {
    /// A path was chosen.
    Chosen(PathBuf),
    /// The user thought better of it.
    Cancelled,
    /// The system has no dialog to show.
    Unavailable,
}

/// Asks the user for a path.
pub trait Dialogs {
    /// Shows a dialog with its title; does nothing while another is open.
    fn ask(&mut self, question: &FileQuestion, title: &str, folder: Option<&Path>);

    /// Gives the answer once, when there is one.
    fn answer(&mut self) -> Option<FileAnswer>;

    /// Says whether a dialog is open.
    fn open(&self) -> bool;

    /// Shows a file in its folder, where there is something to show it with.
    fn show_folder(&mut self, _file: &Path) {}
}

/// Nobody chooses a file faster than this: an empty answer sooner means that no dialog could be shown.
const TOO_FAST: Duration = Duration::from_millis(250);

/// The dialogs of the system.
#[derive(Default)]
pub(crate) struct SystemDialogs {
    waiting: Option<(Receiver<Option<PathBuf>>, Instant)>,
    wake: Option<eframe::egui::Context>,
}

impl SystemDialogs {
    /// Makes dialogs that wake the window when they are answered.
    pub(crate) fn new(wake: eframe::egui::Context) -> Self {
        Self {
            waiting: None,
            wake: Some(wake),
        }
    }
}

impl Dialogs for SystemDialogs {
    fn ask(&mut self, question: &FileQuestion, title: &str, folder: Option<&Path>) {
        if self.waiting.is_some() {
            return;
        }
        let mut dialog = rfd::AsyncFileDialog::new().set_title(title);
        if let Some(folder) = folder {
            dialog = dialog.set_directory(folder);
        }
        let (send, receive) = channel();
        let wake = self.wake.clone();
        // The dialog is made on this thread, as macOS asks, and awaited on another.
        let question = question.clone();
        let future: std::pin::Pin<Box<dyn Future<Output = Option<rfd::FileHandle>> + Send>> =
            match &question {
                FileQuestion::OpenMap => Box::pin(
                    dialog
                        .add_filter("Krachtenveld", &["ron", "age", "krachtenveld", "txt"])
                        .add_filter("*", &["*"])
                        .pick_file(),
                ),
                FileQuestion::OpenLens => {
                    Box::pin(dialog.add_filter("Lens", &["ron", "txt"]).pick_file())
                }
                FileQuestion::SaveLens(name) => Box::pin(
                    dialog
                        .add_filter("Lens", &["ron"])
                        .set_file_name(name)
                        .save_file(),
                ),
                FileQuestion::SaveMap(name) | FileQuestion::SaveCopy(name) => Box::pin(
                    dialog
                        .add_filter("Krachtenveld", endings_of(name))
                        .set_file_name(name)
                        .save_file(),
                ),
                FileQuestion::SaveCoursePage(name) => {
                    let dialog = dialog
                        .add_filter("PDF", &["pdf"])
                        .add_filter("HTML", &["html"])
                        .add_filter("Markdown", &["md"]);
                    Box::pin(dialog.set_file_name(name).save_file())
                }
                FileQuestion::SavePicture(name) => {
                    let dialog = dialog
                        .add_filter("PNG", &["png"])
                        .add_filter("PDF", &["pdf"])
                        .add_filter("SVG", &["svg"]);
                    Box::pin(dialog.set_file_name(name).save_file())
                }
            };
        let spawned = std::thread::Builder::new()
            .name("dialog".to_owned())
            .spawn(move || {
                let path = pollster::block_on(future).map(|file| file.path().to_owned());
                // The window may be gone by now; then nobody waits for the answer.
                drop(send.send(path));
                if let Some(wake) = wake {
                    wake.request_repaint();
                }
            });
        if spawned.is_ok() {
            self.waiting = Some((receive, Instant::now()));
        }
    }

    fn answer(&mut self) -> Option<FileAnswer> {
        let (receive, since) = self.waiting.as_ref()?;
        let path = match receive.try_recv() {
            Ok(path) => path,
            Err(std::sync::mpsc::TryRecvError::Empty) => return None,
            Err(std::sync::mpsc::TryRecvError::Disconnected) => None,
        };
        let fast = since.elapsed() < TOO_FAST;
        self.waiting = None;
        Some(match path {
            Some(path) => FileAnswer::Chosen(path),
            None if fast => FileAnswer::Unavailable,
            None => FileAnswer::Cancelled,
        })
    }

    fn open(&self) -> bool {
        self.waiting.is_some()
    }

    fn show_folder(&mut self, file: &Path) {
        let file = file.to_owned();
        let spawned = std::thread::Builder::new()
            .name("folder".to_owned())
            .spawn(move || {
                if opener::reveal(&file).is_err()
                    && let Some(folder) = file.parent()
                {
                    // The path stands on the sheet as well.
                    drop(opener::open(folder));
                }
            });
        drop(spawned);
    }
}

/// Gives the endings that a file of this name may have.
fn endings_of(name: &str) -> &'static [&'static str] {
    let ending = Path::new(name).extension();
    if ending.is_some_and(|ending| ending.eq_ignore_ascii_case("age")) {
        &["age"]
    } else {
        &["ron", "txt"]
    }
}

/// Answers from a script, for tests.
#[derive(Debug, Default)]
pub struct ScriptedDialogs {
    answers: std::collections::VecDeque<FileAnswer>,
    asked: Vec<FileQuestion>,
    shown: Vec<PathBuf>,
    ready: bool,
}

impl ScriptedDialogs {
    /// Makes dialogs that give these answers, one after the other.
    pub fn new(answers: impl IntoIterator<Item = FileAnswer>) -> Self {
        Self {
            answers: answers.into_iter().collect(),
            ..Self::default()
        }
    }

    /// Lists what was asked.
    pub fn asked(&self) -> &[FileQuestion] {
        &self.asked
    }

    /// Lists the files that were shown in their folder.
    pub fn shown(&self) -> &[PathBuf] {
        &self.shown
    }
}

impl Dialogs for ScriptedDialogs {
    fn ask(&mut self, question: &FileQuestion, _title: &str, _folder: Option<&Path>) {
        self.asked.push(question.clone());
        self.ready = true;
    }

    fn answer(&mut self) -> Option<FileAnswer> {
        if !std::mem::take(&mut self.ready) {
            return None;
        }
        Some(self.answers.pop_front().unwrap_or(FileAnswer::Cancelled))
    }

    fn open(&self) -> bool {
        self.ready
    }

    fn show_folder(&mut self, file: &Path) {
        self.shown.push(file.to_owned());
    }
}
