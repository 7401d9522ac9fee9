//! Who does what, and what is not known yet.

use eframe::egui::{self, Align, Layout, RichText, Ui};

use super::{Course, NARROW};
use crate::export::course::{PageLine, course_page};
use crate::model::ActionStatus;
use crate::text::Text;
use crate::text::course as words;
use crate::ui::inspector::{action_ui, add_action_ui, add_question_ui, question_ui};
use crate::ui::theme;
use crate::ui::widget::{Pen, head_ui, remark_ui, rule_ui};

/// Draws the foot: actions and open questions beside each other, or beneath each other where the view is narrow.
pub(super) fn foot_ui(pen: &mut Pen<'_>, ui: &mut Ui, view: &Course) {
    if view.picture {
        ui.add_space(4.0);
    } else {
        rule_ui(pen.theme(), ui);
    }
    let full = ui.available_width();
    if full < NARROW {
        actions_ui(pen, ui, view);
        questions_ui(pen, ui, view);
        return;
    }
    let width = (full - 28.0) / 2.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 28.0;
        let layout = Layout::top_down(Align::Min);
        ui.allocate_ui_with_layout(egui::vec2(width, 0.0), layout, |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing = egui::vec2(8.0, 4.0);
            actions_ui(pen, ui, view);
        });
        ui.allocate_ui_with_layout(egui::vec2(width, 0.0), layout, |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing = egui::vec2(8.0, 4.0);
            questions_ui(pen, ui, view);
        });
    });
}

fn actions_ui(pen: &mut Pen<'_>, ui: &mut Ui, view: &Course) {
    if view.picture {
        let page = course_page(pen.cx.document(), pen.cx.language());
        lines_ui(
            pen,
            ui,
            (words::WHO_DOES_WHAT, &page.actions),
            view.fit.lines,
        );
        return;
    }
    head_ui(pen.theme(), ui, pen.say(words::WHO_DOES_WHAT));
    let going = |status| match status {
        ActionStatus::Open | ActionStatus::Doing => true,
        ActionStatus::Done | ActionStatus::Dropped => false,
    };
    let now = pen.cx.now();
    let (first, last): (Vec<_>, Vec<_>) =
        now.actions.iter().partition(|action| going(action.status));
    for action in first.into_iter().chain(last) {
        action_ui(pen, ui, action);
    }
    add_action_ui(pen, ui, None);
}

fn questions_ui(pen: &mut Pen<'_>, ui: &mut Ui, view: &Course) {
    if view.picture {
        let page = course_page(pen.cx.document(), pen.cx.language());
        lines_ui(
            pen,
            ui,
            (words::OPEN_QUESTIONS, &page.questions),
            view.fit.lines,
        );
        return;
    }
    head_ui(pen.theme(), ui, pen.say(words::OPEN_QUESTIONS));
    let now = pen.cx.now();
    for question in now.questions.iter().filter(|question| !question.answered) {
        question_ui(pen, ui, question);
    }
    add_question_ui(pen, ui);
}

/// Draws lines as they stand in a picture: nothing private, nothing to press.
fn lines_ui(pen: &Pen<'_>, ui: &mut Ui, (head, lines): (Text, &[PageLine]), most: usize) {
    if lines.is_empty() {
        return;
    }
    let theme = pen.theme();
    if most == 0 {
        head_ui(theme, ui, &format!("{} ({})", pen.say(head), lines.len()));
        return;
    }
    head_ui(theme, ui, pen.say(head));
    for (index, line) in lines.iter().take(most).enumerate() {
        if index > 0 {
            ui.add_space(3.0);
        }
        let text = RichText::new(&line.text).font(theme::regular(theme::BODY));
        ui.add(egui::Label::new(text.color(theme.ink)).wrap());
        if let Some(remark) = &line.remark {
            let text = RichText::new(remark).font(theme::regular(theme::REMARK));
            ui.add(egui::Label::new(text.color(theme.dim)).wrap());
        }
    }
    if lines.len() > most {
        let more = crate::text::count::more(lines.len() - most, pen.cx.language());
        remark_ui(theme, ui, &more);
    }
}
