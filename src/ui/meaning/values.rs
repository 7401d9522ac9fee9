//! Actors by values, what the chosen cell and value say, and who makes a value already.

use eframe::egui::{self, Id, RichText, Sense, Ui, vec2};

use super::grid::{dots, grid_ui, tick, zigzag};
use super::{Meaning, Page, label_of, labels_of};
use crate::edit::{Edit, Entry};
use crate::model::{Actor, Note, Unknown, Value, ValueId};
use crate::session::meaning::makers;
use crate::session::meaning::values::{Column, Grid};
use crate::text::meaning as shared_words;
use crate::text::meaning::value as words;
use crate::ui::cx::Request;
use crate::ui::theme;
use crate::ui::view::Panel;
use crate::ui::widget::{
    Field, Look, Pen, Segment, arena_shape, field_ui, head_ui, label_ui, quiet_button_ui,
    remark_ui, rule_ui, segments_ui, toggle_ui,
};

/// Draws the page.
pub(super) fn values_ui(pen: &mut Pen<'_>, ui: &mut Ui, meaning: &mut Meaning) {
    let now = pen.cx.now();
    follow(pen, meaning);
    if now.values.is_empty() {
        ui.label(pen.say(words::NO_VALUES));
        new_value_ui(pen, ui);
        if quiet_button_ui(pen.theme(), ui, pen.say(words::FROM_PROBLEM)).clicked() {
            pen.send(Request::Panel(Panel::Meaning(Page::Ladder)));
        }
        return;
    }
    remark_ui(pen.theme(), ui, pen.say(words::ABOUT));
    let grid = Grid::of(now);
    if grid.actors.is_empty() {
        ui.label(pen.say(words::NO_ACTORS));
    } else {
        grid_ui(pen, ui, meaning, &grid);
        key_ui(pen, ui);
    }
    cell_ui(pen, ui, meaning);
    let chosen = meaning.value.and_then(|id| now.values.get(id));
    if let Some(value) = chosen.or_else(|| now.values.first()) {
        let column = grid.column(value.id).cloned().unwrap_or_default();
        value_ui(pen, ui, value, &column);
    }
    candidates_ui(pen, ui, meaning.value);
    rule_ui(pen.theme(), ui);
    new_value_ui(pen, ui);
}

/// Lets go of what is no longer on the map.
fn follow(pen: &Pen<'_>, meaning: &mut Meaning) {
    let now = pen.cx.now();
    meaning.value = meaning.value.filter(|value| now.values.contains(*value));
    meaning.cell = meaning
        .cell
        .filter(|(actor, value)| now.actors.contains(*actor) && now.values.contains(*value));
}

fn new_value_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let label = pen.say(words::NEW_VALUE);
    let field = Field::new(Id::new("meaning new value"), label, Look::Add);
    field_ui(pen, ui, field, "", |name, out| {
        Ok(Edit::Value(Entry::Put(Box::new(Value {
            id: out.fresh_id(),
            name,
            meaning: Note::default(),
            unknown: Unknown::default(),
        }))))
    });
}

/// A sign of the matrix.
#[derive(Debug, Clone, Copy)]
enum Sign {
    Weight,
    Makes,
    Strain,
}

/// Draws what the signs of the matrix mean.
fn key_ui(pen: &Pen<'_>, ui: &mut Ui) {
    let theme = pen.theme();
    ui.add_space(2.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (wide, label, sign) in [
            (28.0, words::KEY_WEIGHT, Sign::Weight),
            (18.0, words::KEY_MAKES, Sign::Makes),
            (20.0, words::KEY_STRAIN, Sign::Strain),
        ] {
            let (rect, _) = ui.allocate_exact_size(vec2(wide, 20.0), Sense::hover());
            match sign {
                Sign::Weight => dots(ui, theme, rect.center(), 2),
                Sign::Makes => ui.painter().extend(tick(theme, rect.center())),
                Sign::Strain => ui.painter().extend(zigzag(theme, rect.center())),
            }
            remark_ui(theme, ui, pen.say(label));
            ui.add_space(8.0);
        }
        let guess = RichText::new("?").font(theme::bold(theme::REMARK));
        ui.label(guess.color(theme.dim));
        remark_ui(theme, ui, pen.say(words::KEY_GUESS));
    });
    remark_ui(theme, ui, pen.say(words::KEYS));
}

/// Draws the chosen cell: weight, making, and why in the actor's own words.
fn cell_ui(pen: &mut Pen<'_>, ui: &mut Ui, meaning: &Meaning) {
    let Some((id, value)) = meaning.cell else {
        return;
    };
    let now = pen.cx.now();
    let (Some(actor), Some(named)) = (now.actors.get(id), now.values.get(value)) else {
        return;
    };
    rule_ui(pen.theme(), ui);
    let head = format!("{} · {}", actor.label(), named.name);
    head_ui(pen.theme(), ui, &head);
    let held = actor.values.get(&value);
    let weight = held.map(|held| held.importance.get());
    let choices = [
        (words::NOT_ASKED, None),
        (words::WEIGHT_1, Some(1)),
        (words::WEIGHT_2, Some(2)),
        (words::WEIGHT_3, Some(3)),
    ];
    let segments = choices.map(|(label, of)| Segment {
        label: pen.say(label),
        chosen: of == weight,
    });
    remark_ui(pen.theme(), ui, pen.say(words::WEIGHT));
    if let Some(place) = segments_ui(pen.theme(), ui, &segments)
        && let Some((_, of)) = choices.get(place)
    {
        pen.edit(makers::weighed(now, id, value, *of));
    }
    let makes = held.is_some_and(|held| held.creates);
    let label = pen.say(words::MAKES);
    if let Some(makes) = toggle_ui(pen.theme(), ui, label, makes) {
        pen.edit(makers::making(now, id, value, makes));
    }
    let label = pen.say(words::REASON);
    label_ui(pen.theme(), ui, label);
    let reason = makers::reason(actor, value).map_or("", |(_, it)| it.text.as_str());
    let field = Field::new(Id::new(("value reason", id, value)), label, Look::Quote);
    egui::Frame::NONE
        .inner_margin(egui::Margin::symmetric(8, 0))
        .show(ui, |ui| {
            field_ui(pen, ui, field.hint("…"), reason, |text, _| {
                Ok(makers::reasoned(actor, value, &text))
            });
        });
}

