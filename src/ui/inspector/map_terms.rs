//! The words of the map: own arenas and kinds, and what words mean to whom.

use eframe::egui::{self, Ui};

use super::{field_id, name_of, subject};
use crate::edit::{Edit, MapChange};
use crate::model::{ActorId, Arena, Note, OwnTerm};
use crate::text::inspector::{actor as actor_words, answer, map as words};
use crate::text::terms::Named as _;
use crate::ui::widget::{
    Choice, Field, Look, Pen, Picked, Picker, actor_choices, field_ui, fold_ui, head_ui, icon,
    icon_button_ui, note_ui, pick_from_ui, pick_ui, remark_ui,
};

/// Draws the own arenas and kinds with the arena each belongs to.
pub(super) fn own_terms_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let now = pen.cx.now();
    let count = super::actor::count_of(now.arenas.len() + now.kinds.len(), pen);
    fold_ui(pen, ui, words::OWN_TERMS, &count, false, |pen, ui| {
        remark_ui(pen.theme(), ui, pen.say(words::OWN_ARENAS));
        for own in now.arenas.iter() {
            own_term_ui(pen, ui, own, MapChange::OwnArena, MapChange::RemoveOwnArena);
        }
        let field = Field::new(
            field_id("map", "own arena"),
            pen.say(words::NEW_OWN_ARENA),
            Look::Add,
        );
        field_ui(pen, ui, field, "", |name, _| {
            Ok(Edit::Map(MapChange::OwnArena(subject::own_term(
                &name, None,
            ))))
        });
        remark_ui(pen.theme(), ui, pen.say(words::OWN_KINDS));
        for own in now.kinds.iter() {
            own_term_ui(pen, ui, own, MapChange::OwnKind, MapChange::RemoveOwnKind);
        }
        let field = Field::new(
            field_id("map", "own kind"),
            pen.say(words::NEW_OWN_KIND),
            Look::Add,
        );
        field_ui(pen, ui, field, "", |name, _| {
            Ok(Edit::Map(MapChange::OwnKind(subject::own_term(
                &name, None,
            ))))
        });
    });
}

fn own_term_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    own: &OwnTerm,
    set: fn(OwnTerm) -> MapChange,
    remove: fn(String) -> MapChange,
) {
    let language = pen.cx.language();
    ui.horizontal_wrapped(|ui| {
        ui.label(&own.name);
        let choices: Vec<Choice<Arena>> = Arena::ALL
            .iter()
            .map(|arena| Choice {
                label: arena.word(language).to_owned(),
                what: *arena,
            })
            .collect();
        let label = actor_words::of(pen.say(actor_words::ARENA), &own.name);
        let picker = Picker {
            id: field_id(&own.name, "own arena"),
            label: &label,
            shown: own.arena.word(language),
            clear: None,
            own: false,
        };
        if let Some(Picked::One(arena)) = pick_ui(pen, ui, picker, &choices) {
            pen.edit(Edit::Map(set(OwnTerm {
                arena,
                ..own.clone()
            })));
        }
        let label = actor_words::of(pen.say(answer::REMOVE), &own.name);
        if icon_button_ui(pen.theme(), ui, icon::REMOVE, &label).clicked() {
            pen.edit(Edit::Map(remove(own.name.clone())));
        }
    });
}

/// Draws the words with what they mean to each actor.
pub(super) fn glossary_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let glossary = &pen.cx.now().glossary;
    let count = super::actor::count_of(glossary.len(), pen);
    fold_ui(pen, ui, words::GLOSSARY, &count, false, |pen, ui| {
        for (word, meanings) in glossary.iter() {
            ui.horizontal(|ui| {
                head_ui(pen.theme(), ui, word);
                let label = actor_words::of(pen.say(answer::REMOVE), word);
                if icon_button_ui(pen.theme(), ui, icon::REMOVE, &label).clicked() {
                    pen.edit(Edit::Map(MapChange::RemoveWord(word.clone())));
                }
            });
            for (actor, note) in meanings {
                meaning_ui(pen, ui, word, *actor, note);
            }
            add_meaning_ui(pen, ui, word, &|actor| !meanings.contains_key(&actor));
        }
        new_word_ui(pen, ui);
    });
}

fn meaning_ui(pen: &mut Pen<'_>, ui: &mut Ui, word: &str, actor: ActorId, note: &Note) {
    let name = name_of(pen.cx, actor);
    let id = field_id((word, actor), "meaning");
    note_ui(pen, ui, id, name, Look::Text, note, &|note| {
        Edit::Map(MapChange::Meaning(word.to_owned(), actor, note))
    });
}

/// The id under which the actor stands whose meaning is being typed first.
fn asked_id(word: &str) -> egui::Id {
    field_id(word, "asked")
}

/// Gives the actor whose meaning of a word is asked and not typed yet.
pub(crate) fn asked_meaning(ui: &Ui, word: &str) -> Option<ActorId> {
    ui.data(|data| data.get_temp(asked_id(word)))
}

/// Asks an actor next what a word means.
pub(crate) fn ask_meaning(ui: &Ui, word: &str, actor: ActorId) {
    ui.data_mut(|data| data.insert_temp(asked_id(word), actor));
}

/// Draws a menu of actors who can be asked what a word means, with the field of the one who is.
pub(crate) fn add_meaning_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    word: &str,
    open: &dyn Fn(ActorId) -> bool,
) {
    let asked = asked_meaning(ui, word);
    if let Some(actor) = asked.filter(|actor| open(*actor)) {
        meaning_ui(pen, ui, word, actor, &Note::default());
    }
    let now = pen.cx.now();
    let choices = || actor_choices(now.actors.iter().filter(|actor| open(actor.id)));
    let label = actor_words::of(pen.say(words::ADD_MEANING), word);
    let picker = Picker {
        id: field_id(word, "add meaning"),
        label: &label,
        shown: pen.say(words::ADD_MEANING),
        clear: None,
        own: false,
    };
    if let Some(Picked::One(actor)) = pick_from_ui(pen, ui, picker, choices) {
        ask_meaning(ui, word, actor);
    }
}

/// Draws a field for a word that has no meaning yet; it is kept once somebody's meaning is typed.
pub(crate) fn new_word_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let id = field_id("map", "new word");
    let mut word: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let label = pen.say(words::NEW_WORD);
    let response = ui.add(
        egui::TextEdit::singleline(&mut word)
            .id(id)
            .hint_text(label)
            .margin(egui::Margin::symmetric(8, 5))
            .desired_width(f32::INFINITY),
    );
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_label(label));
    let known = pen.cx.now().glossary.contains_key(word.trim());
    if known && !response.has_focus() {
        word.clear();
    }
    ui.data_mut(|data| data.insert_temp(id, word.clone()));
    if !word.trim().is_empty() && !known {
        add_meaning_ui(pen, ui, word.trim(), &|_| true);
    }
}
