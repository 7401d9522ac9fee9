//! Actors that may be the same: suggested, never decided here; and two made one.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::copier::Copier;
use super::person::{COMMON, folded_words};
use super::{Level, Terms};
use crate::model::{Actor, ActorId, Answer, Content, Document, Note, Scope, limits};

/// Names at least this much alike are suggested.
const ALIKE: f64 = 0.92;
/// Above this number of actors only the same names are suggested: likeness would take too long.
const MOST: usize = 1000;
/// Shorter names are alike too easily.
const SHORT: usize = 5;

/// Two actors that may be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Double {
    /// The one.
    pub one: ActorId,
    /// The other.
    pub other: ActorId,
    /// Whether the names are the same, but for titles and capitals.
    pub same_name: bool,
}

/// Gives the words of a name without titles and initials.
fn bare(name: &str) -> String {
    let words: Vec<String> = folded_words(name)
        .split_whitespace()
        .filter(|word| word.chars().count() > 1 && !COMMON.contains(word))
        .map(str::to_owned)
        .collect();
    words.join(" ")
}

/// Suggests which actors may be the same; pairs of which somebody said that they are not are left out.
pub fn doubles(document: &Document) -> Vec<Double> {
    let actors: Vec<(&Actor, String)> = document
        .now
        .actors
        .iter()
        .map(|actor| (actor, bare(&actor.name)))
        .filter(|(_, name)| !name.is_empty())
        .collect();
    let mut found = Vec::new();
    for (place, (one, name)) in actors.iter().enumerate() {
        for (other, other_name) in actors.iter().skip(place + 1) {
            let pair = (one.id.min(other.id), one.id.max(other.id));
            let same_name = name == other_name;
            let kinds = (&one.kind, &other.kind);
            let fits = kinds.0.is_none() || kinds.1.is_none() || kinds.0 == kinds.1;
            if !fits || document.not_same.contains(&pair) {
                continue;
            }
            let alike = || {
                actors.len() <= MOST
                    && name.chars().count() >= SHORT
                    && other_name.chars().count() >= SHORT
                    && strsim::jaro_winkler(name, other_name) >= ALIKE
            };
            if same_name || alike() {
                found.push(Double {
                    one: one.id,
                    other: other.id,
                    same_name,
                });
            }
        }
    }
    found.sort_by_key(|double| !double.same_name);
    found
}

/// Makes two actors one: the first keeps its name and its answers and gains what only the second has; everything that
/// points at the second points at the first.
pub fn join_actors(document: &Document, keep: ActorId, gone: ActorId) -> Document {
    let mut joined = document.clone();
    join_within(&mut joined.now, keep, gone);
    joined.moments.update_all(|moment| {
        if moment.content.actors.contains(gone) {
            join_within(Arc::make_mut(&mut moment.content), keep, gone);
        }
    });
    let terms = Terms {
        level: Level::Full,
        seed: 0,
        words: &|_| String::new(),
        private_questions: &BTreeSet::new(),
    };
    let ids = std::iter::once((gone.to_string(), keep.to_string()));
    let mut after = Copier::new(&joined, &terms).with_ids(ids).document(&joined);
    after.pseudonyms.clone_from(&document.pseudonyms);
    after.pseudonyms.remove(&gone);
    after.not_same.retain(|(one, other)| one != other);
    tidy(&mut after.now);
    after
        .moments
        .update_all(|moment| tidy(Arc::make_mut(&mut moment.content)));
    after
}

/// Takes out what a single actor cannot have with itself.
fn tidy(content: &mut Content) {
    content.relations.retain(|tie| tie.from != tie.to);
    content
        .roles
        .retain(|role| !matches!(role.scope, Scope::Pair(one, other) if one == other));
    if content.no_relation.iter().any(|(one, other)| one == other) {
        Arc::make_mut(&mut content.no_relation).retain(|(one, other)| one != other);
    }
    content.actors.update_all(|actor| {
        let id = actor.id;
        actor.perspective.sees_other.remove(&id);
    });
}

fn join_within(content: &mut Content, keep: ActorId, gone: ActorId) {
    let Some(other) = content.actors.get(gone).cloned() else {
        return;
    };
    if content.actors.contains(keep) {
        content.actors.update(keep, |actor| gain(actor, &other));
        content.actors.remove(gone);
    }
}

fn answer<T: Clone>(mine: &mut Answer<T>, other: &Answer<T>) {
    if !mine.asked() {
        mine.clone_from(other);
    }
}

fn list<T: Clone + PartialEq>(mine: &mut Vec<T>, other: &[T]) {
    for entry in other {
        if !mine.contains(entry) {
            mine.push(entry.clone());
        }
    }
}

/// Takes over a note where there is none; gives back one that says something else.
fn note(mine: &mut Note, other: &Note) -> Option<Note> {
    if mine.is_empty() {
        mine.clone_from(other);
        return None;
    }
    let both = mine.text.len() + other.text.len();
    (!other.is_empty() && mine.text != other.text && both <= limits::TEXT).then(|| other.clone())
}

