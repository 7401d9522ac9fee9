//! Saving and recovery: the file is the old map or the new one, and what was done since is not lost.
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests stop the test as the tests themselves do"
)]

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use krachtenveld::model::{Actor, Document, IdSource, Language};
use krachtenveld::storage::{
    CopyFirst, Fingerprint, Fs, Offer, Origin, Recovery, SaveError, SystemFs, Work, claim,
    conflict_copies, discard, keep_version, print_document, read, read_version, restore, save,
    save_in_place, sweep, versions, wipe,
};

use mem_fs::{Failure, MemFs};

#[path = "support/mem_fs.rs"]
#[expect(dead_code, reason = "some of it is for the power cuts")]
mod mem_fs;

const KINDS: [ErrorKind; 6] = [
    ErrorKind::StorageFull,
    ErrorKind::PermissionDenied,
    ErrorKind::ReadOnlyFilesystem,
    ErrorKind::ResourceBusy,
    ErrorKind::NotFound,
    ErrorKind::Other,
];

fn map(title: &str) -> Document {
    let mut ids = IdSource::new(1);
    let mut document = Document::new(ids.fresh(), Language::Dutch);
    title.clone_into(&mut document.title);
    document.now.actors.put(Actor::new(ids.fresh(), "Raad"));
    document
}

fn path() -> &'static Path {
    Path::new("/maps/kaart.krachtenveld.ron")
}

fn with_map(title: &str) -> (MemFs, Fingerprint) {
    let fs = MemFs::default();
    let text = print_document(&map(title));
    fs.put(path(), text.as_bytes());
    (fs, Fingerprint::of(text.as_bytes(), None))
}

fn title(fs: &MemFs) -> String {
    read(&fs.get(path()).unwrap()).unwrap().document.title
}

#[test]
fn a_saved_map_is_read_back_and_nothing_else_is_left() {
    let (fs, before) = with_map("oud");
    let saved = save(path(), &map("nieuw"), &fs, Some(&before)).unwrap();
    assert!(saved.durable);
    assert_eq!(title(&fs), "nieuw");
    assert_eq!(fs.names(), [path()]);
    let again = save(path(), &map("nieuwer"), &fs, Some(&saved.fingerprint)).unwrap();
    assert!(!again.fingerprint.same_content(&saved.fingerprint));
    assert!(!again.fingerprint.may_differ(&fs.stat(path()).unwrap()));
}

#[test]
fn whatever_step_fails_the_file_is_the_old_map_or_the_new_one() {
    let mut states = 0;
    for kind in KINDS {
        for times in [1, 3, usize::MAX / 2] {
            for step in 1..40 {
                let (fs, before) = with_map("oud");
                fs.fail(Some(Failure { step, kind, times }));
                let result = save(path(), &map("nieuw"), &fs, Some(&before));
                let steps = fs.steps();
                for names_kept in [true, false] {
                    let title = title(&fs.after_power_cut(names_kept));
                    match &result {
                        Ok(saved) if saved.durable => assert_eq!(title, "nieuw"),
                        Ok(_) => assert!(title == "nieuw" || title == "oud"),
                        Err(_) => assert_eq!(title, "oud", "{kind} {times} {step}"),
                    }
                    states += 1;
                }
                fs.fail(None);
                let leftover = fs.names().len() - 1;
                assert!(leftover == 0 || times > 1 && leftover == 1);
                if result.is_err() {
                    save(path(), &map("nieuw"), &fs, Some(&before)).unwrap();
                    assert_eq!(title(&fs), "nieuw");
                }
                if step > steps {
                    break;
                }
            }
        }
    }
    assert!(states > 200);
}

#[test]
fn a_power_cut_at_any_step_leaves_one_of_both_maps() {
    for step in 1..12 {
        let (fs, before) = with_map("oud");
        fs.fail(Some(Failure {
            step,
            kind: ErrorKind::Other,
            times: usize::MAX / 2,
        }));
        drop(save(path(), &map("nieuw"), &fs, Some(&before)));
        for names_kept in [true, false] {
            let title = title(&fs.after_power_cut(names_kept));
            assert!(title == "oud" || title == "nieuw");
        }
    }
}

