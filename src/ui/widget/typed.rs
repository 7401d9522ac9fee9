//! What is being typed and not made an edit yet, gathered for the recovery copy.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use crate::edit::Edit;
use crate::model::Document;

/// What is being typed.
#[derive(Debug, Default)]
pub(crate) struct Typed {
    edits: Vec<Edit>,
    line: String,
    letters: DefaultHasher,
}

impl Typed {
    /// Adds a text with the edit that leaving its field would ask for.
    pub(crate) fn edit(&mut self, text: &str, edit: &Edit) {
        // The edit of a new entity has another identity in each frame; the text tells whether anything changed.
        text.hash(&mut self.letters);
        self.edits.push(edit.clone());
    }

    /// Adds what stands in the quick line.
    pub(crate) fn line(&mut self, line: &str) {
        line.hash(&mut self.letters);
        line.clone_into(&mut self.line);
    }

    /// Gives what stands in the quick line.
    pub(crate) fn the_line(&self) -> &str {
        &self.line
    }

    /// Says whether nothing is being typed.
    pub(crate) fn is_empty(&self) -> bool {
        self.edits.is_empty() && self.line.is_empty()
    }

    /// Gives a number that changes with what is typed.
    pub(crate) fn stamp(&self) -> u64 {
        self.letters.finish()
    }

    /// Gives the map with what is being typed in it; what does not fit is left out.
    pub(crate) fn within(&self, document: &Arc<Document>) -> Arc<Document> {
        self.edits
            .iter()
            .fold(Arc::clone(document), |document, edit| {
                document.apply(edit).map_or(document, Arc::new)
            })
    }
}
