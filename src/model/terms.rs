//! The built-in terms, each with the code it has in a file.

macro_rules! terms {
    ($($(#[$doc:meta])* $name:ident { $($(#[$term_doc:meta])* $term:ident = $code:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$term_doc])* $term,)*
        }

        impl $name {
            /// Every term, in the order in which a list shows them.
            pub const ALL: &[Self] = &[$(Self::$term,)*];

            /// Gives the code in a file.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$term => $code,)*
                }
            }

            /// Finds a term by its code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|term| term.code() == code)
            }
        }
    )*};
}

terms! {
    /// Where an actor belongs.
    Arena {
        /// Bestuur en politiek.
        Governing = "bestuur",
        /// Ambtelijk.
        Officials = "ambtelijk",
        /// Andere overheden.
        Government = "overheid",
        /// Instellingen.
        Institutions = "maatschappelijk",
        /// Bedrijven.
        Market = "markt",
        /// Inwoners.
        Residents = "samenleving",
        /// Kennis.
        Knowledge = "kennis",
        /// Media.
        Media = "media",
    }
    /// What sort of actor it is.
    Kind {
        /// Wethouder.
        Alderman = "wethouder",
        /// Burgemeester.
        Mayor = "burgemeester",
        /// Raad.
        Council = "raad",
        /// Griffie.
        Clerk = "griffie",
        /// Ambtenaar.
        Official = "ambtenaar",
        /// Directie.
        Management = "directie",
        /// Verbonden partij in uitvoering, zoals een omgevingsdienst.
        Agency = "uitvoeringsdienst",
        /// Woningcorporatie.
        Housing = "corporatie",
        /// Zorg.
        Care = "zorg",
        /// Welzijn.
        Welfare = "welzijn",
        /// School.
        School = "school",
        /// Politie.
        Police = "politie",
        /// Bedrijf.
        Company = "bedrijf",
        /// Ondernemersvereniging.
        Businesses = "ondernemers",
        /// Netbeheerder of ander nutsbedrijf.
        Utility = "nutsbedrijf",
        /// Bewonersgroep.
        ResidentsGroup = "bewonersgroep",
        /// Initiatief.
        Initiative = "initiatief",
        /// Kerk, moskee of andere gemeenschap.
        Community = "gemeenschap",
        /// Hogeschool.
        College = "hogeschool",
        /// Universiteit.
        University = "universiteit",
        /// Adviesbureau.
        Consultancy = "adviesbureau",
        /// Gemeente.
        Municipality = "gemeente",
        /// Provincie.
        Province = "provincie",
        /// Waterschap.
        WaterAuthority = "waterschap",
        /// Rijk.
        State = "rijk",
        /// Regio.
        Region = "regio",
        /// Krant.
        Newspaper = "krant",
        /// Omroep.
        Broadcaster = "omroep",
    }
    /// What form an actor has.
    Form {
        /// One person.
        Person = "person",
        /// Several people without a legal form.
        Group = "group",
        /// An organisation.
        Organisation = "organisation",
    }
    /// At what level an actor works.
    Level {
        /// Buurt.
        Neighbourhood = "buurt",
        /// Gemeente.
        Municipality = "gemeente",
        /// Regio.
        Region = "regio",
        /// Rijk.
        State = "rijk",
    }
    /// The angle from which an actor looks (*invalshoek*).
    Frame {
        /// Probleem.
        Problem = "probleem",
        /// Kans.
        Opportunity = "kans",
        /// Kosten.
        Cost = "kosten",
        /// Recht.
        Right = "recht",
        /// Zorg.
        Care = "zorg",
        /// Risico.
        Risk = "risico",
        /// Leefbaarheid.
        Liveability = "leefbaarheid",
    }
    /// How deep an interest lies.
    InterestKind {
        /// What is asked for.
        Position = "position",
        /// What it is for.
        Interest = "interest",
        /// What drives it.
        Drive = "drive",
        /// What it is worth.
        Value = "value",
    }
    /// What a relation is about.
    RelationKind {
        /// Samenwerking.
        Cooperation = "samenwerking",
        /// Informatie.
        Information = "informatie",
        /// Opdracht.
        Assignment = "opdracht",
        /// Geld.
        Money = "geld",
        /// Gezag.
        Authority = "gezag",
        /// Toezicht.
        Oversight = "toezicht",
        /// Steun.
        Support = "steun",
        /// Persoonlijk.
        Personal = "persoonlijk",
    }
    /// The tone of a relation.
    Tone {
        /// Counts +1.
        Cooperative = "cooperative",
        /// Counts 0.
        Neutral = "neutral",
        /// Counts −1.
        Conflict = "conflict",
    }
    /// Through what channel a relation runs.
    Formality {
        /// Formal.
        Formal = "formal",
        /// Informal.
        Informal = "informal",
        /// Both.
        Both = "both",
    }
    /// The role that the official plays.
    Mode {
        /// Regie: directs like actors.
        Regie = "regie",
        /// Verbinden: stands between unlike actors.
        Verbinden = "verbinden",
        /// Coördinatie: tunes time and information.
        Coordinatie = "coordinatie",
    }
    /// What the official does besides, by style of governing, of connecting and by formal office.
    Style {
        /// Reguleren.
        Regulate = "reguleren",
        /// Regisseren.
        Direct = "regisseren",
        /// Stimuleren.
        Stimulate = "stimuleren",
        /// Aanjagen.
        Drive = "aanjagen",
        /// Faciliteren.
        Facilitate = "faciliteren",
        /// Loslaten.
        LetGo = "loslaten",
        /// Mobiliseren.
        Mobilise = "mobiliseren",
        /// Improviseren.
        Improvise = "improviseren",
        /// Vitaliseren.
        Vitalise = "vitaliseren",
        /// Balanceren.
        Balance = "balanceren",
        /// Coördineren.
        Coordinate = "coordineren",
        /// Beheer.
        Maintain = "beheer",
        /// Bevoegd gezag.
        Authority = "bevoegd_gezag",
        /// Financiering.
        Finance = "financiering",
        /// Bemiddeling.
        Mediate = "bemiddeling",
    }
    /// In what phase of a process a role is played.
    Phase {
        /// Before the process.
        Before = "before",
        /// During the process.
        During = "during",
        /// After the process.
        After = "after",
    }
    /// Whether a role is played now, wanted later or played no more.
    RoleState {
        /// Now.
        Now = "now",
        /// Later.
        Later = "later",
        /// Once chosen, and taken back or followed by another choice.
        Earlier = "earlier",
    }
    /// The course towards something.
    Direction {
        /// Sturen.
        Steer = "sturen",
        /// Meebewegen.
        GoAlong = "meebewegen",
        /// Loslaten.
        LetGo = "loslaten",
    }
    /// How far an action is.
    ActionStatus {
        /// Not begun.
        Open = "open",
        /// Being done.
        Doing = "doing",
        /// Done.
        Done = "done",
        /// Not done any more.
        Dropped = "dropped",
    }
    /// Whether an action follows a known way or a new one.
    Way {
        /// As it always went.
        Old = "old",
        /// A new way.
        New = "new",
    }
    /// What an entry of the log tells of.
    LogKind {
        /// A talk.
        Talk = "talk",
        /// An experiment.
        Experiment = "experiment",
        /// Something shared.
        Sharing = "sharing",
        /// A decision.
        Decision = "decision",
        /// A reflection.
        Reflection = "reflection",
    }
    /// What a moment shows.
    MomentState {
        /// How it is.
        Now = "now",
        /// How it should become.
        Later = "later",
        /// How a session ended.
        SessionEnd = "session_end",
        /// A what-if.
        Scenario = "scenario",
    }
    /// How the actors are arranged (*weergave*).
    Arrangement {
        /// Netwerk.
        Network = "network",
        /// Krachten.
        Forces = "forces",
        /// Matrix.
        Matrix = "matrix",
        /// Ringen.
        Rings = "rings",
        /// Tabel.
        Table = "table",
        /// Koers.
        Course = "course",
    }
    /// A language.
    Language {
        /// Nederlands.
        Dutch = "nl",
        /// English.
        English = "en",
    }
}

