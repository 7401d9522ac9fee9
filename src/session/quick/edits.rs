//! From what was understood to the edit.

use std::collections::BTreeMap;

use super::chips::{ChipId, ChipKind, Choices};
use super::names::fold;
use super::{SaidValue, Subject, Tie, TieWay, Trouble, Understood};
use crate::edit::{ActorChange, Edit, Entry, MapChange, RelationChange};
use crate::model::{
    Actor, ActorId, Answer, Content, Holding, IdSource, Issue, IssueId, Judged, Level3, Note,
    Position, Relation, Tone, Unknown, Value, ValueId,
};
use crate::session::{Item, Selection};

/// The map that a line is placed on.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// The map as it is.
    pub now: &'a Content,
    /// The issue in focus.
    pub issue: Option<IssueId>,
    /// What an issue is called that is made for a position on a map without one.
    pub new_issue: &'a str,
}

/// What placing a line gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    /// The change, one step of undo; `None` when all was so already.
    pub edit: Option<Edit>,
    /// What to select.
    pub selection: Selection,
}

impl Understood {
    /// Gives the change that places the line, or why it cannot be placed.
    pub fn made(
        &self,
        choices: &Choices,
        ground: Ground<'_>,
        ids: &mut IdSource,
    ) -> Result<Made, Trouble> {
        if let Some(trouble) = &self.trouble {
            return Err(trouble.clone());
        }
        let mut making = Making {
            choices,
            ground,
            ids,
            edits: Vec::new(),
            new_actors: BTreeMap::new(),
            new_values: BTreeMap::new(),
            issue: ground.issue,
            strength: self.strength,
        };
        let actors: Vec<ActorId> = self
            .subjects
            .iter()
            .enumerate()
            .map(|(place, subject)| making.subject(place, subject, self.list))
            .collect();
        let mut relations = Vec::new();
        for (place, (tie, ends)) in self.ties.iter().zip(actors.windows(2)).enumerate() {
            if let [one, other] = ends {
                relations.push(Item::Relation(making.tie(place, *tie, *one, *other)?));
            }
        }
        let selection = if relations.is_empty() {
            actors.into_iter().map(Item::Actor).collect()
        } else {
            relations.into_iter().collect()
        };
        let mut edits = making.edits;
        let edit = match edits.len() {
            0 => None,
            1 => edits.pop(),
            _ => Some(Edit::Many(edits)),
        };
        Ok(Made { edit, selection })
    }
}

/// The edits while they are gathered.
struct Making<'a> {
    choices: &'a Choices,
    ground: Ground<'a>,
    ids: &'a mut IdSource,
    edits: Vec<Edit>,
    new_actors: BTreeMap<String, ActorId>,
    new_values: BTreeMap<String, ValueId>,
    issue: Option<IssueId>,
    strength: Option<Level3>,
}

