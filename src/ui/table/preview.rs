//! The sheet that shows what a paste would do, before it does.

use eframe::egui::{
    self, Align, CornerRadius, Frame, Id, Key, Layout, Margin, Modal, Modifiers, RichText,
    ScrollArea, Stroke, Ui,
};

use super::column::Column;
use super::paste::{Fault, Line, Plan};
use crate::edit::Edit;
use crate::text::table as words;
use crate::ui::cx::Request;
use crate::ui::theme;
use crate::ui::widget::{Pen, head_ui, quiet_button_ui, remark_ui, rule_ui};

/// How many changes, and how many faults, are written out.
const WRITTEN_OUT: usize = 200;

/// What became of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// It stays open.
    Open,
    /// It is closed.
    Closed,
}

/// Draws the sheet over the table.
pub(super) fn preview_ui(pen: &mut Pen<'_>, ui: &Ui, plan: &Plan) -> Answer {
    let room = ui.ctx().content_rect();
    let width = (room.width() - 80.0).min(680.0);
    let theme = pen.theme();
    let frame = Frame::new()
        .fill(theme.panel)
        .stroke(Stroke::new(1.0, theme.hairline))
        .corner_radius(CornerRadius::same(12))
        .inner_margin(Margin::same(22));
    let id = Id::new("paste in the table");
    let modal = Modal::new(id)
        .area(Modal::default_area(id).fade_in(false))
        .frame(frame)
        .backdrop_color(theme.ink.gamma_multiply(0.22));
    let shown = modal.show(ui.ctx(), |ui| {
        ui.set_width(width);
        let title = RichText::new(pen.say(words::PASTE_TITLE)).font(theme::bold(theme::SUBJECT));
        ui.label(title.color(theme.ink));
        summary_ui(pen, ui, plan);
        let most = (room.height() - 300.0).max(100.0);
        ScrollArea::vertical()
            .max_height(most)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                faults_ui(pen, ui, plan);
                lines_ui(pen, ui, plan);
            });
        rule_ui(theme, ui);
        foot_ui(pen, ui, plan)
    });
    if shown.should_close() {
        return Answer::Closed;
    }
    shown.inner
}

fn summary_ui(pen: &Pen<'_>, ui: &mut Ui, plan: &Plan) {
    let language = pen.cx.language();
    ui.add_space(4.0);
    let columns: Vec<&str> = plan
        .columns
        .iter()
        .map(|column| column.label(pen.cx))
        .collect();
    let recognised = words::recognised(&columns, language);
    let text = RichText::new(recognised).font(theme::regular(theme::BODY));
    ui.add(egui::Label::new(text.color(pen.theme().ink)).wrap());
    if !plan.strange.is_empty() {
        let strange = words::strange(&plan.strange, language);
        remark_ui(pen.theme(), ui, &strange);
    }
    let counts = words::pasted(plan.new, plan.changed, plan.same, language);
    remark_ui(pen.theme(), ui, &counts);
    ui.add_space(8.0);
}

fn faults_ui(pen: &Pen<'_>, ui: &mut Ui, plan: &Plan) {
    let (theme, language) = (pen.theme(), pen.cx.language());
    if plan.faults.is_empty() {
        return;
    }
    head_ui(theme, ui, &words::unreadable(plan.faults.len(), language));
    for Fault { row, cell, why } in plan.faults.iter().take(WRITTEN_OUT) {
        let column = cell.map(|column| column.label(pen.cx));
        let text = words::fault(*row, column, why, language);
        let text = RichText::new(text).font(theme::regular(theme::REMARK));
        ui.add(egui::Label::new(text.color(theme.conflict)).wrap());
    }
    more_ui(pen, ui, plan.faults.len());
    ui.add_space(10.0);
}

fn lines_ui(pen: &Pen<'_>, ui: &mut Ui, plan: &Plan) {
    let theme = pen.theme();
    if plan.lines.is_empty() {
        remark_ui(theme, ui, pen.say(words::NOTHING_TO_PASTE));
        return;
    }
    head_ui(theme, ui, pen.say(words::WHAT_CHANGES));
    let mut last = "";
    for line in plan.lines.iter().take(WRITTEN_OUT) {
        if line.actor != last {
            ui.add_space(3.0);
            actor_ui(pen, ui, line);
            last = &line.actor;
        }
        if let Some(column) = line.cell {
            change_ui(pen, ui, column, line);
        }
    }
    more_ui(pen, ui, plan.lines.len());
}

fn actor_ui(pen: &Pen<'_>, ui: &mut Ui, line: &Line) {
    let theme = pen.theme();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let name = RichText::new(&line.actor).font(theme::semibold(theme::BODY));
        ui.label(name.color(theme.ink));
        if line.new {
            let new = RichText::new(pen.say(words::NEW)).font(theme::medium(theme::REMARK));
            ui.label(new.color(theme.support));
        }
    });
}

fn change_ui(pen: &Pen<'_>, ui: &mut Ui, column: Column, line: &Line) {
    let theme = pen.theme();
    let before = if line.before.is_empty() {
        "–"
    } else {
        &line.before
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add_space(12.0);
        remark_ui(theme, ui, column.label(pen.cx));
        let old = RichText::new(format!("{before} →")).font(theme::regular(theme::BODY));
        ui.label(old.color(theme.dim));
        let new = RichText::new(&line.after).font(theme::semibold(theme::BODY));
        ui.label(new.color(theme.ink));
    });
}

fn more_ui(pen: &Pen<'_>, ui: &mut Ui, n: usize) {
    if n > WRITTEN_OUT {
        let more = crate::text::count::more(n - WRITTEN_OUT, pen.cx.language());
        remark_ui(pen.theme(), ui, &more);
    }
}

fn foot_ui(pen: &mut Pen<'_>, ui: &mut Ui, plan: &Plan) -> Answer {
    let language = pen.cx.language();
    let mut answer = Answer::Open;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let entered = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let label = words::paste_so_many(plan.new, plan.changed, language);
        let button = egui::Button::new(
            RichText::new(label)
                .font(theme::semibold(theme::BODY))
                .color(pen.theme().on_accent),
        );
        let button = button
            .fill(pen.theme().accent)
            .corner_radius(7)
            .min_size(egui::vec2(0.0, theme::ROW));
        let pressed = ui.add_enabled(!plan.is_idle(), button).clicked();
        if (pressed || entered) && !plan.is_idle() {
            pen.edit(Edit::Many(plan.edits.clone()));
            let told = words::pasted(plan.new, plan.changed, plan.same, language);
            pen.send(Request::Say(told));
            answer = Answer::Closed;
        }
        if quiet_button_ui(pen.theme(), ui, pen.say(words::CANCEL)).clicked() {
            answer = Answer::Closed;
        }
    });
    answer
}
