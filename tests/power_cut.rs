//! A power cut at any moment: what was not brought to the disk is lost, kept or torn, in every order.
//!
//! The file system in memory logs what is done to the disk. Every beginning of that log is a moment at which the power
//! may fail; names that were not brought to the disk are there or not, each on its own, and content that was not is
//! missing, half or whole. `KRACHTENVELD_CUTS=20` plays more rounds than the ordinary run does.
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests stop the test as the tests themselves do"
)]

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use krachtenveld::model::{Actor, Document, IdSource, Language};
use krachtenveld::storage::{
    Fs as _, Recovery, Work, keep_version, offers, print_document, read, read_version, restore,
    save, versions,
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

/// Lists what the disk may hold when the power fails after the last step of a log, or during it.
fn cuts(before: &Files, log: &[Done]) -> Vec<MemFs> {
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
            Done::Written(_, _, synced) => *synced == Synced::No || *place == last,
            Done::InPlace(..) => true,
            Done::Renamed(..) | Done::Removed(_) | Done::Names(_) => false,
        })
        .collect();
    let choices = 1_u32 << loose.len().min(LOOSE);
    let mut found = Vec::new();
    for kept in 0..choices {
        for tear in 0..3 {
            let mut files = before.clone();
            for (place, done) in log.iter().enumerate() {
                let order = loose.iter().rev().position(|other| *other == place);
                let lost = order.is_some_and(|order| order < LOOSE && (kept >> order) & 1 == 0);
                step(
                    &mut files,
                    log,
                    done,
                    (lost, torn.contains(&place).then_some(tear)),
                );
            }
            found.push(MemFs::holding(&files));
            if torn.is_empty() {
                break;
            }
        }
    }
    found
}

fn cut(bytes: &Arc<Vec<u8>>, tear: Option<u8>) -> Arc<Vec<u8>> {
    match tear {
        None | Some(2) => bytes.clone(),
        Some(1) => Arc::new(bytes[..bytes.len() / 2].to_vec()),
        Some(_) => Arc::default(),
    }
}

