//! The inspector of the map itself: what it is for, who it is about, and its lists.

use eframe::egui::Ui;

use super::{courses, field_id, keeping, map_lists, map_terms, name_of, purpose, records};
use crate::edit::{Edit, MapChange};
use crate::lens::LensPlace;
use crate::model::Answer;
use crate::text::inspector::{actor as actor_words, answer, map as words};
use crate::text::shell::UNTITLED;
use crate::ui::lens::section_ui;
use crate::ui::widget::{
    Field, Look, Pen, Picked, Picker, actor_choices, block_ui, field_ui, fold_ui, icon,
    icon_button_ui, pick_from_ui, remark_ui,
};

/// Draws the inspector of the map.
pub(super) fn map_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let cx = pen.cx;
    let document = cx.document();
    let hint = pen.say(UNTITLED);
    let field = Field::new(
        field_id(None::<crate::session::Item>, "subject"),
        pen.say(words::TITLE),
        Look::Subject,
    );
    field_ui(pen, ui, field.hint(hint), &document.title, |title, _| {
        Ok(Edit::Map(MapChange::Title(title.replace('\n', " "))))
    });
    let now = cx.now();
    let size = words::size(now.actors.len(), now.relations.len(), cx.language());
    remark_ui(pen.theme(), ui, &size);
    purpose::purpose_ui(pen, ui);
    people_ui(pen, ui);
    section_ui(pen, ui, LensPlace::Map);
    map_lists::issues_ui(pen, ui);
    map_lists::values_ui(pen, ui);
    purpose::more_purpose_ui(pen, ui);
    purpose::goals_ui(pen, ui);
    map_lists::factors_ui(pen, ui);
    courses::courses_ui(pen, ui);
    courses::actions_ui(pen, ui);
    records::questions_ui(pen, ui);
    records::log_ui(pen, ui);
    map_terms::own_terms_ui(pen, ui);
    map_terms::glossary_ui(pen, ui);
    missing_ui(pen, ui);
    keeping::keeping_ui(pen, ui);
}

fn people_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let cx = pen.cx;
    let now = cx.now();
    block_ui(pen, ui, pen.say(words::PEOPLE), |pen, ui| {
        let choices = || actor_choices(now.actors.iter());
        ui.horizontal_wrapped(|ui| {
            remark_ui(pen.theme(), ui, pen.say(words::FOCAL));
            let picker = Picker {
                id: field_id("map", "focal"),
                label: pen.say(words::FOCAL),
                shown: now
                    .focal
                    .map_or(pen.say(words::CHOOSE), |focal| name_of(cx, focal)),
                clear: Some(pen.say(words::NOBODY)),
                own: false,
            };
            match pick_from_ui(pen, ui, picker, choices) {
                Some(Picked::One(actor)) => {
                    pen.edit(Edit::Map(MapChange::Focal(Some(actor))));
                }
                Some(Picked::Cleared) => pen.edit(Edit::Map(MapChange::Focal(None))),
                Some(Picked::New(_)) | None => {}
            }
        });
        remark_ui(pen.theme(), ui, pen.say(words::VANGUARD));
        for actor in &now.vanguard {
            ui.horizontal(|ui| {
                let name = name_of(cx, *actor);
                ui.label(name);
                let remove = actor_words::of(pen.say(answer::REMOVE), name);
                if icon_button_ui(pen.theme(), ui, icon::REMOVE, &remove).clicked() {
                    pen.edit(Edit::Map(MapChange::Vanguard(*actor, false)));
                }
            });
        }
        let picker = Picker {
            id: field_id("map", "vanguard"),
            label: pen.say(words::ADD_VANGUARD),
            shown: pen.say(words::ADD_VANGUARD),
            clear: None,
            own: false,
        };
        if let Some(Picked::One(actor)) = pick_from_ui(pen, ui, picker, choices) {
            pen.edit(Edit::Map(MapChange::Vanguard(actor, true)));
        }
    });
}

/// Says in plain words what was not asked yet.
fn missing_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let cx = pen.cx;
    let now = cx.now();
    let language = cx.language();
    let all = now.actors.len();
    let issue = cx.issue().map(|issue| issue.id);
    let asked = [
        actor_words::ARENA,
        actor_words::POSITION,
        actor_words::POWER,
        actor_words::INVOLVEMENT,
    ];
    let given = [actor_words::OWN_WORDS, actor_words::INTERESTS];
    // All is counted in one walk along the actors, since it is counted in every frame.
    let mut missing = [0_usize; 6];
    for actor in now.actors.iter() {
        let there = [
            actor.arena.asked(),
            issue.is_none_or(|issue| Answer::asked(actor.position(issue))),
            actor.power.asked(),
            actor.involvement.asked(),
            !actor.perspective.quote.is_empty(),
            !actor.interests.is_empty(),
        ];
        for (missing, there) in missing.iter_mut().zip(there) {
            *missing += usize::from(!there);
        }
    }
    let mut lines = Vec::new();
    for (index, (what, missing)) in asked.into_iter().chain(given).zip(missing).enumerate() {
        let what = what.get(language);
        if missing > 0 && index < asked.len() {
            lines.push(words::missing(what, missing, all, language));
        } else if missing > 0 {
            lines.push(words::without(what, missing, all, language));
        }
    }
    let count = lines.len().to_string();
    fold_ui(pen, ui, words::MISSING, &count, false, |pen, ui| {
        if lines.is_empty() {
            remark_ui(pen.theme(), ui, pen.say(words::ALL_ASKED));
        }
        for line in &lines {
            remark_ui(pen.theme(), ui, line);
        }
    });
}
