//! The chosen pair: what the advice rests on, what it asks, and the way in.

use eframe::egui::{self, Align2, Color32, RichText, Sense, Ui, WidgetInfo, WidgetType};

use crate::analysis::advice::{Label, PairAdvice};
use crate::text::advice::{EvidenceRow, Says, Telling, competence, panel};
use crate::ui::cx::Cx;
use crate::ui::theme::{self, Theme};
use crate::ui::widget::remark_ui;

/// How wide the words at the left are.
const WORD: f32 = 88.0;
/// Narrower than this the weight stands under what is known.
const ONE_LINE: f32 = 430.0;

/// Draws the pair with its evidence.
pub(super) fn pair_ui(cx: &Cx<'_>, ui: &mut Ui, telling: &Telling<'_>, row: &PairAdvice) {
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        let name = telling.both(row.i, row.j);
        ui.label(
            RichText::new(name)
                .font(theme::bold(16.5))
                .color(cx.theme.ink),
        );
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let verdict = RichText::new(telling.verdict(row))
                .font(theme::semibold(theme::HEAD))
                .color(colour_of(cx.theme, row.label));
            ui.label(verdict);
        });
    });
    for line in telling.evidence(row) {
        evidence_ui(cx, ui, &line);
    }
    if let Some(pivotal) = telling.pivotal(row) {
        ui.label(
            RichText::new(pivotal)
                .font(theme::medium(theme::BODY))
                .color(cx.theme.ink),
        );
    }
    if let Some(structure) = telling.structure(row) {
        remark_ui(cx.theme, ui, &structure);
    }
    ui.add_space(4.0);
    beside_ui(cx, ui, cx.say(panel::ASKS), |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(6.0, 5.0);
            for advice in &row.competences {
                let word = competence(advice.competence).get(cx.language());
                tag_ui(cx.theme, ui, word, &telling.competence_reason(advice));
            }
        });
    });
    beside_ui(cx, ui, cx.say(panel::WAY_IN), |ui| {
        ui.label(telling.way_in(row));
    });
    beside_ui(cx, ui, cx.say(panel::PLACE), |ui| {
        ui.label(telling.placement(row));
    });
}

fn colour_of(theme: &Theme, label: Label) -> Color32 {
    match label {
        Label::Regie => theme.regie,
        Label::Verbinden => theme.bridge,
        Label::Mixed | Label::Unknown => theme.dim,
    }
}

/// Draws a dim word at the left and something at its right.
fn beside_ui(cx: &Cx<'_>, ui: &mut Ui, word: &str, body: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        let (rect, response) = ui.allocate_exact_size(
            egui::vec2(WORD - ui.spacing().item_spacing.x, 22.0),
            Sense::hover(),
        );
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, word));
        let at = rect.left_top() + egui::vec2(0.0, 2.0);
        ui.painter().text(
            at,
            Align2::LEFT_TOP,
            word,
            theme::regular(theme::REMARK),
            cx.theme.dim,
        );
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            body(ui);
        });
    });
}

/// Draws one piece of evidence: what, how much it weighs, what it speaks for.
fn evidence_ui(cx: &Cx<'_>, ui: &mut Ui, line: &EvidenceRow) {
    let width = ui.available_width();
    let one_line = width >= ONE_LINE;
    let (says_colour, says_font) = match line.says {
        Says::Verbinden => (cx.theme.bridge, theme::semibold(theme::REMARK)),
        Says::Regie => (cx.theme.regie, theme::semibold(theme::REMARK)),
        Says::Neither | Says::Unknown => (cx.theme.dim, theme::regular(theme::REMARK)),
    };
    let (weight_width, says_width) = (112.0, 124.0);
    let room = if one_line {
        width - WORD - weight_width - says_width - 8.0
    } else {
        width - WORD
    };
    let painter = ui.painter();
    let remark = theme::regular(theme::REMARK);
    let word = painter.layout_no_wrap(line.word.to_owned(), remark.clone(), cx.theme.dim);
    let what = painter.layout(
        line.what.clone(),
        theme::regular(theme::BODY),
        cx.theme.ink,
        room.max(60.0),
    );
    let weight = painter.layout_no_wrap(line.weight.clone(), remark, cx.theme.dim);
    let says = painter.layout_no_wrap(line.says_word.clone(), says_font, says_colour);
    let below = if one_line { 0.0 } else { 18.0 };
    let height = what.size().y + below + 4.0;
    let (rect, response) = ui.allocate_exact_size(egui::vec2(width, height), Sense::hover());
    response.widget_info(|| {
        let told = format!(
            "{}: {}; {}, {}",
            line.word, line.what, line.weight, line.says_word
        );
        WidgetInfo::labeled(WidgetType::Label, true, told)
    });
    let painter = ui.painter();
    let top = rect.top() + 2.0;
    let what_height = what.size().y;
    painter.galley(egui::pos2(rect.left(), top + 1.0), word, cx.theme.dim);
    painter.galley(egui::pos2(rect.left() + WORD, top), what, cx.theme.ink);
    let (weight_left, second) = if one_line {
        (rect.right() - weight_width - says_width, top + 1.0)
    } else {
        (rect.left() + WORD, top + what_height)
    };
    painter.galley(egui::pos2(weight_left, second), weight, cx.theme.dim);
    let says_left = rect.right() - says.size().x;
    painter.galley(egui::pos2(says_left, second), says, says_colour);
}

/// Draws a word in a quiet rounded field; its reason shows when pointed at.
fn tag_ui(theme: &Theme, ui: &mut Ui, word: &str, reason: &str) {
    let galley =
        ui.painter()
            .layout_no_wrap(word.to_owned(), theme::medium(theme::REMARK), theme.ink);
    let size = egui::vec2(galley.size().x + 20.0, theme::ROW - 2.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response
        .widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, format!("{word}: {reason}")));
    ui.painter().rect_filled(rect, 13.0, theme.field);
    let at = rect.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, theme.ink);
    response.on_hover_text(reason);
}
