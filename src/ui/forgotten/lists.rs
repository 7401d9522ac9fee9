//! The five lists.

use eframe::egui::Ui;

use super::{Forgotten, Seen, add_ui, names_ui, prompt_head_ui};
use crate::session::forgotten::Prompt;
use crate::text::forgotten as words;
use crate::ui::widget::{Pen, remark_ui, rule_ui};

/// Draws each list: who is in it, how that follows, and a field for one more.
pub(super) fn lists_ui(pen: &mut Pen<'_>, ui: &mut Ui, panel: &mut Forgotten, seen: &Seen) {
    for (place, (list, who)) in seen.lists.iter().enumerate() {
        rule_ui(pen.theme(), ui);
        let prompt = Prompt::List(*list);
        prompt_head_ui(pen, ui, prompt);
        remark_ui(pen.theme(), ui, pen.say(words::made_of(*list)));
        ui.add_space(2.0);
        names_ui(pen, ui, &mut panel.whole, prompt, who);
        ui.add_space(2.0);
        let field = add_ui(pen, ui, panel, prompt);
        if place == 0 {
            field.on_hover_text(pen.say(words::SEVERAL));
        }
    }
}
