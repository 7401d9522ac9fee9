//! Sealed maps: encrypted with a passphrase as the `age` program does, in letters that survive mail.
//!
//! What is read is bounded before it costs anything: the armor must begin within the first 64 KB, the work factor is at
//! most 18, and no more text comes out than a map may hold.

mod key;

use std::io::{self, Read as _, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};

use age::armor::{ArmoredReader, ArmoredWriter, Format};
use age::{DecryptError, Decryptor, Encryptor};
use zeroize::Zeroizing;

use crate::model::limits;

pub use key::MapSeal;

/// A passphrase: not printed, wiped when it is dropped.
pub type Passphrase = secrecy::SecretString;

/// The work factor that is written: 2 to this power.
const WORK: u8 = 17;
/// The highest work factor that is read; one more doubles time and memory.
const MOST_WORK: u8 = 18;
/// Within how many bytes the sealed part must begin.
const START: usize = 64 * 1024;
/// How much is handled between two looks at whether somebody cancelled.
const PIECE: usize = 64 * 1024;

const BEGIN: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";
const END: &[u8] = b"-----END AGE ENCRYPTED FILE-----";
const BINARY: &[u8] = b"age-encryption.org/";

/// Why a map was not sealed.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// Somebody stopped it.
    #[error("sealing was cancelled")]
    Cancelled,
    /// It could not be encrypted.
    #[error("sealing failed: {0}")]
    Failed(String),
}

/// Why a sealed map was not opened.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnsealError {
    /// Somebody stopped it.
    #[error("opening was cancelled")]
    Cancelled,
    /// The file is not sealed.
    #[error("the file is not sealed")]
    NotSealed,
    /// It is sealed for keys, not with a passphrase.
    #[error("the file is sealed for a key, not with a passphrase")]
    NoPassphrase,
    /// The passphrase is another one.
    #[error("the passphrase does not fit")]
    WrongPassphrase,
    /// Something of the file changed or is missing.
    #[error("the sealed file is damaged")]
    Damaged,
    /// Opening it would take too much time and memory.
    #[error("work factor {found} is more than {limit}")]
    TooMuchWork {
        /// What the file asks for.
        found: u8,
        /// What is done at most.
        limit: u8,
    },
    /// More text comes out than a map may hold.
    #[error("more than {limit} bytes come out")]
    TooBig {
        /// How much may come out.
        limit: usize,
    },
    /// It was sealed in a way that is not known here.
    #[error("unknown way of sealing")]
    UnknownWay,
}

/// Says whether a file is sealed.
pub fn is_sealed(bytes: &[u8]) -> bool {
    sealed_part(bytes).is_some()
}

/// Says why a sealed file is not worth a passphrase: it is damaged, or asks what this program does not give.
///
/// Nothing is worked out for this, whatever the file asks.
pub fn hopeless(bytes: &[u8]) -> Option<UnsealError> {
    let Some(sealed) = sealed_part(bytes) else {
        return Some(UnsealError::NotSealed);
    };
    let decryptor = match Decryptor::new(ArmoredReader::new(sealed.as_slice())) {
        Ok(decryptor) => decryptor,
        Err(error) => return Some(told(&error)),
    };
    if !decryptor.is_scrypt() {
        return Some(UnsealError::NoPassphrase);
    }
    let mut identity = age::scrypt::Identity::new(Passphrase::from(String::new()));
    // No work at all: the file then only tells how much it wants.
    identity.set_max_work_factor(0);
    match decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)) {
        Err(DecryptError::ExcessiveWork { required, .. }) if required <= MOST_WORK => None,
        Ok(_) => None,
        Err(error) => Some(told(&error)),
    }
}

/// Seals a text with a passphrase.
pub fn seal(
    text: &[u8],
    passphrase: &Passphrase,
    cancel: &AtomicBool,
) -> Result<String, SealError> {
    let mut recipient = age::scrypt::Recipient::new(passphrase.clone());
    recipient.set_work_factor(WORK);
    encrypt(text, &recipient, cancel)
}

fn encrypt(
    text: &[u8],
    recipient: &dyn age::Recipient,
    cancel: &AtomicBool,
) -> Result<String, SealError> {
    let stop = || {
        if cancel.load(Ordering::Relaxed) {
            Err(SealError::Cancelled)
        } else {
            Ok(())
        }
    };
    let failed = |error: io::Error| SealError::Failed(error.to_string());
    stop()?;
    let encryptor = Encryptor::with_recipients(std::iter::once(recipient))
        .map_err(|error| SealError::Failed(error.to_string()))?;
    let armor = ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor).map_err(failed)?;
    let mut writer = encryptor.wrap_output(armor).map_err(failed)?;
    for piece in text.chunks(PIECE) {
        stop()?;
        writer.write_all(piece).map_err(failed)?;
    }
    let armor = writer.finish().map_err(failed)?;
    let bytes = armor.finish().map_err(failed)?;
    stop()?;
    String::from_utf8(bytes).map_err(|error| SealError::Failed(error.to_string()))
}

