//! The force field of an issue in words: the hoofdpersoon left out, inside and outside apart.

use super::{Telling, capital, counted, listing};
use crate::analysis::Field;
use crate::analysis::forces::{Counted, Factors, Forces, Official, Side, force_field, force_steps};

/// The sums of one issue, as a session shows them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ForceLines {
    /// Where the field leans and because of whom.
    pub(crate) lean: String,
    /// Who goes along and who has objections, inside and outside the own organisation.
    pub(crate) sides: Vec<String>,
    /// The forces that are no actors.
    pub(crate) factors: Option<String>,
    /// On how much it rests, and whether one estimate turns it.
    pub(crate) doubt: String,
}

/// Fields of more actors than this are not tried answer by answer.
const STEPS_UP_TO: usize = 300;

/// Tells the forces of an issue.
pub(crate) fn force_lines(telling: &Telling<'_>, issue: usize) -> ForceLines {
    let field = telling.field;
    let all = force_field(field, issue, Counted::ON_SCREEN);
    ForceLines {
        lean: lean(telling, issue, &all),
        sides: [Side::Inside, Side::Outside]
            .into_iter()
            .map(|side| side_line(telling, issue, side))
            .collect(),
        factors: factors(telling, issue),
        doubt: doubt(telling, issue, &all),
    }
}

fn lean(telling: &Telling<'_>, issue: usize, all: &Forces) -> String {
    let Some(balance) = all.balance else {
        return telling.say(
            "Nog geen krachten bekend: daarvoor zijn positie, invloed en prioriteit nodig",
            "No forces known yet: they need position, power and priority",
        );
    };
    let leaning = leaning(telling, balance);
    let mostly = mostly(telling, issue, all);
    match mostly {
        Some(who) if balance.abs() >= EVEN => telling.say(
            format!("Het veld {leaning}, vooral door {who}"),
            format!("The field {leaning}, mostly because of {who}"),
        ),
        _ => telling.say(
            format!("Het veld {leaning}"),
            format!("The field {leaning}"),
        ),
    }
}

/// A balance nearer to 0 than this is even.
const EVEN: f64 = 0.1;

fn leaning(telling: &Telling<'_>, balance: f64) -> String {
    let size = balance.abs();
    if size < EVEN {
        return telling.say("houdt zich in evenwicht", "is in balance");
    }
    let (nl, en) = if size < 0.4 {
        ("licht", "slightly")
    } else if size < 0.8 {
        ("duidelijk", "clearly")
    } else {
        ("sterk", "strongly")
    };
    if balance > 0.0 {
        telling.say(
            format!("helt {nl} naar voor"),
            format!("leans {en} in favour"),
        )
    } else {
        telling.say(
            format!("helt {nl} naar tegen"),
            format!("leans {en} against"),
        )
    }
}

/// Names the actors or factors that give at least a quarter of the stronger side, two at most.
fn mostly(telling: &Telling<'_>, issue: usize, all: &Forces) -> Option<String> {
    let stronger = all.driving.max(all.restraining);
    let mut large: Vec<(usize, f64)> = all
        .forces
        .iter()
        .enumerate()
        .filter(|(_, force)| **force * all.net > 0.0 && force.abs() >= stronger / 4.0)
        .map(|(place, force)| (place, force.abs()))
        .collect();
    large.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let names: Vec<&str> = large
        .iter()
        .take(2)
        .filter_map(|(place, _)| force_name(telling.field, issue, *place))
        .collect();
    (!names.is_empty()).then(|| listing(&names, telling.language))
}

/// Names a force by its place: the actors first, then the factors of the issue.
fn force_name(field: &Field, issue: usize, place: usize) -> Option<&str> {
    match place.checked_sub(field.n()) {
        None => field.actors.get(place).map(|actor| actor.label.as_str()),
        Some(factor) => field
            .factors
            .iter()
            .filter(|known| known.issue == issue)
            .nth(factor)
            .map(|known| known.name.as_str()),
    }
}

