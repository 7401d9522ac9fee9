//! The list of names beside a map whose shapes hold numbers, because names found no room.

use eframe::egui::{Rect, Ui, text::LayoutJob, vec2};

use super::units::real;
use crate::ui::theme::{self, Theme};

/// How much of the width the list takes, in one column and in several.
const SHARES: (f32, f32) = (0.36, 0.5);
/// The height of a line to the size of its letters.
const LINE: f32 = 1.35;
/// Up to so many columns letters keep their size.
const COLUMNS: usize = 3;

/// Gives how much of the width a list of so many names takes.
pub(super) fn share(n_names: usize, height: f32, size: f32) -> f32 {
    if rows(height, size) < n_names {
        SHARES.1
    } else {
        SHARES.0
    }
}

/// Gives how many lines stand under each other.
fn rows(height: f32, size: f32) -> usize {
    let mut rows = 1;
    while real(rows + 1) * size * LINE <= height && rows < 400 {
        rows += 1;
    }
    rows
}

/// Draws the list in the right part of a rectangle.
pub(super) fn listing_ui(ui: &Ui, theme: &Theme, names: &[String], rect: Rect, size: f32) {
    let mut room = rect;
    let share = share(names.len(), rect.height(), size);
    room.min.x = rect.max.x - rect.width() * share + size * 0.5;
    room.max.x -= size * 0.5;
    let mut size = size;
    while rows(room.height(), size) * COLUMNS < names.len() && size > 4.0 {
        size *= 0.9;
    }
    let line = size * LINE;
    let columns = names.len().div_ceil(rows(room.height(), size)).max(1);
    let rows = names.len().div_ceil(columns).max(1);
    let width = room.width() / real(columns);
    let indent = size * 1.9;
    for (index, name) in names.iter().enumerate() {
        let at = room.min + vec2(real(index / rows) * width, real(index % rows) * line);
        let number = (index + 1).to_string();
        let font = theme::bold(size);
        ui.painter()
            .text(at, eframe::egui::Align2::LEFT_TOP, number, font, theme.dim);
        let wide = (width - indent - size * 0.4).max(size);
        let mut job = LayoutJob::simple(name.clone(), theme::semibold(size), theme.ink, wide);
        job.wrap.max_rows = 1;
        job.wrap.break_anywhere = true;
        let galley = ui.painter().layout_job(job);
        ui.painter()
            .galley(at + vec2(indent, 0.0), galley, theme.ink);
    }
}