#[test]
fn errors_have_names() {
    let expect = |kind, step, check: fn(&SaveError) -> bool| {
        let (fs, before) = with_map("oud");
        fs.fail(Some(Failure {
            step,
            kind,
            times: 100,
        }));
        let error = save(path(), &map("nieuw"), &fs, Some(&before)).unwrap_err();
        assert!(check(&error), "{error:?}");
    };
    // The steps: resolve, stat, read, write, rename.
    expect(ErrorKind::StorageFull, 4, |error| {
        matches!(error, SaveError::DiskFull { .. })
    });
    expect(ErrorKind::PermissionDenied, 4, |error| {
        matches!(error, SaveError::Permission { .. })
    });
    expect(ErrorKind::ReadOnlyFilesystem, 4, |error| {
        matches!(error, SaveError::ReadOnly { .. })
    });
    expect(ErrorKind::ResourceBusy, 5, |error| {
        matches!(error, SaveError::Busy { .. })
    });
    expect(ErrorKind::InvalidFilename, 4, |error| {
        matches!(error, SaveError::BadName { .. })
    });
    let (fs, before) = with_map("oud");
    fs.set_read_only(path());
    assert!(matches!(
        save(path(), &map("nieuw"), &fs, Some(&before)),
        Err(SaveError::ReadOnly { .. })
    ));
}

#[test]
fn a_file_that_another_program_holds_is_tried_for_three_seconds() {
    let (fs, before) = with_map("oud");
    let busy = |times| Failure {
        step: 5,
        kind: ErrorKind::ResourceBusy,
        times,
    };
    fs.fail(Some(busy(9)));
    save(path(), &map("nieuw"), &fs, Some(&before)).unwrap();
    let waited = fs.paused();
    assert!(waited > Duration::from_millis(2900) && waited <= Duration::from_secs(3));
    let (fs, before) = with_map("oud");
    fs.fail(Some(busy(10)));
    assert!(save(path(), &map("nieuw"), &fs, Some(&before)).is_err());
}

#[test]
fn a_file_that_another_program_changed_or_removed_is_not_overwritten() {
    let (fs, before) = with_map("oud");
    fs.put(path(), print_document(&map("anders")).as_bytes());
    match save(path(), &map("nieuw"), &fs, Some(&before)) {
        Err(SaveError::ChangedOnDisk { found, .. }) => {
            save(path(), &map("nieuw"), &fs, Some(&found)).unwrap();
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(title(&fs), "nieuw");
    let fs = MemFs::default();
    assert!(matches!(
        save(path(), &map("nieuw"), &fs, Some(&before)),
        Err(SaveError::Vanished { .. })
    ));
    save(path(), &map("nieuw"), &fs, None).unwrap();
}

#[test]
fn a_file_that_only_got_a_new_time_is_overwritten() {
    let (fs, before) = with_map("oud");
    fs.put(path(), print_document(&map("oud")).as_bytes());
    assert!(before.may_differ(&fs.stat(path()).unwrap()));
    save(path(), &map("nieuw"), &fs, Some(&before)).unwrap();
}

#[test]
fn on_a_real_disk_mode_and_link_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("kaart.krachtenveld.ron");
    let first = save(&target, &map("een"), &SystemFs, None).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&target), 0o600);
        std::fs::set_permissions(&target, std::fs::Permissions::from_mode(0o640)).unwrap();
        let path = folder.path().join("link.ron");
        std::os::unix::fs::symlink(&target, &path).unwrap();
        save(&path, &map("twee"), &SystemFs, Some(&first.fingerprint)).unwrap();
        assert_eq!(mode(&target), 0o640);
        assert!(std::fs::symlink_metadata(&path).unwrap().is_symlink());
    }
    assert!(matches!(
        save(folder.path(), &map("twee"), &SystemFs, None),
        Err(SaveError::NotAFile { .. })
    ));
    assert!(matches!(
        save(
            &folder.path().join("weg/kaart.ron"),
            &map("twee"),
            &SystemFs,
            None
        ),
        Err(SaveError::NoFolder { .. })
    ));
}

fn root() -> PathBuf {
    PathBuf::from("/data/recovery")
}

fn offers(fs: &dyn Fs, root: &Path) -> Vec<Offer> {
    krachtenveld::storage::offers(fs, root, SystemTime::UNIX_EPOCH).offers
}

fn work(title: &str, path: Option<&Path>) -> Work {
    Work::new(Arc::new(map(title)), path.map(Path::to_owned))
}

