//! The sheet that asks for the passphrase of a sealed map.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use eframe::egui::{self, Frame, Id, Key, Margin, Modal, RichText, Stroke, Ui};
use zeroize::Zeroizing;

use super::super::look::{Look, Weight, button};
use super::{tick_ui, typed_field};
use crate::storage::Passphrase;
use crate::text::privacy as words;
use crate::ui::jobs::Offer;
use crate::ui::private_jobs::SealedFile;
use crate::ui::theme;

/// What is opened with the passphrase.
#[derive(Debug, Clone)]
pub(crate) enum PassphraseAim {
    /// A file.
    File(SealedFile),
    /// Unsaved work.
    Restore(Box<Offer>),
}

/// A passphrase that is asked.
#[derive(Debug)]
pub(crate) struct PassphraseSheet {
    /// What it opens.
    pub(crate) aim: PassphraseAim,
    /// What is opened, by name.
    name: String,
    text: Zeroizing<String>,
    shown: bool,
    asked: bool,
    /// Why the last one did not open it.
    pub(crate) error: Option<String>,
    /// Set while it is being opened.
    pub(crate) working: Option<Arc<AtomicBool>>,
}

/// What the user did.
#[derive(Debug)]
pub(crate) enum Typed {
    /// Gave a passphrase.
    Passphrase(Passphrase),
    /// Thought better of it.
    Left,
}

impl PassphraseSheet {
    /// Asks for the passphrase of something.
    pub(crate) fn new(aim: PassphraseAim, name: String) -> Self {
        Self {
            aim,
            name,
            text: Zeroizing::default(),
            shown: false,
            asked: false,
            error: None,
            working: None,
        }
    }
}

/// Draws the sheet; gives what the user did.
pub(crate) fn passphrase_ui(
    look: Look<'_>,
    ctx: &egui::Context,
    sheet: &mut PassphraseSheet,
) -> Option<Typed> {
    let frame = Frame::popup(&ctx.global_style())
        .fill(look.theme.panel)
        .stroke(Stroke::new(1.0, look.theme.hairline))
        .corner_radius(14)
        .inner_margin(Margin::symmetric(24, 20));
    let modal = Modal::new(Id::new("passphrase sheet"))
        .frame(frame)
        .show(ctx, |ui| {
            ui.set_width((ctx.content_rect().width() - 80.0).min(480.0));
            body_ui(look, ui, sheet)
        });
    let escaped = ctx.input(|input| input.key_pressed(Key::Escape));
    let typed = modal.inner.or(escaped.then_some(Typed::Left));
    if matches!(typed, Some(Typed::Left))
        && let Some(cancel) = &sheet.working
    {
        cancel.store(true, Ordering::Relaxed);
    }
    typed
}

fn body_ui(look: Look<'_>, ui: &mut Ui, sheet: &mut PassphraseSheet) -> Option<Typed> {
    ui.label(RichText::new(look.say(words::SEALED_TITLE)).font(theme::bold(18.0)));
    if !sheet.name.is_empty() {
        ui.label(RichText::new(&sheet.name).color(look.theme.ink));
    }
    ui.label(RichText::new(look.say(words::SEALED_WHY)).color(look.theme.dim));
    ui.add_space(6.0);
    let label = ui.label(look.say(words::PASSPHRASE));
    let working = sheet.working.is_some();
    let field = ui
        .add_enabled(
            !working,
            typed_field(&mut sheet.text)
                .id(Id::new("passphrase"))
                .password(!sheet.shown),
        )
        .labelled_by(label.id);
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if !sheet.asked || (sheet.error.is_some() && entered) {
        field.request_focus();
        sheet.asked = true;
    }
    tick_ui(look, ui, &mut sheet.shown, look.say(words::SHOW_WORDS));
    if let Some(error) = &sheet.error {
        ui.label(RichText::new(error).color(look.theme.conflict));
    }
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        if working {
            ui.spinner();
            ui.label(look.say(words::OPENING));
        }
        let opens = !working && !sheet.text.is_empty();
        let opened = ui
            .add_enabled_ui(opens, |ui| {
                button(look, ui, look.say(words::OPEN), Weight::Main).clicked()
            })
            .inner;
        let left = button(look, ui, look.say(words::CANCEL), Weight::Plain).clicked();
        if left {
            Some(Typed::Left)
        } else if opens && (opened || entered) {
            Some(Typed::Passphrase(Passphrase::from(sheet.text.as_str())))
        } else {
            None
        }
    })
    .inner
}
