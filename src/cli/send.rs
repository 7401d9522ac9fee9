//! Copies to send, and sealed maps that came in.

use std::io;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use zeroize::Zeroizing;

use super::call::{Share, Unseal};
use super::{Ending, Streams, open};
use crate::lens::Catalogue;
use crate::model::{Document, IdSource, Language};
use crate::share::{Level, Redacted, Terms, redact};
use crate::storage::{self, Fingerprint, Fs as _, Passphrase, SystemFs};
use crate::text;

/// How strong a passphrase must be, of 0 to 4.
const STRONG: u8 = 3;

/// Makes a copy to send; refuses to write over a file.
pub(super) fn share(
    share: &Share,
    seed: u64,
    language: Language,
    streams: &mut Streams<'_>,
) -> io::Result<Ending> {
    if there(&share.out, language, streams)? {
        return Ok(Ending::Refused);
    }
    let Some(loaded) = open(&share.map, language, streams)? else {
        return Ok(Ending::Refused);
    };
    let passphrase = match &share.passphrase {
        None => None,
        Some(file) => match from_file(file, language, streams)? {
            Some(passphrase) => Some(passphrase),
            None => return Ok(Ending::Refused),
        },
    };
    if let Some(passphrase) = &passphrase
        && storage::strength(passphrase) < STRONG
    {
        writeln!(streams.err, "{}", text::share::WEAK.get(language))?;
        return Ok(Ending::Refused);
    }
    let content = loaded.document.language;
    let catalogue = Catalogue::of(
        storage::built_in_lenses(),
        loaded.document.own_lenses.as_slice(),
    );
    let mut redacted = redact(
        &loaded.document,
        &Terms {
            level: share.level,
            seed,
            words: &|named| text::share::named(named, content),
            private_questions: &catalogue.private_questions(),
        },
    );
    let mut ids = IdSource::new(seed.rotate_left(29));
    redacted.document = storage::as_sent(&redacted.document, share.level == Level::Full, &mut ids);
    if !write(
        &share.out,
        &redacted.document,
        passphrase.as_ref(),
        language,
        streams,
    )? {
        return Ok(Ending::Refused);
    }
    tell(share, &redacted, passphrase.is_some(), language, streams)?;
    if redacted.key.is_empty() || share.level != Level::Pseudonyms {
        return Ok(Ending::Done);
    }
    keep_key(share, loaded.document, redacted, seed, language, streams)
}

/// Writes a copy, sealed where there is a passphrase; says whether it stands.
fn write(
    out: &Path,
    document: &Document,
    passphrase: Option<&Passphrase>,
    language: Language,
    streams: &mut Streams<'_>,
) -> io::Result<bool> {
    let saved = match passphrase {
        None => storage::save(out, document, &SystemFs, None),
        Some(passphrase) => {
            let plain = Zeroizing::new(storage::print_document(document));
            match storage::seal(plain.as_bytes(), passphrase, &AtomicBool::new(false)) {
                Ok(sealed) => storage::save_text(out, &sealed, &SystemFs),
                Err(error) => {
                    writeln!(streams.err, "{}", text::share::seal(&error, language))?;
                    return Ok(false);
                }
            }
        }
    };
    match saved {
        Ok(_) => Ok(true),
        Err(error) => {
            let name = out.display().to_string();
            writeln!(
                streams.err,
                "{}",
                text::error::save(&name, &error, language)
            )?;
            Ok(false)
        }
    }
}

fn tell(
    share: &Share,
    redacted: &Redacted,
    sealed: bool,
    language: Language,
    streams: &mut Streams<'_>,
) -> io::Result<()> {
    let name = share.out.display().to_string();
    writeln!(streams.out, "{}", text::share::copied(&name, language))?;
    writeln!(streams.out, "{}", text::share::stayed(redacted, language))?;
    if sealed {
        writeln!(streams.out, "{}", text::share::OTHER_WAY.get(language))?;
    }
    if share.level.nameless() {
        writeln!(streams.out, "{}", text::share::RECOGNISABLE.get(language))?;
    }
    Ok(())
}

