//! The line at the bottom: what the map holds, what was just done, and how the screen is set.

use eframe::egui::{
    self, Align, CornerRadius, Frame, Layout, Margin, Panel, Rect, Ui, UiBuilder, WidgetInfo,
    WidgetType, pos2,
};

use super::look::{Look, Weight, button, elided, paint_middle};
use crate::model::{Language, Mode, RoleState, Scope};
use crate::text::looking;
use crate::text::shell::{self as words, Tally};
use crate::ui::command::Command;
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::settings::{Settings, ThemeChoice};
use crate::ui::theme;
use crate::ui::view::Overlay;

/// The height of the line.
const HEIGHT: f32 = 32.0;

/// Draws the status line, at the bottom of what is left.
pub(super) fn status_ui(cx: &Cx<'_>, ui: &mut Ui, out: &mut Outbox) {
    let frame = Frame::new()
        .fill(cx.theme.panel)
        .inner_margin(Margin::symmetric(14, 0));
    Panel::bottom("status line")
        .exact_size(HEIGHT)
        .frame(frame)
        .show_separator_line(false)
        .show(ui, |ui| {
            let bar = ui.max_rect();
            let line = Rect::from_min_max(
                pos2(bar.left() - 14.0, bar.top()),
                pos2(bar.right() + 14.0, bar.top() + 1.0),
            );
            ui.painter()
                .rect_filled(line, CornerRadius::ZERO, cx.theme.hairline);
            let room = UiBuilder::new()
                .max_rect(bar)
                .layout(Layout::right_to_left(Align::Center));
            let buttons = ui.scope_builder(room, |ui| buttons_ui(cx, ui, out));
            words_ui(cx, ui, bar, buttons.response.rect.left() - 16.0);
        });
}

fn words_ui(cx: &Cx<'_>, ui: &mut Ui, bar: Rect, until: f32) {
    let mut tally = words::tally(tally(cx), cx.language());
    let issue = cx.issue().map(|issue| issue.id);
    if let Some(shown) = cx.view.looking.actors(cx.now(), issue) {
        let all = cx.now().actors.len();
        let shown = looking::shown_of(shown.len(), all, cx.language());
        // How many there are is told once.
        let rest = tally.split_once(" · ").map_or("", |(_, rest)| rest);
        tally = format!("{shown} · {rest}");
    }
    if let Some(hint) = crate::ui::canvas::hint(cx) {
        cx.say(hint).clone_into(&mut tally);
    }
    let (text, colour) = match &cx.view.message {
        Some(message) => (message, cx.theme.ink),
        None => (&tally, cx.theme.dim),
    };
    let area = Rect::from_min_max(bar.min, pos2(until, bar.bottom()));
    let response = ui.interact(area, ui.id().with("tally"), egui::Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, text));
    let galley = elided(
        ui,
        text,
        theme::regular(theme::REMARK),
        colour,
        area.width(),
    );
    if galley.elided {
        response.on_hover_text(text);
    }
    paint_middle(ui, area.left(), area.center().y, galley);
}

/// Counts what the map holds.
pub(super) fn tally(cx: &Cx<'_>) -> Tally {
    let now = cx.now();
    let roles = || now.roles.iter().filter(|role| role.state == RoleState::Now);
    let bridges = roles()
        .filter(|role| role.mode == Mode::Verbinden && matches!(role.scope, Scope::Pair(..)));
    let mut rings: Vec<_> = roles()
        .filter_map(|role| match role.scope {
            Scope::Group(group) => Some(group),
            Scope::Actor(_) | Scope::Pair(..) => None,
        })
        .collect();
    rings.sort_unstable();
    rings.dedup();
    let not_asked = cx.issue().map(|issue| {
        let asked = |actor: &&crate::model::Actor| {
            !actor.position(issue.id).asked() && now.focal != Some(actor.id)
        };
        now.actors.iter().filter(asked).count()
    });
    Tally {
        actors: now.actors.len(),
        relations: now.relations.len(),
        bridges: bridges.count(),
        rings: rings.len(),
        positions_not_asked: not_asked,
    }
}

fn buttons_ui(cx: &Cx<'_>, ui: &mut Ui, out: &mut Outbox) {
    let look = Look {
        theme: cx.theme,
        settings: cx.settings,
    };
    ui.spacing_mut().item_spacing.x = 0.0;
    let language = match cx.language() {
        Language::Dutch => "NL",
        Language::English => "EN",
    };
    let language = button(look, ui, language, Weight::Quiet);
    if language
        .on_hover_text(cx.say(words::LANGUAGE_HINT))
        .clicked()
    {
        change(cx, out, |settings| {
            settings.language = settings.language.other();
        });
    }
    let name = if cx.theme.dark {
        words::DARK
    } else {
        words::LIGHT
    };
    let theme = button(look, ui, cx.say(name), Weight::Quiet);
    if theme.on_hover_text(cx.say(words::THEME_HINT)).clicked() {
        let other = if cx.theme.dark {
            ThemeChoice::Light
        } else {
            ThemeChoice::Dark
        };
        change(cx, out, |settings| settings.theme = other);
    }
    let percent = format!("{} %", cx.settings.text_percent);
    let size = button(look, ui, &percent, Weight::Quiet);
    if size.on_hover_text(cx.say(words::TEXT_SIZE_HINT)).clicked() {
        out.send(Request::Overlay(Some(Overlay::Settings)));
    }
    looking_ui(cx, ui, out);
    let n_on = cx.view.looking.filter.n_on();
    let filter = looking::filter_button(n_on, cx.language());
    if button(look, ui, &filter, Weight::Quiet).clicked() {
        out.send(Request::Run(Command::Filter));
    }
}

/// Draws what else keeps the map from being seen as it is, each with its way back.
fn looking_ui(cx: &Cx<'_>, ui: &mut Ui, out: &mut Outbox) {
    let look = Look {
        theme: cx.theme,
        settings: cx.settings,
    };
    let language = cx.language();
    let n_folded = cx.view.looking.folded.len();
    if n_folded > 0 {
        let label = looking::folded(n_folded, language);
        let unfold = button(look, ui, &label, Weight::Quiet);
        if unfold.on_hover_text(cx.say(looking::UNFOLD)).clicked() {
            out.send(Request::Run(Command::Unfold));
        }
        ui.add_space(6.0);
    }
    if let Some(focus) = &cx.view.looking.focus {
        let actors = focus.centre.iter();
        let names: Vec<&str> = actors
            .filter_map(|actor| cx.now().actors.get(*actor))
            .map(crate::model::Actor::label)
            .collect();
        let label = looking::focus(&names, focus.steps, language);
        let leave = button(look, ui, &label, Weight::Quiet);
        if leave.on_hover_text(cx.say(looking::LEAVE_FOCUS)).clicked() {
            let mut looking = cx.view.looking.clone();
            looking.focus = None;
            out.send(Request::Looking(Box::new(looking)));
        }
        ui.add_space(6.0);
    }
}

fn change(cx: &Cx<'_>, out: &mut Outbox, change: impl FnOnce(&mut Settings)) {
    let mut settings = cx.settings.clone();
    change(&mut settings);
    out.send(Request::Settings(Box::new(settings)));
}
