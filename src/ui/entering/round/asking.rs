//! One actor in a round: the question in words, the scale, the field for voices.

use eframe::egui::{self, Button, RichText, Stroke, Ui, vec2};

use super::super::pieces::{self, Pill};
use super::super::quick_chips;
use super::super::round_answer::{Given, Known, Question};
use super::{Round, low_room, typed_id};
use crate::model::{Actor, Certainty, Term};
use crate::text::entering as words;
use crate::text::terms::{self, Named as _};
use crate::ui::cx::{Cx, Outbox};
use crate::ui::theme;

pub(super) fn actor_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    round: &mut Round,
    actor: &Actor,
    out: &mut Outbox,
) {
    let known = round.question.known(actor, round.issue);
    let (space, mark, size) = if low_room(ui) {
        (0.0, 13.0, 20.0)
    } else {
        (8.0, 19.0, 27.0)
    };
    ui.add_space(space);
    ui.horizontal(|ui| {
        pieces::arena_mark(ui, cx.theme, cx.now().arena_of(actor), mark);
        let name = RichText::new(&actor.name)
            .font(theme::bold(size))
            .color(cx.theme.ink);
        ui.add(egui::Label::new(name).wrap());
    });
    ui.label(RichText::new(question(cx, round.question)).font(theme::medium(17.0)));
    if let Some(quote) = actor
        .perspective
        .quote
        .open_text()
        .filter(|_| !low_room(ui))
    {
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
    let none = typed_ui(cx, ui, round, &known);
    certainty_ui(cx, ui, round);
    if let Some(given) = given.or(none) {
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
            ui.spacing_mut().interact_size.y = 0.0;
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
        .min_size(vec2(width, if low_room(ui) { 42.0 } else { 52.0 }))
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
            let word = terms::term(&term, cx.language());
            let width = quick_chips::word_width(ui, &pieces::short(word)) + 60.0;
            if ui.cursor().left() + width > ui.max_rect().right() {
                ui.end_row();
            }
            pieces::arena_mark(ui, cx.theme, arena, 11.0);
            ui.add_space(-4.0);
            if pieces::pill(ui, word, look, chosen).clicked() {
                given = Some(Given::Arena(Term::clone(&term)));
            }
        }
    });
    given
}

/// Draws the field for voices, and the two ways not to give any.
fn typed_ui(cx: &Cx<'_>, ui: &mut Ui, round: &mut Round, known: &Known) -> Option<Given> {
    let mut given = None;
    ui.horizontal_wrapped(|ui| {
        voices_ui(cx, ui, round);
        let none = known.asked && known.number.is_none() && known.arena.is_none();
        let look = Pill::of(cx.theme, none && !known.private);
        if pieces::pill(ui, cx.say(words::ASKED_NONE), look, none).clicked() {
            given = Some(Given::None);
        }
        let skip = Pill::quiet(cx.theme);
        if pieces::pill(ui, cx.say(words::SKIP), skip, false).clicked() {
            round.go(cx, round.at + 1);
        }
    });
    let hint = match round.question {
        Question::Position => words::VOICES_SIGNED,
        Question::Salience | Question::Power | Question::Involvement | Question::Participation => {
            words::VOICES_PLAIN
        }
        Question::Arena => words::ARENA_TYPED,
    };
    match &round.trouble {
        Some(trouble) => pieces::trouble(ui, cx.theme, trouble),
        None if low_room(ui) => {}
        None => {
            pieces::remark(ui, cx.theme, cx.say(hint));
        }
    }
    given
}

fn voices_ui(cx: &Cx<'_>, ui: &mut Ui, round: &mut Round) {
    let label = cx.say(words::VOICES);
    let edit = egui::TextEdit::singleline(&mut round.typed)
        .id(typed_id())
        .hint_text(label)
        .font(theme::regular(15.0))
        .margin(egui::Margin::symmetric(12, 7))
        .event_filter(egui::EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..egui::EventFilter::default()
        })
        .desired_width(ui.available_width().min(290.0));
    let response = ui.add(edit);
    pieces::name_field(ui, typed_id(), label);
    if response.changed() {
        round.trouble = None;
        round.draft = None;
    }
    if std::mem::take(&mut round.wants_focus) {
        response.request_focus();
        response.scroll_to_me(None);
    }
}

/// Draws how sure the answer is.
fn certainty_ui(cx: &Cx<'_>, ui: &mut Ui, round: &mut Round) {
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
}
