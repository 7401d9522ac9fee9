//! The rest of an answer: voices, certainty, source, date, privacy, and whether it was asked at all.

use eframe::egui::{self, Id, Ui};

use super::{
    Field, Look, Pen, Picked, Scale, ScaleLook, Segment, date_ui, field_ui, quiet_button_ui,
    remark_ui, segments_ui, toggle_ui,
};
use crate::edit::Edit;
use crate::model::{Answer, Certainty, Judged, Score};
use crate::text::inspector::answer as words;
use crate::text::terms::Named as _;
use crate::ui::theme;

/// Draws certainty, source, date and privacy of an answer, and whether it was asked at all.
pub(crate) fn details_ui<T: Clone>(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    id: Id,
    answer: &Answer<T>,
    set: &dyn Fn(Answer<T>) -> Edit,
) {
    if let Answer::Given(judged) = answer {
        judged_ui(pen, ui, id, judged, set);
        if quiet_button_ui(pen.theme(), ui, pen.say(words::CLEAR)).clicked() {
            pen.edit(set(Answer::NotAsked));
        }
    }
    let none = matches!(answer, Answer::None);
    let segments = [
        Segment {
            label: pen.say(words::NOT_ASKED_CHOICE),
            chosen: !answer.asked(),
        },
        Segment {
            label: pen.say(words::NONE_CHOICE),
            chosen: none,
        },
    ];
    match segments_ui(pen.theme(), ui, &segments) {
        Some(0) if answer.asked() => pen.edit(set(Answer::NotAsked)),
        Some(1) if !none => pen.edit(set(Answer::None)),
        _ => {}
    }
}

fn judged_ui<T: Clone>(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    id: Id,
    judged: &Judged<T>,
    set: &dyn Fn(Answer<T>) -> Edit,
) {
    let language = pen.cx.language();
    let with = |change: &dyn Fn(&mut Judged<T>)| {
        let mut after = judged.clone();
        change(&mut after);
        set(Answer::Given(after))
    };
    if let Some(picked) = certainty_ui(pen, ui, judged.certainty) {
        let certainty = picked.one();
        let edit = with(&|after| after.certainty = certainty);
        pen.edit(edit);
    }
    let field = Field::new(id.with("source"), words::SOURCE.get(language), Look::Line);
    field_ui(pen, ui, field, &judged.source, |source, _| {
        Ok(with(&|after| after.source.clone_from(&source)))
    });
    date_ui(
        pen,
        ui,
        id.with("date"),
        words::DATE.get(language),
        judged.date,
        &|date| with(&|after| after.date = date),
    );
    if let Some(private) = toggle_ui(pen.theme(), ui, pen.say(words::PRIVATE), judged.private) {
        let edit = with(&|after| after.private = private);
        pen.edit(edit);
    }
}

/// Draws how sure something is; a click on the chosen one clears it.
pub(crate) fn certainty_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    certainty: Option<Certainty>,
) -> Option<Picked<Certainty>> {
    let language = pen.cx.language();
    let segments = Certainty::ALL.map(|one| Segment {
        label: one.word(language),
        chosen: certainty == Some(one),
    });
    let clicked = segments_ui(pen.theme(), ui, &segments)?;
    let chosen = Certainty::ALL.get(clicked).copied()?;
    Some(if certainty == Some(chosen) {
        Picked::Cleared
    } else {
        Picked::One(chosen)
    })
}

/// Draws the value as a small field in which voices can be typed.
pub(super) fn voices_field_ui<const L: i8, const H: i8>(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    scale: Scale<'_>,
    answer: &Answer<Score<L, H>>,
    set: &dyn Fn(Answer<Score<L, H>>) -> Edit,
) {
    let id = scale.id.with("voices");
    let focused = ui.memory(|memory| memory.has_focus(id));
    let value = match answer.judged() {
        Some(judged) if focused && !judged.voices.is_empty() => spoken(judged),
        Some(judged) => words::score(judged.value.get(), L < 0),
        None => String::new(),
    };
    let label = words::voices_of(scale.label, pen.cx.language());
    let field = Field::new(id, &label, Look::Small).hint("–");
    let language = pen.cx.language();
    let current = answer.clone();
    let today = pen.cx.today;
    ui.allocate_ui(egui::vec2(46.0, theme::ROW), |ui| {
        field_ui(pen, ui, field, &value, |typed, _| {
            let voices =
                parse_voices::<L, H>(&typed).ok_or_else(|| words::bad_voices(L, H, language))?;
            Ok(set(renewed(&current, &voices, today)))
        });
    });
}

/// Gives an answer with other voices and the rest as it was; no voices is not asked.
pub(crate) fn renewed<const L: i8, const H: i8>(
    answer: &Answer<Score<L, H>>,
    voices: &[Score<L, H>],
    today: jiff::civil::Date,
) -> Answer<Score<L, H>> {
    let Some(new) = Judged::of_voices(voices.to_vec()) else {
        return Answer::NotAsked;
    };
    Answer::Given(match answer.judged() {
        Some(old) => Judged {
            value: new.value,
            voices: new.voices,
            date: old.date.map(|_| today),
            ..old.clone()
        },
        None => new,
    })
}

fn spoken<const L: i8, const H: i8>(judged: &Judged<Score<L, H>>) -> String {
    let numbers: Vec<String> = judged
        .voices
        .iter()
        .map(|score| score.get().to_string())
        .collect();
    numbers.join(" ")
}

/// Draws the field of the voices beneath steps.
pub(super) fn voices_ui<const L: i8, const H: i8>(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    scale: Scale<'_>,
    answer: &Answer<Score<L, H>>,
    set: &dyn Fn(Answer<Score<L, H>>) -> Edit,
) {
    if scale.look == ScaleLook::Track {
        return;
    }
    ui.horizontal(|ui| {
        remark_ui(pen.theme(), ui, pen.say(words::VOICES));
        voices_field_ui(pen, ui, scale, answer, set);
    });
}

/// Reads numbers that are typed one after the other; empty means not asked.
pub(crate) fn parse_voices<const L: i8, const H: i8>(typed: &str) -> Option<Vec<Score<L, H>>> {
    typed
        .split(|letter: char| letter.is_whitespace() || letter == ',' || letter == ';')
        .filter(|part| !part.is_empty())
        .map(|part| {
            let number = part
                .replace('−', "-")
                .trim_start_matches('+')
                .parse()
                .ok()?;
            Score::new(number)
        })
        .collect()
}
