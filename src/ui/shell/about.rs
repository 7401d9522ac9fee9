//! About the program, with the licences of what is built in.

use eframe::egui::{self, Frame, Margin, ScrollArea, Sense, Ui, vec2};

use super::look::Look;
use super::mark;
use super::sheet::sheet_ui;
use crate::text::{sheets as words, shell};
use crate::ui::theme;

/// What is built in, grouped by licence.
pub(super) const LICENCES: &str = include_str!("../../../assets/licences.md");

/// Draws what there is to know about the program; says whether the user closes it.
pub(super) fn about_ui(look: Look<'_>, ctx: &egui::Context) -> bool {
    sheet_ui(look, ctx, look.say(words::ABOUT), 620.0, |ui| {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(72.0, 72.0), Sense::hover());
            mark::paint(look.theme, ui, rect);
            ui.add_space(10.0);
            ui.vertical(|ui| {
                let name = egui::RichText::new(look.say(shell::PROGRAM)).font(theme::bold(24.0));
                ui.label(name);
                let version = words::version(env!("CARGO_PKG_VERSION"), look.language());
                ui.label(egui::RichText::new(version).color(look.theme.dim));
            });
        });
        ui.add_space(6.0);
        ui.label(look.say(words::WHAT_FOR));
        ui.label(egui::RichText::new(look.say(words::STAYS_HERE)).color(look.theme.dim));
        ui.label(egui::RichText::new(look.say(words::LICENCE)).color(look.theme.dim));
        ui.add_space(10.0);
        ui.label(egui::RichText::new(look.say(words::BUILT_IN)).font(theme::semibold(theme::HEAD)));
        licences_ui(look, ui);
    })
}

fn licences_ui(look: Look<'_>, ui: &mut Ui) {
    let frame = Frame::new()
        .fill(look.theme.field)
        .corner_radius(9)
        .inner_margin(Margin::same(14));
    let tallest = (ui.ctx().content_rect().height() - 420.0).clamp(120.0, 320.0);
    frame.show(ui, |ui| {
        ScrollArea::vertical()
            .id_salt("licences")
            .max_height(tallest)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 3.0;
                for line in LICENCES.lines().filter(|line| !line.is_empty()) {
                    licence_line_ui(look, ui, line);
                }
            });
    });
}

fn licence_line_ui(look: Look<'_>, ui: &mut Ui, line: &str) {
    let (text, font, colour) = if let Some(head) = line.strip_prefix("## ") {
        ui.add_space(6.0);
        (head, theme::semibold(theme::REMARK), look.theme.ink)
    } else if line.starts_with("# ") {
        return;
    } else {
        (line, theme::regular(theme::REMARK), look.theme.dim)
    };
    ui.label(egui::RichText::new(text).font(font).color(colour));
}
