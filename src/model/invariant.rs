//! The rules that hold for every map.

use super::document::{Content, Document};
use super::id::{ActorId, GroupId, IssueId, RelationId, ValueId};
use super::limits;
use super::role::{Arrow, Scope, Target};

/// A rule that a map breaks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// A list is longer than allowed.
    #[error("{list} holds {count}, at most {limit} fit")]
    TooMany {
        /// The list, by its name in a file.
        list: &'static str,
        /// How many there are.
        count: usize,
        /// How many fit.
        limit: usize,
    },
    /// A name or text is longer than allowed.
    #[error("a {field} of {length} is longer than {limit}")]
    TooLong {
        /// The field, by its name in a file.
        field: &'static str,
        /// How long it is: characters of a name, bytes of a text.
        length: usize,
        /// How long it may be.
        limit: usize,
    },
    /// A relation ends where it starts.
    #[error("relation {0} ends where it starts")]
    Loop(RelationId),
    /// Something points at an actor that is not there.
    #[error("{place} points at actor {actor} that is not there")]
    NoActor {
        /// What points, by its name in a file.
        place: &'static str,
        /// The missing actor.
        actor: ActorId,
    },
    /// Something points at an entity that is not there.
    #[error("{place} points at {missing} that is not there")]
    Missing {
        /// What points, by its name in a file.
        place: &'static str,
        /// The missing identity.
        missing: String,
    },
    /// Somebody agreed who is no member.
    #[error("{actor} agreed to group {group} without belonging to it")]
    AgreedOutside {
        /// The group.
        group: GroupId,
        /// Who agreed.
        actor: ActorId,
    },
    /// An answer of a lens holds a pair within a pair.
    #[error("the answer {0} is a pair within a pair")]
    UnsoundLens(String),
}

impl Document {
    /// Lists every rule that the map breaks; empty for a sound map.
    pub fn problems(&self) -> Vec<Problem> {
        let mut found = self.now.problems();
        for moment in self.moments.iter() {
            found.extend(moment.content.problems());
        }
        long_name(&mut found, "title", &self.title);
        many(&mut found, "moments", self.moments.len(), limits::MOMENTS);
        many(&mut found, "scenes", self.scenes.len(), limits::LIST);
        many(
            &mut found,
            "own_lenses",
            self.own_lenses.len(),
            limits::LIST,
        );
        for scene in self.scenes.iter() {
            long_name(&mut found, "scene", &scene.name);
            long_text(&mut found, "scene note", &scene.note.text);
        }
        found
    }
}

impl Content {
    /// Lists every rule that this state breaks.
    pub fn problems(&self) -> Vec<Problem> {
        let mut found = Vec::new();
        self.count(&mut found);
        self.check_actors(&mut found);
        self.check_relations(&mut found);
        self.check_groups(&mut found);
        self.check_roles(&mut found);
        self.check_work(&mut found);
        self.check_purpose(&mut found);
        found
    }

    fn count(&self, found: &mut Vec<Problem>) {
        many(found, "actors", self.actors.len(), limits::ACTORS);
        many(found, "relations", self.relations.len(), limits::RELATIONS);
        let lists = [
            ("issues", self.issues.len()),
            ("values", self.values.len()),
            ("arenas", self.arenas.len()),
            ("kinds", self.kinds.len()),
            ("glossary", self.glossary.len()),
            ("groups", self.groups.len()),
            ("factors", self.factors.len()),
            ("roles", self.roles.len()),
            ("courses", self.courses.len()),
            ("actions", self.actions.len()),
            ("log", self.log.len()),
            ("questions", self.questions.len()),
            ("texts", self.texts.len()),
        ];
        for (list, count) in lists {
            many(found, list, count, limits::LIST);
        }
    }

