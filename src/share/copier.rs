//! The rules for one text, one answer and one identity.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::mask::Mask;
use super::{Level, Named, Part, Terms};
use crate::model::{
    ActorId, Answer, Document, IdSource, Identity, Judged, LensAnswers, LensValue, Note, Term,
    Unknown,
};

/// Copies a map by the rules of a level.
pub(super) struct Copier<'a> {
    pub(super) level: Level,
    words: &'a dyn Fn(Named) -> String,
    private_questions: BTreeSet<String>,
    own_lenses: BTreeSet<String>,
    mask: Mask,
    key: BTreeMap<ActorId, String>,
    ids: RefCell<(IdSource, BTreeMap<String, String>)>,
    gone: RefCell<BTreeMap<Part, usize>>,
}

/// What a copy left behind, and who is who in it.
pub(super) struct Account {
    pub(super) gone: BTreeMap<Part, usize>,
    pub(super) key: BTreeMap<ActorId, String>,
    /// The identities in the copy with those in the map.
    pub(super) ids: BTreeMap<String, String>,
}

impl<'a> Copier<'a> {
    /// Prepares the copy of a map: made-up names are drawn, private questions are gathered.
    pub(super) fn new(document: &Document, terms: &Terms<'a>) -> Self {
        let Terms {
            level,
            seed,
            words,
            private_questions,
        } = terms;
        let mut private_questions = (*private_questions).clone();
        for lens in document.own_lenses.iter() {
            for field in lens.fields.iter().filter(|field| field.private) {
                private_questions.insert(format!("{}.{}", lens.id, field.id));
            }
        }
        let mut ids = IdSource::new(*seed);
        let key = if level.nameless() {
            super::mask::pseudonyms(document, *words, &mut ids)
        } else {
            BTreeMap::new()
        };
        Self {
            level: *level,
            words: *words,
            private_questions,
            own_lenses: document
                .own_lenses
                .iter()
                .map(|lens| lens.id.clone())
                .collect(),
            mask: Mask::new(document, &key),
            key,
            ids: RefCell::new((ids, BTreeMap::new())),
            gone: RefCell::default(),
        }
    }

    /// Gives entities other identities than they have, the old one first.
    pub(super) fn with_ids(self, known: impl Iterator<Item = (String, String)>) -> Self {
        self.ids.borrow_mut().1.extend(known);
        self
    }

    /// Gives what stayed behind, and who is who.
    pub(super) fn into_account(self) -> Account {
        let (_, drawn) = self.ids.into_inner();
        Account {
            gone: self.gone.into_inner(),
            key: self.key,
            ids: drawn.into_iter().map(|(old, new)| (new, old)).collect(),
        }
    }

    /// Says whether everything goes in.
    pub(super) fn full(&self) -> bool {
        self.level == Level::Full
    }

    /// Says whether names and free texts stay behind.
    pub(super) fn nameless(&self) -> bool {
        self.level.nameless()
    }

    /// Counts what stayed behind.
    pub(super) fn leave(&self, part: Part, count: usize) {
        if count > 0 {
            *self.gone.borrow_mut().entry(part).or_default() += count;
        }
    }

    /// Gives the identity in the copy: the same one, or another where it could be traced.
    pub(super) fn id<I: Identity>(&self, old: I) -> I {
        let (source, drawn) = &mut *self.ids.borrow_mut();
        if !self.nameless() && drawn.is_empty() {
            return old;
        }
        let text = old.to_string();
        if let Some(new) = drawn.get(&text).and_then(|new| new.parse().ok()) {
            return new;
        }
        if !self.nameless() {
            return old;
        }
        let new: I = source.fresh();
        drawn.insert(text, new.to_string());
        new
    }

    /// Gives the identities in the copy.
    pub(super) fn ids<I: Identity>(&self, old: &BTreeSet<I>) -> BTreeSet<I> {
        old.iter().map(|id| self.id(*id)).collect()
    }

    /// Gives a pair of identities in the copy, the lower first.
    pub(super) fn pairs(&self, old: &BTreeSet<(ActorId, ActorId)>) -> BTreeSet<(ActorId, ActorId)> {
        old.iter()
            .map(|(one, other)| {
                let (one, other) = (self.id(*one), self.id(*other));
                (one.min(other), one.max(other))
            })
            .collect()
    }

    /// Gives the made-up name of something.
    pub(super) fn word(&self, named: Named) -> String {
        (self.words)(named)
    }

    /// Gives the name of an actor in the copy.
    pub(super) fn actor_name(&self, id: ActorId, name: &str) -> String {
        match self.key.get(&id) {
            Some(made_up) => {
                self.leave(Part::Names, 1);
                made_up.clone()
            }
            None => name.to_owned(),
        }
    }

    /// Copies a name of something else, with the names of actors in it masked.
    pub(super) fn name(&self, name: &str) -> String {
        if self.nameless() {
            self.mask.apply(name)
        } else {
            name.to_owned()
        }
    }

    /// Copies a free text.
    pub(super) fn text(&self, text: &str) -> String {
        if self.nameless() {
            self.leave(Part::FreeTexts, usize::from(!text.is_empty()));
            String::new()
        } else {
            text.to_owned()
        }
    }

