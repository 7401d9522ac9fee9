//! The chips above the quick line.

use eframe::egui::{self, RichText, Stroke, Ui};

use super::pieces::{self, Pill, short};
use crate::model::{Arena, Term};
use crate::session::quick::{Chip, ChipId, ChipKind, Choices, Says, Understood};
use crate::text::entering as words;
use crate::text::terms;
use crate::ui::cx::Cx;
use crate::ui::theme;

/// Something the user did to the chips.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum ChipAction {
    /// Turned a piece.
    Turn(ChipId),
    /// Chose an arena for a subject, or none.
    Arena(usize, Option<Term<Arena>>),
    /// Wants to see all arenas.
    More,
}

/// The focus among the chips.
#[derive(Debug, Clone, Copy)]
pub(super) struct ChipRow {
    /// Whether the first chip takes the focus.
    pub(super) wants_focus: bool,
    /// Whether one of them has it.
    pub(super) has_focus: bool,
}

impl ChipRow {
    fn see(&mut self, response: &egui::Response) {
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        self.has_focus |= response.has_focus();
    }
}

/// Gives the subject whose arena the chips ask: the last that is new, or has no arena yet.
pub(super) fn asked_subject(
    cx: &Cx<'_>,
    understood: &Understood,
    choices: &Choices,
) -> Option<usize> {
    if understood.list {
        return None;
    }
    let subjects = understood.subjects.iter().enumerate().rev();
    subjects
        .filter(|(place, subject)| {
            let found = ChipId {
                subject: *place,
                kind: ChipKind::Found,
            };
            let known = subject.found.filter(|_| choices.on(found));
            let known = known.and_then(|found| cx.now().actors.get(found.actor));
            !subject.name.is_empty()
                && known.is_none_or(|actor| {
                    let open = understood.ties.is_empty() && !actor.arena.asked();
                    open || subject.details.arena.is_some()
                })
        })
        .map(|(place, _)| place)
        .next()
}

/// Lists the arenas of the map in a fixed order: the built-in ones, then its own.
pub(super) fn arenas(cx: &Cx<'_>) -> Vec<Term<Arena>> {
    let built_in = Arena::ALL.iter().copied().map(Term::BuiltIn);
    let own = cx
        .now()
        .arenas
        .iter()
        .map(|own| Term::Own(own.name.clone()));
    built_in.chain(own).collect()
}

/// Gives the built-in arena of a term.
pub(super) fn built_in(cx: &Cx<'_>, term: &Term<Arena>) -> Option<Arena> {
    match term {
        Term::BuiltIn(arena) => Some(*arena),
        Term::Own(name) => {
            let own = cx.now().arenas.iter().find(|own| own.name == *name);
            own.map(|own| own.arena)
        }
    }
}

/// Draws the row of arenas; the chosen one stands first.
pub(super) fn arenas_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    place: usize,
    chosen: Option<&Term<Arena>>,
    all: bool,
    row: &mut ChipRow,
) -> Option<ChipAction> {
    let mut action = None;
    let arenas = arenas(cx);
    let mut order: Vec<(usize, &Term<Arena>)> = arenas.iter().enumerate().collect();
    order.sort_by_key(|(_, term)| Some(*term) != chosen);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        if chosen.is_none() {
            let look = Pill::chosen(cx.theme);
            let ask = RichText::new(cx.say(words::ARENA)).font(theme::semibold(13.5));
            egui::Frame::new()
                .fill(look.fill)
                .corner_radius(15)
                .inner_margin(egui::Margin::symmetric(12, 5))
                .show(ui, |ui| ui.label(ask.color(look.ink)));
        }
        let right = ui.max_rect().right();
        for (number, term) in &order {
            let word = terms::term(term, cx.language());
            let width = word_width(ui, word) + 26.0;
            let room = right - ui.cursor().left() - if all { 0.0 } else { 44.0 };
            if !all && width > room {
                let more = pieces::pill(ui, "…", Pill::quiet(cx.theme), false);
                more.widget_info(|| {
                    egui::WidgetInfo::labeled(egui::WidgetType::Button, true, cx.say(words::MORE))
                });
                row.see(&more);
                if more.on_hover_text(cx.say(words::MORE)).clicked() {
                    action = Some(ChipAction::More);
                }
                break;
            }
            let is_chosen = chosen == Some(*term);
            let look = Pill::arena(cx.theme, built_in(cx, term), is_chosen);
            let tip = if *number < 8 {
                format!("Alt+{}", number + 1)
            } else {
                cx.say(words::ARENA_KEYS).to_owned()
            };
            let chip = pieces::pill(ui, word, look, is_chosen);
            row.see(&chip);
            if chip.on_hover_text(tip).clicked() {
                let choice = (!is_chosen).then(|| (*term).clone());
                action = Some(ChipAction::Arena(place, choice));
            }
        }
    });
    action
}

