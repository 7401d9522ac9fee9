//! One typed line.

use super::lexicon::Lexicon;
use super::names::{Names, clean, fold};
use super::tokens::{Token, cut, tie, tokens};
use super::{Details, Found, SaidArena, SaidValue, Subject, Trouble, Understood};
use crate::model::{Content, Level3, Level5, Position, Term};

pub(super) fn understand_line(
    line: &str,
    now: &Content,
    lexicon: &Lexicon,
    names: &Names,
) -> Understood {
    let mut tokens = tokens(&clean(line));
    // A line copied from a list brings its bullet.
    if tokens.len() > 1
        && tokens
            .first()
            .and_then(tie)
            .is_some_and(|tie| !tie.conflict)
    {
        tokens.remove(0);
    }
    if tokens.is_empty() {
        return Understood::default();
    }
    let reader = Reader { now, lexicon };
    let (whole, _) = reader.subject(&tokens, Strength::OfPower);
    let (parts, ties) = cut(&tokens);
    if ties.is_empty() || names.exact(&whole.subject.name).is_some() {
        return one_actor(whole, &reader, names);
    }
    let mut understood = Understood {
        ties,
        ..Understood::default()
    };
    for part in parts {
        let (read, strength) = reader.subject(part, Strength::OfRelation);
        let Read {
            mut subject,
            trouble,
        } = read;
        names.end(&mut subject);
        reader.guess(&mut subject);
        if subject.name.is_empty() {
            understood.trouble.get_or_insert(Trouble::OneEnd);
        }
        if let Some(trouble) = trouble {
            understood.trouble.get_or_insert(trouble);
        }
        understood.strength = strength.or(understood.strength);
        understood.subjects.push(subject);
    }
    join_ends(&mut understood, now);
    understood
}

fn one_actor(read: Read, reader: &Reader<'_>, names: &Names) -> Understood {
    let Read {
        mut subject,
        trouble,
    } = read;
    names.actor(&mut subject);
    reader.guess(&mut subject);
    let nameless = subject.name.is_empty().then_some(Trouble::NoName);
    Understood {
        trouble: trouble.or(nameless),
        subjects: vec![subject],
        ..Understood::default()
    }
}

/// Finds the relations that the ends already have, and ends that are the same.
fn join_ends(understood: &mut Understood, now: &Content) {
    for (tie, ends) in understood
        .ties
        .iter_mut()
        .zip(understood.subjects.windows(2))
    {
        let [one, other] = ends else {
            continue;
        };
        if same(one, other) && !one.name.is_empty() {
            understood.trouble.get_or_insert(Trouble::SameEnds);
        }
        if let (Some(one), Some(other)) = (one.found, other.found) {
            let found = now.relations_of(one.actor);
            tie.found = found
                .filter(|relation| relation.joins(one.actor, other.actor))
                .map(|relation| relation.id)
                .next();
        }
    }
}

fn same(one: &Subject, other: &Subject) -> bool {
    match (one.found, other.found) {
        (Some(Found { actor: one, .. }), Some(Found { actor: other, .. })) => one == other,
        (None, None) => fold(&one.name) == fold(&other.name),
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// What an exclamation mark stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Strength {
    /// The power of an actor.
    OfPower,
    /// The strength of a relation.
    OfRelation,
}

/// A subject as it was read, and what is wrong with it.
pub(super) struct Read {
    pub(super) subject: Subject,
    pub(super) trouble: Option<Trouble>,
}

/// Reads the part of a line that speaks of one actor.
pub(super) struct Reader<'a> {
    pub(super) now: &'a Content,
    pub(super) lexicon: &'a Lexicon,
}

impl Reader<'_> {
    /// Reads a cell of a list: a name with what is said of it.
    pub(super) fn cell(&self, text: &str) -> Read {
        self.subject(&tokens(&clean(text)), Strength::OfPower).0
    }

    fn subject(&self, tokens: &[Token], strength: Strength) -> (Read, Option<Level3>) {
        let mut part = Part {
            reader: self,
            tokens,
            strength_of: strength,
            next: 0,
            words: Vec::new(),
            details: Details::default(),
            after_voice: false,
            strength: None,
            trouble: None,
        };
        part.read();
        let Part {
            words,
            details,
            strength,
            trouble,
            ..
        } = part;
        let subject = Subject {
            name: words.join(" "),
            details,
            ..Subject::default()
        };
        (Read { subject, trouble }, strength)
    }

    /// Adds arena and kind as the name of a new actor gives them away.
    pub(super) fn guess(&self, subject: &mut Subject) {
        if subject.found.is_some() {
            return;
        }
        if let Some(hint) = self.lexicon.guess(&subject.name) {
            let details = &mut subject.details;
            details.kind = details.kind.take().or(hint.kind.map(Term::BuiltIn));
            details.arena = details.arena.take().or(Some(SaidArena {
                term: Term::BuiltIn(hint.arena),
                guessed: true,
            }));
        }
    }
}

/// A part of a line while it is read.
struct Part<'a> {
    reader: &'a Reader<'a>,
    tokens: &'a [Token],
    strength_of: Strength,
    next: usize,
    words: Vec<String>,
    details: Details,
    after_voice: bool,
    strength: Option<Level3>,
    trouble: Option<Trouble>,
}

