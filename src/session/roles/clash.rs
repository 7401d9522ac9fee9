//! What one official can hardly be at once.

use std::collections::BTreeSet;

use super::{holds, met_by};
use crate::model::{ActorId, Content, Mode, RoleChoice, Style};

/// Two things that one official can hardly be towards the same people at once.
#[derive(Debug, Clone, PartialEq)]
pub struct Clash<'a> {
    /// The first choice.
    pub one: &'a RoleChoice,
    /// The other choice, which may be the same.
    pub other: &'a RoleChoice,
    /// What rubs.
    pub what: Rub,
    /// Who meets both; nobody where it is within one choice.
    pub shared: Vec<ActorId>,
}

/// What rubs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rub {
    /// Two of the styles.
    Styles(Style, Style),
    /// Regie over people between whom the official stands as a bridge.
    RegieAndBridge,
}

/// The styles that do not go together.
const RUBS: [(Style, Style); 7] = [
    (Style::Finance, Style::Mediate),
    (Style::Authority, Style::Mediate),
    (Style::Regulate, Style::Mediate),
    (Style::Regulate, Style::Facilitate),
    (Style::Authority, Style::Facilitate),
    (Style::Direct, Style::LetGo),
    (Style::Regulate, Style::LetGo),
];

fn rub_of(one: Style, other: Style) -> Option<Rub> {
    RUBS.iter()
        .find(|pair| **pair == (one, other) || **pair == (other, one))
        .map(|(first, second)| Rub::Styles(*first, *second))
}

fn same_time(one: &RoleChoice, other: &RoleChoice) -> bool {
    one.phase.is_none() || other.phase.is_none() || one.phase == other.phase
}

/// Lists what one official can hardly be at once: within a choice, or towards the same people in the same phase.
pub fn clashes(now: &Content) -> Vec<Clash<'_>> {
    let held: Vec<(&RoleChoice, BTreeSet<ActorId>)> = now
        .roles
        .iter()
        .enumerate()
        .filter(|(place, role)| holds(now, *place, role))
        .map(|(_, role)| (role, met_by(now, role)))
        .collect();
    let mut out = Vec::new();
    for (place, (one, met)) in held.iter().enumerate() {
        out.extend(rubs(&one.also, &one.also).into_iter().map(|what| Clash {
            one,
            other: one,
            what,
            shared: Vec::new(),
        }));
        for (other, met_too) in held.iter().skip(place + 1) {
            let shared: Vec<ActorId> = met.intersection(met_too).copied().collect();
            if one.official != other.official || shared.is_empty() || !same_time(one, other) {
                continue;
            }
            let regie_and_bridge = shared.len() >= 2
                && matches!(
                    (one.mode, other.mode),
                    (Mode::Regie, Mode::Verbinden) | (Mode::Verbinden, Mode::Regie)
                );
            let found = rubs(&one.also, &other.also)
                .into_iter()
                .chain(regie_and_bridge.then_some(Rub::RegieAndBridge));
            out.extend(found.map(|what| Clash {
                one,
                other,
                what,
                shared: shared.clone(),
            }));
        }
    }
    out
}

fn rubs(one: &BTreeSet<Style>, other: &BTreeSet<Style>) -> BTreeSet<Rub> {
    let pairs = one
        .iter()
        .flat_map(|first| other.iter().map(move |second| (*first, *second)));
    pairs
        .filter_map(|(first, second)| rub_of(first, second))
        .collect()
}
