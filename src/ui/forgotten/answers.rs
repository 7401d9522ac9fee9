//! Answers nobody was asked for, counted for each question.

use std::collections::BTreeSet;

use eframe::egui::{Align, Layout, Ui};

use super::Seen;
use crate::edit::{Edit, MapChange};
use crate::session::filter::Question;
use crate::session::forgotten::Prompt;
use crate::text::forgotten as words;
use crate::ui::cx::Request;
use crate::ui::widget::{
    Pen, head_ui, icon, icon_button_ui, label_ui, quiet_button_ui, remark_ui, rule_ui,
};

/// Draws a line for each question that somebody was not asked.
pub(super) fn answers_ui(pen: &mut Pen<'_>, ui: &mut Ui, seen: &Seen) {
    rule_ui(pen.theme(), ui);
    head_ui(pen.theme(), ui, pen.say(words::ANSWERS));
    let now = pen.cx.now();
    if now.actors.is_empty() {
        remark_ui(pen.theme(), ui, pen.say(words::NO_ACTORS));
        return;
    }
    if seen.answers.is_empty() {
        remark_ui(pen.theme(), ui, pen.say(words::ALL_ASKED));
    }
    for (question, open) in &seen.answers {
        question_ui(pen, ui, *question, *open);
    }
    let of_issue = |(question, _): &(Question, usize)| question.of_issue();
    if now.issues.is_empty() && seen.answers.iter().any(of_issue) {
        label_ui(pen.theme(), ui, pen.say(words::NO_ISSUE));
    }
}

fn question_ui(pen: &mut Pen<'_>, ui: &mut Ui, question: Question, open: usize) {
    let cx = pen.cx;
    let language = cx.language();
    let prompt = Prompt::Answers(question);
    let spared = usize::from(question.of_issue() && cx.now().focal.is_some());
    let all = cx.now().actors.len().saturating_sub(spared);
    ui.horizontal(|ui| {
        ui.label(words::name(prompt, language));
        remark_ui(cx.theme, ui, &words::open_of(open, all, language));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 14.0;
            let label = words::silence(prompt, language);
            if icon_button_ui(cx.theme, ui, icon::SILENT, &label).clicked() {
                pen.edit(Edit::Map(MapChange::Silenced(prompt.code(), true)));
            }
            let wanted = BTreeSet::from([question]);
            let shown = cx.view.looking.filter.missing == wanted;
            let label = words::show_about(prompt, shown, language);
            let sign = if shown { icon::SHOW } else { icon::FILTER };
            if icon_button_ui(cx.theme, ui, sign, &label).clicked() {
                let mut looking = cx.view.looking.clone();
                looking.filter.missing = if shown { BTreeSet::new() } else { wanted };
                pen.send(Request::Looking(Box::new(looking)));
            }
            let ask = quiet_button_ui(cx.theme, ui, cx.say(words::ASK));
            let label = words::ask_about(prompt, language);
            ui.ctx()
                .accesskit_node_builder(ask.id, |node| node.set_label(label));
            if ask.clicked() {
                pen.send(Request::Ask(question));
            }
        });
    });
}
