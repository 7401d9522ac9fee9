//! A score on a scale: by click, drag, arrow keys or digits; Shift and drag makes a span of two voices.

use eframe::egui::{
    self, Align2, EventFilter, Id, Key, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
};

use super::Pen;
use crate::edit::Edit;
use crate::model::{Answer, Judged, Score};
use crate::text::inspector::answer as words;
use crate::ui::cx::Request;
use crate::ui::theme::{self, Theme};

/// How a scale is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ScaleLook {
    /// A line with a knob, the middle marked.
    Track,
    /// A row of steps with their numbers.
    Steps,
}

/// A scale to be drawn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scale<'a> {
    /// Its identity.
    pub(crate) id: Id,
    /// The question.
    pub(crate) label: &'a str,
    /// How it is drawn.
    pub(crate) look: ScaleLook,
}

/// Gives an answer with another value and the rest as it was, the date renewed where there was one.
pub(crate) fn with_value<const L: i8, const H: i8>(
    pen: &Pen<'_>,
    answer: &Answer<Score<L, H>>,
    values: &[Score<L, H>],
) -> Answer<Score<L, H>> {
    let Some(new) = Judged::of_voices(values.to_vec()) else {
        return Answer::NotAsked;
    };
    Answer::Given(match answer {
        Answer::Given(old) => Judged {
            date: old.date.map(|_| pen.cx.today),
            value: new.value,
            voices: new.voices,
            certainty: old.certainty,
            source: old.source.clone(),
            private: old.private,
            unknown: old.unknown.clone(),
        },
        Answer::NotAsked | Answer::None => new,
    })
}

/// How much is left of a scale that stays as it is while only words go in.
const LOCKED: f32 = 0.4;

/// Draws a scale; while it is dragged the change is shown, when it is let go it is made.
pub(crate) fn scale_ui<const L: i8, const H: i8>(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    scale: Scale<'_>,
    answer: &Answer<Score<L, H>>,
    set: &dyn Fn(Answer<Score<L, H>>) -> Edit,
) -> Response {
    let size = egui::vec2(width_of::<L, H>(scale.look, ui), theme::ROW);
    let (_, rect) = ui.allocate_space(size);
    let response = ui.interact(rect, scale.id, Sense::click_and_drag());
    response.widget_info(|| {
        let number = answer
            .value()
            .map_or(f64::NAN, |score| f64::from(score.get()));
        if answer.value().is_some() {
            WidgetInfo::slider(true, number, scale.label)
        } else {
            WidgetInfo::labeled(egui::WidgetType::Slider, true, scale.label)
        }
    });
    let listening = pen.cx.view.listening;
    if listening {
        if response.clicked() || response.drag_started() {
            let told = pen.say(crate::text::meaning::listening::LOCKED);
            pen.send(Request::Say(told.to_owned()));
        }
    } else {
        take_pointer(pen, ui, &response, scale.look, answer, set);
        take_keys(pen, ui, &response, answer, set);
    }
    if ui.is_rect_visible(rect) {
        let opacity = ui.opacity();
        if listening {
            ui.set_opacity(opacity * LOCKED);
        }
        match scale.look {
            ScaleLook::Track => paint_track(pen.theme(), ui, rect, &response, answer),
            ScaleLook::Steps => paint_steps(pen.theme(), ui, rect, &response, answer),
        }
        ui.set_opacity(opacity);
    }
    response
}

fn steps<const L: i8, const H: i8>() -> f32 {
    f32::from(H) - f32::from(L) + 1.0
}

fn width_of<const L: i8, const H: i8>(look: ScaleLook, ui: &Ui) -> f32 {
    match look {
        ScaleLook::Track => ui.available_width(),
        ScaleLook::Steps => {
            (steps::<L, H>() * theme::ROW).min(ui.available_width() - super::button::ICON - 8.0)
        }
    }
}

/// How far the ends of a track stand from its edges.
const END: f32 = 9.0;

