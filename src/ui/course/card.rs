//! A card: what a course is for, why, and what we keep in hand.

use eframe::egui::{
    self, CornerRadius, EventFilter, Id, Key, Margin, Modifiers, Order, RichText, Sense, Stroke,
    Ui, WidgetInfo, WidgetType,
};

use super::fit::Told;
use super::{COLUMNS, Course, choose, select};
use crate::edit::{Edit, Entry};
use crate::model::{self, Direction, Score, Target, Tenths};
use crate::text::course as words;
use crate::text::inspector::answer;
use crate::text::terms::Named as _;
use crate::ui::theme;
use crate::ui::widget::{
    Look, Pen, Segment, icon, icon_button_ui, note_ui, quiet_button_ui, remark_ui, segments_ui,
};

/// Gives the identity of the card of something.
pub(super) fn card_id(target: Target) -> Id {
    Id::new(("course card", target))
}

/// Draws the card of a course.
pub(super) fn card_ui(pen: &mut Pen<'_>, ui: &mut Ui, view: &mut Course, course: &model::Course) {
    let theme = pen.theme();
    let target = course.target;
    let id = card_id(target);
    let focused = ui.memory(|memory| memory.has_focus(id));
    let line = if focused {
        Stroke::new(2.0 * theme.outline, theme.accent)
    } else {
        Stroke::new(theme.outline, theme.hairline)
    };
    let place_id = id.with("place");
    // The card is sensed before its parts are, so that these keep their clicks.
    let before: Option<egui::Rect> = ui.data(|data| data.get_temp(place_id));
    if let Some(rect) = before {
        sense(pen, ui, view, target, Some(course.direction), rect);
    }
    let shown = egui::Frame::NONE
        .fill(theme.panel)
        .stroke(line)
        .corner_radius(CornerRadius::same(10))
        .inner_margin(if view.fit.lean {
            Margin::symmetric(8, 7)
        } else {
            Margin::symmetric(14, 10)
        })
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 3.0;
            body_ui(pen, ui, view, course);
        });
    let rect = shown.response.rect;
    if before != Some(rect) {
        ui.ctx().request_repaint();
    }
    ui.data_mut(|data| data.insert_temp(place_id, rect));
}

fn body_ui(pen: &mut Pen<'_>, ui: &mut Ui, view: &mut Course, course: &model::Course) {
    let (theme, language) = (pen.theme(), pen.cx.language());
    let now = pen.cx.now();
    let target = course.target;
    let name = words::target(now, target, language).unwrap_or_default();
    let open = view.open == Some(target) && !view.picture;
    ui.horizontal_top(|ui| {
        let right = if view.picture { 0.0 } else { 34.0 };
        let room = (ui.available_width() - right).max(40.0);
        ui.allocate_ui(egui::vec2(room, theme::ROW), |ui| {
            ui.set_min_width(room);
            let name = RichText::new(&name).font(theme::semibold(theme::BODY));
            ui.add(
                egui::Label::new(name.color(theme.ink))
                    .wrap()
                    .selectable(false),
            );
        });
        if !view.picture {
            let sign = if open { icon::UP } else { icon::DOWN };
            let label = answer::more(&name, language);
            if icon_button_ui(theme, ui, sign, &label).clicked() {
                view.open = if open { None } else { Some(target) };
            }
        }
    });
    if view.fit.told == Told::Name {
        return;
    }
    let about = words::role_towards(now, target, language)
        .unwrap_or_else(|| words::sort(now, target, language));
    quiet(pen, ui, &about);
    if open {
        open_ui(pen, ui, view, course);
        return;
    }
    if view.fit.told == Told::Reason {
        brief(pen, ui, &course.reason);
        return;
    }
    words_ui(pen, ui, view, course);
}

