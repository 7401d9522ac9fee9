//! Lenses in the window. Everything here follows from a definition; no lens is known by name.
//!
//! `section` stands in the inspector, `question` draws one question with its editor, `panel` holds the choice of
//! lenses, the picture of all answers and the list of what asks for attention.

mod attention;
mod chooser;
mod edit;
mod figure;
mod panel;
mod picture;
mod question;
mod section;
mod spread;

use eframe::egui;

use crate::ui::theme::{self, Theme};

pub(super) use panel::{LensPanels, lenses_ui};
pub(super) use question::{Asked, answer_keys, question_ui};
pub(super) use section::{binds_learning, section_ui};

/// Turns a small count into a number to draw with.
fn real(count: usize) -> f32 {
    u16::try_from(count).map_or(f32::from(u16::MAX), f32::from)
}

/// Turns a share into the precision of the screen.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the screen needs no more than the precision of a f32"
)]
fn narrow(share: f64) -> f32 {
    share as f32
}

/// Paints a number on a disc.
fn disc(painter: &egui::Painter, theme: &Theme, at: egui::Pos2, number: usize) {
    painter.circle_filled(at, 10.0, theme.accent);
    let font = theme::bold(12.0);
    let middle = egui::Align2::CENTER_CENTER;
    painter.text(at, middle, number, font, theme.on_accent);
}
