//! The panel *Wie zijn we vergeten?*: five lists, arenas and levels with nobody or one, and answers nobody was asked
//! for.
//!
//! It asks and never insists: nothing waits for an answer, and each question can be silenced for a map and brought
//! back. Nothing of it ever stands on the wall.

mod answers;
mod lists;
mod places;
mod quiet;

use std::collections::BTreeSet;
use std::rc::Rc;

use eframe::egui::{self, Align, Frame, Id, Layout, Margin, Modifiers, RichText, ScrollArea, Ui};

use super::cx::{Cx, Outbox, Request};
use super::theme;
use super::view::Panel;
use super::widget::{
    Field, Look, Memory, Pen, Typed, chip_ui, field_ui, head_ui, icon, icon_button_ui, remark_ui,
    toggle_ui,
};
use crate::edit::{Edit, MapChange};
use crate::model::{Actor, ActorId, Arena, IssueId, Level};
use crate::session::filter::Question;
use crate::session::forgotten::{
    Five, Prompt, Refusal, To, added, listed, not_asked, of_place, without_level,
};
use crate::session::quick::{Ground, Lexicon};
use crate::session::{Item, Selection};
use crate::text::entering;
use crate::text::forgotten as words;

/// How many names stand in a list before the rest is folded.
const NAMES: usize = 5;

/// What the panel remembers between frames.
#[derive(Debug, Default)]
pub(crate) struct Forgotten {
    memory: Memory,
    /// Whether new names are not at the table yet.
    candidate: bool,
    /// The arena or level to which names are added.
    open: Option<Prompt>,
    /// The lists that are shown whole.
    whole: BTreeSet<Prompt>,
    lexicon: Option<Rc<Lexicon>>,
    seen: Option<(u64, Rc<Seen>)>,
}

impl Forgotten {
    /// Hands in what is being typed, as must be done before saving, closing and presenting.
    pub(crate) fn hand_in(&mut self, out: &mut Outbox) {
        self.memory.drafts.hand_in_all(out);
    }

    /// Adds what is being typed, without taking it in.
    pub(crate) fn typed(&self, typed: &mut Typed) {
        self.memory.drafts.typed(typed);
    }

    /// Gives what the map holds, counted again only when the map changed.
    fn seen(&mut self, cx: &Cx<'_>) -> Rc<Seen> {
        let generation = cx.session.generation();
        let issue = cx.issue().map(|issue| issue.id);
        let fresh = self.seen.as_ref().filter(|(of, seen)| {
            *of == generation && seen.issue == issue && seen.open == self.open
        });
        if let Some((_, seen)) = fresh {
            return Rc::clone(seen);
        }
        let seen = Rc::new(Seen::of(cx, issue, self.open));
        self.seen = Some((generation, Rc::clone(&seen)));
        seen
    }
}

/// What the map holds of each prompt that is not silenced.
#[derive(Debug)]
struct Seen {
    issue: Option<IssueId>,
    /// The place that is being added to: it stays, also when it has enough.
    open: Option<Prompt>,
    lists: Vec<(Five, Vec<ActorId>)>,
    arenas: Vec<(Prompt, Vec<ActorId>)>,
    levels: Vec<(Prompt, Vec<ActorId>)>,
    answers: Vec<(Question, usize)>,
    without_level: usize,
    silenced: Vec<Prompt>,
}

impl Seen {
    fn of(cx: &Cx<'_>, issue: Option<IssueId>, open: Option<Prompt>) -> Self {
        let now = cx.now();
        let silenced = &cx.document().silenced;
        let asks = |prompt: Prompt| !silenced.contains(&prompt.code());
        let labels = words::labels(cx.language());
        let scarce = |prompts: Vec<Prompt>| {
            let asked = prompts.into_iter().filter(|prompt| asks(*prompt));
            asked
                .map(|prompt| (prompt, of_place(now, prompt)))
                .filter(|(prompt, who)| who.len() < 2 || open == Some(*prompt))
                .collect()
        };
        Self {
            issue,
            open,
            lists: Five::ALL
                .into_iter()
                .filter(|list| asks(Prompt::List(*list)))
                .map(|list| (list, listed(now, list, labels)))
                .collect(),
            arenas: scarce(Arena::ALL.iter().copied().map(Prompt::Arena).collect()),
            levels: scarce(Level::ALL.iter().copied().map(Prompt::Level).collect()),
            answers: Question::ALL
                .into_iter()
                .filter(|question| asks(Prompt::Answers(*question)))
                .map(|question| (question, not_asked(now, question, issue)))
                .filter(|(_, open)| *open > 0)
                .collect(),
            without_level: without_level(now),
            silenced: Prompt::all().filter(|prompt| !asks(*prompt)).collect(),
        }
    }
}

/// Draws the panel; nothing on the wall.
pub(crate) fn forgotten_ui(cx: &Cx<'_>, ui: &mut Ui, panel: &mut Forgotten, out: &mut Outbox) {
    let mut memory = std::mem::take(&mut panel.memory);
    memory.drafts.begin();
    if !cx.on_the_wall() {
        let mut pen = Pen {
            cx,
            memory: &mut memory,
            out,
        };
        ScrollArea::vertical()
            .id_salt("forgotten")
            .auto_shrink(false)
            .show(ui, |ui| {
                Frame::NONE
                    .inner_margin(Margin::symmetric(22, 16))
                    .show(ui, |ui| {
                        ui.set_width(ui.available_width());
                        ui.spacing_mut().item_spacing = egui::vec2(8.0, 4.0);
                        body_ui(&mut pen, ui, panel);
                        ui.add_space(24.0);
                    });
            });
    }
    memory.drafts.hand_in_unseen(out);
    panel.memory = memory;
}

