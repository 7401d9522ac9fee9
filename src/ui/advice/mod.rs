//! The panel *Wie met wie?*: which two need regie or verbinden, on which evidence, and what the official chooses.
//!
//! It takes the place of the inspector. What it shows is reckoned beside the window; while the map is newer than the
//! result it says so. Nothing of it ever stands on the wall.

mod choice;
mod compute;
mod evidence;
mod lists;
mod method;
mod painting;
mod trial;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use eframe::egui::{self, RichText, Ui};

use self::compute::{Computation, Computed, SETTINGS};
use super::cx::{Cx, Outbox, Request};
use super::theme;
use super::view::Panel;
use super::widget::{Typed, head_ui, icon, icon_button_ui, quiet_button_ui, remark_ui, rule_ui};
use crate::edit::{Edit, MapChange};
use crate::model::{ActorId, IssueId, Language};
use crate::session::{Item, Selection};
use crate::text::advice::{ForceLines, Telling, estimates, force_lines, method as words, panel};

/// What the panel shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Page {
    /// The two lists and the pair.
    #[default]
    Pairs,
    /// The measures for those who ask.
    Method,
}

/// What the panel remembers between frames.
#[derive(Debug, Default)]
pub(crate) struct Advice {
    computation: Computation,
    page: Page,
    pair: Option<(ActorId, ActorId)>,
    all_pairs: bool,
    choice: choice::Choice,
    trial: Option<trial::Trial>,
    method: method::Method,
    told: Option<Remembered>,
    handed: Option<painting::Handed>,
}

/// Sentences that are costly to make, kept until the result, the issue or the language changes.
#[derive(Debug)]
struct Remembered {
    of: Arc<Computed>,
    issue: Option<IssueId>,
    language: Language,
    forces: Option<ForceLines>,
    flags: Vec<String>,
    others: Option<String>,
    place: Option<String>,
}

impl Advice {
    /// How wide the panel is where there is room.
    pub(crate) const WIDTH: f32 = 560.0;
    /// How narrow the panel can be.
    pub(crate) const LEAST_WIDTH: f32 = 340.0;

    /// Gives the width of the panel in a window: two fifths of it, within bounds.
    #[must_use]
    pub(crate) fn width_in(window: f32) -> f32 {
        (window * 0.42).clamp(Self::LEAST_WIDTH, Self::WIDTH)
    }

    /// Hands in what is being typed, as must be done before saving, closing and presenting.
    pub(crate) fn hand_in(&mut self, out: &mut Outbox) {
        self.choice.hand_in(out);
    }

    /// Adds what is being typed, without taking it in.
    pub(crate) fn typed(&self, typed: &mut Typed) {
        self.choice.typed(typed);
    }

    /// Makes a panel that reckons in the frame itself, for tests and pictures.
    #[cfg(test)]
    fn at_once() -> Self {
        let mut advice = Self::default();
        advice.computation.when = compute::When::AtOnce;
        advice
    }
}

/// Draws the panel; nothing on the wall.
pub(crate) fn advice_ui(cx: &Cx<'_>, ui: &mut Ui, advice: &mut Advice, out: &mut Outbox) {
    if cx.on_the_wall() {
        return;
    }
    advice.computation.follow(cx.session, ui.ctx());
    let computed = advice.computation.result().cloned();
    foot_ui(cx, ui, advice, computed.as_deref());
    egui::ScrollArea::vertical()
        .id_salt(("advice", advice.page == Page::Method))
        .auto_shrink(false)
        .show(ui, |ui| {
            egui::Frame::NONE
                .inner_margin(egui::Margin::symmetric(22, 16))
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.spacing_mut().item_spacing = egui::vec2(8.0, 6.0);
                    top_ui(cx, ui, advice, out);
                    match &computed {
                        _ if cx.now().actors.is_empty() => {
                            ui.label(cx.say(panel::NO_ACTORS));
                        }
                        None => {
                            remark_ui(cx.theme, ui, cx.say(panel::RECKONING));
                        }
                        Some(computed) => body_ui(cx, ui, advice, computed, out),
                    }
                    ui.add_space(16.0);
                });
        });
}

