//! One word, and what it means to each, side by side.

use eframe::egui::{self, Align, Layout, Ui};

use super::label_of;
use super::pair::{Words, cell_ui, columns_ui, remark, tag_ui};
use crate::edit::{Edit, MapChange};
use crate::model::{ActorId, Note};
use crate::session::meaning::glossary::{Apart, Word, words as all_words};
use crate::text::inspector::{actor as actor_words, answer};
use crate::text::meaning::perspective as words;
use crate::ui::inspector::{add_meaning_ui, ask_meaning, asked_meaning, new_word_ui};
use crate::ui::theme;
use crate::ui::widget::{Look, Pen, chip_ui, icon, icon_button_ui, label_ui, remark_ui, rule_ui};

/// Draws the page.
pub(super) fn glossary_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let now = pen.cx.now();
    remark(pen, ui, pen.say(words::GLOSSARY_ABOUT));
    let found = all_words(now);
    if found.is_empty() {
        ui.add_space(6.0);
        ui.label(pen.say(words::GLOSSARY_EMPTY));
    }
    for word in &found {
        word_ui(pen, ui, word);
    }
    rule_ui(pen.theme(), ui);
    new_word_ui(pen, ui);
}

fn word_ui(pen: &mut Pen<'_>, ui: &mut Ui, word: &Word<'_>) {
    rule_ui(pen.theme(), ui);
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let remove = actor_words::of(pen.say(answer::REMOVE), word.word);
            if icon_button_ui(pen.theme(), ui, icon::REMOVE, &remove).clicked() {
                pen.edit(Edit::Map(MapChange::RemoveWord(word.word.to_owned())));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let text = egui::RichText::new(word.word).font(theme::bold(16.0));
                ui.label(text.color(pen.theme().ink));
                let told = pen.say(words::apart(word.apart));
                match word.apart {
                    Apart::Other => tag_ui(pen, ui, "≠", told),
                    Apart::Same => {
                        remark_ui(pen.theme(), ui, &format!("=  {told}"));
                    }
                    Apart::One => {
                        remark_ui(pen.theme(), ui, told);
                    }
                }
            });
        });
    });
    let asked = asked_meaning(ui, word.word).filter(|actor| !word.asked.contains(actor));
    let all: Vec<ActorId> = word.asked.iter().copied().chain(asked).collect();
    for row in all.chunks(2) {
        columns_ui(pen, ui, |pen, ui, place| {
            if let Some(actor) = row.get(place) {
                meaning_ui(pen, ui, word.word, *actor);
            }
        });
        ui.add_space(2.0);
    }
    let unasked: Vec<ActorId> = word
        .unasked
        .iter()
        .copied()
        .filter(|actor| Some(*actor) != asked)
        .collect();
    if !unasked.is_empty() {
        label_ui(pen.theme(), ui, pen.say(words::ALSO_USED));
        ui.horizontal_wrapped(|ui| {
            for actor in unasked {
                if chip_ui(pen.theme(), ui, label_of(pen.cx, actor), false).clicked() {
                    ask_meaning(ui, word.word, actor);
                }
            }
        });
    }
    add_meaning_ui(pen, ui, word.word, &|actor| !all.contains(&actor));
}

fn meaning_ui(pen: &mut Pen<'_>, ui: &mut Ui, word: &str, actor: ActorId) {
    let nothing = Note::default();
    let note = pen.cx.now().glossary.get(word);
    let note = note
        .and_then(|meanings| meanings.get(&actor))
        .unwrap_or(&nothing);
    label_ui(pen.theme(), ui, label_of(pen.cx, actor));
    let cell = Words {
        id: egui::Id::new(("glossary", word, actor)),
        of: actor,
        question: word,
        look: Look::Quote,
        note,
    };
    cell_ui(pen, ui, &cell, &|note| {
        Edit::Map(MapChange::Meaning(word.to_owned(), actor, note))
    });
}
