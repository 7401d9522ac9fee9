//! The keys of a chosen cell: arrows walk, typing, Enter and F2 change, Escape lets go.

use eframe::egui::{
    Event, EventFilter, Id, Key, Modifiers, Ui,
    text::{CCursor, CCursorRange},
    text_edit::TextEditState,
};

/// What a key asks of a chosen cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Asked {
    /// Another cell: so many rows down, so many columns to the right.
    Walk(isize, isize),
    /// The first or the last column.
    End(bool),
    /// Change what stands there.
    Change,
    /// Type something else.
    Replace(String),
    /// Take what stands there to the clipboard.
    Copy,
    /// Choose no cell.
    Leave,
}

/// Reads the keys of a cell that has the focus; one that is picked from a menu opens by Enter itself.
pub(super) fn asked(ui: &Ui, id: Id, typed_in: bool) -> Option<Asked> {
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: true,
        tab: false,
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let walks = [
        (Key::ArrowUp, (-1, 0)),
        (Key::ArrowDown, (1, 0)),
        (Key::ArrowLeft, (0, -1)),
        (Key::ArrowRight, (0, 1)),
        (Key::PageUp, (-10, 0)),
        (Key::PageDown, (10, 0)),
    ];
    ui.input_mut(|input| {
        for (key, (down, right)) in walks {
            if input.consume_key(Modifiers::NONE, key) {
                return Some(Asked::Walk(down, right));
            }
        }
        for (key, last) in [(Key::Home, false), (Key::End, true)] {
            if input.consume_key(Modifiers::NONE, key) {
                return Some(Asked::End(last));
            }
        }
        if input.consume_key(Modifiers::NONE, Key::Escape) {
            return Some(Asked::Leave);
        }
        if input.events.contains(&Event::Copy) {
            input.events.retain(|event| *event != Event::Copy);
            return Some(Asked::Copy);
        }
        if !typed_in {
            return None;
        }
        if input.consume_key(Modifiers::NONE, Key::F2)
            || input.consume_key(Modifiers::NONE, Key::Enter)
        {
            return Some(Asked::Change);
        }
        if input.consume_key(Modifiers::NONE, Key::Delete)
            || input.consume_key(Modifiers::NONE, Key::Backspace)
        {
            return Some(Asked::Replace(String::new()));
        }
        let typed = |event: &Event| match event {
            Event::Text(text) | Event::Paste(text) if !text.trim().is_empty() => {
                Some(text.trim().to_owned())
            }
            _ => None,
        };
        let place = input
            .events
            .iter()
            .position(|event| typed(event).is_some())?;
        typed(&input.events.remove(place)).map(Asked::Replace)
    })
}

/// Says whether a key leaves a field for the row above or beneath.
pub(super) fn leaves(ui: &Ui) -> Option<isize> {
    ui.input(|input| {
        if input.key_pressed(Key::ArrowUp) {
            Some(-1)
        } else if input.key_pressed(Key::ArrowDown) {
            Some(1)
        } else {
            None
        }
    })
}

/// Puts the cursor of a field behind its last letter.
pub(super) fn cursor_at_end(ui: &Ui, id: Id, n_letters: usize) {
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let end = CCursorRange::one(CCursor::new(n_letters));
    state.cursor.set_char_range(Some(end));
    state.store(ui.ctx(), id);
}
