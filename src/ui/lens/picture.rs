//! The picture of all answers: how they are spread, with a web or a triangle where the lens asks for one.

use eframe::egui::{RichText, Ui};

use super::attention::go;
use super::figure::radar::radar_ui;
use super::figure::triangle::{Dot, dots_ui};
use super::panel::LensPanels;
use super::spread::spread_ui;
use crate::lens::{LensPlace, Question, answer_at, inner, radar, spread, triangles, within};
use crate::model::{FieldKind, GroupId, Lens, LensField, LensFigure, LensSubject};
use crate::text::lens::{self as words, say};
use crate::ui::cx::Request;
use crate::ui::painting::Source;
use crate::ui::theme;
use crate::ui::widget::{Pen, chip_ui, head_ui, quiet_button_ui, remark_ui, rule_ui};

/// What the picture remembers.
#[derive(Debug, Default)]
pub(crate) struct Remembered {
    lens: Option<String>,
    /// The group that the webs are of; everybody without one.
    group: Option<GroupId>,
}

/// Draws the answers to one lens.
pub(super) fn picture_ui(pen: &mut Pen<'_>, ui: &mut Ui, panels: &mut LensPanels) {
    let cx = pen.cx;
    let language = cx.language();
    let on: Vec<&Lens> = cx.catalogue().on(cx.document()).collect();
    let chosen = &mut panels.picture.lens;
    let Some(first) = on.first() else {
        remark_ui(pen.theme(), ui, pen.say(words::NOTHING_ON));
        return;
    };
    let known = on.iter().find(|lens| Some(&lens.id) == chosen.as_ref());
    let lens: &Lens = known.unwrap_or(first);
    if on.len() > 1 {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = eframe::egui::vec2(6.0, 6.0);
            for one in &on {
                let this = one.id == lens.id;
                if chip_ui(pen.theme(), ui, say(&one.title, language), this).clicked() {
                    *chosen = Some(one.id.clone());
                }
            }
        });
    } else {
        head_ui(pen.theme(), ui, say(&lens.title, language));
    }
    let group = &mut panels.picture.group;
    *group = group.filter(|group| cx.now().groups.contains(*group));
    let web = |figure: &LensFigure| matches!(figure, LensFigure::Radar { .. });
    if lens.figures.iter().any(web) {
        groups_ui(pen, ui, group);
    }
    for figure in &lens.figures {
        figure_ui(pen, ui, lens, figure, *group);
    }
    for field in &lens.fields {
        if !field.private {
            field_ui(pen, ui, lens, field);
        }
    }
    rule_ui(pen.theme(), ui);
    if quiet_button_ui(pen.theme(), ui, pen.say(words::COPY)).clicked() {
        let text = words::report(cx.document(), cx.catalogue(), language);
        ui.ctx().copy_text(text);
        pen.send(Request::Say(pen.say(words::COPIED).to_owned()));
    }
}

/// Draws whose answers the webs show: everybody's, or those within a group.
fn groups_ui(pen: &Pen<'_>, ui: &mut Ui, group: &mut Option<GroupId>) {
    let groups = &pen.cx.now().groups;
    if groups.is_empty() {
        return;
    }
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = eframe::egui::vec2(6.0, 6.0);
        let all = pen.say(words::EVERYBODY);
        if chip_ui(pen.theme(), ui, all, group.is_none()).clicked() {
            *group = None;
        }
        for one in groups.iter() {
            if chip_ui(pen.theme(), ui, &one.name, *group == Some(one.id)).clicked() {
                *group = Some(one.id);
            }
        }
    });
}

fn figure_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    lens: &Lens,
    figure: &LensFigure,
    group: Option<GroupId>,
) {
    let cx = pen.cx;
    let language = cx.language();
    match figure {
        LensFigure::Radar { title, fields } => {
            let spokes = radar(cx.now(), lens, fields, false, |place| {
                group.is_none_or(|group| within(cx.now(), group, place))
            });
            rule_ui(pen.theme(), ui);
            let title = say(title, language);
            head_ui(pen.theme(), ui, title);
            radar_ui(pen.theme(), ui, &spokes, title, language);
            legend_ui(pen, ui, spokes.iter().any(|spoke| spoke.wanted.is_some()));
        }
        LensFigure::Triangle { field } => {
            let Some(field) = lens.fields.iter().find(|known| known.id == *field) else {
                return;
            };
            if !field.private {
                triangle_ui(pen, ui, lens, field);
            }
        }
    }
}

/// Says what the marks in a web mean.
fn legend_ui(pen: &Pen<'_>, ui: &mut Ui, wanted: bool) {
    let now = pen.say(words::MIDDLE);
    let mut told = format!("● {now} · ▬ {}", pen.say(words::RANGE));
    if wanted {
        told = format!("{told} · ○ {}", pen.say(words::WANTED).to_lowercase());
    }
    remark_ui(pen.theme(), ui, &told);
}

