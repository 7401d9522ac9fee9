//! The quick line at the bottom of the map.

use std::rc::Rc;

use eframe::egui::{
    self, Align2, CornerRadius, Event, Frame, Id, Key, Margin, Modifiers, Order, RichText, Stroke,
    Ui, text::CCursor, text::CCursorRange,
};

use super::Entering;
use super::pieces::{self, Pill};
use super::quick_chips::{self, ChipAction, ChipRow};
use crate::model::{Actor, Arena, Term};
use crate::session::quick::{
    ChipId, ChipKind, Choices, Found, Ground, Lexicon, Trouble, Understood, completions, understand,
};
use crate::text::entering as words;
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::theme;

/// The widest the line becomes.
const WIDEST: f32 = 724.0;

/// What the quick line remembers.
#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each remembers one thing that happened"
)]
pub(super) struct QuickLine {
    line: String,
    pasted: Option<String>,
    choices: Choices,
    read: Option<Read>,
    lexicon: Option<Lexicon>,
    error: Option<String>,
    completion: Option<usize>,
    all_arenas: bool,
    wants_focus: bool,
    wants_chip: bool,
    pub(super) focused: bool,
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
        self.wants_focus = true;
        if is_list(text) {
            self.pasted = Some(text.to_owned());
        } else {
            self.line.push_str(text.trim_end_matches(['\r', '\n']));
        }
    }

    fn text(&self) -> &str {
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
        self.wants_focus = true;
    }
}

fn is_list(text: &str) -> bool {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.count() > 1 || text.trim().contains('\t')
}

