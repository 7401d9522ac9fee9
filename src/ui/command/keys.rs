//! From keys to commands, and how keys are written.

use eframe::egui::{self, Key, KeyboardShortcut, Modifiers};

use super::{Command, Reach, Row, rows};
use crate::ui::cx::Cx;

/// Takes the keys of a command out of the input of this frame and gives the command; `None` for the map means that the
/// welcome screen is shown.
///
/// A command that says why it cannot be done now is given too: who asks for it is to hear why.
///
/// Call it before any panel is drawn. A text field keeps the keys that mean something to it, an open sheet those that
/// would change what lies under it.
pub(crate) fn shortcut_pressed(ctx: &egui::Context, cx: Option<&Cx<'_>>) -> Option<Command> {
    let typing = ctx.text_edit_focused();
    let menu_open = egui::Popup::is_any_open(ctx);
    let works = |row: &Row| {
        let reached = match row.reach {
            Reach::Everywhere => true,
            Reach::OpenMap => cx.is_some(),
            Reach::NotTyping => cx.is_some() && !typing,
            Reach::Map => !typing && !menu_open && cx.is_some_and(|cx| cx.view.overlay.is_none()),
        };
        let ready = cx.is_none_or(|cx| (row.available)(cx) || row.why_not(cx).is_some());
        reached && ready
    };
    // Keys with more modifiers come first: egui takes Ctrl+Shift+S for Ctrl+S too.
    for n_modifiers in [2, 1, 0] {
        for row in rows().iter().filter(|row| works(row)) {
            let mut keys = row.keys.iter();
            let pressed = keys.any(|keys| {
                count(keys.modifiers) == n_modifiers
                    && ctx.input_mut(|input| input.consume_shortcut(keys))
            });
            if pressed {
                return Some(row.command);
            }
        }
    }
    None
}

/// Writes keys the way they stand on a keyboard, one string for each key to hold or press.
pub(crate) fn keys_text(keys: KeyboardShortcut, mac: bool) -> Vec<&'static str> {
    let KeyboardShortcut {
        modifiers,
        logical_key,
    } = keys;
    let mut names = Vec::new();
    if modifiers.command || modifiers.ctrl {
        names.push(if mac { "⌘" } else { "Ctrl" });
    }
    if modifiers.alt {
        names.push(if mac { "⌥" } else { "Alt" });
    }
    if modifiers.shift {
        names.push(if mac { "⇧" } else { "Shift" });
    }
    names.push(match logical_key {
        Key::Comma => ",",
        Key::Plus => "+",
        Key::Minus => "−",
        Key::Delete => "Del",
        key => key.name(),
    });
    names
}

fn count(modifiers: Modifiers) -> u8 {
    u8::from(modifiers.command || modifiers.ctrl)
        + u8::from(modifiers.shift)
        + u8::from(modifiers.alt)
}
