//! The keys of the quick line.

use eframe::egui::{self, Event, Key, Modifiers, Ui};

use super::super::quick_chips;
use super::{QuickLine, Wants, field_id, is_list};
use crate::model::{Actor, Arena, Term};
use crate::session::quick::{Ground, Understood};
use crate::text::entering as words;
use crate::ui::cx::{Cx, Outbox, Request};

/// Catches a paste of several lines, which the field would fold into one.
pub(super) fn take_paste(ui: &Ui, quick: &mut QuickLine) {
    let pasted = ui.input_mut(|input| {
        let place = input
            .events
            .iter()
            .position(|event| matches!(event, Event::Paste(text) if is_list(text)))?;
        match input.events.remove(place) {
            Event::Paste(text) => Some(text),
            _ => None,
        }
    });
    if let Some(text) = pasted {
        quick.forget_choices();
        quick.pasted = Some(text);
    }
}

pub(super) fn keys(
    cx: &Cx<'_>,
    ui: &Ui,
    quick: &mut QuickLine,
    understood: &Understood,
    offers: &[&Actor],
    out: &mut Outbox,
) {
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if pressed(Modifiers::NONE, Key::Escape) {
        if quick.is_empty() {
            ui.memory_mut(|memory| memory.surrender_focus(field_id()));
        }
        quick.empty();
    }
    if let Some(last) = offers.len().checked_sub(1) {
        if pressed(Modifiers::NONE, Key::ArrowDown) {
            quick.completion = Some(quick.completion.map_or(0, |at| (at + 1).min(last)));
        }
        if pressed(Modifiers::NONE, Key::ArrowUp) {
            quick.completion = quick.completion.and_then(|at| at.checked_sub(1));
        }
    } else {
        quick.completion = None;
    }
    if pressed(Modifiers::SHIFT, Key::Tab) {
        ui.memory_mut(|memory| memory.move_focus(egui::FocusDirection::Previous));
    }
    if pressed(Modifiers::NONE, Key::Tab) {
        // The chips stand above the field and come after it.
        if understood.is_empty() || understood.list {
            ui.memory_mut(|memory| memory.move_focus(egui::FocusDirection::Next));
        } else {
            quick.wants = Wants::FirstChip;
        }
    }
    if let Some(place) = quick_chips::asked_subject(cx, understood, &quick.choices) {
        arena_keys(cx, ui, quick, understood, place);
    }
    let with_letters = ui.input(|input| {
        let letters = |event: &Event| matches!(event, Event::Text(_));
        input.events.iter().any(letters)
    });
    let entered = pressed(Modifiers::NONE, Key::Enter) || std::mem::take(&mut quick.entered);
    if entered && with_letters {
        quick.entered = true;
        ui.ctx().request_repaint();
    } else if entered {
        match quick.completion.and_then(|at| offers.get(at)) {
            Some(actor) => complete(quick, understood, actor),
            None => place(cx, quick, understood, out),
        }
    }
}

/// Chooses an arena by Alt and a number, or the next one by Ctrl and an arrow.
fn arena_keys(cx: &Cx<'_>, ui: &Ui, quick: &mut QuickLine, understood: &Understood, place: usize) {
    let arenas = quick_chips::arenas(cx);
    let chosen = understood
        .subjects
        .get(place)
        .and_then(|subject| quick.choices.arena(place, subject));
    let at = arenas
        .iter()
        .position(|arena| Some(arena) == chosen.as_ref());
    let numbers = [
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
        Key::Num7,
        Key::Num8,
    ];
    let mut next: Option<&Term<Arena>> = None;
    for (number, key) in numbers.into_iter().enumerate() {
        if ui.input_mut(|input| input.consume_key(Modifiers::ALT, key)) {
            next = arenas.get(number);
        }
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::ArrowRight)) {
        next = arenas.get(at.map_or(0, |at| (at + 1) % arenas.len()));
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::ArrowLeft)) {
        let last = arenas.len().saturating_sub(1);
        next = arenas.get(at.map_or(last, |at| at.checked_sub(1).unwrap_or(last)));
    }
    if let Some(next) = next {
        quick.choices.arenas.insert(place, Some(next.clone()));
    }
}

/// Puts the name of an actor in the place of what was typed of it.
pub(super) fn complete(quick: &mut QuickLine, understood: &Understood, actor: &Actor) {
    if let Some(last) = understood.subjects.last()
        && let Some(start) = quick.line.rfind(&last.name)
    {
        quick
            .line
            .replace_range(start..start + last.name.len(), &actor.name);
    } else {
        quick.line.clone_from(&actor.name);
    }
    quick.completion = None;
    quick.wants = Wants::Field;
}

pub(super) fn place(cx: &Cx<'_>, quick: &mut QuickLine, understood: &Understood, out: &mut Outbox) {
    if understood.is_empty() {
        return;
    }
    let ground = Ground {
        now: cx.now(),
        issue: cx.issue().map(|issue| issue.id),
        new_issue: cx.say(words::NEW_ISSUE),
    };
    match understood.made(&quick.choices, ground, out.ids()) {
        Ok(made) => {
            match made.edit {
                Some(edit) => out.edit(edit),
                None => out.send(Request::Say(cx.say(words::NOTHING_NEW).to_owned())),
            }
            out.send(Request::Select(made.selection));
            quick.empty();
        }
        Err(trouble) => quick.error = Some(words::trouble(&trouble, cx.language())),
    }
}
