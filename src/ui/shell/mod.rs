//! What stands around the map: menus, status line, search and commands, sheets, the welcome screen.
//!
//! Bars take their own place in the `Ui` they get; sheets and questions lie over everything. Sheets need no map, so
//! they are drawn with a [`Look`] alone.

mod about;
mod beside;
mod clashes;
mod dialog;
mod fallen;
mod find;
mod keys_sheet;
mod line;
mod look;
mod mark;
mod notices;
mod offers;
mod palette;
mod privacy;
mod report;
mod settings_sheet;
mod sheet;
mod status;
mod top_bar;
mod versions;
mod view_switch;
mod welcome;

#[cfg(test)]
mod tests;

use eframe::egui;

use super::cx::{Cx, Outbox, Request};
use super::view::Overlay;
use palette::Palette;
use settings_sheet::SettingsSheet;

pub(crate) use beside::{Aim, Beside, beside_ui};
pub(crate) use clashes::clashes_ui;
pub(crate) use dialog::{Answered, Question, ask_ui};
pub(crate) use fallen::fallen_ui;
pub(crate) use look::Look;

pub(crate) use notices::{About, Notice, Notices, notices_ui};
pub(crate) use offers::{BuiltIn, Recent, Recovery};
pub(crate) use privacy::{
    Anonymise, Doubles, PassphraseAim, PassphraseSheet, Person, PrivacySheets, Remove, Send,
    SendState, Typed, passphrase_ui, privacy_ui,
};
pub(crate) use versions::{VersionDeed, Versions, versions_ui};
pub(crate) use view_switch::{VIEW_SWITCH, view_switch_ui};
pub(crate) use welcome::{Welcome, WelcomeCx, welcome_ui};

/// What the shell remembers between frames.
#[derive(Debug, Default)]
pub(crate) struct Shell {
    /// The maps that were open before, to be found by the palette.
    pub recent: Vec<Recent>,
    palette: Option<Palette>,
    settings: SettingsSheet,
    clashes: clashes::Clashes,
    focus_before: Option<egui::Id>,
    sheet_open: bool,
}

/// Draws the bar with menus, title and search field, at the top of what is left.
pub(crate) fn top_bar_ui(cx: &Cx<'_>, ui: &mut egui::Ui, _shell: &mut Shell, out: &mut Outbox) {
    top_bar::top_bar_ui(cx, ui, out);
}

/// Draws the status line, at the bottom of what is left.
pub(crate) fn status_ui(cx: &Cx<'_>, ui: &mut egui::Ui, out: &mut Outbox) {
    status::status_ui(cx, ui, out);
}

/// Draws the sheet that is open: the palette, the keys, the settings or about; the focus goes back when it closes.
pub(crate) fn overlay_ui(cx: &Cx<'_>, ui: &mut egui::Ui, shell: &mut Shell, out: &mut Outbox) {
    let ctx = ui.ctx().clone();
    let ours = cx.view.overlay.is_some_and(is_ours);
    if ours && !shell.sheet_open {
        shell.focus_before = ctx.memory(egui::Memory::focused);
    }
    if !ours && shell.sheet_open {
        shell.palette = None;
        if let Some(id) = shell.focus_before.take()
            && cx.view.overlay.is_none()
        {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
    }
    shell.sheet_open = ours;
    if cx.view.overlay == Some(Overlay::Palette) {
        let palette = shell.palette.get_or_insert_default();
        palette::palette_ui(cx, &ctx, palette, &shell.recent, out);
        return;
    }
    shell.palette = None;
    if cx.view.overlay == Some(Overlay::Report) {
        if report::report_ui(cx, &ctx, out) {
            out.send(Request::Overlay(None));
        }
        return;
    }
    let look = Look {
        theme: cx.theme,
        settings: cx.settings,
    };
    if sheets_ui(look, &ctx, cx.view.overlay, &mut shell.settings, out) {
        out.send(Request::Overlay(None));
    }
}

fn is_ours(overlay: Overlay) -> bool {
    match overlay {
        Overlay::Palette
        | Overlay::Shortcuts
        | Overlay::Settings
        | Overlay::About
        | Overlay::Report => true,
        Overlay::Round
        | Overlay::BridgeTalk(..)
        | Overlay::Beside
        | Overlay::Clashes
        | Overlay::Privacy(_)
        | Overlay::Versions
        | Overlay::Filter => false,
    }
}

/// Draws a sheet that needs no map; says whether the user closes it.
fn sheets_ui(
    look: Look<'_>,
    ctx: &egui::Context,
    overlay: Option<Overlay>,
    settings: &mut SettingsSheet,
    out: &mut Outbox,
) -> bool {
    match overlay {
        Some(Overlay::Shortcuts) => keys_sheet::keys_ui(look, ctx),
        Some(Overlay::Settings) => settings_sheet::settings_ui(look, ctx, settings, out),
        Some(Overlay::About) => about::about_ui(look, ctx),
        Some(
            Overlay::Palette
            | Overlay::Round
            | Overlay::BridgeTalk(..)
            | Overlay::Beside
            | Overlay::Clashes
            | Overlay::Privacy(_)
            | Overlay::Versions
            | Overlay::Filter
            | Overlay::Report,
        )
        | None => false,
    }
}
