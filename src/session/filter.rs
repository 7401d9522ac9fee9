//! Which actors are looked at: a filter is part of the eye, never of the map.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::lens::{LensPlace, QuestionKey, answer_at, codes};
use crate::model::{
    self, Actor, ActorId, Answer, Arena, Content, GroupId, IssueId, Kind, LensField, Relation,
    RelationKind, Score, Term, ValueId,
};

/// A question of the method that an actor has an answer to, or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// Where it belongs.
    Arena,
    /// What it holds of the issue in focus.
    Position,
    /// How much that issue matters to it.
    Priority,
    /// How much it can make happen.
    Power,
    /// How much it is concerned.
    Involvement,
    /// How far it takes part.
    Participation,
}

impl Question {
    /// Every question, in the order in which they are asked.
    pub const ALL: [Self; 6] = [
        Self::Arena,
        Self::Position,
        Self::Priority,
        Self::Power,
        Self::Involvement,
        Self::Participation,
    ];

    /// Gives the lowest and highest score; nothing where the answer is no score.
    pub fn range(self) -> Option<(i8, i8)> {
        match self {
            Self::Arena => None,
            Self::Position => Some((-3, 3)),
            Self::Priority => Some((0, 5)),
            Self::Power | Self::Involvement => Some((1, 5)),
            Self::Participation => Some((1, 4)),
        }
    }

    /// Says whether it is about the issue in focus.
    pub fn of_issue(self) -> bool {
        matches!(self, Self::Position | Self::Priority)
    }

    /// Says whether it was asked of an actor, with an issue in focus.
    pub fn asked(self, actor: &Actor, issue: Option<IssueId>) -> bool {
        match self {
            Self::Arena => actor.arena.asked(),
            Self::Position => issue.is_some_and(|issue| actor.position(issue).asked()),
            Self::Priority => issue.is_some_and(|issue| actor.salience(issue).asked()),
            Self::Power => actor.power.asked(),
            Self::Involvement => actor.involvement.asked(),
            Self::Participation => actor.participation.asked(),
        }
    }

    /// Gives the score; a private one stays out, as it does on the map.
    fn score(self, actor: &Actor, issue: Option<IssueId>) -> Option<i8> {
        fn open<const L: i8, const H: i8>(answer: &Answer<Score<L, H>>) -> Option<i8> {
            let judged = answer.judged().filter(|judged| !judged.private)?;
            Some(judged.value.get())
        }
        match self {
            Self::Arena => None,
            Self::Position => open(actor.position(issue?)),
            Self::Priority => open(actor.salience(issue?)),
            Self::Power => open(&actor.power),
            Self::Involvement => open(&actor.involvement),
            Self::Participation => open(&actor.participation),
        }
    }
}

/// Which actors are looked at; an empty part lets all through.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Only these arenas.
    pub arenas: BTreeSet<Term<Arena>>,
    /// Only these kinds.
    pub kinds: BTreeSet<Term<Kind>>,
    /// Only members of these groups.
    pub groups: BTreeSet<GroupId>,
    /// Only those who hold one of these values.
    pub values: BTreeSet<ValueId>,
    /// Only those with a relation of these kinds, and only those relations.
    pub relation_kinds: BTreeSet<Term<RelationKind>>,
    /// Only those who lack an answer to one of these questions.
    pub missing: BTreeSet<Question>,
    /// Only those with a score between these two, for each question.
    pub scores: BTreeMap<Question, (i8, i8)>,
    /// Only those with one of these answers, for each question of a lens.
    pub lenses: BTreeMap<QuestionKey, LensWish>,
}

/// Which answers to a question of a lens let an actor through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LensWish {
    /// The question.
    pub field: Arc<LensField>,
    /// The steps or options, by their codes.
    pub codes: BTreeSet<String>,
    /// Whether who was not asked is let through as well.
    pub missing: bool,
}

impl LensWish {
    /// Says whether an actor is let through; a private answer stays out, as it does on the map.
    fn fits(&self, key: QuestionKey, now: &Content, actor: ActorId) -> bool {
        let answer = answer_at(now, LensPlace::Actor(actor), key.name(), &self.field);
        if !answer.asked() {
            return self.missing;
        }
        let hidden = self.field.private || answer.private();
        answer
            .value()
            .filter(|_| !hidden)
            .is_some_and(|value| codes(value).iter().any(|code| self.codes.contains(code)))
    }
}

