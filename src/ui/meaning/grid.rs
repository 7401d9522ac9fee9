//! The matrix of actors by values.
//!
//! A cell shows its weight as filled dots, *makes this already* as a filled square with a tick, and tension as a zigzag:
//! each is told by its shape too. Arrows walk the cells.

use std::f32::consts::PI;

use eframe::egui::{
    self, Align2, EventFilter, Id, Key, Modifiers, Pos2, Rect, Response, Sense, Shape, Stroke,
    StrokeKind, Ui, WidgetInfo, WidgetType, epaint::TextShape, pos2, vec2,
};

use super::{Meaning, label_of};
use crate::model::{ActorId, ValueId};
use crate::session::meaning::makers;
use crate::session::meaning::values::{Cell, Grid};
use crate::text::meaning::value as words;
use crate::ui::cx::Request;
use crate::ui::theme::{self, Theme};
use crate::ui::widget::{Pen, arena_shape};

/// How wide the names are, at least and at most.
const NAMES: (f32, f32) = (132.0, 170.0);
/// How high a row is.
const ROW: f32 = 30.0;
/// The narrowest and the widest column.
const COLUMN: (f32, f32) = (46.0, 130.0);
/// From this width on the name of a value stands level.
const LEVEL: f32 = 96.0;
/// How high names stand that lean, how far they hang over the last column, and their angle.
const LEANING: f32 = 158.0;
const OVERHANG: f32 = 40.0;
const LEAN: f32 = PI * 7.0 / 18.0;

/// Where everything of the matrix stands.
struct Frame {
    origin: Pos2,
    names: f32,
    head: f32,
    column: f32,
}

impl Frame {
    fn cell(&self, row: usize, column: usize) -> Rect {
        let at = pos2(
            self.origin.x + self.names + self.column * real(column),
            self.origin.y + self.head + ROW * real(row),
        );
        Rect::from_min_size(at, vec2(self.column, ROW))
    }
}

#[expect(clippy::cast_precision_loss, reason = "a few thousand rows at most")]
fn real(number: usize) -> f32 {
    number as f32
}

/// Draws the matrix; wider than the panel it scrolls.
pub(super) fn grid_ui(pen: &mut Pen<'_>, ui: &mut Ui, meaning: &mut Meaning, grid: &Grid) {
    let count = real(grid.values.len().max(1));
    let level = ((ui.available_width() - NAMES.1) / count).min(COLUMN.1);
    let lean = if level >= LEVEL { 0.0 } else { OVERHANG };
    // Names give way before the last value falls off the panel.
    let room = ui.available_width() - lean;
    let names = (room - COLUMN.0 * count).clamp(NAMES.0, NAMES.1);
    let column = if level >= LEVEL {
        level
    } else {
        ((room - names) / count).clamp(COLUMN.0, LEVEL - 1.0)
    };
    let head = if column >= LEVEL { 44.0 } else { LEANING };
    egui::ScrollArea::horizontal()
        .id_salt("values by actors")
        .show(ui, |ui| {
            let size = vec2(
                names + column * real(grid.values.len()) + lean,
                head + ROW * real(grid.actors.len()),
            );
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            let frame = Frame {
                origin: rect.min,
                names,
                head,
                column,
            };
            heads_ui(pen, ui, meaning, grid, &frame);
            for (row, actor) in grid.actors.iter().enumerate() {
                row_ui(pen, ui, meaning, grid, &frame, (row, *actor));
            }
        });
}

fn heads_ui(pen: &mut Pen<'_>, ui: &Ui, meaning: &mut Meaning, grid: &Grid, frame: &Frame) {
    let theme = pen.theme();
    let now = pen.cx.now();
    for (place, id) in grid.values.iter().enumerate() {
        let Some(value) = now.values.get(*id) else {
            continue;
        };
        let below = frame.cell(0, place);
        let rect = Rect::from_min_max(
            pos2(below.left(), below.top() - frame.head),
            pos2(below.right(), below.top() - 2.0),
        );
        let response = ui.interact(rect, Id::new(("value head", *id)), Sense::click());
        let chosen = meaning.value == Some(*id);
        response.widget_info(|| {
            WidgetInfo::selected(WidgetType::SelectableLabel, true, chosen, &value.name)
        });
        let font = if chosen {
            theme::bold(theme::REMARK)
        } else {
            theme::medium(theme::REMARK)
        };
        let wanted = now.purpose.values.contains(id);
        let ink = if chosen || wanted {
            theme.ink
        } else {
            theme.dim
        };
        if frame.column >= LEVEL {
            level_name(ui, rect, &value.name, font, ink);
        } else {
            leaning_name(ui, rect, &value.name, font, ink);
        }
        if chosen || response.hovered() || response.has_focus() {
            let line = Stroke::new(2.0 * theme.outline, theme.accent);
            ui.painter()
                .hline(rect.x_range().shrink(4.0), rect.bottom(), line);
        }
        if response.clicked() {
            choose_value(pen, meaning, *id, grid);
        }
    }
}

