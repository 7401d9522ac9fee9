//! Reading an answer: what is kept under the lens, and what the core keeps for it.

use std::borrow::Cow;

use super::place::{LensPlace, answers_of};
use crate::model::{
    Actor, Answer, Content, CoreField, FieldKind, Judged, Lens, LensField, LensValue, Score,
};

/// Gives the name under which answers to a question are kept.
pub fn key(lens: &Lens, field: &LensField) -> String {
    format!("{}.{}", lens.id, field.id)
}

/// Gives the answer to a question at a place; a bound question shows what the core holds.
pub fn answer_at<'a>(
    content: &'a Content,
    place: LensPlace,
    key: &str,
    field: &LensField,
) -> Cow<'a, Answer<LensValue>> {
    if let Some(core) = field.bind {
        let actor = match place {
            LensPlace::Actor(id) => content.actors.get(id),
            LensPlace::Map | LensPlace::Relation(_) | LensPlace::Group(_) | LensPlace::Role(_) => {
                None
            }
        };
        return Cow::Owned(
            actor.map_or(Answer::NotAsked, |actor| of_core(actor, core, &field.kind)),
        );
    }
    match answers_of(content, place).and_then(|answers| answers.get(key)) {
        Some(answer) => Cow::Borrowed(answer),
        None => Cow::Owned(Answer::NotAsked),
    }
}

fn of_core(actor: &Actor, core: CoreField, kind: &FieldKind) -> Answer<LensValue> {
    match core {
        CoreField::Relatedness => of_score(&actor.learning.relatedness, kind),
        CoreField::Autonomy => of_score(&actor.learning.autonomy, kind),
        CoreField::Competence => of_score(&actor.learning.competence, kind),
        CoreField::Participation => of_score(&actor.participation, kind),
        CoreField::Talents if actor.talents.is_empty() => Answer::NotAsked,
        CoreField::Talents => Answer::given(LensValue::Short(actor.talents.join(", "))),
    }
}

fn of_score<const LOW: i8, const HIGH: i8>(
    answer: &Answer<Score<LOW, HIGH>>,
    kind: &FieldKind,
) -> Answer<LensValue> {
    let value = |score: &Score<LOW, HIGH>| match kind {
        FieldKind::Choice(_) => LensValue::Choice(score.get().to_string()),
        _ => LensValue::Scale(i32::from(score.get())),
    };
    match answer {
        Answer::NotAsked => Answer::NotAsked,
        Answer::None => Answer::None,
        Answer::Given(judged) => Answer::Given(Judged {
            value: value(&judged.value),
            voices: judged.voices.iter().map(value).collect(),
            certainty: judged.certainty,
            source: judged.source.clone(),
            date: judged.date,
            private: judged.private,
            unknown: judged.unknown.clone(),
        }),
    }
}

/// Takes a text of talents apart.
pub fn with_talents(text: &str) -> Vec<String> {
    let mut talents: Vec<String> = Vec::new();
    for talent in text.split([',', ';']).map(str::trim) {
        if !talent.is_empty() && !talents.iter().any(|kept| kept == talent) {
            talents.push(talent.to_owned());
        }
    }
    talents
}

/// Says whether a value can be an answer to a question of this kind.
pub fn fits(kind: &FieldKind, value: &LensValue) -> bool {
    match (kind, value) {
        (FieldKind::Scale { low, high, .. }, LensValue::Scale(step)) => {
            (*low..=*high).contains(step)
        }
        (FieldKind::Choice(options), LensValue::Choice(code)) => {
            options.iter().any(|option| option.code == *code)
        }
        (FieldKind::Choices(options), LensValue::Choices(codes))
        | (FieldKind::Ranked(options), LensValue::Ranked(codes)) => codes
            .iter()
            .all(|code| options.iter().any(|option| option.code == *code)),
        (FieldKind::Short, LensValue::Short(_))
        | (FieldKind::Long, LensValue::Long(_))
        | (FieldKind::Date, LensValue::Date(_))
        | (FieldKind::Actors, LensValue::Actors(_))
        | (FieldKind::Triangle(_), LensValue::Triangle(_)) => true,
        (FieldKind::NowAndWanted(kind), LensValue::NowAndWanted(now, wanted)) => {
            fits(kind, now) && fits(kind, wanted)
        }
        _ => false,
    }
}

