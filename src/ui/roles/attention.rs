//! What asks for a look: relations with a star and no role, roles that may rub, and who agreed to each regie.

use eframe::egui::{self, Ui};

use super::go_to;
use crate::edit::{Edit, GroupChange, RoleChange};
use crate::model::{ActorId, Mode, Relation, RoleChoice, Scope};
use crate::session::roles::{Clash, Consent, choose, clashes, consents, scope_of, without_role};
use crate::session::{Item, Selection};
use crate::text::inspector::relation as relation_words;
use crate::text::roles as words;
use crate::text::terms::Named as _;
use crate::ui::cx::{Cx, Request};
use crate::ui::inspector::role_line_ui;
use crate::ui::theme;
use crate::ui::widget::{Pen, Segment, chip_ui, head_ui, inset, remark_ui, rule_ui, segments_ui};

/// The modes in the order in which they are offered.
const MODES: [Mode; 3] = [Mode::Regie, Mode::Verbinden, Mode::Coordinatie];

fn name<'a>(cx: &Cx<'a>, actor: ActorId) -> &'a str {
    let session: &'a crate::session::Session = cx.session;
    let found = session.document().now.actors.get(actor);
    found.map_or("–", |actor| actor.name.as_str())
}

/// Draws the relations that the group works on and that have no role, with the choice at hand.
pub(super) fn open_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let now = pen.cx.now();
    let Some(official) = now.focal else {
        return;
    };
    rule_ui(pen.theme(), ui);
    head_ui(pen.theme(), ui, pen.say(words::OPEN));
    let open = without_role(now);
    if open.is_empty() {
        let starred = now.relations.iter().any(|relation| relation.starred);
        let told = if starred {
            words::OPEN_NONE
        } else {
            words::NO_STARS
        };
        remark_ui(pen.theme(), ui, pen.say(told));
        return;
    }
    remark_ui(pen.theme(), ui, pen.say(words::OPEN_ABOUT));
    for relation in open {
        relation_ui(pen, ui, official, relation);
    }
}

fn relation_ui(pen: &mut Pen<'_>, ui: &mut Ui, official: ActorId, relation: &Relation) {
    let cx = pen.cx;
    let language = cx.language();
    let names = relation_words::ends(
        name(cx, relation.from),
        name(cx, relation.to),
        relation.mutual,
    );
    ui.add_space(4.0);
    if line_button_ui(cx, ui, &names).clicked() {
        let item = Item::Relation(relation.id);
        pen.send(Request::Select(Selection::one(item)));
        pen.send(Request::LightUp(vec![relation.from, relation.to]));
    }
    let segments = MODES.map(|mode| Segment {
        label: mode.word(language),
        chosen: false,
    });
    let clicked = segments_ui(cx.theme, ui, &segments);
    if let Some(mode) = clicked.and_then(|place| MODES.get(place).copied()) {
        let who = (official, scope_of(cx.now(), relation));
        let fresh = pen.out.fresh_id();
        if let Some(edit) = choose(cx.now(), who, Some(mode), cx.today, fresh) {
            pen.edit(edit);
            pen.send(Request::Say(words::choose_for(&names, mode, language)));
        }
    }
}

/// Draws a line of words as wide as the panel, that can be clicked.
fn line_button_ui(cx: &Cx<'_>, ui: &mut Ui, line: &str) -> egui::Response {
    let text = egui::RichText::new(line)
        .font(theme::regular(theme::BODY))
        .color(cx.theme.ink);
    ui.add(egui::Button::new(text).frame(false).wrap())
}

/// Draws what one official can hardly be at once, as questions.
pub(super) fn clashes_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let now = pen.cx.now();
    if now.roles.is_empty() {
        return;
    }
    rule_ui(pen.theme(), ui);
    head_ui(pen.theme(), ui, pen.say(words::RUBS));
    let found = clashes(now);
    if found.is_empty() {
        remark_ui(pen.theme(), ui, pen.say(words::RUBS_NONE));
    }
    for clash in &found {
        clash_ui(pen, ui, clash);
    }
}

fn clash_ui(pen: &mut Pen<'_>, ui: &mut Ui, clash: &Clash<'_>) {
    let cx = pen.cx;
    let language = cx.language();
    ui.add_space(2.0);
    ui.label(
        egui::RichText::new(words::rub_name(clash.what, language))
            .font(theme::semibold(theme::BODY))
            .color(cx.theme.ink),
    );
    remark_ui(cx.theme, ui, &words::rubs(clash.what, language));
    let both = [clash.one, clash.other];
    let n = if clash.one.id == clash.other.id { 1 } else { 2 };
    for role in both.into_iter().take(n) {
        if role_line_ui(pen, ui, role).clicked() {
            go_to(pen, cx.now(), role);
        }
    }
}

/// Draws who agreed to each regie and who did not yet.
pub(super) fn consent_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let now = pen.cx.now();
    if now.roles.is_empty() {
        return;
    }
    rule_ui(pen.theme(), ui);
    head_ui(pen.theme(), ui, pen.say(words::CONSENT));
    let found = consents(now);
    if found.is_empty() {
        remark_ui(pen.theme(), ui, pen.say(words::CONSENT_NONE));
        return;
    }
    if found.iter().any(|consent| !consent.open.is_empty()) {
        remark_ui(pen.theme(), ui, pen.say(words::AGREE_HINT));
    }
    for consent in &found {
        regie_ui(pen, ui, consent);
    }
}

fn regie_ui(pen: &mut Pen<'_>, ui: &mut Ui, consent: &Consent<'_>) {
    let cx = pen.cx;
    let language = cx.language();
    let Consent { role, agreed, open } = consent;
    if role_line_ui(pen, ui, role).clicked() {
        go_to(pen, cx.now(), role);
    }
    inset(ui, |ui| {
        if open.is_empty() {
            remark_ui(cx.theme, ui, cx.say(words::CONSENT_ALL));
        } else {
            let all = agreed.len() + open.len();
            remark_ui(cx.theme, ui, &words::agreed_of(agreed.len(), all, language));
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
            let states = [(agreed, true), (open, false)];
            for (actor, yes) in states
                .into_iter()
                .flat_map(|(who, yes)| who.iter().map(move |actor| (*actor, yes)))
            {
                let chip = chip_ui(cx.theme, ui, name(cx, actor), yes);
                let label = words::agrees(name(cx, actor), language);
                ui.ctx()
                    .accesskit_node_builder(chip.id, |node| node.set_label(label.clone()));
                if chip.clicked() {
                    pen.edit(said(cx, role, actor, !yes));
                }
            }
        });
    });
}

/// Gives the edit by which somebody agrees to a regie, or does not any more, wherever that was noted.
fn said(cx: &Cx<'_>, role: &RoleChoice, actor: ActorId, yes: bool) -> Edit {
    let choice = Edit::Role(role.id, RoleChange::Agreed(actor, yes));
    match role.scope {
        Scope::Group(id) if !yes => {
            let group = cx.now().groups.get(id);
            if group.is_some_and(|group| group.agreed_by.contains(&actor)) {
                let group = Edit::Group(id, GroupChange::Agreed(actor, false));
                return Edit::Many(vec![choice, group]);
            }
            choice
        }
        Scope::Group(_) | Scope::Pair(..) | Scope::Actor(_) => choice,
    }
}
