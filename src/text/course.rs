//! Words of the course: the view with its three columns, and the page to hand out.

use super::inspector::{map as map_words, relation as relation_words};
use super::terms::Named as _;
use super::{Text, count};
use crate::model::{ActorId, Content, Direction, Language, Mode, RoleChoice, Scope, Target};

/// The head of the view.
pub(crate) const QUESTION: Text = Text::new("Wat is onze koers?", "What is our course?");
/// What can be done in the view.
pub(crate) const EXPLAIN: Text = Text::new(
    "Sleep een actor, relatie, groep of vraagstuk naar een kolom. Een reden mag later.",
    "Drag an actor, relation, group or issue to a column. A reason can come later.",
);
/// The head of the view on a map without anything to choose a course for.
pub(crate) const EMPTY: Text = Text::new(
    "Er is nog niets om een koers voor te kiezen",
    "There is nothing yet to choose a course for",
);
/// What to do then.
pub(crate) const EMPTY_EXPLAIN: Text = Text::new(
    "Zet eerst een paar actoren op de kaart, of noem een vraagstuk. Daarna kiest u hier per \
     onderwerp: sturen, meebewegen of loslaten.",
    "Put a few actors on the map first, or name an issue. Then choose here for each: steer, go \
     along or let go.",
);
/// An empty column.
pub(crate) const DROP_HERE: Text = Text::new("Sleep iets hierheen", "Drag something here");
/// What has no course yet.
pub(crate) const TRAY: Text = Text::new("Nog zonder koers", "No course yet");
/// Everything of a sort has a course.
pub(crate) const TRAY_EMPTY: Text = Text::new("Alles heeft een koers", "Everything has a course");
/// The sorts of the tray.
pub(crate) const ACTORS: Text = Text::new("Actoren", "Actors");
/// The sorts of the tray.
pub(crate) const RELATIONS: Text = Text::new("Relaties", "Relations");
/// The sorts of the tray.
pub(crate) const GROUPS: Text = Text::new("Groepen", "Groups");
/// The sorts of the tray.
pub(crate) const ISSUES: Text = Text::new("Vraagstukken", "Issues");
/// The field of the reason, where the course was just chosen.
pub(crate) const REASON: Text = Text::new("Reden", "Reason");
/// What we keep in hand, on a card and on the page.
pub(crate) const KEEP: Text = Text::new("Wat houden we vast", "What we keep");
/// Room that we give.
pub(crate) const ROOM_GIVEN: Text = Text::new("Ruimte die wij geven", "Room we give");
/// Room that we take.
pub(crate) const ROOM_TAKEN: Text = Text::new("Ruimte die wij nemen", "Room we take");
/// The button that takes the course off.
pub(crate) const TAKE_OFF: Text = Text::new("Haal de koers eraf", "Take the course off");
/// A private reason on a card.
pub(crate) const PRIVATE_REASON: Text = Text::new("reden is privé", "reason is private");
/// A private text of what we keep, on a card.
pub(crate) const PRIVATE_KEEP: Text =
    Text::new("wat we vasthouden is privé", "what we keep is private");
/// The head of the actions.
pub(crate) const WHO_DOES_WHAT: Text = Text::new("Wie doet wat", "Who does what");
/// The head of the open questions.
pub(crate) const OPEN_QUESTIONS: Text = Text::new("Open vragen", "Open questions");
/// The button that saves the page.
pub(crate) const SAVE_PAGE: Text = Text::new("Koersblad opslaan…", "Save course page…");
/// The title of the dialog that saves the page.
pub(crate) const SAVE_TITLE: Text = Text::new("Koersblad opslaan", "Save the course page");

