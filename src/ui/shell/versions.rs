//! The earlier versions of the open map: what each differs in, and the ways back.

use eframe::egui::{self, RichText, Ui};
use jiff::civil::DateTime;

use super::look::{Look, Weight, button};
use super::sheet::sheet_ui;
use crate::merge::Tally;
use crate::text::compare::{self, Names};
use crate::text::keeping as words;
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::jobs::EarlierVersion;
use crate::ui::theme;

/// How many differences are told of each version.
const TOLD: usize = 3;

/// What can be done with an earlier version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VersionDeed {
    /// Lay it beside the open map.
    Compare,
    /// Put it in the place of the open map.
    PutBack,
    /// Open it as a map of its own.
    Copy,
}

/// The earlier versions with when each was made, in local time.
#[derive(Debug, Default)]
pub(crate) struct Versions(pub Vec<(DateTime, EarlierVersion)>);

/// Draws the sheet, once the versions are read.
pub(crate) fn versions_ui(
    cx: &Cx<'_>,
    ctx: &egui::Context,
    versions: Option<&Versions>,
    out: &mut Outbox,
) {
    let Some(Versions(versions)) = versions else {
        return;
    };
    let look = Look {
        theme: cx.theme,
        settings: cx.settings,
    };
    let closed = sheet_ui(look, ctx, look.say(words::TITLE), 820.0, |ui| {
        let intro = match (versions.is_empty(), cx.settings.keep_versions) {
            (_, false) => words::OFF,
            (true, true) => words::NONE,
            (false, true) => words::INTRO,
        };
        remark_ui(look, ui, look.say(intro));
        for (place, (when, version)) in versions.iter().enumerate() {
            ui.add_space(10.0);
            version_ui(cx, look, ui, (place, *when, version), out);
        }
    });
    if closed {
        out.send(Request::Overlay(None));
    }
}

fn remark_ui(look: Look<'_>, ui: &mut Ui, text: &str) {
    let text = RichText::new(text).font(theme::regular(theme::REMARK));
    ui.label(text.color(look.theme.dim));
}

fn version_ui(
    cx: &Cx<'_>,
    look: Look<'_>,
    ui: &mut Ui,
    (place, when, version): (usize, DateTime, &EarlierVersion),
    out: &mut Outbox,
) {
    let language = look.language();
    let tally = Tally::of_changes(&version.changes);
    ui.separator();
    ui.horizontal_wrapped(|ui| {
        let moment = words::moment(when, cx.today, language);
        let head = RichText::new(moment).font(theme::semibold(theme::HEAD));
        ui.label(head.color(look.theme.ink));
        let summary = if tally.is_empty() {
            look.say(words::SAME).to_owned()
        } else {
            compare::summary(tally, language)
        };
        remark_ui(look, ui, &summary);
    });
    if tally.is_empty() {
        return;
    }
    let documents = [cx.session.committed().as_ref(), version.document.as_ref()];
    let names = Names::new(&documents, language);
    let told: Vec<String> = version
        .changes
        .iter()
        .take(TOLD)
        .map(|change| compare::sentence(change, &names))
        .collect();
    let mut line = format!("{}: {}", look.say(words::SINCE), told.join(" · "));
    let rest = version.changes.len().saturating_sub(TOLD);
    if rest > 0 {
        line.push_str(" · ");
        line.push_str(&words::and_more(rest, language));
    }
    ui.label(RichText::new(line).color(look.theme.ink));
    ui.horizontal_wrapped(|ui| {
        for (text, deed) in [
            (words::DIFFERENCES, VersionDeed::Compare),
            (words::PUT_BACK, VersionDeed::PutBack),
            (words::OPEN_COPY, VersionDeed::Copy),
        ] {
            if button(look, ui, look.say(text), Weight::Plain).clicked() {
                out.send(Request::Version(deed, place));
            }
        }
    });
}
