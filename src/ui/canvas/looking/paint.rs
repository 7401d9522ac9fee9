//! What actors are painted by, ready to be drawn and told in the legend.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::measure::Measure;
use crate::lens::{LensPlace, Question, QuestionKey, answer_at, codes, inner};
use crate::model::{ActorId, Content, FieldKind, Language, LensSubject, LensValue};
use crate::text::advice::decimal;
use crate::text::lens::{number, say};
use crate::text::looking as words;
use crate::ui::canvas::units::narrow;
use crate::ui::cx::Cx;
use crate::ui::painting::{Measured, PaintBy, Source};

/// The radius of the smallest and the largest value.
const RADII: (f32, f32) = (20.0, 46.0);
/// The radius of who has no value.
const UNDEFINED: f32 = 14.0;

/// The fill of an actor where colour does not follow the arena.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fill {
    /// A step from low to high.
    Step(u8),
    /// A group by its number.
    Group(u8),
    /// No value.
    Undefined,
}

/// What is written in an actor, and its fill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    /// What is written.
    pub(crate) words: String,
    /// The fill; that of the arena where this is not set.
    pub(crate) fill: Option<Fill>,
}

/// A measure with its values.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Scaled {
    /// What it is called.
    pub(crate) name: String,
    /// The lowest and the highest value in words; none where nobody has one.
    pub(crate) ends: Option<(String, String)>,
    /// Whether anybody has no value.
    pub(crate) gaps: bool,
    values: BTreeMap<ActorId, (f32, String)>,
}

/// What the colour tells.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Coloured {
    /// A measure.
    Measure(Scaled),
    /// The groups with their sign, name and members.
    Groups(Vec<(String, String, BTreeSet<ActorId>)>),
    /// A question with its options: sign, name and who chose it.
    Options(String, Vec<(String, String, BTreeSet<ActorId>)>),
}

/// What actors are painted by, and what is laid over the map.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Paint {
    /// What the size tells, where it is not power.
    pub(crate) size: Option<Scaled>,
    /// What the colour tells, where it is not the arena.
    pub(crate) colour: Option<Coloured>,
    /// The circles that were found.
    pub(crate) circles: Vec<(String, BTreeSet<ActorId>)>,
    /// Whose loss breaks the field.
    pub(crate) weak_actors: BTreeSet<ActorId>,
    /// Whose tie holds the field together, the lower identity first.
    pub(crate) weak_pairs: BTreeSet<(ActorId, ActorId)>,
    /// Whether a calculation is under way, so that what is painted is of an older map.
    pub(crate) reckoning: bool,
}

impl Paint {
    /// Makes the paint of what was chosen and reckoned.
    pub(super) fn of(cx: &Cx<'_>, now: &Content, by: PaintBy, measured: Option<&Measured>) -> Self {
        let language = cx.language();
        let scaled = |source: Source| match source {
            Source::Measure(measure) => {
                let values = measured?.values.get(&measure)?;
                Some(Scaled::of(measure, values, language))
            }
            Source::Question(key) => asked(cx, now, key),
            Source::Usual | Source::Groups => None,
        };
        let circles = measured.filter(|_| by.circles).map(|it| &it.circles);
        let circles = circles.into_iter().flatten().zip(1..);
        let weak = measured.filter(|_| by.weak_spots);
        Self {
            size: scaled(by.size),
            colour: match by.colour {
                Source::Groups => Some(Coloured::Groups(groups(now))),
                Source::Question(key) => coloured(cx, now, key),
                Source::Usual | Source::Measure(_) => scaled(by.colour).map(Coloured::Measure),
            },
            circles: circles
                .map(|(members, number)| (words::circle(number, language), members.clone()))
                .collect(),
            weak_actors: weak.map(|it| it.weak_actors.clone()).unwrap_or_default(),
            weak_pairs: weak.map(|it| it.weak_pairs.clone()).unwrap_or_default(),
            reckoning: by.reckoned() && measured.is_none_or(|it| !it.current),
        }
    }