    fn check_actors(&self, found: &mut Vec<Problem>) {
        for actor in self.actors.iter() {
            long_name(found, "name", &actor.name);
            long_name(found, "short", &actor.short);
            many(found, "interests", actor.interests.len(), limits::LIST);
            many(
                found,
                "sensitivities",
                actor.sensitivities.len(),
                limits::LIST,
            );
            many(found, "notes", actor.notes.len(), limits::LIST);
            for interest in &actor.interests {
                long_text(found, "interest", &interest.text);
                self.need_value(found, "interest", interest.value);
            }
            let seen = &actor.perspective;
            for note in [&seen.sees, &seen.because, &seen.quote, &seen.calls_it]
                .into_iter()
                .chain(&actor.notes)
            {
                long_text(found, "note", &note.text);
            }
            for sensitivity in &actor.sensitivities {
                long_text(found, "sensitivity", &sensitivity.note.text);
            }
            for other in seen.sees_other.keys() {
                self.need_actor(found, "sees_other", *other);
            }
            for issue in actor.positions.keys() {
                self.need_issue(found, "positions", Some(*issue));
            }
            for value in actor.values.keys() {
                self.need_value(found, "values", Some(*value));
            }
            check_lens(found, &actor.lens);
        }
    }

    fn check_relations(&self, found: &mut Vec<Problem>) {
        for relation in self.relations.iter() {
            if relation.from == relation.to {
                found.push(Problem::Loop(relation.id));
            }
            self.need_actor(found, "relation", relation.from);
            self.need_actor(found, "relation", relation.to);
            let notes = [
                &relation.purpose,
                &relation.expect_of_us,
                &relation.expect_of_them,
            ];
            for note in notes.into_iter().chain(&relation.notes) {
                long_text(found, "relation note", &note.text);
            }
            check_lens(found, &relation.lens);
        }
        for (one, other) in self.no_relation.iter() {
            self.need_actor(found, "no_relation", *one);
            self.need_actor(found, "no_relation", *other);
        }
    }

    fn check_groups(&self, found: &mut Vec<Problem>) {
        for group in self.groups.iter() {
            long_name(found, "group", &group.name);
            self.need_value(found, "group", group.shared_value);
            for member in &group.members {
                self.need_actor(found, "group", *member);
            }
            for actor in group.agreed_by.difference(&group.members) {
                found.push(Problem::AgreedOutside {
                    group: group.id,
                    actor: *actor,
                });
            }
            check_lens(found, &group.lens);
        }
        for factor in self.factors.iter() {
            long_name(found, "factor", &factor.name);
            self.need_issue(found, "factor", factor.issue);
        }
    }

    fn check_roles(&self, found: &mut Vec<Problem>) {
        for role in self.roles.iter() {
            self.need_actor(found, "official", role.official);
            match role.scope {
                Scope::Pair(one, other) => {
                    self.need_actor(found, "role", one);
                    self.need_actor(found, "role", other);
                }
                Scope::Group(group) => self.need_group(found, "role", group),
                Scope::Actor(actor) => self.need_actor(found, "role", actor),
            }
            for actor in &role.agreed_by {
                self.need_actor(found, "agreed_by", *actor);
            }
            long_text(found, "reason", &role.reason.text);
            long_text(found, "alternative", &role.alternative.text);
            check_lens(found, &role.lens);
        }
        for course in self.courses.iter() {
            self.need_target(found, "course", course.target);
            long_text(found, "keep", &course.keep.text);
            long_text(found, "reason", &course.reason.text);
        }
    }

    fn check_work(&self, found: &mut Vec<Problem>) {
        for action in self.actions.iter() {
            long_text(found, "action", &action.text.text);
            for target in &action.targets {
                self.need_target(found, "action", *target);
            }
        }
        for entry in self.log.iter() {
            for note in [&entry.text, &entry.hypothesis, &entry.result, &entry.lesson] {
                long_text(found, "log", &note.text);
            }
        }
        for question in self.questions.iter() {
            long_text(found, "question", &question.text.text);
        }
        for text in self.texts.iter() {
            long_text(found, "text", &text.note.text);
            if let Some(Arrow::Actor(actor)) = text.arrow {
                self.need_actor(found, "text", actor);
            }
        }
    }

