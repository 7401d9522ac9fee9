//! What a file is, by its first bytes.

use super::fault::{Fault, Foreign};

/// Gives the text of a file, and whether it was UTF-16; else what the file is.
pub(super) fn text_of(bytes: &[u8]) -> Result<(String, bool), (Fault, usize)> {
    if bytes.is_empty() {
        return Err((Fault::Empty, 0));
    }
    if bytes.iter().all(|byte| *byte == 0) {
        return Err((Fault::Zeros, 0));
    }
    if let Some(text) = utf16(bytes) {
        return Ok((text, true));
    }
    if let Some(foreign) = binary(bytes) {
        return Err((Fault::Foreign(foreign), 0));
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return Err((Fault::NotUtf8, error.valid_up_to())),
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Some(place) = text.find('\0') {
        return Err((Fault::Nul, place));
    }
    if text.trim().is_empty() {
        return Err((Fault::Empty, 0));
    }
    match foreign_text(text) {
        Some(foreign) => Err((Fault::Foreign(foreign), 0)),
        None => Ok((text.to_owned(), false)),
    }
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
        (b"\xd0\xcf\x11\xe0", Foreign::Binary),
        (b"\x1f\x8b", Foreign::Binary),
        (b"MZ", Foreign::Binary),
        (b"\x7fELF", Foreign::Binary),
        (b"SQLite format 3", Foreign::Binary),
    ];
    STARTS
        .iter()
        .find(|(start, _)| bytes.starts_with(start))
        .map(|(_, foreign)| *foreign)
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
        assert_eq!(fault(b"(a: 1)\0\0"), Some(Fault::Nul));
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
            assert_eq!(text_of(&bytes), Ok((text.to_owned(), true)));
        }
    }
}