    /// Gives the radius of an actor where size follows a measure.
    pub(crate) fn radius(&self, actor: ActorId) -> Option<f32> {
        let size = self.size.as_ref()?;
        let (least, most) = RADII;
        let share = size.values.get(&actor).map(|(share, _)| *share);
        Some(share.map_or(UNDEFINED, |share| least + (most - least) * share))
    }

    /// Gives what is written in an actor, and its fill.
    pub(crate) fn mark(&self, actor: ActorId) -> Option<Mark> {
        match &self.colour {
            Some(Coloured::Measure(scaled)) => Some(match scaled.values.get(&actor) {
                Some((share, words)) => Mark {
                    words: words.clone(),
                    fill: Some(Fill::Step(step(*share))),
                },
                None => undefined(),
            }),
            Some(Coloured::Groups(groups) | Coloured::Options(_, groups)) => {
                let own: Vec<_> = groups
                    .iter()
                    .zip(0_u8..)
                    .filter(|((_, _, members), _)| members.contains(&actor))
                    .collect();
                let Some((_, first)) = own.first() else {
                    return Some(undefined());
                };
                let signs: Vec<&str> = own.iter().map(|((sign, ..), _)| sign.as_str()).collect();
                Some(Mark {
                    words: signs.join(" "),
                    fill: Some(Fill::Group(*first)),
                })
            }
            None => {
                let size = self.size.as_ref()?;
                (!size.values.contains_key(&actor)).then(|| Mark {
                    words: DASH.to_owned(),
                    fill: None,
                })
            }
        }
    }
}

/// Gives the open answers of actors to a question.
fn open_answers(
    now: &Content,
    question: Question<'_>,
) -> impl Iterator<Item = (ActorId, LensValue)> {
    let name = question.name();
    now.actors.ids().filter_map(move |actor| {
        let place = LensPlace::Actor(actor);
        let answer = answer_at(now, place, &name, question.field);
        let judged = answer.judged().filter(|judged| !judged.private)?;
        Some((actor, judged.value.clone()))
    })
}

/// Finds a question of actors that may be painted: a private one never.
fn question<'a>(cx: &'a Cx<'_>, key: QuestionKey) -> Option<Question<'a>> {
    let found = cx.catalogue().question(key.name())?;
    let fits = found.field.subject == LensSubject::Actor && !found.field.private;
    fits.then_some(found)
}

/// Gives a question with a scale as values from low to high.
fn asked(cx: &Cx<'_>, now: &Content, key: QuestionKey) -> Option<Scaled> {
    let question = question(cx, key)?;
    let FieldKind::Scale {
        low,
        high,
        low_label,
        high_label,
    } = inner(&question.field.kind)
    else {
        return None;
    };
    let language = cx.language();
    let (least, most) = (f64::from(*low), f64::from(*high));
    let share = |step: i32| narrow((f64::from(step) - least) / (most - least).max(1.0));
    let written = |step: i32, label| format!("{} {}", number(step, *low < 0), say(label, language));
    let values: BTreeMap<ActorId, (f32, String)> = open_answers(now, question)
        .filter_map(|(actor, value)| {
            let step = crate::lens::number(&value)?;
            Some((actor, (share(step).clamp(0.0, 1.0), number(step, *low < 0))))
        })
        .collect();
    Some(Scaled {
        name: say(&question.field.label, language).to_owned(),
        ends: Some((written(*low, low_label), written(*high, high_label))),
        gaps: values.len() < now.actors.len(),
        values,
    })
}

/// Gives what the colour tells of a question: a scale, or options with a letter each.
fn coloured(cx: &Cx<'_>, now: &Content, key: QuestionKey) -> Option<Coloured> {
    if let Some(scaled) = asked(cx, now, key) {
        return Some(Coloured::Measure(scaled));
    }
    let question = question(cx, key)?;
    let language = cx.language();
    let (FieldKind::Choice(options) | FieldKind::Choices(options) | FieldKind::Ranked(options)) =
        inner(&question.field.kind)
    else {
        return None;
    };
    let mut chosen: BTreeMap<String, BTreeSet<ActorId>> = BTreeMap::new();
    for (actor, value) in open_answers(now, question) {
        for code in codes(&value) {
            chosen.entry(code).or_default().insert(actor);
        }
    }
    let letters = ('A'..='Z').map(String::from);
    let more = (1_u32..).map(|number| number.to_string());
    let named = options.iter().zip(letters.chain(more));
    let named = named.map(|(option, sign)| {
        let label = say(&option.label, language).to_owned();
        (sign, label, chosen.remove(&option.code).unwrap_or_default())
    });
    let name = say(&question.field.label, language).to_owned();
    Some(Coloured::Options(name, named.collect()))
}

