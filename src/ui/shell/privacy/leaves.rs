//! Exactly what leaves in a copy: each text with its place, or the file as it will stand there.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use eframe::egui::{self, RichText, ScrollArea, Stroke, Ui};

use super::super::look::{Look, choice_ui};
use super::send::{Send, head, remark};
use super::tick_ui;
use crate::model::{ActorId, Document, IdSource, Language};
use crate::share::{self, Level, Part, Terms};
use crate::storage;
use crate::text::compare::{Names, field_name};
use crate::text::{privacy as words, share as share_words};
use crate::ui::theme;

/// Most texts that are listed; the file itself has all.
const LISTED: usize = 300;

/// A copy of one level.
#[derive(Debug)]
pub(super) struct Made {
    pub(super) copy: Arc<Document>,
    pub(super) gone: BTreeMap<Part, usize>,
    pub(super) key: BTreeMap<ActorId, String>,
    pub(super) ids: BTreeMap<String, String>,
    pub(super) rows: Vec<Row>,
    pub(super) file: String,
}

/// One text that leaves.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) place: String,
    pub(super) text: String,
    pub(super) private: bool,
}

impl Made {
    /// Makes the copy, and lists what leaves in it.
    pub(super) fn new(
        document: &Document,
        level: Level,
        private_questions: &BTreeSet<String>,
        seed: u64,
        language: Language,
    ) -> Self {
        let content = document.language;
        let redacted = share::redact(
            document,
            &Terms {
                level,
                seed,
                words: &|named| share_words::named(named, content),
                private_questions,
            },
        );
        let mut ids = IdSource::new(seed.rotate_left(29));
        let copy = storage::as_sent(&redacted.document, level == Level::Full, &mut ids);
        let documents = [&copy];
        let names = Names::new(&documents, language);
        let rows = share::texts(&copy)
            .into_iter()
            .map(|told| {
                let field = told
                    .spot
                    .field()
                    .map(|field| field_name(field, language))
                    .unwrap_or_default();
                Row {
                    place: format!("{} · {field}", names.place(&told.spot)),
                    text: told.text.to_owned(),
                    private: told.private,
                }
            })
            .collect();
        Self {
            file: storage::print_document(&copy),
            rows,
            gone: redacted.gone,
            key: redacted.key,
            ids: redacted.ids,
            copy: Arc::new(copy),
        }
    }
}

/// Draws exactly what leaves.
pub(super) fn leaves_ui(look: Look<'_>, ui: &mut Ui, send: &mut Send) {
    let language = look.language();
    let level = send.level;
    ui.label(head(look, look.say(words::WHAT_LEAVES)));
    let Some(made) = send
        .made
        .iter()
        .find(|(of, _)| *of == level)
        .map(|(_, made)| made)
    else {
        return;
    };
    let private = made.rows.iter().filter(|row| row.private).count();
    let now = &made.copy.now;
    let goes = words::goes(
        now.actors.len(),
        now.relations.len(),
        made.rows.len(),
        private,
        language,
    );
    ui.label(RichText::new(goes).font(theme::medium(theme::BODY)));
    ui.label(remark(look, words::stays(&made.gone, language)));
    let options = [
        (false, look.say(words::AS_TEXTS)),
        (true, look.say(words::AS_FILE)),
    ];
    if let Some(as_file) = choice_ui(look, ui, send.as_file, &options) {
        send.as_file = as_file;
    }
    if private > 0 {
        let word = look.say(words::SHOW_PRIVATE);
        tick_ui(look, ui, &mut send.private_shown, word);
    }
    let height = (ui.ctx().content_rect().height() - 450.0).clamp(140.0, 420.0);
    egui::Frame::new()
        .fill(look.theme.canvas)
        .stroke(Stroke::new(1.0, look.theme.hairline))
        .corner_radius(8)
        .inner_margin(egui::Margin::symmetric(12, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            if send.as_file {
                file_ui(look, ui, made, height, send.private_shown || private == 0);
            } else {
                rows_ui(look, ui, made, height, send.private_shown);
            }
        });
    if level.nameless() {
        if level == Level::Pseudonyms && !send.hits.is_empty() {
            let masked: BTreeSet<&str> = send.hits.iter().map(|hit| hit.found.as_str()).collect();
            let masked: Vec<&str> = masked.into_iter().collect();
            let line = format!("{}: {}", look.say(words::MASKED), masked.join(", "));
            ui.label(remark(look, line));
        }
        ui.label(remark(look, look.say(words::ALTERNATIVE_NAMES)));
    }
}

fn rows_ui(look: Look<'_>, ui: &mut Ui, made: &Made, height: f32, private_shown: bool) {
    let language = look.language();
    ScrollArea::vertical()
        .id_salt("what leaves")
        .max_height(height)
        .auto_shrink([false, false])
        .show(ui, |ui| {
            if made.rows.is_empty() {
                ui.label(remark(look, look.say(words::NO_TEXTS)));
            }
            ui.spacing_mut().item_spacing.y = 2.0;
            for row in made.rows.iter().take(LISTED) {
                let place = if row.private {
                    format!("{} · {}", row.place, look.say(words::PRIVATE_GOES))
                } else {
                    row.place.clone()
                };
                ui.label(remark(look, place));
                let text = if row.private && !private_shown {
                    words::private_length(row.text.chars().count(), language)
                } else {
                    row.text.clone()
                };
                ui.label(RichText::new(text).color(look.theme.ink));
                ui.add_space(5.0);
            }
            let rest = made.rows.len().saturating_sub(LISTED);
            if rest > 0 {
                ui.label(remark(look, words::more(rest, language)));
            }
        });
}

fn file_ui(look: Look<'_>, ui: &mut Ui, made: &Made, height: f32, shown: bool) {
    if !shown {
        ui.set_min_height(height);
        ui.label(remark(look, look.say(words::SHOW_PRIVATE)));
        return;
    }
    let lines: Vec<&str> = made.file.lines().collect();
    ui.spacing_mut().item_spacing.y = 1.0;
    ScrollArea::both()
        .id_salt("the file")
        .max_height(height)
        .auto_shrink([false, false])
        .show_rows(ui, 18.0, lines.len(), |ui, range| {
            for line in lines.get(range).unwrap_or_default() {
                let line: String = line.chars().take(400).collect();
                let text = RichText::new(line).font(theme::regular(theme::REMARK));
                ui.add(egui::Label::new(text.color(look.theme.ink)).extend());
            }
        });
}
