//! Taking over actors that changed on a map of very many, with everything else as it stands.

use std::collections::BTreeMap;

use super::{Plan, Scene, Spots, actors, naming, rings, sized, ties};
use crate::model::ActorId;

/// More actors than this are no small change.
const MOST: usize = 200;

/// What of a scene was made anew, by its numbers in order; rings, names and texts were too.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Touched {
    /// The actors.
    pub(crate) actors: Vec<usize>,
    /// The lines.
    pub(crate) strands: Vec<usize>,
}

impl Scene {
    /// Takes over some actors, in order, from a map that differs in nothing else; gives nothing where the whole has to
    /// be made anew, and then leaves all as it is.
    pub(crate) fn touch(&mut self, plan: &Plan<'_>, changed: &[ActorId]) -> Option<Touched> {
        let alone = self.crowded() && plan.laid.is_none() && plan.spots == Spots::Beside;
        if !alone || changed.len() > MOST || plan.now.actors.len() != self.actors.len() {
            return None;
        }
        let index = |id: &ActorId| self.index.get(id).copied();
        let mut numbers: Vec<usize> = changed.iter().map(index).collect::<Option<_>>()?;
        numbers.sort_unstable();
        let is_touched = |end: &ActorId| changed.binary_search(end).is_ok();
        let strands = self.strands.iter().enumerate();
        let strands: Vec<usize> = strands
            .filter(|(_, strand)| strand.ends.iter().any(is_touched))
            .map(|(index, _)| index)
            .collect();
        // The numbers of bridges mind each other.
        let mut numbered = self.numbered.iter();
        if numbered.any(|number| strands.binary_search(number).is_ok()) {
            return None;
        }
        let drawn = actors::some(plan, changed)?;
        for actor in drawn {
            let slot = self.index.get(&actor.id).copied();
            if let Some(slot) = slot.and_then(|index| self.actors.get_mut(index)) {
                *slot = actor;
            }
        }
        let mut rims = BTreeMap::new();
        for number in &strands {
            if let Some(strand) = self.strands.get(*number) {
                let strand = ties::again(strand, self, &mut rims);
                if let (Some(strand), Some(slot)) = (strand, self.strands.get_mut(*number)) {
                    *slot = strand;
                }
            }
        }
        self.sized = sized(&self.actors) && plan.radius.is_none() && plan.looks.power_as_size();
        self.texts = naming::texts(plan, self);
        self.rings = rings::drawn(plan, self);
        let (labels, homeless) = naming::labels(plan, self);
        self.labels = labels;
        self.homeless = homeless;
        Some(Touched {
            actors: numbers,
            strands,
        })
    }
}
