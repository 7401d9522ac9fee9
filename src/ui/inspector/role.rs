//! The role of the official: towards an actor or a group, as lines in a list, and the inspector of one choice.

use eframe::egui::{self, Id, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType};

use super::helper::helper_ui;
use super::{field_id, name_of, subject};
use crate::edit::{Edit, RoleChange};
use crate::lens::LensPlace;
use crate::model::{ActorId, Content, Mode, Phase, RoleChoice, RoleState, Scope, Style};
use crate::session::{Item, Selection, roles};
use crate::text::inspector::{date as dates, role as words};
use crate::text::terms::Named as _;
use crate::ui::cx::Request;
use crate::ui::lens::section_ui;
use crate::ui::theme;
use crate::ui::widget::{
    ListLook, Look, Pen, Segment, block_ui, chip_ui, date_ui, fold_ui, head_ui, label_ui, note_ui,
    number_disc, quiet_button_ui, remark_ui, rule_ui, segments_ui, toggle_ui, words_ui,
};

/// The modes in the order in which they are offered.
const MODES: [Mode; 3] = [Mode::Regie, Mode::Verbinden, Mode::Coordinatie];

/// Says whether a choice concerns an actor beside the one towards it alone.
pub(super) fn involves(now: &Content, role: &RoleChoice, actor: ActorId) -> bool {
    match role.scope {
        Scope::Pair(one, other) => one == actor || other == actor,
        Scope::Group(group) => now
            .groups
            .get(group)
            .is_some_and(|group| group.members.contains(&actor)),
        Scope::Actor(_) => false,
    }
}

/// Draws the choice of a role towards somebody: three equal buttons, none yet, and the reason.
pub(super) fn towards_ui(pen: &mut Pen<'_>, ui: &mut Ui, scope: Scope) {
    let cx = pen.cx;
    let language = cx.language();
    let Some(official) = cx.now().focal else {
        head_ui(pen.theme(), ui, pen.say(words::ROLE));
        remark_ui(pen.theme(), ui, pen.say(words::NO_FOCAL));
        return;
    };
    let head = words::role_of(name_of(cx, official), language);
    head_ui(pen.theme(), ui, &head);
    let choice = cx.now().role_towards(scope);
    let mut segments = vec![Segment {
        label: cx.say(words::NONE_YET),
        chosen: choice.is_none(),
    }];
    segments.extend(MODES.map(|mode| Segment {
        label: mode.word(language),
        chosen: choice.is_some_and(|choice| choice.mode == mode),
    }));
    let clicked = segments_ui(pen.theme(), ui, &segments);
    if let Some(edit) = clicked.and_then(|clicked| chosen(pen, scope, official, clicked)) {
        pen.edit(edit);
    }
    if let Some(choice) = choice {
        reason_ui(pen, ui, choice);
        if quiet_button_ui(pen.theme(), ui, pen.say(words::MORE)).clicked() {
            pen.send(Request::Select(Selection::one(Item::Role(choice.id))));
        }
    }
    helper_ui(pen, ui, field_id(scope, "three questions"));
}

/// Gives the edit that follows from a click on a role.
fn chosen(pen: &mut Pen<'_>, scope: Scope, official: ActorId, clicked: usize) -> Option<Edit> {
    let mode = clicked
        .checked_sub(1)
        .and_then(|place| MODES.get(place).copied());
    let (now, today) = (pen.cx.now(), pen.cx.today);
    roles::choose(now, (official, scope), mode, today, pen.out.fresh_id())
}

fn reason_ui(pen: &mut Pen<'_>, ui: &mut Ui, choice: &RoleChoice) {
    let id = field_id(choice.id, "reason");
    let label = pen.say(words::REASON);
    note_ui(pen, ui, id, label, Look::Text, &choice.reason, &|note| {
        Edit::Role(choice.id, RoleChange::Reason(note))
    });
}

/// Draws choices as lines that can be clicked, seen from an actor where one is given.
pub(super) fn role_lines_ui<'a>(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    roles: impl Iterator<Item = &'a RoleChoice>,
    from: Option<ActorId>,
) {
    let mut any = false;
    for role in roles {
        any = true;
        if line_ui(pen, ui, role, from).clicked() {
            pen.send(Request::Select(Selection::one(Item::Role(role.id))));
        }
    }
    if !any {
        remark_ui(pen.theme(), ui, pen.say(words::NO_ROLES));
    }
}

/// Draws a choice as a line that can be clicked.
pub(in crate::ui) fn role_line_ui(pen: &Pen<'_>, ui: &mut Ui, role: &RoleChoice) -> egui::Response {
    line_ui(pen, ui, role, None)
}

