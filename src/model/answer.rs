//! Answers and judgements: what was asked, what was said, how sure it is, and what is private.

use std::sync::Arc;

use jiff::civil::Date;

/// A whole number between two bounds, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score<const LOW: i8, const HIGH: i8>(i8);

impl<const LOW: i8, const HIGH: i8> Score<LOW, HIGH> {
    /// The lowest score.
    pub const LOWEST: Self = Self(LOW);
    /// The highest score.
    pub const HIGHEST: Self = Self(HIGH);

    /// Makes a score; a number outside the bounds gives `None`.
    pub const fn new(number: i8) -> Option<Self> {
        if LOW <= number && number <= HIGH {
            Some(Self(number))
        } else {
            None
        }
    }

    /// Makes the score nearest to a number.
    pub const fn nearest(number: i64) -> Self {
        if number <= LOW as i64 {
            Self(LOW)
        } else if number >= HIGH as i64 {
            Self(HIGH)
        } else {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "the number lies between two bounds of this type"
            )]
            Self(number as i8)
        }
    }

    /// Gives the number.
    pub const fn get(self) -> i8 {
        self.0
    }

    /// Lists all scores from low to high.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> {
        (LOW..=HIGH).map(Self)
    }
}

/// Power and involvement: 1 low to 5 high.
pub type Level5 = Score<1, 5>;
/// A position on an issue: −3 strongly against to 3 strongly in favour.
pub type Position = Score<-3, 3>;
/// How much an issue matters to an actor: 0 not to 5 most.
pub type Salience = Score<0, 5>;
/// Participation: 1 kept informed, 2 thinks along, 3 takes part, 4 decides along.
pub type Participation = Score<1, 4>;
/// Tenths: 0 to 10.
pub type Tenths = Score<0, 10>;
/// Importance of a value, weight of an angle, strength of a relation, level of a signal: 1 to 3.
pub type Level3 = Score<1, 3>;
/// Heat of a sensitivity: 0 to 3.
pub type Heat = Score<0, 3>;

/// How sure a judgement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Counts for 0.5.
    Guess,
    /// Counts for 0.8.
    Likely,
    /// Counts for 1.0.
    Sure,
}

impl Certainty {
    /// Every certainty, the surest first.
    pub const ALL: [Self; 3] = [Self::Sure, Self::Likely, Self::Guess];

    /// Gives the weight in computations, 0.5 to 1.0.
    pub fn weight(self) -> f64 {
        match self {
            Self::Sure => 1.0,
            Self::Likely => 0.8,
            Self::Guess => 0.5,
        }
    }
}

/// A field of a file that this version does not know, kept as it stood.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RawField {
    /// The name of the field.
    pub name: String,
    /// The value, byte for byte.
    pub raw: String,
}

/// The unknown fields of one part of a file, in the order of the file; empty in most parts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Unknown(Option<Arc<[RawField]>>);

impl Unknown {
    /// Keeps the given fields.
    pub fn new(fields: Vec<RawField>) -> Self {
        if fields.is_empty() {
            Self(None)
        } else {
            Self(Some(fields.into()))
        }
    }

    /// Lists the kept fields.
    pub fn fields(&self) -> &[RawField] {
        self.0.as_deref().unwrap_or_default()
    }
}

/// A judgement with what stands behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged<T> {
    /// What counts; the median of the voices where there are any on an ordered scale.
    pub value: T,
    /// What people in the room said, without names; lowest first on ordered scales.
    pub voices: Vec<T>,
    /// How sure it is; unset counts as sure.
    pub certainty: Option<Certainty>,
    /// Where it comes from.
    pub source: String,
    /// When it was given.
    pub date: Option<Date>,
    /// Whether it stays off the wall, pictures, reports and copies.
    pub private: bool,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

impl<T> Judged<T> {
    /// Makes a judgement with nothing but its value.
    pub fn new(value: T) -> Self {
        Self {
            value,
            voices: Vec::new(),
            certainty: None,
            source: String::new(),
            date: None,
            private: false,
            unknown: Unknown::default(),
        }
    }

    /// Gives the weight of its certainty, 1.0 when unset.
    pub fn confidence(&self) -> f64 {
        self.certainty.map_or(1.0, Certainty::weight)
    }
}

impl<const LOW: i8, const HIGH: i8> Judged<Score<LOW, HIGH>> {
    /// Makes a judgement from several voices: its value is their median, for an even count the middle value nearer
    /// the middle of the scale.
    pub fn of_voices(mut voices: Vec<Score<LOW, HIGH>>) -> Option<Self> {
        voices.sort_unstable();
        let value = median(&voices)?;
        let mut judged = Self::new(value);
        if voices.len() > 1 {
            judged.voices = voices;
        }
        Some(judged)
    }

    /// Gives the lowest and the highest voice, where the voices differ.
    pub fn span(&self) -> Option<(Score<LOW, HIGH>, Score<LOW, HIGH>)> {
        let low = self.voices.iter().min()?;
        let high = self.voices.iter().max()?;
        (low != high).then_some((*low, *high))
    }
}

