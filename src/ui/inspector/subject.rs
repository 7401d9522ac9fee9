//! The head of a panel: what it is about.

use eframe::egui::{self, Sense, Ui};

use super::field_id;
use crate::edit::{ActorChange, Edit, MapChange};
use crate::model::{Actor, Answer, Arena, Kind, OwnTerm, Term};
use crate::session::Item;
use crate::text::inspector::actor as words;
use crate::text::inspector::answer::lower;
use crate::text::terms::{self, Named as _};
use crate::ui::theme;
use crate::ui::widget::{
    Choice, Field, Look, Pen, Picked, Picker, arena_shape, field_ui, pick_ui, remark_ui,
};

/// Draws the subject of a panel as text that can be changed.
pub(super) fn subject_field_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    item: Option<Item>,
    label: &str,
    value: &str,
    needed: bool,
    set: impl FnOnce(String) -> Edit,
) {
    let field = Field::new(field_id(item, "subject"), label, Look::Subject);
    let refusal = pen.say(words::NAME_NEEDED);
    field_ui(pen, ui, field, value, |name, _| {
        if needed && name.is_empty() {
            return Err(refusal.to_owned());
        }
        Ok(set(name.replace('\n', " ")))
    });
}

/// Draws a subject that cannot be typed, with a line beneath.
pub(super) fn title_ui(pen: &Pen<'_>, ui: &mut Ui, title: &str, line: &str) {
    let text = egui::RichText::new(title)
        .font(theme::bold(theme::SUBJECT))
        .color(pen.theme().ink);
    ui.add(egui::Label::new(text).wrap());
    if !line.is_empty() {
        remark_ui(pen.theme(), ui, line);
    }
}

/// Draws the shape, the name, the arena and the kind of an actor.
pub(super) fn actor_subject_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    let arena = pen.cx.now().arena_of(actor);
    let theme = pen.theme();
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(27.0, 34.0), Sense::hover());
        let radius = if arena.is_some() { 12.5 } else { 10.5 };
        ui.painter()
            .add(arena_shape(theme, arena, rect.center(), radius));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let item = Some(Item::Actor(actor.id));
            let name = pen.say(words::NAME);
            subject_field_ui(pen, ui, item, name, &actor.name, true, |name| {
                Edit::Actor(actor.id, ActorChange::Name(name))
            });
            ui.horizontal_wrapped(|ui| {
                arena_ui(pen, ui, actor);
                remark_ui(theme, ui, "·");
                kind_ui(pen, ui, actor);
            });
            if !actor.short.is_empty() || actor.name.chars().count() > 24 {
                short_ui(pen, ui, actor);
            }
        });
    });
}

/// Draws the short label of an actor.
pub(super) fn short_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    let label = pen.say(words::SHORT);
    let field = Field::new(field_id(actor.id, "short"), label, Look::Remark);
    field_ui(pen, ui, field, &actor.short, |short, _| {
        Ok(Edit::Actor(actor.id, ActorChange::Short(short)))
    });
}

/// Lists the arenas, the built-in ones first.
pub(crate) fn arena_choices(pen: &Pen<'_>) -> Vec<Choice<Term<Arena>>> {
    let language = pen.cx.language();
    let built_in = Arena::ALL.iter().map(|arena| Choice {
        label: arena.word(language).to_owned(),
        what: Term::BuiltIn(*arena),
    });
    let own = pen.cx.now().arenas.iter().map(|own| Choice {
        label: own.name.clone(),
        what: Term::Own(own.name.clone()),
    });
    built_in.chain(own).collect()
}

/// Gives the own term for a name that was typed; it belongs where the actor is now.
pub(crate) fn own_term(name: &str, arena: Option<Arena>) -> OwnTerm {
    OwnTerm {
        name: name.to_owned(),
        arena: arena.unwrap_or(Arena::Institutions),
        unknown: crate::model::Unknown::default(),
    }
}

fn arena_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    let cx = pen.cx;
    let shown = match actor.arena.value() {
        Some(arena) => terms::term(arena, cx.language()),
        None => cx.say(words::ARENA_UNASKED),
    };
    let picker = Picker {
        id: field_id(actor.id, "arena"),
        label: cx.say(words::ARENA),
        shown,
        clear: Some(cx.say(crate::text::inspector::answer::NOT_ASKED_CHOICE)),
        own: true,
    };
    let choices = arena_choices(pen);
    let set = |arena| Edit::Actor(actor.id, ActorChange::Arena(arena));
    match pick_ui(pen, ui, picker, &choices) {
        None => {}
        Some(Picked::Cleared) => pen.edit(set(Answer::NotAsked)),
        Some(Picked::One(arena)) => pen.edit(set(Answer::given(arena))),
        Some(Picked::New(name)) => {
            let own = own_term(&name, cx.now().arena_of(actor));
            pen.edit(Edit::Many(vec![
                Edit::Map(MapChange::OwnArena(own)),
                set(Answer::given(Term::Own(name))),
            ]));
        }
    }
}

/// Lists the kinds, those of an arena first.
pub(crate) fn kind_choices(pen: &Pen<'_>, arena: Option<Arena>) -> Vec<Choice<Term<Kind>>> {
    let language = pen.cx.language();
    let near = |kind: &Kind| Some(kind.arena()) == arena;
    let built_in = |wanted: bool| {
        let kinds = Kind::ALL.iter().filter(move |kind| near(kind) == wanted);
        kinds.map(move |kind| Choice {
            label: kind.word(language).to_owned(),
            what: Term::BuiltIn(*kind),
        })
    };
    let own = pen.cx.now().kinds.iter().map(|own| Choice {
        label: own.name.clone(),
        what: Term::Own(own.name.clone()),
    });
    let mut choices: Vec<_> = built_in(true).collect();
    choices.extend(own);
    choices.extend(built_in(false));
    choices
}

fn kind_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    let cx = pen.cx;
    let arena = cx.now().arena_of(actor);
    let shown = match &actor.kind {
        Some(kind) => lower(terms::term(kind, cx.language())),
        None => cx.say(words::KIND_UNASKED).to_owned(),
    };
    let picker = Picker {
        id: field_id(actor.id, "kind"),
        label: cx.say(words::KIND),
        shown: &shown,
        clear: Some(cx.say(words::NO_KIND)),
        own: true,
    };
    let choices = kind_choices(pen, arena);
    let set = |kind| Edit::Actor(actor.id, ActorChange::Kind(kind));
    match pick_ui(pen, ui, picker, &choices) {
        None => {}
        Some(Picked::Cleared) => pen.edit(set(None)),
        Some(Picked::One(kind)) => {
            let usual = kind.built_in().map(Kind::arena);
            let mut edits = vec![set(Some(kind))];
            if let Some(arena) = usual.filter(|_| !actor.arena.asked()) {
                let arena = Answer::given(Term::BuiltIn(arena));
                edits.push(Edit::Actor(actor.id, ActorChange::Arena(arena)));
            }
            pen.edit(Edit::Many(edits));
        }
        Some(Picked::New(name)) => {
            let own = own_term(&name, arena);
            pen.edit(Edit::Many(vec![
                Edit::Map(MapChange::OwnKind(own)),
                set(Some(Term::Own(name))),
            ]));
        }
    }
}
