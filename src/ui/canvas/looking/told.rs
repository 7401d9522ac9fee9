//! What the card says: of an actor, a line, a role, or one that stands for several. What is private stays folded.

use crate::model::{Actor, ActorId, Answer, Relation, RelationId, RoleState, Scope};
use crate::session::Item;
use crate::text::terms::{Named as _, term};
use crate::text::{canvas as canvas_words, looking as words};
use crate::ui::canvas::Canvas;
use crate::ui::cx::Cx;

/// How many letters of somebody's own words are shown.
const LETTERS: usize = 140;

/// What a card says: a head and lines.
pub(super) struct Told {
    pub(super) head: String,
    pub(super) lines: Vec<(String, Weight)>,
}

/// How a line is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Plain,
    Remark,
    Private,
}

/// Tells of something on the map; nothing where its own words say it all.
pub(super) fn told(cx: &Cx<'_>, canvas: &Canvas, on: Item) -> Option<Told> {
    match on {
        Item::Actor(actor) => match canvas.seen.folds().get(&actor) {
            Some(folded) => {
                let members = folded.members.iter();
                let names = members.filter_map(|it| cx.now().actors.get(*it));
                let names: Vec<&str> = names.map(Actor::label).collect();
                Some(Told {
                    head: super::fold_name(cx, &folded.fold),
                    lines: vec![(names.join(", "), Weight::Remark)],
                })
            }
            None => cx
                .now()
                .actors
                .get(actor)
                .map(|actor| of_actor_told(cx, actor)),
        },
        Item::Relation(relation) => relation_told(cx, canvas, relation),
        Item::Role(role) => {
            let role = cx.now().roles.get(role)?;
            let name = role_words(cx, role.official, role.scope);
            Some(Told {
                head: words::role(role.mode.word(cx.language()), &name),
                lines: role
                    .reason
                    .open_text()
                    .filter(|reason| !reason.is_empty())
                    .map(|reason| (short(reason), Weight::Remark))
                    .into_iter()
                    .collect(),
            })
        }
        Item::Group(_) | Item::Text(_) => None,
    }
}

fn of_actor_told(cx: &Cx<'_>, actor: &Actor) -> Told {
    let language = cx.language();
    let mut lines = Vec::new();
    let arena = match actor.arena.value() {
        Some(arena) => term(arena, language),
        None => cx.say(canvas_words::ARENA_NOT_ASKED),
    };
    let kind = actor.kind.as_ref().map(|kind| term(kind, language));
    let place: Vec<&str> = std::iter::once(arena).chain(kind).collect();
    lines.push((place.join(" · "), Weight::Remark));
    let own = &actor.perspective;
    let said = [&own.quote, &own.sees];
    let open = said
        .iter()
        .find_map(|note| note.open_text().filter(|it| !it.is_empty()));
    if let Some(said) = open {
        lines.push((format!("‘{}’", short(said)), Weight::Plain));
    }
    let n_private = said
        .iter()
        .filter(|note| note.private && !note.is_empty())
        .count()
        + actor
            .sensitivities
            .iter()
            .filter(|it| it.note.private)
            .count();
    if n_private > 0 {
        lines.push((words::private_texts(n_private, language), Weight::Private));
    }
    if let Some(issue) = cx.issue() {
        let line = match actor.position(issue.id) {
            Answer::Given(judged) if judged.private => None,
            Answer::Given(judged) => {
                Some(words::position(judged.value.get(), &issue.name, language))
            }
            Answer::None => Some(words::position(0, &issue.name, language)),
            Answer::NotAsked if cx.now().focal == Some(actor.id) => None,
            Answer::NotAsked => Some(words::position_not_asked(&issue.name, language)),
        };
        lines.extend(line.map(|line| (line, Weight::Plain)));
    }
    for role in cx
        .now()
        .roles
        .iter()
        .filter(|it| it.state == RoleState::Now)
    {
        if concerns(cx, role.scope, actor.id) {
            let with = role_words(cx, actor.id, role.scope);
            let mode = role.mode.word(language);
            lines.push((words::role(mode, &with), Weight::Plain));
        }
    }
    Told {
        head: actor.name.clone(),
        lines,
    }
}

