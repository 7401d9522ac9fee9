//! The view *Tabel*: a row for each actor, every core field changed in place.
//!
//! Rows are drawn only where they are seen. An edit moves no row: they are put in order when a column is sorted, when
//! something is searched, and when the table is opened.

mod cell;
mod column;
mod copy;
mod rows;

use std::collections::BTreeSet;

use eframe::egui::{self, Margin, Popup, PopupCloseBehavior, Sense, Ui, WidgetInfo, WidgetType};
use egui_extras::{Column as Width, TableBuilder};

use self::cell::{Row, cell_ui};
use self::column::Column;
use self::rows::{Way, Wish};
use super::cx::{Cx, Outbox, Request};
use super::theme;
use super::widget::{Memory, Pen, Typed, arena_shape, icon, quiet_button_ui, remark_ui, toggle_ui};
use crate::model::{Actor, ActorId, Language};
use crate::session::{Item, Selection};
use crate::text::table as words;

/// What the view remembers between frames.
#[derive(Debug)]
pub(crate) struct Table {
    memory: Memory,
    columns: BTreeSet<Column>,
    wish: Wish,
    order: Vec<ActorId>,
    /// What the order was made from.
    made: Option<Made>,
}

/// What an order of rows was made from.
#[derive(Debug, Clone, PartialEq)]
struct Made {
    wish: Wish,
    columns: BTreeSet<Column>,
    language: Language,
    all: BTreeSet<ActorId>,
}

impl Default for Table {
    fn default() -> Self {
        Self {
            memory: Memory::default(),
            columns: Column::AT_FIRST.into_iter().collect(),
            wish: Wish::default(),
            order: Vec::new(),
            made: None,
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

    fn shown_columns(&self) -> Vec<Column> {
        let shown = |column: &Column| self.columns.contains(column);
        Column::ALL.into_iter().filter(shown).collect()
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
            let issue = cx.issue().map(|issue| issue.id);
            let columns = self.shown_columns();
            self.order = rows::rows(now, &columns, &self.wish, issue, cx.language());
        }
        self.made = Some(made);
    }
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
    egui::Frame::NONE
        .inner_margin(Margin::symmetric(20, 8))
        .show(ui, |ui| {
            if cx.now().actors.is_empty() {
                remark_ui(cx.theme, ui, cx.say(words::EMPTY));
            } else {
                bar_ui(&mut pen, ui, table);
                grid_ui(&mut pen, ui, table);
            }
        });
    memory.drafts.hand_in_unseen(out);
    table.memory = memory;
}

/// Draws what stands above the rows: search, what is missing, columns, copy.
fn bar_ui(pen: &mut Pen<'_>, ui: &mut Ui, table: &mut Table) {
    let (theme, language) = (pen.theme(), pen.cx.language());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        let hint = pen.say(words::SEARCH);
        let field = egui::TextEdit::singleline(&mut table.wish.search)
            .hint_text(hint)
            .desired_width(190.0)
            .margin(Margin::symmetric(8, 5));
        let response = ui.add(field);
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_label(hint));
        let label = pen.say(words::MISSING);
        if let Some(missing) = toggle_ui(theme, ui, label, table.wish.missing) {
            table.wish.missing = missing;
        }
        let button = quiet_button_ui(theme, ui, pen.say(words::COLUMNS));
        Popup::menu(&button)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .width(300.0)
            .show(|ui| columns_ui(pen, ui, table));
        if quiet_button_ui(theme, ui, pen.say(words::COPY)).clicked() {
            copy(pen, ui, table);
        }
        let all = pen.cx.now().actors.len();
        remark_ui(theme, ui, &words::shown(table.order.len(), all, language));
    });
    let chosen = pen.cx.session.selection().actors().count();
    if chosen > 1 {
        remark_ui(theme, ui, &words::together(chosen, language));
    }
    ui.add_space(4.0);
}

fn columns_ui(pen: &Pen<'_>, ui: &mut Ui, table: &mut Table) {
    egui::ScrollArea::vertical()
        .max_height(420.0)
        .show(ui, |ui| {
            for column in Column::ALL.into_iter().skip(1) {
                let on = table.columns.contains(&column);
                let label = pen.say(column.text());
                match toggle_ui(pen.theme(), ui, label, on) {
                    Some(true) => drop(table.columns.insert(column)),
                    Some(false) => drop(table.columns.remove(&column)),
                    None => {}
                }
            }
        });
}

/// Copies the chosen rows where several are chosen, else all that are shown; nothing private.
fn copy(pen: &mut Pen<'_>, ui: &Ui, table: &Table) {
    let cx = pen.cx;
    let (now, language) = (cx.now(), cx.language());
    let issue = cx.issue().map(|issue| issue.id);
    let columns = table.shown_columns();
    let chosen: BTreeSet<ActorId> = cx.session.selection().actors().collect();
    let taken = |actor: &&ActorId| chosen.len() < 2 || chosen.contains(actor);
    let head = columns
        .iter()
        .map(|column| cx.say(column.text()).to_owned())
        .collect();
    let mut lines = vec![head];
    for actor in table.order.iter().filter(taken) {
        if let Some(actor) = now.actors.get(*actor) {
            let cell = |column: &Column| column.said(actor, issue, language).typed(language);
            lines.push(columns.iter().map(cell).collect());
        }
    }
    let copied = words::copied(lines.len() - 1, language);
    ui.ctx().copy_text(copy::rows(lines));
    pen.send(Request::Say(copied));
}

