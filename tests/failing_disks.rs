//! Disks that are full, calls of the system that fail, and odd places: a message, no loss, and the map saved afterwards.
//!
//! Needs Linux; a full disk needs root, failing calls need `strace`. What cannot be played is skipped with its count.
//! `KRACHTENVELD_FAILING=10` plays ten times as many.
#![cfg(target_os = "linux")]
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests stop the test as the tests themselves do"
)]

use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use krachtenveld::model::{Actor, Document, IdSource, Language, Note};
use krachtenveld::storage::{
    Fs as _, Offer, Recovery, SaveError, SystemFs, Work, offers, print_document, read, restore,
    save,
};

/// Says in which way the worker writes; without it the worker does nothing.
const WAY: &str = "KRACHTENVELD_TEST_WAY";
/// The folder in which the worker writes.
const FOLDER: &str = "KRACHTENVELD_TEST_FOLDER";
const FILE: &str = "kaart.krachtenveld.ron";
/// The file in which the worker tells what it acknowledged.
const TOLD: &str = "told";

fn times(ordinary: u64) -> u64 {
    let wanted = std::env::var("KRACHTENVELD_FAILING").ok();
    ordinary * wanted.map_or(1, |count| count.parse::<u64>().unwrap())
}

#[expect(clippy::print_stdout, reason = "the counts are worth reading")]
fn tell(line: &str) {
    println!("{line}");
}

/// Makes a map of about so many kilobytes.
fn map(number: u64, kilobytes: usize) -> Document {
    let mut ids = IdSource::new(1);
    let mut document = Document::new(ids.fresh(), Language::Dutch);
    document.title = number.to_string();
    let mut actor = Actor::new(ids.fresh(), "Raad");
    let sentence = "een zin van 32 letters, telkens. ";
    actor.notes.push(Note::new(sentence.repeat(31 * kilobytes)));
    document.now.actors.put(actor);
    document
}

fn number_in(file: &Path) -> Option<u64> {
    let loaded = read(&std::fs::read(file).ok()?).ok()?;
    loaded.document.title.parse().ok()
}

fn run(program: &str, arguments: &[&str]) -> bool {
    let done = Command::new(program)
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    done.is_ok_and(|status| status.success())
}

/// A small disk in memory.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    /// Makes one of so many megabytes; `None` where this may not be done.
    fn new(megabytes: u64) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let size = format!("size={megabytes}m");
        let place = folder.path().to_str().unwrap();
        run("mount", &["-t", "tmpfs", "-o", &size, "tmpfs", place]).then_some(Self(folder))
    }

    /// Takes room until so many bytes are left.
    fn fill(&self, left: usize) {
        let path = self.0.path().join("vulling");
        let mut file = std::fs::File::create(&path).unwrap();
        let block = [0_u8; 4096];
        while file.write_all(&block).is_ok() {}
        let full = file.metadata().unwrap().len();
        file.set_len(full.saturating_sub(left as u64)).unwrap();
    }

    fn free(&self) {
        std::fs::remove_file(self.0.path().join("vulling")).unwrap();
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        run("umount", &[self.0.path().to_str().unwrap_or_default()]);
    }
}

/// Lets a map grow on a disk that gets full; gives what the file held last and what was acknowledged last.
fn grow(disk: &SmallDisk, mut write: impl FnMut(&Path, u64) -> bool) -> (Option<u64>, u64) {
    let file = disk.0.path().join(FILE);
    let mut acknowledged = 0;
    for number in 0..12 {
        if !write(&file, number) {
            break;
        }
        acknowledged = number;
    }
    (number_in(&file), acknowledged)
}

