//! The columns: what stands in a cell as text, and whether it was asked.

use crate::lens::{Catalogue, LensPlace, QuestionKey, answer_at};
use crate::model::{Actor, Answer, Content, IssueId, Judged, Language, LensValue, Score};
use crate::session::quick::fold;
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
    Values,
    Frames,
    Interests,
    Quote,
    Sees,
    Because,
    CallsIt,
    Short,
    Form,
    Inside,
    Connected,
    Candidate,
    Talents,
    Tags,
    Area,
    Level,
    Portfolio,
    /// A question of a lens.
    Lens(QuestionKey),
}

/// What cells are about.
#[derive(Debug, Clone, Copy)]
pub(super) struct About<'a> {
    pub(super) now: &'a Content,
    pub(super) catalogue: &'a Catalogue,
    pub(super) issue: Option<IssueId>,
    pub(super) language: Language,
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
    pub(super) const ALL: [Self; 31] = [
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
        Self::Values,
        Self::Frames,
        Self::Interests,
        Self::Quote,
        Self::Sees,
        Self::Because,
        Self::CallsIt,
        Self::Short,
        Self::Form,
        Self::Inside,
        Self::Connected,
        Self::Candidate,
        Self::Talents,
        Self::Tags,
        Self::Area,
        Self::Level,
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

    pub(super) fn text(self) -> Text {
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
            Self::Values => words::VALUES,
            Self::Frames => words::FRAMES,
            Self::Interests => words::INTERESTS,
            Self::Quote => words::OWN_WORDS,
            Self::Sees => words::SEES,
            Self::Because => words::BECAUSE,
            Self::CallsIt => words::CALLS_IT,
            Self::Short => words::SHORT,
            Self::Form => words::FORM,
            Self::Inside => words::INSIDE,
            Self::Connected => words::CONNECTED,
            Self::Candidate => words::CANDIDATE,
            Self::Talents => words::TALENTS,
            Self::Tags => words::TAGS,
            Self::Area => words::AREA,
            Self::Level => words::LEVEL,
            Self::Portfolio => words::PORTFOLIO,
        }
    }

    /// Gives the width of the column.
    pub(super) fn width(self) -> f32 {
        match self {
            Self::Name => 220.0,
            Self::Position | Self::Salience | Self::Power => 100.0,
            Self::Involvement | Self::Participation => 128.0,
            Self::Legitimacy | Self::Urgency | Self::Form => 150.0,
            Self::Arena
            | Self::Kind
            | Self::Openness
            | Self::Relatedness
            | Self::Autonomy
            | Self::Competence
            | Self::Inside => 204.0,
            Self::Values
            | Self::Frames
            | Self::Interests
            | Self::Quote
            | Self::Sees
            | Self::Because
            | Self::CallsIt
            | Self::Connected
            | Self::Candidate => 280.0,
            Self::Short
            | Self::Talents
            | Self::Tags
            | Self::Area
            | Self::Level
            | Self::Portfolio
            | Self::Lens(_) => 180.0,
        }
    }

    /// Says whether a cell of the column is typed in; else its answer is picked from a menu.
    pub(super) fn is_typed(self) -> bool {
        match self {
            Self::Arena
            | Self::Kind
            | Self::Legitimacy
            | Self::Urgency
            | Self::Form
            | Self::Inside
            | Self::Connected
            | Self::Candidate
            | Self::Lens(_) => false,
            Self::Name
            | Self::Position
            | Self::Salience
            | Self::Power
            | Self::Involvement
            | Self::Participation
            | Self::Openness
            | Self::Relatedness
            | Self::Autonomy
            | Self::Competence
            | Self::Values
            | Self::Frames
            | Self::Interests
            | Self::Quote
            | Self::Sees
            | Self::Because
            | Self::CallsIt
            | Self::Short
            | Self::Talents
            | Self::Tags
            | Self::Area
            | Self::Level
            | Self::Portfolio => true,
        }
    }

    /// Finds the column that a head names, in either language.
    pub(super) fn of_head(head: &str) -> Option<Self> {
        let head = fold(head);
        if ["actor", "actoren", "actors", "namen", "names"].contains(&head.as_str()) {
            return Some(Self::Name);
        }
        if ["type", "types"].contains(&head.as_str()) {
            return Some(Self::Kind);
        }
        let named = |column: &Self| {
            [Language::Dutch, Language::English]
                .iter()
                .any(|language| fold(column.text().get(*language)) == head)
        };
        Self::ALL.into_iter().find(named)
    }

    /// Gives what a cell says.
    #[expect(clippy::too_many_lines, reason = "one arm for each column")]
    pub(super) fn said(self, actor: &Actor, about: About<'_>) -> Said {
        let About {
            now,
            issue,
            language,
            ..
        } = about;
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
            Self::Inside => actor
                .inside
                .as_ref()
                .map_or_else(|| words(words::INSIDE_BY_ARENA.get(language)), yes_no),
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
            Self::Values => words(&values(actor, now)),
            Self::Frames => words(&frames(actor, language)),
            Self::Interests => interests(actor),
            Self::Quote => note(&actor.perspective.quote),
            Self::Sees => note(&actor.perspective.sees),
            Self::Because => note(&actor.perspective.because),
            Self::CallsIt => note(&actor.perspective.calls_it),
            Self::Talents => words(&actor.talents.join("; ")),
            Self::Tags => words(&actor.tags.join("; ")),
            Self::Area => words(&actor.area.join("; ")),
            Self::Level => {
                let levels = actor.level.iter().map(|level| level.word(language));
                words(&levels.collect::<Vec<_>>().join("; "))
            }
            Self::Portfolio => words(&actor.portfolio.join("; ")),
            Self::Lens(key) => answered(key, actor, about),
        }
    }
}

