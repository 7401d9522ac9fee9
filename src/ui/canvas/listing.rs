//! The list of names beside a map whose shapes hold numbers, because names found no room.

use std::sync::Arc;

use eframe::egui::{Align2, Galley, Rect, Ui, text::LayoutJob, vec2};

use super::units::real;
use crate::ui::theme::{self, Theme};

/// How much of the width the list takes, in one column and in several.
const SHARES: (f32, f32) = (0.36, 0.5);
/// The height of a line to the size of its letters.
const LINE: f32 = 1.35;
/// How many lines a long name takes.
const NAME_LINES: usize = 2;

/// Gives how much of the width a list of so many names takes.
pub(super) fn share(n_names: usize, height: f32, size: f32) -> f32 {
    if real(n_names) * size * LINE > height {
        SHARES.1
    } else {
        SHARES.0
    }
}

/// A list laid out in columns.
struct Columns {
    names: Vec<Arc<Galley>>,
    count: usize,
    size: f32,
}

impl Columns {
    /// Gives the width of the numbers.
    fn indent(&self) -> f32 {
        self.size * 1.75
    }

    /// Gives the column and the top of every name, or nothing when there are too many for the height.
    fn spots(&self, height: f32) -> Option<Vec<(usize, f32)>> {
        let (mut column, mut top) = (0, 0.0);
        let mut spots = Vec::new();
        for name in &self.names {
            let tall = name.size().y + self.size * 0.25;
            if top + tall > height && top > 0.0 {
                column += 1;
                top = 0.0;
            }
            spots.push((column, top));
            top += tall;
        }
        (column < self.count).then_some(spots)
    }
}

fn laid_out(
    ui: &Ui,
    theme: &Theme,
    names: &[String],
    (width, size): (f32, f32),
    n_columns: usize,
) -> Columns {
    let wide = (width / real(n_columns) - size * 2.1).max(size);
    let lay = |name: &String| {
        let mut job = LayoutJob::simple(name.clone(), theme::semibold(size), theme.ink, wide);
        job.wrap.max_rows = NAME_LINES;
        ui.painter().layout_job(job)
    };
    Columns {
        names: names.iter().map(lay).collect(),
        count: n_columns,
        size,
    }
}

/// Draws the list in the right part of a rectangle; letters shrink only where nothing else makes it fit.
pub(super) fn listing_ui(ui: &Ui, theme: &Theme, names: &[String], rect: Rect, size: f32) {
    let mut room = rect;
    let share = share(names.len(), rect.height(), size);
    room.min.x = rect.max.x - rect.width() * share + size * 0.5;
    room.max.x -= size * 0.3;
    let sizes = std::iter::successors(Some(size), |size| Some(size * 0.92)).take(24);
    let tries = sizes.flat_map(|size| [1, 2, 3].map(|n_columns| (size, n_columns)));
    for (size, n_columns) in tries {
        // Columns narrower than this would cut names short.
        if n_columns > 1 && room.width() / real(n_columns) < size * 14.5 {
            continue;
        }
        let columns = laid_out(ui, theme, names, (room.width(), size), n_columns);
        if let Some(spots) = columns.spots(room.height()) {
            paint(ui, theme, &columns, &spots, room);
            return;
        }
    }
}

fn paint(ui: &Ui, theme: &Theme, columns: &Columns, spots: &[(usize, f32)], room: Rect) {
    let width = room.width() / real(columns.count);
    for (index, (name, (column, top))) in columns.names.iter().zip(spots).enumerate() {
        let at = room.min + vec2(real(*column) * width, *top);
        let font = theme::bold(columns.size);
        let number = (index + 1).to_string();
        ui.painter()
            .text(at, Align2::LEFT_TOP, number, font, theme.dim);
        let beside = at + vec2(columns.indent(), 0.0);
        ui.painter().galley(beside, Arc::clone(name), theme.ink);
    }
}
