//! The name of a question as something small that can be passed around.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// The names that were met; few, and kept as long as the program runs.
static NAMES: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());

/// The name of a question, `lens.field`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionKey(&'static str);

impl QuestionKey {
    /// Gives the key of a name.
    pub fn new(name: &str) -> Self {
        let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = names.get(name) {
            return Self(known);
        }
        let kept: &'static str = Box::leak(name.to_owned().into_boxed_str());
        names.insert(kept);
        Self(kept)
    }

    /// Gives the name.
    pub fn name(self) -> &'static str {
        self.0
    }
}