pub(super) fn word_width(ui: &Ui, word: &str) -> f32 {
    let font = theme::semibold(13.5);
    ui.painter()
        .layout_no_wrap(word.to_owned(), font, egui::Color32::PLACEHOLDER)
        .size()
        .x
}

/// Draws the chips of what was understood, apart from arenas.
pub(super) fn pieces_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    understood: &Understood,
    choices: &Choices,
    row: &mut ChipRow,
) -> Option<ChipAction> {
    let mut action = None;
    let chips = understood.chips();
    let mut shown = chips
        .iter()
        .filter(|chip| chip.id.kind != ChipKind::Arena)
        .peekable();
    let has_new_end =
        understood.ties.is_empty() || understood.subjects.iter().all(|one| one.found.is_some());
    if shown.peek().is_none() && has_new_end {
        return None;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        for subject in &understood.subjects {
            let new = subject.found.is_none() && !subject.name.is_empty();
            if new && !understood.ties.is_empty() {
                let text = words::new_end(&short(&subject.name), cx.language());
                egui::Frame::new()
                    .inner_margin(egui::Margin::symmetric(6, 5))
                    .show(ui, |ui| {
                        ui.label(
                            RichText::new(text)
                                .font(theme::medium(13.5))
                                .color(cx.theme.dim),
                        )
                    });
            }
        }
        for chip in shown {
            if chip_ui(cx, ui, chip, choices, row) {
                action = Some(ChipAction::Turn(chip.id));
            }
        }
    });
    action
}

fn chip_ui(cx: &Cx<'_>, ui: &mut Ui, chip: &Chip, choices: &Choices, row: &mut ChipRow) -> bool {
    let on = choices.on(chip.id);
    let text = chip_text(cx, &chip.says);
    let look = Pill {
        fill: if on { cx.theme.soft } else { cx.theme.panel },
        stroke: if on {
            Stroke::new(1.5 * cx.theme.outline, cx.theme.accent)
        } else {
            Stroke::new(1.0, cx.theme.hairline)
        },
        ink: if on { cx.theme.ink } else { cx.theme.dim },
        strong: on,
    };
    let asks = chip.id.kind == ChipKind::Near;
    let text = match (on, asks) {
        (true, _) => format!("✓ {text}"),
        (false, true) => text,
        (false, false) => format!("– {text}"),
    };
    let response = pieces::pill(ui, &text, look, on);
    row.see(&response);
    response.on_hover_text(cx.say(words::TURN)).clicked()
}

fn chip_text(cx: &Cx<'_>, says: &Says) -> String {
    let language = cx.language();
    let name = |id| {
        let actor = cx.now().actors.get(id);
        short(actor.map_or("", |actor| actor.name.as_str()))
    };
    match says {
        Says::Found(found) => words::found(&name(found.actor), language),
        Says::Near(actor) => words::near(&name(*actor), language),
        Says::Tie(tie) if tie.conflict => cx.say(words::CONFLICT).to_owned(),
        Says::Tie(tie) => words::tie(tie.way, tie.found.is_some(), language),
        Says::Strength(level) => words::strength(level.get(), language),
        Says::Arena(term, _) => terms::term(term, language).to_owned(),
        Says::Kind(term) => terms::term(term, language).to_owned(),
        Says::Focal => cx.say(words::FOCAL).to_owned(),
        Says::Position(voices) => {
            let numbers: Vec<String> = voices
                .iter()
                .map(|voice| pieces::signed(voice.get()))
                .collect();
            let numbers = numbers.join(" ");
            match cx.issue() {
                Some(issue) => words::position(&numbers, &short(&issue.name), language),
                None => words::position_new(&numbers, cx.say(words::NEW_ISSUE), language),
            }
        }
        Says::Power(level) => words::power(level.get(), language),
        Says::Involvement(level) => words::involvement(level.get(), language),
        Says::Value(name, found) => words::value(&short(name), found.is_none(), language),
        Says::Quote(text) => words::quoted(&short(text), language),
    }
}
