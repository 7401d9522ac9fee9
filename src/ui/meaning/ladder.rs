//! The why ladder: from a problem, by asking why again and again, to the values behind it.

use eframe::egui::{self, Id, Key, Margin, RichText, Sense, Stroke, Ui, vec2};

use super::{Meaning, label_of};
use crate::model::{ActorId, InterestKind};
use crate::session::meaning::ladder::Ladder;
use crate::session::quick::fold;
use crate::text::inspector::{actor as actor_words, answer};
use crate::text::meaning::value as words;
use crate::ui::cx::Request;
use crate::ui::theme::{self, Theme};
use crate::ui::widget::{
    Pen, Picked, Picker, actor_choices, chip_ui, icon, icon_button_ui, pick_ui, quiet_button_ui,
    remark_ui, rule_ui,
};

/// How wide the rail beside the rungs is.
const RAIL: f32 = 30.0;

/// Draws the page.
pub(super) fn ladder_ui(pen: &mut Pen<'_>, ui: &mut Ui, meaning: &mut Meaning) {
    remark_ui(pen.theme(), ui, pen.say(words::LADDER_ABOUT));
    let mut ladder = meaning.ladder.take().unwrap_or_else(|| begun(pen, None));
    of_ui(pen, ui, &mut ladder);
    rungs_ui(pen, ui, meaning, &mut ladder);
    worth_ui(pen, ui, meaning, &mut ladder);
    let done = turn_ui(pen, ui, &ladder);
    wanted_ui(pen, ui);
    meaning.ladder = (!done).then_some(ladder);
}

/// Begins with the problem that the map holds, or with the standpoint of an actor.
fn begun(pen: &Pen<'_>, of: Option<ActorId>) -> Ladder {
    let now = pen.cx.now();
    let first = match of {
        None => now.purpose.problem.open_text().unwrap_or_default(),
        Some(actor) => now.actors.get(actor).map_or("", |actor| {
            let mut open = actor.interests.iter().filter(|it| !it.hidden);
            open.find(|it| it.kind == InterestKind::Position)
                .map_or("", |it| it.text.as_str())
        }),
    };
    Ladder {
        of,
        rungs: vec![first.to_owned(), String::new()],
        values: vec![String::new()],
    }
}

fn of_ui(pen: &mut Pen<'_>, ui: &mut Ui, ladder: &mut Ladder) {
    let cx = pen.cx;
    ui.horizontal_wrapped(|ui| {
        remark_ui(pen.theme(), ui, pen.say(words::OF));
        let of_map = pen.say(words::OF_MAP);
        let picker = Picker {
            id: Id::new("ladder of"),
            label: pen.say(words::OF),
            shown: ladder.of.map_or(of_map, |actor| label_of(cx, actor)),
            clear: Some(of_map),
            own: false,
        };
        let choices = actor_choices(cx.now().actors.iter());
        match pick_ui(pen, ui, picker, &choices) {
            Some(Picked::One(actor)) => *ladder = begun(pen, Some(actor)),
            Some(Picked::Cleared) => *ladder = begun(pen, None),
            Some(Picked::New(_)) | None => {}
        }
    });
    ui.add_space(6.0);
}

