//! A cell: what it shows, and how it is changed; a change holds for all chosen actors, in one step.

use eframe::egui::{self, Id, Ui};

use super::column::{Column, Reading, Said};
use super::lens_cell::lens_cell_ui;
use crate::edit::{ActorChange, Edit, MapChange};
use crate::model::{Actor, Answer, Arena, Form, IssueId, Judged, Kind, Note, Score, Term};
use crate::text::inspector::{actor as actor_words, answer};
use crate::text::table as words;
use crate::text::terms::Named as _;
use crate::ui::inspector::{arena_choices, kind_choices, own_term};
use crate::ui::theme;
use crate::ui::widget::{
    Choice, Field, Look, Pen, Picked, Picker, field_ui, parse_voices, pick_ui, renewed,
};

/// The row of a cell, and whom a change of it changes.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) actor: &'a Actor,
    pub(super) targets: &'a [&'a Actor],
    pub(super) issue: Option<IssueId>,
}

impl Row<'_> {
    pub(super) fn id(&self, column: Column) -> Id {
        Id::new(("table cell", self.actor.id, column))
    }

    /// Gives the edit that changes all targets; who has nothing to change is left out.
    fn all(&self, change: &dyn Fn(&Actor) -> Option<ActorChange>) -> Edit {
        let mut edits: Vec<Edit> = self
            .targets
            .iter()
            .filter_map(|actor| Some(Edit::Actor(actor.id, change(actor)?)))
            .collect();
        match (edits.len(), edits.pop()) {
            (1, Some(edit)) => edit,
            (_, last) => {
                edits.extend(last);
                Edit::Many(edits)
            }
        }
    }
}

/// Draws a cell.
#[expect(clippy::too_many_lines, reason = "one arm for each column")]
pub(super) fn cell_ui(pen: &mut Pen<'_>, ui: &mut Ui, column: Column, row: Row<'_>) {
    use ActorChange as Change;
    let actor = row.actor;
    if column.said(actor, Reading::of(pen.cx)) == Said::Private {
        private_ui(pen, ui);
        return;
    }
    match column {
        Column::Name => name_ui(pen, ui, row),
        Column::Short => {
            let row = Row {
                targets: &[actor],
                ..row
            };
            line_ui(pen, ui, column, row, &actor.short, &|_, text| {
                Some(Change::Short(text))
            });
        }
        Column::Arena => arena_ui(pen, ui, row),
        Column::Kind => kind_ui(pen, ui, row),
        Column::Form => form_ui(pen, ui, row),
        Column::Connected => switch_ui(pen, ui, column, row, &Change::ConnectedParty),
        Column::Candidate => switch_ui(pen, ui, column, row, &Change::Candidate),
        Column::Position => issue_score_ui(
            pen,
            ui,
            column,
            row,
            &|actor, issue| actor.position(issue),
            &Change::Position,
        ),
        Column::Salience => issue_score_ui(
            pen,
            ui,
            column,
            row,
            &|actor, issue| actor.salience(issue),
            &Change::Salience,
        ),
        Column::Power => score_ui(pen, ui, column, row, &|actor| &actor.power, &Change::Power),
        Column::Involvement => score_ui(
            pen,
            ui,
            column,
            row,
            &|actor| &actor.involvement,
            &Change::Involvement,
        ),
        Column::Participation => score_ui(
            pen,
            ui,
            column,
            row,
            &|actor| &actor.participation,
            &Change::Participation,
        ),
        Column::Openness => score_ui(
            pen,
            ui,
            column,
            row,
            &|actor| &actor.openness,
            &Change::Openness,
        ),
        Column::Relatedness => score_ui(
            pen,
            ui,
            column,
            row,
            &|actor| &actor.learning.relatedness,
            &Change::Relatedness,
        ),
        Column::Autonomy => score_ui(
            pen,
            ui,
            column,
            row,
            &|actor| &actor.learning.autonomy,
            &Change::Autonomy,
        ),
        Column::Competence => score_ui(
            pen,
            ui,
            column,
            row,
            &|actor| &actor.learning.competence,
            &Change::Competence,
        ),
        Column::Legitimacy => yes_no_ui(
            pen,
            ui,
            column,
            row,
            &|actor| &actor.legitimacy,
            &Change::Legitimacy,
        ),
        Column::Urgency => yes_no_ui(
            pen,
            ui,
            column,
            row,
            &|actor| &actor.urgency,
            &Change::Urgency,
        ),
        Column::Quote => note_ui(
            pen,
            ui,
            column,
            row,
            &|actor| &actor.perspective.quote,
            &Change::Quote,
        ),
        Column::Sees => note_ui(
            pen,
            ui,
            column,
            row,
            &|actor| &actor.perspective.sees,
            &Change::Sees,
        ),
        Column::Because => note_ui(
            pen,
            ui,
            column,
            row,
            &|actor| &actor.perspective.because,
            &Change::Because,
        ),
        Column::CallsIt => note_ui(
            pen,
            ui,
            column,
            row,
            &|actor| &actor.perspective.calls_it,
            &Change::CallsIt,
        ),
        Column::Talents => list_ui(pen, ui, column, row, &actor.talents, &Change::Talents),
        Column::Tags => list_ui(pen, ui, column, row, &actor.tags, &Change::Tags),
        Column::Area => list_ui(pen, ui, column, row, &actor.area, &Change::Area),
        Column::Portfolio => list_ui(pen, ui, column, row, &actor.portfolio, &Change::Portfolio),
        Column::Lens(key) => lens_cell_ui(pen, ui, key, row),
    }
}

