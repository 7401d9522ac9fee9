//! The official's own choice beside the advice: three equal buttons and a reason.

use eframe::egui::{self, RichText, Stroke, Ui, WidgetInfo, WidgetType};
use jiff::civil::Date;

use super::Advice;
use super::compute::Computed;
use super::trial::Trial;
use crate::analysis::advice::PairAdvice;
use crate::analysis::chosen_role;
use crate::edit::{Edit, RoleChange};
use crate::model::{ActorId, Content, Mode, Note, RoleChoice, RoleId, Scope, same_scope};
use crate::session::roles;
use crate::text::Text;
use crate::text::advice::{Telling, mode_lower, panel};
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::theme;
use crate::ui::widget::{Typed, quiet_button_ui};

/// What is being typed and not asked for yet.
#[derive(Debug, Default)]
pub(super) struct Choice {
    /// The pair that the text belongs to.
    pair: Option<(ActorId, ActorId)>,
    /// The reason as typed.
    reason: String,
    /// The change that leaving the field would ask for.
    pending: Option<Edit>,
}

impl Choice {
    /// Asks for the change that is being typed.
    pub(super) fn hand_in(&mut self, out: &mut Outbox) {
        if let Some(edit) = self.pending.take() {
            out.edit(edit);
        }
    }

    /// Adds what is being typed, without taking it in.
    pub(super) fn typed(&self, typed: &mut Typed) {
        if let Some(edit) = &self.pending {
            typed.edit(&self.reason, edit);
        }
    }

    /// Begins with the reason of a pair; what was typed for another pair is handed in first.
    fn follow(&mut self, pair: (ActorId, ActorId), role: Option<&RoleChoice>, out: &mut Outbox) {
        if self.pair != Some(pair) {
            self.hand_in(out);
            self.pair = Some(pair);
            self.reason = role.map_or_else(String::new, |role| role.reason.text.clone());
        }
    }
}

/// Draws the question, the reason and the three answers, and the way to try a relation.
pub(super) fn choice_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    advice: &mut Advice,
    (computed, telling): (&Computed, &Telling<'_>),
    row: &PairAdvice,
    out: &mut Outbox,
) {
    let id = |number: usize| computed.of.actors.get(number).copied();
    let (Some(a), Some(b)) = (id(row.i), id(row.j)) else {
        return;
    };
    let now = cx.now();
    let chosen = chosen_role(now, a, b);
    // Only a choice of the pair itself is changed here; that of a group stays the group's.
    let own = chosen.filter(|role| same_scope(role.scope, Scope::Pair(a, b)));
    advice.choice.follow((a, b), own, out);
    ui.add_space(8.0);
    let frame = egui::Frame::NONE
        .fill(cx.theme.field)
        .corner_radius(10.0)
        .inner_margin(egui::Margin::symmetric(16, 14));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let question = telling.question(row, chosen.map(|role| role.mode));
        let words = RichText::new(question).font(theme::semibold(theme::BODY));
        ui.label(words.color(cx.theme.ink));
        let remark =
            RichText::new(cx.say(panel::REASON_AND_DATE)).font(theme::regular(theme::REMARK));
        ui.label(remark.color(cx.theme.dim));
        reason_ui(cx, ui, &mut advice.choice, own, out);
        ui.add_space(2.0);
        ui.horizontal_wrapped(|ui| {
            for (text, mode) in [
                (panel::VERBINDEN, Mode::Verbinden),
                (panel::REGIE, Mode::Regie),
                (panel::COORDINATION, Mode::Coordinatie),
            ] {
                let current = chosen.is_some_and(|role| role.mode == mode);
                if answer_ui(cx, ui, text, current) {
                    advice.choice.pending = None;
                    let reason = advice.choice.reason.trim();
                    let fresh = out.fresh_id();
                    out.edit(record(now, (a, b), own, mode, reason, cx.today, fresh));
                    let word = mode_lower(mode).get(cx.language());
                    let said = panel::recorded(word, &telling.both(row.i, row.j), cx.language());
                    out.send(Request::Say(said));
                }
            }
            ui.add_space(6.0);
            if quiet_button_ui(cx.theme, ui, cx.say(panel::TRY)).clicked() {
                let when = advice.computation.when;
                advice.trial = Some(Trial::start(computed, (row.i, row.j), when, ui.ctx()));
            }
        });
    });
}

