//! Flags on the process as a whole, each with its numbers.

use std::collections::BTreeMap;

use crate::analysis::advice::pair::Context;
use crate::analysis::advice::row::{Label, PairAdvice, Relation};
use crate::analysis::brokerage::Place;
use crate::analysis::field::Role;
use crate::analysis::numbers::{count, ratio};

/// One flag: the share it looks at and whether it is up.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ProcessFlag {
    /// The share.
    pub share: f64,
    /// Whether the flag is up.
    pub up: bool,
}

/// How often each label stands among the first pairs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Pairs that ask for regie.
    pub regie: usize,
    /// Pairs that ask for verbinden.
    pub verbinden: usize,
    /// Pairs where the evidence points both ways.
    pub mixed: usize,
    /// Pairs of which nothing is known.
    pub unknown: usize,
}

/// The three flags, and what the place of the official gives beside what is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ProcessFlags {
    /// *Vaste partner*: one actor in most regie pairs.
    pub fixed_partner: ProcessFlag,
    /// *Los netwerken*: bridges without an aim.
    pub loose_networking: ProcessFlag,
    /// *Grootste stem*: most tie strength with the powerful.
    pub loudest_voice: ProcessFlag,
    /// The share of powerful actors in the field, to hold the last flag against.
    pub loudest_expected: f64,
    /// What the official's place gives; a plain sentence, no verdict.
    pub place: Place,
    /// What the first pairs ask for.
    pub asked: Asked,
}

/// Raises the process flags of the official in focus.
///
/// *Edge cases.* No official: only what the roles and first pairs show. Flags
/// on roles speak from three pairs up.
pub fn process_flags(
    cx: &Context<'_>,
    rows: &[PairAdvice],
    annotated: &BTreeMap<(usize, usize), Role>,
    place: Place,
) -> ProcessFlags {
    let (share, expected) = loud_share(cx);
    let settings = cx.settings;
    ProcessFlags {
        fixed_partner: fixed_partner(cx, annotated),
        loose_networking: loose_networking(cx, rows, annotated),
        loudest_voice: ProcessFlag {
            share,
            up: share > settings.loud_share && share > settings.loud_times * expected,
        },
        loudest_expected: expected,
        place,
        asked: asked(rows, settings.asked_first),
    }
}

fn fixed_partner(cx: &Context<'_>, annotated: &BTreeMap<(usize, usize), Role>) -> ProcessFlag {
    let pairs: Vec<(usize, usize)> = annotated
        .iter()
        .filter(|(_, role)| **role == Role::Regie)
        .map(|(pair, _)| *pair)
        .collect();
    let share = (0..cx.field.n())
        .map(|x| pairs.iter().filter(|(i, j)| *i == x || *j == x).count())
        .max()
        .and_then(|most| ratio(count(most), count(pairs.len())))
        .unwrap_or(0.0);
    let settings = cx.settings;
    ProcessFlag {
        share,
        up: pairs.len() >= settings.flag_pairs && share >= settings.fixed_partner_share,
    }
}

fn loose_networking(
    cx: &Context<'_>,
    rows: &[PairAdvice],
    annotated: &BTreeMap<(usize, usize), Role>,
) -> ProcessFlag {
    let bridged: Vec<&PairAdvice> = rows
        .iter()
        .filter(|row| annotated.get(&(row.i, row.j)) == Some(&Role::Verbinden))
        .collect();
    let settings = cx.settings;
    let aimless = bridged
        .iter()
        .filter(|row| match row.relation {
            Relation::Strong => true,
            Relation::None => row.gain_relative < settings.loose_gain,
            Relation::Negative | Relation::Weak => false,
        })
        .count();
    let share = ratio(count(aimless), count(bridged.len())).unwrap_or(0.0);
    ProcessFlag {
        share,
        up: bridged.len() >= settings.flag_pairs && share >= settings.loose_share,
    }
}

/// The share of the official's tie strength with the powerful, and their share of the field.
fn loud_share(cx: &Context<'_>) -> (f64, f64) {
    let Some(official) = cx.field.official() else {
        return (0.0, 0.0);
    };
    let loud = |v: usize| {
        v != official
            && cx.field.actors[v]
                .power
                .is_some_and(|p| p >= cx.settings.loud_power)
    };
    let with_loud: f64 = cx
        .views
        .u
        .weighted_row(official)
        .filter(|(v, _)| loud(*v))
        .map(|(_, w)| w)
        .sum();
    let n_loud = (0..cx.field.n()).filter(|v| loud(*v)).count();
    (
        ratio(with_loud, cx.views.u.strength(official)).unwrap_or(0.0),
        ratio(count(n_loud), count(cx.field.n()) - 1.0).unwrap_or(0.0),
    )
}

fn asked(rows: &[PairAdvice], first: usize) -> Asked {
    let mut out = Asked::default();
    for row in rows.iter().take(first) {
        match row.label {
            Label::Regie => out.regie += 1,
            Label::Verbinden => out.verbinden += 1,
            Label::Mixed => out.mixed += 1,
            Label::Unknown => out.unknown += 1,
        }
    }
    out
}
