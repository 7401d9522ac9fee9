//! The lenses in the inspector: those up front, the others under *Meer*; at most one is open.

use eframe::egui::{self, Align, Align2, Response, Sense, Stroke, Ui, WidgetInfo, WidgetType};

use super::question::{Asked, question_ui};
use crate::lens::{LensPlace, Question, answer_at, key};
use crate::model::{CoreField, Lens, LensSubject};
use crate::text::inspector::answer::filled;
use crate::text::lens::{self as words, say};
use crate::ui::cx::{Cx, Request};
use crate::ui::theme::{self, icons};
use crate::ui::view::Panel;
use crate::ui::widget::{Pen, fold_ui, quiet_button_ui, remark_ui, rule_ui};

/// Draws the lenses that are on and ask something here.
pub(crate) fn section_ui(pen: &mut Pen<'_>, ui: &mut Ui, place: LensPlace) {
    let cx = pen.cx;
    let subject = place.subject();
    let asks = |lens: &&Lens| lens.fields.iter().any(|field| field.subject == subject);
    let on: Vec<&Lens> = cx.catalogue().on(cx.document()).filter(asks).collect();
    let (front, more): (Vec<&Lens>, Vec<&Lens>) = on.iter().partition(|lens| lens.front);
    rule_ui(pen.theme(), ui);
    let title = egui::RichText::new(pen.say(words::LENSES)).font(theme::semibold(theme::HEAD));
    ui.label(title.color(pen.theme().ink));
    if on.is_empty() {
        let none_on = cx.document().lenses_on.is_empty();
        let words = if none_on {
            words::NOTHING_ON
        } else {
            words::NOTHING_HERE
        };
        remark_ui(pen.theme(), ui, pen.say(words));
    }
    for lens in &front {
        lens_ui(pen, ui, lens, place);
    }
    // A single lens more needs no fold of its own.
    if more.len() + front.len() <= 3 {
        for lens in &more {
            lens_ui(pen, ui, lens, place);
        }
    } else {
        let open = more
            .iter()
            .any(|lens| pen.memory.lens.as_ref() == Some(&lens.id));
        let count = more.len().to_string();
        fold_ui(pen, ui, words::MORE, &count, open, |pen, ui| {
            for lens in &more {
                lens_ui(pen, ui, lens, place);
            }
        });
    }
    if quiet_button_ui(pen.theme(), ui, pen.say(words::CHOOSE)).clicked() {
        pen.send(Request::Panel(Panel::Lenses));
    }
}

fn lens_ui(pen: &mut Pen<'_>, ui: &mut Ui, lens: &Lens, place: LensPlace) {
    let open = pen.memory.lens.as_ref() == Some(&lens.id);
    let row = row_ui(pen, ui, lens, place, open);
    if row.clicked() {
        pen.memory.lens = (!open).then(|| lens.id.clone());
    }
    if open && std::mem::take(&mut pen.memory.reveal_lens) {
        row.scroll_to_me(Some(Align::TOP));
    }
    if !open {
        return;
    }
    remark_ui(pen.theme(), ui, say(&lens.about, pen.cx.language()));
    for field in &lens.fields {
        if field.subject == place.subject() {
            let question = Question { lens, field };
            question_ui(pen, ui, Asked { place, question });
        }
    }
    ui.add_space(theme::STEP);
}

/// Draws the row that opens a lens, with how much of it was answered.
fn row_ui(pen: &Pen<'_>, ui: &mut Ui, lens: &Lens, place: LensPlace, open: bool) -> Response {
    let theme = pen.theme();
    let language = pen.cx.language();
    let here = lens
        .fields
        .iter()
        .filter(|field| field.subject == place.subject());
    let (mut all, mut given) = (0, 0);
    for field in here {
        all += 1;
        let answer = answer_at(pen.cx.now(), place, &key(lens, field), field);
        given += usize::from(answer.asked());
    }
    let title = say(&lens.title, language);
    let count = if given == 0 {
        filled(0, language)
    } else {
        words::answered(given, all, language)
    };
    let width = ui.available_width();
    let painter = ui.painter();
    let count = painter.layout_no_wrap(count, theme::regular(theme::REMARK), theme.dim);
    let font = theme::medium(theme::BODY);
    let room = (width - count.size().x - 28.0).max(60.0);
    let galley = painter.layout(title.to_owned(), font, theme.ink, room);
    let height = theme::ROW.max(galley.size().y + 6.0);
    let (rect, response) = ui.allocate_exact_size(egui::vec2(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::CollapsingHeader, true, title));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_expanded(open));
    let painter = ui.painter();
    if response.hovered() || response.has_focus() {
        let line = if response.has_focus() {
            Stroke::new(1.5 * theme.outline, theme.accent)
        } else {
            Stroke::NONE
        };
        let ground = rect.expand2(egui::vec2(8.0, 0.0));
        let fill = theme.field.gamma_multiply(0.7);
        painter.rect(ground, 7.0, fill, line, egui::StrokeKind::Middle);
    }
    let middle = |size: egui::Vec2| rect.center().y - size.y / 2.0;
    painter.galley(
        egui::pos2(rect.left(), middle(galley.size())),
        galley,
        theme.ink,
    );
    let chevron = if open { icons::UP } else { icons::DOWN };
    let at = rect.right_center();
    painter.text(
        at,
        Align2::RIGHT_CENTER,
        chevron,
        theme::icon(16.0),
        theme.dim,
    );
    let right = rect.right() - 20.0 - count.size().x;
    painter.galley(egui::pos2(right, middle(count.size())), count, theme.dim);
    response
}

/// Says whether a lens that is on asks what the core keeps of learning, so that it need not stand there twice.
pub(crate) fn binds_learning(cx: &Cx<'_>) -> bool {
    let bound: Vec<CoreField> = cx
        .catalogue()
        .questions_on(cx.document(), LensSubject::Actor)
        .filter_map(|question| question.field.bind)
        .collect();
    [
        CoreField::Relatedness,
        CoreField::Autonomy,
        CoreField::Competence,
    ]
    .iter()
    .all(|core| bound.contains(core))
}
