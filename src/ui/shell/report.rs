//! What was noticed when the map was opened: by what happened with the data, each with its place.

use eframe::egui::{self, Frame, Label, RichText, Ui};

use super::look::{Look, Weight, button};
use super::sheet::sheet_ui;
use crate::session::{Item, Selection};
use crate::storage::{Fate, Noticed, Subject};
use crate::text::{error, report as words};
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::theme;

/// Most notices that are drawn of one group; the text that is copied has all of them.
const SHOWN: usize = 200;
/// Most letters that are shown of what could not be read.
const RAW: usize = 1200;

/// Draws the report; says whether the user closes it.
pub(super) fn report_ui(cx: &Cx<'_>, ctx: &egui::Context, out: &mut Outbox) -> bool {
    let look = Look {
        theme: cx.theme,
        settings: cx.settings,
    };
    let language = cx.language();
    sheet_ui(look, ctx, cx.say(words::TITLE), 760.0, |ui| {
        let summary = words::summary(cx.view.report.len(), language);
        ui.label(RichText::new(summary).color(cx.theme.dim));
        if button(look, ui, cx.say(words::COPY), Weight::Plain).clicked() {
            ctx.copy_text(words::whole(&cx.view.report, language));
            out.send(Request::Say(cx.say(words::COPIED).to_owned()));
        }
        for fate in [Fate::NotRead, Fate::Aside, Fate::Replaced, Fate::Kept] {
            let group = cx.view.report.iter();
            let group: Vec<&Noticed> = group.filter(|one| one.notice.fate() == fate).collect();
            if group.is_empty() {
                continue;
            }
            ui.add_space(12.0);
            let head = format!("{} · {}", cx.say(words::group(fate)), group.len());
            ui.label(RichText::new(head).font(theme::semibold(theme::HEAD)));
            for noticed in group.into_iter().take(SHOWN) {
                entry_ui(cx, look, ui, noticed, out);
            }
        }
    })
}

/// Draws one notice; its place leads to what it is about.
fn entry_ui(cx: &Cx<'_>, look: Look<'_>, ui: &mut Ui, noticed: &Noticed, out: &mut Outbox) {
    let (place, sentence) = error::notice_parts(noticed, cx.language());
    ui.add_space(6.0);
    if !place.is_empty() {
        if let Some(item) = item(noticed).filter(|item| there(cx, *item)) {
            // No wider than its words: places that lead somewhere and those that do not stand in one line.
            let words = RichText::new(place).font(theme::regular(theme::REMARK));
            let words = words.color(cx.theme.accent).underline();
            let leads = ui.add(egui::Button::new(words).frame(false));
            if leads
                .on_hover_cursor(egui::CursorIcon::PointingHand)
                .clicked()
            {
                out.send(Request::Select(Selection::one(item)));
                if let Item::Actor(actor) = item {
                    out.send(Request::LightUp(vec![actor]));
                }
                out.send(Request::Overlay(None));
            }
        } else {
            let place = RichText::new(place).font(theme::regular(theme::REMARK));
            ui.label(place.color(cx.theme.dim));
        }
    }
    ui.label(RichText::new(sentence).color(cx.theme.ink));
    if let Some(field) = words::misspelt(noticed)
        && button(
            look,
            ui,
            &words::move_to(field.to, cx.language()),
            Weight::Plain,
        )
        .clicked()
    {
        out.send(Request::MoveField(Box::new(noticed.clone())));
    }
    if let Some(Subject::Kept(entity)) = &noticed.subject {
        raw_ui(cx, ui, &entity.raw);
    }
}

/// Draws what could not be read as it stands in the file; it can be selected and copied.
fn raw_ui(cx: &Cx<'_>, ui: &mut Ui, raw: &str) {
    let mut shown: String = raw.chars().take(RAW).collect();
    if shown.len() < raw.len() {
        shown.push('…');
    }
    Frame::new()
        .fill(cx.theme.field)
        .corner_radius(6)
        .inner_margin(8)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(RichText::new(cx.say(words::IN_THE_FILE)).color(cx.theme.dim));
            let text = RichText::new(shown).font(theme::regular(theme::REMARK));
            ui.add(Label::new(text.color(cx.theme.ink)).wrap().selectable(true));
        });
}

/// Gives what can be selected of what a notice is about.
fn item(noticed: &Noticed) -> Option<Item> {
    let Some(Subject::Entity {
        moment: None,
        list,
        id,
        ..
    }) = &noticed.subject
    else {
        return None;
    };
    match list.as_str() {
        "actors" => id.parse().ok().map(Item::Actor),
        "relations" => id.parse().ok().map(Item::Relation),
        "groups" => id.parse().ok().map(Item::Group),
        "roles" => id.parse().ok().map(Item::Role),
        "texts" => id.parse().ok().map(Item::Text),
        _ => None,
    }
}

fn there(cx: &Cx<'_>, item: Item) -> bool {
    let now = cx.now();
    match item {
        Item::Actor(id) => now.actors.contains(id),
        Item::Relation(id) => now.relations.contains(id),
        Item::Group(id) => now.groups.contains(id),
        Item::Role(id) => now.roles.contains(id),
        Item::Text(id) => now.texts.contains(id),
    }
}
