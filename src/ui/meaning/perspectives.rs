//! Two perspectives beside each other: words, the name of the issue, how they see each other and who only one of them
//! sees.

use std::collections::BTreeSet;

use eframe::egui::{Id, Sense, Ui, vec2};

use super::banner::spoke;
use super::pair::{Words, cell_ui, columns_ui, remark, row_head_ui};
use super::{Meaning, label_of};
use crate::edit::{ActorChange, Edit};
use crate::model::{Actor, ActorId, Note};
use crate::session::meaning::beside::{TwoSights, most_told, two_sights};
use crate::session::meaning::sight::Part;
use crate::text::meaning::perspective as words;
use crate::ui::cx::Request;
use crate::ui::widget::{
    Look, Pen, Picked, Picker, actor_choices, arena_shape, chip_ui, label_ui, pick_ui,
    quiet_button_ui, rule_ui,
};

/// Draws the page.
pub(super) fn perspectives_ui(pen: &mut Pen<'_>, ui: &mut Ui, meaning: &mut Meaning) {
    let cx = pen.cx;
    let now = cx.now();
    if now.actors.len() < 2 {
        ui.label(pen.say(words::TOO_FEW));
        return;
    }
    remark(pen, ui, pen.say(words::ABOUT));
    choose(pen, meaning);
    heads_ui(pen, ui, meaning);
    let (Some(first), Some(second)) = (meaning.pair[0], meaning.pair[1]) else {
        return;
    };
    let both = (now.actors.get(first), now.actors.get(second));
    let (Some(one), Some(other)) = both else {
        return;
    };
    if !spoke(one) && !spoke(other) {
        ui.add_space(4.0);
        ui.label(pen.say(words::INVITE));
    }
    let found = two_sights(now, first, second);
    for part in Part::ALL {
        part_ui(pen, ui, part, [one, other], &found);
    }
    rule_ui(pen.theme(), ui);
    row_head_ui(pen, ui, pen.say(words::EACH_OTHER), None);
    columns_ui(pen, ui, |pen, ui, place| {
        let (who, whom) = if place == 0 {
            (one, other)
        } else {
            (other, one)
        };
        about_ui(pen, ui, who, whom.id);
    });
    others_ui(pen, ui, [one, other]);
    seen_ui(pen, ui, [one, other], &found);
}

/// Begins with the two that are selected, else with those who said most.
fn choose(pen: &Pen<'_>, meaning: &mut Meaning) {
    let now = pen.cx.now();
    for slot in &mut meaning.pair {
        *slot = slot.filter(|actor| now.actors.contains(*actor));
    }
    let selected: Vec<ActorId> = pen.cx.session.selection().actors().collect();
    if let [one, other] = selected.as_slice() {
        let pair = BTreeSet::from([Some(*one), Some(*other)]);
        if BTreeSet::from(meaning.pair) != pair {
            meaning.pair = [Some(*one), Some(*other)];
        }
        return;
    }
    let all = most_told(now).into_iter().chain(now.actors.ids());
    for actor in selected.into_iter().take(1).chain(all) {
        if meaning.pair.contains(&Some(actor)) {
            continue;
        }
        match meaning.pair.iter_mut().find(|slot| slot.is_none()) {
            Some(slot) => *slot = Some(actor),
            None => return,
        }
    }
}

fn heads_ui(pen: &mut Pen<'_>, ui: &mut Ui, meaning: &mut Meaning) {
    let cx = pen.cx;
    let mut pair = meaning.pair;
    columns_ui(pen, ui, |pen, ui, place| {
        let chosen = pair.get(place).copied().flatten();
        let other = pair.get(1 - place).copied().flatten();
        let label = if place == 0 {
            words::FIRST
        } else {
            words::SECOND
        };
        ui.horizontal(|ui| {
            if let Some(actor) = chosen.and_then(|actor| cx.now().actors.get(actor)) {
                let (rect, _) = ui.allocate_exact_size(vec2(22.0, 28.0), Sense::hover());
                let arena = cx.now().arena_of(actor);
                ui.painter()
                    .add(arena_shape(pen.theme(), arena, rect.center(), 9.0));
            }
            let all = cx.now().actors.iter();
            let choices = actor_choices(all.filter(|actor| Some(actor.id) != other));
            let picker = Picker {
                id: Id::new(("perspectives", place)),
                label: pen.say(label),
                shown: chosen.map_or(pen.say(words::CHOOSE), |actor| label_of(cx, actor)),
                clear: None,
                own: false,
            };
            if let Some(Picked::One(actor)) = pick_ui(pen, ui, picker, &choices)
                && let Some(slot) = pair.get_mut(place)
            {
                *slot = Some(actor);
            }
        });
        if let Some(actor) = chosen {
            let look = words::look_as(label_of(cx, actor), cx.language());
            if quiet_button_ui(pen.theme(), ui, &look).clicked() {
                pen.send(Request::Eyes(Some(actor)));
            }
        }
    });
    if pair != meaning.pair {
        meaning.pair = pair;
        // What is selected would choose again.
        pen.send(Request::Select(crate::session::Selection::default()));
    }
}

