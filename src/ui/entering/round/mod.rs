//! One question for all actors, one at a time.
//!
//! Who comes when is settled when a question begins; `asking` draws the actor whose turn it is.

mod asking;
mod lens;

use eframe::egui::{Button, Id, Key, Modifiers, RichText, Ui, vec2};

use super::Entering;
use super::pieces::{self, Pill, SheetName};
use super::quick_chips;
use super::round_answer::{Given, Known, Question};
use crate::edit::{Edit, Entry};
use crate::lens::QuestionKey;
use crate::model::{Actor, ActorId, Certainty, Issue, IssueId, Note, Unknown};
use crate::session::quick::clean;
use crate::text::entering as words;
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::theme;
use crate::ui::widget::Memory;
use asking::actor_ui;

/// What a round remembers.
#[derive(Debug)]
pub(super) struct Round {
    question: Question,
    /// The question of a lens that is asked instead.
    lens: Option<QuestionKey>,
    memory: Memory,
    issue: Option<IssueId>,
    open_first: bool,
    order: Vec<ActorId>,
    at: usize,
    typed: String,
    draft: Option<i8>,
    certainty: Option<Certainty>,
    trouble: Option<String>,
    issue_name: String,
    begun: bool,
    wants_focus: bool,
}

impl Default for Round {
    fn default() -> Self {
        Self {
            question: Question::default(),
            lens: None,
            memory: Memory::default(),
            issue: None,
            open_first: true,
            order: Vec::new(),
            at: 0,
            typed: String::new(),
            draft: None,
            certainty: None,
            trouble: None,
            issue_name: String::new(),
            begun: false,
            wants_focus: false,
        }
    }
}

impl Round {
    /// Asks another question from the first actor on; the order is settled when it is drawn.
    pub(super) fn ask(&mut self, question: Question) {
        self.question = question;
        self.begun = false;
    }

    /// Starts a question: who comes when is settled here, so that nobody jumps while answers come in.
    fn begin(&mut self, cx: &Cx<'_>, question: Question) {
        self.question = question;
        self.lens = None;
        self.issue = cx.issue().map(|issue| issue.id);
        self.line_up(cx);
    }

    /// Starts a question of a lens.
    fn begin_lens(&mut self, cx: &Cx<'_>, key: QuestionKey) {
        self.lens = Some(key);
        self.line_up(cx);
    }

    /// Starts what was asked once more.
    fn begin_again(&mut self, cx: &Cx<'_>) {
        match self.lens {
            Some(key) => self.begin_lens(cx, key),
            None => self.begin(cx, self.question),
        }
    }

    /// Says whether an actor was asked.
    fn asked(&self, cx: &Cx<'_>, actor: &Actor) -> bool {
        match self.lens {
            Some(key) => lens::asked(cx, key, actor),
            None => self.question.known(actor, self.issue).asked,
        }
    }

    fn line_up(&mut self, cx: &Cx<'_>) {
        let mut actors: Vec<&Actor> = cx.now().actors.iter().collect();
        actors.sort_by_cached_key(|actor| {
            let asked = self.asked(cx, actor);
            (
                self.open_first && asked,
                actor.name.to_lowercase(),
                actor.id,
            )
        });
        self.order = actors.into_iter().map(|actor| actor.id).collect();
        self.begun = true;
        self.go(cx, 0);
    }

    fn go(&mut self, cx: &Cx<'_>, at: usize) {
        self.at = at.min(self.order.len());
        self.typed.clear();
        self.draft = None;
        self.trouble = None;
        self.wants_focus = true;
        let known = self
            .actor(cx)
            .map(|actor| self.question.known(actor, self.issue));
        self.certainty = known.and_then(|known| known.certainty);
    }

    /// Takes out who is not there any more, adds who came.
    fn follow(&mut self, cx: &Cx<'_>) {
        let now = cx.now();
        let issue = cx.issue().map(|issue| issue.id);
        let gone = self.lens.is_some_and(|key| !lens::there(cx, key));
        let of_issue = self.lens.is_none() && self.question.of_issue();
        if !self.begun || gone || of_issue && issue != self.issue {
            self.begin(cx, self.question);
        } else if self.order.len() != now.actors.len() {
            let current = self.order.get(self.at).copied();
            self.order.retain(|id| now.actors.contains(*id));
            let new = now.actors.ids().filter(|id| !self.order.contains(id));
            let new: Vec<ActorId> = new.collect();
            self.order.extend(new);
            let place = self.order.iter().position(|id| Some(*id) == current);
            self.at = place.unwrap_or(self.at).min(self.order.len());
        }
    }

    fn actor<'a>(&self, cx: &Cx<'a>) -> Option<&'a Actor> {
        self.order
            .get(self.at)
            .and_then(|id| cx.session.document().now.actors.get(*id))
    }

    fn answer(&mut self, cx: &Cx<'_>, actor: &Actor, given: &Given, out: &mut Outbox) {
        let certainty = self.certainty;
        let change = self
            .question
            .change(actor, self.issue, given, certainty, cx.today);
        if let Some(change) = change {
            out.edit(Edit::Actor(actor.id, change));
            self.go(cx, self.at + 1);
        }
    }
}