/// Gives what is offered first; a process that another test is just starting may hold the lock for a moment.
fn offered_soon(store: &Path) -> Offer {
    for _ in 0..100 {
        let offered = offers(&SystemFs, store, SystemTime::now()).offers;
        if let Some(first) = offered.into_iter().next() {
            return first;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("nothing is offered");
}

#[test]
fn a_disk_that_gets_full_costs_nothing_and_saving_works_once_there_is_room() {
    let runs = times(200);
    if SmallDisk::new(1).is_none() {
        tell(&format!(
            "skipped {runs} runs on a full disk: they need root"
        ));
        return;
    }
    let since = Instant::now();
    let mut full = 0;
    for round in 0..runs {
        let disk = SmallDisk::new(1 + round % 4).unwrap();
        let file = disk.0.path().join(FILE);
        save(&file, &map(0, 1), &SystemFs, None).unwrap();
        let store = disk.0.path().join("recovery");
        let mut kept = Recovery::open(Arc::new(SystemFs), &store, map(0, 1).id, 1).unwrap();
        disk.fill(usize::try_from(24_000 + (round * 3_331) % 50_000).unwrap());
        let (mut snapshot, mut error) = (None, None);
        let (found, acknowledged) = grow(&disk, |file, number| {
            let document = map(number, 2 + 4 * usize::try_from(number).unwrap());
            let work = Work::new(Arc::new(document.clone()), Some(file.to_owned()));
            if kept.snapshot(&work).is_ok() {
                snapshot = Some(number);
            }
            match save(file, &document, &SystemFs, None) {
                Ok(_) => true,
                Err(found) => {
                    error = Some(found);
                    false
                }
            }
        });
        assert_eq!(
            found,
            Some(acknowledged),
            "the file is not what was saved last"
        );
        assert!(
            matches!(error, Some(SaveError::DiskFull { .. })),
            "{error:?}"
        );
        full += 1;
        let names = SystemFs.list(disk.0.path()).unwrap();
        assert_eq!(names.len(), 3, "half a file is left: {names:?}");
        drop(kept);
        if let Some(number) = snapshot.filter(|number| *number > acknowledged) {
            let offered = offered_soon(&store);
            let best = restore(&SystemFs, &offered).unwrap().document.title;
            assert!(best.parse::<u64>().unwrap() >= number);
        }
        disk.free();
        save(&file, &map(99, 20), &SystemFs, None).unwrap();
        assert_eq!(number_in(&file), Some(99));
    }
    tell(&format!(
        "full disk: {full} runs, 0 lost, {:.1} s",
        since.elapsed().as_secs_f32()
    ));
}

#[test]
fn the_same_full_disk_costs_a_careless_writer_its_map() {
    let Some(disk) = SmallDisk::new(1) else {
        tell("skipped 1 run on a full disk: it needs root");
        return;
    };
    disk.fill(30_000);
    let (found, _) = grow(&disk, |file, number| {
        let text = print_document(&map(number, 2 + 4 * usize::try_from(number).unwrap()));
        std::fs::write(file, text).is_ok()
    });
    assert_eq!(found, None, "the full disk proves nothing");
}

/// Saves and keeps snapshots; what it acknowledged it tells in a file of its own, each in one letter.
#[test]
fn a_worker_writes_while_calls_fail() {
    let Ok(way) = std::env::var(WAY) else { return };
    let folder = PathBuf::from(std::env::var(FOLDER).unwrap());
    let file = folder.join(FILE);
    let tell = |what: &str, number: u64| {
        // One that is not told is not counted on.
        drop(std::fs::write(
            folder.join(format!("{TOLD}-{what}-{number}")),
            "",
        ));
    };
    if way == "in place" {
        for number in 1..6 {
            drop(std::fs::write(&file, print_document(&map(number, 1))));
        }
        return;
    }
    let store = folder.join("recovery");
    let mut kept = Recovery::open(Arc::new(SystemFs), &store, map(0, 1).id, 1).ok();
    for number in 1..6 {
        let document = map(number, 1);
        let work = Work::new(Arc::new(document.clone()), Some(file.clone()));
        if kept
            .as_mut()
            .is_some_and(|kept| kept.snapshot(&work).is_ok())
        {
            tell("snapshot", number);
        }
        if save(&file, &document, &SystemFs, None).is_ok() {
            tell("save", number);
        }
    }
}

/// Lets the worker run while a call fails now and then; gives the folder in which it wrote.
fn while_failing(way: &str, call: &str, error: &str, when: &str) -> Option<tempfile::TempDir> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(FILE), print_document(&map(0, 1))).unwrap();
    let inject = format!("inject={call}:error={error}:when={when}");
    let started = Command::new("strace")
        .args(["-f", "-qq", "-o", "/dev/null"])
        .args(["-e", &format!("trace={call}"), "-e", &inject])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "a_worker_writes_while_calls_fail"])
        .env(WAY, way)
        .env(FOLDER, folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    started.is_ok().then_some(folder)
}

fn told(folder: &Path, what: &str) -> Option<u64> {
    let start = format!("{TOLD}-{what}-");
    let names = SystemFs.list(folder).unwrap();
    let numbers = names.iter().filter_map(|name| {
        let name = name.file_name()?.to_str()?;
        name.strip_prefix(&start)?.parse().ok()
    });
    numbers.max()
}

