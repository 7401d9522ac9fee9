//! From a problem to what it is worth: position, interest, drive and value, by asking why again and again.

use crate::edit::{ActorChange, Edit, Entry, ListChange, PurposeChange};
use crate::model::{
    ActorId, Content, IdSource, Interest, InterestKind, Note, Unknown, Value, ValueId,
};
use crate::session::quick::{clean, fold};

/// What was answered on the way up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ladder {
    /// Whose ladder it is; nobody's is that of the map.
    pub of: Option<ActorId>,
    /// The problem, and what was said each time somebody asked why.
    pub rungs: Vec<String>,
    /// What it is worth: the names of values.
    pub values: Vec<String>,
}

impl Ladder {
    /// How often why can be asked.
    pub const MOST: usize = 6;

    /// Gives how deep a rung lies.
    pub fn kind(place: usize) -> InterestKind {
        match place {
            0 => InterestKind::Position,
            1 => InterestKind::Interest,
            _ => InterestKind::Drive,
        }
    }

    /// Gives the rungs that hold words, with their depth.
    pub fn said(&self) -> impl Iterator<Item = (InterestKind, &str)> {
        self.rungs
            .iter()
            .enumerate()
            .map(|(place, text)| (Self::kind(place), text.trim()))
            .filter(|(_, text)| !text.is_empty())
    }

    /// Gives the names of the values, each once.
    pub fn named(&self) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        for name in self.values.iter().map(|name| clean(name)) {
            let known = out.iter().any(|other| fold(other) == fold(&name));
            if !name.is_empty() && !known {
                out.push(name);
            }
        }
        out
    }

    /// Says whether the top was reached: a problem and at least one value.
    pub fn complete(&self) -> bool {
        self.said().next().is_some() && !self.named().is_empty()
    }

    /// Gives the one change that turns the problem into values; nothing before the top was reached.
    pub fn turned(&self, now: &Content, ids: &mut IdSource) -> Option<Edit> {
        if !self.complete() {
            return None;
        }
        let mut edits = Vec::new();
        let mut values = Vec::new();
        for name in self.named() {
            let known = now.values.iter().find(|it| fold(&it.name) == fold(&name));
            let id = known.map_or_else(
                || {
                    let value = Value {
                        id: ids.fresh(),
                        name,
                        meaning: Note::default(),
                        unknown: Unknown::default(),
                    };
                    let id = value.id;
                    edits.push(Edit::Value(Entry::Put(Box::new(value))));
                    id
                },
                |value| value.id,
            );
            values.push(id);
        }
        edits.extend(self.wanted(now, &values));
        match self.of {
            None => edits.extend(self.of_map(now)),
            Some(actor) => edits.extend(self.of_actor(now, actor, &values)),
        }
        Some(Edit::Many(edits))
    }

    /// Ranks the values below those that are wanted already.
    fn wanted(&self, now: &Content, values: &[ValueId]) -> Option<Edit> {
        if self.of.is_some() {
            return None;
        }
        let mut wanted = now.purpose.values.clone();
        for value in values {
            if !wanted.contains(value) {
                wanted.push(*value);
            }
        }
        Some(Edit::Purpose(PurposeChange::Values(wanted)))
    }

    fn of_map(&self, now: &Content) -> Vec<Edit> {
        let purpose = &now.purpose;
        let mut edits = Vec::new();
        let first = self.rungs.first().map_or("", |text| text.trim());
        if !first.is_empty() && purpose.problem.text.trim() != first {
            let note = Note {
                text: first.to_owned(),
                ..purpose.problem.clone()
            };
            edits.push(Edit::Purpose(PurposeChange::Problem(note)));
        }
        let mut lines: Vec<&str> = purpose.why.text.lines().collect();
        let before = lines.len();
        for text in self.rungs.iter().skip(1).map(|text| text.trim()) {
            if !text.is_empty() && !lines.contains(&text) {
                lines.push(text);
            }
        }
        if lines.len() > before {
            let note = Note {
                text: lines.join("\n"),
                ..purpose.why.clone()
            };
            edits.push(Edit::Purpose(PurposeChange::Why(note)));
        }
        edits
    }

    fn of_actor(&self, now: &Content, actor: ActorId, values: &[ValueId]) -> Vec<Edit> {
        let known = |text: &str| {
            let interests = now.actors.get(actor).map(|it| it.interests.as_slice());
            let mut interests = interests.unwrap_or_default().iter();
            interests.any(|it| !it.hidden && fold(&it.text) == fold(text))
        };
        let add = |interest| Edit::Actor(actor, ActorChange::Interest(ListChange::Add(interest)));
        let first = values.first().copied();
        let rungs = self.said().filter(|(_, text)| !known(text));
        let rungs = rungs.map(|(kind, text)| Interest {
            kind,
            value: first,
            ..Interest::new(text)
        });
        let named = self.named();
        let worth = named.iter().zip(values).filter(|(name, _)| !known(name));
        let worth = worth.map(|(name, value)| Interest {
            kind: InterestKind::Value,
            value: Some(*value),
            ..Interest::new(name.as_str())
        });
        rungs.chain(worth).map(add).collect()
    }
}
