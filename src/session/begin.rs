//! How a new map begins.

use std::sync::Arc;

use crate::model::{Document, IdSource, Language, Note, Unknown, Value};

/// Begins a map that serves a value: the value stands on top of its purpose.
pub fn from_value(value: &str, language: Language, ids: &mut IdSource) -> Document {
    let mut document = Document::new(ids.fresh(), language);
    let name = value.trim();
    if !name.is_empty() {
        let value = Value {
            id: ids.fresh(),
            name: name.to_owned(),
            meaning: Note::default(),
            unknown: Unknown::default(),
        };
        Arc::make_mut(&mut document.now.purpose)
            .values
            .push(value.id);
        name.clone_into(&mut document.title);
        document.now.values.put(value);
    }
    document
}

/// Gives a copy of a built-in map as a map of one's own: with an identity of its own and no past.
pub fn from_built_in(mut document: Document, ids: &mut IdSource) -> Document {
    document.id = ids.fresh();
    document.lineage.clear();
    document
}