/// Draws what there is to say of the chosen value: who makes it, where it meets and where it strains.
fn value_ui(pen: &mut Pen<'_>, ui: &mut Ui, value: &Value, column: &Column) {
    let cx = pen.cx;
    let language = cx.language();
    rule_ui(pen.theme(), ui);
    let head = RichText::new(&value.name).font(theme::bold(16.0));
    ui.label(head.color(pen.theme().ink));
    if column.makers.is_empty() {
        ui.label(pen.say(words::NOBODY_MAKES));
    } else {
        let names = labels_of(cx, column.makers.iter().copied());
        let told = words::makers(&shared_words::names(&names, language), language);
        ui.label(told);
        let label = pen.say(shared_words::LIGHT_UP);
        if quiet_button_ui(pen.theme(), ui, label).clicked() {
            pen.send(Request::LightUp(column.makers.clone()));
        }
    }
    let told = words::overlap(column.weigh.len(), column.n_arenas, language);
    ui.horizontal_wrapped(|ui| {
        remark_ui(pen.theme(), ui, pen.say(words::OVERLAP));
        ui.label(told);
    });
    for strain in &column.strains {
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(20.0, 22.0), Sense::hover());
            ui.painter().extend(zigzag(pen.theme(), rect.center()));
            let (heavy, light) = (label_of(cx, strain.heavy), label_of(cx, strain.light));
            let told = words::strain(heavy, light, strain.conflict, language);
            let told = format!("{}: {told}", pen.say(words::TENSION));
            let line = ui.add(egui::Button::new(told).frame(false).wrap());
            if line.clicked() {
                pen.send(Request::LightUp(vec![strain.heavy, strain.light]));
            }
        });
    }
    who_makes_ui(pen, ui, value);
}

fn who_makes_ui(pen: &mut Pen<'_>, ui: &mut Ui, value: &Value) {
    ui.add_space(4.0);
    head_ui(pen.theme(), ui, pen.say(words::WHO_MAKES));
    let label = words::who_makes(&value.name, pen.cx.language());
    let id: (&str, ValueId) = ("who makes", value.id);
    let field = Field::new(Id::new(id), &label, Look::Add);
    let now = pen.cx.now();
    let nothing = pen.say(words::NO_ACTORS);
    field_ui(pen, ui, field, "", |names, out| {
        makers::candidates(now, value.id, &names, out.ids()).ok_or_else(|| nothing.to_owned())
    });
    remark_ui(pen.theme(), ui, pen.say(words::WHO_MAKES_ABOUT));
}

/// Draws who stands on the map in grey, to be confirmed or dropped.
fn candidates_ui(pen: &mut Pen<'_>, ui: &mut Ui, value: Option<ValueId>) {
    let waiting = makers::waiting(pen.cx.now(), value);
    if waiting.is_empty() {
        return;
    }
    rule_ui(pen.theme(), ui);
    head_ui(pen.theme(), ui, pen.say(words::CANDIDATES));
    remark_ui(pen.theme(), ui, pen.say(words::CANDIDATE_ABOUT));
    for actor in waiting {
        candidate_ui(pen, ui, actor);
    }
}

fn candidate_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    let theme = pen.theme();
    ui.horizontal_wrapped(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(20.0, 28.0), Sense::hover());
        let arena = pen.cx.now().arena_of(actor);
        ui.painter()
            .add(arena_shape(theme, arena, rect.center(), 7.0));
        ui.label(RichText::new(actor.label()).color(theme.dim));
        ui.add_space(8.0);
        let label = words::of(pen.say(words::CONFIRM), actor.label());
        if quiet_button_ui(theme, ui, &label).clicked() {
            pen.edit(makers::confirmed(actor.id));
        }
        ui.add_space(8.0);
        let label = words::of(pen.say(words::DROP), actor.label());
        if quiet_button_ui(theme, ui, &label).clicked() {
            pen.edit(makers::dropped(actor.id));
        }
    });
}

/// Draws that an actor is not at the table yet, with the choice to confirm or drop it.
pub(crate) fn seat_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    if !actor.candidate {
        return;
    }
    let theme = pen.theme();
    egui::Frame::new()
        .fill(theme.field)
        .corner_radius(8)
        .inner_margin(egui::Margin::symmetric(12, 6))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            head_ui(theme, ui, pen.say(words::CANDIDATES));
            remark_ui(theme, ui, pen.say(words::CANDIDATE_ABOUT));
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 24.0;
                if quiet_button_ui(theme, ui, pen.say(words::CONFIRM)).clicked() {
                    pen.edit(makers::confirmed(actor.id));
                }
                if quiet_button_ui(theme, ui, pen.say(words::DROP)).clicked() {
                    pen.edit(makers::dropped(actor.id));
                }
            });
        });
}