/// Stands for what is not defined.
const DASH: &str = "–";

fn undefined() -> Mark {
    Mark {
        words: DASH.to_owned(),
        fill: Some(Fill::Undefined),
    }
}

/// The steps of a colour from low to high.
pub(crate) const STEPS: u8 = 5;

fn step(share: f32) -> u8 {
    let steps = f32::from(STEPS);
    let mut step = 0;
    while step + 1 < STEPS && share * steps >= f32::from(step + 1) {
        step += 1;
    }
    step
}

/// Gives the groups with a letter each.
fn groups(now: &Content) -> Vec<(String, String, BTreeSet<ActorId>)> {
    let letters = ('A'..='Z').map(String::from);
    let more = (1_u32..).map(|number| number.to_string());
    let mut groups: Vec<_> = now.groups.iter().collect();
    groups.sort_by_cached_key(|group| (group.name.to_lowercase(), group.id));
    groups
        .into_iter()
        .zip(letters.chain(more))
        .map(|(group, sign)| (sign, group.name.clone(), group.members.clone()))
        .collect()
}

impl Scaled {
    fn of(measure: Measure, values: &BTreeMap<ActorId, Option<f64>>, language: Language) -> Self {
        let known = || values.values().copied().flatten();
        let least = known().fold(f64::INFINITY, f64::min);
        let most = known().fold(f64::NEG_INFINITY, f64::max);
        let written = |value: f64| decimal(value, measure.decimals(), language);
        let span = most - least;
        let share = |value: f64| {
            if span > 1e-12 {
                narrow((value - least) / span)
            } else {
                0.5
            }
        };
        Self {
            name: words::measure(measure).get(language).to_owned(),
            ends: (least <= most).then(|| (written(least), written(most))),
            gaps: values.values().any(Option::is_none),
            values: values
                .iter()
                .filter_map(|(actor, value)| {
                    let value = (*value)?;
                    Some((*actor, (share(value), written(value))))
                })
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Identity as _;

    #[test]
    fn the_lowest_is_smallest_the_highest_largest_and_who_has_no_value_stands_apart() {
        let actor = ActorId::from_bits;
        let values = BTreeMap::from([
            (actor(1), Some(0.2)),
            (actor(2), Some(0.9)),
            (actor(3), None),
        ]);
        let scaled = Scaled::of(Measure::Bound, &values, Language::Dutch);
        assert_eq!(scaled.ends, Some(("0,20".to_owned(), "0,90".to_owned())));
        assert!(scaled.gaps);
        let paint = Paint {
            size: Some(scaled.clone()),
            colour: Some(Coloured::Measure(scaled)),
            ..Paint::default()
        };
        assert_eq!(paint.radius(actor(1)), Some(RADII.0));
        assert_eq!(paint.radius(actor(2)), Some(RADII.1));
        assert_eq!(paint.radius(actor(3)), Some(UNDEFINED));
        let fill = |number| paint.mark(actor(number)).and_then(|mark| mark.fill);
        assert_eq!(fill(1), Some(Fill::Step(0)));
        assert_eq!(fill(2), Some(Fill::Step(STEPS - 1)));
        assert_eq!(fill(3), Some(Fill::Undefined));
    }

    #[test]
    fn equal_values_are_neither_low_nor_high() {
        let values = BTreeMap::from([(ActorId::from_bits(1), Some(0.0))]);
        let scaled = Scaled::of(Measure::Between, &values, Language::English);
        let paint = Paint {
            colour: Some(Coloured::Measure(scaled)),
            ..Paint::default()
        };
        let mark = paint.mark(ActorId::from_bits(1)).unwrap();
        assert_eq!(
            (mark.words.as_str(), mark.fill),
            ("0.0", Some(Fill::Step(2)))
        );
    }
}