/// The name of the page in its title and in the name of its file.
pub(crate) const PAGE: Text = Text::new("Koersblad", "Course page");
/// No course, role, action or question yet.
pub(crate) const PAGE_EMPTY: Text = Text::new("nog niets gekozen", "nothing chosen yet");
/// The head of the bridges and rings.
pub(crate) const ROLES: Text = Text::new("Bruggen en kringen", "Bridges and rings");
/// The head of the picture, for who does not see it.
pub(crate) const PICTURE: Text = Text::new("Het netwerk op de kaart", "The network on the map");
/// What the page leaves out.
pub(crate) const PAGE_LEAVES_OUT: Text = Text::new(
    "Zonder privéteksten en zonder scores.",
    "Without private texts and without scores.",
);

/// Says what a column is for.
pub(crate) const fn explained(direction: Direction) -> Text {
    match direction {
        Direction::Steer => Text::new("hier nemen wij ruimte", "here we take room"),
        Direction::GoAlong => Text::new(
            "hier volgen en versterken wij",
            "here we follow and strengthen",
        ),
        Direction::LetGo => Text::new("hier geven wij ruimte", "here we give room"),
    }
}

/// Names a card for who does not see it: its subject and its column.
pub(crate) fn card(name: &str, direction: Option<Direction>, language: Language) -> String {
    match direction {
        Some(direction) => format!("{name}: {}", direction.word(language).to_lowercase()),
        None => format!("{name}: {}", TRAY.get(language).to_lowercase()),
    }
}

/// Says how many choices have no reason yet.
pub(crate) fn without_reason(n: usize, language: Language) -> String {
    count::of(
        n,
        Text::new("keuze zonder reden", "choice without a reason"),
        Text::new("keuzes zonder reden", "choices without a reason"),
        language,
    )
}

/// Tells the room of a course in tenths.
pub(crate) fn room(given: Option<i8>, taken: Option<i8>, language: Language) -> Option<String> {
    let (head, give, take) = match language {
        Language::Dutch => ("ruimte", "geven", "nemen"),
        Language::English => ("room", "give", "take"),
    };
    let given = given.map(|tenths| format!("{give} {tenths}"));
    let taken = taken.map(|tenths| format!("{take} {tenths}"));
    let parts: Vec<String> = [given, taken].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("{head} (0–10): {}", parts.join(" · ")))
}

/// Says how many are left out for want of room.
pub(crate) fn more(n: usize, what: Text, language: Language) -> String {
    let what = what.get(language);
    match language {
        Language::Dutch => format!("en nog {n} {what}"),
        Language::English => format!("and {n} more {what}"),
    }
}

/// What is left out of a column.
pub(crate) const MORE_CHOICES: Text = Text::new("op de kaart", "on the map");

/// Says of what day the choices are.
pub(crate) fn as_of(date: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("stand van {date}"),
        Language::English => format!("as of {date}"),
    }
}

/// Says when the map is looked at again.
pub(crate) fn review(date: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("opnieuw bekijken op {date}"),
        Language::English => format!("look again on {date}"),
    }
}

/// Says who the official in focus is.
pub(crate) fn official(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("hoofdpersoon {name}"),
        Language::English => format!("official in focus {name}"),
    }
}

/// Says until when an action must be done.
pub(crate) fn due(date: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("vóór {date}"),
        Language::English => format!("by {date}"),
    }
}

/// Says who might know the answer to a question.
pub(crate) fn ask(who: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("misschien weet {who} het"),
        Language::English => format!("{who} might know"),
    }
}

/// Says that a page was saved.
pub(crate) fn page_saved(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Koersblad opgeslagen als {name}"),
        Language::English => format!("Course page saved as {name}"),
    }
}

