//! The panel of lenses at the right of the map: choosing, the picture of all answers, what asks for attention.

use eframe::egui::{self, Align, Frame, Layout, Margin, RichText, ScrollArea, Ui};

use super::{attention, chooser, picture};
use crate::text::lens as words;
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::theme;
use crate::ui::view::Panel;
use crate::ui::widget::{Memory, Pen, Segment, icon, icon_button_ui, segments_ui};

/// What the panels remember between frames.
#[derive(Debug, Default)]
pub(crate) struct LensPanels {
    memory: Memory,
    pub(super) picture: picture::Remembered,
    pub(super) attention: attention::Remembered,
}

impl LensPanels {
    /// Gives the width of the panel in a window.
    pub(crate) fn width_in(window: f32) -> f32 {
        (window * 0.33).clamp(300.0, 420.0).min(window * 0.48)
    }
}

/// The panels in the order of the switch.
const TABS: [(Panel, crate::text::Text); 3] = [
    (Panel::Lenses, words::CHOOSE_TAB),
    (Panel::LensPicture, words::PICTURE_TAB),
    (Panel::Attention, words::ATTENTION_TAB),
];

/// Draws the panel that is chosen.
pub(crate) fn lenses_ui(cx: &Cx<'_>, ui: &mut Ui, panels: &mut LensPanels, out: &mut Outbox) {
    let mut memory = std::mem::take(&mut panels.memory);
    memory.drafts.begin();
    let mut pen = Pen {
        cx,
        memory: &mut memory,
        out,
    };
    ScrollArea::vertical()
        .id_salt(("lenses", cx.view.panel == Panel::LensPicture))
        .auto_shrink(false)
        .show(ui, |ui| {
            Frame::NONE
                .inner_margin(Margin::symmetric(22, 16))
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.spacing_mut().item_spacing = egui::vec2(8.0, 4.0);
                    top_ui(&mut pen, ui);
                    match cx.view.panel {
                        Panel::LensPicture => picture::picture_ui(&mut pen, ui, panels),
                        Panel::Attention => attention::attention_ui(&mut pen, ui, panels),
                        _ => chooser::chooser_ui(&mut pen, ui),
                    }
                    ui.add_space(24.0);
                });
        });
    memory.drafts.hand_in_unseen(out);
    panels.memory = memory;
}

fn top_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let cx = pen.cx;
    ui.horizontal(|ui| {
        let title = RichText::new(cx.say(words::LENSES)).font(theme::bold(theme::SUBJECT));
        ui.label(title.color(cx.theme.ink));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = icon_button_ui(cx.theme, ui, icon::REMOVE, cx.say(words::CLOSE));
            if close.clicked() {
                pen.send(Request::Panel(Panel::Inspector));
            }
        });
    });
    let segments = TABS.map(|(panel, text)| Segment {
        label: cx.say(text),
        chosen: cx.view.panel == panel,
    });
    let clicked = segments_ui(cx.theme, ui, &segments).and_then(|place| TABS.get(place));
    if let Some((panel, _)) = clicked {
        pen.send(Request::Panel(*panel));
    }
    ui.add_space(theme::STEP);
}
