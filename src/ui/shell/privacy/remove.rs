//! Removing a map and all its copies: what and where is told before.

use eframe::egui::{self, Grid, RichText};

use super::super::look::{Look, Weight, button};
use super::super::sheet::sheet_ui;
use crate::storage::{CopyKind, KeptCopy};
use crate::text::privacy as words;
use crate::ui::cx::{Cx, Outbox, PrivacyDeed, Request};
use crate::ui::theme;

/// What is removed.
#[derive(Debug, Default)]
pub(crate) struct Remove {
    /// Where the map is kept; `None` until that is known.
    pub(crate) copies: Option<Vec<KeptCopy>>,
    /// Whether the map stands among the recent ones.
    pub(crate) recent: bool,
    /// What was asked once and must be asked again: with the map, or the copies alone.
    sure: Option<bool>,
}

impl Remove {
    /// Lists nothing yet.
    pub(crate) fn new(recent: bool) -> Self {
        Self {
            recent,
            ..Self::default()
        }
    }
}

/// Draws the sheet; says whether the user closes it.
pub(super) fn remove_ui(
    cx: &Cx<'_>,
    ctx: &egui::Context,
    sheet: &mut Remove,
    out: &mut Outbox,
) -> bool {
    let look = Look {
        theme: cx.theme,
        settings: cx.settings,
    };
    let mut left = false;
    let closed = sheet_ui(look, ctx, look.say(words::REMOVE), 760.0, |ui| {
        let copies = sheet.copies.as_deref().unwrap_or_default();
        let nothing = copies.is_empty() && !sheet.recent;
        let intro = if nothing {
            words::NOTHING_KEPT
        } else {
            words::REMOVE_WHY
        };
        ui.label(look.say(intro));
        list_ui(look, ui, copies, sheet.recent);
        ui.add_space(8.0);
        ui.label(
            RichText::new(look.say(words::CANNOT_REACH))
                .font(theme::semibold(theme::HEAD))
                .color(look.theme.ink),
        );
        ui.label(RichText::new(look.say(words::CANNOT_REACH_LIST)).color(look.theme.dim));
        ui.add_space(8.0);
        ui.label(
            RichText::new(look.say(words::REMOVE_FOREVER))
                .font(theme::medium(theme::BODY))
                .color(look.theme.conflict),
        );
        let only_copies = copies.iter().any(|copy| copy.kind != CopyKind::Map);
        ui.horizontal_wrapped(|ui| {
            left = button(look, ui, look.say(words::CANCEL), Weight::Main).clicked();
            if let Some(map) = sheet.sure {
                if button(look, ui, look.say(words::SURE), Weight::Plain).clicked() {
                    out.send(Request::Privacy(PrivacyDeed::Remove { map }));
                }
                return;
            }
            if button(look, ui, look.say(words::REMOVE_ALL), Weight::Plain).clicked() {
                sheet.sure = Some(true);
            }
            if only_copies
                && button(look, ui, look.say(words::REMOVE_COPIES), Weight::Plain).clicked()
            {
                sheet.sure = Some(false);
            }
        });
    });
    closed || left
}

fn list_ui(look: Look<'_>, ui: &mut egui::Ui, copies: &[KeptCopy], recent: bool) {
    let dim = |text: String| {
        RichText::new(text)
            .font(theme::regular(theme::REMARK))
            .color(look.theme.dim)
    };
    Grid::new("copies")
        .num_columns(2)
        .spacing([20.0, 6.0])
        .show(ui, |ui| {
            for copy in copies {
                ui.label(
                    RichText::new(look.say(words::copy_kind(copy.kind)))
                        .font(theme::medium(theme::BODY)),
                );
                ui.vertical(|ui| {
                    ui.label(dim(words::copy_size(
                        copy.files,
                        copy.bytes,
                        look.language(),
                    )));
                    ui.add(egui::Label::new(dim(copy.path.display().to_string())).truncate());
                });
                ui.end_row();
            }
            if recent {
                ui.label(
                    RichText::new(look.say(words::RECENT_ENTRY)).font(theme::medium(theme::BODY)),
                );
                ui.label("");
                ui.end_row();
            }
        });
}
