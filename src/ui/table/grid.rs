//! The rows and columns: only what is seen is drawn; the heads and the names stay in sight.

use std::sync::Arc;

use eframe::egui::{
    self, Align, Layout, Pos2, Rect, ScrollArea, Stroke, Ui, UiBuilder, pos2, vec2,
};

use super::cell::{Left, Row, cell_id, field_cell_ui, field_id, menu_cell_ui, shown_cell_ui};
use super::choose::choose_ui;
use super::column::{About, Column};
use super::heads::{HEAD, heads_ui};
use super::keys::{self, Asked};
use super::{AIR, Cell, SHAPE, Table};
use crate::model::{Actor, ActorId};
use crate::session::Item;
use crate::text::table as words;
use crate::ui::cx::{Cx, Request};
use crate::ui::theme;
use crate::ui::widget::{Pen, remark_ui};

const ROW: f32 = theme::ROW + 4.0;

/// Where the parts of the grid stand on the screen.
#[derive(Clone, Copy)]
struct Frame {
    /// The corner of the first cell beneath the heads, scrolled.
    origin: Pos2,
    /// What is seen of the whole.
    seen: Rect,
    /// The width of the column of names.
    names: f32,
}

impl Frame {
    fn body(&self) -> Rect {
        Rect::from_min_max(self.seen.min + vec2(self.names, HEAD), self.seen.max)
    }

    fn name_column(&self) -> Rect {
        Rect::from_min_max(
            self.seen.min + vec2(0.0, HEAD),
            pos2(self.seen.left() + self.names, self.seen.bottom()),
        )
    }

    fn row(&self, index: usize) -> (f32, f32) {
        let top = self.origin.y + real(index) * ROW;
        (top, top + ROW)
    }
}

/// Draws the grid.
pub(super) fn grid_ui(pen: &mut Pen<'_>, ui: &mut Ui, table: &mut Table) {
    if table.order.is_empty() {
        remark_ui(pen.theme(), ui, pen.say(words::NO_ROWS));
        return;
    }
    let columns = table.shown_columns(pen.cx);
    let order = std::mem::take(&mut table.order);
    let all: f32 = columns.iter().map(|column| column.width()).sum();
    let size = vec2(all, HEAD + real(order.len()) * ROW);
    ScrollArea::both()
        .id_salt("table")
        .auto_shrink(false)
        .show_viewport(ui, |ui, viewport| {
            ui.set_min_size(size);
            let corner = ui.min_rect().min;
            let seen = Rect::from_min_size(corner + viewport.min.to_vec2(), viewport.size());
            let names = Column::Name.width().min(seen.width() * 0.6);
            let frame = Frame {
                origin: corner + vec2(0.0, HEAD),
                seen: seen.intersect(ui.clip_rect()),
                names,
            };
            rows_ui(pen, ui, table, (&order, &columns), frame);
            heads_ui(
                pen,
                ui,
                table,
                &columns,
                (frame.seen, frame.origin.x, frame.names),
            );
        });
    table.order = order;
}

/// Draws the rows that are seen, and that of the chosen cell, which keeps the keyboard.
fn rows_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    table: &mut Table,
    (order, columns): (&[ActorId], &[Column]),
    frame: Frame,
) {
    let now = pen.cx.now();
    for (index, actor) in order.iter().enumerate() {
        let (top, bottom) = frame.row(index);
        let seen = bottom > frame.seen.top() + HEAD && top < frame.seen.bottom();
        let chosen = table.at.is_some_and(|at| at.actor == *actor);
        if !seen && !chosen {
            continue;
        }
        let Some(actor) = now.actors.get(*actor) else {
            continue;
        };
        ground_ui(pen, ui, actor, frame, (top, bottom));
        let targets = targets(pen.cx, order, actor);
        let mut left = frame.origin.x;
        for column in columns {
            let is_name = *column == Column::Name;
            let wide = if is_name { frame.names } else { column.width() };
            let (from, clip) = if is_name {
                (frame.seen.left(), frame.name_column())
            } else {
                (left, frame.body())
            };
            left += wide;
            let place = Place {
                area: Rect::from_min_max(pos2(from, top), pos2(from + wide, bottom)),
                clip,
                row: index,
                order,
                columns,
            };
            let at = Cell {
                actor: actor.id,
                column: *column,
            };
            if clip.intersects(place.area) || table.at == Some(at) {
                place_ui(pen, ui, table, place, (actor, *column, &targets));
            }
        }
    }
    let edge = frame.name_column();
    let line = Stroke::new(pen.theme().outline, pen.theme().hairline);
    ui.painter().vline(edge.right(), frame.seen.y_range(), line);
}

/// Paints the ground of a row, and the line beneath it.
fn ground_ui(pen: &Pen<'_>, ui: &Ui, actor: &Actor, frame: Frame, (top, bottom): (f32, f32)) {
    let theme = pen.theme();
    let seen = frame.seen;
    let band = Rect::from_min_max(pos2(seen.left(), top), pos2(seen.right(), bottom));
    let within = Rect::from_min_max(seen.min + vec2(0.0, HEAD), seen.max);
    let painter = ui.painter().with_clip_rect(within);
    if pen.cx.session.selection().contains(Item::Actor(actor.id)) {
        painter.rect_filled(band, 0.0, theme.soft);
    }
    let hairline = Stroke::new(theme.outline, theme.hairline);
    painter.hline(band.x_range(), bottom, hairline);
}

/// Where a cell stands.
#[derive(Clone, Copy)]
struct Place<'a> {
    area: Rect,
    clip: Rect,
    row: usize,
    order: &'a [ActorId],
    columns: &'a [Column],
}