/// Draws the quick line at the bottom of the map.
pub(crate) fn quick_line_ui(cx: &Cx<'_>, ui: &mut Ui, entering: &mut Entering, out: &mut Outbox) {
    let quick = &mut entering.quick;
    if cx.on_the_wall() {
        quick.focused = false;
        return;
    }
    let room = ui.max_rect();
    let width = (room.width() - 32.0).clamp(160.0, WIDEST);
    let area = egui::Area::new(Id::new("quick-line"))
        .order(Order::Middle)
        .pivot(Align2::CENTER_BOTTOM)
        .fixed_pos(room.center_bottom() - egui::vec2(0.0, 12.0))
        .constrain_to(room)
        .movable(false);
    area.show(ui.ctx(), |ui| {
        ui.set_width(width);
        line_ui(cx, ui, quick, out);
    });
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
    if quick.wants_focus {
        // After the field, so that what was typed to come here is not typed twice.
        quick.wants_focus = false;
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

/// Catches a paste of several lines, which the field would fold into one.
fn take_paste(ui: &Ui, quick: &mut QuickLine) {
    let pasted = ui.input_mut(|input| {
        let place = input
            .events
            .iter()
            .position(|event| matches!(event, Event::Paste(text) if is_list(text)))?;
        match input.events.remove(place) {
            Event::Paste(text) => Some(text),
            _ => None,
        }
    });
    if let Some(text) = pasted {
        quick.forget_choices();
        quick.pasted = Some(text);
    }
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

fn keys(
    cx: &Cx<'_>,
    ui: &Ui,
    quick: &mut QuickLine,
    understood: &Understood,
    offers: &[&Actor],
    out: &mut Outbox,
) {
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if pressed(Modifiers::NONE, Key::Escape) {
        if quick.is_empty() {
            ui.memory_mut(|memory| memory.surrender_focus(field_id()));
        }
        quick.empty();
    }
    if offers.is_empty() {
        quick.completion = None;
    } else {
        let last = offers.len() - 1;
        if pressed(Modifiers::NONE, Key::ArrowDown) {
            quick.completion = Some(quick.completion.map_or(0, |at| (at + 1).min(last)));
        }
        if pressed(Modifiers::NONE, Key::ArrowUp) {
            quick.completion = quick.completion.and_then(|at| at.checked_sub(1));
        }
    }
    if pressed(Modifiers::SHIFT, Key::Tab) {
        ui.memory_mut(|memory| memory.move_focus(egui::FocusDirection::Previous));
    }
    if pressed(Modifiers::NONE, Key::Tab) {
        // The chips stand above the field and come after it.
        quick.wants_chip = !understood.is_empty() && !understood.list;
        if !quick.wants_chip {
            ui.memory_mut(|memory| memory.move_focus(egui::FocusDirection::Next));
        }
    }
    if let Some(place) = quick_chips::asked_subject(cx, understood, &quick.choices) {
        arena_keys(cx, ui, quick, understood, place);
    }
    if pressed(Modifiers::NONE, Key::Enter) {
        match quick.completion.and_then(|at| offers.get(at)) {
            Some(actor) => complete(quick, understood, actor),
            None => place(cx, quick, understood, out),
        }
    }
}

/// Chooses an arena by Alt and a number, or the next one by Ctrl and an arrow.
fn arena_keys(cx: &Cx<'_>, ui: &Ui, quick: &mut QuickLine, understood: &Understood, place: usize) {
    let arenas = quick_chips::arenas(cx);
    let chosen = understood
        .subjects
        .get(place)
        .and_then(|subject| quick.choices.arena(place, subject));
    let at = arenas
        .iter()
        .position(|arena| Some(arena) == chosen.as_ref());
    let numbers = [
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
        Key::Num7,
        Key::Num8,
    ];
    let mut next: Option<&Term<Arena>> = None;
    for (number, key) in numbers.into_iter().enumerate() {
        if ui.input_mut(|input| input.consume_key(Modifiers::ALT, key)) {
            next = arenas.get(number);
        }
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::ArrowRight)) {
        next = arenas.get(at.map_or(0, |at| (at + 1) % arenas.len()));
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::ArrowLeft)) {
        let last = arenas.len().saturating_sub(1);
        next = arenas.get(at.map_or(last, |at| at.checked_sub(1).unwrap_or(last)));
    }
    if let Some(next) = next {
        quick.choices.arenas.insert(place, Some(next.clone()));
    }
}

/// Puts the name of an actor in the place of what was typed of it.
fn complete(quick: &mut QuickLine, understood: &Understood, actor: &Actor) {
    if let Some(last) = understood.subjects.last()
        && let Some(start) = quick.line.rfind(&last.name)
    {
        quick
            .line
            .replace_range(start..start + last.name.len(), &actor.name);
    } else {
        quick.line.clone_from(&actor.name);
    }
    quick.completion = None;
    quick.wants_focus = true;
}

fn place(cx: &Cx<'_>, quick: &mut QuickLine, understood: &Understood, out: &mut Outbox) {
    if understood.is_empty() {
        return;
    }
    let ground = Ground {
        now: cx.now(),
        issue: cx.issue().map(|issue| issue.id),
        new_issue: cx.say(words::NEW_ISSUE),
    };
    match understood.made(&quick.choices, ground, out.ids()) {
        Ok(made) => {
            match made.edit {
                Some(edit) => out.edit(edit),
                None => out.send(Request::Say(cx.say(words::NOTHING_NEW).to_owned())),
            }
            out.send(Request::Select(made.selection));
            quick.empty();
        }
        Err(trouble) => quick.error = Some(words::trouble(&trouble, cx.language())),
    }
}

/// Says whether a trouble goes away by typing on.
fn unfinished(trouble: &Trouble) -> bool {
    match trouble {
        Trouble::NoName | Trouble::OneEnd => true,
        Trouble::SameEnds
        | Trouble::NameTooLong { .. }
        | Trouble::TextTooLong
        | Trouble::TooManyActors
        | Trouble::TooManyRelations
        | Trouble::TooManyValues
        | Trouble::PositionRange
        | Trouble::LevelRange
        | Trouble::StrengthRange
        | Trouble::UnknownArena(_) => false,
    }
}

/// Draws what stands above the field: what is wrong, the chips, the names that complete, the names of a list.
fn above_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    quick: &mut QuickLine,
    understood: &Understood,
    offers: &[&Actor],
    out: &mut Outbox,
) {
    if understood.is_empty() {
        return;
    }
    let live = understood
        .trouble
        .as_ref()
        .filter(|trouble| !unfinished(trouble))
        .map(|trouble| words::trouble(trouble, cx.language()));
    if let Some(error) = quick.error.clone().or(live) {
        plate(cx, ui, |ui| pieces::trouble(ui, cx.theme, &error));
    }
    if understood.list {
        list_ui(cx, ui, quick, understood, out);
        return;
    }
    let mut row = ChipRow {
        wants_focus: std::mem::take(&mut quick.wants_chip),
        has_focus: false,
    };
    let mut action = quick_chips::pieces_ui(cx, ui, understood, &quick.choices, &mut row);
    if let Some(at) = quick_chips::asked_subject(cx, understood, &quick.choices) {
        let id = ChipId {
            subject: at,
            kind: ChipKind::Arena,
        };
        let subject = understood.subjects.get(at);
        let chosen = subject
            .and_then(|subject| quick.choices.arena(at, subject))
            .filter(|_| quick.choices.on(id));
        let arenas =
            quick_chips::arenas_ui(cx, ui, at, chosen.as_ref(), quick.all_arenas, &mut row);
        action = arenas.or(action);
    }
    if let Some(action) = action {
        quick.act(action);
    } else if row.has_focus {
        go_on_typing(ui, quick);
    }
    offers_ui(cx, ui, quick, understood, offers);
}

/// Goes back to the field with what was typed on a chip.
fn go_on_typing(ui: &Ui, quick: &mut QuickLine) {
    let typed: String = ui.input(|input| {
        let texts = input.events.iter().filter_map(|event| match event {
            Event::Text(text) if !text.trim().is_empty() => Some(text.as_str()),
            _ => None,
        });
        texts.collect()
    });
    if !typed.is_empty() {
        quick.start_with(&typed);
    }
}

