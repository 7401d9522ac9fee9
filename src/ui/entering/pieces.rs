//! What the sheets and the quick line draw alike.

use eframe::egui::{
    self, Align2, Button, Color32, CornerRadius, Frame, Id, Margin, Pos2, Response, RichText,
    Sense, Shape, Stroke, Ui, Vec2, pos2, vec2,
};

use crate::model::Arena;
use crate::text::entering as words;
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::theme::{self, Theme};

/// How a pill looks.
#[derive(Clone, Copy)]
pub(super) struct Pill {
    pub(super) fill: Color32,
    pub(super) stroke: Stroke,
    pub(super) ink: Color32,
    pub(super) strong: bool,
}

impl Pill {
    /// Something quiet.
    pub(super) fn quiet(theme: &Theme) -> Self {
        Self {
            fill: theme.field,
            stroke: Stroke::new(1.0, theme.hairline),
            ink: theme.ink,
            strong: false,
        }
    }

    /// Something chosen.
    pub(super) fn chosen(theme: &Theme) -> Self {
        Self {
            fill: theme.accent,
            stroke: Stroke::new(1.0, theme.accent),
            ink: theme.on_accent,
            strong: true,
        }
    }

    /// Chosen or quiet.
    pub(super) fn of(theme: &Theme, chosen: bool) -> Self {
        if chosen {
            Self::chosen(theme)
        } else {
            Self::quiet(theme)
        }
    }

    /// An arena in its own colours, outlined when chosen.
    pub(super) fn arena(theme: &Theme, arena: Option<Arena>, chosen: bool) -> Self {
        let colours = theme.arena(arena);
        Self {
            fill: colours.tint,
            stroke: if chosen {
                Stroke::new(2.0 * theme.outline, colours.stroke)
            } else {
                Stroke::new(1.0, theme.hairline)
            },
            ink: theme.ink,
            strong: chosen,
        }
    }
}

/// Draws a pill that can be clicked; `selected` is told to who cannot see it.
pub(super) fn pill(ui: &mut Ui, text: &str, look: Pill, selected: bool) -> Response {
    let font = if look.strong {
        theme::semibold(13.5)
    } else {
        theme::medium(13.5)
    };
    let text = short(text);
    let button = Button::new(RichText::new(text).font(font).color(look.ink))
        .wrap_mode(egui::TextWrapMode::Extend)
        .fill(look.fill)
        .stroke(look.stroke)
        .corner_radius(CornerRadius::same(15))
        .min_size(vec2(0.0, theme::ROW))
        .selected(selected);
    // Not in a scope of its own: a row that wraps must see how wide the pill is.
    let padding = std::mem::replace(&mut ui.spacing_mut().button_padding, vec2(12.0, 5.0));
    let response = ui.add(button);
    ui.spacing_mut().button_padding = padding;
    outline_focus(ui, &response);
    response
}

/// Shortens a name to what fits a pill.
pub(super) fn short(name: &str) -> String {
    const MOST: usize = 44;
    if name.chars().count() <= MOST {
        return name.to_owned();
    }
    let start: String = name.chars().take(MOST - 1).collect();
    format!("{}…", start.trim_end())
}

/// Shows where the keyboard is, for what has its own fill.
pub(super) fn outline_focus(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let stroke = Stroke::new(2.0, ui.visuals().text_color());
        let rect = response.rect.expand(2.0);
        ui.painter()
            .rect_stroke(rect, 16.0, stroke, egui::StrokeKind::Outside);
    }
}

/// Draws a button with the accent, for the one thing that a sheet is for.
pub(super) fn main_button(ui: &mut Ui, theme: &Theme, text: &str, enabled: bool) -> Response {
    let text = RichText::new(text)
        .font(theme::semibold(theme::BODY))
        .color(theme.on_accent);
    let button = Button::new(text)
        .fill(theme.accent)
        .min_size(vec2(0.0, 34.0));
    let response = ui.add_enabled(enabled, button);
    outline_focus(ui, &response);
    response
}

