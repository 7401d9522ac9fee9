//! The inspector of an actor: name, own words, interests, position and the official's role; the rest folded.

use eframe::egui::{self, Ui};

use super::{courses, features, field_id, forces, interests, role, sensitivities, subject};
use crate::edit::{ActorChange, Edit, MapChange};
use crate::lens::LensPlace;
use crate::model::{Actor, Note};
use crate::text::inspector::actor as words;
use crate::text::inspector::answer::filled;
use crate::text::inspector::{answer, role as role_words};
use crate::text::meaning::perspective;
use crate::ui::cx::Request;
use crate::ui::lens::{binds_learning, section_ui};
use crate::ui::theme;
use crate::ui::widget::{
    Choice, Look, Pen, Picked, Picker, Scale, ScaleLook, answer_row_ui, block_ui, fold_ui, head_ui,
    note_ui, pick_ui, quiet_button_ui, remark_ui, rule_ui, toggle_ui,
};

/// Draws the inspector of an actor.
pub(super) fn actor_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    subject::actor_subject_ui(pen, ui, actor);
    crate::ui::meaning::seat_ui(pen, ui, actor);
    words_ui(pen, ui, actor);
    interests::interests_ui(pen, ui, actor);
    position_ui(pen, ui, actor);
    role_ui(pen, ui, actor);
    forces::forces_ui(pen, ui, actor);
    forces::values_ui(pen, ui, actor);
    section_ui(pen, ui, LensPlace::Actor(actor.id));
    let set = |change| Edit::Actor(actor.id, ActorChange::Sensitivity(change));
    let id = field_id(actor.id, "sensitivities");
    sensitivities::sensitivities_ui(pen, ui, id, &actor.sensitivities, &set);
    more_words_ui(pen, ui, actor);
    forces::frames_ui(pen, ui, actor);
    if !binds_learning(pen.cx) {
        forces::learning_ui(pen, ui, actor);
    }
    features::features_ui(pen, ui, actor);
    features::ties_ui(pen, ui, actor);
    features::groups_ui(pen, ui, actor);
    courses::actor_courses_ui(pen, ui, actor);
    features::notes_ui(pen, ui, actor);
    rule_ui(pen.theme(), ui);
    if quiet_button_ui(pen.theme(), ui, pen.say(words::DELETE)).clicked() {
        pen.edit(Edit::RemoveActor(actor.id));
    }
}

fn words_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    block_ui(pen, ui, "", |pen, ui| {
        let label = pen.say(words::OWN_WORDS);
        note_ui(
            pen,
            ui,
            field_id(actor.id, "quote"),
            label,
            Look::Quote,
            &actor.perspective.quote,
            &|note| Edit::Actor(actor.id, ActorChange::Quote(note)),
        );
        let look = perspective::look_as(actor.label(), pen.cx.language());
        if quiet_button_ui(pen.theme(), ui, &look).clicked() {
            pen.send(Request::Eyes(Some(actor.id)));
        }
    });
}

/// Draws how the actor sees the situation, and the others.
fn more_words_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    let seen = &actor.perspective;
    let given = [&seen.sees, &seen.because, &seen.calls_it]
        .into_iter()
        .filter(|note| !note.is_empty())
        .count();
    let count = filled(given + seen.sees_other.len(), pen.cx.language());
    fold_ui(pen, ui, words::MORE_WORDS, &count, false, |pen, ui| {
        type Set = fn(Note) -> ActorChange;
        let fields: [(_, &str, &Note, Set); 3] = [
            (words::SEES, "sees", &seen.sees, ActorChange::Sees),
            (
                words::BECAUSE,
                "because",
                &seen.because,
                ActorChange::Because,
            ),
            (
                words::CALLS_IT,
                "calls it",
                &seen.calls_it,
                ActorChange::CallsIt,
            ),
        ];
        for (label, field, note, set) in fields {
            let label = pen.say(label);
            let id = field_id(actor.id, field);
            note_ui(pen, ui, id, label, Look::Text, note, &|note| {
                Edit::Actor(actor.id, set(note))
            });
        }
        features::sees_others_ui(pen, ui, actor);
    });
}

