//! One step that takes names and texts out of the open map.

use std::collections::BTreeSet;

use eframe::egui::{self, Grid, RichText};

use super::super::look::{Look, Weight, button};
use super::super::sheet::sheet_ui;
use crate::edit::{Edit, WholeChange};
use crate::model::Document;
use crate::share::{self, Redacted, Terms};
use crate::text::{privacy as words, share as share_words};
use crate::ui::cx::{Cx, Outbox, PrivacyDeed, Request};
use crate::ui::theme;

/// Most names that are shown before and after.
const SHOWN: usize = 6;

/// The map without names, worked out before anything changes.
#[derive(Debug)]
pub(crate) struct Anonymise {
    redacted: Redacted,
    names: Vec<(String, String)>,
}

impl Anonymise {
    /// Works out what the map becomes.
    pub(crate) fn new(
        document: &Document,
        private_questions: &BTreeSet<String>,
        seed: u64,
    ) -> Self {
        let content = document.language;
        let redacted = share::anonymise(
            document,
            &Terms {
                level: share::Level::Pseudonyms,
                seed,
                words: &|named| share_words::named(named, content),
                private_questions,
            },
        );
        let names = document
            .now
            .actors
            .iter()
            .filter_map(|actor| {
                let after = redacted.key.get(&actor.id)?;
                Some((actor.name.clone(), after.clone()))
            })
            .collect();
        Self { redacted, names }
    }
}

/// Draws the sheet; says whether the user closes it.
pub(super) fn anonymise_ui(
    cx: &Cx<'_>,
    ctx: &egui::Context,
    sheet: &mut Anonymise,
    out: &mut Outbox,
) -> bool {
    let look = Look {
        theme: cx.theme,
        settings: cx.settings,
    };
    let language = look.language();
    let mut left = false;
    let closed = sheet_ui(look, ctx, look.say(words::ANONYMISE), 680.0, |ui| {
        let dim = |text: &str| {
            RichText::new(text)
                .font(theme::regular(theme::REMARK))
                .color(look.theme.dim)
        };
        ui.label(look.say(words::ANONYMISE_WHY));
        ui.label(words::stays(&sheet.redacted.gone, language));
        ui.add_space(6.0);
        Grid::new("names before and after")
            .num_columns(2)
            .spacing([24.0, 4.0])
            .show(ui, |ui| {
                ui.label(dim(look.say(words::BEFORE)));
                ui.label(dim(look.say(words::AFTER)));
                ui.end_row();
                for (before, after) in sheet.names.iter().take(SHOWN) {
                    let short: String = before.chars().take(60).collect();
                    ui.label(short);
                    ui.label(RichText::new(after).font(theme::medium(theme::BODY)));
                    ui.end_row();
                }
            });
        let rest = sheet.names.len().saturating_sub(SHOWN);
        if rest > 0 {
            ui.label(dim(&format!("… +{rest}")));
        }
        ui.add_space(6.0);
        ui.label(
            RichText::new(look.say(words::ANONYMISE_UNTIL_SAVED))
                .font(theme::medium(theme::BODY))
                .color(look.theme.ink),
        );
        ui.label(dim(look.say(words::ANONYMISE_COPIES)));
        ui.label(dim(look.say(share_words::RECOGNISABLE)));
        ui.add_space(10.0);
        ui.horizontal_wrapped(|ui| {
            let verb = look.say(words::ANONYMISE);
            if button(look, ui, verb, Weight::Main).clicked() {
                let document = Box::new(sheet.redacted.document.clone());
                out.edit(Edit::Whole(WholeChange::Anonymised, document));
                out.send(Request::Privacy(PrivacyDeed::Anonymised));
                left = true;
            }
            left |= button(look, ui, look.say(words::CANCEL), Weight::Plain).clicked();
        });
    });
    closed || left
}
