//! What the commands are called, and by what other words somebody may look for them.

use super::Text;

/// The words of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Words {
    /// What it is called.
    pub(crate) text: Text,
    /// Other words for it, to find it by.
    pub(crate) also: Text,
}

const fn words(nl: &'static str, en: &'static str, also: (&'static str, &'static str)) -> Words {
    Words {
        text: Text::new(nl, en),
        also: Text::new(also.0, also.1),
    }
}

pub(crate) const NEW: Words = words("Nieuwe kaart", "New map", ("leeg beginnen", "blank start"));
pub(crate) const OPEN: Words = words("Openen…", "Open…", ("bestand laden", "load file"));
pub(crate) const SAVE: Words = words("Opslaan", "Save", ("bewaren", "store keep"));
pub(crate) const COMPARE_WITH: Words = words(
    "Vergelijken met…",
    "Compare with…",
    ("verschillen", "differences"),
);
pub(crate) const MERGE_WITH: Words = words(
    "Samenvoegen met…",
    "Merge with…",
    ("versies bijeen", "versions together"),
);
pub(crate) const CLASHES: Words = words(
    "Open botsingen…",
    "Unsettled clashes…",
    ("samenvoegen", "merge"),
);
pub(crate) const VERSIONS: Words = words(
    "Eerdere versies…",
    "Earlier versions…",
    (
        "geschiedenis reservekopie terugzetten",
        "history backup restore go back",
    ),
);
pub(crate) const SAVE_AS: Words = words(
    "Opslaan als…",
    "Save as…",
    ("bewaren kopie andere naam", "copy other name"),
);
pub(crate) const EXPORT_PICTURE: Words = words(
    "Afbeelding opslaan…",
    "Save picture…",
    ("exporteren plaatje svg png pdf", "export image svg png pdf"),
);
pub(crate) const EXPORT_COURSE: Words = words(
    "Koersblad opslaan…",
    "Save course page…",
    (
        "verslag rapport koers sturen loslaten pdf afdrukken",
        "report steer let go pdf print",
    ),
);
pub(crate) const REPORT: Words = words(
    "Verslag van het openen…",
    "Report of opening…",
    (
        "meldingen fouten onleesbaar bestand",
        "notices errors unreadable file",
    ),
);
pub(crate) const SEND_COPY: Words = words(
    "Stuur een kopie…",
    "Send a copy…",
    (
        "delen mailen versturen wachtwoord verzegelen pseudoniem privé",
        "share mail passphrase seal pseudonym private",
    ),
);
pub(crate) const FIND_PERSON: Words = words(
    "Zoek een persoon…",
    "Find a person…",
    ("inzage avg naam wissen", "access gdpr name erase"),
);
pub(crate) const DOUBLES: Words = words(
    "Dubbele actoren zoeken…",
    "Find double actors…",
    (
        "duplicaten dezelfde samenvoegen opschonen",
        "duplicates same merge clean",
    ),
);
pub(crate) const ANONYMISE: Words = words(
    "Kaart anonimiseren…",
    "Anonymise the map…",
    ("namen weg avg privacy woo", "names away gdpr privacy"),
);
pub(crate) const REMOVE_MAP: Words = words(
    "Verwijder kaart en kopieën…",
    "Remove map and copies…",
    (
        "wissen vernietigen avg privacy",
        "erase destroy gdpr privacy",
    ),
);
pub(crate) const CLOSE_MAP: Words = words(
    "Kaart sluiten",
    "Close map",
    ("startscherm welkom", "welcome start screen"),
);
pub(crate) const QUIT: Words = words("Afsluiten", "Quit", ("stoppen einde", "exit leave"));
pub(crate) const UNDO: Words = words("Maak ongedaan", "Undo", ("terug herstel", "back revert"));
pub(crate) const REDO: Words = words("Doe opnieuw", "Redo", ("vooruit herhaal", "again forward"));
pub(crate) const DELETE: Words =
    words("Verwijderen", "Delete", ("wissen weghalen", "remove erase"));