fn triangle_ui(pen: &mut Pen<'_>, ui: &mut Ui, lens: &Lens, field: &LensField) {
    let cx = pen.cx;
    let language = cx.language();
    let FieldKind::Triangle(corners) = inner(&field.kind) else {
        return;
    };
    rule_ui(pen.theme(), ui);
    head_ui(pen.theme(), ui, say(&field.label, language));
    let answers = triangles(cx.now(), lens, field, false);
    let names: Vec<String> = answers
        .iter()
        .map(|(place, ..)| words::place(*place, cx.now(), language))
        .collect();
    let dots: Vec<Dot<'_>> = answers
        .iter()
        .zip(&names)
        .map(|((_, now, wanted), name)| Dot {
            name,
            now: *now,
            wanted: *wanted,
        })
        .collect();
    let corners =
        [0, 1, 2].map(|corner: usize| corners.get(corner).map_or("", |text| say(text, language)));
    let wide = ui.available_width().min(320.0);
    let clicked = ui
        .push_id(&field.id, |ui| {
            dots_ui(pen.theme(), ui, wide, corners, &dots)
        })
        .inner;
    if let Some((place, ..)) = clicked.and_then(|index| answers.get(index)) {
        go(pen, *place);
    }
    counts_ui(pen, ui, lens, field);
}

fn counts_ui(pen: &Pen<'_>, ui: &mut Ui, lens: &Lens, field: &LensField) {
    let spread = spread(pen.cx.now(), lens, field, false);
    let numbers = (spread.given, spread.none, spread.not_asked, spread.private);
    remark_ui(pen.theme(), ui, &words::counts(numbers, pen.cx.language()));
}

fn field_ui(pen: &mut Pen<'_>, ui: &mut Ui, lens: &Lens, field: &LensField) {
    let cx = pen.cx;
    let language = cx.language();
    if matches!(inner(&field.kind), FieldKind::Triangle(_)) {
        let asked = |figure: &LensFigure| matches!(figure, LensFigure::Triangle { field: code } if *code == field.id);
        if !lens.figures.iter().any(asked) {
            triangle_ui(pen, ui, lens, field);
        }
        return;
    }
    rule_ui(pen.theme(), ui);
    head_ui(pen.theme(), ui, say(&field.label, language));
    if field.subject == LensSubject::Map {
        map_answer_ui(pen, ui, lens, field);
        return;
    }
    let spread = spread(cx.now(), lens, field, false);
    let drawn = spread.given > 0 && spread_ui(pen, ui, &field.kind, &spread);
    counts_ui(pen, ui, lens, field);
    if !drawn {
        texts_ui(pen, ui, lens, field);
    }
    if field.subject == LensSubject::Actor && drawn {
        paint_ui(pen, ui, Question { lens, field });
    }
}

/// Draws the one answer of the map as a whole.
fn map_answer_ui(pen: &Pen<'_>, ui: &mut Ui, lens: &Lens, field: &LensField) {
    let told = open_answer(pen, lens, field, LensPlace::Map);
    let told = told.unwrap_or_else(|| pen.say(words::NOT_ASKED).to_owned());
    ui.label(RichText::new(told).font(theme::regular(theme::BODY)));
}

/// Gives an answer in words, unless it is private or not there.
fn open_answer(pen: &Pen<'_>, lens: &Lens, field: &LensField, place: LensPlace) -> Option<String> {
    let name = crate::lens::key(lens, field);
    let answer = answer_at(pen.cx.now(), place, &name, field);
    if !answer.asked() {
        return None;
    }
    let Some(judged) = answer.judged() else {
        return Some(pen.say(words::NONE).to_owned());
    };
    if judged.private {
        return Some(pen.say(words::PRIVATE).to_owned());
    }
    let told = words::short_value(&field.kind, &judged.value, pen.cx.now(), pen.cx.language());
    (!told.is_empty()).then_some(told)
}

/// How many texts stand in the picture.
const TEXTS: usize = 12;

/// Draws answers that are words, by whose they are.
fn texts_ui(pen: &Pen<'_>, ui: &mut Ui, lens: &Lens, field: &LensField) {
    let cx = pen.cx;
    let mut shown = 0;
    for place in crate::lens::places(cx.now(), field.subject) {
        let name = crate::lens::key(lens, field);
        let given = answer_at(cx.now(), place, &name, field);
        if given.value().is_none() || given.private() {
            continue;
        }
        if shown == TEXTS {
            remark_ui(pen.theme(), ui, "…");
            return;
        }
        if let Some(told) = open_answer(pen, lens, field, place) {
            shown += 1;
            let whose = words::place(place, cx.now(), cx.language());
            let line = RichText::new(format!("{whose}: {told}"));
            ui.label(
                line.font(theme::regular(theme::REMARK))
                    .color(pen.theme().ink),
            );
        }
    }
}

/// Draws the switches that let the map follow a question.
fn paint_ui(pen: &mut Pen<'_>, ui: &mut Ui, question: Question<'_>) {
    let source = Source::Question(question.key());
    let mut paint = pen.cx.view.paint;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = eframe::egui::vec2(6.0, 6.0);
        let on = paint.colour == source;
        if chip_ui(pen.theme(), ui, pen.say(words::PAINT_COLOUR), on).clicked() {
            paint.colour = if on { Source::Usual } else { source };
        }
        if matches!(inner(&question.field.kind), FieldKind::Scale { .. }) {
            let on = paint.size == source;
            if chip_ui(pen.theme(), ui, pen.say(words::PAINT_SIZE), on).clicked() {
                paint.size = if on { Source::Usual } else { source };
            }
        }
    });
    if paint != pen.cx.view.paint {
        pen.send(Request::Paint(paint));
    }
}
