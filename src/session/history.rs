//! The steps that were made, as snapshots that share what they have in common.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::edit::Edit;
use crate::model::Document;

/// How many bytes the steps may keep beyond the least number of steps.
const MOST_BYTES: usize = 64 * 1024 * 1024;
/// How many steps are never dropped.
const LEAST_STEPS: usize = 1_000;

/// One step: a change with the map before and after it.
#[derive(Debug, Clone)]
pub struct Step {
    edit: Edit,
    before: Arc<Document>,
    after: Arc<Document>,
    bytes: usize,
}

impl Step {
    /// Makes a step.
    pub fn new(edit: Edit, before: Arc<Document>, after: Arc<Document>) -> Self {
        let bytes = kept_bytes(&before, &after);
        Self {
            edit,
            before,
            after,
            bytes,
        }
    }

    /// Gives the change, which names the step.
    pub fn edit(&self) -> &Edit {
        &self.edit
    }

    /// Gives the map before the step.
    pub fn before(&self) -> &Document {
        &self.before
    }

    /// Gives the map after the step.
    pub fn after(&self) -> &Document {
        &self.after
    }
}

/// Guesses the bytes that a step keeps beside what it shares with the one before: its changed entities and the pointers
/// of the tables that were copied.
fn kept_bytes(before: &Document, after: &Document) -> usize {
    let pointer = 4 * size_of::<usize>();
    let mut bytes = size_of::<Document>();
    if !before.now.actors.shares(&after.now.actors) {
        bytes += after.now.actors.len() * pointer;
        let changed = after.now.actors.iter().filter(|actor| {
            before
                .now
                .actors
                .get(actor.id)
                .is_none_or(|old| !std::ptr::eq(old, *actor))
        });
        bytes += changed
            .map(|actor| size_of_val(actor) + actor.weight())
            .sum::<usize>();
    }
    if !before.now.relations.shares(&after.now.relations) {
        bytes += after.now.relations.len() * pointer;
        let changed = after.now.relations.iter().filter(|relation| {
            before
                .now
                .relations
                .get(relation.id)
                .is_none_or(|old| !std::ptr::eq(old, *relation))
        });
        bytes += changed
            .map(|relation| size_of_val(relation) + relation.weight())
            .sum::<usize>();
    }
    bytes
}

/// The steps made and undone.
#[derive(Debug, Default)]
pub struct History {
    past: VecDeque<Step>,
    future: Vec<Step>,
    bytes: usize,
}

impl History {
    /// Gives the step that undo would take back.
    pub fn next_undo(&self) -> Option<&Step> {
        self.past.back()
    }

    /// Gives the step that redo would make again.
    pub fn next_redo(&self) -> Option<&Step> {
        self.future.last()
    }

    /// Gives the number of steps that can be undone.
    pub fn len(&self) -> usize {
        self.past.len()
    }

    /// Says whether nothing can be undone.
    pub fn is_empty(&self) -> bool {
        self.past.is_empty()
    }

    /// Guesses the bytes that the steps keep beside the map itself.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// Gives the most bytes that the steps keep, once there are more than the least number of them.
    pub const fn most_bytes() -> usize {
        MOST_BYTES
    }

    /// Adds a step; what was undone is gone, and the oldest steps go when all together keep too much.
    pub(super) fn push(&mut self, step: Step) {
        self.future.clear();
        self.bytes += step.bytes;
        self.past.push_back(step);
        while self.bytes > MOST_BYTES && self.past.len() > LEAST_STEPS {
            if let Some(oldest) = self.past.pop_front() {
                self.bytes -= oldest.bytes;
            }
        }
    }

    pub(super) fn undo(&mut self) -> Option<Arc<Document>> {
        let step = self.past.pop_back()?;
        self.bytes -= step.bytes;
        let before = Arc::clone(&step.before);
        self.future.push(step);
        Some(before)
    }

    pub(super) fn redo(&mut self) -> Option<Arc<Document>> {
        let step = self.future.pop()?;
        self.bytes += step.bytes;
        let after = Arc::clone(&step.after);
        self.past.push_back(step);
        Some(after)
    }

    /// Puts the saved map, which only got a revision, in the place of the present one.
    pub(super) fn renew_present(&mut self, present: &Arc<Document>) {
        if let Some(step) = self.past.back_mut() {
            step.after = Arc::clone(present);
        }
        if let Some(step) = self.future.last_mut() {
            step.before = Arc::clone(present);
        }
    }
}
