//! One question for all actors, one at a time.

use eframe::egui::{self, Button, Id, Key, Modifiers, RichText, Stroke, Ui, vec2};

use super::Entering;
use super::pieces::{self, Pill, SheetName};
use super::quick_chips;
use super::round_answer::{Given, Known, Question};
use crate::edit::{Edit, Entry};
use crate::model::{Actor, ActorId, Certainty, Issue, IssueId, Note, Term, Unknown};
use crate::session::quick::clean;
use crate::text::entering as words;
use crate::text::terms::{self, Named as _};
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::theme;

/// What a round remembers.
#[derive(Debug)]
pub(super) struct Round {
    question: Question,
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
    /// Starts a question: who comes when is settled here, so that nobody jumps while answers come in.
    fn begin(&mut self, cx: &Cx<'_>, question: Question) {
        self.question = question;
        self.issue = cx.issue().map(|issue| issue.id);
        let mut actors: Vec<&Actor> = cx.now().actors.iter().collect();
        actors.sort_by_cached_key(|actor| {
            let asked = question.known(actor, self.issue).asked;
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
        if !self.begun || self.question.of_issue() && issue != self.issue {
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
        let given = round.draft.and_then(|draft| {
            if round.question.scale().is_some() {
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

/// Draws the questions to choose from, and why this one is asked so.
fn questions_ui(cx: &Cx<'_>, ui: &mut Ui, round: &mut Round) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for question in Question::ALL {
            let chosen = round.question == question;
            let look = Pill::of(cx.theme, chosen);
            let name = cx.say(question.words().name);
            if pieces::pill(ui, name, look, chosen).clicked() && !chosen {
                round.begin(cx, question);
            }
        }
    });
    pieces::remark(ui, cx.theme, cx.say(round.question.words().why));
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

fn actor_ui(cx: &Cx<'_>, ui: &mut Ui, round: &mut Round, actor: &Actor, out: &mut Outbox) {
    let known = round.question.known(actor, round.issue);
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        pieces::arena_mark(ui, cx.theme, cx.now().arena_of(actor), 19.0);
        let name = RichText::new(&actor.name)
            .font(theme::bold(27.0))
            .color(cx.theme.ink);
        ui.add(egui::Label::new(name).wrap());
    });
    ui.label(RichText::new(question(cx, round.question)).font(theme::medium(17.0)));
    if let Some(quote) = actor.perspective.quote.open_text() {
        let quote = words::quoted(quote, cx.language());
        ui.label(
            RichText::new(quote)
                .font(theme::italic(15.0))
                .color(cx.theme.dim),
        );
    }
    ui.add_space(4.0);
    let given = match round.question.scale() {
        Some(scale) => scale_ui(cx, ui, round, &known, scale),
        None => arena_ui(cx, ui, round, &known),
    };
    if known.private {
        pieces::remark(ui, cx.theme, cx.say(words::PRIVATE_ANSWER));
    } else if known.voices.iter().min() != known.voices.iter().max() {
        let voices: Vec<String> = known
            .voices
            .iter()
            .map(|voice| number(round.question, *voice))
            .collect();
        let text = words::divided(&voices.join(", "), cx.language());
        pieces::remark(ui, cx.theme, &text);
    }
    typed_ui(cx, ui, round);
    ui.add_space(2.0);
    let more = more_ui(cx, ui, round, &known);
    if let Some(given) = given.or(more) {
        round.answer(cx, actor, &given, out);
    }
}

fn question(cx: &Cx<'_>, question: Question) -> String {
    let issue = cx.issue().map_or("", |issue| issue.name.as_str());
    let issue = words::quoted(issue, cx.language());
    match question {
        Question::Position => words::ask_position(&issue, cx.language()),
        Question::Salience => words::ask_salience(&issue, cx.language()),
        Question::Power => cx.say(words::ASK_POWER).to_owned(),
        Question::Involvement => cx.say(words::ASK_INVOLVEMENT).to_owned(),
        Question::Participation => cx.say(words::ASK_PARTICIPATION).to_owned(),
        Question::Arena => cx.say(words::ASK_ARENA).to_owned(),
    }
}

/// Writes a step: signed on a scale that has a sign.
fn number(question: Question, step: i8) -> String {
    match question {
        Question::Position => pieces::signed(step),
        Question::Salience
        | Question::Power
        | Question::Involvement
        | Question::Participation
        | Question::Arena => step.to_string(),
    }
}

/// Draws the steps of a scale as large buttons, with a word at both ends.
fn scale_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    round: &Round,
    known: &Known,
    (low, high): (i8, i8),
) -> Option<Given> {
    let mut given = None;
    let steps = f32::from(high - low + 1);
    let gap = 6.0;
    let width = ((ui.available_width() - gap * (steps - 1.0)) / steps).min(128.0);
    let row = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for step in low..=high {
            let chosen = known.number == Some(step) && !known.private;
            let voiced = known.voices.contains(&step) && !known.private;
            let aimed = round.draft == Some(step);
            if step_ui(
                cx,
                ui,
                &step_words(cx, round.question, step),
                [chosen, voiced, aimed],
                width,
            ) {
                given = Some(Given::Voices(vec![step]));
            }
        }
    });
    let rect = row.response.rect;
    let words = round.question.words();
    if round.question != Question::Participation {
        ui.allocate_ui(vec2(rect.width(), 18.0), |ui| {
            ui.horizontal(|ui| {
                pieces::remark(ui, cx.theme, cx.say(words.low));
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    pieces::remark(ui, cx.theme, cx.say(words.high));
                });
            });
        });
    }
    given
}

