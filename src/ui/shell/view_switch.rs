//! The switch between the six views, at the top left of the map: words beside each other, or one word with a menu
//! where there is no room for six.

use eframe::egui::{
    self, Popup, PopupCloseBehavior, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, WidgetType, vec2,
};

use crate::model::Arrangement;
use crate::text::shell as words;
use crate::text::terms::Named as _;
use crate::ui::command::Command;
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::theme::{self, icons};

/// The room that the switch takes from the top of the map.
pub(crate) const VIEW_SWITCH: f32 = 54.0;
/// How far it stands from the edges.
const EDGE: f32 = 16.0;
/// The height of the switch.
const HEIGHT: f32 = 36.0;
/// The room between the words and the edge of their segment.
const PADDING: f32 = 12.0;
/// The room round the segments.
const RIM: f32 = 4.0;

/// Draws the switch over the top left corner of a rectangle; gives what it covers.
pub(crate) fn view_switch_ui(cx: &Cx<'_>, ui: &mut Ui, room: Rect, out: &mut Outbox) -> Rect {
    let words: Vec<&str> = Arrangement::ALL
        .iter()
        .map(|view| view.word(cx.language()))
        .collect();
    let widths: Vec<f32> = words
        .iter()
        .map(|word| {
            let font = theme::semibold(theme::HEAD);
            let galley = ui
                .painter()
                .layout_no_wrap((*word).to_owned(), font, cx.theme.ink);
            galley.size().x + 2.0 * PADDING
        })
        .collect();
    let wide = widths.iter().sum::<f32>() + 2.0 * RIM;
    let corner = room.min + vec2(EDGE, EDGE - RIM);
    let builder = UiBuilder::new().id_salt("view switch").max_rect(room);
    let mut within = ui.new_child(builder);
    within.set_clip_rect(room.intersect(ui.clip_rect()));
    if wide + 2.0 * EDGE <= room.width() {
        let bounds = Rect::from_min_size(corner, vec2(wide, HEIGHT));
        board(cx, &within, bounds);
        let mut left = bounds.left() + RIM;
        for ((view, word), wide) in Arrangement::ALL.iter().zip(words).zip(widths) {
            let cell = Rect::from_min_size(
                egui::pos2(left, bounds.top() + RIM),
                vec2(wide, HEIGHT - 2.0 * RIM),
            );
            left += wide;
            if segment_ui(cx, &within, cell, *view, word).clicked() {
                out.send(Request::Run(Command::Show(*view)));
            }
        }
        bounds
    } else {
        drop_down_ui(cx, &mut within, corner, out)
    }
}

/// Paints what the segments lie on; what lies under it gets no clicks.
fn board(cx: &Cx<'_>, ui: &Ui, bounds: Rect) {
    ui.interact(bounds, ui.id().with("board"), Sense::click_and_drag());
    let line = Stroke::new(1.0, cx.theme.hairline);
    ui.painter()
        .rect(bounds, 10.0, cx.theme.panel, line, StrokeKind::Inside);
}

fn segment_ui(cx: &Cx<'_>, ui: &Ui, cell: Rect, view: Arrangement, word: &str) -> Response {
    let chosen = cx.view.arrangement == view;
    let response = ui.interact(cell, ui.id().with(view.code()), Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::SelectableLabel, true, chosen, word));
    let (fill, ink) = if chosen {
        (cx.theme.accent, cx.theme.on_accent)
    } else if response.hovered() {
        (cx.theme.soft, cx.theme.ink)
    } else {
        (cx.theme.panel, cx.theme.ink)
    };
    let line = if response.has_focus() {
        Stroke::new(2.0 * cx.theme.outline, cx.theme.accent)
    } else {
        Stroke::NONE
    };
    let painter = ui.painter();
    painter.rect(cell, 7.0, fill, line, StrokeKind::Outside);
    let font = if chosen {
        theme::semibold(theme::HEAD)
    } else {
        theme::medium(theme::HEAD)
    };
    let galley = painter.layout_no_wrap(word.to_owned(), font, ink);
    painter.galley(cell.center() - galley.size() / 2.0, galley, ink);
    response
}

fn drop_down_ui(cx: &Cx<'_>, ui: &mut Ui, corner: egui::Pos2, out: &mut Outbox) -> Rect {
    let word = cx.view.arrangement.word(cx.language());
    let galley =
        ui.painter()
            .layout_no_wrap(word.to_owned(), theme::semibold(theme::HEAD), cx.theme.ink);
    let size = vec2(galley.size().x + 2.0 * PADDING + 22.0, HEIGHT);
    let bounds = Rect::from_min_size(corner, size);
    let button = ui.interact(bounds, ui.id().with("views"), Sense::click());
    button.widget_info(|| {
        let mut info = WidgetInfo::labeled(WidgetType::ComboBox, true, cx.say(words::VIEW_SWITCH));
        info.current_text_value = Some(word.to_owned());
        info
    });
    let edge = if button.has_focus() || button.hovered() {
        Stroke::new(1.5 * cx.theme.outline, cx.theme.accent)
    } else {
        Stroke::new(1.0, cx.theme.hairline)
    };
    let painter = ui.painter();
    painter.rect(bounds, 10.0, cx.theme.panel, edge, StrokeKind::Inside);
    let at = bounds.left_center() + vec2(PADDING, -galley.size().y / 2.0);
    painter.galley(at, galley, cx.theme.ink);
    painter.text(
        bounds.right_center() - vec2(PADDING + 6.0, 0.0),
        egui::Align2::CENTER_CENTER,
        icons::DOWN,
        theme::icon(16.0),
        cx.theme.dim,
    );
    Popup::menu(&button)
        .close_behavior(PopupCloseBehavior::CloseOnClick)
        .show(|ui| {
            for view in Arrangement::ALL {
                let chosen = cx.view.arrangement == *view;
                let row = ui.selectable_label(chosen, view.word(cx.language()));
                if row.clicked() {
                    out.send(Request::Run(Command::Show(*view)));
                }
            }
        });
    bounds
}
