//! The pieces that panels are made of: fields, answers, scales, menus, folds and the band of what is private.
//!
//! Each is a function that draws with a [`Pen`] and asks for one edit where something was changed.

mod answer;
mod button;
mod date;
mod details;
mod draft;
mod fold;
mod list;
mod note;
mod picker;
mod private;
mod scale;
mod shape;
mod typed;

pub(crate) use answer::{YesNo, answer_row_ui, concealed_ui, inset, more_ui, row_ui, yes_no_ui};
pub(crate) use button::{
    Segment, chip_ui, icon_button_ui, quiet_button_ui, segments_ui, toggle_ui,
};
pub(crate) use date::date_ui;
pub(crate) use details::{certainty_ui, details_ui, parse_voices, renewed};
pub(crate) use draft::{Drafts, Field, Look, field_ui};
pub(crate) use fold::{block_ui, fold_ui, head_ui, label_ui, remark_ui, rule_ui};
pub(crate) use list::{ListLook, words_ui};
pub(crate) use note::note_ui;
pub(crate) use picker::{Choice, Picked, Picker, actor_choices, pick_from_ui, pick_ui};
pub(crate) use private::{Band, PrivateText, private_band_ui};
pub(crate) use scale::{Scale, ScaleLook, scale_ui};
pub(crate) use shape::{arena_shape, number_disc};
pub(crate) use typed::Typed;

use std::collections::BTreeMap;

use eframe::egui;

use crate::edit::Edit;
use crate::text::Text;
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::theme::Theme;
pub(crate) use crate::ui::theme::icons as icon;

/// What widgets remember between frames.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// What is being typed.
    pub(crate) drafts: Drafts,
    /// What was folded or unfolded by hand, by the Dutch head.
    pub(crate) folds: BTreeMap<&'static str, bool>,
    /// The answer or entry whose details are open.
    pub(crate) detail: Option<egui::Id>,
    /// The private part that is being edited.
    pub(crate) bared: Option<egui::Id>,
    /// The lens that is open; at most one.
    pub(crate) lens: Option<String>,
    /// Whether that lens is to be brought into sight.
    pub(crate) reveal_lens: bool,
}

impl Memory {
    /// Opens the details of one thing, or closes them when they were open.
    pub(crate) fn toggle_detail(&mut self, id: egui::Id) {
        self.detail = if self.detail == Some(id) {
            None
        } else {
            Some(id)
        };
    }
}

/// What a widget draws and asks with.
pub(crate) struct Pen<'a> {
    /// What is read.
    pub(crate) cx: &'a Cx<'a>,
    /// What is remembered.
    pub(crate) memory: &'a mut Memory,
    /// What is asked for.
    pub(crate) out: &'a mut Outbox,
}

impl<'a> Pen<'a> {
    /// Gives a sentence in the language of the interface.
    pub(crate) fn say(&self, text: Text) -> &'static str {
        self.cx.say(text)
    }

    /// Gives the colours.
    pub(crate) fn theme(&self) -> &'a Theme {
        self.cx.theme
    }

    /// Asks for a change.
    pub(crate) fn edit(&mut self, edit: Edit) {
        self.out.edit(edit);
    }

    /// Asks for something.
    pub(crate) fn send(&mut self, request: Request) {
        self.out.send(request);
    }
}