fn step_words(cx: &Cx<'_>, question: Question, step: i8) -> String {
    let ring = usize::try_from(step - 1)
        .ok()
        .and_then(|place| words::RINGS.get(place));
    match (question, ring) {
        (Question::Participation, Some(ring)) => cx.say(*ring).to_owned(),
        _ => number(question, step),
    }
}

/// Draws one step: filled when chosen, outlined when a voice names it, heavily outlined when Enter would give it.
fn step_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    text: &str,
    [chosen, voiced, aimed]: [bool; 3],
    width: f32,
) -> bool {
    let look = Pill::of(cx.theme, chosen);
    let stroke = if aimed {
        Stroke::new(3.0 * cx.theme.outline, cx.theme.accent)
    } else if voiced {
        Stroke::new(1.5 * cx.theme.outline, cx.theme.accent)
    } else {
        look.stroke
    };
    let size = if text.chars().count() > 3 { 14.5 } else { 19.0 };
    let text = RichText::new(text)
        .font(theme::semibold(size))
        .color(look.ink);
    let button = Button::new(text)
        .fill(look.fill)
        .stroke(stroke)
        .corner_radius(10)
        .wrap()
        .min_size(vec2(width, 52.0))
        .selected(chosen);
    let response = ui
        .scope(|ui| {
            ui.set_max_width(width);
            ui.spacing_mut().button_padding.x = 2.0;
            ui.vertical_centered_justified(|ui| ui.add(button)).inner
        })
        .inner;
    pieces::outline_focus(ui, &response);
    response.clicked()
}

fn arena_ui(cx: &Cx<'_>, ui: &mut Ui, round: &Round, known: &Known) -> Option<Given> {
    let mut given = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        for (place, term) in quick_chips::arenas(cx).into_iter().enumerate() {
            let arena = quick_chips::built_in(cx, &term);
            let chosen = known.arena.as_ref() == Some(&term) && !known.private;
            let aimed = round.draft.and_then(|draft| usize::try_from(draft).ok()) == Some(place);
            let mut look = Pill::arena(cx.theme, arena, chosen);
            if aimed {
                look.stroke = Stroke::new(3.0 * cx.theme.outline, cx.theme.accent);
            }
            let word = terms::term(&term, cx.language()).to_owned();
            let clicked = ui
                .horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 4.0;
                    pieces::arena_mark(ui, cx.theme, arena, 11.0);
                    pieces::pill(ui, &word, look, chosen).clicked()
                })
                .inner;
            if clicked {
                given = Some(Given::Arena(Term::clone(&term)));
            }
        }
    });
    given
}

fn typed_ui(cx: &Cx<'_>, ui: &mut Ui, round: &mut Round) {
    let hint = match round.question {
        Question::Position => words::VOICES_SIGNED,
        Question::Salience | Question::Power | Question::Involvement | Question::Participation => {
            words::VOICES_PLAIN
        }
        Question::Arena => words::ARENA_TYPED,
    };
    let label = cx.say(words::VOICES);
    let edit = egui::TextEdit::singleline(&mut round.typed)
        .id(typed_id())
        .hint_text(label)
        .font(theme::regular(16.0))
        .margin(egui::Margin::symmetric(12, 8))
        .event_filter(egui::EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..egui::EventFilter::default()
        })
        .desired_width(ui.available_width().min(360.0));
    let response = ui.add(edit);
    pieces::name_field(ui, typed_id(), label);
    if response.changed() {
        round.trouble = None;
        round.draft = None;
    }
    if std::mem::take(&mut round.wants_focus) {
        response.request_focus();
    }
    match &round.trouble {
        Some(trouble) => pieces::trouble(ui, cx.theme, trouble),
        None => {
            pieces::remark(ui, cx.theme, cx.say(hint));
        }
    }
}

/// Draws how sure the answer is, and the two ways not to give one.
fn more_ui(cx: &Cx<'_>, ui: &mut Ui, round: &mut Round, known: &Known) -> Option<Given> {
    let mut given = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        pieces::remark(ui, cx.theme, cx.say(words::CERTAINTY));
        for certainty in Certainty::ALL {
            let chosen = round.certainty == Some(certainty);
            let look = Pill::of(cx.theme, chosen);
            if pieces::pill(ui, certainty.word(cx.language()), look, chosen).clicked() {
                round.certainty = (!chosen).then_some(certainty);
                round.wants_focus = true;
            }
        }
    });
    ui.horizontal_wrapped(|ui| {
        let none = known.asked && known.number.is_none() && known.arena.is_none();
        let look = Pill::of(cx.theme, none);
        if pieces::pill(ui, cx.say(words::ASKED_NONE), look, none).clicked() {
            given = Some(Given::None);
        }
        let skip = Pill::quiet(cx.theme);
        if pieces::pill(ui, cx.say(words::SKIP), skip, false).clicked() {
            round.go(cx, round.at + 1);
        }
    });
    given
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
            round.begin(cx, round.question);
        }
    });
}

fn foot_ui(cx: &Cx<'_>, ui: &mut Ui, round: &mut Round) {
    let all = round.order.len();
    let open = cx
        .now()
        .actors
        .iter()
        .filter(|actor| !round.question.known(actor, round.issue).asked)
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
            round.begin(cx, round.question);
        }
    });
}