    /// Copies free texts.
    pub(super) fn texts(&self, texts: &[String]) -> Vec<String> {
        if self.nameless() {
            self.leave(Part::FreeTexts, texts.len());
            Vec::new()
        } else {
            texts.to_vec()
        }
    }

    /// Copies where something comes from.
    pub(super) fn source(&self, source: &str) -> String {
        if self.nameless() {
            self.leave(Part::Sources, usize::from(!source.is_empty()));
            String::new()
        } else {
            source.to_owned()
        }
    }

    /// Copies an own word.
    pub(super) fn term<B: Copy>(&self, term: &Term<B>) -> Term<B> {
        match term {
            Term::BuiltIn(term) => Term::BuiltIn(*term),
            Term::Own(name) => Term::Own(self.name(name)),
        }
    }

    /// Copies the fields of a newer version, which nobody can judge.
    pub(super) fn unknown(&self, unknown: &Unknown) -> Unknown {
        if self.full() {
            unknown.clone()
        } else {
            self.leave(Part::Unknown, unknown.fields().len());
            Unknown::default()
        }
    }

    /// Copies a note; a private one stays behind.
    pub(super) fn note(&self, note: &Note) -> Note {
        let Note {
            text,
            private,
            unknown,
        } = note;
        if self.full() {
            return note.clone();
        }
        let unknown = self.unknown(unknown);
        if *private {
            self.leave(Part::PrivateTexts, usize::from(!text.is_empty()));
            return Note::default();
        }
        Note {
            text: self.text(text),
            private: false,
            unknown,
        }
    }

    /// Copies notes; those that are empty afterwards are not there.
    pub(super) fn notes(&self, notes: &[Note]) -> Vec<Note> {
        notes
            .iter()
            .map(|note| (note, self.note(note)))
            .filter(|(before, after)| !after.is_empty() || (self.full() && before.is_empty()))
            .map(|(_, after)| after)
            .collect()
    }

    /// Says whether something goes along that is nothing without its text.
    pub(super) fn keeps(&self, note: &Note) -> bool {
        self.full() || (!note.private && !self.nameless())
    }

    /// Copies a judgement whose value holds no text.
    pub(super) fn answer<T: Clone>(&self, answer: &Answer<T>) -> Answer<T> {
        self.answer_with(answer, |value| Some(value.clone()))
    }

    /// Copies a judgement; without a value there is no answer.
    pub(super) fn answer_with<T>(
        &self,
        answer: &Answer<T>,
        copy: impl Fn(&T) -> Option<T>,
    ) -> Answer<T> {
        let judged = match answer {
            Answer::NotAsked => return Answer::NotAsked,
            Answer::None => return Answer::None,
            Answer::Given(judged) => judged,
        };
        let Judged {
            value,
            voices,
            certainty,
            source,
            date,
            private,
            unknown,
        } = judged;
        if *private && !self.full() {
            self.leave(Part::PrivateAnswers, 1);
            return Answer::NotAsked;
        }
        let Some(value) = copy(value) else {
            self.leave(Part::Answers, 1);
            return Answer::NotAsked;
        };
        Answer::Given(Judged {
            value,
            voices: voices.iter().filter_map(&copy).collect(),
            certainty: *certainty,
            source: self.source(source),
            date: date.filter(|_| !self.nameless()),
            private: *private,
            unknown: self.unknown(unknown),
        })
    }

    /// Copies the answers to questions of lenses.
    pub(super) fn lens(&self, answers: &LensAnswers) -> LensAnswers {
        let mut copy = LensAnswers::new();
        for (question, answer) in answers {
            if !self.full() && self.private_questions.contains(question) {
                self.leave(Part::PrivateAnswers, usize::from(answer.asked()));
                continue;
            }
            let lens = question.split('.').next().unwrap_or_default();
            if self.nameless() && self.own_lenses.contains(lens) {
                self.leave(Part::Answers, usize::from(answer.asked()));
                continue;
            }
            let answer = self.answer_with(answer, |value| self.lens_value(value));
            if answer.asked() {
                copy.insert(question.clone(), answer);
            }
        }
        copy
    }

    fn lens_value(&self, value: &LensValue) -> Option<LensValue> {
        Some(match value {
            LensValue::Scale(_)
            | LensValue::Choice(_)
            | LensValue::Choices(_)
            | LensValue::Ranked(_)
            | LensValue::Triangle(_) => value.clone(),
            LensValue::Date(date) => LensValue::Date((!self.nameless()).then_some(*date)?),
            LensValue::Short(text) => {
                LensValue::Short(Some(self.text(text)).filter(|_| !self.nameless())?)
            }
            LensValue::Long(note) => {
                let kept = self.note(note);
                if kept.is_empty() && !note.is_empty() {
                    return None;
                }
                LensValue::Long(kept)
            }
            LensValue::Actors(actors) => {
                LensValue::Actors(actors.iter().map(|actor| self.id(*actor)).collect())
            }
            LensValue::NowAndWanted(now, wanted) => LensValue::NowAndWanted(
                Box::new(self.lens_value(now)?),
                Box::new(self.lens_value(wanted)?),
            ),
        })
    }
}