fn concerns(cx: &Cx<'_>, scope: Scope, actor: ActorId) -> bool {
    match scope {
        Scope::Actor(one) => one == actor,
        Scope::Pair(one, other) => one == actor || other == actor,
        Scope::Group(group) => cx
            .now()
            .groups
            .get(group)
            .is_some_and(|group| group.members.contains(&actor)),
    }
}

/// Names whom a role is about beside one actor.
fn role_words(cx: &Cx<'_>, beside: ActorId, scope: Scope) -> String {
    let name = |actor: ActorId| cx.now().actors.get(actor).map_or("", Actor::label);
    match scope {
        Scope::Actor(actor) if actor == beside => String::new(),
        Scope::Actor(actor) => name(actor).to_owned(),
        Scope::Pair(one, other) if one == beside => name(other).to_owned(),
        Scope::Pair(one, other) if other == beside => name(one).to_owned(),
        Scope::Pair(one, other) => words::relation((name(one), name(other)), true),
        Scope::Group(group) => cx
            .now()
            .groups
            .get(group)
            .map(|group| group.name.clone())
            .unwrap_or_default(),
    }
}

fn relation_told(cx: &Cx<'_>, canvas: &Canvas, id: RelationId) -> Option<Told> {
    let now = canvas.seen.now(cx);
    let relation = now.relations.get(id)?;
    let name = |actor: ActorId| now.actors.get(actor).map_or("", Actor::label);
    let head = words::relation((name(relation.from), name(relation.to)), relation.mutual);
    let several = super::stands_for_several(canvas, cx, Some(Item::Relation(id)));
    let mut lines = Vec::new();
    if several {
        let n = together(cx, canvas, relation);
        lines.push((words::relations_in_one(n, cx.language()), Weight::Remark));
    } else {
        lines.push((facts(cx, relation).join(" · "), Weight::Remark));
    }
    if let Some(purpose) = relation.purpose.open_text().filter(|it| !it.is_empty()) {
        lines.push((short(purpose), Weight::Plain));
    }
    Some(Told { head, lines })
}

/// Lists what there is to know of a relation: kind, strength, tone, formality.
fn facts(cx: &Cx<'_>, relation: &Relation) -> Vec<String> {
    let language = cx.language();
    let kind = relation.kind.as_ref().map(|kind| term(kind, language));
    let strength = match relation.strength.judged() {
        Some(judged) if judged.private => None,
        Some(judged) => Some(words::strength(judged.value.get(), language)),
        None => Some(cx.say(words::STRENGTH_NOT_ASKED)),
    };
    let tone = words::tone(relation.tone, language);
    let formal = relation.formal.map(|formal| formal.word(language));
    let all = [kind, strength, tone, formal].into_iter().flatten();
    all.map(str::to_owned).collect()
}

/// Names a line for who cannot see the map: both ends with kind and strength, or the role and whom it is about.
pub(in crate::ui::canvas) fn line_label(cx: &Cx<'_>, canvas: &Canvas, item: Item) -> String {
    let Some(told) = told(cx, canvas, item) else {
        return String::new();
    };
    let mut label = told.head;
    if let (Item::Relation(_), Some((facts, _))) = (item, told.lines.first()) {
        label = format!("{label}, {}", facts.replace(" · ", ", "));
    }
    label
}

/// Counts the relations that a line of somebody folded stands for.
fn together(cx: &Cx<'_>, canvas: &Canvas, line: &Relation) -> usize {
    let of = |actor: ActorId| super::members(canvas, actor);
    let (from, to) = (of(line.from), of(line.to));
    let between = |it: &&Relation| {
        (from.contains(&it.from) && to.contains(&it.to))
            || (from.contains(&it.to) && to.contains(&it.from))
    };
    let conflict = line.tone == crate::model::Tone::Conflict;
    let alike = |it: &&Relation| (it.tone == crate::model::Tone::Conflict) == conflict;
    cx.now()
        .relations
        .iter()
        .filter(between)
        .filter(alike)
        .count()
}

/// Cuts a text to what fits on a card.
fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LETTERS {
        return line;
    }
    let mut cut: String = line.chars().take(LETTERS).collect();
    cut.push('…');
    cut
}
