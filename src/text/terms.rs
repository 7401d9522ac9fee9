//! The words of the built-in terms.

use super::Text;
use crate::model::{
    ActionStatus, Arena, Arrangement, Certainty, Direction, Form, Formality, Frame, InterestKind,
    Kind, Language, Level, LogKind, Mode, MomentState, Phase, RelationKind, RoleState, Style, Term,
    Tone, Way,
};

/// Something with a word of its own in both languages.
pub(crate) trait Named {
    /// Gives its word.
    fn text(self) -> Text;

    /// Gives its word in a language.
    fn word(self, language: Language) -> &'static str
    where
        Self: Sized,
    {
        self.text().get(language)
    }
}

/// Gives the word of a term: that of a built-in one in a language, or its own name.
pub(crate) fn term<B: Named + Copy>(term: &Term<B>, language: Language) -> &str {
    match term {
        Term::BuiltIn(built_in) => built_in.word(language),
        Term::Own(name) => name,
    }
}

macro_rules! words {
    ($($name:ident { $($term:ident: $nl:literal, $en:literal;)* })*) => {$(
        impl Named for $name {
            fn text(self) -> Text {
                match self {
                    $(Self::$term => Text::new($nl, $en),)*
                }
            }
        }
    )*};
}

words! {
    Arena {
        Governing: "Bestuur en politiek", "Government and politics";
        Officials: "Ambtelijk", "Civil service";
        Government: "Andere overheden", "Other authorities";
        Institutions: "Instellingen", "Institutions";
        Market: "Bedrijven", "Businesses";
        Residents: "Inwoners", "Residents";
        Knowledge: "Kennis", "Knowledge";
        Media: "Media", "Media";
    }
    Kind {
        Alderman: "Wethouder", "Alderman";
        Mayor: "Burgemeester", "Mayor";
        Council: "Raad", "Council";
        Clerk: "Griffie", "Council clerk";
        Official: "Ambtenaar", "Official";
        Management: "Directie", "Management";
        Agency: "Uitvoeringsdienst", "Executive agency";
        Housing: "Corporatie", "Housing association";
        Care: "Zorg", "Care";
        Welfare: "Welzijn", "Social work";
        School: "School", "School";
        Police: "Politie", "Police";
        Company: "Bedrijf", "Company";
        Businesses: "Ondernemers", "Business association";
        Utility: "Nutsbedrijf", "Utility";
        ResidentsGroup: "Bewonersgroep", "Residents’ group";
        Initiative: "Initiatief", "Initiative";
        Community: "Gemeenschap", "Community";
        College: "Hogeschool", "College";
        University: "Universiteit", "University";
        Consultancy: "Adviesbureau", "Consultancy";
        Municipality: "Gemeente", "Municipality";
        Province: "Provincie", "Province";
        WaterAuthority: "Waterschap", "Water authority";
        State: "Rijk", "State";
        Region: "Regio", "Region";
        Newspaper: "Krant", "Newspaper";
        Broadcaster: "Omroep", "Broadcaster";
    }
    Form {
        Person: "Persoon", "Person";
        Group: "Groep", "Group";
        Organisation: "Organisatie", "Organisation";
    }
    Level {
        Neighbourhood: "Buurt", "Neighbourhood";
        Municipality: "Gemeente", "Municipality";
        Region: "Regio", "Region";
        State: "Rijk", "State";
    }
    Frame {
        Problem: "Probleem", "Problem";
        Opportunity: "Kans", "Opportunity";
        Cost: "Kosten", "Cost";
        Right: "Recht", "Right";
        Care: "Zorg", "Care";
        Risk: "Risico", "Risk";
        Liveability: "Leefbaarheid", "Liveability";
    }
    InterestKind {
        Position: "Standpunt", "Position";
        Interest: "Belang", "Interest";
        Drive: "Drijfveer", "Drive";
        Value: "Waarde", "Value";
    }
    RelationKind {
        Cooperation: "Samenwerking", "Cooperation";
        Information: "Informatie", "Information";
        Assignment: "Opdracht", "Assignment";
        Money: "Geld", "Money";
        Authority: "Gezag", "Authority";
        Oversight: "Toezicht", "Oversight";
        Support: "Steun", "Support";
        Personal: "Persoonlijk", "Personal";
    }
    Tone {
        Cooperative: "Goed", "Good";
        Neutral: "Neutraal", "Neutral";
        Conflict: "Conflict", "Conflict";
    }
    Formality {
        Formal: "Formeel", "Formal";
        Informal: "Informeel", "Informal";
        Both: "Allebei", "Both";
    }
    Mode {
        Regie: "Regie", "Directing";
        Verbinden: "Verbinden", "Bridging";
        Coordinatie: "Coördinatie", "Coordinating";
    }
    Style {
        Regulate: "Reguleren", "Regulating";
        Direct: "Regisseren", "Orchestrating";
        Stimulate: "Stimuleren", "Encouraging";
        Drive: "Aanjagen", "Driving";
        Facilitate: "Faciliteren", "Facilitating";
        LetGo: "Loslaten", "Letting go";
        Mobilise: "Mobiliseren", "Mobilising";
        Improvise: "Improviseren", "Improvising";
        Vitalise: "Vitaliseren", "Vitalising";
        Balance: "Balanceren", "Balancing";
        Coordinate: "Coördineren", "Coordinating";
        Maintain: "Beheer", "Maintenance";
        Authority: "Bevoegd gezag", "Competent authority";
        Finance: "Financiering", "Funding";
        Mediate: "Bemiddeling", "Mediation";
    }
    Phase {
        Before: "Vooraf", "Before";
        During: "Tijdens", "During";
        After: "Achteraf", "After";
    }
    RoleState {
        Now: "Nu", "Now";
        Later: "Later", "Later";
        Earlier: "Eerder", "Earlier";
    }
    Direction {
        Steer: "Sturen", "Steer";
        GoAlong: "Meebewegen", "Go along";
        LetGo: "Loslaten", "Let go";
    }
    ActionStatus {
        Open: "Open", "Open";
        Doing: "Bezig", "Doing";
        Done: "Klaar", "Done";
        Dropped: "Vervallen", "Dropped";
    }
    Way {
        Old: "Bekende weg", "Known way";
        New: "Nieuwe weg", "New way";
    }
    LogKind {
        Talk: "Gesprek", "Talk";
        Experiment: "Experiment", "Experiment";
        Sharing: "Gedeeld", "Shared";
        Decision: "Besluit", "Decision";
        Reflection: "Reflectie", "Reflection";
    }
    MomentState {
        Now: "Nu", "Now";
        Later: "Later", "Later";
        SessionEnd: "Einde sessie", "End of session";
        Scenario: "Scenario", "Scenario";
    }
    Arrangement {
        Network: "Netwerk", "Network";
        Forces: "Krachten", "Forces";
        Matrix: "Matrix", "Matrix";
        Rings: "Ringen", "Rings";
        Table: "Tabel", "Table";
        Course: "Koers", "Course";
    }
    Certainty {
        Sure: "Zeker", "Sure";
        Likely: "Waarschijnlijk", "Likely";
        Guess: "Gok", "Guess";
    }
    Language {
        Dutch: "Nederlands", "Nederlands";
        English: "English", "English";
    }
}