/// Opens a sealed file; text before and after the sealed part, as in a mail, is passed over.
pub fn unseal(
    bytes: &[u8],
    passphrase: &Passphrase,
    cancel: &AtomicBool,
) -> Result<Zeroizing<Vec<u8>>, UnsealError> {
    let sealed = sealed_part(bytes).ok_or(UnsealError::NotSealed)?;
    let decryptor =
        Decryptor::new(ArmoredReader::new(sealed.as_slice())).map_err(|error| told(&error))?;
    if !decryptor.is_scrypt() {
        return Err(UnsealError::NoPassphrase);
    }
    let mut identity = age::scrypt::Identity::new(passphrase.clone());
    identity.set_max_work_factor(MOST_WORK);
    decrypt(&sealed, &identity, cancel)
}

fn decrypt(
    sealed: &[u8],
    identity: &dyn age::Identity,
    cancel: &AtomicBool,
) -> Result<Zeroizing<Vec<u8>>, UnsealError> {
    if cancel.load(Ordering::Relaxed) {
        return Err(UnsealError::Cancelled);
    }
    let mut reader = Decryptor::new(ArmoredReader::new(sealed))
        .and_then(|decryptor| decryptor.decrypt(std::iter::once(identity)))
        .map_err(|error| told(&error))?;
    // Room for all at once: a vector that grows leaves pieces of the text behind in memory.
    let mut text = Zeroizing::new(Vec::with_capacity(sealed.len()));
    let mut piece = Zeroizing::new(vec![0; PIECE]);
    loop {
        if cancel.load(Ordering::Relaxed) {
            return Err(UnsealError::Cancelled);
        }
        let length = reader
            .read(&mut piece)
            .map_err(|_damage| UnsealError::Damaged)?;
        if length == 0 {
            return Ok(text);
        }
        if text.len() + length > limits::FILE {
            return Err(UnsealError::TooBig {
                limit: limits::FILE,
            });
        }
        text.extend(piece.iter().take(length));
    }
}

fn told(error: &DecryptError) -> UnsealError {
    match error {
        DecryptError::ExcessiveWork { required, .. } => UnsealError::TooMuchWork {
            found: *required,
            limit: MOST_WORK,
        },
        // The crate names the key, its stanza or the whole; only a passphrase was tried.
        DecryptError::KeyDecryptionFailed
        | DecryptError::NoMatchingKeys
        | DecryptError::DecryptionFailed => UnsealError::WrongPassphrase,
        // A file cut short is no known format to the crate.
        DecryptError::InvalidHeader
        | DecryptError::InvalidMac
        | DecryptError::UnknownFormat
        | DecryptError::Io(_) => UnsealError::Damaged,
        // The crate may add ways to fail.
        _ => UnsealError::UnknownWay,
    }
}

/// Cuts the sealed part out of a file or a mail, with plain line ends and without the spaces of a reply.
fn sealed_part(bytes: &[u8]) -> Option<Vec<u8>> {
    if bytes.starts_with(BINARY) {
        return Some(bytes.to_vec());
    }
    let head = bytes.get(..bytes.len().min(START))?;
    let start = position(head, BEGIN)?;
    let rest = bytes.get(start..)?;
    let end = position(rest, END).map_or(rest.len(), |end| end + END.len());
    let mut part = Vec::with_capacity(end);
    for line in rest.get(..end)?.split(|byte| *byte == b'\n') {
        part.extend_from_slice(line.trim_ascii());
        part.push(b'\n');
    }
    Some(part)
}

fn position(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
}

/// The words of generated passphrases, one a line.
const WORDS: &str = include_str!("../../../assets/passphrase-words.txt");
/// How many words a generated passphrase has.
const N_WORDS: usize = 6;

/// Makes a passphrase of six plain Dutch words from random bits of the system; nothing where it has none to give.
pub fn generated() -> Option<Passphrase> {
    let words: Vec<&str> = WORDS.lines().collect();
    let count = u32::try_from(words.len()).ok().filter(|count| *count > 0)?;
    // Numbers above the last whole round would favour the first words.
    let fair = u32::MAX - u32::MAX % count;
    let mut chosen = Zeroizing::new(String::new());
    for number in 0..N_WORDS {
        let drawn = loop {
            let drawn = getrandom::u32().ok()?;
            if drawn < fair {
                break drawn;
            }
        };
        if number > 0 {
            chosen.push('-');
        }
        let index = usize::try_from(drawn % count).ok()?;
        chosen.push_str(words.get(index)?);
    }
    Some(Passphrase::from(chosen.as_str()))
}

/// Says how strong a passphrase is that somebody thought of: 0 is guessed at once, 4 is not guessed.
pub fn strength(passphrase: &Passphrase) -> u8 {
    use secrecy::ExposeSecret as _;
    zxcvbn::zxcvbn(passphrase.expose_secret(), &[])
        .score()
        .into()
}

#[cfg(test)]
mod tests;
