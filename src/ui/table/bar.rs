//! What stands above the rows: search, what is missing, arenas, columns, copy and paste.

use std::collections::BTreeSet;

use eframe::egui::{self, Margin, Popup, PopupCloseBehavior, Ui, ViewportCommand};

use super::column::Column;
use super::{Table, copy_rows, lens_columns};
use crate::model::Arena;
use crate::text::table as words;
use crate::text::terms::Named as _;
use crate::ui::widget::{Pen, quiet_button_ui, remark_ui, toggle_ui};

pub(super) fn bar_ui(pen: &mut Pen<'_>, ui: &mut Ui, table: &mut Table) {
    let (theme, language) = (pen.theme(), pen.cx.language());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        let hint = pen.say(words::SEARCH);
        let field = egui::TextEdit::singleline(&mut table.wish.search)
            .hint_text(hint)
            .desired_width(170.0)
            .margin(Margin::symmetric(8, 5));
        let response = ui.add(field);
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_label(hint));
        let label = match table.wish.arenas.len() {
            0 => pen.say(words::ARENAS).to_owned(),
            n => words::some_arenas(n, language),
        };
        menu_ui(pen, ui, &label, table, arenas_ui);
        menu_ui(pen, ui, pen.say(words::COLUMNS), table, columns_ui);
        if quiet_button_ui(theme, ui, pen.say(words::COPY)).clicked() {
            copy_rows(pen, ui, table);
        }
        if pen.cx.view.aside.is_none()
            && quiet_button_ui(theme, ui, pen.say(words::PASTE)).clicked()
        {
            ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
        }
        let label = pen.say(words::MISSING);
        if let Some(missing) = toggle_ui(theme, ui, label, table.wish.missing) {
            table.wish.missing = missing;
        }
    });
    counts_ui(pen, ui, table);
    ui.add_space(4.0);
}

/// Tells how many rows are shown, how many answers are missing, and whom a change holds for.
fn counts_ui(pen: &Pen<'_>, ui: &mut Ui, table: &Table) {
    let (theme, language) = (pen.theme(), pen.cx.language());
    let all = pen.cx.now().actors.len();
    let mut told = vec![words::shown(table.order.len(), all, language)];
    let missing: usize = table.missing.values().sum();
    if missing > 0 {
        told.push(words::unasked(missing, language));
    }
    let chosen = pen.cx.session.selection().actors().count();
    if chosen > 1 {
        told.push(words::together(chosen, language));
    } else if table.at.is_some() {
        told.push(pen.say(words::KEYS).to_owned());
    }
    remark_ui(theme, ui, &told.join(" · "));
}

fn menu_ui(
    pen: &Pen<'_>,
    ui: &mut Ui,
    label: &str,
    table: &mut Table,
    body: fn(&Pen<'_>, &mut Ui, &mut Table),
) {
    let button = quiet_button_ui(pen.theme(), ui, label);
    Popup::menu(&button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(300.0)
        .show(|ui| {
            egui::ScrollArea::vertical()
                .max_height(420.0)
                .show(ui, |ui| body(pen, ui, table));
        });
}

fn arenas_ui(pen: &Pen<'_>, ui: &mut Ui, table: &mut Table) {
    let now = pen.cx.now();
    let present: BTreeSet<Option<Arena>> =
        now.actors.iter().map(|actor| now.arena_of(actor)).collect();
    // Who has no arena comes last.
    let known = present.iter().filter(|arena| arena.is_some());
    let unknown = present.iter().filter(|arena| arena.is_none());
    for arena in known.chain(unknown) {
        let label = match arena {
            Some(arena) => arena.word(pen.cx.language()),
            None => pen.say(words::NO_ARENA),
        };
        let on = table.wish.arenas.contains(arena);
        match toggle_ui(pen.theme(), ui, label, on) {
            Some(true) => drop(table.wish.arenas.insert(*arena)),
            Some(false) => drop(table.wish.arenas.remove(arena)),
            None => {}
        }
    }
    let all = pen.say(words::ALL_ARENAS);
    if !table.wish.arenas.is_empty() && quiet_button_ui(pen.theme(), ui, all).clicked() {
        table.wish.arenas.clear();
    }
}

fn columns_ui(pen: &Pen<'_>, ui: &mut Ui, table: &mut Table) {
    let all = Column::ALL.into_iter().skip(1);
    for column in all.chain(lens_columns(pen.cx)) {
        let on = table.columns.contains(&column);
        let label = column.label(pen.cx);
        match toggle_ui(pen.theme(), ui, label, on) {
            Some(true) => drop(table.columns.insert(column)),
            Some(false) => drop(table.columns.remove(&column)),
            None => {}
        }
    }
}
