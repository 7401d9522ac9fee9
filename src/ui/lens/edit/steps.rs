//! A scale of steps: by click, drag, arrow keys or digits.

use eframe::egui::{
    self, Align2, EventFilter, Key, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    WidgetType,
};

use super::Part;
use crate::edit::Edit;
use crate::model::{Bilingual, LensValue};
use crate::text::lens::{number, say};
use crate::ui::cx::Request;
use crate::ui::theme;
use crate::ui::widget::{Pen, remark_ui};

/// The widest a step is drawn.
const WIDEST: f32 = 44.0;

/// Draws the steps with what the ends mean beneath.
pub(super) fn steps_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    part: Part<'_>,
    bounds: (i32, i32),
    ends: (&Bilingual, &Bilingual),
    step: Option<i32>,
    set: &dyn Fn(LensValue) -> Edit,
) {
    let count = bounds
        .1
        .saturating_sub(bounds.0)
        .saturating_add(1)
        .clamp(2, 21);
    let steps: Vec<i32> = (bounds.0..)
        .take(usize::try_from(count).unwrap_or(2))
        .collect();
    let n = crate::ui::lens::real(steps.len());
    let wide = (ui.available_width() / n).min(WIDEST);
    let (_, rect) = ui.allocate_space(egui::vec2(wide * n, theme::ROW));
    let response = ui.interact(rect, part.id, Sense::click_and_drag());
    response.widget_info(|| match step {
        Some(step) => WidgetInfo::slider(true, f64::from(step), part.label),
        None => WidgetInfo::labeled(WidgetType::Slider, true, part.label),
    });
    let cells = Cells {
        rect,
        wide,
        steps: &steps,
    };
    take_pointer(pen, ui, &response, &cells, step, set);
    take_keys(pen, ui, &response, bounds, step, part.clear, set);
    if ui.is_rect_visible(rect) {
        paint(pen, ui, &response, &cells, part, step);
    }
    ends_ui(pen, ui, ends, rect.width());
}

/// Where the steps stand.
struct Cells<'a> {
    rect: Rect,
    wide: f32,
    steps: &'a [i32],
}

impl Cells<'_> {
    fn of(&self, place: usize) -> Rect {
        let left = self.rect.left() + self.wide * crate::ui::lens::real(place);
        let size = egui::vec2(self.wide, self.rect.height());
        Rect::from_min_size(egui::pos2(left, self.rect.top()), size).shrink(2.0)
    }

    fn at(&self, x: f32) -> Option<i32> {
        let far = |place: usize| (self.of(place).center().x - x).abs();
        let nearest = (0..self.steps.len()).min_by(|one, other| far(*one).total_cmp(&far(*other)));
        self.steps.get(nearest?).copied()
    }
}

fn take_pointer(
    pen: &mut Pen<'_>,
    ui: &Ui,
    response: &Response,
    cells: &Cells<'_>,
    step: Option<i32>,
    set: &dyn Fn(LensValue) -> Edit,
) {
    if response.drag_stopped() {
        let dropped = ui.input(|input| input.key_pressed(Key::Escape));
        pen.send(if dropped {
            Request::Cancel
        } else {
            Request::Commit
        });
        return;
    }
    let here = response
        .interact_pointer_pos()
        .and_then(|pos| cells.at(pos.x));
    let Some(here) = here.filter(|here| step != Some(*here)) else {
        return;
    };
    if response.clicked() {
        response.request_focus();
        pen.edit(set(LensValue::Scale(here)));
    } else if response.dragged() {
        pen.send(Request::Preview(set(LensValue::Scale(here))));
    }
}