/// Draws the reason, what we keep, and the room, as far as there is room for them.
fn words_ui(pen: &Pen<'_>, ui: &mut Ui, view: &Course, course: &model::Course) {
    let language = pen.cx.language();
    told(
        pen,
        ui,
        view,
        &course.reason,
        words::PRIVATE_REASON,
        str::to_owned,
    );
    if view.fit.told == Told::Reasons {
        return;
    }
    told(pen, ui, view, &course.keep, words::PRIVATE_KEEP, |keep| {
        words::keeping(keep, language)
    });
    let room = words::room(
        course.room_given.map(Score::get),
        course.room_taken.map(Score::get),
        language,
    );
    if let Some(room) = room.filter(|_| view.fit.told == Told::All) {
        quiet(pen, ui, &room);
    }
}

fn quiet(pen: &Pen<'_>, ui: &mut Ui, words: &str) {
    let text = RichText::new(words).font(theme::regular(theme::REMARK));
    let label = egui::Label::new(text.color(pen.theme().dim));
    ui.add(label.wrap().selectable(false));
}

/// Draws the first line of a text that may be seen.
fn brief(pen: &Pen<'_>, ui: &mut Ui, note: &model::Note) {
    if let Some(text) = note.open_text() {
        let text = RichText::new(text).font(theme::regular(theme::BODY));
        let label = egui::Label::new(text.color(pen.theme().ink));
        ui.add(label.truncate().selectable(false));
    }
}

/// Draws a text, or that there is a private one; nothing of that in a picture.
fn told(
    pen: &Pen<'_>,
    ui: &mut Ui,
    view: &Course,
    note: &model::Note,
    private: crate::text::Text,
    say: impl FnOnce(&str) -> String,
) {
    if let Some(text) = note.open_text() {
        let text = RichText::new(say(text)).font(theme::regular(theme::BODY));
        let label = egui::Label::new(text.color(pen.theme().ink));
        ui.add(label.wrap().selectable(false));
    } else if !note.is_empty() && !view.picture {
        let text = RichText::new(pen.say(private)).font(theme::regular(theme::REMARK));
        let label = egui::Label::new(text.color(pen.theme().private_text));
        ui.add(label.wrap().selectable(false));
    }
}

/// Draws what can be changed of a course: reason, what we keep, room, and the column.
fn open_ui(pen: &mut Pen<'_>, ui: &mut Ui, view: &mut Course, course: &model::Course) {
    let put = |after: model::Course| Edit::Course(Entry::Put(Box::new(after)));
    let target = course.target;
    let id = card_id(target).with("reason");
    let label = pen.say(words::REASON);
    note_ui(pen, ui, id, label, Look::Entry, &course.reason, &|reason| {
        put(model::Course {
            reason,
            ..course.clone()
        })
    });
    if view.ask == Some(target) {
        view.ask = None;
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let id = card_id(target).with("keep");
    let label = pen.say(words::KEEP);
    note_ui(pen, ui, id, label, Look::Entry, &course.keep, &|keep| {
        put(model::Course {
            keep,
            ..course.clone()
        })
    });
    let with_given = |room_given| {
        put(model::Course {
            room_given,
            ..course.clone()
        })
    };
    room_ui(pen, ui, words::ROOM_GIVEN, course.room_given, &with_given);
    let with_taken = |room_taken| {
        put(model::Course {
            room_taken,
            ..course.clone()
        })
    };
    room_ui(pen, ui, words::ROOM_TAKEN, course.room_taken, &with_taken);
    moves_ui(pen, ui, view, course);
}

/// Draws how much room there is, in tenths, with a button less and a button more.
fn room_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    label: crate::text::Text,
    room: Option<Tenths>,
    set: &dyn Fn(Option<Tenths>) -> Edit,
) {
    let theme = pen.theme();
    let name = pen.say(label);
    let mut number = room.map_or(0, Tenths::get);
    remark_ui(theme, ui, name);
    ui.horizontal(|ui| {
        ui.spacing_mut().slider_width = (ui.available_width() - 64.0).max(60.0);
        let slider = egui::Slider::new(&mut number, 0..=10).show_value(false);
        let response = ui.add(slider);
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_label(name));
        let edit = set(Tenths::new(number));
        if response.dragged() && response.changed() {
            pen.send(crate::ui::cx::Request::Preview(edit));
        } else if response.drag_stopped() {
            pen.send(crate::ui::cx::Request::Commit);
        } else if response.changed() {
            pen.edit(edit);
        }
        let shown = room.map_or_else(|| "–".to_owned(), |room| room.get().to_string());
        remark_ui(theme, ui, &shown);
        if room.is_some()
            && icon_button_ui(theme, ui, icon::REMOVE, pen.say(answer::CLEAR)).clicked()
        {
            pen.edit(set(None));
        }
    });
}

