//! The single values of the model: how each is told, when it is private, and what of it can be woven.

use super::field::Field;
use super::item::Step;
use super::lists::{Keyed, Listed};
use super::said::Said;
use super::walk::Whole;
use super::words;
use crate::model::{
    ActionStatus, ActorId, Alternative, Answer, Arena, Arrangement, Arrow, Certainty, Direction,
    Form, Formality, Frame, GoalId, GroupId, Holding, Interest, InterestKind, IssueId, Judged,
    Kind, Language, Lens, LensValue, Level, LogKind, Mode, MomentState, Note, OwnTerm, Pause,
    Phase, Place, RawEntity, RawField, RelationKind, RoleState, Scope, Score, ScriptPosition,
    Sensitivity, Shown, Signal, Style, Target, Term, Tone, ValueId, ViewRect, Way, limits,
};

/// Gives what changed on one side only; `None` where both sides changed it differently.
fn pick<T: PartialEq + Clone>(base: Option<&T>, mine: &T, theirs: &T) -> Option<T> {
    if mine == theirs || base == Some(theirs) {
        Some(mine.clone())
    } else if base == Some(mine) {
        Some(theirs.clone())
    } else {
        None
    }
}

/// Gives a text with the changes of both sides.
fn pick_text(base: Option<&String>, mine: &String, theirs: &String) -> Option<String> {
    pick(base, mine, theirs)
        .or_else(|| words::weave(base?, mine, theirs).filter(|woven| woven.len() <= limits::TEXT))
}

macro_rules! plain {
    ($($type:ty: $said:expr;)*) => {$(
        impl Whole for $type {
            fn said(&self) -> Said {
                let said: fn(&Self) -> Said = $said;
                said(self)
            }
        }
    )*};
}

plain! {
    bool: |yes| Said::Yes(*yes);
    jiff::civil::Date: |date| Said::Date(*date);
    Term<Arena>: |term| Said::Arena(term.clone());
    Term<Kind>: |term| Said::Kind(term.clone());
    Term<RelationKind>: |term| Said::RelationKind(term.clone());
    Form: |form| Said::Form(*form);
    InterestKind: |kind| Said::InterestKind(*kind);
    Level: |level| Said::Level(*level);
    Tone: |tone| Said::Tone(*tone);
    Formality: |formality| Said::Formality(*formality);
    Mode: |mode| Said::Mode(*mode);
    Style: |style| Said::Style(*style);
    Phase: |phase| Said::Phase(*phase);
    RoleState: |state| Said::RoleState(*state);
    Direction: |direction| Said::Direction(*direction);
    ActionStatus: |status| Said::ActionStatus(*status);
    Way: |way| Said::Way(*way);
    LogKind: |kind| Said::LogKind(*kind);
    MomentState: |state| Said::MomentState(*state);
    Arrangement: |arrangement| Said::Arrangement(*arrangement);
    Language: |language| Said::Language(*language);
    Certainty: |certainty| Said::Certainty(*certainty);
    Shown: |shown| Said::Shown(*shown);
    ActorId: |actor| Said::Actor(*actor);
    (ActorId, ActorId): |pair| Said::Actors(pair.0, pair.1);
    IssueId: |issue| Said::Issue(*issue);
    ValueId: |value| Said::Value(*value);
    GoalId: |goal| Said::Goal(*goal);
    GroupId: |group| Said::Group(*group);
    Target: |target| Said::Target(*target);
    Scope: |scope| Said::Scope(*scope);
    Place: |place| Said::Place(*place);
    Arrow: |arrow| Said::Arrow(*arrow);
    ViewRect: |_| Said::Involved;
    OwnTerm: |term| Said::Text(term.name.clone());
    Lens: |lens| Said::Text(lens.id.clone());
    RawField: |field| Said::Text(field.name.clone());
    RawEntity: |_| Said::Involved;
    Alternative: |_| Said::Involved;
    ScriptPosition: |position| Said::Number(i64::from(position.step) + 1);
}

impl<const LOW: i8, const HIGH: i8> Whole for Score<LOW, HIGH> {
    fn said(&self) -> Said {
        Said::Number(i64::from(self.get()))
    }
}

impl Whole for String {
    fn said(&self) -> Said {
        Said::Text(self.clone())
    }

    fn blank(&self) -> bool {
        self.is_empty()
    }
}

impl Whole for LensValue {
    fn said(&self) -> Said {
        Said::Lens(self.clone())
    }

    fn private(&self) -> bool {
        match self {
            Self::Long(note) => note.private,
            Self::NowAndWanted(now, wanted) => now.private() || wanted.private(),
            Self::Scale(_)
            | Self::Choice(_)
            | Self::Choices(_)
            | Self::Ranked(_)
            | Self::Short(_)
            | Self::Date(_)
            | Self::Actors(_)
            | Self::Triangle(_) => false,
        }
    }
}

impl Whole for Note {
    fn said(&self) -> Said {
        Said::Text(self.text.clone())
    }

    fn private(&self) -> bool {
        self.private
    }

    fn blank(&self) -> bool {
        *self == Self::default()
    }

