//! The panel of role choices: by phase with what went before, what is starred and has none, what may rub, who agreed
//! to each regie, and what was taken back.
//!
//! A click goes to the place on the map. Nothing of it ever stands on the wall.

mod attention;
mod history;

use eframe::egui::{self, Align, Frame, Layout, Margin, RichText, ScrollArea, Ui};

use super::cx::{Cx, Outbox, Request};
use super::theme;
use super::view::Panel;
use super::widget::{Memory, Pen, icon, icon_button_ui, remark_ui};
use crate::model::{Content, RoleChoice};
use crate::session::roles::met_by;
use crate::session::{Item, Selection};
use crate::text::roles as words;

/// What the panel remembers between frames.
#[derive(Debug, Default)]
pub(crate) struct Roles {
    memory: Memory,
}

/// Draws the panel; nothing on the wall.
pub(crate) fn roles_ui(cx: &Cx<'_>, ui: &mut Ui, panel: &mut Roles, out: &mut Outbox) {
    if cx.on_the_wall() {
        return;
    }
    let mut pen = Pen {
        cx,
        memory: &mut panel.memory,
        out,
    };
    ScrollArea::vertical()
        .id_salt("roles")
        .auto_shrink(false)
        .show(ui, |ui| {
            Frame::NONE
                .inner_margin(Margin::symmetric(22, 16))
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.spacing_mut().item_spacing = egui::vec2(8.0, 4.0);
                    top_ui(&mut pen, ui);
                    if cx.now().focal.is_none() {
                        remark_ui(cx.theme, ui, cx.say(words::NO_FOCAL));
                    }
                    history::by_phase_ui(&mut pen, ui);
                    attention::open_ui(&mut pen, ui);
                    attention::clashes_ui(&mut pen, ui);
                    attention::consent_ui(&mut pen, ui);
                    history::withdrawn_ui(&mut pen, ui);
                    ui.add_space(24.0);
                });
        });
}

fn top_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    ui.horizontal(|ui| {
        let title = RichText::new(pen.say(words::TITLE)).font(theme::bold(theme::SUBJECT));
        ui.label(title.color(pen.theme().ink));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = icon_button_ui(pen.theme(), ui, icon::REMOVE, pen.say(words::CLOSE));
            if close.clicked() {
                pen.send(Request::Panel(Panel::Inspector));
            }
        });
    });
}

/// Selects a choice and brings whom it is about into sight.
fn go_to(pen: &mut Pen<'_>, now: &Content, role: &RoleChoice) {
    if now.roles.contains(role.id) {
        pen.send(Request::Select(Selection::one(Item::Role(role.id))));
    }
    let mut actors: Vec<_> = met_by(now, role).into_iter().collect();
    actors.push(role.official);
    pen.send(Request::LightUp(actors));
}
