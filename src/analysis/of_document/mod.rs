//! The field of a map: the only road from a document to the measures.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::field::{
    AnnotatedRole, Field, FieldActor, FieldFactor, FieldTie, Needs, Role, Sign, Tags,
};
use crate::model::{
    Actor, ActorId, Answer, Certainty, Content, Document, Frame, IssueId, Judged, Kind, Mode,
    Relation, RoleChoice, RoleState, Scope, Score, Term, Tone, same_scope,
};

/// A field with what it was made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FieldOf {
    /// The field; the actor numbered k is `actors[k]`.
    pub field: Field,
    /// The actors, in the order of their numbers.
    pub actors: Vec<ActorId>,
    /// The issues, in the order of their numbers.
    pub issues: Vec<IssueId>,
    /// How many answers the advice and the forces use.
    pub asked: usize,
    /// How many they would use that nobody gave yet.
    pub unknown: usize,
}

/// How many pairs may carry an annotated role; groups with more pairs than this annotate the first.
pub const MAX_ANNOTATED: usize = 20_000;

/// Norms for the cooperation and no tags of likeness: left out of the likeness of values.
pub const GOVERNANCE: [&str; 10] = [
    "transparantie",
    "rechtmatigheid",
    "rechtsgelijkheid",
    "gelijke behandeling",
    "democratische legitimiteit",
    "transparency",
    "lawfulness",
    "equality before the law",
    "equal treatment",
    "democratic legitimacy",
];

/// What an answer counts for when the voices in the room differ.
const DIVIDED: f64 = 0.8;

/// Makes the field of the current state of a map.
pub fn field_of(document: &Document) -> FieldOf {
    let mut out = field_of_content(&document.now);
    out.field.name.clone_from(&document.title);
    out
}

/// Makes the field of any state of a map, such as a moment.
///
/// An answer that was not given is `None`, and so is one that says "there is none"; the latter counts as asked.
/// The confidence of an actor is the lowest certainty among the answers that the advice weighs (arena, values,
/// positions, priorities, involvement); voices that differ count as likely at most. Power stays out of it, as it stays
/// out of the advice. Of the hoofdpersoon only the arena counts among the answers, since the advice and the forces use
/// no more. Candidates stay out until they are at the table, and so do their relations.
pub fn field_of_content(now: &Content) -> FieldOf {
    let at_the_table = || now.actors.iter().filter(|actor| !actor.candidate);
    let actors: Vec<ActorId> = at_the_table().map(|actor| actor.id).collect();
    let issues: Vec<IssueId> = now.issues.iter().map(|issue| issue.id).collect();
    let numbers: BTreeMap<ActorId, usize> = actors.iter().copied().zip(0..).collect();
    let directed = now.relations.iter().any(|relation| !relation.mutual);
    let mut counted = Counted::default();
    let field = Field {
        name: String::new(),
        directed,
        actors: at_the_table()
            .map(|actor| field_actor(now, actor, &issues, &mut counted))
            .collect(),
        ties: ties(now, &numbers, directed, &mut counted),
        issues: now.issues.iter().map(|issue| issue.name.clone()).collect(),
        focal: now.focal.and_then(|focal| numbers.get(&focal).copied()),
        annotated: annotated(now, &numbers),
        factors: factors(now, &issues, &mut counted),
        asked_without_tie: now
            .no_relation
            .iter()
            .filter_map(|(a, b)| Some((*numbers.get(a)?, *numbers.get(b)?)))
            .collect(),
    };
    FieldOf {
        field,
        actors,
        issues,
        asked: counted.asked,
        unknown: counted.unknown,
    }
}

impl FieldOf {
    /// Gives the number of an actor.
    pub fn number(&self, actor: ActorId) -> Option<usize> {
        // Actors come out of a table sorted by identity.
        self.actors.binary_search(&actor).ok()
    }

    /// Gives the number of an issue.
    pub fn issue_number(&self, issue: IssueId) -> Option<usize> {
        self.issues.iter().position(|other| *other == issue)
    }
}

/// Answers given and not given so far.
#[derive(Default)]
struct Counted {
    asked: usize,
    unknown: usize,
}

impl Counted {
    fn add<T>(&mut self, answer: &Answer<T>) {
        if answer.asked() {
            self.asked += 1;
        } else {
            self.unknown += 1;
        }
    }
}

