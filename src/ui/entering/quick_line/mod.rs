//! The quick line at the bottom of the map.
//!
//! `keys` takes the keys before the field gets them, `above` draws what was understood; the field itself is here.

mod above;
mod keys;

use std::rc::Rc;

use eframe::egui::{
    self, Align2, CornerRadius, Frame, Id, Margin, Order, RichText, Stroke, Ui, text::CCursor,
    text::CCursorRange,
};

use super::Entering;
use super::pieces;
use super::quick_chips::ChipAction;
use crate::model::Actor;
use crate::session::quick::{Choices, Found, Lexicon, Understood, completions, understand};
use crate::text::entering as words;
use crate::ui::cx::{Cx, Outbox};
use crate::ui::theme;
use crate::ui::view::Overlay;
use above::above_ui;
use keys::{keys, take_paste};

/// The widest the line becomes.
const WIDEST: f32 = 724.0;

/// What the quick line remembers.
#[derive(Debug, Default)]
pub(super) struct QuickLine {
    line: String,
    pasted: Option<String>,
    choices: Choices,
    read: Option<Read>,
    lexicon: Option<Lexicon>,
    error: Option<String>,
    completion: Option<usize>,
    all_arenas: bool,
    /// Enter came together with letters, which the field must take first.
    entered: bool,
    wants: Wants,
    height: f32,
}

/// Where the focus should go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Wants {
    /// Where it is.
    #[default]
    Nothing,
    /// To the field.
    Field,
    /// To the first chip.
    FirstChip,
}

/// A line as it was understood on one state of the map.
#[derive(Debug)]
struct Read {
    text: String,
    generation: u64,
    understood: Rc<Understood>,
}

impl QuickLine {
    pub(super) fn start_with(&mut self, text: &str) {
        self.wants = Wants::Field;
        if is_list(text) {
            self.pasted = Some(text.to_owned());
        } else {
            self.line.push_str(text.trim_end_matches(['\r', '\n']));
        }
    }

    pub(super) fn text(&self) -> &str {
        self.pasted.as_deref().unwrap_or(&self.line)
    }

    fn is_empty(&self) -> bool {
        self.pasted.is_none() && self.line.is_empty()
    }

    fn empty(&mut self) {
        self.line.clear();
        self.pasted = None;
        self.forget_choices();
    }

    fn forget_choices(&mut self) {
        self.choices = Choices::default();
        self.error = None;
        self.completion = None;
        self.all_arenas = false;
    }

    /// Gives what the line means; read again only when the line or the map changed.
    fn understood(&mut self, cx: &Cx<'_>) -> Rc<Understood> {
        let generation = cx.session.generation();
        let fresh = self
            .read
            .as_ref()
            .is_some_and(|read| read.generation == generation && read.text == self.text());
        if !fresh {
            let text = self.text().to_owned();
            let lexicon = self.lexicon.get_or_insert_with(words::lexicon);
            let understood = Rc::new(understand(&text, cx.now(), lexicon));
            self.read = Some(Read {
                text,
                generation,
                understood,
            });
        }
        let read = self.read.as_ref().map(|read| Rc::clone(&read.understood));
        read.unwrap_or_default()
    }

    fn act(&mut self, action: ChipAction) {
        self.error = None;
        match action {
            ChipAction::Turn(id) => self.choices.turn(id),
            ChipAction::Arena(place, arena) => {
                self.choices.arenas.insert(place, arena);
            }
            ChipAction::More => self.all_arenas = true,
        }
        self.wants = Wants::Field;
    }
}

fn is_list(text: &str) -> bool {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.count() > 1 || text.trim().contains('\t')
}

/// Draws the quick line at the bottom of the map.
pub(crate) fn quick_line_ui(cx: &Cx<'_>, ui: &mut Ui, entering: &mut Entering, out: &mut Outbox) {
    let quick = &mut entering.quick;
    if cx.on_the_wall()
        || matches!(
            cx.view.overlay,
            Some(Overlay::Round | Overlay::BridgeTalk(..))
        )
    {
        return;
    }
    let room = ui.max_rect();
    let width = (room.width() - 32.0).clamp(160.0, WIDEST);
    let area = egui::Area::new(Id::new("quick-line"))
        .order(Order::Middle)
        .pivot(Align2::CENTER_BOTTOM)
        .fixed_pos(room.center_bottom() - egui::vec2(0.0, 12.0))
        .constrain_to(room)
        .fade_in(false)
        .movable(false);
    let shown = area.show(ui.ctx(), |ui| {
        ui.set_width(width);
        line_ui(cx, ui, quick, out);
        ui.min_rect().height()
    });
    if (shown.inner - quick.height).abs() > 0.5 {
        // The line stands on its foot, so what was drawn stands wrong when the height changed.
        quick.height = shown.inner;
        ui.ctx()
            .request_discard("the quick line changed its height");
    }
}