fn line_ui(pen: &Pen<'_>, ui: &mut Ui, role: &RoleChoice, from: Option<ActorId>) -> egui::Response {
    let theme = pen.theme();
    let line = line(pen, role, from);
    let remark = role_remark(pen, role);
    let width = ui.available_width();
    let room = (width - 32.0).max(60.0);
    let painter = ui.painter();
    let title = painter.layout(line.clone(), theme::regular(theme::BODY), theme.ink, room);
    let note = painter.layout(remark, theme::regular(theme::REMARK), theme.dim, room);
    let height = title.size().y + note.size().y + 10.0;
    let (rect, response) = ui.allocate_exact_size(egui::vec2(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &line));
    let painter = ui.painter();
    if response.hovered() || response.has_focus() {
        let edge = if response.has_focus() {
            Stroke::new(1.5 * theme.outline, theme.accent)
        } else {
            Stroke::NONE
        };
        let ground = rect.expand2(egui::vec2(8.0, 0.0));
        painter.rect(ground, 7.0, theme.field, edge, StrokeKind::Inside);
    }
    let disc = egui::pos2(rect.left() + 10.0, rect.top() + 4.0 + title.size().y / 2.0);
    sign(pen, ui, role, disc);
    let at = egui::pos2(rect.left() + 32.0, rect.top() + 4.0);
    let below = at + egui::vec2(0.0, title.size().y + 2.0);
    painter.galley(at, title, theme.ink);
    painter.galley(below, note, theme.dim);
    response
}

/// Paints the sign of a role: a numbered disc, a double ring or a dashed one.
fn sign(pen: &Pen<'_>, ui: &Ui, role: &RoleChoice, centre: egui::Pos2) {
    let theme = pen.theme();
    let painter = ui.painter();
    match role.mode {
        Mode::Verbinden => {
            let number = pen
                .cx
                .now()
                .bridge_number(role.id)
                .map(|number| number.to_string());
            number_disc(
                painter,
                theme,
                centre,
                theme.bridge,
                &number.unwrap_or_default(),
            );
        }
        Mode::Regie => {
            let stroke = Stroke::new(1.6 * theme.outline, theme.regie);
            painter.circle_stroke(centre, 9.0, stroke);
            painter.circle_stroke(centre, 5.5, stroke);
        }
        Mode::Coordinatie => {
            let stroke = Stroke::new(1.8 * theme.outline, theme.coordination);
            let points: Vec<egui::Pos2> = (0..=24_u8)
                .map(|step| {
                    let angle = std::f32::consts::TAU * f32::from(step) / 24.0;
                    centre + 8.0 * egui::Vec2::angled(angle)
                })
                .collect();
            painter.extend(egui::Shape::dashed_line(&points, stroke, 4.0, 3.0));
        }
    }
}

fn line(pen: &Pen<'_>, role: &RoleChoice, from: Option<ActorId>) -> String {
    let cx = pen.cx;
    let language = cx.language();
    match role.scope {
        Scope::Pair(one, other) if from == Some(one) => {
            words::with(name_of(cx, other), role.mode, language)
        }
        Scope::Pair(one, other) if from == Some(other) => {
            words::with(name_of(cx, one), role.mode, language)
        }
        Scope::Pair(one, other) => {
            let both = words::both(name_of(cx, one), name_of(cx, other), language);
            words::towards(&both, role.mode, language)
        }
        Scope::Group(group) => {
            let name = cx.now().groups.get(group).map_or("–", |group| &group.name);
            if from.is_some() {
                words::within(name, role.mode, language)
            } else {
                words::towards(name, role.mode, language)
            }
        }
        Scope::Actor(actor) => words::towards(name_of(cx, actor), role.mode, language),
    }
}

