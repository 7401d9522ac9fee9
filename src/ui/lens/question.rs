//! One question with its help, its editor and the rest of the answer.

use eframe::egui::{self, Id, Key, Ui};

use super::edit::{Part, part_ui};
use crate::edit::Edit;
use crate::lens::{LensPlace, Question, answer_at, fits, inner, not_fitting};
use crate::model::{Answer, Certainty, FieldKind, LensValue};
use crate::session::lens::{answer_edit, as_private, of_voices, with_value};
use crate::text::inspector::answer as answer_words;
use crate::text::lens::{self as words, say};
use crate::text::terms::Named as _;
use crate::ui::widget::{
    Field, Look, Pen, concealed_ui, details_ui, field_ui, inset, more_ui, quiet_button_ui,
    remark_ui, row_ui,
};

/// A question that is asked at a place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    /// Where.
    pub(crate) place: LensPlace,
    /// What.
    pub(crate) question: Question<'a>,
}

impl Asked<'_> {
    /// Gives the identity of its fields.
    pub(crate) fn id(&self) -> Id {
        Id::new(("lens", self.place, self.question.key()))
    }

    /// Gives the answer as it is; that to a private question is private.
    pub(crate) fn answer(&self, pen: &Pen<'_>) -> Answer<LensValue> {
        let name = self.question.name();
        let answer = answer_at(pen.cx.now(), self.place, &name, self.question.field);
        as_private(self.question.field, answer.into_owned())
    }

    fn edit(&self, answer: Answer<LensValue>) -> Edit {
        answer_edit(self.place, self.question, answer)
    }
}

/// Draws a question with everything that belongs to it.
pub(crate) fn question_ui(pen: &mut Pen<'_>, ui: &mut Ui, asked: Asked<'_>) {
    let language = pen.cx.language();
    let field = asked.question.field;
    let id = asked.id();
    let label = say(&field.label, language).to_owned();
    let answer = asked.answer(pen);
    ui.add_space(6.0);
    row_ui(pen, ui, &label, 17.0, |pen, ui| {
        more_ui(pen, ui, id, &label);
    });
    remark_ui(pen.theme(), ui, say(&field.help, language));
    let now = pen.cx.now();
    let told = |value: &LensValue| words::value(&field.kind, value, now, language);
    if concealed_ui(pen, ui, id, &label, &answer, told) {
        return;
    }
    if field.private && !answer.asked() {
        remark_ui(pen.theme(), ui, pen.say(words::PRIVATE_QUESTION));
    }
    if not_fitting(&field.kind, &answer) {
        old_ui(pen, ui, asked, &answer);
        return;
    }
    let today = pen.cx.today;
    let before = answer.clone();
    let set = |value: LensValue| asked.edit(with_value(&before, value, Vec::new(), today));
    let clear = asked.edit(Answer::NotAsked);
    let part = Part {
        id: id.with("value"),
        label: &label,
        private: field.private || answer.private(),
        span: span(&answer),
        clear: Some(&clear),
    };
    part_ui(pen, ui, part, &field.kind, answer.value(), &set);
    state_ui(pen, ui, &answer);
    if pen.memory.detail == Some(id) {
        inset(ui, |ui| {
            voices_ui(pen, ui, asked, &answer);
            details_ui(pen, ui, id, &answer, &|answer| asked.edit(answer));
        });
    }
}

/// Gives the lowest and highest voice of a scale, where voices differ.
fn span(answer: &Answer<LensValue>) -> Option<(i32, i32)> {
    let judged = answer.judged()?;
    let steps = || judged.voices.iter().filter_map(crate::lens::number);
    let (low, high) = (steps().min()?, steps().max()?);
    (low != high).then_some((low, high))
}

/// Draws an answer that was given when the question had another form.
fn old_ui(pen: &mut Pen<'_>, ui: &mut Ui, asked: Asked<'_>, answer: &Answer<LensValue>) {
    let language = pen.cx.language();
    remark_ui(pen.theme(), ui, pen.say(words::OLD_FORM));
    if let Some(value) = answer.value() {
        let told = words::value(&asked.question.field.kind, value, pen.cx.now(), language);
        ui.label(told);
    }
    if quiet_button_ui(pen.theme(), ui, pen.say(words::CLEAR_OLD)).clicked() {
        pen.edit(asked.edit(Answer::NotAsked));
    }
}

/// Says in words what is not in the editor: not asked, none, disagreement, doubt, source.
fn state_ui(pen: &mut Pen<'_>, ui: &mut Ui, answer: &Answer<LensValue>) {
    let language = pen.cx.language();
    let sentence = match answer {
        Answer::NotAsked => answer_words::NOT_ASKED.get(language).to_owned(),
        Answer::None => answer_words::NONE.get(language).to_owned(),
        Answer::Given(judged) => {
            let steps = judged.voices.iter().filter_map(crate::lens::number);
            let voices: Vec<i8> = steps.filter_map(|step| i8::try_from(step).ok()).collect();
            let parts = [
                answer_words::voices(&voices, voices.iter().any(|voice| *voice < 0), language),
                judged
                    .certainty
                    .filter(|certainty| *certainty != Certainty::Sure)
                    .map(|certainty| certainty.word(language).to_lowercase()),
                (!judged.source.is_empty()).then(|| answer_words::source(&judged.source, language)),
            ];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        }
    };
    if !sentence.is_empty() {
        remark_ui(pen.theme(), ui, &sentence);
    }
}

