//! The words of the results.

use crate::analysis::advice::{
    Competence, EvidenceKind, Label, Placement, Reason, StrengthWord, WayIn,
};
use crate::analysis::needs::Need;
use crate::analysis::robustness::Firmness;
use crate::model::{Arena, Frame, Kind, Language, Mode};
use crate::text::Text;
use crate::text::terms::Named as _;

pub(crate) const fn label(label: Label) -> Text {
    match label {
        Label::Regie => Text::new("regie", "directing"),
        Label::Verbinden => Text::new("verbinden", "bridging"),
        Label::Mixed => Text::new("gemengd", "mixed"),
        Label::Unknown => Text::new("onbekend", "unknown"),
    }
}

pub(crate) const fn strength(strength: StrengthWord) -> Text {
    match strength {
        StrengthWord::Weak => Text::new("zwak", "weak"),
        StrengthWord::Moderate => Text::new("redelijk", "fair"),
        StrengthWord::Strong => Text::new("sterk", "strong"),
    }
}

/// Gives the word of a role as it stands within a sentence.
pub(crate) const fn mode_lower(mode: Mode) -> Text {
    match mode {
        Mode::Regie => Text::new("regie", "directing"),
        Mode::Verbinden => Text::new("verbinden", "bridging"),
        Mode::Coordinatie => Text::new("coördinatie", "coordinating"),
    }
}

pub(super) const fn evidence(kind: EvidenceKind) -> Text {
    match kind {
        EvidenceKind::Kind => Text::new("arena", "arena"),
        EvidenceKind::Values => Text::new("waarden", "values"),
        EvidenceKind::Interest => Text::new("belangen", "interests"),
        EvidenceKind::Circle => Text::new("kring", "circle"),
        EvidenceKind::Frame => Text::new("invalshoek", "angle"),
    }
}

pub(crate) const fn competence(competence: Competence) -> Text {
    match competence {
        Competence::DirectProcess => Text::new("procesregie", "directing the process"),
        Competence::KeepAgreements => Text::new("afspraken borgen", "keeping agreements"),
        Competence::Translate => Text::new("vertalen", "translating"),
        Competence::ExploreValues => Text::new("waarden verkennen", "exploring values"),
        Competence::NegotiateInterests => {
            Text::new("belangen onderhandelen", "negotiating interests")
        }
        Competence::Mediate => Text::new("bemiddelen", "mediating"),
        Competence::PoliticalSense => {
            Text::new("bestuurlijke sensitiviteit", "political sensitivity")
        }
        Competence::ExplainKnowledge => Text::new("kennis duiden", "explaining knowledge"),
        Competence::Listen => Text::new("luisteren zonder oordeel", "listening without judgement"),
        Competence::Counterweight => {
            Text::new("onafhankelijk tegenwicht", "independent counterweight")
        }
        Competence::BuildSafety => Text::new("vertrouwen opbouwen", "building trust"),
        Competence::GiveRoom => Text::new("ruimte geven", "giving room"),
        Competence::Equip => Text::new("versterken", "strengthening"),
        Competence::Team => Text::new("teamen", "teaming up"),
        Competence::NetworkWithAim => Text::new("gericht netwerken", "networking with an aim"),
    }
}

/// Says why a competence is asked for; low needs name their actors elsewhere.
pub(super) const fn reason(reason: &Reason) -> Text {
    match reason {
        Reason::AlikeActors => Text::new("gelijksoortige actoren", "actors that are alike"),
        Reason::AlreadyTied => Text::new("er is al een band", "there is a tie already"),
        Reason::DifferentKinds => {
            Text::new("verschillende soorten actoren", "different kinds of actors")
        }
        Reason::ValuesUnknownOrApart => Text::new(
            "waarden onbekend of weinig gedeeld; stel het oordeel uit",
            "values unknown or hardly shared; postpone judgement",
        ),
        Reason::PositionsOpposed => Text::new(
            "posities staan tegenover elkaar",
            "positions stand against each other",
        ),
        Reason::ConflictOrApart => Text::new(
            "conflict, of waarden en posities die verschillen",
            "a conflict, or values and positions that differ",
        ),
        Reason::GovernmentTakesPart => {
            Text::new("een van de twee is bestuur", "one of the two governs")
        }
        Reason::KnowledgeTakesPart => Text::new(
            "een van de twee brengt kennis",
            "one of the two brings knowledge",
        ),
        Reason::ResidentsTakePart => Text::new(
            "een van de twee zijn inwoners",
            "one of the two are residents",
        ),
        Reason::PowerGap => Text::new("groot verschil in invloed", "a large gap in power"),
        Reason::LowNeed(need, _) => need_low(*need),
        Reason::NoOwnTie => Text::new("u kent niet beide", "you do not know both"),
    }
}

const fn need_low(need: Need) -> Text {
    match need {
        Need::Relatedness => Text::new(
            "voelt zich er nog niet bij horen",
            "does not feel included yet",
        ),
        Need::Autonomy => Text::new("heeft nog weinig in te brengen", "has little say yet"),
        Need::Competence => Text::new(
            "voelt zich nog niet toegerust; maak stukken begrijpelijk",
            "does not feel equipped yet; make papers easy to read",
        ),
    }
}

pub(super) const fn placement(placement: Placement) -> Text {
    match placement {
        Placement::Internal => Text::new(
            "intern: beide in bestuur of ambtelijke organisatie",
            "internal: both in government or civil service",
        ),
        Placement::PoliticalExternal => Text::new(
            "politiek-extern: een van de twee is bestuur",
            "political-external: one of the two governs",
        ),
        Placement::CivilExternal => Text::new(
            "ambtelijk-extern: een van de twee is ambtelijk",
            "civil-external: one of the two is civil service",
        ),
        Placement::ExternalExternal => Text::new(
            "extern-extern: beide buiten de gemeente",
            "external-external: both outside the administration",
        ),
    }
}

pub(super) const fn way_in(way: WayIn) -> Text {
    match way {
        WayIn::Own => Text::new("zelf: u kent beide", "yourself: you know both"),
        WayIn::WithColleague => Text::new("met collega", "with colleague"),
        WayIn::ContactFirst => Text::new("eerst contact leggen", "make contact first"),
        WayIn::ThroughCouncilChannel => Text::new(
            "loopt via wethouder en griffie",
            "goes through alderman and council clerk",
        ),
    }
}

pub(super) const fn firmness(firmness: Firmness) -> Text {
    match firmness {
        Firmness::Firm => Text::new("vast", "firm"),
        Firmness::FairlyFirm => Text::new("vrij vast", "fairly firm"),
        Firmness::Shaky => Text::new("wankel", "shaky"),
        Firmness::CannotSay => Text::new("niet te zeggen", "cannot be said"),
    }
}

/// Gives the word of an arena by its code, or the code of an own one.
pub(super) fn arena(code: &str, language: Language) -> String {
    Arena::from_code(code).map_or_else(|| code.to_owned(), |a| a.word(language).to_lowercase())
}

/// Gives the word of a kind by its code, or its own name.
pub(super) fn kind(code: &str, language: Language) -> String {
    Kind::from_code(code).map_or_else(|| code.to_owned(), |k| k.word(language).to_lowercase())
}

/// Gives the word of an angle by its code, or its own name.
pub(super) fn frame(code: &str, language: Language) -> String {
    Frame::from_code(code).map_or_else(|| code.to_owned(), |f| f.word(language).to_lowercase())
}
