//! Applying an edit.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::change::{
    ActorChange, Edit, Entry, GroupChange, ListChange, MapChange, PurposeChange, RelationChange,
    RoleChange,
};
use super::error::EditError;
use crate::model::{
    Actor, ActorId, Answer, Content, Document, Entity, Group, IssueId, LensAnswers, LensValue,
    List, OwnTerm, Relation, RoleChoice, Stance, Unknown, limits,
};

impl Document {
    /// Gives the map that follows from an edit; refuses what would break a rule or a limit.
    pub fn apply(&self, edit: &Edit) -> Result<Self, EditError> {
        let mut after = self.clone();
        change(&mut after, edit)?;
        if takes_out(edit) {
            after.now = after.now.without_loose_ends();
        }
        if !only_places(edit) {
            check(self, &after)?;
        }
        Ok(after)
    }
}

/// Refuses a map that breaks a rule which the map before did not break.
fn check(before: &Document, after: &Document) -> Result<(), EditError> {
    let found = after.problems();
    if !found.is_empty() {
        let old = before.problems();
        if let Some(new) = found.into_iter().find(|problem| !old.contains(problem)) {
            return Err(new.into());
        }
    }
    let weight = after.weight();
    if weight > limits::MAP && weight > before.weight() {
        return Err(EditError::TooLarge { limit: limits::MAP });
    }
    Ok(())
}

/// Says whether something else may hang on what the edit takes out.
fn takes_out(edit: &Edit) -> bool {
    match edit {
        Edit::Many(edits) => edits.iter().any(takes_out),
        Edit::RemoveActor(_)
        | Edit::RemoveRelation(_)
        | Edit::RemoveGroup(_)
        | Edit::Issue(Entry::Remove(_))
        | Edit::Value(Entry::Remove(_))
        | Edit::Purpose(PurposeChange::Goal(Entry::Remove(_))) => true,
        _ => false,
    }
}

fn only_places(edit: &Edit) -> bool {
    match edit {
        Edit::Many(edits) => edits.iter().all(only_places),
        Edit::Place(_) => true,
        _ => false,
    }
}

#[expect(clippy::too_many_lines, reason = "one arm for each kind of edit")]
fn change(document: &mut Document, edit: &Edit) -> Result<(), EditError> {
    let now = &mut document.now;
    match edit {
        Edit::Many(edits) => edits.iter().try_for_each(|edit| change(document, edit)),
        Edit::Map(map) => change_map(document, map),
        Edit::Purpose(purpose) => change_purpose(now, purpose),
        Edit::AddActor(actor) => {
            fresh(now.actors.contains(actor.id), actor.id)?;
            now.actors.put(actor.as_ref().clone());
            Ok(())
        }
        Edit::Actor(id, field) => change_actor(now, *id, field),
        Edit::RemoveActor(id) => there(now.actors.remove(*id), *id),
        Edit::Place(places) => places.iter().try_for_each(|(id, place)| {
            there(now.actors.update(*id, |actor| actor.place = *place), *id)
        }),
        Edit::AddRelation(relation) => {
            fresh(now.relations.contains(relation.id), relation.id)?;
            now.relations.put(relation.as_ref().clone());
            Ok(())
        }
        Edit::Relation(id, field) => {
            let mut done = Ok(());
            let found = now
                .relations
                .update(*id, |relation| done = change_relation(relation, field));
            done.and(there(found, *id))
        }
        Edit::RemoveRelation(id) => there(now.relations.remove(*id), *id),
        Edit::AddGroup(group) => {
            fresh(now.groups.contains(group.id), group.id)?;
            now.groups.put(group.as_ref().clone());
            Ok(())
        }
        Edit::Group(id, field) => {
            let mut done = Ok(());
            let found = now
                .groups
                .update(*id, |group| done = change_group(group, field));
            done.and(there(found, *id))
        }
        Edit::RemoveGroup(id) => there(now.groups.remove(*id), *id),
        Edit::AddRole(role) => {
            fresh(now.roles.contains(role.id), role.id)?;
            now.roles.put(role.as_ref().clone());
            Ok(())
        }
        Edit::Role(id, field) => {
            let mut role = now
                .roles
                .get(*id)
                .ok_or_else(|| EditError::NotThere(id.to_string()))?
                .clone();
            change_role(&mut role, field);
            now.roles.put(role);
            Ok(())
        }
        Edit::RemoveRole(id) => there(now.roles.remove(*id), *id),
        Edit::Issue(entry) => change_list(&mut now.issues, entry),
        Edit::Value(entry) => change_list(&mut now.values, entry),
        Edit::Factor(entry) => change_list(&mut now.factors, entry),
        Edit::Course(entry) => change_list(&mut now.courses, entry),
        Edit::Action(entry) => change_list(&mut now.actions, entry),
        Edit::Log(entry) => change_list(&mut now.log, entry),
        Edit::Question(entry) => change_list(&mut now.questions, entry),
        Edit::Text(entry) => change_list(&mut now.texts, entry),
        Edit::Moment(entry) => change_list(&mut document.moments, entry),
        Edit::Scene(entry) => change_list(&mut document.scenes, entry),
        Edit::Whole(_, whole) => {
            *document = whole.as_ref().clone();
            Ok(())
        }
    }
}

