//! The screen when no other can be drawn: what happened, and the ways out.

use eframe::egui::{CentralPanel, Frame, Margin, RichText, Ui};

use super::look::{Look, Weight, button};
use crate::text::keeping as words;
use crate::ui::command::Command;
use crate::ui::cx::{Outbox, Request};
use crate::ui::theme;

/// Draws the screen.
pub(crate) fn fallen_ui(look: Look<'_>, ui: &mut Ui, out: &mut Outbox) {
    let frame = Frame::new()
        .fill(look.theme.canvas)
        .inner_margin(Margin::symmetric(40, 40));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        ui.set_max_width(640.0);
        ui.add_space(ui.available_height() * 0.2);
        let title = RichText::new(look.say(words::FELL_TITLE)).font(theme::bold(26.0));
        ui.label(title.color(look.theme.ink));
        ui.add_space(8.0);
        let body = RichText::new(look.say(words::FELL_BODY)).font(theme::regular(theme::BODY));
        ui.label(body.color(look.theme.ink));
        ui.add_space(18.0);
        ui.horizontal_wrapped(|ui| {
            if button(look, ui, look.say(words::SAVE_ELSEWHERE), Weight::Main).clicked() {
                out.send(Request::Run(Command::SaveAs));
            }
            if button(look, ui, look.say(words::GO_ON), Weight::Plain).clicked() {
                out.send(Request::GoOn);
            }
            if button(look, ui, look.say(words::QUIT), Weight::Plain).clicked() {
                out.send(Request::Run(Command::Quit));
            }
        });
    });
}
