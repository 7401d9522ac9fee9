//! The panel at the right: what is selected, field by field.
//!
//! It reads the selection and asks for edits; what is being typed is kept until the field is left. Nothing selected
//! shows the map itself.

mod actor;
mod courses;
mod features;
mod forces;
mod group;
mod helper;
mod interests;
mod keeping;
mod map;
mod map_lists;
mod map_terms;
mod notes;
mod purpose;
mod records;
mod relation;
mod role;
mod sensitivities;
mod several;
mod subject;
mod text;

pub(super) use courses::{action_ui, add_action_ui, chosen};
pub(super) use map_terms::{add_meaning_ui, ask_meaning, asked_meaning, new_word_ui};
pub(super) use records::{add_question_ui, question_ui};
pub(super) use role::{role_line_ui, role_remark};
pub(super) use subject::{arena_choices, kind_choices, own_term};

use std::hash::Hash;

use eframe::egui::{self, Id};

use super::cx::{Cx, Outbox};
use super::theme;
use super::widget::{Memory, Pen, Typed};
use crate::session::Item;

/// What the inspector remembers between frames.
#[derive(Debug, Default)]
pub(crate) struct Inspector {
    memory: Memory,
    wants_focus: bool,
}

impl Inspector {
    /// Hands in what is being typed, as must be done before saving, closing and presenting.
    pub(crate) fn hand_in(&mut self, out: &mut Outbox) {
        self.memory.drafts.hand_in_all(out);
    }

    /// Opens a lens, and closes any other.
    pub(crate) fn open_lens(&mut self, lens: String) {
        self.memory.lens = Some(lens);
        self.memory.reveal_lens = true;
        self.memory.folds.remove(crate::text::lens::MORE.nl);
    }

    /// Adds what is being typed, without taking it in.
    pub(crate) fn typed(&self, typed: &mut Typed) {
        self.memory.drafts.typed(typed);
    }

    /// Gives the keyboard to the first field when it is drawn next.
    pub(crate) fn take_focus(&mut self) {
        self.wants_focus = true;
    }
}

/// Draws the inspector of what is selected; nothing on the wall.
pub(crate) fn inspector_ui(
    cx: &Cx<'_>,
    ui: &mut egui::Ui,
    inspector: &mut Inspector,
    out: &mut Outbox,
) {
    let memory = &mut inspector.memory;
    memory.drafts.begin();
    if cx.on_the_wall() {
        memory.drafts.hand_in_unseen(out);
        return;
    }
    let mut pen = Pen { cx, memory, out };
    let selection = cx.session.selection();
    egui::ScrollArea::vertical()
        .id_salt(("inspector", selection.iter().next(), selection.len()))
        .auto_shrink(false)
        .show(ui, |ui| {
            egui::Frame::NONE
                .inner_margin(egui::Margin::symmetric(PADDING, 16))
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.spacing_mut().item_spacing = egui::vec2(8.0, 4.0);
                    selected_ui(&mut pen, ui);
                    ui.add_space(24.0);
                });
        });
    if std::mem::take(&mut inspector.wants_focus) {
        let first = field_id(cx.session.selection().single(), "subject");
        ui.memory_mut(|memory| memory.request_focus(first));
    }
    inspector.memory.drafts.hand_in_unseen(out);
}

/// The padding of the panel as a margin takes it, the same as [`theme::PADDING`].
const PADDING: i8 = 22;
const _: () = assert!(theme::PADDING == 22.0, "the two paddings differ");

fn selected_ui(pen: &mut Pen<'_>, ui: &mut egui::Ui) {
    let cx = pen.cx;
    let now = cx.now();
    let selection = cx.session.selection();
    if selection.len() > 1 {
        several::several_ui(pen, ui);
        return;
    }
    let shown = match selection.single() {
        None => None,
        Some(Item::Actor(id)) => now
            .actors
            .get(id)
            .map(|actor| actor::actor_ui(pen, ui, actor)),
        Some(Item::Relation(id)) => now
            .relations
            .get(id)
            .map(|relation| relation::relation_ui(pen, ui, relation)),
        Some(Item::Group(id)) => now
            .groups
            .get(id)
            .map(|group| group::group_ui(pen, ui, group)),
        Some(Item::Role(id)) => now.roles.get(id).map(|role| role::role_ui(pen, ui, role)),
        Some(Item::Text(id)) => now.texts.get(id).map(|text| text::text_ui(pen, ui, text)),
    };
    if shown.is_none() {
        map::map_ui(pen, ui);
    }
}

/// Gives the identity of the field of something.
fn field_id(of: impl Hash + std::fmt::Debug, field: &str) -> Id {
    Id::new(("inspector", of, field))
}

/// Gives the name of an actor, or a dash.
fn name_of<'a>(cx: &Cx<'a>, actor: crate::model::ActorId) -> &'a str {
    let session: &'a crate::session::Session = cx.session;
    session
        .document()
        .now
        .actors
        .get(actor)
        .map_or("–", |actor| actor.name.as_str())
}

#[cfg(test)]
mod tests;
