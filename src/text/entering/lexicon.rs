//! The words by which a typed line is understood, in both languages at once: who types one language often has names in
//! the other.

use crate::model::{Arena, Kind, Language};
use crate::session::quick::WordPart::{self, End, Start, Whole};
use crate::session::quick::{Column, Hint, Lexicon, fold};
use crate::text::terms::Named as _;

/// Builds the lexicon of both languages.
pub(crate) fn lexicon() -> Lexicon {
    let both = [Language::Dutch, Language::English];
    let mut arenas = Vec::new();
    for arena in Arena::ALL.iter().copied() {
        arenas.extend(both.map(|language| (fold(arena.word(language)), arena)));
        arenas.push((fold(arena.code()), arena));
        let more = more_arena_words(arena).iter();
        arenas.extend(more.map(|word| (fold(word), arena)));
    }
    let mut kinds = Vec::new();
    for kind in Kind::ALL.iter().copied() {
        kinds.extend(both.map(|language| (fold(kind.word(language)), kind)));
        kinds.push((fold(kind.code()), kind));
    }
    Lexicon {
        arenas,
        kinds,
        hints: hints(),
        heads: heads(),
    }
}

fn more_arena_words(arena: Arena) -> &'static [&'static str] {
    match arena {
        Arena::Governing => &["politiek", "politics"],
        Arena::Officials => &["ambtenaren", "organisatie", "officials"],
        Arena::Government => &["overheden", "authorities"],
        Arena::Institutions => &["maatschappelijke organisaties"],
        Arena::Market => &["ondernemers", "companies", "market"],
        Arena::Residents => &["bewoners", "burgers", "citizens", "society"],
        Arena::Knowledge => &["onderzoek", "research"],
        Arena::Media => &["pers", "press"],
    }
}

fn heads() -> Vec<(String, Column)> {
    let words: [(&[&str], Column); 3] = [
        (
            &[
                "naam", "name", "actor", "actoren", "actors", "namen", "names",
            ],
            Column::Name,
        ),
        (&["arena", "arenas"], Column::Arena),
        (&["soort", "kind", "type"], Column::Kind),
    ];
    words
        .iter()
        .flat_map(|(words, column)| words.iter().map(|word| (fold(word), *column)))
        .collect()
}

fn hints() -> Vec<Hint> {
    let mut hints = Vec::new();
    for (words, part, kind) in KIND_HINTS {
        hints.extend(words.iter().map(|word| Hint {
            word: fold(word),
            part: *part,
            kind: Some(*kind),
            arena: kind.arena(),
        }));
    }
    for (words, part, arena) in ARENA_HINTS {
        hints.extend(words.iter().map(|word| Hint {
            word: fold(word),
            part: *part,
            kind: None,
            arena: *arena,
        }));
    }
    hints
}