pub(super) fn label(pen: &Pen<'_>, column: Column, row: Row<'_>) -> String {
    words::cell(column.label(pen.cx), &row.actor.name)
}

fn private_ui(pen: &Pen<'_>, ui: &mut Ui) {
    let text = egui::RichText::new(pen.say(words::PRIVATE)).font(theme::regular(theme::REMARK));
    ui.label(text.color(pen.theme().private_text))
        .on_hover_text(pen.say(answer::PRIVATE_TRUTH));
}

fn name_ui(pen: &mut Pen<'_>, ui: &mut Ui, row: Row<'_>) {
    let label = label(pen, Column::Name, row);
    let field = Field::new(row.id(Column::Name), &label, Look::Line);
    let refusal = pen.say(actor_words::NAME_NEEDED);
    let id = row.actor.id;
    field_ui(pen, ui, field, &row.actor.name, |name, _| {
        if name.is_empty() {
            return Err(refusal.to_owned());
        }
        Ok(Edit::Actor(id, ActorChange::Name(name)))
    });
}

fn line_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    column: Column,
    row: Row<'_>,
    value: &str,
    change: &dyn Fn(&Actor, String) -> Option<ActorChange>,
) {
    let label = label(pen, column, row);
    let field = Field::new(row.id(column), &label, Look::Line).hint("–");
    field_ui(pen, ui, field, value, |text, _| {
        Ok(row.all(&|actor| change(actor, text.clone())))
    });
}

/// Draws an open note; private ones among those chosen stay as they are.
fn note_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    column: Column,
    row: Row<'_>,
    get: &dyn Fn(&Actor) -> &Note,
    set: &dyn Fn(Note) -> ActorChange,
) {
    let value = get(row.actor).text.clone();
    line_ui(pen, ui, column, row, &value, &|actor, text| {
        let before = get(actor);
        let open = !before.private || before.is_empty();
        open.then(|| {
            set(Note {
                text,
                ..before.clone()
            })
        })
    });
}

fn list_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    column: Column,
    row: Row<'_>,
    value: &[String],
    set: &dyn Fn(Vec<String>) -> ActorChange,
) {
    line_ui(pen, ui, column, row, &value.join("; "), &|_, text| {
        let parts = text.split([';', ',']).map(str::trim);
        let parts = parts.filter(|part| !part.is_empty()).map(str::to_owned);
        Some(set(parts.collect()))
    });
}

fn issue_score_ui<const L: i8, const H: i8>(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    column: Column,
    row: Row<'_>,
    get: &dyn for<'a> Fn(&'a Actor, IssueId) -> &'a Answer<Score<L, H>>,
    set: &dyn Fn(IssueId, Answer<Score<L, H>>) -> ActorChange,
) {
    let Some(issue) = row.issue else {
        ui.label("–").on_hover_text(pen.say(actor_words::NO_ISSUE));
        return;
    };
    score_ui(
        pen,
        ui,
        column,
        row,
        &|actor| get(actor, issue),
        &|answer| set(issue, answer),
    );
}

/// Draws a score as it is typed: one number or several voices; a dash for asked, none; nothing for not asked.
fn score_ui<const L: i8, const H: i8>(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    column: Column,
    row: Row<'_>,
    get: &dyn for<'a> Fn(&'a Actor) -> &'a Answer<Score<L, H>>,
    set: &dyn Fn(Answer<Score<L, H>>) -> ActorChange,
) {
    let language = pen.cx.language();
    let value = column.said(row.actor, Reading::of(pen.cx)).typed(language);
    let label = label(pen, column, row);
    let field = Field::new(row.id(column), &label, Look::Small).hint("–");
    let today = pen.cx.today;
    field_ui(pen, ui, field, &value, |typed, _| {
        let none = ["-", "–", words::NONE.nl, words::NONE.en].contains(&typed.as_str());
        if none {
            return Ok(row.all(&|_| Some(set(Answer::None))));
        }
        let voices =
            parse_voices::<L, H>(&typed).ok_or_else(|| answer::bad_voices(L, H, language))?;
        Ok(row.all(&|actor| Some(set(renewed(get(actor), &voices, today)))))
    });
}

