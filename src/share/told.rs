//! Every text of a map with its place: what somebody can read in it.

use super::walk::Walk;
use crate::merge::{Field, Spot, Step, Subject};
use crate::model::{Answer, Document, LensAnswers, LensValue, MomentId, Note, Term, Unknown};

/// One text of a map.
#[derive(Debug, Clone, PartialEq)]
pub struct Told<'a> {
    /// Where it stands.
    pub spot: Spot,
    /// The text.
    pub text: &'a str,
    /// Whether it is private.
    pub private: bool,
}

/// Gives every text of a map, in the order of the file; built-in words and identities are none.
pub fn texts(document: &Document) -> Vec<Told<'_>> {
    let mut walk = Walk::new();
    walk.document(document);
    walk.found
}

impl<'a> Walk<'a> {
    pub(super) fn new() -> Self {
        Self {
            found: Vec::new(),
            moment: None,
            subject: Subject::Map,
        }
    }

    /// Goes on with a moment.
    pub(super) fn within(&mut self, moment: Option<MomentId>) {
        self.moment = moment;
    }

    /// Goes on with an entity.
    pub(super) fn at(&mut self, subject: Subject) {
        self.subject = subject;
    }

    pub(super) fn say(&mut self, field: Field, text: &'a str, private: bool) {
        if !text.is_empty() {
            self.found.push(Told {
                spot: Spot {
                    moment: self.moment,
                    subject: self.subject,
                    path: vec![Step::Field(field)],
                },
                text,
                private,
            });
        }
    }

    pub(super) fn text(&mut self, field: Field, text: &'a str) {
        self.say(field, text, false);
    }

    pub(super) fn texts(&mut self, field: Field, texts: &'a [String]) {
        for text in texts {
            self.text(field, text);
        }
    }

    pub(super) fn note(&mut self, field: Field, note: &'a Note) {
        let Note {
            text,
            private,
            unknown,
        } = note;
        self.say(field, text, *private);
        self.unknown(unknown);
    }

    pub(super) fn notes(&mut self, field: Field, notes: &'a [Note]) {
        for note in notes {
            self.note(field, note);
        }
    }

    pub(super) fn unknown(&mut self, unknown: &'a Unknown) {
        for field in unknown.fields() {
            self.text(Field::Unknown, &field.raw);
        }
    }

    pub(super) fn term<B: Copy>(&mut self, field: Field, term: &'a Term<B>) {
        if let Term::Own(name) = term {
            self.text(field, name);
        }
    }

    /// Tells the source of an answer, and its value where that is a text.
    pub(super) fn answer<T>(
        &mut self,
        field: Field,
        answer: &'a Answer<T>,
        value: impl Fn(&mut Self, &'a T, bool),
    ) {
        let Answer::Given(judged) = answer else {
            return;
        };
        value(self, &judged.value, judged.private);
        for voice in &judged.voices {
            value(self, voice, judged.private);
        }
        self.say(field, &judged.source, judged.private);
        self.unknown(&judged.unknown);
    }

    /// Tells the source of an answer whose value is no text.
    pub(super) fn source<T>(&mut self, field: Field, answer: &'a Answer<T>) {
        self.answer(field, answer, |_, _, _| {});
    }

    pub(super) fn lens(&mut self, answers: &'a LensAnswers) {
        for answer in answers.values() {
            self.answer(Field::Lens, answer, Self::lens_value);
        }
    }

    fn lens_value(&mut self, value: &'a LensValue, private: bool) {
        match value {
            LensValue::Scale(_)
            | LensValue::Choice(_)
            | LensValue::Choices(_)
            | LensValue::Ranked(_)
            | LensValue::Date(_)
            | LensValue::Actors(_)
            | LensValue::Triangle(_) => {}
            LensValue::Short(text) => self.say(Field::Lens, text, private),
            LensValue::Long(note) => {
                self.say(Field::Lens, &note.text, private || note.private);
                self.unknown(&note.unknown);
            }
            LensValue::NowAndWanted(now, wanted) => {
                self.lens_value(now, private);
                self.lens_value(wanted, private);
            }
        }
    }
}
