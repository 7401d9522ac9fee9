//! What a sealed map is kept with while it is open: its passphrase, and a key for what is kept beside it.
//!
//! Snapshots and bases are closed for that key, which takes no time. The key itself lies in the store only sealed with
//! the passphrase, so that nothing of a sealed map stands on the disk in plain.

use std::sync::atomic::AtomicBool;

use age::secrecy::ExposeSecret as _;
use age::x25519;
use zeroize::Zeroizing;

use super::{Passphrase, SealError, UnsealError, decrypt, encrypt, seal, sealed_part, unseal};

/// The passphrase of an open map and the key of what is kept beside it.
pub struct MapSeal {
    passphrase: Passphrase,
    identity: x25519::Identity,
    key: String,
}

impl std::fmt::Debug for MapSeal {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("MapSeal").finish_non_exhaustive()
    }
}

impl MapSeal {
    /// Makes a new key, sealed with a passphrase.
    pub fn new(passphrase: Passphrase, cancel: &AtomicBool) -> Result<Self, SealError> {
        let identity = x25519::Identity::generate();
        let secret = identity.to_string();
        let key = seal(secret.expose_secret().as_bytes(), &passphrase, cancel)?;
        Ok(Self {
            passphrase,
            identity,
            key,
        })
    }

    /// Takes up a key that was sealed with a passphrase before.
    pub fn from_key(
        key: &[u8],
        passphrase: Passphrase,
        cancel: &AtomicBool,
    ) -> Result<Self, UnsealError> {
        let secret = unseal(key, &passphrase, cancel)?;
        let identity = std::str::from_utf8(&secret)
            .ok()
            .and_then(|secret| secret.parse().ok())
            .ok_or(UnsealError::Damaged)?;
        Ok(Self {
            passphrase,
            identity,
            key: String::from_utf8_lossy(key).into_owned(),
        })
    }

    /// Gives the passphrase that the map is sealed with when it is saved.
    pub fn passphrase(&self) -> &Passphrase {
        &self.passphrase
    }

    /// Gives the key, sealed with the passphrase.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Closes a text for the key.
    pub fn close(&self, text: &[u8]) -> Result<String, SealError> {
        let recipient = self.identity.to_public();
        encrypt(text, &recipient, &AtomicBool::new(false))
    }

    /// Opens what was closed for the key.
    pub fn open(&self, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, UnsealError> {
        let sealed = sealed_part(bytes).ok_or(UnsealError::NotSealed)?;
        decrypt(&sealed, &self.identity, &AtomicBool::new(false))
    }
}
