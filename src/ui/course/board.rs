//! The three columns.

use eframe::egui::{self, Color32, CornerRadius, DragAndDrop, Margin, RichText, Stroke, Ui};

use super::{COLUMNS, Course, NARROW, card, choose};
use crate::export::course::standing;
use crate::model::{Direction, Target};
use crate::text::course as words;
use crate::text::terms::Named as _;
use crate::ui::theme;
use crate::ui::widget::{Pen, remark_ui};

/// Between columns.
const GUTTER: f32 = 14.0;

/// Draws the columns beside each other, or beneath each other where the view is narrow.
pub(super) fn board_ui(pen: &mut Pen<'_>, ui: &mut Ui, view: &mut Course) {
    let full = ui.available_width();
    if full < NARROW {
        for direction in COLUMNS {
            column_ui(pen, ui, view, direction, 0.0);
            ui.add_space(GUTTER);
        }
        return;
    }
    let width = (full - 2.0 * GUTTER) / 3.0;
    let height_id = ui.id().with("column height");
    // All columns are as high as the highest was a frame ago.
    let before: f32 = ui.data(|data| data.get_temp(height_id)).unwrap_or(0.0);
    let tall = if before > 0.0 {
        before + view.spare
    } else {
        before
    };
    let mut highest = 0.0_f32;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GUTTER;
        for direction in COLUMNS {
            ui.allocate_ui_with_layout(
                egui::vec2(width, 0.0),
                egui::Layout::top_down(egui::Align::Min),
                |ui| {
                    ui.set_width(width);
                    let natural = column_ui(pen, ui, view, direction, tall);
                    highest = highest.max(natural);
                },
            );
        }
    });
    if (highest - before).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(height_id, highest));
        ui.ctx().request_repaint();
    }
    ui.add_space(GUTTER);
}

/// Draws a column and gives the height that its content takes.
fn column_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    view: &mut Course,
    direction: Direction,
    tall: f32,
) -> f32 {
    let theme = pen.theme();
    let language = pen.cx.language();
    let pointed = drop_target(ui, view, direction);
    let line = if pointed {
        Stroke::new(2.0 * theme.outline, theme.accent)
    } else {
        Stroke::new(2.0 * theme.outline, Color32::TRANSPARENT)
    };
    let mut natural = 0.0;
    let shown = egui::Frame::NONE
        .fill(theme.field)
        .stroke(line)
        .corner_radius(CornerRadius::same(12))
        .inner_margin(if view.fit.lean {
            Margin::symmetric(8, 10)
        } else {
            Margin::same(12)
        })
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            let top = ui.cursor().top();
            let head = RichText::new(direction.word(language)).font(theme::bold(16.5));
            ui.label(head.color(theme.ink));
            let explained = words::explained(direction).get(language);
            if !view.fit.lean {
                remark_ui(theme, ui, explained);
            }
            let now = pen.cx.now();
            let courses: Vec<_> = standing(now)
                .filter(|course| course.direction == direction)
                .filter(|course| words::target(now, course.target, language).is_some())
                .collect();
            let n_shown = courses.len().min(view.fit.cards);
            for course in courses.iter().take(n_shown) {
                ui.add_space(4.0);
                card::card_ui(pen, ui, view, course);
            }
            if n_shown < courses.len() {
                ui.add_space(4.0);
                remark_ui(
                    theme,
                    ui,
                    &crate::text::count::more(courses.len() - n_shown, language),
                );
            }
            if courses.is_empty() && !view.picture {
                ui.add_space(8.0);
                remark_ui(theme, ui, pen.say(words::DROP_HERE));
            }
            natural = ui.min_rect().bottom() - top;
            let least = tall.max(match (view.picture, view.fit.lean) {
                (true, true) => 0.0,
                (true, false) => 120.0,
                (false, _) => 150.0,
            });
            ui.add_space((least - natural).max(0.0));
        });
    take_drop(pen, ui, view, direction, shown.response.rect);
    natural
}

fn rect_id(direction: Direction) -> egui::Id {
    egui::Id::new(("course column", direction))
}

/// Says whether a card is held over a column; its place is known from the frame before.
fn drop_target(ui: &Ui, view: &Course, direction: Direction) -> bool {
    let rect: Option<egui::Rect> = ui.data(|data| data.get_temp(rect_id(direction)));
    let pos = ui.input(|input| input.pointer.interact_pos());
    !view.picture
        && DragAndDrop::has_payload_of_type::<Target>(ui.ctx())
        && rect.zip(pos).is_some_and(|(rect, pos)| rect.contains(pos))
}

fn take_drop(
    pen: &mut Pen<'_>,
    ui: &Ui,
    view: &mut Course,
    direction: Direction,
    rect: egui::Rect,
) {
    ui.data_mut(|data| data.insert_temp(rect_id(direction), rect));
    let released = ui.input(|input| input.pointer.any_released());
    let pos = ui.input(|input| input.pointer.interact_pos());
    if released
        && pos.is_some_and(|pos| rect.contains(pos))
        && let Some(target) = DragAndDrop::take_payload::<Target>(ui.ctx())
    {
        choose(pen, view, *target, Some(direction));
    }
}
