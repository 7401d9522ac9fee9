//! What is done when the program falls over a fault of its own: the work is kept first, then the fault is noted.
//!
//! The note says where in the program and when, never what was in a map: no names, no texts, no paths of the user.

use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::keeper::{Unsaved, flush};
use crate::storage::{Fs as _, SystemFs};

/// How many notes are kept.
const KEPT: usize = 10;

/// Keeps the work and notes the fault from now on whenever a part of the program panics.
pub(crate) fn watch(unsaved: Unsaved, folder: PathBuf) {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        flush(&unsaved);
        note(&folder, &place(info), SystemTime::now());
        // What the fault says may hold a name from a map, so it is printed only while the program is made.
        if cfg!(debug_assertions) {
            before(info);
        }
    }));
}

/// Says where in the program the fault is.
fn place(info: &PanicHookInfo<'_>) -> String {
    let thread = std::thread::current();
    let thread = thread.name().unwrap_or("?");
    match info.location() {
        Some(at) => format!("{}:{}:{} ({thread})", at.file(), at.line(), at.column()),
        None => format!("? ({thread})"),
    }
}

/// Writes a note and drops the oldest ones; where that fails there is nobody to tell.
fn note(folder: &Path, place: &str, now: SystemTime) {
    let seconds = now
        .duration_since(SystemTime::UNIX_EPOCH)
        .map_or(0, |since| since.as_secs());
    let text = format!(
        "krachtenveld {} {} {}\nseconds since 1970: {seconds}\nat {place}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
    );
    drop(SystemFs.create_dir(folder));
    let file = folder.join(format!("crash-{seconds:012}.txt"));
    drop(SystemFs.write_new(&file, text.as_bytes(), None));
    let mut notes = SystemFs.list(folder).unwrap_or_default();
    notes.sort_unstable();
    let surplus = notes.len().saturating_sub(KEPT);
    for old in notes.iter().take(surplus) {
        drop(SystemFs.remove(old));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;
    use crate::model::{Document, IdSource, Language};
    use crate::storage::{Recovery, Work, offers};
    use crate::ui::jobs::{Folders, Jobs};

    /// Says where the worker keeps its files; without it the worker does nothing.
    const FOLDER: &str = "KRACHTENVELD_TEST_FALLS";

    /// Works and falls in the middle of it.
    #[test]
    fn a_worker_falls() {
        let Ok(home) = std::env::var(FOLDER) else {
            return;
        };
        let home = Path::new(&home);
        let jobs = Jobs::threaded(Folders::within(home));
        watch(jobs.unsaved(), home.join("crashes"));
        let mut document = Document::new(IdSource::new(3).fresh(), Language::Dutch);
        let store = jobs.open_recovery(document.id, 1, None);
        for count in 0..50 {
            document.title = count.to_string();
            jobs.snapshot(&store, Work::new(Arc::new(document.clone()), None));
        }
        panic!("geheim plan");
    }

    #[test]
    fn after_a_fault_nothing_that_was_done_is_lost() {
        for _ in 0..10 {
            let home = tempfile::tempdir().unwrap();
            let ended = std::process::Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "ui::fall::tests::a_worker_falls"])
                .env(FOLDER, home.path())
                .stdout(std::process::Stdio::null())
                .stderr(std::process::Stdio::null())
                .status()
                .unwrap();
            assert!(!ended.success());
            let root = home.path().join("recovery");
            let found = offers(&SystemFs, &root, SystemTime::now()).offers;
            assert_eq!(found[0].title, "49");
            let notes = SystemFs.list(&home.path().join("crashes")).unwrap();
            let note = String::from_utf8(SystemFs.read(&notes[0]).unwrap()).unwrap();
            assert!(note.contains("fall.rs") && !note.contains("geheim"));
        }
    }

    #[test]
    fn when_the_program_falls_the_last_work_is_kept_and_the_note_holds_nothing_of_it() {
        let home = tempfile::tempdir().unwrap();
        let root = home.path().join("recovery");
        let mut document = Document::new(IdSource::new(3).fresh(), Language::Dutch);
        document.title = "Vertrouwelijk dossier".to_owned();
        let store = Recovery::open(Arc::new(SystemFs), &root, document.id, 1).unwrap();
        let store = Arc::new(Mutex::new(Some(store)));
        let work = Work::new(
            Arc::new(document),
            Some(home.path().join("geheim plan.ron")),
        );
        let unsaved: Unsaved = Arc::new(Mutex::new(Some((Arc::clone(&store), work))));
        flush(&unsaved);
        flush(&unsaved);
        let folder = home.path().join("crashes");
        for second in 0..15 {
            let now = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(second);
            note(&folder, "src/ui/app/frame.rs:12:5 (main)", now);
        }
        let notes = SystemFs.list(&folder).unwrap();
        assert_eq!(notes.len(), KEPT);
        let text = String::from_utf8(SystemFs.read(&notes[0]).unwrap()).unwrap();
        assert!(text.contains("frame.rs:12:5"));
        assert!(!text.contains("geheim") && !text.contains("Vertrouwelijk"));
        drop(store);
        let found = offers(&SystemFs, &root, SystemTime::now()).offers;
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].title, "Vertrouwelijk dossier");
    }
}