/// Draws the field of the reason; leaving it changes the reason of a choice that is there already.
fn reason_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    choice: &mut Choice,
    own: Option<&RoleChoice>,
    out: &mut Outbox,
) {
    let label = cx.say(panel::REASON);
    let response = egui::Frame::NONE
        .fill(cx.theme.panel)
        .stroke(Stroke::new(cx.theme.outline, cx.theme.hairline))
        .corner_radius(8.0)
        .inner_margin(egui::Margin::symmetric(8, 3))
        .show(ui, |ui| {
            let field = egui::TextEdit::multiline(&mut choice.reason)
                .id(egui::Id::new(("advice reason", choice.pair)))
                .frame(egui::Frame::NONE)
                .hint_text(RichText::new(label).color(cx.theme.dim))
                .desired_rows(1)
                .return_key(None)
                .desired_width(f32::INFINITY);
            ui.add(field)
        })
        .inner;
    let text = choice.reason.clone();
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, "", text.as_str(), label);
        info.label = Some(label.to_owned());
        info
    });
    if response.has_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
        response.surrender_focus();
    }
    let escaped = ui.input(|input| input.key_pressed(egui::Key::Escape));
    if response.lost_focus() && escaped {
        choice.reason = own.map_or_else(String::new, |role| role.reason.text.clone());
        choice.pending = None;
        return;
    }
    choice.pending = own.and_then(|role| {
        let reason = choice.reason.trim();
        (reason != role.reason.text)
            .then(|| Edit::Role(role.id, RoleChange::Reason(with_text(&role.reason, reason))))
    });
    if response.lost_focus() {
        choice.hand_in(out);
    }
}

/// Draws one of the three answers, all of one size; says whether it was clicked.
fn answer_ui(cx: &Cx<'_>, ui: &mut Ui, text: Text, current: bool) -> bool {
    let label = cx.say(text);
    let (fill, ink) = if current {
        (cx.theme.accent, cx.theme.on_accent)
    } else {
        (cx.theme.panel, cx.theme.ink)
    };
    let words = RichText::new(label)
        .font(theme::semibold(theme::HEAD))
        .color(ink);
    let button = egui::Button::new(words)
        .fill(fill)
        .stroke(Stroke::new(1.2 * cx.theme.outline, cx.theme.accent))
        .corner_radius(8.0)
        .min_size(egui::vec2(112.0, 32.0));
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, current, label));
    response.clicked()
}

fn with_text(note: &Note, text: &str) -> Note {
    Note {
        text: text.to_owned(),
        ..note.clone()
    }
}

/// Makes the one edit of a choice: a new one, or another mode, reason and date of the one that is there.
fn record(
    now: &Content,
    (a, b): (ActorId, ActorId),
    own: Option<&RoleChoice>,
    mode: Mode,
    reason: &str,
    today: Date,
    fresh: RoleId,
) -> Edit {
    if let Some(role) = own {
        if role.mode != mode && !roles::corrects(role, today) {
            let mut edits = vec![roles::rechosen(role, mode, today, fresh)];
            // A reason that was not changed is that of the choice before.
            if reason != role.reason.text {
                edits.push(Edit::Role(
                    fresh,
                    RoleChange::Reason(with_text(&role.reason, reason)),
                ));
            }
            return Edit::Many(edits);
        }
        return Edit::Many(vec![
            Edit::Role(role.id, RoleChange::Mode(mode)),
            Edit::Role(role.id, RoleChange::Reason(with_text(&role.reason, reason))),
            Edit::Role(role.id, RoleChange::Date(Some(today))),
        ]);
    }
    let Some(official) = now.focal else {
        return Edit::Many(Vec::new());
    };
    let mut role = RoleChoice::new(fresh, official, Scope::Pair(a, b), mode);
    role.reason = Note::new(reason);
    role.date = Some(today);
    Edit::Many(vec![Edit::AddRole(Box::new(role))])
}