fn there(found: bool, id: impl std::fmt::Display + Copy) -> Result<(), EditError> {
    if found {
        Ok(())
    } else {
        Err(EditError::NotThere(id.to_string()))
    }
}

fn fresh(found: bool, id: impl std::fmt::Display + Copy) -> Result<(), EditError> {
    if found {
        Err(EditError::AlreadyThere(id.to_string()))
    } else {
        Ok(())
    }
}

fn change_list<T: Entity + PartialEq>(
    list: &mut List<T>,
    entry: &Entry<T>,
) -> Result<(), EditError> {
    match entry {
        Entry::Put(entity) => {
            if list.get(entity.id()) != Some(entity.as_ref()) {
                list.put(entity.as_ref().clone());
            }
            Ok(())
        }
        Entry::Remove(id) => there(list.remove(*id), *id),
        Entry::Move(id, place) => there(list.move_to(*id, *place), *id),
    }
}

fn change_entries<T: Clone>(entries: &mut Vec<T>, change: &ListChange<T>) -> Result<(), EditError> {
    match change {
        ListChange::Add(entry) => entries.push(entry.clone()),
        ListChange::Set(place, entry) => {
            *entries.get_mut(*place).ok_or(EditError::NoEntry(*place))? = entry.clone();
        }
        ListChange::Remove(place) => {
            if *place >= entries.len() {
                return Err(EditError::NoEntry(*place));
            }
            entries.remove(*place);
        }
        ListChange::Move(from, to) => {
            if *from >= entries.len() {
                return Err(EditError::NoEntry(*from));
            }
            let entry = entries.remove(*from);
            entries.insert((*to).min(entries.len()), entry);
        }
    }
    Ok(())
}

fn answer_lens(answers: &mut LensAnswers, field: &str, answer: &Answer<LensValue>) {
    if answer.asked() {
        answers.insert(field.to_owned(), answer.clone());
    } else {
        answers.remove(field);
    }
}

fn set_or_remove<K: Ord + Clone, V: Clone>(map: &mut BTreeMap<K, V>, key: &K, value: Option<&V>) {
    match value {
        Some(value) => {
            map.insert(key.clone(), value.clone());
        }
        None => {
            map.remove(key);
        }
    }
}

/// Changes what an actor holds of an issue; a stance without any answer goes.
fn change_stance(actor: &mut Actor, issue: IssueId, change: impl FnOnce(&mut Stance)) {
    let mut stance = actor.positions.remove(&issue).unwrap_or_default();
    change(&mut stance);
    if stance != Stance::default() {
        actor.positions.insert(issue, stance);
    }
}

