//! The role in a bridge talk: three equal buttons, the reason, who agreed.

use eframe::egui::{Button, Id, RichText, Stroke, Ui, vec2};

use super::super::pieces::{self, Pill};
use super::super::talk_record;
use super::{Talk, private_ui};
use crate::model::{Actor, Mode};
use crate::text::entering as words;
use crate::text::terms::Named as _;
use crate::ui::cx::Cx;
use crate::ui::theme;

pub(super) fn role_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    talk: &mut Talk,
    both: [&Actor; 2],
    official: &Actor,
) {
    pieces::head(ui, cx.theme, cx.say(words::ROLE));
    let date = words::date(cx.today, cx.language());
    pieces::remark(ui, cx.theme, &words::played_by(&official.name, &date));
    if talk.role.is_some() {
        pieces::remark(ui, cx.theme, cx.say(words::THERE));
    }
    if ui.available_width() >= 460.0 {
        ui.columns(3, |columns| {
            for (ui, mode) in columns.iter_mut().zip(MODES) {
                mode_ui(cx, ui, talk, mode);
            }
        });
    } else {
        for mode in MODES {
            mode_ui(cx, ui, talk, mode);
        }
    }
    let groups = talk_record::groups(cx.now(), both[0].id, both[1].id);
    if talk.mode == Some(Mode::Regie) && !groups.is_empty() {
        pieces::head(ui, cx.theme, cx.say(words::SCOPE));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            let pair = talk.group.is_none();
            let text = cx.say(words::SCOPE_PAIR);
            if pieces::pill(ui, text, Pill::of(cx.theme, pair), pair).clicked() {
                talk.group = None;
            }
            for group in groups {
                let chosen = talk.group == Some(group.id);
                let text = words::scope_group(&group.name, cx.language());
                if pieces::pill(ui, &text, Pill::of(cx.theme, chosen), chosen).clicked() {
                    talk.group = Some(group.id);
                }
            }
        });
    }
    reason_ui(cx, ui, talk);
    pieces::head(ui, cx.theme, cx.say(words::AGREED));
    ui.horizontal_wrapped(|ui| {
        for actor in both {
            let mut agreed = talk.agreed.contains(&actor.id);
            if ui.checkbox(&mut agreed, &actor.name).changed() {
                if agreed {
                    talk.agreed.insert(actor.id);
                } else {
                    talk.agreed.remove(&actor.id);
                }
            }
        }
    });
}

/// The roles in the order of the buttons, alike in size and colour.
const MODES: [Mode; 3] = [Mode::Verbinden, Mode::Regie, Mode::Coordinatie];

fn mode_ui(cx: &Cx<'_>, ui: &mut Ui, talk: &mut Talk, mode: Mode) {
    let chosen = talk.mode == Some(mode);
    let look = Pill::of(cx.theme, chosen);
    let text = RichText::new(mode.word(cx.language()))
        .font(theme::semibold(15.0))
        .color(look.ink);
    let button = Button::new(text)
        .fill(look.fill)
        .stroke(if chosen {
            look.stroke
        } else {
            Stroke::new(1.0, cx.theme.faint)
        })
        .corner_radius(10)
        .min_size(vec2(ui.available_width(), 40.0))
        .selected(chosen);
    let response = ui.add(button);
    pieces::outline_focus(ui, &response);
    if response.clicked() {
        talk.mode = (!chosen).then_some(mode);
    }
    pieces::remark(ui, cx.theme, cx.say(words::mode_means(mode)));
}

fn reason_ui(cx: &Cx<'_>, ui: &mut Ui, talk: &mut Talk) {
    let reason = cx.say(words::REASON);
    let private = talk
        .role
        .and_then(|id| cx.now().roles.get(id))
        .filter(|role| role.reason.private && !role.reason.is_empty());
    pieces::head(ui, cx.theme, reason);
    match private {
        Some(role) => private_ui(cx, ui, 2, &[role.reason.text.as_str()]),
        None => {
            pieces::area(
                ui,
                Id::new("bridge-talk-reason"),
                &mut talk.reason,
                reason,
                2,
            );
        }
    }
    let alternative = cx.say(words::ALTERNATIVE);
    let sign = if talk.alternative_open { "▾" } else { "▸" };
    let fold = Button::new(
        RichText::new(format!("{sign} {alternative}"))
            .font(theme::semibold(theme::HEAD))
            .color(cx.theme.ink),
    )
    .frame(false)
    .min_size(vec2(0.0, theme::ROW));
    if ui.add(fold).clicked() {
        talk.alternative_open = !talk.alternative_open;
    }
    if talk.alternative_open {
        let id = Id::new("bridge-talk-alternative");
        pieces::area(ui, id, &mut talk.alternative, alternative, 2);
    }
}
