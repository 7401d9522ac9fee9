//! What is said of the field as a whole: base rate, doubt, flags, the place of the official, weak spots, circles.

use super::{Telling, counted, percent};
use crate::analysis::Role;
use crate::analysis::advice::Label;
use crate::analysis::views::Views;
use crate::analysis::whole::Analysis;
use crate::analysis::{Field, Sign};
use crate::model::Language;

/// The fixed sentence under every table and mail.
pub(crate) fn based_on(known: usize, unknown: usize, language: Language) -> String {
    super::either(
        language,
        format!(
            "Gebaseerd op {}, {unknown} onbekend; één ander antwoord kan de volgorde veranderen.",
            counted(known, "antwoord", "antwoorden")
        ),
        format!(
            "Based on {}, {unknown} unknown; one other answer can change the order.",
            counted(known, "answer", "answers")
        ),
    )
}

/// The same in the status line of the window.
pub(crate) fn estimates(known: usize, unknown: usize, language: Language) -> String {
    super::either(
        language,
        format!(
            "gebaseerd op {}, {unknown} onbekend · één andere inschatting kan de volgorde veranderen",
            counted(known, "inschatting", "inschattingen")
        ),
        format!(
            "based on {}, {unknown} unknown · one other estimate can change the order",
            counted(known, "estimate", "estimates")
        ),
    )
}

