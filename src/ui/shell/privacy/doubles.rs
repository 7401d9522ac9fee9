//! Actors that may be the same: each pair is decided by somebody, or left.

use std::sync::Arc;

use eframe::egui::{self, RichText};

use super::super::look::{Look, Weight, button};
use super::super::sheet::sheet_ui;
use crate::edit::{Edit, MapChange, WholeChange};
use crate::model::{ActorId, Document};
use crate::share::{self, Double};
use crate::text::privacy as words;
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::theme;

/// Most pairs that are listed at once.
const LISTED: usize = 50;

/// The pairs of one state of the map.
#[derive(Debug, Default)]
pub(crate) struct Doubles {
    of: Option<Arc<Document>>,
    found: Vec<Double>,
}

impl Doubles {
    fn look_at(&mut self, document: &Arc<Document>) {
        if !self.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, document)) {
            self.found = share::doubles(document);
            self.of = Some(Arc::clone(document));
        }
    }
}

/// Draws the sheet; says whether the user closes it.
pub(super) fn doubles_ui(
    cx: &Cx<'_>,
    ctx: &egui::Context,
    sheet: &mut Doubles,
    out: &mut Outbox,
) -> bool {
    let look = Look {
        theme: cx.theme,
        settings: cx.settings,
    };
    let document = cx.session.committed();
    sheet.look_at(document);
    let found = &sheet.found;
    sheet_ui(look, ctx, look.say(words::DOUBLES), 720.0, |ui| {
        let intro = if found.is_empty() {
            words::NO_DOUBLES
        } else {
            words::DOUBLES_WHY
        };
        ui.label(RichText::new(look.say(intro)).color(look.theme.dim));
        for double in found.iter().take(LISTED) {
            ui.separator();
            pair_ui(look, ui, document, *double, out);
        }
    })
}

fn pair_ui(
    look: Look<'_>,
    ui: &mut egui::Ui,
    document: &Arc<Document>,
    double: Double,
    out: &mut Outbox,
) {
    let language = look.language();
    let name = |id: ActorId| {
        let actor = document.now.actors.get(id);
        let name = actor.map_or("–", |actor| actor.name.as_str());
        name.chars().take(50).collect::<String>()
    };
    let (one, other) = (name(double.one), name(double.other));
    let why = if double.same_name {
        words::SAME_NAME
    } else {
        words::MUCH_ALIKE
    };
    ui.label(
        RichText::new(format!("{one} · {other}"))
            .font(theme::semibold(theme::BODY))
            .color(look.theme.ink),
    );
    ui.label(
        RichText::new(look.say(why))
            .font(theme::regular(theme::REMARK))
            .color(look.theme.dim),
    );
    ui.horizontal_wrapped(|ui| {
        for (kept, gone, name) in [
            (double.one, double.other, &one),
            (double.other, double.one, &other),
        ] {
            let label = words::join_as(name, language);
            if button(look, ui, &label, Weight::Plain).clicked() {
                let joined = Box::new(share::join_actors(document, kept, gone));
                out.edit(Edit::Whole(WholeChange::Joined, joined));
            }
        }
        if button(look, ui, look.say(words::NOT_SAME), Weight::Plain).clicked() {
            let (low, high) = (double.one.min(double.other), double.one.max(double.other));
            out.edit(Edit::Map(MapChange::NotSame(low, high, true)));
        }
        if button(look, ui, look.say(words::GO_THERE), Weight::Quiet).clicked() {
            out.send(Request::LightUp(vec![double.one, double.other]));
            out.send(Request::Overlay(None));
        }
    });
}
