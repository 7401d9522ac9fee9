//! Where the checks of lenses speak.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::DEPTH;
use super::answer::{answer_at, answered, gap, key, number, same};
use super::place::{LensPlace, places};
use crate::model::{Answer, Condition, Content, Document, Lens, LensCheck, LensField, LensValue};

/// A check that speaks at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attention<'a> {
    /// The lens.
    pub lens: &'a Lens,
    /// The check.
    pub check: &'a LensCheck,
    /// Where it speaks.
    pub place: LensPlace,
    /// Whether it rests on an answer that is private.
    pub private: bool,
}

/// Gives the code under which a check is silenced: everywhere, or at one place.
pub fn silence_code(lens: &Lens, check: &LensCheck, place: Option<LensPlace>) -> String {
    match place.map(LensPlace::id).filter(|id| !id.is_empty()) {
        Some(id) => format!("{}.{}@{id}", lens.id, check.id),
        None => format!("{}.{}", lens.id, check.id),
    }
}

/// Lists where the checks of these lenses speak, without those that were silenced.
pub fn attention<'a>(
    document: &Document,
    lenses: impl IntoIterator<Item = &'a Lens>,
) -> Vec<Attention<'a>> {
    let mut found = speaking(document, lenses);
    found.retain(|attention| !is_silent(document, attention));
    found
}

/// Lists where the checks of these lenses would speak if they were not silenced.
pub fn silenced<'a>(
    document: &Document,
    lenses: impl IntoIterator<Item = &'a Lens>,
) -> Vec<Attention<'a>> {
    if document.silenced.is_empty() {
        return Vec::new();
    }
    let mut found = speaking(document, lenses);
    found.retain(|attention| is_silent(document, attention));
    found
}

fn is_silent(document: &Document, attention: &Attention<'_>) -> bool {
    let silent = &document.silenced;
    !silent.is_empty()
        && (silent.contains(&silence_code(attention.lens, attention.check, None))
            || silent.contains(&silence_code(
                attention.lens,
                attention.check,
                Some(attention.place),
            )))
}

fn speaking<'a>(
    document: &Document,
    lenses: impl IntoIterator<Item = &'a Lens>,
) -> Vec<Attention<'a>> {
    let mut found = Vec::new();
    for lens in lenses {
        let look = Look::new(&document.now, lens);
        for check in &lens.checks {
            for place in places(&document.now, check.subject) {
                if look.holds(&check.when, place, 1) {
                    found.push(Attention {
                        lens,
                        check,
                        place,
                        private: look.private(&check.when, place, 1),
                    });
                }
            }
        }
    }
    found
}

/// One lens on one state of a map.
struct Look<'a> {
    content: &'a Content,
    fields: BTreeMap<&'a str, (String, &'a LensField)>,
}

impl<'a> Look<'a> {
    fn new(content: &'a Content, lens: &'a Lens) -> Self {
        Self {
            content,
            fields: lens
                .fields
                .iter()
                .map(|field| (field.id.as_str(), (key(lens, field), field)))
                .collect(),
        }
    }