fn rungs_ui(pen: &mut Pen<'_>, ui: &mut Ui, meaning: &mut Meaning, ladder: &mut Ladder) {
    let count = ladder.rungs.len();
    let (mut more, mut removed) = (None, false);
    for (place, text) in ladder.rungs.iter_mut().enumerate() {
        let kind = Ladder::kind(place);
        let label = words::rung(place, pen.cx.language());
        rung_ui(pen, ui, kind, place, |pen, ui| {
            let question = RichText::new(pen.say(words::question(place)));
            ui.label(
                question
                    .font(theme::semibold(theme::BODY))
                    .color(pen.theme().ink),
            );
            let field = (Id::new(("rung", place)), label.as_str());
            if text_ui(pen.theme(), ui, field, text, meaning.rung == Some(place)) {
                more = Some(place + 1);
            }
        });
    }
    if meaning.rung.is_some_and(|rung| rung < count) {
        meaning.rung = None;
    }
    let full = count >= Ladder::MOST;
    let slot = ui.painter().add(egui::Shape::Noop);
    let row = ui.horizontal(|ui| {
        ui.add_space(RAIL + 8.0);
        if !full && chip_ui(pen.theme(), ui, pen.say(words::WHY), false).clicked() {
            more = Some(count);
        }
        if count > 2 {
            let last = words::rung(count - 1, pen.cx.language());
            let remove = actor_words::of(pen.say(answer::REMOVE), &last);
            if icon_button_ui(pen.theme(), ui, icon::REMOVE, &remove).clicked() {
                removed = true;
            }
        }
    });
    if removed {
        ladder.rungs.pop();
    }
    let rect = row.response.rect;
    let x = rect.left() + RAIL / 2.0;
    let line = Stroke::new(2.0 * pen.theme().outline, pen.theme().hairline);
    let rail = egui::Shape::vline(x, rect.top() - 6.0..=rect.bottom() + 8.0, line);
    ui.painter().set(slot, rail);
    ui.add_space(4.0);
    if let Some(next) = more {
        if next >= ladder.rungs.len() && !full {
            ladder.rungs.push(String::new());
        }
        meaning.rung = Some(next);
        ui.ctx().request_repaint();
    }
}

/// Draws a rung beside the rail, with the word for how deep it lies.
fn rung_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    kind: InterestKind,
    place: usize,
    body: impl FnOnce(&mut Pen<'_>, &mut Ui),
) {
    let theme = pen.theme();
    let slot = ui.painter().add(egui::Shape::Noop);
    let row = ui.horizontal_top(|ui| {
        ui.add_space(RAIL + 8.0);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            remark_ui(theme, ui, pen.say(words::depth(kind)));
            body(pen, ui);
        });
    });
    ui.add_space(6.0);
    let rect = row.response.rect;
    let centre = egui::pos2(rect.left() + RAIL / 2.0, rect.top() + 20.0);
    let line = Stroke::new(2.0 * theme.outline, theme.hairline);
    let top = if place == 0 {
        centre.y
    } else {
        rect.top() - 6.0
    };
    let end = if kind == InterestKind::Value {
        centre.y
    } else {
        rect.bottom() + 6.0
    };
    ui.painter()
        .set(slot, egui::Shape::vline(centre.x, top..=end, line));
    disc(ui, theme, centre, kind, place);
}

fn disc(ui: &Ui, theme: &Theme, centre: egui::Pos2, kind: InterestKind, place: usize) {
    let painter = ui.painter();
    let (fill, ink) = match kind {
        InterestKind::Value => (theme.bridge, theme.on_mark),
        InterestKind::Position | InterestKind::Interest | InterestKind::Drive => {
            (theme.soft, theme.ink)
        }
    };
    painter.circle_filled(centre, 12.0, fill);
    let (sign, font) = match kind {
        InterestKind::Value => (icon::VALUES.to_owned(), theme::icon(14.0)),
        InterestKind::Position | InterestKind::Interest | InterestKind::Drive => {
            ((place + 1).to_string(), theme::bold(12.5))
        }
    };
    painter.text(centre, egui::Align2::CENTER_CENTER, sign, font, ink);
}

/// Draws a field of the ladder; says whether Enter left it.
fn text_ui(
    theme: &Theme,
    ui: &mut Ui,
    (id, label): (Id, &str),
    text: &mut String,
    wants_focus: bool,
) -> bool {
    let response = ui.add(
        egui::TextEdit::multiline(text)
            .id(id)
            .desired_rows(1)
            .return_key(None)
            .margin(Margin::symmetric(8, 5))
            .font(theme::regular(theme::BODY))
            .text_color(theme.ink)
            .hint_text(RichText::new("…").color(theme.faint))
            .desired_width(f32::INFINITY),
    );
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_label(label));
    if wants_focus {
        response.request_focus();
    }
    response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

