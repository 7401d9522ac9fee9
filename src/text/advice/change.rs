//! What a new relation would change, in words.

use super::{Telling, counted};
use crate::analysis::Analysis;
use crate::analysis::advice::Label;
use crate::analysis::what_if::changes;

/// Tells what differs after a relation between two actors was added to a copy.
pub(crate) fn change_lines(
    telling: &Telling<'_>,
    after: &Analysis,
    i: usize,
    j: usize,
) -> Vec<String> {
    let changed = changes(telling.analysis, after);
    let mut out = vec![nearer(telling, changed.pairs_nearer)];
    if changed.components.after < changed.components.before {
        let (before, now) = (changed.components.before, changed.components.after);
        out.push(telling.say(
            format!(
                "Het veld hangt nu uit {} samen, in plaats van {before}",
                counted(now, "deel", "delen")
            ),
            format!(
                "The field would hang together as {} instead of {before}",
                counted(now, "part", "parts")
            ),
        ));
    }
    if !changed.no_longer_weak.is_empty() {
        let names = telling.names(&changed.no_longer_weak);
        out.push(telling.say(
            format!("Niet alles hangt dan meer aan {names}"),
            format!("Not everything would hang on {names} any more"),
        ));
    }
    if let Some((actor, change)) = changed.betweenness.first() {
        let name = telling.name(*actor);
        out.push(if change.after < change.before {
            telling.say(
                format!("Er lopen minder kortste routes over {name}"),
                format!("Fewer shortest routes would run over {name}"),
            )
        } else {
            telling.say(
                format!("Er lopen meer kortste routes over {name}"),
                format!("More shortest routes would run over {name}"),
            )
        });
    }
    let relabelled = changed
        .advice
        .iter()
        .filter(|change| change.label.before != change.label.after)
        .count();
    if relabelled > 0 {
        out.push(telling.say(
            format!(
                "Bij {} valt het advies anders uit",
                counted(relabelled, "paar", "paren")
            ),
            format!(
                "For {} the advice turns out differently",
                counted(relabelled, "pair", "pairs")
            ),
        ));
    }
    out.extend(own_row(telling, after, i, j));
    out.push(telling.say(
        "De krachten per vraagstuk blijven gelijk: een relatie verandert geen positie. Veel opbrengst is niet hetzelfde als haalbaar of gewenst.",
        "The forces per issue stay the same: a relation changes no position. A large gain is not the same as feasible or wanted.",
    ));
    out
}

fn nearer(telling: &Telling<'_>, pairs: usize) -> String {
    match pairs {
        0 => telling.say(
            "Niemand komt dichter bij elkaar",
            "Nobody comes nearer to each other",
        ),
        n => telling.say(
            format!(
                "{} dichter bij elkaar",
                counted(n, "paar komt", "paren komen")
            ),
            format!(
                "{} nearer to each other",
                counted(n, "pair comes", "pairs come")
            ),
        ),
    }
}

/// Tells what the advice on the pair itself becomes.
fn own_row(telling: &Telling<'_>, after: &Analysis, i: usize, j: usize) -> Option<String> {
    let row = after
        .advice
        .iter()
        .find(|row| (row.i, row.j) == (i.min(j), i.max(j)))?;
    let label = super::label(row.label).get(telling.language);
    Some(match row.label {
        Label::Regie | Label::Verbinden => telling.say(
            format!("Deze twee vragen dan: {label}"),
            format!("These two would then ask for {label}"),
        ),
        Label::Mixed | Label::Unknown => telling.say(
            format!("Het advies over deze twee is dan {label}"),
            format!("The advice on these two would then be {label}"),
        ),
    })
}
