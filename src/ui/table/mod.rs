//! The view *Tabel*: a row for each actor, every core field changed in place.
//!
//! Rows are drawn only where they are seen. An edit moves no row: they are put in order when a column is sorted, when
//! something is searched, and when the table is opened. Rows of a spreadsheet are pasted after a sheet has shown what
//! they would change.

mod bar;
mod cell;
mod choose;
mod column;
mod copy;
mod grid;
mod heads;
mod keys;
mod lens_cell;
mod page;
mod paste;
mod preview;
mod read;
mod rows;
mod sheet_text;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use eframe::egui::{self, Event, Margin, Ui};

use self::cell::Row;
use self::column::{Column, Said};
use self::paste::{Anchor, Plan};
use self::read::Reader;
use self::rows::Wish;
use super::cx::{Cx, Outbox, Request};
use super::widget::{Memory, Pen, Typed, remark_ui};
use crate::model::{ActorId, IssueId, Language, LensSubject};
use crate::session::quick::Lexicon;
use crate::text::entering as entering_words;
use crate::text::table as words;

pub(crate) use page::table_page_ui;

/// The room for the shape of an arena before a name.
const SHAPE: f32 = 36.0;
/// On either side of what stands in a cell.
const AIR: f32 = 8.0;

/// What the view remembers between frames.
#[derive(Debug)]
pub(crate) struct Table {
    memory: Memory,
    columns: BTreeSet<Column>,
    wish: Wish,
    order: Vec<ActorId>,
    /// What the order was made from.
    made: Option<Made>,
    /// How many answers are missing in each shown column, and what they were counted from.
    missing: BTreeMap<Column, usize>,
    counted: Option<Counted>,
    /// The words by which what is typed is understood.
    lexicon: Arc<Lexicon>,
    /// The chosen cell.
    at: Option<Cell>,
    /// The cell that is typed in.
    typing: Option<Cell>,
    /// The cell that takes the keyboard in the next frame.
    go: Option<Cell>,
    /// What was pasted and not agreed to yet.
    plan: Option<Plan>,
}

/// A cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Cell {
    actor: ActorId,
    column: Column,
}

/// What an order of rows was made from.
#[derive(Debug, Clone, PartialEq)]
struct Made {
    wish: Wish,
    columns: BTreeSet<Column>,
    language: Language,
    all: BTreeSet<ActorId>,
}

/// What the missing answers were counted from.
#[derive(Debug, Clone, PartialEq)]
struct Counted {
    generation: u64,
    issue: Option<IssueId>,
    columns: BTreeSet<Column>,
    order: Vec<ActorId>,
}

impl Default for Table {
    fn default() -> Self {
        Self {
            memory: Memory::default(),
            columns: Column::AT_FIRST.into_iter().collect(),
            wish: Wish::default(),
            order: Vec::new(),
            made: None,
            missing: BTreeMap::new(),
            counted: None,
            lexicon: Arc::new(entering_words::lexicon()),
            at: None,
            typing: None,
            go: None,
            plan: None,
        }
    }
}

impl Table {
    /// Hands in what is being typed.
    pub(crate) fn hand_in(&mut self, out: &mut Outbox) {
        self.memory.drafts.hand_in_all(out);
    }

    /// Adds what is being typed, without taking it in.
    pub(crate) fn typed(&self, typed: &mut Typed) {
        self.memory.drafts.typed(typed);
    }

    fn shown_columns(&self, cx: &Cx<'_>) -> Vec<Column> {
        let shown = |column: &Column| self.columns.contains(column);
        let all = Column::ALL.into_iter().chain(lens_columns(cx));
        all.filter(shown).collect()
    }

    /// Puts the rows in order where that was asked, else leaves everybody in place.
    fn arrange(&mut self, cx: &Cx<'_>) {
        let now = cx.now();
        let all: BTreeSet<ActorId> = now.actors.ids().collect();
        let made = Made {
            wish: self.wish.clone(),
            columns: self.columns.clone(),
            language: cx.language(),
            all,
        };
        let same = self.made.as_ref().is_some_and(|old| {
            old.wish == made.wish && old.columns == made.columns && old.language == made.language
        });
        if same {
            if let Some(old) = self.made.as_ref().filter(|old| old.all != made.all) {
                self.order = rows::kept(&self.order, &old.all, now);
            }
        } else {
            let columns = self.shown_columns(cx);
            self.order = rows::rows(&columns, &self.wish, grid::about(cx));
        }
        self.made = Some(made);
        self.count(cx);
    }

    /// Counts what is missing in the rows that are shown.
    fn count(&mut self, cx: &Cx<'_>) {
        let counted = Counted {
            generation: cx.session.generation(),
            issue: cx.issue().map(|issue| issue.id),
            columns: self.columns.clone(),
            order: self.order.clone(),
        };
        if self.counted.as_ref() == Some(&counted) {
            return;
        }
        let about = grid::about(cx);
        let actors = self.order.iter().filter_map(|id| about.now.actors.get(*id));
        self.missing.clear();
        for actor in actors {
            for column in &self.columns {
                if column.said(actor, about) == Said::Unasked {
                    *self.missing.entry(*column).or_default() += 1;
                }
            }
        }
        self.counted = Some(counted);
    }

    /// Walks from a cell to another, as far as there are any.
    fn walk(
        &mut self,
        (order, columns): (&[ActorId], &[Column]),
        (row, column): (usize, Column),
        (down, right): (isize, isize),
    ) {
        let step = |from: usize, by: isize, n: usize| {
            from.saturating_add_signed(by).min(n.saturating_sub(1))
        };
        let place = columns.iter().position(|shown| *shown == column);
        let place = step(place.unwrap_or(0), right, columns.len());
        let row = step(row, down, order.len());
        self.go = order
            .get(row)
            .zip(columns.get(place))
            .map(|(actor, column)| Cell {
                actor: *actor,
                column: *column,
            });
        self.at = self.go;
    }
}

