//! A power cut at any moment: what was not brought to the disk is lost, kept or torn, in every order.
//!
//! The file system in memory logs what is done to the disk. Every beginning of that log is a moment at which the power
//! may fail; names that were not brought to the disk are there or not, each on its own, and content that was not is
//! missing, half or whole. Disks that hold the same are read back once; how many differ is told beside the count.
//! `KRACHTENVELD_CUTS=20` plays more rounds than the ordinary run does.
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests stop the test as the tests themselves do"
)]

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hasher as _};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use krachtenveld::model::{Actor, Document, IdSource, Language};
use krachtenveld::storage::{
    CopyFirst, Fs, Recovery, SaveError, Work, keep_version, offers, print_document, read,
    read_version, restore, save, save_in_place, versions,
};

use mem_fs::{Done, Failure, MemFs, Synced};

#[path = "support/mem_fs.rs"]
#[expect(dead_code, reason = "some of it is for other tests")]
mod mem_fs;

type Files = BTreeMap<PathBuf, Arc<Vec<u8>>>;

/// Most names that are lost or kept each on its own.
const LOOSE: usize = 7;

fn rounds() -> u64 {
    let wanted = std::env::var("KRACHTENVELD_CUTS").ok();
    wanted.map_or(1, |count| count.parse().unwrap())
}

fn map(number: u64) -> Document {
    let mut ids = IdSource::new(1);
    let mut document = Document::new(ids.fresh(), Language::Dutch);
    document.title = number.to_string();
    for name in ["Raad", "Corporatie", "Bewoners"] {
        document.now.actors.put(Actor::new(ids.fresh(), name));
    }
    document
}

fn path() -> &'static Path {
    Path::new("/maps/kaart.krachtenveld.ron")
}

fn root(name: &str) -> PathBuf {
    Path::new("/data").join(name)
}

fn number(fs: &MemFs) -> Option<u64> {
    let loaded = read(&fs.get(path())?).ok()?;
    loaded.document.title.parse().ok()
}

fn holding(number: u64) -> MemFs {
    let fs = MemFs::default();
    fs.put(path(), print_document(&map(number)).as_bytes());
    fs
}

/// Says whether the names of a step were brought to the disk by a later one.
fn brought(log: &[Done], place: usize, path: &Path) -> bool {
    let folder = path.parent();
    log[place..]
        .iter()
        .any(|done| matches!(done, Done::Names(names) if Some(names.as_path()) == folder))
}

/// What can be had of a disk after a new start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Had {
    /// The number of the saved map, where it opens.
    saved: Option<u64>,
    /// The newest number that recovery offers and restores.
    restored: Option<u64>,
}

impl Had {
    /// Reads a disk back as a new start of the program does; whatever is offered must be whole.
    fn of(left: &MemFs) -> Self {
        let saved = number(left);
        let found = offers(left, &root("recovery"), SystemTime::UNIX_EPOCH).offers;
        let restored = found
            .iter()
            .map(|offer| restore(left, offer).unwrap().document.title)
            .filter_map(|title| title.parse::<u64>().ok())
            .max();
        for version in versions(left, &root("versions"), map(0).id) {
            read_version(left, &version, None).unwrap();
        }
        Self { saved, restored }
    }

    fn best(self) -> Option<u64> {
        self.saved.max(self.restored)
    }
}

/// Counts the states in which the power can fail, and reads each different disk back once.
#[derive(Default)]
struct Disks {
    known: HashMap<Vec<(u64, u64)>, Had>,
    contents: HashMap<usize, (Arc<Vec<u8>>, u64)>,
    halves: HashMap<usize, Arc<Vec<u8>>>,
    nothing: Arc<Vec<u8>>,
    states: usize,
}

