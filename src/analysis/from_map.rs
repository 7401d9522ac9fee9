//! Makes a field from the content of a map.

use std::collections::BTreeMap;

use crate::analysis::field::{
    AnnotatedRole, Field, FieldActor, FieldFactor, FieldTie, Needs, Role, Sign, Tags,
};
use crate::model::{
    Actor, ActorId, Answer, Certainty, Content, Judged, Mode, Relation, RoleState, Scope, Term,
    Tone,
};

/// A field together with the identities behind its numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MappedField {
    /// The field.
    pub field: Field,
    /// The identity of actor number 0, 1 and so on.
    pub actors: Vec<ActorId>,
}

impl MappedField {
    /// The number of an actor.
    pub fn number(&self, actor: ActorId) -> Option<usize> {
        self.actors.binary_search(&actor).ok()
    }
}

/// Norms for the cooperation itself: they say nothing about who is alike.
const CORE_VALUES: [&str; 5] = [
    "transparantie",
    "rechtmatigheid",
    "rechtsgelijkheid",
    "gelijke behandeling",
    "democratische legitimiteit",
];

/// Roles towards larger groups than this annotate no pairs.
const GROUP_UP_TO: usize = 50;

/// Makes the field of a map's content.
///
/// Actors are numbered in the order of their identities. The group of an actor
/// is its built-in arena. All relations mutual: undirected; else a mutual
/// relation gives two arcs of its own weight. Strength counts as 1 while not
/// asked. The core values of good governance are left out of the likeness. A
/// pair's role is the newest choice of the hoofdpersoon now for the pair, else
/// for a group of at most 50 that holds both; coördinatie annotates no pair.
pub fn field_of(title: &str, content: &Content) -> MappedField {
    let actors: Vec<ActorId> = content.actors.ids().collect();
    let numbers: BTreeMap<ActorId, usize> = actors.iter().copied().zip(0..).collect();
    let directed = content.relations.iter().any(|relation| !relation.mutual);
    let number = |id: ActorId| numbers.get(&id).copied();
    let field = Field {
        name: title.to_owned(),
        directed,
        actors: content.actors.iter().map(|a| actor(content, a)).collect(),
        ties: content
            .relations
            .iter()
            .filter_map(|r| Some((r, number(r.from)?, number(r.to)?)))
            .flat_map(|(r, from, to)| ties(r, from, to, directed))
            .collect(),
        issues: content.issues.iter().map(|i| i.name.clone()).collect(),
        focal: content.focal.and_then(number),
        annotated: annotated(content, &numbers),
        factors: factors(content),
        asked_without_tie: content
            .no_relation
            .iter()
            .filter_map(|(a, b)| Some((number(*a)?, number(*b)?)))
            .collect(),
    };
    MappedField { field, actors }
}

fn ties(
    relation: &Relation,
    from: usize,
    to: usize,
    directed: bool,
) -> impl Iterator<Item = FieldTie> {
    let tie = |source, target| FieldTie {
        source,
        target,
        weight: relation.strength.number().unwrap_or(1.0),
        sign: match relation.tone {
            Tone::Cooperative => Sign::Positive,
            Tone::Neutral => Sign::Neutral,
            Tone::Conflict => Sign::Negative,
        },
        confidence: relation.strength.judged().map_or(1.0, Judged::confidence),
    };
    let back = (directed && relation.mutual).then(|| tie(to, from));
    [tie(from, to)].into_iter().chain(back)
}

fn actor(content: &Content, actor: &Actor) -> FieldActor {
    let issues: Vec<_> = content.issues.iter().map(|issue| issue.id).collect();
    let positions = issues.iter().map(|i| actor.position(*i).number());
    let salience = issues.iter().map(|i| actor.salience(*i).number());
    FieldActor {
        label: actor.name.clone(),
        kind: actor.kind.as_ref().map(|kind| match kind {
            Term::BuiltIn(kind) => kind.code().to_owned(),
            Term::Own(name) => name.clone(),
        }),
        group: content.arena_of(actor).map(|a| a.code().to_owned()),
        inside: Some(content.inside(actor)),
        power: actor.power.number(),
        involvement: actor.involvement.number(),
        legitimacy: actor.legitimacy.value().copied(),
        urgency: actor.urgency.value().copied(),
        values: known(values(content, actor)),
        frames: known(frames(actor)),
        positions: positions.collect(),
        salience: salience.collect(),
        needs: Needs {
            relatedness: actor.learning.relatedness.number(),
            autonomy: actor.learning.autonomy.number(),
            competence: actor.learning.competence.number(),
        },
        openness: actor.openness.number().map(|tenths| tenths / 10.0),
        confidence: Some(confidence(actor)),
        circle: None,
    }
}

/// A list without tags is an unknown list.
fn known(tags: Tags) -> Option<Tags> {
    (!tags.is_empty()).then_some(tags)
}

fn values(content: &Content, actor: &Actor) -> Tags {
    actor
        .values
        .iter()
        .filter(|(id, _)| {
            let name = content.values.get(**id).map(|v| v.name.to_lowercase());
            name.is_none_or(|name| !CORE_VALUES.contains(&name.trim()))
        })
        .map(|(id, held)| (id.to_string(), f64::from(held.importance.get())))
        .collect()
}

