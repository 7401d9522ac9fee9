//! What an answer of a lens says.

use super::{number, say};
use crate::lens::LensPlace;
use crate::model::{ActorId, Content, FieldKind, Language, LensOption, LensValue, Scope};
use crate::text::Text;
use crate::text::inspector::date;

/// Gives an answer in words; names are those of the actors of a state.
pub(crate) fn value(
    kind: &FieldKind,
    value: &LensValue,
    now: &Content,
    language: Language,
) -> String {
    match (kind, value) {
        (FieldKind::NowAndWanted(kind), LensValue::NowAndWanted(one, other)) => {
            let first = self::value(kind, one, now, language);
            let second = self::value(kind, other, now, language);
            if first == second {
                first
            } else {
                format!("{first} → {second}")
            }
        }
        (FieldKind::Scale { low, .. }, LensValue::Scale(step)) => number(*step, *low < 0),
        (_, LensValue::Scale(step)) => number(*step, false),
        (FieldKind::Triangle(corners), LensValue::Triangle(triangle)) => {
            let shares = corners.iter().zip(triangle.shares());
            let parts: Vec<String> = shares
                .map(|(corner, share)| format!("{} {} %", say(corner, language), share / 10))
                .collect();
            parts.join(" · ")
        }
        (_, LensValue::Triangle(triangle)) => {
            let shares = triangle.shares().map(|share| (share / 10).to_string());
            shares.join(" · ")
        }
        (kind, LensValue::Choice(code)) => option(kind, code, language),
        (kind, LensValue::Choices(codes)) => {
            let labels: Vec<String> = codes
                .iter()
                .map(|code| option(kind, code, language))
                .collect();
            labels.join(", ")
        }
        (kind, LensValue::Ranked(codes)) => {
            let labels = codes.iter().zip(1..);
            let labels: Vec<String> = labels
                .map(|(code, place)| format!("{place}. {}", option(kind, code, language)))
                .collect();
            labels.join(" ")
        }
        (_, LensValue::Short(text)) => text.clone(),
        (_, LensValue::Long(note)) => note.text.clone(),
        (_, LensValue::Date(day)) => date::written(*day, language),
        (_, LensValue::Actors(actors)) => {
            let names: Vec<&str> = actors.iter().map(|actor| name(now, *actor)).collect();
            names.join(", ")
        }
        (_, LensValue::NowAndWanted(one, other)) => {
            let first = self::value(kind, one, now, language);
            let second = self::value(kind, other, now, language);
            format!("{first} → {second}")
        }
    }
}

/// Gives an answer in words on one line of at most so many letters.
pub(crate) fn short_value(
    kind: &FieldKind,
    value: &LensValue,
    now: &Content,
    language: Language,
) -> String {
    let text = self::value(kind, value, now, language);
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() > 80 {
        let start: String = line.chars().take(78).collect();
        format!("{start}…")
    } else {
        line
    }
}

fn option(kind: &FieldKind, code: &str, language: Language) -> String {
    let options: &[LensOption] = match kind {
        FieldKind::Choice(options) | FieldKind::Choices(options) | FieldKind::Ranked(options) => {
            options
        }
        _ => &[],
    };
    options
        .iter()
        .find(|option| option.code == code)
        .map_or(code, |option| say(&option.label, language))
        .to_owned()
}

fn name(now: &Content, actor: ActorId) -> &str {
    now.actors
        .get(actor)
        .map_or("–", |actor| actor.name.as_str())
}

/// Names a place on the map.
pub(crate) fn place(place: LensPlace, now: &Content, language: Language) -> String {
    let both = |one: ActorId, other: ActorId| format!("{} – {}", name(now, one), name(now, other));
    let group = |id| now.groups.get(id).map_or("–", |group| group.name.as_str());
    match place {
        LensPlace::Map => super::THE_MAP.get(language).to_owned(),
        LensPlace::Actor(actor) => name(now, actor).to_owned(),
        LensPlace::Relation(id) => now.relations.get(id).map_or_else(
            || "–".to_owned(),
            |relation| both(relation.from, relation.to),
        ),
        LensPlace::Group(id) => group(id).to_owned(),
        LensPlace::Role(id) => {
            let whom = match now.roles.get(id).map(|role| role.scope) {
                Some(Scope::Pair(one, other)) => both(one, other),
                Some(Scope::Group(id)) => group(id).to_owned(),
                Some(Scope::Actor(actor)) => name(now, actor).to_owned(),
                None => "–".to_owned(),
            };
            let role = Text::new("rol", "role").get(language);
            format!("{role} · {whom}")
        }
    }
}
