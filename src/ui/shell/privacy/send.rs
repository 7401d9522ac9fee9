//! A copy to send: for whom, what goes in, a passphrase, and exactly what leaves.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use eframe::egui::{self, CornerRadius, RichText, Sense, Stroke, Ui, WidgetInfo, WidgetType, vec2};
use zeroize::Zeroizing;

use super::super::look::{Look, Weight, button, focus_ring};
use super::super::sheet::sheet_ui;
use super::leaves::{Made, leaves_ui};
use super::{tick_ui, typed_field};
use crate::model::{ActorId, Document, Language};
use crate::share::{self, Level};
use crate::storage::{self, Passphrase};
use crate::text::{privacy as words, shell::UNTITLED};
use crate::ui::cx::{Cx, Outbox, PrivacyDeed, Request};
use crate::ui::theme::{self, icons};

/// How strong a passphrase must be, of 0 to 4.
const STRONG: u8 = 3;

/// How far the copy is.
#[derive(Debug, Clone)]
pub(crate) enum SendState {
    /// What goes in is being chosen.
    Choosing,
    /// It is being sealed and saved.
    Working(Arc<AtomicBool>),
    /// It was not made, and why.
    Failed(String),
    /// It stands there.
    Sent(PathBuf),
}

/// What the sheet remembers.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a box that is ticked or not"
)]
pub(crate) struct Send {
    pub(super) level: Level,
    pub(super) made: Vec<(Level, Made)>,
    whom: String,
    sealed: bool,
    passphrase: Zeroizing<String>,
    strength: u8,
    shown: bool,
    pub(super) as_file: bool,
    pub(super) private_shown: bool,
    pub(super) hits: Vec<share::Hit>,
    /// How far the copy is.
    pub(crate) state: SendState,
}

impl Send {
    /// Makes the copies of all levels, so that each can be seen before one is chosen.
    pub(crate) fn new(
        document: &Document,
        private_questions: &BTreeSet<String>,
        seed: u64,
        language: Language,
    ) -> Self {
        let made = Level::ALL
            .into_iter()
            .map(|level| {
                (
                    level,
                    Made::new(document, level, private_questions, seed, language),
                )
            })
            .collect();
        let mut send = Self {
            level: Level::default(),
            made,
            whom: String::new(),
            sealed: true,
            passphrase: Zeroizing::default(),
            strength: 0,
            shown: false,
            as_file: false,
            private_shown: false,
            hits: share::hits(document),
            state: SendState::Choosing,
        };
        send.take_new_words();
        send
    }

    fn take_new_words(&mut self) {
        use secrecy::ExposeSecret as _;
        if let Some(made) = storage::generated() {
            self.passphrase = Zeroizing::new(made.expose_secret().to_owned());
        }
        self.weigh();
    }

    fn weigh(&mut self) {
        self.strength = storage::strength(&Passphrase::from(self.passphrase.as_str()));
    }

    fn chosen(&self) -> Option<&Made> {
        self.made
            .iter()
            .find(|(level, _)| *level == self.level)
            .map(|(_, made)| made)
    }

    /// Gives the copy that was chosen, and the identities in it where they differ.
    pub(crate) fn copy(&self) -> Option<(Arc<Document>, BTreeMap<String, String>)> {
        self.chosen()
            .map(|made| (Arc::clone(&made.copy), made.ids.clone()))
    }

    /// Gives who is who in a copy without names, to be kept in the map.
    pub(crate) fn key(&self) -> Option<&BTreeMap<ActorId, String>> {
        self.chosen()
            .map(|made| &made.key)
            .filter(|_| self.level == Level::Pseudonyms)
    }

    /// Gives the passphrase, where the copy is sealed.
    pub(crate) fn passphrase(&self) -> Option<Passphrase> {
        self.sealed
            .then(|| Passphrase::from(self.passphrase.as_str()))
    }

    /// Gives for whom the copy is.
    pub(crate) fn whom(&self) -> &str {
        self.whom.trim()
    }

    /// Says whether the copy is sealed.
    pub(crate) fn sealed(&self) -> bool {
        self.sealed
    }
}