fn take_keys(
    pen: &mut Pen<'_>,
    ui: &Ui,
    response: &Response,
    (low, high): (i32, i32),
    step: Option<i32>,
    clear: Option<&Edit>,
    set: &dyn Fn(LensValue) -> Edit,
) {
    use egui::accesskit::Action;
    let id = response.id;
    let asked = |action| ui.input(|input| input.num_accesskit_action_requests(id, action)) > 0;
    let (mut more, mut less) = (asked(Action::Increment), asked(Action::Decrement));
    let mut typed = None;
    if response.has_focus() {
        let filter = EventFilter {
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        more |= ui.input(|input| input.key_pressed(Key::ArrowRight));
        less |= ui.input(|input| input.key_pressed(Key::ArrowLeft));
        if ui.input(|i| i.key_pressed(Key::Delete) || i.key_pressed(Key::Backspace)) {
            if let Some(clear) = clear.filter(|_| step.is_some()) {
                pen.edit(clear.clone());
            }
            return;
        }
        typed = ui.input(|input| {
            input.events.iter().find_map(|event| match event {
                egui::Event::Text(text) if text == "-" || text == "−" => step.map(|step| -step),
                egui::Event::Text(text) => text.parse::<i32>().ok(),
                _ => None,
            })
        });
    }
    let next = match (typed, step) {
        (Some(number), _) => number,
        (None, Some(step)) if more => step + 1,
        (None, Some(step)) if less => step - 1,
        (None, None) if more || less => i32::midpoint(low, high),
        (None, _) => return,
    };
    if (low..=high).contains(&next) && step != Some(next) {
        pen.edit(set(LensValue::Scale(next)));
    }
}

fn paint(
    pen: &Pen<'_>,
    ui: &Ui,
    response: &Response,
    cells: &Cells<'_>,
    part: Part<'_>,
    step: Option<i32>,
) {
    let theme = pen.theme();
    let painter = ui.painter();
    painter.rect_filled(cells.rect, 8.0, theme.field);
    let place = |step: i32| cells.steps.iter().position(|one| *one == step);
    if let Some((low, high)) = part.span
        && let (Some(low), Some(high)) = (place(low), place(high))
    {
        let span = cells.of(low).union(cells.of(high));
        painter.rect_filled(span, 6.0, theme.accent.gamma_multiply(0.25));
    }
    let pointed = response.hover_pos().and_then(|pos| cells.at(pos.x));
    let signed = cells.steps.first().is_some_and(|low| *low < 0);
    for (place, here) in cells.steps.iter().enumerate() {
        let cell = cells.of(place);
        let chosen = step == Some(*here);
        if chosen {
            painter.rect_filled(cell, 6.0, theme.accent);
        } else if pointed == Some(*here) {
            painter.rect_filled(cell, 6.0, theme.soft);
        }
        let ink = if chosen { theme.on_accent } else { theme.ink };
        let size = if cells.wide < 20.0 {
            10.0
        } else {
            theme::REMARK
        };
        let words = number(*here, signed);
        let font = theme::medium(size);
        painter.text(cell.center(), Align2::CENTER_CENTER, words, font, ink);
    }
    if response.has_focus() {
        let ring = Stroke::new(1.5 * theme.outline, theme.accent);
        painter.rect_stroke(cells.rect, 8.0, ring, StrokeKind::Outside);
    }
}

/// Draws what the ends mean: on one line where both fit, else beneath each other.
fn ends_ui(pen: &Pen<'_>, ui: &mut Ui, (low, high): (&Bilingual, &Bilingual), steps: f32) {
    let theme = pen.theme();
    let language = pen.cx.language();
    let layout = |words: &str| {
        let font = theme::regular(theme::REMARK);
        ui.painter()
            .layout_no_wrap(words.to_owned(), font, theme.dim)
    };
    let (left, right) = (layout(say(low, language)), layout(say(high, language)));
    let wanted = left.size().x + right.size().x + 16.0;
    let full = ui.available_width();
    if wanted > full {
        remark_ui(theme, ui, &format!("← {}", say(low, language)));
        remark_ui(theme, ui, &format!("→ {}", say(high, language)));
        return;
    }
    let wide = if wanted > steps { wanted } else { steps };
    let (_, rect) = ui.allocate_space(egui::vec2(full, left.size().y));
    let end = rect.left() + wide - right.size().x;
    ui.painter().galley(rect.left_top(), left, theme.dim);
    ui.painter()
        .galley(egui::pos2(end, rect.top()), right, theme.dim);
}
