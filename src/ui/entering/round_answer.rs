//! The questions of a round: their scales, what was answered, and the change that an answer makes.

use jiff::civil::Date;

use crate::edit::ActorChange;
use crate::model::{Actor, Answer, Arena, Certainty, IssueId, Judged, Score, Term};
use crate::session::filter;
use crate::text::entering::{self as words, QuestionWords};

/// A question that all actors can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Question {
    /// Position on the issue in focus.
    #[default]
    Position,
    /// Priority of the issue in focus.
    Salience,
    /// Power.
    Power,
    /// Involvement.
    Involvement,
    /// Participation.
    Participation,
    /// Arena.
    Arena,
}

/// What is known of an answer, whatever its scale.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Known {
    /// Whether it was asked.
    pub(super) asked: bool,
    /// The number that counts.
    pub(super) number: Option<i8>,
    /// The voices.
    pub(super) voices: Vec<i8>,
    /// The arena.
    pub(super) arena: Option<Term<Arena>>,
    /// How sure it is.
    pub(super) certainty: Option<Certainty>,
    /// Whether it is private.
    pub(super) private: bool,
}

/// What is answered.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Given {
    /// Asked, and there is none.
    None,
    /// One or several voices on a scale.
    Voices(Vec<i8>),
    /// An arena.
    Arena(Term<Arena>),
}

impl From<filter::Question> for Question {
    fn from(question: filter::Question) -> Self {
        match question {
            filter::Question::Arena => Self::Arena,
            filter::Question::Position => Self::Position,
            filter::Question::Priority => Self::Salience,
            filter::Question::Power => Self::Power,
            filter::Question::Involvement => Self::Involvement,
            filter::Question::Participation => Self::Participation,
        }
    }
}

impl Question {
    /// Every question, in the order of a session.
    pub(super) const ALL: [Self; 6] = [
        Self::Arena,
        Self::Participation,
        Self::Involvement,
        Self::Salience,
        Self::Position,
        Self::Power,
    ];

    pub(super) fn words(self) -> QuestionWords {
        match self {
            Self::Position => words::POSITION,
            Self::Salience => words::SALIENCE,
            Self::Power => words::POWER,
            Self::Involvement => words::INVOLVEMENT,
            Self::Participation => words::PARTICIPATION,
            Self::Arena => words::ARENA_QUESTION,
        }
    }

    /// Says whether the question is about the issue in focus.
    pub(super) fn of_issue(self) -> bool {
        match self {
            Self::Position | Self::Salience => true,
            Self::Power | Self::Involvement | Self::Participation | Self::Arena => false,
        }
    }

    /// Gives the lowest and highest step; an arena is no scale.
    pub(super) fn scale(self) -> Option<(i8, i8)> {
        match self {
            Self::Position => Some((-3, 3)),
            Self::Salience => Some((0, 5)),
            Self::Power | Self::Involvement => Some((1, 5)),
            Self::Participation => Some((1, 4)),
            Self::Arena => None,
        }
    }

    pub(super) fn known(self, actor: &Actor, issue: Option<IssueId>) -> Known {
        match (self, issue) {
            (Self::Position, Some(issue)) => score(actor.position(issue)),
            (Self::Salience, Some(issue)) => score(actor.salience(issue)),
            (Self::Position | Self::Salience, None) => Known::default(),
            (Self::Power, _) => score(&actor.power),
            (Self::Involvement, _) => score(&actor.involvement),
            (Self::Participation, _) => score(&actor.participation),
            (Self::Arena, _) => Known {
                arena: actor.arena.value().cloned(),
                ..frame(&actor.arena)
            },
        }
    }

    /// Gives the change that an answer makes; `None` for numbers outside the scale or without an issue.
    pub(super) fn change(
        self,
        actor: &Actor,
        issue: Option<IssueId>,
        given: &Given,
        certainty: Option<Certainty>,
        today: Date,
    ) -> Option<ActorChange> {
        let stamp = (certainty, today);
        match self {
            Self::Position => {
                let issue = issue?;
                let answer = scored(actor.position(issue), given, stamp)?;
                Some(ActorChange::Position(issue, answer))
            }
            Self::Salience => {
                let issue = issue?;
                let answer = scored(actor.salience(issue), given, stamp)?;
                Some(ActorChange::Salience(issue, answer))
            }
            Self::Power => scored(&actor.power, given, stamp).map(ActorChange::Power),
            Self::Involvement => {
                scored(&actor.involvement, given, stamp).map(ActorChange::Involvement)
            }
            Self::Participation => {
                scored(&actor.participation, given, stamp).map(ActorChange::Participation)
            }
            Self::Arena => match given {
                Given::None => Some(ActorChange::Arena(Answer::None)),
                Given::Arena(term) => {
                    let judged = stamped(Judged::new(term.clone()), &actor.arena, stamp);
                    Some(ActorChange::Arena(Answer::Given(judged)))
                }
                Given::Voices(_) => None,
            },
        }
    }

    /// Reads what was typed: numbers with or without a sign; `None` for anything else.
    pub(super) fn parse(self, typed: &str) -> Option<Given> {
        let (low, high) = self.scale()?;
        let pieces = typed
            .split([' ', ',', ';', '\t'])
            .filter(|piece| !piece.is_empty());
        let voices: Option<Vec<i8>> = pieces
            .map(|piece| {
                let piece = piece.replace(['−', '–'], "-");
                let number: i8 = piece.parse().ok()?;
                (low..=high).contains(&number).then_some(number)
            })
            .collect();
        voices
            .filter(|voices| !voices.is_empty() && voices.len() <= 200)
            .map(Given::Voices)
    }
}

fn frame<T>(answer: &Answer<T>) -> Known {
    let judged = answer.judged();
    Known {
        asked: answer.asked(),
        certainty: judged.and_then(|judged| judged.certainty),
        private: answer.private(),
        ..Known::default()
    }
}

fn score<const LOW: i8, const HIGH: i8>(answer: &Answer<Score<LOW, HIGH>>) -> Known {
    let voices = answer.judged().map(|judged| &judged.voices);
    Known {
        number: answer.value().map(|score| score.get()),
        voices: voices
            .into_iter()
            .flatten()
            .map(|voice| voice.get())
            .collect(),
        ..frame(answer)
    }
}

fn scored<const LOW: i8, const HIGH: i8>(
    before: &Answer<Score<LOW, HIGH>>,
    given: &Given,
    stamp: (Option<Certainty>, Date),
) -> Option<Answer<Score<LOW, HIGH>>> {
    match given {
        Given::None => Some(Answer::None),
        Given::Voices(numbers) => {
            let voices: Option<Vec<_>> = numbers.iter().map(|number| Score::new(*number)).collect();
            let judged = Judged::of_voices(voices?)?;
            Some(Answer::Given(stamped(judged, before, stamp)))
        }
        Given::Arena(_) => None,
    }
}

/// Dates a judgement, and keeps of the one before where it came from and whether it is private.
fn stamped<T>(
    judged: Judged<T>,
    before: &Answer<T>,
    (certainty, today): (Option<Certainty>, Date),
) -> Judged<T> {
    let kept = before.judged();
    Judged {
        certainty,
        date: Some(today),
        source: kept.map(|kept| kept.source.clone()).unwrap_or_default(),
        private: kept.is_some_and(|kept| kept.private),
        unknown: kept.map(|kept| kept.unknown.clone()).unwrap_or_default(),
        ..judged
    }
}