fn recovery(fs: &MemFs, instance: u64) -> Recovery {
    Recovery::open(Arc::new(fs.clone()), &root(), map("").id, instance).unwrap()
}

#[test]
fn the_newest_good_snapshot_is_offered_when_the_program_is_gone() {
    let fs = MemFs::default();
    let mut kept = recovery(&fs, 1);
    for count in 0..5 {
        kept.snapshot(&work(&format!("{count}"), Some(path())))
            .unwrap();
    }
    assert_eq!(offers(&fs, &root()), []);
    fs.end_program();
    let offered = offers(&fs, &root());
    assert_eq!(offered.len(), 1);
    assert_eq!(offered[0].title, "4");
    assert_eq!(offered[0].path.as_deref(), Some(path()));
    assert_eq!(offered[0].origin, Origin::Crash);
    assert_eq!(restore(&fs, &offered[0]).unwrap().document, map("4"));
    let snapshots = fs.names().len();
    assert_eq!(snapshots, 3, "two snapshots and the lock");
    let torn = fs.get(&offered[0].file).unwrap();
    fs.put(&offered[0].file, &torn[..torn.len() - 9]);
    assert!(restore(&fs, &offered[0]).is_err());
    fs.end_program();
    assert_eq!(offers(&fs, &root())[0].title, "3");
    discard(&fs, &offered[0]);
    fs.end_program();
    assert_eq!(offers(&fs, &root()), []);
}

#[test]
fn what_was_saved_or_let_go_is_not_offered() {
    let fs = MemFs::default();
    let mut kept = recovery(&fs, 1);
    let mut same = map("zelfde");
    kept.snapshot(&Work::new(Arc::new(same.clone()), Some(path().to_owned())))
        .unwrap();
    same.lineage.push(IdSource::new(9).fresh());
    save(path(), &same, &fs, None).unwrap();
    fs.end_program();
    assert_eq!(offers(&fs, &root()), []);
    assert_eq!(fs.names(), [path()]);

    let mut kept = recovery(&fs, 2);
    kept.snapshot(&work("weg", None)).unwrap();
    kept.finish();
    fs.end_program();
    assert_eq!(offers(&fs, &root()), []);

    let mut kept = recovery(&fs, 3);
    kept.snapshot(&work("later", None)).unwrap();
    kept.clear();
    kept.snapshot(&work("nog later", None)).unwrap();
    fs.end_program();
    assert_eq!(offers(&fs, &root())[0].title, "nog later");
    fs.end_program();
    wipe(&fs, &root());
    assert_eq!(offers(&fs, &root()), []);
}

#[test]
fn a_snapshot_that_was_acknowledged_survives_a_power_cut_at_any_step() {
    for step in 1..40 {
        let fs = MemFs::default();
        let mut kept = recovery(&fs, 1);
        fs.fail(Some(Failure {
            step,
            kind: ErrorKind::StorageFull,
            times: usize::MAX / 2,
        }));
        let mut acknowledged = None;
        for count in 0..5 {
            if kept.snapshot(&work(&format!("{count}"), None)).is_ok() {
                acknowledged = Some(count);
            }
        }
        for names_kept in [true, false] {
            let left = fs.after_power_cut(names_kept);
            let found = offers(&left, &root());
            if let Some(count) = acknowledged {
                let newest: u32 = found[0].title.parse().unwrap();
                assert!(newest >= count, "{newest} {count} {step}");
            }
        }
    }
}

#[test]
fn a_torn_number_is_not_used_again() {
    let fs = MemFs::default();
    let mut kept = recovery(&fs, 1);
    kept.snapshot(&work("1", None)).unwrap();
    fs.put(
        root().join(format!("{}-{:016x}/rec-0000000007.ron", map("").id, 1)),
        b"torn",
    );
    fs.end_program();
    let mut kept = recovery(&fs, 1);
    assert_eq!(kept.snapshot(&work("8", None)).unwrap(), 8);
}