fn plate(cx: &Cx<'_>, ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    Frame::new()
        .fill(cx.theme.panel)
        .stroke(Stroke::new(1.0, cx.theme.hairline))
        .corner_radius(CornerRadius::same(10))
        .inner_margin(Margin::symmetric(12, 7))
        .show(ui, add);
}

fn offers_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    quick: &mut QuickLine,
    understood: &Understood,
    offers: &[&Actor],
) {
    if offers.is_empty() {
        return;
    }
    let mut taken = None;
    plate(cx, ui, |ui| {
        ui.set_width(ui.available_width().min(360.0));
        for (index, actor) in offers.iter().enumerate() {
            ui.horizontal(|ui| {
                pieces::arena_mark(ui, cx.theme, cx.now().arena_of(actor), 8.0);
                let chosen = quick.completion == Some(index);
                let text = RichText::new(&actor.name).font(if chosen {
                    theme::semibold(theme::BODY)
                } else {
                    theme::regular(theme::BODY)
                });
                let width = ui.available_width();
                let row = egui::Button::selectable(chosen, text)
                    .truncate()
                    .min_size(egui::vec2(width, theme::ROW));
                if ui.add(row).clicked() {
                    taken = Some(*actor);
                }
            });
        }
    });
    if let Some(actor) = taken {
        complete(quick, understood, actor);
    }
}

fn list_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    quick: &mut QuickLine,
    understood: &Understood,
    out: &mut Outbox,
) {
    const SHOWN: usize = 8;
    let language = cx.language();
    let count = understood.subjects.len();
    plate(cx, ui, |ui| {
        ui.set_width(ui.available_width());
        pieces::head(ui, cx.theme, &words::names_recognised(count, language));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(10.0, 4.0);
            for subject in understood.subjects.iter().take(SHOWN) {
                let arena = subject.details.arena.as_ref();
                let arena = arena.and_then(|said| quick_chips::built_in(cx, &said.term));
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 5.0;
                    pieces::arena_mark(ui, cx.theme, arena, 7.0);
                    ui.add(egui::Label::new(&subject.name).truncate());
                });
            }
            if count > SHOWN {
                pieces::remark(ui, cx.theme, &words::and_more(count - SHOWN, language));
            }
        });
        if understood.doubles > 0 {
            pieces::remark(ui, cx.theme, &words::doubles(understood.doubles, language));
        }
        ui.horizontal(|ui| {
            let put = words::place_names(count, language);
            if count > 0 && pieces::pill(ui, &put, Pill::chosen(cx.theme), false).clicked() {
                place(cx, quick, understood, out);
                quick.wants_focus = true;
            }
            let drop = cx.say(words::DROP_LIST);
            if pieces::pill(ui, drop, Pill::quiet(cx.theme), false).clicked() {
                quick.empty();
                quick.wants_focus = true;
            }
        });
    });
}

#[expect(
    clippy::too_many_lines,
    reason = "one field with its keys, hint and completions"
)]
fn field_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    quick: &mut QuickLine,
    understood: &Understood,
    focused: bool,
) {
    let (width, stroke) = if focused {
        (2.0, cx.theme.accent)
    } else {
        (1.0, cx.theme.faint)
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
        .inner_margin(Margin::symmetric(18, 8))
        .show(ui, |ui| {
            let font = theme::regular(16.0);
            let line = ui
                .painter()
                .layout_no_wrap(quick.line.clone(), font.clone(), cx.theme.ink);
            let remark =
                ui.painter()
                    .layout_no_wrap(hint.to_owned(), theme::regular(12.5), cx.theme.dim);
            let room = ui.available_width();
            let shown = line
                .size()
                .x
                .max(if quick.line.is_empty() { 220.0 } else { 0.0 });
            let fits = shown + remark.size().x + 24.0 < room;
            let edit = egui::TextEdit::singleline(&mut quick.line)
                .id(field_id())
                .hint_text(RichText::new(placeholder).color(cx.theme.faint))
                .font(font)
                .frame(Frame::NONE)
                .vertical_align(egui::Align::Center)
                .min_size(egui::vec2(0.0, 30.0))
                .interactive(true)
                .event_filter(egui::EventFilter {
                    tab: true,
                    horizontal_arrows: true,
                    vertical_arrows: true,
                    escape: true,
                })
                .desired_width(if fits {
                    room - remark.size().x - 16.0
                } else {
                    room
                });
            let row = ui.horizontal(|ui| {
                ui.set_min_width(room);
                ui.add(edit)
            });
            if fits {
                pieces::at_right(ui, row.response.rect, hint, cx.theme.dim);
            }
            pieces::name_field(ui, field_id(), label);
            let response = row.inner;
            if response.changed() {
                if listed {
                    quick.pasted = None;
                }
                quick.error = None;
                quick.completion = None;
                if quick.line.is_empty() {
                    quick.forget_choices();
                }
            }
            quick.focused = response.has_focus();
        });
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
