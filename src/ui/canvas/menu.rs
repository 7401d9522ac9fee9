//! The menu under the right button: what can be done with what lies there.

use eframe::egui::{Button, PointerButton, Response, Ui};

use super::Canvas;
use super::gestures::{Hit, hit};
use crate::session::{Item, Selection};
use crate::text::{Text, canvas as words, looking, meaning};
use crate::ui::command::{Command, row as row_of};
use crate::ui::cx::{Cx, Outbox, Request};

/// Opens the menu where the right button was clicked.
pub(super) fn menu_ui(cx: &Cx<'_>, canvas: &mut Canvas, response: &Response, out: &mut Outbox) {
    let clicked = response.ctx.input(|input| {
        input
            .pointer
            .button_clicked(PointerButton::Secondary)
            .then(|| input.pointer.interact_pos())
            .flatten()
    });
    if let Some(at) = clicked.filter(|at| response.rect.contains(*at)) {
        let found = hit(canvas, at);
        if let Some(item) = found.item()
            && !cx.session.selection().contains(item)
        {
            out.send(Request::Select(Selection::one(item)));
        }
        canvas.menu = Some(found);
        canvas.menu_at = Some(canvas.camera.map_from_screen(at));
    }
    let Some(found) = canvas.menu else {
        return;
    };
    response.context_menu(|ui| rows(cx, ui, found, out));
}

fn rows(cx: &Cx<'_>, ui: &mut Ui, found: Hit, out: &mut Outbox) {
    let mut row = |ui: &mut Ui, text: Text, command: Command| {
        let known = row_of(command);
        let ready = known.is_none_or(|row| (row.available)(cx));
        let mut button = ui.add_enabled(ready, Button::new(cx.say(text)));
        if let Some(why) = known.and_then(|row| row.why_not(cx)) {
            button = button.on_disabled_hover_text(cx.say(why));
        }
        if button.clicked() {
            out.send(Request::Run(command));
            ui.close();
        }
    };
    let n_actors = cx.session.selection().actors().count();
    match found.item() {
        Some(Item::Actor(_)) => {
            row(ui, words::OPEN_INSPECTOR, Command::Inspector);
            row(ui, looking::FOCUS_HERE, Command::FocusOne);
            row(ui, meaning::LOOK_AS.text, Command::LookAs);
            if n_actors == 2 {
                row(ui, looking::SHOW_PATH, Command::Path);
                row(ui, words::RELATE, Command::Relate);
                row(ui, words::BRIDGE_TALK, Command::BridgeTalk);
            }
            if n_actors >= 2 {
                row(ui, words::MAKE_RING, Command::MakeRing);
            }
            row(ui, words::DUPLICATE, Command::Duplicate);
            row(ui, words::DELETE, Command::Delete);
        }
        Some(Item::Relation(_) | Item::Group(_) | Item::Role(_) | Item::Text(_)) => {
            if let Some(Item::Group(_)) = found.item() {
                row(ui, looking::FOLD_GROUP, Command::FoldGroups);
            }
            row(ui, words::OPEN_INSPECTOR, Command::Inspector);
            row(ui, words::DELETE, Command::Delete);
        }
        None => {
            row(ui, words::ADD, Command::QuickLine);
            row(ui, words::ADD_TEXT, Command::AddText);
            row(ui, words::SELECT_ALL, Command::SelectAll);
            row(ui, words::FIT, Command::Fit);
            row(ui, words::TIDY, Command::Tidy);
        }
    }
}
