//! The inspector of a group.

use eframe::egui::{self, Ui};

use super::interests::value_ui;
use super::{field_id, name_of, role, sensitivities, subject};
use crate::edit::{Edit, GroupChange};
use crate::lens::LensPlace;
use crate::model::{Group, Scope};
use crate::session::Item;
use crate::text::inspector::{actor as actor_words, answer, relation as words};
use crate::ui::lens::section_ui;
use crate::ui::widget::{
    Pen, Picked, Picker, actor_choices, block_ui, date_ui, fold_ui, head_ui, icon, icon_button_ui,
    pick_from_ui, quiet_button_ui, remark_ui, rule_ui, toggle_ui,
};

/// Draws the inspector of a group.
pub(super) fn group_ui(pen: &mut Pen<'_>, ui: &mut Ui, group: &Group) {
    let set = |change| Edit::Group(group.id, change);
    let name = pen.say(words::GROUP_NAME);
    let item = Some(Item::Group(group.id));
    subject::subject_field_ui(pen, ui, item, name, &group.name, false, |name| {
        set(GroupChange::Name(name))
    });
    let agreed = words::agreed(
        group.agreed_by.len(),
        group.members.len(),
        pen.cx.language(),
    );
    remark_ui(
        pen.theme(),
        ui,
        &format!("{} · {agreed}", pen.say(words::GROUP)),
    );
    members_ui(pen, ui, group);
    block_ui(pen, ui, "", |pen, ui| {
        role::towards_ui(pen, ui, Scope::Group(group.id));
    });
    let dated = group.from.is_some() || group.until.is_some();
    let given = usize::from(group.shared_value.is_some()) + usize::from(dated);
    let count = answer::filled(given, pen.cx.language());
    fold_ui(pen, ui, words::WHEN, &count, true, |pen, ui| {
        let id = field_id(group.id, "value");
        if let Some(picked) = value_ui(pen, ui, id, group.shared_value) {
            pen.edit(set(GroupChange::SharedValue(picked.one())));
        }
        crate::ui::meaning::borne_ui(pen, ui, group);
        let id = field_id(group.id, "from");
        date_ui(pen, ui, id, pen.say(words::FROM), group.from, &|date| {
            set(GroupChange::From(date))
        });
        let id = field_id(group.id, "until");
        date_ui(pen, ui, id, pen.say(words::UNTIL), group.until, &|date| {
            set(GroupChange::Until(date))
        });
    });
    let id = field_id(group.id, "sensitivities");
    sensitivities::sensitivities_ui(pen, ui, id, &group.sensitivities, &|change| {
        set(GroupChange::Sensitivity(change))
    });
    section_ui(pen, ui, LensPlace::Group(group.id));
    rule_ui(pen.theme(), ui);
    if quiet_button_ui(pen.theme(), ui, pen.say(words::DELETE_GROUP)).clicked() {
        pen.edit(Edit::RemoveGroup(group.id));
    }
}

fn members_ui(pen: &mut Pen<'_>, ui: &mut Ui, group: &Group) {
    let cx = pen.cx;
    let set = |change| Edit::Group(group.id, change);
    block_ui(pen, ui, "", |pen, ui| {
        ui.horizontal(|ui| {
            head_ui(pen.theme(), ui, pen.say(words::MEMBERS));
            remark_ui(pen.theme(), ui, pen.say(words::AGREED));
        });
        for member in &group.members {
            ui.horizontal(|ui| {
                let on = group.agreed_by.contains(member);
                let name = name_of(cx, *member);
                let room = ui.available_width() - 36.0;
                ui.allocate_ui(egui::vec2(room, 28.0), |ui| {
                    ui.set_min_width(room);
                    if let Some(on) = toggle_ui(pen.theme(), ui, name, on) {
                        pen.edit(set(GroupChange::Agreed(*member, on)));
                    }
                });
                let remove = actor_words::of(pen.say(answer::REMOVE), name);
                if icon_button_ui(pen.theme(), ui, icon::REMOVE, &remove).clicked() {
                    pen.edit(set(GroupChange::Member(*member, false)));
                }
            });
        }
        let choices = || {
            let others = cx.now().actors.iter();
            actor_choices(others.filter(|actor| !group.members.contains(&actor.id)))
        };
        let picker = Picker {
            id: field_id(group.id, "add member"),
            label: pen.say(words::ADD_MEMBER),
            shown: pen.say(words::ADD_MEMBER),
            clear: None,
            own: false,
        };
        if let Some(Picked::One(actor)) = pick_from_ui(pen, ui, picker, choices) {
            pen.edit(set(GroupChange::Member(actor, true)));
        }
    });
}