    fn weave(base: Option<&Self>, mine: &Self, theirs: &Self) -> Option<Self> {
        Some(Self {
            text: pick_text(base.map(|base| &base.text), &mine.text, &theirs.text)?,
            private: pick(
                base.map(|base| &base.private),
                &mine.private,
                &theirs.private,
            )?,
            unknown: pick(
                base.map(|base| &base.unknown),
                &mine.unknown,
                &theirs.unknown,
            )?,
        })
    }
}

impl<T: Whole> Whole for Answer<T> {
    fn said(&self) -> Said {
        match self {
            Self::NotAsked => Said::Nothing,
            Self::None => Said::AskedNone,
            Self::Given(judged) => judged_said(judged),
        }
    }

    fn private(&self) -> bool {
        self.judged()
            .is_some_and(|judged| judged.private || judged.value.private())
    }

    fn blank(&self) -> bool {
        !self.asked()
    }

    fn weave(base: Option<&Self>, mine: &Self, theirs: &Self) -> Option<Self> {
        let (base, mine, theirs) = (base?.judged()?, mine.judged()?, theirs.judged()?);
        // A judgement and what stands behind it belong together; who may see it does not.
        let bare = |judged: &Judged<T>| {
            let mut bare = judged.clone();
            bare.private = false;
            bare.unknown = crate::model::Unknown::default();
            bare
        };
        let mut judged = pick(Some(&bare(base)), &bare(mine), &bare(theirs))?;
        judged.private = pick(Some(&base.private), &mine.private, &theirs.private)?;
        judged.unknown = pick(Some(&base.unknown), &mine.unknown, &theirs.unknown)?;
        Some(Self::Given(judged))
    }
}

fn judged_said<T: Whole>(judged: &Judged<T>) -> Said {
    let Judged {
        value,
        voices,
        certainty,
        source,
        date,
        private,
        unknown: _,
    } = judged;
    let mut details: Vec<(Field, Said)> = Vec::new();
    details.extend(voices.iter().map(|voice| (Field::Voices, voice.said())));
    details.extend(certainty.map(|certainty| (Field::Certainty, certainty.said())));
    details.extend((!source.is_empty()).then(|| (Field::Source, source.said())));
    details.extend(date.map(|date| (Field::Date, date.said())));
    details.extend(private.then_some((Field::Private, Said::Yes(true))));
    with(value.said(), details)
}

fn with(head: Said, details: Vec<(Field, Said)>) -> Said {
    if details.is_empty() {
        head
    } else {
        Said::With(Box::new(head), details)
    }
}

impl Whole for Interest {
    fn said(&self) -> Said {
        let Self {
            text,
            kind,
            value,
            source,
            certainty,
            hidden,
            unknown: _,
        } = self;
        let mut details = vec![(Field::Kind, kind.said())];
        details.extend(value.map(|value| (Field::Value, value.said())));
        details.extend((!source.is_empty()).then(|| (Field::Source, source.said())));
        details.extend(certainty.map(|certainty| (Field::Certainty, certainty.said())));
        details.extend(hidden.then_some((Field::Hidden, Said::Yes(true))));
        with(text.said(), details)
    }

    fn private(&self) -> bool {
        self.hidden
    }

    fn weave(base: Option<&Self>, mine: &Self, theirs: &Self) -> Option<Self> {
        let base = base?;
        Some(Self {
            text: pick_text(Some(&base.text), &mine.text, &theirs.text)?,
            kind: pick(Some(&base.kind), &mine.kind, &theirs.kind)?,
            value: pick(Some(&base.value), &mine.value, &theirs.value)?,
            source: pick(Some(&base.source), &mine.source, &theirs.source)?,
            certainty: pick(Some(&base.certainty), &mine.certainty, &theirs.certainty)?,
            hidden: pick(Some(&base.hidden), &mine.hidden, &theirs.hidden)?,
            unknown: pick(Some(&base.unknown), &mine.unknown, &theirs.unknown)?,
        })
    }
}

impl Whole for Sensitivity {
    fn said(&self) -> Said {
        let Self {
            note,
            heat,
            said_aloud,
            acknowledged,
            unknown: _,
        } = self;
        let mut details = vec![(Field::Heat, heat.said())];
        details.extend(said_aloud.then_some((Field::SaidAloud, Said::Yes(true))));
        details.extend(acknowledged.then_some((Field::Acknowledged, Said::Yes(true))));
        with(note.said(), details)
    }

    fn private(&self) -> bool {
        self.note.private
    }

    fn weave(base: Option<&Self>, mine: &Self, theirs: &Self) -> Option<Self> {
        let base = base?;
        let aloud = (&mine.said_aloud, &theirs.said_aloud);
        let known = (&mine.acknowledged, &theirs.acknowledged);
        Some(Self {
            note: pick(Some(&base.note), &mine.note, &theirs.note)
                .or_else(|| Note::weave(Some(&base.note), &mine.note, &theirs.note))?,
            heat: pick(Some(&base.heat), &mine.heat, &theirs.heat)?,
            said_aloud: pick(Some(&base.said_aloud), aloud.0, aloud.1)?,
            acknowledged: pick(Some(&base.acknowledged), known.0, known.1)?,
            unknown: pick(Some(&base.unknown), &mine.unknown, &theirs.unknown)?,
        })
    }
}

