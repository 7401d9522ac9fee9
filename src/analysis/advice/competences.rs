//! Which competence a pair asks for, each with its reason.

use crate::analysis::advice::evidence::Likeness;
use crate::analysis::advice::row::{Label, Relation};
use crate::analysis::field::{FieldActor, sphere};
use crate::analysis::needs::Need;
use crate::analysis::thresholds::Thresholds;

/// A competence of the official, in the order in which it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Competence {
    /// Directing a process (*procesregie*).
    DirectProcess,
    /// Keeping agreements (*afspraken borgen*).
    KeepAgreements,
    /// Translating between worlds (*vertalen*).
    Translate,
    /// Exploring values, postponing judgement (*waarden verkennen*).
    ExploreValues,
    /// Negotiating interests (*belangen onderhandelen*).
    NegotiateInterests,
    /// Mediating (*bemiddelen*).
    Mediate,
    /// Political sensitivity (*bestuurlijke sensitiviteit*).
    PoliticalSense,
    /// Explaining knowledge (*kennis duiden*).
    ExplainKnowledge,
    /// Listening without judgement (*luisteren zonder oordeel*).
    Listen,
    /// An independent counterweight (*onafhankelijk tegenwicht*).
    Counterweight,
    /// Building safety (*veiligheid bouwen*).
    BuildSafety,
    /// Giving room (*ruimte geven*).
    GiveRoom,
    /// Equipping others (*toerusten*).
    Equip,
    /// Working through a colleague (*teamen*).
    Team,
    /// Networking with an aim (*netwerken, gericht*).
    NetworkWithAim,
}

/// Why a competence is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The two are alike.
    AlikeActors,
    /// They are tied already.
    AlreadyTied,
    /// They are of different kinds.
    DifferentKinds,
    /// Values unknown or hardly shared.
    ValuesUnknownOrApart,
    /// Positions stand against each other.
    PositionsOpposed,
    /// A conflict, or both values and positions apart.
    ConflictOrApart,
    /// One of the two governs.
    GovernmentTakesPart,
    /// One of the two brings knowledge.
    KnowledgeTakesPart,
    /// One of the two are residents.
    ResidentsTakePart,
    /// Influence differs much.
    PowerGap,
    /// A need scores low at these actors.
    LowNeed(Need, Vec<usize>),
    /// No own tie with both.
    NoOwnTie,
}

/// A competence with its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompetenceAdvice {
    /// The competence.
    pub competence: Competence,
    /// Why.
    pub reason: Reason,
}

/// What the table needs to know of a pair.
pub(super) struct Facts<'pair> {
    pub(super) label: Label,
    pub(super) a: (usize, &'pair FieldActor),
    pub(super) b: (usize, &'pair FieldActor),
    pub(super) likeness: Likeness,
    pub(super) relation: Relation,
    pub(super) access: usize,
    pub(super) has_team: bool,
}

/// Walks the table of competences in its order.
pub(super) fn competences(facts: &Facts<'_>, settings: &Thresholds) -> Vec<CompetenceAdvice> {
    let mut out = Vec::new();
    by_label(facts, settings, &mut out);
    by_difference(facts, settings, &mut out);
    by_party(facts, settings, &mut out);
    if facts.access < 2 {
        let competence = if facts.has_team {
            Competence::Team
        } else {
            Competence::NetworkWithAim
        };
        add(&mut out, competence, Reason::NoOwnTie);
    }
    out
}

fn add(out: &mut Vec<CompetenceAdvice>, competence: Competence, reason: Reason) {
    out.push(CompetenceAdvice { competence, reason });
}

fn by_label(facts: &Facts<'_>, settings: &Thresholds, out: &mut Vec<CompetenceAdvice>) {
    match facts.label {
        Label::Regie => {
            add(out, Competence::DirectProcess, Reason::AlikeActors);
            if matches!(facts.relation, Relation::Weak | Relation::Strong) {
                add(out, Competence::KeepAgreements, Reason::AlreadyTied);
            }
        }
        Label::Verbinden | Label::Mixed => {
            if facts.a.1.kind != facts.b.1.kind {
                add(out, Competence::Translate, Reason::DifferentKinds);
            }
            if facts
                .likeness
                .values
                .is_none_or(|v| v < settings.shared_some)
            {
                add(out, Competence::ExploreValues, Reason::ValuesUnknownOrApart);
            }
        }
        Label::Unknown => {}
    }
}

fn by_difference(facts: &Facts<'_>, settings: &Thresholds, out: &mut Vec<CompetenceAdvice>) {
    let opposed = facts.likeness.interest.is_some_and(|i| i < 0.5);
    let apart = facts
        .likeness
        .values
        .is_some_and(|v| v < settings.shared_some);
    if opposed {
        add(
            out,
            Competence::NegotiateInterests,
            Reason::PositionsOpposed,
        );
    }
    if facts.relation == Relation::Negative || (apart && opposed) {
        add(out, Competence::Mediate, Reason::ConflictOrApart);
    }
}

fn by_party(facts: &Facts<'_>, settings: &Thresholds, out: &mut Vec<CompetenceAdvice>) {
    let (a, b) = (facts.a.1, facts.b.1);
    let party = |code: &str| [a, b].iter().any(|x| x.group.as_deref() == Some(code));
    if party(sphere::GOVERNMENT) {
        add(out, Competence::PoliticalSense, Reason::GovernmentTakesPart);
    }
    if party(sphere::KNOWLEDGE) {
        add(
            out,
            Competence::ExplainKnowledge,
            Reason::KnowledgeTakesPart,
        );
    }
    if party(sphere::SOCIETY) {
        add(out, Competence::Listen, Reason::ResidentsTakePart);
    }
    let gap = a.power.zip(b.power).map(|(x, y)| (x - y).abs());
    if gap.is_some_and(|g| g >= settings.power_gap) {
        add(out, Competence::Counterweight, Reason::PowerGap);
    }
    for (need, competence) in Need::ALL.into_iter().zip([
        Competence::BuildSafety,
        Competence::GiveRoom,
        Competence::Equip,
    ]) {
        let low: Vec<usize> = [facts.a, facts.b]
            .iter()
            .filter(|(_, x)| x.needs.get(need).is_some_and(|v| v <= settings.low_need))
            .map(|(id, _)| *id)
            .collect();
        if !low.is_empty() {
            add(out, competence, Reason::LowNeed(need, low));
        }
    }
}