    fn answer(&self, code: &str, place: LensPlace) -> Option<Cow<'a, Answer<LensValue>>> {
        let (key, field) = self.fields.get(code)?;
        if field.subject != place.subject() {
            return None;
        }
        Some(answer_at(self.content, place, key, field))
    }

    fn with<T>(
        &self,
        code: &str,
        place: LensPlace,
        look: impl FnOnce(&LensValue) -> Option<T>,
    ) -> Option<T> {
        look(self.answer(code, place)?.value()?)
    }

    fn step(&self, code: &str, place: LensPlace) -> Option<i32> {
        self.with(code, place, number)
    }

    /// Gives both ends of a relation.
    fn ends(&self, place: LensPlace) -> Option<[LensPlace; 2]> {
        let LensPlace::Relation(id) = place else {
            return None;
        };
        let relation = self.content.relations.get(id)?;
        Some([
            LensPlace::Actor(relation.from),
            LensPlace::Actor(relation.to),
        ])
    }

    fn holds(&self, condition: &Condition, place: LensPlace, depth: usize) -> bool {
        if depth > DEPTH {
            return false;
        }
        match condition {
            Condition::Missing(code) => self
                .answer(code, place)
                .is_some_and(|answer| !answered(&answer)),
            Condition::AtMost(code, most) => {
                self.step(code, place).is_some_and(|step| step <= *most)
            }
            Condition::AtLeast(code, least) => {
                self.step(code, place).is_some_and(|step| step >= *least)
            }
            Condition::Is(code, option) => self
                .with(code, place, |value| Some(is(value, option)))
                .unwrap_or(false),
            Condition::Lowest(code, others) => self.lowest(code, others, place),
            Condition::EndsDiffer(code) => self.ends(place).is_some_and(|[one, other]| {
                let one = self.with(code, one, |value| Some(value.clone()));
                let other = self.with(code, other, |value| Some(value.clone()));
                one.zip(other)
                    .is_some_and(|(one, other)| !same(&one, &other))
            }),
            Condition::EndsApart(code, steps) => self.ends(place).is_some_and(|[one, other]| {
                let both = self.step(code, one).zip(self.step(code, other));
                both.is_some_and(|(one, other)| {
                    (i64::from(one) - i64::from(other)).abs() >= i64::from(*steps)
                })
            }),
            Condition::Gap(code, steps) => self
                .with(code, place, gap)
                .is_some_and(|gap| gap >= i64::from((*steps).max(1))),
            Condition::All(parts) => parts.iter().all(|part| self.holds(part, place, depth + 1)),
            Condition::Any(parts) => parts.iter().any(|part| self.holds(part, place, depth + 1)),
            Condition::Neither(parts) => {
                !parts.iter().any(|part| self.holds(part, place, depth + 1))
            }
        }
    }

    /// Says whether a scale is not above any other that was answered, and below one of them.
    fn lowest(&self, code: &str, others: &[String], place: LensPlace) -> bool {
        let Some(step) = self.step(code, place) else {
            return false;
        };
        let others: Vec<i32> = others
            .iter()
            .filter_map(|other| self.step(other, place))
            .collect();
        others.iter().all(|other| step <= *other) && others.iter().any(|other| step < *other)
    }

    /// Says whether a condition looks at a private question or at an answer that is private.
    fn private(&self, condition: &Condition, place: LensPlace, depth: usize) -> bool {
        if depth > DEPTH {
            return true;
        }
        let one = |code: &str, place: LensPlace| {
            self.fields
                .get(code)
                .is_some_and(|(_, field)| field.private)
                || self
                    .answer(code, place)
                    .is_some_and(|answer| answer.private())
        };
        match condition {
            Condition::Missing(code)
            | Condition::AtMost(code, _)
            | Condition::AtLeast(code, _)
            | Condition::Is(code, _)
            | Condition::Gap(code, _) => one(code, place),
            Condition::Lowest(code, others) => {
                one(code, place) || others.iter().any(|other| one(other, place))
            }
            Condition::EndsDiffer(code) | Condition::EndsApart(code, _) => self
                .ends(place)
                .is_some_and(|ends| ends.into_iter().any(|end| one(code, end))),
            Condition::All(parts) | Condition::Any(parts) | Condition::Neither(parts) => parts
                .iter()
                .any(|part| self.private(part, place, depth + 1)),
        }
    }
}

/// Says whether an option was chosen; of several one of them, in an order the first.
fn is(value: &LensValue, option: &str) -> bool {
    match value {
        LensValue::Choice(code) => code == option,
        LensValue::Choices(codes) => codes.iter().any(|code| code == option),
        LensValue::Ranked(codes) => codes.first().is_some_and(|code| code == option),
        LensValue::NowAndWanted(now, _) => is(now, option),
        LensValue::Scale(_)
        | LensValue::Short(_)
        | LensValue::Long(_)
        | LensValue::Date(_)
        | LensValue::Actors(_)
        | LensValue::Triangle(_) => false,
    }
}