impl Whole for Signal {
    fn said(&self) -> Said {
        let Self {
            date,
            level,
            text,
            who_acts,
            settled,
            unknown: _,
        } = self;
        let mut details = vec![(Field::Level, level.said())];
        details.extend(date.map(|date| (Field::Date, date.said())));
        details.extend((!who_acts.is_empty()).then(|| (Field::WhoActs, who_acts.said())));
        details.extend(settled.then_some((Field::Settled, Said::Yes(true))));
        with(text.said(), details)
    }

    fn private(&self) -> bool {
        self.text.private
    }

    fn weave(base: Option<&Self>, mine: &Self, theirs: &Self) -> Option<Self> {
        let base = base?;
        Some(Self {
            date: pick(Some(&base.date), &mine.date, &theirs.date)?,
            level: pick(Some(&base.level), &mine.level, &theirs.level)?,
            text: pick(Some(&base.text), &mine.text, &theirs.text)
                .or_else(|| Note::weave(Some(&base.text), &mine.text, &theirs.text))?,
            who_acts: pick(Some(&base.who_acts), &mine.who_acts, &theirs.who_acts)?,
            settled: pick(Some(&base.settled), &mine.settled, &theirs.settled)?,
            unknown: pick(Some(&base.unknown), &mine.unknown, &theirs.unknown)?,
        })
    }
}

impl Whole for Holding {
    fn said(&self) -> Said {
        let Self {
            importance,
            creates,
            certainty,
            unknown: _,
        } = self;
        let mut details = Vec::new();
        details.extend(creates.then_some((Field::Creates, Said::Yes(true))));
        details.extend(certainty.map(|certainty| (Field::Certainty, certainty.said())));
        with(importance.said(), details)
    }

    fn weave(base: Option<&Self>, mine: &Self, theirs: &Self) -> Option<Self> {
        let base = base?;
        Some(Self {
            importance: pick(Some(&base.importance), &mine.importance, &theirs.importance)?,
            creates: pick(Some(&base.creates), &mine.creates, &theirs.creates)?,
            certainty: pick(Some(&base.certainty), &mine.certainty, &theirs.certainty)?,
            unknown: pick(Some(&base.unknown), &mine.unknown, &theirs.unknown)?,
        })
    }
}

impl Whole for Pause {
    fn said(&self) -> Said {
        let Self {
            reason,
            restart,
            unknown: _,
        } = self;
        with(reason.said(), vec![(Field::Restart, restart.said())])
    }

    fn private(&self) -> bool {
        self.reason.private || self.restart.private
    }
}

macro_rules! listed {
    ($($type:ty: $key:expr;)*) => {$(
        impl Listed for $type {
            fn key(&self) -> String {
                let key: fn(&Self) -> String = $key;
                key(self)
            }
        }
    )*};
}

fn term_key<T: Copy>(term: &Term<T>, code: fn(T) -> &'static str) -> String {
    match term {
        Term::BuiltIn(built_in) => code(*built_in).to_owned(),
        // A bracket keeps an own name apart from a code.
        Term::Own(name) => format!("({name})"),
    }
}

listed! {
    String: Self::clone;
    Level: |level| level.code().to_owned();
    Style: |style| style.code().to_owned();
    Shown: |shown| format!("{shown:?}");
    ActorId: ToString::to_string;
    GoalId: ToString::to_string;
    GroupId: ToString::to_string;
    ValueId: ToString::to_string;
    Target: target_key;
    (ActorId, ActorId): |pair| format!("{} {}", pair.0, pair.1);
    Term<Arena>: |term| term_key(term, Arena::code);
    Term<Kind>: |term| term_key(term, Kind::code);
    Interest: |interest| interest.text.clone();
    Sensitivity: |sensitivity| sensitivity.note.text.clone();
    Note: |note| note.text.clone();
    Signal: |signal| signal.text.text.clone();
    OwnTerm: |term| term.name.clone();
    Lens: |lens| lens.id.clone();
    RawField: |field| field.name.clone();
    RawEntity: |entity| format!("{} {}", entity.list, entity.raw);
    Alternative: |clash| format!("{} {} {}", clash.entity, clash.field, clash.raw);
}

fn target_key(target: &Target) -> String {
    match target {
        Target::Actor(id) => id.to_string(),
        Target::Relation(id) => id.to_string(),
        Target::Group(id) => id.to_string(),
        Target::Issue(id) => id.to_string(),
        Target::Goal(id) => id.to_string(),
    }
}

macro_rules! keyed {
    ($($type:ty: $step:expr;)*) => {$(
        impl Keyed for $type {
            fn step(&self) -> Step {
                let step: fn(&Self) -> Step = $step;
                step(self)
            }
        }
    )*};
}

keyed! {
    ActorId: |actor| Step::Actor(*actor);
    IssueId: |issue| Step::Issue(*issue);
    ValueId: |value| Step::Value(*value);
    Term<Frame>: |frame| Step::Frame(frame.clone());
    String: |word| Step::Word(word.clone());
}
