//! The records of the map: open questions and the log.

use eframe::egui::{self, Ui};

use super::actor::count_of;
use super::field_id;
use super::map_lists::{add_ui, put};
use crate::edit::{Edit, Entry};
use crate::model::{LogEntry, LogKind, Note, Question, Unknown};
use crate::text::inspector::{answer, map as words};
use crate::text::terms::Named as _;
use crate::ui::widget::{
    Field, Look, Pen, Segment, date_ui, field_ui, fold_ui, icon, icon_button_ui, inset, note_ui,
    quiet_button_ui, remark_ui, segments_ui, toggle_ui,
};

/// Draws the open questions.
pub(super) fn questions_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let questions = &pen.cx.now().questions;
    let open = questions.iter().filter(|question| !question.answered);
    let count = count_of(open.count(), pen);
    fold_ui(pen, ui, words::QUESTIONS, &count, false, |pen, ui| {
        for question in questions.iter() {
            question_ui(pen, ui, question);
        }
        add_question_ui(pen, ui);
    });
}

/// Draws the field that adds a question.
pub(crate) fn add_question_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    add_ui(pen, ui, words::NEW_QUESTION, |text, out| {
        Edit::Question(put(Question {
            id: out.fresh_id(),
            text: Note::new(text),
            who_might_know: String::new(),
            answered: false,
            unknown: Unknown::default(),
        }))
    });
}

/// Draws an open question, with who might know.
pub(crate) fn question_ui(pen: &mut Pen<'_>, ui: &mut Ui, question: &Question) {
    let id = field_id(question.id, "question");
    let label = pen.say(words::QUESTION);
    note_ui(pen, ui, id, label, Look::Text, &question.text, &|text| {
        Edit::Question(put(Question {
            text,
            ..question.clone()
        }))
    });
    inset(ui, |ui| {
        let label = pen.say(words::WHO_KNOWS);
        let field = Field::new(id.with("who"), label, Look::Remark);
        field_ui(pen, ui, field, &question.who_might_know, |who, _| {
            Ok(Edit::Question(put(Question {
                who_might_know: who,
                ..question.clone()
            })))
        });
        ui.horizontal(|ui| {
            let label = pen.say(words::ANSWERED);
            if let Some(answered) = toggle_ui(pen.theme(), ui, label, question.answered) {
                pen.edit(Edit::Question(put(Question {
                    answered,
                    ..question.clone()
                })));
            }
            ui.add_space(12.0);
            if quiet_button_ui(pen.theme(), ui, pen.say(answer::REMOVE)).clicked() {
                pen.edit(Edit::Question(Entry::Remove(question.id)));
            }
        });
    });
}

/// Draws the log, the newest first.
pub(super) fn log_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let log = &pen.cx.now().log;
    let count = count_of(log.len(), pen);
    fold_ui(pen, ui, words::LOG, &count, false, |pen, ui| {
        let today = pen.cx.today;
        add_ui(pen, ui, words::NEW_LOG, |text, out| {
            Edit::Log(put(LogEntry {
                id: out.fresh_id(),
                date: Some(today),
                kind: LogKind::Talk,
                text: Note::new(text),
                hypothesis: Note::default(),
                result: Note::default(),
                lesson: Note::default(),
                unknown: Unknown::default(),
            }))
        });
        for entry in log.iter().rev() {
            entry_ui(pen, ui, entry);
        }
    });
}

fn entry_ui(pen: &mut Pen<'_>, ui: &mut Ui, entry: &LogEntry) {
    let language = pen.cx.language();
    let with = |change: &dyn Fn(&mut LogEntry)| {
        let mut after = entry.clone();
        change(&mut after);
        Edit::Log(put(after))
    };
    let id = field_id(entry.id, "entry");
    let label = pen.say(words::LOG_ENTRY);
    note_ui(pen, ui, id, label, Look::Text, &entry.text, &|text| {
        with(&|after| after.text = text.clone())
    });
    ui.horizontal(|ui| {
        let date = entry
            .date
            .map(|date| crate::text::inspector::date::short(date, pen.cx.today, language));
        let kind = entry.kind.word(language).to_lowercase();
        let line = [Some(kind), date].into_iter().flatten().collect::<Vec<_>>();
        remark_ui(pen.theme(), ui, &line.join(" · "));
        let more = answer::more(label, language);
        if icon_button_ui(pen.theme(), ui, icon::MORE, &more).clicked() {
            pen.memory.toggle_detail(id);
        }
    });
    if pen.memory.detail == Some(id) {
        inset(ui, |ui| entry_details_ui(pen, ui, id, entry));
    }
}

type Part = fn(&mut LogEntry) -> &mut Note;

fn entry_details_ui(pen: &mut Pen<'_>, ui: &mut Ui, id: egui::Id, entry: &LogEntry) {
    let language = pen.cx.language();
    let with = |change: &dyn Fn(&mut LogEntry)| {
        let mut after = entry.clone();
        change(&mut after);
        Edit::Log(put(after))
    };
    let kinds: Vec<_> = LogKind::ALL
        .iter()
        .map(|kind| Segment {
            label: kind.word(language),
            chosen: entry.kind == *kind,
        })
        .collect();
    let clicked = segments_ui(pen.theme(), ui, &kinds);
    if let Some(kind) = clicked.and_then(|place| LogKind::ALL.get(place).copied())
        && kind != entry.kind
    {
        pen.edit(with(&|after| after.kind = kind));
    }
    let label = answer::DATE.get(language);
    date_ui(pen, ui, id.with("date"), label, entry.date, &|date| {
        with(&|after| after.date = date)
    });
    let parts: [(_, &Note, Part); 3] = [
        (words::HYPOTHESIS, &entry.hypothesis, |entry| {
            &mut entry.hypothesis
        }),
        (words::RESULT, &entry.result, |entry| &mut entry.result),
        (words::LESSON, &entry.lesson, |entry| &mut entry.lesson),
    ];
    for (label, note, part) in parts {
        let id = id.with(label.nl);
        let label = pen.say(label);
        note_ui(pen, ui, id, label, Look::Text, note, &|note| {
            with(&|after| *part(after) = note.clone())
        });
    }
    if quiet_button_ui(pen.theme(), ui, pen.say(answer::REMOVE)).clicked() {
        pen.edit(Edit::Log(Entry::Remove(entry.id)));
    }
}