fn step(files: &mut Files, log: &[Done], done: &Done, (lost, tear): (bool, Option<u8>)) {
    match done {
        Done::Written(path, bytes, _) if !lost => {
            files.insert(path.clone(), cut(bytes, tear));
        }
        Done::InPlace(path, bytes) => {
            files.insert(path.clone(), cut(bytes, tear));
        }
        Done::Renamed(from, to) if !lost => {
            // A rename takes its file along though the first name never came to the disk.
            let written = log.iter().find_map(|done| match done {
                Done::Written(path, bytes, _) if path == from => Some(bytes.clone()),
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

/// Plays a power cut after every step of a log, and counts the states.
fn every_cut(before: &Files, log: &[Done], mut check: impl FnMut(usize, &MemFs)) -> usize {
    let mut states = 0;
    for length in 0..=log.len() {
        for left in cuts(before, &log[..length]) {
            check(length, &left);
            states += 1;
        }
    }
    states
}

#[expect(clippy::print_stdout, reason = "the counts are worth reading")]
fn tell(what: &str, states: usize) {
    println!("{what}: {states} states");
}

#[test]
fn a_power_cut_during_a_save_leaves_the_old_map_or_the_new_one() {
    let mut states = 0;
    for round in 0..20 * rounds() {
        let fs = holding(round);
        let before = fs.files();
        assert!(save(path(), &map(round + 1), &fs, None).unwrap().durable);
        let log = fs.log();
        states += every_cut(&before, &log, |length, left| {
            let found = number(left).unwrap();
            if length == log.len() {
                assert_eq!(found, round + 1, "an acknowledged save is lost");
            } else {
                assert!(found == round || found == round + 1);
            }
        });
    }
    tell("save", states);
    assert!(states >= 200);
}

/// Something that was told to be safe, after how many steps.
#[derive(Default)]
struct Told {
    snapshots: Vec<(usize, u64)>,
    saves: Vec<(usize, u64)>,
}

/// Works for a while: snapshots, a save with its earlier version, and more snapshots.
fn work(fs: &MemFs, first: u64) -> Told {
    let mut told = Told::default();
    let shared = Arc::new(fs.clone());
    let mut kept = Recovery::open(shared, &root("recovery"), map(0).id, 1).ok();
    for number in first..first + 6 {
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
                drop(keep_version(fs, &root("versions"), &map(number), now));
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

/// Checks that of all that was told to be safe the newest can be had, and that nothing is half there.
fn check(left: &MemFs, told: &Told, length: usize) {
    let newest = |told: &[(usize, u64)]| {
        let safe = told.iter().filter(|(when, _)| *when <= length);
        safe.map(|(_, number)| *number).max()
    };
    let saved = number(left).unwrap();
    assert!(newest(&told.saves).is_none_or(|number| saved >= number));
    let found = offers(left, &root("recovery"), SystemTime::UNIX_EPOCH).offers;
    let restored = found
        .iter()
        .map(|offer| restore(left, offer).unwrap().document.title)
        .filter_map(|title| title.parse::<u64>().ok())
        .max();
    let best = restored.map_or(saved, |restored| restored.max(saved));
    if let Some(number) = newest(&told.snapshots) {
        assert!(best >= number, "{best} is older than {number}");
    }
    for version in versions(left, &root("versions"), map(0).id) {
        read_version(left, &version).unwrap();
    }
}

#[test]
fn a_power_cut_at_any_step_of_a_session_loses_nothing_that_was_told_to_be_safe() {
    let mut states = 0;
    for round in 0..2 * rounds() {
        let first = round * 6;
        let fs = holding(first);
        let before = fs.files();
        let told = work(&fs, first);
        assert_eq!(told.snapshots.len(), 6);
        assert_eq!(told.saves.len(), 2);
        states += every_cut(&before, &fs.log(), |length, left| {
            check(left, &told, length);
        });
    }
    tell("session", states);
    assert!(states >= 200);
}

#[test]
fn whatever_step_of_a_session_fails_and_the_power_with_it_nothing_safe_is_lost() {
    let mut states = 0;
    let kinds = [
        ErrorKind::StorageFull,
        ErrorKind::PermissionDenied,
        ErrorKind::ResourceBusy,
        ErrorKind::Other,
    ];
    for (place, kind) in kinds.into_iter().enumerate() {
        for times in [1, 3, usize::MAX / 2] {
            for step in 1.. {
                let fs = holding(0);
                let before = fs.files();
                fs.fail(Some(Failure { step, kind, times }));
                let told = work(&fs, 0);
                let steps = fs.steps();
                fs.fail(None);
                let log = fs.log();
                // The whole log, and one moment within it that differs from step to step.
                let within = (step * 7 + place) % (log.len() + 1);
                for length in [within, log.len()] {
                    for left in cuts(&before, &log[..length]).iter().step_by(3) {
                        check(left, &told, length);
                        states += 1;
                    }
                }
                if step > steps {
                    break;
                }
            }
        }
    }
    tell("failing steps", states);
    assert!(states >= 1000);
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
        let states = every_cut(&before, &log, |length, left| match number(left) {
            None => damaged += 1,
            Some(found) if length == log.len() && found == 0 => lost += 1,
            Some(_) => {}
        });
        (states, damaged, lost)
    };
    let (_, damaged, _) = count(|fs, bytes| fs.write_in_place(path(), bytes));
    assert!(damaged > 0, "in place");
    let (_, damaged, lost) = count(|fs, bytes| {
        let waiting = Path::new("/maps/~kv-careless.tmp");
        fs.write_without_waiting(waiting, bytes);
        fs.rename(waiting, path()).unwrap();
    });
    assert!(damaged > 0 && lost > 0, "renamed without waiting");
    let (_, damaged, lost) = count(|fs, bytes| {
        let waiting = Path::new("/maps/~kv-careless.tmp");
        fs.write_new(waiting, bytes, None).unwrap();
        fs.rename(waiting, path()).unwrap();
    });
    assert!(damaged == 0 && lost > 0, "without waiting for the names");
}