fn worth_ui(pen: &mut Pen<'_>, ui: &mut Ui, meaning: &mut Meaning, ladder: &mut Ladder) {
    let count = ladder.rungs.len();
    rung_ui(pen, ui, InterestKind::Value, count, |pen, ui| {
        let question = pen.say(words::WORTH);
        let text = RichText::new(question).font(theme::semibold(theme::BODY));
        ui.add(egui::Label::new(text.color(pen.theme().ink)).wrap());
        let mut next = None;
        for (place, name) in ladder.values.iter_mut().enumerate() {
            let label = format!(
                "{} {}",
                pen.say(words::depth(InterestKind::Value)),
                place + 1
            );
            let field = (Id::new(("worth", place)), label.as_str());
            let focus = meaning.rung == Some(count + place);
            if text_ui(pen.theme(), ui, field, name, focus) && !name.trim().is_empty() {
                next = Some(place + 1);
            }
            if focus {
                meaning.rung = None;
            }
        }
        let known: Vec<&str> = pen
            .cx
            .now()
            .values
            .iter()
            .map(|it| it.name.as_str())
            .collect();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for name in known {
                let place = ladder.values.iter().position(|it| fold(it) == fold(name));
                if chip_ui(pen.theme(), ui, name, place.is_some()).clicked() {
                    take(ladder, name, place);
                }
            }
        });
        if let Some(place) = next {
            if place >= ladder.values.len() {
                ladder.values.push(String::new());
            }
            meaning.rung = Some(count + place);
            ui.ctx().request_repaint();
        }
    });
}

/// Takes a value of the map in, or out again.
fn take(ladder: &mut Ladder, name: &str, place: Option<usize>) {
    if let Some(place) = place {
        ladder.values.remove(place);
        if ladder.values.is_empty() {
            ladder.values.push(String::new());
        }
    } else if let Some(slot) = ladder.values.iter_mut().find(|it| it.trim().is_empty()) {
        name.clone_into(slot);
    } else {
        ladder.values.push(name.to_owned());
    }
}

/// Draws the button that turns the problem into values; says whether it was pressed.
fn turn_ui(pen: &mut Pen<'_>, ui: &mut Ui, ladder: &Ladder) -> bool {
    let theme = pen.theme();
    let mut done = false;
    ui.horizontal_wrapped(|ui| {
        ui.add_space(RAIL + 8.0);
        let text = RichText::new(pen.say(words::TURN))
            .font(theme::semibold(theme::BODY))
            .color(theme.on_accent);
        let button = egui::Button::new(text)
            .fill(theme.accent)
            .min_size(vec2(0.0, 34.0));
        let pressed = ui.add_enabled(ladder.complete(), button).clicked();
        if pressed && let Some(edit) = ladder.turned(pen.cx.now(), pen.out.ids()) {
            pen.edit(edit);
            pen.send(Request::Say(pen.say(words::TURNED).to_owned()));
            done = true;
        }
        if quiet_button_ui(theme, ui, pen.say(words::START_AGAIN)).clicked() {
            done = true;
        }
    });
    if !ladder.complete() {
        ui.horizontal_wrapped(|ui| {
            ui.add_space(RAIL + 8.0);
            remark_ui(theme, ui, pen.say(words::TURN_MISSING));
        });
    }
    done
}

/// Draws the values that are wanted, in their order.
fn wanted_ui(pen: &Pen<'_>, ui: &mut Ui) {
    let now = pen.cx.now();
    let theme = pen.theme();
    if now.purpose.values.is_empty() {
        return;
    }
    rule_ui(theme, ui);
    remark_ui(theme, ui, pen.say(words::WANTED));
    for (place, value) in now.purpose.values.iter().enumerate() {
        let name = now.values.get(*value).map_or("–", |it| it.name.as_str());
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(RAIL, 26.0), Sense::hover());
            ui.painter().circle_filled(rect.center(), 10.0, theme.soft);
            ui.painter().text(
                rect.center(),
                egui::Align2::CENTER_CENTER,
                (place + 1).to_string(),
                theme::bold(12.5),
                theme.ink,
            );
            ui.label(name);
        });
    }
}
