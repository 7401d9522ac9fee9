//! What differs between two maps, in plain sentences; nothing private is quoted.

mod field;
mod names;
mod sheet;
mod value;

use super::{Text, count};
use crate::merge::{Change, Field, Item, Outcome, Said, Spot, Step, Subject, Tally};
use crate::model::Language;

pub(crate) use names::Names;
pub(crate) use sheet::*;

/// Most letters of a text that is quoted in a sentence.
const QUOTED: usize = 40;

/// Gives what a field is called within a sentence.
pub(crate) fn field_name(field: Field, language: Language) -> &'static str {
    field::label(field).get(language)
}

/// Gives every difference as a sentence.
pub(crate) fn sentences(changes: &[Change], names: &Names<'_>) -> Vec<String> {
    changes
        .iter()
        .map(|change| sentence(change, names))
        .collect()
}

/// Gives one difference as a sentence.
pub(crate) fn sentence(change: &Change, names: &Names<'_>) -> String {
    told(
        &change.spot,
        change.before.as_ref(),
        change.after.as_ref(),
        change.private,
        names,
    )
}

/// Says what taking over one difference does to the open map; of a clash what both say.
pub(crate) fn item(item: &Item, names: &Names<'_>) -> String {
    let after = match item.outcome {
        Outcome::Woven => item.result.as_ref(),
        Outcome::Mine | Outcome::Theirs | Outcome::Both | Outcome::Clash => item.theirs.as_ref(),
    };
    told(&item.spot, item.mine.as_ref(), after, item.private, names)
}

/// Says how much differs, such as "12 nieuw, 5 gewijzigd, 2 botsingen, 1 verwijderd".
pub(crate) fn summary(tally: Tally, language: Language) -> String {
    let Tally {
        added,
        changed,
        clashes,
        removed,
    } = tally;
    let mut parts = Vec::new();
    let mut push = |n: usize, one: Text, several: Text| {
        if n > 0 {
            parts.push(count::of(n, one, several, language));
        }
    };
    let (new, altered) = (Text::new("nieuw", "new"), Text::new("gewijzigd", "changed"));
    let gone = Text::new("verwijderd", "removed");
    push(added, new, new);
    push(changed, altered, altered);
    push(
        clashes,
        Text::new("botsing", "clash"),
        Text::new("botsingen", "clashes"),
    );
    push(removed, gone, gone);
    if parts.is_empty() {
        Text::new("geen verschillen", "no differences")
            .get(language)
            .to_owned()
    } else {
        parts.join(", ")
    }
}

fn told(
    spot: &Spot,
    before: Option<&Said>,
    after: Option<&Said>,
    private: bool,
    names: &Names<'_>,
) -> String {
    let language = names.language;
    let subject = names.place(spot);
    if spot.whole() {
        let deed = match (before, after) {
            (None, _) => Text::new("toegevoegd", "added"),
            (Some(_), None) => Text::new("verwijderd", "removed"),
            (Some(_), Some(_)) => CHANGED,
        };
        let subject = match spot.subject {
            Subject::Actor(_) => format!("Actor {subject}"),
            _ => subject,
        };
        return format!("{subject} {}", deed.get(language));
    }
    format!("{subject}: {}", deed(spot, before, after, private, names))
}

const CHANGED: Text = Text::new("gewijzigd", "changed");
const PRIVATE: Text = Text::new("(privé)", "(private)");

/// Says what happened to a field.
fn deed(
    spot: &Spot,
    before: Option<&Said>,
    after: Option<&Said>,
    private: bool,
    names: &Names<'_>,
) -> String {
    let language = names.language;
    let label = label(spot, names);
    let last = spot.last_field();
    if last == Some(Field::Order) {
        return match language {
            Language::Dutch => format!("volgorde van {label} gewijzigd"),
            Language::English => format!("order of {label} changed"),
        };
    }
    let (Some(before), Some(after)) = (before, after) else {
        return entry(
            &label,
            last,
            before.or(after),
            after.is_some(),
            private,
            names,
        );
    };
    if private {
        let what = last
            .and_then(field::one)
            .map_or(label, |one| one.get(language).to_owned());
        return format!("{what} {} {}", CHANGED.get(language), PRIVATE.get(language));
    }
    if before.head() == after.head() {
        return detail(&label, before, after, names);
    }
    let (old, new) = (quoted(before, last, names), quoted(after, last, names));
    match (old, new, before.is_nothing(), after.is_nothing()) {
        (_, Some(new), true, false) => match language {
            Language::Dutch => format!("{label} ingevuld: {new}"),
            Language::English => format!("{label} filled in: {new}"),
        },
        (Some(old), _, false, true) => match language {
            Language::Dutch => format!("{label} gewist, was {old}"),
            Language::English => format!("{label} cleared, was {old}"),
        },
        (Some(old), Some(new), _, _) => match language {
            Language::Dutch => format!("{label} van {old} naar {new}"),
            Language::English => format!("{label} from {old} to {new}"),
        },
        (_, _, true, false) => {
            format!(
                "{label} {}",
                Text::new("ingevuld", "filled in").get(language)
            )
        }
        (_, _, false, true) => format!("{label} {}", Text::new("gewist", "cleared").get(language)),
        (_, _, _, _) if last == Some(Field::Place) => {
            Text::new("verplaatst", "moved").get(language).to_owned()
        }
        (_, _, _, _) => format!("{label} {}", CHANGED.get(language)),
    }
}