/// Keeps in the sender's map who is who, so that the copy can be joined again.
fn keep_key(
    share: &Share,
    own: Document,
    redacted: Redacted,
    seed: u64,
    language: Language,
    streams: &mut Streams<'_>,
) -> io::Result<Ending> {
    let before = own.clone();
    let mut own = own;
    own.pseudonyms = redacted.key;
    let mut ids = IdSource::new(seed.rotate_left(17));
    let own = storage::with_new_revision(&own, Some(&before), &mut ids);
    let kept = SystemFs.read(&share.map).is_ok_and(|bytes| {
        // What another program changed in the meantime is not written over.
        let unchanged = storage::read(&bytes).is_ok_and(|loaded| loaded.document == before);
        let expected = Fingerprint::of(&bytes, None);
        unchanged && storage::save(&share.map, &own, &SystemFs, Some(&expected)).is_ok()
    });
    if kept {
        let map = share.map.display();
        writeln!(
            streams.out,
            "{}: {map}",
            text::share::KEY_KEPT.get(language)
        )?;
        Ok(Ending::Done)
    } else {
        writeln!(streams.err, "{}", text::share::KEY_LOST.get(language))?;
        Ok(Ending::Refused)
    }
}

/// Opens a sealed map; refuses to write over a file.
pub(super) fn unseal(
    unseal: &Unseal,
    language: Language,
    streams: &mut Streams<'_>,
) -> io::Result<Ending> {
    if there(&unseal.out, language, streams)? {
        return Ok(Ending::Refused);
    }
    let name = unseal.sealed.display();
    let bytes = match SystemFs.read(&unseal.sealed) {
        Ok(bytes) => bytes,
        Err(error) => {
            let why = text::error::disk(&error, language);
            writeln!(streams.err, "{name}: {why}")?;
            return Ok(Ending::Refused);
        }
    };
    if !storage::is_sealed(&bytes) {
        let why = text::share::unseal(&storage::UnsealError::NotSealed, language);
        writeln!(streams.err, "{name}: {why}")?;
        return Ok(Ending::Refused);
    }
    let passphrase = match &unseal.passphrase {
        Some(file) => from_file(file, language, streams)?,
        None => asked(language, streams)?,
    };
    let Some(passphrase) = passphrase else {
        return Ok(Ending::Refused);
    };
    let plain = match storage::unseal(&bytes, &passphrase, &AtomicBool::new(false)) {
        Ok(plain) => plain,
        Err(error) => {
            writeln!(
                streams.err,
                "{name}: {}",
                text::share::unseal(&error, language)
            )?;
            return Ok(Ending::Refused);
        }
    };
    let loaded = match storage::read(&plain) {
        Ok(loaded) => loaded,
        Err(error) => {
            writeln!(
                streams.err,
                "{name}: {}",
                text::error::read(&error, language)
            )?;
            return Ok(Ending::Refused);
        }
    };
    if !write(&unseal.out, &loaded.document, None, language, streams)? {
        return Ok(Ending::Refused);
    }
    let out = unseal.out.display().to_string();
    writeln!(streams.out, "{}", text::share::unsealed(&out, language))?;
    for noticed in &loaded.notices {
        writeln!(streams.err, "{}", text::error::notice(noticed, language))?;
    }
    Ok(Ending::Done)
}

/// Says whether there is a file already, and tells so.
fn there(out: &Path, language: Language, streams: &mut Streams<'_>) -> io::Result<bool> {
    let there = SystemFs.stat(out).is_ok();
    if there {
        let name = out.display().to_string();
        writeln!(streams.err, "{}", text::cli::already_there(&name, language))?;
    }
    Ok(there)
}

/// Reads the first line of a file as a passphrase.
fn from_file(
    file: &Path,
    language: Language,
    streams: &mut Streams<'_>,
) -> io::Result<Option<Passphrase>> {
    match SystemFs.read(file) {
        Ok(bytes) => {
            let bytes = Zeroizing::new(bytes);
            let text = Zeroizing::new(String::from_utf8_lossy(&bytes).into_owned());
            first_line(&text, language, streams)
        }
        Err(error) => {
            let why = text::error::disk(&error, language);
            writeln!(streams.err, "{}: {why}", file.display())?;
            Ok(None)
        }
    }
}

/// Asks for a passphrase on standard input.
fn asked(language: Language, streams: &mut Streams<'_>) -> io::Result<Option<Passphrase>> {
    writeln!(streams.err, "{}", text::share::ASK.get(language))?;
    let mut line = Zeroizing::new(String::new());
    io::stdin().read_line(&mut line)?;
    first_line(&line, language, streams)
}

fn first_line(
    text: &str,
    language: Language,
    streams: &mut Streams<'_>,
) -> io::Result<Option<Passphrase>> {
    let line = text.lines().next().unwrap_or_default();
    if line.is_empty() {
        writeln!(streams.err, "{}", text::share::EMPTY.get(language))?;
        return Ok(None);
    }
    Ok(Some(Passphrase::from(line)))
}