#[test]
fn on_a_real_disk_recovery_is_for_the_user_alone_and_locked_while_running() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("recovery");
    let fs: Arc<SystemFs> = Arc::new(SystemFs);
    let mut kept = Recovery::open(fs.clone(), &root, map("").id, 5).unwrap();
    kept.snapshot(&work("één", Some(path()))).unwrap();
    assert_eq!(offers(&SystemFs, &root), []);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&root), 0o700);
        for file in fs.list(&fs.list(&root).unwrap()[0]).unwrap() {
            assert_eq!(mode(&file), 0o600);
        }
    }
    drop(kept);
    let found = offers(&SystemFs, &root);
    assert_eq!(found[0].title, "één");
    assert!(found[0].time.is_some());
    discard(&SystemFs, &found[0]);
    assert_eq!(fs.list(&root).unwrap(), Vec::<PathBuf>::new());
}

/// Gives the time of the file system in memory after a number of days.
fn after(days: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_hours(24 * days)
}

#[test]
fn what_was_let_go_can_be_brought_back_for_a_week_and_a_crash_for_a_month() {
    let left = |fs: &MemFs, days| krachtenveld::storage::offers(fs, &root(), after(days));
    let fs = MemFs::default();
    let mut kept = recovery(&fs, 1);
    kept.snapshot(&work("weg", None)).unwrap();
    kept.let_go();
    fs.end_program();
    let found = left(&fs, 6).offers;
    assert_eq!(found[0].origin, Origin::LetGo);
    assert_eq!(restore(&fs, &found[0]).unwrap().document, map("weg"));
    fs.end_program();
    let gone = left(&fs, 8);
    assert_eq!((gone.offers.len(), gone.expired), (0, 0));

    let mut kept = recovery(&fs, 2);
    kept.snapshot(&work("crash", None)).unwrap();
    fs.end_program();
    assert_eq!(left(&fs, 29).offers.len(), 1);
    fs.end_program();
    let gone = left(&fs, 31);
    assert_eq!((gone.offers.len(), gone.expired), (0, 1));
    assert_eq!(fs.names(), Vec::<PathBuf>::new());

    let kept = recovery(&fs, 3);
    kept.let_go();
    assert_eq!(
        fs.names(),
        Vec::<PathBuf>::new(),
        "there was nothing to keep"
    );
}

#[test]
fn restored_work_goes_on_from_its_file_unless_that_changed() {
    let (fs, before) = with_map("oud");
    let mut kept = recovery(&fs, 1);
    let unfinished = Work {
        file: Some(before.hash),
        line: "Raad - Corp".to_owned(),
        ..work("nieuw", Some(path()))
    };
    kept.snapshot(&unfinished).unwrap();
    fs.end_program();
    let found = offers(&fs, &root());
    assert_eq!(found[0].differences, Some(1));
    let restored = restore(&fs, &found[0]).unwrap();
    assert_eq!(restored.line, "Raad - Corp");
    let (saved, print) = restored.saved.unwrap();
    assert_eq!(saved.title, "oud");
    save(path(), &restored.document, &fs, Some(&print)).unwrap();
    fs.put(path(), print_document(&map("anders")).as_bytes());
    assert!(restore(&fs, &found[0]).unwrap().saved.is_none());
}

#[test]
fn earlier_versions_are_kept_once_each_and_read_back() {
    let fs = MemFs::default();
    let root = PathBuf::from("/data/versions");
    for (count, title) in ["een", "een", "twee", "drie", "vier", "vijf", "zes"]
        .into_iter()
        .enumerate()
    {
        let now = after(3) + Duration::from_secs(count as u64);
        keep_version(&fs, &root, &map(title), None, now).unwrap();
    }
    let kept = versions(&fs, &root, map("").id);
    let titles: Vec<String> = kept
        .iter()
        .map(|version| read_version(&fs, version, None).unwrap().title)
        .collect();
    assert_eq!(titles, ["zes", "vijf", "vier", "drie", "twee"]);
    keep_version(&fs, &root, &map("later"), None, after(30)).unwrap();
    assert_eq!(versions(&fs, &root, map("").id).len(), 5);
    fs.fail(Some(Failure {
        step: 1,
        kind: ErrorKind::StorageFull,
        times: usize::MAX / 2,
    }));
    assert!(keep_version(&fs, &root, &map("vol"), None, after(31)).is_err());
    fs.fail(None);
    assert_eq!(versions(&fs, &root, map("").id).len(), 5);
}

