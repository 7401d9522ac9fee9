//! What stands above the field: what is wrong, the chips, names that complete, the names of a list.

use eframe::egui::{self, CornerRadius, Event, Frame, Margin, Stroke, Ui};

use super::super::pieces::{self, Pill};
use super::super::quick_chips::{self, ChipRow};
use super::keys::{complete, place};
use super::{QuickLine, Wants};
use crate::model::{Actor, Arena};
use crate::session::quick::{ChipId, ChipKind, Trouble, Understood};
use crate::text::entering as words;
use crate::ui::cx::{Cx, Outbox};
use crate::ui::theme;

/// Says whether a trouble goes away by typing on.
fn unfinished(trouble: &Trouble) -> bool {
    match trouble {
        Trouble::NoName | Trouble::OneEnd => true,
        Trouble::SameEnds
        | Trouble::NameTooLong { .. }
        | Trouble::TextTooLong
        | Trouble::TooManyActors
        | Trouble::TooManyRelations
        | Trouble::TooManyValues
        | Trouble::PositionRange
        | Trouble::LevelRange
        | Trouble::StrengthRange
        | Trouble::UnknownArena(_) => false,
    }
}

/// Draws what stands above the field: what is wrong, the chips, the names that complete, the names of a list.
pub(super) fn above_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    quick: &mut QuickLine,
    understood: &Understood,
    offers: &[&Actor],
    out: &mut Outbox,
) {
    if understood.is_empty() {
        return;
    }
    let live = understood
        .trouble
        .as_ref()
        .filter(|trouble| !unfinished(trouble))
        .map(|trouble| words::trouble(trouble, cx.language()));
    if let Some(error) = quick.error.clone().or(live) {
        plate(cx, ui, |ui| pieces::trouble(ui, cx.theme, &error));
    }
    if understood.list {
        list_ui(cx, ui, quick, understood, out);
        return;
    }
    let wants_chip = quick.wants == Wants::FirstChip;
    if wants_chip {
        quick.wants = Wants::Nothing;
    }
    let mut row = ChipRow {
        wants_focus: wants_chip,
        has_focus: false,
    };
    let mut action = quick_chips::pieces_ui(cx, ui, understood, &quick.choices, &mut row);
    if let Some(at) = quick_chips::asked_subject(cx, understood, &quick.choices) {
        let id = ChipId {
            subject: at,
            kind: ChipKind::Arena,
        };
        let subject = understood.subjects.get(at);
        let chosen = subject
            .and_then(|subject| quick.choices.arena(at, subject))
            .filter(|_| quick.choices.on(id));
        let arenas =
            quick_chips::arenas_ui(cx, ui, at, chosen.as_ref(), quick.all_arenas, &mut row);
        action = arenas.or(action);
    }
    if let Some(action) = action {
        quick.act(action);
    } else if row.has_focus {
        go_on_typing(ui, quick);
    }
    offers_ui(cx, ui, quick, understood, offers);
}

/// Goes back to the field with what was typed on a chip.
fn go_on_typing(ui: &Ui, quick: &mut QuickLine) {
    let typed: String = ui.input(|input| {
        let texts = input.events.iter().filter_map(|event| match event {
            Event::Text(text) if !text.trim().is_empty() => Some(text.as_str()),
            _ => None,
        });
        texts.collect()
    });
    if !typed.is_empty() {
        quick.start_with(&typed);
    }
}

fn plate(cx: &Cx<'_>, ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    Frame::new()
        .fill(cx.theme.panel)
        .stroke(Stroke::new(1.0, cx.theme.hairline))
        .corner_radius(CornerRadius::same(10))
        .inner_margin(Margin::symmetric(12, 7))
        .show(ui, add);
}

fn offers_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    quick: &mut QuickLine,
    understood: &Understood,
    offers: &[&Actor],
) {
    if offers.is_empty() {
        return;
    }
    let mut taken = None;
    plate(cx, ui, |ui| {
        ui.set_width(ui.available_width().min(360.0));
        ui.spacing_mut().item_spacing.y = 0.0;
        for (index, actor) in offers.iter().enumerate() {
            let arena = cx.now().arena_of(actor);
            let chosen = quick.completion == Some(index);
            if pieces::actor_row(ui, cx.theme, arena, &actor.name, chosen).clicked() {
                taken = Some(*actor);
            }
        }
    });
    if let Some(actor) = taken {
        complete(quick, understood, actor);
    }
}

fn list_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    quick: &mut QuickLine,
    understood: &Understood,
    out: &mut Outbox,
) {
    const SHOWN: usize = 8;
    let language = cx.language();
    let count = understood.subjects.len();
    plate(cx, ui, |ui| {
        ui.set_width(ui.available_width());
        pieces::head(ui, cx.theme, &words::names_recognised(count, language));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(10.0, 4.0);
            for subject in understood.subjects.iter().take(SHOWN) {
                let arena = subject.details.arena.as_ref();
                let arena = arena.and_then(|said| quick_chips::built_in(cx, &said.term));
                named_mark(cx, ui, arena, &subject.name);
            }
            if count > SHOWN {
                pieces::remark(ui, cx.theme, &words::and_more(count - SHOWN, language));
            }
        });
        if understood.doubles > 0 {
            pieces::remark(ui, cx.theme, &words::doubles(understood.doubles, language));
        }
        ui.horizontal(|ui| {
            let put = words::place_names(count, language);
            if count > 0 && pieces::pill(ui, &put, Pill::chosen(cx.theme), false).clicked() {
                place(cx, quick, understood, out);
                quick.wants = Wants::Field;
            }
            let drop = cx.say(words::DROP_LIST);
            if pieces::pill(ui, drop, Pill::quiet(cx.theme), false).clicked() {
                quick.empty();
                quick.wants = Wants::Field;
            }
        });
    });
}

/// Draws a mark with a name that stay together on one line.
fn named_mark(cx: &Cx<'_>, ui: &mut Ui, arena: Option<Arena>, name: &str) {
    let font = theme::regular(theme::BODY);
    let mut job = egui::text::LayoutJob::simple_singleline(name.to_owned(), font, cx.theme.ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(ui.max_rect().width() - 40.0);
    let galley = ui.painter().layout_job(job);
    if ui.cursor().left() + galley.size().x + 30.0 > ui.max_rect().right() {
        ui.end_row();
    }
    pieces::arena_mark(ui, cx.theme, arena, 7.0);
    ui.add_space(-5.0);
    ui.label(galley);
}
