//! A question of a lens in a round: the same editor as in the inspector, one actor at a time.

use eframe::egui::{Key, Modifiers, RichText, Ui, vec2};

use super::super::pieces::{self, Pill};
use super::{Round, low_room};
use crate::lens::{LensPlace, Question, QuestionKey, answer_at};
use crate::model::{Actor, LensSubject};
use crate::text::entering as words;
use crate::text::lens::{self as lens_words, say};
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::lens::{Asked, answer_keys, question_ui};
use crate::ui::theme;
use crate::ui::widget::Pen;

/// Lists the questions of actors that a round can ask.
fn questions<'a>(cx: &'a Cx<'_>) -> impl Iterator<Item = Question<'a>> {
    cx.catalogue()
        .questions_on(cx.document(), LensSubject::Actor)
}

/// Says whether a question can be asked.
pub(super) fn there(cx: &Cx<'_>, key: QuestionKey) -> bool {
    questions(cx).any(|question| question.key() == key)
}

/// Says whether an actor was asked.
pub(super) fn asked(cx: &Cx<'_>, key: QuestionKey, actor: &Actor) -> bool {
    let found = cx.catalogue().question(key.name());
    found.is_some_and(|question| {
        let place = LensPlace::Actor(actor.id);
        answer_at(cx.now(), place, key.name(), question.field).asked()
    })
}

/// Draws the lenses that are on, and the questions of the one that is chosen.
pub(super) fn questions_ui(cx: &Cx<'_>, ui: &mut Ui, round: &mut Round) {
    let all: Vec<Question<'_>> = questions(cx).collect();
    if all.is_empty() {
        return;
    }
    let language = cx.language();
    let asked = round
        .lens
        .and_then(|key| cx.catalogue().question(key.name()));
    let open = asked.map(|question| question.lens.id.clone());
    let mut begin = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        pieces::remark(ui, cx.theme, cx.say(lens_words::LENSES));
        let mut last = "";
        for question in &all {
            if question.lens.id == last {
                continue;
            }
            last = &question.lens.id;
            let chosen = open.as_ref() == Some(&question.lens.id);
            let title = say(&question.lens.title, language);
            let look = Pill::of(cx.theme, chosen);
            if pieces::pill(ui, title, look, chosen).clicked() && !chosen {
                begin = Some(question.key());
            }
        }
    });
    if let Some(open) = &open {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for question in all.iter().filter(|question| question.lens.id == *open) {
                let chosen = round.lens == Some(question.key());
                let look = Pill::of(cx.theme, chosen);
                let name = say(&question.field.label, language);
                if pieces::pill(ui, name, look, chosen).clicked() && !chosen {
                    begin = Some(question.key());
                }
            }
        });
    }
    if let Some(key) = begin {
        round.begin_lens(cx, key);
    }
}

/// Draws one actor with the question.
pub(super) fn lens_actor_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    round: &mut Round,
    actor: &Actor,
    key: QuestionKey,
    out: &mut Outbox,
) {
    let Some(question) = cx.catalogue().question(key.name()) else {
        return;
    };
    let (mark, size) = if low_room(ui) {
        (13.0, 20.0)
    } else {
        (19.0, 27.0)
    };
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        pieces::arena_mark(ui, cx.theme, cx.now().arena_of(actor), mark);
        let name = RichText::new(&actor.name)
            .font(theme::bold(size))
            .color(cx.theme.ink);
        ui.add(eframe::egui::Label::new(name).wrap());
    });
    let asked = Asked {
        place: LensPlace::Actor(actor.id),
        question,
    };
    let mut memory = std::mem::take(&mut round.memory);
    memory.drafts.begin();
    let mut pen = Pen {
        cx,
        memory: &mut memory,
        out,
    };
    let answered = answer_keys(&mut pen, ui, asked);
    question_ui(&mut pen, ui, asked);
    memory.drafts.hand_in_unseen(out);
    round.memory = memory;
    let free = ui.memory(|memory| memory.focused().is_none());
    let entered = free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    ui.add_space(8.0);
    let next = pieces::main_button(ui, cx.theme, cx.say(lens_words::NEXT_ACTOR), true);
    if answered || entered || next.clicked() {
        ui.memory_mut(|memory| memory.surrender_focus(next.id));
        round.go(cx, round.at + 1);
    }
}

/// Sums the round up.
pub(super) fn summary_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    round: &mut Round,
    key: QuestionKey,
    out: &mut Outbox,
) {
    let Some(question) = cx.catalogue().question(key.name()) else {
        return;
    };
    let spread = crate::lens::spread(cx.now(), question.lens, question.field, false);
    ui.add_space(12.0);
    ui.label(RichText::new(cx.say(words::DONE)).font(theme::bold(24.0)));
    let numbers = (spread.given, spread.none, spread.not_asked, spread.private);
    let told = lens_words::counts(numbers, cx.language());
    ui.label(RichText::new(told).font(theme::regular(16.0)));
    pieces::remark(ui, cx.theme, cx.say(words::DONE_NEXT));
    ui.horizontal_wrapped(|ui| {
        if pieces::main_button(ui, cx.theme, cx.say(words::BACK), true).clicked() {
            round.begun = false;
            out.send(Request::Overlay(None));
        }
        if pieces::quiet_button(ui, cx.say(words::AGAIN)).clicked() {
            round.begin_lens(cx, key);
        }
    });
}
