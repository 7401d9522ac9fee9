//! What a file is, by its first bytes.

use super::fault::{Fault, Foreign, Mangled};

/// The text of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sniffed {
    /// The text, without mark.
    pub(super) text: String,
    /// Whether it was UTF-16.
    pub(super) utf16: bool,
    /// Whether zeros followed the text.
    pub(super) zeros: bool,
}

/// Gives the text of a file; else what the file is.
pub(super) fn text_of(bytes: &[u8]) -> Result<Sniffed, (Fault, usize)> {
    if bytes.is_empty() {
        return Err((Fault::Empty, 0));
    }
    if bytes.iter().all(|byte| *byte == 0) {
        return Err((Fault::Zeros, 0));
    }
    if let Some(text) = utf16(bytes) {
        return Ok(Sniffed {
            text,
            utf16: true,
            zeros: false,
        });
    }
    if let Some(foreign) = binary(bytes) {
        return Err((Fault::Foreign(foreign), 0));
    }
    let tail = bytes.iter().rev().take_while(|byte| **byte == 0).count();
    let bytes = bytes.get(..bytes.len() - tail).unwrap_or_default();
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) if looks_binary(bytes) => {
            return Err((Fault::Foreign(Foreign::Binary), error.valid_up_to()));
        }
        Err(error) => return Err((Fault::NotUtf8, error.valid_up_to())),
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Some(place) = text.find('\0') {
        return Err((Fault::Nul, place));
    }
    if text.trim().is_empty() {
        return Err((Fault::Empty, 0));
    }
    if let Some(foreign) = foreign_text(text) {
        return Err((Fault::Foreign(foreign), 0));
    }
    if let Some((mangled, place)) = mangled(text) {
        return Err((Fault::Mangled(mangled), place));
    }
    Ok(Sniffed {
        text: text.to_owned(),
        utf16: false,
        zeros: tail > 0,
    })
}

/// Says whether bytes that are no UTF-8 are no text in another encoding either.
fn looks_binary(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    start
        .iter()
        .any(|byte| *byte < 9 || (14..32).contains(byte) && *byte != 27)
}

/// Sees what a mail program or word processor did to the text, by its start.
fn mangled(text: &str) -> Option<(Mangled, usize)> {
    const SIGNS: [&str; 4] = ["// Krachtenveld", "format:", "format =3D", "krachtenveld"];
    let ours = |text: &str| SIGNS.iter().any(|sign| text.contains(sign));
    let start = text.trim_start();
    let at = text.len() - start.len();
    let head: String = start.chars().take(2000).collect();
    if head.starts_with('>') && ours(&head) {
        return Some((Mangled::Quoted, at));
    }
    if let Some(place) = head.find("&quot;krachtenveld&quot;") {
        return Some((Mangled::Escaped, at + place));
    }
    if ours(&head)
        && let Some(place) = head.find("=3D").or_else(|| head.find("=\n"))
        && !head.starts_with("// Krachtenveld - kaartbestand v1\n(")
    {
        return Some((Mangled::Printable, at + place));
    }
    if let Some(place) = head
        .find("format: \u{201c}")
        .or_else(|| head.find("format: \u{201e}"))
    {
        return Some((Mangled::RoundQuotes, at + place + "format: ".len()));
    }
    let bare = !start.starts_with(['/', '(', '#', '<', '=', '|']) && !start.starts_with("Map");
    if bare && let Some(place) = text.find("\n// Krachtenveld - kaartbestand") {
        return Some((Mangled::Preceded, place + 1));
    }
    None
}

/// Reads bytes as Windows-1252; every byte stands for a character.
pub(super) fn windows_1252(bytes: &[u8]) -> String {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    bytes
        .iter()
        .map(|byte| match byte {
            0x80..=0x9f => HIGH
                .get(usize::from(byte - 0x80))
                .copied()
                .unwrap_or('\u{fffd}'),
            _ => char::from(*byte),
        })
        .collect()
}

/// Reads UTF-16 with its mark, or without one when every second byte of the start is zero.
fn utf16(bytes: &[u8]) -> Option<String> {
    let (body, little) = match bytes {
        [0xff, 0xfe, body @ ..] => (body, true),
        [0xfe, 0xff, body @ ..] => (body, false),
        [
            b'/' | b'(' | b'#',
            0,
            b'/' | b'!' | b'\r' | b'\n' | b' ' | b'f',
            0,
            ..,
        ] => (bytes, true),
        [0, b'/' | b'(' | b'#', 0, ..] => (bytes, false),
        _ => return None,
    };
    let units = body.chunks_exact(2).map(|pair| {
        let pair = [
            pair.first().copied().unwrap_or_default(),
            pair.last().copied().unwrap_or_default(),
        ];
        if little {
            u16::from_le_bytes(pair)
        } else {
            u16::from_be_bytes(pair)
        }
    });
    let text: String = char::decode_utf16(units).collect::<Result<_, _>>().ok()?;
    (!text.contains('\0')).then_some(text)
}