pub(crate) const DUPLICATE: Words = words("Dupliceren", "Duplicate", ("kopie verdubbelen", "copy"));
pub(crate) const SELECT_ALL: Words = words(
    "Alle actoren selecteren",
    "Select all actors",
    ("alles kiezen", "everything choose"),
);
pub(crate) const QUICK_LINE: Words = words(
    "Actor of relatie typen",
    "Type an actor or relation",
    (
        "toevoegen nieuw invoeren snelregel",
        "add new enter quick line",
    ),
);
pub(crate) const RELATE: Words = words(
    "Relatie leggen tussen twee actoren",
    "Relate two actors",
    ("verbind lijn toevoegen", "connect tie line add"),
);
pub(crate) const MAKE_RING: Words = words(
    "Kring maken: regie",
    "Make a ring: directing",
    ("groep coalitie regiekring", "group coalition"),
);
pub(crate) const BRIDGE_TALK: Words = words(
    "Brug bespreken…",
    "Talk about a bridge…",
    ("verbinden rol gesprek", "bridging role conversation"),
);
pub(crate) const ADVICE: Words = words(
    "Wie met wie?",
    "Who with whom?",
    (
        "advies regie verbinden krachten",
        "advice directing bridging forces",
    ),
);
/// Who may be forgotten.
pub(crate) const FORGOTTEN: Words = words(
    "Wie zijn we vergeten?",
    "Who did we forget?",
    (
        "volledig ontbreekt lijsten arena niveau stil niet gevraagd wie beslist weet helpt",
        "complete missing lists arena level silenced not asked who decides knows helps",
    ),
);
/// The role choices.
pub(crate) const ROLES: Words = words(
    "Rolkeuzes",
    "Role choices",
    (
        "rollen fase vooraf tijdens achteraf akkoord regie teruggenomen wringt",
        "roles phase before during after agreed directing taken back rubs",
    ),
);
/// The round.
pub(crate) const ROUND: Words = words(
    "Eén vraag voor alle actoren…",
    "One question for all actors…",
    (
        "ronde positie invloed betrokkenheid scores",
        "round position power involvement scores",
    ),
);
pub(crate) const INSPECTOR: Words = words(
    "Naar het paneel rechts",
    "Go to the panel at the right",
    ("eigenschappen velden", "properties fields"),
);
pub(crate) const NOTICES: Words = words(
    "Naar de meldingen bovenaan",
    "Go to the messages at the top",
    ("waarschuwingen fouten balk", "warnings errors bar"),
);
pub(crate) const NETWORK: Words = words("Netwerk", "Network", ("weergave kaart", "view map"));
pub(crate) const FORCES: Words = words(
    "Krachten",
    "Forces",
    (
        "weergave krachtenveld positie lewin",
        "view force field position lewin",
    ),
);
pub(crate) const MATRIX: Words = words(
    "Matrix",
    "Matrix",
    (
        "weergave invloed betrokkenheid mendelow",
        "view power involvement mendelow",
    ),
);
pub(crate) const RINGS: Words = words(
    "Ringen",
    "Rings",
    (
        "weergave participatie meedoen meebeslissen",
        "view participation taking part deciding",
    ),
);
pub(crate) const TABLE: Words = words(
    "Tabel",
    "Table",
    (
        "weergave lijst rijen spreadsheet",
        "view list rows spreadsheet",
    ),
);
pub(crate) const COURSE: Words = words(
    "Koers",
    "Course",
    (
        "weergave sturen meebewegen loslaten",
        "view steer go along let go",
    ),
);
/// Why the other views cannot be tidied.
pub(crate) const ONLY_NETWORK: Text = Text::new("alleen in het netwerk", "in the network only");
/// What tidying would do and where, when it is asked for elsewhere.
pub(crate) const TIDY_THE_NETWORK: Text = Text::new(
    "Netjes schikt het netwerk opnieuw (Ctrl+1). Hier staat iedereen al waar de antwoorden wijzen.",
    "Tidy rearranges the network (Ctrl+1). Here everybody stands where the answers point already.",
);
pub(crate) const TIDY_THE_NETWORK_NOT_WORDS: Text = Text::new(
    "Netjes schikt het netwerk opnieuw (Ctrl+1). Hier valt niets te schikken.",
    "Tidy rearranges the network (Ctrl+1). There is nothing to rearrange here.",
);
pub(crate) const TIDY: Words = words(
    "Netjes",
    "Tidy",
    ("ordenen schikken opruimen", "arrange layout clean"),
);
pub(crate) const FIT: Words = words(
    "Hele kaart in beeld",
    "Fit the whole map",
    ("passend zoom overzicht", "zoom overview"),
);
pub(crate) const ZOOM_IN: Words = words(
    "Inzoomen",
    "Zoom in",
    ("groter dichterbij", "larger closer"),
);
pub(crate) const ZOOM_OUT: Words = words(
    "Uitzoomen",
    "Zoom out",
    ("kleiner verder weg", "smaller farther"),
);
pub(crate) const LEGEND: Words = words("Legenda", "Legend", ("uitleg betekenis", "key meaning"));
pub(crate) const PRESENT: Words = words(
    "Presenteren",
    "Present",
    (
        "muur projecteren volledig scherm",
        "wall project full screen",
    ),
);
pub(crate) const PALETTE: Words = words(
    "Zoeken of opdracht geven…",
    "Search or give a command…",
    ("vind actor", "find actor"),
);
pub(crate) const SETTINGS: Words = words(
    "Instellingen…",
    "Settings…",
    (
        "voorkeuren taal thema donker licht contrast tekstgrootte",
        "preferences language theme dark light contrast text size",
    ),
);
pub(crate) const SHORTCUTS: Words = words(
    "Toetsen…",
    "Keys…",
    ("sneltoetsen hulp gebaren", "shortcuts help gestures"),
);
pub(crate) const ABOUT: Words = words(
    "Over Krachtenveld…",
    "About Krachtenveld…",
    ("versie licenties", "version licences"),
);
pub(crate) const SWITCH_LANGUAGE: Words = words(
    "Switch to English",
    "Naar het Nederlands",
    (
        "taal engels language english",
        "language dutch taal nederlands",
    ),
);
/// A text on the map.
pub(crate) const ADD_TEXT: Words = words(
    "Tekst op de kaart",
    "Text on the map",
    ("notitie bijschrift pijl", "note caption arrow"),
);
/// The filter.
pub(crate) const FILTER: Words = words(
    "Filter…",
    "Filter…",
    (
        "selectie tonen verbergen arena soort groep waarde score",
        "selection show hide arena kind group value score",
    ),
);
/// A focus of one step.
pub(crate) const FOCUS_ONE: Words = words(
    "Alleen selectie en 1 stap eromheen",
    "Only the selection and 1 step around",
    ("focus buren omgeving", "focus neighbours surroundings"),
);
/// A focus of two steps.
pub(crate) const FOCUS_TWO: Words = words(
    "Alleen selectie en 2 stappen eromheen",
    "Only the selection and 2 steps around",
    ("focus buren omgeving", "focus neighbours surroundings"),
);
/// A path.
pub(crate) const PATH: Words = words(
    "Kortste pad tussen twee actoren",
    "Shortest path between two actors",
    ("route weg afstand", "route way distance"),
);
/// Groups as one.
pub(crate) const FOLD_GROUPS: Words = words(
    "Groepen inklappen",
    "Fold groups",
    (
        "helikopter samenvouwen overzicht",
        "helicopter collapse overview",
    ),
);
/// Arenas as one.
pub(crate) const FOLD_ARENAS: Words = words(
    "Arena’s inklappen",
    "Fold arenas",
    (
        "helikopter samenvouwen overzicht",
        "helicopter collapse overview",
    ),
);
/// Everybody apart.
pub(crate) const UNFOLD: Words = words(
    "Alles uitklappen",
    "Unfold all",
    ("openvouwen groepen arena", "expand groups arenas"),
);
/// The colour of groups.
pub(crate) const COLOUR_BY_GROUP: Words = words(
    "Kleur naar groep",
    "Colour by group",
    ("inkleuren coalitie", "paint coalition"),
);
/// The usual size and colour.
pub(crate) const PAINT_USUAL: Words = words(
    "Gewone grootte en kleur",
    "Usual size and colour",
    ("invloed arena maat uit", "power arena measure off"),
);
/// The whole map as it is.
pub(crate) const SHOW_ALL: Words = words(
    "Toon alles weer gewoon",
    "Show everything as usual",
    ("filter uit focus uit wis", "filter off focus off clear"),
);
/// The small map.
pub(crate) const MINIMAP: Words = words(
    "Overzichtskaartje",
    "Overview map",
    ("minikaart navigatie", "minimap navigation"),
);
/// The scenarios.
/// The lenses.
pub(crate) const LENSES: Words = words(
    "Brillen…",
    "Lenses…",
    (
        "vragenset extra vragen thema",
        "question set extra questions",
    ),
);
/// The answers to the lenses.
pub(crate) const LENS_PICTURE: Words = words(
    "Beeld van de brillen",
    "Picture of the lenses",
    ("verdeling web driehoek radar", "spread web triangle radar"),
);
/// What the lenses ask.
pub(crate) const ATTENTION: Words = words(
    "Aandacht",
    "Attention",
    ("controles vragen meldingen", "checks questions notices"),
);
/// A lens from a file.
pub(crate) const OPEN_LENS: Words = words(
    "Bril openen…",
    "Open a lens…",
    ("bril laden bestand", "load lens file"),
);
/// The moments.
pub(crate) const MOMENTS: Words = words(
    "Scenario’s en momenten",
    "Scenarios and moments",
    (
        "probeer bewaard wat als vergelijk",
        "try kept what if compare",
    ),
);
