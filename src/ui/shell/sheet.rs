//! The frame of a sheet: a title, a way to close it, and a body that scrolls.

use eframe::egui::{self, Align, Frame, Id, Layout, Margin, Modal, ScrollArea, Stroke, Ui};

use super::look::{Look, icon_button};
use crate::text::shell::CLOSE;
use crate::ui::theme::{self, icons};

/// Draws a sheet over everything; says whether the user closes it.
pub(super) fn sheet_ui(
    look: Look<'_>,
    ctx: &egui::Context,
    title: &str,
    width: f32,
    body: impl FnOnce(&mut Ui),
) -> bool {
    let room = ctx.content_rect();
    let width = (room.width() - 32.0).min(width);
    let padding = if room.width() < 700.0 { 16 } else { 26 };
    let frame = Frame::popup(&ctx.global_style())
        .fill(look.theme.panel)
        .stroke(Stroke::new(1.0, look.theme.hairline))
        .corner_radius(14)
        .inner_margin(Margin::symmetric(padding, 18));
    let id = Id::new(("sheet", title));
    let area = Modal::default_area(id).default_size(room.size());
    let modal = Modal::new(id).area(area).frame(frame).show(ctx, |ui| {
        ui.set_width(width - 2.0 * f32::from(padding));
        // What is added later finds room as well: the area would else stay as low as it was first.
        ui.set_max_height((room.height() - 76.0).max(130.0));
        let closed = head_ui(look, ui, title);
        ui.add_space(8.0);
        let tallest = room.height() - 130.0;
        ScrollArea::vertical()
            .max_height(tallest.max(80.0))
            .auto_shrink([false, true])
            .show(ui, body);
        closed
    });
    modal.inner || modal.should_close()
}

fn head_ui(look: Look<'_>, ui: &mut Ui, title: &str) -> bool {
    ui.horizontal(|ui| {
        ui.label(
            egui::RichText::new(title)
                .font(theme::bold(theme::SUBJECT))
                .color(look.theme.ink),
        );
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            icon_button(look, ui, icons::CLOSE, look.say(CLOSE)).clicked()
        })
        .inner
    })
    .inner
}
