//! How the answers to a question are spread over a map.

use super::answer::{answer_at, key, number, parts};
use super::place::{LensPlace, places};
use crate::model::{Content, FieldKind, Lens, LensField, LensValue};

/// One bar of a spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// How many answer so now.
    pub now: usize,
    /// How many want it so.
    pub wanted: usize,
}

/// How the answers to a question are spread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spread {
    /// The steps or options, in their order; empty where answers are texts.
    pub bars: Vec<Bar>,
    /// How many gave an answer.
    pub given: usize,
    /// How many were asked and have none.
    pub none: usize,
    /// How many were not asked.
    pub not_asked: usize,
    /// How many keep their answer private.
    pub private: usize,
    /// Whether there is also a wanted.
    pub pair: bool,
}

/// Gives the steps of a scale or the number of options.
fn width(kind: &FieldKind) -> usize {
    match kind {
        FieldKind::Scale { low, high, .. } => {
            let steps = i64::from(*high) - i64::from(*low) + 1;
            usize::try_from(steps.clamp(0, super::STEPS)).unwrap_or_default()
        }
        FieldKind::Choice(options) | FieldKind::Choices(options) | FieldKind::Ranked(options) => {
            options.len()
        }
        FieldKind::NowAndWanted(kind) => width(kind),
        FieldKind::Short
        | FieldKind::Long
        | FieldKind::Date
        | FieldKind::Actors
        | FieldKind::Triangle(_) => 0,
    }
}

/// Gives the bars that a value counts for.
fn bars_of(kind: &FieldKind, value: &LensValue) -> Vec<usize> {
    let place = |code: &String| match kind {
        FieldKind::Choice(options) | FieldKind::Choices(options) | FieldKind::Ranked(options) => {
            options.iter().position(|option| option.code == *code)
        }
        _ => None,
    };
    match (kind, value) {
        (FieldKind::NowAndWanted(kind), value) => bars_of(kind, value),
        (FieldKind::Scale { low, high, .. }, LensValue::Scale(step))
            if (*low..=*high).contains(step) =>
        {
            let bar = usize::try_from(i64::from(*step) - i64::from(*low));
            bar.into_iter().collect()
        }
        (_, LensValue::Choice(code)) => place(code).into_iter().collect(),
        (_, LensValue::Choices(codes)) => codes.iter().filter_map(place).collect(),
        // Of an order the weightiest counts.
        (_, LensValue::Ranked(codes)) => codes.first().and_then(place).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Counts the answers to a question; private ones only where they are asked for.
pub fn spread(content: &Content, lens: &Lens, field: &LensField, with_private: bool) -> Spread {
    let key = key(lens, field);
    let mut spread = Spread {
        bars: vec![Bar { now: 0, wanted: 0 }; width(&field.kind)],
        given: 0,
        none: 0,
        not_asked: 0,
        private: 0,
        pair: matches!(field.kind, FieldKind::NowAndWanted(_)),
    };
    for place in places(content, field.subject) {
        let answer = answer_at(content, place, &key, field);
        if !answer.asked() {
            spread.not_asked += 1;
            continue;
        }
        if (field.private || answer.private()) && !with_private {
            spread.private += 1;
            continue;
        }
        let Some(value) = answer.value() else {
            spread.none += 1;
            continue;
        };
        spread.given += 1;
        let (now, wanted) = parts(value);
        for bar in bars_of(&field.kind, now) {
            if let Some(bar) = spread.bars.get_mut(bar) {
                bar.now += 1;
            }
        }
        for bar in wanted
            .map(|wanted| bars_of(&field.kind, wanted))
            .unwrap_or_default()
        {
            if let Some(bar) = spread.bars.get_mut(bar) {
                bar.wanted += 1;
            }
        }
    }
    spread
}

/// One spoke of a web: where the answers lie between the lowest step, 0, and the highest, 1.
#[derive(Debug, Clone, PartialEq)]
pub struct RadarSpoke<'a> {
    /// The question.
    pub field: &'a LensField,
    /// The middle one of the answers now; `None` without any.
    pub now: Option<f64>,
    /// The middle one of what is wanted.
    pub wanted: Option<f64>,
    /// The lowest and the highest answer now.
    pub range: Option<(f64, f64)>,
    /// How many answers there are.
    pub count: usize,
}

/// Gives the spokes of a web over the places given.
pub fn radar<'a>(
    content: &Content,
    lens: &'a Lens,
    codes: &[String],
    with_private: bool,
    among: impl Fn(LensPlace) -> bool,
) -> Vec<RadarSpoke<'a>> {
    let fields = codes
        .iter()
        .filter_map(|code| lens.fields.iter().find(|field| field.id == *code));
    let spokes = fields.filter_map(|field| {
        let (low, high) = bounds(&field.kind)?;
        let share = |step: i32| (f64::from(step) - low) / (high - low);
        let key = key(lens, field);
        let mut now = Vec::new();
        let mut wanted = Vec::new();
        for place in places(content, field.subject) {
            let answer = answer_at(content, place, &key, field);
            let hidden = (field.private || answer.private()) && !with_private;
            let Some(value) = answer.value().filter(|_| !hidden && among(place)) else {
                continue;
            };
            let (first, second) = parts(value);
            now.extend(number(first).map(share));
            wanted.extend(second.and_then(number).map(share));
        }
        now.sort_by(f64::total_cmp);
        wanted.sort_by(f64::total_cmp);
        Some(RadarSpoke {
            field,
            now: middle(&now),
            wanted: middle(&wanted),
            range: now.first().copied().zip(now.last().copied()),
            count: now.len(),
        })
    });
    spokes.collect()
}

fn bounds(kind: &FieldKind) -> Option<(f64, f64)> {
    match kind {
        FieldKind::Scale { low, high, .. } if low < high => {
            Some((f64::from(*low), f64::from(*high)))
        }
        FieldKind::NowAndWanted(kind) => bounds(kind),
        _ => None,
    }
}

/// Gives the median.
fn middle(sorted: &[f64]) -> Option<f64> {
    let upper = *sorted.get(sorted.len() / 2)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *sorted.get(sorted.len() / 2 - 1)?;
    Some(f64::midpoint(lower, upper))
}

/// Lists the answers of a triangle: the place, the shares now and what is wanted.
pub fn triangles(
    content: &Content,
    lens: &Lens,
    field: &LensField,
    with_private: bool,
) -> Vec<(LensPlace, [u16; 3], Option<[u16; 3]>)> {
    let key = key(lens, field);
    let shares = |value: &LensValue| match value {
        LensValue::Triangle(triangle) => Some(triangle.shares()),
        _ => None,
    };
    let answers = places(content, field.subject).into_iter();
    let found = answers.filter_map(|place| {
        let answer = answer_at(content, place, &key, field);
        let hidden = (field.private || answer.private()) && !with_private;
        let (now, wanted) = parts(answer.value().filter(|_| !hidden)?);
        Some((place, shares(now)?, wanted.and_then(shares)))
    });
    found.collect()
}