/// Words that give away a kind, and with it an arena.
const KIND_HINTS: &[(&[&str], WordPart, Kind)] = &[
    (
        &[
            "wethouder",
            "wethouders",
            "alderman",
            "alderwoman",
            "alderperson",
        ],
        Start,
        Kind::Alderman,
    ),
    (&["burgemeester", "mayor"], Start, Kind::Mayor),
    (
        &[
            "raad",
            "gemeenteraad",
            "raadsfractie",
            "raadsleden",
            "raadslid",
            "fractie",
            "council",
            "councillor",
            "councillors",
        ],
        Whole,
        Kind::Council,
    ),
    (&["fractie"], End, Kind::Council),
    (
        &["griffie", "griffier", "raadsgriffie", "clerk"],
        Whole,
        Kind::Clerk,
    ),
    (
        &[
            "ambtenaar",
            "ambtenaren",
            "beleidsmedewerker",
            "projectleider",
            "procesregisseur",
            "wijkmanager",
            "programmamanager",
            "official",
            "officials",
        ],
        Whole,
        Kind::Official,
    ),
    (&["ambtenaar", "regisseur"], End, Kind::Official),
    (
        &[
            "directie",
            "directeur",
            "gemeentesecretaris",
            "management",
            "managementteam",
            "director",
        ],
        Whole,
        Kind::Management,
    ),
    (
        &[
            "omgevingsdienst",
            "uitvoeringsdienst",
            "ggd",
            "veiligheidsregio",
            "agency",
        ],
        Whole,
        Kind::Agency,
    ),
    (&["dienst"], End, Kind::Agency),
    (&["corporatie", "corporaties"], End, Kind::Housing),
    (&["woningbouw", "woonstichting"], Start, Kind::Housing),
    (&["housing"], Whole, Kind::Housing),
    (
        &[
            "zorg",
            "ziekenhuis",
            "huisarts",
            "huisartsen",
            "huisartsenkring",
            "ggz",
            "thuiszorg",
            "care",
            "hospital",
        ],
        Whole,
        Kind::Care,
    ),
    (&["zorg", "ziekenhuis"], End, Kind::Care),
    (
        &["zorgaanbieder", "zorginstelling", "huisartsen"],
        Start,
        Kind::Care,
    ),
    (&["welzijn", "welfare"], Start, Kind::Welfare),
    (&["buurtteam", "wijkteam"], Start, Kind::Welfare),
    (
        &[
            "school",
            "scholen",
            "schoolbestuur",
            "scholengroep",
            "schools",
        ],
        Whole,
        Kind::School,
    ),
    (&["school"], End, Kind::School),
    (&["scholen", "schoolbestu"], Start, Kind::School),
    (&["politie", "police", "wijkagent"], Start, Kind::Police),
    (
        &[
            "bedrijf",
            "bedrijven",
            "company",
            "projectontwikkelaar",
            "ontwikkelaar",
            "developer",
        ],
        Whole,
        Kind::Company,
    ),
    (&["bedrijf", "ontwikkelaar"], End, Kind::Company),
    (
        &[
            "ondernemers",
            "winkeliers",
            "mkb",
            "businesses",
            "retailers",
        ],
        Start,
        Kind::Businesses,
    ),
    (
        &[
            "netbeheerder",
            "nutsbedrijf",
            "waterbedrijf",
            "warmtebedrijf",
            "utility",
        ],
        Whole,
        Kind::Utility,
    ),
    (
        &[
            "bewoners",
            "huurders",
            "buurtbewoners",
            "omwonenden",
            "residents",
            "tenants",
            "neighbours",
        ],
        Start,
        Kind::ResidentsGroup,
    ),
    (
        &["wijkraad", "dorpsraad", "buurtraad", "buurtvereniging"],
        Start,
        Kind::ResidentsGroup,
    ),
    (
        &[
            "initiatief",
            "burgerinitiatief",
            "buurtinitiatief",
            "initiative",
        ],
        Whole,
        Kind::Initiative,
    ),
    (&["initiatief"], End, Kind::Initiative),
    (
        &["kerk", "moskee", "parochie", "diaconie", "church", "mosque"],
        Whole,
        Kind::Community,
    ),
    (&["kerk", "moskee", "gemeenschap"], End, Kind::Community),
    (&["hogeschool"], Start, Kind::College),
    (&["universiteit", "university"], Start, Kind::University),
    (
        &["adviesbureau", "consultancy", "consultants"],
        Start,
        Kind::Consultancy,
    ),
    (
        &["gemeente", "municipality", "buurgemeente", "buurgemeenten"],
        Whole,
        Kind::Municipality,
    ),
    (
        &["provincie", "province", "provinciale"],
        Start,
        Kind::Province,
    ),
    (
        &["waterschap", "hoogheemraadschap"],
        Start,
        Kind::WaterAuthority,
    ),
    (
        &["rijk", "rijksoverheid", "rijkswaterstaat", "state"],
        Whole,
        Kind::State,
    ),
    (&["ministerie", "ministry"], Start, Kind::State),
    (&["regio", "region"], Whole, Kind::Region),
    (
        &["krant", "dagblad", "newspaper", "courant"],
        Whole,
        Kind::Newspaper,
    ),
    (&["krant", "dagblad", "courant"], End, Kind::Newspaper),
    (&["omroep", "broadcaster"], Whole, Kind::Broadcaster),
    (&["omroep"], End, Kind::Broadcaster),
];

/// Words that give away an arena only.
const ARENA_HINTS: &[(&[&str], WordPart, Arena)] = &[
    (
        &[
            "college",
            "coalitie",
            "oppositie",
            "raadscommissie",
            "partij",
        ],
        Whole,
        Arena::Governing,
    ),
    (
        &[
            "afdeling",
            "programma",
            "team",
            "ondernemingsraad",
            "department",
        ],
        Whole,
        Arena::Officials,
    ),
    (
        &[
            "stichting",
            "vereniging",
            "bibliotheek",
            "foundation",
            "vakbond",
            "charity",
        ],
        Whole,
        Arena::Institutions,
    ),
    (
        &[
            "bank",
            "belegger",
            "investeerder",
            "uitzendbureau",
            "supermarkt",
            "investor",
        ],
        Whole,
        Arena::Market,
    ),
    (&["bureau"], End, Arena::Market),
    (
        &[
            "burger",
            "inwoner",
            "buurt",
            "wijk",
            "jongeren",
            "ouderen",
            "vrijwilliger",
            "citizen",
            "volunteer",
        ],
        Start,
        Arena::Residents,
    ),
    (&["clientenraad", "adviesraad"], Start, Arena::Residents),
    (
        &["onderzoek", "kenniscentrum", "lectoraat", "research"],
        Start,
        Arena::Knowledge,
    ),
    (
        &["pers", "media", "journalist", "journalisten", "press"],
        Whole,
        Arena::Media,
    ),
];