impl Telling<'_> {
    /// Says what is usual within and across arenas, with its numbers.
    pub(crate) fn base_rate(&self) -> String {
        let rate = &self.analysis.base_rate;
        let usual = |n: usize, of: usize| of > 0 && 2 * n > of;
        let across = usual(rate.across_verbinden, rate.across);
        let within = usual(rate.within_regie, rate.within);
        let (a, b) = (rate.across_verbinden, rate.across);
        let (c, d) = (rate.within_regie, rate.within);
        match (across, within) {
            (true, true) => self.say(
                format!("Over arena’s heen is het meestal verbinden ({a} van {b}), binnen een arena meestal regie ({c} van {d})."),
                format!("Across arenas it is usually bridging ({a} of {b}), within an arena usually directing ({c} of {d})."),
            ),
            (true, false) => self.say(
                format!("Over arena’s heen is het meestal verbinden ({a} van {b})."),
                format!("Across arenas it is usually bridging ({a} of {b})."),
            ),
            (false, true) => self.say(
                format!("Binnen een arena is het meestal regie ({c} van {d})."),
                format!("Within an arena it is usually directing ({c} of {d})."),
            ),
            (false, false) => self.say(
                "Arena’s alleen zeggen hier weinig.",
                "Arenas alone say little here.",
            ),
        }
    }

    /// Says what stands first in the two lists.
    pub(crate) fn what_comes_first(&self) -> String {
        if self.analysis.ranked {
            self.say(
                "Bovenaan staat wat daarvan afwijkt, en wat van één inschatting afhangt.",
                "First comes what departs from that, and what hangs on one estimate.",
            )
        } else {
            self.too_small()
        }
    }

    /// Says that the field is too small to rank.
    pub(crate) fn too_small(&self) -> String {
        let settings = self.settings;
        let (actors, ties) = (settings.ranks_from_actors, settings.ranks_from_ties);
        self.say(
            format!("Met minder dan {actors} actoren of {ties} relaties is er geen volgorde; de paren staan op naam."),
            format!("With fewer than {actors} actors or {ties} relations there is no order; the pairs stand by name."),
        )
    }

    /// Says how many pairs stand in neither list, where there are any.
    pub(crate) fn other_pairs(&self) -> Option<String> {
        let n = |label: Label| {
            self.analysis
                .advice
                .iter()
                .filter(|row| row.label == label)
                .count()
        };
        let (mixed, unknown) = (n(Label::Mixed), n(Label::Unknown));
        let mixed = (mixed > 0).then(|| {
            self.say(
                format!(
                    "{} twee kanten op",
                    counted(mixed, "paar wijst", "paren wijzen")
                ),
                format!("{} both ways", counted(mixed, "pair points", "pairs point")),
            )
        });
        let unknown = (unknown > 0).then(|| {
            self.say(
                format!(
                    "van {} is nog niets bekend",
                    counted(unknown, "paar", "paren")
                ),
                format!(
                    "of {} nothing is known yet",
                    counted(unknown, "pair", "pairs")
                ),
            )
        });
        let parts: Vec<String> = mixed.into_iter().chain(unknown).collect();
        (!parts.is_empty()).then(|| super::capital(&parts.join("; ")))
    }

    /// Says where the official stands: a plain sentence, no verdict.
    pub(crate) fn place(&self) -> Option<String> {
        let official = self.field.official()?;
        let place = self.analysis.places.get(official)?;
        // The measure counts both directions of a pair; without direction that is each pair twice.
        let times = if self.field.directed { 1 } else { 2 };
        let (regie, verbinden) = (place.regie / times, place.verbinden / times);
        let only = self
            .analysis
            .links
            .links
            .iter()
            .filter(|link| matches!(link.brokers.as_slice(), [(v, _)] if *v == official))
            .count();
        let name = self.name(official);
        Some(self.say(
            format!(
                "{name} verbindt {regie} keer gelijksoortige actoren (regie) en {verbinden} keer ongelijksoortige (verbinden); voor {} is {name} de enige schakel. Dit is een plaats in het netwerk, geen oordeel over gedrag.",
                counted(only, "paar", "paren")
            ),
            format!(
                "{name} connects actors that are alike {} (directing) and unlike ones {} (bridging); for {} {name} is the only link. This is a place in the network, no judgement of conduct.",
                counted(regie, "time", "times"),
                counted(verbinden, "time", "times"),
                counted(only, "pair", "pairs")
            ),
        ))
    }

    /// Asks what the process flags ask.
    pub(crate) fn flags(&self) -> Vec<String> {
        let flags = &self.analysis.flags;
        let mut out = Vec::new();
        if flags.fixed_partner.up {
            out.extend(self.fixed_partner());
        }
        if flags.loose_networking.up {
            let share = percent(flags.loose_networking.share);
            out.push(self.say(
                format!("Netwerken zonder doel? Bij {share} van de paren die u verbindt is de band al sterk, of brengt hij weinig dichterbij."),
                format!("Networking without an aim? For {share} of the pairs you bridge the tie is strong already, or brings little nearer."),
            ));
        }
        if flags.loudest_voice.up {
            let share = percent(flags.loudest_voice.share);
            let expected = percent(flags.loudest_expected);
            out.push(self.say(
                format!("Vooral de invloedrijksten? {share} van uw contact loopt met actoren met veel invloed; zij zijn {expected} van het veld. Wie hoort u nog te weinig?"),
                format!("Mostly the most influential? {share} of your contact is with actors with much power; they are {expected} of the field. Whom do you hear too little?"),
            ));
        }
        out
    }

    /// Names the one actor in most regie pairs; a ring in which several stand out equally says nothing.
    fn fixed_partner(&self) -> Option<String> {
        let annotated = self.field.annotated_pairs();
        let pairs: Vec<(usize, usize)> = annotated
            .iter()
            .filter(|(_, role)| **role == Role::Regie)
            .map(|(pair, _)| *pair)
            .collect();
        let times = |v: usize| pairs.iter().filter(|(i, j)| *i == v || *j == v).count();
        let most = (0..self.field.n()).map(times).max()?;
        let mut top = (0..self.field.n()).filter(|v| times(*v) == most);
        let (first, second) = (top.next()?, top.next());
        if second.is_some() {
            return None;
        }
        let (name, all) = (self.name(first), pairs.len());
        Some(self.say(
            format!("Een vaste partner? {name} hoort bij {most} van de {all} paren waar u regie koos."),
            format!("A fixed partner? {name} belongs to {most} of the {all} pairs where you chose directing."),
        ))
    }

    /// Says where the field breaks, one sentence for each actor.
    pub(crate) fn weak_spots(&self) -> Vec<String> {
        self.analysis
            .structure
            .articulation_points
            .iter()
            .map(|v| {
                let name = self.name(*v);
                let parts = parts_without(self.field, self.analysis, *v);
                self.say(
                    format!("Valt {name} weg, dan breekt het veld in {parts} delen"),
                    format!("Without {name} the field breaks into {parts} parts"),
                )
            })
            .collect()
    }

    /// Names the circles, or says that there are none.
    pub(crate) fn circles(&self) -> Vec<String> {
        let circles = &self.analysis.circles;
        if !circles.clear() {
            return vec![self.say(
                "Er zijn geen duidelijke kringen",
                "There are no clear circles",
            )];
        }
        let k = circles.n_circles;
        let mut out = vec![self.say(
            format!("Deze {k} kringen zijn gevonden, niet opgegeven. Vergelijk met de arena’s: waar lopen ze door elkaar?"),
            format!("These {k} circles were found, not given. Compare with the arenas: where do they mix?"),
        )];
        for circle in 0..k {
            let members: Vec<usize> = (0..self.field.n())
                .filter(|v| circles.of_actor.get(*v).copied().flatten() == Some(circle))
                .collect();
            out.push(format!("{}. {}", circle + 1, self.names(&members)));
        }
        out
    }

    /// Gives the number of ties, conflicts and actors in one line.
    pub(crate) fn size(&self) -> String {
        let pairs = self.analysis.structure.pairs;
        let conflicts = self
            .field
            .counted_ties()
            .filter(|tie| tie.sign == Sign::Negative)
            .map(|tie| (tie.source.min(tie.target), tie.source.max(tie.target)))
            .collect::<std::collections::BTreeSet<_>>()
            .len();
        let n = self.field.n();
        self.say(
            format!(
                "{}, {} met een band, {}",
                counted(n, "actor", "actoren"),
                counted(pairs, "paar", "paren"),
                counted(conflicts, "conflict", "conflicten")
            ),
            format!(
                "{}, {} with a tie, {}",
                counted(n, "actor", "actors"),
                counted(pairs, "pair", "pairs"),
                counted(conflicts, "conflict", "conflicts")
            ),
        )
    }
}

/// Counts the parts that the actors around a weak spot fall into without it.
fn parts_without(field: &Field, analysis: &Analysis, gone: usize) -> usize {
    let Views { u, .. } = &analysis.views;
    let mut seen = vec![false; field.n()];
    let mut parts = 0;
    for start in u.row(gone) {
        let start = *start as usize;
        if seen.get(start).copied().unwrap_or(true) {
            continue;
        }
        parts += 1;
        let mut open = vec![start];
        while let Some(v) = open.pop() {
            if v == gone || seen.get(v).copied().unwrap_or(true) {
                continue;
            }
            seen[v] = true;
            open.extend(u.row(v).iter().map(|next| *next as usize));
        }
    }
    parts
}
