//! Questions that must be answered first, and the bar that tells of a problem.

use eframe::egui::{
    self, CornerRadius, Frame, Id, Key, Margin, Modal, Modifiers, Panel, Rect, Stroke, Ui, pos2,
};

use super::look::{Look, Weight, button, elided, icon_button};
use crate::text::{Text, keeping, privacy, sheets as words, shell};
use crate::ui::cx::{Outbox, Request};
use crate::ui::theme::{self, icons};

/// A question that must be answered first; each holds the title of the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Question {
    /// There is unsaved work.
    Unsaved(String),
    /// The file was changed by another program.
    Changed(String),
    /// A sealed map would be saved in plain, under this name.
    Plain(String),
}

/// An answer to a [`Question`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answered {
    /// Save first.
    Save,
    /// Go on without saving.
    Drop,
    /// Save over the other version.
    Overwrite,
    /// Merge with the other version.
    Merge,
    /// Save beside the other version.
    SaveCopy,
    /// Save without a passphrase.
    SavePlain,
    /// Save sealed after all.
    SaveSealed,
    /// Go back.
    Cancel,
}

/// Draws a question over everything; gives the answer once there is one.
///
/// The safe answer has the focus, so that Enter loses nothing; Escape goes back.
pub(crate) fn ask_ui(look: Look<'_>, ctx: &egui::Context, question: &Question) -> Option<Answered> {
    let room = ctx.content_rect();
    let frame = Frame::popup(&ctx.global_style())
        .fill(look.theme.panel)
        .stroke(Stroke::new(1.0, look.theme.hairline))
        .corner_radius(14)
        .inner_margin(Margin::symmetric(24, 20));
    let modal = Modal::new(Id::new("question"))
        .frame(frame)
        .show(ctx, |ui| {
            ui.set_width((room.width() - 80.0).min(560.0));
            question_ui(look, ui, question)
        });
    let escaped = modal.is_top_modal
        && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    modal.inner.or(escaped.then_some(Answered::Cancel))
}

fn question_ui(look: Look<'_>, ui: &mut Ui, question: &Question) -> Option<Answered> {
    let language = look.language();
    let (sentence, remark, answers) = match question {
        Question::Unsaved(title) => (
            words::ASK_UNSAVED,
            words::unsaved_remark(title, language),
            vec![
                (words::SAVE, Answered::Save),
                (words::DO_NOT_SAVE, Answered::Drop),
                (words::CANCEL, Answered::Cancel),
            ],
        ),
        Question::Plain(name) => (
            privacy::ASK_PLAIN,
            privacy::plain_remark(name, language),
            vec![
                (privacy::SAVE_SEALED, Answered::SaveSealed),
                (privacy::SAVE_PLAIN, Answered::SavePlain),
                (words::CANCEL, Answered::Cancel),
            ],
        ),
        Question::Changed(title) => (
            words::ASK_CHANGED,
            words::changed_remark(title, language),
            vec![
                (keeping::MERGE, Answered::Merge),
                (words::SAVE_COPY, Answered::SaveCopy),
                (words::OVERWRITE, Answered::Overwrite),
                (words::CANCEL, Answered::Cancel),
            ],
        ),
    };
    ui.label(egui::RichText::new(look.say(sentence)).font(theme::bold(18.0)));
    ui.label(egui::RichText::new(remark).color(look.theme.dim));
    ui.add_space(10.0);
    answers_ui(look, ui, &answers)
}

fn answers_ui(look: Look<'_>, ui: &mut Ui, answers: &[(Text, Answered)]) -> Option<Answered> {
    let first_frame = Id::new("question has focus");
    let shown_before = ui.ctx().cumulative_pass_nr().saturating_sub(1);
    let asked: Option<u64> = ui.data(|data| data.get_temp(first_frame));
    let fresh = asked.is_none_or(|last| last < shown_before);
    let now = ui.ctx().cumulative_pass_nr();
    ui.data_mut(|data| data.insert_temp(first_frame, now));
    ui.horizontal_wrapped(|ui| {
        let mut answer = None;
        for (index, (text, answered)) in answers.iter().enumerate() {
            let weight = if index == 0 {
                Weight::Main
            } else {
                Weight::Plain
            };
            let response = button(look, ui, look.say(*text), weight);
            if index == 0 && fresh {
                response.request_focus();
            }
            if response.clicked() {
                answer = Some(*answered);
            }
        }
        answer
    })
    .inner
}

/// A problem that is told at the top of the map until it is closed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Notice {
    /// What happened and what to do, in a sentence.
    pub sentence: String,
    /// What can be done, with its words.
    pub buttons: Vec<(String, Request)>,
}

/// Draws the bar that tells of a problem, at the top of what is left.
pub(crate) fn notice_bar_ui(look: Look<'_>, ui: &mut Ui, notice: &Notice, out: &mut Outbox) {
    let frame = Frame::new()
        .fill(look.theme.soft)
        .inner_margin(Margin::symmetric(16, 7));
    Panel::top("notice")
        .frame(frame)
        .show_separator_line(false)
        .show(ui, |ui| {
            let bar = ui.max_rect().expand2(egui::vec2(16.0, 7.0));
            let edge = Rect::from_min_max(bar.min, pos2(bar.left() + 4.0, bar.bottom()));
            ui.painter()
                .rect_filled(edge, CornerRadius::ZERO, look.theme.conflict);
            ui.horizontal_top(|ui| {
                let room = ui.available_width() - CLOSE_ROOM;
                ui.vertical(|ui| {
                    ui.set_width(room);
                    told_ui(look, ui, notice, out);
                });
                if icon_button(look, ui, icons::CLOSE, look.say(shell::CLOSE)).clicked() {
                    out.send(Request::DismissNotice);
                }
            });
        });
}

/// The room that the way to close the bar takes.
const CLOSE_ROOM: f32 = 44.0;

/// Draws what happened and what can be done: on one line where it fits, else the buttons below the sentence.
fn told_ui(look: Look<'_>, ui: &mut Ui, notice: &Notice, out: &mut Outbox) {
    let sentence = egui::RichText::new(&notice.sentence).color(look.theme.ink);
    let icon = egui::RichText::new(icons::WARNING).font(theme::icon(18.0));
    let icon = icon.color(look.theme.conflict);
    if width_of(ui, notice) < ui.available_width() {
        ui.horizontal(|ui| {
            ui.label(icon);
            ui.label(sentence);
            buttons_ui(look, ui, notice, out);
        });
        return;
    }
    ui.horizontal_top(|ui| {
        ui.label(icon);
        ui.add(egui::Label::new(sentence).wrap());
    });
    ui.horizontal_wrapped(|ui| buttons_ui(look, ui, notice, out));
}

fn buttons_ui(look: Look<'_>, ui: &mut Ui, notice: &Notice, out: &mut Outbox) {
    for (text, request) in &notice.buttons {
        if button(look, ui, text, Weight::Plain).clicked() {
            out.send(request.clone());
        }
    }
}

/// Gives the room that a notice takes on one line.
fn width_of(ui: &Ui, notice: &Notice) -> f32 {
    let width = |text: &str| {
        let font = theme::medium(theme::BODY);
        let black = egui::Color32::BLACK;
        elided(ui, text, font, black, f32::INFINITY).size().x
    };
    let buttons: f32 = notice
        .buttons
        .iter()
        .map(|(text, _)| width(text) + 44.0)
        .sum();
    40.0 + width(&notice.sentence) + buttons
}
