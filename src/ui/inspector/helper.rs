//! Three questions that help to choose between regie, verbinden and coördinatie, where the choice is made.

use eframe::egui::{Id, Ui};

use crate::session::roles::{Owner, Thinking};
use crate::text::Text;
use crate::text::roles as words;
use crate::ui::widget::{Pen, Segment, fold_ui, label_ui, remark_ui, segments_ui};

/// Draws the questions, folded; what is answered is remembered while the program runs and never kept in the map.
pub(super) fn helper_ui(pen: &mut Pen<'_>, ui: &mut Ui, id: Id) {
    let mut thinking: Thinking = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let before = thinking;
    fold_ui(pen, ui, words::HELP, "", false, |pen, ui| {
        remark_ui(pen.theme(), ui, pen.say(words::HELP_ABOUT));
        let yes_no = [Some(true), Some(false)];
        let likeness = [words::IS_ALIKE, words::IS_UNLIKE];
        question_ui(
            pen,
            ui,
            words::ALIKE,
            (&likeness, &yes_no),
            &mut thinking.alike,
        );
        let acting = [words::ACT, words::TUNE];
        question_ui(
            pen,
            ui,
            words::TOGETHER,
            (&acting, &yes_no),
            &mut thinking.together,
        );
        let owners = [Owner::Each, Owner::Together, Owner::Us];
        let named = owners.map(words::owner);
        let owners = owners.map(Some);
        question_ui(
            pen,
            ui,
            words::OWNER,
            (&named, &owners),
            &mut thinking.owner,
        );
        let told = words::points_to(thinking.points_to(), pen.cx.language());
        label_ui(pen.theme(), ui, &told);
    });
    if thinking != before {
        ui.data_mut(|data| data.insert_temp(id, thinking));
    }
}

/// Draws one question with its answers; the chosen one again takes it back.
fn question_ui<T: Copy + PartialEq>(
    pen: &Pen<'_>,
    ui: &mut Ui,
    question: Text,
    (labels, answers): (&[Text], &[Option<T>]),
    chosen: &mut Option<T>,
) {
    label_ui(pen.theme(), ui, pen.say(question));
    let segments: Vec<Segment<'_>> = labels
        .iter()
        .zip(answers)
        .map(|(label, answer)| Segment {
            label: pen.say(*label),
            chosen: *answer == *chosen,
        })
        .collect();
    let clicked = segments_ui(pen.theme(), ui, &segments);
    if let Some(answer) = clicked.and_then(|place| answers.get(place).copied()) {
        *chosen = if *chosen == answer { None } else { answer };
    }
}
