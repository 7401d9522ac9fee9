//! Draws the legend, and the small button that folds and opens it.

use eframe::egui::{
    Align2, Id, Rect, Response, ScrollArea, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    WidgetInfo, WidgetType, vec2,
};

use super::sign::{self, SIGN};
use super::{Legend, Row, Sign};
use crate::text::{Text, canvas as words};
use crate::ui::canvas::camera::inset;
use crate::ui::canvas::sight::QUICK_LINE;
use crate::ui::canvas::{LEGEND_FROM, units, wall};
use crate::ui::command::Command;
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::theme;

/// The height of a row where there is room, where it is scarce, and at least.
const ROWS: [f32; 3] = [23.0, 18.5, 16.5];
const PADDING: f32 = 14.0;
const GAP: f32 = 9.0;
const CORNER: f32 = 16.0;
const BETWEEN: f32 = 10.0;
/// How many times as wide as the legend the map must be to keep it open.
const SHARE: f32 = 3.8;

/// How large the legend is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Measures {
    /// By how much letters are larger: a picture has no zoom of its own.
    scale: f32,
    /// The height of a row.
    row: f32,
    /// Width and height of the whole.
    size: Vec2,
}

/// Gives the room for the legend: to the left, above the quick line.
fn room(cx: &Cx<'_>, rect: Rect, picture: bool) -> Rect {
    let top = CORNER + wall::picture_title_height(cx, rect.width(), picture);
    let bottom = if picture {
        CORNER
    } else {
        QUICK_LINE + CORNER * 0.25
    };
    inset(rect, CORNER, top, CORNER, bottom)
}

/// Gives how large the legend is; nothing where the map would not keep enough room beside it.
fn measures(cx: &Cx<'_>, ui: &Ui, legend: &Legend, rect: Rect, picture: bool) -> Option<Measures> {
    let found = largest(cx, ui, legend, rect, picture)?;
    // Beside a panel the map comes first: there the legend is one click away.
    let share = if picture { 3.0 } else { SHARE };
    (rect.width() >= share * found.size.x).then_some(found)
}

/// Gives how large the legend would be over the map.
fn largest(cx: &Cx<'_>, ui: &Ui, legend: &Legend, rect: Rect, picture: bool) -> Option<Measures> {
    let scale = if picture { cx.text_scale() } else { 1.0 };
    let room = room(cx, rect, picture);
    let tries = ROWS.map(|row| Measures {
        scale,
        row: row * scale,
        size: wanted(cx, ui, legend, scale, row),
    });
    let whole = tries.iter().find(|it| it.size.y <= room.height()).copied();
    // What scrolls in a window would be cut off in a picture.
    let found = if picture {
        whole
    } else {
        whole.or(tries.last().copied())
    }?;
    let wide_enough = rect.width() >= 1.5 * found.size.x;
    let high_enough = room.height() >= 0.6 * found.size.y;
    (wide_enough && high_enough).then_some(found)
}

/// Gives the room that the legend takes from the left edge.
pub(in crate::ui::canvas) fn width(
    cx: &Cx<'_>,
    ui: &Ui,
    legend: &Legend,
    rect: Rect,
    picture: bool,
) -> f32 {
    measures(cx, ui, legend, rect, picture).map_or(0.0, |it| CORNER + it.size.x)
}

fn wanted(cx: &Cx<'_>, ui: &Ui, legend: &Legend, scale: f32, row: f32) -> Vec2 {
    let widest = legend
        .rows()
        .map(|row| {
            let font = theme::regular(theme::REMARK * scale);
            let words = row.words(cx);
            let galley = ui.painter().layout_no_wrap(words, font, cx.theme.ink);
            let indent = if row.sign == Sign::None {
                0.0
            } else {
                SIGN + GAP
            };
            galley.size().x / scale + indent
        })
        .fold(0.0, f32::max);
    let rows = units::real(legend.rows().count());
    let gaps = units::real(legend.blocks.len().saturating_sub(1));
    let width = widest + 2.0 * PADDING;
    vec2(width, rows * row + gaps * BETWEEN + row + 1.5 * PADDING) * scale
}

