//! The panel of kept scenarios and moments: look at one on the map, read what it has otherwise, go back, take it out.
//!
//! Looking changes nothing: the map of now waits as it is until the user goes back to it.

use eframe::egui::{
    self, Align, Frame, Layout, Margin, Panel as SidePanel, RichText, ScrollArea, Ui,
};

use super::cx::{Cx, Outbox, Request};
use super::theme;
use super::view::Panel;
use super::widget::{head_ui, icon, icon_button_ui, inset, quiet_button_ui, remark_ui, rule_ui};
use crate::edit::{Edit, Entry};
use crate::model::{Content, Moment};
use crate::session::difference::{Difference, concerned, differences};
use crate::text::inspector::date;
use crate::text::scenario as words;
use crate::text::terms::Named as _;
use crate::ui::command::Command;

/// Draws the panel; `now` is the map as it is, whatever is looked at.
pub(crate) fn scenarios_ui(cx: &Cx<'_>, ui: &mut Ui, now: &Content, out: &mut Outbox) {
    ScrollArea::vertical()
        .id_salt("scenarios")
        .auto_shrink(false)
        .show(ui, |ui| {
            Frame::NONE
                .inner_margin(Margin::symmetric(22, 16))
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.spacing_mut().item_spacing = egui::vec2(8.0, 6.0);
                    top_ui(cx, ui, out);
                    list_ui(cx, ui, now, out);
                });
        });
}

fn top_ui(cx: &Cx<'_>, ui: &mut Ui, out: &mut Outbox) {
    ui.horizontal(|ui| {
        let title = RichText::new(cx.say(words::TITLE)).font(theme::bold(theme::SUBJECT));
        ui.label(title.color(cx.theme.ink));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = icon_button_ui(cx.theme, ui, icon::REMOVE, cx.say(words::CLOSE));
            if close.clicked() {
                out.send(Request::LookAt(None));
                out.send(Request::Panel(Panel::Inspector));
            }
        });
    });
}

fn list_ui(cx: &Cx<'_>, ui: &mut Ui, now: &Content, out: &mut Outbox) {
    let moments = &cx.document().moments;
    if moments.is_empty() {
        ui.label(cx.say(words::NONE));
        if quiet_button_ui(cx.theme, ui, cx.say(words::OPEN_ADVICE)).clicked() {
            out.send(Request::Panel(Panel::Advice));
        }
        return;
    }
    remark_ui(cx.theme, ui, cx.say(words::ABOUT));
    for moment in moments.iter() {
        ui.add_space(4.0);
        rule_ui(cx.theme, ui);
        let looked_at = cx.view.aside == Some(moment.id);
        let chosen = ui.selectable_label(looked_at, heading(cx, moment));
        if chosen.clicked() {
            let wanted = (!looked_at).then_some(moment.id);
            out.send(Request::LookAt(wanted));
        }
        remark_ui(cx.theme, ui, &when(cx, moment));
        if looked_at {
            moment_ui(cx, ui, now, moment, out);
        }
    }
}

fn heading(cx: &Cx<'_>, moment: &Moment) -> RichText {
    let name = if moment.name.trim().is_empty() {
        moment.state.word(cx.language())
    } else {
        moment.name.as_str()
    };
    RichText::new(name)
        .font(theme::semibold(theme::BODY))
        .color(cx.theme.ink)
}

fn when(cx: &Cx<'_>, moment: &Moment) -> String {
    let state = moment.state.word(cx.language());
    match moment.date {
        Some(day) => format!("{state} · {}", date::written(day, cx.language())),
        None => state.to_owned(),
    }
}

fn moment_ui(cx: &Cx<'_>, ui: &mut Ui, now: &Content, moment: &Moment, out: &mut Outbox) {
    let found = differences(now, &moment.content);
    inset(ui, |ui| {
        head_ui(cx.theme, ui, cx.say(words::DIFFERS));
        if found.is_empty() {
            ui.label(cx.say(words::SAME));
        }
        for difference in &found {
            difference_ui(cx, ui, now, moment, difference, out);
        }
        ui.horizontal_wrapped(|ui| {
            if quiet_button_ui(cx.theme, ui, cx.say(words::BACK)).clicked() {
                out.send(Request::LookAt(None));
            }
            ui.add_space(8.0);
            if quiet_button_ui(cx.theme, ui, cx.say(words::DELETE)).clicked() {
                out.send(Request::LookAt(None));
                out.edit(Edit::Moment(Entry::Remove(moment.id)));
            }
        });
    });
}