fn grid_ui(pen: &mut Pen<'_>, ui: &mut Ui, table: &mut Table) {
    if table.order.is_empty() {
        remark_ui(pen.theme(), ui, pen.say(words::NO_ROWS));
        return;
    }
    let columns = table.shown_columns();
    let order = std::mem::take(&mut table.order);
    egui::ScrollArea::horizontal()
        .auto_shrink(false)
        .show(ui, |ui| {
            let mut builder = TableBuilder::new(ui)
                .striped(false)
                .auto_shrink(false)
                .cell_layout(egui::Layout::left_to_right(egui::Align::Center));
            for column in &columns {
                builder = builder.column(Width::exact(column.width()).clip(true));
            }
            let headed = builder.header(theme::ROW + 6.0, |mut header| {
                for column in &columns {
                    header.col(|ui| head_ui(pen, ui, table, *column));
                }
            });
            headed.body(|body| {
                body.rows(theme::ROW + 4.0, order.len(), |mut row| {
                    let actor = order.get(row.index()).copied();
                    let now = pen.cx.now();
                    let Some(actor) = actor.and_then(|actor| now.actors.get(actor)) else {
                        return;
                    };
                    let item = Item::Actor(actor.id);
                    row.set_selected(pen.cx.session.selection().contains(item));
                    let chosen = targets(pen.cx, &order, actor);
                    for column in &columns {
                        row.col(|ui| place_ui(pen, ui, *column, actor, &chosen));
                    }
                });
            });
        });
    table.order = order;
}

/// Gives whom a change of a row changes: all chosen rows that are shown where this is one of them, else this one.
fn targets<'a>(cx: &Cx<'a>, order: &[ActorId], actor: &'a Actor) -> Vec<&'a Actor> {
    let selection = cx.session.selection();
    if !selection.contains(Item::Actor(actor.id)) || selection.len() < 2 {
        return vec![actor];
    }
    let session: &'a crate::session::Session = cx.session;
    let now = &session.document().now;
    let shown = |chosen: &ActorId| order.contains(chosen);
    // The row itself comes first: what it shows is what is typed in.
    let others = selection.actors().filter(shown);
    let others = others.filter(|chosen| *chosen != actor.id);
    let others = others.filter_map(|chosen| now.actors.get(chosen));
    std::iter::once(actor).chain(others).collect()
}

fn place_ui(pen: &mut Pen<'_>, ui: &mut Ui, column: Column, actor: &Actor, targets: &[&Actor]) {
    ui.spacing_mut().item_spacing.x = 6.0;
    if column == Column::Name {
        choose_ui(pen, ui, actor);
    } else {
        ui.add_space(6.0);
    }
    let width = (ui.available_width() - 8.0).max(40.0);
    let issue = pen.cx.issue().map(|issue| issue.id);
    let row = Row {
        actor,
        targets,
        issue,
    };
    ui.allocate_ui(egui::vec2(width, theme::ROW), |ui| {
        cell_ui(pen, ui, column, row);
    });
}

/// Draws the shape of an actor; a click chooses the row, with Ctrl one more.
fn choose_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    let size = egui::Vec2::splat(theme::ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let selection = pen.cx.session.selection();
    let item = Item::Actor(actor.id);
    let on = selection.contains(item);
    let label = words::select(&actor.name, pen.cx.language());
    response.widget_info(|| WidgetInfo::selected(WidgetType::Checkbox, true, on, &label));
    let theme = pen.theme();
    let arena = pen.cx.now().arena_of(actor);
    if response.has_focus() || on {
        let line = egui::Stroke::new(1.5 * theme.outline, theme.accent);
        let kind = egui::StrokeKind::Inside;
        ui.painter().rect_stroke(rect, 7.0, line, kind);
    }
    let shape = arena_shape(theme, arena, rect.center(), 7.0);
    ui.painter().add(shape);
    if response.clicked() {
        let more = ui.input(|input| input.modifiers.command);
        pen.send(Request::Select(if more {
            selection.clone().toggled(item)
        } else {
            Selection::one(item)
        }));
    }
}

/// Draws the head of a column; a click sorts.
fn head_ui(pen: &Pen<'_>, ui: &mut Ui, table: &mut Table, column: Column) {
    let theme = pen.theme();
    let label = pen.say(column.text());
    ui.add_space(if column == Column::Name { 34.0 } else { 6.0 });
    let sorted = table.wish.sort.filter(|(sorted, _)| *sorted == column);
    let response = quiet_button_ui(theme, ui, label);
    if let Some((_, way)) = sorted {
        let sign = match way {
            Way::Up => icon::UP,
            Way::Down => icon::DOWN,
        };
        let sign = egui::RichText::new(sign).font(theme::icon(14.0));
        ui.label(sign.color(theme.ink));
    }
    if response.clicked() {
        table.wish.sort_by(column);
    }
}

#[cfg(test)]
mod tests;
