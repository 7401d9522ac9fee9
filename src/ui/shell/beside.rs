//! Another map beside the open one: what differs, and what is taken over; nothing changes before that.

use eframe::egui::{self, Button, Grid, RichText, Sense, Stroke, Ui, vec2};

use super::look::{Look, Weight, button};
use super::sheet::sheet_ui;
use crate::edit::{Edit, EditError, WholeChange};
use crate::merge::{Choices, Item, Merge, Outcome, Said, Side, Spot, Subject};
use crate::model::Document;
use crate::storage;
use crate::text::compare::{self as words, Names};
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::theme::{self, icons};
use crate::ui::view::{Added, Mark, Marks, Overlay};

/// What the other map is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// Only to see what differs.
    Compare,
    /// To be merged into the open map.
    Merge,
}

/// Another map beside the open one.
#[derive(Debug)]
pub(crate) struct Beside {
    name: String,
    aim: Aim,
    merge: Merge,
    choices: Choices,
}

impl Beside {
    /// Lays a map of this name beside the open one; nothing is chosen yet.
    pub(crate) fn new(name: String, aim: Aim, merge: Merge) -> Self {
        Self {
            name,
            aim,
            merge,
            choices: Choices::new(),
        }
    }

    /// Gives the merged map; clashes that nobody decided are kept in it.
    fn taken_over(&self) -> Result<Document, EditError> {
        let merged = self.merge.document(&self.choices)?;
        let open: Vec<&Item> = self
            .merge
            .clashes()
            .filter(|item| !self.choices.contains_key(&item.spot))
            .collect();
        Ok(storage::keep_alternatives(merged, &self.merge, &open))
    }

    fn choose(&mut self, side: Option<Side>, within: impl Fn(&Spot) -> bool) {
        for item in self.merge.items().iter().filter(|item| within(&item.spot)) {
            match side {
                Some(side) => self.choices.insert(item.spot.clone(), side),
                None => self.choices.remove(&item.spot),
            };
        }
    }

    /// Gives what will stand at a place.
    fn result<'a>(&self, item: &'a Item) -> Option<&'a Said> {
        match self.choices.get(&item.spot) {
            Some(Side::Mine) => item.mine.as_ref(),
            Some(Side::Theirs) => item.theirs.as_ref(),
            None => item.result.as_ref(),
        }
    }

    /// Lists what differs as lines of text.
    fn report(&self, names: &Names<'_>) -> String {
        let mut lines = vec![
            words::with_file(&self.name, names.language),
            words::summary(self.merge.tally(), names.language),
        ];
        let touching = self.merge.items().iter().filter(|item| item.touches_mine());
        lines.extend(touching.map(|item| {
            if item.outcome == Outcome::Clash {
                words::clash(item, names)
            } else {
                words::item(item, names)
            }
        }));
        lines.join("\n")
    }

    /// Tells how the actors of the open map differ.
    fn marks(&self) -> Marks {
        let mut marks = Marks::default();
        let touching = self.merge.items().iter().filter(|item| item.touches_mine());
        for item in touching.filter(|item| item.spot.moment.is_none()) {
            let Subject::Actor(actor) = item.spot.subject else {
                continue;
            };
            if !self.merge.mine().now.actors.contains(actor) {
                if let Some(theirs) = self.merge.theirs().now.actors.get(actor) {
                    let added = Added {
                        name: theirs.label().to_owned(),
                        place: theirs.place,
                    };
                    marks.added.insert(actor, added);
                }
                continue;
            }
            let mark = if item.outcome == Outcome::Clash {
                Mark::Clash
            } else if item.spot.whole() && item.theirs.is_none() {
                Mark::Gone
            } else {
                Mark::Changed
            };
            let known = marks.signs.entry(actor).or_insert(mark);
            *known = mark.max(*known);
        }
        marks
    }
}

/// Draws the sheet with the other map, where there is one.
pub(crate) fn beside_ui(
    cx: &Cx<'_>,
    ctx: &egui::Context,
    beside: &mut Option<Beside>,
    out: &mut Outbox,
) {
    let Some(beside) = beside else { return };
    let look = Look {
        theme: cx.theme,
        settings: cx.settings,
    };
    let title = match beside.aim {
        Aim::Compare => words::COMPARE_TITLE,
        Aim::Merge => words::MERGE_TITLE,
    };
    let closed = sheet_ui(look, ctx, look.say(title), 1040.0, |ui| {
        body_ui(look, ui, beside, out);
    });
    if closed {
        out.send(Request::Overlay(None));
    }
}

