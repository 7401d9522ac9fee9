//! An answer with all that belongs to it: value, voices, certainty, source, date, private, not asked.

use eframe::egui::{self, Align, Id, Layout, Ui};

use super::details::{details_ui, voices_field_ui, voices_ui};
use super::{
    Band, Pen, PrivateText, Scale, ScaleLook, Segment, icon, icon_button_ui, private_band_ui,
    quiet_button_ui, remark_ui, scale_ui, segments_ui,
};
use crate::edit::Edit;
use crate::model::{Answer, Certainty, Judged, Score};
use crate::text::inspector::answer as words;
use crate::text::terms::Named as _;
use crate::ui::theme;

/// Draws a question with its scale, and the rest of the answer behind a button.
pub(crate) fn answer_row_ui<const L: i8, const H: i8>(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    scale: Scale<'_>,
    ends: Option<(&str, &str)>,
    answer: &Answer<Score<L, H>>,
    set: &dyn Fn(Answer<Score<L, H>>) -> Edit,
) {
    if concealed_ui(pen, ui, scale.id, scale.label, answer, |score| {
        words::score(score.get(), L < 0)
    }) {
        return;
    }
    match scale.look {
        ScaleLook::Track => track_ui(pen, ui, scale, ends, answer, set),
        ScaleLook::Steps => steps_ui(pen, ui, scale, answer, set),
    }
    state_ui(pen, ui, scale, answer, L < 0);
    if pen.memory.detail == Some(scale.id) {
        inset(ui, |ui| {
            voices_ui(pen, ui, scale, answer, set);
            details_ui(pen, ui, scale.id, answer, set);
        });
    }
}

/// What stands beside a track: its value and the button for more.
const BESIDE: f32 = 46.0 + 17.0 + 16.0;

fn track_ui<const L: i8, const H: i8>(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    scale: Scale<'_>,
    ends: Option<(&str, &str)>,
    answer: &Answer<Score<L, H>>,
    set: &dyn Fn(Answer<Score<L, H>>) -> Edit,
) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let room = (ui.available_width() - BESIDE).max(80.0);
        let response = ui
            .allocate_ui(egui::vec2(room, theme::ROW), |ui| {
                scale_ui(pen, ui, scale, answer, set)
            })
            .inner;
        voices_field_ui(pen, ui, scale, answer, set);
        more_ui(pen, ui, scale.id, scale.label);
        response
    });
    if let Some((low, high)) = ends {
        ends_ui(pen, ui, low, high);
    }
}

/// Draws what the ends of a track mean, beneath it; where that is too narrow, over the whole width.
fn ends_ui(pen: &Pen<'_>, ui: &mut Ui, low: &str, high: &str) {
    let theme = pen.theme();
    let layout = |words: &str| {
        let font = theme::regular(theme::REMARK);
        ui.painter()
            .layout_no_wrap(words.to_owned(), font, theme.dim)
    };
    let (low, high) = (layout(low), layout(high));
    let full = ui.available_width();
    let track = full - BESIDE;
    let wanted = low.size().x + high.size().x + 16.0;
    let wide = if wanted > track { full } else { track };
    ui.add_space(-6.0);
    let (_, rect) = ui.allocate_space(egui::vec2(full, low.size().y));
    let right = rect.left() + wide - high.size().x;
    ui.painter().galley(rect.left_top(), low, theme.dim);
    ui.painter()
        .galley(egui::pos2(right, rect.top()), high, theme.dim);
}

fn steps_ui<const L: i8, const H: i8>(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    scale: Scale<'_>,
    answer: &Answer<Score<L, H>>,
    set: &dyn Fn(Answer<Score<L, H>>) -> Edit,
) {
    let steps = f32::from(H) - f32::from(L) + 1.0;
    let right = steps * theme::ROW + 8.0 + 17.0;
    row_ui(pen, ui, scale.label, right, |pen, ui| {
        scale_ui(pen, ui, scale, answer, set);
        more_ui(pen, ui, scale.id, scale.label);
    });
}

/// Draws a label with something at its right, or beneath it where there is too little room.
pub(crate) fn row_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    label: &str,
    right: f32,
    body: impl FnOnce(&mut Pen<'_>, &mut Ui),
) {
    let theme = pen.theme();
    let room = ui.available_width() - right - 8.0;
    let font = theme::regular(theme::BODY);
    let galley = ui
        .painter()
        .layout(label.to_owned(), font, theme.ink, room.max(1.0));
    let text = egui::RichText::new(label)
        .font(theme::regular(theme::BODY))
        .color(theme.ink);
    if galley.size().y > 40.0 || room < 70.0 {
        ui.label(text);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            body(pen, ui);
        });
        return;
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.allocate_ui_with_layout(
            egui::vec2(room, theme::ROW),
            Layout::left_to_right(Align::Center),
            |ui| {
                ui.set_min_width(room);
                ui.add(egui::Label::new(text).wrap());
            },
        );
        body(pen, ui);
    });
}