fn field_actor(
    now: &Content,
    actor: &Actor,
    issues: &[IssueId],
    counted: &mut Counted,
) -> FieldActor {
    counted.add(&actor.arena);
    if now.focal != Some(actor.id) {
        counted.add(&actor.involvement);
        counted.add(&actor.power);
        for issue in issues {
            counted.add(actor.position(*issue));
            counted.add(actor.salience(*issue));
        }
    }
    let learning = &actor.learning;
    FieldActor {
        label: actor.label().to_owned(),
        kind: actor.kind.as_ref().map(kind_code),
        group: now.arena_of(actor).map(|arena| arena.code().to_owned()),
        inside: Some(now.inside(actor)),
        power: actor.power.number(),
        involvement: actor.involvement.number(),
        legitimacy: actor.legitimacy.value().copied(),
        urgency: actor.urgency.value().copied(),
        values: values(now, actor),
        frames: frames(actor),
        positions: issues
            .iter()
            .map(|issue| actor.position(*issue).number())
            .collect(),
        salience: issues
            .iter()
            .map(|issue| actor.salience(*issue).number())
            .collect(),
        needs: Needs {
            relatedness: learning.relatedness.number(),
            autonomy: learning.autonomy.number(),
            competence: learning.competence.number(),
        },
        openness: actor.openness.number().map(|tenths| tenths / 10.0),
        confidence: Some(confidence(now, actor, issues)),
        circle: None,
    }
}

fn kind_code(kind: &Term<Kind>) -> String {
    match kind {
        Term::BuiltIn(kind) => kind.code().to_owned(),
        Term::Own(name) => name.clone(),
    }
}

fn frame_code(frame: &Term<Frame>) -> String {
    match frame {
        Term::BuiltIn(frame) => frame.code().to_owned(),
        Term::Own(name) => name.clone(),
    }
}

/// The values as tags by name, without the norms of good governance; `None` when there is none.
fn values(now: &Content, actor: &Actor) -> Option<Tags> {
    let mut tags = Tags::new();
    for (id, holding) in &actor.values {
        let Some(value) = now.values.get(*id) else {
            continue;
        };
        let name = value.name.trim();
        if GOVERNANCE.contains(&name.to_lowercase().as_str()) {
            continue;
        }
        let name = if name.is_empty() {
            id.to_string()
        } else {
            name.to_owned()
        };
        let importance = f64::from(holding.importance.get());
        let entry = tags.entry(name).or_insert(importance);
        *entry = entry.max(importance);
    }
    (!tags.is_empty()).then_some(tags)
}

fn frames(actor: &Actor) -> Option<Tags> {
    let tags: Tags = actor
        .frames
        .iter()
        .map(|(frame, weight)| (frame_code(frame), f64::from(weight.get())))
        .collect();
    (!tags.is_empty()).then_some(tags)
}

fn certainty(certainty: Option<Certainty>) -> f64 {
    certainty.map_or(1.0, Certainty::weight)
}

/// The certainty of an answer on a scale; differing voices count as likely at most.
fn scored<const LOW: i8, const HIGH: i8>(answer: &Answer<Score<LOW, HIGH>>) -> f64 {
    answer.judged().map_or(1.0, |judged| {
        let divided = judged.span().map_or(1.0, |_| DIVIDED);
        judged.confidence().min(divided)
    })
}

fn confidence(now: &Content, actor: &Actor, issues: &[IssueId]) -> f64 {
    let arena = actor.arena.judged().map_or(1.0, Judged::confidence);
    let held = actor
        .values
        .iter()
        .filter(|(id, _)| now.values.contains(**id))
        .map(|(_, holding)| certainty(holding.certainty));
    let stances = issues.iter().flat_map(|issue| {
        [
            scored(actor.position(*issue)),
            scored(actor.salience(*issue)),
        ]
    });
    [arena, scored(&actor.involvement)]
        .into_iter()
        .chain(held)
        .chain(stances)
        .fold(1.0, f64::min)
}

fn ties(
    now: &Content,
    numbers: &BTreeMap<ActorId, usize>,
    directed: bool,
    counted: &mut Counted,
) -> Vec<FieldTie> {
    let mut out = Vec::with_capacity(now.relations.len());
    for relation in now.relations.iter() {
        let ends = (numbers.get(&relation.from), numbers.get(&relation.to));
        let (Some(&source), Some(&target)) = ends else {
            continue;
        };
        counted.add(&relation.strength);
        let tie = FieldTie {
            source,
            target,
            weight: relation.strength.number().unwrap_or(1.0),
            sign: sign(relation),
            confidence: scored(&relation.strength),
        };
        out.push(tie);
        if directed && relation.mutual {
            out.push(FieldTie {
                source: target,
                target: source,
                ..tie
            });
        }
    }
    out
}

