//! Reading a file: from bytes nobody has vouched for to a sound map and a list of what was noticed.
//!
//! The bytes are sniffed, looked through by the guard, and parsed by `ron` into the structs of `schema`. When that fails
//! within an entity, a second, slower round reads each entity on its own and keeps the bad ones as they stand. The place
//! of each fault is found in the text afterwards, so that a sound file pays nothing for it.

mod fault;
mod guard;
mod kind;
mod lens;
mod lex;
mod parse;
mod place;
mod sniff;

pub use fault::{Expected, Fault, Foreign, Mangled, Notice, Noticed, ReadError, Spot, Subject};
pub use kind::Fate;
pub use lens::{LoadedLens, read_lens};
pub use parse::{Loaded, read, read_windows_1252, windows_1252_lines};
pub(super) use parse::{fault_of, offset_of, parser};