fn moves_ui(pen: &mut Pen<'_>, ui: &mut Ui, view: &mut Course, course: &model::Course) {
    let language = pen.cx.language();
    ui.add_space(4.0);
    let segments = COLUMNS.map(|direction| Segment {
        label: direction.word(language),
        chosen: course.direction == direction,
    });
    let clicked = segments_ui(pen.theme(), ui, &segments);
    if let Some(direction) = clicked.and_then(|place| COLUMNS.get(place).copied()) {
        choose(pen, view, course.target, Some(direction));
    }
    if quiet_button_ui(pen.theme(), ui, pen.say(words::TAKE_OFF)).clicked() {
        view.open = None;
        choose(pen, view, course.target, None);
    }
}

/// Takes pointer and keys of a card: click selects, drag carries, Alt or Ctrl with an arrow moves to the next column.
pub(super) fn sense(
    pen: &mut Pen<'_>,
    ui: &Ui,
    view: &mut Course,
    target: Target,
    direction: Option<Direction>,
    rect: egui::Rect,
) {
    if view.picture {
        return;
    }
    let language = pen.cx.language();
    let name = words::target(pen.cx.now(), target, language).unwrap_or_default();
    let id = card_id(target);
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let label = words::card(&name, direction, language);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &label));
    if view.focus == Some(target) {
        view.focus = None;
        if view.ask != Some(target) {
            response.request_focus();
        }
    }
    response.dnd_set_drag_payload(target);
    if response.dragged() {
        carried(pen, ui, &name);
    }
    if response.clicked() {
        response.request_focus();
        select(pen, target);
    }
    if response.has_focus() {
        let filter = EventFilter {
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        if let Some(next) = moved(ui, direction) {
            choose(pen, view, target, next);
        }
    }
}

/// Gives the column to which the keys move a card, none for the tray: from the tray to the right, and back beyond the first.
#[expect(clippy::option_option, reason = "no key, the tray, or a column")]
fn moved(ui: &Ui, from: Option<Direction>) -> Option<Option<Direction>> {
    let pressed = |key| {
        ui.input_mut(|input| {
            input.consume_key(Modifiers::ALT, key) || input.consume_key(Modifiers::COMMAND, key)
        })
    };
    let place = from.and_then(|from| COLUMNS.iter().position(|column| *column == from));
    if pressed(Key::ArrowRight) {
        let next = place.map_or(0, |place| place + 1);
        return COLUMNS.get(next).map(|next| Some(*next));
    }
    if pressed(Key::ArrowLeft) {
        let place = place?;
        return Some(
            place
                .checked_sub(1)
                .and_then(|next| COLUMNS.get(next).copied()),
        );
    }
    None
}

/// Draws what is carried beside the pointer.
fn carried(pen: &Pen<'_>, ui: &Ui, name: &str) {
    let Some(pos) = ui.input(|input| input.pointer.interact_pos()) else {
        return;
    };
    let theme = pen.theme();
    let layer = egui::LayerId::new(Order::Tooltip, Id::new("carried card"));
    let painter = ui.ctx().layer_painter(layer);
    let font = theme::semibold(theme::BODY);
    let galley = painter.layout(name.to_owned(), font, theme.ink, 240.0);
    let rect = egui::Rect::from_min_size(pos + egui::vec2(12.0, 8.0), galley.size());
    let line = Stroke::new(1.5 * theme.outline, theme.accent);
    let ground = rect.expand2(egui::vec2(12.0, 8.0));
    painter.rect(ground, 10.0, theme.panel, line, egui::StrokeKind::Inside);
    painter.galley(rect.min, galley, theme.ink);
    ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
}
