//! The program without a window: one map, how it came to be, what is selected and where everybody stands.
//!
//! [`Session`] is the one door: every change goes through [`Session::apply`], or through [`Session::preview`] and
//! [`Session::commit`] while a gesture lasts. No clock, no threads, no files and no text here.

pub mod actions;
pub mod arrange;
pub mod begin;
pub mod difference;
pub mod filter;
pub mod forgotten;
mod history;
pub mod lens;
pub mod looking;
pub mod meaning;
mod places;
pub mod quick;
pub mod roles;
mod selection;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use history::{History, Step};
pub use places::{Automatic, Tidying, label_size, network_of, radius_of};
pub use selection::{Item, Selection};

use crate::edit::{Edit, EditError};
use crate::model::{ActorId, Document, IdSource, Identity, Place};

/// One open map with its history.
#[derive(Debug)]
pub struct Session {
    document: Arc<Document>,
    history: History,
    preview: Option<Preview>,
    saved: Arc<Document>,
    selection: Selection,
    automatic: Automatic,
    ids: IdSource,
    generation: u64,
}

/// A change that is shown and not yet made.
#[derive(Debug)]
struct Preview {
    edit: Edit,
    document: Arc<Document>,
}

/// What a change did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The map changed: one step of undo.
    Changed,
    /// The map was so already: no step.
    Same,
}

impl Session {
    /// Opens a map; the seed decides the identities of what is added.
    pub fn new(document: Document, seed: u64) -> Self {
        let automatic = Automatic::of(&document);
        Self::placed(document, automatic, seed)
    }

    /// Opens a map whose actors were given their automatic places beside the window.
    pub fn placed(document: Document, automatic: Automatic, seed: u64) -> Self {
        let document = Arc::new(document);
        Self {
            automatic,
            saved: Arc::clone(&document),
            document,
            history: History::default(),
            preview: None,
            selection: Selection::default(),
            ids: IdSource::new(seed),
            generation: 0,
        }
    }

    /// Opens a map that has not been saved as it is.
    pub fn unsaved(document: Document, seed: u64) -> Self {
        let automatic = Automatic::of(&document);
        Self::unsaved_since(document, automatic, None, seed)
    }

    /// Opens work that was not saved, such as what was restored after a crash, with the automatic places it was given
    /// beside the window; it goes on from a saved map where there is one.
    pub fn unsaved_since(
        document: Document,
        automatic: Automatic,
        saved: Option<Document>,
        seed: u64,
    ) -> Self {
        let mut session = Self::placed(document, automatic, seed);
        let empty = || Document::new(session.document.id, session.document.language);
        session.saved = Arc::new(saved.unwrap_or_else(empty));
        session
    }

    /// Gives the map as it is shown: with the preview while a gesture lasts.
    pub fn document(&self) -> &Document {
        self.preview
            .as_ref()
            .map_or(&self.document, |preview| &preview.document)
    }

    /// Gives the map as it was last committed, shared.
    pub fn committed(&self) -> &Arc<Document> {
        &self.document
    }

    /// Gives the map as it was saved last, or as it was opened.
    pub fn saved(&self) -> &Arc<Document> {
        &self.saved
    }

    /// Gives a number that grows with every change of what is shown.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Gives an identity for something new.
    pub fn fresh_id<I: Identity>(&mut self) -> I {
        self.ids.fresh()
    }

    /// Gives the selection.
    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// Selects; what is not there is left out.
    pub fn select(&mut self, selection: Selection) {
        self.selection = selection.within(&self.document.now);
    }

    /// Makes a change: one step of undo, or none where nothing changes.
    ///
    /// An actor added without a place gets the best free one. A change of the network first fixes the automatic places
    /// of the others, so that nobody moves.
    pub fn apply(&mut self, edit: Edit) -> Result<Outcome, EditError> {
        self.preview = None;
        let (edit, after) = self.automatic.with_places(&self.document, edit)?;
        if after == *self.document {
            self.generation += 1;
            return Ok(Outcome::Same);
        }
        let after = Arc::new(after);
        self.history.push(Step::new(
            edit,
            Arc::clone(&self.document),
            Arc::clone(&after),
        ));
        self.show(after);
        Ok(Outcome::Changed)
    }

    /// Shows a change without making it, in place of the one shown before.
    pub fn preview(&mut self, edit: Edit) -> Result<(), EditError> {
        let document = Arc::new(self.document.apply(&edit)?);
        self.preview = Some(Preview { edit, document });
        self.generation += 1;
        Ok(())
    }

    /// Makes the change that is shown.
    pub fn commit(&mut self) -> Result<Outcome, EditError> {
        match self.preview.take() {
            Some(preview) => self.apply(preview.edit),
            None => Ok(Outcome::Same),
        }
    }

    /// Drops the change that is shown.
    pub fn cancel(&mut self) {
        if self.preview.take().is_some() {
            self.generation += 1;
        }
    }

    /// Says whether a change is shown that is not made.
    pub fn previewing(&self) -> bool {
        self.preview.is_some()
    }

    /// Goes back one step; gives the step, or `None` at the beginning.
    pub fn undo(&mut self) -> Option<&Step> {
        self.cancel();
        let before = self.history.undo()?;
        self.show(before);
        self.history.next_redo()
    }

    /// Goes forward one step; gives the step, or `None` at the end.
    pub fn redo(&mut self) -> Option<&Step> {
        self.cancel();
        let after = self.history.redo()?;
        self.show(after);
        self.history.next_undo()
    }

    /// Gives the history, to name what undo and redo would do.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Says whether the map differs from the file.
    pub fn dirty(&self) -> bool {
        !Arc::ptr_eq(&self.document, &self.saved) && self.document != self.saved
    }

    /// Marks a map as saved: the one that was handed to the file, with its revision.
    pub fn mark_saved(&mut self, written: &Arc<Document>, saved: Document) {
        if Arc::ptr_eq(written, &self.document) {
            let saved = Arc::new(saved);
            self.history.renew_present(&saved);
            self.document = Arc::clone(&saved);
            self.saved = saved;
            self.generation += 1;
        } else {
            self.saved = Arc::clone(written);
        }
    }

    /// Gives where an actor stands on the network, by hand or automatic.
    pub fn place(&self, actor: ActorId) -> Place {
        let by_hand = self
            .document()
            .now
            .actors
            .get(actor)
            .and_then(|actor| actor.place);
        by_hand
            .or_else(|| self.automatic.get(actor))
            .unwrap_or_else(places::origin)
    }

    /// Gives where all actors stand on the network.
    pub fn places(&self) -> BTreeMap<ActorId, Place> {
        self.document()
            .now
            .actors
            .ids()
            .map(|actor| (actor, self.place(actor)))
            .collect()
    }

    /// Gives the edit that tidies the network: everybody but these gets a new automatic place.
    pub fn tidy(&self, keep: &[ActorId]) -> Edit {
        let mut tidying = self.tidying(keep);
        while !tidying.step() {}
        tidying.edit()
    }

    /// Starts a tidying that can be done beside the window.
    pub fn tidying(&self, keep: &[ActorId]) -> Tidying {
        Tidying::new(&self.document, keep)
    }

    fn show(&mut self, document: Arc<Document>) {
        self.document = document;
        let automatic = std::mem::take(&mut self.automatic);
        self.automatic = automatic.following(&self.document);
        self.selection = std::mem::take(&mut self.selection).within(&self.document.now);
        self.generation += 1;
    }
}

#[cfg(test)]
mod tests;