fn x_of<const L: i8, const H: i8>(look: ScaleLook, rect: Rect, score: Score<L, H>) -> f32 {
    let step = f32::from(score.get()) - f32::from(L);
    match look {
        ScaleLook::Track => {
            rect.left() + END + (rect.width() - 2.0 * END) * step / (steps::<L, H>() - 1.0)
        }
        ScaleLook::Steps => rect.left() + rect.width() * (step + 0.5) / steps::<L, H>(),
    }
}

fn score_at<const L: i8, const H: i8>(look: ScaleLook, rect: Rect, x: f32) -> Score<L, H> {
    let nearest = Score::<L, H>::all().min_by(|one, other| {
        let far = |score: &Score<L, H>| (x_of(look, rect, *score) - x).abs();
        far(one).total_cmp(&far(other))
    });
    nearest.unwrap_or(Score::LOWEST)
}

fn take_pointer<const L: i8, const H: i8>(
    pen: &mut Pen<'_>,
    ui: &Ui,
    response: &Response,
    look: ScaleLook,
    answer: &Answer<Score<L, H>>,
    set: &dyn Fn(Answer<Score<L, H>>) -> Edit,
) {
    let rect = response.rect;
    if response.drag_stopped() {
        let dropped = ui.input(|input| input.key_pressed(Key::Escape));
        pen.send(if dropped {
            Request::Cancel
        } else {
            Request::Commit
        });
        return;
    }
    let Some(pos) = response.interact_pointer_pos() else {
        return;
    };
    let here = score_at::<L, H>(look, rect, pos.x);
    if response.clicked() {
        response.request_focus();
        let after = with_value(pen, answer, &[here]);
        if after != *answer {
            pen.edit(set(after));
        }
    } else if response.dragged() {
        let (start, spans) = ui.input(|input| {
            let start = input.pointer.press_origin().unwrap_or(pos);
            (score_at::<L, H>(look, rect, start.x), input.modifiers.shift)
        });
        let after = if spans && start != here {
            with_value(pen, answer, &[start, here])
        } else {
            with_value(pen, answer, &[here])
        };
        if after != *answer {
            pen.send(Request::Preview(set(after)));
        }
    }
}

fn take_keys<const L: i8, const H: i8>(
    pen: &mut Pen<'_>,
    ui: &Ui,
    response: &Response,
    answer: &Answer<Score<L, H>>,
    set: &dyn Fn(Answer<Score<L, H>>) -> Edit,
) {
    use egui::accesskit::Action;
    let id = response.id;
    let asked = |action| ui.input(|input| input.num_accesskit_action_requests(id, action)) > 0;
    let (mut more, mut less) = (asked(Action::Increment), asked(Action::Decrement));
    if response.has_focus() {
        let filter = EventFilter {
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        more |= ui.input(|input| input.key_pressed(Key::ArrowRight));
        less |= ui.input(|input| input.key_pressed(Key::ArrowLeft));
        if ui.input(|i| i.key_pressed(Key::Delete) || i.key_pressed(Key::Backspace)) {
            if answer.asked() {
                pen.edit(set(Answer::NotAsked));
            }
            return;
        }
    }
    let middle = i64::midpoint(i64::from(L), i64::from(H));
    let now = answer.value().map(|score| i64::from(score.get()));
    let typed = response
        .has_focus()
        .then(|| typed_number(ui, now))
        .flatten();
    let next = match (typed, now) {
        (Some(number), _) => number,
        (None, Some(number)) if more => number + 1,
        (None, Some(number)) if less => number - 1,
        (None, None) if more || less => middle,
        (None, _) => return,
    };
    if !(i64::from(L)..=i64::from(H)).contains(&next) || now == Some(next) {
        return;
    }
    let after = with_value(pen, answer, &[Score::nearest(next)]);
    pen.edit(set(after));
}

/// Gives the digit that was typed; a minus turns the number round.
fn typed_number(ui: &Ui, now: Option<i64>) -> Option<i64> {
    ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            egui::Event::Text(text) if text == "-" || text == "−" => now.map(|number| -number),
            egui::Event::Text(text) => text.parse().ok(),
            _ => None,
        })
    })
}