/// Says what of a judgement differs besides its value.
fn detail(label: &str, before: &Said, after: &Said, names: &Names<'_>) -> String {
    let language = names.language;
    let of = |said: &Said, field: Field| -> Vec<Said> {
        let details = said.details().iter().filter(|(name, _)| *name == field);
        details.map(|(_, value)| value.clone()).collect()
    };
    let differs = before
        .details()
        .iter()
        .chain(after.details())
        .map(|(field, _)| *field)
        .find(|field| of(before, *field) != of(after, *field));
    let Some(field) = differs else {
        return format!("{label} {}", CHANGED.get(language));
    };
    let name = field::label(field).get(language);
    match language {
        Language::Dutch => format!("{name} bij {label} gewijzigd"),
        Language::English => format!("{name} of {label} changed"),
    }
}

/// Says that an entry of a list came or went.
fn entry(
    label: &str,
    field: Option<Field>,
    said: Option<&Said>,
    came: bool,
    private: bool,
    names: &Names<'_>,
) -> String {
    let language = names.language;
    let deed = if came {
        Text::new("erbij", "added")
    } else {
        Text::new("eraf", "taken off")
    };
    let deed = deed.get(language);
    let one = field.and_then(field::one).map(|one| one.get(language));
    if private {
        return format!("{} {deed} {}", one.unwrap_or(label), PRIVATE.get(language));
    }
    match (one, said.and_then(|said| quoted(said, field, names))) {
        (Some(one), Some(text)) => format!("{one} {deed}: {text}"),
        (Some(one), None) => format!("{one} {deed}"),
        (None, Some(text)) => format!("{label}: {text} {deed}"),
        (None, None) => format!("{label}: {deed}"),
    }
}

/// Gives a value for within a sentence: texts in quotes, long ones not at all.
fn quoted(said: &Said, field: Option<Field>, names: &Names<'_>) -> Option<String> {
    let told = value::value(said, field, names)?;
    if let Said::Text(text) = said.head() {
        if text.is_empty() {
            return Some(told);
        }
        let one_line = !text.contains('\n') && text.chars().count() <= QUOTED;
        return one_line.then(|| format!("‘{text}’"));
    }
    Some(told)
}

/// Names a field with what it is kept for.
fn label(spot: &Spot, names: &Names<'_>) -> String {
    let language = names.language;
    let fields = spot.path.iter().rev().filter_map(|step| match step {
        Step::Field(field) if *field != Field::Order => Some(field::label(*field).get(language)),
        Step::Field(_)
        | Step::Actor(_)
        | Step::Issue(_)
        | Step::Value(_)
        | Step::Frame(_)
        | Step::Word(_)
        | Step::Entry(..) => None,
    });
    let name = fields.into_iter().next().unwrap_or_default().to_owned();
    let (on, of) = match language {
        Language::Dutch => ("op", "over"),
        Language::English => ("on", "of"),
    };
    for step in spot.path.iter().rev() {
        match step {
            Step::Actor(actor) => return format!("{name} {of} {}", names.actor(*actor)),
            Step::Issue(issue) => return format!("{name} {on} {}", names.issue(*issue)),
            Step::Value(id) => {
                return format!(
                    "{} {}",
                    Text::new("waarde", "value").get(language),
                    names.value(*id)
                );
            }
            Step::Frame(frame) => return format!("{name} {}", value::frame(frame, language)),
            Step::Field(_) | Step::Word(_) | Step::Entry(..) => {}
        }
    }
    name
}
