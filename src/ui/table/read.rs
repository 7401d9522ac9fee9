//! What a text means in a column: the changes of an actor that it asks for, or a sentence why it cannot be read.

use jiff::civil::Date;

use super::column::{About, Column};
use crate::edit::{ActorChange, ListChange};
use crate::model::{
    Actor, Answer, Arena, Form, Frame, Holding, Interest, Judged, Level, Level3, Note, Score, Term,
    Unknown, ValueId,
};
use crate::session::quick::{Lexicon, fold};
use crate::text::inspector::{actor as actor_words, answer};
use crate::text::table as words;
use crate::text::terms::Named;
use crate::ui::widget::{parse_voices, renewed};

/// What a text is read with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) about: About<'a>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) today: Date,
}

type Read = Result<Vec<ActorChange>, String>;

impl Reader<'_> {
    /// Reads what is typed in a column for an actor; an empty text takes the answer back.
    pub(super) fn read(&self, column: Column, actor: &Actor, text: &str) -> Read {
        use ActorChange as Change;
        let one = |change: Change| Ok(vec![change]);
        match column {
            Column::Name if text.is_empty() => Err(self.say(actor_words::NAME_NEEDED)),
            Column::Name => one(Change::Name(text.to_owned())),
            Column::Short => one(Change::Short(text.to_owned())),
            Column::Arena => self.arena(text),
            Column::Kind => self.kind(text),
            Column::Form if text.is_empty() => one(Change::Form(None)),
            Column::Form => one(Change::Form(Some(self.named(text, Form::ALL)?))),
            Column::Inside => one(Change::Inside(self.inside(text)?)),
            Column::Connected => one(Change::ConnectedParty(self.yes(text)?)),
            Column::Candidate => one(Change::Candidate(self.yes(text)?)),
            Column::Position | Column::Salience => self.on_issue(column, actor, text),
            Column::Power => self.score(&actor.power, text, Change::Power),
            Column::Involvement => self.score(&actor.involvement, text, Change::Involvement),
            Column::Participation => self.score(&actor.participation, text, Change::Participation),
            Column::Openness => self.score(&actor.openness, text, Change::Openness),
            Column::Relatedness => {
                self.score(&actor.learning.relatedness, text, Change::Relatedness)
            }
            Column::Autonomy => self.score(&actor.learning.autonomy, text, Change::Autonomy),
            Column::Competence => self.score(&actor.learning.competence, text, Change::Competence),
            Column::Legitimacy => self.yes_no(&actor.legitimacy, text, Change::Legitimacy),
            Column::Urgency => self.yes_no(&actor.urgency, text, Change::Urgency),
            Column::Quote => self.note(&actor.perspective.quote, text, Change::Quote),
            Column::Sees => self.note(&actor.perspective.sees, text, Change::Sees),
            Column::Because => self.note(&actor.perspective.because, text, Change::Because),
            Column::CallsIt => self.note(&actor.perspective.calls_it, text, Change::CallsIt),
            Column::Values => self.values(actor, text),
            Column::Frames => self.frames(actor, text),
            Column::Interests => Ok(interests(actor, text)),
            Column::Talents => one(Change::Talents(list(text))),
            Column::Tags => one(Change::Tags(list(text))),
            Column::Area => one(Change::Area(list(text))),
            Column::Portfolio => one(Change::Portfolio(list(text))),
            Column::Level => {
                let levels: Result<Vec<Level>, String> = parts(text)
                    .map(|part| self.named(part, Level::ALL))
                    .collect();
                one(Change::Level(levels?))
            }
            Column::Lens(_) => Err(self.say(words::LENS_BY_HAND)),
        }
    }

    fn say(&self, text: crate::text::Text) -> String {
        text.get(self.about.language).to_owned()
    }

    fn unknown(&self, text: &str) -> String {
        words::unknown_word(text, self.about.language)
    }

    /// Says whether a text is the word for: asked, and there is none.
    fn is_none(text: &str) -> bool {
        let none = [words::NONE.nl, words::NONE.en].map(fold);
        none.contains(&fold(text))
    }

    fn named<T: Named + Copy + 'static>(&self, text: &str, all: &[T]) -> Result<T, String> {
        let wanted = fold(text);
        all.iter()
            .copied()
            .find(|one| fold(one.text().nl) == wanted || fold(one.text().en) == wanted)
            .ok_or_else(|| self.unknown(text))
    }

    fn arena(&self, text: &str) -> Read {
        let answer = if text.is_empty() {
            Answer::NotAsked
        } else if Self::is_none(text) {
            Answer::None
        } else {
            // Two letters begin more than one arena.
            let long = text.chars().count() > 2;
            let found = self.lexicon.arena(text, self.about.now);
            let found: Option<Term<Arena>> = found.filter(|_| long);
            Answer::given(found.ok_or_else(|| self.unknown(text))?)
        };
        Ok(vec![ActorChange::Arena(answer)])
    }

    fn kind(&self, text: &str) -> Read {
        let kind = match text {
            "" => None,
            _ => Some(
                self.lexicon
                    .kind(text, self.about.now)
                    .ok_or_else(|| self.unknown(text))?,
            ),
        };
        Ok(vec![ActorChange::Kind(kind)])
    }

    fn bool(text: &str) -> Option<bool> {
        let text = fold(text);
        let means = |yes: bool| {
            let word = answer::yes_no(yes);
            fold(word.nl) == text || fold(word.en) == text
        };
        match text.as_str() {
            "x" | "1" | "j" | "y" | "true" | "waar" => Some(true),
            "0" | "n" | "false" | "onwaar" => Some(false),
            _ if means(true) => Some(true),
            _ => means(false).then_some(false),
        }
    }

    fn yes(&self, text: &str) -> Result<bool, String> {
        if text.is_empty() {
            return Ok(false);
        }
        Self::bool(text).ok_or_else(|| words::yes_or_no(text, self.about.language))
    }

    fn inside(&self, text: &str) -> Result<Option<bool>, String> {
        let follows = actor_words::INSIDE_BY_ARENA;
        let follows = [follows.nl, follows.en].map(fold).contains(&fold(text));
        if text.is_empty() || follows {
            return Ok(None);
        }
        self.yes(text).map(Some)
    }

    fn yes_no(
        &self,
        before: &Answer<bool>,
        text: &str,
        set: impl FnOnce(Answer<bool>) -> ActorChange,
    ) -> Read {
        let after = if text.is_empty() {
            Answer::NotAsked
        } else if Self::is_none(text) {
            Answer::None
        } else {
            answered(before, self.yes(text)?)
        };
        Ok(vec![set(after)])
    }

    fn score<const L: i8, const H: i8>(
        &self,
        before: &Answer<Score<L, H>>,
        text: &str,
        set: impl FnOnce(Answer<Score<L, H>>) -> ActorChange,
    ) -> Read {
        if Self::is_none(text) {
            return Ok(vec![set(Answer::None)]);
        }
        let voices = parse_voices::<L, H>(text)
            .ok_or_else(|| answer::bad_voices(L, H, self.about.language))?;
        Ok(vec![set(renewed(before, &voices, self.today))])
    }

    fn on_issue(&self, column: Column, actor: &Actor, text: &str) -> Read {
        let Some(issue) = self.about.issue else {
            return Err(self.say(actor_words::NO_ISSUE));
        };
        if column == Column::Position {
            return self.score(actor.position(issue), text, |answer| {
                ActorChange::Position(issue, answer)
            });
        }
        self.score(actor.salience(issue), text, |answer| {
            ActorChange::Salience(issue, answer)
        })
    }

    /// Renews an open text; a private one stays as it is.
    fn note(&self, before: &Note, text: &str, set: impl FnOnce(Note) -> ActorChange) -> Read {
        if before.private && !before.is_empty() {
            return Err(self.say(words::PRIVATE_STAYS));
        }
        Ok(vec![set(Note {
            text: text.to_owned(),
            ..before.clone()
        })])
    }

    fn values(&self, actor: &Actor, text: &str) -> Read {
        let mut named: Vec<(ValueId, Option<Level3>)> = Vec::new();
        for part in parts(text) {
            let (name, weight) = weighed(part);
            let found = |name: &str| {
                let name = fold(name);
                let mut values = self.about.now.values.iter();
                values.find(|value| fold(&value.name) == name)
            };
            match (found(part), found(name)) {
                (Some(value), _) => named.push((value.id, None)),
                (None, Some(value)) => named.push((value.id, weight)),
                (None, None) => return Err(words::no_value(name, self.about.language)),
            }
        }
        let put = named.iter().map(|(value, weight)| {
            let before = actor.values.get(value).cloned();
            let mut held = before.unwrap_or_else(|| Holding {
                importance: Level3::nearest(2),
                creates: false,
                certainty: None,
                unknown: Unknown::default(),
            });
            if let Some(weight) = weight {
                held.importance = *weight;
            }
            ActorChange::Value(*value, Some(held))
        });
        let kept = |value: &ValueId| named.iter().any(|(named, _)| named == value);
        let known = |value: &ValueId| self.about.now.values.contains(*value);
        let gone = actor
            .values
            .keys()
            .filter(|value| !kept(value) && known(value));
        let gone = gone.map(|value| ActorChange::Value(*value, None));
        Ok(put.chain(gone).collect())
    }

    fn frames(&self, actor: &Actor, text: &str) -> Read {
        let mut named: Vec<(Term<Frame>, Option<Level3>)> = Vec::new();
        for part in parts(text) {
            let (name, weight) = weighed(part);
            let own = actor
                .frames
                .keys()
                .find(|frame| matches!(frame, Term::Own(own) if fold(own) == fold(name)));
            let frame = match own {
                Some(own) => own.clone(),
                None => Term::BuiltIn(self.named(name, Frame::ALL)?),
            };
            named.push((frame, weight));
        }
        let put = named.iter().map(|(frame, weight)| {
            let before = actor.frames.get(frame).copied();
            let weight = weight.or(before).unwrap_or(Level3::nearest(2));
            ActorChange::Frame(frame.clone(), Some(weight))
        });
        let kept = |frame: &Term<Frame>| named.iter().any(|(named, _)| named == frame);
        let gone = actor.frames.keys().filter(|frame| !kept(frame));
        let gone = gone.map(|frame| ActorChange::Frame(frame.clone(), None));
        Ok(put.chain(gone).collect())
    }
}

