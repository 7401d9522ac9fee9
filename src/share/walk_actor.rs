//! The walk over actors, relations, groups and what the official chose of them.

use super::walk::Walk;
use crate::merge::{Field, Subject};
use crate::model::{
    Actor, Group, Interest, LogEntry, Perspective, Relation, RoleChoice, Sensitivity, Signal, Term,
};

impl<'a> Walk<'a> {
    #[expect(
        clippy::too_many_lines,
        reason = "every field is named, so that none can be forgotten"
    )]
    pub(super) fn actor(&mut self, actor: &'a Actor) {
        let Actor {
            id,
            name,
            short,
            arena,
            kind,
            form: _,
            inside: _,
            connected_party: _,
            candidate: _,
            power,
            involvement,
            legitimacy,
            urgency,
            positions,
            participation,
            openness,
            values,
            frames,
            interests,
            perspective,
            learning,
            sensitivities,
            talents,
            tags,
            area,
            level: _,
            portfolio,
            notes,
            place: _,
            lens,
            unknown,
        } = actor;
        self.at(Subject::Actor(*id));
        self.text(Field::Name, name);
        self.text(Field::Short, short);
        self.answer(Field::Arena, arena, |walk, term, private| {
            if let Term::Own(name) = term {
                walk.say(Field::Arena, name, private);
            }
        });
        if let Some(kind) = kind {
            self.term(Field::Kind, kind);
        }
        self.source(Field::Power, power);
        self.source(Field::Involvement, involvement);
        self.source(Field::Legitimacy, legitimacy);
        self.source(Field::Urgency, urgency);
        for stance in positions.values() {
            self.source(Field::Position, &stance.position);
            self.source(Field::Salience, &stance.salience);
            self.unknown(&stance.unknown);
        }
        self.source(Field::Participation, participation);
        self.source(Field::Openness, openness);
        for holding in values.values() {
            self.unknown(&holding.unknown);
        }
        for frame in frames.keys() {
            self.term(Field::Frames, frame);
        }
        for interest in interests {
            let Interest {
                text,
                kind: _,
                value: _,
                source,
                certainty: _,
                hidden,
                unknown,
            } = interest;
            self.say(Field::Interests, text, *hidden);
            self.say(Field::Source, source, *hidden);
            self.unknown(unknown);
        }
        let Perspective {
            sees,
            because,
            quote,
            calls_it,
            sees_other,
            unknown: of_perspective,
        } = perspective;
        self.note(Field::Sees, sees);
        self.note(Field::Because, because);
        self.note(Field::Quote, quote);
        self.note(Field::CallsIt, calls_it);
        for note in sees_other.values() {
            self.note(Field::SeesOther, note);
        }
        self.unknown(of_perspective);
        self.source(Field::Relatedness, &learning.relatedness);
        self.source(Field::Autonomy, &learning.autonomy);
        self.source(Field::Competence, &learning.competence);
        self.unknown(&learning.unknown);
        self.sensitivities(sensitivities);
        self.texts(Field::Talents, talents);
        self.texts(Field::Tags, tags);
        self.texts(Field::Area, area);
        self.texts(Field::Portfolio, portfolio);
        self.notes(Field::Notes, notes);
        self.lens(lens);
        self.unknown(unknown);
    }

    fn sensitivities(&mut self, sensitivities: &'a [Sensitivity]) {
        for sensitivity in sensitivities {
            let Sensitivity {
                note,
                heat: _,
                said_aloud: _,
                acknowledged: _,
                unknown,
            } = sensitivity;
            self.note(Field::Sensitivities, note);
            self.unknown(unknown);
        }
    }

    pub(super) fn relation(&mut self, relation: &'a Relation) {
        let Relation {
            id,
            from: _,
            to: _,
            mutual: _,
            kind,
            strength,
            tone: _,
            formal: _,
            starred: _,
            purpose,
            expect_of_us,
            expect_of_them,
            met,
            signals,
            sensitivities,
            notes,
            lens,
            unknown,
        } = relation;
        self.at(Subject::Relation(*id));
        if let Some(kind) = kind {
            self.term(Field::Kind, kind);
        }
        self.source(Field::Strength, strength);
        self.note(Field::Purpose, purpose);
        self.note(Field::ExpectOfUs, expect_of_us);
        self.note(Field::ExpectOfThem, expect_of_them);
        self.source(Field::Met, met);
        for signal in signals {
            let Signal {
                date: _,
                level: _,
                text,
                who_acts,
                settled: _,
                unknown,
            } = signal;
            self.note(Field::Signals, text);
            self.text(Field::WhoActs, who_acts);
            self.unknown(unknown);
        }
        self.sensitivities(sensitivities);
        self.notes(Field::Notes, notes);
        self.lens(lens);
        self.unknown(unknown);
    }

    pub(super) fn group(&mut self, group: &'a Group) {
        let Group {
            id,
            name,
            members: _,
            shared_value: _,
            from: _,
            until: _,
            agreed_by: _,
            sensitivities,
            lens,
            unknown,
        } = group;
        self.at(Subject::Group(*id));
        self.text(Field::Name, name);
        self.sensitivities(sensitivities);
        self.lens(lens);
        self.unknown(unknown);
    }

    pub(super) fn role(&mut self, role: &'a RoleChoice) {
        let RoleChoice {
            id,
            official: _,
            scope: _,
            mode: _,
            also: _,
            phase: _,
            state: _,
            reason,
            alternative,
            agreed_by: _,
            competences,
            date: _,
            lens,
            unknown,
        } = role;
        self.at(Subject::Role(*id));
        self.note(Field::Reason, reason);
        self.note(Field::Alternative, alternative);
        self.texts(Field::Competences, competences);
        self.lens(lens);
        self.unknown(unknown);
    }

    pub(super) fn log_entry(&mut self, entry: &'a LogEntry) {
        let LogEntry {
            id,
            date: _,
            kind: _,
            text,
            hypothesis,
            result,
            lesson,
            unknown,
        } = entry;
        self.at(Subject::Log(*id));
        self.note(Field::Text, text);
        self.note(Field::Hypothesis, hypothesis);
        self.note(Field::Result, result);
        self.note(Field::Lesson, lesson);
        self.unknown(unknown);
    }
}