fn paint_track<const L: i8, const H: i8>(
    theme: &Theme,
    ui: &Ui,
    rect: Rect,
    response: &Response,
    answer: &Answer<Score<L, H>>,
) {
    let painter = ui.painter();
    let y = rect.center().y;
    let look = ScaleLook::Track;
    let line = Rect::from_x_y_ranges(
        x_of(look, rect, Score::<L, H>::LOWEST)..=x_of(look, rect, Score::<L, H>::HIGHEST),
        (y - 2.0)..=(y + 2.0),
    );
    painter.rect_filled(line, 2.0, theme.hairline);
    for score in Score::<L, H>::all() {
        let middle = i16::from(score.get()) * 2 == i16::from(L) + i16::from(H);
        let tall = if middle { 7.0 } else { 2.0 };
        let x = x_of(look, rect, score);
        let colour = if middle { theme.faint } else { theme.dim };
        painter.vline(x, (y - tall)..=(y + tall), Stroke::new(1.0, colour));
    }
    let Some(judged) = answer.judged() else {
        if response.has_focus() || response.hovered() {
            painter.rect_stroke(
                rect,
                7.0,
                Stroke::new(1.5 * theme.outline, theme.accent),
                StrokeKind::Inside,
            );
        }
        return;
    };
    let colour = match judged.value.get() {
        number if number > 0 => theme.support,
        number if number < 0 => theme.objection,
        _ => theme.relation,
    };
    if let Some((low, high)) = judged.span() {
        let span = Rect::from_x_y_ranges(
            (x_of(look, rect, low) - 4.0)..=(x_of(look, rect, high) + 4.0),
            (y - 4.0)..=(y + 4.0),
        );
        painter.rect_filled(span, 4.0, colour.gamma_multiply(0.45));
    }
    let knob = egui::pos2(x_of(look, rect, judged.value), y);
    if response.has_focus() {
        let ring = Stroke::new(2.0 * theme.outline, theme.accent);
        painter.circle_stroke(knob, 13.0, ring);
    }
    painter.circle(knob, 8.5, theme.panel, Stroke::new(3.0, colour));
}

fn paint_steps<const L: i8, const H: i8>(
    theme: &Theme,
    ui: &Ui,
    rect: Rect,
    response: &Response,
    answer: &Answer<Score<L, H>>,
) {
    let painter = ui.painter();
    painter.rect_filled(rect, 8.0, theme.field);
    let look = ScaleLook::Steps;
    let cell = |score: Score<L, H>| {
        let wide = rect.width() / steps::<L, H>();
        let at = egui::pos2(x_of(look, rect, score), rect.center().y);
        Rect::from_center_size(at, egui::vec2(wide, rect.height())).shrink(2.0)
    };
    let judged = answer.judged();
    if let Some((low, high)) = judged.and_then(Judged::span) {
        let span = cell(low).union(cell(high));
        painter.rect_filled(span, 6.0, theme.accent.gamma_multiply(0.25));
    }
    let pointed = response
        .hover_pos()
        .map(|pos| score_at::<L, H>(look, rect, pos.x));
    for score in Score::<L, H>::all() {
        let chosen = judged.is_some_and(|judged| judged.value == score);
        if chosen {
            painter.rect_filled(cell(score), 6.0, theme.accent);
        } else if pointed == Some(score) {
            painter.rect_filled(cell(score), 6.0, theme.soft);
        }
        let ink = if chosen { theme.on_accent } else { theme.ink };
        painter.text(
            cell(score).center(),
            Align2::CENTER_CENTER,
            words::score(score.get(), L < 0),
            theme::medium(theme::REMARK),
            ink,
        );
    }
    if response.has_focus() {
        let ring = Stroke::new(1.5 * theme.outline, theme.accent);
        painter.rect_stroke(rect, 8.0, ring, StrokeKind::Outside);
    }
}