fn line_ui(cx: &Cx<'_>, ui: &mut Ui, quick: &mut QuickLine, out: &mut Outbox) {
    let id = field_id();
    let focused = ui.memory(|memory| memory.has_focus(id));
    if focused {
        take_paste(ui, quick);
    }
    let understood = quick.understood(cx);
    let offers = offers(cx, quick, &understood);
    if focused {
        keys(cx, ui, quick, &understood, &offers, out);
    }
    let understood = quick.understood(cx);
    if focused || !quick.is_empty() {
        above_ui(cx, ui, quick, &understood, &offers, out);
    }
    field_ui(cx, ui, quick, &understood, focused);
    if quick.wants == Wants::Field {
        // After the field, so that what was typed to come here is not typed twice.
        quick.wants = Wants::Nothing;
        ui.memory_mut(|memory| memory.request_focus(id));
        let mut state = egui::TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
        let end = CCursor::new(quick.line.chars().count());
        state.cursor.set_char_range(Some(CCursorRange::one(end)));
        egui::TextEdit::store_state(ui.ctx(), id, state);
        ui.ctx().request_repaint();
    }
}

fn field_id() -> Id {
    Id::new("quick-line-field")
}

/// Gives the part of the line that a name of an actor could complete: the last end of a relation.
fn offers<'a>(cx: &Cx<'a>, quick: &QuickLine, understood: &Understood) -> Vec<&'a Actor> {
    let Some(last) = understood.subjects.last() else {
        return Vec::new();
    };
    let whole = last.found.is_some_and(|found| found.exact);
    if quick.pasted.is_some() || understood.ties.is_empty() || whole {
        return Vec::new();
    }
    completions(&cx.session.document().now, &last.name, 6)
}

fn field_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    quick: &mut QuickLine,
    understood: &Understood,
    focused: bool,
) {
    // The margin makes up for the outline, so that nothing moves with the focus.
    let (width, stroke, margin) = if focused {
        (2.0, cx.theme.accent, Margin::symmetric(17, 7))
    } else {
        (1.0, cx.theme.faint, Margin::symmetric(18, 8))
    };
    let hint = hint(cx, understood);
    let listed = quick.pasted.is_some();
    let label = cx.say(words::FIELD);
    let placeholder = if listed {
        words::names_recognised(understood.subjects.len(), cx.language())
    } else {
        label.to_owned()
    };
    Frame::new()
        .fill(cx.theme.panel)
        .stroke(Stroke::new(width, stroke))
        .corner_radius(CornerRadius::same(12))
        .inner_margin(margin)
        .show(ui, |ui| edit_ui(cx, ui, quick, (&placeholder, hint)));
}

/// Draws the field itself, with the hint at its right while there is room.
fn edit_ui(cx: &Cx<'_>, ui: &mut Ui, quick: &mut QuickLine, (placeholder, hint): (&str, &str)) {
    let font = theme::regular(16.0);
    let width_of = |text: &str, font: egui::FontId| {
        let galley = ui
            .painter()
            .layout_no_wrap(text.to_owned(), font, cx.theme.ink);
        galley.size().x
    };
    let room = ui.available_width();
    let remark = width_of(hint, theme::regular(12.5));
    let shown = if quick.line.is_empty() {
        placeholder
    } else {
        &quick.line
    };
    let fits = width_of(shown, font.clone()) + remark + 24.0 < room;
    let edit = egui::TextEdit::singleline(&mut quick.line)
        .id(field_id())
        .hint_text(RichText::new(placeholder).color(cx.theme.faint))
        .font(font)
        .frame(Frame::NONE)
        .vertical_align(egui::Align::Center)
        .min_size(egui::vec2(0.0, 30.0))
        .event_filter(egui::EventFilter {
            tab: true,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
        })
        .desired_width(if fits { room - remark - 16.0 } else { room });
    let row = ui.horizontal(|ui| {
        ui.set_min_width(room);
        ui.add(edit)
    });
    if fits {
        pieces::at_right(ui, row.response.rect, hint, cx.theme.dim);
    }
    pieces::name_field(ui, field_id(), cx.say(words::FIELD));
    if row.inner.changed() {
        quick.pasted = None;
        quick.error = None;
        quick.completion = None;
        if quick.line.is_empty() {
            quick.forget_choices();
        }
    }
}

fn hint(cx: &Cx<'_>, understood: &Understood) -> &'static str {
    let known = matches!(understood.single(), Some(one) if matches!(one.found, Some(Found { .. })));
    if !understood.ties.is_empty() {
        cx.say(words::HINT_RELATION)
    } else if known {
        cx.say(words::HINT_EXISTING)
    } else {
        cx.say(words::HINT)
    }
}
