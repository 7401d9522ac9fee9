//! What stands over the map while somebody else's eyes are borrowed, and while listening.

use eframe::egui::{self, Color32, Frame, Margin, Panel, RichText, Ui};

use crate::model::Actor;
use crate::session::meaning::sight::{Part, sight};
use crate::session::{Item, Selection};
use crate::text::meaning::{listening, perspective as words};
use crate::ui::command::Command;
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::theme;
use crate::ui::widget::{arena_shape, icon};

/// Draws through whose eyes the map is seen, with the way back.
pub(crate) fn eyes_banner_ui(cx: &Cx<'_>, ui: &mut Ui, out: &mut Outbox) {
    let Some(actor) = cx.view.eyes.and_then(|eyes| cx.now().actors.get(eyes)) else {
        return;
    };
    let language = cx.language();
    let seen = sight(cx.now(), actor.id);
    let name = actor.label();
    let calls_it = Part::CallsIt.of(actor).open_text().map(str::trim);
    let (head, line) = if seen.empty {
        (words::not_asked(name, language), String::new())
    } else {
        (
            words::banner(name, calls_it, language),
            words::lit(seen.spoken_of.len(), seen.n_private, language),
        )
    };
    bar_ui(cx, ui, "eyes", |ui| {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(22.0, 24.0), egui::Sense::hover());
        let arena = cx.now().arena_of(actor);
        ui.painter()
            .add(arena_shape(cx.theme, arena, rect.center(), 9.0));
        words_ui(cx, ui, &head, &line);
        if seen.empty && link_ui(cx, ui, cx.say(words::NOTE_WORDS)) {
            out.send(Request::Select(Selection::one(Item::Actor(actor.id))));
            out.send(Request::Run(Command::Inspector));
        }
        if link_ui(cx, ui, cx.say(words::LEAVE)) {
            out.send(Request::Eyes(None));
        }
    });
}

/// Draws that only words go in, with the way out.
pub(crate) fn listening_banner_ui(cx: &Cx<'_>, ui: &mut Ui, out: &mut Outbox) {
    if !cx.view.listening {
        return;
    }
    bar_ui(cx, ui, "listening", |ui| {
        let sign = RichText::new(icon::LISTEN).font(theme::icon(20.0));
        ui.label(sign.color(cx.theme.on_accent));
        words_ui(cx, ui, cx.say(listening::BANNER), "");
        if link_ui(cx, ui, cx.say(listening::LEAVE)) {
            out.send(Request::Run(Command::Listen));
        }
    });
}

fn bar_ui(cx: &Cx<'_>, ui: &mut Ui, id: &'static str, body: impl FnOnce(&mut Ui)) {
    let frame = Frame::new()
        .fill(cx.theme.accent)
        .inner_margin(Margin::symmetric(16, 6));
    Panel::top(id)
        .frame(frame)
        .resizable(false)
        .show_separator_line(false)
        .show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 10.0;
                body(ui);
            });
        });
}

fn words_ui(cx: &Cx<'_>, ui: &mut Ui, head: &str, line: &str) {
    let text = |words: &str, font, colour: Color32| RichText::new(words).font(font).color(colour);
    let ink = cx.theme.on_accent;
    ui.label(text(head, theme::semibold(theme::BODY), ink));
    if !line.is_empty() {
        ui.label(text(line, theme::regular(theme::REMARK), ink));
    }
}

fn link_ui(cx: &Cx<'_>, ui: &mut Ui, label: &str) -> bool {
    let text = RichText::new(label)
        .font(theme::semibold(theme::BODY))
        .color(cx.theme.on_accent)
        .underline();
    ui.add(egui::Button::new(text).frame(false)).clicked()
}

/// Says whether an actor said anything openly.
pub(super) fn spoke(actor: &Actor) -> bool {
    crate::session::meaning::sight::open_words(actor)
        .next()
        .is_some()
}