/// Lists the columns of the lenses that are on; what the core keeps has a column of its own.
fn lens_columns(cx: &Cx<'_>) -> Vec<Column> {
    cx.catalogue()
        .questions_on(cx.document(), LensSubject::Actor)
        .filter(|question| question.field.bind.is_none())
        .map(|question| Column::Lens(question.key()))
        .collect()
}

/// Draws the view in what is left.
pub(crate) fn table_ui(cx: &Cx<'_>, ui: &mut Ui, table: &mut Table, out: &mut Outbox) {
    table.memory.drafts.begin();
    table.arrange(cx);
    let mut memory = std::mem::take(&mut table.memory);
    let mut pen = Pen {
        cx,
        memory: &mut memory,
        out,
    };
    take_paste(&mut pen, ui, table);
    egui::Frame::NONE
        .inner_margin(Margin::symmetric(20, 8))
        .show(ui, |ui| {
            if cx.now().actors.is_empty() {
                remark_ui(cx.theme, ui, cx.say(words::EMPTY));
            } else {
                bar::bar_ui(&mut pen, ui, table);
                grid::grid_ui(&mut pen, ui, table);
            }
        });
    if let Some(plan) = table.plan.take()
        && preview::preview_ui(&mut pen, ui, &plan) == preview::Answer::Open
    {
        table.plan = Some(plan);
    }
    memory.drafts.hand_in_unseen(out);
    table.memory = memory;
}

/// Takes rows that are pasted while the table has the keyboard, and shows what they would change.
fn take_paste(pen: &mut Pen<'_>, ui: &Ui, table: &mut Table) {
    let cx = pen.cx;
    if table.plan.is_some() || cx.view.aside.is_some() || cx.view.overlay.is_some() {
        return;
    }
    let focus = ui.memory(egui::Memory::focused);
    let at = table
        .at
        .and_then(|at| Some((at, cx.now().actors.get(at.actor)?)));
    let ours = at.is_some_and(|(at, actor)| {
        let ids = [
            cell::cell_id(actor, at.column),
            cell::field_id(actor, at.column),
        ];
        focus.is_some_and(|focus| ids.contains(&focus))
    });
    if focus.is_some() && !ours && ui.ctx().text_edit_focused() {
        return;
    }
    let taken = ui.input_mut(|input| {
        let is_ours = |event: &Event| match event {
            Event::Paste(text) => sheet_text::is_sheet(text),
            _ => false,
        };
        let place = input.events.iter().position(is_ours)?;
        match input.events.remove(place) {
            Event::Paste(text) => Some(text),
            _ => None,
        }
    });
    let Some(text) = taken else {
        return;
    };
    let columns = table.shown_columns(cx);
    let anchor = match at.filter(|_| ours) {
        Some((at, _)) => Anchor {
            actors: from(&table.order, &at.actor),
            columns: from(&columns, &at.column),
        },
        None => Anchor {
            actors: table.order.clone(),
            columns,
        },
    };
    let reader = Reader {
        about: grid::about(cx),
        lexicon: &table.lexicon,
        today: cx.today,
    };
    let rows = sheet_text::cells(&text);
    let plan = Plan::new(&rows, &anchor, cx.document(), &reader, pen.out.ids());
    table.typing = None;
    table.plan = Some(plan);
}

/// Gives what stands from one thing on.
fn from<T: PartialEq + Clone>(all: &[T], first: &T) -> Vec<T> {
    let rest = all.iter().skip_while(|one| *one != first);
    rest.cloned().collect()
}

/// Copies the chosen rows where several are chosen, else all that are shown; nothing private.
fn copy_rows(pen: &mut Pen<'_>, ui: &Ui, table: &Table) {
    copy_of(pen, ui, &table.shown_columns(pen.cx), &table.order);
}

/// Copies the chosen rows where several are chosen, else one cell.
fn copy_cell(
    pen: &mut Pen<'_>,
    ui: &Ui,
    table: &Table,
    order: &[ActorId],
    row: Row<'_>,
    column: Column,
) {
    if pen.cx.session.selection().actors().count() > 1 {
        copy_of(pen, ui, &table.shown_columns(pen.cx), order);
        return;
    }
    let said = column.said(row.actor, row.about);
    ui.ctx()
        .copy_text(copy::cell(&said.typed(row.about.language)));
}

fn copy_of(pen: &mut Pen<'_>, ui: &Ui, columns: &[Column], order: &[ActorId]) {
    let cx = pen.cx;
    let (now, language) = (cx.now(), cx.language());
    let about = grid::about(cx);
    let chosen: BTreeSet<ActorId> = cx.session.selection().actors().collect();
    let taken = |actor: &&ActorId| chosen.len() < 2 || chosen.contains(actor);
    let head = columns
        .iter()
        .map(|column| column.label(cx).to_owned())
        .collect();
    let mut lines = vec![head];
    for actor in order.iter().filter(taken) {
        if let Some(actor) = now.actors.get(*actor) {
            let cell = |column: &Column| column.said(actor, about).typed(language);
            lines.push(columns.iter().map(cell).collect());
        }
    }
    let copied = words::copied(lines.len() - 1, language);
    ui.ctx().copy_text(copy::rows(lines));
    pen.send(Request::Say(copied));
}
