//! An actor and its parts.

use std::collections::BTreeMap;

use serde::Deserializer;

use super::context::Context;
use super::declare::file_struct;
use super::fields::{InFile, push_unknown};
use super::lists::{Entry, map_as_list};
use super::scalar::{Name, PlaceText};
use crate::model::{
    Actor, ActorId, Answer, Arena, Certainty, Form, Frame, Heat, Holding, Interest, InterestKind,
    IssueId, Kind, Learning, LensAnswers, Level, Level3, Level5, Note, Participation, Perspective,
    Position, Salience, Sensitivity, Stance, Tenths, Term, Unknown, ValueId,
};
use crate::storage::form::{Fields, Tree};

file_struct! {
    ActorFile: Actor, "Actor", unknown {
        id: ActorId [id],
        name: Name [always],
        short: Name,
        arena: Answer<Term<Arena>>,
        kind: Option<Term<Kind>>,
        form: Option<Form>,
        inside: Option<bool>,
        connected_party: bool,
        candidate: bool,
        power: Answer<Level5>,
        involvement: Answer<Level5>,
        legitimacy: Answer<bool>,
        urgency: Answer<bool>,
        positions: BTreeMap<IssueId, Stance>,
        participation: Answer<Participation>,
        openness: Answer<Tenths>,
        values: BTreeMap<ValueId, Holding>,
        frames: BTreeMap<Term<Frame>, Level3>,
        interests: Vec<Interest>,
        perspective: Perspective,
        learning: Learning,
        sensitivities: Vec<Sensitivity>,
        talents: Vec<String>,
        tags: Vec<String>,
        area: Vec<String>,
        level: Vec<Level>,
        portfolio: Vec<String>,
        notes: Vec<Note>,
        place: PlaceText,
        lens: LensAnswers,
    }
}

file_struct! {
    InterestFile: Interest, "Interest", unknown {
        text: String,
        kind: InterestKind = InterestKind::Interest,
        value: Option<ValueId>,
        source: String,
        certainty: Option<Certainty>,
        hidden: bool,
    }
}

file_struct! {
    PerspectiveFile: Perspective, "Perspective", unknown {
        sees: Note,
        because: Note,
        quote: Note,
        calls_it: Note,
        sees_other: BTreeMap<ActorId, Note>,
    }
}

file_struct! {
    LearningFile: Learning, "Learning", unknown {
        relatedness: Answer<Level5>,
        autonomy: Answer<Level5>,
        competence: Answer<Level5>,
    }
}

file_struct! {
    new
    /// What an actor holds of an issue, with the issue.
    PositionEntry by PositionEntryFile, "Stance", unknown {
        issue: IssueId,
        position: Answer<Position>,
        salience: Answer<Salience>,
    }
}

impl Entry<IssueId, Stance> for PositionEntry {
    fn split(self) -> (IssueId, Stance) {
        let stance = Stance {
            position: self.position,
            salience: self.salience,
            unknown: self.unknown,
        };
        (self.issue, stance)
    }

    fn tree_of<'a>(issue: &'a IssueId, stance: &'a Stance) -> Tree<'a> {
        let mut fields: Fields<'a> = vec![("issue".into(), issue.tree())];
        if !stance.position.left_out() {
            fields.push(("position".into(), stance.position.tree()));
        }
        if !stance.salience.left_out() {
            fields.push(("salience".into(), stance.salience.tree()));
        }
        push_unknown(&mut fields, &stance.unknown);
        Tree::Struct(fields)
    }
}

file_struct! {
    new
    /// What a value is to an actor, with the value.
    HoldingEntry by HoldingEntryFile, "Holding", unknown {
        value: ValueId,
        importance: Level3,
        creates: bool,
        certainty: Option<Certainty>,
    }
}

impl Entry<ValueId, Holding> for HoldingEntry {
    fn split(self) -> (ValueId, Holding) {
        let holding = Holding {
            importance: self.importance,
            creates: self.creates,
            certainty: self.certainty,
            unknown: self.unknown,
        };
        (self.value, holding)
    }

    fn tree_of<'a>(value: &'a ValueId, holding: &'a Holding) -> Tree<'a> {
        let mut fields: Fields<'a> = vec![
            ("value".into(), value.tree()),
            ("importance".into(), holding.importance.tree()),
        ];
        if holding.creates {
            fields.push(("creates".into(), holding.creates.tree()));
        }
        if holding.certainty.is_some() {
            fields.push(("certainty".into(), holding.certainty.tree()));
        }
        push_unknown(&mut fields, &holding.unknown);
        Tree::Struct(fields)
    }
}

file_struct! {
    new
    /// An angle with its weight.
    FrameEntry by FrameEntryFile, "Frame" {
        frame: Term<Frame>,
        weight: Level3,
    }
}

impl Entry<Term<Frame>, Level3> for FrameEntry {
    fn split(self) -> (Term<Frame>, Level3) {
        (self.frame, self.weight)
    }

    fn tree_of<'a>(frame: &'a Term<Frame>, weight: &'a Level3) -> Tree<'a> {
        Tree::Struct(vec![
            ("frame".into(), frame.tree()),
            ("weight".into(), weight.tree()),
        ])
    }
}

file_struct! {
    new
    /// An actor with a note on it.
    ActorNote by ActorNoteFile, "ActorNote" {
        actor: ActorId,
        note: Note,
    }
}

impl Entry<ActorId, Note> for ActorNote {
    fn split(self) -> (ActorId, Note) {
        (self.actor, self.note)
    }

    fn tree_of<'a>(actor: &'a ActorId, note: &'a Note) -> Tree<'a> {
        let mut fields: Fields<'a> = vec![("actor".into(), actor.tree())];
        if !note.left_out() {
            fields.push(("note".into(), note.tree()));
        }
        Tree::Struct(fields)
    }
}

map_as_list! {
    IssueId => Stance as PositionEntry;
    ValueId => Holding as HoldingEntry;
    Term<Frame> => Level3 as FrameEntry;
    ActorId => Note as ActorNote;
}

file_struct! {
    new
    /// A sensitivity; private unless it is open.
    SensitivityText by SensitivityFile, "Sensitivity", unknown {
        text: String,
        heat: Heat = Heat::LOWEST,
        said_aloud: bool,
        acknowledged: bool,
        open: bool,
    }
}

impl InFile for Sensitivity {
    fn read<'de, D: Deserializer<'de>>(source: D, cx: &Context<'de>) -> Result<Self, D::Error> {
        let text = SensitivityText::read(source, cx)?;
        Ok(Self {
            note: Note {
                text: text.text,
                private: !text.open,
                unknown: Unknown::default(),
            },
            heat: text.heat,
            said_aloud: text.said_aloud,
            acknowledged: text.acknowledged,
            unknown: text.unknown,
        })
    }

    fn tree(&self) -> Tree<'_> {
        let mut fields: Fields<'_> = vec![("text".into(), self.note.text.tree())];
        if self.heat != Heat::LOWEST {
            fields.push(("heat".into(), self.heat.tree()));
        }
        let flags = [
            ("said_aloud", self.said_aloud),
            ("acknowledged", self.acknowledged),
            ("open", !self.note.private),
        ];
        for (name, _) in flags.into_iter().filter(|(_, on)| *on) {
            fields.push((name.into(), Tree::word("true")));
        }
        push_unknown(&mut fields, &self.note.unknown);
        push_unknown(&mut fields, &self.unknown);
        Tree::Struct(fields)
    }
}