fn side_line(telling: &Telling<'_>, issue: usize, side: Side) -> String {
    let field = telling.field;
    let official = field.official();
    let own = |id: usize| {
        official != Some(id)
            && match side {
                Side::All => true,
                Side::Inside => field.actors[id].stands_inside(),
                Side::Outside => !field.actors[id].stands_inside(),
            }
    };
    let positions: Vec<Option<f64>> = (0..field.n())
        .filter(|id| own(*id))
        .map(|id| field.actors[id].position(issue))
        .collect();
    let n = |test: &dyn Fn(f64) -> bool| positions.iter().flatten().filter(|x| test(**x)).count();
    let (along, objecting) = (n(&|x| x > 0.0), n(&|x| x < 0.0));
    let unknown = positions.iter().filter(|x| x.is_none()).count();
    let place = match side {
        Side::All => telling.say("Samen", "Together"),
        Side::Inside => telling.say("Binnen de eigen organisatie", "Inside the own organisation"),
        Side::Outside => telling.say("Daarbuiten", "Outside it"),
    };
    if positions.is_empty() {
        return telling.say(format!("{place} staat niemand"), format!("{place}: nobody"));
    }
    let people = |n: usize, (nl_one, nl): (&str, &str), (en_one, en): (&str, &str)| {
        if n == 0 {
            telling.say(format!("niemand {nl_one}"), format!("nobody {en_one}"))
        } else {
            telling.say(counted(n, nl_one, nl), counted(n, en_one, en))
        }
    };
    let mut parts = vec![
        people(
            along,
            ("trekt mee", "trekken mee"),
            ("goes along", "go along"),
        ),
        people(
            objecting,
            ("heeft bezwaren", "hebben bezwaren"),
            ("has objections", "have objections"),
        ),
    ];
    if unknown > 0 {
        parts.push(telling.say(format!("{unknown} onbekend"), format!("{unknown} unknown")));
    }
    let forces = force_field(
        field,
        issue,
        Counted {
            official: Official::LeftOut,
            factors: Factors::LeftOut,
            side,
        },
    );
    if let Some(balance) = forces.balance {
        parts.push(leaning(telling, balance));
    }
    format!("{place}: {}", parts.join(", "))
}

fn factors(telling: &Telling<'_>, issue: usize) -> Option<String> {
    let own = || telling.field.factors.iter().filter(|f| f.issue == issue);
    let named = |sign: f64| -> Vec<&str> {
        own()
            .filter(|f| f.force * sign > 0.0)
            .map(|f| f.name.as_str())
            .collect()
    };
    let (driving, holding) = (named(1.0), named(-1.0));
    let mut parts = Vec::new();
    if !driving.is_empty() {
        let names = listing(&driving, telling.language);
        let (nl, en) = if driving.len() == 1 {
            ("stuwt", "drives")
        } else {
            ("stuwen", "drive")
        };
        parts.push(telling.say(format!("{names} {nl}"), format!("{names} {en}")));
    }
    if !holding.is_empty() {
        let names = listing(&holding, telling.language);
        let (nl, en) = if holding.len() == 1 {
            ("remt", "holds back")
        } else {
            ("remmen", "hold back")
        };
        parts.push(telling.say(format!("{names} {nl}"), format!("{names} {en}")));
    }
    (!parts.is_empty()).then(|| capital(&parts.join("; ")))
}

fn doubt(telling: &Telling<'_>, issue: usize, all: &Forces) -> String {
    let field = telling.field;
    let unknown = all.unknown.len();
    let turns = (field.n() <= STEPS_UP_TO && all.balance.is_some())
        .then(|| force_steps(field, issue, Counted::ON_SCREEN).share_turned)
        .flatten()
        .map(|share| share > 0.0);
    let steps = match turns {
        Some(true) => telling.say(
            "Eén inschatting die een stap anders uitvalt, kan de richting veranderen",
            "One estimate that is a step off can change the direction",
        ),
        Some(false) => telling.say(
            "Eén inschatting die een stap anders uitvalt, verandert de richting niet",
            "One estimate that is a step off does not change the direction",
        ),
        None => String::new(),
    };
    let known = match unknown {
        0 => String::new(),
        n => telling.say(
            format!(
                "Van {} is de positie onbekend",
                counted(n, "actor", "actoren")
            ),
            format!(
                "Of {} the position is unknown",
                counted(n, "actor", "actors")
            ),
        ),
    };
    [known, steps]
        .into_iter()
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join(". ")
}