fn position_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    let cx = pen.cx;
    block_ui(pen, ui, "", |pen, ui| {
        let Some(issue) = cx.issue() else {
            head_ui(pen.theme(), ui, pen.say(words::POSITION));
            remark_ui(pen.theme(), ui, pen.say(words::NO_ISSUE));
            return;
        };
        if cx.now().issues.len() > 1 {
            issue_ui(pen, ui, &issue.name);
        } else {
            let head = words::position_on(&issue.name, cx.language());
            head_ui(pen.theme(), ui, &head);
        }
        let scale = Scale {
            id: field_id((actor.id, issue.id), "position"),
            label: pen.say(words::POSITION),
            look: ScaleLook::Track,
        };
        let ends = (pen.say(words::OBJECTS), pen.say(words::SUPPORTS));
        let issue = issue.id;
        let set = |answer| Edit::Actor(actor.id, ActorChange::Position(issue, answer));
        answer_row_ui(pen, ui, scale, Some(ends), actor.position(issue), &set);
    });
}

/// Draws the head of the position with a menu of the issues.
fn issue_ui(pen: &mut Pen<'_>, ui: &mut Ui, name: &str) {
    ui.horizontal(|ui| {
        head_ui(pen.theme(), ui, pen.say(words::POSITION));
        let choices: Vec<_> = pen
            .cx
            .now()
            .issues
            .iter()
            .map(|issue| Choice {
                label: issue.name.clone(),
                what: issue.id,
            })
            .collect();
        let picker = Picker {
            id: field_id("position", "issue"),
            label: pen.say(crate::text::inspector::map::ISSUE),
            shown: name,
            clear: None,
            own: false,
        };
        if let Some(Picked::One(issue)) = pick_ui(pen, ui, picker, &choices) {
            pen.send(Request::Issue(issue));
        }
    });
}

/// Draws the role of the official towards this actor, with its bridges and rings.
fn role_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    let now = pen.cx.now();
    if now.focal == Some(actor.id) {
        block_ui(pen, ui, pen.say(role_words::IS_FOCAL), |pen, ui| {
            let mine = |role: &&crate::model::RoleChoice| role.official == actor.id;
            role::role_lines_ui(pen, ui, now.roles.iter().filter(mine), None);
            if quiet_button_ui(pen.theme(), ui, pen.say(role_words::NOT_FOCAL)).clicked() {
                pen.edit(Edit::Map(MapChange::Focal(None)));
            }
        });
        return;
    }
    block_ui(pen, ui, "", |pen, ui| {
        role::towards_ui(pen, ui, crate::model::Scope::Actor(actor.id));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 20.0;
            if quiet_button_ui(pen.theme(), ui, pen.say(role_words::MAKE_FOCAL)).clicked() {
                pen.edit(Edit::Map(MapChange::Focal(Some(actor.id))));
            }
            let vanguard = now.vanguard.contains(&actor.id);
            let label = pen.say(role_words::VANGUARD);
            if let Some(on) = toggle_ui(pen.theme(), ui, label, vanguard) {
                pen.edit(Edit::Map(MapChange::Vanguard(actor.id, on)));
            }
        });
    });
    let involved: Vec<_> = now
        .roles
        .iter()
        .filter(|choice| role::involves(now, choice, actor.id))
        .collect();
    if !involved.is_empty() {
        block_ui(pen, ui, pen.say(role_words::BRIDGES), |pen, ui| {
            role::role_lines_ui(pen, ui, involved.into_iter(), Some(actor.id));
        });
    }
}

/// Draws the row that adds to a list: a head with a count, and a field at the end of the body.
pub(super) fn count_of(count: usize, pen: &Pen<'_>) -> String {
    if count == 0 {
        pen.say(answer::NOTHING).to_owned()
    } else {
        count.to_string()
    }
}

/// Draws the number of an entry in a ranked list.
pub(super) fn number_ui(
    pen: &Pen<'_>,
    ui: &mut Ui,
    number: usize,
    sense: egui::Sense,
) -> egui::Response {
    let (rect, response) = ui.allocate_exact_size(egui::vec2(14.0, theme::ROW), sense);
    ui.painter().text(
        rect.left_center(),
        egui::Align2::LEFT_CENTER,
        number.to_string(),
        theme::semibold(theme::HEAD),
        pen.theme().dim,
    );
    response
}