    fn check_purpose(&self, found: &mut Vec<Problem>) {
        let purpose = &self.purpose;
        for note in [
            &purpose.issue_sentence,
            &purpose.problem,
            &purpose.why,
            &purpose.whereto,
        ] {
            long_text(found, "purpose", &note.text);
        }
        for value in &purpose.values {
            self.need_value(found, "purpose", Some(*value));
        }
        for actor in purpose
            .initiator
            .into_iter()
            .chain(self.focal)
            .chain(self.vanguard.iter().copied())
        {
            self.need_actor(found, "focal", actor);
        }
        for meanings in self.glossary.values() {
            for (actor, meaning) in meanings {
                self.need_actor(found, "glossary", *actor);
                long_text(found, "glossary", &meaning.text);
            }
        }
        for issue in self.issues.iter() {
            long_name(found, "issue", &issue.name);
            long_text(found, "description", &issue.description.text);
            for goal in &issue.agreement {
                if !purpose.agreement.contains(*goal) {
                    found.push(Problem::Missing {
                        place: "issue",
                        missing: goal.to_string(),
                    });
                }
            }
        }
        for value in self.values.iter() {
            long_name(found, "value", &value.name);
            long_text(found, "meaning", &value.meaning.text);
        }
        check_lens(found, &self.lens);
    }

    fn need_actor(&self, found: &mut Vec<Problem>, place: &'static str, actor: ActorId) {
        if !self.actors.contains(actor) {
            found.push(Problem::NoActor { place, actor });
        }
    }

    fn need_group(&self, found: &mut Vec<Problem>, place: &'static str, group: GroupId) {
        if !self.groups.contains(group) {
            found.push(Problem::Missing {
                place,
                missing: group.to_string(),
            });
        }
    }

    fn need_issue(&self, found: &mut Vec<Problem>, place: &'static str, issue: Option<IssueId>) {
        if let Some(issue) = issue.filter(|issue| !self.issues.contains(*issue)) {
            found.push(Problem::Missing {
                place,
                missing: issue.to_string(),
            });
        }
    }

    fn need_value(&self, found: &mut Vec<Problem>, place: &'static str, value: Option<ValueId>) {
        if let Some(value) = value.filter(|value| !self.values.contains(*value)) {
            found.push(Problem::Missing {
                place,
                missing: value.to_string(),
            });
        }
    }

    pub(super) fn need_target(
        &self,
        found: &mut Vec<Problem>,
        place: &'static str,
        target: Target,
    ) {
        let missing = match target {
            Target::Actor(id) => (!self.actors.contains(id)).then(|| id.to_string()),
            Target::Relation(id) => (!self.relations.contains(id)).then(|| id.to_string()),
            Target::Group(id) => (!self.groups.contains(id)).then(|| id.to_string()),
            Target::Issue(id) => (!self.issues.contains(id)).then(|| id.to_string()),
            Target::Goal(id) => (!self.purpose.agreement.contains(id)).then(|| id.to_string()),
        };
        if let Some(missing) = missing {
            found.push(Problem::Missing { place, missing });
        }
    }
}

fn check_lens(found: &mut Vec<Problem>, answers: &super::lens::LensAnswers) {
    for (field, answer) in answers {
        if answer.value().is_some_and(|value| !value.sound()) {
            found.push(Problem::UnsoundLens(field.clone()));
        }
    }
}

fn many(found: &mut Vec<Problem>, list: &'static str, count: usize, limit: usize) {
    if count > limit {
        found.push(Problem::TooMany { list, count, limit });
    }
}

fn long_name(found: &mut Vec<Problem>, field: &'static str, name: &str) {
    // A name no longer in bytes than allowed in characters needs no count.
    if name.len() > limits::NAME {
        let length = name.chars().count();
        if length > limits::NAME {
            found.push(Problem::TooLong {
                field,
                length,
                limit: limits::NAME,
            });
        }
    }
}

fn long_text(found: &mut Vec<Problem>, field: &'static str, text: &str) {
    if text.len() > limits::TEXT {
        found.push(Problem::TooLong {
            field,
            length: text.len(),
            limit: limits::TEXT,
        });
    }
}
