//! A power cut on a real file system: the disk as it is at a random moment, seen after a new start.
//!
//! Needs Linux, root, `mkfs.ext4` and `mkfs.vfat`, and is skipped with a count where it is not asked for:
//! `KRACHTENVELD_POWER=200 cargo test --test power_cut_disk -- --nocapture` plays 200 cuts of each way of writing.
//! The writer is stopped, the image under its file system copied, and the copy mounted and read.
#![cfg(target_os = "linux")]
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests stop the test as the tests themselves do"
)]

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use krachtenveld::model::{Actor, Document, IdSource, Language};
use krachtenveld::storage::{
    Recovery, SystemFs, Work, offers, print_document, read, restore, save,
};

/// Says in which way the worker writes; without it the worker does nothing.
const WAY: &str = "KRACHTENVELD_TEST_WAY";
/// The folder in which the worker writes.
const FOLDER: &str = "KRACHTENVELD_TEST_FOLDER";
const FILE: &str = "kaart.krachtenveld.ron";
const MARK: &str = "acknowledged ";

fn map(number: u64) -> Document {
    let mut ids = IdSource::new(1);
    let mut document = Document::new(ids.fresh(), Language::Dutch);
    document.title = number.to_string();
    for count in 0..50 {
        let name = format!("Actor {count}");
        document.now.actors.put(Actor::new(ids.fresh(), &name));
    }
    document
}

/// Writes maps without end; each number is told once its map should survive.
#[test]
fn a_worker_writes_until_it_is_stopped() {
    let Ok(way) = std::env::var(WAY) else { return };
    let folder = PathBuf::from(std::env::var(FOLDER).unwrap());
    let file = folder.join(FILE);
    let mut recovery = Recovery::open(Arc::new(SystemFs), &folder, map(0).id, 1).unwrap();
    for number in 1.. {
        let document = map(number);
        match way.as_str() {
            "save" => drop(save(&file, &document, &SystemFs, None).unwrap()),
            "snapshot" => {
                let work = Work::new(Arc::new(document), None);
                recovery.snapshot(&work).unwrap();
            }
            "rename without waiting" => {
                let waiting = folder.join("waiting.tmp");
                std::fs::write(&waiting, print_document(&document)).unwrap();
                std::fs::rename(&waiting, &file).unwrap();
            }
            _ => std::fs::write(&file, print_document(&document)).unwrap(),
        }
        writeln!(std::io::stderr(), "{MARK}{number}").unwrap();
    }
}

fn run(program: &str, arguments: &[&str]) -> bool {
    let done = Command::new(program)
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    done.is_ok_and(|status| status.success())
}

/// A file system that is played with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// As Linux makes it, without the help that it gives to careless writers.
    Ext4,
    /// As Linux mounts it when nothing is said.
    PlainExt4,
    /// As on a memory stick: without a journal.
    Vfat,
}

impl Kind {
    fn make(self, image: &str) -> bool {
        match self {
            Self::Ext4 | Self::PlainExt4 => run("mkfs.ext4", &["-q", image]),
            Self::Vfat => run("mkfs.vfat", &[image]),
        }
    }

    fn options(self) -> &'static str {
        match self {
            Self::Ext4 => "loop,noauto_da_alloc",
            Self::PlainExt4 | Self::Vfat => "loop",
        }
    }
}

/// A file system in an image, with the writer on it.
struct Disk {
    home: tempfile::TempDir,
    worker: Option<Child>,
}

impl Disk {
    fn new(kind: Kind) -> Self {
        // In memory where that is there: the copy must not wait for a disk of its own.
        let home = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir());
        let disk = Self {
            home: home.unwrap(),
            worker: None,
        };
        let image = disk.path("image");
        std::fs::File::create(&image)
            .unwrap()
            .set_len(24 << 20)
            .unwrap();
        assert!(kind.make(image.to_str().unwrap()), "{kind:?}");
        std::fs::create_dir(disk.path("disk")).unwrap();
        std::fs::create_dir(disk.path("after")).unwrap();
        let options = kind.options();
        let (image, folder) = (disk.path("image"), disk.path("disk"));
        let mounted = [image.to_str().unwrap(), folder.to_str().unwrap()];
        assert!(run("mount", &["-o", options, mounted[0], mounted[1]]));
        disk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Starts the writer; gives the last number that it acknowledged.
    fn start(&mut self, way: &str) -> Arc<AtomicU64> {
        let mut worker = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "a_worker_writes_until_it_is_stopped",
                "--nocapture",
            ])
            .env(WAY, way)
            .env(FOLDER, self.path("disk"))
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let last = Arc::new(AtomicU64::new(0));
        let told = Arc::clone(&last);
        let lines = BufReader::new(worker.stderr.take().unwrap()).lines();
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                // The last line of a writer that was killed may be cut short.
                let number = line.strip_prefix(MARK).and_then(|line| line.parse().ok());
                if let Some(number) = number {
                    told.store(number, Ordering::SeqCst);
                }
            }
        });
        self.worker = Some(worker);
        last
    }

    fn signal(&self, name: &str) {
        let id = self.worker.as_ref().unwrap().id().to_string();
        assert!(run("kill", &[name, &id]));
    }

    /// Gives what is found after a power cut at this moment.
    fn cut(&self, find: impl FnOnce(&Path) -> Option<u64>) -> Option<u64> {
        let (image, copy, after) = (self.path("image"), self.path("copy"), self.path("after"));
        std::fs::copy(image, &copy).unwrap();
        let mounted = [copy.to_str().unwrap(), after.to_str().unwrap()];
        assert!(run("mount", &["-o", "loop", mounted[0], mounted[1]]));
        let found = find(&after);
        assert!(run("umount", &[mounted[1]]));
        found
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        if let Some(worker) = &mut self.worker {
            drop(worker.kill());
            drop(worker.wait());
        }
        run("umount", &[self.path("after").to_str().unwrap_or_default()]);
        run("umount", &[self.path("disk").to_str().unwrap_or_default()]);
    }
}