fn change_actor(now: &mut Content, id: ActorId, field: &ActorChange) -> Result<(), EditError> {
    let mut done = Ok(());
    let found = now
        .actors
        .update(id, |actor| done = set_actor(actor, field));
    done.and(there(found, id))
}

fn set_actor(actor: &mut Actor, field: &ActorChange) -> Result<(), EditError> {
    match field {
        ActorChange::Name(name) => actor.name.clone_from(name),
        ActorChange::Short(short) => actor.short.clone_from(short),
        ActorChange::Arena(arena) => actor.arena = arena.clone(),
        ActorChange::Kind(kind) => actor.kind.clone_from(kind),
        ActorChange::Form(form) => actor.form = *form,
        ActorChange::Inside(inside) => actor.inside = *inside,
        ActorChange::ConnectedParty(connected) => actor.connected_party = *connected,
        ActorChange::Candidate(candidate) => actor.candidate = *candidate,
        ActorChange::Power(power) => actor.power = power.clone(),
        ActorChange::Involvement(involvement) => actor.involvement = involvement.clone(),
        ActorChange::Legitimacy(legitimacy) => actor.legitimacy = legitimacy.clone(),
        ActorChange::Urgency(urgency) => actor.urgency = urgency.clone(),
        ActorChange::Position(issue, answer) => {
            change_stance(actor, *issue, |stance| stance.position = answer.clone());
        }
        ActorChange::Salience(issue, answer) => {
            change_stance(actor, *issue, |stance| stance.salience = answer.clone());
        }
        ActorChange::Participation(ring) => actor.participation = ring.clone(),
        ActorChange::Openness(openness) => actor.openness = openness.clone(),
        ActorChange::Value(value, holding) => {
            set_or_remove(&mut actor.values, value, holding.as_ref());
        }
        ActorChange::Frame(frame, weight) => {
            set_or_remove(&mut actor.frames, frame, weight.as_ref());
        }
        ActorChange::Interest(change) => return change_entries(&mut actor.interests, change),
        ActorChange::Sensitivity(change) => {
            return change_entries(&mut actor.sensitivities, change);
        }
        ActorChange::Note(change) => return change_entries(&mut actor.notes, change),
        ActorChange::Relatedness(answer) => actor.learning.relatedness = answer.clone(),
        ActorChange::Autonomy(answer) => actor.learning.autonomy = answer.clone(),
        ActorChange::Competence(answer) => actor.learning.competence = answer.clone(),
        ActorChange::Talents(terms) => actor.talents.clone_from(terms),
        ActorChange::Tags(terms) => actor.tags.clone_from(terms),
        ActorChange::Area(terms) => actor.area.clone_from(terms),
        ActorChange::Level(levels) => actor.level.clone_from(levels),
        ActorChange::Portfolio(terms) => actor.portfolio.clone_from(terms),
        ActorChange::Lens(field, answer) => answer_lens(&mut actor.lens, field, answer),
        ActorChange::Sees(_)
        | ActorChange::Because(_)
        | ActorChange::Quote(_)
        | ActorChange::CallsIt(_)
        | ActorChange::SeesOther(..) => set_perspective(actor, field),
    }
    Ok(())
}

fn set_perspective(actor: &mut Actor, field: &ActorChange) {
    let seen = &mut actor.perspective;
    match field {
        ActorChange::Sees(note) => seen.sees = note.clone(),
        ActorChange::Because(note) => seen.because = note.clone(),
        ActorChange::Quote(note) => seen.quote = note.clone(),
        ActorChange::CallsIt(note) => seen.calls_it = note.clone(),
        ActorChange::SeesOther(other, note) => {
            let kept = (!note.is_empty() || note.unknown != Unknown::default()).then_some(note);
            set_or_remove(&mut seen.sees_other, other, kept);
        }
        _ => {}
    }
}

