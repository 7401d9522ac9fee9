//! One state of the map: what points at what stays whole.
//!
//! Each side is merged entity by entity. An entity that one side took out stays when the other side changed it, or
//! when something that stays points at it; what went with it on that side then comes back as well.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::field::Field;
use super::item::{Choices, Item, Outcome, Side, Spot, Step, Subject};
use super::parts::Struct as _;
use super::said::Said;
use super::walk::{Part, Walk};
use crate::model::{Content, Entity, List, MomentId, Problem, Table};

impl Part for Content {
    fn merge(base: Option<&Self>, mine: &Self, theirs: &Self, walk: &mut Walk<'_>) -> Self {
        if mine == theirs && base == Some(mine) {
            return mine.clone();
        }
        let (mut mine, mut theirs) = (mine.clone(), theirs.clone());
        choose(base, &mut mine, &mut theirs, walk);
        let chosen = (mine.clone(), theirs.clone());
        let mut kept: BTreeMap<Subject, Side> = BTreeMap::new();
        loop {
            let mut trial = walk.fork();
            let mut merged = Self::fields(base, &mine, &theirs, &mut trial);
            let wanted = base.map_or_else(BTreeMap::new, |_| {
                let mut wanted = taken_out(&trial.items, &merged, &mine, &theirs, walk);
                if trial
                    .items
                    .iter()
                    .any(|item| item.outcome == Outcome::Clash)
                {
                    // What the value that does not stand points at must stay as well.
                    let mut turned = walk.fork();
                    let other = Self::fields(base, &theirs, &mine, &mut turned);
                    wanted.extend(taken_out(&[], &other, &mine, &theirs, walk));
                }
                wanted
            });
            let mut again = false;
            for (subject, side) in wanted {
                if let (None, Some(base)) = (kept.insert(subject, side), base) {
                    again = true;
                    match side {
                        Side::Mine => mine = put_back(base, &mine, subject),
                        Side::Theirs => theirs = put_back(base, &theirs, subject),
                    }
                }
            }
            if again {
                continue;
            }
            belong(&mut merged, &mut trial);
            walk.items.extend(trial.items);
            for (subject, side) in &kept {
                walk.items
                    .push(kept_item(walk.moment, *subject, *side, Outcome::Clash));
            }
            came_back(Side::Mine, &chosen.0, &mine, walk);
            came_back(Side::Theirs, &chosen.1, &theirs, walk);
            return merged.without_loose_ends();
        }
    }
}

/// Notes an entity that stays although a side took it out.
fn kept_item(moment: Option<MomentId>, subject: Subject, side: Side, outcome: Outcome) -> Item {
    Item {
        spot: Spot {
            moment,
            subject,
            path: Vec::new(),
        },
        base: Some(Said::Here),
        mine: (side == Side::Theirs).then_some(Said::Here),
        theirs: (side == Side::Mine).then_some(Said::Here),
        result: Some(Said::Here),
        outcome,
        private: false,
    }
}

/// Lets both sides agree where somebody chose whether an entity is there.
fn choose(base: Option<&Content>, mine: &mut Content, theirs: &mut Content, walk: &Walk<'_>) {
    let here: Vec<(Subject, Side)> = chosen_here(walk.choices, walk).collect();
    for (subject, side) in here {
        let (chosen, other) = match side {
            Side::Mine => (&*mine, &mut *theirs),
            Side::Theirs => (&*theirs, &mut *mine),
        };
        match (has(chosen, subject), has(other, subject), base) {
            (true, false, Some(base)) if has(base, subject) => {
                *other = put_back(base, other, subject);
            }
            (false, true, base) => *other = let_go(base, other, subject),
            (true, _, _) | (false, false, _) => {}
        }
    }
}

fn chosen_here<'a>(
    choices: &'a Choices,
    walk: &Walk<'_>,
) -> impl Iterator<Item = (Subject, Side)> + use<'a> {
    let moment = walk.moment;
    choices
        .iter()
        .filter(move |(spot, _)| spot.whole() && spot.moment == moment)
        .map(|(spot, side)| (spot.subject, *side))
}

/// Lists what one side took out and must stay all the same, with that side.
fn taken_out(
    items: &[Item],
    merged: &Content,
    mine: &Content,
    theirs: &Content,
    walk: &Walk<'_>,
) -> BTreeMap<Subject, Side> {
    let settled: BTreeMap<Subject, Side> = chosen_here(walk.choices, walk).collect();
    let clashes = items
        .iter()
        .filter(|item| item.spot.whole() && item.outcome == Outcome::Clash)
        .map(|item| item.spot.subject);
    let missing = merged
        .problems()
        .into_iter()
        .filter_map(|problem| match problem {
            Problem::NoActor { actor, .. } => Some(Subject::Actor(actor)),
            Problem::Missing { missing, .. } => subject_named(&missing),
            Problem::TooMany { .. }
            | Problem::TooLong { .. }
            | Problem::Loop(_)
            | Problem::AgreedOutside { .. }
            | Problem::UnsoundLens(_) => None,
        });
    clashes
        .chain(missing)
        .filter(|subject| !settled.contains_key(subject))
        .filter_map(|subject| match (has(mine, subject), has(theirs, subject)) {
            (false, true) => Some((subject, Side::Mine)),
            (true, false) => Some((subject, Side::Theirs)),
            (true, true) | (false, false) => None,
        })
        .collect()
}

fn subject_named(id: &str) -> Option<Subject> {
    let group = id.parse().map(Subject::Group);
    let issue = || id.parse().map(Subject::Issue);
    let value = || id.parse().map(Subject::Value);
    let goal = || id.parse().map(Subject::Goal);
    let relation = || id.parse().map(Subject::Relation);
    group
        .or_else(|_| issue())
        .or_else(|_| value())
        .or_else(|_| goal())
        .or_else(|_| relation())
        .ok()
}