/// Chooses a value and lights up who makes it already.
fn choose_value(pen: &mut Pen<'_>, meaning: &mut Meaning, value: ValueId, grid: &Grid) {
    let again = meaning.value == Some(value) && !pen.cx.view.lit.is_empty();
    meaning.value = Some(value);
    if meaning.cell.is_some_and(|(_, of)| of != value) {
        meaning.cell = None;
    }
    let makers = grid.column(value).map(|column| column.makers.clone());
    let lit = if again { None } else { makers };
    pen.send(Request::LightUp(lit.unwrap_or_default()));
}

fn level_name(ui: &Ui, rect: Rect, name: &str, font: egui::FontId, ink: egui::Color32) {
    let mut job =
        egui::text::LayoutJob::simple(name.to_owned(), font, ink, (rect.width() - 8.0).max(20.0));
    job.wrap.max_rows = 2;
    job.halign = egui::Align::Center;
    let galley = ui.painter().layout_job(job);
    let at = pos2(rect.center().x, rect.bottom() - galley.size().y - 4.0);
    ui.painter().galley(at, galley, ink);
}

fn leaning_name(ui: &Ui, rect: Rect, name: &str, font: egui::FontId, ink: egui::Color32) {
    let mut job = egui::text::LayoutJob::simple_singleline(name.to_owned(), font, ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(LEANING / LEAN.sin() - 14.0);
    let galley = ui.painter().layout_job(job);
    let at = pos2(rect.center().x - 8.0, rect.bottom() - 12.0);
    let shape = TextShape::new(at, galley, ink).with_angle(-LEAN);
    ui.painter().add(shape);
}

fn row_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    meaning: &mut Meaning,
    grid: &Grid,
    frame: &Frame,
    (row, id): (usize, ActorId),
) {
    let theme = pen.theme();
    let now = pen.cx.now();
    let Some(actor) = now.actors.get(id) else {
        return;
    };
    let first = frame.cell(row, 0);
    let last = frame.cell(row, grid.values.len().saturating_sub(1));
    let line = Stroke::new(theme.outline, theme.hairline);
    ui.painter()
        .hline(frame.origin.x..=last.right(), first.top(), line);
    let disc = pos2(frame.origin.x + 9.0, first.center().y);
    ui.painter()
        .add(arena_shape(theme, now.arena_of(actor), disc, 7.0));
    let ink = if actor.candidate {
        theme.faint
    } else {
        theme.ink
    };
    let mut job = egui::text::LayoutJob::simple_singleline(
        actor.label().to_owned(),
        theme::medium(theme::HEAD),
        ink,
    );
    job.wrap = egui::text::TextWrapping::truncate_at_width(frame.names - 32.0);
    let galley = ui.painter().layout_job(job);
    let at = pos2(disc.x + 15.0, first.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    for (column, value) in grid.values.iter().enumerate() {
        cell_ui(
            pen,
            ui,
            meaning,
            grid,
            (id, *value),
            frame.cell(row, column),
        );
    }
}

fn id_of(at: (ActorId, ValueId)) -> Id {
    Id::new(("value cell", at))
}

fn cell_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    meaning: &mut Meaning,
    grid: &Grid,
    at: (ActorId, ValueId),
    rect: Rect,
) {
    let theme = pen.theme();
    let (actor, value) = at;
    let cell = grid.cell(actor, value);
    let response = ui.interact(rect.shrink(1.0), id_of(at), Sense::click());
    let name = pen
        .cx
        .now()
        .values
        .get(value)
        .map_or("–", |it| it.name.as_str());
    let told = words::cell(label_of(pen.cx, actor), name, cell, pen.cx.language());
    let chosen = meaning.cell == Some(at);
    response.widget_info(|| WidgetInfo::selected(WidgetType::SelectableLabel, true, chosen, &told));
    if meaning.focus == Some(at) {
        meaning.focus = None;
        response.request_focus();
        response.scroll_to_me(None);
    }
    if response.has_focus() {
        meaning.cell = Some(at);
        meaning.value = Some(value);
        keys_ui(pen, ui, meaning, grid, at, &response);
    }
    paint(ui, theme, rect, cell, &response, chosen);
    if response.clicked() {
        meaning.cell = Some(at);
        meaning.value = Some(value);
        response.request_focus();
        // A first click chooses an answered cell; a cell that was not asked, or is chosen, goes to the next weight.
        if chosen || cell.importance.is_none() {
            let weight = makers::next_weight(cell.importance);
            pen.edit(makers::weighed(pen.cx.now(), actor, value, weight));
        }
    }
}