/// At which side of the map the legend stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui::canvas) enum Side {
    /// At the left, where the map keeps room for it.
    Left,
    /// At the right, over a view that takes the whole width.
    Right,
}

/// Draws the legend at a side, under what stands at the top.
pub(in crate::ui::canvas) fn legend_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    legend: &Legend,
    (rect, side): (Rect, Side),
    picture: bool,
    out: &mut Outbox,
) {
    let beside = measures(cx, ui, legend, rect, picture).filter(|_| side == Side::Left);
    let may = !picture && side == Side::Left && rect.width() >= LEGEND_FROM;
    let over = beside.is_none() && may;
    let opened = Id::new("the legend stands over the map");
    let found = if side == Side::Right {
        largest(cx, ui, legend, rect, picture)
    } else if over {
        let open = ui.data(|data| data.get_temp(opened).unwrap_or(false));
        let found = largest(cx, ui, legend, rect, picture).filter(|_| open);
        if found.is_none() && button(cx, ui, (rect, side)).clicked() {
            ui.data_mut(|data| data.insert_temp(opened, true));
        }
        found
    } else {
        beside
    };
    let Some(measures) = found else { return };
    let room = room(cx, rect, picture);
    let height = measures.size.y.min(room.height());
    let size = vec2(measures.size.x, height);
    let bounds = match side {
        Side::Left => Rect::from_min_size(room.min, size),
        Side::Right => Rect::from_min_size(room.right_top() - vec2(size.x, 0.0), size),
    };
    // Swallows what would otherwise reach the map under it.
    ui.interact(bounds, ui.id().with("legend"), Sense::click_and_drag());
    let stroke = Stroke::new(1.0, cx.theme.hairline);
    let kind = StrokeKind::Inside;
    ui.painter()
        .rect(bounds, 12.0, cx.theme.panel, stroke, kind);
    let mut within = ui.new_child(UiBuilder::new().max_rect(bounds.shrink(1.0)));
    within.set_clip_rect(bounds.intersect(ui.clip_rect()));
    within.spacing_mut().item_spacing = Vec2::ZERO;
    if head_ui(cx, &mut within, picture, measures) {
        if over {
            ui.data_mut(|data| data.remove::<bool>(opened));
        } else {
            out.send(Request::Run(Command::Legend));
        }
    }
    ScrollArea::vertical()
        .id_salt("legend rows")
        .show(&mut within, |ui| rows_ui(cx, ui, legend, measures));
}

/// Draws the head; says whether the legend is to be folded.
fn head_ui(cx: &Cx<'_>, ui: &mut Ui, picture: bool, measures: Measures) -> bool {
    let Measures { scale, row, .. } = measures;
    let size = vec2(ui.available_width(), row + PADDING * 0.5 * scale);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let at = rect.left_center() + vec2(PADDING * scale, 2.0);
    let font = theme::semibold(theme::REMARK * scale);
    let head = cx.say(words::LEGEND);
    ui.painter()
        .text(at, Align2::LEFT_CENTER, head, font, cx.theme.dim);
    if picture {
        return false;
    }
    let spot = Rect::from_center_size(rect.right_center() - vec2(18.0, -2.0), Vec2::splat(28.0));
    small_button(cx, ui, (spot, spot), words::HIDE_LEGEND, Fold::Close).clicked()
}

/// Which way the small button points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fold {
    Open,
    Close,
}

