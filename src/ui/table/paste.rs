//! What pasting rows of a spreadsheet would do: which columns are recognised, what changes, who is new, and what cannot
//! be read and why. Nothing changes before it is agreed to.

use std::collections::BTreeMap;

use super::column::{Column, Said};
use super::read::Reader;
use crate::edit::{ActorChange, Edit};
use crate::model::{Actor, ActorId, Content, Document, IdSource, limits};
use crate::session::quick::{clean, fold};
use crate::text::error;
use crate::text::table as words;

/// What a paste would do.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Plan {
    /// The columns that were recognised, in their order.
    pub(super) columns: Vec<Column>,
    /// Heads that name no column.
    pub(super) strange: Vec<String>,
    /// What changes, cell by cell.
    pub(super) lines: Vec<Line>,
    /// What cannot be read.
    pub(super) faults: Vec<Fault>,
    /// How many actors are new, change, and stay as they are.
    pub(super) new: usize,
    pub(super) changed: usize,
    pub(super) same: usize,
    /// The edits; made one step.
    pub(super) edits: Vec<Edit>,
}

/// A cell that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) actor: String,
    /// Whether the actor is new.
    pub(super) new: bool,
    /// The cell; none where a new actor has only a name.
    pub(super) cell: Option<Column>,
    pub(super) before: String,
    pub(super) after: String,
}

/// A cell or row that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    /// The row in what was pasted, from 1, the head included.
    pub(super) row: usize,
    pub(super) cell: Option<Column>,
    pub(super) why: String,
}

/// Where a paste without heads begins: the rows and columns from the cell that was chosen on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Anchor {
    pub(super) actors: Vec<ActorId>,
    pub(super) columns: Vec<Column>,
}

impl Plan {
    /// Makes a plan of rows of cells.
    pub(super) fn new(
        rows: &[Vec<String>],
        anchor: &Anchor,
        document: &Document,
        reader: &Reader<'_>,
        ids: &mut IdSource,
    ) -> Self {
        let mut planner = Planner::new(document, reader, ids);
        let head = rows.first().and_then(|row| heads(row));
        let (columns, first) = match head {
            Some((columns, strange)) => {
                planner.plan.strange = strange;
                (columns, 1)
            }
            None => (anchor.columns.iter().copied().map(Some).collect(), 0),
        };
        let named = columns.contains(&Some(Column::Name));
        for (index, row) in rows.iter().enumerate().skip(first) {
            let at = anchor.actors.get(index - first).copied();
            let whose = match (named, at) {
                (true, _) => Whose::Named,
                (false, Some(actor)) => Whose::Row(actor),
                (false, None) => Whose::Nobody,
            };
            planner.row(index + 1, row, &columns, whose);
        }
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        planner.plan.columns = columns.into_iter().take(width).flatten().collect();
        planner.plan
    }

    /// Says whether there is nothing to paste.
    pub(super) fn is_idle(&self) -> bool {
        self.edits.is_empty()
    }
}

/// Reads a row as heads: one must be that of the name.
fn heads(row: &[String]) -> Option<(Vec<Option<Column>>, Vec<String>)> {
    let mut columns: Vec<Option<Column>> = Vec::new();
    let mut strange = Vec::new();
    for cell in row {
        let column = Column::of_head(cell).filter(|column| !columns.contains(&Some(*column)));
        if column.is_none() && !cell.is_empty() {
            strange.push(cell.clone());
        }
        columns.push(column);
    }
    let named = columns.contains(&Some(Column::Name));
    named.then_some((columns, strange))
}

/// Whose a row is.
#[derive(Clone, Copy)]
enum Whose {
    /// That of the name in it.
    Named,
    /// That of the row in the table that it falls on.
    Row(ActorId),
    /// Nobody's: it falls beneath the last row of the table.
    Nobody,
}

struct Planner<'a> {
    reader: &'a Reader<'a>,
    ids: &'a mut IdSource,
    /// The map as it would be after the rows so far.
    trial: Document,
    /// The actors by name and by short label, folded; none where several share one.
    names: BTreeMap<String, Option<ActorId>>,
    plan: Plan,
}

impl<'a> Planner<'a> {
    fn new(document: &Document, reader: &'a Reader<'a>, ids: &'a mut IdSource) -> Self {
        let mut names: BTreeMap<String, Option<ActorId>> = BTreeMap::new();
        for actor in document.now.actors.iter() {
            names
                .entry(fold(&actor.name))
                .and_modify(|known| *known = None)
                .or_insert(Some(actor.id));
        }
        for actor in document
            .now
            .actors
            .iter()
            .filter(|actor| !actor.short.is_empty())
        {
            names.entry(fold(&actor.short)).or_insert(Some(actor.id));
        }
        Self {
            reader,
            ids,
            trial: document.clone(),
            names,
            plan: Plan::default(),
        }
    }