impl Filter {
    /// Says whether everybody is let through.
    pub fn is_empty(&self) -> bool {
        self.n_on() == 0
    }

    /// Gives how many conditions are set.
    pub fn n_on(&self) -> usize {
        let Self {
            arenas,
            kinds,
            groups,
            values,
            relation_kinds,
            missing,
            scores,
            lenses,
        } = self;
        let sets = [
            arenas.is_empty(),
            kinds.is_empty(),
            groups.is_empty(),
            values.is_empty(),
            relation_kinds.is_empty(),
            missing.is_empty(),
        ];
        sets.iter().filter(|empty| !**empty).count() + scores.len() + lenses.len()
    }

    /// Gives the filter of a slide: the part of this one that a slide can hold.
    pub fn for_scene(&self) -> model::Filter {
        model::Filter {
            arenas: self.arenas.clone(),
            kinds: self.kinds.clone(),
            groups: self.groups.clone(),
            unknown: model::Unknown::default(),
        }
    }

    /// Leaves out what is no longer in the map, so that nothing is filtered by what nobody sees.
    #[must_use]
    pub fn within(mut self, now: &Content) -> Self {
        self.groups.retain(|group| now.groups.contains(*group));
        self.values.retain(|value| now.values.contains(*value));
        self
    }
}

impl From<&model::Filter> for Filter {
    fn from(scene: &model::Filter) -> Self {
        Self {
            arenas: scene.arenas.clone(),
            kinds: scene.kinds.clone(),
            groups: scene.groups.clone(),
            ..Self::default()
        }
    }
}

/// Says whether a filter lets an actor through, with an issue in focus.
pub fn matches(now: &Content, filter: &Filter, issue: Option<IssueId>, actor: &Actor) -> bool {
    let Filter {
        arenas,
        kinds,
        groups,
        values,
        relation_kinds,
        missing,
        scores,
        lenses,
    } = filter;
    let in_arena = || {
        let named = actor.arena.value();
        let built_in = now.arena_of(actor).map(Term::BuiltIn);
        named.is_some_and(|arena| arenas.contains(arena))
            || built_in.is_some_and(|arena| arenas.contains(&arena))
    };
    let of_kind = || actor.kind.as_ref().is_some_and(|kind| kinds.contains(kind));
    let in_group = || {
        let mut found = groups.iter().filter_map(|group| now.groups.get(*group));
        found.any(|group| group.members.contains(&actor.id))
    };
    let holds = || values.iter().any(|value| actor.values.contains_key(value));
    let related = || {
        now.relations_of(actor.id)
            .any(|relation| of_kinds(filter, relation))
    };
    let lacks = || missing.iter().any(|question| !question.asked(actor, issue));
    let scored = |(question, (low, high)): (&Question, &(i8, i8))| {
        question
            .score(actor, issue)
            .is_some_and(|score| (*low..=*high).contains(&score))
    };
    (arenas.is_empty() || in_arena())
        && (kinds.is_empty() || of_kind())
        && (groups.is_empty() || in_group())
        && (values.is_empty() || holds())
        && (relation_kinds.is_empty() || related())
        && (missing.is_empty() || lacks())
        && scores.iter().all(scored)
        && lenses
            .iter()
            .all(|(key, wish)| wish.fits(*key, now, actor.id))
}

/// Says whether a filter lets a relation through, apart from its ends.
pub fn of_kinds(filter: &Filter, relation: &Relation) -> bool {
    filter.relation_kinds.is_empty()
        || relation
            .kind
            .as_ref()
            .is_some_and(|kind| filter.relation_kinds.contains(kind))
}

/// Gives the actors that a filter lets through.
pub fn matching(now: &Content, filter: &Filter, issue: Option<IssueId>) -> BTreeSet<ActorId> {
    // Relations are walked once, not once for every actor.
    let related: Option<BTreeSet<ActorId>> = (!filter.relation_kinds.is_empty()).then(|| {
        let kept = now.relations.iter().filter(|it| of_kinds(filter, it));
        kept.flat_map(|it| [it.from, it.to]).collect()
    });
    let others = Filter {
        relation_kinds: BTreeSet::new(),
        ..filter.clone()
    };
    now.actors
        .iter()
        .filter(|actor| {
            related
                .as_ref()
                .is_none_or(|related| related.contains(&actor.id))
                && matches(now, &others, issue, actor)
        })
        .map(|actor| actor.id)
        .collect()
}
