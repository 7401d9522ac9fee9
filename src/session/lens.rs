//! Answers to the questions of lenses, as edits. What the core keeps is changed there; nothing is stored twice.

use jiff::civil::Date;

use crate::edit::{ActorChange, Edit, GroupChange, MapChange, RelationChange, RoleChange};
use crate::lens::{LensPlace, Question, answered, score_of, with_talents};
use crate::model::{
    ActorId, Answer, CoreField, Document, Judged, Lens, LensField, LensValue, Note, Score,
};

/// Gives the edit that answers a question at a place; the answer to a private question is private.
pub fn answer_edit(place: LensPlace, question: Question<'_>, answer: Answer<LensValue>) -> Edit {
    if let (Some(core), LensPlace::Actor(actor)) = (question.field.bind, place) {
        let change = core_change(core, &answer);
        return change.map_or(Edit::Many(Vec::new()), |change| Edit::Actor(actor, change));
    }
    let name = question.name();
    let answer = as_private(question.field, answer);
    match place {
        LensPlace::Map => Edit::Map(MapChange::Lens(name, answer)),
        LensPlace::Actor(id) => Edit::Actor(id, ActorChange::Lens(name, answer)),
        LensPlace::Relation(id) => Edit::Relation(id, RelationChange::Lens(name, answer)),
        LensPlace::Group(id) => Edit::Group(id, GroupChange::Lens(name, answer)),
        LensPlace::Role(id) => Edit::Role(id, RoleChange::Lens(name, answer)),
    }
}

/// Gives the answer of a private question as a private one.
pub fn as_private(field: &LensField, mut answer: Answer<LensValue>) -> Answer<LensValue> {
    if field.private
        && let Answer::Given(judged) = &mut answer
    {
        judged.private = true;
        hide(&mut judged.value);
    }
    answer
}

fn hide(value: &mut LensValue) {
    match value {
        LensValue::Long(note) => {
            *note = Note {
                private: true,
                ..note.clone()
            };
        }
        LensValue::NowAndWanted(now, wanted) => {
            hide(now);
            hide(wanted);
        }
        _ => {}
    }
}

fn core_change(core: CoreField, answer: &Answer<LensValue>) -> Option<ActorChange> {
    match core {
        CoreField::Relatedness => scored(answer).map(ActorChange::Relatedness),
        CoreField::Autonomy => scored(answer).map(ActorChange::Autonomy),
        CoreField::Competence => scored(answer).map(ActorChange::Competence),
        CoreField::Participation => scored(answer).map(ActorChange::Participation),
        CoreField::Talents => match answer.value() {
            Some(LensValue::Short(text)) => Some(ActorChange::Talents(with_talents(text))),
            Some(_) => None,
            None => Some(ActorChange::Talents(Vec::new())),
        },
    }
}

fn scored<const LOW: i8, const HIGH: i8>(
    answer: &Answer<LensValue>,
) -> Option<Answer<Score<LOW, HIGH>>> {
    Some(match answer {
        Answer::NotAsked => Answer::NotAsked,
        Answer::None => Answer::None,
        Answer::Given(judged) => Answer::Given(Judged {
            value: score_of(&judged.value)?,
            voices: judged.voices.iter().filter_map(score_of).collect(),
            certainty: judged.certainty,
            source: judged.source.clone(),
            date: judged.date,
            private: judged.private,
            unknown: judged.unknown.clone(),
        }),
    })
}

/// Gives an answer with another value and the rest as it was; a value that says nothing is not asked.
pub fn with_value(
    before: &Answer<LensValue>,
    value: LensValue,
    voices: Vec<LensValue>,
    today: Date,
) -> Answer<LensValue> {
    let after = Answer::Given(match before {
        Answer::Given(old) => Judged {
            value,
            voices,
            date: old.date.map(|_| today),
            ..old.clone()
        },
        Answer::NotAsked | Answer::None => Judged {
            voices,
            ..Judged::new(value)
        },
    });
    if answered(&after) {
        after
    } else {
        Answer::NotAsked
    }
}

/// Gives the value of several voices on a scale: their median, for an even count the one nearer the middle.
pub fn of_voices(mut voices: Vec<i32>, (low, high): (i32, i32)) -> Option<(i32, Vec<i32>)> {
    voices.retain(|voice| (low..=high).contains(voice));
    voices.sort_unstable();
    let upper = *voices.get(voices.len() / 2)?;
    let value = if voices.len() % 2 == 1 {
        upper
    } else {
        let lower = *voices.get(voices.len() / 2 - 1)?;
        let far = |step: i32| (2 * i64::from(step) - i64::from(low) - i64::from(high)).abs();
        if far(upper) < far(lower) {
            upper
        } else {
            lower
        }
    };
    if voices.len() < 2 {
        voices.clear();
    }
    Some((value, voices))
}

/// Gives the edit that brings a lens into a map and switches it on.
pub fn bring_in(document: &Document, lens: &Lens) -> Edit {
    let mut edits = vec![Edit::Map(MapChange::OwnLens(Box::new(lens.clone())))];
    if !document.lenses_on.contains(&lens.id) {
        edits.push(Edit::Map(MapChange::LensOn(lens.id.clone(), true)));
    }
    Edit::Many(edits)
}

/// Gives the actors that a place is about, to light up.
pub fn actors_at(document: &Document, place: LensPlace) -> Vec<ActorId> {
    use crate::model::Scope;
    let now = &document.now;
    let members = |group| {
        let group: Option<&crate::model::Group> = now.groups.get(group);
        group.map(|group| group.members.iter().copied().collect())
    };
    match place {
        LensPlace::Map => Vec::new(),
        LensPlace::Actor(actor) => vec![actor],
        LensPlace::Relation(id) => now
            .relations
            .get(id)
            .map(|relation| vec![relation.from, relation.to])
            .unwrap_or_default(),
        LensPlace::Group(id) => members(id).unwrap_or_default(),
        LensPlace::Role(id) => match now.roles.get(id).map(|role| role.scope) {
            Some(Scope::Pair(one, other)) => vec![one, other],
            Some(Scope::Group(group)) => members(group).unwrap_or_default(),
            Some(Scope::Actor(actor)) => vec![actor],
            None => Vec::new(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn voices_count_by_the_middle_one_nearer_the_middle_of_the_scale() {
        assert_eq!(of_voices(vec![4, 1, 5], (1, 5)), Some((4, vec![1, 4, 5])));
        assert_eq!(of_voices(vec![5, 2], (1, 5)), Some((2, vec![2, 5])));
        assert_eq!(of_voices(vec![3], (1, 5)), Some((3, Vec::new())));
        assert_eq!(of_voices(vec![9], (1, 5)), None);
    }
}
