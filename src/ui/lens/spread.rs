//! How the answers to one question are spread, as bars.

use eframe::egui::{
    self, Align2, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, vec2,
};

use super::real;
use crate::lens::{Spread, inner};
use crate::model::{FieldKind, LensOption};
use crate::text::lens::{number, say};
use crate::ui::theme;
use crate::ui::widget::{Pen, remark_ui};

/// The height of the bars of a scale.
const HIGH: f32 = 74.0;

/// Draws the bars of a scale or of options; says whether there were any.
pub(super) fn spread_ui(pen: &Pen<'_>, ui: &mut Ui, kind: &FieldKind, spread: &Spread) -> bool {
    let drawn = bars_ui(pen, ui, kind, spread);
    if drawn && spread.pair {
        remark_ui(pen.theme(), ui, pen.say(crate::text::lens::PAIR_LEGEND));
    }
    drawn
}

fn bars_ui(pen: &Pen<'_>, ui: &mut Ui, kind: &FieldKind, spread: &Spread) -> bool {
    match inner(kind) {
        FieldKind::Scale {
            low,
            low_label,
            high_label,
            ..
        } => {
            scale_ui(pen, ui, *low, spread);
            let language = pen.cx.language();
            let ends = format!(
                "{} … {}",
                say(low_label, language),
                say(high_label, language)
            );
            remark_ui(pen.theme(), ui, &ends);
            true
        }
        FieldKind::Choice(options) | FieldKind::Choices(options) | FieldKind::Ranked(options) => {
            options_ui(pen, ui, options, spread);
            true
        }
        FieldKind::Short
        | FieldKind::Long
        | FieldKind::Date
        | FieldKind::Actors
        | FieldKind::Triangle(_)
        | FieldKind::NowAndWanted(_) => false,
    }
}

fn most(spread: &Spread) -> usize {
    let counts = spread.bars.iter().flat_map(|bar| [bar.now, bar.wanted]);
    counts.max().unwrap_or_default().max(1)
}

fn scale_ui(pen: &Pen<'_>, ui: &mut Ui, low: i32, spread: &Spread) {
    let theme = pen.theme();
    let n = real(spread.bars.len());
    let wide = (ui.available_width() / n).min(56.0);
    let size = vec2(wide * n, HIGH + 40.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let painter = ui.painter();
    let ground = rect.top() + 18.0 + HIGH;
    painter.hline(
        rect.x_range(),
        ground,
        Stroke::new(theme.outline, theme.faint),
    );
    let unit = HIGH / real(most(spread));
    for (place, (bar, step)) in spread.bars.iter().zip(low..).enumerate() {
        let left = rect.left() + wide * real(place);
        let middle = left + wide / 2.0;
        let whole = wide * 0.62;
        let (narrow, shift) = if spread.pair {
            (whole / 2.0 - 1.0, whole / 4.0)
        } else {
            (whole, 0.0)
        };
        let column = |centre: f32, count: usize| {
            let top = ground - unit * real(count);
            Rect::from_x_y_ranges(
                (centre - narrow / 2.0)..=(centre + narrow / 2.0),
                top..=ground,
            )
        };
        let now = column(middle - shift, bar.now);
        painter.rect_filled(now, 2.0, theme.accent);
        if bar.now > 0 {
            count_above(pen, ui, now, bar.now);
        }
        if spread.pair {
            let wanted = column(middle + shift, bar.wanted);
            if bar.wanted > 0 {
                let line = Stroke::new(1.6 * theme.outline, theme.ink);
                painter.rect_stroke(wanted, 2.0, line, StrokeKind::Inside);
                count_above(pen, ui, wanted, bar.wanted);
            }
        }
        let font = theme::medium(theme::REMARK);
        let at = egui::pos2(middle, ground + 4.0);
        painter.text(
            at,
            Align2::CENTER_TOP,
            number(step, low < 0),
            font,
            theme.dim,
        );
    }
}

fn count_above(pen: &Pen<'_>, ui: &Ui, bar: Rect, count: usize) {
    let font = theme::regular(theme::REMARK);
    let at = bar.center_top() - vec2(0.0, 1.0);
    ui.painter().text(
        at,
        Align2::CENTER_BOTTOM,
        count.to_string(),
        font,
        pen.theme().ink,
    );
}

fn options_ui(pen: &Pen<'_>, ui: &mut Ui, options: &[LensOption], spread: &Spread) {
    let theme = pen.theme();
    let language = pen.cx.language();
    let full = ui.available_width();
    let words = (full * 0.42).min(170.0);
    let most = real(most(spread));
    for (option, bar) in options.iter().zip(&spread.bars) {
        let label = say(&option.label, language);
        let mut job = egui::text::LayoutJob::simple(
            label.to_owned(),
            theme::regular(theme::REMARK),
            theme.ink,
            words,
        );
        job.wrap.max_rows = 3;
        let galley = ui.painter().layout_job(job);
        let bars = if spread.pair { 30.0 } else { 20.0 };
        let height = galley.size().y.max(bars) + 4.0;
        let (rect, response) = ui.allocate_exact_size(vec2(full, height), Sense::hover());
        response.widget_info(|| {
            WidgetInfo::labeled(WidgetType::Label, true, format!("{label}: {}", bar.now))
        });
        let painter = ui.painter();
        let at = egui::pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
        painter.galley(at, galley, theme.ink);
        let start = rect.left() + words + 10.0;
        let room = (rect.right() - start - 30.0).max(20.0);
        let row = |y: f32, count: usize| {
            let long = (room * real(count) / most).max(1.5);
            Rect::from_x_y_ranges(start..=(start + long), (y - 5.5)..=(y + 5.5))
        };
        let middle = rect.center().y;
        let (first, second) = if spread.pair {
            (middle - 8.0, middle + 8.0)
        } else {
            (middle, middle)
        };
        let now = row(first, bar.now);
        let fill = if bar.now > 0 {
            theme.accent
        } else {
            theme.hairline
        };
        painter.rect_filled(now, 2.0, fill);
        let told = |bar: Rect, count: usize| {
            let font = theme::regular(theme::REMARK);
            let at = bar.right_center() + vec2(6.0, 0.0);
            ui.painter()
                .text(at, Align2::LEFT_CENTER, count.to_string(), font, theme.ink);
        };
        told(now, bar.now);
        if spread.pair {
            let wanted = row(second, bar.wanted);
            let line = Stroke::new(1.4 * theme.outline, theme.ink);
            painter.rect_stroke(wanted, 2.0, line, StrokeKind::Inside);
            told(wanted, bar.wanted);
        }
    }
}