/// Draws the subject with the way out, and says when the map is newer than what is shown.
fn top_ui(cx: &Cx<'_>, ui: &mut Ui, advice: &Advice, out: &mut Outbox) {
    let title = match advice.page {
        Page::Pairs => panel::TITLE,
        Page::Method => words::TITLE,
    };
    ui.horizontal(|ui| {
        ui.label(
            RichText::new(cx.say(title))
                .font(theme::bold(theme::SUBJECT))
                .color(cx.theme.ink),
        );
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let close = icon_button_ui(cx.theme, ui, icon::REMOVE, cx.say(panel::CLOSE));
            if close.clicked() {
                out.send(Request::Panel(Panel::Inspector));
            }
        });
    });
    if advice.computation.result().is_some() && !advice.computation.current(cx.session) {
        remark_ui(cx.theme, ui, cx.say(panel::RECKONING_AGAIN));
    }
}

/// Draws on how much the panel rests, and the way to the method.
fn foot_ui(cx: &Cx<'_>, ui: &mut Ui, advice: &mut Advice, computed: Option<&Computed>) {
    let frame = egui::Frame::NONE
        .fill(cx.theme.panel)
        .inner_margin(egui::Margin::symmetric(22, 4));
    egui::Panel::bottom("advice foot")
        .frame(frame)
        .resizable(false)
        .show(ui, |ui| {
            let (label, other) = match advice.page {
                Page::Pairs => (words::OPEN, Page::Method),
                Page::Method => (words::BACK, Page::Pairs),
            };
            ui.horizontal_wrapped(|ui| {
                if quiet_button_ui(cx.theme, ui, cx.say(label)).clicked() {
                    advice.page = other;
                }
                if let Some(computed) = computed {
                    let line = estimates(computed.of.asked, computed.of.unknown, cx.language());
                    ui.add_space(8.0);
                    remark_ui(cx.theme, ui, &line);
                }
            });
        });
}

fn body_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    advice: &mut Advice,
    computed: &Arc<Computed>,
    out: &mut Outbox,
) {
    let telling = Telling {
        field: &computed.of.field,
        analysis: &computed.analysis,
        settings: &SETTINGS,
        language: cx.language(),
    };
    match advice.page {
        Page::Method => {
            let when = advice.computation.when;
            method::method_ui(cx, ui, &mut advice.method, computed, (&telling, when), out);
            return;
        }
        Page::Pairs => {}
    }
    if cx.now().focal.is_none() {
        choose_focal_ui(cx, ui, out);
        return;
    }
    if computed.analysis.advice.is_empty() {
        ui.label(cx.say(panel::NO_PAIR));
        return;
    }
    remember(cx, advice, computed, &telling);
    let opening = format!("{} {}", telling.base_rate(), telling.what_comes_first());
    ui.label(opening);
    ui.add_space(6.0);
    let pair = pair_shown(cx, advice, computed);
    lists::lists_ui(cx, ui, advice, (computed, &telling), pair, out);
    if let Some(others) = advice.told.as_ref().and_then(|told| told.others.as_ref()) {
        remark_ui(cx.theme, ui, others);
    }
    ui.add_space(6.0);
    rule_ui(cx.theme, ui);
    match pair.and_then(|place| computed.analysis.advice.get(place)) {
        None => {
            remark_ui(cx.theme, ui, cx.say(panel::CHOOSE_PAIR));
        }
        Some(row) => {
            evidence::pair_ui(cx, ui, &telling, row);
            choice::choice_ui(cx, ui, advice, (computed, &telling), row, out);
            trial::trial_ui(cx, ui, advice, (computed, &telling), out);
        }
    }
    field_ui(cx, ui, advice);
}

/// Asks for whom the advice is.
fn choose_focal_ui(cx: &Cx<'_>, ui: &mut Ui, out: &mut Outbox) {
    ui.label(cx.say(panel::NO_FOCAL));
    let now = cx.now();
    let mut actors: Vec<_> = now.actors.iter().collect();
    // An official stands inside the own organisation, so those come first.
    actors.sort_by_key(|actor| (!now.inside(actor), actor.name.to_lowercase()));
    for actor in actors {
        if quiet_button_ui(cx.theme, ui, &actor.name).clicked() {
            out.edit(Edit::Map(MapChange::Focal(Some(actor.id))));
        }
    }
}

