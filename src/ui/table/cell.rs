//! A cell: what it shows, and how it is changed; a change holds for all chosen actors, in one step.

use eframe::egui::{
    self, Id, Key, Modifiers, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType,
};

use super::column::{About, Column, Said};
use super::lens_cell::lens_cell_ui;
use super::read::{Reader, answered};
use crate::edit::{ActorChange, Edit, MapChange};
use crate::model::{Actor, Answer, Arena, Form, Kind, Term};
use crate::session::quick::Lexicon;
use crate::text::inspector::{actor as actor_words, answer};
use crate::text::table as words;
use crate::text::terms::Named as _;
use crate::ui::cx::Request;
use crate::ui::inspector::{arena_choices, kind_choices, own_term};
use crate::ui::theme;
use crate::ui::widget::{Choice, Field, Look, Pen, Picked, Picker, field_ui, pick_ui};

/// The row of a cell, and whom a change of it changes.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) actor: &'a Actor,
    pub(super) targets: &'a [&'a Actor],
    pub(super) about: About<'a>,
    pub(super) lexicon: &'a Lexicon,
}

/// How a cell was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Left {
    /// It was not.
    Not,
    /// For another cell or the rest of the window.
    Away,
    /// By Enter.
    Down,
    /// By Escape, and stays chosen.
    Here,
}

/// Gives the identity of a cell.
pub(super) fn cell_id(actor: &Actor, column: Column) -> Id {
    Id::new(("table cell", actor.id, column))
}

/// Gives the identity of the field of a cell.
///
/// It is not that of the cell: keys of commands work on a chosen cell, and not in a field.
pub(super) fn field_id(actor: &Actor, column: Column) -> Id {
    cell_id(actor, column).with("field")
}

impl Row<'_> {
    pub(super) fn id(&self, column: Column) -> Id {
        cell_id(self.actor, column)
    }

    /// Gives the edit that changes all targets; who has nothing to change is left out.
    fn all(&self, change: &dyn Fn(&Actor) -> Vec<ActorChange>) -> Edit {
        let mut edits: Vec<Edit> = self
            .targets
            .iter()
            .flat_map(|actor| {
                let changes = change(actor).into_iter();
                changes.map(|change| Edit::Actor(actor.id, change))
            })
            .collect();
        match (edits.len(), edits.pop()) {
            (1, Some(edit)) => edit,
            (_, last) => {
                edits.extend(last);
                Edit::Many(edits)
            }
        }
    }

    fn each(&self, change: &dyn Fn(&Actor) -> ActorChange) -> Edit {
        self.all(&|actor| vec![change(actor)])
    }
}

/// Draws what is typed in while it is being typed.
pub(super) fn field_cell_ui(pen: &mut Pen<'_>, ui: &mut Ui, column: Column, row: Row<'_>) -> Left {
    let value = typed(row.actor, column, row);
    let label = label(pen, column, row);
    let look = if is_number(column) {
        Look::Small
    } else {
        Look::Line
    };
    let field = Field::new(field_id(row.actor, column), &label, look).hint("–");
    let reader = Reader {
        about: row.about,
        lexicon: row.lexicon,
        today: pen.cx.today,
    };
    let alone = [row.actor];
    let row = match column {
        // Two actors with one name or one label would be no help.
        Column::Name | Column::Short => Row {
            targets: &alone,
            ..row
        },
        _ => row,
    };
    let mut refused = None;
    let response = field_ui(pen, ui, field, &value, |text, _| {
        // Who reads it is the row that is typed in; of the others, those that hold something private stay as they are.
        reader.read(column, row.actor, &text).inspect_err(|why| {
            refused = Some(why.clone());
        })?;
        Ok(row.all(&|actor| reader.read(column, actor, &text).unwrap_or_default()))
    });
    if let Some(why) = refused.filter(|_| response.lost_focus()) {
        pen.send(Request::Say(why));
    }
    // The key that leaves a cell must not begin to type in the next one.
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if !response.lost_focus() {
        Left::Not
    } else if pressed(Key::Escape) {
        Left::Here
    } else if pressed(Key::Enter) {
        Left::Down
    } else {
        Left::Away
    }
}