/// Says whether an answer was given in another form than the question has now.
pub fn not_fitting(kind: &FieldKind, answer: &Answer<LensValue>) -> bool {
    answer.value().is_some_and(|value| !fits(kind, value))
}

/// Gives now and wanted; any other value stands for both.
pub fn parts(value: &LensValue) -> (&LensValue, Option<&LensValue>) {
    match value {
        LensValue::NowAndWanted(now, wanted) => (now, Some(wanted)),
        other => (other, None),
    }
}

/// Gives the step of a scale; of a pair that of now.
pub fn number(value: &LensValue) -> Option<i32> {
    match parts(value).0 {
        LensValue::Scale(step) => Some(*step),
        _ => None,
    }
}

/// Says whether two values are the same answer; the order counts only where it means something.
pub fn same(one: &LensValue, other: &LensValue) -> bool {
    match (one, other) {
        (LensValue::Choices(one), LensValue::Choices(other)) => {
            one.len() == other.len() && one.iter().all(|code| other.contains(code))
        }
        (LensValue::Actors(one), LensValue::Actors(other)) => {
            one.len() == other.len() && one.iter().all(|actor| other.contains(actor))
        }
        (LensValue::NowAndWanted(now, wanted), LensValue::NowAndWanted(then, wished)) => {
            same(now, then) && same(wanted, wished)
        }
        (one, other) => one == other,
    }
}

/// Gives how far now and wanted are apart: in steps of a scale, in tenths of a triangle, else 0 or as far as can be.
pub fn gap(value: &LensValue) -> Option<i64> {
    let LensValue::NowAndWanted(now, wanted) = value else {
        return None;
    };
    Some(match (now.as_ref(), wanted.as_ref()) {
        (LensValue::Scale(now), LensValue::Scale(wanted)) => {
            (i64::from(*wanted) - i64::from(*now)).abs()
        }
        (LensValue::Triangle(now), LensValue::Triangle(wanted)) => {
            let apart = now.shares().into_iter().zip(wanted.shares());
            let widest = apart.map(|(now, wanted)| now.abs_diff(wanted)).max();
            i64::from(widest.unwrap_or_default() / 100)
        }
        (now, wanted) if same(now, wanted) => 0,
        _ => i64::MAX,
    })
}

/// Gives what a pair holds, or the kind itself.
pub fn inner(kind: &FieldKind) -> &FieldKind {
    match kind {
        FieldKind::NowAndWanted(kind) => kind,
        other => other,
    }
}

/// Gives the codes that an answer counts under: its step, its options; of an order the first, of a pair that of now.
pub fn codes(value: &LensValue) -> Vec<String> {
    match parts(value).0 {
        LensValue::Scale(step) => vec![step.to_string()],
        LensValue::Choice(code) => vec![code.clone()],
        LensValue::Choices(codes) => codes.clone(),
        LensValue::Ranked(codes) => codes.first().cloned().into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Gives the score of the core that an answer stands for.
pub fn score_of<const LOW: i8, const HIGH: i8>(value: &LensValue) -> Option<Score<LOW, HIGH>> {
    match value {
        LensValue::Scale(step) => i8::try_from(*step).ok().and_then(Score::new),
        LensValue::Choice(code) => code.parse().ok().and_then(Score::new),
        _ => None,
    }
}

/// Says whether there is a value that says something.
pub fn answered(answer: &Answer<LensValue>) -> bool {
    answer.value().is_some_and(says_something)
}

fn says_something(value: &LensValue) -> bool {
    match value {
        LensValue::Choice(code) => !code.is_empty(),
        LensValue::Choices(codes) | LensValue::Ranked(codes) => !codes.is_empty(),
        LensValue::Short(text) => !text.trim().is_empty(),
        LensValue::Long(note) => !note.text.trim().is_empty(),
        LensValue::Actors(actors) => !actors.is_empty(),
        LensValue::Scale(_) | LensValue::Date(_) | LensValue::Triangle(_) => true,
        LensValue::NowAndWanted(now, wanted) => says_something(now) || says_something(wanted),
    }
}