#[test]
fn a_file_is_open_in_one_window_only_whatever_way_its_path_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("kaart.krachtenveld.ron");
    std::fs::write(&target, "").unwrap();
    let locks = folder.path().join("locks");
    let first = claim(&SystemFs, &locks, &target).unwrap();
    assert!(first.is_some());
    assert!(claim(&SystemFs, &locks, &target).unwrap().is_none());
    #[cfg(unix)]
    {
        let link = folder.path().join("link.ron");
        std::os::unix::fs::symlink(&target, &link).unwrap();
        assert!(claim(&SystemFs, &locks, &link).unwrap().is_none());
    }
    let other = folder.path().join("andere.ron");
    assert!(claim(&SystemFs, &locks, &other).unwrap().is_some());
    drop(first);
    assert!(claim(&SystemFs, &locks, &target).unwrap().is_some());
    let beside: Vec<PathBuf> = SystemFs.list(folder.path()).unwrap();
    assert!(
        beside
            .iter()
            .all(|path| !path.to_string_lossy().ends_with(".lock")),
        "no lock stands beside a map"
    );
}

#[test]
fn our_old_temporary_files_are_cleared_and_nothing_else_is() {
    let fs = MemFs::default();
    for name in ["~kv-abc123.tmp", "~kv-abc.tmp", "anders.tmp", "kaart.ron"] {
        fs.put(Path::new("/maps").join(name), b"x");
    }
    assert_eq!(sweep(&fs, Path::new("/maps"), after(0)), 0, "may be in use");
    assert_eq!(sweep(&fs, Path::new("/maps"), after(2)), 1);
    assert_eq!(fs.names().len(), 3);
    assert_eq!(sweep(&fs, Path::new("/weg"), after(2)), 0);
}

#[test]
fn a_conflict_copy_is_found_when_it_is_of_the_same_map_and_differs() {
    let (fs, _) = with_map("oud");
    let beside = |name: &str| Path::new("/maps").join(name);
    let theirs = print_document(&map("van de ander"));
    let copy = beside("kaart.krachtenveld-PC-JANSEN.ron");
    fs.put(&copy, theirs.as_bytes());
    fs.put(beside("kaart-oud.krachtenveld.ron"), theirs.as_bytes());
    let mut alien = map("vreemd");
    alien.id = IdSource::new(77).fresh();
    let alien = print_document(&alien);
    fs.put(beside("kaart (1).krachtenveld.ron"), alien.as_bytes());
    fs.put(beside("kaart (2).krachtenveld.ron"), b"geen kaart");
    let same = print_document(&map("oud"));
    fs.put(beside("kaart (3).krachtenveld.ron"), same.as_bytes());
    assert_eq!(conflict_copies(&fs, path(), &map("oud")), [copy]);
}

#[test]
fn whatever_another_program_does_in_between_a_save_never_replaces_what_was_not_seen() {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut below = |most: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % most
    };
    let (mut saved, mut refused) = (0, 0);
    for run in 0..500 {
        let (fs, mut seen) = with_map("begin");
        for turn in 0..6 {
            let title = format!("{run} {turn}");
            // Now and then another program holds the file while this one saves.
            let held = below(8) == 0;
            match below(6) {
                0 => fs.put(path(), print_document(&map(&title)).as_bytes()),
                1 => fs.put(path(), b"(format: \"krachtenv"),
                2 => drop(fs.remove(path())),
                3 => {
                    // Another window saves as carefully as this one.
                    let there = fs.get(path()).map(|bytes| Fingerprint::of(&bytes, None));
                    drop(save(path(), &map(&title), &fs, there.as_ref()));
                }
                _ => {
                    let there = fs.get(path()).map(|bytes| Fingerprint::of(&bytes, None));
                    fs.fail(held.then_some(Failure {
                        step: 5,
                        kind: ErrorKind::ResourceBusy,
                        times: 100,
                    }));
                    let done = save(path(), &map(&title), &fs, Some(&seen));
                    fs.fail(None);
                    match done {
                        Ok(done) => {
                            assert!(there.is_some_and(|there| there.same_content(&seen)));
                            seen = done.fingerprint;
                            saved += 1;
                        }
                        Err(SaveError::ChangedOnDisk { found, .. }) => {
                            assert!(there.is_some_and(|there| there.same_content(&found)));
                            refused += 1;
                        }
                        Err(SaveError::Vanished { .. }) => {
                            assert!(there.is_none());
                            refused += 1;
                        }
                        Err(SaveError::Busy { .. }) => {
                            let now = fs.get(path()).map(|bytes| Fingerprint::of(&bytes, None));
                            assert!(held && now == there);
                            refused += 1;
                        }
                        Err(other) => panic!("{other:?}"),
                    }
                }
            }
        }
    }
    assert!(
        saved > 100 && refused > 100,
        "{saved} saved, {refused} refused"
    );
}