pub(crate) fn more_ui(pen: &mut Pen<'_>, ui: &mut Ui, id: Id, label: &str) {
    let more = words::more(label, pen.cx.language());
    if icon_button_ui(pen.theme(), ui, icon::MORE, &more).clicked() {
        pen.memory.toggle_detail(id);
    }
}

/// Draws a private answer folded; says whether it did.
pub(crate) fn concealed_ui<T>(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    id: Id,
    label: &str,
    answer: &Answer<T>,
    word: impl FnOnce(&T) -> String,
) -> bool {
    let Some(judged) = answer.judged().filter(|judged| judged.private) else {
        return false;
    };
    if pen.memory.bared == Some(id) {
        if quiet_button_ui(pen.theme(), ui, pen.say(words::COVER)).clicked() {
            pen.memory.bared = None;
        }
        return false;
    }
    let texts = [PrivateText::plain(word(&judged.value))];
    private_band_ui(pen, ui, Band::Full, id.with("band"), label, &texts);
    if quiet_button_ui(pen.theme(), ui, pen.say(words::EDIT)).clicked() {
        pen.memory.bared = Some(id);
    }
    true
}

/// Says in words what is not in the scale: not asked, none, disagreement, doubt, source.
fn state_ui<const L: i8, const H: i8>(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    scale: Scale<'_>,
    answer: &Answer<Score<L, H>>,
    signed: bool,
) {
    let language = pen.cx.language();
    let sentence = match answer {
        // Beneath steps, none of which is chosen, the words would only be noise.
        Answer::NotAsked if scale.look == ScaleLook::Steps => return,
        Answer::NotAsked => words::NOT_ASKED.get(language).to_owned(),
        Answer::None => words::NONE.get(language).to_owned(),
        Answer::Given(judged) => {
            let voices: Vec<i8> = judged.voices.iter().map(|score| score.get()).collect();
            let parts = [
                words::voices(&voices, signed, language),
                judged
                    .certainty
                    .filter(|certainty| *certainty != Certainty::Sure)
                    .map(|certainty| certainty.word(language).to_lowercase()),
                (!judged.source.is_empty()).then(|| words::source(&judged.source, language)),
            ];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        }
    };
    if sentence.is_empty() {
        return;
    }
    remark_ui(pen.theme(), ui, &sentence);
}

/// Draws what follows set in from the left, so that it reads as belonging to what stands above.
pub(crate) fn inset(ui: &mut Ui, body: impl FnOnce(&mut Ui)) {
    egui::Frame::NONE
        .inner_margin(egui::Margin {
            left: 12,
            right: 0,
            top: 2,
            bottom: 8,
        })
        .show(ui, body);
}

/// A question that is answered by yes or no.
#[derive(Debug, Clone, Copy)]
pub(crate) struct YesNo<'a> {
    /// Its identity.
    pub(crate) id: Id,
    /// The question.
    pub(crate) label: &'a str,
}

/// Draws a question of yes or no, and the rest of the answer behind a button.
pub(crate) fn yes_no_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    question: YesNo<'_>,
    answer: &Answer<bool>,
    set: &dyn Fn(Answer<bool>) -> Edit,
) {
    let language = pen.cx.language();
    let YesNo { id, label } = question;
    if concealed_ui(pen, ui, id, label, answer, |yes| {
        words::yes_no(*yes).get(language).to_owned()
    }) {
        return;
    }
    row_ui(pen, ui, label, 121.0, |pen, ui| {
        let value = answer.value().copied();
        let segments = [true, false].map(|yes| Segment {
            label: words::yes_no(yes).get(language),
            chosen: value == Some(yes),
        });
        let clicked = ui
            .allocate_ui(egui::vec2(96.0, theme::ROW), |ui| {
                segments_ui(pen.theme(), ui, &segments)
            })
            .inner;
        if let Some(place) = clicked {
            let yes = place == 0;
            if value != Some(yes) {
                let after = match answer {
                    Answer::Given(old) => Judged {
                        value: yes,
                        voices: Vec::new(),
                        ..old.clone()
                    },
                    Answer::NotAsked | Answer::None => Judged::new(yes),
                };
                pen.edit(set(Answer::Given(after)));
            }
        }
        more_ui(pen, ui, id, label);
    });
    if matches!(answer, Answer::None) {
        remark_ui(pen.theme(), ui, pen.say(words::NONE));
    }
    if pen.memory.detail == Some(id) {
        inset(ui, |ui| details_ui(pen, ui, id, answer, set));
    }
}