/// Takes the keys of a cell: arrows walk, digits weigh, M says that the actor makes the value already.
fn keys_ui(
    pen: &mut Pen<'_>,
    ui: &Ui,
    meaning: &mut Meaning,
    grid: &Grid,
    (actor, value): (ActorId, ValueId),
    response: &Response,
) {
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    // What is taken here is not taken again by the cell that it leads to.
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let row = grid.actors.iter().position(|it| *it == actor);
    let column = grid.values.iter().position(|it| *it == value);
    if let (Some(row), Some(column)) = (row, column) {
        let (mut to_row, mut to_column) = (row, column);
        if pressed(Key::ArrowDown) {
            to_row += 1;
        } else if pressed(Key::ArrowUp) {
            to_row = to_row.saturating_sub(1);
        } else if pressed(Key::ArrowRight) {
            to_column += 1;
        } else if pressed(Key::ArrowLeft) {
            to_column = to_column.saturating_sub(1);
        }
        let there = grid.actors.get(to_row).zip(grid.values.get(to_column));
        if let Some((actor, value)) = there.filter(|_| (to_row, to_column) != (row, column)) {
            meaning.focus = Some((*actor, *value));
            ui.ctx().request_repaint();
        }
    }
    let now = pen.cx.now();
    let digits = [
        (Key::Num0, None),
        (Key::Num1, Some(1)),
        (Key::Num2, Some(2)),
        (Key::Num3, Some(3)),
    ];
    for (key, weight) in digits {
        if pressed(key) {
            pen.edit(makers::weighed(now, actor, value, weight));
        }
    }
    if pressed(Key::M) {
        let makes = grid.cell(actor, value).creates;
        pen.edit(makers::making(now, actor, value, !makes));
    }
}

fn paint(ui: &Ui, theme: &Theme, rect: Rect, cell: Cell, response: &Response, chosen: bool) {
    let painter = ui.painter();
    if chosen || response.hovered() {
        painter.rect_filled(rect.shrink(2.0), 7.0, theme.soft);
    }
    if response.has_focus() {
        let line = Stroke::new(1.8 * theme.outline, theme.accent);
        painter.rect_stroke(rect.shrink(2.0), 7.0, line, StrokeKind::Inside);
    }
    let centre = rect.center();
    match cell.importance {
        None => {
            let font = theme::regular(theme::BODY);
            painter.text(centre, Align2::CENTER_CENTER, "–", font, theme.faint);
        }
        Some(weight) => {
            let left = centre.x - if cell.creates { 9.0 } else { 0.0 };
            dots(ui, theme, pos2(left, centre.y), weight);
        }
    }
    if cell.creates {
        painter.extend(tick(theme, pos2(centre.x + 13.0, centre.y)));
    }
    if cell.strained {
        painter.extend(zigzag(theme, pos2(rect.left() + 12.0, rect.top() + 6.0)));
    }
    if cell.guess {
        painter.text(
            pos2(rect.right() - 2.0, rect.top() + 1.0),
            Align2::RIGHT_TOP,
            "?",
            theme::bold(11.0),
            theme.dim,
        );
    }
}

/// Paints a weight as dots, the filled ones counting; the middle one stands at a place.
pub(super) fn dots(ui: &Ui, theme: &Theme, middle: Pos2, weight: i8) {
    for (step, shift) in [(1, -8.5), (2, 0.0), (3, 8.5)] {
        let centre = middle + vec2(shift, 0.0);
        if weight >= step {
            ui.painter().circle_filled(centre, 3.4, theme.ink);
        } else {
            let line = Stroke::new(1.0 * theme.outline, theme.faint);
            ui.painter().circle_stroke(centre, 2.6, line);
        }
    }
}

/// Gives the sign of who makes a value already: a filled square with a tick.
pub(super) fn tick(theme: &Theme, centre: Pos2) -> Vec<Shape> {
    let square = Rect::from_center_size(centre, egui::Vec2::splat(14.0));
    let at = |x: f32, y: f32| square.min + vec2(x, y);
    vec![
        Shape::rect_filled(square, 3.5, theme.bridge),
        Shape::line(
            vec![at(3.2, 7.2), at(5.9, 9.9), at(10.8, 4.4)],
            Stroke::new(1.8, theme.on_mark),
        ),
    ]
}

/// Gives the sign of tension: a zigzag.
pub(super) fn zigzag(theme: &Theme, centre: Pos2) -> Vec<Shape> {
    let at = |x: f32, y: f32| centre + vec2(x, y);
    vec![Shape::line(
        vec![
            at(-7.0, 2.5),
            at(-3.5, -2.5),
            at(0.0, 2.5),
            at(3.5, -2.5),
            at(7.0, 2.5),
        ],
        Stroke::new(1.7 * theme.outline, theme.conflict),
    )]
}
