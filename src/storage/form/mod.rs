//! The canonical text of a map: a small tree of values and its printer.
//!
//! The printer of the `ron` crate is not used: it escapes every combining mark, what it escapes follows the Unicode
//! tables of the compiler, its notation of floats changed between versions, and it writes CRLF on Windows. A file that
//! is compared, merged and mailed must be the same bytes everywhere. What stands here parses with plain `ron` 0.12.

mod print;
mod tree;

pub(crate) use print::{invisible, print, print_value};
pub(crate) use tree::{Fields, Tree};