/// Gives the reason of a choice, when it was made, and whether it does not hold now.
pub(in crate::ui) fn role_remark(pen: &Pen<'_>, role: &RoleChoice) -> String {
    let language = pen.cx.language();
    let reason = match role.reason.open_text() {
        Some(text) => words::reason(text, language),
        None if role.reason.is_empty() => words::no_reason(language).to_owned(),
        None => words::private_reason(language).to_owned(),
    };
    let state = (role.state != RoleState::Now).then(|| role.state.word(language).to_lowercase());
    let date = role
        .date
        .map(|date| dates::short(date, pen.cx.today, language));
    let parts = [Some(reason), date, state];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Draws the inspector of one choice.
pub(super) fn role_ui(pen: &mut Pen<'_>, ui: &mut Ui, role: &RoleChoice) {
    let cx = pen.cx;
    let language = cx.language();
    let set = |change| Edit::Role(role.id, change);
    let official = name_of(cx, role.official);
    subject::title_ui(
        pen,
        ui,
        &scope_in_words(pen, role.scope),
        &words::plays(official, role.mode, language),
    );
    block_ui(pen, ui, pen.say(words::ROLE), |pen, ui| {
        let modes = MODES.map(|mode| Segment {
            label: mode.word(language),
            chosen: role.mode == mode,
        });
        let clicked = segments_ui(pen.theme(), ui, &modes);
        if let Some(mode) = clicked.and_then(|place| MODES.get(place).copied())
            && mode != role.mode
        {
            let fresh = pen.out.fresh_id();
            pen.edit(roles::rechosen(role, mode, cx.today, fresh));
            // The inspector goes on with the new choice where there is one; what is not there is not selected.
            if !roles::corrects(role, cx.today) {
                pen.send(Request::Select(Selection::one(Item::Role(fresh))));
            }
        }
        reason_ui(pen, ui, role);
        let id = field_id(role.id, "alternative");
        let label = pen.say(words::ALTERNATIVE);
        note_ui(pen, ui, id, label, Look::Text, &role.alternative, &|note| {
            set(RoleChange::Alternative(note))
        });
        date_ui(
            pen,
            ui,
            field_id(role.id, "date"),
            words::DATE.get(language),
            role.date,
            &|date| set(RoleChange::Date(date)),
        );
    });
    helper_ui(pen, ui, field_id(role.scope, "three questions"));
    agreed_ui(pen, ui, role);
    when_ui(pen, ui, role);
    also_ui(pen, ui, role);
    section_ui(pen, ui, LensPlace::Role(role.id));
    rule_ui(pen.theme(), ui);
    if quiet_button_ui(pen.theme(), ui, pen.say(words::DELETE)).clicked() {
        pen.edit(Edit::RemoveRole(role.id));
    }
}

fn scope_in_words(pen: &Pen<'_>, scope: Scope) -> String {
    let cx = pen.cx;
    let language = cx.language();
    match scope {
        Scope::Pair(one, other) => words::between(name_of(cx, one), name_of(cx, other), language),
        Scope::Group(group) => {
            let name = cx.now().groups.get(group).map_or("–", |group| &group.name);
            words::towards_group(name, language)
        }
        Scope::Actor(actor) => words::towards_actor(name_of(cx, actor), language),
    }
}

fn agreed_ui(pen: &mut Pen<'_>, ui: &mut Ui, role: &RoleChoice) {
    let now = pen.cx.now();
    let mut concerned: Vec<ActorId> = match role.scope {
        Scope::Pair(one, other) => vec![one, other],
        Scope::Group(group) => now
            .groups
            .get(group)
            .map(|group| group.members.iter().copied().collect())
            .unwrap_or_default(),
        Scope::Actor(actor) => vec![actor],
    };
    concerned.extend(role.agreed_by.iter().copied());
    let mut seen = std::collections::BTreeSet::new();
    concerned.retain(|actor| seen.insert(*actor));
    block_ui(pen, ui, pen.say(words::AGREED_BY), |pen, ui| {
        for actor in concerned {
            let on = role.agreed_by.contains(&actor);
            if let Some(on) = toggle_ui(pen.theme(), ui, name_of(pen.cx, actor), on) {
                pen.edit(Edit::Role(role.id, RoleChange::Agreed(actor, on)));
            }
        }
    });
}

fn when_ui(pen: &mut Pen<'_>, ui: &mut Ui, role: &RoleChoice) {
    let language = pen.cx.language();
    let set = |change| Edit::Role(role.id, change);
    block_ui(pen, ui, pen.say(words::WHEN), |pen, ui| {
        let states: Vec<_> = RoleState::ALL
            .iter()
            .map(|state| Segment {
                label: state.word(language),
                chosen: role.state == *state,
            })
            .collect();
        let clicked = segments_ui(pen.theme(), ui, &states);
        if let Some(state) = clicked.and_then(|place| RoleState::ALL.get(place).copied())
            && state != role.state
        {
            pen.edit(set(RoleChange::State(state)));
        }
        label_ui(pen.theme(), ui, pen.say(words::PHASE));
        let phases: Vec<_> = Phase::ALL
            .iter()
            .map(|phase| Segment {
                label: phase.word(language),
                chosen: role.phase == Some(*phase),
            })
            .collect();
        let clicked = segments_ui(pen.theme(), ui, &phases);
        if let Some(phase) = clicked.and_then(|place| Phase::ALL.get(place).copied()) {
            let phase = Some(phase).filter(|phase| role.phase != Some(*phase));
            pen.edit(set(RoleChange::Phase(phase)));
        }
    });
}

fn also_ui(pen: &mut Pen<'_>, ui: &mut Ui, role: &RoleChoice) {
    let language = pen.cx.language();
    let set = |change| Edit::Role(role.id, change);
    let count = super::actor::count_of(role.also.len() + role.competences.len(), pen);
    fold_ui(pen, ui, words::ALSO, &count, false, |pen, ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
            for style in Style::ALL {
                let on = role.also.contains(style);
                if chip_ui(pen.theme(), ui, style.word(language), on).clicked() {
                    pen.edit(set(RoleChange::Also(*style, !on)));
                }
            }
        });
        let id: Id = field_id(role.id, "competences");
        let label = pen.say(words::COMPETENCES);
        words_ui(
            pen,
            ui,
            id,
            label,
            ListLook::Lines,
            &role.competences,
            &|list| set(RoleChange::Competences(list)),
        );
    });
}
