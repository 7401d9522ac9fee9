//! Why an edit is refused.

use crate::model::Problem;

/// Says why a map cannot be changed so.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The edit speaks of something that is not there.
    #[error("{0} is not there")]
    NotThere(String),
    /// The edit adds something that is already there.
    #[error("{0} is already there")]
    AlreadyThere(String),
    /// The edit speaks of an entry beyond the end of a list.
    #[error("the list has no entry {0}")]
    NoEntry(usize),
    /// The map would break a rule.
    #[error(transparent)]
    Broken(#[from] Problem),
    /// The map would become larger than a file may be.
    #[error("the map would become larger than {limit} bytes")]
    TooLarge {
        /// The most bytes of a map.
        limit: usize,
    },
}
