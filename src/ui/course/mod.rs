//! The view *Koers*: what is steered, what is gone along with and what is let go, with the reasons and what we keep.
//!
//! A card is dragged to a column, moved with Alt and the arrow keys, or by the buttons on it; each is one step. A reason is asked
//! for and never forced. What has no course yet waits in a tray; actions and open questions stand at the foot.

mod board;
mod card;
mod fit;
mod foot;
mod tray;

use eframe::egui::{self, Margin, RichText, Ui};

use super::cx::{Cx, Outbox, Request};
use super::theme;
use super::widget::{Memory, Pen, Typed, quiet_button_ui, remark_ui};
use crate::export::course::standing;
use crate::model::{Direction, Target};
use crate::session::{Item, Selection};
use crate::text::course as words;
use crate::ui::canvas::page_title_ui;
use crate::ui::command::Command;

pub(crate) use fit::Fit;

/// What the view remembers between frames.
#[derive(Debug, Default)]
pub(crate) struct Course {
    memory: Memory,
    /// The card that is open.
    open: Option<Target>,
    /// The card whose reason is asked in the next frame.
    ask: Option<Target>,
    /// The card that takes the keyboard in the next frame.
    focus: Option<Target>,
    /// What the tray shows.
    sort: tray::Sort,
    /// Whether it is drawn for a picture: nothing to press, nothing private.
    picture: bool,
    /// How much a picture shows.
    fit: Fit,
    /// By how much the columns of a picture are higher than their cards need.
    spare: f32,
    /// How far down the page reached when it was drawn last.
    reached: f32,
}

impl Course {
    /// Makes the view for a picture that shows so much, with columns that are so much higher than they need.
    pub(crate) fn for_picture(fit: Fit, spare: f32) -> Self {
        Self {
            picture: true,
            fit,
            spare,
            ..Self::default()
        }
    }

    /// Gives how far down the page reached when it was drawn last.
    pub(crate) fn reached(&self) -> f32 {
        self.reached
    }

    /// Hands in what is being typed.
    pub(crate) fn hand_in(&mut self, out: &mut Outbox) {
        self.memory.drafts.hand_in_all(out);
    }

    /// Adds what is being typed, without taking it in.
    pub(crate) fn typed(&self, typed: &mut Typed) {
        self.memory.drafts.typed(typed);
    }
}

/// The three columns, in their order.
const COLUMNS: [Direction; 3] = [Direction::Steer, Direction::GoAlong, Direction::LetGo];

/// Narrower than this the columns stand beneath each other.
const NARROW: f32 = 560.0;

/// The room beside the page.
const MARGIN: i8 = 28;

/// The room beneath the page.
const FOOT: f32 = 16.0;

/// Draws the view; nothing on the wall, where it would be a judgement.
pub(crate) fn course_ui(cx: &Cx<'_>, ui: &mut Ui, view: &mut Course, out: &mut Outbox) {
    view.memory.drafts.begin();
    if cx.on_the_wall() {
        view.memory.drafts.hand_in_unseen(out);
        return;
    }
    let mut memory = std::mem::take(&mut view.memory);
    let mut pen = Pen {
        cx,
        memory: &mut memory,
        out,
    };
    egui::ScrollArea::vertical()
        .id_salt("course")
        .auto_shrink(false)
        .show(ui, |ui| {
            egui::Frame::NONE
                .inner_margin(Margin::symmetric(MARGIN, 16))
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    page_ui(&mut pen, ui, view);
                    view.reached = ui.min_rect().bottom() + FOOT;
                });
        });
    memory.drafts.hand_in_unseen(out);
    view.memory = memory;
}

fn page_ui(pen: &mut Pen<'_>, ui: &mut Ui, view: &mut Course) {
    let now = pen.cx.now();
    if now.actors.is_empty() && now.issues.is_empty() {
        empty_ui(pen, ui);
        return;
    }
    head_ui(pen, ui, view);
    board::board_ui(pen, ui, view);
    if !view.picture {
        tray::tray_ui(pen, ui, view);
    }
    foot::foot_ui(pen, ui, view);
}

fn empty_ui(pen: &Pen<'_>, ui: &mut Ui) {
    ui.add_space(ui.available_height().min(400.0) * 0.3);
    ui.vertical_centered(|ui| {
        let head = RichText::new(pen.say(words::EMPTY)).font(theme::bold(theme::SUBJECT));
        ui.label(head.color(pen.theme().ink));
        ui.set_max_width(460.0);
        remark_ui(pen.theme(), ui, pen.say(words::EMPTY_EXPLAIN));
    });
}

fn head_ui(pen: &mut Pen<'_>, ui: &mut Ui, view: &Course) {
    let theme = pen.theme();
    if view.picture {
        picture_head_ui(pen, ui, view);
        return;
    }
    let head = RichText::new(pen.say(words::QUESTION)).font(theme::bold(22.0));
    ui.label(head.color(theme.ink));
    remark_ui(theme, ui, pen.say(words::EXPLAIN));
    ui.horizontal_wrapped(|ui| {
        if quiet_button_ui(theme, ui, pen.say(words::SAVE_PAGE)).clicked() {
            pen.send(Request::Run(Command::ExportCourse));
        }
        let missing = standing(pen.cx.now())
            .filter(|course| course.reason.is_empty())
            .count();
        if missing > 0 {
            ui.add_space(12.0);
            let said = words::without_reason(missing, pen.cx.language());
            remark_ui(theme, ui, &said);
        }
    });
    ui.add_space(8.0);
}

/// Draws what stands above a picture: what the map is about, and what this page answers.
fn picture_head_ui(pen: &Pen<'_>, ui: &mut Ui, view: &Course) {
    let page = ui.max_rect().expand2(egui::vec2(f32::from(MARGIN), 0.0));
    let page = page.with_min_y(page.top() - 16.0);
    let high = page_title_ui(pen.cx, ui, page.translate(egui::vec2(8.0, 2.0)));
    ui.add_space(high);
    if view.fit.lean {
        return;
    }
    let head = RichText::new(pen.say(words::QUESTION)).font(theme::semibold(theme::BODY));
    ui.label(head.color(pen.theme().dim));
    ui.add_space(4.0);
}

/// Gives what is selected with a card; an issue comes in focus.
fn select(pen: &mut Pen<'_>, target: Target) {
    let item = match target {
        Target::Actor(actor) => Item::Actor(actor),
        Target::Relation(relation) => Item::Relation(relation),
        Target::Group(group) => Item::Group(group),
        Target::Issue(issue) => {
            pen.send(Request::Issue(issue));
            pen.send(Request::Select(Selection::default()));
            return;
        }
        Target::Goal(_) => return,
    };
    pen.send(Request::Select(Selection::one(item)));
}

/// Chooses a course for something, or takes it off; one step.
fn choose(pen: &mut Pen<'_>, view: &mut Course, target: Target, direction: Option<Direction>) {
    let now = pen.cx.now();
    let course = standing(now).find(|course| course.target == target);
    let Some(edit) = super::inspector::chosen(pen, target, course, direction) else {
        return;
    };
    let reasoned = course.is_some_and(|course| !course.reason.is_empty());
    if direction.is_some() && !reasoned {
        view.open = Some(target);
        view.ask = Some(target);
    }
    view.focus = Some(target);
    pen.edit(edit);
    select(pen, target);
}
