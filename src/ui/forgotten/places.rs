//! Arenas and levels with nobody or one.

use eframe::egui::{self, Ui};

use super::{Forgotten, Seen, add_ui, go_to, silence_ui};
use crate::model::{Actor, ActorId};
use crate::session::forgotten::Prompt;
use crate::text::Text;
use crate::text::forgotten as words;
use crate::ui::theme;
use crate::ui::widget::{Pen, head_ui, quiet_button_ui, remark_ui, rule_ui};

/// Draws the arenas and levels where hardly anybody is.
pub(super) fn places_ui(pen: &mut Pen<'_>, ui: &mut Ui, panel: &mut Forgotten, seen: &Seen) {
    let blocks = [
        (words::ARENAS, words::ARENAS_FULL, &seen.arenas),
        (words::LEVELS, words::LEVELS_FULL, &seen.levels),
    ];
    for (place, (head, full, found)) in blocks.into_iter().enumerate() {
        rule_ui(pen.theme(), ui);
        head_ui(pen.theme(), ui, pen.say(head));
        let all = pen.cx.now().actors.len();
        if place == 1 && seen.without_level > 0 && all > 0 {
            let told = words::levels_open(seen.without_level, all, pen.cx.language());
            remark_ui(pen.theme(), ui, &told);
        }
        block_ui(pen, ui, panel, full, found);
    }
}

fn block_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    panel: &mut Forgotten,
    full: Text,
    found: &[(Prompt, Vec<ActorId>)],
) {
    if found.is_empty() {
        remark_ui(pen.theme(), ui, pen.say(full));
    }
    for (prompt, who) in found {
        place_ui(pen, ui, panel, *prompt, who);
    }
}

/// Draws a line for one place; a click on its name opens the field to add somebody.
fn place_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    panel: &mut Forgotten,
    prompt: Prompt,
    who: &[ActorId],
) {
    let cx = pen.cx;
    let open = panel.open == Some(prompt);
    let mut opened = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let name = words::name(prompt, cx.language());
        let button = quiet_button_ui(cx.theme, ui, name);
        ui.ctx()
            .accesskit_node_builder(button.id, |node| node.set_expanded(open));
        if button.clicked() {
            panel.open = (!open).then_some(prompt);
            opened = !open;
        }
        who_ui(pen, ui, who);
        silence_ui(pen, ui, prompt);
    });
    if panel.open == Some(prompt) {
        let field = add_ui(pen, ui, panel, prompt);
        if opened {
            field.request_focus();
        }
    }
}

/// Draws who is there: nobody, one that can be gone to, or those who came while names were typed.
fn who_ui(pen: &mut Pen<'_>, ui: &mut Ui, who: &[ActorId]) {
    let cx = pen.cx;
    let found = who.iter().filter_map(|actor| cx.now().actors.get(*actor));
    let names: Vec<&str> = found.map(Actor::label).collect();
    let told = match names.as_slice() {
        [] => {
            remark_ui(cx.theme, ui, cx.say(words::NOBODY));
            return;
        }
        [only] => words::only(only, cx.language()),
        several => several.join(", "),
    };
    let told = egui::RichText::new(told)
        .font(theme::regular(theme::REMARK))
        .color(cx.theme.dim);
    let size = egui::vec2((ui.available_width() - 29.0).max(40.0), theme::ROW);
    let place = egui::Layout::left_to_right(egui::Align::Center);
    let button = egui::Button::new(told).frame(false).truncate();
    let shown = ui.allocate_ui_with_layout(size, place, |ui| ui.add(button));
    if shown.inner.clicked()
        && let Some(actor) = who.first()
    {
        go_to(pen, ui, *actor);
    }
}