/// Draws the sheet; says whether the user closes it.
pub(super) fn send_ui(cx: &Cx<'_>, ctx: &egui::Context, send: &mut Send, out: &mut Outbox) -> bool {
    let look = Look {
        theme: cx.theme,
        settings: cx.settings,
    };
    let mut left = false;
    let closed = sheet_ui(look, ctx, look.say(words::SEND), 1080.0, |ui| {
        if let SendState::Sent(path) = send.state.clone() {
            left = sent_ui(look, ui, send, &path, out);
            return;
        }
        let wide = ui.available_width() > 700.0;
        if wide {
            let width = ui.available_width();
            let first = (width * 0.44).floor();
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                column_ui(ui, first, |ui| choices_ui(look, ui, send));
                ui.add_space(28.0);
                column_ui(ui, width - first - 28.0, |ui| leaves_ui(look, ui, send));
            });
        } else {
            choices_ui(look, ui, send);
            ui.add_space(12.0);
            leaves_ui(look, ui, send);
        }
        ui.add_space(12.0);
        left = deeds_ui(look, ui, send, out);
    });
    closed || left
}

fn column_ui(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing = vec2(8.0, 5.0);
        contents(ui);
    });
}

pub(super) fn head(look: Look<'_>, text: &str) -> RichText {
    RichText::new(text)
        .font(theme::semibold(theme::HEAD))
        .color(look.theme.ink)
}

pub(super) fn remark(look: Look<'_>, text: impl Into<String>) -> RichText {
    RichText::new(text)
        .font(theme::regular(theme::REMARK))
        .color(look.theme.dim)
}

fn choices_ui(look: Look<'_>, ui: &mut Ui, send: &mut Send) {
    let label = ui.label(head(look, look.say(words::FOR_WHOM)));
    ui.add(typed_field(&mut send.whom).hint_text(look.say(words::FOR_WHOM_HINT)))
        .labelled_by(label.id);
    ui.add_space(6.0);
    ui.label(head(look, look.say(words::WHAT_GOES)));
    for level in Level::ALL {
        if option_ui(look, ui, level, send.level == level).clicked() {
            send.level = level;
        }
    }
    ui.add_space(6.0);
    tick_ui(look, ui, &mut send.sealed, look.say(words::SEAL_IT))
        .on_hover_text(look.say(words::SEAL_HINT));
    if send.sealed {
        secret_ui(look, ui, send);
    }
}

/// Draws the passphrase, how strong it is, and how to pass it on.
fn secret_ui(look: Look<'_>, ui: &mut Ui, send: &mut Send) {
    let label = ui
        .horizontal(|ui| {
            let label = ui.label(remark(look, look.say(words::PASSPHRASE)));
            let strength = format!(
                "{}: {}",
                look.say(words::STRENGTH),
                look.say(words::strength(send.strength))
            );
            ui.label(remark(look, strength));
            bars_ui(look, ui, send.strength);
            label
        })
        .inner;
    let field = ui
        .add(typed_field(&mut send.passphrase).password(!send.shown))
        .labelled_by(label.id);
    if field.changed() {
        send.weigh();
    }
    ui.horizontal_wrapped(|ui| {
        tick_ui(look, ui, &mut send.shown, look.say(words::SHOW_WORDS));
        if button(look, ui, look.say(words::OTHER_WORDS), Weight::Quiet).clicked() {
            send.take_new_words();
        }
    });
    let advice = if send.strength < STRONG {
        words::TOO_WEAK
    } else {
        words::TELL_BY_PHONE
    };
    ui.label(
        RichText::new(look.say(advice))
            .font(theme::medium(theme::REMARK))
            .color(look.theme.ink),
    );
}

/// Draws how strong a passphrase is as four bars.
fn bars_ui(look: Look<'_>, ui: &mut Ui, strength: u8) {
    let (rect, _) = ui.allocate_exact_size(vec2(52.0, 12.0), Sense::hover());
    for number in 0..4_u8 {
        let left = rect.left() + 13.0 * f32::from(number);
        let bar = egui::Rect::from_min_size(egui::pos2(left, rect.top() + 3.0), vec2(10.0, 6.0));
        if number < strength {
            ui.painter()
                .rect_filled(bar, CornerRadius::same(2), look.theme.accent);
        } else {
            ui.painter().rect_stroke(
                bar,
                CornerRadius::same(2),
                Stroke::new(1.0, look.theme.faint),
                egui::StrokeKind::Inside,
            );
        }
    }
}