/// Gives an answer of yes or no with the rest of the answer as it was.
pub(super) fn answered(before: &Answer<bool>, value: bool) -> Answer<bool> {
    match before {
        Answer::Given(old) => Answer::Given(Judged {
            value,
            voices: Vec::new(),
            ..old.clone()
        }),
        Answer::NotAsked | Answer::None => Answer::given(value),
    }
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split([';', '\n']).map(str::trim);
    parts.filter(|part| !part.is_empty())
}

fn list(text: &str) -> Vec<String> {
    let parts = text.split([';', ',', '\n']).map(str::trim);
    let parts = parts.filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

/// Takes the weight off the end of a name.
fn weighed(part: &str) -> (&str, Option<Level3>) {
    let Some((name, weight)) = part.rsplit_once(char::is_whitespace) else {
        return (part, None);
    };
    match weight.parse().ok().and_then(Level3::new) {
        Some(weight) => (name.trim_end(), Some(weight)),
        None => (part, None),
    }
}

/// Makes the open interests those of a text; hidden ones stay, and one that is worded anew keeps the rest of what is
/// known of it.
fn interests(actor: &Actor, text: &str) -> Vec<ActorChange> {
    let wanted: Vec<&str> = parts(text).collect();
    let open = |interest: &Interest| !interest.hidden;
    let stays = |interest: &Interest| wanted.contains(&interest.text.as_str());
    let listed: Vec<(usize, &Interest)> = actor.interests.iter().enumerate().collect();
    let gone: Vec<(usize, &Interest)> = listed
        .iter()
        .copied()
        .filter(|(_, interest)| open(interest) && !stays(interest))
        .collect();
    let known = |text: &str| {
        let mut interests = actor.interests.iter();
        interests.any(|interest| open(interest) && interest.text == text)
    };
    let mut fresh = wanted.iter().copied().filter(|text| !known(text));
    let mut changes = Vec::new();
    let mut taken_out = Vec::new();
    for (place, interest) in gone {
        match fresh.next() {
            Some(text) => changes.push(ListChange::Set(
                place,
                Interest {
                    text: text.to_owned(),
                    ..interest.clone()
                },
            )),
            None => taken_out.push(place),
        }
    }
    changes.extend(fresh.map(|text| ListChange::Add(Interest::new(text))));
    // From the last to the first, so that the places before stay what they are.
    changes.extend(taken_out.into_iter().rev().map(ListChange::Remove));
    changes.into_iter().map(ActorChange::Interest).collect()
}
