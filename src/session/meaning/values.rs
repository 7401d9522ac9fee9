//! Actors by values: who weighs what, who makes what already, where that meets and where it strains.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Actor, ActorId, Certainty, Content, Tone, ValueId};

/// What a value is to an actor, as far as it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cell {
    /// How important it is, 1 to 3; nothing where it was not asked.
    pub importance: Option<i8>,
    /// Whether the actor already makes this value.
    pub creates: bool,
    /// Whether this is no more than a guess.
    pub guess: bool,
    /// Whether it strains with somebody the actor deals with.
    pub strained: bool,
}

/// Somebody weighs a value heavily and somebody it deals with hardly does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Strain {
    /// Weighs it heavily.
    pub heavy: ActorId,
    /// Hardly weighs it.
    pub light: ActorId,
    /// Whether the two are in conflict already.
    pub conflict: bool,
}

/// What there is to say of one value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Column {
    /// Who makes it already.
    pub makers: Vec<ActorId>,
    /// Who weighs it heavily: 2 or 3.
    pub weigh: Vec<ActorId>,
    /// In how many arenas it is weighed heavily.
    pub n_arenas: usize,
    /// Where it strains.
    pub strains: Vec<Strain>,
    /// How many were asked.
    pub n_asked: usize,
}

/// Actors by values.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    /// The actors, those who fill most first within each arena.
    pub actors: Vec<ActorId>,
    /// The values, in the order of the map.
    pub values: Vec<ValueId>,
    cells: BTreeMap<(ActorId, ValueId), Cell>,
    columns: BTreeMap<ValueId, Column>,
}

/// From this weight on a value is heavy to somebody.
const HEAVY: i8 = 2;
/// A difference of so many steps strains.
const APART: i8 = 2;

impl Grid {
    /// Makes the grid of a map.
    pub fn of(now: &Content) -> Self {
        let values: Vec<ValueId> = now.values.iter().map(|value| value.id).collect();
        let mut actors: Vec<&Actor> = now.actors.iter().collect();
        actors.sort_by_key(|actor| (actor.candidate, now.arena_of(actor), actor.id));
        let mut cells = BTreeMap::new();
        let mut columns: BTreeMap<ValueId, Column> = BTreeMap::new();
        for value in &values {
            let column = column(now, &actors, *value);
            for actor in &actors {
                let strained = column
                    .strains
                    .iter()
                    .any(|strain| strain.heavy == actor.id || strain.light == actor.id);
                cells.insert((actor.id, *value), cell(actor, *value, strained));
            }
            columns.insert(*value, column);
        }
        Self {
            actors: actors.iter().map(|actor| actor.id).collect(),
            values,
            cells,
            columns,
        }
    }

    /// Gives a cell.
    pub fn cell(&self, actor: ActorId, value: ValueId) -> Cell {
        self.cells.get(&(actor, value)).copied().unwrap_or_default()
    }

    /// Gives what there is to say of a value.
    pub fn column(&self, value: ValueId) -> Option<&Column> {
        self.columns.get(&value)
    }

    /// Says whether nothing was filled in yet.
    pub fn blank(&self) -> bool {
        self.columns.values().all(|column| column.n_asked == 0)
    }
}

fn cell(actor: &Actor, value: ValueId, strained: bool) -> Cell {
    actor
        .values
        .get(&value)
        .map_or_else(Cell::default, |held| Cell {
            importance: Some(held.importance.get()),
            creates: held.creates,
            guess: held.certainty == Some(Certainty::Guess),
            strained,
        })
}

fn column(now: &Content, actors: &[&Actor], value: ValueId) -> Column {
    let weight = |actor: &Actor| actor.values.get(&value).map(|held| held.importance.get());
    let mut column = Column::default();
    let mut arenas = BTreeSet::new();
    for actor in actors {
        let Some(held) = actor.values.get(&value) else {
            continue;
        };
        column.n_asked += 1;
        if held.creates {
            column.makers.push(actor.id);
        }
        if held.importance.get() >= HEAVY {
            column.weigh.push(actor.id);
            arenas.insert(now.arena_of(actor));
        }
    }
    column.n_arenas = arenas.len();
    column.strains = strains(now, &weight);
    column
}

fn strains(now: &Content, weight: &dyn Fn(&Actor) -> Option<i8>) -> Vec<Strain> {
    let mut found: BTreeMap<(ActorId, ActorId), bool> = BTreeMap::new();
    for relation in now.relations.iter() {
        let ends = (now.actors.get(relation.from), now.actors.get(relation.to));
        let (Some(from), Some(to)) = ends else {
            continue;
        };
        if from.candidate || to.candidate {
            continue;
        }
        let (Some(one), Some(other)) = (weight(from), weight(to)) else {
            continue;
        };
        let conflict = match relation.tone {
            Tone::Conflict => true,
            Tone::Cooperative | Tone::Neutral => false,
        };
        if (one - other).abs() >= APART {
            let pair = if one > other {
                (from.id, to.id)
            } else {
                (to.id, from.id)
            };
            *found.entry(pair).or_default() |= conflict;
        }
    }
    found
        .into_iter()
        .map(|((heavy, light), conflict)| Strain {
            heavy,
            light,
            conflict,
        })
        .collect()
}