fn part_ui(pen: &mut Pen<'_>, ui: &mut Ui, part: Part, pair: [&Actor; 2], found: &TwoSights) {
    type Set = fn(Note) -> ActorChange;
    let (set, look): (Set, Look) = match part {
        Part::CallsIt => (ActorChange::CallsIt, Look::Text),
        Part::Quote => (ActorChange::Quote, Look::Quote),
        Part::Sees => (ActorChange::Sees, Look::Text),
        Part::Because => (ActorChange::Because, Look::Text),
    };
    let question = pen.say(words::part(part));
    let other_name = part == Part::CallsIt && found.other_name;
    let sign = other_name.then(|| pen.say(words::OTHER_NAME));
    row_head_ui(pen, ui, question, sign);
    columns_ui(pen, ui, |pen, ui, place| {
        let Some(actor) = pair.get(place) else { return };
        let cell = Words {
            id: Id::new(("perspective", actor.id, part)),
            of: actor.id,
            question,
            look,
            note: part.of(actor),
        };
        cell_ui(pen, ui, &cell, &|note| Edit::Actor(actor.id, set(note)));
    });
}

/// Draws how one sees another.
fn about_ui(pen: &mut Pen<'_>, ui: &mut Ui, who: &Actor, whom: ActorId) {
    let nothing = Note::default();
    let question = words::about(label_of(pen.cx, whom), pen.cx.language());
    let cell = Words {
        id: Id::new(("perspective on", who.id, whom)),
        of: who.id,
        question: &question,
        look: Look::Text,
        note: who.perspective.sees_other.get(&whom).unwrap_or(&nothing),
    };
    cell_ui(pen, ui, &cell, &|note| {
        Edit::Actor(who.id, ActorChange::SeesOther(whom, note))
    });
}

/// Where the third stands of whom both are asked, while neither said anything.
fn asked_id() -> Id {
    Id::new("perspectives asked about")
}

/// Draws how both see the same third.
fn others_ui(pen: &mut Pen<'_>, ui: &mut Ui, pair: [&Actor; 2]) {
    let cx = pen.cx;
    let now = cx.now();
    let mut thirds: BTreeSet<ActorId> = pair
        .iter()
        .flat_map(|actor| actor.perspective.sees_other.keys().copied())
        .collect();
    let asked: Option<ActorId> = ui.data(|data| data.get_temp(asked_id()));
    thirds.extend(asked);
    thirds
        .retain(|third| now.actors.contains(*third) && pair.iter().all(|actor| actor.id != *third));
    for third in &thirds {
        let head = words::about(label_of(cx, *third), cx.language());
        row_head_ui(pen, ui, &head, None);
        columns_ui(pen, ui, |pen, ui, place| {
            if let Some(actor) = pair.get(place) {
                about_ui(pen, ui, actor, *third);
            }
        });
    }
    let open = now.actors.iter().filter(|actor| {
        !thirds.contains(&actor.id) && pair.iter().all(|other| other.id != actor.id)
    });
    let choices = actor_choices(open);
    let picker = Picker {
        id: Id::new("perspectives add"),
        label: pen.say(words::ADD_OTHER),
        shown: pen.say(words::ADD_OTHER),
        clear: None,
        own: false,
    };
    ui.add_space(4.0);
    if let Some(Picked::One(third)) = pick_ui(pen, ui, picker, &choices) {
        ui.data_mut(|data| data.insert_temp(asked_id(), third));
    }
}

/// Draws of whom only one of them speaks, and of whom both do.
fn seen_ui(pen: &mut Pen<'_>, ui: &mut Ui, pair: [&Actor; 2], found: &TwoSights) {
    let language = pen.cx.language();
    rule_ui(pen.theme(), ui);
    row_head_ui(pen, ui, pen.say(words::SPEAKS_OF), None);
    let [one, other] = pair;
    let lists = [
        (words::only(one.label(), language), &found.only_first),
        (words::only(other.label(), language), &found.only_second),
        (pen.say(words::BOTH).to_owned(), &found.both),
    ];
    for (head, actors) in lists {
        label_ui(pen.theme(), ui, &head);
        if actors.is_empty() {
            ui.label(pen.say(words::NOBODY));
            continue;
        }
        chips_ui(pen, ui, actors.iter().copied());
    }
}

/// Draws actors as chips; a click lights one up on the map.
pub(super) fn chips_ui(pen: &mut Pen<'_>, ui: &mut Ui, actors: impl Iterator<Item = ActorId>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for actor in actors {
            let lit = pen.cx.view.lit.contains(&actor);
            if chip_ui(pen.theme(), ui, label_of(pen.cx, actor), lit).clicked() {
                pen.send(Request::LightUp(if lit { Vec::new() } else { vec![actor] }));
            }
        }
    });
}