fn frames(actor: &Actor) -> Tags {
    actor
        .frames
        .iter()
        .map(|(frame, importance)| {
            let name = match frame {
                Term::BuiltIn(frame) => frame.code().to_owned(),
                Term::Own(name) => name.clone(),
            };
            (name, f64::from(importance.get()))
        })
        .collect()
}

/// The lowest certainty among the answers about an actor that the advice uses.
fn confidence(actor: &Actor) -> f64 {
    fn of<T>(answer: &Answer<T>) -> Option<f64> {
        answer.judged().map(Judged::confidence)
    }
    let stances = actor
        .positions
        .values()
        .flat_map(|stance| [of(&stance.position), of(&stance.salience)]);
    let values = actor
        .values
        .values()
        .map(|held| held.certainty.map(Certainty::weight));
    [of(&actor.arena), of(&actor.power), of(&actor.involvement)]
        .into_iter()
        .chain(stances)
        .chain(values)
        .flatten()
        .fold(1.0, f64::min)
}

fn annotated(content: &Content, numbers: &BTreeMap<ActorId, usize>) -> Vec<AnnotatedRole> {
    let mut by_group: BTreeMap<(usize, usize), Mode> = BTreeMap::new();
    let mut by_pair: BTreeMap<(usize, usize), Mode> = BTreeMap::new();
    let number = |id: &ActorId| numbers.get(id).copied();
    let order = |a: usize, b: usize| (a.min(b), a.max(b));
    let own = content
        .roles
        .iter()
        .filter(|r| Some(r.official) == content.focal && r.state == RoleState::Now);
    for role in own {
        match role.scope {
            Scope::Pair(a, b) => {
                if let (Some(a), Some(b)) = (number(&a), number(&b)) {
                    by_pair.insert(order(a, b), role.mode);
                }
            }
            Scope::Group(group) => {
                let members = content.groups.get(group).map(|g| &g.members);
                let members: Vec<usize> = members
                    .filter(|m| m.len() <= GROUP_UP_TO)
                    .into_iter()
                    .flatten()
                    .filter_map(number)
                    .collect();
                for (place, &a) in members.iter().enumerate() {
                    for &b in &members[place + 1..] {
                        by_group.insert(order(a, b), role.mode);
                    }
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

fn factors(content: &Content) -> Vec<FieldFactor> {
    content
        .factors
        .iter()
        .filter_map(|factor| {
            Some(FieldFactor {
                name: factor.name.clone(),
                issue: content.issues.index_of(factor.issue?)?,
                force: factor.force.number()?,
                weight: factor.weight.number()?,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Arena, Group, IdSource, RoleChoice, Score};

    fn content() -> (Content, Vec<ActorId>, IdSource) {
        let mut ids = IdSource::new(1);
        let mut content = Content::default();
        let mut actors: Vec<ActorId> = (0..3).map(|_| ids.fresh()).collect();
        actors.sort();
        for (id, arena) in actors
            .iter()
            .zip([Arena::Governing, Arena::Market, Arena::Market])
        {
            let mut actor = Actor::new(*id, "A");
            actor.arena = Answer::given(Term::BuiltIn(arena));
            content.actors.put(actor);
        }
        let mut relation = Relation::new(ids.fresh(), actors[0], actors[1]);
        relation.strength = Answer::given(Score::nearest(3));
        content.relations.put(relation);
        content.focal = Some(actors[0]);
        (content, actors, ids)
    }

    #[test]
    fn a_map_of_mutual_relations_is_undirected_until_one_is_not() {
        let (mut content, actors, mut ids) = content();
        let mapped = field_of("map", &content);
        assert!(!mapped.field.directed);
        assert_eq!(mapped.field.ties.len(), 1);
        assert_eq!(mapped.number(actors[2]), Some(2));
        let mut one_way = Relation::new(ids.fresh(), actors[2], actors[1]);
        one_way.mutual = false;
        one_way.tone = Tone::Conflict;
        content.relations.put(one_way);
        let field = field_of("map", &content).field;
        assert!(field.directed);
        let arcs: std::collections::BTreeSet<_> = field
            .ties
            .iter()
            .map(|t| (t.source, t.target, t.sign))
            .collect();
        let expected = [
            (0, 1, Sign::Neutral),
            (1, 0, Sign::Neutral),
            (2, 1, Sign::Negative),
        ];
        assert_eq!(arcs, expected.into());
    }

    #[test]
    fn the_role_of_a_pair_wins_from_that_of_its_group() {
        let (mut content, actors, mut ids) = content();
        let mut group = Group::new(ids.fresh(), "G");
        group.members = actors.iter().copied().collect();
        let (of_group, of_pair) = (Scope::Group(group.id), Scope::Pair(actors[2], actors[1]));
        content.groups.put(group);
        for (scope, mode) in [(of_pair, Mode::Regie), (of_group, Mode::Verbinden)] {
            let role = RoleChoice::new(ids.fresh(), actors[0], scope, mode);
            content.roles.put(role);
        }
        let chosen = field_of("map", &content).field.annotated_pairs();
        assert_eq!(chosen.get(&(1, 2)), Some(&Role::Regie));
        assert_eq!(chosen.get(&(0, 1)), Some(&Role::Verbinden));
        let tuned = RoleChoice::new(ids.fresh(), actors[0], of_pair, Mode::Coordinatie);
        content.roles.put(tuned);
        let chosen = field_of("map", &content).field.annotated_pairs();
        assert_eq!(chosen.get(&(1, 2)), None);
    }
}
