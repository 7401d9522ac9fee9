//! Questions that must be answered first.

use eframe::egui::{self, Frame, Id, Key, Margin, Modal, Modifiers, Stroke, Ui};

use super::look::{Look, Weight, button};
use crate::text::{Text, keeping, privacy, sheets as words};
use crate::ui::theme;

/// A question that must be answered first; each holds the title of the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Question {
    /// There is unsaved work.
    Unsaved(String),
    /// The file was changed by another program.
    Changed(String),
    /// A sealed map would be saved in plain, under this name.
    Plain(String),
    /// A newer version of the program made the file of this map.
    Newer(String),
    /// The file of this name can be written only in place.
    InPlace(String),
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
    /// Save over the file itself.
    InPlace,
    /// Save though a newer version of the program made the file.
    OverNewer,
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
        Question::Newer(title) => (
            keeping::ASK_NEWER,
            keeping::newer_remark(title, language),
            vec![
                (keeping::SAVE_ELSEWHERE, Answered::SaveCopy),
                (keeping::SAVE_OVER_NEWER, Answered::OverNewer),
                (words::CANCEL, Answered::Cancel),
            ],
        ),
        Question::InPlace(name) => (
            keeping::ASK_IN_PLACE,
            keeping::in_place_remark(name, language),
            vec![
                (keeping::SAVE_ELSEWHERE, Answered::SaveCopy),
                (keeping::WRITE_IN_PLACE, Answered::InPlace),
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
