//! One sentence over the wall for a moment, where the wall shows another view than the presenter had open.

use eframe::egui::{Align2, Area, Frame, Id, Margin, Order, RichText, Stroke, Ui, vec2};

use crate::model::Language;
use crate::text::arrange::WALL_SHOWS_NETWORK;
use crate::ui::theme::{self, Theme};

/// How long the sentence stays, and how long of that it fades, in seconds.
const STAYS: f64 = 4.5;
const FADES: f64 = 1.0;

/// A sentence that stays for a moment.
#[derive(Debug, Default)]
pub(super) struct WallNote {
    /// When it was seen first.
    since: Option<f64>,
}

impl WallNote {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Draws the sentence at the foot of the wall; says whether it is still there.
    pub(super) fn ui(&mut self, theme: &Theme, language: Language, ui: &Ui) -> bool {
        let time = ui.input(|input| input.time);
        let left = STAYS - (time - *self.since.get_or_insert(time));
        if left <= 0.0 {
            return false;
        }
        let size = (ui.ctx().content_rect().height() / 45.0).max(theme::BODY);
        let frame = Frame::NONE
            .fill(theme.panel)
            .stroke(Stroke::new(1.0, theme.hairline))
            .corner_radius(10)
            .inner_margin(Margin::symmetric(18, 10));
        Area::new(Id::new("wall note"))
            .order(Order::Foreground)
            .interactable(false)
            .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -20.0))
            .show(ui.ctx(), |ui| {
                ui.set_opacity(opacity(left));
                frame.show(ui, |ui| {
                    let text = RichText::new(WALL_SHOWS_NETWORK.get(language));
                    ui.label(text.font(theme::regular(size)).color(theme.ink));
                });
            });
        let wait = if left > FADES { left - FADES } else { 0.03 };
        ui.ctx()
            .request_repaint_after(std::time::Duration::from_secs_f64(wait));
        true
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "an opacity needs no more than eight bits"
)]
fn opacity(left: f64) -> f32 {
    (left / FADES).clamp(0.0, 1.0) as f32
}