impl Place<'_> {
    fn walk(&self, table: &mut Table, column: Column, by: (isize, isize)) {
        table.walk((self.order, self.columns), (self.row, column), by);
    }
}

/// Draws a cell and takes its keys.
fn place_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    table: &mut Table,
    place: Place<'_>,
    (actor, column, targets): (&Actor, Column, &[&Actor]),
) {
    let set_in = if column == Column::Name { SHAPE } else { AIR };
    let inner = Rect::from_min_max(
        place.area.min + vec2(set_in, 2.0),
        place.area.max - vec2(AIR, 2.0),
    );
    let id = cell_id(actor, column);
    let builder = UiBuilder::new()
        .max_rect(inner)
        .layout(Layout::left_to_right(Align::Center))
        .id_salt(id);
    let mut within = ui.new_child(builder);
    within.set_clip_rect(place.clip.intersect(ui.clip_rect()));
    if column == Column::Name {
        choose_ui(pen, &mut within, place.order, actor, place.area);
    }
    let at = Cell {
        actor: actor.id,
        column,
    };
    let field = field_id(actor, column);
    let drafted = pen.memory.drafts.text(field).is_some();
    let typing = column.is_typed() && (table.typing == Some(at) || drafted);
    if table.go == Some(at) {
        table.go = None;
        // What has the focus is drawn in the same frame, since assistants look it up.
        let drawn = if typing { field } else { id };
        within.memory_mut(|memory| memory.request_focus(drawn));
        // What is scrolled into sight comes out from under the heads and the names.
        let hidden = vec2(Column::Name.width(), HEAD + ROW);
        let wanted = Rect::from_min_max(place.area.min - hidden, place.area.max + vec2(8.0, ROW));
        ui.scroll_to_rect_animation(wanted, None, egui::style::ScrollAnimation::none());
    }
    let lexicon = Arc::clone(&table.lexicon);
    let row = Row {
        actor,
        targets,
        about: about(pen.cx),
        lexicon: &lexicon,
    };
    if typing {
        typing_ui(pen, &mut within, table, place, (at, row));
    } else {
        waiting_ui(pen, &mut within, table, place, (at, row));
    }
}

/// Draws a cell that is typed in, and goes on where it is left.
fn typing_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    table: &mut Table,
    place: Place<'_>,
    (at, row): (Cell, Row<'_>),
) {
    let left = field_cell_ui(pen, ui, at.column, row);
    let field = field_id(row.actor, at.column);
    table.at = Some(at);
    match left {
        Left::Not => {
            let has_focus = ui.memory(|memory| memory.has_focus(field));
            if let Some(down) = keys::leaves(ui).filter(|_| has_focus) {
                table.typing = None;
                place.walk(table, at.column, (down, 0));
            }
        }
        Left::Away => table.typing = None,
        Left::Here => {
            table.typing = None;
            table.go = Some(at);
        }
        Left::Down => {
            table.typing = None;
            place.walk(table, at.column, (1, 0));
        }
    }
}

/// Draws a cell that nobody types in, and takes its keys where it is the chosen one.
fn waiting_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    table: &mut Table,
    place: Place<'_>,
    (at, row): (Cell, Row<'_>),
) {
    let column = at.column;
    let id = cell_id(row.actor, column);
    if !column.is_typed() {
        menu_cell_ui(pen, ui, column, row);
    } else if shown_cell_ui(pen, ui, column, row).clicked() {
        begin(pen, ui, table, at, None, row);
        return;
    }
    if !ui.memory(|memory| memory.has_focus(id)) {
        if table.at == Some(at) && table.go.is_none() {
            table.at = None;
        }
        return;
    }
    table.at = Some(at);
    match keys::asked(ui, id, column.is_typed()) {
        None => {}
        Some(Asked::Walk(down, right)) => place.walk(table, column, (down, right)),
        Some(Asked::End(last)) => {
            let columns = place.columns;
            let column = if last {
                columns.last()
            } else {
                columns.first()
            };
            table.go = column.map(|column| Cell {
                actor: at.actor,
                column: *column,
            });
        }
        Some(Asked::Change) => begin(pen, ui, table, at, None, row),
        Some(Asked::Replace(text)) => begin(pen, ui, table, at, Some(text), row),
        Some(Asked::Copy) => super::copy_cell(pen, ui, table, place.order, row, column),
        Some(Asked::Leave) => {
            table.at = None;
            ui.memory_mut(|memory| memory.surrender_focus(id));
        }
    }
}

/// Begins to type in a cell: with what stands there, or with what was typed.
fn begin(
    pen: &mut Pen<'_>,
    ui: &Ui,
    table: &mut Table,
    at: Cell,
    text: Option<String>,
    row: Row<'_>,
) {
    let said = at.column.said(row.actor, row.about);
    if said == super::column::Said::Private {
        pen.send(Request::Say(pen.say(words::PRIVATE_STAYS).to_owned()));
        return;
    }
    let id = field_id(row.actor, at.column);
    let n_letters = match &text {
        Some(text) => text.chars().count(),
        None => said.typed(row.about.language).chars().count(),
    };
    keys::cursor_at_end(ui, id, n_letters);
    if let Some(text) = text {
        pen.memory.drafts.start(id, text);
    }
    table.typing = Some(at);
    table.at = Some(at);
    table.go = Some(at);
    ui.ctx().request_repaint();
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

pub(super) fn about<'a>(cx: &'a Cx<'_>) -> About<'a> {
    About {
        now: cx.now(),
        catalogue: cx.catalogue(),
        issue: cx.issue().map(|issue| issue.id),
        language: cx.language(),
    }
}

/// Turns a count into a length; a table has fewer rows than a screen number can count.
fn real(count: usize) -> f32 {
    u16::try_from(count).map_or(f32::from(u16::MAX), f32::from)
}
