//! The choices by phase, each with what went before it, and what was taken back.

use eframe::egui::Ui;

use super::go_to;
use crate::edit::{Edit, RoleChange};
use crate::model::{Phase, RoleChoice};
use crate::session::Item;
use crate::session::roles::{Part, Played, by_phase, withdrawn};
use crate::text::inspector::role as role_words;
use crate::text::roles as words;
use crate::text::terms::Named as _;
use crate::ui::cx::Request;
use crate::ui::inspector::{role_line_ui, role_remark};
use crate::ui::view::Panel;
use crate::ui::widget::{
    Pen, Segment, fold_ui, head_ui, inset, label_ui, quiet_button_ui, remark_ui, rule_ui,
    segments_ui,
};

/// Draws what holds and what is wanted, phase by phase.
pub(super) fn by_phase_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let parts = by_phase(pen.cx.now());
    if parts.is_empty() {
        remark_ui(pen.theme(), ui, pen.say(words::NONE));
        return;
    }
    let alone = parts.len() == 1;
    for part in &parts {
        part_ui(pen, ui, part, alone);
    }
}

fn part_ui(pen: &mut Pen<'_>, ui: &mut Ui, part: &Part<'_>, alone: bool) {
    rule_ui(pen.theme(), ui);
    let head = words::phase(part.phase, alone, pen.cx.language());
    head_ui(pen.theme(), ui, head);
    for played in &part.played {
        played_ui(pen, ui, played);
    }
}

fn played_ui(pen: &mut Pen<'_>, ui: &mut Ui, played: &Played<'_>) {
    let cx = pen.cx;
    let role = played.role;
    if role_line_ui(pen, ui, role).clicked() {
        go_to(pen, cx.now(), role);
    }
    let selected = cx.session.selection().contains(Item::Role(role.id));
    if played.before.is_empty() && !selected {
        return;
    }
    inset(ui, |ui| {
        for before in &played.before {
            earlier_ui(pen, ui, before);
        }
        if selected {
            selected_ui(pen, ui, role);
        }
    });
}

fn earlier_ui(pen: &mut Pen<'_>, ui: &mut Ui, role: &RoleChoice) {
    let rest = role_remark(pen, role);
    let told = words::earlier(role.mode, &rest, pen.cx.language());
    remark_ui(pen.theme(), ui, &told);
}

/// Draws what can be done with the choice that is selected: its phase, taking it back, more.
fn selected_ui(pen: &mut Pen<'_>, ui: &mut Ui, role: &RoleChoice) {
    let cx = pen.cx;
    label_ui(cx.theme, ui, cx.say(role_words::PHASE));
    let phases: Vec<_> = Phase::ALL
        .iter()
        .map(|phase| Segment {
            label: phase.word(cx.language()),
            chosen: role.phase == Some(*phase),
        })
        .collect();
    let clicked = segments_ui(cx.theme, ui, &phases);
    if let Some(phase) = clicked.and_then(|place| Phase::ALL.get(place).copied()) {
        let phase = Some(phase).filter(|phase| role.phase != Some(*phase));
        pen.edit(Edit::Role(role.id, RoleChange::Phase(phase)));
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 20.0;
        if quiet_button_ui(cx.theme, ui, cx.say(role_words::MORE)).clicked() {
            pen.send(Request::Panel(Panel::Inspector));
        }
        if quiet_button_ui(cx.theme, ui, cx.say(words::TAKE_BACK)).clicked() {
            pen.edit(crate::session::roles::taken_back(role, cx.today));
        }
    });
}

/// Draws what was taken back, folded; nothing where nothing was.
pub(super) fn withdrawn_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let cx = pen.cx;
    let gone = withdrawn(cx.document());
    if gone.is_empty() {
        return;
    }
    let count = gone.len().to_string();
    fold_ui(pen, ui, words::WITHDRAWN, &count, true, |pen, ui| {
        for one in &gone {
            if role_line_ui(pen, ui, one.role).clicked() {
                go_to(pen, cx.now(), one.role);
            }
            if let Some(moment) = one.seen {
                let told = words::seen_in(&moment.name, moment.date, cx.language());
                inset(ui, |ui| {
                    remark_ui(cx.theme, ui, &told);
                });
            }
        }
    });
}
