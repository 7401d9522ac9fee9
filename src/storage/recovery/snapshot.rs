//! One snapshot: a map, where it was saved, and a last line that proves it complete.

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::model::Document;
use crate::storage::fs::Fs;
use crate::storage::{MapSeal, SealError, print_document, read};

/// A snapshot that was read and found good.
pub(super) struct Snapshot {
    /// The map.
    pub(super) document: Document,
    /// Where the map was saved.
    pub(super) path: Option<PathBuf>,
    /// The snapshot itself.
    pub(super) file: PathBuf,
}

/// The text of a snapshot, taken apart.
pub(super) struct Unsealed<'a> {
    /// The map.
    pub(super) map: &'a str,
    path: Option<PathBuf>,
    number: u64,
}

/// Gives the bytes of a snapshot.
pub(super) fn seal(document: &Document, path: Option<&Path>, number: u64) -> Vec<u8> {
    numbered(body(document, path), number)
}

/// Gives the bytes of a snapshot of a sealed map: closed for its key, the path within.
pub(super) fn seal_closed(
    document: &Document,
    path: Option<&Path>,
    number: u64,
    key: &MapSeal,
) -> Result<Vec<u8>, SealError> {
    let plain = Zeroizing::new(body(document, path));
    Ok(numbered(key.close(plain.as_bytes())?, number))
}

fn body(document: &Document, path: Option<&Path>) -> String {
    let mut text = print_document(document);
    if let Some(path) = path {
        let line = format!("// path {:?}\n", path.to_string_lossy());
        text.push_str(&line);
    }
    text
}

/// Adds the last line that proves a snapshot complete.
fn numbered(mut text: String, number: u64) -> Vec<u8> {
    let crc = crc32(text.as_bytes());
    let last = format!("// seq {number} crc {crc:08x}\n");
    text.push_str(&last);
    text.into_bytes()
}

/// Takes a snapshot apart; `None` when it is torn or damaged. Bytes, since a torn text may end within a character.
pub(super) fn unseal(bytes: &[u8]) -> Option<Unsealed<'_>> {
    let text = std::str::from_utf8(bytes).ok()?.strip_suffix('\n')?;
    let (body, last) = text.rsplit_once('\n')?;
    let (number, crc) = last.strip_prefix("// seq ")?.split_once(" crc ")?;
    let body = bytes.get(..=body.len())?;
    if u32::from_str_radix(crc, 16).ok()? != crc32(body) {
        return None;
    }
    let body = std::str::from_utf8(body).ok()?;
    let (map, path) = map_and_path(body);
    Some(Unsealed {
        map,
        path,
        number: number.parse().ok()?,
    })
}

/// Takes the path off the end of a map.
pub(super) fn map_and_path(body: &str) -> (&str, Option<PathBuf>) {
    match body.trim_end_matches('\n').rsplit_once("\n// path ") {
        Some((map, path)) => (map, ron::from_str::<String>(path).ok().map(PathBuf::from)),
        None => (body, None),
    }
}

impl Unsealed<'_> {
    /// Says whether the map is closed for a key.
    pub(super) fn closed(&self) -> bool {
        self.map.starts_with("-----BEGIN AGE")
    }

    /// Says whether it is the snapshot of this number.
    pub(super) fn is(&self, number: u64) -> bool {
        self.number == number
    }
}

impl Snapshot {
    /// Reads a snapshot; one that is torn, damaged or misnamed is none.
    pub(super) fn open(fs: &dyn Fs, file: &Path, number: u64) -> Result<Self, ()> {
        let bytes = fs.read(file).map_err(drop)?;
        let text = unseal(&bytes)
            .filter(|text| text.is(number) && !text.closed())
            .ok_or(())?;
        let loaded = read(text.map.as_bytes()).map_err(drop)?;
        Ok(Self {
            document: loaded.document,
            path: text.path,
            file: file.to_owned(),
        })
    }

    /// Says whether the saved map is the same, so that there is nothing to recover.
    pub(super) fn is_saved(&self, fs: &dyn Fs) -> bool {
        let saved = self.path.as_ref().and_then(|path| fs.read(path).ok());
        saved
            .and_then(|bytes| read(&bytes).ok())
            .is_some_and(|saved| {
                // A save gives the map a new revision, which is no change.
                let mut document = self.document.clone();
                document.lineage.clone_from(&saved.document.lineage);
                saved.document == document
            })
    }
}

/// The cyclic redundancy check of Ethernet and zip.
fn crc32(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = table();
    let rest = bytes.iter().fold(u32::MAX, |rest, byte| {
        let [low, ..] = rest.to_le_bytes();
        (rest >> 8)
            ^ TABLE
                .get(usize::from(low ^ byte))
                .copied()
                .unwrap_or_default()
    });
    !rest
}

const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut index = 0;
    while index < 256 {
        #[expect(clippy::cast_possible_truncation, reason = "smaller than 256")]
        let mut rest = index as u32;
        let mut bit = 0;
        while bit < 8 {
            rest = if rest & 1 == 1 {
                (rest >> 1) ^ 0xedb8_8320
            } else {
                rest >> 1
            };
            bit += 1;
        }
        table[index] = rest;
        index += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{IdSource, Language};

    #[test]
    fn the_check_is_the_well_known_one() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn a_snapshot_is_good_only_when_it_is_whole() {
        let mut document = Document::new(IdSource::new(1).fresh(), Language::Dutch);
        document.title = "Één kaart".to_owned();
        let path = Path::new("/tmp/a \"b\"\n// seq 1 crc 0/kaart.ron");
        let bytes = seal(&document, Some(path), 12);
        let whole = unseal(&bytes).unwrap();
        assert_eq!(whole.path.as_deref(), Some(path));
        assert_eq!(whole.number, 12);
        assert_eq!(read(whole.map.as_bytes()).unwrap().document, document);
        for length in 0..bytes.len() {
            assert!(unseal(&bytes[..length]).is_none());
        }
        for place in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[place] ^= 1;
            assert!(unseal(&damaged).is_none_or(|text| text.number != 12));
        }
    }
}
