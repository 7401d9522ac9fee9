//! What the map is for, its issues, values and own terms.

use std::collections::BTreeSet;

use super::context::Context;
use super::declare::file_struct;
use super::fields::InFile;
use super::lists::listed;
use super::scalar::{DateText, Name};
use crate::model::{
    ActorId, Arena, Bounds, Goal, GoalId, Issue, IssueId, List, Note, OwnTerm, Pause, Purpose,
    Value, ValueId,
};
use crate::storage::form::Tree;
use crate::storage::read::Notice;

file_struct! {
    PurposeFile: Purpose, "Purpose", unknown {
        issue_sentence: Note,
        problem: Note,
        values: Vec<ValueId>,
        why: Note,
        whereto: Note,
        agreement: List<Goal>,
        bounds: Bounds,
        horizon: DateText,
        review: DateText,
        initiator: Option<ActorId>,
        paused: Option<Pause>,
    }
}

file_struct! {
    BoundsFile: Bounds, "Bounds", unknown {
        fixed: Vec<String>,
        negotiable: Vec<String>,
        free: Vec<String>,
    }
}

file_struct! {
    PauseFile: Pause, "Pause", unknown {
        reason: Note,
        restart: Note,
    }
}

file_struct! {
    GoalFile: Goal, "Goal", unknown {
        id: GoalId [id],
        text: Note,
        reference: String,
        horizon: DateText,
    }
}

/// The goals of the agreement: part of the purpose, so that one that cannot be read is kept with the whole purpose.
impl InFile for List<Goal> {
    fn read<'de, D: serde::Deserializer<'de>>(
        source: D,
        cx: &Context<'de>,
    ) -> Result<Self, D::Error> {
        let mut seen = BTreeSet::new();
        let mut goals = Vec::<Goal>::read(source, cx)?;
        for goal in &mut goals {
            if seen.contains(&goal.id) {
                let used: GoalId = cx.new_id_unlike(&seen);
                cx.notice(Notice::DuplicateId {
                    id: goal.id.to_string(),
                    used: used.to_string(),
                });
                goal.id = used;
            }
            seen.insert(goal.id);
        }
        Ok(goals.into_iter().collect())
    }

    fn tree(&self) -> Tree<'_> {
        Tree::List(self.iter().map(InFile::tree).collect())
    }

    fn left_out(&self) -> bool {
        self.is_empty()
    }

    fn absent() -> Option<Self> {
        Some(Self::default())
    }
}

listed! { Goal }

file_struct! {
    IssueFile: Issue, "Issue", unknown {
        id: IssueId [id],
        name: Name [always],
        description: Note,
        agreement: BTreeSet<GoalId>,
    }
}

file_struct! {
    ValueFile: Value, "Value", unknown {
        id: ValueId [id],
        name: Name [always],
        meaning: Note,
    }
}

file_struct! {
    OwnTermFile: OwnTerm, "Term", unknown {
        name: Name [always],
        arena: Arena,
    }
}

listed! { OwnTerm }