/// Draws what is typed in while nobody types: its words, and a dash where nothing was asked.
pub(super) fn shown_cell_ui(
    pen: &Pen<'_>,
    ui: &mut Ui,
    column: Column,
    row: Row<'_>,
) -> egui::Response {
    let theme = pen.theme();
    let label = label(pen, column, row);
    let said = column.said(row.actor, row.about);
    let text = said.typed(row.about.language);
    let (shown, ink) = match &said {
        Said::Unasked => ("–", theme.faint),
        Said::Private => (pen.say(words::PRIVATE), theme.private_text),
        Said::None => (text.as_str(), theme.dim),
        Said::Score(..) | Said::Words(_) => (text.as_str(), theme.ink),
    };
    let font = match (&said, column) {
        (Said::Private, _) => theme::regular(theme::REMARK),
        (_, Column::Name) | (Said::Score(..), _) => theme::semibold(theme::BODY),
        _ => theme::regular(theme::BODY),
    };
    let rect = ui.max_rect();
    let response = ui.interact(rect, row.id(column), Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(WidgetType::TextEdit, true, &label);
        info.current_text_value = Some(text.clone());
        info
    });
    let mut job =
        egui::text::LayoutJob::simple(shown.to_owned(), font, ink, (rect.width() - 4.0).max(8.0));
    job.wrap.max_rows = 1;
    let galley = ui.painter().layout_job(job);
    let elided = galley.elided;
    let at = egui::pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    let wide = rect.expand2(egui::vec2(6.0, 0.0));
    if response.has_focus() {
        let line = Stroke::new(1.5 * theme.outline, theme.accent);
        ui.painter()
            .rect(wide, 7.0, theme.panel, line, StrokeKind::Inside);
    } else if response.hovered() {
        ui.painter().rect_filled(wide, 7.0, theme.field);
    }
    ui.painter().galley(at, galley, ink);
    match said {
        Said::Private => response.on_hover_text(pen.say(answer::PRIVATE_TRUTH)),
        _ if elided => response.on_hover_text(text),
        _ => response,
    }
}

/// Draws a cell whose answer is picked from a menu.
pub(super) fn menu_cell_ui(pen: &mut Pen<'_>, ui: &mut Ui, column: Column, row: Row<'_>) {
    use ActorChange as Change;
    if column.said(row.actor, row.about) == Said::Private {
        let text = egui::RichText::new(pen.say(words::PRIVATE)).font(theme::regular(theme::REMARK));
        ui.label(text.color(pen.theme().private_text))
            .on_hover_text(pen.say(answer::PRIVATE_TRUTH));
        return;
    }
    match column {
        Column::Arena => arena_ui(pen, ui, row),
        Column::Kind => kind_ui(pen, ui, row),
        Column::Form => form_ui(pen, ui, row),
        Column::Inside => inside_ui(pen, ui, row),
        Column::Connected => switch_ui(pen, ui, column, row, &Change::ConnectedParty),
        Column::Candidate => switch_ui(pen, ui, column, row, &Change::Candidate),
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
        Column::Lens(key) => lens_cell_ui(pen, ui, key, row),
        _ => {}
    }
}

fn typed(actor: &Actor, column: Column, row: Row<'_>) -> String {
    column.said(actor, row.about).typed(row.about.language)
}

/// Says whether the answers of a column are numbers.
fn is_number(column: Column) -> bool {
    matches!(
        column,
        Column::Position
            | Column::Salience
            | Column::Power
            | Column::Involvement
            | Column::Participation
            | Column::Openness
            | Column::Relatedness
            | Column::Autonomy
            | Column::Competence
    )
}

pub(super) fn label(pen: &Pen<'_>, column: Column, row: Row<'_>) -> String {
    words::cell(column.label(pen.cx), &row.actor.name)
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
    let said = column.said(row.actor, row.about);
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
    let set = |arena: Answer<Term<Arena>>| row.each(&|_| ActorChange::Arena(arena.clone()));
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
    let set = |kind: Option<Term<Kind>>| row.each(&|_| ActorChange::Kind(kind.clone()));
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
        pen.edit(row.each(&|_| ActorChange::Form(form)));
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
        pen.edit(row.each(&|_| set(yes)));
    }
}

fn inside_ui(pen: &mut Pen<'_>, ui: &mut Ui, row: Row<'_>) {
    let follows = Choice {
        label: pen.say(actor_words::INSIDE_BY_ARENA).to_owned(),
        what: None,
    };
    let answers = yes_no_choices(pen).map(|choice| Choice {
        label: choice.label,
        what: Some(choice.what),
    });
    let choices: Vec<Choice<Option<bool>>> = std::iter::once(follows).chain(answers).collect();
    if let Some(picked) = menu_ui(pen, ui, Column::Inside, row, false, &choices) {
        let inside = picked.one().flatten();
        pen.edit(row.each(&|_| ActorChange::Inside(inside)));
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
    pen.edit(row.each(&|actor| set(yes.map_or(Answer::NotAsked, |yes| answered(get(actor), yes)))));
}