fn small_button(
    cx: &Cx<'_>,
    ui: &Ui,
    (hit, sign): (Rect, Rect),
    text: Text,
    fold: Fold,
) -> Response {
    let button = ui.interact(hit, ui.id().with("legend button"), Sense::click());
    let label = cx.say(text);
    button.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, label));
    let ink = if button.hovered() || button.has_focus() {
        cx.theme.ink
    } else {
        cx.theme.dim
    };
    if button.has_focus() {
        let stroke = Stroke::new(2.0, cx.theme.accent);
        let kind = StrokeKind::Inside;
        ui.painter().rect_stroke(hit, 7.0, stroke, kind);
    }
    let tip = match fold {
        Fold::Open => 3.0,
        Fold::Close => -3.0,
    };
    let middle = sign.center();
    let path = vec![
        middle + vec2(-5.0, -tip),
        middle + vec2(0.0, tip),
        middle + vec2(5.0, -tip),
    ];
    ui.painter().add(Shape::line(path, Stroke::new(1.8, ink)));
    button.on_hover_text(label)
}

/// Draws the button that opens the legend.
pub(in crate::ui::canvas) fn button_ui(
    cx: &Cx<'_>,
    ui: &Ui,
    place: (Rect, Side),
    out: &mut Outbox,
) {
    if button(cx, ui, place).clicked() {
        out.send(Request::Run(Command::Legend));
    }
}

fn button(cx: &Cx<'_>, ui: &Ui, (rect, side): (Rect, Side)) -> Response {
    let font = theme::regular(theme::REMARK);
    let words = cx.say(words::LEGEND).to_owned();
    let galley = ui.painter().layout_no_wrap(words, font, cx.theme.dim);
    let size = vec2(galley.size().x + 2.0 * PADDING + 16.0, 30.0);
    let corner = match side {
        Side::Left => rect.min + Vec2::splat(CORNER),
        Side::Right => rect.right_top() + vec2(-CORNER - size.x, CORNER),
    };
    let bounds = Rect::from_min_size(corner, size);
    let stroke = Stroke::new(1.0, cx.theme.hairline);
    let kind = StrokeKind::Inside;
    ui.painter()
        .rect(bounds, 10.0, cx.theme.panel, stroke, kind);
    let at = bounds.left_center() + vec2(PADDING, -galley.size().y / 2.0);
    ui.painter().galley(at, galley, cx.theme.dim);
    let spot = Rect::from_center_size(bounds.right_center() - vec2(18.0, 0.0), Vec2::splat(28.0));
    small_button(cx, ui, (bounds, spot), words::LEGEND, Fold::Open)
}

fn rows_ui(cx: &Cx<'_>, ui: &mut Ui, legend: &Legend, measures: Measures) {
    let scale = measures.scale;
    for (index, block) in legend.blocks.iter().enumerate() {
        if index > 0 {
            ui.add_space(BETWEEN * scale);
        }
        for row in block {
            row_ui(cx, ui, row, measures);
        }
    }
    ui.add_space(PADDING * 0.5 * scale);
}

fn row_ui(cx: &Cx<'_>, ui: &mut Ui, row: &Row, measures: Measures) {
    let scale = measures.scale;
    let size = vec2(ui.available_width(), measures.row);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let left = rect.left_center() + vec2(PADDING * scale, 0.0);
    let label = row.words(cx);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &label));
    let (at, ink) = if row.sign == Sign::None {
        (left, cx.theme.dim)
    } else {
        (left + vec2((SIGN + GAP) * scale, 0.0), cx.theme.ink)
    };
    let font = theme::regular(theme::REMARK * scale);
    ui.painter().text(at, Align2::LEFT_CENTER, label, font, ink);
    let middle = left + vec2(SIGN * scale / 2.0, 0.0);
    // Signs of rows that stand close do not touch.
    let sign_scale = scale.min(measures.row / ROWS[0]).max(scale * 0.82);
    if row.sign == Sign::Doubt {
        let font = theme::bold(15.0 * scale);
        ui.painter()
            .text(middle, Align2::CENTER_CENTER, "?", font, cx.theme.ink);
    }
    ui.painter()
        .extend(sign::shapes(cx.theme, row.sign, middle, sign_scale));
}