impl Arena {
    /// Says whether an actor here is inside the own organisation unless said otherwise.
    pub fn usually_inside(self) -> bool {
        matches!(self, Self::Governing | Self::Officials)
    }
}

impl Kind {
    /// Gives the arena a kind usually belongs to.
    pub fn arena(self) -> Arena {
        match self {
            Self::Alderman | Self::Mayor | Self::Council | Self::Clerk => Arena::Governing,
            Self::Official | Self::Management => Arena::Officials,
            Self::Agency
            | Self::Municipality
            | Self::Province
            | Self::WaterAuthority
            | Self::State
            | Self::Region => Arena::Government,
            Self::Housing | Self::Care | Self::Welfare | Self::School | Self::Police => {
                Arena::Institutions
            }
            Self::Company | Self::Businesses | Self::Utility => Arena::Market,
            Self::ResidentsGroup | Self::Initiative | Self::Community => Arena::Residents,
            Self::College | Self::University | Self::Consultancy => Arena::Knowledge,
            Self::Newspaper | Self::Broadcaster => Arena::Media,
        }
    }
}

impl Tone {
    /// Gives the sign in computations: 1, 0 or −1.
    pub fn sign(self) -> i8 {
        match self {
            Self::Cooperative => 1,
            Self::Neutral => 0,
            Self::Conflict => -1,
        }
    }
}

impl Arrangement {
    /// Says whether a place in this arrangement is a judgement, so that the wall shows it only when switched on.
    pub fn judges_by_place(self) -> bool {
        match self {
            Self::Network | Self::Table => false,
            Self::Forces | Self::Matrix | Self::Rings | Self::Course => true,
        }
    }
}

impl Language {
    /// Gives the other language.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Dutch => Self::English,
            Self::English => Self::Dutch,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_found_by_its_own_code() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_code(kind.code()), Some(*kind));
        }
    }

    #[test]
    fn no_two_styles_share_a_code() {
        for style in Style::ALL {
            assert_eq!(Style::from_code(style.code()), Some(*style));
        }
        assert_eq!(Style::ALL.len(), 15);
    }
}