fn gain(actor: &mut Actor, other: &Actor) {
    gain_answers(actor, other);
    gain_texts(actor, other);
    for (question, given) in &other.lens {
        let mine = actor.lens.entry(question.clone());
        answer(mine.or_insert(Answer::NotAsked), given);
    }
    actor.place = actor.place.or(other.place);
}

fn gain_answers(actor: &mut Actor, other: &Actor) {
    if actor.short.is_empty() {
        actor.short.clone_from(&other.short);
    }
    answer(&mut actor.arena, &other.arena);
    if actor.kind.is_none() {
        actor.kind.clone_from(&other.kind);
    }
    actor.form = actor.form.or(other.form);
    actor.inside = actor.inside.or(other.inside);
    actor.connected_party |= other.connected_party;
    actor.candidate &= other.candidate;
    answer(&mut actor.power, &other.power);
    answer(&mut actor.involvement, &other.involvement);
    answer(&mut actor.legitimacy, &other.legitimacy);
    answer(&mut actor.urgency, &other.urgency);
    for (issue, stance) in &other.positions {
        let mine = actor.positions.entry(*issue).or_default();
        answer(&mut mine.position, &stance.position);
        answer(&mut mine.salience, &stance.salience);
    }
    answer(&mut actor.participation, &other.participation);
    answer(&mut actor.openness, &other.openness);
    for (value, holding) in &other.values {
        let known = actor.values.entry(*value);
        known.or_insert_with(|| holding.clone());
    }
    for (frame, weight) in &other.frames {
        actor.frames.entry(frame.clone()).or_insert(*weight);
    }
    answer(&mut actor.learning.relatedness, &other.learning.relatedness);
    answer(&mut actor.learning.autonomy, &other.learning.autonomy);
    answer(&mut actor.learning.competence, &other.learning.competence);
}

fn gain_texts(actor: &mut Actor, other: &Actor) {
    list(&mut actor.interests, &other.interests);
    let (mine, theirs) = (&mut actor.perspective, &other.perspective);
    let beside = [
        note(&mut mine.sees, &theirs.sees),
        note(&mut mine.because, &theirs.because),
        note(&mut mine.quote, &theirs.quote),
        note(&mut mine.calls_it, &theirs.calls_it),
    ];
    for (seen, said) in &theirs.sees_other {
        let known = mine.sees_other.entry(*seen);
        known.or_insert_with(|| said.clone());
    }
    list(&mut actor.sensitivities, &other.sensitivities);
    list(&mut actor.talents, &other.talents);
    list(&mut actor.tags, &other.tags);
    list(&mut actor.area, &other.area);
    list(&mut actor.level, &other.level);
    list(&mut actor.portfolio, &other.portfolio);
    list(&mut actor.notes, &other.notes);
    let beside: Vec<Note> = beside.into_iter().flatten().collect();
    list(&mut actor.notes, &beside);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{IdSource, Language, Relation, Score};

    #[test]
    fn the_same_name_under_another_title_is_suggested_and_a_pair_that_is_not_the_same_is_left_out()
    {
        let mut ids = IdSource::new(1);
        let mut map = Document::new(ids.fresh(), Language::Dutch);
        for name in [
            "Wethouder Jansen",
            "jansen",
            "Woningcorporatie Zuid",
            "Woningcorporatie Zuid.",
            "Woningcorperatie Zuid",
            "Raad",
        ] {
            map.now.actors.put(Actor::new(ids.fresh(), name));
        }
        let found = doubles(&map);
        let same = found.iter().filter(|double| double.same_name).count();
        assert_eq!((same, found.len()), (2, 4));
        let first = found[0];
        let pair = (first.one.min(first.other), first.one.max(first.other));
        map.not_same.insert(pair);
        assert_eq!(doubles(&map).len(), 3);
    }

    #[test]
    fn two_actors_become_one_with_all_that_either_has() {
        let mut ids = IdSource::new(2);
        let mut map = Document::new(ids.fresh(), Language::Dutch);
        let mut one = Actor::new(ids.fresh(), "Raad");
        one.perspective.quote = Note::new("Eerst een plan");
        let mut other = Actor::new(ids.fresh(), "De raad");
        other.power = Answer::given(Score::nearest(5));
        other.perspective.quote = Note::private("Nooit");
        let third = Actor::new(ids.fresh(), "Corporatie");
        let (keep, gone, far) = (one.id, other.id, third.id);
        for actor in [one, other, third] {
            map.now.actors.put(actor);
        }
        map.now.relations.put(Relation::new(ids.fresh(), gone, far));
        map.now
            .relations
            .put(Relation::new(ids.fresh(), keep, gone));
        map.now.focal = Some(gone);
        let joined = join_actors(&map, keep, gone);
        assert_eq!(joined.problems(), Vec::new());
        assert_eq!(joined.now.actors.len(), 2);
        let raad = joined.now.actors.get(keep).unwrap();
        assert_eq!(raad.name, "Raad");
        assert_eq!(raad.power, Answer::given(Score::nearest(5)));
        assert_eq!(raad.notes, [Note::private("Nooit")]);
        assert_eq!(joined.now.relations.len(), 1);
        assert!(joined.now.relations.iter().all(|tie| tie.joins(keep, far)));
        assert_eq!(joined.now.focal, Some(keep));
    }
}