fn body_ui(look: Look<'_>, ui: &mut Ui, beside: &mut Beside, out: &mut Outbox) {
    let language = look.language();
    let remark = |text: String| {
        RichText::new(text)
            .font(theme::regular(theme::REMARK))
            .color(look.theme.dim)
    };
    ui.label(remark(words::with_file(&beside.name, language)));
    let tally = beside.merge.tally();
    ui.label(
        RichText::new(words::summary(tally, language))
            .font(theme::semibold(theme::SUBJECT))
            .color(look.theme.ink),
    );
    let alien = beside.merge.mine().id != beside.merge.theirs().id;
    if alien {
        ui.label(remark(look.say(words::OTHER_MAP).to_owned()));
    } else if beside.aim == Aim::Merge && beside.merge.base().is_none() {
        ui.label(remark(look.say(words::WITHOUT_BASE).to_owned()));
    }
    ui.add_space(8.0);
    if tally.is_empty() {
        let nothing = match beside.aim {
            Aim::Compare => words::NO_DIFFERENCES,
            Aim::Merge => words::NOTHING_NEW,
        };
        ui.label(RichText::new(look.say(nothing)).font(theme::regular(theme::BODY)));
        return;
    }
    deeds_ui(look, ui, beside, out);
    ui.add_space(10.0);
    let (mine, theirs) = (beside.merge.mine().clone(), beside.merge.theirs().clone());
    let documents = [&mine, &theirs];
    let names = Names::new(&documents, language);
    match beside.aim {
        Aim::Compare => {
            for item in beside
                .merge
                .items()
                .iter()
                .filter(|item| item.touches_mine())
            {
                ui.label(
                    RichText::new(words::item(item, &names)).font(theme::regular(theme::BODY)),
                );
            }
        }
        Aim::Merge => table_ui(look, ui, beside, &names),
    }
}

/// Draws what can be done with the whole.
fn deeds_ui(look: Look<'_>, ui: &mut Ui, beside: &mut Beside, out: &mut Outbox) {
    ui.horizontal_wrapped(|ui| {
        if beside.aim == Aim::Merge {
            if button(look, ui, look.say(words::TAKE_OVER), Weight::Main).clicked() {
                take_over(look, beside, out);
            }
            if button(look, ui, look.say(words::CANCEL), Weight::Plain).clicked() {
                out.send(Request::Overlay(None));
            }
            for (text, side) in [
                (words::AUTOMATIC, None),
                (words::ALL_MINE, Some(Side::Mine)),
                (words::ALL_THEIRS, Some(Side::Theirs)),
            ] {
                if button(look, ui, look.say(text), Weight::Quiet).clicked() {
                    beside.choose(side, |_| true);
                }
            }
        }
        let marks = beside.marks();
        if !marks.is_empty()
            && button(look, ui, look.say(words::SHOW_ON_MAP), Weight::Quiet).clicked()
        {
            out.send(Request::Overlay(None));
            let told = words::marked(
                marks.signs.values().map(|mark| mark.sign()),
                marks.added.values().map(|added| added.name.as_str()),
                look.language(),
            );
            out.send(Request::Mark(Box::new(marks)));
            out.send(Request::Say(told));
        }
        if button(look, ui, look.say(words::COPY_REPORT), Weight::Quiet).clicked() {
            let documents = [beside.merge.mine(), beside.merge.theirs()];
            let names = Names::new(&documents, look.language());
            ui.ctx().copy_text(beside.report(&names));
        }
    });
}

fn take_over(look: Look<'_>, beside: &Beside, out: &mut Outbox) {
    match beside.taken_over() {
        Ok(merged) => {
            let open = merged.alternatives.len() > beside.merge.mine().alternatives.len();
            out.edit(Edit::Whole(WholeChange::Merged, Box::new(merged)));
            out.send(Request::Overlay(open.then_some(Overlay::Clashes)));
            let done = if open {
                words::TAKEN_OVER_OPEN
            } else {
                words::TAKEN_OVER
            };
            out.send(Request::Say(look.say(done).to_owned()));
        }
        Err(error) => {
            out.send(Request::Overlay(None));
            out.send(Request::Say(crate::text::error::edit(
                &error,
                look.language(),
            )));
        }
    }
}

/// Draws the differences by subject: what, mine, what it becomes, theirs.
fn table_ui(look: Look<'_>, ui: &mut Ui, beside: &mut Beside, names: &Names<'_>) {
    heads_ui(look, ui);
    let items: Vec<Item> = beside
        .merge
        .items()
        .iter()
        .filter(|item| item.touches_mine())
        .cloned()
        .collect();
    let mut subjects: Vec<(Option<_>, Subject)> = Vec::new();
    // Clashes come first: they are what somebody must look at.
    let (first, rest): (Vec<&Item>, Vec<&Item>) = items
        .iter()
        .partition(|item| item.outcome == Outcome::Clash);
    for item in first.into_iter().chain(rest) {
        let subject = (item.spot.moment, item.spot.subject);
        if !subjects.contains(&subject) {
            subjects.push(subject);
        }
    }
    for (number, subject) in subjects.into_iter().enumerate() {
        let rows: Vec<&Item> = items
            .iter()
            .filter(|item| (item.spot.moment, item.spot.subject) == subject)
            .collect();
        let Some(one) = rows.first() else { continue };
        ui.separator();
        let within = |spot: &Spot| (spot.moment, spot.subject) == subject;
        ui.horizontal_wrapped(|ui| {
            ui.label(
                RichText::new(names.place(&one.spot))
                    .font(theme::semibold(theme::BODY))
                    .color(look.theme.ink),
            );
            for (text, side) in [
                (words::KEEP_MINE, Side::Mine),
                (words::TAKE_THEIRS, Side::Theirs),
            ] {
                if button(look, ui, look.say(text), Weight::Quiet).clicked() {
                    beside.choose(Some(side), within);
                }
            }
        });
        rows_ui(look, ui, beside, names, (number, &rows));
    }
}

