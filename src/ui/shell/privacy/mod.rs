//! Sheets about what leaves, who occurs in a map, and what must go.

mod anonymise;
mod doubles;
mod leaves;
mod passphrase;
mod person;
mod remove;
mod send;

use eframe::egui;

use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::view::Privacy;

pub(crate) use anonymise::Anonymise;
pub(crate) use doubles::Doubles;
pub(crate) use passphrase::{PassphraseAim, PassphraseSheet, Typed, passphrase_ui};
pub(crate) use person::Person;
pub(crate) use remove::Remove;
pub(crate) use send::{Send, SendState};

/// What the sheets remember while they are open.
#[derive(Debug, Default)]
pub(crate) struct PrivacySheets {
    /// The copy to send.
    pub(crate) send: Option<Send>,
    /// The person that is looked for.
    pub(crate) person: Option<Person>,
    /// The map without names.
    pub(crate) anonymise: Option<Anonymise>,
    /// The actors that may be the same.
    pub(crate) doubles: Option<Doubles>,
    /// What is removed.
    pub(crate) remove: Option<Remove>,
}

/// Draws the sheet that is open.
pub(crate) fn privacy_ui(
    cx: &Cx<'_>,
    ctx: &egui::Context,
    which: Privacy,
    sheets: &mut PrivacySheets,
    out: &mut Outbox,
) {
    let closed = match which {
        Privacy::Send => sheets
            .send
            .as_mut()
            .is_none_or(|sheet| send::send_ui(cx, ctx, sheet, out)),
        Privacy::Person => sheets
            .person
            .as_mut()
            .is_none_or(|sheet| person::person_ui(cx, ctx, sheet, out)),
        Privacy::Anonymise => sheets
            .anonymise
            .as_mut()
            .is_none_or(|sheet| anonymise::anonymise_ui(cx, ctx, sheet, out)),
        Privacy::Doubles => sheets
            .doubles
            .as_mut()
            .is_none_or(|sheet| doubles::doubles_ui(cx, ctx, sheet, out)),
        Privacy::Remove => sheets
            .remove
            .as_mut()
            .is_none_or(|sheet| remove::remove_ui(cx, ctx, sheet, out)),
    };
    if closed {
        out.send(Request::Overlay(None));
    }
}
