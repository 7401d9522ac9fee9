//! The words that the reference files use for the results.

use crate::analysis::Role;
use crate::analysis::advice::{
    Cell, Competence, EvidenceKind, GfRole, Label, Placement, Reason, Relation, StrengthWord,
    Verdict, WayIn,
};
use crate::analysis::brokerage::BrokerRole;
use crate::analysis::needs::Need;
use crate::analysis::profiles::{Quadrant, StakeholderClass};

pub(super) const fn broker_role(role: BrokerRole) -> &'static str {
    match role {
        BrokerRole::Coordinator => "coordinator",
        BrokerRole::Itinerant => "itinerant",
        BrokerRole::Representative => "representative",
        BrokerRole::Gatekeeper => "gatekeeper",
        BrokerRole::Liaison => "liaison",
    }
}

pub(super) const fn plain_broker_role(role: BrokerRole) -> &'static str {
    match role {
        BrokerRole::Representative | BrokerRole::Gatekeeper => "representative_or_gatekeeper",
        BrokerRole::Coordinator | BrokerRole::Itinerant | BrokerRole::Liaison => broker_role(role),
    }
}

pub(super) const fn gf_role(role: GfRole) -> &'static str {
    match role {
        GfRole::Coordinator => "coordinator",
        GfRole::Itinerant => "itinerant",
        GfRole::RepresentativeOrGatekeeper => "representative_or_gatekeeper",
        GfRole::Liaison => "liaison",
    }
}

pub(super) const fn role(role: Role) -> &'static str {
    match role {
        Role::Regie => "regie",
        Role::Verbinden => "verbinden",
    }
}

pub(super) const fn label(label: Label) -> &'static str {
    match label {
        Label::Regie => "regie",
        Label::Verbinden => "verbinden",
        Label::Mixed => "gemengd",
        Label::Unknown => "onbekend",
    }
}

pub(super) const fn strength(strength: StrengthWord) -> &'static str {
    match strength {
        StrengthWord::Weak => "zwak",
        StrengthWord::Moderate => "redelijk",
        StrengthWord::Strong => "sterk",
    }
}

pub(super) const fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Negative => "negative",
        Relation::None => "none",
        Relation::Weak => "weak",
        Relation::Strong => "strong",
    }
}

pub(super) const fn cell(cell: Cell) -> &'static str {
    match cell {
        Cell::Coalition => "coalitie",
        Cell::Bridge => "brug",
        Cell::MissedBond => "gemiste_band",
        Cell::Gap => "kloof",
        Cell::Conflict => "conflict",
    }
}

pub(super) const fn placement(placement: Placement) -> &'static str {
    match placement {
        Placement::Internal => "intern",
        Placement::PoliticalExternal => "politiek-extern",
        Placement::CivilExternal => "ambtelijk-extern",
        Placement::ExternalExternal => "extern-extern",
    }
}

pub(super) const fn way_in(way: WayIn) -> &'static str {
    match way {
        WayIn::Own => "zelf",
        WayIn::WithColleague => "met_collega",
        WayIn::ContactFirst => "eerst_contact_leggen",
        WayIn::ThroughCouncilChannel => "via_wethouder_en_griffie",
    }
}

pub(super) const fn evidence(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Kind => "kind",
        EvidenceKind::Values => "values",
        EvidenceKind::Interest => "interest",
        EvidenceKind::Circle => "circle",
        EvidenceKind::Frame => "frame",
    }
}

pub(super) const fn need(need: Need) -> &'static str {
    match need {
        Need::Relatedness => "relatedness",
        Need::Autonomy => "autonomy",
        Need::Competence => "competence",
    }
}

pub(super) const fn competence(competence: Competence) -> &'static str {
    match competence {
        Competence::DirectProcess => "procesregie",
        Competence::KeepAgreements => "afspraken_borgen",
        Competence::Translate => "vertalen",
        Competence::ExploreValues => "waarden_verkennen",
        Competence::NegotiateInterests => "belangen_onderhandelen",
        Competence::Mediate => "bemiddelen",
        Competence::PoliticalSense => "bestuurlijke_sensitiviteit",
        Competence::ExplainKnowledge => "kennis_duiden",
        Competence::Listen => "luisteren_zonder_oordeel",
        Competence::Counterweight => "onafhankelijk_tegenwicht",
        Competence::BuildSafety => "veiligheid_bouwen",
        Competence::GiveRoom => "ruimte_geven",
        Competence::Equip => "toerusten",
        Competence::Team => "teamen",
        Competence::NetworkWithAim => "netwerken_gericht",
    }
}

pub(super) fn reason(reason: &Reason) -> String {
    let fixed = match reason {
        Reason::AlikeActors => "gelijksoortige actoren",
        Reason::AlreadyTied => "er is al een band",
        Reason::DifferentKinds => "verschillende soort actor",
        Reason::ValuesUnknownOrApart => "waarden onbekend of weinig gedeeld",
        Reason::PositionsOpposed => "posities staan tegenover elkaar",
        Reason::ConflictOrApart => "negatieve band, of waarden en posities verschillen",
        Reason::GovernmentTakesPart => "een bestuurder is partij",
        Reason::KnowledgeTakesPart => "een deskundige is partij",
        Reason::ResidentsTakePart => "inwoners zijn partij",
        Reason::PowerGap => "groot verschil in invloed",
        Reason::NoOwnTie => "geen eigen band met beide partijen",
        Reason::LowNeed(which, actors) => {
            return format!("{} laag bij {actors:?}", need(*which));
        }
    };
    fixed.to_owned()
}

pub(super) const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Missed => "gemist",
        Verdict::Unfounded => "onvoldoende_onderbouwd",
        Verdict::GripOnUnlike => "grip_op_ongelijksoortig",
        Verdict::MediatingAlike => "bemiddelen_waar_regie_kan",
        Verdict::Fitting => "passend",
        Verdict::FittingAlreadyStrong => "passend_maar_al_sterk",
    }
}

pub(super) const fn quadrant(quadrant: Quadrant) -> &'static str {
    match quadrant {
        Quadrant::ManageClosely => "manage closely",
        Quadrant::KeepSatisfied => "keep satisfied",
        Quadrant::KeepInformed => "keep informed",
        Quadrant::Monitor => "monitor",
    }
}

pub(super) const fn class(class: StakeholderClass) -> &'static str {
    match class {
        StakeholderClass::NonStakeholder => "non-stakeholder",
        StakeholderClass::Dormant => "dormant",
        StakeholderClass::Discretionary => "discretionary",
        StakeholderClass::Demanding => "demanding",
        StakeholderClass::Dominant => "dominant",
        StakeholderClass::Dangerous => "dangerous",
        StakeholderClass::Dependent => "dependent",
        StakeholderClass::Definitive => "definitive",
    }
}