/// The room between columns and rows.
const GAPS: egui::Vec2 = vec2(10.0, 6.0);

fn column_width(ui: &Ui) -> f32 {
    (ui.available_width() - 4.0 * GAPS.x) / 4.0
}

/// Names the columns once for all subjects.
fn heads_ui(look: Look<'_>, ui: &mut Ui) {
    let width = column_width(ui);
    Grid::new("beside heads")
        .num_columns(4)
        .spacing(GAPS)
        .show(ui, |ui| {
            for text in [words::FIELD, words::MINE, words::RESULT, words::THEIRS] {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    let head = RichText::new(look.say(text)).font(theme::regular(theme::REMARK));
                    ui.label(head.color(look.theme.dim));
                });
            }
            ui.end_row();
        });
}

fn rows_ui(
    look: Look<'_>,
    ui: &mut Ui,
    beside: &mut Beside,
    names: &Names<'_>,
    (number, rows): (usize, &[&Item]),
) {
    let width = column_width(ui);
    Grid::new(("beside", number))
        .num_columns(4)
        .spacing(GAPS)
        .show(ui, |ui| {
            for item in rows {
                row_ui(look, ui, beside, names, (item, width));
                ui.end_row();
            }
        });
}

fn row_ui(
    look: Look<'_>,
    ui: &mut Ui,
    beside: &mut Beside,
    names: &Names<'_>,
    (item, width): (&Item, f32),
) {
    let clash = item.outcome == Outcome::Clash;
    ui.vertical(|ui| {
        ui.set_width(width);
        ui.add_space(4.0);
        ui.label(RichText::new(words::row(item, names)).font(theme::regular(theme::BODY)));
        if clash && !beside.choices.contains_key(&item.spot) {
            ui.horizontal(|ui| {
                ui.label(
                    RichText::new(icons::WARNING)
                        .font(theme::icon(theme::BODY))
                        .color(look.theme.conflict),
                );
                ui.label(
                    RichText::new(look.say(words::CLASH))
                        .font(theme::medium(theme::REMARK))
                        .color(look.theme.conflict),
                );
            });
        }
    });
    side_ui(look, ui, beside, names, (item, Side::Mine, width));
    let result = words::column(item, beside.result(item), names);
    ui.vertical(|ui| {
        ui.set_width(width);
        ui.add_space(4.0);
        ui.label(
            RichText::new(result)
                .font(theme::medium(theme::BODY))
                .color(look.theme.ink),
        );
    });
    side_ui(look, ui, beside, names, (item, Side::Theirs, width));
}

/// Draws what one side says, as a button that takes it.
fn side_ui(
    look: Look<'_>,
    ui: &mut Ui,
    beside: &mut Beside,
    names: &Names<'_>,
    (item, side, width): (&Item, Side, f32),
) {
    let (said, column) = match side {
        Side::Mine => (item.mine.as_ref(), words::MINE),
        Side::Theirs => (item.theirs.as_ref(), words::THEIRS),
    };
    let chosen = beside.choices.get(&item.spot) == Some(&side);
    let text = words::column(item, said, names);
    let told = format!("{}: {} · {text}", look.say(column), words::row(item, names));
    let stroke = if chosen {
        look.theme.accent
    } else {
        look.theme.hairline
    };
    let face = Button::new(
        RichText::new(text)
            .font(theme::regular(theme::BODY))
            .color(look.theme.ink),
    )
    .wrap()
    .fill(if chosen {
        look.theme.soft
    } else {
        look.theme.field
    })
    .stroke(Stroke::new(if chosen { 2.0 } else { 1.0 }, stroke))
    .sense(Sense::click())
    .min_size(vec2(width, theme::ROW));
    let response = ui
        .vertical(|ui| {
            ui.set_width(width);
            ui.add(face)
        })
        .inner;
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::WidgetType::RadioButton, true, chosen, &told)
    });
    if response.clicked() {
        if chosen {
            beside.choices.remove(&item.spot);
        } else {
            beside.choices.insert(item.spot.clone(), side);
        }
    }
}