/// Writes over the file itself, in a folder in which nothing may be made.
fn in_place(fs: &MemFs, title: &str, before: &Fingerprint) -> Result<Fingerprint, SaveError> {
    let shared: Arc<dyn Fs> = Arc::new(fs.clone());
    let store = root();
    let copy = CopyFirst {
        root: &store,
        instance: 3,
    };
    let saved = save_in_place(path(), &map(title), None, &shared, Some(before), copy);
    saved.map(|saved| saved.fingerprint)
}

#[test]
fn where_no_file_can_be_made_beside_a_map_it_is_said_and_written_in_place_only_when_asked() {
    let (fs, before) = with_map("oud");
    fs.close_folder("/maps");
    let error = save(path(), &map("nieuw"), &fs, Some(&before)).unwrap_err();
    assert!(matches!(error, SaveError::OnlyInPlace { .. }), "{error:?}");
    assert_eq!(title(&fs), "oud");
    let saved = in_place(&fs, "nieuw", &before).unwrap();
    assert_eq!(title(&fs), "nieuw");
    assert_eq!(fs.names(), [path()], "the copy goes once the map is safe");
    assert!(!saved.may_differ(&fs.stat(path()).unwrap()));
    // A file that must not be written, or is not there, is no file to write in place.
    fs.set_read_only(path());
    assert!(matches!(
        save(path(), &map("later"), &fs, Some(&saved)),
        Err(SaveError::ReadOnly { .. })
    ));
    let other = Path::new("/maps/anders.krachtenveld.ron");
    assert!(matches!(
        save(other, &map("later"), &fs, None),
        Err(SaveError::Permission { .. })
    ));
}

#[test]
fn writing_in_place_keeps_a_whole_copy_first_and_names_it_when_it_fails() {
    let mut seen = [0; 4];
    for kind in KINDS {
        for times in [1, 2, usize::MAX / 2] {
            for step in 1..40 {
                let (fs, before) = with_map("oud");
                fs.close_folder("/maps");
                fs.fail(Some(Failure { step, kind, times }));
                let done = in_place(&fs, "nieuw", &before);
                let steps = fs.steps();
                fs.fail(None);
                fs.end_program();
                match done {
                    Ok(_) => {
                        assert_eq!(title(&fs), "nieuw");
                        seen[0] += 1;
                    }
                    Err(SaveError::BrokenInPlace {
                        copy, as_before, ..
                    }) => {
                        // The copy is a map that opens, and is offered at the next start.
                        let kept = read(&fs.get(&copy).unwrap()).unwrap();
                        assert_eq!(kept.document, map("nieuw"));
                        assert_eq!(offers(&fs, &root())[0].file, copy);
                        if as_before {
                            assert_eq!(title(&fs), "oud");
                        }
                        seen[if as_before { 1 } else { 2 }] += 1;
                    }
                    Err(_) => {
                        assert_eq!(title(&fs), "oud", "{kind} {times} {step}");
                        seen[3] += 1;
                    }
                }
                if step > steps {
                    break;
                }
            }
        }
    }
    assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_real_disk_a_file_in_a_closed_folder_is_written_in_place() {
    use std::os::unix::fs::MetadataExt as _;
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("kaart.krachtenveld.ron");
    std::fs::write(&target, print_document(&map("een veel langere naam"))).unwrap();
    let inode = std::fs::metadata(&target).unwrap().ino();
    let store = folder.path().join("recovery");
    let copy = CopyFirst {
        root: &store,
        instance: 3,
    };
    let shared: Arc<dyn Fs> = Arc::new(SystemFs);
    save_in_place(&target, &map("kort"), None, &shared, None, copy).unwrap();
    let found = read(&std::fs::read(&target).unwrap()).unwrap();
    assert_eq!(found.document.title, "kort");
    assert_eq!(std::fs::metadata(&target).unwrap().ino(), inode);
    assert_eq!(SystemFs.list(&store).unwrap(), Vec::<PathBuf>::new());
}