fn change_relation(relation: &mut Relation, field: &RelationChange) -> Result<(), EditError> {
    match field {
        RelationChange::Mutual(mutual) => relation.mutual = *mutual,
        RelationChange::Turn => std::mem::swap(&mut relation.from, &mut relation.to),
        RelationChange::Kind(kind) => relation.kind.clone_from(kind),
        RelationChange::Strength(strength) => relation.strength = strength.clone(),
        RelationChange::Tone(tone) => relation.tone = *tone,
        RelationChange::Formal(formal) => relation.formal = *formal,
        RelationChange::Starred(starred) => relation.starred = *starred,
        RelationChange::Purpose(note) => relation.purpose = note.clone(),
        RelationChange::ExpectOfUs(note) => relation.expect_of_us = note.clone(),
        RelationChange::ExpectOfThem(note) => relation.expect_of_them = note.clone(),
        RelationChange::Met(met) => relation.met = met.clone(),
        RelationChange::Signal(change) => return change_entries(&mut relation.signals, change),
        RelationChange::Sensitivity(change) => {
            return change_entries(&mut relation.sensitivities, change);
        }
        RelationChange::Note(change) => return change_entries(&mut relation.notes, change),
        RelationChange::Lens(field, answer) => answer_lens(&mut relation.lens, field, answer),
    }
    Ok(())
}

fn change_group(group: &mut Group, field: &GroupChange) -> Result<(), EditError> {
    match field {
        GroupChange::Name(name) => group.name.clone_from(name),
        GroupChange::Member(actor, true) => {
            group.members.insert(*actor);
        }
        GroupChange::Member(actor, false) => {
            group.members.remove(actor);
            group.agreed_by.remove(actor);
        }
        GroupChange::SharedValue(value) => group.shared_value = *value,
        GroupChange::From(date) => group.from = *date,
        GroupChange::Until(date) => group.until = *date,
        GroupChange::Agreed(actor, true) => {
            group.agreed_by.insert(*actor);
        }
        GroupChange::Agreed(actor, false) => {
            group.agreed_by.remove(actor);
        }
        GroupChange::Sensitivity(change) => {
            return change_entries(&mut group.sensitivities, change);
        }
        GroupChange::Lens(field, answer) => answer_lens(&mut group.lens, field, answer),
    }
    Ok(())
}

fn change_role(role: &mut RoleChoice, field: &RoleChange) {
    match field {
        RoleChange::Scope(scope) => role.scope = *scope,
        RoleChange::Mode(mode) => role.mode = *mode,
        RoleChange::Also(style, true) => {
            role.also.insert(*style);
        }
        RoleChange::Also(style, false) => {
            role.also.remove(style);
        }
        RoleChange::Phase(phase) => role.phase = *phase,
        RoleChange::State(state) => role.state = *state,
        RoleChange::Reason(note) => role.reason = note.clone(),
        RoleChange::Alternative(note) => role.alternative = note.clone(),
        RoleChange::Agreed(actor, true) => {
            role.agreed_by.insert(*actor);
        }
        RoleChange::Agreed(actor, false) => {
            role.agreed_by.remove(actor);
        }
        RoleChange::Competences(competences) => role.competences.clone_from(competences),
        RoleChange::Date(date) => role.date = *date,
        RoleChange::Lens(field, answer) => answer_lens(&mut role.lens, field, answer),
    }
}

fn change_purpose(now: &mut Content, change: &PurposeChange) -> Result<(), EditError> {
    let mut purpose = now.purpose.as_ref().clone();
    match change {
        PurposeChange::IssueSentence(note) => purpose.issue_sentence = note.clone(),
        PurposeChange::Problem(note) => purpose.problem = note.clone(),
        PurposeChange::Values(values) => purpose.values.clone_from(values),
        PurposeChange::Why(note) => purpose.why = note.clone(),
        PurposeChange::Whereto(note) => purpose.whereto = note.clone(),
        PurposeChange::Goal(entry) => change_list(&mut purpose.agreement, entry)?,
        PurposeChange::Bounds(bounds) => purpose.bounds = bounds.clone(),
        PurposeChange::Horizon(date) => purpose.horizon = *date,
        PurposeChange::Review(date) => purpose.review = *date,
        PurposeChange::Initiator(actor) => purpose.initiator = *actor,
        PurposeChange::Paused(pause) => purpose.paused.clone_from(pause),
    }
    if purpose != *now.purpose {
        now.purpose = Arc::new(purpose);
    }
    Ok(())
}

