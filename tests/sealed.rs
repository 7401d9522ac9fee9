//! Sealed maps: what is kept beside them is closed, and opens with the passphrase alone.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where something is missing"
)]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant, SystemTime};

use krachtenveld::model::{Document, IdSource};
use krachtenveld::storage::{
    Fingerprint, MapSeal, Passphrase, Recovery, RecoveryError, SaveError, SystemFs, UnsealError,
    Work, as_sent, find_base_with, hopeless, keep_closed_base, keep_sent_base, keep_version,
    map_seal, offers, read, read_version, restore_sealed, save_sealed, unseal, versions,
    with_new_revision,
};

const FULL: &str = include_str!("fixtures/full.krachtenveld.ron");
static NO: AtomicBool = AtomicBool::new(false);

fn words(text: &str) -> Passphrase {
    Passphrase::from(text)
}

fn map() -> Document {
    let mut document = read(FULL.as_bytes()).unwrap().document;
    "GEHEIMETITEL".clone_into(&mut document.title);
    with_new_revision(&document, None, &mut IdSource::new(4))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().is_dir() {
            found.extend(files(&entry.path()));
        } else {
            found.push(entry.path());
        }
    }
    found
}

fn nothing_in_plain(folder: &Path) {
    let found = files(folder);
    assert!(!found.is_empty());
    for file in found {
        let bytes = std::fs::read(&file).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        for secret in ["GEHEIMETITEL", "krachtenveld", "geheime-map", "actors"] {
            assert!(!text.contains(secret), "{secret} in {}", file.display());
        }
    }
}

#[test]
fn snapshots_and_bases_of_a_sealed_map_hold_nothing_in_plain_and_open_with_its_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let (recovery, bases) = (folder.path().join("recovery"), folder.path().join("bases"));
    let map = map();
    let seal = Arc::new(map_seal(&SystemFs, &bases, map.id, &words("een twee"), &NO).unwrap());
    let mut store = Recovery::open(Arc::new(SystemFs), &recovery, map.id, 7)
        .unwrap()
        .sealed(Arc::clone(&seal))
        .unwrap();
    let path = Path::new("/geheime-map/kaart.krachtenveld.age");
    let work = Work::new(Arc::new(map.clone()), Some(path.to_owned()));
    store.snapshot(&work).unwrap();
    keep_closed_base(&SystemFs, &bases, &map, &seal).unwrap();
    let copy = as_sent(&map, false, &mut IdSource::new(9));
    keep_sent_base(&SystemFs, &bases, map.id, &copy, Some(&seal)).unwrap();
    nothing_in_plain(folder.path());
    // The program ends here.
    drop(store);
    let found = offers(&SystemFs, &recovery, SystemTime::now()).offers;
    assert_eq!(found.len(), 1);
    assert!(found[0].sealed && found[0].title.is_empty() && found[0].path.is_none());
    assert_eq!(found[0].document, map.id);
    let wrong = restore_sealed(&SystemFs, &found[0], &words("een drie"), &NO);
    assert!(matches!(
        wrong,
        Err(RecoveryError::Sealed {
            source: UnsealError::WrongPassphrase,
            ..
        })
    ));
    let (restored, saved, again) =
        restore_sealed(&SystemFs, &found[0], &words("een twee"), &NO).unwrap();
    assert_eq!(restored.document, map);
    assert_eq!(saved.as_deref(), Some(path));
    // The key of the bases is the same in another session, and another passphrase does not open them.
    assert_eq!(again.key(), seal.key());
    let later = map_seal(&SystemFs, &bases, map.id, &words("een twee"), &NO).unwrap();
    let mut theirs = copy.clone();
    theirs.title = "anders".to_owned();
    let base = find_base_with(&SystemFs, &bases, &map, &theirs, Some(&later));
    assert_eq!(base, Some(copy));
    let stranger = MapSeal::new(words("een twee"), &NO).unwrap();
    assert_eq!(
        find_base_with(&SystemFs, &bases, &map, &theirs, Some(&stranger)),
        None
    );
}

#[test]
fn a_sealed_map_is_saved_sealed_and_another_program_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kaart.krachtenveld.age");
    let map = map();
    let seal = MapSeal::new(words("een twee"), &NO).unwrap();
    let first = save_sealed(&path, &map, &seal, &SystemFs, None).unwrap();
    nothing_in_plain(folder.path());
    let again = save_sealed(&path, &map, &seal, &SystemFs, Some(&first.fingerprint)).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    assert_eq!(again.fingerprint.hash, Fingerprint::of(&bytes, None).hash);
    let plain = unseal(&bytes, &words("een twee"), &NO).unwrap();
    assert_eq!(read(&plain).unwrap().document, map);
    let late = save_sealed(&path, &map, &seal, &SystemFs, Some(&first.fingerprint));
    assert!(matches!(late, Err(SaveError::ChangedOnDisk { .. })));
}

#[test]
fn what_cannot_be_opened_is_told_before_a_passphrase_is_asked() {
    let sealed = krachtenveld::storage::seal(b"x", &words("een twee"), &NO).unwrap();
    let start = Instant::now();
    assert_eq!(hopeless(sealed.as_bytes()), None);
    assert_eq!(hopeless(b"(format: 1)"), Some(UnsealError::NotSealed));
    let header = format!(
        "age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 30\n{}\n--- {}\n0123456789abcdef",
        "A".repeat(43),
        "A".repeat(43)
    );
    assert_eq!(
        hopeless(header.as_bytes()),
        Some(UnsealError::TooMuchWork {
            found: 30,
            limit: 18
        })
    );
    let short = sealed.as_bytes().get(..120).unwrap();
    assert_eq!(hopeless(short), Some(UnsealError::Damaged));
    assert!(start.elapsed() < Duration::from_millis(50));
}

#[test]
fn earlier_versions_of_a_sealed_map_are_closed_and_open_with_its_key_alone() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("versions");
    let (map, seal) = (map(), MapSeal::new(words("een twee"), &NO).unwrap());
    let at = |seconds| SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
    keep_version(&SystemFs, &root, &map, Some(&seal), at(100)).unwrap();
    keep_version(&SystemFs, &root, &map, Some(&seal), at(200)).unwrap();
    let found = versions(&SystemFs, &root, map.id);
    assert_eq!(found.len(), 1, "what is the same is not kept again");
    nothing_in_plain(folder.path());
    let mut later = map.clone();
    later.title.push_str(" 2");
    keep_version(&SystemFs, &root, &later, Some(&seal), at(300)).unwrap();
    let found = versions(&SystemFs, &root, map.id);
    let opened = |seal: Option<&MapSeal>| {
        let read = |version| read_version(&SystemFs, version, seal).ok();
        found.iter().filter_map(read).collect::<Vec<_>>()
    };
    assert_eq!(opened(Some(&seal)), [later, map]);
    assert_eq!(opened(None), []);
    let stranger = MapSeal::new(words("een twee"), &NO).unwrap();
    assert_eq!(opened(Some(&stranger)), []);
    nothing_in_plain(folder.path());
}