/// Draws a quiet button.
pub(super) fn quiet_button(ui: &mut Ui, text: &str) -> Response {
    ui.add(
        Button::new(RichText::new(text).font(theme::medium(theme::BODY))).min_size(vec2(0.0, 34.0)),
    )
}

/// Draws the head of a block.
pub(super) fn head(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    ui.label(
        RichText::new(text)
            .font(theme::semibold(theme::HEAD))
            .color(theme.ink),
    )
}

/// Draws a remark.
pub(super) fn remark(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    ui.label(
        RichText::new(text)
            .font(theme::regular(theme::REMARK))
            .color(theme.dim),
    )
}

/// Draws a sentence that says what is wrong.
pub(super) fn trouble(ui: &mut Ui, theme: &Theme, text: &str) {
    ui.label(
        RichText::new(text)
            .font(theme::medium(theme::REMARK))
            .color(theme.conflict),
    );
}

/// What a sheet is called, in the program and on screen.
pub(super) struct SheetName {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
}

/// Draws a sheet over the map with a title, a body that scrolls and a foot that stays.
pub(super) fn sheet<S>(
    cx: &Cx<'_>,
    ui: &Ui,
    SheetName { id, title }: SheetName,
    state: &mut S,
    out: &mut Outbox,
    body: impl FnOnce(&mut Ui, &mut S, &mut Outbox),
    foot: impl FnOnce(&mut Ui, &mut S, &mut Outbox),
) {
    let room = ui.ctx().content_rect();
    let narrow = room.width() < 700.0;
    let (pad, edge) = if narrow { (14, 8.0) } else { (22, 28.0) };
    let width = (room.width() - 2.0 * (edge + f32::from(pad))).min(720.0);
    let height = room.height() - 2.0 * (edge + f32::from(pad)) - 2.0;
    let frame = Frame::new()
        .fill(cx.theme.panel)
        .stroke(Stroke::new(1.0, cx.theme.hairline))
        .corner_radius(CornerRadius::same(12))
        .inner_margin(Margin::same(pad));
    let shade = cx
        .theme
        .ink
        .gamma_multiply(if cx.theme.dark { 0.12 } else { 0.22 });
    let modal = egui::Modal::new(Id::new(id))
        .area(egui::Modal::default_area(Id::new(id)).fade_in(false))
        .frame(frame)
        .backdrop_color(shade);
    modal.show(ui.ctx(), |ui| {
        ui.set_width(width);
        ui.set_max_height(height);
        ui.horizontal(|ui| {
            let close = cx.say(words::CLOSE);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if quiet_button(ui, close).clicked() {
                    out.send(Request::Overlay(None));
                }
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    let title = RichText::new(title)
                        .font(theme::bold(theme::SUBJECT))
                        .color(cx.theme.ink);
                    ui.add(egui::Label::new(title).truncate());
                });
            });
        });
        ui.add_space(theme::STEP);
        let most = (height - 34.0 - 34.0 - 52.0).max(120.0);
        egui::ScrollArea::vertical()
            .max_height(most)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                // Room for the scroll bar and for the outline of what has the focus.
                Frame::NONE
                    .inner_margin(Margin {
                        left: 3,
                        right: 12,
                        top: 3,
                        bottom: 3,
                    })
                    .show(ui, |ui| {
                        ui.set_width(ui.available_width());
                        body(ui, state, out);
                    });
            });
        ui.add_space(theme::STEP);
        ui.separator();
        foot(ui, state, out);
    });
}

