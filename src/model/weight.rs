//! How much a map weighs: a close upper guess of the bytes of its file, and of what a step of undo keeps.

use super::actor::Actor;
use super::answer::{Note, Unknown};
use super::document::{Content, Document};
use super::lens_weight;
use super::relation::{Group, Relation};
use super::role::RoleChoice;

/// What an entity weighs without its texts.
const ENTITY: usize = 120;
/// What a field weighs besides its text.
const FIELD: usize = 40;

fn text(text: &str) -> usize {
    if text.is_empty() {
        0
    } else {
        text.len() + FIELD
    }
}

fn note(note: &Note) -> usize {
    text(&note.text) + unknown(&note.unknown)
}

fn unknown(unknown: &Unknown) -> usize {
    unknown
        .fields()
        .iter()
        .map(|field| field.name.len() + field.raw.len() + FIELD)
        .sum()
}

impl Actor {
    /// Gives the bytes it takes in a file, by a close upper guess.
    pub fn weight(&self) -> usize {
        let seen = &self.perspective;
        let notes = [&seen.sees, &seen.because, &seen.quote, &seen.calls_it].into_iter();
        let notes = notes.chain(&self.notes).chain(seen.sees_other.values());
        let notes = notes.chain(
            self.sensitivities
                .iter()
                .map(|sensitivity| &sensitivity.note),
        );
        let lists = [&self.talents, &self.tags, &self.area, &self.portfolio];
        ENTITY
            + text(&self.name)
            + text(&self.short)
            + notes.map(note).sum::<usize>()
            + self
                .interests
                .iter()
                .map(|interest| interest.text.len() + interest.source.len() + ENTITY)
                .sum::<usize>()
            + lists
                .into_iter()
                .flatten()
                .map(|term| text(term))
                .sum::<usize>()
            + (self.positions.len() + self.values.len() + self.frames.len()) * ENTITY
            + lens_weight::answers(&self.lens)
            + self
                .positions
                .values()
                .map(|stance| {
                    stance
                        .position
                        .judged()
                        .map_or(0, |judged| judged.voices.len() * 4)
                })
                .sum::<usize>()
            + 5 * FIELD
            + unknown(&self.unknown)
    }
}

impl Relation {
    /// Gives the bytes it takes in a file, by a close upper guess.
    pub fn weight(&self) -> usize {
        let notes = [&self.purpose, &self.expect_of_us, &self.expect_of_them]
            .into_iter()
            .chain(&self.notes);
        let notes = notes.chain(
            self.sensitivities
                .iter()
                .map(|sensitivity| &sensitivity.note),
        );
        2 * ENTITY
            + notes.map(note).sum::<usize>()
            + self
                .signals
                .iter()
                .map(|signal| signal.text.text.len() + signal.who_acts.len() + ENTITY)
                .sum::<usize>()
            + lens_weight::answers(&self.lens)
            + unknown(&self.unknown)
    }
}

impl Group {
    fn weight(&self) -> usize {
        ENTITY
            + text(&self.name)
            + (self.members.len() + self.agreed_by.len()) * FIELD
            + lens_weight::answers(&self.lens)
            + unknown(&self.unknown)
    }
}

impl RoleChoice {
    fn weight(&self) -> usize {
        2 * ENTITY
            + note(&self.reason)
            + note(&self.alternative)
            + self
                .competences
                .iter()
                .map(|term| text(term))
                .sum::<usize>()
            + self.agreed_by.len() * FIELD
            + lens_weight::answers(&self.lens)
            + unknown(&self.unknown)
    }
}

impl Content {
    /// Gives the bytes it takes in a file, by a close upper guess.
    pub fn weight(&self) -> usize {
        let purpose = &self.purpose;
        let purpose_notes = [
            &purpose.issue_sentence,
            &purpose.problem,
            &purpose.why,
            &purpose.whereto,
        ];
        self.actors.iter().map(Actor::weight).sum::<usize>()
            + self.relations.iter().map(Relation::weight).sum::<usize>()
            + self.groups.iter().map(Group::weight).sum::<usize>()
            + self.roles.iter().map(RoleChoice::weight).sum::<usize>()
            + self
                .issues
                .iter()
                .map(|issue| ENTITY + text(&issue.name) + note(&issue.description))
                .sum::<usize>()
            + self
                .values
                .iter()
                .map(|value| ENTITY + text(&value.name) + note(&value.meaning))
                .sum::<usize>()
            + self
                .factors
                .iter()
                .map(|factor| 2 * ENTITY + text(&factor.name))
                .sum::<usize>()
            + self
                .courses
                .iter()
                .map(|course| 2 * ENTITY + note(&course.keep) + note(&course.reason))
                .sum::<usize>()
            + self
                .actions
                .iter()
                .map(|action| 2 * ENTITY + note(&action.text) + text(&action.owner))
                .sum::<usize>()
            + self
                .questions
                .iter()
                .map(|question| ENTITY + note(&question.text))
                .sum::<usize>()
            + self
                .texts
                .iter()
                .map(|text| ENTITY + note(&text.note))
                .sum::<usize>()
            + self
                .log
                .iter()
                .flat_map(|entry| [&entry.text, &entry.hypothesis, &entry.result, &entry.lesson])
                .map(|text| ENTITY + note(text))
                .sum::<usize>()
            + purpose_notes.into_iter().map(note).sum::<usize>()
            + self.meanings_weight()
            + self.no_relation.len() * FIELD
            + lens_weight::answers(&self.lens)
    }
}

impl Content {
    fn meanings_weight(&self) -> usize {
        let meanings = self.glossary.values().flat_map(|all| all.values());
        meanings.map(|meaning| note(meaning) + FIELD).sum()
    }
}

impl Document {
    /// Gives the bytes it takes in a file, by a close upper guess.
    pub fn weight(&self) -> usize {
        let raw = self.unreadable.iter().chain(self.dangling.iter());
        ENTITY
            + text(&self.title)
            + self.now.weight()
            + self
                .moments
                .iter()
                .map(|moment| ENTITY + moment.content.weight())
                .sum::<usize>()
            + self
                .scenes
                .iter()
                .map(|scene| 2 * ENTITY + note(&scene.note))
                .sum::<usize>()
            + self.own_lenses.iter().map(lens_weight::lens).sum::<usize>()
            + raw.map(|entity| entity.raw.len() + FIELD).sum::<usize>()
            + self
                .alternatives
                .iter()
                .map(|clash| clash.raw.len() + ENTITY)
                .sum::<usize>()
            + unknown(&self.unknown)
    }
}
