//! Blocks of a panel, with a line above; some can be folded.

use eframe::egui::{self, Align2, Sense, Stroke, Ui, WidgetInfo, WidgetType};

use super::Pen;
use crate::text::Text;
use crate::ui::theme::{self, Theme, icons};

/// Draws a line from edge to edge.
pub(crate) fn rule_ui(theme: &Theme, ui: &mut Ui) {
    ui.add_space(theme::STEP);
    let (_, rect) = ui.allocate_space(egui::vec2(ui.available_width(), 1.0));
    let wide = rect.expand2(egui::vec2(theme::PADDING, 0.0));
    ui.painter().hline(
        wide.x_range(),
        rect.center().y,
        Stroke::new(theme.outline, theme.hairline),
    );
    ui.add_space(theme::STEP);
}

/// Draws the head of a block.
pub(crate) fn head_ui(theme: &Theme, ui: &mut Ui, head: &str) -> egui::Response {
    ui.label(
        egui::RichText::new(head)
            .font(theme::semibold(theme::HEAD))
            .color(theme.ink),
    )
}

/// Draws a remark.
pub(crate) fn remark_ui(theme: &Theme, ui: &mut Ui, words: &str) -> egui::Response {
    ui.label(
        egui::RichText::new(words)
            .font(theme::regular(theme::REMARK))
            .color(theme.dim),
    )
}

/// Draws the label of what follows, with air above.
pub(crate) fn label_ui(theme: &Theme, ui: &mut Ui, words: &str) -> egui::Response {
    ui.add_space(theme::STEP);
    remark_ui(theme, ui, words)
}

/// Draws a block that is always open.
pub(crate) fn block_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    head: &str,
    body: impl FnOnce(&mut Pen<'_>, &mut Ui),
) {
    rule_ui(pen.theme(), ui);
    ui.add_space(2.0);
    if !head.is_empty() {
        head_ui(pen.theme(), ui, head);
    }
    body(pen, ui);
}

/// Draws a block that can be folded; the count says what is filled.
pub(crate) fn fold_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    head: Text,
    count: &str,
    open_at_first: bool,
    body: impl FnOnce(&mut Pen<'_>, &mut Ui),
) {
    rule_ui(pen.theme(), ui);
    let theme = pen.theme();
    let open = *pen.memory.folds.get(head.nl).unwrap_or(&open_at_first);
    let words = pen.say(head);
    let font = theme::semibold(theme::HEAD);
    let width = ui.available_width();
    let count_galley =
        ui.painter()
            .layout_no_wrap(count.to_owned(), theme::regular(theme::REMARK), theme.dim);
    let room = width - count_galley.size().x - 28.0;
    let galley = ui
        .painter()
        .layout(words.to_owned(), font, theme.ink, room.max(60.0));
    let height = theme::ROW.max(galley.size().y + 4.0);
    let (rect, response) = ui.allocate_exact_size(egui::vec2(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::CollapsingHeader, true, words));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_expanded(open));
    let painter = ui.painter();
    if response.hovered() || response.has_focus() {
        let line = if response.has_focus() {
            Stroke::new(1.5 * theme.outline, theme.accent)
        } else {
            Stroke::NONE
        };
        painter.rect(
            rect.expand2(egui::vec2(8.0, 0.0)),
            7.0,
            theme.field.gamma_multiply(0.7),
            line,
            egui::StrokeKind::Middle,
        );
    }
    let middle = |size: egui::Vec2| rect.center().y - size.y / 2.0;
    let left = egui::pos2(rect.left(), middle(galley.size()));
    painter.galley(left, galley, theme.ink);
    let chevron = if open { icons::UP } else { icons::DOWN };
    painter.text(
        rect.right_center(),
        Align2::RIGHT_CENTER,
        chevron,
        theme::icon(16.0),
        theme.dim,
    );
    let right = rect.right() - 20.0 - count_galley.size().x;
    painter.galley(
        egui::pos2(right, middle(count_galley.size())),
        count_galley,
        theme.dim,
    );
    if response.clicked() {
        pen.memory.folds.insert(head.nl, !open);
    }
    if open {
        body(pen, ui);
        ui.add_space(theme::STEP);
    }
}