/// Draws the mark of an arena: its shape in its colours; a grey pill where it was not asked.
pub(super) fn arena_mark(
    ui: &mut Ui,
    theme: &Theme,
    arena: Option<Arena>,
    radius: f32,
) -> Response {
    let size = Vec2::splat(2.0 * radius + 4.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    paint_mark(ui.painter(), theme, arena, rect.center(), radius);
    response
}

fn paint_mark(
    painter: &egui::Painter,
    theme: &Theme,
    arena: Option<Arena>,
    middle: Pos2,
    radius: f32,
) {
    let colours = theme.arena(arena);
    let stroke = Stroke::new(1.8 * theme.outline, colours.stroke);
    let box_of = |size: Vec2, corner: f32| {
        let rect = egui::Rect::from_center_size(middle, size);
        painter.rect(rect, corner, colours.tint, stroke, egui::StrokeKind::Inside);
    };
    let sides = match arena {
        None => return box_of(vec2(2.0 * radius, 1.3 * radius), radius),
        Some(Arena::Institutions) => return box_of(Vec2::splat(1.75 * radius), 0.28 * radius),
        Some(Arena::Officials) => {
            painter.circle(middle, radius, colours.tint, stroke);
            return;
        }
        Some(Arena::Governing) => (6, 0.0),
        Some(Arena::Government) => (7, -90.0),
        Some(Arena::Market) => (4, -90.0),
        Some(Arena::Residents) => (5, -90.0),
        Some(Arena::Knowledge) => (3, -90.0),
        Some(Arena::Media) => (8, 22.5),
    };
    let points = polygon(middle, radius, sides);
    painter.add(Shape::convex_polygon(points, colours.tint, stroke));
}

/// Draws a row with the mark and name of an actor, that can be clicked.
pub(super) fn actor_row(
    ui: &mut Ui,
    theme: &Theme,
    arena: Option<Arena>,
    name: &str,
    chosen: bool,
) -> Response {
    let size = vec2(ui.available_width(), theme::ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    if chosen || response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 8.0, theme.soft);
    }
    let mark = pos2(rect.left() + 16.0, rect.center().y);
    paint_mark(ui.painter(), theme, arena, mark, 8.0);
    let font = if chosen {
        theme::semibold(theme::BODY)
    } else {
        theme::regular(theme::BODY)
    };
    let mut job = egui::text::LayoutJob::simple_singleline(name.to_owned(), font, theme.ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width() - 44.0);
    let galley = ui.painter().layout_job(job);
    let pos = pos2(rect.left() + 34.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(pos, galley, theme.ink);
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::WidgetType::SelectableLabel, true, chosen, name)
    });
    response
}

fn polygon(middle: Pos2, radius: f32, (sides, turn): (u8, f32)) -> Vec<Pos2> {
    (0..sides)
        .map(|side| {
            let angle = (turn + 360.0 * f32::from(side) / f32::from(sides)).to_radians();
            middle + radius * Vec2::angled(angle)
        })
        .collect()
}

/// Draws a field of one line with a label that can be seen; gives the response of the field.
pub(super) fn field(ui: &mut Ui, id: Id, text: &mut String, hint: &str, width: f32) -> Response {
    let edit = egui::TextEdit::singleline(text)
        .id(id)
        .hint_text(hint)
        .margin(Margin::symmetric(10, 7))
        .desired_width(width);
    let response = ui.add(edit);
    name_field(ui, id, hint);
    response
}

/// Draws a field of a few lines.
pub(super) fn area(ui: &mut Ui, id: Id, text: &mut String, label: &str, rows: usize) -> Response {
    let edit = egui::TextEdit::multiline(text)
        .id(id)
        .margin(Margin::symmetric(10, 7))
        .desired_rows(rows)
        .desired_width(f32::INFINITY);
    let response = ui.add(edit);
    name_field(ui, id, label);
    response
}

/// Names a field for who cannot see it.
pub(super) fn name_field(ui: &Ui, id: Id, label: &str) {
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_label(label));
}

/// Writes a number with its sign, with a true minus.
pub(super) fn signed(number: i8) -> String {
    match number {
        0 => "0".to_owned(),
        1.. => format!("+{number}"),
        _ => format!("−{}", number.unsigned_abs()),
    }
}

/// Writes a small text at the right within a rectangle.
pub(super) fn at_right(ui: &Ui, rect: egui::Rect, text: &str, ink: Color32) {
    let pos = pos2(rect.right(), rect.center().y);
    ui.painter()
        .text(pos, Align2::RIGHT_CENTER, text, theme::regular(12.5), ink);
}
