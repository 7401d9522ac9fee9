//! A free text that can be private.

use std::collections::BTreeSet;

use eframe::egui::cache::{ComputerMut, FrameCache};
use eframe::egui::{Align, Id, Layout, Ui};

use super::{
    Band, Field, Look, Pen, PrivateText, field_ui, head_ui, icon, icon_button_ui, private_band_ui,
    quiet_button_ui, remark_ui,
};
use crate::edit::Edit;
use crate::model::Note;
use crate::share::{SILENCE, Special, special};
use crate::text::inspector::answer as words;
use crate::text::privacy;

/// How the label of a note is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Head,
    Remark,
}

/// Draws a note with its label and a lock; a private one is folded until it is held or edited.
pub(crate) fn note_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    id: Id,
    label: &str,
    look: Look,
    note: &Note,
    set: &dyn Fn(Note) -> Edit,
) {
    let kind = if look == Look::Quote {
        Label::Head
    } else {
        Label::Remark
    };
    ui.horizontal(|ui| {
        match kind {
            Label::Head => head_ui(pen.theme(), ui, label),
            Label::Remark => remark_ui(pen.theme(), ui, label),
        };
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            lock_ui(pen, ui, label, note, set);
        });
    });
    let bared = pen.memory.bared == Some(id);
    if note.private && !note.is_empty() && !bared {
        let texts = [PrivateText::plain(&note.text)];
        private_band_ui(pen, ui, Band::Full, id.with("band"), label, &texts);
        if quiet_button_ui(pen.theme(), ui, pen.say(words::EDIT)).clicked() {
            pen.memory.bared = Some(id);
        }
        return;
    }
    let mut field = Field::new(id, label, look).hint(pen.say(words::WRITE));
    if note.private {
        field = field.concealed().hint(pen.say(words::CONCEALED));
    }
    field_ui(pen, ui, field, &note.text, |text, _| {
        Ok(set(Note {
            text,
            ..note.clone()
        }))
    });
    special_ui(pen, ui, &note.text);
    if note.private && bared && quiet_button_ui(pen.theme(), ui, pen.say(words::COVER)).clicked() {
        pen.memory.bared = None;
    }
}

/// Finds special personal data in a text once.
#[derive(Default)]
struct Finder;

impl ComputerMut<&str, BTreeSet<Special>> for Finder {
    fn compute(&mut self, text: &str) -> BTreeSet<Special> {
        special(text)
    }
}

type Found = FrameCache<BTreeSet<Special>, Finder>;

/// Says quietly that a text may hold special personal data; a map can be silent about it.
pub(crate) fn special_ui(pen: &Pen<'_>, ui: &mut Ui, text: &str) {
    if text.is_empty() || pen.cx.document().silenced.contains(SILENCE) {
        return;
    }
    let found = ui.memory_mut(|memory| memory.caches.cache::<Found>().get(text).clone());
    if !found.is_empty() {
        let hint = privacy::special_hint(&found, pen.cx.language());
        remark_ui(pen.theme(), ui, &hint);
    }
}

fn lock_ui(pen: &mut Pen<'_>, ui: &mut Ui, label: &str, note: &Note, set: &dyn Fn(Note) -> Edit) {
    let language = pen.cx.language();
    let (sign, words) = if note.private {
        (icon::PRIVATE, words::make_open(label, language))
    } else {
        (icon::NOT_PRIVATE, words::make_private(label, language))
    };
    if icon_button_ui(pen.theme(), ui, sign, &words).clicked() {
        pen.edit(set(Note {
            private: !note.private,
            ..note.clone()
        }));
    }
}
