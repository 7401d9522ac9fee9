//! What was understood, piece by piece.

use std::collections::{BTreeMap, BTreeSet};

use super::{Found, Subject, Tie, Understood};
use crate::model::{ActorId, Arena, Kind, Level3, Level5, Position, Term, ValueId};

/// The kind of a piece; with the subject it stays the same while the line grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChipKind {
    /// The actor is there already.
    Found,
    /// An actor with a name much like it is there.
    Near,
    /// The relation with the next subject.
    Tie,
    /// The strength of the relations.
    Strength,
    /// The arena.
    Arena,
    /// The kind.
    Kind,
    /// The hoofdpersoon.
    Focal,
    /// The position.
    Position,
    /// Power.
    Power,
    /// Involvement.
    Involvement,
    /// A value, by its place in the line.
    Value(usize),
    /// Own words.
    Quote,
}

/// Names a piece: the subject by its place in the line, and the kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChipId {
    /// The subject.
    pub subject: usize,
    /// The kind.
    pub kind: ChipKind,
}

/// What a piece says.
#[derive(Debug, Clone, PartialEq)]
pub enum Says {
    /// This actor of the map is meant; off makes a new one.
    Found(Found),
    /// This actor has a name much like it; off by itself, on takes this one.
    Near(ActorId),
    /// A relation; off makes a second one where the two have one.
    Tie(Tie),
    /// The strength of the relations.
    Strength(Level3),
    /// The arena, and whether it was guessed.
    Arena(Term<Arena>, bool),
    /// The kind.
    Kind(Term<Kind>),
    /// The hoofdpersoon.
    Focal,
    /// The position, a voice each.
    Position(Vec<Position>),
    /// Power.
    Power(Level5),
    /// Involvement.
    Involvement(Level5),
    /// A value; `None` is a new one.
    Value(String, Option<ValueId>),
    /// Own words.
    Quote(String),
}

/// One piece of what was understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Chip {
    /// Which piece.
    pub id: ChipId,
    /// What it says.
    pub says: Says,
}

/// What the user chose of the pieces before placing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Choices {
    /// The pieces that were turned from what they are by themselves.
    pub turned: BTreeSet<ChipId>,
    /// The arena chosen for a subject; `None` is no arena.
    pub arenas: BTreeMap<usize, Option<Term<Arena>>>,
}

impl ChipKind {
    /// Says whether a piece counts unless it is turned.
    pub fn on_by_itself(self) -> bool {
        self != Self::Near
    }
}

impl Choices {
    /// Says whether a piece counts.
    pub fn on(&self, id: ChipId) -> bool {
        id.kind.on_by_itself() != self.turned.contains(&id)
    }

    /// Turns a piece.
    pub fn turn(&mut self, id: ChipId) {
        if !self.turned.remove(&id) {
            self.turned.insert(id);
        }
    }

    /// Gives the arena of a subject as it was chosen, else as the line says.
    pub fn arena(&self, place: usize, subject: &Subject) -> Option<Term<Arena>> {
        match self.arenas.get(&place) {
            Some(chosen) => chosen.clone(),
            None => subject.details.arena.as_ref().map(|said| said.term.clone()),
        }
    }
}

impl Understood {
    /// Lists the pieces in the order of the line; none for a pasted list.
    pub fn chips(&self) -> Vec<Chip> {
        let mut chips = Vec::new();
        if self.list {
            return chips;
        }
        for (place, subject) in self.subjects.iter().enumerate() {
            let mut add = |kind: ChipKind, says: Says| {
                chips.push(Chip {
                    id: ChipId {
                        subject: place,
                        kind,
                    },
                    says,
                });
            };
            add_subject(subject, &mut add);
            if let Some(tie) = self.ties.get(place) {
                add(ChipKind::Tie, Says::Tie(*tie));
            }
        }
        if let Some(strength) = self.strength {
            chips.push(Chip {
                id: ChipId {
                    subject: 0,
                    kind: ChipKind::Strength,
                },
                says: Says::Strength(strength),
            });
        }
        chips
    }
}

fn add_subject(subject: &Subject, add: &mut impl FnMut(ChipKind, Says)) {
    let Subject {
        found,
        near,
        details,
        name: _,
    } = subject;
    if let Some(found) = found {
        add(ChipKind::Found, Says::Found(*found));
    }
    if let Some(near) = near {
        add(ChipKind::Near, Says::Near(*near));
    }
    if let Some(arena) = &details.arena {
        add(
            ChipKind::Arena,
            Says::Arena(arena.term.clone(), arena.guessed),
        );
    }
    if let Some(kind) = &details.kind {
        add(ChipKind::Kind, Says::Kind(kind.clone()));
    }
    if details.focal {
        add(ChipKind::Focal, Says::Focal);
    }
    if !details.voices.is_empty() {
        add(ChipKind::Position, Says::Position(details.voices.clone()));
    }
    if let Some(power) = details.power {
        add(ChipKind::Power, Says::Power(power));
    }
    if let Some(involvement) = details.involvement {
        add(ChipKind::Involvement, Says::Involvement(involvement));
    }
    for (place, value) in details.values.iter().enumerate() {
        add(
            ChipKind::Value(place),
            Says::Value(value.name.clone(), value.found),
        );
    }
    if let Some(quote) = &details.quote {
        add(ChipKind::Quote, Says::Quote(quote.clone()));
    }
}