fn find(way: &str, folder: &Path) -> Option<u64> {
    if way == "snapshot" {
        let found = offers(&SystemFs, folder, SystemTime::now()).offers;
        let title = restore(&SystemFs, found.first()?).ok()?.document.title;
        return title.parse().ok();
    }
    let bytes = std::fs::read(folder.join(FILE)).ok()?;
    read(&bytes).ok()?.document.title.parse().ok()
}

/// What a number of cuts cost.
#[derive(Debug, Default, PartialEq, Eq)]
struct Cost {
    corrupt: u32,
    lost: u32,
}

/// Says whether a memory stick can be made and mounted here.
fn has_vfat() -> bool {
    run("modprobe", &["vfat"]);
    let known = std::fs::read_to_string("/proc/filesystems").unwrap_or_default();
    known.contains("vfat") && Command::new("mkfs.vfat").arg("--help").output().is_ok()
}

/// Gives the last number once all that was told before a stop is read.
fn settled(last: &AtomicU64) -> u64 {
    let mut before = 0;
    loop {
        std::thread::sleep(Duration::from_millis(20));
        let now = last.load(Ordering::SeqCst);
        if now == before {
            return now;
        }
        before = now;
    }
}

#[expect(clippy::print_stdout, reason = "the counts are worth reading")]
fn cost_of(kind: Kind, way: &str, cuts: u32) -> Cost {
    let mut disk = Disk::new(kind);
    let last = disk.start(way);
    while last.load(Ordering::SeqCst) < 3 {
        std::thread::sleep(Duration::from_millis(5));
    }
    let mut cost = Cost::default();
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    for _ in 0..cuts {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        std::thread::sleep(Duration::from_micros((random >> 33) % 40_000));
        disk.signal("-STOP");
        let acknowledged = settled(&last);
        match disk.cut(|folder| find(way, folder)) {
            None => cost.corrupt += 1,
            Some(number) if number < acknowledged => cost.lost += 1,
            Some(number) => assert!(number <= acknowledged + 1, "{number} was never written"),
        }
        disk.signal("-CONT");
    }
    let written = last.load(Ordering::SeqCst);
    println!("{kind:?}, {way}: {cuts} cuts, {written} maps written, {cost:?}");
    cost
}

#[test]
#[expect(clippy::print_stdout, reason = "what is skipped is told")]
fn a_power_cut_loses_nothing_that_was_acknowledged_and_careless_writers_lose_much() {
    let wanted = std::env::var("KRACHTENVELD_POWER").ok();
    let Some(cuts) = wanted.map(|count| count.parse().unwrap()) else {
        println!("skipped 200 power cuts on a disk: set KRACHTENVELD_POWER=200 as root");
        return;
    };
    for careless in ["in place", "rename without waiting"] {
        let cost = cost_of(Kind::Ext4, careless, cuts);
        assert!(cost.corrupt > 0, "the cuts prove nothing: {cost:?}");
    }
    for kind in [Kind::Ext4, Kind::PlainExt4] {
        assert_eq!(cost_of(kind, "save", cuts), Cost::default());
        assert_eq!(cost_of(kind, "snapshot", cuts), Cost::default());
    }
    if !has_vfat() {
        println!(
            "skipped {} power cuts on a memory stick: this system makes or mounts no vfat",
            3 * cuts
        );
        return;
    }
    let cost = cost_of(Kind::Vfat, "in place", cuts);
    assert!(cost.corrupt > 0, "the cuts prove nothing: {cost:?}");
    assert_eq!(cost_of(Kind::Vfat, "save", cuts), Cost::default());
    assert_eq!(cost_of(Kind::Vfat, "snapshot", cuts), Cost::default());
}
