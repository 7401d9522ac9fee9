//! Killed at a random moment while it saves or keeps snapshots, the program loses nothing that it acknowledged.
//!
//! `KRACHTENVELD_KILLS=1000` kills more often than the ordinary run does.
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests stop the test as the tests themselves do"
)]

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use krachtenveld::model::{Actor, Document, IdSource, Language};
use krachtenveld::storage::{
    Fs as _, Recovery, SystemFs, Work, discard, offers, print_document, read, save,
};

/// Says in which way the worker writes; without it the worker does nothing.
const WAY: &str = "KRACHTENVELD_TEST_WAY";
/// The folder in which the worker writes.
const FOLDER: &str = "KRACHTENVELD_TEST_FOLDER";
/// The number of the first map that the worker writes.
const FIRST: &str = "KRACHTENVELD_TEST_FIRST";
const FILE: &str = "kaart.krachtenveld.ron";
const MARK: &str = "acknowledged ";

fn kills(ordinary: u32) -> u32 {
    let wanted = std::env::var("KRACHTENVELD_KILLS").ok();
    wanted.map_or(ordinary, |count| count.parse().unwrap())
}

fn map(number: u64) -> Document {
    let mut ids = IdSource::new(1);
    let mut document = Document::new(ids.fresh(), Language::Dutch);
    document.title = number.to_string();
    for count in 0..60 {
        let name = format!("Actor {count}");
        document.now.actors.put(Actor::new(ids.fresh(), &name));
    }
    document
}

/// Writes maps without end; each number is told once its map should survive.
#[test]
fn a_worker_writes_until_it_is_killed() {
    let Ok(way) = std::env::var(WAY) else { return };
    let folder = std::env::var(FOLDER).unwrap();
    let folder = Path::new(&folder);
    let first: u64 = std::env::var(FIRST).unwrap().parse().unwrap();
    let mut recovery = (way == "snapshot")
        .then(|| Recovery::open(Arc::new(SystemFs), folder, map(0).id, first).unwrap());
    for number in first.. {
        match way.as_str() {
            "save" => drop(save(&folder.join(FILE), &map(number), &SystemFs, None).unwrap()),
            "snapshot" => drop(
                recovery
                    .as_mut()
                    .unwrap()
                    .snapshot(&Work::new(Arc::new(map(number)), None))
                    .unwrap(),
            ),
            _ => std::fs::write(folder.join(FILE), print_document(&map(number))).unwrap(),
        }
        writeln!(std::io::stderr(), "{MARK}{number}").unwrap();
    }
}

/// Starts a worker, kills it a little after its first map, and gives the last number it acknowledged.
fn kill_one(way: &str, folder: &Path, first: u64, after: Duration) -> u64 {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "a_worker_writes_until_it_is_killed",
            "--nocapture",
        ])
        .env(WAY, way)
        .env(FOLDER, folder)
        .env(FIRST, first.to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let number = |line: std::io::Result<String>| -> Option<u64> {
        line.ok()?.strip_prefix(MARK)?.parse().ok()
    };
    let one = lines.by_ref().find_map(number).unwrap();
    std::thread::sleep(after);
    child.kill().unwrap();
    let last = lines.filter_map(number).last().unwrap_or(one);
    child.wait().unwrap();
    last
}

/// What a number of kills cost.
#[derive(Debug, Default, PartialEq, Eq)]
struct Cost {
    corrupt: u32,
    lost: u32,
}

#[expect(clippy::print_stdout, reason = "the counts are worth reading")]
fn cost_of(way: &str, kills: u32) -> Cost {
    let folder = tempfile::tempdir().unwrap();
    let mut cost = Cost::default();
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = 1;
    for _ in 0..kills {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        let after = Duration::from_micros((random >> 33) % 40_000);
        let acknowledged = kill_one(way, folder.path(), next, after);
        next = acknowledged + 2;
        let found: Option<u64> = if way == "snapshot" {
            let offered = offers(&SystemFs, folder.path(), SystemTime::now()).offers;
            let newest: Option<u64> = offered
                .iter()
                .filter_map(|offer| offer.title.parse().ok())
                .max();
            for offer in &offered {
                discard(&SystemFs, offer);
            }
            newest
        } else {
            let bytes = SystemFs.read(&folder.path().join(FILE)).unwrap();
            read(&bytes)
                .ok()
                .and_then(|loaded| loaded.document.title.parse().ok())
        };
        match found {
            None => cost.corrupt += 1,
            Some(number) if number < acknowledged => cost.lost += 1,
            Some(number) => assert!(number <= acknowledged + 1, "{number} was never written"),
        }
    }
    println!("{way}: {kills} kills, {cost:?}");
    cost
}

#[test]
fn a_kill_while_saving_leaves_the_last_acknowledged_map_or_the_next() {
    assert_eq!(cost_of("save", kills(300)), Cost::default());
}

#[test]
fn a_kill_while_keeping_snapshots_loses_no_acknowledged_one() {
    assert_eq!(cost_of("snapshot", kills(300)), Cost::default());
}

#[test]
fn the_same_kills_damage_the_file_of_a_writer_in_place() {
    let cost = cost_of("in place", kills(300));
    assert!(cost.corrupt > 0, "the kills prove nothing: {cost:?}");
}