/// Gives a side with an entity that it took out, and with what went with that.
///
/// What went with it is what the base loses without it; giving that back is itself a merge.
fn put_back(base: &Content, side: &Content, subject: Subject) -> Content {
    let gone = without(base, subject);
    let choices = Choices::new();
    Content::fields(Some(&gone), side, base, &mut Walk::new(&choices))
}

/// Gives a side without an entity; what that side had turned towards it turns back to what it was before.
fn let_go(base: Option<&Content>, side: &Content, subject: Subject) -> Content {
    let mut after = without(side, subject);
    if let Some(base) = base {
        let base = without(base, subject);
        let lost = |lost: &Subject| has(side, *lost) && has(&base, *lost);
        for lost in subjects(&base).into_iter().filter(lost) {
            if !has(&after, lost) {
                after = put_back(&base, &after, lost);
            }
        }
    }
    after
}

/// Lists the entities of a state that can go with another.
fn subjects(content: &Content) -> Vec<Subject> {
    let mut all: Vec<Subject> = content.relations.ids().map(Subject::Relation).collect();
    all.extend(content.roles.iter().map(|role| Subject::Role(role.id)));
    all.extend(
        content
            .courses
            .iter()
            .map(|course| Subject::Course(course.id)),
    );
    all
}

fn without(content: &Content, subject: Subject) -> Content {
    let mut content = content.clone();
    match subject {
        Subject::Map | Subject::Moment(_) | Subject::Scene(_) => {}
        Subject::Issue(id) => content.issues.retain(|entity| entity.id != id),
        Subject::Value(id) => content.values.retain(|entity| entity.id != id),
        Subject::Goal(id) => {
            Arc::make_mut(&mut content.purpose)
                .agreement
                .retain(|entity| entity.id != id);
        }
        Subject::Actor(id) => content.actors.retain(|entity| entity.id != id),
        Subject::Relation(id) => content.relations.retain(|entity| entity.id != id),
        Subject::Group(id) => content.groups.retain(|entity| entity.id != id),
        Subject::Factor(id) => content.factors.retain(|entity| entity.id != id),
        Subject::Role(id) => content.roles.retain(|entity| entity.id != id),
        Subject::Course(id) => content.courses.retain(|entity| entity.id != id),
        Subject::Action(id) => content.actions.retain(|entity| entity.id != id),
        Subject::Log(id) => content.log.retain(|entity| entity.id != id),
        Subject::Question(id) => content.questions.retain(|entity| entity.id != id),
        Subject::Text(id) => content.texts.retain(|entity| entity.id != id),
    }
    content.without_loose_ends()
}

fn has(content: &Content, subject: Subject) -> bool {
    fn table<T: Entity>(table: &Table<T>, id: T::Id) -> bool {
        table.contains(id)
    }
    fn list<T: Entity>(list: &List<T>, id: T::Id) -> bool {
        list.contains(id)
    }
    match subject {
        // These are no part of a state.
        Subject::Map | Subject::Moment(_) | Subject::Scene(_) => true,
        Subject::Issue(id) => list(&content.issues, id),
        Subject::Value(id) => list(&content.values, id),
        Subject::Goal(id) => list(&content.purpose.agreement, id),
        Subject::Actor(id) => table(&content.actors, id),
        Subject::Relation(id) => table(&content.relations, id),
        Subject::Group(id) => table(&content.groups, id),
        Subject::Factor(id) => list(&content.factors, id),
        Subject::Role(id) => list(&content.roles, id),
        Subject::Course(id) => list(&content.courses, id),
        Subject::Action(id) => list(&content.actions, id),
        Subject::Log(id) => list(&content.log, id),
        Subject::Question(id) => list(&content.questions, id),
        Subject::Text(id) => list(&content.texts, id),
    }
}

/// Notes what came back with an entity that stays, and was taken out with it by a side.
fn came_back(side: Side, before: &Content, after: &Content, walk: &mut Walk<'_>) {
    if before == after {
        return;
    }
    let noted: BTreeSet<Spot> = walk.items.iter().map(|item| item.spot.clone()).collect();
    let mut found = walk.fork();
    Content::fields(Some(before), before, after, &mut found);
    let new = found
        .items
        .into_iter()
        .filter(|item| !noted.contains(&item.spot));
    walk.items.extend(new.map(|item| {
        let (mine, theirs, outcome) = match side {
            Side::Mine => (item.mine, item.theirs.clone(), Outcome::Theirs),
            Side::Theirs => (item.theirs.clone(), item.mine, Outcome::Mine),
        };
        Item {
            base: item.theirs.clone(),
            mine,
            theirs,
            result: item.theirs,
            outcome,
            ..item
        }
    }));
}

/// Lets everybody who agreed to a group belong to it: one side took out the member, the other heard its yes.
fn belong(content: &mut Content, walk: &mut Walk<'_>) {
    for problem in content.problems() {
        let Problem::AgreedOutside { group, actor } = problem else {
            continue;
        };
        let spot = Spot {
            moment: walk.moment,
            subject: Subject::Group(group),
            path: vec![
                Step::Field(Field::Members),
                Step::Entry(actor.to_string(), 1),
            ],
        };
        let chosen = walk.choices.contains_key(&spot);
        for item in walk.items.iter_mut().filter(|item| item.spot == spot) {
            item.outcome = Outcome::Clash;
            item.result = Some(Said::Actor(actor));
        }
        content.groups.update(group, |group| {
            if chosen {
                group.agreed_by.remove(&actor);
            } else {
                group.members.insert(actor);
            }
        });
    }
}