/// Names what a course is for; `None` where it is not on the map.
pub(crate) fn target(now: &Content, target: Target, language: Language) -> Option<String> {
    let name = |actor: ActorId| {
        now.actors
            .get(actor)
            .map_or("–", |actor| actor.name.as_str())
    };
    match target {
        Target::Actor(actor) => now.actors.get(actor).map(|actor| actor.name.clone()),
        Target::Relation(relation) => now.relations.get(relation).map(|relation| {
            relation_words::ends(name(relation.from), name(relation.to), relation.mutual)
        }),
        Target::Group(group) => now.groups.get(group).map(|group| group.name.clone()),
        Target::Issue(issue) => now.issues.get(issue).map(|issue| issue.name.clone()),
        Target::Goal(goal) => now.purpose.agreement.get(goal).map(|goal| {
            goal.text
                .open_text()
                .unwrap_or(map_words::GOAL.get(language))
                .to_owned()
        }),
    }
}

/// Says of what sort the target of a course is: an actor by its arena.
pub(crate) fn sort(now: &Content, target: Target, language: Language) -> String {
    let sort = match target {
        Target::Actor(actor) => {
            let arena = now
                .actors
                .get(actor)
                .and_then(|actor| actor.arena.judged())
                .filter(|judged| !judged.private);
            if let Some(arena) = arena {
                return super::terms::term(&arena.value, language).to_owned();
            }
            Text::new("actor", "actor")
        }
        Target::Relation(_) => Text::new("relatie", "relation"),
        Target::Group(_) => Text::new("groep", "group"),
        Target::Issue(_) => Text::new("vraagstuk", "issue"),
        Target::Goal(_) => Text::new("doel", "goal"),
    };
    sort.get(language).to_owned()
}

/// Says what role the official in focus plays towards the target of a course.
pub(crate) fn role_towards(now: &Content, target: Target, language: Language) -> Option<String> {
    let scope = match target {
        Target::Actor(actor) => Scope::Actor(actor),
        Target::Relation(relation) => {
            let relation = now.relations.get(relation)?;
            Scope::Pair(relation.from, relation.to)
        }
        Target::Group(group) => Scope::Group(group),
        Target::Issue(_) | Target::Goal(_) => return None,
    };
    let role = now.role_towards(scope)?;
    Some(played(now, role, language))
}

/// Says what we keep in hand.
pub(crate) fn keeping(what: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Vast houden we: {what}"),
        Language::English => format!("We keep: {what}"),
    }
}

/// Says what role is played and, for a group, how many agreed.
fn played(now: &Content, role: &RoleChoice, language: Language) -> String {
    let word = role.mode.word(language).to_lowercase();
    let Scope::Group(group) = role.scope else {
        return word;
    };
    let agreed = now.groups.get(group).and_then(|group| {
        let yes = group
            .members
            .iter()
            .filter(|member| group.agreed_by.contains(member) || role.agreed_by.contains(member))
            .count();
        (yes > 0).then(|| relation_words::agreed(yes, group.members.len(), language))
    });
    agreed.map_or(word.clone(), |agreed| format!("{word} · {agreed}"))
}

/// Heads the line of a role: a bridge with its number, a ring with its name, or the tie with one actor.
pub(crate) fn role(now: &Content, role: &RoleChoice, language: Language) -> Option<String> {
    let name = |actor: ActorId| now.actors.get(actor).map(|actor| actor.name.as_str());
    let between = match role.scope {
        Scope::Pair(one, other) => format!("{} – {}", name(one)?, name(other)?),
        Scope::Group(group) => now.groups.get(group)?.name.clone(),
        Scope::Actor(actor) => name(actor)?.to_owned(),
    };
    let played = played(now, role, language);
    Some(match (now.bridge_number(role.id), role.scope, role.mode) {
        (Some(number), ..) => match language {
            Language::Dutch => format!("Brug {number}: {between}"),
            Language::English => format!("Bridge {number}: {between}"),
        },
        (None, Scope::Group(_), Mode::Regie | Mode::Coordinatie | Mode::Verbinden) => {
            match language {
                Language::Dutch => format!("Kring {between} ({played})"),
                Language::English => format!("Ring {between} ({played})"),
            }
        }
        (None, Scope::Pair(..) | Scope::Actor(_), _) => format!("{between} ({played})"),
    })
}
