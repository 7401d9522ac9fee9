//! The panels on what things mean to whom: perspectives, words, shared interests, values and the way from a problem to
//! them.
//!
//! One page is seen at a time; the pages of a family lead to each other at the top. Nothing of it is on the wall.

mod banner;
mod glossary;
mod grid;
mod ladder;
mod leads;
mod pair;
mod perspectives;
mod shared;
mod values;

use eframe::egui::{self, Align, Layout, Margin, RichText, ScrollArea, Ui};

use super::cx::{Cx, Outbox, Request};
use super::theme;
use super::view::Panel;
use super::widget::{Memory, Pen, Segment, Typed, icon, icon_button_ui, segments_ui};
use crate::model::{Actor, ActorId, ValueId};
use crate::session::meaning::ladder::Ladder;
use crate::session::meaning::shared::Claim;
use crate::text::Text;
use crate::text::meaning as words;

pub(crate) use banner::{eyes_banner_ui, listening_banner_ui};
pub(crate) use shared::borne_ui;
pub(crate) use values::seat_ui;

/// A page of the panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Page {
    /// Two perspectives beside each other.
    Perspectives,
    /// What words mean to whom.
    Glossary,
    /// Whose own words bear a shared interest.
    Shared,
    /// Actors by values.
    Values,
    /// From a problem to values.
    Ladder,
    /// Who takes part by what leads.
    Leads,
}

impl Page {
    fn title(self) -> Text {
        let words = match self {
            Self::Perspectives => words::PERSPECTIVES,
            Self::Glossary => words::GLOSSARY,
            Self::Shared => words::SHARED,
            Self::Values => words::VALUES,
            Self::Ladder => words::LADDER,
            Self::Leads => words::LEADS,
        };
        words.text
    }

    fn tab(self) -> Text {
        match self {
            Self::Perspectives => words::PERSPECTIVES_TAB,
            Self::Glossary => words::GLOSSARY_TAB,
            Self::Shared => words::SHARED_TAB,
            Self::Values => words::VALUES_TAB,
            Self::Ladder => words::LADDER_TAB,
            Self::Leads => words::LEADS_TAB,
        }
    }

    /// Gives the pages that belong together.
    fn family(self) -> [Self; 3] {
        match self {
            Self::Perspectives | Self::Glossary | Self::Shared => {
                [Self::Perspectives, Self::Glossary, Self::Shared]
            }
            Self::Values | Self::Ladder | Self::Leads => [Self::Values, Self::Ladder, Self::Leads],
        }
    }
}

/// Gives how wide the panel is in a window: the same for all pages, so that the map stays where it is.
pub(crate) fn width_in(window: f32) -> f32 {
    (window * 0.42).clamp(400.0, 640.0).min(window * 0.6)
}

/// What the panel remembers between frames.
#[derive(Debug, Default)]
pub(crate) struct Meaning {
    memory: Memory,
    /// The two perspectives.
    pair: [Option<ActorId>; 2],
    /// The claim that is looked at.
    claim: Option<Claim>,
    /// The value that is looked at.
    value: Option<ValueId>,
    /// The cell that is looked at.
    cell: Option<(ActorId, ValueId)>,
    /// The cell that takes the keyboard in the next frame.
    focus: Option<(ActorId, ValueId)>,
    /// What was answered on the way from a problem to values.
    ladder: Option<Ladder>,
    /// The rung that takes the keyboard in the next frame.
    rung: Option<usize>,
}

impl Meaning {
    /// Hands in what is being typed.
    pub(crate) fn hand_in(&mut self, out: &mut Outbox) {
        self.memory.drafts.hand_in_all(out);
    }

    /// Adds what is being typed, without taking it in.
    pub(crate) fn typed(&self, typed: &mut Typed) {
        self.memory.drafts.typed(typed);
    }
}

/// Draws a page; nothing on the wall.
pub(crate) fn meaning_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    meaning: &mut Meaning,
    page: Page,
    out: &mut Outbox,
) {
    meaning.memory.drafts.begin();
    let mut memory = std::mem::take(&mut meaning.memory);
    if !cx.on_the_wall() {
        let mut pen = Pen {
            cx,
            memory: &mut memory,
            out,
        };
        page_ui(&mut pen, ui, meaning, page);
    }
    memory.drafts.hand_in_unseen(out);
    meaning.memory = memory;
}

fn page_ui(pen: &mut Pen<'_>, ui: &mut Ui, meaning: &mut Meaning, page: Page) {
    ScrollArea::vertical()
        .id_salt(("meaning", page))
        .auto_shrink(false)
        .show(ui, |ui| {
            egui::Frame::NONE
                .inner_margin(Margin::symmetric(22, 16))
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.spacing_mut().item_spacing = egui::vec2(8.0, 6.0);
                    top_ui(pen, ui, page);
                    match page {
                        Page::Perspectives => perspectives::perspectives_ui(pen, ui, meaning),
                        Page::Glossary => glossary::glossary_ui(pen, ui),
                        Page::Shared => shared::shared_ui(pen, ui, meaning),
                        Page::Values => values::values_ui(pen, ui, meaning),
                        Page::Ladder => ladder::ladder_ui(pen, ui, meaning),
                        Page::Leads => leads::leads_ui(pen, ui),
                    }
                    ui.add_space(20.0);
                });
        });
}

fn top_ui(pen: &mut Pen<'_>, ui: &mut Ui, page: Page) {
    let theme = pen.theme();
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon_button_ui(theme, ui, icon::REMOVE, pen.say(words::CLOSE)).clicked() {
                pen.send(Request::Panel(Panel::Inspector));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let title = RichText::new(pen.say(page.title()))
                    .font(theme::bold(theme::SUBJECT))
                    .color(theme.ink);
                ui.add(egui::Label::new(title).truncate());
            });
        });
    });
    let family = page.family();
    let segments = family.map(|other| Segment {
        label: pen.say(other.tab()),
        chosen: other == page,
    });
    if let Some(place) = segments_ui(theme, ui, &segments)
        && let Some(other) = family.get(place)
    {
        pen.send(Request::Panel(Panel::Meaning(*other)));
    }
    ui.add_space(2.0);
}

/// Gives the short name of an actor.
fn label_of<'a>(cx: &Cx<'a>, actor: ActorId) -> &'a str {
    let session: &'a crate::session::Session = cx.session;
    let found = session.document().now.actors.get(actor);
    found.map_or("–", Actor::label)
}

/// Gives the short names of actors.
fn labels_of<'a>(cx: &Cx<'a>, actors: impl IntoIterator<Item = ActorId>) -> Vec<&'a str> {
    actors.into_iter().map(|id| label_of(cx, id)).collect()
}
