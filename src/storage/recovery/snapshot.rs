//! One snapshot: a map, where it was saved, and a last line that proves it complete.

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::Work;
use crate::model::Document;
use crate::storage::fs::Fs;
use crate::storage::{MapSeal, SealError, hex, print_document, read};

/// A snapshot that was read and found good.
pub(super) struct Snapshot {
    /// The map.
    pub(super) document: Document,
    /// Where the map was saved.
    pub(super) path: Option<PathBuf>,
    /// What was being typed in the quick line.
    pub(super) line: String,
    /// The snapshot itself.
    pub(super) file: PathBuf,
}

/// The text of a snapshot, taken apart.
pub(super) struct Unsealed<'a> {
    /// The map.
    pub(super) map: &'a str,
    /// Where the map was saved.
    pub(super) path: Option<PathBuf>,
    /// The SHA-256 of the file that the work goes on from.
    pub(super) file: Option<[u8; 32]>,
    /// What was being typed in the quick line.
    pub(super) line: String,
    number: u64,
}

const PATH: &str = "// path ";
const FILE: &str = "// file ";
const LINE: &str = "// line ";

/// Gives the bytes of a snapshot.
pub(super) fn seal(work: &Work, number: u64) -> Vec<u8> {
    numbered(body(work), number)
}

/// Gives the bytes of a snapshot of a sealed map: closed for its key, with all that is kept beside the map.
pub(super) fn seal_closed(work: &Work, number: u64, key: &MapSeal) -> Result<Vec<u8>, SealError> {
    let plain = Zeroizing::new(body(work));
    Ok(numbered(key.close(plain.as_bytes())?, number))
}

fn body(work: &Work) -> String {
    let mut text = print_document(&work.document);
    let mut add = |name: &str, value: &str| {
        text.push_str(name);
        text.push_str(value);
        text.push('\n');
    };
    if let Some(path) = &work.path {
        add(PATH, &format!("{:?}", path.to_string_lossy()));
    }
    if let Some(hash) = &work.file {
        add(FILE, &hex(hash));
    }
    if !work.line.is_empty() {
        add(LINE, &format!("{:?}", work.line));
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
    let number = number.parse().ok()?;
    Some(Unsealed::apart(std::str::from_utf8(body).ok()?, number))
}

impl<'a> Unsealed<'a> {
    /// Takes what is kept beside the map off its end.
    pub(super) fn apart(body: &'a str, number: u64) -> Self {
        let mut apart = Self {
            map: body,
            path: None,
            file: None,
            line: String::new(),
            number,
        };
        while let Some((map, last)) = apart.map.trim_end_matches('\n').rsplit_once('\n') {
            if let Some(path) = last.strip_prefix(PATH) {
                apart.path = ron::from_str::<String>(path).ok().map(PathBuf::from);
            } else if let Some(hash) = last.strip_prefix(FILE) {
                apart.file = from_hex(hash);
            } else if let Some(line) = last.strip_prefix(LINE) {
                apart.line = ron::from_str(line).unwrap_or_default();
            } else {
                break;
            }
            apart.map = map;
        }
        apart
    }

    /// Says whether the map is closed for a key.
    pub(super) fn closed(&self) -> bool {
        self.map.starts_with("-----BEGIN AGE")
    }

    /// Says whether it is the snapshot of this number.
    pub(super) fn is(&self, number: u64) -> bool {
        self.number == number
    }
}

fn from_hex(text: &str) -> Option<[u8; 32]> {
    let mut hash = [0; 32];
    for (place, byte) in hash.iter_mut().enumerate() {
        let digits = text.get(2 * place..2 * place + 2)?;
        *byte = u8::from_str_radix(digits, 16).ok()?;
    }
    Some(hash)
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
            line: text.line,
            file: file.to_owned(),
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
    use std::sync::Arc;

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
        let path = PathBuf::from("/tmp/a \"b\"\n// seq 1 crc 0/kaart.ron");
        let work = Work {
            document: Arc::new(document),
            path: Some(path.clone()),
            file: Some(std::array::from_fn(|place| {
                u8::try_from(7 * place).unwrap()
            })),
            line: "Raad - \"Corporatie\"\n// path x".to_owned(),
        };
        let bytes = seal(&work, 12);
        let whole = unseal(&bytes).unwrap();
        assert_eq!(whole.path, Some(path));
        assert_eq!(whole.file, work.file);
        assert_eq!(whole.line, work.line);
        assert_eq!(whole.number, 12);
        let document = read(whole.map.as_bytes()).unwrap().document;
        assert_eq!(document, *work.document);
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