fn sign(relation: &Relation) -> Sign {
    match relation.tone {
        Tone::Cooperative => Sign::Positive,
        Tone::Neutral => Sign::Neutral,
        Tone::Conflict => Sign::Negative,
    }
}

fn factors(now: &Content, issues: &[IssueId], counted: &mut Counted) -> Vec<FieldFactor> {
    let mut out = Vec::new();
    for factor in now.factors.iter() {
        let issue = factor
            .issue
            .and_then(|issue| issues.iter().position(|other| *other == issue));
        let Some(issue) = issue else {
            continue;
        };
        counted.add(&factor.force);
        counted.add(&factor.weight);
        if let (Some(force), Some(weight)) = (factor.force.number(), factor.weight.number()) {
            out.push(FieldFactor {
                name: factor.name.clone(),
                issue,
                force,
                weight,
            });
        }
    }
    out
}

/// The role that the hoofdpersoon chose for each pair: the newest choice now of the pair, else of a group of both.
///
/// A choice for one actor annotates no pair; coördinatie takes the place of an older choice and annotates no pair.
/// Pairs with the hoofdpersoon are no pairs of the advice.
fn annotated(now: &Content, numbers: &BTreeMap<ActorId, usize>) -> Vec<AnnotatedRole> {
    let Some(focal) = now.focal else {
        return Vec::new();
    };
    let mut by_pair: BTreeMap<(usize, usize), Mode> = BTreeMap::new();
    let mut by_group: BTreeMap<(usize, usize), Mode> = BTreeMap::new();
    let mut seen_groups = BTreeSet::new();
    let own = now.roles.iter().rev().filter(|role| {
        role.official == focal
            && match role.state {
                RoleState::Now => true,
                RoleState::Later | RoleState::Earlier => false,
            }
    });
    for role in own {
        match role.scope {
            Scope::Pair(a, b) => {
                if let Some(pair) = pair_of(numbers, focal, a, b) {
                    by_pair.entry(pair).or_insert(role.mode);
                }
            }
            Scope::Group(group) => {
                if let Some(group) = now.groups.get(group).filter(|_| seen_groups.insert(group)) {
                    add_members(&mut by_group, numbers, focal, &group.members, role.mode);
                }
            }
            Scope::Actor(_) => {}
        }
    }
    by_group.extend(by_pair);
    by_group
        .into_iter()
        .filter_map(|((i, j), mode)| {
            let role = match mode {
                Mode::Regie => Role::Regie,
                Mode::Verbinden => Role::Verbinden,
                Mode::Coordinatie => return None,
            };
            Some(AnnotatedRole { i, j, role })
        })
        .collect()
}

/// Finds the role that the hoofdpersoon chose for two actors: the newest now of the pair, else of a group of both.
pub fn chosen_role(now: &Content, a: ActorId, b: ActorId) -> Option<&RoleChoice> {
    let focal = now.focal?;
    let own = || {
        now.roles.iter().rev().filter(move |role| {
            role.official == focal
                && match role.state {
                    RoleState::Now => true,
                    RoleState::Later | RoleState::Earlier => false,
                }
        })
    };
    let of_pair = own().find(|role| same_scope(role.scope, Scope::Pair(a, b)));
    of_pair.or_else(|| {
        own().find(|role| match role.scope {
            Scope::Group(group) => now
                .groups
                .get(group)
                .is_some_and(|group| group.members.contains(&a) && group.members.contains(&b)),
            Scope::Pair(..) | Scope::Actor(_) => false,
        })
    })
}

fn pair_of(
    numbers: &BTreeMap<ActorId, usize>,
    focal: ActorId,
    a: ActorId,
    b: ActorId,
) -> Option<(usize, usize)> {
    if a == b || a == focal || b == focal {
        return None;
    }
    let (a, b) = (*numbers.get(&a)?, *numbers.get(&b)?);
    Some((a.min(b), a.max(b)))
}

fn add_members(
    by_group: &mut BTreeMap<(usize, usize), Mode>,
    numbers: &BTreeMap<ActorId, usize>,
    focal: ActorId,
    members: &BTreeSet<ActorId>,
    mode: Mode,
) {
    for a in members {
        for b in members.range((std::ops::Bound::Excluded(*a), std::ops::Bound::Unbounded)) {
            if by_group.len() >= MAX_ANNOTATED {
                return;
            }
            if let Some(pair) = pair_of(numbers, focal, *a, *b) {
                by_group.entry(pair).or_insert(mode);
            }
        }
    }
}

#[cfg(test)]
mod tests;