/// Draws one sentence; a click lights up whom it is about.
fn difference_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    now: &Content,
    moment: &Moment,
    difference: &Difference,
    out: &mut Outbox,
) {
    let line = words::told(difference, (now, &moment.content), cx.language());
    let response = ui.add(egui::Button::new(line).frame(false).wrap());
    if response.clicked() {
        let there = |actor: &crate::model::ActorId| moment.content.actors.contains(*actor);
        let actors = concerned(difference).into_iter().filter(there);
        out.send(Request::LightUp(actors.collect()));
    }
}

/// Draws over the map what is looked at, with the way back.
pub(crate) fn banner_ui(cx: &Cx<'_>, ui: &mut Ui, out: &mut Outbox) {
    let moment = cx.view.aside.and_then(|id| cx.document().moments.get(id));
    let Some(moment) = moment else {
        return;
    };
    let frame = Frame::new()
        .fill(cx.theme.accent)
        .inner_margin(Margin::symmetric(16, 6));
    SidePanel::top("looked at")
        .frame(frame)
        .resizable(false)
        .show_separator_line(false)
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                let words = words::banner(&moment.name, cx.language());
                let font = theme::semibold(theme::BODY);
                let words = RichText::new(words).font(font).color(cx.theme.on_accent);
                ui.add(egui::Label::new(words).truncate());
                ui.add_space(12.0);
                let back = cx.say(crate::text::scenario::BACK);
                let text = RichText::new(back)
                    .font(theme::semibold(theme::BODY))
                    .color(cx.theme.on_accent)
                    .underline();
                if ui.add(egui::Button::new(text).frame(false)).clicked() {
                    out.send(Request::LookAt(None));
                }
            });
        });
}

/// Says whether a command only looks, so that it can be done beside a scenario.
#[expect(clippy::too_many_lines, reason = "one line for each command")]
pub(crate) fn only_looks(command: Command) -> bool {
    match command {
        Command::Undo
        | Command::Redo
        | Command::Delete
        | Command::Duplicate
        | Command::SelectAll
        | Command::QuickLine
        | Command::Relate
        | Command::MakeRing
        | Command::BridgeTalk
        | Command::CompareWith
        | Command::MergeWith
        | Command::Anonymise
        | Command::Doubles
        | Command::Clashes
        | Command::Round
        | Command::OpenLens
        | Command::Inspector
        | Command::Advice
        | Command::Forgotten
        | Command::Roles
        | Command::Meaning(_)
        | Command::LookAs
        | Command::Listen
        | Command::OutsideIn
        | Command::AddText
        | Command::Tidy
        | Command::Path
        | Command::FoldGroups
        | Command::FoldArenas
        | Command::FocusOne
        | Command::FocusTwo => false,
        Command::New
        | Command::Open
        | Command::SendCopy
        | Command::FindPerson
        | Command::RemoveMap
        | Command::Save
        | Command::SaveAs
        | Command::Versions
        | Command::ExportPicture
        | Command::ExportCourse
        | Command::CloseMap
        | Command::Quit
        | Command::Show(_)
        | Command::Fit
        | Command::ZoomIn
        | Command::ZoomOut
        | Command::Filter
        | Command::Unfold
        | Command::ShowAll
        | Command::ColourByGroup
        | Command::PaintUsual
        | Command::Minimap
        | Command::Legend
        | Command::Lenses
        | Command::LensPicture
        | Command::Attention
        | Command::Present
        | Command::Palette
        | Command::Settings
        | Command::Shortcuts
        | Command::Report
        | Command::Notices
        | Command::About
        | Command::Moments
        | Command::SwitchLanguage => true,
    }
}
