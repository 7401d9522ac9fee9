//! The clashes that stayed in the map after a merge: each is settled by one click, and that can be undone.

use std::sync::Arc;

use eframe::egui::{self, RichText};

use super::Shell;
use super::look::{Look, Weight, button};
use super::sheet::sheet_ui;
use crate::edit::{Edit, MapChange, WholeChange};
use crate::merge::{Field, compare};
use crate::model::Document;
use crate::storage;
use crate::text::compare::{self as words, Names};
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::theme;

/// What taking the other side of each clash would do, worked out for one state of the map.
#[derive(Debug, Default)]
pub(super) struct Clashes {
    of: Option<Arc<Document>>,
    settled: Vec<Option<Document>>,
}

impl Clashes {
    fn look_at(&mut self, document: &Arc<Document>) {
        if !self.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, document)) {
            self.settled = (0..document.alternatives.len())
                .map(|place| storage::settle(document, place).ok())
                .collect();
            self.of = Some(Arc::clone(document));
        }
    }
}

/// Draws the sheet with the clashes.
pub(crate) fn clashes_ui(cx: &Cx<'_>, ctx: &egui::Context, shell: &mut Shell, out: &mut Outbox) {
    let look = Look {
        theme: cx.theme,
        settings: cx.settings,
    };
    let document = cx.session.committed();
    shell.clashes.look_at(document);
    let clashes = &shell.clashes;
    let closed = sheet_ui(look, ctx, look.say(words::CLASHES_TITLE), 760.0, |ui| {
        let intro = if clashes.settled.is_empty() {
            words::NO_CLASHES
        } else {
            words::CLASHES_INTRO
        };
        ui.label(RichText::new(look.say(intro)).font(theme::regular(theme::BODY)));
        for (place, settled) in clashes.settled.iter().enumerate() {
            ui.separator();
            let sentence = settled.as_ref().map_or_else(
                || look.say(words::UNFIT).to_owned(),
                |settled| told(document, settled, look),
            );
            ui.label(RichText::new(sentence).font(theme::medium(theme::BODY)));
            ui.horizontal_wrapped(|ui| {
                if button(look, ui, look.say(words::LEAVE_AS_IT_IS), Weight::Plain).clicked() {
                    out.edit(Edit::Map(MapChange::RemoveAlternative(place)));
                }
                if let Some(settled) = settled
                    && button(look, ui, look.say(words::TAKE_OTHER), Weight::Plain).clicked()
                {
                    let settled = Box::new(settled.clone());
                    out.edit(Edit::Whole(WholeChange::Settled, settled));
                }
            });
        }
    });
    if closed {
        out.send(Request::Overlay(None));
    }
}

/// Tells what the other side of a clash would change.
fn told(document: &Document, settled: &Document, look: Look<'_>) -> String {
    let documents = [document, settled];
    let names = Names::new(&documents, look.language());
    let changes = compare(document, settled);
    let told = changes
        .iter()
        .filter(|change| change.spot.field() != Some(Field::Alternatives));
    let sentences: Vec<String> = told.map(|change| words::sentence(change, &names)).collect();
    sentences.join(" · ")
}
