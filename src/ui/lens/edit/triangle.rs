//! Three shares as a point in a triangle.

use eframe::egui::{
    self, Align2, EventFilter, Key, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, WidgetInfo,
    WidgetType,
};

use super::Part;
use crate::edit::Edit;
use crate::model::{Bilingual, LensValue, Triangle};
use crate::text::lens::{self as words, say};
use crate::ui::cx::Request;
use crate::ui::lens::figure::triangle::{corners_of, frame_ui, point_of};
use crate::ui::theme;
use crate::ui::widget::{Pen, remark_ui};

/// The widest the triangle is drawn.
const WIDEST: f32 = 240.0;
/// A step of the keyboard, and what a share is rounded to, in thousandths.
const STEP: u16 = 50;

/// Draws the triangle with a point to drag.
pub(super) fn triangle_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    part: Part<'_>,
    corners: &[Bilingual; 3],
    value: Option<&LensValue>,
    set: &dyn Fn(LensValue) -> Edit,
) {
    let language = pen.cx.language();
    let shares = match value {
        Some(LensValue::Triangle(triangle)) => Some(triangle.shares()),
        _ => None,
    };
    let names =
        [0, 1, 2].map(|corner: usize| corners.get(corner).map_or("", |text| say(text, language)));
    let wide = ui.available_width().min(WIDEST);
    let rect = frame_ui(pen.theme(), ui, wide, names);
    let response = ui.interact(rect, part.id, Sense::click_and_drag());
    let told = shares.map(|shares| {
        words::value(
            &crate::model::FieldKind::Triangle(corners.clone()),
            &Triangle::new(shares).map_or(LensValue::Choices(Vec::new()), LensValue::Triangle),
            pen.cx.now(),
            language,
        )
    });
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(WidgetType::Slider, true, part.label);
        info.current_text_value.clone_from(&told);
        info
    });
    take_pointer(pen, ui, &response, (rect, shares), set);
    take_keys(pen, ui, &response, shares, part.clear, set);
    paint(pen, ui, &response, rect, shares);
    if let Some(told) = told {
        remark_ui(pen.theme(), ui, &told);
    }
}

fn take_pointer(
    pen: &mut Pen<'_>,
    ui: &Ui,
    response: &Response,
    (rect, shares): (Rect, Option<[u16; 3]>),
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
    let after = pointed(response, rect).filter(|after| shares != Some(*after));
    let Some(triangle) = after.and_then(Triangle::new) else {
        return;
    };
    if response.clicked() {
        response.request_focus();
        pen.edit(set(LensValue::Triangle(triangle)));
    } else if response.dragged() {
        pen.send(Request::Preview(set(LensValue::Triangle(triangle))));
    }
}

/// Paints the point, or a dash where nothing was answered.
fn paint(pen: &Pen<'_>, ui: &Ui, response: &Response, rect: Rect, shares: Option<[u16; 3]>) {
    let theme = pen.theme();
    let painter = ui.painter();
    let focus = Stroke::new(1.5 * theme.outline, theme.accent);
    let Some(shares) = shares else {
        if response.has_focus() || response.hovered() {
            painter.add(Shape::closed_line(corners_of(rect).to_vec(), focus));
        }
        let font = theme::regular(theme::REMARK);
        let at = rect.center() + egui::vec2(0.0, 14.0);
        painter.text(at, Align2::CENTER_CENTER, "–", font, theme.faint);
        return;
    };
    let at = point_of(rect, shares);
    for corner in corners_of(rect) {
        let line = Stroke::new(1.0, theme.accent.gamma_multiply(0.35));
        painter.line_segment([corner, at], line);
    }
    painter.circle(at, 8.5, theme.panel, Stroke::new(3.0, theme.accent));
    if response.has_focus() {
        painter.circle_stroke(at, 13.0, focus);
    }
}

/// Gives the shares under the pointer, rounded.
fn pointed(response: &Response, rect: Rect) -> Option<[u16; 3]> {
    let pos = response.interact_pointer_pos()?;
    Some(rounded(weights(pos, corners_of(rect))))
}

