//! Copies of actors, relations and groups.

use std::collections::BTreeSet;

use super::copier::Copier;
use super::{Level, Named, Part};
use crate::model::{
    Actor, Answer, Group, Holding, Interest, Learning, LensAnswers, Note, Perspective, Relation,
    Sensitivity, Signal, Stance, Tone, Unknown,
};

impl Copier<'_> {
    /// Copies an actor.
    #[expect(
        clippy::too_many_lines,
        reason = "every field is named, so that none can be forgotten"
    )]
    pub(super) fn actor(&self, actor: &Actor) -> Actor {
        let Actor {
            id,
            name,
            short,
            arena,
            kind,
            form,
            inside,
            connected_party,
            candidate,
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
            level,
            portfolio,
            notes,
            place,
            lens,
            unknown,
        } = actor;
        let name = self.actor_name(*id, name);
        if self.level == Level::Structure {
            self.leave(Part::Answers, n_answers(actor));
            self.leave(Part::FreeTexts, notes.len() + interests.len());
            self.leave(Part::Sensitivities, sensitivities.len());
            self.leave(Part::Unknown, unknown.fields().len());
            return Actor::new(self.id(*id), name);
        }
        Actor {
            id: self.id(*id),
            name,
            short: if self.nameless() {
                String::new()
            } else {
                short.clone()
            },
            arena: self.answer_with(arena, |term| Some(self.term(term))),
            kind: kind.as_ref().map(|kind| self.term(kind)),
            form: *form,
            inside: *inside,
            connected_party: *connected_party,
            candidate: *candidate,
            power: self.answer(power),
            involvement: self.answer(involvement),
            legitimacy: self.answer(legitimacy),
            urgency: self.answer(urgency),
            positions: positions
                .iter()
                .map(|(issue, stance)| (self.id(*issue), self.stance(stance)))
                .collect(),
            participation: self.answer(participation),
            openness: self.answer(openness),
            values: values
                .iter()
                .map(|(value, holding)| (self.id(*value), self.holding(holding)))
                .collect(),
            frames: frames
                .iter()
                .map(|(frame, weight)| (self.term(frame), *weight))
                .collect(),
            interests: self.interests(interests),
            perspective: self.perspective(perspective),
            learning: self.learning(learning),
            sensitivities: self.sensitivities(sensitivities),
            talents: self.texts(talents),
            tags: self.texts(tags),
            area: self.texts(area),
            level: level.clone(),
            portfolio: self.texts(portfolio),
            notes: self.notes(notes),
            place: *place,
            lens: self.lens(lens),
            unknown: self.unknown(unknown),
        }
    }

    fn stance(&self, stance: &Stance) -> Stance {
        let Stance {
            position,
            salience,
            unknown,
        } = stance;
        Stance {
            position: self.answer(position),
            salience: self.answer(salience),
            unknown: self.unknown(unknown),
        }
    }

    fn holding(&self, holding: &Holding) -> Holding {
        let Holding {
            importance,
            creates,
            certainty,
            unknown,
        } = holding;
        Holding {
            importance: *importance,
            creates: *creates,
            certainty: *certainty,
            unknown: self.unknown(unknown),
        }
    }

    fn interests(&self, interests: &[Interest]) -> Vec<Interest> {
        let mut copy = Vec::new();
        for interest in interests {
            let Interest {
                text,
                kind,
                value,
                source,
                certainty,
                hidden,
                unknown,
            } = interest;
            if *hidden && !self.full() {
                self.leave(Part::HiddenInterests, 1);
                continue;
            }
            if self.nameless() {
                self.leave(Part::FreeTexts, 1);
                continue;
            }
            copy.push(Interest {
                text: text.clone(),
                kind: *kind,
                value: *value,
                source: source.clone(),
                certainty: *certainty,
                hidden: *hidden,
                unknown: self.unknown(unknown),
            });
        }
        copy
    }

    fn perspective(&self, perspective: &Perspective) -> Perspective {
        let Perspective {
            sees,
            because,
            quote,
            calls_it,
            sees_other,
            unknown,
        } = perspective;
        Perspective {
            sees: self.note(sees),
            because: self.note(because),
            quote: self.note(quote),
            calls_it: self.note(calls_it),
            sees_other: sees_other
                .iter()
                .map(|(other, note)| (self.id(*other), self.note(note)))
                .filter(|(_, note)| self.full() || !note.is_empty())
                .collect(),
            unknown: self.unknown(unknown),
        }
    }

    fn learning(&self, learning: &Learning) -> Learning {
        let Learning {
            relatedness,
            autonomy,
            competence,
            unknown,
        } = learning;
        Learning {
            relatedness: self.answer(relatedness),
            autonomy: self.answer(autonomy),
            competence: self.answer(competence),
            unknown: self.unknown(unknown),
        }
    }

    /// Copies what hurts; only what may be shown.
    pub(super) fn sensitivities(&self, sensitivities: &[Sensitivity]) -> Vec<Sensitivity> {
        let mut copy = Vec::new();
        for sensitivity in sensitivities {
            let Sensitivity {
                note,
                heat,
                said_aloud,
                acknowledged,
                unknown,
            } = sensitivity;
            if !self.keeps(note) {
                self.leave(Part::Sensitivities, 1);
                continue;
            }
            copy.push(Sensitivity {
                note: self.note(note),
                heat: *heat,
                said_aloud: *said_aloud,
                acknowledged: *acknowledged,
                unknown: self.unknown(unknown),
            });
        }
        copy
    }

    /// Copies a relation.
    pub(super) fn relation(&self, relation: &Relation) -> Relation {
        let Relation {
            id,
            from,
            to,
            mutual,
            kind,
            strength,
            tone,
            formal,
            starred,
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
        let (id, from, to) = (self.id(*id), self.id(*from), self.id(*to));
        if self.level == Level::Structure {
            let answered =
                usize::from(strength.asked()) + usize::from(met.asked()) + count_lens(lens);
            self.leave(Part::Answers, answered);
            self.leave(Part::FreeTexts, notes.len() + signals.len());
            self.leave(Part::Sensitivities, sensitivities.len());
            self.leave(Part::Unknown, unknown.fields().len());
            return Relation {
                mutual: *mutual,
                tone: Tone::Neutral,
                ..Relation::new(id, from, to)
            };
        }
        Relation {
            id,
            from,
            to,
            mutual: *mutual,
            kind: kind.as_ref().map(|kind| self.term(kind)),
            strength: self.answer(strength),
            tone: *tone,
            formal: *formal,
            starred: *starred,
            purpose: self.note(purpose),
            expect_of_us: self.note(expect_of_us),
            expect_of_them: self.note(expect_of_them),
            met: self.answer(met),
            signals: self.signals(signals),
            sensitivities: self.sensitivities(sensitivities),
            notes: self.notes(notes),
            lens: self.lens(lens),
            unknown: self.unknown(unknown),
        }
    }

    fn signals(&self, signals: &[Signal]) -> Vec<Signal> {
        let mut copy = Vec::new();
        for signal in signals {
            let Signal {
                date,
                level,
                text,
                who_acts,
                settled,
                unknown,
            } = signal;
            if !self.keeps(text) {
                self.leave(left(text), 1);
                continue;
            }
            copy.push(Signal {
                date: *date,
                level: *level,
                text: self.note(text),
                who_acts: self.text(who_acts),
                settled: *settled,
                unknown: self.unknown(unknown),
            });
        }
        copy
    }

    /// Copies a group; without names it is called by its number.
    pub(super) fn group(&self, number: usize, group: &Group) -> Group {
        let Group {
            id,
            name,
            members,
            shared_value,
            from,
            until,
            agreed_by,
            sensitivities,
            lens,
            unknown,
        } = group;
        let bare = self.level == Level::Structure;
        let dated = !self.nameless();
        Group {
            id: self.id(*id),
            name: if self.nameless() {
                format!("{} {}", self.word(Named::Group), number + 1)
            } else {
                name.clone()
            },
            members: self.ids(members),
            shared_value: shared_value.filter(|_| !bare).map(|value| self.id(value)),
            from: from.filter(|_| dated),
            until: until.filter(|_| dated),
            agreed_by: if bare {
                BTreeSet::default()
            } else {
                self.ids(agreed_by)
            },
            sensitivities: self.sensitivities(sensitivities),
            lens: if bare {
                LensAnswers::new()
            } else {
                self.lens(lens)
            },
            unknown: if bare {
                Unknown::default()
            } else {
                self.unknown(unknown)
            },
        }
    }
}

/// Says as what a text that stays behind is counted.
pub(super) fn left(note: &Note) -> Part {
    if note.private {
        Part::PrivateTexts
    } else {
        Part::FreeTexts
    }
}

fn count_lens(answers: &LensAnswers) -> usize {
    answers.values().filter(|answer| answer.asked()).count()
}

fn n_answers(actor: &Actor) -> usize {
    fn one<T>(answer: &Answer<T>) -> usize {
        usize::from(answer.asked())
    }
    one(&actor.arena)
        + one(&actor.power)
        + one(&actor.involvement)
        + one(&actor.legitimacy)
        + one(&actor.urgency)
        + one(&actor.participation)
        + one(&actor.openness)
        + actor.positions.len()
        + actor.values.len()
        + count_lens(&actor.lens)
}