    fn fault(&mut self, row: usize, cell: Option<Column>, why: String) {
        self.plan.faults.push(Fault { row, cell, why });
    }

    /// Plans a row.
    fn row(&mut self, number: usize, row: &[String], columns: &[Option<Column>], whose: Whose) {
        let language = self.reader.about.language;
        let (actor, new) = match whose {
            Whose::Row(actor) => (actor, false),
            Whose::Nobody => {
                return self.fault(number, None, words::NO_ROW.get(language).to_owned());
            }
            Whose::Named => match self.named(number, row, columns) {
                Some(found) => found,
                None => return,
            },
        };
        let before = self.plan.lines.len();
        let n_faults = self.plan.faults.len();
        for (cell, column) in row.iter().zip(columns) {
            let by_place = matches!(whose, Whose::Row(_));
            let Some(column) = column.filter(|column| by_place || *column != Column::Name) else {
                continue;
            };
            let blank = cell.is_empty() || matches!(cell.as_str(), "-" | "–");
            if !blank {
                self.cell(number, (actor, new), column, cell);
            }
        }
        let changed = self.plan.lines.len() > before;
        if new {
            self.plan.new += 1;
            if !changed {
                let name = self.trial.now.actors.get(actor);
                let name = name.map(|actor| actor.name.clone()).unwrap_or_default();
                self.plan.lines.push(Line {
                    actor: name,
                    new,
                    cell: None,
                    before: String::new(),
                    after: String::new(),
                });
            }
        } else if changed {
            self.plan.changed += 1;
        } else if self.plan.faults.len() == n_faults {
            self.plan.same += 1;
        }
    }

    /// Finds whom a row is about, or adds who is not on the map yet.
    fn named(
        &mut self,
        number: usize,
        row: &[String],
        columns: &[Option<Column>],
    ) -> Option<(ActorId, bool)> {
        let language = self.reader.about.language;
        let place = columns
            .iter()
            .position(|column| *column == Some(Column::Name))?;
        let name = row.get(place).map(|cell| clean(cell)).unwrap_or_default();
        let why = match self.names.get(&fold(&name)) {
            _ if name.is_empty() => words::ROW_WITHOUT_NAME.get(language).to_owned(),
            Some(Some(actor)) => return Some((*actor, false)),
            Some(None) => words::several_named(&name, language),
            None if name.chars().count() > limits::NAME => {
                words::NAME_TOO_LONG.get(language).to_owned()
            }
            None => {
                let id: ActorId = self.ids.fresh();
                let edit = Edit::AddActor(Box::new(Actor::new(id, name.clone())));
                match self.trial.apply(&edit) {
                    Ok(trial) => {
                        self.trial = trial;
                        self.names.insert(fold(&name), Some(id));
                        self.plan.edits.push(edit);
                        return Some((id, true));
                    }
                    Err(refused) => error::edit(&refused, language),
                }
            }
        };
        self.fault(number, Some(Column::Name), why);
        None
    }

    fn cell(&mut self, row: usize, (id, new): (ActorId, bool), column: Column, text: &str) {
        let language = self.reader.about.language;
        let now: &Content = &self.trial.now;
        let Some(actor) = now.actors.get(id) else {
            return;
        };
        let said = column.said(actor, self.reader.about);
        if said == Said::Private {
            let why = words::PRIVATE_STAYS.get(language).to_owned();
            return self.fault(row, Some(column), why);
        }
        let before = said.typed(language);
        if before == text {
            return;
        }
        let changes = match self.reader.read(column, actor, text) {
            Ok(changes) => changes,
            Err(why) => return self.fault(row, Some(column), why),
        };
        let edits = changes.into_iter();
        let edits: Vec<Edit> = edits
            .map(|change: ActorChange| Edit::Actor(id, change))
            .collect();
        let edit = Edit::Many(edits);
        let trial = match self.trial.apply(&edit) {
            Ok(trial) => trial,
            Err(refused) => return self.fault(row, Some(column), error::edit(&refused, language)),
        };
        let Some(changed) = trial.now.actors.get(id) else {
            return;
        };
        let after = column.said(changed, self.reader.about).typed(language);
        if after == before {
            return;
        }
        self.plan.lines.push(Line {
            actor: changed.name.clone(),
            new,
            cell: Some(column),
            before,
            after,
        });
        self.trial = trial;
        self.plan.edits.push(edit);
    }
}