/// Gives the weights of the three corners at a point, kept within the triangle.
fn weights(pos: Pos2, [a, b, c]: [Pos2; 3]) -> [f32; 3] {
    let area = |p: Pos2, q: Pos2, r: Pos2| (q.x - p.x) * (r.y - p.y) - (r.x - p.x) * (q.y - p.y);
    let whole = area(a, b, c);
    if whole.abs() < f32::EPSILON {
        return [1.0 / 3.0; 3];
    }
    let raw = [area(pos, b, c), area(a, pos, c), area(a, b, pos)];
    let kept = raw.map(|part| (part / whole).max(0.0));
    let sum: f32 = kept.iter().sum();
    kept.map(|part| part / sum.max(f32::EPSILON))
}

/// Rounds weights to steps that make a whole.
fn rounded(weights: [f32; 3]) -> [u16; 3] {
    let steps = 1000 / STEP;
    let [first, second, _] = weights.map(|weight| nearest_step(weight, steps));
    let first = first.min(steps);
    let second = second.min(steps - first);
    [first * STEP, second * STEP, (steps - first - second) * STEP]
}

fn nearest_step(weight: f32, steps: u16) -> u16 {
    let mut step = 0;
    while step < steps && weight * f32::from(steps) >= f32::from(step) + 0.5 {
        step += 1;
    }
    step
}

fn take_keys(
    pen: &mut Pen<'_>,
    ui: &Ui,
    response: &Response,
    shares: Option<[u16; 3]>,
    clear: Option<&Edit>,
    set: &dyn Fn(LensValue) -> Edit,
) {
    if !response.has_focus() {
        return;
    }
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    if pressed(Key::Delete) || pressed(Key::Backspace) {
        if let Some(clear) = clear.filter(|_| shares.is_some()) {
            pen.edit(clear.clone());
        }
        return;
    }
    let corner = [Key::ArrowUp, Key::ArrowLeft, Key::ArrowRight]
        .into_iter()
        .position(pressed);
    let after = match (shares, corner) {
        (None, Some(_)) => Some([350, 350, 300]),
        (Some(shares), Some(corner)) => Some(towards(shares, corner)),
        (Some(shares), None) if pressed(Key::ArrowDown) => Some(away(shares)),
        (_, None) => None,
    };
    let after = after.filter(|after| shares != Some(*after));
    if let Some(triangle) = after.and_then(Triangle::new) {
        pen.edit(set(LensValue::Triangle(triangle)));
    }
}

/// Gives a corner a step more, taken from the larger of the others.
fn towards(mut shares: [u16; 3], corner: usize) -> [u16; 3] {
    let others = (0..3).filter(|other| *other != corner);
    let largest = others.max_by_key(|other| shares.get(*other).copied());
    let Some(from) = largest else { return shares };
    let room = shares.get(from).copied().unwrap_or_default().min(STEP);
    if let Some(share) = shares.get_mut(from) {
        *share -= room;
    }
    if let Some(share) = shares.get_mut(corner) {
        *share += room;
    }
    shares
}

/// Takes a step from the upper corner and gives it to the smaller of the others.
fn away([top, left, right]: [u16; 3]) -> [u16; 3] {
    let step = top.min(STEP);
    if left <= right {
        [top - step, left + step, right]
    } else {
        [top - step, left, right + step]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_always_make_a_whole() {
        for weights in [
            [0.34, 0.33, 0.33],
            [1.0, 0.0, 0.0],
            [0.5, 0.5, 0.0],
            [0.0, 0.02, 0.98],
        ] {
            assert_eq!(rounded(weights).iter().sum::<u16>(), 1000);
        }
        assert_eq!(towards([950, 50, 0], 0), [1000, 0, 0]);
        assert_eq!(towards([1000, 0, 0], 0), [1000, 0, 0]);
        assert_eq!(away([0, 500, 500]), [0, 500, 500]);
    }

    #[test]
    fn a_corner_is_all_of_its_share() {
        let rect = Rect::from_min_size(Pos2::ZERO, egui::vec2(200.0, 160.0));
        for (place, corner) in corners_of(rect).into_iter().enumerate() {
            let shares = rounded(weights(corner, corners_of(rect)));
            assert_eq!(shares[place], 1000);
            assert!((point_of(rect, shares) - corner).length() < 0.5);
        }
    }
}
