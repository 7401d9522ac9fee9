//! The columns: what stands in a cell as text, and whether it was asked.

use crate::lens::{Catalogue, LensPlace, QuestionKey, answer_at};
use crate::model::{Actor, Answer, Content, IssueId, Judged, Language, LensValue, Score};
use crate::text::Text;
use crate::text::inspector::{actor as words, answer};
use crate::text::lens::{say, short_value};
use crate::text::table;
use crate::text::terms::{Named as _, term};
use crate::ui::cx::Cx;

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Column {
    Name,
    Arena,
    Kind,
    Position,
    Salience,
    Power,
    Involvement,
    Participation,
    Openness,
    Legitimacy,
    Urgency,
    Relatedness,
    Autonomy,
    Competence,
    Quote,
    Sees,
    Because,
    CallsIt,
    Short,
    Form,
    Connected,
    Candidate,
    Talents,
    Tags,
    Area,
    Portfolio,
    /// A question of a lens.
    Lens(QuestionKey),
}

/// What the cells are read with.
#[derive(Clone, Copy)]
pub(super) struct Reading<'a> {
    pub(super) now: &'a Content,
    pub(super) catalogue: &'a Catalogue,
    pub(super) issue: Option<IssueId>,
    pub(super) language: Language,
}

impl<'a> Reading<'a> {
    /// Reads what is on screen.
    pub(super) fn of(cx: &'a Cx<'_>) -> Self {
        Self {
            now: cx.now(),
            catalogue: cx.catalogue(),
            issue: cx.issue().map(|issue| issue.id),
            language: cx.language(),
        }
    }
}

/// What a cell says, without what is private.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    /// Nobody asked, or nothing was written.
    Unasked,
    /// Asked, and there is none.
    None,
    /// There is something private.
    Private,
    /// A score with its voices.
    Score(i8, Vec<i8>),
    /// Words.
    Words(String),
}

impl Column {
    pub(super) const ALL: [Self; 26] = [
        Self::Name,
        Self::Arena,
        Self::Kind,
        Self::Position,
        Self::Salience,
        Self::Power,
        Self::Involvement,
        Self::Participation,
        Self::Openness,
        Self::Legitimacy,
        Self::Urgency,
        Self::Relatedness,
        Self::Autonomy,
        Self::Competence,
        Self::Quote,
        Self::Sees,
        Self::Because,
        Self::CallsIt,
        Self::Short,
        Self::Form,
        Self::Connected,
        Self::Candidate,
        Self::Talents,
        Self::Tags,
        Self::Area,
        Self::Portfolio,
    ];
    /// The columns that show unless chosen otherwise.
    pub(super) const AT_FIRST: [Self; 7] = [
        Self::Name,
        Self::Arena,
        Self::Kind,
        Self::Position,
        Self::Salience,
        Self::Power,
        Self::Involvement,
    ];

    /// Gives what the column is called.
    pub(super) fn label<'a>(self, cx: &'a Cx<'_>) -> &'a str {
        match self {
            Self::Lens(key) => cx
                .catalogue()
                .question(key.name())
                .map_or(key.name(), |it| say(&it.field.label, cx.language())),
            _ => cx.say(self.text()),
        }
    }

    fn text(self) -> Text {
        match self {
            Self::Lens(_) => crate::text::lens::QUESTION,
            Self::Name => words::NAME,
            Self::Arena => words::ARENA,
            Self::Kind => words::KIND,
            Self::Position => words::POSITION,
            Self::Salience => words::SALIENCE,
            Self::Power => words::POWER,
            Self::Involvement => words::INVOLVEMENT,
            Self::Participation => words::PARTICIPATION,
            Self::Openness => words::OPENNESS,
            Self::Legitimacy => words::LEGITIMACY,
            Self::Urgency => words::URGENCY,
            Self::Relatedness => words::RELATEDNESS,
            Self::Autonomy => words::AUTONOMY,
            Self::Competence => words::COMPETENCE,
            Self::Quote => words::OWN_WORDS,
            Self::Sees => words::SEES,
            Self::Because => words::BECAUSE,
            Self::CallsIt => words::CALLS_IT,
            Self::Short => words::SHORT,
            Self::Form => words::FORM,
            Self::Connected => words::CONNECTED,
            Self::Candidate => words::CANDIDATE,
            Self::Talents => words::TALENTS,
            Self::Tags => words::TAGS,
            Self::Area => words::AREA,
            Self::Portfolio => words::PORTFOLIO,
        }
    }

    /// Gives the width of the column.
    pub(super) fn width(self) -> f32 {
        match self {
            Self::Name => 220.0,
            Self::Position
            | Self::Salience
            | Self::Power
            | Self::Involvement
            | Self::Participation => 100.0,
            Self::Arena
            | Self::Kind
            | Self::Openness
            | Self::Legitimacy
            | Self::Urgency
            | Self::Relatedness
            | Self::Autonomy
            | Self::Competence
            | Self::Form => 150.0,
            Self::Quote
            | Self::Sees
            | Self::Because
            | Self::CallsIt
            | Self::Connected
            | Self::Candidate => 280.0,
            Self::Short
            | Self::Talents
            | Self::Tags
            | Self::Area
            | Self::Portfolio
            | Self::Lens(_) => 180.0,
        }
    }