/// Draws the sheet of one question for all actors.
pub(crate) fn round_ui(cx: &Cx<'_>, ui: &mut Ui, entering: &mut Entering, out: &mut Outbox) {
    if cx.on_the_wall() {
        return;
    }
    let round = &mut entering.round;
    round.follow(cx);
    keys(cx, ui, round, out);
    let name = SheetName {
        id: "round",
        title: cx.say(words::ROUND),
    };
    pieces::sheet(
        cx,
        ui,
        name,
        round,
        out,
        |ui, round, out| body_ui(cx, ui, round, out),
        |ui, round, _| foot_ui(cx, ui, round),
    );
}

fn typed_id() -> Id {
    Id::new("round-typed")
}

fn keys(cx: &Cx<'_>, ui: &Ui, round: &mut Round, out: &mut Outbox) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::PageDown) {
        round.go(cx, round.at + 1);
    }
    if pressed(Key::PageUp) {
        round.go(cx, round.at.saturating_sub(1));
    }
    if round.lens.is_some() {
        return;
    }
    if !ui.memory(|memory| memory.has_focus(typed_id())) {
        return;
    }
    let Some(actor) = round.actor(cx) else {
        return;
    };
    if round.typed.is_empty() {
        if pressed(Key::ArrowRight) {
            step(cx, round, actor, 1);
        }
        if pressed(Key::ArrowLeft) {
            step(cx, round, actor, -1);
        }
    }
    if pressed(Key::Enter) {
        enter(cx, round, actor, out);
    }
}

/// Moves the step that Enter would give.
fn step(cx: &Cx<'_>, round: &mut Round, actor: &Actor, by: i8) {
    let known = round.question.known(actor, round.issue);
    let (low, high) = round.question.scale().unwrap_or((0, last_arena(cx)));
    let start = match round.question.scale() {
        Some((low, _)) if low < 0 => 0,
        Some((low, high)) => low + (high - low) / 2,
        None => 0,
    };
    let from = round.draft.or(known.number.filter(|_| !known.private));
    round.draft = Some(from.map_or(start, |from| (from + by).clamp(low, high)));
}

fn last_arena(cx: &Cx<'_>) -> i8 {
    i8::try_from(quick_chips::arenas(cx).len().saturating_sub(1)).unwrap_or(i8::MAX)
}

fn enter(cx: &Cx<'_>, round: &mut Round, actor: &Actor, out: &mut Outbox) {
    let typed = round.typed.trim().to_owned();
    if typed.is_empty() {
        let scale = round.question.scale();
        let given = round.draft.and_then(|draft| {
            if scale.is_some() {
                return Some(Given::Voices(vec![draft]));
            }
            let place = usize::try_from(draft).ok()?;
            quick_chips::arenas(cx)
                .get(place)
                .cloned()
                .map(Given::Arena)
        });
        if let Some(given) = given {
            round.answer(cx, actor, &given, out);
        }
        return;
    }
    if matches!(typed.as_str(), "-" | "–" | "−") {
        round.answer(cx, actor, &Given::None, out);
        return;
    }
    match round.question.scale() {
        Some((low, high)) => match round.question.parse(&typed) {
            Some(given) => round.answer(cx, actor, &given, out),
            None => round.trouble = Some(words::outside(low, high, cx.language())),
        },
        None => match words::lexicon().arena(&typed, cx.now()) {
            Some(term) => round.answer(cx, actor, &Given::Arena(term), out),
            None => round.trouble = Some(cx.say(words::ARENA_UNKNOWN).to_owned()),
        },
    }
}

fn body_ui(cx: &Cx<'_>, ui: &mut Ui, round: &mut Round, out: &mut Outbox) {
    questions_ui(cx, ui, round);
    if cx.now().actors.is_empty() {
        ui.add_space(12.0);
        ui.label(cx.say(words::NO_ACTORS));
        return;
    }
    if let Some(key) = round.lens {
        match round.actor(cx) {
            Some(actor) => lens::lens_actor_ui(cx, ui, round, actor, key, out),
            None => lens::summary_ui(cx, ui, round, key, out),
        }
        return;
    }
    if round.question.of_issue() {
        if cx.now().issues.is_empty() {
            issue_ui(cx, ui, round, out);
            return;
        }
        issues_ui(cx, ui, out);
    }
    match round.actor(cx) {
        Some(actor) => actor_ui(cx, ui, round, actor, out),
        None => summary_ui(cx, ui, round, out),
    }
}

/// Says whether the window is so low that only the question itself fits.
fn low_room(ui: &Ui) -> bool {
    ui.ctx().content_rect().height() < 500.0
}

