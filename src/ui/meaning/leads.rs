//! Who is on the map where the problem leads, and who where the value leads.

use std::collections::BTreeSet;

use eframe::egui::{RichText, Sense, Ui, vec2};

use super::perspectives::chips_ui;
use crate::model::ActorId;
use crate::session::meaning::leads::{Leads, leads};
use crate::text::Text;
use crate::text::meaning as shared_words;
use crate::text::meaning::value as words;
use crate::ui::cx::Request;
use crate::ui::meaning::Page;
use crate::ui::theme;
use crate::ui::view::Panel;
use crate::ui::widget::{Pen, Segment, quiet_button_ui, remark_ui, rule_ui, segments_ui};

/// Draws the page.
pub(super) fn leads_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let cx = pen.cx;
    let now = cx.now();
    remark_ui(pen.theme(), ui, pen.say(words::LEADS_ABOUT));
    if now.actors.is_empty() {
        ui.label(pen.say(words::NO_ACTORS));
        return;
    }
    what_ui(pen, ui);
    let found = leads(now, cx.issue().map(|issue| issue.id));
    let told = words::difference(
        found.only_value.len(),
        found.only_problem.len(),
        found.both.len(),
        cx.language(),
    );
    ui.add_space(4.0);
    let text = RichText::new(told).font(theme::semibold(15.5));
    ui.label(text.color(pen.theme().ink));
    ui.add_space(4.0);
    highlight_ui(pen, ui, &found);
    let lists = [
        (words::ONLY_VALUE, &found.only_value),
        (words::EITHER, &found.both),
        (words::ONLY_PROBLEM, &found.only_problem),
        (words::NEITHER, &found.neither),
    ];
    for (place, (head, actors)) in lists.into_iter().enumerate() {
        list_ui(pen, ui, place, head, actors);
    }
    rule_ui(pen.theme(), ui);
    remark_ui(pen.theme(), ui, pen.say(words::LEADS_HOW));
}

/// Draws the problem and the values that are wanted.
fn what_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let cx = pen.cx;
    let now = cx.now();
    let problem = now.purpose.problem.open_text();
    let problem = problem.or_else(|| cx.issue().map(|issue| issue.name.as_str()));
    let wanted: Vec<&str> = now
        .purpose
        .values
        .iter()
        .filter_map(|value| Some(now.values.get(*value)?.name.as_str()))
        .collect();
    for (head, text) in [
        (words::PROBLEM_LEADS, problem.unwrap_or("–").to_owned()),
        (
            words::VALUE_LEADS,
            shared_words::names(&wanted, cx.language()),
        ),
    ] {
        ui.horizontal_wrapped(|ui| {
            remark_ui(pen.theme(), ui, pen.say(head));
            ui.label(if text.is_empty() { "–" } else { &text });
        });
    }
    if wanted.is_empty() {
        ui.label(pen.say(words::NO_WANTED));
        let label = pen.say(shared_words::LADDER.text);
        if quiet_button_ui(pen.theme(), ui, label).clicked() {
            pen.send(Request::Panel(Panel::Meaning(Page::Ladder)));
        }
    }
}

/// Draws the choice of which of the two maps is lit up.
fn highlight_ui(pen: &mut Pen<'_>, ui: &mut Ui, found: &Leads) {
    let lit = &pen.cx.view.lit;
    let maps = [found.problem(), found.value()];
    let labels = [words::PROBLEM_LEADS, words::VALUE_LEADS];
    let segments: Vec<Segment<'_>> = labels
        .iter()
        .zip(&maps)
        .map(|(label, actors)| Segment {
            label: pen.say(*label),
            chosen: !actors.is_empty() && actors == lit,
        })
        .collect();
    remark_ui(pen.theme(), ui, pen.say(shared_words::LIGHT_UP));
    if let Some(place) = segments_ui(pen.theme(), ui, &segments)
        && let Some(actors) = maps.get(place)
    {
        let off = actors == lit;
        let wanted = actors.iter().copied().filter(|_| !off).collect();
        pen.send(Request::LightUp(wanted));
    }
}

fn list_ui(pen: &mut Pen<'_>, ui: &mut Ui, place: usize, head: Text, actors: &BTreeSet<ActorId>) {
    if actors.is_empty() {
        return;
    }
    rule_ui(pen.theme(), ui);
    ui.horizontal(|ui| {
        sign_ui(pen, ui, place);
        let label = format!("{} · {}", pen.say(head), actors.len());
        if quiet_button_ui(pen.theme(), ui, &label).clicked() {
            pen.send(Request::LightUp(actors.iter().copied().collect()));
        }
    });
    chips_ui(pen, ui, actors.iter().copied());
}

/// Draws two circles of which the filled ones say where an actor is: at the left the problem, at the right the value.
fn sign_ui(pen: &Pen<'_>, ui: &mut Ui, place: usize) {
    let theme = pen.theme();
    let (rect, _) = ui.allocate_exact_size(vec2(30.0, 24.0), Sense::hover());
    let line = eframe::egui::Stroke::new(1.5 * theme.outline, theme.dim);
    let filled = match place {
        0 => [false, true],
        1 => [true, true],
        2 => [true, false],
        _ => [false, false],
    };
    for (on, shift) in filled.into_iter().zip([-6.5, 6.5]) {
        let centre = rect.center() + vec2(shift, 0.0);
        if on {
            ui.painter().circle_filled(centre, 5.5, theme.ink);
        } else {
            ui.painter().circle_stroke(centre, 5.0, line);
        }
    }
}
