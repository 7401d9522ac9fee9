//! The filter: which actors are looked at. It stands at the bottom beside the button that opens it, leaves the map in
//! sight and changes nothing in the file.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{
    Align, Align2, Area, Frame, Id, Key, Layout, Margin, Modifiers, Order, RichText, ScrollArea,
    Stroke, Ui, vec2,
};

use super::cx::{Cx, Outbox, Request};
use super::settings::FilteredOut;
use super::theme;
use super::widget::{
    Segment, chip_ui, head_ui, icon, icon_button_ui, quiet_button_ui, remark_ui, segments_ui,
};
use crate::lens::{self, inner};
use crate::model::{FieldKind, Language, LensField, LensSubject, Term};
use crate::session::filter::{Filter, LensWish, Question, matching};
use crate::text::lens as lens_words;
use crate::text::looking as words;
use crate::text::terms::{Named, term};

/// How wide the filter is.
const WIDTH: f32 = 400.0;
/// The room that the status line takes.
const STATUS: f32 = 32.0;

/// Draws the filter over the map.
pub(crate) fn filter_ui(cx: &Cx<'_>, ui: &mut Ui, out: &mut Outbox) {
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        out.send(Request::Overlay(None));
        return;
    }
    let screen = ui.ctx().content_rect();
    let corner = screen.max - vec2(12.0, STATUS + 8.0);
    let before = &cx.view.looking.filter;
    let mut filter = before.clone();
    Area::new(Id::new("filter"))
        .order(Order::Foreground)
        .pivot(Align2::RIGHT_BOTTOM)
        .fixed_pos(corner)
        .show(ui.ctx(), |ui| {
            let frame = Frame::new()
                .fill(cx.theme.panel)
                .stroke(Stroke::new(1.0, cx.theme.hairline))
                .corner_radius(12.0)
                .inner_margin(Margin::symmetric(20, 14));
            frame.show(ui, |ui| {
                ui.set_width(WIDTH.min(screen.width() - 64.0));
                ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
                top_ui(cx, ui, &mut filter, out);
                ScrollArea::vertical()
                    .max_height((screen.height() - 260.0).clamp(120.0, 520.0))
                    .show(ui, |ui| body_ui(cx, ui, &mut filter));
            });
        });
    if filter != *before {
        let mut looking = cx.view.looking.clone();
        looking.filter = filter;
        out.send(Request::Looking(Box::new(looking)));
    }
}

fn top_ui(cx: &Cx<'_>, ui: &mut Ui, filter: &mut Filter, out: &mut Outbox) {
    ui.horizontal(|ui| {
        let title = RichText::new(cx.say(words::FILTER)).font(theme::bold(theme::SUBJECT));
        ui.label(title.color(cx.theme.ink));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = icon_button_ui(cx.theme, ui, icon::REMOVE, cx.say(words::CLOSE_FILTER));
            if close.clicked() {
                out.send(Request::Overlay(None));
            }
            let clear = cx.say(words::CLEAR_FILTER);
            if !filter.is_empty() && quiet_button_ui(cx.theme, ui, clear).clicked() {
                *filter = Filter::default();
            }
        });
    });
    let all = cx.now().actors.len();
    if filter.is_empty() {
        remark_ui(cx.theme, ui, cx.say(words::FILTER_ABOUT));
    } else {
        let issue = cx.issue().map(|issue| issue.id);
        let shown = matching(cx.now(), filter, issue).len();
        remark_ui(cx.theme, ui, &words::shown_of(shown, all, cx.language()));
    }
    let kept = cx.settings.filtered_out;
    let choices = [
        (FilteredOut::Fade, words::FADE),
        (FilteredOut::Vanish, words::VANISH),
    ];
    let segments = choices.map(|(choice, text)| Segment {
        label: cx.say(text),
        chosen: choice == kept,
    });
    let clicked = segments_ui(cx.theme, ui, &segments).and_then(|it| choices.get(it));
    if let Some((choice, _)) = clicked {
        let mut settings = cx.settings.clone();
        settings.filtered_out = *choice;
        out.send(Request::Settings(Box::new(settings)));
    }
}