impl Part<'_> {
    fn read(&mut self) {
        while let Some(token) = self.tokens.get(self.next) {
            self.next += 1;
            let voices = self.details.voices.len();
            match token {
                Token::Quote(text) => {
                    self.details.quote = (!text.is_empty()).then(|| text.clone());
                }
                Token::Value(name) => self.value(name),
                Token::Word(word) => self.word(word),
            }
            self.after_voice = self.details.voices.len() > voices;
        }
    }

    fn word(&mut self, word: &str) {
        let mut letters = word.chars();
        let sign = letters.next().unwrap_or(' ');
        let rest = letters.as_str();
        let digit = one_digit(rest);
        match (sign, digit) {
            ('*', None) if rest.is_empty() || self.words.is_empty() && tied_on(rest) => {
                self.details.focal = true;
                if !rest.is_empty() {
                    self.words.push(rest.to_owned());
                }
            }
            ('+', Some(digit)) => self.voice(digit),
            ('-' | '−' | '–', Some(digit)) => self.voice(-digit),
            ('!', Some(digit)) => self.mark(digit),
            ('~', Some(digit)) => match Level5::new(digit) {
                Some(level) => self.details.involvement = Some(level),
                None => self.object(Trouble::LevelRange),
            },
            ('#', _) if !rest.is_empty() => self.named_value(rest),
            ('@', _) if !rest.is_empty() => self.arena(rest),
            ('@' | '#', _) if rest.is_empty() && self.next == self.tokens.len() => {}
            _ => match self.bare_voice(word) {
                Some(digit) => self.voice(digit),
                None => self.words.push(word.to_owned()),
            },
        }
    }

    /// Reads a digit without a sign: any after another voice, and a zero at the end.
    fn bare_voice(&self, word: &str) -> Option<i8> {
        let digit = one_digit(word)?;
        let last = self.next == self.tokens.len();
        let counts = self.after_voice || digit == 0 && last && !self.words.is_empty();
        counts.then_some(digit)
    }

    fn voice(&mut self, number: i8) {
        match Position::new(number) {
            // More voices than a room holds are no voices.
            Some(position) if self.details.voices.len() < 200 => {
                self.details.voices.push(position);
            }
            Some(_) => {}
            None => self.object(Trouble::PositionRange),
        }
    }

    fn mark(&mut self, digit: i8) {
        match self.strength_of {
            Strength::OfPower => match Level5::new(digit) {
                Some(level) => self.details.power = Some(level),
                None => self.object(Trouble::LevelRange),
            },
            Strength::OfRelation => match Level3::new(digit) {
                Some(level) => self.strength = Some(level),
                None => self.object(Trouble::StrengthRange),
            },
        }
    }

    fn arena(&mut self, first: &str) {
        let now = self.reader.now;
        let lexicon = self.reader.lexicon;
        let text = self.longest(first, |text| lexicon.arena_goes_on(text, now));
        match lexicon.arena(&text, now) {
            Some(term) => {
                self.details.arena = Some(SaidArena {
                    term,
                    guessed: false,
                });
            }
            None => self.object(Trouble::UnknownArena(text)),
        }
    }

    fn named_value(&mut self, first: &str) {
        let known: Vec<String> = self
            .reader
            .now
            .values
            .iter()
            .map(|value| fold(&value.name))
            .collect();
        let text = self.longest(first, |text| {
            let text = fold(text);
            known.iter().any(|name| name.starts_with(&text))
        });
        self.value(&text);
    }

    /// Adds the words that follow as long as something known goes on so.
    fn longest(&mut self, first: &str, goes_on: impl Fn(&str) -> bool) -> String {
        let mut text = first.to_owned();
        while let Some(Token::Word(word)) = self.tokens.get(self.next) {
            let longer = format!("{text} {word}");
            if !goes_on(&longer) {
                break;
            }
            text = longer;
            self.next += 1;
        }
        text
    }

    fn value(&mut self, name: &str) {
        let folded = fold(name);
        if folded.is_empty() {
            return;
        }
        let known = || {
            self.reader
                .now
                .values
                .iter()
                .map(|value| (fold(&value.name), value))
        };
        let found = known()
            .find(|(other, _)| *other == folded)
            .or_else(|| known().find(|(other, _)| other.starts_with(&folded)))
            .map(|(_, value)| (value.id, value.name.clone()));
        let said = match found {
            Some((id, name)) => SaidValue {
                name,
                found: Some(id),
            },
            None => SaidValue {
                name: name.to_owned(),
                found: None,
            },
        };
        let values = &mut self.details.values;
        if !values
            .iter()
            .any(|value| fold(&value.name) == fold(&said.name))
        {
            values.push(said);
        }
    }

    fn object(&mut self, trouble: Trouble) {
        self.trouble.get_or_insert(trouble);
    }
}

fn tied_on(rest: &str) -> bool {
    rest.chars().next().is_some_and(char::is_alphabetic)
}

fn one_digit(text: &str) -> Option<i8> {
    let mut letters = text.chars();
    let digit = letters.next()?.to_digit(10)?;
    letters
        .next()
        .is_none()
        .then_some(i8::try_from(digit).ok()?)
}
