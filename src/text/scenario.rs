//! Words of looking at a scenario or an earlier moment, and what it has otherwise than the map now.

use super::Text;
use super::looking::position_word;
use super::terms::Named as _;
use crate::model::{Actor, ActorId, Content, Language, RoleChoice, Scope};
use crate::session::difference::Difference;

/// The subject of the panel.
pub(crate) const TITLE: Text = Text::new("Scenario’s en momenten", "Scenarios and moments");
/// Says where scenarios come from.
pub(crate) const NONE: Text = Text::new(
    "Er is nog geen scenario bewaard. Probeer bij Wie met wie? een nieuwe relatie en bewaar die als scenario.",
    "No scenario was kept yet. Try a new relation at Who with whom? and keep it as a scenario.",
);
/// Opens the advice.
pub(crate) const OPEN_ADVICE: Text = Text::new("Open Wie met wie?", "Open Who with whom?");
/// Says that looking changes nothing.
pub(crate) const ABOUT: Text = Text::new(
    "Klik om er een op de kaart te bekijken. De kaart van nu blijft zoals hij is.",
    "Click to look at one on the map. The map of now stays as it is.",
);
/// Goes back to the map as it is.
pub(crate) const BACK: Text = Text::new("Terug naar nu", "Back to now");
/// Takes a scenario out of the map.
pub(crate) const DELETE: Text = Text::new("Verwijder dit scenario", "Delete this scenario");
/// The head over what differs.
pub(crate) const DIFFERS: Text = Text::new("Anders dan nu", "Different from now");
/// Said where nothing differs.
pub(crate) const SAME: Text = Text::new(
    "Er is geen verschil met de kaart van nu",
    "There is no difference from the map of now",
);
/// Closes the panel.
pub(crate) const CLOSE: Text = Text::new("Sluit scenario’s", "Close scenarios");
/// Said where somebody wants to change what is only looked at.
pub(crate) const READ_ONLY: Text = Text::new(
    "U bekijkt een scenario: ga terug naar nu om iets te wijzigen",
    "You are looking at a scenario: go back to now to change something",
);

/// Tells over the map what is looked at.
pub(crate) fn banner(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("U bekijkt scenario ‘{name}’ – alleen lezen"),
        Language::English => format!("You are looking at scenario ‘{name}’ – read only"),
    }
}

/// Tells of one difference.
pub(crate) fn told(
    difference: &Difference,
    (before, after): (&Content, &Content),
    language: Language,
) -> String {
    let name = |actor: &ActorId| name(*actor, (before, after));
    let (more, less, other) = match language {
        Language::Dutch => ("Erbij", "Weg", "Anders"),
        Language::English => ("Added", "Gone", "Different"),
    };
    let relation = match language {
        Language::Dutch => "relatie",
        Language::English => "relation",
    };
    let pair = |how: &str, one: &ActorId, end: &ActorId| {
        format!("{how}: {relation} {} – {}", name(one), name(end))
    };
    match difference {
        Difference::ActorMore(actor) => format!("{more}: {}", name(actor)),
        Difference::ActorLess(actor) => format!("{less}: {}", name(actor)),
        Difference::ActorOther(actor) => match language {
            Language::Dutch => format!("{} is anders ingevuld", name(actor)),
            Language::English => format!("{} is filled in differently", name(actor)),
        },
        Difference::RelationMore(one, end) => pair(more, one, end),
        Difference::RelationLess(one, end) => pair(less, one, end),
        Difference::RelationOther(one, end) => pair(other, one, end),
        Difference::RoleMore(choice) => role(more, choice, (before, after), language),
        Difference::RoleLess(choice) => role(less, choice, (before, after), language),
        Difference::Position {
            actor,
            issue,
            before: was,
            after: is,
        } => {
            let found = after
                .issues
                .get(*issue)
                .or_else(|| before.issues.get(*issue));
            let issue = found.map_or("", |issue| issue.name.as_str());
            let (was, is) = (position_word(*was, language), position_word(*is, language));
            match language {
                Language::Dutch => format!("{} bij {issue}: nu {was}, hier {is}", name(actor)),
                Language::English => format!("{} on {issue}: now {was}, here {is}", name(actor)),
            }
        }
    }
}

/// Gives the name of an actor in whichever state has it.
fn name<'a>(actor: ActorId, (before, after): (&'a Content, &'a Content)) -> &'a str {
    let found = after.actors.get(actor).or_else(|| before.actors.get(actor));
    found.map_or("", Actor::label)
}

/// Tells of a role that is more or less.
fn role(
    how: &str,
    role: &RoleChoice,
    (before, after): (&Content, &Content),
    language: Language,
) -> String {
    let name = |actor| name(actor, (before, after));
    let with = match role.scope {
        Scope::Actor(actor) => name(actor).to_owned(),
        Scope::Pair(one, other) => format!("{} – {}", name(one), name(other)),
        Scope::Group(group) => {
            let found = after.groups.get(group).or_else(|| before.groups.get(group));
            found.map(|group| group.name.clone()).unwrap_or_default()
        }
    };
    let mode = role.mode.word(language).to_lowercase();
    match language {
        Language::Dutch => format!("{how}: rol {mode}, {with}"),
        Language::English => format!("{how}: role {mode}, {with}"),
    }
}