fn body_ui(cx: &Cx<'_>, ui: &mut Ui, filter: &mut Filter) {
    let now = cx.now();
    if now.actors.is_empty() {
        remark_ui(cx.theme, ui, cx.say(words::NOTHING_TO_FILTER));
        return;
    }
    let arenas = now.actors.iter().filter_map(|it| it.arena.value().cloned());
    terms_ui(cx, ui, words::ARENA, arenas, &mut filter.arenas);
    let kinds = now.actors.iter().filter_map(|it| it.kind.clone());
    terms_ui(cx, ui, words::KIND, kinds, &mut filter.kinds);
    let groups = now
        .groups
        .iter()
        .map(|group| (group.id, group.name.as_str()));
    chips_ui(cx, ui, words::GROUP, groups, &mut filter.groups);
    let values = now
        .values
        .iter()
        .map(|value| (value.id, value.name.as_str()));
    chips_ui(cx, ui, words::VALUE, values, &mut filter.values);
    let relations = now.relations.iter().filter_map(|it| it.kind.clone());
    terms_ui(
        cx,
        ui,
        words::RELATION,
        relations,
        &mut filter.relation_kinds,
    );
    let questions = Question::ALL.into_iter();
    let named = questions.map(|question| (question, cx.say(words::question(question))));
    chips_ui(cx, ui, words::MISSING, named, &mut filter.missing);
    for question in Question::ALL {
        if let Some(range) = question.range()
            && (cx.issue().is_some() || !question.of_issue())
        {
            score_ui(cx, ui, question, range, filter);
        }
    }
    lenses_ui(cx, ui, filter);
}

/// Draws the questions of the lenses that are on.
fn lenses_ui(cx: &Cx<'_>, ui: &mut Ui, filter: &mut Filter) {
    let language = cx.language();
    let mut last = "";
    for question in cx
        .catalogue()
        .questions_on(cx.document(), LensSubject::Actor)
    {
        let choices = choices_of(question.field, language);
        if question.field.private || choices.is_empty() {
            continue;
        }
        if last != question.lens.id {
            ui.add_space(8.0);
            remark_ui(
                cx.theme,
                ui,
                lens_words::say(&question.lens.title, language),
            );
            last = &question.lens.id;
        }
        question_ui(cx, ui, question, &choices, filter);
    }
}

/// Gives the answers that a question can be filtered by: codes with their labels.
fn choices_of(field: &LensField, language: Language) -> Vec<(String, String)> {
    match inner(&field.kind) {
        FieldKind::Scale { low, high, .. } => (*low..=*high)
            .take(21)
            .map(|step| (step.to_string(), lens_words::number(step, *low < 0)))
            .collect(),
        FieldKind::Choice(options) | FieldKind::Choices(options) | FieldKind::Ranked(options) => {
            options
                .iter()
                .map(|option| {
                    let label = lens_words::say(&option.label, language);
                    (option.code.clone(), label.to_owned())
                })
                .collect()
        }
        _ => Vec::new(),
    }
}

fn question_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    lens_question: lens::Question<'_>,
    choices: &[(String, String)],
    filter: &mut Filter,
) {
    let key = lens_question.key();
    ui.add_space(4.0);
    let label = lens_words::say(&lens_question.field.label, cx.language());
    head_ui(cx.theme, ui, label);
    let mut wish = filter
        .lenses
        .get(&key)
        .cloned()
        .unwrap_or_else(|| LensWish {
            field: Arc::new(lens_question.field.clone()),
            codes: BTreeSet::new(),
            missing: false,
        });
    let before = wish.clone();
    ui.push_id(key, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            for (code, label) in choices {
                let on = wish.codes.contains(code);
                if chip_ui(cx.theme, ui, label, on).clicked() {
                    if on {
                        wish.codes.remove(code);
                    } else {
                        wish.codes.insert(code.clone());
                    }
                }
            }
            let missing = cx.say(lens_words::FILTER_MISSING);
            if chip_ui(cx.theme, ui, missing, wish.missing).clicked() {
                wish.missing = !wish.missing;
            }
        });
    });
    if wish == before {
        return;
    }
    if wish.codes.is_empty() && !wish.missing {
        filter.lenses.remove(&key);
    } else {
        filter.lenses.insert(key, wish);
    }
}