/// Gives the median of sorted voices; between two middle ones the one nearer the middle of the scale, the lower at a tie.
fn median<const LOW: i8, const HIGH: i8>(sorted: &[Score<LOW, HIGH>]) -> Option<Score<LOW, HIGH>> {
    let upper = *sorted.get(sorted.len() / 2)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *sorted.get(sorted.len() / 2 - 1)?;
    let distance = |score: Score<LOW, HIGH>| {
        (2 * i16::from(score.get()) - i16::from(LOW) - i16::from(HIGH)).abs()
    };
    Some(if distance(upper) < distance(lower) {
        upper
    } else {
        lower
    })
}

/// What is known of a question.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Answer<T> {
    /// Nobody asked yet: a dash on screen.
    #[default]
    NotAsked,
    /// Asked, and there is none.
    None,
    /// Asked and answered.
    Given(Judged<T>),
}

impl<T> Answer<T> {
    /// Answers with nothing but a value.
    pub fn given(value: T) -> Self {
        Self::Given(Judged::new(value))
    }

    /// Gives the judgement, where there is one.
    pub fn judged(&self) -> Option<&Judged<T>> {
        match self {
            Self::Given(judged) => Some(judged),
            Self::NotAsked | Self::None => None,
        }
    }

    /// Gives the value, where there is one.
    pub fn value(&self) -> Option<&T> {
        self.judged().map(|judged| &judged.value)
    }

    /// Says whether the question was asked.
    pub fn asked(&self) -> bool {
        !matches!(self, Self::NotAsked)
    }

    /// Says whether the answer is private.
    pub fn private(&self) -> bool {
        self.judged().is_some_and(|judged| judged.private)
    }
}

impl<const LOW: i8, const HIGH: i8> Answer<Score<LOW, HIGH>> {
    /// Gives the number as a float, where there is one.
    pub fn number(&self) -> Option<f64> {
        self.value().map(|score| f64::from(score.get()))
    }

    /// Says whether the answer is a guess or the voices differ.
    pub fn doubtful(&self) -> bool {
        self.judged().is_some_and(|judged| {
            judged.certainty == Some(Certainty::Guess) || judged.span().is_some()
        })
    }
}

/// A free text that can be private.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Note {
    /// The text, at most 64 KB.
    pub text: String,
    /// Whether it stays off the wall, pictures, reports and copies.
    pub private: bool,
    /// Fields of a newer version.
    pub unknown: Unknown,
}

impl Note {
    /// Makes a note that may be shown.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            private: false,
            unknown: Unknown::default(),
        }
    }

    /// Makes a private note.
    pub fn private(text: impl Into<String>) -> Self {
        Self {
            private: true,
            ..Self::new(text)
        }
    }

    /// Says whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Gives the text unless it is private.
    pub fn open_text(&self) -> Option<&str> {
        (!self.private && !self.text.is_empty()).then_some(self.text.as_str())
    }
}

/// A built-in code, bilingual on screen, or an own name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Term<B> {
    /// One of the built-in terms.
    BuiltIn(B),
    /// A name of this map.
    Own(String),
}

impl<B: Copy> Term<B> {
    /// Gives the built-in term, where it is one.
    pub fn built_in(&self) -> Option<B> {
        match self {
            Self::BuiltIn(term) => Some(*term),
            Self::Own(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(numbers: &[i8]) -> Judged<Position> {
        Judged::of_voices(
            numbers
                .iter()
                .filter_map(|number| Position::new(*number))
                .collect(),
        )
        .unwrap()
    }

    #[test]
    fn an_odd_number_of_voices_counts_by_the_middle_one() {
        assert_eq!(judged(&[3, -1, 2]).value.get(), 2);
    }

    #[test]
    fn an_even_number_of_voices_counts_by_the_middle_one_nearer_the_middle_of_the_scale() {
        assert_eq!(judged(&[3, 3, 2, -1]).value.get(), 2);
        assert_eq!(judged(&[-3, -2, -1, 2]).value.get(), -1);
        assert_eq!(judged(&[-1, 1]).value.get(), -1);
    }

    #[test]
    fn one_voice_is_no_disagreement() {
        assert!(judged(&[2]).voices.is_empty());
        assert_eq!(judged(&[2, 2]).span(), None);
        assert!(judged(&[1, 2]).span().is_some());
    }

    #[test]
    fn a_score_outside_its_bounds_is_refused_or_moved_to_the_nearest() {
        assert_eq!(Position::new(4), None);
        assert_eq!(Position::nearest(-9).get(), -3);
        assert_eq!(Level5::nearest(0).get(), 1);
    }

    #[test]
    fn not_asked_differs_from_none() {
        assert!(!Answer::<Level5>::NotAsked.asked());
        assert!(Answer::<Level5>::None.asked());
        assert_ne!(Answer::<Level5>::NotAsked, Answer::None);
    }
}
