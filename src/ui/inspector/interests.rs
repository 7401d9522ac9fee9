//! The interests of an actor: a ranked list.

use eframe::egui::{self, Key, Modifiers, Sense, Stroke, Ui};

use super::actor::number_ui;
use super::field_id;
use crate::edit::{ActorChange, Edit, ListChange};
use crate::model::{Actor, Interest, InterestKind, ValueId};
use crate::text::inspector::{actor as words, answer};
use crate::text::terms::Named as _;
use crate::ui::theme;
use crate::ui::widget::{
    Band, Choice, Field, Look, Pen, Picked, Picker, PrivateText, Segment, block_ui, certainty_ui,
    field_ui, icon, icon_button_ui, inset, pick_ui, private_band_ui, quiet_button_ui, remark_ui,
    segments_ui, toggle_ui,
};

fn change(actor: &Actor, change: ListChange<Interest>) -> Edit {
    Edit::Actor(actor.id, ActorChange::Interest(change))
}

/// Draws the ranked interests with a field for the next.
pub(super) fn interests_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    block_ui(pen, ui, pen.say(words::INTERESTS), |pen, ui| {
        let mut rows = Vec::new();
        let mut dragged = None;
        for (place, interest) in actor.interests.iter().enumerate() {
            let (rect, drag) = row_ui(pen, ui, actor, place, interest);
            rows.push(rect);
            if drag.dragged() || drag.drag_stopped() {
                dragged = Some((place, drag));
            }
        }
        if let Some((from, drag)) = dragged {
            drop_ui(pen, ui, actor, from, &drag, &rows);
        }
        let label = pen.say(words::NEW_INTEREST);
        let field = Field::new(field_id(actor.id, "new interest"), label, Look::Add);
        field_ui(pen, ui, field, "", |text, _| {
            Ok(change(actor, ListChange::Add(Interest::new(text))))
        });
    });
}

/// Shows where a dragged entry would land, and moves it when it is let go.
fn drop_ui(
    pen: &mut Pen<'_>,
    ui: &Ui,
    actor: &Actor,
    from: usize,
    drag: &egui::Response,
    rows: &[egui::Rect],
) {
    let Some(pos) = drag.interact_pointer_pos() else {
        return;
    };
    let above = rows.iter().filter(|row| row.center().y < pos.y).count();
    let to = if above > from { above - 1 } else { above };
    if drag.drag_stopped() {
        if to != from {
            pen.edit(change(actor, ListChange::Move(from, to)));
        }
        return;
    }
    let line = rows
        .get(above)
        .map(egui::Rect::top)
        .or_else(|| rows.last().map(egui::Rect::bottom));
    if let (Some(y), Some(row)) = (line, rows.first()) {
        let stroke = Stroke::new(2.0 * pen.theme().outline, pen.theme().accent);
        ui.painter().hline(row.x_range(), y, stroke);
    }
}

fn row_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    actor: &Actor,
    place: usize,
    interest: &Interest,
) -> (egui::Rect, egui::Response) {
    let field = entry_id(actor, place);
    take_order_keys(pen, ui, actor, place, interest);
    let row = ui.horizontal_top(|ui| {
        let drag = number_ui(pen, ui, place + 1, Sense::drag());
        let room = (ui.available_width() - 25.0).max(60.0);
        ui.allocate_ui(egui::vec2(room, theme::ROW), |ui| {
            text_ui(pen, ui, actor, place, interest);
        });
        let more = answer::more(
            &words::interest(place + 1, pen.cx.language()),
            pen.cx.language(),
        );
        if icon_button_ui(pen.theme(), ui, icon::MORE, &more).clicked() {
            pen.memory.toggle_detail(field);
        }
        drag.on_hover_cursor(egui::CursorIcon::Grab)
    });
    if pen.memory.detail == Some(field) {
        inset(ui, |ui| details_ui(pen, ui, actor, place, interest));
    }
    (row.response.rect, row.inner)
}

fn entry_id(actor: &Actor, place: usize) -> egui::Id {
    field_id((actor.id, place), "interest")
}

fn text_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor, place: usize, interest: &Interest) {
    let id = entry_id(actor, place);
    if interest.hidden && pen.memory.detail != Some(id) {
        let texts = [PrivateText::plain(&interest.text)];
        let head = pen.say(words::HIDDEN);
        private_band_ui(pen, ui, Band::Within, id.with("band"), head, &texts);
        return;
    }
    let label = words::interest(place + 1, pen.cx.language());
    let mut field = Field::new(id, &label, Look::Entry);
    if interest.hidden {
        field = field.concealed().hint(pen.say(answer::CONCEALED));
    }
    field_ui(pen, ui, field, &interest.text, |text, _| {
        Ok(change(
            actor,
            ListChange::Set(
                place,
                Interest {
                    text,
                    ..interest.clone()
                },
            ),
        ))
    });
}