/// Draws a menu in a cell; gives what was picked.
pub(super) fn menu_ui<T: Clone>(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    column: Column,
    row: Row<'_>,
    own: bool,
    choices: &[Choice<T>],
) -> Option<Picked<T>> {
    let language = pen.cx.language();
    let said = column.said(row.actor, Reading::of(pen.cx));
    let shown = match &said {
        Said::Unasked => "–".to_owned(),
        _ => said.typed(language),
    };
    let label = label(pen, column, row);
    let picker = Picker {
        id: row.id(column),
        label: &label,
        shown: &shown,
        clear: Some(pen.say(answer::NOT_ASKED_CHOICE)),
        own,
    };
    pick_ui(pen, ui, picker, choices)
}

fn arena_ui(pen: &mut Pen<'_>, ui: &mut Ui, row: Row<'_>) {
    let choices = arena_choices(pen);
    let set = |arena: Answer<Term<Arena>>| row.all(&|_| Some(ActorChange::Arena(arena.clone())));
    match menu_ui(pen, ui, Column::Arena, row, true, &choices) {
        None => {}
        Some(Picked::Cleared) => pen.edit(set(Answer::NotAsked)),
        Some(Picked::One(arena)) => pen.edit(set(Answer::given(arena))),
        Some(Picked::New(name)) => {
            let own = own_term(&name, pen.cx.now().arena_of(row.actor));
            let named = Edit::Map(MapChange::OwnArena(own));
            pen.edit(Edit::Many(vec![named, set(Answer::given(Term::Own(name)))]));
        }
    }
}

fn kind_ui(pen: &mut Pen<'_>, ui: &mut Ui, row: Row<'_>) {
    let arena = pen.cx.now().arena_of(row.actor);
    let choices = kind_choices(pen, arena);
    let set = |kind: Option<Term<Kind>>| row.all(&|_| Some(ActorChange::Kind(kind.clone())));
    match menu_ui(pen, ui, Column::Kind, row, true, &choices) {
        None => {}
        Some(Picked::Cleared) => pen.edit(set(None)),
        Some(Picked::One(kind)) => pen.edit(set(Some(kind))),
        Some(Picked::New(name)) => {
            let named = Edit::Map(MapChange::OwnKind(own_term(&name, arena)));
            pen.edit(Edit::Many(vec![named, set(Some(Term::Own(name)))]));
        }
    }
}

fn form_ui(pen: &mut Pen<'_>, ui: &mut Ui, row: Row<'_>) {
    let language = pen.cx.language();
    let choices: Vec<Choice<Form>> = Form::ALL
        .iter()
        .map(|form| Choice {
            label: form.word(language).to_owned(),
            what: *form,
        })
        .collect();
    if let Some(picked) = menu_ui(pen, ui, Column::Form, row, false, &choices) {
        let form = picked.one();
        pen.edit(row.all(&|_| Some(ActorChange::Form(form))));
    }
}

fn yes_no_choices(pen: &Pen<'_>) -> [Choice<bool>; 2] {
    [true, false].map(|yes| Choice {
        label: pen.say(answer::yes_no(yes)).to_owned(),
        what: yes,
    })
}

fn switch_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    column: Column,
    row: Row<'_>,
    set: &dyn Fn(bool) -> ActorChange,
) {
    let choices = yes_no_choices(pen);
    if let Some(picked) = menu_ui(pen, ui, column, row, false, &choices) {
        let yes = picked.one().unwrap_or(false);
        pen.edit(row.all(&|_| Some(set(yes))));
    }
}

fn yes_no_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    column: Column,
    row: Row<'_>,
    get: &dyn Fn(&Actor) -> &Answer<bool>,
    set: &dyn Fn(Answer<bool>) -> ActorChange,
) {
    let choices = yes_no_choices(pen);
    let Some(picked) = menu_ui(pen, ui, column, row, false, &choices) else {
        return;
    };
    let yes = picked.one();
    pen.edit(row.all(&|actor| {
        Some(set(match (yes, get(actor)) {
            (None, _) => Answer::NotAsked,
            (Some(value), Answer::Given(old)) => Answer::Given(Judged {
                value,
                voices: Vec::new(),
                ..old.clone()
            }),
            (Some(value), Answer::NotAsked | Answer::None) => Answer::given(value),
        }))
    }));
}