/// Finds the pair to show, as a place in the advice: two selected actors, else the one chosen here before.
fn pair_shown(cx: &Cx<'_>, advice: &mut Advice, computed: &Computed) -> Option<usize> {
    let selected: Vec<ActorId> = cx.session.selection().actors().take(3).collect();
    if let [a, b] = selected.as_slice() {
        let pair = (*a, *b);
        if advice.pair != Some(pair) && advice.pair != Some((pair.1, pair.0)) {
            advice.pair = Some(pair);
        }
    }
    let (a, b) = advice.pair?;
    let (i, j) = (computed.of.number(a)?, computed.of.number(b)?);
    let pair = (i.min(j), i.max(j));
    let place = computed
        .analysis
        .advice
        .iter()
        .position(|row| (row.i, row.j) == pair)?;
    Some(place)
}

/// Selects a pair and lights up who connects it.
fn show_pair(
    cx: &Cx<'_>,
    advice: &mut Advice,
    computed: &Computed,
    place: usize,
    out: &mut Outbox,
) {
    let Some(row) = computed.analysis.advice.get(place) else {
        return;
    };
    let id = |number: usize| computed.of.actors.get(number).copied();
    let (Some(a), Some(b)) = (id(row.i), id(row.j)) else {
        return;
    };
    advice.pair = Some((a, b));
    advice.trial = None;
    let both = [Item::Actor(a), Item::Actor(b)];
    out.send(Request::Select(both.into_iter().collect::<Selection>()));
    let mut lit = vec![a, b];
    lit.extend(cx.now().focal);
    lit.extend(row.other_brokers.iter().copied().filter_map(id));
    lit.extend(row.team.first().copied().and_then(id));
    lit.dedup();
    out.send(Request::LightUp(lit));
}

/// Makes the costly sentences where they are not made yet.
fn remember(cx: &Cx<'_>, advice: &mut Advice, computed: &Arc<Computed>, telling: &Telling<'_>) {
    let issue = cx.issue().map(|issue| issue.id);
    let holds = |told: &Remembered| {
        Arc::ptr_eq(&told.of, computed) && told.issue == issue && told.language == cx.language()
    };
    if advice.told.as_ref().is_some_and(holds) {
        return;
    }
    let number = issue.and_then(|issue| computed.of.issue_number(issue));
    advice.told = Some(Remembered {
        of: Arc::clone(computed),
        issue,
        language: cx.language(),
        forces: number.map(|number| force_lines(telling, number)),
        flags: telling.flags(),
        others: telling.other_pairs(),
        place: telling.place(),
    });
}

/// Draws what holds for the field: questions on the process, the forces of the issue in focus, the official's place.
fn field_ui(cx: &Cx<'_>, ui: &mut Ui, advice: &Advice) {
    let Some(told) = &advice.told else { return };
    if !told.flags.is_empty() {
        ui.add_space(10.0);
        rule_ui(cx.theme, ui);
        head_ui(cx.theme, ui, cx.say(panel::FLAGS));
        for question in &told.flags {
            ui.label(question);
        }
    }
    if let (Some(forces), Some(issue)) = (&told.forces, cx.issue()) {
        ui.add_space(10.0);
        rule_ui(cx.theme, ui);
        head_ui(cx.theme, ui, &panel::forces_of(&issue.name, cx.language()));
        ui.label(&forces.lean);
        for line in forces.sides.iter().chain(&forces.factors) {
            remark_ui(cx.theme, ui, line);
        }
        if !forces.doubt.is_empty() {
            remark_ui(cx.theme, ui, &forces.doubt);
        }
    }
    if let Some(place) = &told.place {
        ui.add_space(10.0);
        rule_ui(cx.theme, ui);
        remark_ui(cx.theme, ui, place);
    }
}