/// Moves the entry that has the keyboard by Alt and an arrow, together with what was typed in it.
fn take_order_keys(pen: &mut Pen<'_>, ui: &Ui, actor: &Actor, place: usize, interest: &Interest) {
    let id = entry_id(actor, place);
    if !ui.memory(|memory| memory.has_focus(id)) {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
    let to = if pressed(Key::ArrowUp) {
        place.checked_sub(1)
    } else if pressed(Key::ArrowDown) {
        Some(place + 1).filter(|to| *to < actor.interests.len())
    } else {
        None
    };
    let Some(to) = to else { return };
    let moved = change(actor, ListChange::Move(place, to));
    let edit = match pen.memory.drafts.take(id) {
        Some(text) => {
            let after = Interest {
                text: text.trim().to_owned(),
                ..interest.clone()
            };
            Edit::Many(vec![change(actor, ListChange::Set(place, after)), moved])
        }
        None => moved,
    };
    pen.edit(edit);
    ui.memory_mut(|memory| memory.request_focus(entry_id(actor, to)));
}

fn details_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor, place: usize, interest: &Interest) {
    let language = pen.cx.language();
    let with = |set: &dyn Fn(&mut Interest)| {
        let mut after = interest.clone();
        set(&mut after);
        change(actor, ListChange::Set(place, after))
    };
    remark_ui(pen.theme(), ui, pen.say(words::DEPTH));
    let kinds: Vec<_> = InterestKind::ALL
        .iter()
        .map(|kind| Segment {
            label: kind.word(language),
            chosen: interest.kind == *kind,
        })
        .collect();
    if let Some(clicked) = segments_ui(pen.theme(), ui, &kinds) {
        let kind = InterestKind::ALL.get(clicked).copied();
        let edit = with(&|after| after.kind = kind.unwrap_or(after.kind));
        pen.edit(edit);
    }
    let id = entry_id(actor, place);
    if let Some(picked) = value_ui(pen, ui, id.with("value"), interest.value) {
        let value = picked.one();
        let edit = with(&|after| after.value = value);
        pen.edit(edit);
    }
    if let Some(picked) = certainty_ui(pen, ui, interest.certainty) {
        let certainty = picked.one();
        let edit = with(&|after| after.certainty = certainty);
        pen.edit(edit);
    }
    let field = Field::new(id.with("source"), answer::SOURCE.get(language), Look::Line);
    field_ui(pen, ui, field, &interest.source, |source, _| {
        Ok(with(&|after| after.source.clone_from(&source)))
    });
    let label = pen.say(words::HIDDEN_TOGGLE);
    if let Some(hidden) = toggle_ui(pen.theme(), ui, label, interest.hidden) {
        let edit = with(&|after| after.hidden = hidden);
        pen.edit(edit);
    }
    order_ui(pen, ui, actor, place);
}

fn order_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor, place: usize) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let theme = pen.theme();
        let mut to = None;
        if icon_button_ui(theme, ui, icon::UP, pen.say(words::EARLIER)).clicked() {
            to = place.checked_sub(1);
        }
        if icon_button_ui(theme, ui, icon::DOWN, pen.say(words::LATER)).clicked() {
            to = Some(place + 1).filter(|to| *to < actor.interests.len());
        }
        if let Some(to) = to {
            pen.edit(change(actor, ListChange::Move(place, to)));
            pen.memory.detail = Some(entry_id(actor, to));
        }
        ui.add_space(12.0);
        if quiet_button_ui(theme, ui, pen.say(answer::REMOVE)).clicked() {
            pen.edit(change(actor, ListChange::Remove(place)));
            pen.memory.detail = None;
        }
    });
}

/// Draws a menu of the values of the map.
pub(super) fn value_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    id: egui::Id,
    value: Option<ValueId>,
) -> Option<Picked<ValueId>> {
    let values = &pen.cx.now().values;
    let choices: Vec<Choice<ValueId>> = values
        .iter()
        .map(|value| Choice {
            label: value.name.clone(),
            what: value.id,
        })
        .collect();
    let shown = value
        .and_then(|value| values.get(value))
        .map_or(pen.say(words::NO_VALUE), |value| value.name.as_str());
    let picker = Picker {
        id,
        label: pen.say(words::VALUE_SERVED),
        shown,
        clear: Some(pen.say(words::NO_VALUE)),
        own: false,
    };
    let mut picked = None;
    ui.horizontal(|ui| {
        remark_ui(pen.theme(), ui, pen.say(words::VALUE_SERVED));
        picked = pick_ui(pen, ui, picker, &choices);
    });
    picked
}
