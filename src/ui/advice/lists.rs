//! The two lists: verbinden at the left, regie at the right.

use eframe::egui::{self, Color32, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType};

use super::compute::Computed;
use super::{Advice, show_pair};
use crate::analysis::advice::PairAdvice;
use crate::text::Text;
use crate::text::advice::{Telling, panel, strength};
use crate::ui::cx::{Cx, Outbox};
use crate::ui::theme;
use crate::ui::widget::{quiet_button_ui, remark_ui};

/// How many pairs of each list stand there at first.
const FIRST: usize = 4;
/// How many stand there when more are asked for.
const MORE: usize = 60;
/// Narrower than this the lists stand under each other.
const TWO_COLUMNS: f32 = 430.0;

/// One of the two lists.
struct List<'a> {
    head: Text,
    remark: Text,
    colour: Color32,
    double: bool,
    places: &'a [usize],
}

/// Draws both lists.
pub(super) fn lists_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    advice: &mut Advice,
    (computed, telling): (&Computed, &Telling<'_>),
    chosen: Option<usize>,
    out: &mut Outbox,
) {
    let lists = [
        List {
            head: panel::VERBINDEN,
            remark: panel::UNLIKE,
            colour: cx.theme.bridge,
            double: false,
            places: &computed.verbinden,
        },
        List {
            head: panel::REGIE,
            remark: panel::ALIKE,
            colour: cx.theme.regie,
            double: true,
            places: &computed.regie,
        },
    ];
    let shown = if advice.all_pairs { MORE } else { FIRST };
    let mut clicked = None;
    if ui.available_width() >= TWO_COLUMNS {
        ui.spacing_mut().item_spacing.x = 16.0;
        ui.columns(2, |columns| {
            for (ui, list) in columns.iter_mut().zip(&lists) {
                clicked = clicked.or(list_ui(cx, ui, list, telling, chosen, shown));
            }
        });
        ui.spacing_mut().item_spacing.x = 8.0;
    } else {
        for list in &lists {
            clicked = clicked.or(list_ui(cx, ui, list, telling, chosen, shown));
            ui.add_space(8.0);
        }
    }
    if let Some(place) = clicked {
        show_pair(cx, advice, computed, place, out);
    }
    if lists.iter().any(|list| list.places.len() > FIRST) {
        let label = if advice.all_pairs {
            panel::FEWER
        } else {
            panel::MORE
        };
        if quiet_button_ui(cx.theme, ui, cx.say(label)).clicked() {
            advice.all_pairs = !advice.all_pairs;
        }
    }
}

fn list_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    list: &List<'_>,
    telling: &Telling<'_>,
    chosen: Option<usize>,
    shown: usize,
) -> Option<usize> {
    head_line_ui(cx, ui, list);
    if list.places.is_empty() {
        remark_ui(cx.theme, ui, cx.say(panel::NO_PAIRS));
    }
    let mut clicked = None;
    for place in list.places.iter().take(shown) {
        let Some(row) = telling.analysis.advice.get(*place) else {
            continue;
        };
        if card_ui(cx, ui, telling, row, list.colour, chosen == Some(*place)) {
            clicked = Some(*place);
        }
    }
    clicked
}

/// Draws the head of a list with a line in the way the role is drawn on the map.
fn head_line_ui(cx: &Cx<'_>, ui: &mut Ui, list: &List<'_>) {
    let width = ui.available_width();
    let head = cx.say(list.head);
    let remark = cx.say(list.remark);
    let painter = ui.painter();
    let head = painter.layout_no_wrap(head.to_owned(), theme::bold(15.5), list.colour);
    let beside = painter.layout_no_wrap(
        remark.to_owned(),
        theme::regular(theme::REMARK),
        cx.theme.dim,
    );
    let fits = head.size().x + beside.size().x + 12.0 <= width;
    let (rect, response) = ui.allocate_exact_size(egui::vec2(width, 30.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, cx.say(list.head)));
    let painter = ui.painter();
    let base = rect.bottom() - 8.0;
    let left = egui::pos2(rect.left(), base - head.size().y);
    painter.galley(left, head, list.colour);
    if fits {
        let right = egui::pos2(rect.right() - beside.size().x, base - beside.size().y - 1.0);
        painter.galley(right, beside, cx.theme.dim);
    }
    let line = |y: f32, width: f32| {
        painter.hline(
            rect.x_range(),
            y,
            Stroke::new(width * cx.theme.outline, list.colour),
        );
    };
    if list.double {
        line(rect.bottom() - 4.0, 1.5);
        line(rect.bottom() - 0.5, 1.5);
    } else {
        line(rect.bottom() - 2.0, 3.0);
    }
}

/// Draws one pair; says whether it was clicked.
fn card_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    telling: &Telling<'_>,
    row: &PairAdvice,
    colour: Color32,
    chosen: bool,
) -> bool {
    let theme = cx.theme;
    let width = ui.available_width();
    let inner = (width - 26.0).max(60.0);
    let name = telling.both(row.i, row.j);
    let reason = telling.reason(row);
    let word = strength(row.strength).get(cx.language());
    let label = format!("{name}, {word}, {reason}");
    let remark = theme::regular(theme::REMARK);
    let painter = ui.painter();
    let name = painter.layout(name, theme::semibold(theme::HEAD), theme.ink, inner);
    let reason = painter.layout(reason, remark.clone(), theme.dim, inner);
    let word = painter.layout_no_wrap(word.to_owned(), remark, theme.ink);
    // A field too small to rank shows no strength.
    let word_height = if telling.analysis.ranked { 18.0 } else { 0.0 };
    let name_height = name.size().y;
    let height = name_height + word_height + reason.size().y + 22.0;
    let (rect, response) = ui.allocate_exact_size(egui::vec2(width, height), Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(WidgetType::SelectableLabel, true, chosen, label.as_str())
    });
    frame_card(cx, ui, rect, &response, chosen);
    let painter = ui.painter();
    let mut at = rect.left_top() + egui::vec2(13.0, 9.0);
    painter.galley(at, name, theme.ink);
    at.y += name_height + 2.0;
    if telling.analysis.ranked {
        let first = at + egui::vec2(0.0, 5.0);
        squares(ui, first, telling.squares(row), colour, theme.hairline);
        painter.galley(at + egui::vec2(66.0, 0.0), word, theme.ink);
        at.y += word_height;
    }
    painter.galley(at, reason, theme.dim);
    response.clicked()
}

fn frame_card(cx: &Cx<'_>, ui: &Ui, rect: egui::Rect, response: &egui::Response, chosen: bool) {
    let theme = cx.theme;
    let lively = chosen || response.hovered() || response.has_focus();
    let fill = if chosen { theme.soft } else { theme.panel };
    let line = if lively { theme.accent } else { theme.hairline };
    let thick = if chosen || response.has_focus() {
        1.8
    } else {
        1.0
    };
    let stroke = Stroke::new(thick * theme.outline, line);
    ui.painter()
        .rect(rect, 8.0, fill, stroke, StrokeKind::Inside);
}

/// Paints five squares of which some are filled.
fn squares(ui: &Ui, at: egui::Pos2, filled: usize, full: Color32, empty: Color32) {
    let mut x = at.x;
    for place in 0..5 {
        let square = egui::Rect::from_min_size(egui::pos2(x, at.y), egui::Vec2::splat(9.0));
        let colour = if place < filled { full } else { empty };
        ui.painter().rect_filled(square, 2.0, colour);
        x += 12.0;
    }
}