/// Draws a level with what it means; all of it can be clicked.
fn option_ui(look: Look<'_>, ui: &mut Ui, level: Level, chosen: bool) -> egui::Response {
    let title = look.say(words::level(level));
    let room = ui.available_width() - 34.0;
    let name = ui.painter().layout(
        title.to_owned(),
        theme::medium(theme::BODY),
        look.theme.ink,
        room,
    );
    let why = ui.painter().layout(
        look.say(words::level_why(level)).to_owned(),
        theme::regular(theme::REMARK),
        look.theme.dim,
        room,
    );
    let height = name.size().y + why.size().y + 8.0;
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::RadioButton, true, chosen, title));
    if chosen || response.hovered() {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(8), look.theme.soft);
    }
    focus_ring(look, ui, rect.shrink(2.0), &response);
    let middle = egui::pos2(rect.left() + 15.0, rect.top() + 4.0 + name.size().y / 2.0);
    ui.painter()
        .circle_stroke(middle, 7.0, Stroke::new(1.5, look.theme.faint));
    if chosen {
        ui.painter().circle_filled(middle, 4.0, look.theme.accent);
    }
    let left = rect.left() + 30.0;
    let below = rect.top() + 4.0 + name.size().y;
    ui.painter()
        .galley(egui::pos2(left, rect.top() + 4.0), name, look.theme.ink);
    ui.painter()
        .galley(egui::pos2(left, below), why, look.theme.dim);
    response
}

/// Draws what can be done; says whether the user leaves.
fn deeds_ui(look: Look<'_>, ui: &mut Ui, send: &mut Send, out: &mut Outbox) -> bool {
    let mut left = false;
    if let SendState::Failed(why) = &send.state {
        ui.label(RichText::new(why).color(look.theme.conflict));
    }
    ui.horizontal_wrapped(|ui| {
        if let SendState::Working(cancel) = &send.state {
            ui.spinner();
            ui.label(look.say(words::SEALING));
            if button(look, ui, look.say(words::STOP), Weight::Plain).clicked() {
                cancel.store(true, std::sync::atomic::Ordering::Relaxed);
            }
            return;
        }
        let ready = !send.sealed || send.strength >= STRONG;
        ui.add_enabled_ui(ready, |ui| {
            if button(look, ui, look.say(words::SAVE_COPY), Weight::Main).clicked() {
                out.send(Request::Privacy(PrivacyDeed::SaveCopy));
            }
            if send.sealed
                && button(look, ui, look.say(words::COPY_SEALED), Weight::Plain).clicked()
            {
                out.send(Request::Privacy(PrivacyDeed::CopySealed));
            }
        });
        left = button(look, ui, look.say(words::CANCEL), Weight::Plain).clicked();
        ui.label(remark(look, look.say(words::ORIGINAL_STAYS)));
    });
    left
}

/// Draws where the copy stands; says whether the user leaves.
fn sent_ui(
    look: Look<'_>,
    ui: &mut Ui,
    send: &mut Send,
    path: &std::path::Path,
    out: &mut Outbox,
) -> bool {
    let language = look.language();
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let line = words::sent(&name, language);
    ui.horizontal_wrapped(|ui| {
        ui.label(
            RichText::new(icons::CHECK)
                .font(theme::icon(18.0))
                .color(look.theme.ink),
        );
        ui.label(RichText::new(line).font(theme::semibold(theme::SUBJECT)));
    });
    ui.label(remark(look, path.display().to_string()));
    ui.add_space(8.0);
    if send.sealed {
        ui.label(
            RichText::new(look.say(words::TELL_BY_PHONE))
                .font(theme::medium(theme::BODY))
                .color(look.theme.ink),
        );
        tick_ui(look, ui, &mut send.shown, look.say(words::SHOW_WORDS));
        if send.shown {
            ui.label(RichText::new(send.passphrase.as_str()).font(theme::semibold(18.0)));
        }
        ui.add_space(8.0);
    }
    if send.key().is_some() {
        ui.label(look.say(words::KEY_IN_MAP));
    }
    ui.label(remark(look, look.say(words::FOUND_AGAIN)));
    ui.add_space(12.0);
    ui.horizontal_wrapped(|ui| {
        let done = button(look, ui, look.say(words::DONE), Weight::Main).clicked();
        if button(look, ui, look.say(words::SHOW_FOLDER), Weight::Plain).clicked() {
            let path = path.to_owned();
            out.send(Request::Privacy(PrivacyDeed::ShowFolder(path)));
        }
        done
    })
    .inner
}

/// Gives the title that a copy is named by.
pub(crate) fn title_of(document: &Document, level: Option<Level>, language: Language) -> String {
    let nameless = level.is_some_and(Level::nameless);
    if document.title.is_empty() || nameless {
        UNTITLED.get(language).to_owned()
    } else {
        document.title.clone()
    }
}

impl Send {
    /// Gives what the copy is named by: a title may hold what the copy leaves out.
    pub(crate) fn title(&self, document: &Document, language: Language) -> String {
        title_of(document, Some(self.level), language)
    }
}