fn hash_of(value: &(impl std::hash::Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

impl Disks {
    fn content(&mut self, bytes: &Arc<Vec<u8>>) -> u64 {
        let place = Arc::as_ptr(bytes) as usize;
        // What is held here keeps its place in memory.
        let known = self.contents.entry(place);
        known
            .or_insert_with(|| (Arc::clone(bytes), hash_of(bytes.as_slice())))
            .1
    }

    fn had(&mut self, files: &Files) -> Had {
        self.states += 1;
        let key = files
            .iter()
            .map(|(path, bytes)| (hash_of(path), self.content(bytes)))
            .collect();
        *self
            .known
            .entry(key)
            .or_insert_with(|| Had::of(&MemFs::holding(files)))
    }

    fn torn(&mut self, bytes: &Arc<Vec<u8>>, tear: Option<u8>) -> Arc<Vec<u8>> {
        match tear {
            None | Some(2) => Arc::clone(bytes),
            Some(1) => {
                self.content(bytes);
                let half = self.halves.entry(Arc::as_ptr(bytes) as usize);
                let half = half.or_insert_with(|| Arc::new(bytes[..bytes.len() / 2].to_vec()));
                Arc::clone(half)
            }
            Some(_) => Arc::clone(&self.nothing),
        }
    }

    /// Goes through what the disk may hold when the power fails after the last step of a log, or during it.
    fn cuts(&mut self, before: &Files, log: &[Done], mut check: impl FnMut(Had)) {
        let name_of = |done: &Done| match done {
            Done::Written(path, ..) | Done::Removed(path) | Done::Renamed(_, path) => {
                Some(path.clone())
            }
            Done::InPlace(..) | Done::Names(_) => None,
        };
        let loose: Vec<usize> = (0..log.len())
            .filter(|place| name_of(&log[*place]).is_some_and(|path| !brought(log, *place, &path)))
            .collect();
        let last = log.len().saturating_sub(1);
        // Content is loose when nothing waited for it, or while it is being written.
        let torn: Vec<usize> = (0..log.len())
            .filter(|place| match &log[*place] {
                Done::Written(_, _, synced) | Done::InPlace(_, _, synced) => {
                    *synced == Synced::No || *place == last
                }
                Done::Renamed(..) | Done::Removed(_) | Done::Names(_) => false,
            })
            .collect();
        let choices = 1_u32 << loose.len().min(LOOSE);
        // What came to the disk for certain before the first that may not have is the same in every choice.
        let first = loose.iter().chain(&torn).min().copied();
        let certain = first.unwrap_or(log.len());
        let mut files = before.clone();
        for done in &log[..certain] {
            self.step(&mut files, log, done, (false, None));
        }
        let sure = files;
        for kept in 0..choices {
            for tear in 0..3 {
                let mut files = sure.clone();
                for (place, done) in log.iter().enumerate().skip(certain) {
                    let order = loose.iter().rev().position(|other| *other == place);
                    let lost = order.is_some_and(|order| order < LOOSE && (kept >> order) & 1 == 0);
                    let tear = torn.contains(&place).then_some(tear);
                    self.step(&mut files, log, done, (lost, tear));
                }
                check(self.had(&files));
                if torn.is_empty() {
                    break;
                }
            }
        }
    }

    fn step(
        &mut self,
        files: &mut Files,
        log: &[Done],
        done: &Done,
        (lost, tear): (bool, Option<u8>),
    ) {
        match done {
            Done::Written(path, bytes, _) if !lost => {
                files.insert(path.clone(), self.torn(bytes, tear));
            }
            Done::InPlace(path, bytes, _) => {
                files.insert(path.clone(), self.torn(bytes, tear));
            }
            Done::Renamed(from, to) if !lost => {
                // A rename takes its file along though the first name never came to the disk.
                let written = log.iter().find_map(|done| match done {
                    Done::Written(path, bytes, _) if path == from => Some(Arc::clone(bytes)),
                    Done::Written(..)
                    | Done::InPlace(..)
                    | Done::Renamed(..)
                    | Done::Removed(_)
                    | Done::Names(_) => None,
                });
                if let Some(bytes) = files.remove(from).or(written) {
                    files.insert(to.clone(), bytes);
                }
            }
            Done::Removed(path) if !lost => {
                files.remove(path);
            }
            Done::Written(..) | Done::Renamed(..) | Done::Removed(_) | Done::Names(_) => {}
        }
    }

    /// Plays a power cut after every step of a log.
    fn every_cut(&mut self, before: &Files, log: &[Done], mut check: impl FnMut(usize, Had)) {
        for length in 0..=log.len() {
            self.cuts(before, &log[..length], |had| check(length, had));
        }
    }
}

#[expect(clippy::print_stdout, reason = "the counts are worth reading")]
fn tell(what: &str, disks: &[Disks], since: Instant) -> usize {
    let states = disks.iter().map(|disks| disks.states).sum();
    let different: usize = disks.iter().map(|disks| disks.known.len()).sum();
    let seconds = since.elapsed().as_secs_f32();
    println!("{what}: {states} states, {different} different disks, {seconds:.1} s");
    states
}

#[test]
fn a_power_cut_during_a_save_leaves_the_old_map_or_the_new_one() {
    let (since, mut disks) = (Instant::now(), Disks::default());
    for round in 0..20 * rounds() {
        let fs = holding(round);
        let before = fs.files();
        assert!(save(path(), &map(round + 1), &fs, None).unwrap().durable);
        let log = fs.log();
        disks.every_cut(&before, &log, |length, had| {
            let found = had.saved.unwrap();
            if length == log.len() {
                assert_eq!(found, round + 1, "an acknowledged save is lost");
            } else {
                assert!(found == round || found == round + 1);
            }
        });
    }
    assert!(tell("save", &[disks], since) >= 200);
}

fn in_place(fs: &MemFs, number: u64) -> Result<bool, SaveError> {
    let shared: Arc<dyn Fs> = Arc::new(fs.clone());
    let store = root("recovery");
    let copy = CopyFirst {
        root: &store,
        instance: 7,
    };
    let saved = save_in_place(path(), &map(number), None, &shared, None, copy);
    saved.map(|saved| saved.durable)
}

#[test]
fn a_power_cut_while_a_file_is_written_over_leaves_a_map_in_it_or_in_the_store() {
    let (since, mut disks) = (Instant::now(), Disks::default());
    let mut half = 0;
    for step in 0..40 {
        for kind in [ErrorKind::StorageFull, ErrorKind::Other] {
            for times in [1, usize::MAX / 2] {
                let fs = holding(1);
                let before = fs.files();
                fs.fail((step > 0).then_some(Failure { step, kind, times }));
                let done = in_place(&fs, 2);
                fs.fail(None);
                fs.end_program();
                let mut log = fs.log();
                // What was acknowledged is written to its end.
                log.push(Done::Names(PathBuf::from("/elsewhere")));
                disks.every_cut(&before, &log, |length, had| {
                    half += usize::from(had.saved.is_none());
                    let best = had.best().unwrap();
                    if length == log.len() && done.is_ok() {
                        assert_eq!(had.saved, Some(2), "an acknowledged save is lost");
                    }
                    if had.saved.is_none() {
                        assert_eq!(best, 2, "the copy is what was to be written");
                    }
                });
                if let Err(SaveError::BrokenInPlace {
                    copy, as_before, ..
                }) = done
                {
                    let kept = read(&fs.get(copy).unwrap()).unwrap();
                    assert_eq!(kept.document.title, "2", "the copy opens as it is");
                    assert_eq!(number(&fs) == Some(1), as_before);
                }
            }
        }
    }
    assert!(half > 0, "the cuts prove nothing");
    assert!(tell("in place", &[disks], since) >= 1000);
}

/// Something that was told to be safe, after how many steps.
#[derive(Default)]
struct Told {
    snapshots: Vec<(usize, u64)>,
    saves: Vec<(usize, u64)>,
}

/// Works for a while: snapshots, a save with its earlier version now and then, and more snapshots.
fn work(fs: &MemFs, first: u64, count: u64) -> Told {
    let mut told = Told::default();
    let shared = Arc::new(fs.clone());
    let mut kept = Recovery::open(shared, &root("recovery"), map(0).id, 1).ok();
    for number in first..first + count {
        let unfinished = Work::new(Arc::new(map(number)), Some(path().to_owned()));
        if kept
            .as_mut()
            .is_some_and(|kept| kept.snapshot(&unfinished).is_ok())
        {
            told.snapshots.push((fs.log().len(), number));
        }
        if number % 3 == 2 {
            let saved = save(path(), &map(number), fs, None);
            if saved.is_ok_and(|saved| saved.durable) {
                told.saves.push((fs.log().len(), number));
                let now = SystemTime::UNIX_EPOCH + Duration::from_secs(number);
                drop(keep_version(fs, &root("versions"), &map(number), None, now));
                if let Some(kept) = &mut kept {
                    kept.clear();
                }
            }
        }
    }
    // The program goes with the power: nothing is let go in an orderly way.
    fs.end_program();
    told
}

/// Checks that of all that was told to be safe the newest can be had.
fn check(had: Had, told: &Told, length: usize) {
    let newest = |told: &[(usize, u64)]| {
        let safe = told.iter().filter(|(when, _)| *when <= length);
        safe.map(|(_, number)| *number).max()
    };
    let saved = had.saved.unwrap();
    assert!(newest(&told.saves).is_none_or(|number| saved >= number));
    let best = had.best().unwrap();
    if let Some(number) = newest(&told.snapshots) {
        assert!(best >= number, "{best} is older than {number}");
    }
}

#[test]
fn a_power_cut_at_any_step_of_a_session_loses_nothing_that_was_told_to_be_safe() {
    let (since, mut disks) = (Instant::now(), Disks::default());
    for round in 0..2 * rounds() {
        let first = round * 6;
        let fs = holding(first);
        let before = fs.files();
        let told = work(&fs, first, 6);
        assert_eq!(told.snapshots.len(), 6);
        assert_eq!(told.saves.len(), 2);
        disks.every_cut(&before, &fs.log(), |length, had| check(had, &told, length));
    }
    assert!(tell("session", &[disks], since) >= 200);
}

/// Lets one step after another of a session fail, and the power with it at every moment.
fn failing_steps(kind: ErrorKind, count: u64) -> Disks {
    let mut disks = Disks::default();
    for times in [1, 3, usize::MAX / 2] {
        for step in 1.. {
            let fs = holding(0);
            let before = fs.files();
            fs.fail(Some(Failure { step, kind, times }));
            let told = work(&fs, 0, count);
            let steps = fs.steps();
            fs.fail(None);
            disks.every_cut(&before, &fs.log(), |length, had| check(had, &told, length));
            if step > steps {
                break;
            }
        }
    }
    disks
}

#[test]
fn whatever_step_of_a_session_fails_and_the_power_with_it_nothing_safe_is_lost() {
    let since = Instant::now();
    let kinds = [
        ErrorKind::StorageFull,
        ErrorKind::PermissionDenied,
        ErrorKind::ResourceBusy,
        ErrorKind::Other,
    ];
    let count = 5 + rounds();
    let all: Vec<Disks> = std::thread::scope(|scope| {
        let runs = kinds.map(|kind| scope.spawn(move || failing_steps(kind, count)));
        runs.map(|run| run.join().unwrap()).into()
    });
    assert!(tell("failing steps", &all, since) >= 100_000);
}

#[test]
fn the_same_cuts_damage_the_files_of_careless_writers() {
    let text = |number| print_document(&map(number)).into_bytes();
    let count = |write: fn(&MemFs, &[u8])| {
        let fs = holding(0);
        let before = fs.files();
        write(&fs, &text(1));
        let log = fs.log();
        let (mut damaged, mut lost) = (0, 0);
        let mut disks = Disks::default();
        disks.every_cut(&before, &log, |length, had| match had.saved {
            None => damaged += 1,
            Some(found) if length == log.len() && found == 0 => lost += 1,
            Some(_) => {}
        });
        (damaged, lost)
    };
    let (damaged, _) = count(|fs, bytes| fs.write_in_place(path(), bytes));
    assert!(damaged > 0, "in place");
    let (damaged, lost) = count(|fs, bytes| {
        let waiting = Path::new("/maps/~kv-careless.tmp");
        fs.write_without_waiting(waiting, bytes);
        fs.rename(waiting, path()).unwrap();
    });
    assert!(damaged > 0 && lost > 0, "renamed without waiting");
    let (damaged, lost) = count(|fs, bytes| {
        let waiting = Path::new("/maps/~kv-careless.tmp");
        fs.write_new(waiting, bytes, None).unwrap();
        fs.rename(waiting, path()).unwrap();
    });
    assert!(damaged == 0 && lost > 0, "without waiting for the names");
}