#[test]
fn whatever_call_of_the_system_fails_the_file_is_whole_and_nothing_acknowledged_is_lost() {
    if !run("strace", &["-o", "/dev/null", "true"]) {
        tell("skipped 60 runs with failing calls: they need strace");
        return;
    }
    let since = Instant::now();
    let (mut runs, mut refused) = (0, 0);
    let mut check = |call: &str, error: &str, when: &str| {
        let folder = while_failing("carefully", call, error, when).unwrap();
        let found = number_in(&folder.path().join(FILE));
        let saved = told(folder.path(), "save");
        let found = found.unwrap_or_else(|| panic!("{call} {error} {when}: no map"));
        assert!(
            saved.is_none_or(|saved| found >= saved),
            "{call} {error} {when}"
        );
        let store = folder.path().join("recovery");
        let offered = offers(&SystemFs, &store, SystemTime::now()).offers;
        let restored = offered
            .iter()
            .filter_map(|offer| restore(&SystemFs, offer).ok())
            .filter_map(|restored| restored.document.title.parse::<u64>().ok());
        let best = restored.max().unwrap_or_default().max(found);
        let snapshot = told(folder.path(), "snapshot");
        assert!(
            snapshot.is_none_or(|number| best >= number),
            "{call} {error} {when}"
        );
        runs += 1;
        refused += u32::from(saved != Some(5) || snapshot != Some(5));
    };
    let calls = [
        ("fsync", "EIO", 1..=10),
        ("fsync", "ENOSPC", 1..=5),
        ("rename", "EIO", 1..=6),
        ("rename", "EACCES", 1..=6),
        ("write", "EIO", 1..=12),
        ("write", "ENOSPC", 1..=12),
    ];
    for (call, error, steps) in calls {
        for step in steps {
            check(call, error, &step.to_string());
        }
        // And from the third on for ever.
        check(call, error, "3+");
    }
    tell(&format!(
        "failing calls: {runs} runs, {refused} in which something was refused, {:.1} s",
        since.elapsed().as_secs_f32()
    ));
    assert!(refused > 10, "the failing calls prove nothing");
    let broken = (1..=12)
        .filter_map(|step| while_failing("in place", "write", "ENOSPC", &format!("{step}+")))
        .filter(|folder| number_in(&folder.path().join(FILE)).is_none())
        .count();
    assert!(broken > 0, "a careless writer lost nothing");
}

#[test]
fn odd_places_are_told_of_and_cost_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let error = |path: &Path| save(path, &map(1, 1), &SystemFs, None).unwrap_err();
    // A pipe: neither reading nor saving hangs.
    assert!(run("mkfifo", &[at("pijp.ron").to_str().unwrap()]));
    let since = Instant::now();
    assert!(matches!(error(&at("pijp.ron")), SaveError::NotAFile { .. }));
    assert!(SystemFs.read(&at("pijp.ron")).is_err());
    assert!(since.elapsed() < Duration::from_secs(1));
    // A folder called as a file, a folder that is gone, a name that is too long.
    std::fs::create_dir(at("map.ron")).unwrap();
    assert!(matches!(error(&at("map.ron")), SaveError::NotAFile { .. }));
    assert!(matches!(
        error(&at("weg/kaart.ron")),
        SaveError::NoFolder { .. }
    ));
    let long = "n".repeat(300);
    assert!(matches!(error(&at(&long)), SaveError::BadName { .. }));
    // A path longer than 260 letters, and a name that ends in a dot.
    let deep = (0..6).fold(folder.path().to_owned(), |path, _| {
        path.join("m".repeat(50))
    });
    std::fs::create_dir_all(&deep).unwrap();
    for path in [deep.join(FILE), at("kaart.ron.")] {
        save(&path, &map(3, 1), &SystemFs, None).unwrap();
        assert_eq!(number_in(&path), Some(3));
    }
    // Read-only: the file and its mode stay.
    let file = at(FILE);
    save(&file, &map(1, 1), &SystemFs, None).unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o400)).unwrap();
    let refused = save(&file, &map(2, 1), &SystemFs, None).unwrap_err();
    assert!(matches!(refused, SaveError::ReadOnly { .. }), "{refused:?}");
    let mode = std::fs::metadata(&file).unwrap().permissions().mode() & 0o777;
    assert_eq!((number_in(&file), mode), (Some(1), 0o400));
    // Another name of the same file keeps the whole old map.
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o640)).unwrap();
    std::fs::hard_link(&file, at("zelfde.ron")).unwrap();
    save(&file, &map(2, 1), &SystemFs, None).unwrap();
    assert_eq!(number_in(&file), Some(2));
    assert_eq!(number_in(&at("zelfde.ron")), Some(1));
    let mode = std::fs::metadata(&file).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o640);
    // A folder that is taken away during the work, as a share that is gone.
    std::fs::remove_dir_all(&deep).unwrap();
    assert!(matches!(
        error(&deep.join(FILE)),
        SaveError::NoFolder { .. }
    ));
}

