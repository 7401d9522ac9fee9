//! How much lenses and their answers weigh.

use super::answer::Answer;
use super::lens::{
    Bilingual, Condition, FieldKind, Lens, LensAnswers, LensCheck, LensField, LensFigure,
    LensOption, LensValue,
};

/// What an answer weighs without its texts.
const ANSWER: usize = 120;
/// What a text or a code weighs besides its letters.
const FIELD: usize = 40;

/// Gives the bytes of the answers in a file, by a close upper guess.
pub(super) fn answers(answers: &LensAnswers) -> usize {
    let of = |(name, answer): (&String, &Answer<LensValue>)| {
        let judged = answer.judged();
        let value = judged.map_or(0, |judged| {
            let voices = judged.voices.iter().map(value).sum::<usize>();
            value(&judged.value) + voices + judged.source.len()
        });
        ANSWER + name.len() + value
    };
    answers.iter().map(of).sum()
}

fn value(value: &LensValue) -> usize {
    FIELD
        + match value {
            LensValue::Scale(_) | LensValue::Date(_) | LensValue::Triangle(_) => 0,
            LensValue::Choice(text) | LensValue::Short(text) => text.len(),
            LensValue::Choices(codes) | LensValue::Ranked(codes) => {
                codes.iter().map(|code| code.len() + 4).sum()
            }
            LensValue::Long(note) => note.text.len(),
            LensValue::Actors(actors) => actors.len() * FIELD,
            LensValue::NowAndWanted(now, wanted) => self::value(now) + self::value(wanted),
        }
}

/// Gives the bytes of a lens in a file, by a close upper guess.
pub(super) fn lens(lens: &Lens) -> usize {
    let unknown = lens.unknown.fields().iter();
    ANSWER
        + both(&lens.title)
        + both(&lens.about)
        + lens.source.len()
        + lens.fields.iter().map(field).sum::<usize>()
        + lens.checks.iter().map(check).sum::<usize>()
        + lens.figures.iter().map(figure).sum::<usize>()
        + unknown
            .map(|field| field.name.len() + field.raw.len() + FIELD)
            .sum::<usize>()
}

fn both(text: &Bilingual) -> usize {
    text.nl.len() + text.en.len() + FIELD
}

fn field(field: &LensField) -> usize {
    ANSWER + field.id.len() + both(&field.label) + both(&field.help) + kind(&field.kind)
}

fn kind(kind: &FieldKind) -> usize {
    let option =
        |option: &LensOption| FIELD + option.code.len() + both(&option.label) + both(&option.help);
    match kind {
        FieldKind::Scale {
            low_label,
            high_label,
            ..
        } => ANSWER + both(low_label) + both(high_label),
        FieldKind::Choice(options) | FieldKind::Choices(options) | FieldKind::Ranked(options) => {
            options.iter().map(option).sum()
        }
        FieldKind::Triangle(corners) => corners.iter().map(both).sum(),
        FieldKind::NowAndWanted(kind) => FIELD + self::kind(kind),
        FieldKind::Short | FieldKind::Long | FieldKind::Date | FieldKind::Actors => FIELD,
    }
}

fn check(check: &LensCheck) -> usize {
    ANSWER + check.id.len() + both(&check.asks) + condition(&check.when)
}

fn condition(condition: &Condition) -> usize {
    FIELD
        + match condition {
            Condition::Missing(field)
            | Condition::AtMost(field, _)
            | Condition::AtLeast(field, _)
            | Condition::EndsDiffer(field)
            | Condition::EndsApart(field, _)
            | Condition::Gap(field, _) => field.len(),
            Condition::Is(field, code) => field.len() + code.len(),
            Condition::Lowest(field, others) => {
                field.len() + others.iter().map(|other| other.len() + 4).sum::<usize>()
            }
            Condition::All(parts) | Condition::Any(parts) | Condition::Neither(parts) => {
                parts.iter().map(self::condition).sum()
            }
        }
}

fn figure(figure: &LensFigure) -> usize {
    ANSWER
        + match figure {
            LensFigure::Radar { title, fields } => {
                both(title) + fields.iter().map(|field| field.len() + 4).sum::<usize>()
            }
            LensFigure::Triangle { field } => field.len(),
        }
}