fn body_ui(pen: &mut Pen<'_>, ui: &mut Ui, panel: &mut Forgotten) {
    top_ui(pen, ui);
    remark_ui(pen.theme(), ui, pen.say(words::ABOUT));
    let label = pen.say(words::CANDIDATE);
    if let Some(candidate) = toggle_ui(pen.theme(), ui, label, panel.candidate) {
        panel.candidate = candidate;
    }
    let seen = panel.seen(pen.cx);
    lists::lists_ui(pen, ui, panel, &seen);
    places::places_ui(pen, ui, panel, &seen);
    answers::answers_ui(pen, ui, &seen);
    quiet::silenced_ui(pen, ui, &seen);
}

fn top_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    ui.horizontal(|ui| {
        let title = RichText::new(pen.say(words::TITLE)).font(theme::bold(theme::SUBJECT));
        ui.label(title.color(pen.theme().ink));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = icon_button_ui(pen.theme(), ui, icon::REMOVE, pen.say(words::CLOSE));
            if close.clicked() {
                pen.send(Request::Panel(Panel::Inspector));
            }
        });
    });
}

/// Draws a head with the button that silences it at the right.
fn prompt_head_ui(pen: &mut Pen<'_>, ui: &mut Ui, prompt: Prompt) {
    ui.horizontal(|ui| {
        head_ui(pen.theme(), ui, words::name(prompt, pen.cx.language()));
        silence_ui(pen, ui, prompt);
    });
}

/// Draws the button that silences a prompt, at the right of its row.
fn silence_ui(pen: &mut Pen<'_>, ui: &mut Ui, prompt: Prompt) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let label = words::silence(prompt, pen.cx.language());
        if icon_button_ui(pen.theme(), ui, icon::SILENT, &label).clicked() {
            pen.edit(Edit::Map(MapChange::Silenced(prompt.code(), true)));
        }
    });
}

/// Draws names as chips; a click goes to the actor, and with Ctrl adds it to the selection.
fn names_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    whole: &mut BTreeSet<Prompt>,
    prompt: Prompt,
    who: &[ActorId],
) {
    let cx = pen.cx;
    if who.is_empty() {
        remark_ui(pen.theme(), ui, pen.say(words::NOBODY));
        return;
    }
    let all = whole.contains(&prompt) || who.len() <= NAMES + 1;
    let shown = if all { who.len() } else { NAMES };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        for actor in who.iter().take(shown).copied() {
            let Some(found) = cx.now().actors.get(actor) else {
                continue;
            };
            let selected = cx.session.selection().contains(Item::Actor(actor));
            if chip_ui(cx.theme, ui, found.label(), selected).clicked() {
                go_to(pen, ui, actor);
            }
        }
        if !all {
            let rest = entering::and_more(who.len() - shown, cx.language());
            if chip_ui(cx.theme, ui, &rest, false).clicked() {
                whole.insert(prompt);
            }
        }
    });
}

fn go_to(pen: &mut Pen<'_>, ui: &Ui, actor: ActorId) {
    let item = Item::Actor(actor);
    let more = ui.input(|input| input.modifiers.matches_any(Modifiers::COMMAND));
    let selection = if more {
        pen.cx.session.selection().clone().toggled(item)
    } else {
        Selection::one(item)
    };
    pen.send(Request::Select(selection));
    pen.send(Request::LightUp(vec![actor]));
}

/// Draws the field by which names are added to a list, an arena or a level.
fn add_ui(pen: &mut Pen<'_>, ui: &mut Ui, panel: &mut Forgotten, prompt: Prompt) -> egui::Response {
    let cx = pen.cx;
    let language = cx.language();
    let lexicon = Rc::clone(
        panel
            .lexicon
            .get_or_insert_with(|| Rc::new(entering::lexicon())),
    );
    let candidate = panel.candidate;
    let label = words::one_more(prompt, language);
    let field = Field::new(field_id(prompt), &label, Look::Add);
    field_ui(pen, ui, field, "", |line, out| {
        let to = To {
            prompt,
            labels: words::labels(language),
            candidate,
        };
        let ground = Ground {
            now: cx.now(),
            issue: cx.issue().map(|issue| issue.id),
            new_issue: cx.say(entering::NEW_ISSUE),
        };
        match added(&line, to, ground, &lexicon, out.ids()) {
            Ok(Some(edit)) => Ok(edit),
            Ok(None) => Err(cx.say(words::THERE).to_owned()),
            Err(refusal) => {
                let who = match &refusal {
                    Refusal::Answered(actor) => cx.now().actors.get(*actor),
                    Refusal::Line(_) => None,
                };
                let who = who.map_or("", Actor::label);
                Err(words::refused(&refusal, who, language))
            }
        }
    })
}

fn field_id(prompt: Prompt) -> Id {
    Id::new(("forgotten", prompt.code()))
}