fn binary(bytes: &[u8]) -> Option<Foreign> {
    const STARTS: &[(&[u8], Foreign)] = &[
        (b"PK\x03\x04", Foreign::Zip),
        (b"PK\x05\x06", Foreign::Zip),
        (b"%PDF", Foreign::Pdf),
        (b"\x89PNG", Foreign::Picture),
        (b"\xff\xd8\xff", Foreign::Picture),
        (b"GIF8", Foreign::Picture),
        (b"age-encryption.org/", Foreign::Age),
        (b"\xd0\xcf\x11\xe0", Foreign::Office),
        (b"{\\rtf", Foreign::Office),
        (b"\x1f\x8b", Foreign::Compressed),
        (b"BZh", Foreign::Compressed),
        (b"\xfd7zXZ", Foreign::Compressed),
        (b"7z\xbc\xaf", Foreign::Compressed),
        (b"Rar!", Foreign::Compressed),
        (b"MZ", Foreign::Binary),
        (b"\x7fELF", Foreign::Binary),
        (b"SQLite format 3", Foreign::Binary),
    ];
    let found = STARTS
        .iter()
        .find(|(start, _)| bytes.starts_with(start))
        .map(|(_, foreign)| *foreign)?;
    Some(match found {
        Foreign::Zip if is_office(bytes) => Foreign::Office,
        other => other,
    })
}

/// Says whether a zip archive is a document: the names of its parts stand in it as they are.
fn is_office(bytes: &[u8]) -> bool {
    const PARTS: [&[u8]; 3] = [
        b"[Content_Types].xml",
        b"mimetypeapplication/",
        b"_rels/.rels",
    ];
    let start = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    PARTS
        .iter()
        .any(|part| start.windows(part.len()).any(|window| window == *part))
}

fn foreign_text(text: &str) -> Option<Foreign> {
    let start: String = text.trim_start().chars().take(64).collect();
    let lower = start.to_ascii_lowercase();
    if lower.starts_with("-----begin age") {
        return Some(Foreign::Age);
    }
    if lower.starts_with("<!doctype html") || lower.starts_with("<html") {
        return Some(Foreign::Html);
    }
    if lower.starts_with("<?xml") || lower.starts_with("<graphml") || lower.starts_with("<gexf") {
        return Some(Foreign::Xml);
    }
    let mail = [
        "received:",
        "mime-version:",
        "return-path:",
        "delivered-to:",
        "message-id:",
    ];
    if mail.iter().any(|head| lower.starts_with(head))
        || (lower.starts_with("from:") && text.contains("\nMIME-Version:"))
    {
        return Some(Foreign::Mail);
    }
    if start.starts_with('{') || (start.starts_with('[') && text.trim_end().ends_with(']')) {
        return Some(Foreign::Json);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(bytes: &[u8]) -> Option<Fault> {
        text_of(bytes).err().map(|(fault, _)| fault)
    }

    #[test]
    fn what_is_no_map_is_named() {
        let cases: &[(&[u8], Foreign)] = &[
            (b"PK\x03\x04rest", Foreign::Zip),
            (b"%PDF-1.7", Foreign::Pdf),
            (b"<!DOCTYPE html><html>", Foreign::Html),
            (b"<?xml version=\"1.0\"?>", Foreign::Xml),
            (b" {\"elements\": []}", Foreign::Json),
            (b"[1, 2]\n", Foreign::Json),
            (b"-----BEGIN AGE ENCRYPTED FILE-----", Foreign::Age),
            (b"age-encryption.org/v1\n", Foreign::Age),
        ];
        for (bytes, foreign) in cases {
            assert_eq!(fault(bytes), Some(Fault::Foreign(*foreign)));
        }
        assert_eq!(fault(b""), Some(Fault::Empty));
        assert_eq!(fault(b" \r\n"), Some(Fault::Empty));
        assert_eq!(fault(&[0; 500]), Some(Fault::Zeros));
        assert_eq!(fault(b"(a: \0 1)\n"), Some(Fault::Nul));
        assert!(text_of(b"(a: 1)\0\0").unwrap().zeros);
        assert_eq!(text_of(b"(a\n\xe9)"), Err((Fault::NotUtf8, 3)));
    }

    #[test]
    fn utf_16_is_read_in_both_orders_with_and_without_a_mark() {
        let text = "// é\n()";
        for (mark, little) in [(true, true), (true, false), (false, true), (false, false)] {
            let with_mark = if mark { "\u{feff}// é\n()" } else { text };
            let bytes: Vec<u8> = with_mark
                .encode_utf16()
                .flat_map(|unit| {
                    if little {
                        unit.to_le_bytes()
                    } else {
                        unit.to_be_bytes()
                    }
                })
                .collect();
            let sniffed = text_of(&bytes).unwrap();
            assert_eq!((sniffed.text.as_str(), sniffed.utf16), (text, true));
        }
    }
}