/// Gives what a cell of a question of a lens says.
fn answered(key: QuestionKey, actor: &Actor, about: About<'_>) -> Said {
    let Some(question) = about.catalogue.question(key.name()) else {
        return Said::Unasked;
    };
    let field = question.field;
    let place = LensPlace::Actor(actor.id);
    let answer = answer_at(about.now, place, key.name(), field);
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
        Said::Words(short_value(kind, &judged.value, about.now, about.language))
    })
}

/// Gives the values of an actor with how important each is, the most important first.
fn values(actor: &Actor, now: &Content) -> String {
    let mut held: Vec<(i8, &str)> = actor
        .values
        .iter()
        .filter_map(|(id, held)| Some((held.importance.get(), now.values.get(*id)?.name.as_str())))
        .collect();
    held.sort_by_key(|(importance, _)| -importance);
    weighed(held)
}

/// Gives the angles of an actor with how heavy each weighs, the heaviest first.
fn frames(actor: &Actor, language: Language) -> String {
    let mut frames: Vec<(i8, &str)> = actor
        .frames
        .iter()
        .map(|(frame, weight)| (weight.get(), term(frame, language)))
        .collect();
    frames.sort_by_key(|(weight, _)| -weight);
    weighed(frames)
}

fn weighed(parts: Vec<(i8, &str)>) -> String {
    let parts = parts.into_iter();
    let parts = parts.map(|(weight, name)| format!("{name} {weight}"));
    parts.collect::<Vec<_>>().join("; ")
}

/// Gives the interests that are not hidden.
fn interests(actor: &Actor) -> Said {
    let open = actor.interests.iter().filter(|interest| !interest.hidden);
    let open: Vec<&str> = open.map(|interest| interest.text.as_str()).collect();
    match (open.is_empty(), actor.interests.is_empty()) {
        (true, true) => Said::Unasked,
        (true, false) => Said::Private,
        (false, _) => Said::Words(open.join("; ")),
    }
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