/// Draws the questions to choose from, and why this one is asked so.
fn questions_ui(cx: &Cx<'_>, ui: &mut Ui, round: &mut Round) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for question in Question::ALL {
            let chosen = round.lens.is_none() && round.question == question;
            let look = Pill::of(cx.theme, chosen);
            let name = cx.say(question.words().name);
            if pieces::pill(ui, name, look, chosen).clicked() && !chosen {
                round.begin(cx, question);
            }
        }
    });
    lens::questions_ui(cx, ui, round);
    if !low_room(ui) && round.lens.is_none() {
        pieces::remark(ui, cx.theme, cx.say(round.question.words().why));
    }
}

/// Draws the issues to choose from, where there are several.
fn issues_ui(cx: &Cx<'_>, ui: &mut Ui, out: &mut Outbox) {
    if cx.now().issues.len() < 2 {
        return;
    }
    let current = cx.issue().map(|issue| issue.id);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for issue in cx.now().issues.iter() {
            let chosen = current == Some(issue.id);
            let text = RichText::new(&issue.name).font(theme::medium(13.5));
            let button = Button::selectable(chosen, text).min_size(vec2(0.0, theme::ROW));
            if ui.add(button).clicked() && !chosen {
                out.send(Request::Issue(issue.id));
            }
        }
    });
}

/// Asks for the name of the issue on a map without one.
fn issue_ui(cx: &Cx<'_>, ui: &mut Ui, round: &mut Round, out: &mut Outbox) {
    ui.add_space(12.0);
    ui.label(RichText::new(cx.say(words::NAME_ISSUE)).font(theme::medium(16.0)));
    let id = Id::new("round-issue");
    let label = cx.say(words::ISSUE_NAME);
    let response = pieces::field(ui, id, &mut round.issue_name, label, f32::INFINITY);
    if std::mem::take(&mut round.wants_focus) {
        response.request_focus();
    }
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let name: String = clean(&round.issue_name).chars().take(2_000).collect();
    let clicked = pieces::main_button(ui, cx.theme, cx.say(words::MAKE_ISSUE), !name.is_empty());
    if (clicked.clicked() || entered) && !name.is_empty() {
        let issue = Issue {
            id: out.fresh_id(),
            name,
            description: Note::default(),
            agreement: std::collections::BTreeSet::new(),
            unknown: Unknown::default(),
        };
        out.edit(Edit::Issue(Entry::Put(Box::new(issue))));
        round.issue_name.clear();
        round.wants_focus = true;
    }
}

/// Sums the round up.
fn summary_ui(cx: &Cx<'_>, ui: &mut Ui, round: &mut Round, out: &mut Outbox) {
    let known: Vec<Known> = cx
        .now()
        .actors
        .iter()
        .map(|actor| round.question.known(actor, round.issue))
        .collect();
    let open = known.iter().filter(|one| !one.asked).count();
    let is_given = |one: &&Known| one.number.is_some() || one.arena.is_some() || one.private;
    let given = known.iter().filter(is_given).count();
    let none = known.len() - open - given;
    let divided = known
        .iter()
        .filter(|one| one.voices.iter().min() != one.voices.iter().max())
        .count();
    ui.add_space(12.0);
    ui.label(RichText::new(cx.say(words::DONE)).font(theme::bold(24.0)));
    for line in words::summary(given, none, divided, open, cx.language()) {
        ui.label(RichText::new(line).font(theme::regular(16.0)));
    }
    pieces::remark(ui, cx.theme, cx.say(words::DONE_NEXT));
    ui.horizontal_wrapped(|ui| {
        let back = pieces::main_button(ui, cx.theme, cx.say(words::BACK), true);
        if std::mem::take(&mut round.wants_focus) {
            back.request_focus();
        }
        if back.clicked() {
            round.begun = false;
            out.send(Request::Overlay(None));
        }
        if pieces::quiet_button(ui, cx.say(words::AGAIN)).clicked() {
            round.begin_again(cx);
        }
    });
}

fn foot_ui(cx: &Cx<'_>, ui: &mut Ui, round: &mut Round) {
    let all = round.order.len();
    let open = cx
        .now()
        .actors
        .iter()
        .filter(|actor| !round.asked(cx, actor))
        .count();
    ui.horizontal_wrapped(|ui| {
        let can_go_back = round.at > 0;
        let back = Button::new(cx.say(words::PREVIOUS)).min_size(vec2(0.0, 30.0));
        if ui.add_enabled(can_go_back, back).clicked() {
            round.go(cx, round.at.saturating_sub(1));
        }
        let forward = Button::new(cx.say(words::NEXT)).min_size(vec2(0.0, 30.0));
        if ui.add_enabled(round.at < all, forward).clicked() {
            round.go(cx, round.at + 1);
        }
        let text = words::progress((round.at + 1).min(all), all, open, cx.language());
        pieces::remark(ui, cx.theme, &text);
        let mut open_first = round.open_first;
        if ui
            .checkbox(&mut open_first, cx.say(words::OPEN_FIRST))
            .changed()
        {
            round.open_first = open_first;
            round.begin_again(cx);
        }
    });
}