/// Draws the field in which the voices of a scale are typed.
fn voices_ui(pen: &mut Pen<'_>, ui: &mut Ui, asked: Asked<'_>, answer: &Answer<LensValue>) {
    let FieldKind::Scale { low, high, .. } = asked.question.field.kind else {
        return;
    };
    let language = pen.cx.language();
    let today = pen.cx.today;
    let judged = answer.judged();
    let steps = judged.map(|judged| {
        let voices = judged.voices.iter().filter_map(crate::lens::number);
        let voices: Vec<i32> = voices.collect();
        if voices.is_empty() {
            crate::lens::number(&judged.value).into_iter().collect()
        } else {
            voices
        }
    });
    let value: Vec<String> = steps
        .into_iter()
        .flatten()
        .map(|step| step.to_string())
        .collect();
    let label = answer_words::voices_of(say(&asked.question.field.label, language), language);
    remark_ui(pen.theme(), ui, pen.say(answer_words::VOICES));
    let id = asked.id().with("voices");
    let field = Field::new(id, &label, Look::Line).hint("–");
    let before = answer.clone();
    field_ui(pen, ui, field, &value.join(" "), |typed, _| {
        voiced(&before, &typed, (low, high), today)
            .map(|answer| asked.edit(answer))
            .ok_or_else(|| words::outside(low, high, language))
    });
}

/// Gives the answer of the voices that were typed; nothing where one lies outside the scale.
fn voiced(
    before: &Answer<LensValue>,
    typed: &str,
    bounds: (i32, i32),
    today: jiff::civil::Date,
) -> Option<Answer<LensValue>> {
    let pieces = typed.split(|sign: char| sign.is_whitespace() || ",;".contains(sign));
    let voices: Option<Vec<i32>> = pieces
        .filter(|piece| !piece.is_empty())
        .map(|piece| {
            let number = piece.replace('−', "-");
            let step = number.trim_start_matches('+').parse().ok()?;
            (bounds.0..=bounds.1).contains(&step).then_some(step)
        })
        .collect();
    let voices = voices.filter(|voices| voices.len() <= 200)?;
    if voices.is_empty() {
        return Some(Answer::NotAsked);
    }
    let (value, voices) = of_voices(voices, bounds)?;
    let voices = voices.into_iter().map(LensValue::Scale).collect();
    Some(with_value(before, LensValue::Scale(value), voices, today))
}

/// Takes a digit for a scale or for one of the first nine options, and a dash for asked and none, while nobody types in
/// a field or stands in the editor itself; says whether the whole answer was given.
pub(crate) fn answer_keys(pen: &mut Pen<'_>, ui: &Ui, asked: Asked<'_>) -> bool {
    if stands_in_editor(ui, asked) {
        return false;
    }
    let typed = ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            egui::Event::Text(text) if text.chars().count() == 1 => text.chars().next(),
            _ => None,
        })
    });
    let before = asked.answer(pen);
    if before.asked() && ui.input(|input| input.key_pressed(Key::Delete)) {
        pen.edit(asked.edit(Answer::NotAsked));
        return false;
    }
    let Some(sign) = typed else { return false };
    if matches!(sign, '-' | '–' | '−') {
        pen.edit(asked.edit(Answer::None));
        return true;
    }
    let kind = &asked.question.field.kind;
    let Some(value) = sign.to_digit(10).and_then(|digit| of_digit(kind, digit)) else {
        return false;
    };
    // Of now and wanted the first digit is now, the second what is wanted.
    let half = asked.id().with("half");
    let second: bool = ui.data(|data| data.get_temp(half)).unwrap_or_default();
    let (value, whole) = if matches!(kind, FieldKind::NowAndWanted(_)) {
        let (now, wanted, whole) = match before.value() {
            Some(LensValue::NowAndWanted(now, _)) if second => (now.as_ref().clone(), value, true),
            Some(LensValue::NowAndWanted(_, wanted)) => (value, wanted.as_ref().clone(), false),
            _ => (value.clone(), value, false),
        };
        let pair = LensValue::NowAndWanted(Box::new(now), Box::new(wanted));
        (pair, whole)
    } else {
        (value, true)
    };
    if !fits(kind, &value) {
        return false;
    }
    ui.data_mut(|data| data.insert_temp(half, !whole));
    let answer = with_value(&before, value, Vec::new(), pen.cx.today);
    pen.edit(asked.edit(answer));
    whole
}

/// Says whether what is typed goes elsewhere: to a field, or to the editor of this question.
fn stands_in_editor(ui: &Ui, asked: Asked<'_>) -> bool {
    let value = asked.id().with("value");
    let editors = [
        value,
        value.with(words::NOW.nl),
        value.with(words::WANTED.nl),
    ];
    let focused = ui.memory(egui::Memory::focused);
    focused.is_some_and(|focused| editors.contains(&focused)) || ui.ctx().text_edit_focused()
}

/// Gives the answer that a digit stands for; of a pair that of one side.
fn of_digit(kind: &FieldKind, digit: u32) -> Option<LensValue> {
    match inner(kind) {
        FieldKind::Scale { .. } => i32::try_from(digit).ok().map(LensValue::Scale),
        FieldKind::Choice(options) => {
            let place = usize::try_from(digit).ok()?.checked_sub(1)?;
            let option = options.get(place)?;
            Some(LensValue::Choice(option.code.clone()))
        }
        _ => None,
    }
}