fn terms_ui<T: Named + Copy + Ord>(
    cx: &Cx<'_>,
    ui: &mut Ui,
    head: crate::text::Text,
    present: impl Iterator<Item = Term<T>>,
    chosen: &mut BTreeSet<Term<T>>,
) {
    // What is chosen stays to be seen when the last actor of it is gone.
    let all: BTreeSet<Term<T>> = present.chain(chosen.iter().cloned()).collect();
    let named: Vec<(Term<T>, String)> = all
        .into_iter()
        .map(|it| {
            let name = term(&it, cx.language()).to_owned();
            (it, name)
        })
        .collect();
    let named = named.iter().map(|(it, name)| (it.clone(), name.as_str()));
    chips_ui(cx, ui, head, named, chosen);
}

/// Draws a head with chips that are on or off; nothing where there is nothing to choose.
fn chips_ui<'a, T: Ord>(
    cx: &Cx<'_>,
    ui: &mut Ui,
    head: crate::text::Text,
    all: impl Iterator<Item = (T, &'a str)>,
    chosen: &mut BTreeSet<T>,
) {
    let all: Vec<(T, &str)> = all.collect();
    if all.is_empty() {
        return;
    }
    ui.add_space(4.0);
    head_ui(cx.theme, ui, cx.say(head));
    ui.horizontal_wrapped(|ui| {
        for (one, name) in all {
            let on = chosen.contains(&one);
            if chip_ui(cx.theme, ui, name, on).clicked() {
                if on {
                    chosen.remove(&one);
                } else {
                    chosen.insert(one);
                }
            }
        }
    });
}

fn score_ui(cx: &Cx<'_>, ui: &mut Ui, question: Question, range: (i8, i8), filter: &mut Filter) {
    ui.add_space(4.0);
    let name = cx.say(words::question(question));
    head_ui(cx.theme, ui, name);
    let chosen = filter.scores.get(&question).copied();
    let segments: Vec<(i8, String)> = (range.0..=range.1)
        .map(|score| (score, written(score, question)))
        .collect();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (score, label) in segments {
            let on = chosen.is_some_and(|(low, high)| (low..=high).contains(&score));
            let chip = chip_ui(cx.theme, ui, &label, on);
            if chip.clicked() {
                match spanned(chosen, score) {
                    Some(span) => filter.scores.insert(question, span),
                    None => filter.scores.remove(&question),
                };
            }
        }
    });
}

fn written(score: i8, question: Question) -> String {
    match score {
        1.. if question == Question::Position => format!("+{score}"),
        0.. => score.to_string(),
        ..0 => format!("−{}", score.unsigned_abs()),
    }
}

/// Gives the span after a click on a score: it grows to what lies outside, shrinks to what lies within.
fn spanned(before: Option<(i8, i8)>, score: i8) -> Option<(i8, i8)> {
    match before {
        Some((low, high)) if score < low => Some((score, high)),
        Some((low, high)) if score > high => Some((low, score)),
        Some((low, high)) if low == high => None,
        None | Some(_) => Some((score, score)),
    }
}

#[cfg(test)]
mod tests {
    use super::spanned;

    #[test]
    fn a_click_on_a_score_begins_grows_shrinks_and_ends_a_span() {
        assert_eq!(spanned(None, 2), Some((2, 2)));
        assert_eq!(spanned(Some((2, 2)), 4), Some((2, 4)));
        assert_eq!(spanned(Some((2, 4)), -1), Some((-1, 4)));
        assert_eq!(spanned(Some((-1, 4)), 3), Some((3, 3)));
        assert_eq!(spanned(Some((3, 3)), 3), None);
    }
}