    /// Gives what a cell says.
    pub(super) fn said(self, actor: &Actor, reading: Reading<'_>) -> Said {
        let Reading {
            issue, language, ..
        } = reading;
        let yes_no = |yes: &bool| Said::Words(answer::yes_no(*yes).get(language).to_owned());
        let words = |words: &str| match words.trim() {
            "" => Said::Unasked,
            words => Said::Words(words.to_owned()),
        };
        let note = |note: &crate::model::Note| match note.open_text() {
            Some(text) => words(text),
            None if note.is_empty() => Said::Unasked,
            None => Said::Private,
        };
        match self {
            Self::Name => words(&actor.name),
            Self::Short => words(&actor.short),
            Self::Arena => said_of(&actor.arena, |judged| {
                Said::Words(term(&judged.value, language).to_owned())
            }),
            Self::Kind => actor
                .kind
                .as_ref()
                .map_or(Said::Unasked, |kind| words(term(kind, language))),
            Self::Form => actor
                .form
                .map_or(Said::Unasked, |form| words(form.word(language))),
            Self::Connected => yes_no(&actor.connected_party),
            Self::Candidate => yes_no(&actor.candidate),
            Self::Position => issue.map_or(Said::Unasked, |issue| score(actor.position(issue))),
            Self::Salience => issue.map_or(Said::Unasked, |issue| score(actor.salience(issue))),
            Self::Power => score(&actor.power),
            Self::Involvement => score(&actor.involvement),
            Self::Participation => score(&actor.participation),
            Self::Openness => score(&actor.openness),
            Self::Relatedness => score(&actor.learning.relatedness),
            Self::Autonomy => score(&actor.learning.autonomy),
            Self::Competence => score(&actor.learning.competence),
            Self::Legitimacy => said_of(&actor.legitimacy, |judged| yes_no(&judged.value)),
            Self::Urgency => said_of(&actor.urgency, |judged| yes_no(&judged.value)),
            Self::Quote => note(&actor.perspective.quote),
            Self::Sees => note(&actor.perspective.sees),
            Self::Because => note(&actor.perspective.because),
            Self::CallsIt => note(&actor.perspective.calls_it),
            Self::Talents => words(&actor.talents.join("; ")),
            Self::Tags => words(&actor.tags.join("; ")),
            Self::Area => words(&actor.area.join("; ")),
            Self::Portfolio => words(&actor.portfolio.join("; ")),
            Self::Lens(key) => answered(key, actor, reading),
        }
    }
}

/// Gives what a cell of a question of a lens says.
fn answered(key: QuestionKey, actor: &Actor, reading: Reading<'_>) -> Said {
    let Some(question) = reading.catalogue.question(key.name()) else {
        return Said::Unasked;
    };
    let field = question.field;
    let place = LensPlace::Actor(actor.id);
    let answer = answer_at(reading.now, place, key.name(), field);
    if field.private && answer.asked() {
        return Said::Private;
    }
    said_of(&answer, |judged| {
        if let LensValue::Scale(step) = judged.value
            && let Ok(step) = i8::try_from(step)
        {
            let voices = judged.voices.iter().filter_map(crate::lens::number);
            let voices = voices.filter_map(|voice| i8::try_from(voice).ok());
            return Said::Score(step, voices.collect());
        }
        if let LensValue::Long(note) = &judged.value
            && note.private
        {
            return Said::Private;
        }
        let kind = &field.kind;
        Said::Words(short_value(
            kind,
            &judged.value,
            reading.now,
            reading.language,
        ))
    })
}

fn said_of<T>(answer: &Answer<T>, say: impl FnOnce(&Judged<T>) -> Said) -> Said {
    match answer {
        Answer::NotAsked => Said::Unasked,
        Answer::None => Said::None,
        Answer::Given(judged) if judged.private => Said::Private,
        Answer::Given(judged) => say(judged),
    }
}

fn score<const L: i8, const H: i8>(answer: &Answer<Score<L, H>>) -> Said {
    said_of(answer, |judged| {
        let voices = judged.voices.iter().map(|voice| voice.get()).collect();
        Said::Score(judged.value.get(), voices)
    })
}

impl Said {
    /// Gives the text of a cell as it is typed and copied: voices one after the other, nothing private.
    pub(super) fn typed(&self, language: Language) -> String {
        match self {
            Self::Unasked | Self::Private => String::new(),
            Self::None => table::NONE.get(language).to_owned(),
            Self::Score(value, voices) if voices.is_empty() => value.to_string(),
            Self::Score(_, voices) => {
                let voices: Vec<String> = voices.iter().map(i8::to_string).collect();
                voices.join(" ")
            }
            Self::Words(words) => words.clone(),
        }
    }
}

/// Gives the actors of a map in the order of the map: by arena, then by name.
pub(super) fn in_order(now: &Content) -> Vec<&Actor> {
    let mut actors: Vec<&Actor> = now.actors.iter().collect();
    actors.sort_by_cached_key(|actor| {
        let arena = now.arena_of(actor);
        (arena.is_none(), arena, actor.name.to_lowercase())
    });
    actors
}