impl Making<'_> {
    fn on(&self, subject: usize, kind: ChipKind) -> bool {
        self.choices.on(ChipId { subject, kind })
    }

    /// Gives the actor of the map that a subject means, as the user chose.
    fn existing(&self, place: usize, subject: &Subject) -> Option<ActorId> {
        let found = subject.found.map(|found| found.actor);
        found
            .filter(|_| self.on(place, ChipKind::Found))
            .or_else(|| subject.near.filter(|_| self.on(place, ChipKind::Near)))
    }

    fn subject(&mut self, place: usize, subject: &Subject, list: bool) -> ActorId {
        if let Some(actor) = self.existing(place, subject) {
            let known = self.ground.now.actors.get(actor);
            let changes = self.changes(place, subject, known);
            let changes = changes.into_iter().map(|change| Edit::Actor(actor, change));
            self.edits.extend(changes);
            return actor;
        }
        let folded = fold(&subject.name);
        if let Some(actor) = self.new_actors.get(&folded).filter(|_| !list) {
            return *actor;
        }
        let id: ActorId = self.ids.fresh();
        self.new_actors.insert(folded, id);
        self.edits.push(Edit::AddActor(Box::new(Actor::new(
            id,
            subject.name.as_str(),
        ))));
        let changes = self.changes(place, subject, None);
        let changes = changes.into_iter().map(|change| Edit::Actor(id, change));
        self.edits.extend(changes);
        if subject.details.focal && self.on(place, ChipKind::Focal) {
            self.edits.push(Edit::Map(MapChange::Focal(Some(id))));
        }
        id
    }

    /// Lists what the line says of an actor; `known` is the actor when it is on the map already.
    fn changes(
        &mut self,
        place: usize,
        subject: &Subject,
        known: Option<&Actor>,
    ) -> Vec<ActorChange> {
        let details = &subject.details;
        let mut changes = Vec::new();
        let arena = self.choices.arena(place, subject);
        if let Some(arena) = arena.filter(|_| self.on(place, ChipKind::Arena)) {
            changes.push(ActorChange::Arena(Answer::given(arena)));
        }
        if let Some(kind) = &details.kind
            && self.on(place, ChipKind::Kind)
        {
            changes.push(ActorChange::Kind(Some(kind.clone())));
        }
        if let Some(known) = known
            && details.focal
            && self.on(place, ChipKind::Focal)
        {
            self.edits.push(Edit::Map(MapChange::Focal(Some(known.id))));
        }
        if let Some(judged) = Judged::of_voices(details.voices.clone())
            && self.on(place, ChipKind::Position)
        {
            changes.push(self.position(judged));
        }
        if let Some(power) = details.power
            && self.on(place, ChipKind::Power)
        {
            changes.push(ActorChange::Power(Answer::given(power)));
        }
        if let Some(involvement) = details.involvement
            && self.on(place, ChipKind::Involvement)
        {
            changes.push(ActorChange::Involvement(Answer::given(involvement)));
        }
        for (index, value) in details.values.iter().enumerate() {
            if self.on(place, ChipKind::Value(index)) {
                let id = self.value(value);
                let held = known.and_then(|known| known.values.get(&id));
                if held.is_none() {
                    changes.push(ActorChange::Value(id, Some(holding())));
                }
            }
        }
        if let Some(quote) = &details.quote
            && self.on(place, ChipKind::Quote)
        {
            // Words that were private stay private.
            let before = known.map(|known| &known.perspective.quote);
            let note = Note {
                text: quote.clone(),
                ..before.cloned().unwrap_or_default()
            };
            changes.push(ActorChange::Quote(note));
        }
        changes
    }

    fn position(&mut self, judged: Judged<Position>) -> ActorChange {
        let issue = self.issue.unwrap_or_else(|| {
            let id = self.ids.fresh();
            self.edits.push(Edit::Issue(Entry::Put(Box::new(Issue {
                id,
                name: self.ground.new_issue.to_owned(),
                description: Note::default(),
                agreement: std::collections::BTreeSet::new(),
                unknown: Unknown::default(),
            }))));
            id
        });
        self.issue = Some(issue);
        ActorChange::Position(issue, Answer::Given(judged))
    }

    fn value(&mut self, said: &SaidValue) -> ValueId {
        if let Some(id) = said.found {
            return id;
        }
        let ids = &mut *self.ids;
        let edits = &mut self.edits;
        *self.new_values.entry(fold(&said.name)).or_insert_with(|| {
            let id = ids.fresh();
            edits.push(Edit::Value(Entry::Put(Box::new(new_value(
                id,
                said.name.as_str(),
            )))));
            id
        })
    }

    fn tie(
        &mut self,
        place: usize,
        tie: Tie,
        one: ActorId,
        other: ActorId,
    ) -> Result<crate::model::RelationId, Trouble> {
        if one == other {
            return Err(Trouble::SameEnds);
        }
        let strength = self.strength.filter(|_| self.on(0, ChipKind::Strength));
        let (from, to) = match tie.way {
            TieWay::Mutual | TieWay::Forward => (one, other),
            TieWay::Backward => (other, one),
        };
        let known = tie
            .found
            .filter(|_| self.on(place, ChipKind::Tie))
            .and_then(|id| self.ground.now.relations.get(id))
            .filter(|relation| relation.joins(one, other));
        let Some(known) = known else {
            let mut relation = Relation::new(self.ids.fresh(), from, to);
            relation.mutual = tie.way == TieWay::Mutual;
            if tie.conflict {
                relation.tone = Tone::Conflict;
            }
            relation.strength = strength.map_or(Answer::NotAsked, Answer::given);
            let id = relation.id;
            self.edits.push(Edit::AddRelation(Box::new(relation)));
            return Ok(id);
        };
        let mut changes = Vec::new();
        if tie.way != TieWay::Mutual {
            if known.from != from {
                changes.push(RelationChange::Turn);
            }
            changes.push(RelationChange::Mutual(false));
        }
        if tie.conflict {
            changes.push(RelationChange::Tone(Tone::Conflict));
        }
        if let Some(strength) = strength {
            changes.push(RelationChange::Strength(Answer::given(strength)));
        }
        let changes = changes
            .into_iter()
            .map(|change| Edit::Relation(known.id, change));
        self.edits.extend(changes);
        Ok(known.id)
    }
}

fn holding() -> Holding {
    Holding {
        importance: Level3::nearest(2),
        creates: false,
        certainty: None,
        unknown: Unknown::default(),
    }
}

fn new_value(id: ValueId, name: &str) -> Value {
    Value {
        id,
        name: name.to_owned(),
        meaning: Note::default(),
        unknown: Unknown::default(),
    }
}
