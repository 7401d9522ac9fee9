//! Copies of a state of the map and what it is for.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::copier::Copier;
use super::{Level, Part};
use crate::model::{
    ActorId, Bounds, Content, Factor, Goal, Issue, Note, OwnTerm, Pause, Purpose, Value,
};

impl Copier<'_> {
    /// Copies a state of the map.
    #[expect(
        clippy::too_many_lines,
        reason = "every field is named, so that none can be forgotten"
    )]
    pub(super) fn content(&self, content: &Content) -> Content {
        let Content {
            purpose,
            issues,
            values,
            arenas,
            kinds,
            glossary,
            actors,
            relations,
            no_relation,
            groups,
            factors,
            roles,
            courses,
            actions,
            log,
            questions,
            texts,
            focal,
            vanguard,
            lens,
        } = content;
        let actors = actors.iter().map(|actor| self.actor(actor)).collect();
        let relations = relations.iter().map(|tie| self.relation(tie)).collect();
        let mut groups: Vec<_> = groups
            .iter()
            .enumerate()
            .map(|(number, group)| self.group(number, group))
            .collect();
        if self.level == Level::Structure {
            self.leave_entities(
                issues.len()
                    + values.len()
                    + factors.len()
                    + roles.len()
                    + courses.len()
                    + actions.len()
                    + log.len()
                    + questions.len()
                    + texts.len(),
            );
            self.leave(Part::Answers, lens.len() + no_relation.len());
            return Content {
                actors,
                relations,
                groups: groups.drain(..).collect(),
                ..Content::default()
            };
        }
        Content {
            purpose: Arc::new(self.purpose(purpose)),
            issues: issues.iter().map(|issue| self.issue(issue)).collect(),
            values: values.iter().map(|value| self.value(value)).collect(),
            arenas: Arc::new(arenas.iter().map(|term| self.own_term(term)).collect()),
            kinds: Arc::new(kinds.iter().map(|term| self.own_term(term)).collect()),
            glossary: Arc::new(self.glossary(glossary)),
            actors,
            relations,
            no_relation: Arc::new(self.pairs(no_relation)),
            groups: groups.drain(..).collect(),
            factors: factors.iter().map(|factor| self.factor(factor)).collect(),
            roles: roles.iter().map(|role| self.role(role)).collect(),
            courses: courses.iter().map(|course| self.course(course)).collect(),
            actions: actions.iter().filter_map(|one| self.action(one)).collect(),
            log: log.iter().filter_map(|one| self.log_entry(one)).collect(),
            questions: questions
                .iter()
                .filter_map(|one| self.question(one))
                .collect(),
            texts: texts.iter().filter_map(|one| self.map_text(one)).collect(),
            focal: focal.map(|actor| self.id(actor)),
            vanguard: self.ids(vanguard),
            lens: self.lens(lens),
        }
        .without_loose_ends()
    }

    fn purpose(&self, purpose: &Purpose) -> Purpose {
        let Purpose {
            issue_sentence,
            problem,
            values,
            why,
            whereto,
            agreement,
            bounds,
            horizon,
            review,
            initiator,
            paused,
            unknown,
        } = purpose;
        Purpose {
            issue_sentence: self.note(issue_sentence),
            problem: self.note(problem),
            values: values.iter().map(|value| self.id(*value)).collect(),
            why: self.note(why),
            whereto: self.note(whereto),
            agreement: agreement
                .iter()
                .filter_map(|goal| self.goal(goal))
                .collect(),
            bounds: self.bounds(bounds),
            horizon: *horizon,
            review: *review,
            initiator: initiator.map(|actor| self.id(actor)),
            paused: paused.as_ref().map(|pause| {
                let Pause {
                    reason,
                    restart,
                    unknown,
                } = pause;
                Pause {
                    reason: self.note(reason),
                    restart: self.note(restart),
                    unknown: self.unknown(unknown),
                }
            }),
            unknown: self.unknown(unknown),
        }
    }

    fn goal(&self, goal: &Goal) -> Option<Goal> {
        let Goal {
            id,
            text,
            reference,
            horizon,
            unknown,
        } = goal;
        if !self.keeps(text) {
            self.leave(super::actor::left(text), 1);
            return None;
        }
        Some(Goal {
            id: self.id(*id),
            text: self.note(text),
            reference: self.text(reference),
            horizon: *horizon,
            unknown: self.unknown(unknown),
        })
    }

    fn bounds(&self, bounds: &Bounds) -> Bounds {
        let Bounds {
            fixed,
            negotiable,
            free,
            unknown,
        } = bounds;
        Bounds {
            fixed: self.texts(fixed),
            negotiable: self.texts(negotiable),
            free: self.texts(free),
            unknown: self.unknown(unknown),
        }
    }

    fn issue(&self, issue: &Issue) -> Issue {
        let Issue {
            id,
            name,
            description,
            agreement,
            unknown,
        } = issue;
        Issue {
            id: self.id(*id),
            name: self.name(name),
            description: self.note(description),
            agreement: self.ids(agreement),
            unknown: self.unknown(unknown),
        }
    }

    fn value(&self, value: &Value) -> Value {
        let Value {
            id,
            name,
            meaning,
            unknown,
        } = value;
        Value {
            id: self.id(*id),
            name: self.name(name),
            meaning: self.note(meaning),
            unknown: self.unknown(unknown),
        }
    }

    fn own_term(&self, term: &OwnTerm) -> OwnTerm {
        let OwnTerm {
            name,
            arena,
            unknown,
        } = term;
        OwnTerm {
            name: self.name(name),
            arena: *arena,
            unknown: self.unknown(unknown),
        }
    }

    fn factor(&self, factor: &Factor) -> Factor {
        let Factor {
            id,
            name,
            issue,
            force,
            weight,
            unknown,
        } = factor;
        Factor {
            id: self.id(*id),
            name: self.name(name),
            issue: issue.map(|issue| self.id(issue)),
            force: self.answer(force),
            weight: self.answer(weight),
            unknown: self.unknown(unknown),
        }
    }

    fn glossary(
        &self,
        glossary: &BTreeMap<String, BTreeMap<ActorId, Note>>,
    ) -> BTreeMap<String, BTreeMap<ActorId, Note>> {
        if self.nameless() {
            self.leave(Part::FreeTexts, glossary.len());
            return BTreeMap::new();
        }
        glossary
            .iter()
            .map(|(word, meanings)| {
                let meanings = meanings
                    .iter()
                    .map(|(actor, note)| (self.id(*actor), self.note(note)))
                    .filter(|(_, note)| self.full() || !note.is_empty())
                    .collect();
                (word.clone(), meanings)
            })
            .collect()
    }
}