/// Saves in a closed folder, as another user than root.
#[test]
fn a_worker_saves_in_a_closed_folder() {
    let Ok(way) = std::env::var(WAY) else { return };
    if way != "closed" {
        return;
    }
    let folder = PathBuf::from(std::env::var(FOLDER).unwrap());
    let error = save(&folder.join(FILE), &map(2, 1), &SystemFs, None).unwrap_err();
    assert!(matches!(error, SaveError::OnlyInPlace { .. }), "{error:?}");
    let error = save(&folder.join("dicht.ron"), &map(2, 1), &SystemFs, None).unwrap_err();
    assert!(matches!(error, SaveError::Permission { .. }), "{error:?}");
    let error = save(&folder.join("nieuw.ron"), &map(2, 1), &SystemFs, None).unwrap_err();
    assert!(matches!(error, SaveError::Permission { .. }), "{error:?}");
}

#[test]
fn a_closed_folder_leaves_only_the_file_itself_to_be_written_and_a_closed_file_nothing() {
    let set = |path: &Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("dicht");
    std::fs::create_dir(&inside).unwrap();
    for (name, mode) in [(FILE, 0o666), ("dicht.ron", 0o644)] {
        save(&inside.join(name), &map(1, 1), &SystemFs, None).unwrap();
        set(&inside.join(name), mode);
    }
    set(&inside, 0o555);
    set(folder.path(), 0o755);
    // Root may write everywhere, so the worker is somebody else; it must be able to reach its own program.
    let program = folder.path().join("worker");
    std::fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    set(&program, 0o755);
    let arguments = ["--exact", "a_worker_saves_in_a_closed_folder"];
    let mut command = Command::new("setpriv");
    command.args(["--reuid", "1000", "--regid", "1000", "--clear-groups"]);
    let done = command
        .arg(&program)
        .args(arguments)
        .env(WAY, "closed")
        .env(FOLDER, &inside)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    let names = SystemFs.list(&inside).unwrap().len();
    let may = run("setpriv", &["--reuid", "1000", "--clear-groups", "true"]);
    if may {
        assert!(done.unwrap().success());
    } else {
        tell("skipped 3 saves in a closed folder: they need root and setpriv");
    }
    set(&inside, 0o755);
    assert_eq!(names, 2, "nothing was made");
    assert_eq!(number_in(&inside.join(FILE)), Some(1));
}

/// Gives the calls of a program that have to do with the network.
fn calls_of(program: &Path, arguments: &[&str], home: &Path) -> Option<String> {
    let trace = home.join("trace");
    let done = Command::new("strace")
        .args(["-f", "-qq", "-e", "trace=%network", "-o"])
        .arg(&trace)
        .arg(program)
        .args(arguments)
        .env("HOME", home)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .ok()?;
    done.code()?;
    std::fs::read_to_string(trace).ok()
}

#[test]
fn no_command_opens_a_way_to_the_network() {
    if !run("strace", &["-o", "/dev/null", "true"]) {
        tell("skipped 6 commands watched for the network: they need strace");
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let (one, two) = (home.path().join("een.ron"), home.path().join("twee.ron"));
    std::fs::write(&one, print_document(&map(1, 1))).unwrap();
    std::fs::write(&two, print_document(&map(2, 1))).unwrap();
    let out = home.path().join("uit.ron");
    let picture = home.path().join("uit.png");
    let [one, two, out, picture] = [&one, &two, &out, &picture].map(|path| path.to_str().unwrap());
    let program = Path::new(env!("CARGO_BIN_EXE_krachtenveld"));
    for call in [
        vec!["check", one],
        vec!["compare", one, two],
        vec!["share", one, "-o", out],
        vec!["convert", one, out],
        vec!["analyse", one],
        vec!["picture", one, "-o", picture],
    ] {
        let calls = calls_of(program, &call, home.path()).unwrap();
        for way in ["AF_INET", "AF_PACKET"] {
            assert!(!calls.contains(way), "{call:?}: {calls}");
        }
    }
}
