//! Copies of what the official chooses and does.

use super::Part;
use super::actor::left;
use super::copier::Copier;
use crate::model::{
    Action, Arrow, Course, LogEntry, MapText, Note, Question, RoleChoice, Scope, Target,
};

impl Copier<'_> {
    /// Copies a role choice.
    pub(super) fn role(&self, role: &RoleChoice) -> RoleChoice {
        let RoleChoice {
            id,
            official,
            scope,
            mode,
            also,
            phase,
            state,
            reason,
            alternative,
            agreed_by,
            competences,
            date,
            lens,
            unknown,
        } = role;
        RoleChoice {
            id: self.id(*id),
            official: self.id(*official),
            scope: match *scope {
                Scope::Pair(one, other) => Scope::Pair(self.id(one), self.id(other)),
                Scope::Group(group) => Scope::Group(self.id(group)),
                Scope::Actor(actor) => Scope::Actor(self.id(actor)),
            },
            mode: *mode,
            also: also.clone(),
            phase: *phase,
            state: *state,
            reason: self.note(reason),
            alternative: self.note(alternative),
            agreed_by: self.ids(agreed_by),
            competences: self.texts(competences),
            date: date.filter(|_| !self.nameless()),
            lens: self.lens(lens),
            unknown: self.unknown(unknown),
        }
    }

    fn target(&self, target: Target) -> Target {
        match target {
            Target::Actor(id) => Target::Actor(self.id(id)),
            Target::Relation(id) => Target::Relation(self.id(id)),
            Target::Group(id) => Target::Group(self.id(id)),
            Target::Issue(id) => Target::Issue(self.id(id)),
            Target::Goal(id) => Target::Goal(self.id(id)),
        }
    }

    /// Copies a course.
    pub(super) fn course(&self, course: &Course) -> Course {
        let Course {
            id,
            target,
            direction,
            keep,
            room_given,
            room_taken,
            reason,
            date,
            unknown,
        } = course;
        Course {
            id: self.id(*id),
            target: self.target(*target),
            direction: *direction,
            keep: self.note(keep),
            room_given: *room_given,
            room_taken: *room_taken,
            reason: self.note(reason),
            date: date.filter(|_| !self.nameless()),
            unknown: self.unknown(unknown),
        }
    }

    /// Says whether something goes along that is nothing without its text, and counts it where it does not.
    fn goes(&self, text: &Note) -> bool {
        let goes = self.keeps(text);
        if !goes {
            self.leave(left(text), 1);
        }
        goes
    }

    /// Copies an action.
    pub(super) fn action(&self, action: &Action) -> Option<Action> {
        let Action {
            id,
            text,
            owner,
            targets,
            due,
            status,
            way,
            unknown,
        } = action;
        self.goes(text).then(|| Action {
            id: self.id(*id),
            text: self.note(text),
            owner: self.text(owner),
            targets: targets.iter().map(|target| self.target(*target)).collect(),
            due: *due,
            status: *status,
            way: *way,
            unknown: self.unknown(unknown),
        })
    }

    /// Copies an entry of the log.
    pub(super) fn log_entry(&self, entry: &LogEntry) -> Option<LogEntry> {
        let LogEntry {
            id,
            date,
            kind,
            text,
            hypothesis,
            result,
            lesson,
            unknown,
        } = entry;
        self.goes(text).then(|| LogEntry {
            id: self.id(*id),
            date: *date,
            kind: *kind,
            text: self.note(text),
            hypothesis: self.note(hypothesis),
            result: self.note(result),
            lesson: self.note(lesson),
            unknown: self.unknown(unknown),
        })
    }

    /// Copies an open question.
    pub(super) fn question(&self, question: &Question) -> Option<Question> {
        let Question {
            id,
            text,
            who_might_know,
            answered,
            unknown,
        } = question;
        self.goes(text).then(|| Question {
            id: self.id(*id),
            text: self.note(text),
            who_might_know: self.text(who_might_know),
            answered: *answered,
            unknown: self.unknown(unknown),
        })
    }

    /// Copies a text on the map.
    pub(super) fn map_text(&self, text: &MapText) -> Option<MapText> {
        let MapText {
            id,
            note,
            place,
            arrow,
            unknown,
        } = text;
        self.goes(note).then(|| MapText {
            id: self.id(*id),
            note: self.note(note),
            place: *place,
            arrow: arrow.map(|arrow| match arrow {
                Arrow::Place(place) => Arrow::Place(place),
                Arrow::Actor(actor) => Arrow::Actor(self.id(actor)),
            }),
            unknown: self.unknown(unknown),
        })
    }

    /// Counts what a bare structure leaves out.
    pub(super) fn leave_entities(&self, count: usize) {
        self.leave(Part::Entities, count);
    }
}
