//! What is said of one pair.

use super::words;
use super::{Telling, capital, counted};
use crate::analysis::Tags;
use crate::analysis::advice::{
    CompetenceAdvice, Departure, EvidenceKind, Label, PairAdvice, Reason, Relation, StrengthWord,
    Verdict, WayIn, departures, same_sphere,
};
use crate::model::Mode;

/// What a piece of evidence speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    /// For verbinden.
    Verbinden,
    /// For regie.
    Regie,
    /// For neither.
    Neither,
    /// It is not known.
    Unknown,
}

/// One row of evidence in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EvidenceRow {
    /// Which kind.
    pub(crate) kind: EvidenceKind,
    /// The word of the kind.
    pub(crate) word: &'static str,
    /// What is known.
    pub(crate) what: String,
    /// How much it weighs.
    pub(crate) weight: String,
    /// What it speaks for.
    pub(crate) says: Says,
    /// The same in words.
    pub(crate) says_word: String,
}

/// Evidence nearer to 0 than this speaks for neither.
const NEITHER: f64 = 0.1;

impl Telling<'_> {
    /// Says in a few words why a pair stands where it stands in its list.
    pub(crate) fn reason(&self, row: &PairAdvice) -> String {
        let situation = self.situation(row);
        let departs = departures(self.field, row)
            .first()
            .map(|departure| match departure {
                Departure::WithinAsksVerbinden => {
                    self.say("zelfde arena, ", "same arena, ") + &self.strongest(row, -1.0)
                }
                Departure::AcrossAsksRegie => {
                    self.say("andere arena, ", "other arena, ") + &self.strongest(row, 1.0)
                }
                Departure::HangsOnOneAnswer => self.hangs_on(row),
            });
        let told_always = row.with_council || row.relation == Relation::Negative;
        match departs {
            Some(departs) if told_always => format!("{departs}; {situation}"),
            Some(departs) => departs,
            None => situation,
        }
    }

    /// Names the evidence that weighs most to one side, without the arena where that is told already.
    fn strongest(&self, row: &PairAdvice, side: f64) -> String {
        let weighed = EvidenceKind::ALL.into_iter().filter_map(|kind| {
            let value = row.evidence.get(kind)? * self.settings.weights.get(kind) * side;
            (value > 0.0).then_some((kind, value))
        });
        let strongest = weighed.max_by(|a, b| a.1.total_cmp(&b.1)).map(|(k, _)| k);
        let alike = side > 0.0;
        match (strongest, alike) {
            (Some(EvidenceKind::Kind), true) => {
                self.say("zelfde soort actor", "same kind of actor")
            }
            (Some(EvidenceKind::Values), true) => self.say("gedeelde waarden", "shared values"),
            (Some(EvidenceKind::Values), false) => self.say("andere waarden", "other values"),
            (Some(EvidenceKind::Interest), true) => self.say("zelfde kant op", "same direction"),
            (Some(EvidenceKind::Interest), false) => self.say("tegenover elkaar", "opposed"),
            (Some(EvidenceKind::Circle), true) => self.say("zelfde kring", "same circle"),
            (Some(EvidenceKind::Circle), false) => self.say("andere kring", "other circle"),
            (Some(EvidenceKind::Frame), true) => self.say("zelfde invalshoek", "same angle"),
            (Some(EvidenceKind::Frame), false) => self.say("andere invalshoek", "other angle"),
            (Some(EvidenceKind::Kind), false) | (None, _) => self.say("ongelijksoortig", "unlike"),
        }
    }

    fn hangs_on(&self, row: &PairAdvice) -> String {
        let names: Vec<&str> = row
            .pivotal
            .iter()
            .map(|kind| words::evidence(*kind).get(self.language))
            .collect();
        let names = match names.as_slice() {
            [first @ .., last] if !first.is_empty() => {
                let or = self.say(" of ", " or ");
                format!("{}{or}{last}", first.join(", "))
            }
            names => names.concat(),
        };
        self.say(
            format!("draait op één antwoord: {names}"),
            format!("hangs on one answer: {names}"),
        )
    }

    fn situation(&self, row: &PairAdvice) -> String {
        if row.with_council {
            return words::way_in(WayIn::ThroughCouncilChannel)
                .get(self.language)
                .to_owned();
        }
        match row.relation {
            Relation::Negative => self.say("conflict", "conflict"),
            Relation::Strong => self.say("al sterk: niets nodig", "strong already: nothing needed"),
            Relation::Weak => self.say("er is een band, nog niet sterk", "tied, not strongly yet"),
            Relation::None => self.already_connected(row).unwrap_or_else(|| {
                if row.access == 2 {
                    self.say("nog geen band; u kent beide", "no tie yet; you know both")
                } else {
                    self.say(
                        "nog niemand verbindt deze twee",
                        "nobody connects these two yet",
                    )
                }
            }),
        }
    }

    /// Names who connects the two already.
    fn already_connected(&self, row: &PairAdvice) -> Option<String> {
        let (first, rest) = row.other_brokers.split_first()?;
        let x = self.name(*first);
        Some(match rest.len() {
            0 => self.say(
                format!("{x} verbindt deze twee al"),
                format!("{x} connects these two already"),
            ),
            n => self.say(
                format!(
                    "{x} en {} verbinden deze twee al",
                    counted(n, "ander", "anderen")
                ),
                format!(
                    "{x} and {} connect these two already",
                    counted(n, "other", "others")
                ),
            ),
        })
    }

    /// Gives the advice and its strength, such as `verbinden · sterk`.
    pub(crate) fn verdict(&self, row: &PairAdvice) -> String {
        let label = words::label(row.label).get(self.language);
        match row.label {
            Label::Regie | Label::Verbinden => {
                format!(
                    "{label} · {}",
                    words::strength(row.strength).get(self.language)
                )
            }
            Label::Mixed | Label::Unknown => label.to_owned(),
        }
    }

    /// Tells the evidence, row by row.
    pub(crate) fn evidence(&self, row: &PairAdvice) -> Vec<EvidenceRow> {
        EvidenceKind::ALL
            .into_iter()
            .map(|kind| {
                let value = row.evidence.get(kind);
                let says = match value {
                    None => Says::Unknown,
                    Some(e) if e.abs() < NEITHER => Says::Neither,
                    Some(e) if e > 0.0 => Says::Regie,
                    Some(_) => Says::Verbinden,
                };
                EvidenceRow {
                    kind,
                    word: words::evidence(kind).get(self.language),
                    what: self.what(row, kind),
                    weight: self.weight(kind),
                    says,
                    says_word: self.says(says),
                }
            })
            .collect()
    }

    fn says(&self, says: Says) -> String {
        match says {
            Says::Verbinden => self.say("vóór verbinden", "for bridging"),
            Says::Regie => self.say("vóór regie", "for directing"),
            Says::Neither => self.say("maakt niet uit", "makes no difference"),
            Says::Unknown => self.say("onbekend", "unknown"),
        }
    }

    fn weight(&self, kind: EvidenceKind) -> String {
        let weight = self.settings.weights.get(kind);
        if weight >= 3.0 {
            self.say("telt zwaar", "weighs heavily")
        } else if weight >= 2.0 {
            self.say("telt mee", "counts")
        } else {
            self.say("telt licht", "weighs lightly")
        }
    }

    fn what(&self, row: &PairAdvice, kind: EvidenceKind) -> String {
        let (a, b) = (&self.field.actors[row.i], &self.field.actors[row.j]);
        let Some(value) = row.evidence.get(kind) else {
            return match kind {
                EvidenceKind::Circle => self.say("geen kring", "no circle"),
                EvidenceKind::Kind
                | EvidenceKind::Values
                | EvidenceKind::Interest
                | EvidenceKind::Frame => {
                    self.say("nog niet van beide bekend", "not known of both yet")
                }
            };
        };
        match kind {
            EvidenceKind::Kind => self.arenas(row),
            EvidenceKind::Values => self.shared(
                a.values.as_ref(),
                b.values.as_ref(),
                &|tag| tag.to_owned(),
                (
                    &self.say("niets gedeeld", "nothing shared"),
                    &self.say("waarden", "values"),
                ),
            ),
            EvidenceKind::Interest if value >= NEITHER => {
                self.say("dezelfde kant op", "in the same direction")
            }
            EvidenceKind::Interest if value <= -NEITHER => {
                self.say("tegenover elkaar", "against each other")
            }
            EvidenceKind::Interest => {
                self.say("deels tegenover elkaar", "partly against each other")
            }
            EvidenceKind::Circle => self.circle(row, value),
            EvidenceKind::Frame => self.shared(
                a.frames.as_ref(),
                b.frames.as_ref(),
                &|tag| words::frame(tag, self.language),
                (
                    &self.say("niets gedeeld", "nothing shared"),
                    &self.say("invalshoeken", "angles"),
                ),
            ),
        }
    }

    fn arenas(&self, row: &PairAdvice) -> String {
        let (a, b) = (&self.field.actors[row.i], &self.field.actors[row.j]);
        if let (Some(x), Some(y)) = (&a.kind, &b.kind)
            && x == y
        {
            let kind = words::kind(x, self.language);
            return self.say(format!("allebei {kind}"), format!("both {kind}"));
        }
        let (Some(x), Some(y)) = (&a.group, &b.group) else {
            return self.say("nog niet van beide bekend", "not known of both yet");
        };
        let (x, y) = (
            words::arena(x, self.language),
            words::arena(y, self.language),
        );
        if x == y {
            self.say(format!("allebei {x}"), format!("both {x}"))
        } else {
            self.say(format!("{x} naast {y}"), format!("{x} beside {y}"))
        }
    }

    /// Names what two lists of tags share, by name up to two, else by number.
    fn shared(
        &self,
        one: Option<&Tags>,
        other: Option<&Tags>,
        word: &dyn Fn(&str) -> String,
        (nothing, plural): (&str, &str),
    ) -> String {
        let (Some(one), Some(other)) = (one, other) else {
            return nothing.to_owned();
        };
        let both: Vec<String> = one
            .keys()
            .filter(|tag| other.contains_key(*tag))
            .map(|tag| format!("‘{}’", word(tag)))
            .collect();
        let all = one.len() + other.len() - both.len();
        match both.as_slice() {
            [] => nothing.to_owned(),
            [tag] if all > 1 => self.say(
                format!("alleen {tag} gedeeld"),
                format!("only {tag} shared"),
            ),
            [tag] => self.say(format!("{tag} gedeeld"), format!("{tag} shared")),
            [tag, next] => self.say(
                format!("{tag} en {next} gedeeld"),
                format!("{tag} and {next} shared"),
            ),
            more => {
                let n = more.len();
                self.say(
                    format!("{n} van de {all} {plural} gedeeld"),
                    format!("{n} of {all} {plural} shared"),
                )
            }
        }
    }

    fn circle(&self, row: &PairAdvice, value: f64) -> String {
        if value > 0.0 {
            return self.say("dezelfde", "the same");
        }
        match row.steps {
            None => self.say(
                "verschillend, zonder weg ertussen",
                "different, no path between",
            ),
            Some(steps) => self.say(
                format!(
                    "verschillend, {} van elkaar",
                    counted(steps, "stap", "stappen")
                ),
                format!("different, {} apart", counted(steps, "step", "steps")),
            ),
        }
    }

    /// Gives the way in as one sentence.
    pub(crate) fn way_in(&self, row: &PairAdvice) -> String {
        let way = row.way_in();
        let mut sentence = words::way_in(way).get(self.language).to_owned();
        if let (WayIn::WithColleague, Some(colleague)) = (way, row.team.first()) {
            sentence.push(' ');
            sentence.push_str(self.name(*colleague));
        }
        if let Some(connected) = self.already_connected(row) {
            sentence.push_str("; ");
            sentence.push_str(&connected);
        }
        sentence
    }

    /// Gives the place of the pair as seen from the administration.
    pub(crate) fn placement(&self, row: &PairAdvice) -> &'static str {
        words::placement(row.placement).get(self.language)
    }

    /// Says on which single answer the advice hangs, where it does.
    pub(crate) fn pivotal(&self, row: &PairAdvice) -> Option<String> {
        (!row.pivotal.is_empty()).then(|| {
            let hangs = self.hangs_on(row);
            self.say(
                format!("Dit advies {hangs}"),
                format!("This advice {hangs}"),
            )
        })
    }

    /// Says that spheres and content point to different roles, where they do.
    pub(crate) fn structure(&self, row: &PairAdvice) -> Option<String> {
        row.structure_disagrees(same_sphere(self.field, row))
            .then(|| {
                self.say(
                    "De arena’s wijzen de ene kant op, wat bekend is de andere",
                    "The arenas point one way, what is known the other",
                )
            })
    }

    /// Says why a competence is asked for.
    pub(crate) fn competence_reason(&self, advice: &CompetenceAdvice) -> String {
        let reason = words::reason(&advice.reason).get(self.language);
        match &advice.reason {
            Reason::LowNeed(_, actors) => format!("{} {reason}", self.names(actors)),
            Reason::AlikeActors
            | Reason::AlreadyTied
            | Reason::DifferentKinds
            | Reason::ValuesUnknownOrApart
            | Reason::PositionsOpposed
            | Reason::ConflictOrApart
            | Reason::GovernmentTakesPart
            | Reason::KnowledgeTakesPart
            | Reason::ResidentsTakePart
            | Reason::PowerGap
            | Reason::NoOwnTie => capital(reason),
        }
    }

    /// Holds the chosen role beside the advice, as a question.
    pub(crate) fn question(&self, row: &PairAdvice, chosen: Option<Mode>) -> String {
        let verdict = self
            .analysis
            .mismatches
            .iter()
            .find(|found| (found.i, found.j) == (row.i, row.j))
            .map(|found| found.verdict);
        let Some(mode) = chosen else {
            return match verdict {
                Some(Verdict::Missed) => self.say(
                    "Hier is nog geen rol gekozen, en er ligt wel een vraag. Wat kiest u?",
                    "No role was chosen here yet, and there is a question. What do you choose?",
                ),
                _ => self.say("Wat kiest u?", "What do you choose?"),
            };
        };
        let role = words::mode_lower(mode).get(self.language);
        let start = self.say(
            format!("U koos hier {role}."),
            format!("You chose {role} here."),
        );
        let rest = match (verdict, mode) {
            (Some(Verdict::GripOnUnlike | Verdict::MediatingAlike), _) => {
                let role = capital(role);
                self.say(
                    format!("{role} past hier minder vanzelf. Wat kiest u?"),
                    format!("{role} fits less naturally here. What do you choose?"),
                )
            }
            (Some(Verdict::Unfounded), _) if row.coverage < 0.5 => self.say(
                "Over deze twee is nog weinig bekend. Wat maakt dat u dit kiest?",
                "Little is known of these two yet. What makes you choose this?",
            ),
            (Some(Verdict::Unfounded), _) => self.say(
                "Wat bekend is, wijst niet duidelijk één kant op. Wat maakt dat u dit kiest?",
                "What is known does not clearly point one way. What makes you choose this?",
            ),
            (Some(Verdict::Fitting), _) => {
                self.say("Dat past bij wat bekend is.", "That fits what is known.")
            }
            (Some(Verdict::FittingAlreadyStrong), _) => self.say(
                "Dat past, en de band is al sterk. Is hier nog iets nodig?",
                "That fits, and the tie is strong already. Is anything still needed?",
            ),
            (Some(Verdict::Missed) | None, Mode::Coordinatie) => self.say(
                "Moeten de twee samen handelen, of alleen tijd en informatie afstemmen? En van wie is het resultaat?",
                "Must the two act together, or only tune time and information? And who owns the result?",
            ),
            (Some(Verdict::Missed) | None, Mode::Regie | Mode::Verbinden) => {
                self.say("Klopt dat nog?", "Does that still hold?")
            }
        };
        format!("{start} {rest}")
    }

    /// Gives how many of five squares an advice fills.
    pub(crate) fn squares(&self, row: &PairAdvice) -> usize {
        let settings = self.settings;
        let value = row.strength_value;
        match row.strength {
            StrengthWord::Weak if value < settings.moderate_at / 2.0 => 1,
            StrengthWord::Weak => 2,
            StrengthWord::Moderate => 3,
            StrengthWord::Strong if value < f64::midpoint(settings.strong_at, 1.0) => 4,
            StrengthWord::Strong => 5,
        }
    }
}
