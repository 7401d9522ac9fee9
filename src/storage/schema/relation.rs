//! Relations, groups and factors.

use std::collections::BTreeSet;

use super::declare::file_struct;
use super::lists::listed;
use super::scalar::{DateText, Name};
use crate::model::{
    ActorId, Answer, Factor, FactorId, Formality, Group, GroupId, IssueId, LensAnswers, Level3,
    Level5, Note, Position, Relation, RelationId, RelationKind, Sensitivity, Signal, Term, Tone,
    ValueId,
};

file_struct! {
    SignalFile: Signal, "Signal", unknown {
        date: DateText,
        level: Level3 = Level3::LOWEST,
        text: Note,
        who_acts: String,
        settled: bool,
    }
}

listed! { Signal }

file_struct! {
    RelationFile: Relation, "Relation", unknown {
        id: RelationId [id],
        from: ActorId,
        to: ActorId,
        mutual: bool = true,
        kind: Option<Term<RelationKind>>,
        strength: Answer<Level3>,
        tone: Tone = Tone::Neutral,
        formal: Option<Formality>,
        starred: bool,
        purpose: Note,
        expect_of_us: Note,
        expect_of_them: Note,
        met: Answer<bool>,
        signals: Vec<Signal>,
        sensitivities: Vec<Sensitivity>,
        notes: Vec<Note>,
        lens: LensAnswers,
    }
}

file_struct! {
    GroupFile: Group, "Group", unknown {
        id: GroupId [id],
        name: Name [always],
        members: BTreeSet<ActorId>,
        shared_value: Option<ValueId>,
        from: DateText,
        until: DateText,
        agreed_by: BTreeSet<ActorId>,
        sensitivities: Vec<Sensitivity>,
        lens: LensAnswers,
    }
}

file_struct! {
    FactorFile: Factor, "Factor", unknown {
        id: FactorId [id],
        name: Name [always],
        issue: Option<IssueId>,
        force: Answer<Position>,
        weight: Answer<Level5>,
    }
}