fn change_map(document: &mut Document, change: &MapChange) -> Result<(), EditError> {
    let now = &mut document.now;
    match change {
        MapChange::Title(title) => document.title.clone_from(title),
        MapChange::Language(language) => document.language = *language,
        MapChange::Meta(meta) => document.meta = Arc::new(meta.clone()),
        MapChange::Focal(focal) => now.focal = *focal,
        MapChange::Vanguard(actor, member) => in_set(&mut now.vanguard, *actor, *member),
        MapChange::OwnArena(term) => put_term(Arc::make_mut(&mut now.arenas), term),
        MapChange::RemoveOwnArena(name) => {
            Arc::make_mut(&mut now.arenas).retain(|term| term.name != *name);
        }
        MapChange::OwnKind(term) => put_term(Arc::make_mut(&mut now.kinds), term),
        MapChange::RemoveOwnKind(name) => {
            Arc::make_mut(&mut now.kinds).retain(|term| term.name != *name);
        }
        MapChange::Meaning(word, actor, note) => {
            let glossary = Arc::make_mut(&mut now.glossary);
            let meanings = glossary.entry(word.clone()).or_default();
            set_or_remove(meanings, actor, (!note.is_empty()).then_some(note));
        }
        MapChange::RemoveWord(word) => {
            Arc::make_mut(&mut now.glossary).remove(word);
        }
        MapChange::NoRelation(one, other, none) => {
            in_set(
                Arc::make_mut(&mut now.no_relation),
                ordered(*one, *other),
                *none,
            );
        }
        MapChange::Lens(field, answer) => answer_lens(&mut now.lens, field, answer),
        MapChange::LensOn(lens, on) => in_set(&mut document.lenses_on, lens.clone(), *on),
        MapChange::OwnLens(lens) => {
            let lenses = Arc::make_mut(&mut document.own_lenses);
            lenses.retain(|kept| kept.id != lens.id);
            lenses.push(lens.as_ref().clone());
        }
        MapChange::RemoveOwnLens(id) => {
            Arc::make_mut(&mut document.own_lenses).retain(|lens| lens.id != *id);
        }
        MapChange::Session(position) => document.session.clone_from(position),
        MapChange::Silenced(check, silent) => {
            in_set(&mut document.silenced, check.clone(), *silent);
        }
        MapChange::NotSame(one, other, distinct) => {
            in_set(&mut document.not_same, ordered(*one, *other), *distinct);
        }
        MapChange::Pseudonyms(names) => document.pseudonyms = names.iter().cloned().collect(),
        MapChange::RemoveUnreadable(place) => {
            return remove(Arc::make_mut(&mut document.unreadable), *place);
        }
        MapChange::RemoveDangling(place) => {
            return remove(Arc::make_mut(&mut document.dangling), *place);
        }
        MapChange::RemoveAlternative(place) => {
            return remove(Arc::make_mut(&mut document.alternatives), *place);
        }
    }
    Ok(())
}

fn in_set<T: Ord>(set: &mut std::collections::BTreeSet<T>, entry: T, member: bool) {
    if member {
        set.insert(entry);
    } else {
        set.remove(&entry);
    }
}

fn ordered(one: ActorId, other: ActorId) -> (ActorId, ActorId) {
    (one.min(other), one.max(other))
}

fn put_term(terms: &mut Vec<OwnTerm>, term: &OwnTerm) {
    match terms.iter_mut().find(|kept| kept.name == term.name) {
        Some(kept) => *kept = term.clone(),
        None => terms.push(term.clone()),
    }
}

fn remove<T>(entries: &mut Vec<T>, place: usize) -> Result<(), EditError> {
    if place < entries.len() {
        entries.remove(place);
        Ok(())
    } else {
        Err(EditError::NoEntry(place))
    }
}
